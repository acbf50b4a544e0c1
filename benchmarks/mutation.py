"""Mutation testing: break the code on purpose, one small change at a time, and see whether its tests notice.

    python benchmarks/mutation.py [MODULE...] [--sample 60] [--seed 1] [--only N,N]

MODULE is a path such as `seo_audit/engine.py`; without one, all of `TESTS`. Of each module at most so many mutants
are drawn at random (0: all), and each is met by the tests that belong to the module, in a process of its own; no file
is written. Printed are the mutants which no test noticed, with their numbers, and a table: mutants, noticed, share.
`--only` runs the mutants of these numbers again and shows what the tests say of them.

Changed are operators, comparisons, numbers, truth values, conditions, strings, parts of patterns, returned values,
the order of arguments, and names of functions with an opposite; statements are taken out. Left alone are messages,
documentation, annotations and what only type checkers read. A test that runs the tool as another program sees the
code as it is. An equivalent mutant, which no test could notice, counts as missed: whoever reads the list judges.
"""

import argparse
import ast
import os
import random
import re
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType
from typing import Any

import hypothesis
import pytest

ROOT = Path(__file__).parent.parent
FRENCH = "seo_audit/french/"
TESTS = {
    "seo_audit/engine.py": "core/test_engine.py judging/test_suppression.py",
    "seo_audit/source.py": "core/test_source.py",
    "seo_audit/judging/placing.py": "core/test_engine.py",
    "seo_audit/judging/score.py": "judging/test_score.py",
    FRENCH + "composed.py": "french/test_composed.py",
    FRENCH + "connectors.py": "french/test_connectors.py",
    FRENCH
    + "dates.py": "french/test_dates.py french/test_numbers.py rules/brief/test_brief_facts.py brief/test_brief_properties.py",
    FRENCH + "frequency.py": "french/test_frequency.py",
    FRENCH + "languages.py": "french/test_languages.py",
    FRENCH + "lemmas.py": "french/test_lemmas.py french/test_verbs.py french/test_word_forms.py",
    FRENCH
    + "names.py": "french/test_names.py french/test_numbers.py rules/brief/test_brief_facts.py brief/test_brief_properties.py",
    FRENCH
    + "numbers.py": "french/test_figures.py french/test_numbers.py rules/brief/test_brief_facts.py brief/test_brief_properties.py",
    FRENCH + "passive_forms.py": "french/test_passives.py",
    FRENCH + "phrases.py": "french/test_phrases.py",
    FRENCH + "sentence_ends.py": "french/test_sentences.py",
    FRENCH + "syllable_count.py": "french/test_syllables.py",
    FRENCH + "tokens.py": "french/test_words.py",
    FRENCH + "verbs.py": "french/test_verbs.py",
    FRENCH + "word_runs.py": "french/test_word_runs.py",
    "rules/structure/heading_order.py": "",
    "rules/keyphrase/keyphrase_density.py": "",
    "rules/keyphrase/keyphrase_stuffing.py": "",
    "rules/links/link_text.py": "",
    "rules/metadata/meta_description_width.py": "",
    "rules/typography/no_break_spaces.py": "",
    "rules/typography/repeated_word.py": "",
    "rules/content/source_residue.py": "",
    "rules/metadata/structured_data.py": "",
    "rules/metadata/title_repetition.py": "",
}
"""The test files of each module below `tests/`; that of a rule mirrors its place."""

MEMORY = 4_000_000_000
"""Bytes a mutant may take."""

