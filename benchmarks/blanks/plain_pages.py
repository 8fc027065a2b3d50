"""Pages of little art, of which offices have most: labels with colons, labels beside cells."""

from benchmarks.blanks.corpus import MarkedForm
from benchmarks.blanks.marks import (
    amount,
    below,
    bracket,
    colon,
    comb,
    date,
    line,
    lone,
    right,
    room,
    sample,
    seal,
    unit,
)
from benchmarks.blanks.writers.google import Google
from benchmarks.blanks.writers.page import Box, Cell, Page, Para, heading, page, row, table, title
from benchmarks.blanks.writers.rows import begun, boxes, pairs, plain, under
from benchmarks.blanks.writers.word import WordByDefault
from benchmarks.blanks.writers.wps import Wps, WpsTaiwan


def _colons(*labels: str, section: str = "", room_after: str = "　　　　　　") -> str:
    """Labels with colons in one line, room behind each but the last."""
    front = f"{section}." if section else ""
    last = len(labels) - 1
    return "".join(
        f"{label}：{colon(front + plain(label), room_after if i < last else '')}"
        for i, label in enumerate(labels)
    )


def undertaking() -> Page:
    """Nothing but paragraphs."""
    return page(
        title("獎助生行政契約暨切結書"),
        Para(f"立書人{under('立書人', 10)}（以下簡稱本人）"
             f"申請{under('獎助名稱', 14)}，茲切結如下："),
        Para("一、本人未領取其他公費或獎助：" + boxes("未領取其他公費或獎助", "是,否")),
        Para("二、本人已詳閱實施要點，如有不實，願繳回已領之款項新臺幣"
             + amount("繳回款項", "　　萬　　仟　　佰　　拾　　元整") + "。"),
        Para("三、服務期間自" + date("服務期間.起") + "至" + date("服務期間.迄") + "止，每週（"
             + bracket("每週時數", "　　") + "）小時。"),
        Para("四、" + begun("個人資料使用", "同意,不同意")
             + "同意　□不同意　學校為業務所需使用本人資料。"),
        Para("此　致"),
        Para(sample("學校名稱", "○○市立○○高級中等學校")),
        heading("立書人資料"),
        *(Para(_colons(*labels, section="立書人資料")) for labels in (
            ("學　號", "系　級"), ("身分證字號",), ("出生地",), ("戶籍地址",), ("通訊地址",),
            ("電　話", "手　機"), ("電子信箱",))),
        heading("連帶保證人"),
        *(Para(_colons(*labels, section="連帶保證人")) for labels in (
            ("姓　名", "關　係"), ("身分證字號",), ("戶籍地址",), ("電　話", "服務單位"))),
        Para(f"立書人簽章：{seal('立書人')}　　　　　　連帶保證人簽章：{seal('連帶保證人')}"),
        Para("中　華　民　國" + date("日期", "　　　年　　　月　　　日"), align="center"),
    )  # fmt: skip


def survey_card() -> Page:
    """Labels with colons inside the cells."""

    def cell(label: str, section: str) -> str:
        return f"{label}：{colon(f'{section}.{plain(label)}')}"

    return page(
        title("新生基本資料暨家庭調查卡"),
        Para(_colons("班級", "座號", "填表日", room_after="            ")),
        table(
            [3200, 3200, 3200],
            row(Cell("壹、學生", span=3, shade="EFEFEF")),
            [cell(x, "學生") for x in ("姓名", "英文姓名", "乳名")],
            [f"性別：{boxes('學生.性別', '男,女', box='☐', gap=' ')}",
             f"血型：{boxes('學生.血型', 'A,B,O,AB', box='☐', gap=' ')}",
             f"生日：{date('學生.生日', '  年  月  日')}"],
            row(Cell(cell("戶籍地址", "學生"), span=2), cell("鄰里", "學生")),
            row(Cell(cell("通訊地址", "學生"), span=2), cell("電話", "學生")),
            row(Cell("特殊體質：" + boxes("學生.特殊體質", "無,氣喘,過敏,其他", "可複選", box="☐",
                                      gap=" ") + line("學生.特殊體質其他", "________"), span=3)),
            row(Cell("貳、父親", span=3, shade="EFEFEF")),
            [cell(x, "父親") for x in ("姓名", "職業", "手機")],
            row(cell("教育程度", "父親"), Cell(cell("服務單位", "父親"), span=2)),
            row(Cell("參、母親", span=3, shade="EFEFEF")),
            [cell(x, "母親") for x in ("姓名", "職業", "手機")],
            row(cell("教育程度", "母親"), Cell(cell("服務單位", "母親"), span=2)),
            row(Cell("肆、接送與放學", span=3, shade="EFEFEF")),
            row(Cell("放學方式：" + boxes("放學方式", "家長接送,自行回家,安親班", box="☐", gap=" "),
                     span=2), cell("安親班名稱", "接送與放學")),
            row(Cell("想對老師說的話：\n" + room("想對老師說的話") + "\n", span=3)),
        ),
        Para(f"家長簽名：{seal('家長')}", align="right"),
    )  # fmt: skip


