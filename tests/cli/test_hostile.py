"""Files an enemy would send, or a broken disk: each ends with one Chinese sentence, costs little, and leaves the
office as it was (DESIGN §6, Appendix B-15, B-19, B-22).

Little: under 2 seconds of processor time and 200 MiB, both as the kernel counts them for the whole process. They
do not depend on what else the machine does. Under AddressSanitizer both are several times as much and only the
sentence is looked at."""

import json
import os
import pathlib
import random
import struct
import subprocess
import sys
import unittest
import zipfile
import zlib

from xybcase import DATA, XYB, XybCase, folder_digests

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "exchange"))

import biff  # noqa: E402

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
RETURNED = DATA / "returned"

CPU_SECONDS = 2
PEAK_MIB = 200
SANITIZED = b"__asan_init" in pathlib.Path(XYB).read_bytes()

HEADS = ["序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话"]


def inline(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


HEAD_ROW = '<row r="1">' + "".join(inline(f"{'ABCDEFG'[n]}1", text) for n, text in enumerate(HEADS)) + "</row>"
END = "</sheetData></worksheet>"
FIRM_ROW = '<row r="2">' + inline("A2", "1") + inline("B2", "昆山示例一有限公司") + "</row>"


def sheet(rows=HEAD_ROW + FIRM_ROW, before="", after="", doctype=""):
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>'
        f"{after}</worksheet>"
    )


def package(path, part=None, strings=None, styles=None, n_sheets=1, names=None, doctype=""):
    """A workbook of the parts given; `part`, `strings` and `styles` may be text or an iterable of texts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        def add(name, content):
            with archive.open(name, "w", force_zip64=True) as out:
                for piece in [content] if isinstance(content, str) else content:
                    out.write(piece.encode() if isinstance(piece, str) else piece)

        add("[Content_Types].xml", "<Types/>")
        add(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{DOC}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>',
        )
        listed = "".join(
            f'<sheet name="{names[n] if names else f"表{n + 1}"}" sheetId="{n + 1}" r:id="rId{n + 1}"/>' for n in range(n_sheets)
        )
        relations = "".join(
            f'<Relationship Id="rId{n + 1}" Type="{DOC}/worksheet" Target="worksheets/sheet{n + 1}.xml"/>'
            for n in range(n_sheets)
        )
        for name, content in (("sharedStrings", strings), ("styles", styles)):
            if content is not None:
                relations += f'<Relationship Id="{name}" Type="{DOC}/{name}" Target="{name}.xml"/>'
                add(f"xl/{name}.xml", content)
        add(
            "xl/workbook.xml",
            f'{doctype}<workbook xmlns="{MAIN}" xmlns:r="{DOC}"><sheets>{listed}</sheets></workbook>',
        )
        add("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>')
        for n in range(n_sheets):
            add(f"xl/worksheets/sheet{n + 1}.xml", part or sheet())
    return path


def ods(path, tables, doctype=""):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?>{doctype}<office:document-content xmlns:office="{OFFICE}office:1.0"'
            f' xmlns:table="{OFFICE}table:1.0" xmlns:text="{OFFICE}text:1.0"><office:body><office:spreadsheet>{tables}'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def ods_row(cells, repeated=1):
    texts = "".join(f'<table:table-cell office:value-type="string"><text:p>{c}</text:p></table:table-cell>' for c in cells)
    return f'<table:table-row table:number-rows-repeated="{repeated}">{texts}</table:table-row>'


LAUGHS = (
    "<!DOCTYPE lolz [<!ENTITY a0 \"哈\">"
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)


# The peak of a process counts what it was before exec(): a copy of whoever started it. So somebody small does.
MEASURE = """
import os, resource, sys
at = sys.argv.index ("--")
pid = os.fork ()
if pid == 0:
    for seconds in map (int, sys.argv[1:at]):
        resource.setrlimit (resource.RLIMIT_CPU, (seconds, seconds + 1))
    os.execv (sys.argv[at + 1], sys.argv[at + 1:])
