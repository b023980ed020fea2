/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-code-marks.h"

/* Counted as the check counts: blanks and hyphens between the groups are no places. */
static gboolean
is_place (gunichar c)
{
  return !g_unichar_isspace (c) && c != 0x2212 && g_unichar_type (c) != G_UNICODE_DASH_PUNCTUATION;
}

static gboolean
find_place (const char *shown, guint place, guint *out_start, guint *out_end)
{
  guint count = 0;

  for (const char *p = shown; *p != '\0'; p = g_utf8_next_char (p))
    if (is_place (g_utf8_get_char (p)) && ++count == place)
      {
        *out_start = (guint) (p - shown);
        *out_end = (guint) (g_utf8_next_char (p) - shown);
        return TRUE;
      }
  return FALSE;
}

static guint
wrong_place (const XybCreditCode *code)
{
  if (code->status == XYB_CREDIT_CODE_WRONG_CHARACTER)
    return code->bad_position;
  return code->status == XYB_CREDIT_CODE_WRONG_CHECK ? code->length : 0;
}

static void
insert (PangoAttrList *attributes, PangoAttribute *mark, guint start, guint end)
{
  mark->start_index = start;
  mark->end_index = end;
  pango_attr_list_insert (attributes, mark);
}

/**
 * xyb_code_marks_show:
 * @text: the field, as it stands now
 * @code: what the check says of it
 *
 * Marks the wrong place, bold and underlined; none where nothing is wrong.
 */
void
xyb_code_marks_show (GtkText *text, const XybCreditCode *code)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  guint start;
  guint end;

  if (!find_place (gtk_editable_get_text (GTK_EDITABLE (text)), wrong_place (code), &start, &end))
    {
      gtk_text_set_attributes (text, NULL);
      return;
    }
  attributes = pango_attr_list_new ();
  insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
  gtk_text_set_attributes (text, attributes);
}
