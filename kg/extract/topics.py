"""Whom a number is about: the subject of its clause, what it modifies, who speaks, or the topic carried along."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from kg.extract.carry import Carry
from kg.extract.clause_shape import acts_behind, shape
from kg.extract.clauses import Clause, Clauses, Topic, before, topic_of
from kg.extract.coded import Node
from kg.extract.discourse import Discourse
from kg.extract.heads import BY_PLACE, Heads
from kg.text.quantities import Quantity
from kg.text.when import When

_FRAMED = re.compile(
    r"(?:(?<!作)为|[占列居排在从位比对向与同被由到至自离于较全]|来自|面向|分布|覆盖|遍布|纳入|辐射|位居|位列|高于|"
    r"低于|快于|走在)$"
)
_MODIFIED = ("Product", "Project", "Company", "Park", "Institution", "Industry", "Cluster", "Chain", "Event", "Place")
_ATTRIBUTE = re.compile(r"(?:以上|以下|以内|左右|级)?(?:、[^，。；：]{0,12})?的[^，。；：、的是]{0,10}?[“‘《]?$")
_INVESTS = re.compile(r"(?:投入|投资|斥资|出资|耗资)[^，。；：\d]{0,5}$")
_BUILDS = re.compile(r"[^，。；：]{0,4}(?:建设|实施|打造|新建|建成|改造|兴建|启动|建造|扩建)[^，。；：]{0,8}$")
_WE = re.compile(r"我们|我公司|我司|我厂|我院|我校|我所|咱们|公司|企业")
_FROM = re.compile(r"[^，。；：、]{0,8}(?:来自|落户|位于|分布在)")
_EACH_OF = re.compile(r"均(?!衡)|都(?!市)|各(?![地类级界族种方])")
_WHOLE = re.compile(r"全[省市县镇乡村州旗](?![长委域运])")
"""All of a division that nobody found: what is told of it is of nobody else."""
_BESIDE = re.compile(r"合计|共计|、|[^，。；、到至的]{1,4}\d")
_HAVING = ("有", "就有", "已有", "共有")
_WINS = re.compile(
    r"[^，。；：、]{0,6}(?:当上|当选|入选|获评|成为|跻身|荣获|获得|被评为|被认定为|获批|进入|入围|上榜)了?[“‘]?"
)
_COMPANION = re.compile(r"[”》]?(?:与|和|同|跟|联合|携手)")
_OWNED = re.compile(r"的(?:\d[^，。；：、]{1,10}、)*")
_AGGREGATE = re.compile(
    r"GDP|增加值|生产总值|产值|税收|财政收入|公共预算|固定资产投资|用电量|进出口|社会消费品|零售总额|总产量|"
    r"营业收入|主营业务收入|可支配收入"
)
_SIZE = re.compile(
    r"(?:项目|计划|概算|预计|其中)?(?:总投资|投资额?|投资总额|总占地|占地|总?建筑面积|规划面积|"
    r"总?用地)[^，。；\d]{0,8}"
)
_ATTENDS = re.compile(
    r"[^，。；、]{0,3}(?:外宾|嘉宾|客商|选手|运动员|参赛队|参展商)|[^，。；、]{0,16}?(?:参加|参会|参赛|参展|出席|"
    r"到场|与会|观摩)(?![了的]?(?:培训|全国|社会|医保|工作))"
)
_ATTENDEES = ("名", "人", "位", "家", "支", "个", "人次", "对", "户", "队")
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
        self._carry = Carry(discourse, self.clauses, self._heads, numbers)

    def of(self, quantity: Quantity) -> Topic | None:
        """Whom `quantity` is about, None where nobody can be told. Aggregates of an economy are its division's."""
        clause = self.clauses.at(quantity.start)
        if self._of_others(quantity, clause):
            return None
        topic = self._find(quantity, clause) or self._ahead(quantity, clause)
        if _AGGREGATE.search(self.text, clause.start, clause.end):
            held = topic or self._held(clause)
            if held is not None and held.type == "Government":
                topic = self._division_of(held)
        if topic is not None:
            self._carry.told[topic.entity] = clause.sentence
        return topic

    def _of_others(self, quantity: Quantity, clause: Clause) -> bool:
        """8名村民围着他 is about the villagers; 建设加工项目，总投资3亿元 about a project that was not recognised."""
        for whole in _WHOLE.finditer(self.text, clause.start, quantity.start):
            if not any(node.start <= whole.start() < node.end for node in clause.nodes):
                return True
        if self.text.startswith("的", quantity.end) and self._of_person(quantity, clause):
            return True
        lead = self.text[self.clauses.skip(clause.start, quantity.start) : quantity.start]
        if (not lead or lead.endswith(_HAVING)) and quantity.kind == "count":
            attends = _ATTENDS.match(self.text, quantity.end, clause.end)
            return not attends and acts_behind(self.text[quantity.end : clause.end])
        return _SIZE.fullmatch(lead) is not None and self._unnamed_project(clause)

    def _of_person(self, quantity: Quantity, clause: Clause) -> bool:
        """植树20万棵的X: what the number says is of that person."""
        after = next((node for node in clause.nodes if node.start >= quantity.end), None)
        return after is not None and after.type == "Person" and after.start - quantity.end < 16

    def _unnamed_project(self, clause: Clause) -> bool:
        edge = clause.start - 1
        if not self.text.endswith(("项目", "工程"), 0, max(0, edge)):
            return False
        return not any(node.end == edge for node in self.clauses.at(edge).nodes)

    def counts_between(self, start: int, quantity: Quantity) -> bool:
        """Whether another number stands between `start` and this one that is not its partner: its words are the
        other's too (由三家上升到八家, 背着10公斤装备走20公里).
        """
        low = bisect_left(self._starts, start)
        between = self._numbers[low : bisect_left(self._starts, quantity.start)]
        between = [n for n in between if (n.start, n.end) != quantity.partner and n.start in self.facts]
        return any(n.kind not in ("rank", "time") and not _BESIDE.match(self.text, n.end) for n in between)

    def honour(self, quantity: Quantity) -> str:
        """The honour that a bare count is of: 有4家当选X企业; X企业名单公布，我市有55家. Empty where none is near."""
        clause = self.clauses.at(quantity.start)
        ahead = [n for n in clause.nodes if n.type == "Honor" and n.start >= quantity.end]
        if ahead and _WINS.fullmatch(self.text, quantity.end, ahead[0].start):
            return self.text[ahead[0].start : ahead[0].end].strip("“”")
        if self.text[quantity.end : quantity.end + 1] not in ("，", "。", "；", "来", "入"):
            return ""
        low = self.clauses.sentence_start(clause.start)
        behind = [n for n in self.discourse.nodes if n.type == "Honor" and low <= n.start and n.end <= quantity.start]
        return self.text[behind[-1].start : behind[-1].end].strip("“”") if behind else ""

    def _honoured(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """X企业新增27家 is a figure of the place spoken of, not of a cluster or firm named in between."""
        at = self.clauses.skip(clause.start, quantity.start)
        counted = quantity.kind == "count" and any(n.start == at and n.type == "Honor" for n in clause.nodes)
        if not counted:
            return None
        low = self.clauses.sentence_start(clause.start)
        for node in reversed(self.discourse.nodes):
            if low <= node.start < clause.start and node.type == "Place" and BY_PLACE.match(self.text, node.start):
                framed = _FRAMED.search(self.text, low, node.start)
                return None if framed else topic_of(node, 0.7, "honoured")
        return None

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

    def _from(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """14家来自X市: they are the place's."""
        for node in clause.nodes:
            if node.start >= quantity.end and node.type == "Place":
                comes = quantity.kind == "count" and _FROM.fullmatch(self.text, quantity.end, node.start)
                return topic_of(node, 0.75, "from") if comes else None
        return None

    def _find(self, quantity: Quantity, clause: Clause) -> Topic | None:
        return (
            self._from(quantity, clause)
            or self._honoured(quantity, clause)
            or self._attended(quantity, clause)
            or self._modified(quantity, clause)
            or self._invested(quantity, clause)
            or self._sized(quantity, clause)
            or self._division(quantity, clause)
            or self._owned(quantity, clause)
            or self._in_clause(quantity, clause)
            or self._spoken(quantity)
            or self._counted(quantity, clause)
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
    def _modified(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """投资3亿元的X项目: the number belongs to X. Counts of things belong to who has them."""
        for node in clause.nodes:
            if node.start < quantity.end or node.type not in _MODIFIED or node.start - quantity.end > 24:
                continue
            between = self.text[quantity.end : node.start]
            far = node.type == "Place" and len(between) > 2
            if far or not _ATTRIBUTE.match(between) or (quantity.kind == "count" and node.type == "Product"):
                return None
            return topic_of(node, 0.85, "modifies")
        return None

    def _invested(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """投入5000万元建设X: the money is X's."""
        if quantity.kind != "money" or not _INVESTS.search(self.text, clause.start, quantity.start):
            return None
        for node in clause.nodes:
            if node.start >= quantity.end and node.type in ("Project", "Park"):
                builds = _BUILDS.fullmatch(self.text, quantity.end, node.start)
                return topic_of(node, 0.8, "invested") if builds else None
        return None

    def _sized(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """建设X项目，总投资22亿元，占地300亩: the size of the project named last in the sentence."""
        at = self.clauses.skip(clause.start, quantity.start)
        if not _SIZE.fullmatch(self.text, at, quantity.start):
            return None
        low = self.clauses.sentence_start(clause.start)
        found = before(self.discourse.nodes, clause.start, ("Project", "Park"))
        last = next(found, None)
        return topic_of(last, 0.8, "sized") if last and last.start >= low else None

    def _attended(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """近百名客商参会: who comes to the event named last."""
        hit = _ATTENDS.match(self.text, quantity.end, clause.end)
        if quantity.kind != "count" or hit is None or not (quantity.unit or "").endswith(_ATTENDEES):
            return None
        if any(quantity.end <= node.start < hit.end() and node.type == "Person" for node in clause.nodes):
            return None
        own = self._own_of(clause)
        if own is not None and own.type in ("Company", "Government", "Institution"):
            return None
        last = next(before(self.discourse.nodes, quantity.start, ("Event",)), None)
        if last is None or clause.sentence - self.clauses.at(last.start).sentence > 3:
            return None
        return topic_of(last, 0.72, "attended")

    def _division(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """全市, 我县: the nearest before the number, unless it only frames a comparison (占全市, 居全省)."""
        for node in reversed(clause.nodes):
            if node.end > quantity.start or not node.anaphor or not BY_PLACE.match(self.text, node.start):
                continue
            if _FRAMED.search(self.text, clause.start, node.start) or quantity.kind == "rank":
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

    def _owned(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """有X县的20个村、3000户人家: what is counted is the place's, whoever the clause speaks of."""
        for node in clause.nodes:
            if quantity.kind != "count" or node.type != "Place" or node.end > quantity.start:
                continue
            near = node.end == quantity.start and not _FRAMED.search(self.text, clause.start, node.start)
            if near or (node.end < quantity.start and _OWNED.fullmatch(self.text, node.end, quantity.start)):
                return topic_of(node, 0.75, "owned")
        return None

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
        if (
            own.by == "subject"
            and shape(told.lstrip("的"), quantity.kind == "count", self._ends(quantity)) == "stranger"
        ):
            return False
        return len(self._joined(own.at[0], quantity)) < 2 or bool(_EACH_OF.search(told))

    def _ends(self, quantity: Quantity) -> bool:
        """Whether the number ends its clause."""
        return self.text[quantity.end : quantity.end + 1] in ("，", "。", "；", "、", "")

    def _joined(self, start: int, quantity: Quantity) -> tuple[Node, ...]:
        """The names listed from `start` on, up to the number."""
        node = next((n for n in self.discourse.nodes if n.start == start), None)
        return () if node is None else self.discourse.run(node, self.discourse.index(quantity.start))

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

    def _counted(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """8处X平台 where nobody else is spoken of: the number counts X."""
        for node in clause.nodes:
            counts = quantity.kind == "count" and node.type in ("Institution", "Park", "Event")
            if counts and node.start == quantity.end:
                opening = self.text[self.clauses.skip(clause.start, quantity.start) : quantity.start]
                return topic_of(node, 0.7, "counted") if not opening else None
        return None
