"""附件1 and 附件2 as the office hands them out, read by an independent reader and compared with the
published document cell by cell (requirements §3.1, §4; source S1)."""

import csv
import re
import subprocess

import openpyxl

from xybcase import DATA, XybCase, digest

HEADS = ["序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话"]


def sheet(path, index=0):
    return openpyxl.load_workbook(path).worksheets[index]


def cells(worksheet):
    return [[cell.value for cell in row] for row in worksheet.iter_rows()]


def find_row(rows, first):
    return next(n for n, row in enumerate(rows) if row and row[0] == first)


def pdf_text(path):
    done = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True)
    return done.stdout.decode()


def pdf_pages(path):
    done = subprocess.run(["pdfinfo", path], check=True, capture_output=True).stdout.decode()
    size = re.search(r"Page size: +([\d.]+) x ([\d.]+)", done)
    return int(re.search(r"Pages: +(\d+)", done).group(1)), tuple(map(float, size.groups()))


class Annex1(XybCase):
    """The table of 昆信用办〔2020〕4号, 附件1."""

    def setUp(self):
        super().setUp()
        with open(DATA / "annex1-2020.tsv", encoding="utf-8") as file:
            self.source = list(csv.reader(file, delimiter="\t"))

    def export(self, name, *more):
        path = self.folder / name
        self.xyb("export", "quota", "--year", 2020, "--out", path, *more)
        return path

    def test_every_cell_is_that_of_the_document(self):
        rows = cells(sheet(self.export("附件1.xlsx")))
        self.assertEqual(rows[0][0], "附件1")
        head = find_row(rows, "区镇名称")
        title = "".join(str(row[0] or "") for row in rows[1:head])
        self.assertEqual(re.sub(r"\s", "", title), "2020年昆山市企业信用管理贯标考核指标分解表")
        expected = [[int(c) if c.isdigit() else (c or None) for c in row] for row in self.source]
        self.assertEqual([row[:3] for row in rows[head : head + len(expected)]], expected)
        self.assertTrue(all(v is None for row in rows[head + len(expected) :] for v in row))

    def test_it_prints_on_one_upright_a4_page(self):
        worksheet = sheet(self.export("附件1.xlsx"))
        self.assertEqual(int(worksheet.page_setup.paperSize), 9)
        self.assertNotEqual(worksheet.page_setup.orientation, "landscape")
        pages, (width, height) = pdf_pages(self.export("附件1.pdf"))
        self.assertEqual(pages, 1)
        self.assertAlmostEqual(width, 595.28, delta=0.5)
        self.assertAlmostEqual(height, 841.89, delta=0.5)

    def test_the_page_shows_the_same_table(self):
        text = pdf_text(self.export("附件1.pdf"))
        lines = [re.split(r"\s+", line.strip()) for line in text.splitlines() if line.strip()]
        expected = [[c for c in row if c] for row in self.source]
        start = lines.index(expected[0])
        self.assertEqual(lines[start : start + len(expected)], expected)
        before = "".join("".join(line) for line in lines[:start])
        self.assertEqual(before, "附件12020年昆山市企业信用管理贯标考核指标分解表")

    def test_a_mismatch_is_noted_beside_the_table(self):
        self.xyb("quota", "set", "--year", 2020, "--district", "周市镇", "--track", "accreditation", 7)
        rows = cells(sheet(self.export("附件1.xlsx", "--force")))
        text = "\n".join(str(value) for row in rows for value in row if isinstance(value, str))
        self.assertRegex(text, "65[^\n]*66")
        self.assertRegex(re.sub(r"\s", "", pdf_text(self.export("附件1.pdf", "--force"))), "65.*66")

    def test_no_person_stands_in_the_file_properties(self):
        properties = openpyxl.load_workbook(self.export("附件1.xlsx")).properties
        self.assertIn(properties.creator, (None, "", "openpyxl", "信用办工作台"))
        self.assertIn(properties.lastModifiedBy, (None, "", "信用办工作台"))


