"""Held out: four forms of Taiwan, each by another hand."""

from functools import partial

from benchmarks.blanks.corpus import MarkedForm
from benchmarks.blanks.held_out.resaved import kept, site_check
from benchmarks.blanks.marks import (
    amount,
    below,
    bracket,
    colon,
    column,
    comb,
    control,
    date,
    grid,
    line,
    lone,
    right,
    sample,
    seal,
    unit,
)
from benchmarks.blanks.writers.google import Google
from benchmarks.blanks.writers.page import Cell, Page, Para, heading, page, row, table, title
from benchmarks.blanks.writers.rows import begun, boxes, cross_table, pairs, repeated, under
from benchmarks.blanks.writers.word import Word
from benchmarks.blanks.writers.wps import WpsTaiwan


def research() -> Page:
    """Labels with colons in cells of their own, upright heads, hints in brackets."""
    return page(
        Para("附表三"),
        title("中小學科學探究計畫申請書"),
        table(
            [700, 1900, 2600, 1700, 2700],
            row(Cell("計\n畫\n資\n料", down=5), "計畫名稱：", Cell(right("計畫名稱"), span=3)),
            row("申請學校：\n（請填全銜）", right("申請學校"), "學校代碼：",
                comb("學校代碼", "□□□□□□")),
            row("執行期限：", Cell("自民國" + date("執行期限.起", "__年__月__日") + "起至民國"
                              + date("執行期限.迄", "__年__月__日") + "止", span=3)),
            row("計畫類別：", Cell("\n".join([
                "⟦勾選|計畫類別|(  )|選項=物理,化學,生物,地球科學,跨領域⟧物理 (  )化學 (  )生物",
                f"(  )地球科學 (  )跨領域（請說明：{line('計畫類別說明', '﹍﹍﹍﹍﹍﹍')}）"]),
                span=3)),
            row("參與人數：", "教師" + unit("參與人數.教師", "　　") + "人", "學生",
                unit("參與人數.學生", "　　") + "人"),
            row(Cell("主\n持\n人", down=3), "姓　　名：", right("主持人.姓名"), "職　　稱：",
                right("主持人.職稱")),
            row("電　　話：", right("主持人.電話"), "傳　　真：", right("主持人.傳真")),
            row("電子郵件：", Cell(right("主持人.電子郵件"), span=3)),
            row(Cell("共同主持人（至多二人）", span=2), Cell(
                f"1.{line('共同主持人一', '..................')}服務單位"
                f"{line('共同主持人一.服務單位', '..................')}\n"
                f"2.{line('共同主持人二', '..................')}服務單位"
                f"{line('共同主持人二.服務單位', '..................')}", span=3)),
        ),
        heading("(一) 研究動機與目的（500字以內）"),
        table(1, row(lone("研究動機與目的"), height=1600)),
        heading("(二) 預定進度"),
        table([3000, 2200, 2200, 2200],
              ["工作項目＼月次", "第1月", "第2月", "第3月"],
              *([item, *(grid(f"{item}.第{m}月") for m in range(1, 4))]
                for item in ("文獻蒐集", "實驗設計", "撰寫報告"))),
        heading("(三) 經費（新臺幣元）"),
        table([2400, 1500, 1500, 4200], ["項　目", "申　請", "自　籌", "計算方式及說明"],
              *([item, *(grid(f"{item.replace('　', '')}.{c}")
                         for c in ("申請", "自籌", "計算方式及說明"))]
                for item in ("耗　材", "雜　支", "合　計"))),
        Para("聯絡窗口：" + colon("聯絡窗口", "　　　　　　　")
             + "公務電話：" + colon("公務電話", "　　　　　　")),
        Para("寄件地址：" + colon("寄件地址")),
        table(3, ["預期效益", "推廣方式", "參考資料"],
              row(below("預期效益"), below("推廣方式"), below("參考資料"), height=900)),
        Para("曾獲補助年度：" + colon("曾獲補助年度", "　　　　")
             + "計畫編號：" + colon("計畫編號")),
        Para(f"承辦人：{seal('承辦人')}　　　　　主任：{seal('主任')}　　　　　"
             f"會計：{seal('會計')}　　　　　校長：{seal('校長')}"),
    )  # fmt: skip


