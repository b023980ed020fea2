/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-batch-private.h"

#include "xyb-i18n.h"
#include "xyb-intake-reading.h"
#include "xyb-intake-store.h"
#include "xyb-nomination-store.h"
#include "xyb-return-match.h"

G_DEFINE_FINAL_TYPE (XybIntakeBatch, xyb_intake_batch, G_TYPE_OBJECT)

guint xyb_intake_batch_signals[XYB_INTAKE_BATCH_N_SIGNALS];

void
xyb_intake_batch_changed (XybIntakeBatch *self)
{
  g_signal_emit (self, xyb_intake_batch_signals[XYB_INTAKE_BATCH_CHANGED], 0);
}

/* ---- reading ---- */

typedef struct
{
  XybIntakeBatch *batch;
  XybIntakeResult *result;
} Delivery;

static void
delivery_free (gpointer data)
{
  Delivery *delivery = data;

  xyb_intake_result_free (delivery->result);
  g_object_unref (delivery->batch);
  g_free (delivery);
}

/* A file that was taken off the list meanwhile is wanted no more. */
static gboolean
deliver_cb (gpointer user_data)
{
  Delivery *delivery = user_data;
  XybIntakeResult *result = delivery->result;
  XybIntakeBatch *self = delivery->batch;
  XybIntake *intake = self->intake;
  XybIntakeFile *file = result->found ? xyb_intake_add_path (intake, result->path)
                                      : xyb_intake_find (intake, result->path);

  if (file == NULL || self->locked)
    return G_SOURCE_REMOVE;
  if (result->taken != NULL)
    {
      xyb_intake_set_read (file, g_steal_pointer (&result->taken));
      if (!g_hash_table_contains (self->chosen, file->path))
        {
          xyb_return_choices_free (file->choices);
          file->choices = g_steal_pointer (&result->choices);
        }
      xyb_intake_set_before (file, result->nominations);
    }
  else if (result->error != NULL)
    xyb_intake_fail (file, result->error);
  xyb_intake_check (intake);
  xyb_intake_batch_changed (self);
  return G_SOURCE_REMOVE;
}

/* In the thread. The window is what lets go of the batch. */
static void
result_cb (XybIntakeResult *result, gpointer user_data)
{
  Delivery *delivery = g_new0 (Delivery, 1);

  delivery->batch = g_object_ref (user_data);
  delivery->result = result;
  g_idle_add_full (G_PRIORITY_DEFAULT, deliver_cb, delivery, delivery_free);
}

/* What was not read when it was stopped is as if it had not been added. */
static void
drop_unread (XybIntakeBatch *self)
{
  for (guint i = self->intake->files->len; i > 0; i--)
    {
      XybIntakeFile *file = self->intake->files->pdata[i - 1];

      if (xyb_intake_file_state (file) == XYB_INTAKE_READING)
        xyb_intake_remove (self->intake, file);
    }
}

/* The last delivery is behind this one in the queue of the main loop. */
static gboolean
read_over_cb (gpointer user_data)
{
  xyb_intake_batch_read_waiting (user_data);
  return G_SOURCE_REMOVE;
}

static void
read_done_cb (GObject *owner, gpointer data, const GError *error)
{
  XybIntakeBatch *self = XYB_INTAKE_BATCH (owner);

  if (error != NULL)
    {
      drop_unread (self);
      xyb_intake_batch_changed (self);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        xyb_office_say (self->office, _ ("已停止，没读的文件不在列表里"));
      else
        xyb_office_report (self->office, error);
    }
  g_idle_add_full (G_PRIORITY_DEFAULT, read_over_cb, g_object_ref (self), g_object_unref);
}

static void
reading_free (gpointer data)
{
  xyb_intake_reading_free (data);
}

void
xyb_intake_batch_read_waiting (XybIntakeBatch *self)
{
  XybIntakeReading *reading = self->waiting;

  if (self->bar == NULL || xyb_job_bar_is_busy (self->bar) || xyb_intake_reading_is_empty (reading))
    return;
  self->waiting = xyb_intake_reading_new (self->intake->year, result_cb, self);
  xyb_job_bar_run (self->bar, self->office, _ ("正在读区镇交回的表"), xyb_intake_reading_run,
                   reading, reading_free, self, read_done_cb);
}

