"""An article as its mentions see it: who is the subject of a clause, who is meant by 其, 公司 and 我们.

`Discourse.code` is the article's text with each name shrunk to one sign of its type, so that patterns over sentences
are short and linear (`<Company>的产品出口<Place>`); every index of `code` leads back to the text. What belongs to
posts and observations as much as to relations (subjects, speakers, home) lives here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

import msgspec

from kg.extract.anaphora import ASIDE, Found, generic, home, main
from kg.extract.scene import Scene
from kg.model.mention import Link, Type
from kg.model.page import Span

TYPES: tuple[Type, ...] = (
    "Company", "Government", "Institution", "Person", "Place", "Park", "Cluster", "Chain",
    "Industry", "Product", "Project", "Event", "Honor", "Policy",
)  # fmt: skip
SIGN: dict[str, str] = {kind: chr(0xE000 + number) for number, kind in enumerate(TYPES)}
ANY = f"{chr(0xE000)}-{chr(0xE000 + len(TYPES) - 1)}"
"""All signs, for use inside a character class."""
ORGANISATION: tuple[Type, ...] = ("Company", "Government", "Institution")

_STOPS = re.compile(r"[，；：。！？\n…]|——|(?<=[。！？])”")
_OTHERS = re.compile(r"\d+(?:\.\d+)?(?:余|多)?万?(?:家|名|位|个|项|人|款|种|所|支|件|户)|各|一批|不少|许多|多家|几家|记者")
_ACTORS: tuple[Type, ...] = ("Company", "Government", "Institution", "Person", "Place", "Park", "Cluster", "Project", "Event")


_CLASS = re.compile(r"(?:企业|公司|产品|品牌|制造业|项目|医院|学校|农民|群众|市民|居民|干部|代表)")
"""Behind a place: not the place but some of what is there acts (聊城企业, 全市产品)."""
_WHEN = (
    r"[“‘]?(?:目前|如今|近年来|多年来|今年以来|今年|去年|近日|日前|当前|未来|下一步|接下来|同时|此外|随后|其中|现在|据了解|据悉|截至目前|届时|昨日|"
    r"作为|一直以来|而|但|并|也|还|又|让|使|[\d年月日至前后初末底上下午旬第一二三四季度半—-])*"
)
_HEAD = re.compile(_WHEN)
"""What may stand before a name that begins its clause."""
_OPENING = re.compile(rf"{_WHEN}(?:[{ANY}]|、|的)*[^，。；：]{{0,6}}")
"""The same for a wanted subject, with the words that describe it: 国内龙头企业X."""


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """One name (or 该公司, 我市) in its place; `entities` are several where one string names two things (鲁豫)."""

    at: int
    """Index in `Discourse.code`."""
    start: int
    end: int
    type: Type
    entities: tuple[str, ...]
    anaphor: bool = False
    sure: float = 1.0


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """Who a clause speaks of, and how sure that is: 1 where named in the clause, less where carried over."""

    nodes: tuple[Node, ...]
    sure: float
    near: bool
    """Whether it stands in the clause itself."""


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of quoted speech in `code`, with who says it and for which organisation they speak."""

    start: int
    end: int
    person: str | None
    voice: tuple[Node, ...]
    executive: bool
    """Whether an executive of a company not named again speaks (副总经理…说): the company in focus."""


