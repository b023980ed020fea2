/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-office-facts.h"

#include <glib/gstdio.h>

#include "xyb-store-engine.h"

/**
 * xyb_office_facts_read:
 * @out_facts: (out): what the file is and holds
 * @error: %XYB_STORE_ERROR
 */
gboolean
xyb_office_facts_read (XybStore *store, XybOfficeFacts *out_facts, GError **error)
{
  GStatBuf info;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  *out_facts = (XybOfficeFacts){ 0 };
  out_facts->schema_version = store->schema_version;
  if (g_stat (xyb_store_get_path (store), &info) == 0)
    out_facts->bytes = info.st_size;
  return xyb_store_query_int (store, "SELECT count(*) FROM revision", &out_facts->revisions, error)
         && xyb_store_query_int (store, "SELECT count(*) FROM enterprise", &out_facts->enterprises,
                                 error)
         && xyb_store_query_int (store, "SELECT count(*) FROM unit", &out_facts->units, error);
}
