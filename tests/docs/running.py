"""Runs the code blocks of pages in the current folder, as a reader would, from top to bottom.

    python -m tests.docs.running PAGE …

A process of its own for each page, since a page may write modules, start processes and change what
is cached. Prints what is not so and ends with 1.
"""

import ast
import contextlib
import importlib
import io
import itertools
import re
import shlex
import subprocess
import sys
import tokenize
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx

from jingjin_forms.cli import main
from jingjin_forms.export import has_soffice
from tests.docs.blocks import SCREEN, Block, blocks_of, is_run_in_a_checkout

NOT_RUN = {"python3", "pip", "apt", "sudo", "brew", "source", "mkdocs", "git", "cd", "winget"}
"""First words of commands that install something or belong to the reader's own computer."""
PYTHON_FOLDER = "python"
"""Where the Python of the README runs, which does over again what its commands have done."""
ARROW = "→"
NEEDS_OFFICE = "# 需要 LibreOffice"
_exit_code = re.compile(r"#.*結束代碼 (\d+)")
_box = re.compile(r"[\s\u2500-\u257f]")


class Untrue(AssertionError):
    """Something that a page says and that is not so."""


class Page:
    """A page while it is run."""

    def __init__(self, path: Path, *, lenient: bool = False) -> None:
        self.source = path.read_text(encoding="utf-8")
        self.is_checkout = is_run_in_a_checkout(self.source)
        self.lenient = lenient
        """Whether commands may find errors in the facts, and texts stand for themselves."""
        self.names: dict[str, Any] = {"__name__": "__main__"}
        self.printed = ""

    def run(self) -> None:
        """Every block; raises Untrue or whatever a block raises."""
        for block in blocks_of(self.source):
            try:
                self._run(block)
            except BaseException as error:
                error.add_note(f"the block at line {block.line}:\n{block.text}")
                raise

    def _run(self, block: Block) -> None:
        if block.title and block.title != SCREEN:
            path = Path(block.title)
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.suffix == ".docx":
                write_word(path, block.text)
            else:
                path.write_text(block.text, encoding="utf-8")
            importlib.invalidate_caches()
        elif block.language == "python":
            with contextlib.chdir(PYTHON_FOLDER if self.lenient else "."):
                self._python(block)
        elif block.language == "bash":
            self._bash(block.text)
        elif block.title == SCREEN:
            compare_screen(block.text, self.printed)
        elif not (self.lenient and block.language == "text"):
            raise Untrue("nothing checks this block: give it a title")

    def _python(self, block: Block) -> None:
        tree = ast.parse(block.text)
        comments = dict(comments_of(block.text))
        ends = [node.lineno for node in tree.body[1:]] + [len(block.text.splitlines()) + 1]
        for node, end in zip(tree.body, ends, strict=True):
            own = [comments[n] for n in range(node.lineno, end) if n in comments]
            expected = [c.removeprefix(ARROW).strip() for c in own if c.startswith(ARROW)]
            if not expected and is_plain_expression(node):
                expected = own
            printed = self._statement(node)
            if not any(agree(expected, lines) for lines in printed):
                raise Untrue(f"line {node.lineno} says {expected} and gives {printed}")

    def _statement(self, node: ast.stmt) -> list[list[str]]:
        """Run it; the lines that may be said of it."""
        out = io.StringIO()
        value = None
        with contextlib.redirect_stdout(out):
            if isinstance(node, ast.Expr):
                value = eval(compile(ast.Expression(node.value), "<page>", "eval"), self.names)
            else:
                exec(compile(ast.Module([node], []), "<page>", "exec"), self.names)
        lines = [line.rstrip() for line in out.getvalue().splitlines()]
        if value is None or lines:
            return [lines]
        # What a call gives back need not be shown: saving a file gives its path.
        silent: list[list[str]] = [[]] if isinstance(node.value, ast.Call) else []
        return [*silent, [str(value)], [repr(value)]]

    def _bash(self, text: str) -> None:
        self.printed = ""
        for line in text.replace("\\\n", " ").splitlines():
            words = shlex.split(line, comments=True)
            if not words or words[0] in NOT_RUN:
                continue
            if NEEDS_OFFICE in line and not has_soffice():
                continue
            wanted = _exit_code.search(line)
            for command in split_at(words, "&&"):
                code = self._command(command)
                allowed = {int(wanted[1])} if wanted else {0, 1} if self.lenient else {0}
                if code not in allowed or "Traceback" in self.printed:
                    raise Untrue(f"{shlex.join(command)} ends with {code}:\n{self.printed}")

    def _command(self, words: list[str]) -> int:
        if words[0] == "jingjin" and self.is_checkout:  # whose code changes while the page is run
            words = ["python", "-m", "jingjin_forms", *words[1:]]
        if words[0] == "jingjin":
            return self._jingjin(words)
        if words[0] == "python" and self.is_checkout:
            run = subprocess.run([sys.executable, *words[1:]], capture_output=True, check=False)
            self.printed += run.stdout.decode() + run.stderr.decode()
            return run.returncode
        raise Untrue(f"「{words[0]}」 is neither run nor known as a command that is not")

    def _jingjin(self, words: list[str]) -> int:
        out = io.StringIO()
        sys.argv = words
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            try:
                main()
                code = 0
            except SystemExit as ended:
                code = int(ended.code or 0)
        self.printed += out.getvalue()
        return code


def comments_of(source: str) -> Iterator[tuple[int, str]]:
    """The comments of a block by line, without their sign."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string.lstrip("# ")


def is_plain_expression(node: ast.stmt) -> bool:
    """Whether a line only names a value, so that a comment behind it says what it is."""
    kinds = (ast.Name, ast.Attribute, ast.Subscript, ast.Tuple)
    return isinstance(node, ast.Expr) and isinstance(node.value, kinds)


def agree(expected: list[str], printed: list[str]) -> bool:
    """Whether lines are as a page says; `…` at the end of one stands for its rest."""
    return len(expected) == len(printed) and all(
        line.startswith(said.removesuffix("…")) if said.endswith("…") else line.strip() == said
        for said, line in zip(expected, printed, strict=True)
    )


def split_at(words: list[str], mark: str) -> Iterator[list[str]]:
    """The words between the marks."""
    part: list[str] = []
    for word in [*words, mark]:
        if word == mark:
            yield part
            part = []
        else:
            part.append(word)


def write_word(path: Path, text: str) -> None:
    """A Word file that says this: lines between bars are rows of a table, others paragraphs."""
    document = docx.Document()
    for is_table, lines in itertools.groupby(text.splitlines(), lambda li: li.startswith("|")):
        if not is_table:
            for line in lines:
                document.add_paragraph(line)
            continue
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        table = document.add_table(len(rows), max(map(len, rows)))
        for cells, row in zip(rows, table.rows, strict=True):
            for cell, said in zip(row.cells, cells, strict=False):
                cell.text = said
    document.save(str(path))


def compare_screen(said: str, printed: str) -> None:
    """Every line of what a page shows was printed, in this order; tables may wrap their lines."""
    rest = _box.sub("", printed)
    for line in said.splitlines():
        piece = _box.sub("", line)
        _, found, after = rest.partition(piece)
        if not found:
            raise Untrue(f"「{line}」 is not on the screen:\n{printed}")
        rest = after


if __name__ == "__main__":
    for name in sys.argv[1:]:
        try:
            Page(Path(name), lenient=Path(name).name == "README.md").run()
        except BaseException:
            print(f"{name}:", file=sys.stderr)
            traceback.print_exc()
            raise SystemExit(1) from None
    raise SystemExit(0)
