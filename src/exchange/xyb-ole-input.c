/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-ole-input.h"

#include <string.h>

#include "xyb-exchange-sentences.h"

#define HEADER_BYTES 512
#define HEADER_FAT_SECTORS 109
#define ENTRY_BYTES 128
#define MINI_BYTES 64
#define MAX_FILE_BYTES (256 << 20)

/* Sector numbers from here on are marks: end of a chain, free, and the table itself. */
#define LAST_SECTOR 0xfffffffau

#define ENTRY_STREAM 2
#define ENTRY_ROOT 5

struct _XybOle
{
  char *shown;
  GMappedFile *file;
  const guint8 *data;
  gsize size;
  gsize sector_bytes;
  guint n_sectors;
  guint mini_cutoff;
  GArray *fat;      /* of guint32: the sector that follows each */
  GArray *mini_fat; /* the same of the small sectors */
  GByteArray *entries;
  GByteArray *mini; /* the small sectors themselves */
  GPtrArray *top;   /* of const guint8 *: entries of the root, in no order */
};

static guint
u16 (const guint8 *p)
{
  return p[0] | p[1] << 8;
}

static guint32
u32 (const guint8 *p)
{
  return u16 (p) | (guint32) u16 (p + 2) << 16;
}

/* ---- sectors ---- */

/* NULL where the file has no such sector, or only a part of it. */
static const guint8 *
get_sector (XybOle *self, guint32 sector)
{
  return sector < self->n_sectors ? self->data + (sector + (gsize) 1) * self->sector_bytes : NULL;
}

/* A chain longer than the file has sectors goes in a circle. */
static GByteArray *
read_chain (XybOle *self, guint32 first)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint left = self->n_sectors;

  for (guint32 sector = first; sector < LAST_SECTOR;
       sector = g_array_index (self->fat, guint32, sector))
    {
      const guint8 *data = get_sector (self, sector);

      if (data == NULL || sector >= self->fat->len || left-- == 0)
        return NULL;
      g_byte_array_append (bytes, data, self->sector_bytes);
    }
  return g_steal_pointer (&bytes);
}

static GByteArray *
read_mini_chain (XybOle *self, guint32 first)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint left = self->mini_fat->len;

  for (guint32 sector = first; sector < LAST_SECTOR;
       sector = g_array_index (self->mini_fat, guint32, sector))
    {
      if (sector >= self->mini_fat->len || left-- == 0
          || (sector + (gsize) 1) * MINI_BYTES > self->mini->len)
        return NULL;
      g_byte_array_append (bytes, self->mini->data + (gsize) sector * MINI_BYTES, MINI_BYTES);
    }
  return g_steal_pointer (&bytes);
}

/* ---- tables ---- */

static void
append_table (GArray *table, const guint8 *bytes, gsize n)
{
  for (gsize i = 0; i + 4 <= n; i += 4)
    {
      guint32 next = u32 (bytes + i);

      g_array_append_val (table, next);
    }
}

static gboolean
add_fat_sector (XybOle *self, guint32 sector)
{
  const guint8 *data = get_sector (self, sector);

  if (sector >= LAST_SECTOR)
    return TRUE;
  /* More table than the file needs is no table. */
  if (data == NULL || self->fat->len > self->n_sectors)
    return FALSE;
  append_table (self->fat, data, self->sector_bytes);
  return TRUE;
}

/* The first sectors of the table stand in the header, the others in a chain of their own. */
static gboolean
read_fat (XybOle *self)
{
  guint32 list = u32 (self->data + 68);
  guint per_list = self->sector_bytes / 4 - 1;

  for (guint i = 0; i < HEADER_FAT_SECTORS; i++)
    if (!add_fat_sector (self, u32 (self->data + 76 + 4 * i)))
      return FALSE;
  for (guint left = self->n_sectors; list < LAST_SECTOR; left--)
    {
      const guint8 *data = get_sector (self, list);

      if (data == NULL || left == 0)
        return FALSE;
      for (guint i = 0; i < per_list; i++)
        if (!add_fat_sector (self, u32 (data + 4 * i)))
          return FALSE;
      list = u32 (data + 4 * per_list);
    }
  return TRUE;
}

static gboolean
read_header (XybOle *self)
{
  static const guint8 signature[] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };
  guint shift;

  if (self->size < HEADER_BYTES || memcmp (self->data, signature, sizeof signature) != 0)
    return FALSE;
  shift = u16 (self->data + 30);
  if (shift != 9 && shift != 12)
    return FALSE;
  self->sector_bytes = (gsize) 1 << shift;
  self->mini_cutoff = u32 (self->data + 56);
  if (self->size < self->sector_bytes)
    return FALSE;
  /* Some writers leave the last sector short. What is missing counts as a missing sector. */
  self->n_sectors = self->size / self->sector_bytes - 1;
  return read_fat (self);
}

/* ---- directory ---- */

static const guint8 *
get_entry (XybOle *self, guint32 index)
{
  return index < self->entries->len / ENTRY_BYTES
           ? self->entries->data + (gsize) index * ENTRY_BYTES
           : NULL;
}

