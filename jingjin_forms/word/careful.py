"""The careful rendering: what the fast one cannot print or explain.

When the fast rendering of a file meets a picture, special markup or any fault, the file is
rendered once more here. The same compiled code runs, bound to functions that know which tag they
print: pictures get the size of their cell, and every fault is collected with its place instead of
ending at the first.
"""

import difflib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.exceptions import SecurityError
from jinja2.utils import missing

from jingjin_forms.errors import Problem
from jingjin_forms.word.engine import Program, WordEnvironment
from jingjin_forms.word.picture import Box, FittedPicture, Picture, drawing, fit
from jingjin_forms.word.source import Tag
from jingjin_forms.word.text import (
    PRINTERS,
    CarefulNeeded,
    Slot,
    UnprintableError,
    attribute_text,
)


class CarefulRendering:
    """One careful rendering of one part."""

    def __init__(
        self,
        program: Program,
        tags: Mapping[int, Tag],
        boxes: Mapping[int, Box],
        mapping: Mapping[str, Any],
    ):
        self.problems: list[Problem] = []
        self.pictures: dict[str, FittedPicture] = {}
        """By relationship id."""
        self._program = program
        self._tags = tags
        self._boxes = boxes
        self._mapping = mapping
        self._has_markup = False

    def render(self, environment: WordEnvironment) -> str:
        """The part's XML; incomplete when `problems` is not empty afterwards."""
        strict = environment.overlay(undefined=self._undefined_class())
        printers = {slot: self._printer(slot) for slot in Slot}
        try:
            xml = self._program.bind(strict, printers).render(self._mapping)
        except Exception as error:  # whatever an expression of the template did
            self._add(self._tag_of(error.__traceback__), _explain(error))
            return ""
        # docxtpl's RichText and Listing write \n \t \a \f and leave them to this method of its.
        return DocxTemplate(Path()).resolve_listing(xml) if self._has_markup else xml

    def _printer(self, slot: Slot):
        fast = PRINTERS[slot]

        def print_value(value: object) -> str:
            try:
                if isinstance(value, StrictUndefined):
                    return str(value)
                if isinstance(value, Picture):
                    return self._picture(value, slot)
                return fast(value)
            except CarefulNeeded:
                self._has_markup = True
                return str(value.__html__())  # type: ignore[attr-defined]
            except UnprintableError as error:
                self._add(self._current_tag(), str(error), value)
            return ""

        return print_value

    def _picture(self, picture: Picture, slot: Slot) -> str:
        tag = self._current_tag()
        if slot is not Slot.RUN:
            raise UnprintableError("圖片只能放在儲存格或段落的文字裡。")
        box = self._boxes.get(tag.element if tag else -1) or self._boxes[-1]
        fitted = fit(picture, box)
        relationship = f"rIdPicture{fitted.name.split('.')[0]}"
        self.pictures[relationship] = fitted
        return drawing(fitted, relationship, attribute_text(fitted.description))

    def _undefined_class(self) -> type[StrictUndefined]:
        rendering = self

        class RecordedUndefined(StrictUndefined):
            """Collects its own use and stays quiet, so that the next fault is found too."""

            def _record(self) -> None:
                rendering._add(rendering._current_tag(), _missing(self, rendering._mapping))

            def __str__(self) -> str:
                self._record()
                return ""

            def __iter__(self) -> Iterator[Any]:
                self._record()
                return iter(())

            def __bool__(self) -> bool:
                self._record()
                return False

            def __getattr__(self, name: str) -> Any:
                if name.startswith("__"):
                    raise AttributeError(name)
                return self

        return RecordedUndefined

    def _current_tag(self) -> Tag | None:
        frame = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename != self._program.code.co_filename:
            frame = frame.f_back
        return self._tag_at(frame.f_lineno) if frame is not None else None

    def _tag_of(self, trace: TracebackType | None) -> Tag | None:
        found = None
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self._program.code.co_filename:
                found = self._tag_at(trace.tb_lineno)
            trace = trace.tb_next
        return found

    def _tag_at(self, code_line: int) -> Tag | None:
        return self._tags.get(self._program.source_line(code_line))

    def _add(self, tag: Tag | None, message: str, value: object = None) -> None:
        where = f"{tag.place} 的 {tag.text}" if tag else self._program.name
        problem = Problem(where, message, value)
        if problem not in self.problems:  # a loop meets the same fault in every row
            self.problems.append(problem)


def _missing(value: StrictUndefined, mapping: Mapping[str, Any]) -> str:
    if value._undefined_exception is SecurityError:
        return _REFUSED
    name, owner = value._undefined_name, value._undefined_obj
    if owner is missing:
        message, known = f"資料裡沒有「{name}」", mapping
    else:
        message, known = f"這一項資料裡沒有「{name}」", owner
    names = [str(key) for key in known] if isinstance(known, Mapping) else []
    near = difflib.get_close_matches(str(name), names, n=1, cutoff=0.5)
    return f"{message}，是不是「{near[0]}」？" if near else f"{message}，請補上資料或改標籤。"


_REFUSED = "這個標籤想使用範本不准使用的程式功能，已拒絕。"


def _explain(error: Exception) -> str:
    if isinstance(error, SecurityError):
        return _REFUSED
    if isinstance(error, UnprintableError | TemplateError):
        return f"{error}"
    return f"這個標籤算不出來（{type(error).__name__}：{error}），請檢查寫法與資料。"
