"""What 该公司, 公司, 我市 and 项目 stand for where the linker has not said it already."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.extract.scene import Scene
from kg.model.mention import Entity, Link, Type
from kg.text import lexicon
from kg.text.quote import sentence_at

LISTED = re.compile(r"[”’》]?(?:、|和|与|及|以及)[“‘《]?$")

_AMBIGUOUS = (
    r"(?<!参)与|(?<![共温柔总调平缓])和|(?<![共合])同|(?<![作成被因认])为|是|(?<!面)对|(?<!所)在|"
    r"(?<!自)从|由|被|(?<!即)将|(?<!可)以|援|驻|抵|返"
)
"""Prepositions that are also the end of other words (参与, 共同)."""
_PLACE = re.compile(
    r"(?:我|全|本|该)(省|市|县|区|镇|乡|村|旗)(?![场长委政直级区值域内外各]|民(?![营办宿生企间]))|当地|"
    r"(?<![\u4e00-\u9fff])(省|市|县|区|镇|村)(?:内(?=的|企业)|里(?=[\u4e00-\u9fff])|上(?=的))|"
    r"辖区(?=企业|内)"
)
_THING = re.compile(
    r"(?:该|这家)(公司|企业|集团|厂)|该(项目|工程|产业园|园区|基地|集群|局|厅|校|院|协会)|"
    r"(?:此次|本次|本届|此届|该)(?:活动|大会|会议|展会|论坛|博览会|大赛|比赛|签约仪式|展览|赛事|峰会|洽谈会|交流会|研讨会|推介会|[^，。；]{0,2}节)|"
    r"(?<![\w“])(?:洽谈会|推介会|交流会|展销会|博览会|峰会|论坛|展会|大会|会议|活动|比赛|大赛|仪式|签约仪式)"
    r"(?=[由为]|集中|现场|吸引|历时|持续|期间|邀请|通报|宣读|听取|共签|共有)|"
    r"(?:(?<=出席)|(?<=参加)|(?<=参与))(?:活动|会议|大会|论坛|仪式)(?![\w“])|"
    r"(?<![\w“])(?:会上|会议上|大会上|活动现场|活动中|论坛上|仪式上|会议期间)(?=，)|"
    r"(?<![\w“])(企业)(?=研发|生产|自主|产品|的产品|投资|现有|拥有|主要|先后|已|通过|获|还|年产|负责人|迅速)|"
    r"(?<![\w“])(公司|项目)(?=[\w“])(?![化制法债股和与、组部])|(?<=[由在据，])(公司)(?=[\w，])(?![化制法债股和与、])"
)
_OPENING = 12
"""Characters, a time or place, that may stand before the topic that opens a sentence."""
_TYPES: dict[str, tuple[Type, ...]] = {
    "公司": ("Company",), "企业": ("Company",), "集团": ("Company",), "厂": ("Company",), "项目": ("Project",),
    "工程": ("Project",), "产业园": ("Park",), "园区": ("Park",), "基地": ("Park",), "集群": ("Cluster",),
    "局": ("Government",), "厅": ("Government",), "校": ("Institution",), "院": ("Institution",),
    "协会": ("Institution",),
}  # fmt: skip
_LEVELS = {
    "省": "province", "市": "city", "县": "county", "区": "county zone", "镇": "town", "乡": "town", "村": "village",
    "旗": "county",
}  # fmt: skip


class Found(NamedTuple):
    """A stretch of text with what it stands for; `entities` are several where one string names two (鲁豫)."""

    start: int
    end: int
    type: Type
    entities: tuple[str, ...]
    anaphor: bool
    sure: float


@cache
def _aside() -> re.Pattern[str]:
    words = "|".join(map(re.escape, lexicon.words("governs_name")))
    return re.compile(rf"(?:{_AMBIGUOUS}|{words})[了过的]?[“‘《]?$")


def governed(before: str) -> bool:
    """Whether a name right after `before` stands behind a preposition or verb: 与X, 位于X, 服务于X."""
    return bool(_aside().search(before[-8:]))


def home(scene: Scene) -> Entity | None:
    """The division that the article's 我市 means, where the page names it."""
    name = scene.article.home
    named = sorted((e for e in scene.entities.values() if e.type == "Place" and e.name == name), key=lambda e: e.id)
    return named[0] if named else None


def main(scene: Scene, kind: Type = "Company") -> str | None:
    """The one company that an article is about: half of all that stand in the place of a subject, else None."""
    score: Counter[str] = Counter()
    free = [k for k in scene.links if k.mention.type == kind and not k.mention.anaphor and stands_free(scene.text, k)]
    for link in [k for k in free if not owner(scene, k)] or free:
        score[link.entity] += 3 if link.mention.start < scene.article.body else 1
    best = sorted(score.items(), key=lambda item: (-item[1], item[0]))[:2]
    ahead = len(best) == 1 or (best and best[0][1] > best[1][1] and 2 * best[0][1] >= score.total())
    return best[0][0] if ahead else None


