"""考核 through xyb: the four printed tables, marks, points, settlement, snapshots.

    /usr/bin/python3 tests/tap.py tests/cli/test_assessment.py XYB
"""

import random
import shutil
import sqlite3
import subprocess
from collections import Counter
from contextlib import closing

from xybcase import DATA, XybCase

GRIDS = {
    (2019, "district"): "grid_2019_quzhen.tsv",
    (2020, "district"): "grid_2020_quzhen.tsv",
    (2020, "subdistrict"): "grid_2020_banshichu.tsv",
    (2020, "department"): "grid_2020_bumen.tsv",
}


def printed(name):
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


class AssessmentCase(XybCase):
    def assess(self, verb, *words, year=2020, kind="department", **kwargs):
        return self.xyb("assessment", verb, *words, "--year", year, "--kind", kind, **kwargs)

    def refuse(self, verb, *words, year=2020, kind="department", **kwargs):
        return self.refused("assessment", verb, *words, "--year", year, "--kind", kind, **kwargs)

    def table(self, *words, **kwargs):
        return self.assess("show", *words, "--json", **kwargs).json

    def unit(self, name, *words, **kwargs):
        units = self.table(*words, **kwargs)["units"]
        return next(unit for unit in units if unit["unit"] == name)

    def take(self, year, kind):
        return self.assess("import", DATA / GRIDS[year, kind], year=year, kind=kind)

    def grid(self, name, rows):
        path = self.folder / name
        path.write_text("\n".join("\t".join(row) for row in rows) + "\n", encoding="utf-8")
        return path


class PrintedTables(AssessmentCase):
    def test_imported_and_shown_cell_by_cell(self):
        for (year, kind), name in GRIDS.items():
            self.take(year, kind)
            shown = self.table(year=year, kind=kind)
            head, *rows = printed(name)
            with self.subTest(table=name):
                self.assertEqual([unit["unit"] for unit in shown["units"]], [r[0] for r in rows])
                self.assertEqual([unit["cells"] for unit in shown["units"]], [r[1:-1] for r in rows])
                self.assertEqual({unit["remark"] for unit in shown["units"]}, {""})
                # AMB-04: the one English word of a head is put into Chinese.
                heads = [text.replace(" and ", "和") for text in head]
                self.assertEqual(shown["heads"], heads)

    def test_counts_and_full_marks(self):
        self.take(2020, "department")
        units = self.table()["units"]
        marks = Counter(text for unit in units for text in unit["cells"])
        self.assertEqual(marks, {"*": 401, "非考核项": 83, "1": 2, "无": 54})
        fulls = Counter(unit["full"] for unit in units)
        self.assertEqual(fulls, {"1.50": 13, "1.40": 15, "1.30": 10, "1.20": 16})
        fulls = Counter(u["full"] for u in self.table(kind="district")["units"])
        self.assertEqual(fulls, {"2.00": 11, "1.60": 1})
        self.assertEqual({u["full"] for u in self.table(kind="subdistrict")["units"]}, {"10.00"})
        self.assertEqual(
            {u["full"] for u in self.table(year=2019, kind="district")["units"]}, {"7.00"}
        )

    def test_the_printed_tables_cost_nothing_yet(self):
        for year, kind in GRIDS:
            self.take(year, kind)
            for unit in self.table(year=year, kind=kind)["units"]:
                self.assertEqual(unit["deduction"], "0.00")
                self.assertEqual(unit["reasons"], [])

    def test_a_second_import_changes_nothing(self):
        self.take(2020, "department")
        before = len(self.xyb("log", "--json").json)
        result = self.assess("import", DATA / GRIDS[2020, "department"], "--json")
        self.assertEqual(result.json["changed"], 0)
        self.assertEqual(len(self.xyb("log", "--json").json), before)

    def test_one_undo_takes_an_import_back(self):
        before = self.table()
        self.take(2020, "department")
        self.assertNotEqual(self.table(), before)
        self.xyb("undo")
        self.assertEqual(self.table(), before)

    def test_from_a_workbook_of_another_program(self):
        if shutil.which("soffice") is None:
            self.skipTest("no LibreOffice")
        head, *rows = printed(GRIDS[2020, "subdistrict"])
        source = self.folder / "办事处.csv"
        lines = [",".join(row) for row in [head, *rows]]
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{self.folder}/office-profile", "--headless",
             "--convert-to", "xlsx", "--infilter=CSV:44,34,76", "--outdir", self.folder, source],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180,
        )  # fmt: skip
        self.assess("import", self.folder / "办事处.xlsx", kind="subdistrict")
        shown = self.table(kind="subdistrict")
        self.assertEqual([unit["cells"] for unit in shown["units"]], [r[1:-1] for r in rows])


