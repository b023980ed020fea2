/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"
#include "xyb-intake-page.h"

G_BEGIN_DECLS

/* Returned 附件2 of a made-up year, and the page that takes them in. */

#define ZHOUSHI 106
#define ZHANGPU 105
#define LUJIA 107

char *intake_write (AppFixture *fixture, const char *name, const char *text);
char *intake_write_zhoushi (AppFixture *fixture);
char *
intake_write_plain (AppFixture *fixture, const char *name, const char *district, guint n_rows);
char *
intake_write_doubtful (AppFixture *fixture, const char *name, const char *district, guint n_rows);
char *intake_write_named (AppFixture *fixture,
                          const char *name,
                          const char *district,
                          const char *company);
char *intake_write_unknown (AppFixture *fixture);
char *intake_write_broken (AppFixture *fixture);

void intake_clear_district (AppFixture *fixture, gint64 unit_id);
XybIntakePage *intake_open (AppFixture *fixture, const char *const *paths);
void intake_wait (XybIntakePage *page);

G_END_DECLS
