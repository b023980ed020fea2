/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sheet-draw-private.h"

/* Texts of cells, laid out once and kept by what they say. */

#define MAX_LAYOUTS 1200 /* in each of two generations */
#define NOTE_POINTS 9.5
#define BELOW_POINTS 9
#define SMALL_POINTS 8.5
#define TICK_POINTS 8.5
/* In most fonts √ is a root with a long roof; here it stands for a tick. */
#define MARK_FAMILY "DejaVu Sans"
#define RAISED_POINTS 8.0
#define RAISED_BY 4.0 /* points above the line */

static void
text_free (XybSheetText *self)
{
  g_object_unref (self->layout);
  g_free (self);
}

void
xyb_sheet_add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint begin, guint end)
{
  attribute->start_index = begin;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

PangoAttribute *
xyb_sheet_ink_attribute (XybSheet *self, const char *name)
{
  GdkRGBA rgba = xyb_sheet_color (self, name);

  return pango_attr_foreground_new ((guint16) (rgba.red * G_MAXUINT16),
                                    (guint16) (rgba.green * G_MAXUINT16),
                                    (guint16) (rgba.blue * G_MAXUINT16));
}

static void
append_one_line (GString *out, const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p++)
    g_string_append_c (out, *p == '\n' || *p == '\r' || *p == '\t' ? ' ' : *p);
}

static gboolean
is_tick (const XybSheetCell *cell)
{
  return g_str_equal (cell->text, "√");
}

static gboolean
is_plain (const XybSheetCell *cell)
{
  return cell->note == NULL && cell->look != XYB_SHEET_LOOK_NOT_APPLICABLE && !is_tick (cell)
         && (cell->flags & (XYB_SHEET_CELL_BOLD | XYB_SHEET_CELL_TICK | XYB_SHEET_CELL_MARKUP)) == 0
         && strpbrk (cell->text, "\n\r\t") == NULL;
}

static void
append_note (XybSheet *self, const XybSheetCell *cell, GString *text, PangoAttrList *attributes)
{
  gboolean raised = (cell->flags & XYB_SHEET_CELL_RAISED) != 0;
  gboolean below = (cell->flags & XYB_SHEET_CELL_NOTE_BELOW) != 0;
  double points = raised ? RAISED_POINTS : below ? BELOW_POINTS : NOTE_POINTS;
  guint begin;
  guint end;

  if (below)
    g_string_append_c (text, '\n');
  begin = (guint) text->len;
  append_one_line (text, cell->note);
  end = (guint) text->len;
  xyb_sheet_add_attribute (attributes, pango_attr_scale_new (points / CELL_POINTS), begin, end);
  xyb_sheet_add_attribute (attributes,
                           xyb_sheet_ink_attribute (self,
                                                    raised ? "xyb_blue_text" : "xyb_secondary"),
                           begin, end);
  if (raised)
    xyb_sheet_add_attribute (attributes, pango_attr_rise_new ((int) (RAISED_BY * PANGO_SCALE)),
                             begin, end);
}

/* The tick before, the words, the note behind. */
static PangoLayout *
layout_new (XybSheet *self, const XybSheetCell *cell)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *words = NULL;
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  gboolean small = cell->look == XYB_SHEET_LOOK_NOT_APPLICABLE;

  if (is_plain (cell))
    {
      pango_layout_set_text (layout, cell->text, -1);
      pango_layout_set_attributes (layout, self->plain_attributes);
      return layout;
    }
  if ((cell->flags & XYB_SHEET_CELL_MARKUP) == 0
      || !pango_parse_markup (cell->text, -1, 0, &attributes, &words, NULL, NULL))
    attributes = pango_attr_list_new ();
  append_one_line (text, words != NULL ? words : cell->text);
  if ((cell->flags & XYB_SHEET_CELL_BOLD) != 0)
    xyb_sheet_add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, text->len);
  if ((cell->flags & XYB_SHEET_CELL_TICK) != 0)
    {
      g_string_prepend (text, "✓ ");
      pango_attr_list_update (attributes, 0, 0, (int) strlen ("✓ "));
      xyb_sheet_add_attribute (attributes, pango_attr_scale_new (TICK_POINTS / CELL_POINTS), 0,
                               (guint) strlen ("✓"));
    }
  if (small)
    xyb_sheet_add_attribute (attributes, pango_attr_scale_new (SMALL_POINTS / CELL_POINTS), 0,
                             text->len);
  if (is_tick (cell))
    pango_attr_list_insert (attributes, pango_attr_family_new (MARK_FAMILY));
  if (cell->note != NULL)
    append_note (self, cell, text, attributes);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_text (layout, text->str, (int) text->len);
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* Of the lines of one cell among themselves. */
static PangoAlignment
alignment_of (XybSheetAlign align)
{
  switch (align)
    {
    case XYB_SHEET_ALIGN_CENTER:
      return PANGO_ALIGN_CENTER;
    case XYB_SHEET_ALIGN_END:
      return PANGO_ALIGN_RIGHT;
    case XYB_SHEET_ALIGN_START:
    default:
      return PANGO_ALIGN_LEFT;
    }
}

