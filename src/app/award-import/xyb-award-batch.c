/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-batch.h"

#include "xyb-award-answer.h"
#include "xyb-award-check.h"
#include "xyb-award-import.h"
#include "xyb-award-reader.h"
#include "xyb-award-sheet.h"
#include "xyb-date.h"
#include "xyb-i18n.h"

struct _XybAwardBatch
{
  GObject parent_instance;

  /* borrowed */
  XybJobBar *bar; /* weak */

  /* owned */
  XybOffice *office;
  XybAwardRoll *list;
  GPtrArray *waiting; /* paths that are read when the job in hand is over */
  gboolean stale;     /* the office changed while a job was in hand */
};

G_DEFINE_FINAL_TYPE (XybAwardBatch, xyb_award_batch, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static XybAwardRoll *
make_list (XybAwardBatch *self)
{
  g_autofree char *today = xyb_date_today ();

  return xyb_award_roll_new ((GPtrArray *) xyb_office_get_districts (self->office), today);
}

static void
changed (XybAwardBatch *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
xyb_award_batch_is_busy (XybAwardBatch *self)
{
  return self->bar == NULL || xyb_job_bar_is_busy (self->bar);
}

static void
run (XybAwardBatch *self,
     const char *words,
     XybJobFunc func,
     gpointer data,
     GDestroyNotify data_free,
     XybJobDoneFunc done)
{
  xyb_job_bar_run (self->bar, self->office, words, func, data, data_free, self, done);
  changed (self);
}

/* ---- reading ---- */

/* A list of its own, so that the one in view stays as it is meanwhile. */
typedef struct
{
  XybAwardRoll *part;
  GPtrArray *paths;    /* or NULL: pasted */
  XybTextTable *table; /* or NULL */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  xyb_award_roll_free (reading->part);
  g_clear_pointer (&reading->paths, g_ptr_array_unref);
  xyb_text_table_free (reading->table);
  g_free (reading);
}

static gboolean
read_in_thread (XybStore *store,
                XybStoreProgressFunc progress,
                gpointer progress_data,
                GCancellable *cancellable,
                gpointer data,
                GError **error)
{
  Reading *reading = data;

  if (reading->table != NULL && xyb_award_roll_paste (reading->part, reading->table, error) == NULL)
    return FALSE;
  for (guint i = 0; reading->paths != NULL && i < reading->paths->len; i++)
    {
      progress (i, reading->paths->len, progress_data);
      xyb_award_reader_read (reading->part, reading->paths->pdata[i], cancellable);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return xyb_award_import_match (store, reading->part, error);
}

static void go_on (XybAwardBatch *self);

static void
read_done_cb (GObject *owner, gpointer data, const GError *error)
{
  XybAwardBatch *self = XYB_AWARD_BATCH (owner);
  Reading *reading = data;

  if (error == NULL)
    {
      xyb_award_roll_join (self->list, g_steal_pointer (&reading->part));
      xyb_award_roll_update (self->list);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xyb_office_report (self->office, error);
  changed (self);
  go_on (self);
}

static void
start_reading (XybAwardBatch *self, GPtrArray *paths, XybTextTable *table)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->part = make_list (self);
  reading->paths = paths;
  reading->table = table;
  run (self, _ ("正在读取名单"), read_in_thread, reading, reading_free, read_done_cb);
}

static gboolean
has_path (XybAwardBatch *self, const char *path)
{
  for (guint i = 0; i < self->list->files->len; i++)
    if (g_strcmp0 (((XybAwardFile *) self->list->files->pdata[i])->path, path) == 0)
      return TRUE;
  return g_ptr_array_find_with_equal_func (self->waiting, path, g_str_equal, NULL);
}

/* What came in while a job was in hand. */
static void
go_on (XybAwardBatch *self)
{
  if (xyb_award_batch_is_busy (self))
    return;
  if (self->waiting->len > 0)
    {
      GPtrArray *paths = g_steal_pointer (&self->waiting);

      self->waiting = g_ptr_array_new_with_free_func (g_free);
      start_reading (self, paths, NULL);
    }
  else if (self->stale)
    xyb_award_batch_refresh (self);
}

/**
 * xyb_award_batch_add:
 * @paths: (array zero-terminated=1): workbooks; one that is there already is not read again
 */
void
xyb_award_batch_add (XybAwardBatch *self, const char *const *paths)
{
  g_return_if_fail (XYB_IS_AWARD_BATCH (self));

  for (guint i = 0; paths[i] != NULL; i++)
    if (!has_path (self, paths[i]))
      g_ptr_array_add (self->waiting, g_strdup (paths[i]));
  go_on (self);
}

/**
 * xyb_award_batch_paste:
 * @text: cells between tabs, rows on lines
 */
void
xyb_award_batch_paste (XybAwardBatch *self, const char *text)
{
  g_return_if_fail (XYB_IS_AWARD_BATCH (self));

  if (!xyb_award_batch_is_busy (self))
    start_reading (self, NULL, xyb_text_table_parse (text));
}

/**
 * xyb_award_batch_remove:
 * @file: of the list
 */
void
xyb_award_batch_remove (XybAwardBatch *self, XybAwardFile *file)
{
  g_return_if_fail (XYB_IS_AWARD_BATCH (self));

  if (xyb_award_batch_is_busy (self))
    return;
  xyb_award_roll_remove_file (self->list, file);
  xyb_award_roll_update (self->list);
  changed (self);
}

/**
 * xyb_award_batch_answered:
 *
 * Something was decided about a row or a file of the list.
 */
void
xyb_award_batch_answered (XybAwardBatch *self)
{
  changed (self);
}

guint
xyb_award_batch_count_answers (XybAwardBatch *self)
{
  guint n = 0;

  for (guint i = 0; i < self->list->rows->len; i++)
    n += xyb_award_row_is_answered (self->list, self->list->rows->pdata[i]);
  return n;
}

/* ---- when the office has changed ---- */

/* Names and codes of the rows, which are looked up aside: the list in view stays as it is. */
static XybAwardRoll *
copy_names (XybAwardBatch *self)
{
  XybAwardRoll *copy = make_list (self);
  XybAwardFile *file = xyb_award_roll_add_file (copy, "", NULL);
  XybAwardSheet *sheet = xyb_award_roll_add_sheet (copy, file, NULL, FALSE);

  for (guint i = 0; i < self->list->rows->len; i++)
    {
      const XybAwardRow *row = self->list->rows->pdata[i];
      XybAwardRow *one = xyb_award_roll_add_row (copy, sheet, row->row, FALSE);

      one->no_row = g_strdup (row->no_row);
      one->raw[XYB_AWARD_COLUMN_NAME] = g_strdup (row->raw[XYB_AWARD_COLUMN_NAME]);
      one->raw[XYB_AWARD_COLUMN_CODE] = g_strdup (row->raw[XYB_AWARD_COLUMN_CODE]);
    }
  return copy;
}

static gboolean
match_in_thread (XybStore *store,
                 XybStoreProgressFunc progress,
                 gpointer progress_data,
                 GCancellable *cancellable,
                 gpointer data,
                 GError **error)
{
  return xyb_award_import_match (store, data, error);
}

static void
matched_cb (GObject *owner, gpointer data, const GError *error)
{
  XybAwardBatch *self = XYB_AWARD_BATCH (owner);
  XybAwardRoll *copy = data;

  for (guint i = 0; error == NULL && i < copy->rows->len; i++)
    {
      XybAwardRow *one = copy->rows->pdata[i];

      xyb_award_row_set_candidates (self->list->rows->pdata[i], g_steal_pointer (&one->candidates));
    }
  xyb_award_roll_update (self->list);
  changed (self);
  go_on (self);
}

/**
 * xyb_award_batch_refresh:
 *
 * The office has changed: the rows are looked up again; what was decided stays.
 */
void
xyb_award_batch_refresh (XybAwardBatch *self)
{
  g_return_if_fail (XYB_IS_AWARD_BATCH (self));

  self->stale = xyb_award_batch_is_busy (self);
  if (self->stale || self->list->rows->len == 0)
    return;
  run (self, _ ("正在与企业库比对"), match_in_thread, copy_names (self),
       (GDestroyNotify) xyb_award_roll_free, matched_cb);
}

/* ---- importing ---- */

typedef struct
{
  XybAwardRoll *list; /* borrowed; nobody answers while the bar is busy */
  XybAwardReport report;
} Import;

static gboolean
import_in_thread (XybStore *store,
                  XybStoreProgressFunc progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  gpointer data,
                  GError **error)
{
  Import *import = data;

  return xyb_award_import_run (store, import->list, progress, progress_data, cancellable,
                               &import->report, error);
}

static void
say_imported (XybAwardBatch *self)
{
  g_autofree char *label = xyb_store_peek_undo (xyb_office_get_store (self->office));
  g_autofree char *sentence = NULL;

  if (label == NULL)
    return;
  sentence = g_strdup_printf (_ ("已完成：%s"), label);
  xyb_office_offer (self->office, sentence, _ ("撤销"), "win.undo");
}

static void
import_done_cb (GObject *owner, gpointer data, const GError *error)
{
  XybAwardBatch *self = XYB_AWARD_BATCH (owner);

  if (error == NULL)
    {
      say_imported (self);
      g_signal_emit (self, signals[SIGNAL_IMPORTED], 0);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xyb_office_say (self->office, _ ("已停止，什么都没有导入"));
  else
    xyb_office_report (self->office, error);
  self->stale = TRUE;
  changed (self);
  go_on (self);
}

/**
 * xyb_award_batch_import:
 *
 * Takes every row that is decided into the office, in a thread, as one revision.
 */
void
xyb_award_batch_import (XybAwardBatch *self)
{
  Import *import;

  g_return_if_fail (XYB_IS_AWARD_BATCH (self));

  if (xyb_award_batch_is_busy (self))
    return;
  import = g_new0 (Import, 1);
  import->list = self->list;
  run (self, _ ("正在导入"), import_in_thread, import, g_free, import_done_cb);
}

/* ---- the object ---- */

XybOffice *
xyb_award_batch_get_office (XybAwardBatch *self)
{
  return self->office;
}

/**
 * xyb_award_batch_get_list:
 *
 * Returns: (transfer none): the list; its rows change only between two “changed”
 */
XybAwardRoll *
xyb_award_batch_get_list (XybAwardBatch *self)
{
  g_return_val_if_fail (XYB_IS_AWARD_BATCH (self), NULL);

  return self->list;
}

static void
xyb_award_batch_finalize (GObject *object)
{
  XybAwardBatch *self = XYB_AWARD_BATCH (object);

  g_clear_weak_pointer (&self->bar);
  xyb_award_roll_free (self->list);
  g_ptr_array_unref (self->waiting);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_award_batch_parent_class)->finalize (object);
}

static void
xyb_award_batch_class_init (XybAwardBatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_award_batch_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", XYB_TYPE_AWARD_BATCH, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_IMPORTED] = g_signal_new ("imported", XYB_TYPE_AWARD_BATCH, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xyb_award_batch_init (XybAwardBatch *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_free);
}

/**
 * xyb_award_batch_new:
 * @office: the open office
 * @bar: where its jobs are shown
 *
 * Returns: (transfer full): a batch without files
 */
XybAwardBatch *
xyb_award_batch_new (XybOffice *office, XybJobBar *bar)
{
  XybAwardBatch *self = g_object_new (XYB_TYPE_AWARD_BATCH, NULL);

  self->office = g_object_ref (office);
  g_set_weak_pointer (&self->bar, bar);
  self->list = make_list (self);
  return self;
}
