/* SPDX-License-Identifier: GPL-3.0-or-later */

/* print-sample SCENARIO OUT.pdf [OUT.pgm DPI PAGE]: writes the document of a scenario, and one page
 * of it drawn straight to a grey picture, for tests and eyes that look from outside. */

#include <stdlib.h>

#include "print-fixtures.h"

static cairo_surface_t *
draw_picture (XybDocument *document, double dpi, guint page)
{
  double width;
  double height;
  cairo_surface_t *surface;
  cairo_t *cr;

  xyb_document_get_page_size (document, page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * dpi / 72 + 0.5),
                                        (int) (height * dpi / 72 + 0.5));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, dpi / 72, dpi / 72);
  xyb_document_draw_page (document, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
write_picture (XybDocument *document, const char *path, double dpi, guint page)
{
  cairo_surface_t *surface = draw_picture (document, dpi, page);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  g_autoptr (GByteArray) grey = g_byte_array_new ();
  g_autofree char *head = g_strdup_printf ("P5\n%d %d\n255\n", width, height);

  g_byte_array_append (grey, (const guint8 *) head, (guint) strlen (head));
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      g_byte_array_append (grey, data + y * cairo_image_surface_get_stride (surface) + x * 4, 1);
  cairo_surface_destroy (surface);
  if (!g_file_set_contents (path, (const char *) grey->data, grey->len, NULL))
    exit (EXIT_FAILURE);
}

int
main (int argc, char **argv)
{
  g_autoptr (XybDocument) document = argc >= 3 ? fixture_document (argv[1]) : NULL;
  g_autoptr (GError) error = NULL;

  if (document == NULL)
    {
      g_printerr ("print-sample SCENARIO OUT.pdf [OUT.pgm DPI PAGE]\n");
      return 2;
    }
  if (!xyb_document_write_pdf (document, argv[2], NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  if (argc >= 6)
    write_picture (document, argv[3], g_ascii_strtod (argv[4], NULL),
                   (guint) g_ascii_strtoull (argv[5], NULL, 10) - 1);
  g_print ("%u\n", xyb_document_get_n_pages (document));
  return EXIT_SUCCESS;
}
