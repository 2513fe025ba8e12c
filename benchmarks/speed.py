"""How fast pages are read, as a ratio: the whole walk of a page beside jieba.posseg only tagging the same text.

    python benchmarks/speed.py FOLDER [--rounds 5] [--config kg.toml]

Both run in one process, in turns, after a warm-up round; the medians' ratio is what counts, since machines differ.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from kg.config import Config, load
from kg.model.page import Page
from kg.stages import read_pages
from kg.walk import walk


def ours(pages: Sequence[Page], config: Config) -> int:
    """Segment, recognise, link and extract; returns the number of claims."""
    return sum(len(walk(page, config).claims) for page in pages)


def posseg(pages: Sequence[Page]) -> int:
    """jieba.posseg over the same text; returns the number of words."""
    import jieba
    import jieba.posseg

    jieba.setLogLevel(60)
    return sum(1 for page in pages for line in page.text.splitlines() for _ in jieba.posseg.cut(line))


def _seconds(work: Callable[[], int]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def main() -> int:
    """Print a table of medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder of pages")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--config", type=Path)
    options = parser.parse_args()
    config = load(options.config)
    pages, _ = read_pages([options.folder])
    runs: dict[str, Callable[[], int]] = {
        "jieba.posseg": lambda: posseg(pages),
        "situ-kg": lambda: ours(pages, config),
        "situ-kg, neural = false": lambda: ours(pages, Config(home=config.home, neural=False)),
    }
    times: dict[str, list[float]] = {name: [] for name in runs}
    for turn in range(options.rounds + 1):
        for name, work in runs.items():
            seconds = _seconds(work)
            if turn:
                times[name].append(seconds)
    characters = sum(len(page.text) for page in pages)
    base = median(times["jieba.posseg"])
    print("| | median seconds | characters a second | × jieba.posseg |\n|---|--:|--:|--:|")
    for name, found in times.items():
        print(f"| {name} | {median(found):.2f} | {characters / median(found):,.0f} | {base / median(found):.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
