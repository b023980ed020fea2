/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "xyb-return-answer.h"
#include "xyb-return-reader.h"
#include "xyb-text.h"

/* A returned file says what it left aside, and is read again as the clerk decided (B-03, B-11,
 * B-12, B-20). */

static const char *const official[XYB_N_RETURN_FIELDS]
  = { "序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话" };

typedef struct
{
  char *folder;
  GPtrArray *districts;
  XybReturnChoices *choices;
  GHashTable *remembered;
  char *path;
  lxw_workbook *book;
} Fixture;

static void
add_district (GPtrArray *districts, gint64 id, const char *name)
{
  XybUnit *unit = xyb_unit_new ();

  unit->id = id;
  unit->kind = XYB_UNIT_KIND_DISTRICT;
  unit->name = g_strdup (name);
  g_ptr_array_add (districts, unit);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("xyb-choices-XXXXXX", NULL);
  self->districts = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_free);
  add_district (self->districts, 4, "张浦镇");
  add_district (self->districts, 5, "周市镇");
  self->choices = xyb_return_choices_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_ptr_array_unref (self->districts);
  xyb_return_choices_free (self->choices);
  g_clear_pointer (&self->remembered, g_hash_table_unref);
}

static void
begin (Fixture *self, const char *name)
{
  self->path = g_build_filename (self->folder, name, NULL);
  self->book = workbook_new (self->path);
}

/* A sheet with the official form, but for the head of 电话, and so many enterprises. */
static lxw_worksheet *
add_sheet (Fixture *self, const char *name, const char *district, const char *phone_head, guint n)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->book, name);

  worksheet_write_string (sheet, 0, 0, "区镇", NULL);
  worksheet_write_string (sheet, 0, 1, district, NULL);
  for (guint i = 0; i < XYB_N_RETURN_FIELDS; i++)
    worksheet_write_string (sheet, 1, i, i == XYB_RETURN_PHONE ? phone_head : official[i], NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *firm = g_strdup_printf ("昆山示例%s%u号有限公司", name, i + 1);

      worksheet_write_number (sheet, 2 + i, 0, i + 1, NULL);
      worksheet_write_string (sheet, 2 + i, 1, firm, NULL);
      worksheet_write_number (sheet, 2 + i, 3, 300, NULL);
      worksheet_write_string (sheet, 2 + i, 6, "0512-57310600", NULL);
    }
  return sheet;
}

static XybReturn *
read_file (Fixture *self)
{
  XybReturnOptions options = { .districts = self->districts,
                               .remembered = self->remembered,
                               .usual = XYB_MONEY_UNIT_WAN,
                               .choices = self->choices };
  g_autoptr (GError) error = NULL;
  XybReturn *one = xyb_return_read (self->path, &options, NULL, &error);

  g_assert_no_error (error);
  return one;
}

static XybReturn *
finish (Fixture *self)
{
  g_assert_cmpint (workbook_close (self->book), ==, LXW_NO_ERROR);
  return read_file (self);
}

static guint
count (const XybReturn *one, XybFate fate)
{
  guint n = 0;

  for (guint i = 0; i < one->rows->len; i++)
    n += xyb_return_row_fate (g_ptr_array_index (one->rows, i)) == fate;
  return n;
}

static XybReturnNote *
find_note (const XybReturn *one, XybNoteKind kind)
{
  for (guint i = 0; i < one->notes->len; i++)
    if (((XybReturnNote *) g_ptr_array_index (one->notes, i))->kind == kind)
      return g_ptr_array_index (one->notes, i);
  return NULL;
}

/* Answers the one note of @kind; gives the file as it is read then. */
static XybReturn *
choose (Fixture *self, XybReturn *one, XybNoteKind kind, XybAnswer answer, gint64 meaning)
{
  XybReturnNote *note = find_note (one, kind);
  XybAnswer answers[XYB_MAX_ANSWERS];
  gboolean offered = answer == XYB_ANSWER_OPEN;
  guint n;

  g_assert_nonnull (note);
  n = xyb_return_list_answers (one, NULL, note, answers);
  for (guint i = 0; i < n; i++)
    offered |= answers[i] == answer;
  g_assert_true (offered);
  xyb_return_choices_set (self->choices, one, note, answer, meaning);
  xyb_return_free (one);
  one = read_file (self);
  g_assert_cmpint (find_note (one, kind)->decision.answer, ==, answer);
  return one;
}

