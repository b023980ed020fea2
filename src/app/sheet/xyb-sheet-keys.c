/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sheet-private.h"

#include "xyb-i18n.h"

/* The keys of a spreadsheet. The sheet sees them before its text widget does, so that one key can
 * set a mark; while an input method composes every key is the input method's. */

#define MODIFIERS                                                                                  \
  (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

/* The keypad's keys do what their neighbours do. */
static guint
plain_key (guint keyval)
{
  static const guint pairs[][2] = {
    { GDK_KEY_KP_Up, GDK_KEY_Up },           { GDK_KEY_KP_Down, GDK_KEY_Down },
    { GDK_KEY_KP_Left, GDK_KEY_Left },       { GDK_KEY_KP_Right, GDK_KEY_Right },
    { GDK_KEY_KP_Home, GDK_KEY_Home },       { GDK_KEY_KP_End, GDK_KEY_End },
    { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up }, { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down },
    { GDK_KEY_KP_Enter, GDK_KEY_Return },    { GDK_KEY_ISO_Enter, GDK_KEY_Return },
    { GDK_KEY_KP_Tab, GDK_KEY_Tab },         { GDK_KEY_ISO_Left_Tab, GDK_KEY_Tab },
    { GDK_KEY_KP_Delete, GDK_KEY_Delete },   { GDK_KEY_KP_Insert, GDK_KEY_Insert },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][0] == keyval)
      return pairs[i][1];
  return keyval;
}

/* ---- going about ---- */

static gboolean
is_blank (XybSheet *self, guint row, guint column)
{
  g_autofree char *text = xyb_sheet_model_dup_text (self->model, row, column);

  return text == NULL || *text == '\0';
}

/* Ctrl+arrow goes to the end of what is filled, or over what is blank, as in Excel. */
static XybSheetPlace
find_edge (XybSheet *self, XybSheetPlace from, int columns, int rows)
{
  gint64 row = from.row;
  gint64 column = from.column;
  gboolean over_blanks = FALSE;
  gboolean first = TRUE;

  for (;; first = FALSE)
    {
      gint64 next_row = row + rows;
      gint64 next_column = column + columns;
      gboolean blank;

      if (next_row < 0 || next_row >= self->n_rows || next_column < 0
          || next_column >= self->n_columns)
        break;
      blank = is_blank (self, (guint) next_row, (guint) next_column);
      if (first)
        over_blanks = blank || is_blank (self, from.row, from.column);
      else if (!over_blanks && blank)
        break;
      row = next_row;
      column = next_column;
      if (over_blanks && !blank)
        break;
    }
  return (XybSheetPlace){ (guint) row, (guint) column };
}

static gboolean
arrow (XybSheet *self, int columns, int rows, GdkModifierType state)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;

  if ((state & GDK_CONTROL_MASK) != 0)
    xyb_sheet_go (self, find_edge (self, extend ? self->extent : self->cursor, columns, rows),
                  extend);
  else
    xyb_sheet_step (self, columns, rows, extend);
  return TRUE;
}

static int
page_rows (XybSheet *self)
{
  int top;
  int bottom;

  xyb_sheet_body_edges (self, &top, &bottom);
  return MAX ((bottom - top) / self->row_height - 1, 1);
}

static gboolean
home_or_end (XybSheet *self, gboolean end, GdkModifierType state)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;
  XybSheetPlace place = extend ? self->extent : self->cursor;

  place.column = end ? self->n_columns - 1 : 0;
  if ((state & GDK_CONTROL_MASK) != 0)
    place.row = end ? self->n_rows - 1 : 0;
  xyb_sheet_go (self, place, extend);
  return TRUE;
}

static gboolean
travel_key (XybSheet *self, guint key, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Up:
      return arrow (self, 0, -1, state);
    case GDK_KEY_Down:
      return arrow (self, 0, 1, state);
    case GDK_KEY_Left:
      return arrow (self, -1, 0, state);
    case GDK_KEY_Right:
      return arrow (self, 1, 0, state);
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      if ((state & GDK_CONTROL_MASK) != 0)
        return FALSE;
      xyb_sheet_step (self, 0, key == GDK_KEY_Page_Up ? -page_rows (self) : page_rows (self),
                      (state & GDK_SHIFT_MASK) != 0);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_End:
      return home_or_end (self, key == GDK_KEY_End, state);
    default:
      return FALSE;
    }
}

/* At its ends Tab is no longer the sheet's: no keyboard trap. What is refused keeps the cursor. */
static gboolean
tab_key (XybSheet *self, gboolean back, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) != 0)
    return FALSE;
  return !xyb_sheet_commit (self) || xyb_sheet_go_on (self, back);
}

static gboolean
return_key (XybSheet *self, gboolean back)
{
  if (!back
      && (self->activates
          || !xyb_sheet_model_is_editable (self->model, self->cursor.row, self->cursor.column))
      && g_signal_has_handler_pending (self, xyb_sheet_signals[XYB_SHEET_ACTIVATED], 0, FALSE))
    g_signal_emit (self, xyb_sheet_signals[XYB_SHEET_ACTIVATED], 0, self->cursor.row,
                   self->cursor.column);
  else
    xyb_sheet_step (self, 0, back ? -1 : 1, FALSE);
  return TRUE;
}

