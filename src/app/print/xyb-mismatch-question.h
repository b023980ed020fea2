/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-office-document.h"

G_BEGIN_DECLS

typedef void (*XybSpecFunc) (GtkWindow *parent, XybOffice *office, const XybExportSpec *spec);

/* QUO-01: what the clerk is asked before an 附件1 goes out whose sum is not the plan's target,
 * whether into a file or onto paper. */
void xyb_mismatch_question_ask (GtkWindow *parent,
                                XybOffice *office,
                                const XybExportSpec *spec,
                                gboolean print,
                                XybSpecFunc func);

G_END_DECLS
