"""Company names: their grammar (place, brand, trade, legal form: 山东|骏达|金属科技|有限公司) and short forms."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from kg.text import gazetteer, lexicon
from kg.text.words import known, tagged

Alias = tuple[str, float]

_DIVISION_TAIL = re.compile(r"(?:壮族|回族|维吾尔)?(?:特别行政区|自治区|自治州|自治县|省|市|地区|盟|县|区|旗)$")
_INNER = re.compile(r"[（(]([^（）()]{1,12})[）)]")
_CLIPPED = (("新材料", "新材"), ("新能源", "新能"), ("医药", "药"), ("环境科技", "环科"), ("农业科技", "农科"))
"""Words of trade that newspapers clip in short names (某某新材料 → 某某新材)."""
_TYPES = frozenset(("集团", "股份", "控股", "总"))
_SHORTEST = 2
_FILL = "x" * _SHORTEST
_LONG_GROUP = 6
_LONGEST_PLACE = 11
_PREFIXES = ("province", "city", "county", "town", "zone")
_NAME_TAGS = frozenset({"nz", "nr", "nrt", "nrfg", "nt", "eng"})


class CompanyName(msgspec.Struct, frozen=True):
    """A company's name in its parts; each may be empty. `inner` is what stands in brackets (广诺（阳谷）…)."""

    place: str
    brand: str
    trade: tuple[str, ...]
    form: str
    inner: str = ""

    @property
    def limited(self) -> bool:
        """Whether the name ends with a legal form, and thus is a full one."""
        return form_kinds().get(self.form) == "limited"


def ordinary(word: str) -> bool:
    """Whether `word` is a common word (工商, 蓝天), not an unknown one or what the dictionary lists as a name."""
    pieces = tagged(word)
    return known(word) and len(pieces) == 1 and pieces[0][1] not in _NAME_TAGS


@cache
def form_kinds() -> dict[str, str]:
    """Each legal form (or last part that stands for one) with its kind: limited, group, plain, house."""
    return {form: kind for form, kind, *_ in lexicon.rows("company_forms")}


@cache
def trades() -> dict[str, str]:
    """Each word of trade: `firm` where brand + word is hardly anything but a company, else `word`."""
    return {word: strength for word, strength, *_ in lexicon.rows("trades")}


@cache
def known_companies() -> dict[str, str]:
    """Widely known companies: `sure`, or `context` where the name is an ordinary word or a product's brand too."""
    return {name: how for name, how, *_ in lexicon.rows("companies_known")}


@cache
def widely_known() -> dict[str, str]:
    """The widely known companies, groups also without the country before them (中国X集团, X集团)."""
    groups = (name for name in known_companies() if name.startswith("中国") and name.endswith("集团"))
    bare = {name.removeprefix("中国"): "sure" for name in groups if len(name) > _LONG_GROUP}
    return {**bare, **known_companies()}


@cache
def _form_at_end() -> re.Pattern[str]:
    forms = [form for form in lexicon.words("company_forms") if form_kinds()[form] != "house"]
    return re.compile("(?:" + "|".join(map(re.escape, forms)) + ")$")


@cache
def _longest_trade() -> int:
    return max(map(len, trades()))


@cache
def trade_endings() -> frozenset[str]:
    """The characters that words of trade end in: most words can be passed over by one look."""
    return frozenset(word[-1] for word in trades())


def split_trade(core: str) -> tuple[str, tuple[str, ...]]:
    """`core` as brand and the trade words that end it, always leaving a brand: 骏达金属科技 → 骏达, (金属, 科技).

    A core that is nothing but trade words has no brand: 金属科技 → "", (金属, 科技).
    """
    if core[-1:] not in trade_endings():
        return core, ()
    words, longest = trades(), _longest_trade()
    tail: list[str] = []
    rest = core
    while rest:
        size = next((n for n in range(min(longest, len(rest)), 0, -1) if rest[-n:] in words), 0)
        if not size or 0 < len(rest) - size < _SHORTEST:
            break
        tail.insert(0, rest[-size:])
        rest = rest[:-size]
    return rest, tuple(tail)


def _is_place(word: str) -> bool:
    """Whether `word` is a division in full or short form that a company's name may begin with."""
    places = gazetteer.load()
    if word in gazetteer.ordinary():
        return False
    return any(place.level in _PREFIXES for place in places.named(word)) or word in ("中国", "台湾", "香港", "澳门")


def place_prefix(name: str) -> str:
    """The divisions that begin a company's name: 山东聊城 of 山东聊城…, 东阿县 of 东阿县…, "" where none does."""
    return "".join(_pieces(name))


def _pieces(name: str) -> list[str]:
    """The places at the beginning of `name`, each in full or short form, leaving at least two characters."""
    pieces: list[str] = []
    rest = name
    while True:
        sizes = range(min(_LONGEST_PLACE, len(rest) - _SHORTEST), 1, -1)
        size = next((n for n in sizes if _is_place(rest[:n])), 0)
        if not size:
            return pieces
        pieces.append(rest[:size])
        rest = rest[size:]


