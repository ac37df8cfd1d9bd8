"""What a page says about its article without showing it, and in elements marked up to say it: one record of
statements.

Nothing is decided here: each statement keeps its source, and `headline`, `authors` and `published` weigh them
against each other and the page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar
from urllib.parse import urljoin, urlsplit

import msgspec

from newsparse.readers.html.jsonld import Graph, Node, types
from newsparse.readers.html.render import Element, Meta, Rendering

T = TypeVar("T")

MAX_TEXT = 2_000  # characters of one statement
MAX_BODY = 100_000  # characters of a stated text
MAX_PEOPLE = 200  # values that are looked at for names

_TITLES = [
    "og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title",
    "citation_title", "title", "headline", "name",
]  # fmt: skip
_AUTHORS = [
    "author", "article:author", "article:author_name", "og:article:author", "og:author", "parsely-author",
    "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "byl", "byline",
    "cxenseparse:author", "creator", "authors",
]  # fmt: skip
_PUBLISHED = [
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "article:published", "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.created",
    "dcterms.date", "dcterms.issued", "datecreated", "cxenseparse:recs:publishtime",
    "citation_publication_date", "citation_date", "citation_online_date", "originalpublicationdate",
    "og:pubdate", "published_time", "published-date", "published_at", "published", "pub_date",
]  # fmt: skip
_MODIFIED = [
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified",
    "article:modified", "last-modified", "lastmod", "dcterms.modified", "dc.date.modified", "updated_time",
    "modified_time", "revised",
]  # fmt: skip
_DESCRIPTIONS = ["og:description", "description", "twitter:description", "dc.description"]
_SITES = ["og:site_name", "application-name", "al:ios:app_name", "apple-mobile-web-app-title"]
_IMAGES = ["og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"]
_SECTIONS = [
    "article:section", "og:article:section", "parsely-section", "cxenseparse:category", "section",
    "articlesection",
]  # fmt: skip
_KEYWORDS = ["news_keywords", "keywords", "article:tag", "og:article:tag", "parsely-tags"]
_LANGUAGES = ["content-language", "language", "og:locale", "dc.language"]
_STORIES = ("Article", "Posting", "Report")  # how the names of an article's types end
_PAGES = frozenset(
    ["WebPage", "ItemPage", "VideoObject", "Recipe", "Review", "CreativeWork", "HowTo", "Course", "Episode",
        "PodcastEpisode"]
)  # fmt: skip
_BESIDE = frozenset(
    [
        "comment",
        "usercomments",
        "person",
        "organization",
        "imageobject",
        "videoobject",
        "review",
        "product",
        "itemlist",
        "offer",
    ]
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.I | re.A)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_SIGNS = re.compile(r"[\W_]+")
_ASCII_SIGNS = bytes(c for c in range(128) if not chr(c).isalnum())  # nearly all, and fast to leave out
_SURROGATE = re.compile("[\ud800-\udfff]")


class Statement(msgspec.Struct, frozen=True):
    """A value and where the page states it: `json-ld`, the name of a meta property,
    or the mark-up of an element it shows.
    """

    source: str
    text: str


class Statements(msgspec.Struct, frozen=True):
    """The statements of a page about its article, the more telling sources first.

    `kind` is the type of the JSON-LD object that describes it, such as NewsArticle, `body` the text that this
    states, and `type` what Open Graph calls the page, such as article; titles of source "h1" are what the
    page shows. `url` is the canonical one, `language` a tag such as en-GB; URLs are absolute, those that
    can't be made so are None.
    """

    kind: str | None
    titles: tuple[Statement, ...]
    authors: tuple[Statement, ...]
    published: tuple[Statement, ...]
    modified: tuple[Statement, ...]
    description: str | None
    url: str | None
    site: str | None
    language: str | None
    image: str | None
    section: str | None
    keywords: tuple[str, ...]
    publishers: tuple[str, ...]
    type: str | None = None
    body: str | None = None

    @property
    def is_article(self) -> bool:
        """Whether the page calls itself an article."""
        return (self.kind or "").endswith(_STORIES) or (self.type or "").lower() == "article"


def statements(rendering: Rendering, url: str | None = None) -> Statements:
    """The Statements of a rendered page; `url` is where it came from."""
    tags = _MetaTags(rendering.metas)
    graph = Graph(rendering.scripts)
    story = _story(graph.nodes, tags.first(_TITLES[:2]) or "".join(rendering.titles[:1]))
    links = _links(rendering.links)
    shared = _absolute(tags.first(("og:url", "parsely-link")), url)
    address = _absolute(links.get("canonical"), url or shared) or shared
    return Statements(
        kind=_first(types(story)),
        titles=_once(_titles(rendering, tags, story)),
        authors=_once(_authors(tags, story, graph)),
        published=_once(_times(story, "datePublished", "dateCreated", "uploadDate") + tags.all(_PUBLISHED)),
        modified=_once(_times(story, "dateModified") + tags.all(_MODIFIED)),
        description=_text(story.get("description")) or tags.first(_DESCRIPTIONS),
        url=address,
        site=tags.first(_SITES) or _site(graph.nodes),
        language=_language(rendering, tags, [story, *graph.nodes]),
        image=_absolute(tags.first(_IMAGES) or _image(story, graph), address or url),
        section=_first(_texts(story.get("articleSection"))) or tags.first(_SECTIONS),
        keywords=_keywords(story, tags),
        publishers=tuple(dict.fromkeys(_people(story.get("publisher"), graph))),
        type=tags.first(("og:type",)),
        body=_text(story.get("articleBody"), MAX_BODY),
    )


class _MetaTags:
    """The page's metas by key."""

    def __init__(self, metas: Iterable[Meta]) -> None:
        self.found: dict[str, list[str]] = {}
        for meta in metas:
            text = _text(meta.value)
            if text and not _is_beside(meta.element):
                self.found.setdefault(meta.key, []).append(text)

    def all(self, keys: Iterable[str]) -> list[Statement]:
        """The statements under any of these keys, in the keys' order."""
        return [Statement(name, text) for name in keys for text in self.found.get(name, ())]

    def first(self, keys: Iterable[str]) -> str | None:
        """The first statement under any of these keys."""
        return next((stated.text for stated in self.all(keys)), None)


