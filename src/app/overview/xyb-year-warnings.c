/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-year-warnings.h"

#include <inttypes.h>

#include "xyb-amount.h"
#include "xyb-calendar.h"
#include "xyb-compat.h"
#include "xyb-i18n.h"
#include "xyb-plan-store.h"
#include "xyb-safe-file.h"
#include "xyb-settings.h"

/* ---- 提醒天数 ---- */

typedef struct
{
  XybOffice *office;
  GtkEditable *blue;
  GtkEditable *yellow;
  GtkEditable *red;
} Warnings;

static void
warnings_free (gpointer data)
{
  Warnings *self = data;

  g_object_unref (self->office);
  g_free (self);
}

/* Nothing typed: as usual. */
static gboolean
take_days (GtkEditable *entry, const char *name, gint64 *days, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  *days = XYB_UNSAID;
  return *text == '\0' || xyb_count_parse (name, text, G_MAXINT32, days, error);
}

static void
accept_cb (XybAskDialog *dialog, Warnings *self)
{
  XybStore *store = xyb_office_get_store (self->office);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, xyb_office_get_year (self->office), &error);

  if (plan == NULL || !take_days (self->blue, _ ("蓝色提醒天数"), &plan->warn_blue, &error)
      || !take_days (self->yellow, _ ("黄色提醒天数"), &plan->warn_yellow, &error)
      || !take_days (self->red, _ ("红色提醒天数"), &plan->warn_red, &error)
      || !xyb_plan_store_update (store, plan, &error))
    xyb_ask_dialog_refuse (dialog, error->message);
  else
    gtk_window_close (GTK_WINDOW (dialog));
}

static GtkEditable *
add_days (XybAskDialog *dialog, const char *name, gint64 days, const char *usual)
{
  g_autofree char *text = days != XYB_UNSAID ? g_strdup_printf ("%" PRId64, days) : g_strdup ("");
  GtkEditable *entry = xyb_ask_dialog_add_entry (dialog, name, text);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), usual);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  return entry;
}

/**
 * xyb_year_warnings_open:
 * @parent: a widget of the window
 * @office: an office with a plan in view
 *
 * Asks from how many days on the dates of the year in view warn (§6).
 *
 * Returns: (transfer none): the dialog, shown
 */
XybAskDialog *
xyb_year_warnings_open (GtkWidget *parent, XybOffice *office)
{
  const XybPlan *plan = xyb_office_get_plan (office);
  g_autofree char *title = g_strdup_printf (_ ("%d 年提醒天数"), xyb_office_get_year (office));
  XybAskDialog *dialog = xyb_ask_dialog_new (parent, title, _ ("保存"));
  Warnings *self = g_new0 (Warnings, 1);

  self->office = g_object_ref (office);
  g_object_set_data_full (G_OBJECT (dialog), "warnings", self, warnings_free);
  xyb_ask_dialog_set_sentence (
    dialog, _ ("离期限还有多少天开始提醒。记在年度方案里，大家看到的一样，下一年照用。"));
  self->blue = add_days (dialog, _ ("蓝：列入待办"), plan->warn_blue, _ ("30"));
  self->yellow = add_days (dialog, _ ("黄：临近"), plan->warn_yellow, _ ("7"));
  self->red = add_days (dialog, _ ("红：紧急"), plan->warn_red, _ ("逾期才红"));
  g_signal_connect (dialog, "accept", G_CALLBACK (accept_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/* ---- 日历文件 ---- */

typedef struct
{
  XybOffice *office;
  GSettings *settings;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->office);
  g_clear_object (&request->settings);
  g_free (request);
}

/**
 * xyb_year_calendar_write:
 * @office: an office with a plan in view
 * @path: where to
 *
 * Writes the dates of the year in view as iCalendar, and says so.
 *
 * Returns: whether the file is there
 */
gboolean
xyb_year_calendar_write (XybOffice *office, const char *path)
{
  const XybPlan *plan = xyb_office_get_plan (office);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint events = 0;

  if (plan == NULL)
    return FALSE;
  text = xyb_calendar_text (plan, NULL, stamp, &events);
  if (!xyb_safe_file_write_text (path, text, &error))
    {
      xyb_office_report (office, error);
      return FALSE;
    }
  sentence = g_strdup_printf (_ ("已导出 %s，共 %u 个时限"), name, events);
  xyb_office_say (office, sentence);
  return TRUE;
}

static void
path_chosen_cb (const char *path, gpointer user_data)
{
  Request *request = user_data;

  if (path != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      xyb_settings_set_string (request->settings, "last-folder", folder);
      xyb_year_calendar_write (request->office, path);
    }
  request_free (request);
}

/**
 * xyb_year_calendar_ask:
 * @parent: a widget of the window
 * @office: an office with a plan in view
 * @settings: (nullable): of this workstation
 *
 * Asks where the calendar file of the year in view goes, and writes it.
 */
void
xyb_year_calendar_ask (GtkWidget *parent, XybOffice *office, GSettings *settings)
{
  const XybPlan *plan = xyb_office_get_plan (office);
  const XybFileKind kind = { _ ("日历文件"), "*.ics" };
  g_autofree char *folder = xyb_settings_dup_string (settings, "last-folder");
  g_autofree char *stem = NULL;
  g_autofree char *name = NULL;
  Request *request;

  if (plan == NULL)
    return;
  /* The words of the document are not translated. */
  stem = g_strdup_printf ("%d年企业信用管理贯标和示范创建时限", plan->year);
  name = g_strconcat (stem, ".ics", NULL);
  if (folder == NULL)
    folder = g_strdup (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS));
  request = g_new0 (Request, 1);
  request->office = g_object_ref (office);
  g_set_object (&request->settings, settings);
  xyb_compat_choose_save (GTK_WINDOW (gtk_widget_get_root (parent)), _ ("导出日历文件"), folder,
                          name, &kind, path_chosen_cb, request);
}
