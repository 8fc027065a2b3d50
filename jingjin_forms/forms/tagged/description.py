"""The description beside a tagged Word file: `我的表.yaml` says what `我的表.docx` cannot.

    標題: 讀書會經費表
    學年度: 113
    文件: {名稱: 範例縣113學年度讀書會實施計畫, 文號: 府教字第1130000001號}
    欄位:
      經費項目:
        列數: 6
        欄位:
          總價: {計算: 單價 × 數量}
      合計: {計算: 經費項目.總價 的合計}
    規則:
      - {欄位: 合計, 上限: 5000, 條號: 三, 條文: "每校以 5,000元為限。"}

These classes are both what reads it and its JSON Schema.
"""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema, model_validator

from jingjin_forms.checks.finding import Severity
from jingjin_forms.errors import listed
from jingjin_forms.forms.tagged.description_values import (
    Condition,
    Day,
    Hour,
    Percent,
    Range,
    Rows,
    Said,
    Several,
    Window,
    Worked,
    Year,
    Yes,
    YesOrNo,
)
from jingjin_forms.forms.tagged.spec import FieldKind

KINDS = tuple(kind for kind in FieldKind if kind is not FieldKind.OTHER)
"""What may be asked for; 其他 is what only our own forms have."""
SUFFIXES = (".yaml", ".yml")


def _kind(value: object) -> FieldKind:
    if value not in KINDS:
        raise ValueError(f"沒有這個類型；可填的有：{'、'.join(KINDS)}。")
    return FieldKind(value)


def _weight(value: object) -> Severity:
    if value not in (*Severity,):
        raise ValueError(f"要填 {' 或 '.join(Severity)}。")
    return Severity(value)


Kind = Annotated[FieldKind, PlainValidator(_kind), WithJsonSchema({"enum": [*map(str, KINDS)]})]


Weight = Annotated[
    Severity, PlainValidator(_weight), WithJsonSchema({"enum": [*map(str, Severity)]})
]


def _key(printed: str, said: str, default: Any = None) -> Any:
    return Field(default, alias=printed, title=printed, description=said)


class Described(BaseModel):
    """Base of the parts of a description."""

    model_config = ConfigDict(
        extra="forbid", validate_by_name=False, validate_by_alias=True, frozen=True
    )
    title: ClassVar[str] = ""
    """What messages call it."""
    text_key: ClassVar[str] = ""
    """Under which key a bare text is taken."""

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """What may be written."""
        return tuple(str(field.alias) for field in cls.model_fields.values())

    @model_validator(mode="before")
    @classmethod
    def _as_keys(cls, given: Any) -> Any:
        return {cls.text_key: given} if cls.text_key and isinstance(given, str) else given


class DocumentDescription(Described):
    """文件."""

    text_key = "名稱"

    name: Said = _key("名稱", "官方文件的全名，例如 範例縣113學年度讀書會實施計畫", ...)
    number: Said | None = _key("文號", "例如 府教字第1130000001號")
    issued: Day | None = _key("日期", "發布或最後修正的日子，例如 113年3月1日")
    link: Said | None = _key("網址", "公布在哪裡")


class FieldDescription(Described):
    """One of 欄位."""

    text_key = "類型"

    kind: Kind | None = _key("類型", "填什麼；不寫就照範本的標記與套件認得的標籤")
    hint: Said | None = _key("說明", "要怎麼填，例如 含分機")
    required: YesOrNo | None = _key("必填", "是：沒有填就不能產生；否：可以留白")
    rows: Rows | None = _key("列數", "清單在紙上印幾列；資料少也留這麼多列，多了會增列")
    options: Several | None = _key("選項", "可以選的，照紙上的順序")
    several: YesOrNo | None = _key("可複選", "是：可以勾好幾個")
    computed: Worked | None = _key(
        "計算", "由別的欄位算出，例如 單價 × 數量、經費項目.總價 的合計、國字大寫(合計)"
    )
    fields: "dict[str, FieldDescription | None] | None" = _key("欄位", "清單每一列、或這一組的欄位")


Told = Mapping[str, FieldDescription | None]
"""What a description says of each of some fields, by label."""
NOTHING_TOLD = FieldDescription()


RULE_KINDS = {
    "上限": "at_most",
    "下限": "at_least",
    "比例": "percent",
    "期間": "window",
    "相等": "same_as",
    "必填": "required",
    "免填": "omitted",
    "截止": "last_day",
    "字數": "length",
    "筆數": "count",
}
"""What a rule may ask, and the field that says it."""
_NEEDED = {kind: ("欄位", "條文") for kind in RULE_KINDS} | {
    "比例": ("欄位", "基準", "條文"),
    "截止": ("條文",),
}
"""What a rule of a kind must say, unless it has the 編號 of one that it changes."""
_ONLY_WITH = {"基準": "比例", "時間": "截止"}


