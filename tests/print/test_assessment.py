"""The published 考核表 on paper (requirements §7, Appendix A), read back by poppler."""

import csv
import re
import unittest

import tap
from test_pages import DATA, LANDSCAPE, MM, PORTRAIT, PageCase, group_lines

SAMPLE = tap.arguments[0]
GRIDS = {
    "2019-district": ("grid_2019_quzhen.tsv", PORTRAIT, [11]),
    "2020-district": ("grid_2020_quzhen.tsv", LANDSCAPE, [12]),
    "2020-subdistrict": ("grid_2020_banshichu.tsv", LANDSCAPE, [4]),
    "2020-department": ("grid_2020_bumen.tsv", LANDSCAPE, [20, 19, 15]),
}


def rows_of(name):
    with open(DATA / name, encoding="utf-8") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def bare(text):
    return re.sub(r"\s", "", text)


class AssessmentCase(PageCase):
    sample = SAMPLE
    made = {}

    def make(self, scenario):
        """A document is made once, however many tests look at it."""
        if scenario not in self.made:
            super().make(scenario)
            self.made[scenario] = (self.n_pages, self.pages, self.sizes, super().raw())
        self.n_pages, self.pages, self.sizes, self.raw_text = self.made[scenario]

    def raw(self):
        return self.raw_text

    def table(self, page, source):
        """The cells of a page's table, by the column each word stands under, head first."""
        lines = self.lines(page)
        units = {bare(row[0]) for row in source[1:]}
        starts = [
            i for i, line in enumerate(lines)
            if any("".join(w.text for w in line[:n]) in units for n in (1, 2))
        ]
        first = next(
            line for line in (lines[i] for i in starts) if len(line) == len(source[0]) - 1
        )
        remark = next(w for line in lines for w in line if w.text == source[0][-1])
        centres = [word.centre for word in first] + [remark.centre]
        top = next(i for i, line in enumerate(lines[: starts[0]]) if self.is_head(line, source))
        rows = [self.cells(sum(lines[top : starts[0]], []), centres)]
        return rows + [self.cells(lines[i], centres) for i in starts]

    @staticmethod
    def is_head(line, source):
        heads = [bare(head) for head in source[0]]
        return all(any(bare(word.text) in head for head in heads) for word in line)

    @staticmethod
    def cells(words, centres):
        row = [[] for _ in centres]
        for word in words:
            column = min(range(len(centres)), key=lambda i: abs(centres[i] - word.centre))
            row[column].append(word)
        return [
            "".join(word.text for line in group_lines(cell) for word in line) for cell in row
        ]


class Grids(AssessmentCase):
    def test_every_cell_of_the_published_tables(self):
        for scenario, (name, _, _) in GRIDS.items():
            source = rows_of(name)
            self.make(scenario)
            printed = []
            for page in range(self.n_pages):
                table = self.table(page, source)
                printed += table if page == 0 else table[1:]
                with self.subTest(scenario, page=page):
                    self.assertEqual(table[0], [bare(head) for head in source[0]])
            with self.subTest(scenario):
                self.assertEqual(printed, [[bare(cell) for cell in row] for row in source])

    def test_pages_end_where_the_original_s_do(self):
        for scenario, (name, size, counts) in GRIDS.items():
            source = rows_of(name)
            self.make(scenario)
            with self.subTest(scenario):
                self.assertEqual(self.sizes, [size] * len(counts))
                self.assertEqual(
                    [len(self.table(page, source)) - 1 for page in range(self.n_pages)], counts
                )

    def test_departments_end_their_pages_below_the_units_of_the_original(self):
        source = rows_of("grid_2020_bumen.tsv")
        self.make("2020-department")
        self.assertEqual(
            [self.table(page, source)[-1][0] for page in range(3)], ["住建局", "总工会", "消防大队"]
        )

    def test_notes_stand_below_the_table_numbered(self):
        notes = rows_of("assessment-notes.tsv")
        for scenario in GRIDS:
            self.make(scenario)
            expected = "说明:" + "".join(
                f"{number}.{bare(text)}" for key, number, text in notes if key == scenario
            )
            with self.subTest(scenario):
                self.assertIn(expected, bare(self.raw()))

    def test_title_issue_and_date_stand_above_the_table(self):
        self.make("2020-district")
        lines = self.texts()
        self.assertEqual("".join(lines[0]), "2020年昆山市社会信用体系建设考核表（区镇）")
        self.assertEqual(lines[1], ["《工作信息》2020年第1期", "截至2020年1月21日"])
        words = self.lines()[1]
        self.assertAlmostEqual(words[1].right, (35 + 225) * MM, delta=2)

    def test_page_number_keeps_its_place_on_the_turned_paper(self):
        self.make("2020-department")
        for page in range(3):
            words = self.number(page)
            self.assertEqual(
                sorted("".join(word.text for word in words)), sorted(f"—{page + 1}—")
            )

    def test_every_word_lies_within_the_type_area(self):
        others = ["settled-units:2020-department", "explained-units:2020-district",
                  "ranking:2020-department"]
        for scenario in [*GRIDS, *others]:
            self.make(scenario)
            for page in range(self.n_pages):
                landscape = self.sizes[page] == LANDSCAPE
                width, height = self.sizes[page]
                left = 35 * MM if landscape else 26 * MM
                right = width - 37 * MM if landscape else width - 26 * MM
                bottom = height - (26 if landscape else 35) * MM
                for line in self.lines(page):
                    for word in line:
                        with self.subTest(scenario, page=page, word=word.text):
                            self.assertGreater(word.left, left - 1)
                            self.assertLess(word.right, right + 1)
                            self.assertLess(word.bottom, bottom + 3)


