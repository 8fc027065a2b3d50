"""The joined file, paper by paper."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import zip_longest

from lxml import etree

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.joining.fields import count_to
from jingjin_forms.export.joining.frame import Frame
from jingjin_forms.export.joining.numbering import Lists, Numbering
from jingjin_forms.export.joining.paper import ID, REFERENCES, Paper, UnjoinableError, inside
from jingjin_forms.export.joining.proof import PrintedSection, printed_sections, sections_of
from jingjin_forms.export.joining.refusing import Common, refusal
from jingjin_forms.export.joining.sections import (
    Kind,
    add_running,
    begin_page,
    closing_paragraph,
    count_anew,
    end_section,
    running_kinds,
    starts_at,
)
from jingjin_forms.export.joining.styles import NUMBER_ID, VAL, Styles
from jingjin_forms.export.joining.translating import (
    Counter,
    beginning,
    mark_beginning,
    mark_end,
    translate,
)
from jingjin_forms.files.archives import MOST_BYTES, MOST_PARTS
from jingjin_forms.files.codes import TOO_LARGE
from jingjin_forms.word.docx.location import Element, W

_SECTION = f"{W}sectPr"
_TOO_LARGE = (
    "合併成一個 Word 檔有 {:,.0f} MB，太大了，Word 打不開；"
    "請改用 --merge 全部.pdf，或把名冊分成幾份。"
)


def joined_word(
    papers: Mapping[str, bytes],
    left_out: list[str],
    *,
    odd_pages: bool,
    title: str,
    day: date,
    progress: Callable[[str], object] = lambda _: None,
) -> bytes | None:
    """The papers, by what messages call them, one behind the other in one Word file of this title,
    made on that day; with `odd_pages` each begins on the front of a sheet. None where nothing is
    left; what cannot be in it goes to `left_out`, a sentence each. `progress` is told of each.

    Equal papers give equal bytes. Raises FileProblemError where the file is larger than Word opens,
    and where it does not say what the papers say.
    """
    joined = JoinedWord(odd_pages=odd_pages)
    for name, content in papers.items():
        try:
            joined.add(name, content)
        except UnjoinableError as error:
            left_out.append(f"「{name}」{error}，沒有併進去；請另外列印，或改用 --merge 全部.pdf。")
        except FileProblemError as error:
            left_out.append(f"「{name}」沒有併進去：{error}")
        progress(name)
    return joined.content(title, day) if joined.names else None


class JoinedWord:
    """Papers one behind the other. The first gives the file what a file has once: the defaults, the
    theme, the settings; a paper that has others cannot stand behind it."""

    def __init__(self, *, odd_pages: bool = False):
        self.names: list[str] = []
        """The papers, as messages call them."""
        self._kind = "oddPage" if odd_pages else "nextPage"
        self._frame: Frame | None = None
        self._pieces: list[bytes] = []
        self._size = 0
        self._last: tuple[Paper, Element] | None = None  # its end is written once another follows
        self._running: set[Kind] = set()
        self._wanted: list[tuple[str, list[PrintedSection]]] = []
        self._common: dict[tuple[bytes, ...], Common] = {}
        self._ids = Counter()

    def add(self, name: str, content: bytes) -> None:
        """Put a paper behind the others. Raises UnjoinableError, FileProblemError; then all is as
        it was."""
        paper = Paper(name, content)
        own = self._common_of(paper)
        if self._frame is None:
            self._start(paper, own)
        frame = self._frame
        assert frame is not None
        fault = refusal(paper, own, self._first, frame.namespaces)
        if fault := fault or self._misplaced(paper):
            if not self.names:
                self._frame = None
            raise UnjoinableError(fault)
        wanted = list(sections_of(paper.body, paper.parts, paper.main))
        self._finish_last(is_last=False)
        self._translate(paper, own.lists, frame)
        self._wanted.append((name, wanted))
        self.names.append(name)

    def _misplaced(self, paper: Paper) -> str:
        """Why the paper cannot begin where it should; blank where it can."""
        start = next(map(starts_at, paper.sections()), "")
        is_even = start.isdigit() and not int(start) % 2
        return "頁碼從偶數起，不能從奇數頁開始" if is_even and self._kind == "oddPage" else ""

    def content(self, title: str, day: date) -> bytes:
        """The file. Raises FileProblemError where it is too large, or says something else."""
        assert self._frame is not None
        self._finish_last(is_last=True)
        self._frame.put_lists(self._styles.root, self._numbering.root)
        package = self._frame.package(self._pieces, title, day)
        if self._size > MOST_BYTES or len(package.parts) > MOST_PARTS:
            raise FileProblemError(_TOO_LARGE.format(self._size / 1e6), code=TOO_LARGE)
        self._prove(package.parts, self._frame.main)
        return package.assemble(package.parts[name] for name in package.changing)

    def _start(self, paper: Paper, own: Common) -> None:
        self._frame, self._first = Frame(paper), own
        self._styles, self._numbering = Styles(paper), Numbering(paper)

    def _common_of(self, paper: Paper) -> Common:
        kinds = ("styles", "settings", "theme", "numbering")
        key = tuple(paper.content_of(kind) for kind in kinds)
        if key not in self._common:
            try:
                self._common[key] = Common(paper)
            except etree.XMLSyntaxError:
                raise UnjoinableError("內容損壞") from None
        return self._common[key]

    def _translate(self, paper: Paper, lists: Lists, frame: Frame) -> None:
        """Give the paper the ids that things have in this file."""
        number, mark = len(self.names), f"_paper{len(self.names) + 1}"
        if paper.body.find(_SECTION) is None:
            etree.SubElement(paper.body, _SECTION)
        sections = paper.sections()
        frame.meet(paper)
        styles, added = self._styles.ids_for(paper)
        here: dict[str, str] = {}  # of its lists

        def adapt(part: str, root: Element, relations: dict[str, str]) -> None:
            names = frame.names_in(paper, part, root, relations)
            translate(root, styles, names, self._ids, mark)
            _renumber(root, here, self._numbering, lists, styles)
            count_to(root, mark)

        for style in added:
            _renumber(style, {}, self._numbering, lists, styles)
        parts = {part: frame.add_running(paper, part, adapt, styles) for part in paper.running()}
        for section in sections:
            for reference in section.iterchildren(*REFERENCES):
                own = paper.running_part(reference)
                reference.set(ID, parts[own])
        adapt(paper.main, paper.body, frame.relations)
        self._join(sections, frame, is_first=not number)
        mark_beginning(paper.body, beginning(number), self._ids)
        mark_end(closing_paragraph(paper.body), mark, self._ids)
        self._last = paper, sections[-1]

    def _join(self, sections: list[Element], frame: Frame, *, is_first: bool) -> None:
        """Let the sections of a paper take nothing from those of the one before."""
        own = running_kinds(sections[0])
        if missing := self._running - own:
            blank = {tag: frame.blank(kind) for tag, kind in REFERENCES.items()}
            add_running(sections[0], missing, ID, blank)
        self._running |= set[Kind]().union(*map(running_kinds, sections))
        count_anew(sections[0])
        if not is_first:
            begin_page(sections[0], self._kind)

    def _finish_last(self, *, is_last: bool) -> None:
        if self._last is None:
            return
        paper, section = self._last
        if not is_last:
            paragraph = closing_paragraph(paper.body)
            paper.body.remove(section)
            end_section(paragraph, section)
        piece = inside(paper.body)
        self._size += len(piece)
        self._pieces.append(piece)
        self._last = None

    def _prove(self, parts: Mapping[str, bytes], main: str) -> None:
        """Raise FileProblemError unless each section says what it says in its paper."""
        wanted = ((name, section) for name, own in self._wanted for section in own)
        for before, after in zip_longest(wanted, printed_sections(parts, main)):
            name, section = before or ("多出來的一節", None)
            if section != after:
                raise FileProblemError(
                    f"合併後的「{name}」和原來的不同，沒有寫出；請改用 --merge 全部.pdf。"
                )


def _renumber(
    root: Element, here: dict[str, str], ours: Numbering, lists: Lists, styles: dict[str, str]
) -> None:
    for element in root.iter(NUMBER_ID):
        own = element.get(VAL, "")
        if own == "0":
            continue
        if own not in here:
            here[own] = ours.number(lists, own, styles)
        element.set(VAL, here[own])
