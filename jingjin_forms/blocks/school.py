"""A school and what can be read off its name.

Hualien's papers want the full name here and the short one there; the township stands in some names
and not in others. Nothing is invented: a part that the name does not show is blank unless given.
"""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import model_validator

from jingjin_forms.blocks.choice import Choice
from jingjin_forms.blocks.text import Text
from jingjin_forms.facts import Facts, label

_COUNTIES = (
    "臺北市 新北市 桃園市 臺中市 臺南市 高雄市 基隆市 新竹市 嘉義市 新竹縣 苗栗縣 彰化縣 南投縣 "
    "雲林縣 嘉義縣 屏東縣 宜蘭縣 花蓮縣 臺東縣 澎湖縣 金門縣 連江縣"
).split()
_county = re.compile("|".join(_COUNTIES).replace("臺", "[臺台]"))
# Cities divide into 區 (some of them named with 鎮 or 市: 平鎮區, 新市區), counties into 鄉鎮市.
_township_of_city = re.compile(r"[^區]{1,3}區")
_township_of_county = re.compile(r"[^鄉鎮市]{2,3}[鄉鎮市]")
_SHORT_ENDINGS = (("國民中小學", "國中小"), ("國民小學", "國小"), ("國民中學", "國中"))


class SchoolLevel(Choice):
    """What the papers ask for as 國中/國小."""

    JUNIOR_HIGH = "國中"
    ELEMENTARY = "國小"
    BOTH = "國中小"


class SchoolText(str):
    """A school in a template: `{{ 學校名稱 }}` is its full name, `{{ 學校名稱.簡稱 }}` a part."""

    全銜: str
    簡稱: str
    縣市: str
    鄉鎮市區: str
    學制: str


class School(Facts):
    """A school (or whoever applies in its place); given as a text or by its parts."""

    title = "學校名稱"

    full_name: Text = label("全銜", hint="例如 花蓮縣吉安鄉宜昌國民小學")
    short_name: Text = label("簡稱", "", hint="例如 宜昌國小；不填則由全銜推得")
    county: Text = label("縣市", "", hint="例如 花蓮縣；不填則由全銜推得")
    township: Text = label("鄉鎮市區", "", hint="例如 吉安鄉；不填則由全銜推得")
    level: SchoolLevel | None = label("學制", None, hint="國中、國小或國中小；不填則由全銜推得")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, given: Any) -> Any:
        return {"full_name": given} if isinstance(given, str) else given

    def __str__(self) -> str:
        return self.full_name

    @staticmethod
    def to_context(school: "School") -> SchoolText:
        """What templates print; each part as given, or else as the full name shows it."""
        seen = read_name(school.full_name)
        text = SchoolText(school.full_name)
        text.全銜 = school.full_name
        text.簡稱 = school.short_name or seen.short_name
        text.縣市 = school.county or seen.county
        text.鄉鎮市區 = school.township or seen.township
        text.學制 = str(school.level or seen.level or "")
        return text


class NameParts(NamedTuple):
    """What a school's full name shows; blank where it does not."""

    county: str
    township: str
    short_name: str
    level: SchoolLevel | None


@lru_cache(maxsize=8192)
def read_name(full_name: str) -> NameParts:
    """Read 縣市, 鄉鎮市區, 簡稱 and 國中/國小 off a full name.

    >>> read_name("花蓮縣吉安鄉宜昌國民小學")[:3]
    ('花蓮縣', '吉安鄉', '宜昌國小')
    """
    name = full_name.strip()
    found = _county.match(name)
    county = found[0] if found else ""
    rest = name[len(county) :]
    township = ""
    if county:
        rest = rest.removeprefix("立")
        pattern = _township_of_city if county.endswith("市") else _township_of_county
        # At least two characters must be left for the school itself: 花蓮縣新城國小 has no township.
        if (at := pattern.match(rest)) is not None and len(rest) - at.end() >= len("中正國小") - 1:
            township = at[0]
            rest = rest[at.end() :].removeprefix("立")
    return NameParts(county, township, _shortened(rest), _level(rest))


def _shortened(rest: str) -> str:
    for long, short in _SHORT_ENDINGS:
        if rest.endswith(long):
            return rest.removesuffix(long) + short
    return rest


def _level(rest: str) -> SchoolLevel | None:
    for ending, level in (
        ("國中小", SchoolLevel.BOTH),
        ("國小", SchoolLevel.ELEMENTARY),
        ("國中", SchoolLevel.JUNIOR_HIGH),
    ):
        if _shortened(rest).endswith((ending, ending + "部")):
            return level
    return None
