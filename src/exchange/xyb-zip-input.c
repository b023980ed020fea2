/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-zip-input.h"

#include <errno.h>
#include <gsf/gsf-infile-zip.h>
#include <gsf/gsf-infile.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-input-stdio.h>
#include <string.h>
#include <zlib.h>

#include "xyb-exchange-sentences.h"
#include "xyb-i18n.h"
#include "xyb-safe-file.h"

/* libgsf inflates; the directory is walked here as well, because libgsf keeps the check sums to
 * itself and never compares them, and because the caps have to be looked at before it allocates. */

#define MAX_FILE_BYTES (G_GINT64_CONSTANT (100) << 20)
#define MAX_PARTS 10000
#define MAX_NAME_BYTES 512
#define MAX_DIRECTORY_BYTES (8 << 20)
#define MAX_INFLATED_BYTES (G_GUINT64_CONSTANT (1) << 30)

/* Sheets of a million styled blank rows (B-19) pack about 60 : 1, a bomb about 1000 : 1. */
#define MAX_RATIO 300
#define RATIO_FREE_BYTES (G_GUINT64_CONSTANT (8) << 20)

#define END_RECORD_BYTES 22
#define END_COMMENT_MAX 65535
#define ENTRY_BYTES 46
#define METHOD_STORED 0
#define METHOD_DEFLATED 8
#define FLAG_ENCRYPTED 1

typedef struct
{
  char *name; /* as in the file */
  guint64 packed;
  guint64 inflated;
  guint32 offset; /* of the part's own header */
  guint32 crc;
  guint method;
  gboolean encrypted;
} Entry;

struct _XybZip
{
  char *shown;
  GsfInput *input;
  GsfInfile *files;
  GHashTable *entries; /* folded name → Entry */
  guint64 total;       /* inflated bytes of all entries, as declared */
};

struct _XybZipPart
{
  XybZip *zip;
  const Entry *entry;
  GsfInput *input;
  guint64 left;
  guint32 crc;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry);
}

/* Some writers separate folders by backslashes or change the case of a name. */
static char *
fold_name (const char *name)
{
  char *folded = g_ascii_strdown (name[0] == '/' ? name + 1 : name, -1);

  return g_strdelimit (folded, "\\", '/');
}

static void
set_damaged (XybZip *self, GError **error)
{
  g_propagate_error (error, xyb_sentence_damaged (self->shown));
}

static void
set_limit (XybZip *self, GError **error)
{
  g_propagate_error (error, xyb_sentence_limit (self->shown));
}

static guint
get16 (const guint8 *p)
{
  return p[0] | p[1] << 8;
}

static guint32
get32 (const guint8 *p)
{
  return (guint32) get16 (p) | (guint32) get16 (p + 2) << 16;
}

static gboolean
read_at (GsfInput *input, gsf_off_t offset, gsize size, guint8 *buffer)
{
  return offset >= 0 && !gsf_input_seek (input, offset, G_SEEK_SET)
         && gsf_input_read (input, size, buffer) != NULL;
}

/* The end record stands at the end, before a comment of unknown length. */
static gboolean
find_directory (GsfInput *input, gsf_off_t *out_offset, gsize *out_size, guint *out_entries)
{
  gsf_off_t size = gsf_input_size (input);
  gsize tail = MIN (size, END_RECORD_BYTES + END_COMMENT_MAX);
  g_autofree guint8 *buffer = g_malloc (tail);

  if (tail < END_RECORD_BYTES || !read_at (input, size - tail, tail, buffer))
    return FALSE;
  for (gsize i = tail - END_RECORD_BYTES + 1; i-- > 0;)
    {
      const guint8 *p = buffer + i;

      if (memcmp (p, "PK\005\006", 4) != 0)
        continue;
      *out_entries = get16 (p + 10);
      *out_size = get32 (p + 12);
      *out_offset = get32 (p + 16);
      return *out_offset + (gsf_off_t) *out_size <= size;
    }
  return FALSE;
}

