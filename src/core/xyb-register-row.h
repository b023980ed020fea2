/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-stage.h"

G_BEGIN_DECLS

/* One line of the register as it leaves the program. */
typedef struct
{
  const XybEnterprise *enterprise; /* with its former names; NULL: gone since, no line */
  XybStage stage;                  /* in the year asked for */
} XybRegisterRow;

/* Gives line @index, counted from 0 and asked for in order; what it gives is valid until the next
 * call. */
typedef gboolean (*XybRegisterRowFunc) (guint index,
                                        XybRegisterRow *out_row,
                                        gpointer user_data,
                                        GError **error);

G_END_DECLS
