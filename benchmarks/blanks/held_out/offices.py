"""Held out, the second set: six papers of offices, each by the habits of another county.

Written before anybody ran the engine on them. Looked at once, and mended from after that.
"""

from benchmarks.blanks.corpus import MarkedForm
from benchmarks.blanks.marks import (
    amount,
    bracket,
    colon,
    column,
    comb,
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
from benchmarks.blanks.writers.page import Cell, Page, Para, page, row, table, title
from benchmarks.blanks.writers.rows import begun, boxes, pairs, repeated, under
from benchmarks.blanks.writers.word import Word, WordByDefault
from benchmarks.blanks.writers.wps import WpsTaiwan


def travel() -> Page:
    """A journey a row, its fares under a head of two storeys; the receipt at the foot."""
    fares = ("飛機", "高鐵", "火車", "汽車", "捷運")
    head = ("月", "日", "起訖地點", "工作記要")
    return page(
        title(sample("學校名稱", "○○縣○○國民中學") + "國內出差旅費報告表"),
        table(
            [1400, 2600, 1200, 2200, 1200, 2400],
            row(*pairs("姓名", "職稱", "單位")),
            row("出差事由", Cell(right("出差事由"), span=5), height=700),
            row(
                "出差期間",
                Cell(
                    "中華民國"
                    + date("出差期間.起", "　　年　　月　　日")
                    + "起至"
                    + date("出差期間.迄", "　　年　　月　　日")
                    + "止，計"
                    + line("日數", "____")
                    + "日，附單據"
                    + line("單據張數", "____")
                    + "張",
                    span=5,
                ),
            ),
        ),
        table(
            [500, 500, 1500, 1700, 750, 750, 750, 750, 750, 900, 900, 800, 1000],
            row(
                *(Cell(name, down=2) for name in head),
                Cell("交　通　費", span=5),
                *(Cell(name, down=2) for name in ("住宿費", "雜費", "總計", "備註")),
                header=True,
            ),
            row(*fares, header=True),
            row(
                *(column(f"行程.{name}", 6) for name in head),
                *(column(f"行程.{name}／行程.交通費.{name}", 6) for name in fares),
                *(column(f"行程.{name}", 6) for name in ("住宿費", "雜費", "總計", "備註")),
            ),
            *([""] * 13 for _ in range(5)),
            row(
                Cell("合　　計", span=4),
                *(grid(f"合計.{name}／合計.交通費.{name}") for name in fares),
                *(grid(f"合計.{name}") for name in ("住宿費", "雜費", "總計")),
                grid("合計.備註", "", "可無"),
            ),
        ),
        Para(
            "上列出差旅費合計新臺幣"
            + amount("出差旅費", "　　萬　　仟　　佰　　拾　　元整")
            + "，業已如數領訖。"
        ),
        Para("具領人：" + seal("具領人", "　　　　　　　　") + "（簽章）", align="right"),
        table(
            5,
            ["出差人", "單位主管", "人事單位", "主計單位", "機關首長"],
            row(
                *map(seal, ("出差人", "單位主管", "人事單位", "主計單位", "機關首長")), height=1100
            ),
        ),
        Para("附註："),
        Para("一、出差人應於出差事畢之次日起15日內檢附單據報支。"),
        Para("二、搭乘計程車須先簽准，並填寫「搭乘事由」。"),
    )


def venue() -> Page:
    """Rooms with their prices to tick, times from and to, a promise, the office's own part."""
    rooms = ("活動中心（8,000元/場）", "視聽教室（3,000元/場）", "普通教室（600元/間）", "運動場")
    return page(
        title(sample("學校名稱", "○○市○○國民小學") + "　校園場地開放借用申請書"),
        Para(
            "申請日期："
            + date("申請日期", "　　　年　　月　　日")
            + "　　　收件編號："
            + colon("收件編號"),
            align="right",
        ),
        table(
            [1800, 2800, 1600, 3400],
            row(
                "申請單位\n（人）", right("申請單位"), "統一編號\n（身分證字號）", right("統一編號")
            ),
            row("負責人", right("負責人"), "聯絡人", right("聯絡人")),
            row(
                "聯絡電話",
                "（日）" + colon("聯絡電話.日") + "\n（夜）" + colon("聯絡電話.夜"),
                "行動電話",
                right("行動電話"),
            ),
            row("地　　址", Cell(right("地址"), span=3)),
            row(
                "活動名稱",
                right("活動名稱"),
                "參加人數",
                "約" + unit("參加人數", "　　　　") + "人",
            ),
            row(
                "活動性質",
                Cell(
                    boxes("活動性質", "體育,藝文,教育訓練,集會,公益", gap=" ")
                    + " □其他："
                    + line("活動性質其他", "________"),
                    span=3,
                ),
            ),
            row("借用場地", Cell(boxes("借用場地", ",".join(rooms), "可複選", gap="\n"), span=3)),
            row(
                "借用時間",
                Cell(
                    "自"
                    + date("借用時間.起", "　　年　　月　　日　　時　　分")
                    + "起\n至"
                    + date("借用時間.迄", "　　年　　月　　日　　時　　分")
                    + "止，共"
                    + line("借用時數", "＿＿＿")
                    + "小時",
                    span=3,
                ),
            ),
            row(
                "使用設備",
                Cell(
                    boxes("使用設備", "冷氣,音響,投影機,桌椅", "可複選", gap="　")
                    + line("桌椅數量／桌椅", "____")
                    + "張",
                    span=3,
                ),
            ),
        ),
        Para("　　本單位（人）已詳閱並同意遵守貴校場地使用管理規定，如有違反，願負一切責任。"),
        Para("申請單位（人）：" + seal("申請人", "　　　　　　　　　　　") + "（簽章）"),
        Para("以下由學校填寫"),
        table(
            [1400, 2000, 1400, 2000, 1400, 1400],
            row("場地費", right("場地費"), "保證金", right("保證金"), "水電費", right("水電費")),
            row(
                "收據號碼",
                Cell(right("收據號碼"), span=2),
                "收費日期",
                Cell(date("收費日期", "　年　月　日"), span=2),
            ),
            row(
                "審核結果",
                Cell(
                    begun("審核結果", "同意借用,不同意借用") + "同意借用　□不同意借用，"
                    "原因：" + line("不同意借用原因／原因／不同意原因", "＿＿＿＿＿＿＿＿"),
                    span=5,
                ),
            ),
        ),
        table(
            4,
            ["承辦人", "事務組長", "總務主任", "校長"],
            row(*map(seal, ("承辦人", "事務組長", "總務主任", "校長")), height=900),
        ),
    )


def referral() -> Page:
    """Problems to tick over several lines, rooms to write in, what the office answers."""
    return page(
        title("學生輔導轉介單"),
        Para("（密件）　　轉介編號：" + under("轉介編號", 12), align="right"),
        table(
            [1300, 2000, 1200, 1700, 1200, 2200],
            row(
                "學生姓名",
                right("學生姓名"),
                "性　別",
                boxes("性別", "男,女", gap=" "),
                "班級座號",
                right("班級座號"),
            ),
            row(
                "出生日期",
                date("出生日期", "　年　月　日"),
                "家長姓名",
                right("家長姓名"),
                "聯絡電話",
                right("聯絡電話"),
            ),
            row(
                "轉介人員",
                right("轉介人員"),
                "關　係",
                Cell(
                    boxes("關係", "導師,任課教師,家長,本人", gap=" ")
                    + " □其他"
                    + line("關係其他", "____"),
                    span=3,
                ),
            ),
            row("轉介日期", Cell(date("轉介日期", "　　　年　　月　　日"), span=5)),
        ),
        Para("一、家庭狀況："),
        Para("　　1. 父母婚姻：" + boxes("父母婚姻", "同住,分居,離婚,歿")),
        Para(
            "　　2. 主要照顧者："
            + boxes("主要照顧者", "父母,祖父母,親戚")
            + "　□其他"
            + line("主要照顧者其他", "________")
        ),
        Para("　　3. 經濟狀況：" + boxes("經濟狀況", "富裕,小康,清寒,中低收入戶,低收入戶")),
        Para("二、主要問題（可複選）："),
        Para(
            begun(
                "主要問題",
                "情緒困擾,人際關係,學習適應,家庭衝突,偏差行為,中輟之虞,自我傷害,其他",
                "可複選",
            )
            + "情緒困擾　□人際關係　□學習適應　□家庭衝突"
        ),
        Para(
            "□偏差行為　□中輟之虞　□自我傷害　□其他（請說明）" + line("主要問題其他", "__________")
        ),
        Para("三、問題概述："),
        table(1, row(lone("問題概述"), height=1800)),
        Para("四、已採取之輔導措施："),
        table(
            [1600, 2400, 3600, 2000],
            *repeated("已採取之輔導措施", ("日期", "方式", "處理情形", "輔導人員"), 4),
        ),
        Para("五、對輔導室的期望："),
        Para(
            boxes("對輔導室的期望", "個別輔導,小團體輔導,提供諮詢", "可複選")
            + "　□其他："
            + line("對輔導室的期望其他", "________________")
        ),
        Para("－－－－－－－－－－－－－（以下由輔導室填寫）－－－－－－－－－－－－－"),
        table(
            [1800, 7800],
            row("受理日期", date("受理日期", "　　年　　月　　日")),
            row(
                "受理情形",
                begun("受理情形", "開案,不開案,轉介校外資源")
                + "開案，輔導老師："
                + line("輔導老師／受理情形.輔導老師", "__________")
                + "\n□不開案，原因："
                + line("不開案原因／原因", "__________")
                + "\n□轉介校外資源，機構名稱："
                + line("機構名稱／校外資源機構名稱", "__________"),
            ),
            row("處理建議", right("處理建議"), height=1200),
        ),
        Para(
            "轉介人："
            + seal("轉介人", "　　　　　　　")
            + "輔導組長："
            + seal("輔導組長", "　　　　　　　")
            + "輔導主任："
            + seal("輔導主任")
        ),
    )


def grant_receipt() -> Page:
    """An amount by digits in columns of its own, the bank, who has received it."""
    digits = ("仟萬", "佰萬", "拾萬", "萬", "仟", "佰", "拾", "元")
    return page(
        title("領　　據"),
        Para("茲收到" + line("補助機關", "　　　　　　　　　　　　") + "補助辦理"),
        table(
            [2400, *[900] * 8],
            row("計畫名稱", Cell(right("計畫名稱"), span=8)),
            row(
                "補助年度",
                Cell(right("補助年度"), span=3),
                "會計科目",
                Cell(right("會計科目"), span=4),
            ),
            row(Cell("金　　額\n（新臺幣）", down=2), *digits),
            row(comb("金額"), *[""] * 7, height=600),
            row(
                "金額大寫", Cell(amount("金額大寫／金額", "　佰　拾　萬　仟　佰　拾　元整"), span=8)
            ),
            row("補助性質", Cell(boxes("補助性質", "經常門,資本門,經資併計", gap="　"), span=8)),
            row(
                "撥款期別",
                Cell("第" + unit("撥款期別", "　　") + "期", span=3),
                "結餘款",
                Cell(boxes("結餘款", "繳回,免繳回", gap=" "), span=4),
            ),
        ),
        Para("此　致"),
        Para(sample("致送機關", "○○縣政府教育處")),
        Para("具領學校：" + line("具領學校", "＿＿＿＿＿＿＿＿＿＿＿＿") + "（請蓋關防）"),
        Para(
            "校　　長："
            + seal("校長", "　　　　　　　　")
            + "會計主任："
            + seal("會計主任", "　　　　　　　　")
            + "出納："
            + seal("出納")
        ),
        Para("經 手 人：" + seal("經手人", "　　　　　　　　") + "聯絡電話：" + colon("聯絡電話")),
        Para("撥入帳戶："),
        table(
            [1600, 3200, 1600, 3200],
            row(*pairs("銀行名稱", "分行名稱")),
            row("戶　　名", Cell(right("戶名"), span=3)),
            row("帳　　號", Cell(comb("帳號", "□□□□□□□□□□□□□□"), span=3)),
        ),
        Para("中　華　民　國" + date("日期", "　　　年　　　月　　　日")),
    )


def equipment() -> Page:
    """Things lent, their state when lent and when given back, a stub for who borrows."""
    things = ("設備名稱", "財產編號", "數量", "借出狀況", "歸還狀況")
    return page(
        title("教學設備（器材）借用單"),
        Para(
            "借用單號："
            + colon("借用單號", "　　　　　　　　")
            + "填單日期："
            + date("填單日期", "___年___月___日")
        ),
        table(
            [1500, 3300, 1500, 3300],
            row(*pairs("借用單位", "借用人")),
            row("分機／手機", right("分機手機／分機／手機"), "電子信箱", right("電子信箱")),
            row(
                "借用用途",
                Cell(
                    boxes("借用用途", "課堂教學,研習活動,競賽練習", gap="  ")
                    + "  □其他（"
                    + bracket("借用用途其他", "　　　　　　")
                    + "）",
                    span=3,
                ),
            ),
            row(
                "借用期限",
                Cell(
                    "民國"
                    + date("借用期限.起", "  年  月  日")
                    + "至"
                    + date("借用期限.迄", "  年  月  日"),
                    span=3,
                ),
            ),
            row(
                "使用地點",
                right("使用地點"),
                "是否攜出校外",
                boxes("是否攜出校外", "是,否", gap=" "),
            ),
        ),
        Para("借用明細："),
        table(
            [700, 2600, 2000, 900, 1700, 1700],
            *repeated("借用明細", things, 5, number="序"),
        ),
        Para("※借用人應妥善保管，如有遺失或損壞，應照價賠償。"),
        table(
            [1200, 2000, 1200, 2000, 1200, 2000],
            row(Cell("借出", span=2), Cell("歸還", span=2), Cell("逾期處理", span=2)),
            row(
                "借用人簽名",
                seal("借用人"),
                "歸還人簽名",
                seal("歸還人"),
                "逾期天數",
                unit("逾期天數", "　　") + "天",
            ),
            row(
                "保管人簽名",
                seal("保管人"),
                "點收人簽名",
                seal("點收人"),
                "處理情形",
                right("處理情形"),
            ),
            row(
                "日期",
                date("借出.日期", " 年 月 日"),
                "日期",
                date("歸還.日期", " 年 月 日"),
                "日期",
                date("逾期處理.日期", " 年 月 日"),
            ),
        ),
        Para(
            "續借申請：續借至"
            + date("續借日期／續借申請／續借至", "　　年　　月　　日")
            + "，原因："
            + colon("原因／續借原因／續借申請.原因")
        ),
    )


def lessons_paid() -> Page:
    """Who taught for whom, the pay of each, sums; the month in the title; who prepared it."""
    heads = (
        "代課教師",
        "被代課教師",
        "代課日期",
        "節數",
        "鐘點費",
        "應領金額",
        "扣繳稅額",
        "實領金額",
    )
    return page(
        title(
            sample("學校名稱", "○○國民小學")
            + "　　"
            + line("年度", "___")
            + "年"
            + line("月份", "___")
            + "月份代課鐘點費印領清冊"
        ),
        Para("單位：新臺幣元", align="right"),
        Para(
            "經費來源："
            + boxes("經費來源", "縣府補助,校內預算")
            + "　□其他"
            + under("經費來源其他", 8)
            + "　　預算科目："
            + colon("預算科目")
        ),
        table(
            [500, 1100, 1100, 1200, 700, 800, 1000, 900, 1000, 1300],
            *repeated("印領清冊", (*heads, "領款人簽章"), 7, number="編號", sealed=("領款人簽章",)),
            row(
                Cell("合　計", span=4),
                grid("合計.節數"),
                grid("合計.鐘點費", "", "可無"),
                grid("合計.應領金額"),
                grid("合計.扣繳稅額"),
                grid("合計.實領金額"),
                grid("合計.領款人簽章", "", "可無"),
            ),
            row(
                Cell("總計金額（大寫）", span=4),
                Cell(
                    "新臺幣" + amount("總計金額", "　　拾　　萬　　仟　　佰　　拾　　元整"), span=6
                ),
            ),
        ),
        Para(
            "代課原因："
            + boxes("代課原因", "公假,病假,事假,產假", "可複選", gap=" ")
            + "　核准文號："
            + colon("核准文號")
        ),
        Para(
            "製表："
            + seal("製表", "　　　　　")
            + "教務主任："
            + seal("教務主任", "　　　　　")
            + "出納："
            + seal("出納", "　　　　　")
            + "主計："
            + seal("主計", "　　　　　")
            + "校長："
            + seal("校長")
        ),
    )


FORMS = (
    MarkedForm(travel().title, "Word", lambda: Word().parts(travel())),
    MarkedForm(venue().title, "WPS", lambda: WpsTaiwan().parts(venue())),
    MarkedForm(referral().title, "Google Docs", lambda: Google().parts(referral())),
    MarkedForm(grant_receipt().title, "Word", lambda: Word().parts(grant_receipt())),
    MarkedForm(equipment().title, "Generator", lambda: WordByDefault().parts(equipment())),
    MarkedForm(lessons_paid().title, "WPS", lambda: WpsTaiwan().parts(lessons_paid())),
)
