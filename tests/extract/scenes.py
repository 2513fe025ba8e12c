"""Scenes for tests: a text in which `[name|Type]` marks a mention, `[name|Type|id]` one of an entity named before."""

from __future__ import annotations

import re
from typing import get_args

from kg.extract.scene import Scene
from kg.model.mention import Entity, Level, Link, Mention, Type
from kg.model.page import Article
from kg.segment.reflow import sentences

_MARK = re.compile(r"\[([^\[\]|]+)\|([A-Za-z]+)(?::(\w+))?(?:\|([^\[\]|]+))?\]")


def scene(marked: str, home: str | None = None) -> Scene:
    """`[青原市|Place:city]` gives a level; a third part names the entity that a short form or 该公司 stands for."""
    text, links, entities = "", [], dict[str, Entity]()
    cursor = 0
    for hit in _MARK.finditer(marked):
        text += marked[cursor : hit.start()]
        surface, kind, level, full = hit.groups()
        kind = next(t for t in get_args(Type) if t == kind)
        name = full or surface
        known = entities.get(name)
        names = tuple(sorted({surface, *(known.names if known else ())}))
        grade: Level | None = level if level else known.level if known else None  # type: ignore[assignment]
        entities[name] = Entity(id=name, type=kind, name=name, names=names, articles=("t",), level=grade)
        mention = Mention(
            article="t",
            start=len(text),
            end=len(text) + len(surface),
            type=kind,
            surface=surface,
            confidence=1.0,
            by="test",
        )
        links.append(Link(mention=mention, entity=name, confidence=1.0, why="test"))
        text += surface
        cursor = hit.end()
    text += marked[cursor:]
    article = Article(
        id="t", page="p", source="s", number=1, kind="news", title=None, start=0, end=len(text), text=text,
        printed=text, offsets=tuple(range(len(text))), body=0, breaks=(), sentences=sentences(text), home=home,
    )  # fmt: skip
    return Scene(article, links, entities)
