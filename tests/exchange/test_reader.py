"""The xlsx reader on what districts send back (requirements Appendix B) and on what an enemy would:
files of another writer, parts made by hand, damaged and hostile packages."""

import datetime
import io
import os
import random
import unittest
import zipfile

import openpyxl

from exchangecase import (
    DAMAGED, FORMAT, LIMIT, MAIN, NOT_FOUND, BAD_NAME, ExchangeCase, package, sheet_xml,
    texts,
)  # fmt: skip


def sst(items):
    return f'<sst xmlns="{MAIN}">{items}</sst>'


class OtherWriters(ExchangeCase):
    def test_a_workbook_of_openpyxl_reads_cell_by_cell(self):
        path = self.folder / "回执.xlsx"
        book = openpyxl.Workbook()
        first = book.active
        first.title = "周市镇"
        first.append(["序号", "企业名称", "去年销售收入"])
        first.append([1, "昆山示例（精密）有限公司", 1234.5])
        first.append([None, None, None])
        first.append([2, "  前后空格  ", True])
        first["D2"] = datetime.date(2020, 4, 15)
        first["D4"] = datetime.datetime(2020, 4, 15, 8, 30)
        first["E2"] = "=1+1"
        first["F2"] = "#REF!"
        first.merge_cells("A6:C7")
        first.column_dimensions["E"].hidden = True
        first.row_dimensions[4].hidden = True
        book.create_sheet("隐藏").sheet_state = "hidden"
        book.create_sheet("深藏").sheet_state = "veryHidden"
        book.save(path)
        found = self.dump(path)
        self.assertNotIn("error", found)
        self.assertEqual(found["format"], "xlsx")
        self.assertFalse(found["macros"])
        self.assertEqual(
            [(s["name"], s["hidden"], s["very_hidden"]) for s in found["sheets"]],
            [("周市镇", False, False), ("隐藏", True, False), ("深藏", True, True)],
        )
        sheet = found["sheets"][0]
        self.assertEqual(sheet["n_rows"], 3)
        self.assertEqual([(r["row"], r["hidden"]) for r in sheet["rows"]], [(0, False), (1, False), (3, True)])
        self.assertEqual(sheet["merged"], [[5, 0, 6, 2]])
        self.assertEqual(sheet["hidden_columns"], [4])
        cells = {(r["row"], c["column"]): c for r in sheet["rows"] for c in r["cells"]}
        self.assertEqual(cells[1, 1]["text"], "昆山示例（精密）有限公司")
        self.assertEqual(cells[3, 1]["text"], "  前后空格  ")
        self.assertEqual((cells[1, 2]["kind"], cells[1, 2]["number"]), ("number", 1234.5))
        self.assertEqual((cells[3, 2]["kind"], cells[3, 2]["number"]), ("bool", 1))
        self.assertEqual((cells[1, 3]["kind"], cells[1, 3]["text"]), ("date", "2020-04-15"))
        self.assertEqual((cells[3, 3]["kind"], cells[3, 3]["text"]), ("date", "2020-04-15T08:30:00"))
        self.assertEqual((cells[1, 4]["kind"], cells[1, 4]["formula"]), ("empty", True))
        self.assertEqual((cells[1, 5]["kind"], cells[1, 5]["text"]), ("error", "#REF!"))

    def test_prefixed_names_read_as_plain_ones(self):
        rows = (
            '<x:row r="2"><x:c r="B2" t="s"><x:v>1</x:v></x:c><x:c r="C2"><x:v>7</x:v></x:c></x:row>'
        )
        strings = (
            f'<x:sst xmlns:x="{MAIN}"><x:si><x:t>零</x:t></x:si><x:si><x:t>昆山示例</x:t></x:si></x:sst>'
        )
        path = package(self.folder / "wps.xlsx", sheet_parts=[sheet_xml(rows, prefix="x")], strings=strings)
        self.assertEqual(texts(self.dump(path)["sheets"][0]), {(1, 1): "昆山示例", (1, 2): "7"})

    def test_runs_are_joined_and_phonetics_skipped(self):
        strings = sst(
            '<si><r><rPr><b/><rFont val="宋体"/></rPr><t>昆山</t></r><r><t xml:space="preserve"> 示例 </t></r>'
            '<rPh sb="0" eb="2"><t>kunshan</t></rPh><phoneticPr fontId="1"/></si><si/><si><t/></si>'
        )
        rows = (
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>'
            '<c r="D1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></is></c></row>'
        )
        path = package(self.folder / "a.xlsx", [rows], strings)
        self.assertEqual(texts(self.dump(path)["sheets"][0]), {(0, 0): "昆山 示例 ", (0, 3): "甲乙"})

    def test_what_writers_leave_out_is_supplied(self):
        # No r on rows and cells, no spans, no count, t="s" without <v>, an empty <v/>.
        rows = (
            '<row><c t="inlineStr"><is><t>一</t></is></c><c/><c><v>3</v></c></row><row/>'
            '<row><c t="s">\n </c><c t="s"><v/></c><c r="E3"><v>\n 5\t</v></c><c><v>6</v></c></row>'
        )
        path = package(self.folder / "a.xlsx", [rows])
        self.assertEqual(
            texts(self.dump(path)["sheets"][0]), {(0, 0): "一", (0, 2): "3", (2, 4): "5", (2, 5): "6"}
        )

    def test_formulas_give_their_cached_values(self):
        rows = (
            '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c>'
            '<c r="C1" t="e"><f>[1]Sheet1!A1</f><v>#REF!</v></c><c r="D1" t="b"><f>TRUE</f><v>1</v></c></row>'
        )
        cells = self.dump(package(self.folder / "a.xlsx", [rows]))["sheets"][0]["rows"][0]["cells"]
        self.assertEqual(
            [(c["kind"], c["text"], c["formula"]) for c in cells],
            [("number", "2", True), ("text", "2x", True), ("error", "#REF!", True), ("bool", "1", True)],
        )

    def test_styles_make_dates(self):
        styles = (
            f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>'
            '<numFmt numFmtId="177" formatCode="[Red]0.0&quot;day&quot;"/><numFmt numFmtId="178" formatCode="[h]:mm"/></numFmts>'
            '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
            '<xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="178"/><xf numFmtId="31"/></cellXfs></styleSheet>'
        )
        rows = '<row r="1">' + "".join(f'<c s="{s}"><v>43936</v></c>' for s in range(6)) + "</row>"
        path = package(self.folder / "a.xlsx", [rows], styles=styles)
        found = [(c["kind"], c["text"]) for c in self.dump(path)["sheets"][0]["rows"][0]["cells"]]
        date, number = ("date", "2020-04-15"), ("number", "43936")
        self.assertEqual(found, [number, date, date, number, number, date])
        path = package(
            self.folder / "mac.xlsx", [rows], styles=styles, workbook_pr='<workbookPr date1904="1"/>'
        )
        self.assertEqual(self.dump(path)["sheets"][0]["rows"][0]["cells"][1]["text"], "2024-04-16")

    def test_a_million_styled_blank_rows_are_no_rows(self):
        blank = "".join(
            f'<row r="{n}" spans="1:7" s="1" customFormat="1"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>'
            for n in range(2, 1048577)
        )
        rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>' + blank
        found = self.dump(package(self.folder / "a.xlsx", [rows]))
        self.assertNotIn("error", found)
        self.assertEqual(len(found["sheets"][0]["rows"]), 1)

    def test_escaped_characters_come_back_and_controls_go(self):
        rows = (
            '<row r="1"><c r="A1" t="inlineStr"><is><t>甲_x000D_\n乙_x0041__x0000__xD800_</t></is></c>'
            '<c r="B1" t="inlineStr"><is><t>_x005F_x0041_ _xyz_</t></is></c></row>'
        )
        path = package(self.folder / "a.xlsx", [rows])
        self.assertEqual(
            texts(self.dump(path)["sheets"][0]), {(0, 0): "甲\n乙A", (0, 1): "_x0041_ _xyz_"}
        )

    def test_macros_are_told_not_run(self):
        path = package(self.folder / "a.xlsm", extra={"xl/vbaProject.bin": b"\0" * 16})
        self.assertTrue(self.dump(path)["macros"])

    def test_names_of_parts_may_differ_in_case_and_slashes(self):
        source = package(self.folder / "a.xlsx", ['<row r="1"><c r="A1"><v>1</v></c></row>'])
        other = self.folder / "b.xlsx"
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(other, "w") as new:
            for name in old.namelist():
                new.writestr(name.replace("xl/worksheets/s", "xl/Worksheets/S"), old.read(name))
        self.assertEqual(texts(self.dump(other)["sheets"][0]), {(0, 0): "1"})

    def test_a_part_may_be_of_no_day(self):
        path = package(self.folder / "a.xlsx", ['<row r="1"><c r="A1"><v>1</v></c></row>'])
        content = path.read_bytes()
        at = content.find(b"PK\1\2")
        for date in (b"\1\0\0\0", b"\0\0\0\x28", b"\xff\xff\xff\xff", b"\0\0\0\0"):
            damaged = bytearray(content)
            place = at
            while place >= 0:
                damaged[place + 12 : place + 16] = date
                place = content.find(b"PK\1\2", place + 4)
            path.write_bytes(damaged)
            with self.subTest(date=date):
                self.assertEqual(texts(self.dump(path)["sheets"][0]), {(0, 0): "1"})

    def test_utf16_parts_are_read(self):
        part = sheet_xml('<row r="1"><c r="A1" t="inlineStr"><is><t>周市镇</t></is></c></row>')
        part = part.replace("UTF-8", "UTF-16").encode("utf-16")
        path = package(self.folder / "a.xlsx", sheet_parts=[part])
        self.assertEqual(texts(self.dump(path)["sheets"][0]), {(0, 0): "周市镇"})

    def test_what_stands_in_extensions_is_no_cell(self):
        after = '<extLst><ext uri="x"><sheetData><row r="9"><c r="A9"><v>9</v></c></row></sheetData></ext></extLst>'
        part = sheet_xml('<row r="1"><c r="A1"><v>1</v><extLst><ext><v>2</v></ext></extLst></c></row>', after=after)
        path = package(self.folder / "a.xlsx", sheet_parts=[part])
        self.assertEqual(texts(self.dump(path)["sheets"][0]), {(0, 0): "1"})


