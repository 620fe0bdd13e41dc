"""The colours of every page and picture, once: pages get them as CSS variables, figures by name when drawn.

A figure names a colour "@data"; the page's script (or `paint`, where there is no page) puts the colour of the
scheme in its place, so that dark needs no second figure.
"""

from collections.abc import Mapping
from typing import Any

LIGHT = {
    "paper": "#FFFFFF",
    "ground": "#F4F6F7",
    "ink": "#17212B",
    "muted": "#4B5865",
    "edge": "#6E7B88",
    "line": "#D3DAE0",
    "hatch": "#C3CCD4",
    "link": "#0A5587",
    "data": "#1D4E79",
    "context": "#66727E",
    "drift": "#9C4A00",
    "error": "#A4262C",
    "down-1": "#FCEBDC",
    "down-2": "#F6C9A0",
    "down-3": "#E79A56",
    "up-1": "#E1EDF6",
    "up-2": "#B3D2E9",
    "up-3": "#7DB1D8",
    "data-band": "rgba(29, 78, 121, 0.16)",
    "context-band": "rgba(102, 114, 126, 0.1)",
    "drift-band": "rgba(156, 74, 0, 0.12)",
    "none": "rgba(0, 0, 0, 0)",
}

DARK = {
    "paper": "#171C22",
    "ground": "#0F1318",
    "ink": "#E9EDF1",
    "muted": "#AAB5C0",
    "edge": "#7F8B98",
    "line": "#323B45",
    "hatch": "#46515D",
    "link": "#8CC1EC",
    "data": "#9CC8EE",
    "context": "#919DA9",
    "drift": "#F2A765",
    "error": "#F5A19B",
    "down-1": "#3A2818",
    "down-2": "#653D1A",
    "down-3": "#8F531C",
    "up-1": "#1A2D3D",
    "up-2": "#1F4763",
    "up-3": "#2A6289",
    "data-band": "rgba(156, 200, 238, 0.2)",
    "context-band": "rgba(145, 157, 169, 0.12)",
    "drift-band": "rgba(242, 167, 101, 0.16)",
    "none": "rgba(0, 0, 0, 0)",
}


def css(tokens: Mapping[str, str]) -> str:
    """The colours as declarations of CSS variables."""
    return "\n".join(f"--{name}: {colour};" for name, colour in tokens.items())


def theme() -> str:
    """What a style sheet begins with: the colours in light, on paper too, and in dark."""
    return (
        f":root, .on-paper {{\n{css(LIGHT)}\n}}\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n:root {{\n{css(DARK)}\n}}\n}}\n"
    )


def paint(figure: Any, tokens: Mapping[str, str]) -> Any:
    """The figure with colours in place of their names; only keys that hold colours are touched."""
    if isinstance(figure, list):
        return [paint(part, tokens) for part in figure]
    if isinstance(figure, dict):
        return {key: _painted(key, value, tokens) for key, value in figure.items()}
    return figure


def _painted(key: str, value: Any, tokens: Mapping[str, str]) -> Any:
    if key.endswith("color") and isinstance(value, str) and value.startswith("@"):
        return tokens[value[1:]]
    if key.endswith("color") and isinstance(value, list):
        return [_painted(key, part, tokens) for part in value]
    return paint(value, tokens)
