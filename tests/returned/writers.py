"""Writes a described file in the way of one program or another."""

import csv
import datetime
import io
import json
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries

from returned import HEADS, Error, File, Formula, Missing, Number, Runs, Sheet, above, firm, written

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "exchange"))
import biff  # noqa: E402

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


# ---- openpyxl, and LibreOffice from what openpyxl wrote ----


def openpyxl_cell(cell):
    if isinstance(cell, Formula):
        return cell.formula
    if isinstance(cell, (Runs, Number)):
        return cell.text
    return None if isinstance(cell, Missing) else cell


def openpyxl_file(path, file):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in file.sheets:
        page = book.create_sheet(sheet.name)
        page.sheet_state = sheet.hidden or "visible"
        for number, row in enumerate(sheet.rows, 1):
            for column, cell in enumerate(sheet.line(row), 1):
                value = openpyxl_cell(cell)
                if value is None or value == "":
                    continue
                page.cell(number, column, str(value) if isinstance(cell, Error) else value)
                if isinstance(cell, Error):
                    page.cell(number, column).data_type = "e"
            if row.hidden:
                page.row_dimensions[number].hidden = True
        for area in sheet.merged:
            page.merge_cells(area)
        for column in sheet.hidden_columns:
            page.column_dimensions[get_column_letter(column + 1)].hidden = True
    with open(path, "wb") as out:
        book.save(out)


FILTERS = {"xls": "xls:MS Excel 97", "ods": "ods:calc8", "xlsx": "xlsx:Calc MS Excel 2007 XML"}


def libreoffice_file(kind):
    def write(path, file):
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder) / "in" / "a.xlsx"
            source.parent.mkdir()
            openpyxl_file(source, file)
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                 FILTERS[kind], "--outdir", folder, str(source)],
                check=True, capture_output=True,
            )  # fmt: skip
            shutil.move(f"{folder}/a.{kind}", path)

    return write


# ---- SheetJS (npm install xlsx@0.18.5, in the folder NODE_PATH names) ----

SHEETJS = """
const XLSX = require("xlsx");
const [path, type, text] = process.argv.slice (1);
const book = XLSX.utils.book_new ();
const states = [];
for (const sheet of JSON.parse (text)) {
  const page = XLSX.utils.aoa_to_sheet (sheet.rows);
  page["!merges"] = sheet.merged.map (XLSX.utils.decode_range);
  page["!rows"] = sheet.hidden_rows.map (hidden => ({ hidden }));
  page["!cols"] = sheet.hidden_columns.map (hidden => ({ hidden }));
  XLSX.utils.book_append_sheet (book, page, sheet.name);
  states.push ({ Hidden: sheet.state });
}
book.Workbook = { Sheets: states };
XLSX.writeFile (book, path, { bookType: type, codepage: 936, bookSST: true, compression: true });
"""


def sheetjs_cell(cell):
    return str(cell) if isinstance(cell, (str, datetime.date)) else cell


def sheetjs_file(kind):
    def write(path, file):
        sheets = [
            {
                "name": sheet.name,
                "rows": [[sheetjs_cell(cell) for cell in sheet.line(row)] for row in sheet.rows],
                "merged": sheet.merged,
                "hidden_rows": [row.hidden for row in sheet.rows],
                "hidden_columns": [n in sheet.hidden_columns for n in range(len(sheet.columns))],
                "state": {None: 0, "hidden": 1, "veryHidden": 2}[sheet.hidden],
            }
            for sheet in file.sheets
        ]
        subprocess.run(["node", "-e", SHEETJS, str(path), kind, json.dumps(sheets)], check=True)

    return write


# ---- text ----


def csv_file(encoding, delimiter=","):
    def write(path, file):
        (sheet,) = file.sheets
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
        for row in sheet.rows:
            writer.writerow(["" if cell is None else written(cell) for cell in sheet.line(row)])
        pathlib.Path(path).write_bytes(out.getvalue().encode(encoding))

    return write


# ---- Excel's old formats ----


