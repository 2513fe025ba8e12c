"""Whom a number is about: the subject of its clause, what it modifies, who speaks, or the topic carried along."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cache

import msgspec

from kg.extract.coded import Node
from kg.extract.discourse import Discourse
from kg.model.page import Span
from kg.text import lexicon
from kg.text.quantities import Quantity
from kg.text.when import When


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """An entity that a number is about, how sure, by which rule, and the words that say so (None: carried along)."""

    entity: str
    type: str
    sure: float
    by: str
    at: Span | None = None


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch between two stops, in text positions; `nodes` are the names in it, `sentence` counts sentences."""

    start: int
    end: int
    sentence: int
    nodes: tuple[Node, ...]


_STOP = re.compile(r"[，；：。！？…\n]|——|,(?!\d)|;")
_LIGHT = re.compile(r"[“‘”’\"《（(、\s]+")
_OF = re.compile(r"[^，。；：]{1,28}的")
_APPOSED = re.compile(r"[^，。；：]{0,20}(?:企业|公司|集团|龙头|品牌|县|市|区|镇|村|代表|之一的?)[“‘《]?")
_EACH = re.compile(r"每[^，。；：]{1,6}")
_SLOGAN = re.compile(r"[^，。；：“”]{1,24}”")
_VERBAL_OF = re.compile(r"[在于从为对向把将由被与和同让使给]|记者")
_SAYS = re.compile(r"[^，。；：“”]{0,18}(?:说|表示|介绍|告诉|坦言|认为|透露|称|指出|感慨|解释|强调|回忆|算了?一?笔账)")
_ANNOUNCES = re.compile(r"[》”]?(?:中|里)?(?:明确)?(?:提出|明确|指出|要求|显示|规定|强调)")
_FRAMED = re.compile(r"(?:(?<!作)为|[占列居排在从位比对向与同被由到至自离于较全]|来自|面向|分布|覆盖|遍布|纳入|辐射|位居|位列|高于|低于|快于|走在)$")
_CONCERNS = ("Company", "Government", "Institution", "Place", "Park", "Cluster", "Chain", "Industry", "Product", "Project", "Event", "Policy", "Person")
_HELD = ("Place", "Park", "Cluster", "Chain", "Industry", "Company", "Institution", "Project", "Event", "Government")
_MODIFIED = ("Product", "Project", "Company", "Park", "Institution", "Industry", "Cluster", "Chain", "Event", "Place")
_ATTRIBUTE = re.compile(r"(?:以上|以下|以内|左右|级)?(?:、[^，。；：]{0,12})?的[^，。；：、的是]{0,10}?[“‘《]?$")
_INVESTS = re.compile(r"(?:投入|投资|斥资|出资|耗资)[^，。；：\d]{0,5}$")
_BUILDS = re.compile(r"[^，。；：]{0,4}(?:建设|实施|打造|新建|建成|改造|兴建|启动|建造|扩建)[^，。；：]{0,8}$")
_WE = re.compile(r"我们|我公司|我司|我厂|我院|我校|我所|咱们|公司|企业")
_COMPANION = re.compile(r"[”》]?(?:与|和|同|跟|联合|携手)")
_OWNED = re.compile(r"的(?:\d[^，。；：、]{1,10}、)*")
_AGGREGATE = re.compile(
    r"GDP|增加值|生产总值|产值|税收|财政收入|公共预算|固定资产投资|用电量|进出口|社会消费品|零售总额|总产量|营业收入|主营业务收入|可支配收入"
)
_GOODS = ("Product", "Industry", "Policy")
_YIELD = re.compile(
    r"(?:[^，。；\d]{0,2})(?:种植|播种|产量|总产|单产|面积|存栏|出栏|规模|基地|养殖|销量|产能|年产|总量|增加值|产值|营收)"
)
_FRAME = re.compile(r"(?:放眼|纵观|环顾|走进|聚焦|再看|来到|在)")
_WEAK = ("产品", "企业", "活动")
_SIZE = re.compile(r"(?:项目|计划|概算|预计|其中)?(?:总投资|投资额?|投资总额|总占地|占地|总?建筑面积|规划面积|总?用地)[^，。；\d]{0,8}")
_ATTENDS = re.compile(r"[^，。；、]{0,3}(?:外宾|嘉宾|客商|选手|运动员|参赛队|参展商)|[^，。；、]{0,16}?(?:参加|参会|参赛|参展|出席|到场|与会|观摩)(?![了的]?(?:培训|全国|社会|医保|工作))")
_REACH = 8
"""Sentences over which a topic is carried."""
_LIST_COUNT = re.compile(r"[”》]?(?:、[^，。；：]*?)?等(?:共|这)?(?:\d|[一二两三四五六七八九十百]+[个家名位项])")
_ACTING = ("Company", "Project", "Institution", "Event", "Cluster", "Park")
_BY_PLACE = re.compile(r"[我全该本](?:[省市县区镇乡村州旗])")


