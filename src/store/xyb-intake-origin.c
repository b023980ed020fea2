/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-writer.h"

/* Where the values of an import came from: sheets and cells of the returned file. */

const char xyb_intake_origin_sql[]
  = "INSERT INTO nomination_origin"
    "  (id, nomination_id, sheet_id, row, name_raw, products_raw, revenue_raw, headcount_raw,"
    "   contact_raw, phone_raw)"
    " VALUES (:id, :nomination, :sheet, :row, :name, :products, :revenue, :headcount, :contact,"
    "   :phone)";

static gint64
column_of (const XybReturnSheet *sheet, XybReturnField field)
{
  return sheet->columns[field] >= 0 ? sheet->columns[field] : XYB_UNSAID;
}

static gboolean
add_sheet (XybStore *store,
           gint64 file_id,
           const XybReturnSheet *sheet,
           gint64 *out_id,
           GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "INSERT INTO returned_sheet (id, file_id, name, name_column,"
                         "  products_column, revenue_column, headcount_column, contact_column,"
                         "  phone_column)"
                         " VALUES (:id, :file, :sheet, :name, :products, :revenue, :headcount,"
                         "  :contact, :phone)",
                         error);

  if (stmt == NULL)
    return FALSE;
  *out_id = xyb_store_new_id (store);
  xyb_stmt_bind_int (stmt, ":id", *out_id);
  xyb_stmt_bind_int (stmt, ":file", file_id);
  /* A table in a text file has no sheet of a name. */
  sqlite3_bind_text (stmt, xyb_stmt_index (stmt, ":sheet"),
                     sheet->name != NULL ? sheet->name : "", -1, SQLITE_TRANSIENT);
  xyb_stmt_bind_int_or_null (stmt, ":name", column_of (sheet, XYB_RETURN_NAME));
  xyb_stmt_bind_int_or_null (stmt, ":products", column_of (sheet, XYB_RETURN_PRODUCTS));
  xyb_stmt_bind_int_or_null (stmt, ":revenue", column_of (sheet, XYB_RETURN_REVENUE));
  xyb_stmt_bind_int_or_null (stmt, ":headcount", column_of (sheet, XYB_RETURN_HEADCOUNT));
  xyb_stmt_bind_int_or_null (stmt, ":contact", column_of (sheet, XYB_RETURN_CONTACT));
  xyb_stmt_bind_int_or_null (stmt, ":phone", column_of (sheet, XYB_RETURN_PHONE));
  return xyb_store_run (store, stmt, error);
}

static gboolean
find_sheet (XybStore *store,
            gint64 file_id,
            const XybReturnSheet *sheet,
            gint64 *out_id,
            GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store,
                         "SELECT id FROM returned_sheet WHERE file_id = :file AND name = :name",
                         error);
  gboolean row = FALSE;

  *out_id = 0;
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":file", file_id);
  sqlite3_bind_text (stmt, xyb_stmt_index (stmt, ":name"),
                     sheet->name != NULL ? sheet->name : "", -1, SQLITE_TRANSIENT);
  if (!xyb_store_step (store, stmt, &row, error))
    return FALSE;
  if (row)
    *out_id = sqlite3_column_int64 (stmt, 0);
  return TRUE;
}

/* A sheet is written down with the first row that came from it: the same file once more adds none.
 */
static gboolean
need_sheet (XybIntakeWriter *self,
            const XybReturn *taken,
            guint sheet,
            gint64 *out_id,
            GError **error)
{
  gint64 *id = &g_array_index (self->sheet_ids, gint64, sheet);
  const XybReturnSheet *info = g_ptr_array_index (taken->sheets, sheet);

  if (*id == 0
      && (!find_sheet (self->store, self->file_id, info, id, error)
          || (*id == 0 && !add_sheet (self->store, self->file_id, info, id, error))))
    return FALSE;
  *out_id = *id;
  return TRUE;
}

static void
bind_raw (sqlite3_stmt *stmt, const char *name, const XybRaw *raw)
{
  int index = xyb_stmt_index (stmt, name);

  if (raw->text != NULL)
    sqlite3_bind_text (stmt, index, raw->text, -1, SQLITE_STATIC);
  else
    sqlite3_bind_null (stmt, index);
}

/* The cells a row of 附件2 came from. */
gboolean
xyb_intake_write_origin (XybIntakeWriter *self,
                         const XybReturn *taken,
                         const XybReturnRow *row,
                         gint64 nomination_id,
                         GError **error)
{
  static const struct
  {
    const char *name;
    XybReturnField field;
  } raws[] = {
    { ":name", XYB_RETURN_NAME },       { ":products", XYB_RETURN_PRODUCTS },
    { ":revenue", XYB_RETURN_REVENUE }, { ":headcount", XYB_RETURN_HEADCOUNT },
    { ":contact", XYB_RETURN_CONTACT }, { ":phone", XYB_RETURN_PHONE },
  };

  gint64 sheet_id;

  if (!need_sheet (self, taken, row->sheet, &sheet_id, error))
    return FALSE;
  xyb_stmt_bind_int (self->add_origin, ":id", xyb_store_new_id (self->store));
  xyb_stmt_bind_int (self->add_origin, ":nomination", nomination_id);
  xyb_stmt_bind_int (self->add_origin, ":sheet", sheet_id);
  xyb_stmt_bind_int (self->add_origin, ":row", row->row);
  for (gsize i = 0; i < G_N_ELEMENTS (raws); i++)
    bind_raw (self->add_origin, raws[i].name, &row->raw[raws[i].field]);
  return xyb_store_run (self->store, self->add_origin, error);
}
