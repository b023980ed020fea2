/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-assessment-state.h"
#include "xyb-ask-dialog.h"
#include "xyb-office.h"
#include "xyb-sheet.h"

G_BEGIN_DECLS

/* 修改考核方案: title and way of counting, indicators with their rules, which units they apply to,
 * notes; what does not agree and what has changed is said (AMB-07). Stored as one revision. */

#define XYB_TYPE_SCHEME_EDITOR (xyb_scheme_editor_get_type ())
G_DECLARE_FINAL_TYPE (XybSchemeEditor, xyb_scheme_editor, XYB, SCHEME_EDITOR, AdwWindow)

XybSchemeEditor *xyb_scheme_editor_open (GtkWidget *parent, XybOffice *office, XybUnitKind kind);

void xyb_scheme_editor_show_part (XybSchemeEditor *self, const char *part);
XybSheet *xyb_scheme_editor_get_sheet (XybSchemeEditor *self);
gboolean xyb_scheme_editor_save (XybSchemeEditor *self);
const char *xyb_scheme_editor_get_problem (XybSchemeEditor *self);

/* Another year's scheme for the office's year; the dialog, on screen. */
XybAskDialog *
xyb_scheme_copy_dialog_open (GtkWidget *parent, XybOffice *office, XybUnitKind kind, int from);

G_END_DECLS
