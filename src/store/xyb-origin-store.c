/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-origin-store.h"

#include <inttypes.h>

#include "xyb-amount.h"
#include "xyb-i18n.h"
#include "xyb-return.h"
#include "xyb-store-engine.h"

static void
value_free (gpointer data)
{
  XybOriginValue *value = data;

  g_free (value->cell);
  g_free (value->raw);
  g_free (value->now);
  g_free (value->then);
  g_free (value);
}

void
xyb_origin_free (XybOrigin *self)
{
  if (self == NULL)
    return;
  g_free (self->district);
  g_free (self->file);
  g_free (self->sha256);
  g_free (self->imported_on);
  g_free (self->sheet);
  g_ptr_array_unref (self->values);
  g_free (self);
}

/* ---- reading ---- */

/* Values of the form, and where they stand in the query: column of the sheet, raw text, value now.
 */
static const struct
{
  XybReturnField field;
  int place;
  int raw;
  int now;
  const char *column; /* of nomination; NULL: a change of name is not one of this value */
} fields[] = {
  { XYB_RETURN_NAME, 9, 15, 21, NULL },
  { XYB_RETURN_PRODUCTS, 10, 16, 22, "products" },
  { XYB_RETURN_REVENUE, 11, 17, 23, "revenue_fen" },
  { XYB_RETURN_HEADCOUNT, 12, 18, 25, "headcount" },
  { XYB_RETURN_CONTACT, 13, 19, 26, "contact" },
  { XYB_RETURN_PHONE, 14, 20, 27, "phone" },
};
#define REVENUE_UNIT_COLUMN 24

static const char origins_sql[]
  = "SELECT n.id, p.year, u.name, f.name, f.sha256,"
    "       replace(substr(f.imported_on, 1, 16), 'T', ' '), s.name, o.row, f.id,"
    "       s.name_column, s.products_column, s.revenue_column, s.headcount_column,"
    "       s.contact_column, s.phone_column,"
    "       o.name_raw, o.products_raw, o.revenue_raw, o.headcount_raw, o.contact_raw, o.phone_raw,"
    "       e.name, n.products, n.revenue_fen, n.revenue_unit, n.headcount, n.contact, n.phone"
    "  FROM nomination AS n JOIN nomination_origin AS o ON o.nomination_id = n.id"
    "  JOIN returned_sheet AS s ON s.id = o.sheet_id JOIN returned_file AS f ON f.id = s.file_id"
    "  JOIN plan AS p ON p.id = n.plan_id JOIN unit AS u ON u.id = f.unit_id"
    "  JOIN enterprise AS e ON e.id = n.enterprise_id"
    " WHERE n.enterprise_id = :enterprise ORDER BY p.year DESC, o.id DESC";

static char *
cell_name (sqlite3_stmt *stmt, int place, guint row)
{
  g_autofree char *column = NULL;

  if (sqlite3_column_type (stmt, place) == SQLITE_NULL)
    return NULL;
  column = xyb_return_column_name (sqlite3_column_int (stmt, place));
  return g_strdup_printf ("%s%u", column, row);
}

static char *
value_now (sqlite3_stmt *stmt, XybReturnField field, int column)
{
  gint64 unit = sqlite3_column_int64 (stmt, REVENUE_UNIT_COLUMN);

  if (sqlite3_column_type (stmt, column) == SQLITE_NULL)
    return NULL;
  if (field == XYB_RETURN_REVENUE)
    return xyb_amount_format (sqlite3_column_int64 (stmt, column),
                              unit > 0 ? (XybMoneyUnit) unit : XYB_MONEY_UNIT_WAN);
  return xyb_stmt_dup_text (stmt, column);
}

static XybOrigin *
read_origin (sqlite3_stmt *stmt)
{
  XybOrigin *origin = g_new0 (XybOrigin, 1);

  origin->nomination_id = sqlite3_column_int64 (stmt, 0);
  origin->year = sqlite3_column_int (stmt, 1);
  origin->district = xyb_stmt_dup_text (stmt, 2);
  origin->file = xyb_stmt_dup_text (stmt, 3);
  origin->sha256 = xyb_stmt_dup_text (stmt, 4);
  origin->imported_on = xyb_stmt_dup_text (stmt, 5);
  origin->sheet = xyb_stmt_dup_text (stmt, 6);
  origin->row = sqlite3_column_int (stmt, 7);
  origin->values = g_ptr_array_new_with_free_func (value_free);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      XybOriginValue *value = g_new0 (XybOriginValue, 1);

      value->field = xyb_return_field_name (fields[i].field);
      value->cell = cell_name (stmt, fields[i].place, origin->row);
      value->raw = xyb_stmt_dup_text (stmt, fields[i].raw);
      value->now = value_now (stmt, fields[i].field, fields[i].now);
      g_ptr_array_add (origin->values, value);
    }
  return origin;
}

/* ---- what has changed since ---- */

static void
note_change (XybOrigin *origin, const XybChange *change)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      XybOriginValue *value = g_ptr_array_index (origin->values, i);

      /* The first change tells what it was until then. */
      if (fields[i].column == NULL || value->changed
          || g_strcmp0 (change->field, xyb_field_names_field ("nomination", fields[i].column)) != 0)
        continue;
      value->changed = TRUE;
      value->then = g_strdup (change->old_value);
    }
}

/* There and back again is no change. */
static void
forget_returns (XybOrigin *origin)
{
  for (guint i = 0; i < origin->values->len; i++)
    {
      XybOriginValue *value = g_ptr_array_index (origin->values, i);

      if (!value->changed || g_strcmp0 (value->then, value->now) != 0)
        continue;
      value->changed = FALSE;
      g_clear_pointer (&value->then, g_free);
    }
}

static gboolean
note_changes (XybStore *store, XybOrigin *origin, gint64 file_id, GError **error)
{
  g_autoptr (GPtrArray) revisions = xyb_log_list_since (store, "nomination", origin->nomination_id,
                                                        "returned_file", file_id, error);

  if (revisions == NULL)
    return FALSE;
  for (guint i = 0; i < revisions->len; i++)
    {
      const XybRevision *revision = revisions->pdata[i];

      for (guint j = 0; j < revision->changes->len; j++)
        if (((XybChange *) revision->changes->pdata[j])->operation == '~')
          note_change (origin, revision->changes->pdata[j]);
    }
  forget_returns (origin);
  return TRUE;
}

/**
 * xyb_origin_store_list:
 * @error: %XYB_STORE_ERROR
 *
 * Every returned row that was taken over for an enterprise, with each value, the cell it came from
 * and what stood there; a value that was changed by hand since is told from one that is as it came.
 *
 * Returns: (transfer full) (element-type XybOrigin): latest year and file first
 */
GPtrArray *
xyb_origin_store_list (XybStore *store, gint64 enterprise_id, GError **error)
{
  g_autoptr (GPtrArray) origins = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_origin_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  stmt = xyb_store_prepare (store, origins_sql, error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":enterprise", enterprise_id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      const XybOrigin *later = origins->len > 0 ? origins->pdata[origins->len - 1] : NULL;
      XybOrigin *origin;

      if (!row)
        return g_steal_pointer (&origins);
      origin = read_origin (stmt);
      origin->replaced = later != NULL && later->nomination_id == origin->nomination_id;
      g_ptr_array_add (origins, origin);
      if (!origin->replaced && !note_changes (store, origin, sqlite3_column_int64 (stmt, 8), error))
        return NULL;
    }
  return NULL;
}
