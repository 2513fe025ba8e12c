"""Words right around a number that say whose it is: 投资3亿元的X项目, 近百名客商参会, 14家来自X市."""

from __future__ import annotations

import re

from kg.extract.clause_shape import acts_behind
from kg.extract.clauses import Clause, Clauses, Topic, before, topic_of
from kg.extract.discourse import Discourse
from kg.extract.heads import BY_PLACE, Heads
from kg.text.quantities import Quantity

FRAMED = re.compile(
    r"(?:(?<!作)为|[占列居排在从位比对向与同被由到至自离于较全]|来自|面向|分布|覆盖|遍布|纳入|辐射|位居|位列|高于|"
    r"低于|快于|走在)$"
)
"""Words that only frame a comparison with the name behind them: 占全市, 居全省."""
_MODIFIED = ("Product", "Project", "Company", "Park", "Institution", "Industry", "Cluster", "Chain", "Event")
_ATTRIBUTE = re.compile(r"(?:以上|以下|以内|左右|级)?(?:、[^，。；：]{0,12})?的[^，。；：、的是]{0,10}?[“‘《]?$")
_INVESTS = re.compile(r"(?:投入|投资|斥资|出资|耗资)[^，。；：\d]{0,5}$")
_BUILDS = re.compile(r"[^，。；：]{0,4}(?:建设|实施|打造|新建|建成|改造|兴建|启动|建造|扩建)[^，。；：]{0,8}$")
_FROM = re.compile(r"[^，。；：、]{0,8}(?:来自|落户|位于|分布在)")
_WHOLE = re.compile(r"全[省市县镇乡村州旗](?![长委域运])")
"""All of a division that nobody found: what is told of it is of nobody else."""
_HAVING = ("有", "就有", "已有", "共有")
_WINS = re.compile(
    r"[^，。；：、]{0,6}(?:当上|当选|入选|获评|成为|跻身|荣获|获得|被评为|被认定为|获批|进入|入围|上榜)了?[“‘]?"
)
_OWNED = re.compile(r"的(?:\d[^，。；：、]{1,10}、)*")
_SIZE = re.compile(
    r"(?:项目|计划|概算|预计|其中)?(?:总投资|投资额?|投资总额|总占地|占地|总?建筑面积|规划面积|"
    r"总?用地)[^，。；\d]{0,8}"
)
_ATTENDS = re.compile(
    r"[^，。；、]{0,3}(?:外宾|嘉宾|客商|选手|运动员|参赛队|参展商)|[^，。；、]{0,16}?(?:参加|参会|参赛|参展|出席|"
    r"到场|与会|观摩)(?![了的]?(?:培训|全国|社会|医保|工作))"
)
_KEPT = ("处", "个", "家", "座", "所", "条")
_ATTENDEES = ("名", "人", "位", "家", "支", "个", "人次", "对", "户", "队")


