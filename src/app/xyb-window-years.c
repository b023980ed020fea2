/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-window-private.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-year-dialog.h"

/* The 年度 switcher: every list is scoped by the year in view. */

/* ---- the menu ---- */

static GMenu *
year_menu_new (XybWindow *self, const GArray *years)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) list = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autofree char *label = g_strdup_printf (_ ("新建 %d 年度…"), xyb_window_next_year (self));

  for (guint i = years->len; i > 0; i--)
    {
      int year = g_array_index (years, int, i - 1);
      g_autofree char *name = g_strdup_printf (_ ("%d 年"), year);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "win.year", "i", year);
      g_menu_append_item (list, item);
    }
  g_menu_append (more, label, "win.new-year");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (list));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return g_steal_pointer (&menu);
}

/**
 * xyb_window_update_years:
 * @self: the window
 *
 * Fills the 年度 switcher; the year in view has the mark.
 */
void
xyb_window_update_years (XybWindow *self)
{
  int year = self->office != NULL ? xyb_office_get_year (self->office) : 0;
  g_autofree char *label = year != 0 ? g_strdup_printf (_ ("%d 年"), year) : g_strdup (_ ("年度"));
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "year");

  if (self->office != NULL)
    {
      g_autoptr (GArray) years = xyb_office_list_years (self->office);
      g_autoptr (GMenu) menu = year_menu_new (self, years);

      gtk_menu_button_set_menu_model (self->year_button, G_MENU_MODEL (menu));
    }
  gtk_menu_button_set_label (self->year_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->year_button), self->office != NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_int32 (year));
}

/**
 * xyb_window_step_year:
 * @self: the window
 * @step: 1 for the next year that has a plan, -1 for the one before
 *
 * Shows another year; at the end nothing happens.
 */
void
xyb_window_step_year (XybWindow *self, int step)
{
  g_autoptr (GArray) years = self->office != NULL ? xyb_office_list_years (self->office) : NULL;
  int now = self->office != NULL ? xyb_office_get_year (self->office) : 0;

  for (int i = 0; years != NULL && i < (int) years->len; i++)
    if (g_array_index (years, int, i) == now && i + step >= 0 && i + step < (int) years->len)
      {
        xyb_window_leave_field (self);
        xyb_office_set_year (self->office, g_array_index (years, int, i + step));
        return;
      }
}

/* ---- a new year ---- */

/**
 * xyb_window_next_year:
 * @self: a window with an office
 *
 * Returns: the year a new plan is probably for
 */
int
xyb_window_next_year (XybWindow *self)
{
  g_autoptr (GArray) years = xyb_office_list_years (self->office);
  g_autofree char *today = xyb_date_today ();

  return xyb_plan_next_year (years, atoi (today));
}

static void
made_cb (XybYearDialog *dialog, int year, XybWindow *self)
{
  if (self->office == NULL)
    return;
  xyb_office_set_year (self->office, year);
  xyb_window_show_page (self, "overview");
}

/**
 * xyb_window_new_year:
 * @self: the window
 *
 * Opens the sheet on which a new year is confirmed.
 */
void
xyb_window_new_year (XybWindow *self)
{
  XybYearDialog *dialog;

  if (self->office == NULL || xyb_office_is_read_only (self->office))
    return;
  xyb_window_leave_field (self);
  dialog = xyb_year_dialog_new (GTK_WINDOW (self), self->office, xyb_window_next_year (self));
  g_signal_connect_object (dialog, "made", G_CALLBACK (made_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
