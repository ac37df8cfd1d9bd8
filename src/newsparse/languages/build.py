"""The patterns of fields from lists of a language's words, where bylines and times are built as in most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from newsparse.languages.patterns import (
    BylinePatterns,
    CreditPatterns,
    EntityPatterns,
    FieldPatterns,
    PhotoCreditPatterns,
    Rewrites,
    TimestampPatterns,
)
from newsparse.regex import NOTHING, lazy, one_of

_UNSPACED = r"(?<=[^\u0000-\u05ff])"
"""Behind a letter of Arabic, Chinese, Japanese or Korean, where a label needs no sign."""


def field_patterns(
    *,
    by: str,
    author: str = "",
    work: str = "",
    other_work: str = "",
    joins: str = "",
    at: str = "",
    places: str = "",
    companions: str = "",
    role: str = "",
    roles: str = NOTHING,
    modifiers: str = NOTHING,
    plural: str = NOTHING,
    sources: str = NOTHING,
    lists: bool = False,
    sign: str = NOTHING,
    credits: tuple[tuple[str, str], ...] = (),
    credit_joins: str = NOTHING,
    updated: str = "",
    published: str = "",
    of: str = "",
    ordinal: str = "",
    clock_sign: str = "[:.]",
    half_day: str = NOTHING,
    before_day: str = "",
    before_clock: str = NOTHING,
    behind_clock: str = NOTHING,
    ago: str = NOTHING,
    reading: str = NOTHING,
    picture: str = "",
) -> FieldPatterns:
    """The FieldPatterns that words make, each list with bars between its words.

    `by` leads to the author at the start of a line, behind a sign or behind `work` ("text"); `author` is a
    label that does, with a colon. `other_work` is what others than authors do. `joins`, `companions`, `at`
    and `places` stand before another author, another author beside the first, an employer and a place.
    `role` stands behind a name that has no sign before it; `roles` and `modifiers` are words of a role, where
    a list cannot hold them, `plural` ends those of several people. `sources` stands before an agency that a
    text draws on; `lists` says that a comma joins two authors, where few places have names of two words;
    `sign` is what a reporter signs with. `credits` are beginnings of the words for a work, each with its
    role, and `credit_joins` the small words between them and the names. `updated` and `published` lead to a
    time, `of` stands between a day, its month and its year, `ordinal` behind a day's number, `clock_sign`
    (a regular expression) between hours and minutes. `before_day`, `before_clock` and `behind_clock` stand
    around days and clocks ("am", "um", "Uhr"); `ago` is a time that is told from now, `reading` says
    "reading time". `picture` opens a picture's credit.
    """
    connectors = "|".join(filter(None, (joins, companions, at, places)))
    works = "|".join(filter(None, (work, other_work)))
    by = f"{by}|by"  # pages of other languages keep the English word too
    joint_works = rf"(?:{works or NOTHING})(?:\s(?:{joins or NOTHING})\s\w+)?"
    before = rf"^\W*|[|;•–—]\s*|(?:^|(?<=\W))(?:{works or NOTHING})\s+"
    return FieldPatterns(
        entities=EntityPatterns(
            connector=lazy(rf"(?:^|\s)({connectors or NOTHING}|&|\+)(?:\s|$)", re.I),
            abbreviation=lazy(r"(?:^|[\s.\-])[^\W\d_]$"),
            employer=lazy(rf"\s({at or NOTHING})\s(?=[^\W\d_a-zß-öø-ÿ])"),
            plural=lazy(plural, re.I),
            role=lazy(rf"\A(?:{roles})\Z", re.I),
            modifier=lazy(rf"\A(?:{modifiers})\Z", re.I),
        ),
        byline=BylinePatterns(
            by=lazy(
                rf"(?:{before})(?:{by})(?:\s*[:：]|(?=\s|$))|(?<=[\s,;.|(])(?:{joint_works})\s?[:：]",
                re.I,
            ),
            label=lazy(
                rf"\A(?:[\W_]*+(?:{author or NOTHING})(?:\s?[:：︱|●/／]|{_UNSPACED})|\W*+\w++\s?[:：])\s*+",
                re.I,
            ),
            other_work=lazy(rf"(?<!\w)(?:{other_work or NOTHING})", re.I),
            writing=lazy(rf"(?<!\w)(?:{work or NOTHING})", re.I),
            lists=lists,
            sources=sources,
            sign=lazy(sign),
            leads=by,
            labels="|".join(filter(None, (author, work))),
            remark=lazy(rf"\s(?=(?:{role or NOTHING})(?!\w))", re.I),
            employers=_set(at),
            companions=_set(companions),
            places=_set(places),
            dangling=_set(connectors),
        ),
        credits=_works(credits, credit_joins, places),
        photo_credit=PhotoCreditPatterns(
            opening=lazy(
                rf"^\W*(?:{picture or NOTHING})(?:\s(?:{by}|d[eiu]))?(?:\s?[:：=/.|]+\s*|\s+)(?:{by}\s+)?",
                re.I,
            ),
            label=picture,
            separator="via|by",
            distributor=lazy("via", re.I),
            owners=_set(at),
            places=_set(places),
        ),
        part_labels={"photo_credit": lazy(rf"\A[\s|•*-]*+(?:{picture or NOTHING})\s?[:：=]\s*+", re.I)},
        timestamp=TimestampPatterns(
            updated=_word(updated),
            published=_word(published),
            length=r"(?<!\d)\d++\s?(?i:min(?:ut\w*|\.)?)(?!\w)",
            day_of=rf"(?i:{of})\s" if of else NOTHING,
            ordinal=rf"(?i:{ordinal})" if ordinal else NOTHING,
            clock_sign=clock_sign,
            half_day=half_day,
            before_day=before_day,
            before_clock=before_clock,
            behind_clock=behind_clock,
            ago=rf"(?<!\d){_word(ago)}",
            reading=reading,
            afternoon=lazy("p", re.I),
            clock_below=True,
            day_first=True,
        ),
    )


def in_other_order(
    patterns: FieldPatterns,
    *,
    name: str = NOTHING,
    organization: str = NOTHING,
    byline: Sequence[tuple[str, str]] = (),
    photo: Sequence[tuple[str, str]] = (),
    dateline: str = NOTHING,
    roles: Mapping[str, str] | None = None,
    half_day: str = "",
    afternoon: str = "p",
    updated_behind: bool = False,
    month_day: bool = False,
    second_month: bool = False,
    buddhist: bool = False,
    length: str = NOTHING,
) -> FieldPatterns:
    """`patterns` for a language that prints names, datelines and times in another order than English.

    `name` and `organization` are such of one word. `byline` and `photo` are patterns and what to read in
    their place, `dateline` has the groups place and agency, `roles` maps the words before a colon to the role
    of who is named behind it. `half_day` stands before a clock, in its second half where it begins with
    `afternoon`; `length` says how long a text is or takes to read.
    """
    times = replace(
        patterns.timestamp,
        half_day=half_day or patterns.timestamp.half_day,
        half_day_before=half_day or NOTHING,
        afternoon=lazy(afternoon, re.I),
        kind_behind=updated_behind,
        length=rf"{length}|{patterns.timestamp.length}",
        month_day="" if month_day else NOTHING,
        second_month="" if second_month else NOTHING,
        years=r"(?:19|20|25)\d\d" if buddhist else patterns.timestamp.years,
        buddhist=buddhist,
    )
    entities = replace(
        patterns.entities,
        single_name=lazy(name),
        single_organization=lazy(organization),
        plural=lazy("$") if name != NOTHING else patterns.entities.plural,
    )
    return replace(
        patterns,
        entities=entities,
        byline=replace(patterns.byline, rewrites=_rewrites(byline)),
        photo_credit=replace(patterns.photo_credit, rewrites=_rewrites(photo)),
        credits=_credits(roles) if roles else patterns.credits,
        timestamp=times,
        dateline=lazy(dateline),
    )


def _rewrites(pairs: Iterable[tuple[str, str]]) -> Rewrites:
    return tuple((lazy(pattern), replacement) for pattern, replacement in pairs)


def _credits(roles: Mapping[str, str]) -> CreditPatterns:
    """Words before a colon or a slash, and the role of those behind it."""
    words = one_of(roles)
    return CreditPatterns(
        roles=tuple((word.lower(), roles[word]) for word in sorted(roles, key=len, reverse=True)),
        joint=rf"(?<!\s)\s++(?=(?:{words})\s?[:：/／|︱])",
        work_by=lazy(rf"\W*+(?P<label>{words})\s?[:：/／|︱=]\s*(?P<work>(?!))?(?P<noun>(?!))?", re.I),
    )


def _works(roles: tuple[tuple[str, str], ...], joins: str, places: str) -> CreditPatterns:
    """The patterns of credits: a work, the small words behind it, and who did it."""
    if not roles:
        return CreditPatterns()
    works = "|".join(start for start, _ in roles)
    return CreditPatterns(
        roles=roles,
        by=lazy(NOTHING),
        work_by=lazy(
            rf"\W*+(?P<label>(?:{works})\w*+(?:\s(?:{joins})(?!\w)|\s[dl]['’])*)\s*+[:：.]?\s*+"
            rf"|(?P<work>{NOTHING})|(?P<noun>(?:\w++\s){{0,3}}?\w++)\s?[:：]\s*+",
            re.I,
        ),
        places=_set(places),
    )


def _word(words: str) -> str:
    """The source of a pattern of these words, in which spaces do not count."""
    spaced = words.replace(" ", r"\s")
    return rf"(?<![^\W\d_])(?i:{spaced or NOTHING})(?![^\W\d_])"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split("|")) - {""}
