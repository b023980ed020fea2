/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-page-private.h"

#include "xyb-date.h"
#include "xyb-i18n.h"

/* Below the table: what its cells count. Above it: what is settled, or what would be. */

/* Several spaces between numbers: they are read one by one. */
static char *
count_words (const XybMarkCounts *counts)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, _ ("* %u   非考核项 %u"), counts->open, counts->excluded);
  if (counts->counted > 0)
    g_string_append_printf (words, _ ("   计数 %u"), counts->counted);
  g_string_append_printf (words, _ ("   无 %u"), counts->no_event);
  if (counts->events > 0)
    g_string_append_printf (words, _ ("   有 %u"), counts->events);
  return g_strdup (words->str);
}

/**
 * xyb_assessment_page_fill_foot:
 * @self: the page, with a table
 *
 * Counts the cells, and names the issue the corners mark changes since.
 */
void
xyb_assessment_page_fill_foot (XybAssessmentPage *self)
{
  XybMarkCounts counts = xyb_assessment_state_count_marks (self->state);
  guint place = gtk_drop_down_get_selected (self->compare_choice);
  gboolean compared = place > 0 && place <= self->snapshots->len;
  g_autofree char *done
    = g_strdup_printf ("<span font_family=\"DejaVu Sans\">√</span> %u", counts.done);
  g_autofree char *words = count_words (&counts);
  g_autofree char *changed = NULL;

  gtk_label_set_label (self->done_count, done);
  gtk_label_set_label (self->counts, words);
  if (compared)
    changed = g_strdup_printf (_ ("第 %d 期后改动"),
                               ((XybSnapshot *) self->snapshots->pdata[place - 1])->issue);
  gtk_label_set_label (self->changed_label, changed != NULL ? changed : "");
  gtk_widget_set_visible (GTK_WIDGET (self->changed_label), compared);
}

/* ---- above ---- */

static void
set_banner (XybAssessmentPage *self, const char *sentence, const char *button, const char *action)
{
  gtk_label_set_label (self->banner_text, sentence != NULL ? sentence : "");
  gtk_revealer_set_reveal_child (self->banner, sentence != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), sentence != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->banner_button), button != NULL);
  if (button == NULL)
    return;
  gtk_button_set_label (self->banner_button, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner_button), action);
}

static void
say_settled (XybAssessmentPage *self, const XybSettlement *settlement)
{
  g_autofree char *day = xyb_date_format (settlement->signed_on);
  g_autofree char *sentence
    = g_strdup_printf (_ ("%s已年终结算，%s签字。标记和方案不能再改；要改请撤回结算，并写明原因。"),
                       day, settlement->signed_by);

  set_banner (self, sentence, _ ("撤回结算…"), "assessment.reopen");
}

static void
say_preview (XybAssessmentPage *self)
{
  g_auto (XybOpenCells) open = { 0 };
  g_autofree char *sentence = NULL;

  xyb_assessment_count_open (self->state->assessment, &open);
  if (open.unsaid > 0)
    sentence
      = g_strdup_printf (_ ("这是年终结算的分数，还没有签字。还有 %u 格没有填写是否监测到事件。"),
                         open.unsaid);
  else if (open.open > 0)
    sentence = g_strdup_printf (_ ("这是年终结算的分数，还没有签字。未完成的 %u 格按方案“%s”计。"),
                                open.open, xyb_settling_name (self->state->scheme->open_becomes));
  else
    sentence = g_strdup (_ ("这是年终结算的分数，还没有签字。所有格子都已填写。"));
  set_banner (self, sentence, _ ("年终结算…"), "assessment.settle");
}

/**
 * xyb_assessment_page_fill_banner:
 * @self: the page
 *
 * Says that the table is settled, or what settling it would mean.
 */
void
xyb_assessment_page_fill_banner (XybAssessmentPage *self)
{
  if (self->state == NULL)
    set_banner (self, NULL, NULL, NULL);
  else if (self->state->assessment->settlement != NULL)
    say_settled (self, self->state->assessment->settlement);
  else if (self->phase == XYB_PHASE_SETTLEMENT)
    say_preview (self);
  else
    set_banner (self, NULL, NULL, NULL);
}
