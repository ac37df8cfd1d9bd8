"""Note: what kind of remark on the text it is."""

from __future__ import annotations

from itertools import chain

from newsparse.article import Note
from newsparse.fields.entities import normalize_space
from newsparse.languages import Language


def note(text: str, language: Language) -> Note:
    """The note with its kind: what it opens with decides, else what it says."""
    start = normalize_space(text)
    openings = (kind for kind, pattern in language.fields.note_openings if pattern.match(start))
    phrases = (kind for kind, pattern in language.fields.note_phrases if pattern.search(start))
    return Note(next(chain(openings, phrases), "other"), " ".join(text.split()))
