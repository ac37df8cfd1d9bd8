"""The patterns of a language, a record a stage. A pattern that a language lacks has a default that matches nothing."""

from __future__ import annotations

import re

import msgspec

NEVER = re.compile(r"(?!)")  # matches nothing


class SegmentPatterns(msgspec.Struct, frozen=True, kw_only=True):
    """What the stage `segment` reads by: candidates of cuts, hard wraps, features."""


class FieldPatterns(msgspec.Struct, frozen=True, kw_only=True):
    """What the stage `fields` reads by: bylines, credits, photo credits, media, notes, dates."""


class PagePatterns(msgspec.Struct, frozen=True, kw_only=True):
    """What pages are read by: names of authors, headlines, days."""
