/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-why-panel.h"

#include "xyb-i18n.h"
#include "xyb-score-lines.h"
#include "xyb-why-parts.h"

struct _XybWhyPanel
{
  AdwBin parent_instance;

  /* template widgets */
  GtkScrolledWindow *scroller;
  GtkLabel *place;
  GtkWidget *state_box;
  GtkLabel *sign;
  GtkLabel *mark_words;
  GtkLabel *mark_note;
  GtkWidget *rule_box;
  GtkLabel *rule_note;
  GtkLabel *rule;
  GtkLabel *sum_heading;
  GtkBox *lines;
  GtkLabel *what_if;
  XybMarkForm *form;
  GtkWidget *evidence_heading;
  GtkBox *evidence;
  GtkWidget *explanation_heading;
  GtkBox *explanations;
  GtkWidget *record_heading;
  GtkBox *records;
  GtkWidget *hint_box;
  GtkLabel *hint;
  GtkWidget *explain_button;

  /* what is shown */
  gint64 unit_id;
  gint64 indicator_id;
};

G_DEFINE_FINAL_TYPE (XybWhyPanel, xyb_why_panel, ADW_TYPE_BIN)

static void
set_words (GtkLabel *label, const char *words)
{
  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL && *words != '\0');
}

/* ---- the mark and its rule ---- */

static const char *
sign_class (const XybItemScore *item)
{
  if (item->now.why == XYB_WHY_NOT_APPLICABLE)
    return "excluded";
  if (item->now.deduction > 0)
    return "loss";
  return item->now.why == XYB_WHY_DONE ? "done" : "plain";
}

static void
fill_mark (XybWhyPanel *self, const XybWhyCell *cell, const XybItemScore *item)
{
  g_autofree char *words = xyb_item_score_state (item);
  g_autofree char *note = xyb_item_score_state_note (cell->state->scheme, item, cell->state->phase);
  const char *printed
    = xyb_assessment_state_get_printed (cell->state, cell->unit, (guint) cell->indicator);

  gtk_label_set_label (self->sign, *printed != '\0' ? printed : _ ("空"));
  gtk_widget_set_css_classes (GTK_WIDGET (self->sign),
                              (const char *[]){ "why-sign", sign_class (item), NULL });
  set_words (self->mark_words, words);
  set_words (self->mark_note, note);
}

static const char *
rule_text (const XybScheme *scheme, const XybIndicator *indicator)
{
  guint note = (guint) indicator->note;

  if (indicator->note <= 0 || note > scheme->notes->len)
    return _ ("方案没有写明这一项的规则。");
  return ((XybSchemeNote *) scheme->notes->pdata[note - 1])->text;
}

static void
fill_rule (XybWhyPanel *self, const XybScheme *scheme, const XybIndicator *indicator)
{
  g_autofree char *note = g_strdup_printf (_ ("说明第 %d 条"), indicator->note);

  set_words (self->rule_note, indicator->note > 0 ? note : NULL);
  gtk_label_set_label (self->rule, rule_text (scheme, indicator));
}

/* ---- the arithmetic ---- */

static void
fill_lines (XybWhyPanel *self, const XybWhyCell *cell, const XybItemScore *item)
{
  g_autoptr (GPtrArray) lines = xyb_item_score_lines (cell->state->scheme, item);
  g_autofree char *what_if = xyb_item_score_what_if (item);

  xyb_why_clear (self->lines);
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (self->lines, xyb_why_line_new (lines->pdata[i], i + 1 == lines->len));
  gtk_label_set_label (self->sum_heading, cell->state->phase == XYB_PHASE_SETTLEMENT
                                            ? _ ("年终结算")
                                            : _ ("如现在结算"));
  set_words (self->what_if, what_if);
}

static void
fill_unit_lines (XybWhyPanel *self, const XybWhyCell *cell)
{
  const XybUnitScore *score = xyb_assessment_state_get_score (cell->state, cell->unit);
  g_autoptr (GPtrArray) sentences = xyb_unit_score_explain (cell->state->scheme, score);

  xyb_why_clear (self->lines);
  for (guint i = 0; i < sentences->len; i++)
    gtk_box_append (self->lines, xyb_why_sentence_new (sentences->pdata[i]));
  gtk_label_set_label (self->sum_heading, _ ("得分怎么来的"));
  set_words (self->what_if, NULL);
}

