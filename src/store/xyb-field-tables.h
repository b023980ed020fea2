/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the log calls tables and fields: the words alone; xyb-field-names.c reads them. */

typedef enum
{
  XYB_FIELD_PLAIN,
  XYB_FIELD_QUIET, /* not listed when a whole record comes or goes: its label says it */
  XYB_FIELD_BOOLEAN,
  XYB_FIELD_PERCENT, /* 60% */
  XYB_FIELD_YEAR,
  XYB_FIELD_POINTS, /* hundredths of a point */
  XYB_FIELD_MONEY,  /* 分, shown in the unit of the record */
  XYB_FIELD_MONEY_UNIT,
  XYB_FIELD_UNIT_ID,
  XYB_FIELD_ENTERPRISE_ID,
  XYB_FIELD_PLAN_ID,
  XYB_FIELD_MATERIAL_ID,
  XYB_FIELD_STEP_ID,
  XYB_FIELD_UNIT_KIND,
  XYB_FIELD_BASIS,
  XYB_FIELD_TRACK,
  XYB_FIELD_INDUSTRY,
  XYB_FIELD_STATE,
  XYB_FIELD_RETURN_FIELD,
  XYB_FIELD_ANSWER,
  XYB_FIELD_FILE_ID,
  XYB_FIELD_SCHEME_MODE,
  XYB_FIELD_SETTLING,
  XYB_FIELD_RULE,
  XYB_FIELD_MARK,
  XYB_FIELD_PHASE,
  XYB_FIELD_STAGE_ID,
  XYB_FIELD_PROVIDER_ID,
  XYB_FIELD_STAGE_KIND,
  XYB_FIELD_STEP_COUNT,
  XYB_FIELD_VERDICT,
  XYB_FIELD_MATERIAL_STATE,
  XYB_FIELD_CONTRACT_KIND,
  XYB_FIELD_SETTING_KEY
} XybFieldType;

typedef struct
{
  const char *column;
  const char *name;
  XybFieldType type;
} XybField;

typedef struct
{
  const char *table;
  const char *name;
  int own_label; /* column that names the record by itself, or -1 */
  const char *label_sql;
  const XybField *fields;
  guint n_fields;
  gboolean silent; /* not in the log: a hundred thousand rows that say what another one says */
} XybFieldTable;

extern const XybFieldTable xyb_field_tables[];
extern const guint xyb_n_field_tables;
extern const XybFieldTable xyb_progress_field_tables[];
extern const guint xyb_n_progress_field_tables;

G_END_DECLS
