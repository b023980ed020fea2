#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that is full: every refusal is one sentence, and everything is as it was."""

import os
import shutil
import subprocess
import sys
import tempfile

WORKER = sys.argv[1]
SIZE = "6m"
# XYB_FILE_ERROR_NO_SPACE, XYB_STORE_ERROR_NO_SPACE
NO_SPACE = {"file": "3", "store": "7"}


def run(*arguments):
    return subprocess.run([WORKER, *arguments], capture_output=True, text=True, check=False)


def content(path):
    with open(path, "rb") as file:
        return file.read()


def fill(folder):
    """Leaves no free block."""
    ballast = os.path.join(folder, "ballast")
    with open(ballast, "wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            pass
    return ballast


def is_full_sentence(output):
    words = output.split(" ", 3)
    if len(words) < 4 or words[0] != "refused":
        return f"not refused: {output}"
    if NO_SPACE.get(words[1]) != words[2]:
        return f"another reason: {output}"
    if "磁盘已满" not in words[3] or words[3].strip().count("\n") or not words[3].strip().endswith("。"):
        return f"not one clear sentence: {output}"
    return None


def edit_that_does_not_fit(disk, rows):
    office = os.path.join(disk, "office.xyb")
    run("make", office)
    filled = run("fill", office, rows)
    if not filled.stdout.startswith("same "):
        return f"not as before: {filled.stdout}{filled.stderr}"
    problem = is_full_sentence(filled.stdout[len("same "):])
    if problem:
        return problem
    checked = run("check", office)
    return None if checked.returncode == 0 else f"check: {checked.stdout}"


def create_without_room(disk, _):
    fill(disk)
    before = sorted(os.listdir(disk))
    made = run("make", os.path.join(disk, "office.xyb"))
    if sorted(os.listdir(disk)) != before:
        return f"left something: {os.listdir(disk)}"
    return is_full_sentence(made.stdout)


def backup_without_room(disk, _):
    with tempfile.TemporaryDirectory(prefix="xyb-full-") as elsewhere:
        office = os.path.join(elsewhere, "office.xyb")
        run("make", office)
        old = os.path.join(disk, "copy.xyb")
        if run("backup", office, old).returncode != 0:
            return "no first backup"
        fill(disk)
        before = content(old)
        names = sorted(os.listdir(disk))
        refused = run("backup", office, old)
        if content(old) != before or sorted(os.listdir(disk)) != names:
            return "the old backup is not as it was"
        return is_full_sentence(refused.stdout)


def restore_with_room(disk, ballast, size, room, backup):
    """One try with so many free blocks: whether it was done, and what was wrong."""
    office = os.path.join(disk, "office.xyb")
    os.truncate(ballast, size - room * 4096)
    before = content(office)
    names = sorted(os.listdir(disk))
    tried = run("restore", office, backup)
    if tried.returncode == 0:
        checked = run("check", office)
        return True, None if checked.returncode == 0 else f"check: {checked.stdout}"
    if content(office) != before:
        return False, f"with {room} blocks the old office is not as it was"
    if [name for name in os.listdir(disk) if name not in names + ["office.xyb.backups"]]:
        return False, f"left something: {os.listdir(disk)}"
    folder = office + ".backups"
    if os.path.isdir(folder) and os.listdir(folder):
        return False, f"left something: {os.listdir(folder)}"
    return False, is_full_sentence(tried.stdout)


def restore_without_room(disk, _):
    with tempfile.TemporaryDirectory(prefix="xyb-full-") as elsewhere:
        office = os.path.join(disk, "office.xyb")
        backup = os.path.join(elsewhere, "copy.xyb")
        run("make", office)
        run("backup", office, backup)
        ballast = fill(disk)
        size = os.path.getsize(ballast)
        for room in range(4, 400, 3):
            done, problem = restore_with_room(disk, ballast, size, room, backup)
            if problem or done:
                return problem
            # What the try left free goes back to the ballast.
            with open(ballast, "r+b", buffering=0) as file:
                file.truncate(0)
            fill(disk)
        return "never fits"


def attach_without_room(disk, _):
    with tempfile.TemporaryDirectory(prefix="xyb-full-") as elsewhere:
        office = os.path.join(disk, "office.xyb")
        returned = os.path.join(elsewhere, "returned.xlsx")
        run("make", office)
        with open(returned, "wb") as file:
            file.write(os.urandom(3 << 20))
        ballast = fill(disk)
        os.truncate(ballast, os.path.getsize(ballast) - (1 << 20))
        refused = run("attach", office, returned)
        names = [name for name in os.listdir(disk) if not name.startswith("office.xyb-")]
        if sorted(names) not in (["ballast", "office.xyb"], ["ballast", "office.xyb", "office.xyb.lock"]):
            return f"left something: {names}"
        return is_full_sentence(refused.stdout)


CASES = [
    ("small-edit", edit_that_does_not_fit, "1"),
    ("large-edit", edit_that_does_not_fit, "40"),
    ("create", create_without_room, ""),
    ("backup", backup_without_room, ""),
    ("restore", restore_without_room, ""),
    ("attachment", attach_without_room, ""),
]


def in_own_mounts():
    """Runs this test again where it may mount; None where the system does not let it."""
    if os.environ.get("XYB_OWN_MOUNTS"):
        return True
    if not shutil.which("unshare"):
        return None
    for options in (["-m"], ["-rm"]):
        with tempfile.TemporaryDirectory(prefix="xyb-try-") as folder:
            tried = subprocess.run(
                ["unshare", *options, "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder],
                capture_output=True, check=False)
        if tried.returncode == 0:
            os.environ["XYB_OWN_MOUNTS"] = "1"
            os.execvp("unshare", ["unshare", *options, sys.executable, *sys.argv])
    return None


def main():
    if not in_own_mounts():
        print("1..0 # SKIP no small file system: neither root nor user namespaces may mount here")
        return
    print(f"1..{len(CASES)}")
    for number, (name, case, argument) in enumerate(CASES, 1):
        disk = tempfile.mkdtemp(prefix="xyb-disk-")
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", disk], check=True)
        try:
            problem = case(disk, argument)
        finally:
            subprocess.run(["umount", disk], check=True)
            os.rmdir(disk)
        if problem:
            print("# " + problem.strip().replace("\n", "\n# "))
        print(f"{'not ok' if problem else 'ok'} {number} /full-disk/{name}")


main()
