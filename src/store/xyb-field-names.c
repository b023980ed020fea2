/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-completion.h"
#include "xyb-contract.h"
#include "xyb-eligibility.h"
#include "xyb-enterprise.h"
#include "xyb-field-tables.h"
#include "xyb-i18n.h"
#include "xyb-material.h"
#include "xyb-office-store.h"
#include "xyb-plan.h"
#include "xyb-return.h"
#include "xyb-score.h"
#include "xyb-store-engine.h"
#include "xyb-track.h"
#include "xyb-unit.h"

/* What the log calls things: a table, a field, a record, a value. */

static const XybFieldTable *
find_in (const XybFieldTable *tables, guint n_tables, const char *name)
{
  for (guint i = 0; i < n_tables; i++)
    if (g_str_equal (tables[i].table, name))
      return &tables[i];
  return NULL;
}

static const XybFieldTable *
find_table (const char *name)
{
  const XybFieldTable *found = find_in (xyb_field_tables, xyb_n_field_tables, name);

  return found != NULL
           ? found
           : find_in (xyb_progress_field_tables, xyb_n_progress_field_tables, name);
}

static const XybField *
find_field (const char *table_name, int column)
{
  const XybFieldTable *table = find_table (table_name);

  if (table == NULL || column < 0 || (guint) column >= table->n_fields)
    return NULL;
  return &table->fields[column];
}

/**
 * xyb_field_names_table:
 *
 * Returns: what the clerk calls a table: 指标分解
 */
const char *
xyb_field_names_table (const char *table)
{
  const XybFieldTable *found = find_table (table);

  return found != NULL ? _ (found->name) : table;
}

/**
 * xyb_field_names_field:
 *
 * Returns: what the clerk calls a column: 贯标企业数
 */
const char *
xyb_field_names_field (const char *table, const char *column)
{
  const XybFieldTable *found = find_table (table);

  for (guint i = 0; found != NULL && i < found->n_fields; i++)
    if (g_str_equal (found->fields[i].column, column))
      return _ (found->fields[i].name);
  return column;
}

const char *
xyb_field_names_column (const char *table, int column)
{
  const XybField *field = find_field (table, column);

  return field != NULL ? _ (field->name) : _ ("其他字段");
}

/* Whether the record's label already says it, so that a new record need not list it. */
gboolean
xyb_field_names_is_quiet (const char *table, int column)
{
  const XybField *field = find_field (table, column);

  return field != NULL
         && (field->type == XYB_FIELD_QUIET || field->type == XYB_FIELD_PLAN_ID
             || field->type == XYB_FIELD_SETTING_KEY);
}

/* Whether the log leaves a table out: what it says stands with another record. */
gboolean
xyb_field_names_is_silent (const char *table)
{
  const XybFieldTable *found = find_table (table);

  return found != NULL && found->silent;
}

gboolean
xyb_field_names_is_money_unit (const char *table, int column)
{
  const XybField *field = find_field (table, column);

  return field != NULL && field->type == XYB_FIELD_MONEY_UNIT;
}

const char *
xyb_field_names_label_sql (const char *table)
{
  const XybFieldTable *found = find_table (table);

  return found != NULL ? found->label_sql : NULL;
}

int
xyb_field_names_own_label (const char *table)
{
  const XybFieldTable *found = find_table (table);

  return found != NULL ? found->own_label : -1;
}

/* ---- values ---- */

static const char *
setting_name (const char *key)
{
  if (g_strcmp0 (key, XYB_SETTING_OFFICE_NAME) == 0)
    return _ ("单位全称");
  if (g_strcmp0 (key, XYB_SETTING_REVENUE_UNIT) == 0)
    return _ ("销售收入默认单位");
  return key;
}

static char *
format_year (gint64 year)
{
  return g_strdup_printf (_ ("%d年"), (int) year);
}

