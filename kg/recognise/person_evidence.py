"""What stands around a name: titles and callings before it, verbs and brackets after it, and the role they show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, cast

from kg.model.mention import Role
from kg.text import lexicon

_LONGEST = 9


class Evidence(NamedTuple):
    """How strongly (natural log of odds) a context speaks for a name, and the role it shows."""

    weight: float
    role: Role | None = None
    rule: str = ""


NOTHING = Evidence(0.0)
_TITLE, _CALLING, _GROUP, _NAMED, _OF_TITLE = 5.0, 4.5, 2.5, 4.5, 3.0
_GROUPS = re.compile(
    "专家|学者|代表|干部|群众|[职员社]工|工人|大?学生|游客|市民|青年|教师|老师|医生|官兵|战士|志愿者|[党队会社学]员|顾客|消费者|家长"
    "|旅客|商户|农户|英雄|领导|将军|网友|同学|负责人|工作人员|技术员|选手|农民|编辑|导师"
)
"""Said of many at once as often as of one: 专家齐聚, 群众高兴."""
_PART_OF_PLACE = -7.0
_PLACE_END = re.compile(
    r"(?:自然|新|后|前|东|西|南|北)?[村镇乡屯寨](?!民|里|长|书记|支书|委|支部|党|医|干部)|[路街河湖岛桥]|县|市(?!民|长|委)"
)
"""Behind what looks like a name it makes it the beginning of a place's."""
_NAMED_AS = ("名叫", "姓名", "叫做", "名为", "叫作", "作者", "文/", "图/", "文|", "摄影")
_BEFORE = frozenset("由请给让跟随找访")
_BRACKET = re.compile(
    r" ?[（(](?:[男女左右中前后图一二三四五六七八九十排起者]{1,6}|化名|[^（）()]{0,12}(?:摄|供图|图))[，、）)]"
    r"|，(?:男|女|汉族|[0-9]{2}岁|今年[0-9]{2}岁|1[89][0-9]{2}年)"
)
_DELEGATE = re.compile(r"(?:代表|委员)（[^（）]{2,40}(?:[长员席师家]|书记|主任|教授|经理|总监|主委|负责人|代表)）")
"""某某代表（某公司董事长）: how papers name the speakers of the congresses."""
_PAST = re.compile(
    r"(?:[夏商周秦汉晋隋唐宋元明清](?:朝|代)|春秋|战国|三国|古代|民国|南北朝|西汉|东汉|北宋|南宋|晚清|清末|《[^》]{1,12}》中)"
    r"[^。！？]{0,12}$"
)


@cache
def titles() -> Mapping[str, Role]:
    """Every office and calling with the role that it shows."""
    found = {row[0]: cast(Role, row[1]) for row in lexicon.rows("callings")}
    found.update({row[0]: cast(Role, row[2]) for row in lexicon.rows("titles")})
    return found


@cache
def _offices() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon.rows("titles"))


@cache
def _verbs() -> Mapping[str, float]:
    return {row[0]: float(row[1]) for row in lexicon.rows("person_verbs")}


def title_before(text: str, end: int) -> str | None:
    """The longest office or calling that ends at `end`: 副局长 before 赵巧."""
    known = titles()
    for size in range(min(_LONGEST, end), 1, -1):
        if text[end - size : end] in known:
            return text[end - size : end]
    return None


def title_after(text: str, start: int) -> str | None:
    """The longest office or calling that begins at `start`: 书记 in 张书记, who stays unnamed."""
    known = titles()
    for size in range(4, 1, -1):
        if text[start : start + size] in known:
            return text[start : start + size]
    return None


def before(text: str, start: int) -> Evidence:
    """What the words before a name that begins at `start` say for it."""
    at = start
    while at > 0 and text[at - 1] == " ":
        at -= 1
    title = title_before(text, at)
    if title is not None:
        weight = _GROUP if _GROUPS.fullmatch(title) else _TITLE if title in _offices() else _CALLING
        return Evidence(weight, titles()[title], "title")
    if at > 2 and text[at - 1] == "的" and (title := title_before(text, at - 1)) is not None:
        return Evidence(_OF_TITLE, titles()[title], "title")
    if text.endswith(_NAMED_AS, 0, at):
        return Evidence(_NAMED, None, "named")
    if at == 0 or text[at - 1] in "。！？\n":
        return Evidence(0.7)
    if _PAST.search(text, max(0, at - 24), at):
        return Evidence(2.0, "historical", "past")
    if text[at - 1] in "，；：、（“”》—■□":
        return Evidence(0.5)
    return Evidence(1.0) if text[at - 1] in _BEFORE else NOTHING


def after(text: str, end: int) -> Evidence:
    """What the words after a name that ends at `end` say for it."""
    if _PLACE_END.match(text, end):
        return Evidence(_PART_OF_PLACE)
    if _DELEGATE.match(text, end):
        return Evidence(8.0, None, "bracket")
    if _BRACKET.match(text, end):
        return Evidence(4.0, None, "bracket")
    known = _verbs()
    for size in (5, 4, 3, 2, 1):
        weight = known.get(text[end : end + size])
        if weight is not None:
            return Evidence(weight, "journalist" if text[end] == "摄" else None, "verb" if weight >= 3 else "")
    if end == len(text) or text[end] in "，。、；：！？（）”\n ":
        return Evidence(0.5)
    return NOTHING
