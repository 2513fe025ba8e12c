"""Whether a stated confidence is what is observed: statements by decile of confidence, and how many of them are right.

    python benchmarks/reliability.py GOLD_FOLDER PAGES_FOLDER [GOLD_FOLDER PAGES_FOLDER …] [--config kg.toml]

Right is what the annotation of the page has, as `kg eval` matches it. ECE is the expected calibration error: the mean
distance of stated and observed, weighted by statements.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from kg.config import Config, load
from kg.evaluate import gold as annotation
from kg.evaluate.judge import Judged, calibration_error, judge, reliability
from kg.query.index import Index
from kg.stages import build

KINDS = {"relation": "relations", "post": "posts", "observation": "observations"}


def judged(gold: Path, pages: Path, config: Config) -> list[Judged]:
    """Every statement of the annotated pages, judged."""
    with tempfile.TemporaryDirectory() as folder:
        build([pages], Path(folder), config)
        with Index(Path(folder)) as index:
            return [one for path in sorted(gold.glob("*.json")) for one in judge(index, annotation.read(path))]


def main() -> int:
    """Print one table for each kind of statement and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, help="folder of annotated pages, folder of the pages, …")
    parser.add_argument("--config", type=Path)
    options = parser.parse_args()
    if len(options.folders) % 2:
        parser.error("each folder of annotations needs the folder of its pages")
    config = load(options.config)
    pairs = zip(options.folders[::2], options.folders[1::2], strict=True)
    found = [one for gold, pages in pairs for one in judged(gold, pages, config)]
    for kind, title in (*KINDS.items(), (None, "all")):
        table = reliability(one for one in found if kind in (None, one.kind))
        print(f"\n{title}: ECE {calibration_error(table):.3f}\n")
        print("| confidence | statements | mean confidence | observed precision |\n| --- | --: | --: | --: |")
        for row in table:
            print(f"| {row.low:.1f}–{row.high:.1f} | {row.count} | {row.confidence:.3f} | {row.precision:.3f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
