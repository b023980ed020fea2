"""The office's jobs through xyb: what a clerk does in a year, and what she sees."""

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

from xybcase import DATA, XYB, XybCase, digest

sys.path.insert(0, str(DATA.parent))


class PlanAndQuota(XybCase):
    def test_both_plans_are_there(self):
        plans = {plan["year"]: plan for plan in self.xyb("plan", "list", "--json").json}
        self.assertEqual(sorted(plans), [2019, 2020])
        self.assertEqual(plans[2019]["document_number"], "昆工信〔2019〕8号")
        self.assertEqual(plans[2020]["document_number"], "昆信用办〔2020〕4号")
        self.assertEqual(
            [plans[2020][key] for key in ("accreditation", "city_model", "province_model")], [66, 6, 1]
        )

    def test_opening_totals_of_2019_are_590_43_4(self):
        opening = self.xyb("plan", "show", "--year", 2019, "--json").json["opening"]
        self.assertEqual(list(opening.values()), [590, 43, 4])

    def test_plan_2020_has_its_bases_materials_and_deadlines(self):
        plan = self.xyb("plan", "show", "--year", "2020", "--json").json
        numbers = [basis["number"] for basis in plan["bases"]]
        self.assertEqual(numbers, ["苏发改信用发〔2020〕148号", "苏信用办〔2020〕4号"])
        of = lambda track: [m for m in plan["materials"] if m["track"] == track]
        self.assertEqual(len(of("accreditation")), 7)
        self.assertEqual(len(of("city_model")), 10)
        due = {m["key"]: m["due_on"] for m in plan["milestones"]}
        self.assertEqual(due["DL-03"], "2020-04-15")
        self.assertEqual(due["DL-06"], "2020-08-15")

    def test_annex_1_has_eleven_rows_in_official_order(self):
        shown = self.xyb("quota", "show", "--year", 2020, "--json").json
        rows = [(r["district"], r["accreditation"], r["city_model"]) for r in shown["quotas"]]
        expected = [
            ("昆山开发区", 10), ("昆山高新区", 10), ("花桥经济开发区", 6), ("张浦镇", 8), ("周市镇", 8),
            ("陆家镇", 5), ("巴城镇", 6), ("千灯镇", 5), ("淀山湖镇", 3), ("周庄镇", 2), ("锦溪镇", 3),
        ]  # fmt: skip
        self.assertEqual(rows, [(name, number, None) for name, number in expected])
        self.assertEqual(shown["total"], {"accreditation": 66, "city_model": 6})
        self.assertIsNone(shown["problem"])

    def test_a_quota_off_by_one_is_said_with_both_figures(self):
        self.xyb("quota", "set", "--year", 2020, "--district", "周市镇", "--track", "accreditation", 7)
        problem = self.xyb("quota", "show", "--year", 2020, "--json").json["problem"]
        self.assertRegex(problem, "65.*66.*1")

    def test_city_models_beyond_the_plan_are_warned_of_whenever_quotas_are_shown(self):
        words = ("quota", "set", "--year", 2020, "--track", "city_model", "--district")
        self.assertNotIn("示范企业数合计", self.xyb(*words, "周市镇", 6).out)
        self.assertRegex(self.xyb(*words, "张浦镇", 1).out, "示范企业数合计 7 .* 6 ")
        self.assertRegex(self.xyb("quota", "show", "--year", 2020).out, "示范企业数合计 7 .* 6 ")
        shown = self.xyb("quota", "show", "--year", 2020, "--json").json
        self.assertEqual((shown["problem"], shown["total"]["city_model"]), (None, 7))
        self.assertRegex(shown["warning"], "示范企业数合计 7 .* 6 ")

    def test_a_district_is_found_by_any_of_its_spellings(self):
        for spelling in ("周市", "昆山市周市镇", "周市镇人民政府", " 周 市 镇 "):
            with self.subTest(spelling):
                self.xyb(
                    "quota", "set", "--year", 2020, "--district", spelling,
                    "--track", "accreditation", 7,
                )  # fmt: skip
                self.assertEqual(self.quotas()["周市镇"], 7)
                self.xyb("undo")
                self.assertEqual(self.quotas()["周市镇"], 8)

    def test_a_blank_quota_is_not_zero(self):
        self.xyb("quota", "set", "--year", 2020, "--district", "锦溪镇", "--track", "accreditation", "空")
        self.assertIsNone(self.quotas()["锦溪镇"])

    def test_copying_a_plan_shifts_its_dates_and_keeps_its_quotas(self):
        self.xyb("plan", "copy", "--from", 2020, "--to", 2026)
        plan = self.xyb("plan", "show", "--year", 2026, "--json").json
        self.assertIn("2026年", plan["title"])
        self.assertIsNone(plan["document_number"])
        self.assertEqual({m["key"]: m["due_on"] for m in plan["milestones"]}["DL-03"], "2026-04-15")
        self.assertEqual(self.quotas(2026), self.quotas(2020))

    def test_a_new_year_proposes_what_the_targets_would_have_brought(self):
        plan = self.xyb("plan", "new", "--year", 2021, "--json").json
        self.assertEqual(plan["opening"], {"accreditation": 706, "city_model": 54, "province_model": 6})
        self.assertEqual(self.quotas(2021), self.quotas(2020))
        self.assertIn("2021", self.refused("plan", "new", "--year", 2021))

    def test_copying_onto_an_existing_year_is_refused(self):
        self.assertIn("2020", self.refused("plan", "copy", "--from", 2019, "--to", 2020))


