"""A tagged Word file is a form."""

import copy
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import (
    BudgetLine,
    Contact,
    FactsError,
    FileProblemError,
    Form,
    FormNotFoundError,
    Money,
    RocDate,
    School,
    TemplateError,
    form_of,
    get_form,
    list_forms,
    load,
)
from jingjin_forms.facts.labels import figures_of, members
from jingjin_forms.forms.tagged.reading import uses_of
from jingjin_forms.word import compile_template
from tests.forms.tagged.agreement import agreement
from tests.helpers import audit, docx_text, structural_faults
from tests.word.build import docx, par, row, saved, table

SUMS = table(
    row("{%tr for 列 in 採購品項|列數(3) %}", "", "", ""),
    row("{{ 列.品名 }}", "{{ 列.單價 }}", "{{ 列.數量 }}", "{{ 列.總價 }}"),
    row("{%tr endfor %}", "", "", ""),
    columns=4,
)


def made(folder: Path, *tags: str, name: str = "我的表.docx", **more: Any) -> type[Form]:
    body = [tag if tag.startswith("<") else par(tag) for tag in tags]
    return form_of(saved(folder, docx(*body, **more), name))


def labels(form: type[Form]) -> list[str]:
    return [str(field.title) for field in form.model_fields.values()]


def type_of(form: type[Form], label: str) -> type:
    return next(members(f)[0] for f in form.model_fields.values() if f.title == label)


class TestFields:
    def test_they_are_the_tags_in_their_order(self, tmp_path: Path):
        form = made(tmp_path, "{{ 乙 }}{{ 甲 or '＿' }}", "{% if 丙 %}x{% endif %}{{ 甲 ~ 丁 }}")
        assert labels(form) == ["乙", "甲", "丙", "丁"]

    def test_of_headers_and_footnotes_too(self, tmp_path: Path):
        form = made(tmp_path, "{{ 甲 }}", header=par("{{ 乙 }}"), footer=par("{{ 丙 }}"))
        assert labels(form) == ["甲", "乙", "丙"]

    def test_what_the_template_names_itself_is_none(self, tmp_path: Path):
        form = made(
            tmp_path,
            "{% set 臨時 = 甲 %}{{ 臨時.strip() }}{% for 列 in 名冊 %}{{ loop.index }}{{ 列.姓名 }}"
            "{% endfor %}{% for n in range(3) %}{{ n }}{% endfor %}"
            "{% macro 印(字) %}{{ 字 }}{% endmacro %}{{ 印(乙) }}"
            "{% with 別 = 丙 %}{{ 別 }}{% endwith %}",
        )
        assert labels(form) == ["甲", "名冊", "乙", "丙"]
        assert [f.title for f in type_of(form, "名冊").model_fields.values()] == ["姓名"]

    def test_they_are_those_that_the_engine_asks_for(self):
        for form in list_forms():
            path = form.template_path()
            assert {use.label for use in uses_of(path)} == compile_template(path).variables

    def test_lists_by_loop_slice_and_number(self, tmp_path: Path):
        form = made(
            tmp_path,
            "{{ 名冊[0].甲 }}{{ 名冊[1]['乙 乙'] }}",
            "{% for 列 in 名冊[2:]|列數(1) %}{{ 列.丙 }}"
            "{% for 子 in 列.子女 %}{{ 子.名 }}{% endfor %}{% endfor %}"
            "{% for 項 in 附件 %}{{ 項 }}{% endfor %}{{ 名冊|map(attribute='丁')|join }}",
        )
        rows = type_of(form, "名冊")
        assert [f.title for f in rows.model_fields.values()] == ["甲", "乙 乙", "丙", "子女", "丁"]
        filled = form.load({"名冊": [{"甲": "1", "乙 乙": "x"}], "附件": ["一", "二"]})
        assert docx_text(filled.to_bytes()) == ["1", "一二"]
        filled = form.load({"名冊": [{}, {"乙 乙": "2"}, {"丙": "3", "子女": [{"名": "4"}]}]})
        assert docx_text(filled.to_bytes()) == ["2", "34"]

    def test_rows_side_by_side(self, tmp_path: Path):
        form = made(
            tmp_path,
            table(
                row("{%tr for 列 in 名牌 %}", ""),
                row("{{ 列[0].姓名 }}", "{{ 列[1].姓名 }}"),
                row("{%tr endfor %}", ""),
            ),
        )
        filled = form.load({"名牌": [{"姓名": n} for n in "甲乙丙"]})
        assert docx_text(filled.to_bytes()) == ["甲", "乙", "丙", ""]

    def test_names_that_python_or_pydantic_keep(self, tmp_path: Path):
        form = made(
            tmp_path, "{{ title }}{{ copy }}{{ rules }}{{ class_ }}{{ model_x }}{{ 組['a b'] }}"
        )
        assert labels(form) == ["title", "copy", "rules", "class_", "model_x", "組"]
        filled = form.load({"title": "1", "copy": "2", "rules": "3", "組": {"a b": "4"}})
        assert docx_text(filled.to_bytes()) == ["1234"]

    def test_a_file_without_tags_is_told_what_to_do(self, tmp_path: Path):
        with pytest.raises(TemplateError, match=r"沒有任何標籤.*jingjin adopt"):
            made(tmp_path, "姓名")
        with pytest.raises(FileProblemError, match=r"找不到範本檔「無\.docx」"):
            form_of("無.docx")


