"""Tables that would fill the memory, never end, or are something else: a sentence, at once."""

import json
import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from jingjin_forms.errors import FileProblemError
from jingjin_forms.tables import read_table
from tests.tables.build import BUDGET, book, read

SCHOOL = "花蓮縣宜昌國小"
ROWS = [["編號", "學校名稱", "雜支"], [1, SCHOOL, 360]]
SHEET, END = "xl/worksheets/sheet1.xml", b"</sheetData>"
ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    "<office:spreadsheet><table:table table:name=\"資料\">"
)  # fmt: skip
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)
ODS_END = "</table:table></office:spreadsheet></office:body></office:document-content>"


def changed(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """A workbook of one good row, one of its parts changed."""
    whole = book(path.with_name("whole.xlsx"), 資料=ROWS)
    with ZipFile(whole) as source, ZipFile(path, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, change(content) if name == part else content)
    return path


def with_cell(path: Path, cell: str) -> Path:
    return changed(path, SHEET, lambda xml: xml.replace(END, cell.encode() + END))


def ods_row(*cells: str, repeated: str = "") -> str:
    found = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        if not cell.startswith("<")
        else cell
        for cell in cells
    )
    return f"<table:table-row{repeated}>{found}</table:table-row>"


def ods(path: Path, xml: str) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as target:
        target.writestr(ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        target.writestr("content.xml", xml)
        target.writestr("META-INF/manifest.xml", MANIFEST)
    return path


GOOD_ODS = ODS + ods_row("編號", "學校名稱", "雜支") + ods_row("1", SCHOOL, "360")
REPEATED = ' table:number-{}-repeated="{}"'.format
ENTITIES = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi"))  # noqa: B905


def lying_bomb(path: Path, megabytes: int) -> Path:
    """A sheet of so many megabytes, of which the archive says that it holds a few thousand."""
    changed(path, SHEET, lambda xml: xml)
    with ZipFile(path) as source:
        sheet = source.read(SHEET)
    pack = zlib.compressobj(9, zlib.DEFLATED, -15)
    blank = b" " * (1 << 20)
    packed = pack.compress(sheet) + b"".join(pack.compress(blank) for _ in range(megabytes))
    packed += pack.flush()
    claimed = (zlib.crc32(sheet), len(packed), len(sheet))
    body, central = BytesIO(), b""
    with ZipFile(path) as source:
        for entry in source.infolist():
            name, here = entry.filename.encode(), body.tell()
            content = source.read(entry)
            of, method = (claimed, 8) if entry.filename == SHEET else (
                (zlib.crc32(content), len(content), len(content)), 0)  # fmt: skip
            head = struct.pack("<HHHHLLLHH", 0, method, 0, 33, *of, len(name), 0)
            body.write(b"PK\3\4\24\0" + head + name)
            body.write(packed if method else content)
            central += b"PK\1\2\24\0\24\0" + head + struct.pack("<HHHLL", 0, 0, 0, 0, here) + name
        count = len(source.infolist())
    sizes = struct.pack("<HHHHLLH", 0, 0, count, count, len(central), body.tell(), 0)
    path.write_bytes(body.getvalue() + central + b"PK\5\6" + sizes)
    return path


MEASURED = """
import json, resource, sys, time
from jingjin_forms import get_form
from jingjin_forms.errors import JingjinError
from jingjin_forms.tables import read_table
import python_calamine
resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))
form = get_form("school_based/budget_estimate")
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
for path in sys.argv[1:]:
    before, start = peak(), time.process_time()
    try:
        answer = f"read {len(list(read_table(path, form)))}"
    except JingjinError as error:
        answer = str(error)
    print(json.dumps([answer, time.process_time() - start, peak() - before]), flush=True)
"""


def measured(*paths: Path) -> list[str]:
    """What each file is answered with, in a process of bounded memory and time."""
    command = [sys.executable, "-c", MEASURED, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False, encoding="utf-8")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == len(paths), (paths[len(lines)], done.stderr[-500:])
    for path, (answer, seconds, megabytes) in zip(paths, lines, strict=True):
        assert (path, answer, seconds < 2, megabytes < 300) == (path, answer, True, True)
    return [line[0] for line in lines]


def test_workbooks_that_would_fill_the_memory(tmp_path: Path) -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    long = f"<si><t>{'A' * 32_000}</t></si>"
    rows, times = REPEATED("rows", 999_999_999), REPEATED("rows", 9999)
    cells = "".join(f'<c r="A{n}" t="s"><v>0</v></c>' for n in range(3, 20_003))
    cases = [
        with_cell(tmp_path / "far.xlsx", far),
        with_cell(tmp_path / "quotes.xlsx", far.replace('"', "'")),
        with_cell(tmp_path / "number.xlsx", '<row r="9"><c r="ZZZZ99999999999"><v>1</v></c></row>'),
        with_cell(tmp_path / "unnamed.xlsx", f'<row r="1048576">{"<c><v>1</v></c>" * 99}</row>'),
        lying_bomb(tmp_path / "bomb.xlsx", 30),
        with_cell(tmp_path / "text.xlsx", cells),
        ods(tmp_path / "rows.ods", GOOD_ODS + ods_row("x", repeated=rows) + ODS_END),
        ods(tmp_path / "cut.ods", GOOD_ODS),
        ods(tmp_path / "text.ods", GOOD_ODS + ods_row(*["x" * 9000] * 9, repeated=times) + ODS_END),
    ]
    with ZipFile(cases[5], "a") as archive:
        archive.writestr("xl/sharedStrings.xml", f"<sst>{long}</sst>")
    answers = measured(*cases)
    assert ["遠的格子" in answer for answer in answers[:4]] == [True] * 4
    assert [("已損壞" in answer, "太大" in answer) for answer in answers[4:6]] == [
        (True, False),
        (False, True),
    ]
    for answer, words in zip(answers[6:], ("遠的格子", "已損壞", "太大"), strict=True):
        assert words in answer


def test_repeated_blanks_are_no_bomb(tmp_path: Path) -> None:
    """LibreOffice fills a sheet up to its last row and column, with nothing."""
    blank = f"<table:table-cell{REPEATED('columns', 16_384)}/>"
    rows = ods_row("2", SCHOOL, "7", blank) + ods_row(blank, repeated=REPEATED("rows", 1_048_573))
    path = ods(tmp_path / "a.ods", GOOD_ODS + rows + ODS_END)
    assert [row.key for row in read(path, BUDGET)] == ["1", "2"]


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_entities_that_multiply(tmp_path: Path, part: str) -> None:
    def change(xml: bytes) -> bytes:
        head, mark, rest = xml.rpartition(b"</")
        start = f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{ENTITIES}]>'.encode()
        return start + head[head.find(b"?>") + 2 if b"?>" in head else 0 :] + b"&i;" + mark + rest

    with pytest.raises(FileProblemError, match=r"已損壞|不是試算表"):
        read_table(changed(tmp_path / "a.xlsx", part, change), BUDGET)


