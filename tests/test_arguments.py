"""Every public function takes a form by class, name or path, and every path as str or PathLike;
what is neither gets one sentence in Chinese."""

import re
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest

import jingjin_forms
from jingjin_forms import (
    BatchReport,
    BudgetEstimate,
    JingjinError,
    Picture,
    adopt,
    compile_template,
    fill_many,
    form_of,
    format_roc_date,
    get_form,
    load,
    load_packet,
    new_facts,
    parse_roc_date,
    parse_uppercase_amount,
    read_document,
    read_table,
    rescale_facts,
    subsidy_rate,
    uppercase_amount,
    write_roster,
)
from tests.helpers import docx_text
from tests.word.build import docx, par

SCHOOL = "花蓮縣宜昌國小"
ROWS = [{"學校名稱": SCHOOL, "計畫名稱": "工作坊", "雜支": 10}]
SAMPLES = Path(__file__).parents[1] / "samples"
FACTS = SAMPLES / "school_based" / "budget_estimate.yaml"
PACKET = SAMPLES / "packets" / "school_based" / "application.yaml"


class Somewhere:
    """A path of another library's."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __fspath__(self) -> str:
        return str(self._path)


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    return BudgetEstimate.sample().save(tmp_path / "填好的.docx")


FORMS = [
    BudgetEstimate,
    "school_based/budget_estimate",
    "budget_estimate",
    "經費概算表",
    "BudgetEstimate",
]
BY_PATH = [str(BudgetEstimate.template_path()), BudgetEstimate.template_path()]
TAKES_A_FORM: dict[str, Callable[[Any, Path], object]] = {
    "new_facts": lambda form, _: "\n雜支:" in new_facts(form).text,
    "get_form": lambda form, _: "miscellaneous" in get_form(form).model_fields,
    "form_of": lambda form, _: "miscellaneous" in form_of(form).model_fields,
    "fill_many": lambda form, out: fill_many(form, ROWS, out / "各校", name="{編號}{列}").summary(),
    "read_table": lambda form, _: [row.facts["雜支"] for row in read_table(ROWS, form)],
    "write_roster": lambda form, out: write_roster(form, out / "名冊.xlsx", rows=1).name,
    "read_document": lambda form, out: read_document(out / "填好的.docx", form).facts["計畫名稱"],
}


@pytest.mark.parametrize("function", TAKES_A_FORM.values(), ids=TAKES_A_FORM)
def test_a_form_by_class_name_or_path(
    function: Callable[[Any, Path], object], tmp_path: Path, filled: Path
):
    told = set[str]()
    for number, form in enumerate([*FORMS, *BY_PATH, Somewhere(BY_PATH[1])]):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / filled.name).write_bytes(filled.read_bytes())
        told.add(str(function(form, folder)))
    assert len(told) == 1
    for wrong in (5, None, int, "沒有這張表"):
        with pytest.raises(JingjinError, match=r"表件|範本"):
            function(wrong, tmp_path)


TAKES_A_PATH: dict[str, tuple[Callable[[Any], object], str]] = {
    "Form.load": (BudgetEstimate.load, str(FACTS)),
    "Form.load folder": (lambda p: BudgetEstimate.load(ROWS[0], folder=p), "."),
    "Form.save": (lambda p: BudgetEstimate.sample().save(p), "OUT/表.docx"),
    "Form.to_bytes": (lambda p: BudgetEstimate.sample().to_bytes(p), str(BY_PATH[0])),
    "Form.read": (BudgetEstimate.read, "OUT/填好的.docx"),
    "BatchReport.save": (lambda p: BatchReport().save(p), "OUT/報告.json"),
    "Packet.save": (lambda p: load_packet(PACKET).save(p, on="112年3月10日"), "OUT/送件"),
    "compile_template": (compile_template, str(BY_PATH[0])),
    "compile_template.fill": (lambda p: compile_template(docx(par("x"))).fill({}, p), "OUT/a.docx"),
    "fill_many rows": (lambda p: fill_many(BudgetEstimate, p, None), "OUT/名冊.csv"),
    "fill_many out": (lambda p: fill_many(BudgetEstimate, ROWS, p, skip=True), "OUT/各校"),
    "fill_many folder": (lambda p: fill_many(BudgetEstimate, ROWS, None, folder=p), "OUT"),
    "fill_many template": (
        lambda p: fill_many(BudgetEstimate, ROWS, None, template=p),
        str(BY_PATH[0]),
    ),
    "form_of": (form_of, str(BY_PATH[0])),
    "load": (load, str(FACTS)),
    "load_packet": (load_packet, str(PACKET)),
    "read_document": (lambda p: read_document(p, BudgetEstimate), "OUT/填好的.docx"),
    "read_table": (lambda p: list(read_table(p, BudgetEstimate)), "OUT/名冊.csv"),
    "rescale_facts": (lambda p: rescale_facts(p, 5000), str(FACTS)),
    "write_roster": (
        lambda p: write_roster("經費概算表", p, rows=1, overwrite=True),
        "OUT/名冊.xlsx",
    ),
}
_NO_PATHS = [5, object()]


@pytest.mark.parametrize(("function", "path"), TAKES_A_PATH.values(), ids=TAKES_A_PATH)
def test_a_path_as_text_or_pathlike(
    function: Callable[[Any], object], path: str, tmp_path: Path, filled: Path
):
    (tmp_path / "名冊.csv").write_text("學校名稱,計畫名稱\n花蓮縣宜昌國小,工作坊\n")
    name = path.replace("OUT", str(tmp_path))
    for given in (name, Path(name), Somewhere(Path(name))):
        function(given)
    for wrong in _NO_PATHS:
        with pytest.raises(JingjinError, match=r"要給|表件"):
            function(wrong)


def test_adopt_takes_paths(tmp_path: Path):
    blank = BudgetEstimate.blank().save(tmp_path / "空白.docx")
    made = adopt(str(blank)).save(str(tmp_path / "範本.docx"))
    assert adopt(Somewhere(blank), like=Somewhere(made)).blanks
    for wrong in ({"path": 5}, {"like": 5}, {"skip": "電話"}, {"skip": 5}, {"names": ["電話"]}):
        with pytest.raises(JingjinError, match="要給"):
            adopt(**{"path": blank, **wrong})


TAKES_CONTENT: dict[str, Callable[[Any], object]] = {
    "Form.read": lambda given: BudgetEstimate.read(given).model_dump(),
    "read_document": lambda given: read_document(given, "經費概算表").facts,
    "adopt": lambda given: adopt(given).to_bytes(),
    "compile_template": lambda given: compile_template(given).variables,
}


@pytest.mark.parametrize("function", TAKES_CONTENT.values(), ids=TAKES_CONTENT)
def test_a_word_file_as_path_bytes_or_open_file(function: Callable[[Any], object], tmp_path: Path):
    is_adopted = "adopt" in function.__code__.co_names
    form = BudgetEstimate.blank() if is_adopted else BudgetEstimate.sample()
    path = form.save(tmp_path / "表.docx")
    content = path.read_bytes()
    told = function(path)
    assert function(content) == function(bytearray(content)) == function(BytesIO(content)) == told
    with path.open("rb") as file:
        file.read(5)  # it is read from its start
        assert function(file) == told
    wrong = (b"", b"{}", StringIO("x"))
    for given in wrong:
        with pytest.raises(JingjinError, match=r"檔"):
            function(given)


def test_what_content_is_called():
    adoption = adopt(BytesIO(BudgetEstimate.blank().to_bytes()))
    read = read_document(BudgetEstimate.sample().to_bytes(), "經費概算表")
    assert (adoption.name, read.name) == ("空白表", "填好的檔案")
    assert not any("檔名" in note for note in (*adoption.notes, *read.notes))
    with pytest.raises(JingjinError, match=r"「填好的檔案」已損壞"):
        BudgetEstimate.read(adoption.to_bytes()[:10])


def test_every_public_function_is_tried():
    """A function that comes to `__all__` says here what it takes."""
    without = {"explained", "list_forms", "label", "printed"}  # no form, no path
    values = {
        "format_roc_date",
        "parse_roc_date",
        "parse_uppercase_amount",
        "subsidy",
        "subsidy_rate",
        "uppercase_amount",
    }
    tried = {name.partition(" ")[0].partition(".")[0] for name in (*TAKES_A_FORM, *TAKES_A_PATH)}
    functions = {name for name in jingjin_forms.__all__ if name[0].islower()}
    assert functions - without - values - tried == {"adopt"}


WRONG: dict[str, tuple[Callable[[], object], str]] = {
    "day": (lambda: BudgetEstimate.sample().check(on="明天"), "送件的日子要是日期"),
    "day of a number": (lambda: BudgetEstimate.sample().check(on=20230301), "送件的日子要是日期"),  # type: ignore[arg-type]
    "name": (
        lambda: fill_many(BudgetEstimate, ROWS, "x", name="{x}.pdf"),
        "沒有「x」，{} 內可用的有：.*學校名稱.*雜支",
    ),
    "suffix": (
        lambda: fill_many(BudgetEstimate, ROWS, "x", name="{學校名稱}.pdf"),
        "不能是 .pdf",
    ),
    "no text": (lambda: fill_many(BudgetEstimate, ROWS, "x", name=len), "要是文字"),  # type: ignore[arg-type]
    "one row": (lambda: fill_many(BudgetEstimate, ROWS[0], None), "不是一批"),
    "bytes": (lambda: fill_many(BudgetEstimate, b"x", None), "表格的路徑"),
    "word": (
        lambda: fill_many(BudgetEstimate, ROWS, "x", on_exists="replac"),  # type: ignore[arg-type]
        'on_exists.*"error"、"skip"、"overwrite"',
    ),
    "helpers": (
        lambda: fill_many(BudgetEstimate, ROWS, None, progress=5, executor=5, report=5),  # type: ignore[arg-type]
        "3 個問題(?s:.*)progress.*函式(?s:.*)executor.*Executor(?s:.*)report.*BatchReport",
    ),
    "two words": (
        lambda: fill_many(BudgetEstimate, ROWS, "x", overwrite=True, skip=True),
        "只能給一個",
    ),
    "rows": (lambda: write_roster(BudgetEstimate, "x.xlsx", rows="x"), "列數.*整數"),  # type: ignore[arg-type]
    "content": (lambda: load("表件: 經費概算表\n學校名稱: x\n"), "是內容，不是資料檔的路徑"),
    "year": (lambda: BudgetEstimate.sample("x"), "不是學年度"),  # type: ignore[arg-type]
    "dots": (lambda: BudgetEstimate.sample().save(BytesIO(), suffix="jpg"), "要是 .docx"),
    "facts": (lambda: BudgetEstimate.sample().save_facts(5), "資料檔要給路徑"),  # type: ignore[arg-type]
    "two suffixes": (lambda: BudgetEstimate.sample().save("a.docx", suffix=".pdf"), "只給一個"),
    "date": (lambda: parse_roc_date(5), "讀不懂日期"),  # type: ignore[arg-type]
    "no date": (lambda: format_roc_date(5), "不是日期"),  # type: ignore[arg-type]
    "amount": (lambda: uppercase_amount("x"), "不是數字"),
    "words": (lambda: parse_uppercase_amount(5), "讀不懂大寫金額"),  # type: ignore[arg-type]
    "subsidy": (lambda: subsidy_rate("計畫一", "x", "y"), "財力級次"),  # type: ignore[arg-type]
    "list": (
        lambda: BudgetEstimate(school=SCHOOL, plan_name="x", lines="x"),
        "經費項目.*要填成清單",
    ),
    "picture": (
        lambda: compile_template(docx(par("{{ 甲 }}"))).render({"甲": Picture(5)}),  # type: ignore[arg-type]
        "甲",
    ),
}


@pytest.mark.parametrize(("call", "told"), WRONG.values(), ids=WRONG)
def test_wrong_arguments_get_a_sentence(call: Callable[[], object], told: str):
    with pytest.raises(JingjinError, match=told) as caught:
        call()
    assert re.search(r"[\u4e00-\u9fff]", str(caught.value))


@pytest.mark.parametrize(
    "on", ["2023-03-18", "112年3月18日", "2023-03-18 09:00", "112/3/18 下午5時"]
)
def test_a_day_as_a_text(on: str):
    sheet = get_form("審查作業表").load({"學校名稱": SCHOOL, "學年度": 112})
    assert "已經過了 1 天" in str(sheet.check(on=on))
    assert sheet.check(on="2023-03-18") != sheet.check()


def test_english_names_in_templates_and_labels_beside_them(tmp_path: Path):
    budget = BudgetEstimate.load(
        {"school": SCHOOL, "計畫名稱": "工作坊", "lines": [{"item": "講師費", "單價": 1000}] * 2}
    )
    tags = (
        "{{ school }} {{ 學校名稱 }} {{ school.short_name }} {{ 學校名稱.簡稱 }}",
        "{% for x in lines %}{{ x.item }}{{ x['unit_price'] }} {{ x.單價 }}{% endfor %}",
        "{{ lines|map(attribute='item')|join('、') }}",
        "{% set school_year = 112 %}{{ school_year }}",
    )
    template = docx(*map(par, tags))
    assert docx_text(budget.to_bytes(template)) == [
        f"{SCHOOL} {SCHOOL} 宜昌國小 宜昌國小",
        "講師費1,000 1,000講師費1,000 1,000",
        "講師費、講師費",
        "112",
    ]
    with pytest.raises(JingjinError, match="schol"):
        budget.to_bytes(docx(par("{{ schol }}")))
    report = fill_many(
        "經費概算表",
        ROWS,
        tmp_path,
        name="{school.short_name}_{計畫名稱}_{plan_name}",
        template=template,
    )
    assert [result.file for result in report] == ["宜昌國小_工作坊_工作坊.docx"]
    assert docx_text((tmp_path / "宜昌國小_工作坊_工作坊.docx").read_bytes())[0].startswith(SCHOOL)