BINARY: dict[type[ast.operator], ast.operator] = {
    ast.Add: ast.Sub(),
    ast.Sub: ast.Add(),
    ast.Mult: ast.Div(),
    ast.Div: ast.Mult(),
    ast.FloorDiv: ast.Mult(),
    ast.Mod: ast.Div(),
    ast.Pow: ast.Mult(),
    ast.BitAnd: ast.BitOr(),
    ast.BitOr: ast.BitAnd(),
}
COMPARED: dict[type[ast.cmpop], tuple[ast.cmpop, ...]] = {
    ast.Eq: (ast.NotEq(),),
    ast.NotEq: (ast.Eq(),),
    ast.Lt: (ast.LtE(), ast.GtE()),
    ast.LtE: (ast.Lt(), ast.Gt()),
    ast.Gt: (ast.GtE(), ast.LtE()),
    ast.GtE: (ast.Gt(), ast.Lt()),
    ast.Is: (ast.IsNot(),),
    ast.IsNot: (ast.Is(),),
    ast.In: (ast.NotIn(),),
    ast.NotIn: (ast.In(),),
}
OPPOSITE = {
    one: other
    for pair in (
        "any all",
        "max min",
        "startswith endswith",
        "lower upper",
        "lstrip rstrip",
        "partition rpartition",
        "find rfind",
        "index rindex",
        "removeprefix removesuffix",
        "search match",
        "bisect_left bisect_right",
    )
    for one, other in (pair.split(), pair.split()[::-1])
}
TEXTS = {"Message", "Basis", "cast", "TypeVar"}
"""Calls whose arguments are for readers only."""
RULE_TEXTS = {"title", "what", "why", "references"}
UNREAD = {"annotation", "returns", "decorator_list", "format_spec", "type_params"}
"""Fields of the syntax tree that are left alone."""
PATTERN = re.compile(r"\(\?|\\[wWdDsSbBZ]|\[[^\]]+\][+*?{]|\[\^")
PATTERN_PARTS: tuple[tuple[re.Pattern[str], dict[str, str]], ...] = (
    (re.compile(r"\(\?<?([=!])"), {"=": "!", "!": "="}),
    (re.compile(r"(?<![\\(])([?*+]|\{\d+(?:,\d*)?\})(?![?+])"), {}),
    (re.compile(r"(\\[bBZ])"), {}),
)
"""Parts of a pattern to change: a look ahead or behind turned round; how often something may stand, or an edge, left out."""


@dataclass(frozen=True)
class Mutant:
    """One change: `holder` (a node or a list) gets `new` at `key`, an attribute or an index."""

    line: int
    what: str
    holder: Any
    key: str | int
    new: Any

    def put(self, value: Any) -> Any:
        """Put a value in the place; the value that was there."""
        if isinstance(self.key, int):
            was, self.holder[self.key] = self.holder[self.key], value
        else:
            was = getattr(self.holder, self.key)
            setattr(self.holder, self.key, value)
        return was


def mutants(tree: ast.AST) -> Iterator[Mutant]:
    """All mutants of a module, in the order of its code."""
    for node in _code(tree):
        for name, value in ast.iter_fields(node):
            if name in UNREAD:
                continue
            if isinstance(node, ast.JoinedStr):
                yield from _bits(node)
            elif isinstance(value, list):
                for place, one in enumerate(value):
                    yield from _of(one, value, place)
                if name in ("body", "orelse", "finalbody"):
                    yield from _taken_out(value)
            else:
                yield from _of(value, node, name)
        yield from _inside(node)


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes which run, outermost first, without those whose business is texts or types."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in UNREAD:
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.AST) and not _idle(one):
                yield from _code(one)


def _idle(node: ast.AST) -> bool:
    match node:
        case ast.Expr(ast.Constant()):  # documentation
            idle = True
        case ast.If():
            idle = ast.unparse(node.test) == "TYPE_CHECKING"
        case ast.Call():
            idle = _called(node) in TEXTS
        case ast.keyword():
            idle = node.arg in RULE_TEXTS
        case ast.Assign(value=ast.Subscript(value=ast.Name("Literal"))):  # a name for a type
            idle = True
        case ast.Assign():
            idle = ast.unparse(node.targets[0]) in ("__all__", "__slots__")
        case ast.AnnAssign():
            idle = node.value is None
        case _:
            idle = isinstance(node, ast.Assert | ast.Import | ast.ImportFrom)
    return idle


def _called(node: ast.Call) -> str:
    return ast.unparse(node.func).rpartition(".")[2]


def _of(node: Any, holder: Any, key: str | int) -> Iterator[Mutant]:
    """Mutants that put another node in a node's place."""
    if not isinstance(node, ast.expr) or _idle(node):
        return
    for new in _instead(node):
        ast.fix_missing_locations(ast.copy_location(new, node))
        yield Mutant(node.lineno, _told(_line(node), _line(new)), holder, key, new)


def _bits(node: ast.JoinedStr) -> Iterator[Mutant]:
    """Mutants of the text between the values of an f-string."""
    bits = [one for one in node.values if isinstance(one, ast.Constant)]
    whole = PATTERN.search("".join(str(one.value) for one in bits))
    for one in bits:
        for new in _patterns(str(one.value)) if whole else _values(one.value):
            yield Mutant(one.lineno, _told(repr(one.value), repr(new)), one, "value", new)


def _instead(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.Constant):
        yield from map(ast.Constant, _values(node.value))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield node.operand
    if isinstance(node, ast.IfExp) and not _turned_elsewhere(node.test):
        yield ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)


def _values(value: Any) -> Iterator[Any]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield value + 1
        yield value - 1
    elif isinstance(value, str) and PATTERN.search(value):
        yield from _patterns(value)
    elif isinstance(value, str):
        yield f"XX{value}"
    elif isinstance(value, bytes):
        yield b"XX" + value


