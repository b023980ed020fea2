"""xyb submission import, status, return-note: returned 附件2 into the office and back to the 区镇 (issue 4)."""

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import unittest

import openpyxl

import tap
import test_returned_set as sets
from xybcase import XybCase, folder_digests

HEADS = ["序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话"]
TABLES = [
    "enterprise", "enterprise_name", "nomination", "submission", "returned_file", "returned_sheet", "nomination_origin",
    "return_decision", "head_spelling",
]  # fmt: skip
ANSWER_RETURNS = tap.arguments[1]
ENV = {"XYB_TODAY": "2020-04-14"}


def firm(number, name, revenue=3000, headcount=50, phone="0512-55550101", products="零件", contact="张示例"):
    return [number, name, products, revenue, headcount, contact, phone]


def workbook(path, district, rows, officer="李示例", phone="0512-55550100", sheet="Sheet1"):
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    page.append(["2020年昆山市信用管理贯标企业汇总表"])
    page.append(["区镇", district, "业务负责人", officer, "联系方式", phone])
    page.append(HEADS)
    for row in rows:
        page.append(row)
    book.save(path)
    return path


class Intake(XybCase):
    def submit(self, *files, more=(), status=0):
        done = self.call(
            "submission", "import", *files, "--year", 2020, *more, "--json", "--office", self.office, env=ENV
        )
        self.assertEqual(done.status, status, done.err)
        return done.json

    def nominated(self, district=None):
        more = ("--district", district) if district else ()
        return self.xyb("nomination", "list", "--year", 2020, *more, "--json").json

    def names(self, district=None):
        return [row["name"] for row in self.nominated(district)]

    def status(self):
        return self.xyb("submission", "status", "--year", 2020, "--json", env=ENV).json

    def state(self, district):
        return {one["district"]: one for one in self.status()["districts"]}[district]


class PlanOf2020(sets.ReturnedSet, Intake):
    """The eleven files in which the 66 enterprises of the 2020 plan come back."""

    folder_name = "2020"

    def setUp(self):
        super().setUp()
        self.given = json.loads((self.set / "nominations.json").read_text())
        before = json.loads((self.set / "before.json").read_text())
        self.known = {one["was"]: one["name"] for one in before if one["was"]}
        for facts in self.facts().values():
            for row in facts["rows"]:
                if any(note.get("answer") == "SAME" for note in row["notes"]):
                    self.known[row["name"]] = row["match"]["name"]

    def registered(self, name):
        """What the register calls a firm that a file names."""
        return self.known.get(name, name)

    def facts(self):
        return {path.name: json.loads(path.with_name(path.name + ".json").read_text()) for path in self.files()}

    def everything(self):
        with contextlib.closing(sqlite3.connect(f"file:{self.office}?mode=ro", uri=True)) as office:
            return {table: office.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}

    def test_rows_without_a_question_are_taken_and_the_others_listed_with_their_reasons(self):
        facts = self.facts()
        for one in self.submit(*self.files()):
            with self.subTest(file=one["file"]):
                rows = facts[one["file"]]["rows"]
                clean = [row for row in rows if row["status"] == "ok" and "elsewhere" not in row]
                asked = [row for row in rows if row["status"] == "question" or "elsewhere" in row]
                self.assertEqual((one["imported"], one["changed"], one["removed"]), (len(clean), 0, 0))
                self.assertIsNone(one["error"])
                self.assertEqual(self.names(one["district"]), [self.registered(row["name"]) for row in clean])
                left = {(row["sheet"], row["row"]): row for row in one["left"] if row["row"] is not None}
                self.assertEqual(list(left), [(row["sheet"], row["row"]) for row in asked])
                for row in asked:
                    reasons = left[row["sheet"], row["row"]]["reasons"]
                    notes = [note for note in row["notes"] if note.get("question")]
                    self.assertEqual(len(reasons), len(notes) + ("elsewhere" in row))
                    for reason, note in zip(reasons, notes):
                        for word in note["words"]:
                            self.assertIn(word, reason)
                    if "elsewhere" in row:
                        self.assertIn(row["elsewhere"], reasons[-1])
        self.assertEqual(self.status()["missing"], [])

    def test_all_at_once_counts_nobody_twice(self):
        found = self.submit(*self.files(), more=["--accept", "all"])
        self.assertEqual([one["error"] for one in found], [None] * 11)
        names = self.names()
        self.assertEqual(sum(one["imported"] for one in found), len(names))
        self.assertEqual(len(set(names)), len(names))
        # The one of 2019 is taken, too; who has no name is not.
        self.assertEqual(len(names), 66 + 1)

    def decide(self):
        done = subprocess.run(
            [ANSWER_RETURNS, self.office, "2020", *self.files()],
            capture_output=True,
            text=True,
            env=dict(os.environ, **ENV),
            check=False,
        )
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.split(), ["11", "66"])

    def test_what_was_decided_is_not_asked_again(self):
        self.decide()
        rows = self.nominated()
        facts = self.facts()
        for one in self.submit(*self.files()):
            with self.subTest(file=one["file"]):
                self.assertEqual((one["imported"], one["changed"], one["removed"], one["error"]), (0, 0, 0, None))
                left = [row["row"] for row in one["left"] if row["row"] is not None]
                decided = [
                    row["row"]
                    for row in facts[one["file"]]["rows"]
                    if "elsewhere" in row or any(note.get("answer") == "LEAVE" for note in row["notes"])
                ]
                self.assertEqual(left, decided)
        self.assertEqual(self.nominated(), rows)

    def test_the_decided_files_are_the_66_of_the_plan_and_one_undo_takes_them_back(self):
        before = self.everything()
        self.decide()
        rows = self.nominated()
        self.assertEqual(len(rows), 66)
        self.assertEqual(len({row["name"] for row in rows}), 66)
        self.assertEqual([row["district"] for row in rows], [one["district"] for one in self.given])
        for row, given in zip(rows, self.given):
            with self.subTest(name=given["name"]):
                self.assertEqual(row["headcount"], given["headcount"])
                self.assertEqual(row["phone"] or "", given["phone"] or "")
                self.assertEqual(row["products"] or "", given["products"] or "")
                self.assertEqual(row["contact"] or "", given["contact"] or "")
                self.assertEqual(row["revenue_fen"], None if given["revenue_yuan"] is None else given["revenue_yuan"] * 100)
                self.assertEqual(row["name"], self.registered(given["name"]))
        counts = {name: sum(row["district"] == name for row in rows) for name in self.quotas()}
        self.assertEqual(counts, {name: number or 0 for name, number in self.quotas().items()})
        self.xyb("undo")
        self.assertEqual(self.everything(), before)
        self.xyb("redo")
        self.assertEqual(self.nominated(), rows)