class OtherFormats(ExchangeCase):
    """B-15: the sentence says what the file is, whatever its name, and what to do."""

    def refuse(self, content, code, *parts):
        path = self.folder / "回执.xlsx"
        path.write_bytes(content)
        self.assert_refused(path, code, *parts)

    def ole(self, stream):
        return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000 + stream.encode("utf-16-le") + b"\0" * 99

    def zip_of(self, **parts):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
        return buffer.getvalue()

    def test_an_empty_file(self):
        self.refuse(b"", DAMAGED, "空文件", "0 字节")

    def test_tables_of_other_formats_are_to_be_saved_as_xlsx(self):
        for content, word in (
            (self.zip_of(xl__workbook_DOT_bin=b"1"), ".xlsb"),
            (b"<html><body><table><tr><td>1</td></tr></table></body></html>", "HTML"),
            (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "2003"),
        ):
            with self.subTest(word):
                self.refuse(content, FORMAT, word, "另存为 .xlsx")

    def test_a_container_with_nothing_in_it_is_damaged(self):
        for content in (
            self.ole("Workbook"), self.ole("Book"),
            self.zip_of(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
        ):  # fmt: skip
            self.refuse(content, DAMAGED, "损坏")

    def test_the_name_of_a_stream_may_lie_across_two_reads(self):
        for shift in range(0, 20, 2):
            head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            content = head + b"\0" * (65536 - 8 - shift) + "Workbook".encode("utf-16-le")
            with self.subTest(shift):
                self.refuse(content, DAMAGED, "损坏")

    def test_encrypted_workbooks_are_to_be_opened_first(self):
        self.refuse(self.ole("EncryptedPackage"), FORMAT, "密码")

    def test_what_is_no_table_is_named(self):
        for content, word in (
            (b"%PDF-1.4\n", "PDF"),
            (b"\x89PNG\r\n\x1a\n", "图片"),
            (self.ole("WordDocument"), "文字文档"),
            (self.zip_of(word__document_DOT_xml="<a/>"), "文字文档"),
            (self.zip_of(ppt__presentation_DOT_xml="<a/>"), "演示文稿"),
            (self.zip_of(readme="x"), "压缩包"),
            (b"Rar!\x1a\x07", "压缩包"),
            (b"\x00\x01\x02\x03" * 9, "不是能识别的表格"),
            (b"hello", "不是能识别的表格"),
        ):
            with self.subTest(word):
                self.refuse(content, FORMAT, word)

    def test_a_file_that_cannot_be_read(self):
        for path, code in ((self.folder / "没有.xlsx", NOT_FOUND), (self.folder, BAD_NAME)):
            found = self.dump(path)
            self.assertIn("file", found["domain"])
            self.assertEqual(found["code"], code)
            self.assert_sentence(found["error"], str(path))
        os.mkfifo(self.folder / "fifo")
        self.assertIn("error", self.dump(self.folder / "fifo"))


class Damaged(ExchangeCase):
    def sample(self):
        rows = "".join(
            f'<row r="{n}"><c r="A{n}" t="s"><v>{n % 7}</v></c><c r="B{n}"><v>{n}.5</v></c></row>'
            for n in range(1, 200)
        )
        strings = sst("".join(f"<si><t>昆山示例{n}</t></si>" for n in range(7)))
        return package(self.folder / "好.xlsx", [rows, rows], strings).read_bytes()

    def test_truncated_anywhere_gives_one_sentence(self):
        whole = self.sample()
        paths = []
        for n, length in enumerate([*range(1, 60), *range(60, len(whole), 13), len(whole) - 1]):
            paths.append(self.folder / f"{n}.xlsx")
            paths[-1].write_bytes(whole[:length])
        for path, found in zip(paths, self.dump(*paths, count=True)):
            with self.subTest(path.name):
                self.assertIn("error", found)
                self.assert_sentence(found["error"], path.name)
                self.assertIn(found["code"], (DAMAGED, FORMAT))

    def test_a_flipped_byte_is_never_taken_for_a_figure(self):
        whole = self.sample()
        good = self.dump(self.folder / "好.xlsx")["sheets"]
        chance = random.Random(7)
        paths = []
        for n in range(400):
            damaged = bytearray(whole)
            damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
            paths.append(self.folder / f"{n}.xlsx")
            paths[-1].write_bytes(damaged)
        refused = 0
        for path, found in zip(paths, self.dump(*paths)):
            with self.subTest(path.name):
                if "error" in found:
                    self.assert_sentence(found["error"], path.name)
                    refused += 1
                else:
                    self.assertEqual(found["sheets"], good)
        self.assertGreater(refused, 200)

    def test_parts_that_contradict_each_other(self):
        row = '<row r="{}"><c r="{}"{}><v>{}</v></c></row>'
        for name, parts in {
            "字符串不存在": dict(sheets=[row.format(1, "A1", ' t="s"', 5)], strings=sst("<si><t>x</t></si>")),
            "序号为负": dict(sheets=[row.format(1, "A1", ' t="s"', -1)], strings=sst("<si><t>x</t></si>")),
            "行号倒退": dict(sheets=[row.format(5, "A5", "", 1) + row.format(3, "A3", "", 1)]),
            "列倒退": dict(sheets=['<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>']),
            "行列不符": dict(sheets=[row.format(1, "A2", "", 1)]),
            "不是数字": dict(sheets=[row.format(1, "A1", "", "abc")]),
            "无穷大": dict(sheets=[row.format(1, "A1", "", "1e999")]),
            "没有数": dict(sheets=[row.format(1, "A1", "", "nan")]),
            "十六进制": dict(sheets=[row.format(1, "A1", "", "0x10")]),
            "行号太大": dict(sheets=[row.format(1048577, "A1048577", "", 1)]),
            "列号太大": dict(sheets=[row.format(1, "XFE1", "", 1)]),
            "标签没有闭合": dict(sheet_parts=["<worksheet><sheetData><row></sheetData></worksheet>"]),
            "不是工作表": dict(sheet_parts=["<chart/>"]),
            "空的部分": dict(sheet_parts=[""]),
            "没有工作表": dict(sheet_parts=[]) | dict(sheets=[]),
            "未定义的实体": dict(sheets=[row.format(1, "A1", "", "&x;")]),
        }.items():
            with self.subTest(name):
                self.assert_refused(package(self.folder / f"{name}.xlsx", **parts), DAMAGED)

    def test_missing_parts(self):
        whole = package(self.folder / "好.xlsx", strings=sst(""))
        with zipfile.ZipFile(whole) as old:
            for gone in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"):
                path = self.folder / (gone.replace("/", "-") + ".xlsx")
                with zipfile.ZipFile(path, "w") as new:
                    for name in old.namelist():
                        if name != gone:
                            new.writestr(name, old.read(name))
                with self.subTest(gone):
                    self.assert_refused(path, DAMAGED)

    def test_two_parts_of_one_name(self):
        path = package(self.folder / "a.xlsx")
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr("XL/workbook.xml", "<workbook/>")
        self.assert_refused(path, DAMAGED)


class Hostile(ExchangeCase):
    def test_billion_laughs(self):
        part = (
            '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
            f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>&b;</v></c></row></sheetData></worksheet>'
        )
        path = package(self.folder / "a.xlsx", sheet_parts=[part])
        self.assert_refused(path, LIMIT, "DOCTYPE")

    def test_no_file_outside_is_ever_opened(self):
        secret = self.folder / "secret"
        secret.write_text("秘密")
        part = (
            f'<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file://{secret}">]><worksheet xmlns="{MAIN}"><sheetData>'
            '<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>'
        )
        for where in ("sheet_parts", "strings", "styles"):
            path = package(self.folder / f"{where}.xlsx", **{where: [part] if where == "sheet_parts" else part})
            with self.subTest(where):
                self.assertNotIn("秘密", self.assert_refused(path, LIMIT, "DOCTYPE"))

    def test_a_zip_bomb_is_not_inflated(self):
        part = sheet_xml("<row/>" + " " * (200 << 20))
        self.assert_refused(package(self.folder / "a.xlsx", sheet_parts=[part]), LIMIT)

    def test_a_bomb_of_many_parts_is_not_inflated(self):
        blob = b"\0" * (1 << 20)
        path = package(self.folder / "a.xlsx", extra={f"xl/media/{n}.bin": blob for n in range(1100)})
        self.assert_refused(path, LIMIT)

    def test_too_many_parts(self):
        path = package(self.folder / "a.xlsx", extra={f"x/{n}": "" for n in range(10001)})
        self.assert_refused(path, LIMIT)

    def test_a_size_that_lies_is_found_out(self):
        path = package(self.folder / "a.xlsx", ['<row r="1"><c r="A1"><v>1</v></c></row>'])
        content = bytearray(path.read_bytes())
        for at in range(len(content) - 46):
            if content[at : at + 4] == b"PK\1\2" and b"sheet1" in content[at + 46 : at + 80]:
                content[at + 24 : at + 28] = (1 << 28).to_bytes(4, "little")
        path.write_bytes(content)
        self.assertIn(self.dump(path)["code"], (DAMAGED, LIMIT))

    def test_giant_texts(self):
        for length, refused in ((32767, False), (32768, True), (2000000, True)):
            text = "字" * length
            rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
            inline = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'
            for name, parts in {
                "shared": dict(sheets=[rows], strings=sst(f"<si><t>{text}</t></si>")),
                "inline": dict(sheets=[inline]),
            }.items():
                path = package(self.folder / f"{name}{length}.xlsx", compression=zipfile.ZIP_STORED, **parts)
                with self.subTest(path.name):
                    if refused:
                        self.assert_refused(path, LIMIT, "32767")
                    else:
                        self.assertEqual(texts(self.dump(path)["sheets"][0]), {(0, 0): text})

    def test_one_long_text_in_every_cell(self):
        # A ratio of the zip does not show it: the text lies there once.
        strings = sst(f"<si><t>{''.join(chr(0x4e00 + n % 20000) for n in range(32767))}</t></si>")
        rows = "".join(
            f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 7001)
        )
        path = package(self.folder / "a.xlsx", [rows], strings, compression=zipfile.ZIP_STORED)
        self.assert_refused(path, LIMIT)

    def test_a_tag_of_endless_attributes(self):
        attributes = " ".join(f'a{n}=""' for n in range(100000))
        path = package(
            self.folder / "a.xlsx", [f'<row r="1" {attributes}/>'], compression=zipfile.ZIP_STORED
        )
        self.assert_refused(path, LIMIT)

    def test_elements_within_elements_without_end(self):
        path = package(
            self.folder / "a.xlsx", sheet_parts=["<worksheet>" + "<a>" * 100000],
            compression=zipfile.ZIP_STORED,
        )  # fmt: skip
        self.assert_refused(path, DAMAGED)

    def test_paths_that_lead_out_lead_nowhere(self):
        path = package(self.folder / "a.xlsx", ['<row r="1"><c r="A1"><v>1</v></c></row>'])
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(self.folder / "b.xlsx", "w") as new:
            for name in old.namelist():
                content = old.read(name)
                if name == "xl/_rels/workbook.xml.rels":
                    content = content.replace(b"worksheets/sheet1.xml", b"../../../../../etc/passwd")
                new.writestr(name, content)
        self.assert_refused(self.folder / "b.xlsx", DAMAGED)


if __name__ == "__main__":
    unittest.main()