FILTERED = [
    ("{{ 甲|元 }}", "15,000元", "15,000"),
    ("{{ 甲|國字大寫 }}{{ 甲|元 }}", 15000, "壹萬伍仟元整15,000"),
    ("{{ 甲|整數 }}", "6", "6"),
    ("{{ 甲|數 }}", "1.5", "1.5"),
    ("{{ 甲|民國日期 }}", "2023-03-17", "112年3月17日"),
    ("{{ 甲|期間 }}", "112/8/1~113/6/30", "112年8月1日至113年6月30日"),
    ("{{ 甲|選項('線上','實體') }}", "實體", "實體"),
    ("{{ 甲.男|單選 }}{{ 甲.女|單選 }}", "女", "□■"),
    ("{{ 甲.樂|複選('○','●') }}{{ 甲['美 術']|複選('○','●') }}", "樂、美 術", "●●"),
    ("{{ 甲|勾選 }}", "✓", "■"),
    ("{{ 甲.年 }}/{{ 甲.月 }}/{{ 甲.日 }}", "112年3月17日", "112/3/17"),
    ("{{ 甲.起.年 }}-{{ 甲.迄.年 }}", "112/8/1~113/6/30", "112-113"),
    ("{{ 甲.簡稱 }}", "花蓮縣宜昌國民小學", "宜昌國小"),
    ("{{ 甲.是 }}{{ 甲.否 }}", "否", "□■"),
    ("{% if 甲 %}有{% else %}無{% endif %}", "否", "無"),
    ("{{ 甲 + 1 if 甲 else '' }}", "5", "6"),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "value", "printed"), FILTERED)
def test_filters_say_what_a_field_holds(tmp_path: Path, tag: str, value: Any, printed: str):
    form = made(tmp_path, tag)
    assert labels(form) == ["甲"]
    filled = form.load({"甲": value})
    assert docx_text(filled.to_bytes()) == [printed]
    assert filled.check(date(2023, 3, 17)) == ()
    for empty in (form.load({}), form.blank(), form.load({"甲": ""})):
        assert not set(docx_text(empty.to_bytes())[0]) - set("□○無/-")
    form.sample().to_bytes()


@pytest.mark.parametrize(
    ("tag", "value", "told"),
    [
        ("{{ 甲|元 }}", "很多", "不是數字"),
        ("{{ 甲|民國日期 }}", "明天", "日期"),
        ("{{ 甲.男|單選 }}{{ 甲.女|單選 }}", "人", "男、女"),
        ("{{ 甲|勾選 }}", "也許", "不在選項內"),
        ("{{ 甲|必填 }}", None, "沒有填"),
    ],
)
def test_what_does_not_fit_is_told(tmp_path: Path, tag: str, value: Any, told: str):
    with pytest.raises(FactsError, match=told):
        made(tmp_path, tag).load({} if value is None else {"甲": value})


