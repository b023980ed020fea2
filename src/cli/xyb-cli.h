/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include <json-glib/json-glib.h>

#include "xyb-enterprise-store.h"
#include "xyb-nomination-store.h"
#include "xyb-office-store.h"
#include "xyb-plan-store.h"
#include "xyb-unit-store.h"

G_BEGIN_DECLS

/* What every command of xyb shares. Exit status: 0 done, 1 refused with one Chinese sentence on
 * stderr, 2 wrong usage. */

#define XYB_CLI_ERROR (xyb_cli_error_quark ())

typedef enum
{
  XYB_CLI_ERROR_USAGE,  /* exit status 2 */
  XYB_CLI_ERROR_REFUSED /* exit status 1, like every other error */
} XybCliError;

GQuark xyb_cli_error_quark (void);

typedef struct _XybCli XybCli;

/* A command: @name as typed (「plan show」), its own options and what may stand after them. */
typedef gboolean (*XybCliFunc) (XybCli *self, GError **error);

typedef struct
{
  const char *name;
  const char *arguments; /* for the help: 「NAME…」; or NULL */
  const char *summary;
  GOptionEntry *options; /* NULL-terminated; or NULL */
  guint min_arguments;
  guint max_arguments;
  XybCliFunc run;
} XybCliCommand;

/* One list per file of commands, ended by a NULL name. */
extern const XybCliCommand xyb_cli_office_commands[];
extern const XybCliCommand xyb_cli_journal_commands[];
extern const XybCliCommand xyb_cli_unit_commands[];
extern const XybCliCommand xyb_cli_overview_commands[];
extern const XybCliCommand xyb_cli_plan_commands[];
extern const XybCliCommand xyb_cli_plan_row_commands[];
extern const XybCliCommand xyb_cli_rollover_commands[];
extern const XybCliCommand xyb_cli_quota_commands[];
extern const XybCliCommand xyb_cli_enterprise_commands[];
extern const XybCliCommand xyb_cli_merge_commands[];
extern const XybCliCommand xyb_cli_nomination_commands[];
extern const XybCliCommand xyb_cli_nomination_list_commands[];
extern const XybCliCommand xyb_cli_return_commands[];
extern const XybCliCommand xyb_cli_intake_commands[];
extern const XybCliCommand xyb_cli_submission_commands[];
extern const XybCliCommand xyb_cli_progress_commands[];
extern const XybCliCommand xyb_cli_progress_record_commands[];
extern const XybCliCommand xyb_cli_material_commands[];
extern const XybCliCommand xyb_cli_material_list_commands[];
extern const XybCliCommand xyb_cli_award_commands[];
extern const XybCliCommand xyb_cli_list_commands[];
extern const XybCliCommand xyb_cli_award_import_commands[];
extern const XybCliCommand xyb_cli_milestone_commands[];
extern const XybCliCommand xyb_cli_scheme_commands[];
extern const XybCliCommand xyb_cli_assessment_commands[];
extern const XybCliCommand xyb_cli_assessment_mark_commands[];
extern const XybCliCommand xyb_cli_assessment_freeze_commands[];
extern const XybCliCommand xyb_cli_assessment_export_commands[];
extern const XybCliCommand xyb_cli_export_commands[];
extern const XybCliCommand xyb_cli_document_commands[];

extern const XybCliCommand *const xyb_cli_command_lists[]; /* all of these, ended by NULL */

int xyb_cli_main (int argc, char **argv);

void xyb_cli_print_command_list (FILE *out);
void xyb_cli_print_help (const XybCliCommand *command, const GOptionEntry *common);

const char *xyb_cli_get_office (XybCli *self);
const char *xyb_cli_get_argument (XybCli *self, guint index); /* NULL past the last */
const char *xyb_cli_get_operator (XybCli *self);              /* NULL: not said */
guint xyb_cli_get_n_arguments (XybCli *self);
gboolean xyb_cli_wants_json (XybCli *self);

XybStore *xyb_cli_open (XybCli *self, GError **error);
XybStore *xyb_cli_open_to_read (XybCli *self, GError **error);

