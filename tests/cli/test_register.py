"""The register through xyb: two entries become one, and the list leaves as a file."""

import openpyxl

from xybcase import XybCase


class Merge(XybCase):
    def setUp(self):
        super().setUp()
        self.xyb("enterprise", "add", "昆山示例精密机械有限公司", "--district", "周市镇", "--contact", "张示例")
        self.xyb(
            "enterprise", "add", "昆山示例精蜜机械有限公司", "--district", "周市镇", "--contact", "李示例",
            "--headcount", 180, "--force",
        )  # fmt: skip
        self.pair = ("enterprise", "merge", "昆山示例精密机械有限公司", "昆山示例精蜜机械有限公司")

    def shown(self):
        return self.xyb("enterprise", "show", "精密", "--json").json

    def test_a_dry_run_says_what_will_happen_and_changes_nothing(self):
        plan = self.xyb(*self.pair, "--dry-run", "--json").json
        self.assertFalse(plan["done"])
        differences = {d["field"]: (d["keep"], d["gone"], d["takes"]) for d in plan["differences"]}
        self.assertEqual(differences["contact"], ("张示例", "李示例", "keep"))
        self.assertNotIn("headcount", differences)
        self.assertIn("没有改动", self.xyb(*self.pair, "--dry-run").out)
        self.assertEqual(len(self.xyb("enterprise", "find", "机械", "--json").json), 2)

    def test_merging_and_undoing(self):
        self.xyb(*self.pair, "--take", "contact")
        merged = self.shown()
        self.assertEqual((merged["contact"], merged["headcount"]), ("李示例", 180))
        self.assertEqual([n["name"] for n in merged["former_names"]], ["昆山示例精蜜机械有限公司"])
        self.xyb("undo")
        self.assertEqual(len(self.xyb("enterprise", "find", "机械", "--json").json), 2)
        self.assertEqual(self.shown()["contact"], "张示例")

    def test_a_year_both_were_put_forward_in_is_decided_first(self):
        for name in self.pair[2:]:
            self.xyb("nomination", "add", "--year", 2020, "--district", "周市镇", "--enterprise", name)
        self.assertRegex(self.refused(*self.pair), "2020年.*选留哪一行")
        self.refused(*self.pair, "--stay", "2020", status=2)
        self.refused(*self.pair, "--stay", "2019:keep", status=2)
        self.refused(*self.pair, "--take", "colour", status=2)
        done = self.xyb(*self.pair, "--stay", "2020:gone", "--json").json
        self.assertTrue(done["done"])
        self.assertEqual([y["stays"] for y in done["years"]], ["gone"])

    def test_choices_are_taken_in_the_words_the_help_offers(self):
        for name in self.pair[2:]:
            self.xyb("nomination", "add", "--year", 2020, "--district", "周市镇", "--enterprise", name)
        plan = self.xyb(
            *self.pair, "--take", "联系人,职工人数", "--stay", "2020:并入", "--dry-run", "--json"
        ).json
        self.assertEqual({d["field"]: d["takes"] for d in plan["differences"]}["contact"], "gone")
        self.assertEqual([y["stays"] for y in plan["years"]], ["gone"])
        self.assertIn("联系人、电话", self.refused(*self.pair, "--take", "颜色", status=2))

    def test_one_and_the_same_is_refused(self):
        self.assertIn("两家不同", self.refused(*self.pair[:3], self.pair[2]))


class Register(XybCase):
    HEADS = [
        "序号", "企业名称", "统一社会信用代码", "区镇", "行业", "规模以上", "成立日期", "法定代表人",
        "主要产品", "职工人数", "联系人", "电话", "状态", "曾用名",
    ]  # fmt: skip

    def setUp(self):
        super().setUp()
        self.xyb(
            "enterprise", "add", "昆山示例甲有限公司", "--district", "周市镇", "--code", "914403001922038216",
            "--industry", "制造业", "--above-scale", "是", "--founded", "2008-03-18", "--legal-person", "王示例",
            "--products", "=1+1", "--headcount", 180, "--contact", "张示例", "--phone", "0512-55550101",
        )  # fmt: skip
        self.xyb("enterprise", "set", "昆山示例甲有限公司", "--name", "昆山示例甲新有限公司")
        self.xyb("enterprise", "add", "昆山示例乙有限公司", "--district", "张浦镇", "--force")
        self.xyb("enterprise", "add", "昆山示例丙有限公司", "--force")
        self.xyb("enterprise", "set", "昆山示例丙有限公司", "--closed")
        self.xyb(
            "nomination", "add", "--year", 2020, "--district", "周市镇", "--enterprise", "昆山示例甲新有限公司",
            "--signed", "2020-06-01",
        )  # fmt: skip

    def rows(self, *words):
        path = self.folder / "register.xlsx"
        self.xyb("export", "register", *words, "--out", path)
        sheet = openpyxl.load_workbook(path).worksheets[0]
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        head = next(i for i, row in enumerate(rows) if row[0] == "序号")
        self.caption = rows[head - 1][0]
        return rows[head], rows[head + 1 :]

    def test_every_field_leaves_as_it_is(self):
        head, rows = self.rows()
        self.assertEqual(head, self.HEADS)
        self.assertEqual(len(rows), 2)
        self.assertEqual(
            rows[1],
            [2, "昆山示例甲新有限公司", "914403001922038216", "周市镇", "制造业", "是", "2008-03-18", "王示例",
             "=1+1", 180, "张示例", "0512-55550101", "未申报", "昆山示例甲有限公司"],
        )  # fmt: skip
        self.assertEqual(rows[0][:4] + rows[0][9:12], [1, "昆山示例乙有限公司", None, "张浦镇"] + 3 * [None])
        self.assertIn("共 2 家", self.caption)

    def test_filters_narrow_the_list_and_say_so(self):
        head, rows = self.rows("--year", 2020)
        self.assertEqual(head[12], "2020年状态")
        self.assertEqual([(row[1], row[12]) for row in rows], [("昆山示例甲新有限公司", "实施中")])
        self.assertIn("共 1 家（2020年申报）", self.caption)
        self.assertEqual([row[1] for row in self.rows("--district", "张浦镇")[1]], ["昆山示例乙有限公司"])
        self.assertEqual([row[1] for row in self.rows("--state", "未申报")[1]], ["昆山示例乙有限公司"])
        self.assertEqual([(row[1], row[12]) for row in self.rows("--state", "已注销")[1]],
                         [("昆山示例丙有限公司", "已注销")])  # fmt: skip
        self.assertEqual(self.rows("没有这家")[1], [])

    def test_finding_takes_the_same_filters(self):
        names = lambda *words: [e["name"] for e in self.xyb("enterprise", "find", *words, "--json").json]
        self.assertEqual(names("--state", "实施中", "--year", 2020), ["昆山示例甲新有限公司"])
        self.assertEqual(names("--ever"), ["昆山示例甲新有限公司"])
        self.assertEqual(names("--state", "已注销"), ["昆山示例丙有限公司"])
        self.refused("enterprise", "find", "--state", "很好", status=2)
