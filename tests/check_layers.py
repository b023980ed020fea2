#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No #include points up (DESIGN §2).

usage: check_layers.py SRC

Reads every .c and .h below SRC, whose folders are the layers, and names each #include a layer may
not have: of our own headers by the layer that owns them, of libraries by what each layer may use.
Exit status 0 when there is none.
"""

import pathlib
import re
import sys

# A layer and those below it that it may use.
LAYERS = {
    "core": set(),
    "files": {"core"},
    "store": {"core", "files"},
    "exchange": {"core", "files"},
    "print": {"core", "files"},
    "cli": {"core", "files", "store", "exchange", "print"},
    "app": {"core", "files", "store", "exchange", "print"},
}

# Headers of libraries that belong to a few layers only.
LIBRARIES = [
    (r"sqlite3(ext)?\.h$", {"store"}),
    (r"(gtk|gdk|gsk)/|adwaita\.h$", {"app"}),
    (r"(cairo|pango|fontconfig|harfbuzz|hb)", {"print", "app"}),
    (r"(gsf|libxml)/|xlsxwriter(\.h$|/)", {"exchange"}),
    (r"json-glib/", {"store", "exchange", "cli"}),
]

# core is values and rules: GLib, ICU and the parts of the C library a value needs (<stdio.h> for
# sscanf() and snprintf()); nothing that knows files, folders or processes.
CORE_MAY = (
    r"(glib\.h|glib/gi18n(-lib)?\.h|unicode/\w+\.h"
    r"|(errno|float|inttypes|limits|math|stdarg|stdbool|stddef|stdint|stdio|stdlib|string)\.h)$"
)

# Made by Meson at the top of the build folder.
GENERATED = {"xyb-config.h"}

INCLUDE = re.compile(r"^\s*#\s*include\b\s*(.*)$")
NAME = re.compile(r"^(?:<([^>]+)>|\"([^\"]+)\")")


def find_owners(src):
    """Name of every header below src → the layers that have one of that name."""
    owners = {}
    for layer in LAYERS:
        for path in (src / layer).rglob("*.h"):
            owners.setdefault(path.name, set()).add(layer)
    return owners


def check_own(layer, name, owners):
    """What is wrong with layer including our header name, or None."""
    owner = owners[name]
    if len(owner) > 1:
        return f"{name} exists in several layers: {', '.join(sorted(owner))}"
    (owner,) = owner
    if owner == layer:
        return None
    if owner not in LAYERS[layer]:
        return f"{layer} may not use {owner}: {name}"
    if name.endswith("-private.h"):
        return f"{name} is for {owner} only"
    return None


def check_library(layer, name):
    """What is wrong with layer including the library header name, or None."""
    if layer == "core" and not re.match(CORE_MAY, name):
        return f"core may not use <{name}>"
    for pattern, may in LIBRARIES:
        if re.match(pattern, name) and layer not in may:
            return f"{layer} may not use <{name}>, only {', '.join(sorted(may))}"
    return None


def check_include(layer, argument, owners):
    """What is wrong with one #include of layer, or None."""
    match = NAME.match(argument)
    if not match:
        return f"#include {argument} cannot be read without a preprocessor"
    name = match.group(1) or match.group(2)
    base = pathlib.PurePosixPath(name).name
    if base in owners:
        return check_own(layer, base, owners)
    if match.group(2):
        if base in GENERATED:
            return None
        if base.startswith("xyb-"):
            return f"{name} belongs to no layer"
    return check_library(layer, name)


def check_tree(src):
    """(files read, complaints) of the whole tree."""
    owners = find_owners(src)
    complaints = []
    n_files = 0
    for folder in sorted(p for p in src.iterdir() if p.is_dir()):
        if folder.name not in LAYERS:
            complaints.append(f"{folder}: no layer of DESIGN §2")
            continue
        for path in sorted(folder.rglob("*.[ch]")):
            n_files += 1
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                wrong = match and check_include(folder.name, match.group(1), owners)
                if wrong:
                    complaints.append(f"{path}:{number}: {wrong}")
    return n_files, complaints


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    src = pathlib.Path(arguments[1])
    n_files, complaints = check_tree(src)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    if n_files == 0:
        print(f"{src}: no sources found", file=sys.stderr)
        return 1
    print(f"{n_files} files, {len(complaints)} includes that point up")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
