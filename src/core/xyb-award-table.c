/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-table.h"

#include "xyb-date.h"
#include "xyb-file-name.h"
#include "xyb-i18n.h"

/* The words of the documents are not translated. */
#define SAID(text) ((text) != NULL && *(text) != '\0')

static char *
bracket (const char *condition)
{
  return SAID (condition) ? g_strdup_printf ("（%s）", condition) : g_strdup ("");
}

/* ---- 认定名册 ---- */

static const XybListColumn award_columns[] = {
  { "序号", 11, FALSE }, { "企业名称", 56, TRUE },  { "区镇", 30, FALSE }, { "级别", 26, FALSE },
  { "年度", 13, FALSE }, { "认定日期", 23, FALSE }, { "文号", 33, FALSE }, { "状态", 33, TRUE },
};

char *
xyb_award_dup_state (const XybAward *award)
{
  g_return_val_if_fail (award != NULL, NULL);

  if (award->revoked_on == NULL)
    return g_strdup (_ ("有效"));
  return g_strdup_printf (_ ("%s 取消：%s"), award->revoked_on,
                          award->revoked_reason != NULL ? award->revoked_reason : "");
}

static char *
award_title (const XybAwardFilter *filter)
{
  g_autofree char *year
    = filter->year != 0 ? g_strdup_printf ("%d年", filter->year) : g_strdup ("");

  if (filter->track == 0)
    return g_strdup_printf ("%s昆山市信用管理贯标和示范企业认定名册", year);
  if (filter->track == XYB_TRACK_ACCREDITATION)
    return g_strdup_printf ("%s昆山市信用管理贯标企业名册", year);
  return g_strdup_printf ("%s昆山市%s企业名册", year,
                          filter->track == XYB_TRACK_CITY_MODEL ? "苏州市级信用管理示范"
                                                                : "省级信用管理示范");
}

static void
add_award (XybListTable *table, const XybAward *award)
{
  g_autofree char *year = g_strdup_printf ("%d", award->year);
  g_autofree char *state = xyb_award_dup_state (award);
  const char *const cells[] = { award->enterprise_name,
                                award->unit_name,
                                xyb_track_name (award->track),
                                year,
                                award->awarded_on,
                                award->number,
                                state };

  xyb_list_table_add (table, cells);
}

/**
 * xyb_award_table_new:
 * @awards: (element-type XybAward): what is to be listed, in its order
 * @filter: what was filtered for; says the title
 * @condition: (nullable): the rest of it, in the clerk's words
 * @today: ISO date
 *
 * Returns: (transfer full): 认定名册
 */
XybListTable *
xyb_award_table_new (const GPtrArray *awards,
                     const XybAwardFilter *filter,
                     const char *condition,
                     const char *today)
{
  XybListTable *table
    = xyb_list_table_new ("认定名册", award_columns, G_N_ELEMENTS (award_columns));
  g_autofree char *date = xyb_date_format (today);
  g_autofree char *words = bracket (condition);

  table->title = award_title (filter);
  table->caption = g_strdup_printf ("截至%s，共 %u 条%s", date, awards->len, words);
  for (guint i = 0; i < awards->len; i++)
    add_award (table, awards->pdata[i]);
  return table;
}

/**
 * xyb_award_table_file_name:
 * @filter: what was filtered for
 * @today: ISO date
 *
 * Returns: (transfer full): a name for the file, without extension
 */
char *
xyb_award_table_file_name (const XybAwardFilter *filter, const char *today)
{
  g_autofree char *title = award_title (filter);
  g_autofree char *name = g_strdup_printf ("%s %s", title, today);

  return xyb_file_name_clean (name);
}

/* ---- 可申报企业名单 ---- */

#define CANDIDATE_COLUMNS 6

static const XybListColumn city_columns[CANDIDATE_COLUMNS] = {
  { "序号", 11, FALSE },     { "企业名称", 56, TRUE }, { "区镇", 30, FALSE },
  { "贯标验收", 24, FALSE }, { "结论", 17, FALSE },    { "原因和待核事项", 87, TRUE },
};
static const XybListColumn province_columns[CANDIDATE_COLUMNS] = {
  { "序号", 11, FALSE },     { "企业名称", 56, TRUE }, { "区镇", 30, FALSE },
  { "市级认定", 24, FALSE }, { "结论", 17, FALSE },    { "原因和待核事项", 87, TRUE },
};

static char *
candidate_title (int year, XybTrack track)
{
  return g_strdup_printf ("%d年昆山市%s可申报企业名单", year,
                          track == XYB_TRACK_PROVINCE_MODEL ? "省级示范" : "苏州市级示范");
}

static void
add_candidate (XybListTable *table, const XybCandidate *candidate)
{
  g_autofree char *held = xyb_candidate_dup_held (candidate);
  g_autofree char *reasons = xyb_candidate_dup_reasons (candidate);
  const char *const cells[] = { candidate->enterprise_name, candidate->unit_name, held,
                                xyb_verdict_name (candidate->verdict), reasons };

  xyb_list_table_add (table, cells);
}

