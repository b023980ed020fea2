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

/* All keys of one name, for who compares many: the text of xyb_text_key(), the key, the core. */
typedef struct
{
  char *text;
  char *key;
  char *core;
} XybCompanyKeys;

void xyb_company_keys_init (XybCompanyKeys *self, const char *name);
void xyb_company_keys_clear (XybCompanyKeys *self);
XybCompanyMatch xyb_company_keys_compare (const XybCompanyKeys *a, const XybCompanyKeys *b);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XybCompanyKeys, xyb_company_keys_clear)

G_END_DECLS