def leave() -> Page:
    """Boxes of private use, a stub to tear off, a sentence full of slots."""
    kinds = ("事假", "病假", "公假", "喪假", "其他")
    return page(
        title(sample("學校名稱", "○○縣立○○高級中學") + "　學生請假單"),
        table(
            [1100, 1100, 1100, 1500, 1100, 1700, 2000],
            row("班級", right("班級"), "座號", right("座號"), "姓名", Cell(right("姓名"), span=2)),
            row("假別", Cell(f"⟦勾選|假別|\uf0a3|選項={','.join(kinds)}⟧事假 \uf0a3病假 \uf0a3公假 "
                           f"\uf0a3喪假 \uf0a3其他（{bracket('假別其他', '　　　　')}）", span=6)),
            row("事由", Cell(right("事由"), span=6), height=900),
            row("起訖", Cell(f"{date('起訖.起', '　　月　　日（星期　　）第　　節')}起\n"
                           f"{date('起訖.迄', '　　月　　日（星期　　）第　　節')}止\n"
                           f"合計{line('起訖.日數', '___')}日"
                           f"{line('起訖.節數', '___')}節", span=6)),
            row(Cell("證明文件", span=2), Cell(boxes("證明文件", "診斷書,公文,家長證明,無",
                                                 "可複選", box="\uf0a3", gap="  "), span=5)),
            row(Cell("家長或監護人簽章", span=2), Cell(seal("家長"), span=2), Cell("家長電話"),
                Cell(right("家長電話"), span=2)),
            row(Cell("導　師", span=2), Cell("生輔組長", span=2), Cell("學務主任"),
                Cell("校　長（七日以上）", span=2)),
            row(Cell(seal("導師"), span=2), Cell(seal("生輔組長"), span=2), seal("學務主任"),
                Cell(seal("校長"), span=2), height=900),
        ),
        Para("- - - - - - - - - - - - - - 請假核准通知（學生收執）- - - - - - - - - - - - - -"),
        Para(f"茲核准 {line('班級', '____', '同名')} 班 {line('座號', '____', '同名')} 號學生 "
             f"{line('姓名', '________', '同名')} 請假，"
             f"請假單編號 {line('請假單編號', '________')}，"
             f"登錄日期 {date('登錄日期', '___ / ___ / ___')}。"),
        heading("補考登記："),
        table([1600, 2000, 2000, 2000, 2000], *repeated(
            "補考登記", ("科目", "原定日期", "補考日期", "任課教師簽名"), 5, number="序號",
            numbered=False, sealed=("任課教師簽名",))),
        Para("附註：１、病假三日以上須檢附診斷書。２、日期請以MMDD四碼填寫。"
             "３、事假應事先請准。"),
        Para(f"缺課節數統計：事假{under('缺課節數統計.事假', 4)}節、"
             f"病假{under('缺課節數統計.病假', 4)}節、公假{under('缺課節數統計.公假', 4)}節"),
    )  # fmt: skip


