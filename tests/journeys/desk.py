# SPDX-License-Identifier: GPL-3.0-or-later
"""A clerk at her desk: drives the real program from outside, by keyboard and through the
accessibility bus, as a screen reader would. Runs below tests/with-display. Nothing here sleeps: every
step waits for a fact with a deadline."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

from gi.repository import Gio, GLib

import tap

DEADLINE = 40
BUTTONS = ("push button", "toggle button")

ROLES = {
    7: "check box", 11: "combo box", 16: "dialog", 20: "filler", 23: "frame", 27: "image", 29: "label",
    31: "list", 32: "list item", 35: "menu item", 39: "panel", 40: "password text", 43: "push button",
    44: "radio button", 48: "scroll bar", 49: "scroll pane", 50: "separator", 52: "spin button",
    61: "text", 62: "toggle button", 69: "window", 79: "entry",
}
STATES = {"ACTIVE": 1, "CHECKED": 4, "FOCUSABLE": 11, "FOCUSED": 12, "SELECTED": 23, "SENSITIVE": 24, "VISIBLE": 30}
LEAVES = ("label", "image", "separator", "scroll bar")
ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"


class Missing(AssertionError):
    pass


def turn():
    """Lets the bus speak; comes back when something was said, at the latest after 15 ms."""
    context = GLib.MainContext.default()
    GLib.timeout_add(15, lambda: False)
    context.iteration(True)
    while context.pending():
        context.iteration(False)


def wait_for(fact, what, deadline=DEADLINE):
    """The first true value of fact()."""
    end = time.monotonic() + deadline
    while True:
        try:
            value = fact()
        except GLib.Error:  # a widget that has gone meanwhile
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Missing(f"等不到：{what() if callable(what) else what}")
        turn()


class Bus:
    """The accessibility bus. Many questions are asked at once: the program answers them in one go,
    where one after the other would take longer than a toast stays."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1, None
        ).unpack()[0]
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address,
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None,
            None,
        )
        self.focus = None
        # The program speaks of its focus when somebody has said to listen.
        self.call("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry",
                  "RegisterEvent", GLib.Variant("(s)", ("object:state-changed:focused",)))
        self.connection.signal_subscribe(
            None, "org.a11y.atspi.Event.Object", "StateChanged", None, "focused", 0, self.focus_cb
        )

    def focus_cb(self, _connection, name, path, _interface, _signal, parameters):
        if parameters.unpack()[1] == 1:
            self.focus = Node(self, name, path)

    def call(self, name, path, interface, method, arguments=None):
        return self.connection.call_sync(
            name, path, interface, method, arguments, None, 0, 10000, None
        ).unpack()

    def ask(self, questions):
        """Answers in the order of the questions; None where the widget has gone."""
        answers = [None] * len(questions)
        left = len(questions)

        def answered(_connection, result, number):
            nonlocal left
            left -= 1
            try:
                answers[number] = self.connection.call_finish(result).unpack()
            except GLib.Error:
                pass

        for number, (node, interface, method, arguments) in enumerate(questions):
            self.connection.call(
                node.bus_name, node.path, interface, method, arguments, None, 0, 10000, None, answered, number
            )
        while left:
            GLib.MainContext.default().iteration(True)
        return answers


class Node:
    """A widget as the bus shows it, at the moment it was asked for."""

    def __init__(self, bus, bus_name, path):
        self.bus = bus
        self.bus_name = bus_name
        self.path = path
        self.children = []
        self.name = ""
        self.role = ""
        self.states = 0

    QUESTIONS = 3

    def questions(self):
        return [
            (self, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (ACCESSIBLE, "Name"))),
            (self, ACCESSIBLE, "GetRole", None),
            (self, ACCESSIBLE, "GetState", None),
        ]

    def take(self, name, role, states):
        name = name[0] if name else ""
        # GTK 4.8 says a name twice where the label is a child too.
        half = len(name) // 2
        self.name = name[:half] if name == f"{name[:half]} {name[:half]}" else name
        self.role = ROLES.get(role[0], str(role[0])) if role else "gone"
        self.states = states[0][0] if states else 0
        return self

    def refresh(self):
        return self.take(*self.bus.ask(self.questions()))

    def has(self, state):
        return bool(self.states >> STATES[state] & 1)

    def look(self):
        """Everything below, level by level. Of a stack GTK 4.8 shows every page, also those behind: a
        place is named by what only it has."""
        level = [self.refresh()]
        while level:
            asked = [node for node in level if node.has("VISIBLE") and node.role not in LEAVES]
            found = []
            for node, answer in zip(asked, self.bus.ask([(n, ACCESSIBLE, "GetChildren", None) for n in asked])):
                node.children = [Node(self.bus, *child) for child in answer[0]] if answer else []
                found += node.children
            answers = self.bus.ask([question for node in found for question in node.questions()])
            for i, node in enumerate(found):
                node.take(*answers[i * self.QUESTIONS : (i + 1) * self.QUESTIONS])
            level = found
        return self

    def walk(self):
        if self.has("VISIBLE"):
            yield self
            for child in self.children:
                yield from child.walk()

    @property
    def text(self):
        """GTK 4.8 wants the end said: -1 gives nothing."""
        interface = "org.a11y.atspi.Text"
        count = self.bus.call(
            self.bus_name, self.path, "org.freedesktop.DBus.Properties", "Get",
            GLib.Variant("(ss)", (interface, "CharacterCount")),
        )[0]
        return self.bus.call(
            self.bus_name, self.path, interface, "GetText", GLib.Variant("(ii)", (0, count))
        )[0]

    def press(self):
        done = self.bus.call(
            self.bus_name, self.path, "org.a11y.atspi.Action", "DoAction", GLib.Variant("(i)", (0,))
        )[0]
        assert done, f"{self.role} {self.name} takes no press"

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"


