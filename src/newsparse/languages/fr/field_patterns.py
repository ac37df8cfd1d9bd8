"""French: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by=r"par|une? (?:texte|article|reportage|documentaire|enquête|dossier|récit|analyse|chronique) de|"
    r"de (?:notre|nos) (?:correspondante?s?|envoyée?s? spécia(?:le?s?|ux))(?: (?:à|en|au|aux) [\w-]+)?|"
    r"(?-i:de(?= [A-Z][a-z]+ [A-Z]))",
    author="auteure?s?|autrice|signature|rédaction|rédigé par|publié par|écrit par|"
    "propos recueillis par|recueilli par",
    work="texte|article|un texte|rédigé|publié|écrit|chronique|tribune|analyse|reportage|"
    "entretien|enquête|propos recueillis|recueilli",
    other_work="photos?|photographies?|images?|vidéo|illustrations?|infographie|traduit|traduction|montage",
    joins="et|&",
    at="pour|chez",
    places="à|en|au|aux",
    companions="avec",
    updated="(?:mis|mise) à jour(?: le)?|modifié(?: le)?|actualisé(?: le)?|"
    "dernière (?:mise à jour|modification)(?: le)?",
    published="publié(?:e)?(?: le)?|posté(?: le)?|paru(?: le)?|créé(?:e)?(?: le)?|mis(?:e)? en ligne(?: le)?",
    ordinal="er",
    clock_sign=r"[:.]|\s?h\s?",
    before_day="le|du",
    before_clock="à|a|vers",
    behind_clock="heures?|GMT",
    ago=r"il y a (?:\d+|une?) (?:secondes?|minutes?|min|heures?|h|jours?|semaines?|mois|ans?)",
    reading="(?:temps|durée) de lecture|de lecture|lecture",
    plural="[sx]$",
    sources="avec(?: l['’]| les| des)?|d['’]après",
    credits=(
        ("avec la collaboration", "contributor"),
        ("avec la participation", "contributor"),
        ("propos recueillis", "reporter"),
        ("avec les agences", "source"),
        ("en collaboration", "contributor"),
        ("avec agence", "source"),
        ("avec notre", "contributor"),
        ("traduction", "translator"),
        ("recueilli", "reporter"),
        ("traduit de l'anglais", "translator"),
        ("traduit de l’anglais", "translator"),
        ("traduit", "translator"),
        ("édition", "editor"),
        ("source", "source"),
        ("édité", "editor"),
        ("avec", "source"),
    ),
    credit_joins="par|de|des|la|les|du",
    picture=r"(?:crédits?\s)?photos?|crédits?(?:\sphotos?)?|images?|copyright|source",
)
