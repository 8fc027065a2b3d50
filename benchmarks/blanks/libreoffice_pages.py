"""The pages behind the files that LibreOffice has written."""

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
    room,
    sample,
    seal,
    unit,
)
from benchmarks.blanks.writers.page import Box, Cell, Page, Para, heading, page, row, table, title
from benchmarks.blanks.writers.rows import (
    asked,
    begun,
    boxes,
    cross_table,
    pairs,
    repeated,
    ticked,
    under,
)


def letter() -> Page:
    """An official letter, with the placeholders of OpenDocument."""
    return page(
        Para(asked("機關名稱", "機關全銜") + "　函", "title", "center"),
        Para("地址：" + asked("地址", "請輸入地址")),
        Para("聯絡方式：" + asked("聯絡方式", "承辦人、電話、傳真、e-mail")),
        Para("受文者：" + asked("受文者", "受文者全銜"), "heading"),
        Para("發文日期：中華民國" + date("發文日期", "　　年　　月　　日")),
        Para(f"發文字號：{line('發文字號.字', '＿＿＿＿')}字第"
             f"{line('發文字號.號', '＿＿＿＿＿＿')}號"),
        Para("速別：" + boxes("速別", "最速件,速件,普通件")),
        Para("密等及解密條件或保密期限：" + colon("密等及解密條件或保密期限")),
        Para("附件：" + asked("附件", "如文")),
        Para("主旨：" + asked("主旨", "檢陳…，請　鑒核。")),
        Para("說明："),
        Para("一、依據" + asked("來文機關", "來文機關")
             + f"{date('來文日期')}字第{under('來文字號', 16)}號函辦理。"),
        Para("二、本案計畫名稱為「" + sample("計畫名稱", "○○○○○○") + "」，申請補助新臺幣"
             + amount("申請補助金額", "　　萬　　仟　　佰　　拾　　元整") + "。"),
        Para("三、檢附文件如下："),
        table([800, 5200, 1600, 2000], *repeated("檢附文件", ("文件名稱", "份數", "備註"), 4,
                                                 number="序號")),
        Para("正本：" + colon("正本")),
        Para("副本：" + colon("副本")),
        Para(f"{seal('校長')}校長　　　　　　　　（簽字章）"),
        footer="第　頁，共　頁",
    )  # fmt: skip


def venue() -> Page:
    """A table in a table, cells that reach down, a text box that is stored twice."""
    inner = table(
        [2200, 1600, 1600, 1600],
        ["設備", "數量", "單價", "小計"],
        *([item, *(grid(f"借用設備.{item}.{c}") for c in ("數量", "單價", "小計"))]
          for item in ("投影機", "無線麥克風", "折疊桌")),
        ["合計", grid("借用設備.合計.數量", "", "可無"),
         grid("借用設備.合計.單價", "", "可無"), grid("借用設備.合計.小計")],
    )  # fmt: skip
    return page(
        title("場地暨設備借用申請表"),
        Box((Para(f"收件編號：{line('收件編號', '________')}"),
             Para(f"收件日期：{date('收件日期', '　年　月　日')}")), 3400, 1100),
        table(
            [1400, 1400, 2600, 1400, 2800],
            row(Cell("申請單位", down=3), "名稱", right("申請單位.名稱"), "統一編號",
                comb("申請單位.統一編號", "□□□□□□□□")),
            row("負責人", right("申請單位.負責人"), "聯絡人", right("申請單位.聯絡人")),
            row("電話", right("申請單位.電話"), "電子信箱", right("申請單位.電子信箱")),
            row(Cell("借用場地", span=2), Cell(
                boxes("借用場地", "活動中心,操場,視聽教室,其他", "可複選") + "："
                + line("借用場地其他", "＿＿＿＿＿＿"), span=3)),
            row(Cell("活動名稱", span=2), Cell(right("活動名稱"), span=3)),
            row(Cell("借用時間", span=2), Cell(
                f"{date('借用時間.起', '　　年　　月　　日　　時　　分')}起\n"
                f"{date('借用時間.迄', '　　年　　月　　日　　時　　分')}止", span=3)),
            row(Cell("預計人數", span=2), unit("預計人數", "　　　") + "人", "收費性質",
                boxes("收費性質", "免費,收費")),
            row(Cell("借用設備", span=2), Cell(span=3, blocks=(inner,))),
            row(Cell("使用需求說明：\n" + room("使用需求說明") + "\n", span=5)),
            row(Cell("費用", down=3, upright=True), "場地費",
                unit("費用.場地費", "　　　　") + "元",
                "保證金", unit("費用.保證金", "　　　　") + "元"),
            row("清潔費", unit("費用.清潔費") + "元", "冷氣費", unit("費用.冷氣費") + "元"),
            row("總計", Cell(f"新臺幣{line('費用.總計', '＿＿＿＿＿＿')}元整", span=3)),
        ),
        "茲保證遵守貴校場地管理規定，如有損壞願負賠償責任。",
        Para(f"申請單位（蓋章）：{seal('申請單位')}　　　　　負責人（簽章）：{seal('負責人')}"),
        table(5, ["事務組長", "總務主任", "學務主任", "會計主任", "校長"],
              [seal(n) for n in ("事務組長", "總務主任", "學務主任", "會計主任", "校長")]),
    )  # fmt: skip


