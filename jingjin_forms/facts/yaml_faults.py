"""What is wrong with a text that is no YAML, on the line where a person has to mend it.

YAML notices a missing colon only at the next one, often a line below. Here the lines before it are
looked at as a person would: the first that is no entry is the one that is wrong.
"""

import re

_SIGNS = (
    ("found character '\\t'", "文字裡有 Tab（從 Excel 或 Word 貼上的常有），請改成空格"),
    ("found character", "以這個符號開頭的內容要用引號括住"),
    ("found undefined alias", "以「*」開頭的內容要用引號括住"),
    (
        "mapping values are not allowed",
        "多了冒號，或上一行少了「: 」；含有「: 」的內容要用引號括住",
    ),
    ("could not find expected ':'", "這一行少了「: 」"),
    ("unexpected end of stream", "引號只有一半"),
    ("expected ',' or", "括號只有一半，或裡面少了逗號"),
    ("expected <block end>", "縮排和前面的行沒有對齊"),
    ("another document", "一個檔案只能有一份資料，請刪去「---」"),
    ("unhashable key", "欄位名稱不能是清單或一組資料"),
)
_REMEDY = "請檢查縮排與冒號（要用半形「:」，後面空一格）"
_OF_LINES = (
    "found character '\\t'",
    "expected '<document start>'",
    "mapping values are not allowed",
    "could not find expected ':'",
    "expected <block end>",
)
"""What YAML says where a line before may be the one that is wrong."""

_BREAK = re.compile("[\n\x85\u2028\u2029]")  # what counts as the end of a line in YAML's marks
_INDENT = re.compile("[ \t\u3000]*")
_COMMENT = re.compile(r"(?:^|\s)#.*")
_COLON = re.compile(r":(?:\s|$)")
_DASH = re.compile(r"[ ]*-(?=[^\s-])")
_DASHES = re.compile(r" *- +(?=\S)")
_NO_BLANK = re.compile(r"[^\s\d:：/]:(?=[^\s/])")
_HALF_QUOTED = re.compile(r"(?:^|[:-] +)(?:\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*)$")
_BLOCK = re.compile(r"(?P<before> *(?:- +)*)(?:[^#]*:\s+)?[|>][-+0-9]*\s*(?:#.*)?$")


def yaml_syntax_fault(text: str, problem: str, line: int, column: int) -> str:
    """What is wrong, and where; `line` and `column` are those YAML names, counted from 0."""
    lines = _BREAK.split(text)
    words = next((words for sign, words in _SIGNS if sign in problem), _REMEDY)
    if column and line < len(lines) and lines[line][column - 1 : column + 1] == '""':
        words = "引號裡面還有引號，請改用「|-」，文字從下一行起縮排"
    elif any(sign in problem for sign in _OF_LINES):
        line, column, words = _wrong_line(lines, line) or (line, column, words)
    return f"第 {line + 1} 行第 {column + 1} 字附近的 YAML 寫法有誤：{words}。"


def _wrong_line(lines: list[str], noticed: int) -> tuple[int, int, str] | None:
    """The first of the lines up to where YAML noticed it that are no entries: line, column, why."""
    inside, beneath = _blocks(lines)
    found = None
    for number in range(min(noticed, len(lines) - 1), -1, -1):
        line = lines[number]
        if not line.strip(" ") or line.lstrip(" ").startswith("#"):
            continue
        wrong = None if number in inside else _wrong(line, number in beneath, number == noticed)
        if wrong is not None:
            found = (number, *wrong)
        elif found is not None or number < noticed:
            break
    return found


def _blocks(lines: list[str]) -> tuple[set[int], set[int]]:
    """Which lines are text under 「|-」, and which follow upon such text, or upon its head."""
    inside, beneath = set[int](), set[int]()
    least = -1  # how far a line of the text is indented; below 0 outside
    for number, line in enumerate(lines):
        if least >= 0:
            if not line.strip() or len(line) - len(line.lstrip(" ")) >= least:
                inside.add(number)
                continue
            beneath.add(number)
            if not _is_entry(line):  # what was pasted goes on: all of it is to be indented
                continue
        head = _BLOCK.match(line)
        least = len(head["before"]) + 1 if head else -1
    return inside, beneath


def _is_entry(line: str) -> bool:
    bare = _COMMENT.sub("", line).strip()
    return bool(_COLON.search(bare)) or bare[:2] in ("-", "- ") or bare[:1] in tuple("-%?[{]}")


def _wrong(line: str, beneath: bool, is_last: bool) -> tuple[int, str] | None:
    """The column and what is wrong there; None for a line that may stand so."""
    indent = _INDENT.match(line)
    blanks = indent[0] if indent else ""
    bare = _COMMENT.sub("", line)
    if "\t" in blanks:
        return blanks.index("\t"), "縮排用了 Tab，請改用空格"
    if "\u3000" in blanks:
        return blanks.index("\u3000"), "縮排用了全形空格，請改用半形空格"
    if dash := _DASH.match(line):
        return dash.end() - 1, "「-」後面少了一個空格"
    if "\t" in bare:
        return bare.index("\t"), _SIGNS[0][1]
    if half := _HALF_QUOTED.search(line):
        return half.start(), "引號只有一半"
    if _is_entry(line) and (is_last or _COLON.search(bare) or not _DASHES.match(line)):
        return None
    if beneath:
        return 0, "這一行沒有縮排；「|-」底下的每一行都要比欄位名稱多空兩格"
    if "：" in bare:
        return bare.index("："), "冒號是全形「：」，請改成半形「:」，後面空一格"
    if colon := _NO_BLANK.search(bare):
        return colon.start() + 1, "「:」後面少了一個空格"
    if _COLON.search(line):
        return line.index("#"), "「#」之後會被當成註解，要用引號括住"
    if _is_entry(line):  # a text in a list
        return None
    return (
        len(blanks),
        "這一行少了「: 」；是上一欄的文字，請在上一欄寫「|-」，文字從下一行起縮排",
    )
