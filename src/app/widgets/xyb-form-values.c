/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-form-values.h"

#include <inttypes.h>

#include "xyb-amount.h"
#include "xyb-date.h"
#include "xyb-text.h"

/* More people than the city has: beyond it a digit too many was typed. */
#define MAX_COUNT 9999999

/**
 * xyb_form_read_date:
 * @field: the field's name
 * @text: what the clerk wrote
 * @inout_iso: (inout): replaced by the ISO date, or %NULL for a blank field; untouched on %FALSE
 * @error: return location for %XYB_CORE_ERROR_INVALID_DATE
 *
 * Returns: whether it is a date or blank
 */
gboolean
xyb_form_read_date (const char *field, const char *text, char **inout_iso, GError **error)
{
  g_autofree char *iso = NULL;

  if (!xyb_text_is_blank (text))
    {
      iso = xyb_date_parse (field, text, error);
      if (iso == NULL)
        return FALSE;
    }
  g_free (*inout_iso);
  *inout_iso = g_steal_pointer (&iso);
  return TRUE;
}

/**
 * xyb_form_read_count:
 * @field: the field's name
 * @text: what the clerk wrote
 * @out_count: (out): the number, or %XYB_UNSAID for a blank field
 * @error: return location for %XYB_CORE_ERROR_INVALID_NUMBER
 *
 * Returns: whether it is a whole number or blank
 */
gboolean
xyb_form_read_count (const char *field, const char *text, gint64 *out_count, GError **error)
{
  *out_count = XYB_UNSAID;
  return xyb_text_is_blank (text) || xyb_count_parse (field, text, MAX_COUNT, out_count, error);
}

/**
 * xyb_form_count_text:
 * @count: a number, or %XYB_UNSAID
 *
 * Returns: (transfer full): what stands in the field
 */
char *
xyb_form_count_text (gint64 count)
{
  return count == XYB_UNSAID ? g_strdup ("") : g_strdup_printf ("%" PRId64, count);
}

/**
 * xyb_form_set_string:
 * @string: (inout): a text of a struct
 * @text: (nullable): its new value
 *
 * Replaces it.
 */
void
xyb_form_set_string (char **string, const char *text)
{
  g_free (*string);
  *string = g_strdup (text);
}
