/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sheet-private.h"

#include <math.h>

#include "xyb-i18n.h"

/* Clicks, dragging a range, the context menu, tooltips of what is cut off. */

static gboolean
is_in_heads (XybSheet *self, double y)
{
  return y < xyb_sheet_top_height (self);
}

static XybSheetPlace
place_at (XybSheet *self, double x, double y)
{
  return (XybSheetPlace){ xyb_sheet_row_at (self, y), xyb_sheet_column_at (self, x) };
}

static gboolean
is_outside (XybSheet *self, double x, double y)
{
  int top;
  int bottom;

  xyb_sheet_body_edges (self, &top, &bottom);
  return !xyb_sheet_has_cells (self) || x >= xyb_sheet_view_x (self, self->n_columns)
         || y >= bottom + xyb_sheet_foot_height (self)
         || (y >= top && y < bottom
             && (int) y >= xyb_sheet_view_y (self, 0)
                             + (int) xyb_sheet_n_body_rows (self) * self->row_height);
}

/* A name in the frozen columns stands for its row. */
static gboolean
is_row_head (XybSheet *self, XybSheetPlace place)
{
  return place.column < self->n_frozen
         && !xyb_sheet_model_is_editable (self->model, place.row, place.column);
}

/* ---- the first button ---- */

static void
select_at (XybSheet *self, double x, double y, gboolean extend)
{
  XybSheetPlace place = place_at (self, x, y);

  if (is_in_heads (self, y))
    xyb_sheet_select_column (self, place.column, extend);
  else if (is_row_head (self, place))
    xyb_sheet_select_row (self, place.row, place.column, extend);
  else
    xyb_sheet_go (self, place, extend);
}

static void
double_click (XybSheet *self)
{
  if (!self->activates && xyb_sheet_start_edit (self))
    return;
  g_signal_emit (self, xyb_sheet_signals[XYB_SHEET_ACTIVATED], 0, self->cursor.row,
                 self->cursor.column);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, XybSheet *self)
{
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (is_outside (self, x, y))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2 && !is_in_heads (self, y))
    double_click (self);
  else if (n_press == 1)
    select_at (self, x, y, (state & GDK_SHIFT_MASK) != 0);
}

/* ---- dragging a range ---- */

static void
drag_to (XybSheet *self)
{
  XybSheetPlace place = place_at (self, self->drag_x, self->drag_y);
  XybSheetPlace start = self->anchor;
  guint body = xyb_sheet_n_body_rows (self);
  int top;
  int bottom;

  xyb_sheet_body_edges (self, &top, &bottom);
  /* Over the edge the range goes one row on at each tick. */
  if (self->drag_y < top && start.row < body)
    place.row = self->extent.row > 0 ? self->extent.row - 1 : 0;
  else if (self->drag_y >= bottom && start.row < body
           && gtk_adjustment_get_value (self->adjustments[1]) + 1
                < gtk_adjustment_get_upper (self->adjustments[1])
                    - gtk_adjustment_get_page_size (self->adjustments[1]))
    place.row = MIN (self->extent.row + 1, body - 1);
  if (place.row != self->extent.row || place.column != self->extent.column)
    xyb_sheet_go (self, place, TRUE);
}

static gboolean
drag_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  drag_to (XYB_SHEET (widget));
  return G_SOURCE_CONTINUE;
}

/**
 * xyb_sheet_stop_drag:
 * @self: the sheet
 *
 * The range stays as it is.
 */
void
xyb_sheet_stop_drag (XybSheet *self)
{
  self->dragging = FALSE;
  if (self->drag_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag_tick);
  self->drag_tick = 0;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, XybSheet *self)
{
  self->dragging = self->mode == XYB_SHEET_IDLE && !is_in_heads (self, y)
                   && !is_outside (self, x, y) && !is_row_head (self, place_at (self, x, y));
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, XybSheet *self)
{
  double x;
  double y;

  if (!self->dragging || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy)
      && self->drag_tick == 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->drag_x = x + dx;
  self->drag_y = y + dy;
  if (self->drag_tick == 0)
    self->drag_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), drag_tick_cb, NULL, NULL);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, XybSheet *self)
{
  if (self->drag_tick != 0)
    drag_to (self);
  xyb_sheet_stop_drag (self);
}

/* ---- the context menu ---- */

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xyb_sheet_copy (XYB_SHEET (widget));
}

static void
cut_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xyb_sheet_cut (XYB_SHEET (widget));
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xyb_sheet_paste (XYB_SHEET (widget));
}

static void
clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xyb_sheet_clear (XYB_SHEET (widget));
}

static void
fill_down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xyb_sheet_fill_down (XYB_SHEET (widget));
}

/**
 * xyb_sheet_add_menu_actions:
 * @klass: the sheet's class
 *
 * What the context menu can do.
 */
