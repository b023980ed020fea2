/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-list-private.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-tag-draw.h"
#include "xyb-track-columns.h"

#define SMALL 0.82
#define MAX_KEPT 400 /* layouts of so many lines: more than any screen holds */

#define CARD_MARGIN 3
#define CARD_GAP 6
#define CARD_PADDING 9
#define CARD_RADIUS 9
#define WIDE_CARD_EM 15 /* from here on a name stands on one line */
#define ROW_PADDING 7
#define BAR_HEIGHT 6

/* ---- layouts ---- */

/* Made when a line comes into view. */
typedef struct
{
  PangoLayout *name;
  PangoLayout *caption; /* of a card: 5月12日 · 周市镇; of a row: 区镇 */
  PangoLayout *stage;
  PangoLayout *date;
  PangoLayout *next;
  PangoLayout *materials;
  PangoLayout *tag; /* NULL: nothing is wrong */
  XybUrgency urgency;
} Drawn;

static void
drawn_free (gpointer data)
{
  Drawn *drawn = data;

  g_clear_object (&drawn->name);
  g_clear_object (&drawn->caption);
  g_clear_object (&drawn->stage);
  g_clear_object (&drawn->date);
  g_clear_object (&drawn->next);
  g_clear_object (&drawn->materials);
  g_clear_object (&drawn->tag);
  g_free (drawn);
}

GHashTable *
xyb_track_list_drawing_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, drawn_free);
}

void
xyb_track_list_forget_drawing (XybTrackList *self)
{
  g_hash_table_remove_all (self->drawn);
}

static PangoLayout *
layout_new (XybTrackList *self, const char *text, gboolean small)
{
  PangoLayout *layout
    = gtk_widget_create_pango_layout (GTK_WIDGET (self), text != NULL ? text : "");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (small)
    pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
take_trouble (XybTrackList *self, Drawn *drawn, const XybTrackLine *line)
{
  g_autofree char *words = xyb_track_line_trouble (line, &drawn->urgency);

  if (words != NULL)
    drawn->tag = xyb_tag_layout_new (GTK_WIDGET (self), words);
}

static void
make_card (XybTrackList *self, Drawn *drawn, const XybTrackLine *line)
{
  g_autofree char *day = line->stage_on != NULL ? xyb_date_format_short (line->stage_on) : NULL;
  const char *unit = line->unit_name != NULL ? line->unit_name : "";
  g_autofree char *caption = day != NULL
                               ? g_strdup_printf (*unit != '\0' ? "%s · %s" : "%s%s", day, unit)
                               : g_strdup (unit);

  drawn->caption = layout_new (self, caption, TRUE);
}

static void
make_row (XybTrackList *self, Drawn *drawn, const XybTrackLine *line)
{
  g_autofree char *day = line->stage_on != NULL ? xyb_date_format_short (line->stage_on) : NULL;
  g_autofree char *next = xyb_track_line_next_words (line);
  g_autofree char *materials
    = g_strdup_printf ("%u/%u", self->book->n_required - line->n_missing, self->book->n_required);

  drawn->caption = layout_new (self, line->unit_name, FALSE);
  drawn->stage = layout_new (self, line->stage != NULL ? line->stage->name : "—", FALSE);
  drawn->date = layout_new (self, day != NULL ? day : "—", FALSE);
  drawn->next = layout_new (self, *next != '\0' ? next : "—", FALSE);
  drawn->materials = layout_new (self, self->book->n_required > 0 ? materials : "—", FALSE);
}

static Drawn *
get_drawn (XybTrackList *self, const XybTrackLine *line)
{
  Drawn *drawn = g_hash_table_lookup (self->drawn, line);

  if (drawn != NULL)
    return drawn;
  drawn = g_new0 (Drawn, 1);
  drawn->name = layout_new (self, line->enterprise_name, FALSE);
  take_trouble (self, drawn, line);
  if (self->look == XYB_TRACK_LIST_CARDS)
    make_card (self, drawn, line);
  else
    make_row (self, drawn, line);
  g_hash_table_insert (self->drawn, (gpointer) line, drawn);
  return drawn;
}

/* ---- sizes ---- */

void
xyb_track_list_measure_font (XybTrackList *self)
{
  g_autoptr (PangoLayout) normal = layout_new (self, "国", FALSE);
  g_autoptr (PangoLayout) small = layout_new (self, "国", TRUE);

  pango_layout_get_pixel_size (normal, &self->em, &self->line_height);
  pango_layout_get_pixel_size (small, NULL, &self->small_height);
}

static gboolean
is_wide (XybTrackList *self, int width)
{
  return width >= WIDE_CARD_EM * self->em;
}

static int
tag_height (XybTrackList *self)
{
  return self->small_height + 4;
}

/* The same for every line, so that any place in a list of thousands is found at once. */
int
xyb_track_list_row_height (XybTrackList *self, int width)
{
  if (self->look == XYB_TRACK_LIST_ROWS)
    return MAX (self->line_height, tag_height (self)) + 2 * ROW_PADDING;
  if (is_wide (self, width))
    return self->line_height + MAX (self->small_height, tag_height (self)) + 2 * CARD_PADDING
           + CARD_GAP;
  return 2 * self->line_height + self->small_height + (self->tagged ? tag_height (self) + 2 : 0)
         + 2 * CARD_PADDING + CARD_GAP;
}

/* ---- drawing ---- */

typedef struct
{
  GdkRGBA ink;
  GdkRGBA secondary;
  GdkRGBA line;
  GdkRGBA card;
  GdkRGBA accent;
  GdkRGBA chosen;
} Palette;

static GdkRGBA
color (XybTrackList *self, const char *name)
{
  GdkRGBA rgba = { 0.5, 0.5, 0.5, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, &rgba);
  return rgba;
}

static void
read_palette (XybTrackList *self, Palette *palette)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &palette->ink);
  palette->secondary = color (self, "xyb_secondary");
  palette->line = color (self, "xyb_line");
  palette->card = color (self, "card_bg_color");
  palette->accent = color (self, "accent_bg_color");
  palette->chosen = palette->accent;
  palette->chosen.alpha = 0.2f;
}

