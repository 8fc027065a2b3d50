"""What a form or a part of one is told, under the labels printed on the paper."""

from jingjin_forms.facts.labels import label, printed
from jingjin_forms.facts.model import (
    FOLDER,
    Facts,
    Printed,
    Refused,
    explained,
    is_blank,
    is_empty,
    printed_by,
)

__all__ = [
    "FOLDER",
    "Facts",
    "Printed",
    "Refused",
    "explained",
    "is_blank",
    "is_empty",
    "label",
    "printed",
    "printed_by",
]