gboolean xyb_cli_usage_error (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean xyb_cli_need_year (const char *text, int *out_year, GError **error);
gboolean xyb_cli_need_track (const char *text, XybTrack *out_track, GError **error);
XybEnterprise *xyb_cli_find_enterprise (XybStore *store, const char *text, GError **error);
void xyb_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* ---- values ---- */

char *xyb_cli_number_text (gint64 number);
gboolean xyb_cli_is_blank (const char *text);
gboolean
xyb_cli_parse_number (const char *field, const char *text, gint64 *out_number, GError **error);
void xyb_cli_take_text (char **field, const char *given);
gboolean xyb_cli_take_date (char **field, const char *given, const char *name, GError **error);
gboolean xyb_cli_take_headcount (gint64 *field, const char *given, GError **error);
gboolean xyb_cli_print_plan_part (XybCli *self,
                                  const XybPlan *plan,
                                  const char *part,
                                  const char *track,
                                  GError **error);
XybPlan *xyb_cli_open_plan (XybCli *self, const char *year, XybStore **out_store, GError **error);

#define XYB_CLI_TEXT_OPTION(name, field, help, arg)                                                \
  {                                                                                                \
    name, 0, 0, G_OPTION_ARG_STRING, &field, N_ (help), N_ (arg)                                   \
  }
#define XYB_CLI_FLAG_OPTION(name, field, help)                                                     \
  {                                                                                                \
    name, 0, 0, G_OPTION_ARG_NONE, &field, N_ (help), NULL                                         \
  }
#define XYB_CLI_TRACK_OPTION(field)                                                                \
  XYB_CLI_TEXT_OPTION ("track", field,                                                             \
                       "accreditation 贯标、city_model 市级示范、province_model 省级示范", "类别")

/* ---- files written ---- */

typedef enum
{
  XYB_CLI_XLSX,
  XYB_CLI_PDF
} XybCliFormat;

typedef struct
{
  char *year;
  char *out;
  char *format;
  GPtrArray *written; /* names, in the order written */
} XybCliOut;

extern XybCliOut xyb_cli_out; /* the options below fill it */

#define XYB_CLI_YEAR_OPTION XYB_CLI_TEXT_OPTION ("year", xyb_cli_out.year, "年度", "年度")
#define XYB_CLI_OUT_OPTIONS                                                                        \
  { "out",                                                                                         \
    0,                                                                                             \
    0,                                                                                             \
    G_OPTION_ARG_FILENAME,                                                                         \
    &xyb_cli_out.out,                                                                              \
    N_ ("写到哪里：.xlsx 或 .pdf 文件，或一个已有的文件夹"),                                       \
    N_ ("文件") },                                                                                 \
    XYB_CLI_TEXT_OPTION ("format", xyb_cli_out.format, "写到文件夹时的格式：xlsx 或 pdf", "格式")

/* Of what is only printed. */
#define XYB_CLI_PDF_OPTION                                                                         \
  {                                                                                                \
    "out", 0, 0, G_OPTION_ARG_FILENAME, &xyb_cli_out.out,                                          \
      N_ ("写到哪里：.pdf 文件，或一个已有的文件夹"), N_ ("文件")                                  \
  }

/* Of what is only a workbook. */
#define XYB_CLI_XLSX_OPTION                                                                        \
  {                                                                                                \
    "out", 0, 0, G_OPTION_ARG_FILENAME, &xyb_cli_out.out,                                          \
      N_ ("写到哪里：.xlsx 文件，或一个已有的文件夹"), N_ ("文件")                                 \
  }

gboolean xyb_cli_out_format (XybCliFormat *out, GError **error);
gboolean xyb_cli_out_resolve (XybCli *self,
                              const char *proposed,
                              char **out_path,
                              XybCliFormat *out_format,
                              GError **error);
gboolean
xyb_cli_out_resolve_pdf (XybCli *self, const char *proposed, char **out_path, GError **error);
gboolean xyb_cli_out_check_xlsx (XybCli *self, gboolean folder, GError **error);
gboolean xyb_cli_out_check_not_office (XybCli *self, GError **error);
void xyb_cli_out_say (XybCli *self, const char *path);
void xyb_cli_out_end (XybCli *self, XybCliFormat format, const char *warning);

/* ---- filters of the register ---- */

typedef struct
{
  char *district;
  char *year;
  gboolean ever;
  char *state;
} XybCliRegisterFilter;

#define XYB_CLI_REGISTER_OPTIONS(filter)                                                           \
  XYB_CLI_TEXT_OPTION ("district", (filter).district, "只看这个区镇", N_ ("区镇")),                \
    XYB_CLI_TEXT_OPTION ("year", (filter).year, "只看这一年申报的", N_ ("年度")),                  \
    XYB_CLI_FLAG_OPTION ("ever", (filter).ever, "只看历年申报过的"),                               \
    XYB_CLI_TEXT_OPTION (                                                                          \
      "state", (filter).state,                                                                     \
      "状态：已推荐、未签约、实施中、已验收、未申报、规模以上、未填代码或已注销", N_ ("状态"))

gboolean xyb_cli_take_register_filter (XybStore *store,
                                       const XybCliRegisterFilter *filter,
                                       XybEnterpriseQuery *query,
                                       GError **error);

/* ---- columns of text, aligned by the width Chinese characters take ---- */

typedef struct _XybCliTable XybCliTable;

XybCliTable *xyb_cli_table_new (const char *const *heads, const char *align); /* "lrr" */
void xyb_cli_table_add (XybCliTable *self, ...) G_GNUC_NULL_TERMINATED; /* NULL-ended strings */
void xyb_cli_table_print (XybCliTable *self);
void xyb_cli_table_free (XybCliTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybCliTable, xyb_cli_table_free)

/* ---- JSON: NULL and XYB_UNSAID become null ---- */

void xyb_cli_json_text (JsonBuilder *builder, const char *member, const char *value);
void xyb_cli_json_int (JsonBuilder *builder, const char *member, gint64 value);
void xyb_cli_json_id (JsonBuilder *builder, const char *member, gint64 id);
void xyb_cli_json_bool (JsonBuilder *builder, const char *member, gboolean value);
void xyb_cli_json_tracks (JsonBuilder *builder, const char *member, const gint64 *numbers);
void xyb_cli_json_quotas (JsonBuilder *builder, const XybPlan *plan);
void xyb_cli_json_print (JsonBuilder *builder);
void xyb_cli_json_print_text (const char *member, const char *value);

/* ---- what a change left ---- */

void xyb_cli_print_quotas_json (const XybPlan *plan);
void xyb_cli_print_quota_remark (const XybPlan *plan);
void xyb_cli_print_plan_json (const XybPlan *plan);

G_END_DECLS
