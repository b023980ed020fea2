-- Schema version 5: how the dates of a plan warn (requirements §6), which steps are ticked off.
--
-- The same rules as in schema-1.sql.

-- From how many days before its last day a thing is blue, yellow, red; NULL: as usual.
ALTER TABLE plan ADD COLUMN warn_blue INTEGER;
ALTER TABLE plan ADD COLUMN warn_yellow INTEGER;
ALTER TABLE plan ADD COLUMN warn_red INTEGER;

-- Of the steps of a plan only those of the implementation are ticked off (S1:45-50); of the others the
-- stages have the dates. 3: XYB_STEP_TOLD. What somebody has registered already stays.
UPDATE plan_step SET counted = 3
 WHERE counted = 0
   AND name IN ('贯标申请', '动员推荐', '企业申请', '属地汇总', '确定名单', '宣贯培训', '贯标实施',
                '签订合同', '贯标验收', '提交材料', '组织验收', '企业申报', '自愿申报', '择优推荐',
                '示范创建', '评价报告', '申报材料', '验收审定', '现场评价', '公示发文', '监督管理',
                '审定汇总', '评审、公示、发证')
   AND id NOT IN (SELECT parent_id FROM plan_step WHERE parent_id IS NOT NULL)
   AND id NOT IN (SELECT step_id FROM progress_step)
   AND id NOT IN (SELECT step_id FROM progress_training);
