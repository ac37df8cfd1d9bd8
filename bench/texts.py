"""Invented articles, any number of them, each the same for the same number."""

from __future__ import annotations

from pathlib import Path
from random import Random

_FIRST = ("Ann", "Bela", "Carl", "Dora", "Emil", "Frida", "Goran", "Hanna", "Ivo", "Jana", "Kurt", "Lena", "Milo", "Nora", "Otto", "Petra")
_LAST = ("Adler", "Brook", "Castell", "Dane", "Ebner", "Falk", "Greer", "Hollis", "Ingram", "Jansen", "Keller", "Lund", "Marsh", "Novak")
_PLACE = ("Port Ellan", "Karsk", "Westmoor", "Halden", "Sorrin", "Old Ferry", "Brackwater", "Lindholm", "Nerva", "Tolvik")
_WHO = ("the council", "a court", "the harbour board", "the ministry", "a union", "the school", "the river police", "a group of farmers")
_DID = ("voted for", "rejected", "has put off", "will look again at", "paid for", "spoke against", "asked for", "is to open")
_WHAT = (
    "the new bridge",
    "a tax on empty houses",
    "the ferry to the islands",
    "the old market hall",
    "a plan for the railway",
    "the flood wall",
)
_WHY = ("after months of talks", "because the money ran out", "although few had expected it", "as the rain went on", "despite a protest")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def article(number: int) -> str:
    """A raw text as a browser copies it: headline, byline, time, highlights, a caption, a body and what stands around it."""
    luck = Random(number)
    place, author = luck.choice(_PLACE), _name(luck)
    lines = ["Home | News | Sport | Weather", "", _headline(luck), f"By {author}, Harbour Times", _when(luck), ""]
    if luck.random() < 0.5:
        lines += ["Story highlights", *(_clause(luck) for _ in range(3)), ""]
    if luck.random() < 0.7:
        lines += [f"{_sentence(luck)} (Photo: {_name(luck)}/Harbour Pictures)", ""]
    lines += [f"{place.upper()} (HT) — {_paragraph(luck)}", ""]
    for _ in range(luck.randint(6, 24)):
        lines += [_paragraph(luck), ""]
    lines += [f"{_name(luck)} contributed to this report.", "", "Read more: " + _headline(luck), "Share this story", "© Harbour Times"]
    return "\n".join(lines) + "\n"


def folder(root: Path, count: int) -> None:
    """Write `count` articles below `root`, 500 a folder."""
    for number in range(count):
        path = root / f"{number // 500:04}" / f"{number:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article(number), encoding="utf-8")


def _name(luck: Random) -> str:
    return f"{luck.choice(_FIRST)} {luck.choice(_LAST)}"


def _when(luck: Random) -> str:
    day = f"{luck.randint(1, 28)} {luck.choice(_MONTHS)} {luck.randint(1999, 2024)}"
    return f"Published {day} {luck.randint(0, 23):02}:{luck.randint(0, 59):02} GMT"


def _clause(luck: Random) -> str:
    clause = f"{luck.choice(_WHO)} {luck.choice(_DID)} {luck.choice(_WHAT)}"
    return clause[0].upper() + clause[1:]


def _headline(luck: Random) -> str:
    return f"{_clause(luck)} in {luck.choice(_PLACE)}"


def _sentence(luck: Random) -> str:
    return f"{_clause(luck)} in {luck.choice(_PLACE)} on {luck.choice(_DAYS)} {luck.choice(_WHY)}."


def _paragraph(luck: Random) -> str:
    sentences = [_sentence(luck) for _ in range(luck.randint(1, 4))]
    if luck.random() < 0.4:
        sentences.append(f"“{_clause(luck)} {luck.choice(_WHY)},” said {_name(luck)}, who has lived in {luck.choice(_PLACE)} all along.")
    return " ".join(sentences)
