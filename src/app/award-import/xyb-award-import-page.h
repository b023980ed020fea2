/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award-batch.h"
#include "xyb-award-questions.h"
#include "xyb-page.h"
#include "xyb-sheet.h"

G_BEGIN_DECLS

/* 导入历年名单: lists of who passed 贯标 or holds a 示范 title since earlier years, chosen, dropped
 * or pasted, looked over before they are registered. */

#define XYB_TYPE_AWARD_IMPORT_PAGE (xyb_award_import_page_get_type ())
G_DECLARE_FINAL_TYPE (XybAwardImportPage, xyb_award_import_page, XYB, AWARD_IMPORT_PAGE, XybPage)

void xyb_award_import_page_add (XybAwardImportPage *self, const char *const *paths);
void xyb_award_import_page_paste (XybAwardImportPage *self, const char *text);

XybAwardBatch *xyb_award_import_page_get_batch (XybAwardImportPage *self);
GtkListBox *xyb_award_import_page_get_files (XybAwardImportPage *self);
XybAwardQuestions *xyb_award_import_page_get_questions (XybAwardImportPage *self);
XybSheet *xyb_award_import_page_get_sheet (XybAwardImportPage *self);

G_END_DECLS
