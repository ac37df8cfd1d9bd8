"""What WordPress exports hold, as HTML: paragraphs that only blank lines divide, and shortcodes."""

from __future__ import annotations

import re

_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|[uou]l|li|blockquote|figure|figcaption|table|t[rhd]|pre|hr|section|article)\b", re.I
)
_CAPTION = re.compile(r"\[caption\b([^\[\]]*+)\]((?>(?:[^\[]|\[(?!/?caption\b))*))\[/caption\]")
_CAPTION_ATTRIBUTE = re.compile(r"""\bcaption=(?:"([^"]*+)"|'([^']*+)')""")
_PICTURE = re.compile(r"\s*+((?>(?:<a\b[^<>]*+>\s*+)?)<img\b[^<>]*+>(?:\s*+</a>)?)", re.I)
_EMBED = re.compile(r"\[(embed|video|audio|gallery|playlist|youtube|tweet)\b[^\[\]]*+\](?:[^\[]*+\[/\1\])?")
_SHORTCODE = re.compile(  # a pair around words, or one with attributes: other brackets are the text's own
    r"\[(\w[\w-]*+)(?>(?:\s[^\[\]]*+)?)\]([^\[]*+)\[/\1\]"
    r"|\[\w[\w-]*+(?>(?:\s++[\w-]++=(?:\"[^\"\[\]]*+\"|'[^'\[\]]*+'))+)\s*+/?\]"
)
_MORE = re.compile(r"<!--(?:more|nextpage)\b[^<>]*+>")


def to_html(content: str) -> str:
    """The page that the content of a post stands for: a caption is one, an embedded thing is left out, of any
    other shortcode its words stay.

    Where the editor of blocks did not write it, blank lines divide paragraphs, and line ends are line breaks.
    """
    content = _MORE.sub("", content.replace("\r\n", "\n"))
    content = _EMBED.sub("", _CAPTION.sub(_figure, content))
    content = _SHORTCODE.sub(lambda shortcode: shortcode[2] or "", content)
    if "<!-- wp:" in content:
        return content
    return "\n".join(map(_paragraph, re.split(r"\n\s*\n", content)))


def _figure(shortcode: re.Match[str]) -> str:
    attribute = _CAPTION_ATTRIBUTE.search(shortcode[1])
    picture = _PICTURE.match(shortcode[2])
    words = shortcode[2][picture.end() :] if picture else shortcode[2]
    words = (attribute[1] or attribute[2]) if attribute else words
    return f"\n\n<figure>{picture[1] if picture else ''}<figcaption>{words}</figcaption></figure>\n\n"


def _paragraph(part: str) -> str:
    """A part between blank lines; its line ends break lines, but beside the tags of blocks."""
    lines = [line for line in part.split("\n") if line.strip()]
    broken = "".join(
        line + ("\n" if _BLOCK.search(line) and line.rstrip().endswith(">") else "<br>\n") for line in lines
    )
    return broken if _BLOCK.match(part.lstrip()) else f"<p>{broken}</p>"
