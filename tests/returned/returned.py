"""Words in which a returned 附件2 is described: what is written into its cells, and beside it what that
means to an office (requirements Appendix B). The files are made from the first half, the facts of the tests
from the second; the program takes no part in either."""

import copy
import dataclasses
import datetime

FIELDS = ["position", "name", "products", "revenue", "headcount", "contact", "phone"]
HEADS = ["序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话"]
YUAN, WAN, YI = 1, 10_000, 100_000_000


class Error(str):
    """A cell that shows an error of the spreadsheet."""


class Missing(str):
    """A text cell whose text the writer forgot: t="s" without <v>."""


@dataclasses.dataclass(frozen=True)
class Formula:
    """`cached` is what the writing program last came to; None: nothing was kept."""

    formula: str
    cached: object = None


@dataclasses.dataclass(frozen=True)
class Number:
    """A number in a spelling of its own: 1.3800000403E10."""

    text: str


@dataclasses.dataclass(frozen=True)
class Runs:
    """Rich text in runs, with a reading above it that is no part of the text."""

    parts: tuple
    reading: str = ""

    @property
    def text(self):
        return "".join(self.parts)


def written(cell):
    """The text that stands in the file."""
    if isinstance(cell, Missing) or cell is None:
        return None
    if isinstance(cell, Formula):
        return written(cell.cached)
    if isinstance(cell, (Runs, Number)):
        return cell.text
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return str(cell)


@dataclasses.dataclass
class Note:
    """One remark of the program: the words its sentence must hold. `answer` settles a question: a name of
    XybAnswer, with `text` where it is typed; `gives` is what the row then says instead."""

    words: tuple
    answer: str = None
    text: str = None
    gives: dict = dataclasses.field(default_factory=dict)

    def fact(self):
        fact = {"words": list(self.words)}
        if self.answer:
            fact["question"] = True
            fact["answer"] = self.answer
            if self.text is not None:
                fact["text"] = self.text
        return fact


def numbered_blank():
    return Note(("预编号的空行",))


def total():
    return Note(("合计",))


def remark_row():
    return Note(("说明或备注",))


def head_again():
    return Note(("重复的表头",))


def in_hidden_sheet():
    return Note(("隐藏的工作表",))


def hidden():
    return Note(("隐藏",), "TAKE")


def no_name():
    return Note(("没有企业名称",), "LEAVE")


def name_remark(words):
    return Note(("备注", words))


def about(words):
    return Note(("约数", words))


def bad_revenue(*words, answer="BLANK", text=None, **gives):
    return Note(("去年销售收入", *words), answer, text, gives)


def wrong_unit(written_text, likely, yuan):
    return Note((written_text, likely), "OTHER_UNIT", None, {"revenue_yuan": yuan})


def bad_headcount(*words, answer="BLANK", text=None, **gives):
    return Note(("职工人数", *words), answer, text, gives)


def bad_phone(*words, answer="AS_READ", text=None, **gives):
    return Note(("电话", *words), answer, text, gives)


def zero_back(words):
    return Note((words, "已补上"))


def point_off(words):
    return Note((words, "小数点"))


def no_value(field, words, answer="BLANK", text=None, **gives):
    return Note((HEADS[FIELDS.index(field)], words), answer, text, gives)


def twice(row, sheet=""):
    return Note((f"第 {row} 行", "同一家", *([sheet] if sheet else [])), "LEAVE")


def alike(name, same):
    return Note((name,), "SAME" if same else "DIFFERENT")


def earlier(year):
    return Note((f"{year} 年", "贯标验收"), "LEAVE")


@dataclasses.dataclass
class Row:
    cells: list  # in the order of FIELDS when a firm, else as they stand from column A on
    means: dict = None  # None: no fact, a row the reader says nothing about
    notes: tuple = ()
    ignored: bool = False
    hidden: bool = False
    extra: tuple = ()  # of the columns the form does not have
    elsewhere: str = None  # the 区镇 of another file of the set that has it, too
    match: dict = None
    by_field: bool = True


def firm(position, name, products, revenue, headcount, contact, phone, /, *notes, hidden_row=False, extra=(),
         elsewhere=None, match=None, **means):  # fmt: skip
    """A row of an enterprise. What a plain cell means follows from itself; what does not is given."""
    cells = [position, name, products, revenue, headcount, contact, phone]
    plain = {
        "name": name, "products": products, "contact": contact, "phone": written(phone),
        "headcount": headcount, "revenue_yuan": revenue,
    }  # fmt: skip
    return Row(cells, plain | means, notes, hidden=hidden_row, extra=extra, elsewhere=elsewhere, match=match)


