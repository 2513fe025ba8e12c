"""Which offices can be whose: no 局长 of a county, no 总经理 of a town."""

from __future__ import annotations

import re

from kg.model.mention import Entity, Level, Type
from kg.text.titles import Office

LEVELS: dict[str, tuple[Level, ...]] = {
    "省": ("province",), "市": ("city",), "县": ("county",), "区": ("county",), "州": ("city",), "旗": ("county",),
    "镇": ("town",), "乡": ("town",), "街道": ("town",), "村": ("village",), "社区": ("village",),
}  # fmt: skip
"""The levels that a class word of divisions may mean."""
ORGANISATIONS: tuple[Type, ...] = ("Company", "Government", "Institution", "Park")
_LOW_LEVEL = re.compile(r"街道|社区|[镇乡村]")


def allowed(office: Office, title: str, entity: Entity) -> bool:
    """Whether an office of this kind can be one of this entity: no 局长 of a county, no 总经理 of a town."""
    place = entity.type == "Place"
    low = _LOW_LEVEL.match(title)
    if place and low and entity.level not in LEVELS[low.group()]:
        return False
    if not place and entity.type not in ORGANISATIONS:
        return False
    match office.body:
        case "country":
            return (place and entity.level == "country") or entity.type == "Government"
        case "place":
            return (place and entity.level not in ("country", "geo")) or entity.name.endswith(("政府", "村", "社区"))
        case "party":
            return not place or entity.level not in ("country", "geo")
        case "government" | "institution" | "company":
            return not place
        case _:
            village = place and re.match(r"(?:村|社区|居委)", title) is not None
            return not place or village or (entity.level == "country" and office.core.endswith("主席"))