void
xyb_sheet_add_menu_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "sheet.copy", NULL, copy_cb);
  gtk_widget_class_install_action (klass, "sheet.cut", NULL, cut_cb);
  gtk_widget_class_install_action (klass, "sheet.paste", NULL, paste_cb);
  gtk_widget_class_install_action (klass, "sheet.clear", NULL, clear_cb);
  gtk_widget_class_install_action (klass, "sheet.fill-down", NULL, fill_down_cb);
}

static gboolean
any_editable (XybSheet *self)
{
  XybSheetRange range;

  xyb_sheet_get_range (self, &range);
  for (guint row = range.row; row < range.row + range.n_rows; row++)
    for (guint column = range.column; column < range.column + range.n_columns; column++)
      if (xyb_sheet_model_is_editable (self->model, row, column))
        return TRUE;
  return FALSE;
}

static void
update_actions (XybSheet *self)
{
  gboolean editable = any_editable (self);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "sheet.cut", editable);
  gtk_widget_action_set_enabled (widget, "sheet.paste", editable);
  gtk_widget_action_set_enabled (widget, "sheet.clear", editable);
  gtk_widget_action_set_enabled (widget, "sheet.fill-down", editable);
}

static void
append (GMenu *menu, const char *label, const char *action, const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (menu, item);
}

static GMenuModel *
menu_new (XybSheet *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) clipboard = g_menu_new ();
  g_autoptr (GMenu) cells = g_menu_new ();

  append (clipboard, _ ("复制"), "sheet.copy", "<Control>c");
  append (clipboard, _ ("粘贴"), "sheet.paste", "<Control>v");
  append (clipboard, _ ("剪切"), "sheet.cut", "<Control>x");
  append (cells, _ ("清除"), "sheet.clear", "Delete");
  append (cells, _ ("向下填充"), "sheet.fill-down", "<Control>d");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (clipboard));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (cells));
  if (self->extra_menu != NULL)
    g_menu_append_section (menu, NULL, self->extra_menu);
  return G_MENU_MODEL (menu);
}

/* Gone only after the chosen item has done its work. */
static gboolean
drop_menu (gpointer user_data)
{
  if (gtk_widget_get_parent (GTK_WIDGET (user_data)) != NULL)
    gtk_widget_unparent (GTK_WIDGET (user_data));
  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (GtkPopover *popover, XybSheet *self)
{
  self->menu = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_menu, g_object_ref (popover), g_object_unref);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * xyb_sheet_pop_up:
 * @self: the sheet
 * @at: what the menu points to
 *
 * Opens the context menu of the range.
 */
void
xyb_sheet_pop_up (XybSheet *self, const GdkRectangle *at)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (!xyb_sheet_commit (self))
    return;
  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  update_actions (self);
  menu = menu_new (self);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  g_signal_connect (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, XybSheet *self)
{
  XybSheetPlace place = place_at (self, x, y);
  XybSheetRange range;
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  if (is_outside (self, x, y) || is_in_heads (self, y))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  xyb_sheet_get_range (self, &range);
  if ((place.row < range.row || place.row >= range.row + range.n_rows || place.column < range.column
       || place.column >= range.column + range.n_columns)
      && !xyb_sheet_go (self, place, FALSE))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  xyb_sheet_pop_up (self, &at);
}

/**
 * xyb_sheet_set_extra_menu:
 * @self: the sheet
 * @menu: (nullable): what the page adds to the context menu
 *
 * Its actions are the page's.
 */
void
xyb_sheet_set_extra_menu (XybSheet *self, GMenuModel *menu)
{
  g_return_if_fail (XYB_IS_SHEET (self));

  g_set_object (&self->extra_menu, menu);
}

/* ---- the wheel ---- */

#define PIXELS_A_STEP 2.5 /* of a touchpad, as GtkScrolledWindow has it */

/* A sheet that shows all its rows leaves the wheel to the page; its own scrolled window, which is
 * there for the columns, would swallow it. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, XybSheet *self)
{
  GtkAdjustment *own = self->adjustments[GTK_ORIENTATION_VERTICAL];
  GtkWidget *outer = xyb_sheet_outer_scroller (self);
  GtkAdjustment *adjustment;
  double step;

  if (dy == 0 || outer == NULL
      || gtk_adjustment_get_upper (own) > gtk_adjustment_get_page_size (own))
    return FALSE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (outer));
  step = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL
           ? pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0)
           : PIXELS_A_STEP;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy * step);
  return TRUE;
}

/* ---- tooltips ---- */

static gboolean
query_tooltip_cb (XybSheet *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  gpointer user_data)
{
  g_autofree char *text = NULL;
  XybSheetPlace place;
  GdkRectangle area;

  if (keyboard || is_outside (self, x, y) || is_in_heads (self, y))
    return FALSE;
  place = place_at (self, x, y);
  if (!xyb_sheet_is_cut_off (self, place.row, place.column, &text))
    return FALSE;
  area = xyb_sheet_cell_area (self, place.row, place.column);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

/**
 * xyb_sheet_add_mouse:
 * @self: a new sheet
 *
 * Connects the pointer.
 */
void
xyb_sheet_add_mouse (XybSheet *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkEventController *wheel
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
  gtk_gesture_group (self->drag, click);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
