"""Readers of .xls, .et, .ods and .csv on what districts send back (requirements B-15, B-16, B-17, B-19,
B-22) and on what an enemy would."""

import random
import struct
import zipfile

import biff
from exchangecase import DAMAGED, DATA, FORMAT, LIMIT, ExchangeCase, texts

RETURNED = DATA / "returned"


def cells(sheet):
    return {(row["row"], cell["column"]): cell for row in sheet["rows"] for cell in row["cells"]}


class Office(ExchangeCase):
    """周市镇.xls and 周市镇.ods are one workbook, saved by LibreOffice 7.4."""

    def check_returned(self, kind):
        found = self.dump(RETURNED / f"周市镇.{kind}")
        self.assertNotIn("error", found)
        self.assertEqual(found["format"], kind)
        self.assertFalse(found["macros"])
        self.assertEqual(
            [(s["name"], s["hidden"]) for s in found["sheets"]],
            [("附件2", False), ("隐藏表", True), ("空", False)],
        )
        sheet = found["sheets"][0]
        self.assertEqual(sheet["merged"], [[0, 0, 0, 6]])
        self.assertEqual(sheet["hidden_columns"], [2])
        self.assertEqual(sheet["n_rows"], 13)
        self.assertEqual([row["row"] for row in sheet["rows"]], [*range(12), 13])
        self.assertEqual([row["row"] for row in sheet["rows"] if row["hidden"]], [5])
        at = cells(sheet)
        self.assertEqual(at[0, 0]["text"], "2020年昆山市信用管理贯标企业汇总表")
        self.assertEqual(at[1, 6]["text"], "0512-55550100")
        self.assertEqual(at[2, 3]["text"], "去年销售\n收入")
        for n in range(1, 9):
            self.assertEqual(
                [at[n + 2, column]["text"] for column in range(7)],
                [str(n), f"昆山示例{n}（精密）有限公司", "零件" * n, f"{1234.5 * n:g}", str(100 + n), "张示例",
                 f"0512-5555010{n}"],
            )  # fmt: skip
            self.assertEqual(at[n + 2, 3]["number"], 1234.5 * n)
        self.assertEqual((at[11, 3]["kind"], at[11, 3]["text"]), ("text", "1.2亿"))
        self.assertEqual(at[11, 2]["text"], "很长" * 600)
        self.assertEqual((at[11, 6]["kind"], at[11, 6]["text"]), ("number", "13812345678"))
        self.assertEqual((at[13, 3]["kind"], at[13, 3]["text"]), ("date", "2020-04-15"))
        self.assertEqual((at[13, 4]["text"], at[13, 4]["formula"]), ("836", True))
        self.assertEqual((at[13, 5]["text"], at[13, 5]["formula"]), ("昆山示例1（精密）有限公司x", True))
        self.assertEqual((at[13, 6]["kind"], at[13, 6]["text"]), ("error", "#DIV/0!"))
        self.assertEqual(texts(found["sheets"][1]), {(2, 1): "隐"})

    def test_an_xls_of_libreoffice_reads_cell_by_cell(self):
        self.check_returned("xls")

    def test_an_ods_of_libreoffice_reads_cell_by_cell(self):
        self.check_returned("ods")

    def test_every_cut_of_a_file_is_refused_or_read_whole(self):
        for kind in ("xls", "ods"):
            whole = (RETURNED / f"周市镇.{kind}").read_bytes()
            good = self.dump(RETURNED / f"周市镇.{kind}")["sheets"]
            paths = []
            for size in range(0, len(whole), 512):
                paths.append(self.folder / f"{size}.{kind}")
                paths[-1].write_bytes(whole[:size])
            for path, found in zip(paths, self.dump(*paths)):
                with self.subTest(path=path.name):
                    if "error" not in found:
                        self.assertEqual(found["sheets"], good)
                        continue
                    self.assertIn(found["code"], (DAMAGED, FORMAT))
                    self.assert_sentence(found["error"], path.name)

    def test_a_file_with_wrong_bytes_ends_with_a_sentence_or_with_rows(self):
        dice = random.Random(20200415)
        for kind in ("xls", "ods"):
            whole = (RETURNED / f"周市镇.{kind}").read_bytes()
            paths = []
            for n in range(120):
                content = bytearray(whole)
                for _ in range(dice.choice((1, 3, 20))):
                    content[dice.randrange(len(content))] = dice.choice((0, 1, 0x7F, 0xFF, dice.randrange(256)))
                paths.append(self.folder / f"{n}.{kind}")
                paths[-1].write_bytes(content)
            for path, found in zip(paths, self.dump(*paths, count=True)):
                if "error" in found:
                    with self.subTest(path=path.name):
                        self.assert_sentence(found["error"], path.name)


