/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-intake.h"

G_BEGIN_DECLS

void xyb_intake_file_compare (XybIntakeFile *file);

G_END_DECLS
