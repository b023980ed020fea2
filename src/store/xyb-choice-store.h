/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-return-choices.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* Which sheets and hidden columns of its file a 区镇 means is asked once a year (B-11, B-12). Head
 * words are kept by xyb_head_store_list(). */

/* Adds to @choices what was chosen before for files of the 区镇, where @choices says nothing yet.
 * @out_changed: whether it said anything: the file is to be read again. */
gboolean xyb_choice_store_recall (XybStore *store,
                                  int year,
                                  gint64 unit_id,
                                  XybReturnChoices *choices,
                                  gboolean *out_changed,
                                  GError **error);

/* Inside the edit of an import. */
gboolean xyb_choice_store_remember (XybStore *store,
                                    gint64 plan_id,
                                    gint64 unit_id,
                                    const XybReturnChoices *choices,
                                    const char *today,
                                    GError **error);

G_END_DECLS
