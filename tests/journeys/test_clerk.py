# SPDX-License-Identifier: GPL-3.0-or-later
"""A new clerk's first morning of 2026, with nobody to ask."""

import openpyxl

import desk

NAMES = ("昆山示例一号机械有限公司", "昆山示例二号电子有限公司", "昆山示例三号材料有限公司")


class Clerk(desk.Desk):
    def test_first_morning(self):
        """start, 2026, quotas, three enterprises for 周市镇, 附件2 out, print preview: no dead end"""
        self.environment = {"XYB_TODAY": "2026-01-05"}
        self.start()
        self.says("欢迎使用")
        self.tab_to("用昆山 2019–2020 资料开始")
        self.key("Return")
        self.find("2020 年", "label")
        self.new_year()
        self.set_quotas()
        self.fill_zhoushi()
        self.export()
        self.key("ctrl+p")
        self.says("A4")
        self.key("Escape")
        self.quit()

    def new_year(self):
        self.press("年度")
        item = desk.wait_for(
            lambda: next(self.all(contains="新建 2026 年度"), None), lambda: f"新建 2026 年度\n{self.describe()}"
        )
        self.tab_to(item.name, key="Down")
        self.key("Return")
        self.wait_for_keyboard("新建年度")
        self.key("ctrl+Next")
        self.tab_to("已核对时限", "check box")
        self.key("space")
        for _ in range(4):
            self.key("ctrl+Next")
        self.tab_to("建立", "push button")
        self.key("space")
        self.find("2026 年", "label")

    def set_quotas(self):
        """Two numbers change places: the sum stays the plan's."""
        self.go("指标分解")
        self.wait_for_focus("昆山开发区，贯标企业数：10", "text")
        self.type("9")
        self.key("Return")
        self.wait_for_focus("昆山高新区，贯标企业数：10", "text")
        self.type("11")
        self.key("Return")
        self.find(contains="合计 66 = 方案目标 66")

    def fill_zhoushi(self):
        self.go("企业汇总")
        self.tab_to("昆山开发区", "list item")
        for _ in range(4):
            self.key("Down")
        self.wait_for_focus("周市镇", "list item")
        self.tab_to("企业名称", "text")
        for name in NAMES:
            self.copy(f"{name}\t机械零件\t12000万元\t120\t示例\t0512-55550101")
            cell = self.focused().name
            self.key("ctrl+v")
            desk.wait_for(lambda: self.focused() and self.focused().name != cell, "粘贴")
            self.key("Down")
        self.says(NAMES[2])

    def export(self):
        self.key("ctrl+e")
        self.save_as("导出附件2", self.file("annex2.xlsx"))
        self.says("已导出 annex2.xlsx")
        book = openpyxl.load_workbook(self.file("annex2.xlsx"))
        text = [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value]
        for name in NAMES:
            self.assertIn(name, text)
