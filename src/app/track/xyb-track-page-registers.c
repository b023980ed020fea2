/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-page-private.h"

#include "xyb-award-view.h"
#include "xyb-candidate-view.h"
#include "xyb-i18n.h"
#include "xyb-provider-view.h"
#include "xyb-track-sheet-page.h"

/* The registers beside the tracks: who may apply, who has passed over the years, who serves whom.
 * Each is a view with actions of its own; the keys of the page are passed on to it. */

static const struct
{
  const char *name; /* of its actions, too */
  const char *title;
  GtkWidget *(*create) (XybOffice *office);
} registers[] = {
  { "candidate", N_ ("可申报企业"), xyb_candidate_view_new },
  { "award", N_ ("认定名册"), xyb_award_view_new },
  { "provider", N_ ("服务机构"), xyb_provider_view_new },
};

static XybOffice *
get_office (XybTrackPage *self)
{
  return xyb_page_get_office (XYB_PAGE (self));
}

static gboolean
has_year (XybOffice *office, int year)
{
  GArray *years = xyb_office_list_years (office);
  gboolean found = FALSE;

  for (guint i = 0; years != NULL && i < years->len; i++)
    found = found || g_array_index (years, int, i) == year;
  return found;
}

/* What is of a year the office has no plan of is seen in the register. */
static void
open_cb (GtkWidget *view, gint64 enterprise_id, int track, int year, XybTrackPage *self)
{
  XybOffice *office = get_office (self);

  if (!has_year (office, year))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "(sx)", "enterprise",
                                  enterprise_id);
      return;
    }
  if (year != xyb_office_get_year (office))
    xyb_office_set_year (office, year);
  xyb_track_sheet_open (GTK_WIDGET (self), (XybTrack) track, enterprise_id, NULL);
}

static void
show_register (XybTrackPage *self, guint index)
{
  const char *name = registers[index].name;
  GtkWidget *view = gtk_stack_get_child_by_name (self->views, name);

  if (view == NULL)
    {
      view = registers[index].create (get_office (self));
      g_signal_connect_object (view, "open-enterprise", G_CALLBACK (open_cb), self, 0);
      gtk_stack_add_named (self->views, view, name);
    }
  gtk_stack_set_visible_child (self->views, view);
  gtk_widget_set_visible (self->look_switch, FALSE);
  xyb_track_page_update_actions (self);
}

static void
toggled_cb (GtkToggleButton *button, XybTrackPage *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "register"));

  if (!self->filling && gtk_toggle_button_get_active (button))
    show_register (self, index);
}

/**
 * xyb_track_page_add_registers:
 * @self: a page that is being made, with its tracks
 */
void
xyb_track_page_add_registers (XybTrackPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (registers[i].title));

      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->track_buttons[0]);
      g_object_set_data (G_OBJECT (button), "register", GUINT_TO_POINTER (i));
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (self->view_switch, button);
      self->register_buttons[i] = GTK_TOGGLE_BUTTON (button);
    }
}

/**
 * xyb_track_page_show_register:
 * @self: the page
 * @name: candidate, award or provider
 *
 * Returns: (transfer none) (nullable): its view, which is in view now
 */
GtkWidget *
xyb_track_page_show_register (XybTrackPage *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (g_str_equal (registers[i].name, name))
      {
        gtk_toggle_button_set_active (self->register_buttons[i], TRUE);
        return gtk_stack_get_visible_child (self->views);
      }
  return NULL;
}

/* NULL while a track is shown. */
static GtkWidget *
get_register (XybTrackPage *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->views);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "track") == 0 ? NULL : view;
}

/**
 * xyb_track_page_act_on_register:
 * @self: the page
 * @action: export, print, add
 *
 * Returns: whether a register is shown, which has been asked to
 */
gboolean
xyb_track_page_act_on_register (XybTrackPage *self, const char *action)
{
  GtkWidget *view = get_register (self);
  g_autofree char *name = NULL;

  if (view == NULL)
    return FALSE;
  name = g_strdup_printf ("%s.%s", gtk_stack_get_visible_child_name (self->views), action);
  gtk_widget_activate_action (view, name, NULL);
  return TRUE;
}

/**
 * xyb_track_page_search_register:
 * @self: the page
 *
 * Returns: whether a register with a search is shown; the cursor is in it
 */
gboolean
xyb_track_page_search_register (XybTrackPage *self)
{
  GtkWidget *view = get_register (self);

  if (XYB_IS_CANDIDATE_VIEW (view))
    xyb_candidate_view_grab_search (XYB_CANDIDATE_VIEW (view));
  else if (XYB_IS_AWARD_VIEW (view))
    xyb_award_view_grab_search (XYB_AWARD_VIEW (view));
  else
    return FALSE;
  return TRUE;
}
