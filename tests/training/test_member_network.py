"""The member networks in torch: the program scores as they do,
and their partition sum is that of all label sequences.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from conftest import MakeExamples
from newsparse.segment.model import LABELS, K, emissions
from newsparse.segment.vocabulary import Features
from training.config import TrainingConfig

torch = pytest.importorskip("torch", reason="torch is not installed (the train extra)")


def test_the_program_scores_as_the_members_do_in_the_mean(make_examples: MakeExamples) -> None:
    from training.model import QUANTIZATION_STEPS, MemberNetwork, stack_members
    from training.trainer import collate, make_training_set

    six = make_examples(6)
    config = TrainingConfig(min_publishers=2)
    data = make_training_set(six, config)
    torch.manual_seed(0)
    n_features = len(data.vocabulary) - len(data.vectors)
    members = [MemberNetwork(n_features, data.vectors, config, number).eval() for number in range(3)]
    batch = collate([(data.texts[0].rows, data.texts[0].labels)])
    with torch.no_grad():
        for network in members:
            for value in network.parameters():
                value.normal_()
            weight = network.table.weight
            weight.copy_(3 * torch.randint(-33, 34, weight.shape))  # whole steps, also of the mean
            weight[:, 0] = QUANTIZATION_STEPS
            network.projection.zero_()  # whole steps too
        expected = np.mean([network.emissions(batch)[0].numpy() for network in members], 0)
    states = [{name: value.numpy() for name, value in network.state_dict().items()} for network in members]
    expected[:, LABELS.index("boilerplate")] += config.plain_text_boilerplate_bias
    assert np.allclose(
        emissions(
            Features.of_names(six[0].features), stack_members(states, data.vocabulary, data.vectors, config)
        ),
        expected,
        atol=1e-3,
    )


def test_the_partition_sum_and_its_gradient_are_those_of_all_sequences() -> None:
    from training.model import LogPartition

    torch.manual_seed(0)
    scores = torch.randn(2, 3, K)
    scores[0, 1, 4:] = -torch.inf
    scores.requires_grad_()
    transitions = torch.randn(K + 1, K, requires_grad=True)
    mask = torch.tensor([[True, True, True], [True, True, False]])

    def log_partition(sequence: int, length: int) -> Any:
        total = transitions[K] + scores[sequence, 0]
        for t in range(1, length):
            total = torch.logsumexp(total.unsqueeze(1) + transitions[:K], 0) + scores[sequence, t]
        return total.logsumexp(0)

    expected = 2 * log_partition(0, 3) - log_partition(1, 2)
    expected_gradients = torch.autograd.grad(expected, (scores, transitions))
    apply: Any = LogPartition.apply
    both = apply(scores, transitions, mask)
    result = 2 * both[0] - both[1]
    assert result.item() == pytest.approx(expected.item(), abs=1e-4)
    for gradient, right in zip(
        torch.autograd.grad(result, (scores, transitions)), expected_gradients, strict=True
    ):
        assert torch.allclose(gradient, right.nan_to_num(), atol=1e-4)
