"""The fonts that stand in for those the forms name: after them, never before."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from jingjin_forms.export.libreoffice import fonts

pytestmark = pytest.mark.skipif(shutil.which("fc-match") is None, reason="no fontconfig here")


def found(folder: Path, font: str) -> str:
    environment = {**os.environ, **fonts.font_environment(folder)}
    command = ["fc-match", "-f", "%{family[0]}", font]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    ).stdout


def installed() -> str:
    if shutil.which("fc-list") is None:
        return ""
    return subprocess.run(["fc-list"], capture_output=True, text=True, check=True).stdout


@pytest.mark.skipif("TW\\-Kai" not in installed(), reason="TW-Kai is not installed")
def test_kai_is_found(tmp_path: Path):
    assert found(tmp_path, "標楷體") in ("TW-Kai", "DFKai-SB", "BiauKai", "標楷體")


@pytest.mark.skipif("Liberation Serif" not in installed(), reason="no Liberation fonts")
def test_a_font_that_is_there_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert found(tmp_path, "Liberation Serif") == "Liberation Serif"
    monkeypatch.setattr(fonts, "STAND_INS", {"Liberation Serif": ("TW-Kai", "Liberation Sans")})
    assert found(tmp_path, "Liberation Serif") == "Liberation Serif"
    monkeypatch.setattr(fonts, "STAND_INS", {"No Such Font": ("TW-Kai", "Liberation Serif")})
    assert found(tmp_path, "No Such Font") in ("TW-Kai", "Liberation Serif")


@pytest.mark.skipif("Liberation Serif" not in installed(), reason="no Liberation fonts")
def test_a_configuration_of_ones_own_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    own = tmp_path / "own & mine.conf"
    own.write_text(
        "<fontconfig><include>/etc/fonts/fonts.conf</include><alias binding='same'>"
        "<family>Mine</family><prefer><family>Liberation Serif</family></prefer></alias>"
        "</fontconfig>"
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(own))
    assert found(tmp_path, "Mine") == "Liberation Serif"
