/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan.h"
#include "xyb-unit.h"

G_BEGIN_DECLS

/* 考核方案: one a year and unit kind (requirements §7). Indicators, points, rules, applicability and
 * notes are data, edited by the clerk; nothing of a year is compiled in (KH-01, AMB-02). Points are
 * in hundredths everywhere (KH-20). */

/* KH-02. The numbers are stored. */
typedef enum
{
  XYB_SCHEME_DEDUCT = 1, /* 扣分制: full marks to begin with */
  XYB_SCHEME_EARN = 2    /* 得分制: nothing to begin with */
} XybSchemeMode;

/* What a cell becomes when the year is settled (KH-24, AMB-17). The numbers are stored. */
typedef enum
{
  XYB_SETTLE_DONE = 1,    /* 视同完成 */
  XYB_SETTLE_REMOVED = 2, /* 从满分中剔除 */
  XYB_SETTLE_LOST = 3     /* 扣分 / 不得分 */
} XybSettling;

/* KH-21. The numbers are stored. */
typedef enum
{
  XYB_RULE_BINARY = 1,    /* done or not: all of the points */
  XYB_RULE_TIER = 2,      /* by completion rate, strict “低于” */
  XYB_RULE_PER_COUNT = 3, /* so much a time, up to a cap */
  XYB_RULE_MANUAL = 4,    /* somebody decides, up to the points, and says why */
  XYB_RULE_INFO = 5       /* shown, worth nothing */
} XybRuleKind;

/* One column of the table. */
typedef struct
{
  gint64 id;
  char *head;              /* as printed, points and brackets included: 贯标创建（5分） (KH-03) */
  char *source_head;       /* the document's own slip where head corrects it (AMB-04); or NULL */
  GStrv aliases;           /* other heads a table may come back with; or NULL */
  char *points_text;       /* the end of head: （5分）, (视情最高扣20分) */
  gint64 points;           /* of a MANUAL rule the most it can cost */
  XybRuleKind rule;
  gboolean event;          /* 无 or an event, instead of * or √ */
  gboolean counts_in_base; /* KH-22, AMB-18: part of the full marks */
  int note;                /* 说明第 N 条, from 1; 0 where none */
  gint64 step;             /* PER_COUNT: points a time */
  gint64 cap;              /* PER_COUNT: 扣满…为止 */
  gint64 per_quarter;      /* PER_COUNT: how many are due a quarter and counted (AMB-28); XYB_UNSAID
                              where the count is of times missed */
  char *counter;           /* PER_COUNT: 次, 条; or NULL */
  XybCompletionBasis basis; /* TIER: what counts as done (AMB-13) */
  GPtrArray *tiers;         /* TIER: of XybTier */
  char *evidence;           /* key of the provider that may propose marks (KH-29); or NULL */
} XybIndicator;

/* One row of the table. */
typedef struct
{
  gint64 id;
  gint64 unit_id;
  char *unit_name;
  gboolean page_ends; /* the printed page ends below this row (KH-06) */
  GArray *excluded;   /* of gint64: ids of the indicators that are 非考核项 for the unit */
} XybSchemeUnit;

typedef struct
{
  gint64 id;
  char *text;        /* as printed, without its number */
  char *source_text; /* the document's own slip where text corrects it; or NULL */
} XybSchemeNote;

typedef struct
{
  gint64 id;
  int year;
  XybUnitKind kind;
  char *title;       /* 2020年昆山市社会信用体系建设考核表（区镇） */
  char *unit_head;   /* head of the first column: 区镇 */
  char *remark_head; /* head of the last: 扣分情况 (KH-04) */
  char *notes_head;  /* 说明: */
  XybSchemeMode mode;
  XybSettling open_becomes;      /* what * becomes at settlement */
  XybSettling explained_becomes; /* AMB-17: what 已说明 becomes; default 视同完成 */
  gint64 floor;                  /* AMB-08: no score below it; XYB_UNSAID where there is none */
  gboolean sum_in_remark;        /* AMB-16: 扣分情况 is filled with the sum where it is blank */
  GPtrArray *indicators;         /* of XybIndicator, as printed */
  GPtrArray *units;              /* of XybSchemeUnit, official order (ORG-02) */
  GPtrArray *notes;              /* of XybSchemeNote */
} XybScheme;

XybScheme *xyb_scheme_new (void);
void xyb_scheme_free (XybScheme *self);
XybIndicator *xyb_indicator_new (void);
void xyb_indicator_free (XybIndicator *self);
XybSchemeUnit *xyb_scheme_unit_new (void);
void xyb_scheme_unit_free (XybSchemeUnit *self);
XybSchemeNote *xyb_scheme_note_new (const char *text);
void xyb_scheme_note_free (XybSchemeNote *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybScheme, xyb_scheme_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybIndicator, xyb_indicator_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybSchemeUnit, xyb_scheme_unit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybSchemeNote, xyb_scheme_note_free)

const char *xyb_scheme_mode_name (XybSchemeMode mode); /* 扣分制 */
const char *xyb_scheme_mode_key (XybSchemeMode mode);  /* deduct */
XybSchemeMode xyb_scheme_mode_from_key (const char *key);
const char *xyb_settling_name (XybSettling settling); /* 视同完成 */
const char *xyb_settling_key (XybSettling settling);  /* done */
XybSettling xyb_settling_from_key (const char *key);
const char *xyb_rule_name (XybRuleKind rule); /* 按次扣分 */
const char *xyb_rule_key (XybRuleKind rule);  /* per_count */
XybRuleKind xyb_rule_from_key (const char *key);

char *xyb_indicator_name (const XybIndicator *self); /* head without the points */

gboolean xyb_scheme_unit_applies (const XybSchemeUnit *self, gint64 indicator_id);
void xyb_scheme_unit_set_applies (XybSchemeUnit *self, gint64 indicator_id, gboolean applies);

const XybIndicator *xyb_scheme_find_indicator (const XybScheme *self, gint64 id);
const XybSchemeUnit *xyb_scheme_find_unit (const XybScheme *self, gint64 unit_id);
int xyb_scheme_indicator_place (const XybScheme *self, gint64 id); /* from 0; -1 where none */
gint64 xyb_scheme_full (const XybScheme *self, const XybSchemeUnit *unit);
gint64 xyb_scheme_full_with_events (const XybScheme *self, const XybSchemeUnit *unit);

/* Whether a scheme can be used, and whether its notes say what its points say (AMB-07). */
gboolean xyb_scheme_check (const XybScheme *self, GError **error);
gint64 xyb_scheme_note_amount (const XybSchemeNote *note);
GPtrArray *xyb_scheme_check_notes (const XybScheme *self);

/* ---- another year (AMB-02) ---- */

XybIndicator *xyb_indicator_copy (const XybIndicator *self);
XybScheme *xyb_scheme_copy (const XybScheme *self);
XybScheme *xyb_scheme_copy_to_year (const XybScheme *self, int year, GError **error);
GPtrArray *xyb_scheme_compare (const XybScheme *before, const XybScheme *after);

G_END_DECLS