class Biff(ExchangeCase):
    def xls(self, *sheets, name="a.xls", **options):
        path = self.folder / name
        path.write_bytes(biff.container(biff.workbook(sheets, **options)))
        return path

    def read(self, *sheets, **options):
        found = self.dump(self.xls(*sheets, **options))
        self.assertNotIn("error", found, found)
        return found

    def test_excel_5_in_code_page_936(self):
        rows = biff.cell(0x204, 0, 1, biff.coded("昆山示例（精密）有限公司")) + biff.cell(
            0x0D6, 1, 1, biff.coded("带格式的字") + b"\x01\x00\x05"
        )
        head = biff.record(0x42, struct.pack("<H", 936))
        found = self.read(rows, version=0x500, head=head, names=["附件2"])
        self.assertEqual(found["sheets"][0]["name"], "附件2")
        self.assertEqual(texts(found["sheets"][0]), {(0, 1): "昆山示例（精密）有限公司", (1, 1): "带格式的字"})

    def test_a_text_of_no_bytes_is_no_text(self):
        rows = biff.cell(0x204, 0, 0, biff.coded("")) + biff.cell(0x204, 0, 1, biff.coded("甲"))
        self.assertEqual(texts(self.read(rows, version=0x500)["sheets"][0]), {(0, 1): "甲"})

    def test_the_name_of_a_sheet_is_one_line(self):
        path = self.xls(biff.label(0, 0, "甲"), names=["附件2\n（改）"])
        self.assertEqual(self.dump(path)["sheets"][0]["name"], "附件2 （改）")
        torn = self.xls(biff.cell(0xFD, 0, 0, struct.pack("<I", 9)), names=["附件2\n（改）"])
        self.assert_refused(torn, DAMAGED, "附件2 （改）")

    def test_shared_texts_go_on_in_another_record_and_change_their_width(self):
        first = struct.pack("<HB", 6, 1) + "昆山示".encode("utf-16-le")
        rest = b"\x01" + "例公司".encode("utf-16-le")
        narrow = struct.pack("<HB", 4, 0) + b"AB"
        rest2 = b"\x01" + "机械".encode("utf-16-le")
        rich = struct.pack("<HBHI", 2, 1 | 4 | 8, 1, 6) + "丙丁".encode("utf-16-le") + b"\0" * 4 + b"kunsha"
        head = (
            biff.record(0xFC, struct.pack("<II", 4, 4) + first) + biff.record(0x3C, rest + narrow)
            + biff.record(0x3C, rest2 + rich) + biff.record(0x3C, biff.wide("末"))
        )  # fmt: skip
        rows = b"".join(biff.cell(0xFD, n, 0, struct.pack("<I", n)) for n in range(4))
        found = self.read(rows, head=head)
        self.assertEqual(
            texts(found["sheets"][0]), {(0, 0): "昆山示例公司", (1, 0): "AB机械", (2, 0): "丙丁", (3, 0): "末"}
        )

    def test_numbers_in_all_their_forms(self):
        whole = struct.unpack("<Q", struct.pack("<d", 1.5))[0] >> 32
        many = struct.pack("<HH", 1, 2) + b"".join(
            struct.pack("<HI", 0, value) for value in (biff.rk(7), biff.rk(-3), biff.rk(123456, True))
        ) + struct.pack("<H", 4)  # fmt: skip
        rows = (
            biff.cell(0x27E, 0, 0, struct.pack("<I", whole)) + biff.number(0, 1, 13812345678.0)
            + biff.number(0, 2, 0.1 + 0.2) + biff.record(0xBD, many) + biff.cell(0x205, 2, 0, b"\x01\x00")
            + biff.cell(0x205, 2, 1, b"\x17\x01")
        )  # fmt: skip
        found = texts(self.read(rows)["sheets"][0])
        self.assertEqual(
            found,
            {(0, 0): "1.5", (0, 1): "13812345678", (0, 2): "0.30000000000000004", (1, 2): "7", (1, 3): "-3",
             (1, 4): "1234.56", (2, 0): "1", (2, 1): "#REF!"},
        )  # fmt: skip

    def test_formulas_give_what_they_came_to(self):
        def formula(row, column, result):
            return biff.cell(0x06, row, column, result + b"\0" * 6)

        rows = (
            formula(0, 0, struct.pack("<d", 42.0)) + formula(0, 1, b"\0" * 6 + b"\xff\xff")
            + biff.record(0x4BC, b"\0" * 10) + biff.record(0x207, biff.wide("昆山x"))
            + formula(0, 2, b"\x01\0\x01\0\0\0\xff\xff") + formula(0, 3, b"\x02\0\x2a\0\0\0\xff\xff")
            + formula(0, 4, b"\x03\0\0\0\0\0\xff\xff")
        )  # fmt: skip
        found = cells(self.read(rows)["sheets"][0])
        self.assertEqual(
            [(found[0, n]["kind"], found[0, n]["text"], found[0, n]["formula"]) for n in range(5)],
            [("number", "42", True), ("text", "昆山x", True), ("bool", "1", True), ("error", "#N/A", True),
             ("empty", "", True)],
        )  # fmt: skip

    def test_styles_make_dates(self):
        def style(number_format):
            return biff.record(0xE0, struct.pack("<HH", 0, number_format) + b"\0" * 16)

        head = (
            biff.record(0x41E, struct.pack("<H", 176) + biff.wide('yyyy"年"m"月"'))
            + biff.record(0x41E, struct.pack("<H", 177) + biff.wide('0.0"day"'))
            + style(0) + style(14) + style(176) + style(177)
        )  # fmt: skip
        rows = b"".join(biff.number(0, n, 43936.0, style=n) for n in range(4))
        kinds = [(c["kind"], c["text"]) for c in self.read(rows, head=head)["sheets"][0]["rows"][0]["cells"]]
        date, plain = ("date", "2020-04-15"), ("number", "43936")
        self.assertEqual(kinds, [plain, date, date, plain])
        head += biff.record(0x22, struct.pack("<H", 1))
        found = self.read(rows, head=head)["sheets"][0]["rows"][0]["cells"]
        self.assertEqual(found[1]["text"], "2024-04-16")

    def test_cells_in_no_order_come_in_order_and_the_last_word_counts(self):
        rows = (
            biff.label(3, 1, "丁") + biff.label(0, 2, "丙") + biff.label(0, 1, "旧") + biff.label(1, 0, "乙")
            + biff.label(0, 1, "甲")
        )  # fmt: skip
        sheet = self.read(rows)["sheets"][0]
        self.assertEqual(
            [(row["row"], [cell["text"] for cell in row["cells"]]) for row in sheet["rows"]],
            [(0, ["甲", "丙"]), (1, ["乙"]), (3, ["丁"])],
        )

    def test_what_is_hidden_merged_or_drawn_is_known(self):
        rows = (
            biff.record(0x7D, struct.pack("<HHHHHH", 2, 4, 0, 0, 1, 0))
            + biff.record(0x208, struct.pack("<HHHHHHHH", 1, 0, 3, 0, 0, 0, 0x20, 0))
            + biff.label(0, 0, "见") + biff.bof(kind=0x20) + biff.label(0, 1, "图表里的字") + biff.EOF
            + biff.label(1, 0, "藏") + biff.record(0xE5, struct.pack("<HHHHH", 1, 0, 0, 0, 6))
        )  # fmt: skip
        found = self.read(rows, b"", states=[0, 2])
        sheet = found["sheets"][0]
        self.assertEqual(texts(sheet), {(0, 0): "见", (1, 0): "藏"})
        self.assertEqual([row["hidden"] for row in sheet["rows"]], [False, True])
        self.assertEqual((sheet["merged"], sheet["hidden_columns"]), ([[0, 0, 0, 6]], [2, 3, 4]))
        self.assertTrue(found["sheets"][1]["very_hidden"])

    def test_macros_are_noticed(self):
        path = self.folder / "a.xls"
        path.write_bytes(biff.container(biff.workbook([biff.label(0, 0, "甲")]), folders=["_VBA_PROJECT_CUR"]))
        found = self.dump(path)
        self.assertTrue(found["macros"])
        self.assertEqual(texts(found["sheets"][0]), {(0, 0): "甲"})

    def test_each_trouble_has_its_sentence(self):
        sheet = biff.label(0, 0, "甲")
        whole = biff.workbook([sheet])
        no_end = biff.workbook([sheet])[:-4]
        shared = biff.workbook([biff.cell(0xFD, 0, 0, struct.pack("<I", 9))])
        many = biff.workbook([sheet], head=biff.record(0xFC, struct.pack("<II", 0, 0xFFFFFFFF)))
        for name, content, code, word in (
            ("有密码", biff.container(biff.workbook([sheet], head=biff.record(0x2F, b"\0" * 6))), FORMAT, "密码"),
            ("太早", biff.container(biff.workbook([sheet], version=0x400)), FORMAT, "很早"),
            ("没有结尾", biff.container(no_end + b"\0" * 5000, size=len(no_end)), DAMAGED, ""),
            ("转圈的扇区", biff.container(whole, size=10000, loop=True), DAMAGED, "损坏"),
            ("比文件还长", biff.container(whole, size=1 << 20), DAMAGED, "损坏"),
            ("大得没有道理", biff.container(whole, size=0xF0000000), LIMIT, ""),
            ("缺共享文字", biff.container(shared), DAMAGED, "表1"),
            ("数不完的文字", biff.container(many), DAMAGED, "损坏"),
        ):
            with self.subTest(name=name):
                path = self.folder / f"{name}.xls"
                path.write_bytes(content)
                self.assert_refused(path, code, word)


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
ODS_HEAD = (
    f'<office:document-content xmlns:office="{OFFICE}office:1.0" xmlns:table="{OFFICE}table:1.0"'
    f' xmlns:text="{OFFICE}text:1.0" xmlns:style="{OFFICE}style:1.0">'
)


