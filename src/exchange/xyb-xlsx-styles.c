/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-xlsx-styles.h"

#include <math.h>
#include <string.h>

#include "xyb-number-format.h"

#define SECONDS_PER_DAY 86400
#define LAST_SERIAL 2958465 /* 9999-12-31 */
#define DAYS_1900_TO_1904 1462

struct _XybXlsxStyles
{
  GHashTable *date_formats; /* numFmtId → itself, of the file's own formats */
  GHashTable *units;        /* numFmtId → XybMoneyUnit, of the file's own formats */
  GHashTable *own_formats;  /* numFmtId of every own format: they may replace built-in ones */
  GArray *cell_styles;      /* of guint: numFmtId of each cellXfs entry */
  /* while reading */
  guint depth;
  gboolean in_cell_styles;
};

XybXlsxStyles *
xyb_xlsx_styles_new (void)
{
  XybXlsxStyles *self = g_new0 (XybXlsxStyles, 1);

  self->date_formats = g_hash_table_new (NULL, NULL);
  self->units = g_hash_table_new (NULL, NULL);
  self->own_formats = g_hash_table_new (NULL, NULL);
  self->cell_styles = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
xyb_xlsx_styles_free (XybXlsxStyles *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->date_formats);
  g_hash_table_unref (self->units);
  g_hash_table_unref (self->own_formats);
  g_array_unref (self->cell_styles);
  g_free (self);
}

/**
 * xyb_builtin_format_is_date:
 * @id: number of a number format that the file does not define itself
 *
 * Dates and times of ECMA-376 18.8.30, the Chinese ones (27–36, 50–58) included. 46 counts hours.
 */
gboolean
xyb_builtin_format_is_date (guint id)
{
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id == 45 || id == 47
         || (id >= 50 && id <= 58);
}

/* One bracketed group: [h] counts hours, the others are colours, conditions and locales. */
static const char *
skip_brackets (const char *p, gboolean *out_elapsed)
{
  const char *end = strchr (p, ']');

  if (end == NULL)
    return p + strlen (p);
  if (p[1] != '\0' && strchr ("hHmMsS", p[1]) != NULL)
    *out_elapsed = TRUE;
  return end + 1;
}

/**
 * xyb_number_format_is_date:
 * @code: a number format, as `yyyy"年"m"月"d"日"`
 *
 * Returns: whether its first section shows a date or a time of day
 */
gboolean
xyb_number_format_is_date (const char *code)
{
  gboolean date = FALSE;
  gboolean elapsed = FALSE;

  for (const char *p = code; *p != '\0' && *p != ';';)
    {
      if (*p == '"')
        {
          const char *end = strchr (p + 1, '"');

          p = end != NULL ? end + 1 : p + strlen (p);
        }
      else if (*p == '[')
        p = skip_brackets (p, &elapsed);
      else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
        p = g_utf8_next_char (p + 1);
      else if (g_ascii_strncasecmp (p, "General", 7) == 0)
        p += 7;
      else
        {
          date = date || strchr ("yYmMdDhHsS", *p) != NULL;
          p++;
        }
    }
  return date && !elapsed;
}

static void
add_own_format (XybXlsxStyles *self, const XybXmlAttributes *attributes)
{
  g_autofree char *code = xyb_xml_dup (attributes, "formatCode");
  XybMoneyUnit unit;
  guint id = 0;

  if (code == NULL || !xyb_xml_uint (attributes, "numFmtId", &id))
    return;
  g_hash_table_add (self->own_formats, GUINT_TO_POINTER (id));
  if (xyb_number_format_is_date (code))
    g_hash_table_add (self->date_formats, GUINT_TO_POINTER (id));
  unit = xyb_number_format_unit (code);
  if (unit != XYB_MONEY_UNIT_UNSAID)
    g_hash_table_insert (self->units, GUINT_TO_POINTER (id), GUINT_TO_POINTER (unit));
}

