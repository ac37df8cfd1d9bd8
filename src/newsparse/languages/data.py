"""The words of a language as they are looked up: its lexicon, the words of entities, and those of dates."""

from __future__ import annotations

import msgspec

USUAL_STOP_SHARE = 0.43  # in labelled English paragraphs; Romance and Germanic languages have .39 to .47


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """`words` and `phrases` map what is looked up, in lower case, to the names of its classes.

    `stops` are the stop words, `opens` the first words of the phrases. `stop_share` is the mean share of stop
    words in the paragraphs of news in the language; less where small words are parts of others.
    """

    words: dict[str, tuple[str, ...]] = {}
    stops: frozenset[str] = frozenset()
    phrases: dict[str, tuple[str, ...]] = {}
    opens: frozenset[str] = frozenset()
    stop_share: float = USUAL_STOP_SHARE

    def of_classes(self, *names: str) -> list[str]:
        """The words of any of these classes."""
        return [word for word, classes in self.words.items() if not set(names).isdisjoint(classes)]


class Entities(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words that names, roles, organizations and places are known by, in lower case but for the acronyms.

    `organizations` maps to the form to print. `acronyms` and `place_acronyms` keep their capitals,
    `place_small_words` lose theirs inside a place's name. `initials` are first names that are printed in
    capitals ("JP"). A name that begins with one of `states` is an organization's ("UN Women"). A name that
    begins with one of `place_openers` is a place's ("Port Ellen"). One of `outlet_words` stands in the
    name of a paper or a station.
    """

    roles: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    teams: frozenset[str] = frozenset()
    organizations: dict[str, str] = {}
    organization_words: frozenset[str] = frozenset()
    outlet_words: frozenset[str] = frozenset()
    credentials: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    lead: frozenset[str] = frozenset()
    stop: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    trailing: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    place_openers: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    place_acronyms: frozenset[str] = frozenset()
    place_small_words: frozenset[str] = frozenset()


class Dates(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of dates, all in lower case but for the zones.

    `months` maps to 1–12, `weekdays` to 0 (Monday) – 6, `zones` to an offset or the name of a zone in the
    IANA data. In English IST is India's, BST Britain's, CST and AST America's, as is usual with news.
    """

    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    zones: dict[str, str] = {}


class _Classes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a lexicon.json holds."""

    words: dict[str, list[str]] = {}
    phrases: dict[str, list[str]] = {}
    stop_share: float = USUAL_STOP_SHARE


def decode_lexicon(raw: bytes) -> Lexicon:
    """The Lexicon of a lexicon.json: `words` and `phrases`, each {class: [entries]};
    the class `stop` holds the stop words. `stop_share` may be left out.
    """
    classes = msgspec.json.decode(raw, type=_Classes)
    stops = frozenset(classes.words.pop("stop", ()))
    phrases = _by_entry(classes.phrases)
    opens = frozenset(phrase.split(" ", 1)[0] for phrase in phrases)
    return Lexicon(
        words=_by_entry(classes.words), stops=stops, phrases=phrases, opens=opens,
        stop_share=classes.stop_share,
    )  # fmt: skip


def _by_entry(classes: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """{class: [entries]} turned round: {entry: (classes)}."""
    names: dict[str, list[str]] = {}
    for name, entries in classes.items():
        for entry in entries:
            names.setdefault(entry, []).append(name)
    return {entry: tuple(classes) for entry, classes in names.items()}
