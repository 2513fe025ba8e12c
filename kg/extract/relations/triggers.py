"""Relations that a trigger word states: the patterns of the table, with the subject that a pattern leaves out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations, product

from kg.extract.coded import ANY, SIGN, Node
from kg.extract.discourse import Discourse, Subject
from kg.extract.relations import patterns
from kg.extract.relations.draft import Draft

_TRADE_DEAL = re.compile(r"[^。；！？]{0,60}?(?:采购|购销|供货|买卖|供应|销售)(?:合同|协议|订单)")
"""A contract of sale joins a seller and a buyer, not two partners."""
HERE = 0.85
"""A subject at least this sure stands in the same sentence."""
TRADES = ("Industry", "Chain", "Cluster")
_OTHER_HEAD = re.compile(
    r"[”’]?(?:等|及|化)?(?:多个)?(?:[^，。；、]{0,4}领域|人才|园区|工业园|产业园|科技园|机遇|应用|示范|技术|协作|合作|设备|产品|建设|的机遇|专家|学院|研究院)"
    r"|[”’]?、[^，。；：]{0,40}等[^，。；、]{0,4}领域"
)
_BESIDE = re.compile(r"(?:(?<!参)与|同|跟|(?<![和])和|向|对|为|联合|携手|比|、)[“‘]?$")
"""Before a name that a pattern takes for a subject: it is beside the subject instead."""


_APART = re.compile(f"[与同及]|{SIGN['Place']}")
_WHERE = re.compile(f"{SIGN['Place']}的")
_STILL = re.compile(
    rf"(?:[{ANY}的、，“”‘’《》（）里内等和与及家个]|\d+|首都|省会|首府|旗下|所属|下属|所在地|全资|控股|[子分]公司|公司|"
    r"企业|集团|厂商|巨头|制造商|运营商|重点|规上|本土|本地|龙头|骨干|知名|民营|上市|一家|市区|境内|城区|辖区|园内|荣誉|称号|"
    r"获得者|得主)+"
)
"""What says only by names and nouns that one thing is another's."""
_DONE_BY = frozenset({"undertakes", "produces", "cooperatesWith", "organizes", "issued"})
"""What 由 names the doer of."""
_GOODS = re.compile(r"(?:其中，?)?[对向]|(?:主要|所产|相关|其)?(?:产品|[^，。；：]{0,4}[果菜茶瓜品])(?!业)")


def drafts(discourse: Discourse) -> Iterator[Draft]:
    """One draft for each pair of names that a pattern joins."""
    code = discourse.code
    for pattern in patterns.load():
        if pattern.trigger is not None and not pattern.trigger.search(code):
            continue
        for hit in pattern.regex.finditer(code):
            if not _holds(discourse, pattern, hit) or code[discourse.sentence(hit.start())[1] - 1] == "？":
                continue
            ends = [_end(discourse, pattern, hit, side) for side in (0, 1)]
            if "mutual" in pattern.flags and "O" not in pattern.regex.groupindex:
                ends[1] = ends[0]
            if ends[0] is None or ends[1] is None:
                continue
            subjects, objects = ends[0], ends[1]
            if _barred(discourse, pattern, hit, objects):
                continue
            low = min(hit.start(), *(n.at for e in ends if e is not None and e.near for n in e.nodes))
            sure = pattern.confidence * subjects.sure * objects.sure
            word = pattern.trigger.search(code, *hit.span()) if pattern.trigger else None
            still = _STILL.fullmatch(hit.group()) is not None
            for s, o in _joined(discourse, pattern, subjects, objects, hit.end()):
                for draft in pairs(s, pattern.predicate, o, (low, hit.end()), pattern.name, sure):
                    yield draft._replace(verb=word.start() if word else None, still=still)


def _barred(discourse: Discourse, pattern: patterns.Pattern, hit: re.Match[str], objects: Subject) -> bool:
    """Whether the names are of the right types and still not what the pattern means."""
    if pattern.predicate == "cooperatesWith" and _TRADE_DEAL.match(discourse.code, hit.start()):
        return True
    if "named" in pattern.flags and discourse.text[objects.nodes[0].start] == "《":
        return True
    entities = discourse.scene.entities
    wide = [e for n in objects.nodes for e in n.entities if entities[e].level in ("country", "province")]
    return "local" in pattern.flags and bool(wide)


def _joined(
    discourse: Discourse, pattern: patterns.Pattern, subjects: Subject, objects: Subject, high: int
) -> Iterable[tuple[Node, Node]]:
    """Which subject goes with which object: each with each; one to one where 分别 stands with lists of one length."""
    ends = subjects.nodes, objects.nodes
    if "mutual" in pattern.flags:
        return combinations(dict.fromkeys((*ends[0], *ends[1])), 2)
    low = discourse.sentence(high - 1)[0]
    if len(ends[0]) == len(ends[1]) > 1 and "分别" in discourse.code[low:high]:
        return zip(*ends, strict=True)
    return product(*ends)


