"""Pages without labels: what a teacher is sure of comes back as examples of the bare text."""

from __future__ import annotations

import gzip
from pathlib import Path

import msgspec
import numpy as np
import pytest

from newsparse.segment.model import LABELS, default_weights
from training.corpus import LabelledSpan

pytest.importorskip("torch", reason="torch is not installed (the train extra)")

PARAGRAPH = (
    "<p>The ferry ran aground off the north pier on Monday night, and nobody was hurt, the harbour master "
    "said. Divers will look at its hull today, and the line to the islands stays closed until then.</p>"
)
PAGE = f"""<html><head><title>Ferry aground</title></head><body>
<nav><a href="/">Home</a> <a href="/s">Sport</a></nav>
<article><h1>Ferry runs aground off the north pier</h1>
<p class="byline">By Mara Quist</p>{PARAGRAPH * 4}</article>
<footer>© The Gull</footer></body></html>"""


def write_page(folder: Path, html: str) -> None:
    (folder / "u1.html.gz").write_bytes(gzip.compress(html.encode()))


def test_what_a_teacher_is_sure_of_is_taught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from training import pseudo_labels
    from training.pseudo_labels import ALL, UnlabelledPage, load_taught, pseudo_label

    monkeypatch.setattr(pseudo_labels, "UNLABELLED_HTML", tmp_path)
    monkeypatch.setattr(pseudo_labels, "PSEUDO_LABELS", tmp_path / "labels.gz")
    write_page(tmp_path, PAGE)
    teachers = {"0": default_weights(), ALL: default_weights()}
    row = pseudo_label(UnlabelledPage("u1", "gull"), (3,), teachers)
    assert row is not None
    assert row.spans["0"] == row.spans[ALL]
    assert row.spans[ALL][-1].label in LABELS
    spans = {"0": row.spans["0"], ALL: ()}
    (tmp_path / "labels.gz").write_bytes(
        gzip.compress(msgspec.json.encode(msgspec.structs.replace(row, spans=spans)) + b"\n")
    )
    taught = load_taught()
    (example,), (unlabelled,) = taught["0"], taught[ALL]
    assert example.folds == (3,)
    assert np.count_nonzero(example.labels == LABELS.index("body")) >= 4
    assert (unlabelled.labels == -1).all()


@pytest.mark.parametrize("html", ["<html></html>", "<html><body>" + "words " * 20_000])
def test_a_page_without_a_text_of_usual_length_is_left_out(
    html: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training import pseudo_labels

    monkeypatch.setattr(pseudo_labels, "UNLABELLED_HTML", tmp_path)
    write_page(tmp_path, html)
    assert pseudo_labels.pseudo_label(pseudo_labels.UnlabelledPage("u1", "gull"), (), {}) is None


def test_a_page_without_body_teaches_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from training import pseudo_labels

    monkeypatch.setattr(pseudo_labels, "UNLABELLED_HTML", tmp_path)
    write_page(tmp_path, "<html><body><p>Home</p><p>Sport</p></body></html>")
    row = pseudo_labels.pseudo_label(pseudo_labels.UnlabelledPage("u1", "gull"), (), {"0": default_weights()})
    assert row is not None
    assert not row.spans


def test_a_domain_and_a_name_are_one_publisher() -> None:
    from training.pseudo_labels import publisher_key

    assert publisher_key("www.Gull.example") == publisher_key("gull") == "gull"


def test_the_label_of_a_span_is_that_of_its_segments() -> None:
    from training.corpus import LabelledText
    from training.dataset import relabelled, text_example

    text = "Ferry aground\n\nNobody was hurt."
    example = text_example(LabelledText("a", "gull", (), text, ()))
    labels = relabelled(example, text, [LabelledSpan(0, 13, "headline")]).labels
    assert [LABELS[label] if label >= 0 else None for label in labels] == ["headline", None]
