"""Forms in packages that few programs write: Strict, other prefixes, other names of parts."""

from benchmarks.blanks.corpus import MarkedForm
from benchmarks.blanks.marks import (
    amount,
    below,
    bracket,
    colon,
    date,
    grid,
    line,
    lone,
    right,
    room,
    sample,
    seal,
    unit,
)
from benchmarks.blanks.writers.odd import prefixed, renamed, strict
from benchmarks.blanks.writers.page import Cell, Page, Para, heading, page, row, table, title
from benchmarks.blanks.writers.rows import begun, boxes, cross_table, pairs, repeated, ticked, under
from benchmarks.blanks.writers.word import Word


def requisition() -> Page:
    return page(
        title("物品請領暨報廢單"),
        Para(f"單號：{line('單號', '________')}　　請領日期：{date('請領日期', '　年　月　日')}",
             align="right"),
        table(
            [1500, 3300, 1500, 3300],
            pairs("請領單位", "請領人"),
            row("用途", Cell(right("用途"), span=3)),
            row("來源", Cell(boxes("來源", "庫存,採購,捐贈"), span=3)),
        ),
        table(
            [700, 2600, 1600, 1000, 1000, 1000, 1700],
            row(Cell("項次", down=2), Cell("品名", down=2), Cell("規格", down=2),
                Cell("數量", span=3), Cell("備註", down=2), header=True),
            row("請領", "核發", "結存"),
            row("1", *(f"⟦重複列|品項.{c}||列數=6⟧" for c in
                       ("品名", "規格", "數量.請領", "數量.核發", "數量.結存", "備註"))),
            *(row(str(i), *[""] * 6) for i in range(2, 7)),
        ),
        heading("報廢財產"),
        table(5, *cross_table(("財產一", "財產二", "財產三"),
                              ("財產編號", "購置日期", "使用年限（年）", "報廢原因"), "",
                              section="報廢財產")),
        Para("處理方式：" + begun("處理方式", "變賣,回收,銷毀,其他") + "變賣　□回收　□銷毀"),
        Para(f"　　　　　□其他（{bracket('處理方式其他', '　　　　　　　')}）"),
        Para(f"變賣所得：新臺幣{amount('變賣所得', '　　仟　　佰　　拾　　元整')}"),
        table(4, ["請領人", "保管組長", "總務主任", "校長"],
              row(*(seal(n) for n in ("請領人", "保管組長", "總務主任", "校長")), height=1000)),
    )  # fmt: skip


def car() -> Page:
    return page(
        title("公務車輛派車申請單"),
        table(
            [1200, 1400, 2200, 1400, 1400, 2000],
            row(Cell("申請人", down=2), "單位", right("申請人.單位"), "姓名", right("申請人.姓名"),
                Cell("（蓋章處）" + seal("蓋章處"), down=2)),
            row("職稱", right("申請人.職稱"), "分機", right("申請人.分機")),
            row(Cell("駕駛人", down=2), "姓名", right("駕駛人.姓名"), "職稱", right("駕駛人.職稱"),
                Cell(boxes("駕駛人.駕照", "有駕照,無駕照", gap="\n"), down=2)),
            row("手機", right("駕駛人.手機"), "駕照號碼", right("駕駛人.駕照號碼")),
            row("用車事由", Cell(right("用車事由"), span=5)),
            row("目的地", Cell(right("目的地"), span=3), "乘車人數", unit("乘車人數", "　") + "人"),
            row("用車時間", Cell(f"{date('用車時間.起', '　　月　　日　　時　　分')}至"
                             f"{date('用車時間.迄', '　　月　　日　　時　　分')}", span=5)),
            row("車號", Cell(sample("車號", "XXX-0000"), span=2), "車種",
                Cell(boxes("車種", "轎車,廂型車,機車"), span=2)),
            row("里程數", Cell(f"出車：{line('里程數.出車', '______')}公里", span=2),
                Cell(f"返回：{line('里程數.返回', '______')}公里", span=3)),
            row("加油", Cell(f"{under('加油.公升', 6)}公升，{under('加油.元', 6)}元", span=5)),
            row("備註", Cell(right("備註"), span=4), before=1),
        ),
        heading("出車前檢查"),
        table([4600, 1000, 1000, 3000], ["檢查項目", "正常", "異常", "備註"],
              *([item, ticked(item, "正常,異常"), "", grid(f"{item}.備註")]
                for item in ("輪胎胎壓", "煞車", "燈號", "機油"))),
        Para("異常處理情形："),
        table(1, row(lone("異常處理情形"), height=900)),
        Para(f"核准：{seal('核准')}　　　　　　　派車：{seal('派車')}"),
    )  # fmt: skip


def visit() -> Page:
    return page(
        title("家庭訪視紀錄表"),
        Para(f"訪視日期：{date('訪視日期')}　訪視次數：第{line('訪視次數', '___')}次"),
        table(
            3,
            ["學生姓名", "班級", "主要照顧者"],
            [below("學生姓名"), below("班級"), below("主要照顧者")],
            ["訪視方式", "訪視對象", "居住狀況"],
            [boxes("訪視方式", "家訪,電訪,視訊", gap="\n"),
             boxes("訪視對象", "父,母,祖父母", "可複選", gap="\n"),
             boxes("居住狀況", "自宅,租屋,其他", gap="\n") + line("居住狀況其他", "____")],
        ),
        table(4, *cross_table(("父", "母"), ("姓名", "職業", "電話"), "稱謂", section="家長")),
        heading("一、家庭狀況："),
        table(1, row(lone("家庭狀況"), height=1200)),
        heading("二、學習狀況："),
        table(1, row(lone("學習狀況"), height=1200)),
        heading("三、其他"),
        Para(f"經濟狀況：{boxes('經濟狀況', '富裕,小康,清寒', box='○')}"),
        Para(f"通學方式：{boxes('通學方式', '步行,接送,公車', box='○')}，約"
             f"{line('通學時間', '....')}分鐘"),
        Para(f"家長期望：{colon('家長期望')}"),
        table([600, 3000, 3000, 3000], *repeated("手足", ("姓名", "就讀學校", "年級"), 3,
                                                 number="序")),
        table([2000, 7600], ["建議事項", "一、導師：\n" + room("建議事項.導師")
                             + "\n二、輔導室：\n" + room("建議事項.輔導室")]),
        Para(f"訪視人員：{seal('訪視人員')}　　　　　輔導主任：{seal('輔導主任')}"),
    )  # fmt: skip


FORMS = (
    MarkedForm(requisition().title, "Word, Strict", lambda: Word().parts(requisition()), strict),
    MarkedForm(car().title, "Word on the web", lambda: renamed(Word().parts(car()))),
    MarkedForm(visit().title, "Generator", lambda: Word().parts(visit()), prefixed),
)
