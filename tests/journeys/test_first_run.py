# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting: the first time, a second time, with a file."""

import subprocess

import desk


class FirstRun(desk.Desk):
    def test_first_run(self):
        """the first run asks where to begin; 昆山's own papers bring the plan of 2020"""
        self.start()
        self.says("欢迎使用")
        self.tab_to("用昆山 2019–2020 资料开始")
        self.key("Return")
        self.find("2020 年", "label")
        self.go("指标分解")
        self.find(contains="合计 66 = 方案目标 66")
        self.quit()
        self.start()
        self.find("2020 年", "label")
        self.assertFalse(self.is_shown(contains="欢迎使用"))
        self.quit()

    def second(self, *arguments):
        """A second start hands over to the first and ends."""
        second = self.spawn(*arguments)
        second.wait(desk.DEADLINE)
        self.assertEqual(second.returncode, 0)
        self.assertEqual(len(self.windows()), 1)

    def test_second_start(self):
        """a second start raises the window that is there and ends"""
        self.start(self.sample())
        self.go("企业")
        self.find("共 40 家", "label")
        self.second()
        desk.wait_for(self.active, "窗口仍在前面")
        self.quit()

    def shows_the_other(self):
        """The page in view is another one after an office was opened."""
        self.go("企业")
        return self.is_shown("共 12 家", "label")

    def test_second_start_with_a_file(self):
        """a second start with a file opens it in the window that is there"""
        other = self.sample("other.xyb", enterprises=12)
        self.start(self.sample())
        self.go("企业")
        self.find("共 40 家", "label")
        self.second(other)
        desk.wait_for(self.shows_the_other, "另一份办公数据")
        self.quit()
