"""Every sample of a format is read as what it is, or refused: none gives an article that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsparse.errors import InputError
from newsparse.readers import read_file

FORMATS = Path(__file__).parents[3] / "shared" / "formats"
SAMPLES = FORMATS / "samples"
REFUSED = {  # other XML and JSON, pictures, films, references, mails and pages without news
    "csv/fnc1-test_stances_unlabeled.csv", "eml/charset_in_subject_email.eml", "eml/simple_email.eml",
    "newsml/ritzau_news.xml", "newsml/snep.xml",
    "newsml/tag_reuters.com_2016_newsml_L1N14N0FF_version_1542761538", "nexis-uni-docx/test.DOCX",
    "ninjs/ap_media_text_item.json", "ninjs/bbc-ninjs-text-test.json", "ninjs/ninjs3.json",
    "ninjs/ninjs6.json", "ninjs/v3_ap_video.json", "pdf/test.pdf",
    "warc/anserini-commoncrawlnewsen.warc.gz", "warc/example.arc.gz",
}  # fmt: skip
TEXTS = {"extractor-json/MADE_trafilatura.txt"}
ARCHIVES = "zip-tar"
OPTIONAL = {"parquet": "pyarrow", "warc": "fastwarc"}  # a folder, and the library that its files need
COUNTS = [
    ("samples/csv/fnc1-test_bodies.csv", 904),
    ("big/spectator.txt", 500),
    ("big/star.txt", 373),
    ("big/reut2-000.sgm", 1000),
    ("samples/warc/MADE_ccnews_like.warc.gz", 6),
]
FILES = sorted(path for path in SAMPLES.glob("*/*") if path.is_file())
pytestmark = pytest.mark.skipif(
    not SAMPLES.exists(), reason="the samples of formats are not beside the project"
)


def need_library(path: Path) -> None:
    """Skip where the library that a file needs is not installed."""
    library = OPTIONAL.get(path.parent.name)
    if library:
        pytest.importorskip(library, reason=f"{library} is not installed")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_sample_is_read_as_what_it_is_or_refused(path: Path) -> None:
    need_library(path)
    name = f"{path.parent.name}/{path.name}"
    found = list(read_file(path))
    errors = [each for each in found if isinstance(each, InputError)]
    formats = {each.origin.format for each in found if not isinstance(each, InputError)}
    assert all("\n" not in str(error) for error in errors)
    if name in REFUSED:
        assert len(errors) == len(found) == 1
    else:
        assert formats
        assert "text" not in formats or name in TEXTS or path.parent.name == ARCHIVES


@pytest.mark.parametrize(("name", "count"), COUNTS)
def test_every_article_comes_out(name: str, count: int) -> None:
    need_library(FORMATS / name)
    found = list(read_file(FORMATS / name))
    assert [str(each) for each in found if isinstance(each, InputError)] == []
    assert len(found) == count
