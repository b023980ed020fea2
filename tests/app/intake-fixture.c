/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "intake-fixture.h"

#include <glib/gstdio.h>
#include <utime.h>

#include "xyb-enterprise-store.h"
#include "xyb-nomination-store.h"
#include "xyb-plan-store.h"

/* The head of the form (ENT-01), as a 区镇 sends it back. */
#define HEAD                                                                                                           \
  "附件2,,,,,,\n2020年昆山市信用管理贯标企业汇总表,,,,,,\n区镇：%s,,业务负责人：李示例,," \
  "联系方式：0512-55550100,,\n序号,企业名称,主要产品,去年销售收入,职工人数,联系人,电话\n"

#define EARLIER_NAME "昆山示例包装制品有限公司"

/* The day of the pictures, in the afternoon. */
static void
came_on_the_day (const char *path)
{
  g_autoptr (GDateTime) time = g_date_time_new_local (DEMO_YEAR, 4, 14, 16, 20, 0);
  struct utimbuf times = { g_date_time_to_unix (time), g_date_time_to_unix (time) };

  g_assert_cmpint (g_utime (path, &times), ==, 0);
}

/* Not the window's own: what happened before is not what it has just done. */
static XybStore *
open_again (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  XybStore *store = xyb_store_open_again (fixture->store, &error);

  g_assert_no_error (error);
  return store;
}

char *
intake_write (AppFixture *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  came_on_the_day (path);
  return path;
}

/* ENT-08: accepted the year before. */
static void
accept_earlier (AppFixture *fixture)
{
  g_autoptr (XybStore) store = open_again (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
  g_autoptr (XybNomination) nomination = xyb_nomination_new ();
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, DEMO_YEAR - 1, &error);

  g_assert_no_error (error);
  enterprise->name = g_strdup (EARLIER_NAME);
  enterprise->unit_id = ZHOUSHI;
  enterprise->phone = g_strdup ("0512-55550108");
  enterprise->contact = g_strdup ("周示例");
  xyb_enterprise_store_save (store, enterprise, "2019-04-14", &error);
  g_assert_no_error (error);
  nomination->enterprise_id = enterprise->id;
  nomination->unit_id = ZHOUSHI;
  nomination->plan_id = plan->id;
  nomination->confirmed_on = g_strdup ("2019-05-10");
  nomination->signed_on = g_strdup ("2019-06-10");
  nomination->accepted_on = g_strdup ("2019-11-20");
  xyb_nomination_store_save (store, nomination, &error);
  g_assert_no_error (error);
}

static char *
name_put_forward_by (AppFixture *fixture, gint64 unit_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
    = xyb_nomination_store_list (fixture->store, DEMO_YEAR, unit_id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, >, 0);
  return g_strdup (((XybNomination *) rows->pdata[0])->enterprise_name);
}

/* As mockup 05: five rows that can be taken, three that ask. */
char *
intake_write_zhoushi (AppFixture *fixture)
{
  g_autofree char *elsewhere = name_put_forward_by (fixture, ZHANGPU);
  g_autofree char *head = g_strdup_printf (HEAD, "周市镇");
  g_autofree char *text = NULL;

  intake_clear_district (fixture, ZHOUSHI);
  accept_earlier (fixture);
  text = g_strconcat (
    head,
    "1,昆山示例精密机械制造有限公司,精密零部件,1.2亿,180,张示例,０５１２-55550101转8012\n"
    "2,昆山示例模具有限公司,精密模具,120000000,15,李示例,0512-55550102\n"
    "3,昆山示例自动化科技有限公司（新增）,工装夹具,约3000万,64,王示例,0512-55550103\n"
    "4,昆山示例塑料制品有限公司,注塑件,\"1,234.5万\",52,赵示例,13800000004.0\n"
    "5,昆山示例冷链仓配有限公司,仓储配送,8600,210,钱示例,0512-55550105\n"
    "6,",
    elsewhere,
    ",五金件,5200,88,孙示例,0512-55550107\n"
    "7,昆山示例电路板 有限公司,印制电路板,4.6亿元,530人,孙示例,0512-55550106/13800000006\n"
    "8," EARLIER_NAME ",纸箱,2600,75,周示例,0512-55550108\n"
    "9,,,,,,\n10,,,,,,\n11,,,,,,\n12,,,,,,\n,合计,,62000,1166,,\n"
    "填表说明：去年销售收入以万元为单位。,,,,,,\n",
    NULL);
  return intake_write (fixture, "附件2 周市镇.csv", text);
}

