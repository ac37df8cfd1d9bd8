"""Dutch: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="door",
    author="auteurs?|redactie|geschreven door",
    work="tekst|artikel|geschreven|geplaatst|verslag|column|analyse",
    other_work="foto(?:['’]s|grafie)?|beeld|video|illustraties?|vertaling|vertaald",
    joins="en",
    at="voor|bij",
    places="in|uit",
    companions="met",
    updated="(?:laatst )?(?:bijgewerkt|gewijzigd|aangepast|update)(?: op)?|laatste update",
    published="gepubliceerd(?: op)?|geplaatst(?: op)?|verschenen(?: op)?",
    ordinal="e",
    picture="foto|beeld|bron|copyright",
)