class Register(XybCase):
    def add(self, name, *more):
        return self.xyb("enterprise", "add", "--name", name, "--json", *more).json

    def test_an_added_enterprise_is_found_by_everything_known_of_it(self):
        self.add(
            "昆山示例精密机械有限公司", "--district", "周市镇", "--code", "914403001922038216",
            "--contact", "张示例", "--phone", "0512-55550101",
        )  # fmt: skip
        for text in ("精", "精密", "精密机械", "ksslj", "jmjx", "9144030019", "55550101", "张示例", "ＫＳ"):
            with self.subTest(text):
                hits = self.xyb("enterprise", "find", text, "--json").json
                self.assertEqual([hit["name"] for hit in hits], ["昆山示例精密机械有限公司"])
        self.assertEqual(self.xyb("enterprise", "find", "没有这家", "--json").json, [])

    def test_a_renamed_enterprise_is_still_found_by_its_old_name(self):
        one = self.add("昆山示例旧名有限公司")
        self.xyb("enterprise", "set", one["id"], "--name", "昆山示例新名有限公司")
        hits = self.xyb("enterprise", "find", "旧名", "--json").json
        self.assertEqual([hit["name"] for hit in hits], ["昆山示例新名有限公司"])
        shown = self.xyb("enterprise", "show", one["id"], "--json").json
        self.assertEqual([f["name"] for f in shown["former_names"]], ["昆山示例旧名有限公司"])

    def test_a_code_that_fails_its_check_needs_the_licence_to_be_seen(self):
        words = ("enterprise", "add", "--name", "示例一", "--code", "91350100M0001TGQXM")
        self.assertIn("校验", self.refused(*words))
        one = self.xyb(*words, "--code-confirmed", "--json").json
        self.assertTrue(one["code_confirmed"])
        self.assertEqual(one["credit_code"], "91350100M0001TGQXM")

    def test_the_same_code_twice_names_the_other_enterprise(self):
        self.add("昆山示例甲有限公司", "--code", "914403001922038216")
        sentence = self.refused(
            "enterprise", "add", "--name", "昆山示例乙有限公司", "--code", "914403001922038216"
        )
        self.assertIn("昆山示例甲有限公司", sentence)

    def test_another_spelling_of_a_known_name_is_asked_about(self):
        self.add("昆山示例电子（昆山）有限公司")
        sentence = self.refused("enterprise", "add", "--name", "昆山市示例电子(昆山)有限责任公司")
        self.assertIn("昆山示例电子（昆山）有限公司", sentence)
        self.xyb("enterprise", "add", "--force", "--name", "昆山市示例电子(昆山)有限责任公司")

    def test_odd_but_possible_names_are_kept_as_written(self):
        for name in ("=1+1", "昆山“示例”有限公司", "昆山'x'; DROP TABLE enterprise;--", "昆山示例😀",
                     "昆山䶮𬭎有限公司", "+86示例", "@示例", "-示例"):  # fmt: skip
            with self.subTest(name):
                one = self.add(name) if not name.startswith("-") else self.xyb(
                    "enterprise", "add", f"--name={name}", "--json"
                ).json
                self.assertEqual(self.xyb("enterprise", "show", one["id"], "--json").json["name"], name)


