"""What a script and a terminal need of xyb: JSON of every command, Chinese help, output that is
whole or refused, and the automatic backup without a window."""

import json
import re
import subprocess

from xybcase import XYB, XybCase

YEAR = ("--year", 2020)
ZHOUSHI = (*YEAR, "--district", "周市镇")
FIRM = "昆山示例甲有限公司"


class Json(XybCase):
    def done(self, *words):
        return self.xyb(*words, "--json").json

    def test_what_changes_the_plan_shows_the_quotas_it_left(self):
        shown = self.done("quota", "set", *ZHOUSHI, "--track", "accreditation", 7)
        self.assertEqual(shown["total"]["accreditation"], 65)
        self.assertRegex(shown["problem"], "65.*66.*1")
        shown = self.done("quota", "add-row", *YEAR, "--district", "旅游度假区")
        self.assertIn("旅游度假区", [row["district"] for row in shown["quotas"]])
        shown = self.done("quota", "remove-row", *YEAR, "--district", "旅游度假区")
        self.assertNotIn("旅游度假区", [row["district"] for row in shown["quotas"]])
        shown = self.done("plan", "set", *YEAR, "--track", "accreditation", "--target", 65)
        self.assertEqual(shown["targets"]["accreditation"], 65)
        self.assertEqual(self.done("plan", "copy", "--from", 2020, "--to", 2021)["year"], 2021)

    def test_a_changed_row_of_annex_2_is_shown(self):
        self.xyb("enterprise", "add", "--name", FIRM, "--district", "周市镇")
        row = self.done("nomination", "add", FIRM, *YEAR)
        self.assertEqual((row["name"], row["district"], row["position"]), (FIRM, "周市镇", 1))
        row = self.done("nomination", "set", FIRM, *YEAR, "--revenue", "1.2亿")
        self.assertEqual((row["revenue_fen"], row["revenue_unit"]), (12_000_000_000, "亿元"))
        self.assertEqual(self.done("nomination", "remove", FIRM, *YEAR)["id"], row["id"])
        self.assertEqual(self.done("nomination", "list", *YEAR), [])
        sent = self.done("submission", "set", *ZHOUSHI, "--state", "已报")
        self.assertEqual((sent["district"], sent["state"]), ("周市镇", "已报"))
        self.assertEqual(self.done("enterprise", "remove", FIRM)["name"], FIRM)

    def test_steps_back_and_forth_name_what_they_did(self):
        self.xyb("quota", "set", *ZHOUSHI, "--track", "accreditation", 7)
        label = self.done("undo")["label"]
        self.assertIn("周市镇", label)
        self.assertEqual(self.done("redo")["label"], label)

    def test_what_writes_files_lists_them(self):
        out = self.folder / "out"
        out.mkdir()
        self.assertEqual(
            self.done("export", "quota", *YEAR, "--out", out / "a.xlsx")["files"], [str(out / "a.xlsx")]
        )
        files = self.done("export", "nominations", *YEAR, "--all", "--out", out, "--format", "xlsx")["files"]
        self.assertEqual(len(files), 11)
        self.assertTrue(all((self.folder / name).exists() for name in files))
        copy = self.folder / "copy.xyb"
        self.assertEqual(self.done("backup", copy)["file"], str(copy))
        self.assertEqual(self.done("restore", copy)["backup"], str(copy))
        self.assertEqual(self.done("demo", "--enterprises", 3, *YEAR)["enterprises"], 3)
        made = json.loads(self.call("init", "--json", "--office", self.folder / "new.xyb").out)
        self.assertEqual(made["file"], str(self.folder / "new.xyb"))


