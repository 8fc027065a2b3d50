"""Whatever a clerk calls the fields: what is filled in is printed, each where its tag stands."""

from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jingjin_forms import form_of
from tests.helpers import docx_text
from tests.word.build import docx, par, saved

_NAMES = (
    "姓名 name title copy json 學校名稱 school model_fields 電話 phone 合計 總計 小計 total 單價 "
    "數量 unit_price 品名 item lines class 備註 說明 note 國字合計 field_1 field_2 Part1 spec key "
    "表名 編號 stated context 雜支 miscellaneous 聯絡人 經費項目 check fields values"
)
NAMES = st.sampled_from(_NAMES.split(" "))
ODD = st.sampled_from(
    ["a b", "1", "備註(元)", "_x", "學科/領域", "是", "None", "items", "get", "中.文"]
)
SHAPES = st.dictionaries(
    NAMES,
    st.one_of(
        st.none(),
        st.tuples(
            st.booleans(), st.lists(st.one_of(NAMES, ODD), min_size=1, max_size=4, unique=True)
        ),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shapes=SHAPES)
@example(shapes={"姓名": (False, ["title"])})
@example(shapes={"姓名": (False, ["field_2", "title"])})
@example(shapes={"姓名": None, "name": None})
def test_every_mark_is_printed_once_in_its_place(
    tmp_path: Path, shapes: dict[str, tuple[bool, list[str]] | None]
):
    tags: list[str] = []
    facts: dict[str, object] = {}
    for number, (name, inner) in enumerate(shapes.items()):
        if inner is None:
            tags.append("{{ " + name + "|文字 }}")
            facts[name] = f"甲{number}"
            continue
        is_list, labels = inner
        owner = "列" if is_list else name
        inside = "".join(f'{{{{ {owner}["{label}"]|文字 }}}}' for label in labels)
        tags.append(f"{{% for 列 in {name} %}}{inside}{{% endfor %}}" if is_list else inside)
        marks = {label: f"乙{number}-{n}。" for n, label in enumerate(labels)}
        facts[name] = [marks, marks] if is_list else marks
    form = form_of(saved(tmp_path, docx(*map(par, tags))))
    wanted = [
        value if isinstance(value, str)
        else "".join(value.values()) if isinstance(value, dict)
        else "".join(value[0].values()) * 2
        for value in facts.values()
    ]  # fmt: skip
    filled = form.load(facts)
    assert docx_text(filled.to_bytes()) == wanted
    assert filled.check() == ()
    assert form.load(filled.model_dump(by_alias=True)).to_bytes() == filled.to_bytes()
    assert set("".join(docx_text(form.blank().to_bytes()))) == set()
