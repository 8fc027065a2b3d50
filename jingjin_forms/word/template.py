"""A Word template compiled once and filled thousands of times.

    template = compile_template("經費概算表.docx")
    template.fill({"學校名稱": "花蓮縣宜昌國小", …}, "宜昌國小.docx")

The template is an ordinary .docx in docxtpl's template language. Compiling does everything that
does not depend on the facts; filling renders, compresses and writes.
"""

from collections import OrderedDict
from collections.abc import Mapping
from copy import copy
from itertools import count
from os import PathLike, fspath, stat
from pathlib import Path
from threading import Lock
from time import time_ns
from typing import Any

from lxml import etree

from jingjin_forms.errors import FileProblemError, FillError, Problem
from jingjin_forms.files.writing import write_file
from jingjin_forms.word.budget import Budget, Limits, OverBudgetError
from jingjin_forms.word.compile import ENVIRONMENT, Compiled, compile_parts
from jingjin_forms.word.diagnose import Diagnosis, repeated_readings
from jingjin_forms.word.faults import problem_at, tag_of
from jingjin_forms.word.importing import Imports
from jingjin_forms.word.links import carrying_id
from jingjin_forms.word.location import part_title
from jingjin_forms.word.media import Brought, relationship_ids, with_brought
from jingjin_forms.word.package import read_parts
from jingjin_forms.word.replacing import replaced_parts
from jingjin_forms.word.subdocument import Subdocument, empty_subdocument, subdocument_of


class CompiledTemplate:
    """A Word template, compiled. Made by `compile_template`."""

    def __init__(self, path: Path, compiled: Compiled):
        self.path = path
        self.variables = compiled.names
        """The names the template asks its mapping for, e.g. {"學校名稱", "經費項目"}."""
        self.limits = Limits()
        """What one fill may cost; `limits = Limits(seconds=30)` for a form of 500,000 rows."""
        self._package = compiled.package
        self._parts = compiled.parts
        self._first_drawing_number = compiled.first_drawing_number

    def render(self, mapping: Mapping[str, Any]) -> bytes:
        """The finished .docx for these values, by name of the tag.

        Raises FillError naming every missing or unprintable value with its place.
        """
        budget = Budget(self.limits)
        numbers = count(self._first_drawing_number)
        contents: list[bytes] = []
        try:
            for part in self._parts:
                xml = part.bound.render(mapping, budget)
                contents.append(part.finished(xml, numbers, part.has_drawings, part.has_anchors))
        except OverBudgetError as error:
            tag = tag_of(error.__traceback__, part)  # pyright: ignore[reportPossiblyUnboundVariable]
            raise FillError(self.path.name, [problem_at(tag, part, str(error))]) from None  # pyright: ignore[reportPossiblyUnboundVariable]
        except Exception:
            return self._diagnosed(mapping)
        return self._package.assemble(contents)

    def fill(
        self, mapping: Mapping[str, Any], out: str | PathLike[str], *, overwrite: bool = False
    ) -> Path:
        """Write the finished .docx to `out`, whole or not at all, and return its path.

        Raises FillError as `render` does, FileProblemError when `out` exists already (unless
        `overwrite`) or cannot be written.
        """
        return write_file(Path(out), self.render(mapping), overwrite=overwrite)

    def build_url_id(self, address: str) -> str:
        """The `url_id` of a docxtpl RichText that leads to an address.

        RichText("花蓮縣政府", url_id=template.build_url_id("https://www.hl.gov.tw/"))
        """
        return carrying_id(address)

    def new_subdoc(self, source: str | PathLike[str] | None = None) -> Subdocument:
        """A python-docx document to be printed at a tag `{{p … }}`; that of a .docx at `source`.

        Without `source` it is empty and has the template's styles. Raises FileProblemError.
        """
        if source is not None:
            return subdocument_of(source)
        package = self._package
        return empty_subdocument(package.assemble(package.parts[n] for n in package.changing))

    def replacing(
        self, replacements: Mapping[str | bytes, str | PathLike[str] | bytes]
    ) -> "CompiledTemplate":
        """A template like this one with other pictures or embedded files.

            template.replacing({"校徽": "logo.png", "word/embeddings/表.xlsx": "新表.xlsx"})

        What is replaced is told by the name, title or alternative text of a picture, by the name
        of a part in the .docx, or by the bytes it has now; what comes instead is a file or bytes.
        A picture keeps its place and size. Raises FileProblemError for what is not found.
        """
        changed = replaced_parts(self._package, replacements)
        other = copy(self)
        other._package = self._package.with_parts(changed)
        return other

    def _diagnosed(self, mapping: Mapping[str, Any]) -> bytes:
        problems: list[Problem] = []
        brought: dict[str, Brought] = {}
        imports = Imports(self._package)
        contents: list[bytes] = []
        budget = Budget(self.limits)
        numbers = count(self._first_drawing_number)
        for part in self._parts:
            known = relationship_ids(self._package, part.name)
            rendering = Diagnosis(part, mapping, known, budget, imports)
            xml = rendering.render(ENVIRONMENT)
            problems += rendering.problems
            if rendering.stopped:
                break
            if rendering.brought:
                brought[part.name] = rendering.brought
            if not problems:
                try:
                    anchors = part.has_anchors or rendering.prints_subdocuments
                    content = part.finished(xml, numbers, True, anchors)
                except (etree.XMLSyntaxError, ValueError) as error:
                    message = f"填好後不是完整的 Word XML（{error}）：請檢查屬性裡的標籤。"
                    problems.append(Problem(part_title(part.name), message))
                    break
                problems += rendering.problems_of_markup(content)
                contents.append(content)
        problems += repeated_readings(mapping)
        if problems:
            raise FillError(self.path.name, problems)
        package = imports.package()
        return (with_brought(package, brought) if brought else package).assemble(contents)


# A file may change twice within one tick of the clock of its file system, which its time would not
# show: so soon after a change nothing is remembered.
_SETTLED = 50_000_000  # nanoseconds

_MOST_REMEMBERED = 256
# The least recently used first. Threads share it: every look and change is under the lock.
_compiled: OrderedDict[tuple[int, int | str], tuple[tuple[int, int], CompiledTemplate]] = (
    OrderedDict()
)
_lock = Lock()


def compile_template(path: str | PathLike[str]) -> CompiledTemplate:
    """Compile a .docx; a file that has not changed since is not compiled again.

    Raises FileProblemError when it cannot be read, TemplateError naming every faulty tag.
    """
    name = fspath(path)
    try:
        state = stat(name)
    except (OSError, ValueError) as error:
        raise FileProblemError(f"找不到範本檔「{path}」（{error}）。") from None
    # By its number on the disk a file is found under any name; a few file systems give none.
    file = state.st_dev, state.st_ino or name
    stamp = state.st_size, state.st_mtime_ns
    with _lock:
        known = _compiled.get(file)
        if known is not None and known[0] == stamp:
            _compiled.move_to_end(file)
            return known[1]
    source = Path(name)
    template = CompiledTemplate(source, compile_parts(source, read_parts(source)))
    if time_ns() - state.st_mtime_ns > _SETTLED:
        with _lock:
            _compiled[file] = stamp, template
            _compiled.move_to_end(file)
            while len(_compiled) > _MOST_REMEMBERED:
                _compiled.popitem(last=False)
    return template
