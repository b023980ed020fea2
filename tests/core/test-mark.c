/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scheme-fixture.h"

#include "xyb-core-error.h"

/* Columns of the 部门 table by what they take. */
enum
{
  BINARY_COLUMN = 0,
  MISSED_COLUMN = 6,
  CASES_COLUMN = 7,
  SEVERE_COLUMN = 9
};

static const XybIndicator *
column (const XybScheme *scheme, guint place)
{
  return scheme->indicators->pdata[place];
}

/* C-04: the marks of the four printed tables. */
static void
test_counts_of_the_printed_tables (void)
{
  static const struct
  {
    FixtureName scheme;
    const char *text;
    guint n;
  } cases[] = {
    { SCHEME_2019_DISTRICT, "√", 12 },          { SCHEME_2019_DISTRICT, "*", 21 },
    { SCHEME_2020_DISTRICT, "*", 59 },          { SCHEME_2020_DISTRICT, "非考核项", 1 },
    { SCHEME_2020_DISTRICT, "无", 12 },         { SCHEME_2020_SUBDISTRICT, "*", 20 },
    { SCHEME_2020_SUBDISTRICT, "无", 4 },       { SCHEME_2020_DEPARTMENT, "*", 401 },
    { SCHEME_2020_DEPARTMENT, "非考核项", 83 }, { SCHEME_2020_DEPARTMENT, "1", 2 },
    { SCHEME_2020_DEPARTMENT, "无", 54 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybScheme) scheme = fixture_scheme (cases[i].scheme);
      g_autoptr (GHashTable) marks = fixture_marks (cases[i].scheme, scheme);
      guint n = 0;

      for (guint row = 1; row <= scheme->units->len; row++)
        for (guint place = 0; place < scheme->indicators->len; place++)
          {
            g_autofree char *text
              = xyb_mark_print (xyb_marks_get (marks, row, place + 1), column (scheme, place));

            n += g_str_equal (text, cases[i].text);
          }
      g_assert_cmpuint (n, ==, cases[i].n);
    }
}

static void
test_printed_as_it_was_read (void)
{
  for (guint i = 0; i < N_FIXTURE_SCHEMES; i++)
    {
      g_autoptr (XybScheme) scheme = fixture_scheme (i);
      g_autoptr (XybTextTable) table = fixture_table (fixture_schemes[i].file);
      g_autoptr (GHashTable) marks = fixture_marks (i, scheme);

      for (guint row = 1; row < table->rows->len; row++)
        for (guint place = 0; place < scheme->indicators->len; place++)
          {
            g_autofree char *text
              = xyb_mark_print (xyb_marks_get (marks, row, place + 1), column (scheme, place));

            g_assert_cmpstr (text, ==, xyb_text_table_get (table, row, place + 1));
          }
    }
}

