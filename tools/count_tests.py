"""Counts what a run of Meson's tests came to: «N passed, N failed, N skipped: why».

Each TAP point and each plain program counts once. A program that died, timed out or ended with a
status of its own counts as failed even where every point it printed was fine.
"""

import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree


def main(logs):
    logs = pathlib.Path(logs)
    try:
        root = ElementTree.parse(logs / "testlog.junit.xml").getroot()
        programs = [json.loads(line) for line in open(logs / "testlog.json", encoding="utf-8")]
    except (OSError, ValueError, ElementTree.ParseError) as error:
        print(f"0 passed, 1 failed ({error})")
        return
    passed = failed = 0
    skipped = []
    failing_suites = set()
    for suite in root.iter("testsuite"):
        for case in suite.iter("testcase"):
            if case.find("failure") is not None or case.find("error") is not None:
                failed += 1
                failing_suites.add(suite.get("name"))
                failing_suites.add(case.get("name"))
            elif case.find("skipped") is not None:
                skipped.append(f"{case.get('name')} ({(case.findtext('system-out') or '').strip()})")
            else:
                passed += 1
    for program in programs:
        name = program["name"]
        said = any(known and known.endswith(name) for known in failing_suites)
        if program["result"] not in ("OK", "SKIP", "EXPECTEDFAIL") and not said:
            failed += 1
    text = f"{passed} passed, {failed} failed"
    if skipped:
        text += f", {len(skipped)} skipped: " + "; ".join(skipped)
    print(text)


if __name__ == "__main__":
    main(sys.argv[1])
