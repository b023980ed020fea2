/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-award.h"

G_BEGIN_DECLS

/* What a new year begins with (PLAN-09, PLAN-12), and where the figure comes from. */

typedef enum
{
  XYB_OPENING_UNKNOWN = 0,
  XYB_OPENING_RECORDED = 1, /* the last total said, and what the register has since */
  XYB_OPENING_DERIVED = 2   /* nothing is recorded since: as if every target had been met */
} XybOpeningSource;

/**
 * XybOpening:
 * @number: the proposal, or %XYB_UNSAID
 * @base: the last total that a plan says it begins with, or %XYB_UNSAID
 * @base_year: of that plan
 * @since: enterprises that have passed since by the register, less those that lost it
 * @derived: what xyb_plan_derive_opening() has, or %XYB_UNSAID
 * @silent: (nullable): the years since then of which the register has nothing: 2019、2020
 */
typedef struct
{
  XybTrack track;
  XybOpeningSource source;
  gint64 number;
  gint64 base;
  int base_year;
  gint64 since;
  gint64 derived;
  char *silent;
} XybOpening;

XybOpening *xyb_opening_new (XybTrack track,
                             int year,
                             const GPtrArray *plans,
                             const GPtrArray *awards);
void xyb_opening_free (XybOpening *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybOpening, xyb_opening_free)

char *xyb_opening_words (const XybOpening *self);
const char *xyb_opening_source_key (XybOpeningSource source); /* recorded */

G_END_DECLS
