# SPDX-License-Identifier: GPL-3.0-or-later
"""Chinese comes in through a real input method: ibus with libpinyin, key by key."""

import subprocess

import desk


class Typing(desk.Desk):
    def setUp(self):
        super().setUp()
        # The input method's own module warns when a window closes while it waits for an answer.
        self.environment = {"GTK_IM_MODULE": "ibus", "G_DEBUG": ""}
        self.daemon = subprocess.Popen(
            ["ibus-daemon", "--replace", "--panel=disable", "--emoji-extension=disable"],
            env=self.quiet_env(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        desk.wait_for(self.has_pinyin, "拼音输入法")

    def tearDown(self):
        super().tearDown()
        self.daemon.terminate()
        self.daemon.wait()

    def quiet_env(self):
        """The same home and display; the warnings of others are theirs."""
        env = self.env()
        env.pop("G_DEBUG")
        return env

    def has_pinyin(self):
        def ask(*words):
            return subprocess.run(
                ["ibus", "engine", *words], env=self.quiet_env(), capture_output=True, text=True, check=False
            ).stdout.strip()

        ask("libpinyin")
        return ask() == "libpinyin"

    def compose(self, letters):
        """Letters one by one, then the first candidate."""
        self.key(*letters)
        self.key("space")

    def begin(self):
        self.start(self.sample())
        self.go("企业")
        self.find("共 40 家", "label")

    def test_search(self):
        """words composed in the search find at once; no letter is lost or doubled"""
        self.begin()
        self.key("ctrl+f")
        entry = self.wait_for_focus("搜索企业")
        self.compose("kunshan")
        desk.wait_for(lambda: entry.text == "昆山", lambda: f"昆山，现在「{entry.text}」")
        self.compose("jingmi")
        desk.wait_for(lambda: entry.text == "昆山精密", lambda: f"昆山精密，现在「{entry.text}」")
        self.quit()

    def test_form(self):
        """a name composed in a form is the name of the enterprise"""
        self.begin()
        self.key("ctrl+n")
        self.wait_for_keyboard("新建企业")
        self.wait_for_focus("企业名称", "text")
        self.compose("kunshan")
        self.compose("ceshi")
        desk.wait_for(lambda: self.find("新建", "push button").has("SENSITIVE"), "名称填好")
        self.tab_to("新建", "push button")
        self.key("space")
        self.find("昆山测试", "label", self.page("XybEnterpriseForm"))
        self.quit()

    def in_products(self):
        self.go("企业汇总")
        self.tab_to("企业名称：", "text")
        self.key("Right")
        return self.wait_for_focus("第 1 行", "text")

    def test_cell(self):
        """a cell of 附件2 takes what is composed"""
        self.begin()
        self.in_products()
        self.compose("ceshi")
        self.key("Return")
        self.wait_for_focus("第 2 行", "text")
        self.key("Up")
        self.wait_for_focus("主要产品：测试", "text")
        self.quit()

    def test_enter_belongs_to_the_input_method(self):
        """Enter while composing gives the letters and leaves the cell open"""
        self.begin()
        self.in_products()
        self.key(*"ceshi", "Return")
        self.key("Return")
        self.wait_for_focus("第 2 行", "text")
        self.key("Up")
        self.wait_for_focus("主要产品：ceshi", "text")
        self.quit()
