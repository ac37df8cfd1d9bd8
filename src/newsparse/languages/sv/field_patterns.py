"""Swedish: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="av",
    author="författare|skribent|redaktionen",
    work="text|skriven|reportage|analys|krönika",
    other_work="foto|bild(?:er)?|video|grafik|illustration(?:er)?|översättning",
    joins="och",
    places="i",
    companions="med",
    updated="(?:senast )?uppdaterad|ändrad",
    published="publicerad|skapad",
    picture="foto|bild|källa",
)
