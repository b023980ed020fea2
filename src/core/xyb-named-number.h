/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers that are stored, with the words people and presets have for them. */

typedef struct
{
  int number;
  const char *key;  /* in presets and on the command line; or NULL */
  const char *name; /* Chinese, marked for translation */
} XybNamedNumber;

const char *xyb_named_number_name (const XybNamedNumber *names, gsize n_names, int number);
const char *xyb_named_number_key (const XybNamedNumber *names, gsize n_names, int number);
int xyb_named_number_find (const XybNamedNumber *names, gsize n_names, const char *word);

G_END_DECLS
