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
    updated="(?:laatst )?(?:bijgewerkt(?: tot)?|geüpdatet|geactualiseerd|gewijzigd|aangepast|update)(?: op)?|"
    "laatste update",
    published="gepubliceerd(?: op)?|geplaatst(?: op)?|verschenen(?: op)?",
    ordinal="e",
    before_day="op",
    before_clock="om|omstreeks",
    behind_clock="uur|u",
    ago=r"(?:\d+|een) (?:seconden?|minu(?:ut|ten)|min|uur|uren|dag(?:en)?|we(?:ek|ken)|"
    r"maand(?:en)?|jaar) geleden",
    reading="leestijd|lezen",
    roles=r"[\w-]*(?:redacteur|correspondent|verslaggever|journalist)(?:e|en|s)?",
    plural="(?:en|s)$",
    sources="met(?: medewerking van| informatie van)?(?: het)?",
    credits=(
        ("met medewerking", "contributor"),
        ("met informatie", "source"),
        ("eindredactie", "editor"),
        ("vertaling", "translator"),
        ("vertaal", "translator"),
        ("bewerkt", "editor"),
        ("bron", "source"),
        ("mede", "contributor"),
    ),
    credit_joins="van|door|het|de",
    picture="foto|beeld|bron|copyright",
)