def payroll() -> Page:
    columns = ("姓名", "身分證字號", "節數", "單價", "應領金額", "二代健保", "實領金額", "蓋章")
    return page(
        title(f"{sample('學校名稱', '○○國小')}代課教師鐘點費印領清冊"),
        Para(f"所屬月份：{line('所屬月份.年', '___')}年{line('所屬月份.月', '___')}月　　"
             f"計畫編號：{line('計畫編號', '＿＿＿＿＿＿')}　　單位：新臺幣元"),
        table(
            [600, 1200, 1700, 800, 900, 1200, 1000, 1200, 1000],
            *repeated("印領清冊", columns, 10, number="編號", sealed=("蓋章",)),
            row(Cell("合　計", span=3), grid("合計.節數"),
                grid("合計.單價", "", "可無"), grid("合計.應領金額"),
                grid("合計.二代健保"), grid("合計.實領金額"), grid("合計.蓋章", "", "可無")),
        ),
        Para("實領金額（大寫）：新臺幣"
             + amount("實領金額大寫", "　　拾　　萬　　仟　　佰　　拾　　元整")),
        Para("發放方式：" + boxes("發放方式", "現金,匯款") + "　匯款日期："
             + date("匯款日期", "　　年　　月　　日")),
        heading("匯款帳戶"),
        table(5, *cross_table(("甲帳戶", "乙帳戶"),
                              ("戶名", "銀行", "分行", "帳號"), "類別", section="匯款帳戶")),
        table([1800, 3000, 1800, 3000], pairs("代課原因", "代課期間"),
              pairs("請假教師", "假別"), pairs("核准文號", "備註")),
        Para(f"製表：{seal('製表')}　　　出納：{seal('出納')}　　　主計：{seal('主計')}"
             f"　　　校長：{seal('校長')}"),
    )  # fmt: skip


def contract() -> Page:
    return page(
        title("兼任代課教師聘任契約書"),
        Para(f"甲方：{under('甲方', 20)}（以下簡稱甲方）"),
        Para(f"乙方：{under('乙方', 20)}（以下簡稱乙方）"),
        "雙方同意訂立本契約，條款如下：",
        Para(f"聘期：自{date('聘期.起', '　　年　　月　　日')}起至"
             f"{date('聘期.迄', '　　年　　月　　日')}止。", listed=True),
        Para(f"任教科目：{under('任教科目', 14)}；每週{under('每週節數', 5)}節。", listed=True),
        Para(f"鐘點費：每節新臺幣{under('每節鐘點費', 8)}元，於次月{under('發放日', 4)}日前發放。",
             listed=True),
        Para("乙方應備證件：" + boxes("乙方應備證件", "教師證,學歷證明,退伍令", "可複選"),
             listed=True),
        Para("有下列情事之一者，甲方得終止契約："
             + begun("終止事由", "無故缺課達三次,其他", "可複選") + "無故缺課達三次", listed=True),
        Para(f"　　□其他：{line('終止事由其他', '………………………………')}"),
        Para(f"違約金：{amount('違約金', '　　萬　　仟元整')}", listed=True),
        Para(f"本契約一式（{bracket('契約份數', '　　')}）份。", listed=True),
        *(Para(text) for side in ("甲方", "乙方") for text in _party(side)),
        Para("中華民國" + date("日期／訂約日期", "　　　年　　　月　　　日"), align="center"),
        header="契約編號：" + line("契約編號", "__________"),
    )  # fmt: skip


def _party(side: str) -> list[str]:
    who = "法定代理人" if side == "甲方" else "身分證字號"
    front = "立契約書人" if side == "甲方" else "　　　　　"
    return [
        f"{front}　{side}：{seal(side)}　　　　　（簽章）",
        f"　　　　　　{who}：{colon(f'{side}.{who}')}",
        f"　　　　　　地　址：{colon(f'{side}.地址')}",
        f"　　　　　　電　話：{colon(f'{side}.電話')}",
    ]


