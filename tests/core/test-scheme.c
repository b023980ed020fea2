/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scheme-fixture.h"

#include "xyb-core-error.h"

/* C-03: how many units have which full marks. */
static void
test_full_marks (void)
{
  static const struct
  {
    FixtureName scheme;
    gint64 full;
    guint n;
  } cases[] = {
    { SCHEME_2019_DISTRICT, 700, 11 },   { SCHEME_2020_DISTRICT, 200, 11 },
    { SCHEME_2020_DISTRICT, 160, 1 },    { SCHEME_2020_SUBDISTRICT, 1000, 4 },
    { SCHEME_2020_DEPARTMENT, 150, 13 }, { SCHEME_2020_DEPARTMENT, 140, 15 },
    { SCHEME_2020_DEPARTMENT, 130, 10 }, { SCHEME_2020_DEPARTMENT, 120, 16 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybScheme) scheme = fixture_scheme (cases[i].scheme);
      guint n = 0;

      for (guint k = 0; k < scheme->units->len; k++)
        n += xyb_scheme_full (scheme, scheme->units->pdata[k]) == cases[i].full;
      g_assert_cmpuint (n, ==, cases[i].n);
    }
}

/* AMB-18: 0.3 for a severe event has points of its own; 视情最高扣20分 has none. */
static void
test_full_marks_with_events (void)
{
  static const gint64 extra[N_FIXTURE_SCHEMES] = { 0, 0, 0, 30 };

  for (guint i = 0; i < N_FIXTURE_SCHEMES; i++)
    {
      g_autoptr (XybScheme) scheme = fixture_scheme (i);
      const XybSchemeUnit *unit = scheme->units->pdata[0];

      g_assert_cmpint (xyb_scheme_full_with_events (scheme, unit), ==,
                       xyb_scheme_full (scheme, unit) + extra[i]);
    }
}

static void
test_published_schemes_are_sound (void)
{
  for (guint i = 0; i < N_FIXTURE_SCHEMES; i++)
    {
      g_autoptr (XybScheme) scheme = fixture_scheme (i);
      g_autoptr (GPtrArray) sentences = xyb_scheme_check_notes (scheme);
      g_autoptr (GError) error = NULL;

      xyb_scheme_check (scheme, &error);
      g_assert_no_error (error);
      for (guint k = 0; k < sentences->len; k++)
        g_test_message ("%s", (const char *) sentences->pdata[k]);
      g_assert_cmpuint (sentences->len, ==, 0);
    }
}

