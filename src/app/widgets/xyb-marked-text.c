/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-marked-text.h"

#include "xyb-text-diff.h"

/* Bold and underlined: seen without colour, too. */
static void
show_marked (GtkLabel *label, const char *text, GArray *spans)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < spans->len; i++)
    {
      const XybTextSpan *span = &g_array_index (spans, XybTextSpan, i);
      PangoAttribute *marks[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                                  pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

      for (gsize k = 0; k < G_N_ELEMENTS (marks); k++)
        {
          marks[k]->start_index = span->start;
          marks[k]->end_index = span->end;
          pango_attr_list_insert (attributes, marks[k]);
        }
    }
  gtk_label_set_label (label, text);
  gtk_label_set_attributes (label, attributes);
}

/**
 * xyb_marked_text_show:
 * @label_a: where @a goes
 * @label_b: where @b goes
 * @a: a text
 * @b: another
 *
 * Shows both; what is not in the other is bold and underlined.
 */
void
xyb_marked_text_show (GtkLabel *label_a, GtkLabel *label_b, const char *a, const char *b)
{
  g_autoptr (GArray) of_a = NULL;
  g_autoptr (GArray) of_b = NULL;

  xyb_text_diff (a, b, &of_a, &of_b);
  show_marked (label_a, a, of_a);
  show_marked (label_b, b, of_b);
}
