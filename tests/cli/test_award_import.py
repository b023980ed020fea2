"""award import: lists of who passed 贯标 or holds a 示范 title since earlier years (PLAN-09)."""

import csv
import io
import json
import pathlib
import sqlite3
import struct
import sys
import unittest
import zipfile
from contextlib import closing

import openpyxl

from xybcase import XybCase, folder_digests

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "exchange"))
import biff  # noqa: E402

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
DISTRICTS = ["周市镇", "张浦", "巴城镇", "花桥", "千灯镇", "昆山开发区", "高新区"]
TODAY = {"XYB_TODAY": "2020-04-14"}


def kept(folder):
    """The bytes of everything but the daily backup, which opening the office makes."""
    return {path: digest for path, digest in folder_digests(folder).items() if ".backups/" not in path}


def name(number):
    return f"昆山示例{number:04d}号精密机械有限公司"


def the_590():
    """As an office keeps it: a title, a head, a line for each year, a total, a remark."""
    rows = [["截至2018年底昆山市企业信用管理贯标名单（590家）"], ["序号", "企业名称", "所属区镇", "文号", "备注"]]
    number = 0
    for year in range(2011, 2019):
        rows.append([f"{year}年"])
        for _ in range(74 if year < 2018 else 72):
            number += 1
            rows.append([str(number), name(number), DISTRICTS[number % 7], f"昆信用〔{year}〕{number}号", ""])
    return [*rows, ["合计", "590家"], ["注：名单以验收文件为准"]]


# ---- the same rows in each format ----


def write_xlsx(path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


def write_csv(path, rows, encoding="gb18030", delimiter=","):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


def write_xls(path, rows):
    body = b""
    for number, row in enumerate(rows):
        body += biff.record(0x208, struct.pack("<HHHHHHHH", number, 0, max(len(row), 1), 255, 0, 0, 0, 15))
        for column, text in enumerate(row):
            if text:
                body += biff.label(number, column, text)
    path.write_bytes(biff.container(biff.workbook([body], names=["名单"])))


def write_ods(path, rows):
    lines = ""
    for row in rows:
        cells = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in row
        )
        lines += f"<table:table-row>{cells}</table:table-row>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{OFFICE}office:1.0" xmlns:table="{OFFICE}table:1.0"'
            f' xmlns:text="{OFFICE}text:1.0"><office:body><office:spreadsheet><table:table table:name="名单">{lines}'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )


WRITERS = {
    "名单.xlsx": write_xlsx,
    "名单.xls": write_xls,
    "名单.et": write_xls,
    "名单.ods": write_ods,
    "名单.csv": write_csv,
    "名单.txt": lambda path, rows: write_csv(path, rows, "utf-8", "\t"),
}


