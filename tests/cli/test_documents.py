"""What is only printed — 年度进度, 企业名录, 企业登记表, 操作日志 — read back by poppler."""

import re
import subprocess

from xybcase import XybCase

PORTRAIT = (595.276, 841.89)
LANDSCAPE = (841.89, 595.276)
REGISTER_HEADS = ["序号", "企业名称", "统一社会信用代码", "区镇", "主要产品", "职工人数", "联系人", "电话"]
LONG_NAME = "昆山示例国际精密自动化智能制造装备科技发展（江苏）股份有限公司昆山开发区第一分公司"


def run(*words):
    return subprocess.run(list(map(str, words)), check=True, capture_output=True).stdout.decode()


class DocumentCase(XybCase):
    def export(self, *words):
        self.pdf = self.folder / "out.pdf"
        self.xyb("export", *words, "--out", self.pdf)
        self.pages = run("pdftotext", "-layout", self.pdf, "-").split("\f")[:-1]
        info = run("pdfinfo", "-f", 1, "-l", 9999, self.pdf)
        found = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", info)
        self.sizes = [tuple(map(float, size)) for size in found]

    def rows(self, page=0):
        lines = [line for line in self.pages[page].splitlines() if line.strip()]
        return [re.split(r"\s{2,}", line.strip()) for line in lines]

    def words(self, page=0):
        return [line.split() for line in self.pages[page].splitlines() if line.strip()]

    def packed(self):
        return re.sub(r"\s", "", "".join(self.pages))


class Progress(DocumentCase):
    def setUp(self):
        super().setUp()
        self.xyb("demo", "--enterprises", 80, "--year", 2020)

    def test_one_upright_page_with_title_and_day(self):
        self.export("progress", "--year", 2020, "--today", "2020-07-24")
        self.assertEqual(self.sizes, [PORTRAIT])
        self.assertEqual(self.rows()[0], ["2020年企业信用管理贯标和示范创建进度"])
        self.assertIn("截至2020年7月24日", self.pages[0])

    def test_figures_are_those_of_the_overview(self):
        self.export("progress", "--year", 2020, "--today", "2020-07-24")
        shown = self.xyb("overview", "--year", 2020, "--today", "2020-07-24").out
        for name in ("昆山开发区", "周市镇", "锦溪镇", "合计"):
            with self.subTest(name):
                said = next(line.split() for line in shown.splitlines() if line.startswith(name))
                printed = next(line for line in self.words() if line[0] == name)
                quota, nominated, signed, done, missing = said[1:6]
                self.assertEqual(printed[1:5] + [printed[6]], [quota, nominated, signed, done, missing])
                self.assertEqual("".join(printed[7:]), "".join(said[6:]))

    def test_targets_and_milestones_of_the_plan_stand_there(self):
        self.export("progress", "--year", 2020, "--today", "2020-07-24")
        text = self.packed()
        for word in ("信用管理贯标66", "苏州市级示范6", "江苏省级示范1", "4月15日前", "8月15日前", "还有22天"):
            self.assertIn(word, text)

    def test_a_plan_without_enterprises(self):
        self.office.unlink()
        self.xyb("init")
        self.export("progress", "--year", 2020, "--today", "2020-04-03")
        self.assertEqual(self.sizes, [PORTRAIT])
        row = next(line for line in self.words() if line[0] == "周市镇")
        self.assertEqual(row[1:5], ["8", "0", "0", "0"])

    def test_a_year_that_began_with_a_stock_fits_the_page_too(self):
        self.xyb("plan", "new", "--year", 2026)
        self.export("progress", "--year", 2026, "--today", "2026-11-26")
        self.assertEqual(self.sizes, [PORTRAIT])
        self.assertIn("累计43家", self.packed())  # of the register, PLAN-12

    def test_a_year_without_a_plan_is_refused(self):
        self.refused("export", "progress", "--year", 2031, "--out", self.folder / "x.pdf")


