"""Runs one fuzz target: first over its corpus and what the sets of returned workbooks give, then over
mutations of it, as many as asked for.

    run.py PROGRAM NAME --dict FILE (--runs N | --seconds N) [--keep FOLDER]

The same number of runs is the same work on every machine. What makes the program stop is kept, and belongs
into corpus/NAME once it is mended."""

import argparse
import pathlib
import subprocess
import sys
import tempfile
import zipfile
import zlib

HERE = pathlib.Path(__file__).resolve().parent
RETURNED = HERE.parent / "data" / "returned"
sys.path.insert(0, str(HERE.parent / "exchange"))

import biff  # noqa: E402

XML_PARTS = (".xml", ".rels", "mimetype")
OLE = b"\xd0\xcf\x11\xe0"
MOST_BYTES = 64 << 10


def parts_of(path):
    """A zip's XML as text, one part behind the other, as fuzz-file.h takes them."""
    text = b""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            # What no reader looks at only makes the seed larger.
            if name.startswith(("docProps", "Thumbnails", "Configurations", "xl/theme", "settings", "meta.xml", "styles.xml")):
                continue
            if name.endswith(XML_PARTS) and name != "mimetype":
                text += f"=== {name}\n".encode() + archive.read(name).rstrip(b"\n") + b"\n"
    return text


def records_of(path):
    """The stream of an .xls: what lies in its sectors in their order begins with the first BOF."""
    content = path.read_bytes()
    at = next((n for n in range(512, len(content), 512) if content[n] == 9 and content[n + 1] in (4, 8)), None)
    return content[at:] if at else None


def is_zip(path):
    return zipfile.is_zipfile(path)


def seeds(name):
    """(what, bytes) made from the sets of returned workbooks."""
    for path in sorted(RETURNED.rglob("*")):
        if not path.is_file() or path.suffix in (".json", ".md"):
            continue
        try:
            parts = parts_of(path) if is_zip(path) else None
        except (zipfile.BadZipFile, zlib.error, OSError):  # one of those that are damaged
            parts = None
        ods = parts is not None and b"content.xml" in parts
        if name == "xlsx" and parts and not ods or name == "ods" and ods:
            yield path.name, parts
        elif name == "xls" and path.read_bytes()[:4] == OLE and records_of(path):
            yield path.name, records_of(path)
        elif name == "csv" and path.suffix == ".csv":
            yield path.name, path.read_bytes()
        elif name in ("award", "return") and (path.suffix == ".csv" or parts and not ods):
            yield path.name, parts or path.read_bytes()
        # Now and then the container itself.
        kind = None if parts is None and path.read_bytes()[:4] != OLE else "xls" if not parts else "ods" if ods else "xlsx"
        if name == kind and path.stat().st_size < 8000:
            yield "raw " + path.name, path.read_bytes()
    if name == "xls":
        rows = biff.label(0, 0, "序号") + biff.number(1, 0, 1.0) + biff.cell(0xFD, 1, 1, b"\0\0\0\0")
        head = biff.record(0xFC, b"\1\0\0\0\1\0\0\0" + biff.wide("昆山示例"))
        yield "biff8", biff.workbook([rows], head)
        yield "biff5", biff.workbook([biff.cell(0x204, 0, 0, biff.coded("企业名称"))], version=0x500)


def escaped(line):
    """libFuzzer's dictionaries are ASCII."""
    return "".join(c if ord(c) < 128 else "".join(f"\\x{byte:02x}" for byte in c.encode()) for c in line)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("name")
    parser.add_argument("--dict", required=True)
    parser.add_argument("--runs", type=int)
    parser.add_argument("--seconds", type=int)
    parser.add_argument("--keep", help="where what was found stays; otherwise nothing does")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="xyb-fuzz-") as folder:
        made = pathlib.Path(folder) / "seeds"
        found = pathlib.Path(options.keep or pathlib.Path(folder) / "found")
        made.mkdir()
        found.mkdir(parents=True, exist_ok=True)
        for number, (what, content) in enumerate(seeds(options.name)):
            (made / f"{number:03} {what}").write_bytes(content)
        corpus = [str(found), str(made)]
        if (HERE / "corpus" / options.name).is_dir():
            corpus.append(str(HERE / "corpus" / options.name))
        words = pathlib.Path(folder) / "words"
        words.write_text("".join(escaped(line) for line in open(options.dict, encoding="utf-8")))
        n_seeds = sum(1 for place in corpus for path in pathlib.Path(place).iterdir())
        bound = (
            [f"-max_total_time={options.seconds}"] if options.seconds else [f"-runs={options.runs + n_seeds}", "-seed=1"]
        )
        done = subprocess.run(
            [options.program, *bound, f"-dict={words}", f"-max_len={MOST_BYTES}", "-timeout=60", "-rss_limit_mb=1500",
             "-print_final_stats=1", "-verbosity=1", f"-artifact_prefix={found}/", *corpus],
            check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        output = done.stdout.decode("utf-8", "replace")
        sys.stdout.write(output[-20000:])
        if done.returncode != 0 and not options.keep:
            for path in found.glob("crash-*"):
                print(f"{path.name}: {path.read_bytes().hex()}"[:20000])
        sys.exit(done.returncode)


if __name__ == "__main__":
    main()
