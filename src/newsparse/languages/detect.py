"""Which language a text is in: by its script and, where several languages share it, by its letters and the
share of each one's stop words.

English is asked first: a text that reads as English costs no other language's data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsparse.languages import DEFAULT, load_lexicon
from newsparse.regex import POINTS, lazy

# characters, from the first third of the text: furniture at its very top says little about the story
SAMPLE = 6_000
FIRST = 1_500  # of them, which show English: of 2,012 labelled texts the same are told apart by all
# share of stop words from which a text is taken for English at once; English news has .35 to .5, other
# languages below .1
SURE = 0.2
# share of stop words below which no language is told apart; of 2,012 labelled texts all have .12, those in
# languages that write small words together with others .07
LEAST = 0.1
LEAST_JOINED = 0.05
# different stop words that a longer text has: languages share a few by chance, as "la" and "ya"
VARIED = 4
# words from which a text without stop words is in another language: names and figures alone are shorter
ENOUGH = 25
MAX_OTHERS = 0.01  # share of letters that a language lacks, from which a text is in another; names have fewer
SHARE = 0.25  # of the letters, from which a script counts

_WORD = lazy(rf"[^\W\d_]+(?:[{POINTS}]+[^\W\d_]*)*")
_POINT = lazy(f"[{POINTS}]")  # is no letter
# the first script that makes up a quarter of the letters counts; Japanese also holds Han, so that kana are
# looked for first
_SCRIPTS = (
    (lazy(r"[\u3040-\u30ff]"), ("ja",)),
    (lazy(r"[\uac00-\ud7af]"), ("ko",)),
    (lazy(r"[\u3400-\u9fff]"), ("zh",)),
    (lazy(r"[\u0400-\u052f]"), ("ru", "uk")),
    (lazy(r"[\u0600-\u06ff]"), ("ar",)),
    (lazy(r"[\u0590-\u05ff]"), ("he",)),
    (lazy(r"[\u0900-\u097f]"), ("hi",)),
    (lazy(r"[\u0e00-\u0e7f]"), ("th",)),
    (lazy(r"[\u0370-\u03ff\u1f00-\u1fff]"), ("el",)),
    (
        lazy(r"[a-z\u00c0-\u024f\u1e00-\u1eff]"),
        ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "sv", "no", "da", "fi", "cs", "id", "vi"),
    ),
)
# those of one language in news, or without spaces between words: the script itself tells them apart
_SCRIPT_ALONE = frozenset(("ja", "ko", "zh", "he", "th", "el"))
# what a language writes beyond a to z, or of its script
_LETTERS = {
    "en": "éèñ", "de": "äöüß",
    "fr": "àâæçéèêëîïôœùûüÿ", "es": "áéíñóúü", "it": "àèéìíîòóù", "pt": "áâãàçéêíóôõúü",
    "nl": "áéèëïíóöü", "pl": "ąćęłńóśźż", "tr": "çğıöşüâîû", "sv": "åäöé", "no": "æøåéòóô", "da": "æøåé",
    "fi": "åäö", "cs": "áčďéěíňóřšťúůýž", "id": "é", "vi": "àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ",
    "ru": "а-яё", "uk": "а-щьюяєіїґ", "ar": "\u0621-\u064a", "hi": "\u0900-\u097f",
}  # fmt: skip
_OTHERS = {code: lazy(rf"[^a-z{letters}]") for code, letters in _LETTERS.items()}
_JOINED = frozenset(("ar", "tr"))
_USUAL = {"ru": "ы", "uk": "і"}  # a letter that every longer text has: Bulgarian has the others too
UNKNOWN = "und"  # ISO 639-2, undetermined: a language that there are no words for


class Detection(NamedTuple):
    """The code of the language that a text is in, None where nothing tells it apart, and the code of the one
    to read it in: UNKNOWN where it is none of those that there are words for.
    """

    language: str | None
    read_in: str


def detect(text: str) -> Detection:
    """The language that a text is in. Of a few words that show none, it is read in the first of its script,
    as English where the letters are Latin.
    """
    start = len(text) // 3 if len(text) > SAMPLE else 0
    if _stop_share(_words(text[start : start + FIRST]), DEFAULT) >= SURE:
        return Detection(DEFAULT, DEFAULT)
    words = _words(text[start : start + SAMPLE])
    if not words:
        return Detection(None, DEFAULT)
    if _stop_share(words, DEFAULT) >= SURE:
        return Detection(DEFAULT, DEFAULT)
    letters = _POINT.sub("", "".join(words))
    candidates = next((codes for script, codes in _SCRIPTS if _has(letters, script)), ())
    if candidates and candidates[0] in _SCRIPT_ALONE:
        return Detection(candidates[0], candidates[0])
    is_long = len(words) >= ENOUGH
    shares = {code: _stop_share(words, code) for code in candidates if _can_be(letters, code, is_long)}
    code = max(shares, key=shares.__getitem__, default=None)
    least = LEAST_JOINED if code in _JOINED else LEAST
    if code and shares[code] >= least and (not is_long or _variety(words, code) >= VARIED):
        return Detection(code, code)
    return Detection(None, candidates[0] if candidates and not is_long else UNKNOWN)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _has(letters: str, script: re.Pattern[str]) -> bool:
    """Whether a script makes up so many of the letters that it counts."""
    return len(script.findall(letters)) >= SHARE * len(letters)


def _can_be(letters: str, code: str, is_long: bool) -> bool:
    """Whether letters can be those of a language: hardly any that it lacks, and those that it always has."""
    others = _OTHERS.get(code)
    if is_long and _USUAL.get(code, "") not in letters:
        return False
    return not others or len(others.findall(letters)) <= MAX_OTHERS * len(letters)


def _variety(words: Iterable[str], code: str) -> int:
    """How many different stop words of a language there are."""
    return len(load_lexicon(code).stops.intersection(words))


def _stop_share(words: Sequence[str], code: str) -> float:
    return sum(map(load_lexicon(code).stops.__contains__, words)) / (len(words) or 1)