def pairs(s: Node, predicate: str, o: Node, at: tuple[int, int], by: str, sure: float) -> Iterator[Draft]:
    """A draft for each pair of the things that two names stand for."""
    for subject in s.entities:
        for object_ in o.entities:
            if subject != object_:
                yield Draft(subject, predicate, object_, at[0], at[1], by, sure)


def _holds(discourse: Discourse, pattern: patterns.Pattern, hit: re.Match[str]) -> bool:
    for group, words in pattern.holds:
        node = discourse.between(*hit.span(group))[0]
        if words not in discourse.text[node.start : node.end]:
            return False
    return True


def _end(discourse: Discourse, pattern: patterns.Pattern, hit: re.Match[str], side: int) -> Subject | None:
    name = "SO"[side]
    types = pattern.types[side]
    if name in pattern.regex.groupindex:
        low, high = hit.span(name)
        nodes = [n for n in discourse.between(low, high, types) if n.at + 1 == high or not discourse.upper(n)]
        if pattern.predicate == "locatedIn" and name == "S":
            nodes = [n for n in nodes if n.type not in TRADES or not heads_another(discourse, n)]
            nodes = _sharing(discourse, nodes) if hit.start() < low else nodes
        if (
            name == "S"
            and hit.start() == hit.start("S")
            and nodes
            and _BESIDE.search(discourse.code[: nodes[0].at][-3:])
        ):
            return None
        return Subject(nodes=tuple(nodes), sure=min((n.sure for n in nodes), default=1), near=True) if nodes else None
    if pattern.predicate in ("leads", "memberOf") and name == "O":
        trade = trade_before(discourse, hit.start())
        return Subject(nodes=(trade,), sure=0.9, near=False) if trade else None
    if pattern.predicate in _DONE_BY and (agent := _agent(discourse, hit.start())) is not None:
        return Subject(nodes=agent, sure=1, near=True) if agent[0].type in types else None
    found = discourse.subject(hit.start(), pattern.left_out or types)
    if pattern.predicate == "exportsTo":
        firm = discourse.subject(hit.start(), {"Company"})
        return firm or (found if found is not None and _sells(discourse, found, hit.start()) else None)
    if found is None or found.near:
        return found
    if discourse.between(hit.start() - 1, hit.start(), types) and pattern.predicate != "subsidiaryOf":
        return None
    begun = hit.start() - discourse.clause(hit.start()) > 5
    if pattern.predicate == "awarded" and found.nodes[0].type == "Place" and found.sure < HERE:
        return None
    ours = "home" in pattern.flags and any(n.anaphor or n.entities == (discourse.home,) for n in found.nodes)
    ours = ours or (discourse.main is not None and found.nodes[0].entities == discourse.main.entities)
    far = "near" in pattern.flags or ("here" in pattern.flags and found.sure < HERE)
    return None if (far and not ours) or (begun and pattern.predicate == "cooperatesWith") else found


def _sharing(discourse: Discourse, nodes: list[Node]) -> list[Node]:
    """The first of `nodes` and those listed after it by 、; what is behind 与 or has its own place lies elsewhere."""
    for place, node in enumerate(nodes[1:], 1):
        gap = discourse.code[nodes[place - 1].at + 1 : node.at]
        if _APART.search(gap) or ("和" in gap and place == 1 and _WHERE.search(discourse.code[: nodes[0].at][-2:])):
            return nodes[:place]
    return nodes


def _agent(discourse: Discourse, index: int) -> tuple[Node, ...] | None:
    """Whom 由 names in the clause before `index`: the one who acts, whatever the clause is about (该院由A联合B共建)."""
    low = discourse.clause(index)
    for node in discourse.between(low, index):
        if discourse.code[node.at - 1] == "由" and node.at > low and discourse.code[node.at - 2 : node.at - 1] != "经":
            return discourse.run(node, index)
    return None


def _sells(discourse: Discourse, found: Subject, index: int) -> bool:
    """Whether a place, or a trade, is what sells: it heads the clause, or a sentence that goes on with 产品."""
    low = discourse.clause(index)
    if found.near:
        return found.nodes[0].at - low < 4
    return found.sure >= HERE and bool(_GOODS.match(discourse.code, low))


def heads_another(discourse: Discourse, trade: Node) -> bool:
    """Whether a trade only describes what follows it: 氢能领域, 意杨产业科技园."""
    last = discourse.run(trade, discourse.sentence(trade.at)[1])[-1]
    return bool(_OTHER_HEAD.match(discourse.code, last.at + 1))


def trade_before(discourse: Discourse, index: int) -> Node | None:
    """The industry (else chain or cluster) most spoken of before `index`, above all as the topic of a clause."""
    named = discourse.between(0, index, TRADES)
    fit = [node for node in named if node.type == "Industry"] or named
    weight: Counter[tuple[str, ...]] = Counter()
    for node in named:
        weight[node.entities] += 2 if discourse.clause(node.at) == node.at else 1
    return max(fit, key=lambda node: (weight[node.entities], node.at), default=None)
