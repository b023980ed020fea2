/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-field.h"

#include <string.h>

#include "xyb-core-error.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-text-simple.h"
#include "xyb-text.h"

#define MAX_DATE 200

static void
take (char **field, char *value)
{
  g_free (*field);
  *field = value;
}

/**
 * xyb_field_clean_text:
 * @field: the field's name, as the clerk knows it, untranslated: only a sentence needs more
 * @text: (inout) (nullable): cleaned in place
 * @max_chars: most characters it holds
 * @error: return location for an error of xyb_text_check_field()
 *
 * Returns: whether it can be stored
 */
gboolean
xyb_field_clean_text (const char *field, char **text, guint max_chars, GError **error)
{
  char *clean;

  g_return_val_if_fail (field != NULL && text != NULL, FALSE);

  if (*text == NULL)
    return TRUE;
  /* Nearly every text of an import: nothing to clean, nothing to refuse. */
  if (**text != '\0' && strlen (*text) <= max_chars && xyb_text_is_simple (*text))
    return TRUE;
  clean = xyb_text_check_field (_ (field), *text, max_chars, error);
  if (clean == NULL)
    return FALSE;
  if (*clean == '\0')
    g_clear_pointer (&clean, g_free);
  take (text, clean);
  return TRUE;
}

/**
 * xyb_field_clean_name:
 *
 * As xyb_field_clean_text(), for what must not be blank: %XYB_CORE_ERROR_EMPTY.
 */
gboolean
xyb_field_clean_name (const char *field, char **name, guint max_chars, GError **error)
{
  if (!xyb_field_clean_text (field, name, max_chars, error))
    return FALSE;
  if (*name != NULL)
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_EMPTY, _ ("%s不能为空，请填写。"), _ (field));
  return FALSE;
}

/**
 * xyb_field_clean_date:
 * @field: the field's name, as the clerk knows it
 * @date: (inout) (nullable): any writing of xyb_date_parse(); ISO or %NULL then
 * @error: return location for %XYB_CORE_ERROR_INVALID_DATE
 *
 * Returns: whether it can be stored
 */
gboolean
xyb_field_clean_date (const char *field, char **date, GError **error)
{
  char *iso;

  if (!xyb_field_clean_text (field, date, MAX_DATE, error))
    return FALSE;
  if (*date == NULL)
    return TRUE;
  iso = xyb_date_parse (_ (field), *date, error);
  if (iso == NULL)
    return FALSE;
  take (date, iso);
  return TRUE;
}
