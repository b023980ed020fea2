/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-job-bar.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* 备份与恢复: whether the data is whole, the backups there are, and whether they can be restored.
 */

#define XYB_TYPE_BACKUP_VIEW (xyb_backup_view_get_type ())
G_DECLARE_FINAL_TYPE (XybBackupView, xyb_backup_view, XYB, BACKUP_VIEW, AdwBin)

void xyb_backup_view_set_office (XybBackupView *self, XybOffice *office, XybJobBar *bar);
void xyb_backup_view_reload (XybBackupView *self);
void xyb_backup_view_back_up (XybBackupView *self);
void xyb_backup_view_check (XybBackupView *self);

G_END_DECLS
