"""xyb plan show --part, and plan stage|condition|material|step|milestone: what a year's plan holds."""

from xybcase import XybCase

YEAR = ("--year", 2020)
JOIN = ("--track", "accreditation")
CITY = ("--track", "city")
COMPANY = "昆山示例精密机械有限公司"


class PlanRows(XybCase):
    def rows(self, part, *words):
        return self.xyb("plan", "show", *YEAR, "--part", part, *words, "--json").json

    def names(self, part, *words):
        return [row.get("name") or row["text"] for row in self.rows(part, *words)]

    def test_the_lists_of_2020(self):
        self.assertEqual({p: len(self.rows(p)) for p in
                          ("stages", "conditions", "materials", "steps", "milestones")},
                         {"stages": 26, "conditions": 12, "materials": 17, "steps": 29,
                          "milestones": 7})  # fmt: skip
        stage = self.rows("stages", *JOIN)[6]
        self.assertEqual((stage["name"], stage["kind"], stage["basis"], stage["milestone"]),
                         ("通过", "passed", "accepted", "DL-06"))  # fmt: skip
        third, ninth = (self.rows("materials", *CITY)[i] for i in (2, 8))
        self.assertEqual((third["linked"], ninth["linked"]), (9, 3))
        self.assertIn("成立日期", self.rows("conditions", *JOIN)[1]["words"])
        self.assertIn("4月15日前", self.xyb("plan", "show", *YEAR, "--part", "时限").out)

    def test_added_changed_moved_removed(self):
        before = self.rows("materials")
        done = self.xyb("plan", "material", "add", *YEAR, *JOIN, "--name", "营业执照复印件",
                        "--requirement", "加盖公章", "--required", "否")  # fmt: skip
        self.assertEqual(done.out, "2020年贯标材料：增加“营业执照复印件”\n")
        row = self.rows("materials", *JOIN)[7]
        self.assertEqual((row["name"], row["requirement"], row["required"]),
                         ("营业执照复印件", "加盖公章", False))  # fmt: skip
        self.xyb("plan", "material", "move", *YEAR, *JOIN, "--row", 8, "--to", 2)
        self.assertEqual(self.names("materials", *JOIN)[1], "营业执照复印件")
        self.xyb("plan", "material", "set", *YEAR, *JOIN, "--row", 2, "--requirement", "-")
        self.assertIsNone(self.rows("materials", *JOIN)[1]["requirement"])
        self.xyb("plan", "material", "remove", *YEAR, *JOIN, "--row", 2)
        self.assertEqual(self.rows("materials"), before)
        for _ in range(4):
            self.xyb("undo")
        self.assertEqual(self.rows("materials"), before)

    def test_each_list_has_its_fields(self):
        self.xyb("plan", "stage", "add", *YEAR, *JOIN, "--name", "复核", "--fields", "文号",
                 "--milestone", "DL-06", "--needs-materials", "是")  # fmt: skip
        self.assertEqual(self.names("stages", *JOIN)[5:8], ["验收", "复核", "通过"])
        self.xyb("plan", "condition", "add", *YEAR, *CITY, "--text", "成立5年以上", "--check",
                 "成立年数", "--number", 5)  # fmt: skip
        added = self.rows("conditions", *CITY)[3]
        self.assertEqual((added["key"], added["number"]), ("PLAN-C2", 5))
        self.xyb("plan", "step", "add", *YEAR, *JOIN, "--name", "回访", "--parent", 13,
                 "--counted", "培训次数", "--minimum", 2)  # fmt: skip
        self.assertEqual(self.rows("steps", *JOIN)[15]["parent"], 13)
        self.xyb("plan", "milestone", "add", *YEAR, "--text", "材料交齐", "--due-on", "2020.7.20")
        own = self.rows("milestones")[7]
        self.assertEqual((own["key"], own["date_text"]), ("OWN-1", "7月20日前"))
        self.xyb("plan", "stage", "set", *YEAR, *JOIN, "--row", 5, "--milestone", own["key"])
        self.assertEqual(self.rows("stages", *JOIN)[4]["milestone"], "OWN-1")
        shown = self.xyb("milestone", "list", *YEAR, "--today", "2020-07-21", "--json").json
        self.assertEqual(shown[-1]["days_left"], -1)

    def test_the_day_of_a_deadline(self):
        late = lambda: self.xyb(  # noqa: E731
            "milestone", "list", *YEAR, "--today", "2020-04-15", "--json"
        ).json[2]["days_left"]
        self.assertEqual(late(), 0)
        self.assertIn("“前”不含当天", self.xyb("plan", "set", *YEAR, "--includes-day", "否").out)
        self.assertEqual(late(), -1)
        self.xyb("undo")
        self.assertEqual(late(), 0)
        self.refused("plan", "set", *YEAR, "--includes-day", "大概", status=2)

    def test_bad_input_changes_nothing(self):
        before = {p: self.rows(p) for p in ("stages", "materials", "steps", "milestones")}
        stage, material, one, milestone = (
            lambda *w, kind=kind, **k: self.refused("plan", kind, *w, **k)
            for kind in ("stage", "material", "step", "milestone")
        )
        self.assertIn("早于起始日期", milestone("set", *YEAR, "--row", 2, "--due-on", "2020-03-01"))
        self.assertIn("晚于截止日期", milestone("set", *YEAR, "--row", 3, "--starts-on", "2020-05-01"))
        self.assertIn("没有这一天", milestone("set", *YEAR, "--row", 3, "--due-on", "2020-02-30"))
        self.assertIn("同名", material("add", *YEAR, *JOIN, "--name", "贯标申请信用承诺书"))
        self.assertIn("不能为空", material("add", *YEAR, *JOIN, "--name", "  "))
        self.assertIn("最多", material("add", *YEAR, *JOIN, "--name", "材" * 5000))
        self.assertIn("只能有一个", stage("remove", *YEAR, *JOIN, "--row", 7))
        self.assertIn("没有第 99 行", stage("remove", *YEAR, *JOIN, "--row", 99))
        self.assertIn("下面还有", one("remove", *YEAR, *JOIN, "--row", 1))
        self.assertIn("DL-99", stage("set", *YEAR, *JOIN, "--row", 4, "--milestone", "DL-99"))
        self.assertIn("2 个阶段对应", milestone("remove", *YEAR, "--row", 6))
        self.assertIn("--name", stage("add", *YEAR, *JOIN, status=2))
        self.assertIn("--track", stage("add", *YEAR, "--name", "甲", status=2))
        self.assertIn("1 到 8", stage("move", *YEAR, *JOIN, "--row", 4, "--to", 9, status=2))
        self.assertIn("--part", self.refused("plan", "show", *YEAR, "--part", "配额", status=2))
        self.assertEqual(before, {p: self.rows(p) for p in before})

    def test_what_enterprises_have_stays(self):
        self.xyb("enterprise", "add", "--name", COMPANY, "--district", "周市镇")
        self.xyb("nomination", "add", *YEAR, "--district", "周市镇", "--enterprise", COMPANY)
        self.xyb("material", "set", COMPANY, *YEAR, *JOIN, "--item", 7, "--state", "收",
                 "--received", "2020-07-10", env={"XYB_TODAY": "2020-12-31"})  # fmt: skip
        said = self.refused("plan", "material", "remove", *YEAR, *JOIN, "--row", 7)
        self.assertIn("已有 1 家企业登记过材料", said)
        self.assertIn("必需", said)
        self.xyb("plan", "material", "set", *YEAR, *JOIN, "--row", 7, "--name", "其他材料")
        shown = self.xyb("progress", "show", COMPANY, *YEAR, *JOIN, "--json").json
        self.assertEqual(shown["materials"][6]["state"], "received")

