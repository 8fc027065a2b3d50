"""Held out: forms of Japan, the mainland and in English."""

from functools import partial

from benchmarks.blanks.corpus import MarkedForm
from benchmarks.blanks.held_out.resaved import kept, workshop
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
    room,
    seal,
    unit,
)
from benchmarks.blanks.writers.page import Cell, Page, Para, heading, page, row, table, title
from benchmarks.blanks.writers.rows import boxes, under
from benchmarks.blanks.writers.word import WordByDefault
from benchmarks.blanks.writers.wps import Wps


def resume() -> Page:
    """履歴書: labels in the corner of their own cells, columns of years and months."""
    return page(
        title("履　歴　書"),
        Para(date("作成日／日期", "　　　年　　月　　日") + "現在", align="right"),
        table(
            [1300, 3900, 1800, 2600],
            row("ふりがな", Cell(right("ふりがな"), span=2),
                Cell("写真をはる位置\n（縦4cm 横3cm）", down=3)),
            row("氏　　名", Cell(right("氏名"), span=2), height=900),
            row(Cell(f"{date('生年月日', '　　　年　　月　　日')}生（満{line('年齢', '＿＿')}歳）",
                     span=2), "※" + boxes("性別", "男,女", box="○",
                                                                  gap="・")),
            row("ふりがな", right("現住所.ふりがな"), Cell("電話\n" + room("現住所.電話"), down=2,
                                                   span=2)),
            row("現住所", f"〒（{bracket('現住所.郵便番号', '　　　－　　　　')}）\n"
                       + room("現住所")),
            row("ふりがな", right("連絡先.ふりがな"), Cell("電話\n" + room("連絡先.電話"), down=2,
                                                   span=2)),
            row("連絡先", "〒（" + bracket("連絡先.郵便番号", "　　　－　　　　")
                + "）　（現住所以外に連絡を希望する場合のみ記入）\n" + room("連絡先")),
        ),
        table([1300, 900, 7400], ["年", "月", "学歴・職歴（各別にまとめて書く）"],
              [column(f"学歴・職歴.{c}", 8) for c in ("年", "月", "学歴・職歴")],
              *(["", "", ""] for _ in range(7))),
        table([1300, 900, 7400], ["年", "月", "免許・資格"],
              [column(f"免許・資格.{c}", 4) for c in ("年", "月", "免許・資格")],
              *(["", "", ""] for _ in range(3))),
        table(
            [5600, 4000],
            [Cell("志望の動機、特技、好きな学科など\n" + room("志望の動機") + "\n\n", down=3),
             f"通勤時間　約{line('通勤時間.時間', '＿＿')}時間{line('通勤時間.分', '＿＿')}分"],
            ["扶養家族数（配偶者を除く）　" + line("扶養家族数", "＿＿") + "人"],
            ["配偶者　" + boxes("配偶者", "有,無", box="□", gap="・")],
            [Cell("本人希望記入欄（特に給料・職種・勤務時間・勤務地など）\n"
                  + room("本人希望記入欄") + "\n", span=2)],
        ),
    )  # fmt: skip


def reimbursement() -> Page:
    """费用报销单: an amount in cells of one digit each, a stub, checks in brackets."""
    digits = ["十", "万", "千", "百", "十", "元", "角", "分"]
    return page(
        title("费 用 报 销 单"),
        Para(f"报销部门：{under('报销部门', 12)}  {date('报销日期', '     年   月   日')}填  "
             f"单据及附件共{under('附件页数', 4)}页"),
        table(
            [2600, 1800, *[380] * 8, 1000, 1160],
            row(Cell("用  途", down=2), Cell("摘  要", down=2), Cell("金  额", span=8),
                Cell("备注", down=2, span=2)),
            row(*digits),
            row(column("明细.用途", 5), column("明细.摘要", 5), column("明细.金额", 5), *[""] * 7,
                Cell(column("明细.备注", 5), span=2)),
            *(row("", "", *[""] * 8, Cell("", span=2)) for _ in range(4)),
            row(Cell("合  计", span=2), comb("合计"), *[""] * 7, 
                Cell(lone("合计.备注", "", "可無"), span=2)),
            row("金额大写", Cell(
                amount("金额大写", "    拾    万    仟    佰    拾    元    角    分"), span=9),
                "原借款", unit("原借款", "    ") + "元"),
            row("支付方式", Cell("⟦勾選|支付方式|(  )|選項=现金,转账,支票⟧现金  (  )转账  (  )支票",
                             span=9), "应退余款", unit("应退余款", "    ") + "元"),
            row("开户行", Cell(right("开户行"), span=9), "账号", right("账号")),
        ),
        Para(f"会计主管 {seal('会计主管')}        复核 {seal('复核')}        出纳 {seal('出纳')}"
             f"        报销人 {seal('报销人')}        领款人 {seal('领款人')}"),
        heading("附：出差行程（如有）"),
        table(
            [1600, 1600, 1600, 1600, 3200],
            ["行程", "出发地", "到达地", "交通工具", "票价（元）"],
            *([n, *(grid(f"{n}.{c}") for c in ("出发地", "到达地", "交通工具", "票价"))]
              for n in ("去程", "返程")),
        ),
        Para(f"出差事由：{colon('出差事由')}"),
        Para(f"同行人员：{colon('同行人员', '                    ')}天数：{colon('天数')}"),
    )  # fmt: skip


FORMS = (
    MarkedForm(resume().title, "Generator", lambda: WordByDefault().parts(resume())),
    MarkedForm(reimbursement().title, "WPS", lambda: Wps().parts(reimbursement())),
    MarkedForm(workshop().title, "LibreOffice", partial(kept, "workshop")),
)
