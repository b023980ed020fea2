/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "return-fixture.h"
#include "xyb-core-error.h"
#include "xyb-return-answer.h"
#include "xyb-return-choices.h"
#include "xyb-return-explain.h"

/* What a question offers, what it is called, and what becomes of the row. */

static void
check_answers (const XybReturn *one, const XybReturnRow *row, XybNoteKind kind, const char *labels)
{
  const XybReturnNote *note = find_note (row, kind);
  XybAnswer answers[XYB_MAX_ANSWERS];
  g_autoptr (GString) said = g_string_new (NULL);
  guint n;

  g_assert_nonnull (note);
  n = xyb_return_list_answers (one, row, note, answers);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = xyb_return_answer_label (one, row, note, answers[i]);

      g_string_append_printf (said, "%s%s", i > 0 ? " | " : "", label);
    }
  g_assert_cmpstr (said->str, ==, labels);
}

static void
answer (XybReturn *one, XybReturnRow *row, XybNoteKind kind, XybAnswer what, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (xyb_return_answer (one, row, find_note (row, kind), what, text, 0, &error));
  g_assert_no_error (error);
}

static void
refuse (XybReturn *one, XybReturnRow *row, XybNoteKind kind, XybAnswer what, const char *text)
{
  g_autoptr (GError) error = NULL;
  XybFate before = xyb_return_row_fate (row);

  g_assert_false (xyb_return_answer (one, row, find_note (row, kind), what, text, 0, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, XYB_CORE_ERROR);
  g_assert_cmpint (xyb_return_row_fate (row), ==, before);
}

/* B-07 */
static void
test_unit (void)
{
  g_autoptr (XybReturn) one = make_return (5, "周市镇");
  XybReturnRow *row = add_row (one, "昆山示例模具有限公司", "120000000", "150", "57310600");

  xyb_return_check_rows (one);
  check_answers (one, row, XYB_NOTE_REVENUE_UNIT, "按 12000 万元 | 按原数（万元） | 改填…");
  g_assert_cmpint (xyb_return_row_fate (row), ==, XYB_FATE_OPEN);
  answer (one, row, XYB_NOTE_REVENUE_UNIT, XYB_ANSWER_OTHER_UNIT, NULL);
  g_assert_cmpint (row->revenue_fen, ==, G_GINT64_CONSTANT (12000000000));
  g_assert_cmpint (row->status, ==, XYB_RETURN_OK);
  g_assert_cmpint (xyb_return_row_fate (row), ==, XYB_FATE_TAKEN);
  check_answers (one, row, XYB_NOTE_REVENUE_UNIT, "按 12000 万元 | 按原数（万元） | 改填…");
  answer (one, row, XYB_NOTE_REVENUE_UNIT, XYB_ANSWER_AS_READ, NULL);
  g_assert_cmpint (row->revenue_fen, ==, G_GINT64_CONSTANT (120000000000000));
  answer (one, row, XYB_NOTE_REVENUE_UNIT, XYB_ANSWER_TYPED, "1.3亿元");
  g_assert_cmpint (row->revenue_fen, ==, G_GINT64_CONSTANT (13000000000));
  refuse (one, row, XYB_NOTE_REVENUE_UNIT, XYB_ANSWER_TYPED, "很多");
  g_assert_cmpint (row->revenue_fen, ==, G_GINT64_CONSTANT (13000000000));
  answer (one, row, XYB_NOTE_REVENUE_UNIT, XYB_ANSWER_OPEN, NULL);
  g_assert_cmpint (row->revenue_fen, ==, G_GINT64_CONSTANT (120000000000000));
  g_assert_cmpint (row->status, ==, XYB_RETURN_QUESTION);
  refuse (one, row, XYB_NOTE_REVENUE_UNIT, XYB_ANSWER_LEAVE, NULL);
}

/* What cannot be read is typed, or stays blank. */
static void
test_cells (void)
{
  g_autoptr (XybReturn) one = make_return (5, "周市镇");
  XybReturnRow *row = add_row (one, "昆山示例包装有限公司", "较好", "五十左右", "同上");
  XybReturnRow *phone = add_row (one, "昆山示例五金有限公司", "300", "20", "1.38E+10");
  XybReturnRow *whole = add_row (one, "昆山示例阀门有限公司", "300", "20", "1.3800000403E10");

  check_answers (one, row, XYB_NOTE_BAD_REVENUE, "改填… | 留空");
  check_answers (one, row, XYB_NOTE_BAD_HEADCOUNT, "改填… | 留空");
  check_answers (one, row, XYB_NOTE_BAD_PHONE, "改填… | 留空");
  check_answers (one, phone, XYB_NOTE_BAD_PHONE, "照原样 | 改填… | 留空");
  answer (one, row, XYB_NOTE_BAD_REVENUE, XYB_ANSWER_TYPED, "约3000万");
  answer (one, row, XYB_NOTE_BAD_HEADCOUNT, XYB_ANSWER_BLANK, NULL);
  g_assert_cmpint (xyb_return_row_fate (row), ==, XYB_FATE_OPEN);
  refuse (one, row, XYB_NOTE_BAD_PHONE, XYB_ANSWER_TYPED, "没有");
  refuse (one, row, XYB_NOTE_BAD_PHONE, XYB_ANSWER_TYPED, "不清楚");
  refuse (one, row, XYB_NOTE_BAD_PHONE, XYB_ANSWER_TYPED, "  ");
  answer (one, row, XYB_NOTE_BAD_PHONE, XYB_ANSWER_TYPED, "０５１２－57310600");
  g_assert_cmpint (row->revenue_fen, ==, G_GINT64_CONSTANT (3000000000));
  g_assert_cmpint (row->headcount, ==, XYB_UNSAID);
  g_assert_cmpstr (row->phone, ==, "0512-57310600");
  g_assert_cmpint (xyb_return_row_fate (row), ==, XYB_FATE_TAKEN);
  answer (one, phone, XYB_NOTE_BAD_PHONE, XYB_ANSWER_AS_READ, NULL);
  g_assert_cmpstr (phone->phone, ==, "1.38E+10");
  answer (one, whole, XYB_NOTE_BAD_PHONE, XYB_ANSWER_AS_READ, NULL);
  g_assert_cmpstr (whole->phone, ==, "13800000403");
  answer (one, phone, XYB_NOTE_BAD_PHONE, XYB_ANSWER_BLANK, NULL);
  g_assert_cmpstr (phone->phone, ==, "");
}

static void
test_name (void)
{
  g_autoptr (XybReturn) one = make_return (5, "周市镇");
  XybReturnRow *first = add_row (one, "昆山示例五金有限公司", "300", "20", NULL);
  XybReturnRow *row = add_row (one, NULL, "300", "20", NULL);
  XybReturnRow *error = add_row (one, "#REF!", "300", "20", NULL);

  check_answers (one, row, XYB_NOTE_NO_NAME, "不计入 | 改填…");
  check_answers (one, error, XYB_NOTE_ERROR_CELL, "不计入 | 改填…");
  refuse (one, row, XYB_NOTE_NO_NAME, XYB_ANSWER_TYPED, "昆山示例（五金） 有限公司");
  answer (one, row, XYB_NOTE_NO_NAME, XYB_ANSWER_TYPED, "昆山示例模具（昆山）有限公司");
  g_assert_cmpstr (row->name, ==, "昆山示例模具(昆山)有限公司");
  answer (one, error, XYB_NOTE_ERROR_CELL, XYB_ANSWER_LEAVE, NULL);
  g_assert_cmpint (xyb_return_row_fate (error), ==, XYB_FATE_LEFT);
  g_assert_cmpint (error->status, ==, XYB_RETURN_IGNORED);
  g_assert_cmpint (xyb_return_row_fate (first), ==, XYB_FATE_TAKEN);
}

/* B-13: the row that was chosen last stands for the enterprise. */
static void
test_duplicates (void)
{
  g_autoptr (XybReturn) one = make_return (5, "周市镇");
  XybReturnRow *rows[] = { add_row (one, "昆山示例（五金）有限公司", "300", "20", NULL),
                           add_row (one, "昆山市示例五金有限公司", "310", "21", NULL),
                           add_row (one, "昆山示例(五金) 有限公司", "320", "22", NULL) };

  xyb_return_check_rows (one);
  check_answers (one, rows[1], XYB_NOTE_DUPLICATE, "用第 4 行 | 用第 5 行 | 不是同一家");
  check_answers (one, rows[2], XYB_NOTE_DUPLICATE, "用第 4 行 | 用第 6 行");
  answer (one, rows[1], XYB_NOTE_DUPLICATE, XYB_ANSWER_HERE, NULL);
  g_assert_cmpint (xyb_return_row_fate (rows[0]), ==, XYB_FATE_LEFT);
  g_assert_cmpint (xyb_return_row_fate (rows[1]), ==, XYB_FATE_TAKEN);
  answer (one, rows[2], XYB_NOTE_DUPLICATE, XYB_ANSWER_HERE, NULL);
  g_assert_cmpint (xyb_return_row_fate (rows[0]), ==, XYB_FATE_LEFT);
  g_assert_cmpint (xyb_return_row_fate (rows[1]), ==, XYB_FATE_LEFT);
  g_assert_cmpint (xyb_return_row_fate (rows[2]), ==, XYB_FATE_TAKEN);
  answer (one, rows[2], XYB_NOTE_DUPLICATE, XYB_ANSWER_LEAVE, NULL);
  g_assert_cmpint (xyb_return_row_fate (rows[0]), ==, XYB_FATE_TAKEN);
  g_assert_cmpint (xyb_return_row_fate (rows[2]), ==, XYB_FATE_LEFT);
}

/* B-14, ENT-08: what is asked about one enterprise is no question for another. */
static void
test_alike (void)
{
  g_autoptr (XybReturn) one = make_return (5, "周市镇");
  XybReturnRow *row = add_row (one, "昆山示例老牌（光学）有限责任公司", "300", "20", NULL);
  XybReturnRow *sure = add_row (one, "苏州示例光学有限公司", "300", "20", NULL);
  XybReturnMatch *other
    = make_match (8, "昆山示例老牌光学器材有限公司", XYB_COMPANY_MATCH_POSSIBLE);

  row->match = make_match (7, "昆山示例老牌(光学)有限公司", XYB_COMPANY_MATCH_LIKELY);
  row->match->accepted_year = 2018;
  row->match->elsewhere_id = 4;
  row->match->elsewhere = g_strdup ("张浦镇");
  other->accepted_year = 2019;
  row->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_return_match_free);
  g_ptr_array_add (row->candidates, other);
  xyb_return_row_note (row, XYB_NOTE_ALIKE, XYB_RETURN_NAME, TRUE, "很可能是企业库里的");
  xyb_return_row_note_match (row, row->match);
  sure->match = make_match (9, "苏州示例光学有限公司", XYB_COMPANY_MATCH_EXACT);
  check_answers (one, row, XYB_NOTE_ALIKE, "是同一家 | 不是同一家 | 不计入");
  check_answers (one, row, XYB_NOTE_EARLIER, "不计入 | 仍计入…");
  check_answers (one, row, XYB_NOTE_ELSEWHERE, "归周市镇 | 归张浦镇");

  g_assert_cmpint (xyb_return_row_enterprise (row), ==, 0);
  g_assert_cmpint (xyb_return_row_enterprise (sure), ==, 9);
  answer (one, row, XYB_NOTE_ALIKE, XYB_ANSWER_DIFFERENT, NULL);
  g_assert_cmpint (xyb_return_row_fate (row), ==, XYB_FATE_TAKEN);
  g_assert_cmpint (xyb_return_row_enterprise (row), ==, 0);

  answer (one, row, XYB_NOTE_ALIKE, XYB_ANSWER_SAME, NULL);
  g_assert_cmpint (xyb_return_row_enterprise (row), ==, 7);
  g_assert_cmpint (xyb_return_row_fate (row), ==, XYB_FATE_OPEN);
  refuse (one, row, XYB_NOTE_EARLIER, XYB_ANSWER_TAKE, NULL);
  answer (one, row, XYB_NOTE_EARLIER, XYB_ANSWER_TAKE, "2018 年验收后已注销重报");
  answer (one, row, XYB_NOTE_ELSEWHERE, XYB_ANSWER_HERE, NULL);
  g_assert_cmpint (xyb_return_row_fate (row), ==, XYB_FATE_TAKEN);

  g_assert_true (
    xyb_return_answer (one, row, find_note (row, XYB_NOTE_ALIKE), XYB_ANSWER_SAME, NULL, 8, NULL));
  g_assert_cmpint (xyb_return_row_enterprise (row), ==, 8);
  g_assert_cmpint (xyb_return_row_fate (row), ==, XYB_FATE_OPEN); /* 2019 is asked now */
  g_assert_true (xyb_return_note_is_moot (row, find_note (row, XYB_NOTE_ELSEWHERE)));
  g_assert_false (xyb_return_answer (one, row, find_note (row, XYB_NOTE_ALIKE), XYB_ANSWER_SAME,
                                     NULL, 9, NULL)); /* another row is it already */
}

