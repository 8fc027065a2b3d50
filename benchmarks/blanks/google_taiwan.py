"""Forms of Taiwan, as Google Docs exports them."""

from functools import partial

from benchmarks.blanks.corpus import MarkedForm
from benchmarks.blanks.marks import (
    amount,
    below,
    bracket,
    colon,
    column,
    comb,
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
from benchmarks.blanks.writers.google import Google
from benchmarks.blanks.writers.page import Cell, Page, Para, heading, page, row, table, title
from benchmarks.blanks.writers.rows import begun, boxes, cross_table, pairs, ticked, under

SCALE = "非常滿意,滿意,普通,不滿意,非常不滿意"


def survey() -> Page:
    questions = ("課程內容符合需求", "講師表達清楚", "時間安排適當", "場地設備良好",
                 "整體而言我感到滿意")  # fmt: skip
    return page(
        title("教師專業成長研習回饋問卷"),
        "親愛的老師：感謝您參加本次研習，請就下列各題勾選，意見僅供改進之用。",
        Para(f"研習名稱：{line('研習名稱', '＿＿＿＿＿＿＿＿＿＿')}　日期：{date('日期')}"),
        heading("基本資料", listed=True),
        Para("1. 性別：" + boxes("性別", "男,女,其他", box="☐")),
        Para("2. 年齡：" + boxes("年齡", "30歲以下,31～40歲,41～50歲,51歲以上", box="☐")),
        Para("3. 服務年資：" + under("服務年資", 6) + "年"),
        Para("4. 目前職務（可複選）：" + begun("目前職務", "導師,專任教師,兼任行政,其他", "可複選",
                                      box="☐") + "導師"),
        Para("　　☐專任教師　☐兼任行政"),
        Para("　　☐其他：" + under("目前職務其他", 12)),
        heading("研習滿意度（5 為非常滿意，1 為非常不滿意）", listed=True),
        table(
            [600, 4600, 4400],
            ["題號", "題目", "滿意度"],
            *([str(i), q, boxes(f"滿意度.{q}", "1,2,3,4,5", box="□", gap=" ")]
              for i, q in enumerate(questions, 1)),
        ),
        heading("單元評量", listed=True),
        table(
            [3600, 1200, 1200, 1200, 1200, 1200],
            ["單元", *SCALE.split(",")],
            *([part, begun(f"單元評量.{part}", SCALE), *["□"] * 4]
              for part in ("專題演講", "分組實作")),
            ["綜合座談", ticked("單元評量.綜合座談", SCALE), *[""] * 4],
        ),
        heading("開放問題", listed=True),
        "1. 最有收穫的部分：",
        Para(line("最有收穫的部分", "＿" * 30)),
        "2. 建議改進之處：",
        Para(line("建議改進之處", "＿" * 30)),
        Para("3. 希望辦理的研習主題：" + colon("希望辦理的研習主題")),
        Para("4. 是否推薦同事參加？ " + boxes("是否推薦同事參加", "是,否", box="○", gap="  ")
             + "，原因：" 
             + line("推薦原因／原因", "＿＿＿＿＿＿＿＿＿")),
        Para("5. 下學期可參加的時段：" + boxes("下學期可參加的時段", "週三下午,週五下午,寒假",
                                     "可複選", box="☐", gap="\u3000")),
        Para("填寫人：" + colon("填寫人") + "（可不填）", align="right"),
    )  # fmt: skip


def meeting() -> Page:
    return page(
        title(sample("學校名稱", "○○國民中學") + "課程發展委員會會議紀錄暨簽到"),
        table(
            [1500, 3300, 1500, 3300],
            row("會議名稱", Cell(f"{under('學年度', 6)}學年度第{under('次別／次數', 4)}次"
                             "課程發展委員會", span=3)),
            row("時　　間", date("時間", "  年  月  日（星期   ）  午  時  分"), "地　　點",
                right("地點")),
            row("主　　席", right("主席"), "紀　　錄", right("紀錄")),
            row("出席人員", Cell("詳如簽到表", span=3)),
            row("列席人員", Cell(right("列席人員"), span=3)),
            row(Cell("壹、主席致詞：\n" + room("主席致詞") + "\n", span=4)),
            row(Cell("貳、報告事項：\n" + room("報告事項") + "\n", span=4)),
            row(Cell("參、提案討論", span=4, shade="F3F3F3")),
        ),
        *_proposals(2),
        Para("肆、臨時動議：" + colon("臨時動議"), "heading"),
        heading("伍、簽到表"),
        table(
            [800, 2000, 2000, 800, 2000, 2000],
            ["編號", "職稱", "簽名", "編號", "職稱", "簽名"],
            *([str(i), job, seal("簽名"), str(i + 4), other, seal("簽名")]
              for i, (job, other) in enumerate(
                  (("校長", "領域召集人"), ("教務主任", "年級代表"), ("學務主任", "家長代表"),
                   ("輔導主任", "專家學者")), 1)),
        ),
        Para("散會：" + date("散會時間／散會", "  午  時  分")),
        Para(f"應到{line('應到／應到人數', '____')}人，實到{line('實到／實到人數', '____')}人，"
             f"請假{line('請假／請假人數', '____')}人"),
    )  # fmt: skip


def _proposals(count: int) -> list[object]:
    result: list[object] = []
    for i in range(1, count + 1):
        front = f"案由{'一二三'[i - 1]}"
        result += [
            table(
                [1500, 8100],
                [front, right(front)],
                ["提案單位", right(f"{front}.提案單位")],
                ["說　　明", right(f"{front}.說明")],
                ["決　　議", boxes(f"{front}.決議", "照案通過,修正後通過,緩議", box="☐")
                 + "\n修正內容：" + colon(f"{front}.修正內容")],
            )
        ]  # fmt: skip
    return result


def scoring() -> Page:
    items = {
        "教學設計": (("目標明確", 10), ("活動連貫", 15), ("評量多元", 15)),
        "教學實施": (("提問技巧", 15), ("學生參與", 15), ("班級經營", 10)),
        "教材運用": (("自編教材", 10), ("數位工具", 10)),
    }
    rows = [
        row(*([Cell(f"{group}\n（{sum(p for _, p in each)}%）", down=len(each))] if not i else []),
            name, f"{points}", grid(f"{group}.{name}.得分"), grid(f"{group}.{name}.評語"))
        for group, each in items.items() for i, (name, points) in enumerate(each)
    ]  # fmt: skip
    return page(
        title("教學演示甄選評分表"),
        Para(f"甄選科別：{under('甄選科別', 10)}　應試號碼：{line('應試號碼', '______')}　"
             f"演示單元：{line('演示單元', '____________')}"),
        table([1600, 2400, 1000, 1400, 3200],
              ["評分項目", "評分細項", "配分", "得分", "評語"], *rows,
              row(Cell("總　分", span=2), "100", grid("總分.得分"), grid("總分.評語"))),
        Para("※總分低於70分或高於95分者，請敘明理由："),
        table(1, row(lone("理由"), height=1000)),
        heading("優缺點"),
        table(2, ["優點", "待改進"], row(below("優點"), below("待改進"), height=1200)),
        table([2400, 2400, 2400, 2400],
              row("教學時間", unit("教學時間", "    ") + "分鐘", "超時扣分",
                  unit("超時扣分", "    ") + "分")),
        Para(f"演示方式：{boxes('演示方式', '實體,線上', box='☐')}　"
             f"板書：{boxes('板書', '優,佳,可', box='○', gap='/')}"),
        Para(f"評審委員簽名：{seal('評審委員')}　　　　　　　　日期：{date('日期')}",
             align="right"),
    )  # fmt: skip


def consent() -> Page:
    return page(
        title("戶外教育活動家長同意書"),
        Para(f"本人{under('家長姓名', 12)}同意子弟{under('學生姓名', 12)}（"
             f"{line('年級', '__')}年{line('班級', '__')}班{line('座號', '__')}號）參加學校於"
             f"{date('活動日期', '   年   月   日')}舉辦之戶外教育活動。"),
        heading("活動資訊"),
        table(2, ["活動地點", sample("活動地點", "OO博物館")],
              ["集合時間", date("集合時間", "   時   分")],
              ["費用", f"每人新臺幣{amount('費用', '   仟   佰   拾   元整')}"]),
        heading("健康狀況調查"),
        Para("1. 特殊疾病：" + begun("特殊疾病", "無,有", box="☐") + "無　☐有，說明："
             + line("特殊疾病說明", "＿＿＿＿＿＿＿")),
        Para("2. 暈車：" + boxes("暈車", "會,不會", box="☐")),
        Para("3. 飲食：" + boxes("飲食", "葷,素", box="☐") + "　過敏食物（"
             + bracket("過敏食物", "            ") + "）"),
        Para("4. 服藥：" + begun("服藥", "不需要,需要", box="☐") + "不需要"),
        Para("　　　　 ☐需要（藥名：" + line("藥名", "________") + "，時間："
             + line("服藥時間／時間", "________") + "）"),
        heading("緊急聯絡人"),
        table(4, *cross_table(("聯絡人一", "聯絡人二"), ("姓名", "關係", "手機"), "順序")),
        heading("繳費方式"),
        Para(boxes("繳費方式", "現金,轉帳", box="☐") + "（帳號末五碼："
             + comb("帳號末五碼", "□□□□□") + "）"),
        Para("此致"),
        Para(sample("學校名稱", "○○國民小學")),
        Para(f"家長簽章：{seal('家長')}　　　　　　與學生關係：{colon('與學生關係')}"),
        Para(f"聯絡電話：（日）{colon('聯絡電話.日', '　　　　　　')}"
             f"（夜）{colon('聯絡電話.夜', '　　　　　　')}"),
        Para("中華民國" + date("日期", "　　年　　月　　日"), align="center"),
        "注意事項：請於活動前3日繳回導師；未繳回者視同不參加。",
    )  # fmt: skip


def club() -> Page:
    return page(
        title("社團活動申請與成果表"),
        table(
            [1600, 3200, 1600, 3200],
            pairs("社團名稱", "社團編號"),
            row("指導老師", right("指導老師"), "社長", right("社長")),
            row("活動名稱", Cell(right("活動名稱"), span=3)),
            row("活動類型", Cell(boxes("活動類型", "學藝,體育,康樂,服務,其他", "可複選",
                                   box="☐")
                             + under("活動類型其他", 10), span=3)),
            row("活動日期", Cell(f"{date('活動日期.起')}　至　{date('活動日期.迄')}", span=3)),
            row("參加人數", unit("參加人數", "     ") + "人", "活動經費", unit("活動經費") + "元"),
        ),
        heading("經費來源與支出"),
        table(
            [3200, 2000, 2200, 2200],
            ["項目", "預算", Cell("決算", span=2)],
            row("", "金額", "金額", "差額"),
            *(row(i, grid(f"{i}.預算.金額"), grid(f"{i}.決算.金額"), grid(f"{i}.決算.差額"))
              for i in ("社費", "學校補助", "場地費", "材料費")),
            row("合計", grid("合計.預算.金額"), grid("合計.決算.金額"), grid("合計.決算.差額")),
        ),
        heading("工作人員名單"),
        table(
            [2400, 2400, 2400, 2400],
            ["姓名", "班級", "工作項目", "電話"],
            ["（範例）王小明", "801", "總務", "0900-000-000"],
            [column(f"工作人員名單.{c}", 5) for c in ("姓名", "班級", "工作項目", "電話")],
            *([""] * 4 for _ in range(4)),
        ),
        heading("成果與檢討："),
        table(1, row(lone("成果與檢討"), height=2000)),
        heading("活動照片"),
        table(2, row(lone("照片一"), lone("照片二"), height=2400),
              ["照片一說明：" + colon("照片一.說明／照片一說明"),
               "照片二說明：" + colon("照片二.說明／照片二說明")]),
        table(4, ["社長", "指導老師", "訓育組長", "學務主任"],
              row(*(seal(n) for n in ("社長", "指導老師", "訓育組長", "學務主任")), height=900)),
    )  # fmt: skip


FORMS = tuple(
    MarkedForm(made().title, "Google Docs", partial(lambda made: Google().parts(made()), made))
    for made in (survey, meeting, scoring, consent, club)
)
