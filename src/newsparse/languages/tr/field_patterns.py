"""Turkish: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="yazan",
    author="yazar|muhabir|haber|kaynak",
    other_work="fotoğraf(?:lar)?|foto|video|kamera|çeviri|editör|kurgu|grafik",
    joins="ve",
    updated="(?:son )?güncelle(?:me|ndi|nme)(?: tarihi)?|değiştirilme(?: tarihi)?",
    published="yayınlanma(?: tarihi)?|yayın tarihi|giriş(?: tarihi)?|oluşturulma(?: tarihi)?|tarih",
    before_clock="saat",
    ago=r"(?:\d+|bir) (?:saniye|dakika|dk|saat|gün|hafta|ay|yıl) önce",
    reading="okuma süresi|okuma|dakikalık okuma",
    credits=(
        ("derleyen", "editor"),
        ("kaynak", "source"),
        ("muhabir", "reporter"),
        ("çeviri", "translator"),
        ("editör", "editor"),
        ("çevir", "translator"),
    ),
    picture="fotoğraf(?:lar)?|foto|kaynak",
)
