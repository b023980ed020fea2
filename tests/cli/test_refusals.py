"""Bad input: one clear Chinese sentence, old data and old files byte for byte as they were."""

import contextlib
import os
import pathlib
import re
import subprocess
import unittest

from xybcase import XYB, XybCase, digest, folder_digests


class OfficeFiles(XybCase):
    """Files that are no office, or may not be written."""

    def refused_unchanged(self, *words):
        before = folder_digests(self.folder)
        sentence = self.refused(*words)
        self.assertEqual(folder_digests(self.folder), before)
        return sentence

    def every_command(self):
        yield ("quota", "show", "--year", 2020)
        yield ("quota", "set", "--year", 2020, "--district", "周市镇", "--track", "accreditation", 9)
        yield ("check",)
        yield ("undo",)
        yield ("backup", self.folder / "copy.xyb")

    def test_no_file(self):
        self.office.unlink()
        for words in self.every_command():
            with self.subTest(words):
                self.assertIn("office.xyb", self.refused_unchanged(*words))

    def test_empty_file(self):
        self.office.write_bytes(b"")
        for words in self.every_command():
            with self.subTest(words):
                self.assertIn("office.xyb", self.refused_unchanged(*words))

    def test_foreign_file(self):
        self.office.write_bytes("这是一份通知，不是办公数据。".encode() * 100)
        for words in self.every_command():
            with self.subTest(words):
                self.assertIn("office.xyb", self.refused_unchanged(*words))

    def test_foreign_database(self):
        self.office.unlink()
        subprocess.run(["sqlite3", self.office, "CREATE TABLE t (x); INSERT INTO t VALUES (1);"], check=True)
        for words in self.every_command():
            with self.subTest(words):
                self.assertIn("office.xyb", self.refused_unchanged(*words))

    def test_newer_version(self):
        subprocess.run(["sqlite3", self.office, "PRAGMA user_version = 99;"], check=True)
        for words in self.every_command():
            with self.subTest(words):
                self.assertRegex(self.refused_unchanged(*words), "新|升级")

    def test_truncated_file(self):
        whole = self.office.read_bytes()
        self.office.write_bytes(whole[: len(whole) // 2])
        sentence = self.refused_unchanged("check")
        self.assertRegex(sentence, "损坏|不完整")

    def test_overwritten_page(self):
        whole = bytearray(self.office.read_bytes())
        for offset in range(4096 * 3, len(whole) - 4096, 4096 * 5):
            whole[offset : offset + 600] = os.urandom(600)
        self.office.write_bytes(whole)
        self.assertRegex(self.refused_unchanged("check"), "损坏")

    def test_a_damaged_page_is_found_before_anything_is_written(self):
        """Also when the page is none the command itself would have read."""
        whole = bytearray(self.office.read_bytes())
        whole[4096 * 3 : 4096 * 6] = os.urandom(4096 * 3)
        self.office.write_bytes(whole)
        for words in (("enterprise", "add", "--name", "昆山示例"), ("quota", "show", "--year", 2020)):
            with self.subTest(words):
                self.assertIn("损坏", self.refused_unchanged(*words))

    def test_a_folder_is_no_office(self):
        self.office.unlink()
        self.office.mkdir()
        self.refused("check")

    def test_init_does_not_overwrite(self):
        self.refused_unchanged("init")
        self.office.write_bytes(b"")
        self.refused_unchanged("init")

    def test_init_into_a_folder_that_is_not_there(self):
        before = folder_digests(self.folder)
        result = self.call("init", "--office", "/dev/null/nowhere/office.xyb")
        self.assertEqual(result.status, 1)
        self.assertEqual(folder_digests(self.folder), before)

    def test_restore_from_what_is_no_backup(self):
        for name, content in (("empty", b""), ("foreign", b"not a backup" * 1000)):
            backup = self.folder / name
            backup.write_bytes(content)
            with self.subTest(name):
                self.assertIn(name, self.refused_unchanged("restore", backup))
        self.assertIn("备份", self.refused_unchanged("restore", self.folder / "nowhere"))

    def test_a_backup_does_not_take_the_place_of_the_offices_own_files(self):
        for ending in ("", "-wal", "-shm", "-journal", ".lock"):
            with self.subTest(ending):
                target = f"{self.office}{ending}"
                self.refused_unchanged("backup", target, "--force")
                self.refused_unchanged("backup", target)

    def test_a_header_no_program_writes_is_said_to_be_damage(self):
        whole = bytearray(self.office.read_bytes())
        whole[47] = 200
        self.office.write_bytes(whole)
        self.assertIn("损坏", self.refused_unchanged("check"))

    def test_what_a_killed_program_left_in_a_journal_is_taken_back_for_readers_too(self):
        subprocess.run(
            ["/usr/bin/python3", "-c", """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA journal_mode = DELETE")
db.execute("PRAGMA cache_size = 2")
db.execute("BEGIN")
db.execute("UPDATE unit SET note = 'half' || hex(zeroblob(2000))")
db.execute("UPDATE quota SET accreditation = 99")
db.execute("UPDATE unit_alias SET note = 'half' || hex(zeroblob(2000))")
os._exit(9)
""", self.office],
            check=False,
        )  # fmt: skip
        self.assertGreater(os.path.getsize(f"{self.office}-journal"), 512)
        self.assertEqual(sum(self.quotas().values()), 66)
        self.xyb("check")

    def test_restore_from_a_damaged_backup(self):
        backup = self.folder / "copy.xyb"
        self.xyb("backup", backup)
        whole = backup.read_bytes()
        backup.write_bytes(whole[: len(whole) // 2])
        self.refused_unchanged("restore", backup)


@unittest.skipUnless(os.geteuid() == 0, "needs root, to act as another user")
class ReadOnly(XybCase):
    """Root ignores permissions, so these run as nobody."""

    def setUp(self):
        super().setUp()
        self.folder.chmod(0o755)
        self.office.chmod(0o644)
        self.tool = self.folder / "xyb"
        self.tool.write_bytes(pathlib.Path(XYB).read_bytes())
        self.tool.chmod(0o755)

    def as_nobody(self, *words):
        done = subprocess.run(
            ["runuser", "-u", "nobody", "--", self.tool, *map(str, words), "--office", self.office],
            capture_output=True,
            env=dict(os.environ, HOME="/nonexistent"),
            check=False,
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def test_what_may_only_be_read_is_shown(self):
        status, out, err = self.as_nobody("quota", "show", "--year", 2020)
        self.assertEqual(status, 0, err)
        self.assertIn("昆山开发区", out)

    def test_what_may_only_be_read_is_not_written(self):
        before = digest(self.office)
        status, _, err = self.as_nobody(
            "quota", "set", "--year", 2020, "--district", "周市镇", "--track", "accreditation", 9
        )
        self.assertEqual(status, 1)
        self.assertRegex(err, "只读|权限")
        self.assertEqual(digest(self.office), before)


class Values(XybCase):
    """A refused value leaves the office as it was."""

    def refused_unchanged(self, *words, status=1):
        before = self.xyb("log", "--json").out
        sentence = self.refused(*words, status=status)
        self.assertEqual(self.xyb("log", "--json").out, before)
        return sentence

    def test_names_that_cannot_be(self):
        for name, why in (("", "名称"), ("　 ​", "名称"), ("昆山\x07示例", "企业名称"),
                          ("示" * 10_000, "10000|10,000")):  # fmt: skip
            with self.subTest(name[:20]):
                self.assertRegex(self.refused_unchanged("enterprise", "add", f"--name={name}"), why)
        broken = os.fsdecode("昆山示例".encode() + b"\xff")
        self.refused_unchanged("enterprise", "add", f"--name={broken}", status=2)

    def test_codes_that_cannot_be(self):
        for code in ("123", "91320583MA000000O1", "9144030019220382161", "统一社会信用代码"):
            with self.subTest(code):
                self.refused_unchanged("enterprise", "add", "--name", "昆山示例", "--code", code)
                self.refused_unchanged(
                    "enterprise", "add", "--name", "昆山示例", "--code", code, "--code-confirmed"
                )

    def test_dates_and_years_that_cannot_be(self):
        for date in ("2020-02-30", "2019年2月29日", "2020-13-01", "明天", "0000-00-00"):
            with self.subTest(date):
                self.assertIn(
                    "成立日期",
                    self.refused_unchanged("enterprise", "add", "--name", "昆山示例", "--founded", date),
                )
        for year in ("0", "99999", "-1", "二零二零", "20.20", ""):
            with self.subTest(year):
                self.refused_unchanged("quota", "show", f"--year={year}")
                self.refused_unchanged("plan", "copy", "--from", 2020, f"--to={year}")

    def test_a_year_without_a_plan(self):
        self.assertIn("2031", self.refused_unchanged("quota", "show", "--year", 2031))

    def test_quotas_that_cannot_be(self):
        words = ("quota", "set", "--year", 2020, "--track", "accreditation", "--district")
        for number in ("1.5", "十", "99999999999999999999", "1e3"):
            with self.subTest(number):
                self.refused_unchanged(*words, "周市镇", number)

    def test_an_unknown_district_is_answered_with_suggestions(self):
        sentence = self.refused_unchanged(
            "quota", "set", "--year", 2020, "--track", "accreditation", "--district", "周是镇", 8
        )
        self.assertIn("周市镇", sentence)

    def test_a_district_without_a_row_in_annex_1(self):
        sentence = self.refused_unchanged(
            "quota", "set", "--year", 2020, "--track", "accreditation", "--district", "旅游度假区", 8
        )
        self.assertIn("旅游度假区", sentence)

    def test_headcounts_and_sums_that_cannot_be(self):
        self.xyb("enterprise", "add", "--name", "昆山示例", "--district", "周市镇")
        for option, value, field in (("--headcount", "很多", "职工人数"), ("--headcount", "1.5", "职工人数"),
                                     ("--revenue", "很多", "去年销售收入"),
                                     ("--revenue", "9" * 30, "去年销售收入")):  # fmt: skip
            with self.subTest(value):
                self.assertIn(
                    field,
                    self.refused_unchanged("nomination", "add", "昆山示例", "--year", 2020, option, value),
                )

    def test_sentences_stay_chinese_without_a_locale(self):
        plain = {"LC_ALL": "POSIX", "LANGUAGE": ""}
        self.assertIn("周市镇", self.refused("unit", "find", "周是镇", "--kind", "district", env=plain))
        self.assertIn("昆山开发区", self.xyb("quota", "show", "--year", 2020, env=plain).out)
        self.assertIn("附件1", self.call("quota", "show", "--help", env=plain).out)

    def test_operators_that_cannot_be(self):
        words = ("quota", "set", "--year", 2020, "--district", "周市镇", "--track", "accreditation", 9)
        for name in ("王\x07示例", "王" * 10_000):
            with self.subTest(name[:5]):
                self.assertIn("操作人", self.refused_unchanged(*words, "--operator", name))
        self.xyb(*words, "--operator", " ")
        self.assertTrue(self.xyb("log", "--json").json[0]["operator"].strip())

    def test_a_track_is_taken_by_the_name_the_refusal_offers(self):
        words = ("quota", "set", "--year", 2020, "--district", "周市镇", "--track")
        sentence = self.refused(*words, "示范", 1, status=2)
        for name in re.findall("（(.*?)）", sentence)[:2]:
            with self.subTest(name):
                self.xyb(*words, name, 1)

    def test_wrong_usage_ends_with_status_2(self):
        for words in (("quota", "set"), ("export", "quota"), ("enterprise", "add"),
                      ("export", "nominations", "--year", 2020, "--out", "x.xlsx"),
                      ("log", "--nonsense"), ("demo",)):  # fmt: skip
            with self.subTest(words):
                self.refused(*words, status=2)
        self.assertEqual(self.call("nonsense").status, 2)
        self.assertEqual(self.call().status, 2)


class Exports(XybCase):
    def export(self, name):
        return ("export", "quota", "--year", 2020, "--out", self.folder / name)

    def test_a_folder_that_is_not_there(self):
        for name in ("nowhere/a.xlsx", "nowhere/a.pdf"):
            with self.subTest(name):
                self.assertIn("nowhere", self.refused(*self.export(name)))
        self.assertFalse((self.folder / "nowhere").exists())

    def test_a_file_that_is_open_in_an_office_program(self):
        for name in ("附件1.xlsx", "附件1.pdf"):
            target = self.folder / name
            target.write_bytes(b"old")
            (self.folder / f".~lock.{name}#").write_bytes(b",clerk,desk,")
            with self.subTest(name):
                self.assertIn("打开", self.refused(*self.export(name)))
                self.assertEqual(target.read_bytes(), b"old")

    def test_quotas_that_do_not_sum_to_the_target(self):
        self.xyb("quota", "set", "--year", 2020, "--district", "周市镇", "--track", "accreditation", 7)
        for name in ("a.xlsx", "a.pdf"):
            with self.subTest(name):
                self.assertRegex(self.refused(*self.export(name)), "65.*66.*1")
                self.assertFalse((self.folder / name).exists())
                self.xyb(*self.export(name), "--force")
                self.assertTrue((self.folder / name).exists())

    def test_an_ending_that_is_no_format(self):
        self.refused(*self.export("a.docx"), status=2)
        self.refused(*self.export("xlsx"), status=2)
        self.refused(*self.export("a.xlsx"), "--format", "pdf", status=2)
        self.assertEqual([p.name for p in self.folder.iterdir() if "office" not in p.name], [])

    def test_a_table_is_not_written_over_the_office_itself(self):
        self.office = self.office.rename(self.folder / "office.xlsx")
        (self.folder / "link.xlsx").symlink_to(self.office)
        before = digest(self.office)
        for name in ("office.xlsx", "link.xlsx"):
            with self.subTest(name):
                self.assertIn("办公数据", self.refused(*self.export(name)))
                self.assertEqual(digest(self.office), before)

    def test_names_the_system_does_not_take(self):
        (self.folder / "loop.xlsx").symlink_to(self.folder / "loop.xlsx")
        self.assertNotRegex(self.refused(*self.export("loop.xlsx")), "[a-z]{4} [a-z]")
        self.assertIn("太长", self.refused(*self.export("长" * 200 + ".xlsx")))

    @unittest.skipUnless(os.geteuid() == 0, "needs root, to mount a small disk")
    def test_a_full_disk_keeps_the_old_files(self):
        disk = self.folder / "disk"
        disk.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", disk], capture_output=True, check=False
        )
        if mounted.returncode != 0:
            self.skipTest("no tmpfs may be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", disk], check=False)
        self.xyb("demo", "--enterprises", 3000, "--year", 2020)
        for name in ("附件2.xlsx", "附件2.pdf", "附件1.xlsx", "附件1.pdf", "copy.xyb"):
            (disk / name).write_bytes(b"old " * 10)
        filler = os.open(disk / "filler", os.O_WRONLY | os.O_CREAT)
        with contextlib.suppress(OSError):
            while os.write(filler, b"\0" * 4096):
                pass
        os.close(filler)
        before = folder_digests(disk)
        for words in (("export", "nominations", "--year", 2020, "--merged", "--out", disk / "附件2.xlsx"),
                      ("export", "nominations", "--year", 2020, "--merged", "--out", disk / "附件2.pdf"),
                      ("export", "quota", "--year", 2020, "--out", disk / "附件1.xlsx"),
                      ("export", "quota", "--year", 2020, "--out", disk / "附件1.pdf"),
                      ("backup", disk / "copy.xyb", "--force")):  # fmt: skip
            with self.subTest(words[-1]):
                self.assertRegex(self.refused(*words), "磁盘|空间")
                self.assertEqual(folder_digests(disk), before)
