"""Label Studio: each article a task with its spans as a prediction to correct
(https://labelstud.io/guide/predictions). Offsets count code points.
"""

from __future__ import annotations

from typing import Any

import msgspec

from newsparse import __version__
from newsparse.article import Article, Span
from newsparse.writers import View


def write(article: Article, _: View) -> str:
    """The article as a task, an item of a list."""
    prediction = {
        "model_version": f"newsparse {__version__}",
        "score": article.confidence,
        "result": [_region(number, span) for number, span in enumerate(article.spans)],
    }
    data = {"text": article.text, "source": article.source.path, "index": article.source.index}
    return msgspec.json.encode({"data": data, "predictions": [prediction]}).decode() + "\n"


def _region(number: int, span: Span) -> dict[str, Any]:
    return {
        "id": str(number),
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "score": span.confidence,
        "value": {"start": span.start, "end": span.end, "labels": [span.label]},
    }
