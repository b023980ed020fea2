"""附件1 and 附件2 as xlsx, read by an independent reader (requirements §3.1, §4; source S1)."""

import csv
import hashlib
import os
import re
import unittest
import zipfile

import openpyxl

from exchangecase import ANNEX1, DATA, LIMIT, ExchangeCase, texts

HEADS = ["序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话"]
TITLE = "2020年昆山市信用管理贯标企业汇总表"
MM = 1 / 25.4
SUMS = [(12000, "万元"), (12000, "万元"), (3000, "万元"), (1234.5, "万元")]


def values(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def head_row(sheet, first):
    return next(row[0].row for row in sheet.iter_rows() if row[0].value == first)


def lines_of(cell):
    border = cell.border
    return tuple(side.style for side in (border.top, border.right, border.bottom, border.left))


class Quota(ExchangeCase):
    def setUp(self):
        super().setUp()
        with open(ANNEX1, encoding="utf-8") as file:
            self.source = list(csv.reader(file, delimiter="\t"))

    def open(self, kind="quota"):
        return openpyxl.load_workbook(self.written(kind, ANNEX1)).worksheets[0]

    def test_every_cell_is_that_of_the_document(self):
        sheet = self.open()
        head = head_row(sheet, "区镇名称")
        rows = values(sheet)
        self.assertEqual(rows[0], ["附件1", None, None])
        self.assertEqual(
            [row for row in rows[1 : head - 1] if any(row)],
            [["2020年昆山市企业信用管理贯标\n考核指标分解表", None, None]],
        )
        expected = [[int(c) if c.isdigit() else (c or None) for c in row] for row in self.source]
        self.assertEqual(rows[head - 1 :], expected)

    def test_numbers_are_numbers_and_blanks_are_blank(self):
        sheet = self.open()
        head = head_row(sheet, "区镇名称")
        for row in sheet.iter_rows(min_row=head + 1, max_row=sheet.max_row):
            self.assertEqual((row[1].data_type, row[1].number_format), ("n", "0"))
            self.assertEqual(row[2].value is None, row[0].value != "合计")

    def test_it_is_laid_out_as_the_office_prints_it(self):
        sheet = self.open()
        head = head_row(sheet, "区镇名称")
        self.assertEqual(sheet.title, "附件1")
        self.assertEqual((sheet["A1"].font.name, sheet["A1"].font.size), ("黑体", 16))
        title = sheet.cell(3, 1)
        self.assertEqual((title.font.name, title.font.size), ("方正小标宋简体", 22))
        self.assertEqual((title.alignment.horizontal, title.alignment.wrap_text), ("center", True))
        self.assertIn("A3:C3", [str(r) for r in sheet.merged_cells.ranges])
        total = [sheet.cell(sheet.max_row, column) for column in (1, 2, 3)]
        self.assertEqual([cell.font.bold for cell in total], [True] * 3)
        self.assertFalse(sheet.cell(head + 1, 1).font.bold)
        self.assertEqual(lines_of(sheet.cell(head, 1)), ("medium", "thin", "thin", "medium"))
        self.assertEqual(lines_of(sheet.cell(head + 1, 2)), ("thin",) * 4)
        self.assertEqual(lines_of(total[2]), ("thin", "medium", "medium", "thin"))

    def test_it_prints_on_upright_a4(self):
        sheet = self.open()
        self.assertEqual(int(sheet.page_setup.paperSize), 9)
        self.assertEqual(sheet.page_setup.orientation, "portrait")
        self.assertEqual((sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight), (None, 0))
        self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage)
        self.assertTrue(sheet.print_options.horizontalCentered)
        self.assertAlmostEqual(sheet.page_margins.left, 28 * MM, places=3)
        self.assertAlmostEqual(sheet.page_margins.top, 37 * MM, places=3)
        head = head_row(sheet, "区镇名称")
        self.assertEqual(sheet.print_title_rows, f"${head}:${head}")
        self.assertIn("— &P —", sheet.oddFooter.right.text.replace("&[Page]", "&P"))
        width = sum(sheet.column_dimensions[c].width for c in "ABC") * 7 / 96
        self.assertLess(width, 156.5 * MM)

    def test_a_mismatch_stands_below_the_table(self):
        sheet = self.open("quota-note")
        self.assertRegex(sheet.cell(sheet.max_row, 1).value, "65.*66.*1")
        self.assertEqual(sheet.cell(sheet.max_row - 1, 1).value, "合计")