/* ---- lists ---- */

static void
fill_evidence (XybWhyPanel *self, const XybWhyCell *cell, const XybMark *mark)
{
  g_auto (GStrv) lines = g_strsplit (mark->evidence != NULL ? mark->evidence : "", "\n", -1);

  xyb_why_clear (self->evidence);
  for (guint i = 0; cell->proposals != NULL && i < cell->proposals->len; i++)
    gtk_box_append (self->evidence, xyb_why_proposal_new (GTK_WIDGET (self), cell->state,
                                                          cell->proposals->pdata[i], mark));
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      gtk_box_append (self->evidence, xyb_why_sentence_new (lines[i]));
  gtk_widget_set_visible (self->evidence_heading,
                          gtk_widget_get_first_child (GTK_WIDGET (self->evidence)) != NULL);
}

/* A unit shows all of its own; a cell its own and those of the whole unit. */
static void
fill_explanations (XybWhyPanel *self, const XybWhyCell *cell)
{
  const GPtrArray *all = cell->state->assessment->explanations;

  xyb_why_clear (self->explanations);
  for (guint i = 0; i < all->len; i++)
    {
      const XybExplanation *explanation = all->pdata[i];

      if (explanation->unit_id == self->unit_id
          && (self->indicator_id == 0 || explanation->indicator_id == 0
              || explanation->indicator_id == self->indicator_id))
        gtk_box_append (self->explanations, xyb_why_explanation_new (GTK_WIDGET (self), explanation,
                                                                     cell->state->locked == NULL));
    }
  gtk_widget_set_visible (self->explanation_heading,
                          gtk_widget_get_first_child (GTK_WIDGET (self->explanations)) != NULL);
}

static void
fill_records (XybWhyPanel *self, const XybWhyCell *cell)
{
  xyb_why_clear (self->records);
  for (guint i = 0; cell->records != NULL && i < cell->records->len; i++)
    gtk_box_append (self->records, xyb_why_sentence_new (cell->records->pdata[i]));
  gtk_widget_set_visible (self->record_heading, cell->records != NULL && cell->records->len > 0);
}

/* ---- the whole ---- */

/* What the sources leave open is said where it matters. */
static const char *
hint_of (const XybWhyCell *cell, const XybIndicator *indicator, const XybMark *mark)
{
  if (cell->state->locked != NULL)
    return cell->state->locked;
  /* AMB-03 */
  if (mark->kind == XYB_MARK_COUNT)
    return _ ("来源文件没有说明数字的含义，这里按已报的条数计。");
  /* AMB-08 */
  if (indicator->rule == XYB_RULE_MANUAL)
    return _ ("视情扣分由人决定：写明扣几分、原因和决定人。");
  return NULL;
}

static gboolean
takes_amount (const XybWhyCell *cell, const XybIndicator *indicator, const XybItemScore *item)
{
  return cell->state->locked == NULL && indicator->rule != XYB_RULE_INFO
         && item->now.why != XYB_WHY_NOT_APPLICABLE;
}

static void
show_cell (XybWhyPanel *self, const XybWhyCell *cell)
{
  const XybIndicator *indicator
    = xyb_assessment_state_get_indicator (cell->state, (guint) cell->indicator);
  const XybItemScore *item
    = xyb_assessment_state_get_item (cell->state, cell->unit, (guint) cell->indicator);
  g_autoptr (XybMark) mark
    = xyb_assessment_state_dup_mark (cell->state, cell->unit, (guint) cell->indicator);
  const char *hint = hint_of (cell, indicator, mark);
  g_autofree char *place
    = g_strdup_printf ("%s · %s",
                       xyb_assessment_state_get_unit (cell->state, cell->unit)->unit_name,
                       indicator->head);

  set_words (self->place, place);
  fill_mark (self, cell, item);
  fill_rule (self, cell->state->scheme, indicator);
  fill_lines (self, cell, item);
  gtk_widget_set_visible (GTK_WIDGET (self->form), takes_amount (cell, indicator, item));
  xyb_mark_form_fill (self->form, indicator, mark);
  fill_evidence (self, cell, mark);
  gtk_widget_set_visible (self->hint_box, hint != NULL);
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
}

