/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-year-dates.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-plan-compare.h"
#include "xyb-tag.h"

struct _XybYearDates
{
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel *note;
  GtkListBox *list;
  GtkCheckButton *confirmed;

  /* borrowed */
  const XybPlan *plan;
  const XybPlan *source;
  GPtrArray *entries; /* of borrowed GtkEditable, one a milestone; the array is ours */
  GPtrArray *tags;    /* of borrowed XybTag, likewise */
};

G_DEFINE_FINAL_TYPE (XybYearDates, xyb_year_dates, ADW_TYPE_BIN)

/* ---- one day ---- */

static gboolean
read_day (XybYearDates *self, guint i, char **out_day, GError **error)
{
  const XybMilestone *milestone = self->plan->milestones->pdata[i];
  g_autofree char *text
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entries->pdata[i]))));

  *out_day = *text != '\0' ? xyb_date_parse (milestone->text, text, error) : NULL;
  return *text == '\0' || *out_day != NULL;
}

static const XybMilestone *
old_milestone (XybYearDates *self, guint i)
{
  return i < self->source->milestones->len ? self->source->milestones->pdata[i] : NULL;
}

static void
show_warning (XybYearDates *self, guint i)
{
  XybMilestone shown = *(const XybMilestone *) self->plan->milestones->pdata[i];
  g_autofree char *day = NULL;
  g_autofree char *warning = NULL;
  gboolean readable = read_day (self, i, &day, NULL);

  shown.due_on = day;
  if (readable)
    warning = xyb_plan_check_milestone (&shown, self->plan->year, old_milestone (self, i));
  else
    warning = g_strdup (_ ("不是日期"));
  xyb_tag_set (XYB_TAG (self->tags->pdata[i]), readable ? "warning" : "error",
               readable ? "dialog-warning-symbolic" : "dialog-error-symbolic",
               warning != NULL ? warning : "");
  gtk_widget_set_visible (self->tags->pdata[i], warning != NULL);
}

/* On leaving the field, never while somebody types. */
static void
left_cb (GtkEventControllerFocus *focus, XybYearDates *self)
{
  guint i;

  if (self->plan != NULL
      && g_ptr_array_find (self->entries,
                           gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus)), &i))
    show_warning (self, i);
}

static GtkWidget *
entry_new (XybYearDates *self, const XybMilestone *milestone)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *day = milestone->due_on != NULL ? xyb_date_format (milestone->due_on) : NULL;
  g_autofree char *name = g_strdup_printf (_ ("时限：%s"), milestone->text);

  gtk_editable_set_text (GTK_EDITABLE (entry), day != NULL ? day : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 14);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 14);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), milestone->date_text);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (entry, milestone->date_text);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, 0);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static GtkWidget *
row_new (XybYearDates *self, guint i)
{
  const XybMilestone *milestone = self->plan->milestones->pdata[i];
  const XybMilestone *old = old_milestone (self, i);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *entry = entry_new (self, milestone);
  GtkWidget *tag = xyb_tag_new ();
  g_autofree char *words = old != NULL ? xyb_plan_milestone_words (old) : NULL;
  g_autofree char *before = g_strdup_printf (_ ("原来：%s"), words != NULL ? words : _ ("空白"));

  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), milestone->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), before);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), entry);
  g_ptr_array_add (self->entries, entry);
  g_ptr_array_add (self->tags, tag);
  return row;
}

/* ---- the widget ---- */

static void
confirmed_cb (GtkCheckButton *confirmed, XybYearDates *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->confirmed), "error");
}

static void
xyb_year_dates_finalize (GObject *object)
{
  XybYearDates *self = XYB_YEAR_DATES (object);

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->tags);
  G_OBJECT_CLASS (xyb_year_dates_parent_class)->finalize (object);
}

static void
xyb_year_dates_class_init (XybYearDatesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xyb_year_dates_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/year/xyb-year-dates.ui");
  gtk_widget_class_bind_template_child (widget_class, XybYearDates, note);
  gtk_widget_class_bind_template_child (widget_class, XybYearDates, list);
  gtk_widget_class_bind_template_child (widget_class, XybYearDates, confirmed);
  gtk_widget_class_bind_template_callback (widget_class, confirmed_cb);
}

