"""Texts inside tags mean what is typed in Word: Word's XML writes `&` as `&amp;`, also there."""

from pathlib import Path
from typing import Any

import pytest

from tests.helpers import docx_text, parts
from tests.word.build import par, rendered

DATA: dict[str, Any] = {
    "空": "",
    "科目": "國語 & 數學",
    "表": {"A & B": "甲", "<C>": "乙"},
    "真": True,
}


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('{{ 空 or "R&amp;D" }}', "R&D"),
        ("{{ 空 or 'R&amp;D' }}", "R&D"),
        ("{{ 空 or “R&amp;D” }}", "R&D"),
        ('{{ "R&amp;amp;D" }}', "R&amp;D"),  # somebody has typed &amp; itself
        ('{{ "&amp;lt;p&amp;gt;" }}', "&lt;p&gt;"),
        ("{{ \"&lt;p&gt; &amp; '甲'\" }}", "<p> & '甲'"),
        ("{{ '100%} &amp; &lt;甲&gt;' }}", "100%} & <甲>"),  # docxtpl reads this tag to its }
        ('{{ "甲&amp;乙" ~ "丙&amp;丁" }}', "甲&乙丙&丁"),
        ('{% if 科目 == "國語 &amp; 數學" %}同{% else %}不同{% endif %}', "同"),
        ('{% if "&amp;" in 科目 and 1 &lt; 2 %}有{% endif %}', "有"),
        ('{{ 表["A &amp; B"] }}{{ 表[“A &amp; B”] }}{{ 表["&lt;C&gt;"] }}', "甲甲乙"),
        ('{% set 名 = "A &amp; B" %}{{ 表[名] }} {{ 名 }}', "甲 A & B"),
        ('{{ 科目|replace("&amp;", "＆") }}', "國語 ＆ 數學"),
        ('{% raw %}{{ "R&amp;D" }}{% endraw %}', '{{ "R&D" }}'),
    ],
)
def test_text_in_a_tag(tmp_path: Path, typed: str, printed: str) -> None:
    assert docx_text(rendered(tmp_path, par(typed), data=DATA)) == [printed]


def test_text_in_a_tag_of_an_attribute(tmp_path: Path) -> None:
    shape = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" alt="{}"/>'
    tag = "{{ 空 or &quot;R&amp;D&quot; }} &amp; {% if 真 %}&quot;甲&quot;{% endif %}"
    body = f"<w:p><w:r><w:pict>{shape.format(tag)}</w:pict></w:r></w:p>"
    content = parts(rendered(tmp_path, body, data=DATA))["word/document.xml"].decode()
    assert 'alt="R&amp;D &amp; &quot;甲&quot;"' in content
