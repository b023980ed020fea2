# SPDX-License-Identifier: GPL-3.0-or-later
"""Enterprises go along their tracks without the mouse."""

import json

import desk

A = "昆山示例精密机械有限公司"
B = "昆山示例电子材料有限公司"
C = "昆山示例印刷有限公司"
OFFICE = "office.xyb"
YEAR = ("--year", "2020")
JOIN = ("--track", "accreditation")


class Tracks(desk.Desk):
    def xyb_do(self, *words):
        return self.run_xyb(*words, "--office", self.file(OFFICE))

    def make(self, *names):
        """An office whose 附件2 has these, all at 实施."""
        path = self.file(OFFICE)
        self.run_xyb("init", "--office", path)
        for name in names:
            self.xyb_do("enterprise", "add", "--name", name, "--district", "周市镇")
            self.xyb_do("nomination", "add", *YEAR, "--district", "周市镇", "--enterprise", name)
        for stage, day in (("名单确定", "2020-04-20"), ("签约", "2020-05-12"), ("实施", "2020-05-20")):
            self.xyb_do("progress", "move", *names, *YEAR, *JOIN, "--stage", stage, "--on", day)
        return path

    def hand_in(self, name, track=JOIN, items=range(1, 7)):
        for item in items:
            self.xyb_do("material", "set", name, *YEAR, *track, "--item", str(item), "--state", "齐",
                        "--received", "2020-07-10", "--valid-until", "2020-12-31")  # fmt: skip

    def stages(self):
        rows = json.loads(self.xyb_do("progress", "list", *YEAR, *JOIN, "--json"))
        return {row["name"]: row["stage"] for row in rows}

    def show(self, track, name=A):
        return json.loads(self.xyb_do("progress", "show", name, *YEAR, "--track", track, "--json"))

    def test_batch_acceptance(self):
        """several are accepted at once; who lacks materials is named and left out with one press"""
        path = self.make(A, B, C)
        self.hand_in(A)
        self.hand_in(B)
        self.start(path)
        self.go("贯标与示范")
        self.press("表格")
        self.says("3 家，已通过 0")
        self.key("ctrl+f")
        self.wait_for_focus(role=("text", "entry"))
        self.tab_to("共 3 家", "list")
        self.key("ctrl+a")
        self.says("已选 3 家")
        self.press("批量验收…")
        self.wait_for_keyboard("登记贯标进度")
        self.says("1 家不能登记")
        self.find(C, "label")
        self.press("移出这 1 家")
        self.find("登记 2 家", "push button")
        self.tab_to("文号", "text")
        self.type("KXB-2020-9")
        self.press("登记 2 家")
        desk.wait_for(lambda: len(self.windows()) == 1, "对话框关闭")
        self.says("3 家，已通过 2")
        self.key("ctrl+z")
        self.says("3 家，已通过 0")
        self.key("ctrl+shift+z")
        self.says("3 家，已通过 2")
        self.quit()
        self.assertEqual(self.stages(), {A: "通过", B: "通过", C: "实施"})
        numbers = {s["number"] for s in self.show("accreditation")["stages"] if s["stage"] == "通过"}
        self.assertEqual(numbers, {"KXB-2020-9"})

    # ---- one enterprise, all the way ----

    def prepare(self, track, conditions, materials):
        """What is handed in and decided besides the stages."""
        on = ("--track", track)
        for number in range(1, conditions + 1):
            self.xyb_do("progress", "verdict", A, *YEAR, *on, "--condition", str(number),
                        "--verdict", "符合", "--reason", "已看证照和查询报告")  # fmt: skip
        self.hand_in(A, track=on, items=range(1, materials + 1))

    def open_sheet(self, track):
        """The track's only enterprise, from the table by keyboard."""
        self.go("贯标与示范")
        self.press(track)
        self.press("表格")
        self.key("ctrl+f")
        self.wait_for_focus(role=("text", "entry"))
        self.tab_to("共 1 家", "list")
        self.key("Return")
        self.says("第 1 家，共 1 家")

    def walk(self, title, stages):
        """下一步 leads from stage to stage; each is registered as of today."""
        for stage in stages:
            self.press(f"登记{stage}")
            self.wait_for_keyboard(title)
            self.press("登记")
            desk.wait_for(lambda: len(self.windows()) == 1, "对话框关闭")

    def test_from_recommendation_to_certificate(self):
        """贯标 to 通过, then as 市级示范 to 发文, then 省级 to 发证, by what 下一步 says"""
        path = self.file(OFFICE)
        self.run_xyb("init", "--office", path)
        self.xyb_do("enterprise", "add", "--name", A, "--district", "周市镇")
        self.xyb_do("nomination", "add", *YEAR, "--district", "周市镇", "--enterprise", A)
        self.prepare("accreditation", 6, 6)
        self.xyb_do("contract", "add", A, "--provider", "示例信用服务有限公司", "--signed", "2020-05-12")
        for step in ("成立小组", "建立体系", "内部评估"):
            self.xyb_do("progress", "step", A, *YEAR, *JOIN, "--step", step, "--on", "2020-07-10",
                        *(("--staff", "1") if step == "成立小组" else ()))  # fmt: skip
        for day in ("2020-06-18", "2020-07-02"):
            self.xyb_do("progress", "training", "add", A, *YEAR, *JOIN, "--step", "开展培训",
                        "--on", day, "--subject", "信用管理制度")  # fmt: skip
        self.start(path)
        self.open_sheet("贯标 1")
        self.walk("登记贯标进度", ("名单确定", "签约", "实施", "材料提交", "验收", "通过"))
        self.says("已通过，没有要办的事")
        self.key("ctrl+z")
        self.find("登记通过", desk.BUTTONS)
        self.key("ctrl+shift+z")
        self.says("已通过，没有要办的事")
        self.quit()
        self.assertEqual(self.show("accreditation")["result"], "passed")

        self.xyb_do("progress", "apply", A, *YEAR, "--track", "city")
        self.prepare("city", 3, 10)
        self.start(path)
        self.open_sheet("苏州市级示范 1")
        self.walk("登记苏州市级示范进度", ("推荐", "名单", "签约备案", "评价报告", "初审盖章", "报送", "现场评价",
                                         "公示", "发文"))  # fmt: skip
        self.says("已发文，没有要办的事")
        self.quit()

        self.xyb_do("progress", "apply", A, *YEAR, "--track", "province")
        self.prepare("province", 3, 0)
        self.start(path)
        self.open_sheet("省级示范 1")
        self.walk("登记省级示范进度", ("审定汇总", "评审", "公示", "发证"))
        self.says("已发证，没有要办的事")
        self.quit()
        listed = json.loads(self.xyb_do("award", "list", "--json"))
        self.assertEqual([award["track"] for award in listed["awards"]],
                         ["accreditation", "city_model", "province_model"])  # fmt: skip
        moves = [move["to"] for move in self.show("city")["moves"]]
        self.assertEqual(moves[-2:], ["公示", "发文"])
