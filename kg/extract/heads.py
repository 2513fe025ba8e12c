"""Who a clause itself names as its subject."""

from __future__ import annotations

import re

from kg.extract.clauses import Clause, Clauses, Topic, before, topic_of
from kg.extract.coded import Node
from kg.extract.discourse import Discourse
from kg.extract.stand_ins import stand_ins

BY_PLACE = re.compile(r"[我全该本](?:[省市县区镇乡村州旗])")
"""全市, 我县: what a division's own paper calls it."""
_OF = re.compile(r"[^，。；：]{1,28}的")
_APPOSED = re.compile(r"[^，。；：]{0,20}(?:企业|公司|集团|龙头|品牌|县|市|区|镇|村|代表|之一的?)[“‘《]?")
_EACH = re.compile(r"每[^，。；：]{1,6}")
_SLOGAN = re.compile(r"[^，。；：“”]{1,24}”")
_VERBAL_OF = re.compile(r"[在于从为对向把将由被与和同让使给]|记者")
_SAYS = re.compile(r"[^，。；：“”]{0,18}(?:说|表示|介绍|告诉|坦言|认为|透露|称|指出|感慨|解释|强调|回忆|算了?一?笔账)")
_ANNOUNCES = re.compile(r"[》”]?(?:中|里)?(?:明确)?(?:提出|明确|指出|要求|显示|规定|强调)")
_CONCERNS = (
    "Company", "Government", "Institution", "Place", "Park", "Cluster", "Chain", "Industry", "Product", "Project",
    "Event", "Policy", "Person",
)  # fmt: skip
_HELD = ("Place", "Park", "Cluster", "Chain", "Industry", "Company", "Institution", "Project", "Event", "Government")
_GOODS = ("Product", "Industry", "Policy")
_YIELD = re.compile(
    r"(?:[^，。；\d]{0,2})(?:种植|播种|产量|总产|单产|面积|存栏|出栏|规模|基地|养殖|销量|产能|年产|总量|"
    r"增加值|产值|营收)"
)
_FRAME = re.compile(r"(?:放眼|纵观|环顾|走进|聚焦|再看|来到|在)")
_LAUNCHES = {
    "Event": re.compile(r"(?:举办|主办|承办|举行)了?[^，。；：]{0,12}$"),
    "Policy": re.compile(r"推出了?[^，。；：]{0,12}$"),
}
_SUPPLIER = re.compile(r"的?[^，。；：、的]{0,12}(?:商|企业|公司|龙头|单位|代表|厂)[“‘]?")
_PRIVATE = re.compile(
    r"[^，。；：]{0,10}(?:大户|农民|村民|居民|职工|工人|学生|老人|群众|贫困户|果农|牧民|渔民|老板|商户)"
)
_MADE_IN = re.compile(r"(?:产|制造?|造|籍|式|版|造型|牌)(?:的|，|[^，。；：业量值品造能权]{2})")
_QUOTED = re.compile(r"[^，。；“”]{1,6}”")
_NAME_GOES_ON = re.compile(
    r"(?:旁边?|附近|周边|周围|门口|对面|沿线|沿岸|外围)的|段|间(?!接)|站|港(?!口)|机场|大桥|[路街](?!桥)|慈善|央行|海关|籍"
)
_KIN = re.compile(r"的|父母|父亲|母亲|一家|家(?!乡)|夫妇|夫妻|儿子|女儿|妻子|丈夫|等|及其|和|与|、|们|团队|所在")
_OFFICE = re.compile(r"[^，。；：“”的]{0,14}")
_HAPPENS = re.compile(r"[了过着为是有与和对把将被让]|成为|作为|来到|走进|参观")
_ANNOUNCED = re.compile(r"的[^，。；：]{1,10}：")
_WEAK = ("产品", "企业", "活动", "项目")
_ELSEWHERE = re.compile(
    r"(?:从|就|放眼|纵观)?(?:全国|全球|世界(?![\d级一银])|我国|国内|全[省市县区镇村州]|我[省市县区镇](?![的]?[省市县区])|业内)(?!人大|"
    r"政协|各地区)"
)
_LIST_COUNT = re.compile(r"[”》]?(?:、[^，。；：]*?)?等(?:共|这)?(?:\d|[一二两三四五六七八九十百]+[个家名位项])")


