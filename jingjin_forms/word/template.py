"""A Word template (or an .odt) compiled once and filled thousands of times.

    template = compile_template("經費概算表.docx")
    template.fill({"學校名稱": "花蓮縣宜昌國小", …}, "宜昌國小.docx")

The template is an ordinary .docx or .odt in docxtpl's template language. Compiling does everything
that does not depend on the facts; filling renders, compresses and writes.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from itertools import count
from os import fspath
from pathlib import Path
from typing import Any, overload

from lxml import etree

from jingjin_forms.errors import FileProblemError, FillError, Problem
from jingjin_forms.files.archives import MOST_BYTES
from jingjin_forms.files.handed import (
    Content,
    Source,
    StrPath,
    Writable,
    content_of,
    deliver,
    path_of,
)
from jingjin_forms.files.unchanged import ALWAYS, Remembered, file_state
from jingjin_forms.word import codes
from jingjin_forms.word.budget import Budget, Limits, OverBudgetError
from jingjin_forms.word.compile import Compiled, Part, compile_parts
from jingjin_forms.word.diagnose import Diagnosis, repeated_readings
from jingjin_forms.word.docx.location import part_title
from jingjin_forms.word.docx.package import Package
from jingjin_forms.word.faults import problem_at, tag_of
from jingjin_forms.word.file_format import WORD, template_parts
from jingjin_forms.word.language.own_functions import NONE, Functions, Own, own_of
from jingjin_forms.word.pictures.media import Brought, relationship_ids
from jingjin_forms.word.pictures.replacing import replaced_parts
from jingjin_forms.word.printing.links import carrying_id
from jingjin_forms.word.subdocuments.importing import Imports
from jingjin_forms.word.subdocuments.subdocument import (
    Subdocument,
    empty_subdocument,
    subdocument_of,
)


class CompiledTemplate:
    """A Word template, compiled. Made by `compile_template`."""

    def __init__(self, path: Path, compiled: Compiled):
        self.path = path
        """Where it was read from; a name alone where it was no path."""
        self.variables = compiled.names
        """The names the template asks its mapping for, e.g. {"學校名稱", "經費項目"}."""
        self.words = compiled.words
        """`variables`, and what the template asks of values by name: of `項目.單價` both words."""
        self.limits = Limits()
        """What one fill may cost; `limits = Limits(seconds=30)` for a form of 500,000 rows."""
        self._package = compiled.package
        self._format = compiled.file_format
        self._parts = compiled.parts
        self._first_drawing_number = compiled.first_drawing_number
        self._own = compiled.own
        self._functions = frozenset(name for name, _ in compiled.own.functions)

    @property
    def suffix(self) -> str:
        """What it is filled to: .docx or .odt."""
        return self._format.suffix

    def __repr__(self) -> str:
        return f"CompiledTemplate({self.path.name!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        """For worker processes, which compile it once more: programs cannot be pickled."""
        content = Package(self._package.parts).assemble(())
        return _compiled_again, (self.path, content, self._own, self.limits)

    def render(self, mapping: Mapping[str, Any]) -> bytes:
        """The finished file, .docx or .odt as the template is, for these values by name of the tag.

        Raises FillError naming every missing or unprintable value with its place.
        """
        if not hasattr(mapping, "keys"):
            fault = "要給標籤與內容的對照，例如 {'學校名稱': '…'}。"
            problem = Problem("資料", fault, mapping, code=codes.NOT_A_GROUP)
            raise FillError(self.path.name, [problem])
        if self._functions and (clash := self._functions.intersection(mapping.keys())):
            raise FillError(self.path.name, [*map(_two_things, sorted(clash))])
        budget = Budget(self.limits)
        numbers = count(self._first_drawing_number)
        contents: list[bytes] = []
        try:
            for part in self._parts:
                contents.append(_filled(part, mapping, budget, numbers))
        except OverBudgetError as error:
            tag = tag_of(error.__traceback__, part)  # pyright: ignore[reportPossiblyUnboundVariable]
            problem = problem_at(tag, part, str(error), codes.TOO_MUCH)  # pyright: ignore[reportPossiblyUnboundVariable]
            raise FillError(self.path.name, [problem]) from None
        except Exception:
            return self._diagnosed(mapping, part)  # pyright: ignore[reportPossiblyUnboundVariable]
        return self._package.assemble(contents)

    @overload
    def fill(self, mapping: Mapping[str, Any], out: StrPath, *, overwrite: bool = True) -> Path: ...

    @overload
    def fill(
        self, mapping: Mapping[str, Any], out: Writable, *, overwrite: bool = True
    ) -> None: ...

    def fill(
        self, mapping: Mapping[str, Any], out: StrPath | Writable, *, overwrite: bool = True
    ) -> Path | None:
        """Write the finished file to `out`, whole or not at all, and return its path; or into a
        file that is open for writing in binary mode.

        A file that is there is replaced in one step. Raises FillError as `render` does,
        FileProblemError when it cannot be written and, without `overwrite`, when it exists: that
        one is a FileExistsError too.
        """
        if not callable(getattr(out, "write", None)):
            path_of(out, "輸出檔")  # before the rendering
        return deliver(out, self.render(mapping), overwrite=overwrite)

    def build_url_id(self, address: str) -> str:
        """The `url_id` of a docxtpl RichText that leads to an address.

        RichText("花蓮縣政府", url_id=template.build_url_id("https://www.hl.gov.tw/"))
        """
        return carrying_id(address)

    def new_subdoc(self, source: StrPath | None = None) -> Subdocument:
        """A python-docx document to be printed at a tag `{{p … }}`; that of a .docx at `source`.

        Without `source` it is empty and has the template's styles. Raises FileProblemError, also
        where the template is an .odt.
        """
        self._refuse_odt("子文件")
        if source is not None:
            return subdocument_of(source)
        package = self._package
        return empty_subdocument(package.assemble(package.parts[n] for n in package.changing))

    def replacing(self, replacements: Mapping[str | bytes, StrPath | bytes]) -> "CompiledTemplate":
        """A template like this one with other pictures or embedded files.

            template.replacing({"校徽": "logo.png", "word/embeddings/表.xlsx": "新表.xlsx"})

        What is replaced is told by the name, title or alternative text of a picture, by the name
        of a part in the .docx, or by the bytes it has now; what comes instead is a file or bytes.
        A picture keeps its place and size. Raises FileProblemError for what is not found, and where
        the template is an .odt.
        """
        self._refuse_odt("換圖片與內嵌檔案")
        changed = replaced_parts(self._package, replacements)
        other = self._twin()
        other._package = self._package.with_parts(changed)
        return other

    def with_limits(self, limits: Limits) -> "CompiledTemplate":
        """A template like this one with other limits; this one may be in use elsewhere."""
        other = self._twin()
        other.limits = limits
        return other

    def _refuse_odt(self, what: str) -> None:
        if self.suffix != WORD.suffix:
            raise FileProblemError(
                f"範本「{self.path.name}」是 .odt，{what}只有 .docx 範本可以用：請用 .docx 範本。"
            )

    def _twin(self) -> "CompiledTemplate":
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        return other

    def _diagnosed(self, mapping: Mapping[str, Any], failed: Part) -> bytes:
        """What is filled with care, or all that is wrong with it; a part has `failed` to be filled
        fast, and those that do not are filled so."""
        problems: list[Problem] = []
        brought: dict[str, Brought] = {}
        imports = Imports(self._package)
        contents: list[bytes] = []
        budget = Budget(self.limits)
        numbers = count(self._first_drawing_number)
        for part in self._parts:
            if part is not failed:
                with suppress(Exception):
                    contents.append(_filled(part, mapping, budget, numbers))
                    continue
            known = relationship_ids(self._package, part.name)
            rendering = Diagnosis(part, mapping, known, budget, imports)
            xml = rendering.render(part.bound.environment)
            problems += rendering.problems
            if rendering.stopped:
                break
            if rendering.brought:
                brought[part.name] = rendering.brought
            if not problems:
                try:
                    anchors = part.has_anchors or rendering.prints_subdocuments
                    xml = self._format.with_styles(xml, rendering.brought)
                    content = part.finished(xml, numbers, self._format is WORD, anchors)
                except (etree.XMLSyntaxError, ValueError) as error:
                    message = f"填好後不是完整的 Word XML（{error}）：請檢查屬性裡的標籤。"
                    problems.append(Problem(part_title(part.name), message, code=codes.BROKEN))
                    break
                problems += rendering.problems_of_markup(content)
                contents.append(content)
        problems += repeated_readings(mapping)
        if problems:
            raise FillError(self.path.name, problems)
        package = imports.package()
        return (self._format.with_brought(package, brought) if brought else package).assemble(
            contents
        )


def _filled(
    part: Part, mapping: Mapping[str, Any], budget: Budget, numbers: Iterator[int]
) -> bytes:
    """A part, filled fast; raises whatever a value or an expression raises."""
    xml = part.bound.render(mapping, budget)
    return part.finished(xml, numbers, part.has_drawings, part.has_anchors)


_compiled: Remembered[CompiledTemplate] = Remembered(256)
_NO_NAME = "範本.docx"


def compile_template(
    source: Source, *, filters: Functions | None = None, functions: Functions | None = None
) -> CompiledTemplate:
    """Compile a .docx or .odt: the path of one, its bytes, or a file that is open in binary mode.

    What has not changed since is not compiled again, with the same `filters` (`{{ 單價|千分位 }}`)
    and `functions` (`{{ 地址(學校名稱) }}`) of one's own, by the names that tags use. These get the
    values that the template has and give what is printed; their names must be free.

    Raises FileProblemError when it cannot be read, TemplateError naming every faulty tag and every
    name that is taken.
    """
    given = content_of(source, MOST_BYTES)
    name = _NO_NAME if given is not None else fspath(path_of(source, "範本"))
    own = NONE
    if filters or functions:
        own = own_of(filters, functions, Path(given.name if given else name).name or _NO_NAME)
    if given is not None:
        return _of_content(given, own)
    try:
        state = file_state(name)
    except (OSError, ValueError) as error:
        raise FileProblemError(f"找不到範本檔「{name}」（{error}）。") from None
    key = (*state.key, *own.identity())
    if (known := _compiled.get(key, state.stamp)) is not None:
        return known
    path = Path(name)
    template = CompiledTemplate(path, compile_parts(path, template_parts(path), own))
    if state.is_settled:
        _compiled.keep(key, state.stamp, template)
    return template


def as_template(given: "CompiledTemplate | Source") -> CompiledTemplate:
    """A template that is compiled already, or whatever `compile_template` takes."""
    return given if isinstance(given, CompiledTemplate) else compile_template(given)


def _of_content(given: Content, own: Own) -> CompiledTemplate:
    name, content = given
    key = (sha256(content).digest(), name, *own.identity())
    if (known := _compiled.get(key, ALWAYS)) is not None:
        return known
    path = Path(name or _NO_NAME)
    template = CompiledTemplate(path, compile_parts(path, template_parts(path, content), own))
    _compiled.keep(key, ALWAYS, template)
    return template


def _compiled_again(path: Path, content: bytes, own: Own, limits: Limits) -> CompiledTemplate:
    return _of_content(Content(str(path), content), own).with_limits(limits)


def _two_things(name: str) -> Problem:
    fault = "同時是 functions 裡的函式和資料的名稱，請把其中一個改名。"
    return Problem(f"「{name}」", fault, path=(name,), code=codes.NAME_TAKEN)
