/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "award-import-fixture.h"

#include "xyb-enterprise-store.h"

char *
award_import_write (AppFixture *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* An enterprise of the register, entered by somebody before. */
static void
add_enterprise (AppFixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = xyb_store_open_again (fixture->store, &error);
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();

  g_assert_no_error (error);
  enterprise->name = g_strdup (name);
  xyb_enterprise_store_save (store, enterprise, "2019-04-14", &error);
  g_assert_no_error (error);
}

/* Ten rows: six that can be taken, three that ask, one that repeats another. */
char *
award_import_write_doubtful (AppFixture *fixture)
{
  add_enterprise (fixture, "昆山市示例模塑有限公司");
  return award_import_write (
    fixture, "历年贯标和示范企业.csv",
    "昆山市信用管理贯标和示范企业名单,,,,,,\n"
    "序号,企业名称,区镇,年度,级别,文号,联系人\n"
    "1,昆山示例精密铸造有限公司,周市镇,2014年度,贯标,昆信用〔2014〕3号,张\n"
    "2,昆山示例光学仪器有限公司,花桥,2015,贯标,,\n"
    "3,昆山示例模塑有限公司,张浦镇,2015.6,贯标,,\n"
    "4,昆山示例仓储服务有限公司,玉山片区,2016,贯标,,\n"
    "5,昆山示例饮料食品有限公司,玉山片区,2016,贯标,,\n"
    "6,昆山示例精密铸造有限公司,周市镇,2017-05-18,市级示范,苏信用办〔2017〕5号,\n"
    "7,昆山示例船用机械有限公司,巴城,2021,贯标,,\n"
    "8,昆山示例光学仪器有限公司,花桥,2018,市级示范,,\n"
    "9,昆山示例精密铸造有限公司,周市镇,2016,贯标,,\n"
    "10,昆山示例涂料有限公司,千灯镇,2016,市级示范,,\n"
    "合计,10家,,,,,\n");
}

/* Until nothing is at work, or the page, which somebody else keeps, has gone because all is done.
 */
void
award_import_wait (XybAwardImportPage *page)
{
  app_settle ();
  while (gtk_widget_get_root (GTK_WIDGET (page)) != NULL
         && xyb_award_batch_is_busy (xyb_award_import_page_get_batch (page)))
    g_main_context_iteration (NULL, TRUE);
  app_settle ();
}

XybAwardImportPage *
award_import_open (AppFixture *fixture, const char *const *paths)
{
  XybAwardImportPage *page;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import-awards", NULL);
  g_assert_true (XYB_IS_AWARD_IMPORT_PAGE (xyb_window_get_page (fixture->window)));
  page = XYB_AWARD_IMPORT_PAGE (xyb_window_get_page (fixture->window));
  if (paths != NULL)
    {
      xyb_window_take_files (fixture->window, paths);
      award_import_wait (page);
    }
  return page;
}
