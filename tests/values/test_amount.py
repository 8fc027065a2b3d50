"""Amounts: what is read, what is refused, and uppercase against an independent implementation."""

import copy
import csv
import io
import json
import pickle
import re
import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from jingjin_forms.errors import AmountError
from jingjin_forms.values.amount import LIMIT, Money, Quantity, half_width, parse_quantity
from jingjin_forms.values.uppercase import parse_uppercase_amount, uppercase_amount

# Reference outputs by hand: peers.md §3.2, design.md §7.
RUNNING = {
    0: "零元整",
    1: "壹元整",
    10: "壹拾元整",
    12: "壹拾貳元整",
    101: "壹佰零壹元整",
    110: "壹佰壹拾元整",
    1005: "壹仟零伍元整",
    1050: "壹仟零伍拾元整",
    3333: "參仟參佰參拾參元整",
    6360: "陸仟參佰陸拾元整",
    10001: "壹萬零壹元整",
    10500: "壹萬零伍佰元整",
    15000: "壹萬伍仟元整",
    20010: "貳萬零壹拾元整",
    28500: "貳萬捌仟伍佰元整",
    100000: "壹拾萬元整",
    100005: "壹拾萬零伍元整",
    105000: "壹拾萬伍仟元整",
    1050000: "壹佰零伍萬元整",
    3200500: "參佰貳拾萬零伍佰元整",
    3205000: "參佰貳拾萬伍仟元整",
    10**8: "壹億元整",
    100000001: "壹億零壹元整",
    100009002: "壹億零玖仟零貳元整",
    100500000: "壹億零伍拾萬元整",
    150000000: "壹億伍仟萬元整",
    1000009000: "壹拾億零玖仟元整",
    10**12: "壹兆元整",
    10**12 + 10**11: "壹兆壹仟億元整",
    10**12 + 5 * 10**7: "壹兆零伍仟萬元整",
    10**12 + 10**8 + 9002: "壹兆零壹億零玖仟零貳元整",
    LIMIT - 1: "玖仟玖佰玖拾玖兆玖仟玖佰玖拾玖億玖仟玖佰玖拾玖萬玖仟玖佰玖拾玖元整",
}
SLOTS = {
    0: "零元整",
    7: "柒元整",
    10: "壹拾零元整",
    500: "伍佰零拾零元整",
    15000: "壹萬伍仟零佰零拾零元整",
    1500000: "壹佰伍拾零萬零仟零佰零拾零元整",
    10**8: "壹億零仟零佰零拾零萬零仟零佰零拾零元整",
}
# Groups of every shape, so that empty and round ones are not left to luck.
group = st.sampled_from([0, 0, 1, 5, 10, 50, 100, 105, 110, 500, 1000, 1001, 5000, 5050]) | (
    st.integers(0, 9999)
)
amounts = st.integers(0, LIMIT - 1) | st.builds(
    lambda a, b, c, d: ((a * 10000 + b) * 10000 + c) * 10000 + d, group, group, group, group
)
NUMERALS = "零壹貳參肆伍陸柒捌玖"


def by_digits(number: int) -> str:
    """An independent oracle: over the digits from the left, holding back one pending 零."""
    text, pending, digits = "", False, f"{number:016d}"
    for place, digit in enumerate(digits):
        slot, group_index = place % 4, place // 4
        if digit == "0":
            # The end of a round group asks for no 零 by itself; an empty group does.
            pending = pending or bool(text)
        else:
            if slot == 0 and digits[place - 4 : place] != "0000":
                pending = False
            text += ("零" if pending else "") + NUMERALS[int(digit)] + "仟佰拾 "[slot].strip()
            pending = False
        if slot == 3 and digits[place - 3 : place + 1] != "0000":
            text += ["兆", "億", "萬", ""][group_index]
    return (text or "零") + "元整"


@pytest.mark.parametrize(("number", "text"), RUNNING.items())
def test_running_reference(number: int, text: str):
    assert uppercase_amount(number) == text
    assert by_digits(number) == text
    assert parse_uppercase_amount(text) == number


@pytest.mark.parametrize(("number", "text"), SLOTS.items())
def test_slots_reference(number: int, text: str):
    assert uppercase_amount(number, style="slots") == text
    assert parse_uppercase_amount(text) == number