/* B-11; the 区镇 on a sheet that is not taken says nothing either. */
static void
test_hidden_sheet (Fixture *self, gconstpointer data)
{
  XybReturn *one;

  begin (self, "表.xlsx");
  worksheet_hide (add_sheet (self, "2019", "张浦镇", "电话", 2));
  worksheet_activate (add_sheet (self, "Sheet1", "周市镇", "电话", 3));
  one = finish (self);
  g_assert_cmpint (one->district_id, ==, 5);
  g_assert_cmpuint (count (one, XYB_FATE_TAKEN), ==, 3);
  g_assert_cmpuint (count (one, XYB_FATE_IGNORED), ==, 2);
  g_assert_true (find_note (one, XYB_NOTE_HIDDEN_SHEET)->question);
  one = choose (self, one, XYB_NOTE_HIDDEN_SHEET, XYB_ANSWER_TAKE, 0);
  g_assert_cmpuint (count (one, XYB_FATE_TAKEN), ==, 5);
  one = choose (self, one, XYB_NOTE_HIDDEN_SHEET, XYB_ANSWER_LEAVE, 0);
  g_assert_cmpuint (count (one, XYB_FATE_TAKEN), ==, 3);
  xyb_return_free (one);
}

/* B-12 */
static void
test_several_sheets (Fixture *self, gconstpointer data)
{
  XybReturn *one;

  begin (self, "周市镇.xlsx");
  add_sheet (self, "东村", "周市镇", "电话", 2);
  add_sheet (self, "西村", "周市镇", "电话", 3);
  add_sheet (self, "空表", "周市镇", "电话", 0);
  one = finish (self);
  g_assert_cmpuint (one->notes->len, ==, 2);
  g_assert_false (find_note (one, XYB_NOTE_SEVERAL_SHEETS)->question);
  g_assert_cmpuint (count (one, XYB_FATE_TAKEN), ==, 5);
  one = choose (self, one, XYB_NOTE_SEVERAL_SHEETS, XYB_ANSWER_LEAVE, 0);
  g_assert_cmpuint (count (one, XYB_FATE_TAKEN), ==, 3);
  one = choose (self, one, XYB_NOTE_SEVERAL_SHEETS, XYB_ANSWER_OPEN, 0);
  g_assert_cmpuint (count (one, XYB_FATE_TAKEN), ==, 5);
  xyb_return_free (one);
}

static void
test_hidden_column (Fixture *self, gconstpointer data)
{
  lxw_row_col_options hidden = { .hidden = LXW_TRUE };
  lxw_worksheet *sheet;
  const XybReturnRow *row;
  XybReturn *one;

  begin (self, "周市镇.xlsx");
  sheet = add_sheet (self, "Sheet1", "周市镇", "电话", 1);
  worksheet_set_column_opt (sheet, 6, 6, 10, NULL, &hidden);
  worksheet_set_column_opt (sheet, 0, 1, 10, NULL, &hidden);
  one = finish (self);
  row = g_ptr_array_index (one->rows, 0);
  g_assert_cmpstr (row->name, ==, "昆山示例Sheet11号有限公司"); /* without it there is no table */
  g_assert_cmpstr (row->phone, ==, "");
  g_assert_cmpstr (row->raw[XYB_RETURN_PHONE].text, ==, "0512-57310600");
  g_assert_cmpuint (one->notes->len, ==, 3);
  g_assert_false (((XybReturnNote *) g_ptr_array_index (one->notes, 0))->question);
  g_assert_false (((XybReturnNote *) g_ptr_array_index (one->notes, 1))->question);
  g_assert_true (((XybReturnNote *) g_ptr_array_index (one->notes, 2))->question);
  xyb_return_choices_set (self->choices, one, g_ptr_array_index (one->notes, 2), XYB_ANSWER_TAKE,
                          0);
  xyb_return_free (one);
  one = read_file (self);
  row = g_ptr_array_index (one->rows, 0);
  g_assert_cmpstr (row->phone, ==, "0512-57310600");
  xyb_return_free (one);
}

/* B-03: a head that is confirmed once is known the next time. */
static void
test_unknown_head (Fixture *self, gconstpointer data)
{
  XybReturn *one;
  const XybReturnRow *row;

  begin (self, "周市镇.xlsx");
  add_sheet (self, "Sheet1", "周市镇", "怎么 找", 1);
  one = finish (self);
  g_assert_true (find_note (one, XYB_NOTE_UNKNOWN_HEAD)->question);
  one = choose (self, one, XYB_NOTE_UNKNOWN_HEAD, XYB_ANSWER_DIFFERENT, 0);
  one = choose (self, one, XYB_NOTE_UNKNOWN_HEAD, XYB_ANSWER_SAME, XYB_RETURN_PHONE);
  row = g_ptr_array_index (one->rows, 0);
  g_assert_cmpstr (row->phone, ==, "0512-57310600");
  g_assert_cmpint (find_note (one, XYB_NOTE_UNKNOWN_HEAD)->field, ==, XYB_RETURN_PHONE);
  one = choose (self, one, XYB_NOTE_UNKNOWN_HEAD, XYB_ANSWER_OPEN, 0);
  xyb_return_free (one);
  self->remembered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (self->remembered, xyb_text_key ("怎么找"),
                       GUINT_TO_POINTER (XYB_RETURN_PHONE + 1));
  one = read_file (self);
  row = g_ptr_array_index (one->rows, 0);
  g_assert_cmpstr (row->phone, ==, "0512-57310600");
  g_assert_cmpuint (one->notes->len, ==, 0);
  xyb_return_free (one);
}

