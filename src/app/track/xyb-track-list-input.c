/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-list-private.h"

#include <inttypes.h>

#include "xyb-i18n.h"

/* Keys, the mouse, and what is dragged. */

static void
open_line (XybTrackList *self, guint index)
{
  const XybTrackLine *line = xyb_track_list_get_line (self, index);

  if (line != NULL)
    g_signal_emit_by_name (self, "opened", line->enterprise_id);
}

/* From where Shift began to the cursor. */
static void
select_stretch (XybTrackList *self)
{
  if (xyb_track_list_get_n (self) > 0)
    xyb_track_selection_add_lines (self->selection, self->lines, MIN (self->anchor, self->cursor),
                                   MAX (self->anchor, self->cursor), TRUE);
}

static void
select_alone (XybTrackList *self, guint index)
{
  xyb_track_selection_add_lines (self->selection, self->lines, index, index, TRUE);
}

static void
toggle (XybTrackList *self, guint index)
{
  const XybTrackLine *line = xyb_track_list_get_line (self, index);

  if (line != NULL)
    xyb_track_selection_set (self->selection, line->enterprise_id,
                             !xyb_track_selection_contains (self->selection, line->enterprise_id));
}

/* ---- keys ---- */

static guint
page_size (XybTrackList *self)
{
  int height = xyb_track_list_get_height (self);

  return (guint) MAX (1, height > 0 ? gtk_widget_get_height (GTK_WIDGET (self)) / height - 1 : 1);
}

/* Where a key takes the cursor; its own place for a key that takes it nowhere. */
static guint
place_after (XybTrackList *self, guint keyval)
{
  guint last = MAX (xyb_track_list_get_n (self), 1) - 1;
  guint page = page_size (self);

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return self->cursor > 0 ? self->cursor - 1 : 0;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return MIN (self->cursor + 1, last);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return self->cursor > page ? self->cursor - page : 0;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return MIN (self->cursor + page, last);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return 0;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return last;
    default:
      return self->cursor;
    }
}

static gboolean
is_moving (guint keyval)
{
  static const guint keys[]
    = { GDK_KEY_Up,      GDK_KEY_KP_Up,      GDK_KEY_Down,      GDK_KEY_KP_Down,
        GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down,
        GDK_KEY_Home,    GDK_KEY_KP_Home,    GDK_KEY_End,       GDK_KEY_KP_End };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i] == keyval)
      return TRUE;
  return FALSE;
}

static void
move_cursor (XybTrackList *self, guint keyval, gboolean selecting)
{
  xyb_track_list_set_cursor (self, place_after (self, keyval));
  if (selecting)
    select_stretch (self);
  else
    self->anchor = self->cursor;
}

static gboolean
act (XybTrackList *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      toggle (self, self->cursor);
      self->anchor = self->cursor;
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      open_line (self, self->cursor);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      g_signal_emit_by_name (self, "beside", -1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      g_signal_emit_by_name (self, "beside", 1);
      return TRUE;
    case GDK_KEY_Escape:
      if (xyb_track_selection_get_n (self->selection) == 0)
        return FALSE;
      xyb_track_selection_clear (self->selection);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                XybTrackList *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (modifiers == GDK_CONTROL_MASK && (keyval == GDK_KEY_a || keyval == GDK_KEY_A))
    {
      if (xyb_track_list_get_n (self) > 0)
        xyb_track_selection_add_lines (self->selection, self->lines, 0, self->lines->len - 1,
                                       FALSE);
      return TRUE;
    }
  if (is_moving (keyval) && (modifiers & ~GDK_SHIFT_MASK) == 0)
    {
      move_cursor (self, keyval, (modifiers & GDK_SHIFT_MASK) != 0);
      return TRUE;
    }
  return modifiers == 0 && act (self, keyval);
}

/* ---- the mouse ---- */

/* One of several that are selected may be about to be dragged with them: it stays one of them
 * until the button is let go. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, XybTrackList *self)
{
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint index;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->pressed = G_MAXUINT;
  if (!xyb_track_list_line_at (self, y, &index))
    {
      xyb_track_selection_clear (self->selection);
      return;
    }
  if ((state & GDK_SHIFT_MASK) == 0)
    self->anchor = index;
  self->cursor = index;
  if (n_press == 2)
    open_line (self, index);
  else if ((state & GDK_SHIFT_MASK) != 0)
    select_stretch (self);
  else if ((state & GDK_CONTROL_MASK) != 0)
    toggle (self, index);
  else if (xyb_track_selection_contains (self->selection,
                                         xyb_track_list_get_line (self, index)->enterprise_id))
    self->pressed = index;
  else
    select_alone (self, index);
  xyb_track_list_say (self);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, XybTrackList *self)
{
  guint index = self->pressed;

  self->pressed = G_MAXUINT;
  if (index < xyb_track_list_get_n (self))
    select_alone (self, index);
}

/* ---- dragging ---- */

static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source, double x, double y, XybTrackList *self)
{
  guint index;

  self->pressed = G_MAXUINT;
  if (!xyb_track_list_line_at (self, y, &index) || xyb_track_selection_get_n (self->selection) == 0)
    return NULL;
  return gdk_content_provider_new_typed (XYB_TYPE_TRACK_SELECTION, self->selection);
}

static void
begin_drag_cb (GtkDragSource *source, GdkDrag *drag, XybTrackList *self)
{
  guint n = xyb_track_selection_get_n (self->selection);
  const XybTrackLine *line = xyb_track_list_get_line (self, self->cursor);
  g_autofree char *words = n == 1 && line != NULL ? g_strdup (line->enterprise_name)
                                                  : g_strdup_printf (_ ("%u 家企业"), n);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, "track-drag");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static void
focus_cb (GtkEventControllerFocus *controller, XybTrackList *self)
{
  xyb_track_list_say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
query_tooltip_cb (GtkWidget *widget,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  XybTrackList *self)
{
  guint index = self->cursor;
  const XybTrackLine *line;

  if (!keyboard && !xyb_track_list_line_at (self, y, &index))
    return FALSE;
  line = xyb_track_list_get_line (self, index);
  if (line == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, line->enterprise_name);
  return TRUE;
}

void
xyb_track_list_add_controllers (XybTrackList *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *drag = gtk_drag_source_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect (drag, "prepare", G_CALLBACK (prepare_drag_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_drag_cb), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
}
