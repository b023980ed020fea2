/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-writer.h"

#include <string.h>

#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-nomination-store.h"
#include "xyb-text.h"

/* One file at a time: its rows become rows of 附件2 in its own order, each with the place it came
 * from. Everything that could stand in the way is looked at in here, inside the transaction: the
 * clerk has thought about a preview while others went on working. */

/* Rows between two looks at the clock and at 「取消」. */
#define ROWS_A_STEP 256

/* A row on its way. */
typedef struct
{
  const XybIntakeFile *file;
  XybReturnRow *row;
  gint64 position;
} Placing;

/* ---- statements ---- */

static const char place_sql[] = "UPDATE nomination SET position = :position WHERE id = :id";

static const char enterprise_sql[] = "SELECT name, closed FROM enterprise WHERE id = :id";

static const char name_sql[] = "SELECT e.name FROM enterprise_search AS s"
                               "  JOIN enterprise AS e ON e.id = s.enterprise_id"
                               " WHERE s.name_key = :key";

static const char holder_sql[] = "SELECT n.id, n.unit_id, u.name FROM nomination AS n"
                                 "  JOIN unit AS u ON u.id = n.unit_id"
                                 " WHERE n.enterprise_id = :enterprise AND n.plan_id = :plan";

gboolean
xyb_intake_writer_init (XybIntakeWriter *self, GError **error)
{
  const struct
  {
    sqlite3_stmt **stmt;
    const char *sql;
  } statements[] = {
    { &self->add_enterprise, xyb_enterprise_insert_sql },
    { &self->add_nomination, xyb_nomination_insert_sql },
    { &self->change_nomination, xyb_nomination_update_sql },
    { &self->place_nomination, place_sql },
    { &self->add_origin, xyb_intake_origin_sql },
    { &self->find_enterprise, enterprise_sql },
    { &self->find_name, name_sql },
    { &self->find_holder, holder_sql },
  };

  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->moved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->sheet_ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      *statements[i].stmt = xyb_store_prepare (self->store, statements[i].sql, error);
      if (*statements[i].stmt == NULL)
        return FALSE;
    }
  return TRUE;
}

void
xyb_intake_writer_clear (XybIntakeWriter *self)
{
  g_clear_pointer (&self->made, g_hash_table_unref);
  g_clear_pointer (&self->moved, g_hash_table_unref);
  g_clear_pointer (&self->sheet_ids, g_array_unref);
  g_clear_pointer (&self->add_enterprise, xyb_stmt_release);
  g_clear_pointer (&self->add_nomination, xyb_stmt_release);
  g_clear_pointer (&self->change_nomination, xyb_stmt_release);
  g_clear_pointer (&self->place_nomination, xyb_stmt_release);
  g_clear_pointer (&self->add_origin, xyb_stmt_release);
  g_clear_pointer (&self->find_enterprise, xyb_stmt_release);
  g_clear_pointer (&self->find_name, xyb_stmt_release);
  g_clear_pointer (&self->find_holder, xyb_stmt_release);
}

/* ---- as the clerk saw it ---- */

static gboolean
is_same (const XybNomination *a, const XybNomination *b)
{
  return a->id == b->id && a->enterprise_id == b->enterprise_id && a->position == b->position
         && a->revenue_fen == b->revenue_fen && a->revenue_unit == b->revenue_unit
         && a->headcount == b->headcount && g_strcmp0 (a->products, b->products) == 0
         && g_strcmp0 (a->contact, b->contact) == 0 && g_strcmp0 (a->phone, b->phone) == 0
         && g_strcmp0 (a->confirmed_on, b->confirmed_on) == 0
         && g_strcmp0 (a->signed_on, b->signed_on) == 0
         && g_strcmp0 (a->accepted_on, b->accepted_on) == 0;
}

gboolean
xyb_intake_writer_check (XybIntakeWriter *self, const XybIntakeFile *file, GError **error)
{
  g_autoptr (GPtrArray) stored
    = xyb_nomination_store_list (self->store, self->year, file->taken->district_id, error);
  guint n_before = file->before != NULL ? file->before->len : 0;
  gboolean same = stored != NULL && stored->len == n_before;

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; same && i < n_before; i++)
    same = is_same (g_ptr_array_index (stored, i), g_ptr_array_index (file->before, i));
  if (!same)
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_CONFLICT,
                 _ ("%s的附件2在预览「%s」以后改过，没有导入；请重新读取这份文件。"),
                 file->taken->district, file->shown);
  return same;
}

/* ---- the enterprise ---- */

