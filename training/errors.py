"""Show only the parts where model and gold differ.

    python -m training.errors PRED.jsonl [--label L] [--id ID]

PRED.jsonl holds out-of-fold answers, as `training.evaluate --keep` writes them. A row: document, gold > said, text.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.corpus import Truth, truths


def differences(truth: Truth, said: list[dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """Gold label, label said and text of each part of the gold that got another label for most of its characters."""
    at = ["-"] * len(truth.text)
    for span in said:
        at[span["start"] : span["end"]] = [span["label"]] * (span["end"] - span["start"])
    for part in truth.spans:
        here = Counter(at[i] for i in range(part.start, part.end) if not truth.text[i].isspace())
        best = here.most_common(1)[0][0]
        if best != part.label:
            yield part.label, best, " ".join(truth.text[part.start : part.end].split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("answers", type=Path, metavar="PRED.jsonl")
    parser.add_argument("--label", help="only where gold or answer is this label")
    parser.add_argument("--id", help="only this document")
    asked = parser.parse_args()
    by_id = {row.id: row for row in truths()}
    with open(asked.answers, encoding="utf-8") as lines:
        for answer in map(json.loads, lines):
            if asked.id not in (None, answer["id"]):
                continue
            for gold, said, text in differences(by_id[answer["id"]], answer["spans"]):
                if asked.label in (None, gold, said):
                    print(f"{answer['id']:8} {gold:>12} > {said:12} {text[:120]}")


if __name__ == "__main__":
    main()
