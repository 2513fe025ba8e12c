"""Whom a number is about: the subject of its clause, what it modifies, who speaks, or the topic carried along."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from kg.extract.carry import Carry
from kg.extract.clause_shape import shape
from kg.extract.clauses import Clause, Clauses, Topic, topic_of
from kg.extract.coded import Node
from kg.extract.discourse import Discourse
from kg.extract.heads import BY_PLACE, Heads
from kg.extract.signals import FRAMED, Signals
from kg.text.quantities import Quantity
from kg.text.when import When

_WE = re.compile(r"我们|我公司|我司|我厂|我院|我校|我所|咱们|公司|企业")
_EACH_OF = re.compile(r"均(?!衡)|都(?!市)|各(?![地类级界族种方])")
_BESIDE = re.compile(r"合计|共计|、|[^，。；、到至的]{1,4}\d")
_BRAND = re.compile(r"[^，。；：的已在拟]{2}(?:已|在|拟)(?!线|校|岗|建|册)")
"""Two characters right behind a place and before its verb: mostly a firm's name that begins with the place."""
_COMPANION = re.compile(r"[”》]?(?:与|和|同|跟|联合|携手)")
_AGGREGATE = re.compile(
    r"GDP|增加值|生产总值|产值|税收|财政收入|公共预算|固定资产投资|用电量|进出口|社会消费品|零售总额|总产量|"
    r"营业收入|主营业务收入|可支配收入"
)
_ACTING = ("Company", "Project", "Institution", "Event", "Cluster", "Park")


