#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 in a loop while a program edits: no acknowledged edit is lost, none is there by half."""

import os
import random
import signal
import subprocess
import sys
import tempfile

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


def main():
    chance = random.Random(SEED)
    print(f"1..{ROUNDS}")
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


main()
