"""The pretty view: the article as a page to read, with what else was found under it."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from newsparse.article import Article, Author, Caption, Timestamp
from newsparse.writers import FIELDS, View
from newsparse.writers.printable import visible
from newsparse.writers.text import texts

WIDEST, NARROW = 92, 56  # columns of a page; below NARROW labels stand above their texts
OPENING = ("kicker", "headline", "deck", "byline", "published", "updated", "highlights", "dateline", "body")
REST = tuple(field for field in FIELDS if field not in OPENING)  # what stands under the page
LOUD = ("captions", "credits", "notes")


def write(article: Article, view: View) -> str:
    """The article as a page of at most `view.width` columns, in colour where the view has it."""
    shown = view.fields()
    page = list(_page(article, shown))
    rest = _rest(article, shown, view)
    if page and rest:
        page.append(Rule(style="dim"))
    return draw([*page, *rest], view)


def between(view: View) -> str:
    """What stands between two articles: a line as wide as the page."""
    return "\n" + "═" * columns(view) + "\n\n"


def columns(view: View) -> int:
    """How wide a page is: as the terminal, but no wider than reads well."""
    return max(20, min(view.width, WIDEST))


def draw(blocks: list[RenderableType], view: View) -> str:
    """Blocks one under another, a blank line between."""
    target = StringIO()
    console = Console(
        file=target, width=columns(view), force_terminal=view.color, no_color=not view.color,
        color_system="standard" if view.color else None, highlight=False, legacy_windows=False,
    )  # fmt: skip
    for i, block in enumerate(blocks):
        if i:
            console.print()
        console.print(block)
    lines = (line.rstrip(" ") for line in target.getvalue().split("\n"))
    return "\n".join(lines)


def plain(text: str, style: str = "") -> Text:
    """Text to print as it is: no mark-up in it, and no character that a terminal would obey."""
    return Text(visible(text), style=style)


def _page(article: Article, shown: tuple[str, ...]) -> Iterator[RenderableType]:
    """What opens the page, and the body."""
    styles = {"kicker": "cyan", "headline": "bold", "deck": "italic"}
    title = Text("\n").join(
        plain(text, style)
        for field, style in styles.items()
        if field in shown
        for text in texts(article, field)
    )
    if title:
        yield title
    line = _signature(article, shown)
    if line:
        yield line
    if article.highlights and "highlights" in shown:
        yield _listed(article.highlights)
    yield from _body(article, shown)


def _signature(article: Article, shown: tuple[str, ...]) -> Text:
    """Who wrote it and when, on one line."""
    named = article.byline is not None and "byline" in shown
    parts = signed(article, shown)
    styles = ["green" if named else "dim", *["dim"] * len(parts)]
    return Text(" · ").join(map(plain, parts, styles))


def signed(article: Article, shown: tuple[str, ...]) -> list[str]:
    """Who wrote it and when, an item each."""
    parts = []
    if article.byline and "byline" in shown:
        parts.append("; ".join(map(_author, article.byline.authors)) or article.byline.text)
    for field, time in (("published", article.published), ("updated", article.updated)):
        if time and field in shown:
            parts.append(f"{field} {_when(time)}")
    return parts


def _author(author: Author) -> str:
    return ", ".join(
        filter(None, (author.name, author.role, author.organization, author.email, author.handle))
    )


def _when(time: Timestamp) -> str:
    return time.date.replace("T", " ") if time.date else time.text


def _listed(items: tuple[str, ...]) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    for item in items:
        grid.add_row(Text("•", style="cyan"), plain(item))
    return Padding(grid, (0, 0, 0, 1))


def _body(article: Article, shown: tuple[str, ...]) -> Iterator[RenderableType]:
    """Paragraphs under their subheads; the dateline opens the first."""
    opening = Text()
    if article.dateline and "dateline" in shown:
        opening.append_text(plain(article.dateline.text + " ", "cyan"))
    if "body" in shown:
        for section in article.body:
            if section.heading:
                yield plain(section.heading, "bold")
            for paragraph in section.paragraphs:
                yield opening + plain(paragraph)
                opening = Text()
    if opening:
        yield opening


def _rest(article: Article, shown: tuple[str, ...], view: View) -> list[RenderableType]:
    """All else that was found, each kind beside its name or, where there is no room, under it."""
    grid = Table.grid(padding=(0, 2))
    for field in REST:
        items = _items(article, field) if field in shown else []
        name, style = ("cyan", "") if field in LOUD else ("dim cyan", "dim")
        for item in items:
            item.stylize_before(style)
        if items and view.width < NARROW:
            grid.add_row(Text(field, name))
            for item in items:
                grid.add_row(Padding(item, (0, 0, 0, 2)))
        elif items:
            grid.add_row(Text(field, name), Text("\n").join(items))
    return [grid] if grid.row_count else []


def _items(article: Article, field: str) -> list[Text]:
    """What a field says, an item a line."""
    if field == "captions":
        return [_caption(caption) for caption in article.captions]
    if field == "confidence":
        return [Text(f"{article.confidence:.0%}")]
    if field == "tags":
        return [plain(" · ".join(article.tags))] if article.tags else []
    if field == "source":
        origin = article.source
        return [plain(" · ".join(filter(None, (origin.path, origin.encoding))))] if origin.path else []
    return [plain(text) for text in texts(article, field)]


def _caption(caption: Caption) -> Text:
    text = plain(caption.text or "")
    if caption.credit:
        text.append(" " if text else "").append_text(plain(caption.credit.text, "dim"))
    return text
