"""What people and programs do to filled files is read back: 99 % right, nothing wrong silently.

`benchmarks/read.py` measures the same, with examples of what is wrong.
"""

from collections.abc import Sequence

import pytest

from benchmarks.read import measured
from benchmarks.touched.groups import LIBREOFFICE, PLAIN, Group
from jingjin_forms import Form
from jingjin_forms.export import has_soffice
from jingjin_forms.forms.catalog import list_forms
from jingjin_forms.reading import read_document

SEED = 0
RIGHT = 0.99
QUICK = ("範例", "標籤換一個詞", "中間插空列", "空白表手填")
"""Those that the default suite runs; the others take three minutes more."""

needs_soffice = pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")


def check(group: Group, forms: Sequence[type[Form]]) -> None:
    count = measured(group, forms, SEED, read_document)
    told = "\n".join(map(str, count.misses[:20]))
    assert count.files > 0
    assert count.silent == 0, told
    assert count.share >= RIGHT, told


@pytest.mark.parametrize(
    "title", [t if t in QUICK else pytest.param(t, marks=pytest.mark.slow) for t in PLAIN]
)
def test_touched(title: str):
    check(PLAIN[title], list_forms())


@needs_soffice
@pytest.mark.parametrize(
    "title",
    [pytest.param(title, marks=pytest.mark.slow) for title in LIBREOFFICE],
)
def test_saved_by_libreoffice(title: str):
    """Those that are read directly start LibreOffice for each file, and all that it makes of them
    is in those that it saves back: every third form will do."""
    check(LIBREOFFICE[title], list_forms()[:: 3 if title.startswith("直接讀") else 1])
