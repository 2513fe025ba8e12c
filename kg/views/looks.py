"""How each type of entity looks: shape, colour and size together, so that the picture reads without colour too."""

from __future__ import annotations

import math
from typing import Literal

import msgspec

from kg.model.mention import Type

Shape = Literal["dot", "square", "diamond", "triangle", "triangleDown", "star", "hexagon"]

FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Heiti SC", sans-serif'
"""A canvas takes no font from the style sheet: the stack goes to vis-network as `font.face`."""


class Look(msgspec.Struct, frozen=True):
    """The mark of one type: two types that share a shape differ strongly in hue."""

    shape: Shape
    light: str
    """Fill on a light ground."""
    dark: str
    """Fill on a dark ground."""
    size: int
    """Radius of a node with one fact."""


LOOKS: dict[Type, Look] = {
    "Company": Look("square", "#2f6db5", "#6ea8ea", 9),
    "Government": Look("hexagon", "#b23a3a", "#ec7f78", 10),
    "Institution": Look("hexagon", "#1f8a83", "#56c7bd", 10),
    "Person": Look("dot", "#d9822b", "#f2a75c", 7),
    "Place": Look("diamond", "#47803a", "#86c275", 12),
    "Park": Look("diamond", "#9a9a24", "#c9c95a", 9),
    "Cluster": Look("star", "#7448a8", "#b48fe6", 11),
    "Chain": Look("triangle", "#3f4fa3", "#8e9cf0", 10),
    "Industry": Look("triangleDown", "#a64d9a", "#df8ed3", 10),
    "Product": Look("triangleDown", "#2a9bc4", "#63c9ee", 8),
    "Project": Look("triangle", "#c94f6d", "#f28aa4", 9),
    "Event": Look("dot", "#8a6d4b", "#c5a67f", 8),
    "Honor": Look("star", "#c79a0a", "#f0cb4a", 10),
    "Policy": Look("square", "#6b7480", "#a5b0bd", 8),
}


def radius(kind: Type, degree: int) -> float:
    """Radius of a node of type `kind` with `degree` facts: its area grows with what is known of it, up to a bound."""
    return round(min(LOOKS[kind].size + 2.2 * math.sqrt(max(0, degree - 1)), 34), 1)
