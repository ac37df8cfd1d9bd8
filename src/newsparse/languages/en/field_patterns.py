"""English: the patterns of the fields."""

from __future__ import annotations

import re

from newsparse.article import Label
from newsparse.languages.patterns import (
    BylinePatterns,
    CreditPatterns,
    EntityPatterns,
    FieldPatterns,
    PhotoCreditPatterns,
    TimestampPatterns,
)
from newsparse.regex import lazy

_ENTITIES = EntityPatterns(
    connector=lazy(r"(?:^|\s)(and|&|\+|with|for|from|at|in|via|of|by)(?:\s|$)", re.I),
    genitives=frozenset(("of",)),
    introducers=frozenset(("by",)),
    both=lazy(r"(\S+ \S+) (?:and|&) (.+)"),
    article=lazy(r"(?<!\sof)\s(?=The\s)"),
    possessive=lazy(r"(?<=\w)['’]s?\s+(?=[^\W\d_])"),
    employer=lazy(r"\s(at|for|with|For|FOR)\s(?=(?:the\s|THE\s)?[A-Z])"),
    team=lazy(r"team(?![^\s,])|(?:the )?(?:staff|editors) of"),
    abbreviation=lazy(r"(?:^|[\s.\-])(?:[^\W\d_]|Jr|JR|Sr|SR|Bros|Inc|INC|Co|Corp|Ltd|LTD)$"),
    plural=lazy(r"s$", re.I),
    participle=lazy(r"(?:ing|ed)$"),
)

_WORK_NOUN = (
    r"(?:words|text|story|writing|report(?:ing)?|photos?|photographs?|photography|pictures?|images?|"
    r"illustrations?|graphics?|"
    r"video|camera|editing|production|design)"
)
_BYLINE = BylinePatterns(
    by=lazy(
        r"(?:^|(?<=[\s\W]))(?:[Bb]y|BY|(?i:(?:as )?told to))(?:\s*:|(?=\s|$))|(?:^|(?<=\W))(?:[Bb]y|"
        r"BY)(?=[A-Z][a-z])"
        rf"|(?:^|(?<=[\s,;.(]))(?i:{_WORK_NOUN}(?:\s(?:and|&)\s{_WORK_NOUN})?):"
        r"|(?:^(?:Words|Text)|(?<=[a-z]\s)(?:Photos|Pictures|Photography|"
        r"Illustrations))(?=\s[A-Z][\w.'’-]+\s[A-Z])"
    ),
    label=lazy(
        (
            r"\A\W*+(?:(?:authors?(?:\(s\))?(?: of (?:the|this) \w++)?|says|writes|(?:insights )?from)(?:\b|"
            r"(?<=\)))\W*+|\w++(?:\(s\))?:\s++)"
        ),
        re.I,
    ),
    other_work=lazy(
        r"\b(?:art|(?:additional|animat|camera|contribut|design|draw|edit|fact|film|graphic|host|illustrat|"
        r"imag|photo|pictur|produc|research|"
        r"review|test|translat|updat|upload|video|visual)\w*)\b",
        re.I,
    ),
    writing=lazy(
        r"^(?!.*\badditional\b).*\b(?:article|column|report\w*|story|text|words?|writing|written)\b", re.I
    ),
    commission=lazy(r"(?>(?:,\s*+|(?<![\s,])\s++)?)\bspecial\s++(?:to|for)\s++(?:the\s++)?", re.I),
    network=lazy(
        (
            r"(?>(?:(?<!\s)\s++)?)\b(?:(?:follow|on|via)\s++){0,3}"
            r"(?:twitter|instagram|facebook|e-?mail|threads|bluesky)(?:\s*+:\s*+|\s++(?=@))"
        ),
        re.I,
    ),
    remark=lazy(
        r"\s(?=\d[\d–-]*\s+(?:comment|day|hour|min|share|view)\w*"
        r"|(?:last )?(?:updated|published|posted|modified)(?=\W*$|\W*\d|\s+(?:at|in|on)\b)|on$|on \d)",
        re.I,
    ),
    on=r"(?:(?:last )?(?:updated|published|posted|modified) )?(?:on )?",
    employers=frozenset(("at", "for", "from", "via", "of")),
    companions=frozenset(("with",)),
    places=frozenset(("in",)),
    dangling=frozenset(("at", "for", "from", "via", "of", "in", "and", "on")),
)

