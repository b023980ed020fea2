"""xyb export awards|candidates|provider: as a workbook and on paper, with the office's own names."""

import re
import subprocess

import openpyxl

from xybcase import XybCase

TODAY = {"XYB_TODAY": "2020-12-31"}
A = "昆山示例精密机械有限公司"
B = "昆山示例电子材料有限公司"
PROVIDER = "示例信用服务有限公司"
CITY = ("--track", "city", "--year", 2020)


class Lists(XybCase):
    def setUp(self):
        super().setUp()
        for name, district, year, on in ((A, "周市镇", 2018, "2018-08-13"), (B, "张浦镇", 2019, "2019-05-01")):
            self.xyb("enterprise", "add", "--name", name, "--district", district)
            self.xyb("award", "add", name, "--track", "accreditation", "--year", year, "--on", on,
                     "--number", f"昆信用办〔{year}〕9号", env=TODAY)  # fmt: skip

    def export(self, *words):
        self.xyb("export", *words, "--out", self.folder, "--format", "xlsx", env=TODAY)
        (path,) = self.folder.glob("*.xlsx")
        return path

    @staticmethod
    def cells(path):
        rows = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
        return [["" if cell is None else cell for cell in row] for row in rows]

    def pages(self, *words):
        path = self.folder / "out.pdf"
        self.xyb("export", *words, "--out", path, env=TODAY)
        text = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True).stdout
        return [re.sub(r"\s", "", page) for page in text.decode().split("\f")[:-1]]

    def test_the_register_of_awards(self):
        path = self.export("awards", "--track", "accreditation")
        self.assertEqual(path.name, "昆山市信用管理贯标企业名册 2020-12-31.xlsx")
        cells = self.cells(path)
        self.assertEqual(cells[0][0], "昆山市信用管理贯标企业名册")
        self.assertEqual(cells[1][0], "截至2020年12月31日，共 2 条")
        self.assertEqual(cells[2], ["序号", "企业名称", "区镇", "级别", "年度", "认定日期", "文号", "状态"])
        self.assertEqual(
            cells[3:],
            [
                [1, B, "张浦镇", "贯标", "2019", "2019-05-01", "昆信用办〔2019〕9号", "有效"],
                [2, A, "周市镇", "贯标", "2018", "2018-08-13", "昆信用办〔2018〕9号", "有效"],
            ],
        )

    def test_what_was_filtered_for_is_said(self):
        self.xyb("award", "revoke", B, "--track", "accreditation", "--on", "2020-03-01", "--reason",
                 "重大失信", "--number", "昆信用办〔2020〕3号", env=TODAY)  # fmt: skip
        (page,) = self.pages("awards", "--state", "已取消", "--district", "张浦镇")
        self.assertIn("共1条（张浦镇、已取消）", page)
        self.assertIn("2020-03-01取消：重大失信（昆信用办〔2020〕3号）", page)
        self.assertNotIn(A, page)
        self.assertIn("可用：有效、已取消", self.refused("export", "awards", "--state", "x", "--out", "x.pdf", status=2))

    def test_who_may_apply_and_why_not(self):
        path = self.export("candidates", *CITY)
        self.assertEqual(path.name, "2020年昆山市苏州市级示范可申报企业名单.xlsx")
        cells = self.cells(path)
        self.assertEqual(cells[1][0], "条件算到2020年4月30日，共 2 家：符合 0，待核 1，不符合 1")
        rows = {row[1]: row for row in cells[3:]}
        self.assertEqual(rows[A][2:5], ["周市镇", "2018-08-13", "待核"])
        self.assertEqual(rows[B][3:5], ["2019-05-01", "不符合"])
        self.assertIn("2020-05-01 才满 1 年", rows[B][5])
        later = self.pages("candidates", *CITY, "--on", "2020-05-01", "--verdict", "待核")
        self.assertIn("条件算到2020年5月1日，共2家：符合0，待核2，不符合0（待核）", later[0])

    def test_whom_a_provider_serves(self):
        self.xyb("contract", "add", A, "--provider", PROVIDER, "--kind", "示范", "--signed", "2020-05-12",
                 "--to", "2020-11-11", "--filed", env=TODAY)  # fmt: skip
        path = self.export("provider", PROVIDER)
        self.assertEqual(path.name, f"{PROVIDER}服务企业名单 2020-12-31.xlsx")
        cells = self.cells(path)
        self.assertEqual(cells[1][0], "截至2020年12月31日，共 1 家企业，1 份合同")
        self.assertEqual(cells[3], [1, A, "周市镇", "示范咨询服务合同", "2020-05-12",
                                    "2020-05-12 至 2020-11-11", "√", ""])  # fmt: skip
        self.assertIn("不得另行收费", cells[4][0])
        self.assertIn("没有登记服务机构", self.refused("export", "provider", "别的机构", "--out", "x.pdf"))

    def test_many_pages_repeat_their_heads_and_count(self):
        self.xyb("demo", "--enterprises", 100, "--year", 2020)
        names = [row["name"] for row in self.xyb("enterprise", "find", "", "--json").json]
        free = [n for n in names if n not in (A, B)]
        taken = {r["name"] for r in self.xyb("nomination", "list", "--year", 2020, "--json").json}
        for name in [n for n in free if n not in taken][:40]:
            self.xyb("award", "add", name, "--track", "accreditation", "--year", 2017, env=TODAY)
        pages = self.pages("awards", "--track", "accreditation")
        self.assertGreater(len(pages), 1)
        for number, page in enumerate(pages, 1):
            self.assertIn("序号企业名称区镇级别年度认定日期文号状态", page)
            self.assertRegex(page, rf"[—-]{number}[—-]")

    def test_a_clerk_is_told_what_is_missing(self):
        self.assertIn("--out", self.refused("export", "awards", status=2))
        self.assertIn("市级示范", self.refused(
            "export", "candidates", "--track", "贯标", "--year", 2020, "--out", "x.pdf", status=2))  # fmt: skip
        self.assertIn("2031", self.refused(
            "export", "candidates", "--track", "city", "--year", 2031, "--out", "x.pdf"))  # fmt: skip
