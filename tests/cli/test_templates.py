"""xyb export template: 附件2 as it is handed out, and the way it comes back (issue 4, 7)."""

import pathlib
import shutil
import subprocess
import unittest

import openpyxl

from xybcase import DATA, XybCase

TITLE = "2020年昆山市信用管理贯标企业汇总表"
HEADS = ["序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话"]
HEAD_ROW = 5
OFFICE = shutil.which("soffice")

FILLED = [
    ("昆山示例新精密机械有限公司", "精密零部件", 12000, 180, "张示例", "0512-55550101转8012"),
    ("昆山示例新模具有限公司", "注塑模具", 1234.5, 150, "陈示例", "0512-55550102"),
    ("昆山示例新自动化科技有限公司", "工装夹具", 3000, 64, "王示例", "0512-55550103；13800000003"),
    ("昆山示例新冷链物流有限公司", None, None, None, None, "13800000005"),
]


def fill(source, target, rows=FILLED, first=HEAD_ROW + 1):
    book = openpyxl.load_workbook(source)
    sheet = book.worksheets[0]
    sheet["D3"] = "李示例"
    sheet["G3"] = "0512-55550100"
    for i, row in enumerate(rows):
        for k, value in enumerate(row):
            sheet.cell(first + i, 2 + k).value = value
    book.save(target)


