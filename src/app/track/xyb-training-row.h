/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-step.h"

G_BEGIN_DECLS

/* A training in a form: day and subject, and a button that takes it out.
 *
 * Signals:
 *   edited      something was typed
 *   removed     it is to be taken out */

#define XYB_TYPE_TRAINING_ROW (xyb_training_row_get_type ())
G_DECLARE_FINAL_TYPE (XybTrainingRow, xyb_training_row, XYB, TRAINING_ROW, GtkListBoxRow)

GtkWidget *xyb_training_row_new (const XybTraining *training, guint number);
void xyb_training_row_set_number (XybTrainingRow *self, guint number);
gboolean xyb_training_row_is_blank (XybTrainingRow *self);
XybTraining *xyb_training_row_read (XybTrainingRow *self, const char *today, GError **error);
void xyb_training_row_type (XybTrainingRow *self, const char *held_on, const char *subject);
void xyb_training_row_lock (XybTrainingRow *self);

G_END_DECLS