static XybSheetText *
text_new (XybSheet *self, const XybSheetCell *cell, XybSheetAlign align, int room)
{
  XybSheetText *text = g_new0 (XybSheetText, 1);

  text->layout = layout_new (self, cell);
  pango_layout_set_alignment (text->layout, alignment_of (align));
  pango_layout_get_pixel_size (text->layout, &text->width, &text->height);
  if (text->width > room)
    {
      pango_layout_set_width (text->layout, MAX (room, 1) * PANGO_SCALE);
      pango_layout_set_ellipsize (text->layout, PANGO_ELLIPSIZE_END);
      pango_layout_get_pixel_size (text->layout, &text->width, &text->height);
    }
  return text;
}

/* When the young generation is full the old one goes; what is still looked at is young again. */
static void
keep_text (XybSheet *self, char *key, XybSheetText *text)
{
  if (g_hash_table_size (self->layouts) >= MAX_LAYOUTS)
    {
      GHashTable *old = self->old_layouts;

      self->old_layouts = self->layouts;
      self->layouts = old;
      g_hash_table_remove_all (old);
    }
  g_hash_table_insert (self->layouts, key, text);
}

const XybSheetText *
xyb_sheet_find_text (XybSheet *self, const XybSheetCell *cell, XybSheetAlign align, int room)
{
  g_autofree char *key
    = g_strdup_printf ("%d %d %u %d %s\a%s", room, align, cell->flags & ~XYB_SHEET_CELL_COMPUTED,
                       cell->look == XYB_SHEET_LOOK_NOT_APPLICABLE, cell->text,
                       cell->note != NULL ? cell->note : "");
  XybSheetText *text = g_hash_table_lookup (self->layouts, key);
  gpointer old_key;
  gpointer old_text;

  if (text != NULL)
    return text;
  if (g_hash_table_steal_extended (self->old_layouts, key, &old_key, &old_text))
    {
      keep_text (self, old_key, old_text);
      return old_text;
    }
  text = text_new (self, cell, align, room);
  keep_text (self, g_steal_pointer (&key), text);
  return text;
}

/**
 * xyb_sheet_is_cut_off:
 * @self: the sheet
 * @row: a row
 * @column: a column
 * @out_text: (out): all that stands in the cell
 *
 * Returns: whether the cell shows only the beginning of it
 */
gboolean
xyb_sheet_is_cut_off (XybSheet *self, guint row, guint column, char **out_text)
{
  g_auto (XybSheetCell) cell = { 0 };
  int width = self->x[column + 1] - self->x[column];
  const XybSheetText *text;

  xyb_sheet_model_fill_cell (self->model, row, column, &cell);
  if (cell.text == NULL)
    return FALSE;
  text = xyb_sheet_find_text (self, &cell, self->columns[column].align,
                              width - 2 * xyb_sheet_padding (width, self->columns[column].align));
  *out_text = g_strdup (pango_layout_get_text (text->layout));
  return pango_layout_is_ellipsized (text->layout) || strchr (cell.text, '\n') != NULL;
}
/* ---- what is kept ---- */

void
xyb_sheet_init_texts (XybSheet *self)
{
  self->layouts
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) text_free);
  self->old_layouts
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) text_free);
  self->plain_attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->plain_attributes, pango_attr_font_features_new ("tnum=1"));
}

void
xyb_sheet_free_texts (XybSheet *self)
{
  g_hash_table_unref (self->layouts);
  g_hash_table_unref (self->old_layouts);
  pango_attr_list_unref (self->plain_attributes);
}
