"""Relations on annotated pages with perfect mentions and links: a floor under precision and recall."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract import relations
from kg.extract.scene import Scene
from kg.model.claim import Relation
from tests import oracle

_OWN = Path(__file__).parent.parent / "gold"
_PAGES = Path(__file__).parent.parent / "pages"
_SEEDS = Path(__file__).parent.parent.parent / "seeds"
Fact = tuple[str, str, str]


def _fact(subject: str, predicate: str, object_: str) -> Fact:
    first, second = sorted((subject, object_)) if predicate == "cooperatesWith" else (subject, object_)
    return first, "memberOf" if predicate == "leads" else predicate, second


def figures(gold: Path, pages: Path) -> tuple[float, float]:
    """Precision and recall on one page."""
    page = oracle.load(gold, pages)
    found = set()
    for article in page.articles:
        for claim in relations.claims(Scene(article, page.links[article.id], page.entities)):
            if isinstance(claim.fact, Relation):
                found.add(_fact(claim.fact.subject, claim.fact.predicate, claim.fact.object))
    wanted = {_fact(r["s"], r["p"], r["o"]) for r in page.gold["relations"]}
    right = len(found & wanted)
    return right / len(found), right / len(wanted)


@pytest.mark.parametrize("name", ["000_automobile", "001_promotion", "002_clusters", "003_counties", "004_environment"])
def test_pages_of_our_own_are_read_with_few_wrong_edges(name: str) -> None:
    precision, recall = figures(_OWN / f"{name}.json", _SEEDS)
    assert precision >= 0.9
    assert recall >= 0.6


def test_real_pages_are_read_with_few_wrong_edges() -> None:
    golds = sorted(oracle.shared("eval", "gold").glob("*.json"))
    measured = [figures(gold, oracle.shared("seeds")) for gold in golds]
    assert min(precision for precision, _ in measured) >= 0.88
    assert min(recall for _, recall in measured) >= 0.66


@pytest.mark.parametrize("name", ["river", "harbour"])
def test_pages_of_other_papers_are_read_as_well(name: str) -> None:
    precision, recall = figures(_OWN / f"{name}.json", _PAGES)
    assert precision >= 0.93
    assert recall >= 0.75