class Marks(AssessmentCase):
    def mark(self, unit, indicator, mark, *words, kind="department"):
        where = ("--unit", unit, "--indicator", indicator)
        return self.assess("mark", *where, *words, mark, kind=kind)

    def refuse_mark(self, unit, indicator, mark, *words, kind="department"):
        where = ("--unit", unit, "--indicator", indicator)
        return self.refuse("mark", *where, *words, mark, kind=kind)

    def test_one_key_per_mark_in_every_shape(self):
        for text, shown in (("✓", "√"), ("V", "√"), ("＊", "*"), ("不考核", "非考核项")):
            self.mark("教育局", 1, text)
            self.assertEqual(self.unit("教育局")["cells"][0], shown)

    def test_deductions_are_explained(self):
        self.mark("审计局", 9, "*", "--count", 1)
        self.mark("审计局", 7, "扣0.02分")
        unit = self.unit("审计局")
        self.assertEqual((unit["full"], unit["deduction"], unit["score"]), ("1.30", "0.07", "1.23"))
        self.assertEqual(
            unit["reasons"],
            [
                "奖惩措施和信用应用成效反馈：未完成 2 次，每次扣 0.01 分，扣 0.02 分（说明第 5 条）",
                "诚信专题宣传任务：未完成 1 次，每次扣 0.05 分，扣 0.05 分（说明第 7 条）",
            ],
        )
        self.assertEqual(unit["cells"][8], "*")

    def test_cases_received_are_counted(self):
        self.mark("应急管理局", 8, "1")
        self.mark("税务局", "奖惩案例", "*", "--count", 2)
        self.assertEqual(self.unit("应急管理局")["cells"][7], "1")
        self.assertEqual(self.unit("税务局")["cells"][7], "2")
        self.assertEqual(self.unit("应急管理局")["score"], "1.30")
        told = self.assess("explain", "--unit", "应急管理局", "--date", "2020-07-24", "--json").json
        self.assertIn(
            "奖惩案例：每季度应报 1 条，共应报 2 条，已报 1 条，缺报 1 条，每条扣 0.05 分，"
            "扣 0.05 分（说明第 6 条）",
            told["units"][0]["if_settled"],
        )

    def test_severe_event_needs_points_and_a_reason(self):
        refusal = self.refuse_mark("周市镇", 6, "扣5分", kind="district")
        self.assertIn("请填写原因", refusal)
        self.assertIn("最高扣 20 分", self.refuse_mark("周市镇", 6, "扣21分", "--remark", "通报", kind="district"))
        self.mark("周市镇", 6, "有", "--amount", 5, "--remark", "国家通报一起", kind="district")
        unit = self.unit("周市镇", kind="district")
        self.assertEqual(unit["cells"][5], "有")
        self.assertEqual((unit["deduction"], unit["score"]), ("5.00", "-5.00"))

    def test_marks_that_do_not_fit(self):
        for unit, indicator, mark, about in (
            ("教育局", 1, "无", "不能填“无”"),
            ("教育局", 10, "√", "不能填“√”"),
            ("教育局", 1, "×", "不是考核表用的标记"),
            ("教育局", 1, "扣5分", "最高扣 0.2 分"),
            ("组织部", 2, "√", "非考核项"),
            ("教育局", 11, "√", "没有指标"),
            ("教育具", 1, "√", "教育局"),
            ("周市镇", 1, "√", "不是部门"),
        ):
            with self.subTest(mark=mark, unit=unit):
                before = self.table()
                self.assertIn(about, self.refuse_mark(unit, indicator, mark))
                self.assertEqual(self.table(), before)

    def test_what_is_not_assessed_can_become_assessed(self):
        self.mark("组织部", 2, "√", "--applicable")
        unit = self.unit("组织部")
        self.assertEqual((unit["cells"][1], unit["full"]), ("√", "1.30"))
        self.xyb("undo")
        self.assertEqual(self.unit("组织部")["cells"][1], "非考核项")

    def test_remark_of_a_unit(self):
        self.assess("remark", "--unit", "统计局", "反馈缺 2 次")
        self.assertEqual(self.unit("统计局")["remark"], "反馈缺 2 次")

    def test_statement_with_its_file(self):
        file = self.folder / "说明.docx"
        file.write_text("条线规定未明确", encoding="utf-8")
        self.mark("信访局", 4, "已说明")
        self.assess(
            "statement", "--unit", "信访局", "--indicator", 4, "--text", "条线规定未明确",
            "--file", file, "--date", "2020-12-10",
        )  # fmt: skip
        told = self.assess("explain", "--unit", "信访局", "--json").json["units"][0]
        self.assertEqual(len(told["statements"]), 1)
        self.assertIn("条线规定未明确", told["statements"][0])
        self.assertIn("说明.docx", told["statements"][0])
        self.assertEqual(self.unit("信访局")["cells"][3], "*")
        self.xyb("check")

    def test_a_unit_with_marks_stays(self):
        self.mark("教育局", 1, "√")
        with closing(sqlite3.connect(self.office)) as office:
            count = office.execute("SELECT count(*) FROM assessment_mark").fetchone()
        self.assertEqual(count, (1,))

    def test_usage(self):
        for words in (
            ("assessment", "show", "--year", 2020),
            ("assessment", "show", "--kind", "department"),
            ("assessment", "show", "--year", 2020, "--kind", "bank"),
            ("assessment", "mark", "√", "--year", 2020, "--kind", "department"),
            ("assessment", "compare", "--year", 2020, "--kind", "department"),
        ):
            with self.subTest(words=words):
                self.refused(*words, status=2)
        self.assertIn("没有2021年部门的考核方案", self.refuse("show", year=2021))