class AwardImport(XybCase):
    def write(self, rows, file="名单.csv"):
        path = self.folder / file
        WRITERS[file](path, rows)
        return path

    def imported(self, *words):
        return self.xyb("award", "import", *words, "--json", env=TODAY).json

    def awards(self):
        return self.xyb("award", "list", "--json", env=TODAY).json

    def revisions(self):
        return len(self.xyb("log", "--json").json)

    def row(self, report, number):
        return next(row for row in report["rows"] if row["row"] == number)

    def test_the_same_590_of_every_format(self):
        rows = the_590()
        expected = None
        for file in WRITERS:
            with self.subTest(file):
                before = self.revisions()
                report = self.imported(self.write(rows, file))
                self.assertEqual(report["imported"], {"accreditation": 590, "city_model": 0, "province_model": 0})
                self.assertEqual(report["new_enterprises"], 590)
                self.assertEqual((report["open"], report["left"]), (0, 2))
                listed = self.awards()
                found = [(a["name"], a["track"], a["year"], a["number"]) for a in listed["awards"]]
                self.assertEqual(len(found), 590)
                expected = expected or found
                self.assertEqual(sorted(found), sorted(expected))
                # PLAN-12: those of the opening total are not counted again.
                self.assertEqual(
                    listed["totals"]["accreditation"], {"opening": 590, "since": 0, "total": 590}
                )
                self.assertEqual(self.revisions(), before + 1)
                self.xyb("undo")
                self.assertEqual(self.awards()["awards"], [])
                self.assertEqual(self.xyb("enterprise", "find", "示例0001", "--json").json, [])

    def test_what_came_since_is_counted_on_top(self):
        path = self.write([["企业名称", "年度", "级别"], [name(1), "2018", "贯标"], [name(2), "2019", "贯标"]])
        self.imported(path)
        totals = self.awards()["totals"]["accreditation"]
        opening = self.xyb("plan", "list", "--json").json
        self.assertEqual(totals["total"], totals["opening"] + totals["since"])
        self.assertEqual(totals["since"], 1 if min(plan["year"] for plan in opening) <= 2019 else 0)

    def test_an_undone_import_can_be_redone(self):
        self.imported(self.write(the_590()))
        self.xyb("undo")
        self.xyb("redo")
        self.assertEqual(len(self.awards()["awards"]), 590)

    def test_a_second_import_registers_nobody_twice(self):
        path = self.write(the_590())
        self.imported(path)
        again = self.imported(path)
        self.assertEqual(again["imported"]["accreditation"], 0)
        self.assertEqual(again["left"], 592)
        self.assertIn("已登记为 2011 年贯标", self.row(again, 4)["reasons"])
        self.assertEqual(len(self.awards()["awards"]), 590)

    def test_candidates_come_from_what_was_imported(self):
        rows = [["企业名称", "年度", "级别"], [name(1), "2015", "贯标"], [name(2), "2015", "贯标"], [name(2), "2017", "市级示范"]]
        self.imported(self.write(rows))
        city = self.xyb("candidates", "--track", "city_model", "--year", 2020, "--json", env=TODAY).json
        self.assertEqual({one["name"] for one in city["candidates"]}, {name(1), name(2)})
        province = self.xyb("candidates", "--track", "province_model", "--year", 2020, "--json", env=TODAY).json
        self.assertIn(name(2), {one["name"] for one in province["candidates"]})

    def test_a_return_of_one_that_passed_earlier_is_no_addition(self):
        """ENT-08: duplicates “already 贯标” are found by the register of awards, too."""
        self.imported(self.write([["企业名称", "年度", "级别"], [name(1), "2015", "贯标"]]))
        head = ["序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话"]
        returned = self.folder / "附件2 周市镇.csv"
        write_csv(returned, [["区镇：周市镇"], head, ["1", name(1), "零件", "1200万", "50", "张示例", "0512-55550101"]])
        read = json.dumps(self.xyb("submission", "read", returned, "--year", 2020, "--json").json, ensure_ascii=False)
        self.assertIn("2015", read)

    def test_year_and_level_for_what_the_list_does_not_say(self):
        path = self.write([["企业名称", "区镇"], [name(1), "周市镇"], [name(2), "巴城"]])
        first = self.imported(path)
        self.assertEqual((first["imported"]["accreditation"], first["open"]), (0, 2))
        report = self.imported(path, "--year", 2014, "--track", "city_model")
        self.assertEqual(report["imported"]["city_model"], 2)
        self.assertIn("没有贯标的记录", self.row(report, 2)["reasons"])
        self.assertEqual({award["year"] for award in self.awards()["awards"]}, {2014})

    def test_doubtful_rows_wait_and_are_answered(self):
        self.xyb("enterprise", "add", "昆山市示例模塑有限公司")
        rows = [
            ["企业名称", "区镇", "年度", "级别"],
            ["昆山示例模塑有限公司", "", "2015", "贯标"],
            [name(2), "没有这个镇", "2015", "贯标"],
            [name(3), "", "2035", "贯标"],
            [name(4), "", "2016", "国家级"],
            [name(5), "", "2016", "贯标"],
        ]
        path = self.write(rows)
        report = self.imported(path, "--dry-run")
        self.assertEqual((report["imported"]["accreditation"], report["open"]), (1, 4))
        report = self.imported(path, "--accept", "2=same,3=周市镇,4=2019,5=leave")
        self.assertEqual(report["imported"]["accreditation"], 4)
        self.assertEqual(report["new_enterprises"], 3)
        shown = self.xyb("enterprise", "show", name(2), "--json").json
        self.assertIn("周市镇", json.dumps(shown, ensure_ascii=False))
        sentence = self.refused("award", "import", path, "--accept", "77=same")
        self.assertIn("没有第 77 行", sentence)
        self.refused("award", "import", path, "--accept", "2", status=2)

    def test_codes_are_kept_and_told_from_bad_ones(self):
        head = ["企业名称", "统一社会信用代码", "年度", "级别"]
        good, bad = "91350100M000100Y43", "91350100M000100Y44"
        rows = [head, [name(1), good, "2015", "贯标"], [name(2), bad, "2015", "贯标"], ["昆山改名有限公司", good, "2016", "市级示范"]]
        report = self.imported(self.write(rows, "名单.xlsx"))
        self.assertEqual((report["imported"]["accreditation"], report["imported"]["city_model"]), (2, 1))
        self.assertEqual(report["new_enterprises"], 2)
        self.assertIn("校验不对", self.row(report, 3)["reasons"])
        self.assertEqual(self.xyb("enterprise", "show", name(1), "--json").json["credit_code"], good)
        shown = self.xyb("enterprise", "show", name(2), "--json").json
        self.assertIsNone(shown["credit_code"])
        self.assertIn(bad, shown["note"])

    def test_accept_all_never_guesses_a_year(self):
        rows = [["企业名称", "区镇", "年度", "级别"], [name(1), "没有这个镇", "2015", "贯标"], [name(2), "", "不详年", "贯标"]]
        report = self.imported(self.write(rows), "--accept", "all")
        self.assertEqual((report["imported"]["accreditation"], report["open"]), (1, 1))

    def test_hidden_rows_wait_for_a_word(self):
        path = self.folder / "名单.xlsx"
        book = openpyxl.Workbook()
        for row in [["企业名称", "年度", "级别"], [name(1), 2015, "贯标"], [name(2), 2016, "贯标"]]:
            book.active.append(row)
        book.active.row_dimensions[3].hidden = True
        book.save(path)
        self.assertEqual(self.imported(path)["imported"]["accreditation"], 1)
        self.assertEqual(self.imported(path, "--with-hidden")["imported"]["accreditation"], 1)

    def test_merged_years_of_a_workbook(self):
        path = self.folder / "名单.xlsx"
        book = openpyxl.Workbook()
        for row in [["年度", "企业名称", "级别"], [2015, name(1), "贯标"], [None, name(2), "贯标"], [2016, name(3), "贯标"]]:
            book.active.append(row)
        book.active.merge_cells("A2:A3")
        book.save(path)
        self.imported(path)
        self.assertEqual([award["year"] for award in self.awards()["awards"]], [2015, 2015, 2016])

    def test_the_place_it_came_from_is_kept(self):
        path = self.write([["企业名称", "年度", "级别", "备注"], [name(1), "2015", "贯标", "原名示例厂"]], "名单.xlsx")
        self.imported(path)
        with closing(sqlite3.connect(self.office)) as office:
            self.assertEqual(
                office.execute("SELECT note FROM award").fetchall(), [("原名示例厂（来源：名单.xlsx Sheet 第 2 行）",)]
            )

    def test_many_rows(self):
        rows = [["企业名称", "统一社会信用代码", "年度", "级别"]]
        rows += [[name(number), "", str(2011 + number % 8), "贯标"] for number in range(1, 10001)]
        report = self.imported(self.write(rows))
        self.assertEqual(report["imported"]["accreditation"], 10000)
        self.assertEqual(len(self.awards()["awards"]), 10000)


