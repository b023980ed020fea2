/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-trial-card.h"

#include <inttypes.h>

#include "xyb-i18n.h"

#define MAX_COLUMNS 6

struct _XybTrialCard
{
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel *title;
  GtkLabel *figures;
  GtkLabel *rule;
  GtkWidget *tiers_box;
  GtkLabel *tiers_title;
  GtkLabel *tiers_points;
  GtkGrid *tiers_grid;
  GtkWidget *trial_box;
  GtkLabel *trial_verb;
  GtkSpinButton *trial;
  GtkLabel *trial_result;
  GtkLabel *trial_loss;

  /* owned: copied, because the plan may go before the clerk tries a number */
  gint64 unit_id;
  gint64 quota;
  gint64 done;
  int year;
  const char *verb;       /* what one more is: 验收 */
  GPtrArray *own_tiers;   /* of XybTier */
  GPtrArray *shown_tiers; /* of XybTier: those of the table */
};

G_DEFINE_FINAL_TYPE (XybTrialCard, xyb_trial_card, ADW_TYPE_BIN)

static GPtrArray *
copy_tiers (GPtrArray *tiers)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_tier_free);

  for (guint i = 0; tiers != NULL && i < tiers->len; i++)
    {
      const XybTier *tier = tiers->pdata[i];

      g_ptr_array_add (copy, xyb_tier_new (tier->below_percent, tier->deduction));
    }
  return copy;
}

/* ---- the table of tiers ---- */

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static GtkWidget *
add_label (GtkGrid *grid, const char *text, int column, int row, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  if (column == 0)
    gtk_label_set_xalign (GTK_LABEL (label), 0);
  else
    gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (grid, label, column, row, 1, 1);
  return label;
}

static void
add_column (XybTrialCard *self, int column, gint64 done, gint64 tried)
{
  gint64 loss = xyb_tiers_deduction (self->shown_tiers, done, self->quota);
  g_autofree char *count = xyb_quota_rows_number_label (done);
  g_autofree char *rate = xyb_completion_format (done, self->quota);
  g_autofree char *points = xyb_quota_rows_points_label (loss);
  g_autofree char *name
    = g_strdup_printf (_ ("%s %s 家，完成率 %s，扣分 %s"), self->verb, count, rate, points);
  GtkWidget *chip;

  add_label (self->tiers_grid, count, column, 0, done == self->done ? "trial-now" : "trial-count");
  add_label (self->tiers_grid, rate, column, 1, "caption");
  chip = add_label (self->tiers_grid, points, column, 2, loss > 0 ? "trial-loss" : "trial-none");
  if (done == self->done && loss > 0)
    gtk_widget_add_css_class (chip, "now");
  if (done == tried && tried != self->done)
    gtk_widget_add_css_class (chip, "tried");
  gtk_widget_set_halign (chip, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
fill_grid (XybTrialCard *self, gint64 tried)
{
  gint64 last = MAX (self->quota, self->done);
  gint64 first = self->done;

  clear_grid (self->tiers_grid);
  if (last - first >= MAX_COLUMNS)
    first = CLAMP (tried - MAX_COLUMNS / 2, self->done, last - MAX_COLUMNS + 1);
  last = MIN (last, first + MAX_COLUMNS - 1);
  add_label (self->tiers_grid, self->verb, 0, 0, "caption");
  add_label (self->tiers_grid, _ ("完成率"), 0, 1, "caption");
  add_label (self->tiers_grid, _ ("扣分"), 0, 2, "caption");
  for (gint64 done = first; done <= last; done++)
    add_column (self, (int) (done - first) + 1, done, tried);
}

/* ---- the clerk's own number ---- */

static void
update_trial (XybTrialCard *self)
{
  gint64 tried = self->done + gtk_spin_button_get_value_as_int (self->trial);
  gint64 loss = xyb_tiers_deduction (self->own_tiers, tried, self->quota);
  g_autofree char *points = xyb_points_format (MAX (loss, 0));
  g_autofree char *result = g_strdup_printf (_ ("家 → %" PRId64 "/%" PRId64), tried, self->quota);
  g_autofree char *words = NULL;

  gtk_label_set_label (self->trial_result, result);
  words = loss > 0 ? g_strdup_printf (_ ("%d 方案扣 <b>%s</b>"), self->year, points)
                   : g_strdup_printf (_ ("%d 方案不扣分"), self->year);
  gtk_label_set_markup (self->trial_loss, words);
  if (loss > 0)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->trial_loss), "done");
      gtk_widget_add_css_class (GTK_WIDGET (self->trial_loss), "loss");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->trial_loss), "loss");
      gtk_widget_add_css_class (GTK_WIDGET (self->trial_loss), "done");
    }
  if (self->shown_tiers->len > 0)
    fill_grid (self, tried);
}

