"""Finnish: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="kirjoittanut",
    author="teksti|toimittaja|kirjoittaja",
    other_work="kuvat?|video|grafiikka",
    joins="ja",
    updated="(?:viimeksi )?(?:päivitetty|muokattu)|päivitys",
    published="julkaistu",
    ordinal=r"\.",
    before_clock=r"klo\.?|kello",
    ago=r"\d+ (?:sekuntia|minuuttia|min|tuntia|päivää|viikkoa|kuukautta|vuotta) sitten",
    reading="lukuaika",
    roles=r"[\w-]*(?:toimittaja|kirjeenvaihtaja)(?:t)?",
    credits=(("lähteet", "source"), ("lähde", "source")),
    picture="kuvat?|lähde",
)