def test_pipes_devices_and_files_of_gigabytes(tmp_path: Path) -> None:
    for suffix in (".xlsx", ".csv", ".json", ".jsonl", ".yaml"):
        pipe, device = tmp_path / f"pipe{suffix}", tmp_path / f"device{suffix}"
        os.mkfifo(pipe)
        device.symlink_to("/dev/zero")
        for path in (pipe, device):
            with pytest.raises(FileProblemError, match="裝置或管線"):
                read_table(path, BUDGET)
        large = tmp_path / f"large{suffix}"
        with large.open("wb") as file:
            file.write(b"PK\3\4" if suffix == ".xlsx" else b"a")
            file.truncate(5_000_000_000)
        if suffix != ".jsonl":  # which is read line by line
            with pytest.raises(FileProblemError, match="檔案有 5,000 MB，超過"):
                read_table(large, BUDGET)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xls", "<html><table><tr><td>學校名稱".encode(), "網頁（HTML）"),
        ("a.csv", b"%PDF-1.4", "PDF 檔"),
        ("a.xlsx", b"%PDF-1.4", "PDF 檔"),
        ("a.yaml", b"\x89PNG", "圖片"),
    ],
)
def test_something_else_is_called_what_it_is(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FileProblemError, match="其實是") as caught:
        read_table(tmp_path / name, BUDGET)
    assert words in str(caught.value)


def test_a_wrong_suffix_is_read_by_content(tmp_path: Path) -> None:
    whole = book(tmp_path / "a.xlsx", 資料=ROWS).read_bytes()
    ods(tmp_path / "ods.xlsx", GOOD_ODS + ODS_END)
    text = f"編號\t學校名稱\t雜支\r\n1\t{SCHOOL}\t360\r\n"
    for name, content in (
        ("xlsx.xls", whole),
        ("xlsx.csv", whole),
        ("text.xls", text.encode("cp950")),
        ("unicode.xls", text.encode("utf-16")),
        ("text.xlsx", text.replace("\t", ",").encode("utf-8-sig")),
    ):
        (tmp_path / name).write_bytes(content)
        assert [row.facts["學校名稱"] for row in read(tmp_path / name, BUDGET)] == [SCHOOL], name
    assert [row.key for row in read(tmp_path / "ods.xlsx", BUDGET)] == ["1"]


def test_a_character_of_ones_own_stops_its_row_only(tmp_path: Path) -> None:
    before, after = f"編號,學校名稱\r\n1,{SCHOOL}\r\n2,花蓮縣", "國小\r\n3,花蓮縣康樂國小\r\n"
    path = tmp_path / "a.csv"
    path.write_bytes(before.encode("cp950") + b"\xfa\x40" + after.encode("cp950"))
    first, second, third = read(path, BUDGET)
    assert first.problems == third.problems == ()
    (problem,) = second.problems
    assert (second.number, problem.where) == (3, "「學校名稱」")
    assert "Big5 的造字（FA40）" in problem.message
    path.write_bytes(before.encode() + b"\xe5\x9c" + after.encode() * 3)
    assert sum(len(row.problems) for row in read(path, BUDGET)) == 1


def test_a_row_without_end_stops_itself_only(tmp_path: Path) -> None:
    long = "x" * 3_000_000
    path = tmp_path / "a.csv"
    path.write_text(f"編號,學校名稱\n1,{long}\n2,{SCHOOL}\n", encoding="utf-8")
    bad, good = read(path, BUDGET)
    assert "超過 2,000,000 字" in str(bad.problems[0])
    assert (good.number, good.key) == (3, "2")
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"雜支":"{long}"}}\n{{"學校名稱":"{SCHOOL}"}}\n', encoding="utf-8")
    bad, good = read(path, BUDGET)
    assert "超過 2,000,000 字" in str(bad.problems[0])
    assert good.number == 2


def test_columns_without_end(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("學校名稱" + ",k" * 20_000, encoding="utf-8")
    with pytest.raises(FileProblemError, match="標題有 20,001 欄"):
        read_table(path, BUDGET)
    path.write_text(f"學校名稱\n{SCHOOL}{',x' * 20_000}\n", encoding="utf-8")
    (row,) = read(path, BUDGET)
    assert len(row.problems) == 21
