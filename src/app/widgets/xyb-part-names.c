/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-part-names.h"

static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

/* The only way to ask GTK 4.8. */
static gboolean
has_name (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* In a row of a form the row's title is the name; what stands in a drop-down is its value. */
static gboolean
name_by_row (GtkWidget *part, GtkWidget *whole)
{
  GtkWidget *row = gtk_widget_get_ancestor (whole, ADW_TYPE_PREFERENCES_ROW);
  const char *title;

  if (row == NULL || !GTK_IS_DROP_DOWN (whole))
    return FALSE;
  title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  if (title == NULL || *title == '\0')
    return FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return TRUE;
}

static void
name_part (GtkWidget *part, GtkWidget *whole)
{
  GtkWidget *label = has_name (whole) ? whole : find_label (whole);

  if (!has_name (whole) && name_by_row (part, whole))
    return;
  if (label != NULL && !has_name (part))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    label, NULL, -1);
}

/* The arrow of a split button says what its tooltip says. */
static void
name_arrow (AdwSplitButton *whole, GtkWidget *arrow)
{
  const char *tooltip = adw_split_button_get_dropdown_tooltip (whole);

  if (tooltip != NULL && *tooltip != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                    -1);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);
  GtkWidget *child = NULL;

  if (GTK_IS_COLUMN_VIEW (gtk_widget_get_parent (widget)) && gtk_widget_get_focusable (widget))
    name_part (widget, gtk_widget_get_parent (widget));
  if (GTK_IS_MENU_BUTTON (widget) && ADW_IS_SPLIT_BUTTON (gtk_widget_get_parent (widget)))
    name_arrow (ADW_SPLIT_BUTTON (gtk_widget_get_parent (widget)), widget);
  if (GTK_IS_DROP_DOWN (widget) || GTK_IS_MENU_BUTTON (widget))
    child = gtk_widget_get_first_child (widget);
  if (child != NULL && GTK_IS_TOGGLE_BUTTON (child))
    name_part (child, widget);
  return TRUE;
}

/**
 * xyb_part_names_start:
 *
 * Names such buttons when they come on screen; done once, at the start of the program.
 */
void
xyb_part_names_start (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
