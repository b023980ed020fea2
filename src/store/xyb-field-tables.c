/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-field-tables.h"

#include "xyb-i18n.h"

/* Fields stand in the order of sql/schema-N.sql, columns appended later at the end: their place is
 * the column's number in a changeset. */

#define PLAIN XYB_FIELD_PLAIN
#define QUIET XYB_FIELD_QUIET
#define BOOLEAN XYB_FIELD_BOOLEAN
#define PERCENT XYB_FIELD_PERCENT
#define YEAR XYB_FIELD_YEAR
#define POINTS XYB_FIELD_POINTS
#define MONEY XYB_FIELD_MONEY
#define MONEY_UNIT XYB_FIELD_MONEY_UNIT
#define UNIT_ID XYB_FIELD_UNIT_ID
#define ENTERPRISE_ID XYB_FIELD_ENTERPRISE_ID
#define PLAN_ID XYB_FIELD_PLAN_ID
#define MATERIAL_ID XYB_FIELD_MATERIAL_ID
#define STEP_ID XYB_FIELD_STEP_ID
#define UNIT_KIND XYB_FIELD_UNIT_KIND
#define BASIS XYB_FIELD_BASIS
#define TRACK XYB_FIELD_TRACK
#define INDUSTRY XYB_FIELD_INDUSTRY
#define STATE XYB_FIELD_STATE
#define RETURN_FIELD XYB_FIELD_RETURN_FIELD
#define ANSWER XYB_FIELD_ANSWER
#define FILE_ID XYB_FIELD_FILE_ID
#define SCHEME_MODE XYB_FIELD_SCHEME_MODE
#define SETTLING XYB_FIELD_SETTLING
#define RULE XYB_FIELD_RULE
#define MARK XYB_FIELD_MARK
#define PHASE XYB_FIELD_PHASE
#define SETTING_KEY XYB_FIELD_SETTING_KEY

static const XybField setting_fields[] = {
  { "key", N_ ("设置项"), SETTING_KEY },
  { "value", N_ ("内容"), PLAIN },
};

static const XybField unit_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "kind", N_ ("类别"), UNIT_KIND },
  { "name", N_ ("名称"), PLAIN },
  { "full_name", N_ ("全称"), PLAIN },
  { "position", N_ ("顺序"), QUIET },
  { "valid_from", N_ ("启用日期"), PLAIN },
  { "valid_until", N_ ("停用日期"), PLAIN },
  { "note", N_ ("备注"), PLAIN },
};

static const XybField unit_alias_fields[] = {
  { "id", N_ ("编号"), QUIET },          { "unit_id", N_ ("单位"), UNIT_ID },
  { "name", N_ ("别名"), PLAIN },        { "former", N_ ("曾用名"), BOOLEAN },
  { "valid_until", N_ ("用到"), PLAIN }, { "note", N_ ("备注"), PLAIN },
  { "source", N_ ("出处"), PLAIN },
};

static const XybField plan_fields[] = {
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
  { "warn_blue", N_ ("蓝色提醒天数"), PLAIN },
  { "warn_yellow", N_ ("黄色提醒天数"), PLAIN },
  { "warn_red", N_ ("红色提醒天数"), PLAIN },
};

static const XybField plan_basis_fields[] = {
  { "id", N_ ("编号"), QUIET },       { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "position", N_ ("顺序"), QUIET }, { "title", N_ ("文件标题"), PLAIN },
  { "number", N_ ("文号"), PLAIN },
};

static const XybField quota_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "unit_id", N_ ("区镇"), UNIT_ID },
  { "position", N_ ("顺序"), QUIET },
  { "accreditation", N_ ("贯标企业数"), PLAIN },
  { "city_model", N_ ("示范企业数"), PLAIN },
};

static const XybField milestone_fields[] = {
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

static const XybField plan_condition_fields[] = {
  { "id", N_ ("编号"), QUIET },           { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "track", N_ ("级别"), TRACK },        { "position", N_ ("顺序"), QUIET },
  { "key", N_ ("代号"), QUIET },          { "text", N_ ("条件"), PLAIN },
  { "number", N_ ("条件里的数"), PLAIN },
};

static const XybField plan_material_fields[] = {
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

static const XybField plan_step_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "track", N_ ("级别"), TRACK },
  { "position", N_ ("顺序"), QUIET },
  { "parent_id", N_ ("所属环节"), STEP_ID },
  { "name", N_ ("环节"), PLAIN },
  { "text", N_ ("说明"), PLAIN },
  { "counted", N_ ("计数"), XYB_FIELD_STEP_COUNT },
  { "minimum", N_ ("至少"), PLAIN },
};

