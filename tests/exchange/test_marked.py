"""The copy of a returned 附件2 that goes back: nothing of it is lost, what is doubtful is marked."""

import unittest
import zipfile

import openpyxl

from exchangecase import DATA, ExchangeCase

RETURNED = DATA / "returned"
FILL = "FFFFE699"
LIST = "退回说明"


def readable(folder):
    """Every returned file that holds a 附件2."""
    others = {"千灯 网页表格.xls", "周市 加密.xlsx", "巴城 通讯录.xlsx", "张浦 传坏了.xlsx", "锦溪 没传完.xls"}
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix in (".xlsx", ".xls", ".et", ".ods", ".csv") and path.name not in others
    )


def cell_of(cell):
    """What a copy keeps: numbers as numbers with their unit, everything else as the text it showed."""
    if cell["kind"] == "number":
        return cell["column"], cell["number"], cell.get("unit")
    return cell["column"], cell["text"]


def content(sheet):
    rows = [(row["row"], row["hidden"], [cell_of(c) for c in row["cells"] if c["text"]]) for row in sheet["rows"]]
    return [row for row in rows if row[2]]


class Marked(ExchangeCase):
    def test_every_returned_file_comes_back_whole(self):
        for path in readable(RETURNED) + [self.written("district")]:
            with self.subTest(path.name):
                copy = self.folder / "copy.xlsx"
                self.assertEqual(self.write("marked", copy, path), (0, None, None, ""))
                old, new = self.dump(path, copy)
                self.assertEqual(new["sheets"][-1]["name"], LIST)
                self.assertEqual(len(new["sheets"]), len(old["sheets"]) + 1)
                for before, after in zip(old["sheets"], new["sheets"]):
                    self.assertEqual(
                        (after["name"], after["hidden"]), (before["name"], before["hidden"])
                    )
                    self.assertEqual(content(after), content(before))
                    self.assertEqual(after["merged"], before["merged"])
                    used = max((c["column"] for row in before["rows"] for c in row["cells"]), default=0)
                    self.assertEqual(
                        [c for c in after["hidden_columns"] if c <= used],
                        [c for c in before["hidden_columns"] if c <= used],
                    )

    def test_what_is_doubtful_is_filled_and_commented(self):
        copy = self.written("marked", RETURNED / "2020/05 周市镇贯标企业.xlsx")
        book = openpyxl.load_workbook(copy)
        sheet = book["企业汇总"]
        filled = {
            cell.coordinate
            for row in sheet.iter_rows()
            for cell in row
            if cell.fill.patternType == "solid" and cell.fill.fgColor.rgb == FILL
        }
        self.assertEqual(filled, {"D4", "G43"} | {f"{c}5" for c in "ABCDEFG"})
        comments = {cell.coordinate: cell.comment for row in sheet.iter_rows() for cell in row if cell.comment}
        self.assertEqual(
            {where: comment.text for where, comment in comments.items()},
            {
                "D4": "没有写单位，请注明万元或元\n=1+1 不是公式",
                "B5": "与第 1 行重复，请只保留一行",
                "G43": "请补填",
            },
        )
        with zipfile.ZipFile(copy) as parts:
            self.assertIn("<author></author>", parts.read("xl/comments1.xml").decode())  # nobody's name
        self.assertEqual(sheet.cell(3, 2).font.bold, True)
        self.assertTrue(sheet.cell(4, 2).alignment.wrap_text)

    def test_the_list_says_where(self):
        copy = self.written("marked", RETURNED / "2020/05 周市镇贯标企业.xlsx")
        rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(copy)[LIST].iter_rows()]
        self.assertEqual(rows[0][0], LIST)
        self.assertEqual(rows[1], ["序号", "工作表", "位置", "请核对更正"])
        self.assertEqual(
            [row[1:3] for row in rows[2:]],
            [[None, "整个文件"], ["企业汇总", "G43"], ["企业汇总", "第 5 行"], ["企业汇总", "D4"], ["企业汇总", "D4"]],
        )  # fmt: skip

    def test_a_copy_marked_again_has_one_list(self):
        first = self.written("marked", RETURNED / "2020/05 周市镇贯标企业.xlsx")
        second = self.folder / "again.xlsx"
        self.assertEqual(self.write("marked", second, first)[0], 0)
        self.assertEqual(openpyxl.load_workbook(second).sheetnames, ["企业汇总", LIST])

    def test_no_text_becomes_a_formula_or_a_link(self):
        path = self.folder / "附件2.csv"
        path.write_text(
            "序号,企业名称,主要产品,去年销售收入,职工人数,联系人,电话\n"
            '1,"=HYPERLINK(""http://example.com"")",http://example.com,=1+1,+1,@SUM(A1),-1\n',
            encoding="utf-8",
        )
        copy = self.written("marked", path)
        sheet = openpyxl.load_workbook(copy).worksheets[0]
        self.assertEqual({cell.data_type for cell in sheet[2]}, {"s"})
        self.assertEqual([cell.hyperlink for cell in sheet[2]], [None] * 7)
        self.assertEqual(sheet["D2"].value, "=1+1")

    def test_hidden_sheets_stay_hidden_and_one_in_sight_opens(self):
        path = self.folder / "隐藏.xlsx"
        book = openpyxl.Workbook()
        book.active.title = "旧数据"
        book.active.append(["旧"])
        book.active.sheet_state = "hidden"
        sheet = book.create_sheet("今年")
        sheet.append(["序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话"])
        sheet.append([1, "昆山示例甲有限公司", "齿轮", 100, 10, "张示例", "0512-55550101"])
        sheet.column_dimensions["C"].hidden = True
        sheet.row_dimensions[2].hidden = True
        book.active = 1
        book.save(path)
        found = openpyxl.load_workbook(self.written("marked", path))
        self.assertEqual([s.sheet_state for s in found.worksheets], ["hidden", "visible", "visible"])
        self.assertEqual(found.active.title, "今年")
        self.assertTrue(found["今年"].column_dimensions["C"].hidden)
        self.assertTrue(found["今年"].row_dimensions[2].hidden)

    def test_a_long_table_keeps_what_is_merged(self):
        path = self.folder / "长表.xlsx"
        book = openpyxl.Workbook()
        sheet = book.active
        sheet["A1"] = "汇总表"
        sheet.merge_cells("A1:G2")
        for column, head in enumerate(["序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话"]):
            sheet.cell(3, column + 1).value = head
        for i in range(4, 1600):
            sheet.cell(i, 1).value = i
            sheet.cell(i, 2).value = f"昆山示例{i}有限公司"
        sheet["F10"] = "张示例"
        sheet.merge_cells("F10:F12")
        book.save(path)
        old, new = self.dump(path, self.written("marked", path))
        self.assertEqual(content(new["sheets"][0]), content(old["sheets"][0]))
        self.assertEqual(new["sheets"][0]["merged"], old["sheets"][0]["merged"])

    def test_a_file_that_cannot_be_read_leaves_the_old_copy(self):
        path = self.folder / "copy.xlsx"
        path.write_text("old")
        status, _domain, _code, sentence = self.write("marked", path, self.folder / "没有.xlsx")
        self.assertEqual(status, 1)
        self.assert_sentence(sentence, "没有.xlsx")
        self.assertEqual(path.read_text(), "old")


if __name__ == "__main__":
    unittest.main()
