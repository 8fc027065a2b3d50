"""jinja2, sandboxed and made to print Word text.

jinja2 parses, optimises and compiles the templates; only its last step, writing the Python code
that prints an expression, is ours: instead of `escape(value)` it calls the function for the place
the tag stands in (see `text.PRINTERS`).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from io import StringIO
from types import BuiltinMethodType, CodeType, GeneratorType, MethodType
from typing import Any, TypeAlias, cast

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_PARAMETER
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, new_context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, pass_context
from markupsafe import Markup

from jingjin_forms.word.budget import PIECES_AT_ONCE, Budget, Buffer, Limits, OverBudgetError
from jingjin_forms.word.costs import checked_call, foresee_format, with_costs
from jingjin_forms.word.tag_context import Slot

_DICT_METHODS = frozenset(dir(dict))
_PLAIN_VALUES = (str, int, float, Decimal, date, time, tuple, list, dict, set, frozenset)
_KNOWN_OWNERS = (LoopContext, str)
_COSTLY_OWNERS = (*_PLAIN_VALUES, LoopContext)
_HUGE_NUMBER = "要算出很大的數（超過 30,000 位），沒有算。"
_LOOP_FIGURES = frozenset(("first", "last", "index", "index0", "revindex", "revindex0", "length"))
_SCALARS = frozenset((str, int, bool))
_LANGUAGE = (Macro, LoopContext, BlockReference, Joiner, Undefined)
_LONGEST_NUMBER = 100_000  # bits
# Filters whose names nobody can type.
_PACED, _FLAT = "paced by the engine", "flat for the engine"

Pieces: TypeAlias = "GeneratorType[str, None, None]"
Root: TypeAlias = "Callable[[Any], Pieces]"


class WordContext(Context):
    """What a template's expressions see, with what they may still cost."""

    budget: Budget

    def derived(self, locals: dict[str, Any] | None = None) -> Context:
        context = super().derived(locals)
        assert isinstance(context, WordContext)
        context.budget = self.budget
        return context


