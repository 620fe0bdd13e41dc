"""Public statistics say what goes in, what comes out, and in which shape."""

import dataclasses
import doctest
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator

import pytest
from _pytest.mark.structures import ParameterSet

import analysis

INNER = {
    "analysis.columns": "checks of the values that come in; no statistics",
    "analysis.answer_rows": "a step of scoring",
    "analysis.item_effects.sum_items": "a step of scoring, which splits it off for the carry",
    "analysis.scoring.score_rows": "the form of `score` the monitor takes",
}
MODULES = sorted({"analysis", *(module.name for module in pkgutil.walk_packages(analysis.__path__, "analysis."))})
ARRAY = re.compile(r"array", re.IGNORECASE)


def sections(doc: str) -> dict[str, str]:
    """Body of each underlined section."""
    parts = re.split(r"^(\w[\w ]*)\n-{3,}$", inspect.cleandoc(doc), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def public_objects() -> Iterator[ParameterSet]:
    """What packages export, and what the modules directly under analysis define without an underscore."""
    for name in MODULES:
        module = importlib.import_module(name)
        exported = getattr(module, "__all__", None) or [
            key
            for key, value in vars(module).items()
            if name.count(".") == 1 and getattr(value, "__module__", "") == name and not key.startswith("_")
        ]
        for key in exported:
            value = getattr(module, key)
            if {name, f"{name}.{key}"} & set(INNER):
                continue
            if inspect.isfunction(value) or (inspect.isclass(value) and dataclasses.is_dataclass(value)):
                yield pytest.param(value, id=f"{value.__module__}.{key}")


PUBLIC = list({case.id: case for case in public_objects()}.values())


@pytest.mark.parametrize("thing", PUBLIC)
def test_a_public_statistic_describes_what_goes_in_and_comes_out(thing: type | Callable[..., object]) -> None:
    found = sections(thing.__doc__ or "")
    if inspect.isclass(thing):
        assert {"Parameters", "Attributes"} & set(found)
        return
    signature = inspect.signature(thing)
    wanted = {"Parameters"} if signature.parameters else set()

    assert wanted | {"Returns"} <= set(found)


@pytest.mark.parametrize("thing", PUBLIC)
def test_arrays_give_their_shape_on_the_line_of_their_type(thing: type | Callable[..., object]) -> None:
    found = sections(thing.__doc__ or "")
    text = found.get("Parameters", "") + found.get("Attributes", "")
    arrays = [line for line in text.splitlines() if re.match(r"\S.* : ", line) and ARRAY.search(line)]

    assert all("shape (" in line for line in arrays), arrays


@pytest.mark.parametrize("thing", [case for case in PUBLIC if inspect.isfunction(case.values[0])])
def test_every_parameter_is_described(thing: type | Callable[..., object]) -> None:
    described = sections(thing.__doc__ or "").get("Parameters", "")
    names = {name for line in re.findall(r"^(\S.*?) : ", described, re.MULTILINE) for name in line.split(", ")}

    assert set(inspect.signature(thing).parameters) == names


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    outcome = doctest.testmod(importlib.import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE)

    assert outcome.failed == 0
