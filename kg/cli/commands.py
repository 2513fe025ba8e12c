"""One function per command: call the library, print what it answers, return the exit status."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kg.cli import draw
from kg.cli.language import english
from kg.cli.messages import say
from kg.errors import ConfigError

Answer = TypeVar("Answer")


def build(options: Namespace) -> int:
    """`kg build`; exit status 3 where an input was rejected, also where none was left and nothing was published."""
    import msgspec

    from kg import config, resources
    from kg.cli.progress import progress
    from kg.stages import build as run

    paths = options.paths or [Path("seeds") if Path("seeds").is_dir() else resources.seeds()]
    settings = config.load(options.config)
    if options.min_confidence is not None:
        settings = msgspec.structs.replace(settings, min_confidence=options.min_confidence)
    with progress(enabled=not options.quiet and not options.json and sys.stderr.isatty()) as tell:
        summary = run(paths, options.output, settings, jobs=options.jobs, progress=tell)
    refused = [reject for reject in summary.rejects if reject.stage == "read"]
    for reject in refused:
        print(say("rejected", source=reject.source, reason=reason(reject.reason)), file=sys.stderr)
    if not summary.published:
        print(say("unpublished", output=options.output), file=sys.stderr)
    if options.json:
        draw.as_json(summary)
    elif summary.published and not options.quiet:
        draw.summary(summary)
    return 3 if refused else 0


def neighbors(options: Namespace) -> int:
    """`kg neighbors`."""
    from kg.query.index import Index
    from kg.query.neighbours import neighbours

    with Index(options.output) as index:
        found = neighbours(index, options.name, options.hops, options.type, options.relation, options.limit)
    _answer(options, found, draw.neighbourhood)
    return 0


def show(options: Namespace) -> int:
    """`kg show`."""
    from kg.query.index import Index
    from kg.query.neighbours import card

    with Index(options.output) as index:
        _answer(options, card(index, options.name), draw.card)
    return 0


def why(options: Namespace) -> int:
    """`kg why`."""
    from kg.cli.labels import relation
    from kg.query.index import Index
    from kg.query.why import why as ask

    words = options.statement
    if len(words) not in (1, 3):
        raise ConfigError(
            "kg why takes a statement's id, or SUBJECT RELATION OBJECT", "kg why 需要一个事实编号，或 主体 关系 客体"
        )
    with Index(options.output) as index:
        found = ask(index, words[0]) if len(words) == 1 else ask(index, words[0], relation(words[1]), words[2])
    _answer(options, found, draw.why)
    return 0


def search(options: Namespace) -> int:
    """`kg search`; exit status 1 where nothing is found."""
    from kg.query.index import Index
    from kg.query.search import search as ask

    with Index(options.output) as index:
        found = ask(index, options.text, options.limit)
    _answer(options, found, draw.hits)
    if not found and not options.json:
        print(say("nothing", text=options.text), file=sys.stderr)
    return 0 if found else 1


def path(options: Namespace) -> int:
    """`kg path`; exit status 1 where there is none."""
    from kg.query.index import Index
    from kg.query.paths import path as ask

    with Index(options.output) as index:
        found = ask(index, options.a, options.b)
    _answer(options, found, draw.trail)
    return 0 if found.found else 1


def stats(options: Namespace) -> int:
    """`kg stats`."""
    from kg.query.index import Index
    from kg.query.stats import stats as ask

    with Index(options.output) as index:
        _answer(options, ask(index), draw.stats)
    return 0


def sparql(options: Namespace) -> int:
    """`kg sparql`."""
    from kg.query import sparql as ask

    form = options.format or ("json" if options.json else None)
    results = ask.query(options.output, _argument(options.query))
    if form is None:
        form = "turtle" if ask.is_graph(results) else "table"
    if form == "table":
        draw.table(*ask.table(results))
    else:
        print(ask.serialised(results, form), end="")
    return 0


def validate(options: Namespace) -> int:
    """`kg validate`; exit status 1 where the graph does not conform."""
    from kg.query.validate import validate as ask

    found = ask(options.output)
    _answer(options, found, draw.report)
    return 0 if found.conforms else 1


def export_graph(options: Namespace) -> int:
    """`kg export`."""
    from kg.export import formats

    text = formats.convert(options.output, options.format, options.to)
    if options.to is None:
        print(text, end="")
    elif options.json:
        draw.as_json({"format": options.format, "path": str(options.to)})
    else:
        print(say("wrote", path=options.to), file=sys.stderr)
    return 0


def mentions(options: Namespace) -> int:
    """`kg mentions`."""
    from kg.passage import mentions as ask

    _answer(options, ask(_argument(options.text), home=options.home), draw.mentions)
    return 0


def evaluate(options: Namespace) -> int:
    """`kg eval`."""
    from kg.evaluate import gold
    from kg.evaluate.score import score
    from kg.query.index import Index

    annotated = [gold.read(path) for path in options.gold]
    with Index(options.output) as index:
        board = score(index, annotated)
    if options.misses:
        rows = ("\t".join((m.document, m.verdict, m.what, m.detail)) + "\n" for m in board.misses)
        options.misses.write_text("".join(rows), encoding="utf-8")
    _answer(options, board, lambda found: draw.scoreboard(found, misses=options.misses is None))
    return 0


def annotate(options: Namespace) -> int:
    """`kg annotate`; JSON whether `--json` is given or not, since that is the format of an annotation."""
    from kg.evaluate.draft import draft
    from kg.query.index import Index

    with Index(options.output) as index:
        draw.as_json(draft(index, options.page))
    return 0


def completion(options: Namespace) -> int:
    """`kg completion`."""
    from argcomplete.shell_integration import shellcode

    script = shellcode(["kg"], shell=options.shell)
    _answer(options, {"shell": options.shell, "script": script}, lambda _: print(script))
    return 0


def reason(text: str) -> str:
    """Why an input cannot be read, in the user's language."""
    from kg.read import reasons

    return reasons.english(text) if english() else text


def _answer(options: Namespace, found: Answer, drawn: Callable[[Answer], None]) -> None:
    if options.json:
        draw.as_json(found)
    else:
        drawn(found)


def _argument(text: str) -> str:
    """An argument's own text, the text of `@file`, or for `-` that of standard input, in any encoding of pages."""
    from kg.read import reasons
    from kg.read.decode import Undecodable, decode

    if text != "-" and not text.startswith("@"):
        return text
    source = "-" if text == "-" else text[1:]
    try:
        data = sys.stdin.buffer.read() if text == "-" else Path(source).read_bytes()
        return decode(data).text
    except OSError as error:
        raise reasons.refusal(source, reasons.UNREADABLE if Path(source).exists() else reasons.MISSING) from error
    except Undecodable as error:
        raise reasons.refusal(source, str(error)) from error
