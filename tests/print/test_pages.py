"""附件1 and 附件2 on paper, read back by programs that know nothing of ours (poppler)."""

import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

import tap

SAMPLE = tap.arguments[0] if tap.arguments else "print-sample"
DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
PORTRAIT = (595.276, 841.89)
LANDSCAPE = (841.89, 595.276)
MM = 72 / 25.4
HEADS = ["序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话"]
HTML = "{http://www.w3.org/1999/xhtml}"


def run(*words):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True).stdout


class Word:
    def __init__(self, element):
        self.text = element.text
        self.left, self.top, self.right, self.bottom = (
            float(element.get(key)) for key in ("xMin", "yMin", "xMax", "yMax")
        )

    @property
    def centre(self):
        return (self.left + self.right) / 2

    @property
    def middle(self):
        return (self.top + self.bottom) / 2


def group_lines(words):
    """Words whose middles lie within a few points of each other, from top to bottom."""
    lines = []
    for word in sorted(words, key=lambda word: word.middle):
        if lines and word.middle - lines[-1][-1].middle < 5:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


def read_grey(data):
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    width, height = int(head[1]), int(head[2])
    return width, height, data[head.end() :]


def block_means(picture, size=16):
    """Mean darkness of blocks of a picture: what a reader sees, whatever the rasteriser's edges."""
    width, height, pixels = picture
    means = {}
    for top in range(0, height - size, size):
        for left in range(0, width - size, size):
            rows = (pixels[(top + y) * width + left : (top + y) * width + left + size] for y in range(size))
            means[top, left] = 255 - sum(map(sum, rows)) / (size * size)
    return means


def biggest_difference(one, other):
    one, other = block_means(one), block_means(other)
    return max(abs(one[place] - other[place]) for place in one)


class PageCase(unittest.TestCase):
    sample = SAMPLE

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="xyb-print-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def make(self, scenario):
        self.pdf = self.folder / "out.pdf"
        self.n_pages = int(run(self.sample, scenario, self.pdf).split()[-1])
        xml = ElementTree.fromstring(run("pdftotext", "-bbox", self.pdf, "-"))
        self.pages = [
            [Word(word) for word in page.iter(HTML + "word")] for page in xml.iter(HTML + "page")
        ]
        self.assertEqual(len(self.pages), self.n_pages)
        info = run("pdfinfo", "-f", 1, "-l", self.n_pages, self.pdf).decode()
        found = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", info)
        self.sizes = [tuple(map(float, size)) for size in found]

    def lines(self, page=0, without_number=True):
        words = self.pages[page]
        if without_number:
            words = [word for word in words if not self.is_number_part(page, word)]
        return group_lines(words)

    def texts(self, page=0):
        return [[word.text for word in line] for line in self.lines(page)]

    def is_number_part(self, page, word):
        width, height = self.sizes[page]
        if width > height:
            return word.centre < 34 * MM
        return word.middle > height - 34 * MM

    def number(self, page):
        return [word for word in self.pages[page] if self.is_number_part(page, word)]

    def raw(self):
        return run("pdftotext", "-raw", self.pdf, "-").decode()


