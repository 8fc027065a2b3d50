"""Papers about persons: application, curriculum vitae, list of addresses, signing in."""

from benchmarks.blanks.marks import (
    below,
    bracket,
    choice,
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
    several,
    unit,
)
from benchmarks.blanks.word import Block, Cell, c, p, row, tbl, text_box, under, word_form

entry = word_form(
    "報名表",
    p(
        sample("主辦單位", "○○○") + "{ins:113學年度}{del:112學年度}親子路跑暨園遊會　報名表",
        align="center",
        size=32,
    ),
    text_box("報名序號：" + colon("報名序號"), "（由主辦單位填寫）"),
    tbl(
        [2.6, 3.4, 2.2, 3.2, 1.8, 3.6],
        row(
            c("參賽組別＊", align="center"),
            c(
                choice("參賽組別", "國小組,國中組,高中職組,社會組", "□國小組")
                + "　□國中組　□高中職組\n□社會組（須年滿18歲）",
                5,
            ),
        ),
        [
            "姓　　名＊",
            right("姓名"),
            "性　　別＊",
            choice("性別", "男,女,其他", "□男□女□其他"),
            c("照片黏貼處\n（2吋半身脫帽）", 2, v=True, align="center"),
        ],
        row(
            "出生年月日＊",
            date("出生年月日", "民國　　年　　月　　日"),
            "身分證字號＊",
            right("身分證字號"),
            under(2),
        ),
        row("就讀學校\n(服務單位)", right("就讀學校"), "年級/職稱", right("年級職稱"), under(2)),
        row("通訊地址＊", c(comb("郵遞區號", "□□□□□") + lone("通訊地址", "　　　　"), 5)),
        row(
            "聯絡電話＊",
            c(
                "（公）"
                + lone("聯絡電話.公", "　　　　　　　")
                + "（宅）"
                + lone("聯絡電話.宅", "　　　　　　　")
                + "（手機）"
                + lone("聯絡電話.手機／手機", ""),
                5,
            ),
        ),
        row("E-mail", c(right("E-mail"), 5)),
        row(
            "衣服尺寸",
            c(choice("衣服尺寸", "XS,S,M,L,XL,2XL", "□XS　□S　□M　□L　□XL　□2XL"), 3),
            "飲食",
            choice("飲食", "葷,素", "□葷□素"),
        ),
        row(
            c("緊急聯絡人", v=True),
            "姓　　名",
            right("緊急聯絡人.姓名"),
            "關　　係",
            c(right("緊急聯絡人.關係／關係"), 2),
        ),
        row(under(), "電　　話", c(right("緊急聯絡人.電話／電話"), 4)),
        row(
            "交通方式",
            c(
                several("交通方式", "自行前往,搭乘接駁車", "□自行前往　□搭乘接駁車，共")
                + line("搭乘接駁車人數", "＿＿＿＿")
                + "人（上車地點："
                + choice("上車地點", "火車站,捷運站")
                + "）",
                5,
            ),
        ),
        row(
            c("病史調查", align="center"),
            c(
                several("病史調查", "無,心臟病,高血壓,氣喘,其他", "□無　□心臟病　□高血壓　□氣喘")
                + "\n□其他："
                + line("病史調查其他", "________________"),
                5,
            ),
        ),
        row(
            "得知活動\n訊息管道",
            c(
                several(
                    "得知活動訊息管道",
                    "官方網站,臉書,海報,親友介紹,其他",
                    "□官方網站□臉書□海報□親友介紹□其他(",
                )
                + bracket("得知活動訊息管道其他", "        ")
                + ")",
                5,
            ),
        ),
        row("備　　註", c(right("備註"), 5), height=1.5),
    ),
    p("一、報名日期：即日起至額滿為止。報名費：", size=22),
    p("（一）國小組每人新臺幣200元；社會組每人新臺幣500元。", size=22),
    p("二、出生年月日請以民國年月日7碼填寫，如0850101。", size=22),
    p("本人已詳閱簡章並同意遵守相關規定，如有不實願負一切責任。"),
    p(
        "報名者簽名："
        + seal("報名者", "__________________")
        + "　　法定代理人簽名："
        + seal("法定代理人", "__________________")
    ),
    p("填表日期：" + date("填表日期", "　　　年　　　月　　　日"), align="right"),
)