def counselling() -> Page:
    """Form fields of Word 97 and Wingdings boxes, saved again by LibreOffice."""

    def sym(name: str, options: str) -> str:
        first, *more = options.split(",")
        return (f"⟦勾選|{name}||選項={options}|可複選⟧<sym F0A8>{first}"
                + "".join(f"　<sym F0A8>{word}" for word in more))  # fmt: skip

    return page(
        title("學生輔導轉介單"),
        table(
            [1500, 3300, 1500, 3300],
            row("學生姓名", control("學生姓名") + "<legacy>", "班級座號",
                control("班級座號") + "<legacy>"),
            row("性別", "⟦勾選|性別||選項=男,女⟧<legacybox>男　<legacybox>女", "生日",
                date("生日")),
            row("監護人", right("監護人"), "聯絡電話", right("聯絡電話")),
            row("轉介來源", Cell(sym("轉介來源", "導師,任課教師,家長,同儕"), span=3)),
            row("轉介問題", Cell(
                sym("轉介問題", "學業,人際,家庭,其他") + f"：{under('轉介問題其他', 10)}", span=3)),
            row("問題描述", Cell(right("問題描述"), span=3), height=1200),
            row("已採處理", Cell(right("已採處理"), span=3), height=1200),
            row("期待協助", Cell(control("期待協助") + "<legacy>", span=3)),
        ),
        heading("輔導室回覆"),
        table(
            [1200, 2800, 1400, 1400, 2800],
            ["次別", "輔導方式", "日期", "時數", "摘要"],
            *([n, *(grid(f"{n}.{c}") for c in ("輔導方式", "日期", "時數", "摘要"))]
              for n in ("第一次", "第二次", "第三次")),
        ),
        table([3200, 1000, 1000, 4400], ["評估項目", "符合", "不符合", "說明"],
              *([item, ticked(item, "符合,不符合"), "", grid(f"{item}.說明")]
                for item in ("願意接受輔導", "有自傷風險", "需跨專業介入"))),
        table(2, ["處遇建議", "後續追蹤"], row(below("處遇建議"), below("後續追蹤"), height=1200)),
        Para(f"轉介人：{seal('轉介人')}　　　　輔導教師：{seal('輔導教師')}　　　　"
             f"輔導主任：{seal('輔導主任')}"),
        Para(f"回覆日期：{date('回覆日期')}", align="right"),
    )  # fmt: skip


def volunteer() -> Page:
    return page(
        title("圖書館志工報名表"),
        table(
            [1300, 2200, 1300, 2200, 2600],
            row("姓　　名", right("姓名"), "性　　別", boxes("性別", "男,女"),
                Cell("請貼\n二吋\n照片", down=4)),
            row("出生日期", date("出生日期", "民國　　年　　月　　日"), "血　　型",
                f"（{bracket('血型', '　　')}）型"),
            row("身分證\n字　號", Cell(right("身分證字號"), span=3)),
            row("最高學歷", right("最高學歷"), "現　　職", right("現職")),
            row("住　　址", Cell(comb("郵遞區號", "□□□") + colon("住址"), span=4)),
            row("聯絡電話", Cell(f"（公）{colon('聯絡電話.公', '　　　　　')}（宅）"
                             f"{colon('聯絡電話.宅', '　　　　　')}手機：{colon('聯絡電話.手機')}",
                             span=4)),
        ),
        heading("可服務時段（請打ˇ）"),
        table([1800, 1560, 1560, 1560, 1560, 1560],
              ["", "星期一", "星期二", "星期三", "星期四", "星期五"],
              *([f"{name}\n（{time}）", *(grid(f"{name}.{d}") for d in
                                         ("星期一", "星期二", "星期三", "星期四", "星期五"))]
                for name, time in (("上午", "8:00～12:00"), ("下午", "13:00～16:00")))),
        heading("服務經驗"),
        table([3000, 3000, 3600], ["服務單位", "期間", "內容"],
              ["（例）市立圖書館", "110.1～111.12", "書籍上架"],
              [column(f"服務經驗.{c}", 3) for c in ("服務單位", "期間", "內容")],
              ["", "", ""], ["", "", ""]),
        heading("自我介紹："),
        table(1, row(lone("自我介紹"), height=1800)),
        Para("專長：" + boxes("專長", "說故事,電腦,美工,語文,其他", "可複選")
             + line("專長其他", "＿＿＿＿＿＿")),
        Para(begun("個人資料告知事項", "已詳閱並同意個人資料告知事項")
             + "已詳閱並同意個人資料告知事項"),
        Para(f"報名者簽名：{seal('報名者')}　　　　　　日期：{date('日期', '　年　月　日')}"),
    )  # fmt: skip


PAGES = (letter, venue, payroll, contract, volunteer)
RESAVED = (counselling,)
