# SPDX-License-Identifier: GPL-3.0-or-later
"""An enterprise is entered without the mouse."""

import desk

NAME = "昆山示例新材料有限公司"
DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def with_check(body):
    """GB 32100: the eighteenth character."""
    total = sum(DIGITS.index(one) * weight for one, weight in zip(body, WEIGHTS))
    return body + DIGITS[(31 - total % 31) % 31]


GOOD = with_check("91320583MA1MXN6Q9")
BAD = GOOD[:-1] + ("0" if GOOD[-1] != "0" else "1")


class Enterprise(desk.Desk):
    def begin(self):
        self.start(self.sample())
        self.go("企业")
        self.find("共 40 家", "label")
        self.key("ctrl+n")
        self.wait_for_keyboard("新建企业")
        self.wait_for_focus("企业名称", "text")
        self.type(NAME)
        # The bus does not show what stands in the field; the button wakes up when it is there.
        desk.wait_for(lambda: self.find("新建", "push button").has("SENSITIVE"), "名称填好")
        self.tab_to("统一社会信用代码", "text")

    def type_code(self, code):
        self.key("ctrl+a")
        self.type(code)

    def is_added(self, code):
        self.find("共 41 家", "label")
        self.find(NAME, "label", self.page("XybEnterpriseForm"))
        self.quit()
        self.assertIn(code, self.run_xyb("enterprise", "show", NAME, "--office", self.file("office.xyb")))

    def test_bad_code_seen(self):
        """a code that fails its check is explained; with the licence seen it is taken"""
        self.begin()
        self.type_code(BAD)
        self.says("校验位")
        self.tab_to("已核对证照")
        self.key("space")
        self.says("已核对证照，按证照登记")
        self.tab_to("新建", "push button")
        self.key("space")
        self.is_added(BAD)

    def test_bad_code_corrected(self):
        """a code that fails its check is refused, corrected and taken"""
        self.begin()
        self.type_code(BAD)
        self.says("校验位")
        self.tab_to("新建", "push button")
        self.key("space")
        self.assertEqual(len(self.windows()), 2)
        self.tab_to("统一社会信用代码", "text")
        self.type_code(GOOD)
        self.says("校验位相符")
        self.tab_to("新建", "push button")
        self.key("space")
        self.is_added(GOOD)
