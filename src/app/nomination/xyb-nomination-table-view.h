/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-enterprise.h"

G_BEGIN_DECLS

/* 附件2 of one 区镇 on screen: the seven columns of the form, and how far each enterprise is. */

#define XYB_TYPE_NOMINATION_TABLE_VIEW (xyb_nomination_table_view_get_type ())
G_DECLARE_FINAL_TYPE (XybNominationTableView,
                      xyb_nomination_table_view,
                      XYB,
                      NOMINATION_TABLE_VIEW,
                      AdwBin)

void xyb_nomination_table_view_fill (XybNominationTableView *self, GPtrArray *nominations);
guint xyb_nomination_table_view_get_n_rows (XybNominationTableView *self);

G_END_DECLS
