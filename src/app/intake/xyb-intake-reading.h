/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake.h"
#include "xyb-store.h"

G_BEGIN_DECLS

/* Reads returned files in a thread, one after the other, and hands each over as soon as it is read.
 */

/* What became of one path. */
typedef struct
{
  char *path;
  gboolean found;            /* only seen, in a folder; to be read now */
  XybReturn *taken;          /* or NULL */
  GPtrArray *nominations;    /* of XybNomination: what its 区镇 has this year; with @taken */
  XybReturnChoices *choices; /* it was read with; with @taken */
  char *error;               /* the sentence, or NULL */
} XybIntakeResult;

void xyb_intake_result_free (XybIntakeResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybIntakeResult, xyb_intake_result_free)

/* In the thread; takes @result. */
typedef void (*XybIntakeResultFunc) (XybIntakeResult *result, gpointer user_data);

typedef struct _XybIntakeReading XybIntakeReading;

XybIntakeReading *xyb_intake_reading_new (int year, XybIntakeResultFunc func, gpointer user_data);
void xyb_intake_reading_free (XybIntakeReading *self);
void
xyb_intake_reading_add (XybIntakeReading *self, const char *path, const XybReturnChoices *choices);
gboolean xyb_intake_reading_is_empty (const XybIntakeReading *self);

gboolean xyb_intake_reading_run (XybStore *store,
                                 XybStoreProgressFunc progress,
                                 gpointer progress_data,
                                 GCancellable *cancellable,
                                 gpointer reading,
                                 GError **error);

G_END_DECLS
