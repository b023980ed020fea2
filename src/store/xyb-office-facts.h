/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-store.h"

G_BEGIN_DECLS

/* What the office file is and holds, for whoever looks after it. */
typedef struct
{
  gint64 bytes;
  int schema_version;
  gint64 revisions;
  gint64 enterprises;
  gint64 units;
} XybOfficeFacts;

gboolean xyb_office_facts_read (XybStore *store, XybOfficeFacts *out_facts, GError **error);

G_END_DECLS
