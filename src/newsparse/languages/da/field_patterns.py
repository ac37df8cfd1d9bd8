"""Danish: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="af",
    author="forfatter|journalist|redaktionen",
    work="tekst|skrevet|reportage|analyse|kommentar",
    other_work="foto|billeder?|video|grafik|illustration(?:er)?|oversættelse",
    joins="og",
    places="i",
    companions="med",
    updated="(?:sidst )?opdateret|ændret",
    published="udgivet|publiceret|offentliggjort",
    ordinal=r"\.",
    before_day=r"den|d\.",
    before_clock=r"kl\.?|klokken",
    ago=r"(?:for )?(?:\d+|en|et) (?:sekund(?:er)?|minut(?:ter)?|min|timer?|dage?|uger?|"
    r"måned(?:er)?|år) siden",
    reading="læsetid|at læse",
    roles=r"[\w-]*(?:redaktør|korrespondent|reporter|journalist)(?:er)?",
    sources="med",
    credits=(
        ("oversættelse", "translator"),
        ("redigeret", "editor"),
        ("oversat", "translator"),
        ("kilde", "source"),
    ),
    credit_joins="af|fra",
    picture="foto|billede|kilde",
)
