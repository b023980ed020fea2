#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_layers.py finds what it is there to find: includes planted in a tree of its own."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).with_name("check_layers.py")
LAYERS = ["core", "files", "store", "exchange", "print", "cli", "app"]

ALLOWED = [
    ("core", '#include "xyb-core-thing.h"'),
    ("core", "#include <glib.h>"),
    ("core", "#include <unicode/ucol.h>"),
    ("files", '#include "xyb-core-thing.h"'),
    ("store", "#include <sqlite3.h>"),
    ("store", '#include "xyb-store-private.h"'),
    ("exchange", '#include "xyb-files-thing.h"'),
    ("print", "#include <cairo-pdf.h>"),
    ("cli", '#include "xyb-store-thing.h"'),
    ("app", '#include "xyb-print-thing.h"'),
    ("app", "#include <gtk/gtk.h>"),
    ("app", '#include "xyb-config.h"'),
    ("core", "/* the window's header, #include <gtk/gtk.h>, is above us */"),
]

REFUSED = [
    ("core", '#include "xyb-store-thing.h"', "core may not use store"),
    ("core", '#include "xyb-files-thing.h"', "core may not use files"),
    ("core", "#include <xyb-app-thing.h>", "core may not use app"),
    ("core", '#include "../store/xyb-store-thing.h"', "core may not use store"),
    ("core", '  #  include "xyb-cli-thing.h"', "core may not use cli"),
    ("core", "#include <sqlite3.h>", "core may not use <sqlite3.h>"),
    ("core", "#include <gtk/gtk.h>", "core may not use <gtk/gtk.h>"),
    ("core", "#include <gio/gio.h>", "core may not use <gio/gio.h>"),
    ("core", "#include <gio/gunixmounts.h>", "core may not use"),
    ("core", "#include <cairo.h>", "core may not use <cairo.h>"),
    ("core", "#include <gsf/gsf-infile.h>", "core may not use"),
    ("core", "#include <unistd.h>", "core may not use <unistd.h>"),
    ("core", "#include <glib/gstdio.h>", "core may not use <glib/gstdio.h>"),
    ("files", '#include "xyb-store-thing.h"', "files may not use store"),
    ("store", '#include "xyb-exchange-thing.h"', "store may not use exchange"),
    ("store", '#include "xyb-print-thing.h"', "store may not use print"),
    ("exchange", '#include "xyb-store-thing.h"', "exchange may not use store"),
    ("print", '#include "xyb-exchange-thing.h"', "print may not use exchange"),
    ("exchange", "#include <sqlite3.h>", "only store"),
    ("app", "#include <sqlite3.h>", "only store"),
    ("cli", '#include "sqlite3.h"', "only store"),
    ("cli", "#include <adwaita.h>", "only app"),
    ("print", "#include <gtk/gtk.h>", "only app"),
    ("cli", '#include "xyb-app-thing.h"', "cli may not use app"),
    ("app", '#include "xyb-cli-thing.h"', "app may not use cli"),
    ("app", '#include "xyb-store-private.h"', "for store only"),
    ("store", '#include "xyb-nowhere.h"', "belongs to no layer"),
    ("store", "#include XYB_HEADER", "cannot be read"),
]


class CheckLayers(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.src = pathlib.Path(folder.name) / "src"
        for layer in LAYERS:
            (self.src / layer / "page").mkdir(parents=True)
            (self.src / layer / f"xyb-{layer}-thing.h").write_text("#pragma once\n")
        (self.src / "store" / "xyb-store-private.h").write_text("#pragma once\n")

    def check(self):
        return subprocess.run(
            [sys.executable, str(CHECK), str(self.src)], capture_output=True, text=True, check=False
        )

    def plant(self, layer, line):
        """In a subfolder, where a check of the top alone would not look."""
        path = self.src / layer / "page" / "planted.c"
        path.write_text(f"/* planted */\n{line}\n")
        return path

    def test_clean_tree_passes(self):
        result = self.check()
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_downward_includes_pass(self):
        for layer, line in ALLOWED:
            with self.subTest(layer=layer, line=line):
                path = self.plant(layer, line)
                result = self.check()
                self.assertEqual(result.returncode, 0, result.stderr)
                path.unlink()

    def test_upward_includes_fail(self):
        for layer, line, complaint in REFUSED:
            with self.subTest(layer=layer, line=line):
                path = self.plant(layer, line)
                result = self.check()
                self.assertEqual(result.returncode, 1)
                self.assertIn(f"{path}:2: ", result.stderr)
                self.assertIn(complaint, result.stderr)
                path.unlink()

    def test_header_of_two_layers_fails(self):
        (self.src / "app" / "xyb-core-thing.h").write_text("#pragma once\n")
        self.plant("core", '#include "xyb-core-thing.h"')
        result = self.check()
        self.assertEqual(result.returncode, 1)
        self.assertIn("several layers", result.stderr)

    def test_unknown_layer_fails(self):
        (self.src / "helpers").mkdir()
        self.assertEqual(self.check().returncode, 1)

    def test_empty_tree_fails(self):
        for path in self.src.rglob("*.h"):
            path.unlink()
        self.assertEqual(self.check().returncode, 1)


if __name__ == "__main__":
    unittest.main()
