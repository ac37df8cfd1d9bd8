"""Portuguese: the words of bylines and times."""

from newsparse.languages.build import field_patterns

PATTERNS = field_patterns(
    by="por|da(?= redação)",
    author="autor(?:a|es|as)?|redação|escrito por|publicado por",
    work="texto|artigo|escrito|publicado|reportagem|coluna|análise|entrevista|crônica",
    other_work="fotos?|fotografias?|imagens|imagem|vídeo|ilustraç(?:ão|ões)|tradução|traduzido|edição",
    joins="e",
    at="para",
    places="em|de",
    companions="com",
    updated="(?:última )?(?:atualizaç(?:ão|ões)|atualizad[oa]|modificad[oa]|editad[oa])(?: (?:em|a|às|há))?",
    published="publicad[oa](?: em)?|criad[oa](?: em)?|postad[oa](?: em)?|data",
    of="de",
    ordinal="º",
    clock_sign=r"[:.]|\s?h\s?",
    before_day="em|no dia|dia",
    before_clock="às|as|à",
    behind_clock="h(?:s|oras)?|BRT",
    ago=r"há (?:\d+|uma?) (?:segundos?|minutos?|min|horas?|h|dias?|semanas?|m[eê]s(?:es)?|"
    r"anos?)|(?:\d+|uma?) (?:segundos?|minutos?|horas?|dias?|semanas?|meses|anos?) atrás",
    reading="tempo de leitura|de leitura|leitura",
    plural="s$",
    sources="com(?: a| o)?(?: informações)?(?: d[aoe]s?)?",
    credits=(
        ("com a colaboração", "contributor"),
        ("com informações", "source"),
        ("com agências", "source"),
        ("supervisão", "editor"),
        ("colabor", "contributor"),
        ("edição", "editor"),
        ("tradu", "translator"),
        ("font", "source"),
        ("com", "source"),
    ),
    credit_joins="por|de|da|do|das|dos",
    picture="fotos?|imagens|imagem|crédito(?:s)?|divulgação|fonte|copyright",
)
