"""申请表 of the mainland, in simplified characters, as WPS writes them."""

from functools import partial

from benchmarks.blanks.corpus import MarkedForm
from benchmarks.blanks.marks import (
    amount,
    bracket,
    colon,
    comb,
    date,
    grid,
    line,
    right,
    room,
    sample,
    seal,
    unit,
)
from benchmarks.blanks.writers.page import Box, Cell, Page, Para, heading, page, row, table, title
from benchmarks.blanks.writers.rows import boxes, pairs, repeated, ticked, under
from benchmarks.blanks.writers.wps import Wps


def post_registration() -> Page:
    photo = Cell("贴照片处\n（近期一寸免冠）", down=4)
    return page(
        title("教师岗位应聘登记表"),
        Para(f"应聘岗位：{under('应聘岗位', 16)}    编号：{under('编号', 8)}"),
        table(
            [1200, 1400, 1200, 1400, 1200, 1600, 1600],
            row(*pairs("姓  名", "性  别", "出生年月"), photo),
            row(*pairs("民  族", "籍  贯", "政治面貌")),
            row("学  历", right("学历"), "学  位", right("学位"), "健康状况",
                right("健康状况")),
            row("婚姻状况", Cell(boxes("婚姻状况", "未婚,已婚,离异"), span=5)),
            row("身份证号", Cell(comb("身份证号", "□" * 18), span=6)),
            row("联系电话", Cell(right("联系电话"), span=2), "电子邮箱",
                Cell(right("电子邮箱"), span=3)),
            row("通讯地址", Cell(right("通讯地址"), span=4), "邮编", right("邮编")),
            row(Cell("教育经历（从高中填起）", span=7, shade="D9D9D9")),
            row(Cell("起止时间", span=2), Cell("毕业院校", span=2), "专业",
                Cell("学历／学位", span=2)),
            *_spread("教育经历", ("起止时间", "毕业院校", "专业", "学历/学位"), 3),
            row(Cell("家庭成员", down=4), "称谓", "姓名", "年龄", Cell("工作单位及职务", span=2),
                "电话"),
            row("⟦重複列|家庭成员.称谓||列數=3⟧", "⟦重複列|家庭成员.姓名||列數=3⟧",
                "⟦重複列|家庭成员.年龄||列數=3⟧",
                Cell("⟦重複列|家庭成员.工作单位及职务||列數=3⟧", span=2),
                "⟦重複列|家庭成员.电话||列數=3⟧"),
            row("", "", "", Cell("", span=2), ""),
            row("", "", "", Cell("", span=2), ""),
            row("奖惩情况", Cell(right("奖惩情况"), span=6)),
            row("本人承诺", Cell(
                "以上所填内容属实，如有虚假，本人愿承担一切后果。\n"
                f"承诺人签名：{seal('承诺人')}          "
                f"{date('本人承诺.日期', '    年    月    日')}", span=6)),
            row("资格审查意见", Cell(
                f"审查人：{seal('审查人')}\n{date('资格审查意见.日期', '     年    月    日')}",
                span=6)),
        ),
        Para("说明：此表一式两份，请用黑色签字笔填写；出生年月请按“年.月”格式填写。"),
    )  # fmt: skip


def _spread(name: str, columns: tuple[str, ...], count: int) -> list[object]:
    spans = (2, 2, 1, 2)
    return [
        row(*(
            Cell(f"⟦重複列|{name}.{c}||列數={count}⟧" if not i else "", span=s)
            for c, s in zip(columns, spans, strict=True)
        ))
        for i in range(count)
    ]  # fmt: skip


