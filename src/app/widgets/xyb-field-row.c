/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-field-row.h"

/* The column of names is six Chinese characters wide. */
#define NAME_CHARS 6

struct _XybFieldRow
{
  AdwPreferencesRow parent_instance;

  /* template widgets */
  GtkLabel *name;
  AdwBin *slot;
  GtkText *text;
  GtkWidget *message_box;
  GtkImage *message_icon;
  GtkLabel *message;
  GtkLabel *detail;
  GtkLabel *hint;
  AdwBin *suffix_slot;

  /* owned */
  char *value; /* what is stored */
  gboolean committing;
  gboolean refused;
};

G_DEFINE_FINAL_TYPE (XybFieldRow, xyb_field_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_SUFFIX,
  PROP_HINT,
  N_PROPS
};

enum
{
  SIGNAL_COMMIT,
  SIGNAL_EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Once stored, Ctrl+Z means the record again, not the keystrokes. */
static void
forget_typing (XybFieldRow *self)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), TRUE);
}

static void
show_value (XybFieldRow *self)
{
  if (xyb_field_row_is_dirty (self))
    gtk_editable_set_text (GTK_EDITABLE (self->text), self->value);
  forget_typing (self);
  if (self->refused)
    xyb_field_row_set_message (self, XYB_FIELD_PLAIN, NULL, NULL);
}