@cache
def _openers() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, lexicon.words("clause_openers"))))


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]], frozenset[str]]:
    types = {row[0]: tuple(row[1].split()) for row in lexicon.rows("topic_nouns")}
    alone = frozenset(row[0] for row in lexicon.rows("topic_nouns") if len(row) > 2 and row[2] == "alone")
    words = "|".join(map(re.escape, lexicon.words("topic_nouns")))
    pattern = re.compile(rf"(?P<this>该|这一|这个|本次|此次|本届|此届|这项|这条|这家|本)?(?P<noun>{words})(?![类型化名级数总家员区链制、])")
    return pattern, types, alone


def split(discourse: Discourse) -> list[Clause]:
    """The clauses of an article in order; a stop inside a name (《…，…》) does not cut."""
    inside = [(node.start, node.end) for node in discourse.nodes]
    starts = [start for start, _ in inside]
    clauses: list[Clause] = []
    for number, (low, high) in enumerate(discourse.scene.article.sentences):
        start = low
        for hit in [*_STOP.finditer(discourse.text, low, high), None]:
            if hit is not None:
                before = bisect_right(starts, hit.start()) - 1
                if before >= 0 and hit.start() < inside[before][1]:
                    continue
            end = high if hit is None else hit.end()
            if end > start:
                nodes = discourse.nodes[bisect_left(starts, start) : bisect_left(starts, end)]
                clauses.append(Clause(start=start, end=end, sentence=number, nodes=tuple(nodes)))
            start = end
    return clauses


