"""Runs a unittest module and prints TAP, so that each case counts as a test of its own.

    /usr/bin/python3 tests/tap.py tests/cli/test_plan.py [arguments the module reads from tap.arguments]
"""

import importlib.util
import os
import sys
import unittest

arguments = []


class TapResult(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.number = 0
        self.subtest_failed = set()

    def say(self, word, test, note=""):
        self.number += 1
        name = test.shortDescription() or test.id().split(".", 1)[-1]
        print(f"{word} {self.number} - {name.replace('#', '')}{note}", flush=True)

    def explain(self, error):
        for line in self._exc_info_to_string(error, self).splitlines():
            print(f"# {line}", flush=True)

    def _exc_info_to_string(self, error, test):
        import traceback

        return "".join(traceback.format_exception(*error))

    def addSuccess(self, test):
        if test not in self.subtest_failed:
            self.say("ok", test)

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self.say("not ok", test)
        self.explain(error)

    addError = addFailure

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.say("ok", test, f" # SKIP {reason}")

    def addSubTest(self, test, subtest, error):
        if error is None:
            return
        super().addFailure(subtest, error)
        if test not in self.subtest_failed:
            self.say("not ok", test)
        self.subtest_failed.add(test)
        print(f"# {subtest}", flush=True)
        self.explain(error)


def main():
    path = sys.argv[1]
    sys.modules["tap"] = sys.modules["__main__"]
    arguments.extend(sys.argv[2:])
    sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
    spec = importlib.util.spec_from_file_location("tests", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    result = TapResult()
    suite.run(result)
    print(f"1..{result.number}")
    return 0 if result.wasSuccessful() and result.number > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