static void
text_changed_cb (GtkEditable *editable, XybFieldRow *self)
{
  if (self->refused)
    xyb_field_row_set_message (self, XYB_FIELD_PLAIN, NULL, NULL);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
activate_cb (GtkText *text, XybFieldRow *self)
{
  xyb_field_row_commit (self);
}

/* What was marked would stay grey in a field the clerk has left. */
static void
unmark (XybFieldRow *self)
{
  int position = gtk_editable_get_position (GTK_EDITABLE (self->text));

  if (gtk_editable_get_selection_bounds (GTK_EDITABLE (self->text), NULL, NULL))
    gtk_editable_select_region (GTK_EDITABLE (self->text), position, position);
}

static void
focus_leave_cb (GtkEventControllerFocus *controller, XybFieldRow *self)
{
  unmark (self);
  if (!self->refused)
    xyb_field_row_commit (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                XybFieldRow *self)
{
  if (keyval != GDK_KEY_Escape || !xyb_field_row_is_dirty (self))
    return FALSE;
  show_value (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
  return TRUE;
}

/* A long name stands in two even lines: 统一社会 over 信用代码. */
static char *
in_lines (const char *title)
{
  glong length = g_utf8_strlen (title, -1);
  const char *middle = g_utf8_offset_to_pointer (title, (length + 1) / 2);

  if (length <= NAME_CHARS)
    return g_strdup (title);
  return g_strdup_printf ("%.*s\n%s", (int) (middle - title), title, middle);
}

static void
title_changed_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  XybFieldRow *self = XYB_FIELD_ROW (object);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *lines = in_lines (title);

  gtk_label_set_label (self->name, lines);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

static void
set_child (XybFieldRow *self, GtkWidget *child)
{
  if (child == NULL)
    return;
  adw_bin_set_child (self->slot, child);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->name, NULL, -1);
}

static void
xyb_field_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XybFieldRow *self = XYB_FIELD_ROW (object);

  switch (id)
    {
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    case PROP_SUFFIX:
      adw_bin_set_child (self->suffix_slot, g_value_get_object (value));
      gtk_widget_set_visible (GTK_WIDGET (self->suffix_slot), TRUE);
      break;
    case PROP_HINT:
      xyb_field_row_set_hint (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xyb_field_row_dispose (GObject *object)
{
  XybFieldRow *self = XYB_FIELD_ROW (object);

  /* The cursor leaves a dying field without saving it. */
  self->refused = TRUE;
  G_OBJECT_CLASS (xyb_field_row_parent_class)->dispose (object);
}

static void
xyb_field_row_finalize (GObject *object)
{
  g_free (XYB_FIELD_ROW (object)->value);
  G_OBJECT_CLASS (xyb_field_row_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/widgets/xyb-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, XybFieldRow, name);
  gtk_widget_class_bind_template_child (widget_class, XybFieldRow, slot);
  gtk_widget_class_bind_template_child (widget_class, XybFieldRow, text);
  gtk_widget_class_bind_template_child (widget_class, XybFieldRow, message_box);
  gtk_widget_class_bind_template_child (widget_class, XybFieldRow, message_icon);
  gtk_widget_class_bind_template_child (widget_class, XybFieldRow, message);
  gtk_widget_class_bind_template_child (widget_class, XybFieldRow, detail);
  gtk_widget_class_bind_template_child (widget_class, XybFieldRow, hint);
  gtk_widget_class_bind_template_child (widget_class, XybFieldRow, suffix_slot);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
xyb_field_row_class_init (XybFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = xyb_field_row_dispose;
  object_class->finalize = xyb_field_row_finalize;
  object_class->set_property = xyb_field_row_set_property;

  /* Another widget in place of the text. */
  properties[PROP_CHILD] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SUFFIX] = g_param_spec_object ("suffix", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Changed text, to be stored. Answer with set_value() or refuse(). */
  signals[SIGNAL_COMMIT] = g_signal_new ("commit", XYB_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_EDITED] = g_signal_new ("edited", XYB_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
xyb_field_row_init (XybFieldRow *self)
{
  self->value = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
}

/**
 * xyb_field_row_set_value:
 * @self: a field
 * @value: (nullable): what is stored
 *
 * Shows @value; what the clerk is just typing stays.
 */
void
xyb_field_row_set_value (XybFieldRow *self, const char *value)
{
  gboolean typing;

  g_return_if_fail (XYB_IS_FIELD_ROW (self));

  typing = xyb_field_row_is_dirty (self) && !self->committing;
  g_free (self->value);
  self->value = g_strdup (value != NULL ? value : "");
  if (!typing)
    show_value (self);
}

/**
 * xyb_field_row_reset:
 * @self: a field
 * @value: (nullable): what is stored in another record
 *
 * Shows @value, whatever stood there.
 */
void
xyb_field_row_reset (XybFieldRow *self, const char *value)
{
  g_return_if_fail (XYB_IS_FIELD_ROW (self));

  g_free (self->value);
  self->value = g_strdup (value != NULL ? value : "");
  show_value (self);
}

/**
 * xyb_field_row_get_text:
 * @self: a field
 *
 * Returns: what stands there now
 */
const char *
xyb_field_row_get_text (XybFieldRow *self)
{
  g_return_val_if_fail (XYB_IS_FIELD_ROW (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->text));
}

/**
 * xyb_field_row_is_dirty:
 * @self: a field
 *
 * Returns: whether what stands there is not what is stored
 */
gboolean
xyb_field_row_is_dirty (XybFieldRow *self)
{
  g_return_val_if_fail (XYB_IS_FIELD_ROW (self), FALSE);

  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->text)), self->value) != 0;
}

/**
 * xyb_field_row_is_refused:
 * @self: a field
 *
 * Returns: whether what stands there was not taken
 */
gboolean
xyb_field_row_is_refused (XybFieldRow *self)
{
  g_return_val_if_fail (XYB_IS_FIELD_ROW (self), FALSE);

  return self->refused;
}

/**
 * xyb_field_row_refuse:
 * @self: a field
 * @sentence: why it is not taken
 *
 * Answers #XybFieldRow::commit: the text stays for the clerk to mend, the record is as it was.
 */
void
xyb_field_row_refuse (XybFieldRow *self, const char *sentence)
{
  g_return_if_fail (XYB_IS_FIELD_ROW (self));

  xyb_field_row_set_message (self, XYB_FIELD_ERROR, sentence, NULL);
  self->refused = TRUE;
}

/**
 * xyb_field_row_hold:
 * @self: a field
 *
 * Answers #XybFieldRow::commit: nothing is stored before the clerk has decided; what the field says
 * about the text stays.
 */
void
xyb_field_row_hold (XybFieldRow *self)
{
  g_return_if_fail (XYB_IS_FIELD_ROW (self));

  self->refused = TRUE;
}

/**
 * xyb_field_row_set_message:
 * @self: a field
 * @state: how serious it is
 * @sentence: (nullable): what is to be said about the text
 * @detail: (nullable): a smaller line below
 *
 * Explains what stands in the field.
 */
void
xyb_field_row_set_message (XybFieldRow *self,
                           XybFieldState state,
                           const char *sentence,
                           const char *detail)
{
  static const char *const classes[] = { "plain", "good", "warning", "error" };
  static const char *const icons[] = { "dialog-information-symbolic", "object-select-symbolic",
                                       "dialog-warning-symbolic", "dialog-error-symbolic" };
  const char *box_classes[] = { "field-message", classes[state], NULL };

  g_return_if_fail (XYB_IS_FIELD_ROW (self));

  self->refused = FALSE;
  gtk_widget_set_css_classes (self->message_box, box_classes);
  gtk_image_set_from_icon_name (self->message_icon, icons[state]);
  gtk_label_set_label (self->message, sentence != NULL ? sentence : "");
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->message)), sentence != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
  gtk_widget_set_visible (self->message_box, sentence != NULL || detail != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID,
                               state == XYB_FIELD_ERROR ? GTK_ACCESSIBLE_INVALID_TRUE
                                                        : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence != NULL ? sentence : "", -1);
}

/**
 * xyb_field_row_set_hint:
 * @self: a field
 * @hint: (nullable): a small word at the right end
 *
 * Shows @hint.
 */
void
xyb_field_row_set_hint (XybFieldRow *self, const char *hint)
{
  g_return_if_fail (XYB_IS_FIELD_ROW (self));

  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL && *hint != '\0');
}

/**
 * xyb_field_row_set_editable:
 * @self: a field
 * @editable: whether it can be changed
 *
 * An office that is open read-only has fields to look at.
 */
void
xyb_field_row_set_editable (XybFieldRow *self, gboolean editable)
{
  GtkWidget *child;

  g_return_if_fail (XYB_IS_FIELD_ROW (self));

  gtk_editable_set_editable (GTK_EDITABLE (self->text), editable);
  child = adw_bin_get_child (self->slot);
  if (child != GTK_WIDGET (self->text))
    gtk_widget_set_sensitive (child, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->suffix_slot), editable);
}

/**
 * xyb_field_row_commit:
 * @self: a field
 *
 * Hands changed text to #XybFieldRow::commit, as on leaving the field.
 */
void
xyb_field_row_commit (XybFieldRow *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (XYB_IS_FIELD_ROW (self));

  if (!xyb_field_row_is_dirty (self) || self->committing
      || !gtk_editable_get_editable (GTK_EDITABLE (self->text)))
    return;
  text = g_strdup (xyb_field_row_get_text (self));
  self->committing = TRUE;
  g_signal_emit (self, signals[SIGNAL_COMMIT], 0, text);
  self->committing = FALSE;
}

/**
 * xyb_field_row_get_text_widget:
 * @self: a field
 *
 * Returns: (transfer none): the text, for focus and tests
 */
GtkText *
xyb_field_row_get_text_widget (XybFieldRow *self)
{
  g_return_val_if_fail (XYB_IS_FIELD_ROW (self), NULL);

  return self->text;
}