def scholarship() -> Page:
    """Bullets, a list with a printed example, a block of persons, Google's controls."""
    return page(
        title("清寒優秀學生獎助學金申請表暨推薦書"),
        Para(f"申請組別：{boxes('申請組別', '國小組,國中組,高中職組', box='◯', gap='  ')}"
             f"      編號：{colon('編號', '          ')}（由本會填寫）"),
        table(
            [1600, 1600, 1600, 1600, 1600, 1600],
            row(*pairs("學生姓名", "就讀學校", "年級科系")),
            row("身分證字號", Cell(comb("身分證字號", "□-□□□□□□□□□"), span=2), "出生",
                Cell(date("出生／出生日期", "民國    年    月    日"), span=2)),
            row("學業成績\n（上學期）", unit("學業成績", "      ") + "分", "德行評量",
                Cell(right("德行評量"), span=3)),
            row(Cell("家庭概況", down=4), "稱謂", "姓名", "職業", "每月收入", "健康狀況"),
            row("（範例）父", "陳大明", "臨時工", "15,000", "尚可"),
            row(*(column(f"家庭概況.{c}", 2) for c in
                  ("稱謂", "姓名", "職業", "每月收入", "健康狀況"))),
            row(*[""] * 5),
            row("特殊境遇", Cell(begun("特殊境遇", "低收入戶,單親,隔代教養,突遭變故,其他",
                                         "可複選", box="☐")
                             + " 低收入戶\n☐ 單親\n☐ 隔代教養\n☐ 突遭變故（時間："
                             + colon("突遭變故時間", "        ") + "）\n☐ 其他 "
                             + under("特殊境遇其他", 12), span=5)),
        ),
        Para("自傳（限 300 字）", "heading"),
        table(1, row(lone("自傳"), height=2000)),
        Para("推薦人意見", "heading"),
        table(1, row(lone("推薦人意見"), height=1200)),
        table(3, *cross_table(("推薦人", "導師"), ("姓名", "職稱"), "身分")),
        Para("匯款銀行：" + sample("匯款銀行", "[銀行名稱]")
             + " 戶名：" + sample("戶名", "XXX") + " 帳號：" + sample("帳號", "XXXXXXXXXX")),
        Para("檢附文件：" + begun("檢附文件", "成績單,戶口名簿影本,清寒證明", "可複選", box="☐ ")
             + "成績單", listed=True),
        Para("☐ 戶口名簿影本", listed=True),
        Para("☐ 清寒證明", listed=True),
        Para(f"獎助金額：新臺幣 {amount('獎助金額', '    萬    仟    佰元整')}"),
        Para("聯絡人：" + colon("聯絡人", "            ") + "與學生關係：" + colon("與學生關係")),
        Para("聯絡電話：" + colon("聯絡電話", "            ") + "聯絡地址：" + colon("聯絡地址")),
        Para(f"申請人簽章：{seal('申請人')}          家長簽章：{seal('家長')}"),
        Para(f"申請日期：{date('申請日期', '      年      月      日')}", align="right"),
    )  # fmt: skip


def legacy_roster() -> Page:
    """Form fields of Word 97 among cells, a grid of two storeys, a head upside down."""
    head = ("上午", "下午")
    return page(
        title("運動會各項競賽報名暨器材借用表"),
        table(
            [1500, 3300, 1500, 3300],
            ["單位名稱", control("單位名稱") + "<legacy>", "領隊", control("領隊") + "<legacy>"],
            ["報名組別", "⟦勾選|報名組別||選項=男子組,女子組,混合組|可複選⟧<legacybox>男子組 "
             "<legacybox>女子組 <legacybox>混合組", "教練", right("教練")],
        ),
        Para("各項目報名人數"),
        table(
            [2400, 1800, 1800, 1800, 1800],
            row(Cell("項目", down=2), Cell("男子", span=2), Cell("女子", span=2)),
            row("預賽", "決賽", "預賽", "決賽"),
            *(row(item, *(grid(f"{item}.{sex}.{stage}") for sex in ("男子", "女子")
                          for stage in ("預賽", "決賽")))
              for item in ("100公尺", "跳遠")),
        ),
        Para("選手名單"),
        table([800, 2000, 1200, 2400, 3200],
              *repeated("選手名單", ("姓名", "性別", "出生年月日", "參加項目"), 12, number="號碼")),
        Para("器材借用（含時段）"),
        table([2400, 1800, 1800, 3600], ["器材", *head, "歸還狀況"],
              *([item, *(grid(f"{item}.{c}") for c in head),
                 boxes(f"{item}.歸還狀況", "完好,損壞", gap=" ")]
                for item in ("接力棒", "跨欄架", "碼錶"))),
        table(
            3,
            row(unit("保證金", "　　　　") + "元",
                date("借用日期", "　年　月　日"), seal("借用人")),
            ["保證金", "借用日期", "借用人簽名"],
        ),
        Para(f"以上共報名{line('報名人數', '＿＿＿')}人，報名費每人{line('報名費', '＿＿＿')}元，"
             f"合計{line('報名費合計', '＿＿＿＿')}元。"),
        Para(f"備註：{colon('備註')}"),
    )  # fmt: skip


FORMS = (
    MarkedForm(research().title, "WPS", lambda: WpsTaiwan().parts(research())),
    MarkedForm(leave().title, "Word", lambda: Word().parts(leave())),
    MarkedForm(scholarship().title, "Google Docs", lambda: Google().parts(scholarship())),
    MarkedForm(legacy_roster().title, "Word", lambda: Word().parts(legacy_roster())),
    MarkedForm(site_check().title, "LibreOffice", partial(kept, "site_check")),
)