_, status, usage = os.wait4 (pid, 0)
print ("\\n%f %f" % (usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024), file=sys.stderr)
sys.exit (os.waitstatus_to_exitcode (status) & 255)
"""


class Hostile(XybCase):
    """Figures of the dearest file are printed, for whoever wonders how far the limits are."""

    dearest = (0.0, "", 0.0, "")

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        print("# most processor time {:.2f} s: {}; most memory {:.0f} MiB: {}".format(*cls.dearest), flush=True)

    def measured(self, *words):
        """Runs xyb by itself: (status, output, error, seconds, MiB)."""
        limit = [] if SANITIZED else [str(3 * CPU_SECONDS)]  # what is too dear still says by how much
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, *limit, "--", XYB, *map(str, words)], capture_output=True, check=False
        )
        *error, usage = done.stderr.decode().splitlines()
        seconds, mib = map(float, usage.split())
        return done.returncode, done.stdout.decode(), "\n".join(error), seconds, mib

    def assert_cheap(self, what, seconds, mib):
        cls = type(self)
        if seconds > cls.dearest[0]:
            cls.dearest = (seconds, what, *cls.dearest[2:])
        if mib > cls.dearest[2]:
            cls.dearest = (*cls.dearest[:2], mib, what)
        if not SANITIZED:
            self.assertLess(seconds, CPU_SECONDS, what)
            self.assertLess(mib, PEAK_MIB, what)

    def assert_sentence(self, sentence, *words):
        self.assertRegex(sentence, r"\A[^\n]*[\u4e00-\u9fff][^\n]*。\Z")
        self.assertEqual(sentence.count("。"), 1, sentence)
        for word in words:
            self.assertIn(word, sentence)

    def read(self, *paths):
        before = folder_digests(self.folder)
        status, out, err, seconds, mib = self.measured(
            "submission", "read", *paths, "--office", self.office, "--year", 2020, "--json"
        )
        self.assertEqual(status, 0, err[-2000:])
        self.assertEqual(folder_digests(self.folder), before)
        self.assert_cheap(paths[0].name, seconds, mib)
        return json.loads(out)

    def assert_refused(self, path, *words):
        (found,) = self.read(path)
        self.assertEqual(found["rows"], [])
        self.assertIsNotNone(found["error"], "taken for a 附件2")
        self.assert_sentence(found["error"], path.name, *words)
        self.assert_not_imported(path)
        return found["error"]

    def assert_not_imported(self, *paths):
        """The office is as it was, byte for byte, and no copy of the file is kept."""
        before = folder_digests(self.folder)
        status, out, err, seconds, mib = self.measured(
            "submission", "import", *paths, "--accept", "all", "--office", self.office, "--year", 2020
        )
        self.assertEqual(status, 1, out)
        self.assertRegex(err, "[\u4e00-\u9fff]")
        self.assertEqual(folder_digests(self.folder), before)
        self.assert_cheap(paths[0].name, seconds, mib)

    def setUp(self):
        super().setUp()
        self.xyb("check")  # opened to write once: nothing of what follows is the first opening

    def at(self, name):
        return self.folder / name


class Bombs(Hostile):
    def test_a_zip_bomb(self):
        blanks = (b" " * (1 << 20) for _ in range(320))
        path = package(self.at("炸弹.xlsx"), [sheet()[:60], *blanks])
        self.assertLess(path.stat().st_size, 3 << 20)
        self.assert_refused(path)

    def test_a_zip_bomb_that_lies_about_its_size(self):
        path = package(self.at("说谎.xlsx"), [sheet()[:-30], *[b" " * (1 << 20)] * 64])
        content = bytearray(path.read_bytes())
        real = struct.pack("<I", (64 << 20) + len(sheet()[:-30].encode()))
        at = content.rfind(real)
        self.assertGreater(at, 0)
        content[at : at + 4] = struct.pack("<I", 5000)
        path.write_bytes(content)
        self.assert_refused(path)

    def test_ten_thousand_parts_that_are_one(self):
        """Every entry of the directory leads to the same packed bytes."""
        packed = zlib.compressobj(9, zlib.DEFLATED, -15)
        data = packed.compress(b" " * (1 << 20)) + packed.flush()
        crc = zlib.crc32(b" " * (1 << 20))
        fields = struct.pack("<HHHIIII", 20, 0, 8, 0x28210000, crc, len(data), 1 << 20)
        name = b"xl/workbook.xml"
        local = b"PK\3\4" + fields + struct.pack("<HH", len(name), 0) + name + data
        directory = b"".join(
            b"PK\1\2" + struct.pack("<H", 20) + fields + struct.pack("<HHHHHII", len(entry), 0, 0, 0, 0, 0, 0) + entry
            for entry in (b"_rels/.rels", name, *(b"xl/part%d.xml" % n for n in range(9000)))
        )
        end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 9002, 9002, len(directory), len(local), 0)
        path = self.at("重叠.xlsx")
        path.write_bytes(local + directory + end)
        self.assert_refused(path)

    def test_a_million_parts(self):
        entry = b"PK\1\2" + struct.pack("<HHHHIIIIHHHHHII", 20, 20, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
        path = self.at("百万个部件.xlsx")
        end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 65535, 65535, 1000000 * len(entry), 4, 0)
        path.write_bytes(b"PK\3\4" + entry * 1000000 + end)
        self.assert_refused(path)

    def test_a_file_of_a_gigabyte(self):
        for name, head in (("大.xlsx", b"PK\3\4"), ("大.xls", bytes.fromhex("d0cf11e0a1b11ae1")), ("大.csv", b"a,b\n")):
            with self.subTest(name):
                path = self.at(name)
                path.write_bytes(head)
                os.truncate(path, 1 << 30)
                (found,) = self.read_of_disk(path)
                self.assert_sentence(found["error"], name)
                path.unlink()

    def read_of_disk(self, path):
        """Without the digest of a gigabyte of nothing."""
        status, out, err, seconds, mib = self.measured(
            "submission", "read", path, "--office", self.office, "--year", 2020, "--json"
        )
        self.assertEqual(status, 0, err)
        self.assert_cheap(path.name, seconds, mib)
        return json.loads(out)

    def test_a_billion_laughs(self):
        bomb = f'{HEAD_ROW}<row r="2">{inline("B2", "&a9;")}</row>'
        self.assert_refused(package(self.at("笑.xlsx"), sheet(bomb, doctype=LAUGHS)), "DOCTYPE")
        strings = f'{LAUGHS}<sst xmlns="{MAIN}"><si><t>&a9;</t></si></sst>'
        self.assert_refused(package(self.at("笑2.xlsx"), sheet(), strings), "DOCTYPE")
        self.assert_refused(package(self.at("笑3.xlsx"), doctype=LAUGHS), "DOCTYPE")
        self.assert_refused(ods(self.at("笑.ods"), "&a9;", LAUGHS), "DOCTYPE")

    def test_an_external_entity(self):
        secret = self.at("机密.txt")
        secret.write_text("机密内容")
        for kind in ("SYSTEM", 'PUBLIC "x"'):
            doctype = f'<!DOCTYPE x [<!ENTITY e {kind} "file://{secret}">]>'
            row = f'{HEAD_ROW}<row r="2">{inline("B2", "&e;")}</row>'
            sentence = self.assert_refused(package(self.at("外.xlsx"), sheet(row, doctype=doctype)))
            self.assertNotIn("机密内容", sentence)
            self.assert_refused(ods(self.at("外.ods"), "&e;", doctype))
        self.assert_refused(package(self.at("外2.xlsx"), sheet(doctype=f'<!DOCTYPE x SYSTEM "file://{secret}">')))


class Heaps(Hostile):
    """Much of something that is allowed once."""

    def test_a_giant_shared_string(self):
        strings = f'<sst xmlns="{MAIN}"><si><t>{"长" * (1 << 20)}</t></si></sst>'
        cells = "".join(f'<row r="{n}"><c r="B{n}" t="s"><v>0</v></c></row>' for n in range(2, 100000))
        self.assert_refused(package(self.at("长.xlsx"), sheet(HEAD_ROW + cells), strings))

    def test_a_long_shared_string_in_every_cell(self):
        strings = f'<sst xmlns="{MAIN}"><si><t>{"长" * 32767}</t></si></sst>'
        cells = "".join(f'<row r="{n}"><c r="B{n}" t="s"><v>0</v></c></row>' for n in range(2, 100000))
        self.assert_refused(package(self.at("长2.xlsx"), sheet(HEAD_ROW + cells), strings))

    def test_many_long_texts_in_an_ods(self):
        table = f'<table:table table:name="表">{ods_row(HEADS)}{ods_row(["1", "长" * 32767], 1000000)}</table:table>'
        self.assert_refused(ods(self.at("长.ods"), table))

    def test_shared_strings_without_end(self):
        pieces = [f'<sst xmlns="{MAIN}">', *["<si/>" * 100000] * 80, "</sst>"]
        (found,) = self.read(package(self.at("八百万.xlsx"), sheet(), pieces))
        self.assertEqual(len(found["rows"]), 1)

    def test_long_shared_strings_without_end(self):
        chance = random.Random(7)
        letters = [chr(chance.randrange(0x4E00, 0x9FA0)) for _ in range(32767)]
        text = "".join(letters)
        pieces = [f'<sst xmlns="{MAIN}">', *(f"<si><t>{text[n:]}{text[:n]}</t></si>" for n in range(1, 2200)), "</sst>"]
        self.assert_refused(package(self.at("长3.xlsx"), sheet(), pieces))

    def test_long_texts_in_the_cells(self):
        text = "".join(map(chr, range(0x4E00, 0x9FA0))) + "长" * 10000
        rows = (f'<row r="{n}">{inline(f"B{n}", text[n:])}</row>' for n in range(2, 2500))
        self.assert_refused(package(self.at("长4.xlsx"), [sheet(HEAD_ROW)[: -len(END)], *rows, END]))

    def test_rows_without_end(self):
        rows = (
            "".join(f'<row r="{n}">{inline(f"B{n}", f"昆山示例{n}有限公司")}</row>' for n in range(first, first + 1000))
            for first in range(2, 1000000, 1000)
        )
        self.assert_refused(package(self.at("百万行.xlsx"), [sheet(HEAD_ROW)[: -len(END)], *rows, END]))

    def test_more_sheets_than_anybody_has(self):
        self.assert_refused(package(self.at("五千张.xlsx"), n_sheets=5000))
        table = '<table:table table:name="表"/>' * 5000
        self.assert_refused(ods(self.at("五千张.ods"), table))
        path = self.at("五千张.xls")
        path.write_bytes(biff.container(biff.workbook([b""] * 5000)))
        self.assert_refused(path)

    def test_cells_without_end(self):
        cells = "".join(f"<c><v>{n}</v></c>" for n in range(16384))
        rows = (f"<row>{cells}</row>" for _ in range(700))
        self.assert_refused(package(self.at("格子.xlsx"), [sheet(HEAD_ROW)[: -len(END)], *rows, END]))

    def test_columns_hidden_a_million_times(self):
        columns = "<cols>" + '<col min="1" max="16384" hidden="1"/>' * 200000 + "</cols>"
        (found,) = self.read(package(self.at("列.xlsx"), sheet(before=columns)))
        if found["error"] is not None:
            self.assert_sentence(found["error"], "列.xlsx")

    def test_a_million_merged_areas(self):
        merged = "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 1000000 + "</mergeCells>"
        (found,) = self.read(package(self.at("合并.xlsx"), sheet(after=merged)))
        if found["error"] is not None:
            self.assert_sentence(found["error"], "合并.xlsx")

    def test_a_million_styles(self):
        styles = f'<styleSheet xmlns="{MAIN}"><cellXfs>{"<xf numFmtId=%s14%s/>" % (chr(34), chr(34)) * 1000000}</cellXfs></styleSheet>'
        (found,) = self.read(package(self.at("样式.xlsx"), sheet(), styles=styles))
        if found["error"] is not None:
            self.assert_sentence(found["error"], "样式.xlsx")

    def test_an_element_with_very_many_attributes(self):
        attributes = " ".join(f'a{n}="{n}"' for n in range(200000))
        self.assert_refused(package(self.at("属性.xlsx"), sheet(f"<row r=\"1\" {attributes}></row>")))
        self.assert_refused(ods(self.at("属性.ods"), f'<table:table table:name="表" {attributes}/>'))

    def test_very_deep_elements(self):
        self.assert_refused(package(self.at("深.xlsx"), sheet("<a>" * 500000)))
        self.assert_refused(ods(self.at("深.ods"), "<text:span>" * 500000))

    def test_very_many_namespaces(self):
        self.assert_refused(
            package(self.at("命名空间.xlsx"), sheet("<row " + " ".join(f'xmlns:n{n}="u{n}"' for n in range(100000)) + "/>"))
        )

    def test_an_attribute_of_many_megabytes(self):
        self.assert_refused(package(self.at("属性值.xlsx"), sheet(f'<row r="{"1" * (20 << 20)}"/>')))

    def test_repeated_rows_and_columns(self):
        row = f'<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>甲</text:p></table:table-cell></table:table-row>'
        self.assert_refused(ods(self.at("重复.ods"), f'<table:table table:name="表">{row}</table:table>'))


class OldWorkbooks(Hostile):
    def xls(self, name, content):
        path = self.at(name)
        path.write_bytes(content)
        return path

    def patched(self, name, **places):
        """A container with numbers of its header or directory changed."""
        content = bytearray(biff.container(biff.workbook([biff.label(0, 0, "企业名称")])))
        for place, value in places.values():
            content[place : place + 4] = struct.pack("<I", value)
        return self.xls(name, bytes(content))

    def test_a_chain_of_sectors_that_leads_back(self):
        stream = biff.workbook([biff.label(0, 0, "甲")])
        self.assert_refused(self.xls("转圈.xls", biff.container(stream, size=90 << 20, loop=True)), "损坏")

    def test_shared_texts_in_a_chain_that_leads_back(self):
        head = biff.record(0xFC, struct.pack("<II", 0xFFFFFFFF, 0xFFFFFFFF) + biff.wide("甲") * 1000)
        stream = biff.workbook([b""], head + biff.record(0x3C, biff.wide("乙") * 1000) * 30)
        self.assert_refused(self.xls("转圈的文字.xls", biff.container(stream, size=90 << 20, loop=True)), "损坏")
        self.assert_refused(self.xls("数不完的文字.xls", biff.container(stream)), "损坏")

    def test_a_sheet_that_begins_in_itself(self):
        stream = bytearray(biff.workbook([biff.label(0, 0, "甲")] * 200))
        for n in range(200):
            place = 20 + n * (4 + len(struct.pack("<IBB", 0, 0, 0) + biff.wide(f"表{n + 1}", "<B")))
            stream[place + 4 : place + 8] = struct.pack("<I", 0)
        (found,) = self.read(self.xls("自己.xls", biff.container(bytes(stream))))
        self.assert_sentence(found["error"], "自己.xls")

    def test_tables_and_directories_that_lead_to_themselves(self):
        whole = biff.container(biff.workbook([biff.label(0, 0, "企业名称")]))
        directory = 512 + struct.unpack_from("<I", whole, 48)[0] * 512
        cases = {
            "目录转圈": (48, struct.unpack_from("<I", whole, 48)[0]),
            "表的表": (68, 0), "很多表": (44, 0xFFFFFFF0), "目录太远": (48, 0x7FFFFFF0), "表就是自己": (76, 0),
            "孩子是自己": (directory + 76, 0), "兄弟是自己": (directory + 128 + 68, 1), "起点太远": (directory + 128 + 116, 0x7FFFFFF0),
            "长得没有道理": (directory + 128 + 120, 0x7FFFFFFF),
        }  # fmt: skip
        for name, place in cases.items():
            with self.subTest(name):
                (found,) = self.read(self.patched(f"{name}.xls", a=place))
                self.assert_sentence(found["error"], f"{name}.xls")


class Texts(Hostile):
    def test_a_line_of_a_hundred_megabytes(self):
        path = self.at("一行.csv")
        path.write_bytes((",".join(HEADS) + "\n1,").encode() + b"x" * (100 << 20))
        self.assert_refused(path)

    def test_a_quote_that_never_ends(self):
        path = self.at("引号.csv")
        path.write_bytes((",".join(HEADS) + '\n1,"').encode() + b"x\n" * (25 << 20))
        self.assert_refused(path)

    def test_forty_megabytes_of_chinese(self):
        path = self.at("长.csv")
        line = "1,昆山示例一有限公司,精密零件,3000,50,张示例,0512-55550001\n".encode("gb18030")
        path.write_bytes((",".join(HEADS) + "\n").encode("gb18030") + line * ((44 << 20) // len(line)))
        self.assert_refused(path)

    def test_very_many_columns(self):
        path = self.at("列.csv")
        path.write_bytes((",".join(HEADS) + "\n").encode() + b"1," * (10 << 20))
        self.assert_refused(path)

    def test_very_many_empty_lines(self):
        path = self.at("空行.csv")
        path.write_bytes((",".join(HEADS) + "\n1,昆山示例一有限公司\n").encode() + b"\n" * (20 << 20))
        (found,) = self.read(path)
        if found["error"] is None:
            self.assertEqual(len(found["rows"]), 1)
        else:
            self.assert_sentence(found["error"], "空行.csv")


class Damage(Hostile):
    def some_files(self):
        return [
            path for path in sorted(RETURNED.rglob("*"))
            if path.is_file() and path.suffix in (".xlsx", ".xls", ".et", ".ods") and path.with_name(path.name + ".json").exists()
            and "error" not in json.loads(path.with_name(path.name + ".json").read_text())
        ]  # fmt: skip

    def test_truncated_at_every_512_bytes(self):
        """Of an archive or a container nothing is taken when its end is missing."""
        for path in self.some_files()[:12]:
            whole = path.read_bytes()
            cuts = []
            for length in range(512, len(whole), 512):
                cuts.append(self.at(f"{length}{path.suffix}"))
                cuts[-1].write_bytes(whole[:length])
            for cut, found in zip(cuts, self.read(*cuts), strict=True):
                with self.subTest(path.name, length=cut.name):
                    self.assertEqual(found["rows"], [])
                    self.assert_sentence(found["error"], cut.name)
            self.assert_not_imported(*cuts)
            for cut in cuts:
                cut.unlink()

    def test_random_bytes(self):
        chance = random.Random(2020)
        magics = [b"", b"PK\3\4", bytes.fromhex("d0cf11e0a1b11ae1"), b"\xff\xfe", b"<html>", "企业名称,".encode("gb18030")]
        paths = []
        for n in range(300):
            paths.append(self.at(f"{n}.xlsx"))
            paths[-1].write_bytes(magics[n % len(magics)] + chance.randbytes(chance.randrange(1, 20000)))
        for path, found in zip(paths, self.read(*paths), strict=True):
            with self.subTest(path.name):
                self.assertEqual(found["rows"], [])
                self.assert_sentence(found["error"], path.name)
        self.assert_not_imported(*paths)


class Styled(Hostile):
    """B-19: not hostile, only what a spreadsheet leaves behind; it is read."""

    def test_a_million_styled_blank_rows(self):
        blank = (
            "".join(f'<row r="{n}" spans="1:7" s="1" customFormat="1"><c r="A{n}" s="1"/></row>' for n in range(first, first + 10000))
            for first in range(3, 1030000, 10000)
        )
        path = package(self.at("百万空行.xlsx"), [sheet()[: -len(END)], *blank, END])
        (found,) = self.read(path)
        self.assertIsNone(found["error"])
        self.assertEqual([row["row"] for row in found["rows"]], [2])

    def test_a_million_repeated_blank_rows(self):
        table = f'<table:table table:name="表">{ods_row(HEADS)}{ods_row(["1", "昆山示例一有限公司"])}{ods_row(["", ""], 1048573)}</table:table>'
        (found,) = self.read(ods(self.at("百万空行.ods"), table))
        self.assertIsNone(found["error"])
        self.assertEqual([row["row"] for row in found["rows"]], [2])

    def test_a_million_numbered_blank_rows(self):
        """Somebody drew 序号 down to the end of the sheet (B-09)."""
        rows = (
            "".join(f'<row r="{n}"><c r="A{n}"><v>{n - 1}</v></c></row>' for n in range(first, first + 10000))
            for first in range(3, 1030000, 10000)
        )
        path = package(self.at("百万序号.xlsx"), [sheet()[: -len(END)], *rows, END])
        (found,) = self.read(path)
        self.assertIsNone(found["error"])
        self.assertEqual([row["row"] for row in found["rows"] if row["status"] != "ignored"], [2])
        self.assertLess(len(found["rows"]), 2000)

    def test_long_texts_that_mean_nothing(self):
        """Names, sums and telephones of 32,767 characters, each a different trap for whoever looks twice."""
        nasty = ["(" * 32767, "1 " * 16000, "转" * 32767, "13800000000、" * 2500, "昆山市" * 10000, "约" * 32767, "9" * 32767,
                 "（新增）" * 8000, "=" * 32767, "- " * 16000]  # fmt: skip
        rows = "".join(
            f'<row r="{n}">' + inline(f"A{n}", n) + "".join(inline(f"{c}{n}", nasty[(n + k) % len(nasty)]) for k, c in enumerate("BCDEFG")) + "</row>"
            for n in range(2, 12)
        )
        (found,) = self.read(package(self.at("长文字.xlsx"), sheet(HEAD_ROW + rows)))
        self.assertIsNone(found["error"])
        self.assertEqual(len(found["rows"]), 10)

    def test_names_and_telephones_that_take_long_to_look_through(self):
        rows = "".join(
            f'<row r="{n}">' + inline(f"A{n}", n) + inline(f"B{n}", "（新增）" * 8000 + str(n)) + inline(f"G{n}", "1 " * 16000) + "</row>"
            for n in range(2, 22)
        )
        (found,) = self.read(package(self.at("电话.xlsx"), sheet(HEAD_ROW + rows)))
        self.assertEqual([row["status"] for row in found["rows"]], ["question"] * 20)


if __name__ == "__main__":
    unittest.main()
