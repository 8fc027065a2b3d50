# Written by `python -m jingjin_forms.stubs`; change contact.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from jingjin_forms.facts import Facts
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.values.text import Text


class Contact(Facts):
    @property
    def name(self) -> Text:
        """姓名"""
    @name.setter
    def name(self, value: AnyText | None) -> None: ...
    @property
    def position(self) -> Text:
        """職稱"""
    @position.setter
    def position(self, value: AnyText | None) -> None: ...
    @property
    def organisation(self) -> Text:
        """服務單位"""
    @organisation.setter
    def organisation(self, value: AnyText | None) -> None: ...
    @property
    def phone(self) -> Text:
        """電話：含分機"""
    @phone.setter
    def phone(self, value: AnyText | None) -> None: ...
    @property
    def mobile(self) -> Text:
        """手機"""
    @mobile.setter
    def mobile(self, value: AnyText | None) -> None: ...
    @property
    def email(self) -> Text:
        """電子郵件"""
    @email.setter
    def email(self, value: AnyText | None) -> None: ...
    def __init__(
        self,
        *,
        name: AnyText | None = ...,
        position: AnyText | None = ...,
        organisation: AnyText | None = ...,
        phone: AnyText | None = ...,
        mobile: AnyText | None = ...,
        email: AnyText | None = ...,
        姓名: AnyText | None = ...,
        職稱: AnyText | None = ...,
        服務單位: AnyText | None = ...,
        電話: AnyText | None = ...,
        手機: AnyText | None = ...,
        電子郵件: AnyText | None = ...,
    ) -> None: ...
