/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* NULL of the store in memory: 「没有说」, never 0 (DESIGN §4). */
#define XYB_UNSAID G_MININT64

/* The unit a sum of money was written in; kept beside the sum (ENT-03, AMB-11). */
typedef enum
{
  XYB_MONEY_UNIT_UNSAID = 0,
  XYB_MONEY_UNIT_YUAN = 1,    /* 元 */
  XYB_MONEY_UNIT_WAN = 2,     /* 万元 */
  XYB_MONEY_UNIT_YI = 3       /* 亿元 */
} XybMoneyUnit;

/**
 * XybAmount:
 * @fen: the sum in 分, or %XYB_UNSAID for an explicit blank (—, /, 无)
 * @unit: the unit it was written in
 * @unit_from_text: whether the unit stood in the text itself (else it is the caller's default)
 * @approximate: 约, 左右, 近 … stood beside it
 */
typedef struct
{
  gint64 fen;
  XybMoneyUnit unit;
  gboolean unit_from_text;
  gboolean approximate;
} XybAmount;

gboolean xyb_amount_parse (const char *field,
                           const char *text,
                           XybMoneyUnit default_unit,
                           XybAmount *out_amount,
                           GError **error);
char *xyb_amount_format (gint64 fen, XybMoneyUnit unit);
char *xyb_amount_format_number (gint64 fen, XybMoneyUnit unit);
double xyb_amount_to_cell (gint64 fen, XybMoneyUnit unit);

const char *xyb_money_unit_name (XybMoneyUnit unit);
XybMoneyUnit xyb_money_unit_from_name (const char *name);

gboolean xyb_count_parse (
  const char *field, const char *text, gint64 max, gint64 *out_count, GError **error);

G_END_DECLS