static gboolean
is_decided (const XybReturnRow *row, XybNoteKind kind, XybAnswer answer)
{
  for (guint i = 0; i < row->notes->len; i++)
    {
      const XybReturnNote *note = g_ptr_array_index (row->notes, i);

      if (note->kind == kind && note->decision.answer == answer)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_known (XybIntakeWriter *self, const XybReturnRow *row, gint64 id, GError **error)
{
  gboolean found = FALSE;
  gboolean closed;

  xyb_stmt_bind_int (self->find_enterprise, ":id", id);
  if (!xyb_store_step (self->store, self->find_enterprise, &found, error))
    return FALSE;
  closed = found && sqlite3_column_int (self->find_enterprise, 1) != 0;
  if (!found)
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_CONFLICT,
                 _ ("“%s”在预览以后已从企业库删除，请重新读取这份文件。"), row->name);
  else if (closed)
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                 _ ("“%s”已注销，不能列入附件2；请核对，或先在“企业”页恢复。"),
                 (const char *) sqlite3_column_text (self->find_enterprise, 0));
  sqlite3_reset (self->find_enterprise);
  return found && !closed;
}

/* Somebody may have registered it since the preview. */
static gboolean
check_unknown (XybIntakeWriter *self, XybReturnRow *row, GError **error)
{
  g_autofree char *text = NULL;
  gboolean found = FALSE;

  xyb_stmt_bind_text (self->find_name, ":key", xyb_return_row_key (row));
  while (xyb_store_step (self->store, self->find_name, &found, error))
    {
      g_autofree char *other = NULL;

      if (!found)
        return TRUE;
      if (text == NULL)
        text = xyb_text_key (row->name);
      other = xyb_text_key ((const char *) sqlite3_column_text (self->find_name, 0));
      if (strcmp (text, other) != 0)
        continue;
      sqlite3_reset (self->find_name);
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_CONFLICT,
                   _ ("“%s”在预览以后登记进了企业库，请重新读取这份文件。"), row->name);
      return FALSE;
    }
  return FALSE;
}

