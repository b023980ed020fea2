/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 企业名录 and plain lists, read back cell by cell as they were meant. */

#include <glib/gstdio.h>
#include <string.h>

#include "xyb-export.h"
#include "xyb-list-export.h"
#include "xyb-text.h"
#include "xyb-workbook-reader.h"

#define N_SEEDS 20
#define N_COLUMNS 14

typedef struct
{
  GRand *rand;
  char *folder;
  char *path;
  GPtrArray *expected; /* of GStrv: what each row's cells must say */
  guint skip;          /* rows above them */
  guint next;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  self->folder = g_dir_make_tmp ("xyb-test-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "表.xlsx", NULL);
  self->expected = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_rand_free (self->rand);
  g_ptr_array_unref (self->expected);
  g_free (self->path);
  g_free (self->folder);
}

/* Anything a clerk may type, any plane of Unicode, what looks like something else. */
static char *
random_text (Fixture *self, guint most)
{
  static const char *const odd[]
    = { "=1+1", "_x0041_", "http://a.b", "007", "1.2E+10", "#N/A", "2020-04-01",
        "TRUE", "'",       "<&>\"",      " ",   "　",      "公司" };
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = g_rand_int_range (self->rand, 0, (gint32) most);

  for (guint i = 0; i < n; i++)
    {
      gboolean any = g_rand_int_range (self->rand, 0, 4) == 0;
      gunichar c = any ? g_rand_int_range (self->rand, 1, 0x20000)
                       : g_rand_int_range (self->rand, 0x4e00, 0x9fa5);

      if (g_rand_int_range (self->rand, 0, 5) == 0)
        g_string_append (text, odd[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (odd))]);
      else if (g_unichar_validate (c) && c != 0xfffe && c != 0xffff)
        g_string_append_unichar (text, c);
    }
  return xyb_text_clean (text->str);
}

static gboolean
compare_cb (guint row, gboolean hidden, const XybCell *cells, guint n_cells, gpointer user_data)
{
  Fixture *self = user_data;
  char **expected;
  guint next = 0;

  if (row < self->skip)
    return TRUE;
  g_assert_cmpuint (self->next, <, self->expected->len);
  expected = g_ptr_array_index (self->expected, self->next++);
  for (guint column = 0; expected[column] != NULL; column++)
    {
      if (*expected[column] == '\0')
        continue;
      g_assert_cmpuint (next, <, n_cells);
      g_assert_cmpuint (cells[next].column, ==, column);
      g_assert_cmpstr (cells[next].text, ==, expected[column]);
      next++;
    }
  g_assert_cmpuint (next, ==, n_cells);
  return TRUE;
}

static void
assert_reads_back (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybWorkbook) workbook = xyb_workbook_open (self->path, &error);

  g_assert_no_error (error);
  xyb_workbook_read_sheet (workbook, 0, compare_cb, self, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self->next, ==, self->expected->len);
}

/* ---- 企业名录 ---- */

static XybEnterprise *
enterprise_of (Fixture *self, guint number)
{
  XybEnterprise *one = xyb_enterprise_new ();
  g_autofree char *odd = random_text (self, 8);

  one->name = g_strdup_printf ("%s示例%u", odd, number);
  one->credit_code = g_rand_boolean (self->rand) ? g_strdup ("91320583MA1MXN6Q9X") : NULL;
  one->unit_name = g_strdup (g_rand_boolean (self->rand) ? "周市镇" : "昆山开发区");
  one->industry = (XybIndustry) g_rand_int_range (self->rand, 0, 4);
  one->above_scale = (XybTri) g_rand_int_range (self->rand, -1, 2);
  one->founded_on = g_rand_boolean (self->rand) ? g_strdup ("1999-02-28") : NULL;
  one->legal_person = random_text (self, 4);
  one->products = random_text (self, 60);
  one->headcount
    = g_rand_boolean (self->rand) ? g_rand_int_range (self->rand, 0, 9999999) : XYB_UNSAID;
  one->contact = random_text (self, 4);
  one->phone = g_strdup (g_rand_boolean (self->rand) ? "051255550101" : "13800000004；57266159");
  one->closed = g_rand_boolean (self->rand);
  return one;
}

static void
expect (Fixture *self, const XybEnterprise *one, guint number)
{
  static const char *const tri[] = { "", "否", "是" };
  const char *industry = xyb_industry_name (one->industry);
  char **cells = g_new0 (char *, N_COLUMNS + 1);
  const char *texts[N_COLUMNS] = {
    [1] = one->name,
    [2] = one->credit_code,
    [3] = one->unit_name,
    [4] = industry,
    [5] = tri[one->above_scale + 1],
    [6] = one->founded_on,
    [7] = one->legal_person,
    [8] = one->products,
    [10] = one->contact,
    [11] = one->phone,
    [12] = one->closed ? "已注销" : xyb_stage_name (XYB_STAGE_SIGNED),
  };

  for (guint i = 0; i < N_COLUMNS; i++)
    cells[i] = g_strdup (texts[i] != NULL ? texts[i] : "");
  g_free (cells[0]);
  cells[0] = g_strdup_printf ("%u", number);
  if (one->headcount != XYB_UNSAID)
    {
      g_free (cells[9]);
      cells[9] = g_strdup_printf ("%" G_GINT64_FORMAT, one->headcount);
    }
  g_ptr_array_add (self->expected, cells);
}

static gboolean
row_cb (guint index, XybRegisterRow *out_row, gpointer user_data, GError **error)
{
  out_row->enterprise = g_ptr_array_index ((GPtrArray *) user_data, index);
  out_row->stage = XYB_STAGE_SIGNED;
  return TRUE;
}

static void
test_register (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_enterprise_free);
  g_autoptr (GError) error = NULL;
  XybRegisterList list = { "企业名录", "共若干家", 2020, 0, row_cb, all };

  list.n_rows = g_rand_int_range (self->rand, 1, 1200); /* some are streamed */
  for (guint i = 0; i < list.n_rows; i++)
    {
      g_ptr_array_add (all, enterprise_of (self, i + 1));
      expect (self, g_ptr_array_index (all, i), i + 1);
    }
  xyb_export_register_xlsx (&list, self->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->skip = 3; /* title, what it shows, heads */
  assert_reads_back (self);
}

/* ---- a plain list ---- */

static void
test_list (Fixture *self, gconstpointer data)
{
  static const char *const heads[] = { "甲", "乙", "丙" };
  static const double widths[] = { 30, 60, 90 };
  XybList list = { "清单", "清单", heads, widths, G_N_ELEMENTS (heads), self->expected };
  g_autoptr (GError) error = NULL;
  guint n = g_rand_int_range (self->rand, 1, 200);

  for (guint i = 0; i < n; i++)
    {
      char **cells = g_new0 (char *, G_N_ELEMENTS (heads) + 1);

      for (guint k = 0; k < G_N_ELEMENTS (heads); k++)
        cells[k] = random_text (self, 40);
      g_free (cells[0]);
      cells[0] = g_strdup_printf ("%u", i + 1); /* no row is blank */
      g_ptr_array_add (self->expected, cells);
    }
  xyb_export_list_xlsx (&list, self->path, NULL, &error);
  g_assert_no_error (error);
  self->skip = 2; /* title, heads */
  assert_reads_back (self);
}

static void
add_tests (const char *name, void (*func) (Fixture *, gconstpointer))
{
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/register-round-trip/%s/%u", name, seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), set_up, func, tear_down);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_tests ("register", test_register);
  add_tests ("list", test_list);
  return g_test_run ();
}
