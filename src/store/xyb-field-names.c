/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-completion.h"
#include "xyb-enterprise.h"
#include "xyb-i18n.h"
#include "xyb-office-store.h"
#include "xyb-plan.h"
#include "xyb-store-engine.h"
#include "xyb-unit.h"

/* What the log calls things. Fields stand in the order of schema-1.sql, columns appended later at
 * the end: their place is the column's number in a changeset. */

typedef enum
{
  PLAIN,
  QUIET, /* not listed when a whole record comes or goes: its label says it */
  BOOLEAN,
  PERCENT, /* 60% */
  YEAR,
  POINTS, /* hundredths of a point */
  MONEY,  /* 分, shown in the unit of the record */
  MONEY_UNIT,
  UNIT_ID,
  ENTERPRISE_ID,
  PLAN_ID,
  MATERIAL_ID,
  STEP_ID,
  UNIT_KIND,
  BASIS,
  TRACK,
  INDUSTRY,
  STATE,
  SETTING_KEY
} FieldType;

typedef struct
{
  const char *column;
  const char *name;
  FieldType type;
} Field;

typedef struct
{
  const char *table;
  const char *name;
  int own_label; /* column that names the record by itself, or -1 */
  const char *label_sql;
  const Field *fields;
  guint n_fields;
} Table;

static const Field setting_fields[] = {
  { "key", N_ ("设置项"), SETTING_KEY },
  { "value", N_ ("内容"), PLAIN },
};

static const Field unit_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "kind", N_ ("类别"), UNIT_KIND },
  { "name", N_ ("名称"), PLAIN },
  { "full_name", N_ ("全称"), PLAIN },
  { "position", N_ ("顺序"), QUIET },
  { "valid_from", N_ ("启用日期"), PLAIN },
  { "valid_until", N_ ("停用日期"), PLAIN },
  { "note", N_ ("备注"), PLAIN },
};

static const Field unit_alias_fields[] = {
  { "id", N_ ("编号"), QUIET },          { "unit_id", N_ ("单位"), UNIT_ID },
  { "name", N_ ("别名"), PLAIN },        { "former", N_ ("曾用名"), BOOLEAN },
  { "valid_until", N_ ("用到"), PLAIN }, { "note", N_ ("备注"), PLAIN },
  { "source", N_ ("出处"), PLAIN },
};

static const Field plan_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "year", N_ ("年度"), YEAR },
  { "title", N_ ("标题"), PLAIN },
  { "document_number", N_ ("文号"), PLAIN },
  { "issuer", N_ ("印发单位"), PLAIN },
  { "issued_on", N_ ("印发日期"), PLAIN },
  { "lead", N_ ("牵头单位"), PLAIN },
  { "partners", N_ ("会同单位"), PLAIN },
  { "scope", N_ ("对象"), PLAIN },
  { "policy", N_ ("政策"), PLAIN },
  { "supervision", N_ ("考核督查"), PLAIN },
  { "copied_to", N_ ("抄送"), PLAIN },
  { "quota_title", N_ ("附件1标题"), PLAIN },
  { "nomination_title", N_ ("附件2标题"), PLAIN },
  { "target_accreditation", N_ ("贯标目标数"), PLAIN },
  { "target_city", N_ ("苏州市级示范目标数"), PLAIN },
  { "target_province", N_ ("省级示范目标数"), PLAIN },
  { "opening_accreditation", N_ ("年初累计贯标数"), PLAIN },
  { "opening_city", N_ ("年初累计市级示范数"), PLAIN },
  { "opening_province", N_ ("年初累计省级示范数"), PLAIN },
  { "opening_as_of", N_ ("年初累计截止日期"), PLAIN },
  { "basis", N_ ("完成数口径"), BASIS },
  { "deadline_inclusive", N_ ("“X日前”含当日"), BOOLEAN },
  { "rate_points", N_ ("贯标创建满分"), POINTS },
};

