"""docxtpl's own example scripts render the same through ours."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.peers.examples import EXAMPLES, Example, outcome

ALLOWED = {
    "same",
    *(() if find_spec("docxcompose") else ["not compared: docxcompose is not installed"]),
}


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_example(tmp_path: Path, example: Example) -> None:
    found = outcome(example, tmp_path)
    if found.startswith("not yet"):
        pytest.skip(found)
    assert found in ALLOWED