class Nominations(XybCase):
    def nominate(self, name, *more):
        self.xyb("enterprise", "add", "--name", name, "--district", "周市镇")
        self.xyb("nomination", "add", name, "--year", 2020, *more)

    def rows(self, *more):
        return self.xyb("nomination", "list", "--year", 2020, "--json", *more).json

    def test_revenue_keeps_the_unit_it_was_given_in(self):
        given = [("1.2亿", 12_000_000_000, "亿元"), ("1,234.5万", 1_234_500_000, "万元"),
                 ("3000", 3_000_000_000, "万元"), ("98765元", 9_876_500, "元")]  # fmt: skip
        for number, (text, fen, unit) in enumerate(given):
            self.nominate(f"昆山示例{'甲乙丙丁'[number]}有限公司", "--revenue", text)
        self.assertEqual(
            [(r["revenue_fen"], r["revenue_unit"]) for r in self.rows()], [g[1:] for g in given]
        )

    def test_what_nobody_said_stays_unsaid(self):
        self.nominate("昆山示例甲有限公司")
        row = self.rows()[0]
        self.assertIsNone(row["revenue_fen"])
        self.assertIsNone(row["headcount"])

    def test_the_same_enterprise_twice_names_its_district(self):
        self.nominate("昆山示例甲有限公司")
        sentence = self.refused(
            "nomination", "add", "昆山示例甲有限公司", "--year", 2020, "--district", "张浦镇"
        )
        self.assertIn("周市镇", sentence)

    def test_who_was_accepted_before_is_said_to_be_nothing_new(self):
        self.nominate("昆山示例甲有限公司", "--accepted", "2020-08-14")
        self.nominate("昆山示例乙有限公司")
        self.xyb("plan", "copy", "--from", 2020, "--to", 2021)
        for name, remark in (("昆山示例甲有限公司", "2020 年已通过贯标验收"), ("昆山示例乙有限公司", "")):
            with self.subTest(name):
                said = self.xyb("nomination", "add", name, "--year", 2021).err
                self.assertIn(remark, said)
                self.assertEqual(bool(said), bool(remark))

    def paste(self, text, *more, refused=False):
        path = self.folder / "rows.tsv"
        path.write_text(text, encoding="utf-8")
        run = self.refused if refused else self.xyb
        return run("nomination", "paste", path, "--year", 2020, "--district", "周市镇", *more)

    def test_a_form_copied_from_a_spreadsheet_is_one_step(self):
        self.paste("序号\t企业名称\t主要产品\t去年销售收入\n1\t昆山示例甲有限公司\t齿轮\t1.2亿\n"
                   "2\t昆山示例乙有限公司\t轴承\t300\n3\t\t\t\n")  # fmt: skip
        self.assertEqual(
            [(r["name"], r["products"], r["revenue_unit"]) for r in self.rows()],
            [("昆山示例甲有限公司", "齿轮", "亿元"), ("昆山示例乙有限公司", "轴承", "万元")],
        )
        self.xyb("undo")
        self.assertEqual(self.rows(), [])
        self.assertEqual(self.xyb("enterprise", "find", "示例", "--json").json, [])

    def test_a_form_is_taken_whole_or_not_at_all(self):
        sentence = self.paste("昆山示例甲有限公司\t齿轮\t1\t很多\n", refused=True)
        self.assertIn("第 1 行", sentence)
        self.assertIn("职工人数", sentence)
        self.assertEqual(self.rows(), [])

    def test_a_like_name_has_to_be_decided(self):
        self.xyb("enterprise", "add", "--name", "昆山示例模具有限公司")
        text = "昆山市示例模具有限责任公司\t模具\n"
        self.assertIn("昆山示例模具有限公司", self.paste(text, refused=True))
        self.paste(text, "--new")
        self.assertEqual(len(self.rows()), 1)

    def test_who_would_go_has_to_be_agreed_to(self):
        self.nominate("昆山示例甲有限公司")
        self.nominate("昆山示例乙有限公司")
        text = "苏州新丙有限公司\t\n苏州新丁有限公司\t\n"
        self.assertIn("--replace", self.paste(text, "--row", 1, refused=True))
        self.paste(text, "--row", 1, "--replace")
        self.assertEqual([r["name"] for r in self.rows()], ["苏州新丙有限公司", "苏州新丁有限公司"])

    def test_a_row_moves_and_the_numbers_follow(self):
        for name in "甲乙丙":
            self.nominate(f"昆山示例{name}有限公司")
        self.xyb("nomination", "move", "昆山示例丙有限公司", "--year", 2020, "--to", 1)
        self.assertEqual(
            [(r["position"], r["name"][4]) for r in self.rows()], [(1, "丙"), (2, "甲"), (3, "乙")]
        )

    def test_rows_come_in_the_official_order_of_districts(self):
        for name, district in (("昆山示例甲有限公司", "锦溪镇"), ("昆山示例乙有限公司", "昆山开发区"),
                               ("昆山示例丙有限公司", "旅游度假区"), ("昆山示例丁有限公司", "昆山开发区")):  # fmt: skip
            self.xyb("enterprise", "add", "--name", name, "--district", district)
            self.xyb("nomination", "add", name, "--year", 2020)
        self.assertEqual(
            [(r["district"], r["position"]) for r in self.rows()],
            [("昆山开发区", 1), ("昆山开发区", 2), ("旅游度假区", 1), ("锦溪镇", 1)],
        )

    def test_a_nominated_enterprise_is_not_removed(self):
        self.nominate("昆山示例甲有限公司")
        self.assertIn("2020", self.refused("enterprise", "remove", "昆山示例甲有限公司"))

    def test_a_district_that_has_sent_nothing_is_listed_as_missing(self):
        listed = self.xyb("submission", "list", "--year", 2020, "--json").json
        self.assertEqual(len(listed), 11)
        self.assertEqual({row["state"] for row in listed}, {"未报"})

    def test_what_a_district_sent_is_noted(self):
        self.xyb(
            "submission", "set", "--year", 2020, "--district", "周市镇", "--state", "已报",
            "--received", "2020-04-14", "--officer", "李示例", "--phone", "0512-55550100",
        )  # fmt: skip
        row = [r for r in self.xyb("submission", "list", "--year", 2020, "--json").json
               if r["district"] == "周市镇"][0]  # fmt: skip
        self.assertEqual((row["state"], row["received_on"], row["officer"]),
                         ("已报", "2020-04-14", "李示例"))  # fmt: skip