def biff_cells(sheet, text):
    body = b""
    for column in sheet.hidden_columns:
        body += biff.record(0x7D, struct.pack("<HHHHHH", column, column, 0x900, 0, 1, 0))
    for number, row in enumerate(sheet.rows):
        line = sheet.line(row)
        options = 0x20 if row.hidden else 0
        body += biff.record(0x208, struct.pack("<HHHHHHHH", number, 0, len(line), 255, 0, 0, options, 15))
        for column, cell in enumerate(line):
            if isinstance(cell, (int, float)):
                body += biff.number(number, column, float(cell))
            elif cell:
                body += text(number, column, written(cell))
    return body


def biff5_file(path, file):
    """Code page 936, texts in their cells; the format knows no merged cells."""
    sheets = [
        biff_cells(sheet, lambda row, column, text: biff.cell(0x204, row, column, biff.coded(text)))
        for sheet in file.sheets
    ]
    stream = biff.workbook(
        sheets, biff.record(0x42, struct.pack("<H", 936)), 0x500, [sheet.name for sheet in file.sheets]
    )
    pathlib.Path(path).write_bytes(biff.container(stream, "Book"))


def et_file(path, file):
    """As WPS keeps it: shared texts in a stream called Workbook."""
    texts = {}

    def shared(row, column, text):
        place = texts.setdefault(text, len(texts))
        return biff.cell(0xFD, row, column, struct.pack("<I", place))

    sheets = []
    for sheet in file.sheets:
        body = biff_cells(sheet, shared)
        for area in sheet.merged:
            left, top, right, bottom = range_boundaries(area)
            body += biff.record(0xE5, struct.pack("<HHHHH", 1, top - 1, bottom - 1, left - 1, right - 1))
        sheets.append(body)
    table = struct.pack("<II", len(texts), len(texts)) + b"".join(biff.wide(text) for text in texts)
    stream = biff.workbook(sheets, biff.record(0xFC, table), names=[sheet.name for sheet in file.sheets])
    pathlib.Path(path).write_bytes(biff.container(stream))


# ---- XML by hand, as WPS and others write it ----


def hand_text(tag, cell):
    if not isinstance(cell, Runs):
        return f"<x:t>{escape(str(cell))}</x:t>"
    runs = "".join(
        f'<x:r><x:rPr><x:rFont x:val="宋体"/><x:b/></x:rPr><x:t xml:space="preserve">{escape(part)}</x:t></x:r>'
        for part in cell.parts
    )
    return f'{runs}<x:rPh sb="0" eb="2"><x:t>{cell.reading}</x:t></x:rPh><x:phoneticPr fontId="1"/>'


def hand_cell(reference, cell, shared):
    """Every second text is shared, the others stand in their cells."""
    if isinstance(cell, Missing):
        return f'<x:c r="{reference}" t="s"/>'
    if isinstance(cell, Formula):
        kind = ' t="str"' if isinstance(cell.cached, str) else ""
        return (
            f'<x:c r="{reference}"{kind}><x:f>{escape(cell.formula.lstrip("="))}</x:f>'
            f"<x:v>{escape(str(cell.cached))}</x:v></x:c>"
        )
    if isinstance(cell, Error):
        return f'<x:c r="{reference}" t="e"><x:v>{cell}</x:v></x:c>'
    if isinstance(cell, (int, float, Number)):
        return f'<x:c r="{reference}"><x:v>{written(cell)}</x:v></x:c>'
    if len(written(cell)) % 2 == 0 and not isinstance(cell, Runs):
        return f'<x:c r="{reference}" t="inlineStr"><x:is>{hand_text("is", cell)}</x:is></x:c>'
    shared.append(f"<x:si>{hand_text('si', cell)}</x:si>")
    return f'<x:c r="{reference}" t="s"><x:v>{len(shared) - 1}</x:v></x:c>'


def hand_row(number, cells, hidden):
    attribute = ' hidden="1"' if hidden else ""
    return f'<x:row r="{number}"{attribute}>{cells}</x:row>'


