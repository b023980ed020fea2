/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "../store/office-fixture.h"
#include "xyb-nomination-sheet-model.h"

/* 附件2 as a sheet, without a display. */

#define NAME 1
#define PRODUCTS 2
#define REVENUE 3
#define HEADCOUNT 4
#define PHONE 6
#define STAGE 7

typedef struct
{
  Office office;
  XybOffice *shown;
  XybNominationSheetModel *model;
  gint64 unit_id;
  const XybNominationQuestion *question;
} Sheet;

static void
show (Sheet *sheet, gint64 unit_id)
{
  g_autoptr (GError) error = NULL;

  sheet->unit_id = unit_id;
  xyb_nomination_sheet_model_show (sheet->model, unit_id, &error);
  g_assert_no_error (error);
}

static void
changed_cb (XybOffice *office, const char *const *tables, Sheet *sheet)
{
  show (sheet, sheet->unit_id);
}

static void
question_cb (XybNominationSheetModel *model, const XybNominationQuestion *question, Sheet *sheet)
{
  sheet->question = question;
}

static void
set_up (Sheet *sheet, gconstpointer data)
{
  office_set_up (&sheet->office, data);
  sheet->shown = xyb_office_new (sheet->office.store, 2020);
  sheet->model = xyb_nomination_sheet_model_new (sheet->shown);
  g_signal_connect (sheet->shown, "changed", G_CALLBACK (changed_cb), sheet);
  g_signal_connect (sheet->model, "question", G_CALLBACK (question_cb), sheet);
  show (sheet, ZHOUSHI);
}

static void
tear_down (Sheet *sheet, gconstpointer data)
{
  g_assert_finalize_object (sheet->model);
  g_assert_finalize_object (sheet->shown);
  office_tear_down (&sheet->office, data);
}

static XybSheetModel *
model_of (Sheet *sheet)
{
  return XYB_SHEET_MODEL (sheet->model);
}

static void
assert_cell (Sheet *sheet, guint row, guint column, const char *expected)
{
  g_autofree char *text = xyb_sheet_model_dup_text (model_of (sheet), row, column);

  g_assert_cmpstr (text, ==, expected);
}

static gboolean
try_type (Sheet *sheet, guint row, guint column, const char *text, GError **error)
{
  XybSheetChange change = { row, column, text };

  return xyb_sheet_model_check (model_of (sheet), row, column, text, error)
         && xyb_sheet_model_apply (model_of (sheet), &change, 1, NULL, error);
}

static void
type (Sheet *sheet, guint row, guint column, const char *text)
{
  g_autoptr (GError) error = NULL;

  try_type (sheet, row, column, text, &error);
  g_assert_no_error (error);
}

static void
undo (Sheet *sheet)
{
  g_autoptr (GError) error = NULL;

  xyb_store_undo (sheet->office.store, NULL, &error);
  g_assert_no_error (error);
}

/* 昆山示例甲有限公司 and so on, in rows of their own. */
static void
type_companies (Sheet *sheet, const char *const *letters)
{
  for (guint i = 0; letters[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("昆山示例%s有限公司", letters[i]);

      type (sheet, i, NAME, name);
    }
}

static const char *const four[] = { "甲甲", "乙乙", "丙丙", "丁丁", NULL };

static void
assert_order (Sheet *sheet, const char *expected)
{
  g_autoptr (GString) spelt = g_string_new (NULL);

  for (guint i = 0; i < xyb_nomination_sheet_model_get_n_companies (sheet->model); i++)
    {
      g_autofree char *name = xyb_sheet_model_dup_text (model_of (sheet), i, NAME);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      assert_cell (sheet, i, 0, number);
      g_string_append_len (spelt, name + strlen ("昆山示例"), strlen ("甲"));
    }
  g_assert_cmpstr (spelt->str, ==, expected);
}

/* ---- the form ---- */

static void
test_form (Sheet *sheet, gconstpointer data)
{
  static const char *const heads[]
    = { "序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话", "进度" };

  g_assert_cmpuint (xyb_sheet_model_get_n_columns (model_of (sheet)), ==, G_N_ELEMENTS (heads));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      XybSheetColumn column;

      xyb_sheet_model_get_column (model_of (sheet), i, &column);
      g_assert_cmpstr (column.title, ==, heads[i]);
    }
  /* AMB-10: fifteen numbered rows, all of them to type into. */
  g_assert_cmpuint (xyb_sheet_model_get_n_rows (model_of (sheet)), ==, 15);
  assert_cell (sheet, 14, 0, "15");
  g_assert_true (xyb_sheet_model_is_editable (model_of (sheet), 14, NAME));
  g_assert_false (xyb_sheet_model_is_editable (model_of (sheet), 0, 0));
  g_assert_false (xyb_sheet_model_is_editable (model_of (sheet), 0, STAGE));
}

