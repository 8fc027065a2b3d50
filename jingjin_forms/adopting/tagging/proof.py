"""Proof of a template before it is handed out: empty it prints the blank, each mark once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from jingjin_forms.adopting.hole import Box, Hole
from jingjin_forms.adopting.tagging.marks import digits_shown, marked
from jingjin_forms.adopting.tagging.tagging import Tagged
from jingjin_forms.adopting.tagging.tags import TICKED, shown_of, twin_of
from jingjin_forms.errors import FileProblemError, FillError, TemplateError, listed
from jingjin_forms.page.glyphs import shown_as
from jingjin_forms.page.line import Line
from jingjin_forms.page.page import Page, read_page
from jingjin_forms.word.compile import compile_parts
from jingjin_forms.word.language.fact_filters import BLANK
from jingjin_forms.word.template import CompiledTemplate

_NO_TEMPLATE = "範本讀不過，沒有產生範本，請先在 Word 改掉"
_UNUSABLE = "的標籤不能用"
_NOT_HERE = "的標籤在這裡不能用"
_NOT_EMPTY = "空白時印出來與空白表不同"
_NOT_ONCE = "填寫的內容沒有剛好印出一次"
_NOT_TICKED = "勾選後沒有變化"


def faulty_holes(
    name: str, parts: Mapping[str, bytes], made: Mapping[Page, Tagged]
) -> dict[Hole, str]:
    """The blanks whose tags do not print as they should, each with the reason.

    Raises FileProblemError where no tag is left to blame: the fault is in the blank form itself,
    as when it prints a brace that begins a tag.
    """
    unfit = {hole: why for tagged in made.values() for hole, why in tagged.faulty.items()}
    if unfit:
        return unfit
    holes = {hole: page for page in made for hole in made[page].tags}
    try:
        template = template_of(name, {**parts, **{p.name: t.content for p, t in made.items()}})
        return _Proof(template, made, holes).faulty()
    except (TemplateError, FillError) as error:
        if not holes:
            told = listed(map(str, error.problems), "處", 3)
            raise FileProblemError(f"「{name}」本身印的字{_NO_TEMPLATE}：{told}") from None
        return _blamed(error, holes, made)


def template_of(name: str, parts: Mapping[str, bytes]) -> CompiledTemplate:
    """The template of these parts. Raises TemplateError."""
    path = Path(name)
    return CompiledTemplate(path, compile_parts(path, parts))


def _blamed(
    error: TemplateError | FillError, holes: Mapping[Hole, Page], made: Mapping[Page, Tagged]
) -> dict[Hole, str]:
    """The blanks whose tags an error quotes, else those at its places; else all of them."""
    told = [str(problem) for problem in error.problems]
    quoted = [h for h, page in holes.items() if any(made[page].tags[h] in text for text in told)]
    placed = [h for h in holes if any(text.startswith(str(h.where)) for text in told)]
    return dict.fromkeys(quoted or placed, _NOT_HERE) or dict.fromkeys(holes, _UNUSABLE)


class _Proof:
    """A template filled with nothing and with marks, beside the blank form it was made of."""

    def __init__(
        self,
        template: CompiledTemplate,
        made: Mapping[Page, Tagged],
        holes: Mapping[Hole, Page],
    ):
        self._template = template
        self._pages = list(made)
        self._holes = holes
        self._options = {
            hole: named for tagged in made.values() for hole, named in tagged.options.items()
        }

    def faulty(self) -> dict[Hole, str]:
        empty = self._filled({})
        return self._changed_when_empty(empty) or self._not_once(empty)

    def _filled(self, mapping: Mapping[str, object]) -> dict[Page, list[str]]:
        """What each part prints, line by line; what is not given is blank."""
        blank = dict.fromkeys(self._template.variables, BLANK)
        with ZipFile(BytesIO(self._template.render({**blank, **mapping}))) as archive:
            filled = {page: read_page(page.name, archive.read(page.name)) for page in self._pages}
        return {page: [line.text for line in of.shown()] for page, of in filled.items()}

    def _changed_when_empty(self, empty: Mapping[Page, list[str]]) -> dict[Hole, str]:
        found: dict[Hole, str] = {}
        for page, after in empty.items():
            before = list(page.shown())
            pairs = zip(before, after, strict=False)
            changed = {line for line, text in pairs if line.text != text}
            here = [hole for hole, of_page in self._holes.items() if of_page is page]
            if len(before) != len(after):  # only a list adds or loses lines
                changed |= {hole.line for hole in here if hole.of_list is not None} or set(before)
            if changed:
                blamed = {h: _NOT_EMPTY for h in here if not changed.isdisjoint(_lines_of(h))}
                found |= blamed or dict.fromkeys(here, _NOT_EMPTY)
        return found

    def _not_once(self, empty: Mapping[Page, list[str]]) -> dict[Hole, str]:
        mapping, marks = marked(list(self._holes), self._options)
        filled = self._filled(mapping)
        text = "\n".join(line for lines in filled.values() for line in lines)
        wanted = Counter(marks.values())
        found = {h: _NOT_ONCE for h, mark in marks.items() if text.count(mark) != wanted[mark]}
        for page, lines in filled.items():
            if len(lines) == len(empty[page]):
                found |= dict.fromkeys(self._not_by_digit(page, lines), _NOT_ONCE)
                found |= dict.fromkeys(self._not_ticked(page, empty[page], lines), _NOT_TICKED)
        return found

    def _not_by_digit(self, page: Page, filled: Sequence[str]) -> Iterator[Hole]:
        """The amounts whose digits do not stand each in its cell."""
        number_of = {line: number for number, line in enumerate(page.shown())}
        for hole in self._holes:
            shown = [
                (filled[number_of[line]].strip(), digit)
                for line, digit in digits_shown(hole)
                if line in number_of
            ]
            if any(printed != (digit or "0") for printed, digit in shown):
                yield hole

    def _not_ticked(
        self, page: Page, empty: Sequence[str], filled: Sequence[str]
    ) -> Iterator[Hole]:
        """The choices one of whose boxes is not printed as ticked when all are."""
        number_of = {line: number for number, line in enumerate(page.shown())}
        wanted: dict[tuple[int, str], list[Hole]] = {}
        for hole in self._holes:
            for box in hole.boxes:
                number, shown = number_of.get(box.line), _ticked_look(hole, box)
                if number is not None and number < len(filled) and shown:
                    wanted.setdefault((number, shown), []).append(hole)
        for (number, shown), holes in wanted.items():
            if filled[number].count(shown) - empty[number].count(shown) < len(holes):
                yield from holes


def _ticked_look(hole: Hole, box: Box) -> str:
    """What is read where a box is printed ticked; blank for a box that the blank form ticks."""
    printed = shown_of(box)
    if printed and printed in TICKED:
        return ""
    ticked = twin_of(hole, box)[1]
    if box.length != 1:
        return ticked
    return shown_as(ticked, box.line.piece_at(box.position).font)


def _lines_of(hole: Hole) -> Iterator[Line]:
    yield hole.line
    yield from hole.repeats
    yield from (box.line for box in hole.boxes)
    yield from (line for line, _ in hole.digits)
    if hole.of_list is not None:
        yield from (line for line, *_ in hole.of_list.numbered)
