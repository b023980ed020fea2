/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "office-fixture.h"
#include "xyb-award-answer.h"
#include "xyb-award-check.h"
#include "xyb-award-import.h"
#include "xyb-award-sheet.h"
#include "xyb-award-store.h"

/* A list of earlier awards on its way into the office: all of it, or nothing, whatever others did
 * meanwhile. */

#define TODAY "2020-07-24"
#define LIST                                                                                       \
  "企业名称\t统一社会信用代码\t区镇\t年度\t级别\n"                               \
  "昆山示例精密机械有限公司\t\t周市镇\t2015\t贯标\n"                              \
  "昆山示例模具有限公司\t91350100M000100Y43\t\t2016\t贯标\n"                           \
  "昆山示例模具有限公司\t\t张浦镇\t2018\t市级示范\n"

static XybAwardRoll *
paste (Office *office, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) districts
    = xyb_unit_store_list (office->store, XYB_UNIT_KIND_DISTRICT, &error);
  g_autoptr (XybTextTable) table = xyb_text_table_parse (text);
  XybAwardRoll *list;

  g_assert_no_error (error);
  list = xyb_award_roll_new (districts, TODAY);
  xyb_award_roll_paste (list, table, &error);
  g_assert_no_error (error);
  xyb_award_import_match (office->store, list, &error);
  g_assert_no_error (error);
  return list;
}

static XybAwardReport
import (Office *office, XybAwardRoll *list)
{
  g_autoptr (GError) error = NULL;
  XybAwardReport report;

  xyb_award_import_run (office->store, list, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  return report;
}

static guint
count_awards (Office *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) awards = xyb_award_store_list (office->store, 0, 0, &error);

  g_assert_no_error (error);
  return awards->len;
}

static gint64
count_enterprises (Office *office)
{
  return xyb_enterprise_store_count (office->store, NULL);
}

static gint64
add_enterprise (Office *office, const char *name, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();

  enterprise->name = g_strdup (name);
  enterprise->credit_code = g_strdup (code);
  xyb_enterprise_store_save (office->store, enterprise, TODAY, &error);
  g_assert_no_error (error);
  return enterprise->id;
}

