"""A school and what can be read off its name.

Hualien's papers want the full name here and the short one there; the township stands in some names
and not in others. Nothing is invented: a part that the name does not show is blank unless given.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from jingjin_forms.facts import Facts, label, printed
from jingjin_forms.parts.townships import TOWNSHIPS
from jingjin_forms.values.choice import Choice
from jingjin_forms.values.text import Text

_county = re.compile("|".join(TOWNSHIPS).replace("臺", "[臺台]"))
# 國民小學 or 國小, as the last thing said or before a branch: 銅門國民小學榕樹分校.
# 海星學校財團法人花蓮縣海星國民小學: what holds the school stands before the name it is known by.
_foundation = re.compile(r"^.{0,24}?(?:學校)?財團法人\s*(?=.*國(?:民|中|小))")
_founded = re.compile("^(?:國立|私立)(?=.{2,})")
_school = re.compile(
    r"國(?:民(?P<long>中小|小|中)學|(?P<short>中小|小|中))(?P<rest>部|.{1,4}分[校班])?$"
)


class SchoolLevel(Choice):
    """What the papers ask for as 國中/國小."""

    JUNIOR_HIGH = "國中"
    ELEMENTARY = "國小"
    BOTH = "國中小"


_LEVELS = {str(level): level for level in SchoolLevel}


class SchoolText(str):
    """A school in a template: `{{ 學校名稱 }}` is its full name, `{{ 學校名稱.簡稱 }}` a part."""

    全銜: str
    簡稱: str
    縣市: str
    鄉鎮市區: str
    學制: str

    full_name = property(lambda self: self.全銜)
    short_name = property(lambda self: self.簡稱)
    county = property(lambda self: self.縣市)
    township = property(lambda self: self.鄉鎮市區)
    level = property(lambda self: self.學制)


class School(Facts):
    """A school (or whoever applies in its place); given as a text or by its parts."""

    title = "學校名稱"
    text_fact = "全銜"

    full_name: Text = label("全銜", hint="例如 花蓮縣吉安鄉宜昌國民小學")
    given_short_name: Text = label("簡稱", "", hint="例如 宜昌國小；不填則由全銜推得")
    given_county: Text = label("縣市", "", hint="例如 花蓮縣；不填則由全銜推得")
    given_township: Text = label("鄉鎮市區", "", hint="例如 吉安鄉；不填則由全銜推得")
    given_level: SchoolLevel | None = label(
        "學制", None, hint="國中、國小或國中小；不填則由全銜推得"
    )

    @property
    @printed("簡稱")
    def short_name(self) -> str:
        """As given, or else as the full name shows it; so are the other parts."""
        return self.given_short_name or read_name(self.full_name).short_name

    @property
    @printed("縣市")
    def county(self) -> str:
        """花蓮縣; blank where neither says it."""
        return self.given_county or read_name(self.full_name).county

    @property
    @printed("鄉鎮市區")
    def township(self) -> str:
        """吉安鄉; blank where neither says it."""
        return self.given_township or read_name(self.full_name).township

    @property
    @printed("學制")
    def level(self) -> SchoolLevel | None:
        """國中, 國小 or 國中小; None where neither says it."""
        return self.given_level or read_name(self.full_name).level

    def __str__(self) -> str:
        return self.full_name

    @staticmethod
    def to_context(school: "School") -> SchoolText:
        """What templates print; each part as given, or else as the full name shows it."""
        text = SchoolText(school.full_name)
        text.全銜 = school.full_name
        text.簡稱 = school.short_name
        text.縣市 = school.county
        text.鄉鎮市區 = school.township
        text.學制 = str(school.level or "")
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

    The short name leaves out who founded the school, 縣立, 國立, 私立 or a 學校財團法人.

    >>> read_name("花蓮縣吉安鄉宜昌國民小學")[:3]
    ('花蓮縣', '吉安鄉', '宜昌國小')
    """
    county, rest = _county_and_rest(full_name.strip())
    school = _school.search(rest)
    if rest.startswith("立大學"):  # 臺北市立大學附設實驗國民小學 belongs to a 大學 called 市立
        rest = county[-1:] + rest
    elif school is None or school.start() > len("立山"):  # not 立山國小
        rest = rest.removeprefix("立")
    township = _township(county, rest)
    if school is None:  # 吉安鄉公所 keeps its 吉安鄉
        return NameParts(county, township, rest, None)
    own_name = _founded.sub("", rest[len(township) :].lstrip())
    if _school.match(own_name):  # so the township was the school's own name
        township, own_name = "", rest
    kind = "國" + (school["long"] or school["short"])
    short_name = _school.sub(kind + (school["rest"] or ""), own_name)
    return NameParts(county, township, short_name, _LEVELS[kind])


def _county_and_rest(name: str) -> tuple[str, str]:
    """The 縣市 that the name shows, before a foundation's name or behind it, and what follows."""
    known = _foundation.sub("", name)
    behind, before = _county.match(known), _county.match(name)
    county = behind or before
    return (county[0] if county else ""), (known[behind.end() :] if behind else known).lstrip()


def _township(county: str, rest: str) -> str:
    """The township that the name goes on with: none in 新市國小, 新市區 in 新市區新市國小."""
    plain = rest.replace("台", "臺")
    known = TOWNSHIPS.get(county.replace("台", "臺"), ())
    return next((rest[: len(name)] for name in known if plain.startswith(name)), "")
