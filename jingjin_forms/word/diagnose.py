"""The rendering that diagnoses: what the fast one cannot print or explain.

When the fast rendering of a file meets a picture, special markup or any fault, the file is
rendered once more here. The same compiled code runs, bound to functions that know which tag they
print: pictures get the size of their cell, and every fault is collected with its place instead of
ending at the first.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from time import thread_time
from types import FrameType
from typing import Any, cast

from docxtpl import DocxTemplate, InlineImage  # pyright: ignore[reportMissingTypeStubs] (it has none)
from jinja2 import StrictUndefined
from lxml import etree
from markupsafe import Markup

from jingjin_forms.errors import Problem
from jingjin_forms.word import codes
from jingjin_forms.word.budget import Budget, OverBudgetError
from jingjin_forms.word.compile import Part
from jingjin_forms.word.fact_paths import FactPath, path_of, path_of_missing
from jingjin_forms.word.faults import code_of, explain, problem_at, tag_at, tag_of
from jingjin_forms.word.file_format import WORD
from jingjin_forms.word.language.reader import Tag
from jingjin_forms.word.language.sandbox import WordEnvironment
from jingjin_forms.word.language.undefined import explain_missing, recorded_undefined
from jingjin_forms.word.pictures.box import Box
from jingjin_forms.word.pictures.fitting import FittedPicture, fit
from jingjin_forms.word.pictures.inline_image import picture_of
from jingjin_forms.word.pictures.media import Brought
from jingjin_forms.word.pictures.picture import Picture
from jingjin_forms.word.printing.lifting import lifted
from jingjin_forms.word.printing.links import link_id
from jingjin_forms.word.printing.markup import DiagnosisNeeded, brings_parts
from jingjin_forms.word.printing.tag_context import TagContext
from jingjin_forms.word.printing.text import (
    NO_PLACE_FOR_PICTURES,
    LongText,
    UnprintableError,
    attribute_text,
)
from jingjin_forms.word.subdocuments.importing import Imports

_ONLY_IN_WORD = "是 Word 的子文件，只能印在 .docx 範本。"
_DEEPEST = 8
_READ_ONCE = "是只能讀一次的資料（iterator），這裡需要讀第二次：請先轉成 list。"
_words = re.compile(r"\w+").findall


class Diagnosis:
    """One diagnosing rendering of one part."""

    def __init__(
        self,
        part: Part,
        mapping: Mapping[str, Any],
        relationships: AbstractSet[str],
        budget: Budget,
        imports: Imports,
    ):
        self.problems: list[Problem] = []
        self.brought = Brought()
        """The pictures and links that this part's values bring."""
        self.prints_subdocuments = False
        self.stopped = False
        """Whether the budget is used up: the other parts need not be tried."""
        self._part = part
        self._mapping = mapping
        self._relationships = relationships
        self._budget = budget
        self._fitted: dict[tuple[Picture, Box], FittedPicture] = {}
        self._file_name = part.program.code.co_filename
        self._markup_tags: list[Tag | None] = []
        self._pictures_printed = 0
        self._imports = imports
        self._is_lifted = False

    def render(self, environment: WordEnvironment) -> str:
        """The part's XML; incomplete when `problems` is not empty afterwards."""
        undefined = recorded_undefined(self._record_missing)
        strict = environment.overlay(undefined=undefined)
        printers = {slot: self._printer(slot) for slot in TagContext}
        try:
            xml = self._part.program.bind(strict, printers).render(self._mapping, self._budget)
        except Exception as error:  # whatever an expression of the template did
            tag = tag_of(error.__traceback__, self._part)
            self._add(tag, explain(error), code_of(error))
            self.stopped = isinstance(error, OverBudgetError)
            return ""
        if not self._markup_tags or self.problems:
            return xml
        if self._is_lifted:
            try:
                xml = lifted(xml)
            except etree.XMLSyntaxError:
                return xml  # said by `problems_of_markup`
        # docxtpl's RichText and Listing write \n \t \a \f and leave them to this method of its.
        return DocxTemplate(Path()).resolve_listing(xml)  # pyright: ignore[reportUnknownMemberType]

    def problems_of_markup(self, content: bytes) -> list[Problem]:
        """What markup has done to the finished part: a new paragraph can tear a hyperlink."""
        if self._markup_tags:
            try:
                etree.fromstring(content)
            except etree.XMLSyntaxError:
                fault = "的換段或換頁在這個位置會弄壞檔案，請改用換行。"
                self._add(self._markup_tags[0], fault, codes.NOT_PRINTABLE)
        return self.problems

    def _printer(self, slot: TagContext) -> Callable[[object], str]:
        fast = self._part.file_format.printers[slot]

        def print_value(value: object) -> str:
            try:
                if isinstance(value, StrictUndefined):
                    self._record_missing(value)
                    return ""
                if isinstance(value, Picture | InlineImage):
                    if slot is not TagContext.RUN:
                        raise UnprintableError(NO_PLACE_FOR_PICTURES)
                    return self._picture(value)
                return fast(value)
            except DiagnosisNeeded:
                return self._markup(value, slot)
            except LongText as long:
                self._budget.printed(1, len(long.text))
                return long.text
            except OverBudgetError:
                raise
            except Exception as error:  # also what a value's own __str__ raises
                self._add(self._current_tag(), explain(error), code_of(error), value)
            return ""

        return print_value

    def _picture(self, picture: Picture | InlineImage) -> str:
        """The picture, told to readers who cannot see it by its number if nothing else is said."""
        tag = self._current_tag()
        box = self._part.boxes.get(tag.element if tag else -1) or self._part.boxes[-1]
        if isinstance(picture, InlineImage):
            picture, box = picture_of(picture, box)
        fitted = self._fit(picture, box)
        self.brought.pictures[fitted.media.relation] = fitted.media
        if fitted.link:
            self.brought.links[link_id(fitted.link)] = fitted.link
        self._pictures_printed += 1
        description = fitted.description or f"照片 {self._pictures_printed}"
        return self._part.file_format.drawing(fitted, attribute_text(description))

    def _fit(self, picture: Picture, box: Box) -> FittedPicture:
        """Once for each picture and size, however often it is printed."""
        if (picture, box) not in self._fitted:
            began = thread_time()
            self._fitted[picture, box] = fit(picture, box)
            self._budget.give_back(thread_time() - began)
        return self._fitted[picture, box]

    def _markup(self, value: object, slot: TagContext) -> str:
        tag = self._current_tag()
        path = tag.path if tag else ()
        within = frozenset(name for name, number in path if not number)  # of its paragraph
        namespaces = self._part.namespaces
        if brings_parts(type(value)):
            if self._part.file_format is not WORD:
                self._add(tag, _ONLY_IN_WORD, codes.NOT_PRINTABLE, value)
                return ""
            self.prints_subdocuments = True
            try:
                value = Markup(self._imports.xml(value, namespaces, self.brought))
            except Exception as error:  # python-docx trusts what stands in a file
                self._add(tag, explain(error), code_of(error), value)
                return ""
        # What a macro or a block has printed already is printed once more as its result.
        known = {*self._relationships, *self.brought.pictures, *self.brought.links}
        placed = self._part.file_format.placed_markup(value, slot, namespaces, known, within)
        if placed.fault is not None:
            self._add(tag, placed.fault, codes.NOT_PRINTABLE, value)
            return ""
        self._markup_tags.append(tag)
        self._is_lifted |= placed.is_lifted
        self.brought.links |= placed.links
        self.brought.styles |= placed.styles
        return placed.xml.replace('"', "&quot;") if slot is TagContext.ATTRIBUTE else placed.xml

    def _record_missing(self, value: StrictUndefined) -> None:
        path = path_of_missing(value._undefined_obj, value._undefined_name, self._mapping)  # pyright: ignore[reportPrivateUsage]
        message = explain_missing(value, self._mapping)
        self._add(self._current_tag(), message, codes.MISSING, path=path)

    def _current_frame(self) -> FrameType | None:
        # jinja2 tells its printing functions no line; the line that called them does.
        frame = sys._getframe(1)  # pyright: ignore[reportPrivateUsage]
        while frame is not None and frame.f_code.co_filename != self._file_name:
            frame = frame.f_back
        return frame

    def _current_tag(self) -> Tag | None:
        frame = self._current_frame()
        return self._tag_at(frame.f_lineno) if frame is not None else None

    def _current_path(self, tag: Tag, value: object) -> FactPath:
        """Where a value stands that cannot be printed."""
        frame = self._current_frame()
        at = {id(local) for local in frame.f_locals.values()} if frame is not None else set[int]()
        words: set[str | int] = {*_words(tag.code)}
        return path_of(value, self._mapping, words, {*at, id(self._mapping)})

    def _tag_at(self, code_line: int) -> Tag | None:
        return tag_at(code_line, self._part)

    def _add(
        self,
        tag: Tag | None,
        message: str,
        code: str,
        value: object = None,
        path: FactPath = (),
    ) -> None:
        if tag is not None and value is not None:
            path = self._current_path(tag, value)
        problem = problem_at(tag, self._part, message, code, value, path)
        # A loop meets the same fault in every row; values that cannot be compared are told apart
        # by what the message shows of them.
        if str(problem) not in map(str, self.problems):
            self.problems.append(problem)


def repeated_readings(mapping: Mapping[str, Any]) -> list[Problem]:
    """Values that can be read only once: the fast rendering has used them up already."""
    return [
        Problem(path, _READ_ONCE, path=(path,), code=codes.READ_ONCE)
        for path in map("".join, _iterators(mapping, ()))
    ]


def _iterators(value: Any, steps: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The way to each of them, step by step."""
    if isinstance(value, str):
        return
    if isinstance(value, Iterator):
        yield steps
    elif len(steps) < _DEEPEST and isinstance(value, Mapping):
        for key, inner in cast(Mapping[Any, Any], value).items():
            yield from _iterators(inner, (*steps, f".{key}" if steps else str(key)))
    elif len(steps) < _DEEPEST and isinstance(value, list | tuple):
        for number, inner in enumerate(cast(list[Any], value), 1):
            yield from _iterators(inner, (*steps, f" 第 {number} 項"))
