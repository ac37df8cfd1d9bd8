"""Which language a text is in: by its script and, where several languages share it, by the share of each
one's stop words.

English is asked first: a text that reads as English costs no other language's data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsparse.languages import load_lexicon

# characters, from the first third of the text: furniture at its very top says little about the story
SAMPLE = 6_000
# share of stop words from which a text is taken for English at once; English news has .35 to .5, other
# languages below .1
SURE = 0.2
LEAST = 0.05  # share of stop words below which no language is told apart

_WORD = re.compile(r"[^\W\d_]+")
# the first script that makes up a quarter of the letters counts; Japanese also holds Han, so that kana are
# looked for first
_SCRIPTS = (
    (re.compile(r"[\u3040-\u30ff]"), ("ja",)),
    (re.compile(r"[\uac00-\ud7af]"), ("ko",)),
    (re.compile(r"[\u3400-\u9fff]"), ("zh",)),
    (re.compile(r"[\u0400-\u04ff]"), ("ru", "uk")),
    (re.compile(r"[\u0600-\u06ff]"), ("ar",)),
    (re.compile(r"[\u0590-\u05ff]"), ("he",)),
    (re.compile(r"[\u0900-\u097f]"), ("hi",)),
    (re.compile(r"[\u0e00-\u0e7f]"), ("th",)),
    (re.compile(r"[\u0370-\u03ff]"), ("el",)),
)
_LATIN = ("de", "fr", "es", "it", "pt", "nl", "pl", "tr", "sv", "no", "da", "fi", "cs", "id", "vi")
SHARE = 0.25
UNKNOWN = "und"  # ISO 639-2, undetermined: a language of a script that is not in the table
_LATIN_LETTER = re.compile(r"[a-z\u00c0-\u024f\u1e00-\u1eff]")


def detect(text: str) -> str:
    """The code of the language that a text is in.

    UNKNOWN in a script that is not in the table; "en" where Latin letters show none of the languages.
    """
    start = len(text) // 3 if len(text) > SAMPLE else 0
    words = _WORD.findall(text[start : start + SAMPLE].lower())
    english = _stop_share(words, "en")
    if english >= SURE or not words:
        return "en"
    letters = "".join(words)
    for script, codes in _SCRIPTS:
        if len(script.findall(letters)) >= SHARE * len(letters):
            return max(codes, key=lambda code: _stop_share(words, code)) if len(codes) > 1 else codes[0]
    if len(_LATIN_LETTER.findall(letters)) < SHARE * len(letters):
        return UNKNOWN
    share, code = max((_stop_share(words, code), code) for code in _LATIN)
    return code if share > max(english, LEAST) else "en"


def _stop_share(words: Iterable[str], code: str) -> float:
    stops = load_lexicon(code).stops
    found = [word in stops for word in words]
    return sum(found) / (len(found) or 1)
