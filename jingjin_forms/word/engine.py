"""jinja2, sandboxed and made to print Word text.

jinja2 parses, optimises and compiles the templates; only its last step, writing the Python code
that prints an expression, is ours: instead of `escape(value)` it calls the function for the place
the tag stands in (see `text.PRINTERS`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from io import StringIO
from types import BuiltinMethodType, CodeType, GeneratorType, MethodType
from typing import Any, TypeAlias

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.idtracking import VAR_LOAD_PARAMETER
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, new_context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner
from markupsafe import Markup

from jingjin_forms.word.tag_context import Slot

_DICT_METHODS = frozenset(dir(dict))
_PLAIN_VALUES = (str, int, float, Decimal, date, time, tuple, list, dict, set, frozenset)
_KNOWN_OWNERS = (LoopContext, str)
_LOOP_FIGURES = frozenset(("first", "last", "index", "index0", "revindex", "revindex0", "length"))
_SCALARS = frozenset((str, int, bool))
_LANGUAGE = (Macro, LoopContext, BlockReference, Joiner, Undefined)
_LONGEST_REPETITION = 1_000_000
_LONGEST_NUMBER = 100_000  # bits

Pieces: TypeAlias = "GeneratorType[str, None, None]"
Root: TypeAlias = "Callable[[Any], Pieces]"


class WordEnvironment(ImmutableSandboxedEnvironment):
    """The one environment all templates are compiled in.

    A template can read the values it is given, and call what belongs to the language or to plain
    values (`文字.strip()`); it can change nothing and call no other code, not even methods of
    objects among the values.
    """

    intercepted_binops = frozenset({"*", "**"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        # What templates ask for again and again, answered before the sandbox's general questions,
        # which take longer than printing: items of a mapping (`項目.單價`; jinja2 would try an
        # attribute first), and plain values that belong to the loop or to a text (`loop.first`).
        if type(obj) is dict:
            if attribute not in _DICT_METHODS and attribute in obj:
                return obj[attribute]  # pyright: ignore[reportUnknownVariableType]
        elif isinstance(obj, _KNOWN_OWNERS) and attribute[0] != "_":
            value = getattr(obj, attribute, None)
            if type(value) in _SCALARS:
                return value
        return super().getattr(obj, attribute)

    def is_safe_callable(self, obj: Any) -> bool:
        if isinstance(obj, _LANGUAGE) or any(obj is known for known in self.globals.values()):
            return True
        # str.format comes wrapped in a sandboxed function of jinja2's.
        method = getattr(obj, "__wrapped__", obj)
        owner = getattr(method, "__self__", None)
        if isinstance(method, BuiltinMethodType):
            return isinstance(owner, _PLAIN_VALUES)
        return isinstance(method, MethodType) and isinstance(owner, LoopContext | Cycler | Markup)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`*` and `**` within reason: `10**(10**10)` would never end."""
        whole = isinstance(left, int) and isinstance(right, int)
        if operator == "**" and whole and left.bit_length() * right > _LONGEST_NUMBER:
            raise SecurityError
        for sequence, times in ((left, right), (right, left)):
            if isinstance(sequence, str | tuple | list) and isinstance(times, int):
                length = len(sequence)  # pyright: ignore[reportUnknownArgumentType]
                if length * times > _LONGEST_REPETITION:
                    raise SecurityError
        return super().call_binop(context, operator, left, right)


def word_environment() -> WordEnvironment:
    """Escaping always on, missing values an error, no random text."""
    environment = WordEnvironment(autoescape=True, undefined=StrictUndefined)
    del environment.globals["lipsum"]
    return environment


class WordCodeGenerator(CodeGenerator):
    """Writes `RUN(value)` where jinja2 writes `escape(value)`."""

    slots: Mapping[int, Slot]
    """By line number; every tag stands on a line of its own."""

    # jinja2's code generator is not public, so pyproject.toml bounds its major version, and the
    # tests that compare us with docxtpl fail when it changes. The three methods below are its own
    # hooks between visiting an expression and printing it.

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(f"{self.slots.get(node.lineno, Slot.RUN).name}(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if isinstance(node, nodes.TemplateData):
            return node.data
        raise nodes.Impossible  # also a constant may hold `&`, so it is printed like any value

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """`項目.單價` and `loop.first` in the loop itself: no call where none is needed."""
        reference = self._loop_variable(node.node, frame)
        if reference is None or node.attr in _DICT_METHODS:
            super().visit_Getattr(node, frame)
            return
        if node.attr in _LOOP_FIGURES:
            direct, holds = f"{reference}.{node.attr}", f"type({reference}) is LoopContext"
        else:
            direct = f"{reference}[{node.attr!r}]"
            holds = f"type({reference}) is dict and {node.attr!r} in {reference}"
        self.write(f"({direct} if {holds} else environment.getattr({reference}, {node.attr!r}))")

    def _loop_variable(self, node: nodes.Expr, frame: Frame) -> str | None:
        """The Python name of a variable that certainly has a value, as those of loops have."""
        if not isinstance(node, nodes.Name):
            return None
        reference = frame.symbols.ref(node.name)
        load = frame.symbols.find_load(reference)
        has_value = load is not None and load[0] == VAR_LOAD_PARAMETER
        return reference if has_value and not self.parameter_is_undeclared(reference) else None

    def visit_FilterBlock(self, node: nodes.FilterBlock, frame: Frame) -> None:
        """As in jinja2, but what the filter makes of the block is printed like any value."""
        inner = frame.inner()
        inner.symbols.analyze_node(node)
        self.enter_frame(inner)
        self.buffer(inner)
        self.blockvisit(node.body, inner)
        self.start_write(frame, node)
        self._output_child_pre(node.filter, frame, None)
        self.visit_Filter(node.filter, inner)
        self._output_child_post(node.filter, frame, None)
        self.end_write(frame)
        self.leave_frame(inner)

    def visit_Assign(self, node: nodes.Assign, frame: Frame) -> None:
        self.newline(node)  # jinja2 checks the target before it notes the line
        super().visit_Assign(node, frame)


@dataclass(frozen=True, slots=True)
class Program:
    """The compiled code of one part, not yet bound to functions that print."""

    name: str
    code: CodeType
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

    def pieces(self, mapping: Mapping[str, Any]) -> Pieces:
        """The part's XML bit by bit; raises whatever a value or an expression raises."""
        variables = {**self.environment.globals, **mapping}
        context = new_context(self.environment, self.name, self.blocks, variables, shared=True)
        return self.root(context)


def compile_program(
    name: str, tree: nodes.Template, slots: Mapping[int, Slot], environment: WordEnvironment
) -> Program:
    """The code that prints a parsed source."""
    file_name = f"<範本 {name}>"
    stream = StringIO()
    generator = WordCodeGenerator(environment, name, file_name, stream)
    generator.slots = slots
    generator.visit(tree)
    code = compile(stream.getvalue(), file_name, "exec")
    return Program(name, code, tuple(generator.debug_info))