def _patterns(text: str) -> Iterator[str]:
    for part, turned in PATTERN_PARTS:
        for match in part.finditer(text):
            start, end = match.span(1)
            yield text[:start] + turned.get(match[1], "") + text[end:]


def _inside(node: ast.AST) -> Iterator[Mutant]:
    """Mutants that change something of a node itself."""
    line = getattr(node, "lineno", 0)
    if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in BINARY:
        yield _changed(node, line, node, "op", BINARY[type(node.op)])
    if isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield _changed(node, line, node, "op", other)
    if isinstance(node, ast.Compare):
        for place, op in enumerate(node.ops):
            for new in COMPARED[type(op)]:
                yield _changed(node, line, node.ops, place, new)
    if isinstance(node, ast.Return) and node.value and ast.unparse(node.value) != "None":
        yield _changed(node, line, node, "value", ast.Constant(None))
    if isinstance(node, ast.Call):
        yield from _call(node)
    yield from _conditions(node)


def _conditions(node: ast.AST) -> Iterator[Mutant]:
    if isinstance(node, ast.If | ast.While) and not _turned_elsewhere(node.test):
        new = ast.UnaryOp(ast.Not(), node.test)
        yield _changed(node.test, node.lineno, node, "test", new)
    if isinstance(node, ast.comprehension):
        for place, test in enumerate(node.ifs):
            if not _turned_elsewhere(test):
                new = ast.UnaryOp(ast.Not(), test)
                yield _changed(test, test.lineno, node.ifs, place, new)


def _turned_elsewhere(test: ast.expr) -> bool:
    """Whether a condition turned round is a mutant of its own."""
    if isinstance(test, ast.Compare):
        return len(test.ops) == 1 and not isinstance(
            test.ops[0], ast.Lt | ast.LtE | ast.Gt | ast.GtE
        )
    return isinstance(test, ast.UnaryOp | ast.Constant)


def _call(node: ast.Call) -> Iterator[Mutant]:
    plain = [place for place, one in enumerate(node.args) if not isinstance(one, ast.Starred)]
    if len(plain) > 1 and _called(node) not in ("max", "min"):
        first, second = plain[:2]
        swapped = list(node.args)
        swapped[first], swapped[second] = swapped[second], swapped[first]
        if ast.dump(node.args[first]) != ast.dump(node.args[second]):
            yield _changed(node, node.lineno, node, "args", swapped)
    if isinstance(node.func, ast.Attribute) and node.func.attr in OPPOSITE:
        yield _changed(node, node.lineno, node.func, "attr", OPPOSITE[node.func.attr])
    if isinstance(node.func, ast.Name) and node.func.id in OPPOSITE:
        yield _changed(node, node.lineno, node.func, "id", OPPOSITE[node.func.id])


def _changed(shown: ast.AST, line: int, holder: Any, key: str | int, new: Any) -> Mutant:
    """A mutant whose description shows a node before and after."""
    before = _line(shown)
    mutant = Mutant(line, "", holder, key, new)
    was = mutant.put(new)
    after = _line(new if was is shown else shown)
    mutant.put(was)
    return Mutant(line, _told(before, after), holder, key, new)


def _taken_out(body: list[Any]) -> Iterator[Mutant]:
    for place, one in enumerate(body):
        if _idle(one) or not isinstance(
            one, ast.Expr | ast.AugAssign | ast.Continue | ast.Break | ast.Raise
        ):
            continue
        new = ast.copy_location(ast.Pass(), one)
        yield Mutant(one.lineno, _told(_line(one), "(taken out)"), body, place, new)


def _line(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())


def _told(before: str, after: str) -> str:
    """A change in words: of what is long, the part around the first difference."""
    pairs = enumerate(zip(before, after, strict=False))
    same = next((place for place, (one, other) in pairs if one != other), 0)
    return f"{_part(before, same)} → {_part(after, same)}"


def _part(text: str, place: int) -> str:
    if len(text) <= 90:
        return text
    start = max(0, place - 45)
    return (
        f"{'…' if start else ''}{text[start : start + 90]}{'…' if start + 90 < len(text) else ''}"
    )


class _Loader(SourceFileLoader):
    """Loads a module from code that is already made."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self.code = code

    def get_code(self, _name: str) -> CodeType:
        return self.code


class _Finder(MetaPathFinder):
    """Finds the mutant in the module's place."""

    def __init__(self, name: str, path: Path, code: CodeType) -> None:
        self.name, self.path, self.code = name, path, code

    def find_spec(self, fullname: str, _path: Any, _target: Any = None) -> ModuleSpec | None:
        if fullname != self.name:
            return None
        loader = _Loader(self.name, str(self.path), self.code)
        return spec_from_file_location(self.name, self.path, loader=loader)


