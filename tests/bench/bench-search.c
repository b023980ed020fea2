/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>
#include <string.h>

#include "xyb-enterprise-store.h"
#include "xyb-office-store.h"
#include "xyb-pinyin.h"

/* A search among 100,000 enterprises: at most 50 ms at the 95th percentile, whatever is typed,
 * filtered by, and however the list is sorted. The yardstick, measured in the same run with the same words, is
 * SQLite alone scanning the same table with instr(). */

#define N_ENTERPRISES 100000
#define N_ROUNDS 60
#define LIMIT_MS 50.0
#define SEED 7

typedef struct
{
  XybStore *store;
  sqlite3 *bare;
  GPtrArray *samples; /* of XybEnterprise: whose names, codes, phones are typed */
  XybPinyin *pinyin;
  GRand *random;
} Bench;

typedef char *(*MakeWord) (Bench *bench, const XybEnterprise *sample);

/* ---- what is typed ---- */

/* @n characters from anywhere in the name. */
static char *
part_of_name (Bench *bench, const XybEnterprise *sample, int n)
{
  glong length = g_utf8_strlen (sample->name, -1);
  glong start = g_rand_int_range (bench->random, 0, (gint32) (length - n + 1));

  return g_utf8_substring (sample->name, start, start + n);
}

static char *
one_character (Bench *bench, const XybEnterprise *sample)
{
  return part_of_name (bench, sample, 1);
}

static char *
two_characters (Bench *bench, const XybEnterprise *sample)
{
  return part_of_name (bench, sample, 2);
}

static char *
five_characters (Bench *bench, const XybEnterprise *sample)
{
  return part_of_name (bench, sample, 5);
}

static char *
two_words (Bench *bench, const XybEnterprise *sample)
{
  g_autofree char *first = part_of_name (bench, sample, 2);
  g_autofree char *second = part_of_name (bench, sample, 3);

  return g_strjoin (" ", first, second, NULL);
}

static char *
initials (Bench *bench, const XybEnterprise *sample)
{
  g_autofree char *part = part_of_name (bench, sample, 4);
  g_autofree char *letters = xyb_pinyin_initials (bench->pinyin, part);
  char *end = strchr (letters, ' ');

  return end != NULL ? g_strndup (letters, end - letters) : g_steal_pointer (&letters);
}

static char *
one_letter (Bench *bench, const XybEnterprise *sample)
{
  return g_strdup_printf ("%c", 'a' + g_rand_int_range (bench->random, 0, 26));
}

static char *
whole_code (Bench *bench, const XybEnterprise *sample)
{
  return g_strdup (sample->credit_code);
}

static char *
end_of_code (Bench *bench, const XybEnterprise *sample)
{
  return g_strdup (sample->credit_code + 12);
}

static char *
phone (Bench *bench, const XybEnterprise *sample)
{
  return g_strdup (sample->phone);
}

static char *
contact (Bench *bench, const XybEnterprise *sample)
{
  return g_strdup (sample->contact);
}

static char *
nothing (Bench *bench, const XybEnterprise *sample)
{
  return g_strdup ("");
}

static char *
not_there (Bench *bench, const XybEnterprise *sample)
{
  return g_strdup ("没有这家企业");
}

static const struct
{
  const char *name;
  MakeWord make;
  XybEnterpriseOrder order;
  XybRegisterState state; /* of any year */
  gboolean ever;
  gboolean after_edit; /* what is remembered between searches has to be read again */
} kinds[] = {
  { "one character", one_character, XYB_ENTERPRISE_ORDER_OFFICIAL },
  { "two characters", two_characters, XYB_ENTERPRISE_ORDER_OFFICIAL },
  { "five characters", five_characters, XYB_ENTERPRISE_ORDER_OFFICIAL },
  { "two words", two_words, XYB_ENTERPRISE_ORDER_OFFICIAL },
  { "one letter", one_letter, XYB_ENTERPRISE_ORDER_OFFICIAL },
  { "initials", initials, XYB_ENTERPRISE_ORDER_OFFICIAL },
  { "whole code", whole_code, XYB_ENTERPRISE_ORDER_OFFICIAL },
  { "end of code", end_of_code, XYB_ENTERPRISE_ORDER_OFFICIAL },
  { "phone", phone, XYB_ENTERPRISE_ORDER_OFFICIAL },
  { "contact", contact, XYB_ENTERPRISE_ORDER_OFFICIAL },
  { "not there", not_there, XYB_ENTERPRISE_ORDER_OFFICIAL },
  { "whole list", nothing, XYB_ENTERPRISE_ORDER_OFFICIAL },
  { "one character by name", one_character, XYB_ENTERPRISE_ORDER_NAME },
  { "initials by name", initials, XYB_ENTERPRISE_ORDER_NAME },
  { "whole list by name", nothing, XYB_ENTERPRISE_ORDER_NAME },
  { "whole list, latest first", nothing, XYB_ENTERPRISE_ORDER_RECENT },
  { "one character after an edit", one_character, XYB_ENTERPRISE_ORDER_OFFICIAL,
    .after_edit = TRUE },
  { "phone after an edit", phone, XYB_ENTERPRISE_ORDER_OFFICIAL, .after_edit = TRUE },
  { "one character, 历年申报过", one_character, XYB_ENTERPRISE_ORDER_OFFICIAL, .ever = TRUE },
  { "one character, 已验收", one_character, XYB_ENTERPRISE_ORDER_OFFICIAL,
    XYB_REGISTER_STATE_ACCEPTED },
  { "one character, 未申报", one_character, XYB_ENTERPRISE_ORDER_OFFICIAL,
    XYB_REGISTER_STATE_UNNOMINATED },
  { "one character, 规模以上", one_character, XYB_ENTERPRISE_ORDER_OFFICIAL,
    XYB_REGISTER_STATE_ABOVE_SCALE },
  { "one character, 规模以上, by name", one_character, XYB_ENTERPRISE_ORDER_NAME,
    XYB_REGISTER_STATE_ABOVE_SCALE },
  { "one character, 未填代码", one_character, XYB_ENTERPRISE_ORDER_OFFICIAL,
    XYB_REGISTER_STATE_NO_CODE },
  { "one character, 已注销", one_character, XYB_ENTERPRISE_ORDER_OFFICIAL,
    XYB_REGISTER_STATE_CLOSED },
};

