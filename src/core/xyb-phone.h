/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Telephone numbers, requirements §19.5 and ORG-07: 57266159, 0512-57310600, 82620620-7005,
 * 13900000000, several in one cell, 转 extensions, full-width digits. */

typedef enum
{
  XYB_PHONE_MOBILE,
  XYB_PHONE_LANDLINE, /* with area code */
  XYB_PHONE_LOCAL,    /* 7–8 digits without area code */
  XYB_PHONE_UNKNOWN   /* kept as written */
} XybPhoneKind;

typedef enum
{
  XYB_PHONE_FLAG_NONE = 0,
  XYB_PHONE_FLAG_SCIENTIFIC = 1 << 0, /* 1.39E+10: restored, digits may be lost */
  XYB_PHONE_FLAG_DECIMAL = 1 << 1,    /* 13900000000.0 */
  XYB_PHONE_FLAG_LOST_ZERO = 1 << 2,  /* 51257310600: the leading zero was put back */
  XYB_PHONE_FLAG_DOUBTFUL = 1 << 3    /* looks like no telephone number */
} XybPhoneFlags;

typedef struct
{
  XybPhoneKind kind;
  XybPhoneFlags flags;
  char *number;              /* 0512-57310600: area code and number with one hyphen */
  char *extension;           /* digits, or NULL */
  gboolean extension_dashed; /* written 82620620-7005, as the sources do; else 转7005 */
} XybPhone;

GPtrArray *xyb_phone_parse (const char *text); /* of XybPhone */
void xyb_phone_free (XybPhone *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybPhone, xyb_phone_free)

char *xyb_phone_format (const XybPhone *self);
char *xyb_phone_format_all (GPtrArray *phones);
char *xyb_phone_normalise (const char *text, XybPhoneFlags *out_flags);

G_END_DECLS