class Templates(XybCase):
    def handed_out(self, *more, district="周市镇"):
        path = self.folder / "模板.xlsx"
        self.xyb("export", "template", "--year", 2020, "--district", district, "--out", path, *more)
        return path

    def read(self, path):
        return self.xyb("submission", "read", path, "--year", 2020, "--json").json[0]

    def assert_comes_back(self, path, rows=FILLED):
        found = self.read(path)
        self.assertIsNone(found["error"])
        self.assertEqual(found["district"], "周市镇")
        self.assertEqual(found["officer"], {"name": "李示例", "phone": "0512-55550100"})
        taken = [row for row in found["rows"] if row["status"] != "ignored"]
        self.assertEqual([row["status"] for row in taken], ["ok"] * len(rows), taken)
        self.assertEqual(
            [
                (r["name"], r["products"] or None, r["revenue_yuan"], r["headcount"], r["contact"] or None, r["phone"])
                for r in taken
            ],
            [(n, p, None if m is None else round(m * 10000), h, c, t) for n, p, m, h, c, t in rows],
        )  # fmt: skip
        self.assertEqual([row["notes"] for row in taken], [[]] * len(rows))

    def test_the_form_is_the_official_one(self):
        book = openpyxl.load_workbook(self.handed_out())
        self.assertEqual(book.sheetnames, ["周市镇", "填表说明"])
        sheet = book.worksheets[0]
        self.assertEqual((sheet["A1"].value, sheet["A2"].value), ("附件2", TITLE))
        self.assertEqual(
            [cell.value for cell in sheet[3]],
            ["区镇", "周市镇", "业务负责人", None, None, "联系方式", None],
        )
        self.assertEqual([cell.value for cell in sheet[HEAD_ROW]], HEADS)
        self.assertEqual(
            [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD_ROW + 1)],
            [[n] + [None] * 6 for n in range(1, 16)],
        )
        self.assertEqual(sheet.freeze_panes, f"A{HEAD_ROW + 1}")

    def test_only_what_is_to_be_filled_in_is_unlocked(self):
        book = openpyxl.load_workbook(self.handed_out())
        sheet = book.worksheets[0]
        self.assertTrue(sheet.protection.sheet)
        self.assertIsNone(sheet.protection.password)
        unlocked = {
            cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
        }
        self.assertEqual(
            unlocked,
            {"B3", "D3", "G3"} | {f"{c}{r}" for c in "ABCDEFG" for r in range(HEAD_ROW + 1, HEAD_ROW + 16)},
        )  # fmt: skip
        # Below the numbered rows there is room for more, of the same kind.
        for column in "ABCDEFG":
            self.assertFalse(sheet.column_dimensions[column].protection.locked)
        self.assertEqual(sheet.column_dimensions["G"].number_format, "@")
        self.assertTrue(book.worksheets[1].protection.sheet)

    def test_what_is_typed_is_checked(self):
        book = openpyxl.load_workbook(self.handed_out())
        sheet = book.worksheets[0]
        rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
        self.assertEqual(
            {cell: rule.type for cell, rule in rules.items()},
            {"B3": "list", "D3": None, "G3": "textLength", "B6": None, "D6": "decimal", "E6": "whole",
             "G6": "textLength"},
        )  # fmt: skip
        self.assertEqual((rules["E6"].formula1, rules["E6"].formula2), ("1", "9999999"))
        self.assertEqual((rules["D6"].formula1, rules["D6"].formula2), ("0", "100000000"))
        self.assertEqual((rules["G6"].formula1, rules["G6"].formula2), ("7", "60"))
        for rule in rules.values():
            self.assertTrue(rule.showInputMessage)
            self.assertRegex(rule.prompt, "[一-鿿]")
            self.assertLessEqual(len(rule.prompt), 255)
            self.assertLessEqual(len(rule.promptTitle), 32)
            self.assertTrue(rule.allowBlank)
            if rule.type is not None:
                self.assertTrue(rule.showErrorMessage)
                self.assertRegex(rule.error, "[一-鿿]")
                self.assertLessEqual(len(rule.error), 225)
        # More rows than the form has are checked, too.
        self.assertGreater(int(str(rules["E6"].sqref).split("E")[-1]), 500)
        ((title, cells),) = book.defined_names[rules["B3"].formula1].destinations
        names = [cell[0].value for cell in book[title][cells.replace("$", "")]]
        self.assertEqual((len(names), names[0], names[5]), (12, "昆山开发区", "周市镇"))

    def test_it_comes_back_without_a_question(self):
        path = self.handed_out()
        for first in (HEAD_ROW + 1, HEAD_ROW + 14):  # within, and past the last numbered row
            filled = self.folder / f"填好{first}.xlsx"
            fill(path, filled, first=first)
            self.assert_comes_back(filled)

    def test_a_blank_one_says_only_its_district(self):
        found = self.read(self.handed_out())
        self.assertEqual((found["district"], found["officer"]), ("周市镇", {"name": None, "phone": None}))
        self.assertEqual({row["status"] for row in found["rows"]}, {"ignored"})

    def test_what_libreoffice_saved_comes_back(self):
        for ending in ("xlsx", "xls", "ods"):
            self.assert_comes_back(DATA / f"templates/周市镇.{ending}")

    @unittest.skipUnless(OFFICE, "LibreOffice is not there")
    def test_it_comes_back_from_libreoffice(self):
        filled = self.folder / "填好.xlsx"
        fill(self.handed_out(), filled)
        for ending in ("xlsx", "xls", "ods"):
            folder = self.folder / ending
            subprocess.run(
                [OFFICE, f"-env:UserInstallation=file://{self.folder}/lo", "--headless", "--convert-to", ending,
                 "--outdir", folder, filled],
                check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240,
            )  # fmt: skip
            path = folder / f"填好.{ending}"
            self.assert_comes_back(path)
            if ending == "xlsx":
                sheet = openpyxl.load_workbook(path).worksheets[0]
                self.assertTrue(sheet.protection.sheet)
                self.assertGreaterEqual(len(sheet.data_validations.dataValidation), 5)

    def test_it_is_prefilled_with_those_that_are_not_done(self):
        for name in ("昆山示例新甲有限公司", "昆山示例新乙有限公司"):
            self.xyb("enterprise", "add", "--name", name, "--district", "周市镇", "--phone", "0512-55550101")
            self.xyb("nomination", "add", name, "--year", 2019)
        self.xyb("nomination", "set", "昆山示例新乙有限公司", "--year", 2019, "--accepted", "2019-08-15")
        sheet = openpyxl.load_workbook(self.handed_out("--prefill")).worksheets[0]
        self.assertEqual(
            [cell.value for cell in sheet[HEAD_ROW + 1]],
            [1, "昆山示例新甲有限公司", None, None, None, None, "0512-55550101"],
        )
        self.assertIsNone(sheet.cell(HEAD_ROW + 2, 2).value)
        self.assertIsNone(openpyxl.load_workbook(self.handed_out()).worksheets[0].cell(HEAD_ROW + 1, 2).value)

    def test_prefilled_and_returned_it_is_the_same_enterprise(self):
        name = "昆山示例新甲有限公司"
        self.xyb("enterprise", "add", "--name", name, "--district", "周市镇", "--phone", "0512-55550101")
        self.xyb("nomination", "add", name, "--year", 2019)
        filled = self.folder / "填好.xlsx"
        fill(self.handed_out("--prefill"), filled, rows=[(name, "齿轮", 3000, 64, "张示例", "0512-55550101")])
        self.xyb("submission", "import", filled, "--year", 2020, "--accept", "clean")
        (row,) = self.xyb("nomination", "list", "--year", 2020, "--json").json
        self.assertEqual((row["name"], row["district"], row["headcount"]), (name, "周市镇", 64))
        self.assertEqual(len(self.xyb("enterprise", "find", "新甲", "--json").json), 1)

    def test_one_file_a_district_into_a_folder(self):
        folder = self.folder / "下发"
        folder.mkdir()
        said = self.xyb("export", "template", "--year", 2020, "--out", folder, "--json").json
        self.assertEqual(len(said["files"]), 11)
        self.assertEqual(sorted(map(str, folder.iterdir())), sorted(said["files"]))
        self.assertEqual(pathlib.Path(said["files"][4]).name, f"附件2 {TITLE}（周市镇）.xlsx")

    def test_what_cannot_be_is_refused(self):
        there = self.folder / "a.xlsx"
        there.write_text("old")
        for words, status in (
            (["--year", 2020], 2),
            (["--year", 2020, "--out", self.folder / "a.xlsx"], 2),
            (["--year", 2020, "--out", self.folder / "没有的"], 2),
            (["--year", 2020, "--district", "周市镇", "--out", self.folder / "a.pdf"], 2),
            (["--year", 2020, "--district", "没有的镇", "--out", self.folder / "a.xlsx"], 1),
            (["--year", 1999, "--district", "周市镇", "--out", self.folder / "a.xlsx"], 1),
        ):
            self.refused("export", "template", *words, status=status)
        self.assertEqual(there.read_text(), "old")
