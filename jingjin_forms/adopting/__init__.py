"""An official blank Word file becomes a template: its blanks are found and tags put into them.

adoption = adopt("空白表.docx")
adoption.save("我的表.docx")
"""

from jingjin_forms.adopting.adoption import Adoption
from jingjin_forms.adopting.blank import Blank, Kind
from jingjin_forms.adopting.blank_to_template import adopt

__all__ = ["Adoption", "Blank", "Kind", "adopt"]