static void
test_spellings (void)
{
  static const struct
  {
    const char *text;
    guint column;
    XybMarkKind kind;
    gint64 count;
    gint64 amount;
    const char *printed;
  } cases[] = {
    { "√", BINARY_COLUMN, XYB_MARK_DONE, XYB_UNSAID, XYB_UNSAID, "√" },
    { "✓", BINARY_COLUMN, XYB_MARK_DONE, XYB_UNSAID, XYB_UNSAID, "√" },
    { "✔", BINARY_COLUMN, XYB_MARK_DONE, XYB_UNSAID, XYB_UNSAID, "√" },
    { "✔\357\270\217", BINARY_COLUMN, XYB_MARK_DONE, XYB_UNSAID, XYB_UNSAID, "√" },
    { "∨", BINARY_COLUMN, XYB_MARK_DONE, XYB_UNSAID, XYB_UNSAID, "√" },
    { "V", BINARY_COLUMN, XYB_MARK_DONE, XYB_UNSAID, XYB_UNSAID, "√" },
    { "ｖ", BINARY_COLUMN, XYB_MARK_DONE, XYB_UNSAID, XYB_UNSAID, "√" },
    { "Ⅴ", BINARY_COLUMN, XYB_MARK_DONE, XYB_UNSAID, XYB_UNSAID, "√" },
    { " √\n", BINARY_COLUMN, XYB_MARK_DONE, XYB_UNSAID, XYB_UNSAID, "√" },
    { "已完成", BINARY_COLUMN, XYB_MARK_DONE, XYB_UNSAID, XYB_UNSAID, "√" },
    { "*", BINARY_COLUMN, XYB_MARK_OPEN, XYB_UNSAID, XYB_UNSAID, "*" },
    { "＊", BINARY_COLUMN, XYB_MARK_OPEN, XYB_UNSAID, XYB_UNSAID, "*" },
    { "﹡", BINARY_COLUMN, XYB_MARK_OPEN, XYB_UNSAID, XYB_UNSAID, "*" },
    { "∗", BINARY_COLUMN, XYB_MARK_OPEN, XYB_UNSAID, XYB_UNSAID, "*" },
    { "\\*", BINARY_COLUMN, XYB_MARK_OPEN, XYB_UNSAID, XYB_UNSAID, "*" },
    { "未完成", BINARY_COLUMN, XYB_MARK_OPEN, XYB_UNSAID, XYB_UNSAID, "*" },
    { "非考核项", BINARY_COLUMN, XYB_MARK_NOT_APPLICABLE, XYB_UNSAID, XYB_UNSAID, "非考核项" },
    { "非 考核项", BINARY_COLUMN, XYB_MARK_NOT_APPLICABLE, XYB_UNSAID, XYB_UNSAID, "非考核项" },
    { "不考核", BINARY_COLUMN, XYB_MARK_NOT_APPLICABLE, XYB_UNSAID, XYB_UNSAID, "非考核项" },
    { "-", SEVERE_COLUMN, XYB_MARK_NOT_APPLICABLE, XYB_UNSAID, XYB_UNSAID, "非考核项" },
    { "——", BINARY_COLUMN, XYB_MARK_NOT_APPLICABLE, XYB_UNSAID, XYB_UNSAID, "非考核项" },
    { "／", BINARY_COLUMN, XYB_MARK_NOT_APPLICABLE, XYB_UNSAID, XYB_UNSAID, "非考核项" },
    { "无", SEVERE_COLUMN, XYB_MARK_NO_EVENT, XYB_UNSAID, XYB_UNSAID, "无" },
    { "0", SEVERE_COLUMN, XYB_MARK_NO_EVENT, XYB_UNSAID, XYB_UNSAID, "无" },
    { "有", SEVERE_COLUMN, XYB_MARK_EVENT, XYB_UNSAID, XYB_UNSAID, "有" },
    { "有，扣0.3分", SEVERE_COLUMN, XYB_MARK_EVENT, XYB_UNSAID, 30, "有" },
    { "0.2", SEVERE_COLUMN, XYB_MARK_EVENT, XYB_UNSAID, 20, "有" },
    { "", SEVERE_COLUMN, XYB_MARK_UNSAID, XYB_UNSAID, XYB_UNSAID, "" },
    { "", BINARY_COLUMN, XYB_MARK_UNSAID, XYB_UNSAID, XYB_UNSAID, "*" },
    { NULL, BINARY_COLUMN, XYB_MARK_UNSAID, XYB_UNSAID, XYB_UNSAID, "*" },
    { "1", CASES_COLUMN, XYB_MARK_COUNT, 1, XYB_UNSAID, "1" },
    { "１２", CASES_COLUMN, XYB_MARK_COUNT, 12, XYB_UNSAID, "12" },
    { "2条", CASES_COLUMN, XYB_MARK_COUNT, 2, XYB_UNSAID, "2" },
    { "1.0", CASES_COLUMN, XYB_MARK_COUNT, 1, XYB_UNSAID, "1" },
    { "0", CASES_COLUMN, XYB_MARK_OPEN, XYB_UNSAID, XYB_UNSAID, "*" },
    { "缺2条", CASES_COLUMN, XYB_MARK_DEDUCTED, 2, XYB_UNSAID, "*" },
    { "3", MISSED_COLUMN, XYB_MARK_DEDUCTED, 3, XYB_UNSAID, "*" },
    { "缺3次", MISSED_COLUMN, XYB_MARK_DEDUCTED, 3, XYB_UNSAID, "*" },
    { "扣3次", MISSED_COLUMN, XYB_MARK_DEDUCTED, 3, XYB_UNSAID, "*" },
    { "扣0.02分", MISSED_COLUMN, XYB_MARK_DEDUCTED, 2, XYB_UNSAID, "*" },
    { "*−0.02", MISSED_COLUMN, XYB_MARK_DEDUCTED, 2, XYB_UNSAID, "*" },
    { "* -0.05", BINARY_COLUMN, XYB_MARK_DEDUCTED, XYB_UNSAID, 5, "*" },
    { "扣 0.1 分", BINARY_COLUMN, XYB_MARK_DEDUCTED, XYB_UNSAID, 10, "*" },
    { "已说明", BINARY_COLUMN, XYB_MARK_EXPLAINED, XYB_UNSAID, XYB_UNSAID, "*" },
    { "*说", MISSED_COLUMN, XYB_MARK_EXPLAINED, XYB_UNSAID, XYB_UNSAID, "*" },
  };
  g_autoptr (XybScheme) scheme = fixture_scheme (SCHEME_2020_DEPARTMENT);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const XybIndicator *indicator = column (scheme, cases[i].column);
      g_autoptr (GError) error = NULL;
      g_autoptr (XybMark) mark = xyb_mark_parse (cases[i].text, indicator, &error);
      g_autofree char *printed = NULL;

      g_test_message ("“%s”", cases[i].text != NULL ? cases[i].text : "");
      g_assert_no_error (error);
      g_assert_cmpint (mark->kind, ==, cases[i].kind);
      g_assert_cmpint (mark->count, ==, cases[i].count);
      g_assert_cmpint (mark->amount, ==, cases[i].amount);
      printed = xyb_mark_print (mark, indicator);
      g_assert_cmpstr (printed, ==, cases[i].printed);
      xyb_mark_check (mark, indicator, &error);
      g_assert_no_error (error);
    }
}