class UnitSheets(AssessmentCase):
    """KH-30: one page a unit, to be signed."""

    GRIDS_2020 = [name for name in GRIDS if name.startswith("2020")]

    def pages_text(self):
        return [bare("".join(word.text for word in words)) for words in self.pages]

    def test_seventy_units_have_one_page_each(self):
        for prefix in ("units", "settled-units"):
            n_units = 0
            for grid in self.GRIDS_2020:
                source = rows_of(GRIDS[grid][0])
                self.make(f"{prefix}:{grid}")
                n_units += self.n_pages
                self.assertEqual(set(self.sizes), {PORTRAIT})
                for text, row in zip(self.pages_text(), source[1:], strict=True):
                    with self.subTest(prefix, unit=row[0]):
                        self.assertIn(f"{bare(source[0][0])}：{bare(row[0])}", text)
                        for word in ("理由", "合计", "情况说明", "考核人", "复核人", "日期"):
                            self.assertIn(word, text)
                        self.assertIn("单位负责人（签字、盖章）", text)
            self.assertEqual(n_units, 12 + 4 + 54)

    def test_a_page_shows_every_indicator_with_its_points_and_its_reason(self):
        source = rows_of("grid_2020_bumen.tsv")
        self.make("units:2020-department")
        text = bare(self.raw())
        for head in source[0][1:-1]:
            name = re.sub(r"\(0\.\d分\)$", "", bare(head))
            self.assertEqual(text.count(f"{name}"), 54, name)
        self.assertEqual(text.count("尚未完成，平时不计扣分（说明第3条）"), 2 * 54)
        self.assertEqual(text.count("未监测到事件，不扣分（说明第8条）"), 54)

    def test_points_of_a_settled_unit_add_up(self):
        self.make("settled-units:2020-department")
        text = self.pages_text()[1]
        self.assertIn("合计1.40", text)
        self.assertIn("0.60得分0.80分，应得1.40分，57.1%", text)

    def test_an_explanation_stands_in_its_box(self):
        self.make("explained-units:2020-district")
        self.assertEqual(self.n_pages, 12)
        for text in self.pages_text():
            self.assertIn("预计次年一季度完成。附件：情况说明.pdf", text)


class Ranking(AssessmentCase):
    def test_places_follow_the_share_of_the_full_marks(self):
        self.make("ranking:2020-department")
        rows = [
            line for page in range(self.n_pages) for line in self.texts(page)
            if len(line) >= 6 and line[-1].endswith("%")
        ]
        self.assertEqual(len(rows), 54)
        shares = [float(row[-1][:-1]) for row in rows]
        self.assertEqual(shares, sorted(shares, reverse=True))
        for row in rows:
            full, deduction, score = map(float, row[-4:-1])
            self.assertAlmostEqual(full - deduction, score)
            self.assertAlmostEqual(score / full * 100, float(row[-1][:-1]), delta=0.051)

    def test_it_says_how_far_each_indicator_is(self):
        self.make("ranking:2020-district")
        text = bare(self.raw())
        self.assertIn("2020年昆山市社会信用体系建设考核排名（区镇）", text)
        self.assertIn("各项指标完成情况（单位数）", text)
        self.assertRegex(text, "共12个单位，被扣分的0个；应得分合计23.60分")


if __name__ == "__main__":
    unittest.main()
