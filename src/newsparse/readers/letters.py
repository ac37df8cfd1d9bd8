"""Which encoding makes letters of bytes: the evidence that words give.

A wrong code page puts signs, capitals and letters of other languages inside words. So each candidate is
judged by the words with bytes beyond ASCII that it makes: whether their letters are those of one language,
and whether case and signs stand where they can.
"""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress

MIN_SHARE = 0.9  # of the characters beyond ASCII that have to fit; of right ones 0.96 and more do
UTF16_NULS = 0.003  # of the bytes; in Chinese and Japanese news, line breaks and digits make up so many
UTF16_SHARE = 0.95  # of the characters that have to be letters, figures, spaces or signs of writing

# the single-byte encodings of Latin scripts, the likelier before; a later one has to fit clearly better
LATIN = ("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257", "mac_roman", "cp437")
MARGIN = 0.02

# letters beside a to z (CLDR's main and, where news use them, auxiliary exemplars)
_LETTERS = {
    "de": "äöüßé", "fr": "àâæçéèêëîïôœùûüÿ", "es": "áéíñóúü", "pt": "ãõâêôáéíóúàçü", "it": "àèéìòùî",
    "nl": "éëïöèüê", "sv": "åäöé", "no": "æøåéòôó", "fi": "åäöšž", "is": "áéíóúýþæöð",
    "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű",
    "hr": "čćžšđ", "ro": "ăâîșțşţ", "tr": "çğıöşüâîûi̇", "et": "äõöüšž", "lv": "āčēģīķļņšūž",
    "lt": "ąčęėįšųūž", "ca": "àçèéíïòóúü·", "sq": "çë", "en": "éèêëïöüñçáíóâîôàäå",
}  # fmt: skip
_INVENTORIES = tuple(frozenset(letters + letters.upper()) for letters in _LETTERS.values())
_ALONE = frozenset("àáèéíóöúåæÀÁÈÉÍÓÖÚÅ")  # letters that are words
_CJK = frozenset("。、，：；？！「」『』（）《》“”・ー〜－％")
_MONEY, _LOW_QUOTES, _INSIDE = frozenset("£€¥"), frozenset("„‚"), frozenset("’‘·–—…\xa0\xad")
_SIGNS = _MONEY | _LOW_QUOTES | _INSIDE | frozenset("•©®™°§½¼¾ªº²³×«»‹›“”¿¡†")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def best_latin(data: bytes) -> str | None:
    """The encoding of a Latin script in which the words of these bytes are words; None where none fits."""
    shares = _latin_shares(data)
    best = max(shares.values(), default=0.0)
    if best < MIN_SHARE:
        return None
    return next(name for name, share in shares.items() if share >= best - MARGIN)


def fits_better(text: str, data: bytes) -> bool:
    """Whether more of a text are words than in what any encoding of a Latin script makes of these bytes."""
    return _share(text) > max(MIN_SHARE, *_latin_shares(data).values())


def _latin_shares(data: bytes) -> dict[str, float]:
    """How well the bytes fit each of LATIN in which they are characters."""
    shares: dict[str, float] = {}
    for name in LATIN:
        with suppress(UnicodeDecodeError):
            shares[name] = _share(data.decode(name))
    return shares


def utf16_without_mark(data: bytes) -> str | None:
    """Which UTF-16 these bytes are without a mark; None where they are not."""
    if data.count(0) < max(1, UTF16_NULS * len(data)):
        return None
    data = data[: len(data) // 2 * 2]
    shares = {name: _running(data.decode(name, "replace")) for name in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= UTF16_SHARE else None


def _running(text: str) -> float:
    """The share of a text's characters that running text has; 0 where nothing divides it into words or
    sentences.
    """
    usual = sum(
        1 for c in text if c.isalnum() or c in "\n\r\t" or " " <= c <= "~" or c in _SIGNS or c in _CJK
    )
    return usual / len(text) if any(map(text.count, " \n。、")) else 0.0


def _share(text: str) -> float:
    """The share of the characters beyond ASCII that stand where they can; 0 where there are none."""
    letters: Counter[str] = Counter()
    total = signs = 0
    for found in _BEYOND_ASCII.finditer(text):
        total += 1
        i, c = found.start(), found[0]
        before, after = text[max(0, i - 1) : i], text[i + 1 : i + 3]
        if c in _SIGNS:
            signs += _can_be_sign(c, before, after[:1])
        elif c.isalpha() and _can_be_letter(c, before, after):
            letters[c] += 1
    known = max(sum(letters[c] for c in own) for own in _INVENTORIES)
    return (known + signs) / total if total else 0.0


def _can_be_letter(letter: str, before: str, after: str) -> bool:
    """Whether a letter stands where one can: a capital not behind a small letter, nor before a word with a
    capital of its own; not beside a figure; and alone only where it is a word.
    """
    if letter.isupper() and (
        before.islower() or (not before.isalpha() and after[:1].isupper() and after[1:].islower())
    ):
        return False
    if before.isalpha() or after[:1].isalpha():
        return True
    return letter in _ALONE and not after[:1].isdigit()


def _can_be_sign(sign: str, before: str, after: str) -> bool:
    """Whether a sign stands where one can: few inside a word, money beside a figure."""
    if sign in _MONEY:
        return before.isdigit() or after.isdigit() or before == " " != after
    if sign in _LOW_QUOTES:
        return not before.isalpha() and not after.isspace()
    return sign in _INSIDE or not (before.isalpha() and after.isalpha())
