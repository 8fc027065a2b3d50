"""What the system says when it refuses a file, in the words of whoever asked for it, and in codes.

error = PermissionError(13, "Permission denied")
reason_of(error)            # 沒有權限，或正被別的程式使用
code_of(error, UNREADABLE)  # no_permission
"""

import errno

from jingjin_forms.errors import FileThereError
from jingjin_forms.files.codes import DISK_FULL, FOLDER, NO_PERMISSION, NOT_FOUND

_TOLD = {
    errno.EACCES: "沒有權限，或正被別的程式使用",
    errno.EPERM: "沒有權限，或正被別的程式使用",
    errno.EEXIST: "已經有同名的檔案",
    errno.ENOENT: "找不到",
    errno.ENOTDIR: "路徑裡有一段是檔案，不是資料夾",
    errno.EISDIR: "這是一個資料夾",
    errno.ENOSPC: "磁碟空間不足",
    errno.EDQUOT: "磁碟配額用完了",
    errno.EROFS: "這個磁碟是唯讀的",
    errno.ENAMETOOLONG: "檔名太長，請取短一點",
    errno.EIO: "磁碟讀寫出錯",
    errno.EBUSY: "正被別的程式使用",
    errno.ELOOP: "連結繞了一圈，找不到檔案",
    errno.EMFILE: "同時打開的檔案太多",
    errno.EINTR: "被打斷了，請再做一次",
}
_CODES = (
    (FileNotFoundError, NOT_FOUND),
    (IsADirectoryError, FOLDER),
    (PermissionError, NO_PERMISSION),
    (FileExistsError, FileThereError.code),
)


def reason_of(error: OSError | ValueError) -> str:
    """Why, without a full stop; what is not foreseen as the system says it."""
    number = getattr(error, "errno", None)
    return _TOLD.get(number or 0) or getattr(error, "strerror", None) or str(error)


def code_of(error: Exception, otherwise: str) -> str:
    """Why, as `jingjin_forms.files.codes` lists it; `otherwise` where no other code says it."""
    if getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT):
        return DISK_FULL
    return next((code for kind, code in _CODES if isinstance(error, kind)), otherwise)
