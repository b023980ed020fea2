/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-page-private.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-plan-store.h"
#include "xyb-print-preview.h"
#include "xyb-window-private.h"

/* What the page puts out: a workbook and paper of what is shown, and letters. */

/* Who is shown, in the order shown. */
GArray *
xyb_track_page_list_shown (XybTrackPage *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->shown->len; i++)
    g_array_append_val (ids, ((XybTrackLine *) self->shown->pdata[i])->enterprise_id);
  return ids;
}

static gboolean
make_spec (XybTrackPage *self, XybExportSpec *spec)
{
  if (self->shown == NULL || self->shown->len == 0)
    return FALSE;
  *spec = (XybExportSpec){
    .kind = XYB_EXPORT_TRACK,
    .year = xyb_office_get_year (xyb_page_get_office (XYB_PAGE (self))),
    .track = self->track,
    .ids = xyb_track_page_list_shown (self),
    .condition = xyb_track_filters_dup_words (self->filters),
  };
  return TRUE;
}

static void
clear_spec (XybExportSpec *spec)
{
  g_array_unref (spec->ids);
  g_free ((char *) spec->condition);
}

gboolean
xyb_track_page_export (XybPage *page)
{
  XybTrackPage *self = XYB_TRACK_PAGE (page);
  XybExportSpec spec;

  if (xyb_track_page_act_on_register (self, "export"))
    return TRUE;
  if (!make_spec (self, &spec))
    return FALSE;
  xyb_window_ask_export (XYB_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &spec);
  clear_spec (&spec);
  return TRUE;
}

gboolean
xyb_track_page_print (XybPage *page)
{
  XybTrackPage *self = XYB_TRACK_PAGE (page);
  XybPrintChoice choice = { 0 };
  g_autofree char *label = NULL;

  if (xyb_track_page_act_on_register (self, "print"))
    return TRUE;
  if (!make_spec (self, &choice.spec))
    return FALSE;
  label
    = g_strdup_printf (_ ("%s进度表（%u 家）"), xyb_track_name (self->track), choice.spec.ids->len);
  choice.label = label;
  xyb_print_preview_open (GTK_WIDGET (page), xyb_page_get_office (page), &choice, 1);
  clear_spec (&choice.spec);
  return TRUE;
}

/* ---- 催办说明 ---- */

typedef struct
{
  int year;
  XybTrack track;
  GArray *ids; /* of gint64, in official order */
  char *today;
  GString *text;
  guint n; /* how many owe something */
} Letters;

static void
letters_free (gpointer data)
{
  Letters *letters = data;

  g_array_unref (letters->ids);
  g_free (letters->today);
  g_string_free (letters->text, TRUE);
  g_free (letters);
}

/* Those of a 区镇 stand below its name. */
static void
add_letter (Letters *letters, const XybTrackCase *track_case, gint64 *unit_id)
{
  g_autofree char *letter = xyb_track_case_reminder (track_case);

  if (letter == NULL)
    return;
  if (letters->n == 0 || *unit_id != track_case->record->unit_id)
    g_string_append_printf (letters->text, _ ("%s【%s】\n"), letters->n > 0 ? "\n" : "",
                            track_case->record->unit_name != NULL ? track_case->record->unit_name
                                                                  : _ ("没有区镇"));
  g_string_append_printf (letters->text, "%s\n", letter);
  *unit_id = track_case->record->unit_id;
  letters->n++;
}

static gboolean
write_letters (XybStore *store,
               XybStoreProgressFunc progress,
               gpointer progress_data,
               GCancellable *cancellable,
               gpointer data,
               GError **error)
{
  Letters *letters = data;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, letters->year, error);
  gint64 unit_id = 0;

  for (guint i = 0; plan != NULL && i < letters->ids->len; i++)
    {
      g_autoptr (XybTrackCase) track_case = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      track_case = xyb_progress_store_read_case (store, plan, letters->track,
                                                 g_array_index (letters->ids, gint64, i),
                                                 letters->today, error);
      if (track_case == NULL)
        return FALSE;
      add_letter (letters, track_case, &unit_id);
      progress (i + 1, letters->ids->len, progress_data);
    }
  return plan != NULL;
}

static void
letters_done_cb (GObject *owner, gpointer data, const GError *error)
{
  XybOffice *office = xyb_page_get_office (XYB_PAGE (owner));
  Letters *letters = data;
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sentence = g_strdup (_ ("已停止，没有复制"));
  else if (error != NULL)
    xyb_office_report (office, error);
  else if (letters->n == 0)
    sentence = g_strdup (_ ("选中的企业什么都不欠，没有可以催的"));
  else
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (owner)), letters->text->str);
      sentence = g_strdup_printf (_ ("已复制 %u 家的催办说明，可以粘贴到 OA"), letters->n);
    }
  if (sentence != NULL)
    xyb_office_say (office, sentence);
}

/**
 * xyb_track_page_remind:
 * @self: the page
 *
 * Copies what the selected ones owe, by 区镇, to be pasted into OA.
 */
void
xyb_track_page_remind (XybTrackPage *self)
{
  XybOffice *office = xyb_page_get_office (XYB_PAGE (self));
  Letters *letters;

  if (self->book == NULL || xyb_track_selection_get_n (self->selection) == 0)
    return;
  letters = g_new0 (Letters, 1);
  letters->year = xyb_office_get_year (office);
  letters->track = self->track;
  letters->ids = xyb_track_selection_list (self->selection, self->book->lines);
  letters->today = xyb_date_today ();
  letters->text = g_string_new (NULL);
  xyb_job_bar_run (self->job_bar, office, _ ("正在写催办说明…"), write_letters, letters,
                   letters_free, self, letters_done_cb);
}
