/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "fuzz-file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#include "xyb-workbook-reader.h"

#define MARK "=== "
#define SECTOR 512

/* GLib's criticals are faults of the program, whatever the bytes were. abort(), because libFuzzer
 * does not notice the trap that fatal messages lead to. */
static void
log_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
  g_printerr ("%s: %s\n", domain, message);
  if ((level & (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR)) != 0)
    abort ();
}

static GLogWriterOutput
writer_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  g_autofree char *text = g_log_writer_format_fields (level, fields, n_fields, FALSE);

  log_cb ("", level, text, NULL);
  return G_LOG_WRITER_HANDLED;
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_default_handler (log_cb, NULL);
  g_log_set_writer_func (writer_cb, NULL, NULL);
  return 0;
}

/**
 * fuzz_put_bytes:
 *
 * Returns: the path of a file in memory with these bytes; the next call fills the same one
 */
const char *
fuzz_put_bytes (const void *bytes, gsize n)
{
  static int fd = -1;
  static char path[64];

  if (fd < 0)
    {
      fd = memfd_create ("xyb-fuzz", 0);
      g_snprintf (path, sizeof path, "/proc/self/fd/%d", fd);
    }
  g_assert_no_errno (ftruncate (fd, 0));
  g_assert_cmpint (pwrite (fd, bytes, n, 0), ==, n);
  return path;
}

/* ---- a zip of stored parts ---- */

static void
append_number (GByteArray *out, guint64 value, guint bytes)
{
  for (guint i = 0; i < bytes; i++)
    g_byte_array_append (out, &(guint8){ (value >> (8 * i)) & 0xff }, 1);
}

typedef struct
{
  GByteArray *out;
  GByteArray *directory;
  guint n_parts;
} Zip;

static void
append_entry (GByteArray *out, const char *name, guint32 crc, gsize n)
{
  append_number (out, 20, 2);
  append_number (out, 0x800, 2); /* names in UTF-8 */
  append_number (out, 0, 2);     /* stored */
  append_number (out, 0x28210000, 4);
  append_number (out, crc, 4);
  append_number (out, n, 4);
  append_number (out, n, 4);
  append_number (out, strlen (name), 2);
  append_number (out, 0, 2);
}

static void
add_part (Zip *zip, const char *name, const uint8_t *bytes, gsize n)
{
  guint32 crc = crc32 (0, bytes, n);
  gsize offset = zip->out->len;

  append_number (zip->out, 0x04034b50, 4);
  append_entry (zip->out, name, crc, n);
  g_byte_array_append (zip->out, (const guint8 *) name, strlen (name));
  g_byte_array_append (zip->out, bytes, n);

  append_number (zip->directory, 0x02014b50, 4);
  append_number (zip->directory, 20, 2);
  append_entry (zip->directory, name, crc, n);
  append_number (zip->directory, 0, 8); /* comment, disk, attributes */
  append_number (zip->directory, 0, 2);
  append_number (zip->directory, offset, 4);
  g_byte_array_append (zip->directory, (const guint8 *) name, strlen (name));
  zip->n_parts++;
}

static void
finish_zip (Zip *zip)
{
  gsize offset = zip->out->len;

  g_byte_array_append (zip->out, zip->directory->data, zip->directory->len);
  append_number (zip->out, 0x06054b50, 4);
  append_number (zip->out, 0, 4);
  append_number (zip->out, zip->n_parts, 2);
  append_number (zip->out, zip->n_parts, 2);
  append_number (zip->out, zip->directory->len, 4);
  append_number (zip->out, offset, 4);
  append_number (zip->out, 0, 2);
}

/**
 * fuzz_put_parts:
 * @data: parts, each behind a line 「=== name」
 * @mimetype: (nullable): text of a part that goes before them
 *
 * Returns: the path of a zip in memory
 */
const char *
fuzz_put_parts (const uint8_t *data, size_t size, const char *mimetype)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  Zip zip = { out, directory, 0 };
  const uint8_t *end = data + size;

  if (mimetype != NULL)
    add_part (&zip, "mimetype", (const uint8_t *) mimetype, strlen (mimetype));
  while (data < end && memcmp (data, MARK, MIN (strlen (MARK), (gsize) (end - data))) == 0)
    {
      const uint8_t *line = memchr (data, '\n', end - data);
      const uint8_t *next = line != NULL ? memmem (line, end - line, "\n" MARK, 5) : NULL;
      g_autofree char *name = NULL;

      if (line == NULL || line - data > 200 || line - data < (gssize) strlen (MARK))
        break;
      name = g_strndup ((const char *) data + strlen (MARK), line - data - strlen (MARK));
      next = next != NULL ? next + 1 : end;
      add_part (&zip, name, line + 1, next - line - 1);
      data = next;
    }
  finish_zip (&zip);
  return fuzz_put_bytes (out->data, out->len);
}

/* ---- an OLE2 container of one stream ---- */