@given(amounts)
def test_running_agrees_with_the_oracle_and_reads_back(number: int):
    text = uppercase_amount(number)
    assert text == by_digits(number)
    assert parse_uppercase_amount(text) == number


def test_every_amount_of_a_school_paper():
    for number in [*range(1, 12_000), *range(12_000, 3_300_000, 499)]:
        assert uppercase_amount(number) == by_digits(number)


@given(amounts)
def test_slots_read_back_and_name_every_digit(number: int):
    text = uppercase_amount(number, style="slots")
    assert "".join(str(NUMERALS.index(c)) for c in text if c in NUMERALS) == str(number)
    assert parse_uppercase_amount(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("叁仟元整", 3000),
        ("叄仟元", 3000),
        ("参仟圓正", 3000),
        ("貮仟元", 2000),
        ("拾元整", 10),
        ("拾萬元整", 100000),
        ("拾貳萬元整", 120000),
        ("壹千貳百元", 1200),
        ("壹拾萬零伍仟元整", 105000),
        ("拾萬零伍仟元整", 105000),
        ("參佰貳拾萬零伍仟元整", 3205000),
        ("壹拾兆零玖仟億零玖仟元整", 10_900_000_009_000),
        ("壹拾億零伍仟萬元整", 1_050_000_000),
        (" 新臺幣　壹 萬 伍 仟 元 整\n", 15000),
        ("新台幣貳萬捌仟伍佰元整", 28500),
        ("貳萬捌仟伍佰零拾元整", 28500),
    ],
)
def test_spellings_read(text: str, number: int):
    assert parse_uppercase_amount(text) == number


@pytest.mark.parametrize(
    "text",
    [
        # Blank, or no 元.
        "",
        "元整",
        "元",
        "整",
        "壹萬伍仟",
        "壹萬伍仟整",
        "壹萬伍仟角",
        # Not uppercase.
        "15000元整",
        "15,000",
        "壹萬5仟元整",
        "一萬五千元整",
        "人民幣壹元整",
        "貳萬○仟元整",
        "壹元\u200b整",
        # Units in the wrong order, or twice.
        "伍仟壹萬元整",
        "壹仟貳仟元整",
        "壹萬貳萬元整",
        "壹萬億元整",
        "壹億億元整",
        "壹萬兆元整",
        # A unit without its digit, or a digit without its unit.
        "壹仟佰元整",
        "佰元整",
        "萬元整",
        "壹佰拾元整",
        "拾拾元整",
        "壹壹元整",
        "新臺幣元整",
        # A 零 missing: 壹佰伍 is 150 to some.
        "壹佰伍元整",
        "壹萬伍元整",
        "壹萬伍佰元整",
        "壹億玖仟零貳元整",
        "壹拾億玖仟元整",
        # A 零 that stands for nothing.
        "壹萬零伍仟元整",
        "壹拾壹萬零伍仟元整",
        "壹拾億零零玖仟元整",
        "壹萬零零伍元整",
        "零壹元整",
        "壹佰零元整",
        "零零元整",
        # Slots left out, or more behind the end.
        "壹萬伍仟零佰零元整",
        "壹萬伍仟零佰元整",
        "壹萬伍仟元整整",
        "壹萬伍仟元元",
        "壹萬伍仟元整貳元整",
    ],
)
def test_malformed_uppercase_is_refused(text: str):
    with pytest.raises(AmountError, match="大寫金額"):
        parse_uppercase_amount(text)


@pytest.mark.parametrize(
    "numerals",
    [
        "玖仟玖仟兆",
        "拾" * 10**6,
        "壹" * 10**6,
        # Slow enough to notice when long texts are not turned away at once.
        "拾億零壹仟" * 90_000,
    ],
    ids=lambda numerals: numerals[:6],
)
def test_too_long_or_too_large_uppercase_is_refused(numerals: str):
    with pytest.raises(AmountError):
        parse_uppercase_amount(numerals + "元整")


EMPTY = re.compile("零仟零佰零拾零[億萬]|零[仟佰拾]?")


def without_zeros(text: str) -> str:
    """Digits and units in their order, alike in both styles; what stands after 元 is left out."""
    bare = EMPTY.sub("", text.replace(" ", "").partition("元")[0])
    return "壹" + bare if bare.startswith("拾") else bare


