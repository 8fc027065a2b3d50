"""申請書 of Japan, as Word, Google Docs and generators of files write them."""

from benchmarks.blanks.corpus import MarkedForm
from benchmarks.blanks.marks import (
    amount,
    below,
    bracket,
    colon,
    comb,
    date,
    line,
    right,
    room,
    sample,
    seal,
    unit,
)
from benchmarks.blanks.writers.google import Google
from benchmarks.blanks.writers.page import Cell, Page, Para, heading, page, row, table, title
from benchmarks.blanks.writers.rows import begun, boxes, cross_table, pairs, repeated, under
from benchmarks.blanks.writers.word import Word, WordByDefault

ERA = "大正・昭和・平成"


class Japan(Word):
    font = "ＭＳ 明朝"
    latin = "Century"
    language = "ja-JP"


class JapanByDefault(WordByDefault):
    font = "ＭＳ 明朝"
    language = "ja-JP"


def residence() -> Page:
    return page(
        Para("様式第１号（第４条関係）"),
        title("住民票の写し等交付申請書"),
        Para(f"令和{date('申請日／日期', '　　年　　月　　日')}", align="right"),
        Para(f"（あて先）{sample('あて先', '○○市長')}"),
        heading("１　窓口に来られた方"),
        table(
            [1400, 4000, 1400, 2800],
            row("フリガナ", right("窓口に来られた方.フリガナ"), Cell("生年月日", down=2),
                Cell(f"{ERA}・令和\n{date('窓口に来られた方.生年月日')}", down=2)),
            row("氏　　名", right("窓口に来られた方.氏名")),
            row("住　　所", Cell(right("窓口に来られた方.住所"), span=3)),
            row("電話番号", f"（{bracket('窓口に来られた方.電話番号', '　　　　　　　')}）",
                "必要な方との関係",
                boxes("必要な方との関係", "本人,同一世帯,代理人", gap="\n")),
        ),
        heading("２　どなたの住民票が必要ですか"),
        table(
            [1400, 4000, 1400, 2800],
            pairs("ふりがな", "世帯主名", section="必要な方"),
            row("氏　　名", right("必要な方.氏名"), "生年月日",
                f"{ERA}{date('必要な方.生年月日')}"),
            row("住　　所", Cell(begun("必要な方.同上", "同上", "可無") + "同上\n"
                             + room("必要な方.住所"), span=3)),
        ),
        heading("３　必要なもの"),
        table(
            [3000, 3600, 3000],
            row("種　類", "記載事項（必要なものに☑）", "通　数", header=True),
            *(row(kind, boxes(f"{kind}.記載事項", "続柄,本籍,個人番号", "可複選"),
                  unit(f"{kind}.通数", "　　") + "通")
              for kind in ("世帯全員の写し", "世帯一部の写し", "除票の写し")),
        ),
        Para("４　使用目的　　" + begun("使用目的", "年金,運転免許,その他") + "年金　□運転免許　"
             f"□その他（{bracket('使用目的その他', '　　　　　　　　')}）"),
        table(
            4,
            row(Cell("※職員記入欄（記入しないでください）", span=4, shade="DDDDDD")),
            row("本人確認", "免・個・旅・保", "受付印", seal("受付印")),
        ),
    )  # fmt: skip