static void
test_room_below (Sheet *sheet, gconstpointer data)
{
  static const char *const many[] = { "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛",
                                      "壬", "癸", "子", "丑", "寅", "卯", "辰", "巳" };
  guint n_rows;

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    {
      g_autofree char *name = g_strdup_printf ("昆山%s%s有限公司", many[i], many[i]);

      type (sheet, i, NAME, name);
    }
  n_rows = xyb_sheet_model_get_n_rows (model_of (sheet));
  g_assert_cmpuint (n_rows, >, G_N_ELEMENTS (many));
  assert_cell (sheet, n_rows - 1, NAME, NULL);
}

/* ---- typing ---- */

static void
test_typing (Sheet *sheet, gconstpointer data)
{
  type (sheet, 0, NAME, "昆山示例模具有限公司");
  type (sheet, 0, PRODUCTS, "注塑模具");
  type (sheet, 0, REVENUE, "1.2亿");
  type (sheet, 0, HEADCOUNT, "150人");
  type (sheet, 0, PHONE, "（0512）57310600");
  assert_cell (sheet, 0, 0, "1");
  assert_cell (sheet, 0, NAME, "昆山示例模具有限公司");
  assert_cell (sheet, 0, PRODUCTS, "注塑模具");
  assert_cell (sheet, 0, REVENUE, "1.2亿元");
  assert_cell (sheet, 0, HEADCOUNT, "150");
  assert_cell (sheet, 0, PHONE, "0512-57310600");
  assert_cell (sheet, 0, STAGE, "已推荐");
}

static void
test_default_unit (Sheet *sheet, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  xyb_office_store_set_setting (sheet->office.store, XYB_SETTING_REVENUE_UNIT, "亿元", &error);
  g_assert_no_error (error);
  type (sheet, 0, NAME, "昆山示例模具有限公司");
  type (sheet, 0, REVENUE, "2");
  assert_cell (sheet, 0, REVENUE, "2亿元");
}

static void
test_refused_cell (Sheet *sheet, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  type (sheet, 0, NAME, "昆山示例模具有限公司");
  g_assert_false (try_type (sheet, 0, HEADCOUNT, "很多", &error));
  g_assert_nonnull (strstr (error->message, "第 1 行"));
  g_assert_nonnull (strstr (error->message, "职工人数"));
  assert_cell (sheet, 0, HEADCOUNT, NULL);
}

/* ORG-07: kept, but it shows. */
static void
test_doubtful_phone (Sheet *sheet, gconstpointer data)
{
  g_auto (XybSheetCell) cell = { 0 };

  type (sheet, 0, NAME, "昆山示例模具有限公司");
  type (sheet, 0, PHONE, "1390000000");
  xyb_sheet_model_fill_cell (model_of (sheet), 0, PHONE, &cell);
  g_assert_cmpstr (cell.text, ==, "1390000000");
  g_assert_cmpint (cell.look, ==, XYB_SHEET_LOOK_NEAR);
  g_assert_nonnull (cell.note);
}

static void
placed_cb (XybNominationSheetModel *model, guint from, guint to, guint *rows)
{
  rows[0] = from;
  rows[1] = to;
}

static void
test_no_gaps (Sheet *sheet, gconstpointer data)
{
  guint rows[2] = { 0, 0 };

  g_signal_connect (sheet->model, "placed", G_CALLBACK (placed_cb), rows);
  type (sheet, 0, NAME, "昆山示例甲甲有限公司");
  type (sheet, 7, NAME, "昆山示例乙乙有限公司");
  assert_order (sheet, "甲乙");
  g_assert_cmpuint (rows[0], ==, 7);
  g_assert_cmpuint (rows[1], ==, 1);
}

