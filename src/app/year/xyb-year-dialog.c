/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-year-dialog-private.h"

#include "xyb-date.h"
#include "xyb-i18n.h"

G_DEFINE_FINAL_TYPE (XybYearDialog, xyb_year_dialog, ADW_TYPE_WINDOW)

/* In the order the clerk goes through them. */
static const struct
{
  const char *name; /* in the stack */
  const char *title;
} steps[] = {
  { "goals", N_ ("年度与目标") },      { "dates", N_ ("时限") },
  { "quotas", N_ ("指标分解") },       { "rules", N_ ("条件、材料、阶段") },
  { "unfinished", N_ ("上年未完成") }, { "review", N_ ("核对并建立") },
};

#define LAST_STEP ((guint) G_N_ELEMENTS (steps) - 1)

void
xyb_year_dialog_show_problem (XybYearDialog *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem_box, sentence != NULL);
}

/* ---- the steps ---- */

static guint
find_step (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_strcmp0 (steps[i].name, name) == 0)
      return i;
  return 0;
}

static guint
current_step (XybYearDialog *self)
{
  return find_step (gtk_stack_get_visible_child_name (self->stack));
}

static GtkWidget *
step_row_new (guint i)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *text = g_strdup_printf ("%u　%s", i + 1, _ (steps[i].title));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

/* What is typed goes into the proposal; what cannot be is said, and the step that has it shown. */
gboolean
xyb_year_dialog_collect (XybYearDialog *self)
{
  XybPlan *plan;
  g_autoptr (GError) error = NULL;

  if (self->rollover == NULL)
    return FALSE;
  plan = self->rollover->proposal->plan;
  if (!xyb_year_goals_keep (self->goals, plan) || !xyb_year_quotas_keep (self->quotas, plan))
    return FALSE;
  if (xyb_year_dates_keep (self->dates, plan, &error))
    {
      xyb_year_dialog_show_problem (self, NULL);
      return TRUE;
    }
  gtk_stack_set_visible_child_name (self->stack, "dates");
  xyb_year_dialog_show_problem (self, error->message);
  return FALSE;
}

static void
update_buttons (XybYearDialog *self)
{
  guint step = current_step (self);
  g_autofree char *title = g_strdup_printf (_ ("第 %u 步，共 %u 步：%s"), step + 1, LAST_STEP + 1,
                                            _ (steps[step].title));

  adw_window_title_set_subtitle (self->window_title, title);
  gtk_list_box_select_row (self->steps, gtk_list_box_get_row_at_index (self->steps, (int) step));
  gtk_widget_set_sensitive (self->back_button, step > 0);
  gtk_widget_set_visible (self->next_button, step < LAST_STEP);
  gtk_widget_set_visible (self->make_button, step == LAST_STEP);
  gtk_widget_set_sensitive (self->next_button, self->rollover != NULL);
  gtk_widget_set_sensitive (self->make_button, self->rollover != NULL);
  gtk_window_set_default_widget (GTK_WINDOW (self),
                                 step < LAST_STEP ? self->next_button : self->make_button);
}

static void
fill_step (XybYearDialog *self, const char *name)
{
  const XybPlanProposal *proposal = self->rollover->proposal;

  if (g_str_equal (name, "rules"))
    xyb_year_rules_show (self->rules, proposal->source, proposal->plan);
  else if (g_str_equal (name, "review"))
    xyb_year_review_show (self->review, self->rollover, xyb_year_dates_is_confirmed (self->dates),
                          xyb_year_quotas_get_sentence (self->quotas));
}

/**
 * xyb_year_dialog_show_step:
 * @self: the dialog
 * @name: goals, dates, quotas, rules, unfinished or review
 *
 * Goes to a step; not, where something is typed that cannot be.
 */
void
xyb_year_dialog_show_step (XybYearDialog *self, const char *name)
{
  g_return_if_fail (XYB_IS_YEAR_DIALOG (self));

  if (xyb_year_dialog_collect (self))
    {
      fill_step (self, name);
      gtk_stack_set_visible_child_name (self->stack, name);
    }
  update_buttons (self);
}

static void
move_step (XybYearDialog *self, int by)
{
  int step = (int) current_step (self) + by;

  if (step >= 0 && step <= (int) LAST_STEP)
    {
      xyb_year_dialog_show_step (self, steps[step].name);
      if (current_step (self) == (guint) step)
        gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
    }
}

static void
step_activated_cb (GtkListBox *list, GtkListBoxRow *row, XybYearDialog *self)
{
  xyb_year_dialog_show_step (self, steps[gtk_list_box_row_get_index (row)].name);
}

static void
back_cb (GtkButton *button, XybYearDialog *self)
{
  move_step (self, -1);
}

static void
next_cb (GtkButton *button, XybYearDialog *self)
{
  move_step (self, 1);
}

