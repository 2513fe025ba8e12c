"""Words that stand for something named elsewhere (我市, 全县, 该公司, 该项目): links that carry facts, never names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.link.focus import Division, Focus
from kg.model.mention import Link, Mention, Type
from kg.model.page import Article

_PLACE = re.compile(r"(?:我|全|本|该)(省|市|县|区|镇|乡|村|州|旗)(?![场长委政直级区值]|民(?![营办宿生企间]))")
_THING = re.compile(r"该(公司|企业|集团|厂|项目|工程|产业园|园区|校|学校|医院|院|局|协会|研究院|中心)")
_TYPES: dict[str, tuple[Type, ...]] = {
    "公司": ("Company",), "企业": ("Company",), "集团": ("Company",), "厂": ("Company",),
    "项目": ("Project",), "工程": ("Project",), "产业园": ("Park",), "园区": ("Park",),
    "校": ("Institution",), "学校": ("Institution",), "医院": ("Institution",), "研究院": ("Institution",),
    "协会": ("Institution",), "中心": ("Institution",), "院": ("Institution", "Government"), "局": ("Government",),
}  # fmt: skip


def places(article: Article, focus: Focus) -> Iterable[tuple[Mention, Division]]:
    """Each 我市, 全县, 该镇 … of the article with the division it stands for."""
    for match in _PLACE.finditer(article.text):
        mention = _mention(article, match.start(), match.end(), "Place")
        division = focus.division_for(mention, match.group(1))
        if division is not None:
            yield mention, division


def things(article: Article, links: Sequence[Link]) -> Iterable[Link]:
    """Each 该公司, 该项目 … with the last thing of its type that was named before it."""
    named = sorted((link for link in links if not link.mention.anaphor), key=lambda link: link.mention.start)
    for match in _THING.finditer(article.text):
        types = _TYPES[match.group(1)]
        before = [link for link in named if link.mention.end <= match.start() and link.mention.type in types]
        if before:
            last = before[-1]
            mention = _mention(article, match.start(), match.end(), last.mention.type)
            yield Link(
                mention=mention, entity=last.entity, confidence=0.85, why=f"last named before: {last.mention.surface}"
            )


def _mention(article: Article, start: int, end: int, kind: Type) -> Mention:
    return Mention(
        article=article.id,
        start=start,
        end=end,
        type=kind,
        surface=article.printed[start:end],
        confidence=0.95,
        by="link.anaphora",
        anaphor=True,
    )
