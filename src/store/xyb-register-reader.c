/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-register-reader.h"

#include "xyb-lookup.h"
#include "xyb-nomination-store.h"
#include "xyb-store-error.h"

struct _XybRegisterReader
{
  XybStore *store;
  GArray *ids;
  gint64 plan_id; /* 0: no year */
  XybEnterprise *present;
};

/**
 * xyb_register_reader_free:
 * @self: (nullable): a reader
 */
void
xyb_register_reader_free (XybRegisterReader *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->store);
  g_clear_pointer (&self->ids, g_array_unref);
  xyb_enterprise_free (self->present);
  g_free (self);
}

/**
 * xyb_register_reader_new:
 * @ids: (element-type gint64): enterprises, in the order to be read
 * @year: the year whose state is given with each; 0 for none
 * @error: %XYB_STORE_ERROR
 *
 * Returns: (transfer full): a reader before the first line; %NULL on error
 */
XybRegisterReader *
xyb_register_reader_new (XybStore *store, GArray *ids, int year, GError **error)
{
  g_autoptr (XybRegisterReader) self = g_new0 (XybRegisterReader, 1);

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  self->store = g_object_ref (store);
  self->ids = g_array_ref (ids);
  if (year != 0 && !xyb_lookup_plan (store, year, &self->plan_id, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * xyb_register_reader_get_n:
 * @self: a reader
 *
 * Returns: how many lines there are
 */
guint
xyb_register_reader_get_n (XybRegisterReader *self)
{
  return self->ids->len;
}

static gboolean
read_stage (XybRegisterReader *self, XybStage *out_stage, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  *out_stage = XYB_STAGE_NONE;
  if (self->plan_id == 0)
    return TRUE;
  rows = xyb_nomination_store_list_of_enterprise (self->store, self->present->id, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (((XybNomination *) rows->pdata[i])->plan_id == self->plan_id)
      *out_stage = xyb_stage_of (rows->pdata[i]);
  return TRUE;
}

/**
 * xyb_register_reader_read:
 * @index: of the line, from 0
 * @out_row: (out): the line; without an enterprise where it was removed since
 * @reader: a #XybRegisterReader
 * @error: %XYB_STORE_ERROR
 *
 * Returns: %FALSE on error
 */
gboolean
xyb_register_reader_read (guint index, XybRegisterRow *out_row, gpointer reader, GError **error)
{
  XybRegisterReader *self = reader;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (index < self->ids->len, FALSE);

  xyb_enterprise_free (self->present);
  self->present
    = xyb_enterprise_store_get (self->store, g_array_index (self->ids, gint64, index), &local);
  *out_row = (XybRegisterRow){ .enterprise = self->present };
  if (self->present != NULL)
    return read_stage (self, &out_row->stage, error);
  if (g_error_matches (local, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
