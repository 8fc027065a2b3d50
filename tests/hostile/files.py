# ruff: noqa: E501 (tables of values)
"""Files that people hand over: facts files, rosters, pictures, templates; whole and spoilt."""

import csv
import json
import re
import shutil
import zipfile
from collections.abc import Sequence
from html import escape
from io import BytesIO, StringIO
from pathlib import Path
from random import Random
from typing import Any

from jingjin_forms import JingjinError, compile_template, get_form, list_forms
from jingjin_forms.batch import Outcome, fill_many
from tests.helpers import structural_faults
from tests.hostile import values
from tests.hostile.bench import REFUSED, WRITTEN, Bench, Left
from tests.hostile.facts import draft
from tests.hostile.filling import NEIGHBOUR, check_folder, small_picture
from tests.hostile.mutate import mutated, mutated_zip
from tests.hostile.page import Invalid, Lost

_YAML = (
    b"*a", b"&a ", b"&a [*a]", b"<<: *a\n", b"\t", b"\n\t", b"---\n", b"...\n", b"!!python/object:a ",
    b"!!binary ", b"\xff\xfe", b"\xef\xbb\xbf", b"\x00", b"\x85", b"{", b"}", b"[", b"]", b'"', b"'",
    b": ", b"- ", b"|-\n", b">", b"? ", b"# ", b"%YAML 1.1\n", b"@", b"`", b'"\\U00110000"',
    b'"\\ud800"', b"\n\n", b"\r", "｛：　".encode(), b"[" * 500, b"{a: " * 300, b"- " * 300,
    b"\xe2\x80\xa8", b"null", b"~", b"1e999", b"NaN", b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
)  # fmt: skip
_XML = (
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"<", b">", b"</w:t>", b"<w:p/>", b"\x00", b"\xff",
    b"<c r='XFD1048576'><v>1</v></c>", b"<c r='A0'/>", b"<v>99999999</v>", b"t=\"s\"", b"<row r='0'>",
    b"<mergeCell ref='A1:XFD1048576'/>", b"<f>A1</f>", b"table:number-columns-repeated='999999999'",
    b"table:number-rows-repeated='999999999'", b"_x0000_", b"&#0;", b"&#x1F600;",
)  # fmt: skip
_PICTURE = (
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"\x00" * 9,
    b"\xff" * 9,
    b"IHDR\0\0\x32\xc8\0\0\x32\xc8",
    b"GIF89a",
)
_TAGS = (
    "{{", "}}", "{%", "%}", "{#", "#}", "{{ 甲 }}", "{{ 甲.乙.丙 }}", "{% if 甲 %}", "{% endif %}",
    "{%tr for 列 in 經費項目 %}", "{%tr endfor %}", "{%p if 甲 %}", "{%p endif %}", "{% raw %}",
    "{{ 9 * 9 }}", "{{ 'a' * 999 }}", "{{ 1/0 }}", "{{ ''.__class__.__mro__ }}", "{% set 甲 = 1 %}",
    "{{ 學校名稱|upper }}", "{{ 學校名稱|nothing }}", "{% include 'a' %}", "{% extends 'a' %}", "｛｛ 甲 ｝｝",
    "{% macro 甲() %}", "{% endmacro %}", "{% block 甲 %}", "{% endblock %}", "{{ loop.index }}", "{%",
    "{% hm %}", "{% vm %}", "{% colspan 2 %}", "{% cellbg 'FFFF00' %}", "{{r 甲 }}", "{%- if 1 -%}",
    "</w:t></w:r><w:r><w:t>", "</w:p>", "<w:p>", "<w:tr>", "</w:tc>", "<w:bookmarkStart w:id='1' w:name='a'/>",
    "<wp:docPr id='99999999999' name='a'/>", "<?xml-stylesheet a?>", "&b;", "<w:br/>", "2.5cm",
)  # fmt: skip
_WORDS = (
    *(tag for tag in _TAGS if "<" not in tag),
    *("甲", "  ", "{{ 9 * 9 }}", "{% set 甲 = 1 %}", "{% if 0 %}甲{% endif %}", "{% raw %}{{{% endraw %}",
      "{% for a in 'abc' %}{{ a }}{% endfor %}", "{{ 1|string|center(9) }}", "{# 甲 #}", "{_{ 甲 }_}") * 4,
)  # fmt: skip
_TAG_BYTES = tuple(tag.encode() for tag in _TAGS)
_DOCX_PARTS = (
    *("word/document.xml",) * 7, "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels",
    "word/styles.xml", "docProps/core.xml", "word/footer1.xml",
)  # fmt: skip


