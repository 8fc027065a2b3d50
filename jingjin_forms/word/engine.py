"""jinja2, sandboxed and made to print Word text.

jinja2 parses, optimises and compiles the templates; only its last step, writing the Python code
that prints an expression, is ours: instead of `escape(value)` it calls the function for the place
the tag stands in (see `text.PRINTERS`).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import new_context
from jinja2.sandbox import SandboxedEnvironment

from jingjin_forms.word.text import Slot

_DICT_METHODS = frozenset(dir(dict))

Root = Callable[[Any], Iterator[str]]


class WordEnvironment(SandboxedEnvironment):
    """The one environment all templates are compiled in."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        # `項目.單價` nearly always means an item of a mapping; jinja2 would try an attribute first.
        if type(obj) is dict and attribute not in _DICT_METHODS and attribute in obj:
            return obj[attribute]  # pyright: ignore[reportUnknownVariableType]
        return super().getattr(obj, attribute)


def word_environment() -> WordEnvironment:
    """Escaping always on, missing values an error, no random text."""
    environment = WordEnvironment(autoescape=True, undefined=StrictUndefined)
    del environment.globals["lipsum"]
    return environment


class WordCodeGenerator(CodeGenerator):
    """Writes `RUN(value)` where jinja2 writes `escape(value)`."""

    slots: Mapping[int, Slot]
    """By line number; every tag stands on a line of its own."""

    # The three methods below are jinja2's own hooks between visiting an expression and printing
    # it. They are not public, so pyproject.toml bounds jinja2's major version, and the test that
    # compares us with docxtpl fails when they change.

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(f"{self.slots.get(node.lineno, Slot.RUN).name}(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if isinstance(node, nodes.TemplateData):
            return node.data
        raise nodes.Impossible  # also a constant may hold `&`, so it is printed like any value


@dataclass(frozen=True, slots=True)
class Program:
    """The compiled code of one part, not yet bound to functions that print."""

    name: str
    code: Any
    lines: tuple[tuple[int, int], ...]
    """Pairs (line of the source, line of the code), ascending."""

    def bind(self, environment: WordEnvironment, printers: Mapping[Slot, Any]) -> "BoundProgram":
        namespace: dict[str, Any] = {slot.name: printer for slot, printer in printers.items()}
        namespace["environment"] = environment
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

    def render(self, mapping: Mapping[str, Any]) -> str:
        """The part's XML; raises whatever a value or an expression raises."""
        variables = {**self.environment.globals, **mapping}
        context = new_context(self.environment, self.name, self.blocks, variables, shared=True)
        return "".join(self.root(context))


def compile_program(
    name: str, tree: nodes.Template, slots: Mapping[int, Slot], environment: WordEnvironment
) -> Program:
    """Compile a parsed source; raises jinja2's TemplateAssertionError for unknown filters."""
    file_name = f"<範本 {name}>"
    generator = WordCodeGenerator(environment, name, file_name)
    generator.slots = slots
    generator.visit(tree)
    code = compile(generator.stream.getvalue(), file_name, "exec")
    return Program(name, code, tuple(generator.debug_info))