static void
test_refused_texts (void)
{
  static const struct
  {
    const char *text;
    guint column;
    int code;
    const char *sentence;
  } cases[] = {
    { "×", BINARY_COLUMN, XYB_CORE_ERROR_UNKNOWN_MARK,
      "*的“×”不是考核表用的标记，请填 √、*、非考核项、无或数字。" },
    { "完成60%", BINARY_COLUMN, XYB_CORE_ERROR_UNKNOWN_MARK, NULL },
    { "1E3", CASES_COLUMN, XYB_CORE_ERROR_UNKNOWN_MARK, NULL },
    { "无", BINARY_COLUMN, XYB_CORE_ERROR_UNFIT_MARK,
      "*不能填“无”，这一列请填√、*、非考核项，或者扣几分。" },
    { "√", SEVERE_COLUMN, XYB_CORE_ERROR_UNFIT_MARK, "*不能填“√”，这一列请填“无”或“有”。" },
    { "1", BINARY_COLUMN, XYB_CORE_ERROR_UNFIT_MARK,
      "*不能填“1”，这一列不计数，扣分请写成“扣0.1分”。" },
    { "1.5", CASES_COLUMN, XYB_CORE_ERROR_UNFIT_MARK,
      "*不能填“1.5”，次数要填整数，扣分请写成“扣0.05分”。" },
    { "0", MISSED_COLUMN, XYB_CORE_ERROR_UNFIT_MARK, "*不能填“0”，一次也没有少请填 √。" },
    { "扣0.001分", BINARY_COLUMN, XYB_CORE_ERROR_UNFIT_MARK, NULL },
    { "扣5分", BINARY_COLUMN, XYB_CORE_ERROR_UNFIT_MARK, "*最高扣 0.2 分，填的是 5 分，请核对。" },
    { "扣0.31分", MISSED_COLUMN, XYB_CORE_ERROR_UNFIT_MARK, NULL },
    { "99999", CASES_COLUMN, XYB_CORE_ERROR_UNFIT_MARK, "*的次数要在 0 到 9999 之间，请核对。" },
    { "99999999999999999999", CASES_COLUMN, XYB_CORE_ERROR_UNFIT_MARK, NULL },
  };
  g_autoptr (XybScheme) scheme = fixture_scheme (SCHEME_2020_DEPARTMENT);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const XybIndicator *indicator = column (scheme, cases[i].column);
      g_autoptr (GError) error = NULL;
      g_autoptr (XybMark) mark = xyb_mark_parse (cases[i].text, indicator, &error);

      if (mark != NULL)
        g_assert_false (xyb_mark_check (mark, indicator, &error));
      g_assert_error (error, XYB_CORE_ERROR, cases[i].code);
      g_test_message ("%s", error->message);
      if (cases[i].sentence != NULL)
        g_assert_true (g_pattern_match_simple (cases[i].sentence, error->message));
    }
}

/* AMB-08: 视情最高扣20分 is somebody's decision. */
static void
test_manual_needs_amount_and_reason (void)
{
  g_autoptr (XybScheme) scheme = fixture_scheme (SCHEME_2020_DISTRICT);
  const XybIndicator *severe = column (scheme, 5);
  g_autoptr (XybMark) mark = xyb_mark_new (XYB_MARK_EVENT);
  g_autoptr (GError) no_amount = NULL;
  g_autoptr (GError) no_reason = NULL;
  g_autoptr (GError) too_much = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (xyb_mark_check (mark, severe, &no_amount));
  g_assert_cmpstr (
    no_amount->message, ==,
    "考核指标“被国家城市信用监测系统监测到严重失信事件的”视情扣分，请填写扣几分，最高 20 分。");
  mark->amount = 500;
  g_assert_false (xyb_mark_check (mark, severe, &no_reason));
  g_assert_cmpstr (
    no_reason->message, ==,
    "考核指标“被国家城市信用监测系统监测到严重失信事件的”视情扣分要说明原因，请填写原因。");
  mark->remark = g_strdup ("通报一起合同诈骗");
  xyb_mark_check (mark, severe, &error);
  g_assert_no_error (error);
  mark->amount = 2001;
  g_assert_false (xyb_mark_check (mark, severe, &too_much));
}

