/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-scheme.h"

G_BEGIN_DECLS

/* The fields of an indicator as a row of texts, each read back as it is shown. */

typedef struct
{
  const char *title; /* for N_() */
  int width;
  gboolean wide; /* words, from the left */
  char *(*get) (const XybIndicator *indicator);
  gboolean (*set) (XybIndicator *indicator, const char *text, GError **error);
} XybIndicatorField;

extern const XybIndicatorField xyb_indicator_fields[];
extern const guint xyb_n_indicator_fields;

gboolean xyb_scheme_points_parse (const char *field,
                                  const char *text,
                                  gint64 blank,
                                  gint64 *out_points,
                                  GError **error);

G_END_DECLS