def _is_beside(element: Element) -> bool:
    """Whether a property belongs to a thing beside the article, as a comment or a list of other stories."""
    return any(
        each.get("itemtype").rpartition("/")[2].lower() in _BESIDE
        for each in element.ancestors()
        if "itemtype" in each.attrs
    )


def _story(nodes: Iterable[Node], title: str) -> Node:
    """The object that describes the page's article: of an article's type, with the page's title,
    with an author or a date.
    """
    best: Node = {}
    rank = 0
    wanted = key(title)
    for node in nodes:
        kinds = types(node)
        if any(kind.endswith(_STORIES) for kind in kinds):
            score = 4
        elif not _PAGES.isdisjoint(kinds):
            score = 2
        else:
            continue
        name = key(_text(node.get("headline") or node.get("name")) or "")
        score += bool(name and wanted) and (name in wanted or wanted in name)
        score -= 2 * ("author" not in node and "datePublished" not in node)
        if score > rank:
            best, rank = node, score
    return best


def _titles(rendering: Rendering, tags: _MetaTags, story: Node) -> Iterator[Statement]:
    for _, start, end in rendering.element_ranges(lambda element: element.tag == "h1"):
        yield Statement("h1", rendering.text[start:end])
    yield from (
        Statement("json-ld", text) for name in ("headline", "name") for text in _texts(story.get(name))
    )
    yield from tags.all(_TITLES)
    yield from (Statement("title", text) for text in map(_text, rendering.titles) if text)


def _authors(tags: _MetaTags, story: Node, graph: Graph) -> Iterator[Statement]:
    yield from (
        Statement("json-ld", name)
        for role in ("author", "creator")
        for name in _people(story.get(role), graph)
    )
    yield from (each for each in tags.all(_AUTHORS) if "://" not in each.text)


