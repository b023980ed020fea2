/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-enterprise.h"

G_BEGIN_DECLS

/* What made-up enterprises are called after and what they make. */
typedef struct
{
  const char *name;     /* 精密机械 */
  const char *products; /* 精密零部件 */
  XybIndustry industry;
} XybDemoTrade;

const XybDemoTrade *xyb_demo_get_trade (guint index);
guint xyb_demo_get_n_trades (void);

G_END_DECLS
