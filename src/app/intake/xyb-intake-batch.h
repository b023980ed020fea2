/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake.h"
#include "xyb-job-bar.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* The import in hand as the page sees it: the files, read in a thread; the clerk's answers; and the
 * one act that takes all into the office.
 *
 * Signals:
 *   changed     other files, or what one of them says is other now
 *   busy-changed
 *   imported (const char *path)  done; path where only that file was taken, else NULL
 *   saved (const char *path)     the marked copy is there */

#define XYB_TYPE_INTAKE_BATCH (xyb_intake_batch_get_type ())
G_DECLARE_FINAL_TYPE (XybIntakeBatch, xyb_intake_batch, XYB, INTAKE_BATCH, GObject)

XybIntakeBatch *xyb_intake_batch_new (XybOffice *office, XybJobBar *bar);
XybOffice *xyb_intake_batch_get_office (XybIntakeBatch *self);
XybIntake *xyb_intake_batch_get_intake (XybIntakeBatch *self);
gboolean xyb_intake_batch_is_busy (XybIntakeBatch *self);

void xyb_intake_batch_add (XybIntakeBatch *self, const char *const *paths);
void xyb_intake_batch_remove (XybIntakeBatch *self, XybIntakeFile *file);
void xyb_intake_batch_read_again (XybIntakeBatch *self, XybIntakeFile *file);
void xyb_intake_batch_refresh (XybIntakeBatch *self);

gboolean xyb_intake_batch_answer (XybIntakeBatch *self,
                                  XybIntakeFile *file,
                                  XybReturnRow *row,
                                  XybReturnNote *note,
                                  XybAnswer answer,
                                  const char *text,
                                  gint64 enterprise_id,
                                  GError **error);
void xyb_intake_batch_set_district (XybIntakeBatch *self, XybIntakeFile *file, gint64 unit_id);
void xyb_intake_batch_refuse (XybIntakeBatch *self, XybReturnChange *change, gboolean refused);
guint xyb_intake_batch_count_answers (XybIntakeBatch *self);

void xyb_intake_batch_import (XybIntakeBatch *self, XybIntakeFile *only);
void xyb_intake_batch_save_marked (XybIntakeBatch *self, XybIntakeFile *file, const char *path);

G_END_DECLS
