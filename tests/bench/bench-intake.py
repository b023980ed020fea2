# SPDX-License-Identifier: GPL-3.0-or-later
"""The yardsticks of bench-intake: what Python's usual libraries take for the same file. Prints the
seconds of the work alone."""

import sqlite3
import sys
import time

TRADES = ["精密机械", "模具", "电路板", "检测技术", "冷链物流"]
HEADS = ["序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话"]
OLD_ROWS = 60000


def xlsx_rows(path):
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True)
    return book.worksheets[0].iter_rows(values_only=True)


def xlsx_parse(path):
    return sum(1 for row in xlsx_rows(path) for value in row if value is not None)


def xlsx_insert(path, database):
    office = sqlite3.connect(database)
    office.execute("PRAGMA journal_mode = WAL")
    office.execute(
        "CREATE TABLE nomination (id INTEGER PRIMARY KEY, position TEXT, name TEXT, products TEXT,"
        " revenue TEXT, headcount TEXT, contact TEXT, phone TEXT)"
    )
    rows = (row[:7] for number, row in enumerate(xlsx_rows(path)) if number > 3)
    office.executemany(
        "INSERT INTO nomination (position, name, products, revenue, headcount, contact, phone)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    office.commit()
    office.close()


def xls_make(path):
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    for column, head in enumerate(HEADS):
        sheet.write(0, column, head)
    for i in range(OLD_ROWS):
        trade = TRADES[i % 5]
        values = (f"{i + 1}", f"昆山示例{trade}{i + 1}有限公司", f"{trade}零部件第{i % 997}系列",
                  f"{2000 + i % 9973}万元", f"{60 + i % 300}人", f"张示例{TRADES[i // 5 % 5]}",
                  f"0512-5{i:07d}")  # fmt: skip
        for column, value in enumerate(values):
            sheet.write(i + 1, column, value)
    book.save(path)


def xls_parse(path):
    import xlrd

    sheet = xlrd.open_workbook(path, on_demand=True).sheet_by_index(0)
    return sum(1 for row in range(sheet.nrows) for value in sheet.row_values(row) if value != "")


def main(job, path, database=None):
    if job == "have-xlrd":
        try:
            import xlrd  # noqa: F401
            import xlwt  # noqa: F401
        except ImportError:
            print(0)
        else:
            print(1)
        return
    if job.startswith("xlsx"):
        import openpyxl  # noqa: F401
    elif job == "xls-parse":
        import xlrd  # noqa: F401
    start = time.monotonic()
    if job == "xlsx-parse":
        xlsx_parse(path)
    elif job == "xlsx-insert":
        xlsx_insert(path, database)
    elif job == "xls-make":
        xls_make(path)
    elif job == "xls-parse":
        xls_parse(path)
    print(time.monotonic() - start)


main(*sys.argv[1:])