/* The entries of the root are a tree; a container inside of this one has a tree of its own. */
static void
gather_top (XybOle *self, guint32 first)
{
  guint n = self->entries->len / ENTRY_BYTES;
  g_autofree guint8 *seen = g_malloc0 (n);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (waiting, first);
  while (waiting->len > 0)
    {
      guint32 index = g_array_index (waiting, guint32, waiting->len - 1);
      const guint8 *entry = get_entry (self, index);
      guint32 sides[2];

      g_array_set_size (waiting, waiting->len - 1);
      if (entry == NULL || seen[index])
        continue;
      seen[index] = 1;
      g_ptr_array_add (self->top, (gpointer) entry);
      sides[0] = u32 (entry + 68);
      sides[1] = u32 (entry + 72);
      g_array_append_vals (waiting, sides, 2);
    }
}

static gboolean
read_directory (XybOle *self)
{
  g_autoptr (GByteArray) table = NULL;
  const guint8 *root;

  self->entries = read_chain (self, u32 (self->data + 48));
  if (self->entries == NULL || (root = get_entry (self, 0)) == NULL || root[66] != ENTRY_ROOT)
    return FALSE;
  table = read_chain (self, u32 (self->data + 60));
  self->mini = read_chain (self, u32 (root + 116));
  if (table == NULL || self->mini == NULL)
    return FALSE;
  append_table (self->mini_fat, table->data, table->len);
  gather_top (self, u32 (root + 76));
  return TRUE;
}

/* Names are UTF-16; the ones asked for are ASCII. Upper and lower case are one. */
static gboolean
is_named (const guint8 *entry, const char *name)
{
  gsize n = strlen (name);

  if (u16 (entry + 64) != 2 * (n + 1))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (entry[2 * i + 1] != 0 || g_ascii_toupper (entry[2 * i]) != g_ascii_toupper (name[i]))
      return FALSE;
  return TRUE;
}

static const guint8 *
find (XybOle *self, const char *name)
{
  for (guint i = 0; i < self->top->len; i++)
    if (is_named (g_ptr_array_index (self->top, i), name))
      return g_ptr_array_index (self->top, i);
  return NULL;
}

/**
 * xyb_ole_open:
 * @path: a file
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Reads tables and directory; the file stays mapped.
 *
 * Returns: (transfer full): the container, or %NULL where it is damaged or too large
 */
XybOle *
xyb_ole_open (const char *path, GError **error)
{
  g_autoptr (XybOle) self = g_new0 (XybOle, 1);
  g_autofree char *base = g_path_get_basename (path);

  self->shown = g_filename_display_name (base);
  self->fat = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->mini_fat = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->top = g_ptr_array_new ();
  self->file = g_mapped_file_new (path, FALSE, NULL);
  if (self->file != NULL && g_mapped_file_get_length (self->file) > MAX_FILE_BYTES)
    {
      g_propagate_error (error, xyb_sentence_limit (self->shown));
      return NULL;
    }
  if (self->file != NULL)
    {
      self->data = (const guint8 *) g_mapped_file_get_contents (self->file);
      self->size = g_mapped_file_get_length (self->file);
    }
  if (self->data != NULL && read_header (self) && read_directory (self))
    return g_steal_pointer (&self);
  g_propagate_error (error, xyb_sentence_damaged (self->shown));
  return NULL;
}

void
xyb_ole_free (XybOle *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_clear_pointer (&self->entries, g_byte_array_unref);
  g_clear_pointer (&self->mini, g_byte_array_unref);
  g_array_unref (self->fat);
  g_array_unref (self->mini_fat);
  g_ptr_array_unref (self->top);
  g_free (self->shown);
  g_free (self);
}

/**
 * xyb_ole_has:
 * @name: of a stream or a folder at the top, ASCII
 */
gboolean
xyb_ole_has (XybOle *self, const char *name)
{
  return find (self, name) != NULL;
}

/**
 * xyb_ole_read:
 * @name: of a stream at the top, ASCII
 * @max: more bytes than these are refused
 * @error: %XYB_EXCHANGE_ERROR
 *
 * Returns: (transfer full) (nullable): all of the stream, or %NULL where it is missing, not whole
 * or too large
 */
GBytes *
xyb_ole_read (XybOle *self, const char *name, gsize max, GError **error)
{
  const guint8 *entry = find (self, name);
  g_autoptr (GByteArray) bytes = NULL;
  gsize size = entry != NULL ? u32 (entry + 120) : 0;

  if (size > max)
    {
      g_propagate_error (error, xyb_sentence_limit (self->shown));
      return NULL;
    }
  if (entry != NULL && entry[66] == ENTRY_STREAM && size > 0)
    bytes = size < self->mini_cutoff ? read_mini_chain (self, u32 (entry + 116))
                                     : read_chain (self, u32 (entry + 116));
  if (bytes == NULL || bytes->len < size)
    {
      g_propagate_error (error, xyb_sentence_damaged (self->shown));
      return NULL;
    }
  g_byte_array_set_size (bytes, size);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
