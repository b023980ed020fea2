"""xyb export material-list, and the attachments that are refused (MAT-05, issue 6 “Bad input”)."""

import os
import re
import shutil
import subprocess
import unittest

import openpyxl

from xybcase import XYB, XybCase, folder_digests

TODAY = {"XYB_TODAY": "2020-07-24"}
A = "昆山示例精密机械有限公司"
B = "昆山示例电子材料有限公司"
JOIN = ("--year", 2020, "--track", "accreditation")
PORTRAIT = "595.276 x 841.89"
HEADS = ["序号", "材料名称", "要求", "是否必需", "状态", "收到日期", "有效期至", "备注"]


def text_of(pdf):
    done = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True)
    return [re.sub(r"\s", "", page) for page in done.stdout.decode().split("\f")[:-1]]


class MaterialCase(XybCase):
    def setUp(self):
        super().setUp()
        for name in (A, B):
            self.xyb("enterprise", "add", "--name", name, "--district", "周市镇")
            self.xyb("nomination", "add", "--year", 2020, "--district", "周市镇", "--enterprise", name)

    def set(self, item, *words, run=None, name=A):
        run = run or self.xyb
        return run("material", "set", name, *JOIN, "--item", item, *words, env=TODAY)

    def export(self, out, *words, track=JOIN, run=None):
        path = self.folder / out
        run = run or self.xyb
        said = run("export", "material-list", *track, "--out", path, *words, env=TODAY)
        return path if run == self.xyb else said


class List(MaterialCase):
    def setUp(self):
        super().setUp()
        self.set(1, "--state", "收", "--received", "2020-04-20", "--issued", "2020-04-20",
                 "--valid-until", "2020-07-20")  # fmt: skip
        self.set(2, "--state", "齐", "--received", "2020-07-10")
        self.set(5, "--state", "退", "--received", "2020-07-18", "--note", "缺应收账款台账")

    def test_the_sheet_has_every_cell_and_blanks_stay_blank(self):
        sheet = openpyxl.load_workbook(self.export("单.xlsx", "--enterprise", A)).worksheets[0]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        self.assertEqual(rows[0][0], "2020年信用管理贯标验收材料清单")
        self.assertEqual((rows[1][0], rows[1][-1]), (f"企业：{A}", "区镇：周市镇"))
        self.assertEqual(rows[2], HEADS)
        self.assertEqual([row[0] for row in rows[3:10]], list("1234567"))
        self.assertEqual(rows[3][2:], ["有效期内", "是", "已过期", "2020.4.20", "2020.7.20", None])
        self.assertEqual(rows[4][2:], [None, "是", "已齐", "2020.7.10", None, None])
        self.assertEqual(rows[5][2:], [None, "是", "缺", None, None, None])
        self.assertEqual(rows[7][2:], [None, "是", "已退回", "2020.7.18", None, "缺应收账款台账"])
        self.assertEqual(rows[9][2:], [None, "否", None, None, None, None])
        self.assertEqual(rows[10][0], "截至2020年7月24日：应交6项，可用1项，缺3项，退回1项，过期1项。")
        self.assertIn("市信用办审核（签字、盖章）", "".join(str(row[0] or "") for row in rows[11:]))
        self.assertEqual((sheet.page_setup.paperSize, sheet.page_setup.orientation), (9, "portrait"))

    def test_a_page_an_enterprise(self):
        pages = text_of(self.export("两.pdf", "--enterprise", B, "--enterprise", A))
        self.assertEqual(len(pages), 2)
        for page, name in zip(pages, (B, A)):
            for words in ("2020年信用管理贯标验收材料清单", f"企业：{name}", "区镇：周市镇",
                          "企业经办人（签字）", "区镇审核（签字、盖章）", "市信用办审核（签字、盖章）", "日期",
                          "企业信用管理内部评估报告", "《江苏省企业信用管理贯标申请表》"):  # fmt: skip
                self.assertIn(words, page)
        info = subprocess.run(["pdfinfo", self.folder / "两.pdf"], capture_output=True, check=True)
        self.assertIn(PORTRAIT, info.stdout.decode())

    def test_a_whole_district_and_its_name(self):
        folder = self.folder / "out"
        folder.mkdir()
        self.export("out", "--district", "周市镇", "--format", "pdf")
        self.export("out", "--enterprise", A, "--format", "xlsx")
        self.assertEqual(sorted(os.listdir(folder)),
                         [f"2020年信用管理贯标验收材料清单（{'周市镇'}）.pdf",
                          f"2020年信用管理贯标验收材料清单（{A}）.xlsx"])  # fmt: skip
        self.assertEqual(len(text_of(folder / "2020年信用管理贯标验收材料清单（周市镇）.pdf")), 2)
        book = openpyxl.load_workbook(self.export("区镇.xlsx", "--district", "周市镇"))
        self.assertEqual(book.sheetnames, [A, B])

    def test_the_ten_of_a_city_model_go_on_one_page(self):
        city = ("--year", 2020, "--track", "city")
        self.xyb("progress", "move", A, *JOIN, "--stage", "名单确定", "--on", "2020-04-20", env=TODAY)
        self.xyb("progress", "apply", A, *city, "--on", "2020-04-20", env=TODAY)
        pages = text_of(self.export("示范.pdf", "--enterprise", A, track=city))
        self.assertEqual(len(pages), 1)
        self.assertIn("2020年苏州市级信用管理示范申报材料清单", pages[0])
        self.assertEqual(pages[0].count("苏州市信用管理示范企业申报表"), 2)

    def test_what_cannot_be_printed(self):
        refused = lambda *words, **kwargs: self.export("x.pdf", *words, run=self.refused, **kwargs)  # noqa: E731
        province = ("--year", 2020, "--track", "province")
        self.assertIn("没有材料清单", refused(track=province))
        self.assertIn("还没有企业", refused("--district", "张浦镇"))
        self.assertFalse((self.folder / "x.pdf").exists())


