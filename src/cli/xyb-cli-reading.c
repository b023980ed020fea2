/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-cli-reading.h"

#include <string.h>

#include "xyb-decision-store.h"
#include "xyb-i18n.h"
#include "xyb-return-recall.h"

/* Where neither cell nor head says a unit (AMB-11). */
static XybMoneyUnit
usual_unit (XybStore *store)
{
  g_autofree char *setting = xyb_office_store_get_setting (store, XYB_SETTING_REVENUE_UNIT, NULL);
  XybMoneyUnit unit = xyb_money_unit_from_name (setting);

  return unit != XYB_MONEY_UNIT_UNSAID ? unit : XYB_MONEY_UNIT_WAN;
}

/* The latest year with a plan, where none is given. */
static gboolean
choose_year (XybStore *store, const char *text, int *out_year, GError **error)
{
  g_autoptr (GArray) years = NULL;

  if (text != NULL)
    return xyb_cli_need_year (text, out_year, error);
  years = xyb_plan_store_list_years (store, error);
  if (years == NULL)
    return FALSE;
  *out_year = years->len > 0 ? g_array_index (years, int, years->len - 1) : 0;
  return TRUE;
}

/**
 * xyb_cli_reading_init:
 * @store: the office; must outlive @self
 * @year: (nullable): the year the files are for; %NULL: the latest plan
 * @district: (nullable): the 区镇 all files come from; %NULL: as they say
 *
 * Gathers what reading needs to know of the office.
 */
gboolean
xyb_cli_reading_init (XybCliReading *self,
                      XybStore *store,
                      const char *year,
                      const char *district,
                      GError **error)
{
  self->store = store;
  if (!choose_year (store, year, &self->year, error))
    return FALSE;
  self->districts = xyb_unit_store_list (store, XYB_UNIT_KIND_DISTRICT, error);
  self->remembered = xyb_head_store_list (store, error);
  if (self->districts == NULL || self->remembered == NULL)
    return FALSE;
  if (district != NULL)
    {
      self->district = xyb_unit_store_find (store, district, XYB_UNIT_KIND_DISTRICT, error);
      if (self->district == NULL)
        return FALSE;
    }
  self->usual = usual_unit (store);
  return TRUE;
}

void
xyb_cli_reading_clear (XybCliReading *self)
{
  g_clear_pointer (&self->districts, g_ptr_array_unref);
  g_clear_pointer (&self->remembered, g_hash_table_unref);
  g_clear_pointer (&self->district, xyb_unit_free);
}

/**
 * xyb_cli_reading_read:
 * @path: a returned file
 *
 * Returns: (transfer full): what it says, matched with the register; what was decided before is
 * answered; %NULL on error
 */
XybReturn *
xyb_cli_reading_read (const XybCliReading *self, const char *path, GError **error)
{
  g_autoptr (XybReturnChoices) choices = xyb_return_choices_new ();
  XybReturnOptions options = { .districts = self->districts,
                               .remembered = self->remembered,
                               .usual = self->usual,
                               .choices = choices };
  g_autoptr (XybReturn) one = NULL;
  gboolean again = TRUE;

  if (self->district != NULL)
    choices->district_id = self->district->id;
  while (again)
    {
      g_clear_pointer (&one, xyb_return_free);
      one = xyb_return_read (path, &options, NULL, error);
      if (one == NULL || !xyb_return_recall (self->store, one, self->year, choices, &again, error))
        return NULL;
    }
  return g_steal_pointer (&one);
}

/**
 * xyb_cli_shown_name:
 *
 * Returns: (transfer full): the name of the file at @path, for people
 */
char *
xyb_cli_shown_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  return g_filename_display_name (base);
}

/* ---- folders ---- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Files that a spreadsheet can be, by the ends districts give them; what they are, their bytes say.
 * ~$ and .~ files are those of programs that have one open. */
static gboolean
may_be_workbook (const char *name)
{
  static const char *const ends[]
    = { ".xlsx", ".xlsm", ".xls", ".et", ".ett", ".ods", ".csv", ".txt" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_prefix (name, "~$") || g_str_has_prefix (name, "."))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (lower, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
add_folder (GPtrArray *files, const char *path, GError **error)
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *shown = xyb_cli_shown_name (path);
  guint before = files->len;
  const char *name;

  folder = g_dir_open (path, 0, &failure);
  if (folder == NULL)
    {
      g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                   _ ("打不开文件夹「%s」，请核对权限。"), shown);
      return FALSE;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (may_be_workbook (name) && g_file_test (file, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (files, g_steal_pointer (&file));
    }
  if (files->len == before)
    {
      g_set_error (error, XYB_CLI_ERROR, XYB_CLI_ERROR_REFUSED,
                   _ ("文件夹「%s」里没有表格文件，请核对。"), shown);
      return FALSE;
    }
  qsort (files->pdata + before, files->len - before, sizeof (gpointer), compare_names);
  return TRUE;
}

/**
 * xyb_cli_list_files:
 *
 * Returns: (transfer full) (element-type filename): the files the arguments name; for a folder
 * every workbook in it, by name
 */
GPtrArray *
xyb_cli_list_files (XybCli *cli, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < xyb_cli_get_n_arguments (cli); i++)
    {
      const char *path = xyb_cli_get_argument (cli, i);

      if (!g_file_test (path, G_FILE_TEST_IS_DIR))
        g_ptr_array_add (files, g_strdup (path));
      else if (!add_folder (files, path, error))
        return NULL;
    }
  return g_steal_pointer (&files);
}
