/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-year-dialog-private.h"

#include "xyb-compat.h"
#include "xyb-i18n.h"
#include "xyb-quota-rows.h"

/* 「建立」: what is asked first, and the writing. */

static void
store_plan (XybYearDialog *self)
{
  g_autoptr (GError) error = NULL;
  int year;

  if (self->rollover == NULL)
    return;
  year = self->rollover->proposal->plan->year;
  if (!xyb_rollover_store (xyb_office_get_store (self->office), self->rollover, &error))
    {
      xyb_year_dialog_show_problem (self, error->message);
      return;
    }
  g_signal_emit_by_name (self, "made", year);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
store_plan_cb (gpointer user_data)
{
  store_plan (user_data);
  return G_SOURCE_REMOVE;
}

/* The question closes itself after its answer; the dialog it belongs to must not go before. */
static void
mismatch_answer_cb (const char *answer, gpointer user_data)
{
  g_autoptr (XybYearDialog) self = user_data;

  if (g_strcmp0 (answer, "make") == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT, store_plan_cb, g_object_ref (self), g_object_unref);
}

/* Allowed, because quotas are often settled after the targets; 附件1 is checked again before it
 * goes out. */
static void
ask_mismatch (XybYearDialog *self, const char *sentence)
{
  static const XybDialogAnswer answers[] = {
    { "back", N_ ("回去改"), ADW_RESPONSE_DEFAULT },
    { "make", N_ ("仍然建立"), ADW_RESPONSE_DEFAULT },
  };
  g_autofree char *body = g_strdup_printf (_ ("%s。可以先建立，以后在指标分解页里改。"), sentence);

  xyb_compat_ask (GTK_WINDOW (self), _ ("合计与目标不一致"), body, answers, G_N_ELEMENTS (answers),
                  NULL, mismatch_answer_cb, g_object_ref (self));
}

/* §6: copying shifts the days, and asks. */
static gboolean
dates_are_confirmed (XybYearDialog *self)
{
  if (self->rollover->proposal->plan->milestones->len == 0
      || xyb_year_dates_is_confirmed (self->dates))
    return TRUE;
  xyb_year_dialog_show_step (self, "dates");
  xyb_year_dialog_show_problem (self,
                                _ ("时限是按年度顺移的，请核对以后勾上“已核对时限”，再建立。"));
  xyb_year_dates_ask (self->dates);
  return FALSE;
}

/**
 * xyb_year_dialog_make:
 * @self: the dialog
 *
 * What 「建立」 does: writes the year, and who goes on in it, in one revision. Days that nobody has
 * confirmed and a sum that is not the target are asked about first.
 */
void
xyb_year_dialog_make (XybYearDialog *self)
{
  const XybPlan *plan;
  g_autofree char *sentence = NULL;
  gboolean match = FALSE;
  gint64 sum;

  g_return_if_fail (XYB_IS_YEAR_DIALOG (self));

  if (!gtk_widget_get_sensitive (self->make_button) || !xyb_year_dialog_collect (self)
      || !dates_are_confirmed (self))
    return;
  plan = self->rollover->proposal->plan;
  sum = xyb_year_table_get_sum (xyb_year_quotas_get_table (self->quotas), 0);
  sentence = xyb_quota_rows_total_sentence (sum, plan->targets[0], &match);
  if (match || (sum == XYB_UNSAID && plan->targets[0] == XYB_UNSAID))
    store_plan (self);
  else
    ask_mismatch (self, sentence);
}
