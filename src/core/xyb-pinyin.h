/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pinyin initials and order, by ICU's pinyin collation (PROVEN, “Pinyin and sorting”). Opened
 * lazily; one object per thread. */

typedef struct _XybPinyin XybPinyin;

XybPinyin *xyb_pinyin_new (void);
void xyb_pinyin_free (XybPinyin *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybPinyin, xyb_pinyin_free)

/* 「昆山市」 → "kss"; a name with 多音字 has several, separated by one space: "lc lz". */
#define XYB_PINYIN_MAX_VARIANTS 8

char *xyb_pinyin_initials (XybPinyin *self, const char *text);
GBytes *xyb_pinyin_sort_key (XybPinyin *self, const char *text);
int xyb_pinyin_compare (XybPinyin *self, const char *a, const char *b);

G_END_DECLS
