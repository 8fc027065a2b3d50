"""`jingjin adopt`: from a blank to a template, to filled files, and again after a change."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from jingjin_forms.export import has_soffice
from tests.adopt.blanks import TEXT, invented, with_text, word_file
from tests.command import Result
from tests.helpers import docx_text, parts, structural_faults, table_texts

Jingjin = Callable[..., Result]
LONG = "花蓮縣吉安鄉宜昌國民小學"


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    return word_file(tmp_path)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def template_text(path: str) -> str:
    return "\n".join(docx_text(Path(path).read_bytes()))


def refused(result: Result) -> str:
    """The one sentence that a refused command says."""
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("錯誤：")
    assert result.err.count("\n") == 1
    return result.err


class TestList:
    def test_what_was_found_and_what_was_left_alone(self, jingjin: Jingjin, blank: Path):
        result = jingjin("adopt", "空白表.docx")
        assert (result.code, result.err) == (0, "")
        lines = [" ".join(line.split()) for line in result.out.splitlines()]
        assert lines[0] == "找到 8 個空格（列成 7 項）；1 處不放標籤。"
        assert "學校名稱 標籤右格 本文 表格 1 第 1 列第 2 欄 97%" in lines
        assert "辦理方式 勾選 本文 第 3 段 單選：線上／實體 95%" in lines
        assert "參加教師 重複列 本文 表格 2 第 2 列起 印 3 列，可以更多：姓名、職稱 95%" in lines
        assert "校長 簽章 本文 第 5 段 簽名、蓋章的地方，留給人簽章" in lines
        assert lines[-1] == ("還沒有產生範本。看過以後：jingjin adopt 空白表.docx -o 我的表.docx")
        assert files(blank.parent) == ["空白表.docx"]

    def test_a_dry_run_writes_nothing(self, jingjin: Jingjin, blank: Path):
        more = ("--picture", "b.docx", "--report", "c.md", "--pages", "頁")
        assert jingjin("adopt", "空白表.docx", "-o", "a.docx", *more, "--dry-run").code == 0
        assert files(blank.parent) == ["空白表.docx"]

    def test_what_is_unsure_is_marked(self, jingjin: Jingjin, tmp_path: Path):
        word_file(tmp_path, text="自我介紹：\n|  |\n姓名：______\n")
        result = jingjin("adopt", "空白表.docx", "--json")
        look = {b["name"]: b["look_at"] for b in json.loads(result.out)["blanks"]}
        assert look == {"自我介紹": True, "姓名": False}
        assert "% 請看" in jingjin("adopt", "空白表.docx").out

    def test_for_programs(self, jingjin: Jingjin, blank: Path):
        result = jingjin("adopt", "空白表.docx", "-o", "我的表.docx", "--json")
        told = json.loads(result.out)
        assert told["written"] == ["我的表.docx"]
        choice = next(b for b in told["blanks"] if b["kind"] == "勾選")
        assert choice["options"] == ["線上", "實體"]
        assert choice["tag"].startswith("{{ 辦理方式.線上|單選 }}")
        (seal,) = told["left_alone"]
        assert (seal["name"], seal["part"], seal["paragraph"]) == ("校長", "本文", 5)
        names = [b["name"] for b in told["blanks"] if b["rows"] == 3]
        assert names == ["參加教師.姓名", "參加教師.職稱"]

    @pytest.mark.parametrize("name", ["清單.md", "清單.xlsx"])
    def test_as_a_file(self, jingjin: Jingjin, blank: Path, name: str):
        assert jingjin("adopt", "空白表.docx", "--report", name).code == 0
        if name.endswith(".md"):
            rows = [r.split(" | ") for r in Path(name).read_text(encoding="utf-8").splitlines()]
            names = [row[0].removeprefix("| ") for row in rows if len(row) > 3]
        else:
            book = openpyxl.load_workbook(name)
            assert book.sheetnames == ["欄位", "沒有放標籤", "注意"]
            names = [str(row[0].value) for sheet in book.worksheets[:2] for row in sheet.rows]
        assert [n for n in names if "---" not in n] == [
            "欄位", "日期", "辦理方式", "學校名稱", "承辦人", "電話", "計畫目標", "參加教師",
            "沒有放標籤的", "校長",
        ]  # fmt: skip


class TestFilling:
    def test_one_school_by_hand(self, jingjin: Jingjin, blank: Path):
        made = jingjin("adopt", "空白表.docx", "-o", "我的表.docx")
        assert (made.code, made.err) == (0, "")
        assert "jingjin new 我的表.docx -o facts.yaml" in made.out
        assert jingjin("new", "我的表.docx", "-o", "facts.yaml").code == 0
        facts = Path("facts.yaml").read_text(encoding="utf-8")
        assert "表件: 我的表.docx" in facts
        given = {"日期": "113/10/16", "辦理方式": "實體", "學校名稱": LONG, "電話": "03-1234567"}
        for label, value in given.items():
            line = next(line for line in facts.splitlines() if line.startswith(f"{label}:"))
            facts = facts.replace(line, f"{label}: {value}")
        facts = facts.replace("- 姓名:", "- 姓名: 許安禾").replace("    職稱:", "    職稱: 主任")
        Path("facts.yaml").write_text(facts, encoding="utf-8")
        assert jingjin("fill", "facts.yaml", "-o", "一校.docx").code == 0
        content = Path("一校.docx").read_bytes()
        assert structural_faults(content) == []
        text = docx_text(content)
        assert "日期：113年10月16日" in "".join(text).replace(" ", "").replace("\u3000", "")
        assert "辦理方式：□線上　■實體" in text
        assert "校長：　　　　　（簽章）" in text
        tables = table_texts(content)
        assert tables[0] == [
            ["申請學校", LONG, "承辦人", ""],
            ["電話", "03-1234567", "計畫目標", ""],
        ]
        assert tables[1][1:] == [["1", "許安禾", "主任"], ["2", "", ""], ["3", "", ""]]

    def test_three_schools_from_a_workbook(self, jingjin: Jingjin, blank: Path):
        jingjin("adopt", "空白表.docx", "-o", "我的表.docx")
        assert jingjin("new", "我的表.docx", "-o", "名冊.xlsx", "--rows", "5").code == 0
        book = openpyxl.load_workbook("名冊.xlsx")
        schools = ["花蓮縣甲國小", "花蓮縣乙國小", "花蓮縣丙國中"]
        main, inner = book["資料"], book["參加教師"]
        columns = {str(cell.value): int(cell.column) for cell in main[1]}
        for number, school in enumerate(schools, 1):
            main.cell(number + 2, columns["學校名稱"]).value = school  # under heads and 範例
            for n in range(2 * number - 1):  # of the last school more than are printed
                inner.append([number, f"教師{n}", None])
        book.save("名冊.xlsx")
        result = jingjin("batch", "名冊.xlsx", "--form", "我的表.docx", "-o", "out")
        assert (result.code, "已產生 3" in result.out) == (0, True), result.out + result.err
        made = sorted(Path("out").glob("*.docx"))
        assert [path.name for path in made] == [f"{s}_我的表.docx" for s in sorted(schools)]
        for path in made:
            content = path.read_bytes()
            assert structural_faults(content) == []
            tables = table_texts(content)
            assert tables[0][0][1] in path.name
            filled = [row[1] for row in tables[1][1:] if row[1]]
            assert len(filled) == 2 * schools.index(tables[0][0][1]) + 1
            assert len(tables[1]) == 1 + max(3, len(filled))
            assert [row[0] for row in tables[1][1:]] == [str(n) for n in range(1, len(tables[1]))]

    def test_facts_are_not_written_where_the_description_belongs(
        self, jingjin: Jingjin, blank: Path
    ):
        jingjin("adopt", "空白表.docx", "-o", "我的表.docx")
        told = refused(jingjin("new", "我的表.docx", "-o", "我的表.yaml"))
        assert "請換一個檔名" in told
        Path("我的表.yaml").write_text("表件: 我的表.docx\n電話:\n", encoding="utf-8")
        result = jingjin("show", "我的表.docx")
        assert result.code == 1
        assert "這是要填的資料，不是範本的說明檔" in result.err


class TestCorrecting:
    def test_names_and_what_to_skip(self, jingjin: Jingjin, blank: Path):
        result = jingjin(
            "adopt", "空白表.docx", "-o", "我的表.docx", "--name", "第1表第2列第4欄=目標",
            "--name", "承辦人=聯絡人.姓名", "--skip", "電話",
        )  # fmt: skip
        assert result.code == 0
        text = template_text("我的表.docx")
        assert "{{ 目標 }}" in text
        assert "{{ 聯絡人.姓名 }}" in text
        assert "電話 }}" not in text
        assert "照您說的，沒有放標籤" in result.out

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("--name", "第1表第2列"), "要寫成 位置=名稱"),
            (("--name", "=甲"), "要寫成 位置=名稱"),
            (("--name", "第9表第2列=甲"), "沒有這一格"),
            (("--name", "第1表第2列=甲"), "不只一格（電話、計畫目標）"),
            (("--name", "電話=甲", "--name", "電話=乙"), "給了兩個名稱"),
            (("--skip", "傳真"), "沒有這一格"),
        ],
    )
    def test_what_fits_nothing(
        self, jingjin: Jingjin, blank: Path, arguments: tuple[str, ...], told: str
    ):
        assert told in refused(jingjin("adopt", "空白表.docx", "-o", "我的表.docx", *arguments))
        assert files(blank.parent) == ["空白表.docx"]


class TestAgain:
    """The county sends its blank again, with a small change."""

    CHANGED = TEXT.replace("參加教師\n", "| 傳真 |  | 網址 |  |\n參加教師\n")

    def test_names_typed_in_word_are_kept(self, jingjin: Jingjin, blank: Path):
        jingjin("adopt", "空白表.docx", "-o", "我的表.docx", "--skip", "電話")
        with_text(Path("我的表.docx"), "{{ 承辦人 }}", "{{ 聯絡人.姓名 }}")
        with_text(Path("我的表.docx"), "{{ 列.職稱 }}", "{{ 列.職務 }}")
        word_file(blank.parent, text=self.CHANGED)
        result = jingjin("adopt", "空白表.docx", "-o", "我的表.docx", "--overwrite")
        assert (result.code, result.err) == (0, "")
        text = template_text("我的表.docx")
        assert "{{ 聯絡人.姓名 }}" in text
        assert "{{ 列.職務 }}" in text
        assert "{{ 傳真 }}" in text
        assert "{{ 電話" not in text
        assert "沿用「我的表.docx」的" in result.out
        assert "沒有的新欄位：傳真、網址" in result.out.replace("\n", "")

    def test_the_same_from_another_file(self, jingjin: Jingjin, blank: Path):
        jingjin("adopt", "空白表.docx", "-o", "去年.docx")
        with_text(Path("去年.docx"), "{{ 承辦人 }}", "{{ 聯絡人 }}")
        assert jingjin("adopt", "空白表.docx", "-o", "今年.docx", "--like", "去年.docx").code == 0
        assert "{{ 聯絡人 }}" in template_text("今年.docx")

    def test_it_can_be_corrected_further(self, jingjin: Jingjin, blank: Path):
        jingjin("adopt", "空白表.docx", "-o", "我的表.docx", "--name", "承辦人=聯絡人")
        more = ("--overwrite", "--name", "電話=分機", "--skip", "計畫目標")
        assert jingjin("adopt", "空白表.docx", "-o", "我的表.docx", *more).code == 0
        text = template_text("我的表.docx")
        assert "{{ 聯絡人 }}" in text
        assert "{{ 分機 }}" in text
        assert "計畫目標 }}" not in text

    def test_what_was_typed_and_cannot_be_kept_is_not_overwritten(
        self, jingjin: Jingjin, blank: Path
    ):
        jingjin("adopt", "空白表.docx", "-o", "我的表.docx")
        with_text(Path("我的表.docx"), "{{ 承辦人 }}", "{{ 承辦人|必填 }}")
        before = Path("我的表.docx").read_bytes()
        again = ("adopt", "空白表.docx", "-o", "我的表.docx", "--overwrite")
        assert "{{ 承辦人|必填 }}" in refused(jingjin(*again))
        assert Path("我的表.docx").read_bytes() == before
        assert jingjin(*again, "--like", "我的表.docx").code == 0
        assert "{{ 承辦人 }}" in template_text("我的表.docx")

    def test_a_template_that_was_broken_is_not_overwritten(self, jingjin: Jingjin, blank: Path):
        jingjin("adopt", "空白表.docx", "-o", "我的表.docx")
        with_text(Path("我的表.docx"), "{{ 承辦人 }}", "{{ 承辦人")
        result = jingjin("adopt", "空白表.docx", "-o", "我的表.docx", "--overwrite")
        assert result.code == 1
        assert "要沿用的範本「我的表.docx」有錯" in result.err


class TestOutputs:
    def test_pictures(self, jingjin: Jingjin, blank: Path):
        assert jingjin("adopt", "空白表.docx", "--picture", "標示.docx").code == 0
        content = Path("標示.docx").read_bytes()
        assert structural_faults(content) == []
        text = "".join(docx_text(content))
        for name in ("學校名稱", "計畫目標", "辦理方式", "留白", "參加教師.姓名×3列"):
            assert name in text

    @pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")
    @pytest.mark.parametrize(
        ("pages", "written"), [("頁", "頁/空白表-1.png"), ("頁.png", "頁.png")]
    )
    def test_pages(self, jingjin: Jingjin, blank: Path, pages: str, written: str):
        result = jingjin("adopt", "空白表.docx", "--pages", pages)
        assert f"已產生 {Path(written)}" in result.out
        assert Path(written).read_bytes().startswith(b"\x89PNG")

    def test_pages_without_libreoffice(
        self, jingjin: Jingjin, blank: Path, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr("jingjin_forms.export.has_soffice", lambda: False)
        told = refused(jingjin("adopt", "空白表.docx", "-o", "我的表.docx", "--pages", "頁"))
        assert "--picture 標示.docx" in told
        assert files(blank.parent) == ["空白表.docx"]

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("-o", "空白表.docx", "--overwrite"), "就是空白表"),
            (("-o", "我的表.pdf"), "副檔名要是 .docx 或 .odt"),
            (("-o", "那裡.docx"), "已經存在"),
            (("-o", "a.docx", "--picture", "a.docx"), "就是 -o 的檔案"),
            (("--report", "清單.pdf"), ".md 或 .xlsx"),
            (("-o", "沒有/我的表.docx"), "無法寫入"),
            (("-o", "a.docx", "--report", "那裡.docx"), "副檔名"),
        ],
    )
    def test_what_cannot_be_written(
        self, jingjin: Jingjin, blank: Path, arguments: tuple[str, ...], told: str
    ):
        (blank.parent / "那裡.docx").write_bytes(b"")
        before = blank.read_bytes()
        assert told in refused(jingjin("adopt", "空白表.docx", *arguments))
        assert files(blank.parent) == sorted(["空白表.docx", "那裡.docx"])
        assert blank.read_bytes() == before


FOREIGN = """\
申請學校：{school}
承辦人：${person}
| 姓名 | 職稱 |
| {#rows}{name} | {title}{/rows} |
"""


class TestTranslating:
    def test_it_is_offered(self, jingjin: Jingjin, tmp_path: Path):
        word_file(tmp_path, "別的.docx", FOREIGN)
        result = jingjin("adopt", "別的.docx")
        assert "--translate" in result.out + result.err
        assert "{school}" in result.out + result.err

    def test_before_and_after(self, jingjin: Jingjin, tmp_path: Path):
        word_file(tmp_path, "別的.docx", FOREIGN)
        result = jingjin("adopt", "別的.docx", "--translate", "-o", "我的表.docx")
        assert (result.code, result.err) == (0, "")
        lines = [" ".join(line.split()) for line in result.out.splitlines()]
        assert "{school} {{ school }} 本文 第 1 段" in lines
        assert "{% tr for" not in result.out
        assert jingjin("new", "我的表.docx").code == 0
        told = json.loads(jingjin("adopt", "別的.docx", "--translate", "--json").out)
        assert {"before": "${person}", "after": "{{ person }}"}.items() <= told["changes"][
            1
        ].items()
        assert (told["left"], told["written"]) == ([], [])

    def test_nothing_to_translate(self, jingjin: Jingjin, blank: Path):
        told = refused(jingjin("adopt", "空白表.docx", "--translate", "-o", "我的表.docx"))
        assert "沒有別的程式的標籤" in told

    def test_options_that_do_not_go_together(self, jingjin: Jingjin, blank: Path):
        told = refused(jingjin("adopt", "空白表.docx", "--translate", "--name", "甲=乙"))
        assert "--name 不能與 --translate" in told


class TestBadFiles:
    @pytest.mark.parametrize(
        ("name", "content", "told"),
        [
            ("壞.docx", b"PK\x03\x04nothing", "壞.docx"),
            ("空.docx", b"", "空.docx"),
            ("函.pdf", b"%PDF-1.7 \n%%EOF", "PDF"),
            ("沒有.docx", None, "找不到"),
        ],
    )
    def test_one_sentence_and_nothing_written(
        self, jingjin: Jingjin, tmp_path: Path, name: str, content: bytes | None, told: str
    ):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        before = files(tmp_path)
        assert told in refused(jingjin("adopt", name, "-o", "我的表.docx"))
        assert files(tmp_path) == before

    def test_no_blank_and_tagged_already(self, jingjin: Jingjin, tmp_path: Path):
        word_file(tmp_path, text="主旨：檢送會議紀錄一份，請查照。\n")
        assert "找不到要填的空格" in refused(jingjin("adopt", "空白表.docx", "-o", "a.docx"))
        word_file(tmp_path, text="姓名：{{ 姓名 }}\n")
        assert "已經是範本" in refused(jingjin("adopt", "空白表.docx", "-o", "a.docx"))

    def test_a_template_without_a_tag_is_none(self, jingjin: Jingjin, tmp_path: Path):
        word_file(tmp_path, text="姓名：______\n")
        told = refused(jingjin("adopt", "空白表.docx", "-o", "a.docx", "--skip", "姓名"))
        assert "沒有一格放了標籤" in told
        assert files(tmp_path) == ["空白表.docx"]

    def test_a_filled_form_is_told(self, jingjin: Jingjin, tmp_path: Path):
        word_file(
            tmp_path, text="| 姓名 | 王大同 | 電話 |  |\n| 身分證字號 | A123456789 | 地址 |  |\n"
        )
        result = jingjin("adopt", "空白表.docx")
        assert result.code == 0
        assert "像是填過的表單" in result.out
        assert "A123456789" not in result.out


def test_only_the_text_part_differs(jingjin: Jingjin, tmp_path: Path):
    (tmp_path / "報名表.docx").write_bytes(invented("報名表"))
    assert jingjin("adopt", "報名表.docx", "-o", "我的表.docx").code == 0
    before, after = (parts((tmp_path / n).read_bytes()) for n in ("報名表.docx", "我的表.docx"))
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}
    assert set(before) == set(after)