def staff_card() -> Page:
    """Labels beside cells, some of several columns."""
    return page(
        title("教職員工基本資料表"),
        table(
            [1400, 1800, 1400, 1800, 1400, 1800],
            pairs("姓　名", "英文姓名", "到職日"),
            pairs("職　稱", "職務編號", "人員類別"),
            row("身分證字號", Cell(right("身分證字號"), span=2), "出生日期",
                Cell(date("出生日期"), span=2)),
            row("戶籍地址", Cell(right("戶籍地址"), span=5)),
            row("通訊地址", Cell(right("通訊地址"), span=5)),
            pairs("住家電話", "行動電話", "校內分機"),
            row("電子信箱", Cell(right("電子信箱"), span=3), "LINE ID", right("LINE ID")),
            row("最高學歷", Cell(right("最高學歷"), span=3), "畢業年月", right("畢業年月")),
            row("教師證字號", Cell(right("教師證字號"), span=3), "任教科別", right("任教科別")),
            row("兵役", Cell(boxes("兵役", "役畢,免役,未役"), span=3), "身心障礙",
                boxes("身心障礙", "否,是")),
            row("原住民族", Cell(begun("原住民族", "否,是") + "否　□是，族別："
                             + under("族別", 8), span=5)),
            row("現支薪級", Cell(unit("現支薪級", "　　　") + "元", span=2), "年資",
                Cell(unit("年資") + "年", span=2)),
            row("薪資帳戶", Cell("銀行名稱：" + colon("薪資帳戶.銀行名稱") + "\n帳號："
                             + colon("薪資帳戶.帳號"), span=5)),
        ),
        heading("緊急聯絡人"),
        table([1400, 1800, 1400, 1800, 1400, 1800], pairs("姓名", "關係", "電話",
                                                          section="緊急聯絡人")),
        heading("專長與證照"),
        table(1, row(lone("專長與證照"), height=900)),
        Para("本人簽章：" + seal("本人")),
    )  # fmt: skip


def reply_slip() -> Page:
    """A letter to all schools, and a slip to send back."""
    return page(
        title("校際交流參訪申請暨回覆單"),
        Para("【申請學校填寫】", "heading"),
        *(Para(_colons(*labels)) for labels in (
            ("申請學校",), ("參訪主題",), ("帶隊主管", "職稱"), ("聯絡人", "聯絡電話"),
            ("傳真號碼", "電子郵件"))),
        Para(f"參訪日期：{date('參訪日期', '　　年　　月　　日　　時　　分')}"),
        Para(f"參訪人數：教師{line('參訪人數.教師', '____')}人、"
             f"學生{line('參訪人數.學生', '____')}人"),
        Para("參訪內容：" + begun("參訪內容", "校園導覽,課程觀摩,行政座談,其他", "可複選")
             + "校園導覽"),
        Para("　　　　　□課程觀摩"),
        Para("　　　　　□行政座談"),
        Para("　　　　　□其他（" + bracket("參訪內容其他", "　　　　　　　　") + "）"),
        Para("交通方式：" + boxes("交通方式", "遊覽車,大眾運輸,自行開車", box="○")),
        Box((Para("承辦學校：" + colon("承辦學校")),
             Para("截止日：" + colon("截止日"))), 3600, 1100),
        Para("【受訪學校回覆】", "heading"),
        Para("一、" + begun("回覆結果", "同意參訪,礙難同意") + "同意參訪　□礙難同意，理由："
             + under("理由", 16)),
        Para("二、接待人員：" + colon("接待人員")),
        Para("三、集合地點：" + colon("集合地點")),
        Para("四、注意事項："),
        Para(line("注意事項", "＿" * 32)),
        Para("五、停車位：大客車（" + bracket("停車位.大客車", "　　") + "）位、小客車（"
             + bracket("停車位.小客車", "　　") + "）位"),
        Para(f"承辦人：{seal('承辦人')}　　　　單位主管：{seal('單位主管')}"
             f"　　　　校長：{seal('校長')}"),
        Para("回覆日期：" + date("回覆日期")),
        "請以正楷填寫，日期請以民國年月日7碼填寫；回覆期限：收文後七日內。",
    )  # fmt: skip


