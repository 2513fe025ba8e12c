"""Place → Place where the text writes them together: 阳谷县高庙王镇, 濮阳市范县、濮阳县."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.coded import Node
from kg.extract.discourse import Discourse
from kg.extract.relations.draft import Draft
from kg.extract.relations.triggers import HERE, TRADES, heads_another, pairs

_RANK = {"country": 0, "province": 1, "city": 2, "county": 3, "zone": 3, "town": 4, "village": 5}
_GONE = re.compile(r"淘汰|退出|关停|取缔|拆除|告别|摆脱|腾退")
"""Before a trade that a division has no more."""
_LIST = re.compile(r"[”’》]?(?:、|和|与|及|以及)[“‘《]?")


def drafts(discourse: Discourse) -> Iterator[Draft]:
    """What stands together, and the trades that a division is said to have."""
    yield from _adjacent(discourse)
    yield from _trades(discourse)


def _trades(discourse: Discourse) -> Iterator[Draft]:
    """Clusters, chains and industries in a clause that speaks of 我市, 全县 or a division named in its place."""
    for node in discourse.between(0, len(discourse.code), TRADES):
        if _GONE.search(discourse.code, discourse.clause(node.at), node.at):
            continue
        beside = discourse.between(node.at - 1, node.at, ("Place",))
        if beside and not heads_another(discourse, node) and not discourse.aside(beside[0], discourse.clause(node.at)):
            span = (beside[0].at, node.at + 1)
            yield from pairs(node, "locatedIn", beside[0], span, "relations.locatedIn.beside", 0.88)
        place = discourse.subject(node.at, {"Place"})
        near = _nearby(discourse, node) if place is None else None
        if near is not None and not heads_another(discourse, node):
            yield from pairs(node, "locatedIn", near, (near.at, node.at + 1), "relations.locatedIn.near", 0.76)
        if place is not None and place.sure > HERE and not heads_another(discourse, node):
            sure = 0.82 * place.sure
            for division in (n for n in place.nodes if len(n.entities) == 1 and _narrow(discourse, n)):
                yield from pairs(node, "locatedIn", division, (node.at, node.at + 1), "relations.locatedIn.trade", sure)


def _nearby(discourse: Discourse, trade: Node) -> Node | None:
    """全市 or 在X市 earlier in the sentence, where nobody else is its subject: its trades are that place's."""
    low = discourse.sentence(trade.at)[0]
    if discourse.between(low, trade.at, ("Company", "Institution", "Person", "Event")):
        return None
    for place in reversed(discourse.between(low, trade.at, ("Place",))):
        within = place.anaphor or discourse.code[place.at - 1 : place.at] == "在"
        level = discourse.scene.entities[place.entities[0]].level
        return place if within and level in ("city", "county", "zone", "town", "province") else None
    return None


def _narrow(discourse: Discourse, place: Node) -> bool:
    """Whether a trade may be a division's own: a province named in passing has them all; 全省 is the topic."""
    level = discourse.scene.entities[place.entities[0]].level
    return place.anaphor or level not in ("country", "province")


def _adjacent(discourse: Discourse) -> Iterator[Draft]:
    """Each division right behind a higher one, and those listed after it at the same level, also inside names."""
    entities = discourse.scene.entities
    links = [
        (link.mention.start, link.mention.end, link.entity, _RANK[grade or ""])
        for link in discourse.scene.links
        if link.mention.type == "Place" and not link.mention.anaphor
        and entities[link.entity].name != "中国" and (grade := entities[link.entity].level) in _RANK
    ]  # fmt: skip
    for place, (start, end, upper, high) in enumerate(links):
        rank = None
        for low, after, lower, level in links[place + 1 :]:
            gap = discourse.text[end:low]
            fits = level > high if rank is None else level == rank
            if low < end or not fits or (gap not in ("", "的") if rank is None else not _LIST.fullmatch(gap)):
                break
            at = discourse.index(start)
            sure = 0.95 if level - high < 3 else 0.85
            yield Draft(
                lower, "locatedIn", upper, at, max(at + 1, discourse.index(after)), "relations.locatedIn.adjacent", sure
            )
            rank, end = level, after
    for own in discourse.between(0, len(discourse.code), ("Place",)):
        follower = discourse.between(own.at + 1, own.at + 2, ("Place",))
        if own.anaphor and follower:
            ranks = [_RANK.get(entities[n.entities[0]].level or "", -1) for n in (own, follower[0])]
            if 0 <= ranks[0] < ranks[1]:
                span = (own.at, own.at + 2)
                yield from pairs(follower[0], "locatedIn", own, span, "relations.locatedIn.adjacent", 0.92)
