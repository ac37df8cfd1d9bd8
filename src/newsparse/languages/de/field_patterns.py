"""German: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by=r"vo[nm](?:\s(?:\w+-)?(?:redakteur|korrespondent|reporter|mitarbeiter|autor)(?:in)?)?"
    r"|das (?:gespräch|interview) führten?",
    author="autor(?:en|in|innen)?|verfasser(?:in)?|redaktion",
    work="text|bericht|artikel|kolumne|kommentar|analyse|essay|geschrieben|veröffentlicht|"
    "erstellt|beitrag|gastbeitrag|reportage|interview",
    other_work="fotos?|bilder|bild|video|grafik(?:en)?|illustration(?:en)?|kamera|redigiert|"
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
    picture=r"fotos?|foto \[m\]|bild(?:er|quelle|nachweis)?|quelle|copyright|credit",
)