def arguments(module: str) -> list[str]:
    """What pytest is told in order to run the tests of a module."""
    given = ["-x", "-q", "--no-header", "--tb=line", "-p", "no:cacheprovider"]
    # hypothesis is imported before, see `prepare`
    given += ["--hypothesis-seed=0", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    named = TESTS.get(module)
    if named is None or named:
        mirrored = Path(module).relative_to("seo_audit")
        beside = str(mirrored.with_name(f"test_{mirrored.stem}.py"))
        files = [f"tests/{name}" for name in (named or beside).split()]
        return [*given, *(name for name in files if (ROOT / name).exists())]
    rule = Path(module).stem
    wanted = f"test_{rule} or {rule.replace('_', '-')}"
    return [
        *given,
        "-k",
        wanted,
        f"tests/rules/{Path(module).parent.name}/test_{rule}.py",
        "tests/core/test_every_rule.py",
    ]


def survives(module: str, code: CodeType, seconds: int, *, shown: bool = False) -> bool:
    """Whether the tests of a module pass with this code; `seconds` of processor time are all they get."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        try:
            _in_child(module, code, seconds, shown=shown)
        except BaseException:  # noqa: BLE001  whatever it is, the child ends here
            traceback.print_exc()
        finally:
            os._exit(1)
    try:
        _, status = os.waitpid(child, 0)
    except KeyboardInterrupt:
        os.kill(child, signal.SIGKILL)
        raise
    return os.waitstatus_to_exitcode(status) == 0


def _in_child(module: str, code: CodeType, seconds: int, *, shown: bool) -> None:
    if not shown:
        with tempfile.TemporaryFile() as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.alarm(20 * seconds)  # whoever waits for something takes no processor time
    name = module.removesuffix(".py").replace("/", ".")
    name = name if name.startswith("seo_audit.") else f"seo_audit.{name}"
    sys.meta_path.insert(0, _Finder(name, ROOT / module, code))
    sys.dont_write_bytecode = True
    os._exit(int(pytest.main(arguments(module))))


def prepare() -> None:
    """What each mutant's process would have to do anew; nothing of this project may be imported here."""
    import bs4  # noqa: F401
    import jinja2  # noqa: F401
    import markdown_it  # noqa: F401
    import msgspec  # noqa: F401
    import simplemma  # noqa: F401
    from hypothesis import strategies  # noqa: F401

    phases = (
        hypothesis.Phase.explicit,
        hypothesis.Phase.generate,
    )  # the smallest example is not asked for
    hypothesis.settings.register_profile("mutation", database=None, phases=phases)
    hypothesis.settings.load_profile("mutation")
    os.chdir(ROOT)
    assert not any(name.startswith("seo_audit.") for name in sys.modules)


def run(module: str, sample: int, seed: int, only: list[int]) -> tuple[int, int]:
    """How many mutants of a module were met, and how many noticed."""
    path = ROOT / module
    tree = ast.parse(path.read_text("utf-8"))
    every = list(mutants(tree))
    start = time.process_time() + sum(os.times()[2:4])
    if not survives(module, compile(tree, str(path), "exec"), 600, shown=bool(only)):
        raise SystemExit(f"{module}: its tests fail without any change")
    took = time.process_time() + sum(os.times()[2:4]) - start
    numbers = only or list(range(len(every)))
    if not only and sample and len(numbers) > sample:
        numbers = sorted(random.Random(f"{seed} {module}").sample(numbers, sample))
    noticed = 0
    for number in numbers:
        one = every[number]
        was = one.put(one.new)
        try:
            code = compile(tree, str(path), "exec")
        except (SyntaxError, ValueError, TypeError):
            code = compile("raise SyntaxError", str(path), "exec")
        finally:
            one.put(was)
        if survives(module, code, int(10 + 5 * took), shown=bool(only)):
            print(f"  {module}:{one.line} [{number}]  {one.what}", flush=True)
        else:
            noticed += 1
    return len(numbers), noticed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("modules", nargs="*", default=list(TESTS))
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="numbers, with commas between")
    given = parser.parse_args()
    only = [int(number) for number in given.only.split(",") if number]
    prepare()
    rows = []
    for module in given.modules:
        met, noticed = run(module, given.sample, given.seed, only)
        rows.append((module, met, noticed))
        print(f"{module:<40} {met:>5} {noticed:>5} {noticed / max(1, met):>6.1%}", flush=True)
    if len(rows) > 1:
        met, noticed = sum(row[1] for row in rows), sum(row[2] for row in rows)
        print(f"{'all':<40} {met:>5} {noticed:>5} {noticed / max(1, met):>6.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