/* --accept all counts nobody twice and makes nothing up. */
static void
test_all (void)
{
  g_autoptr (XybReturn) one = make_return (5, "周市镇");
  const char *hidden[XYB_N_RETURN_FIELDS] = { "9", "昆山示例隐藏有限公司" };
  XybReturnRow *unit = add_row (one, "昆山示例模具有限公司", "120000000", "150", "57310600");
  XybReturnRow *bad = add_row (one, "昆山示例包装有限公司", "较好", "5", "同上");
  XybReturnRow *again = add_row (one, "昆山示例模具 有限公司", "300", "20", NULL);
  XybReturnRow *nameless = add_row (one, NULL, "300", "20", NULL);
  XybReturnRow *earlier = add_row (one, "昆山示例旧有限公司", "300", "20", NULL);
  XybReturnRow *row = add_hidden_row (one, TRUE, hidden);

  earlier->match = make_match (7, "昆山示例旧有限公司", XYB_COMPANY_MATCH_EXACT);
  earlier->match->accepted_year = 2018;
  xyb_return_row_note_match (earlier, earlier->match);
  xyb_return_check_rows (one);
  xyb_return_answer_all (one);
  g_assert_cmpint (unit->revenue_fen, ==, G_GINT64_CONSTANT (120000000000000));
  g_assert_cmpint (bad->revenue_fen, ==, XYB_UNSAID);
  g_assert_cmpstr (bad->phone, ==, "");
  g_assert_cmpint (xyb_return_row_fate (unit), ==, XYB_FATE_TAKEN);
  g_assert_cmpint (xyb_return_row_fate (bad), ==, XYB_FATE_TAKEN);
  g_assert_cmpint (xyb_return_row_fate (again), ==, XYB_FATE_LEFT);
  g_assert_cmpint (xyb_return_row_fate (nameless), ==, XYB_FATE_LEFT);
  g_assert_cmpint (xyb_return_row_fate (earlier), ==, XYB_FATE_TAKEN);
  g_assert_cmpint (xyb_return_row_fate (row), ==, XYB_FATE_TAKEN);
}

