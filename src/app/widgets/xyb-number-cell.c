/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-number-cell.h"

#include <inttypes.h>

#include "xyb-amount.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

struct _XybNumberCell
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkText *text;

  /* owned */
  char *field;
  gint64 max;
  gint64 value;
  gboolean composing; /* an input method has text of its own in the cell */
  gboolean refused;   /* what stands in the cell is not what is stored */
};

G_DEFINE_FINAL_TYPE (XybNumberCell, xyb_number_cell, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_COMMIT,
  SIGNAL_DRAFT_CHANGED,
  SIGNAL_MOVE,
  SIGNAL_REFUSED,
  SIGNAL_ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
parse (XybNumberCell *self, gint64 *out_value, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));

  if (xyb_text_is_blank (text))
    {
      *out_value = XYB_UNSAID;
      return TRUE;
    }
  return xyb_count_parse (self->field, text, self->max, out_value, error);
}

static void
show_refusal (XybNumberCell *self, const char *sentence)
{
  self->refused = sentence != NULL;
  if (self->refused)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID,
                               self->refused ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, sentence);
}

static char *
stored_text (XybNumberCell *self)
{
  return self->value == XYB_UNSAID ? g_strdup ("") : g_strdup_printf ("%" PRId64, self->value);
}

static void
restore (XybNumberCell *self)
{
  g_autofree char *text = stored_text (self);

  if (xyb_number_cell_is_dirty (self))
    gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  if (self->refused)
    show_refusal (self, NULL);
}

static void
select_all (XybNumberCell *self)
{
  gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
}

/* Once stored, Ctrl+Z means the record again, not the keystrokes. */
static void
forget_typing (XybNumberCell *self)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), TRUE);
}

static void
move (XybNumberCell *self, int columns, int rows)
{
  if (xyb_number_cell_commit (self))
    g_signal_emit (self, signals[SIGNAL_MOVE], 0, columns, rows);
}

static gboolean
is_whole_selected (XybNumberCell *self)
{
  int start;
  int end;

  return gtk_editable_get_selection_bounds (GTK_EDITABLE (self->text), &start, &end) && start == 0
         && end == (int) gtk_text_get_text_length (self->text);
}

/* An arrow leaves the cell from its edge, or when the whole number is selected, as in Excel before
 * F2. */
static gboolean
arrow_leaves (XybNumberCell *self, gboolean to_right)
{
  GtkEditable *editable = GTK_EDITABLE (self->text);
  int length = (int) gtk_text_get_text_length (self->text);

  if (gtk_editable_get_selection_bounds (editable, NULL, NULL))
    return is_whole_selected (self);
  return gtk_editable_get_position (editable) == (to_right ? length : 0);
}

static gboolean
edit_key (XybNumberCell *self, guint keyval)
{
  if (keyval == GDK_KEY_Escape)
    {
      restore (self);
      select_all (self);
      return TRUE;
    }
  if (keyval == GDK_KEY_F2)
    {
      gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
      return TRUE;
    }
  return FALSE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                XybNumberCell *self)
{
  gboolean back = (state & GDK_SHIFT_MASK) != 0;

  if (self->composing || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, 0, -1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 0, 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      move (self, 0, back ? -1 : 1);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      move (self, back ? -1 : 1, 0);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      {
        gboolean to_right = keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;

        if (back || !arrow_leaves (self, to_right))
          return FALSE;
        move (self, to_right ? 1 : -1, 0);
        return TRUE;
      }
    default:
      return edit_key (self, keyval);
    }
}

