"""Articles, headlines and bylines against hand annotation, by the scorer's own measure."""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kg.model.page import Article
from kg.read import Source, load
from kg.segment import run
from tests import oracle

HERE = Path(__file__).parent.parent
OWN = sorted((HERE / "gold").glob("*.json"))
SHARED = ["000_bee90e03d2564da8", "001_44ab08e54eea3468", "004_777c845344387f30"]


class Score(NamedTuple):
    found: int
    predicted: int
    gold: int
    titles: int
    titled: int
    bylines: set[str]
    wanted: set[str]


def score(gold: dict[str, Any], source: Path) -> Score:
    text, articles = segmented(source)
    rows = text.split("\n")
    spans = [(article, lines_of(text, rows, article)) for article in articles]
    found = titles = titled = 0
    names: set[str] = set()
    wanted: set[str] = set()
    for art in gold["articles"]:
        want = {n for n in range(art["first_line"], art["last_line"] + 1) if rows[n - 1].strip()}
        titled += bool(art["title"])
        wanted |= {f"{art['id']} {name}" for name in [*art["reporters"], *art["correspondents"]]}
        article, lines = max(spans, key=lambda span: len(want & span[1]) / len(want | span[1]))
        if len(want & lines) / len(want | lines) < 0.8:
            continue
        found += 1
        titles += bool(art["title"] and article.title and similar(norm(art["title"]), norm(article.title)))
        names |= {f"{art['id']} {byline.name}" for byline in article.bylines}
    return Score(found, len(articles), len(gold["articles"]), titles, titled, names, wanted)


@cache
def segmented(source: Path) -> tuple[str, list[Article]]:
    [page] = load(Source(name=source.name, path=source))
    assert not isinstance(page, Exception)
    return page.text, run(page)


def lines_of(text: str, rows: list[str], article: Article) -> set[int]:
    first, last = (text.count("\n", 0, at) + 1 for at in (article.start, article.end - 1))
    return {n for n in range(first, last + 1) if rows[n - 1].strip()}


def norm(text: str) -> str:
    return re.sub(r"[\s“”\"'‘’《》「」『』〈〉()（）·•,，、]", "", unicodedata.normalize("NFKC", text))


def similar(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    inside = short in long and len(short) / len(long) >= 0.5
    return inside or difflib.SequenceMatcher(None, a, b).ratio() >= 0.75


def check(gold_file: Path, folder: Path) -> None:
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    result = score(gold, oracle.need(folder / gold["document"]))
    assert (result.found, result.predicted) == (result.gold, result.gold)
    assert result.titles >= 0.95 * result.titled
    assert result.bylines == result.wanted


@pytest.mark.parametrize("name", SHARED)
def test_the_shared_gold_pages_fall_into_their_articles(name: str) -> None:
    check(oracle.shared("eval", "gold", f"{name}.json"), oracle.shared("seeds"))


@pytest.mark.parametrize("gold_file", OWN, ids=[path.stem for path in OWN])
def test_our_own_gold_pages_fall_into_their_articles(gold_file: Path) -> None:
    document = json.loads(gold_file.read_text(encoding="utf-8"))["document"]
    folders = [folder for folder in (HERE.parent / "seeds", HERE / "pages") if (folder / document).exists()]
    assert folders, f"the page of {gold_file.name} is missing"
    check(gold_file, folders[0])
