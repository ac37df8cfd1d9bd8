"""The patterns of a language, a record a stage. A pattern that a language lacks has a default that matches
nothing.
"""

from __future__ import annotations

import re

import msgspec

from newsparse.article import Label, NoteKind
from newsparse.regex import NOTHING, lazy

NEVER = lazy(NOTHING)


# patterns and what stands in their place, one after the other
Rewrites = tuple[tuple[re.Pattern[str], str], ...]


class SegmentPatterns(msgspec.Struct, frozen=True, kw_only=True):
    """What the stage `segment` reads by: candidates of boundaries, hard wraps, features.

    Of a `…_words`, one stands in every match of its pattern, in lower case. `joint` looks at no white space.
    """

    suspended_hyphen: re.Pattern[str] = NEVER  # behind a hyphen that joins nothing: pre- and post-war
    marker: re.Pattern[str] = NEVER  # what introduces highlights
    marker_words: frozenset[str] = frozenset()
    credit: re.Pattern[str] = NEVER  # where the credit of a picture begins
    credit_words: frozenset[str] = frozenset()
    work: re.Pattern[str] = NEVER  # where a line about who else worked on it begins
    work_words: frozenset[str] = frozenset()
    link: re.Pattern[str] = NEVER  # the space before a call to read on, to follow, to share
    tail: re.Pattern[str] = NEVER  # words of a page's buttons at the end of a line
    tail_words: tuple[str, ...] = ()
    date: re.Pattern[str] = NEVER  # with its time, and what introduces it
    # their first letters; a digit, and one of them or digits with a mark between, stand in every date
    months: tuple[str, ...] = ()
    relative_words: frozenset[str] = frozenset()
    relative_time: re.Pattern[str] = NEVER  # three hours ago; five minutes to read
    by: re.Pattern[str] = NEVER  # the word before an author
    by_words: frozenset[str] = frozenset()
    name_prefixes: tuple[str, ...] = ()  # behind them a capital in a word begins no other word
    rights: re.Pattern[str] = NEVER  # where a notice of rights begins
    rights_end: re.Pattern[str] = NEVER  # where it may end
    count_of: re.Pattern[str] = NEVER  # 3 of 12
    ordinal: re.Pattern[str] = NEVER  # 3rd
    sentence: re.Pattern[str] = NEVER  # between two sentences, where a text has lost its line breaks
    abbreviation: re.Pattern[str] = NEVER  # at the end of what is searched: its full stop ends no sentence
    inner_dateline: re.Pattern[str] = NEVER  # a dateline in capitals, there
    # between a title without a full stop and the sentence behind it, there
    title_end: re.Pattern[str] = NEVER
    joint: re.Pattern[str] = NEVER  # between two words that were run together
    # of a language that is read with the English patterns and those of its own words on top
    local_dateline: re.Pattern[str] = NEVER  # at the start; group "sign" where an agency stands in it
    local_date: re.Pattern[str] = NEVER  # with its time, and what introduces it
    local_relative: re.Pattern[str] = NEVER  # three hours ago; five minutes to read
    local_by: re.Pattern[str] = NEVER  # the word before an author
    local_credit: re.Pattern[str] = NEVER  # the label of a picture
    local_work: re.Pattern[str] = NEVER  # where a line about sources or other workers begins
    local_link: re.Pattern[str] = NEVER  # the space before a call to read on, to follow, to share
    # what opens a line: each group is a part, named by the kind of the boundary at its end
    local_opening: re.Pattern[str] = NEVER
    local_closing: re.Pattern[str] = NEVER  # a credit or a signature at the end of a line


