/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "track-fixture.h"

#include "xyb-material-sheet.h"

/* 材料清单 (MAT-05). */

static void
add_item (XybPlan *plan, gint64 id, const char *name, const char *requirement, gboolean required)
{
  XybPlanMaterial *item = xyb_plan_material_new ();

  item->id = id;
  item->track = XYB_TRACK_ACCREDITATION;
  item->name = g_strdup (name);
  item->requirement = g_strdup (requirement);
  item->required = required;
  item->has_validity = requirement != NULL;
  g_ptr_array_add (plan->materials, item);
}

static void
add_material (GPtrArray *materials,
              gint64 id,
              XybMaterialState state,
              const char *received_on,
              const char *valid_until,
              const char *note)
{
  XybMaterial *material = xyb_material_new (id);

  material->state = state;
  material->received_on = g_strdup (received_on);
  material->valid_until = g_strdup (valid_until);
  material->note = g_strdup (note);
  g_ptr_array_add (materials, material);
}

static void
assert_row (const XybMaterialSheet *sheet, guint row, const char *expected)
{
  g_autofree char *cells = g_strjoinv ("|", sheet->rows->pdata[row]);

  g_assert_cmpstr (cells, ==, expected);
}

static void
test_sheet (void)
{
  g_autoptr (XybPlan) plan = track_plan_2020 ();
  g_autoptr (GPtrArray) materials
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_material_free);
  g_autoptr (XybMaterialList) list = NULL;
  g_autoptr (XybMaterialSheet) sheet = NULL;

  add_item (plan, 1, "《社会法人信用信息查询报告》", "有效期内", TRUE);
  add_item (plan, 2, "总结报告", NULL, TRUE);
  add_item (plan, 3, "内部评估报告", NULL, TRUE);
  add_item (plan, 4, "佐证材料", NULL, TRUE);
  add_item (plan, 5, "其他材料", NULL, FALSE);
  add_material (materials, 1, XYB_MATERIAL_RECEIVED, "2020-04-20", "2020-07-20", NULL);
  add_material (materials, 2, XYB_MATERIAL_COMPLETE, "2020-07-10", NULL, NULL);
  add_material (materials, 4, XYB_MATERIAL_RETURNED, "2020-07-18", NULL, "缺应收账款台账");
  list = xyb_material_list_new (plan, XYB_TRACK_ACCREDITATION, materials, "2020-07-24");
  sheet = xyb_material_sheet_new (2020, XYB_TRACK_ACCREDITATION, "昆山示例有限公司", NULL, list,
                                  "2020-07-24");
  g_assert_cmpstr (sheet->title, ==, "2020年信用管理贯标验收材料清单");
  g_assert_cmpstr (sheet->unit, ==, "");
  g_assert_cmpuint (sheet->rows->len, ==, 5);
  assert_row (sheet, 0, "1|《社会法人信用信息查询报告》|有效期内|是|已过期|2020.4.20|2020.7.20|");
  assert_row (sheet, 1, "2|总结报告||是|已齐|2020.7.10||");
  assert_row (sheet, 2, "3|内部评估报告||是|缺|||");
  assert_row (sheet, 3, "4|佐证材料||是|已退回|2020.7.18||缺应收账款台账");
  /* What nobody asks for is not missing. */
  assert_row (sheet, 4, "5|其他材料||否||||");
  g_assert_cmpstr (sheet->summary, ==,
                   "截至2020年7月24日：应交4项，可用1项，缺1项，退回1项，过期1项。");
}

static void
test_names (void)
{
  g_autofree char *one
    = xyb_material_sheet_file_name (2020, XYB_TRACK_ACCREDITATION, "昆山示例有限公司");
  g_autofree char *city = xyb_material_sheet_file_name (2021, XYB_TRACK_CITY_MODEL, "周市镇");
  g_autofree char *all = xyb_material_sheet_file_name (2020, XYB_TRACK_PROVINCE_MODEL, NULL);

  g_assert_cmpstr (one, ==, "2020年信用管理贯标验收材料清单（昆山示例有限公司）");
  g_assert_cmpstr (city, ==, "2021年苏州市级信用管理示范申报材料清单（周市镇）");
  g_assert_cmpstr (all, ==, "2020年江苏省级信用管理示范申报材料清单");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/material-sheet/cells", test_sheet);
  g_test_add_func ("/material-sheet/names", test_names);
  return g_test_run ();
}