def job(number: int) -> list[Block]:
    """Three jobs, one below the other, with the same labels in each."""
    name = f"職務{number}"
    labels: list[list[Cell | str]] = [
        [
            f"職務{number}",
            "聘僱單位",
            c(right(f"{name}.聘僱單位"), 2),
            "職稱",
            right(f"{name}.職稱"),
        ],
        [
            "",
            "起訖年月",
            c(
                date(f"{name}.起訖年月.起", "　　年　　月")
                + "至"
                + date(f"{name}.起訖年月.迄", "　　年　　月"),
                2,
            ),
            "專／兼任",
            choice(f"{name}.專兼任", "專任,兼任", "□專任 □兼任"),
        ],
        ["", "工作內容", c(right(f"{name}.工作內容"), 4)],
    ]
    rows = [row(c(f"職務{number}", v=True, align="center"), *labels[0][1:])]
    rows += [row(under(), *each[1:]) for each in labels[1:]]
    return [tbl([1.6, 2.4, 3.6, 3.0, 2.2, 4.0], *rows)]


resume = word_form(
    "履歷表",
    p("專業人員履歷表", align="center", size=36),
    tbl(
        [2.4, 3.6, 2.2, 3.6, 2.2, 2.8],
        row(
            "中文姓名",
            right("中文姓名"),
            "英文姓名",
            right("英文姓名"),
            c("近三個月內\n二吋半身\n正面照片", 2, v=True),
        ),
        row(
            "出生日期",
            date("出生日期", "民國　　年　　月　　日"),
            "性別",
            choice("性別", "男,女", "") + "{pua:F063}男　{pua:F063}女",
            under(2),
        ),
        row(
            "身分證號",
            right("身分證號"),
            "婚姻",
            choice("婚姻", "已婚,未婚", "") + "{pua:F063}已婚　{pua:F063}未婚",
            under(2),
        ),
        row(
            "兵役",
            c(
                choice("兵役", "役畢,未役,免役", "")
                + "{pua:F063}役畢　{pua:F063}未役　{pua:F063}免役，原因："
                + line("免役原因", "__________"),
                5,
            ),
        ),
        row(c("通訊處", v=True), "戶籍地址", c(right("戶籍地址／通訊處.戶籍地址"), 4)),
        row(
            under(),
            "現居地址",
            c(
                choice("現居地址同戶籍／通訊處.現居地址同戶籍", "同戶籍地址", "", "可無")
                + "{pua:F063}同戶籍地址　"
                + right("現居地址／通訊處.現居地址", ""),
                4,
            ),
        ),
        row(
            under(),
            "電　　話",
            c(
                "住家："
                + colon("電話.住家／通訊處.電話.住家／住家電話", "　　　　　　　　")
                + "行動："
                + colon("電話.行動／通訊處.電話.行動／行動電話"),
                4,
            ),
        ),
        row(under(), "電子郵件", c(right("電子郵件／通訊處.電子郵件"), 4)),
    ),
    p("學歷（由最高學歷依序填寫）"),
    tbl(
        [4.0, 3.0, 1.6, 1.6, 1.6, 1.6, 3.4],
        row(
            c("學校名稱", v=True),
            c("科系（所）", v=True),
            c("修業起迄年月", 4, align="center"),
            c("學位", v=True),
            head=True,
        ),
        row(under(), under(), "起年", "起月", "迄年", "迄月", under(), head=True),
        row(
            column("學歷.學校名稱", 3),
            column("學歷.科系", 3),
            column("學歷.起年", 3),
            column("學歷.起月", 3),
            column("學歷.迄年", 3),
            column("學歷.迄月", 3),
            column("學歷.學位", 3),
        ),
        *[row(*[""] * 7) for _ in range(2)],
    ),
    p("經歷（如有不足，請自行增列）"),
    *job(1),
    *job(2),
    *job(3),
    p("語文能力"),
    tbl(
        [3.4, 3.4, 3.4, 3.4, 3.2],
        ["語　　文", "聽", "說", "讀", "寫"],
        *[
            [
                language,
                *[
                    choice(
                        f"{language.replace('　', '')}.{skill}", "精通,普通,略懂", "□精通□普通□略懂"
                    )
                    for skill in "聽說讀寫"
                ],
            ]
            for language in ("英　　語", "日　　語")
        ],
    ),
    tbl(
        [3.2, 13.6],
        row("專長與證照", right("專長與證照"), height=2),
        row("自傳\n（500字以內）", right("自傳"), height=5),
        row("可到職日", date("可到職日", "　　年　　月　　日")),
        row("希望待遇", "月薪" + unit("希望待遇", "　　　　") + "元"),
    ),
    p("以上所填資料均屬實，如有虛偽願負法律責任。　　填表人：" + seal("填表人")),
    footer=p("本表所蒐集之個人資料僅供甄選使用", size=18),
)

