"""Invented articles, any number of them, each the same for the same number."""

from __future__ import annotations

from pathlib import Path
from random import Random

_FIRST = (
    "Ann", "Bela", "Carl", "Dora", "Emil", "Frida", "Goran", "Hanna", "Ivo", "Jana", "Kurt", "Lena", "Milo",
    "Nora", "Otto", "Petra",
)  # fmt: skip
_LAST = (
    "Adler", "Brook", "Castell", "Dane", "Ebner", "Falk", "Greer", "Hollis", "Ingram", "Jansen", "Keller",
    "Lund", "Marsh", "Novak",
)  # fmt: skip
_PLACE = (
    "Port Ellan", "Karsk", "Westmoor", "Halden", "Sorrin", "Old Ferry", "Brackwater", "Lindholm", "Nerva",
    "Tolvik",
)  # fmt: skip
_WHO = (
    "the council", "a court", "the harbour board", "the ministry", "a union", "the school",
    "the river police", "a group of farmers",
)  # fmt: skip
_DID = (
    "voted for", "rejected", "has put off", "will look again at", "paid for", "spoke against", "asked for",
    "is to open",
)  # fmt: skip
_WHAT = (
    "the new bridge",
    "a tax on empty houses",
    "the ferry to the islands",
    "the old market hall",
    "a plan for the railway",
    "the flood wall",
)
_WHY = (
    "after months of talks",
    "because the money ran out",
    "although few had expected it",
    "as the rain went on",
    "despite a protest",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def article(number: int) -> str:
    """A raw text as a browser copies it: headline, byline, time, highlights, a caption,
    a body and what stands around it.
    """
    rng = Random(number)
    place, author = rng.choice(_PLACE), _name(rng)
    lines = [
        "Home | News | Sport | Weather",
        "",
        _headline(rng),
        f"By {author}, Harbour Times",
        _when(rng),
        "",
    ]
    if rng.random() < 0.5:
        lines += ["Story highlights", *(_clause(rng) for _ in range(3)), ""]
    if rng.random() < 0.7:
        lines += [f"{_sentence(rng)} (Photo: {_name(rng)}/Harbour Pictures)", ""]
    lines += [f"{place.upper()} (HT) — {_paragraph(rng)}", ""]
    for _ in range(rng.randint(6, 24)):
        lines += [_paragraph(rng), ""]
    lines += [
        f"{_name(rng)} contributed to this report.",
        "",
        "Read more: " + _headline(rng),
        "Share this story",
        "© Harbour Times",
    ]
    return "\n".join(lines) + "\n"


def page(number: int) -> str:
    """An article as a page: its metadata, its mark-up, and what stands around it."""
    rng = Random(number)
    headline, author = _headline(rng), _name(rng)
    related = "".join(f"<li><a href='/{i}'>{_headline(rng)}</a></li>" for i in range(8))
    paragraphs = "".join(f"<p>{_paragraph(rng)}</p>" for _ in range(rng.randint(6, 24)))
    return f"""<!doctype html><html lang="en"><head><title>{headline} | Harbour Times</title>
<meta property="og:type" content="article"><meta property="og:title" content="{headline}"><meta name="author" content="{author}">
</head><body><nav><ul><li>Home</li><li>News</li><li>Sport</li></ul></nav><main><article><h1>{headline}</h1>
<p class="byline">By {author}</p><p class="time">{_when(rng)}</p><figure><img src="a.jpg" alt=""><figcaption>{_sentence(rng)}
<span class="credit">Photo: {_name(rng)}</span></figcaption></figure>{paragraphs}</article></main>
<aside><h2>Read more</h2><ul>{related}</ul></aside><footer>© Harbour Times</footer></body></html>"""  # noqa: E501


def of_length(text: str, length: int) -> str:
    """A text of `length` characters: the given one, again and again."""
    return (text * (length // len(text) + 1))[:length]


def folder(root: Path, count: int) -> None:
    """Write `count` articles below `root`, 500 a folder."""
    for number in range(count):
        path = root / f"{number // 500:04}" / f"{number:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article(number), encoding="utf-8")


def _name(rng: Random) -> str:
    return f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"


def _when(rng: Random) -> str:
    day = f"{rng.randint(1, 28)} {rng.choice(_MONTHS)} {rng.randint(1999, 2024)}"
    return f"Published {day} {rng.randint(0, 23):02}:{rng.randint(0, 59):02} GMT"


def _clause(rng: Random) -> str:
    clause = f"{rng.choice(_WHO)} {rng.choice(_DID)} {rng.choice(_WHAT)}"
    return clause[0].upper() + clause[1:]


def _headline(rng: Random) -> str:
    return f"{_clause(rng)} in {rng.choice(_PLACE)}"


def _sentence(rng: Random) -> str:
    return f"{_clause(rng)} in {rng.choice(_PLACE)} on {rng.choice(_DAYS)} {rng.choice(_WHY)}."


def _paragraph(rng: Random) -> str:
    sentences = [_sentence(rng) for _ in range(rng.randint(1, 4))]
    if rng.random() < 0.4:
        sentences.append(
            f"“{_clause(rng)} {rng.choice(_WHY)},” said {_name(rng)}, who has lived in {rng.choice(_PLACE)} "
            "all along."
        )
    return " ".join(sentences)
