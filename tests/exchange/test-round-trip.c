/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever 附件2 the program writes, it reads back with the same values: random tables, fixed
 * seeds, every kind of file. */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "xyb-company-name.h"
#include "xyb-export.h"
#include "xyb-return-reader.h"
#include "xyb-text.h"

#define N_SEEDS 24
#define ZHOUSHI 106

typedef struct
{
  GRand *rand;
  GPtrArray *units;
  char *folder;
  char *path;
  XybPlan *plan;
  guint n_names; /* so that no name comes twice */
} Fixture;

static void
add_unit (Fixture *self, gint64 id, const char *name)
{
  XybUnit *unit = xyb_unit_new ();

  unit->id = id;
  unit->kind = XYB_UNIT_KIND_DISTRICT;
  unit->name = g_strdup (name);
  g_ptr_array_add (self->units, unit);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  self->units = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_free);
  add_unit (self, 105, "张浦镇");
  add_unit (self, ZHOUSHI, "周市镇");
  add_unit (self, 101, "昆山开发区");
  self->folder = g_dir_make_tmp ("xyb-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "附件2.xlsx", NULL);
  self->plan = xyb_plan_new ();
  self->plan->year = 2020;
  self->plan->nomination_title = g_strdup ("2020年昆山市信用管理贯标企业汇总表");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_rand_free (self->rand);
  g_ptr_array_unref (self->units);
  xyb_plan_free (self->plan);
  g_free (self->path);
  g_free (self->folder);
}

/* ---- what may stand in a table ---- */

static const char *
pick (Fixture *self, const char *const *of, guint n)
{
  return of[g_rand_int_range (self->rand, 0, (gint32) n)];
}
#define PICK(self, of) pick (self, of, G_N_ELEMENTS (of))

static gboolean
chance (Fixture *self, guint percent)
{
  return g_rand_int_range (self->rand, 0, 100) < (gint32) percent;
}

static const char *const odd[] = {
  "精密",       "（中国）", "(昆山)", "𬭎䶮", "·",    "A&B",        "“示例”",  "ABC",
  "３Ｍ",       "㈱",       "—",      "<有限>",  "'",    "_x0041_",    "=1+1",    "😀",
  "@SUM(A1)",   "鑫",       "é",      " 空 格 ", "007",  "#REF",       "100%",    "\"",
  "合计",       "备注",     "说明",   "以上海",  "报送", "全角　空格", "亿元",    "联系人",
  "http://a.b", "电话",     "区镇：", "序号",    "-1",   "1.2E+10",    "2020-04", "万元",
};

static char *
odd_text (Fixture *self, guint most)
{
  GString *text = g_string_new (NULL);
  guint n = g_rand_int_range (self->rand, 1, (gint32) most + 1);

  for (guint i = 0; i < n; i++)
    g_string_append (text, PICK (self, odd));
  return g_string_free (text, FALSE);
}

static char *
name_of (Fixture *self)
{
  static const char *const starts[] = { "昆山", "苏州", "江苏", "", "Kunshan " };
  static const char *const ends[]
    = { "有限公司", "股份有限公司", "事务所（普通合伙）", "机械厂", "有限责任公司昆山分公司" };
  g_autofree char *middle = odd_text (self, 3);

  /* 合计 before a bracket or a number is a total, whatever follows. */
  return g_strdup_printf ("%s%s印%s示例%u%s", PICK (self, starts), PICK (self, odd), middle,
                          ++self->n_names, PICK (self, ends));
}

/* Always there: a number and a name like 说明书印刷厂 alone might as well be a remark. */
static char *
products_of (Fixture *self)
{
  /* As long as the field may be. */
  g_autofree char *text = odd_text (self, chance (self, 20) ? 24 : 3);

  return g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 190));
}

static char *
phone_of (Fixture *self)
{
  static const char *const phones[] = {
    "57266159",       "0512-57310600", "0512-55550101转8012",        "13800000004",
    "82620620转7005", "021-55550101",  "0512-55550106；13800000006", "13800000001；13800000002",
    "400-820-0000",
  };

  return chance (self, 15) ? NULL : g_strdup (PICK (self, phones));
}