class Units(XybCase):
    def test_a_renamed_unit_is_still_found_by_its_old_name(self):
        self.xyb("unit", "rename", "周市镇", "周市街道")
        found = self.xyb("unit", "find", "周市镇", "--json").json
        self.assertEqual(found["name"], "周市街道")
        self.xyb("undo")
        self.assertEqual(self.xyb("unit", "find", "周市镇", "--json").json["name"], "周市镇")

    def test_units_come_move_retire_and_go(self):
        self.xyb("unit", "add", "示例办事处", "--kind", "subdistrict")
        self.xyb("unit", "move", "示例办事处", "--steps", -4)
        names = [u["name"] for u in self.xyb("unit", "list", "--kind", "subdistrict", "--json").json]
        self.assertEqual(names[0], "示例办事处")
        self.xyb("unit", "retire", "示例办事处", "--until", "2020-06-30")
        self.xyb("unit", "remove", "示例办事处")
        self.assertIn("指标分解", self.refused("unit", "remove", "周市镇"))

    def test_an_alias_of_another_unit_is_refused_by_name(self):
        self.xyb("unit", "alias", "周市镇", "周市片区", "--former")
        self.assertEqual(self.xyb("unit", "find", "周市片区", "--json").json["name"], "周市镇")
        self.assertIn("周市镇", self.refused("unit", "alias", "张浦镇", "周市片区"))
        self.xyb("unit", "unalias", "周市镇", "周市片区")
        self.refused("unit", "find", "周市片区")


