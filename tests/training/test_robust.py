"""Steadiness: what is counted, and that the weights that ship are steady on the samples."""

from __future__ import annotations

from newsparse import parse
from newsparse.article import Label, Span
from training import robust
from training.corpus import GoldArticle, written_articles
from training.robust import BOXES, OPENERS, robustness

BODY = [f"The council voted on Monday for plan number {number}, said the mayor." for number in range(6)]
TEXT = "\n\n".join(["Council votes", *BODY])


def article() -> GoldArticle:
    return robust_article(TEXT)


def robust_article(text: str) -> GoldArticle:
    import msgspec

    spans, start = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(
                {"start": start, "end": start + len(line), "label": "body" if line in BODY else "headline"}
            )
        start += len(line) + 1
    row = {"id": "a", "publisher": "gull", "fold": 0, "text": text, "spans": spans}
    return msgspec.convert(row, GoldArticle)


def test_a_right_answer_is_steady() -> None:
    def answer(article: GoldArticle, text: str) -> list[Span]:
        spans, start = [], 0
        for line in text.split("\n"):
            if line:
                body = line in BODY or line in OPENERS
                label: Label = "body" if body else "headline" if line == "Council votes" else "boilerplate"
                spans.append(Span(start, start + len(line), label, 1.0))
            start += len(line) + 1
        return spans

    found = robustness([article()], answer)
    assert found == {"box-end": 0, "box-in": 0, "box-middle": 0, "headless": 1, "opener": 0, "short": 1}


def test_all_that_is_wrong_is_counted() -> None:
    def answer(article: GoldArticle, text: str) -> list[Span]:
        cut = (
            text.index("\n\n", len(text) // 3)
            if any(box.split("\n")[0] in text for box in BOXES)
            else len(text)
        )
        return (
            [Span(0, cut, "body", 1.0), Span(cut, len(text), "related", 1.0)]
            if cut < len(text)
            else [Span(0, cut, "body", 1.0)]
        )

    found = robustness([article()], answer)
    assert found["box-end"] == 1
    assert found["headless"] == 1
    assert found["short"] is not None
    assert found["short"] < 1


def test_no_box_is_one_that_training_shows() -> None:
    from random import Random

    from training import invented

    rng = Random(1)
    shown = {line for _ in range(3000) for line, _ in invented.box(rng)}
    assert not [box for box in BOXES if box in shown]
    assert robust.EVERY > 0


def test_the_weights_that_ship_are_steady_on_written_articles() -> None:
    import msgspec

    articles = []
    for text in list(written_articles())[:60]:
        spans = [{"start": span.start, "end": span.end, "label": span.label} for span in text.spans]
        row = {"id": text.id, "publisher": text.id, "fold": 0, "text": text.text, "spans": spans}
        articles.append(msgspec.convert(row, GoldArticle))
    found = robustness(articles, lambda _, text: parse(text).spans)
    assert found["opener"] is not None
    assert found["opener"] <= 0.2
    assert found["box-middle"] is not None
    assert found["box-middle"] <= 0.1