class Signals:
    """Looks for such words; see the module."""

    def __init__(self, discourse: Discourse, clauses: Clauses, heads: Heads) -> None:
        self._discourse = discourse
        self._text = discourse.text
        self._clauses = clauses
        self._heads = heads

    def of_others(self, quantity: Quantity, clause: Clause) -> bool:
        """8名村民围着他 is about the villagers; 建设加工项目，总投资3亿元 about a project that was not recognised."""
        for whole in _WHOLE.finditer(self._text, clause.start, quantity.start):
            framed = FRAMED.search(self._text, clause.start, whole.start())
            if not framed and not any(node.start <= whole.start() < node.end for node in clause.nodes):
                return True
        if self._text.startswith("的", quantity.end) and self._of_person(quantity, clause):
            return True
        lead = self._text[self._clauses.skip(clause.start, quantity.start) : quantity.start]
        if (not lead or lead.endswith(_HAVING)) and quantity.kind == "count":
            attends = _ATTENDS.match(self._text, quantity.end, clause.end)
            return not attends and acts_behind(self._text[quantity.end : clause.end])
        return _SIZE.fullmatch(lead) is not None and self._unnamed_project(clause)

    def _of_person(self, quantity: Quantity, clause: Clause) -> bool:
        """植树20万棵的X: what the number says is of that person."""
        after = next((node for node in clause.nodes if node.start >= quantity.end), None)
        return after is not None and after.type == "Person" and after.start - quantity.end < 16

    def _unnamed_project(self, clause: Clause) -> bool:
        edge = clause.start - 1
        if not self._text.endswith(("项目", "工程"), 0, max(0, edge)):
            return False
        return not any(node.end == edge for node in self._clauses.at(edge).nodes)

    def find(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """Whom the words right around the number give it to, the surest rule first."""
        return (
            self._from(quantity, clause)
            or self._honoured(quantity, clause)
            or self._attended(quantity, clause)
            or self._modified(quantity, clause)
            or self._invested(quantity, clause)
            or self._sized(quantity, clause)
        )

    def _from(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """14家来自X市: they are the place's."""
        for node in clause.nodes:
            if node.start >= quantity.end and node.type == "Place":
                comes = quantity.kind == "count" and _FROM.fullmatch(self._text, quantity.end, node.start)
                return topic_of(node, 0.75, "from") if comes else None
        return None

    def _honoured(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """X企业新增27家 is a figure of the place spoken of, not of a cluster or firm named in between."""
        at = self._clauses.skip(clause.start, quantity.start)
        counted = quantity.kind == "count" and any(n.start == at and n.type == "Honor" for n in clause.nodes)
        if not counted:
            return None
        low = self._clauses.sentence_start(clause.start)
        for node in reversed(self._discourse.nodes):
            if low <= node.start < clause.start and node.type == "Place" and BY_PLACE.match(self._text, node.start):
                framed = FRAMED.search(self._text, low, node.start)
                return None if framed else topic_of(node, 0.7, "honoured")
        return None

    def _attended(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """近百名客商参会: who comes to the event named last."""
        hit = _ATTENDS.match(self._text, quantity.end, clause.end)
        if quantity.kind != "count" or hit is None or not (quantity.unit or "").endswith(_ATTENDEES):
            return None
        if any(quantity.end <= node.start < hit.end() and node.type == "Person" for node in clause.nodes):
            return None
        own = self._heads.own[self._clauses.index(clause.start)]
        if own is not None and own.type in ("Company", "Government", "Institution"):
            return None
        last = next(before(self._discourse.nodes, quantity.start, ("Event",)), None)
        if last is None or clause.sentence - self._clauses.at(last.start).sentence > 3:
            return None
        return topic_of(last, 0.72, "attended")

    def _modified(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """投资3亿元的X项目: the number belongs to X. Counts of things belong to who has them."""
        for node in clause.nodes:
            if node.start < quantity.end or node.type not in _MODIFIED or node.start - quantity.end > 24:
                continue
            between = self._text[quantity.end : node.start]
            if not _ATTRIBUTE.match(between) or (quantity.kind == "count" and node.type == "Product"):
                return None
            return topic_of(node, 0.85, "modifies")
        return None

    def _invested(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """投入5000万元建设X: the money is X's."""
        if quantity.kind != "money" or not _INVESTS.search(self._text, clause.start, quantity.start):
            return None
        for node in clause.nodes:
            if node.start >= quantity.end and node.type in ("Project", "Park"):
                builds = _BUILDS.fullmatch(self._text, quantity.end, node.start)
                return topic_of(node, 0.8, "invested") if builds else None
        return None

    def _sized(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """建设X项目，总投资22亿元，占地300亩: the size of the project named last in the sentence."""
        at = self._clauses.skip(clause.start, quantity.start)
        if not _SIZE.fullmatch(self._text, at, quantity.start):
            return None
        low = self._clauses.sentence_start(clause.start)
        found = before(self._discourse.nodes, clause.start, ("Project", "Park"))
        last = next(found, None)
        return topic_of(last, 0.8, "sized") if last and last.start >= low else None

    def owned(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """有X县的20个村、3000户人家: what is counted is the place's, whoever the clause speaks of."""
        for node in clause.nodes:
            if quantity.kind != "count" or node.type != "Place" or node.end > quantity.start:
                continue
            own = self._heads.own[self._clauses.index(clause.start)]
            told = own is not None and own.at is not None and own.at[1] <= node.start and own.type != "Place"
            wide = self._discourse.scene.entities[node.entities[0]].level in ("geo", "country")
            framed = FRAMED.search(self._text, clause.start, node.start)
            near = node.end == quantity.start and not (wide or told or framed)
            if near or (node.end < quantity.start and _OWNED.fullmatch(self._text, node.end, quantity.start)):
                return topic_of(node, 0.75, "owned")
        return None

    def counted(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """8处X平台 where nobody else is spoken of: the number counts X."""
        for node in clause.nodes:
            counts = (quantity.unit or "").endswith(_KEPT) and node.type in ("Institution", "Park", "Event")
            if counts and node.start == quantity.end:
                opening = self._text[self._clauses.skip(clause.start, quantity.start) : quantity.start]
                return topic_of(node, 0.7, "counted") if not opening else None
        return None

    def honour(self, quantity: Quantity) -> str:
        """The honour that a bare count is of: 有4家当选X企业; X企业名单公布，我市有55家. Empty where none is near."""
        clause = self._clauses.at(quantity.start)
        ahead = [n for n in clause.nodes if n.type == "Honor" and n.start >= quantity.end]
        if ahead and _WINS.fullmatch(self._text, quantity.end, ahead[0].start):
            return self._text[ahead[0].start : ahead[0].end].strip("“”")
        if self._text[quantity.end : quantity.end + 1] not in ("，", "。", "；", "来", "入"):
            return ""
        low = self._clauses.sentence_start(clause.start)
        behind = [n for n in self._discourse.nodes if n.type == "Honor" and low <= n.start and n.end <= quantity.start]
        return self._text[behind[-1].start : behind[-1].end].strip("“”") if behind else ""