class Attachments(MaterialCase):
    """One clear sentence, nothing half done."""

    def refuse(self, path):
        before = folder_digests(self.folder)
        said = self.set(1, "--state", "收", "--file", path, run=self.refused)
        self.assertEqual(folder_digests(self.folder), before)
        return said

    def test_nothing_a_folder_and_what_is_not_there(self):
        empty = self.folder / "空.pdf"
        empty.touch()
        self.assertIn("「空.pdf」不能作附件：文件是空的（0 字节）", self.refuse(empty))
        self.assertIn("不是普通文件", self.refuse(self.folder))
        self.assertIn("找不到这个文件", self.refuse(self.folder / "没有.pdf"))

    def test_two_gigabytes_are_refused_before_they_are_read(self):
        path = self.folder / "大.pdf"
        with open(path, "wb") as file:
            file.truncate(2 << 30)
        said = self.set(1, "--state", "收", "--file", path, run=self.refused)
        self.assertIn("「大.pdf」不能作附件：文件超过 200 MB", said)
        self.assertFalse((self.folder / "office.xyb.attachments").exists())

    @unittest.skipUnless(os.geteuid() == 0 and shutil.which("runuser"), "needs another user")
    def test_what_may_not_be_read(self):
        """root may read anything: asked as somebody else."""
        secret = self.folder / "保密.pdf"
        secret.write_bytes(b"%PDF")
        secret.chmod(0o600)
        open_to_all = self.folder / "办公"
        open_to_all.mkdir()
        shutil.copy(self.office, open_to_all / "office.xyb")
        self.folder.chmod(0o755)
        for path in (open_to_all, open_to_all / "office.xyb"):
            shutil.chown(path, "nobody")
        done = subprocess.run(
            ["runuser", "-u", "nobody", "--", XYB, "material", "set", A, *map(str, JOIN), "--item", "1",
             "--state", "收", "--file", secret, "--office", open_to_all / "office.xyb"],
            capture_output=True, env=dict(os.environ, **TODAY, HOME=str(open_to_all)), check=False,
        )  # fmt: skip
        said = done.stderr.decode().strip()
        self.assertEqual((done.returncode, len(said.splitlines())), (1, 1), said)
        self.assertIn("保密.pdf", said)
        self.assertFalse((open_to_all / "office.xyb.attachments").exists())