/* ---- while a cell is open ---- */

static gboolean
open_cell_key (XybSheet *self, guint key, GdkModifierType state)
{
  gboolean back = (state & GDK_SHIFT_MASK) != 0;
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Escape:
      xyb_sheet_cancel_edit (self);
      return TRUE;
    case GDK_KEY_Return:
      if (control)
        xyb_sheet_fill_with_draft (self);
      else if (xyb_sheet_commit (self))
        xyb_sheet_step (self, 0, back ? -1 : 1, FALSE);
      return TRUE;
    case GDK_KEY_Tab:
      return tab_key (self, back, state);
    case GDK_KEY_F2:
      self->mode = XYB_SHEET_EDITING;
      gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      return control ? FALSE : travel_key (self, key, 0);
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_Home:
    case GDK_KEY_End:
      /* Opened with F2 they are the text's; begun by typing they leave, as in Excel. */
      if (self->mode == XYB_SHEET_EDITING || state != 0)
        return FALSE;
      return travel_key (self, key, 0);
    default:
      return FALSE;
    }
}

/* ---- with Ctrl ---- */

static gboolean
control_key (XybSheet *self, guint key, GdkModifierType state)
{
  if ((state & GDK_SHIFT_MASK) != 0)
    return FALSE;
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_a:
      xyb_sheet_select_all (self);
      return TRUE;
    case GDK_KEY_c:
    case GDK_KEY_Insert:
      xyb_sheet_copy (self);
      return TRUE;
    case GDK_KEY_x:
      xyb_sheet_cut (self);
      return TRUE;
    case GDK_KEY_v:
      xyb_sheet_paste (self);
      return TRUE;
    case GDK_KEY_d:
      xyb_sheet_fill_down (self);
      return TRUE;
    case GDK_KEY_r:
      xyb_sheet_fill_right (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* ---- a key by itself ---- */

static void
pop_up_at_cursor (XybSheet *self)
{
  GdkRectangle area;

  xyb_sheet_scroll_to (self, self->cursor);
  area = xyb_sheet_cell_area (self, self->cursor.row, self->cursor.column);
  xyb_sheet_pop_up (self, &area);
}

static gboolean
writes (guint keyval)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  return c != 0 && !g_unichar_iscntrl (c);
}

/* A mark set by one key (v for √) goes into the whole range; any other key begins typing, which the
 * text widget and its input method do. */
static gboolean
writing_key (XybSheet *self, guint keyval)
{
  g_autofree char *mark = NULL;
  g_autofree char *why = NULL;

  if (!xyb_sheet_model_is_editable (self->model, self->cursor.row, self->cursor.column))
    {
      why = xyb_sheet_dup_locked_sentence (self, self->cursor.row, self->cursor.column);
      if (writes (keyval))
        xyb_sheet_say_refused (self, why);
      return writes (keyval);
    }
  mark = xyb_sheet_model_text_of_key (self->model, self->cursor.row, self->cursor.column, keyval);
  if (mark == NULL)
    return FALSE;
  xyb_sheet_fill_range (self, mark, xyb_sheet_is_one_cell (self) ? NULL : _ ("填充"));
  return TRUE;
}

static gboolean
single_key (XybSheet *self, guint key, guint keyval, GdkModifierType state)
{
  gboolean back = (state & GDK_SHIFT_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Return:
      return return_key (self, back);
    case GDK_KEY_Tab:
      return tab_key (self, back, state);
    case GDK_KEY_F2:
      return xyb_sheet_start_edit (self);
    case GDK_KEY_Delete:
      xyb_sheet_clear (self);
      return TRUE;
    case GDK_KEY_BackSpace:
      xyb_sheet_begin_edit (self, XYB_SHEET_TYPING, "");
      return TRUE;
    case GDK_KEY_Insert:
      if (back)
        xyb_sheet_paste (self);
      return back;
    case GDK_KEY_Escape:
      if (xyb_sheet_is_one_cell (self))
        return FALSE;
      xyb_sheet_go (self, self->cursor, FALSE);
      return TRUE;
    case GDK_KEY_Menu:
      pop_up_at_cursor (self);
      return TRUE;
    case GDK_KEY_F10:
      if (back)
        pop_up_at_cursor (self);
      return back;
    default:
      return writing_key (self, keyval);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                XybSheet *self)
{
  GdkModifierType state = modifiers & MODIFIERS;
  guint key = plain_key (keyval);

  if (self->composing || self->menu != NULL || !xyb_sheet_has_cells (self)
      || (state & ~(GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  /* Some layouts report Shift+Tab by the key alone. */
  if (keyval == GDK_KEY_ISO_Left_Tab)
    state |= GDK_SHIFT_MASK;
  if (self->mode != XYB_SHEET_IDLE)
    return open_cell_key (self, key, state);
  if (travel_key (self, key, state))
    return TRUE;
  if ((state & GDK_CONTROL_MASK) != 0)
    return control_key (self, key, state);
  return single_key (self, key, keyval, state);
}

/**
 * xyb_sheet_add_keys:
 * @self: a new sheet
 *
 * Looks at the keys before the text widget.
 */
void
xyb_sheet_add_keys (XybSheet *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