@given(amounts, st.sampled_from(["running", "slots"]), st.data())
def test_a_mutated_text_is_refused_or_still_that_number(number, style, data):
    text = list(uppercase_amount(number, style=style))
    place = data.draw(st.integers(0, len(text) - 1))
    kind = data.draw(st.sampled_from(["delete", "insert", "replace", "swap"]))
    if kind == "delete":
        del text[place]
    elif kind == "swap":
        other = data.draw(st.integers(0, len(text) - 1))
        text[place], text[other] = text[other], text[place]
    else:
        character = data.draw(st.sampled_from("零壹貳參伍玖拾佰仟萬億兆元整正新x5 "))
        text[place : place + (kind == "replace")] = [character]
    mutated = "".join(text)
    try:
        read = parse_uppercase_amount(mutated)
    except AmountError:
        return
    assert without_zeros(mutated) == without_zeros(uppercase_amount(read))


@given(st.text("零壹貳玖拾佰仟萬億", min_size=1, max_size=12))
@example("壹佰")
@example("拾萬零伍仟")
def test_no_text_is_read_that_is_not_a_spelling_of_its_number(numerals: str):
    try:
        read = parse_uppercase_amount(numerals + "元整")
    except AmountError:
        return
    values = [NUMERALS.index(c) for c in numerals if c in NUMERALS and c != "零"]
    digits = [int(c) for c in str(read) if c != "0"]
    assert values in (digits, digits[1:])
    if values != digits:
        assert numerals[0] == "拾"


def test_unknown_style_and_bad_amounts_make_no_uppercase():
    for value in (-1, 1.5, True, "", LIMIT, None):
        with pytest.raises(AmountError):
            uppercase_amount(value)  # type: ignore[arg-type]
    assert uppercase_amount("NT$15,000") == uppercase_amount(15000.0) == "壹萬伍仟元整"


ACCEPTED = [
    *(15000, Money(15000), 15000.0, Decimal("15000.00"), Decimal("1.5E+4")),
    *("15,000", "15000", "15,000元", "15,000元整", "15000元正", "15,000圓整"),
    *("NT$15,000", "NT$ 15,000", "$15,000", "新臺幣15,000元", "新台幣 15,000 元整"),
    *("１５，０００", "ＮＴ＄１５，０００元", "＄15000", "  15,000\u3000"),
    *("15000.0", "15000.00", "15,000.00"),
    *("1.5萬", "1.5萬元", "1萬5千", "1萬5仟元整", "新臺幣 1 萬 5,000 元整", "15仟元", "15千元"),
    *("NT$1萬5000", "150百元", "１．５萬元", "1 萬 5 千 0 佰 0 拾元整"),
]


@pytest.mark.parametrize("value", ACCEPTED, ids=repr)
def test_money_reads(value: object):
    money = Money(value)
    assert money == 15000
    assert type(money) is Money


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (True, "不是金額"),
        (False, "不是金額"),
        (None, "空白"),
        ("", "空白"),
        (" \u3000\n", "空白"),
        (1500.5, "「1500.5」有小數"),
        (Decimal("0.01"), "「0.01」有小數"),
        ("15000.50", "有小數"),
        (Decimal("1." + "0" * 60 + "1"), "有小數"),
        (float("nan"), "不是數字"),
        (float("inf"), "不是數字"),
        (Decimal("sNaN"), "不是數字"),
        (-1, "負數"),
        (-0.5, "負數"),
        ("-500", "負數"),
        ("−500", "負數"),
        ("NT$-500", "負數"),
        ("2,0000", "逗號"),
        ("1,00", "逗號"),
        (",500", "逗號"),
        ("500,", "逗號"),
        ("1,,000", "逗號"),
        ("0,500", "逗號"),
        ("1000,000", "逗號"),
        ("0912345678", "以 0 開頭"),
        ("一萬五千", "不是數字"),
        ("1.23456萬", "有小數"),
        ("0.0005仟元", "有小數"),
        ("3萬伍仟", "數字與國字混在一起"),
        ("參萬5千元", "數字與國字混在一起"),
        ("3萬5", "說不準最後的 5"),
        ("3萬5元", "說不準最後的 5"),
        ("3千5", "說不準最後的 5"),
        ("1.5萬500元", "小數後面還有數字"),
        ("3萬2.5千", "小數後面還有數字"),
        ("5千3萬", "單位順序不對"),
        ("3萬25千", "單位順序不對"),
        ("3萬2萬", "單位順序不對"),
        ("3萬12,000元", "單位順序不對"),
        ("3萬05元", "以 0 開頭"),
        ("03萬", "以 0 開頭"),
        ("1,20仟元", "逗號"),
        ("-3萬", "負數"),
        ("3萬元5千", "不是數字"),
        ("3萬多", "不是數字"),
        ("3萬至5萬", "不是數字"),
        ("萬元", "不是數字"),
        ("3萬千", "不是數字"),
        ("10000兆", "不是數字"),
        ("9999999999億", "太大"),
        ("15²", "不是數字"),
        ("①", "不是數字"),
        ("١٥", "不是數字"),
        ("1e4", "不是數字"),
        ("15,000元以內", "不是數字"),
        ("1 5", "不是數字"),
        ("nan", "不是數字"),
        ("1_000", "不是數字"),
        ("15,000.", "不是數字"),
        (LIMIT, "太大"),
        (1e300, "太大"),
        (10**5000, "太大"),
        ("9" * 5000, "太大"),
        (Decimal("1E+999999999"), "太大"),
        ([15000], "不是金額"),
        (b"15000", "不是金額"),
        (1j, "不是金額"),
    ],
    ids=lambda v: repr(v)[:20] if not isinstance(v, int) or abs(v) < 10**20 else "huge",
)
def test_money_refuses(value: object, said: str):
    with pytest.raises(AmountError, match=said) as caught:
        Money(value)
    assert "；" in str(caught.value), "no remedy"
    assert str(caught.value).isprintable()


