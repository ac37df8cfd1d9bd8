"""The names of features in words, for people who read an explanation.

A name is a kind and a value ("len=8"); each kind has a phrase. The names themselves stay what programs and
training know.
"""

from __future__ import annotations

import re
from collections.abc import Callable

HEADING = 40  # characters of a heading that are shown
SHARES = ("hardly any", "few", "some", "some", "most", "nearly all", "nearly all")  # in sixths, as numbers
FIFTHS = ("hardly any", "few", "some", "most", "all")
_ZONES = {"none": "in a text without prose", "before": "before the story", "in": "in the story",
          "after": "after the story"}  # fmt: skip
_CHARACTERS = {"a": "a small letter", "A": "a capital letter", "0": "a digit"}
_ENDS = {c: f"ends in {name}" for c, name in _CHARACTERS.items()} | dict.fromkeys(
    ".!?…", "ends like a sentence"
)
_STARTS = {"bullet": "begins with a bullet", "numbered": "begins with a number or letter of a list",
           "quote": "begins with a quotation mark", "lower": "begins with a small letter",
           "digit": "begins with a digit"}  # fmt: skip
_SIGNS = {"quote": "a quotation mark", "bracket": "a closing bracket", "dash": "a dash",
          "wide": "a tab or a wide gap"}  # fmt: skip
_IS = {
    "clock": "a time of day", "length": "a running time", "of": "a count such as “1 of 5”", "year": "a year",
    "date": "a date in figures", "ordinal": "an ordinal number", "money": "a sum of money",
    "percent": "a percentage", "url": "a web address", "email": "an e-mail address", "handle": "a handle",
    "hash": "a hashtag", "slashed": "words joined by a slash", "code": "signs of program code",
}  # fmt: skip
_CLASSES = {"given": "given names", "family": "family names", "past": "verbs in the past"}
_LINES = {"prose": "of a line that reads as prose", "ends": "of a line that ends like a sentence",
          "other": "of a line that is no sentence"}  # fmt: skip
_AUTHORS = {"first": "begins with", "in": "holds"}
_PLACES = {"<": "the first part", ">": "the last part", "-": "a middle part"}
_GAPS = {".": "no blank line", "|": "a blank line", "=": "the same line goes on"}
_WHOLE = {
    "prose": "reads as prose", "plain": "a text without mark-up", "time": "holds a machine-readable time",
    "name echoed": "a name that the story uses too", "name again": "a name that stands there twice",
    "candidate=0": "the likeliest headline", "candidate=none": "no line is like a headline",
    "in candidate<": "part of the likeliest headline, above it",
    "in candidate>": "part of the likeliest headline, below it",
    "echo=none": "no words to compare with the story", "layout=even": "blank lines tell nothing",
    "case=upper": "in capitals", "case=upper1": "a word in capitals", "case=title": "each word capitalized",
    "not=body": "is missing in the text that the page states",
    "names=author": "holds the name of the stated author", "part=title": "much of the stated title",
    "shares<": "shares words with what stands above", "shares<P": "shares words with what stands above",
    "shares>": "shares words with what stands below", "shares>P": "shares words with what stands below",
}  # fmt: skip
_STEPS = {  # kinds of counts in steps, with the end of each step
    "len": (1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45, 70, 110),
    "chars": (3, 8, 16, 28, 44, 64, 90, 130, 200, 320),
    "place": (0, 1, 2, 4, 7, 12, 20, 40), "pieces": (8, 16, 30, 60, 120), "prose": (0, 1, 3, 8),
    "words": (1, 3, 6, 12, 25, 50), "distance": (1, 2, 3, 5, 8, 13, 25), "near": (1, 2, 3, 5, 9, 20),
    "between": (1, 3, 6, 12, 25), "below": (1, 2, 4, 8, 16), "again": (2, 3, 6), "size": (3, 8, 20),
}  # fmt: skip