static gboolean
step_key_cb (GtkWidget *widget, GVariant *by, gpointer user_data)
{
  move_step (XYB_YEAR_DIALOG (widget), g_variant_get_int32 (by));
  return TRUE;
}

static void
go_to_cb (XybYearReview *review, const char *step, XybYearDialog *self)
{
  xyb_year_dialog_show_step (self, step);
}

/* ---- the proposal ---- */

static void
goals_changed_cb (XybYearGoals *goals, XybYearDialog *self)
{
  XybYearTable *table = xyb_year_goals_get_table (goals);

  xyb_year_quotas_check (self->quotas, xyb_year_table_get (table, 0, 0),
                         xyb_year_table_get (table, 1, 0));
}

static void
refused_cb (GtkWidget *page, const char *sentence, XybYearDialog *self)
{
  xyb_year_dialog_show_problem (self, sentence);
}

/* What the clerk has typed and ticked stays when she only moves to another year. */
static void
keep_choices (const XybRollover *old, XybRollover *now)
{
  for (guint i = 0; i < now->unfinished->len; i++)
    for (guint j = 0; j < old->unfinished->len; j++)
      {
        XybUnfinished *one = now->unfinished->pdata[i];
        const XybUnfinished *other = old->unfinished->pdata[j];

        if (one->enterprise_id == other->enterprise_id && one->track == other->track)
          one->chosen = other->chosen && one->barrier == NULL;
      }
}

static void
keep_typed (XybYearDialog *self, XybRollover *now)
{
  if (self->rollover == NULL
      || self->rollover->proposal->source->year != now->proposal->source->year)
    return;
  xyb_year_goals_keep (self->goals, now->proposal->plan);
  xyb_year_quotas_keep (self->quotas, now->proposal->plan);
  keep_choices (self->rollover, now);
}

/* Fields that are about to go, or to be barred, must not keep the cursor: its blinking would go on
 * without them. */
static void
leave_fields (XybYearDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->dates)))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

static void
show_rollover (XybYearDialog *self)
{
  xyb_year_goals_show (self->goals, self->rollover);
  xyb_year_dates_show (self->dates, self->rollover);
  xyb_year_quotas_show (self->quotas, self->rollover);
  xyb_year_unfinished_show (self->unfinished, self->rollover);
  if (self->rollover != NULL)
    goals_changed_cb (self->goals, self);
  update_buttons (self);
}

static void
propose (XybYearDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = xyb_date_today ();
  XybRollover *rollover
    = xyb_rollover_propose (xyb_office_get_store (self->office), 0,
                            xyb_year_goals_get_year (self->goals), today, &error);

  leave_fields (self);
  xyb_year_dialog_show_problem (self, error != NULL ? error->message : NULL);
  if (rollover != NULL)
    {
      keep_typed (self, rollover);
      xyb_year_dates_show (self->dates, NULL);
      xyb_year_unfinished_show (self->unfinished, NULL);
      g_clear_pointer (&self->rollover, xyb_rollover_free);
      self->rollover = rollover;
      show_rollover (self);
      return;
    }
  /* The numbers stay on the table for the next year she tries. */
  gtk_widget_set_sensitive (self->next_button, FALSE);
  gtk_widget_set_sensitive (self->make_button, FALSE);
}

static void
year_changed_cb (XybYearGoals *goals, int year, XybYearDialog *self)
{
  if (self->office != NULL)
    propose (self);
}

/* ---- the widget ---- */

static void
make_clicked_cb (GtkButton *button, XybYearDialog *self)
{
  xyb_year_dialog_make (self);
}

static void
xyb_year_dialog_dispose (GObject *object)
{
  XybYearDialog *self = XYB_YEAR_DIALOG (object);

  if (self->rollover != NULL)
    {
      xyb_year_dates_show (self->dates, NULL);
      xyb_year_unfinished_show (self->unfinished, NULL);
    }
  g_clear_object (&self->office);
  g_clear_pointer (&self->rollover, xyb_rollover_free);
  G_OBJECT_CLASS (xyb_year_dialog_parent_class)->dispose (object);
}

static void
bind_widgets (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/year/xyb-year-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, problem_box);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, goals);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, dates);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, quotas);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, rules);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, unfinished);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, review);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, XybYearDialog, make_button);
  gtk_widget_class_bind_template_callback (widget_class, step_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_clicked_cb);
}

static void
xyb_year_dialog_class_init (XybYearDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_year_dialog_dispose;
  /**
   * XybYearDialog::made:
   * @year: the year that has a plan now
   */
  g_signal_new ("made", XYB_TYPE_YEAR_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                1, G_TYPE_INT);
  g_type_ensure (XYB_TYPE_YEAR_GOALS);
  g_type_ensure (XYB_TYPE_YEAR_DATES);
  g_type_ensure (XYB_TYPE_YEAR_QUOTAS);
  g_type_ensure (XYB_TYPE_YEAR_RULES);
  g_type_ensure (XYB_TYPE_YEAR_UNFINISHED);
  g_type_ensure (XYB_TYPE_YEAR_REVIEW);
  bind_widgets (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, step_key_cb, "i",
                                1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, step_key_cb, "i",
                                -1);
}