CONFLICTS = [
    ("{{ 甲 }}{% for 列 in 甲 %}{{ 列.乙 }}{% endfor %}", "清單"),
    ("{{ 甲 }}{{ 甲.電話 }}", "電話"),
    ("{{ 甲.電話 }}{% for 列 in 甲 %}{{ 列.乙 }}{% endfor %}", "電話"),
    ("{{ 甲|元 }}{{ 甲|民國日期 }}", "「元」"),
    ("{{ 甲.男|單選 }}{{ 甲.女 }}", "甲.女|單選"),
    ("{{ 甲|單選 }}", "性別.男"),
    ("{% for 列 in 甲 %}{{ 列 }}{{ 列.乙 }}{% endfor %}", "列裡的欄位"),
    ("{% for 列 in 甲 %}{% for 格 in 列 %}{{ 格 }}{% endfor %}{% endfor %}", "清單"),
]


@pytest.mark.parametrize(("tags", "told"), CONFLICTS)
def test_a_name_used_as_two_things(tmp_path: Path, tags: str, told: str):
    with pytest.raises(TemplateError) as error:
        made(tmp_path, "表頭", tags)
    assert told in str(error.value)
    assert "本文 第 2 段" in str(error.value)


class TestKnownLabels:
    def test_types_and_hints(self, tmp_path: Path):
        form = made(
            tmp_path, "{{ 學校名稱 }}{{ 日期 }}{{ 單價 }}{{ 電話 }}{{ 預計人數 }}{{ 無名 }}"
        )
        assert type_of(form, "學校名稱") is School
        assert type_of(form, "日期") is RocDate
        assert type_of(form, "單價") is Money
        assert form.model_fields["phone"].description == "含分機"
        assert type_of(form, "無名") is str
        assert not any(field.is_required() for field in form.model_fields.values())

    def test_a_filter_says_otherwise(self, tmp_path: Path):
        assert type_of(made(tmp_path, "{{ 日期|文字 }}"), "日期") is str

    def test_a_choice_of_ours_without_boxes_is_a_text(self, tmp_path: Path):
        assert type_of(made(tmp_path, "{{ 學校類型 }}"), "學校類型") is str

    def test_a_part(self, tmp_path: Path):
        form = made(tmp_path, "{{ 聯絡人.姓名 }}{{ 聯絡人.電話 }}")
        contact = type_of(form, "聯絡人")
        assert issubclass(contact, Contact)
        assert list(contact.model_fields) == ["name", "phone"]
        filled = form.load({"聯絡人": {"姓名": "王", "電話": "1"}})
        assert docx_text(filled.to_bytes()) == ["王1"]
        with pytest.raises(FactsError, match="手機"):
            form.load({"聯絡人": {"手機": "1"}})

    def test_a_photograph(self, tmp_path: Path):
        from PIL import Image

        Image.new("RGB", (40, 30)).save(tmp_path / "a.png")
        form = made(tmp_path, table(row("照片", "{{ 照片 }}")))
        filled = form.load({"照片": "a.png"}, folder=tmp_path)
        assert b"media/" in filled.to_bytes()
        assert docx_text(form.load({}).to_bytes()) == ["照片", ""]


