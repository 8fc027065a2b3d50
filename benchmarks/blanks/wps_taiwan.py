"""Forms of Taiwan, as WPS set to Traditional Chinese writes them."""

from functools import partial

from benchmarks.blanks.corpus import MarkedForm
from benchmarks.blanks.marks import (
    amount,
    below,
    bracket,
    colon,
    column,
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
from benchmarks.blanks.writers.page import Box, Cell, Page, Para, heading, page, row, table, title
from benchmarks.blanks.writers.rows import begun, boxes, cross_table, pairs, repeated, ticked, under
from benchmarks.blanks.writers.wps import WpsTaiwan

DAYS = ("星期一", "星期二", "星期三", "星期四", "星期五")


def timetable() -> Page:
    periods = ("第一節", "第二節", "第三節", "第四節")
    after = ("第五節", "第六節", "第七節")
    return page(
        title(f"{sample('學校名稱', '○○縣○○國民小學')}{under('學年度', 4)}學年度第"
              f"{under('學期', 3)}學期教師授課節數暨課表"),
        Para(f"教師姓名：{under('教師姓名', 10)}　任教年級：{under('任教年級', 8)}　"
             f"導師班級：{under('導師班級', 8)}"),
        table(
            [1200, 1200, 1440, 1440, 1440, 1440, 1440],
            row("節次", "時間", *DAYS, header=True),
            row("早自習", "07:50～08:30", *(grid(f"早自習.{d}") for d in DAYS)),
            *(row(p, f"{8 + i:02}:40～{9 + i:02}:20", *(grid(f"{p}.{d}") for d in DAYS))
              for i, p in enumerate(periods)),
            row(Cell("午餐、午休　12:10～13:20", span=7, shade="EEEEEE")),
            *(row(p, f"{13 + i:02}:30～{14 + i:02}:10", *(grid(f"{p}.{d}") for d in DAYS))
              for i, p in enumerate(after)),
        ),
        table(
            [1800, 1400, 1800, 1400, 1800, 1400],
            row("每週授課節數", unit("每週授課節數", "　　") + "節", "減授節數",
                unit("減授節數") + "節", "超鐘點節數", unit("超鐘點節數", "　") + "節"),
            row("備註", Cell(right("備註"), span=5)),
        ),
        Para(f"教師簽名：{seal('教師')}　　　　　　教學組長：{seal('教學組長')}　　　　　　"
             f"教務主任：{seal('教務主任')}　　　　　　校長：{seal('校長')}"),
    )  # fmt: skip


def travel() -> Page:
    head = ("交通費", "住宿費", "雜費")
    return page(
        title("國內出差旅費報告表"),
        Para(f"中華民國{date('填表日期／日期', '　　　年　　月　　日')}填", align="right"),
        table(
            [900, 900, 1500, 1500, 800, 800, 800, 800, 1600],
            row("單位", Cell(right("單位"), span=2), "職稱", Cell(right("職稱"), span=2),
                "姓名", Cell(right("姓名"), span=2)),
            row("出差事由", Cell(right("出差事由"), span=8)),
            row("出差期間", Cell(
                f"自{date('出差期間.起', '　　年　　月　　日')}起至"
                f"{date('出差期間.迄', '　　年　　月　　日')}止，"
                f"共計{line('出差期間.天數', '＿＿')}天",
                span=8)),
            row(Cell("月"), Cell("日"), Cell("起訖地點"), Cell("工作記要"),
                *head, Cell("小計"), Cell("備註"), header=True),
            row(*(column(f"旅費.{c}", 5) for c in
                  ("月", "日", "起訖地點", "工作記要", *head, "小計", "備註"))),
            *(row(*[""] * 9) for _ in range(4)),
            row(Cell("合計", span=4), *(grid(f"合計.{h}") for h in head), grid("合計.小計"),
                grid("合計.備註", "", "可無")),
            row("總計",
                Cell("新臺幣" + amount("總計", "　　萬　　仟　　佰　　拾　　元整"), span=8)),
            row("出差人", Cell(seal("出差人"), span=2), "單位主管", seal("單位主管"),
                Cell("主（會）計", span=2), Cell(seal("主計"), span=2)),
        ),
        "附註：一、住宿費應檢附收據。二、出差人應於出差畢十五日內依式報告。",
        Box((Para(f"傳票編號：{colon('傳票編號', '　　　　　　')}"),), width=3600),
    )  # fmt: skip


def receipt() -> Page:
    def half(name: str, again: tuple[str, ...]) -> list[Para]:
        return [
            Para(f"收　　據（{name}）", "title", "center", breaks=bool(again)),
            Para(f"字第{line('字號', '________', *again)}號"),
            Para(f"茲收到{under('付款人', 16, *again)}繳交下列款項："),
            Para(f"事由：{line('事由', '＿＿＿＿＿＿＿＿＿＿＿＿', *again)}"),
            Para("金額：新臺幣" + amount("金額", "　　拾　　萬　　仟　　佰　　拾　　元整", *again)),
            Para("付款方式：" + boxes("付款方式", "現金,支票,匯款", *again)),
            Para(
                f"支票號碼：{under('支票號碼', 14, *again)}　到期日："
                f"{date('到期日', '　　年　　月　　日', *again)}"
            ),
        ]

    return page(
        *half("存根聯", ()),
        Para(f"經手人：{seal('經手人')}　　　　出納：{seal('出納')}"),
        Para("中　華　民　國" + date("日期", "　　　年　　　月　　　日"), align="center"),
        Para("………………………………………（請沿虛線撕開）………………………………………"),
        *half("收執聯", ("同名",)),
        Para(f"經手人：{seal('經手人')}　　　　出納：{seal('出納')}"),
        Para("中　華　民　國" + date("日期", "　　　年　　　月　　　日", "同名"), align="center"),
        table([2400, 7200], row("收款單位\n（請加蓋印信）", seal("收款單位"), height=1200),
              row("統一編號", right("統一編號")),
              row("地址及電話", f"地址：{colon('地址')}\n電話：{colon('電話')}")),
    )  # fmt: skip


def budget() -> Page:
    columns = ("單價（元）", "數量", "單位", "總價（元）", "說明")
    items = ("鐘點費", "印刷費", "教材費", "膳費")
    return page(
        title("社區大學課程計畫經費預算表"),
        Para(f"計畫名稱：{sample('計畫名稱', '○○○○○○計畫')}"),
        Para(f"執行期間：{date('執行期間.起', '　年　月　日')}至"
             f"{date('執行期間.迄', '　年　月　日')}"),
        table(
            [1200, 1600, 1300, 1000, 1000, 1500, 2000],
            *[row("類別", "項目", *columns, header=True)],
            row(Cell("業務費", down=5), items[0], *_line(items[0])),
            *(row(i, *_line(i)) for i in items[1:]),
            row("小計", *(grid(f"小計.{c}／業務費.小計.{c}", "", "可無") for c in
                          ("單價", "數量", "單位")),
                *(grid(f"小計.{c}／業務費.小計.{c}／業務費小計.{c}") for c in ("總價", "說明"))),
            row("雜支", Cell("以業務費之 6 % 編列"), *_line("雜支")),
            row(Cell("合計", span=2), Cell(grid("合計.單價", "", "可無"), span=3),
                grid("合計.總價"), grid("合計.說明")),
            row(Cell("備註：\n一、同意辦理預算表「業務費」經費項目流用比例按規定辦理。\n"
                     "二、補助方式：\n" + begun("補助方式", "全額補助,部分補助")
                     + "全額補助\n□部分補助（補助比率" + bracket("補助比率", "　　　") + "％）\n"
                     "三、餘款繳回方式："
                     + boxes("餘款繳回方式", "繳回,依規定不繳回"), span=7)),
        ),
        table(
            [2400, 2400, 2400, 2400],
            ["承辦單位", "主計單位", "首長", "核定機關承辦人"],
            row(seal("承辦單位"), seal("主計單位"), seal("首長"), seal("核定機關承辦人"),
                height=1100),
        ),
        Para("聯絡人：" + colon("聯絡人", "　　　　　　") + "電話：" + colon("電話", "　　　　　")
             + "E-mail：" + colon("E-mail")),
    )  # fmt: skip


def _line(item: str) -> list[str]:
    return [grid(f"{item}.{c}") for c in ("單價", "數量", "單位", "總價", "說明")]


def inspection() -> Page:
    groups = {
        "遊戲場": ("地墊平整無破損", "螺絲無鬆脫", "護欄穩固"),
        "消防設備": ("滅火器壓力正常", "避難方向燈亮", "逃生通道暢通"),
        "廚房": ("刀具收妥", "瓦斯總開關關閉"),
    }
    rows = []
    number = 0
    for group, items in groups.items():
        for index, item in enumerate(items):
            number += 1
            cells = [Cell(group, down=len(items))] if index == 0 else []
            rows.append(row(*cells, str(number), item, ticked(f"{group}.{item}", "是,否,不適用"),
                            "", "", grid(f"{group}.{item}.改善情形")))  # fmt: skip
    return page(
        title("校園安全每月自主點檢表"),
        Para(f"{under('年度／年', 5)}年{under('月份／月', 4)}月　點檢日期：{date('點檢日期')}　"
             f"時間：{date('時間', '　　時　　分')}"),
        table(
            [1200, 600, 3000, 700, 700, 900, 2500],
            row(Cell("類別", down=2), Cell("編號", down=2), Cell("點檢項目", down=2),
                Cell("結果（請打ˇ）", span=3), Cell("改善情形", down=2), header=True),
            row("是", "否", "不適用"),
            *rows,
            row(Cell("其他發現事項", span=2), Cell(right("其他發現事項"), span=5)),
        ),
        heading("改善前後照片"),
        table(2, ["改善前", "改善後"], row(below("改善前"), below("改善後"), height=2400),
              [f"說明：{colon('改善前.說明')}", f"說明：{colon('改善後.說明')}"]),
        heading("總評"),
        table(1, row(lone("總評"), height=1200)),
        table([4800, 4800], [f"點檢人員意見：\n{room('點檢人員意見')}\n",
                             f"總務主任意見：\n{room('總務主任意見')}\n"]),
        Para(f"點檢人員簽章：{seal('點檢人員')}　　　　　校長簽章：{seal('校長')}"),
    )  # fmt: skip


def directory() -> Page:
    return page(
        title("班級親師通訊錄"),
        Para(f"班級：{under('班級', 8)}　導師：{under('導師', 10)}　班級群組："
             + boxes("班級群組", "已加入,未加入", box="☐")),
        table([700, 1200, 1300, 1200, 1800, 3400], *repeated(
            "通訊錄", ("學生姓名", "家長姓名", "關係", "手機", "地址"), 12, number="座號")),
        heading("緊急聯絡人（住校生必填）"),
        table(4, *cross_table(("第一順位", "第二順位"), ("姓名", "關係", "電話"), "順位",
                              section="緊急聯絡人")),
        heading("家長會代表意願"),
        Para(begun("家長會代表意願", "願意擔任班級家長代表,不克擔任,其他")
             + "願意擔任班級家長代表"),
        Para("□不克擔任"),
        Para(f"□其他：{line('家長會代表意願其他', '＿＿＿＿＿＿＿')}"),
        table([1800, 3000, 1800, 3000], pairs("填表人", "與學生關係"),
              ["家長簽章", seal("家長"), "填表日期", date("填表日期", "　年　月　日")]),
        "請以年月日7碼填寫出生日期，例：1050203。個人資料僅供班務聯絡使用。",
    )  # fmt: skip


FORMS = tuple(
    MarkedForm(made().title, "WPS", partial(lambda made: WpsTaiwan().parts(made()), made))
    for made in (timetable, travel, receipt, budget, inspection, directory)
)
