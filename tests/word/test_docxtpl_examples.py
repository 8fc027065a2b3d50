"""docxtpl's own example scripts render the same through ours."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.peers.examples import EXAMPLES, Example, outcome

DOCS = Path(__file__).parents[2] / "docs"
ALLOWED = {
    "same",
    *(() if find_spec("docxcompose") else ["not compared: docxcompose is not installed"]),
}


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_example(tmp_path: Path, example: Example) -> None:
    assert outcome(example, tmp_path) in ALLOWED


def test_the_guide_says_how_many():
    said = (DOCS / "docxtpl.md").read_text(encoding="utf-8")
    assert f"{len(EXAMPLES)} 個中 {len(EXAMPLES)} 個相同" in said
