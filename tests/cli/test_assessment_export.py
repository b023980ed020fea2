"""考核表, unit sheets and ranking as files, through xyb (requirements §7, KH-26 to KH-30)."""

import re
import sqlite3
import subprocess
from contextlib import closing

import openpyxl

from test_assessment import GRIDS, AssessmentCase, printed

HEAD = 3  # title, issue and date, head
DAY = {"XYB_TODAY": "2020-04-14"}


def bare(text):
    return re.sub(r"\s", "", text)


class ExportCase(AssessmentCase):
    def export(self, what, out, *words, year=2020, kind="department", **kwargs):
        path = self.folder / out
        self.xyb("export", what, "--year", year, "--kind", kind, "--out", path, *words, env=DAY,
                 **kwargs)
        return path

    def refuse_export(self, what, out, *words, year=2020, kind="department", **kwargs):
        return self.refused("export", what, "--year", year, "--kind", kind, "--out",
                            self.folder / out, *words, **kwargs)

    @staticmethod
    def cells(path, sheet=0):
        rows = openpyxl.load_workbook(path).worksheets[sheet].iter_rows(min_row=HEAD)
        return [[cell.value or "" for cell in row] for row in rows]

    @staticmethod
    def pages(path):
        text = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True).stdout
        return [bare(page) for page in text.decode().split("\f")[:-1]]


class Tables(ExportCase):
    def test_the_printed_tables_come_out_as_they_went_in(self):
        for (year, kind), name in GRIDS.items():
            self.take(year, kind)
            found = self.cells(self.export("assessment", f"{year}{kind}.xlsx", year=year, kind=kind))
            expected = printed(name)
            # AMB-04: the office writes 和; the document's own slip stays with the scheme.
            expected[0] = [head.replace(" and ", "和") for head in expected[0]]
            with self.subTest(table=name):
                self.assertEqual(found[: len(expected)], expected)
                self.assertEqual(found[len(expected)][0], "说明:")

    def test_pages_of_the_departments_are_those_of_the_newsletter(self):
        self.take(2020, "department")
        pages = self.pages(self.export("assessment", "部门.pdf"))
        self.assertEqual(len(pages), 3)
        for page, first, last in zip(pages, ("组织部", "城管局", "团市委"), ("住建局", "总工会", "消防大队")):
            self.assertIn("奖惩案例", page)
            self.assertIn(first, page)
            self.assertIn(last, page)
        self.assertIn("截至2020年4月14日", pages[0])
        self.assertNotIn("说明:", pages[1])
        self.assertIn("说明:", pages[2])

    def test_a_snapshot_is_exported_as_it_was_printed(self):
        self.take(2020, "district")
        self.assess("snapshot", "--issue", 1, "--date", "2020-01-21", kind="district")
        before = self.export("assessment", "前.xlsx", "--snapshot", 1, kind="district")
        first = before.read_bytes()
        self.assess("mark", "√", "--unit", "周市镇", "--indicator", 1, kind="district")
        self.assess("remark", "补报", "--unit", "周市镇", kind="district")
        after = self.export("assessment", "后.xlsx", "--snapshot", 1, kind="district")
        self.assertEqual(after.read_bytes(), first)
        self.assertEqual(self.cells(after)[:13], printed("grid_2020_quzhen.tsv"))
        sheet = openpyxl.load_workbook(after).worksheets[0]
        self.assertEqual(sheet["A2"].value, "《工作信息》2020年第1期")
        self.assertEqual(sheet["H2"].value, "截至2020年1月21日")
        now = self.cells(self.export("assessment", "今.xlsx", kind="district"))
        self.assertEqual(now[6], ["周市镇", "√", "*", "*", "*", "*", "无", "补报"])
        pdf = self.pages(self.export("assessment", "前.pdf", "--snapshot", 1, kind="district"))
        self.assertIn("《工作信息》2020年第1期", pdf[0])

    def test_no_snapshot_is_said(self):
        sentence = self.refuse_export("assessment", "无.xlsx", "--snapshot", 7)
        self.assertIn("第 7 期", sentence)
        self.assertFalse((self.folder / "无.xlsx").exists())

    def test_a_folder_gets_the_office_s_own_names(self):
        self.xyb("export", "assessment", "--year", 2020, "--kind", "district", "--out", self.folder,
                 "--format", "xlsx")
        self.assertTrue((self.folder / "2020年昆山市社会信用体系建设考核表（区镇）.xlsx").exists())
        self.xyb("export", "assessment-ranking", "--year", 2020, "--kind", "district", "--out",
                 self.folder, "--format", "pdf")
        self.assertTrue((self.folder / "2020年昆山市社会信用体系建设考核排名（区镇）.pdf").exists())
        self.xyb("export", "unit-sheet", "--year", 2020, "--kind", "district", "--unit", "周市",
                 "--out", self.folder, "--format", "pdf")
        self.assertTrue(
            (self.folder / "2020年昆山市社会信用体系建设考核表（区镇） 周市镇.pdf").exists()
        )


