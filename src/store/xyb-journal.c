/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <inttypes.h>
#include <string.h>
#include <zlib.h>

#include "xyb-i18n.h"
#include "xyb-store-engine.h"

/* Changesets as they are stored: cut into parts of one MiB, each compressed for itself, with one
 * SHA-256 over what is stored. The checksum is looked at before anything is inflated or parsed: a
 * flipped bit has sent SQLite's parser into an endless loop (PROVEN). */

#define PART_SIZE (1024 * 1024)
/* More than any part can become; a stream that gives more is not one of ours. */
#define MAX_PART_SIZE (1024u * 1024u * 1024u)
#define SMALL_PART 1024

struct _XybChangeset
{
  GPtrArray *parts; /* of GBytes, compressed */
};

static XybChangeset *
changeset_new (void)
{
  XybChangeset *self = g_new0 (XybChangeset, 1);

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return self;
}

void
xyb_changeset_free (XybChangeset *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/* ---- writing ---- */

/* An edit of one field is 200 bytes: zlib's usual quarter of a megabyte of tables costs more than
 * the rest of the edit. */
static GBytes *
compress_part (const guint8 *data, gsize length)
{
  z_stream stream = { 0 };
  gboolean small = length <= SMALL_PART;
  gsize bound;
  guint8 *out;
  int result;

  if (deflateInit2 (&stream, Z_BEST_SPEED, Z_DEFLATED, small ? 10 : MAX_WBITS, small ? 2 : 8,
                    Z_DEFAULT_STRATEGY)
      != Z_OK)
    return NULL;
  bound = deflateBound (&stream, length);
  out = g_malloc (bound);
  stream.next_in = (guint8 *) data;
  stream.avail_in = length;
  stream.next_out = out;
  stream.avail_out = bound;
  result = deflate (&stream, Z_FINISH);
  deflateEnd (&stream);
  if (result != Z_STREAM_END)
    {
      g_free (out);
      return NULL;
    }
  return g_bytes_new_take (out, stream.total_out);
}

gboolean
xyb_changeset_is_empty (XybChangeset *self)
{
  return self->parts->len == 0;
}

/* The length goes in before the bytes, so that parts cannot change places with their borders. */
char *
xyb_changeset_checksum (XybChangeset *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < self->parts->len; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (self->parts, i), &length);
      guint64 framed = GUINT64_TO_LE ((guint64) length);

      g_checksum_update (sum, (const guint8 *) &framed, sizeof framed);
      g_checksum_update (sum, data, length);
    }
  return g_strdup (g_checksum_get_string (sum));
}

gboolean
xyb_changeset_save (XybChangeset *self, XybStore *store, gint64 revision_id, GError **error)
{
  sqlite3_stmt *stmt = xyb_store_get_cached (store, XYB_CACHED_ADD_PART, error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < self->parts->len; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (self->parts, i), &length);

      xyb_stmt_bind_int (stmt, ":revision_id", revision_id);
      xyb_stmt_bind_int (stmt, ":part", i);
      sqlite3_bind_blob (stmt, xyb_stmt_index (stmt, ":data"), data, (int) length, SQLITE_STATIC);
      if (!xyb_store_run (store, stmt, error))
        return FALSE;
    }
  sqlite3_clear_bindings (stmt);
  return TRUE;
}

/* ---- reading ---- */

static void
set_damaged (GError **error, XybStore *store, gint64 revision_id)
{
  g_autofree char *shown = g_filename_display_basename (xyb_store_get_path (store));

  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_DAMAGED,
               _ ("「%s」的第 %" PRId64
                  " 号操作记录已损坏，不能读取或撤销它；现有数据不受影响，请尽快备份。"),
               shown, revision_id);
}

static char *
stored_checksum (XybStore *store, gint64 revision_id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt
    = xyb_store_prepare (store, "SELECT checksum FROM revision WHERE id = :id", error);
  gboolean row;

  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":id", revision_id);
  if (!xyb_store_step (store, stmt, &row, error))
    return NULL;
  if (!row)
    {
      set_damaged (error, store, revision_id);
      return NULL;
    }
  return xyb_stmt_dup_text (stmt, 0);
}

/**
 * xyb_changeset_load:
 * @store: the store
 * @revision_id: whose changes
 * @error: %XYB_STORE_ERROR_DAMAGED where the checksum does not fit
 *
 * Returns: (transfer full): the changeset, safe to parse
 */