/* Words of an enumeration; a number nobody knows any more is shown as it is. */
static char *
format_word (const char *word, gint64 number)
{
  return word != NULL ? g_strdup (word) : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* What was decided about a returned row or value. */
static const char *
answer_name (gint64 answer)
{
  static const char *const names[] = {
    N_ ("还没决定"), N_ ("照原样"), N_ ("换一种单位"), N_ ("留空"),       N_ ("改填"),
    N_ ("计入"),     N_ ("不计入"), N_ ("是同一家"),   N_ ("不是同一家"), N_ ("归这里"),
  };

  return answer >= 0 && answer < (gint64) G_N_ELEMENTS (names) ? _ (names[answer]) : NULL;
}

static char *
format_record (XybStore *store, const char *table, gint64 id)
{
  return xyb_record_label (store, table, id, NULL, NULL);
}

static char *
format_integer (XybStore *store, XybFieldType type, gint64 number, gint64 money_unit)
{
  switch (type)
    {
    case XYB_FIELD_BOOLEAN:
      return g_strdup (number != 0 ? _ ("是") : _ ("否"));
    case XYB_FIELD_PERCENT:
      return g_strdup_printf ("%" G_GINT64_FORMAT "%%", number);
    case XYB_FIELD_YEAR:
      return format_year (number);
    case XYB_FIELD_POINTS:
      return xyb_points_format (number);
    case XYB_FIELD_MONEY:
      return xyb_amount_format (number,
                                money_unit > 0 ? (XybMoneyUnit) money_unit : XYB_MONEY_UNIT_WAN);
    case XYB_FIELD_MONEY_UNIT:
      return format_word (xyb_money_unit_name ((XybMoneyUnit) number), number);
    case XYB_FIELD_UNIT_ID:
      return format_record (store, "unit", number);
    case XYB_FIELD_ENTERPRISE_ID:
      return format_record (store, "enterprise", number);
    case XYB_FIELD_PLAN_ID:
      return format_record (store, "plan", number);
    case XYB_FIELD_MATERIAL_ID:
      return format_record (store, "plan_material", number);
    case XYB_FIELD_STEP_ID:
      return format_record (store, "plan_step", number);
    case XYB_FIELD_STAGE_ID:
      return format_record (store, "plan_stage", number);
    case XYB_FIELD_PROVIDER_ID:
      return format_record (store, "service_provider", number);
    case XYB_FIELD_STAGE_KIND:
      return format_word (xyb_stage_kind_name ((XybStageKind) number), number);
    case XYB_FIELD_STEP_COUNT:
      return format_word (xyb_step_count_name ((XybStepCount) number), number);
    case XYB_FIELD_VERDICT:
      return format_word (xyb_verdict_name ((XybVerdict) number), number);
    case XYB_FIELD_MATERIAL_STATE:
      return format_word (xyb_material_state_name ((XybMaterialState) number), number);
    case XYB_FIELD_CONTRACT_KIND:
      return format_word (xyb_contract_kind_name ((XybContractKind) number), number);
    case XYB_FIELD_FILE_ID:
      return format_record (store, "returned_file", number);
    case XYB_FIELD_SCHEME_MODE:
      return format_word (xyb_scheme_mode_name ((XybSchemeMode) number), number);
    case XYB_FIELD_SETTLING:
      return format_word (xyb_settling_name ((XybSettling) number), number);
    case XYB_FIELD_RULE:
      return format_word (xyb_rule_name ((XybRuleKind) number), number);
    case XYB_FIELD_MARK:
      return format_word (xyb_mark_kind_name ((XybMarkKind) number), number);
    case XYB_FIELD_PHASE:
      return format_word (xyb_phase_name ((XybPhase) number), number);
    case XYB_FIELD_RETURN_FIELD:
      return format_word (number >= 0 && number < XYB_N_RETURN_FIELDS
                            ? xyb_return_field_name ((XybReturnField) number)
                            : NULL,
                          number);
    case XYB_FIELD_ANSWER:
      return format_word (answer_name (number), number);
    case XYB_FIELD_UNIT_KIND:
      return format_word (xyb_unit_kind_name ((XybUnitKind) number), number);
    case XYB_FIELD_BASIS:
      return format_word (xyb_basis_name ((XybCompletionBasis) number), number);
    case XYB_FIELD_TRACK:
      return format_word (xyb_track_name ((XybTrack) number), number);
    case XYB_FIELD_INDUSTRY:
      return format_word (xyb_industry_name ((XybIndustry) number), number);
    case XYB_FIELD_STATE:
      return format_word (xyb_submission_state_name ((XybSubmissionState) number), number);
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, number);
    }
}

