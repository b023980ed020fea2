# SPDX-License-Identifier: GPL-3.0-or-later
"""指标分解 as the clerk works in it: a number, its refusal, its way out and back."""

import os

import openpyxl

import desk

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Quota(desk.Desk):
    def open_page(self):
        self.go("指标分解")
        return self.wait_for_focus("昆山开发区，贯标企业数", "text")

    def cell(self, value):
        """The cursor stands in 昆山开发区 and the cell says so."""
        self.wait_for_focus(f"昆山开发区，贯标企业数：{value}", "text")

    def set_quota(self, value):
        self.type(value)
        self.key("Return")
        self.wait_for_focus("昆山高新区，贯标企业数", "text")
        self.key("Up")
        self.cell(value)

    def sentence(self, part):
        desk.wait_for(
            lambda: next(self.all(contains=part, role="label", below=self.quota), None),
            lambda: f"「{part}」\n{self.describe()}",
        )

    def begin(self, *arguments):
        self.start(*arguments)
        self.open_page()
        self.quota = self.page("XybQuotaPage")

    def add_reader(self):
        """A program for workbooks that notes what it is given."""
        programs = self.file("data", "applications")
        os.makedirs(programs)
        note = self.file("opened")
        script = self.file("reader")
        with open(script, "w", encoding="utf-8") as out:
            out.write(f'#!/bin/sh\nprintf "%s" "$1" > {note}.part && mv {note}.part {note}\n')
        os.chmod(script, 0o755)
        with open(os.path.join(programs, "reader.desktop"), "w", encoding="utf-8") as out:
            out.write(
                f"[Desktop Entry]\nType=Application\nName=表格\nExec={script} %f\nMimeType={XLSX};\n"
            )
        with open(os.path.join(programs, "mimeapps.list"), "w", encoding="utf-8") as out:
            out.write(f"[Default Applications]\n{XLSX}=reader.desktop\n")
        return note

    def opened(self, note):
        def read():
            if not os.path.exists(note):
                return None
            with open(note, encoding="utf-8") as text:
                return text.read()

        return desk.wait_for(read, "程序打开导出的文件")

    def test_total_refuses(self):
        """a total that is not the plan's is said at once, holds up the export, and is undone"""
        self.begin(self.sample())
        self.sentence("合计 66 = 方案目标 66")
        self.set_quota("9")
        self.sentence("合计 65")
        self.key("ctrl+e")
        self.says("合计与方案目标不一致")
        self.find("仍然导出并注明", desk.BUTTONS)
        self.key("Escape")
        desk.wait_for(lambda: len(self.windows()) == 1, "对话框关闭")
        self.key("ctrl+z")
        self.sentence("合计 66 = 方案目标 66")
        self.quit()

    def test_undo_after_restart(self):
        """what was changed before the program was closed can be undone and done again"""
        office = self.sample()
        self.begin(office)
        self.set_quota("9")
        self.quit()
        self.begin(office)
        self.cell(9)
        self.key("ctrl+z")
        self.sentence("合计 66 = 方案目标 66")
        self.cell(10)
        self.quit()
        self.begin(office)
        self.cell(10)
        self.key("ctrl+shift+z")
        self.sentence("合计 65")
        self.cell(9)
        self.quit()

    def test_exports(self):
        """附件1 and 附件2 go out and are opened; the workbook has the number typed"""
        note = self.add_reader()
        self.begin(self.sample())
        self.set_quota("9")
        self.key("Down")
        self.wait_for_focus("昆山高新区，贯标企业数", "text")
        self.type("11")
        self.key("Return")
        self.sentence("合计 66 = 方案目标 66")
        self.export("导出附件1", "annex1.xlsx", note)
        sheet = openpyxl.load_workbook(self.file("annex1.xlsx")).active
        numbers = {row[0].value: row[1].value for row in sheet.iter_rows() if row[0].value}
        self.assertEqual(numbers["昆山开发区"], 9)
        self.assertEqual(numbers["昆山高新区"], 11)
        self.go("企业汇总")
        self.page("XybSubmissionPage")
        self.export("导出附件2", "annex2.xlsx", note)
        book = openpyxl.load_workbook(self.file("annex2.xlsx"))
        text = [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value]
        self.assertTrue(any("昆山示例" in one for one in text))
        self.quit()

    def export(self, title, name, note):
        path = self.file(name)
        if os.path.exists(note):
            os.unlink(note)
        self.key("ctrl+e")
        self.save_as(title, path)
        self.says(f"已导出 {name}")
        self.press("打开")
        self.assertEqual(self.opened(note), path)