class Units(ExchangeCase):
    """A number that shows 12000万元 is read with its 万元, whichever program has saved it."""

    def sums(self, path):
        sheet = self.dump(path)["sheets"][0]
        return [
            (cell["number"], cell.get("unit"))
            for row in sheet["rows"]
            for cell in row["cells"]
            if cell["column"] == 3 and cell["kind"] == "number"
        ]

    def test_our_own(self):
        self.assertEqual(self.sums(self.written("district"))[:4], SUMS)

    def test_saved_by_libreoffice(self):
        for ending in ("xlsx", "xls", "ods"):
            self.assertEqual(
                self.sums(DATA / f"templates/周市镇.{ending}"),
                [(12000, "万元"), (1234.5, "万元"), (3000, "万元")],
            )


class Nominations(ExchangeCase):
    def open(self, kind, *arguments):
        return openpyxl.load_workbook(self.written(kind, *arguments)).worksheets[0]

    def test_the_blank_form(self):
        sheet = self.open("blank")
        rows = values(sheet)
        head = head_row(sheet, "序号")
        self.assertEqual(rows[0][0], "附件2")
        self.assertEqual(rows[1][0], TITLE)
        self.assertEqual(rows[head - 1], HEADS)
        self.assertEqual(rows[head:], [[n] + [None] * 6 for n in range(1, 16)])
        line = sheet[head - 1]
        self.assertEqual(
            [(cell.value or "").strip("　 ") for cell in line],
            ["区镇", "", "业务负责人", "", "", "联系方式", ""],
        )
        for column in (1, 3, 6):
            self.assertEqual(line[column].font.underline, "single")
            self.assertRegex(line[column].value, "^　{3,}$")

    def test_what_is_typed_into_the_blank_form_keeps_its_kind(self):
        sheet = self.open("blank")
        first = sheet[head_row(sheet, "序号") + 1]
        self.assertEqual(first[6].number_format, "@")
        self.assertEqual(first[3].number_format, 'General"万元"')
        self.assertEqual(first[4].number_format, "0")

    def test_a_long_fill_in_gets_smaller_and_is_not_cut_off(self):
        sheet = self.open("district")
        line = sheet[head_row(sheet, "序号") - 1]
        self.assertEqual([bool(line[n].alignment.shrink_to_fit) for n in (1, 3, 6)], [True] * 3)

    def test_a_districts_form(self):
        sheet = self.open("district")
        head = head_row(sheet, "序号")
        rows = values(sheet)
        self.assertEqual(sheet.title, "周市镇")
        self.assertEqual(
            [(cell or "").strip("　") for cell in rows[head - 2]],
            ["区镇", "周市镇", "业务负责人", "李示例", "", "联系方式", "0512-55550100"],
        )
        self.assertEqual(
            rows[head],
            [1, "昆山示例精密机械有限公司", "精密零部件", 12000, 180, "张示例", "0512-55550101转8012"],
        )
        self.assertEqual([row[0] for row in rows[head:]], list(range(1, 16)))
        self.assertEqual([row[3] for row in rows[head : head + 9]], [12000, 12000, 3000, 1234.5, 8600, 5400, 46000, 2600, None])

    def test_revenue_shows_its_unit_and_no_idle_point(self):
        sheet = self.open("nasty")
        head = head_row(sheet, "序号")
        cells = [sheet.cell(head + n, 4) for n in range(1, 6)]
        self.assertEqual([cell.value for cell in cells], [None, 0.000001, 123.456789, 0, 9999999999])
        self.assertEqual(
            [cell.number_format for cell in cells[1:]],
            ['0.000000"万元"', '0.000000"万元"', '0"万元"', '0"万元"'],
        )
        self.assertEqual(self.open("district").cell(head + 4, 4).number_format, '0.0"万元"')

    def test_text_stays_text(self):
        sheet = self.open("nasty")
        head = head_row(sheet, "序号")
        found = values(sheet)[head : head + 5]
        self.assertEqual(found[0][1:3], ["=1+1", '=HYPERLINK("http://example.com")'])
        self.assertEqual(found[0][5:], ["@SUM(A1)", "00123"])
        self.assertEqual(found[1][1:3], ["http://example.com", "mailto:a@example.com"])
        self.assertEqual(found[2][1:3], ["昆山“示例”<有限>&公司'\"", "𬭎䶮😀"])
        self.assertEqual(found[2][5:], [None, None])
        self.assertEqual(found[3][5:], ["　前后空白　", " 13800000000 "])
        for row in sheet.iter_rows(min_row=head + 1, max_row=head + 5):
            for cell in row:
                if isinstance(cell.value, str):
                    self.assertEqual(cell.data_type, "s", cell.coordinate)
                self.assertIsNone(cell.hyperlink)
        with zipfile.ZipFile(self.folder / "nasty.xlsx") as archive:
            for name in archive.namelist():
                part = archive.read(name).decode()
                self.assertNotRegex(part, "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
                self.assertNotRegex(part, "<f[ >]|<hyperlink")

    def test_what_nobody_can_see_goes_and_the_rest_stays(self):
        self.written("nasty")
        found = texts(self.dump(self.folder / "nasty.xlsx")["sheets"][0])
        self.assertEqual(found[7, 1], "控制符\n两行\t")
        self.assertEqual(found[7, 2], "_x0041_ _x000D_")
        self.assertEqual(found[8, 2], "坏\ufffd字节")

    def test_a_sheet_prints_across_with_repeated_heads(self):
        for kind in ("blank", "merged"):
            sheet = self.open(kind, 80)
            head = head_row(sheet, "序号" if kind == "blank" else "区镇")
            with self.subTest(kind):
                self.assertEqual(int(sheet.page_setup.paperSize), 9)
                self.assertEqual(sheet.page_setup.orientation, "landscape")
                self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage)
                self.assertEqual(sheet.page_setup.fitToHeight, 0)
                self.assertEqual(sheet.print_title_rows, f"${head}:${head}")
                self.assertIn("— &P —", sheet.oddFooter.center.text.replace("&[Page]", "&P"))

    def test_rows_of_one_line_are_equal_and_long_ones_higher(self):
        sheet = self.open("district")
        head = head_row(sheet, "序号")
        heights = {sheet.row_dimensions[head + n].height for n in range(1, 16)}
        self.assertEqual(len(heights), 1)
        self.assertGreater(self.open("long", 300).row_dimensions[head + 1].height, 2 * heights.pop())

    def test_one_workbook_with_a_sheet_for_each_district(self):
        book = openpyxl.load_workbook(self.written("districts"))
        with open(ANNEX1, encoding="utf-8") as file:
            names = [row[0] for row in csv.reader(file, delimiter="\t")][1:-1]
        self.assertEqual(book.sheetnames, names)
        for sheet in book:
            self.assertEqual(sheet.cell(sheet.max_row, 1).value, 15)
            self.assertEqual(sheet["B3"].value.strip("　"), sheet.title)

    def test_sheet_names_are_fit_and_differ(self):
        names = openpyxl.load_workbook(self.written("names")).sheetnames
        self.assertEqual(len(names), 9)
        self.assertEqual(len({name.casefold() for name in names}), 9)
        for name in names:
            self.assertNotRegex(name, r"[\[\]:*?/\\]|^'|'$")
            self.assertTrue(1 <= len(name) <= 31)
            self.assertNotEqual(name.casefold(), "history")

    def test_the_city_table(self):
        sheet = self.open("merged", 80)
        head = head_row(sheet, "区镇")
        rows = values(sheet)
        self.assertEqual(rows[head - 1], ["区镇", *HEADS])
        self.assertEqual(rows[1][0], TITLE)
        self.assertEqual([row[1] for row in rows[head:]], list(range(1, 81)))
        self.assertEqual(rows[head][0], "昆山开发区")
        self.assertEqual(rows[-1][0], "锦溪镇")
        self.assertNotIn("业务负责人", str(rows))

    def test_the_streamed_table_is_the_same_table(self):
        for count in (995, 996, 3000):  # about where streaming begins
            sheet = self.open("merged", count)
            rows = values(sheet)
            head = head_row(sheet, "区镇")
            with self.subTest(count):
                self.assertEqual(rows[0][0], "附件2")
                self.assertEqual(rows[1][0], TITLE)
                self.assertIn("A2:H2", [str(r) for r in sheet.merged_cells.ranges])
                self.assertEqual(len(rows), head + count)
                self.assertEqual(rows[-1][:3], ["锦溪镇", count, rows[-1][2]])
                self.assertTrue(rows[-1][2].endswith(str(count)))
                self.assertEqual(lines_of(sheet.cell(len(rows), 1))[2], "medium")

    def test_a_text_too_long_for_a_cell_is_refused(self):
        path = self.folder / "长.xlsx"
        self.assertEqual(self.write("long", path, 32767)[0], 0)
        before = path.read_bytes()
        status, domain, code, sentence = self.write("long", path, 32768)
        self.assertEqual((status, code), (1, LIMIT))
        self.assertIn("exchange", domain)
        self.assert_sentence(sentence, "32767", "第 5 行")
        self.assertEqual(path.read_bytes(), before)

    def test_no_person_and_no_clock_in_the_file(self):
        first = hashlib.sha256(self.written("district").read_bytes()).digest()
        properties = openpyxl.load_workbook(self.folder / "district.xlsx").properties
        self.assertIn(properties.creator, (None, "", "openpyxl"))
        self.assertIn(properties.lastModifiedBy, (None, ""))
        self.assertEqual(hashlib.sha256(self.written("district").read_bytes()).digest(), first)

    def test_numbers_do_not_depend_on_the_locale(self):
        locales = [name for name in ("de_DE.UTF-8", "fr_FR.UTF-8") if self.has_locale(name)]
        if not locales:
            self.skipTest("no locale with a decimal comma here")
        path = self.folder / "a.xlsx"
        self.write("district", path, env=dict(os.environ, LC_ALL=locales[0]))
        self.assertEqual(openpyxl.load_workbook(path).worksheets[0]["D8"].value, 1234.5)

    @staticmethod
    def has_locale(name):
        import locale

        try:
            locale.setlocale(locale.LC_NUMERIC, name)
        except locale.Error:
            return False
        finally:
            locale.setlocale(locale.LC_NUMERIC, "C")
        return True

    def test_our_reader_and_the_independent_one_agree(self):
        for kind, argument in (("district", 0), ("nasty", 0), ("merged", 2000)):
            path = self.written(kind, argument)
            ours = texts(self.dump(path)["sheets"][0])
            theirs = {
                (cell.row - 1, cell.column - 1): cell.value
                for row in openpyxl.load_workbook(path).worksheets[0].iter_rows()
                for cell in row
                if cell.value is not None
            }
            with self.subTest(kind):
                self.assertEqual(set(ours), set(theirs))
                for place, value in theirs.items():
                    if isinstance(value, str):
                        self.assertEqual(re.sub("_x005F_", "_", value), ours[place])
                    else:
                        self.assertEqual(float(ours[place]), value)


if __name__ == "__main__":
    unittest.main()