class Versions(Intake):
    """A second file of the same 区镇 is a difference (B-21)."""

    def setUp(self):
        super().setUp()
        self.first = workbook(
            self.folder / "周市镇.xlsx", "周市镇", [firm(1, "昆山示例甲有限公司"), firm(2, "昆山示例乙有限公司"), firm(3, "昆山示例丙有限公司")]
        )
        self.submit(self.first)

    def second(self, *rows):
        return workbook(self.folder / "周市镇（新）.xlsx", "周市镇", rows)

    def test_added_changed_removed(self):
        path = self.second(
            firm(1, "昆山示例丁有限公司"), firm(2, "昆山示例甲有限公司", revenue=4000, phone=None), firm(3, "昆山示例丙有限公司")
        )
        (one,) = self.submit(path)
        self.assertEqual((one["imported"], one["changed"], one["removed"], one["left"]), (1, 1, 1, []))
        self.assertEqual(self.names("周市镇"), ["昆山示例丁有限公司", "昆山示例甲有限公司", "昆山示例丙有限公司"])
        rows = {row["name"]: row for row in self.nominated("周市镇")}
        self.assertEqual(rows["昆山示例甲有限公司"]["revenue_fen"], 4000000000)
        self.assertEqual(rows["昆山示例甲有限公司"]["phone"], "0512-55550101")
        self.xyb("undo")
        self.assertEqual(self.names("周市镇"), ["昆山示例甲有限公司", "昆山示例乙有限公司", "昆山示例丙有限公司"])

    def test_the_same_file_again_changes_nothing(self):
        before = self.nominated()
        (one,) = self.submit(self.first)
        self.assertEqual((one["imported"], one["changed"], one["removed"], one["left"]), (0, 0, 0, []))
        self.assertEqual(self.nominated(), before)

    def test_an_enterprise_that_has_signed_stays_unless_all_is_accepted(self):
        (row,) = [row for row in self.nominated("周市镇") if row["name"] == "昆山示例乙有限公司"]
        self.xyb("nomination", "set", row["name"], "--year", 2020, "--signed", "2020-06-01")
        path = self.second(firm(1, "昆山示例甲有限公司"), firm(2, "昆山示例丙有限公司"))
        (one,) = self.submit(path)
        self.assertEqual((one["imported"], one["changed"], one["removed"]), (0, 0, 0))
        self.assertEqual([(row["name"], row["row"]) for row in one["left"]], [("昆山示例乙有限公司", None)])
        self.assertIn("没有删除", one["left"][0]["reasons"][0])
        self.assertEqual(len(self.names("周市镇")), 3)
        (one,) = self.submit(path, more=["--accept", "all"])
        self.assertEqual(one["removed"], 1)
        self.assertEqual(self.names("周市镇"), ["昆山示例甲有限公司", "昆山示例丙有限公司"])

    def test_a_row_that_waits_is_not_taken_for_removed(self):
        path = self.second(firm(1, "昆山示例甲有限公司"), firm(2, "昆山示例乙有限公司", revenue="较好"), firm(3, "昆山示例丙有限公司"))
        (one,) = self.submit(path)
        self.assertEqual((one["imported"], one["changed"], one["removed"]), (0, 0, 0))
        self.assertEqual([row["row"] for row in one["left"]], [5])
        self.assertEqual(self.state("周市镇")["state"], "有疑问")


