/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A question with a few fields, that stays open with a sentence while its answer is refused:
 * nothing typed is lost.
 *
 * Signal:
 *   accept   the button: do it, then close the dialog, or refuse with xyb_ask_dialog_refuse() */

#define XYB_TYPE_ASK_DIALOG (xyb_ask_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XybAskDialog, xyb_ask_dialog, XYB, ASK_DIALOG, AdwWindow)

XybAskDialog *xyb_ask_dialog_new (GtkWidget *parent, const char *title, const char *button);

void xyb_ask_dialog_set_sentence (XybAskDialog *self, const char *sentence);
GtkEditable *xyb_ask_dialog_add_entry (XybAskDialog *self, const char *name, const char *value);
GtkTextBuffer *xyb_ask_dialog_add_text (XybAskDialog *self, const char *name, const char *value);
GtkCheckButton *xyb_ask_dialog_add_check (XybAskDialog *self, const char *name);
void xyb_ask_dialog_add_widget (XybAskDialog *self, const char *name, GtkWidget *widget);

void xyb_ask_dialog_refuse (XybAskDialog *self, const char *sentence);
void xyb_ask_dialog_accept (XybAskDialog *self);
const char *xyb_ask_dialog_get_problem (XybAskDialog *self);

G_END_DECLS
