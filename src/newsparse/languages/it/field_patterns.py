"""Italian: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="di|da|a cura di",
    author="autor[ei]|autrice|redazione|scritto da|pubblicato da",
    work="testo|articolo|scritto|pubblicato|intervista|analisi|commento|editoriale|servizio",
    other_work="foto(?:grafie)?|immagini|video|illustrazion[ei]|traduzione|tradotto|montaggio",
    joins="e|ed",
    at="per",
    places="a|in|da",
    companions="con",
    updated="(?:ultim[oa] )?(?:aggiornat[oa]|aggiornamento|modifica|modificat[oa])(?: (?:il|alle|al))?",
    published="pubblicat[oa](?: il)?|pubblicazione|creato(?: il)?|data",
    ordinal="º|°",
    clock_sign=r"[:.]|\s?h\s?",
    before_day="il|del|dell[’']",
    before_clock="alle(?: ore)?|ore|h",
    behind_clock="CET",
    ago=r"(?:\d+|un[ao]?) (?:secondi|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) fa",
    reading="tempo di lettura|di lettura|lettura",
    sources="con(?: informazioni| materiale)?(?: d[ai]| dell['’])?",
    credits=(
        ("con la collaborazione", "contributor"),
        ("hanno collaborato", "contributor"),
        ("con informazioni", "source"),
        ("ha collaborato", "contributor"),
        ("con materiale", "source"),
        ("montaggio", "editor"),
        ("tradott", "translator"),
        ("tradu", "translator"),
        ("font", "source"),
        ("con", "source"),
    ),
    credit_joins="di|da|dal|dalla|della|del|con|a",
    picture="foto(?:grafia)?|immagin[ei]|credit[io]?|copyright|fonte",
)