class TestSums:
    def test_rows_and_totals_follow_whatever_the_list_is_called(self, tmp_path: Path):
        form = made(tmp_path, SUMS, "{{ 小計 }} {{ 雜支 }} {{ 合計 }} {{ 總計 }} {{ 國字合計 }}")
        assert issubclass(type_of(form, "採購品項"), BudgetLine)
        assert labels(form) == ["採購品項", "雜支"]
        assert [f.title for f in type_of(form, "採購品項").model_fields.values()] == [
            "品名", "單價", "數量", "總價",
        ]  # fmt: skip
        rows = [{"品名": "紙", "單價": 10, "數量": 1.5}, {"單價": 1000, "數量": 6}]
        filled = form.load({"採購品項": rows, "雜支": 360})
        assert (
            docx_text(filled.to_bytes())[-1]
            == "6,015 360 6,375 陸仟參佰柒拾伍元整 陸仟參佰柒拾伍元整"
        )
        assert docx_text(filled.to_bytes())[:4] == ["紙", "10", "1.5", "15"]
        assert filled.check() == ()
        assert form.load({"採購品項": rows, "合計": 1}).check()[0].where
        with pytest.raises(FactsError, match="不是整數元"):
            form.load({"採購品項": [{"單價": 1, "數量": 1.5}]})

    def test_a_row_may_have_only_its_total(self, tmp_path: Path):
        form = made(tmp_path, SUMS, "{{ 合計 }}")
        rows = [{"品名": "紙", "單價": 10, "數量": 3}, {"品名": "雜支", "總價": 500}]
        filled = form.load({"採購品項": rows})
        assert docx_text(filled.to_bytes())[4:8] == ["雜支", "", "", "500"]
        assert (docx_text(filled.to_bytes())[-1], filled.check()) == ("530", ())
        filled.save(tmp_path / "filled.docx")
        assert form.read(tmp_path / "filled.docx").to_bytes() == filled.to_bytes()

    def test_a_row_that_does_not_print_its_total_takes_none(self, tmp_path: Path):
        form = made(tmp_path, SUMS.replace("{{ 列.總價 }}", ""), "{{ 合計 }}")
        with pytest.raises(FactsError, match="缺單價、數量，無法核算，請補上。"):
            form.load({"採購品項": [{"品名": "紙", "總價": 500}]})

    def test_a_total_alone_is_the_amount(self, tmp_path: Path):
        form = made(tmp_path, SUMS, "{{ 總計 }}元，{{ 國字總計 }}")
        filled = form.load({"採購品項": [{"單價": 5, "數量": 2}]})
        assert docx_text(filled.to_bytes())[-1] == "10元，壹拾元整"

    def test_two_lists(self, tmp_path: Path):
        both = SUMS.replace("採購品項", "經常門") + SUMS.replace("採購品項", "資本門")
        form = made(tmp_path, both, "{{ 經常門小計 }} {{ 資本門小計 }} {{ 合計 }}")
        rows = {"經常門": [{"單價": 5, "數量": 2}], "資本門": [{"單價": 7, "數量": 1}]}
        assert docx_text(form.load(rows).to_bytes())[-1] == "10 7 17"
        asked = made(tmp_path, both, "{{ 合計 }}", name="二.docx")
        assert "合計" not in figures_of(asked)

    def test_without_rows_a_total_is_asked_for(self, tmp_path: Path):
        form = made(tmp_path, "{{ 合計 }}（{{ 國字合計 }}）")
        assert docx_text(form.load({"合計": "500元"}).to_bytes()) == ["500（伍佰元整）"]
        assert labels(form) == ["合計"]

    def test_texts_where_amounts_would_be_are_not_reckoned_with(self, tmp_path: Path):
        form = made(tmp_path, SUMS.replace("列.單價", "列.單價|文字"), "{{ 合計 }}")
        filled = form.load({"採購品項": [{"單價": "依實", "數量": 1, "總價": 3}], "合計": 3})
        assert docx_text(filled.to_bytes())[-1] == "3"