/**
 * xyb_field_names_format:
 * @column: number of the column in the changeset
 * @value: (nullable): as it stands in the changeset
 * @money_unit: unit a sum is shown in, 0 for 万元
 *
 * Returns: (transfer full) (nullable): the value as a clerk reads it; %NULL for “not said”
 */
char *
xyb_field_names_format (XybStore *store,
                        const char *table,
                        int column,
                        sqlite3_value *value,
                        gint64 money_unit)
{
  const XybField *field = find_field (table, column);
  XybFieldType type = field != NULL ? field->type : XYB_FIELD_PLAIN;

  if (value == NULL || sqlite3_value_type (value) == SQLITE_NULL)
    return NULL;
  if (sqlite3_value_type (value) == SQLITE_INTEGER)
    return format_integer (store, type, sqlite3_value_int64 (value), money_unit);
  if (type == XYB_FIELD_SETTING_KEY)
    return g_strdup (setting_name ((const char *) sqlite3_value_text (value)));
  return g_strdup ((const char *) sqlite3_value_text (value));
}

/* ---- records ---- */

/* Settings have a text for their key; the journal wants a number (FNV-1a, 63 bits). */
gint64
xyb_setting_record_id (const char *key)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (const char *p = key; *p != '\0'; p++)
    hash = (hash ^ (guint8) *p) * G_GUINT64_CONSTANT (1099511628211);
  return (gint64) (hash & G_MAXINT64);
}

/* The name a record had when it was last touched: all that is left of one that is gone. */
char *
xyb_record_last_label (XybStore *self, const char *table, gint64 record_id)
{
  sqlite3_stmt *stmt = xyb_store_get_cached (self, XYB_CACHED_LAST_LABEL, NULL);
  char *label = NULL;
  gboolean row = FALSE;

  if (stmt == NULL)
    return g_strdup (xyb_field_names_table (table));
  xyb_stmt_bind_text (stmt, ":table_name", table);
  xyb_stmt_bind_int (stmt, ":record_id", record_id);
  if (xyb_store_step (self, stmt, &row, NULL) && row)
    label = xyb_stmt_dup_text (stmt, 0);
  sqlite3_reset (stmt);
  return label != NULL ? label : g_strdup (xyb_field_names_table (table));
}

static sqlite3_stmt *
label_statement (XybStore *self, const char *table, GError **error)
{
  int index = xyb_tracked_table_index (table);
  int result;

  if (index < 0 || xyb_field_names_label_sql (table) == NULL)
    return NULL;
  if (self->labels[index] != NULL)
    return self->labels[index];
  result = sqlite3_prepare_v3 (self->db, xyb_field_names_label_sql (table), -1,
                               SQLITE_PREPARE_PERSISTENT, &self->labels[index], NULL);
  if (result != SQLITE_OK)
    xyb_store_take_error (self, result, error);
  return self->labels[index];
}

/**
 * xyb_record_label:
 * @own: (nullable): the value of the column that names the record, where the record itself is gone
 *
 * Returns: (transfer full): the readable name of a record: 「2020年 周市镇」; of one that is gone
 * the last it had. %NULL only on error
 */
char *
xyb_record_label (XybStore *self,
                  const char *table,
                  gint64 record_id,
                  sqlite3_value *own,
                  GError **error)
{
  sqlite3_stmt *stmt;
  char *label = NULL;
  gboolean row = FALSE;

  if (own != NULL)
    return xyb_field_names_format (self, table, xyb_field_names_own_label (table), own, 0);
  stmt = label_statement (self, table, error);
  if (stmt == NULL)
    return xyb_record_last_label (self, table, record_id);
  xyb_stmt_bind_int (stmt, ":id", record_id);
  if (!xyb_store_step (self, stmt, &row, error))
    return NULL;
  if (row)
    label = xyb_stmt_dup_text (stmt, 0);
  sqlite3_reset (stmt);
  return label != NULL ? label : xyb_record_last_label (self, table, record_id);
}
