# Written by `python -m jingjin_forms.stubs`; change submission_checklist.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from collections.abc import Sequence
from jingjin_forms.facts import Facts
from jingjin_forms.facts.accepted import AnyDate
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.school import School
from jingjin_forms.values import Choice
from jingjin_forms.values import Text
from jingjin_forms.values.roc import RocDate
from typing import Any
from typing import overload


class PaperState(Choice):
    MADE = '已產生'
    ENCLOSED = '已附'
    MISSING = '尚缺'
    FAULTY = '有誤'

class _Paper(Facts):
    @property
    def paper_title(self) -> Text:
        """文件：例如 經費概算表"""
    @paper_title.setter
    def paper_title(self, value: AnyText | None) -> None: ...
    @property
    def file_name(self) -> Text:
        """檔名"""
    @file_name.setter
    def file_name(self, value: AnyText | None) -> None: ...
    @property
    def seals(self) -> Text:
        """核章：例如 承辦人、主任、主計、校長；不必核章者免填"""
    @seals.setter
    def seals(self, value: AnyText | None) -> None: ...
    @property
    def state(self) -> PaperState | None:
        """狀態"""
    @state.setter
    def state(self, value: PaperState | str | None) -> None: ...
    @property
    def basis(self) -> Text:
        """依據：規定要這份文件的條文"""
    @basis.setter
    def basis(self, value: AnyText | None) -> None: ...
    def __init__(
        self,
        *,
        paper_title: AnyText | None = ...,
        file_name: AnyText | None = ...,
        seals: AnyText | None = ...,
        state: PaperState | str | None = ...,
        basis: AnyText | None = ...,
        文件: AnyText | None = ...,
        檔名: AnyText | None = ...,
        核章: AnyText | None = ...,
        狀態: PaperState | str | None = ...,
        依據: AnyText | None = ...,
    ) -> None: ...

class _Delivery(Facts):
    @property
    def method(self) -> Text:
        """送法：紙本、上傳或光碟"""
    @method.setter
    def method(self, value: AnyText | None) -> None: ...
    @property
    def paper_title(self) -> Text:
        """文件：例如 審查作業表、實施計畫"""
    @paper_title.setter
    def paper_title(self, value: AnyText | None) -> None: ...
    @property
    def copies(self) -> Text:
        """份數與裝訂：例如 1式1份，裝訂成冊"""
    @copies.setter
    def copies(self, value: AnyText | None) -> None: ...
    @property
    def recipient(self) -> Text:
        """收件：收件的單位，或上傳的網站"""
    @recipient.setter
    def recipient(self, value: AnyText | None) -> None: ...
    @property
    def basis(self) -> Text:
        """依據：規定這樣送的條文"""
    @basis.setter
    def basis(self, value: AnyText | None) -> None: ...
    def __init__(
        self,
        *,
        method: AnyText | None = ...,
        paper_title: AnyText | None = ...,
        copies: AnyText | None = ...,
        recipient: AnyText | None = ...,
        basis: AnyText | None = ...,
        送法: AnyText | None = ...,
        文件: AnyText | None = ...,
        份數與裝訂: AnyText | None = ...,
        收件: AnyText | None = ...,
        依據: AnyText | None = ...,
    ) -> None: ...

class _Deadline(Facts):
    @property
    def what(self) -> Text:
        """事項：例如 成果報告"""
    @what.setter
    def what(self, value: AnyText | None) -> None: ...
    @property
    def date(self) -> Text:
        """日期：例如 113年7月15日"""
    @date.setter
    def date(self, value: AnyText | None) -> None: ...
    @property
    def basis(self) -> Text:
        """依據：訂下這個期限的條文"""
    @basis.setter
    def basis(self, value: AnyText | None) -> None: ...
    def __init__(
        self,
        *,
        what: AnyText | None = ...,
        date: AnyText | None = ...,
        basis: AnyText | None = ...,
        事項: AnyText | None = ...,
        日期: AnyText | None = ...,
        依據: AnyText | None = ...,
    ) -> None: ...

