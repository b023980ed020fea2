/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* A long job on the office in a thread with its own connection, with its progress and 「停止」 at
 * the foot of a page. One at a time. */

#define XYB_TYPE_JOB_BAR (xyb_job_bar_get_type ())
G_DECLARE_FINAL_TYPE (XybJobBar, xyb_job_bar, XYB, JOB_BAR, AdwBin)

/* In the thread: @store is its own; @progress is told how far it is, with @progress_data. */
typedef gboolean (*XybJobFunc) (XybStore *store,
                                XybStoreProgressFunc progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                gpointer data,
                                GError **error);
/* In the window, when it is over; @error NULL: done. Not called once the bar is gone. */
typedef void (*XybJobDoneFunc) (GObject *owner, gpointer data, const GError *error);

gboolean xyb_job_bar_run (XybJobBar *self,
                          XybOffice *office,
                          const char *words,
                          XybJobFunc func,
                          gpointer data,
                          GDestroyNotify data_free,
                          gpointer owner,
                          XybJobDoneFunc done);
gboolean xyb_job_bar_is_busy (XybJobBar *self);
void xyb_job_bar_cancel (XybJobBar *self);

G_END_DECLS
