/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-reading.h"

#include "xyb-decision-store.h"
#include "xyb-dropped-file.h"
#include "xyb-i18n.h"
#include "xyb-nomination-store.h"
#include "xyb-office-store.h"
#include "xyb-return-reader.h"
#include "xyb-return-recall.h"
#include "xyb-unit-store.h"

/* More files than a folder of returns can have: somebody chose the wrong folder. */
#define MAX_FILES 500

typedef struct
{
  char *path;
  XybReturnChoices *choices; /* or NULL: nothing decided yet */
} Request;

struct _XybIntakeReading
{
  int year;
  GPtrArray *requests;
  XybIntakeResultFunc func;
  gpointer user_data;
};

/* ---- results ---- */

void
xyb_intake_result_free (XybIntakeResult *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  xyb_return_free (self->taken);
  g_clear_pointer (&self->nominations, g_ptr_array_unref);
  xyb_return_choices_free (self->choices);
  g_free (self->error);
  g_free (self);
}

static XybIntakeResult *
result_new (const char *path)
{
  XybIntakeResult *result = g_new0 (XybIntakeResult, 1);

  result->path = g_strdup (path);
  return result;
}

/* ---- requests ---- */

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  xyb_return_choices_free (request->choices);
  g_free (request);
}

/**
 * xyb_intake_reading_new:
 * @year: the year the files are for
 * @func: called in the thread for each file
 * @user_data: for @func
 *
 * Returns: (transfer full): a reading of no files
 */
XybIntakeReading *
xyb_intake_reading_new (int year, XybIntakeResultFunc func, gpointer user_data)
{
  XybIntakeReading *self = g_new0 (XybIntakeReading, 1);

  self->year = year;
  self->requests = g_ptr_array_new_with_free_func (request_free);
  self->func = func;
  self->user_data = user_data;
  return self;
}

void
xyb_intake_reading_free (XybIntakeReading *self)
{
  g_ptr_array_unref (self->requests);
  g_free (self);
}

/**
 * xyb_intake_reading_add:
 * @self: a reading that has not begun
 * @path: a file, or a folder of which every workbook is read
 * @choices: (nullable): what has been decided about the file
 */
void
xyb_intake_reading_add (XybIntakeReading *self, const char *path, const XybReturnChoices *choices)
{
  Request *request = g_new0 (Request, 1);

  request->path = g_strdup (path);
  request->choices = choices != NULL ? xyb_return_choices_copy (choices) : NULL;
  g_ptr_array_add (self->requests, request);
}

gboolean
xyb_intake_reading_is_empty (const XybIntakeReading *self)
{
  return self->requests->len == 0;
}

/* ---- folders ---- */

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
list_workbooks (const char *folder, GPtrArray *paths, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *shown = g_filename_display_basename (folder);
  const char *name;

  if (dir == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("不能读取文件夹“%s”，请检查它是否还在、是否有权打开。"), shown);
      return FALSE;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      /* ~$附件2.xlsx and .~lock.附件2.ods# lie beside a file that is open elsewhere. */
      if (g_str_has_prefix (name, "~$") || *name == '.'
          || !g_file_test (path, G_FILE_TEST_IS_REGULAR) || !xyb_dropped_file_is_return (path))
        continue;
      g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  g_ptr_array_sort (paths, compare_paths);
  if (paths->len > 0 && paths->len <= MAX_FILES)
    return TRUE;
  if (paths->len == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("文件夹“%s”里没有电子表格，请选放区镇回收表的文件夹。"), shown);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("文件夹“%s”里有 %u 个电子表格，一次最多读 %u 个，请分开放。"), shown,
                 paths->len, MAX_FILES);
  return FALSE;
}