static gboolean
add_entry (XybZip *self, const guint8 *p, gsize name_bytes)
{
  Entry *entry = g_new0 (Entry, 1);
  char *folded;

  entry->name = g_strndup ((const char *) p + ENTRY_BYTES, name_bytes);
  entry->encrypted = (get16 (p + 8) & FLAG_ENCRYPTED) != 0;
  entry->method = get16 (p + 10);
  entry->crc = get32 (p + 16);
  entry->packed = get32 (p + 20);
  entry->inflated = get32 (p + 24);
  entry->offset = get32 (p + 42);
  self->total += entry->inflated;
  folded = fold_name (entry->name);
  /* Two parts of one name: which of them is shown would depend on the program that opens it. */
  return g_hash_table_insert (self->entries, folded, entry);
}

/* Some writers leave the date of a part at nonsense. Nobody reads it, but libgsf complains with a
 * critical warning when it is none. 0 is known to be none. */
static gboolean
has_bad_date (const guint8 *p)
{
  guint time = get16 (p + 12);
  guint date = get16 (p + 14);

  return (time != 0 || date != 0)
         && (!g_date_valid_dmy (date & 31, (date >> 5) & 15, 1980 + (date >> 9)) || time >> 11 > 23
             || ((time >> 5) & 63) > 59 || (time & 31) > 29);
}

/* libgsf gets a copy in memory, in which the bad dates of the directory are none. */
static gboolean
forget_dates (XybZip *self, gsf_off_t offset, const guint8 *directory, gsize size, GError **error)
{
  gsize whole = gsf_input_size (self->input);
  g_autofree guint8 *copy = g_malloc (whole);
  GsfInput *input;

  if (!read_at (self->input, 0, whole, copy))
    {
      set_damaged (self, error);
      return FALSE;
    }
  memcpy (copy + offset, directory, size);
  input = gsf_input_memory_new (g_steal_pointer (&copy), whole, TRUE);
  g_object_unref (self->input);
  self->input = input;
  return TRUE;
}

static gboolean
read_directory (XybZip *self, GError **error)
{
  gsf_off_t offset;
  gsize size;
  guint n_entries;
  g_autofree guint8 *directory = NULL;
  gsize at = 0;
  gboolean bad_dates = FALSE;

  if (!find_directory (self->input, &offset, &size, &n_entries))
    {
      set_damaged (self, error);
      return FALSE;
    }
  if (n_entries > MAX_PARTS || size > MAX_DIRECTORY_BYTES)
    {
      set_limit (self, error);
      return FALSE;
    }
  directory = g_malloc (size + 1);
  if (size > 0 && !read_at (self->input, offset, size, directory))
    {
      set_damaged (self, error);
      return FALSE;
    }
  for (guint i = 0; i < n_entries; i++)
    {
      guint8 *p = directory + at;
      gsize name_bytes;

      if (size - at < ENTRY_BYTES || memcmp (p, "PK\001\002", 4) != 0)
        break;
      if (has_bad_date (p))
        {
          bad_dates = TRUE;
          memset (p + 12, 0, 4);
        }
      name_bytes = get16 (p + 28);
      at += ENTRY_BYTES + name_bytes + get16 (p + 30) + get16 (p + 32);
      if (at > size || name_bytes > MAX_NAME_BYTES
          || memchr (p + ENTRY_BYTES, 0, name_bytes) != NULL || !add_entry (self, p, name_bytes))
        break;
    }
  if (n_entries == 0 || g_hash_table_size (self->entries) != n_entries)
    {
      set_damaged (self, error);
      return FALSE;
    }
  if (self->total > MAX_INFLATED_BYTES)
    {
      set_limit (self, error);
      return FALSE;
    }
  return !bad_dates || forget_dates (self, offset, directory, size, error);
}

/**
 * xyb_zip_open:
 * @path: a file that begins like a zip
 * @error: %XYB_FILE_ERROR or %XYB_EXCHANGE_ERROR
 *
 * Reads and checks the directory; no part is inflated yet.
 *
 * Returns: (transfer full): the parts, or %NULL on error
 */