def in_words(name: str, heading: str | None = None) -> str:
    """A feature's name in words; `heading` is the text of the heading that the segment stands under."""
    if name in _WHOLE:
        return _WHOLE[name]
    if re.match(r"name[?+]", name):
        return "like a person's name" + (", with a known one" if set("+f") & set(name[4:]) else "")
    kind, sign, value = _divided(name)
    if kind == "under":
        return _under(value, heading)
    return _PHRASES[kind + sign](value) if kind + sign in _PHRASES else name


def _divided(name: str) -> tuple[str, str, str]:
    """Kind, sign and value: what stands before the first of =, < and > (of <> both), it, and what follows."""
    found = re.match(r"(prose(?=<>)|[A-Za-z ]+\d*)((?<=prose)<>|[=<>])", name)
    return (found[1], found[2], name[found.end() :]) if found else (name, "", "")


def _count(kind: str, value: str, one: str, many: str, offset: int = 0) -> str:
    """The counts of a step, such as "9 to 11 words"."""
    ends = _STEPS[kind]
    if value == "+":
        return f"more than {ends[-1] + offset} {many}"
    last = int(value)
    first = max((end for end in ends if end < last), default=last - 1) + 1
    if first == last:
        return f"{last + offset} {one if last + offset == 1 else many}"
    return f"{first + offset} to {last + offset} {many}"


def _place(value: str, end: str) -> str:
    return f"the {end} part" if value == "0" else f"{_count('place', value, 'part', 'parts')} from the {end}"


def _under(value: str, heading: str | None) -> str:
    kind, _, how = value.rpartition(":")
    if heading and len(heading) > HEADING:
        heading = heading[: HEADING - 1].rstrip() + "…"
    stands = f"stands under “{heading}”" if heading else f"stands under a heading of {_class(kind)}"
    return f"{stands}, {_ZONES[how]}" if how in _ZONES else stands


def _class(name: str) -> str:
    return _CLASSES.get(name, f"“{name.replace('_', ' ')}”")


def _zone(value: str) -> str:
    zone, _, rest = value.partition(":")
    if not rest:
        return _ZONES[zone]
    sentence, rest = (", a sentence", rest[:-1]) if rest.endswith(".") else ("", rest)
    if rest in _WORD_STEPS:
        return f"{_ZONES[zone]}, with {_count('words', rest, 'word', 'words')}{sentence}"
    return f"{_ZONES[zone]}, opens like {_class(rest)}"


_WORD_STEPS = {"+", *map(str, _STEPS["words"])}


def _line(value: str) -> str:
    if value[:-1] in _LINES and value[-1] in _PLACES:
        return f"{_PLACES[value[-1]]} {_LINES[value[:-1]]}"
    return f"is the line “{value}”"


def _echo(value: str, where: str) -> str:
    share, _, how = value.partition(":")
    zone = f", {_ZONES[how]}" if how in _ZONES else ""
    return f"{FIFTHS[int(share)]} of its words come back {where}{zone}"


def _around(value: str) -> str:
    prose, short = value[:-1].split("p")
    return f"of eight neighbours {prose} read as prose, {short} are short"


def _layout(value: str) -> str:
    return f"above it {_GAPS[value[0]]}, below it {_GAPS[value[1]]}"


def _joint(value: str, side: str) -> str:
    before, behind = (_CHARACTERS.get(character, f"“{character}”") for character in value[-2:])
    return f"cut off at its {side} between {before} and {behind}"


def _candidate(value: str) -> str:
    side = "below" if value[0] == "+" else "above"
    return f"{_count('near', value[1:], 'part', 'parts')} {side} the likeliest headline"


def _opens(value: str) -> str:
    return f"{'is' if value.endswith('=') else 'opens like'} {_class(value[:-1])}"


def _quoted(phrase: str) -> Callable[[str], str]:
    return lambda value: f"{phrase} “{value}”"


