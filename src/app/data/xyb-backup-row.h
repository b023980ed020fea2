/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-store.h"

G_BEGIN_DECLS

/* A backup in a list: when, why, how large; whether it has been looked over. */

#define XYB_TYPE_BACKUP_ROW (xyb_backup_row_get_type ())
G_DECLARE_FINAL_TYPE (XybBackupRow, xyb_backup_row, XYB, BACKUP_ROW, AdwActionRow)

typedef enum
{
  XYB_BACKUP_UNKNOWN, /* 未核对 */
  XYB_BACKUP_GOOD,    /* 已核对 */
  XYB_BACKUP_BAD      /* 损坏 */
} XybBackupState;

GtkWidget *xyb_backup_row_new (const XybBackup *backup);
const char *xyb_backup_row_get_path (XybBackupRow *self);
/* @sentence: what a trial restore found, or why it failed; NULL for none */
void xyb_backup_row_set_state (XybBackupRow *self, XybBackupState state, const char *sentence);
void xyb_backup_row_add_buttons (XybBackupRow *self, gboolean writable);

G_END_DECLS
