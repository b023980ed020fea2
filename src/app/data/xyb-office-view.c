/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-office-view.h"

#include <inttypes.h>

#include "xyb-amount.h"
#include "xyb-compat.h"
#include "xyb-date.h"
#include "xyb-field-row.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-office-facts.h"
#include "xyb-office-store.h"
#include "xyb-plan-store.h"

struct _XybOfficeView
{
  AdwBin parent_instance;

  /* template widgets */
  XybFieldRow *name_row;
  XybFieldRow *unit_row;
  GtkDropDown *unit;
  GtkListBox *plan_list;
  GtkWidget *load_button;
  GtkWidget *year_box;
  GtkLabel *opening_title;
  GtkLabel *opening_note;
  XybFieldRow *opening_accreditation;
  XybFieldRow *opening_city;
  XybFieldRow *opening_province;
  GtkLabel *milestone_title;
  GtkListBox *milestone_list;
  AdwActionRow *path_row;
  AdwActionRow *size_row;
  AdwActionRow *log_row;

  /* owned */
  XybOffice *office;
  int year; /* the fields show */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybOfficeView, xyb_office_view, ADW_TYPE_BIN)

static const char *const money_units[] = { "万元", "元", "亿元" };

static XybStore *
get_store (XybOfficeView *self)
{
  return xyb_office_get_store (self->office);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

/* ---- the office itself ---- */

static void
fill_settings (XybOfficeView *self)
{
  g_autofree char *name
    = xyb_office_store_get_setting (get_store (self), XYB_SETTING_OFFICE_NAME, NULL);
  g_autofree char *unit
    = xyb_office_store_get_setting (get_store (self), XYB_SETTING_REVENUE_UNIT, NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (money_units); i++)
    if (g_strcmp0 (unit, money_units[i]) == 0)
      selected = i;
  xyb_field_row_set_value (self->name_row, name);
  gtk_drop_down_set_selected (self->unit, selected);
  xyb_field_row_set_editable (self->name_row, !xyb_office_is_read_only (self->office));
  xyb_field_row_set_editable (self->unit_row, !xyb_office_is_read_only (self->office));
}

static void
name_commit_cb (XybFieldRow *row, const char *text, XybOfficeView *self)
{
  g_autoptr (GError) error = NULL;

  if (!xyb_office_store_set_setting (get_store (self), XYB_SETTING_OFFICE_NAME, text, &error))
    {
      xyb_field_row_refuse (row, error->message);
      return;
    }
  xyb_field_row_set_message (row, XYB_FIELD_PLAIN, NULL, NULL);
  fill_settings (self);
}

static void
unit_changed_cb (GObject *object, GParamSpec *pspec, XybOfficeView *self)
{
  guint selected = gtk_drop_down_get_selected (self->unit);
  g_autoptr (GError) error = NULL;

  if (self->office == NULL || self->filling || selected >= G_N_ELEMENTS (money_units))
    return;
  if (!xyb_office_store_set_setting (get_store (self), XYB_SETTING_REVENUE_UNIT,
                                     money_units[selected], &error))
    xyb_office_report (self->office, error);
}

/* ---- plans ---- */

static void
append_number (GString *text, const char *name, gint64 number)
{
  if (number != XYB_UNSAID)
    g_string_append_printf (text, "%s%s %" PRId64, text->len > 0 ? "、" : "", name, number);
}

static GtkWidget *
plan_row_new (const XybPlan *plan)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf (_ ("%d 年"), plan->year);
  g_autoptr (GString) targets = g_string_new (NULL);
  g_autofree char *subtitle = NULL;

  for (XybTrack track = XYB_TRACK_ACCREDITATION; track <= XYB_TRACK_PROVINCE_MODEL; track++)
    append_number (targets, xyb_track_name (track), plan->targets[track - 1]);
  subtitle
    = g_strdup_printf (_ ("%s\n%s · 目标 %s"), plan->title,
                       plan->document_number != NULL ? plan->document_number : _ ("没有文号"),
                       targets->len > 0 ? targets->str : _ ("未定"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
fill_plans (XybOfficeView *self)
{
  g_autoptr (GArray) years = xyb_office_list_years (self->office);

  clear_list (self->plan_list);
  for (guint i = years->len; i > 0; i--)
    {
      g_autoptr (XybPlan) plan
        = xyb_plan_store_get (get_store (self), g_array_index (years, int, i - 1), NULL);

      if (plan != NULL)
        gtk_list_box_append (self->plan_list, plan_row_new (plan));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->plan_list), years->len > 0);
  gtk_widget_set_visible (self->load_button, !xyb_office_is_read_only (self->office)
                                               && xyb_office_store_has_presets (get_store (self)));
}

static void
load_clicked_cb (GtkButton *button, XybOfficeView *self)
{
  g_autoptr (GError) error = NULL;

  if (!xyb_office_store_load_plans (get_store (self), &error))
    xyb_office_report (self->office, error);
}

/* ---- the year's opening totals ---- */

static XybFieldRow *
opening_row (XybOfficeView *self, XybTrack track)
{
  return track == XYB_TRACK_ACCREDITATION ? self->opening_accreditation
         : track == XYB_TRACK_CITY_MODEL  ? self->opening_city
                                          : self->opening_province;
}

static void
fill_opening (XybOfficeView *self, const XybPlan *plan)
{
  gboolean other = self->year != plan->year;
  g_autofree char *title = g_strdup_printf (_ ("%d 年年初累计"), plan->year);
  g_autofree char *day = plan->opening_as_of != NULL ? xyb_date_format (plan->opening_as_of) : NULL;
  g_autofree char *note = day != NULL ? g_strdup_printf (_ ("截至 %s"), day) : g_strdup ("");

  gtk_label_set_label (self->opening_title, title);
  gtk_label_set_label (self->opening_note, note);
  for (XybTrack track = XYB_TRACK_ACCREDITATION; track <= XYB_TRACK_PROVINCE_MODEL; track++)
    {
      g_autofree char *text = xyb_form_count_text (plan->opening[track - 1]);

      if (other)
        xyb_field_row_reset (opening_row (self, track), text);
      else
        xyb_field_row_set_value (opening_row (self, track), text);
      xyb_field_row_set_editable (opening_row (self, track),
                                  !xyb_office_is_read_only (self->office));
    }
}

static void
opening_commit_cb (XybFieldRow *row, const char *text, XybOfficeView *self)
{
  XybTrack track = row == self->opening_accreditation ? XYB_TRACK_ACCREDITATION
                   : row == self->opening_city        ? XYB_TRACK_CITY_MODEL
                                                      : XYB_TRACK_PROVINCE_MODEL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number;

  if (!xyb_form_read_count (_ ("年初累计"), text, &number, &error)
      || !xyb_plan_store_set_opening (get_store (self), self->year, track, number, &error))
    {
      xyb_field_row_refuse (row, error->message);
      return;
    }
  kept = xyb_form_count_text (number);
  xyb_field_row_set_message (row, XYB_FIELD_PLAIN, NULL, NULL);
  xyb_field_row_set_value (row, kept);
}

/* ---- the year's dates ---- */

static void
commit_date (XybOfficeView *self, GtkEditable *entry)
{
  const gint64 *id = g_object_get_data (G_OBJECT (entry), "milestone");
  g_autofree char *iso = g_strdup (g_object_get_data (G_OBJECT (entry), "due"));
  g_autofree char *old = iso != NULL ? xyb_date_format (iso) : g_strdup ("");
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  if (self->office == NULL || g_str_equal (gtk_editable_get_text (entry), old))
    return;
  if (xyb_form_read_date (_ ("时限"), gtk_editable_get_text (entry), &iso, &error)
      && xyb_plan_store_set_milestone_date (get_store (self), *id, iso, NULL, &error))
    return;
  xyb_office_report (self->office, error);
  gtk_editable_set_text (entry, old);
}

static void
date_activate_cb (GtkEntry *entry, XybOfficeView *self)
{
  commit_date (self, GTK_EDITABLE (entry));
}

static void
date_leave_cb (GtkEventControllerFocus *controller, XybOfficeView *self)
{
  commit_date (self,
               GTK_EDITABLE (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller))));
}