static char *
dup_said (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

/* What the row says of a company nobody knew is all that is known of it. */
static gboolean
add_enterprise (XybIntakeWriter *self, const Placing *placing, gint64 *out_id, GError **error)
{
  const XybReturnRow *row = placing->row;
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();

  enterprise->id = xyb_store_new_id (self->store);
  enterprise->name = g_strdup (row->name);
  enterprise->unit_id = placing->file->taken->district_id;
  enterprise->products = dup_said (row->products);
  enterprise->headcount = row->headcount;
  enterprise->contact = dup_said (row->contact);
  enterprise->phone = dup_said (row->phone);
  if (!xyb_enterprise_validate (enterprise, error))
    return FALSE;
  xyb_enterprise_bind (self->add_enterprise, enterprise);
  if (!xyb_store_run (self->store, self->add_enterprise, error))
    return FALSE;
  *out_id = enterprise->id;
  self->report->new_enterprises++;
  g_hash_table_replace (self->made, g_strdup (xyb_return_row_key (placing->row)),
                        g_memdup2 (out_id, sizeof *out_id));
  return TRUE;
}

static gboolean
find_or_add_enterprise (XybIntakeWriter *self,
                        const Placing *placing,
                        gint64 *out_id,
                        GError **error)
{
  XybReturnRow *row = placing->row;
  const gint64 *made;

  *out_id = xyb_return_row_enterprise (row);
  if (*out_id != 0)
    return check_known (self, row, *out_id, error);
  made = g_hash_table_lookup (self->made, xyb_return_row_key (row));
  if (made != NULL && !is_decided (row, XYB_NOTE_DUPLICATE, XYB_ANSWER_DIFFERENT)
      && !is_decided (row, XYB_NOTE_ALIKE, XYB_ANSWER_DIFFERENT))
    {
      *out_id = *made;
      return TRUE;
    }
  return check_unknown (self, row, error) && add_enterprise (self, placing, out_id, error);
}

/* ---- the row of 附件2 ---- */

static void
set_text (char **place, const char *text)
{
  g_free (*place);
  *place = dup_said (text);
}

/* @fields: 1 << XybReturnField of each that is taken over. */
static void
take_values (XybNomination *nomination, const XybReturnRow *row, guint fields)
{
  if (fields & (1 << XYB_RETURN_PRODUCTS))
    set_text (&nomination->products, row->products);
  if (fields & (1 << XYB_RETURN_REVENUE))
    {
      nomination->revenue_fen = row->revenue_fen;
      if (row->revenue_unit != XYB_MONEY_UNIT_UNSAID)
        nomination->revenue_unit = row->revenue_unit;
    }
  if (fields & (1 << XYB_RETURN_HEADCOUNT))
    nomination->headcount = row->headcount;
  if (fields & (1 << XYB_RETURN_CONTACT))
    set_text (&nomination->contact, row->contact);
  if (fields & (1 << XYB_RETURN_PHONE))
    set_text (&nomination->phone, row->phone);
}

static gboolean
write_nomination (XybIntakeWriter *self,
                  const Placing *placing,
                  sqlite3_stmt *stmt,
                  XybNomination *nomination,
                  GError **error)
{
  nomination->position = placing->position;
  if (!xyb_nomination_validate (nomination, error))
    return FALSE;
  xyb_nomination_bind (stmt, nomination);
  return xyb_store_run (self->store, stmt, error)
         && xyb_intake_write_origin (self, placing->file->taken, placing->row, nomination->id,
                                     error);
}

#define ALL_FIELDS ((1u << XYB_N_RETURN_FIELDS) - 1)

static gboolean
write_new (XybIntakeWriter *self, const Placing *placing, gint64 enterprise_id, GError **error)
{
  g_autoptr (XybNomination) nomination = xyb_nomination_new ();

  nomination->id = xyb_store_new_id (self->store);
  nomination->plan_id = self->plan_id;
  nomination->unit_id = placing->file->taken->district_id;
  nomination->enterprise_id = enterprise_id;
  take_values (nomination, placing->row, ALL_FIELDS);
  self->report->added++;
  return write_nomination (self, placing, self->add_nomination, nomination, error);
}

static gboolean
close_up (XybIntakeWriter *self, const XybNomination *gone, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (self->store,
                         "UPDATE nomination SET position = position - 1"
                         " WHERE plan_id = :plan AND unit_id = :unit AND position > :position",
                         error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":plan", gone->plan_id);
  xyb_stmt_bind_int (stmt, ":unit", gone->unit_id);
  xyb_stmt_bind_int (stmt, ":position", gone->position);
  return xyb_store_run (self->store, stmt, error);
}

/* What the office has done with it since goes with it. */
static gboolean
move_here (XybIntakeWriter *self, const Placing *placing, gint64 id, GError **error)
{
  g_autoptr (XybNomination) nomination = xyb_nomination_store_get (self->store, id, error);
  g_autoptr (XybNomination) old = nomination != NULL ? xyb_nomination_copy (nomination) : NULL;

  if (nomination == NULL)
    return FALSE;
  nomination->unit_id = placing->file->taken->district_id;
  take_values (nomination, placing->row, ALL_FIELDS);
  g_hash_table_add (self->moved, g_memdup2 (&id, sizeof id));
  self->report->moved++;
  return write_nomination (self, placing, self->change_nomination, nomination, error)
         && close_up (self, old, error);
}

/* Who has the enterprise this year; 0: nobody. */
static gboolean
find_holder (XybIntakeWriter *self,
             gint64 enterprise_id,
             gint64 *out_id,
             gint64 *out_unit_id,
             char **out_district,
             GError **error)
{
  gboolean row = FALSE;

  *out_id = *out_unit_id = 0;
  *out_district = NULL;
  xyb_stmt_bind_int (self->find_holder, ":enterprise", enterprise_id);
  xyb_stmt_bind_int (self->find_holder, ":plan", self->plan_id);
  if (!xyb_store_step (self->store, self->find_holder, &row, error))
    return FALSE;
  if (row)
    {
      *out_id = sqlite3_column_int64 (self->find_holder, 0);
      *out_unit_id = sqlite3_column_int64 (self->find_holder, 1);
      *out_district = xyb_stmt_dup_text (self->find_holder, 2);
      sqlite3_reset (self->find_holder);
    }
  return TRUE;
}

static gboolean
add_row (XybIntakeWriter *self, const Placing *placing, GError **error)
{
  guint made_before = self->report->new_enterprises;
  g_autofree char *district = NULL;
  gint64 enterprise_id, holder_id, holder_unit;

  if (!find_or_add_enterprise (self, placing, &enterprise_id, error))
    return FALSE;
  /* Nobody has put forward one that was not there. */
  if (self->report->new_enterprises > made_before)
    return write_new (self, placing, enterprise_id, error);
  if (!find_holder (self, enterprise_id, &holder_id, &holder_unit, &district, error))
    return FALSE;
  if (holder_id == 0)
    return write_new (self, placing, enterprise_id, error);
  if (holder_unit != placing->file->taken->district_id
      && is_decided (placing->row, XYB_NOTE_ELSEWHERE, XYB_ANSWER_HERE))
    return move_here (self, placing, holder_id, error);
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
               _ ("“%s”今年已由%s推荐，不能重复列入；请重新读取这份文件，再决定这一行。"),
               placing->row->name, district);
  return FALSE;
}

/* ---- what is there already ---- */

static gboolean
place_row (XybIntakeWriter *self, const XybNomination *before, gint64 position, GError **error)
{
  if (before->position == position)
    return TRUE;
  xyb_stmt_bind_int (self->place_nomination, ":id", before->id);
  xyb_stmt_bind_int (self->place_nomination, ":position", position);
  return xyb_store_run (self->store, self->place_nomination, error);
}

