"""An amount in a template is 15,000 however it becomes a text, though `str()` of it is 15000."""

import pytest

from jingjin_forms import Money, compile_template
from tests.helpers import docx_text
from tests.word.build import docx, par

FACTS = {
    "甲": Money(15000),
    "各項": [{"單價": Money(1000)}, {"單價": Money(2000)}],
    "樣式": "%s 元",
}


@pytest.mark.parametrize(
    ("tags", "printed"),
    [
        ("{{ 甲 }}", "15,000"),
        ("{{ 甲 ~ '元' }}", "15,000元"),
        ("{{ 甲|string|length }}", "6"),
        ("{{ 甲|replace(',', '.') }}", "15.000"),
        ("{{ 甲|元 }}", "15,000"),
        ("{{ 甲|底線('________') }}", "15,000__"),
        ("{{ 樣式|format(甲) }}", "15,000 元"),
        ("{{ '%s 是 %d' % (甲, 甲) }}", "15,000 是 15000"),
        ("{{ '%s' % 甲 }}", "15,000"),
        ("{{ '{} {!s}'.format(甲, 甲) }}", "15,000 15,000"),
        ("{{ 各項|join('、', '單價') }}", "1,000、2,000"),
        ("{{ 各項|map(attribute='單價')|map('string')|join('/') }}", "1,000/2,000"),
        ("{% for 項 in 各項 %}{{ 項.單價 ~ '-' }}{% endfor %}", "1,000-2,000-"),
        ("{{ 各項[0]['單價'] ~ '-' }}", "1,000-"),
        ("{{ 甲|自己的 }}{{ 自己('x', 值=甲) }}", "<15,000>[15,000]"),
        ("{{ 甲 + 1 }} {{ 各項|sum('單價') }} {{ 甲|tojson }}", "15001 3000 15000"),
        ("{% if 甲 == 15000 and 甲|string == '15,000' %}是{% endif %}", "是"),
    ],
)
def test_whatever_makes_a_text_of_it(tags: str, printed: str):
    template = compile_template(
        docx(par(tags)),
        filters={"自己的": lambda value: f"<{value!s}>"},
        functions={"自己": lambda _, 值: f"[{值!s}]"},
    )
    assert docx_text(template.render(FACTS)) == [printed]
