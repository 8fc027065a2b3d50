"""What a template may cost while it is filled: stopped soon, with the tag named."""

import time
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from jingjin_forms.errors import FillError
from jingjin_forms.word import compile_template
from jingjin_forms.word.budget import Limits
from tests.helpers import docx_text
from tests.word.build import docx, par, rendered, row, saved, table

FACTS: dict[str, Any] = {
    "列": [{"a": i} for i in range(300)],
    "說明": "一二三四五六七八九十" * 100,
    "長": "字" * 100_000,
    "樹": [1, 2],
}
THOUSANDS = (
    "{% set a = [1] * 1000 %}{% set b = [a] * 1000 %}{% set c = [b] * 1000 %}"
    "{% set d = [b] * 1000 %}"
)

COSTLY = [
    "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
    "{% for a in range(100000) %}{% for b in range(100000) %}x{% endfor %}{% endfor %}",
    "{% for a in range(100000) %}{% for b in range(100000) if false %}x{% endfor %}{% endfor %}",
    "{% for a in range(99999) %}{% set q = range(99999)|select('odd')|list %}{% endfor %}",
    "{% for a in range(99999) %}{% set q = range(99999)|sum %}{% endfor %}",
    "{% for a in 列 %}{% for b in 列 %}{% for c in 列 %}{% for d in 列 %}{{ 說明 }}"
    "{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
    "{% set n = namespace(x='甲') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='甲') %}{% for i in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=[1]) %}{% for i in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=7) %}{% for i in range(99) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "{% set n = namespace(x=[]) %}{% for i in range(9999) %}{% set n.x = n.x + [長 ~ i] %}"
    "{% endfor %}",
    "{% set n = namespace(x=[1]) %}{% for i in range(99) %}{% set n.x = [n.x, n.x] %}{% endfor %}"
    "{{ n.x|string|length }}",
    "{% set n = namespace(x=()) %}{% for i in range(99) %}{% set n.x = (n.x, n.x) %}{% endfor %}"
    "{% set d = {n.x: 1} %}",
    "{% set n = namespace(x=()) %}{% for i in range(60000) %}{% set n.x = (n.x,) %}{% endfor %}"
    "{% set d = {n.x: 1} %}",
    THOUSANDS + "{{ 'x' if c == d }}", THOUSANDS + "{{ c ~ '' }}", THOUSANDS + "{{ '%s' % (c,) }}",
    THOUSANDS + "{{ '{}'.format(c) }}", THOUSANDS + "{{ c|tojson }}",
    THOUSANDS + "{{ [c, d]|sort }}",
    "{{ '%1000000000d' % 1 }}", "{{ '%*d' % (1000000000, 1) }}", "{{ '{:1000000000}'.format(1) }}",
    "{{ '{:{}}'.format(1, 1000000000) }}", "{{ '%1000000000d'|format(1) }}",
    "{{ 'x'|center(1000000000) }}", "{{ 'x'.center(1000000000) }}", "{{ 'x'.ljust(1000000000) }}",
    "{{ '1'.zfill(1000000000) }}", "{{ ('\\t' * 99999).expandtabs(99999) }}",
    "{{ ('x' * 99999).translate({120: 'y' * 99999}) }}", "{{ (1).to_bytes(1000000000, 'big') }}",
    "{{ ('a' * 99999).replace('a', 'b' * 99999) }}",
    "{{ ('a' * 99999)|replace('a', 'b' * 99999) }}",
    "{{ ('b' * 99999).join(['a'] * 9999) }}", "{{ (['a'] * 9999)|join('b' * 99999) }}",
    "{{ ('a\\n' * 99999)|indent(99999) }}", "{{ 'a a'|wordwrap(1, wrapstring='b' * 300000) }}",
    "{{ [1]|batch(1000000000, 'x')|list }}", "{{ [1]|slice(1000000000, 'x')|list }}",
    "{{ [1]|tojson(indent=1000000000) }}", "{{ 1.5|round(1000000000, 'ceil') }}",
    "{{ ([[1] * 1000] * 1000)|sum(start=[])|length }}",
    "{% for i in range(99999) %}{{ '\\n' * 99999 }}{% endfor %}",
    "{% for i in range(99999) %}{{ 長 }}{% endfor %}",
    "{% set x %}{% for i in range(99999) %}{{ 說明 }}{{ 長 }}{% endfor %}{% endset %}{{ x }}",
    "{% filter upper %}{% for i in range(99999) %}{{ 說明 }}{{ 長 }}{% endfor %}{% endfilter %}",
    "{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(1) }}",
    "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(90) }}",
    "{% for x in 樹 recursive %}{{ loop(樹) }}{% endfor %}",
    "{% block b %}{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}"
    "{% endblock %}",
]  # fmt: skip


