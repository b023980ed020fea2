"""The 考核方案 of the presets agree with the printed tables they were transcribed from.

    /usr/bin/python3 tests/tap.py tests/core/check_schemes.py PRESETS DATA
"""

import json
import os
import re
import unittest
from collections import Counter

from tap import arguments

PRESETS, DATA = arguments

GRIDS = {
    (2019, "district"): "grid_2019_quzhen.tsv",
    (2020, "district"): "grid_2020_quzhen.tsv",
    (2020, "subdistrict"): "grid_2020_banshichu.tsv",
    (2020, "department"): "grid_2020_bumen.tsv",
}
SCALARS = (
    "id year kind title unit_head remark_head notes_head mode open_becomes explained_becomes "
    "floor sum_in_remark"
).split()
INDICATOR = (
    "id head source_head aliases points_text points rule event counts_in_base note step cap "
    "per_quarter counter basis tiers evidence"
).split()
KINDS = {"district": 1, "subdistrict": 2, "department": 3}


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read()


def table(name):
    return [line.split("\t") for line in read(DATA, name).splitlines()]


def schemes():
    found = {}
    for year in (2019, 2020):
        for scheme in json.loads(read(PRESETS, f"schemes-{year}.json"))["schemes"]:
            found[(scheme["year"], scheme["kind"])] = scheme
    return found


def unit_names():
    units = json.loads(read(PRESETS, "units.json"))["units"]
    return {unit["id"]: unit["name"] for unit in units}


def notes_of(year, kind):
    return [text for key, _, text in table("assessment-notes.tsv") if key == f"{year}-{kind}"]


def full(scheme, unit, events=False):
    return sum(
        row["points"]
        for place, row in enumerate(scheme["indicators"], 1)
        if place not in unit["excluded"] and (row["counts_in_base"] or events)
    )


