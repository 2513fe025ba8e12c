"""Titles that stand behind a name: 王某，某公司总经理，…; 李某任县委书记; 任命张某为局长; 赵某等12名专家团代表."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract import tenure
from kg.extract.bodies import Bodies
from kg.extract.scene import Scene
from kg.extract.title_chains import Holding, chain, settle
from kg.model.claim import Claim, Post
from kg.model.mention import Link
from kg.text.persons import is_chinese
from kg.text.quote import sentence_at
from kg.text.titles import office_before

_CLOSE = re.compile(
    r"(?:的?职务|一?职务?|(?P<proposed>(?:提名)?(?:候选人|人选))|(?P<then>期间|时)|以来|[之以]?后)?[，。；！？）（\n]"
)
_NAMING = re.compile(
    r"(?P<plans>提名|(?:拟|建议|提请|将)(?:任命|聘任|聘请)|推荐)|(?P<begins>任命|选举|聘任|聘请|推选|增选|补选)|"
    r"(?P<ends>免去|免除|罢免|撤销)"
)
_BIOGRAPHY = re.compile(
    r"(?:男|女|[\u4e00-\u9fff]{1,4}族|[0-9]{2}岁|今年[0-9]{2}岁|(?:19|20)[0-9]{2}年[^，。；]{0,10}生|中共党员|[^，。；]{2,8}人)[，；]"
)
_RANK = re.compile(r"总书记|国家主席|总理")
"""What a leader of the nation is called by behind the name."""
_MANY = re.compile(r"等(?:[0-9]+|[一二三四五六七八九十]+)?[余多]?[名位]?")
_DATE = re.compile(r"(?:(?P<year>(?:19|20)[0-9]{2})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?=年)")
_REACH = 48
_GOES_ON = ("现任", "曾任", "历任", "曾担任", "现担任")
"""With these the next clause goes on with the same person's offices."""


def after_name(scene: Scene, bodies: Bodies, link: Link, persons: Sequence[Link]) -> Iterator[Claim]:
    """The offices that the words behind (and, for appointments, around) a name give to its bearer."""
    end = link.mention.end
    rank = _RANK.match(scene.text, end)
    nation = bodies.nation(link.mention.start, sentence_at(scene.article, end)[0]) if rank else None
    if rank and nation and is_chinese(scene.entities[link.entity].name):
        now = scene.article.dateline or scene.article.issued
        fact = Post(person=link.entity, title=rank.group(), of=nation.entity, held_on=now)
        yield scene.claim(fact, (link.mention.start, rank.end()), "positions.rank", round(0.9 * link.confidence, 3))
    tail = _tail(scene, end, persons)
    told = tenure.behind(scene.text, end)
    if told:
        yield from _said(scene, bodies, link, told.start, told.kind, "verb")
    elif named := _named(scene, link, tail):
        yield from _said(scene, bodies, link, named.start, named.kind, "naming")
    elif many := _MANY.match(scene.text, tail):
        yield from _group(scene, link, many.end())
    else:
        yield from _apposition(scene, bodies, link)


def _named(scene: Scene, link: Link, tail: int) -> tenure.Told | None:
    """What 任命…为, 提名…为 and 免去…的 say of a list of names that ends at `tail`."""
    naming = list(_NAMING.finditer(scene.text, sentence_at(scene.article, tail)[0], link.mention.start))
    if not naming:
        return None
    kind, after = naming[-1].lastgroup, scene.text[tail : tail + 1]
    if after == "为" and kind in ("begins", "plans"):
        return tenure.Told("begins" if kind == "begins" else "plans", tail + 1)
    close = naming[-1].end() + (scene.text[naming[-1].end() : naming[-1].end() + 1] in ("了", "："))
    if kind == "ends" and (after == "的" or close == link.mention.start):
        return tenure.Told("ends", tail + (after == "的"))
    return None


def _tail(scene: Scene, end: int, persons: Sequence[Link]) -> int:
    """Where a list of names that `end` stands in ends: behind 李某 in 王某、李某等."""
    starts = {p.mention.start: p.mention.end for p in persons}
    while scene.text[end : end + 1] in ("、", "和") and end + 1 in starts:
        end = starts[end + 1]
    return end


