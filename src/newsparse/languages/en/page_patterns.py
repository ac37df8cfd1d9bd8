"""English: the patterns of pages."""

from newsparse.languages.patterns import PagePatterns

_VERBS = "written|posted|published|authored|words|story|text|article|report|reported|contributed"
_NOBODY = (
    "admin administrator anonymous author authors contributor default editor guest null root staff "
    "team user webmaster"
)

PATTERNS = PagePatterns(
    introduction=rf"(?:(?:{_VERBS})\s+)?by|authors?|from",
    conjunctions=frozenset(("and",)),
    particles=frozenset(("al", "bin", "ibn", "of")),
    desks=frozenset(("desk", "editorial", "editors", "newsdesk", "newsroom", "staff", "team")),
    nobody=frozenset(_NOBODY.split()),
    other_work=(
        r"\b(?:review|edit|updat|check|research|illustrat|photograph|translat|verif|approv|"
        r"medically)\w*(?:\s+\w+)?\s*(?:by\b|:)"
    ),
    updated=r"\b(?:updat|modif|revis|review)",
    published=r"\b(?:publi[sc]|posted\b)",
)
