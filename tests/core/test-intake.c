/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "return-fixture.h"
#include "xyb-intake.h"

/* Several returned files beside each other. */

static XybIntakeFile *
add_file (XybIntake *intake, const char *path, XybReturn *taken)
{
  XybIntakeFile *file = xyb_intake_add_path (intake, path);

  xyb_intake_set_read (file, taken);
  return file;
}

static void
check_words (const XybIntakeFile *file, XybIntakeState state, const char *expected)
{
  g_autofree char *words = xyb_intake_file_words (file);

  g_assert_cmpint (xyb_intake_file_state (file), ==, state);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_states (void)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  XybReturn *zhoushi = make_return (5, "周市镇");
  XybReturn *nowhere = make_return (0, NULL);
  XybReturnRow *row;
  XybIntakeFile *reading = xyb_intake_add_path (intake, "/下载/新.xlsx");
  XybIntakeFile *failed = xyb_intake_add_path (intake, "/下载/附件2-巴城.xlsx");
  XybIntakeFile *asked;
  XybIntakeFile *lost;

  g_assert_true (xyb_intake_add_path (intake, "/下载/新.xlsx") == reading);
  xyb_intake_fail (failed, "有密码打不开，请区镇重发");
  add_row (zhoushi, "昆山示例甲有限公司", "300", "20", NULL);
  row = add_row (zhoushi, "昆山示例乙有限公司", "较好", "20", NULL);
  asked = add_file (intake, "/下载/附件2 周市镇.xlsx", zhoushi);
  row = add_row (nowhere, "昆山示例丙有限公司", "300", "20", NULL);
  row->match = make_match (3, "昆山示例丙有限公司", XYB_COMPANY_MATCH_EXACT);
  row->match->district = g_strdup ("淀山湖镇");
  lost = add_file (intake, "/下载/新建 工作表.xlsx", nowhere);
  xyb_intake_check (intake);
  check_words (reading, XYB_INTAKE_READING, "正在读取…");
  check_words (failed, XYB_INTAKE_FAILED, "有密码打不开，请区镇重发");
  check_words (asked, XYB_INTAKE_QUESTIONS, "周市镇 · 待定 1 行，可接受 1 行");
  check_words (lost, XYB_INTAKE_NO_DISTRICT, "没写区镇，像是淀山湖镇，请确认");
  g_assert_false (xyb_intake_is_complete (intake));
  xyb_intake_remove (intake, reading);
  xyb_intake_remove (intake, lost);
  g_assert_false (xyb_intake_is_complete (intake));
  row = g_ptr_array_index (zhoushi->rows, 1);
  g_assert_true (xyb_intake_answer (intake, asked, row, find_note (row, XYB_NOTE_BAD_REVENUE),
                                    XYB_ANSWER_BLANK, NULL, 0, NULL));
  check_words (asked, XYB_INTAKE_READY, "周市镇 · 2 行全部可接受");
  g_assert_true (
    xyb_intake_is_complete (intake)); /* a file that cannot be read keeps nobody waiting */
  asked->imported = TRUE;
  check_words (asked, XYB_INTAKE_IMPORTED, "周市镇 · 已导入 2 家");
  g_assert_false (xyb_intake_is_complete (intake));
}

/* ENT-08: the later file is asked; who is chosen last has it. */
static void
test_two_districts (void)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  XybReturn *returns[]
    = { make_return (4, "张浦镇"), make_return (5, "周市镇"), make_return (6, "巴城镇") };
  static const char *const names[]
    = { "昆山示例五金制品有限公司", "昆山示例五金制品有限公司", "昆山市示例五金制品有限公司" };
  XybReturnRow *rows[3];
  XybIntakeFile *files[3];

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *path = g_strdup_printf ("/下载/%u.xlsx", i);

      rows[i] = add_row (returns[i], names[i], "300", "20", "57310600");
      files[i] = add_file (intake, path, returns[i]);
    }
  xyb_intake_check (intake);
  xyb_intake_check (intake); /* asking twice changes nothing */
  g_assert_cmpuint (rows[0]->notes->len, ==, 0);
  g_assert_cmpuint (rows[1]->notes->len, ==, 1);
  g_assert_cmpstr (find_note (rows[1], XYB_NOTE_ELSEWHERE)->sentence, ==,
                   "与张浦镇第 4 行同名、同电话，疑为同一家");
  g_assert_cmpstr (find_note (rows[2], XYB_NOTE_ELSEWHERE)->sentence, ==,
                   "与张浦镇第 4 行名称相近、同电话，疑为同一家");
  g_assert_true (xyb_intake_answer (intake, files[1], rows[1],
                                    find_note (rows[1], XYB_NOTE_ELSEWHERE), XYB_ANSWER_HERE, NULL,
                                    0, NULL));
  g_assert_cmpint (xyb_return_row_fate (rows[0]), ==, XYB_FATE_LEFT);
  g_assert_cmpint (xyb_return_row_fate (rows[1]), ==, XYB_FATE_TAKEN);
  g_assert_cmpint (find_note (rows[2], XYB_NOTE_ELSEWHERE)->other, ==, 5);
  g_assert_true (xyb_intake_answer (intake, files[2], rows[2],
                                    find_note (rows[2], XYB_NOTE_ELSEWHERE), XYB_ANSWER_LEAVE, NULL,
                                    0, NULL));
  g_assert_cmpint (xyb_return_row_fate (rows[2]), ==, XYB_FATE_LEFT);
  g_assert_true (xyb_intake_answer (intake, files[1], rows[1],
                                    find_note (rows[1], XYB_NOTE_ELSEWHERE), XYB_ANSWER_LEAVE, NULL,
                                    0, NULL));
  g_assert_cmpint (xyb_return_row_fate (rows[0]), ==, XYB_FATE_TAKEN);
  xyb_intake_remove (intake, files[0]);
  g_assert_cmpuint (rows[1]->notes->len, ==, 0);
  g_assert_cmpint (xyb_return_row_fate (rows[1]), ==, XYB_FATE_TAKEN);
}

