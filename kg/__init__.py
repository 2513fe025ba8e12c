"""Chinese newspapers into a knowledge graph in which every fact keeps its sentence.

>>> import kg
>>> kg.build("seeds")                      # doctest: +SKIP
>>> kg.load().neighbors("海铜新材")         # doctest: +SKIP
>>> kg.mentions("高唐县县长到企业调研。")    # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.config import Config
    from kg.errors import KgError
    from kg.graph import Graph, build, load
    from kg.passage import mentions

__all__ = ["Config", "Graph", "KgError", "build", "load", "mentions"]

_HOME = {
    "Config": "kg.config",
    "Graph": "kg.graph",
    "KgError": "kg.errors",
    "build": "kg.graph",
    "load": "kg.graph",
    "mentions": "kg.passage",
}


def __getattr__(name: str) -> Any:
    # the command line starts in a few milliseconds because nothing is imported before it is asked for
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
