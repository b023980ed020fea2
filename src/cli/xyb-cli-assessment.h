/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-assessment-store.h"
#include "xyb-cli.h"

G_BEGIN_DECLS

/* What the commands of 考核 share: xyb-cli-assessment.c (list, show, explain), -mark.c (mark,
 * remark, statement, import), -freeze.c (settle, snapshot, compare). */

typedef struct
{
  char *year;
  char *kind;
  char *unit;
  char *indicator;
  char *phase;
  char *issue;
  char *date;
} XybCliAssessment;

extern XybCliAssessment xyb_cli_assessment;

#define XYB_CLI_ASSESSMENT_OPTIONS                                                                 \
  XYB_CLI_TEXT_OPTION ("year", xyb_cli_assessment.year, "年度", "年度"),                           \
    XYB_CLI_TEXT_OPTION ("kind", xyb_cli_assessment.kind,                                          \
                         "district 区镇、subdistrict 城市管理办事处、department 部门", "单位类别")
#define XYB_CLI_ASSESSED_UNIT_OPTION                                                               \
  XYB_CLI_TEXT_OPTION ("unit", xyb_cli_assessment.unit, "单位", "单位")
#define XYB_CLI_INDICATOR_OPTION                                                                   \
  XYB_CLI_TEXT_OPTION ("indicator", xyb_cli_assessment.indicator, "考核指标：第几列，或表头文字",  \
                       "指标")
#define XYB_CLI_ISSUE_OPTION                                                                       \
  XYB_CLI_TEXT_OPTION ("issue", xyb_cli_assessment.issue, "工作信息第几期", "期号")
#define XYB_CLI_DATE_OPTION                                                                        \
  XYB_CLI_TEXT_OPTION ("date", xyb_cli_assessment.date, "日期，默认是今天", "日期")

gboolean xyb_cli_need_assessed_kind (XybUnitKind *out_kind, GError **error);
/* The office and the table of --year and --kind. */
XybAssessment *
xyb_cli_load_assessment (XybCli *cli, gboolean to_write, XybStore **out_store, GError **error);
XybPhase xyb_cli_default_phase (const XybAssessment *self);
gboolean xyb_cli_need_assessed_unit (XybStore *store,
                                     const XybAssessment *self,
                                     gint64 *out_unit,
                                     GError **error);
const XybIndicator *xyb_cli_need_indicator (const XybAssessment *self, GError **error);
gboolean xyb_cli_need_issue (const char *text, int *out_issue, GError **error);
char *xyb_cli_date_or_today (const char *given, GError **error);

/* One unit as it stands after a change. */
void xyb_cli_print_assessed_unit (XybCli *cli, const XybAssessment *self, gint64 unit_id);

G_END_DECLS