static const Field plan_basis_fields[] = {
  { "id", N_ ("编号"), QUIET },       { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "position", N_ ("顺序"), QUIET }, { "title", N_ ("文件标题"), PLAIN },
  { "number", N_ ("文号"), PLAIN },
};

static const Field quota_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "unit_id", N_ ("区镇"), UNIT_ID },
  { "position", N_ ("顺序"), QUIET },
  { "accreditation", N_ ("贯标企业数"), PLAIN },
  { "city_model", N_ ("示范企业数"), PLAIN },
};

static const Field milestone_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "position", N_ ("顺序"), QUIET },
  { "key", N_ ("代号"), QUIET },
  { "text", N_ ("事项"), PLAIN },
  { "date_text", N_ ("时限"), PLAIN },
  { "starts_on", N_ ("起始日期"), PLAIN },
  { "due_on", N_ ("截止日期"), PLAIN },
  { "actor", N_ ("责任方"), PLAIN },
};

static const Field plan_condition_fields[] = {
  { "id", N_ ("编号"), QUIET },    { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "track", N_ ("级别"), TRACK }, { "position", N_ ("顺序"), QUIET },
  { "key", N_ ("代号"), QUIET },   { "text", N_ ("条件"), PLAIN },
};

static const Field plan_material_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "track", N_ ("级别"), TRACK },
  { "position", N_ ("顺序"), QUIET },
  { "name", N_ ("材料名称"), PLAIN },
  { "requirement", N_ ("要求"), PLAIN },
  { "required", N_ ("必需"), BOOLEAN },
  { "has_validity", N_ ("有有效期"), BOOLEAN },
  { "linked_id", N_ ("同一表格"), MATERIAL_ID },
};

static const Field plan_step_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "track", N_ ("级别"), TRACK },
  { "position", N_ ("顺序"), QUIET },
  { "parent_id", N_ ("所属环节"), STEP_ID },
  { "name", N_ ("环节"), PLAIN },
  { "text", N_ ("说明"), PLAIN },
};

static const Field plan_tier_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "below_percent", N_ ("完成率低于"), PERCENT },
  { "deduction", N_ ("扣分"), POINTS },
};

static const Field enterprise_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "name", N_ ("企业名称"), PLAIN },
  { "credit_code", N_ ("统一社会信用代码"), PLAIN },
  { "code_confirmed", N_ ("代码已核对执照"), BOOLEAN },
  { "unit_id", N_ ("区镇"), UNIT_ID },
  { "industry", N_ ("行业"), INDUSTRY },
  { "above_scale", N_ ("规模以上"), BOOLEAN },
  { "founded_on", N_ ("成立日期"), PLAIN },
  { "legal_person", N_ ("法定代表人"), PLAIN },
  { "products", N_ ("主要产品"), PLAIN },
  { "headcount", N_ ("职工人数"), PLAIN },
  { "contact", N_ ("联系人"), PLAIN },
  { "phone", N_ ("电话"), PLAIN },
  { "closed", N_ ("注销"), BOOLEAN },
  { "note", N_ ("备注"), PLAIN },
};

static const Field enterprise_name_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "enterprise_id", N_ ("企业"), ENTERPRISE_ID },
  { "name", N_ ("曾用名"), PLAIN },
  { "until", N_ ("用到"), PLAIN },
};

static const Field nomination_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "unit_id", N_ ("区镇"), UNIT_ID },
  { "enterprise_id", N_ ("企业"), ENTERPRISE_ID },
  { "position", N_ ("序号"), PLAIN },
  { "products", N_ ("主要产品"), PLAIN },
  { "revenue_fen", N_ ("去年销售收入"), MONEY },
  { "revenue_unit", N_ ("销售收入单位"), MONEY_UNIT },
  { "headcount", N_ ("职工人数"), PLAIN },
  { "contact", N_ ("联系人"), PLAIN },
  { "phone", N_ ("电话"), PLAIN },
  { "confirmed_on", N_ ("确定日期"), PLAIN },
  { "signed_on", N_ ("签约日期"), PLAIN },
  { "accepted_on", N_ ("验收通过日期"), PLAIN },
  { "note", N_ ("备注"), PLAIN },
};

