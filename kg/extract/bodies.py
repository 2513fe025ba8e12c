"""Whose office a title is: of what stands before it, of what 该公司 or 县 stands for, or of the home region."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import NamedTuple

from kg.extract.office_fit import LEVELS, ORGANISATIONS, allowed
from kg.extract.scene import Scene
from kg.model.mention import Entity, Type
from kg.text.titles import Office

_WIDE = frozenset("省市县区州旗")
_LEVEL_WORD = re.compile(r"街道|社区|[省市县区州旗镇乡村]")
_THING = re.compile(
    r"(?:(?:该|本|这家|这个|我)(公司|企业|集团|厂|合作社|局|校|学校|医院|院|协会|中心|园区)"
    r"|(?<![\u4e00-\u9fffA-Za-z0-9])(公司|企业|集团|合作社))$"
)
_COMMITTEE = re.compile(r"(?:[省市县区州旗地]委|[镇乡]党委|党工委)$")
"""Party organs that are part of the title and not its body: 市委副书记 is an office of the city."""
_PLACE = re.compile(r"(?:[该本我全]|(?<![\u4e00-\u9fffA-Za-z0-9]))(街道|社区|[省市县区州旗镇乡村])$")
_TYPES: dict[str, tuple[Type, ...]] = {
    "公司": ("Company",), "企业": ("Company",), "集团": ("Company",), "厂": ("Company",), "合作社": ("Company",),
    "局": ("Government",), "校": ("Institution",), "学校": ("Institution",), "医院": ("Institution",),
    "院": ("Institution", "Government"), "协会": ("Institution",), "中心": ("Institution", "Government"),
    "园区": ("Park",),
}  # fmt: skip
_DEPARTMENT = re.compile(
    r"的?[^的在是和与、，。对于了将由从到把被等及或者说“”（）《》：；]{1,10}"
    r"(?:部|科|室|处|司|中心|车间|分厂|组|队|办|系|股|站|支部|班|工段|学院|门店|项目)$"
)
_BARE_DEPARTMENT = re.compile(r"[\u4e00-\u9fff]{1,6}(?:部|科|室|处|中心|车间|分厂|组|队|事业部|工段)$")
_NATION = re.compile(r"国家副?主席|国务院副?总理|国务委员|中共中央总书记|全国(?:人大代表|政协委员|党代表)")
_FAR = 160
"""A firm named farther back than so many characters is not what a bare 总经理 belongs to."""
_OFTEN = 3
_NEAR = 250
"""Nor is a county farther back than this what a bare 县委书记 belongs to."""
_EDGE = frozenset("。！？\n；;：:”“（(）)》，,、—■□ 由据请对与经让跟从向及和是为以兼原")
"""What may stand before a title that no body is named with; anything else is a piece of a body not recognised."""
_OWN_END = re.compile(r"([局厅院校站馆所行厂社场台园队处部])长$|理事(长)$|(会)长$")
_MANAGES = re.compile(r"(?:董事长|经理|总裁|总监|厂长|首席[^席]*官|(?:总经理|总裁|董事长)助理|创始人|合伙人|C[ETFO]O)$")
"""Titles that a text gives without the firm once the firm has been named; a 队长 may be anybody's."""
_ENDS: dict[str, tuple[str, ...]] = {
    "校": ("学校", "大学", "学院", "中学", "小学", "一中", "二中"), "院": ("院",),
    "长": ("合作社", "协会", "商会", "学会", "基金会", "联合会"), "会": ("会",),
}  # fmt: skip
"""How the body's name ends that a bare 校长 or 理事长 belongs to; else as the title says: 局长 of the last 局."""


class Body(NamedTuple):
    """Whose office it is, where its name begins in the text, where the title begins, how sure and by which rule."""

    entity: str
    left: int
    start: int
    sure: float
    rule: str