class Annex1(PageCase):
    def cells(self, lines):
        """Every line as three cells, by the head each word stands under."""
        centres = [word.centre for word in lines[0]]
        rows = []
        for line in lines:
            row = ["", "", ""]
            for word in line:
                column = min(range(3), key=lambda i: abs(centres[i] - word.centre))
                row[column] += word.text
            rows.append(row)
        return rows

    def test_one_a4_sheet_upright(self):
        self.make("quota")
        self.assertEqual(self.sizes, [PORTRAIT])

    def test_table_is_the_document_s_cell_by_cell(self):
        self.make("quota")
        lines = self.lines()
        expected = [
            line.split("\t")
            for line in (DATA / "annex1-2020.tsv").read_text("utf-8").splitlines()
        ]
        self.assertEqual(self.cells(lines[3:]), expected)

    def test_label_then_title_of_two_lines_broken_by_sense(self):
        self.make("quota")
        self.assertEqual(
            ["".join(line) for line in self.texts()[:3]],
            ["附件1", "2020年昆山市企业信用管理贯标", "考核指标分解表"],
        )

    def test_label_stands_in_the_top_left_corner_of_the_type_area(self):
        self.make("quota")
        label = self.lines()[0][0]
        self.assertAlmostEqual(label.left, 28 * MM, delta=2)
        self.assertAlmostEqual(label.middle, 37 * MM + 8, delta=3)

    def test_table_fills_the_width_of_156_mm(self):
        self.make("quota")
        left, top, right, bottom = self.ink()
        self.assertAlmostEqual(left, 28 * MM, delta=2)
        self.assertAlmostEqual(right, (28 + 156) * MM, delta=2)

    def ink(self):
        grey = run("pdftoppm", "-r", 72, "-gray", self.pdf)
        width, height, pixels = read_grey(grey)
        columns = [x for x in range(width) if min(pixels[x::width]) < 200]
        rows = [y for y in range(height) if min(pixels[y * width : (y + 1) * width]) < 200]
        return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1

    def test_mismatch_is_noted_below_the_table(self):
        self.make("quota-note")
        lines = self.texts()
        self.assertEqual(lines[-2][0], "合计")
        self.assertIn("与方案目标66家相差1家。", "".join(lines[-1]).replace(" ", ""))

    def test_sixteen_units_and_a_note_stay_on_one_page(self):
        self.make("quota-16")
        self.assertEqual(self.n_pages, 1)
        self.assertEqual(len(self.texts()), 3 + 1 + 16 + 1 + 1)

    def test_head_is_repeated_and_total_stands_once_at_the_end(self):
        self.make("quota-60")
        self.assertGreater(self.n_pages, 1)
        heads = ["区镇名称", "贯标企业数", "示范企业数"]
        self.assertEqual(self.texts(0)[3], heads)
        for page in range(1, self.n_pages):
            self.assertEqual(self.texts(page)[0], heads)
        totals = [page for page in range(self.n_pages) if ["合计", "66", "6"] in self.texts(page)]
        self.assertEqual(totals, [self.n_pages - 1])
        self.assertEqual(self.texts(self.n_pages - 1)[-1][0], "合计")
        rows = sum(len(self.texts(page)) - 1 for page in range(self.n_pages)) - 3
        self.assertEqual(rows, 60 + 1)

    def test_page_number_is_outside_right_on_odd_and_left_on_even_pages(self):
        self.make("quota-60")
        for page in range(2):
            words = self.number(page)
            self.assertEqual("".join(word.text for word in words), f"—{page + 1}—")
            self.assertAlmostEqual(words[0].middle, (297 - 35 + 7) * MM, delta=4)
        right = max(word.right for word in self.number(0))
        left = min(word.left for word in self.number(1))
        self.assertAlmostEqual(right, (28 + 156) * MM - 14, delta=2)
        self.assertAlmostEqual(left, 26 * MM + 14, delta=2)


class Annex2(PageCase):
    def test_a4_sheets_lying(self):
        self.make("set")
        self.assertEqual(set(self.sizes), {LANDSCAPE})

    def test_blank_form_has_fifteen_numbers_and_nothing_else_in_the_table(self):
        self.make("blank")
        lines = self.texts()
        self.assertEqual("".join(lines[0]), "附件2")
        self.assertEqual("".join(lines[1]), "2020年昆山市信用管理贯标企业汇总表")
        self.assertEqual(lines[2], ["区镇", "业务负责人", "联系方式"])
        self.assertEqual(lines[3], HEADS)
        self.assertEqual(lines[4:], [[str(i)] for i in range(1, 16)])
        self.assertEqual(self.n_pages, 1)

    def test_a_district_s_rows_are_in_order_and_the_rest_is_numbered_only(self):
        self.make("district")
        lines = self.texts()
        self.assertEqual(
            lines[2], ["区镇", "周市镇", "业务负责人", "李示例", "联系方式", "0512-55550100"]
        )
        self.assertEqual(
            lines[4],
            ["1", "昆山示例精密机械有限公司", "精密零部件", "12000万元", "180", "张示例",
             "0512-55550101转8012"],
        )
        self.assertEqual(lines[7][3], "1234.5万元")
        self.assertEqual(lines[8][6], "0512-55550105")
        self.assertEqual(lines[12:], [[str(i)] for i in range(9, 16)])
        self.assertEqual(self.n_pages, 1)

    def test_fifteen_rows_have_one_height(self):
        self.make("district")
        middles = [line[0].middle for line in self.lines()[4:]]
        steps = [below - above for above, below in zip(middles, middles[1:])]
        self.assertLess(max(steps) - min(steps), 0.5)

    def test_revenue_and_headcount_are_aligned_right(self):
        self.make("district")
        rows = self.lines()[4:12]
        for column in (3, 4):
            rights = [row[column].right for row in rows]
            self.assertLess(max(rights) - min(rights), 0.5)

    def test_more_rows_run_on_under_a_repeated_head(self):
        self.make("set")
        self.assertEqual(self.n_pages, 4)
        self.assertEqual(self.texts(2)[0], HEADS)
        numbers = [line[0] for line in self.texts(1)[4:] + self.texts(2)[1:]]
        self.assertEqual(numbers, [str(i) for i in range(1, 21)])

    def test_every_form_starts_on_a_sheet_of_its_own(self):
        self.make("set")
        labelled = [i for i in range(self.n_pages) if "".join(self.texts(i)[0]) == "附件2"]
        self.assertEqual(labelled, [0, 1, 3])

    def test_merged_form_has_district_first_and_counts_through(self):
        self.make("merged:40")
        rows = []
        for page in range(self.n_pages):
            lines = self.texts(page)
            start = lines.index(["区镇", *HEADS])
            self.assertEqual(start, 2 if page == 0 else 0)
            rows += lines[start + 1 :]
        self.assertEqual([row[1] for row in rows], [str(i) for i in range(1, 41)])
        self.assertEqual([row[0] for row in rows[:4]], ["昆山开发区"] * 4)
        self.assertEqual(rows[-1][0], "锦溪镇")
        self.assertNotIn("业务负责人", self.raw())

    def test_page_number_keeps_its_place_on_the_turned_paper(self):
        self.make("set")
        for page in range(2):
            words = self.number(page)
            self.assertEqual(
                sorted("".join(word.text for word in words)), sorted(f"—{page + 1}—")
            )
            for word in words:
                self.assertAlmostEqual(word.centre, (35 - 7) * MM, delta=5)
        bottom = max(word.bottom for word in self.number(0))
        top = min(word.top for word in self.number(1))
        self.assertAlmostEqual(bottom, (28 + 156) * MM - 14, delta=2)
        self.assertAlmostEqual(top, 26 * MM + 14, delta=2)