static void
append_layout (GtkSnapshot *snapshot,
               PangoLayout *layout,
               int x,
               int y,
               int room,
               const GdkRGBA *ink)
{
  pango_layout_set_width (layout, MAX (0, room) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}

static void
append_tag (XybTrackList *self,
            GtkSnapshot *snapshot,
            const Drawn *drawn,
            gboolean chosen,
            int left,
            int top)
{
  static const XybTagLook looks[] = {
    [XYB_URGENCY_OVERDUE] = { "error", "xyb-overdue-symbolic" },
    [XYB_URGENCY_NEAR] = { "warning", "dialog-warning-symbolic" },
    [XYB_URGENCY_PLAIN] = { "neutral", "xyb-missing-symbolic" },
  };

  xyb_tag_append (GTK_WIDGET (self), snapshot, drawn->tag, &looks[drawn->urgency], chosen, left,
                  top);
}

static void
append_box (GtkSnapshot *snapshot,
            const graphene_rect_t *rect,
            const GdkRGBA *fill,
            const GdkRGBA *edge,
            float edge_width)
{
  const float widths[4] = { edge_width, edge_width, edge_width, edge_width };
  const GdkRGBA edges[4] = { *edge, *edge, *edge, *edge };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, rect, CARD_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, fill, rect);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, widths, edges);
}

/* One line of name where there is room for it, and the tag beside the caption; else two lines, and
 * the tag below. */
static void
append_card (XybTrackList *self,
             GtkSnapshot *snapshot,
             const XybTrackLine *line,
             int y,
             gboolean at_cursor,
             const Palette *palette)
{
  Drawn *drawn = get_drawn (self, line);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = xyb_track_list_get_height (self) - CARD_GAP;
  gboolean chosen = xyb_track_selection_contains (self->selection, line->enterprise_id);
  gboolean wide = is_wide (self, width);
  int x = CARD_MARGIN + CARD_PADDING;
  int room = width - 2 * x;
  int tag_width = 0;
  int name_height;
  graphene_rect_t rect
    = GRAPHENE_RECT_INIT (CARD_MARGIN, y + CARD_GAP / 2, width - 2 * CARD_MARGIN, height);

  append_box (snapshot, &rect, &palette->card,
              at_cursor || chosen ? &palette->accent : &palette->line, at_cursor ? 2 : 1);
  if (chosen)
    append_box (snapshot, &rect, &palette->chosen, &palette->accent, at_cursor ? 2 : 1);
  y += CARD_GAP / 2 + CARD_PADDING;
  pango_layout_set_height (drawn->name, wide ? -1 : -2);
  pango_layout_set_wrap (drawn->name, PANGO_WRAP_WORD_CHAR);
  append_layout (snapshot, drawn->name, x, y, room, &palette->ink);
  pango_layout_get_pixel_size (drawn->name, NULL, &name_height);
  if (drawn->tag != NULL)
    xyb_tag_layout_get_size (drawn->tag, &tag_width, NULL);
  if (drawn->tag != NULL && wide)
    append_tag (self, snapshot, drawn, chosen, x + room - tag_width, y + self->line_height);
  append_layout (snapshot, drawn->caption, x, y + name_height + (wide ? 2 : 0),
                 room - (wide && tag_width > 0 ? tag_width + CARD_GAP : 0), &palette->secondary);
  if (drawn->tag != NULL && !wide)
    append_tag (self, snapshot, drawn, chosen, x - 2,
                y + 2 * self->line_height + self->small_height + 2);
}

static const char *
bar_color (const XybTrackBook *book, const XybTrackLine *line, int place, int current)
{
  if (place > current)
    return "xyb_trough";
  if (line->result == XYB_RESULT_PASSED)
    return "xyb_bar_complete";
  return line->result == XYB_RESULT_OPEN ? "xyb_bar_done" : "xyb_passed";
}