def facility() -> Page:
    return page(
        title("学校施設使用許可申請書"),
        Para(date("申請日／日期", "　　　年　　月　　日"), align="right"),
        Para(f"{sample('宛先', '○○市教育委員会教育長')}　様"),
        Para(f"申請者　住　所　{line('申請者.住所', '＿＿＿＿＿＿＿＿＿＿')}"),
        Para(f"　　　　団体名　{line('申請者.団体名', '＿＿＿＿＿＿＿＿＿＿')}"),
        Para(f"　　　　代表者氏名　{line('申請者.代表者氏名', '＿＿＿＿＿＿＿＿')}　㊞"),
        Para(f"　　　　電　話　{line('申請者.電話', '＿＿＿＿＿＿＿＿＿＿')}"),
        "下記のとおり学校施設を使用したいので、許可くださるよう申請します。",
        Para("記", align="center"),
        table(
            [2200, 7400],
            ["使用学校名", f"○○市立{under('使用学校名', 14)}学校"],
            ["使用施設", boxes("使用施設", "体育館,運動場,音楽室,会議室", "可複選", box="□")],
            ["使用日時", f"{date('使用日時.開始', '　　年　　月　　日（　）　　時　　分')}から\n"
                     f"{date('使用日時.終了', '　　年　　月　　日（　）　　時　　分')}まで"],
            ["使用目的", right("使用目的")],
            ["使用人数", f"大人{line('使用人数.大人', '＿＿＿')}人　"
                     f"子ども{line('使用人数.子ども', '＿＿＿')}人"],
            ["使用責任者", f"氏名：{colon('使用責任者.氏名')}\n住所：{colon('使用責任者.住所')}\n"
                      f"電話：{colon('使用責任者.電話')}"],
            ["火気の使用", boxes("火気の使用", "有,無", box="○", gap="・")],
            ["入場料の徴収", "⟦勾選|入場料の徴収|□|選項=する,しない⟧する（１人"
                       f"{line('入場料', '＿＿＿＿')}円）\n□しない"],
        ),
        heading("使用料計算（職員が計算しますので、区分と時間のみ記入してください。）"),
        table(4, *cross_table(("午前", "午後", "夜間"), ("使用時間", "単価", "金額"), "区分",
                              section="使用料計算")),
        Para(f"使用料合計　金{amount('使用料合計', '　　万　　千　　百　　拾　　円也')}"),
        table([1600] * 6, row("校長", "教頭", "事務", "係長", "課長", "教育長"),
              row(*(seal(n) for n in ("校長", "教頭", "事務", "係長", "課長", "教育長")),
                  height=900)),
    )  # fmt: skip


def allowance() -> Page:
    return page(
        title("児童手当　認定請求書"),
        table(
            [1500, 1200, 2400, 1500, 3000],
            row(Cell("請求者", down=5), "フリガナ", right("請求者.フリガナ"), "性別",
                boxes("請求者.性別", "男,女", box="□", gap="・")),
            row("氏名", right("請求者.氏名"), "生年月日",
                f"昭和・平成{date('請求者.生年月日', '　　年　　月　　日')}"),
            row("住所", Cell("〒" + line("請求者.郵便番号", "＿＿＿－＿＿＿＿") + "\n"
                             + room("請求者.住所"), span=3)),
            row("個人番号", Cell(comb("請求者.個人番号", "□□□□　□□□□　□□□□"), span=3)),
            row("職業", boxes("請求者.職業", "会社員,自営業,無職", gap="\n"), "勤務先",
                right("請求者.勤務先")),
            row(Cell("振込先", down=3), "金融機関名",
                under("振込先.金融機関名", 12) + "銀行・信用金庫", "支店名",
                right("振込先.支店名")),
            row("口座種別", boxes("振込先.口座種別", "普通,当座"), "口座番号",
                comb("振込先.口座番号", "□□□□□□□")),
            row("口座名義", Cell(right("振込先.口座名義"), span=3)),
        ),
        Para("児童について（18歳に達する日以後の最初の3月31日までの間にある児童）"),
        table(
            [600, 2000, 1000, 2000, 1400, 2600],
            *repeated("児童", ("氏名（フリガナ）", "続柄", "生年月日", "同居・別居", "住所"), 4,
                      number="№"),
        ),
        table(2, ["別居の理由", "児童を監護していることの説明"],
              row(below("別居の理由"), below("児童を監護していることの説明"), height=1400)),
        Para("上記のとおり請求します。"),
        Para(f"令和{date('請求日／日期', '　　年　　月　　日')}　請求者氏名　"
             f"{line('請求者.氏名／請求者氏名', '＿＿＿＿＿＿＿＿', '同名')}　㊞"),
        table(4, ["受付", seal("受付"), "決裁", seal("決裁")],
              ["認定番号", right("認定番号"), "支給開始年月",
               date("支給開始年月", "　　年　　月")]),
    )  # fmt: skip


FORMS = (
    MarkedForm(residence().title, "Word", lambda: Japan().parts(residence())),
    MarkedForm(facility().title, "Generator", lambda: JapanByDefault().parts(facility())),
    MarkedForm(allowance().title, "Google Docs", lambda: Google().parts(allowance())),
)