static void
test_amounts_of_notes (void)
{
  static const struct
  {
    const char *text;
    gint64 amount;
  } cases[] = {
    { "未开展信用审查的，扣1分。", 100 },
    { "各项工作任务…的，扣 0.3 分。", 30 },
    { "扣 0.05 分/条，扣满 0.3 分为止。", 30 },
    { "扣0.5分/次，扣满2分为止。", 200 },
    { "视情最高扣20分。", 2000 },
    { "完成…任务,得0.4分。", 40 },
    { "完成率低于60%扣5分，低于70%扣3分", 500 },
    { "扣０．２分", 20 },
    { "“√”代表已完成。", XYB_UNSAID },
    { "至少1次,对守信主体实施", XYB_UNSAID },
    { "扣分", XYB_UNSAID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybSchemeNote) note = xyb_scheme_note_new (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (xyb_scheme_note_amount (note), ==, cases[i].amount);
    }
}

/* AMB-07: 扣 0.3 分 is 0.2 + 0.1; when one of the two changes, the note no longer says the same. */
static void
test_note_that_disagrees (void)
{
  g_autoptr (XybScheme) scheme = fixture_scheme (SCHEME_2020_DEPARTMENT);
  g_autoptr (GPtrArray) sentences = NULL;

  ((XybIndicator *) scheme->indicators->pdata[1])->points = 20;
  sentences = xyb_scheme_check_notes (scheme);
  g_assert_cmpuint (sentences->len, ==, 2);
  g_assert_cmpstr (sentences->pdata[0], ==,
                   "说明第 1 条写的是 0.3 分，对应的 2 项指标合计 0.4 分，请核对。");
  g_assert_cmpstr (
    sentences->pdata[1], ==,
    "“配合推进国家守信激励创新试点项目”表头印的是“(0.1分)”，实际按 0.2 分计，请核对。");
}

static void
test_step_that_no_note_names (void)
{
  g_autoptr (XybScheme) scheme = fixture_scheme (SCHEME_2020_SUBDISTRICT);
  g_autoptr (GPtrArray) sentences = NULL;

  ((XybIndicator *) scheme->indicators->pdata[4])->step = 40;
  sentences = xyb_scheme_check_notes (scheme);
  g_assert_cmpuint (sentences->len, ==, 1);
  g_assert_cmpstr (sentences->pdata[0], ==,
                   "说明第 5 条没有写到“诚信专题宣传任务”规则中的 0.4 分，请核对。");
}

static void
test_names (void)
{
  static const struct
  {
    FixtureName scheme;
    guint place;
    const char *name;
  } cases[] = {
    { SCHEME_2019_DISTRICT, 0, "贯标创建" },
    { SCHEME_2020_DISTRICT, 3, "贯标创建" },
    { SCHEME_2020_DISTRICT, 5, "被国家城市信用监测系统监测到严重失信事件的" },
    { SCHEME_2020_DEPARTMENT, 2, "(参照条线) 信用等级评价和分类监管" },
    { SCHEME_2020_DEPARTMENT, 6, "奖惩措施和信用应用成效反馈" },
    { SCHEME_2020_DEPARTMENT, 9, "被国家监测到严重失信事件 (按照国家标准认定)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybScheme) scheme = fixture_scheme (cases[i].scheme);
      g_autofree char *name = xyb_indicator_name (scheme->indicators->pdata[cases[i].place]);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

typedef void (*Spoil) (XybScheme *scheme);

static XybIndicator *
column (XybScheme *scheme, guint place)
{
  return scheme->indicators->pdata[place];
}

static void
spoil_head (XybScheme *scheme)
{
  g_clear_pointer (&column (scheme, 0)->head, g_free);
}

static void
spoil_points_text (XybScheme *scheme)
{
  g_free (column (scheme, 0)->points_text);
  column (scheme, 0)->points_text = g_strdup ("(9分)");
}

static void
spoil_step (XybScheme *scheme)
{
  column (scheme, 6)->step = 0;
}

static void
spoil_cap (XybScheme *scheme)
{
  column (scheme, 6)->cap = 31;
}

static void
spoil_note (XybScheme *scheme)
{
  column (scheme, 0)->note = 11;
}

static void
spoil_twins (XybScheme *scheme)
{
  g_free (column (scheme, 1)->head);
  column (scheme, 1)->head = g_strdup (column (scheme, 3)->head);
}

static void
spoil_tiers (XybScheme *scheme)
{
  column (scheme, 0)->rule = XYB_RULE_TIER;
}

static void
spoil_points (XybScheme *scheme)
{
  column (scheme, 0)->points = -1;
}

static void
spoil_units (XybScheme *scheme)
{
  ((XybSchemeUnit *) scheme->units->pdata[1])->unit_id = 1;
}

static void
spoil_excluded (XybScheme *scheme)
{
  xyb_scheme_unit_set_applies (scheme->units->pdata[0], 77, FALSE);
}

static void
spoil_mode (XybScheme *scheme)
{
  scheme->mode = 0;
}

static void
test_refused_schemes (void)
{
  static const struct
  {
    Spoil spoil;
    const char *sentence;
  } cases[] = {
    { spoil_head, "考核方案有一项考核指标没有名称，请填写。" },
    { spoil_points_text, "*表头没有以分值文字“(9分)”结尾，请改成一致。" },
    { spoil_step,
      "考核指标“奖惩措施和信用应用成效反馈”按次扣分，却没有填写每次扣多少分，请填写。" },
    { spoil_cap,
      "考核指标“奖惩措施和信用应用成效反馈”的扣满分数要不少于每次扣分、不超过本项分值，请改正。" },
    { spoil_note, "*对应说明第 11 条，但说明只有 10 条，请改正。" },
    { spoil_twins, "考核指标“(参照条线) 应用信用承诺”出现了两次，请改名或删去一项。" },
    { spoil_tiers, "*按完成率分档，却一档也没有，请至少填写一档。" },
    { spoil_points, "*的分值要在 0 到 1000 分之间，请改正。" },
    { spoil_units, "考核方案把宣传部 (文明办、网信办)列了两次，请删去一行。" },
    { spoil_excluded, "考核方案给组织部标的非考核项不在指标中，请删去。" },
    { spoil_mode, "考核方案没有选择扣分制还是得分制，请选择。" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybScheme) scheme = fixture_scheme (SCHEME_2020_DEPARTMENT);
      g_autoptr (GError) error = NULL;

      cases[i].spoil (scheme);
      g_assert_false (xyb_scheme_check (scheme, &error));
      g_assert_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_SCHEME);
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (cases[i].sentence, error->message));
    }
}

static void
test_keys (void)
{
  static const char *const rules[] = { "binary", "tier", "per_count", "manual", "info" };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_assert_cmpint (xyb_rule_from_key (rules[i]), ==, i + 1);
      g_assert_cmpstr (xyb_rule_key (i + 1), ==, rules[i]);
      g_assert_nonnull (xyb_rule_name (i + 1));
    }
  g_assert_cmpint (xyb_scheme_mode_from_key ("得分制"), ==, XYB_SCHEME_EARN);
  g_assert_cmpint (xyb_scheme_mode_from_key ("deduct"), ==, XYB_SCHEME_DEDUCT);
  g_assert_cmpint (xyb_settling_from_key ("removed"), ==, XYB_SETTLE_REMOVED);
  g_assert_cmpint (xyb_settling_from_key ("视同完成"), ==, XYB_SETTLE_DONE);
  g_assert_cmpint (xyb_rule_from_key ("?"), ==, 0);
  g_assert_null (xyb_rule_name (0));
}

/* ---- another year ---- */

static void
assert_sentences (GPtrArray *sentences, const char *const *expected, gsize n)
{
  for (guint i = 0; i < sentences->len && i < n; i++)
    g_assert_cmpstr (sentences->pdata[i], ==, expected[i]);
  g_assert_cmpuint (sentences->len, ==, n);
}

static void
test_copy_for_next_year (void)
{
  for (guint i = 0; i < N_FIXTURE_SCHEMES; i++)
    {
      g_autoptr (XybScheme) scheme = fixture_scheme (i);
      g_autoptr (XybScheme) copy = NULL;
      g_autoptr (GPtrArray) sentences = NULL;
      g_autoptr (GError) same_year = NULL;
      g_autoptr (GError) error = NULL;

      g_free (scheme->title);
      scheme->title = g_strdup_printf ("%d年考核表", scheme->year);
      copy = xyb_scheme_copy_to_year (scheme, 2021, &error);
      g_assert_no_error (error);
      g_assert_cmpint (copy->year, ==, 2021);
      g_assert_cmpstr (copy->title, ==, "2021年考核表");
      xyb_scheme_check (copy, &error);
      g_assert_no_error (error);
      sentences = xyb_scheme_compare (scheme, copy);
      g_assert_cmpuint (sentences->len, ==, 0);
      g_assert_null (xyb_scheme_copy_to_year (scheme, scheme->year, &same_year));
      g_assert_error (same_year, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_SCHEME);
    }
}

/* AMB-02, AMB-05: the two published tables of the 区镇, by name of unit and item. */
static void
test_compare_2019_and_2020 (void)
{
  static const char *const expected[] = {
    "计分方式：扣分制 → 得分制",
    "新增指标：完成创建国家信用示范城市任务 (0.6分)",
    "新增指标：完成推进国家守信激励创新试点任务 (0.4分)",
    "新增指标：政务诚信建设 (0.2分)",
    "“贯标创建”分值：5 → 0.4",
    "“贯标创建”规则：按已验收通过计完成率，低于60%扣5分、低于70%扣3分、低于80%扣2分、低于90%扣1分 "
    "→ "
    "按已验收通过计完成率，低于100%扣0.4分",
    "“信用审查”分值：1 → 0.4",
    "新增指标：被国家城市信用监测系统监测到严重失信事件的(视情最高扣20分)",
    "不再有指标：联合奖惩（1分）",
    "新列入：旅游度假区",
  };
  g_autoptr (XybScheme) before = fixture_scheme (SCHEME_2019_DISTRICT);
  g_autoptr (XybScheme) after = fixture_scheme (SCHEME_2020_DISTRICT);
  g_autoptr (GPtrArray) sentences = NULL;

  /* In an office the two have different ids, and a unit one for all years. */
  for (guint i = 0; i < after->indicators->len; i++)
    column (after, i)->id += 100;
  ((XybSchemeUnit *) after->units->pdata[3])->unit_id = 999;
  for (guint i = 4; i < after->units->len; i++)
    ((XybSchemeUnit *) after->units->pdata[i])->unit_id--;
  g_ptr_array_set_size (before->notes, 0);
  g_ptr_array_set_size (after->notes, 0);
  sentences = xyb_scheme_compare (before, after);
  assert_sentences (sentences, expected, G_N_ELEMENTS (expected));
}

static void
test_compare_after_editing (void)
{
  static const char *const expected[] = {
    "年终已说明：视同完成 → 从满分中剔除",
    "得分下限：— → 0",
    "指标改名：奖惩案例 (0.3分) → 典型案例 (0.3分)",
    "“典型案例”规则：每季度应报 1 次，缺一次扣 0.05 分，扣满 0.3 分 → 每季度应报 2 "
    "次，缺一次扣 0.05 分，扣满 0.3 分",
    "“被国家监测到严重失信事件 (按照国家标准认定)”计入满分：否 → 是",
    "组织部的“配合推进国家守信激励创新试点项目”改为考核项",
    "组织部的“(参照条线) 应用信用承诺”改为非考核项",
    "说明第 9 条改为：“√”表示已完成。",
    "新增说明第 11 条：本表每季度通报。",
  };
  g_autoptr (XybScheme) before = fixture_scheme (SCHEME_2020_DEPARTMENT);
  g_autoptr (XybScheme) after = xyb_scheme_copy (before);
  g_autoptr (GPtrArray) sentences = NULL;
  XybSchemeNote *note = after->notes->pdata[8];

  after->explained_becomes = XYB_SETTLE_REMOVED;
  after->floor = 0;
  g_free (column (after, 7)->head);
  column (after, 7)->head = g_strdup ("典型案例 (0.3分)");
  column (after, 7)->per_quarter = 2;
  column (after, 9)->counts_in_base = TRUE;
  xyb_scheme_unit_set_applies (after->units->pdata[0], 2, TRUE);
  xyb_scheme_unit_set_applies (after->units->pdata[0], 4, FALSE);
  g_free (note->text);
  note->text = g_strdup ("“√”表示已完成。");
  g_ptr_array_add (after->notes, xyb_scheme_note_new ("本表每季度通报。"));
  sentences = xyb_scheme_compare (before, after);
  assert_sentences (sentences, expected, G_N_ELEMENTS (expected));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scheme/full-marks-of-the-printed-tables", test_full_marks);
  g_test_add_func ("/scheme/full-marks-with-events", test_full_marks_with_events);
  g_test_add_func ("/scheme/published-schemes-are-sound", test_published_schemes_are_sound);
  g_test_add_func ("/scheme/amounts-of-notes", test_amounts_of_notes);
  g_test_add_func ("/scheme/note-that-disagrees", test_note_that_disagrees);
  g_test_add_func ("/scheme/step-that-no-note-names", test_step_that_no_note_names);
  g_test_add_func ("/scheme/names", test_names);
  g_test_add_func ("/scheme/refused", test_refused_schemes);
  g_test_add_func ("/scheme/keys", test_keys);
  g_test_add_func ("/scheme/copy-for-next-year", test_copy_for_next_year);
  g_test_add_func ("/scheme/compare-2019-and-2020", test_compare_2019_and_2020);
  g_test_add_func ("/scheme/compare-after-editing", test_compare_after_editing);
  return g_test_run ();
}