addresses = word_form(
    "通訊錄",
    p(
        "{u:"
        + line("學年度", "　　　")
        + "}學年度　{u:"
        + line("社團名稱", "　　　　　　　　")
        + "}　社員通訊錄",
        align="center",
        size=32,
    ),
    p(
        "指導老師："
        + colon("指導老師", "　　　　　　　　　")
        + "　社長："
        + colon("社長", "　　　　　　　")
        + "　聯絡電話："
        + colon("聯絡電話")
    ),
    tbl(
        [1.1, 1.6, 1.2, 2.4, 1.2, 3.0, 3.6, 2.7],
        row(
            c("序號", v=True),
            c("班　級", 2),
            c("姓名", v=True),
            c("性別", v=True),
            c("聯絡方式", 2),
            c("備註", v=True),
            head=True,
        ),
        row(under(), "年班", "座號", under(), under(), "手機", "電子信箱", under(), head=True),
        row("例", "801", "5", "林大華", "男", "0912-345678", "abc@mail.edu.tw", "（範例，請刪除）"),
        row(
            column("社員.序號／＊.序號", 12, "", "可無"),
            column("社員.年班／＊.年班", 12),
            column("社員.座號／＊.座號", 12),
            column("社員.姓名／＊.姓名", 12),
            column("社員.性別／＊.性別", 12),
            column("社員.手機／＊.手機", 12),
            column("社員.電子信箱／＊.電子信箱", 12),
            column("社員.備註／＊.備註", 12),
        ),
        *[row(*[""] * 8) for _ in range(11)],
    ),
    p(
        "社員合計：男"
        + line("男生人數", "____")
        + "人，女"
        + line("女生人數", "____")
        + "人，共"
        + line("合計人數", "____")
        + "人"
    ),
    tbl(
        [2.4, 3.4, 3.6, 3.6, 3.8],
        ["幹部", "姓　名", "班　級", "手　機", "LINE ID"],
        *[
            [post, *[grid(f"{post}.{what}") for what in ("姓名", "班級", "手機", "LINE ID")]]
            for post in ("社長", "副社長", "總務")
        ],
    ),
    p(
        "填表人："
        + colon("填表人", "　　　　　　　　　　")
        + "填表日期："
        + date("填表日期", "　　/　　/　　", "可無")
    ),
    p("【本通訊錄僅供社團聯繫使用，請妥善保管。】", size=20),
)

