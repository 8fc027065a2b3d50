"""Every rule of the official texts is either held against the facts or has a reason why not."""

from jingjin_forms.checks.rule import Rule
from jingjin_forms.forms.catalog import keys
from jingjin_forms.forms.programme import programmes
from jingjin_forms.packets.application import list_applications

# A, B, C and D are the texts of the four programmes, E what they say about the papers themselves.
COUNTS = {"A": 39, "B": 8, "C": 71, "D": 29, "E": 14}
ALL = {f"{text}{number:02}" for text, count in COUNTS.items() for number in range(1, count + 1)}

COMPUTED = "The library computes it; a figure given all the same is compared (see arithmetic)."
NOT_DECIDED = {
    "A12": COMPUTED,
    "A18": "The library makes the name of the file itself, also that of a 修正版.",
    "B01": COMPUTED,
    "B02": COMPUTED,
    "B03": COMPUTED,
    "C04": "A limit of the agency on all 自主社群 together; one applicant cannot break it.",
    "C15": "A permission: any split between the main school and its branches is right.",
    "C23": "An exemption: C05 to C09 are not held against 附件七, and a test sees to it.",
    "C42": "A permission: 「得列主要參與人10位即可」 forbids no eleventh.",
    "C43": "A recommendation (宜) on free text; whether a plan thinks years ahead cannot be read.",
    "C48": "By construction: a 自主社群's 附件二 asks for no seal of a head (see its Paper).",
    "C50": "The county's own 業務費; the text has no form that asks for it.",
    "D15": "The weights are fixed words of the text; no form has them as facts.",
    "D17": COMPUTED,
    "E01": "總計 is printed as running text, which fits every amount; no slot can overflow.",
    "E02": COMPUTED,
    "E07": "RocDate refuses a weekday that is not the day's, and the year is counted from 1911.",
    "E11": COMPUTED,
}


def rules() -> list[Rule]:
    return [rule for programme in programmes() for rule in programme.editions[-1].rules]


def held() -> set[str]:
    """The numbers of all rules, and of those that ask for a paper."""
    papers = {paper.rule for kind in list_applications() for paper in kind.papers if paper.rule}
    return {rule.number for rule in rules()} | papers


def test_every_rule_is_held_or_has_a_reason():
    assert len(ALL) == 161
    assert held() | NOT_DECIDED.keys() == ALL
    assert held() & NOT_DECIDED.keys() == set()


def test_rules_say_what_they_ask_and_where():
    names = {key.partition("/")[2] for key in keys()}
    names |= {kind.stage for kind in list_applications()}
    for rule in rules():
        assert rule.asks
        assert rule.clause.text
        assert rule.forms
        assert set(rule.forms) <= names, rule.number
