"""doccano: a line of JSON an article, for sequence labelling (https://doccano.github.io/doccano/).

Offsets count code points. What stands beside `text` and `label` doccano keeps with the text.
"""

from __future__ import annotations

import msgspec

from newsparse.article import Article
from newsparse.writers import View


def write(article: Article, _: View) -> str:
    """The article as a line: its text, and start, end and label of each span."""
    row = {
        "text": article.text,
        "label": [(span.start, span.end, span.label) for span in article.spans],
        "source": article.source.path,
        "index": article.source.index,
    }
    return msgspec.json.encode(row).decode() + "\n"
