"""Rules of what a school uploads: when, and when again after the review."""

from jingjin_forms.checks.kinds import Deadline
from jingjin_forms.checks.rule import Rule
from jingjin_forms.programmes.learning_community.rules.communities import (
    FIRST_UPLOAD,
    FIRST_UPLOAD_ENDS,
)
from jingjin_forms.programmes.learning_community.source import PLAN
from jingjin_forms.values.roc import RocDate

RULES: tuple[Rule, ...] = (
    Deadline(
        number="D13",
        forms=("application",),
        what="計畫草擬上傳",
        last=FIRST_UPLOAD_ENDS,
        when=lambda packet: not packet.application.is_revised,
        clause=FIRST_UPLOAD,
    ),
    Deadline(
        number="D14",
        forms=("application",),
        what="計畫修正再上傳",
        last=RocDate("102年10月15日"),
        when=lambda packet: packet.application.is_revised,
        clause=PLAN["陸三3"],
    ),
)