class Desk(unittest.TestCase):
    """One display, one home, one program at a time."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.manager = subprocess.Popen(
            ["openbox", "--sm-disable"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        cls.bus = Bus()
        wait_for(cls.is_managed, "窗口管理器")

    @classmethod
    def tearDownClass(cls):
        cls.manager.send_signal(signal.SIGTERM)
        cls.manager.wait()

    @staticmethod
    def is_managed():
        answer = subprocess.run(
            ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], capture_output=True, text=True, check=False
        )
        return "window id" in answer.stdout

    def setUp(self):
        self.bus.focus = None
        self.home = tempfile.mkdtemp(prefix="xyb-journey-")
        self.program = None
        self.xyb, self.window_path = tap.arguments[:2]
        self.environment = {}

    def tearDown(self):
        if self.program is not None and self.program.poll() is None:
            self.program.kill()
            self.program.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    # ---- the program ----

    def file(self, *parts):
        return os.path.join(self.home, *parts)

    def run_xyb(self, *arguments):
        return subprocess.run(
            [self.xyb, *arguments], env=self.env(), check=True, capture_output=True, text=True
        ).stdout

    def sample(self, name="office.xyb", enterprises=40):
        path = self.file(name)
        self.run_xyb("init", "--office", path)
        self.run_xyb("demo", "--office", path, "--enterprises", str(enterprises), "--year", "2020")
        return path

    def env(self):
        env = dict(os.environ)
        env.update(
            G_DEBUG="fatal-warnings,fatal-criticals",
            GTK_A11Y="atspi",
            GSETTINGS_BACKEND="keyfile",
            XDG_DATA_HOME=self.file("data"),
            XDG_CONFIG_HOME=self.file("config"),
            XDG_CACHE_HOME=self.file("cache"),
            XYB_TODAY="2020-07-24",
        )
        env.update(self.environment)
        return env

    def spawn(self, *arguments):
        return subprocess.Popen([self.window_path, *arguments], env=self.env())

    def start(self, *arguments):
        """Starts the program and waits for its window."""
        self.program = self.spawn(*arguments)
        wait_for(lambda: self.application() is not None, "程序出现在无障碍总线上")
        wait_for(lambda: self.active() is not None, "窗口得到焦点")

    def quit(self):
        self.key("ctrl+q")
        self.program.wait(DEADLINE)
        self.assertEqual(self.program.returncode, 0)

    def application(self):
        """The program on the bus."""
        if self.program.poll() is not None:
            raise Missing(f"程序已结束（{self.program.returncode}）")
        programs = self.bus.call("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren")[0]
        for name, path in programs:
            pid = self.bus.call(
                "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)),
            )[0]
            if pid == self.program.pid:
                return Node(self.bus, name, path)
        return None

    def windows(self):
        application = self.application()
        if application is None:
            return []
        children = self.bus.ask([(application, ACCESSIBLE, "GetChildren", None)])[0]
        return [Node(self.bus, *child).refresh() for child in (children[0] if children else [])]

    def active(self):
        """The window that has the keyboard."""
        return next((window for window in self.windows() if window.has("ACTIVE")), None)

    # ---- what is on screen ----

    def all(self, name=None, role=None, below=None, contains=None):
        roots = [below] if below is not None else self.windows()
        roles = (role,) if isinstance(role, str) else role
        for root in roots:
            for node in root.look().walk():
                if roles is not None and node.role not in roles:
                    continue
                if name is not None and node.name != name:
                    continue
                if contains is not None and contains not in node.name:
                    continue
                yield node

    def find(self, name=None, role=None, below=None, contains=None, deadline=DEADLINE):
        return wait_for(
            lambda: next(self.all(name, role, below, contains), None),
            lambda: f"{role or ''}「{name or contains}」\n{self.describe()}",
            deadline,
        )

    def is_shown(self, name=None, role=None, contains=None):
        return next(self.all(name, role, None, contains), None) is not None

    def wait_until_gone(self, name=None, role=None, contains=None):
        wait_for(lambda: not self.is_shown(name, role, contains), f"「{name or contains}」消失")

    def says(self, part):
        """Waits for a sentence that contains this."""
        return self.find(contains=part)

    def focused(self):
        """What has the keyboard: as the bus told, else as the youngest window shows; where a window
        opens on a field nobody tells."""
        node = self.bus.focus
        if node is not None and node.refresh().has("FOCUSED"):
            return node
        for window in reversed(self.windows()):
            for node in window.look().walk():
                if node.has("FOCUSED") and node.has("FOCUSABLE"):
                    return node
        return None

    def focused_not(self, path):
        node = self.focused()
        return node if node is not None and node.path != path else None

    def wait_for_keyboard(self, title):
        """Keys go to the window of that title now."""

        def has_keyboard():
            answer = subprocess.run(
                ["xdotool", "getwindowfocus", "getwindowname"], capture_output=True, text=True, check=False
            )
            return answer.stdout.strip() == title

        wait_for(has_keyboard, f"键盘在「{title}」")

    def wait_for_focus(self, name=None, role=None):
        roles = (role,) if isinstance(role, str) else role

        def is_there():
            node = self.focused()
            if node is None or (name is not None and name not in node.name):
                return None
            return node if roles is None or node.role in roles else None

        return wait_for(is_there, lambda: f"焦点在「{name}」，现在在 {self.focused()}\n{self.describe()}")

    def describe(self):
        """The tree, for a test that failed."""
        if os.environ.get("XYB_SHORT"): return ""
        lines = []

        def add(node, depth):
            if not node.has("VISIBLE"):
                return
            if node.role in ("panel", "filler", "scroll bar", "scroll pane", "separator"):
                for child in node.children:
                    add(child, depth)
                return
            states = [s for s in ("ACTIVE", "FOCUSED", "SELECTED") if node.has(s)]
            lines.append("  " * depth + f"{node.role} {node.name!r} {' '.join(states)}")
            for child in node.children:
                add(child, depth + 1)

        try:
            for window in self.windows():
                add(window.look(), 0)
        except (GLib.Error, Missing) as error:
            lines.append(str(error))
        return "\n".join(lines)

    def page(self, kind):
        """The page of that type, such as XybQuotaPage, once it has been shown."""
        return self.find(kind, "filler")

    def go(self, title):
        """Ctrl and the place of that page in the sidebar."""
        pages = self.find("页面", "list")
        titles = [node.name for node in pages.walk() if node.role == "list item"]
        number = next(i for i, one in enumerate(titles, 1) if one.startswith(title))
        self.key(f"ctrl+{number}")
        wait_for(lambda: self.is_current(title), f"页面「{title}」")

    def is_current(self, title):
        row = next(self.all(role="list item", below=self.find("页面", "list"), contains=title), None)
        return row is not None and row.has("SELECTED")

    # ---- the keyboard ----

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text):
        """ASCII through the keyboard; the rest comes from the clipboard."""
        if text.isascii():
            subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "1", text], check=True)
        else:
            self.copy(text)
            self.key("ctrl+v")

    def copy(self, text):
        subprocess.run(["xclip", "-selection", "clipboard"], input=text.encode(), check=True)

    def tab_to(self, name, role=None, key="Tab", limit=30):
        """Presses Tab until the focus is there."""
        node = wait_for(self.focused, "焦点")
        for _ in range(limit):
            if name in node.name and (role is None or node.role == role):
                return node
            before = node.path
            self.key(key)
            node = wait_for(lambda: self.focused_not(before), lambda: f"焦点离开 {node}")
        raise Missing(f"Tab 到不了「{name}」")

    def press(self, name, role=BUTTONS, below=None):
        """Of a menu button with the name only the part inside can be pressed."""

        def pressed():
            for node in reversed(list(self.all(name, role, below))):
                try:
                    node.press()
                    return True
                except GLib.Error:
                    pass
            return False

        wait_for(pressed, lambda: f"能按的「{name}」\n{self.describe()}")

    def save_as(self, title, path):
        """The file dialog takes a whole path where it asks for a name."""
        self.wait_for_keyboard(title)
        dialog = wait_for(
            lambda: next((w for w in self.windows() if w.name == title), None), f"「{title}」对话框"
        )
        field = wait_for(
            lambda: next((n for n in self.all(role="text", below=dialog) if n.has("FOCUSED")), None),
            "文件名",
        )
        self.key("ctrl+a")
        self.type(path)
        wait_for(lambda: field.text == path, lambda: f"文件名是 {path}，现在是 {field.text}")
        self.key("Return")
