/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-cli.h"
#include "xyb-return-reader.h"

G_BEGIN_DECLS

/* Reading returned 附件2 for an office: what `submission read` and `submission import` share. */

typedef struct
{
  XybStore *store; /* borrowed */
  int year;
  XybUnit *district; /* the one the command names, or NULL */
  GPtrArray *districts;
  GHashTable *remembered; /* heads confirmed before */
  XybMoneyUnit usual;
} XybCliReading;

gboolean xyb_cli_reading_init (XybCliReading *self,
                               XybStore *store,
                               const char *year,
                               const char *district,
                               GError **error);
void xyb_cli_reading_clear (XybCliReading *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XybCliReading, xyb_cli_reading_clear)

XybReturn *xyb_cli_reading_read (const XybCliReading *self, const char *path, GError **error);
GPtrArray *xyb_cli_list_files (XybCli *cli, GError **error);
char *xyb_cli_shown_name (const char *path);

G_END_DECLS
