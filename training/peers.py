"""What newsparse and its peers reach on pages: the record pages.json, which `training.compare` makes, and the rows of its table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

PAGES_FILE = Path(__file__).parent / "results" / "pages.json"
SETS = {"wcxb": "WCXB", "english": "news in English", "fundus": "news in all languages"}
MEASURES = {
    "body": "body F1",
    "must": "snippets held that belong",
    "not": "snippets kept out that do not",
    "title": "headline equal",
    "authors": "authors' names F1",
    "date": "same day",
    "captions": "captions F1",
}
FIRST, PACE = "newsparse", "trafilatura"  # whose column comes first, and whose speed is 1
FEW = 0.1  # the share of a set's pages up to which a measure's pages are no answers


class Comparison(msgspec.Struct, frozen=True):
    """pages.json. `unseen`: newsparse's weights had seen no page of the publishers they judged; `weights` are those that ship, made of the
    same data by the same recipe.

    `sets` is set → system → measure → (mean from 0 to 1, pages it is the mean of); `pages` says how many a set has; `seconds` is
    what a system takes a page, all in one run on one core; `versions` are those of the peers.
    """

    weights: str
    data: str
    unseen: bool
    versions: dict[str, str]
    pages: dict[str, int]
    sets: dict[str, dict[str, dict[str, tuple[float, int]]]]
    seconds: dict[str, float]


def read(path: Path = PAGES_FILE) -> Comparison:
    """The record in a file."""
    return msgspec.json.decode(path.read_bytes(), type=Comparison)


def write(found: Comparison, path: Path = PAGES_FILE) -> None:
    """Keep a record, to four digits."""
    plain = msgspec.to_builtins(found)
    for systems in plain["sets"].values():
        for measures in systems.values():
            measures.update({name: (round(mean, 4), n) for name, (mean, n) in measures.items()})
    plain["seconds"] = {name: round(seconds, 4) for name, seconds in found.seconds.items()}
    path.write_bytes(msgspec.json.format(msgspec.json.encode(plain), indent=1) + b"\n")


def head(found: Comparison) -> tuple[str, ...]:
    """The names of the columns."""
    return "Pages", "What", *_systems(found)


def rows(found: Comparison) -> Iterator[tuple[str, ...]]:
    """A row a set and measure, "-" where a system does not give it, and one for the speed."""
    for name, told in SETS.items():
        systems = found.sets[name]
        for measure, what in MEASURES.items():
            if any(measure in measures for measures in systems.values()):
                means = (_mean(systems[system].get(measure, (0.0, 0)), found.pages[name]) for system in _systems(found))
                yield f"{told}, {found.pages[name]:,}", what, *means
    paces = (found.seconds[PACE] / found.seconds[system] for system in _systems(found))
    yield "all", f"pages a second, in {PACE}'s", *(f"{pace:.2f}" for pace in paces)


def _systems(found: Comparison) -> list[str]:
    return sorted(found.seconds, key=lambda name: name != FIRST)


def _mean(found: tuple[float, int], pages: int) -> str:
    """A mean as it is printed; one of a few pages only is that of crashes, which the scorer counts as empty answers."""
    mean, n = found
    return f"{mean:.3f}" if n > FEW * pages else "-"