static void
trial_changed_cb (GtkSpinButton *spin, XybTrialCard *self)
{
  if (self->quota != XYB_UNSAID && self->quota > 0)
    update_trial (self);
}

/* ---- words ---- */

static void
append_tier (GString *text, const XybTier *tier)
{
  g_autofree char *points = xyb_points_format (tier->deduction);

  g_string_append_printf (text, _ ("%s低于%" PRId64 "%%扣%s分"),
                          text->len > 0 ? "，" : _ ("完成率"), tier->below_percent, points);
}

/**
 * xyb_trial_card_describe_tiers:
 * @tiers: (element-type XybTier): a year's tiers
 * @rate_points: full points in hundredths, or %XYB_UNSAID
 * @quota: the quota of the 区镇
 *
 * Returns: (transfer full): the rule in a sentence: 「完成 8 家得 0.4 分，不足不得分。」 where it
 * is all or nothing, else the list of tiers (§7.3, §7.4)
 */
char *
xyb_trial_card_describe_tiers (GPtrArray *tiers, gint64 rate_points, gint64 quota)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const XybTier *only = tiers->len == 1 ? tiers->pdata[0] : NULL;

  if (only != NULL && only->below_percent == 100 && only->deduction == rate_points)
    {
      g_autofree char *points = xyb_points_format (rate_points);

      return g_strdup_printf (_ ("完成 %" PRId64 " 家得 %s 分，不足不得分。"), quota, points);
    }
  for (guint i = 0; i < tiers->len; i++)
    append_tier (text, tiers->pdata[i]);
  if (text->len == 0)
    return g_strdup (_ ("方案没有写扣分办法。"));
  g_string_append (text, _ ("。"));
  return g_strdup (text->str);
}

static char *
advice_sentence (const XybQuotaRow *row, const XybPlan *plan)
{
  g_autofree char *points = xyb_points_format (row->next.saved);
  g_autofree char *sentence = NULL;

  if (row->missing == 0)
    return g_strdup (_ ("已完成，不扣分。"));
  if (row->next.more == 0)
    return g_strdup ("");
  sentence = g_strdup_printf (_ ("再%s <b>%" PRId64 "</b> 家，少扣 <b>%s</b> 分"),
                              xyb_quota_rows_verb (plan->basis), row->next.more, points);
  if (row->unsigned_of_next == 0)
    return g_strconcat (sentence, _ ("。"), NULL);
  return g_strdup_printf (_ ("%s（%" PRId64 " 家待签约）。"), sentence, row->unsigned_of_next);
}

static void
fill_rule (XybTrialCard *self, const XybQuotaRow *row, const XybPlan *plan)
{
  g_autofree char *rule
    = xyb_trial_card_describe_tiers (plan->tiers, plan->rate_points, row->accreditation);
  g_autofree char *advice = advice_sentence (row, plan);
  g_autofree char *markup = g_strdup_printf (_ ("<b>%d 方案</b>　%s%s"), plan->year, rule, advice);

  gtk_label_set_markup (self->rule, markup);
}

static void
fill_heads (XybTrialCard *self, const XybQuotaRow *row, const XybPlan *plan)
{
  g_autofree char *title = g_strdup_printf (_ ("试算 · %s"), row->name);
  g_autofree char *figures = NULL;
  g_autofree char *again = NULL;

  gtk_label_set_label (self->title, title);
  self->verb = xyb_quota_rows_verb (plan->basis);
  again = g_strdup_printf (_ ("再%s"), self->verb);
  gtk_label_set_label (self->trial_verb, again);
  if (row->accreditation == XYB_UNSAID)
    figures = g_strdup (_ ("没有指标"));
  else
    figures = g_strdup_printf (_ ("指标 %" PRId64 "，已%s %" PRId64), row->accreditation,
                               self->verb, row->done);
  gtk_label_set_label (self->figures, figures);
}