class Batch(Intake):
    def test_a_file_that_fails_stops_no_other(self):
        good = workbook(self.folder / "周市镇.xlsx", "周市镇", [firm(1, "昆山示例甲有限公司")])
        damaged = self.folder / "张浦镇.xlsx"
        damaged.write_bytes(good.read_bytes()[:3000])
        other = self.folder / "通讯录.xlsx"
        book = openpyxl.Workbook()
        book.active.append(["姓名", "电话"])
        book.save(other)
        found = self.submit(damaged, good, other, self.folder / "没有.xlsx", status=1)
        self.assertEqual([one["imported"] for one in found], [0, 1, 0, 0])
        self.assertEqual([one["error"] is None for one in found], [False, True, False, False])
        for one, word in zip(found, ("张浦镇.xlsx", None, "表头", "不存在")):
            if word:
                self.assertIn(word, one["error"])
        self.assertEqual(self.names(), ["昆山示例甲有限公司"])
        sentence = self.refused("submission", "import", damaged, "--year", 2020)
        self.assertIn("没有导入", sentence)

    def test_nothing_of_a_failed_file_is_left(self):
        self.xyb("check")
        before = folder_digests(self.folder)
        damaged = self.folder / "张浦镇.xlsx"
        workbook(damaged, "张浦镇", [firm(1, "昆山示例甲有限公司")])
        damaged.write_bytes(damaged.read_bytes()[:-200])
        self.submit(damaged, status=1)
        after = folder_digests(self.folder)
        del after["张浦镇.xlsx"]
        self.assertEqual(after, before)

    def test_a_folder_is_every_workbook_in_it(self):
        folder = self.folder / "回收"
        folder.mkdir()
        workbook(folder / "02 周市镇.xlsx", "周市镇", [firm(1, "昆山示例甲有限公司")])
        text = "区镇：锦溪镇\n" + ",".join(HEADS) + "\n1,昆山示例纺织有限公司,针织,3000,50,赵示例,051255550105\n"
        (folder / "01 锦溪.csv").write_bytes(text.encode("gb18030"))
        (folder / "说明.docx").write_bytes(b"x")
        (folder / "~$02 周市镇.xlsx").write_bytes(b"x")
        found = self.submit(folder)
        self.assertEqual([one["file"] for one in found], ["01 锦溪.csv", "02 周市镇.xlsx"])
        self.assertEqual(self.names(), ["昆山示例甲有限公司", "昆山示例纺织有限公司"])
        (self.folder / "空").mkdir()
        self.assertIn("没有表格", self.refused("submission", "import", self.folder / "空", "--year", 2020))

    def test_one_enterprise_of_two_districts_is_asked_of_the_later(self):
        found = self.submit(
            workbook(self.folder / "a.xlsx", "张浦镇", [firm(1, "昆山示例甲有限公司")]),
            workbook(self.folder / "b.xlsx", "周市镇", [firm(1, "昆山示例甲有限公司"), firm(2, "昆山示例乙有限公司")]),
        )
        self.assertEqual([one["imported"] for one in found], [1, 1])
        self.assertIn("张浦镇第 4 行同名、同电话", found[1]["left"][0]["reasons"][0])
        self.assertEqual(self.names("周市镇"), ["昆山示例乙有限公司"])

    def test_of_two_files_of_a_district_the_later_counts(self):
        first = workbook(self.folder / "a.xlsx", "周市镇", [firm(1, "昆山示例甲有限公司")])
        second = workbook(self.folder / "b.xlsx", "周市镇", [firm(1, "昆山示例乙有限公司")])
        copy = self.folder / "c.xlsx"
        shutil.copy(second, copy)
        found = self.submit(first, second, copy)
        self.assertEqual([one["imported"] for one in found], [0, 1, 0])
        self.assertIn("b.xlsx", found[0]["skipped"])
        self.assertIn("内容完全相同", found[2]["skipped"])
        self.assertEqual(self.names(), ["昆山示例乙有限公司"])

    def test_a_file_is_filed_under_no_doubtful_district(self):
        nowhere = workbook(self.folder / "表.xlsx", None, [firm(1, "昆山示例甲有限公司")])
        wrong = workbook(self.folder / "张浦镇.xlsx", "周市镇", [firm(1, "昆山示例乙有限公司")])
        found = self.submit(nowhere, wrong, status=1)
        self.assertIn("没有写区镇", found[0]["error"])
        self.assertIn("文件名写的是张浦镇", found[1]["error"])
        for one in found:
            self.assertIn("--district", one["error"])
        self.assertEqual(self.names(), [])
        self.submit(nowhere, more=["--district", "巴城镇"])
        self.submit(wrong, more=["--district", "周市镇"])
        self.assertEqual([(row["district"], row["name"]) for row in self.nominated()],
                         [("周市镇", "昆山示例乙有限公司"), ("巴城镇", "昆山示例甲有限公司")])  # fmt: skip
        again = workbook(self.folder / "周市镇.xlsx", "张浦镇", [firm(1, "昆山示例丙有限公司")])
        self.submit(again, more=["--accept", "all"])
        self.assertEqual(self.names("张浦镇"), ["昆山示例丙有限公司"])

    def test_a_firm_that_is_closed_is_left_out(self):
        self.xyb("enterprise", "add", "--name", "昆山示例关门有限公司", "--district", "周市镇")
        self.xyb("enterprise", "set", "昆山示例关门有限公司", "--closed")
        path = workbook(self.folder / "周市镇.xlsx", "周市镇", [firm(1, "昆山示例关门有限公司"), firm(2, "昆山示例甲有限公司")])
        (one,) = self.submit(path, more=["--accept", "all"])
        self.assertEqual(one["imported"], 1)
        self.assertIn("已注销", one["left"][0]["reasons"][0])

    def test_wrong_use_changes_nothing(self):
        path = workbook(self.folder / "周市镇.xlsx", "周市镇", [firm(1, "昆山示例甲有限公司")])
        self.refused("submission", "import", path, status=2)
        self.assertIn("clean", self.refused("submission", "import", path, "--year", 2020, "--accept", "some", status=2))
        self.refused("submission", "import", path, "--year", 2031)
        self.refused("submission", "import", path, "--year", 2020, "--district", "某某街道")
        self.assertEqual(self.nominated(), [])


