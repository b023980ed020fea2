/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "return-fixture.h"
#include "xyb-return-answer.h"
#include "xyb-return-diff.h"

/* B-21: what a second file of the same 区镇 changes. */

static XybNomination *
add_before (GPtrArray *nominations, gint64 enterprise_id, const char *name)
{
  XybNomination *one = xyb_nomination_new ();

  one->id = 100 + enterprise_id;
  one->enterprise_id = enterprise_id;
  one->enterprise_name = g_strdup (name);
  one->products = g_strdup ("零 件");
  one->revenue_fen = G_GINT64_CONSTANT (300000000);
  one->revenue_unit = XYB_MONEY_UNIT_WAN;
  one->headcount = 20;
  one->contact = g_strdup ("张示例");
  one->phone = g_strdup ("0512-57310600");
  g_ptr_array_add (nominations, one);
  return one;
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);
}

static void
check (const XybReturnChange *change, XybDiffKind kind, gint64 before, guint fields)
{
  g_assert_cmpint (change->kind, ==, kind);
  g_assert_cmpint (change->before != NULL ? change->before->enterprise_id : 0, ==, before);
  g_assert_cmpuint (change->fields, ==, fields);
}

static void
test_kinds (void)
{
  g_autoptr (XybReturn) one = make_return (5, "周市镇");
  g_autoptr (GPtrArray) before = new_list ();
  g_autoptr (GPtrArray) changes = NULL;
  XybReturnRow *row;

  add_before (before, 1, "昆山示例甲有限公司");
  add_before (before, 2, "昆山示例乙有限公司");
  add_before (before, 3, "昆山示例丙（丁）有限公司");
  add_before (before, 4, "昆山示例走了有限公司");
  row = add_row (one, "昆山示例乙有限公司", "400", "25", "0512-57310600");
  row->match = make_match (2, "昆山示例乙有限公司", XYB_COMPANY_MATCH_EXACT);
  add_row (one, "昆山示例新来有限公司", "300", "20", NULL);
  add_row (one, "昆山示例甲有限公司", "300", "20", "0512-57310600");
  add_row (one, "昆山示例丙(丁)有限公司", NULL, NULL, NULL); /* says nothing, takes nothing away */
  changes = xyb_return_diff (one, before);
  g_assert_cmpuint (changes->len, ==, 5);
  check (g_ptr_array_index (changes, 0), XYB_DIFF_CHANGED, 2,
         1 << XYB_RETURN_REVENUE | 1 << XYB_RETURN_HEADCOUNT);
  check (g_ptr_array_index (changes, 1), XYB_DIFF_ADDED, 0, 0);
  check (g_ptr_array_index (changes, 2), XYB_DIFF_SAME, 1, 0);
  check (g_ptr_array_index (changes, 3), XYB_DIFF_SAME, 3, 0);
  check (g_ptr_array_index (changes, 4), XYB_DIFF_REMOVED, 4, 0);
  g_assert_false (((XybReturnChange *) g_ptr_array_index (changes, 4))->refused);
  g_assert_cmpuint (xyb_return_diff_count (changes, XYB_DIFF_SAME), ==, 2);
}

/* What waits for an answer, or was left out by one, has not vanished from the file. */
static void
test_undecided_is_not_removed (void)
{
  g_autoptr (XybReturn) one = make_return (5, "周市镇");
  g_autoptr (GPtrArray) before = new_list ();
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) decided = NULL;
  XybReturnRow *open;
  XybReturnRow *alike;

  add_before (before, 1, "昆山示例甲有限公司");
  add_before (before, 2, "昆山示例乙股份有限公司");
  open = add_row (one, "昆山示例甲有限公司", "较好", "20", NULL);
  alike = add_row (one, "昆山示例乙有限公司", "300", "20", NULL);
  alike->match = make_match (2, "昆山示例乙股份有限公司", XYB_COMPANY_MATCH_POSSIBLE);
  xyb_return_row_note (alike, XYB_NOTE_ALIKE, XYB_RETURN_NAME, TRUE, "名称相近");
  changes = xyb_return_diff (one, before);
  g_assert_cmpuint (changes->len, ==, 0);
  g_assert_true (xyb_return_answer (one, open, find_note (open, XYB_NOTE_BAD_REVENUE),
                                    XYB_ANSWER_TYPED, "500万", 0, NULL));
  g_assert_true (xyb_return_answer (one, alike, find_note (alike, XYB_NOTE_ALIKE),
                                    XYB_ANSWER_DIFFERENT, NULL, 0, NULL));
  decided = xyb_return_diff (one, before);
  g_assert_cmpuint (decided->len, ==, 3);
  check (g_ptr_array_index (decided, 0), XYB_DIFF_CHANGED, 1, 1 << XYB_RETURN_REVENUE);
  check (g_ptr_array_index (decided, 1), XYB_DIFF_ADDED, 0, 0);
  check (g_ptr_array_index (decided, 2), XYB_DIFF_REMOVED, 2, 0);
}

/* An enterprise that has signed does not vanish because a file does not name it. */
static void
test_progress_stays (void)
{
  g_autoptr (XybReturn) one = make_return (5, "周市镇");
  g_autoptr (GPtrArray) before = new_list ();
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) again = NULL;
  XybReturnChange *change;

  add_before (before, 1, "昆山示例甲有限公司")->signed_on = g_strdup ("2020-06-01");
  changes = xyb_return_diff (one, before);
  change = g_ptr_array_index (changes, 0);
  g_assert_true (change->refused);
  g_assert_true (xyb_return_change_has_progress (change));
  change->refused = FALSE;
  again = xyb_return_diff (one, before);
  xyb_return_diff_carry (again, changes);
  g_assert_false (((XybReturnChange *) g_ptr_array_index (again, 0))->refused);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/return-diff/added-changed-removed", test_kinds);
  g_test_add_func ("/return-diff/what-waits-is-not-removed", test_undecided_is_not_removed);
  g_test_add_func ("/return-diff/progress-is-kept", test_progress_stays);
  return g_test_run ();
}
