"""German: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by=r"vo[nm](?>(?: (?:prof|dr)\.)*)"
    r"(?:\s(?:unsere[mr]\s)?(?:\w+-)?(?:redakteur|redaktionsmitglied|korrespondent|reporter|mitarbeiter|autor)(?:in)?)?"
    r"|das (?:gespräch|interview) führten?|aus [\w-]+(?: [\w-]+)? berichte(?:t|n)",
    author="autor(?:en|in|innen)?|verfasser(?:in)?|redaktion",
    work="aufgezeichnet|protokoll(?:iert)?|moderiert|text|bericht|artikel|kolumne|kommentar|analyse|essay|geschrieben|veröffentlicht|"
    "erstellt|beitrag|gastbeitrag|reportage|interview",
    other_work=r"fotos?(?:\s\[m\])?|bilder|bild|video|grafik(?:en)?|illustration(?:en)?|kamera|redigiert|"
    "übersetzt|übersetzung|montage",
    joins=r"und|u\.",
    at="für|bei|beim",
    places="in|aus",
    companions="mit",
    updated="(?:zuletzt )?(?:aktualisiert|geändert|bearbeitet)(?: am)?|aktualisierung|update|"
    "letzte[sr]? (?:änderung|aktualisierung|update)",
    published="(?:zuerst )?(?:veröffentlicht|erschienen|publiziert|erstellt)(?: am)?|stand|"
    "veröffentlichung|erstveröffentlichung|vom",
    ordinal=r"\.",
    before_day="am|vom|den|der",
    before_clock="um|ab|gegen",
    behind_clock="Uhr|h|MES?Z",
    ago=r"vor \d+ (?:Sekunden?|Minuten?|Stunden?|Std\.?|Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?)",
    reading="Lesezeit|Lesedauer|zu lesen",
    roles=r"[\w-]*(?:redakteur|redaktor|korrespondent|reporter|journalist|kolumnist|volontär)(?:in|innen|en|e)?",
    modifiers=r"\w+(?:isch|lich)e[rns]?",
    plural="(?:innen|eure|oren|enten|isten)$",
    sources="mit(?: dem)?(?: (?:agentur)?material| informationen| inhalten| texten)?(?: von| der| des)?|"
    "in zusammenarbeit mit",
    sign="[a-zäöüß]{2,4}",
    credits=(
        ("aus dem französischen", "translator"),
        ("mit agenturmaterial", "source"),
        ("aus dem englischen", "translator"),
        ("mit informationen", "source"),
        ("unter mitarbeit", "contributor"),
        ("mit material", "source"),
        ("mit inhalten", "source"),
        ("bearbeitet", "editor"),
        ("mitarbeit", "contributor"),
        ("redaktion", "editor"),
        ("redigiert", "editor"),
        ("recherche", "researcher"),
        ("übersetz", "translator"),
        ("quelle", "source"),
        ("mit", "source"),
    ),
    credit_joins="von|der|des|dem|durch",
    picture=r"fotos?|foto \[m\]|bild(?:er|quelle|nachweis)?|quelle|copyright|credit",
)
