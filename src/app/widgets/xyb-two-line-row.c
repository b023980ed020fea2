/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-two-line-row.h"

#include "xyb-i18n.h"
#include "xyb-tag-draw.h"

/* The row is as high as style.css says, so that it grows with the clerk's font and nothing has to
 * be measured. */
#define SMALL 0.82
#define ROW_SPACING 6

typedef struct
{
  char *name;
  char *caption;
  char *tag; /* NULL: none */
  char *tag_class;
  char *tag_icon;
  gboolean struck;

  /* made when it is drawn */
  PangoLayout *name_layout;
  PangoLayout *caption_layout;
  PangoLayout *tag_layout;
} XybTwoLineRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (XybTwoLineRow, xyb_two_line_row, GTK_TYPE_WIDGET)

#define GET_PRIVATE(self) ((XybTwoLineRowPrivate *) xyb_two_line_row_get_instance_private (self))

/* ---- layouts ---- */

static void
forget_layouts (XybTwoLineRowPrivate *priv)
{
  g_clear_object (&priv->name_layout);
  g_clear_object (&priv->caption_layout);
  g_clear_object (&priv->tag_layout);
}

static PangoLayout *
layout_new (GtkWidget *widget, const char *text, gboolean small, gboolean struck)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (small)
    {
      /* Only the name stands out in the row that is selected. */
      pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL));
    }
  if (struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
make_layouts (XybTwoLineRow *self)
{
  XybTwoLineRowPrivate *priv = GET_PRIVATE (self);
  GtkWidget *widget = GTK_WIDGET (self);

  if (priv->name_layout == NULL)
    priv->name_layout = layout_new (widget, priv->name, FALSE, priv->struck);
  if (priv->caption_layout == NULL)
    priv->caption_layout = layout_new (widget, priv->caption, TRUE, FALSE);
  if (priv->tag_layout == NULL && priv->tag != NULL)
    priv->tag_layout = xyb_tag_layout_new (widget, priv->tag);
}

/* ---- drawing ---- */

static GdkRGBA
color (GtkWidget *widget, const char *name)
{
  GdkRGBA rgba = { 0.5, 0.5, 0.5, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &rgba);
  return rgba;
}

static void
append_layout (GtkSnapshot *snapshot,
               PangoLayout *layout,
               int room,
               int x,
               int y,
               const GdkRGBA *ink)
{
  if (room >= 0)
    pango_layout_set_width (layout, room * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}

static int
tag_width (XybTwoLineRowPrivate *priv)
{
  int width = 0;

  if (priv->tag_layout != NULL)
    xyb_tag_layout_get_size (priv->tag_layout, &width, NULL);
  return width;
}

static void
append_tag (XybTwoLineRow *self, GtkSnapshot *snapshot)
{
  XybTwoLineRowPrivate *priv = GET_PRIVATE (self);
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  const XybTagLook look = { priv->tag_class, priv->tag_icon };
  int width;
  int height;

  xyb_tag_layout_get_size (priv->tag_layout, &width, &height);
  xyb_tag_append (widget, snapshot, priv->tag_layout, &look,
                  parent != NULL
                    && (gtk_widget_get_state_flags (parent) & GTK_STATE_FLAG_SELECTED) != 0,
                  gtk_widget_get_width (widget) - width,
                  (gtk_widget_get_height (widget) - height) / 2);
}

static void
xyb_two_line_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  XybTwoLineRow *self = XYB_TWO_LINE_ROW (widget);
  XybTwoLineRowPrivate *priv = GET_PRIVATE (self);
  GdkRGBA secondary = color (widget, "xyb_secondary");
  GdkRGBA ink;
  int name_height;
  int caption_height;
  int room;
  int tag;
  int top;

  make_layouts (self);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  tag = tag_width (priv);
  room = MAX (0, gtk_widget_get_width (widget) - (tag > 0 ? tag + ROW_SPACING : 0));
  pango_layout_get_pixel_size (priv->name_layout, NULL, &name_height);
  pango_layout_get_pixel_size (priv->caption_layout, NULL, &caption_height);
  top = (gtk_widget_get_height (widget) - name_height - caption_height) / 2;
  append_layout (snapshot, priv->name_layout, room, 0, top, priv->struck ? &secondary : &ink);
  append_layout (snapshot, priv->caption_layout, room, 0, top + name_height, &secondary);
  if (tag > 0)
    append_tag (self, snapshot);
}

static void
xyb_two_line_row_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static GtkSizeRequestMode
xyb_two_line_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* The selected row is bold; light and dark change. */
static void
xyb_two_line_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (xyb_two_line_row_parent_class)->css_changed (widget, change);
  forget_layouts (GET_PRIVATE (XYB_TWO_LINE_ROW (widget)));
  gtk_widget_queue_draw (widget);
}