class Discourse:
    """See the module; build one per scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.text = scene.text
        here = home(scene)
        self.home = here.id if here else None
        found = [*_outer(scene.links), *generic(scene)]
        self.nodes, self.code, self._spots = _encode(scene, found)
        self._at = [node.at for node in self.nodes]
        self.stops = [0, *(hit.end() for hit in _STOPS.finditer(self.code))]
        self.sentences = tuple((self.index(start), self.index(end)) for start, end in scene.article.sentences)
        self._begin = [start for start, _ in self.sentences]
        self.quotes = tuple(_quotes(self))
        self.main = _main(self)

    # --- places in the text ---------------------------------------------------------------------------------
    def index(self, position: int) -> int:
        """Index in `code` of a position of the text."""
        return bisect_left(self._spots, position)

    def position(self, index: int) -> int:
        """Position in the text of an index of `code`."""
        return self._spots[index] if index < len(self._spots) else len(self.text)

    def between(self, low: int, high: int, types: Collection[str] = TYPES) -> list[Node]:
        """Nodes in `code[low:high]` of the given types."""
        return [n for n in self.nodes[bisect_left(self._at, low) : bisect_left(self._at, high)] if n.type in types]

    def sentence(self, index: int) -> Span:
        """The sentence of `code` that holds `index`."""
        place = bisect_right(self._begin, index) - 1
        if place >= 0 and index < self.sentences[place][1]:
            return self.sentences[place]
        return index, index + 1

    def before(self, index: int) -> Span | None:
        """The sentence before the one that holds `index`."""
        place = bisect_right(self._begin, index) - 2
        return self.sentences[place] if place >= 0 else None

    def clause(self, index: int) -> int:
        """Where the clause that holds `index` begins."""
        return self.stops[bisect_right(self.stops, index) - 1]

    def quote(self, index: int) -> Quote | None:
        """The quoted speech around `index`."""
        return next((quote for quote in self.quotes if quote.start <= index < quote.end), None)

    # --- subjects -------------------------------------------------------------------------------------------
    def aside(self, node: Node, low: int) -> bool:
        """Whether `node` stands behind a preposition or a verb, so that it is no subject: 与X, 位于X, 服务于X."""
        first = self.siblings(node, low)[0]
        before = self.code[max(low, first.at - 6) : first.at]
        return bool(ASIDE.search(before))

    def siblings(self, node: Node, low: int) -> tuple[Node, ...]:
        """`node` and the names listed before it: A、B和C."""
        out = [node]
        for other in reversed(self.between(low, node.at)):
            gap = self.code[other.at + 1 : out[0].at]
            loose = node.type == "Person" and other.type == "Person" and re.fullmatch(r"[”》]?[、，和及][^，。；：]{0,14}", gap)
            if other.type == node.type and (loose or re.fullmatch(r"[”’》]?(?:、|和|与|及|以及)[“‘《]?", gap)):
                out.insert(0, other)
            elif other.type == node.type or node.type != "Person":
                break
        return tuple(out)

    def subject(self, index: int, types: Collection[str]) -> Subject | None:
        """Who of `types` the clause at `index` speaks of: named before it, else carried over from earlier clauses.

        None where the clause speaks of somebody else, or of many that are not named (14家企业).
        """
        low = self.clause(index)
        class_of = False
        for node in reversed(self.between(low, index, {*_ACTORS, *types})):
            if self.aside(node, low) or self._owner_only(node, index, types) or self._mute(node, types):
                continue
            if node.type == "Place" and _CLASS.match(self.code, node.at + 1):
                class_of = True
                continue
            if node.type not in types or (node.type == "Place" and _OTHERS.search(self.code, node.at + 1, index)):
                return None
            return Subject(nodes=self.siblings(node, low), sure=node.sure, near=True)
        gathered = any(node.anaphor for node in self.between(low, index, ("Event",)))
        if class_of or gathered or _OTHERS.search(self.code, low, index):
            return None
        speech = self.quote(index)
        if speech is not None:
            voice = tuple(n for n in speech.voice if n.type in types)
            if voice or not speech.executive:
                return Subject(nodes=voice, sure=0.9, near=False) if voice else None
            low = speech.start
        return self._carried(low, types)

    def _owner_only(self, node: Node, index: int, types: Collection[str]) -> bool:
        """A place before what is somebody else's: 聊城的X公司 keeps the company, 高唐县产品 is passed over for one."""
        return node.type == "Place" and "Place" not in types and self.code[node.at + 1 : node.at + 2] == "的"

    def _carried(self, low: int, types: Collection[str]) -> Subject | None:
        place = bisect_right(self._begin, low) - 1
        sure = 0.92
        for back, (start, end) in enumerate(reversed(self.sentences[max(0, place - 2) : place + 1])):
            settled, nodes = self._topic(start, low if back == 0 else end, types)
            if settled:
                return Subject(nodes=nodes, sure=sure * nodes[0].sure, near=False) if nodes else None
            sure *= 0.9
        if self.main is not None and self.main.type in types:
            return Subject(nodes=(self.main,), sure=0.7, near=False)
        return None

    def _topic(self, low: int, high: int, types: Collection[str]) -> tuple[bool, tuple[Node, ...]]:
        """Whether a clause before `high` names its subject, and the subject where it is one of `types`.

        A name that begins its clause is its subject; one in the middle counts only where none begins a clause.
        """
        if low >= high:
            return False, ()
        stops = [low, *self.stops[bisect_right(self.stops, low) : bisect_left(self.stops, high)]]
        doubtful: tuple[Node, ...] = ()
        for start, end in zip(reversed(stops), reversed([*stops[1:], high]), strict=True):
            free = [n for n in self.between(start, end, {*_ACTORS, *types}) if not self.aside(n, start) and not self._mute(n, types)]
            fit = [n for n in free if n.type in types and not self.upper(n)]
            if fit and _OPENING.fullmatch(self.code, start, fit[0].at):
                return True, self.run(fit[0], end)
            if free and not fit and _HEAD.fullmatch(self.code, start, free[0].at):
                return True, ()
            if fit and not doubtful:
                doubtful = self.run(fit[0], end)
        return bool(doubtful), doubtful

    def _mute(self, node: Node, types: Collection[str]) -> bool:
        """A project or event does not keep a clause from speaking of its company, nor does who is quoted on it."""
        if node.type == "Person" and "Person" not in types:
            return bool(_SAID.match(self.code, node.at + 1))
        return node.type in ("Project", "Event", "Cluster", "Park") and node.type not in types

    def upper(self, node: Node) -> bool:
        """Whether `node` only says where the next name is (县 of 县 + 镇, 我市 of 我市A、B): the next one is meant."""
        return node.type == "Place" and bool(self.between(node.at + 1, node.at + 2, _ACTORS))

    def run(self, node: Node, high: int) -> tuple[Node, ...]:
        """`node` and the names of its type listed after it."""
        out = [node]
        for other in self.between(node.at + 1, high, (node.type,)):
            if not re.fullmatch(r"[”’》]?(?:、|和|与|及|以及)[“‘《]?", self.code[out[-1].at + 1 : other.at]):
                break
            out.append(other)
        return tuple(out)


