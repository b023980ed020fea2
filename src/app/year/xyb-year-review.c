/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-year-review.h"

#include <inttypes.h>

#include "xyb-i18n.h"
#include "xyb-plan-compare.h"

struct _XybYearReview
{
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel *heading;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (XybYearReview, xyb_year_review, ADW_TYPE_BIN)

static guint go_to_signal;

/* ---- words ---- */

static char *
join_numbers (const gint64 *numbers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < XYB_N_TRACKS; i++)
    {
      g_string_append_printf (text, "%s%s ", i > 0 ? "，" : "", xyb_track_name (i + 1));
      if (numbers[i] != XYB_UNSAID)
        g_string_append_printf (text, "%" PRId64, numbers[i]);
      else
        g_string_append (text, _ ("空白"));
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  guint changed;
  guint checks;
} Count;

static Count
count_part (const GPtrArray *lines, gboolean dates)
{
  Count count = { 0, 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const XybPlanLine *line = lines->pdata[i];

      if ((line->part == XYB_PLAN_SECTION_MILESTONES) != dates
          || line->part == XYB_PLAN_SECTION_TARGETS || line->part == XYB_PLAN_SECTION_OPENING
          || line->part == XYB_PLAN_SECTION_QUOTAS)
        continue;
      count.changed += line->difference != XYB_PLAN_SAME ? 1 : 0;
      count.checks += line->check != NULL ? 1 : 0;
    }
  return count;
}

static char *
say_dates (const XybPlan *plan, const GPtrArray *lines, gboolean confirmed)
{
  Count count = count_part (lines, TRUE);

  return g_strdup_printf (_ ("%u 项，另改日期 %u 项；%s"), plan->milestones->len, count.changed,
                          confirmed ? _ ("已核对") : _ ("还没有勾“已核对时限”"));
}

static char *
say_rules (const GPtrArray *lines)
{
  Count count = count_part (lines, FALSE);

  return g_strdup_printf (_ ("改动 %u 处，要核对 %u 处；建立以后在“年度方案内容”里修改"),
                          count.changed, count.checks);
}

static char *
say_unfinished (const XybRollover *rollover)
{
  GString *text = g_string_new (NULL);
  guint n = xyb_rollover_count_chosen (rollover, 0);

  if (n == 0)
    {
      g_string_append_printf (text, _ ("没有转入；上年没有完成的 %u 家"),
                              rollover->unfinished->len);
      return g_string_free (text, FALSE);
    }
  g_string_append_printf (text, _ ("贯标 %u 家列入附件2"),
                          xyb_rollover_count_chosen (rollover, XYB_TRACK_ACCREDITATION));
  for (int track = XYB_TRACK_CITY_MODEL; track <= XYB_N_TRACKS; track++)
    if (xyb_rollover_count_chosen (rollover, (XybTrack) track) > 0)
      g_string_append_printf (text, _ ("，%s申报 %u 家"), xyb_track_name ((XybTrack) track),
                              xyb_rollover_count_chosen (rollover, (XybTrack) track));
  return g_string_free (text, FALSE);
}

/* ---- rows ---- */

static void
add_row (XybYearReview *self, const char *step, const char *title, const char *words)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data (G_OBJECT (row), "step", (gpointer) step);
  gtk_list_box_append (self->list, row);
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, XybYearReview *self)
{
  g_signal_emit (self, go_to_signal, 0, g_object_get_data (G_OBJECT (row), "step"));
}

/* ---- the widget ---- */

static void
xyb_year_review_class_init (XybYearReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  go_to_signal = g_signal_new ("go-to", XYB_TYPE_YEAR_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/year/xyb-year-review.ui");
  gtk_widget_class_bind_template_child (widget_class, XybYearReview, heading);
  gtk_widget_class_bind_template_child (widget_class, XybYearReview, list);
}

static void
xyb_year_review_init (XybYearReview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, 0);
}

/**
 * xyb_year_review_show:
 * @self: the page
 * @rollover: with everything that was typed
 * @dates_confirmed: whether 已核对时限 is ticked
 * @quotas: what the sum of 附件1 says
 */
void
xyb_year_review_show (XybYearReview *self,
                      const XybRollover *rollover,
                      gboolean dates_confirmed,
                      const char *quotas)
{
  const XybPlan *plan = rollover->proposal->plan;
  g_autoptr (GPtrArray) lines = xyb_plan_compare (rollover->proposal->source, plan);
  g_autofree char *heading = g_strdup_printf (_ ("新建%d年度"), plan->year);
  g_autofree char *targets = join_numbers (plan->targets);
  g_autofree char *opening = join_numbers (plan->opening);
  g_autofree char *dates = say_dates (plan, lines, dates_confirmed);
  g_autofree char *rules = say_rules (lines);
  g_autofree char *unfinished = say_unfinished (rollover);
  GtkWidget *child;

  g_return_if_fail (XYB_IS_YEAR_REVIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  gtk_label_set_label (self->heading, heading);
  add_row (self, "goals", _ ("目标（家）"), targets);
  add_row (self, "goals", _ ("年初存量（家）"), opening);
  add_row (self, "dates", _ ("时限"), dates);
  add_row (self, "quotas", _ ("指标分解（附件1）"), quotas);
  add_row (self, "rules", _ ("条件、材料、步骤、阶段"), rules);
  add_row (self, "unfinished", _ ("上年未完成企业"), unfinished);
}

/**
 * xyb_year_review_dup_text:
 * @self: the page
 *
 * Returns: (transfer full): everything it says, a line each
 */
char *
xyb_year_review_dup_text (XybYearReview *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (XYB_IS_YEAR_REVIEW (self), NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_string_append_printf (text, "%s：%s\n",
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                            adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));
  return g_string_free (text, FALSE);
}
