"""What the system says when it refuses a file, in the words of whoever asked for it.

reason_of(PermissionError(13, "Permission denied"))  # 沒有權限，或正被別的程式使用
"""

import errno

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
}


def reason_of(error: OSError | ValueError) -> str:
    """Why, without a full stop; what is not foreseen as the system says it."""
    number = getattr(error, "errno", None)
    return _TOLD.get(number or 0) or getattr(error, "strerror", None) or str(error)