def _times(story: Node, *names: str) -> list[Statement]:
    return [Statement("json-ld", text) for name in names for text in _texts(story.get(name))]


def _people(value: Any, graph: Graph) -> Iterator[str]:
    """The names in a value of author or publisher, which may be a name, an object, a reference,
    or a list of these.
    """
    waiting = [value]
    for _ in range(MAX_PEOPLE):
        if not waiting:
            return
        value = graph.resolve(waiting.pop(0))
        if isinstance(value, list):
            waiting = _without_outlets([graph.resolve(each) for each in value[:MAX_PEOPLE]]) + waiting
        elif isinstance(value, dict):
            name = " ".join(filter(None, (_text(value.get("givenName")), _text(value.get("familyName")))))
            inner = (
                value.get("name") or name or value.get("@value") or value.get("author") or value.get("@list")
            )
            waiting.insert(0, inner)
        elif _text(value):
            yield _text(value) or ""


def _without_outlets(values: list[Any]) -> list[Any]:
    """Those of a list that are no organizations, where it holds people too."""
    types = [str(value.get("@type")) if isinstance(value, dict) else "" for value in values]
    if not any("Person" in name for name in types):
        return values
    return [value for value, name in zip(values, types, strict=True) if "Organization" not in name]


def _links(links: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for rels, href in links:
        for rel in rels.split():
            found.setdefault(rel, href)
    return found


def _absolute(href: str | None, base: str | None) -> str | None:
    """An address on the web, or None."""
    if not href:
        return None
    try:
        address = urljoin(base or "", href.strip())
        return address if urlsplit(address).scheme in ("http", "https") else None
    except ValueError:
        return None


def _site(nodes: Iterable[Node]) -> str | None:
    return next(
        (name for node in nodes if "WebSite" in types(node) for name in _texts(node.get("name"))), None
    )


def _language(rendering: Rendering, tags: _MetaTags, nodes: Iterable[Node]) -> str | None:
    """The first language tag that is one (BCP 47), with hyphens."""
    described = (text for node in nodes for text in _texts(node.get("inLanguage")))
    candidates = (rendering.language, *described, *(each.text for each in tags.all(_LANGUAGES)))
    return next(
        (each.strip().replace("_", "-") for each in candidates if each and _LANGUAGE.fullmatch(each.strip())),
        None,
    )


def _image(story: Node, graph: Graph) -> str | None:
    value = story.get("image")
    value = graph.resolve(value[0] if isinstance(value, list) and value else value)
    if isinstance(value, dict):
        value = value.get("url") or value.get("contentUrl")
    return value if isinstance(value, str) else None


def _keywords(story: Node, tags: _MetaTags) -> tuple[str, ...]:
    values = list(_texts(story.get("keywords"))) or [each.text for each in tags.all(_KEYWORDS)]
    return tuple(
        dict.fromkeys(word.strip() for value in values for word in re.split("[,;]", value) if word.strip())
    )


def _texts(value: Any) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        text = _text(each)
        if text:
            yield text


def _text(value: Any, limit: int = MAX_TEXT) -> str | None:
    """A value as one line of text without tags and entities, or None."""
    if not isinstance(value, str):
        return None
    value = _SURROGATE.sub("\ufffd", value[:limit])
    if "&" in value:
        value = html.unescape(value)
    if "<" in value:
        value = _TAG.sub("", value)
    return " ".join(value.split()) or None


def _first(values: Iterable[T]) -> T | None:
    return next(iter(values), None)


def _once(values: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(dict.fromkeys(values))


def key(text: str) -> str:
    """What stays of a text when case, spaces and signs do not count."""
    folded = text.casefold().encode("utf-8", "surrogatepass").translate(None, _ASCII_SIGNS)
    return folded.decode() if folded.isascii() else _SIGNS.sub("", folded.decode("utf-8", "surrogatepass"))