/* Two columns that mean the same: the second is not lost without a word. */
static void
test_doubled_head (Fixture *self, gconstpointer data)
{
  lxw_worksheet *sheet;
  XybReturn *one;

  begin (self, "周市镇.xlsx");
  sheet = add_sheet (self, "Sheet1", "周市镇", "联系电话", 1);
  worksheet_write_string (sheet, 1, 7, "手机", NULL);
  worksheet_write_string (sheet, 1, 8, "备注", NULL);
  one = finish (self);
  g_assert_cmpuint (one->notes->len, ==, 2);
  g_assert_cmpstr (((XybReturnNote *) g_ptr_array_index (one->notes, 0))->sentence, ==,
                   "“手机”列（H）也是电话，只读了前面的一列");
  g_assert_cmpstr (((XybReturnNote *) g_ptr_array_index (one->notes, 1))->sentence, ==,
                   "多了一列“备注”（I），没有读");
  xyb_return_free (one);
}

/* B-20: asked, with what the file's name says. */
static void
test_district (Fixture *self, gconstpointer data)
{
  XybReturn *one;

  begin (self, "附件2（张浦）.xlsx");
  add_sheet (self, "Sheet1", "周市镇", "电话", 1);
  one = finish (self);
  g_assert_cmpint (one->district_id, ==, 5);
  g_assert_cmpstr (find_note (one, XYB_NOTE_OTHER_DISTRICT)->sentence, ==,
                   "表里写的是周市镇，文件名写的是张浦镇，请确认");
  one = choose (self, one, XYB_NOTE_OTHER_DISTRICT, XYB_ANSWER_HERE, 0);
  g_assert_cmpint (one->district_id, ==, 4);
  one = choose (self, one, XYB_NOTE_OTHER_DISTRICT, XYB_ANSWER_AS_READ, 0);
  g_assert_cmpint (one->district_id, ==, 5);
  xyb_return_free (one);
}

static void
test_unknown_district (Fixture *self, gconstpointer data)
{
  XybReturn *one;

  begin (self, "表.xlsx");
  add_sheet (self, "Sheet1", "某某街道", "电话", 1);
  one = finish (self);
  g_assert_cmpint (one->district_id, ==, 0);
  g_assert_cmpstr (find_note (one, XYB_NOTE_NO_DISTRICT)->sentence, ==,
                   "不认得表里写的区镇“某某街道”，请选择");
  xyb_return_choices_set (self->choices, one, find_note (one, XYB_NOTE_NO_DISTRICT),
                          XYB_ANSWER_HERE, 4);
  xyb_return_free (one);
  one = read_file (self);
  g_assert_cmpstr (one->district, ==, "张浦镇");
  g_assert_cmpint (one->district_source, ==, XYB_DISTRICT_CHOSEN);
  g_assert_cmpuint (one->notes->len, ==, 0);
  xyb_return_free (one);
}

static void
test_digest (Fixture *self, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *expected = NULL;
  XybReturn *one;
  gsize n;

  begin (self, "周市镇.xlsx");
  add_sheet (self, "Sheet1", "周市镇", "电话", 1);
  one = finish (self);
  g_assert_true (g_file_get_contents (self->path, &bytes, &n, NULL));
  expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, n);
  g_assert_cmpstr (one->sha256, ==, expected);
  xyb_return_free (one);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/return-choices/hidden-sheets-are-asked-about", Fixture, NULL, set_up,
              test_hidden_sheet, tear_down);
  g_test_add ("/return-choices/one-of-several-sheets-can-be-left", Fixture, NULL, set_up,
              test_several_sheets, tear_down);
  g_test_add ("/return-choices/hidden-columns-are-asked-about", Fixture, NULL, set_up,
              test_hidden_column, tear_down);
  g_test_add ("/return-choices/a-head-confirmed-once-is-known", Fixture, NULL, set_up,
              test_unknown_head, tear_down);
  g_test_add ("/return-choices/columns-left-aside-are-said", Fixture, NULL, set_up,
              test_doubled_head, tear_down);
  g_test_add ("/return-choices/cell-against-file-name", Fixture, NULL, set_up, test_district,
              tear_down);
  g_test_add ("/return-choices/an-unknown-district-is-chosen", Fixture, NULL, set_up,
              test_unknown_district, tear_down);
  g_test_add ("/return-choices/the-hash-is-of-the-bytes-read", Fixture, NULL, set_up, test_digest,
              tear_down);
  return g_test_run ();
}
