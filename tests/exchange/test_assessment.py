"""The published 考核表 as xlsx (requirements §7, Appendix A), read by openpyxl and by our reader."""

import csv
import subprocess
import unittest

import openpyxl

import tap
from exchangecase import DATA, ExchangeCase, texts

GRIDS = {
    "2019-district": ("grid_2019_quzhen.tsv", "portrait"),
    "2020-district": ("grid_2020_quzhen.tsv", "landscape"),
    "2020-subdistrict": ("grid_2020_banshichu.tsv", "landscape"),
    "2020-department": ("grid_2020_bumen.tsv", "landscape"),
}
TITLES = {"district": "区镇", "subdistrict": "城市管理办事处", "department": "部门"}
HEAD = 3  # title, issue and date, head


def rows_of(name):
    with open(DATA / name, encoding="utf-8") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def notes_of(scenario):
    notes = [row for row in rows_of("assessment-notes.tsv") if row[0] == scenario]
    return ["说明:"] + [f"{number}. {text}" for _, number, text in notes]


class Assessment(ExchangeCase):
    def written(self, kind):
        path = self.folder / f"{kind}.xlsx"
        subprocess.run([tap.arguments[2], kind, path], check=True, capture_output=True)
        return path

    def sheet(self, kind):
        return openpyxl.load_workbook(self.written(kind)).worksheets[0]

    def test_every_cell_is_that_of_the_published_table(self):
        for scenario, (name, _) in GRIDS.items():
            sheet = self.sheet(scenario)
            source = [[cell or None for cell in row] for row in rows_of(name)]
            found = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD)]
            with self.subTest(scenario):
                self.assertEqual(found[: len(source)], source)
                self.assertEqual([row[0] for row in found[len(source) :]], notes_of(scenario))
                self.assertFalse(any(any(row[1:]) for row in found[len(source) :]))

    def test_a_mark_is_text_and_a_blank_is_blank(self):
        sheet = self.sheet("2020-department")
        for row in sheet.iter_rows(min_row=HEAD + 1, max_row=HEAD + 54):
            self.assertEqual({cell.data_type for cell in row[:-1]}, {"s"})
            self.assertIsNone(row[-1].value)
        counts = {}
        for row in sheet.iter_rows(min_row=HEAD + 1, max_row=HEAD + 54, min_col=2, max_col=11):
            for cell in row:
                counts[cell.value] = counts.get(cell.value, 0) + 1
        self.assertEqual(counts, {"*": 401, "非考核项": 83, "1": 2, "无": 54})

    def test_title_issue_and_date_stand_above(self):
        for scenario in GRIDS:
            year, kind = scenario.split("-")
            sheet = self.sheet(scenario)
            with self.subTest(scenario):
                self.assertEqual(sheet["A1"].value, f"{year}年昆山市社会信用体系建设考核表（{TITLES[kind]}）")
                self.assertEqual(sheet["A1"].font.name, "方正小标宋简体")
                self.assertEqual(sheet["A2"].value, "《工作信息》2020年第1期")
                last = sheet.cell(2, sheet.max_column)
                self.assertEqual(last.value, "截至2020年1月21日")
                self.assertEqual(last.alignment.horizontal, "right")

    def test_heads_wrap_and_come_again_on_every_page(self):
        for scenario in GRIDS:
            sheet = self.sheet(scenario)
            with self.subTest(scenario):
                self.assertEqual(sheet.print_title_rows, f"${HEAD}:${HEAD}")
                for cell in sheet[HEAD]:
                    self.assertTrue(cell.alignment.wrap_text)
                    self.assertEqual(cell.font.name, "黑体")

    def test_it_is_fitted_to_the_width_of_a4(self):
        for scenario, (_, orientation) in GRIDS.items():
            sheet = self.sheet(scenario)
            with self.subTest(scenario):
                self.assertEqual(int(sheet.page_setup.paperSize), 9)
                self.assertEqual(sheet.page_setup.orientation, orientation)
                self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage)
                self.assertEqual((sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight), (None, 0))

    def test_pages_of_the_departments_end_where_the_original_s_do(self):
        sheet = self.sheet("2020-department")
        ends = [pagebreak.id for pagebreak in sheet.row_breaks.brk]
        self.assertEqual(ends, [HEAD + 20, HEAD + 39])
        self.assertEqual([sheet.cell(end, 1).value for end in ends], ["住建局", "总工会"])
        self.assertEqual(len(self.sheet("2020-district").row_breaks.brk), 0)

    def test_pages_that_remarks_have_outgrown_end_where_they_are_full(self):
        sheet = self.sheet("remarks")
        self.assertEqual(len(sheet.row_breaks.brk), 0)
        self.assertEqual(sheet["A2"].value, None)
        self.assertEqual(sheet.cell(HEAD + 54, 12).value[:5], "第54行：")
        heights = [sheet.row_dimensions[HEAD + n].height for n in range(1, 55)]
        self.assertGreater(min(heights), 2 * 10.5)
        self.assertLess(max(heights), 6 * 10.5)

    def test_four_grids_go_into_one_workbook(self):
        book = openpyxl.load_workbook(self.written("all"))
        self.assertEqual(book.sheetnames, ["区镇", "区镇（2）", "城市管理办事处", "部门"])
        self.assertEqual([sheet.max_column for sheet in book], [5, 8, 8, 12])

    def test_our_reader_sees_the_same(self):
        for scenario in GRIDS:
            path = self.written(scenario)
            ours = texts(self.dump(path)["sheets"][0])
            theirs = {
                (cell.row - 1, cell.column - 1): cell.value
                for row in openpyxl.load_workbook(path).worksheets[0].iter_rows()
                for cell in row
                if cell.value is not None
            }
            with self.subTest(scenario):
                self.assertEqual(ours, theirs)

    def test_the_same_table_gives_the_same_bytes(self):
        first = self.written("2020-department").read_bytes()
        self.assertEqual(self.written("2020-department").read_bytes(), first)