def _said(scene: Scene, bodies: Bodies, link: Link, start: int, kind: tenure.Kind, rule: str) -> Iterator[Claim]:
    close = _CLOSE.search(scene.text, start, start + _REACH)
    if close is None:
        return
    kind = "plans" if close["proposed"] and kind in ("begins", "holds") else kind
    past = _YEAR.search(scene.text, sentence_at(scene.article, link.mention.start)[0], start) or close["then"]
    now = None if past else scene.article.dateline or scene.article.issued
    for h in _spanning(scene, bodies, start, close.start()):
        day = now if kind == "holds" else _day(scene, link) or (now if kind == "ends" else None)
        fact, modality = tenure.post(link.entity, h.title, h.of, kind, day)
        sure = round(h.sure * link.confidence * 0.95, 3)
        yield scene.claim(fact, (link.mention.start, close.start()), f"positions.{rule}_{kind}", sure, modality)
    told = tenure.behind(scene.text, close.end()) if scene.text[close.end() - 1] == "，" else None
    if told is not None and scene.text.startswith(_GOES_ON, close.end()):
        yield from _said(scene, bodies, link, told.start, told.kind, rule)


def _spanning(scene: Scene, bodies: Bodies, start: int, end: int) -> list[Holding]:
    """The titles of the chain that fills `text[start:end]`; none where something else stands in it."""
    units = chain(scene, bodies, end, start)
    fills = bool(units) and scene.text[start : units[0].left] in ("", units[0].status)
    return settle(scene, units, bodies, (), start) if fills else []


def _day(scene: Scene, link: Link) -> str | None:
    """The day that the sentence gives before the name, else the reported day."""
    low = sentence_at(scene.article, link.mention.start)[0]
    dates = list(_DATE.finditer(scene.text, low, link.mention.start))
    issued = scene.article.dateline or scene.article.issued
    if dates:
        year = dates[-1]["year"] or (issued or "")[:4]
        if year:
            return f"{year}-{int(dates[-1]['month']):02d}-{int(dates[-1]['day']):02d}"
    return None if _YEAR.search(scene.text, low, link.mention.start) else scene.article.dateline


def _group(scene: Scene, link: Link, start: int) -> Iterator[Claim]:
    """One title over several listed persons, named after them with its body or with the end of its body's name."""
    for end in range(start + 24, start + 3, -1):
        office = office_before(scene.text, end, start)
        if office is None or office.starts[0] - start < 2:
            continue
        body = _ending(scene, start, office.starts[0])
        if body is not None:
            fact = Post(
                person=link.entity, title=scene.text[office.starts[0] : end], of=body, held_on=scene.article.dateline
            )
            yield scene.claim(fact, (link.mention.start, end), "positions.group", round(0.85 * link.confidence, 3))
            return


def _ending(scene: Scene, start: int, end: int) -> str | None:
    """The organisation that `text[start:end]` names, in full or by the end of a name used before (专家团)."""
    words = scene.text[start:end]
    named = list(scene.within(0, end, "Company", "Institution", "Government"))
    exact = [n.entity for n in named if (n.mention.start, n.mention.end) == (start, end)]
    short = [n.entity for n in named if n.mention.end <= start and n.mention.surface.endswith(words)]
    found = exact or short
    return found[-1] if found else None


def _apposition(scene: Scene, bodies: Bodies, link: Link) -> Iterator[Claim]:
    """王某，某公司总经理，… and 王某（某公司总经理）, also behind sex, age and descent."""
    text, start = scene.text, link.mention.end
    if text[start : start + 2] in ("代表", "委员", "同志"):
        start += 2
    if text[start : start + 1] not in ("，", "（", "("):
        return
    start += 1
    while (biography := _BIOGRAPHY.match(text, start)) is not None:
        start = biography.end()
    close = re.compile(r"[，。；！？）)\n]").search(text, start, start + _REACH)
    if close is None:
        return
    for h in _spanning(scene, bodies, start, close.start()):
        if h.rule in ("named", "department", "anaphor", "chain"):
            now = scene.article.dateline or scene.article.issued
            fact, modality = tenure.post(link.entity, h.title, h.of, tenure.of_status(h.status), now)
            sure = round(h.sure * link.confidence * 0.9, 3)
            yield scene.claim(fact, (link.mention.start, close.start()), "positions.apposition", sure, modality)
