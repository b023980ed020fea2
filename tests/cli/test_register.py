"""The register through xyb: two entries become one, and the list leaves as a file."""

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

    def test_one_and_the_same_is_refused(self):
        self.assertIn("两家不同", self.refused(*self.pair[:3], self.pair[2]))