class WordEnvironment(ImmutableSandboxedEnvironment):
    """The one environment all templates are compiled in.

    A template can read the values it is given, and call what belongs to the language or to plain
    values (`文字.strip()`); it can change nothing and call no other code, not even methods of
    objects among the values.
    """

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    context_class = WordContext

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

    def getitem(self, obj: Any, argument: Any) -> Any:
        if type(argument) is tuple:
            Budget(Limits()).flat(argument)  # what is looked up is hashed
        return super().getitem(obj, cast(Any, argument))

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        # Named as in jinja2: a macro may have a parameter of any name.
        assert isinstance(__context, WordContext)
        budget = __context.budget
        method = getattr(__obj, "__wrapped__", __obj)
        owner = getattr(method, "__self__", None)
        if isinstance(owner, _COSTLY_OWNERS):
            name = getattr(method, "__name__", "")
            args = checked_call(budget, name, cast(object, owner), args, kwargs)
        return budget.made(super().call(__context, __obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`*`, `**`, `%` and `+` within reason: `10**(10**10)` would never end."""
        assert isinstance(context, WordContext)
        budget = context.budget
        whole = isinstance(left, int) and isinstance(right, int)
        if operator == "**" and whole and left.bit_length() * right > _LONGEST_NUMBER:
            raise OverBudgetError(_HUGE_NUMBER)
        if operator == "*" and whole and left.bit_length() + right.bit_length() > _LONGEST_NUMBER:
            raise OverBudgetError(_HUGE_NUMBER)
        if operator == "%" and isinstance(left, str):
            foresee_format(budget, left, "%", right if isinstance(right, tuple) else (right,))  # pyright: ignore[reportUnknownArgumentType]
        if operator == "*":
            pairs: list[tuple[Any, Any]] = [(left, right), (right, left)]
            for sequence, times in pairs:
                if isinstance(times, int) and isinstance(sequence, str):
                    budget.foresee(len(sequence) * times)
                elif isinstance(times, int) and isinstance(sequence, tuple | list):
                    budget.foresee_items(len(sequence) * times)  # pyright: ignore[reportUnknownArgumentType]
        return budget.made(super().call_binop(context, operator, left, right))


@pass_context
def _paced(context: WordContext, values: Any) -> Any:
    return context.budget.paced(values)


@pass_context
def _flat(context: WordContext, value: Any) -> Any:
    return context.budget.flat(value)


def word_environment() -> WordEnvironment:
    """Escaping always on, missing values an error, no random text."""
    environment = WordEnvironment(autoescape=True, undefined=StrictUndefined)
    del environment.globals["lipsum"]
    for name, function in environment.filters.items():
        environment.filters[name] = with_costs(name, function)
    filters: dict[str, Any] = environment.filters
    filters[_PACED], filters[_FLAT] = _paced, _flat
    return environment


class WordCodeGenerator(CodeGenerator):
    """Writes `RUN(value)` where jinja2 writes `escape(value)`."""

    slots: Mapping[int, Slot]
    """By line number; every tag stands on a line of its own."""

    facts: set[int]
    """The ids of expressions that are certainly facts, not something the template has made."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self._watched: set[str] = set()
        """The names of the lists that are watched by the loops that fill them."""
        self._loops = 0
        self._loop_to_watch = False

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

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """As in jinja2, but a part or block is collected in a list, which each round of a loop can
        look at: as fast as yielding every piece, and nothing comes out unwatched."""
        if frame.buffer is None:
            frame.buffer = self.temporary_identifier()
            self.writeline(f"{frame.buffer} = []; mark = [{PIECES_AT_ONCE}, 0]")
            self.writeline("watch = context.budget.watch")
            self._watched.add(frame.buffer)
            super().blockvisit(nodes, frame)
            self.writeline(
                f"if len({frame.buffer}) > {PIECES_AT_ONCE}: watch({frame.buffer}, mark)"
            )
            self.writeline(f"yield concat({frame.buffer})")
            return
        if self._loop_to_watch and frame.buffer in self._watched:
            self.writeline(f"if len({frame.buffer}) > mark[0]: watch({frame.buffer}, mark)")
        self._loop_to_watch = False
        super().blockvisit(nodes, frame)

    def visit_For(self, node: nodes.For, frame: Frame) -> None:
        # A loop over facts that is in no other loop goes round once for each fact.
        plain = id(node.iter) in self.facts
        self._loop_to_watch = self._loops > 0 or not plain
        self._loops += 1
        super().visit_For(node, frame)
        self._loops -= 1

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """One by one: appending costs less than building a tuple first."""
        for child in node.nodes:
            super().visit_Output(nodes.Output([child], lineno=child.lineno), frame)

    def visit_CallBlock(self, node: nodes.CallBlock, frame: Frame) -> None:
        """As in jinja2, but what is called is printed like any value."""
        call_frame, macro = self.macro_body(node, frame)
        self.writeline("caller = ")
        self.macro_def(macro, call_frame)
        self.start_write(frame, node)
        self._output_child_pre(node.call, frame, None)
        self.visit_Call(node.call, frame, forward_caller=True)
        self._output_child_post(node.call, frame, None)
        self.end_write(frame)

    def buffer(self, frame: Frame) -> None:
        frame.buffer = self.temporary_identifier()
        self.writeline(f"{frame.buffer} = Buffer(context.budget)")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """As in jinja2, but lists are looked at before they become text, and the text counts."""
        join = "markup_join" if frame.eval_ctx.autoescape else "str_join"
        if frame.eval_ctx.volatile:
            join = "(markup_join if context.eval_ctx.volatile else str_join)"
        self.write(f"context.budget.made({join}(context.budget.flats((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))))")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        sliced = isinstance(node.arg, nodes.Slice)
        self.write("context.budget.made(" if sliced else "")
        super().visit_Getitem(node, frame)
        self.write(")" if sliced else "")

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
        namespace["Buffer"] = Buffer
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
    name: str, tree: nodes.Template, slots: Mapping[int, Slot], environment: WordEnvironment
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
            loop.iter = _filtered(cast(nodes.Expr, loop.iter), _PACED)
    for comparison in list(tree.find_all(nodes.Compare)):
        sides = [comparison.expr, *(operand.expr for operand in comparison.ops)]
        if not any(isinstance(side, nodes.Const) for side in sides):
            comparison.expr = _filtered(comparison.expr, _FLAT)
            for operand in comparison.ops:
                operand.expr = _filtered(operand.expr, _FLAT)
    for pair in list(tree.find_all(nodes.Pair)):
        if not isinstance(pair.key, nodes.Const):
            pair.key = _filtered(pair.key, _FLAT)


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