class _Finding(Facts):
    @property
    def severity(self) -> Text:
        """輕重：錯誤或提醒"""
    @severity.setter
    def severity(self, value: AnyText | None) -> None: ...
    @property
    def paper_title(self) -> Text:
        """文件：例如 經費概算表；與整份送件有關者免填"""
    @paper_title.setter
    def paper_title(self, value: AnyText | None) -> None: ...
    @property
    def where(self) -> Text:
        """欄位：例如 經費項目第 2 項「單價」"""
    @where.setter
    def where(self, value: AnyText | None) -> None: ...
    @property
    def note(self) -> Text:
        """說明"""
    @note.setter
    def note(self, value: AnyText | None) -> None: ...
    @property
    def basis(self) -> Text:
        """依據：不合的條文"""
    @basis.setter
    def basis(self, value: AnyText | None) -> None: ...
    def __init__(
        self,
        *,
        severity: AnyText | None = ...,
        paper_title: AnyText | None = ...,
        where: AnyText | None = ...,
        note: AnyText | None = ...,
        basis: AnyText | None = ...,
        輕重: AnyText | None = ...,
        文件: AnyText | None = ...,
        欄位: AnyText | None = ...,
        說明: AnyText | None = ...,
        依據: AnyText | None = ...,
    ) -> None: ...

class SubmissionChecklist(Form):
    @property
    def submission_name(self) -> Text:
        """送件名稱：例如 學校本位進修 送審"""
    @submission_name.setter
    def submission_name(self, value: AnyText) -> None: ...
    @property
    def school(self) -> School:
        """學校名稱：申請單位的全銜"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str | None) -> None: ...
    @property
    def submission_date(self) -> RocDate | None:
        """送件日期：例如 112年9月1日"""
    @submission_date.setter
    def submission_date(self, value: AnyDate | None) -> None: ...
    @property
    def papers(self) -> list[_Paper]:
        """送件文件：每一份文件一項"""
    @papers.setter
    def papers(self, value: Sequence[_Paper | Mapping[str, Any]] | None) -> None: ...
    @property
    def deliveries(self) -> list[_Delivery]:
        """送件方式：每一種送法一項"""
    @deliveries.setter
    def deliveries(self, value: Sequence[_Delivery | Mapping[str, Any]] | None) -> None: ...
    @property
    def due_dates(self) -> list[_Deadline]:
        """期限：每一個期限一項"""
    @due_dates.setter
    def due_dates(self, value: Sequence[_Deadline | Mapping[str, Any]] | None) -> None: ...
    @property
    def findings(self) -> list[_Finding]:
        """檢核結果：每一件一項"""
    @findings.setter
    def findings(self, value: Sequence[_Finding | Mapping[str, Any]] | None) -> None: ...
    def context(self) -> dict[str, Any]:
        ...
    @overload
    def __init__(
        self,
        *,
        submission_name: AnyText,
        school: School | Mapping[str, Any] | str | None = ...,
        submission_date: AnyDate | None = ...,
        papers: Sequence[_Paper | Mapping[str, Any]] | None = ...,
        deliveries: Sequence[_Delivery | Mapping[str, Any]] | None = ...,
        due_dates: Sequence[_Deadline | Mapping[str, Any]] | None = ...,
        findings: Sequence[_Finding | Mapping[str, Any]] | None = ...,
        學校名稱: School | Mapping[str, Any] | str | None = ...,
        送件日期: AnyDate | None = ...,
        送件文件: Sequence[_Paper | Mapping[str, Any]] | None = ...,
        送件方式: Sequence[_Delivery | Mapping[str, Any]] | None = ...,
        期限: Sequence[_Deadline | Mapping[str, Any]] | None = ...,
        檢核結果: Sequence[_Finding | Mapping[str, Any]] | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        送件名稱: AnyText,
        school: School | Mapping[str, Any] | str | None = ...,
        submission_date: AnyDate | None = ...,
        papers: Sequence[_Paper | Mapping[str, Any]] | None = ...,
        deliveries: Sequence[_Delivery | Mapping[str, Any]] | None = ...,
        due_dates: Sequence[_Deadline | Mapping[str, Any]] | None = ...,
        findings: Sequence[_Finding | Mapping[str, Any]] | None = ...,
        學校名稱: School | Mapping[str, Any] | str | None = ...,
        送件日期: AnyDate | None = ...,
        送件文件: Sequence[_Paper | Mapping[str, Any]] | None = ...,
        送件方式: Sequence[_Delivery | Mapping[str, Any]] | None = ...,
        期限: Sequence[_Deadline | Mapping[str, Any]] | None = ...,
        檢核結果: Sequence[_Finding | Mapping[str, Any]] | None = ...,
    ) -> None: ...
