"""Finnish: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="kirjoittanut",
    author="teksti|toimittaja|kirjoittaja",
    other_work="kuvat?|video|grafiikka",
    joins="ja",
    updated="(?:viimeksi )?päivitetty|muokattu",
    published="julkaistu",
    picture="kuvat?|lähde",
)
