"""Whatever a template leaves out or repeats, the file is one that Word opens."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms.word import compile_template
from tests.helpers import W, audit, docx_text, part_root, parts, structural_faults, table_texts
from tests.word.build import cell, docx, par, rendered, row, run, saved, table

IF, END = "{%p if 有 %}", "{%p endif %}"


def assert_sound(content: bytes) -> None:
    assert structural_faults(content) == []
    assert audit(content) == []


def sound(folder: Path, *body: str, data: dict[str, Any], **rest: Any) -> bytes:
    content = rendered(folder, *body, data=data, **rest)
    assert_sound(content)
    return content


@pytest.mark.parametrize("present", [True, False])
def test_cell_of_conditional_paragraphs_keeps_one(tmp_path: Path, present: bool) -> None:
    body = table(row(cell(IF, "內容", END), "鄰"))
    content = sound(tmp_path, body, par(), data={"有": present})
    assert table_texts(content) == [[["內容" if present else "", "鄰"]]]


@pytest.mark.parametrize("tag", ["{#p 說明 #}", "{{p 空 }}"])
def test_cell_emptied_by_other_paragraph_tags(tmp_path: Path, tag: str) -> None:
    content = sound(tmp_path, table(row(cell(tag), "鄰")), par(), data={"空": ""})
    assert table_texts(content) == [[["", "鄰"]]]


def test_cell_without_properties_keeps_a_paragraph(tmp_path: Path) -> None:
    bare = f"<w:tc>{par(IF)}{par('x')}{par(END)}</w:tc>"
    sound(tmp_path, table(f"<w:tr>{bare}{cell('鄰')}</w:tr>"), par(), data={"有": False})


@pytest.mark.parametrize("rows", [[], ["甲"], ["甲", "乙"]])
def test_table_of_repeated_rows_keeps_a_blank_one(tmp_path: Path, rows: list[str]) -> None:
    shaded = '<w:gridSpan w:val="2"/><w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>'
    body = table(
        row("{%tr for r in 列 %}", "", ""),
        row(cell("{{ r }}", "第二段", properties=shaded), "尾"),
        row("{%tr endfor %}", "", ""),
        columns=3,
    )
    content = sound(tmp_path, body, par("後"), data={"列": rows})
    expected = [[f"{r}|第二段", "尾"] for r in rows] or [["", ""]]
    assert table_texts(content) == [expected]
    # The blank row looks like the one that is missing.
    spans = [e.get(f"{W}val") for e in part_root(content).iter(f"{W}gridSpan")]
    assert spans == ["2"] * max(1, len(rows))


def test_table_with_a_heading_row_gets_no_blank_one(tmp_path: Path) -> None:
    body = table(
        row("頭", ""), row("{%tr for r in 列 %}", ""), row("{{ r }}", ""), row("{%tr endfor %}", "")
    )
    assert table_texts(sound(tmp_path, body, par(), data={"列": []})) == [[["頭", ""]]]


def test_blank_row_of_cells_with_tags_of_every_kind(tmp_path: Path) -> None:
    inner = table(row("{{ r }}"), columns=1)
    body = table(
        row("{%tr for r in 列 %}", "", ""),
        row(
            cell("{% vm %}{{ r }}", properties='<w:vMerge w:val="restart"/>'),
            cell(inner, par()),
            "{% colspan 2 %}{% cellbg 'FF0000' %}{{ r }}",
            properties="<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>",
        ),
        row("{%tr endfor %}", "", ""),
        columns=4,
    )
    content = sound(tmp_path, body, par(), data={"列": []})
    assert table_texts(content) == [[["", "", ""]]]
    assert next(part_root(content).iter(f"{W}vMerge", f"{W}tblHeader"), None) is None


def test_row_of_repeated_cells_keeps_one(tmp_path: Path) -> None:
    body = table(row("{%tc for c in 欄 %}", "{{ c }}", "{%tc endfor %}"), columns=3)
    assert table_texts(sound(tmp_path, body, par(), data={"欄": []})) == [[[""]]]


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_grid_follows_repeated_cells(tmp_path: Path, count: int) -> None:
    body = table(
        row("頭", "{%tc for c in 欄 %}", "{{ c }}", "{%tc endfor %}"),
        row("{% colspan 欄|length + 1 %}合"),
        columns=4,
    )
    content = sound(tmp_path, body, par(), data={"欄": list(range(count))})
    grid = next(part_root(content).iter(f"{W}tblGrid"))
    assert len(grid) == count + 1
    assert abs(sum(int(c.get(f"{W}w")) for c in grid) - 8000) < 8


@pytest.mark.parametrize(
    "tag",
    [
        "{% colspan 2 if 數 &gt; 1 else 1 %}",
        "{% cellbg “FF0000” if 數 &gt; 1 else '00FF00' %}",
        "{% cellbg 色['甲'] %}",
        "{% vm %}",
        "{% hm %}",
    ],
)
@pytest.mark.parametrize("kept", ["", '<w:vAlign w:val="center"/>'])
def test_cell_properties_are_in_order(tmp_path: Path, tag: str, kept: str) -> None:
    borders = (
        '<w:tcBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders>'
    )
    kind = "tc" if "hm" in tag else "tr"
    loop = f"{{%{kind} for r in [1, 2] %}}", f"{{%{kind} endfor %}}"
    merged = cell(f"{tag}甲", properties=borders + kept)
    if kind == "tc":
        body = table(row(loop[0], merged, loop[1]), row("乙", "丙"))
    else:
        body = table(row(loop[0], ""), row(merged), row(loop[1], ""), row("乙", "丙"))
    sound(tmp_path, body, par(), data={"數": 2, "色": {"甲": "FF0000"}})


def test_nested_table_may_not_end_a_cell(tmp_path: Path) -> None:
    body = table(row(cell("前", table(row("內", "表")), IF, "後", END), "鄰"))
    assert table_texts(sound(tmp_path, body, par(), data={"有": False}))[0] == [["前|", "鄰"]]
    assert table_texts(sound(tmp_path, body, par(), data={"有": True}))[0] == [["前|後", "鄰"]]


def test_nested_table_emptied_in_a_cell_emptied(tmp_path: Path) -> None:
    inner = table(row("{%tr for r in 列 %}"), row("{{ r }}"), row("{%tr endfor %}"), columns=1)
    body = table(row(cell(inner, IF, "x", END), "鄰"))
    content = sound(tmp_path, body, par(), data={"列": [], "有": False})
    assert table_texts(content) == [[["", "鄰"]], [[""]]]


def test_loops_of_cells_that_are_emptied(tmp_path: Path) -> None:
    body = table(
        row("{%tr for r in 列 %}", ""),
        row(cell("{%p if r %}", "{{ r }}", END), "鄰"),
        row("{%tr endfor %}", ""),
    )
    content = sound(tmp_path, body, par(), data={"列": ["甲", "", "乙", ""]})
    assert [r[0] for r in table_texts(content)[0]] == ["甲", "", "乙", ""]


def test_header_footer_and_footnote_emptied(tmp_path: Path) -> None:
    empty = par(IF) + par("內") + par(END)
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    for present in (True, False):
        content = sound(
            tmp_path,
            f"<w:p>{run('文')}{note}</w:p>",
            data={"有": present},
            header=empty,
            footer=empty,
            footnote=empty,
        )
        text = "內" if present else ""
        assert docx_text(content, "word/header1.xml") == [text]
        assert docx_text(content, "word/footer1.xml") == [text]
        assert docx_text(content, "word/footnotes.xml")[-1] == text


def test_endnote_emptied(tmp_path: Path) -> None:
    note = f'<w:endnotes xmlns:w="{W[1:-1]}"><w:endnote w:id="1">{par(IF)}{par("內")}{par(END)}'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
    content = rendered(
        tmp_path,
        par("文"),
        data={"有": False},
        extra={"word/endnotes.xml": f"{note}</w:endnote></w:endnotes>".encode()},
        extra_types=f'<Override PartName="/word/endnotes.xml" ContentType="{kind}"/>',
    )
    assert structural_faults(content) == []
    assert docx_text(content, "word/endnotes.xml") == [""]


def test_body_emptied(tmp_path: Path) -> None:
    assert docx_text(sound(tmp_path, par(IF), par("x"), par(END), data={"有": False})) == []


def test_text_box_emptied(tmp_path: Path) -> None:
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="s" '
        f'style="width:9pt"><v:textbox><w:txbxContent>{par(IF)}{par("x")}{par(END)}</w:txbxContent></v:textbox>'
        "</v:shape></w:pict></w:r></w:p>"
    )
    content = rendered(tmp_path, box, data={"有": False})
    assert structural_faults(content) == []


DRAWING = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/>'
    '<wp:docPr id="{0}" name="圖 {0}" descr="{1}"/>'
    '<a:graphic><a:graphicData uri="urn:x"/></a:graphic></wp:inline></w:drawing></w:r>'
)  # fmt: skip


def drawing(number: int, description: str = "") -> str:
    return f"<w:p>{DRAWING.format(number, description)}</w:p>"


def test_drawing_ids_are_unique_in_loops_and_over_parts(tmp_path: Path) -> None:
    body = table(
        row("{%tr for r in 列 %}", ""),
        row(cell("{{ r }}", drawing(1, "{{ r }}")), cell(drawing(2))),
        row("{%tr endfor %}", ""),
    )
    content = rendered(
        tmp_path,
        body,
        drawing(1),
        data={"列": ["甲", 'id="1"', "a > b"]},
        header=drawing(1) + par("{{ 列|length }}"),
        footer=drawing(3),  # has no tags, so it stays as it is
    )
    assert structural_faults(content) == []
    names = [n for n in parts(content) if n.startswith("word/") and n.endswith(".xml")]
    drawings = [d for name in names for d in part_root(content, name).iter("{*}docPr")]
    ids = [d.get("id") for d in drawings]
    assert len(ids) == len(set(ids)) == 9
    described = [e.get("descr") for e in part_root(content).iter("{*}docPr") if e.get("descr")]
    assert described == ["甲", 'id="1"', "a > b"]


def test_editing_marks_are_not_repeated(tmp_path: Path) -> None:
    line = row("{{ r }}", "").replace("<w:tr>", '<w:tr w:rsidR="00AA" w14:paraId="1A2B3C4D">')
    body = table(row("{%tr for r in 列 %}", ""), line, row("{%tr endfor %}", ""))
    content = sound(tmp_path, body, par(), data={"列": [1, 2]})
    assert b"paraId" not in parts(content)["word/document.xml"]


def test_nothing_of_ours_is_left_in_the_file(tmp_path: Path) -> None:
    body = table(
        row("{%tr for r in 列 %}", ""),
        row(cell("{%p if r %}", "{{ r }}", END), "鄰"),
        row("{%tr endfor %}", ""),
    )
    for rows in ([], [1, 0]):
        xml = parts(rendered(tmp_path, body, par(), data={"列": rows}))["word/document.xml"]
        assert b"jingjin" not in xml
        assert b"<?" not in xml[5:]
        assert b"\x01" not in xml


BIG = table(
    row("{%tr for r in 列 %}", "", ""),
    row("{{ loop.index }}", cell("{% if r %}{{ r }}{% endif %}", "{%p if r %}", END), "{{ 名 }}"),
    row("{%tr endfor %}", "", ""),
    columns=3,
)  # fmt: skip
BIG_DATA: dict[str, Any] = {"列": [*range(30), "甲\n乙\t&"], "名": "名"}


def test_zip(tmp_path: Path) -> None:
    content = sound(tmp_path, BIG, par("{{ 名 }}"), data=BIG_DATA, header=par("{{ 名 }}"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names[0] == "[Content_Types].xml"
        assert len(names) == len(set(names))
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        original = zipfile.ZipFile(tmp_path / "範本.docx")
        assert set(names) == set(original.namelist())
        unchanged = "word/styles.xml"
        assert archive.read(unchanged) == original.read(unchanged)
        original.close()


def test_equal_facts_give_equal_bytes_also_in_another_process(tmp_path: Path) -> None:
    template = saved(tmp_path, docx(BIG, par("{{ 名 }}"), header=par("{{ 名 }}")))
    first = compile_template(template).render(BIG_DATA)
    assert first == compile_template(template).render(BIG_DATA)
    script = (
        "import sys; from jingjin_forms.word import compile_template as c; "
        f"c(sys.argv[1]).fill({BIG_DATA!r}, sys.argv[2])"
    )
    out = tmp_path / "另.docx"
    environment = {"PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", script, template, out], check=True, env=environment)
    assert out.read_bytes() == first


def test_threads_share_a_template(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    template = compile_template(saved(tmp_path, docx(BIG, par("{{ 名 }}"))))
    names = [f"學校 {i}" for i in range(40)]
    with ThreadPoolExecutor(8) as pool:
        files = list(pool.map(lambda name: template.render(BIG_DATA | {"名": name}), names))
    assert [docx_text(file)[-1] for file in files] == names


def test_variables(tmp_path: Path) -> None:
    body = par("{{ 甲.乙 }}{% for r in 列 %}{{ r }}{{ loop.index }}{% endfor %}{{ range(2) }}")
    template = compile_template(saved(tmp_path, docx(body, header=par("{{ 頁 }}"))))
    assert template.variables == {"甲", "列", "頁"}


def test_template_without_tags_is_copied(tmp_path: Path) -> None:
    assert docx_text(sound(tmp_path, par("空白表"), data={})) == ["空白表"]