class FactsFilesKind:
    """A .yaml or .json of a form: its sample or facts from its fields, mostly spoilt."""

    def __init__(self, bench: Bench) -> None:
        self._bench, self._forms = bench, list_forms()
        self._photo = small_picture(bench.work / "photo.png")

    def run(self, number: int) -> str:
        """See `Kind`."""
        random = self._bench.random("facts files", number)
        form = random.choice(self._forms)
        made = draft(form, random, [self._photo], wrong=0)
        texts = [values.text(random) for _ in range(made.holes)]
        suffix = random.choice((".yaml", ".json", ".json", ".yml"))
        facts = made.filled(texts)
        if random.random() < 0.3:
            content, suffix = form.sample_path().read_bytes(), ".yaml"
        else:
            content = json.dumps(facts, ensure_ascii=random.random() < 0.5).encode()
        if spoilt := random.random() < 0.9:
            content = mutated(content, random, _YAML)
        path = self._bench.work / f"facts{suffix}"
        path.write_bytes(content)
        try:
            page = self._bench.produced(form.load(path).to_bytes())
        except JingjinError as error:
            if spoilt or suffix != ".json":
                return self._bench.refused(error)
            return self._as_mapping(form, facts, error)
        if not spoilt and suffix == ".json":
            expected = self._bench.produced(
                form.load(facts, folder=path.parent).to_bytes()
            ).paragraphs
            if page.paragraphs != expected:
                raise Lost(f"{form.key}: the file and the mapping print different pages")
        return WRITTEN

    def _as_mapping(self, form: Any, facts: dict[str, Any], error: JingjinError) -> str:
        try:
            form.load(facts, folder=".").to_bytes()
        except JingjinError:
            return self._bench.refused(error)
        raise Lost(f"{form.key}: refused as a file only: {error}") from None


_COLUMNS = ("學校名稱", "計畫名稱", "雜支")
_ROWS = 3
_ODS = '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="資料">{}</table:table></office:spreadsheet></office:body></office:document-content>'
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


class RostersKind:
    """A table of three rows as .xlsx, .ods or .csv, mostly spoilt, filled by `fill_many`."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._form = get_form("school_based/budget_estimate")
        self._makers = {".xlsx": _xlsx, ".ods": _ods, ".csv": _csv}

    def run(self, number: int) -> str:
        """See `Kind`."""
        random = self._bench.random("rosters", number)
        rows = [
            [random.choice(values.ORDINARY), _one_line(random), str(random.randrange(999))]
            for _ in range(_ROWS)
        ]
        suffix = random.choice(list(self._makers))
        content = self._makers[suffix]([list(_COLUMNS), *rows])
        spoilt = random.random() < 0.85
        if spoilt and suffix == ".csv":
            content = mutated(content, random, (b'"', b",", b"\n", b"\xff", b"\0", b";", b"\t"))
        elif spoilt:
            content = mutated_zip(content, random, _SHEETS, _XML)
        folder = self._bench.work / "rosters"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        table = folder / f"roster{suffix}"
        table.write_bytes(content)
        (folder / "neighbour.docx").write_bytes(NEIGHBOUR)
        try:
            report = fill_many(self._form, table, folder / "out", name="{列}.docx")
        except JingjinError as error:
            if not spoilt:
                raise Lost(f"{suffix} refused: {error}") from None
            check_folder(folder, {table.name: content, "neighbour.docx": NEIGHBOUR})
            return self._bench.refused(error)
        check_folder(folder, {table.name: content, "neighbour.docx": NEIGHBOUR})
        return self._look(list(report), rows if not spoilt else None, folder / "out")

    def _look(self, results: list[Any], rows: list[list[str]] | None, out: Path) -> str:
        written = [r for r in results if r.outcome is Outcome.WRITTEN]
        found = {path.name for path in out.iterdir()} if out.exists() else set()
        if found != {result.file for result in written}:
            raise Left(f"files {sorted(found)}, report {[r.file for r in written]}")
        pages = [self._bench.produced((out / r.file).read_bytes()) for r in written]
        if rows is not None:
            if len(pages) != len(rows):
                raise Lost(f"{len(pages)} of {len(rows)} rows written: {results}"[:500])
            for page, row in zip(pages, rows, strict=True):
                for text in row[:2]:
                    if values.as_read(text.strip()) not in page.text:
                        raise Lost(f"{text!r} is not on its page")
        return WRITTEN if written else REFUSED


_SHEETS = (*("xl/worksheets/sheet1.xml",) * 5, "xl/workbook.xml", "content.xml", "xl/styles.xml")


def _one_line(random: Random) -> str:
    """A text that every kind of table can hold, unlike what spreadsheets read as their own."""
    text = "".join(c for c in values.text(random)[:500] if c >= " " and c not in "\x7f\ufdd0")
    if not text.strip() or text.strip()[0] in "=@+-'#" or "_x" in text:
        return "素養導向教學工作坊"
    return text if text.isprintable() else "".join(filter(str.isprintable, text)) + "甲"


def _xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    for cells in book.active.iter_rows():
        for cell in cells:
            cell.data_type = "s"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _ods(rows: Sequence[Sequence[str]]) -> bytes:
    def cell(text: str) -> str:
        inner = f"<text:p>{escape(text)}</text:p>"
        value = escape(text)
        kind = f'office:value-type="string" office:string-value="{value}"'
        return f"<table:table-cell {kind}>{inner}</table:table-cell>"

    inside = "".join(
        f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", _ODS_TYPE)
        archive.writestr("content.xml", _ODS.format(inside))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return out.getvalue()


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    out = StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


class PicturesKind:
    """A photograph of any kind that Pillow writes, mostly spoilt, in a paper that prints it."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._form = get_form("school_based/session_result")

    def run(self, number: int) -> str:
        """See `Kind`."""
        from PIL import Image

        random = self._bench.random("pictures", number)
        size = random.choice(((1, 1), (3, 200), (200, 3), (60, 40), (400, 300)))
        mode = random.choice(("RGB", "RGB", "RGBA", "L", "P", "1", "CMYK", "I;16", "LA"))
        picture = Image.new(mode, size)
        if mode == "P":  # without colours Pillow writes a BMP that older ones cannot read
            picture.putpalette([n for n in range(256) for _ in "rgb"])
        kind = random.choice(("PNG", "JPEG", "JPEG", "GIF", "BMP", "TIFF", "WEBP", "AVIF", "DDS"))
        out = BytesIO()
        try:
            picture.save(out, kind)
        except (OSError, KeyError, ValueError):  # not every kind holds every mode
            picture.convert("RGB").save(out, kind := "PNG")
        content = out.getvalue()
        if spoilt := random.random() < 0.85:
            content = mutated(content, random, _PICTURE)
        path = self._bench.work / f"photo.{kind.lower()}"
        path.write_bytes(content)
        note = values.text(random)
        given: Any = path if random.random() < 0.5 else content
        facts = {"學校名稱": "甲", "照片": [{"照片檔": given, "說明": note}]}
        try:
            page = self._bench.produced(self._form.load(facts).to_bytes())
        except JingjinError as error:
            if not spoilt and kind in ("PNG", "JPEG", "GIF", "BMP"):
                raise Lost(f"{kind} {mode} {size} refused: {error}") from None
            return self._bench.refused(error)
        if page.pictures != 1 or values.as_read(note) not in page.text:
            raise Lost(f"{page.pictures} pictures, note {note[:100]!r}")
        _check_shown(page.content, size if not spoilt else None)
        return WRITTEN


