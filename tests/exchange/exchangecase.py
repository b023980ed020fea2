"""What the tests of files in and out share: a folder, the two helpers, and zips made by hand."""

import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile

import tap

WRITE, DUMP = tap.arguments[:2]
DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
ANNEX1 = DATA / "annex1-2020.tsv"

# XybExchangeError and XybFileError, in the order of their headers.
FAILED, FORMAT, DAMAGED, LIMIT, READ_BACK, CANCELLED = range(6)
FILE_FAILED, NOT_FOUND, EXISTS, NO_SPACE, NOT_WRITABLE, BUSY, BAD_NAME = range(7)

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


class ExchangeCase(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="xyb-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def write(self, kind, path, *arguments, **options):
        """Returns (status, domain, code, sentence)."""
        done = subprocess.run(
            [WRITE, kind, str(path), *map(str, arguments)], capture_output=True, **options
        )
        text = done.stderr.decode().strip()
        self.assertIn(done.returncode, (0, 1), text)
        if done.returncode == 0:
            return 0, None, None, text
        refusal = re.search(r"\A(xyb\w*) (\d+) (.*)\Z", text)
        self.assertIsNotNone(refusal, text)
        return 1, refusal.group(1), int(refusal.group(2)), refusal.group(3)

    def written(self, kind, *arguments):
        path = self.folder / f"{kind}.xlsx"
        self.assertEqual(self.write(kind, path, *arguments)[0], 0)
        return path

    def dump(self, *paths, count=False):
        options = ["--count"] if count else []
        done = subprocess.run([DUMP, *options, *map(str, paths)], capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr.decode()[-4000:])
        self.assertEqual(done.stderr, b"")
        found = [json.loads(line) for line in done.stdout.decode().splitlines()]
        self.assertEqual(len(found), len(paths))
        return found if len(paths) > 1 else found[0]

    def assert_sentence(self, sentence, *parts):
        """One Chinese sentence on one line, with what it is about in it."""
        self.assertRegex(sentence, r"^[^\n]*[\u4e00-\u9fff][^\n]*。$")
        self.assertEqual(sentence.count("。"), 1, sentence)
        for part in parts:
            self.assertIn(part, sentence)

    def assert_refused(self, path, code, *parts):
        found = self.dump(path, count=True)
        self.assertIn("error", found, found)
        self.assertIn("exchange", found["domain"], found)
        self.assertEqual(found["code"], code, found)
        self.assert_sentence(found["error"], path.name, *parts)
        return found["error"]


def texts(sheet):
    """{(row, column): text} of a dumped sheet."""
    return {
        (row["row"], cell["column"]): cell["text"] for row in sheet["rows"] for cell in row["cells"]
    }


def sheet_xml(rows, before="", after="", prefix=""):
    tag = prefix + ":" if prefix else ""
    namespace = f'xmlns:{prefix}="{MAIN}"' if prefix else f'xmlns="{MAIN}"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><{tag}worksheet {namespace}>{before}'
        f"<{tag}sheetData>{rows}</{tag}sheetData>{after}</{tag}worksheet>"
    )


def package(
    path, sheets=("",), strings=None, styles=None, workbook_pr="", states=None, extra=None,
    sheet_parts=None, compression=zipfile.ZIP_DEFLATED,
):  # fmt: skip
    """An xlsx of the parts given as text: what other writers than ours leave behind."""
    parts = sheet_parts or [sheet_xml(rows) for rows in sheets]
    states = states or [""] * len(parts)
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{DOC}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(parts) + 1)
    )
    listed = "".join(
        f'<sheet name="表{n}" sheetId="{n}" {states[n - 1]} r:id="rId{n}"/>'
        for n in range(1, len(parts) + 1)
    )
    with zipfile.ZipFile(path, "w", compression) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{DOC}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>',
        )
        for n, part in enumerate(parts, 1):
            archive.writestr(f"xl/worksheets/sheet{n}.xml", part)
        if strings is not None:
            relations += f'<Relationship Id="s" Type="{DOC}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
            archive.writestr("xl/sharedStrings.xml", strings)
        if styles is not None:
            relations += f'<Relationship Id="t" Type="{DOC}/styles" Target="styles.xml"/>'
            archive.writestr("xl/styles.xml", styles)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
            if "vbaProject" in name:
                relations += (
                    '<Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/'
                    'relationships/vbaProject" Target="vbaProject.bin"/>'
                )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{DOC}">{workbook_pr}<sheets>{listed}</sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
        )
    return path