class EntityPatterns(msgspec.Struct, frozen=True, kw_only=True):
    """People, organizations and roles in a few words."""

    connector: re.Pattern[str] = NEVER  # joins two names, or a name and an employer; group 1 is the word
    genitives: frozenset[str] = frozenset()  # those connectors that may stand inside an organization's name
    introducers: frozenset[str] = frozenset()  # words that lead to a name ("by")
    both: re.Pattern[str] = NEVER  # two names and a conjunction: groups 1 and 2
    article: re.Pattern[str] = NEVER  # the space before an article that opens a name
    possessive: re.Pattern[str] = NEVER  # between an organization and its person
    employer: re.Pattern[str] = NEVER  # between a name or a role and an organization; group 1 is the word
    team: re.Pattern[str] = NEVER  # how a team's name opens, in lower case
    abbreviation: re.Pattern[str] = NEVER  # an abbreviation at the end, whose full stop stays
    plural: re.Pattern[str] = NEVER  # the ending of a plural
    participle: re.Pattern[str] = NEVER  # the endings of words that are no first names
    single_name: re.Pattern[str] = NEVER  # a person's name of one word, where names are written as one
    single_organization: re.Pattern[str] = NEVER  # an organization's name of one word, there
    role: re.Pattern[str] = NEVER  # a role in one word, where there are more than a list can hold
    modifier: re.Pattern[str] = NEVER  # a word before a role that belongs to it


class BylinePatterns(msgspec.Struct, frozen=True, kw_only=True):
    """Who wrote it."""

    by: re.Pattern[str] = NEVER  # a word that leads to a name
    label: re.Pattern[str] = NEVER  # what a byline may open with, up to the name
    other_work: re.Pattern[str] = NEVER  # work other than writing, in the words that lead to a name
    writing: re.Pattern[str] = NEVER  # writing in the same words, which makes an author of who did both
    leads: str = ""  # those words alone: source of a regular expression
    labels: str = ""  # words that lead to a name with a colon: source of a regular expression
    # words before an agency or a paper that a text draws on: source of a regular expression
    sources: str = NOTHING
    lists: bool = False  # whether a name behind another and a comma is an author's too, not where that works
    sign: re.Pattern[str] = NEVER  # the few letters with which a reporter signs
    # what stands before the outlet that somebody writes for ("special to")
    commission: re.Pattern[str] = NEVER
    network: re.Pattern[str] = NEVER  # the words before an address ("Twitter:")
    rewrites: Rewrites = ()  # what is printed in another order than English has it, and with other signs
    remark: re.Pattern[str] = NEVER  # the space before a remark that follows a name ("2 min read")
    on: str = ""  # what may stand before a date that follows a name: source of a regular expression
    employers: frozenset[str] = frozenset()  # connectors before an employer
    companions: frozenset[str] = frozenset()  # connectors before another author, beside the conjunctions
    places: frozenset[str] = frozenset()  # connectors before a place
    dangling: frozenset[str] = frozenset()  # words that no name begins or ends with


class CreditPatterns(msgspec.Struct, frozen=True, kw_only=True):
    """Who else worked on it."""

    # beginnings of the words for a work, and the role; the first that fits decides
    roles: tuple[tuple[str, str], ...] = ()
    joint: str = NOTHING  # between two credits: source of a regular expression
    joint_behind_by: str = NOTHING  # the same, only where a word such as "by" stands before it
    by: re.Pattern[str] = NEVER  # that word
    work_by: re.Pattern[str] = NEVER  # `work`, `label` or `noun`, and what leads to the names
    work_behind: re.Pattern[str] = NEVER  # `work` behind the names ("contributed")
    # another name behind the work of the first ("…, and Ann Lee from Cairo"): group 1
    also: re.Pattern[str] = NEVER
    # an outlet before the name of its person: group 1, and the name in group 2
    owner: re.Pattern[str] = NEVER
    where: re.Pattern[str] = NEVER  # what leads to a place
    conjunction: re.Pattern[str] = NEVER  # between two names of which one may have a role
    places: frozenset[str] = frozenset()  # connectors before a place


