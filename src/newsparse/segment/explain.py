"""Evidence to reasons: how much each cue of a piece speaks for the label it was given.

A cue's weight is what the label's log-odds lose when the segmenter is not shown that cue; all else stays as it is.
"""

from __future__ import annotations

import numpy as np

from newsparse.article import Evidence, Part
from newsparse.segment.constraints import settled
from newsparse.segment.document import Document
from newsparse.segment.model import LABELS, Matrix, Weights, chained, document_mean, network, sum_rows, tempered
from newsparse.segment.split import Piece

LEAST = 0.05  # log-odds; what speaks less is left out


def parts(document: Document, pieces: list[Piece], evidence: list[list[str]], weights: Weights) -> tuple[Part, ...]:
    """Each piece with its label, the runner-up and the cues that decided, the heaviest first."""
    if not pieces:
        return ()
    summed = sum_rows(evidence, weights)
    mean = document_mean(summed, weights)
    said = tempered(chained(network(summed, mean, weights), weights.chain), weights.temperature)
    said = settled(document.text, pieces, said)
    order = np.argsort(said, axis=1)
    found = []
    for i, (piece, (second, best)) in enumerate(zip(pieces, order[:, -2:].tolist(), strict=True)):
        row, text = document.lines[piece.line].row + 1, document.clean(piece.start, piece.end)
        reasons = _reasons(i, best, evidence[i], summed, mean, weights)
        found.append(Part(row, piece.start, piece.end, text, LABELS[best], float(said[i, best]), LABELS[second], reasons))
    return tuple(found)


def _reasons(i: int, label: int, seen: list[str], summed: Matrix, mean: Matrix, weights: Weights) -> tuple[Evidence, ...]:
    """The cues of piece i by what they weigh."""
    known = [cue for cue in dict.fromkeys(seen) if cue in weights.vocabulary]
    reach = 2 ** len(weights.layers)  # further neighbours don't bear on the piece
    first = max(0, i - reach)
    around = summed[first : i + reach + 1]
    without = np.repeat(around[None], len(known) + 1, axis=0)
    for row, cue in enumerate(known):
        place = weights.vocabulary[cue]
        without[row, i - first] -= weights.scale[place] * weights.table[place]
    odds = _log_odds(network(without, mean, weights)[:, i - first], label) / weights.temperature
    told = [Evidence(cue, round(float(odds[-1] - odds[row]), 2)) for row, cue in enumerate(known)]
    return tuple(sorted((one for one in told if abs(one.weight) >= LEAST), key=lambda one: -abs(one.weight)))


def _log_odds(scores: Matrix, label: int) -> Matrix:
    """The score of a label less the log of the sum of all others' exponentials, (n,)."""
    others = np.delete(scores, label, axis=1)
    top = others.max(1)
    return np.asarray(scores[:, label] - top - np.log(np.exp(others - top[:, None]).sum(1)))
