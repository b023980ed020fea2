/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan.h"

G_BEGIN_DECLS

/* The contents of a year's plan as lists the clerk edits (§2.1, §2.3, §2.4, §6): one way for the
 * window, the command line and the file. A row is an #XybPlanStage, #XybPlanCondition,
 * #XybPlanMaterial, #XybPlanStep or #XybMilestone; its fields are texts, read back as they are
 * shown. */

typedef enum
{
  XYB_PLAN_STAGES,
  XYB_PLAN_CONDITIONS,
  XYB_PLAN_MATERIALS,
  XYB_PLAN_STEPS,
  XYB_PLAN_MILESTONES
} XybPlanPart;

#define XYB_N_PLAN_PARTS 5

const char *xyb_plan_part_name (XybPlanPart part); /* 材料 */
const char *xyb_plan_part_key (XybPlanPart part);  /* materials */
gboolean xyb_plan_part_from_key (const char *key, XybPlanPart *out_part);
gboolean xyb_plan_part_has_tracks (XybPlanPart part); /* 时限 are of the whole year */

/* ---- rows ---- */

GPtrArray *xyb_plan_get_rows (const XybPlan *plan, XybPlanPart part);
GPtrArray *xyb_plan_list_rows (const XybPlan *plan, XybPlanPart part, XybTrack track);
gpointer xyb_plan_find_row (const XybPlan *plan, XybPlanPart part, gint64 id);
gint64 xyb_plan_row_id (gconstpointer row);
XybTrack xyb_plan_row_track (XybPlanPart part, gconstpointer row);
const char *xyb_plan_row_name (XybPlanPart part, gconstpointer row);
guint xyb_plan_row_number (const XybPlan *plan, XybPlanPart part, gconstpointer row);
GPtrArray *xyb_plan_list_siblings (const XybPlan *plan, XybPlanPart part, gconstpointer row);
char *xyb_plan_row_words (const XybPlan *plan, XybPlanPart part, gconstpointer row);

/* ---- fields ---- */

typedef enum
{
  XYB_PLAN_FIELD_TEXT,
  XYB_PLAN_FIELD_NUMBER,
  XYB_PLAN_FIELD_YES,    /* 是 or blank */
  XYB_PLAN_FIELD_CHOICE, /* of a list, or blank */
  XYB_PLAN_FIELD_ONE_OF, /* of a list */
  XYB_PLAN_FIELD_DATE
} XybPlanFieldKind;

/**
 * XybPlanField:
 * @key: on the command line and in JSON
 * @title: untranslated
 * @kind: what stands in it
 * @get: (nullable): the text; %NULL where it is blank
 * @set: takes a text; what the whole row may be is xyb_plan_check_row()'s
 * @applies: (nullable): whether it means anything for the row; %NULL: for every one
 * @list_choices: (nullable): what may stand in it, the blank not among them
 */
typedef struct
{
  const char *key;
  const char *title;
  XybPlanFieldKind kind;
  char *(*get) (const XybPlan *plan, gconstpointer row);
  gboolean (*set) (const XybPlan *plan, gpointer row, const char *text, GError **error);
  gboolean (*applies) (const XybPlan *plan, gconstpointer row);
  GPtrArray *(*list_choices) (const XybPlan *plan, gconstpointer row); /* of char* */
} XybPlanField;

#define XYB_PLAN_MAX_FIELDS 6

/* The first field is what the row is called. */
const XybPlanField *xyb_plan_part_fields (XybPlanPart part, guint *out_n_fields);
gboolean xyb_plan_field_applies (const XybPlanField *field, const XybPlan *plan, gconstpointer row);

/* ---- editing ---- */

typedef enum
{
  XYB_PLAN_ADD,
  XYB_PLAN_SET,
  XYB_PLAN_REMOVE,
  XYB_PLAN_MOVE
} XybPlanAct;

/**
 * XybPlanEdit:
 * @act: what is done
 * @id: to which row; of %XYB_PLAN_ADD the id it gets; of %XYB_PLAN_SET 0 for the row that was added
 *   last
 * @track: of %XYB_PLAN_ADD: where; 0 of a milestone
 * @field: of %XYB_PLAN_SET: which, counted from 0
 * @text: (nullable): of %XYB_PLAN_SET: what is to stand there
 * @by: of %XYB_PLAN_MOVE: -1 one place up, 1 one down, among its siblings
 */
typedef struct
{
  XybPlanAct act;
  gint64 id;
  XybTrack track;
  guint field;
  const char *text;
  int by;
} XybPlanEdit;

gboolean xyb_plan_apply_edits (XybPlan *plan,
                               XybPlanPart part,
                               const XybPlanEdit *edits,
                               guint n_edits,
                               GError **error);
gboolean
xyb_plan_check_row (const XybPlan *plan, XybPlanPart part, gconstpointer row, GError **error);

G_END_DECLS