class OpenDocument(ExchangeCase):
    def ods(self, rows="", styles="", tables=None, before="", manifest=None):
        path = self.folder / "a.ods"
        tables = tables or f'<table:table table:name="表">{rows}</table:table>'
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr(
                "content.xml",
                f'<?xml version="1.0"?>{before}{ODS_HEAD}<office:automatic-styles>{styles}</office:automatic-styles>'
                f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
                "</office:document-content>",
            )
            if manifest:
                archive.writestr("META-INF/manifest.xml", manifest)
        return path

    def text(self, value, attributes=""):
        return f'<table:table-cell office:value-type="string" {attributes}><text:p>{value}</text:p></table:table-cell>'

    def row(self, cells, attributes=""):
        return f"<table:table-row {attributes}>{cells}</table:table-row>"

    def test_what_is_repeated_stands_as_often(self):
        rows = self.row('<table:table-cell table:number-columns-repeated="2"/>' + self.text(
            "甲", 'table:number-columns-repeated="2"') + self.text("乙"), 'table:number-rows-repeated="2"')  # fmt: skip
        rows += self.row("<table:table-cell/>", 'table:number-rows-repeated="1048000"') + self.row(self.text("末"))
        found = self.dump(self.ods(rows))
        sheet = found["sheets"][0]
        line = {2: "甲", 3: "甲", 4: "乙"}
        expected = {(row, column): text for row in (0, 1) for column, text in line.items()}
        self.assertEqual(texts(sheet), expected | {(1048002, 0): "末"})
        self.assertEqual(sheet["n_rows"], 3)

    def test_text_is_what_is_seen(self):
        rows = self.row(
            '<table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation>'
            '<text:p>一<text:s text:c="3"/>二<text:span>三</text:span></text:p><text:p>四<text:tab/>五<text:line-break/>六</text:p>'
            "</table:table-cell>"
            + self.text("合并", 'table:number-columns-spanned="2" table:number-rows-spanned="1"')
            + '<table:covered-table-cell office:value-type="string"><text:p>看不见</text:p></table:covered-table-cell>'
        )
        sheet = self.dump(self.ods(rows))["sheets"][0]
        self.assertEqual(texts(sheet), {(0, 0): "一   二三\n四\t五\n六", (0, 1): "合并"})
        self.assertEqual(sheet["merged"], [[0, 1, 0, 2]])

    def test_kinds_of_values(self):
        def value(kind, attributes, shown=""):
            return f'<table:table-cell office:value-type="{kind}" {attributes}><text:p>{shown}</text:p></table:table-cell>'

        rows = self.row(
            value("float", 'office:value="12345.678"', "1.2万") + value("date", 'office:date-value="2020-04-15"', "4月15日")
            + value("boolean", 'office:boolean-value="true"', "真") + value("percentage", 'office:value="0.5"', "50%")
            + value("string", 'table:formula="of:=[.A9]" office:string-value=""', "#REF!")
        )  # fmt: skip
        found = cells(self.dump(self.ods(rows))["sheets"][0])
        self.assertEqual(
            [(found[0, n]["kind"], found[0, n]["text"]) for n in range(5)],
            [("number", "12345.678"), ("date", "2020-04-15"), ("bool", "1"), ("number", "0.5"), ("error", "#REF!")],
        )

    def test_hidden_sheets_rows_and_columns_are_known(self):
        styles = '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>'
        styles = styles.replace("table:display", "style:display")
        tables = (
            '<table:table table:name="见"><table:table-column/><table:table-column table:visibility="collapse"'
            ' table:number-columns-repeated="2"/>'
            + self.row(self.text("藏"), 'table:visibility="filter"') + '</table:table><table:table table:name="藏"'
            ' table:style-name="h">' + self.row(self.text("乙")) + "</table:table>"
        )  # fmt: skip
        found = self.dump(self.ods(tables=tables, styles=styles))
        self.assertEqual([(s["name"], s["hidden"]) for s in found["sheets"]], [("见", False), ("藏", True)])
        self.assertEqual(found["sheets"][0]["hidden_columns"], [1, 2])
        self.assertTrue(found["sheets"][0]["rows"][0]["hidden"])
        self.assertEqual(texts(found["sheets"][1]), {(0, 0): "乙"})

    def test_each_trouble_has_its_sentence(self):
        endless = self.row(self.text("甲", 'table:number-columns-repeated="16000"'), 'table:number-rows-repeated="99999999999"')
        self.assert_refused(self.ods(endless), LIMIT)
        self.assert_refused(self.ods(self.row(self.text("甲", 'table:number-columns-repeated="999999999"') * 2)), LIMIT)
        self.assert_refused(self.ods(self.row(self.text("长" * 32768))), LIMIT, "32767")
        self.assert_refused(self.ods(before='<!DOCTYPE x [<!ENTITY a "b">]>'), LIMIT, "DOCTYPE")
        self.assert_refused(self.ods(manifest="<m><file-entry><encryption-data/></file-entry></m>"), FORMAT, "密码")


