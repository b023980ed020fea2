#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 in a loop. While a program edits: no acknowledged edit is lost, none is there by half. While it
restores a backup: the office is the old one or the new one."""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

WORKER = sys.argv[1]
ROUNDS = 30
SEED = 20201120


def run(*arguments):
    return subprocess.run([WORKER, *arguments], capture_output=True, text=True, check=False)


def kill_while_writing(office, acknowledgements):
    """Returns the last edit the program said it had committed."""
    program = subprocess.Popen([WORKER, "write", office], stdout=subprocess.PIPE)
    last = 0
    for _ in range(acknowledgements):
        line = program.stdout.readline()
        if not line.startswith(b"ack "):
            raise AssertionError(line.decode())
        last = int(line.split()[1])
    # It goes on writing: the kill meets it anywhere in an edit.
    os.kill(program.pid, signal.SIGKILL)
    for line in program.stdout.read().split(b"\n"):
        if line.startswith(b"ack "):
            last = int(line.split()[1])
    program.wait()
    return last


def check_round(office, last):
    checked = run("check", office)
    if checked.returncode != 0:
        return f"check: {checked.stdout}{checked.stderr}"
    newest, count, quotas, revisions = map(int, checked.stdout.split())
    if newest < last:
        return f"edit {last} was acknowledged, the office ends at {newest}"
    # Two enterprises with ids 6 and 7 to begin with, and two quotas of 8 and 6.
    edits = newest - 7
    if count != 2 + edits or quotas != 14 + 2 * edits or revisions != 2 + edits:
        return f"an edit is there by half: {checked.stdout}"
    return None


def check_backups(office):
    folder = office + ".backups"
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    for name in names:
        if name.endswith(".xyb"):
            verified = run("verify", os.path.join(folder, name))
            if verified.returncode != 0:
                return verified.stdout
    return None


def kill_after(seconds, *arguments):
    """The moment is left to chance, not waited for: any moment has to do."""
    program = subprocess.Popen([WORKER, *arguments], stdout=subprocess.DEVNULL)
    end = time.perf_counter() + seconds
    while time.perf_counter() < end and program.poll() is None:
        pass
    program.kill()
    program.wait()


def clear(folder):
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if os.path.isdir(path):
            shutil.rmtree(path)
        else:
            os.unlink(path)


def kill_while_restoring(chance, old, backup, folder):
    """Returns what is wrong, and how often the new office was there."""
    office = os.path.join(folder, "office.xyb")
    old_state = run("check", old).stdout
    clear(folder)
    shutil.copy(old, office)
    start = time.perf_counter()
    run("restore", office, backup)
    whole = time.perf_counter() - start
    new_state = run("check", office).stdout
    if old_state == new_state or not new_state:
        return f"nothing to tell apart: {old_state} {new_state}", 0
    new = 0
    for _ in range(ROUNDS):
        clear(folder)
        shutil.copy(old, office)
        kill_after(chance.uniform(0, whole * 4), "restore", office, backup)
        state = run("check", office)
        if state.returncode != 0 or state.stdout not in (old_state, new_state):
            return f"neither old nor new: {state.stdout}", new
        new += state.stdout == new_state
    return None, new


def main():
    chance = random.Random(SEED)
    print(f"1..{ROUNDS + 1}")
    with tempfile.TemporaryDirectory(prefix="xyb-kill-") as folder:
        office = os.path.join(folder, "office.xyb")
        made = run("make", office)
        if made.returncode != 0:
            print(f"Bail out! {made.stdout}{made.stderr}")
            return
        for number in range(1, ROUNDS + 1):
            last = kill_while_writing(office, chance.randint(1, 60))
            problem = check_round(office, last) or check_backups(office)
            if problem:
                print("# " + problem.strip().replace("\n", "\n# "))
            print(f"{'not ok' if problem else 'ok'} {number} /kill/acknowledged-up-to-{last}")
            if number == 1:
                run("backup", office, os.path.join(folder, "copy.xyb"))
        restored = os.path.join(folder, "restored")
        os.mkdir(restored)
        problem, new = kill_while_restoring(chance, office, os.path.join(folder, "copy.xyb"), restored)
        print(f"# {new} of {ROUNDS} had come to the new office" if not problem else "# " + problem)
        print(f"{'not ok' if problem else 'ok'} {ROUNDS + 1} /kill/restore-leaves-old-or-new")


main()
