"""CSL-JSON: what a reference manager such as Zotero needs to cite the article, as an item of a list.

Names stand as they are ("literal"): what is a given name and what a family name is not guessed.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from newsparse.article import Article, Timestamp
from newsparse.writers import View

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def write(article: Article, _: View) -> str:
    """The article as an item, whose id is made of its contents; what it does not have is left out."""
    return msgspec.json.format(msgspec.json.encode(item(article)), indent=2).decode() + "\n"


def item(article: Article) -> dict[str, Any]:
    """The article as an item of the type article-newspaper."""
    authors = article.byline.authors if article.byline else ()
    place = article.dateline.location if article.dateline else None
    abstract = article.deck or " ".join(article.highlights)
    optional = {
        "title": article.headline,
        "author": [{"literal": author.name} for author in authors],
        "issued": _date(article.published),
        "container-title": article.site,
        "section": article.section,
        "URL": article.url,
        "language": article.language,
        "abstract": abstract,
        "keyword": ", ".join(article.tags),
        "event-place": place,
    }
    made = {"id": article.source.sha256[:16], "type": "article-newspaper"}
    return made | {key: value for key, value in optional.items() if value}


def _date(time: Timestamp | None) -> dict[str, Any] | None:
    day = _DAY.match(time.date) if time and time.date else None
    return {"date-parts": [[int(part) for part in day.groups()]]} if day else None
