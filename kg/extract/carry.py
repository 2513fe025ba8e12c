"""The subject that a number's clause leaves out: the last one named, where nothing says that it is not meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.anaphora import governed
from kg.extract.clause_shape import Shape, only_noun, shape
from kg.extract.clauses import Clause, Clauses, Topic
from kg.extract.discourse import Discourse
from kg.extract.heads import Heads
from kg.text.quantities import Quantity

_LASTING = ("Policy", "Event", "Project", "Place", "Cluster")
_SUMS_UP = re.compile(
    r"(?:截至目前|目前|截至[^，。]{1,10}|今年以来|一年来|几年来|据统计)"
    r"，?[^，。]{0,2}(?:共|已|累计|总计|合计)"
)
_LASTS = re.compile(r"连续|历时|时间|工期|天数|为期|周期|缩短|试用期|持续|累计|合计|多了?$|少了?$")
_LISTED = re.compile(r"[^，。；：、的]{2,12}[，、。；]")
_ITEM = "●◆■▲★※□○"
_FAR, _NEAR = 8, 5
"""Sentences over which a topic is carried: what a report is about farther than who acts in it."""


class Carry:
    """Carries subjects along; `told` keeps for each entity the sentence that last told a number of it."""

    def __init__(self, discourse: Discourse, clauses: Clauses, heads: Heads, numbers: Sequence[Quantity]) -> None:
        self.discourse = discourse
        self.text = discourse.text
        self.clauses = clauses
        self._heads = heads
        self._numbers = numbers
        self._starts = [number.start for number in numbers]
        self.told: dict[str, int] = {}

    def topic(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """The last subject before the clause, where nothing says that the number is somebody else's."""
        index = self.clauses.index(clause.start)
        named = self._heads.own[index]
        if named is not None and named.at is not None and named.at[0] < quantity.start:
            return None
        for back in range(index, -1, -1):
            other = self.clauses.all[back]
            own = self._heads.passed[back] if back < index else None
            here = other.sentence == clause.sentence
            if here and (back in self._heads.elsewhere or (own is None and self._acts(quantity, back))):
                return None
            if own is None:
                continue
            if self._in_other_speech(quantity, other, own) or (
                own.by == "frame" and (self._parted(other, clause) or self._filled(quantity, back, index))
            ):
                return None
            away = clause.sentence - other.sentence
            if away and not self._goes_on(own, quantity, clause, other.sentence):
                return None
            if away == 0 and not self._continues(own, other, quantity, clause):
                return None
            sure = (0.75 if away == 0 else 0.68 - 0.03 * away) * (own.sure / 0.85)
            return Topic(entity=own.entity, type=own.type, sure=sure, by="carried", at=own.at if away == 0 else None)
        return None

    def _continues(self, topic: Topic, other: Clause, quantity: Quantity, clause: Clause) -> bool:
        """Whether a subject of the same sentence goes on, by what kind of thing it is."""
        own = self.shape(quantity, self.clauses.index(clause.start))
        if self._jointly(topic, other) or (topic.type != "Person" and self._somebody(quantity, clause)):
            return False
        if own not in ("act", "measure") and self._turned(topic, clause):
            return False
        match topic.type:
            case "Person" | "Government":
                return self._does(topic, other, clause, own)
            case "Place":
                return self._place_goes_on(topic, other, quantity, clause, own)
            case "Policy":
                return own != "act" or self._about(topic)
            case "Product" | "Industry":
                each = self.text.startswith(("人均", "户均"), clause.start)
                return own != "bare" and not each and not self._parted(other, clause)
        return own != "bare" or topic.type in ("Park", "Event", "Cluster", "Project") or self._bare(quantity, clause)

    def _bare(self, quantity: Quantity, clause: Clause) -> bool:
        """A bare count may be a firm's where nothing is said of what is counted, or where it is goods of its own."""
        goods = any(node.start == quantity.end and node.type == "Product" for node in clause.nodes)
        return goods or only_noun(self.text[quantity.end : clause.end])

    def _place_goes_on(self, topic: Topic, other: Clause, quantity: Quantity, clause: Clause, own: Shape) -> bool:
        """Countries and rivers go on only in what is measured of them; no stretch of time is a figure of a place."""
        level = self.discourse.scene.entities[topic.entity].level
        if level == "country":
            return own == "measure"
        if level == "geo":
            return own == "measure" and self.clauses.index(clause.start) - self.clauses.index(other.start) < 3
        if own == "bare" and topic.by == "frame" and quantity.kind != "count":
            return False
        lasts = quantity.kind != "time" or own == "measure"
        return lasts or _LASTS.search(self.text, clause.start, quantity.start) is not None

    def _does(self, topic: Topic, other: Clause, clause: Clause, own: Shape) -> bool:
        """Organs and persons go on in what they do; persons not far, nor where another name has come between
        (找到X公司，投资…).
        """
        if topic.type == "Government":
            return own == "act" or self.told.get(topic.entity) == clause.sentence
        if own != "act" or self.clauses.index(clause.start) - self.clauses.index(other.start) > 2:
            return False
        between = (n for n in self.discourse.nodes if other.start <= n.start < clause.start)
        return not any(n.type in ("Company", "Institution") for n in between)

    def _jointly(self, topic: Topic, other: Clause) -> bool:
        """Whether the clause names `topic` as one of several: what follows is said of all of them together."""
        node = next((n for n in other.nodes if topic.at is not None and n.start == topic.at[0]), None)
        if node is None or topic.type not in ("Place", "Company"):
            return False
        return len(self.discourse.run(node, self.discourse.index(other.end))) > 1

    def _somebody(self, quantity: Quantity, clause: Clause) -> bool:
        """Whether the clause itself says whose the number is: 其中张三的牛有70头."""
        return any(
            node.type == "Person" and node.end <= quantity.start and self.text.startswith("的", node.end)
            for node in clause.nodes
        )

    def _elsewhere(self, topic: Topic, quantity: Quantity, clause: Clause) -> bool:
        """Whether the clause names another place as what it speaks of: X市场销售量, but not 对X出口."""
        for node in clause.nodes:
            other = node.start < quantity.start and node.type == "Place" and topic.entity not in node.entities
            if other and not governed(self.text[clause.start : node.start]):
                return True
        return False

    def _turned(self, topic: Topic, clause: Clause) -> bool:
        """Whether the clause before ends in the name of another body: 成立了X专班，6个小组…"""
        last = next((node for node in reversed(self.discourse.nodes) if node.end <= clause.start), None)
        if last is None or last.type not in ("Company", "Institution", "Government") or topic.entity in last.entities:
            return False
        return self.text[last.end : clause.start].strip("”") == "，"

    def shape(self, quantity: Quantity, index: int) -> Shape:
        """How the clause of that index opens, up to its first number."""
        clause = self.clauses.all[index]
        if quantity.start < clause.start or quantity.start >= clause.end:
            place = bisect_left(self._starts, clause.start)
            if place == len(self._starts) or self._starts[place] >= clause.end:
                at = self.clauses.skip(clause.start, clause.end)
                return "thing" if self._named_at(at, clause) else shape(self.text[at : clause.end - 1], False, False)
            quantity = self._numbers[place]
        at = self.clauses.skip(clause.start, quantity.start)
        if self._named_at(at, clause):
            return "thing"
        alone = not self.text[quantity.end : clause.end].strip("，。；：！？”’、多以上下左右")
        left = self.text[at : quantity.start]
        if quantity.kind in ("multiple", "fraction", "rate"):
            left = left.removesuffix("的")
        return shape(left, quantity.kind == "count", alone)

    def _named_at(self, at: int, clause: Clause) -> bool:
        return any(node.start == at for node in clause.nodes)

    def _in_other_speech(self, quantity: Quantity, other: Clause, own: Topic) -> bool:
        """Whether the number is quoted and `other` is not: who is quoted speaks of something of their own, but for an
        executive of the company in focus.
        """
        quote = self.discourse.quote(self.discourse.index(quantity.start))
        if quote is None or (quote.executive and own.type == "Company"):
            return False
        return other.start < self.discourse.position(quote.start)

    def _filled(self, quantity: Quantity, frame: int, index: int) -> bool:
        """Whether a clause between a frame and the number's has a subject of its own: 在X县，一座电站开工，年发电量…"""
        return any(self.shape(quantity, i) not in ("measure", "act") for i in range(frame + 1, index))

    def _parted(self, other: Clause, clause: Clause) -> bool:
        """Whether ： or ； stands between two clauses: 在X区，三家企业排开：…"""
        return bool(re.search("[：；]", self.text[other.end - 1 : clause.start]))

    def _acts(self, quantity: Quantity, index: int) -> bool:
        """Whether somebody whom no name was found for acts in the clause of that index."""
        return self.shape(quantity, index) == "stranger"

    def _goes_on(self, topic: Topic, quantity: Quantity, clause: Clause, sentence: int) -> bool:
        """Whether another sentence still speaks of `topic`: it leaves its subject out or measures something of it,
        and every sentence between has told a number of it.
        """
        if not self._may_go_on(topic, clause, sentence):
            return False
        told = self.told.get(topic.entity, -1)
        own = self.shape(quantity, self.clauses.index(clause.start))
        if told == clause.sentence and (own in ("measure", "act") or topic.type == "Place"):
            return True
        far = (_FAR if topic.type in _LASTING else _NEAR) if self._about(topic) else 1
        far = max(far, 2) if _SUMS_UP.match(self.text, self.clauses.sentence_start(clause.start)) else far
        if clause.sentence - max(sentence, told) > far or not self._lasting(topic, clause, own):
            return False
        if topic.type == "Place" and self._elsewhere(topic, quantity, clause):
            return False
        figures = topic.type == "Place" and own == "measure"
        if own == "bare" and topic.type == "Place" and told == clause.sentence - 1:
            own = "measure" if _LISTED.match(self.text, quantity.end, clause.end) else own
        if own not in ("measure", "act") or not (figures or self._is_sentence(clause)):
            return False
        begins = self.clauses.index(self.clauses.sentence_start(clause.start))
        if self.clauses.all[begins].start == clause.start:
            return True
        wide = topic.type in _LASTING and self._about(topic)
        return self.shape(quantity, begins) not in (("stranger",) if wide else ("thing", "stranger"))

    def _may_go_on(self, topic: Topic, clause: Clause, sentence: int) -> bool:
        """Whether an article may go on about `topic` in a sentence that does not name it: its home, its one company,
        what its headline or beginning is about. Other places are only passed through.
        """
        if topic.type == "Place":
            return topic.entity == self.discourse.home
        if topic.type in ("Product", "Industry", "Person"):
            return topic.type == "Person"
        main = self.discourse.main
        if topic.type == "Company" and main is not None and topic.entity in main.entities:
            return True
        if topic.type == "Company" and sentence == clause.sentence - 1:
            quote = self.discourse.quote(self.discourse.index(clause.start))
            return not self.discourse.crowded or (quote is not None and quote.executive)
        summed = _SUMS_UP.match(self.text, self.clauses.sentence_start(clause.start)) is not None
        return self._about(topic) or topic.type == "Project" or summed

    def _about(self, topic: Topic) -> bool:
        """Whether the article is about `topic`: its headline names it, or its beginning, and no other of the type."""
        scene = self.discourse.scene
        title = scene.article.title or ""
        if any(name in title for name in scene.entities[topic.entity].names):
            return True
        if topic.type not in ("Policy", "Project", "Event", "Government"):
            return False
        same = [n for n in self.discourse.nodes if n.type == topic.type]
        low = self.clauses.sentence_start(scene.article.body) + 200
        return {n.entities[0] for n in same} == {topic.entity} and same[0].start < low

    def _is_sentence(self, clause: Clause) -> bool:
        """A subhead (no stop at its end) and an item of a list are about themselves, not about what went before."""
        low, high = self.discourse.scene.article.sentences[clause.sentence]
        own = self.text[low:high]
        return own.rstrip("”’）").endswith(("。", "！", "？", "；", "…", "：")) and own[0] not in _ITEM

    def _lasting(self, topic: Topic, clause: Clause, own: Shape) -> bool:
        """Whether a topic may be carried into another sentence: persons only by 他, organs only for what they do,
        countries and rivers never.
        """
        if topic.type == "Government":
            return own == "act"
        if topic.type == "Person":
            at = self.clauses.skip(self.clauses.sentence_start(clause.start), clause.end)
            return self.text[at : at + 1] in ("他", "她")
        return self.discourse.scene.entities[topic.entity].level not in ("country", "geo")