static void
assert_refused (Office *office, XybAwardRoll *list, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  guint awards = count_awards (office);
  gint64 enterprises = count_enterprises (office);
  XybAwardReport report;

  g_assert_false (xyb_award_import_run (office->store, list, NULL, NULL, NULL, &report, &error));
  g_assert_error (error, XYB_STORE_ERROR, code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
  g_assert_cmpuint (count_awards (office), ==, awards);
  g_assert_cmpint (count_enterprises (office), ==, enterprises);
  g_assert_cmpuint (report.new_enterprises, ==, 0);
}

static void
test_enterprises_and_titles_are_one_revision (Office *office, gconstpointer data)
{
  g_autoptr (XybAwardRoll) list = paste (office, LIST);
  XybAwardReport report = import (office, list);
  g_autofree char *label = xyb_store_peek_undo (office->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise = NULL;

  g_assert_cmpuint (report.awards[0], ==, 2);
  g_assert_cmpuint (report.awards[1], ==, 1);
  g_assert_cmpuint (report.new_enterprises, ==, 2);
  g_assert_cmpstr (label, ==, "导入历年名单：贯标 2 家、苏州市级示范 1 家");
  /* Two rows of one enterprise tell its code and its 区镇 together. */
  enterprise
    = xyb_enterprise_store_get (office->store,
                                xyb_enterprise_store_find_code (office->store, "91350100M000100Y43",
                                                                &error),
                                &error);
  g_assert_no_error (error);
  g_assert_cmpstr (enterprise->name, ==, "昆山示例模具有限公司");
  g_assert_cmpint (enterprise->unit_id, ==, ZHANGPU);
  g_assert_true (xyb_store_undo (office->store, NULL, &error));
  g_assert_cmpuint (count_awards (office), ==, 0);
  g_assert_cmpint (count_enterprises (office), ==, 0);
}

static void
test_by_code_by_name_and_by_former_name (Office *office, gconstpointer data)
{
  gint64 by_code = add_enterprise (office, "昆山示例新名有限公司", "91350100M000100Y43");
  gint64 by_name = add_enterprise (office, "昆山示例精密机械有限公司", NULL);
  gint64 renamed = add_enterprise (office, "昆山示例旧名有限公司", NULL);
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_store_get (office->store, renamed, NULL);
  g_autoptr (XybAwardRoll) list = NULL;
  XybAwardRow *former;

  g_free (enterprise->name);
  enterprise->name = g_strdup ("昆山示例改名有限公司");
  g_assert_true (xyb_enterprise_store_save (office->store, enterprise, TODAY, NULL));
  list = paste (office, LIST "昆山示例旧名有限公司\t\t\t2014\t贯标\n");
  g_assert_cmpint (((XybAwardRow *) list->rows->pdata[0])->enterprise_id, ==, by_name);
  g_assert_cmpint (((XybAwardRow *) list->rows->pdata[1])->enterprise_id, ==, by_code);
  former = list->rows->pdata[3];
  g_assert_cmpint (former->enterprise_id, ==, renamed);
  g_assert_cmpint (former->fate, ==, XYB_AWARD_TAKEN);
}

static void
test_a_title_that_is_held_is_not_given_again (Office *office, gconstpointer data)
{
  g_autoptr (XybAwardRoll) list = paste (office, LIST);
  g_autoptr (XybAwardRoll) again = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GError) error = NULL;

  import (office, list);
  again = paste (office, LIST);
  g_assert_cmpuint (xyb_award_roll_count (again, XYB_AWARD_TAKEN), ==, 0);
  g_assert_cmpuint (xyb_award_roll_count (again, XYB_AWARD_LEFT), ==, 3);
  assert_refused (office, again, XYB_STORE_ERROR_NOTHING, "没有可以导入的行");
  /* One that was revoked may be given again. */
  awards = xyb_award_store_list (office->store, XYB_TRACK_CITY_MODEL, 0, &error);
  g_assert_no_error (error);
  g_assert_true (xyb_award_store_revoke (office->store, awards->pdata[0], "2019-03-01",
                                         "整改未完成", NULL, TODAY, &error));
  g_assert_no_error (error);
  xyb_award_import_match (office->store, again, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (xyb_award_roll_count (again, XYB_AWARD_TAKEN), ==, 1);
}

static void
test_what_others_did_since_the_preview_refuses_all (Office *office, gconstpointer data)
{
  g_autoptr (XybAwardRoll) by_name = paste (office, LIST);
  g_autoptr (XybAwardRoll) by_code = NULL;
  g_autoptr (XybAwardRoll) removed = NULL;
  g_autoptr (XybAwardRoll) given = NULL;
  g_autoptr (XybAwardRoll) given_too = NULL;
  gint64 id = add_enterprise (office, "昆山示例模具有限公司", NULL);

  assert_refused (office, by_name, XYB_STORE_ERROR_CONFLICT, "第 3 行“昆山示例模具有限公司”");

  by_code = paste (office, "企业名称\t统一社会信用代码\t年度\t级别\n"
                           "昆山示例五金有限公司\t91350100M000100Y43\t2016\t贯标\n");
  add_enterprise (office, "昆山示例别家有限公司", "91350100M000100Y43");
  assert_refused (office, by_code, XYB_STORE_ERROR_CONFLICT, "预览以后登记进了企业库");

  given = paste (office, "企业名称\t年度\t级别\n昆山示例模具有限公司\t2016\t贯标\n");
  given_too = paste (office, "企业名称\t年度\t级别\n昆山示例灯具有限公司\t2015\t贯标\n"
                             "昆山示例模具有限公司\t2016\t贯标\n");
  removed = paste (office, "企业名称\t年度\t级别\n昆山示例模具有限公司\t2016\t市级示范\n");
  import (office, given);
  assert_refused (office, given_too, XYB_STORE_ERROR_EXISTS, "第 3 行");
  g_assert_true (xyb_store_undo (office->store, NULL, NULL));
  g_assert_true (xyb_enterprise_store_remove (office->store, id, NULL));
  assert_refused (office, removed, XYB_STORE_ERROR_CONFLICT, "预览以后已从企业库删除");
}

static void
test_stopped_it_leaves_nothing (Office *office, gconstpointer data)
{
  g_autoptr (XybAwardRoll) list = paste (office, LIST);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  XybAwardReport report;

  g_cancellable_cancel (cancellable);
  g_assert_false (
    xyb_award_import_run (office->store, list, NULL, NULL, cancellable, &report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_awards (office), ==, 0);
  g_assert_cmpint (count_enterprises (office), ==, 0);
}

/* ENT-08: what the register of awards says is known wherever “新增” is counted. */
static void
test_it_makes_an_enterprise_no_addition (Office *office, gconstpointer data)
{
  g_autoptr (XybAwardRoll) list = paste (office, LIST);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) same = NULL;
  gint64 id;

  import (office, list);
  same = xyb_enterprise_store_find_same (office->store, "昆山示例精密机械有限公司", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (same->len, ==, 1);
  id = xyb_enterprise_store_find_code (office->store, "91350100M000100Y43", &error);
  g_assert_cmpint (xyb_nomination_store_earlier_year (office->store, id, 2020, &error), ==, 2016);
  g_assert_cmpint (xyb_nomination_store_earlier_year (office->store, id, 2016, &error), ==, 0);
  g_assert_no_error (error);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/award-import/" name, Office, NULL, office_set_up, function, office_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("one-revision", test_enterprises_and_titles_are_one_revision);
  ADD ("by-code-and-names", test_by_code_by_name_and_by_former_name);
  ADD ("held-is-not-given-again", test_a_title_that_is_held_is_not_given_again);
  ADD ("changed-since-the-preview", test_what_others_did_since_the_preview_refuses_all);
  ADD ("stopped", test_stopped_it_leaves_nothing);
  ADD ("no-addition", test_it_makes_an_enterprise_no_addition);
  return g_test_run ();
}