def parse(name: str) -> CompanyName:
    """A company's name, full or short, in its parts.

    >>> parse("山东骏达金属科技有限公司")
    CompanyName(place='山东', brand='骏达', trade=('金属', '科技'), form='有限公司', inner='')
    """
    hit = _form_at_end().search(name)
    form = name[hit.start() :] if hit and hit.start() else ""
    core = name[: len(name) - len(form)]
    bracket = _INNER.search(core)
    inner = bracket.group(1) if bracket else ""
    core = _INNER.sub("", core).strip('“”"·（）()')
    place = place_prefix(core)
    brand, trade = split_trade(core[len(place) :])
    while trade and trade[-1] in _TYPES and form:
        form, trade = trade[-1] + form, trade[:-1]
    if not brand and place and trade:
        place, brand = "", place  # 北京汽车, 长春客车: the place serves as brand
    return CompanyName(place=place, brand=brand.strip('“”"'), trade=trade, form=form, inner=inner)


def aliases(full_name: str) -> tuple[Alias, ...]:
    """How newspapers shorten `full_name`, each with how usual it is, the most usual first.

    Never a bare place or a bare word of trade: either would turn half a page into mentions.

    >>> aliases("山东骏达金属科技有限公司")[:3]
    (('山东骏达金属科技', 0.97), ('骏达金属科技', 0.95), ('骏达科技', 0.9))
    """
    parts = parse(full_name)
    weights: dict[str, float] = {}
    for alias, weight in _candidates(parts):
        if alias != full_name and _usable(alias, parts):
            weights[alias] = max(weight, weights.get(alias, 0.0))
    return tuple(sorted(weights.items(), key=lambda item: (-item[1], -len(item[0]), item[0])))


def _candidates(parts: CompanyName) -> list[Alias]:
    place, brand, trade, form = parts.place, parts.brand, parts.trade, parts.form
    whole = "".join(trade)
    found: list[Alias] = [(place + brand + whole, 0.97), (brand + whole, 0.95)]
    trade = tuple(atom for word in trade for atom in _atoms(word))
    if trade:
        found += [(brand + trade[-1], 0.9), (brand + trade[0], 0.85)]
    if len(trade) > 1:
        found += [(brand + "".join(trade[:-1]), 0.8)]
    for long, short in _CLIPPED:
        if whole.endswith(long):
            found.append((brand + whole.removesuffix(long) + short, 0.9))
    if form and place:
        found.append((brand + whole + form, 0.96))
    for shorter in _shortened(place):
        found += [(shorter + brand + whole + form, 0.96), (shorter + brand + whole, 0.93), (shorter + brand, 0.55)]
    if "集团" in form:
        found += [(brand + "集团", 0.93), (place + brand + "集团", 0.93), (brand + whole + "集团", 0.93)]
        found += [(brand + "集团公司", 0.9), (place + brand + whole + "集团", 0.93)]
    if "股份" in form:
        found += [(brand + "股份", 0.9), (brand + whole + "股份", 0.9)]
    if parts.inner:
        found += [(brand + whole + form, 0.9), (parts.inner + brand + whole, 0.7), (parts.inner + brand, 0.5)]
    found += [(brand + whole + "公司", 0.85), (brand + "公司", 0.8), (brand, 0.75 if len(brand) > _SHORTEST else 0.6)]
    found += [(place + brand, 0.6), (place + brand + whole + "公司", 0.85), (place + brand + "公司", 0.75)]
    return found


def _atoms(word: str) -> tuple[str, ...]:
    """A word of trade that is made of two, as the two: 农业科技 → 农业, 科技; any other as it is."""
    cuts = (cut for cut in range(_SHORTEST, len(word) - 1) if word[:cut] in trades() and word[cut:] in trades())
    cut = next(cuts, 0)
    return (word[:cut], word[cut:]) if cut else (word,)


def _shortened(place: str) -> list[str]:
    """东阿县 → 东阿; 山东省聊城市 → 山东聊城, 山东, 聊城市, 聊城; nothing for a place that is short already."""
    if not place:
        return []
    words = _pieces(place + _FILL)
    bare = [_DIVISION_TAIL.sub("", word) if len(word) > _SHORTEST else word for word in words]
    forms = {"".join(bare), *bare, *words, ""} - {place}
    return sorted(form for form in forms if form)


def _usable(alias: str, parts: CompanyName) -> bool:
    if len(alias) < _SHORTEST or not parts.brand or alias == parts.place:
        return False
    if alias in trades() or alias in _shortened(parts.place) or alias in form_kinds():
        return False
    if _is_place(alias) or (alias == parts.brand and ordinary(alias)):
        return False
    brand, _ = split_trade(alias)
    return bool(brand)
