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
    picture="foto|billede|kilde",
)
