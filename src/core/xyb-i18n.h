/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Source strings are Chinese (DESIGN §3); po/en.po is the complete translation. Used by every
 * layer, so that a sentence is written once, where it is made. */
#define _(String) (g_dgettext (GETTEXT_PACKAGE, (String)))
#define N_(String) (String)

G_END_DECLS