class Terminal(XybCase):
    def commands(self):
        listed = re.findall(r"^  ([a-z-]+(?: [a-z-]+){0,2}) {2,}", self.call("--help").out, re.M)
        self.assertGreater(len(listed), 30)
        return listed

    def test_the_help_of_every_command_is_chinese(self):
        allowed = re.compile(
            r"xyb|xlsx|pdf|JSON|accreditation|city_model|province_model|district|subdistrict|department"
            r"|stages|conditions|materials|steps|milestones|DL-[0-9]+"
            r"|upper|association|provider|bank|other|edit|undo|redo|model|system|clean|all|txt|interim|settlement|xls|ods|csv|tsv|ics|(?<![\w])-h|--[a-z-]+|(?<==)(?:same|new|leave)"
        )
        for command in self.commands():
            with self.subTest(command):
                shown = self.call(*command.split(), "--help", env={"LC_ALL": "C", "LANGUAGE": ""})
                self.assertEqual(shown.status, 0, shown.err)
                self.assertIn(f"xyb {command}", shown.out)
                rest = allowed.sub("", shown.out.replace(f"xyb {command}", ""))
                self.assertEqual(re.findall("[A-Za-z]{2,}", rest), [])
                for option in ("--help", "--office", "--json", "--operator"):
                    self.assertIn(option, shown.out)

    def test_changes_say_what_they_did(self):
        for words in (("plan", "set", *YEAR, "--track", "city_model", "--target", 5),
                      ("quota", "add-row", *YEAR, "--district", "旅游度假区"),
                      ("quota", "remove-row", *YEAR, "--district", "旅游度假区"),
                      ("submission", "set", *ZHOUSHI, "--state", "已报")):  # fmt: skip
            with self.subTest(words):
                self.assertRegex(self.xyb(*words).out, "[一-鿿]")

    def test_output_that_is_cut_short_is_no_success(self):
        self.xyb("demo", "--enterprises", 500, *YEAR)
        for words in (("quota", "show", *YEAR), ("enterprise", "find", "--max", 500, "--json")):
            with self.subTest(words), open("/dev/full", "wb") as full:
                done = subprocess.run(
                    [XYB, *map(str, words), "--office", self.office], stdout=full,
                    stderr=subprocess.PIPE, check=False,
                )  # fmt: skip
                self.assertEqual(done.returncode, 1)
                self.assertIn("标准输出", done.stderr.decode())

    def test_a_wrong_option_is_named(self):
        self.assertIn("--nonsense", self.refused("log", "--nonsense", status=2))
        self.assertIn("--max", self.refused("log", "--max", "x", status=2))


class Enterprises(XybCase):
    """Which enterprise is meant."""

    def test_two_of_the_same_name_are_told_apart_by_their_number(self):
        first = self.xyb("enterprise", "add", "--name", FIRM, "--json").json["id"]
        second = self.xyb("enterprise", "add", "--name", FIRM, "--force", "--json").json["id"]
        for words in (("show",), ("remove",), ("set", "--note", "x")):
            with self.subTest(words):
                sentence = self.refused("enterprise", words[0], FIRM, *words[1:])
                self.assertIn("编号", sentence)
        self.xyb("enterprise", "remove", second)
        self.assertEqual(self.xyb("enterprise", "show", FIRM, "--json").json["id"], first)

    def test_a_full_name_is_found_among_any_number_that_contain_it(self):
        self.xyb("demo", "--enterprises", 400, *YEAR)
        self.xyb("enterprise", "add", "--name", "昆山示例", "--force")
        self.assertEqual(self.xyb("enterprise", "show", "昆山示例", "--json").json["name"], "昆山示例")

    def test_fields_are_cleared_in_the_same_words_everywhere(self):
        self.xyb("enterprise", "add", "--name", FIRM, "--district", "周市镇", "--founded", "2010-01-02")
        self.xyb("nomination", "add", FIRM, *YEAR, "--headcount", 3, "--accepted", "2020-08-01")
        for blank in ("空", "-", ""):
            with self.subTest(blank):
                self.xyb("enterprise", "set", FIRM, "--founded=2010-01-02")
                shown = self.xyb("enterprise", "set", FIRM, f"--founded={blank}", "--json").json
                self.assertIsNone(shown["founded_on"])
                row = self.xyb("nomination", "set", FIRM, *YEAR, f"--headcount={blank}", "--json").json
                self.assertIsNone(row["headcount"])


class Backups(XybCase):
    def reasons(self):
        return [one["reason"] for one in self.xyb("backups", "--json").json]

    def test_the_first_change_of_a_day_is_followed_by_the_daily_backup(self):
        self.xyb("quota", "show", *YEAR)
        self.refused("quota", "set", *ZHOUSHI, "--track", "accreditation", "很多")
        self.assertEqual(self.reasons(), [])
        for number in (5, 6, 7):
            self.xyb("quota", "set", *ZHOUSHI, "--track", "accreditation", number)
        self.assertEqual(self.reasons(), ["每日"])

    def test_a_restore_says_only_what_it_did(self):
        copy = self.folder / "copy.xyb"
        self.xyb("backup", copy)
        self.assertIn("另存", self.xyb("restore", copy).out)
        done = self.call("restore", copy, "--office", self.folder / "new.xyb")
        self.assertEqual(done.status, 0, done.err)
        self.assertNotIn("另存", done.out)