class Annex2(XybCase):
    def export(self, name, *which):
        path = self.folder / name
        self.xyb("export", "nominations", "--year", 2020, *which, "--out", path)
        return path

    def nominate(self, name, district, *more):
        self.xyb("enterprise", "add", "--name", name, "--district", district, "--force")
        self.xyb("nomination", "add", name, "--year", 2020, *more)

    def table(self, rows):
        head = find_row(rows, "序号")
        return head, rows[head + 1 :]

    def test_the_blank_form_has_fifteen_numbered_rows_and_the_exact_heads(self):
        rows = cells(sheet(self.export("空白.xlsx", "--blank")))
        self.assertEqual(rows[0][0], "附件2")
        head, body = self.table(rows)
        self.assertEqual(rows[head], HEADS)
        title = "".join(str(row[0] or "") for row in rows[1 : head - 1])
        self.assertEqual(re.sub(r"\s", "", title), "2020年昆山市信用管理贯标企业汇总表")
        line = "".join(str(value) for value in rows[head - 1] if value is not None)
        self.assertEqual(re.sub(r"[\s_　]", "", line), "区镇业务负责人联系方式")
        self.assertEqual(body, [[n, None, None, None, None, None, None] for n in range(1, 16)])

    def test_where_no_district_is_asked_there_is_nothing_to_write(self):
        for row in self.xyb("quota", "show", "--year", 2020, "--json").json["quotas"]:
            self.xyb("quota", "remove-row", "--year", 2020, "--district", row["district"])
        path = self.folder / "各区镇.xlsx"
        sentence = self.refused("export", "nominations", "--year", 2020, "--all", "--out", path)
        self.assertIn("没有要报附件2的区镇", sentence)
        self.assertFalse(path.exists())

    def test_a_districts_form_holds_its_enterprises_and_stays_fifteen_rows(self):
        self.nominate(
            "昆山示例精密机械有限公司", "周市镇", "--products", "精密零部件", "--revenue", "1.2亿",
            "--headcount", 180, "--contact", "张示例", "--phone", "0512-55550101转8012",
        )  # fmt: skip
        self.nominate("=1+1", "周市镇")
        self.xyb(
            "submission", "set", "--year", 2020, "--district", "周市镇", "--officer", "李示例",
            "--phone", "0512-55550100",
        )  # fmt: skip
        worksheet = sheet(self.export("周市镇.xlsx", "--district", "周市镇"))
        rows = cells(worksheet)
        head, body = self.table(rows)
        line = " ".join(str(value) for value in rows[head - 1] if value is not None)
        for part in ("周市镇", "李示例", "0512-55550100"):
            self.assertIn(part, line)
        self.assertEqual(
            body[0],
            [1, "昆山示例精密机械有限公司", "精密零部件", 12000, 180, "张示例", "0512-55550101转8012"],
        )
        self.assertEqual(body[1], [2, "=1+1", None, None, None, None, None])
        self.assertEqual([row[0] for row in body], list(range(1, 16)))
        revenue = worksheet.cell(head + 2, 4)
        self.assertIn("万元", revenue.number_format)
        self.assertEqual(worksheet.cell(head + 3, 2).data_type, "s")

    def test_more_than_fifteen_enterprises_get_more_rows(self):
        for n in range(17):
            self.nominate(f"昆山示例第{n}有限公司", "周市镇")
        _, body = self.table(cells(sheet(self.export("周市镇.xlsx", "--district", "周市镇"))))
        self.assertEqual([row[0] for row in body], list(range(1, 18)))

    def test_one_workbook_has_a_sheet_per_district_in_official_order(self):
        workbook = openpyxl.load_workbook(self.export("各区镇.xlsx", "--all"))
        self.assertEqual(workbook.sheetnames, list(self.quotas()))

    def test_the_city_table_has_the_district_in_front_and_counts_through(self):
        self.nominate("昆山示例甲有限公司", "锦溪镇")
        self.nominate("昆山示例乙有限公司", "昆山开发区")
        self.nominate("昆山示例丙有限公司", "昆山开发区")
        rows = cells(sheet(self.export("全市.xlsx", "--merged")))
        head = find_row(rows, "区镇")
        self.assertEqual(rows[head], ["区镇", *HEADS])
        self.assertEqual(
            [row[:3] for row in rows[head + 1 : head + 4]],
            [["昆山开发区", 1, "昆山示例乙有限公司"], ["昆山开发区", 2, "昆山示例丙有限公司"],
             ["锦溪镇", 3, "昆山示例甲有限公司"]],
        )  # fmt: skip

    def test_sheets_print_landscape_with_repeated_heads(self):
        worksheet = sheet(self.export("空白.xlsx", "--blank"))
        self.assertEqual(int(worksheet.page_setup.paperSize), 9)
        self.assertEqual(worksheet.page_setup.orientation, "landscape")
        head = find_row(cells(worksheet), "序号") + 1
        first, last = map(int, re.findall(r"\d+", worksheet.print_title_rows))
        self.assertTrue(first <= head == last)

    def test_pages_repeat_the_head_row(self):
        self.xyb("demo", "--enterprises", 300, "--year", 2020)
        path = self.export("全市.pdf", "--merged")
        pages, (width, height) = pdf_pages(path)
        self.assertGreater(pages, 2)
        self.assertGreater(width, height)
        texts = [re.sub(r"[ 　]", "", page) for page in pdf_text(path).split("\f")[:pages]]
        for number, page in enumerate(texts, 1):
            with self.subTest(number):
                self.assertRegex(page, "企业名称")
                self.assertRegex(page, "去年销售收入")

    def test_a_folder_gets_one_file_per_district_under_the_offices_names(self):
        out = self.folder / "out"
        out.mkdir()
        self.xyb("export", "nominations", "--year", 2020, "--all", "--out", out, "--format", "xlsx")
        names = sorted(path.name for path in out.iterdir())
        self.assertEqual(
            names,
            sorted(f"附件2 2020年昆山市信用管理贯标企业汇总表（{d}）.xlsx" for d in self.quotas()),
        )

    def test_writing_again_gives_the_same_content(self):
        first = cells(sheet(self.export("a.xlsx", "--merged")))
        second = cells(sheet(self.export("a.xlsx", "--merged")))
        self.assertEqual(first, second)
        self.assertEqual(digest(self.export("b.xlsx", "--blank")), digest(self.export("c.xlsx", "--blank")))
