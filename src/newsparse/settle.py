"""Probabilities to probabilities: what the definition of a label says that neighbours can't tell.

The title of a player is `media` where the story has a headline of its own; where it is the only title there is, it is the headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from newsparse.cuts import Piece
from newsparse.segmenter import LABELS, Matrix

_BODY, _HEADLINE, _MEDIA = map(LABELS.index, ("body", "headline", "media"))
_LENGTH = re.compile(r"\W*\d{1,3}:\d\d(?::\d\d)?\b")


def settled(text: str, pieces: Sequence[Piece], probabilities: Matrix) -> Matrix:
    """The probabilities (pieces, K); without a headline, a player's title before the body is as likely to be it as it was to be `media`."""
    best = probabilities.argmax(1)
    bodies = np.flatnonzero(best == _BODY)
    if len(bodies) and _HEADLINE not in best:
        for i in range(bodies[0] - 1):
            if best[i] == best[i + 1] == _MEDIA and _LENGTH.match(text, pieces[i + 1].start) and not _LENGTH.match(text, pieces[i].start):
                probabilities = probabilities.copy()
                probabilities[i, [_HEADLINE, _MEDIA]] = probabilities[i, [_MEDIA, _HEADLINE]]
                break
    return probabilities
