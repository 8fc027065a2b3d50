"""The table of a contact person, as it stands at the foot of 附件九 and in five other forms."""

from jingjin_forms.facts import Facts, label
from jingjin_forms.values.text import Text


class Contact(Facts):
    """Who answers for a paper; every cell may be left blank."""

    title = "聯絡人"

    name: Text = label("姓名", "")
    position: Text = label("職稱", "")
    organisation: Text = label("服務單位", "")
    phone: Text = label("電話", "", hint="含分機")
    mobile: Text = label("手機", "")
    email: Text = label("電子郵件", "", also="E-mail")