static GtkWidget *
date_entry_new (XybOfficeView *self, const XybMilestone *milestone)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *text = milestone->due_on != NULL ? xyb_date_format (milestone->due_on) : NULL;
  g_autofree char *name = g_strdup_printf (_ ("时限：%s"), milestone->text);

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 16);
  gtk_editable_set_editable (GTK_EDITABLE (entry), !xyb_office_is_read_only (self->office));
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (entry, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (entry), "milestone",
                          g_memdup2 (&milestone->id, sizeof milestone->id), g_free);
  g_object_set_data_full (G_OBJECT (entry), "due", g_strdup (milestone->due_on), g_free);
  g_signal_connect_object (entry, "activate", G_CALLBACK (date_activate_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (date_leave_cb), self, 0);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static GtkWidget *
milestone_row_new (XybOfficeView *self, const XybMilestone *milestone)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) subtitle = g_string_new (milestone->date_text);

  if (milestone->actor != NULL)
    g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", milestone->actor);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), milestone->text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), date_entry_new (self, milestone));
  return row;
}

static void
fill_milestones (XybOfficeView *self, const XybPlan *plan)
{
  g_autofree char *title = g_strdup_printf (_ ("%d 年时限"), plan->year);

  gtk_label_set_label (self->milestone_title, title);
  clear_list (self->milestone_list);
  for (guint i = 0; i < plan->milestones->len; i++)
    gtk_list_box_append (self->milestone_list,
                         milestone_row_new (self, plan->milestones->pdata[i]));
}

