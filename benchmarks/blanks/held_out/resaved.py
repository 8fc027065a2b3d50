"""Held out: two forms that LibreOffice has written.

`python -m benchmarks.blanks.held_out.resaved` makes them again.
"""

from collections.abc import Mapping
from pathlib import Path

from benchmarks.blanks import libreoffice
from benchmarks.blanks.marks import (
    colon,
    date,
    grid,
    line,
    lone,
    right,
    room,
    sample,
    seal,
)
from benchmarks.blanks.writers.page import Box, Cell, Page, Para, heading, page, row, table, title
from benchmarks.blanks.writers.rows import asked, begun, boxes, pairs, repeated, ticked, under

FILES = Path(__file__).parent / "files"


def kept(name: str) -> Mapping[str, bytes]:
    return libreoffice.kept(FILES, name)


def site_check() -> Page:
    """From Word's way of writing: a checklist with standards, measured values and results."""
    items = {
        "施工前": (("放樣位置", "依圖說"), ("材料檢驗", "合格證明")),
        "施工中": (("鋼筋間距", "≦20 cm"), ("保護層厚度", "4 cm"), ("模板垂直度", "±3 mm")),
        "施工後": (("表面平整", "無蜂窩"), ("養護天數", "7 日")),
    }
    return page(
        title("校舍修繕工程施工自主檢查表"),
        Box((Para(f"表單編號：{line('表單編號', '______')}"),), 3000, 700),
        table(
            [1700, 3100, 1700, 3100],
            row("工程名稱", Cell(sample("工程名稱", "○○國小○○樓修繕工程"), span=3)),
            pairs("承攬廠商", "監造單位"),
            pairs("契約編號", "預定進度"),
            pairs("抽查人員", "會同人員"),
            row("檢查位置", right("檢查位置"), "檢查日期", date("檢查日期", " 年  月  日")),
            row("檢查時機", Cell(boxes("檢查時機", "施工前,施工中檢查點,完工", gap="  "), span=3)),
            row("天候", Cell(f"上午：{colon('天候.上午', '　　　　　')}下午：{colon('天候.下午')}",
                           span=3)),
        ),
        table(
            [1000, 2200, 1800, 1800, 700, 700, 1400],
            row(Cell("階段", down=2), Cell("檢查項目", down=2), Cell("設計標準", down=2),
                Cell("實測值", down=2), Cell("檢查結果", span=2), Cell("備註", down=2)),
            row("合格", "缺失"),
            *(row(*([Cell(stage, down=len(each))] if not i else []), name, standard,
                  grid(f"{stage}.{name}.實測值"),
                  ticked(f"{stage}.{name}.檢查結果", "合格,缺失"), "",
                  grid(f"{stage}.{name}.備註"))
              for stage, each in items.items() for i, (name, standard) in enumerate(each)),
        ),
        Para("缺失複查結果：" + begun("缺失複查結果", "已完成改善,未完成改善") + "已完成改善"),
        Para(f"　　　　　　　□未完成改善，填具「缺失改善追蹤表」編號{under('追蹤表編號', 8)}"),
        table([4800, 4800], [f"複查日期：{date('複查日期')}", f"複查人員：{seal('複查人員')}"],
              [Cell("改善說明：\n" + room("改善說明") + "\n", span=2)]),
        Para(f"品管人員：{seal('品管人員')}　　　　　　工地負責人：{seal('工地負責人')}"),
    )  # fmt: skip


def workshop() -> Page:
    """From OpenDocument: English, tables without lines, placeholders."""
    return page(
        title("Teacher Workshop Registration"),
        Para("Workshop code: " + asked("Workshop code", "code on the flyer")),
        table(
            [2400, 2400, 2400, 2400],
            ["Family name:", right("Family name"), "Given name:", right("Given name")],
            ["School:", right("School"), "District:", right("District")],
            ["E-mail:", under("E-mail", 20), "Mobile:", under("Mobile", 20)],
            borders=False,
        ),
        heading("A. Session preference (rank 1–3)"),
        table([4200, 1800, 3600], ["Session", "Rank", "Reason"],
              *([s, grid(f"{s}.Rank"), grid(f"{s}.Reason")]
                for s in ("Morning lab", "Afternoon lab", "Field trip"))),
        heading("B. About you"),
        Para("Years of teaching: " + line("Years of teaching", "____")
             + " years"),
        Para("Subjects: " + boxes("Subjects", "Science,Mathematics,Languages,Other", "可複選",
                                  box="[ ] ",
                                  gap="  ") + " (" + line("Subjects Other") + ")"),
        Para("Meal: " + boxes("Meal", "Regular,Vegetarian,Halal", box="○ ", gap="   ")),
        Para("Accommodation needed from " + date("Accommodation.from", "__/__/____") + " to "
             + date("Accommodation.to", "__/__/____")),
        heading("C. Emergency contact"),
        Para("Name: " + colon("Emergency contact.Name", "　　　　　　　　") + "Phone: "
             + colon("Emergency contact.Phone")),
        Para("Relationship: " + colon("Emergency contact.Relationship")),
        Para("Blood type: " + colon("Blood type", "　　　　　　") + "Allergies: "
             + colon("Allergies")),
        heading("D. Accompanying colleagues"),
        table([4200, 2700, 2700], *repeated("Accompanying colleagues",
                                            ("Name", "Subject", "E-mail"), 3)),
        heading("E. Remarks"),
        table(1, row(lone("Remarks"), height=1200)),
        Para(f"Signature {seal('Signature')}____________________  Date "
             f"{line('Date', '______________')}"),
    )  # fmt: skip


if __name__ == "__main__":
    FILES.mkdir(exist_ok=True)
    libreoffice.written(FILES, (workshop,), (site_check,))
