/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-search-row.h"

#include <string.h>

#include "xyb-company-name.h"
#include "xyb-text.h"

/* What one enterprise is searched and sorted by. */

/* Between the fields of a row's text: no key holds it, so no search hits across two fields. */
#define SEPARATOR '\x1f'

/* Columns of XYB_SEARCH_ROW_COLUMNS. */
enum
{
  COLUMN_ID,
  COLUMN_UNIT,
  COLUMN_CLOSED,
  COLUMN_NAME,
  COLUMN_CODE,
  COLUMN_CONTACT,
  COLUMN_PHONE,
  COLUMN_FORMER
};

static void
append_field (GString *text, const char *field)
{
  if (*field == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, SEPARATOR);
  g_string_append (text, field);
}

static void
append_words (XybPinyin *pinyin, GString *text, const char *words)
{
  g_autofree char *key = xyb_text_key (words);
  g_autofree char *initials = xyb_pinyin_initials (pinyin, words);

  append_field (text, key);
  if (!g_str_equal (key, initials))
    append_field (text, initials);
}

/* Found by the key too, because a former name has no name_key of its own (ENT-08). */
static void
append_former_names (XybPinyin *pinyin, GString *text, const char *names)
{
  const char separator[] = { SEPARATOR, '\0' };
  g_auto (GStrv) list = g_strsplit (names, separator, -1);

  for (char **name = list; *name != NULL; name++)
    {
      g_autofree char *key = xyb_company_name_key (*name);

      append_words (pinyin, text, *name);
      append_field (text, key);
    }
}

/* Digits alone, several numbers apart: what is typed of a number is typed in many ways. */
static void
append_phones (GString *text, const char *phones)
{
  g_autofree char *key = xyb_text_key (phones);
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = key;; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (*p == '\0' || strchr ("-()+", *p) == NULL)
      {
        append_field (text, digits->str);
        g_string_truncate (digits, 0);
        if (*p == '\0')
          return;
      }
}

static const char *
column_text (sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return text != NULL ? text : "";
}

void
xyb_search_row_clear (gpointer data)
{
  XybSearchRow *self = data;

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->sort_key, g_bytes_unref);
  g_clear_pointer (&self->name_key, g_free);
}

/* Holds as long as @row stands where it stands. */
void
xyb_search_row_read (XybSearchRow *self, sqlite3_stmt *row)
{
  *self = (XybSearchRow){
    .id = sqlite3_column_int64 (row, COLUMN_ID),
    .unit_id = sqlite3_column_int64 (row, COLUMN_UNIT),
    .closed = sqlite3_column_int64 (row, COLUMN_CLOSED),
    .name = column_text (row, COLUMN_NAME),
    .code = column_text (row, COLUMN_CODE),
    .contact = column_text (row, COLUMN_CONTACT),
    .phone = column_text (row, COLUMN_PHONE),
    .former = column_text (row, COLUMN_FORMER),
  };
}

void
xyb_search_row_make (XybSearchRow *row, XybPinyin *pinyin, GString *text)
{
  g_autofree char *code = g_ascii_strdown (row->code, -1);

  g_string_truncate (text, 0);
  append_words (pinyin, text, row->name);
  if (*row->former != '\0')
    append_former_names (pinyin, text, row->former);
  append_field (text, code);
  append_words (pinyin, text, row->contact);
  append_phones (text, row->phone);
  row->text = g_strndup (text->str, text->len);
  row->sort_key = xyb_pinyin_sort_key (pinyin, row->name);
  row->name_key = xyb_company_name_key (row->name);
}

/* Not xyb_stmt_bind_text() for what is never NULL; it lives until the row is written. */
void
xyb_search_row_bind (const XybSearchRow *row, sqlite3_stmt *stmt)
{
  gsize length;
  const void *bytes = g_bytes_get_data (row->sort_key, &length);

  xyb_stmt_bind_int (stmt, ":id", row->id);
  xyb_stmt_bind_id (stmt, ":unit", row->unit_id);
  xyb_stmt_bind_int (stmt, ":closed", row->closed);
  sqlite3_bind_text (stmt, xyb_stmt_index (stmt, ":text"), row->text, -1, SQLITE_STATIC);
  sqlite3_bind_blob (stmt, xyb_stmt_index (stmt, ":sort_key"), length > 0 ? bytes : "",
                     (int) length, SQLITE_STATIC);
  sqlite3_bind_text (stmt, xyb_stmt_index (stmt, ":name_key"), row->name_key, -1, SQLITE_STATIC);
}

/* The texts it borrows may go then. */
void
xyb_search_row_keep (XybSearchRow *row, GStringChunk *strings)
{
  row->name = g_string_chunk_insert (strings, row->name);
  row->code = g_string_chunk_insert (strings, row->code);
  row->contact = g_string_chunk_insert (strings, row->contact);
  row->phone = g_string_chunk_insert (strings, row->phone);
  row->former = g_string_chunk_insert (strings, row->former);
}