static const Field submission_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "unit_id", N_ ("区镇"), UNIT_ID },
  { "state", N_ ("报送状态"), STATE },
  { "received_on", N_ ("收到日期"), PLAIN },
  { "officer", N_ ("业务负责人"), PLAIN },
  { "officer_phone", N_ ("联系方式"), PLAIN },
  { "note", N_ ("备注"), PLAIN },
};

#define FIELDS(array) (array), G_N_ELEMENTS (array)

static const Table tables[] = {
  { "setting", N_ ("设置"), 0, NULL, FIELDS (setting_fields) },
  { "unit", N_ ("单位"), 2, "SELECT name FROM unit WHERE id = :id", FIELDS (unit_fields) },
  { "unit_alias", N_ ("单位别名"), -1,
    "SELECT u.name || ' ' || a.name FROM unit_alias AS a"
    " LEFT JOIN unit AS u ON u.id = a.unit_id WHERE a.id = :id",
    FIELDS (unit_alias_fields) },
  { "plan", N_ ("年度方案"), 1, "SELECT year || '年' FROM plan WHERE id = :id",
    FIELDS (plan_fields) },
  { "plan_basis", N_ ("方案依据"), -1,
    "SELECT p.year || '年 ' || coalesce(b.title, b.number, '') FROM plan_basis AS b"
    " LEFT JOIN plan AS p ON p.id = b.plan_id WHERE b.id = :id",
    FIELDS (plan_basis_fields) },
  { "quota", N_ ("指标分解"), -1,
    "SELECT p.year || '年 ' || u.name FROM quota AS q"
    " LEFT JOIN plan AS p ON p.id = q.plan_id LEFT JOIN unit AS u ON u.id = q.unit_id"
    " WHERE q.id = :id",
    FIELDS (quota_fields) },
  { "milestone", N_ ("时限"), -1,
    "SELECT p.year || '年 ' || m.text FROM milestone AS m"
    " LEFT JOIN plan AS p ON p.id = m.plan_id WHERE m.id = :id",
    FIELDS (milestone_fields) },
  { "plan_condition", N_ ("申报条件"), -1,
    "SELECT p.year || '年 ' || c.text FROM plan_condition AS c"
    " LEFT JOIN plan AS p ON p.id = c.plan_id WHERE c.id = :id",
    FIELDS (plan_condition_fields) },
  { "plan_material", N_ ("材料清单"), -1,
    "SELECT p.year || '年 ' || m.name FROM plan_material AS m"
    " LEFT JOIN plan AS p ON p.id = m.plan_id WHERE m.id = :id",
    FIELDS (plan_material_fields) },
  { "plan_step", N_ ("工作环节"), -1,
    "SELECT p.year || '年 ' || s.name FROM plan_step AS s"
    " LEFT JOIN plan AS p ON p.id = s.plan_id WHERE s.id = :id",
    FIELDS (plan_step_fields) },
  { "plan_tier", N_ ("扣分档次"), -1,
    "SELECT p.year || '年 低于' || t.below_percent || '%' FROM plan_tier AS t"
    " LEFT JOIN plan AS p ON p.id = t.plan_id WHERE t.id = :id",
    FIELDS (plan_tier_fields) },
  { "enterprise", N_ ("企业"), 1, "SELECT name FROM enterprise WHERE id = :id",
    FIELDS (enterprise_fields) },
  { "enterprise_name", N_ ("企业曾用名"), -1,
    "SELECT e.name || '（曾用名 ' || n.name || '）' FROM enterprise_name AS n"
    " LEFT JOIN enterprise AS e ON e.id = n.enterprise_id WHERE n.id = :id",
    FIELDS (enterprise_name_fields) },
  { "nomination", N_ ("推荐企业"), -1,
    "SELECT p.year || '年 ' || u.name || ' ' || e.name FROM nomination AS n"
    " LEFT JOIN plan AS p ON p.id = n.plan_id LEFT JOIN unit AS u ON u.id = n.unit_id"
    " LEFT JOIN enterprise AS e ON e.id = n.enterprise_id WHERE n.id = :id",
    FIELDS (nomination_fields) },
  { "submission", N_ ("区镇报送"), -1,
    "SELECT p.year || '年 ' || u.name FROM submission AS s"
    " LEFT JOIN plan AS p ON p.id = s.plan_id LEFT JOIN unit AS u ON u.id = s.unit_id"
    " WHERE s.id = :id",
    FIELDS (submission_fields) },
};