class TextTables(ExchangeCase):
    def csv(self, content, name="锦溪.csv"):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def rows(self, content):
        found = self.dump(self.csv(content))
        self.assertNotIn("error", found, found)
        self.assertEqual(found["format"], "csv")
        self.assertEqual([s["name"] for s in found["sheets"]], ["锦溪"])
        return texts(found["sheets"][0])

    def test_every_encoding_an_office_saves_in(self):
        table = "序号,企业名称,电话\r\n1,昆山示例（精密）有限公司,051255550100\r\n"
        expected = {
            (0, 0): "序号", (0, 1): "企业名称", (0, 2): "电话", (1, 0): "1",
            (1, 1): "昆山示例（精密）有限公司", (1, 2): "051255550100",
        }  # fmt: skip
        for encoding in ("gb18030", "utf-8", "utf-8-sig"):
            with self.subTest(encoding=encoding):
                self.assertEqual(self.rows(table.encode(encoding)), expected)
        with self.subTest(encoding="Unicode 文本"):
            self.assertEqual(self.rows(table.replace(",", "\t").encode("utf-16")), expected)

    def test_quotes_hold_separators_lines_and_quotes(self):
        table = '企业名称,主要产品\n"昆山示例, ""大"" 公司","一行\r\n又一行"\n,末\n'
        self.assertEqual(
            self.rows(table.encode()),
            {(0, 0): "企业名称", (0, 1): "主要产品", (1, 0): '昆山示例, "大" 公司', (1, 1): "一行\r\n又一行", (2, 1): "末"},
        )

    def test_the_separator_is_the_one_that_makes_columns(self):
        for separator in ",;\t":
            with self.subTest(separator=separator):
                rows = "".join(f"昆山示例、{n}（甲，乙）{separator}{n}{separator}产品{n}\n" for n in range(4))
                found = self.rows(rows.encode())
                self.assertEqual((found[2, 0], found[2, 1], found[2, 2]), ("昆山示例、2（甲，乙）", "2", "产品2"))
        self.assertEqual(self.rows("sep=;\n甲,乙;丙\n".encode()), {(0, 0): "甲,乙", (0, 1): "丙"})

    def test_a_telephone_keeps_its_zero(self):
        self.assertEqual(self.rows(b'a,="0512"\n')[0, 1], "0512")

    def test_what_is_no_text_is_refused(self):
        self.assert_refused(self.csv(b"a,b\n" * 2000 + b"\xff\xff\xff"), DAMAGED, "编码")
        self.assert_refused(self.csv(("a," + "长" * 32768 + "\n").encode()), LIMIT, "32767")
