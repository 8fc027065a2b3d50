"""Which files are read: those of folders and archives, whatever their names are written in."""

import os
import zipfile
from pathlib import Path

import pytest

from jingjin_forms.collecting import find_files
from jingjin_forms.collecting.finding.found import SUFFIXES
from jingjin_forms.collecting.finding.local_copies import LocalCopies
from jingjin_forms.collecting.finding.member_names import shown_name
from jingjin_forms.errors import FileProblemError
from tests.collecting.papers import zipped


def made(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return folder


def names(*files: Path) -> list[str]:
    return [source.name for source in find_files(files).sources]


def test_a_folder_gives_its_documents_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    made(tmp_path / "各校", "乙.docx", "甲.odt", "丙/丁.DOC", "己.pdf", "戊.xlsx")
    made(tmp_path / "各校", "~$甲.docx", ".甲.docx", ".git/a.docx", "__MACOSX/b.docx")
    found = find_files(["各校"])
    assert [s.name for s in found.sources] == ["各校/乙.docx", "各校/甲.odt", "各校/丙/丁.DOC"]
    assert found.skipped == ("各校/己.pdf", "各校/戊.xlsx")


def test_what_is_named_is_read_whatever_its_name_and_each_once(tmp_path: Path):
    made(tmp_path, "a.docx", "b.pdf", "~$c.docx")
    files = [tmp_path / name for name in ("b.pdf", "~$c.docx", "a.docx")]
    assert names(*files, tmp_path, tmp_path / "." / "a.docx") == [f.as_posix() for f in files]


def test_suffixes_of_word_and_odf():
    assert {".docx", ".doc", ".odt", ".rtf"} <= SUFFIXES
    assert not {".xml", ".html", ".pdf", ".xlsx"} & SUFFIXES


def test_what_is_not_there_is_told_at_once(tmp_path: Path):
    made(tmp_path, "a.docx")
    with pytest.raises(FileProblemError, match=r"找不到「.*nosuch」、「.*none.docx」：請確認"):
        find_files([tmp_path / "a.docx", tmp_path / "nosuch", tmp_path / "none.docx"])
    (tmp_path / "空").mkdir()
    with pytest.raises(FileProblemError, match=r"「.*空」裡沒有 Word 或 ODF 檔（.*\.docx"):
        find_files([tmp_path / "空"])
    with pytest.raises(FileProblemError, match="沒有給檔案"):
        find_files([])


def test_names_in_an_archive(tmp_path: Path):
    """Big5 as Windows writes it, with a backslash inside 功 and 許; UTF-8, said and not said."""
    path = zipped(
        tmp_path / "各校.zip",
        {
            "許功國小/a.docx".encode("cp950"): b"1",
            "碁.docx".encode("cp950"): b"2",
            "嘉義.docx".encode(): b"3",
            "臺東.docx": b"4",
            "資料夾\\乙.docx".encode("cp950"): b"5",
            "__MACOSX/._a.docx": b"6",
            "~$b.docx": b"7",
            "c.txt": b"8",
            "folder/": b"",
        },
    )
    found = find_files([path])
    whole = path.as_posix()
    assert {s.name.removeprefix(f"{whole}/") for s in found.sources} == {
        "許功國小/a.docx",
        "碁.docx",
        "嘉義.docx",
        "臺東.docx",
        "資料夾/乙.docx",
    }
    assert found.skipped == (f"{whole}/c.txt",)
    with LocalCopies() as copies:
        for source in found.sources:
            copy = copies.path_of(source)
            assert copy.name == source.name.rpartition("/")[2]
            assert copy.read_bytes() in (b"1", b"2", b"3", b"4", b"5")
            copies.done(source, copy)
            assert not copy.exists()
        folder = copy.parents[1]
        assert list(folder.iterdir()) == []
    assert not folder.exists()


def test_names_that_lead_out_of_the_archive_do_not(tmp_path: Path):
    path = zipped(tmp_path / "a.zip", {"../../etc/x.docx": b"1", "/abs/y.docx": b"2"})
    with LocalCopies() as copies:
        for source in find_files([path]).sources:
            assert copies.path_of(source).name in ("x.docx", "y.docx")
    assert sorted(os.listdir(tmp_path)) == ["a.zip"]


def test_an_archive_that_is_none_or_too_large_is_told_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    made(tmp_path, "a.docx", "壞.zip")
    big = zipped(tmp_path / "大.zip", {"b.docx": b"x" * 2000, "c.docx": b"y"})
    monkeypatch.setattr("jingjin_forms.collecting.finding.found.MOST_BYTES", 1000)
    sources = find_files([tmp_path / "a.docx", tmp_path / "壞.zip", big]).sources
    faults = {source.name.rpartition("/")[2]: source.fault for source in sources}
    assert faults["a.docx"] == faults["c.docx"] == ""
    assert "不是 .zip 壓縮檔，或已損壞" in faults["壞.zip"]
    assert "沒有讀" in faults["b.docx"]
    monkeypatch.setattr("jingjin_forms.collecting.finding.found.MOST_COLLECTED_BYTES", 2000)
    (source,) = find_files([big]).sources
    assert "解開後" in source.fault
    with LocalCopies() as copies, pytest.raises(FileProblemError, match="解開後"):
        copies.path_of(source)


def test_a_damaged_or_encrypted_member_is_told(tmp_path: Path):
    path = zipped(tmp_path / "a.zip", {"b.docx": b"content" * 50})
    content = bytearray(path.read_bytes())
    content[content.index(b"content")] ^= 255
    path.write_bytes(content)
    (source,) = find_files([path]).sources
    with LocalCopies() as copies, pytest.raises(FileProblemError, match="已損壞"):
        copies.path_of(source)
    with zipfile.ZipFile(path) as archive:
        start = archive.infolist()[0].header_offset
    content[start + 6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert "有密碼" in find_files([path]).sources[0].fault


def test_a_name_on_disk_that_is_no_utf8_is_read_as_big5():
    assert shown_name(os.fsdecode("甲國小.docx".encode("cp950"))) == "甲國小.docx"
    assert shown_name("a\nb\x85c") == "a？b？c"
