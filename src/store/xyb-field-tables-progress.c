/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-field-tables.h"

#include "xyb-i18n.h"

/* As xyb-field-tables.c, of the tables of sql/schema-4.sql. */

#define BASIS XYB_FIELD_BASIS
#define BOOLEAN XYB_FIELD_BOOLEAN
#define ENTERPRISE_ID XYB_FIELD_ENTERPRISE_ID
#define MATERIAL_ID XYB_FIELD_MATERIAL_ID
#define PLAIN XYB_FIELD_PLAIN
#define PLAN_ID XYB_FIELD_PLAN_ID
#define QUIET XYB_FIELD_QUIET
#define STEP_ID XYB_FIELD_STEP_ID
#define TRACK XYB_FIELD_TRACK
#define YEAR XYB_FIELD_YEAR

static const XybField plan_stage_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "track", N_ ("级别"), TRACK },
  { "position", N_ ("顺序"), QUIET },
  { "name", N_ ("阶段"), PLAIN },
  { "kind", N_ ("性质"), XYB_FIELD_STAGE_KIND },
  { "basis", N_ ("对应附件2日期"), BASIS },
  { "fields", N_ ("登记项"), QUIET },
  { "needs_materials", N_ ("要求材料收齐"), BOOLEAN },
  { "milestone", N_ ("对应时限"), QUIET },
};

static const XybField progress_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "plan_id", N_ ("年度方案"), PLAN_ID },
  { "enterprise_id", N_ ("企业"), ENTERPRISE_ID },
  { "track", N_ ("级别"), TRACK },
  { "note", N_ ("备注"), PLAIN },
};

static const XybField progress_stage_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "progress_id", N_ ("企业进度"), QUIET },
  { "stage_id", N_ ("阶段"), XYB_FIELD_STAGE_ID },
  { "reached_on", N_ ("日期"), PLAIN },
  { "number", N_ ("文号"), PLAIN },
  { "until", N_ ("期限"), PLAIN },
  { "note", N_ ("备注"), PLAIN },
};

static const XybField progress_move_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "progress_id", N_ ("企业进度"), QUIET },
  { "from_id", N_ ("原阶段"), XYB_FIELD_STAGE_ID },
  { "to_id", N_ ("阶段"), XYB_FIELD_STAGE_ID },
  { "moved_on", N_ ("日期"), PLAIN },
  { "back", N_ ("退回"), BOOLEAN },
  { "reason", N_ ("理由"), PLAIN },
};

static const XybField progress_condition_fields[] = {
  { "id", N_ ("编号"), QUIET },           { "progress_id", N_ ("企业进度"), QUIET },
  { "condition_id", N_ ("条件"), QUIET }, { "verdict", N_ ("结论"), XYB_FIELD_VERDICT },
  { "reason", N_ ("理由"), PLAIN },       { "decided_on", N_ ("核定日期"), PLAIN },
};

static const XybField progress_step_fields[] = {
  { "id", N_ ("编号"), QUIET },        { "progress_id", N_ ("企业进度"), QUIET },
  { "step_id", N_ ("环节"), STEP_ID }, { "done_on", N_ ("完成日期"), PLAIN },
  { "staff", N_ ("专职人员"), PLAIN }, { "note", N_ ("备注"), PLAIN },
};

static const XybField progress_training_fields[] = {
  { "id", N_ ("编号"), QUIET },          { "progress_id", N_ ("企业进度"), QUIET },
  { "step_id", N_ ("环节"), STEP_ID },   { "held_on", N_ ("培训日期"), PLAIN },
  { "subject", N_ ("培训主题"), PLAIN },
};

static const XybField progress_material_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "progress_id", N_ ("企业进度"), QUIET },
  { "material_id", N_ ("材料"), MATERIAL_ID },
  { "state", N_ ("状态"), XYB_FIELD_MATERIAL_STATE },
  { "received_on", N_ ("收到日期"), PLAIN },
  { "issued_on", N_ ("出具日期"), PLAIN },
  { "valid_until", N_ ("有效期至"), PLAIN },
  { "note", N_ ("备注"), PLAIN },
  { "sha256", N_ ("校验值"), QUIET },
  { "file_name", N_ ("附件"), PLAIN },
};

static const XybField service_provider_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "name", N_ ("机构名称"), PLAIN },
  { "credit_code", N_ ("统一社会信用代码"), PLAIN },
  { "contact", N_ ("联系人"), PLAIN },
  { "phone", N_ ("电话"), PLAIN },
  { "closed", N_ ("停止服务"), BOOLEAN },
  { "note", N_ ("备注"), PLAIN },
};

static const XybField contract_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "provider_id", N_ ("服务机构"), XYB_FIELD_PROVIDER_ID },
  { "enterprise_id", N_ ("企业"), ENTERPRISE_ID },
  { "kind", N_ ("合同种类"), XYB_FIELD_CONTRACT_KIND },
  { "signed_on", N_ ("签订日期"), PLAIN },
  { "starts_on", N_ ("服务开始"), PLAIN },
  { "ends_on", N_ ("服务截止"), PLAIN },
  { "filed", N_ ("备案"), BOOLEAN },
  { "stamped", N_ ("盖章鉴定"), BOOLEAN },
  { "note", N_ ("备注"), PLAIN },
};

