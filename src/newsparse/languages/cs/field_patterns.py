"""Czech: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="napsal(?:a)?",
    author="autor(?:ka|ři)?|redakce|text",
    work="text|článek",
    other_work="foto|video|grafika|překlad",
    joins="a",
    lists=True,
    updated="(?:naposledy )?aktualizov[aá]n[oa]|aktualizace|upraveno",
    published="publikováno|vydáno|zveřejněno",
    ordinal=r"\.",
    before_day="dne",
    before_clock="v|ve",
    behind_clock=r"hod\.?|h",
    ago=r"před (?:\d+ )?(?:sekund(?:ou|ami)|minut(?:ou|ami)|min|hodin(?:ou|ami)|dn(?:y|"
    r"em)|týdn(?:em|y)|měsíc(?:em|i)|rok(?:em|y))",
    reading="doba čtení|čtení|min čtení",
    sources="s využitím|s přispěním",
    credits=(
        ("s využitím", "source"),
        ("přeložil", "translator"),
        ("překlad", "translator"),
        ("zdroj", "source"),
    ),
    credit_joins="z|od",
    picture="foto|zdroj",
)
