"""Facts and texts: the million."""

from pathlib import Path
from typing import Any

from jingjin_forms import FactsError, FillError, JingjinError, compile_template, list_forms
from tests.hostile import values
from tests.hostile.bench import REFUSED, WRITTEN, Bench, Left
from tests.hostile.facts import are_printed, draft, holes_on, with_texts
from tests.hostile.page import Lost
from tests.word.build import cell, docx, par, row, run, saved, table

_TEXTS_PER_DRAFT = 8
_ILLEGAL = 0.04  # of the cases have one text that Word cannot hold
_SAVED = 16  # every so many files go to the disk
NEIGHBOUR = b"of somebody else"


class FactsKind:
    """Every form with facts from its fields.

    Eight cases share one draft. It is printed with plain markers first; then each case's page must
    be that page with its texts in the markers' places, in every paragraph of every part.
    """

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._forms = list_forms()
        self._photos = [small_picture(bench.work / "photo.png")]
        self._group = -1
        self._folder = bench.work / "saved"
        self._folder.mkdir(exist_ok=True)
        (self._folder / "neighbour.docx").write_bytes(NEIGHBOUR)

    def run(self, number: int) -> str:
        """See `Kind`."""
        group, place = divmod(number, _TEXTS_PER_DRAFT)
        if group != self._group:
            self._start(group)
        random = self._bench.random("facts", number, "texts")
        texts = [values.text(random) for _ in range(self._draft.holes)]
        spoilt = bool(self._holes) and random.random() < _ILLEGAL
        if spoilt:
            texts[random.choice(self._holes)] = values.text(random, illegal=1)
        try:
            form = self._draft.form.load(self._draft.filled(texts), folder=".")
            if place == 1:
                form.check()
            content = form.to_bytes()
        except (FactsError, FillError) as error:
            if self._refusal is None and not spoilt:
                raise Lost(f"{self._draft.form.key}: refused: {error}") from None
            return self._bench.refused(error)
        if spoilt or self._refusal is not None:
            raise Lost(f"{self._draft.form.key}: accepted, though {self._refusal or 'not XML'}")
        self._compare(self._bench.produced(content).paragraphs, texts)
        if number % _SAVED == 0:
            self._save(form, content)
        return WRITTEN

    def _start(self, group: int) -> None:
        """Draw the draft of a group of cases, and print it with markers."""
        random = self._bench.random("facts", group)
        form = self._forms[group % len(self._forms)]
        self._group, self._refusal = group, None
        self._draft = draft(form, random, self._photos)
        self._page: list[str] = []
        self._holes: list[int] = []
        try:
            content = form.load(self._draft.filled(self._draft.markers()), folder=".").to_bytes()
            self._page = self._bench.produced(content, plain=True).paragraphs
            self._holes = sorted(holes_on(self._page))
        except JingjinError as error:
            self._bench.refused(error)
            self._refusal = error
            return
        if unprinted := self._draft.unprinted(self._page):
            raise Lost(f"{form.key}: figures not on the page: {unprinted}")

    def _printed(self, texts: list[str]) -> list[str]:
        content = self._draft.form.load(self._draft.filled(texts), folder=".").to_bytes()
        return self._bench.produced(content).paragraphs

    def _compare(self, paragraphs: list[str], texts: list[str]) -> None:
        expected = with_texts(self._page, texts)
        if are_printed(expected, paragraphs):
            return
        blank = {n for n, text in enumerate(texts) if not text.strip()}
        if blank:  # some papers leave out a text of nothing but blanks: look at the others
            markers = self._draft.markers()
            other = [markers[n] if n in blank else text for n, text in enumerate(texts)]
            if are_printed(with_texts(self._page, other), self._printed(other)):
                return
        pairs = zip([*expected, ""], [*paragraphs, ""], strict=False)
        given, shown = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
        raise Lost(f"{self._draft.form.key}: given {given[:200]!r}, shown {shown[:200]!r}")

    def _save(self, form: Any, content: bytes) -> None:
        target = form.save(self._folder / "paper.docx", overwrite=True)
        if target.read_bytes() != content:
            raise Left("the file on the disk is not what to_bytes gives")
        check_folder(self._folder, {"neighbour.docx": NEIGHBOUR, "paper.docx": content})


def check_folder(folder: Path, expected: dict[str, bytes]) -> None:
    """Raise Left unless the folder holds just these files."""
    found = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    if found != expected:
        names = sorted(found.keys() ^ expected.keys()) or [
            name for name in found if found[name] != expected[name]
        ]
        raise Left(f"left behind, missing or changed: {names}")


def small_picture(path: Path) -> Path:
    """A picture of a few pixels."""
    from PIL import Image

    Image.new("RGB", (60, 40), (200, 30, 30)).save(path)
    return path


_SLOTS = ("文", "格", "屬", "題", "頁", "連")


class TextsKind:
    """A text in every kind of place that a template can give it; nothing of any form."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        control = (
            '<w:sdt><w:sdtPr><w:alias w:val="{{ 屬 }}"/></w:sdtPr>'
            f"<w:sdtContent>{par('x')}</w:sdtContent></w:sdt>"
        )
        link = f'<w:p><w:hyperlink r:id="rIdLink">{run("{{ 連 }}")}</w:hyperlink></w:p>'
        content = docx(
            par("前{{ 文 }}後"),
            table(row("{{ 格 }}", cell(par("左{{ 格 }}", "右")))),
            control,
            link,
            links={"rIdLink": "https://example.org/"},
            header=par("{{ 頁 }}"),
            core={"dc:title": "{{ 題 }}"},
        )
        self._template = compile_template(saved(bench.work, content, "texts.docx"))

    def run(self, number: int) -> str:
        """See `Kind`."""
        random = self._bench.random("texts", number)
        texts = [values.text(random, illegal=_ILLEGAL / 4) for _ in _SLOTS]
        legal = all(map(values.is_legal, texts))
        try:
            content = self._template.render(dict(zip(_SLOTS, texts, strict=True)))
        except FillError as error:
            if legal:
                raise Lost(f"refused: {error}") from None
            return self._bench.refused(error) and REFUSED
        if not legal:
            raise Lost(f"accepted: {texts!r}")
        page = self._bench.produced(content)
        text, inside, attribute, title, head, link = map(values.as_read, texts)
        expected = [f"前{text}後", inside, f"左{inside}右", "x", link, head, title]
        if page.paragraphs != expected:
            raise Lost(f"given {expected!r:.400}, shown {page.paragraphs!r:.400}")
        if page.attributes("alias") != [attribute]:
            raise Lost(f"given {attribute!r:.200}, shown {page.attributes('alias')!r:.200}")
        return WRITTEN
