/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-material-row.h"

#include "xyb-i18n.h"
#include "xyb-tag.h"

struct _XybMaterialRow
{
  GtkListBoxRow parent_instance;

  /* template widgets */
  GtkLabel *number;
  GtkLabel *name;
  GtkLabel *caption;
  GtkWidget *attached;
  XybTag *tag;
  GtkWidget *nothing;

  gint64 id;
};

G_DEFINE_FINAL_TYPE (XybMaterialRow, xyb_material_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_MENU_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- what it says ---- */

/* A state as a tag: colour, sign, word. */
typedef struct
{
  const char *css_class;
  const char *icon_name;
  const char *word;
} Look;

static Look
look_of_state (const XybMaterialLine *line)
{
  switch (line->state)
    {
    case XYB_MATERIAL_RECEIVED:
      return (Look){ "success", "object-select-symbolic", N_ ("已收") };
    case XYB_MATERIAL_COMPLETE:
      return (Look){ "success", "object-select-symbolic", N_ ("已齐") };
    case XYB_MATERIAL_RETURNED:
      return (Look){ "warning", "edit-undo-symbolic", N_ ("已退回") };
    case XYB_MATERIAL_MISSING:
    default:
      return (Look){ "neutral", NULL, N_ ("缺") };
    }
}

/* What does not hold any more is worth nothing, received or not (MAT-04). */
static Look
look_of (const XybMaterialLine *line)
{
  switch (line->validity)
    {
    case XYB_VALIDITY_EXPIRED:
      return (Look){ "error", "xyb-overdue-symbolic", N_ ("已过期") };
    case XYB_VALIDITY_NEAR:
      return (Look){ "warning", "alarm-symbolic", N_ ("快到期") };
    case XYB_VALIDITY_UNSAID:
      return (Look){ "warning", "xyb-question-symbolic", N_ ("缺有效期") };
    case XYB_VALIDITY_NONE:
    case XYB_VALIDITY_VALID:
    default:
      return look_of_state (line);
    }
}

/* Two states of one form are told apart by what is asked of each (AMB-09); 有效期内 is said by the
 * date. */
static char *
caption_of (const XybMaterialLine *line)
{
  gboolean missing = line->state == XYB_MATERIAL_MISSING && line->item->required;
  const char *asked = line->item->has_validity ? NULL : line->item->requirement;

  if (missing)
    return g_strdup (asked);
  return asked != NULL ? g_strdup_printf ("%s · %s", line->words, asked) : g_strdup (line->words);
}

static const char *
caption_class (const XybMaterialLine *line)
{
  if (line->validity == XYB_VALIDITY_EXPIRED)
    return "loss";
  return line->validity == XYB_VALIDITY_NEAR || line->validity == XYB_VALIDITY_UNSAID ? "near"
                                                                                      : "secondary";
}

static void
show_tag (XybMaterialRow *self, const XybMaterialLine *line)
{
  gboolean unasked = line->state == XYB_MATERIAL_MISSING && !line->item->required;
  Look look = look_of (line);

  xyb_tag_set (self->tag, look.css_class, look.icon_name, _ (look.word));
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self->tag)),
                          look.icon_name != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->tag), !unasked);
  gtk_widget_set_visible (self->nothing, unasked);
}

static void
show_words (XybMaterialRow *self, const XybMaterialLine *line, const char *caption)
{
  const char *classes[] = { "caption", "numeric", caption_class (line), NULL };
  gboolean attached = line->material != NULL && line->material->sha256 != NULL;
  g_autofree char *words = g_strdup_printf (_ ("第 %u 项 %s：%s，%s%s"), line->number,
                                            line->item->name, xyb_material_row_get_tag (self),
                                            line->words, attached ? _ ("，有附件") : "");

  gtk_label_set_label (self->caption, caption != NULL ? caption : "");
  gtk_widget_set_css_classes (GTK_WIDGET (self->caption), classes);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), caption != NULL);
  gtk_widget_set_visible (self->attached, attached);
  gtk_widget_set_tooltip_text (self->attached, attached ? line->material->file_name : NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name),
                               line->warning != NULL ? line->warning : line->item->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->caption), caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * xyb_material_row_show:
 * @self: a row
 * @line: the material; borrowed for the call
 */
