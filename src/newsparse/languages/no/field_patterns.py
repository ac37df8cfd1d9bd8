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
    picture="foto|bilde|kilde",
)