static void
test_two_files_of_one (void)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  XybReturn *returns[]
    = { make_return (5, "周市镇"), make_return (5, "周市镇"), make_return (5, "周市镇") };
  static const char *const sums[] = { "aa", "bb", "bb" };
  XybIntakeFile *files[3];

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *path = g_strdup_printf ("/下载/%u.xlsx", i);

      returns[i]->sha256 = g_strdup (sums[i]);
      add_row (returns[i], "昆山示例甲有限公司", "300", "20", NULL);
      files[i] = add_file (intake, path, returns[i]);
    }
  xyb_intake_check (intake);
  check_words (files[0], XYB_INTAKE_READY, "同是周市镇的表，以后面的「1.xlsx」为准");
  check_words (files[1], XYB_INTAKE_READY, "周市镇 · 1 行全部可接受");
  check_words (files[2], XYB_INTAKE_READY, "与「1.xlsx」内容完全相同，不重复导入");
  g_assert_true (files[0]->skipped && !files[1]->skipped && files[2]->skipped);
  xyb_intake_remove (intake, files[1]);
  g_assert_true (files[0]->skipped && !files[2]->skipped);
  files[2]->left = TRUE;
  xyb_intake_check (intake);
  g_assert_true (!files[0]->skipped && files[2]->skipped);
}

static void
test_second_version (void)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  g_autoptr (GPtrArray) before
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);
  XybReturn *one = make_return (5, "周市镇");
  XybNomination *nomination = xyb_nomination_new ();
  XybReturnRow *row;
  XybIntakeFile *file;

  nomination->enterprise_id = 1;
  nomination->enterprise_name = g_strdup ("昆山示例甲有限公司");
  g_ptr_array_add (before, nomination);
  add_row (one, "昆山示例乙有限公司", "300", "20", NULL);
  row = add_row (one, "昆山示例甲有限公司", "较好", "20", NULL);
  file = add_file (intake, "/下载/周市镇2.xlsx", one);
  xyb_intake_set_before (file, before);
  check_words (file, XYB_INTAKE_QUESTIONS, "周市镇 · 待定 1 行，可接受 1 行");
  g_assert_true (xyb_intake_answer (intake, file, row, find_note (row, XYB_NOTE_BAD_REVENUE),
                                    XYB_ANSWER_TYPED, "500万", 0, NULL));
  check_words (file, XYB_INTAKE_READY, "周市镇 · 新增 1，修改 1");
  g_assert_cmpuint (file->changes->len, ==, 2);
}

static void
test_missing (void)
{
  g_autoptr (XybIntake) intake = xyb_intake_new (2020);
  g_autoptr (GPtrArray) submissions
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_submission_free);
  g_autoptr (GPtrArray) missing = NULL;
  static const char *const names[] = { "张浦镇", "周市镇", "陆家镇", "巴城镇" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      XybSubmission *one = xyb_submission_new ();

      one->unit_id = 4 + i;
      one->unit_name = g_strdup (names[i]);
      one->state = i == 0 ? XYB_SUBMISSION_RECEIVED : XYB_SUBMISSION_MISSING;
      g_ptr_array_add (submissions, one);
    }
  add_file (intake, "/下载/周市镇.xlsx", make_return (5, "周市镇"));
  missing = xyb_intake_list_missing (intake, submissions);
  g_assert_cmpuint (missing->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (missing, 0), ==, "陆家镇");
  g_assert_cmpstr (g_ptr_array_index (missing, 1), ==, "巴城镇");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/how-a-file-stands", test_states);
  g_test_add_func ("/intake/one-enterprise-of-several-districts", test_two_districts);
  g_test_add_func ("/intake/the-later-file-of-a-district-counts", test_two_files_of_one);
  g_test_add_func ("/intake/a-second-version-is-a-difference", test_second_version);
  g_test_add_func ("/intake/who-is-missing", test_missing);
  return g_test_run ();
}
