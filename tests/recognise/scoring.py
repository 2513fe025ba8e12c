"""How well mentions agree with the gold pages: `python -m tests.recognise.scoring --types Place Government --show`.

A surface counts once per article (and once per page in the second block): what the guidelines ask for is which strings
name things, not how often.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from kg import recognise
from kg.model.mention import Mention
from kg.model.page import Article
from kg.recognise.merge import settle
from kg.text.normalise import squash
from tests import oracle

Finder = Callable[[Article], Sequence[Mention]]


def chain(*modules: str) -> Finder:
    """These finders alone, each seeing what those before it found, settled at the end."""

    def find(article: Article) -> list[Mention]:
        found: list[Mention] = []
        for module in modules:
            found.extend(importlib.import_module(f"kg.recognise.{module}").find(article, found))
        return settle(found)

    return find


class Score(NamedTuple):
    """Precision, recall and F1 with what was missed and what was too much, as (page, article, surface)."""

    precision: float
    recall: float
    f1: float
    missed: list[tuple[str, ...]]
    spurious: list[tuple[str, ...]]


def compare(gold: set[tuple[str, ...]], found: set[tuple[str, ...]]) -> Score:
    """The score of `found` against `gold`; two empty sets agree."""
    hits = len(gold & found)
    precision = hits / len(found) if found else float(not gold)
    recall = hits / len(gold) if gold else 1.0
    f1 = 2 * precision * recall / (precision + recall) if hits else float(not gold and not found)
    return Score(precision, recall, f1, sorted(gold - found), sorted(found - gold))


def surfaces(types: Sequence[str], finder: Finder = recognise.run) -> dict[str, tuple[set[tuple[str, ...]], ...]]:
    """For each type the gold and the found (page, article, surface) of all gold pages."""
    both: dict[str, tuple[set[tuple[str, ...]], ...]] = {kind: (set(), set()) for kind in types}
    for file in sorted(oracle.shared("eval", "gold").glob("*.json")):
        page = oracle.load(file, oracle.shared("seeds"))
        for article in page.articles:
            links = [link.mention for link in page.links[article.id]]
            for which, mentions in enumerate((links, finder(article))):
                for mention in mentions:
                    if mention.type in both and not mention.anaphor:
                        both[mention.type][which].add((file.stem[:3], article.id, squash(mention.surface)))
    return both


def by_page(found: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """The same without the article."""
    return {(page, surface) for page, _, surface in found}


def scores(types: Sequence[str], finder: Finder = recognise.run) -> dict[str, Score]:
    """Score per type at page level."""
    return {kind: compare(by_page(gold), by_page(found)) for kind, (gold, found) in surfaces(types, finder).items()}


def main() -> None:
    """Print a table per type, at the level of articles and of pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--types", nargs="+", default=["Place", "Government", "Institution", "Park"])
    parser.add_argument("--finders", nargs="+", help="only these finders, in this order; all where left out")
    parser.add_argument("--show", action="store_true", help="list what was missed and what was too much")
    options = parser.parse_args()
    finder = chain(*options.finders) if options.finders else recognise.run
    out = sys.stdout
    out.write(f"{'type':<14}{'P':>7}{'R':>7}{'F1':>7}   {'page P':>7}{'R':>7}{'F1':>7}\n")
    for kind, (gold, found) in surfaces(options.types, finder).items():
        fine, coarse = compare(gold, found), compare(by_page(gold), by_page(found))
        out.write(f"{kind:<14}" + "".join(f"{x:7.3f}" for x in fine[:3]) + "   ")
        out.write("".join(f"{x:7.3f}" for x in coarse[:3]) + "\n")
        if options.show:
            out.write("  missed   " + " ".join("/".join(m) for m in fine.missed) + "\n")
            out.write("  spurious " + " ".join("/".join(m) for m in fine.spurious) + "\n")


if __name__ == "__main__":
    main()