/* Every file of a folder is announced before the first is read. */
static gboolean
open_folders (XybIntakeReading *self, GError **error)
{
  g_autoptr (GPtrArray) requests = g_steal_pointer (&self->requests);

  self->requests = g_ptr_array_new_with_free_func (request_free);
  for (guint i = 0; i < requests->len; i++)
    {
      const Request *request = requests->pdata[i];
      g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

      if (!g_file_test (request->path, G_FILE_TEST_IS_DIR))
        {
          xyb_intake_reading_add (self, request->path, request->choices);
          continue;
        }
      if (!list_workbooks (request->path, paths, error))
        return FALSE;
      for (guint j = 0; j < paths->len; j++)
        {
          XybIntakeResult *result = result_new (paths->pdata[j]);

          result->found = TRUE;
          self->func (result, self->user_data);
          xyb_intake_reading_add (self, paths->pdata[j], NULL);
        }
    }
  return TRUE;
}

/* ---- files ---- */

/* What was chosen before for files of the 区镇 is chosen again (B-12), and the file read with it.
 */
static XybReturn *
read_as_known (XybStore *store,
               XybIntakeReading *self,
               const char *path,
               const XybReturnOptions *options,
               XybReturnChoices *choices,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (XybReturn) taken = NULL;
  gboolean again = TRUE;

  while (again)
    {
      g_clear_pointer (&taken, xyb_return_free);
      taken = xyb_return_read (path, options, cancellable, error);
      if (taken == NULL || !xyb_return_recall (store, taken, self->year, choices, &again, error))
        return NULL;
    }
  return g_steal_pointer (&taken);
}

static gboolean
read_one (XybStore *store,
          XybIntakeReading *self,
          const Request *request,
          XybReturnOptions *options,
          XybIntakeResult *result,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (XybReturnChoices) choices = request->choices != NULL
                                           ? xyb_return_choices_copy (request->choices)
                                           : xyb_return_choices_new ();
  g_autoptr (XybReturn) taken = NULL;

  options->choices = choices;
  taken = read_as_known (store, self, request->path, options, choices, cancellable, error);
  if (taken == NULL)
    return FALSE;
  result->nominations = taken->district_id != 0
                          ? xyb_nomination_store_list (store, self->year, taken->district_id, error)
                          : g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);
  if (result->nominations == NULL)
    return FALSE;
  result->taken = g_steal_pointer (&taken);
  result->choices = g_steal_pointer (&choices);
  return TRUE;
}

static XybMoneyUnit
usual_unit (XybStore *store)
{
  g_autofree char *setting = xyb_office_store_get_setting (store, XYB_SETTING_REVENUE_UNIT, NULL);
  XybMoneyUnit unit = xyb_money_unit_from_name (setting);

  return unit != XYB_MONEY_UNIT_UNSAID ? unit : XYB_MONEY_UNIT_WAN;
}

/**
 * xyb_intake_reading_run:
 * @store: of the thread
 * @progress: told how many files are done
 * @progress_data: for @progress
 * @cancellable: stops after the file in hand
 * @reading: the reading
 * @error: return location
 *
 * Reads every file; one that cannot be read has its sentence and keeps nobody waiting. For
 * xyb_job_bar_run().
 *
 * Returns: %FALSE where a folder cannot be read, or it was stopped
 */
gboolean
xyb_intake_reading_run (XybStore *store,
                        XybStoreProgressFunc progress,
                        gpointer progress_data,
                        GCancellable *cancellable,
                        gpointer reading,
                        GError **error)
{
  XybIntakeReading *self = reading;
  g_autoptr (GPtrArray) districts = xyb_unit_store_list (store, XYB_UNIT_KIND_DISTRICT, error);
  g_autoptr (GHashTable) remembered = xyb_head_store_list (store, error);
  XybReturnOptions options
    = { .districts = districts, .remembered = remembered, .usual = usual_unit (store) };

  if (districts == NULL || remembered == NULL || !open_folders (self, error))
    return FALSE;
  for (guint i = 0; i < self->requests->len; i++)
    {
      const Request *request = self->requests->pdata[i];
      g_autoptr (XybIntakeResult) result = result_new (request->path);
      g_autoptr (GError) failure = NULL;

      progress (i, self->requests->len, progress_data);
      if (!read_one (store, self, request, &options, result, cancellable, &failure))
        result->error = g_strdup (failure->message);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      self->func (g_steal_pointer (&result), self->user_data);
    }
  return TRUE;
}
