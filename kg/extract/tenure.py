"""Whether an office is held, begins, is past, is only proposed or is denied: 现任, 当选, 原, 不再担任, 拟任, 未担任.

What is past is never shown as held on the reported day: 原市长 has no dates, 不再担任市长 ends on the day of the text.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, cast, get_args

from kg.model.claim import Modality, Post

Kind = Literal["holds", "begins", "ends", "held", "leaves", "plans", "denies"]

_OFFICE = "(?:担任|兼任|出任|接任|就任|升任|续任|连任|任)"
_KINDS = (
    rf"(?P<denies>(?:并未|从未|未曾?|并?没有|并不|不(?!再)|拒绝|否认|无意)(?:曾|获|被)?(?:{_OFFICE}|是|当选为?|任命为))|"
    r"(?P<leaves>(?:即?将|拟|计划|申请|请求|提出|打算)(?:于[^，。；]{1,10})?(?:辞去|卸任|不再担任|不再兼任|离任|辞任))|"
    rf"(?P<plans>(?:即?将|拟|有望|可能|预计|计划|准备|打算)(?:会|再次|继续)?{_OFFICE}|候任|竞选|参选|"
    r"(?:被|获|拟)提名(?:为|出任|担任)|被推荐为)|"
    r"(?P<ends>不再(?:担任|兼任|任)|卸任|辞去|辞任|请辞|离任|退任|卸下|被(?:免去?|罢免|撤销|解除))|"
    rf"(?P<held>(?:曾经?|还?曾先后|历|先后|时|原|此前|当时|生前|退休前)(?:{_OFFICE}|是)|历任|时任|原任|原为)|"
    r"(?P<begins>当选为?|出任|就任|接任|获任|调任|转任|升任|被任命为|被选举为|受聘为|被聘为|续任|连任|获聘为?)|"
    r"(?P<holds>现任|担任|兼任|任|身为|作为|是)"
)
_BETWEEN = (
    r"(?:同志|先生|女士)?[，（(]?(?:已经?|也|还|目前|日前|近日|昨[日天]|今[日天]|当[日天]|正式|宣布|主动|因病|因年龄原因|"
    r"因工作(?:调动|变动|需要|原因)){0,2}"
)
_BEHIND = re.compile(rf"{_BETWEEN}(?:{_KINDS})了?(?:中共)?")
_SERVING = re.compile(rf"(?:{_KINDS})(?:中共)?$")
_STATUSES: dict[str, Kind] = {
    "现任": "holds", "": "holds", "候任": "plans", "拟任": "plans", "代": "holds", "新任": "holds",
}  # fmt: skip
_SPAN = 16


class Told(NamedTuple):
    """What a word says of an office, and where the office begins behind it."""

    kind: Kind
    start: int


def behind(text: str, at: int) -> Told | None:
    """The word of holding right behind a name that ends at `at`: 王某 | 日前辞去, 王某 | 曾任."""
    hit = _BEHIND.match(text, at)
    return Told(_kind(hit), hit.end()) if hit else None


def before(text: str, floor: int, at: int) -> Kind | None:
    """The word of holding right before an office that begins at `at`: 不再担任 | 某市市长的王某; 是 is none."""
    hit = _SERVING.search(text[max(floor, at - _SPAN) : at])
    return None if hit is None or hit.group().endswith("是") else _kind(hit)


def of_status(status: str) -> Kind:
    """What 原, 前, 时任, 拟任 before a title say of it; a kind is itself."""
    return cast(Kind, status) if status in get_args(Kind) else _STATUSES.get(status, "held")


def post(person: str, title: str, of: str, kind: Kind, day: str | None = None) -> tuple[Post, Modality]:
    """The office, with `day` as the day on which it is held, begins or ends: 免去局长职务 is former until then, 原局长
    former without a day, 拟任局长 planned.
    """
    fact = Post(
        person=person, title=title, of=of,
        held_on=day if kind == "holds" else None,
        held_from=day if kind == "begins" else None,
        held_until=day if kind == "ends" else None,
        former=kind in ("ends", "held"),
    )  # fmt: skip
    return fact, "planned" if kind == "plans" else "denied" if kind == "denies" else "asserted"


def _kind(hit: re.Match[str]) -> Kind:
    return cast(Kind, hit.lastgroup)
