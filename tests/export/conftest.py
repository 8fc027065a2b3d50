"""Every form's sample and blank, and what is made of them: LibreOffice makes each once for all
tests here."""

import pytest

from jingjin_forms import get_form
from jingjin_forms.export import convert
from jingjin_forms.forms.catalog import keys


@pytest.fixture(scope="session")
def samples() -> dict[str, bytes]:
    """The Word files of the samples, by key."""
    return {key: get_form(key).sample().to_bytes() for key in keys()}


@pytest.fixture(scope="session")
def blanks() -> dict[str, bytes]:
    return {key: get_form(key).blank().to_bytes() for key in keys()}


@pytest.fixture(scope="session")
def sample_odts(samples: dict[str, bytes]) -> dict[str, bytes]:
    return convert(samples, ".odt")


@pytest.fixture(scope="session")
def blank_odts(blanks: dict[str, bytes]) -> dict[str, bytes]:
    return convert(blanks, ".odt")


@pytest.fixture(scope="session")
def sample_pdfs(samples: dict[str, bytes]) -> dict[str, bytes]:
    return convert(samples, ".pdf")
