# SPDX-License-Identifier: GPL-3.0-or-later
"""What a 区镇 returned comes in without the mouse: looked at, decided, taken over, taken back."""

import json

import desk

RETURNED = """附件2,,,,,,
2020年昆山市信用管理贯标企业汇总表,,,,,,
区镇：周市镇,,业务负责人：李示例,,联系方式：0512-55550100,,
序号,企业名称,主要产品,去年销售收入,职工人数,联系人,电话
1,昆山示例一号机械有限公司,精密零部件,1.2亿,180,张示例,0512-55550101
2,昆山示例二号模具有限公司,精密模具,120000000,15,李示例,0512-55550102
3,昆山示例三号电子有限公司,传感器,8600,210,钱示例,0512-55550103
"""


class Intake(desk.Desk):
    def nominations(self):
        text = self.run_xyb(
            "nomination", "list", "--year", "2020", "--district", "周市镇", "--json", "--office",
            self.file("office.xyb"),
        )
        return json.loads(text)

    def test_return_comes_in(self):
        """a workbook from the desktop: a question answered, accepted, undone, done again"""
        office = self.file("office.xyb")
        self.run_xyb("init", "--office", office)
        returned = self.file("附件2 周市镇.csv")
        with open(returned, "w", encoding="utf-8") as out:
            out.write(RETURNED)
        self.start(office)
        self.go("企业汇总")
        # A double click in the file manager: the program that is open takes it.
        self.assertEqual(self.spawn(returned).wait(desk.DEADLINE), 0)
        self.says("待定 1 行，可接受 2 行")
        self.find("导入回收表", "label")
        self.key("F6")
        self.tab_to("按 12000 万元", "push button")
        self.key("space")
        self.says("3 行全部可接受")
        self.key("ctrl+Return")
        self.says("导入附件2")
        self.says("已导入 3 家")
        self.key("ctrl+z")
        self.says("3 行全部可接受")
        self.key("ctrl+shift+z")
        self.says("已导入 3 家")
        self.key("alt+Left")
        self.wait_until_gone(contains="把文件拖到这里继续加")
        self.quit()
        self.assertEqual(len(self.nominations()), 3)