class UnitSheets(ExportCase):
    def test_every_unit_has_its_page(self):
        self.take(2020, "department")
        pages = self.pages(self.export("unit-sheet", "全部.pdf"))
        rows = printed("grid_2020_bumen.tsv")[1:]
        self.assertEqual(len(pages), 54)
        for page, row in zip(pages, rows):
            self.assertIn(f"部门：{bare(row[0])}", page)

    def test_one_unit_with_its_reasons_and_what_it_says(self):
        self.take(2020, "department")
        self.assess("mark", "扣0.1分", "--unit", "税务局", "--indicator", 9, "--remark", "缺两次宣传")
        self.assess("statement", "--unit", "税务局", "--indicator", 3, "--text", "条线规定未明确")
        pages = self.pages(self.export("unit-sheet", "税务局.pdf", "--unit", "税务局"))
        self.assertEqual(len(pages), 1)
        for words in ("部门：税务局", "平时考核截至2020年4月14日", "备注：缺两次宣传",
                      "(参照条线)信用等级评价和分类监管：条线规定未明确", "考核人"):
            self.assertIn(words, pages[0])

    def test_the_same_as_a_workbook_with_a_sheet_for_each_unit(self):
        self.take(2020, "department")
        self.assess("mark", "扣0.1分", "--unit", "税务局", "--indicator", 9)
        book = openpyxl.load_workbook(self.export("unit-sheet", "全部.xlsx"))
        rows = printed("grid_2020_bumen.tsv")
        self.assertEqual(book.sheetnames, [row[0] for row in rows[1:]])
        sheet = book["税务局"]
        found = [[cell.value for cell in row] for row in sheet.iter_rows()]
        self.assertEqual(found[1], ["部门：税务局", None, None, None, None, "平时考核　截至2020年4月14日"])
        self.assertEqual(found[2], ["序号", "考核指标", "分值", "完成情况", "扣分", "理由"])
        self.assertEqual(found[3 + 8][:5], ["9", "诚信专题宣传任务", "0.2分", "*", "0.10"])
        self.assertEqual(found[13], ["合计", None, "1.50", None, "0.10", "得分1.40分，应得1.50分，93.3%"])
        self.assertEqual(found[14][0], "情况说明")
        self.assertIn("考核人", found[16][0])
        self.assertIn("单位负责人", found[18][0])
        self.assertEqual((sheet.page_setup.fitToHeight, sheet.page_setup.orientation), (None, "portrait"))
        one = openpyxl.load_workbook(self.export("unit-sheet", "一.xlsx", "--unit", "税务局"))
        self.assertEqual(one.sheetnames, ["税务局"])

    def test_what_was_settled_is_put_out_as_it_was_signed(self):
        self.take(2019, "district")
        for indicator in (2, 3):
            for row in printed("grid_2019_quzhen.tsv")[1:]:
                self.assess("mark", "√", "--unit", row[0], "--indicator", indicator, year=2019,
                            kind="district")
        self.assess("settle", "--by", "李示例", "--date", "2019-12-31", "--accept-open", year=2019,
                    kind="district")
        before = self.export("assessment", "前.xlsx", year=2019, kind="district").read_bytes()
        ranked = self.export("assessment-ranking", "前排名.xlsx", year=2019, kind="district").read_bytes()
        with closing(sqlite3.connect(self.office)) as db, db:
            # Life goes on after the signature: a unit is renamed, what a mark rests on changes.
            db.execute("UPDATE unit SET name = '周市街道' WHERE name = '周市镇'")
            db.execute("UPDATE assessment_mark SET kind = 1 WHERE kind = 2")
        self.assertEqual(
            self.export("assessment", "后.xlsx", year=2019, kind="district").read_bytes(), before
        )
        self.assertEqual(
            self.export("assessment-ranking", "后排名.xlsx", year=2019, kind="district").read_bytes(),
            ranked,
        )
        sheet = openpyxl.load_workbook(self.folder / "后.xlsx").worksheets[0]
        self.assertEqual((sheet["A2"].value, sheet["E2"].value), ("年终结算", "截至2019年12月31日"))
        pages = self.pages(self.export("unit-sheet", "张浦.pdf", "--unit", "张浦镇", year=2019,
                                       kind="district"))
        self.assertEqual(len(pages), 1)
        self.assertIn("注：结算签字时得分2.00分，之后登记的情况有变动", pages[0])

    def test_a_unit_that_is_not_assessed_is_refused(self):
        sentence = self.refuse_export("unit-sheet", "无.pdf", "--unit", "周市镇")
        self.assertIn("周市镇", sentence)
        self.assertFalse(list(self.folder.glob("无.*")))


