"""Show the parts to which the model gives another label than the gold does.

    python -m training.errors PRED.jsonl [--label L] [--id ID]

PRED.jsonl holds out-of-fold answers, as `training.evaluate --keep` writes them. A row: document, gold >
predicted, text.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.corpus import GoldArticle, gold_articles


def differences(gold: GoldArticle, predicted: list[dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """Gold label, predicted label and text of each gold part that got another label for most of its
    characters.
    """
    labels = ["-"] * len(gold.text)
    for span in predicted:
        labels[span["start"] : span["end"]] = [span["label"]] * (span["end"] - span["start"])
    for part in gold.spans:
        counts = Counter(labels[i] for i in range(part.start, part.end) if not gold.text[i].isspace())
        commonest = counts.most_common(1)[0][0]
        if commonest != part.label:
            yield part.label, commonest, " ".join(gold.text[part.start : part.end].split())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("answers", type=Path, metavar="PRED.jsonl")
    parser.add_argument("--label", help="only where gold or answer is this label")
    parser.add_argument("--id", help="only this document")
    options = parser.parse_args()
    by_id = {article.id: article for article in gold_articles()}
    with open(options.answers, encoding="utf-8") as lines:
        for answer in map(json.loads, lines):
            if options.id not in (None, answer["id"]):
                continue
            for gold, predicted, text in differences(by_id[answer["id"]], answer["spans"]):
                if options.label in (None, gold, predicted):
                    print(f"{answer['id']:8} {gold:>12} > {predicted:12} {text[:120]}")


if __name__ == "__main__":
    main()
