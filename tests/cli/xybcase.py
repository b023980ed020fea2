"""What the tests of xyb share: a fresh office in a folder of its own, and a way to run commands."""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import tap

XYB = tap.arguments[0] if tap.arguments else "xyb"
DATA = pathlib.Path(__file__).resolve().parent.parent / "data"


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode("utf-8", "replace")
        self.err = done.stderr.decode("utf-8", "replace")

    @property
    def json(self):
        return json.loads(self.out)


class XybCase(unittest.TestCase):
    """Each test gets `self.folder` and, unless `office` is False, an initialised `self.office`."""

    with_office = True

    @classmethod
    def setUpClass(cls):
        cls.template = None
        if cls.with_office:
            cls.template_folder = tempfile.mkdtemp(prefix="xyb-template-")
            cls.template = os.path.join(cls.template_folder, "office.xyb")
            done = cls.call("init", "--office", cls.template)
            assert done.status == 0, done.err

    @classmethod
    def tearDownClass(cls):
        if cls.with_office:
            shutil.rmtree(cls.template_folder)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="xyb-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.office = self.folder / "office.xyb"
        if self.template:
            shutil.copy(self.template, self.office)

    @staticmethod
    def call(*words, env=None, **kwargs):
        environment = dict(os.environ, **(env or {}))
        done = subprocess.run(
            [XYB, *map(str, words)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            timeout=300,
            check=False,
            **kwargs,
        )
        return Result(done)

    def xyb(self, *words, **kwargs):
        """Runs a command on this test's office and expects it to be done."""
        result = self.call(*words, "--office", self.office, **kwargs)
        self.assertEqual(result.status, 0, f"{words}: {result.err}")
        return result

    def refused(self, *words, status=1, **kwargs):
        """Runs a command that must be refused with one Chinese sentence; gives that sentence."""
        result = self.call(*words, "--office", self.office, **kwargs)
        self.assertEqual(result.status, status, f"{words}: {result.out}{result.err}")
        self.assertEqual(len(result.err.strip().splitlines()), 1, result.err)
        self.assertRegex(result.err, "[一-鿿]")
        self.assertNotRegex(result.err, r"SQLITE|errno|NULL|\(null\)")
        return result.err.strip()

    def quotas(self, year=2020):
        shown = self.xyb("quota", "show", "--year", year, "--json").json
        return {row["district"]: row["accreditation"] for row in shown["quotas"]}


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def folder_digests(folder):
    """Every file below a folder by its bytes, but for what holds no data: SQLite's shared memory, an
    empty write-ahead log, the lock's companion."""
    return {
        str(path.relative_to(folder)): digest(path)
        for path in sorted(pathlib.Path(folder).rglob("*"))
        if path.is_file()
        and not path.name.endswith(("-shm", ".lock"))
        and not (path.name.endswith("-wal") and path.stat().st_size == 0)
    }