/* 元, 万元 and 亿元, with cents; nothing, next to nothing and more than there is. */
static gint64
revenue_of (Fixture *self)
{
  static const gint64 edges[]
    = { XYB_UNSAID, 0, 1, 99, 1000000, 123456789, G_GINT64_CONSTANT (999999999999999) };
  static const gint64 units[] = { 1, 100, 1000000, G_GINT64_CONSTANT (10000000000) };
  gint64 number;

  if (chance (self, 25))
    return edges[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (edges))];
  number = g_rand_int_range (self->rand, 1, 500000);
  return number * units[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (units))];
}

static gint64
headcount_of (Fixture *self)
{
  if (chance (self, 20))
    return XYB_UNSAID;
  return chance (self, 10) ? XYB_MAX_HEADCOUNT : g_rand_int_range (self->rand, 0, 5000);
}

static XybNomination *
row_of (Fixture *self, const XybUnit *unit)
{
  static const char *const contacts[]
    = { "张示例", "王 示例", "O'Neil（总经理）", "李工、赵工", "𬭎" };
  g_autoptr (GError) error = NULL;
  XybNomination *row = xyb_nomination_new ();

  row->plan_id = 1;
  row->unit_id = unit->id;
  row->enterprise_id = 1;
  row->position = 1;
  row->unit_name = g_strdup (unit->name);
  row->enterprise_name = name_of (self);
  row->products = products_of (self);
  row->revenue_fen = revenue_of (self);
  row->revenue_unit
    = (XybMoneyUnit) g_rand_int_range (self->rand, XYB_MONEY_UNIT_YUAN, XYB_MONEY_UNIT_YI + 1);
  row->headcount = headcount_of (self);
  row->contact = chance (self, 20) ? NULL : g_strdup (PICK (self, contacts));
  row->phone = phone_of (self);
  xyb_nomination_validate (row, &error); /* as the store keeps it */
  g_assert_no_error (error);
  return row;
}

static GPtrArray *
rows_of (Fixture *self, const XybUnit *unit)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);
  guint n = g_rand_int_range (self->rand, 0, 25);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, row_of (self, unit));
  return rows;
}

static XybSubmission *
submission_of (const XybUnit *unit)
{
  XybSubmission *submission = xyb_submission_new ();

  submission->unit_id = unit->id;
  submission->officer = g_strdup ("李示例");
  submission->officer_phone = g_strdup ("0512-55550100");
  return submission;
}

static XybNominationTable *
table_of (Fixture *self, const XybUnit *unit)
{
  g_autoptr (XybSubmission) submission = submission_of (unit);
  g_autoptr (GPtrArray) rows = rows_of (self, unit);

  return xyb_nomination_table_new_district (self->plan, unit->name, submission, rows);
}

/* ---- the same again ---- */

static void
assert_same_text (const char *read, const char *written)
{
  /* “—” and “无” say nothing (B-06). */
  g_autofree char *expected = xyb_text_normalise (xyb_text_is_placeholder (written) ? "" : written);

  g_assert_cmpstr (read, ==, expected);
}

static void
assert_same_row (const XybReturnRow *read, const XybNomination *written)
{
  g_autofree char *name = xyb_text_key (
    read->status != XYB_RETURN_IGNORED ? read->name : read->raw[XYB_RETURN_NAME].text);
  g_autofree char *expected = xyb_text_key (written->enterprise_name);

  g_assert_cmpstr (name, ==, expected);
  if (read->status == XYB_RETURN_IGNORED)
    g_error ("“%s”: %s", written->enterprise_name,
             ((XybReturnNote *) g_ptr_array_index (read->notes, 0))->sentence);
  for (guint i = 0; i < read->notes->len; i++)
    g_test_message ("%s", ((XybReturnNote *) g_ptr_array_index (read->notes, i))->sentence);
  assert_same_text (read->products, written->products);
  assert_same_text (read->contact, written->contact);
  g_assert_cmpstr (read->phone, ==, written->phone != NULL ? written->phone : "");
  g_assert_cmpint (read->revenue_fen, ==, written->revenue_fen);
  g_assert_cmpint (read->headcount, ==, written->headcount);
}