class BadGrids(AssessmentCase):
    HEAD = ["部门", "奖惩案例 (0.3分)", "诚信专题宣传任务 (0.2分)"]

    def nothing_imported(self, rows, *about):
        path = self.grid("坏表.tsv", rows)
        before = self.table()
        log = len(self.xyb("log", "--json").json)
        sentence = self.refuse("import", path)
        for words in ("坏表.tsv", *about):
            self.assertIn(words, sentence)
        self.assertEqual(self.table(), before)
        self.assertEqual(len(self.xyb("log", "--json").json), log)

    def test_unknown_unit_with_suggestions(self):
        self.nothing_imported([self.HEAD, ["教育局", "1", "√"], ["税务具", "1", "√"]], "税务局")

    def test_unknown_indicator_with_suggestion(self):
        self.nothing_imported([["部门", "奖惩案列", "诚信专题宣传任务"], ["教育局", "1", "√"]], "奖惩案例")

    def test_mark_that_does_not_fit(self):
        self.nothing_imported([self.HEAD, ["教育局", "无", "√"]], "第 2 行（教育局）")

    def test_unit_of_another_kind(self):
        self.nothing_imported([self.HEAD, ["周市镇", "1", "√"]], "不是部门")

    def test_not_the_table(self):
        self.nothing_imported([["区镇名称", "贯标企业数"], ["周市镇", "8"]], "没有找到考核表的表头")

    def test_every_problem_is_listed(self):
        path = self.grid("坏表.tsv", [self.HEAD, ["税务具", "1", "√"], ["教育局", "无", "×"]])
        result = self.call(
            "assessment", "import", path, "--year", 2020, "--kind", "department", "--json",
            "--office", self.office,
        )  # fmt: skip
        self.assertEqual(result.status, 1)
        self.assertEqual(len(result.json["problems"]), 3)
        self.assertIn("有 3 处不能导入", result.err)

    def test_files_that_are_no_table(self):
        for name, content in (("空.tsv", b""), ("乱.xlsx", b"PK\x03\x04garbage"), ("二进制.csv", bytes(range(256)))):
            path = self.folder / name
            path.write_bytes(content)
            with self.subTest(name=name):
                self.refuse("import", path)
        self.assertIn("没有", self.refuse("import", self.folder / "没有.xlsx"))

    def test_columns_in_any_order_and_only_some(self):
        path = self.grid("部分.tsv", [
            ["2020年考核表", "", ""], ["序号", "奖惩案例", "单位"], ["1", "2", "税务局"], ["2", "*", "教育局"],
            ["说明：", "", ""], ["1", "随便", "写什么"],
        ])  # fmt: skip
        self.assess("import", path)
        self.assertEqual(self.unit("税务局")["cells"][7], "2")

    def test_a_printed_star_does_not_wipe_what_it_stands_for(self):
        self.assess("mark", "--unit", "教育局", "--indicator", 9, "缺1次")
        self.assess("mark", "--unit", "教育局", "--indicator", 1, "已说明")
        self.take(2020, "department")
        unit = self.unit("教育局")
        self.assertEqual(unit["deduction"], "0.05")
        with closing(sqlite3.connect(self.office)) as office:
            kinds = office.execute(
                "SELECT kind FROM assessment_mark WHERE unit_id = 311"
                " AND indicator_id IN (120301, 120309) ORDER BY indicator_id"
            ).fetchall()
        self.assertEqual(kinds, [(7,), (8,)])


