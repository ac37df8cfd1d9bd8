"""Polish: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by=r"przez|(?:napisał|opracował|przygotował|rozmawiał|rozmawiali|rozmowę przeprowadził)(?:a)?|oprac\.",
    author=r"autor(?:ka|zy)?|oprac(?:\.|owanie|ował|owała)|redakcja|tekst",
    work="tekst|artykuł|napisane|opublikowane|dodane",
    other_work=r"fot(?:\.|o|ografie)?|zdjęcia?|wideo|grafika|tłumaczenie",
    joins="i|oraz",
    lists=True,
    at="dla",
    places="w|z",
    updated="(?:ostatnia )?aktualizacja|zaktualizowano|aktualizowano|uaktualniono|zmodyfikowano",
    published="publikacja|(?:o)?publikowan[oae]|dodan[oae]|data(?: publikacji)?|utworzono",
    before_day="z dnia|dnia|w dniu",
    before_clock=r"o(?: godz\.?)?|godz\.?|godzina",
    ago=r"(?:\d+ )?(?:sekund[ęy]?|minut[ęy]?|min|godzin[ęy]?|godz\.?|dni|dzień|"
    r"tygodni[ae]?|tydzień|miesi(?:ąc|ące|ęcy)|lata?|rok) temu",
    reading="czas czytania|czytania|czyta się",
    sources="za|na podstawie",
    credits=(
        ("na podstawie", "source"),
        ("współpraca", "contributor"),
        ("przekład", "translator"),
        ("redakcja", "editor"),
        ("źródł", "source"),
        ("oprac", "editor"),
        ("tłum", "translator"),
    ),
    credit_joins="przez",
    picture=r"fot(?:\.|o)?|źródło(?:\szdjęcia(?:\sgłównego)?)?|zdjęcie|autor zdjęcia",
)