static gboolean
change_row (XybIntakeWriter *self,
            const Placing *placing,
            const XybReturnChange *change,
            GError **error)
{
  g_autoptr (XybNomination) nomination = NULL;

  if (change->kind != XYB_DIFF_CHANGED || change->refused)
    return place_row (self, change->before, placing->position, error);
  nomination = xyb_nomination_copy (change->before);
  take_values (nomination, placing->row, change->fields);
  self->report->changed++;
  return write_nomination (self, placing, self->change_nomination, nomination, error);
}

static gboolean
is_moved (const XybIntakeWriter *self, const XybNomination *nomination)
{
  return nomination != NULL && g_hash_table_contains (self->moved, &nomination->id);
}

/* Rows of the file first, in its order; then those it says nothing of, as they were. */
static gboolean
place_others (XybIntakeWriter *self,
              const XybIntakeFile *file,
              GHashTable *placed,
              gint64 position,
              GError **error)
{
  for (guint i = 0; file->before != NULL && i < file->before->len; i++)
    {
      const XybNomination *before = g_ptr_array_index (file->before, i);

      if (g_hash_table_contains (placed, &before->id) || is_moved (self, before))
        continue;
      if (!place_row (self, before, ++position, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- a file ---- */

static gboolean
step (XybIntakeWriter *self, GError **error)
{
  if (self->done++ % ROWS_A_STEP != 0)
    return TRUE;
  if (self->progress != NULL)
    self->progress (self->done - 1, self->total, self->user_data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* 「附件2.xlsx」工作表“Sheet1”第 8 行：… A cancelled import is no fault of a row. */
static gboolean
name_row (const Placing *placing, GError **error)
{
  const XybReturnSheet *sheet
    = g_ptr_array_index (placing->file->taken->sheets, placing->row->sheet);

  if (error != NULL && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (error, _ ("「%s」工作表“%s”第 %u 行："), placing->file->shown, sheet->name,
                    placing->row->row);
  return FALSE;
}

static gboolean
write_first_version (XybIntakeWriter *self, const XybIntakeFile *file, GError **error)
{
  gint64 position = 0;

  for (guint i = 0; i < file->taken->rows->len; i++)
    {
      XybReturnRow *row = g_ptr_array_index (file->taken->rows, i);
      Placing placing;

      if (!step (self, error))
        return FALSE;
      if (xyb_return_row_fate (row) != XYB_FATE_TAKEN)
        continue;
      placing = (Placing){ file, row, ++position };
      if (!add_row (self, &placing, error))
        return name_row (&placing, error);
    }
  return TRUE;
}

static gboolean
write_change (XybIntakeWriter *self,
              const XybIntakeFile *file,
              const XybReturnChange *change,
              GHashTable *placed,
              gint64 *position,
              GError **error)
{
  Placing placing;

  if (is_moved (self, change->before) || (change->kind == XYB_DIFF_REMOVED && change->refused)
      || (change->kind == XYB_DIFF_ADDED && change->refused))
    return TRUE;
  if (change->before != NULL)
    g_hash_table_add (placed, &change->before->id);
  if (change->kind == XYB_DIFF_REMOVED)
    {
      self->report->removed++;
      return xyb_nomination_delete (self->store, change->before->id, error);
    }
  placing = (Placing){ file, change->row, ++*position };
  if (change->kind == XYB_DIFF_ADDED ? add_row (self, &placing, error)
                                     : change_row (self, &placing, change, error))
    return TRUE;
  return name_row (&placing, error);
}

static gboolean
write_difference (XybIntakeWriter *self, const XybIntakeFile *file, GError **error)
{
  g_autoptr (GHashTable) placed = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 position = 0;

  for (guint i = 0; i < file->changes->len; i++)
    if (!step (self, error)
        || !write_change (self, file, g_ptr_array_index (file->changes, i), placed, &position,
                          error))
      return FALSE;
  return place_others (self, file, placed, position, error);
}

gboolean
xyb_intake_writer_write (XybIntakeWriter *self,
                         const XybIntakeFile *file,
                         gint64 file_id,
                         GError **error)
{
  self->file_id = file_id;
  g_array_set_size (self->sheet_ids, 0);
  g_array_set_size (self->sheet_ids, file->taken->sheets->len);
  self->report->files++;
  self->report->open += xyb_intake_file_count (file, XYB_FATE_OPEN);
  self->report->left += xyb_intake_file_count (file, XYB_FATE_LEFT);
  return file->changes != NULL ? write_difference (self, file, error)
                               : write_first_version (self, file, error);
}