static const Table *
find_table (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].table, name))
      return &tables[i];
  return NULL;
}

static const Field *
find_field (const char *table_name, int column)
{
  const Table *table = find_table (table_name);

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
  const Table *found = find_table (table);

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
  const Table *found = find_table (table);

  for (guint i = 0; found != NULL && i < found->n_fields; i++)
    if (g_str_equal (found->fields[i].column, column))
      return _ (found->fields[i].name);
  return column;
}

const char *
xyb_field_names_column (const char *table, int column)
{
  const Field *field = find_field (table, column);

  return field != NULL ? _ (field->name) : _ ("其他字段");
}

/* Whether the record's label already says it, so that a new record need not list it. */
gboolean
xyb_field_names_is_quiet (const char *table, int column)
{
  const Field *field = find_field (table, column);

  return field != NULL
         && (field->type == QUIET || field->type == PLAN_ID || field->type == SETTING_KEY);
}

gboolean
xyb_field_names_is_money_unit (const char *table, int column)
{
  const Field *field = find_field (table, column);

  return field != NULL && field->type == MONEY_UNIT;
}

const char *
xyb_field_names_label_sql (const char *table)
{
  const Table *found = find_table (table);

  return found != NULL ? found->label_sql : NULL;
}

int
xyb_field_names_own_label (const char *table)
{
  const Table *found = find_table (table);

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

static char *
format_record (XybStore *store, const char *table, gint64 id)
{
  return xyb_record_label (store, table, id, NULL, NULL);
}

static char *
format_integer (XybStore *store, FieldType type, gint64 number, gint64 money_unit)
{
  switch (type)
    {
    case BOOLEAN:
      return g_strdup (number != 0 ? _ ("是") : _ ("否"));
    case PERCENT:
      return g_strdup_printf ("%" G_GINT64_FORMAT "%%", number);
    case YEAR:
      return format_year (number);
    case POINTS:
      return xyb_points_format (number);
    case MONEY:
      return xyb_amount_format (number,
                                money_unit > 0 ? (XybMoneyUnit) money_unit : XYB_MONEY_UNIT_WAN);
    case MONEY_UNIT:
      return format_word (xyb_money_unit_name ((XybMoneyUnit) number), number);
    case UNIT_ID:
      return format_record (store, "unit", number);
    case ENTERPRISE_ID:
      return format_record (store, "enterprise", number);
    case PLAN_ID:
      return format_record (store, "plan", number);
    case MATERIAL_ID:
      return format_record (store, "plan_material", number);
    case STEP_ID:
      return format_record (store, "plan_step", number);
    case UNIT_KIND:
      return format_word (xyb_unit_kind_name ((XybUnitKind) number), number);
    case BASIS:
      return format_word (xyb_basis_name ((XybCompletionBasis) number), number);
    case TRACK:
      return format_word (xyb_track_name ((XybTrack) number), number);
    case INDUSTRY:
      return format_word (xyb_industry_name ((XybIndustry) number), number);
    case STATE:
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
  const Field *field = find_field (table, column);
  FieldType type = field != NULL ? field->type : PLAIN;

  if (value == NULL || sqlite3_value_type (value) == SQLITE_NULL)
    return NULL;
  if (sqlite3_value_type (value) == SQLITE_INTEGER)
    return format_integer (store, type, sqlite3_value_int64 (value), money_unit);
  if (type == SETTING_KEY)
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
