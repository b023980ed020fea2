/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-unit.h"

G_BEGIN_DECLS

/* Finds the unit a text means (§1.5): exact name, alias, then without the prefixes 市/市委/昆山市/
 * 苏州市昆山 and the endings 管委会/人民政府; width, brackets and spaces never matter. What stays
 * unknown goes to the clerk with suggestions: a unit is never made up. */

typedef enum
{
  XYB_UNIT_MATCH_NONE,
  XYB_UNIT_MATCH_EXACT, /* the roster's name */
  XYB_UNIT_MATCH_ALIAS, /* a listed alias or full name */
  XYB_UNIT_MATCH_CORE,  /* equal once prefixes and endings are off */
  XYB_UNIT_MATCH_AMBIGUOUS
} XybUnitMatchKind;

typedef struct _XybUnitMatcher XybUnitMatcher;

XybUnitMatcher *xyb_unit_matcher_new (GPtrArray *units); /* of XybUnit; borrowed, must outlive */
void xyb_unit_matcher_free (XybUnitMatcher *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybUnitMatcher, xyb_unit_matcher_free)

const XybUnit *
xyb_unit_matcher_match (XybUnitMatcher *self, const char *text, XybUnitMatchKind *out_kind);
const XybUnit *xyb_unit_matcher_match_kind (XybUnitMatcher *self,
                                            const char *text,
                                            XybUnitKind kind,
                                            XybUnitMatchKind *out_kind);
GPtrArray *xyb_unit_matcher_suggest (XybUnitMatcher *self, const char *text, guint max);
const XybUnit *
xyb_unit_matcher_require (XybUnitMatcher *self, const char *text, XybUnitKind kind, GError **error);

G_END_DECLS