static const XybField plan_tier_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "below_percent", N_ ("完成率低于"), PERCENT },
  { "deduction", N_ ("扣分"), POINTS },
};

static const XybField enterprise_fields[] = {
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

static const XybField enterprise_name_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "enterprise_id", N_ ("企业"), ENTERPRISE_ID },
  { "name", N_ ("曾用名"), PLAIN },
  { "until", N_ ("用到"), PLAIN },
};

static const XybField nomination_fields[] = {
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

static const XybField submission_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "unit_id", N_ ("区镇"), UNIT_ID },
  { "state", N_ ("报送状态"), STATE },
  { "received_on", N_ ("收到日期"), PLAIN },
  { "officer", N_ ("业务负责人"), PLAIN },
  { "officer_phone", N_ ("联系方式"), PLAIN },
  { "note", N_ ("备注"), PLAIN },
};

static const XybField returned_file_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "unit_id", N_ ("区镇"), UNIT_ID },
  { "name", N_ ("文件名"), PLAIN },
  { "sha256", N_ ("校验值"), QUIET },
  { "format", N_ ("格式"), PLAIN },
  { "bytes", N_ ("字节数"), PLAIN },
  { "imported_on", N_ ("导入时间"), PLAIN },
  { "imported_by", N_ ("导入人"), PLAIN },
};

static const XybField returned_sheet_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "file_id", N_ ("回收文件"), FILE_ID },
  { "name", N_ ("工作表"), PLAIN },
  { "name_column", N_ ("企业名称所在列"), PLAIN },
  { "products_column", N_ ("主要产品所在列"), PLAIN },
  { "revenue_column", N_ ("去年销售收入所在列"), PLAIN },
  { "headcount_column", N_ ("职工人数所在列"), PLAIN },
  { "contact_column", N_ ("联系人所在列"), PLAIN },
  { "phone_column", N_ ("电话所在列"), PLAIN },
};

static const XybField nomination_origin_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "nomination_id", N_ ("推荐企业"), QUIET },
  { "sheet_id", N_ ("工作表"), QUIET },
  { "row", N_ ("原表行号"), PLAIN },
  { "name_raw", N_ ("企业名称原文"), PLAIN },
  { "products_raw", N_ ("主要产品原文"), PLAIN },
  { "revenue_raw", N_ ("去年销售收入原文"), PLAIN },
  { "headcount_raw", N_ ("职工人数原文"), PLAIN },
  { "contact_raw", N_ ("联系人原文"), PLAIN },
  { "phone_raw", N_ ("电话原文"), PLAIN },
};

static const XybField return_decision_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "unit_id", N_ ("区镇"), UNIT_ID },
  { "name_key", N_ ("企业名称"), PLAIN },
  { "kind", N_ ("疑问"), QUIET },
  { "field", N_ ("栏目"), RETURN_FIELD },
  { "raw", N_ ("原文"), PLAIN },
  { "answer", N_ ("决定"), ANSWER },
  { "text", N_ ("改填内容"), PLAIN },
  { "enterprise_id", N_ ("认作企业"), ENTERPRISE_ID },
  { "decided_on", N_ ("决定日期"), PLAIN },
};

static const XybField head_spelling_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "field", N_ ("栏目"), RETURN_FIELD },
  { "spelling", N_ ("表头写法"), PLAIN },
};

/* How a scheme is called: 2020年部门. */
#define SCHEME_NAME                                                                                \
  "s.year || '年' || CASE s.kind WHEN 1 THEN '区镇' WHEN 2 THEN '城市管理办事处'"        \
  " WHEN 3 THEN '部门' ELSE '' END"

static const XybField scheme_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "year", N_ ("年度"), YEAR },
  { "kind", N_ ("单位类别"), UNIT_KIND },
  { "title", N_ ("标题"), PLAIN },
  { "unit_head", N_ ("首列表头"), PLAIN },
  { "remark_head", N_ ("末列表头"), PLAIN },
  { "notes_head", N_ ("说明标题"), PLAIN },
  { "mode", N_ ("计分方式"), SCHEME_MODE },
  { "open_becomes", N_ ("年终未完成"), SETTLING },
  { "explained_becomes", N_ ("年终已说明"), SETTLING },
  { "floor", N_ ("得分下限"), POINTS },
  { "sum_in_remark", N_ ("扣分情况自动合计"), BOOLEAN },
};

