/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-import.h"

#include "xyb-award-check.h"
#include "xyb-award-store.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-store-engine.h"
#include "xyb-store-error.h"
#include "xyb-text.h"

/* Enterprises nobody knew become known, then the titles are registered; all in one revision. The
 * clerk has thought about a preview while others went on working: everything that could stand in
 * the way is looked at again inside the transaction. */

/* Rows between two looks at the clock and at 「取消」. */
#define ROWS_A_STEP 256

typedef struct
{
  XybStore *store;
  XybAwardRoll *list;
  GPtrArray *rows;    /* of XybAwardRow: those that are taken */
  GHashTable *groups; /* the first row of an enterprise → GPtrArray of its rows of @rows */
  GHashTable *made;   /* the first row of a new enterprise → gint64 * */
  sqlite3_stmt *add_enterprise;
  sqlite3_stmt *find_enterprise;
  sqlite3_stmt *find_code;
  sqlite3_stmt *find_name;
  XybStoreProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
  XybAwardReport *report;
} Import;

static const char enterprise_sql[] = "SELECT name FROM enterprise WHERE id = :id";

static const char code_sql[] = "SELECT id FROM enterprise WHERE credit_code = :code";

static const char name_sql[] = "SELECT e.name FROM enterprise_search AS s"
                               "  JOIN enterprise AS e ON e.id = s.enterprise_id"
                               " WHERE s.name_key = :key";

static gboolean
prepare (Import *self, GError **error)
{
  self->made = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->add_enterprise = xyb_store_prepare (self->store, xyb_enterprise_insert_sql, error);
  if (self->add_enterprise != NULL)
    self->find_enterprise = xyb_store_prepare (self->store, enterprise_sql, error);
  if (self->find_enterprise != NULL)
    self->find_code = xyb_store_prepare (self->store, code_sql, error);
  if (self->find_code != NULL)
    self->find_name = xyb_store_prepare (self->store, name_sql, error);
  return self->find_name != NULL;
}

static void
release (Import *self)
{
  g_clear_pointer (&self->made, g_hash_table_unref);
  g_clear_pointer (&self->add_enterprise, xyb_stmt_release);
  g_clear_pointer (&self->find_enterprise, xyb_stmt_release);
  g_clear_pointer (&self->find_code, xyb_stmt_release);
  g_clear_pointer (&self->find_name, xyb_stmt_release);
}

/* ---- where it came from ---- */

/* 省级名单.xlsx 2015年 第 7 行 */
static char *
origin_of (const XybAwardRow *row)
{
  g_autofree char *place = xyb_award_row_place (row);

  return g_strdup_printf (_ ("来源：%s %s"), row->sheet->file->shown, place);
}

/* 「名单.xlsx」2015年 第 7 行“昆山…公司”：… A cancelled import is no fault of a row. */
static gboolean
name_row (const XybAwardRow *row, GError **error)
{
  g_autofree char *place = xyb_award_row_place (row);

  if (error != NULL && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (error, _ ("「%s」%s“%s”："), row->sheet->file->shown, place, row->name);
  return FALSE;
}

/* ---- the enterprise ---- */

static gboolean
check_known (Import *self, const XybAwardRow *row, GError **error)
{
  gboolean found = FALSE;

  xyb_stmt_bind_int (self->find_enterprise, ":id", row->enterprise_id);
  if (!xyb_store_step (self->store, self->find_enterprise, &found, error))
    return FALSE;
  sqlite3_reset (self->find_enterprise);
  if (!found)
    g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_CONFLICT,
                         _ ("预览以后已从企业库删除，请重新读取名单。"));
  return found;
}

static gboolean
refuse_known (GError **error)
{
  g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_CONFLICT,
                       _ ("预览以后登记进了企业库，请重新读取名单。"));
  return FALSE;
}

