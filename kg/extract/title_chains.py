"""Chains of titles, read backwards: 某局党组书记、局长 is two titles of one organ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.bodies import Bodies, Body
from kg.extract.office_fit import allowed
from kg.extract.scene import Scene
from kg.text.titles import Office, office_before

JOINTS = "、和兼及，,;；"
_LOOSE = "，,;；"
_OPEN = "。！？\n；;：:”“（(）)，,、—■ "
_NO_OFFICE = re.compile("[员职]工|职员|工作人员|志愿者|党员|会员|干部|老板|老总|掌柜|庄主|党代表|党员代表|专家|代表")
"""Words that say what somebody is, not which office they hold."""
_LEAGUE = ("共青团", "团", "妇联")
"""What makes a following 区委 or 县委 the committee of another body than the party."""
_FORMER = "离任|卸任|已故|退休|落马|拟任|候任|时任|曾任|曾经?担任|现任"
_STATUS = re.compile(rf"原任?|前任|前(?![线方沿])|{_FORMER}")
_UNKNOWN = re.compile(r"、[\u4e00-\u9fff]{1,18}$")
_STATUS_BEFORE = re.compile(rf"(?:原|(?<![目此之日当以年月天周先生跟面从])前|前任|{_FORMER})$")


class Unit(NamedTuple):
    """One title of a chain: where it begins with its organisation, and whose office it is (None: not known)."""

    left: int
    title: str
    office: Office
    body: Body | None
    status: str
    whole: bool = True
    """False where an organisation that was not recognised stands before the title: nothing else may be its body."""


class Holding(NamedTuple):
    """A title as it is held: with its body settled."""

    title: str
    of: str
    sure: float
    rule: str
    status: str
    left: int


def chain(scene: Scene, bodies: Bodies, end: int, floor: int) -> list[Unit]:
    """The titles that stand before `end`, from the left."""
    text = scene.text
    units: list[Unit] = []
    while end > floor and text[end - 1] in " “":
        end -= 1
    joint = ""
    while (unit := _unit(scene, bodies, end, floor)) is not None:
        opens = unit.left == floor or text[unit.left - 1] in _OPEN
        given = text[unit.left - 1] in "任为" and unit.left > floor
        if joint and joint in _LOOSE and (given or not (unit.body or opens)):
            break
        if unit.body is None and not bodies.at_edge(unit.left, floor):
            unknown = _UNKNOWN.search(text, max(floor, unit.left - 20), unit.left)
            unit = unit._replace(whole=False, left=unknown.start() + 1 if unknown else unit.left)
        units.insert(0, unit)
        joint = text[unit.left - 1 : unit.left]
        if unit.left - 1 <= floor or joint not in JOINTS:
            break
        end = unit.left - 1
    return units


def _unit(scene: Scene, bodies: Bodies, end: int, floor: int) -> Unit | None:
    text = scene.text
    office = office_before(text, end, floor)
    if office is None:
        return None
    body = bodies.of(office, floor)
    start = body.start if body else office.starts[0]
    left = bodies.left_of(body.left, floor) if body else start
    if body and body.rule == "named" and text.endswith(_LEAGUE, floor, left):
        body = None
    inner = _STATUS.search(text, start, end)
    outer = _STATUS_BEFORE.search(text[max(floor, left - 4) : left])
    status = inner.group() if inner else outer.group() if outer else ""
    title = text[start : inner.start()] + text[inner.end() : end] if inner else text[start:end]
    return Unit(left, title, office, body, status)


def settle(scene: Scene, units: Sequence[Unit], bodies: Bodies, before: Sequence[Holding], floor: int) -> list[Holding]:
    """Give each title of a chain its body; titles that nobody's body fits are left out."""
    held: list[Holding] = []
    current = before[-1].of if before else None
    status = ""
    for unit in units:
        body = unit.body or (bodies.implied(unit.office, floor, current) if unit.whole else None)
        title = scene.text[body.start : unit.office.end] if body and not unit.body else unit.title
        fits = current is not None and unit.whole and allowed(unit.office, unit.title, scene.entities[current])
        if body is None and current and fits:
            body = Body(current, unit.left, unit.left, 0.9, "chain")
        if body is None and unit is units[0]:
            body = bodies.recent(unit.office, floor)
            title = scene.text[body.start : unit.office.end] if body else title
        if body is None:
            current = None
            continue
        shares = body.rule in ("chain", "level") and body.entity == current
        status = unit.status or (status if shares else "")
        current = body.entity
        if not _NO_OFFICE.fullmatch(unit.office.core):
            title = title.removeprefix("的")
            held.append(Holding(title, body.entity, body.sure, body.rule, status, min(unit.left, body.left)))
    return held
