"""Turkish: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="yazan",
    author="yazar|muhabir|haber|kaynak",
    joins="ve",
    updated="(?:son )?güncelle(?:me|ndi|nme)(?: tarihi)?",
    published="yayınlanma(?: tarihi)?|yayın tarihi|giriş(?: tarihi)?|oluşturulma(?: tarihi)?|tarih",
    picture="fotoğraf(?:lar)?|foto|kaynak",
)