/* Another year's tiers only as reference, and labelled so: no cross-year arithmetic (AMB-02). */
static void
fill_tiers_head (XybTrialCard *self, const XybPlan *plan, const XybPlan *shown)
{
  g_autofree char *points = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *title
    = g_strdup_printf (shown == plan ? _ ("%d 分档") : _ ("参照 %d 分档"), shown->year);

  gtk_label_set_label (self->tiers_title, title);
  if (shown->rate_points != XYB_UNSAID)
    {
      points = xyb_points_format (shown->rate_points);
      caption = g_strdup_printf (_ ("贯标创建 %s 分"), points);
    }
  gtk_label_set_label (self->tiers_points, caption != NULL ? caption : "");
}

static void
start_trial (XybTrialCard *self, const XybQuotaRow *row)
{
  double most = (double) MAX (MAX (self->quota - self->done, 0), 1);

  if (row->unit_id != self->unit_id)
    gtk_spin_button_set_value (self->trial, 0);
  self->unit_id = row->unit_id;
  gtk_spin_button_set_range (self->trial, 0, most);
  update_trial (self);
}

static void
xyb_trial_card_dispose (GObject *object)
{
  XybTrialCard *self = XYB_TRIAL_CARD (object);

  g_clear_pointer (&self->own_tiers, g_ptr_array_unref);
  g_clear_pointer (&self->shown_tiers, g_ptr_array_unref);
  G_OBJECT_CLASS (xyb_trial_card_parent_class)->dispose (object);
}

static void
xyb_trial_card_class_init (XybTrialCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_trial_card_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/quota/xyb-trial-card.ui");
  gtk_widget_class_bind_template_child (widget_class, XybTrialCard, title);
  gtk_widget_class_bind_template_child (widget_class, XybTrialCard, figures);
  gtk_widget_class_bind_template_child (widget_class, XybTrialCard, rule);
  gtk_widget_class_bind_template_child (widget_class, XybTrialCard, tiers_box);
  gtk_widget_class_bind_template_child (widget_class, XybTrialCard, tiers_title);
  gtk_widget_class_bind_template_child (widget_class, XybTrialCard, tiers_points);
  gtk_widget_class_bind_template_child (widget_class, XybTrialCard, tiers_grid);
  gtk_widget_class_bind_template_child (widget_class, XybTrialCard, trial_box);
  gtk_widget_class_bind_template_child (widget_class, XybTrialCard, trial_verb);
  gtk_widget_class_bind_template_child (widget_class, XybTrialCard, trial);
  gtk_widget_class_bind_template_child (widget_class, XybTrialCard, trial_result);
  gtk_widget_class_bind_template_child (widget_class, XybTrialCard, trial_loss);
  gtk_widget_class_bind_template_callback (widget_class, trial_changed_cb);
}

static void
xyb_trial_card_init (XybTrialCard *self)
{
  self->quota = XYB_UNSAID;
  self->verb = "";
  self->own_tiers = copy_tiers (NULL);
  self->shown_tiers = copy_tiers (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_trial_card_fill:
 * @self: the card
 * @row: the selected 区镇
 * @plan: its plan
 * @reference: (nullable): a plan of another year that has tiers, for comparison
 *
 * Shows what @row would lose. The number the clerk tried stays while the 区镇 does.
 */
void
xyb_trial_card_fill (XybTrialCard *self,
                     const XybQuotaRow *row,
                     const XybPlan *plan,
                     const XybPlan *reference)
{
  const XybPlan *shown = plan->tiers->len > 1 || reference == NULL ? plan : reference;
  gboolean has_quota = row->accreditation != XYB_UNSAID && row->accreditation > 0;

  g_return_if_fail (XYB_IS_TRIAL_CARD (self));

  g_ptr_array_unref (self->own_tiers);
  self->own_tiers = copy_tiers (plan->tiers);
  g_ptr_array_unref (self->shown_tiers);
  self->shown_tiers = copy_tiers (shown->tiers->len > 1 ? shown->tiers : NULL);
  self->quota = row->accreditation;
  self->done = row->done;
  self->year = plan->year;
  fill_heads (self, row, plan);
  gtk_widget_set_visible (self->tiers_box, has_quota && self->shown_tiers->len > 0);
  gtk_widget_set_visible (self->trial_box, has_quota);
  if (!has_quota)
    {
      self->unit_id = row->unit_id;
      gtk_label_set_label (self->rule, _ ("填了贯标企业数以后，这里可以试算。"));
      return;
    }
  fill_rule (self, row, plan);
  fill_tiers_head (self, plan, shown);
  start_trial (self, row);
}
