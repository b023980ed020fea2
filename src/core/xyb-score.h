/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-completion.h"
#include "xyb-mark.h"

G_BEGIN_DECLS

/* The points of a 考核表: pure, in hundredths (KH-20), and every figure with its reason (KH-25).
 * A sheet holds its units, a unit its items, an item why it costs what it costs; sentences are made
 * only when somebody asks (xyb-score-explain.c). */

/* KH-27. The numbers are stored. */
typedef enum
{
  XYB_PHASE_INTERIM = 1,   /* 平时: what is open costs nothing yet (KH-24) */
  XYB_PHASE_SETTLEMENT = 2 /* 年终结算 */
} XybPhase;

const char *xyb_phase_name (XybPhase phase);

/* What the register knows of a unit's 贯标. */
typedef struct
{
  gint64 quota; /* of 附件1, or XYB_UNSAID */
  XybProgress progress;
} XybScoreFacts;

/* Everything a score is computed from. */
typedef struct
{
  const XybScheme *scheme;
  GHashTable *marks; /* XybMarkKey → XybMark, as xyb_marks_new() makes it; what is missing is UNSAID */
  GHashTable *facts; /* gint64 unit id → XybScoreFacts; or NULL */
  XybPhase phase;
  int quarters; /* whole quarters gone by, 0–4 (AMB-28); settlement counts all four */
} XybScoreInput;

/* ---- the marks of a scheme ---- */

typedef struct
{
  gint64 unit_id;
  gint64 indicator_id;
} XybMarkKey;

GHashTable *xyb_marks_new (void);
void xyb_marks_set (GHashTable *marks, gint64 unit_id, gint64 indicator_id, XybMark *mark);
const XybMark *xyb_marks_get (GHashTable *marks, gint64 unit_id, gint64 indicator_id);
GHashTable *xyb_facts_new (void);
void xyb_facts_set (GHashTable *facts, gint64 unit_id, gint64 quota, const XybProgress *progress);

#define XYB_QUARTERS_A_YEAR 4

char *xyb_facts_freeze (GHashTable *facts);
GHashTable *xyb_facts_thaw (const char *text);
int xyb_quarters_gone (int year, const char *today);

/* ---- the result ---- */

/* Why an item costs what it costs. */
typedef enum
{
  XYB_WHY_NOT_APPLICABLE, /* 非考核项 */
  XYB_WHY_DONE,           /* √ */
  XYB_WHY_PENDING,        /* *, not settled yet: nothing lost, nothing earned */
  XYB_WHY_LOST,           /* *, settled */
  XYB_WHY_FORGIVEN,       /* *, settled as done */
  XYB_WHY_REMOVED,        /* *, settled out of the full marks */
  XYB_WHY_EXPLAINED,      /* 已说明, settled as done */
  XYB_WHY_EXPLAINED_LOST,
  XYB_WHY_EXPLAINED_REMOVED,
  XYB_WHY_TIER,    /* by the register's completion rate */
  XYB_WHY_SHORT,   /* fewer received than due */
  XYB_WHY_COUNTED, /* so many times */
  XYB_WHY_DECIDED, /* an amount the clerk gave */
  XYB_WHY_NO_EVENT,
  XYB_WHY_EVENT,
  XYB_WHY_UNSAID, /* an event column nobody has filled (AMB-36) */
  XYB_WHY_INFO
} XybWhy;

/* One cell's arithmetic. */
typedef struct
{
  XybWhy why;
  gint64 full;      /* its part of the full marks; 0 where it has none */
  gint64 earned;    /* of it so far */
  gint64 deduction; /* what is taken off, never negative, never above the cap (KH-23) */
  gint64 uncapped;  /* what it would be without the cap */
  gint64 quota;     /* TIER: asked for */
  gint64 done;      /* TIER */
  gint64 percent;   /* TIER: the rate is below it; 0 where it is below none */
  gint64 due;       /* SHORT: how many should have come; COUNTED: how many times */
  gint64 received;  /* SHORT */
} XybSum;

typedef struct
{
  const XybIndicator *indicator; /* borrowed from the scheme */
  const XybMark *mark;           /* borrowed; NULL where nobody has said */
  XybSum now;                    /* in the phase asked for */
  XybSum settled;                /* if the year were settled today */
} XybItemScore;

typedef struct
{
  const XybSchemeUnit *unit; /* borrowed from the scheme */
  GArray *items;             /* of XybItemScore, in order of the columns */
  gint64 full;
  gint64 full_with_events; /* AMB-18 */
  gint64 earned;           /* 得分制 */
  gint64 deduction;
  gint64 score;
  gint64 settled_full; /* if the year were settled today */
  gint64 settled_score;
  gboolean floored; /* the scheme's floor lifted the score (AMB-08) */
  guint open;       /* cells still * */
  guint unsaid;     /* event cells nobody has filled */
} XybUnitScore;

typedef struct
{
  const XybScheme *scheme; /* borrowed; it and the marks must outlive the sheet */
  XybPhase phase;
  GPtrArray *units; /* of XybUnitScore, official order */
} XybScoreSheet;

XybScoreSheet *xyb_score_sheet_new (const XybScoreInput *input);
void xyb_score_sheet_free (XybScoreSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybScoreSheet, xyb_score_sheet_free)

XybUnitScore *xyb_unit_score_new (const XybScoreInput *input, const XybSchemeUnit *unit);
void xyb_unit_score_free (XybUnitScore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybUnitScore, xyb_unit_score_free)
const XybUnitScore *xyb_score_sheet_find (const XybScoreSheet *self, gint64 unit_id);

char *xyb_unit_score_percent (const XybUnitScore *self); /* 96.7%, — */
XybWhatIf xyb_item_score_next_step (const XybItemScore *self);

/* ---- in words ---- */

char *xyb_item_score_explain (const XybScheme *scheme, const XybItemScore *self);
char *xyb_item_score_explain_settled (const XybScheme *scheme, const XybItemScore *self);
char *xyb_item_score_what_if (const XybItemScore *self);
GPtrArray *xyb_unit_score_reasons (const XybScheme *scheme, const XybUnitScore *self);
GPtrArray *xyb_unit_score_explain (const XybScheme *scheme, const XybUnitScore *self);

G_END_DECLS