class Heads:
    """The subjects of the clauses in order: `own[i]` of clause i, None where it names none; `passed[i]` is what later
    clauses go on about (X公司推出Y模式，… goes on about Y模式).

    `elsewhere` holds the clauses that speak of 全国 or 我省 where the page does not name what that is: nothing may be
    carried past them.
    """

    def __init__(self, discourse: Discourse, clauses: Clauses) -> None:
        self.text = discourse.text
        self.discourse = discourse
        self.clauses = clauses
        self.own: list[Topic | None] = []
        self.elsewhere: set[int] = set()
        self.passed: list[Topic | None] = []
        held: Topic | None = None
        for clause in clauses.all:
            own = self._explicit(clause, held)
            self.own.append(own)
            self.passed.append(self._launched(clause, own) or own)
            held = own or held

    def _explicit(self, clause: Clause, held: Topic | None) -> Topic | None:
        """Who a clause itself names as its subject; `held` is the subject before it."""
        at = self.clauses.skip(clause.start, clause.end)
        if _ELSEWHERE.match(self.text, at) and not any(node.start == at for node in clause.nodes):
            same = held and held.type == "Place" and self._ends(held, self.text[at + 1])
            if not same:
                self.elsewhere.add(len(self.own))
            return held if same else None
        other = (
            self._described(at, clause)
            or self._framed(at, clause)
            or self._announced(clause)
            or self._generic(at, clause, held)
        )
        if other is not None:
            return other
        passed = False
        for node in clause.nodes:
            if node.type == "Honor":
                continue
            if node.start < at:
                at = max(at, node.end)
                continue
            if len(node.entities) > 1 or self._in_name(node):
                return None
            if node.type not in _CONCERNS or (node.type == "Place" and _MADE_IN.match(self.text, node.end)):
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
            return self._speaks_or_is(self.last_of_chain(node, clause), clause)
        return None

    def _framed(self, at: int, clause: Clause) -> Topic | None:
        """在X县，…; 放眼X市，…"""
        framed = _FRAME.match(self.text, at)
        if framed is None:
            return None
        place = next((n for n in clause.nodes if n.start == framed.end() and n.type in ("Place", "Park")), None)
        if place is None:
            return None
        place = self.last_of_chain(place, clause)
        if self.text[place.end : clause.end] not in ("，", "内，", "境内，", "里，"):
            return None
        return topic_of(place, 0.7, "frame" if framed[0] == "在" else "subject")

    def _in_name(self, node: Node) -> bool:
        """X段, “X谷”: a place that only begins the name of something else; X以来: an event that only gives the time."""
        if node.type == "Event":
            return self.text.startswith(("以来", "期间", "召开"), node.end)
        if node.type not in ("Place", "Park", "Institution"):
            return False
        quoted = self.text[node.start - 1 : node.start] == "“" and _QUOTED.match(self.text, node.end)
        return bool(quoted or _NAME_GOES_ON.match(self.text, node.end))

    def _described(self, at: int, clause: Clause) -> Topic | None:
        """A公司组建的B公司，…; 在港交所上市的C公司，…: a clause that only names somebody, with what they are."""
        node = clause.nodes[-1] if clause.nodes else None
        if node is None or node.type not in ("Company", "Institution", "Park", "Project"):
            return None
        if self.text[node.end : clause.end] != "，" or not self.text.endswith("的", at, node.start):
            return None
        return None if _HAPPENS.search(self.text, at, node.start) else topic_of(node, 0.8, "subject")

    def _launched(self, clause: Clause, own: Topic | None) -> Topic | None:
        """举办X活动，吸引2000人参加: what is launched at the end of a clause is what the next clauses are about.

        Where a place or an organ acts, the clauses after tell what it did.
        """
        if not clause.nodes or self.text[clause.end - 1] not in "，；":
            return None
        node = clause.nodes[-1]
        if node.type not in _LAUNCHES or self.text[node.end : clause.end].strip("”’，；"):
            return None
        if self.text[node.start] == "《" or not _LAUNCHES[node.type].search(self.text, clause.start, node.start):
            return None
        acts = own is not None if node.type == "Event" else own is None or own.type in ("Company", "Person")
        return topic_of(node, 0.8, "launched") if acts else None

    def _ends(self, held: Topic, kind: str) -> bool:
        """Whether 全区 after a place is that place: its name ends so."""
        return self.discourse.scene.entities[held.entity].name.endswith(kind)

    def _announced(self, clause: Clause) -> Topic | None:
        """来看全市的数据：…, 底气来自X市的家底：… are about the city."""
        if self.text[clause.end - 1] != "：":
            return None
        last = next((node for node in reversed(clause.nodes) if node.type == "Place"), None)
        if last is not None and last.start > clause.start and _ANNOUNCED.fullmatch(self.text, last.end, clause.end):
            return topic_of(last, 0.75, "announced")
        for node in reversed(clause.nodes):
            if node.anaphor and BY_PLACE.match(self.text, node.start):
                return topic_of(node, 0.7, "announced")
        return None

    def _heads_list(self, node: Node, clause: Clause) -> bool:
        """A、B等17家企业 speaks of all of them, not of A."""
        return bool(_LIST_COUNT.match(self.text, node.end, clause.end)) and node.type != "Place"

    def _of_holder(self, at: int, node: Node, clause: Clause, held: Topic | None) -> bool:
        """X县…，小麦产量3万吨; X公司…，面粉产能5万吨: goods and measures told of their holder."""
        if node.type == "Policy" and self.text[node.start] == "《":
            return True
        if held is None or held.type not in ("Place", "Company") or node.type not in _GOODS:
            return False
        if node.type != "Policy" and held.type == "Place" and _YIELD.match(self.text, node.end):
            return True
        return held.at is not None and held.at[0] >= self.clauses.sentence_start(clause.start) and at == node.start

    def _opens(self, at: int, node: Node, clause: Clause) -> bool:
        if at == node.start:
            return True
        gap = self.text[at : node.start]
        if _EACH.fullmatch(gap) or (node.type in ("Event", "Project", "Policy") and _SLOGAN.fullmatch(gap)):
            return True
        ends = self.text[node.end : clause.end].strip("，。；：！？”’") == ""
        if _VERBAL_OF.match(gap):
            joint = gap[0] in "与同和由" and gap.endswith("的") and node.type == "Company"
            return ends and joint and self._begins(clause)
        if ends:
            return self._begins(clause) and self.text[clause.end - 1] == "，" and gap.endswith("的")
        return bool(_OF.fullmatch(gap) or _APPOSED.fullmatch(gap))

    def _begins(self, clause: Clause) -> bool:
        """Whether a sentence or a part of it after ； begins with the clause."""
        before = self.text[max(0, clause.start - 2) : clause.start].rstrip("”’ ")
        return not before or before[-1] in "。；！？\n：…"

    def _paired(self, node: Node, clause: Clause) -> bool:
        """A业和B业: sectors added up are figures of the place, not of one of them."""
        return any(
            other.type == "Industry" and self.text[node.end : other.start] in ("、", "和", "及", "以及", "与")
            for other in clause.nodes
        )

    def last_of_chain(self, node: Node, clause: Clause) -> Node:
        """X县Y镇Z村 → Z村; X县的Y集群 → Y集群."""
        for other in clause.nodes:
            if other.start < node.end:
                continue
            gap = self.text[node.end : other.start]
            if other.type == "Company" and _SUPPLIER.fullmatch(gap):
                node = other
                continue
            if node.type not in ("Place", "Park") or other.type not in _HELD or gap not in ("", "的", "“"):
                break
            if other.type == "Industry" and (not gap or not self.text.endswith("业", 0, other.end)):
                break
            node = other
        return node

    def _speaks_or_is(self, node: Node, clause: Clause) -> Topic | None:
        if node.type in ("Policy", "Event") and _ANNOUNCES.match(self.text, node.end):
            return None
        if _SAYS.match(self.text, node.end, clause.end):
            if node.type in ("Person", "Government") or _PRIVATE.match(self.text, node.end, clause.end):
                return None
            return topic_of(node, 0.7, "speaker")
        if self._of_somebody(node, clause):
            return None
        return topic_of(node, 0.85 if node.type != "Person" else 0.7, "subject")

    def _of_somebody(self, node: Node, clause: Clause) -> bool:
        """X市原副市长张三, 李四一家: who acts is somebody of theirs; a firm does what its executives do."""
        if node.type == "Person":
            return bool(_KIN.match(self.text, node.end))
        if node.type not in ("Place", "Institution", "Government"):
            return False
        person = next((n for n in clause.nodes if n.start >= node.end), None)
        return (
            person is not None
            and person.type == "Person"
            and bool(_OFFICE.fullmatch(self.text, node.end, person.start))
        )

    def _generic(self, at: int, clause: Clause, held: Topic | None) -> Topic | None:
        pattern, types, alone = stand_ins()
        hit = pattern.match(self.text, at, clause.end)
        if hit is None or (not hit["this"] and hit["noun"] not in alone):
            return None
        if any(node.start <= at < node.end for node in clause.nodes):
            return None
        here = held is not None and held.at is not None and held.at[0] >= self.clauses.sentence_start(clause.start)
        if here and not hit["this"] and hit["noun"] in _WEAK:
            return None
        if hit["noun"] == "园区" and self._zoned(at):
            return None
        far = 150 if hit["noun"] in ("公司", "企业") else 400
        named = [n for n in before(self.discourse.nodes, at, types[hit["noun"]]) if at - n.end < far or hit["this"]]
        same = (n for n in named if self._is_named(n, hit["noun"]))
        how = alone.get(hit["noun"])
        if how == "only" and not hit["this"]:
            return None
        last = next(same, None if how in ("named", "only") else next(iter(named), None))
        if last is None:
            return None
        return Topic(entity=last.entities[0], type=last.type, sure=0.75, by="generic", at=(at, hit.end()))

    def _zoned(self, at: int) -> bool:
        """Whether the last place or park before is a zone that counts as a division: then 园区 may be that."""
        last = next(before(self.discourse.nodes, at, ("Place", "Park")), None)
        return last is not None and last.type == "Place" and self.text.endswith("区", 0, last.end)

    def _is_named(self, node: Node, noun: str) -> bool:
        """Whether the full name of what `node` stands for ends in `noun`."""
        return any(self.discourse.scene.entities[e].name.rstrip("”’》").endswith(noun) for e in node.entities)
