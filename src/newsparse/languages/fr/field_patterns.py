"""French: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="par",
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
    picture=r"(?:crédits?\s)?photos?|crédits?(?:\sphotos?)?|images?|copyright|source",
)
