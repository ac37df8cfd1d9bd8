"""Czech: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="napsal(?:a)?",
    author="autor(?:ka|ři)?|redakce|text",
    work="text|článek",
    other_work="foto|video|grafika|překlad",
    joins="a",
    updated="(?:naposledy )?aktualizov[aá]n[oa]|aktualizace|upraveno",
    published="publikováno|vydáno|zveřejněno",
    picture="foto|zdroj",
)
