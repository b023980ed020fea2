/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-print-sheets.h"

#include <math.h>

/* A sheet bigger than this on screen (16 MB) is drawn piece by piece instead of kept as a picture.
 */
#define MAX_KEPT_PIXELS (4 * 1024 * 1024)
#define KEPT_AROUND 2 /* sheets before and behind those on screen */

struct _XybPrintSheets
{
  /* owned */
  XybDocument *document;
  double *tops;         /* points of all sheets above, n_pages + 1 of them */
  GHashTable *pictures; /* page → GdkTexture at the present scale */

  guint n_pages;
  double widest;  /* points */
  double tallest; /* points */
  double scale;   /* pixels per point */
};

/**
 * xyb_print_sheets_new:
 * @document: a document of at least one page
 *
 * Returns: (transfer full): its sheets, a pixel a point
 */
XybPrintSheets *
xyb_print_sheets_new (XybDocument *document)
{
  XybPrintSheets *self = g_new0 (XybPrintSheets, 1);

  self->document = xyb_document_ref (document);
  self->n_pages = xyb_document_get_n_pages (document);
  self->tops = g_new0 (double, self->n_pages + 1);
  self->pictures = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->scale = 1;
  for (guint i = 0; i < self->n_pages; i++)
    {
      double width;
      double height;

      xyb_document_get_page_size (document, i, &width, &height);
      self->widest = MAX (self->widest, width);
      self->tallest = MAX (self->tallest, height);
      self->tops[i + 1] = self->tops[i] + height;
    }
  return self;
}

/**
 * xyb_print_sheets_free:
 * @self: (nullable): sheets
 */
void
xyb_print_sheets_free (XybPrintSheets *self)
{
  if (self == NULL)
    return;
  xyb_document_unref (self->document);
  g_hash_table_unref (self->pictures);
  g_free (self->tops);
  g_free (self);
}

/**
 * xyb_print_sheets_fit:
 * @self: sheets
 * @width: of the view
 * @height: of the view, or 0 for no matter
 *
 * Returns: the scale at which every sheet fits, with its margin
 */
double
xyb_print_sheets_fit (XybPrintSheets *self, double width, double height)
{
  double scale = (width - 2 * XYB_PRINT_MARGIN) / self->widest;

  return height > 0 ? MIN (scale, (height - 2 * XYB_PRINT_MARGIN) / self->tallest) : scale;
}

/**
 * xyb_print_sheets_set_scale:
 * @self: sheets
 * @scale: pixels per point
 */
void
xyb_print_sheets_set_scale (XybPrintSheets *self, double scale)
{
  self->scale = scale;
  g_hash_table_remove_all (self->pictures);
}

/**
 * xyb_print_sheets_get_scale:
 * @self: sheets
 *
 * Returns: pixels per point
 */
double
xyb_print_sheets_get_scale (XybPrintSheets *self)
{
  return self->scale;
}

/**
 * xyb_print_sheets_get_width:
 * @self: sheets
 *
 * Returns: of the widest sheet with its margins
 */
double
xyb_print_sheets_get_width (XybPrintSheets *self)
{
  return self->widest * self->scale + 2 * XYB_PRINT_MARGIN;
}

/**
 * xyb_print_sheets_get_height:
 * @self: sheets
 *
 * Returns: of all sheets with margins and gaps
 */
double
xyb_print_sheets_get_height (XybPrintSheets *self)
{
  return xyb_print_sheets_get_top (self, self->n_pages) - XYB_PRINT_GAP + XYB_PRINT_MARGIN;
}

/**
 * xyb_print_sheets_get_top:
 * @self: sheets
 * @page: from 0
 *
 * Returns: where the sheet begins
 */
double
xyb_print_sheets_get_top (XybPrintSheets *self, guint page)
{
  return XYB_PRINT_MARGIN + self->tops[page] * self->scale + page * XYB_PRINT_GAP;
}

/**
 * xyb_print_sheets_get_page_height:
 * @self: sheets
 * @page: from 0
 *
 * Returns: of one sheet, without margins
 */
double
xyb_print_sheets_get_page_height (XybPrintSheets *self, guint page)
{
  return (self->tops[page + 1] - self->tops[page]) * self->scale;
}

/**
 * xyb_print_sheets_find:
 * @self: sheets
 * @y: from the top of all
 *
 * Returns: the sheet there; the gap below a sheet belongs to it
 */