static void
test_question (Sheet *sheet, gconstpointer data)
{
  gint64 id = office_add_enterprise (&sheet->office, "昆山示例模具有限公司", ZHOUSHI);

  type (sheet, 0, NAME, "昆山市示例模具有限责任公司");
  while (sheet->question == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (sheet->question->ask, ==, XYB_NOMINATION_ASK_WHICH);
  assert_cell (sheet, 0, NAME, NULL);
  xyb_nomination_sheet_model_answer (sheet->model, id);
  assert_cell (sheet, 0, NAME, "昆山示例模具有限公司");
}

static void
test_give_up (Sheet *sheet, gconstpointer data)
{
  office_add_enterprise (&sheet->office, "昆山示例模具有限公司", ZHOUSHI);
  type (sheet, 0, NAME, "昆山市示例模具有限责任公司");
  xyb_nomination_sheet_model_give_up (sheet->model);
  assert_cell (sheet, 0, NAME, NULL);
  xyb_nomination_sheet_model_answer (sheet->model, XYB_NOMINATION_ANSWER_NEW);
  assert_cell (sheet, 0, NAME, NULL);
}

/* ---- a block ---- */

static gboolean
paste (Sheet *sheet, const char *const (*cells)[3], guint n_rows, GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (XybSheetChange));

  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < 3; j++)
      {
        XybSheetChange change = { i, NAME + j, cells[i][j] };

        g_array_append_val (changes, change);
      }
  return xyb_sheet_model_apply (model_of (sheet), (const XybSheetChange *) changes->data,
                                changes->len, "粘贴", error);
}

static const char *const block[8][3] = {
  { "昆山示例精密机械有限公司", "精密零部件", "1.2亿" },
  { "昆山示例模具有限公司", "注塑模具", "12000" },
  { "昆山示例自动化科技有限公司", "工装夹具", "3000万" },
  { "昆山示例塑料制品有限公司", "注塑件", "1,234.5" },
  { "昆山示例冷链物流有限公司", "仓储配送", "8600" },
  { "昆山示例五金制品有限公司", "冲压件", "5400" },
  { "昆山示例电路板有限公司", "印制电路板", "4.6亿元" },
  { "昆山示例检测技术有限公司", "检测服务", "" },
};

static void
test_paste (Sheet *sheet, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  paste (sheet, block, G_N_ELEMENTS (block), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (xyb_nomination_sheet_model_get_n_companies (sheet->model), ==, 8);
  assert_cell (sheet, 3, REVENUE, "1234.5万元");
  assert_cell (sheet, 6, REVENUE, "4.6亿元");
  office_assert_label (&sheet->office, "粘贴 8 行：周市镇附件2");
  undo (sheet);
  g_assert_cmpuint (xyb_nomination_sheet_model_get_n_companies (sheet->model), ==, 0);
  office_assert_label (&sheet->office, NULL);
}

/* The whole form with its heads, numbers and blank rows, put down at the wrong cell. */
static void
test_paste_form (Sheet *sheet, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybTextTable) table = xyb_text_table_parse ("序号\t企业名称\t主要产品\t去年销售收入\n"
                                                         "1\t昆山示例甲甲有限公司\t齿轮\t300\n"
                                                         "2\t昆山示例乙乙有限公司\t轴承\t1.2亿\n"
                                                         "3\t\t\t\n4\t\t\t\n");

  g_assert_true (xyb_sheet_model_paste (model_of (sheet), 0, NAME, table, &error));
  g_assert_no_error (error);
  assert_order (sheet, "甲乙");
  assert_cell (sheet, 1, REVENUE, "1.2亿元");
  office_assert_label (&sheet->office, "粘贴 2 行：周市镇附件2");
}

