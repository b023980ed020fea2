/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Font roles of GB/T 9704 and their fallback chains, each ending in Noto CJK (DESIGN §7). */
typedef enum
{
  XYB_FONT_TITLE, /* 小标宋 */
  XYB_FONT_BODY,  /* 仿宋 */
  XYB_FONT_HEAD,  /* 黑体 */
  XYB_FONT_KAI,   /* 楷体 */
  XYB_FONT_NUMBER /* 宋体, page numbers */
} XybFontRole;

#define XYB_N_FONT_ROLES 5

const char *xyb_font_role_name (XybFontRole role);
const char *xyb_font_role_key (XybFontRole role); /* in the settings */
/* The family the role gets on this machine; @out_substituted: it is not the face the standard asks
 * for. */
const char *xyb_font_role_family (XybFontRole role, gboolean *out_substituted);
PangoFontDescription *xyb_font_role_describe (XybFontRole role, double points);
/* The clerk's choice of a family for a role; NULL goes back to the chain. Any thread may call it. */
gboolean xyb_font_role_choose (XybFontRole role, const char *family);
char **xyb_fonts_list_families (void);
char *xyb_fonts_dup_folder (void);
/* 「小标宋 以 Noto Serif CJK SC 代替；…」, or NULL when nothing is substituted. */
char *xyb_fonts_substitution_note (void);

G_END_DECLS
