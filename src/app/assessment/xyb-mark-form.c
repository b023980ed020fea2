/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-mark-form.h"

#include "xyb-completion.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

struct _XybMarkForm
{
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel *amount_label;
  GtkEditable *amount;
  GtkLabel *amount_unit;
  GtkEditable *remark;
  GtkWidget *approver_box;
  GtkEditable *approver;
  GtkLabel *problem;
  GtkWidget *reset_button;
  GtkWidget *apply_button;

  /* borrowed: stays until the next filling */
  const XybIndicator *indicator;

  /* owned */
  XybMark *mark; /* what is stored */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybMarkForm, xyb_mark_form, ADW_TYPE_BIN)

static gboolean
counts_times (XybMarkForm *self)
{
  return self->indicator->rule == XYB_RULE_PER_COUNT;
}

/* ---- what stands there ---- */

static char *
stored_amount (XybMarkForm *self)
{
  if (self->mark->amount != XYB_UNSAID)
    return counts_times (self) ? g_strdup ("") : xyb_points_format (self->mark->amount);
  if (self->mark->kind == XYB_MARK_DEDUCTED && self->mark->count != XYB_UNSAID)
    return g_strdup_printf ("%" G_GINT64_FORMAT, self->mark->count);
  return g_strdup ("");
}

static gboolean
says (GtkEditable *editable, const char *text)
{
  return g_strcmp0 (gtk_editable_get_text (editable), text != NULL ? text : "") == 0;
}

/**
 * xyb_mark_form_is_dirty:
 * @self: the form
 *
 * Returns: whether something is typed that is not stored
 */
gboolean
xyb_mark_form_is_dirty (XybMarkForm *self)
{
  g_autofree char *amount = NULL;

  g_return_val_if_fail (XYB_IS_MARK_FORM (self), FALSE);

  if (self->mark == NULL)
    return FALSE;
  amount = stored_amount (self);
  return !says (self->amount, amount) || !says (self->remark, self->mark->remark)
         || !says (self->approver, self->mark->approver);
}

static void
update (XybMarkForm *self)
{
  gboolean dirty = xyb_mark_form_is_dirty (self);

  gtk_widget_set_sensitive (self->apply_button, dirty);
  gtk_widget_set_sensitive (self->reset_button, dirty);
}

/**
 * xyb_mark_form_refuse:
 * @self: the form
 * @sentence: (nullable): why what is typed is not taken; %NULL: it is
 */
void
xyb_mark_form_refuse (XybMarkForm *self, const char *sentence)
{
  g_return_if_fail (XYB_IS_MARK_FORM (self));

  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static void
show_stored (XybMarkForm *self)
{
  g_autofree char *amount = stored_amount (self);

  self->filling = TRUE;
  gtk_editable_set_text (self->amount, amount);
  gtk_editable_set_text (self->remark, self->mark->remark != NULL ? self->mark->remark : "");
  gtk_editable_set_text (self->approver, self->mark->approver != NULL ? self->mark->approver : "");
  self->filling = FALSE;
  xyb_mark_form_refuse (self, NULL);
  update (self);
}

/**
 * xyb_mark_form_fill:
 * @self: the form
 * @indicator: the column; stays until the next call
 * @mark: what stands in the cell
 *
 * Shows the mark. What is being typed for the same cell, stored unchanged, stays.
 */
void
xyb_mark_form_fill (XybMarkForm *self, const XybIndicator *indicator, const XybMark *mark)
{
  gint64 most = indicator->rule == XYB_RULE_PER_COUNT ? indicator->cap : indicator->points;
  g_autofree char *most_text = xyb_points_format (most);
  g_autofree char *hint = NULL;
  const char *label;

  g_return_if_fail (XYB_IS_MARK_FORM (self));

  self->indicator = indicator;
  label = counts_times (self) ? _ ("缺") : _ ("扣");
  gtk_label_set_label (self->amount_label, label);
  gtk_label_set_label (self->amount_unit, !counts_times (self)         ? _ ("分")
                                          : indicator->counter != NULL ? indicator->counter
                                                                       : _ ("次"));
  hint = counts_times (self) ? NULL : g_strdup_printf (_ ("最高 %s"), most_text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->amount), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->amount), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  counts_times (self) ? _ ("缺几次") : _ ("扣几分"), -1);
  gtk_widget_set_visible (self->approver_box, indicator->rule == XYB_RULE_MANUAL);
  if (self->mark != NULL && xyb_mark_equal (self->mark, mark) && xyb_mark_form_is_dirty (self))
    return;
  xyb_mark_free (self->mark);
  self->mark = xyb_mark_copy (mark);
  show_stored (self);
}

