"""Gold annotations as if a perfect recogniser and linker had run: lets extraction be tested on its own."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kg.model.mention import Entity, Link, Mention
from kg.model.page import Article, Byline
from kg.segment.reflow import flow

SHARED = Path(__file__).parent.parent.parent / "shared"


class GoldPage(NamedTuple):
    """One annotated page: its articles, the links of each, its entities by gold id, and the raw annotation."""

    articles: list[Article]
    links: dict[str, list[Link]]
    entities: dict[str, Entity]
    gold: dict[str, Any]


def need(path: Path) -> Path:
    """`path` where it exists; else skip, and fail under CI=true, where nothing may be skipped."""
    if not path.exists():
        assert os.environ.get("CI") != "true", f"{path} is missing, and CI may not skip it"
        pytest.skip(f"needs {path}")
    return path


def shared(*parts: str) -> Path:
    """A path of the shared material beside the repository."""
    return need(SHARED.joinpath(*parts))


def load(gold_file: Path, pages: Path) -> GoldPage:
    """The oracle for one gold file whose document lies in the folder `pages`."""
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    text = (pages / gold["document"]).read_text(encoding="utf-8")
    starts = [0, *(m.end() for m in re.finditer("\n", text)), len(text)]
    entities = {
        e["id"]: Entity(
            id=e["id"], type=e["type"], name=e["name"], names=tuple(sorted({e["name"], *e["surfaces"]})),
            articles=tuple(e.get("articles", ())), level=e.get("level"), role=e.get("role"),
        )
        for e in gold["entities"]
    }  # fmt: skip
    articles, links = [], {}
    home = _home(gold)
    for number, a in enumerate(gold["articles"], 1):
        first, last = starts[a["first_line"] - 1], starts[a["last_line"]]
        body = flow(text, ((first, last),))
        bylines = tuple(
            Byline(name=n, role="reporter", start=i, end=i + len(n))
            for n in [*a["reporters"], *a["correspondents"]]
            if (i := body.text.find(n)) >= 0
        )
        article = Article(
            id=a["id"], page="gold", source=gold["document"], number=number, kind=a["kind"], title=a["title"],
            start=first, end=last, text=body.text, printed=body.printed, offsets=body.offsets, body=0,
            breaks=body.breaks, sentences=body.sentences, bylines=bylines, dateline=a["dateline"],
            issued=a["dateline"] or _issued(gold), home=home,
        )  # fmt: skip
        articles.append(article)
        links[article.id] = _links(article, [e for e in entities.values() if a["id"] in e.articles])
    return GoldPage(articles, links, entities, gold)


def _home(gold: dict[str, Any]) -> str | None:
    cities = [e for e in gold["entities"] if e["type"] == "Place" and e.get("level") == "city"]
    return max(cities, key=lambda e: len(e["articles"]))["name"] if cities else None


def _issued(gold: dict[str, Any]) -> str | None:
    return max((a["dateline"] for a in gold["articles"] if a["dateline"]), default=None)


def _links(article: Article, entities: list[Entity]) -> list[Link]:
    found: list[tuple[int, int, Entity]] = []
    for entity in entities:
        for name in entity.names:
            hits = re.finditer(re.escape("".join(name.split())), article.text)
            found.extend((hit.start(), hit.end(), entity) for hit in hits)
    found.sort(key=lambda f: (f[0], -f[1], f[2].id))
    kept: list[tuple[int, int, Entity]] = []
    for start, end, entity in found:
        inside = any(s <= start and end <= e and (s, e) != (start, end) for s, e, _ in kept)
        if not inside or (entity.type == "Place" and article.text[start:end] == entity.name):
            kept.append((start, end, entity))
    return [
        Link(
            mention=Mention(
                article=article.id, start=s, end=e, type=entity.type, surface=article.printed[s:e], confidence=1.0,
                by="gold", level=entity.level, role=entity.role,
            ),
            entity=entity.id, confidence=1.0, why="gold",
        )
        for s, e, entity in kept
    ]  # fmt: skip