_PHRASES: dict[str, Callable[[str], str]] = {
    "len=": lambda value: _count("len", value, "word", "words"),
    "chars=": lambda value: _count("chars", value, "character", "characters"),
    "stop=": lambda value: f"{SHARES[min(int(value[:-1]), 6)]} function words",
    "lower=": lambda value: f"{SHARES[int(value[:-1])]} words in lower case",
    "caps=": lambda value: f"{SHARES[int(value[0])]} words with a capital",
    "end=": lambda value: _ENDS.get(value, f"ends in “{value}”"),
    "starts=": lambda value: _STARTS.get(value, f"begins with “{value}”"),
    "has=": lambda value: f"has {_SIGNS.get(value, f'“{value[:-1]}”')}",
    "is=": lambda value: f"has {_IS.get(value, value)}",
    "line=": _line,
    **{f"{kind}=": _quoted("begins with") for kind in ("w0", "w01", "w012", "bullet")},
    **{f"{kind}=": _quoted("ends with") for kind in ("z0", "z01")},
    **{f"{kind}=": _quoted("has the word") for kind in ("w", "W", "vector")},
    "shape=": _quoted("is shaped like"),
    "class=": lambda value: f"has words of {_class(value[:-1])}",
    "many=": lambda value: f"has many words of {_class(value[:-1])}",
    "mostly=": lambda value: f"is mostly words of {_class(value[:-1])}",
    "first=": lambda value: f"begins with a word of {_class(value)}",
    "last=": lambda value: f"ends with a word of {_class(value)}",
    "opens=": _opens,
    "zone=": _zone,
    "top=": lambda value: _place(value, "first").replace("from the first", "from the top"),
    "bottom=": lambda value: _place(value, "last").replace("from the last", "from the bottom"),
    "share=": lambda value: f"in tenth {int(value) + 1} of the text",
    "pieces=": lambda value: f"a text of {_count('pieces', value, 'part', 'parts')}",
    "done=": lambda value: f"{_count('prose', value, 'paragraph', 'paragraphs')} of prose above it",
    "left=": lambda value: f"{_count('prose', value, 'paragraph', 'paragraphs')} of prose below it",
    "before=": lambda value: f"{_count('distance', value, 'part', 'parts')} above the story",
    "after=": lambda value: f"{_count('distance', value, 'part', 'parts')} below the story",
    "prose<": lambda value: f"prose stands {_count('near', value, 'part', 'parts')} above",
    "prose>": lambda value: f"prose stands {_count('near', value, 'part', 'parts')} below",
    "prose<>": lambda value: f"{_count('between', value, 'word', 'words')} between two paragraphs",
    "echo=": lambda value: _echo(value, "in the story"),
    "echoed=": lambda value: _echo(value, "elsewhere in the text"),
    "author=": lambda value: f"{_AUTHORS[value]} a name that a byline, or a line alone, gives",
    "copied=": lambda value: f"{FIFTHS[int(value[0])]} of it stands elsewhere word for word",
    "again=": lambda value: f"stands there {_count('again', value[:-1], 'time', 'times')}",
    "candidate=": _candidate,
    "like candidate=": lambda value: f"shares {FIFTHS[int(value[0])]} words with the likeliest headline",
    "around=": _around,
    "alike=": lambda value: f"{value[0]} neighbours are as long",
    "layout=": _layout,
    "cut<": lambda value: f"cut off at its beginning ({value})",
    "cut>": lambda value: f"cut off at its end ({value})",
    "joint<": lambda value: _joint(value, "beginning"),
    "joint>": lambda value: _joint(value, "end"),
    "tag=": lambda value: f"an element <{value}>",
    "up=": lambda value: f"right inside <{value}>",
    "in=": lambda value: f"inside <{value}>",
    "h=": lambda value: f"part of a heading of level {value}",
    "all=": lambda value: f"all of it is <{value}>",
    "links=": lambda value: f"{FIFTHS[int(value)]} of it is links",
    "named=": _quoted("its element is named"),
    "prop=": _quoted("its element has the property"),
    "over=": _quoted("inside an element named"),
    "says=": lambda value: f"is the {value} that the page states",
    "kind=": lambda value: f"the page calls itself {value}",
}
