"""What an editor offers while one types: asked of pyright, as Visual Studio Code asks it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

import pytest

import jingjin_forms

USER = """\
from jingjin_forms import BudgetLine
line = BudgetLine(item="x")
line.uni
BudgetLine(uni
BudgetLine(單
"""


class Editor:
    """One side of the language server protocol, as much of it as completion needs."""

    def __init__(self, server: "subprocess.Popen[bytes]") -> None:
        self._out, self._in = cast(IO[bytes], server.stdin), cast(IO[bytes], server.stdout)
        self._asked = 0

    def tell(self, method: str, **parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def ask(self, method: str, **parameters: Any) -> Any:
        """The answer; the server's own questions in between are answered, too."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": parameters})
        while True:
            message = self._read()
            if "method" in message and "id" in message:
                items = message.get("params", {}).get("items", [])
                python = [{"pythonPath": sys.executable} for _ in items]
                self._send({"id": message["id"], "result": python or None})
            elif message.get("id") == self._asked:
                return message["result"]

    def _send(self, message: dict[str, Any]) -> None:
        text = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._out.write(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))
        self._out.flush()

    def _read(self) -> dict[str, Any]:
        length = 0
        while line := self._in.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self._in.read(length))


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    program = Path(sys.executable).with_name("pyright-langserver")
    if not program.exists():
        pytest.skip("pyright is not installed")
    here = {**os.environ, "PYTHONPATH": str(Path(jingjin_forms.__file__).parents[1])}
    with subprocess.Popen(
        [program, "--stdio"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=here,
    ) as server:
        editor = Editor(server)
        folder = {"uri": tmp_path.as_uri(), "name": "user"}
        can = {"workspace": {"configuration": True}}
        editor.ask("initialize", processId=None, capabilities=can, workspaceFolders=[folder])
        editor.tell("initialized")
        try:
            yield editor
        finally:
            server.kill()


@pytest.mark.slow
def test_fields_are_offered_by_both_names(editor: Editor, tmp_path: Path):
    file = {"uri": (tmp_path / "user.py").as_uri(), "languageId": "python", "version": 1}
    editor.tell("textDocument/didOpen", textDocument={**file, "text": USER})

    def offered(line: int) -> set[str]:
        end = {"line": line, "character": len(USER.splitlines()[line])}
        answer = editor.ask("textDocument/completion", textDocument=file, position=end)
        return {item["label"] for item in answer["items"]}

    assert "unit_price" in offered(2)
    assert "unit_price=" in offered(3)
    assert "單價=" in offered(4)