class Settlement(AssessmentCase):
    def settle(self, *words, **kwargs):
        return self.assess("settle", "--date", "2020-12-31", "--by", "主任", *words, **kwargs)

    def test_asks_before_stars_are_lost(self):
        self.take(2020, "department")
        refusal = self.refuse("settle", "--date", "2020-12-31", "--by", "主任")
        self.assertIn("还有 401 格是“*”", refusal)
        self.settle("--accept-open")
        shown = self.table()
        self.assertEqual(shown["phase"], "settlement")
        self.assertEqual(shown["settled_on"], "2020-12-31")
        unit = next(u for u in shown["units"] if u["unit"] == "应急管理局")
        # 0.2 + 0.1 × 3 lost, 0.3 and 0.2 by their caps, three of four cases missing.
        self.assertEqual((unit["deduction"], unit["score"]), ("1.15", "0.15"))
        self.assertIn(
            "奖惩案例：每季度应报 1 条，共应报 4 条，已报 1 条，缺报 3 条，每条扣 0.05 分，"
            "扣 0.15 分（说明第 6 条）",
            unit["reasons"],
        )

    def test_settled_is_frozen(self):
        self.take(2020, "subdistrict")
        self.settle("--accept-open", kind="subdistrict")
        for words in (
            ("mark", "--unit", "亭林城市管理办事处", "--indicator", 1, "√"),
            ("remark", "--unit", "亭林城市管理办事处", "迟了"),
            ("statement", "--unit", "亭林城市管理办事处", "--text", "迟了"),
            ("settle", "--by", "主任"),
        ):
            with self.subTest(verb=words[0]):
                self.assertIn("已于2020年12月31日结算签字", self.refuse(*words, kind="subdistrict"))
        self.assertIn("原因", self.refuse("reopen", kind="subdistrict"))
        self.assess("reopen", "--reason", "漏记一次", kind="subdistrict")
        self.assess("mark", "--unit", "亭林城市管理办事处", "--indicator", 1, "√", kind="subdistrict")

    def test_settling_twice_gives_the_same(self):
        self.take(2020, "district")
        self.settle("--accept-open", kind="district")
        first = self.table(kind="district")["units"]
        self.assess("reopen", "--reason", "核对", kind="district")
        self.settle("--accept-open", kind="district")
        self.assertEqual(self.table(kind="district")["units"], first)
        self.assertEqual({unit["score"] for unit in first}, {"0.00"})

    def test_an_event_column_nobody_filled_cannot_be_settled(self):
        refusal = self.refuse("settle", "--by", "主任", "--accept-open", kind="district")
        self.assertIn("没有填写有没有严重失信事件", refusal)

    def six_of_eight(self):
        self.take(2019, "district")
        self.xyb("quota", "set", "--year", 2019, "--district", "周市镇", "--track", "accreditation", 8)
        for number in range(6):
            name = f"昆山示例第{number}精密有限公司"
            self.xyb("enterprise", "add", name, "--district", "周市镇")
            self.xyb(
                "nomination", "add", "--year", 2019, "--district", "周市镇", "--enterprise", name,
                "--confirmed", "2019-04-10", "--signed", "2019-04-20", "--accepted", "2019-07-01",
            )  # fmt: skip

    def test_settled_counts_by_what_was_known_then(self):
        self.six_of_eight()
        self.settle("--accept-open", year=2019, kind="district")
        before = self.unit("周市镇", year=2019, kind="district")
        # 2 for the rate; 信用审查 was still open.
        self.assertEqual((before["deduction"], before["score"]), ("3.00", "4.00"))
        self.xyb("quota", "set", "--year", 2019, "--district", "周市镇", "--track", "accreditation", 6)
        self.assertEqual(self.unit("周市镇", year=2019, kind="district"), before)
        self.assess("reopen", "--reason", "指标调整", year=2019, kind="district")
        now = self.unit("周市镇", "--phase", "settlement", year=2019, kind="district")
        self.assertEqual(now["deduction"], "1.00")

    def test_rate_decides_2019(self):
        self.six_of_eight()
        told = self.assess(
            "explain", "--unit", "周市镇", "--phase", "settlement", "--json", year=2019, kind="district"
        ).json["units"][0]
        self.assertIn(
            "贯标创建：指标 8 家，验收通过 6 家，完成率 75%，低于 80% 扣 2 分（说明第 1 条）",
            told["lines"],
        )
        self.assertEqual(told["what_if"], ["贯标创建：再验收通过 1 家，可少扣 1 分"])
        self.assertEqual(told["proposals"], [])


