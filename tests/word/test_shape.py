"""Faults that Python or Word would find: each is a TemplateError with its place, or mended."""

import re
from pathlib import Path

import pytest

from jingjin_forms.errors import Problem, TemplateError
from jingjin_forms.files import unchanged as remembered
from jingjin_forms.files.unchanged import Remembered
from jingjin_forms.word import CompiledTemplate, compile_template, template
from tests.helpers import W, docx_text, part_root, structural_faults
from tests.word.build import cell, docx, par, rendered, row, run, saved, table
from tests.word.test_structure import drawing


def problems_of(folder: Path, content: bytes) -> tuple[Problem, ...]:
    with pytest.raises(TemplateError) as caught:
        compile_template(saved(folder, content))
    return caught.value.problems


@pytest.mark.parametrize(
    ("tags", "message"),
    [
        ("{% block x %}a{% endblock %}{% block x %}b{% endblock %}", "區塊「x」寫了兩次"),
        ("{% macro m() %}a{% endmacro %}{% macro m() %}b{% endmacro %}", "巨集「m」寫了兩次"),
        ("{% macro m(a, a) %}a{% endmacro %}", "參數「a」寫了兩次"),
        ("{{ x(a=1, a=2) }}", "參數「a」寫了兩次"),
        ("{% for a in x %}" * 25 + "y" + "{% endfor %}" * 25, "第 16 層迴圈"),
        ("{% if x %}" * 110 + "y" + "{% endif %}" * 110, "最多套 40 層"),
        ("{% if x %}a" + "{% elif y %}b" * 300 + "{% endif %}", "300 個 elif"),
        ("{{ " + "(" * 90 + "x" + ")" * 90 + " }}", "套了太多層"),
        ("{{ " + "[" * 150 + "x" + "]" * 150 + " }}", "套了太多層"),
        ("{{ " + " + ".join(["x"] * 3000) + " }}", "套了太多層"),
        ("{{ x" + ".a" * 3000 + " }}", "套了太多層"),
        ("{{ x" + "|upper" * 3000 + " }}", "套了太多層"),
        ("{{ " + "not " * 3000 + "x }}", "套了太多層"),
        ("{{ " + "9" * 5000 + " }}", "數太長"),
        ("{% for loop in x %}{% endfor %}", "loop"),
        ("{{ 金額1 }}{{ 金額１ }}", "只差全形半形"),
        ("{% set 金額1 = 1 %}{{ 金額１ }}", "只差全形半形"),
    ],
)
def test_fault_of_shape(tmp_path: Path, tags: str, message: str) -> None:
    problems = problems_of(tmp_path, docx(par("甲"), table(row("乙", tags)), par()))
    assert {problem.where for problem in problems} == {"本文 表格 1 第 1 列第 2 欄"}
    assert any(message in problem.message for problem in problems)
    assert all(len(str(problem)) < 600 for problem in problems)


def test_names_that_differ_in_width_name_both_places(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, docx(par("{{ 金額1 }}"), par("{{ 金額１ }}")))
    assert problem.where == "本文 第 2 段"
    assert "「金額１」與「金額1」（本文 第 1 段 的 {{ 金額1 }}）" in problem.message


def test_what_is_just_within_the_limits(tmp_path: Path) -> None:
    loops = "{% for a in x %}" * 15 + "y" + "{% endfor %}" * 15
    ifs = "{% if x %}" * 40 + "z" + "{% endif %}" * 40
    macros = "{% if x %}{% macro m() %}1{% endmacro %}{% else %}{% macro m() %}2{% endmacro %}"
    terms = "{{ " + " + ".join(["1"] * 50) + " }}"
    content = rendered(
        tmp_path, par(loops), par(ifs), par(macros + "{% endif %}"), par(terms), data={"x": [1]}
    )
    assert docx_text(content) == ["y", "z", "", "50"]


def test_widths_of_a_table_with_units(tmp_path: Path) -> None:
    body = table(row("{%tc for a in 欄 %}", "{{ a }}", "{%tc endfor %}"), columns=3)
    units = body.replace('w:gridCol w:w="2000"', 'w:gridCol w:w="2.54cm"')
    content = rendered(tmp_path, units, par(), data={"欄": [1, 2]})
    widths = [c.get(f"{W}w") for c in part_root(content).iter(f"{W}gridCol")]
    assert widths == ["2160", "2160"]
    wrong = body.replace('w:gridCol w:w="2000"', 'w:gridCol w:w="寬"', 1)
    (problem,) = problems_of(tmp_path, docx(wrong, par()))
    assert problem.where == "本文 第 1 個表格"
    assert "gridCol「寬」不是數字" in problem.message
    span = table(row(cell("{{ a }}", properties='<w:gridSpan w:val="x"/>')))
    assert "gridSpan「x」" in problems_of(tmp_path, docx(span, par()))[0].message


