"""The Python code that jinja2 makes of a template, made to print Word text.

jinja2 parses, optimises and compiles the templates; only its last step, writing the Python code
that prints an expression, is ours: instead of `escape(value)` it calls the function for the place
the tag stands in (see `text.PRINTERS`).
"""

from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_PARAMETER

from jingjin_forms.word.budget import PIECES_AT_ONCE
from jingjin_forms.word.language.sandbox import DICT_METHODS
from jingjin_forms.word.printing.tag_context import TagContext

_LOOP_FIGURES = frozenset(("first", "last", "index", "index0", "revindex", "revindex0", "length"))


class WordCodeGenerator(CodeGenerator):
    """Writes `RUN(value)` where jinja2 writes `escape(value)`."""

    slots: Mapping[int, TagContext]
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
        self.write(f"{self.slots.get(node.lineno, TagContext.RUN).name}(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if isinstance(node, nodes.TemplateData):
            return node.data
        raise nodes.Impossible  # also a constant may hold `&`, so it is printed like any value

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """`項目.單價` and `loop.first` in the loop itself: no call where none is needed."""
        reference = self._loop_variable(node.node, frame)
        if reference is None or node.attr in DICT_METHODS:
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
        """As in jinja2, but lists are looked at before they become text, the text counts, and
        amounts are as printed."""
        join = "markup_join" if frame.eval_ctx.autoescape else "str_join"
        if frame.eval_ctx.volatile:
            join = "(markup_join if context.eval_ctx.volatile else str_join)"
        self.write(f"context.budget.made({join}(all_as_printed(context.budget.flats((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write(")))))")

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