/* No two share a code. */
static gboolean
check_code (Import *self, const char *code, GError **error)
{
  gboolean found = FALSE;

  if (code == NULL)
    return TRUE;
  xyb_stmt_bind_text (self->find_code, ":code", code);
  if (!xyb_store_step (self->store, self->find_code, &found, error))
    return FALSE;
  sqlite3_reset (self->find_code);
  return !found || refuse_known (error);
}

/* Somebody may have registered it since the preview; a name the clerk has called that of another
 * enterprise is another one. */
static gboolean
check_name (Import *self, const XybAwardRow *row, GError **error)
{
  gboolean found = FALSE;

  if (row->who == XYB_AWARD_WHO_NEW)
    return TRUE;
  xyb_stmt_bind_text (self->find_name, ":key", row->keys.key);
  while (xyb_store_step (self->store, self->find_name, &found, error))
    {
      g_autofree char *other = NULL;

      if (!found)
        return TRUE;
      other = xyb_text_key ((const char *) sqlite3_column_text (self->find_name, 0));
      if (!g_str_equal (row->keys.text, other))
        continue;
      sqlite3_reset (self->find_name);
      return refuse_known (error);
    }
  return FALSE;
}

/* What the rows of one enterprise say together: the first that says something. */
static void
collect (const Import *self, const XybAwardRow *first, XybEnterprise *enterprise)
{
  const GPtrArray *rows = g_hash_table_lookup (self->groups, first);
  const char *bad_code = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const XybAwardRow *row = rows->pdata[i];

      if (enterprise->credit_code == NULL)
        enterprise->credit_code = g_strdup (row->code);
      if (enterprise->unit_id == 0)
        enterprise->unit_id = row->unit_id;
      if (bad_code == NULL)
        bad_code = row->bad_code;
    }
  if (enterprise->credit_code == NULL && bad_code != NULL)
    enterprise->note = g_strdup_printf (_ ("名单上的代码“%s”校验不对，没有采用"), bad_code);
}

static gboolean
add_enterprise (Import *self, const XybAwardRow *row, gint64 *out_id, GError **error)
{
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();

  enterprise->id = xyb_store_new_id (self->store);
  enterprise->name = g_strdup (row->name);
  collect (self, row->first, enterprise);
  if (!check_code (self, enterprise->credit_code, error) || !check_name (self, row, error)
      || !xyb_enterprise_validate (enterprise, error))
    return FALSE;
  xyb_enterprise_bind (self->add_enterprise, enterprise);
  if (!xyb_store_run (self->store, self->add_enterprise, error))
    return FALSE;
  *out_id = enterprise->id;
  g_hash_table_insert (self->made, row->first, g_memdup2 (out_id, sizeof *out_id));
  self->report->new_enterprises++;
  return TRUE;
}

static gboolean
find_or_add_enterprise (Import *self, const XybAwardRow *row, gint64 *out_id, GError **error)
{
  const gint64 *made;

  if (row->enterprise_id != 0)
    {
      *out_id = row->enterprise_id;
      return check_known (self, row, error);
    }
  made = g_hash_table_lookup (self->made, row->first);
  if (made == NULL)
    return add_enterprise (self, row, out_id, error);
  *out_id = *made;
  return TRUE;
}

/* ---- the award ---- */

static gboolean
add_award (Import *self, const XybAwardRow *row, gint64 enterprise_id, GError **error)
{
  g_autoptr (XybAward) award = xyb_award_new ();
  g_autofree char *origin = origin_of (row);
  XybAward *awards[] = { award };

  award->enterprise_id = enterprise_id;
  award->track = row->track;
  award->year = row->year;
  award->awarded_on = g_strdup (row->awarded_on);
  award->number = g_strdup (row->number);
  award->note
    = row->note != NULL ? g_strdup_printf (_ ("%s（%s）"), row->note, origin) : g_strdup (origin);
  self->report->awards[row->track - 1]++;
  return xyb_award_store_add (self->store, awards, 1, self->list->today, error);
}