def _outer(links: Sequence[Link]) -> Iterator[Found]:
    """Links that lie in no longer one; coinciding ones together."""
    reach = -1
    kept: dict[Span, list[Link]] = {}
    for link in links:
        span = (link.mention.start, link.mention.end)
        if span in kept:
            kept[span].append(link)
        elif span[1] > reach and span[0] >= reach:
            kept[span] = [link]
            reach = span[1]
    for (start, end), same in kept.items():
        first = same[0]
        ids = tuple(dict.fromkeys(link.entity for link in same if link.mention.type == first.mention.type))
        yield Found(start, end, first.mention.type, ids, first.mention.anaphor, 1.0)


def _encode(scene: Scene, found: Sequence[Found]) -> tuple[tuple[Node, ...], str, list[int]]:
    text = scene.text
    nodes: list[Node] = []
    signs: list[str] = []
    spots: list[int] = []
    cursor = 0
    for item in sorted(found, key=lambda f: (f.start, -f.end)):
        if item.start < cursor:
            continue
        signs.append(text[cursor : item.start])
        spots.extend(range(cursor, item.start))
        nodes.append(
            Node(
                at=len(spots), start=item.start, end=item.end, type=item.type, entities=item.entities,
                anaphor=item.anaphor, sure=item.sure,
            )
        )  # fmt: skip
        signs.append(SIGN[item.type])
        spots.append(item.start)
        cursor = item.end
    signs.append(text[cursor:])
    spots.extend(range(cursor, len(text)))
    return tuple(nodes), "".join(signs), spots


def _main(discourse: Discourse) -> Node | None:
    entity = main(discourse.scene)
    return next((n for n in discourse.nodes if entity is not None and n.entities == (entity,)), None)


_SAYS = r"(?:说|表示|介绍|告诉|坦言|认为|透露|称|指出|感慨|解释|强调)"
_EXECUTIVE = re.compile("经理|董事|总监|厂长|主管|工程师|总裁|负责人|理事长|技术员")
_SPEECH = re.compile(r"“[^“”]*”")
_SAID = re.compile(rf"[^，。；：]{{0,6}}{_SAYS}")
_AFTER = re.compile(rf"[^。！？“”\n]{{0,60}}?{_SAYS}")
_BEFORE = re.compile(rf"[^。！？“”\n]{{0,60}}?{_SAYS}[^。！？“”，：\n]{{0,8}}[：，]$")


def _quotes(discourse: Discourse) -> Iterator[Quote]:
    """Quotations long enough to be speech whose speaker the text names right after or right before them."""
    code = discourse.code
    for hit in _SPEECH.finditer(code):
        if hit.end() - hit.start() < 10 or not re.search("[，。！？…]", hit.group()):
            continue
        after = _AFTER.match(code, hit.end())
        before = code[max(0, hit.start() - 60) : hit.start()]
        start = max((before.rfind(stop) for stop in "。！？”\n"), default=-1) + 1
        if _BEFORE.search(before[start:]):
            low, high = hit.start() - len(before) + start, hit.start()
        elif after is not None:
            low, high = hit.end(), after.end()
        else:
            continue
        people = discourse.between(low, high, ("Person",))
        person = people[0] if people else None
        voice = discourse.between(low, person.at if person else high, ORGANISATION)
        yield Quote(
            start=hit.start(), end=hit.end(), person=person.entities[0] if person else None,
            voice=(voice[-1],) if voice else _office(discourse, person),
            executive=bool(_EXECUTIVE.search(code, low, person.at if person else high)),
        )  # fmt: skip


def _office(discourse: Discourse, person: Node | None) -> tuple[Node, ...]:
    """The organisation named right before a person where the text introduces them."""
    if person is None:
        return ()
    for node in discourse.between(0, len(discourse.code), ("Person",)):
        if node.entities == person.entities:
            named = discourse.between(discourse.clause(node.at), node.at, ORGANISATION)
            if named and node.at - named[-1].at < 16:
                return (named[-1],)
    return ()