def grant() -> Page:
    return page(
        title("家庭经济困难学生认定申请表"),
        Para(f"学校：{colon('学校', '                ')}年级：{colon('年级', '        ')}"
             f"班级：{colon('班级', '        ')}"),
        table(
            [1100, 1100, 1500, 1400, 1500, 1400, 1600],
            row(Cell("学生\n基本\n情况", down=4), *pairs("姓名", "性别", "民族")),
            row("出生\n年月", right("出生年月"), "身份证\n号码", Cell(right("身份证号码"), span=3)),
            row("户口性质", Cell(boxes("户口性质", "城镇,农村", box="○"), span=2), "家庭人口",
                Cell(unit("家庭人口", "    ") + "人", span=2)),
            row("家庭住址", Cell(right("家庭住址"), span=3), "家长手机号", right("家长手机号")),
            row(Cell("家庭\n成员\n情况", down=4), "姓名", "年龄", "与学生关系",
                Cell("工作（学习）单位", span=2), "年收入（元）"),
            row("⟦重複列|家庭成员.姓名||列數=3⟧", "⟦重複列|家庭成员.年龄||列數=3⟧",
                "⟦重複列|家庭成员.与学生关系||列數=3⟧",
                Cell("⟦重複列|家庭成员.工作单位||列數=3⟧", span=2),
                "⟦重複列|家庭成员.年收入||列數=3⟧"),
            row("", "", "", Cell("", span=2), ""),
            row("", "", "", Cell("", span=2), ""),
            row(Cell("特殊群体类型", span=2), Cell(
                "⟦勾選|特殊群体类型|□|選項=低保家庭学生,特困供养学生,孤儿,烈士子女,残疾学生,其他"
                f"|可複選⟧低保家庭学生 □特困供养学生\n□孤儿 □烈士子女 □残疾学生\n"
                f"□其他：{under('特殊群体类型其他', 12)}", span=5)),
            row(Cell("影响家庭\n经济状况\n有关信息", span=2), Cell(
                f"家庭人均年收入{under('家庭人均年收入', 8)}元。\n"
                f"家庭遭受自然灾害情况：{under('家庭遭受自然灾害情况', 20)}。\n"
                f"家庭成员劳动能力情况：{under('家庭成员劳动能力情况', 14)}。\n"
                f"家庭欠债情况：{under('家庭欠债情况', 20)}。\n"
                f"其他情况：{under('其他情况', 24)}。", span=5)),
            row(Cell("申请资助金额", span=2), Cell(
                f"人民币（大写）{amount('申请资助金额', '   仟   佰   拾   元整')}", span=5)),
            row(Cell("个人承诺", span=2), Cell(
                f"承诺内容：{room('承诺内容')}\n\n（注：本人手工填写“本人承诺以上所填写资料真实”）\n"
                f"学生本人（或监护人）签字：{seal('学生本人')}", span=5)),
            row(Cell("民主评议", down=2), Cell("推荐档次"), Cell(
                "A.⟦勾選|推荐档次|□|選項=家庭经济特别困难,家庭经济困难,家庭经济不困难⟧"
                "家庭经济特别困难\nB.□家庭经济困难\nC.□家庭经济不困难", span=2),
                Cell("陈述理由"), Cell(right("陈述理由"), span=2)),
            row("评议小组组长签字", Cell(
                f"{seal('评议小组组长')}\n{date('民主评议.日期')}", span=5)),
        ),
        Para("学校（盖章）" + seal("学校"), align="right"),
        Para(date("日期"), align="right"),
    )  # fmt: skip


def equipment() -> Page:
    checks = ("电源线无破损", "外壳接地良好", "急停按钮有效", "防护罩齐全", "润滑油位正常",
              "操作规程上墙")  # fmt: skip
    return page(
        title("实训室设备使用与点检记录"),
        Para(f"实训室名称：{line('实训室名称', '＿＿＿＿＿＿＿＿')}　"
             f"管理员：{line('管理员', '＿＿＿＿＿')}"),
        heading("一、设备信息"),
        table(
            4,
            pairs("设备名称", "型号规格"),
            pairs("资产编号", "购置日期"),
            ["单价（元）", right("单价"), "存放地点", sample("存放地点", "×楼×××室")],
        ),
        heading("二、点检项目（请在相应栏内打“√”）"),
        table(
            [800, 3600, 1000, 1000, 3200],
            ["序号", "项目", "是", "否", "异常说明"],
            *([str(i), name, ticked(f"点检项目.{name}", "是,否"), "",
               grid(f"点检项目.{name}.异常说明")] for i, name in enumerate(checks, 1)),
        ),
        heading("三、使用登记"),
        table([800, 1400, 1600, 1600, 1400, 1400, 1400], *repeated(
            "使用登记", ("日期", "班级", "实训项目", "开机时间", "关机时间", "使用人签名"), 8,
            number="序号", sealed=("使用人签名",))),
        heading("四、故障报修"),
        table(
            [2000, 7600],
            [Cell("故障描述：\n" + room("故障描述") + "\n\n", span=2)],
            ["维修结果", boxes("维修结果", "已修复,待备件,建议报废", box="☐", gap="  ")],
            ["维修费用", f"¥（{bracket('维修费用', '        ')}）"],
        ),
        Box((Para(f"报修人：{line('报修人', '________')}"), Para(f"电话：{line('电话')}"))),
    )  # fmt: skip


FORMS = tuple(
    MarkedForm(f"{made().title}", "WPS", partial(lambda made: Wps().parts(made()), made))
    for made in (post_registration, grant, equipment)
)
