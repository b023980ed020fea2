"""The presets agree with the documents they were transcribed from, and name no person.

    /usr/bin/python3 tests/tap.py tests/core/check_presets.py PRESETS DATA
"""

import json
import os
import re
import unittest

from tap import arguments

PRESETS, DATA = arguments

PERSONS = "朱磊 陈婷 宋婧 朱明 汪宏韬 杜小刚 周旭东 金健宏 吴新明 徐敏中 姚林荣".split()
YEARS = (2019, 2020)
LISTS = ("bases", "quotas", "milestones", "conditions", "materials", "steps", "stages", "tiers")
TRACKS = {"accreditation", "city_model", "province_model"}
SCALARS = (
    "id year title document_number issuer issued_on lead partners scope policy supervision "
    "copied_to quota_title nomination_title targets opening opening_as_of basis "
    "deadline_inclusive rate_points"
).split()


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read()


def table(name):
    return [line.split("\t") for line in read(DATA, name).splitlines()]


def squeeze(text):
    return re.sub(r"\s", "", text)


def units():
    return json.loads(read(PRESETS, "units.json"))["units"]


def plan(year):
    return json.loads(read(PRESETS, f"plan-{year}.json"))["plan"]


def strings(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value


def of_kind(kind):
    return [unit for unit in units() if unit["kind"] == kind]


def place(rows, name):
    return [row["name"] for row in rows].index(name)


class NoPersons(unittest.TestCase):
    def test_no_name_of_a_person(self):
        for name in os.listdir(PRESETS):
            text = squeeze(read(PRESETS, name))
            for person in PERSONS:
                with self.subTest(file=name, person=person):
                    self.assertNotIn(person, text)

    def test_no_telephone_and_no_mail_address(self):
        for name in os.listdir(PRESETS):
            text = read(PRESETS, name)
            self.assertEqual(re.findall(r"\d{7,}|\d{3,4}-\d{4,}-?\d|\S+@\S+", text), [], name)


class Units(unittest.TestCase):
    def test_rosters_stand_in_the_order_of_2020(self):
        kinds = {"district": "区镇", "subdistrict": "城市管理办事处", "department": "部门"}
        for kind, word in kinds.items():
            expected = [name for kind_word, name in table("rosters-2020.tsv") if kind_word == word]
            rows = sorted(of_kind(kind), key=lambda unit: unit["position"])
            with self.subTest(kind=kind):
                self.assertEqual([unit["name"] for unit in rows], expected)

    def test_twelve_districts_four_offices_54_departments(self):
        counts = [len(of_kind(kind)) for kind in ("district", "subdistrict", "department")]
        self.assertEqual(counts, [12, 4, 54])

    def test_fixed_ids_follow_the_order(self):
        for kind, first in (("district", 101), ("subdistrict", 201), ("department", 301)):
            ids = [unit["id"] for unit in of_kind(kind)]
            self.assertEqual(ids, list(range(first, first + len(ids))), kind)

    def test_positions_count_from_one_within_a_kind(self):
        for kind in {unit["kind"] for unit in units()}:
            positions = [unit["position"] for unit in of_kind(kind)]
            self.assertEqual(positions, list(range(1, len(positions) + 1)), kind)

    def test_ids_are_unique(self):
        ids = [unit["id"] for unit in units()]
        alias_ids = [alias["id"] for unit in units() for alias in unit["aliases"]]
        self.assertEqual(len(set(ids)), len(ids))
        self.assertEqual(len(set(alias_ids)), len(alias_ids))
        self.assertLess(max(ids), 1001)
        self.assertGreaterEqual(min(alias_ids), 1001)

    def test_no_spelling_means_two_units(self):
        owners = {}
        for unit in units():
            for spelling in {unit["name"], *(alias["name"] for alias in unit["aliases"])}:
                self.assertNotIn(spelling, owners)
                owners[spelling] = unit["name"]

    def test_every_spelling_of_the_requirements_is_known(self):
        for name, spelling, former in table("unit-aliases.tsv"):
            unit = next(unit for unit in units() if unit["name"] == name)
            with self.subTest(spelling=spelling):
                alias = next((a for a in unit["aliases"] if a["name"] == spelling), None)
                self.assertIsNotNone(alias)
                self.assertEqual(alias["former"], former == "former")

    def test_every_alias_says_where_it_is_used(self):
        for unit in units():
            for alias in unit["aliases"]:
                self.assertRegex(alias["source"], r"^S[0-4]:\d+(; S[0-4]:\d+)*$", alias["name"])

    def test_a_unit_before_the_reform_is_noted_as_such(self):
        notes = {a["name"]: a["note"] for unit in units() for a in unit["aliases"]}
        self.assertIn("不完全等同", notes["规划建设局"])
        for name in ("市安监局", "昆山地税局", "市旅游局", "市旅委"):
            self.assertIn("机构改革前", notes[name], name)

    def test_units_outside_the_roster_are_there(self):
        names = {unit["name"] for unit in units()}
        for name in (
            "市信用办 市委改革办 党校 交发集团 市公共信用信息中心 机动车维修管理处 市科协 "
            "南京海关 江苏省信用办 苏州市信用办 省发改委 兵希街道办事处 昆山市安全防范行业协会"
        ).split():
            self.assertIn(name, names)

    def test_keys_are_the_fields_of_the_structs(self):
        for unit in units():
            self.assertEqual(
                list(unit),
                "id kind name full_name position valid_from valid_until note aliases".split(),
            )
            for alias in unit["aliases"]:
                self.assertEqual(
                    list(alias), "id name former valid_until note source".split()
                )


class Plans(unittest.TestCase):
    def test_annex_1_of_2020_cell_by_cell(self):
        names = {unit["id"]: unit["name"] for unit in units()}
        head, *rows, total = table("annex1-2020.tsv")
        self.assertEqual(head, ["区镇名称", "贯标企业数", "示范企业数"])
        quotas = plan(2020)["quotas"]
        cells = [
            [names[q["unit"]], str(q["accreditation"]), "" if q["city_model"] is None else "?"]
            for q in quotas
        ]
        self.assertEqual(cells, rows)
        targets = plan(2020)["targets"]
        sums = [sum(q["accreditation"] for q in quotas), targets["city_model"]]
        self.assertEqual(["合计", *map(str, sums)], total)
        self.assertEqual(sums[0], targets["accreditation"])

    def test_districts_of_2019_are_those_of_its_own_table(self):
        names = {unit["id"]: unit["name"] for unit in units()}
        expected = [name for _, name in table("roster-2019.tsv")]
        quotas = plan(2019)["quotas"]
        self.assertEqual([names[q["unit"]] for q in quotas], expected)
        self.assertEqual({(q["accreditation"], q["city_model"]) for q in quotas}, {(None, None)})

    def test_targets_stand_in_the_document(self):
        sentences = {
            2019: "完成信用管理贯标企业{accreditation}家，创建苏州市级示范企业{city_model}家、"
            "省级示范企业{province_model}家",
            2020: "新增信用管理贯标企业{accreditation}家，苏州市级信用管理示范企业{city_model}家、"
            "江苏省级信用管理示范企业{province_model}家",
        }
        for year, sentence in sentences.items():
            source = squeeze(read(DATA, f"plan-{year}.txt"))
            self.assertIn(sentence.format(**plan(year)["targets"]), source)

    def test_opening_totals_stand_in_the_document_or_are_not_said(self):
        opening = plan(2019)["opening"]
        sentence = (
            "截止2018年底，我市共创建贯标企业{accreditation}家，市级示范企业{city_model}家，"
            "省级示范企业{province_model}家"
        )
        self.assertIn(sentence.format(**opening), squeeze(read(DATA, "plan-2019.txt")))
        self.assertEqual(plan(2019)["opening_as_of"], "2018-12-31")
        self.assertEqual(set(plan(2020)["opening"].values()), {None})
        self.assertIsNone(plan(2020)["opening_as_of"])

    def test_tiers_of_2019_stand_in_the_document(self):
        words = "，".join(
            f"低于{tier['below_percent']}%扣{tier['deduction'] // 100}分"
            for tier in plan(2019)["tiers"]
        )
        self.assertIn("完成率" + words + "。", squeeze(read(DATA, "plan-2019.txt")))
        self.assertEqual({tier["deduction"] % 100 for tier in plan(2019)["tiers"]}, {0})

    def test_2020_is_all_or_nothing(self):
        tiers = plan(2020)["tiers"]
        self.assertEqual([(t["below_percent"], t["deduction"]) for t in tiers], [(100, 40)])
        self.assertEqual(plan(2020)["rate_points"], 40)

    def test_issue_dates(self):
        days = {2019: "3月11日，昆山市工业和信息化局印发", 2020: "2020年4月2日"}
        for year, words in days.items():
            self.assertIn(words, squeeze(read(DATA, f"plan-{year}.txt")))
        self.assertEqual(plan(2019)["issued_on"], "2019-03-11")
        self.assertEqual(plan(2020)["issued_on"], "2020-04-02")

    def test_words_are_the_documents_own(self):
        """Texts are quoted clause by clause; titles of 2019's annexes and short names are ours."""
        for year in YEARS:
            source = squeeze(read(DATA, f"plan-{year}.txt"))
            preset = plan(year)
            texts = [preset[key] for key in SCALARS[2:5] + SCALARS[6:12] if preset[key]]
            for name in ("bases", "milestones", "conditions", "materials", "steps"):
                fields = ("text", "date_text", "title", "number", "requirement", "actor")
                fields += ("name",) if name == "materials" else ()
                texts += [row[f] for row in preset[name] for f in fields if isinstance(row.get(f), str)]
            for text in texts:
                for clause in re.split("[。，、（）]", squeeze(text)):
                    with self.subTest(year=year, clause=clause):
                        self.assertIn(clause, source)

    def test_titles_of_the_annexes_of_2020(self):
        source = squeeze(read(DATA, "plan-2020.txt"))
        for key in ("quota_title", "nomination_title"):
            self.assertIn(plan(2020)[key], source)
            self.assertEqual(plan(2019)[key], plan(2020)[key].replace("2020", "2019"))

    def test_last_days_follow_from_the_words(self):
        for year in YEARS:
            for row in plan(year)["milestones"]:
                words = row["date_text"]
                day = re.fullmatch(r"(\d+)月(\d+)日前?", words)
                months = re.fullmatch(r"(\d+)—(\d+)月", words)
                with self.subTest(year=year, words=words):
                    if day:
                        due = f"{year}-{int(day[1]):02}-{int(day[2]):02}"
                        self.assertEqual(row["due_on"], due)
                    elif months:
                        self.assertEqual(row["starts_on"], f"{year}-{int(months[1]):02}-01")
                        self.assertTrue(
                            row["due_on"].startswith(f"{year}-{int(months[2]):02}-3")
                        )
                    else:
                        self.assertEqual(words, "4月上旬")
                        span = (row["starts_on"], row["due_on"])
                        self.assertEqual(span, (f"{year}-04-01", f"{year}-04-10"))

    def test_deadlines_of_2020(self):
        due = {row["key"]: row["due_on"][5:] for row in plan(2020)["milestones"]}
        expected = "04-02 04-10 04-15 04-30 07-31 08-15 09-30".split()
        self.assertEqual(due, {f"DL-0{i + 1}": day for i, day in enumerate(expected)})

    def test_material_lists_of_2020(self):
        rows = plan(2020)["materials"]
        acceptance = [row for row in rows if row["track"] == "accreditation"]
        city = [row for row in rows if row["track"] == "city_model"]
        self.assertEqual((len(acceptance), len(city), len(rows)), (7, 10, 17))
        valid = [row["id"] for row in rows if row["has_validity"]]
        self.assertEqual(valid, [acceptance[0]["id"], city[9]["id"]])
        self.assertEqual([row["id"] for row in rows if not row["required"]], [acceptance[6]["id"]])

    def test_the_form_in_two_states_is_two_rows_linked(self):
        city = [row for row in plan(2020)["materials"] if row["track"] == "city_model"]
        linked = {row["id"]: row["linked_id"] for row in city if row["linked_id"]}
        self.assertEqual(linked, {city[2]["id"]: city[8]["id"], city[8]["id"]: city[2]["id"]})
        self.assertEqual(city[2]["name"], city[8]["name"])

    def test_conditions_of_2020_are_c1_to_c12(self):
        rows = [(row["key"], row["track"]) for row in plan(2020)["conditions"]]
        tracks = ["accreditation"] * 6 + ["city_model"] * 3 + ["province_model"] * 3
        self.assertEqual(rows, [(f"PLAN-C{i + 1}", track) for i, track in enumerate(tracks)])

    def test_steps_are_three_four_and_three(self):
        for year in YEARS:
            tops = [row for row in plan(year)["steps"] if row["parent_id"] is None]
            names = {track: [r["name"] for r in tops if r["track"] == track] for track in TRACKS}
            self.assertEqual(names["accreditation"], ["贯标申请", "贯标实施", "贯标验收"])
            self.assertEqual(
                names["city_model"], ["企业申报", "示范创建", "验收审定", "监督管理"]
            )
            self.assertEqual(
                names["province_model"], ["择优推荐", "审定汇总", "评审、公示、发证"]
            )

    def test_a_sub_step_follows_its_step_on_the_same_track(self):
        for year in YEARS:
            seen = {}
            for row in plan(year)["steps"]:
                if row["parent_id"] is not None:
                    self.assertEqual(seen[row["parent_id"]], row["track"])
                seen[row["id"]] = row["track"]

    def test_stages_of_the_three_tracks(self):
        way = {
            "accreditation": "推荐 名单确定 签约 实施 材料提交 验收 通过 不通过",
            "city_model": "申报 推荐 名单 签约备案 评价报告 初审盖章 报送 现场评价 公示 发文 "
            "限期整改 取消资格 公告",
            "province_model": "推荐 审定汇总 评审 公示 发证",
        }
        for year in YEARS:
            rows = plan(year)["stages"]
            for track, names in way.items():
                own = [row for row in rows if row["track"] == track]
                self.assertEqual([row["name"] for row in own], names.split(), year)
                passed = [row["name"] for row in own if row["kind"] == "passed"]
                self.assertEqual(len(passed), 1)
            keys = {row["key"] for row in plan(year)["milestones"]}
            self.assertLessEqual({row["milestone"] for row in rows}, keys | {None})
            self.assertEqual([row["id"] % 1000 for row in rows], [701 + i for i in range(26)])

    def test_numbers_of_conditions_and_steps_stand_in_their_texts(self):
        for year in YEARS:
            for row in plan(year)["conditions"]:
                if row["number"] is not None:
                    said = "一年" if row["number"] == 1 else f"{row['number']}年"
                    self.assertIn(said, row["text"])
            for row in plan(year)["steps"]:
                if row["counted"] in ("staff", "trainings"):
                    self.assertRegex(row["text"], f"至少(开展)?{row['minimum']}[名次]")

    def test_the_four_steps_of_the_implementation_are_ticked_off(self):
        """S1:45-50; what goes before and after them is told by the stages."""
        steps = plan(2020)["steps"]
        headings = {row["parent_id"] for row in steps}
        ticked = [
            row["name"] for row in steps if row["counted"] != "told" and row["id"] not in headings
        ]
        self.assertEqual(ticked, ["成立小组", "建立体系", "开展培训", "内部评估"])
        self.assertEqual({row["counted"] for row in plan(2019)["steps"]}, {"told"})

    def test_ids_are_fixed_small_and_unique_over_all_plans(self):
        ids = [row["id"] for year in YEARS for name in LISTS for row in plan(year)[name]]
        self.assertEqual(len(set(ids)), len(ids))
        self.assertLess(max(ids), 2**20)
        self.assertEqual([plan(year)["id"] for year in YEARS], list(YEARS))

    def test_keys_are_the_fields_of_the_struct(self):
        for year in YEARS:
            self.assertEqual(list(plan(year)), SCALARS + list(LISTS))
            for key in ("targets", "opening"):
                self.assertEqual(set(plan(year)[key]), TRACKS)

    def test_no_text_has_spaces_at_its_ends(self):
        for text in strings([units(), plan(2019), plan(2020)]):
            self.assertEqual(text, text.strip())
            self.assertNotEqual(text, "")