class Choices(Intake):
    def test_a_sheet_that_was_chosen_once_is_taken_again(self):
        path = workbook(self.folder / "周市镇.xlsx", "周市镇", [firm(1, "昆山示例甲有限公司")])
        book = openpyxl.load_workbook(path)
        hidden = book.create_sheet("补报")
        for row in (HEADS, firm(1, "昆山示例补报有限公司")):
            hidden.append(row)
        hidden.sheet_state = "hidden"
        book.save(path)
        (one,) = self.submit(path)
        self.assertEqual(one["imported"], 1)
        ((row, reasons),) = [(row["row"], row["reasons"]) for row in one["left"]]
        self.assertIsNone(row)
        self.assertIn("“补报”是隐藏的，里面有 1 家企业", reasons[0])
        with contextlib.closing(sqlite3.connect(self.office)) as office:
            # As the window keeps it; the numbers of the question and the answer never change.
            office.execute(
                "INSERT INTO return_decision (id, plan_id, unit_id, name_key, kind, answer, decided_on)"
                " SELECT 1, p.id, u.id, '补报', 24, 5, '2020-04-14' FROM plan AS p, unit AS u"
                " WHERE p.year = 2020 AND u.name = '周市镇'"
            )
            office.commit()
        (one,) = self.submit(path)
        self.assertEqual((one["imported"], one["left"]), (1, []))
        self.assertEqual(self.names("周市镇"), ["昆山示例甲有限公司", "昆山示例补报有限公司"])