/* ---- measuring ---- */

static double
ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static double
time_search (Bench *bench, const char *word, gsize kind)
{
  g_autoptr (GError) error = NULL;
  XybEnterpriseQuery query = { .text = word,
                               .order = kinds[kind].order,
                               .state = kinds[kind].state,
                               .nominated_ever = kinds[kind].ever };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GArray) ids = xyb_enterprise_store_query (bench->store, &query, &error);
  double ms = ms_since (start);

  g_assert_no_error (error);
  return ms;
}

static double
time_yardstick (Bench *bench, const char *word)
{
  gint64 start = g_get_monotonic_time ();
  sqlite3_stmt *stmt = NULL;
  int result
    = sqlite3_prepare_v2 (bench->bare,
                          "SELECT enterprise_id FROM enterprise_search WHERE instr (text, ?)", -1,
                          &stmt, NULL);
  gint64 sum = 0;

  g_assert_cmpint (result, ==, SQLITE_OK);
  sqlite3_bind_text (stmt, 1, word, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (stmt)) == SQLITE_ROW)
    sum ^= sqlite3_column_int64 (stmt, 0);
  g_assert_cmpint (result, ==, SQLITE_DONE);
  sqlite3_finalize (stmt);
  return ms_since (start);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
percentile (GArray *times, guint percent)
{
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, MIN (times->len * percent / 100, times->len - 1));
}

static void
edit (Bench *bench, XybEnterprise *sample)
{
  g_autoptr (GError) error = NULL;

  sample->headcount++;
  xyb_enterprise_store_save (bench->store, sample, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
run_kind (Bench *bench, gsize kind)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  double p95;
  double p50;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint32 i_sample = g_rand_int_range (bench->random, 0, (gint32) bench->samples->len);
      XybEnterprise *sample = g_ptr_array_index (bench->samples, i_sample);
      g_autofree char *word = kinds[kind].make (bench, sample);
      double ms;
      double yardstick;

      if (kinds[kind].after_edit)
        edit (bench, sample);
      ms = time_search (bench, word, kind);
      yardstick = time_yardstick (bench, word);
      g_array_append_val (times, ms);
      g_array_append_val (bare, yardstick);
    }
  p50 = percentile (times, 50);
  p95 = percentile (times, 95);
  g_print ("search, %s: p95 %.1f ms (limit %.0f ms), p50 %.1f ms = %.2f × SQLite's instr scan\n",
           kinds[kind].name, p95, LIMIT_MS, p50, p50 / percentile (bare, 50));
  return p95 <= LIMIT_MS;
}

/* ---- the office ---- */

static GPtrArray *
load_samples (XybStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids
    = xyb_enterprise_store_query (store, &(XybEnterpriseQuery){ .text = NULL }, &error);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  gint64 chosen[200];
  GPtrArray *samples;

  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, N_ENTERPRISES);
  for (gsize i = 0; i < G_N_ELEMENTS (chosen); i++)
    chosen[i] = g_array_index (ids, gint64, g_rand_int_range (random, 0, N_ENTERPRISES));
  samples = xyb_enterprise_store_get_many (store, chosen, G_N_ELEMENTS (chosen), &error);
  g_assert_no_error (error);
  return samples;
}

static void
open_office (Bench *bench, const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  bench->store = xyb_office_store_create (path, NULL, &error);
  g_assert_no_error (error);
  xyb_office_store_fill_demo (bench->store, 2020, N_ENTERPRISES, TRUE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_print ("filling %d enterprises as one revision: %.1f s\n", N_ENTERPRISES,
           ms_since (start) / 1000.0);
  g_assert_cmpint (sqlite3_open_v2 (path, &bench->bare, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  bench->samples = load_samples (bench->store);
  bench->pinyin = xyb_pinyin_new ();
  bench->random = g_rand_new_with_seed (SEED);
}

static void
close_office (Bench *bench)
{
  g_rand_free (bench->random);
  xyb_pinyin_free (bench->pinyin);
  g_ptr_array_unref (bench->samples);
  sqlite3_close (bench->bare);
  g_object_unref (bench->store);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_unlink (path) != 0)
        remove_folder (path);
    }
  g_rmdir (folder);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("xyb-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "office.xyb", NULL);
  Bench bench = { 0 };
  gboolean ok = TRUE;

  setlocale (LC_ALL, "");
  g_assert_no_error (error);
  open_office (&bench, path);
  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    ok = run_kind (&bench, kind) && ok;
  close_office (&bench);
  remove_folder (folder);
  return ok ? 0 : 1;
}