/* Before the sheets, which have Page Up and Page Down for themselves. */
static void
add_step_keys (XybYearDialog *self)
{
  static const struct
  {
    guint key;
    int by;
  } keys[] = { { GDK_KEY_Page_Up, -1 }, { GDK_KEY_Page_Down, 1 } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keys[i].key, GDK_CONTROL_MASK),
                                       gtk_callback_action_new (step_key_cb, NULL, NULL), "i",
                                       keys[i].by));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
xyb_year_dialog_init (XybYearDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_step_keys (self);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_list_box_append (self->steps, step_row_new (i));
  g_signal_connect_object (self->goals, "year-changed", G_CALLBACK (year_changed_cb), self, 0);
  g_signal_connect_object (self->goals, "changed", G_CALLBACK (goals_changed_cb), self, 0);
  g_signal_connect_object (self->goals, "refused", G_CALLBACK (refused_cb), self, 0);
  g_signal_connect_object (self->quotas, "refused", G_CALLBACK (refused_cb), self, 0);
  g_signal_connect_object (self->review, "go-to", G_CALLBACK (go_to_cb), self, 0);
}

/**
 * xyb_year_dialog_new:
 * @parent: the window
 * @office: the office
 * @year: the year to propose
 *
 * Returns: (transfer none): the dialog, not yet shown
 */
XybYearDialog *
xyb_year_dialog_new (GtkWindow *parent, XybOffice *office, int year)
{
  XybYearDialog *self = g_object_new (XYB_TYPE_YEAR_DIALOG, "transient-for", parent, NULL);

  xyb_year_goals_set_year (self->goals, year);
  self->office = g_object_ref (office);
  propose (self);
  update_buttons (self);
  if (self->rollover != NULL)
    xyb_year_goals_start (self->goals);
  return self;
}

/**
 * xyb_year_dialog_set_year:
 * @self: the dialog
 * @year: another year
 */
void
xyb_year_dialog_set_year (XybYearDialog *self, int year)
{
  g_return_if_fail (XYB_IS_YEAR_DIALOG (self));

  xyb_year_goals_set_year (self->goals, year);
}

/**
 * xyb_year_dialog_get_targets:
 * @self: the dialog
 *
 * Returns: (transfer none): the targets of the three levels and the totals at the start of the year
 */
XybYearTable *
xyb_year_dialog_get_targets (XybYearDialog *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_DIALOG (self), NULL);

  return xyb_year_goals_get_table (self->goals);
}

/**
 * xyb_year_dialog_get_quotas:
 * @self: the dialog
 *
 * Returns: (transfer none): the quotas of the 区镇
 */
XybYearTable *
xyb_year_dialog_get_quotas (XybYearDialog *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_DIALOG (self), NULL);

  return xyb_year_quotas_get_table (self->quotas);
}

/**
 * xyb_year_dialog_get_total_sentence:
 * @self: the dialog
 *
 * Returns: what the tag under the quotas says (QUO-01)
 */
const char *
xyb_year_dialog_get_total_sentence (XybYearDialog *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_DIALOG (self), NULL);

  return xyb_year_quotas_get_sentence (self->quotas);
}

/**
 * xyb_year_dialog_get_problem:
 * @self: the dialog
 *
 * Returns: (nullable): why the year is not made
 */
const char *
xyb_year_dialog_get_problem (XybYearDialog *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_DIALOG (self), NULL);

  return gtk_widget_get_visible (self->problem_box) ? gtk_label_get_label (self->problem) : NULL;
}

/**
 * xyb_year_dialog_get_step:
 * @self: the dialog
 *
 * Returns: the step in view: goals …
 */
const char *
xyb_year_dialog_get_step (XybYearDialog *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_DIALOG (self), NULL);

  return steps[current_step (self)].name;
}

/**
 * xyb_year_dialog_get_page:
 * @self: the dialog
 * @name: dates, rules, unfinished or review
 *
 * Returns: (transfer none): what a step shows
 */
GtkWidget *
xyb_year_dialog_get_page (XybYearDialog *self, const char *name)
{
  GtkWidget *const pages[]
    = { GTK_WIDGET (self->goals), GTK_WIDGET (self->dates),      GTK_WIDGET (self->quotas),
        GTK_WIDGET (self->rules), GTK_WIDGET (self->unfinished), GTK_WIDGET (self->review) };

  g_return_val_if_fail (XYB_IS_YEAR_DIALOG (self), NULL);

  return pages[find_step (name)];
}
