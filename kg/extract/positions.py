"""Who holds which office where: the titles before a name, after it, and those that an appointment gives.

A title is read backwards from the name: 某市公安局党委书记、局长某某 is one chain of two titles of one organ. What has
no organisation of its own belongs to the one named to its left, to what 该公司 or 县 stands for, or to the home region.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract import tenure
from kg.extract.appointments import after_name
from kg.extract.bodies import Bodies
from kg.extract.scene import Scene
from kg.extract.title_chains import JOINTS, Holding, Unit, chain, settle
from kg.model.claim import Claim
from kg.model.mention import Link
from kg.text.quote import sentence_at

_SINGULAR = re.compile(
    r"(?<!副)(?:书记|[局厅司处科校院所会部镇乡县市省区州旗社台馆园站场厂队]长|主任|主席|董事长|总经理|总裁|总统|首相|总理)$"
)
"""Offices that only one person has at a time: in 局长王某、李某 the second is not shown to be one."""
_POST = ("职务", "一职", "的职务")
_PROPOSED = re.compile(r"(?:提名人|候选人|提名人选|拟任人选)$")


def claims(scene: Scene) -> list[Claim]:
    """Every office that the article says a person holds, held, gets or gives up."""
    bodies = Bodies(scene)
    made: list[Claim] = []
    held: list[Holding] = []
    last = -1
    persons = _persons(scene)
    for link in persons:
        floor = max(sentence_at(scene.article, link.mention.start)[0], last)
        between = scene.text[last : link.mention.start] if last >= 0 else ""
        beside = last >= floor and between[:1] in JOINTS + " " and bool(between)
        inherited = held if beside else []
        if between in ("、", "和", "与", "及", " "):
            held = [h for h in inherited if not _SINGULAR.search(h.title)]
        else:
            held = settle(scene, _before(scene, bodies, link.mention.start, floor), bodies, inherited, floor)
        made.extend(_claim(scene, link, h) for h in held)
        made.extend(after_name(scene, bodies, link, persons))
        last = link.mention.end
    return _unique(made)


def _persons(scene: Scene) -> list[Link]:
    authors = {(b.start, b.end) for b in scene.article.bylines}
    return [
        link for link in scene.within(0, len(scene.text), "Person")
        if (link.mention.start, link.mention.end) not in authors and not link.mention.anaphor
    ]  # fmt: skip


def _before(scene: Scene, bodies: Bodies, start: int, floor: int) -> list[Unit]:
    """The chain before a name, also in 担任某会主任的王某, 辞去某厂厂长职务的王某 and 市长候选人王某."""
    text = scene.text
    proposed = _PROPOSED.search(text[max(floor, start - 5) : start])
    if proposed:
        units = chain(scene, bodies, start - len(proposed.group()), floor)
        return [unit._replace(status="候任") for unit in units]
    if text[start - 1 : start] != "的":
        return chain(scene, bodies, start, floor)
    close = next((len(words) for words in _POST if text.endswith(words, floor, start - 1)), 0)
    units = chain(scene, bodies, start - 1 - close, floor)
    kind = tenure.before(text, floor, units[0].left) if units else None
    kind = "held" if kind == "ends" else kind
    return [unit if unit.status or kind is None else unit._replace(status=kind) for unit in units] if kind else []


def _claim(scene: Scene, link: Link, h: Holding) -> Claim:
    """The post as shown before a name: held on the reported day, unless it is a former or a proposed one."""
    kind = tenure.of_status(h.status)
    shown = scene.article.dateline or scene.article.issued if kind == "holds" else None
    fact, modality = tenure.post(link.entity, h.title, h.of, kind, shown)
    rule = h.rule if kind == "holds" else "former" if fact.former else kind
    sure = round(h.sure * link.confidence, 3)
    return scene.claim(fact, (h.left, link.mention.end), f"positions.{rule}", sure, modality)


def _unique(made: Sequence[Claim]) -> list[Claim]:
    kept: dict[str, Claim] = {}
    for claim in made:
        kept.setdefault(claim.id, claim)
    return list(kept.values())
