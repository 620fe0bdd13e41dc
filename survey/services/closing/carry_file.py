"""The engine's memory as bytes and back, to the last bit; reading makes nothing but the engine's own classes."""

import base64
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

if TYPE_CHECKING:
    from analysis.drift.carry import Carry

FORMAT = "aloft.carry/1"


def to_bytes(carry: "Carry") -> bytes:
    return json.dumps({"format": FORMAT, "carry": _plain(carry)}, separators=(",", ":")).encode()


def from_bytes(content: bytes) -> "Carry":
    """Raises ValueError for what `to_bytes` did not write."""
    from analysis.drift.carry import Carry  # noqa: PLC0415 -- weight

    document = json.loads(content)
    if document.get("format") != FORMAT:
        raise ValueError(f"got a memory of format {document.get('format')!r}; wanted {FORMAT!r}")
    carry = _value(document["carry"], dict(_classes(Carry)))
    if not isinstance(carry, Carry):
        raise ValueError(f"got {type(carry).__name__}; wanted the engine's memory")  # noqa: TRY004 -- a wrong file
    return carry


def _plain(value: Any) -> Any:
    import numpy as np  # noqa: PLC0415 -- weight

    if is_dataclass(value):
        parts = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {"class": type(value).__name__, "parts": parts}
    if isinstance(value, np.ndarray):
        content = base64.b64encode(np.ascontiguousarray(value).tobytes()).decode()
        return {"array": value.dtype.str, "shape": value.shape, "bytes": content}
    if isinstance(value, tuple):
        return {"tuple": [_plain(one) for one in value]}
    if isinstance(value, frozenset):
        return {"set": sorted(_plain(one)["tuple"] for one in value)}
    return value.item() if isinstance(value, np.generic) else value


def _value(plain: Any, classes: dict[str, type]) -> Any:
    import numpy as np  # noqa: PLC0415 -- weight

    match plain:
        case {"class": name, "parts": parts}:
            return classes[name](**{key: _value(part, classes) for key, part in parts.items()})
        case {"array": dtype, "shape": shape, "bytes": content}:
            return np.frombuffer(base64.b64decode(content), dtype=dtype).reshape(shape).copy()
        case {"tuple": parts}:
            return tuple(_value(part, classes) for part in parts)
        case {"set": parts}:
            return frozenset(tuple(part) for part in parts)
    return plain


def _classes(wanted: type) -> Iterator[tuple[str, type]]:
    """The class and those of its parts, by name."""
    yield wanted.__name__, wanted
    for hint in get_type_hints(wanted).values():
        for part in (hint, *get_args(hint)):
            if isinstance(part, type) and is_dataclass(part):
                yield from _classes(part)
