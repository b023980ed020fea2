/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-year-goals.h"

#include "xyb-i18n.h"
#include "xyb-sheet.h"
#include "xyb-tag.h"

struct _XybYearGoals
{
  AdwBin parent_instance;

  /* template widgets */
  GtkSpinButton *year;
  GtkLabel *source_note;
  XybSheet *targets_sheet;
  GtkListBox *sources;

  /* owned */
  XybYearTable *table;
};

G_DEFINE_FINAL_TYPE (XybYearGoals, xyb_year_goals, ADW_TYPE_BIN)

enum
{
  SIGNAL_YEAR_CHANGED,
  SIGNAL_CHANGED,
  SIGNAL_REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- filling ---- */

static void
fill_table (XybYearGoals *self, const XybPlanProposal *proposal)
{
  const XybPlan *plan = proposal->plan;
  g_autofree char *before = g_strdup_printf (_ ("%d年目标"), proposal->source->year);
  g_autofree char *now = g_strdup_printf (_ ("%d年目标"), plan->year);
  const char *heads[] = { _ ("类别"), before, now, _ ("年初存量"), NULL };

  xyb_year_table_start (self->table, heads);
  for (int i = 0; i < XYB_N_TRACKS; i++)
    {
      const gint64 numbers[] = { plan->targets[i], plan->opening[i] };

      xyb_year_table_add_row (self->table, xyb_track_name (i + 1), proposal->source->targets[i],
                              numbers);
    }
  xyb_year_table_finish (self->table);
}

/* How sure the figure is. */
static GtkWidget *
source_tag_new (const XybOpening *opening)
{
  GtkWidget *tag = xyb_tag_new ();

  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  if (opening->source == XYB_OPENING_RECORDED && opening->silent == NULL)
    xyb_tag_set (XYB_TAG (tag), "success", "object-select-symbolic", _ ("按登记"));
  else if (opening->source == XYB_OPENING_UNKNOWN)
    xyb_tag_set (XYB_TAG (tag), "neutral", "xyb-question-symbolic", _ ("不清楚"));
  else
    xyb_tag_set (XYB_TAG (tag), "warning", "dialog-warning-symbolic", _ ("请核对"));
  return tag;
}

static GtkWidget *
source_row_new (const XybOpening *opening)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = xyb_opening_words (opening);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), xyb_track_name (opening->track));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), source_tag_new (opening));
  return row;
}

static void
fill_sources (XybYearGoals *self, const XybPlanProposal *proposal)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sources))) != NULL)
    gtk_list_box_remove (self->sources, child);
  for (guint i = 0; i < XYB_N_TRACKS; i++)
    gtk_list_box_append (self->sources, source_row_new (proposal->openings[i]));
}

static void
fill_note (XybYearGoals *self, const XybPlanProposal *proposal)
{
  g_autofree char *note
    = proposal->from_preset
        ? g_strdup_printf (_ ("底稿是程序自带的%d年方案，目标和指标空着，请填写。"),
                           proposal->source->year)
        : g_strdup_printf (_ ("底稿是%d年方案：时限移到新年度，文号和印发日期空着。"),
                           proposal->source->year);

  gtk_label_set_label (self->source_note, note);
}

/* ---- the widget ---- */

static void
year_changed_cb (GtkSpinButton *year, XybYearGoals *self)
{
  g_signal_emit (self, signals[SIGNAL_YEAR_CHANGED], 0, gtk_spin_button_get_value_as_int (year));
}

static void
changed_cb (XybYearTable *table, XybYearGoals *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
draft_changed_cb (XybSheet *sheet, XybYearGoals *self)
{
  guint row = 0;
  guint column = 0;
  const char *draft = xyb_sheet_get_draft (sheet, &row, &column);

  xyb_year_table_set_draft (self->table, row, column, draft);
}

static void
refused_cb (XybSheet *sheet, const char *sentence, XybYearGoals *self)
{
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, sentence);
}

static void
xyb_year_goals_dispose (GObject *object)
{
  XybYearGoals *self = XYB_YEAR_GOALS (object);

  g_clear_object (&self->table);
  G_OBJECT_CLASS (xyb_year_goals_parent_class)->dispose (object);
}

static void
xyb_year_goals_class_init (XybYearGoalsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_year_goals_dispose;
  signals[SIGNAL_YEAR_CHANGED]
    = g_signal_new ("year-changed", XYB_TYPE_YEAR_GOALS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", XYB_TYPE_YEAR_GOALS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", XYB_TYPE_YEAR_GOALS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (XYB_TYPE_SHEET);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/year/xyb-year-goals.ui");
  gtk_widget_class_bind_template_child (widget_class, XybYearGoals, year);
  gtk_widget_class_bind_template_child (widget_class, XybYearGoals, source_note);
  gtk_widget_class_bind_template_child (widget_class, XybYearGoals, targets_sheet);
  gtk_widget_class_bind_template_child (widget_class, XybYearGoals, sources);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
}

static void
xyb_year_goals_init (XybYearGoals *self)
{
  self->table = xyb_year_table_new ();
  g_signal_connect_object (self->table, "changed", G_CALLBACK (changed_cb), self, 0);
  gtk_widget_init_template (GTK_WIDGET (self));
  xyb_sheet_set_model (self->targets_sheet, XYB_SHEET_MODEL (self->table));
}

/* ---- what others may do ---- */

void
xyb_year_goals_set_year (XybYearGoals *self, int year)
{
  g_return_if_fail (XYB_IS_YEAR_GOALS (self));

  gtk_spin_button_set_value (self->year, year);
}

int
xyb_year_goals_get_year (XybYearGoals *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_GOALS (self), 0);

  return gtk_spin_button_get_value_as_int (self->year);
}

/**
 * xyb_year_goals_show:
 * @self: the page
 * @rollover: (nullable): what is proposed; %NULL bars the numbers
 */
void
xyb_year_goals_show (XybYearGoals *self, const XybRollover *rollover)
{
  g_return_if_fail (XYB_IS_YEAR_GOALS (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->targets_sheet), rollover != NULL);
  if (rollover == NULL)
    return;
  fill_table (self, rollover->proposal);
  fill_sources (self, rollover->proposal);
  fill_note (self, rollover->proposal);
}

/**
 * xyb_year_goals_keep:
 * @self: the page
 * @plan: takes the numbers
 *
 * Returns: %FALSE where a cell is being typed that cannot be
 */
gboolean
xyb_year_goals_keep (XybYearGoals *self, XybPlan *plan)
{
  g_return_val_if_fail (XYB_IS_YEAR_GOALS (self), FALSE);

  if (!xyb_sheet_commit (self->targets_sheet))
    return FALSE;
  for (guint i = 0; i < XYB_N_TRACKS; i++)
    {
      plan->targets[i] = xyb_year_table_get (self->table, i, 0);
      plan->opening[i] = xyb_year_table_get (self->table, i, 1);
    }
  return TRUE;
}

/**
 * xyb_year_goals_start:
 * @self: the page
 *
 * Puts the cursor into the first target.
 */
void
xyb_year_goals_start (XybYearGoals *self)
{
  g_return_if_fail (XYB_IS_YEAR_GOALS (self));

  if (xyb_sheet_set_cursor (self->targets_sheet, 0, 2))
    gtk_widget_grab_focus (GTK_WIDGET (self->targets_sheet));
}

XybYearTable *
xyb_year_goals_get_table (XybYearGoals *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_GOALS (self), NULL);

  return self->table;
}
