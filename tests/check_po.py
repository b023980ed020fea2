"""po/en.po is complete: every source string has an English translation, none is fuzzy, and
POTFILES lists every file that has strings (DESIGN §3)."""

import pathlib
import re
import subprocess
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parent.parent
MARKED = re.compile(r"\b(?:_|N_|C_|ngettext|g_dngettext) ?\(|translatable=\"(?:yes|true)\"")


def sources():
    for pattern in ("src/**/*.c", "src/**/*.h", "ui/**/*.ui"):
        yield from TOP.glob(pattern)


def potfiles():
    lines = (TOP / "po/POTFILES").read_text().split()
    return [line for line in lines if not line.startswith("#")]


def messages(path):
    """msgid → msgstr of a .po file, without the header and obsolete entries."""
    text = subprocess.run(
        ["msgattrib", "--no-obsolete", "--no-wrap", path], check=True, capture_output=True
    ).stdout.decode()
    found = {}
    for block in text.split("\n\n"):
        parts = {"msgid": "", "msgid_plural": "", "msgctxt": "", "msgstr": ""}
        key = None
        fuzzy = any(line.startswith("#,") and "fuzzy" in line for line in block.splitlines())
        for line in block.splitlines():
            match = re.match(r'(msgid_plural|msgid|msgctxt|msgstr)(?:\[\d\])? (".*")$', line)
            if match:
                key = match.group(1)
                parts[key] += match.group(2)[1:-1]
            elif line.startswith('"') and key:
                parts[key] += line[1:-1]
        if parts["msgid"]:
            found[parts["msgctxt"] + parts["msgid"]] = "" if fuzzy else parts["msgstr"]
    return found


class Translations(unittest.TestCase):
    def test_every_file_with_strings_is_listed(self):
        marked = sorted(
            str(path.relative_to(TOP)) for path in sources()
            if path.name != "xyb-i18n.h" and MARKED.search(path.read_text())
        )  # fmt: skip
        listed = [name for name in potfiles() if name.startswith(("src/", "ui/"))]
        self.assertEqual(sorted(listed), marked)

    def test_every_string_has_an_english_translation(self):
        with tempfile.TemporaryDirectory() as folder:
            pot = pathlib.Path(folder) / "now.pot"
            subprocess.run(
                ["xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2",
                 "--keyword=g_dngettext:2,3", "--keyword=XYB_CLI_TEXT_OPTION:3",
                 "--keyword=XYB_CLI_FLAG_OPTION:3", "-o", pot, *potfiles()],
                check=True, cwd=TOP, capture_output=True,
            )  # fmt: skip
            wanted = messages(pot)
        have = messages(TOP / "po/en.po")
        self.assertGreater(len(wanted), 100)
        self.assertEqual([text for text in wanted if not have.get(text)], [])
        self.assertEqual([text for text in have if text not in wanted], [])

    def test_no_string_is_cut_off(self):
        """xgettext stops at a macro it does not know, such as G_GINT64_FORMAT: use PRId64 or %zu."""
        cut = [text for text in messages(TOP / "po/en.po") if re.search(r"(?<!%)(%%)*%[-+ #0-9.]*$", text)]
        self.assertEqual(cut, [])

    def test_formats_agree_between_source_and_translation(self):
        done = subprocess.run(
            ["msgfmt", "--check", "-o", "/dev/null", TOP / "po/en.po"], capture_output=True, check=False
        )
        self.assertEqual(done.returncode, 0, done.stderr.decode())