class Snapshots(AssessmentCase):
    def test_what_was_printed_stands(self):
        self.take(2020, "department")
        printed_units = self.table()["units"]
        self.assess("snapshot", "--issue", 1, "--date", "2020-01-21")
        self.assess("mark", "--unit", "税务局", "--indicator", 8, "2")
        self.assess("mark", "--unit", "教育局", "--indicator", 1, "√")
        kept = self.table("--issue", 1)
        self.assertEqual(
            [unit["cells"] for unit in kept["units"]], [unit["cells"] for unit in printed_units]
        )
        self.assertEqual(kept["issue"], 1)
        changes = self.assess("compare", "--from", 1, "--json").json["changes"]
        self.assertEqual(
            [(c["unit"], c["before"], c["after"], c["direction"]) for c in changes],
            [("教育局", "*", "√", "better"), ("税务局", "1", "2", "better")],
        )
        self.assertIn("已经冻结", self.refuse("snapshot", "--issue", 1))
        self.assess("snapshot", "--issue", 2, "--date", "2020-04-21")
        between = self.assess("compare", "--from", 1, "--to", 2, "--json").json["changes"]
        self.assertEqual(between, changes)
        self.assertIn("教育局", self.assess("compare", "--from", 1, "--to", 2).out)

    def test_a_wrong_one_is_voided_never_deleted(self):
        self.assess("snapshot", "--issue", 1, "--date", "2020-01-21", kind="district")
        self.assertIn("原因", self.refuse("void-snapshot", "--issue", 1, kind="district"))
        self.assess("void-snapshot", "--issue", 1, "--reason", "印错", kind="district")
        self.assess("snapshot", "--issue", 1, "--date", "2020-01-22", kind="district")
        listed = self.assess("snapshots", "--json", kind="district").json
        self.assertEqual([row["void_reason"] for row in listed], ["印错", None])

    def test_unknown_issue(self):
        self.assertIn("没有第 7 期的快照", self.refuse("show", "--issue", 7))
        self.assertIn("期号", self.refuse("snapshot", "--issue", "0"))