static char *
write_rows (AppFixture *fixture,
            const char *name,
            const char *district,
            guint n_rows,
            const char *phone)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, HEAD, district);
  for (guint i = 1; i <= n_rows; i++)
    g_string_append_printf (text, "%u,%s样例%u号机电有限公司,电机,%u,%u,吴示例,%s%04u\n", i,
                            district, i, 1000 + i, 30 + i % 400, phone, i % 10000);
  return intake_write (fixture, name, text->str);
}

/* @n_rows plain rows of companies nobody knows. */
char *
intake_write_plain (AppFixture *fixture, const char *name, const char *district, guint n_rows)
{
  return write_rows (fixture, name, district, n_rows, "0512-5556");
}

/* Rows of which each has a telephone that is none. */
char *
intake_write_doubtful (AppFixture *fixture, const char *name, const char *district, guint n_rows)
{
  return write_rows (fixture, name, district, n_rows, "见附件");
}

/* One row. */
char *
intake_write_named (AppFixture *fixture,
                    const char *name,
                    const char *district,
                    const char *company)
{
  g_autofree char *head = g_strdup_printf (HEAD, district);
  g_autofree char *text
    = g_strconcat (head, "1,", company, ",电机,5400,120,郑示例,0512-55550130\n", NULL);

  return intake_write (fixture, name, text);
}

/* Nothing says which 区镇. */
char *
intake_write_unknown (AppFixture *fixture)
{
  g_autofree char *head = g_strdup_printf (HEAD, "");
  g_autofree char *text
    = g_strconcat (head, "1,昆山示例光学仪器有限公司,镜头,5400,120,郑示例,0512-55550120\n", NULL);

  return intake_write (fixture, "新建 工作表.csv", text);
}

/* A zip without its end: the rest did not come through OA. */
char *
intake_write_broken (AppFixture *fixture)
{
  char *path = g_build_filename (fixture->folder, "附件2-巴城.xlsx", NULL);
  static const char cut[] = "PK\003\004\024\000\000\000\010\000 [Content_Types].xml";
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, cut, sizeof cut - 1, &error);
  g_assert_no_error (error);
  return path;
}

/* As if nothing of it had come yet. */
void
intake_clear_district (AppFixture *fixture, gint64 unit_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = open_again (fixture);
  g_autoptr (GPtrArray) rows = xyb_nomination_store_list (store, DEMO_YEAR, unit_id, &error);
  g_autoptr (XybSubmission) submission = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      xyb_nomination_store_remove (store, ((XybNomination *) rows->pdata[i])->id, &error);
      g_assert_no_error (error);
    }
  submission = xyb_submission_store_get (store, DEMO_YEAR, unit_id, &error);
  g_assert_no_error (error);
  submission->state = XYB_SUBMISSION_MISSING;
  g_clear_pointer (&submission->received_on, g_free);
  xyb_submission_store_save (store, submission, &error);
  g_assert_no_error (error);
}

/* Until everything has been read or written. */
void
intake_wait (XybIntakePage *page)
{
  XybIntakeBatch *batch = xyb_intake_page_get_batch (page);

  app_settle ();
  while (xyb_intake_batch_is_busy (batch))
    {
      g_main_context_iteration (NULL, TRUE);
      if (!xyb_intake_batch_is_busy (batch))
        app_settle ();
    }
  app_settle ();
}

/* The page on these files, as if they had been dropped on the window. */
XybIntakePage *
intake_open (AppFixture *fixture, const char *const *paths)
{
  XybIntakePage *page;

  xyb_window_take_files (fixture->window, paths);
  g_assert_true (XYB_IS_INTAKE_PAGE (xyb_window_get_page (fixture->window)));
  page = XYB_INTAKE_PAGE (xyb_window_get_page (fixture->window));
  intake_wait (page);
  return page;
}