def actors(scene: Scene) -> int:
    """How many organisations stand in the place of a subject: where many do, focus is soon lost."""
    kinds = ("Company", "Government", "Institution")
    own = [k for k in scene.links if k.mention.type in kinds and not k.mention.anaphor]
    return len({k.entity for k in own if stands_free(scene.text, k) and not owner(scene, k)})


def stands_free(text: str, link: Link) -> bool:
    """Whether a name is neither listed after another nor behind a preposition or verb: it may be a subject."""
    before = text[max(0, link.mention.start - 6) : link.mention.start]
    return not governed(before) and not LISTED.search(before)


def owner(scene: Scene, link: Link) -> bool:
    """Whether a name only says whose something is (X的车间), and does not open its sentence with that."""
    end = link.mention.end
    return scene.text[end : end + 1] == "的" and link.mention.start - sentence_at(scene.article, end)[0] > _OPENING


def generic(scene: Scene) -> Iterator[Found]:
    """Each 我市, 该公司, 项目 with what it stands for by the text before it.

    What a link covers is left to it, but for 该公司: there the subject of what came before is asked, which only
    extraction knows, and not just the last name.
    """
    firm = [link for link in scene.links if link.mention.anaphor and link.mention.type == "Company"]
    covered = [(link.mention.start, link.mention.end) for link in scene.links if link not in firm]
    for hit in _PLACE.finditer(scene.text):
        if not _covered(hit.start(), hit.end(), covered):
            entity = division(scene, hit.group(1) or hit.group(2), hit.start())
            if entity is not None:
                yield Found(hit.start(), hit.end(), "Place", (entity,), True, 0.95)
    for hit in _THING.finditer(scene.text):
        if not _covered(hit.start(), hit.end(), covered):
            yield from _thing(scene, hit)


def _covered(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(low < end and start < high for low, high in spans)


def _thing(scene: Scene, hit: re.Match[str]) -> Iterator[Found]:
    noun = next((group for group in hit.groups() if group), "活动")
    types = _TYPES.get(noun, ("Event",))
    named = [link for link in scene.links if link.mention.type in types and not link.mention.anaphor]
    before = [link for link in named if link.mention.end <= hit.start()]
    free = [link for link in before if stands_free(scene.text, link)]
    free = [link for link in free if types != ("Company",) or not owner(scene, link)]
    if types == ("Event",) and before and (lead := _lead(scene, before, hit)) is not None:
        yield Found(hit.start(), hit.end(), "Event", (lead,), True, 0.85)
        return
    bare = hit.group() in ("公司", "项目", "企业")
    if free or (before and types != ("Company",)):
        last = (free or before)[-1]
        if bare and len({link.entity for link in free or before}) > 1 and _far(scene, last.mention.start, hit.start()):
            return
        yield Found(hit.start(), hit.end(), last.mention.type, (last.entity,), True, 0.88 if free else 0.8)
    elif types == ("Company",) and (only := main(scene)) is not None:
        alone = len({link.entity for link in scene.links if link.mention.type == "Company"}) == 1
        yield Found(hit.start(), hit.end(), "Company", (only,), True, 0.92 if alone else 0.86)


def _lead(scene: Scene, before: Sequence[Link], hit: re.Match[str]) -> str | None:
    """此次展览 is what the report opens with, unless another event has been named a sentence ago or less."""
    opening = scene.article.sentences[1][1] if len(scene.article.sentences) > 1 else len(scene.text)
    first, last = before[0], before[-1]
    if first.mention.start >= opening or _gap(scene, last.mention.start, hit.start()) < 2:
        return None
    return first.entity if hit.group()[0] in "此本该" else None


def _far(scene: Scene, start: int, end: int) -> bool:
    """Whether more than two sentences lie between."""
    return _gap(scene, start, end) > 2


def _gap(scene: Scene, start: int, end: int) -> int:
    return sum(1 for low, _ in scene.article.sentences if start < low <= end)


def division(scene: Scene, initial: str | None, position: int) -> str | None:
    """Entity id of what 市, 县, 镇 … (None: 当地, 辖区) means at a place of the text, by home and by what is named."""
    here = home(scene)
    levels = _LEVELS.get(initial or "县", "").split()
    if here is not None and here.level in levels and initial in ("省", "市"):
        return here.id
    places = [link for link in scene.links if link.mention.type == "Place" and not link.mention.anaphor]
    if initial is None:
        last = next((k for k in reversed(places) if k.mention.end <= position), None)
        return last.entity if last and scene.entities[last.entity].level in ("city", "county", "town", "zone") else None
    seen = [link.entity for link in places if scene.entities[link.entity].level in levels]
    before = [k.entity for k in places if k.mention.end <= position and scene.entities[k.entity].level in levels]
    if before:
        return before[-1]
    if here is not None and here.level in levels:
        return here.id
    return seen[0] if len(set(seen)) == 1 else None