class AYear(AssessmentCase):
    """A year of random marks, undone to the start."""

    MARKS = {
        "binary": ["√", "*", "已说明", "扣0.1分", "非考核项", ""],
        "counted": ["√", "*", "已说明", "缺1次", "缺40次", ""],
        "cases": ["√", "*", "1", "3", "缺2条", "已说明", ""],
        "event": ["无", "有", ""],
    }
    COLUMNS = ["binary"] * 6 + ["counted", "cases", "counted", "event"]

    def dump(self):
        with closing(sqlite3.connect(self.office)) as office:
            tables = ("assessment_mark", "scheme_exclusion", "scheme_unit", "assessment_snapshot")
            return [
                office.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in tables
            ]

    def test_undone_to_the_start(self):
        chance = random.Random(2020)
        names = [row[0] for row in printed(GRIDS[2020, "department"])[1:]]
        start = self.dump()
        shown = self.table()
        states = []
        for step in range(60):
            column = chance.randrange(10)
            mark = chance.choice(self.MARKS[self.COLUMNS[column]])
            unit = chance.choice(names)
            states.append(self.dump())
            self.xyb(
                "assessment", "mark", "--year", 2020, "--kind", "department", "--unit", unit,
                "--indicator", column + 1, "--applicable", mark,
            )  # fmt: skip
            if self.dump() == states[-1]:  # it said so already: no revision
                states.pop()
            if step == 30:
                states.append(self.dump())
                self.assess("snapshot", "--issue", 1, "--date", "2020-07-24")
        self.assertGreater(len(states), 40)
        while states:
            self.xyb("undo")
            self.assertEqual(self.dump(), states.pop())
        self.assertEqual(self.dump(), start)
        self.assertEqual(self.table(), shown)


class Schemes(AssessmentCase):
    def scheme(self, verb, *words):
        return self.xyb("scheme", verb, *words)

    def test_notes_agree_with_points(self):
        for year, kind in GRIDS:
            remarks = self.scheme("check", "--year", year, "--kind", kind, "--json").json["remarks"]
            self.assertEqual(remarks, [], (year, kind))

    def test_shown_as_it_was_published(self):
        shown = self.scheme("show", "--year", 2020, "--kind", "subdistrict", "--json").json
        self.assertEqual([row["points"] for row in shown["indicators"]], "3.00 2.00 1.00 2.00 2.00 20.00".split())
        self.assertEqual(shown["indicators"][4]["step"], "0.50")
        self.assertEqual(shown["mode"], "deduct")
        self.assertEqual(len(shown["notes"]), 8)

    def test_two_years_of_the_districts(self):
        told = self.scheme("compare", "--from", 2019, "--to", 2020, "--kind", "district", "--json")
        changes = told.json["changes"]
        self.assertEqual(changes[0], "计分方式：扣分制 → 得分制")
        self.assertIn("“贯标创建”分值：5 → 0.4", changes)
        self.assertIn("新列入：旅游度假区", changes)
        self.assertIn("不再有指标：联合奖惩（1分）", changes)

    def test_copied_for_the_next_year(self):
        self.scheme("copy", "--from", 2020, "--to", 2021, "--kind", "department")
        same = self.scheme("compare", "--from", 2020, "--to", 2021, "--kind", "department", "--json")
        self.assertEqual(same.json["changes"], [])
        self.assess("import", DATA / GRIDS[2020, "department"], year=2021)
        marks = Counter(text for unit in self.table(year=2021)["units"] for text in unit["cells"])
        self.assertEqual(marks, {"*": 401, "非考核项": 83, "1": 2, "无": 54})
        again = self.refused("scheme", "copy", "--from", 2020, "--to", 2021, "--kind", "department")
        self.assertIn("已经有考核方案", again)
        self.refused("scheme", "copy", "--from", 2020, "--kind", "department", status=2)


class OldOffice(AssessmentCase):
    with_office = False

    def test_gets_the_schemes_when_asked(self):
        shutil.copy(DATA / "office-v2.xyb", self.office)
        self.assertIn("没有2020年部门的考核方案", self.refuse("show"))
        self.xyb("presets")
        self.assertEqual(len(self.table()["units"]), 54)
        self.assertIn("没有改动", self.xyb("presets").out)

