"""Relations that a trigger word states: the patterns of the table, with the subject that a pattern leaves out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.extract.coded import Node
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
            if ends[0] is None or ends[1] is None:
                continue
            subjects, objects = ends[0], ends[1]
            if pattern.predicate == "cooperatesWith" and _TRADE_DEAL.match(code, hit.start()):
                continue
            if "named" in pattern.flags and discourse.text[objects.nodes[0].start] == "《":
                continue
            low = min(hit.start(), *(n.at for e in ends if e is not None and e.near for n in e.nodes))
            for s in subjects.nodes:
                for o in objects.nodes:
                    yield from pairs(
                        s, pattern.predicate, o, (low, hit.end()), pattern.name,
                        pattern.confidence * subjects.sure * objects.sure,
                    )  # fmt: skip


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
    found = discourse.subject(hit.start(), pattern.left_out or types)
    if pattern.predicate == "exportsTo":
        firm = discourse.subject(hit.start(), {"Company"})
        heads = found is not None and found.near and found.nodes[0].at - discourse.clause(hit.start()) < 4
        return firm or (found if heads else None)
    if found is None or found.near:
        return found
    if discourse.between(hit.start() - 1, hit.start(), types):
        return None
    begun = hit.start() - discourse.clause(hit.start()) > 5
    far = "near" in pattern.flags or ("here" in pattern.flags and found.sure < HERE)
    return None if far or (begun and pattern.predicate == "cooperatesWith") else found


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
