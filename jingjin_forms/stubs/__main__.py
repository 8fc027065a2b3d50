"""`python -m jingjin_forms.stubs [--check]`: write the stubs anew, or check them."""

import argparse
import sys

from jingjin_forms.stubs import PACKAGE, rebuild, stale


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 when, with --check, a stub has fallen behind."""
    parser = argparse.ArgumentParser(
        prog="python -m jingjin_forms.stubs", description="為型別檢查與編輯器寫 .pyi"
    )
    parser.add_argument("--check", action="store_true", help="只檢查，不寫檔")
    options = parser.parse_args(arguments)
    paths = stale() if options.check else rebuild()
    for path in paths:
        shown = path.relative_to(PACKAGE.parent).as_posix()
        print(f"型別檔與程式不一致：{shown}" if options.check else f"已寫：{shown}")
    return 1 if options.check and paths else 0


if __name__ == "__main__":
    sys.exit(main())
