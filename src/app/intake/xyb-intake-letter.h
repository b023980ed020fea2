/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake-batch.h"

G_BEGIN_DECLS

/* 退回说明 of one file: to be pasted into OA or saved. */

#define XYB_TYPE_INTAKE_LETTER (xyb_intake_letter_get_type ())
G_DECLARE_FINAL_TYPE (XybIntakeLetter, xyb_intake_letter, XYB, INTAKE_LETTER, AdwBin)

void xyb_intake_letter_show (XybIntakeLetter *self, XybIntakeBatch *batch, XybIntakeFile *file);
char *xyb_intake_letter_dup_text (XybIntakeLetter *self);
void xyb_intake_letter_copy (XybIntakeLetter *self);
void xyb_intake_letter_save (XybIntakeLetter *self, gboolean marked);
void xyb_intake_letter_save_to (XybIntakeLetter *self, const char *path);
void xyb_intake_letter_grab (XybIntakeLetter *self);

G_END_DECLS