@pytest.mark.parametrize("costly", COSTLY)
def test_costly_template_is_stopped(tmp_path: Path, costly: str) -> None:
    template = compile_template(saved(tmp_path, docx(par("甲"), table(row("乙", costly)))))
    template.limits = Limits(seconds=0.1, pieces=200_000, characters=5_000_000)
    began = time.thread_time()
    with pytest.raises(FillError) as caught:
        template.render(FACTS)
    assert time.thread_time() - began < 2
    problem = caught.value.problems[0]
    assert problem.where.startswith("本文 表格 1 第 1 列第 2 欄 的 {")
    assert any(word in problem.message for word in ("沒有做", "已停止", "沒有算", "沒有完")), (
        problem.message
    )


def test_the_limits_are_on_by_default(tmp_path: Path) -> None:
    began = time.thread_time()
    with pytest.raises(FillError, match="已停止"):
        rendered(tmp_path, par(COSTLY[3]), data=FACTS)
    assert time.thread_time() - began < 2


def test_constants_are_not_computed_while_compiling(tmp_path: Path) -> None:
    content = docx(par("{% if false %}{{ 'x'|center(10**9) }}{{ 'x' * 10**9 }}{% endif %}甲"))
    assert docx_text(compile_template(saved(tmp_path, content)).render({})) == ["甲"]


def test_large_forms_are_within_the_limits(tmp_path: Path) -> None:
    body = table(
        row("{%tr for 筆 in 列 %}", ""),
        row("{{ loop.index }}{% if 筆.名 %}{{ 筆.名 ~ '元' }}{% endif %}", "{{ 筆.註 }}"),
        row("{%tr endfor %}", ""),
    )
    rows = [{"名": f"項 {i}", "註": "說明\n" * 20} for i in range(3000)]
    content = rendered(tmp_path, body, par(), data={"列": rows})
    assert docx_text(content)[-3] == "3000項 2999元"


def test_long_texts_are_printed_whole(tmp_path: Path) -> None:
    text = "字" * 400_000 + "&\n" * 40_000
    content = rendered(tmp_path, par("{{ 文 }}"), header=par("{{ 文 }}"), data={"文": text})
    assert docx_text(content) == [text]


def test_limits_can_be_raised(tmp_path: Path) -> None:
    template = compile_template(
        saved(tmp_path, docx(par("{% for a in range(600) %}{{ 長 }}{% endfor %}")))
    )
    template.limits = Limits(characters=1_000_000)
    with pytest.raises(FillError, match="做出的內容太多"):
        template.render({"長": "字" * 5_000})
    template.limits = Limits()
    assert len(docx_text(template.render({"長": "字" * 5_000}))[0]) == 3_000_000


def test_each_fill_has_a_budget_of_its_own_in_threads_too(tmp_path: Path) -> None:
    template = compile_template(
        saved(tmp_path, docx(par("{% for a in range(數) %}{{ 字 }}{% endfor %}")))
    )
    template.limits = Limits(pieces=3000)
    failed: list[int] = []

    def fill(number: int) -> None:
        try:
            template.render({"數": number, "字": "字"})
        except FillError:
            failed.append(number)

    threads = [Thread(target=fill, args=(number,)) for number in (2000, 90_000) * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == [90_000] * 4


def test_what_a_call_makes_is_printed_like_any_value(tmp_path: Path) -> None:
    body = par("{% macro m() %}({{ caller() }}){% endmacro %}{% call m() %}{{ 值 }}{% endcall %}")
    assert docx_text(rendered(tmp_path, body, data={"值": "a&b"})) == ["(a&b)"]
