"""Spanish: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="por",
    author="autor(?:a|es|as)?|redacción|redactor(?:a)?|escrito por|publicado por",
    work="texto|artículo|escrito|publicado|reportaje|columna|análisis|entrevista|crónica",
    other_work="fotos?|fotografías?|imágenes|vídeo|video|ilustraci(?:ón|ones)|traducido|traducción|editado",
    joins="y|e",
    at="para",
    places="en|desde",
    companions="con",
    updated="(?:última )?(?:actualizaci[óo]n|actualizad[oa])(?: (?:el|a|al))?|modificad[oa](?: el)?",
    published="publicad[oa](?: el)?|creado(?: el)?|fecha",
    of="del?",
    ordinal="º",
    clock_sign=r"[:.]|\s?h\s?",
    half_day=r"(?i:[ap]\.?\s?m)\.?",
    before_day="el|del",
    before_clock="a las?|las",
    behind_clock=r"h(?:s|rs|oras)?\.?|CET|GMT",
    ago=r"hace (?:\d+|una?) (?:segundos?|minutos?|min|horas?|h|días?|semanas?|mes(?:es)?|años?)",
    reading="tiempo de lectura|de lectura|lectura",
    picture="fotos?|fotografías?|imagen(?:es)?|créditos?|crédito de foto|copyright|fuente",
)
