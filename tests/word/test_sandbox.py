"""A template from a stranger can read the facts, and nothing else."""

import os
import re
import time
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from jingjin_forms.errors import FillError, TemplateError
from tests.helpers import docx_text
from tests.word.build import docx, par, rendered, row, table

_ran: list[str] = []


class Request:
    """An object with much to misuse."""

    public = "公開"
    _private = "秘密"

    def delete(self) -> str:
        _ran.append("delete")
        return "刪了"

    @classmethod
    def purge(cls) -> str:
        _ran.append("purge")
        return "清了"

    @staticmethod
    def system(command: str) -> str:
        _ran.append(command)
        return "跑了"

    def __call__(self) -> str:
        _ran.append("call")
        return "叫了"


class Facts(dict[str, str]):
    def save(self) -> str:
        _ran.append("save")
        return "存了"


def function(x: object = None) -> str:
    _ran.append("function")
    return f"秘密{x}"


VALUES: dict[str, Any] = {
    "x": Request(),
    "校名": "宜昌國小",
    "列": [1, 2],
    "典": {"甲": 1},
    "集": {1},
    "函": function,
    "類": Request,
    "模": os,
    "標": Markup("甲"),
    "式": Markup("{0._private}"),
    "事": Facts(甲="乙"),
}

ATTACKS = [
    "cycler.__init__.__globals__.os.getcwd()",
    "cycler.__init__.__globals__['os'].popen('id').read()",
    "joiner.__init__.__globals__", "namespace.__init__.__globals__", "namespace.__init__",
    "lipsum.__globals__", "lipsum.__globals__.os.popen('id').read()", "lipsum()",
    "''.__class__", "''.__class__.__mro__", "''.__class__.__mro__[1].__subclasses__()",
    "''['__class__']", "''|attr('__class__')", "''|attr('__cl' ~ 'ass__')", "()|attr('__class__')",
    "[''] |map(attribute='__class__')|list|first", "[x]|map('attr', '_private')|first",
    "[x]|map(attribute='_private')|first", "[x]|sort(attribute='__class__')|first",
    "[x]|selectattr('_private')|list|length", "[x]|groupby('_private')|first|first",
    "self._TemplateReference__context", "self.__init__.__globals__", "self.__class__",
    "'{0.__class__}'.format(x)", "'{0._private}'.format(x)", "'{a._private}'.format(a=x)",
    "'{0[__class__]}'.format(x)", "'{x._private}'.format_map({'x': x})",
    "('{0._private}'|attr('format'))(x)", "式.format(x)", "'%s'.__mod__(x)",
    "x._private", "x['_private']", "x|attr('_private')", "x.__dict__", "x.__class__._private",
    "x.delete()", "x.purge()", "x.system('id')", "x()", "類()", "函()", "函(1)", "函.__globals__",
    "函.__code__", "x.delete.__func__", "x.delete.__self__", "模.getcwd()", "模.environ.clear()",
    "模.system('id')", "模.__builtins__", "類.purge()", "類.mro()", "類.__subclasses__()",
    "事.save()", "列.append(3)", "列.clear()", "典.update({'乙': 2})", "典.pop('甲')", "集.add(2)",
    "列.__setitem__(0, 9)", "loop.__init__", "range.__class__", "dict.__base__",
    "dict(a=1).__class__", "caller.__globals__", "context.__class__", "environment.__class__",
    "[函]|map('first')|list", "[1]|map(函)|list", "cycler.next(x)", "open('/etc/passwd').read()",
    "eval('1')", "__import__('os')", "__builtins__", "RUN.__globals__", "get_flashed_messages()",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_ran() -> Any:
    _ran.clear()
    before = os.environ["PATH"]
    yield
    assert _ran == []
    assert VALUES["列"] == [1, 2]
    assert VALUES["典"] == {"甲": 1}
    assert VALUES["集"] == {1}
    assert os.environ["PATH"] == before


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_is_refused_and_the_tag_named(tmp_path: Path, attack: str) -> None:
    tag = f"{{{{ {attack} }}}}"
    with pytest.raises((FillError, TemplateError)) as caught:
        rendered(tmp_path, par("甲"), table(row("乙", tag)), data=VALUES)
    (problem, *more) = caught.value.problems
    assert more == []
    assert "表格 1 第 1 列第 2 欄" in problem.where
    assert tag in str(problem)
    assert re.search("[\u4e00-\u9fff]", problem.message)
    assert "秘密" not in str(caught.value)


@pytest.mark.parametrize(
    "attack",
    [
        "{% for k in x.__dict__ %}{{ k }}{% endfor %}",
        "{% if x._private == '秘' ~ '密' %}對{% endif %}",
        "{% set a = x.__class__ %}{{ a }}",
        "{% set a = 函 %}{{ a(1) }}",
        "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
        "{% macro m() %}{% endmacro %}{{ m.__init__.__globals__ }}",
        "{% macro m() %}{% endmacro %}{{ m._func }}",
        "{% for r in 列 %}{{ loop.__class__ }}{% endfor %}",
        "{% for r in 列 %}{{ loop._iterable }}{% endfor %}",
        "{% set n = namespace() %}{{ n.__class__ }}",
        "{% with a = ''.__class__ %}{{ a }}{% endwith %}",
        "{% filter attr('__class__') %}a{% endfilter %}",
        "{% autoescape false %}{{ x._private }}{% endautoescape %}",
        "{% set x.public = 1 %}",
        "{% call cycler('a') %}{% endcall %}",
        "{% filter list %}a{% endfilter %}",
    ],
)
def test_attack_by_statements_is_refused(tmp_path: Path, attack: str) -> None:
    with pytest.raises((FillError, TemplateError)) as caught:
        rendered(tmp_path, par(attack), data=VALUES)
    assert "本文 第 1 段" in str(caught.value)
    assert "秘密" not in str(caught.value)
    assert Request.public == "公開"


@pytest.mark.parametrize(
    "tag",
    [
        "{% include '/etc/passwd' %}",
        "{% include 校名 %}",
        "{% include ['a'] ignore missing %}",
        "{% import '/etc/passwd' as p %}",
        "{% from '/etc/passwd' import p %}",
        "{% extends 'x.docx' %}",
    ],
)
def test_other_files_are_refused_when_compiling(tmp_path: Path, tag: str) -> None:
    with pytest.raises(TemplateError, match="別的檔案") as caught:
        rendered(tmp_path, par("甲"), par(tag), data=VALUES)
    assert "本文 第 2 段" in str(caught.value)
    assert tag in str(caught.value)


@pytest.mark.parametrize(
    "endless",
    [
        "{% for i in range(10**9) %}x{% endfor %}",
        "{% for i in range(0, 10**12, 3) %}x{% endfor %}",
        "{{ range(999999999)|list|length }}",
        "{{ 10**(10**10) }}",
        "{{ 2**99999999 }}",
        "{{ 'x' * 10**10 }}",
        "{{ 10**10 * 'x' }}",
        "{{ ([1] * 10**9)|length }}",
        "{{ 列 * 10**9 }}",
    ],
)
def test_endless_work_is_refused_at_once(tmp_path: Path, endless: str) -> None:
    began = time.monotonic()
    with pytest.raises((FillError, TemplateError), match="本文 第 1 段"):
        rendered(tmp_path, par(endless), data=VALUES)
    assert time.monotonic() - began < 1


HARMLESS = {
    "{{ x.public }} {{ 校名.replace('小', '中') }} {{ 列|sum }}": "公開 宜昌國中 3",
    "{{ 典.get('甲') }}": "1",
    "{{ 列.index(2) }} {{ 典.items()|list|length }} {{ '{:>5}'.format(3) }}": "1 1     3",
    "{{ '{0[甲]} {1.public}'.format(典, x) }} {{ '%s-%s' % (1, 2) }}": "1 公開 1-2",
    "{{ 標.upper() }} {{ 標 ~ '<' }}": "甲 甲<",
    "{{ 2 ** 10 }} {{ 3 * 'ab' }} {{ 2 * 3 }}": "1024 ababab 6",
    "{% for k, v in 典.items() %}{{ k }}{{ v }}{{ loop.cycle('單', '雙') }}{% endfor %}": "甲1單",
    "{{ dict(a=1).a }} {{ range(3)|join }} {{ 事.甲 }} {{ 事['甲'] }}": "1 012 乙 乙",
    "{% block 區 %}內{% endblock %}{{ self.區() }}": "內內",
}  # fmt: skip


@pytest.mark.parametrize("text", HARMLESS)
def test_what_a_template_may_do(tmp_path: Path, text: str) -> None:
    content = rendered(tmp_path, par(text.replace("<", "&lt;")), data=VALUES)
    assert docx_text(content) == [HARMLESS[text]]


def test_keys_with_underscores_are_data(tmp_path: Path) -> None:
    data = {"典": {"_甲": "一", "__class__": "二"}}
    assert docx_text(rendered(tmp_path, par("{{ 典._甲 }}{{ 典['_甲'] }}"), data=data)) == ["一一"]


def test_names_of_the_engine_are_not_in_reach(tmp_path: Path) -> None:
    assert docx(par("x"))
    for name in ("RUN", "environment", "context", "root", "undefined", "missing"):
        with pytest.raises(FillError, match=f"資料裡沒有「{name}」"):
            rendered(tmp_path, par(f"{{{{ {name} }}}}"), data={})
