/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-print-view-private.h"

#include <math.h>

static void
scroll_by (XybPrintView *self, GtkOrientation orientation, double pixels)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pixels);
}

static void
turn_page (XybPrintView *self, int direction)
{
  if (direction > 0 && self->page + 1 < xyb_print_view_get_n_pages (self))
    xyb_print_view_show_page (self, self->page + 1);
  else if (direction < 0 && self->page > 0)
    xyb_print_view_show_page (self, self->page - 1);
}

/**
 * xyb_print_view_turn:
 * @self: a view
 * @direction: 1 onwards, -1 back
 *
 * By whole sheets where a whole sheet is on screen, else by what is on screen.
 */
void
xyb_print_view_turn (XybPrintView *self, int direction)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  g_return_if_fail (XYB_IS_PRINT_VIEW (self));

  if (self->sheets == NULL)
    return;
  if (xyb_print_sheets_get_page_height (self->sheets, self->page) <= height)
    turn_page (self, direction);
  else
    scroll_by (self, GTK_ORIENTATION_VERTICAL, direction * XYB_PRINT_PAGE_STEP * height);
}

static gboolean
page_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  xyb_print_view_turn (XYB_PRINT_VIEW (widget), g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
sheet_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  turn_page (XYB_PRINT_VIEW (widget), g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
end_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  XybPrintView *self = XYB_PRINT_VIEW (widget);

  if (self->sheets != NULL)
    xyb_print_view_show_page (self, g_variant_get_int32 (args) < 0 ? 0 : G_MAXUINT);
  return TRUE;
}

static gboolean
down_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  scroll_by (XYB_PRINT_VIEW (widget), GTK_ORIENTATION_VERTICAL,
             g_variant_get_int32 (args) * XYB_PRINT_LINE_STEP);
  return TRUE;
}

static gboolean
right_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  scroll_by (XYB_PRINT_VIEW (widget), GTK_ORIENTATION_HORIZONTAL,
             g_variant_get_int32 (args) * XYB_PRINT_LINE_STEP);
  return TRUE;
}

/* The keys of what is read on a screen: lines, screens, sheets, both ends. */
void
xyb_print_view_add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    GtkShortcutFunc func;
    int way;
  } keys[] = {
    { GDK_KEY_Page_Down, 0, page_key_cb, 1 },
    { GDK_KEY_KP_Page_Down, 0, page_key_cb, 1 },
    { GDK_KEY_space, 0, page_key_cb, 1 },
    { GDK_KEY_Page_Up, 0, page_key_cb, -1 },
    { GDK_KEY_KP_Page_Up, 0, page_key_cb, -1 },
    { GDK_KEY_space, GDK_SHIFT_MASK, page_key_cb, -1 },
    { GDK_KEY_Page_Down, GDK_CONTROL_MASK, sheet_key_cb, 1 },
    { GDK_KEY_Page_Up, GDK_CONTROL_MASK, sheet_key_cb, -1 },
    { GDK_KEY_Home, 0, end_key_cb, -1 },
    { GDK_KEY_End, 0, end_key_cb, 1 },
    { GDK_KEY_Down, 0, down_key_cb, 1 },
    { GDK_KEY_Up, 0, down_key_cb, -1 },
    { GDK_KEY_Right, 0, right_key_cb, 1 },
    { GDK_KEY_Left, 0, right_key_cb, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (klass, keys[i].key, keys[i].state, keys[i].func, "i",
                                  keys[i].way);
}

static gboolean
wheel_cb (GtkEventControllerScroll *controller, double dx, double dy, XybPrintView *self)
{
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  self->wheel += dy;
  if (fabs (self->wheel) < 1)
    return TRUE;
  xyb_print_view_zoom (self, self->wheel < 0 ? 1 : -1);
  self->wheel = 0;
  return TRUE;
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, GtkWidget *widget)
{
  gtk_widget_grab_focus (widget);
}

/* Ctrl+wheel zooms, a click takes the focus: the keys need it. */
void
xyb_print_view_add_controllers (XybPrintView *self)
{
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (wheel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
