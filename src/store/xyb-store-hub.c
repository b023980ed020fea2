/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-store-hub.h"

/* 2020-01-01T00:00:00Z in milliseconds: where ids begin (DESIGN §4). */
#define ID_EPOCH_MS G_GINT64_CONSTANT (1577836800000)
#define ID_RANDOM_BITS 21
#define ID_MAX_STEP 1024
#define ID_LAST_NOTED (G_MAXINT64 - (G_GINT64_CONSTANT (1) << 60))

typedef struct
{
  XybStore *store; /* not owned: a store leaves when it goes */
  GWeakRef weak;   /* for the idle, which may come later than the store's end */
  GMainContext *context;
} Member;

struct _XybStoreHub
{
  gatomicrefcount ref_count;
  GMutex mutex;
  XybOfficeLock *lock;
  GPtrArray *members;
  gint64 last_id;
};

static void
member_free (Member *self)
{
  g_weak_ref_clear (&self->weak);
  g_main_context_unref (self->context);
  g_free (self);
}

XybStoreHub *
xyb_store_hub_new (XybOfficeLock *lock)
{
  XybStoreHub *self = g_new0 (XybStoreHub, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->lock = lock;
  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify) member_free);
  return self;
}

XybStoreHub *
xyb_store_hub_ref (XybStoreHub *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
xyb_store_hub_unref (XybStoreHub *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->lock, xyb_office_lock_free);
  g_ptr_array_unref (self->members);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

void
xyb_store_hub_join (XybStoreHub *self, XybStore *store)
{
  Member *member = g_new0 (Member, 1);

  member->store = store;
  g_weak_ref_init (&member->weak, store);
  member->context = g_main_context_ref_thread_default ();
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->members, member);
  g_mutex_unlock (&self->mutex);
}

void
xyb_store_hub_leave (XybStoreHub *self, XybStore *store)
{
  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = g_ptr_array_index (self->members, i);

      if (member->store == store)
        {
          g_ptr_array_remove_index_fast (self->members, i);
          break;
        }
    }
  g_mutex_unlock (&self->mutex);
}

static gboolean
emit_changed (gpointer user_data)
{
  g_autoptr (XybStore) store = g_weak_ref_get (user_data);
  const char *const no_tables[] = { NULL };

  if (store != NULL)
    g_signal_emit_by_name (store, "changed", no_tables);
  return G_SOURCE_REMOVE;
}

static void
weak_free (gpointer weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

/* Only those that listen: a worker without a running main loop would collect idles for ever. */
static void
tell (XybStore *store, GMainContext *context)
{
  g_autoptr (GSource) source = NULL;
  GWeakRef *weak;
  guint signal_id = g_signal_lookup ("changed", XYB_TYPE_STORE);

  if (!g_signal_has_handler_pending (store, signal_id, 0, FALSE))
    return;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, store);
  source = g_idle_source_new ();
  g_source_set_callback (source, emit_changed, weak, weak_free);
  g_source_attach (source, context);
}

/* After a commit of @writer: the others emit XybStore::changed in the context of their own thread.
 */
void
xyb_store_hub_tell_others (XybStoreHub *self, XybStore *writer)
{
  g_autoptr (GPtrArray) stores = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) contexts
    = g_ptr_array_new_with_free_func ((GDestroyNotify) g_main_context_unref);

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->members->len; i++)
    {
      Member *member = g_ptr_array_index (self->members, i);
      XybStore *store = member->store != writer ? g_weak_ref_get (&member->weak) : NULL;

      if (store == NULL)
        continue;
      g_ptr_array_add (stores, store);
      g_ptr_array_add (contexts, g_main_context_ref (member->context));
    }
  g_mutex_unlock (&self->mutex);

  /* Without the mutex: ours may turn out to be the last reference, and its end leaves the hub. */
  for (guint i = 0; i < stores->len; i++)
    tell (g_ptr_array_index (stores, i), g_ptr_array_index (contexts, i));
}

/* The last id in the file: those to come are behind it. One that leaves no room was not made here.
 */
void
xyb_store_hub_note_id (XybStoreHub *self, gint64 id)
{
  g_mutex_lock (&self->mutex);
  if (id > self->last_id && id < ID_LAST_NOTED)
    self->last_id = id;
  g_mutex_unlock (&self->mutex);
}

/* Rising within an office even when the clock stands still or goes back; the random bits keep
 * two workstations apart. Ids of presets are below 2^21, so the two never meet. */
gint64
xyb_store_hub_new_id (XybStoreHub *self)
{
  gint64 ms = MAX (g_get_real_time () / 1000 - ID_EPOCH_MS, 1);
  gint64 id = (ms << ID_RANDOM_BITS) | g_random_int_range (0, 1 << ID_RANDOM_BITS);

  g_mutex_lock (&self->mutex);
  if (id <= self->last_id)
    id = self->last_id + g_random_int_range (1, ID_MAX_STEP);
  self->last_id = id;
  g_mutex_unlock (&self->mutex);
  return id;
}
