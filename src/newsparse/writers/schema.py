"""The JSON Schema of what the json and jsonl writers print."""

from __future__ import annotations

from typing import Any

import msgspec

from newsparse.article import Article
from newsparse.writers import ON_REQUEST

VERSION = "2"  # of the schema: rises when a key is added or means something else
_OPTIONAL = {"Article": ON_REQUEST, "Span": ("text",)}


def schema() -> dict[str, Any]:
    """The schema of an article's object: every key is required but those on request, and there are no
    others.
    """
    found = msgspec.json.schema(Article)
    for title, record in found["$defs"].items():
        if "description" in record:
            # however the docstring is wrapped
            record["description"] = " ".join(record["description"].split())
        if record.get("type") == "object":
            optional = _OPTIONAL.get(title, ())
            record["required"] = [name for name in record["properties"] if name not in optional]
            record["additionalProperties"] = False
            for value in record["properties"].values():
                value.pop("default", None)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsparse:article:{VERSION}",
        "title": "newsparse article",
        "version": VERSION,
        **found,
    }


def write() -> str:
    """The schema as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"
