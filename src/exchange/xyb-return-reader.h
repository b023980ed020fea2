/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xyb-return-choices.h"
#include "xyb-unit.h"

G_BEGIN_DECLS

/* The 附件2 recogniser: any workbook a district returns → what it says (Appendix B). */

/**
 * XybReturnOptions:
 * @districts: (element-type XybUnit): the 区镇, to know which one a file comes from
 * @remembered: (nullable): heads confirmed before, as for xyb_return_head_field()
 * @usual: unit of 去年销售收入 where nothing says one
 * @hidden_sheets: also take what stands in hidden sheets (B-11)
 * @choices: (nullable): what the clerk decided about this very file
 */
typedef struct
{
  const GPtrArray *districts;
  GHashTable *remembered;
  XybMoneyUnit usual;
  gboolean hidden_sheets;
  const XybReturnChoices *choices;
} XybReturnOptions;

XybReturn *xyb_return_read (const char *path,
                            const XybReturnOptions *options,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
