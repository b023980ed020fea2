/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-intake.h"
#include "xyb-sheet.h"

G_BEGIN_DECLS

/* 看原表: a returned file as it came, what is doubtful marked. */

#define XYB_TYPE_ORIGINAL_DIALOG (xyb_original_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XybOriginalDialog, xyb_original_dialog, XYB, ORIGINAL_DIALOG, AdwWindow)

XybOriginalDialog *xyb_original_dialog_new (GtkWindow *parent,
                                            const XybIntakeFile *file,
                                            const XybReturnRow *row,
                                            int column);
gboolean xyb_original_dialog_is_read (XybOriginalDialog *self);
XybSheet *xyb_original_dialog_get_sheet (XybOriginalDialog *self);
const char *xyb_original_dialog_get_words (XybOriginalDialog *self);

G_END_DECLS