/* As in Excel: a click selects, so that typing replaces, also where Enter has already put the
 * cursor; a double click goes into the number. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, XybNumberCell *self)
{
  gboolean has_focus = gtk_widget_has_focus (GTK_WIDGET (self->text));

  if (has_focus && !is_whole_selected (self))
    return;
  if (!has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
  if (n_press > 1)
    gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
  else
    select_all (self);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
preedit_changed_cb (GtkText *text, const char *preedit, XybNumberCell *self)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

static void
text_changed_cb (GtkEditable *editable, XybNumberCell *self)
{
  if (self->refused)
    show_refusal (self, NULL);
  g_signal_emit (self, signals[SIGNAL_DRAFT_CHANGED], 0);
}

static void
focus_enter_cb (GtkEventControllerFocus *controller, XybNumberCell *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "cursor");
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
}

static void
focus_leave_cb (GtkEventControllerFocus *controller, XybNumberCell *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "cursor");
  if (!self->refused)
    xyb_number_cell_commit (self);
}

static gboolean
xyb_number_cell_grab_focus (GtkWidget *widget)
{
  XybNumberCell *self = XYB_NUMBER_CELL (widget);
  gboolean grabbed = gtk_widget_grab_focus (GTK_WIDGET (self->text));

  select_all (self);
  return grabbed;
}

static void
xyb_number_cell_dispose (GObject *object)
{
  XybNumberCell *self = XYB_NUMBER_CELL (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (self->text != NULL)
    g_signal_handlers_disconnect_by_data (self->text, self);
  g_clear_pointer (&child, gtk_widget_unparent);
  self->text = NULL;
  g_clear_pointer (&self->field, g_free);
  G_OBJECT_CLASS (xyb_number_cell_parent_class)->dispose (object);
}

static void
xyb_number_cell_class_init (XybNumberCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_number_cell_dispose;
  widget_class->grab_focus = xyb_number_cell_grab_focus;

  /* A new number, to be stored. */
  signals[SIGNAL_COMMIT] = g_signal_new ("commit", XYB_TYPE_NUMBER_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_DRAFT_CHANGED]
    = g_signal_new ("draft-changed", XYB_TYPE_NUMBER_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  /* The cursor wants to go on: columns, rows. */
  signals[SIGNAL_MOVE] = g_signal_new ("move", XYB_TYPE_NUMBER_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  /* Why what stands there is not taken; NULL: no longer. */
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", XYB_TYPE_NUMBER_CELL, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ENTERED] = g_signal_new ("entered", XYB_TYPE_NUMBER_CELL, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/widgets/xyb-number-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, XybNumberCell, text);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preedit_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_leave_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "cell");
}

static void
xyb_number_cell_init (XybNumberCell *self)
{
  self->value = XYB_UNSAID;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_number_cell_new:
 * @field: what the column is called; stands in the sentence of a refusal
 * @label: the cell's name for a screen reader: 「周市镇，贯标企业数」
 * @max: the greatest number it takes
 *
 * Returns: (transfer floating): a cell, blank
 */
GtkWidget *
xyb_number_cell_new (const char *field, const char *label, gint64 max)
{
  XybNumberCell *self = g_object_new (XYB_TYPE_NUMBER_CELL, NULL);

  self->field = g_strdup (field);
  self->max = max;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * xyb_number_cell_set_value:
 * @self: a cell
 * @value: what is stored, or %XYB_UNSAID for blank
 *
 * Shows @value. What the clerk is just typing there stays, unless it is what has been stored now.
 */
void
xyb_number_cell_set_value (XybNumberCell *self, gint64 value)
{
  gint64 draft;
  gboolean parsed;

  g_return_if_fail (XYB_IS_NUMBER_CELL (self));

  parsed = xyb_number_cell_get_draft (self, &draft);
  if (xyb_number_cell_is_dirty (self) && !(parsed && draft == value)
      && (self->refused || gtk_widget_has_focus (GTK_WIDGET (self->text))))
    {
      self->value = value;
      return;
    }
  self->value = value;
  restore (self);
  forget_typing (self);
}

/**
 * xyb_number_cell_forget:
 * @self: a cell
 *
 * Drops what is typed there and was not taken: what stands in the cell is what is stored.
 */
void
xyb_number_cell_forget (XybNumberCell *self)
{
  g_return_if_fail (XYB_IS_NUMBER_CELL (self));

  restore (self);
  forget_typing (self);
}

/**
 * xyb_number_cell_get_value:
 * @self: a cell
 *
 * Returns: what is stored, or %XYB_UNSAID
 */
gint64
xyb_number_cell_get_value (XybNumberCell *self)
{
  g_return_val_if_fail (XYB_IS_NUMBER_CELL (self), XYB_UNSAID);

  return self->value;
}

/**
 * xyb_number_cell_get_draft:
 * @self: a cell
 * @out_value: (out): the number that stands there now, or the stored one
 *
 * Returns: whether what stands there is a number or blank
 */
gboolean
xyb_number_cell_get_draft (XybNumberCell *self, gint64 *out_value)
{
  gint64 draft;

  g_return_val_if_fail (XYB_IS_NUMBER_CELL (self), FALSE);

  *out_value = self->value;
  if (!parse (self, &draft, NULL))
    return FALSE;
  *out_value = draft;
  return TRUE;
}

/**
 * xyb_number_cell_is_dirty:
 * @self: a cell
 *
 * Returns: whether what stands there is not what is stored
 */
gboolean
xyb_number_cell_is_dirty (XybNumberCell *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (XYB_IS_NUMBER_CELL (self), FALSE);

  text = stored_text (self);
  return g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self->text))) != 0;
}

/**
 * xyb_number_cell_set_editable:
 * @self: a cell
 * @editable: whether it can be typed into
 *
 * An office that is open read-only has cells to look at.
 */
void
xyb_number_cell_set_editable (XybNumberCell *self, gboolean editable)
{
  g_return_if_fail (XYB_IS_NUMBER_CELL (self));

  gtk_editable_set_editable (GTK_EDITABLE (self->text), editable);
}

/**
 * xyb_number_cell_commit:
 * @self: a cell
 *
 * Hands a changed number to #XybNumberCell::commit, as on leaving the cell.
 *
 * Returns: %FALSE when what stands there was refused
 */
gboolean
xyb_number_cell_commit (XybNumberCell *self)
{
  g_autoptr (GError) error = NULL;
  gint64 draft = XYB_UNSAID;

  g_return_val_if_fail (XYB_IS_NUMBER_CELL (self), FALSE);

  if (!parse (self, &draft, &error))
    {
      show_refusal (self, error->message);
      return FALSE;
    }
  if (draft != self->value)
    g_signal_emit (self, signals[SIGNAL_COMMIT], 0, draft);
  restore (self); /* ８ becomes 8; what the store did not take becomes what it has */
  return TRUE;
}

/**
 * xyb_number_cell_get_text:
 * @self: a cell
 *
 * Returns: (transfer none): the text widget, for tests and focus
 */
GtkText *
xyb_number_cell_get_text (XybNumberCell *self)
{
  g_return_val_if_fail (XYB_IS_NUMBER_CELL (self), NULL);

  return self->text;
}
