"""The sample notebook runs from top to bottom and shows what its text says."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms.export import has_soffice
from tests.helpers import SAMPLES

nbclient = pytest.importorskip("nbclient")
nbformat = pytest.importorskip("nbformat")
pytest.importorskip("ipykernel")
pytest.importorskip("pandas")

NOTEBOOK = SAMPLES / "notebook.ipynb"


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The notebook after it has run in an empty folder."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    folder = tmp_path_factory.mktemp("notebook")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(folder))  # the kernel's temporary files
        patch.setenv("IPYTHONDIR", str(folder / "ipython"))
        client = nbclient.NotebookClient(
            notebook, timeout=120, resources={"metadata": {"path": str(folder)}}
        )
        client.execute()
    yield notebook
    shutil.rmtree(folder, ignore_errors=True)


def shown(notebook: Any, code: str) -> str:
    """What the cell that holds `code` has printed or shown."""
    (cell,) = (c for c in notebook.cells if c.cell_type == "code" and code in c.source)
    pieces: list[str] = []
    for output in cell.outputs:
        pieces.append(output.get("text", ""))
        data = output.get("data", {})
        pieces += [data.get("text/html", ""), data.get("text/plain", "")]
    return "".join(pieces)


def test_it_is_stored_without_results():
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert (cell.outputs, cell.execution_count) == ([], None)


@pytest.mark.slow
def test_a_form_shows_itself(ran: Any):
    html = shown(ran, "changed = load(")
    assert ("data:image/png" in html) == has_soffice()
    assert ("<table>" in html) != has_soffice()
    assert "雜支 2,000 元" in html


@pytest.mark.slow
def test_the_finding_is_mended(ran: Any):
    assert "[錯誤] 「雜支」" in shown(ran, "for finding in")
    assert "雜支 1,380 元；檢核：0 項" in shown(ran, "* 6 // 100")


@pytest.mark.slow
def test_the_files_are_there(ran: Any):
    folder = Path(shown(ran, "print(folder)").strip())
    assert (folder / "經費概算表.docx").read_bytes().startswith(b"PK")
    assert (folder / "經費概算表.pdf").exists() == has_soffice()
    assert len(list((folder / "各校").iterdir())) == 2
    report = shown(ran, "fill_many(")
    assert "共 3 列：已產生 2、有錯，未產生 1" in report
    assert "三百" in report
