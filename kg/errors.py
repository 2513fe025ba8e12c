"""The errors that `kg` raises on purpose, one tree.

* KgError                  anything below; the command line turns it into a message and exit status 2
  + ConfigError            kg.toml, an option or an optional package is not as it should be
  + ReadError              one input cannot be read; names the source; the rest of the build goes on
  + RecordError            a record file is broken; names file, line and place in the record
  + NotBuilt               an output is missing or of another version: run `kg build`
  + UnknownName            nobody in the graph has this name; carries the nearest names (exit status 1)
  + UnknownStatement       the graph says nothing of the kind; carries what it says instead (exit status 1)
  + AmbiguousName          several entities have this name; carries the candidates (exit status 1)
  + QueryError             a SPARQL query is malformed; says where

`str(error)` is a sentence in English for whoever programs; the command line says the same in the user's language.
"""

from __future__ import annotations


class KgError(Exception):
    """Base of every error that a user can act on. `zh` is the message in Chinese, for the command line."""

    def __init__(self, message: str, zh: str | None = None) -> None:
        super().__init__(message)
        self.zh = zh or message

    def __reduce__(self) -> tuple[object, ...]:
        # errors cross from worker processes, where Exception would rebuild them from the message alone
        return _rebuilt, (type(self), self.args, self.__dict__)


def _rebuilt(kind: type[KgError], args: tuple[object, ...], state: dict[str, object]) -> KgError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(state)
    return error


class ConfigError(KgError):
    """A setting, an option or an optional package is wrong; the message says which and where."""


class ReadError(KgError):
    """One input cannot be read. `source` is its name, `reason` the cause in Chinese, as `rejects.jsonl` has it; the
    message says it in English where it is given.
    """

    def __init__(self, source: str, reason: str, english: str | None = None) -> None:
        super().__init__(f"{source}: {english or reason}")
        self.source = source
        self.reason = reason


class RecordError(KgError):
    """A stored record does not fit its schema; the message names file, line and path in the record."""


class NotBuilt(KgError):
    """The output folder lacks what a query needs. `what` is the file, and what is wrong with it."""

    def __init__(self, what: str) -> None:
        super().__init__(f"no usable graph ({what}); run `kg build` or kg.build() first")
        self.what = what


class UnknownName(KgError):
    """No entity bears the name. `nearest` holds the closest names that exist, best first."""

    def __init__(self, name: str, nearest: tuple[str, ...] = ()) -> None:
        hint = f"; nearest names: {', '.join(nearest)}" if nearest else ""
        super().__init__(f"nobody in the graph is called {name!r}{hint}")
        self.name = name
        self.nearest = nearest


class UnknownStatement(KgError):
    """The graph holds no such statement. `others` are statements near to it, as (id, words)."""

    def __init__(self, wanted: str, others: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(f"the graph has no such statement: {wanted}{_listed('; what there is', others)}")
        self.wanted = wanted
        self.others = others


class AmbiguousName(KgError):
    """Several entities bear the name. `candidates` are their ids with a readable label each."""

    def __init__(self, name: str, candidates: tuple[tuple[str, str], ...]) -> None:
        super().__init__(f"{name!r} may be several things; name one by its id{_listed('', candidates)}")
        self.name = name
        self.candidates = candidates


class QueryError(KgError):
    """A query is malformed or asks for what is not there; the message says where and why."""


def _listed(head: str, rows: tuple[tuple[str, str], ...]) -> str:
    return f"{head}: {'; '.join(f'{id} ({words})' for id, words in rows)}" if rows else ""
