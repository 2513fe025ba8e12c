"""What stands behind a number: the noun that it counts, whose noun that is, and what is said of it."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from kg.extract.clause_shape import agentive
from kg.extract.phrases import generic, noun
from kg.model.page import Span
from kg.text import lexicon, words
from kg.text.quantities import Quantity

QUOTES = str.maketrans("", "", "“”‘’\"' ")
_TOWARDS = ("与", "同", "和", "向", "从", "由", "对", "给")
_TIMES = ("每天", "每日", "每周", "每月", "每年", "一年", "一天", "全年", "年")
_SIZES = ("占地", "价值", "总值", "年产", "日产", "总价", "造价")
_LASTS = ("为期", "历时", "长达")
_OFTEN = ("次", "轮", "趟", "遍", "回")
_UNCOUNTED = frozenset({"rate", "rank", "multiple", "point", "index", "fraction", "temperature", "age"})
_PREDICATED = frozenset({"count", "area", "bare", "volume"})
_MEASURES = tuple("能值量率额数资收价费本比税")
_SAID = re.compile(r"(?!、)[^，。；：！？…\n《》\d]{0,26}")
_MODIFIES = re.compile(r"[重长高宽深厚]的|[^，。；：、的\d]{1,8}的(?=[^，。；：\d]*(?:起步|开始|出发))")
_MEASURED = re.compile(
    r"[^，。；：、]{3,24}?(?:达到?|超过?|突破|增长|约|逾|接近|为|[到至]|下降|上升|提高|降低)+(?:了|近|约)*"
)
_REACHES = re.compile(r"达到?|保持在|超过?|突破")
_OTHERS = re.compile(r"的([^，。；：、\d]{2,8})")
ATTRIBUTE = re.compile(r".*(?:是一[个家座]|成长为|成为|蜕变为|打造成为?|建成|转型为)(?=.)")


@cache
def _verbs(how: str) -> tuple[str, ...]:
    return tuple(row[0] for row in lexicon.rows("count_verbs") if row[1] == how)


class Behind(msgspec.Struct, frozen=True, kw_only=True):
    """The words from `end` (behind number and range) to the end of the `clause`.

    `following` is where the next number or foreign name begins, `name` where a name stands right behind.
    """

    text: str
    quantity: Quantity
    end: int
    clause: int
    following: int
    name: Span | None

    def metric(self, lead: str, is_one: bool) -> str:
        """`lead`, the words before the number, with what is counted; "" where the two make no measure of their own.

        `is_one`: the clause says what its subject is (是一家注册资本40万元的企业).
        """
        kind = self.quantity.kind
        if self.text.startswith("的", self.end) and lead and kind != "count":
            return self._owning(lead, is_one)
        if kind == "group":
            return _joined(lead, noun(self.text, self.end + 1, self.clause).removesuffix("之一"))
        if kind == "time" and lead.endswith("连续"):
            other = self.following < self.clause and _REACHES.search(self.text, self.end, self.following)
            return "" if other else lead + self._said(self.end, 26)
        if self._of_other(lead):
            return ""
        if lead in _TOWARDS:
            said = self._predicate(self.end, 18)
            return lead + said if said else ""
        if kind == "rate" and not lead:
            share = noun(self.text, self.end, self._limit())
            said = self._predicate(self.end + len(share), 12) if share else ""
            return share + said if said else ""
        return self._counting(lead)

    def _counting(self, lead: str) -> str:
        kind, acts = self.quantity.kind, _acts(lead)
        right = "" if kind in _UNCOUNTED and len(lead) > 2 and not acts else self._noun(acts)
        others = _OTHERS.match(self.text, self.end + len(right)) if right and acts else None
        if others and agentive(others[1]):
            return ""
        often = (self.quantity.unit or "").endswith(_OFTEN)
        bare = (len(lead) < 2 or lead in _TIMES) and kind in _PREDICATED
        if bare and often:
            right = self._predicate(self.end, 16) or right
        elif bare and (not right or generic(right)):
            right += self._predicate(self.end + len(right), 12)
        if not right and kind == "count" and not often and _wants(lead):
            return ""
        return _joined(lead, right)

    def _of_other(self, lead: str) -> bool:
        """4间平房的农药厂起步, 8个集群产值突破3亿元, 一半是…, 5.2万户20万人: the number alone says nothing."""
        kind = self.quantity.kind
        if _MODIFIES.match(self.text, self.end):
            return True
        if self.following < self.clause and _MEASURED.fullmatch(self.text, self.end, self.following):
            return True
        if kind == "fraction" and not lead and self.text.startswith(("是", "的", "在"), self.end):
            return True
        return self.following == self.end and kind == "count" and _acts(lead)

    def _limit(self) -> int:
        return min(self.clause, self.following) if self.following > self.end else self.clause

    def _noun(self, acts: bool) -> str:
        if self.name is None:
            return noun(self.text, self.end, self._limit(), acts)
        last = self.name[1]
        more = "" if self.text.startswith("的", last) else noun(self.text, last, self._limit())
        return self.text[self.end : last].translate(QUOTES) + more

    def _owning(self, lead: str, is_one: bool) -> str:
        """增加20%的工资补贴 measures the subsidy; 总价3亿元的林场 tells of the farm, and of nobody named here."""
        following = noun(self.text, self.end, self._limit())
        if following and lead.endswith(_LASTS):
            return following + lead[-2:]
        named = ATTRIBUTE.sub("", lead)
        if named != lead or not following or is_one:
            return named
        if lead.endswith(_SIZES):
            return ""
        gives = words.tagged(lead)[-1][1] in ("v", "vn") or lead.endswith(("增加", "获得", "达到"))
        return lead + following if gives else ""

    def _said(self, start: int, longest: int) -> str:
        hit = _SAID.match(self.text, start, max(start, self.clause))
        said = (hit[0] if hit else "").translate(QUOTES).strip("的，、")
        return said if len(said) <= longest else ""

    def _predicate(self, start: int, longest: int) -> str:
        """(1041亩)改造完毕: what is said of the number where no noun stands behind it."""
        said = self._said(start, longest)
        return said if any(tag[0] == "v" for _, tag in words.tagged(said)) else ""


def _joined(lead: str, right: str) -> str:
    return lead if right and lead.endswith(right) else lead + right


def _acts(lead: str) -> bool:
    """Whether the words before a number end in a verb that governs what it counts: 完成, 新建."""
    last = words.tagged(lead)[-1:]
    return bool(last) and last[0][1] == "v" and last[0][0] not in ("有", "是", "为")


def _wants(lead: str) -> bool:
    """Whether only a verb stands before a count that no noun follows: 新增(14个), 剩下(6户)."""
    tokens = words.tagged(lead)
    if not tokens or tokens[-1][1] != "v" or lead.endswith(_MEASURES) or lead in _verbs("alone"):
        return False
    if len(tokens) == 1:
        return len(lead) == 2 or lead.startswith(_verbs("object"))
    if tokens[0][1] == "p":
        verb = next((place for place, (_, tag) in enumerate(tokens) if tag == "v"), len(tokens))
        tokens = tokens[verb:]
    return not any(tag[0] in "nljb" for _, tag in tokens)