class Register(DocumentCase):
    def setUp(self):
        super().setUp()
        self.xyb("demo", "--enterprises", 90, "--year", 2020)

    def test_every_enterprise_once_under_a_head_on_each_page(self):
        self.export("register")
        self.assertGreater(len(self.pages), 3)
        self.assertEqual(set(self.sizes), {LANDSCAPE})
        numbers = []
        for page in range(len(self.pages)):
            lines = self.words(page)
            self.assertEqual(lines.count(REGISTER_HEADS), 1)
            # The page number stands, turned, in the margin beside some row.
            numbers += map(int, re.findall(r"(?m)^\W*(\d+) +昆山示例", self.pages[page]))
        self.assertEqual(numbers, list(range(1, 91)))

    def test_a_district_is_named_in_the_caption(self):
        self.export("register", "--district", "周市镇", "--year", 2020)
        self.assertIn("（周市镇，2020年申报）", self.packed())
        self.assertNotIn("张浦镇", self.packed())

    def test_long_names_are_whole(self):
        self.xyb("enterprise", "add", LONG_NAME, "--district", "周市镇", "--force")
        self.export("register", LONG_NAME[:12])
        self.assertIn("共1家", self.packed())
        # A name over two lines of its cell stands in two pieces.
        text = run("pdftotext", "-raw", self.pdf, "-").replace("\n", "")
        self.assertIn(LONG_NAME, text)

    def test_none_is_a_page_with_a_head(self):
        self.export("register", "没有这一家")
        self.assertEqual(len(self.pages), 1)
        self.assertIn("共0家", self.packed())
        self.assertIn(REGISTER_HEADS, self.words())

    def test_a_folder_gets_the_office_s_own_name_in_the_format_asked_for(self):
        self.assertIn("--format", self.refused("export", "register", "--out", self.folder, status=2))
        for kind in ("pdf", "xlsx"):
            self.xyb("export", "register", "--district", "周市镇", "--out", self.folder, "--format", kind)
            self.assertEqual(len(list(self.folder.glob(f"企业名录（周市镇）*.{kind}"))), 1)


class Enterprise(DocumentCase):
    def add(self, name, *more):
        self.xyb("enterprise", "add", name, "--district", "周市镇", *more)

    def test_all_that_is_known_stands_on_one_page(self):
        self.add("昆山示例模具有限公司", "--code", "91320583MA0000007R", "--products", "注塑模具",
                 "--headcount", 150, "--contact", "陈示例", "--phone", "0512-55550102",
                 "--founded", "2008-03-18", "--industry", "制造业", "--above-scale", "是")  # fmt: skip
        self.xyb("nomination", "add", "昆山示例模具有限公司", "--year", 2020, "--district", "周市镇",
                 "--revenue", "1.2亿")  # fmt: skip
        self.export("enterprise", "昆山示例模具有限公司")
        self.assertEqual(self.sizes, [PORTRAIT])
        text = self.packed()
        for word in ("企业登记表", "昆山示例模具有限公司", "91320583MA0000007R", "注塑模具", "陈示例",
                     "0512-55550102", "2008年3月18日", "制造业", "12000万元", "2020周市镇"):  # fmt: skip
            self.assertIn(word, text)

    def test_former_names_and_no_year(self):
        self.add("昆山旧示例有限公司")
        self.xyb("enterprise", "set", "昆山旧示例有限公司", "--name", "昆山新示例有限公司")
        self.export("enterprise", "昆山新示例有限公司")
        self.assertIn("昆山旧示例有限公司", self.packed())
        self.assertIn("没有申报过", self.packed())

    def test_a_very_long_name_and_note_are_whole(self):
        note = "这家企业的情况说明。" * 60
        self.add(LONG_NAME, "--note", note)
        self.export("enterprise", LONG_NAME)
        text = run("pdftotext", "-raw", self.pdf, "-").replace("\n", "")
        self.assertIn(LONG_NAME, text)
        self.assertEqual(text.count("这家企业的情况说明。"), 60)


class Log(DocumentCase):
    def set_quota(self, *more):
        self.xyb("quota", "set", "--year", 2020, "--district", "周市镇", "--track", "accreditation", 9,
                 *more)  # fmt: skip

    def test_what_became_what(self):
        self.set_quota("--operator", "王示例")
        self.export("log")
        self.assertEqual(set(self.sizes), {LANDSCAPE})
        text = self.packed()
        self.assertIn("王示例", text)
        self.assertIn("8→9", text)

    def test_a_search_is_named(self):
        self.set_quota()
        self.export("log", "指标分解：周市镇")
        self.assertIn("共1条（“指标分解：周市镇”）", self.packed())