def test_marks_of_the_engine_in_a_template(tmp_path: Path) -> None:
    forged = "<?jingjin-keep 99?><?jingjin-gone 77?><?jingjin-grid 1?><!-- {{ y }} {% for -->"
    content = rendered(tmp_path, par("{{ x }}") + forged, data={"x": "甲"})
    assert docx_text(content) == ["甲"]
    assert structural_faults(content) == []
    typed = docx(par('{{ x }} jingjin-place="5"'))
    assert "程式內部的記號" in problems_of(tmp_path, typed)[0].message
    attribute = par("{{ x }}").replace("<w:r>", '<w:r jingjin-place="99">')
    assert "程式內部的記號" in problems_of(tmp_path, docx(attribute))[0].message


def test_drawing_ids_beyond_what_word_takes(tmp_path: Path) -> None:
    content = rendered(
        tmp_path,
        par("{{ x }}"),
        drawing(1),
        drawing(7),
        data={"x": "甲"},
        footer=drawing(4294967295) + drawing(2147483647),
    )
    roots = [part_root(content), part_root(content, "word/footer1.xml")]
    ids = [int(d.get("id")) for root in roots for d in root.iter("{*}docPr")]
    assert len(set(ids)) == 4
    assert max(ids) < 100


def bookmarked(name: str, number: int) -> str:
    return (
        f'<w:p><w:bookmarkStart w:id="{number}" w:name="{name}"/>{run("{{ r }}")}'
        f'<w:bookmarkEnd w:id="{number}"/><w:hyperlink w:anchor="{name}">{run("往")}</w:hyperlink>'
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF {name} \\h '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def test_bookmarks_repeated_by_a_loop(tmp_path: Path) -> None:
    control = (
        '<w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent>'
        f"{par('x')}</w:sdtContent></w:sdt>"
    )
    comment = '<w:p><w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    body = table(
        row("{%tr for r in 列 %}"),
        row(cell(bookmarked("項目", 3), control, comment)),
        row("{%tr endfor %}"),
        columns=1,
    )
    once = '<w:p><w:bookmarkStart w:id="9" w:name="固定"/><w:bookmarkEnd w:id="9"/></w:p>'
    root = part_root(rendered(tmp_path, body, once, data={"列": ["甲", "乙", "丙"]}))
    starts = list(root.iter(f"{W}bookmarkStart"))
    names = [start.get(f"{W}name") for start in starts]
    ids = [start.get(f"{W}id") for start in starts]
    assert names[0] == "項目"
    assert names[-1] == "固定"
    assert len(set(names)) == len(set(ids)) == 4
    assert [end.get(f"{W}id") for end in root.iter(f"{W}bookmarkEnd")] == ids
    assert [link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")] == names[:3]
    codes = [code.text for code in root.iter(f"{W}instrText")]
    assert codes == [f" REF {name} \\h " for name in names[:3]]
    controls = [e.get(f"{W}val") for e in root.iter(f"{W}id")]
    assert controls[0] == "77"
    assert len(set(controls)) == 3
    assert len(list(root.iter(f"{W}commentReference"))) == 1


def test_many_tags_in_one_place_do_not_take_for_ever(tmp_path: Path) -> None:
    shade = f'<w:shd w:val="clear" w:fill="{"{{ x }}" * 40}"/>'
    for body in (
        table(row(cell("{% cellbg x %}甲", properties=shade))),
        par("{{ x }}" * 400),
        par(*["{", "{", " x ", "}", "}"] * 200),
    ):
        compile_template(saved(tmp_path, docx(body, par())))


def test_places_in_a_long_table(tmp_path: Path) -> None:
    rows = [row("甲", "乙") for _ in range(1500)]
    problems = problems_of(tmp_path, docx(table(*rows, row("丙", "{{ x| }}")), par()))
    assert problems[0].where == "本文 表格 1 第 1501 列第 2 欄"


def test_the_cache_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Remembered[CompiledTemplate](2)
    monkeypatch.setattr(template, "_compiled", kept)
    monkeypatch.setattr(remembered, "_SETTLED", -(10**12))
    paths = [saved(tmp_path, docx(par(f"{{{{ {n} }}}}")), f"{n}.docx") for n in "甲乙丙"]
    first, second = map(compile_template, paths[:2])
    assert compile_template(paths[0]) is first
    compile_template(paths[2])  # the second was used least recently
    assert compile_template(paths[0]) is first
    assert compile_template(paths[1]) is not second
    assert len(kept) == 2


def test_entities_and_doctypes(tmp_path: Path) -> None:
    from tests.word.test_errors import good_with

    doctype = b'<!DOCTYPE a [<!ENTITY e "x">]>'
    good = docx(par("{{ x }}"))
    for name, tag in (("word/document.xml", b"<w:document"), ("word/styles.xml", b"<w:styles")):
        (problem,) = problems_of(tmp_path, good_with(good, name, tag, doctype + tag))
        assert "DOCTYPE" in problem.message
    assert re.search("styles", problem.where)