def _one_kind(schema: dict[str, Any]) -> None:
    """Exactly one kind; or none, where a rule of the form that is varied is only changed."""
    changes = {"required": ["編號"]}
    kinds = [
        {"required": [kind], "anyOf": [{"required": [*needed]}, changes]}
        for kind, needed in _NEEDED.items()
    ]
    none = [{"required": [kind]} for kind in (*RULE_KINDS, "欄位")]
    schema["oneOf"] = [*kinds, {**changes, "not": {"anyOf": none}}]
    schema["dependentRequired"] = {key: [kind] for key, kind in _ONLY_WITH.items()}


class RuleDescription(Described):
    """One of 規則."""

    model_config = ConfigDict(json_schema_extra=_one_kind)

    field: Said | None = _key("欄位", "管哪個欄位，例如 合計、經費項目.單價、經費項目.總價 的合計")
    at_most: Worked | None = _key("上限", "不能超過的數字，或算式，例如 60000、人數 × 500")
    at_least: Worked | None = _key("下限", "不能少於的數字，或算式")
    percent: Percent | None = _key("比例", "最多占「基準」的百分之幾，例如 6%")
    base: Said | None = _key("基準", "比例是誰的百分之幾，例如 合計")
    window: Window | None = _key(
        "期間", "日期要在哪段期間，例如 112年8月1日至113年6月30日；學年度 指紙上的學年度"
    )
    same_as: Said | None = _key("相等", "要和哪個欄位一樣")
    required: Yes | None = _key("必填", "是：要填（沒填只提報，仍可產生）")
    omitted: Yes | None = _key("免填", "是：要留白")
    last_day: Day | None = _key("截止", "最後一天，例如 113年3月15日")
    length: Range | None = _key("字數", "例如 300（至多）、至少 50、50-300")
    count: Range | None = _key("筆數", "清單有幾列，例如 20（至多）、至少 3、3-20")
    when: Condition | None = _key("當", "什麼時候才管，例如 申辦情形 = 續辦、項目 含 印刷")
    unit: Said | None = _key("單位", "訊息裡數字的單位；金額是元，字數是字")
    hour: Hour | None = _key("時間", "截止的鐘點，例如 下午5時")
    text: Said | None = _key("條文", "依據的那一句，照抄")
    clause: Said | None = _key("條號", "那一句的編號，例如 三(一)")
    severity: Weight | None = _key("輕重", "錯誤：會被退件；提醒：以…為原則、宜")
    number: Said | None = _key("編號", "規則的編號；與依據的表件同號時，改那一條")

    @property
    def kind(self) -> str:
        """Which of the kinds it is; blank where it only changes another rule."""
        return next(
            (key for key, name in RULE_KINDS.items() if getattr(self, name) is not None), ""
        )

    @model_validator(mode="after")
    def _is_one(self) -> "RuleDescription":
        kinds = [key for key, name in RULE_KINDS.items() if getattr(self, name) is not None]
        if len(kinds) > 1:
            raise ValueError(f"一條規則只能有一種：{listed(kinds)}；請分成幾條。")
        if not kinds and (self.number is None or self.field is not None):
            raise ValueError(f"要有其中一種：{'、'.join(RULE_KINDS)}。")
        given = {str(type(self).model_fields[name].alias) for name in self.model_fields_set}
        missing = [key for kind in kinds for key in _NEEDED[kind] if key not in given]
        if missing and self.number is None:
            raise ValueError(f"還要寫：{'、'.join(missing)}。")
        for key, kind in _ONLY_WITH.items():
            if key in given and kind not in kinds:
                raise ValueError(f"「{key}」要和「{kind}」一起寫。")
        return self


class Description(Described):
    """The whole file."""

    title_: Said | None = _key("標題", "表件的標題；不寫就是範本的檔名")
    annex: Said | None = _key("編號", "例如 附件三")
    programme: Said | None = _key("計畫", "誰要的，例如 範例縣 讀書會")
    school_year: Year | None = _key("學年度", "這張表是哪個學年度的，例如 113")
    document: DocumentDescription | None = _key("文件", "規則引用的官方文件")
    base: Said | None = _key(
        "依據", "由哪張表件改來：代號（school_based/budget_estimate）、表名，或另一個 .docx"
    )
    fields: dict[str, FieldDescription | None] | None = _key("欄位", "每個標籤再說些什麼")
    rules: list[RuleDescription] | None = _key("規則", "檢核時要看的規則，各有條文")
    without: Several | None = _key("去掉規則", "依據的表件裡不用的規則的編號")


Description.title = "說明檔"