static void
append_directory_entry (GByteArray *out,
                        const char *name,
                        guint kind,
                        guint32 child,
                        guint32 start,
                        gsize size)
{
  gsize begin = out->len;
  gsize length = name != NULL ? strlen (name) : 0;

  for (gsize i = 0; i < length; i++)
    append_number (out, (guint8) name[i], 2);
  append_number (out, 0, 2);
  g_byte_array_set_size (out, begin + 64);
  memset (out->data + begin + 2 * length, 0, 64 - 2 * length);
  append_number (out, name != NULL ? 2 * length + 2 : 0, 2);
  append_number (out, kind | 1 << 8, 2);
  append_number (out, 0xffffffff, 4);
  append_number (out, 0xffffffff, 4);
  append_number (out, child, 4);
  for (guint i = 0; i < 9; i++)
    append_number (out, 0, 4);
  append_number (out, start, 4);
  append_number (out, size, 4);
  append_number (out, 0, 4);
}

static void
append_header (GByteArray *out, guint n_sectors, guint n_tables)
{
  static const guint8 magic[] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };
  static const guint32 rest[] = { 0x1000, 0xfffffffe, 0, 0xfffffffe, 0 };

  g_byte_array_append (out, magic, sizeof magic);
  append_number (out, 0, 8);
  append_number (out, 0, 8);
  append_number (out, 0x0003003e, 4);
  append_number (out, 0x0009fffe, 4);
  append_number (out, 6, 8);
  append_number (out, 0, 4);
  append_number (out, n_tables, 4);
  append_number (out, n_sectors, 4); /* where the directory begins */
  append_number (out, 0, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (rest); i++)
    append_number (out, rest[i], 4);
  for (guint i = 0; i < 109; i++)
    append_number (out, i < n_tables ? n_sectors + 1 + i : 0xffffffff, 4);
}

/**
 * fuzz_put_stream:
 * @data: records of a workbook
 *
 * Returns: the path of an .xls in memory
 */
const char *
fuzz_put_stream (const uint8_t *data, size_t size)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gsize padded = MAX (4096, (size + SECTOR - 1) / SECTOR * SECTOR);
  guint n_sectors = padded / SECTOR;
  guint n_tables = (n_sectors + 2 + 126) / 127;

  append_header (out, n_sectors, n_tables);
  g_byte_array_append (out, data, size);
  while (out->len < SECTOR + padded)
    append_number (out, 0, 1);
  append_directory_entry (out, "Root Entry", 5, 1, 0xfffffffe, 0);
  append_directory_entry (out, "Workbook", 2, 0xffffffff, 0, padded);
  append_directory_entry (out, NULL, 0, 0xffffffff, 0, 0);
  append_directory_entry (out, NULL, 0, 0xffffffff, 0, 0);
  for (guint i = 0; i < n_tables * SECTOR / 4; i++)
    append_number (out,
                   i + 1 < n_sectors              ? i + 1
                   : i <= n_sectors               ? 0xfffffffe
                   : i < n_sectors + 1 + n_tables ? 0xfffffffd
                                                  : 0xffffffff,
                   4);
  return fuzz_put_bytes (out->data, out->len);
}

/**
 * fuzz_put:
 * @mimetype: (nullable): as for fuzz_put_parts()
 *
 * Returns: the path of whatever container the input asks for
 */
const char *
fuzz_put (const uint8_t *data, size_t size, const char *mimetype)
{
  if (size > strlen (MARK) && memcmp (data, MARK, strlen (MARK)) == 0)
    return fuzz_put_parts (data, size, mimetype);
  if (size > 4 && data[0] == 0x09 && data[1] <= 0x08)
    return fuzz_put_stream (data, size);
  return fuzz_put_bytes (data, size);
}

/* ---- reading ---- */

typedef struct
{
  gint64 last_row;
  guint rows;
} Walk;

/* What every reader promises: rows and columns rise, texts are UTF-8 and not without end. */
static gboolean
row_cb (guint row, gboolean hidden, const XybCell *cells, guint n_cells, gpointer user_data)
{
  Walk *walk = user_data;

  g_assert_cmpint (row, >, walk->last_row);
  walk->last_row = row;
  walk->rows++;
  for (guint i = 0; i < n_cells; i++)
    {
      g_assert_true (i == 0 || cells[i].column > cells[i - 1].column);
      g_assert_true (cells[i].kind == XYB_CELL_EMPTY || cells[i].text != NULL);
      g_assert_true (cells[i].text == NULL || g_utf8_validate (cells[i].text, -1, NULL));
    }
  return TRUE;
}

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
}

/**
 * fuzz_read_workbook:
 * @path: a file of any kind
 *
 * Reads all of it. It comes to its end or to one sentence.
 */
void
fuzz_read_workbook (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybWorkbook) workbook = xyb_workbook_open (path, &error);

  if (workbook == NULL)
    {
      check_error (error);
      return;
    }
  for (guint i = 0; i < xyb_workbook_get_n_sheets (workbook); i++)
    {
      g_autoptr (XybSheetSummary) summary = NULL;
      g_autoptr (GError) failure = NULL;
      Walk walk = { -1, 0 };

      g_assert_nonnull (xyb_workbook_get_sheet (workbook, i)->name);
      if (xyb_workbook_read_sheet (workbook, i, row_cb, &walk, &summary, NULL, &failure))
        g_assert_cmpuint (walk.rows, >=, summary->n_rows);
      else
        check_error (failure);
    }
}
