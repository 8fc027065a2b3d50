"""What a school's name shows, and what it does not."""

from typing import Any

import pytest

from jingjin_forms import FactsError, School
from jingjin_forms.parts.school import SchoolLevel, read_name
from jingjin_forms.parts.townships import TOWNSHIPS

NAMES = [
    # full name, county, township, short name, level
    ("花蓮縣吉安鄉宜昌國民小學", "花蓮縣", "吉安鄉", "宜昌國小", "國小"),
    ("花蓮縣宜昌國小", "花蓮縣", "", "宜昌國小", "國小"),
    ("花蓮縣立宜昌國民中學", "花蓮縣", "", "宜昌國中", "國中"),
    ("花蓮縣新城國小", "花蓮縣", "", "新城國小", "國小"),
    ("花蓮縣新城鄉新城國小", "花蓮縣", "新城鄉", "新城國小", "國小"),
    ("花蓮縣中正國小", "花蓮縣", "", "中正國小", "國小"),
    ("花蓮縣鎮平國小", "花蓮縣", "", "鎮平國小", "國小"),
    ("花蓮縣花蓮市中正國民小學", "花蓮縣", "花蓮市", "中正國小", "國小"),
    ("臺南市新市國小", "臺南市", "", "新市國小", "國小"),
    ("臺南市新市區新市國小", "臺南市", "新市區", "新市國小", "國小"),
    ("臺南市立新市國民中學", "臺南市", "", "新市國中", "國中"),
    ("臺南市左鎮區左鎮國民小學", "臺南市", "左鎮區", "左鎮國小", "國小"),
    ("臺南市中西區成功國民小學", "臺南市", "中西區", "成功國小", "國小"),
    ("臺南市東區東光國民小學", "臺南市", "東區", "東光國小", "國小"),
    ("高雄市前鎮國中", "高雄市", "", "前鎮國中", "國中"),
    ("高雄市立前鎮國民中學", "高雄市", "", "前鎮國中", "國中"),
    ("高雄市前鎮區前鎮國民小學", "高雄市", "前鎮區", "前鎮國小", "國小"),
    ("高雄市那瑪夏區民生國民小學", "高雄市", "那瑪夏區", "民生國小", "國小"),
    ("桃園市平鎮區平鎮國民小學", "桃園市", "平鎮區", "平鎮國小", "國小"),
    ("桃園市立平鎮國民中學", "桃園市", "", "平鎮國中", "國中"),
    ("新竹市東門國小", "新竹市", "", "東門國小", "國小"),
    ("新竹市東區東門國民小學", "新竹市", "東區", "東門國小", "國小"),
    ("屏東縣三地門鄉地磨兒國民小學", "屏東縣", "三地門鄉", "地磨兒國小", "國小"),
    ("嘉義縣阿里山鄉阿里山國民中小學", "嘉義縣", "阿里山鄉", "阿里山國中小", "國中小"),
    ("臺東縣太麻里鄉大王國民小學", "臺東縣", "太麻里鄉", "大王國小", "國小"),
    ("台東縣台東市仁愛國小", "台東縣", "台東市", "仁愛國小", "國小"),
    ("雲林縣台西鄉台西國民小學", "雲林縣", "台西鄉", "台西國小", "國小"),
    ("臺中市東區成功國民小學", "臺中市", "東區", "成功國小", "國小"),
    ("新北市立八里國民中學", "新北市", "", "八里國中", "國中"),
    ("新北市八里區八里國民小學", "新北市", "八里區", "八里國小", "國小"),
    ("連江縣立中正國民中小學", "連江縣", "", "中正國中小", "國中小"),
    ("花蓮縣秀林鄉銅門國民小學榕樹分校", "花蓮縣", "秀林鄉", "銅門國小榕樹分校", "國小"),
    ("花蓮縣 吉安鄉 宜昌國小", "花蓮縣", "吉安鄉", "宜昌國小", "國小"),
    (" 花蓮縣吉安鄉宜昌國小 ", "花蓮縣", "吉安鄉", "宜昌國小", "國小"),
    ("花蓮縣私立海星國民小學", "花蓮縣", "", "海星國小", "國小"),
    ("花蓮縣立體育高級中等學校附設國中部", "花蓮縣", "", "體育高級中等學校附設國中部", "國中"),
    ("花蓮縣卓溪鄉立山國民小學", "花蓮縣", "卓溪鄉", "立山國小", "國小"),
    ("花蓮縣立山國小", "花蓮縣", "", "立山國小", "國小"),
    ("臺中市立人國民小學", "臺中市", "", "立人國小", "國小"),
    ("國立東華大學附設實驗國民小學", "", "", "東華大學附設實驗國小", "國小"),
    ("臺北市立大學附設實驗國民小學", "臺北市", "", "市立大學附設實驗國小", "國小"),
    ("學校財團法人新竹縣康乃薾國民中小學", "新竹縣", "", "康乃薾國中小", "國中小"),
    ("海星學校財團法人花蓮縣海星國民小學", "花蓮縣", "", "海星國小", "國小"),
    ("花蓮縣財團法人海星國民小學", "花蓮縣", "", "海星國小", "國小"),
    ("慈濟學校財團法人慈濟大學附屬實驗國民小學", "", "", "慈濟大學附屬實驗國小", "國小"),
    ("花蓮縣吉安鄉私立海星國民小學", "花蓮縣", "吉安鄉", "海星國小", "國小"),
    ("國立花蓮國民中學", "", "", "花蓮國中", "國中"),
    ("國立國小", "", "", "國立國小", "國小"),
    ("財團法人晨曦基金會", "", "", "財團法人晨曦基金會", ""),
    ("宜昌國小", "", "", "宜昌國小", "國小"),
    ("臺北市立建國高級中學", "臺北市", "", "建國高級中學", ""),
    ("花蓮縣政府", "花蓮縣", "", "政府", ""),
    ("花蓮縣吉安鄉公所", "花蓮縣", "吉安鄉", "吉安鄉公所", ""),
    ("東岸大學教育系專業團隊", "", "", "東岸大學教育系專業團隊", ""),
    ("花蓮縣", "花蓮縣", "", "", ""),
    ("", "", "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "county", "township", "short", "level"), NAMES)
def test_names(name: str, county: str, township: str, short: str, level: str):
    seen = read_name(name)
    assert (*seen[:3], seen.level or "") == (county, township, short, level)


def test_every_township_is_told_from_a_school_of_its_name():
    assert sum(map(len, TOWNSHIPS.values())) == 368
    for county, townships in TOWNSHIPS.items():
        assert len(set(townships)) == len(townships)
        for township in townships:
            own = township[:-1]
            inside = read_name(f"{county}{township}{own}國民小學")
            assert inside[:3] == (county, township, f"{own}國小")
            if len(own) > 1:  # 立東國中 is more likely a school called 立東
                assert read_name(f"{county}立{own}國民中學")[:3] == (county, "", f"{own}國中")
            assert read_name(f"{county}{township}國小")[1] == ""


def test_given_parts_win():
    school = School.model_validate(
        {"全銜": "花蓮縣立晨曦國民中學", "簡稱": "晨曦", "鄉鎮市區": "吉安鄉", "學制": "國中小"}
    )
    shown = School.to_context(school)
    assert shown == shown.全銜 == str(school) == "花蓮縣立晨曦國民中學"
    assert (shown.簡稱, shown.縣市, shown.鄉鎮市區, shown.學制) == (
        "晨曦",
        "花蓮縣",
        "吉安鄉",
        "國中小",
    )


def test_given_parts_win_over_what_the_name_shows():
    given = {"full_name": "花蓮縣吉安鄉宜昌國小", "county": "臺東縣", "township": "卑南鄉"}
    shown = School.to_context(School(**given))
    assert (shown.縣市, shown.鄉鎮市區, shown.簡稱, shown.學制) == (
        "臺東縣",
        "卑南鄉",
        "宜昌國小",
        "國小",
    )


def test_a_text_stands_for_the_full_name():
    assert School.model_validate("甲國小") == School(full_name="甲國小")
    assert read_name("花蓮縣宜昌國小").level is SchoolLevel.ELEMENTARY


def test_the_parts_are_what_the_paper_prints():
    school = School(full_name="花蓮縣吉安鄉宜昌國民小學")
    assert (school.short_name, school.county, school.township) == ("宜昌國小", "花蓮縣", "吉安鄉")
    assert school.level is SchoolLevel.ELEMENTARY
    given = School(full_name="花蓮縣吉安鄉宜昌國民小學", short_name="宜昌", level="國中小")
    assert (given.short_name, given.level) == ("宜昌", SchoolLevel.BOTH)
    given.short_name = "宜小"
    assert given.short_name == School.to_context(given).簡稱 == "宜小"
    given.full_name, given.short_name = "花蓮縣光復國小", ""
    assert given.short_name == "光復國小"
    assert School.model_validate(given.model_dump()) == given


@pytest.mark.parametrize("given", [{}, {"簡稱": "宜昌國小"}, {"全銜": ""}, {"全銜": ["甲"]}])
def test_the_full_name_is_required(given: Any):
    from jingjin_forms.programmes.school_based.forms.orid_feedback import OridFeedback

    with pytest.raises(FactsError, match="教師質性回饋：學校名稱「全銜」："):
        OridFeedback.load({"學校名稱": given})
