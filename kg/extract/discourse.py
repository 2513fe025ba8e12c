"""Who a clause speaks of, named in it or carried over: what relations, posts and observations ask of a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection

import msgspec

from kg.extract.anaphora import actors, governed, home, main
from kg.extract.coded import ANY, Coded, Node
from kg.extract.scene import Scene
from kg.extract.speech import EXECUTIVE, SAYS, Quote, quotes
from kg.model.mention import Type
from kg.text import lexicon, words

_OTHERS = re.compile(
    r"\d+(?:\.\d+)?(?:余|多)?万?(?:家|名|位|个|项|人|款|种|所|支|件|户)|各|一批|不少|许多|多家|几家|记者|"
    r"他们?|她们?|大家|人们|农户|村民|农民|居民|专家|客商|客户|负责人|我国|各地|国家(?![级重一二局])"
)
"""Somebody who is not named acts."""
_ACTORS: tuple[Type, ...] = (
    "Company", "Government", "Institution", "Person", "Place", "Park", "Cluster", "Project", "Event",
)  # fmt: skip


_SIGNS = re.compile(f"[{ANY}“”‘’]")
_AND = re.compile(r"[”’》]?(?:、|和|与|及|以及)[“‘《]?")
_PEOPLE = re.compile(r"[”》]?[、，和及与][^，。；：]{0,14}")
"""Between listed people stand their titles."""
_OWNED = re.compile(r"(?:旗下|下属|所属|控股|的(?:全资|控股)?(?:子公司|分公司))(?:的|全资|控股|子公司|企业|公司)*")
_CLASS = re.compile(
    r"(?:企业|公司|产品|品牌|制造业|项目|医院|学校|农民|群众|市民|居民|干部|代表|产的|客商|客户|专家|市场|籍|牌照)"
)
"""Behind a place: not the place but some of what is there acts (某市企业, 全市产品)."""
_FOUNDED = re.compile(
    rf"(?:设立|成立|组建|注册|创办|创立|招引|引进|引来)了?[^，。；{ANY}]{{0,8}}[“‘]?$|"
    r"(?:子公司|名为|名叫)[“‘]?$"
)
_MAIN = 0.82
"""How sure a subject carried over sentences is at least where it is whom the whole article is about."""
_FEW = 3
"""Organisations in an article beyond which a subject is carried into the next sentence with less trust."""
_DATELINE = re.compile(rf"[{ANY}]?(?:\d+月)?\d+日(?:电|讯)|[{ANY}]?讯")
"""Behind the agency and the place that a report is sent from."""
_SAID = re.compile(rf"[^，。；：]{{0,6}}{SAYS}")
_WHEN = (
    r"[“‘]?(?:目前|如今|近年来|多年来|今年以来|今年|去年|近日|日前|当前|未来|下一步|接下来|同时|此外|随后|其中|现在|据了解|据悉|"
    r"截至目前|届时|昨日|作为|一直以来|而|但|并|也|还|又|让|使|[\d年月日至前后初末底上下午旬第一二三四季度半—-])*"
)
_HEAD = re.compile(_WHEN)
"""What may stand before a name that begins its clause."""
_OPENING = re.compile(rf"{_WHEN}(?:[{ANY}]|、|的)*[^，。；：]{{0,6}}")
"""The same for a wanted subject, with the words that describe it: 国内龙头企业X."""


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """Who a clause speaks of, and how sure that is: 1 where named in the clause, less where carried over."""

    nodes: tuple[Node, ...]
    sure: float
    near: bool
    """Whether it stands in the clause itself."""


class Discourse(Coded):
    """See the module; build one per scene."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        here = home(scene)
        self.home = here.id if here else None
        self.crowded = actors(scene) > _FEW
        self._authors = frozenset(name.start for name in scene.article.bylines)
        self.quotes = tuple(quotes(self))
        self.main = _main(self)

    def quote(self, index: int) -> Quote | None:
        """The quoted speech around `index`."""
        return next((quote for quote in self.quotes if quote.start <= index < quote.end), None)

    # --- subjects -------------------------------------------------------------------------------------------
    def aside(self, node: Node, low: int) -> bool:
        """Whether `node` stands behind a preposition or a verb, so that it is no subject: 与X, 位于X, 服务于X."""
        first = self.siblings(node, low)[0]
        return governed(self.code[max(low, first.at - 8) : first.at])

    def siblings(self, node: Node, low: int) -> tuple[Node, ...]:
        """`node` and the names listed before it: A、B和C."""
        out = [node]
        for other in reversed(self.between(low, node.at)):
            gap = self.code[other.at + 1 : out[0].at]
            listed = _PEOPLE if node.type == "Person" else _AND
            if other.type == node.type and listed.fullmatch(gap):
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
            if self._class(node):
                class_of = True
                continue
            if node.type not in types or (node.type == "Place" and _OTHERS.search(self.code, node.at + 1, index)):
                return None
            return Subject(nodes=self.siblings(node, low), sure=node.sure, near=True)
        gathered = any(node.anaphor for node in self.between(low, index, ("Event",)))
        if class_of or gathered or _OTHERS.search(self.code, low, index):
            return None
        if "Place" not in types and index - low > 1 and self._opens_anew(low, index):
            return None
        speech = self.quote(index)
        if speech is not None:
            voice = tuple(n for n in speech.voice if n.type in types)
            if voice or not speech.executive:
                return Subject(nodes=voice, sure=0.9, near=False) if voice else None
            low = index = speech.start
        return self._founded(low, index, types) or self._carried(low, index, types)

    def _founded(self, low: int, index: int, types: Collection[str]) -> Subject | None:
        """A firm just founded or brought in goes on acting in the clause after it: 设立子公司X，专做…."""
        node = next(iter(self.between(low - 2, low - 1, types)), None)
        if node is None or index - low > 2 or self.code[low - 1] != "，":
            return None
        return Subject(nodes=(node,), sure=0.9, near=False) if _FOUNDED.search(self.code[: node.at][-16:]) else None

    def _class(self, node: Node) -> bool:
        if node.type != "Place":
            return False
        around = self.code[max(0, node.at - 1) : node.at + 2]
        named = around[0] == "“" and around[-1] != "”"
        return named or bool(_CLASS.match(self.code, node.at + 1))

    def _owner_only(self, node: Node, index: int, types: Collection[str]) -> bool:
        """A place before what is somebody else's: X市的Y公司 keeps the company."""
        return node.type == "Place" and "Place" not in types and self.code[node.at + 1 : node.at + 2] == "的"

    def _carried(self, low: int, index: int, types: Collection[str]) -> Subject | None:
        place = bisect_right(self.begins, low) - 1
        sure = 0.92
        for back, (start, end) in enumerate(reversed(self.sentences[max(0, place - 2) : place + 1])):
            settled, nodes = self._topic(start, low if back == 0 else end, types)
            if settled and nodes and self.main is not None and nodes[0].entities == self.main.entities:
                return Subject(nodes=nodes, sure=max(sure, _MAIN) * nodes[0].sure, near=False)
            if settled:
                return Subject(nodes=nodes, sure=sure * nodes[0].sure, near=False) if nodes else None
            if back == 0 and "Place" not in types and self._opens_anew(start, index):
                return None
            sure *= 0.7 if self.crowded and "Place" not in types and not self._goes_on(start) else 0.9
        if self.main is not None and self.main.type in types:
            return Subject(nodes=(self.main,), sure=0.7, near=False)
        return None

    def _goes_on(self, start: int) -> bool:
        """Whether a sentence says by its first words that it goes on about the firm before: 产品…, 目前，其…."""
        head = _HEAD.match(self.code, start)
        rest = self.code[head.end() if head else start :][:4].lstrip("，")
        return rest.startswith(lexicon.words("goes_on"))

    def _opens_anew(self, start: int, index: int) -> bool:
        """Whether a sentence begins with a noun that is nobody's product or firm: it speaks of something else."""
        for word, tag in words.tagged(_SIGNS.sub("", self.code[start:index])[:40]):
            if word in lexicon.words("goes_on") or tag in ("v", "p"):
                return False
            if tag[0] == "n" and word not in ("全部", "月份", "年度", "季度"):
                return True
        return False

    def _topic(self, low: int, high: int, types: Collection[str]) -> tuple[bool, tuple[Node, ...]]:
        """Whether a clause before `high` names its subject, and the subject where it is one of `types`.

        A name that begins its clause is its subject; one in the middle counts only where none begins a clause.
        """
        if low >= high:
            return False, ()
        stops = [low, *self.stops[bisect_right(self.stops, low) : bisect_left(self.stops, high)]]
        doubtful: tuple[Node, ...] = ()
        for start, end in zip(reversed(stops), reversed([*stops[1:], high]), strict=True):
            named = self.between(start, end, {*_ACTORS, *types})
            told = any(n.type == "Person" and _SAID.match(self.code, n.at + 1) for n in named)
            free = [n for n in named if not (self.aside(n, start) or self._mute(n, types) or self._class(n))]
            free = [n for n in free if n.type != "Place" or not told]
            if told and not free and not EXECUTIVE.search(self.code, start, end):
                return True, ()
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
        if _DATELINE.match(self.code, node.at + 1) or node.start in self._authors:
            return True
        if node.type == "Person" and "Person" not in types:
            return bool(_SAID.match(self.code, node.at + 1))
        return node.type in ("Project", "Event", "Cluster", "Park") and node.type not in types

    def upper(self, node: Node) -> bool:
        """Whether `node` only says where or whose the next name is (我市 of 我市A, A of A旗下B): that one is meant."""
        owned = _OWNED.match(self.code, node.at + 1)
        behind = owned.end() if owned else node.at + 1
        return (node.type == "Place" or owned is not None) and bool(self.between(behind, behind + 1, _ACTORS))

    def run(self, node: Node, high: int) -> tuple[Node, ...]:
        """`node` and the names of its type listed after it."""
        out = [node]
        for other in self.between(node.at + 1, high, (node.type,)):
            if not _AND.fullmatch(self.code, out[-1].at + 1, other.at):
                break
            out.append(other)
        return tuple(out)


def _main(discourse: Discourse) -> Node | None:
    entity = main(discourse.scene)
    return next((n for n in discourse.nodes if entity is not None and n.entities == (entity,)), None)