/* ---- the batch ---- */

static void
xyb_intake_batch_dispose (GObject *object)
{
  XybIntakeBatch *self = XYB_INTAKE_BATCH (object);

  g_clear_weak_pointer (&self->bar);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_intake_batch_parent_class)->dispose (object);
}

static void
xyb_intake_batch_finalize (GObject *object)
{
  XybIntakeBatch *self = XYB_INTAKE_BATCH (object);

  g_clear_pointer (&self->intake, xyb_intake_free);
  g_clear_pointer (&self->waiting, xyb_intake_reading_free);
  g_hash_table_unref (self->chosen);
  g_hash_table_unref (self->taken_over);
  g_free (self->only);
  G_OBJECT_CLASS (xyb_intake_batch_parent_class)->finalize (object);
}

static void
xyb_intake_batch_class_init (XybIntakeBatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = xyb_intake_batch_dispose;
  object_class->finalize = xyb_intake_batch_finalize;
  xyb_intake_batch_signals[XYB_INTAKE_BATCH_CHANGED]
    = g_signal_new ("changed", XYB_TYPE_INTAKE_BATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  xyb_intake_batch_signals[XYB_INTAKE_BATCH_BUSY_CHANGED]
    = g_signal_new ("busy-changed", XYB_TYPE_INTAKE_BATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  xyb_intake_batch_signals[XYB_INTAKE_BATCH_IMPORTED]
    = g_signal_new ("imported", XYB_TYPE_INTAKE_BATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);
  xyb_intake_batch_signals[XYB_INTAKE_BATCH_SAVED]
    = g_signal_new ("saved", XYB_TYPE_INTAKE_BATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
xyb_intake_batch_init (XybIntakeBatch *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->taken_over = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
busy_cb (XybIntakeBatch *self)
{
  g_signal_emit (self, xyb_intake_batch_signals[XYB_INTAKE_BATCH_BUSY_CHANGED], 0);
}

/**
 * xyb_intake_batch_new:
 * @office: the office; files are for its year in view
 * @bar: where reading and importing show how far they are
 *
 * Returns: (transfer full): an import without files
 */
XybIntakeBatch *
xyb_intake_batch_new (XybOffice *office, XybJobBar *bar)
{
  XybIntakeBatch *self = g_object_new (XYB_TYPE_INTAKE_BATCH, NULL);

  self->office = g_object_ref (office);
  g_set_weak_pointer (&self->bar, bar);
  self->intake = xyb_intake_new (xyb_office_get_year (office));
  self->waiting = xyb_intake_reading_new (self->intake->year, result_cb, self);
  g_signal_connect_object (bar, "notify::busy", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * xyb_intake_batch_get_office:
 * @self: the import
 *
 * Returns: (transfer none): the office it is for
 */
XybOffice *
xyb_intake_batch_get_office (XybIntakeBatch *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_BATCH (self), NULL);

  return self->office;
}

/**
 * xyb_intake_batch_get_intake:
 * @self: the import
 *
 * Returns: (transfer none): its files
 */
XybIntake *
xyb_intake_batch_get_intake (XybIntakeBatch *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_BATCH (self), NULL);

  return self->intake;
}

/**
 * xyb_intake_batch_is_busy:
 * @self: the import
 *
 * Returns: whether files are being read or imported; nothing can be imported meanwhile
 */
gboolean
xyb_intake_batch_is_busy (XybIntakeBatch *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_BATCH (self), FALSE);

  return self->bar != NULL && xyb_job_bar_is_busy (self->bar);
}

/**
 * xyb_intake_batch_add:
 * @self: the import
 * @paths: (array zero-terminated=1): files and folders; what is there already is not read again
 */
void
xyb_intake_batch_add (XybIntakeBatch *self, const char *const *paths)
{
  g_return_if_fail (XYB_IS_INTAKE_BATCH (self));

  for (; *paths != NULL; paths++)
    {
      if (xyb_intake_find (self->intake, *paths) != NULL)
        continue;
      if (!g_file_test (*paths, G_FILE_TEST_IS_DIR))
        xyb_intake_add_path (self->intake, *paths);
      xyb_intake_reading_add (self->waiting, *paths, NULL);
    }
  xyb_intake_batch_changed (self);
  xyb_intake_batch_read_waiting (self);
}

/**
 * xyb_intake_batch_remove:
 * @self: the import
 * @file: of it; gone afterwards
 */
void
xyb_intake_batch_remove (XybIntakeBatch *self, XybIntakeFile *file)
{
  g_return_if_fail (XYB_IS_INTAKE_BATCH (self));

  if (self->locked)
    return;
  g_hash_table_remove (self->chosen, file->path);
  g_hash_table_remove (self->taken_over, file->path);
  xyb_intake_remove (self->intake, file);
  xyb_intake_batch_changed (self);
}

/**
 * xyb_intake_batch_read_again:
 * @self: the import
 * @file: of it
 *
 * Reads it as it lies on disk now, with what has been decided about it.
 */
void
xyb_intake_batch_read_again (XybIntakeBatch *self, XybIntakeFile *file)
{
  g_return_if_fail (XYB_IS_INTAKE_BATCH (self));

  xyb_intake_reading_add (self->waiting, file->path, file->choices);
  xyb_intake_batch_read_waiting (self);
}

/* What is decided after the import is imported anew. */
void
xyb_intake_batch_forget_import (XybIntakeBatch *self, XybIntakeFile *file)
{
  file->imported = FALSE;
  g_hash_table_remove (self->taken_over, file->path);
}

/* ---- the office has changed ---- */

/* An import that was undone can be done again; one that was redone is done. */
static gboolean
is_still_imported (XybIntakeBatch *self, const XybIntakeFile *file, GError **error)
{
  g_autoptr (GPtrArray) files
    = xyb_intake_store_list_files (xyb_office_get_store (self->office), self->intake->year,
                                   file->taken->district_id, error);

  for (guint i = 0; files != NULL && i < files->len; i++)
    if (g_strcmp0 (((XybReturnedFile *) files->pdata[i])->sha256, file->taken->sha256) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
refresh_file (XybIntakeBatch *self, XybIntakeFile *file, GError **error)
{
  g_autoptr (GPtrArray) nominations = NULL;

  if (file->taken == NULL || file->taken->district_id == 0)
    return TRUE;
  file->imported
    = g_hash_table_contains (self->taken_over, file->path) && is_still_imported (self, file, error);
  if (file->imported)
    return TRUE;
  nominations = xyb_nomination_store_list (xyb_office_get_store (self->office), self->intake->year,
                                           file->taken->district_id, error);
  if (nominations == NULL)
    return FALSE;
  xyb_intake_set_before (file, nominations);
  return TRUE;
}

static void
read_all_again (XybIntakeBatch *self)
{
  self->intake->year = xyb_office_get_year (self->office);
  xyb_intake_reading_free (self->waiting);
  self->waiting = xyb_intake_reading_new (self->intake->year, result_cb, self);
  for (guint i = 0; i < self->intake->files->len; i++)
    {
      XybIntakeFile *file = self->intake->files->pdata[i];

      xyb_intake_batch_forget_import (self, file);
      xyb_intake_batch_read_again (self, file);
    }
}

/**
 * xyb_intake_batch_refresh:
 * @self: the import
 *
 * The office has changed: what the 区镇 have, what was undone, the year the files are for.
 */
void
xyb_intake_batch_refresh (XybIntakeBatch *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (XYB_IS_INTAKE_BATCH (self));

  if (self->locked)
    return;
  if (self->intake->year != xyb_office_get_year (self->office))
    read_all_again (self);
  for (guint i = 0; error == NULL && i < self->intake->files->len; i++)
    refresh_file (self, self->intake->files->pdata[i], &error);
  if (error != NULL)
    xyb_office_report (self->office, error);
  xyb_intake_check (self->intake);
  xyb_intake_batch_changed (self);
}

/* ---- answers ---- */

static gint64
meaning_of (const XybReturnNote *note, const char *text)
{
  if (text == NULL)
    return 0;
  if (note->kind != XYB_NOTE_UNKNOWN_HEAD)
    return g_ascii_strtoll (text, NULL, 10);
  for (XybReturnField field = XYB_RETURN_POSITION; field < XYB_N_RETURN_FIELDS; field++)
    if (g_str_equal (xyb_return_field_name (field), text))
      return field;
  return XYB_RETURN_NO_FIELD;
}

/**
 * xyb_intake_batch_answer:
 * @self: the import
 * @file: of it
 * @row: (nullable): of @file; %NULL for a question about the file as a whole, which is read again
 * @note: the question
 * @answer: of xyb_return_list_answers(), or %XYB_ANSWER_OPEN to take it back
 * @text: (nullable): what was typed or chosen
 * @enterprise_id: of the register, with %XYB_ANSWER_SAME; 0: the best candidate
 * @error: why @text cannot be taken
 *
 * Returns: whether it is answered
 */
gboolean
xyb_intake_batch_answer (XybIntakeBatch *self,
                         XybIntakeFile *file,
                         XybReturnRow *row,
                         XybReturnNote *note,
                         XybAnswer answer,
                         const char *text,
                         gint64 enterprise_id,
                         GError **error)
{
  g_return_val_if_fail (XYB_IS_INTAKE_BATCH (self), FALSE);

  if (self->locked)
    return TRUE;
  if (row == NULL)
    {
      xyb_return_choices_set (file->choices, file->taken, note, answer, meaning_of (note, text));
      g_hash_table_add (self->chosen, g_strdup (file->path));
      xyb_intake_batch_read_again (self, file);
      return TRUE;
    }
  if (!xyb_intake_answer (self->intake, file, row, note, answer, text, enterprise_id, error))
    return FALSE;
  /* Another name may be another enterprise. */
  if ((answer == XYB_ANSWER_TYPED || answer == XYB_ANSWER_OPEN)
      && !xyb_return_match_typed (xyb_office_get_store (self->office), file->taken,
                                  self->intake->year, error))
    return FALSE;
  xyb_intake_batch_forget_import (self, file);
  xyb_intake_check (self->intake);
  xyb_intake_batch_changed (self);
  return TRUE;
}

/**
 * xyb_intake_batch_set_district:
 * @self: the import
 * @file: of it
 * @unit_id: the 区镇 it comes from
 */
void
xyb_intake_batch_set_district (XybIntakeBatch *self, XybIntakeFile *file, gint64 unit_id)
{
  g_return_if_fail (XYB_IS_INTAKE_BATCH (self));

  if (self->locked || file->choices->district_id == unit_id
      || (file->taken != NULL && file->taken->district_id == unit_id))
    return;
  file->choices->district_id = unit_id;
  g_hash_table_add (self->chosen, g_strdup (file->path));
  xyb_intake_batch_forget_import (self, file);
  xyb_intake_batch_read_again (self, file);
}

/**
 * xyb_intake_batch_refuse:
 * @self: the import
 * @change: of one of its files
 * @refused: whether it is not wanted
 */
void
xyb_intake_batch_refuse (XybIntakeBatch *self, XybReturnChange *change, gboolean refused)
{
  g_return_if_fail (XYB_IS_INTAKE_BATCH (self));

  if (self->locked)
    return;
  change->refused = refused;
  xyb_intake_batch_changed (self);
}

/**
 * xyb_intake_batch_count_answers:
 * @self: the import
 *
 * Returns: how many of the clerk's answers are not in the office yet
 */
guint
xyb_intake_batch_count_answers (XybIntakeBatch *self)
{
  guint n = 0;

  g_return_val_if_fail (XYB_IS_INTAKE_BATCH (self), 0);

  for (guint i = 0; i < self->intake->files->len; i++)
    {
      const XybIntakeFile *file = self->intake->files->pdata[i];

      if (file->imported || file->taken == NULL)
        continue;
      n += g_hash_table_contains (self->chosen, file->path);
      for (guint j = 0; j < file->taken->rows->len; j++)
        {
          const XybReturnRow *row = file->taken->rows->pdata[j];

          for (guint k = 0; k < row->notes->len; k++)
            {
              const XybReturnNote *note = row->notes->pdata[k];

              n += note->question && note->decision.answer != XYB_ANSWER_OPEN
                   && !note->decision.recalled;
            }
        }
    }
  return n;
}