class Ranking(ExchangeCase):
    def setUp(self):
        super().setUp()
        path = self.folder / "排名.xlsx"
        subprocess.run([tap.arguments[2], "ranking", path], check=True, capture_output=True)
        self.book = openpyxl.load_workbook(path)

    def test_figures_are_numbers(self):
        sheet = self.book["排名"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3, max_row=57)]
        self.assertEqual(rows[0], ["名次", "部门", "应得分", "扣分", "得分", "百分比"])
        self.assertEqual(rows[1], [1, "政法委", 1.2, 0, 1.2, 1])
        # 0.15 of 1.20, 0.10 of 1.40, 0.05 of 1.20
        self.assertEqual(
            [row[:5] for row in rows[52:]],
            [[52, "组织部", 1.2, 0.05, 1.15], [53, "宣传部 (文明办、网信办)", 1.4, 0.1, 1.3],
             [54, "统战部", 1.2, 0.15, 1.05]],
        )
        self.assertEqual({row[0] for row in rows[1:52]}, {1})
        formats = [cell.number_format for cell in sheet[4]]
        self.assertEqual(formats, ["0", "General", "0.00", "0.00", "0.00", "0.0%"])
        self.assertIn("共54个单位，被扣分的3个", sheet.cell(58, 1).value)

    def test_marks_of_each_indicator_are_counted(self):
        rows = [[cell.value for cell in row] for row in self.book["各项指标"].iter_rows(min_row=3)]
        self.assertEqual(rows[0], ["考核指标", "√", "*", "非考核项", "无", "有", "计数", "未填"])
        self.assertEqual(len(rows), 11)
        self.assertEqual(rows[8], ["奖惩案例", 0, 52, 0, 0, 0, 2, 0])
        self.assertEqual(sum(row[2] for row in rows[1:]), 401)
        self.assertEqual(sum(row[3] for row in rows[1:]), 83)


if __name__ == "__main__":
    unittest.main()
