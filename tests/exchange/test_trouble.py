"""An export that cannot be finished: one sentence, and the old file byte for byte as it was."""

import os
import pathlib
import resource
import shutil
import signal
import subprocess
import tempfile
import unittest

from exchangecase import (
    ANNEX1, BAD_NAME, BUSY, CANCELLED, NO_SPACE, NOT_FOUND, NOT_WRITABLE, READ_BACK, WRITE,
    ExchangeCase,
)  # fmt: skip


class TroubleCase(ExchangeCase):
    def old_file(self, folder=None):
        path = (folder or self.folder) / "附件2.xlsx"
        path.write_bytes("旧文件".encode())
        return path

    def assert_untouched(self, path):
        self.assertEqual(path.read_bytes(), "旧文件".encode())
        self.assertEqual([p.name for p in path.parent.iterdir() if p.name.startswith(".xyb")], [])

    def refuse(self, path, code, kind="district", argument=0, domain="file", **options):
        """Nothing but the sentence goes to stderr, whatever the library has to say."""
        status, found, number, sentence = self.write(kind, path, argument, **options)
        self.assertEqual(status, 1)
        self.assertIn(domain, found)
        self.assertEqual(number, code, sentence)
        self.assert_sentence(sentence, path.name)
        return sentence


class Trouble(TroubleCase):
    def test_a_folder_that_does_not_exist(self):
        self.refuse(self.folder / "没有" / "附件2.xlsx", NOT_FOUND)
        status, _, code, _ = self.write("quota", self.folder / "没有" / "a.xlsx", ANNEX1)
        self.assertEqual((status, code), (1, NOT_FOUND))

    def test_a_folder_in_place_of_a_file(self):
        self.refuse(self.folder, BAD_NAME)

    def test_a_file_open_in_a_spreadsheet_program(self):
        path = self.old_file()
        for lock in (".~lock.附件2.xlsx#", "~$附件2.xlsx"):
            (self.folder / lock).write_text("")
            with self.subTest(lock):
                self.assertIn("关闭", self.refuse(path, BUSY))
                self.assert_untouched(path)
            (self.folder / lock).unlink()

    @unittest.skipIf(os.geteuid() == 0, "root may write everywhere")
    def test_a_file_that_may_not_be_written(self):
        path = self.old_file()
        path.chmod(0o400)
        self.refuse(path, NOT_WRITABLE)
        self.assert_untouched(path)

    def test_a_cancelled_export(self):
        path = self.old_file()
        for count in (20, 5000):
            with self.subTest(count):
                self.refuse(path, CANCELLED, "cancelled", count, "exchange")
                self.assert_untouched(path)

    def test_rows_lost_without_a_word_are_noticed(self):
        # The temporary file stops growing at 2 MiB: libxlsxwriter does not look, and the disk is not
        # full, so that nothing but the read-back can tell.
        path = self.old_file()

        def small_files():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 20, 2 << 20))

        sentence = self.refuse(path, READ_BACK, "merged", 20000, "exchange", preexec_fn=small_files)
        self.assertIn("核对不符", sentence)
        self.assert_untouched(path)

    def test_a_file_too_large_for_the_disk_is_noticed(self):
        # Here the packed file itself may not grow.
        path = self.old_file()

        def small_files():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))

        status, domain, code, sentence = self.write("district", path, 0, preexec_fn=small_files)
        self.assertEqual(status, 1)
        self.assertTrue(("file" in domain and code == NO_SPACE) or code == READ_BACK, sentence)
        self.assert_sentence(sentence, path.name)
        self.assert_untouched(path)


class FullDisk(TroubleCase):
    """On a file system of a few hundred KiB, which only root can make."""

    def setUp(self):
        super().setUp()
        self.disk = pathlib.Path(tempfile.mkdtemp(prefix="xyb-disk-"))
        self.addCleanup(shutil.rmtree, self.disk, ignore_errors=True)

    def mount(self, kib):
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={kib}k", "xyb-test", str(self.disk)],
            capture_output=True,
        )
        if done.returncode != 0:
            self.skipTest("no file system can be mounted here")
        self.addCleanup(subprocess.run, ["umount", str(self.disk)], capture_output=True)

    def test_a_full_disk(self):
        self.mount(64)
        path = self.old_file(self.disk)
        (self.disk / "fill").write_bytes(b"x" * 1024 * 40)
        for kind, argument in (("district", 0), ("merged", 5000)):
            with self.subTest(kind):
                self.assertIn("磁盘已满", self.refuse(path, NO_SPACE, kind, argument))
                self.assert_untouched(path)
        status, _, code, _ = self.write("quota", self.disk / "附件1.xlsx", ANNEX1)
        self.assertEqual((status, code), (1, NO_SPACE))

    def test_every_size_of_disk(self):
        # From hopeless to enough: never a torn file, never an old one lost.
        done = 0
        for kib in range(200, 6400, 400):
            with self.subTest(kib):
                self.mount(kib)
                path = self.old_file(self.disk)
                status, _, code, sentence = self.write("merged", path, 2000)
                if status == 0:
                    done += 1
                    self.assertEqual(self.dump(path, count=True)["sheets"][0]["n_rows"], 2003)
                else:
                    self.assertIn(code, (NO_SPACE, READ_BACK))
                    self.assert_sentence(sentence, path.name)
                    self.assert_untouched(path)
                subprocess.run(["umount", str(self.disk)], check=True)
        self.assertGreater(done, 0)

    def test_a_disk_that_fills_up_meanwhile(self):
        # There is room when the export begins; somebody else takes it.
        self.mount(60 * 1024)
        path = self.old_file(self.disk)
        process = subprocess.Popen([WRITE, "merged", str(path), "30000"], stderr=subprocess.PIPE)
        while process.poll() is None and not list(self.disk.glob(".xyb-*")):
            pass
        try:
            with open(self.disk / "fill", "wb", buffering=0) as file:
                while file.write(b"x" * 65536) == 65536:
                    pass
        except OSError:
            pass
        error = process.communicate()[1].decode()
        if process.returncode == 0:  # it was quicker than we
            self.assertEqual(self.dump(path, count=True)["sheets"][0]["n_rows"], 30003)
            return
        self.assertEqual(process.returncode, 1, error)
        self.assert_sentence(error.strip().split(" ", 1)[-1], path.name)
        self.assert_untouched(path)


if __name__ == "__main__":
    unittest.main()
