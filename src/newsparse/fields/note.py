"""Note: what kind of remark on the text it is."""

from __future__ import annotations

import re

from newsparse.article import Note, NoteKind
from newsparse.fields.entities import fold

_OPENINGS: tuple[tuple[NoteKind, re.Pattern[str]], ...] = (
    ("correction", re.compile(r"\W*(?:correction|clarification|corrected|erratum)", re.I)),
    ("editor", re.compile(r"\W*(?:editor(?:s|ial)?['’]?s? note|note from the editor|ed(?:itor)?\.? note)", re.I)),
    ("update", re.compile(r"\W*updated?\b", re.I)),
    ("disclosure", re.compile(r"\W*(?:\w+ )?(?:disclosures?|disclaimers?)\b", re.I)),
)
_PHRASES: tuple[tuple[NoteKind, re.Pattern[str]], ...] = (
    (
        "correction",
        re.compile(
            r"\b(?:misstated|misspelled|misidentified|incorrectly|(?:earlier|previous) version|(?:was|been) corrected|corrects|"
            r"clarif(?:y|ies) (?:that|the))\b",
            re.I,
        ),
    ),
    ("update", re.compile(r"\b(?:was|been|is|be) (?:last )?updated?\b|\bthis is a (?:breaking|developing)\b", re.I)),
    (
        "disclosure",
        re.compile(
            r"\b(?:affiliates?|commissions?|compensation|sponsor(?:s|ed)|paid (?:post|content|partner)|in partnership with|"
            r"advertis(?:ers?|ing)|disclos(?:ure|es)|(?:views|opinions|statements)\b.{0,80}\b(?:those of|own\b|author|responsible|reflect)|"
            r"(?:supported|funded|made possible) (?:in part )?by (?:an? )?(?:grants?|funding|donations?|support)\b|"
            r"owns? shares|holds? (?:a )?(?:position|shares)|(?:not|nor) (?:intended|constitute)|medical advice)",
            re.I,
        ),
    ),
)


def note(text: str) -> Note:
    """The note with its kind: what it opens with decides, else what it says."""
    seen = fold(text)
    for patterns, test in ((_OPENINGS, "match"), (_PHRASES, "search")):
        for named, pattern in patterns:
            if getattr(pattern, test)(seen):
                return Note(named, " ".join(text.split()))
    return Note("other", " ".join(text.split()))