class Refused(XybCase):
    """What cannot be read, or says nothing, leaves the office byte by byte as it was."""

    def refused_list(self, path, words):
        before = kept(self.folder)
        result = self.call("award", "import", path, "--office", self.office)
        self.assertEqual(result.status, 1, result.out)
        self.assertRegex(result.err, "[一-鿿]")
        self.assertIn(words, result.err)
        self.assertNotRegex(result.err, r"SQLITE|errno|NULL|\(null\)")
        self.assertEqual(kept(self.folder), before)

    def unchanged(self, path, *words):
        before = kept(self.folder)
        report = self.xyb("award", "import", path, "--json", *words).json
        self.assertEqual(sum(report["imported"].values()), 0)
        self.assertEqual(kept(self.folder), before)
        return report

    def test_files_that_are_none(self):
        good = self.folder / "好.xlsx"
        write_xlsx(good, the_590())
        cases = {
            "空.xlsx": (b"", "空"),
            "撕开.xlsx": (good.read_bytes()[: good.stat().st_size // 2], "撕开.xlsx"),
            "坏.xlsx": (good.read_bytes().replace(b"xl/worksheets", b"xl/worksheetz"), "坏.xlsx"),
            "图.xlsx": (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "图.xlsx"),
        }
        for file, (content, words) in cases.items():
            with self.subTest(file):
                path = self.folder / file
                path.write_bytes(content)
                self.refused_list(path, words)

    def test_a_file_that_is_not_there(self):
        self.refused_list(self.folder / "没有.xlsx", "没有.xlsx")

    def test_a_list_without_a_head_and_names(self):
        path = self.folder / "无表头.csv"
        write_csv(path, [["1", "2", "3"], ["4", "5", "6"]])
        self.refused_list(path, "企业名称")

    def test_an_empty_sheet(self):
        path = self.folder / "空表.xlsx"
        openpyxl.Workbook().save(path)
        self.refused_list(path, "企业名称")

    def test_a_head_and_nothing_below(self):
        path = self.folder / "名单.csv"
        write_csv(path, [["企业名称", "年度"], ["", ""]])
        self.assertEqual(self.unchanged(path)["rows"], [])

    def test_years_that_cannot_be(self):
        path = self.folder / "名单.csv"
        write_csv(path, [["企业名称", "年度", "级别"], [name(1), "2999", "贯标"], [name(2), "1812", "贯标"], [name(3), "x", "贯标"]])
        self.assertEqual(self.unchanged(path, "--accept", "all")["open"], 3)

    def test_a_cell_of_a_megabyte(self):
        path = self.folder / "大.csv"
        write_csv(path, [["企业名称", "年度", "级别"], ["昆" * 350000, "2015", "贯标"]], "utf-8")
        before = kept(self.folder)
        result = self.call("award", "import", path, "--office", self.office)
        self.assertIn(result.status, (0, 1))
        self.assertEqual(kept(self.folder), before)

    def test_a_name_that_is_too_long_stays_out(self):
        path = self.folder / "长.csv"
        write_csv(path, [["企业名称", "年度", "级别"], ["昆山" + "长" * 300 + "有限公司", "2015", "贯标"]])
        self.assertIn("超过", self.unchanged(path)["rows"][0]["reasons"])

    def test_one_bad_file_does_not_keep_a_good_one_back(self):
        good, bad = self.folder / "好.csv", self.folder / "坏.xlsx"
        write_csv(good, [["企业名称", "年度", "级别"], [name(1), "2015", "贯标"]])
        bad.write_bytes(b"PK\x03\x04")
        result = self.call("award", "import", good, bad, "--office", self.office)
        self.assertEqual(result.status, 1)
        self.assertIn("2 个文件中有 1 个", result.err)
        self.assertEqual(len(self.xyb("award", "list", "--json").json["awards"]), 1)

    def test_wrong_words(self):
        path = self.folder / "名单.csv"
        write_csv(path, [["企业名称", "年度", "级别"], [name(1), "2015", "贯标"]])
        before = kept(self.folder)
        for words in (("--year", "abc"), ("--track", "world"), ("--accept", "some")):
            with self.subTest(words):
                result = self.call("award", "import", path, *words, "--office", self.office)
                self.assertIn(result.status, (1, 2))
                self.assertRegex(result.err, "[一-鿿]")
        self.assertEqual(kept(self.folder), before)


if __name__ == "__main__":
    unittest.main()