def results() -> Page:
    """Cells without labels under headings, and photographs with captions."""
    photos = "一二三四五六"
    return page(
        title("教育優先區計畫執行成果報告表"),
        table([1600, 3200, 1600, 3200], pairs("學校名稱", "計畫名稱"), pairs("活動名稱", "承辦人"),
              row("活動日期", date("活動日期"), "參加人數", unit("參加人數", "　　　") + "人次"),
              row("活動地點", right("活動地點"), "執行率", unit("執行率", "　　") + "％")),
        *(block for name in ("一、活動內容", "二、執行情形", "三、成效評估", "四、檢討與建議：")
          for block in (heading(name), table(1, row(lone(name[2:].rstrip("：")), height=900)))),
        heading("五、活動照片"),
        table(
            2,
            *(each for i in range(0, 6, 2) for each in (
                row(lone(f"照片{photos[i]}"), lone(f"照片{photos[i + 1]}"), height=1400),
                [f"照片{p}：{colon(f'照片{p}.說明／照片{p}說明')}" for p in photos[i : i + 2]])),
        ),
        table(2, ["家長回饋", "學生回饋"], row(below("家長回饋"), below("學生回饋"), height=900)),
        Para(f"填表人：{colon('填表人', '　　　　　　')}電話：{colon('電話')}"),
    )  # fmt: skip


def title_application() -> Page:
    """专业技术职务: labels beside cells, in simplified characters."""
    return page(
        title("专业技术职务任职资格评审简表"),
        Para(f"单位：{colon('单位', '                    ')}申报专业：{colon('申报专业')}"),
        table(
            [1300, 1900, 1300, 1900, 1300, 1900],
            pairs("姓名", "性别", "出生年月"),
            pairs("参加工作时间", "政治面貌", "身体状况"),
            pairs("现任职务", "任职时间", "申报职务"),
            row("最高学历", Cell(right("最高学历"), span=2), "毕业院校",
                Cell(right("毕业院校"), span=2)),
            row("外语成绩", Cell(unit("外语成绩", "    ") + "分", span=2), "计算机成绩",
                Cell(unit("计算机成绩", "    ") + "分", span=2)),
            row("近五年考核", Cell(boxes("近五年考核", "优秀,合格,不合格", box="□", gap="  "),
                              span=5)),
            row("联系方式", Cell("手机：" + colon("联系方式.手机") + "\n邮箱："
                             + colon("联系方式.邮箱"), span=5)),
            row("身份证号", Cell(comb("身份证号", "□" * 18), span=5)),
            row("主要业绩", Cell(right("主要业绩"), span=5), height=1500),
            row("论文著作", Cell(right("论文著作"), span=5), height=1200),
            row("单位意见", Cell(f"\n（公章）{seal('单位')}\n{date('单位意见.日期')}", span=5)),
            row("评委会意见", Cell("应到" + under("评委会意见.应到", 4) + "人，实到"
                              + under("评委会意见.实到", 4) + "人，同意"
                              + under("评委会意见.同意", 4) + "人，不同意"
                              + under("评委会意见.不同意", 4) + "人", span=5)),
        ),
        Para("填表人：" + colon("填表人", "            ") + "联系电话：" + colon("联系电话")),
    )  # fmt: skip


FORMS = (
    MarkedForm(undertaking().title, "WPS", lambda: WpsTaiwan().parts(undertaking())),
    MarkedForm(survey_card().title, "Google Docs", lambda: Google().parts(survey_card())),
    MarkedForm(staff_card().title, "Google Docs", lambda: Google().parts(staff_card())),
    MarkedForm(reply_slip().title, "Generator", lambda: WordByDefault().parts(reply_slip())),
    MarkedForm(results().title, "WPS", lambda: WpsTaiwan().parts(results())),
    MarkedForm(title_application().title, "WPS", lambda: Wps().parts(title_application())),
)
