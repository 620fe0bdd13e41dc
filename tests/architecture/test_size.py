"""Upper limits of size. Split logic, not loops; what argues for an exception says so here."""

import ast

from tests.architecture.source import Function, Source

LINES_OF_A_BODY = 40
LINES_OF_A_TEST = 20
LINES_OF_A_FILE = 200
POSITIONAL_PARAMETERS = 5

MAY_TAKE_MORE_PARAMETERS = {
    "analysis/panel.py:Scores.__init__": "one column each, in the order of the contract with other programs",
    "analysis/panel.py:Summaries.__init__": "the same",
}
MAY_BE_LONGER: dict[str, str] = {}
# A version makes its tables in one piece, is run once, and is never changed again.
VERSIONS = "/versions/"
# A kernel that numba compiles gets arrays, never an object, and a call inside its loop may cost more than the loop.
LINES_OF_A_KERNEL = 60


def is_kernel(function: Function) -> bool:
    return any("njit" in ast.unparse(decorator) for decorator in function.decorator_list)


def lines_of_body(function: Function) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def test_functions_stay_short(sources: list[Source]) -> None:
    long = {
        f"{source.name}:{function.name}": lines_of_body(function)
        for source in sources
        if VERSIONS not in source.name
        for function in source.functions()
        if lines_of_body(function) > (LINES_OF_A_KERNEL if is_kernel(function) else LINES_OF_A_BODY)
    }

    assert set(long) == set(MAY_BE_LONGER), long


def test_tests_stay_short(sources: list[Source]) -> None:
    long = {
        f"{source.name}:{function.name}": lines_of_body(function)
        for source in sources
        for function in source.functions()
        if function.name.startswith("test_") and lines_of_body(function) > LINES_OF_A_TEST
    }

    assert not long


def test_files_stay_short(sources: list[Source]) -> None:
    lines = {source.name: source.text.count("\n") for source in sources if VERSIONS not in source.name}

    assert not {name: count for name, count in lines.items() if count > LINES_OF_A_FILE}


def test_functions_take_few_positional_parameters(product: list[Source]) -> None:
    many = set()
    for source in product:
        owner = {
            child: f"{node.name}."
            for node in ast.walk(source.tree)
            if isinstance(node, ast.ClassDef)
            for child in node.body
        }
        for function in filter(lambda function: not is_kernel(function), source.functions()):
            names = [argument.arg for argument in function.args.posonlyargs + function.args.args]
            if len([name for name in names if name not in {"self", "cls"}]) > POSITIONAL_PARAMETERS:
                many.add(f"{source.name}:{owner.get(function, '')}{function.name}")

    assert many == set(MAY_TAKE_MORE_PARAMETERS)
