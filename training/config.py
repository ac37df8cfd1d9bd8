"""The hyper-parameters of training."""

from __future__ import annotations

import msgspec


class TrainingConfig(msgspec.Struct, frozen=True):
    """The hyper-parameters of the weights that ship; a change here goes with a row in history.csv.

    They were set by hand, and are kept where `python -m training.evaluate` reaches more by them than without.
    """

    members: int = 1
    min_publishers: int = 6  # a feature that fewer publishers show gets no row
    width: int = 128
    layers: int = 4
    dropout: float = 0.3
    feature_dropout: float = 0.5
    # the share of pages whose mark-up features are left out, drawn anew each epoch
    markup_dropout: float = 0.5
    # the share of texts of which a view is shown in place of the text itself, drawn anew each epoch
    views: float = 0.75
    epochs: int = 12
    learning_rate: float = 4e-3
    weight_decay: float = 0.1
    margin: float = 0.7  # times log(count of the commonest label / count of the right one)
    batch_segments: int = 2400
    plain_text_boilerplate_bias: float = 0.6  # added to the score of boilerplate in a text without mark-up
    ema_decay: float = 0.99  # the share of the exponential moving average that each step keeps
    seed: int = 0


# The ensemble that labels pages for the weights that ship to learn from.
TEACHER = TrainingConfig(members=3, width=96, epochs=10)
# For a look at what labels teach, in a minute: a small network that learns nearly all of few texts by heart.
# Set by hand, so that three labels which were changed in one of 143 texts come out; small batches make many
# steps of few texts.
SMALL = TrainingConfig(
    members=1,
    min_publishers=1,
    width=64,
    dropout=0.1,
    feature_dropout=0.2,
    views=0.3,
    epochs=20,
    batch_segments=400,
)