class Ranking(ExportCase):
    def test_places_within_one_kind(self):
        self.take(2020, "subdistrict")
        self.assess("mark", "扣0.5分", "--unit", "亭林城市管理办事处", "--indicator", 5, kind="subdistrict")
        rows = self.cells(self.export("assessment-ranking", "排名.xlsx", kind="subdistrict"))
        self.assertEqual(rows[0], ["名次", "城市管理办事处", "应得分", "扣分", "得分", "百分比"])
        self.assertEqual([row[:2] for row in rows[1:5]],
                         [[1, "柏庐城市管理办事处"], [1, "青阳城市管理办事处"],
                          [1, "震川城市管理办事处"], [4, "亭林城市管理办事处"]])
        self.assertEqual(rows[4][2:], [10, 0.5, 9.5, 0.95])
        page = self.pages(self.export("assessment-ranking", "排名.pdf", kind="subdistrict"))[0]
        self.assertIn("各项指标完成情况", page)

    def test_a_snapshot_is_ranked_as_it_was(self):
        self.take(2020, "subdistrict")
        self.assess("snapshot", "--issue", 1, "--date", "2020-01-21", kind="subdistrict")
        self.assess("mark", "扣0.5分", "--unit", "亭林城市管理办事处", "--indicator", 5, kind="subdistrict")
        rows = self.cells(
            self.export("assessment-ranking", "排名.xlsx", "--snapshot", 1, kind="subdistrict")
        )
        self.assertEqual({row[0] for row in rows[1:5]}, {1})


class Usage(ExportCase):
    def test_what_is_missing_is_asked_for(self):
        out = self.folder / "a.xlsx"
        for what in ("assessment", "assessment-ranking", "unit-sheet"):
            for words in (
                ("--kind", "district", "--out", out),
                ("--year", 2020, "--out", out),
                ("--year", 2020, "--kind", "district"),
                ("--year", 2020, "--kind", "区", "--out", out),
            ):
                self.refused("export", what, *words, status=2)
        self.assertFalse(out.exists())

    def test_a_year_without_a_scheme_is_said(self):
        self.assertIn("2018", self.refuse_export("assessment", "a.xlsx", year=2018))

    def test_json_lists_the_file(self):
        path = self.folder / "a.xlsx"
        found = self.xyb("export", "assessment", "--year", 2020, "--kind", "district", "--out", path,
                         "--json").json
        self.assertEqual(found, {"files": [str(path)], "warning": None})