def _check_shown(content: bytes, size: tuple[int, int] | None) -> None:
    """The picture in the file can be read whole; unless spoilt, it has kept its ratio."""
    from PIL import Image

    with zipfile.ZipFile(BytesIO(content)) as archive:
        name = next(name for name in archive.namelist() if name.startswith("word/media/"))
        with Image.open(BytesIO(archive.read(name))) as shown:
            shown.load()
            width, height = shown.size
    if size is not None and abs(width * size[1] - height * size[0]) > max(*size, width, height):
        raise Lost(f"a picture of {size} became {width} × {height}")


class TemplatesKind:
    """A form's own template with its tags or bytes spoilt, compiled and filled with the sample."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._forms = [form for form in list_forms() if form.template_path().exists()]
        self._cache: dict[str, tuple[bytes, Any]] = {}

    def run(self, number: int) -> str:
        """See `Kind`."""
        random = self._bench.random("templates", number)
        form = random.choice(self._forms)
        if form.key not in self._cache:
            self._cache[form.key] = form.template_path().read_bytes(), form.blank().context()
        content, context = self._cache[form.key]
        path = self._bench.work / "template.docx"
        if random.random() < 0.5:
            path.write_bytes(_with_other_words(content, random))
        else:
            path.write_bytes(mutated_zip(content, random, _DOCX_PARTS, _TAG_BYTES))
        try:
            made = compile_template(path).render(context)
        except JingjinError as error:
            return self._bench.refused(error)
        try:
            self._bench.produced(made, ours=False)  # its structure is the spoilt template's
        except Invalid as error:
            if not _was_so(path.read_bytes(), str(error)):
                raise
        return WRITTEN


def _with_other_words(template: bytes, random: Random) -> bytes:
    """The template with tags put into its texts, or texts taken out: as people spoil it in Word."""
    with zipfile.ZipFile(BytesIO(template)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    pieces = re.split("(<w:t(?: [^>]*)?>[^<]*</w:t>)", files["word/document.xml"].decode())
    for _ in range(random.randint(1, 3)):
        place = random.randrange(1, len(pieces), 2)
        start = pieces[place].index(">") + 1
        at = random.randint(start, len(pieces[place]) - len("</w:t>"))
        put = "" if random.random() < 0.2 else escape(random.choice(_WORDS), quote=False)
        rest = pieces[place][at if put else -len("</w:t>") :]
        pieces[place] = f"{pieces[place][:at]}{put}{rest}"
    files["word/document.xml"] = "".join(pieces).encode()
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def _was_so(template: bytes, told: str) -> bool:
    """Whether a template had this very structure before; not so for XML that nobody can read."""
    if "not well-formed" in told or "relationship to None" in told or "leads nowhere" in told:
        return False
    try:
        had = structural_faults(template)
    except Exception:  # the helper reads whole files only
        return False
    return set(told.split("；")) <= set(had)