class Status(Intake):
    def test_who_has_returned_what_and_who_has_not(self):
        self.assertEqual(len(self.status()["missing"]), 11)
        path = workbook(self.folder / "周市镇.xlsx", "周市镇", [firm(1, "昆山示例甲有限公司"), firm(2, "昆山示例乙有限公司", revenue="较好")])
        self.submit(path)
        found = self.status()
        self.assertEqual(found["year"], 2020)
        self.assertEqual(len(found["missing"]), 10)
        self.assertNotIn("周市镇", found["missing"])
        one = self.state("周市镇")
        (file,) = one.pop("files")
        self.assertEqual(
            one,
            {"district": "周市镇", "state": "有疑问", "received_on": "2020-04-14", "officer": "李示例",
             "officer_phone": "0512-55550100", "nominated": 1, "quota": 8},
        )  # fmt: skip
        self.assertEqual(file["name"], "周市镇.xlsx")
        self.assertEqual(len(file["sha256"]), 64)
        shown = self.xyb("submission", "status", "--year", 2020, env=ENV).out
        self.assertIn("已报 1/11 个区镇", shown)
        self.assertIn("还没报：昆山开发区、", shown)


class ReturnNote(Intake):
    LETTER = "周市镇：请核对后重报。第 5 行“去年销售收入”（D5）“较好”不是金额，请填数字并注明万元或元。"

    def setUp(self):
        super().setUp()
        self.path = workbook(self.folder / "周市镇.xlsx", "周市镇", [firm(1, "昆山示例甲有限公司"), firm(2, "昆山示例乙有限公司", revenue="较好")])

    def note(self, *more):
        return self.xyb("submission", "return-note", "--year", 2020, "--district", "周市镇", *more)

    def test_it_names_sheet_row_column_and_what_to_correct(self):
        self.submit(self.path)
        self.path.unlink()  # the kept copy is read
        self.assertEqual(self.note().out.strip(), self.LETTER)
        found = self.note("--json").json
        self.assertEqual((found["district"], found["file"], found["text"]), ("周市镇", "周市镇.xlsx", self.LETTER))
        (item,) = found["items"]
        self.assertEqual((item["sheet"], item["row"], item["column"]), ("Sheet1", 5, "D"))
        target = self.folder / "退回.txt"
        self.note("--out", target)
        self.assertEqual(target.read_text().strip(), self.LETTER)

    def test_a_copy_of_the_file_is_marked(self):
        self.submit(self.path)
        target = self.folder / "退回.xlsx"
        self.note("--out", target)
        page = openpyxl.load_workbook(target).worksheets[0]
        self.assertEqual(page["B5"].value, "昆山示例乙有限公司")
        self.assertIn("请填数字", page["D5"].comment.text)
        self.assertIsNone(page["D4"].comment)

    def test_the_latest_file_counts(self):
        self.submit(self.path)
        again = workbook(self.folder / "周市镇2.xlsx", "周市镇", [firm(1, "昆山示例甲有限公司"), firm(2, "昆山示例乙有限公司")])
        self.submit(again)
        self.assertIn("不用退回", self.note().out)
        target = self.folder / "退回.txt"
        sentence = self.refused("submission", "return-note", "--year", 2020, "--district", "周市镇", "--out", target)
        self.assertIn("不用退回", sentence)
        self.assertFalse(target.exists())

    def test_what_cannot_be_is_refused(self):
        words = ("submission", "return-note", "--year", 2020)
        self.assertIn("还没有导入", self.refused(*words, "--district", "周市镇"))
        self.refused(*words, status=2)
        self.submit(self.path)
        self.assertIn(".xlsx", self.refused(*words, "--district", "周市镇", "--out", self.folder / "a.pdf", status=2))
        self.refused(*words, "--district", "周市镇", "--out", self.folder / "没有" / "a.txt")


if __name__ == "__main__":
    unittest.main()
