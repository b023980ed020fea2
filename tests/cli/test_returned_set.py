"""The sets of returned workbooks under tests/data/returned: every row, value and remark is as their facts
say. The facts were reasoned from requirements Appendix B, never copied from the program."""

import json
import pathlib
import subprocess
import sys
import unittest

from xybcase import DATA, XybCase, folder_digests

SETS = DATA / "returned"
MAKE = pathlib.Path(__file__).resolve().parent.parent / "returned"
VALUES = ("name", "products", "headcount", "contact", "phone", "revenue_yuan", "revenue_raw")


class ReturnedSet(XybCase):
    """One class per set: `folder_name`."""

    folder_name = None

    def setUp(self):
        super().setUp()
        self.set = SETS / self.folder_name
        self.fill_register(json.loads((self.set / "before.json").read_text()))

    def fill_register(self, before):
        for one in before:
            self.xyb("enterprise", "add", "--name", one["was"] or one["name"], "--district", one["district"])
            if one["was"]:
                self.xyb("enterprise", "set", one["was"], "--name", one["name"])
            if one["accepted"]:
                self.xyb("nomination", "add", one["name"], "--year", 2019, "--accepted", one["accepted"])

    def files(self):
        return sorted(path for path in self.set.iterdir() if path.suffix not in (".json", ".md"))

    def read(self, path):
        (found,) = self.xyb("submission", "read", path, "--year", 2020, "--json").json
        return found

    def compare_row(self, found, fact):
        self.assertEqual(found["status"], fact["status"], found)
        notes = found["notes"]
        self.assertEqual(len(notes), len(fact["notes"]), (notes, fact["notes"]))
        for sentence, note in zip(notes, fact["notes"]):
            for word in note["words"]:
                self.assertIn(word, sentence)
        if fact["status"] == "ignored":
            return
        for key in VALUES:
            said = found[key]
            self.assertEqual(None if said == "" else said, None if fact[key] == "" else fact[key], key)
        if "match" not in fact:
            self.assertIsNone(found["match"])
            return
        for key, value in fact["match"].items():
            self.assertEqual(found["match"][key], value)

    def compare(self, found, facts):
        if "error" in facts:
            self.assertEqual((found["rows"], found["sheets"]), ([], []))
            for word in facts["error"]:
                self.assertIn(word, found["error"])
            return
        for key in ("file", "format", "district", "officer", "sheets"):
            self.assertEqual(found[key], facts[key], key)
        self.assertIsNone(found["error"])
        self.assertEqual(len(found["file_notes"]), len(facts["file_notes"]), found["file_notes"])
        for note, words in zip(found["file_notes"], facts["file_notes"]):
            for word in words:
                self.assertIn(word, str(note))
        rows = {(row["sheet"], row["row"]): row for row in found["rows"]}
        self.assertEqual(list(rows), [(fact["sheet"], fact["row"]) for fact in facts["rows"]])
        for fact in facts["rows"]:
            with self.subTest(file=facts["file"], sheet=fact["sheet"], row=fact["row"]):
                self.compare_row(rows[fact["sheet"], fact["row"]], fact)

    def check_the_set(self):
        files = self.files()
        self.assertGreater(len(files), 0)
        before = folder_digests(self.folder)
        for path in files:
            with self.subTest(file=path.name):
                facts = json.loads(path.with_name(path.name + ".json").read_text())
                self.compare(self.read(path), facts)
        self.assertEqual(folder_digests(self.folder), before)


class PlanOf2020(ReturnedSet):
    folder_name = "2020"

    def test_every_row_of_the_eleven_files_is_as_its_facts_say(self):
        self.assertEqual(len(self.files()), 11)
        self.check_the_set()

    def test_what_the_decisions_leave_is_the_quota_of_every_district(self):
        given = json.loads((self.set / "nominations.json").read_text())
        quotas = {name: number for name, number in self.quotas().items() if number is not None}
        self.assertEqual(sum(quotas.values()), 66)
        self.assertEqual([one["district"] for one in given], [name for name, n in quotas.items() for _ in range(n)])
        self.assertEqual(len({one["name"] for one in given}), 66)


class States(ReturnedSet):
    folder_name = "states"

    def test_every_row_of_every_state_is_as_its_facts_say(self):
        self.check_the_set()

    def test_every_defect_of_appendix_b_is_in_one_of_the_sets(self):
        shown = set()
        for path in SETS.rglob("*.json"):
            facts = json.loads(path.read_text())
            if isinstance(facts, dict):
                shown.update(facts["defects"])
        missing = {f"B-{n:02}" for n in range(1, 23)} - shown
        # A million styled blank rows are made when they are needed (test_hostile.py), a second version is
        # nothing without the first (test_intake.py).
        self.assertEqual(missing, {"B-19", "B-21"})


class Descriptions(unittest.TestCase):
    def test_the_facts_are_those_of_the_descriptions(self):
        done = subprocess.run(
            [sys.executable, MAKE / "make.py", "--check", SETS], capture_output=True, text=True, check=False
        )
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