/* The only thing that may be asked of our own table is a sum nobody would believe. */
static void
assert_nothing_else_noted (const XybReturnRow *read)
{
  for (guint i = 0; i < read->notes->len; i++)
    {
      const XybReturnNote *note = g_ptr_array_index (read->notes, i);

      if (note->kind != XYB_NOTE_REVENUE_UNIT && note->kind != XYB_NOTE_CHANGED)
        g_error ("%s: %s", read->name, note->sentence);
    }
}

/* @written: of XybNominationTable, in the order of the sheets. */
static void
assert_same (const XybReturn *read, XybNominationTable *const *written, guint n)
{
  guint at = 0;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < written[i]->rows->len; k++)
      {
        const XybReturnRow *row;

        do
          {
            g_assert_cmpuint (at, <, read->rows->len);
            row = g_ptr_array_index (read->rows, at++);
          }
        while (row->status == XYB_RETURN_IGNORED && *row->name == '\0'
               && row->raw[XYB_RETURN_NAME].text == NULL);
        assert_same_row (row, g_ptr_array_index (written[i]->rows, k));
        assert_nothing_else_noted (row);
      }
  for (; at < read->rows->len; at++)
    g_assert_cmpint (((XybReturnRow *) g_ptr_array_index (read->rows, at))->status, ==,
                     XYB_RETURN_IGNORED);
}

/* Whatever unit the office is used to: the table says its own. */
static void
assert_reads_back (Fixture *self, XybNominationTable *const *written, guint n)
{
  for (XybMoneyUnit usual = XYB_MONEY_UNIT_YUAN; usual <= XYB_MONEY_UNIT_YI; usual++)
    {
      XybReturnOptions options = { .districts = self->units, .usual = usual };
      g_autoptr (GError) error = NULL;
      g_autoptr (XybReturn) read = xyb_return_read (self->path, &options, NULL, &error);

      g_assert_no_error (error);
      assert_same (read, written, n);
      if (n > 1 || written[0]->merged)
        continue;
      g_assert_cmpint (read->district_id, ==, ZHOUSHI);
      g_assert_cmpstr (read->officer, ==, "李示例");
      g_assert_cmpstr (read->officer_phone, ==, "0512-55550100");
    }
}

static void export(Fixture *self, XybNominationTable *const *tables, guint n)
{
  g_autoptr (GError) error = NULL;

  xyb_export_nominations_xlsx (tables, n, self->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_reads_back (self, tables, n);
}

static void
test_district (Fixture *self, gconstpointer data)
{
  g_autoptr (XybNominationTable) table = table_of (self, self->units->pdata[1]);

  export(self, &table, 1);
}

static void
test_all (Fixture *self, gconstpointer data)
{
  XybNominationTable *tables[3];

  for (guint i = 0; i < 3; i++)
    tables[i] = table_of (self, self->units->pdata[i]);
  export(self, tables, 3);
  for (guint i = 0; i < 3; i++)
    xyb_nomination_table_free (tables[i]);
}

static void
test_merged (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);
  g_autoptr (XybNominationTable) table = NULL;

  for (guint i = 0; i < 3; i++)
    g_ptr_array_extend_and_steal (rows, rows_of (self, self->units->pdata[i]));
  table = xyb_nomination_table_new_merged (self->plan, rows);
  export(self, &table, 1);
}

static void
test_template (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "张浦镇", "周市镇", "昆山开发区", NULL };
  const XybUnit *unit = self->units->pdata[1];
  g_autoptr (XybSubmission) submission = submission_of (unit);
  g_autoptr (GPtrArray) rows = rows_of (self, unit);
  g_autoptr (XybNominationTemplate) template
    = xyb_nomination_template_new (self->plan, unit->name, submission, rows, names);
  g_autoptr (GError) error = NULL;

  xyb_export_template_xlsx (template, self->path, NULL, &error);
  g_assert_no_error (error);
  assert_reads_back (self, &template->table, 1);
}

static void
add_tests (const char *name, void (*func) (Fixture *, gconstpointer))
{
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/round-trip/%s/%u", name, seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), set_up, func, tear_down);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  add_tests ("one-district", test_district);
  add_tests ("a-sheet-each", test_all);
  add_tests ("the-city-in-one", test_merged);
  add_tests ("a-template", test_template);
  return g_test_run ();
}
