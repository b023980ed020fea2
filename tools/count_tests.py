"""Counts what Meson's JUnit log holds: «N passed, N failed, N skipped (why)».

A test program that dies, times out or leaves no log counts as failed, never as nothing.
"""

import sys
import xml.etree.ElementTree as ElementTree


def main(path):
    passed = failed = skipped = 0
    reasons = []
    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError) as error:
        print(f"0 passed, 1 failed ({error})")
        return
    for suite in root.iter("testsuite"):
        cases = list(suite.iter("testcase"))
        for case in cases:
            if case.find("failure") is not None or case.find("error") is not None:
                failed += 1
            elif case.find("skipped") is not None:
                skipped += 1
                reasons.append(case.get("name"))
            else:
                passed += 1
        # A program that crashed after its last line has no failing case of its own.
        bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        in_cases = sum(
            1 for case in cases if case.find("failure") is not None or case.find("error") is not None
        )
        failed += max(0, bad - in_cases)
    text = f"{passed} passed, {failed} failed"
    if skipped:
        text += f", {skipped} skipped: {'; '.join(reasons)}"
    print(text)


if __name__ == "__main__":
    main(sys.argv[1])
