/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-job-bar.h"
#include "xyb-office.h"

G_BEGIN_DECLS

/* A file that is kept with a record, in the hands of the clerk: to look at, or to keep elsewhere.
 * What is kept stays as it was given; she gets a copy. */

void xyb_attachment_file_open (GtkWidget *parent,
                               XybOffice *office,
                               XybJobBar *bar,
                               const char *sha256,
                               const char *name);
void xyb_attachment_file_export (GtkWidget *parent,
                                 XybOffice *office,
                                 XybJobBar *bar,
                                 const char *sha256,
                                 const char *name);
/* Without asking where. */
void xyb_attachment_file_save (GtkWidget *parent,
                               XybOffice *office,
                               XybJobBar *bar,
                               const char *sha256,
                               const char *name,
                               const char *path);

G_END_DECLS