static const XybField scheme_indicator_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "scheme_id", N_ ("考核方案"), QUIET },
  { "position", N_ ("顺序"), QUIET },
  { "head", N_ ("表头"), PLAIN },
  { "source_head", N_ ("原文表头"), PLAIN },
  { "aliases", N_ ("表头其他写法"), PLAIN },
  { "points_text", N_ ("分值文字"), PLAIN },
  { "points", N_ ("分值"), POINTS },
  { "rule", N_ ("规则"), RULE },
  { "event", N_ ("事件项"), BOOLEAN },
  { "counts_in_base", N_ ("计入满分"), BOOLEAN },
  { "note", N_ ("对应说明"), PLAIN },
  { "step", N_ ("每次扣分"), POINTS },
  { "cap", N_ ("扣满"), POINTS },
  { "per_quarter", N_ ("每季度应报数"), PLAIN },
  { "counter", N_ ("量词"), PLAIN },
  { "basis", N_ ("完成数口径"), BASIS },
  { "evidence", N_ ("依据来源"), QUIET },
};

static const XybField scheme_tier_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "indicator_id", N_ ("考核指标"), QUIET },
  { "below_percent", N_ ("完成率低于"), PERCENT },
  { "deduction", N_ ("扣分"), POINTS },
};

static const XybField scheme_note_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "scheme_id", N_ ("考核方案"), QUIET },
  { "position", N_ ("顺序"), QUIET },
  { "text", N_ ("说明"), PLAIN },
  { "source_text", N_ ("说明原文"), PLAIN },
};

static const XybField scheme_unit_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "scheme_id", N_ ("考核方案"), QUIET },
  { "unit_id", N_ ("单位"), QUIET },
  { "position", N_ ("顺序"), QUIET },
  { "page_ends", N_ ("本页到此为止"), BOOLEAN },
  { "remark", N_ ("扣分情况"), PLAIN },
};

static const XybField scheme_exclusion_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "scheme_unit_id", N_ ("被考核单位"), QUIET },
  { "indicator_id", N_ ("考核指标"), QUIET },
};

static const XybField assessment_mark_fields[] = {
  { "id", N_ ("编号"), QUIET },         { "scheme_id", N_ ("考核方案"), QUIET },
  { "unit_id", N_ ("单位"), QUIET },    { "indicator_id", N_ ("考核指标"), QUIET },
  { "kind", N_ ("标记"), MARK },        { "count", N_ ("次数"), PLAIN },
  { "amount", N_ ("扣分"), POINTS },    { "remark", N_ ("备注"), PLAIN },
  { "approver", N_ ("决定人"), PLAIN }, { "evidence", N_ ("依据"), PLAIN },
};

static const XybField explanation_fields[] = {
  { "id", N_ ("编号"), QUIET },        { "scheme_id", N_ ("考核方案"), QUIET },
  { "unit_id", N_ ("单位"), QUIET },   { "indicator_id", N_ ("考核指标"), QUIET },
  { "text", N_ ("情况说明"), PLAIN },  { "given_on", N_ ("说明日期"), PLAIN },
  { "file_name", N_ ("附件"), PLAIN }, { "sha256", N_ ("校验值"), QUIET },
};

static const XybField assessment_settlement_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "scheme_id", N_ ("考核方案"), QUIET },
  { "signed_on", N_ ("结算日期"), PLAIN },
  { "signed_by", N_ ("签字人"), PLAIN },
  { "cells", N_ ("结算时的考核表"), QUIET },
  { "voided_on", N_ ("撤回日期"), PLAIN },
  { "void_reason", N_ ("撤回原因"), PLAIN },
};

static const XybField assessment_snapshot_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "scheme_id", N_ ("考核方案"), QUIET },
  { "issue", N_ ("期号"), PLAIN },
  { "taken_on", N_ ("日期"), PLAIN },
  { "phase", N_ ("计分阶段"), PHASE },
  { "cells", N_ ("当期考核表"), QUIET },
  { "voided_on", N_ ("作废日期"), PLAIN },
  { "void_reason", N_ ("作废原因"), PLAIN },
};

#define FIELDS(array) (array), G_N_ELEMENTS (array)

