/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xyb-award-roll.h"

G_BEGIN_DECLS

/* Reads a list of earlier awards out of a workbook of any format. */

void xyb_award_reader_read (XybAwardRoll *list, const char *path, GCancellable *cancellable);

G_END_DECLS