class Topics:
    """Answers for each number whom it is about."""

    def __init__(self, discourse: Discourse, whens: Sequence[When], numbers: Sequence[Quantity]) -> None:
        self.discourse = discourse
        self.text = discourse.text
        self.clauses = Clauses(discourse, whens)
        self._heads = Heads(discourse, self.clauses)
        self.facts = {number.start for number in numbers}
        self._numbers = numbers
        self._starts = [number.start for number in numbers]
        self._signals = Signals(discourse, self.clauses, self._heads)
        self._carry = Carry(discourse, self.clauses, self._heads, numbers)

    def of(self, quantity: Quantity) -> Topic | None:
        """Whom `quantity` is about, None where nobody can be told. Aggregates of an economy are its division's."""
        clause = self.clauses.at(quantity.start)
        if self._signals.of_others(quantity, clause):
            return None
        topic = self._find(quantity, clause) or self._ahead(quantity, clause)
        if _AGGREGATE.search(self.text, clause.start, clause.end):
            held = topic or self._held(clause)
            if held is not None and held.type == "Government":
                topic = self._division_of(held)
        if topic is not None:
            self._carry.told[topic.entity] = clause.sentence
        return topic

    def honour(self, quantity: Quantity) -> str:
        """The honour that a bare count is of; empty where none is near."""
        return self._signals.honour(quantity)

    def counts_between(self, start: int, quantity: Quantity) -> bool:
        """Whether another number stands between `start` and this one that is not its partner: its words are the
        other's too (由三家上升到八家, 背着10公斤装备走20公里).
        """
        low = bisect_left(self._starts, start)
        between = self._numbers[low : bisect_left(self._starts, quantity.start)]
        between = [n for n in between if (n.start, n.end) != quantity.partner and n.start in self.facts]
        return any(n.kind not in ("rank", "time") and not _BESIDE.match(self.text, n.end) for n in between)

    def _held(self, clause: Clause) -> Topic | None:
        """The subject before a clause, in its sentence or the one before."""
        for back in range(self.clauses.index(clause.start), -1, -1):
            if clause.sentence - self.clauses.all[back].sentence > 1 or back in self._heads.elsewhere:
                return None
            if own := self._heads.own[back]:
                return own
        return None

    def _ahead(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """9类企业共566家，我市逐个会诊: a sentence that opens with its numbers tells them of whom it names then."""
        first = self.clauses.index(self.clauses.sentence_start(clause.start))
        index = self.clauses.index(clause.start)
        if any(self._heads.own[first : index + 1]) or self._heads.elsewhere & {*range(first, index + 1)}:
            return None
        if any(self._carry.shape(quantity, i) not in ("bare", "measure") for i in range(first, index + 1)):
            return None
        for ahead in range(index + 1, min(index + 3, len(self.clauses.all))):
            own = self._heads.own[ahead]
            if own is not None and self.clauses.all[ahead].sentence == clause.sentence:
                division = own.at is not None and BY_PLACE.match(self.text, own.at[0])
                return Topic(entity=own.entity, type=own.type, sure=0.6, by="ahead") if division else None
        return None

    def _find(self, quantity: Quantity, clause: Clause) -> Topic | None:
        return (
            self._signals.find(quantity, clause)
            or self._division(quantity, clause)
            or self._signals.owned(quantity, clause)
            or self._in_clause(quantity, clause)
            or self._spoken(quantity)
            or self._signals.counted(quantity, clause)
            or self._carry.topic(quantity, clause)
        )

    def _division_of(self, topic: Topic) -> Topic | None:
        """The place of a bureau whose number is the whole place's: a bureau's 增加值 is the city's."""
        entities = self.discourse.scene.entities
        office = entities[topic.entity].name
        places = [e for e in entities.values() if e.type == "Place" and any(office.startswith(n) for n in e.names)]
        best = max(places, key=lambda e: (max(len(n) for n in e.names if office.startswith(n)), e.id), default=None)
        entity = best.id if best else self.discourse.home
        return None if entity is None else Topic(entity=entity, type="Place", sure=topic.sure * 0.9, by="aggregate")

    # --- rules, surest first --------------------------------------------------------------------------------
    def _division(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """全市, 我县: the nearest before the number, unless it only frames a comparison (占全市, 居全省)."""
        for node in reversed(clause.nodes):
            if node.end > quantity.start or not node.anaphor or not BY_PLACE.match(self.text, node.start):
                continue
            if FRAMED.search(self.text, clause.start, node.start) or quantity.kind == "rank":
                continue
            own = self._own_of(clause)
            if own and own.at and own.at[0] < node.start and own.type in _ACTING:
                return None
            within = self._heads.last_of_chain(node, clause)
            nearer = within is not node and within.type == "Place" and within.end <= quantity.start
            return topic_of(within if nearer else self._meant(node), 0.85, "division")
        return None

    def _meant(self, node: Node) -> Node:
        """The place that 全市 stands for: the one right before it (X全市), else for a city that the text has not named
        yet, the last one that it has.
        """
        named = [n for n in self.discourse.nodes if n.end <= node.start and n.type == "Place" and not n.anaphor]
        if named and named[-1].end == node.start:
            return msgspec.structs.replace(node, entities=named[-1].entities)
        if not self.text.startswith("市", node.end - 1) or any(n.entities == node.entities for n in named):
            return node
        entities = self.discourse.scene.entities
        cities = [n for n in named if entities[n.entities[0]].name.endswith("市")]
        upper = [n for n in cities if entities[n.entities[0]].level in ("city", "province")]
        return msgspec.structs.replace(node, entities=upper[-1].entities) if upper else node

    def _own_of(self, clause: Clause) -> Topic | None:
        return self._heads.own[self.clauses.index(clause.start)]

    def _in_clause(self, quantity: Quantity, clause: Clause) -> Topic | None:
        if quantity.unit == "周年":
            node = next((n for n in clause.nodes if n.end <= quantity.start and n.type != "Honor"), None)
            return topic_of(node, 0.75, "anniversary") if node else None
        own = self._own_of(clause)
        listed = self._listed(quantity, clause)
        in_list = own is None or own.at is None or (listed and own.at[0] >= listed[0].start)
        if listed and in_list and not _COMPANION.match(self.text, listed[0].end):
            after = next((n for n in clause.nodes if n.start >= quantity.end and n.type == "Place"), None)
            return topic_of(after, 0.65, "listed") if after else self._carry.topic(quantity, clause)
        if own is not None and own.at is not None and own.at[0] < quantity.start and not self._alone(own, quantity):
            return None
        return None if own is None or own.at is None or own.at[0] >= quantity.start else own

    def _alone(self, own: Topic, quantity: Quantity) -> bool:
        """Whether a clause's subject is told of by itself: not A、B共有3个, and a person only of what they do."""
        if own.at is None:
            return True
        told = self.text[own.at[1] : quantity.start]
        if own.type == "Person" and own.by == "subject":
            return shape(told, False, False) == "act" and quantity.kind != "time" and not _COMPANION.match(told)
        if _COMPANION.match(told):
            return True
        if own.by != "subject":
            return len(self._joined(own.at[0], quantity)) < 2
        first = self._numbers[bisect_left(self._starts, own.at[1])]
        left = self.text[own.at[1] : min(first.start, quantity.start)].removeprefix("的")
        form = shape(left, first.kind == "count", self._ends(first))
        if form == "stranger" or (own.type == "Place" and (form == "thing" or _BRAND.match(told))):
            return False
        return len(self._joined(own.at[0], quantity)) < 2 or bool(_EACH_OF.search(told))

    def _ends(self, quantity: Quantity) -> bool:
        """Whether the number ends its clause."""
        return self.text[quantity.end : quantity.end + 1] in ("，", "。", "；", "、", "")

    def _joined(self, start: int, quantity: Quantity) -> tuple[Node, ...]:
        """The names listed from `start` on, up to the number."""
        node = next((n for n in self.discourse.nodes if n.start == start), None)
        return () if node is None else self.discourse.run(node, self.discourse.index(quantity.start))

    def listed_to(self, topic: Topic, quantity: Quantity) -> int:
        """Where the names listed with `topic` end, of all of which the number is said."""
        shared = self.sharing(topic, quantity)
        return max((other.at[1] for other in shared if other.at), default=0)

    def sharing(self, topic: Topic, quantity: Quantity) -> list[Topic]:
        """Who else the number is said of: A、B年营收均超500亿元."""
        if topic.at is None or topic.at[1] > quantity.start or self.clauses.at(topic.at[0]).end < quantity.start:
            return []
        listed = self._joined(topic.at[0], quantity)[1:]
        each = listed and _EACH_OF.search(self.text, listed[-1].end, quantity.start)
        return [topic_of(node, topic.sure, topic.by) for node in listed] if each else []

    def _listed(self, quantity: Quantity, clause: Clause) -> list[Node]:
        """The names of an enumeration that the number sums up: A、B等14家."""
        if not self.text.endswith(("等", "等共", "等这"), 0, quantity.start):
            return []
        run: list[Node] = []
        edge = self.text.rfind("等", 0, quantity.start)
        for node in reversed(clause.nodes):
            if node.end > quantity.start:
                continue
            if not re.fullmatch(r"[”’》]?(?:、|和|与|及|以及|)[“‘《]?", self.text[node.end : edge]):
                break
            run.insert(0, node)
            edge = node.start
        return run

    def _spoken(self, quantity: Quantity) -> Topic | None:
        """“我们…” speaks for the speaker's organisation."""
        quote = self.discourse.quote(self.discourse.index(quantity.start))
        if quote is None or not quote.voice:
            return None
        begin = self.discourse.position(quote.start)
        told = self._heads.own[self.clauses.index(begin) : self.clauses.index(quantity.start) + 1]
        if any(own and own.type in _ACTING for own in told):
            return None
        voice = quote.voice[0]
        firm = voice.type in ("Company", "Institution") and not any(told)
        if not firm and not _WE.search(self.text, begin, self.discourse.position(quote.end)):
            return None
        return Topic(entity=voice.entities[0], type=voice.type, sure=0.75 * voice.sure, by="spoken")