static const XybField award_fields[] = {
  { "id", N_ ("编号"), QUIET },
  { "enterprise_id", N_ ("企业"), ENTERPRISE_ID },
  { "track", N_ ("级别"), TRACK },
  { "year", N_ ("年度"), YEAR },
  { "awarded_on", N_ ("认定日期"), PLAIN },
  { "number", N_ ("文号"), PLAIN },
  { "revoked_on", N_ ("取消日期"), PLAIN },
  { "revoked_reason", N_ ("取消理由"), PLAIN },
  { "note", N_ ("备注"), PLAIN },
};

#define FIELDS(array) (array), G_N_ELEMENTS (array)

const XybFieldTable xyb_progress_field_tables[] = {
  { "plan_stage", N_ ("阶段"), -1,
    "SELECT p.year || '年 ' || s.name FROM plan_stage AS s"
    " LEFT JOIN plan AS p ON p.id = s.plan_id WHERE s.id = :id",
    FIELDS (plan_stage_fields) },
  { "progress", N_ ("企业进度"), -1,
    "SELECT p.year || '年 ' || e.name FROM progress AS g"
    " LEFT JOIN plan AS p ON p.id = g.plan_id"
    " LEFT JOIN enterprise AS e ON e.id = g.enterprise_id WHERE g.id = :id",
    FIELDS (progress_fields) },
  { "progress_stage", N_ ("到达阶段"), -1,
    "SELECT p.year || '年 ' || e.name || ' ' || s.name FROM progress_stage AS x"
    " LEFT JOIN progress AS g ON g.id = x.progress_id LEFT JOIN plan AS p ON p.id = g.plan_id"
    " LEFT JOIN enterprise AS e ON e.id = g.enterprise_id"
    " LEFT JOIN plan_stage AS s ON s.id = x.stage_id WHERE x.id = :id",
    FIELDS (progress_stage_fields) },
  { "progress_move", N_ ("阶段变动"), -1,
    "SELECT p.year || '年 ' || e.name || ' ' || s.name FROM progress_move AS x"
    " LEFT JOIN progress AS g ON g.id = x.progress_id LEFT JOIN plan AS p ON p.id = g.plan_id"
    " LEFT JOIN enterprise AS e ON e.id = g.enterprise_id"
    " LEFT JOIN plan_stage AS s ON s.id = x.to_id WHERE x.id = :id",
    FIELDS (progress_move_fields) },
  { "progress_condition", N_ ("条件核定"), -1,
    "SELECT p.year || '年 ' || e.name || ' ' || c.text FROM progress_condition AS x"
    " LEFT JOIN progress AS g ON g.id = x.progress_id LEFT JOIN plan AS p ON p.id = g.plan_id"
    " LEFT JOIN enterprise AS e ON e.id = g.enterprise_id"
    " LEFT JOIN plan_condition AS c ON c.id = x.condition_id WHERE x.id = :id",
    FIELDS (progress_condition_fields) },
  { "progress_step", N_ ("实施步骤"), -1,
    "SELECT p.year || '年 ' || e.name || ' ' || s.name FROM progress_step AS x"
    " LEFT JOIN progress AS g ON g.id = x.progress_id LEFT JOIN plan AS p ON p.id = g.plan_id"
    " LEFT JOIN enterprise AS e ON e.id = g.enterprise_id"
    " LEFT JOIN plan_step AS s ON s.id = x.step_id WHERE x.id = :id",
    FIELDS (progress_step_fields) },
  { "progress_training", N_ ("贯标培训"), -1,
    "SELECT p.year || '年 ' || e.name || ' ' || x.subject FROM progress_training AS x"
    " LEFT JOIN progress AS g ON g.id = x.progress_id LEFT JOIN plan AS p ON p.id = g.plan_id"
    " LEFT JOIN enterprise AS e ON e.id = g.enterprise_id"
    "  WHERE x.id = :id",
    FIELDS (progress_training_fields) },
  { "progress_material", N_ ("企业材料"), -1,
    "SELECT p.year || '年 ' || e.name || ' ' || m.name FROM progress_material AS x"
    " LEFT JOIN progress AS g ON g.id = x.progress_id LEFT JOIN plan AS p ON p.id = g.plan_id"
    " LEFT JOIN enterprise AS e ON e.id = g.enterprise_id"
    " LEFT JOIN plan_material AS m ON m.id = x.material_id WHERE x.id = :id",
    FIELDS (progress_material_fields) },
  { "service_provider", N_ ("服务机构"), 1, "SELECT name FROM service_provider WHERE id = :id",
    FIELDS (service_provider_fields) },
  { "contract", N_ ("服务合同"), -1,
    "SELECT e.name || ' ' || v.name FROM contract AS c"
    " LEFT JOIN enterprise AS e ON e.id = c.enterprise_id"
    " LEFT JOIN service_provider AS v ON v.id = c.provider_id WHERE c.id = :id",
    FIELDS (contract_fields) },
  { "award", N_ ("历年认定"), -1,
    "SELECT a.year || '年 ' || e.name FROM award AS a"
    " LEFT JOIN enterprise AS e ON e.id = a.enterprise_id WHERE a.id = :id",
    FIELDS (award_fields) },
};

const guint xyb_n_progress_field_tables = G_N_ELEMENTS (xyb_progress_field_tables);
