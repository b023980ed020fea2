/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake-batch.h"
#include "xyb-intake-reading.h"

G_BEGIN_DECLS

/* Shared by the files of the batch. */

struct _XybIntakeBatch
{
  GObject parent_instance;

  /* borrowed */
  XybJobBar *bar; /* weak */

  /* owned */
  XybOffice *office;
  XybIntake *intake;
  GHashTable *chosen;        /* paths of the files about which she chose something */
  GHashTable *taken_over;    /* paths of the files that were imported, undone or not */
  XybIntakeReading *waiting; /* what is read when the job in hand is over */
  char *only;                /* path of the one file that is being imported */
  gboolean locked;           /* a thread has the files in hand */
};

enum
{
  XYB_INTAKE_BATCH_CHANGED,
  XYB_INTAKE_BATCH_BUSY_CHANGED,
  XYB_INTAKE_BATCH_IMPORTED,
  XYB_INTAKE_BATCH_SAVED,
  XYB_INTAKE_BATCH_N_SIGNALS
};

extern guint xyb_intake_batch_signals[XYB_INTAKE_BATCH_N_SIGNALS];

void xyb_intake_batch_changed (XybIntakeBatch *self);
void xyb_intake_batch_read_waiting (XybIntakeBatch *self);
void xyb_intake_batch_forget_import (XybIntakeBatch *self, XybIntakeFile *file);

G_END_DECLS