class Topics:
    """Walks the clauses once and answers, for each number, whom it is about."""

    def __init__(self, discourse: Discourse, whens: Sequence[When]) -> None:
        self.discourse = discourse
        self.text = discourse.text
        self.clauses = split(discourse)
        self._starts = [clause.start for clause in self.clauses]
        self._whens = {when.start: when.end for when in whens}
        self._named = {node.start for node in discourse.nodes}
        self._own: list[Topic | None] = []
        held: Topic | None = None
        for clause in self.clauses:
            own = self._explicit(clause, held)
            self._own.append(own)
            held = own or held

    def clause(self, position: int) -> Clause:
        """The clause that holds a position of the text."""
        return self.clauses[max(0, bisect_right(self._starts, position) - 1)]

    def sentence_start(self, position: int) -> int:
        """Where the sentence that holds a position begins."""
        number = self.clause(position).sentence
        return self.discourse.scene.article.sentences[number][0]

    def of(self, quantity: Quantity) -> Topic | None:
        """Whom `quantity` is about, None where nobody can be told. Aggregates of an economy are its division's."""
        clause = self.clause(quantity.start)
        topic = self._find(quantity, clause)
        if topic is not None and topic.type == "Government" and _AGGREGATE.search(self.text, clause.start, clause.end):
            return self._division_of(topic)
        return topic

    def _find(self, quantity: Quantity, clause: Clause) -> Topic | None:
        return (
            self._modified(quantity, clause)
            or self._invested(quantity, clause)
            or self._sized(quantity, clause)
            or self._attended(quantity, clause)
            or self._division(quantity, clause)
            or self._owned(quantity, clause)
            or self._in_clause(quantity, clause)
            or self._spoken(quantity)
            or self._counted(quantity, clause)
            or self._carried(quantity, clause)
        )

    def _division_of(self, topic: Topic) -> Topic | None:
        """The place of a bureau whose number is the whole place's: 住建系统…增加值 is the city's."""
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
            if not _ATTRIBUTE.match(between) or (quantity.kind == "count" and node.type == "Product"):
                return None
            return _topic(node, 0.85, "modifies")
        return None

    def _invested(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """投入5000万元建设X: the money is X's."""
        if quantity.kind != "money" or not _INVESTS.search(self.text, clause.start, quantity.start):
            return None
        for node in clause.nodes:
            if node.start >= quantity.end and node.type in ("Project", "Park"):
                return _topic(node, 0.8, "invested") if _BUILDS.fullmatch(self.text, quantity.end, node.start) else None
        return None

    def _sized(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """建设X项目，总投资22亿元，占地300亩: the size of the project named last in the sentence."""
        at = self._skip(clause.start, quantity.start)
        if not _SIZE.fullmatch(self.text, at, quantity.start):
            return None
        low = self.sentence_start(clause.start)
        for node in reversed(self.discourse.nodes):
            if low <= node.start and node.end <= clause.start and node.type in ("Project", "Park"):
                return _topic(node, 0.8, "sized")
        return None

    def _attended(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """近百名客商参会: who comes to the event named last."""
        if quantity.kind != "count" or not _ATTENDS.match(self.text, quantity.end, clause.end):
            return None
        own = self._own_of(clause)
        if own is not None and own.type in ("Company", "Government", "Institution"):
            return None
        last = next(_before(self.discourse.nodes, quantity.start, ("Event",)), None)
        if last is None or clause.sentence - self.clause(last.start).sentence > 3:
            return None
        return _topic(last, 0.72, "attended")

    def _division(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """全市, 我县: the nearest before the number, unless it only frames a comparison (占全市, 居全省)."""
        for node in reversed(clause.nodes):
            if node.end > quantity.start or not node.anaphor or not _BY_PLACE.match(self.text, node.start):
                continue
            if _FRAMED.search(self.text, clause.start, node.start) or quantity.kind == "rank":
                continue
            own = self._own_of(clause)
            if own and own.at and own.at[0] < node.start and own.type in _ACTING:
                return None
            return _topic(node, 0.85, "division")
        return None

    def _own_of(self, clause: Clause) -> Topic | None:
        return self._own[bisect_left(self._starts, clause.start)]

    def _owned(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """有莘县的19个村庄、6000余户群众: what is counted is the place's, whoever the clause speaks of."""
        for node in clause.nodes:
            owns = quantity.kind == "count" and node.type == "Place" and node.end < quantity.start
            if owns and _OWNED.fullmatch(self.text, node.end, quantity.start):
                return _topic(node, 0.75, "owned")
        return None

    def _in_clause(self, quantity: Quantity, clause: Clause) -> Topic | None:
        own = self._own_of(clause)
        listed = self._listed(quantity, clause)
        in_list = own is None or own.at is None or (listed and own.at[0] >= listed[0].start)
        if listed and in_list and not _COMPANION.match(self.text, listed[0].end):
            after = next((n for n in clause.nodes if n.start >= quantity.end and n.type == "Place"), None)
            return _topic(after, 0.65, "listed") if after else self._carried(quantity, clause)
        return None if own is None or own.at is None or own.at[0] >= quantity.start else own

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
        told = bisect_left(self._starts, begin), bisect_left(self._starts, quantity.start)
        if any(own and own.type in _ACTING for own in self._own[told[0] : told[1]]):
            return None
        voice = quote.voice[0]
        firm = voice.type in ("Company", "Institution") and not any(self._own[told[0] : told[1]])
        if not firm and not _WE.search(self.text, begin, self.discourse.position(quote.end)):
            return None
        return Topic(entity=voice.entities[0], type=voice.type, sure=0.75 * voice.sure, by="spoken")

    def _counted(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """8处X平台 where nobody else is spoken of: the number counts X."""
        for node in clause.nodes:
            if node.start == quantity.end and quantity.kind == "count" and node.type in ("Institution", "Park", "Event"):
                opening = self.text[self._skip(clause.start, quantity.start) : quantity.start]
                return _topic(node, 0.7, "counted") if not opening else None
        return None

    def _carried(self, quantity: Quantity, clause: Clause) -> Topic | None:
        """The last subject before the clause: in the sentence, else in those before, less sure with each."""
        index = bisect_left(self._starts, clause.start)
        for back in range(index - 1, -1, -1):
            own = self._own[back]
            if own is None:
                continue
            away = clause.sentence - self.clauses[back].sentence
            if away > _REACH:
                break
            if away and not self._lasting(own, clause):
                continue
            sure = (0.75 if away == 0 else 0.68 - 0.03 * away) * (own.sure / 0.85)
            return Topic(entity=own.entity, type=own.type, sure=sure, by="carried", at=own.at if away == 0 else None)
        return None

    def _lasting(self, topic: Topic, clause: Clause) -> bool:
        """Whether a topic may be carried into another sentence: persons only by 他, foreign countries never."""
        if topic.type == "Person":
            at = self._skip(self.sentence_start(clause.start), clause.end)
            return self.text[at : at + 1] in ("他", "她")
        return self.discourse.scene.entities[topic.entity].level != "country"

    # --- the subject of a clause ----------------------------------------------------------------------------
    def _skip(self, at: int, limit: int) -> int:
        """Past opening words, dates and quotation marks."""
        while at < limit and at not in self._named:
            if at in self._whens:
                at = self._whens[at]
            elif self.text[at] in "到自从至" and at + 1 in self._whens:
                at = self._whens[at + 1]
            elif hit := (_openers().match(self.text, at) or _LIGHT.match(self.text, at)):
                at = hit.end()
            else:
                break
        return min(at, limit)

    def _explicit(self, clause: Clause, held: Topic | None) -> Topic | None:
        """Who a clause itself names as its subject; `held` is the subject before it."""
        at = self._skip(clause.start, clause.end)
        if framed := _FRAME.match(self.text, at):
            place = next((n for n in clause.nodes if n.start == framed.end() and n.type in ("Place", "Park")), None)
            if place is not None:
                place = self._last_of_chain(place, clause)
                if self.text[place.end : clause.end] in ("，", "内，", "境内，", "里，"):
                    return _topic(place, 0.7, "frame")
        generic = self._generic(at, clause, held)
        if generic is not None:
            return generic
        passed = False
        for node in clause.nodes:
            if node.type == "Honor":
                continue
            if node.start < at:
                at = max(at, node.end)
                continue
            if node.type not in _CONCERNS:
                return None
            if not self._opens(at, node, clause) or (passed and self.text[node.start - 1] != "的"):
                passed = True
                continue
            if node.type == "Industry" and self.discourse.home and self._paired(node, clause):
                return None
            if self._of_holder(at, node, clause, held):
                return None
            if self._heads_list(node, clause):
                return None
            return self._speaks_or_is(self._last_of_chain(node, clause), clause)
        return self._announced(clause)

    def _announced(self, clause: Clause) -> Topic | None:
        """一季度的全市数据最有说服力：… is about the whole city."""
        if self.text[clause.end - 1] != "：":
            return None
        for node in reversed(clause.nodes):
            if node.anaphor and _BY_PLACE.match(self.text, node.start):
                return _topic(node, 0.7, "announced")
        return None

    def _heads_list(self, node: Node, clause: Clause) -> bool:
        """A、B等17家企业 speaks of all of them, not of A."""
        return bool(_LIST_COUNT.match(self.text, node.end, clause.end)) and node.type != "Place"

    def _of_holder(self, at: int, node: Node, clause: Clause, held: Topic | None) -> bool:
        """高唐县…，瓜菜菌产量34万吨; X公司…，食品添加剂产能…: goods and measures told of their holder."""
        if node.type == "Policy" and self.text[node.start] == "《":
            return True
        if held is None or held.type not in ("Place", "Company") or node.type not in _GOODS:
            return False
        if node.type != "Policy" and held.type == "Place" and _YIELD.match(self.text, node.end):
            return True
        return held.at is not None and held.at[0] >= self.sentence_start(clause.start) and at == node.start

    def _opens(self, at: int, node: Node, clause: Clause) -> bool:
        if at == node.start:
            return True
        gap = self.text[at : node.start]
        if _EACH.fullmatch(gap) or (node.type in ("Event", "Project", "Policy") and _SLOGAN.fullmatch(gap)):
            return True
        ends = self.text[node.end : clause.end].strip("，。；：！？”’") == ""
        if _VERBAL_OF.match(gap):
            return ends and gap[0] in "与同和由" and self._begins(clause) and gap.endswith("的") and node.type == "Company"
        if ends:
            return self._begins(clause) and self.text[clause.end - 1] == "，" and gap.endswith("的")
        return bool(_OF.fullmatch(gap) or _APPOSED.fullmatch(gap))

    def _begins(self, clause: Clause) -> bool:
        """Whether a sentence or a part of it after ； begins with the clause."""
        before = self.text[max(0, clause.start - 2) : clause.start].rstrip("”’ ")
        return not before or before[-1] in "。；！？\n：…"

    def _paired(self, node: Node, clause: Clause) -> bool:
        """房地产业和建筑业: sectors added up are figures of the place, not of one of them."""
        return any(
            other.type == "Industry" and self.text[node.end : other.start] in ("、", "和", "及", "以及", "与")
            for other in clause.nodes
        )

    def _last_of_chain(self, node: Node, clause: Clause) -> Node:
        """阳谷县X镇Y村 → Y村; 冠县的X集群 → X集群."""
        for other in clause.nodes:
            if other.start < node.end:
                continue
            gap = self.text[node.end : other.start]
            if node.type not in ("Place", "Park") or other.type not in _HELD or gap not in ("", "的", "“"):
                break
            if other.type == "Industry" and (not gap or not self.text.endswith("业", 0, other.end)):
                break
            node = other
        return node

    def _speaks_or_is(self, node: Node, clause: Clause) -> Topic | None:
        if node.type == "Policy" and _ANNOUNCES.match(self.text, node.end):
            return None
        if _SAYS.match(self.text, node.end, clause.end):
            if node.type in ("Person", "Government"):
                return None
            return _topic(node, 0.7, "speaker")
        return _topic(node, 0.85 if node.type != "Person" else 0.7, "subject")

    def _generic(self, at: int, clause: Clause, held: Topic | None) -> Topic | None:
        pattern, types, alone = _nouns()
        hit = pattern.match(self.text, at, clause.end)
        if hit is None or (not hit["this"] and hit["noun"] not in alone):
            return None
        if any(node.start <= at < node.end for node in clause.nodes):
            return None
        here = held is not None and held.at is not None and held.at[0] >= self.sentence_start(clause.start)
        if here and not hit["this"] and hit["noun"] in _WEAK:
            return None
        last = next(_before(self.discourse.nodes, at, types[hit["noun"]]), None)
        if last is None or (not hit["this"] and at - last.end > 400):
            return None
        return Topic(entity=last.entities[0], type=last.type, sure=0.75, by="generic", at=(at, hit.end()))


def _before(nodes: Sequence[Node], at: int, types: Collection[str]) -> Iterator[Node]:
    for node in reversed(nodes):
        if node.end <= at and node.type in types and not node.anaphor:
            yield node


def _topic(node: Node, sure: float, by: str) -> Topic:
    return Topic(entity=node.entities[0], type=node.type, sure=sure * node.sure, by=by, at=(node.start, node.end))
