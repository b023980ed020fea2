"""xyb overview: what the page 总览 shows, as text and as JSON."""

from xybcase import XybCase


class Overview(XybCase):
    def overview(self, today, *words, **kwargs):
        return self.xyb("overview", "--today", today, *words, "--json", **kwargs).json

    def test_a_fresh_plan_a_day_after_the_returns_were_due(self):
        shown = self.overview("2020-04-16", "--year", 2020)
        self.assertEqual(shown["title"], "2020年昆山市企业信用管理贯标和示范创建工作方案")
        figures = {figure["track"]: figure for figure in shown["figures"]}
        self.assertEqual((figures["accreditation"]["done"], figures["accreditation"]["target"]), (0, 66))
        self.assertEqual((figures["city_model"]["done"], figures["city_model"]["target"]), (0, 6))
        self.assertEqual(len(shown["milestones"]), 7)
        self.assertEqual(
            [(todo["urgency"], todo["due"], todo["sentence"]) for todo in shown["todos"]],
            [
                ("overdue", "逾期 1 天", "11 个区镇都还没有报附件2"),
                ("plain", "还有 14 天", "苏州市级示范还没有推荐企业"),
            ],
        )
        self.assertEqual(sum(row["quota"] for row in shown["districts"]), 66)

    def test_a_return_and_a_quota_change_what_is_to_be_done(self):
        self.xyb("enterprise", "add", "--name", "昆山示例精密机械有限公司", "--district", "周市镇")
        self.xyb(
            "nomination", "add", "--year", 2020, "--district", "周市镇",
            "--enterprise", "昆山示例精密机械有限公司",
        )  # fmt: skip
        self.xyb("quota", "set", "--year", 2020, "--district", "周市镇", "--track", "accreditation", 7)
        todos = {todo["kind"]: todo for todo in self.overview("2020-04-14")["todos"]}
        self.assertEqual(todos["quota-total"]["sentence"], "附件1合计 65，方案目标 66，少 1")
        self.assertEqual(todos["without-code"]["sentence"], "1 家推荐企业没有信用代码")
        self.assertEqual(todos["without-phone"]["sentence"], "1 家推荐企业没有电话")
        self.assertEqual(todos["unconfirmed"]["detail"], "周市镇 1")
        self.xyb("undo")
        self.assertNotIn("quota-total", [todo["kind"] for todo in self.overview("2020-04-14")["todos"]])

    def test_the_text_names_figures_days_and_the_scheme(self):
        out = self.xyb("overview", "--year", 2020, "--today", "2020年7月24日").out
        for words in (
            "信用管理贯标", "8月15日前验收，还有 22 天", "今天 7月24日 星期五", "逾期 100 天",
            "2020 年区镇方案试算：完成贯标任务得 0.4 分，未完成不得分", "昆山开发区",
        ):  # fmt: skip
            self.assertIn(words, out)

    def test_the_day_can_come_from_the_environment(self):
        shown = self.xyb("overview", "--json", env={"XYB_TODAY": "2020-07-24"}).json
        self.assertEqual((shown["year"], shown["today"]), (2020, "2020-07-24"))

    def test_what_is_no_day_or_no_plan_is_refused(self):
        self.assertIn("没有这一天", self.refused("overview", "--today", "2020-02-30"))
        self.assertIn("2031", self.refused("overview", "--year", 2031))


class WithoutPlan(XybCase):
    with_office = False

    def test_an_office_without_plan_says_what_is_missing(self):
        self.xyb("init", "--blank")
        shown = self.xyb("overview", "--today", "2026-02-01", "--json").json
        self.assertEqual((shown["year"], shown["figures"], shown["districts"]), (None, [], []))
        self.assertEqual([todo["sentence"] for todo in shown["todos"]], ["2026 年还没有年度方案"])
        self.assertIn("2026 年还没有年度方案", self.xyb("overview", "--today", "2026-02-01").out)
