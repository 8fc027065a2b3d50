"""Broken and doubtful templates, one for each thing that lint finds; and sound ones, of which it
says nothing."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from jingjin_forms import FileProblemError, Severity, form_of, list_forms
from jingjin_forms.export import has_soffice
from jingjin_forms.lint import CHECKS, PAGE_CHECKS, Remark, lint
from jingjin_forms.lint.paper import alone_on
from jingjin_forms.lint.signing import signings
from jingjin_forms.page.page import read_page
from tests.command import Result
from tests.helpers import TEMPLATES, parts
from tests.word.build import cell, docx, par, row, run, saved, table

CHOICE = (
    '<mc:AlternateContent><mc:Choice Requires="wps">{}</mc:Choice>'
    "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
)
BOX = "<w:pict><w:txbxContent>{}</w:txbxContent></w:pict>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
KEEP = "<w:pPr><w:keepNext/></w:pPr>"
WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"
EXACT = '<w:trPr><w:trHeight w:val="567" w:hRule="exact"/></w:trPr>'
LOW = '<w:trPr><w:trHeight w:val="567"/></w:trPr>'
TALL = '<w:trPr><w:trHeight w:val="2000"/></w:trPr>'
SIGN = "承辦人：　　主任：　　校長："


def found(folder: Path, *body: str) -> list[Remark]:
    content = [text if text.startswith("<") else par(text) for text in body]
    return [*lint(saved(folder, docx(*content)))]


def codes(folder: Path, *body: str) -> list[str]:
    return [remark.code for remark in found(folder, *body)]


def listed(*rows: str, loop: str = "名冊") -> str:
    return table(row("編號", "姓名"), row(f"{{%tr for 列 in {loop} %}}", ""), *rows)


END = row("{%tr endfor %}", "")
ONE = row("{{ loop.index }}", "{{ 列.姓名 }}")


class TestErrors:
    @pytest.mark.parametrize(
        ("tag", "said"),
        [
            ("{{ 日期｜民國日期 }}", "「｜」改成「|」"),
            ("{{ 電話（含分機） }}", "「（」改成「(」、「）」改成「)」"),
            ("{{ 方式|選項(「線上」) }}", '「「」改成「"」'),
            ("{{ 聯絡人．電話 }}", "「．」改成「.」"),
            ("{% if 同意 ％}是{% endif %}", "「％」改成「%」"),
        ],
    )
    def test_full_width_signs_are_named_with_their_half(self, tmp_path: Path, tag: str, said: str):
        [remark] = found(tmp_path, "第一段", tag, "{{ 乙 }}")
        assert (remark.code, remark.severity, remark.where) == (
            "full_width",
            "錯誤",
            "本文 第 2 段",
        )
        assert said in remark.message

    def test_beside_them_everything_else_is_found(self, tmp_path: Path):
        said = codes(tmp_path, "{{ 日期｜民國日期 }}", "{{ 日期|元 }}", "{{ 計劃名稱 }}")
        assert said == ["full_width", "conflict", "unknown_name"]

    def test_full_width_braces(self, tmp_path: Path):
        assert codes(tmp_path, "｛｛ 甲 ｝｝", "{{ 乙 }}") == ["full_width"]

    @pytest.mark.parametrize(
        "tag", ['{{ 甲 or "（無）" }}', "{{ 甲|選項(“一、二”) }}", "{{　甲　}}"]
    )
    def test_but_not_within_quotes(self, tmp_path: Path, tag: str):
        assert codes(tmp_path, tag) == []

    def test_an_unknown_filter_with_the_nearest(self, tmp_path: Path):
        [remark] = found(tmp_path, table(row("日期", "{{ 日期|民國日其 }}")))
        assert remark.code == "unknown_filter"
        assert remark.place == {"part": "本文", "table": 1, "row": 1, "column": 2}
        assert "沒有「民國日其」這個過濾器，是不是「民國日期」？" in remark.message
        assert remark.tag == "{{ 日期|民國日其 }}"

    def test_everything_wrong_is_said_at_once(self, tmp_path: Path):
        remarks = found(
            tmp_path,
            "{{ 甲 乙 }}",
            "{{ 丙|元元元 }}",
            "{% for 列 in 名冊 %}x{% endfor %}",
            "{{ 名冊 }}",
            "____{{ 丁 }}",
        )
        assert [r.code for r in remarks] == [
            "tag",
            "unknown_filter",
            "conflict",
            "empty_loop",
            "leftover",
        ]
        assert [r.severity for r in remarks] == ["錯誤"] * 3 + ["提醒"] * 2

    def test_a_name_that_is_two_things(self, tmp_path: Path):
        [remark] = found(tmp_path, "{{ 甲|元 }}", "{{ 甲|民國日期 }}")
        assert (remark.code, remark.where) == ("conflict", "本文 第 2 段")

    def test_a_tag_with_a_field_in_it(self, tmp_path: Path):
        broken = f"<w:p>{run('{{ 甲')}{FIELD}{run(' }}')}</w:p>"
        [remark] = found(tmp_path, broken)
        assert (remark.code, remark.severity) == ("tag_in_field", "錯誤")

    def test_a_tag_across_a_hyperlink(self, tmp_path: Path):
        broken = f'<w:p>{run("{{ 甲")}<w:hyperlink w:anchor="x">{run("乙 }}")}</w:hyperlink></w:p>'
        assert codes(tmp_path, broken) == ["tag"]

    def test_a_tag_half_of_which_is_bold_still_works(self, tmp_path: Path):
        bold = f"<w:p>{run('{{ 姓')}{run('名 }}', '<w:rPr><w:b/></w:rPr>')}{FIELD}</w:p>"
        assert codes(tmp_path, bold) == []
        assert codes(tmp_path, f"<w:p>{run('{{ 甲 }}')}{FIELD}{run('頁')}</w:p>") == []

    def test_options_that_differ(self, tmp_path: Path):
        one, two = '{{ 方式|選項("線上","實體") }}', '{{ 方式|選項("線上","混成") }}'
        remarks = found(tmp_path, one, two)
        assert [(r.code, r.where) for r in remarks] == [
            ("options_differ", "本文 第 1 段"),
            ("options_differ", "本文 第 2 段"),
        ]
        assert "「混成」" in remarks[0].message
        assert codes(tmp_path, '{{ 性別|選項("男") }}{{ 性別.男|單選 }}{{ 性別.女|單選 }}') == [
            "options_differ"
        ]

    def test_equal_options_and_those_of_other_lists_are_right(self, tmp_path: Path):
        rows = '{{% for 列 in {} %}}{{{{ 列.別|選項("{}") }}}}{{% endfor %}}'
        assert codes(tmp_path, rows.format("甲", "一"), rows.format("乙", "二")) == []
        assert codes(tmp_path, '{{ 別|選項("一") }}', '{{ 別|選項("一") }}') == []


class TestWhatWordHides:
    def test_hidden_text(self, tmp_path: Path):
        hidden = f"<w:p>{run('{{ 甲 }}', HIDDEN)}</w:p>"
        assert codes(tmp_path, hidden, "{{ 乙 }}") == ["hidden_tag"]
        shown = '<w:rPr><w:vanish w:val="0"/></w:rPr>'
        assert codes(tmp_path, f"<w:p>{run('{{ 甲 }}', shown)}</w:p>") == []

    def test_hidden_by_a_style(self, tmp_path: Path):
        looks = '<w:rPr><w:rStyle w:val="b"/></w:rPr>'
        path = saved(tmp_path, docx(f"<w:p>{run('{{ 甲 }}', looks)}</w:p>"))
        assert lint(path) == ()
        style = '<w:style w:type="character" w:styleId="{0}"><w:name w:val="{0}"/>{1}</w:style>'
        hidden = style.format("h", HIDDEN) + style.format("b", '<w:basedOn w:val="h"/>')
        _with_styles(path, hidden)
        assert [r.code for r in lint(path)] == ["hidden_tag"]

    def test_deleted_text(self, tmp_path: Path):
        deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>{{ 甲 }}</w:delText></w:r></w:del>'
        [remark] = found(tmp_path, f"<w:p>{deleted}{run('{{ 乙 }}')}</w:p>")
        assert (remark.code, remark.tag) == ("deleted_tag", "{{ 甲 }}")

    def test_a_text_box_with_a_tag_in_one_copy_only(self, tmp_path: Path):
        def both(new: str, old: str) -> str:
            boxes = CHOICE.format(BOX.format(par(new)), BOX.format(par(old)))
            return f"<w:p><w:r>{boxes}</w:r></w:p>"

        [remark] = found(tmp_path, both("{{ 甲 }}", "無"), "{{ 乙 }}")
        assert remark.code == "text_box_copy"
        assert "舊版" in remark.message
        [remark] = found(tmp_path, both("無", "{{ 甲 }}"), "{{ 乙 }}")
        assert "新版" in remark.message
        assert codes(tmp_path, both("{{ 甲 }}", "{{ 甲 }}")) == []


class TestLists:
    def test_a_loop_that_prints_nothing(self, tmp_path: Path):
        assert codes(tmp_path, listed(END)) == ["empty_loop"]
        assert codes(tmp_path, listed(row("{{ loop.index }}", "{{ 校長 }}"), END)) == ["empty_loop"]
        assert codes(tmp_path, "{% for n in range(3) %}x{% endfor %}{{ 甲 }}") == []

    def test_one_that_prints_its_rows(self, tmp_path: Path):
        assert codes(tmp_path, listed(ONE, END), SIGN) == []

    def test_blank_rows_left_behind(self, tmp_path: Path):
        [remark] = found(tmp_path, listed(ONE, END, row("2", ""), row("3", ""), row("合計", "")))
        assert (remark.code, remark.where) == ("spare_rows", "本文 表格 1 第 5 列")
        assert "2 個空白列" in remark.message
        assert "名冊|列數(3)" in remark.message

    def test_rows_that_are_asked_for_count(self, tmp_path: Path):
        [remark] = found(tmp_path, listed(ONE, END, row("", ""), loop="名冊|列數(5)"))
        assert "名冊|列數(6)" in remark.message

    def test_a_number_typed_into_the_row(self, tmp_path: Path):
        [remark] = found(tmp_path, listed(row("1", "{{ 列.姓名 }}"), END))
        assert (remark.code, remark.place["column"]) == ("typed_number", 1)
        assert "{{ loop.index }}" in remark.message
        assert codes(tmp_path, listed(row("甲 1", "{{ 列.姓名 }}"), END)) == []


class TestLeftovers:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("姓名：____{{ 姓名 }}____", "「____」"),
            ("姓名：{{ 姓名 }}＿＿＿", '|底線("＿＿＿")'),
            ("{{ 日期 }}年　月　日", "年　月　日"),
            ("{{ 日期|民國日期 }} 年 月 日", "or"),
            ("□{{ 同意|勾選 }}同意", "方框"),
            ("{{ 經費|國字大寫 }}元整", "元整"),
        ],
    )
    def test_what_would_print_twice(self, tmp_path: Path, text: str, said: str):
        [remark] = found(tmp_path, text)
        assert remark.code == "leftover"
        assert said in remark.message

    @pytest.mark.parametrize(
        "text",
        [
            '{{ 姓名|底線("____") }}',
            "{{ 日期.年 }}年{{ 日期.月 }}月{{ 日期.日 }}日",
            "{{ 學年 }}年 月 日",
            "□甲{{ 性別.男|單選 }}男",
            "□{{ 其他項目 }}",
            "{{ 經費|元 }}元整",
            "新臺幣{{ 經費|國字大寫 }}，整筆撥付",
            "身_{{ 甲 }}",
        ],
    )
    def test_what_would_not(self, tmp_path: Path, text: str):
        assert codes(tmp_path, text) == []


class TestReckoning:
    @pytest.mark.parametrize(
        ("tag", "said"),
        [
            ("{{ 單價 * 數量 }}", "總價"),
            ("{{ (甲 * 0.5)|int }}", "小數會不見"),
            ("{{ 甲 / 3 }}", "除不盡"),
            ('{{ 甲 * 乙 if 甲 else "" }}', "計算"),
        ],
    )
    def test_figures_worked_out_in_a_tag(self, tmp_path: Path, tag: str, said: str):
        [remark] = found(tmp_path, tag)
        assert remark.code == "arithmetic"
        assert said in remark.message

    def test_what_it_says_is_so(self, tmp_path: Path):
        form = form_of(saved(tmp_path, docx(par("{{ 單價 * 數量 }}"))))
        with pytest.raises(Exception, match="算不出來"):
            form.load({"單價": 10}).to_bytes()

    @pytest.mark.parametrize(
        "tag", ["{{ 學年度 + 1 }}", "{% if 甲 * 2 > 3 %}x{% endif %}", "{{ 甲 ~ '*' ~ 乙 }}"]
    )
    def test_what_loses_nothing(self, tmp_path: Path, tag: str):
        assert codes(tmp_path, tag) == []


class TestNames:
    def test_a_label_written_otherwise(self, tmp_path: Path):
        [remark] = found(tmp_path, "{{ 計劃名稱 }}")
        assert remark.code == "unknown_name"
        assert "是不是「計畫名稱」？" in remark.message

    def test_one_letter_off_a_long_label(self, tmp_path: Path):
        [remark] = found(tmp_path, "{{ 正式教師人數 }}")
        assert "是不是「正式教師數」？" in remark.message

    @pytest.mark.parametrize("pair", [("台東", "臺東"), ("Ａ組", "A組"), ("第 二校", "第二校")])
    def test_two_of_one_template(self, tmp_path: Path, pair: tuple[str, str]):
        one, two = pair
        tags = [f"{{{{ 校[{name!r}] }}}}" for name in (one, two)]
        assert codes(tmp_path, *tags) == ["similar_name"]

    @pytest.mark.parametrize("name", ["收件日期", "文件名稱", "參加人次", "計畫名稱", "第2場地點"])
    def test_other_words_are_let_be(self, tmp_path: Path, name: str):
        assert codes(tmp_path, f"{{{{ {name} }}}}") == []


class TestSigning:
    def test_a_row_of_a_fixed_height(self, tmp_path: Path):
        [remark] = found(tmp_path, table(row("說明", "{{ 說明 }}", properties=EXACT)))
        assert (remark.code, remark.place["row"]) == ("exact_height", 1)
        assert "1.0 公分" in remark.message
        for tag in ("{{ 同意|勾選 }}", "{{ 照片 }}", "{{ 金額|元 }}"):
            assert codes(tmp_path, table(row("甲", tag, properties=EXACT))) == []

    def test_a_sign_off_row_that_nothing_keeps(self, tmp_path: Path):
        sign = row(SIGN, "")
        [remark] = found(tmp_path, table(row("合計", "{{ 合計 }}"), sign))
        assert (remark.code, remark.place["row"]) == ("seal_alone", 2)
        kept = cell(par("合計", properties=KEEP))
        assert codes(tmp_path, table(row(kept, "{{ 合計 }}"), sign)) == []

    def test_nothing_is_said_where_nothing_grows_or_nothing_helps(self, tmp_path: Path):
        sign = row(SIGN, "")
        assert codes(tmp_path, table(row("合計", "元"), sign), "{{ 甲 }}") == []
        assert codes(tmp_path, table(row("說明", "{{ 說明 }}", properties=TALL), sign)) == []
        assert codes(tmp_path, table(row("{%tr for 列 in 名冊 %}", ""), ONE, END, sign)) == []

    def test_a_sign_off_line_below_a_table(self, tmp_path: Path):
        body = table(row("合計", "{{ 合計 }}")), "<w:p/>", par(SIGN)
        [remark] = found(tmp_path, *body)
        assert (remark.code, remark.where) == ("seal_alone", "本文 第 2 段")
        assert "表格 1 第 1 列" in remark.message
        kept = table(row(cell(par("合計", properties=KEEP)), "{{ 合計 }}"))
        assert codes(tmp_path, kept, f"<w:p>{KEEP}</w:p>", par(SIGN)) == []
        assert codes(tmp_path, kept, "<w:p/>", par(SIGN)) == ["seal_alone"]

    def test_rows_that_a_page_tears_apart(self, tmp_path: Path):
        kept = cell(par("{{ 說明 }}", properties=KEEP))
        torn = row(kept, "x", properties=LOW)
        sign = row(cell(par("承辦人"), par("校長")), "主任", properties=WHOLE)
        assert codes(tmp_path, table(torn, sign)) == ["row_torn"]
        low_whole = LOW.replace("<w:trPr>", "<w:trPr><w:cantSplit/>")
        assert codes(tmp_path, table(row(kept, "x", properties=low_whole), sign)) == []
        loose = row(cell(par("承辦人"), par("校長")), "主任")
        assert codes(tmp_path, table(row(kept, "x", properties=low_whole), loose)) == ["seal_torn"]

    def test_a_row_with_tags_is_no_sign_off(self, tmp_path: Path):
        assert codes(tmp_path, table(row("{{ 甲 }}", ""), row("承辦人", "{{ 校長 }}"))) == []


class TestPersons:
    def test_data_of_a_paper_filled_before(self, tmp_path: Path):
        [remark] = found(tmp_path, table(row("姓名", "王小明"), row("{{ 職稱 }}", "")))
        assert (remark.code, remark.place["column"]) == ("personal", 2)
        assert "小明" not in remark.message
        assert codes(tmp_path, '姓名：{{ 姓名 or "王小明" }}') == ["personal"]

    def test_samples_are_none(self, tmp_path: Path):
        assert codes(tmp_path, '{{ 學校名稱 or "○○國小" }}', "承辦人姓名：{{ 姓名 }}") == []


class TestDescription:
    def said(self, folder: Path, description: str, *tags: str) -> list[Remark]:
        (folder / "範本.yaml").write_text(description, encoding="utf-8")
        return found(folder, *tags)

    def test_what_does_not_fit_has_its_line(self, tmp_path: Path):
        faulty = "標題: 表\n欄位:\n  甲: {類型: 元元}\n  無人: {必填: 是}\n"
        remarks = self.said(tmp_path, faulty, "{{ 甲 }}")
        assert [(r.severity, r.code, r.place["line"]) for r in remarks[:2]] == [
            ("錯誤", "description", 3),
            ("錯誤", "description", 4),
        ]
        assert remarks[0].place["part"] == "範本.yaml"

    def test_what_is_no_yaml(self, tmp_path: Path):
        assert [r.code for r in self.said(tmp_path, "欄位: [", "{{ 甲 }}")] == ["description"]

    def test_its_structure_is_read_beside_faulty_tags(self, tmp_path: Path):
        remarks = self.said(tmp_path, "標提: 表\n", "{{ 甲 乙 }}", "{{ 丙 }}")
        assert [r.code for r in remarks] == ["tag", "description"]

    def test_tags_that_it_does_not_know(self, tmp_path: Path):
        [remark] = self.said(
            tmp_path,
            "欄位:\n  甲: {必填: 是}\n",
            "{{ 甲 }}",
            "{{ 丙 }}{{ 丁 }}{{ 電話 }}{{ 戊|元 }}",
        )
        assert (remark.code, remark.where) == ("description_unknown", "本文 第 2 段")
        assert "：丙、丁；" in remark.message

    def test_fields_that_no_tag_prints_those_required_first(self, tmp_path: Path):
        rules = "規則:\n  - {欄位: 甲, 上限: 人數 × 班數, 條文: 限。}\n"
        fields = "欄位:\n  甲: 元\n  人數: 整數\n  班數: {類型: 整數, 必填: 是}\n"
        remarks = self.said(tmp_path, fields + rules, "{{ 甲 }}")
        assert [(r.code, r.place["line"]) for r in remarks] == [
            ("required_unprinted", 4),
            ("description_unprinted", 3),
        ]
        assert "「班數」必填" in remarks[0].message

    def test_amounts_and_dates_that_it_calls_texts(self, tmp_path: Path):
        remarks = self.said(tmp_path, "欄位:\n  日期: 文字\n  備註: 文字\n", "{{ 日期 }}{{ 備註 }}")
        assert [(r.code, r.place["line"]) for r in remarks] == [("untyped", 2)]
        assert "民國日期" in remarks[0].message

    def test_one_that_fits(self, tmp_path: Path):
        assert self.said(tmp_path, "欄位:\n  甲: 元\n", "{{ 甲 }}{{ 電話 }}") == []


class TestFiles:
    def test_no_tags(self, tmp_path: Path):
        assert codes(tmp_path, "姓名") == ["no_tags"]

    def test_what_is_no_word_file(self, tmp_path: Path):
        with pytest.raises(FileProblemError, match="找不到"):
            lint(tmp_path / "無.docx")
        (tmp_path / "文.docx").write_bytes(b"%PDF-1.7")
        with pytest.raises(FileProblemError, match="PDF"):
            lint(tmp_path / "文.docx")

    def test_every_code_is_told_in_the_guide(self):
        page = (TEMPLATES.parent / "docs" / "lint.md").read_text(encoding="utf-8")
        for code in [c for codes in (*CHECKS.values(), *PAGE_CHECKS.values()) for c in codes]:
            assert f"`{code}`" in page


DOCUMENT = parts(docx(par("{{ 甲 }}"), par(SIGN)))["word/document.xml"]
NOTHING_TO_FILL_IN = {"active_teaching/plan_overview", "active_teaching/subsidy_rates"}
"""Papers that are printed as they are: that they have no tags is said, and right."""


def is_told(key: str, code: str) -> bool:
    """附件六 prints texts of pages above the sign-off row, which are to go on over the page."""
    return (key, code) != ("active_teaching/activity_application", "row_torn")


def test_our_own_templates_are_clean_and_quickly_read():
    began = time.monotonic()
    said = {
        form.key: [str(r) for r in lint(form.template_path()) if is_told(form.key, r.code)]
        for form in list_forms()
        if form.key not in NOTHING_TO_FILL_IN
    }
    assert {key: remarks for key, remarks in said.items() if remarks} == {}
    assert (time.monotonic() - began) / len(said) < 1
    for key in NOTHING_TO_FILL_IN:
        assert [r.code for r in lint(TEMPLATES / f"{key}.docx")] == ["no_tags"]


def test_the_command(tmp_path: Path, jingjin: Callable[..., Result]):
    saved(tmp_path, docx(par("{{ 日期｜民國日期 }}"), par("____{{ 甲 }}")), "表.docx")
    said = jingjin("lint", "表.docx")
    assert said.code == 1
    assert "[錯誤] 本文 第 1 段：" in said.out
    assert "共 2 個：錯誤 1、提醒 1。" in said.out
    told = json.loads(jingjin("lint", "表.docx", "--json").out)
    assert told[1] == {
        "severity": Severity.WARNING.name.lower(),
        "code": "leftover",
        "where": "本文 第 2 段",
        "part": "本文",
        "paragraph": 2,
        "tag": "{{ 甲 }}",
        "path": ["甲"],
        "value": "____",
        "message": told[1]["message"],
        "clause": None,
    }
    saved(tmp_path, docx(par("____{{ 甲 }}")), "表.docx")
    assert jingjin("lint", "表.docx").code == 0
    saved(tmp_path, docx(par("{{ 甲 }}")), "表.docx")
    assert jingjin("lint", "表.docx").out == "沒有發現問題。\n"
    assert jingjin("lint", "無.docx").code == 1


@pytest.mark.slow
@pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")
def test_the_sign_off_row_on_real_pages(tmp_path: Path):
    def paper(keep: str) -> Path:
        rows = (
            row("品名"),
            row("{%tr for 列 in 材料 %}"),
            row("{{ 列.品名 }}"),
            row("{%tr endfor %}"),
        )
        total = row(cell(par("合計 {{ 總額 }}", properties=keep)))
        return saved(tmp_path, docx(table(*rows, total, row(SIGN), columns=1), "<w:p/>"))

    [remark] = [r for r in lint(paper(""), pages=True) if r.code == "seal_page"]
    assert "「材料」有" in remark.message
    assert "請讓它和上一列" in remark.message
    kept = lint(paper(KEEP), pages=True)  # LibreOffice 7.4 keeps no rows together
    assert all(r.code == "seal_page" and "用 Word 另存 PDF" in r.message for r in kept)


@pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")
def test_pages_are_not_laid_out_where_nobody_signs(tmp_path: Path):
    assert lint(saved(tmp_path, docx(par("{{ 甲 }}"))), pages=True) == ()


def test_a_row_stands_alone_where_only_heads_and_page_numbers_are_beside_it():
    page = read_page("word/document.xml", DOCUMENT)
    [signing] = signings(page)
    first = "花蓮縣政府教育處 甲校報名表 內容 第 1 頁"
    assert alone_on([first, "承辦人： 主任： 校長： 第 2 頁"], signing, []) == 2
    assert alone_on([first, "花蓮縣政府教育處 承辦人： 主任： 校長： 2"], signing, []) == 2
    heads = ["品名與規格", "數量單位"]
    assert alone_on([first, "品名與規格數量單位承辦人： 主任： 校長： 2"], signing, heads) == 2
    assert alone_on([first, "合計一千元整 承辦人： 主任： 校長： 第 2 頁"], signing, []) == 0
    assert alone_on(["承辦人： 主任： 校長："], signing, []) == 0


def _with_styles(path: Path, styles: str) -> None:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["word/styles.xml"].decode().replace("</w:styles>", f"{styles}</w:styles>")
    parts["word/styles.xml"] = text.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