class TestIdentity:
    def test_title_key_and_template(self, tmp_path: Path):
        form = made(tmp_path, "{{ 甲 }}", core={"dc:title": "報名表"})
        assert (form.title, form.key, form.programme) == ("報名表", "我的表.docx", "")
        assert form.template_path() == tmp_path / "我的表.docx"
        plain = made(tmp_path, "{{ 甲 }}", name="二.docx", core={"dc:title": "{{ 甲 }}"})
        assert plain.title == "二"

    def test_one_class_as_long_as_the_file_is_the_same(self, tmp_path: Path, monkeypatch: Any):
        form = made(tmp_path, "{{ 甲 }}")
        monkeypatch.chdir(tmp_path)
        assert form_of("我的表.docx") is form
        assert form_of(f"../{tmp_path.name}/我的表.docx") is form
        assert labels(made(tmp_path, "{{ 甲 }}{{ 乙 }}")) == ["甲", "乙"]

    def test_it_passes_every_check(self, tmp_path: Path):
        filled = made(tmp_path, "{{ 甲 }}").load({"甲": "x"})
        assert filled.check() == filled.check(date(2030, 1, 1)) == ()

    def test_copies_and_pickles(self, tmp_path: Path):
        form = made(tmp_path, SUMS, "{{ 甲.男|單選 }}{{ 聯絡人.電話 }}")
        filled = form.load({"採購品項": [{"單價": 5, "數量": 2}], "甲": "男"})
        assert pickle.loads(pickle.dumps(form)) is form
        assert pickle.loads(pickle.dumps(filled)) == copy.deepcopy(filled) == filled

    def test_another_process_makes_it_anew(self, tmp_path: Path):
        form = made(tmp_path, SUMS, "{{ 甲.男|單選 }}")
        filled = form.load({"採購品項": [{"單價": 5, "數量": 2}], "甲": "男"})
        code = (
            "import pickle, sys; found = pickle.load(sys.stdin.buffer); "
            "sys.stdout.buffer.write(found.to_bytes())"
        )
        root = Path(__file__).parents[3]
        done = subprocess.run(
            [sys.executable, "-c", code],
            input=pickle.dumps(filled),
            cwd=root,
            capture_output=True,
            check=True,
        )
        assert done.stdout == filled.to_bytes()

    def test_a_class_of_ones_own_can_vary_it(self, tmp_path: Path):
        class Mine(made(tmp_path, "{{ 甲 }}")):  # type: ignore[misc]
            title = "我的"

        assert docx_text(Mine.load({"甲": "x"}).to_bytes()) == ["x"]


class TestNaming:
    def test_a_path_names_a_form(self, tmp_path: Path):
        form = made(tmp_path, "{{ 甲 }}")
        assert get_form(tmp_path / "我的表.docx") is get_form(str(form.template_path())) is form

    def test_facts_name_it_from_their_own_folder(self, tmp_path: Path, monkeypatch: Any):
        (tmp_path / "表").mkdir()
        form = made(tmp_path / "表", "{{ 甲 }}")
        facts = tmp_path / "facts.yaml"
        facts.write_text("表件: 表/我的表.docx\n甲: x\n", encoding="utf-8")
        assert type(load(facts)) is form
        assert form.load(facts).to_bytes() == load(facts).to_bytes()
        named = {"表件": "表/我的表.docx", "甲": "x"}
        assert type(load(named, folder=tmp_path)) is form
        monkeypatch.chdir(tmp_path)
        for how in ({}, {"photos": tmp_path}):  # facts that a request brings
            with pytest.raises(FormNotFoundError, match="不能指定檔案"):
                load(named, **how)
        with pytest.raises(FactsError, match="給別的表件"):
            form.load({"表件": "表/他的表.docx"})


def test_our_own_templates_tell_our_own_classes():
    """As far as tags can: photographs in pairs, printed rows and pages are made by our code."""
    has = shared = same = 0
    for form in list_forms():
        if not compile_template(form.template_path()).variables:
            continue
        tagged = form_of(form.template_path())
        ours, both, alike, _ = agreement(form, tagged)
        has, shared, same = has + ours, shared + both, same + alike
        for paper in (tagged.blank(), tagged.sample()):
            content = paper.to_bytes()
            assert structural_faults(content) == [], form.key
    assert shared / has > 0.87, (shared, has)
    assert same / shared > 0.93, (same, shared)


def test_the_file_is_a_sound_word_file(tmp_path: Path):
    form = made(tmp_path, SUMS, "{{ 合計 }}{{ 甲.男|單選 }}")
    assert audit(form.sample().to_bytes()) == []
