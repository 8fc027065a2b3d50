"""A parsed source compiled to a program, and the program bound to functions that print.

What its expressions may do stands in `sandbox`, how they are printed in `generator`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import StringIO
from types import CodeType, GeneratorType
from typing import Any, TypeAlias, cast

from jinja2 import TemplateSyntaxError, nodes
from jinja2.runtime import new_context

from jingjin_forms.word.budget import Budget, Buffer
from jingjin_forms.word.language.amounts import all_as_printed
from jingjin_forms.word.language.generator import WordCodeGenerator
from jingjin_forms.word.language.sandbox import FLAT, PACED, WordEnvironment
from jingjin_forms.word.printing.tag_context import TagContext

Pieces: TypeAlias = "GeneratorType[str, None, None]"
Root: TypeAlias = "Callable[[Any], Pieces]"


@dataclass(frozen=True, slots=True)
class Program:
    """The compiled code of one part, not yet bound to functions that print."""

    name: str
    code: CodeType
    lines: tuple[tuple[int, int], ...]
    """Pairs (line of the source, line of the code), ascending."""

    def bind(
        self, environment: WordEnvironment, printers: Mapping[TagContext, Any]
    ) -> "BoundProgram":
        namespace: dict[str, Any] = {slot.name: printer for slot, printer in printers.items()}
        namespace["environment"] = environment
        namespace["Buffer"] = Buffer
        namespace["all_as_printed"] = all_as_printed
        exec(self.code, namespace)
        return BoundProgram(environment, self.name, namespace["root"], namespace["blocks"])

    def source_line(self, code_line: int) -> int:
        """The source line that a line of the code was compiled from."""
        return next((s for s, c in reversed(self.lines) if c <= code_line), 1)


@dataclass(frozen=True, slots=True)
class BoundProgram:
    """A part that can be rendered."""

    environment: WordEnvironment
    name: str
    root: Root
    blocks: dict[str, Any]

    def render(self, mapping: Mapping[str, Any], budget: Budget) -> str:
        """The part's XML; raises whatever a value or an expression raises."""
        variables = {**self.environment.globals, **mapping}
        context = new_context(self.environment, self.name, self.blocks, variables, shared=True)
        context.budget = budget  # type: ignore[attr-defined] (a WordContext)
        return next(self.root(context))


def compile_program(
    name: str, tree: nodes.Template, slots: Mapping[int, TagContext], environment: WordEnvironment
) -> Program:
    """The code that prints a parsed source; the tree is changed on the way."""
    _count_costs(tree)
    file_name = f"<範本 {name}>"
    stream = StringIO()
    generator = WordCodeGenerator(environment, name, file_name, stream, optimized=False)
    # Not optimized: jinja2 would compute constants while it compiles, with no budget.
    generator.slots = slots
    generator.facts = _facts(tree)
    generator.visit(tree)
    lines = tuple(generator.debug_info)
    try:
        code = compile(stream.getvalue(), file_name, "exec")
    except SyntaxError as error:  # what Python refuses and jinja2 does not
        line = next((s for s, c in reversed(lines) if c <= (error.lineno or 0)), 1)
        raise TemplateSyntaxError(str(error.msg), line) from None
    return Program(name, code, lines)


def _count_costs(tree: nodes.Template) -> None:
    """Have the tree count what only it can see: rounds of loops, and lists compared as a whole."""
    for loop in list(tree.find_all(nodes.For)):
        if not _certainly_prints(loop.body):  # what a loop prints shows how often it went round
            loop.body.insert(0, nodes.Output([nodes.TemplateData("")], lineno=loop.lineno))
        if loop.test is not None:  # rounds that are skipped before they begin
            loop.iter = _filtered(cast(nodes.Expr, loop.iter), PACED)
    for comparison in list(tree.find_all(nodes.Compare)):
        sides = [comparison.expr, *(operand.expr for operand in comparison.ops)]
        if not any(isinstance(side, nodes.Const) for side in sides):
            comparison.expr = _filtered(comparison.expr, FLAT)
            for operand in comparison.ops:
                operand.expr = _filtered(operand.expr, FLAT)
    for pair in list(tree.find_all(nodes.Pair)):
        if not isinstance(pair.key, nodes.Const):
            pair.key = _filtered(pair.key, FLAT)


def _facts(tree: nodes.Template) -> set[int]:
    """The ids of all names, and items of names, that no `set`, macro or loop has given a value."""
    made = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    found: set[int] = set()
    for node in tree.find_all((nodes.Name, nodes.Getattr)):
        inner: nodes.Node = node
        while isinstance(inner, nodes.Getattr):
            inner = inner.node
        if isinstance(inner, nodes.Name) and inner.name not in made:
            found.add(id(node))
    return found


def _certainly_prints(body: list[nodes.Node]) -> bool:
    return bool(body) and isinstance(body[0], nodes.Output) and bool(body[0].nodes)


def _filtered(node: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