_WORK = (
    r"(?:additional\s)?(?:reporting|writing|editing|research|translation|production|photography|photographs|"
    r"photos|graphics|illustrations?|"
    r"compiled|edited|written|reported|reviewed|translated|produced|researched|provided|contributed|"
    r"illustrated|photographed|designed|"
    r"filmed|fact[\s-]?check(?:ed|ing))"
)
_CREDITS = CreditPatterns(
    roles=(
        ("additional", "contributor"),
        ("contribut", "contributor"),
        ("with reporting", "contributor"),
        ("with files", "contributor"),
        ("with reports", "contributor"),
        ("input", "contributor"),
        ("assist", "contributor"),
        ("fact", "fact-checker"),
        ("review", "reviewer"),
        ("edit", "editor"),
        ("writ", "writer"),
        ("wrote", "writer"),
        ("report", "reporter"),
        ("compil", "compiler"),
        ("translat", "translator"),
        ("research", "researcher"),
        ("produc", "producer"),
        ("photo", "photographer"),
        ("illustrat", "illustrator"),
        ("graphic", "illustrator"),
        ("visuali", "illustrator"),
        ("source", "source"),
        ("information", "source"),
        ("via", "source"),
        ("h/t", "source"),
        ("provided", "source"),
        ("courtesy", "source"),
    ),
    joint=r",\s+while\s",
    joint_behind_by=rf"(?:(?:,|(?<![\s,]))\s++and\s|,\s++)(?=(?:with\s)?{_WORK}\sby\s)",
    by=lazy(r" by ", re.I),
    work_by=lazy(
        r"\W*+(?P<work>(?:[\w&/-]++\s){0,8}?[\w/-]++)\s++by\b\s*+:?\s*+"
        r"|\W*+(?:(?:[\w-]++\s){0,6}?(?:include|contain|use)[sd]?\s)?"
        r"(?P<label>sources?|via|h/t|courtesy of|edited|editor|reporting|writing|editing|additional\sreporting(?=:)|"
        r"(?:with\s)?(?:additional\s)?(?:information|inputs?|contributions?|assistance|files|reports|"
        r"reporting|material)\sfrom)\b\s*+:?\s*+"
        r"|\W*+(?P<noun>reporters?|writers?|contributors?|contributing|translat(?:ion|ors?)|producers?|"
        r"research(?:ers?)?|graphics?|"
        r"fact[\s-]check(?:ers?|ing)|illustrat(?:ion|or)s?|photograph(?:y|ers?))\s*:\s*",
        re.I,
    ),
    work_behind=lazy(
        r"(?<!\s)\s++(?:also (?=contributed))?"
        r"(?P<work>contributed|contributes|reported|wrote|writes|edited|compiled|translated|assisted|"
        r"inputs?)\b",
        re.I,
    ),
    also=lazy(
        r"(?:,|\s(?:and|&))\s+(?:and\s+)?((?:[^\W\d_]\S*\s){2,4}?)(?=(?:from|in|near|also|contributed|"
        r"reported|wrote|assisted)\s)"
    ),
    owner=lazy(r"([^\W\d_][\w.& -]{0,60})['’]s\s+(?=(\w\S*\s\S+))"),
    where=lazy(r"\s(?:in|from|near)\s", re.I),
    conjunction=lazy(r"^and\s|\s(?:and|&)\s(?=(?:\S+\s)?\S+\s)"),
    places=frozenset(("in", "from")),
)

_PICTURE = r"(?:image|photo|photograph|picture)s?"
_PHOTO_CREDIT = PhotoCreditPatterns(
    doubled=lazy(r"^(?:credit)+[.…:]*\s*(?=[^\W\d_])", re.I),
    opening=lazy(
        rf"^\W*(?:(?:mandatory|featured|main|cover|top|{_PICTURE}|illustration|photography|video|art)\s)*"
        rf"(?:credits?(?:\sshould\sread)?|sources?|copyright|courtesy(?:\sof)?|by|via|from|{_PICTURE}|"
        r"illustrations?|photography)\s*[:.…]*\s+"
        r"(?:(?:by|via|from|courtesy(?:\sof)?|of|is|the|photo|illustration)\s)*",
        re.I,
    ),
    separator="via|by|courtesy of|used under license from|on",
    joint=r"(?<=\S)-(?=USA\s)",
    distributor=lazy(r"via", re.I),
    owners=frozenset(("for", "via", "from", "at")),
    places=frozenset(("in",)),
)

_TIMESTAMP = TimestampPatterns(
    updated=r"""(?<![a-zA-Z])(?i:last\s)?
            (?i:updated?|modified|edited|revised|reviewed|content\scurrent\sas\sof|as\sof)(?=[^a-z]|on[A-Z]|$)
        |(?<=[A-Za-z0-9])(?:Updated|UPDATED)(?![a-z])""",
    published=r"""(?<![a-zA-Z])(?i:(?:first|originally)\s)?
            (?i:published|publish\sdate|publication\sdate|posted|issued|released?|created|written|uploaded|filed|online)(?![a-z])""",
    length=r"(?<!\d)\d++(?:\s?[-–]\s?\d++)?[\s-]?(?i:min(?:ute)?s?\b\.?)(?!\s(?i:ago))(?:\s(?i:read))?",
    ago=r"""(?<!\w)(?i:(?:\d+|an?|one)\s?
            (?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|months?|years?)\s(?:ago|old)|yesterday|today)""",
    ordinal=r"(?i:st|nd|rd|th)",
    day_of=r"of\s",
    half_day=r"(?i:[ap]\.?\s?m)\.?",
    afternoon=lazy(r"p", re.I),
    month_first_zones=frozenset(
        (
            *(
                f"{zone} {kind}Time"
                for zone in ("Eastern", "Central", "Mountain", "Pacific")
                for kind in ("", "Standard ", "Daylight ")
            ),
            "ET",
            "EST",
            "EDT",
            "CT",
            "CST",
            "CDT",
            "MT",
            "MST",
            "MDT",
            "PT",
            "PST",
            "PDT",
            "AKST",
            "AKDT",
            "HST",
        )
    ),
)