def hand_sheet(sheet, shared):
    lines = []
    for number, row in enumerate(sheet.rows, 1):
        cells = "".join(
            hand_cell(f"{get_column_letter(column)}{number}", cell, shared)
            for column, cell in enumerate(sheet.line(row), 1)
            if cell is not None and cell != ""
        )
        lines.append(hand_row(number, cells, row.hidden))
    merged = "".join(f'<x:mergeCell ref="{area}"/>' for area in sheet.merged)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<x:worksheet xmlns:x="{MAIN}"><x:sheetData>'
        f"{''.join(lines)}</x:sheetData><x:mergeCells>{merged}</x:mergeCells></x:worksheet>"
    )


def lean(part):
    """Without prefixes, and without saying where a row or a cell stands: the next one it is."""
    return re.sub(r'(<(?:row|c))( r="[A-Z0-9]+")', r"\1", part.replace("x:", "").replace("xmlns:x=", "xmlns="))


def hand_made_file(path, file, change=lambda part: part):
    shared = []
    parts = [change(hand_sheet(sheet, shared)) for sheet in file.sheets]
    listed = "".join(
        f'<x:sheet name="{sheet.name}" sheetId="{n}" r:id="rId{n}"/>' for n, sheet in enumerate(file.sheets, 1)
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{DOC}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(parts) + 1)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{DOC}/officeDocument"'
            ' Target="/xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<x:workbook xmlns:x="{MAIN}" xmlns:r="{DOC}"><x:sheets>{listed}</x:sheets></x:workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}">{relations}<Relationship Id="s" Type="{DOC}/sharedStrings"'
            ' Target="sharedStrings.xml"/></Relationships>',
        )
        for n, part in enumerate(parts, 1):
            archive.writestr(f"xl/worksheets/sheet{n}.xml", part)
        strings = f'<x:sst xmlns:x="{MAIN}">{"".join(shared)}</x:sst>'
        archive.writestr("xl/sharedStrings.xml", change(strings))


def lean_file(path, file):
    hand_made_file(path, file, lean)


def macro_file(path, file):
    """Where Excel keeps macros; what is in it nobody looks at."""
    hand_made_file(path, file)
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    relations = "xl/_rels/workbook.xml.rels"
    macro = (
        '<Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"'
        ' Target="vbaProject.bin"/></Relationships>'
    )
    parts[relations] = parts[relations].replace(b"</Relationships>", macro.encode())
    parts["xl/vbaProject.bin"] = b"\xcc\x61" * 100
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)


# ---- what cannot be read ----


def sample(name):
    """A small form with nothing wrong in it."""
    firms = [firm(n, f"昆山示例样本{n}有限公司", "零件", 3000, 50, "张示例", "0512-55550001") for n in range(1, 30)]
    return File(name, "", "", None, [Sheet("Sheet1", [above(*HEADS), *firms], 1)], "", "")


def locked_file(path, file):
    """The two streams of an encrypted package; what is in them nobody knows."""
    pathlib.Path(path).write_bytes(biff.container(b"\x04\x00\x04\x00" + b"\x5a" * 4000, "EncryptedPackage"))


def torn_file(path, file):
    hand_made_file(path, sample(file.name))
    content = bytearray(pathlib.Path(path).read_bytes())
    content[900:1300] = b"\0" * 400
    pathlib.Path(path).write_bytes(content)


def cut_file(path, file):
    biff5_file(path, sample(file.name))
    pathlib.Path(path).write_bytes(pathlib.Path(path).read_bytes()[:3000])


def html_file(path, file):
    rows = "".join(
        "<tr>" + "".join(f"<td>{written(cell) or ''}</td>" for cell in row.cells) + "</tr>"
        for row in sample(file.name).sheets[0].rows
    )
    pathlib.Path(path).write_text(f"<html><body><table>{rows}</table></body></html>", encoding="utf-8")


def address_book_file(path, file):
    rows = [above("姓名", "电话", "地址"), above("张示例", "57266159", "巴城镇")]
    openpyxl_file(path, File(file.name, "", "", None, [Sheet("Sheet1", rows)], "", ""))
