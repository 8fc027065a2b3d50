"""Where a batch writes: a folder, or an fsspec URL that workers on other machines reach too.

A file is made under the name that it is to have only where nothing has that name. Where something
has it and is to be replaced, the new file waits aside (is staged) until the whole table has been
read and no other row claims the name.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from enum import Enum
from typing import NamedTuple, Protocol

STAGED = "staged"
"""What `write` gives for a file that waits to replace one."""


class There(Enum):
    """What stands under a name."""

    NOTHING = 0
    EMPTY = 1
    """A file without a byte, or of zeros only: what a power cut leaves of one just written."""
    BROKEN = 2
    """A Word file that breaks off."""
    SOMETHING = 3


BROKEN = "已經有「{}」，但不是完整的檔案（多半是寫到一半停電）；請刪掉它再做一次，或選擇覆寫。"
"""The sentence for a file that breaks off."""


class Content(NamedTuple):
    """What a row makes: its file and, by suffix, what goes beside it under the same name."""

    file: bytes
    beside: Mapping[str, bytes] = {}
    aside: Mapping[str, bytes] = {}
    """As .odt, which is not wanted (see `aside`): by the name of a Word file in the folder of the
    row, blank where the row has one file."""


class Target(Protocol):
    """A place for finished files. It is sent to workers, so it must be picklable."""

    def opened(self) -> "AbstractContextManager[Target]":
        """The place, made ready for one batch. Raises FileProblemError."""
        ...

    def there(self, name: str) -> There:
        """What stands under the name."""
        ...

    def write(self, name: str, content: bytes, *, overwrite: bool) -> str:
        """Write a file whole or not at all; what was made, never blank.

        Raises FileProblemError.
        """
        ...

    def made_before(self, name: str, content: bytes) -> str | None:
        """What this batch made of the row before its worker was lost; None where it made nothing.

        Blank where that is not sure.
        """
        ...

    def remove(self, name: str, made: str) -> None:
        """Take a file away that this batch has made, unless another has its place by now."""
        ...

    def publish(self, name: str) -> None:
        """Let a staged file replace the one of its name. Raises FileProblemError."""
        ...


class WithFormats(Protocol):
    """A place that has each Word file in other formats beside it, made of that file or of the same
    facts: never of an earlier one."""

    def is_complete(self, name: str) -> bool:
        """Whether what is there under the name has all beside it that is filled as it is."""
        ...

    def complete(self, name: str, content: Content) -> None:
        """Put beside what is there under the name what it has not yet: as far as that is what the
        row makes today. Raises FileProblemError."""
        ...

    def add(self, name: str, made: str, beside: Mapping[str, bytes]) -> str:
        """Write what goes beside a file that `write` has just made; all that was made.

        Where that fails the file is taken away. Raises FileProblemError.
        """
        ...

    def put_aside(self, name: str, aside: Mapping[str, bytes]) -> None:
        """Keep what a file that `write` has just made, or a file in it, is as .odt."""
        ...
