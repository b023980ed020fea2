/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* Finds a company in the 附件2 of all 区镇: a field, and what was found in place of the list below.
 */

#define XYB_TYPE_NOMINATION_SEARCH (xyb_nomination_search_get_type ())
G_DECLARE_FINAL_TYPE (XybNominationSearch, xyb_nomination_search, XYB, NOMINATION_SEARCH, AdwBin)

void xyb_nomination_search_set_office (XybNominationSearch *self, XybOffice *office);
void xyb_nomination_search_reload (XybNominationSearch *self);
void xyb_nomination_search_grab (XybNominationSearch *self);

G_END_DECLS
