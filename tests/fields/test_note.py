"""Notes: what kind of remark it is."""

from __future__ import annotations

import pytest

from newsparse.article import Note, NoteKind
from newsparse.fields.note import note
from newsparse.languages import load

ENGLISH = load("en")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Correction: the year was wrong.", "correction"),
        ("An earlier version of this article misstated the year.", "correction"),
        ("Editor's note: this story has been updated.", "editor"),
        ("(Editors’ Note: readers may find this distressing.)", "editor"),
        ("This post has been updated.", "update"),
        ("UPDATE: The ferry is back.", "update"),
        ("We may earn a commission from links on this page.", "disclosure"),
        ("Disclosure: the author owns a boat.", "disclosure"),
        ("The views expressed are those of the author.", "disclosure"),
        ("The opinions here are the writer’s own.", "disclosure"),
        ("Supported by a grant from the Gull Fund.", "disclosure"),
        ("First published in The Gull.", "other"),
        ("", "other"),
    ],
)
def test_notes(text: str, kind: NoteKind) -> None:
    assert note(text, ENGLISH) == Note(kind, text)