/* Reading a file again keeps what was decided about the rows that say the same. */
static void
test_carry (void)
{
  g_autoptr (XybReturn) before = make_return (5, "周市镇");
  g_autoptr (XybReturn) after = make_return (5, "周市镇");
  XybReturnRow *rows[2];

  answer (before, add_row (before, "昆山示例甲有限公司", "较好", "5", NULL), XYB_NOTE_BAD_REVENUE,
          XYB_ANSWER_TYPED, "300万");
  answer (before, add_row (before, "昆山示例乙有限公司", "较好", "5", NULL), XYB_NOTE_BAD_REVENUE,
          XYB_ANSWER_BLANK, NULL);
  rows[0] = add_row (after, "昆山示例甲有限公司", "较好", "5", NULL);
  rows[1] = add_row (after, "昆山示例乙有限公司", "一般", "5", NULL);
  xyb_return_carry_answers (after, before);
  g_assert_cmpint (rows[0]->revenue_fen, ==, G_GINT64_CONSTANT (300000000));
  g_assert_cmpint (xyb_return_row_fate (rows[1]), ==, XYB_FATE_OPEN);
}

static void
test_explain (void)
{
  static const struct
  {
    const char *cells[XYB_N_RETURN_FIELDS];
    XybReturnField field;
    const char *sentence;
  } cases[] = {
    { { "1", "昆山示例甲有限公司", NULL, "1.2亿" },
      XYB_RETURN_REVENUE,
      "“1.2亿” → 12000 万元：1 亿 = 10000 万，单位换算" },
    { { "1", "昆山示例甲有限公司", NULL, "1,234.5万" },
      XYB_RETURN_REVENUE,
      "“1,234.5万” → 1234.5 万元：去掉千分位" },
    { { "1", "昆山示例甲有限公司", NULL, "30000000元" },
      XYB_RETURN_REVENUE,
      "“30000000元” → 3000 万元：1 万元 = 10000 元，单位换算" },
    { { "1", "昆山示例甲有限公司", NULL, "约3000万元" },
      XYB_RETURN_REVENUE,
      "“约3000万元” → 3000 万元：约数" },
    { { "1", "昆山示例甲有限公司", NULL, "8600" }, XYB_RETURN_REVENUE, NULL },
    { { "1", "昆山示例甲有限公司", NULL, "—" }, XYB_RETURN_REVENUE, "“—” → 空：没有填数" },
    { { "1", "昆山示例甲有限公司（新增）" },
      XYB_RETURN_NAME,
      "“昆山示例甲有限公司（新增）” → 昆山示例甲有限公司：全角改半角，去掉名称后面的备注" },
    { { "1", "昆山示例甲有限公司" }, XYB_RETURN_NAME, NULL },
    { { "1", "昆山示例甲有限公司", NULL, NULL, "530人" },
      XYB_RETURN_HEADCOUNT,
      "“530人” → 530：只留数字" },
    { { "1", "昆山示例甲有限公司", NULL, NULL, NULL, NULL, "51257310600" },
      XYB_RETURN_PHONE,
      "“51257310600” → 0512-57310600：补上开头的 0" },
    { { "1", "昆山示例甲有限公司" }, XYB_RETURN_PHONE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybReturn) one = make_return (5, "周市镇");
      XybReturnRow *row = add_hidden_row (one, FALSE, cases[i].cells);
      g_autofree char *sentence = xyb_return_explain (one, row, cases[i].field);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/return-answer/likely-wrong-unit", test_unit);
  g_test_add_func ("/return-answer/cells-that-cannot-be-read", test_cells);
  g_test_add_func ("/return-answer/rows-without-a-name", test_name);
  g_test_add_func ("/return-answer/the-row-chosen-last-stands", test_duplicates);
  g_test_add_func ("/return-answer/another-enterprise-other-questions", test_alike);
  g_test_add_func ("/return-answer/all-at-once-counts-nobody-twice", test_all);
  g_test_add_func ("/return-answer/reading-again-keeps-answers", test_carry);
  g_test_add_func ("/return-answer/every-correction-is-explained", test_explain);
  return g_test_run ();
}