@given(st.integers(0, LIMIT - 1))
def test_money_prints_and_reads_back(number: int):
    money = Money(number)
    assert f"{money}" == format(money) == f"{number:,}"
    assert str(money) == f"{money:d}" == str(number)
    assert Money(str(money)) == Money(f"NT${money}元整") == int(str(money)) == money
    assert repr(money) == f"Money({number})"
    assert f"{money:>20}" == f"{number:>20}"


def test_other_programs_write_a_number():
    out = io.StringIO()
    csv.writer(out).writerow([Money(15000), Money(0)])
    csv.DictWriter(out, ["單價"], quoting=csv.QUOTE_NONNUMERIC).writerow({"單價": Money(1000)})
    assert out.getvalue().splitlines() == ["15000,0", "1000"]
    assert json.dumps([Money(15000)]) == "[15000]"
    assert "{}元".format(Money(15000)) == "15,000元"  # noqa: UP032


@given(st.text("0123456789,.-$元整NT ０９，²一", max_size=8) | st.text(max_size=5))
def test_junk_is_never_silently_an_amount(text: str):
    try:
        money = Money(text)
    except AmountError:
        return
    digits = "".join(c for c in half_width(text).split(".")[0] if c in "0123456789")
    assert digits == str(int(money))
    assert "-" not in half_width(text)


@given(st.integers(0, 9999), st.integers(0, 9), st.integers(0, 999), st.sampled_from("千仟"))
def test_amounts_in_units_are_the_sum_of_what_is_written(
    ten_thousands: int, thousands: int, ones: int, letter: str
):
    number = ten_thousands * 10_000 + thousands * 1000 + ones
    text = f"{ten_thousands}萬{thousands}{letter}"
    if ones == 0 or ones > 9:
        assert Money(f"新臺幣{text}{ones or ''}元整") == Money(f"{text} {ones or ''}") == number
    else:
        with pytest.raises(AmountError, match=f"說不準最後的 {ones}"):
            Money(f"{text}{ones}元")
    in_thousands = Decimal(number) / 1000
    assert (
        Money(f"{in_thousands:f}{letter}元") == Money(f"{Decimal(number) / 10_000:f}萬") == number
    )


@given(st.text("0123456789萬千仟百拾億,. 元-伍NT$整", max_size=10))
def test_units_are_read_as_an_independent_sum_or_refused(text: str):
    units = {"億": 10**8, "萬": 10**4, "千": 1000, "仟": 1000, "百": 100, "拾": 10, "": 1}
    try:
        money = Money(text)
    except AmountError:
        return
    terms = re.findall(r"([0-9.]+)\s*([億萬千仟百拾]?)", text.replace(",", ""))
    assert money == sum(Decimal(number) * units[unit] for number, unit in terms)
    assert "伍" not in text
    assert [units[unit] for _, unit in terms] == sorted({units[u] for _, u in terms}, reverse=True)