_PICTURE_KIND = r"(?:(?:featured?|lead|main|cover|hero|top)\s)?(?:photo|image|picture|video|graphic)"
_PART_LABELS: dict[Label, str] = {
    "kicker": r"(?:kicker|section|category|topic|rubric)\s*:",
    "headline": r"(?:(?:main\s)?head\s?line|title|heading|hed)\s*:",
    "deck": (
        r"(?:deck|dek|sub-?\s?(?:headline|heading|head|title)|standfirst|stand-first|summary|strapline|"
        r"intro)\s*:"
    ),
    "highlight": r"(?:highlight|key\spoint|takeaway|bullet)s?(?:\s\d+)?\s*:",
    "byline": (
        r"(?:by\s?line\s*:(?:\s*by\s*:)?|by\s*:|(?:story\s|written\s|posted\s|reported\s)?by\s*:|"
        r"authors?(?:\(s\))?\s*:|writer\s*:)"
    ),
    "dateline": r"dateline\s*:",
    "body": r"(?:body|(?:full\s|main|article\s|story\s)?(?:body\s)?text|article|content)\s*:",
    "caption": (
        rf"(?:(?:{_PICTURE_KIND}\s)?(?:caption|cutline)\s*[:,]|{_PICTURE_KIND}s?\s*:|"
        r"image\scaption(?=\s[A-Z]))"
    ),
    "photo_credit": rf"(?:(?:{_PICTURE_KIND}\s)?credits?\s*:|(?:photos?|images?|pictures?)\s*:)",
}

PATTERNS = FieldPatterns(
    part_labels={label: lazy(rf"\A[\s|•*-]*+{pattern}\s*+", re.I) for label, pattern in _PART_LABELS.items()},
    note_heading=lazy(
        r"\W*(?:corrections?(?:\s(?:and|&)\sclarifications?)?|clarifications?|editor[’']?s[’']?\snote|"
        r"updates?|disclosures?|disclaimer)"
        r"(?:\sappended)?(?=\W|$)",
        re.I,
    ),
    entities=_ENTITIES,
    byline=_BYLINE,
    credits=_CREDITS,
    photo_credit=_PHOTO_CREDIT,
    timestamp=_TIMESTAMP,
    media_source=lazy(r"\b(?:source|credit|courtesy)\s?:\s?(?:the\s)?([^|•·;:()\n]{1,60})", re.I),
    clock=lazy(r"\s?[ap]\.?m\b|\s?[A-Z]{2,4}T\b", re.I),
    note_openings=(
        ("correction", lazy(r"\A\W*+(?:correction|clarification|corrected|erratum)", re.I)),
        (
            "editor",
            lazy(r"\A\W*+(?:editor(?:s|ial)?['’]?s? note|note from the editor|ed(?:itor)?\.? note)", re.I),
        ),
        ("update", lazy(r"\A\W*+updated?\b", re.I)),
        ("disclosure", lazy(r"\A\W*+(?:\w++ )?(?:disclosures?|disclaimers?)\b", re.I)),
    ),
    note_phrases=(
        (
            "correction",
            lazy(
                r"\b(?:misstated|misspelled|misidentified|incorrectly|(?:earlier|previous) version|(?:was|"
                r"been) corrected|corrects|"
                r"clarif(?:y|ies) (?:that|the))\b",
                re.I,
            ),
        ),
        (
            "update",
            lazy(r"\b(?:was|been|is|be) (?:last )?updated?\b|\bthis is a (?:breaking|developing)\b", re.I),
        ),
        (
            "disclosure",
            lazy(
                r"\b(?:affiliates?|commissions?|compensation|sponsor(?:s|ed)|paid (?:post|content|partner)|"
                r"in partnership with|"
                r"advertis(?:ers?|ing)|disclos(?:ure|es)|"
                r"(?:views|opinions|statements)\b.{0,80}\b(?:those of|own\b|author|responsible|reflect)|"
                r"(?:supported|funded|made possible) (?:in part )?by (?:an? )?(?:grants?|funding|donations?|"
                r"support)\b|"
                r"owns? shares|holds? (?:a )?(?:position|shares)|(?:not|nor) (?:intended|constitute)|"
                r"medical advice)",
                re.I,
            ),
        ),
    ),
)