XybZip *
xyb_zip_open (const char *path, GError **error)
{
  g_autoptr (XybZip) self = g_new0 (XybZip, 1);
  g_autofree char *base = g_path_get_basename (path);

  self->shown = g_filename_display_name (base);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  errno = 0;
  self->input = gsf_input_stdio_new (path, NULL);
  if (self->input == NULL)
    {
      xyb_file_set_error (error, errno != 0 ? errno : EIO, _ ("读取"), path);
      return NULL;
    }
  if (gsf_input_size (self->input) > MAX_FILE_BYTES)
    {
      set_limit (self, error);
      return NULL;
    }
  if (!read_directory (self, error))
    return NULL;
  self->files = gsf_infile_zip_new (self->input, NULL);
  if (self->files == NULL)
    {
      set_damaged (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
xyb_zip_free (XybZip *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->files);
  g_clear_object (&self->input);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_free (self->shown);
  g_free (self);
}

/**
 * xyb_zip_get_shown_name:
 *
 * Returns: the file's name without folder, for sentences
 */
const char *
xyb_zip_get_shown_name (XybZip *self)
{
  return self->shown;
}

static const Entry *
find_entry (XybZip *self, const char *name)
{
  g_autofree char *folded = fold_name (name);

  return g_hash_table_lookup (self->entries, folded);
}

gboolean
xyb_zip_has_part (XybZip *self, const char *name)
{
  return find_entry (self, name) != NULL;
}

/* The directory says where a part begins; libgsf complains on stderr where nothing begins there. */
static gboolean
begins_part (XybZip *self, const Entry *entry)
{
  guint8 signature[4];

  return read_at (self->input, entry->offset, sizeof signature, signature)
         && memcmp (signature, "PK\003\004", 4) == 0;
}

static gboolean
check_entry (XybZip *self, const Entry *entry, GError **error)
{
  if (entry->encrypted)
    {
      g_propagate_error (error, xyb_sentence_encrypted (self->shown));
      return FALSE;
    }
  if (entry->inflated > RATIO_FREE_BYTES && entry->inflated / MAX_RATIO > entry->packed)
    {
      set_limit (self, error);
      return FALSE;
    }
  if ((entry->method != METHOD_STORED && entry->method != METHOD_DEFLATED)
      || !begins_part (self, entry))
    {
      set_damaged (self, error);
      return FALSE;
    }
  return TRUE;
}

/**
 * xyb_zip_open_part:
 * @name: path inside the zip, with or without a leading slash; case does not matter
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Returns: (transfer full): the part from its first byte; must not outlive @self. %NULL on error,
 *   which includes a part that is not there
 */
XybZipPart *
xyb_zip_open_part (XybZip *self, const char *name, GError **error)
{
  const Entry *entry = find_entry (self, name);
  g_auto (GStrv) steps = NULL;
  GsfInput *input;
  XybZipPart *part;

  if (entry == NULL)
    {
      set_damaged (self, error);
      return NULL;
    }
  if (!check_entry (self, entry, error))
    return NULL;
  steps = g_strsplit (entry->name, "/", -1);
  input = gsf_infile_child_by_aname (self->files, (const char **) steps);
  if (input == NULL || gsf_input_size (input) != (gsf_off_t) entry->inflated)
    {
      g_clear_object (&input);
      set_damaged (self, error);
      return NULL;
    }
  part = g_new0 (XybZipPart, 1);
  part->zip = self;
  part->entry = entry;
  part->input = input;
  part->left = entry->inflated;
  return part;
}

void
xyb_zip_part_free (XybZipPart *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->input);
  g_free (self);
}

/**
 * xyb_zip_part_read:
 * @buffer: (out caller-allocates): place for @size bytes
 * @out_n_read: (out): 0 at the end
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Reads on. With the last bytes the check sum of the whole part is compared: a flipped bit that
 * still inflates to good XML must not become somebody's figure (B-22).
 */
gboolean
xyb_zip_part_read (XybZipPart *self, guint8 *buffer, gsize size, gsize *out_n_read, GError **error)
{
  gsize n = MIN (self->left, size);

  *out_n_read = 0;
  if (n > 0 && gsf_input_read (self->input, n, buffer) == NULL)
    {
      set_damaged (self->zip, error);
      return FALSE;
    }
  self->crc = crc32_z (self->crc, buffer, n);
  self->left -= n;
  if (self->left == 0 && self->crc != self->entry->crc)
    {
      set_damaged (self->zip, error);
      return FALSE;
    }
  *out_n_read = n;
  return TRUE;
}
