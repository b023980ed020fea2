/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-return-answer.h"

G_BEGIN_DECLS

/* The small popover of an answer that wants words: another value, a reason, which column of the
 * form an unknown head means.
 *
 * Signals:
 *   typed (const char *text)  she is done; closed by the answer being taken, or by _refuse() kept
 * open */

#define XYB_TYPE_INTAKE_TYPING (xyb_intake_typing_get_type ())
G_DECLARE_FINAL_TYPE (XybIntakeTyping, xyb_intake_typing, XYB, INTAKE_TYPING, GtkPopover)

XybIntakeTyping *xyb_intake_typing_new (GtkWidget *parent,
                                        const XybReturnRow *row,
                                        const XybReturnNote *note,
                                        XybAnswer answer);
void xyb_intake_typing_refuse (XybIntakeTyping *self, const char *sentence);
GtkEditable *xyb_intake_typing_get_entry (XybIntakeTyping *self);

G_END_DECLS