static void
test_count_on_a_column_without (void)
{
  g_autoptr (XybScheme) scheme = fixture_scheme (SCHEME_2020_DEPARTMENT);
  g_autoptr (XybMark) counted = xyb_mark_new (XYB_MARK_DONE);
  g_autoptr (XybMark) costing = xyb_mark_new (XYB_MARK_DONE);
  g_autoptr (XybMark) bare = xyb_mark_new (XYB_MARK_COUNT);

  counted->count = 2;
  g_assert_false (xyb_mark_check (counted, column (scheme, BINARY_COLUMN), NULL));
  costing->amount = 10;
  g_assert_false (xyb_mark_check (costing, column (scheme, BINARY_COLUMN), NULL));
  g_assert_false (xyb_mark_check (bare, column (scheme, CASES_COLUMN), NULL));
}

/* What F2 opens and filling down carries is read as the same mark. */
static void
test_entry_is_read_back (void)
{
  static const struct
  {
    guint column;
    XybMark mark;
    const char *entry;
  } cases[] = {
    { BINARY_COLUMN, { XYB_MARK_DONE, XYB_UNSAID, XYB_UNSAID, NULL, NULL, NULL }, "√" },
    { BINARY_COLUMN, { XYB_MARK_OPEN, XYB_UNSAID, XYB_UNSAID, NULL, NULL, NULL }, "*" },
    { BINARY_COLUMN, { XYB_MARK_EXPLAINED, XYB_UNSAID, XYB_UNSAID, NULL, NULL, NULL }, "已说明" },
    { BINARY_COLUMN, { XYB_MARK_DEDUCTED, XYB_UNSAID, 5, NULL, NULL, NULL }, "扣0.05分" },
    { MISSED_COLUMN, { XYB_MARK_DEDUCTED, 2, XYB_UNSAID, NULL, NULL, NULL }, "缺2次" },
    { CASES_COLUMN, { XYB_MARK_COUNT, 3, XYB_UNSAID, NULL, NULL, NULL }, "3" },
    { CASES_COLUMN, { XYB_MARK_DEDUCTED, 2, XYB_UNSAID, NULL, NULL, NULL }, "缺2条" },
    { SEVERE_COLUMN, { XYB_MARK_NO_EVENT, XYB_UNSAID, XYB_UNSAID, NULL, NULL, NULL }, "无" },
    { SEVERE_COLUMN, { XYB_MARK_EVENT, XYB_UNSAID, XYB_UNSAID, NULL, NULL, NULL }, "有" },
    { SEVERE_COLUMN, { XYB_MARK_EVENT, XYB_UNSAID, 20, NULL, NULL, NULL }, "扣0.2分" },
  };
  g_autoptr (XybScheme) scheme = fixture_scheme (SCHEME_2020_DEPARTMENT);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const XybIndicator *indicator = column (scheme, cases[i].column);
      g_autofree char *entry = xyb_mark_entry (&cases[i].mark, indicator);
      g_autoptr (GError) error = NULL;
      g_autoptr (XybMark) mark = xyb_mark_parse (entry, indicator, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (entry, ==, cases[i].entry);
      g_assert_true (xyb_mark_equal (mark, &cases[i].mark));
    }
}

static void
test_copy_and_keys (void)
{
  g_autoptr (XybMark) mark = xyb_mark_new (XYB_MARK_DEDUCTED);
  g_autoptr (XybMark) copy = NULL;

  mark->count = 2;
  mark->remark = g_strdup ("反馈缺 2 次");
  mark->approver = g_strdup ("办公室");
  mark->evidence = g_strdup ("反馈台账");
  copy = xyb_mark_copy (mark);
  g_assert_true (xyb_mark_equal (mark, copy));
  g_clear_pointer (&copy->evidence, g_free);
  g_assert_false (xyb_mark_equal (mark, copy));
  for (guint i = 0; i < XYB_N_MARK_KINDS; i++)
    {
      g_assert_cmpint (xyb_mark_kind_from_key (xyb_mark_kind_key (i)), ==, i);
      g_assert_cmpint (xyb_mark_kind_from_key (xyb_mark_kind_name (i)), ==, i);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mark/counts-of-the-printed-tables", test_counts_of_the_printed_tables);
  g_test_add_func ("/mark/printed-as-it-was-read", test_printed_as_it_was_read);
  g_test_add_func ("/mark/spellings", test_spellings);
  g_test_add_func ("/mark/refused-texts", test_refused_texts);
  g_test_add_func ("/mark/manual-needs-amount-and-reason", test_manual_needs_amount_and_reason);
  g_test_add_func ("/mark/count-on-a-column-without", test_count_on_a_column_without);
  g_test_add_func ("/mark/what-is-written-is-read-back", test_entry_is_read_back);
  g_test_add_func ("/mark/copy-and-keys", test_copy_and_keys);
  return g_test_run ();
}