void
xyb_material_row_show (XybMaterialRow *self, const XybMaterialLine *line)
{
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;
  g_autofree char *caption = NULL;

  g_return_if_fail (XYB_IS_MATERIAL_ROW (self) && line != NULL);

  number = g_strdup_printf ("%u", line->number);
  name = xyb_plan_material_short_name (line->item);
  caption = caption_of (line);
  self->id = line->item->id;
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->name, name);
  show_tag (self, line);
  show_words (self, line, caption);
}

/**
 * xyb_material_row_get_id:
 * @self: a row
 *
 * Returns: of XybPlanMaterial
 */
gint64
xyb_material_row_get_id (XybMaterialRow *self)
{
  g_return_val_if_fail (XYB_IS_MATERIAL_ROW (self), 0);

  return self->id;
}

/**
 * xyb_material_row_get_tag:
 * @self: a row
 *
 * Returns: (transfer none): the word of its state, or —
 */
const char *
xyb_material_row_get_tag (XybMaterialRow *self)
{
  g_return_val_if_fail (XYB_IS_MATERIAL_ROW (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->tag)) ? xyb_tag_get_text (self->tag) : "—";
}

/**
 * xyb_material_row_get_caption:
 * @self: a row
 *
 * Returns: (transfer none): the line below its name, or ""
 */
const char *
xyb_material_row_get_caption (XybMaterialRow *self)
{
  g_return_val_if_fail (XYB_IS_MATERIAL_ROW (self), NULL);

  return gtk_label_get_label (self->caption);
}

/* ---- files ---- */

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *widget)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (GSList *files = g_value_get_boxed (value); files != NULL; files = files->next)
    {
      g_autofree char *path = g_file_get_path (files->data);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  if (paths[0] == NULL)
    return FALSE;
  gtk_widget_activate_action (widget, "material.take-files", "(x^as)",
                              XYB_IS_MATERIAL_ROW (widget) ? XYB_MATERIAL_ROW (widget)->id
                                                           : (gint64) 0,
                              paths);
  return TRUE;
}

/**
 * xyb_material_row_add_drop_target:
 * @widget: inside a card of materials
 *
 * Hands files that are dropped on it to the action `material.take-files` of the card.
 */
void
xyb_material_row_add_drop_target (GtkWidget *widget)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), widget);
  gtk_widget_add_css_class (widget, "drop-area");
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/* ---- menu and keys ---- */

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, XybMaterialRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_MENU_WANTED], 0, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  g_signal_emit (widget, signals[SIGNAL_MENU_WANTED], 0, gtk_widget_get_width (widget) / 2.0,
                 (double) gtk_widget_get_height (widget));
  return TRUE;
}

static gboolean
state_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  const char *state = NULL;

  g_variant_get (arguments, "(&s)", &state);
  gtk_widget_activate_action (widget, "material.set-state", "(xs)", XYB_MATERIAL_ROW (widget)->id,
                              state);
  return TRUE;
}

/* Initials of 收, 齐, 退. */
static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, 0, state_key_cb, "(s)", "received");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_q, 0, state_key_cb, "(s)", "complete");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, 0, state_key_cb, "(s)", "returned");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, state_key_cb, "(s)", "missing");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

/* ---- the widget ---- */

static void
xyb_material_row_class_init (XybMaterialRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_MENU_WANTED]
    = g_signal_new ("menu-wanted", XYB_TYPE_MATERIAL_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  g_type_ensure (XYB_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/track/xyb-material-row.ui");
  gtk_widget_class_bind_template_child (widget_class, XybMaterialRow, number);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialRow, name);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialRow, caption);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialRow, attached);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialRow, tag);
  gtk_widget_class_bind_template_child (widget_class, XybMaterialRow, nothing);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  add_keys (widget_class);
}

static void
xyb_material_row_init (XybMaterialRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xyb_material_row_add_drop_target (GTK_WIDGET (self));
}

/**
 * xyb_material_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
xyb_material_row_new (void)
{
  return g_object_new (XYB_TYPE_MATERIAL_ROW, NULL);
}