static void
xyb_year_dates_init (XybYearDates *self)
{
  self->entries = g_ptr_array_new ();
  self->tags = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- what others may do ---- */

static void
show_note (XybYearDates *self)
{
  g_autofree char *note
    = self->plan->milestones->len == 0
        ? g_strdup (_ ("底稿里没有时限，建立以后可以在“年度方案内容”里添加。"))
        : g_strdup_printf (_ ("%d年的日期已移到%d年，请逐项核对，改好后勾上“已核对时限”。"),
                           self->source->year, self->plan->year);

  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->plan->milestones->len > 0);
}

/**
 * xyb_year_dates_show:
 * @self: the page
 * @rollover: (nullable): borrowed; has to stay until another one is shown
 */
void
xyb_year_dates_show (XybYearDates *self, const XybRollover *rollover)
{
  GtkWidget *child;

  g_return_if_fail (XYB_IS_YEAR_DATES (self));

  self->plan = NULL;
  g_ptr_array_set_size (self->entries, 0);
  g_ptr_array_set_size (self->tags, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  gtk_check_button_set_active (self->confirmed, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self), rollover != NULL);
  if (rollover == NULL)
    return;
  self->plan = rollover->proposal->plan;
  self->source = rollover->proposal->source;
  for (guint i = 0; i < self->plan->milestones->len; i++)
    {
      gtk_list_box_append (self->list, row_new (self, i));
      show_warning (self, i);
    }
  show_note (self);
}

/**
 * xyb_year_dates_keep:
 * @self: the page
 * @plan: takes the days; of the proposal that is shown
 * @error: names the milestone whose day cannot be read; it has the cursor then
 *
 * Returns: whether every day can be
 */
gboolean
xyb_year_dates_keep (XybYearDates *self, XybPlan *plan, GError **error)
{
  g_return_val_if_fail (XYB_IS_YEAR_DATES (self), FALSE);

  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autofree char *day = NULL;

      if (!read_day (self, i, &day, error))
        {
          gtk_widget_grab_focus (self->entries->pdata[i]);
          return FALSE;
        }
      xyb_milestone_move (plan->milestones->pdata[i], day);
      show_warning (self, i);
    }
  return TRUE;
}

gboolean
xyb_year_dates_is_confirmed (XybYearDates *self)
{
  g_return_val_if_fail (XYB_IS_YEAR_DATES (self), FALSE);

  return gtk_check_button_get_active (self->confirmed);
}

void
xyb_year_dates_set_confirmed (XybYearDates *self, gboolean confirmed)
{
  g_return_if_fail (XYB_IS_YEAR_DATES (self));

  gtk_check_button_set_active (self->confirmed, confirmed);
}

/**
 * xyb_year_dates_ask:
 * @self: the page
 *
 * Shows where the days are confirmed.
 */
void
xyb_year_dates_ask (XybYearDates *self)
{
  g_return_if_fail (XYB_IS_YEAR_DATES (self));

  gtk_widget_add_css_class (GTK_WIDGET (self->confirmed), "error");
  gtk_widget_grab_focus (GTK_WIDGET (self->confirmed));
}

GtkEditable *
xyb_year_dates_get_entry (XybYearDates *self, guint milestone)
{
  g_return_val_if_fail (XYB_IS_YEAR_DATES (self), NULL);
  g_return_val_if_fail (milestone < self->entries->len, NULL);

  return self->entries->pdata[milestone];
}

/**
 * xyb_year_dates_get_warning:
 * @self: the page
 * @milestone: its place
 *
 * Returns: (nullable): what is to be looked at
 */
const char *
xyb_year_dates_get_warning (XybYearDates *self, guint milestone)
{
  g_return_val_if_fail (XYB_IS_YEAR_DATES (self), NULL);
  g_return_val_if_fail (milestone < self->tags->len, NULL);

  return gtk_widget_get_visible (self->tags->pdata[milestone])
           ? xyb_tag_get_text (self->tags->pdata[milestone])
           : NULL;
}