class Journal(XybCase):
    def test_the_log_shows_old_and_new_of_each_field(self):
        self.xyb(
            "quota", "set", "--year", 2020, "--district", "周市镇", "--track", "accreditation", 9,
            "--operator", "王示例",
        )  # fmt: skip
        latest = self.xyb("log", "--json").json[0]
        self.assertEqual(latest["operator"], "王示例")
        change = latest["changes"][0]
        self.assertIn("周市镇", change["record"])
        self.assertEqual((change["field"], change["old"], change["new"]), ("贯标企业数", "8", "9"))

    def test_undo_and_redo_survive_separate_runs(self):
        for number in (9, 10, 11):
            self.xyb("quota", "set", "--year", 2020, "--district", "周市镇", "--track", "accreditation", number)
        seen = []
        for step in ("undo", "undo", "undo", "redo", "redo"):
            self.xyb(step)
            seen.append(self.quotas()["周市镇"])
        self.assertEqual(seen, [10, 9, 8, 9, 10])

    def test_undo_stops_before_the_presets(self):
        self.refused("undo")
        self.assertEqual(len(self.quotas()), 11)

    def test_a_new_edit_ends_redo(self):
        words = ("quota", "set", "--year", 2020, "--district", "周市镇", "--track", "accreditation")
        self.xyb(*words, 9)
        self.xyb("undo")
        self.xyb(*words, 10)
        self.refused("redo")

    def test_undo_to_a_step_takes_everything_since_or_nothing(self):
        words = ("quota", "set", "--year", 2020, "--district", "周市镇", "--track", "accreditation")
        for number in (9, 10, 11):
            self.xyb(*words, number)
        ids = [entry["id"] for entry in self.xyb("log", "--json", "--kind", "edit").json]
        self.assertEqual(self.xyb("undo", "--to", ids[1], "--json").json, {"steps": 2})
        self.assertEqual(self.quotas()["周市镇"], 9)
        self.assertEqual(self.xyb("redo", "--to", ids[0], "--json").json, {"steps": 2})
        self.assertEqual(self.quotas()["周市镇"], 11)
        self.assertIn("装入预置", self.refused("undo", "--to", 2))
        self.assertEqual(self.quotas()["周市镇"], 11)

    def test_the_log_is_asked_for_words_people_days_and_tables(self):
        self.xyb("enterprise", "add", "--name", "昆山示例甲有限公司", "--operator", "王示例")
        self.xyb(
            "quota", "set", "--year", 2020, "--district", "周市镇", "--track", "accreditation", 9,
            "--operator", "李示例",
        )  # fmt: skip
        def count(*words):
            return len(self.xyb("log", "--json", "--brief", *words).json)
        self.assertEqual(count("--filter", "示例甲"), 1)
        self.assertEqual(count("--who", "李示例"), 1)
        self.assertEqual(count("--table", "指标分解", "--who", "王示例"), 0)
        self.assertEqual(count("--table", "quota", "--kind", "edit"), 1)
        self.assertEqual(count("--until", "2001-01-01"), 0)
        self.assertEqual(count("--kind", "system"), 2)
        self.refused("log", "--kind", "other", status=2)
        self.refused("log", "--table", "没有", status=2)

    def test_a_hundred_undos_after_a_hundred_edits_give_the_start_byte_for_byte(self):
        def dump():
            # The journal grows, of course; everything else must be as it was.
            text = subprocess.run(
                ["sqlite3", self.office, ".dump"], capture_output=True, check=True
            ).stdout.decode()
            return "\n".join(
                line for line in text.splitlines() if not re.match(r"INSERT INTO revision", line)
            )

        self.xyb("enterprise", "add", "--name", "昆山示例零有限公司", "--district", "周市镇")
        start = dump()
        for n in range(25):
            name = f"昆山示例{n:03d}号有限公司"
            self.xyb("enterprise", "add", "--name", name, "--district", "周市镇")
            self.xyb("nomination", "add", name, "--year", 2020, "--revenue", f"{n + 1}000万")
            self.xyb("enterprise", "set", name, "--name", f"昆山示例{n:03d}改名有限公司")
            self.xyb("quota", "set", "--year", 2020, "--district", "锦溪镇", "--track", "city_model", n + 1)
        self.assertNotEqual(dump(), start)
        for _ in range(100):
            self.xyb("undo")
        self.assertEqual(dump(), start)