static void
on_start (XybXmlInput *input,
          const char *name,
          const XybXmlAttributes *attributes,
          gpointer user_data)
{
  XybXlsxStyles *self = user_data;

  self->depth++;
  if (self->depth == 2)
    self->in_cell_styles = strcmp (name, "cellXfs") == 0;
  else if (self->depth == 3 && strcmp (name, "numFmt") == 0)
    add_own_format (self, attributes);
  else if (self->depth == 3 && self->in_cell_styles && strcmp (name, "xf") == 0)
    {
      guint id = 0;

      xyb_xml_uint (attributes, "numFmtId", &id);
      g_array_append_val (self->cell_styles, id);
    }
}

static void
on_end (XybXmlInput *input, const char *name, gpointer user_data)
{
  XybXlsxStyles *self = user_data;

  self->depth--;
}

/**
 * xyb_xlsx_styles_read:
 * @part: styles.xml
 * @error: %XYB_EXCHANGE_ERROR
 */
gboolean
xyb_xlsx_styles_read (XybXlsxStyles *self,
                      XybZip *zip,
                      const char *part,
                      GCancellable *cancellable,
                      GError **error)
{
  static const XybXmlHandler handler = { on_start, on_end, NULL };

  return xyb_xml_read_part (zip, part, &handler, self, cancellable, error);
}

/**
 * xyb_xlsx_styles_is_date:
 * @style: the s attribute of a cell
 */
gboolean
xyb_xlsx_styles_is_date (XybXlsxStyles *self, guint style)
{
  guint id;

  if (style >= self->cell_styles->len)
    return FALSE;
  id = g_array_index (self->cell_styles, guint, style);
  if (g_hash_table_contains (self->own_formats, GUINT_TO_POINTER (id)))
    return g_hash_table_contains (self->date_formats, GUINT_TO_POINTER (id));
  return xyb_builtin_format_is_date (id);
}

/**
 * xyb_xlsx_styles_get_unit:
 * @style: the s attribute of a cell
 *
 * Returns: the unit of money its number format shows behind a number
 */
XybMoneyUnit
xyb_xlsx_styles_get_unit (XybXlsxStyles *self, guint style)
{
  guint id;

  if (style >= self->cell_styles->len || g_hash_table_size (self->units) == 0)
    return XYB_MONEY_UNIT_UNSAID;
  id = g_array_index (self->cell_styles, guint, style);
  return (XybMoneyUnit) GPOINTER_TO_UINT (g_hash_table_lookup (self->units, GUINT_TO_POINTER (id)));
}

/**
 * xyb_serial_to_iso:
 * @serial: days, the fraction being the time of day
 * @epoch_1904: whether the workbook counts from 1904-01-01 (Excel for Mac of old)
 *
 * Returns: (transfer full) (nullable): 2020-04-15, 2020-04-15T08:30:00, or 08:30:00 below one day;
 *   %NULL for what is no day: below zero, past 9999, and Excel's own 1900-02-29
 */
char *
xyb_serial_to_iso (double serial, gboolean epoch_1904)
{
  gint64 seconds;
  gint64 days;
  GDate date;
  int second;

  if (!(serial >= 0) || serial > LAST_SERIAL)
    return NULL;
  seconds = llround (serial * SECONDS_PER_DAY);
  days = seconds / SECONDS_PER_DAY;
  second = seconds % SECONDS_PER_DAY;
  if (days == 0 && !epoch_1904)
    return g_strdup_printf ("%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
  if (epoch_1904)
    days += DAYS_1900_TO_1904;
  if (days == 60 || days > LAST_SERIAL)
    return NULL;
  /* Excel believes 1900 was a leap year: days before its 29 February are one off. */
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, days < 60 ? days + 1 : days);
  if (second == 0)
    return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                            g_date_get_day (&date));
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d", g_date_get_year (&date),
                          g_date_get_month (&date), g_date_get_day (&date), second / 3600,
                          second / 60 % 60, second % 60);
}