def other(note, *cells, by_field=False):
    """A row below the head that is no enterprise."""
    return Row(list(cells), {}, (note,), ignored=True, by_field=by_field)


def numbered(first, last):
    return [Row([n], {}, (numbered_blank(),), ignored=True, by_field=True) for n in range(first, last + 1)]


def above(*cells):
    """A row before the head, or one that is wholly blank."""
    return Row(list(cells), by_field=False)


@dataclasses.dataclass
class Sheet:
    name: str
    rows: list
    head_row: int = None  # from 1
    heads: tuple = tuple(HEADS)  # the first line of the head, in the order of `columns`
    columns: tuple = tuple(FIELDS)  # which field stands in which column; None: not of the form
    unit: int = WAN  # of a bare number
    merged: tuple = ()
    hidden: str = None  # "hidden" or "veryHidden"
    hidden_columns: tuple = ()  # from 0

    def line(self, row):
        """The cells of a row in the order of the columns."""
        if not row.by_field:
            return list(row.cells)
        values = dict(zip(FIELDS, row.cells))
        extra = list(row.extra)
        return [values.get(c) if c else (extra.pop(0) if extra else None) for c in self.columns]


@dataclasses.dataclass
class File:
    name: str
    made_by: str
    format: str  # as the program calls it
    district: str
    sheets: list
    defects: str  # B-01, B-05 …
    holds: str  # in words, for the README
    officer: tuple = (None, None)
    writer: object = None  # writes it: writer (path, file)
    by_hand: bool = False  # needs a program a test machine need not have
    file_notes: tuple = ()  # of the words that each remark about the whole file must hold
    error: tuple = ()  # words of the sentence why it cannot be read

    def facts(self):
        if self.error:
            return {"file": self.name, "made_by": self.made_by, "defects": self.defects.split(), "error": self.error}
        rows = []
        for sheet in self.sheets:
            for number, row in enumerate(sheet.rows, 1):
                if row.means is not None:
                    rows.append(row_fact(sheet, number, row))
        return {
            "file": self.name,
            "made_by": self.made_by,
            "defects": self.defects.split(),
            "format": self.format,
            "district": self.district,
            "officer": {"name": self.officer[0], "phone": self.officer[1]},
            "file_notes": [list(words) for words in self.file_notes],
            "sheets": [
                {"name": s.name, "hidden": s.hidden is not None, "header_row": s.head_row} for s in self.sheets
            ],
            "rows": rows,
        }


def row_fact(sheet, number, row):
    questions = [note for note in row.notes if note.answer]
    fact = {
        "sheet": sheet.name,
        "row": number,
        "status": "ignored" if row.ignored else "question" if questions else "ok",
        "notes": [note.fact() for note in row.notes],
    }
    if row.ignored:
        return fact
    revenue = row.means["revenue_yuan"]
    if isinstance(revenue, (int, float)) and "revenue_yuan" not in explicit(row):
        revenue = round(revenue * sheet.unit)
    fact |= {key: row.means[key] for key in ("name", "products", "headcount", "contact", "phone")}
    fact["revenue_yuan"] = revenue
    fact["revenue_raw"] = written(row.cells[3])
    if row.match:
        fact["match"] = row.match
    if row.elsewhere:
        fact["elsewhere"] = row.elsewhere
    return fact


def explicit(row):
    """The values whose meaning was given, not taken from the cell."""
    plain = row.cells[3]
    return set() if row.means["revenue_yuan"] is plain else {"revenue_yuan"}


def nominations(file):
    """What the file gives once its questions are answered, in its order."""
    given = []
    for sheet in file.sheets:
        for number, row in enumerate(sheet.rows, 1):
            if row.means is None or row.ignored or row.elsewhere:
                continue
            if any(note.answer == "LEAVE" for note in row.notes):
                continue
            fact = row_fact(sheet, number, row)
            one = {key: fact[key] for key in ("name", "products", "revenue_yuan", "headcount", "contact", "phone")}
            for note in row.notes:
                one |= copy.deepcopy(note.gives)
                if note.answer == "SAME":
                    one["name"] = note.words[0]
            if row.match and row.match["how"] == "exact":
                one["name"] = row.match["name"]
            given.append({"district": file.district, "row": number, "sheet": sheet.name, **one})
    return given
