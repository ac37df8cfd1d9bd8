"""English patterns of the stage `segment`: where a line may hold two parts, and what marks a segment."""

import re

from newsparse.languages.patterns import SegmentPatterns
from newsparse.regex import lazy

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]*\.?"
_DATE = rf"""(?:(?<![A-Za-z])(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?
    (?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})? | \d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?(?:\s+\d{{4}})?
     | \d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}} | \d{{4}}-\d\d-\d\d)"""
_ZONE = r"\s*(?:[ap]\.?m\.?)?(?:\s*(?:[A-Z]{2,4}T|GMT|UTC|IST)\b)?"
_TIME = rf"(?:\s*(?:,|at|-|–|\|)?\s*\d{{1,2}}[:.]\d\d(?::\d\d)?{_ZONE})?"
_AGENCIES = (
    "ap", "afp", "epa", "cnn", "reuters", "getty", "shutterstock", "istock", "bloomberg", "xinhua", "upi",
    "corbis", "alamy", "flickr", "unsplash", "pexels",
)  # fmt: skip
_AGENCY = f"(?:{'|'.join(_AGENCIES)})"
_PICTURES = (
    "photo", "photos", "image", "images", "picture", "pictures", "photograph", "photographs", "illustration",
    "graphic", "video", "art", "screenshot", "credit", "credits",
)  # fmt: skip
_WORKS = (
    "reporting", "editing", "writing", "written", "compiled", "edited", "photography", "produced", "reviewed",
    "source", "sources",
)  # fmt: skip

PATTERNS = SegmentPatterns(
    suspended_hyphen=lazy(r"(?:and|or|nor|to|und|oder)\b(?!-)"),  # the German ones stand in names
    marker=lazy(
        (
            r"(?:story highlights|highlights|key (?:points|takeaways|facts)|in brief|at a glance|summary|"
            r"tl;?dr)\b\s*:?\s+(?=\S)"
        ),
        re.I,
    ),
    marker_words=frozenset(
        ("highlights", "points", "takeaways", "facts", "brief", "glance", "summary", "tldr", "dr")
    ),
    credit=lazy(
        rf"""(?<!\band\s)(?<!&\s) (?: [(\[|/–—-]\s*)? (?: \b(?:{"|".join(_PICTURES)}|top\simage)
            (?:\s+(?:credits?|courtesy|source|by|from))*\s*(?:[:|]|\bby\b|\bcourtesy\b|/)
          | \bimage\s(?:caption|copyright|source)\b | (?:(?<![a-z]\s)|(?<=photo\s)|(?<=image\s)|(?<=picture\s)|(?<=video\s))\bcredit\s | \bcourtesy\s(?:of|photo)\b | \bAFP\sPHOTO | \bAP\sPhoto | \bREUTERS/ | ©
          | [(\[|/]\s*{_AGENCY}\b | \b{_AGENCY}/ | \bvia\s{_AGENCY}\b | \bGetty\sImages | \bFile\s[Pp]hotos?\b)""",
        re.X | re.I,
    ),
    credit_words=frozenset((*_AGENCIES, *_PICTURES, "courtesy", "©")),
    work=lazy(
        rf"""[(\[]?\b(?:additional\s|with\s)?(?:{"|".join(_WORKS)}|fact[- ]checked)(?:\sby\b|\sand\s|:)""",
        re.X | re.I,
    ),
    work_words=frozenset((*_WORKS, "checked")),
    link=lazy(
        r"""\s(?=[(\[]?(?:see|read|watch|learn|click|follow|find\sout|sign\sup|check\sout|view|buy|share|more|less|related
            |also|subscribe|join|get|try|copyright|©|originally|this\s(?:article|story|post)|order|download|listen)\b)""",
        re.X | re.I,
    ),
    tail=lazy(
        r"(?>(?:(?<!\s)\s++)?)(?:(?:\.\.\.|…)\s*+)?[(\[]?"
        r"(?:read more|show more|more|less|close|hide caption|toggle caption|enlarge this "
        r"image)[)\]]?[.…]*+\s*+$",
        re.I,
    ),
    tail_words=("more", "less", "close", "caption", "image"),
    months=_MONTHS,
    date=lazy(
        (
            r"(?:\b(?:(?:last\s+|first\s+)?(?:updated|published|posted|modified)(?:\s+(?:on|at))?\s*:?|"
            rf"on)\s*)?(?:(?<![\d:.])\d{{1,2}}[:.]\d\d{_ZONE},?\s+(?:on\s+)?)?(?<!\d){_DATE}{_TIME}"
        ),
        re.X | re.I,
    ),
    relative_time=lazy(
        r"\b\d+\s+(?:min(?:ute)?s?\s+read|(?:hour|day|week|month|year|minute|hr|min)s?\s+ago)\b", re.I
    ),
    relative_words=frozenset(("ago", "read")),
    by=lazy(
        r"(?<=[\s,.!?\d])(?:[Bb]y|BY|[Ww]ords|says)\b:?\s+(?=[A-Z@])(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d)"
    ),
    by_words=frozenset(("by", "words", "says")),
    name_prefixes=("Mc", "Mac"),
    joint=lazy(r"(?<=[a-z.?!)”\d])(?=[A-Z][a-z])|(?<=[a-z])(?=[\d#/])(?!\d\b)"),
    rights=lazy(r"(?:©|\(c\)|(?<!image )copyright\b)", re.I),
    rights_end=lazy(r"(?:reserved|\b(?:19|20)\d\d)\.?\s+", re.I),
    count_of=lazy(r"\b\d+\s*(?:of|/)\s*\d+\b"),
    sentence=lazy(
        r"(?<=[.!?…”\"’)])(?<![A-Z]\.)(?<!Mr\.)(?<!Ms\.)(?<!Dr\.)(?<!St\.)(?<!Mrs\.)\s+(?=[^\W\d_a-z]|"
        r"[“\"‘(\[\d])"
    ),
    abbreviation=lazy(r"\b(?:Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Rev|Prof|Jr|Sr|vs)\.\Z", re.I),
    inner_dateline=lazy(
        r"(?<!\S)[A-Z][A-Z.’'-]{2,}(?:\s[A-Z][A-Z.’'-]+){0,6}(?:,\s[A-Z][\w.]+){0,2}(?:,\s[A-Z][a-z]{2,"
        r"8}\.?\s\d{1,2})?"
        r"\s*(?:\([A-Z][\w ]{1,24}\)\s*)?(?:[—–]|--|-(?=\s))\s*"
        r"|(?<=[a-z]\s)[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}(?:,\s[A-Z][\w.]+(?:\s[A-Z]\w+)?)?\s"
        r"\([A-Z][\w ]{1,24}\)\s*(?:[—–]|--|-(?=\s))\s*"
    ),
    title_end=lazy(
        r"(?<=[\w’'\"”])\s+(?=(?:The|A|An|In|On|At|It|He|She|They|We|I|For|After|When|As|With|More|Two|This|"
        r"There|If|But|One|By)\s[a-z])"
    ),
    ordinal=lazy(r"\b\d{1,2}(?:st|nd|rd|th)\b"),
)
