/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-check.h"

#include <stdlib.h>
#include <string.h>

#include "xyb-award-words.h"
#include "xyb-credit-code.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/* What one row says by itself. Whom it means, and what stands in other rows, is in
 * xyb-award-check.c. */

/* As long as the fields of an enterprise and of an award are. */
#define MAX_NAME_CHARS 200
#define MAX_NUMBER_CHARS 100
#define EXCERPT_CHARS 20

static void warn (XybAwardRow *row, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
warn (XybAwardRow *row, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  xyb_award_row_note (row, XYB_AWARD_NOTE_WARNING, XYB_AWARD_ASK_NOTHING, "%s", sentence);
}

static void
clear (XybAwardRow *row)
{
  g_ptr_array_set_size (row->notes, 0);
  g_clear_pointer (&row->name, g_free);
  g_clear_pointer (&row->code, g_free);
  g_clear_pointer (&row->bad_code, g_free);
  g_clear_pointer (&row->awarded_on, g_free);
  g_clear_pointer (&row->number, g_free);
  g_clear_pointer (&row->note, g_free);
  row->year = 0;
  row->track = 0;
  row->unit_id = 0;
  row->unit_name = NULL;
  row->fate = XYB_AWARD_TAKEN;
  row->enterprise_id = 0;
  row->first = row;
}

/* ---- who ---- */

static gboolean
has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static void
leave (XybAwardRow *row, const char *reason)
{
  xyb_award_row_note (row, XYB_AWARD_NOTE_LEFT, XYB_AWARD_ASK_NOTHING, "%s", reason);
}

static gboolean
read_name (XybAwardRow *row)
{
  const char *text = row->raw[XYB_AWARD_COLUMN_NAME];

  row->name = xyb_text_is_placeholder (text) ? g_strdup ("") : xyb_text_clean (text);
  if (*row->name == '\0')
    leave (row, _ ("没有企业名称"));
  else if (g_utf8_strlen (row->name, -1) > MAX_NAME_CHARS)
    {
      g_autofree char *reason
        = g_strdup_printf (_ ("企业名称超过 %d 个字，请核对"), MAX_NAME_CHARS);

      leave (row, reason);
    }
  else if (!has_letter (row->name))
    leave (row, _ ("不像企业名称，请核对"));
  if (row->fate == XYB_AWARD_LEFT)
    return FALSE;
  if (row->keys.text == NULL)
    xyb_company_keys_init (&row->keys, row->name);
  return TRUE;
}

/* §19.1: a code that fails its check is said, and kept in the remarks of the enterprise; only the
 * clerk who has seen the licence confirms one. */
static void
read_code (XybAwardRow *row)
{
  const char *text = row->raw[XYB_AWARD_COLUMN_CODE];
  g_autoptr (XybCreditCode) code = NULL;
  g_autofree char *excerpt = NULL;

  if (xyb_text_is_placeholder (text))
    return;
  code = xyb_credit_code_new (text);
  if (code->status == XYB_CREDIT_CODE_OK)
    {
      row->code = g_strdup (code->code);
      return;
    }
  row->bad_code = xyb_text_excerpt (text, MAX_NUMBER_CHARS);
  excerpt = xyb_text_excerpt (text, EXCERPT_CHARS);
  warn (row,
        code->length == 9 ? _ ("“%s”是旧的组织机构代码，只记在备注里")
                          : _ ("统一社会信用代码“%s”校验不对，只记在备注里，请核对证照"),
        excerpt);
}

/* ---- when ---- */

static void ask_good_year (XybAwardRow *row, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
ask_good_year (XybAwardRow *row, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_clear_pointer (&row->awarded_on, g_free);
  row->year = 0;
  xyb_award_row_note (row, XYB_AWARD_NOTE_QUESTION, XYB_AWARD_ASK_GOOD_YEAR, "%s", sentence);
}

/* The column of the day may hold only a year, that of the year a day. */
static gboolean
read_year_cells (XybAwardRow *row)
{
  const char *year_text = row->raw[XYB_AWARD_COLUMN_YEAR];
  const char *day_text = row->raw[XYB_AWARD_COLUMN_DAY];
  g_autofree char *year_excerpt = xyb_text_excerpt (year_text, EXCERPT_CHARS);
  g_autofree char *day_excerpt = xyb_text_excerpt (day_text, EXCERPT_CHARS);
  g_autofree char *day_of_year = NULL;
  int year_of_day = 0;

  if (!xyb_award_read_year (year_text, &row->year, &day_of_year))
    {
      ask_good_year (row, _ ("看不懂年度“%s”"), year_excerpt);
      return FALSE;
    }
  if (!xyb_award_read_year (day_text, &year_of_day, &row->awarded_on))
    {
      if (row->year == 0 && row->place_year == 0)
        {
          ask_good_year (row, _ ("看不懂日期“%s”"), day_excerpt);
          return FALSE;
        }
      warn (row, _ ("看不懂日期“%s”，只登记年度"), day_excerpt);
    }
  if (row->awarded_on == NULL)
    row->awarded_on = g_steal_pointer (&day_of_year);
  if (row->year == 0)
    row->year = year_of_day;
  else if (year_of_day != 0 && ABS (year_of_day - row->year) > 1)
    warn (row, _ ("日期“%s”与年度相差一年以上，请核对"), day_excerpt);
  return TRUE;
}

static void
check_year (const XybAwardRoll *self, XybAwardRow *row)
{
  if (row->year < XYB_AWARD_FIRST_YEAR)
    ask_good_year (row, _ ("%d 年太早，那时还没有贯标"), row->year);
  else if (row->year > atoi (self->today))
    ask_good_year (row, _ ("%d 年还没有到"), row->year);
  else if (row->awarded_on != NULL && strcmp (row->awarded_on, self->today) > 0)
    {
      g_autofree char *day = xyb_date_format (row->awarded_on);

      ask_good_year (row, _ ("%s还没有到"), day);
    }
}

static void
read_year (const XybAwardRoll *self, XybAwardRow *row)
{
  if (row->chosen_year != 0)
    {
      row->year = row->chosen_year;
      check_year (self, row);
      return;
    }
  if (!read_year_cells (row))
    return;
  if (row->year == 0)
    row->year = row->place_year;
  if (row->year == 0)
    row->year = row->sheet->file->year;
  if (row->year == 0)
    xyb_award_row_note (row, XYB_AWARD_NOTE_QUESTION, XYB_AWARD_ASK_YEAR, _ ("没有写年度"));
  else
    check_year (self, row);
}

/* ---- what ---- */

static void
read_track (XybAwardRow *row)
{
  const char *text = row->raw[XYB_AWARD_COLUMN_TRACK];
  g_autofree char *excerpt = NULL;

  row->track = row->chosen_track;
  if (row->track != 0)
    return;
  if (!xyb_text_is_placeholder (text))
    {
      row->track = xyb_award_track_in (text, NULL);
      /* 示范企业, below a title that says of which level. */
      if (row->track == 0 && row->place_track > XYB_TRACK_ACCREDITATION
          && strstr (text, "示范") != NULL)
        row->track = row->place_track;
      if (row->track != 0)
        return;
      excerpt = xyb_text_excerpt (text, EXCERPT_CHARS);
      xyb_award_row_note (row, XYB_AWARD_NOTE_QUESTION, XYB_AWARD_ASK_GOOD_TRACK,
                          _ ("看不懂级别“%s”"), excerpt);
      return;
    }
  row->track = row->place_track != 0 ? row->place_track : row->sheet->file->track;
  if (row->track == 0)
    xyb_award_row_note (row, XYB_AWARD_NOTE_QUESTION, XYB_AWARD_ASK_TRACK,
                        _ ("没有写是贯标还是示范"));
}

/* ---- where ---- */

static const XybUnit *
find_unit_by_id (const XybAwardRoll *self, gint64 id)
{
  for (guint i = 0; i < self->districts->len; i++)
    if (((XybUnit *) self->districts->pdata[i])->id == id)
      return self->districts->pdata[i];
  return NULL;
}

/* What the list calls it, or what the clerk said it means. */
static const XybUnit *
find_unit (XybAwardRoll *self, const char *text)
{
  g_autofree char *key = xyb_text_key (text);
  const gint64 *answer = g_hash_table_lookup (self->district_answers, key);
  XybUnitMatchKind kind;
  gpointer unit;

  if (answer != NULL)
    return find_unit_by_id (self, *answer);
  if (g_hash_table_lookup_extended (self->units, key, NULL, &unit))
    return unit;
  unit
    = (gpointer) xyb_unit_matcher_match_kind (self->matcher, text, XYB_UNIT_KIND_DISTRICT, &kind);
  g_hash_table_insert (self->units, g_steal_pointer (&key), unit);
  return unit;
}

static void
read_district (XybAwardRoll *self, XybAwardRow *row)
{
  const char *text = row->raw[XYB_AWARD_COLUMN_DISTRICT];
  const XybUnit *unit = xyb_text_is_placeholder (text) ? find_unit_by_id (self, row->place_unit)
                                                       : find_unit (self, text);

  if (unit == NULL)
    return;
  row->unit_id = unit->id;
  row->unit_name = unit->name;
}

/* ---- the rest ---- */

static void
read_rest (XybAwardRow *row)
{
  const char *number = row->raw[XYB_AWARD_COLUMN_NUMBER];
  const char *note = row->raw[XYB_AWARD_COLUMN_NOTE];

  if (!xyb_text_is_placeholder (number))
    row->number = xyb_text_excerpt (number, MAX_NUMBER_CHARS - 1);
  if (!xyb_text_is_placeholder (note))
    row->note = xyb_text_excerpt (note, MAX_NAME_CHARS);
}

/**
 * xyb_award_row_interpret:
 * @row: of @self
 *
 * What the row says by itself, with what was chosen for it and its file. It has no fate but that.
 */
void
xyb_award_row_interpret (XybAwardRoll *self, XybAwardRow *row)
{
  clear (row);
  if (row->no_row != NULL)
    {
      leave (row, row->no_row);
      return;
    }
  if (!read_name (row))
    return;
  if ((row->hidden || row->sheet->hidden) && !self->with_hidden)
    {
      leave (row, row->sheet->hidden ? _ ("在隐藏的工作表里") : _ ("这一行是隐藏的"));
      return;
    }
  if (row->left_out)
    leave (row, _ ("已决定不导入"));
  read_code (row);
  read_year (self, row);
  read_track (row);
  read_district (self, row);
  read_rest (row);
}
