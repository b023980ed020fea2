"""xyb submission read: what returned 附件2 say, in the states they come back in (Appendix B). Nothing is
imported."""

import datetime

import openpyxl

from xybcase import DATA, XybCase, folder_digests

HEADS = ["序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话"]


def workbook(path, rows, sheet="Sheet1", merged=()):
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
    for area in merged:
        page.merge_cells(area)
    book.save(path)
    return book, page


class Returns(XybCase):
    def read(self, *paths, more=()):
        return self.xyb("submission", "read", *paths, "--year", 2020, *more, "--json").json

    def rows(self, found):
        return {row["row"]: row for row in found["rows"]}

    def test_a_messy_sheet_is_read_with_a_reason_for_every_row(self):
        path = self.folder / "附件2-周市.xlsx"
        book, page = workbook(
            path,
            [
                ["2020年昆山市信用管理贯标企业汇总表"],
                [],
                ["区镇：周市镇", None, "业务负责人：李示例", None, "联系方式：0512-55550100"],
                ["序　号", "公司名称", "主营\n产品", "2019年销售收入(万元)", "员工人数", "联系人", "联系电话/手机"],
                [1, "昆山示例新精密机械有限公司", "精密零部件", "1.2亿", 180, "张示例", "０５１２－５５５５０１０１转8012"],
                [2, "昆山示例新模具有限公司", "模具", 120000000, 150, "王示例", 13812345678],
                [3, "昆山示例新电路板有限公司（新增）", "电路板", "4.6亿元", "530人", "孙示例", "0512-55550106/13800000006"],
                [4, None, None, None, None, None, None],
                [5, "昆山示例新精密机械 有限公司", "零件", 300, 10, None, None],
                [6, "昆山示例新包装有限公司", "包装", "=1/0", datetime.date(2020, 4, 1), None, "1.38E+10"],
                ["合计", None, None, 5000, None, None, None],
                ["填表说明：以上数据均为万元"],
            ],
            merged=["A1:G1", "A3:B3"],
        )  # fmt: skip
        page["D10"] = "#REF!"
        page["D10"].data_type = "e"
        page.row_dimensions[7].hidden = True
        book.create_sheet("Sheet2")
        hidden = book.create_sheet("旧数据")
        hidden.append(HEADS)
        hidden.append([1, "昆山示例旧数据有限公司"])
        hidden.sheet_state = "hidden"
        book.save(path)
        before = folder_digests(self.folder)
        (found,) = self.read(path)
        self.assertEqual(folder_digests(self.folder), before)
        self.assertIsNone(found["error"])
        self.assertEqual((found["file"], found["format"]), ("附件2-周市.xlsx", "xlsx"))
        self.assertEqual(found["district"], "周市镇")
        self.assertEqual(found["officer"], {"name": "李示例", "phone": "0512-55550100"})
        self.assertEqual(
            found["sheets"],
            [
                {"name": "Sheet1", "hidden": False, "header_row": 4},
                {"name": "Sheet2", "hidden": False, "header_row": None},
                {"name": "旧数据", "hidden": True, "header_row": 1},
            ],
        )
        rows = self.rows({"rows": [row for row in found["rows"] if row["sheet"] == "Sheet1"]})
        self.assertEqual(
            {number: row["status"] for number, row in rows.items()},
            {5: "ok", 6: "question", 7: "question", 8: "ignored", 9: "question", 10: "question", 11: "ignored",
             12: "ignored"},
        )  # fmt: skip
        first = rows[5]
        self.assertEqual(
            (first["name"], first["products"], first["revenue_yuan"], first["revenue_raw"], first["headcount"]),
            ("昆山示例新精密机械有限公司", "精密零部件", 120000000, "1.2亿", 180),
        )
        self.assertEqual((first["contact"], first["phone"]), ("张示例", "0512-55550101转8012"))
        self.assertIsNone(first["match"])
        self.assertRegex(rows[6]["notes"][0], "12000万元")
        self.assertEqual(rows[7]["name"], "昆山示例新电路板有限公司")
        self.assertEqual(rows[7]["phone"], "0512-55550106；13800000006")
        self.assertIn("隐藏", "".join(rows[7]["notes"]))
        self.assertEqual(rows[8]["notes"], ["预编号的空行"])
        self.assertIn("第 5 行", "".join(rows[9]["notes"]))
        notes = "".join(rows[10]["notes"])
        for word in ("#REF!", "日期", "科学计数"):
            self.assertIn(word, notes)
        self.assertIsNone(rows[10]["revenue_yuan"])
        self.assertIsNone(rows[10]["headcount"])
        self.assertEqual(rows[11]["notes"], ["合计行"])
        (old,) = [row for row in found["rows"] if row["sheet"] == "旧数据"]
        self.assertEqual((old["status"], old["notes"]), ("ignored", ["在隐藏的工作表里"]))

    def test_every_format_says_the_same(self):
        text = "区镇：锦溪镇\n" + ",".join(HEADS) + "\n1,昆山示例新纺织有限公司,针织,3000,50,赵示例,051255550105\n"
        csv = self.folder / "锦溪.csv"
        csv.write_bytes(text.encode("gb18030"))
        found = self.read(csv, DATA / "returned/周市镇.xls", DATA / "returned/周市镇.ods")
        self.assertEqual([one["format"] for one in found], ["csv", "xls", "ods"])
        self.assertEqual([one["district"] for one in found], ["锦溪镇", "周市镇", "周市镇"])
        row = self.rows(found[0])[3]
        self.assertEqual((row["status"], row["revenue_yuan"], row["phone"]), ("ok", 30000000, "0512-55550105"))
        self.assertEqual(
            [{k: v for k, v in row.items() if k != "notes"} for row in found[1]["rows"][:8]],
            [{k: v for k, v in row.items() if k != "notes"} for row in found[2]["rows"][:8]],
        )

    def test_the_district_comes_from_cell_sheet_or_file_name(self):
        rows = [HEADS, [1, "昆山示例新一号有限公司"]]
        for name, sheet, head, expected in (
            ("新建 工作表.xlsx", "Sheet1", ["区镇", "淀山湖镇"], "淀山湖镇"),
            ("新建 工作表.xlsx", "千灯镇", [], "千灯镇"),
            ("附件2-巴城.xlsx", "Sheet1", [], "巴城镇"),
            ("新建 工作表.xlsx", "Sheet1", [], None),
        ):
            with self.subTest(expected=expected):
                path = self.folder / name
                workbook(path, [head, *rows], sheet)
                (found,) = self.read(path)
                self.assertEqual(found["district"], expected)
        (found,) = self.read(path, more=["--district", "周庄"])
        self.assertEqual(found["district"], "周庄镇")

    def test_what_the_register_knows_is_said(self):
        self.xyb("enterprise", "add", "--name", "昆山示例旧精密有限公司", "--district", "张浦镇")
        self.xyb("enterprise", "add", "--name", "昆山示例老牌（光学）有限公司", "--district", "周市镇")
        self.xyb("nomination", "add", "昆山示例旧精密有限公司", "--year", 2019, "--accepted", "2019-08-01")
        self.xyb("nomination", "add", "昆山示例旧精密有限公司", "--year", 2020, "--district", "张浦镇")
        path = self.folder / "周市镇.xlsx"
        workbook(
            path,
            [HEADS, [1, "昆山示例旧精密有限公司"], [2, "昆山市示例老牌(光学)有限责任公司"], [3, "昆山示例老牌(光学)有限公司"]],
        )
        (found,) = self.read(path)
        rows = self.rows(found)
        self.assertEqual(rows[2]["status"], "question")
        self.assertEqual(rows[2]["match"]["how"], "exact")
        self.assertEqual(rows[2]["match"]["accepted_year"], 2019)
        self.assertIn("2019 年已通过贯标验收", "".join(rows[2]["notes"]))
        self.assertIn("张浦镇已经推荐", "".join(rows[2]["notes"]))
        self.assertEqual((rows[3]["match"]["how"], rows[3]["status"]), ("likely", "question"))
        self.assertEqual(rows[4]["match"]["name"], "昆山示例老牌（光学）有限公司")
        self.assertEqual(rows[4]["match"]["how"], "exact")

    def test_each_file_that_cannot_be_read_has_its_own_sentence(self):
        other = self.folder / "通讯录.xlsx"
        workbook(other, [["姓名", "电话"], ["张示例", "57266159"]])
        empty = self.folder / "空.xlsx"
        empty.write_bytes(b"")
        picture = self.folder / "照片.xlsx"
        picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
        found = self.read(other, empty, picture, self.folder / "没有.xlsx", DATA / "returned/周市镇.xls")
        for one, word in zip(found, ("表头", "空文件", "图片", "不存在")):
            self.assertIn(word, one["error"])
            self.assertIn(one["file"], one["error"])
            self.assertEqual(one["rows"], [])
        self.assertIsNone(found[4]["error"])
