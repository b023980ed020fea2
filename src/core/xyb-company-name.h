/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Keys under which two spellings of one company's name meet (ENT-08, B-13, B-14). */

char *xyb_company_name_key (const char *name);
char *xyb_company_name_core (const char *name);

typedef enum
{
  XYB_COMPANY_MATCH_NONE,
  XYB_COMPANY_MATCH_POSSIBLE, /* same core: place prefix or kind of company differ */
  XYB_COMPANY_MATCH_LIKELY, /* same key: brackets, 省/市, 有限公司 variants, remarks differ */
  XYB_COMPANY_MATCH_EXACT   /* same once width and spaces are folded */
} XybCompanyMatch;

XybCompanyMatch xyb_company_name_compare (const char *a, const char *b);

G_END_DECLS