/* More rows than the form has are no obstacle. */
static void
test_paste_long (Sheet *sheet, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (XybTextTable) table = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (text, "昆山示例%c%u有限公司\t零件\n", 'A' + (int) i, i);
  table = xyb_text_table_parse (text->str);
  g_assert_true (xyb_sheet_model_paste (model_of (sheet), 0, NAME, table, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (xyb_nomination_sheet_model_get_n_companies (sheet->model), ==, 20);
}

/* ENT-08. */
static void
test_paste_duplicate (Sheet *sheet, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  show (sheet, ZHANGPU);
  type (sheet, 0, NAME, block[4][0]);
  show (sheet, ZHOUSHI);
  g_assert_false (paste (sheet, block, G_N_ELEMENTS (block), &error));
  g_assert_nonnull (strstr (error->message, "第 5 行"));
  g_assert_nonnull (strstr (error->message, "张浦镇"));
  g_assert_cmpuint (xyb_nomination_sheet_model_get_n_companies (sheet->model), ==, 0);
}

/* ---- whole rows ---- */

static void
test_move (Sheet *sheet, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  type_companies (sheet, four);
  g_assert_true (xyb_nomination_sheet_model_move (sheet->model, 2, 1, -1, &error));
  assert_order (sheet, "甲丙乙丁");
  g_assert_true (xyb_nomination_sheet_model_move (sheet->model, 0, 2, 1, &error));
  assert_order (sheet, "乙甲丙丁");
  g_assert_true (xyb_nomination_sheet_model_move (sheet->model, 2, 2, -1, &error));
  assert_order (sheet, "乙丙丁甲");
  g_assert_false (xyb_nomination_sheet_model_move (sheet->model, 0, 1, -1, &error));
  g_assert_false (xyb_nomination_sheet_model_move (sheet->model, 3, 1, 1, &error));
  g_assert_no_error (error);
  undo (sheet);
  undo (sheet);
  undo (sheet);
  assert_order (sheet, "甲乙丙丁");
}

static void
test_remove (Sheet *sheet, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  type_companies (sheet, four);
  g_assert_true (xyb_nomination_sheet_model_remove (sheet->model, 1, 2, &error));
  g_assert_no_error (error);
  assert_order (sheet, "甲丁");
  /* The register keeps them. */
  g_assert_cmpint (xyb_enterprise_store_count (sheet->office.store, NULL), ==, 4);
  undo (sheet);
  assert_order (sheet, "甲乙丙丁");
}

/* ---- the whole city ---- */

static void
test_city (Sheet *sheet, gconstpointer data)
{
  type (sheet, 0, NAME, "昆山示例甲甲有限公司");
  show (sheet, HUAQIAO);
  type (sheet, 0, NAME, "昆山示例乙乙有限公司");
  show (sheet, DEVELOPMENT);
  type (sheet, 0, NAME, "昆山示例丙丙有限公司");
  show (sheet, 0);
  g_assert_cmpuint (xyb_sheet_model_get_n_rows (model_of (sheet)), ==, 3);
  assert_cell (sheet, 0, 0, "开发区");
  assert_cell (sheet, 1, 0, "花桥");
  assert_cell (sheet, 2, 0, "周市镇");
  assert_cell (sheet, 2, 2, "昆山示例甲甲有限公司");
  for (guint i = 0; i < xyb_sheet_model_get_n_columns (model_of (sheet)); i++)
    g_assert_false (xyb_sheet_model_is_editable (model_of (sheet), 0, i));
}

/* ENT-08, AMB-33. */
static void
test_earlier (Sheet *sheet, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybNomination) old = xyb_nomination_new ();
  g_autoptr (XybPlan) plan = xyb_plan_store_get (sheet->office.store, 2019, &error);
  g_auto (XybSheetCell) cell = { 0 };

  g_assert_no_error (error);
  type (sheet, 0, NAME, "昆山示例甲甲有限公司");
  old->plan_id = plan->id;
  old->unit_id = ZHOUSHI;
  old->enterprise_id = xyb_nomination_sheet_model_get_row (sheet->model, 0)->enterprise_id;
  old->accepted_on = g_strdup ("2019-11-20");
  xyb_nomination_store_save (sheet->office.store, old, &error);
  g_assert_no_error (error);
  xyb_sheet_model_fill_cell (model_of (sheet), 0, NAME, &cell);
  g_assert_cmpint (cell.look, ==, XYB_SHEET_LOOK_NEAR);
  g_assert_nonnull (strstr (cell.note, "2019"));
}

#define ADD(path, func) g_test_add (path, Sheet, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/nomination-sheet/the-form-has-its-heads-and-fifteen-rows", test_form);
  ADD ("/nomination-sheet/there-is-always-room-below", test_room_below);
  ADD ("/nomination-sheet/a-row-is-typed-like-the-form", test_typing);
  ADD ("/nomination-sheet/a-bare-number-has-the-offices-unit", test_default_unit);
  ADD ("/nomination-sheet/a-refusal-names-row-and-column", test_refused_cell);
  ADD ("/nomination-sheet/a-doubtful-telephone-shows", test_doubtful_phone);
  ADD ("/nomination-sheet/the-list-has-no-gaps", test_no_gaps);
  ADD ("/nomination-sheet/a-like-name-is-asked", test_question);
  ADD ("/nomination-sheet/a-question-may-be-dropped", test_give_up);
  ADD ("/nomination-sheet/eight-rows-are-one-revision", test_paste);
  ADD ("/nomination-sheet/the-form-with-heads-and-numbers", test_paste_form);
  ADD ("/nomination-sheet/twenty-rows-at-once", test_paste_long);
  ADD ("/nomination-sheet/a-company-of-another-district-is-refused", test_paste_duplicate);
  ADD ("/nomination-sheet/rows-move-and-numbers-follow", test_move);
  ADD ("/nomination-sheet/rows-go-and-companies-stay", test_remove);
  ADD ("/nomination-sheet/the-city-in-office-order", test_city);
  ADD ("/nomination-sheet/accepted-before-shows", test_earlier);
  return g_test_run ();
}