/* A small bar, a piece a stage up to the one that counts as passed. */
static void
append_bar (XybTrackList *self,
            GtkSnapshot *snapshot,
            const XybTrackLine *line,
            int x,
            int y,
            int width)
{
  int n = xyb_track_book_last_place (self->book) + 1;
  int current = xyb_track_book_place_of (self->book, line->stage);

  for (int i = 0; i < n; i++)
    {
      GdkRGBA rgba = color (self, bar_color (self->book, line, i, current));
      float left = (float) x + (float) i * (float) width / (float) n;

      gtk_snapshot_append_color (snapshot, &rgba,
                                 &GRAPHENE_RECT_INIT (left, (float) y,
                                                      (float) width / (float) n - 1, BAR_HEIGHT));
    }
}

static void
append_cells (XybTrackList *self,
              GtkSnapshot *snapshot,
              const XybTrackLine *line,
              int y,
              gboolean chosen,
              const Palette *palette)
{
  XybTrackCell cells[XYB_N_TRACK_COLUMNS];
  Drawn *drawn = get_drawn (self, line);
  int height = xyb_track_list_get_height (self);
  int top = y + (height - self->line_height) / 2;
  int bar = (int) (self->em * 4.2);
  const struct
  {
    XybTrackColumn column;
    PangoLayout *layout;
    const GdkRGBA *ink;
  } texts[] = {
    { XYB_TRACK_COLUMN_NAME, drawn->name, &palette->ink },
    { XYB_TRACK_COLUMN_DISTRICT, drawn->caption, &palette->ink },
    { XYB_TRACK_COLUMN_DATE, drawn->date, &palette->secondary },
    { XYB_TRACK_COLUMN_NEXT, drawn->next, &palette->secondary },
    { XYB_TRACK_COLUMN_MATERIALS, drawn->materials, &palette->ink },
  };

  xyb_track_columns_place (gtk_widget_get_width (GTK_WIDGET (self)), self->em, cells);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (cells[texts[i].column].width > 0)
      append_layout (snapshot, texts[i].layout, cells[texts[i].column].x, top,
                     cells[texts[i].column].width, texts[i].ink);
  append_bar (self, snapshot, line, cells[XYB_TRACK_COLUMN_STAGE].x, y + (height - BAR_HEIGHT) / 2,
              bar);
  append_layout (snapshot, drawn->stage, cells[XYB_TRACK_COLUMN_STAGE].x + bar + 8, top,
                 cells[XYB_TRACK_COLUMN_STAGE].width - bar - 8, &palette->ink);
  if (drawn->tag != NULL)
    append_tag (self, snapshot, drawn, chosen, cells[XYB_TRACK_COLUMN_TROUBLE].x,
                y + (height - tag_height (self)) / 2);
}

static void
append_row (XybTrackList *self,
            GtkSnapshot *snapshot,
            const XybTrackLine *line,
            int y,
            gboolean at_cursor,
            const Palette *palette)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = xyb_track_list_get_height (self);
  gboolean chosen = xyb_track_selection_contains (self->selection, line->enterprise_id);
  graphene_rect_t rect = GRAPHENE_RECT_INIT (1, y, width - 2, height - 1);
  const GdkRGBA nothing = { 0, 0, 0, 0 };

  if (chosen)
    gtk_snapshot_append_color (snapshot, &palette->chosen,
                               &GRAPHENE_RECT_INIT (0, y, width, height - 1));
  gtk_snapshot_append_color (snapshot, &palette->line,
                             &GRAPHENE_RECT_INIT (0, y + height - 1, width, 1));
  append_cells (self, snapshot, line, y, chosen, palette);
  if (at_cursor)
    append_box (snapshot, &rect, &nothing, &palette->accent, 2);
}

void
xyb_track_list_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  XybTrackList *self = XYB_TRACK_LIST (widget);
  int height = xyb_track_list_get_height (self);
  int view = gtk_widget_get_height (widget);
  double offset = xyb_track_list_get_offset (self);
  gboolean focused = gtk_widget_has_focus (widget);
  Palette palette;

  if (self->lines == NULL || height <= 0)
    return;
  if (gtk_widget_get_width (widget) != self->drawn_width
      || g_hash_table_size (self->drawn) > MAX_KEPT)
    xyb_track_list_forget_drawing (self);
  self->drawn_width = gtk_widget_get_width (widget);
  read_palette (self, &palette);
  for (guint i = (guint) (offset / height); i < self->lines->len; i++)
    {
      int y = (int) ((double) i * height - offset);

      if (y >= view)
        break;
      (self->look == XYB_TRACK_LIST_CARDS ? append_card
                                          : append_row) (self, snapshot, self->lines->pdata[i], y,
                                                         focused && i == self->cursor, &palette);
    }
}