const XybFieldTable xyb_field_tables[] = {
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
  { "returned_file", N_ ("回收文件"), 3, "SELECT name FROM returned_file WHERE id = :id",
    FIELDS (returned_file_fields) },
  { "returned_sheet", N_ ("回收文件的工作表"), -1,
    "SELECT f.name || ' ' || s.name FROM returned_sheet AS s"
    " LEFT JOIN returned_file AS f ON f.id = s.file_id WHERE s.id = :id",
    FIELDS (returned_sheet_fields), TRUE },
  { "nomination_origin", N_ ("数据来源"), -1,
    "SELECT p.year || '年 ' || u.name || ' ' || e.name FROM nomination_origin AS o"
    " LEFT JOIN nomination AS n ON n.id = o.nomination_id"
    " LEFT JOIN plan AS p ON p.id = n.plan_id LEFT JOIN unit AS u ON u.id = n.unit_id"
    " LEFT JOIN enterprise AS e ON e.id = n.enterprise_id WHERE o.id = :id",
    FIELDS (nomination_origin_fields), TRUE },
  { "return_decision", N_ ("导入时的决定"), -1,
    "SELECT coalesce(p.year || '年 ', '') || coalesce(u.name || ' ', '') || d.name_key"
    "  FROM return_decision AS d LEFT JOIN plan AS p ON p.id = d.plan_id"
    "  LEFT JOIN unit AS u ON u.id = d.unit_id WHERE d.id = :id",
    FIELDS (return_decision_fields) },
  { "head_spelling", N_ ("表头写法"), 2, "SELECT spelling FROM head_spelling WHERE id = :id",
    FIELDS (head_spelling_fields) },
  { "scheme", N_ ("考核方案"), -1, "SELECT " SCHEME_NAME " FROM scheme AS s WHERE s.id = :id",
    FIELDS (scheme_fields) },
  { "scheme_indicator", N_ ("考核指标"), -1,
    "SELECT " SCHEME_NAME " || ' ' || i.head FROM scheme_indicator AS i"
    " LEFT JOIN scheme AS s ON s.id = i.scheme_id WHERE i.id = :id",
    FIELDS (scheme_indicator_fields) },
  { "scheme_tier", N_ ("考核扣分档次"), -1,
    "SELECT " SCHEME_NAME " || ' ' || i.head || ' 低于' || t.below_percent || '%'"
    "  FROM scheme_tier AS t LEFT JOIN scheme_indicator AS i ON i.id = t.indicator_id"
    "  LEFT JOIN scheme AS s ON s.id = i.scheme_id WHERE t.id = :id",
    FIELDS (scheme_tier_fields) },
  { "scheme_note", N_ ("考核说明"), -1,
    "SELECT " SCHEME_NAME " || ' 第' || n.position || '条' FROM scheme_note AS n"
    " LEFT JOIN scheme AS s ON s.id = n.scheme_id WHERE n.id = :id",
    FIELDS (scheme_note_fields) },
  { "scheme_unit", N_ ("被考核单位"), -1,
    "SELECT " SCHEME_NAME " || ' ' || u.name FROM scheme_unit AS r"
    " LEFT JOIN scheme AS s ON s.id = r.scheme_id LEFT JOIN unit AS u ON u.id = r.unit_id"
    " WHERE r.id = :id",
    FIELDS (scheme_unit_fields) },
  { "scheme_exclusion", N_ ("非考核项"), -1,
    "SELECT " SCHEME_NAME " || ' ' || u.name || ' ' || i.head FROM scheme_exclusion AS x"
    " LEFT JOIN scheme_unit AS r ON r.id = x.scheme_unit_id"
    " LEFT JOIN scheme AS s ON s.id = r.scheme_id LEFT JOIN unit AS u ON u.id = r.unit_id"
    " LEFT JOIN scheme_indicator AS i ON i.id = x.indicator_id WHERE x.id = :id",
    FIELDS (scheme_exclusion_fields) },
  { "assessment_mark", N_ ("考核标记"), -1,
    "SELECT " SCHEME_NAME " || ' ' || u.name || ' ' || i.head FROM assessment_mark AS m"
    " LEFT JOIN scheme AS s ON s.id = m.scheme_id LEFT JOIN unit AS u ON u.id = m.unit_id"
    " LEFT JOIN scheme_indicator AS i ON i.id = m.indicator_id WHERE m.id = :id",
    FIELDS (assessment_mark_fields) },
  { "explanation", N_ ("情况说明"), -1,
    "SELECT " SCHEME_NAME " || ' ' || u.name || coalesce(' ' || i.head, '')"
    "  FROM explanation AS e LEFT JOIN scheme AS s ON s.id = e.scheme_id"
    "  LEFT JOIN unit AS u ON u.id = e.unit_id"
    "  LEFT JOIN scheme_indicator AS i ON i.id = e.indicator_id WHERE e.id = :id",
    FIELDS (explanation_fields) },
  { "assessment_settlement", N_ ("年终结算"), -1,
    "SELECT " SCHEME_NAME " FROM assessment_settlement AS t"
    " LEFT JOIN scheme AS s ON s.id = t.scheme_id WHERE t.id = :id",
    FIELDS (assessment_settlement_fields) },
  { "assessment_snapshot", N_ ("考核快照"), -1,
    "SELECT " SCHEME_NAME " || ' 第' || t.issue || '期' FROM assessment_snapshot AS t"
    " LEFT JOIN scheme AS s ON s.id = t.scheme_id WHERE t.id = :id",
    FIELDS (assessment_snapshot_fields) },
};

const guint xyb_n_field_tables = G_N_ELEMENTS (xyb_field_tables);
