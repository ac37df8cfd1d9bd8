"""2,000 texts from Parquet to Parquet, by the command and by the engines that are installed: CPU, memory, and
whether the articles are the same.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from bench.folders import process_tree
from bench.texts import article

TEXTS = 2000
PAUSE = 0.1  # seconds between two looks at the processes
AT_MOST = {"datatrove": 1.15, "pyspark": 1.5}  # times the CPU of the command

_DATATROVE = """
import sys
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import ParquetReader
from datatrove.pipeline.writers import ParquetWriter
from newsparse.integrations.datatrove import Newsparse

if __name__ == "__main__":
    steps = [ParquetReader(sys.argv[1]), Newsparse(), ParquetWriter(sys.argv[2], expand_metadata=True)]
    LocalPipelineExecutor(pipeline=steps, tasks=2, workers=2, logging_dir=f"{sys.argv[2]}-logs").run()
"""
_PYSPARK = """
import sys
from pyspark.sql import SparkSession
from newsparse.integrations.spark import parse_column

# a short run: what the virtual machine would spend on compiling does not pay off
machine = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
spark = builder.config("spark.driver.extraJavaOptions", machine).getOrCreate()
parse_column(spark.read.parquet(sys.argv[1]), "text").write.mode("overwrite").parquet(sys.argv[2])
spark.stop()
"""
_DASK = """
import sys
import dask.dataframe as dd
from newsparse.integrations.records import RecordParser

def parse(frame):
    found = RecordParser("text").parse(frame.to_dict("records"))
    return frame.assign(article=[each.to_json() if hasattr(each, "to_json") else None for each in found])

if __name__ == "__main__":
    frame = dd.read_parquet(sys.argv[1])
    frame.map_partitions(parse, meta=frame._meta.assign(article="")).to_parquet(sys.argv[2])
"""
_RAY = """
import sys
import ray
from newsparse.integrations.records import RecordParser

class Parser:
    def __init__(self):
        self.parser = RecordParser("text")

    def __call__(self, batch):
        rows = [dict(zip(batch, values)) for values in zip(*batch.values())]
        found = self.parser.parse(rows)
        batch["article"] = [each.to_json() if hasattr(each, "to_json") else None for each in found]
        return batch

ray.init(num_cpus=3, include_dashboard=False)
texts = ray.data.read_parquet(sys.argv[1])
texts.map_batches(Parser, concurrency=2, batch_size=64).write_parquet(sys.argv[2])
"""
SCRIPTS = {"datatrove": _DATATROVE, "pyspark": _PYSPARK, "dask": _DASK, "ray": _RAY}


def main() -> None:
    """Print the CPU a text and the memory of each, and where articles differ from the command's."""
    with tempfile.TemporaryDirectory() as parent:
        source = Path(parent, "in")
        write_texts(source, TEXTS)
        expected: dict[str, Any] = {}
        command_cpu = 0.0
        for name in ("newsparse", *SCRIPTS):
            if not find_spec(name):
                print(f"{name}: is not installed")
                continue
            cpu, seconds, peak = _cost(*run(name, source, Path(parent, name)))
            found = dict(articles(Path(parent, name)))
            expected, command_cpu = expected or found, command_cpu or cpu
            same = sum(found.get(key) == value for key, value in expected.items())
            limit = AT_MOST.get(name, "any")
            print(
                f"{name:10} {1000 * cpu / TEXTS:6.1f} ms CPU a text, {cpu / command_cpu:.2f} times the "
                f"command's (at most {limit}), {seconds:.0f} s, {peak:,.0f} MB, {same:,} of "
                f"{len(expected):,} articles the same",
                flush=True,
            )


def write_texts(folder: Path, count: int) -> None:
    """Invented texts as records in two Parquet files of a folder."""
    import pyarrow as pa
    from pyarrow.parquet import write_table

    folder.mkdir()
    rows = [{"id": f"a{number}", "text": article(number)} for number in range(count)]
    for part in (0, 1):
        write_table(pa.Table.from_pylist(rows[part::2]), folder / f"{part}.parquet")


def run(name: str, source: Path, output: Path) -> tuple[list[str], Path]:
    """The command line of an engine, or of newsparse itself, from a folder of Parquet files to another."""
    output.mkdir()
    if name == "newsparse":
        paths = map(str, sorted(source.iterdir()))
        return [sys.executable, "-m", "newsparse", *paths, "-o", f"{output}/all.parquet", "-j", "2"], output
    script = output.with_name(f"run_{name}.py")  # no name that it imports
    script.write_text(SCRIPTS[name])
    return [sys.executable, "-W", "ignore", str(script), str(source), f"{output}/out"], output


def articles(folder: Path) -> Iterator[tuple[str, Any]]:
    """The articles in the Parquet files below a folder, each behind its record's id, without what tells the
    file."""
    from pyarrow.parquet import read_table

    for path in folder.rglob("*.parquet"):
        for row in read_table(path).to_pylist() if path.is_file() else ():
            value = row.get("article", row)
            known = json.loads(value) if isinstance(value, str) else value
            source = known.pop("source")
            yield source["id"], {**_shown(known), "sha256": source["sha256"], "made": source["newsparse"]}


def _shown(known: dict[str, Any]) -> dict[str, Any]:
    """An article without what is shown on request only."""
    return {key: value for key, value in known.items() if key not in ("spans", "text")}


def environment() -> dict[str, str]:
    """What the processes of an engine need: this Python, and one thread of BLAS each."""
    return {**os.environ, "PYSPARK_PYTHON": sys.executable, "OPENBLAS_NUM_THREADS": "1"}


def _cost(command: list[str], output: Path) -> tuple[float, float, float]:
    """CPU seconds and seconds of a command, and the most MB of memory that all its processes take."""
    begun, used, peak = monotonic(), dict[int, float](), 0.0
    with output.with_suffix(".log").open("wb") as log:
        child = subprocess.Popen(command, stdout=log, stderr=log, env=environment())
        while child.poll() is None:
            pages = 0
            for pid, seconds, resident in _usage(child.pid):
                used[pid] = seconds
                pages += resident
            peak = max(peak, pages * os.sysconf("SC_PAGE_SIZE") / 1e6)
            sleep(PAUSE)
    if child.returncode:
        raise SystemExit(f"{command} failed: {output.with_suffix('.log').read_text()[-2000:]}")
    return sum(used.values()), monotonic() - begun, peak


def _usage(parent: int) -> Iterator[tuple[int, float, int]]:
    """The processes of a tree, the CPU seconds that each has used, and its resident pages."""
    for pid in process_tree(parent):
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        yield pid, (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), int(fields[21])