static gboolean
import_row (Import *self, guint index, GError **error)
{
  const XybAwardRow *row = self->rows->pdata[index];
  gint64 enterprise_id;

  if (index % ROWS_A_STEP == 0)
    {
      if (self->progress != NULL)
        self->progress (index, self->rows->len, self->user_data);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }
  return (find_or_add_enterprise (self, row, &enterprise_id, error)
          && add_award (self, row, enterprise_id, error))
         || name_row (row, error);
}

static gboolean
import_edit (XybStore *store, gpointer user_data, GError **error)
{
  Import *self = user_data;
  gboolean ok = prepare (self, error);

  for (guint i = 0; ok && i < self->rows->len; i++)
    ok = import_row (self, i, error);
  release (self);
  return ok && !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* ---- around it ---- */

/* 导入历年名单：贯标 590 家、苏州市级示范 43 家 */
static char *
label_of (const XybAwardRoll *list)
{
  g_autoptr (GString) parts = g_string_new (NULL);

  for (XybTrack track = 1; track <= XYB_N_TRACKS; track++)
    {
      guint n = xyb_award_roll_count_track (list, track);

      if (n > 0)
        g_string_append_printf (parts, _ ("%s%s %u 家"), parts->len > 0 ? _ ("、") : "",
                                xyb_track_name (track), n);
    }
  return g_strdup_printf (_ ("导入历年名单：%s"), parts->str);
}

static void
list_taken (const XybAwardRoll *list, GPtrArray *rows, GHashTable *groups)
{
  for (guint i = 0; i < list->rows->len; i++)
    {
      XybAwardRow *row = list->rows->pdata[i];
      GPtrArray *group = g_hash_table_lookup (groups, row->first);

      if (row->fate != XYB_AWARD_TAKEN)
        continue;
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, row->first, group);
        }
      g_ptr_array_add (group, row);
      g_ptr_array_add (rows, row);
    }
}

/**
 * xyb_award_import_run:
 * @list: a list that was matched (xyb_award_import_match()) and decided
 * @progress: (nullable): called with rows done and in all
 * @user_data: for @progress
 * @cancellable: (nullable): leaves nothing behind
 * @out_report: (out): what was done
 * @error: %XYB_STORE_ERROR_NOTHING where no row is taken; %XYB_STORE_ERROR_CONFLICT where the
 *   register is not as it was in the preview; %XYB_STORE_ERROR_EXISTS where somebody has registered
 *   the title meanwhile; a %XYB_CORE_ERROR where a value cannot be stored;
 *   %G_IO_ERROR_CANCELLED. The sentence names file, sheet and row
 *
 * Every row that is taken becomes a row of the register of awards, with the place it came from in
 * its remark; enterprises nobody knew become known. Rows that are open stay out. All of it is one
 * revision, or nothing happens.
 */
gboolean
xyb_award_import_run (XybStore *store,
                      XybAwardRoll *list,
                      XybStoreProgressFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      XybAwardReport *out_report,
                      GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GHashTable) groups
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autofree char *label = NULL;
  Import import = { .store = store,
                    .list = list,
                    .rows = rows,
                    .groups = groups,
                    .progress = progress,
                    .user_data = user_data,
                    .cancellable = cancellable,
                    .report = out_report };
  gboolean large;
  gboolean ok;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (list != NULL && out_report != NULL, FALSE);

  *out_report = (XybAwardReport){ .open = xyb_award_roll_count (list, XYB_AWARD_OPEN),
                                  .left = xyb_award_roll_count (list, XYB_AWARD_LEFT) };
  list_taken (list, rows, groups);
  if (rows->len == 0)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOTHING,
                           _ ("名单里没有可以导入的行。"));
      return FALSE;
    }
  label = label_of (list);
  large = rows->len * 2 >= XYB_STORE_LARGE_EDIT;
  ok = (!large || xyb_store_exec (store, XYB_STORE_LARGE_CACHE, error))
       && xyb_store_edit (store, label, import_edit, &import, error);
  if (large)
    xyb_store_exec (store, XYB_STORE_USUAL_CACHE, NULL);
  if (!ok)
    *out_report = (XybAwardReport){ 0 };
  return ok;
}