guint
xyb_print_sheets_find (XybPrintSheets *self, double y)
{
  guint from = 0;
  guint to = self->n_pages;

  while (to - from > 1)
    {
      guint middle = from + (to - from) / 2;

      if (xyb_print_sheets_get_top (self, middle) <= y)
        from = middle;
      else
        to = middle;
    }
  return from;
}

/* ---- drawing ---- */

static void
draw_page (XybPrintSheets *self, guint page, cairo_t *cr, double scale)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  xyb_document_draw_page (self->document, page, cr);
}

static GdkTexture *
make_picture (XybPrintSheets *self, guint page, int width, int height, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  draw_page (self, page, cr, scale);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes
    = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                  (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkTexture *
get_picture (XybPrintSheets *self, guint page, int width, int height, double scale)
{
  gpointer key = GUINT_TO_POINTER (page);
  GdkTexture *picture = g_hash_table_lookup (self->pictures, key);

  if (picture == NULL || gdk_texture_get_width (picture) != width
      || gdk_texture_get_height (picture) != height)
    {
      picture = make_picture (self, page, width, height, scale);
      g_hash_table_insert (self->pictures, key, picture);
    }
  return picture;
}

/* On whole pixels, in the middle of a view that is wider. */
static graphene_rect_t
get_rect (XybPrintSheets *self, guint page, const graphene_rect_t *window)
{
  double width;
  double height;
  double whole = MAX (xyb_print_sheets_get_width (self), (double) window->size.width);

  xyb_document_get_page_size (self->document, page, &width, &height);
  width = round (width * self->scale);
  height = round (height * self->scale);
  return GRAPHENE_RECT_INIT ((float) round ((whole - width) / 2 - (double) window->origin.x),
                             (float) round (xyb_print_sheets_get_top (self, page)
                                            - (double) window->origin.y),
                             (float) width, (float) height);
}

/* Paper stays white in the dark; a shadow sets it off. */
static void
append_paper (GtkSnapshot *snapshot, const graphene_rect_t *rect)
{
  static const GdkRGBA shadow = { 0, 0, 0, 0.35f };
  static const GdkRGBA white = { 1, 1, 1, 1 };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, rect, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0.5f, 5);
  gtk_snapshot_append_color (snapshot, &white, rect);
}

static void
append_part (XybPrintSheets *self,
             GtkSnapshot *snapshot,
             guint page,
             const graphene_rect_t *rect,
             const graphene_rect_t *window)
{
  graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, window->size.width, window->size.height);
  graphene_rect_t seen;
  cairo_t *cr;

  if (!graphene_rect_intersection (&view, rect, &seen))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &seen);
  cairo_translate (cr, (double) rect->origin.x, (double) rect->origin.y);
  draw_page (self, page, cr, self->scale);
  cairo_destroy (cr);
}

static void
append_sheet (XybPrintSheets *self,
              GtkSnapshot *snapshot,
              guint page,
              const graphene_rect_t *window,
              int factor)
{
  graphene_rect_t rect = get_rect (self, page, window);
  int width = (int) rect.size.width * factor;
  int height = (int) rect.size.height * factor;

  append_paper (snapshot, &rect);
  if ((gint64) width * height > MAX_KEPT_PIXELS)
    append_part (self, snapshot, page, &rect, window);
  else
    gtk_snapshot_append_texture (snapshot,
                                 get_picture (self, page, width, height, self->scale * factor),
                                 &rect);
}

static void
forget_far_pictures (XybPrintSheets *self, guint first, guint last)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->pictures);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (GPOINTER_TO_UINT (key) + KEPT_AROUND < first || GPOINTER_TO_UINT (key) > last + KEPT_AROUND)
      g_hash_table_iter_remove (&iter);
}

/**
 * xyb_print_sheets_draw:
 * @self: sheets
 * @snapshot: where to
 * @window: what of the whole is on screen
 * @factor: device pixels per pixel
 *
 * Draws the sheets that are on screen, with the top left corner of @window at the origin.
 */
void
xyb_print_sheets_draw (XybPrintSheets *self,
                       GtkSnapshot *snapshot,
                       const graphene_rect_t *window,
                       int factor)
{
  double top = (double) window->origin.y;
  guint first = xyb_print_sheets_find (self, top);
  guint last = xyb_print_sheets_find (self, top + (double) window->size.height);

  for (guint i = first; i <= last; i++)
    append_sheet (self, snapshot, i, window, factor);
  forget_far_pictures (self, first, last);
}
