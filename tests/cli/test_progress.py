"""xyb progress, material, contract, award, candidates, milestone: from 申请 to 发证."""

import re

from xybcase import XybCase

TODAY = {"XYB_TODAY": "2020-12-31"}
A = "昆山示例精密机械有限公司"
B = "昆山示例电子材料有限公司"
YEAR = ("--year", 2020)
JOIN = ("--track", "accreditation")
CITY = ("--track", "city")


class Progress(XybCase):
    def setUp(self):
        super().setUp()
        for name in (A, B):
            self.xyb("enterprise", "add", "--name", name, "--district", "周市镇")
            self.xyb("nomination", "add", *YEAR, "--district", "周市镇", "--enterprise", name)

    def move(self, *words, track=JOIN, run=None):
        stage, on, *rest = words
        run = run or self.xyb
        return run(
            "progress", "move", A, *YEAR, *track, "--stage", stage, "--on", on, *rest, env=TODAY
        )

    def show(self, track=JOIN, name=A, today=None):
        env = {"XYB_TODAY": today} if today else TODAY
        return self.xyb("progress", "show", name, *YEAR, *track, "--json", env=env).json

    def hand_in(self, item, *words, name=A, track=JOIN):
        return self.xyb(
            "material", "set", name, *YEAR, *track, "--item", item, "--state", "收",
            "--received", "2020-07-10", *words, "--json", env=TODAY,
        ).json  # fmt: skip

    def test_a_move_is_seen_in_annex_2_and_a_date_there_is_a_move(self):
        self.move("名单确定", "2020年4月20日")
        self.move("签约", "2020-05-12")
        row = next(
            row
            for row in self.xyb("nomination", "list", *YEAR, "--json").json
            if row["name"] == A
        )
        self.assertEqual((row["confirmed_on"], row["signed_on"]), ("2020-04-20", "2020-05-12"))
        rows = self.xyb("progress", "list", *YEAR, *JOIN, "--json", env=TODAY).json
        self.assertEqual([(r["name"], r["stage"], r["next"]) for r in rows],
                         [(A, "签约", "实施"), (B, "推荐", "名单确定")])  # fmt: skip
        self.assertEqual({r["overdue"] for r in rows}, {"DL-06", "DL-02"})
        only = self.xyb("progress", "list", *YEAR, *JOIN, "--stage", "签约", "--json", env=TODAY)
        self.assertEqual([r["name"] for r in only.json], [A])

    def test_moves_that_are_refused(self):
        self.move("签约", "2020-05-12")
        refused = lambda *words: self.move(*words, run=self.refused)  # noqa: E731
        self.assertIn("日期不能倒退", refused("实施", "2020-05-11"))
        self.assertIn("还没有到", refused("实施", "2021-01-01"))
        self.assertIn("要写明理由", refused("推荐", "2020-06-01"))
        self.assertIn("还缺 6 项必需材料", refused("通过", "2020-08-14"))
        self.assertIn("只有：推荐、名单确定", refused("考察", "2020-08-14"))
        self.assertEqual(self.show()["stage"], "签约")
        self.move("推荐", "2020-06-01", "--reason", "解除合同")
        shown = self.show()
        self.assertEqual((shown["stage"], shown["moves"][-1]["reason"]), ("推荐", "解除合同"))
        self.assertIn("签约", self.xyb("log").out)

    def test_batch_acceptance_is_one_act(self):
        for name in (A, B):
            for item in range(1, 7):
                lacking = self.hand_in(item, name=name)["lacking"]
            self.assertEqual(lacking, 0)
        words = ("--stage", "通过", "--on", "2020-08-14", "--number", "昆信用办〔2020〕9号")
        self.xyb("progress", "move", A, B, *YEAR, *JOIN, *words, env=TODAY)
        listed = self.xyb("award", "list", *YEAR, "--json", env=TODAY).json
        self.assertEqual([(a["name"], a["on"], a["number"]) for a in listed["awards"]],
                         [(n, "2020-08-14", "昆信用办〔2020〕9号") for n in (A, B)])  # fmt: skip
        # S0:21 says 590, 43, 4 to the end of 2018.
        self.assertEqual(
            {k: v["total"] for k, v in listed["totals"].items()},
            {"accreditation": 592, "city_model": 43, "province_model": 4},
        )
        self.xyb("undo")
        self.assertEqual({r["stage"] for r in self.xyb("progress", "list", *YEAR, *JOIN, "--json").json},
                         {"推荐"})  # fmt: skip

    def test_a_report_that_runs_out(self):
        self.hand_in(1, "--issued", "2020-01-20", "--valid-until", "2020-07-20")
        days = {"2020-07-12": "valid", "2020-07-13": "near", "2020-07-20": "near", "2020-07-21": "expired"}
        for day, validity in days.items():
            self.assertEqual(self.show(today=day)["materials"][0]["validity"], validity, day)
        self.assertIn("已过 4 天", self.show(today="2020-07-24")["materials"][0]["warning"])

    def test_attachments(self):
        good = self.folder / "报告.pdf"
        good.write_bytes(b"report")
        self.hand_in(1, "--file", good)
        self.assertEqual(self.show()["materials"][0]["file"], "报告.pdf")
        empty = self.folder / "空.pdf"
        empty.write_bytes(b"")
        words = ("material", "set", A, *YEAR, *JOIN, "--item", 2, "--state", "收", "--file")
        self.assertIn("0 字节", self.refused(*words, empty, env=TODAY))
        self.assertIn("找不到", self.refused(*words, self.folder / "没有.pdf", env=TODAY))
        self.assertEqual(self.show()["materials"][1]["state"], "missing")
        self.assertIn("没有第 8 项", self.refused("material", "set", A, *YEAR, *JOIN, "--item", 8))
        self.xyb("check")

    def test_city_model_from_candidate_to_revocation(self):
        self.xyb("award", "add", A, "--track", "accreditation", "--year", 2018, env=TODAY)
        self.xyb("award", "add", B, "--track", "accreditation", "--year", 2019, "--on", "2019-05-01",
                 env=TODAY)  # fmt: skip
        shown = self.xyb("candidates", *CITY, *YEAR, "--json", env=TODAY).json
        self.assertEqual(shown["on"], "2020-04-30")
        verdicts = {row["name"]: row for row in shown["candidates"]}
        self.assertEqual(verdicts[A]["verdict"], "open")
        self.assertEqual(verdicts[B]["verdict"], "unmet")
        self.assertIn("2020-05-01 才满 1 年", "".join(verdicts[B]["reasons"]))
        later = self.xyb("candidates", *CITY, *YEAR, "--on", "2020-05-01", "--json", env=TODAY).json
        self.assertEqual({row["verdict"] for row in later["candidates"]}, {"open"})

        apply = ("progress", "apply", A, *YEAR, *CITY, "--on", "2020-04-20")
        self.xyb(*apply, env=TODAY)
        self.assertIn("不能再申报一次", self.refused(*apply, env=TODAY))
        self.assertIn("没有可取消的资格", self.refused("award", "revoke", A, *CITY, env=TODAY))
        contract = self.xyb(
            "contract", "add", A, "--provider", "示例信用服务有限公司", "--kind", "示范",
            "--signed", "2020-05-01", "--to", "2020-10-30", "--filed", "--json", env=TODAY,
        ).json  # fmt: skip
        self.assertEqual(contract["months"], 5)
        self.assertEqual(len(contract["warnings"]), 2)
        self.assertIn("早于", self.refused(
            "contract", "add", A, "--provider", "示例", "--signed", "2020-05-01",
            "--to", "2020-04-01", env=TODAY))  # fmt: skip
        self.move("发文", "2020-10-30", "--number", "苏信用办〔2020〕10号", track=CITY)
        self.assertIn("请写明理由", self.refused("award", "revoke", A, *CITY, env=TODAY))
        self.xyb("award", "revoke", A, *CITY, "--on", "2020-12-01", "--reason", "重大失信", env=TODAY)
        self.assertEqual(self.show(track=CITY)["result"], "revoked")
        self.assertIn("已经取消过了", self.refused(
            "award", "revoke", A, *CITY, "--reason", "重大失信", env=TODAY))  # fmt: skip
        province = self.xyb("candidates", "--track", "province", *YEAR, "--json", env=TODAY).json
        self.assertEqual([row["verdict"] for row in province["candidates"]], ["unmet"])

    def test_a_stage_behind_is_corrected(self):
        self.move("名单确定", "2020-04-20")
        self.move("签约", "2020-05-12")
        words = ("progress", "set-stage", A, *YEAR, *JOIN, "--stage")
        self.assertIn("日期不能倒退", self.refused(*words, "名单确定", "--on", "2020-05-13", env=TODAY))
        self.assertIn("还没有到“实施”", self.refused(*words, "实施", "--on", "2020-06-01", env=TODAY))
        self.assertIn("不能清空", self.refused(*words, "签约", "--on", "空", env=TODAY))
        self.assertIn("只有：推荐", self.refused(*words, "考察", "--on", "2020-06-01", env=TODAY))
        self.assertIn("--stage", self.refused(*words[:-1], "--on", "2020-06-01", status=2, env=TODAY))
        done = self.xyb(*words, "签约", "--on", "2020年5月11日", "--number", "示例〔2020〕1号", "--json",
                        env=TODAY)  # fmt: skip
        self.assertEqual((done.json["on"], done.json["number"]), ("2020-05-11", "示例〔2020〕1号"))
        self.assertEqual(len(self.show()["moves"]), 2)
        self.xyb("undo")
        self.assertEqual(self.show()["stages"][2]["on"], "2020-05-12")

    def test_conditions_are_decided_and_left_to_the_records_again(self):
        words = ("progress", "verdict", A, *YEAR, *JOIN, "--condition")
        self.assertIn("核定理由", self.refused(*words, "C5", "--verdict", "符合", env=TODAY))
        self.assertIn("只有：1 ", self.refused(*words, "9", "--verdict", "符合", env=TODAY))
        self.assertIn("可用：", self.refused(*words, "5", "--verdict", "好", status=2, env=TODAY))
        said = self.xyb(*words, "5", "--verdict", "符合", "--reason", "7月1日查信用中国", "--json",
                        env=TODAY).json  # fmt: skip
        self.assertEqual((said["key"], said["verdict"]), ("PLAN-C5", "met"))
        self.assertEqual(self.show()["conditions"][4]["reason"], "7月1日查信用中国")
        self.xyb(*words, "PLAN-C5", "--verdict", "按记录", env=TODAY)
        shown = self.show()["conditions"][4]
        self.assertEqual((shown["verdict"], shown["reason"]), (shown["found"], None))

    def test_steps_and_trainings(self):
        step = ("progress", "step", A, *YEAR, *JOIN, "--step")
        training = ("progress", "training")
        on = (A, *YEAR, *JOIN, "--on")
        self.assertIn("没有步骤「考察」", self.refused(*step, "考察", env=TODAY))
        self.assertIn("还没有到", self.refused(*step, "内部评估", "--on", "2021-01-01", env=TODAY))
        done = self.xyb(*step, "成立小组", "--on", "2020-05-20", "--staff", 1, "--json", env=TODAY).json
        self.assertEqual(done["state"], "done")
        self.assertIn("培训主题", self.refused(*training, "add", *on, "2020-06-18", env=TODAY))
        subject = ("--subject", "贯标指南")
        once = self.xyb(*training, "add", *on, "2020-06-18", *subject, "--json", env=TODAY).json
        self.assertEqual((once["name"], once["state"]), ("开展培训", "begun"))
        twice = self.xyb(*training, "add", *on, "2020-07-02", *subject, "--json", env=TODAY).json
        self.assertEqual(twice["state"], "done")
        self.assertIn("没有登记过", self.refused(*training, "remove", *on, "2020-07-03", env=TODAY))
        self.xyb(*training, "remove", *on, "2020-06-18", env=TODAY)
        steps = {row["name"]: row for row in self.show()["steps"]}
        self.assertEqual(steps["开展培训"]["trainings"], [{"on": "2020-07-02", "subject": "贯标指南"}])
        self.assertEqual((steps["成立小组"]["done_on"], steps["成立小组"]["staff"]), ("2020-05-20", 1))

    def test_milestones_and_their_calendar(self):
        path = self.folder / "时限.ics"
        words = ("milestone", "list", *YEAR, "--today", "2020-07-24", "--json")
        rows = self.xyb(*words, "--ics", path).json
        self.assertEqual([row["level"] for row in rows],
                         ["none", "red", "red", "red", "yellow", "blue", "none"])  # fmt: skip
        text = path.read_bytes()
        self.assertEqual(text.count(b"BEGIN:VEVENT"), 7)
        self.assertTrue(all(len(line) <= 75 for line in text.split(b"\r\n")))
        self.assertEqual(len(re.findall(rb"DTSTART;VALUE=DATE:20200815\r\n", text)), 1)
        own = self.xyb(*words, "--blue", 90, "--yellow", 30, "--red", 8).json
        self.assertEqual([row["level"] for row in own[4:]], ["red", "yellow", "blue"])
        self.assertIn("最多 366 天", self.refused(*words, "--blue", 3))
        self.assertIn("办公数据", self.refused(*words, "--ics", self.office))

    def test_the_plan_says_how_its_dates_warn(self):
        """§6: kept with the plan, copied with it, undone like everything else."""
        days = ("--warn-blue", 90, "--warn-yellow", 30, "--warn-red", 8)
        set_days = self.xyb("plan", "set", *YEAR, *days, "--json").json
        self.assertEqual(set_days["warning_days"], {"blue": 90, "yellow": 30, "red": 8})
        path = self.folder / "时限.ics"
        rows = self.xyb("milestone", "list", *YEAR, "--today", "2020-07-24", "--ics", path, "--json").json
        self.assertEqual([row["level"] for row in rows[4:]], ["red", "yellow", "blue"])
        self.assertEqual(path.read_bytes().count(b"TRIGGER:-P90D"), 7)
        self.assertIn("提醒天数", self.xyb("log").out)
        self.xyb("plan", "new", "--year", 2021)
        copied = self.xyb("plan", "show", "--year", 2021, "--json").json
        self.assertEqual(copied["warning_days"]["blue"], 90)
        self.xyb("plan", "set", *YEAR, "--warn-blue", "", "--warn-yellow", "", "--warn-red", "")
        self.assertIn("提前 30 天蓝、7 天黄，逾期红", self.xyb("plan", "show", *YEAR).out)
        self.assertIn("黄色大于红色", self.refused("plan", "set", *YEAR, "--warn-blue", 5))
        self.assertIn("分开改", self.refused(
            "plan", "set", *YEAR, "--warn-blue", 5, "--track", "city", "--target", 3, status=2))  # fmt: skip
