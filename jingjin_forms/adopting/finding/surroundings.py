"""What is known of where some lines stand."""

from dataclasses import dataclass, field


@dataclass
class Surroundings:
    """Of a cell, or of what stands between two tables."""

    label: str = ""
    """What names the cell: the words left of it or above it."""
    around: list[str] = field(default_factory=list[str])
    ends_open: bool = True
    """Whether room follows a last 「label：」: not when an empty cell or a table does."""
    is_cell: bool = False