static void
show_unit (XybWhyPanel *self, const XybWhyCell *cell)
{
  set_words (self->place, xyb_assessment_state_get_unit (cell->state, cell->unit)->unit_name);
  fill_unit_lines (self, cell);
  xyb_why_clear (self->evidence);
  gtk_widget_set_visible (self->evidence_heading, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->form), FALSE);
  gtk_widget_set_visible (self->hint_box, cell->state->locked != NULL);
  gtk_label_set_label (self->hint, cell->state->locked != NULL ? cell->state->locked : "");
}

/**
 * xyb_why_panel_fill:
 * @self: the panel
 * @cell: what to explain
 *
 * Shows a cell, or a whole unit; another one begins at the top.
 */
void
xyb_why_panel_fill (XybWhyPanel *self, const XybWhyCell *cell)
{
  gint64 unit_id;
  gint64 indicator_id;
  gboolean other;

  g_return_if_fail (XYB_IS_WHY_PANEL (self));

  unit_id = xyb_assessment_state_get_unit (cell->state, cell->unit)->unit_id;
  indicator_id = cell->indicator >= 0
                   ? xyb_assessment_state_get_indicator (cell->state, (guint) cell->indicator)->id
                   : 0;
  other = unit_id != self->unit_id || indicator_id != self->indicator_id;
  self->unit_id = unit_id;
  self->indicator_id = indicator_id;
  gtk_widget_set_visible (self->state_box, cell->indicator >= 0);
  gtk_widget_set_visible (self->rule_box, cell->indicator >= 0);
  if (cell->indicator >= 0)
    show_cell (self, cell);
  else
    show_unit (self, cell);
  fill_explanations (self, cell);
  fill_records (self, cell);
  gtk_widget_set_visible (self->explain_button, cell->state->locked == NULL);
  if (other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * xyb_why_panel_get_form:
 * @self: the panel
 *
 * Returns: (transfer none): where amount and reason are written
 */
XybMarkForm *
xyb_why_panel_get_form (XybWhyPanel *self)
{
  g_return_val_if_fail (XYB_IS_WHY_PANEL (self), NULL);

  return self->form;
}

/**
 * xyb_why_panel_dup_text:
 * @self: the panel
 *
 * Returns: (transfer full): every word of it that is shown, a line each: for tests
 */
char *
xyb_why_panel_dup_text (XybWhyPanel *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (XYB_IS_WHY_PANEL (self), NULL);

  xyb_why_append_words (GTK_WIDGET (self), text);
  return g_string_free (text, FALSE);
}

/* ---- the widget ---- */

static void
close_clicked_cb (GtkButton *button, XybWhyPanel *self)
{
  g_signal_emit_by_name (self, "close");
}

static void
explain_clicked_cb (GtkButton *button, XybWhyPanel *self)
{
  g_signal_emit_by_name (self, "explain", (gint64) 0);
}

static void
form_apply_cb (XybMarkForm *form, XybWhyPanel *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybMark) mark = xyb_mark_form_dup_mark (form, &error);

  if (mark != NULL)
    g_signal_emit_by_name (self, "apply", mark);
  else
    xyb_mark_form_refuse (form, error->message);
}

static void
add_signal (const char *name, GType type)
{
  if (type == G_TYPE_NONE)
    g_signal_new (name, XYB_TYPE_WHY_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  else
    g_signal_new (name, XYB_TYPE_WHY_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  type);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, place);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, state_box);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, sign);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, mark_words);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, mark_note);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, rule_box);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, rule_note);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, rule);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, sum_heading);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, lines);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, what_if);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, form);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, evidence_heading);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, evidence);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, explanation_heading);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, explanations);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, record_heading);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, records);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, hint_box);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, hint);
  gtk_widget_class_bind_template_child (widget_class, XybWhyPanel, explain_button);
}

static void
xyb_why_panel_class_init (XybWhyPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (XYB_TYPE_MARK_FORM);
  add_signal ("close", G_TYPE_NONE);
  add_signal ("apply", G_TYPE_POINTER);
  add_signal ("accept", G_TYPE_POINTER);
  add_signal ("ignore", G_TYPE_POINTER);
  add_signal ("explain", G_TYPE_INT64);
  add_signal ("open-file", G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/assessment/xyb-why-panel.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, explain_clicked_cb);
}

static void
xyb_why_panel_init (XybWhyPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->form, "apply", G_CALLBACK (form_apply_cb), self);
}
