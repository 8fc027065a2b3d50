"""What a program goes by when a file cannot become a template: code, path and value."""

import pickle
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import FileProblemError, adopt
from jingjin_forms.errors import FileThereError, Problem
from tests.word.build import cell, docx, par, row, table, zipped

BLANK = docx(par("姓名：____"), table(row(cell(par("電話")), cell(par()))))
LONG = docx(*['<w:p><w:r><w:br w:type="page"/></w:r></w:p>'] * 200, par("姓名：____"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(given: Any, **more: Any) -> FileProblemError:
    with pytest.raises(FileProblemError) as caught:
        adopt(given, **more)
    assert caught.value.code == caught.value.problems[0].code
    return caught.value


FILES: dict[str, tuple[bytes, str]] = {
    "empty": (b"\0\0 ", "empty"),
    "pdf": (b"%PDF-1.7", "not_a_document"),
    "text": ("姓名：".encode(), "not_a_document"),
    "archive": (zipped({"a.txt": b"x"}), "not_a_document"),
    "workbook": (zipped({"[Content_Types].xml": b"<x/>", "xl/a.xml": b""}), "not_a_document"),
    "cut off": (BLANK[:500], "damaged"),
    "old and broken": (OLE + b"x" * 600, "damaged"),
    "long": (LONG, "too_long"),
    "a template": (docx(par("姓名：{{ 姓名 }}")), "tagged"),
    "a letter": (docx(par("本府訂於三月召開會議。")), "no_blanks"),
}


@pytest.mark.parametrize(("content", "code"), FILES.values(), ids=FILES)
def test_a_file_that_cannot_be_a_form(content: bytes, code: str):
    error = refused(content)
    assert (error.code, [p.message for p in error.problems]) == (code, [str(error)])


def test_a_path(tmp_path: Path):
    assert refused(tmp_path).code == "folder"
    assert refused(tmp_path / "無.docx").code == "not_found"


CORRECTIONS: dict[str, tuple[Mapping[str, Any], list[tuple[Any, str, object]]]] = {
    "nothing there": (
        {"skip": ["第9段", "電話"], "names": {"沒有": "丁"}},
        [(("skip", "第9段"), "no_such_blank", "第9段"), (("names", "沒有"), "no_such_blank", "丁")],
    ),
    "no name": ({"names": {"姓名": "…"}}, [(("names", "姓名"), "blank_name", "…")]),
    "a group": ({"names": {"姓名": "電話.甲"}}, [((), "name_clash", None)]),
    "no list": ({"skip": "電話"}, [((), "argument", None)]),
    "no mapping": ({"names": ["電話"]}, [((), "argument", None)]),
    "nothing left": ({"skip": ["姓名", "電話"]}, [((), "no_tags_left", None)]),
}


@pytest.mark.parametrize(("given", "told"), CORRECTIONS.values(), ids=CORRECTIONS)
def test_corrections(given: Mapping[str, Any], told: list[tuple[Any, str, object]]):
    error = refused(BLANK, **given)
    assert [(p.path, p.code, p.value) for p in error.problems] == told
    assert error.as_dict()["problems"] == [problem.as_dict() for problem in error.problems]


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (lambda: FileProblemError("「甲」"), "file"),
        (lambda: FileThereError("「甲」"), "exists"),
        (lambda: FileProblemError("「甲」", code="empty"), "empty"),
        (lambda: FileProblemError("「甲」", problems=[Problem("乙", "丙", code="丁")]), "file"),
    ],
)
def test_it_goes_to_another_process(made: Callable[[], FileProblemError], code: str):
    error = made()
    sent = pickle.loads(pickle.dumps(error))
    assert (type(sent), str(sent), sent.code) == (type(error), "「甲」", code)
    assert sent.problems == error.problems
