/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-year-rules.h"

#include "xyb-i18n.h"
#include "xyb-tag.h"

struct _XybYearRules
{
  AdwBin parent_instance;

  /* template widgets */
  GtkCheckButton *only_open;
  GtkLabel *note;
  GtkLabel *summary;
  GtkListBox *list;
  GtkWidget *nothing;

  /* owned */
  GPtrArray *lines; /* of XybPlanLine; or NULL */
};

G_DEFINE_FINAL_TYPE (XybYearRules, xyb_year_rules, ADW_TYPE_BIN)

/* Targets, days and quotas have steps of their own. */
static gboolean
is_shown_here (const XybPlanLine *line)
{
  switch (line->part)
    {
    case XYB_PLAN_SECTION_TARGETS:
    case XYB_PLAN_SECTION_OPENING:
    case XYB_PLAN_SECTION_MILESTONES:
    case XYB_PLAN_SECTION_QUOTAS:
      return FALSE;
    case XYB_PLAN_SECTION_TEXTS:
    case XYB_PLAN_SECTION_BASES:
    case XYB_PLAN_SECTION_CONDITIONS:
    case XYB_PLAN_SECTION_MATERIALS:
    case XYB_PLAN_SECTION_STEPS:
    case XYB_PLAN_SECTION_STAGES:
    case XYB_PLAN_SECTION_TIERS:
    default:
      return TRUE;
    }
}

/* ---- one line ---- */

static char *
title_of (const XybPlanLine *line)
{
  return line->track != 0
           ? g_strdup_printf ("%s · %s · %s", xyb_plan_section_name (line->part),
                              xyb_track_name (line->track), line->name)
           : g_strdup_printf ("%s · %s", xyb_plan_section_name (line->part), line->name);
}

static GtkWidget *
tag_for (const XybPlanLine *line)
{
  GtkWidget *tag = xyb_tag_new ();

  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  if (line->check != NULL)
    xyb_tag_set (XYB_TAG (tag), "warning", "dialog-warning-symbolic", _ ("请核对"));
  else
    xyb_tag_set (XYB_TAG (tag), line->difference != XYB_PLAN_SAME ? "accent" : "neutral",
                 line->difference == XYB_PLAN_SAME ? "object-select-symbolic"
                                                   : "document-edit-symbolic",
                 xyb_plan_difference_name (line->difference));
  return tag;
}

static GtkWidget *
row_new (const XybPlanLine *line)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = title_of (line);
  g_autofree char *words = xyb_plan_line_words (line);
  g_autofree char *subtitle = line->check != NULL && *words != '\0'
                                ? g_strdup_printf ("%s\n%s", words, line->check)
                                : g_strdup (line->check != NULL ? line->check : words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag_for (line));
  return row;
}

static void
fill (XybYearRules *self)
{
  gboolean only_open = gtk_check_button_get_active (self->only_open);
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    {
      const XybPlanLine *line = self->lines->pdata[i];

      if (only_open && xyb_plan_line_is_quiet (line))
        continue;
      gtk_list_box_append (self->list, row_new (line));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->nothing, n == 0);
}

/* ---- the widget ---- */

static void
only_open_cb (GtkCheckButton *only_open, XybYearRules *self)
{
  fill (self);
}

static void
xyb_year_rules_dispose (GObject *object)
{
  XybYearRules *self = XYB_YEAR_RULES (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (xyb_year_rules_parent_class)->dispose (object);
}

static void
xyb_year_rules_class_init (XybYearRulesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_year_rules_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/year/xyb-year-rules.ui");
  gtk_widget_class_bind_template_child (widget_class, XybYearRules, only_open);
  gtk_widget_class_bind_template_child (widget_class, XybYearRules, note);
  gtk_widget_class_bind_template_child (widget_class, XybYearRules, summary);
  gtk_widget_class_bind_template_child (widget_class, XybYearRules, list);
  gtk_widget_class_bind_template_child (widget_class, XybYearRules, nothing);
  gtk_widget_class_bind_template_callback (widget_class, only_open_cb);
}

static void
xyb_year_rules_init (XybYearRules *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- what others may do ---- */

/**
 * xyb_year_rules_show:
 * @self: the page
 * @before: (nullable): the old plan
 * @after: (nullable): the new one
 */
void
xyb_year_rules_show (XybYearRules *self, const XybPlan *before, const XybPlan *after)
{
  g_autofree char *note = NULL;
  g_autofree char *summary = NULL;

  g_return_if_fail (XYB_IS_YEAR_RULES (self));

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  if (before != NULL && after != NULL)
    {
      self->lines = xyb_plan_compare (before, after);
      for (guint i = self->lines->len; i > 0; i--)
        if (!is_shown_here (self->lines->pdata[i - 1]))
          g_ptr_array_remove_index (self->lines, i - 1);
      note = g_strdup_printf (_ ("照%d年方案原样带过来。写着年份的不会自己改，请对照%"
                                 "d年的文件；建立以后在“年度方案内容”里修改。"),
                              before->year, after->year);
      summary = xyb_plan_compare_summary (self->lines);
      gtk_label_set_label (self->note, note);
      gtk_label_set_label (self->summary, summary);
    }
  fill (self);
}

/**
 * xyb_year_rules_count_checks:
 * @self: the page
 *
 * Returns: how many lines are to be looked at
 */
guint
xyb_year_rules_count_checks (XybYearRules *self)
{
  guint n = 0;

  g_return_val_if_fail (XYB_IS_YEAR_RULES (self), 0);

  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    n += ((XybPlanLine *) self->lines->pdata[i])->check != NULL ? 1 : 0;
  return n;
}

void
xyb_year_rules_show_all (XybYearRules *self, gboolean all)
{
  g_return_if_fail (XYB_IS_YEAR_RULES (self));

  gtk_check_button_set_active (self->only_open, !all);
}

GtkListBox *
xyb_year_rules_get_list (XybYearRules *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_RULES (self), NULL);

  return self->list;
}