/* ---- what the clerk means ---- */

static char *
dup_field (GtkEditable *editable)
{
  const char *text = gtk_editable_get_text (editable);

  return xyb_text_is_blank (text) ? NULL : xyb_text_clean (text);
}

/* The words of a cell are read: 2 is 缺2次 here, and 0.05 扣0.05分. */
static XybMark *
parse_amount (XybMarkForm *self, GError **error)
{
  const char *text = gtk_editable_get_text (self->amount);
  g_autofree char *entry = NULL;

  if (xyb_text_is_blank (text))
    {
      XybMark *mark = xyb_mark_copy (self->mark);
      gboolean had = mark->amount != XYB_UNSAID
                     || (mark->kind == XYB_MARK_DEDUCTED && mark->count != XYB_UNSAID);

      /* Without its amount there is no deduction either. */
      if (had)
        {
          mark->kind = self->indicator->event ? XYB_MARK_NO_EVENT : XYB_MARK_OPEN;
          mark->amount = mark->count = XYB_UNSAID;
        }
      return mark;
    }
  entry = counts_times (self)
            ? g_strdup_printf ("缺%s%s", text,
                               self->indicator->counter != NULL ? self->indicator->counter : "次")
            : g_strdup_printf ("扣%s分", text);
  return xyb_mark_parse (entry, self->indicator, error);
}

/**
 * xyb_mark_form_dup_mark:
 * @self: the form, filled
 * @error: %XYB_CORE_ERROR_UNKNOWN_MARK, %XYB_CORE_ERROR_UNFIT_MARK
 *
 * Returns: (transfer full) (nullable): the mark as it is written down here; %NULL where it cannot
 *   stand in the cell
 */
XybMark *
xyb_mark_form_dup_mark (XybMarkForm *self, GError **error)
{
  g_autoptr (XybMark) mark = NULL;

  g_return_val_if_fail (XYB_IS_MARK_FORM (self) && self->mark != NULL, NULL);

  mark = parse_amount (self, error);
  if (mark == NULL)
    return NULL;
  g_free (mark->remark);
  g_free (mark->approver);
  g_free (mark->evidence);
  mark->remark = dup_field (self->remark);
  mark->approver = dup_field (self->approver);
  mark->evidence = g_strdup (self->mark->evidence);
  return xyb_mark_check (mark, self->indicator, error) ? g_steal_pointer (&mark) : NULL;
}

/* ---- the widget ---- */

static void
apply_clicked_cb (GtkButton *button, XybMarkForm *self)
{
  g_signal_emit_by_name (self, "apply");
}

static void
activate_cb (GtkEntry *entry, XybMarkForm *self)
{
  if (xyb_mark_form_is_dirty (self))
    g_signal_emit_by_name (self, "apply");
}

static void
reset_clicked_cb (GtkButton *button, XybMarkForm *self)
{
  show_stored (self);
}

static void
changed_cb (GtkEditable *editable, XybMarkForm *self)
{
  if (self->filling)
    return;
  xyb_mark_form_refuse (self, NULL);
  update (self);
}

static void
xyb_mark_form_finalize (GObject *object)
{
  xyb_mark_free (XYB_MARK_FORM (object)->mark);
  G_OBJECT_CLASS (xyb_mark_form_parent_class)->finalize (object);
}

static void
xyb_mark_form_class_init (XybMarkFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xyb_mark_form_finalize;
  g_signal_new ("apply", XYB_TYPE_MARK_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/assessment/xyb-mark-form.ui");
  gtk_widget_class_bind_template_child (widget_class, XybMarkForm, amount_label);
  gtk_widget_class_bind_template_child (widget_class, XybMarkForm, amount);
  gtk_widget_class_bind_template_child (widget_class, XybMarkForm, amount_unit);
  gtk_widget_class_bind_template_child (widget_class, XybMarkForm, remark);
  gtk_widget_class_bind_template_child (widget_class, XybMarkForm, approver_box);
  gtk_widget_class_bind_template_child (widget_class, XybMarkForm, approver);
  gtk_widget_class_bind_template_child (widget_class, XybMarkForm, problem);
  gtk_widget_class_bind_template_child (widget_class, XybMarkForm, reset_button);
  gtk_widget_class_bind_template_child (widget_class, XybMarkForm, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, apply_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
xyb_mark_form_init (XybMarkForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