def test_a_quantity_in_units_is_not_told_to_drop_them():
    for text in ("3千份", "2萬"):
        with pytest.raises(AmountError, match="請寫成數字"):
            parse_quantity(text)


def test_money_is_an_int():
    money = Money(15000)
    assert type(money + 1) is type(money * 2) is type(sum([money, money])) is int
    assert hash(money) == hash(15000)
    assert {15000: "x"}[money] == "x"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_money_pickles_and_copies(protocol: int):
    for again in (
        pickle.loads(pickle.dumps(Money(15000), protocol)),
        copy.copy(Money(15000)),
        copy.deepcopy([Money(15000)])[0],
    ):
        assert again == 15000
        assert type(again) is Money


class Line(BaseModel):
    unit_price: Money
    quantity: Quantity = 1


def test_pydantic_field():
    line = Line.model_validate({"unit_price": "NT$1,000", "quantity": "1.50"})
    assert f"{line.unit_price}" == "1,000"
    assert line.quantity == Decimal("1.5")
    assert type(line.model_dump()["unit_price"]) is int
    assert line.model_dump_json() == '{"unit_price":1000,"quantity":1.5}'
    assert Line.model_validate_json(line.model_dump_json()) == line
    assert type(line.model_copy(deep=True).unit_price) is Money
    for mode in ("validation", "serialization"):
        properties = Line.model_json_schema(mode=mode)["properties"]
        assert properties["unit_price"] == {
            "minimum": 0,
            "title": "Unit Price",
            "type": "integer",
        }
        assert properties["quantity"]["type"] == "number"


def test_pydantic_error_is_our_sentence():
    with pytest.raises(ValidationError) as caught:
        Line.model_validate({"unit_price": "2,0000", "quantity": "6節"})
    errors = caught.value.errors()
    assert [e["type"] for e in errors] == ["value_error"] * 2
    assert all(isinstance(e["ctx"]["error"], AmountError) for e in errors)
    assert str(errors[0]["ctx"]["error"]) == (
        "金額「2,0000」的千分位逗號位置不對；請填整數元，例如 15000 或 15,000。"
    )
    assert str(errors[1]["ctx"]["error"]) == (
        "數量「6節」帶有單位；請在「數量」只填 6，把「節」填在「單位」。"
    )


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (6, "6"),
        ("6", "6"),
        (6.0, "6"),
        ("6.0", "6"),
        ("６", "6"),
        (Money(6), "6"),
        (Decimal("6E+1"), "60"),
        ("1,000", "1000"),
        (1000000.0, "1000000"),
        (1.5, "1.5"),
        ("1.50", "1.5"),
        ("１．５", "1.5"),
        (0.1, "0.1"),
        (Decimal("0.25"), "0.25"),
        (Decimal("10.50"), "10.5"),
        ("0", "0"),
        ("9999999999999999.99", "9999999999999999.99"),
    ],
)
def test_quantity_reads(value: object, printed: str):
    quantity = parse_quantity(value)
    assert str(quantity) == printed
    assert type(quantity) is (Decimal if "." in printed else int)


@pytest.mark.parametrize(
    "value",
    [
        *(True, None, "", " ", -1, "-1", LIMIT, [6]),
        *("1.234", 1.234, Decimal("1." + "0" * 60 + "1"), 0.1 + 0.2),
        *(float("nan"), Decimal("NaN"), "nan", "6節", "六", "1,00", "1/2", "NT$6", "1e2"),
    ],
    ids=repr,
)
def test_quantity_refuses(value: object):
    with pytest.raises(AmountError, match="數量") as caught:
        parse_quantity(value)
    assert "；" in str(caught.value)


@given(st.decimals(0, 10**9, places=2))
def test_quantity_keeps_its_value(number: Decimal):
    quantity = parse_quantity(number)
    assert quantity == number
    assert parse_quantity(str(quantity)) == quantity
    assert "E" not in str(quantity)
    assume("." in str(quantity))
    assert not str(quantity).endswith("0")


def test_importing_amounts_does_not_import_num2words():
    code = "import sys, jingjin_forms.values.amount; sys.exit('num2words' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
