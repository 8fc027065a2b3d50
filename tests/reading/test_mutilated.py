"""Files that are broken at random: read with what is doubtful, or refused with a sentence."""

import zipfile
from functools import cache
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from jingjin_forms import FileProblemError, Form, list_forms
from jingjin_forms.reading import read_document
from tests.helpers import W, parts

TEXTS = ("", "□", "_____", "○○", "1,000", "\u2029\ufffb\ufffc", "計畫名稱：", "字" * 500)


def mutilate(root: etree._Element, rng: Random) -> None:
    """Take out, repeat, move or retype something."""
    elements = [e for e in root.iter() if isinstance(e.tag, str) and e.getparent() is not None]
    texts, rows = list(root.iter(f"{W}t")), list(root.iter(f"{W}tr"))
    tables, cells = list(root.iter(f"{W}tbl")), list(root.iter(f"{W}tc"))
    match rng.randrange(5):
        case 0 if elements:
            element = rng.choice(elements)
            element.getparent().remove(element)
        case 1 if elements:
            element = rng.choice(elements)
            element.addnext(etree.fromstring(etree.tostring(element, with_tail=False)))
        case 2 if texts:
            rng.choice(texts).text = rng.choice(TEXTS)
        case 3 if rows:
            row = rng.choice(rows)
            rng.choice(rows).addnext(etree.fromstring(etree.tostring(row, with_tail=False)))
        case 4 if tables and cells:
            rng.choice(cells).append(etree.fromstring(etree.tostring(rng.choice(tables))))
        case _:
            pass


@cache
def sample(form: type[Form]) -> dict[str, bytes]:
    """The parts of a form's sample."""
    return parts(form.sample().to_bytes())


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.slow)])
def test_no_traceback(seed: int, tmp_path: Path):
    rng = Random(seed)
    forms = list_forms()
    for _ in range(400 if seed else 25):
        form = rng.choice(forms)
        contents = sample(form)
        root = etree.fromstring(contents["word/document.xml"])
        for _ in range(rng.choice((1, 2, 5, 20))):
            mutilate(root, rng)
        path = tmp_path / "壞檔.docx"
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in contents.items():
                changed = etree.tostring(root) if name == "word/document.xml" else content
                archive.writestr(name, changed)
        try:
            reading = read_document(path, form)
        except FileProblemError:
            continue
        reading.loaded()