/* ---- the file ---- */

static void
fill_file (XybOfficeView *self)
{
  g_autofree char *path = g_filename_display_name (xyb_store_get_path (get_store (self)));
  XybOfficeFacts facts;
  g_autoptr (GError) error = NULL;
  g_autofree char *size = NULL;
  g_autofree char *holds = NULL;
  g_autofree char *log = NULL;

  if (!xyb_office_facts_read (get_store (self), &facts, &error))
    {
      xyb_office_report (self->office, error);
      return;
    }
  size = g_format_size ((guint64) facts.bytes);
  holds = g_strdup_printf (_ ("%s，企业 %" PRId64 " 家，单位 %" PRId64 " 个"), size,
                           facts.enterprises, facts.units);
  log = g_strdup_printf (_ ("第 %d 版，操作日志 %" PRId64 " 步"), facts.schema_version,
                         facts.revisions);
  adw_action_row_set_subtitle (self->path_row, path);
  adw_action_row_set_subtitle (self->size_row, holds);
  adw_action_row_set_subtitle (self->log_row, log);
}

static void
open_folder_clicked_cb (GtkButton *button, XybOfficeView *self)
{
  xyb_compat_open_folder_of (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                             xyb_store_get_path (get_store (self)));
}

/* ---- the widget ---- */

static void
xyb_office_view_dispose (GObject *object)
{
  XybOfficeView *self = XYB_OFFICE_VIEW (object);

  self->filling = TRUE;
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_office_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, XybOfficeView, name_row);
  gtk_widget_class_bind_template_child (widget_class, XybOfficeView, unit_row);
  gtk_widget_class_bind_template_child (widget_class, XybOfficeView, unit);
  gtk_widget_class_bind_template_child (widget_class, XybOfficeView, plan_list);
  gtk_widget_class_bind_template_child (widget_class, XybOfficeView, load_button);
  gtk_widget_class_bind_template_child (widget_class, XybOfficeView, year_box);
  gtk_widget_class_bind_template_child (widget_class, XybOfficeView, opening_title);
  gtk_widget_class_bind_template_child (widget_class, XybOfficeView, opening_note);
  gtk_widget_class_bind_template_child (widget_class, XybOfficeView, opening_accreditation);
  gtk_widget_class_bind_template_child (widget_class, XybOfficeView, opening_city);
  gtk_widget_class_bind_template_child (widget_class, XybOfficeView, opening_province);
  gtk_widget_class_bind_template_child (widget_class, XybOfficeView, milestone_title);
  gtk_widget_class_bind_template_child (widget_class, XybOfficeView, milestone_list);
  gtk_widget_class_bind_template_child (widget_class, XybOfficeView, path_row);
  gtk_widget_class_bind_template_child (widget_class, XybOfficeView, size_row);
  gtk_widget_class_bind_template_child (widget_class, XybOfficeView, log_row);
}

static void
xyb_office_view_class_init (XybOfficeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_office_view_dispose;
  g_type_ensure (XYB_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/data/xyb-office-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, name_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, load_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, opening_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_clicked_cb);
}

static void
xyb_office_view_init (XybOfficeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_office_view_set_office:
 * @self: the view
 * @office: what to show
 *
 * Done once, before the first reload.
 */
void
xyb_office_view_set_office (XybOfficeView *self, XybOffice *office)
{
  g_return_if_fail (XYB_IS_OFFICE_VIEW (self) && self->office == NULL);

  self->office = g_object_ref (office);
}

/**
 * xyb_office_view_reload:
 * @self: the view
 *
 * Reads everything anew.
 */
void
xyb_office_view_reload (XybOfficeView *self)
{
  const XybPlan *plan = xyb_office_get_plan (self->office);

  self->filling = TRUE;
  fill_settings (self);
  fill_plans (self);
  fill_file (self);
  gtk_widget_set_visible (self->year_box, plan != NULL);
  if (plan != NULL)
    {
      fill_opening (self, plan);
      fill_milestones (self, plan);
      self->year = plan->year;
    }
  self->filling = FALSE;
}
