"""Polish: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="przez|napisał(?:a)?",
    author=r"autor(?:ka|zy)?|oprac(?:\.|owanie|ował|owała)|redakcja|tekst",
    work="tekst|artykuł|napisane|opublikowane|dodane",
    other_work=r"fot(?:\.|o|ografie)?|zdjęcia?|wideo|grafika|tłumaczenie",
    joins="i|oraz",
    at="dla",
    places="w|z",
    updated="(?:ostatnia )?aktualizacja|zaktualizowano|uaktualniono",
    published="publikacja|(?:o)?publikowan[oae]|dodan[oae]|data(?: publikacji)?|utworzono",
    picture=r"fot(?:\.|o)?|źródło(?:\szdjęcia(?:\sgłównego)?)?|zdjęcie|autor zdjęcia",
)
