"""plan new, copy, unfinished, compare: from one year to the next."""

from xybcase import XybCase

OPEN = "昆山示例甲有限公司"
SIGNED = "昆山示例乙有限公司"
DONE = "昆山示例丙有限公司"


class Rollover(XybCase):
    def setUp(self):
        super().setUp()
        for name, *dates in (
            (OPEN,),
            (SIGNED, "--confirmed", "2020-04-20", "--signed", "2020-05-12"),
            (DONE, "--accepted", "2020-08-14"),
        ):
            self.xyb("enterprise", "add", "--name", name, "--district", "周市镇")
            self.xyb("nomination", "add", name, "--year", 2020, "--products", "齿轮",
                     "--revenue", "3000", *dates)  # fmt: skip

    def lines(self, part=None):
        found = self.xyb("plan", "compare", "--from", 2020, "--to", 2021, "--json").json
        return [line for line in found if part in (None, line["part"])]

    def rows(self):
        return self.xyb("nomination", "list", "--year", 2021, "--json").json

    def test_who_did_not_finish_is_listed_before_the_year_is_made(self):
        found = self.xyb("plan", "unfinished", "--year", 2021, "--json").json
        self.assertEqual(
            [(one["name"], one["stage"], one["reason"], one["barrier"]) for one in found],
            [(OPEN, "推荐", "未列入名单", None), (SIGNED, "签约", "未验收", None)],
        )
        said = self.xyb("plan", "unfinished", "--year", 2021).out
        self.assertIn("周市镇", said)
        self.assertNotIn(DONE, said)

    def test_everything_of_the_wizard_is_one_revision(self):
        plan = self.xyb(
            "plan", "new", "--year", 2021, "--milestone", "DL-03=2021-04-20", "--target", "贯标=70",
            "--opening", "city=44", "--quota", "周市镇=12", "--carry", SIGNED, "--json",
        ).json  # fmt: skip
        self.assertEqual(plan["targets"]["accreditation"], 70)
        # 590 and the one accepted in 2020; the clerk knows better of 市级.
        self.assertEqual(plan["opening"], {"accreditation": 591, "city_model": 44, "province_model": 4})
        days = {one["key"]: (one["due_on"], one["date_text"]) for one in plan["milestones"]}
        self.assertEqual(days["DL-03"], ("2021-04-20", "4月20日前"))
        rows = self.rows()
        self.assertEqual([(row["name"], row["products"]) for row in rows], [(SIGNED, "齿轮")])
        self.assertIsNone(rows[0]["revenue_fen"])
        self.xyb("undo")
        self.assertEqual(
            [one["year"] for one in self.xyb("plan", "list", "--json").json], [2019, 2020]
        )

    def test_all_of_them_go_on(self):
        said = self.xyb("plan", "new", "--year", 2021, "--carry-all").out
        self.assertEqual([row["name"] for row in self.rows()], [OPEN, SIGNED])
        self.assertIn("转入 2 家", said)
        self.assertIn("按登记：2019年年初 590，以后本办登记 1", said)
        self.assertIn("是星期日", said)

    def test_who_is_not_there_is_refused_and_nothing_is_made(self):
        for more in (("--carry", DONE), ("--milestone", "DL-99=2021-04-20"),
                     ("--milestone", "DL-03=2021-02-30"), ("--quota", "旅游度假区=1"),
                     ("--target", "贯标=很多")):  # fmt: skip
            with self.subTest(more):
                self.assertTrue(self.refused("plan", "new", "--year", 2021, *more))
        self.assertIn("2021", self.refused("plan", "show", "--year", 2021))

    def test_the_new_plan_beside_the_old(self):
        self.xyb("plan", "new", "--year", 2021, "--target", "贯标=70", "--milestone", "DL-06=2021-08-13")
        changed = {
            (line["part"], line["name"]): (line["before"], line["after"])
            for line in self.lines()
            if line["difference"] != "same" and line["part"] in ("targets", "milestones", "materials")
        }
        self.assertEqual(
            changed,
            {
                ("targets", "贯标"): ("66 家", "70 家"),
                ("milestones", "组织企业的贯标验收工作"): (
                    "2020年8月15日（8月15日前）；市信用办", "2021年8月13日（8月13日前）；市信用办",
                ),
            },
        )  # fmt: skip
        (cutoff,) = [line for line in self.lines("conditions") if line["check"]]
        self.assertEqual(cutoff["track"], "province_model")
        self.assertIn("2019", cutoff["check"])
        said = self.xyb("plan", "compare", "--from", 2020, "--to", 2021).out
        self.assertIn("66 家 → 70 家", said)
        self.assertNotIn("企业贯标工作总结报告", said)
        self.assertIn("企业贯标工作总结报告", self.xyb("plan", "compare", "--from", 2020, "--to", 2021, "--all").out)

    def test_2019_and_2020_are_two_plans(self):
        found = self.xyb("plan", "compare", "--from", 2019, "--to", 2020, "--json").json
        materials = [line["difference"] for line in found if line["part"] == "materials"]
        self.assertEqual(materials, ["added"] * 17)
        tiers = {line["name"]: line["difference"] for line in found if line["part"] == "tiers"}
        self.assertEqual(tiers["完成率低于 60%"], "removed")
        self.assertIn("2031", self.refused("plan", "compare", "--from", 2020, "--to", 2031))
