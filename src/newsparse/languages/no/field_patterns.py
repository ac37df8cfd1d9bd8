"""Norwegian: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="av",
    author="forfatter|journalist|redaksjonen",
    work="tekst|skrevet|reportasje|analyse|kommentar",
    other_work="foto|bilder?|video|grafikk|illustrasjon(?:er)?|oversettelse",
    joins="og",
    places="i",
    companions="med",
    updated="(?:sist )?oppdatert|endret",
    published="publisert",
    ordinal=r"\.",
    before_day="den",
    before_clock=r"kl\.?|klokka|klokken",
    ago=r"(?:for )?(?:\d+|en|ett?) (?:sekund(?:er)?|minutt?(?:er)?|min|timer?|dag(?:er)?|"
    r"uker?|måned(?:er)?|år) siden",
    reading="lesetid|å lese",
    roles=r"[\w-]*(?:redaktør|korrespondent|reporter|journalist)(?:er)?",
    sources="med",
    credits=(
        ("oversettelse", "translator"),
        ("oversatt", "translator"),
        ("redigert", "editor"),
        ("kilde", "source"),
    ),
    credit_joins="av|fra",
    picture="foto|bilde|kilde",
)
