/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-phone.h"

G_BEGIN_DECLS

/* The two halves of reading telephone numbers: xyb-phone.c cuts a text into pieces,
 * xyb-phone-number.c says what one piece is. Used inside core only. */

/* @text: half width, lower case, dashes as '-'. NULL where it is no number; a number with another
 * country's code has kind XYB_PHONE_UNKNOWN and no number: the caller keeps it as written. */
XybPhone *xyb_phone_recognise (const char *text);

G_END_DECLS