class Bodies:
    """Looks up bodies in one article."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._named = [link for link in scene.links if link.mention.type != "Person"]
        self._at = [link.mention.start for link in self._named]
        self._places = {e.name: e for e in sorted(scene.entities.values(), key=lambda e: e.id) if e.type == "Place"}

    def of(self, office: Office, floor: int) -> Body | None:
        """The body that stands before `office`, no farther left than `floor`."""
        for search in (self._adjacent, self._inside, self._party_organ):
            for start in office.starts:
                found = search(office, start, floor)
                if found is not None:
                    return found
        return self._departmental(office, floor) or self._anaphor(office, floor)

    def implied(self, office: Office, floor: int, current: str | None = None) -> Body | None:
        """The division that a title names by its level alone: 市长, 县委书记, 全国人大代表.

        `current` is whose office the title before it is: in 某市委副书记、市长 the same city.
        """
        text, start = self._scene.text, office.starts[0]
        title = text[start : office.end]
        nation = _NATION.search(text, max(floor, start - 4), office.end)
        if nation is not None and nation.end() == office.end:
            return self.nation(min(nation.start(), start), floor)
        word = _LEVEL_WORD.search(office.core if office.body == "place" else title[:2])
        if word is None or office.body not in ("place", "party", "any") or not self.at_edge(start, floor):
            return None
        place = self._scene.entities[current] if current else None
        if place is None or place.type != "Place" or place.level not in LEVELS[word.group()]:
            place = self._of_level(word.group(), start)
        if place is None or not allowed(office, title, place):
            return None
        return Body(place.id, start, start, 0.85, "level")

    def nation(self, start: int, floor: int) -> Body | None:
        """China, unless the sentence speaks of another country's 国家副主席 or 总理 before."""
        country = self._places.get("中国")
        for link in self._scene.within(floor, start, "Place"):
            entity = self._scene.entities[link.entity]
            if entity.level == "country" and country is not None and entity.id != country.id:
                return None
        return Body(country.id, start, start, 0.95, "nation") if country else None

    def recent(self, office: Office, floor: int) -> Body | None:
        """The body of a bare title: for 局长 the last 局 named before, for 总经理 the last firm."""
        text, start = self._scene.text, office.starts[0]
        own, link = _OWN_END.search(office.core), None
        if own:
            key = own.group(1) or own.group(2) or own.group(3)
            link = self._last(start, ORGANISATIONS, _ENDS.get(key, (key,)))
        if link is None and _MANAGES.search(office.core):
            link = self._main_firm(start) or self._last(start, ("Company",))
            if link is not None and start - link[1] > _FAR:
                return None
        if not self.at_edge(start, floor) and (kind := self._by_class(office, floor)):
            return kind
        if link is None or not allowed(office, office.core, self._scene.entities[link[0]]):
            return None
        named = [k.mention.end for k in self._scene.within(floor, start, *ORGANISATIONS)]
        department = _BARE_DEPARTMENT.search(text[: _inner(text, start)], max(floor, start - 10, *named))
        start = department.start() if department else start
        return Body(link[0], start, start, 0.65, "recent") if self.at_edge(start, floor) else None

    def _by_class(self, office: Office, floor: int) -> Body | None:
        """The last body named whose name ends as the word before the title does: 医院|院长, 协会|会长."""
        text, start = self._scene.text, office.starts[0]
        for size in (4, 3, 2):
            left = start - size
            if left >= floor and text[left:start].isalpha() and self.at_edge(left, floor):
                link = self._last(left, ORGANISATIONS, (text[left:start],))
                if (
                    link is not None
                    and start - link[1] <= _FAR
                    and allowed(office, office.core, self._scene.entities[link[0]])
                ):
                    return Body(link[0], left, start, 0.7, "class")
        return None

    def _main_firm(self, before: int) -> tuple[str, int] | None:
        """The firm that the article is about: named in its headline, or three times as often as any other; not where
        the paragraph names a firm of its own."""
        firms = [k for k in self._named[: bisect_right(self._at, before)] if k.mention.type == "Company"]
        line = self._scene.text.rfind("\n", 0, before)
        if not firms or any(k.mention.start > line for k in firms):
            return None
        titled = {k.entity for k in firms if k.mention.start < self._scene.article.body}
        first, *others = Counter(k.entity for k in firms).most_common(2)
        often = first[1] >= _OFTEN and all(first[1] >= _OFTEN * count for _, count in others)
        main = titled.pop() if len(titled) == 1 else first[0] if often else None
        return (main, firms[-1].mention.end) if main else None

    def at_edge(self, start: int, floor: int) -> bool:
        """Whether nothing stands before `start` that could be the rest of a body's name."""
        return start <= floor or self._scene.text[start - 1] in _EDGE

    def _adjacent(self, office: Office, start: int, floor: int) -> Body | None:
        """What ends right before the title: 某公司|总经理, also 某公司的|总经理."""
        text = self._scene.text
        ends = {start: 0.95}
        if start > floor and text[start - 1] == "的":
            ends[start - 1] = 0.85
        found: list[tuple[int, str, float]] = []
        for link in self._scene.within(max(floor, start - 40), start):
            m = link.mention
            if m.end not in ends or (m.type == "Place" and text[m.start - 1 : m.start] == "驻"):
                continue
            if m.type == "Government" and office.body == "party" and _COMMITTEE.search(m.surface):
                continue
            if allowed(office, text[start : office.end], self._scene.entities[link.entity]):
                found.append((m.start, link.entity, ends[m.end] - (0.05 if m.anaphor else 0.0)))
        if not found:
            return None
        left, entity, sure = min(found)
        return Body(entity, left, start, sure, "named")

    def _inside(self, office: Office, start: int, floor: int) -> Body | None:
        """A division whose last character is the title's first: 某市 in 某市委副书记, 某县 in 某县长."""
        if self._scene.text[start] not in LEVELS:
            return None
        for link in self._scene.within(max(floor, start - 20), start + 1, "Place"):
            if link.mention.end == start + 1 and allowed(office, office.core, self._scene.entities[link.entity]):
                return Body(link.entity, link.mention.start, start, 0.95, "named")
        return None

    def _party_organ(self, office: Office, start: int, floor: int) -> Body | None:
        """The division of a party committee that was recognised as an organ: its committee belongs to the title."""
        for link in self._scene.within(max(floor, start - 20), office.end, "Government"):
            m = link.mention
            if m.start < start < m.end < office.end and _COMMITTEE.search(m.surface):
                name = self._scene.entities[link.entity].name
                place = self._places.get(name.removesuffix("委")) or self._places.get(_COMMITTEE.sub("", name))
                if place is not None:
                    return Body(place.id, m.start, start, 0.9, "named")
        return None

    def _departmental(self, office: Office, floor: int) -> Body | None:
        """An organisation with a department between it and the core of the title: 某公司活塞分厂厂长."""
        text, start = self._scene.text, office.starts[0]
        links = [
            link for link in self._scene.within(max(floor, start - 40), start, *ORGANISATIONS)
            if _DEPARTMENT.fullmatch(text, link.mention.end, _inner(text, start))
        ]  # fmt: skip
        if not links or not allowed(office, office.core, self._scene.entities[links[-1].entity]):
            return None
        return Body(links[-1].entity, links[-1].mention.start, links[-1].mention.end, 0.8, "department")

    def _anaphor(self, office: Office, floor: int) -> Body | None:
        text = self._scene.text
        for start in office.starts:
            title = text[start : office.end]
            if len(title) < len(office.core):
                break
            before = text[max(floor, start - 6) : start]
            thing = _THING.search(before)
            if thing:
                last = self._last(start - len(thing.group()), _TYPES[thing.group(1) or thing.group(2)])
                if last and allowed(office, title, self._scene.entities[last[0]]):
                    return Body(last[0], start - len(thing.group()), start, 0.8, "anaphor")
            place = _PLACE.search(before)
            if place:
                entity = self._of_level(place.group(1), start - len(place.group()))
                if entity is not None and allowed(office, title, entity):
                    return Body(entity.id, start - len(place.group()), start, 0.85, "anaphor")
        return None

    def _of_level(self, word: str, before: int) -> Entity | None:
        """The division that a bare 市, 县 or 村 stands for: the home region, else the last one named before."""
        home = self._places.get(self._scene.article.home or "")
        if home is not None and home.level in LEVELS[word] and word in _WIDE:
            return home
        named: list[Entity] = []
        near = -_NEAR
        for link in self._named[: bisect_right(self._at, before)]:
            entity = self._scene.entities[link.entity]
            below = word == "市" and entity.level == "county" and entity.name.endswith("市")
            fits = entity.type == "Place" and (entity.level in LEVELS[word] or below)
            if fits and link.mention.end <= before:
                named.append(entity)
                near = link.mention.end
        if not named:
            return self._above(word, before)
        if before - near > _NEAR:
            return None
        most = max(named, key=lambda e: (sum(n.id == e.id for n in named), e.id))
        often = sum(n.id == most.id for n in named) > 2 * sum(n.id == named[-1].id for n in named)
        return most if often and word in _WIDE else named[-1]

    def _above(self, word: str, before: int) -> Entity | None:
        """The county of the towns that the article names, else the only one that the page names."""
        for link in reversed(self._named[: bisect_right(self._at, before)]):
            entity: Entity | None = self._scene.entities[link.entity]
            while entity is not None and entity.type == "Place" and entity.part_of:
                entity = self._scene.entities.get(entity.part_of)
                if entity is not None and entity.level in LEVELS[word] and entity.name.endswith(word):
                    return entity
        page = [e for e in self._places.values() if e.articles and e.level in LEVELS[word] and e.name.endswith(word)]
        return page[0] if len(page) == 1 else None

    def left_of(self, start: int, floor: int) -> int:
        """Where the places begin that stand unbroken before `start`: 某县某镇 before 某村党支部书记."""
        ends = {link.mention.end: link.mention.start for link in self._scene.within(floor, start)}
        while start in ends:
            start = ends[start]
        return start

    def _last(self, before: int, types: tuple[Type, ...], ends: tuple[str, ...] = ("",)) -> tuple[str, int] | None:
        for link in reversed(self._named[: bisect_right(self._at, before)]):
            fits = link.mention.type in types and self._scene.entities[link.entity].name.endswith(ends)
            if fits and link.mention.end <= before:
                return link.entity, link.mention.end
        return None


def _inner(text: str, start: int) -> int:
    """Where the core of a title begins whose first word is itself a department: 厂长 in 分厂厂长."""
    return start + 2 if text.startswith(("分厂", "车间"), start) else start
