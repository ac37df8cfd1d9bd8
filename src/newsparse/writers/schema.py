"""The JSON Schema of what the json and jsonl writers print."""

from __future__ import annotations

from typing import Any

import msgspec

from newsparse.article import Article


def schema() -> dict[str, Any]:
    """The schema of an article's object: every key is required but `spans`, and there are no others."""
    found = msgspec.json.schema(Article)
    for record in found["$defs"].values():
        if "description" in record:
            # however the docstring is wrapped
            record["description"] = " ".join(record["description"].split())
        if record.get("type") == "object":
            record["required"] = [name for name in record["properties"] if name != "spans"]
            record["additionalProperties"] = False
            for value in record["properties"].values():
                value.pop("default", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "newsparse article", **found}


def write() -> str:
    """The schema as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"
