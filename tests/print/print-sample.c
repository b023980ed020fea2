/* SPDX-License-Identifier: GPL-3.0-or-later */

/* print-sample SCENARIO OUT.pdf [OUT.png DPI PAGE]: writes the document of a scenario, and one page
 * of it drawn straight to a picture, for tests and eyes that look from outside. */

#include <stdlib.h>

#include "print-fixtures.h"

static void
write_picture (XybDocument *document, const char *path, double dpi, guint page)
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
  if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
    exit (EXIT_FAILURE);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_autoptr (XybDocument) document = argc >= 3 ? fixture_document (argv[1]) : NULL;
  g_autoptr (GError) error = NULL;

  if (document == NULL)
    {
      g_printerr ("print-sample SCENARIO OUT.pdf [OUT.png DPI PAGE]\n");
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
