"""A command that makes the files of a folder anew from their sources, or checks them.

main = Rebuilding("python -m …", "把版面原稿排成 Word 範本", rebuild, stale, …).run
"""

import argparse
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from jingjin_forms.errors import JingjinError


@dataclass(frozen=True)
class Rebuilding:
    """A command with --check, in the words of its help and of what it prints."""

    program: str
    description: str
    rebuild: Callable[[Path], Iterable[Path]]
    """Makes the files of a folder; gives those that it has written."""
    stale: Callable[[Path], Iterable[Path]]
    """The files of a folder that are not what they would be made anew."""
    done: str
    """What is printed before a file that was written."""
    behind: str
    """What is printed before one that has fallen behind."""

    def run(self, arguments: list[str] | None = None) -> int:
        """Run the command; 1 where a source is wrong or, with --check, a file has fallen behind."""
        parser = argparse.ArgumentParser(prog=self.program, description=self.description)
        parser.add_argument("folder", nargs="?", default="templates", type=Path, help="範本資料夾")
        parser.add_argument("--check", action="store_true", help="只檢查，不寫檔")
        options = parser.parse_args(arguments)
        if not options.folder.is_dir():
            parser.error(f"沒有這個資料夾：{options.folder}")
        act = self.stale if options.check else self.rebuild
        try:
            paths = list(act(options.folder))
        except JingjinError as error:
            print(error, file=sys.stderr)
            return 1
        for path in paths:
            print(f"{self.behind if options.check else self.done}：{path}")
        return 1 if options.check and paths else 0
