"""The fields of a Factiva article: what its codes mean, and which is which where there are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from newsparse.fields.credits import credits
from newsparse.languages import Language
from newsparse.metadata import Metadata
from newsparse.readers.stated import language_code, metadata

ID = re.compile(r"\b[A-Z0-9]{8}\d{8}[a-z0-9]{9}\b")  # the publication's code, a day, and a number
WORDS = re.compile(r"\d[\d.,\s]*\D{1,12}")  # the number of words, in the language of the user
RIGHTS = re.compile(r"©|\(c\)|copyright", re.I)
_TIME = re.compile(r"\d\d?:\d\d(?::\d\d)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TAGS = ("CO", "IN", "NS", "RE")  # company, industry, subject, region: "gcat : Political News | …"


def fields_behind(lines: Sequence[str]) -> dict[str, str]:
    """The fields without codes that stand behind the number of words: the day, perhaps the time, the
    publication, and others up to the copyright."""
    if not lines:
        return {}
    others = [line for line in lines[1:] if not _TIME.fullmatch(line)]
    return {
        "PD": lines[0],
        "ET": next((line for line in lines[1:2] if _TIME.fullmatch(line)), ""),
        "SN": next(iter(others), ""),
        "LA": next(filter(language_code, others[1:]), ""),
        "CY": next((line for line in reversed(others) if RIGHTS.match(line)), _dated(others[1:])),
    }


def _dated(lines: Sequence[str]) -> str:
    """The last line, if a year stands in it, as in a copyright in another language."""
    return lines[-1] if lines and _YEAR.search(lines[-1]) else ""


def metadata_of(
    fields: Mapping[str, str], text_language: str, language: Language, captions: Iterable[str] = ()
) -> Metadata:
    """What the fields of an article, by their codes, state."""
    tags = [tag.rpartition(" : ")[2] for code in _TAGS for tag in fields.get(code, "").split("|")]
    return metadata(
        language,
        headline=fields.get("HD", ""),
        byline=fields.get("BY", ""),
        published=f"{fields.get('PD', '')} {fields.get('ET', '')}".strip(),
        keys=("HD", "BY", "PD"),
        text_language=text_language or fields.get("LA", ""),
        captions=captions,
        credits=credits(fields.get("CR", ""), language),
        tags=tags,
        site=fields.get("SN", ""),
        section=(fields.get("SE") or fields.get("CLM") or "").partition(";")[0].strip(),
        copyright=fields.get("CY", ""),
    )
