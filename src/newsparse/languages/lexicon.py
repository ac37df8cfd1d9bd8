"""Words as data, a file a language: word classes (word → classes), stop words and opening phrases (phrase → classes)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


class Lexicon(msgspec.Struct, frozen=True):
    """`words` and `phrases` map what is looked up, in lower case, to the names of its classes; `opens` holds the phrases' first words."""

    words: dict[str, tuple[str, ...]]
    stops: frozenset[str]
    phrases: dict[str, tuple[str, ...]]
    opens: frozenset[str]


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The lexicon of a language; `LANGUAGE.json` holds `words` and `phrases`, each {class: [entries]}."""
    raw = msgspec.json.decode(files(__package__).joinpath(language, "lexicon.json").read_bytes(), type=dict[str, dict[str, list[str]]])
    stops = frozenset(raw["words"].pop("stop"))
    phrases = _turned(raw["phrases"])
    return Lexicon(_turned(raw["words"]), stops, phrases, frozenset(phrase.split(" ", 1)[0] for phrase in phrases))


def _turned(classes: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, entries in classes.items():
        for entry in entries:
            found.setdefault(entry, []).append(name)
    return {entry: tuple(names) for entry, names in found.items()}