class Strange(PageCase):
    """Names with rare characters, emoji, quotes, control characters, ten thousand characters."""

    def test_rare_characters_can_be_copied_out(self):
        self.make("strange")
        self.assertIn("昆山示例䶮𬭎精密机械有限公司", self.raw())

    def test_names_are_text_and_never_changed(self):
        self.make("strange")
        for name in ("=1+1", "昆山\"示例\"'单引号'&<b>有限公司", "😀"):
            self.assertIn(name, self.raw())

    def test_no_control_character_is_printed(self):
        self.make("strange")
        self.assertIn("昆山 示例 控制 字符有限公司", self.raw())
        self.assertNotRegex(self.raw(), "[\x01-\x08\x0e-\x1f]")

    def test_ten_thousand_characters_run_over_pages_and_none_is_lost(self):
        self.make("strange")
        text = re.sub(r"\s", "", self.raw())
        self.assertEqual(text.count("贯"), 1 + 5000)
        self.assertEqual(text.count("标"), 1 + 5000)
        for page in range(1, self.n_pages):
            self.assertEqual(self.texts(page)[0], HEADS)

    def test_a_row_that_says_nothing_is_its_number(self):
        self.make("strange")
        self.assertEqual(self.texts(self.n_pages - 1)[1:], [[str(i)] for i in range(10, 16)])


class File(PageCase):
    def test_title_is_set_and_nobody_is_named(self):
        self.make("district")
        info = run("pdfinfo", self.pdf).decode()
        self.assertRegex(info, r"Title: +2020年昆山市信用管理贯标企业汇总表\n")
        self.assertRegex(info, r"Creator: +信用办工作台\n")
        self.assertNotIn("Author", info)

    def test_every_face_is_embedded(self):
        self.make("district")
        lines = run("pdffonts", self.pdf).decode().splitlines()[2:]
        self.assertGreaterEqual(len(lines), 3)
        for line in lines:
            self.assertEqual(line.split()[-5], "yes", line)

    def test_stream_is_in_reading_order(self):
        self.make("district")
        text = re.sub(r"\s", "", self.raw())
        places = [
            text.index(part)
            for part in ("附件2", "汇总表", "业务负责人李示例", "序号企业名称", "1昆山示例精密机械",
                         "8昆山示例检测技术", "—1—")
        ]
        self.assertEqual(places, sorted(places))


class Screen(PageCase):
    """A page drawn for the screen is the page of the PDF: the same lines at the same places."""

    def draw(self, scenario, page, dpi):
        """The page as the program draws it, and as poppler draws it from the PDF."""
        pdf, picture = self.folder / "out.pdf", self.folder / "out.pgm"
        run(SAMPLE, scenario, pdf, picture, dpi, page)
        drawn = read_grey(picture.read_bytes())
        rastered = read_grey(
            run("pdftoppm", "-gray", "-r", dpi, "-f", page, "-l", page,
                "-scale-to-x", drawn[0], "-scale-to-y", drawn[1], pdf)
        )
        return drawn, rastered

    def test_annex_1(self):
        for dpi in (60, 110):
            with self.subTest(dpi):
                self.assertLess(biggest_difference(*self.draw("quota-note", 1, dpi)), 45)

    def test_annex_2(self):
        for dpi in (75, 110):
            with self.subTest(dpi):
                self.assertLess(biggest_difference(*self.draw("district", 1, dpi)), 45)

    def test_broken_names(self):
        for page in (1, 2):
            with self.subTest(page):
                self.assertLess(biggest_difference(*self.draw("strange", page, 110)), 45)

    def test_the_yardstick_tells_pages_apart(self):
        plain, _ = self.draw("district", 1, 110)
        strange, _ = self.draw("strange", 1, 110)
        self.assertGreater(biggest_difference(plain, strange), 55)