XybChangeset *
xyb_changeset_load (XybStore *store, gint64 revision_id, GError **error)
{
  g_autoptr (XybChangeset) self = changeset_new ();
  g_autofree char *expected = stored_checksum (store, revision_id, error);
  g_autofree char *found = NULL;
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row;

  if (expected == NULL)
    return NULL;
  stmt = xyb_store_prepare (store,
                            "SELECT data FROM revision_part WHERE revision_id = :id ORDER BY part",
                            error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":id", revision_id);
  do
    {
      if (!xyb_store_step (store, stmt, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (self->parts, g_bytes_new (sqlite3_column_blob (stmt, 0),
                                                   sqlite3_column_bytes (stmt, 0)));
    }
  while (row);
  found = xyb_changeset_checksum (self);
  if (!g_str_equal (found, expected))
    {
      set_damaged (error, store, revision_id);
      return NULL;
    }
  return g_steal_pointer (&self);
}

struct _XybChangesetReader
{
  XybChangeset *changeset;
  guint next_part;
  gboolean open;
  z_stream stream;
};

XybChangesetReader *
xyb_changeset_reader_new (XybChangeset *changeset)
{
  XybChangesetReader *self = g_new0 (XybChangesetReader, 1);

  self->changeset = changeset;
  return self;
}

void
xyb_changeset_reader_free (XybChangesetReader *self)
{
  if (self == NULL)
    return;
  if (self->open)
    inflateEnd (&self->stream);
  g_free (self);
}

static gboolean
open_next_part (XybChangesetReader *self)
{
  GBytes *part = g_ptr_array_index (self->changeset->parts, self->next_part++);
  gsize length;

  memset (&self->stream, 0, sizeof self->stream);
  self->stream.next_in = (guint8 *) g_bytes_get_data (part, &length);
  self->stream.avail_in = length;
  self->open = inflateInit (&self->stream) == Z_OK;
  return self->open;
}

/* The xInput of SQLite's streaming calls: fills @data as far as there is something, 0 at the end.
 */
int
xyb_changeset_reader_read (void *reader, void *data, int *length)
{
  XybChangesetReader *self = reader;
  int wanted = *length;

  *length = 0;
  while (*length < wanted)
    {
      int result;

      if (!self->open)
        {
          if (self->next_part >= self->changeset->parts->len)
            break;
          if (!open_next_part (self))
            return SQLITE_NOMEM;
        }
      self->stream.next_out = (guint8 *) data + *length;
      self->stream.avail_out = wanted - *length;
      result = inflate (&self->stream, Z_NO_FLUSH);
      *length = wanted - (int) self->stream.avail_out;
      if (result == Z_STREAM_END)
        {
          inflateEnd (&self->stream);
          self->open = FALSE;
        }
      else if (result != Z_OK || self->stream.total_out > MAX_PART_SIZE)
        return SQLITE_CORRUPT;
    }
  return SQLITE_OK;
}

/* ---- walking ---- */

/* The integer key of a record; settings, whose key is text, get a number made from it. */
gint64
xyb_changeset_record_id (sqlite3_changeset_iter *iter, int op)
{
  sqlite3_value *value = NULL;
  int result = op == SQLITE_INSERT ? sqlite3changeset_new (iter, 0, &value)
                                   : sqlite3changeset_old (iter, 0, &value);

  if (result != SQLITE_OK || value == NULL)
    return 0;
  if (sqlite3_value_type (value) == SQLITE_TEXT)
    return xyb_setting_record_id ((const char *) sqlite3_value_text (value));
  return sqlite3_value_int64 (value);
}

static gboolean
walk_rows (sqlite3_changeset_iter *iter,
           XybStore *store,
           XybChangesetFunc func,
           gpointer user_data,
           GError **error)
{
  int result;

  while ((result = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, op, indirect;

      result = sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
      if (result != SQLITE_OK)
        break;
      if (!func (iter, table, op, xyb_changeset_record_id (iter, op), user_data, error))
        return FALSE;
    }
  if (result == SQLITE_DONE)
    return TRUE;
  xyb_store_take_error (store, result, error);
  return FALSE;
}

/**
 * xyb_changeset_walk:
 * @func: called for every record, in the order of the changeset; returns %FALSE to stop, with
 * @error set where something went wrong
 *
 * Keys are the first column of every tracked table.
 */
gboolean
xyb_changeset_walk (XybChangeset *self,
                    XybStore *store,
                    XybChangesetFunc func,
                    gpointer user_data,
                    GError **error)
{
  g_autoptr (XybChangesetReader) reader = xyb_changeset_reader_new (self);
  sqlite3_changeset_iter *iter = NULL;
  int result = sqlite3changeset_start_strm (&iter, xyb_changeset_reader_read, reader);
  gboolean ok;

  if (result != SQLITE_OK)
    {
      xyb_store_take_error (store, result, error);
      return FALSE;
    }
  ok = walk_rows (iter, store, func, user_data, error);
  sqlite3changeset_finalize (iter);
  return ok;
}

/* ---- recording ---- */

/* What a session recorded, on its way from SQLite into its parts. A large one is looked at and
 * compressed in a thread of its own while SQLite still reads it out of the file. */
typedef struct
{
  XybChangeset *changeset;
  GByteArray *buffer; /* the part in the making */
  GAsyncQueue *queue; /* of GBytes, not compressed; an empty one is the end */
  GThread *thread;    /* NULL while it is small */
  XybRecordFunc func;
  gpointer user_data;
  /* of who looks at it */
  GBytes *part;
  gsize place;
  gboolean ended;
} Recording;

static void
recording_clear (Recording *self)
{
  g_clear_pointer (&self->buffer, g_byte_array_unref);
  g_clear_pointer (&self->queue, g_async_queue_unref);
  g_clear_pointer (&self->part, g_bytes_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Recording, recording_clear)

/* Takes the next part off the queue and puts it among those of the changeset. */
static gboolean
take_part (Recording *self)
{
  const guint8 *data;
  gsize length;
  GBytes *compressed;

  g_clear_pointer (&self->part, g_bytes_unref);
  self->part = g_async_queue_pop (self->queue);
  self->place = 0;
  data = g_bytes_get_data (self->part, &length);
  self->ended = length == 0;
  if (self->ended)
    return TRUE;
  compressed = compress_part (data, length);
  if (compressed == NULL)
    return FALSE;
  g_ptr_array_add (self->changeset->parts, compressed);
  return TRUE;
}

/* An xInput. */
static int
read_recording (void *recording, void *data, int *length)
{
  Recording *self = recording;
  gsize wanted = (gsize) *length;
  gsize filled = 0;

  while (filled < wanted && !self->ended)
    {
      gsize size = 0;
      const guint8 *bytes = self->part != NULL ? g_bytes_get_data (self->part, &size) : NULL;
      gsize n = MIN (wanted - filled, size - self->place);

      if (n == 0)
        {
          if (!take_part (self))
            return SQLITE_NOMEM;
          continue;
        }
      memcpy ((guint8 *) data + filled, bytes + self->place, n);
      self->place += n;
      filled += n;
    }
  *length = (int) filled;
  return SQLITE_OK;
}

/* Returns SQLite's result. */
static gpointer
look_at_parts (gpointer recording)
{
  Recording *self = recording;
  sqlite3_changeset_iter *iter = NULL;
  int result = sqlite3changeset_start_strm (&iter, read_recording, self);

  while (result == SQLITE_OK && (result = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, op, indirect;

      result = sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect);
      if (result == SQLITE_OK)
        self->func (iter, table, op, xyb_changeset_record_id (iter, op), self->user_data);
    }
  sqlite3changeset_finalize (iter);
  return GINT_TO_POINTER (result);
}

static void
send_part (Recording *self)
{
  g_async_queue_push (self->queue, g_byte_array_free_to_bytes (self->buffer));
  self->buffer = g_byte_array_new ();
}

/* An xOutput. */
static int
write_recording (void *recording, const void *data, int length)
{
  Recording *self = recording;

  g_byte_array_append (self->buffer, data, length);
  if (self->buffer->len < PART_SIZE)
    return SQLITE_OK;
  send_part (self);
  if (self->thread == NULL)
    self->thread = g_thread_new ("xyb-changeset", look_at_parts, self);
  return SQLITE_OK;
}

/**
 * xyb_changeset_record:
 * @session: what it recorded is taken out of it
 * @func: called for every record, in the order of the changeset; of a large one in another thread,
 *   before this function returns
 * @user_data: for @func
 * @error: %XYB_STORE_ERROR
 *
 * Returns: (transfer full): the changeset; empty where nothing changed
 */
XybChangeset *
xyb_changeset_record (XybStore *store,
                      sqlite3_session *session,
                      XybRecordFunc func,
                      gpointer user_data,
                      GError **error)
{
  g_autoptr (XybChangeset) changeset = changeset_new ();
  g_auto (Recording) recording = {
    .changeset = changeset,
    .buffer = g_byte_array_new (),
    .queue = g_async_queue_new_full ((GDestroyNotify) g_bytes_unref),
    .func = func,
    .user_data = user_data,
  };
  int result = sqlite3session_changeset_strm (session, write_recording, &recording);
  int seen;

  if (recording.buffer->len > 0)
    send_part (&recording);
  send_part (&recording);
  seen = GPOINTER_TO_INT (recording.thread != NULL ? g_thread_join (recording.thread)
                                                   : look_at_parts (&recording));
  if (result == SQLITE_OK && seen == SQLITE_DONE)
    return g_steal_pointer (&changeset);
  xyb_store_take_error (store, result != SQLITE_OK ? result : seen, error);
  return NULL;
}
