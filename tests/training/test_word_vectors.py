"""The word vectors: those of the file, and how they are made smaller."""

from __future__ import annotations

import numpy as np

from training.word_vectors import DEVIATION, DIMENSIONS, WORDS, load_word_vectors, principal_components


def test_the_file_holds_words_and_their_vectors() -> None:
    words, vectors = load_word_vectors()
    assert len(set(words)) == len(words) == WORDS
    assert vectors.shape == (WORDS, DIMENSIONS)
    near = vectors @ vectors[words.index("photographer")] / np.linalg.norm(vectors, axis=1)
    assert "photographers" in [words[i] for i in np.argsort(-near)[:5]]


def test_principal_components_keep_what_differs_most() -> None:
    wide = (np.outer(np.arange(10.0), [3, 4, 0]) + 5).astype(np.float32)
    reduced = principal_components(wide, 1)
    assert reduced.shape == (10, 1)
    steps = np.diff(reduced[:, 0])
    assert np.allclose(steps, steps[0], atol=1e-5)
    assert abs(steps[0]) > 0
    assert np.isclose(reduced.std(), DEVIATION, rtol=1e-5)