/**
 * xyb_candidate_table_new:
 * @candidates: (element-type XybCandidate): what is to be listed, in its order
 * @year: of the plan
 * @track: 苏州市级示范 or 省级示范
 * @on: ISO day the conditions were counted to (AMB-34)
 * @condition: (nullable): what was filtered for, in the clerk's words
 *
 * Returns: (transfer full): who may apply, who has to be looked up, who may not and why
 */
XybListTable *
xyb_candidate_table_new (const GPtrArray *candidates,
                         int year,
                         XybTrack track,
                         const char *on,
                         const char *condition)
{
  XybListTable *table
    = xyb_list_table_new ("可申报企业",
                          track == XYB_TRACK_PROVINCE_MODEL ? province_columns : city_columns,
                          CANDIDATE_COLUMNS);
  g_autofree char *date = xyb_date_format (on);
  g_autofree char *words = bracket (condition);

  table->title = candidate_title (year, track);
  table->caption
    = g_strdup_printf ("条件算到%s，共 %u 家：符合 %u，待核 %u，不符合 %u%s", date, candidates->len,
                       xyb_candidate_list_count (candidates, XYB_VERDICT_MET),
                       xyb_candidate_list_count (candidates, XYB_VERDICT_OPEN),
                       xyb_candidate_list_count (candidates, XYB_VERDICT_UNMET), words);
  for (guint i = 0; i < candidates->len; i++)
    add_candidate (table, candidates->pdata[i]);
  return table;
}

/**
 * xyb_candidate_table_file_name:
 * @year: of the plan
 * @track: 苏州市级示范 or 省级示范
 *
 * Returns: (transfer full): a name for the file, without extension
 */
char *
xyb_candidate_table_file_name (int year, XybTrack track)
{
  g_autofree char *title = candidate_title (year, track);

  return xyb_file_name_clean (title);
}

/* ---- 服务企业名单 ---- */

#define NO_FEE "咨询服务费由市财政承担，服务机构不得另行收费。" /* [S1:127] */

static const XybListColumn provider_columns[] = {
  { "序号", 10, FALSE }, { "企业名称", 54, TRUE },  { "区镇", 30, FALSE },
  { "合同", 38, FALSE }, { "签订日期", 23, FALSE }, { "服务起止", 50, FALSE },
  { "备案", 10, FALSE }, { "盖章", 10, FALSE },
};

char *
xyb_contract_dup_term (const XybContract *contract)
{
  const char *start;

  g_return_val_if_fail (contract != NULL, NULL);

  start = contract->starts_on != NULL ? contract->starts_on : contract->signed_on;
  if (contract->ends_on == NULL)
    return contract->starts_on != NULL ? g_strdup_printf (_ ("%s 起"), contract->starts_on)
                                       : g_strdup ("");
  return g_strdup_printf (_ ("%s 至 %s"), start != NULL ? start : "", contract->ends_on);
}

static void
add_contract (XybListTable *table, const XybContract *contract)
{
  g_autofree char *term = xyb_contract_dup_term (contract);
  const char *const cells[] = { contract->enterprise_name,
                                contract->unit_name,
                                xyb_contract_kind_name (contract->kind),
                                contract->signed_on,
                                term,
                                contract->filed ? "√" : "",
                                contract->stamped ? "√" : "" };

  xyb_list_table_add (table, cells);
}

static guint
count_enterprises (const GPtrArray *contracts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < contracts->len; i++)
    g_hash_table_add (seen, &((XybContract *) contracts->pdata[i])->enterprise_id);
  return g_hash_table_size (seen);
}

/**
 * xyb_provider_table_new:
 * @provider: a 第三方信用服务机构
 * @contracts: (element-type XybContract): its own, in the order to print
 * @today: ISO date
 *
 * Returns: (transfer full): whom it serves
 */
XybListTable *
xyb_provider_table_new (const XybProvider *provider, const GPtrArray *contracts, const char *today)
{
  XybListTable *table
    = xyb_list_table_new ("服务企业", provider_columns, G_N_ELEMENTS (provider_columns));
  g_autofree char *date = xyb_date_format (today);

  table->title = g_strdup_printf ("%s服务企业名单", provider->name);
  table->caption = g_strdup_printf ("截至%s，共 %u 家企业，%u 份合同", date,
                                    count_enterprises (contracts), contracts->len);
  table->note = g_strdup (NO_FEE);
  for (guint i = 0; i < contracts->len; i++)
    add_contract (table, contracts->pdata[i]);
  return table;
}

/**
 * xyb_provider_table_file_name:
 * @provider: a 第三方信用服务机构
 * @today: ISO date
 *
 * Returns: (transfer full): a name for the file, without extension
 */
char *
xyb_provider_table_file_name (const XybProvider *provider, const char *today)
{
  g_autofree char *name = g_strdup_printf ("%s服务企业名单 %s", provider->name, today);

  return xyb_file_name_clean (name);
}
