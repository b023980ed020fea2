/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reading numbers out of normalised, lower-case text, one step at a time. Used inside core only:
 * everybody else takes xyb_amount_parse() or xyb_count_parse(). A cursor is a pointer into the
 * text; every step that succeeds moves it over what it read and the spaces behind. */

/* What has been read of one number: digits × 10^exponent, never a float. */
typedef struct
{
  GString *digits;
  int exponent;
  gboolean fraction;   /* written with a decimal point and something behind it */
  gboolean scientific; /* written 1.2E+08 */
} XybDecimal;

typedef enum
{
  XYB_SCALE_OK,
  XYB_SCALE_TOO_FINE,
  XYB_SCALE_TOO_LARGE
} XybScaleResult;

void xyb_cursor_skip_spaces (const char **p);
gboolean xyb_cursor_take_text (const char **p, const char *text);
gboolean xyb_cursor_take_any (const char **p, const char *const *words, gsize n);

gboolean xyb_decimal_take (const char **p, XybDecimal *out);
XybScaleResult xyb_decimal_scale (const XybDecimal *self, int power, gint64 *out_value);
void xyb_decimal_clear (XybDecimal *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XybDecimal, xyb_decimal_clear)

G_END_DECLS