class Schemes(unittest.TestCase):
    def setUp(self):
        self.schemes = schemes()
        self.names = unit_names()

    def test_four_are_there(self):
        self.assertEqual(set(self.schemes), set(GRIDS))

    def test_heads_are_the_printed_ones(self):
        for key, name in GRIDS.items():
            scheme = self.schemes[key]
            heads = [row["source_head"] or row["head"] for row in scheme["indicators"]]
            heads = [scheme["unit_head"], *heads, scheme["remark_head"]]
            with self.subTest(scheme=key):
                self.assertEqual(heads, table(name)[0])

    def test_units_stand_in_printed_order(self):
        for key, name in GRIDS.items():
            units = [self.names[unit["unit"]] for unit in self.schemes[key]["units"]]
            with self.subTest(scheme=key):
                self.assertEqual(units, [row[0] for row in table(name)[1:]])

    def test_what_is_not_assessed_is_the_printed_matrix(self):
        for key, name in GRIDS.items():
            for unit, row in zip(self.schemes[key]["units"], table(name)[1:]):
                printed = [place for place, text in enumerate(row) if text == "非考核项"]
                with self.subTest(scheme=key, unit=row[0]):
                    self.assertEqual(unit["excluded"], printed)

    def test_not_assessed_by_column(self):
        units = self.schemes[(2020, "department")]["units"]
        columns = Counter(place for unit in units for place in unit["excluded"])
        self.assertEqual(columns, {2: 23, 3: 22, 6: 38})

    def test_notes_are_the_printed_ones(self):
        for key in GRIDS:
            notes = [row["source_text"] or row["text"] for row in self.schemes[key]["notes"]]
            with self.subTest(scheme=key):
                self.assertEqual(notes, notes_of(*key))

    def test_what_was_corrected_is_only_the_english_word(self):
        corrected = []
        for scheme in self.schemes.values():
            corrected += [
                (row["source_head"], row["head"])
                for row in scheme["indicators"]
                if row["source_head"]
            ]
            corrected += [
                (row["source_text"], row["text"]) for row in scheme["notes"] if row["source_text"]
            ]
        self.assertEqual(len(corrected), 2)
        for source, text in corrected:
            self.assertEqual(source.replace(" and ", "和"), text)

    def test_the_first_page_of_departments_is_known_too(self):
        rows = self.schemes[(2020, "department")]["indicators"]
        old = [row["aliases"] for row in rows if row["aliases"]]
        self.assertEqual(len(old), 4)
        for row in rows:
            for alias in row["aliases"]:
                self.assertEqual(alias.replace("条例", "条线"), row["head"])

    def test_pages_of_departments_hold_20_19_and_15_rows(self):
        ends = [
            place
            for place, unit in enumerate(self.schemes[(2020, "department")]["units"], 1)
            if unit["page_ends"]
        ]
        self.assertEqual(ends, [20, 39])
        for key in GRIDS:
            if key[1] != "department":
                self.assertFalse(any(u["page_ends"] for u in self.schemes[key]["units"]))

    def test_points_are_those_of_the_heads(self):
        for key in GRIDS:
            for row in self.schemes[key]["indicators"]:
                printed = re.search(r"[\d.]+(?=分.$)", row["points_text"])[0]
                with self.subTest(head=row["head"]):
                    self.assertTrue(row["head"].endswith(row["points_text"]))
                    self.assertEqual(row["points"], round(float(printed) * 100))

    def test_full_marks(self):
        wanted = {
            (2019, "district"): {700: 11},
            (2020, "district"): {200: 11, 160: 1},
            (2020, "subdistrict"): {1000: 4},
            (2020, "department"): {150: 13, 140: 15, 130: 10, 120: 16},
        }
        for key, counts in wanted.items():
            scheme = self.schemes[key]
            found = Counter(full(scheme, unit) for unit in scheme["units"])
            with self.subTest(scheme=key):
                self.assertEqual(found, counts)
        departments = self.schemes[(2020, "department")]
        self.assertEqual(max(full(departments, u, True) for u in departments["units"]), 180)

    def test_modes(self):
        modes = {key: scheme["mode"] for key, scheme in self.schemes.items()}
        self.assertEqual(
            modes,
            {
                (2019, "district"): "deduct",
                (2020, "district"): "earn",
                (2020, "subdistrict"): "deduct",
                (2020, "department"): "deduct",
            },
        )

    def test_what_nobody_decided_is_the_registers_default(self):
        for key, scheme in self.schemes.items():
            with self.subTest(scheme=key):
                self.assertEqual(scheme["explained_becomes"], "done")  # AMB-17
                self.assertEqual(scheme["open_becomes"], "lost")  # KH-24
                self.assertIsNone(scheme["floor"])  # AMB-08
                self.assertFalse(scheme["sum_in_remark"])  # AMB-16

    def test_tiers_of_2019_and_caps(self):
        tiers = self.schemes[(2019, "district")]["indicators"][0]["tiers"]
        pairs = [(tier["below_percent"], tier["deduction"]) for tier in tiers]
        self.assertEqual(pairs, [(60, 500), (70, 300), (80, 200), (90, 100)])
        counted = [
            (scheme["kind"], row["step"], row["cap"], row["cap"] // row["step"])
            for scheme in self.schemes.values()
            for row in scheme["indicators"]
            if row["rule"] == "per_count"
        ]
        self.assertEqual(
            counted,
            [
                ("subdistrict", 50, 200, 4),
                ("department", 1, 30, 30),
                ("department", 5, 30, 6),
                ("department", 5, 20, 4),
            ],
        )

    def test_severe_events_stand_outside_the_base(self):
        for key, scheme in self.schemes.items():
            events = [row for row in scheme["indicators"] if row["event"]]
            self.assertEqual(len(events), 0 if key[0] == 2019 else 1)
            self.assertFalse(any(row["counts_in_base"] for row in events))

    def test_ids_are_fixed(self):
        for (year, kind), scheme in self.schemes.items():
            base = (year - 1900) * 10 + KINDS[kind]
            self.assertEqual(scheme["id"], base)
            for name, first in (("indicators", base * 100), ("notes", base * 100 + 50)):
                ids = [row["id"] for row in scheme[name]]
                self.assertEqual(ids, list(range(first + 1, first + 1 + len(ids))))
            ids = [row["id"] for row in scheme["units"]]
            self.assertEqual(ids, list(range(base * 100 + 1, base * 100 + 1 + len(ids))))

    def test_keys_are_the_fields_of_the_structs(self):
        for scheme in self.schemes.values():
            self.assertEqual(list(scheme), SCALARS + ["indicators", "units", "notes"])
            for row in scheme["indicators"]:
                self.assertEqual(list(row), INDICATOR)
            for row in scheme["units"]:
                self.assertEqual(list(row), "id unit page_ends excluded".split())
            for row in scheme["notes"]:
                self.assertEqual(list(row), "id text source_text".split())

    def test_titles_differ_by_year_and_kind_alone(self):
        words = {"district": "区镇", "subdistrict": "城市管理办事处", "department": "部门"}
        for (year, kind), scheme in self.schemes.items():
            self.assertEqual(scheme["title"], f"{year}年昆山市社会信用体系建设考核表（{words[kind]}）")
            self.assertEqual(scheme["unit_head"], words[kind])

    def test_no_text_has_spaces_at_its_ends(self):
        for scheme in self.schemes.values():
            for row in [scheme, *scheme["indicators"], *scheme["notes"]]:
                for text in row.values():
                    if isinstance(text, str):
                        self.assertEqual(text, text.strip())
                        self.assertNotEqual(text, "")