class PhotoCreditPatterns(msgspec.Struct, frozen=True, kw_only=True):
    """Who made or owns a picture."""

    rewrites: Rewrites = ()  # what is printed in another order than English has it

    doubled: re.Pattern[str] = NEVER  # a label run together with the credit
    opening: re.Pattern[str] = NEVER  # words that only say that this is a credit
    label: str = ""  # those words alone: source of a regular expression
    separator: str = NOTHING  # words between a maker and an owner: source of a regular expression
    joint: str = NOTHING  # what divides them inside a word: source of a regular expression
    distributor: re.Pattern[str] = NEVER  # those behind which a distributor stands
    owners: frozenset[str] = frozenset()  # connectors before an owner
    places: frozenset[str] = frozenset()  # connectors before a place


class TimestampPatterns(msgspec.Struct, frozen=True, kw_only=True):
    """When it was published: sources of regular expressions,
    which are joined with the names of months and zones to one.
    """

    updated: str = NOTHING
    published: str = NOTHING
    length: str = NOTHING  # how long the text takes to read
    ago: str = NOTHING
    ordinal: str = NOTHING  # the ending of a day's number
    day_of: str = NOTHING  # between a day's number, the month and the year
    clock_sign: str = "[:.]"  # between hours and minutes
    half_day: str = NOTHING  # a.m. and p.m.
    half_day_before: str = NOTHING  # the same before the clock
    kind_behind: bool = False  # "updated" may stand behind its time
    month_day: str = NOTHING  # "" where a month and a day in figures stand without a year
    second_month: str = NOTHING  # "" where a month may have both of its names
    years: str = r"(?:19|20)\d\d"
    buddhist: bool = False  # years of the Buddhist calendar are printed too
    before_day: str = ""  # what may stand before a day, such as a preposition
    before_clock: str = NOTHING  # between a day and its clock
    behind_clock: str = NOTHING  # behind a clock
    reading: str = NOTHING  # "reading time", before or behind minutes
    afternoon: re.Pattern[str] = NEVER  # how those of the second half of the day open
    month_first_zones: frozenset[str] = frozenset()  # where dates in figures begin with the month
    clock_below: bool = False  # a mere clock of an update in the line below a date is of that day
    day_first: bool = False  # they begin with the day wherever the language is written


class FieldPatterns(msgspec.Struct, frozen=True, kw_only=True):
    """What the stage `fields` reads by, a record a kind of field."""

    entities: EntityPatterns = EntityPatterns()
    byline: BylinePatterns = BylinePatterns()
    credits: CreditPatterns = CreditPatterns()
    photo_credit: PhotoCreditPatterns = PhotoCreditPatterns()
    timestamp: TimestampPatterns = TimestampPatterns()
    # an explicit label in front of a part ("Headline:"), by the part's label
    part_labels: dict[Label, re.Pattern[str]] = {}
    # a dateline that is built otherwise: groups place and agency
    dateline: re.Pattern[str] = NEVER
    # how a line opens that only announces a note, where nothing but a date follows
    note_heading: re.Pattern[str] = NEVER
    # a word that leads to where a recording comes from, and that in group 1
    media_source: re.Pattern[str] = NEVER
    clock: re.Pattern[str] = NEVER  # what behind a time says that it is no length
    note_openings: tuple[tuple[NoteKind, re.Pattern[str]], ...] = ()  # tried in order at the start of a note
    note_phrases: tuple[tuple[NoteKind, re.Pattern[str]], ...] = ()  # then anywhere in it


class PagePatterns(msgspec.Struct, frozen=True, kw_only=True):
    """What pages in any language are read by. The strings are regular expressions, whatever the case.

    Those of all languages are used together, since a page's language is not known for sure.
    """

    # what stands before an author's name, from the start of a text to a word's end: "by"
    introduction: str = NOTHING
    conjunctions: frozenset[str] = frozenset()  # what joins two names: "and"
    particles: frozenset[str] = frozenset()  # what is written small in a name: "van"
    desks: frozenset[str] = frozenset()  # words that make a name one of no person: "newsroom"
    nobody: frozenset[str] = frozenset()  # names of accounts that are nobody's: "admin"
    other_work: str = NOTHING  # leads to the name of somebody who did something else than write: "edited by"
    updated: str = NOTHING  # says that a day is that of a later version
    published: str = NOTHING  # says that a day is that of publication
