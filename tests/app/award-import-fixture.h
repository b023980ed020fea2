/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"
#include "xyb-award-import-page.h"

G_BEGIN_DECLS

/* Lists of earlier awards as an office may have them, and the page that takes them in. */

char *award_import_write (AppFixture *fixture, const char *name, const char *text);
char *award_import_write_doubtful (AppFixture *fixture);
XybAwardImportPage *award_import_open (AppFixture *fixture, const char *const *paths);
void award_import_wait (XybAwardImportPage *page);

G_END_DECLS
