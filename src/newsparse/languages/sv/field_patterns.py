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
    updated="(?:senast )?(?:uppdatera[dt]|ändra[dt])",
    published="publicerad|skapad",
    before_day="den",
    before_clock=r"kl\.?|klockan",
    ago=r"(?:för )?(?:\d+|en|ett) (?:sekund(?:er)?|minut(?:er)?|min|timm(?:e|ar)|"
    r"dag(?:ar)?|veck(?:a|or)|månad(?:er)?|år) sedan",
    reading="lästid|läsning",
    roles=r"[\w-]*(?:redaktör|korrespondent|reporter|journalist)(?:er)?",
    sources="med",
    credits=(
        ("med material", "source"),
        ("redigering", "editor"),
        ("översätt", "translator"),
        ("källor", "source"),
        ("källa", "source"),
    ),
    credit_joins="av|från",
    picture="foto|bild|källa",
)
