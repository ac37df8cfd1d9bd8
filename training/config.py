"""How the weights are made, in figures."""

from __future__ import annotations

import msgspec


class Recipe(msgspec.Struct, frozen=True):
    """How the weights are made; change nothing here without a row in history.csv."""

    members: int = 3
    least: int = 6
    width: int = 96
    layers: int = 4
    dropout: float = 0.3
    evidence_dropout: float = 0.5
    bare: float = 0.5  # the share of pages whose mark-up is not shown, anew each epoch
    epochs: int = 12
    rate: float = 4e-3
    decay: float = 0.1
    margin: float = 0.7
    batch: int = 2400  # pieces
    furniture: float = 0.6  # what is added to the score of boilerplate in a text without mark-up
    mean: float = 0.99  # how much of the running mean each step keeps
    seed: int = 0