signing = word_form(
    "簽到表",
    p("教師專業成長研習簽到表", align="center", size=36),
    tbl(
        [2.6, 6.0, 2.6, 5.6],
        row("研習名稱", c(right("研習名稱"), 3)),
        [
            "研習日期",
            date("研習日期", "　　年　　月　　日")
            + "（星期"
            + bracket("星期", "　　", "可無")
            + "）",
            "研習時間",
            date("研習時間.起", "　　時　　分") + "至" + date("研習時間.迄", "　　時　　分"),
        ],
        ["研習地點", right("研習地點"), "講　　師", right("講師")],
        ["主辦單位", right("主辦單位"), "研習時數", unit("研習時數", "　") + "小時"],
    ),
    tbl(
        [1.4, 4.4, 3.0, 2.8, 2.6, 2.6],
        row(
            c("編號", v=True),
            c("服務學校", v=True),
            c("姓名", v=True),
            c("職稱", v=True),
            c("簽　　名", 2),
            head=True,
        ),
        row(under(), under(), under(), under(), "上午", "下午", head=True),
        row(
            "1",
            column("學員.服務學校", 15),
            column("學員.姓名", 15),
            column("學員.職稱", 15),
            seal("上午"),
            seal("下午"),
        ),
        *[row(str(n), *[""] * 5) for n in range(2, 16)],
    ),
    p(
        "應到"
        + line("應到人數", "　　　　", "可無")
        + "人　實到"
        + line("實到人數", "　　　　", "可無")
        + "人　缺席"
        + line("缺席人數", "　　　　", "可無")
        + "人"
    ),
    p(
        "承辦人："
        + seal("承辦人", "　　　　　　　")
        + "教務主任："
        + seal("教務主任", "　　　　　　　")
        + "校長："
        + seal("校長")
    ),
)

card = word_form(
    "會員入會申請書",
    p(
        "社團法人" + sample("協會名稱", "○○縣○○協會", "可無") + "　入會申請書",
        align="center",
        size=32,
    ),
    tbl(
        [1.8, 2.4, 1.4, 1.6, 1.8, 2.6, 1.8, 3.4],
        ["姓　名", "性別", "血型", "籍貫", "出生日期", "學　　歷", "宗教信仰", "職　　業"],
        row(
            below("姓名"),
            choice("性別", "男,女", "") + "{box}男\n{box}女",
            below("血型"),
            below("籍貫"),
            below("出生日期"),
            below("學歷"),
            below("宗教信仰"),
            below("職業"),
            height=1.6,
        ),
        row(c("服務單位", 2), c(right("服務單位"), 4), "職稱", right("職稱")),
        row(
            c("會員類別", 2),
            c(
                choice("會員類別", "個人會員,團體會員,贊助會員,學生會員", "")
                + "{box}個人會員　{box}團體會員　{box}贊助會員　{box}學生會員",
                6,
            ),
        ),
        row(
            c("戶籍地址", 2),
            c(
                control("戶籍地址.縣市／縣市")
                + "{field}縣市"
                + control("戶籍地址.鄉鎮市區／鄉鎮市區")
                + "{field}鄉鎮市區"
                + control("戶籍地址.路段／路段")
                + "{field}",
                6,
            ),
        ),
        row(
            c("聯絡電話", 2),
            c(
                "日："
                + control("聯絡電話.日")
                + "{field}　夜："
                + control("聯絡電話.夜")
                + "{field}　手機："
                + control("聯絡電話.手機／手機")
                + "{field}",
                6,
            ),
        ),
        row(c("電子信箱", 2), c(control("電子信箱") + "{field}", 6)),
        row(c("專長", 2), c(right("專長"), 6), height=1.2),
    ),
    p(
        "介紹人一："
        + line("介紹人一", "＿＿＿＿＿＿＿＿")
        + "　介紹人二："
        + line("介紹人二", "＿＿＿＿＿＿＿＿")
    ),
    p("申請人：" + seal("申請人", "＿＿＿＿＿＿＿＿") + "（簽章）"),
    p("------------------（以下由本會填寫）------------------", align="center"),
    tbl(
        [2.4, 6.0, 2.4, 6.0],
        [
            "審查結果",
            choice("審查結果", "通過,不通過", "□通過　□不通過，原因：")
            + line("不通過原因／原因", "______"),
            "審查日期",
            date("審查日期", "　年　月　日"),
        ],
        ["會員編號", right("會員編號"), "會費", choice("會費", "已繳,未繳", "□已繳□未繳")],
    ),
)

FORMS = (entry, resume, addresses, signing, card)
