"""Held out, the second set: six papers of schools, measured once, last."""

from benchmarks.blanks.corpus import MarkedForm
from benchmarks.blanks.marks import (
    amount,
    bracket,
    choice,
    colon,
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
from benchmarks.blanks.writers.page import Cell, Page, Para, heading, page, row, table, title
from benchmarks.blanks.writers.rows import begun, boxes, pairs, repeated, ticked, under
from benchmarks.blanks.writers.word import Word, WordByDefault
from benchmarks.blanks.writers.wps import WpsTaiwan


def purchase() -> Page:
    """What is bought, its sum by digits, and the record of its acceptance on the same sheet."""
    digits = ("百萬", "十萬", "萬", "千", "百", "十", "元")
    items = ("品名", "規格", "單位", "數量", "單價", "金額")
    return page(
        title(sample("學校名稱", "○○縣立○○國民中學") + "　動支經費請購單暨驗收紀錄"),
        Para(
            "請購單位："
            + colon("請購單位", "　　　　　　　　")
            + "請購日期："
            + date("請購日期", "　　年　　月　　日")
        ),
        table(
            [700, 2500, 2000, 800, 900, 1200, 1500],
            row(Cell("用途說明", span=2), Cell(right("用途說明"), span=5), height=700),
            *repeated("請購明細", items, 5, number="項次"),
        ),
        table(
            [2400, *[700] * 7, 2300],
            row(Cell("合　計　金　額", down=2), *digits, "經費來源"),
            row(comb("合計金額"), *[""] * 6, boxes("經費來源", "公庫,代收代辦", gap="\n")),
            row(
                "採購方式",
                Cell(boxes("採購方式", "共同供應契約,小額採購,公開取得報價單", gap=" "), span=8),
            ),
        ),
        table(
            5,
            ["請購人", "單位主管", "總務主任", "會計主任", "校長"],
            row(*map(seal, ("請購人", "單位主管", "總務主任", "會計主任", "校長")), height=1000),
        ),
        heading("驗收紀錄"),
        table(
            [1700, 3100, 1700, 3100],
            row(*pairs("廠商名稱", "統一編號")),
            row(
                "履約期限",
                date("履約期限", "　　年　　月　　日"),
                "完成日期",
                date("完成日期", "　　年　　月　　日"),
            ),
            row(
                "契約金額",
                "新臺幣" + unit("契約金額", "　　　　　") + "元",
                "發票號碼",
                right("發票號碼"),
            ),
            row(
                "驗收日期", date("驗收日期", "　年　月　日　時　分"), "驗收地點", right("驗收地點")
            ),
            row("驗收經過", Cell(right("驗收經過"), span=3), height=1000),
            row(
                "驗收結果",
                Cell(
                    begun("驗收結果", "與規定相符，准予驗收,與規定不符")
                    + "與規定相符，准予驗收\n□與規定不符，限"
                    + date("改善期限／限期改善／驗收結果.改善期限", "　月　日")
                    + "前改善",
                    span=3,
                ),
            ),
            row("主驗人員", seal("主驗人員"), "會驗人員", seal("會驗人員")),
            row("協驗人員", seal("協驗人員"), "監驗人員", seal("監驗人員")),
            row("廠商代表", seal("廠商代表"), "紀錄", seal("紀錄")),
        ),
    )


def portrait() -> Page:
    """A letter with slots, promises to tick, a slip to be cut off and handed back."""
    return page(
        title("學生參與課後社團暨肖像使用家長同意書"),
        Para("親愛的家長：您好！"),
        Para(
            "　　本校將於"
            + line("學年度", "____")
            + "學年度第"
            + line("學期", "____")
            + "學期開辦課後社團，上課日期自"
            + date("上課日期.起", "____年____月____日")
            + "至"
            + date("上課日期.迄", "____年____月____日")
            + "，每週"
            + line("每週／星期／上課星期", "______")
            + "下午"
            + line("上課時間／時間", "__________")
            + "上課，費用每期"
            + line("費用", "______")
            + "元。"
        ),
        Para(
            "　　報名截止日："
            + date("報名截止日", "____月____日")
            + "。承辦人："
            + line("承辦人", "__________")
            + "，分機："
            + line("分機", "______")
        ),
        Para("┄┄┄┄┄┄┄┄┄┄┄┄ 請沿虛線撕下繳回 ┄┄┄┄┄┄┄┄┄┄┄┄"),
        Para("同　意　書", "heading", "center"),
        Para(
            "本人"
            + line("家長姓名／本人／立同意書人", "______________")
            + "為貴校"
            + line("年級", "____")
            + "年"
            + line("班級", "____")
            + "班學生"
            + line("學生姓名", "______________")
            + "之（"
            + choice("身分／關係", "父,母,監護人", "□父 □母 □監護人")
            + "），茲同意下列事項："
        ),
        Para("一、參加社團名稱：" + under("社團名稱／參加社團名稱", 20)),
        Para(
            "二、放學方式："
            + boxes("放學方式", "自行返家,家長接送,安親班接送", gap=" ")
            + "（安親班名稱："
            + line("安親班名稱", "________")
            + "）"
        ),
        Para(
            "三、肖像使用："
            + begun("肖像使用", "同意,不同意")
            + "同意　□不同意　學校於教學成果中使用學生之照片、影片。"
        ),
        Para(
            "四、特殊疾病或過敏："
            + boxes("特殊疾病或過敏", "無,有")
            + "，請說明"
            + line("特殊疾病或過敏說明", "____________________")
        ),
        table(
            [2000, 2800, 2000, 2800],
            row("家長簽章", seal("家長"), "聯絡電話", right("聯絡電話")),
            row("緊急聯絡人", right("緊急聯絡人"), "與學生關係", right("與學生關係")),
            row(
                "法定代理人\n（監護人）",
                seal("法定代理人"),
                "填寫日期",
                date("填寫日期", "　年　月　日"),
            ),
        ),
        Para(
            "導師簽收："
            + seal("導師", "______________")
            + "　　收件日期："
            + date("收件日期", "____年____月____日")
        ),
    )


def volunteer() -> Page:
    """A person with a photograph, skills to tick, the hours free in a grid, experience."""
    return page(
        title("學校志工報名表"),
        table(
            [1300, 2200, 1300, 2600, 2200],
            row(
                "姓　　名",
                right("姓名"),
                "性　　別",
                boxes("性別", "男,女", gap="  "),
                Cell("請黏貼\n二吋半身照片", down=4),
            ),
            row(
                "出生日期", date("出生日期", "民國　年　月　日"), "身分證字號", right("身分證字號")
            ),
            row("學　　歷", right("學歷"), "職　　業", right("職業")),
            row("通訊地址", Cell("□□□" + lone("通訊地址"), span=3)),
            row(
                "聯絡方式",
                Cell(
                    "電話："
                    + colon("聯絡方式.電話", "　　　　　　　　")
                    + "手機："
                    + colon("聯絡方式.手機")
                    + "\nE-mail："
                    + colon("聯絡方式.E-mail／聯絡方式.電子郵件／電子郵件"),
                    span=4,
                ),
            ),
            row(
                "緊急聯絡人",
                Cell(
                    "姓名："
                    + colon("緊急聯絡人.姓名", "　　　　　　")
                    + "關係："
                    + colon("緊急聯絡人.關係／關係", "　　　　　")
                    + "電話："
                    + colon("緊急聯絡人.電話"),
                    span=4,
                ),
            ),
            row(
                "子女就讀\n班級",
                Cell(
                    line("子女就讀班級.年級／年級／子女就讀班級.年", "　　　")
                    + "年"
                    + line("子女就讀班級.班級／班級／子女就讀班級.班", "　　　")
                    + "班　姓名："
                    + colon("子女就讀班級.姓名"),
                    span=4,
                ),
            ),
            row(
                "服務項目\n（可複選）",
                Cell(
                    boxes(
                        "服務項目",
                        "交通導護,圖書管理,環境綠化,輔導認輔,故事媽媽",
                        "可複選",
                        gap=" ",
                    )
                    + "\n□其他："
                    + line("服務項目其他"),
                    span=4,
                ),
            ),
            row("專　　長", Cell(right("專長"), span=4)),
            row(
                "志工訓練",
                Cell(boxes("志工訓練", "基礎訓練,特殊訓練,均未參加", "可複選", gap="　"), span=4),
            ),
            row(
                "紀錄冊",
                Cell(
                    begun("紀錄冊", "有,無")
                    + "有，編號："
                    + line("紀錄冊編號／編號", "__________")
                    + "　□無",
                    span=4,
                ),
            ),
        ),
        Para("可服務時段（請於空格內填寫時間）："),
        table(
            6,
            ["時段", "星期一", "星期二", "星期三", "星期四", "星期五"],
            *(
                [part, *(grid(f"{part}.星期{day}") for day in "一二三四五")]
                for part in ("上午", "下午", "晚上")
            ),
        ),
        Para("志願服務經歷："),
        table(
            [3400, 2000, 2200, 2000],
            *repeated("志願服務經歷", ("服務單位", "服務內容", "服務期間", "時數"), 3),
        ),
        Para("報名動機：" + colon("報名動機")),
        Para(
            "報名人簽名："
            + seal("報名人", "____________________")
            + "　　日期："
            + date("日期", "　　　年　　月　　日")
        ),
        table(
            [2000, 3000, 1600, 3000],
            row(
                "審核結果",
                boxes("審核結果", "錄取,備取,未錄取", gap=" "),
                "志工編號",
                right("志工編號"),
            ),
            row("承辦人", seal("承辦人"), "單位主管", seal("單位主管")),
        ),
    )


def health() -> Page:
    """A student's health: illnesses to tick, measures by term, results to tick in columns."""
    terms = ("一年級", "二年級", "三年級")
    measures = ("身高", "體重", "裸視右眼", "裸視左眼")
    parts = ("眼睛", "耳鼻喉", "胸腔", "皮膚")
    return page(
        title("學生健康檢查紀錄卡"),
        table(
            [1500, 2100, 1200, 1800, 1200, 1800],
            row("學校名稱", Cell(right("學校名稱"), span=3), "學　號", right("學號")),
            row(
                "姓　　名",
                right("姓名"),
                "血　型",
                boxes("血型", "A,B,O,AB", gap=" "),
                "性　別",
                boxes("性別", "男,女", gap=" "),
            ),
            row(
                "出生日期",
                date("出生日期", "　年　月　日"),
                "身分證\n統一編號",
                Cell(comb("身分證統一編號", "□□□□□□□□□□"), span=3),
            ),
            row(
                Cell("家長資料", down=2),
                "父",
                right("家長資料.父／父"),
                "電話",
                Cell(right("家長資料.父.電話／父.電話"), span=2),
            ),
            row(
                "母",
                right("家長資料.母／母"),
                "電話",
                Cell(right("家長資料.母.電話／母.電話"), span=2),
            ),
        ),
        Para(
            "一、個人疾病史："
            + begun("個人疾病史", "無,心臟病,氣喘,癲癇,蠶豆症,糖尿病,其他", "可複選")
            + "無　□心臟病　□氣喘　□癲癇　□蠶豆症"
        ),
        Para("　　　　　　　　□糖尿病　□其他：" + line("個人疾病史其他", "____________")),
        Para(
            "二、過敏物質："
            + line("過敏物質", "____________________")
            + "　三、特殊藥物："
            + line("特殊藥物", "____________________")
        ),
        Para(
            "四、家族疾病史："
            + boxes("家族疾病史", "無,有")
            + "，疾病名稱："
            + colon("疾病名稱／家族疾病史疾病名稱", "　　　　　　　　")
            + "稱謂："
            + colon("稱謂／家族疾病史稱謂")
        ),
        Para("五、生長發育及視力："),
        table(
            [1600, 2000, 2000, 2000, 2000],
            ["年級", "身高（公分）", "體重（公斤）", "裸視右眼", "裸視左眼"],
            *([term, *(grid(f"{term}.{name}") for name in measures)] for term in terms),
        ),
        Para("六、醫師檢查："),
        table(
            [1900, 1200, 1200, 3100, 2200],
            row(
                Cell("檢查項目", down=2),
                Cell("檢查結果", span=2),
                Cell("異常說明", down=2),
                Cell("醫師簽章", down=2),
            ),
            row("正常", "異常"),
            *(
                row(
                    part,
                    ticked(f"{part}.檢查結果／{part}", "正常,異常"),
                    "",
                    grid(f"{part}.異常說明"),
                    seal("醫師"),
                )
                for part in parts
            ),
        ),
        Para(
            "七、總評建議："
            + boxes("總評建議", "無明顯異常,定期觀察,轉介治療", gap="　")
            + "，轉介科別："
            + line("轉介科別", "__________")
        ),
        Para(
            "檢查日期："
            + date("檢查日期", "　　年　　月　　日")
            + "　　檢查醫院："
            + colon("檢查醫院")
        ),
        Para("護理師：" + seal("護理師", "　　　　　　　　　") + "家長簽章：" + seal("家長")),
    )


def outing() -> Page:
    """A day out: who goes, how, the course of the day, a checklist, what each pays."""
    checks = ("已投保旅行平安險", "已檢查車輛安全", "已辦理行前說明", "已備妥急救箱")
    return page(
        title(
            sample("學校名稱", "○○國小") + line("學年度", "　　　") + "學年度校外教學實施計畫申請表"
        ),
        table(
            [1700, 1500, 1600, 1600, 1600, 1600],
            row("活動名稱", Cell(right("活動名稱"), span=3), "帶隊教師", right("帶隊教師")),
            row(
                "活動日期",
                Cell(date("活動日期", "　　年　　月　　日（星期　）"), span=3),
                "活動地點",
                right("活動地點"),
            ),
            row(
                "參加班級",
                Cell(
                    line("參加班級.年級／年級／參加年級", "____")
                    + "年級共"
                    + line("參加班級.班數／班級數／班數", "____")
                    + "班",
                    span=3,
                ),
                "編組",
                right("編組"),
            ),
            row(Cell("參加人數", down=2), "學生", "教師", "家長", "工作人員", "合計"),
            row(
                *(
                    unit(f"參加人數.{who}／{who}", "　　") + "人"
                    for who in ("學生", "教師", "家長", "工作人員", "合計")
                )
            ),
            row(
                "交通工具",
                Cell(
                    boxes("交通工具", "遊覽車,公車,步行", gap="　")
                    + "　□其他（"
                    + bracket("交通工具其他", "　　　　")
                    + "）",
                    span=5,
                ),
            ),
            row("租車公司", Cell(right("租車公司"), span=2), "車號", Cell(right("車號"), span=2)),
            row(
                "保險",
                Cell(
                    "保險公司："
                    + colon("保險公司／保險.保險公司", "　　　　　　　　　")
                    + "保額："
                    + colon("保額／保險.保額", "　　　　　")
                    + "萬元",
                    span=5,
                ),
            ),
            row("教學目標", Cell(right("教學目標"), span=5), height=1000),
        ),
        Para("活動流程："),
        table([2000, 4600, 3000], *repeated("活動流程", ("時間", "活動內容", "負責人"), 6)),
        Para("行前檢核："),
        table(
            [4600, 800, 800, 3400],
            ["檢核項目", "是", "否", "備註"],
            *([check, ticked(f"{check}", "是,否"), "", grid(f"{check}.備註")] for check in checks),
        ),
        Para("經費概算："),
        table(
            [2000, 1600, 1600, 1800, 2600],
            ["項目", "單價", "數量", "小計", "說明"],
            *(
                [item, *(grid(f"{item}.{c}") for c in ("單價", "數量", "小計", "說明"))]
                for item in ("車資", "門票", "保險費", "餐費")
            ),
            row(Cell("合計", span=3), grid("合計.小計／合計"), grid("合計.說明", "", "可無")),
        ),
        Para(
            "每生收費："
            + line("每生收費", "______")
            + "元；隨隊護理人員："
            + line("隨隊護理人員", "__________")
            + "；緊急聯絡電話："
            + line("緊急聯絡電話", "______________")
        ),
        Para(
            "承辦人："
            + seal("承辦人", "　　　　　")
            + "教務主任："
            + seal("教務主任", "　　　　　")
            + "學務主任："
            + seal("學務主任", "　　　　　")
            + "校長："
            + seal("校長")
        ),
    )


def bursary() -> Page:
    """The pupil, the family in a block of its own, marks, what is enclosed, an account."""
    return page(
        title(sample("縣市", "○○縣") + "清寒優秀學生教育獎助金申請書"),
        Para(
            "申請日期："
            + date("申請日期", "　　年　　月　　日")
            + "　　　編號："
            + colon("編號", "　　　　　　")
            + "（申請人免填）"
        ),
        table(
            [500, 1400, 2500, 1400, 1500, 2300],
            row(
                Cell("申\n請\n人", down=4),
                "姓名",
                right("申請人.姓名"),
                "性別",
                Cell(boxes("申請人.性別／性別", "男,女", gap=" "), span=2),
            ),
            row(
                "身分證字號",
                right("申請人.身分證字號／身分證字號"),
                "出生年月日",
                Cell(date("申請人.出生年月日／出生年月日", "　年　月　日"), span=2),
            ),
            row(
                "就讀學校",
                right("申請人.就讀學校／就讀學校"),
                "科系年級",
                Cell(right("申請人.科系年級／科系年級"), span=2),
            ),
            row(
                "戶籍地址",
                Cell(
                    line("申請人.戶籍地址.縣市／戶籍地址.縣市／縣市", "　　　")
                    + "縣市"
                    + line("申請人.戶籍地址.鄉鎮市區／戶籍地址.鄉鎮市區／鄉鎮市區", "　　　")
                    + "鄉鎮市區"
                    + line("申請人.戶籍地址.村里／戶籍地址.村里／村里", "　　　")
                    + "村里"
                    + line("申請人.戶籍地址.鄰／戶籍地址.鄰／鄰", "　　")
                    + "鄰",
                    span=4,
                ),
            ),
            row(Cell("家\n庭\n狀\n況", down=4), "稱謂", "姓名", "年齡", "職業", "每月收入"),
            *(
                [who, *(grid(f"{who}.{c}") for c in ("姓名", "年齡", "職業", "每月收入"))]
                for who in ("父", "母", "其他")
            ),
            row(
                Cell("上學期\n成績", span=2),
                Cell(
                    "學業"
                    + unit("上學期成績.學業／學業", "　　　")
                    + "分　德行"
                    + unit("上學期成績.德行／德行", "　　　")
                    + "等第",
                    span=4,
                ),
            ),
            row(
                Cell("清寒事實", span=2),
                Cell(
                    boxes("清寒事實", "低收入戶,中低收入戶,突遭變故,父母失業", "可複選", gap="　"),
                    span=4,
                ),
            ),
            row(
                Cell("已領其他補助", span=2),
                Cell(
                    begun("已領其他補助", "無,有")
                    + "無　□有，名稱："
                    + line("補助名稱／已領其他補助名稱／名稱", "________")
                    + "金額："
                    + line("補助金額／已領其他補助金額／金額", "______")
                    + "元",
                    span=4,
                ),
            ),
            row(Cell("家境說明", span=2), Cell(right("家境說明"), span=4), height=1400),
            row(
                Cell("檢附文件", span=2),
                Cell(
                    boxes(
                        "檢附文件",
                        "成績證明,低收入戶證明,戶口名簿影本,導師證明",
                        "可複選",
                        gap="\n",
                    ),
                    span=4,
                ),
            ),
        ),
        Para(
            "匯款帳戶："
            + line("銀行", "________")
            + "銀行"
            + line("分行", "________")
            + "分行　戶名："
            + line("戶名", "____________")
            + "　帳號："
            + line("帳號", "________________")
        ),
        Para("導師評語："),
        table(1, row(lone("導師評語"), height=1000)),
        Para(
            "申請人簽章："
            + seal("申請人", "　　　　　　　")
            + "家長（監護人）簽章："
            + seal("家長")
        ),
        table(
            [1800, 3000, 1800, 3000],
            row(Cell("審查結果（由學校填寫）", span=4)),
            row(
                "初審",
                boxes("初審", "符合,不符合", gap=" "),
                "核定金額",
                amount("核定金額", "　萬　仟　佰　拾　元"),
            ),
            row("承辦人員", seal("承辦人員"), "教務主任", seal("教務主任")),
        ),
        Para("中　華　民　國" + date("日期", "　　　年　　　月　　　日")),
    )


FORMS = (
    MarkedForm(purchase().title, "Google Docs", lambda: Google().parts(purchase())),
    MarkedForm(portrait().title, "Word", lambda: Word().parts(portrait())),
    MarkedForm(volunteer().title, "WPS", lambda: WpsTaiwan().parts(volunteer())),
    MarkedForm(health().title, "Generator", lambda: WordByDefault().parts(health())),
    MarkedForm(outing().title, "Word", lambda: Word().parts(outing())),
    MarkedForm(bursary().title, "WPS", lambda: WpsTaiwan().parts(bursary())),
)