class Whole(XybCase):
    def test_a_backup_restores_what_it_held(self):
        copy = self.folder / "copy.xyb"
        self.xyb("backup", copy)
        self.xyb("quota", "set", "--year", 2020, "--district", "周市镇", "--track", "accreditation", 1)
        self.xyb("restore", copy, "--operator", "张三")
        self.assertEqual(self.quotas()["周市镇"], 8)
        self.assertEqual(self.xyb("log", "--json").json[0]["operator"], "张三")
        self.xyb("check")
        reasons = [b["reason"] for b in self.xyb("backups", "--json").json]
        self.assertIn("恢复前", reasons)

    def test_a_trial_restore_counts_what_the_backup_holds(self):
        self.xyb("enterprise", "add", "--name", "昆山示例甲有限公司")
        self.xyb("backup", self.folder / "copy.xyb")
        before = digest(self.office), digest(self.folder / "copy.xyb")
        found = self.xyb("backup", "--verify", self.folder / "copy.xyb", "--json").json
        self.assertEqual((found["enterprises"], found["plans"], found["revisions"]), (1, 2, 3))
        self.assertIn("昆山示例甲有限公司", found["last_label"])
        self.assertIn("企业 1 家、方案 2 年、修订 3 步", self.xyb("backup", "--verify", self.folder / "copy.xyb").out)
        self.assertEqual((digest(self.office), digest(self.folder / "copy.xyb")), before)
        data = (self.folder / "copy.xyb").read_bytes()
        (self.folder / "half.xyb").write_bytes(data[: len(data) // 2])
        self.assertIn("half.xyb", self.refused("backup", "--verify", self.folder / "half.xyb"))

    def test_a_backup_is_not_written_over_another_file(self):
        copy = self.folder / "copy.xyb"
        copy.write_bytes("别人的文件".encode())
        before = digest(copy)
        self.refused("backup", copy)
        self.assertEqual(digest(copy), before)

    def test_demo_names_are_visibly_made_up(self):
        self.xyb("demo", "--enterprises", 200, "--year", 2020)
        hits = self.xyb("enterprise", "find", "--max", 1000, "--json").json
        self.assertEqual(len(hits), 200)
        self.assertTrue(all(hit["name"].startswith("昆山示例") for hit in hits))
        self.assertEqual(self.call("code", "check", *[h["credit_code"] for h in hits]).status, 0)
        districts = {row["district"] for row in self.xyb("nomination", "list", "--year", 2020, "--json").json}
        self.assertEqual(districts, set(self.quotas()))


VERSION = 5  # of the schema


class OldVersions(XybCase):
    """An office file of every version that was ever given out is opened, whatever came since."""

    with_office = False

    def old(self, version):
        shutil.copy(DATA / f"office-v{version}.xyb", self.office)

    def test_version_1_still_holds_what_it_held(self):
        self.old(1)
        self.xyb("check")
        self.assertEqual(self.quotas()["周市镇"], 8)
        self.assertEqual(sum(self.quotas().values()), 66)
        rows = self.xyb("nomination", "list", "--year", 2020, "--json").json
        self.assertEqual(len(rows), 69)
        self.assertEqual(rows[0]["name"], "昆山示例电子材料有限公司")
        hits = self.xyb("enterprise", "find", "jmjx", "--json").json
        self.assertIn(("昆山示例精密机械有限公司", "周市镇"), [(h["name"], h["district"]) for h in hits])

    def test_version_1_climbs_with_a_backup_of_what_it_was(self):
        self.old(1)
        before = self.office.read_bytes()
        self.assertEqual(len(self.xyb("log", "--json").json), 5 + VERSION - 1, "a step a version")
        (backup,) = self.xyb("backups", "--json").json
        self.assertEqual(backup["reason"], "升级前")
        self.assertNotEqual(self.office.read_bytes(), before)
        with closing(sqlite3.connect(backup["path"])) as copy:
            self.assertEqual(copy.execute("PRAGMA user_version").fetchone(), (1,))
            self.assertEqual(copy.execute("SELECT count(*) FROM nomination").fetchone(), (69,))
        self.assertEqual(len(self.xyb("log", "--json").json), 5 + VERSION - 1, "it climbs once")

    def test_what_was_undone_before_the_climb_stays_undone(self):
        self.old(1)
        self.xyb("check")
        self.refused("redo")
        self.assertEqual(self.quotas()["周市镇"], 8)

    def test_a_backup_of_version_1_can_still_be_restored(self):
        self.call("init", "--office", self.office)
        self.xyb("restore", DATA / "office-v1.xyb")
        self.assertEqual(len(self.xyb("nomination", "list", "--year", 2020, "--json").json), 69)
        self.assertEqual([b["reason"] for b in self.xyb("backups", "--json").json].count("恢复前"), 1)

    def test_version_2_still_holds_what_it_held(self):
        self.old(2)
        # The office is whole; the file that was returned then is not kept beside this copy of it.
        self.assertIn("附件2 周市镇.xlsx", self.refused("check"))
        rows = self.xyb("nomination", "list", "--year", 2020, "--json").json
        self.assertEqual(len(rows), 69)
        with closing(sqlite3.connect(self.office)) as office:
            for table, count in (("returned_file", 1), ("returned_sheet", 1), ("nomination_origin", 3),
                                 ("return_decision", 2), ("head_spelling", 1)):  # fmt: skip
                self.assertEqual(office.execute(f"SELECT count(*) FROM {table}").fetchone(), (count,), table)

    def test_what_was_undone_in_version_2_stays_undone(self):
        self.old(2)
        self.refused("redo")
        self.assertEqual(self.quotas()["周市镇"], 8)

    def test_version_3_still_holds_what_it_held(self):
        self.old(3)
        self.assertEqual(len(self.xyb("nomination", "list", "--year", 2020, "--json").json), 69)

        def units(kind, *words):
            shown = self.xyb("assessment", "show", "--year", 2020, "--kind", kind, *words, "--json")
            return {unit["unit"]: unit for unit in shown.json["units"]}

        departments = units("department")
        self.assertEqual(len(departments), 54)
        self.assertEqual(departments["审计局"]["deduction"], "0.05")
        self.assertEqual(departments["审计局"]["remark"], "宣传缺 1 次")
        self.assertEqual(departments["组织部"]["cells"][1], "√")
        self.assertEqual(units("department", "--issue", 1)["组织部"]["cells"][1], "非考核项")
        self.assertEqual(units("district")["周市镇"]["score"], "-5.00")
        self.assertEqual(units("subdistrict")["柏庐城市管理办事处"]["score"], "0.00")
        refusal = self.refused(
            "assessment", "mark", "√", "--year", 2020, "--kind", "subdistrict",
            "--unit", "柏庐城市管理办事处", "--indicator", 1,
        )  # fmt: skip
        self.assertIn("已于2020年12月31日结算签字", refusal)

    def test_version_4_still_holds_what_it_held(self):
        self.old(4)
        self.assertIn("附件2 周市镇.xlsx", self.refused("check"))  # as of version 2
        name = "昆山示例电子材料有限公司"

        def show(track):
            words = ("--year", 2020, "--track", track, "--json")
            return self.xyb("progress", "show", name, *words, env={"XYB_TODAY": "2020-12-31"}).json

        shown = show("accreditation")
        self.assertEqual((shown["stage"], shown["reached_on"]), ("通过", "2020-08-01"))
        self.assertEqual(shown["conditions"][1]["reason"], "看过营业执照")
        self.assertEqual(shown["materials"][0]["valid_until"], "2020-10-01")
        words = [step["words"] for step in shown["steps"]]
        self.assertIn("专职人员 1 名，5月20日完成", words)
        self.assertIn("1/2 次，6月18日", words)
        self.assertEqual(shown["contracts"][0]["provider"], "示例信用服务有限公司")
        city = show("city")
        self.assertEqual((city["stage"], [move["to"] for move in city["moves"]]), ("发文", ["申报", "发文"]))
        awards = self.xyb("award", "list", "--json").json["awards"]
        numbers = {award["number"] for award in awards}
        self.assertLessEqual({"旧文号", "苏信用办〔2020〕10号"}, numbers)
        other = "昆山示例自动化设备有限公司"
        back = self.xyb("progress", "show", other, "--year", 2020, "--track", "accreditation", "--json")
        self.assertEqual(back.json["moves"][0]["reason"], "复核不合格")
        # Its plans say nothing of warnings: they warn as usual.
        plan = self.xyb("plan", "show", "--year", 2020, "--json").json
        self.assertEqual(plan["warning_days"], {"blue": 30, "yellow": 7, "red": None})

    def test_version_5_still_holds_what_it_held(self):
        self.old(5)
        self.xyb("check")
        plan = self.xyb("plan", "show", "--year", 2020, "--json").json
        self.assertEqual(plan["warning_days"], {"blue": 45, "yellow": 10, "red": 3})
        self.assertEqual(sum(self.quotas().values()), 66)


class CodeCheck(XybCase):
    with_office = False

    def status(self, code):
        result = self.call("code", "check", code, "--json")
        return result.status, result.json[0]

    def test_the_public_codes_pass(self):
        for code in ("9144030071526726XG", "914403001922038216", "91330100799655058B", "911101085923662400"):
            with self.subTest(code):
                self.assertEqual(self.status(code)[0], 0)

    def test_the_early_pilot_codes_fail_and_say_what_was_computed(self):
        for code, computed in (("91350100M0001TGQXM", "1"), ("91350211M0000XUF46", "R"),
                               ("91350203M0001QAY9B", "9")):  # fmt: skip
            with self.subTest(code):
                status, shown = self.status(code)
                self.assertEqual((status, shown["status"], shown["expected_check"]), (1, "wrong_check", computed))

    def test_the_standards_own_example_is_not_a_code(self):
        status, shown = self.status("91350100M000100Y4Z")
        self.assertEqual((status, shown["status"]), (1, "wrong_character"))

    def test_width_spaces_and_hyphens_do_not_matter(self):
        self.assertEqual(self.status("９１４４０３００ 1922-0382 16")[0], 0)


assert XYB