static void
xyb_two_line_row_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (xyb_two_line_row_parent_class)->system_setting_changed (widget, setting);
  forget_layouts (GET_PRIVATE (XYB_TWO_LINE_ROW (widget)));
}

/* Asked for when the pointer rests: a tooltip set in advance makes GTK ask the X server where the
 * pointer is, for each row that scrolls by. */
static gboolean
xyb_two_line_row_query_tooltip (GtkWidget *widget,
                                int x,
                                int y,
                                gboolean keyboard,
                                GtkTooltip *tooltip)
{
  const char *name = GET_PRIVATE (XYB_TWO_LINE_ROW (widget))->name;

  if (*name == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, name);
  return TRUE;
}

static void
xyb_two_line_row_finalize (GObject *object)
{
  XybTwoLineRowPrivate *priv = GET_PRIVATE (XYB_TWO_LINE_ROW (object));

  forget_layouts (priv);
  g_free (priv->name);
  g_free (priv->caption);
  g_free (priv->tag);
  g_free (priv->tag_class);
  g_free (priv->tag_icon);
  G_OBJECT_CLASS (xyb_two_line_row_parent_class)->finalize (object);
}

static void
xyb_two_line_row_class_init (XybTwoLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xyb_two_line_row_finalize;
  widget_class->snapshot = xyb_two_line_row_snapshot;
  widget_class->measure = xyb_two_line_row_measure;
  widget_class->get_request_mode = xyb_two_line_row_get_request_mode;
  widget_class->css_changed = xyb_two_line_row_css_changed;
  widget_class->system_setting_changed = xyb_two_line_row_system_setting_changed;
  widget_class->query_tooltip = xyb_two_line_row_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
xyb_two_line_row_init (XybTwoLineRow *self)
{
  XybTwoLineRowPrivate *priv = GET_PRIVATE (self);

  priv->name = g_strdup ("");
  priv->caption = g_strdup ("");
  gtk_widget_add_css_class (GTK_WIDGET (self), "two-line-row");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/* ---- what it shows ---- */

/* Said of the row itself and of what the list put around it, which is what takes the focus. */
static void
update_accessible (XybTwoLineRow *self)
{
  XybTwoLineRowPrivate *priv = GET_PRIVATE (self);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *words = g_strjoin (_ ("，"), priv->name, priv->caption, priv->tag, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                    -1);
}

static gboolean
take (char **place, const char *text)
{
  if (g_strcmp0 (*place, text) == 0)
    return FALSE;
  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}

static void
changed (XybTwoLineRow *self)
{
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * xyb_two_line_row_set_lines:
 * @self: a row
 * @name: (nullable): the first line
 * @caption: (nullable): the second, small one
 */
void
xyb_two_line_row_set_lines (XybTwoLineRow *self, const char *name, const char *caption)
{
  XybTwoLineRowPrivate *priv;
  gboolean other_name;
  gboolean other_caption;

  g_return_if_fail (XYB_IS_TWO_LINE_ROW (self));

  priv = GET_PRIVATE (self);
  other_name = take (&priv->name, name != NULL ? name : "");
  other_caption = take (&priv->caption, caption != NULL ? caption : "");
  if (other_name)
    g_clear_object (&priv->name_layout);
  if (other_caption)
    g_clear_object (&priv->caption_layout);
  if (other_name || other_caption)
    changed (self);
}

/**
 * xyb_two_line_row_set_tag:
 * @self: a row
 * @css_class: as for xyb_tag_set()
 * @icon_name: its sign
 * @text: (nullable): its word, %NULL for no tag
 *
 * Shows a state at the end of the row.
 */
void
xyb_two_line_row_set_tag (XybTwoLineRow *self,
                          const char *css_class,
                          const char *icon_name,
                          const char *text)
{
  XybTwoLineRowPrivate *priv;
  gboolean other;

  g_return_if_fail (XYB_IS_TWO_LINE_ROW (self));

  priv = GET_PRIVATE (self);
  other = take (&priv->tag, text);
  if (other)
    g_clear_object (&priv->tag_layout);
  other = take (&priv->tag_class, css_class) || other;
  other = take (&priv->tag_icon, icon_name) || other;
  if (other)
    changed (self);
}

/**
 * xyb_two_line_row_set_struck:
 * @self: a row
 * @struck: whether the name is struck out
 */
void
xyb_two_line_row_set_struck (XybTwoLineRow *self, gboolean struck)
{
  XybTwoLineRowPrivate *priv;

  g_return_if_fail (XYB_IS_TWO_LINE_ROW (self));

  priv = GET_PRIVATE (self);
  if (priv->struck == struck)
    return;
  priv->struck = struck;
  g_clear_object (&priv->name_layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
