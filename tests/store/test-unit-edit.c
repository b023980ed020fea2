/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "office-fixture.h"
#include "xyb-core-error.h"

#define TODAY "2020-11-25"

static XybUnit *
get (Office *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  XybUnit *unit = xyb_unit_store_get (self->store, id, &error);

  g_assert_no_error (error);
  return unit;
}

static gboolean
rename_unit (Office *self, gint64 id, const char *name, GError **error)
{
  g_autoptr (XybUnit) unit = get (self, id);

  g_free (unit->name);
  unit->name = g_strdup (name);
  return xyb_unit_store_save (self->store, unit, TODAY, error);
}

/* 经信委 became 工业和信息化局, and is still understood (§1.5, ORG-04). */
static void
test_rename_keeps_the_old_name (Office *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybUnit) found = NULL;
  g_autoptr (XybUnit) back = NULL;
  XybUnitAlias *last;

  g_assert_true (rename_unit (self, ZHOUSHI, "周市街道", &error));
  g_assert_no_error (error);
  office_assert_label (self, "单位名录：周市镇 改名为 周市街道");
  found = xyb_unit_store_find (self->store, "周市镇", XYB_UNIT_KIND_DISTRICT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->id, ==, ZHOUSHI);
  g_assert_cmpstr (found->name, ==, "周市街道");
  last = found->aliases->pdata[found->aliases->len - 1];
  g_assert_true (last->former);
  g_assert_cmpstr (last->valid_until, ==, TODAY);
  xyb_store_undo (self->store, NULL, &error);
  g_assert_no_error (error);
  back = get (self, ZHOUSHI);
  g_assert_cmpstr (back->name, ==, "周市镇");
}

static void
test_refusals (Office *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybUnit) unit = get (self, ZHOUSHI);
  gboolean ok;

  ok = rename_unit (self, ZHOUSHI, "张浦镇", &error);
  office_assert_refused (self, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS, "张浦镇", NULL);
  ok = rename_unit (self, ZHOUSHI, "  ", &error);
  office_assert_refused (self, ok, &error, XYB_CORE_ERROR, XYB_CORE_ERROR_EMPTY, "单位名称", NULL);
  unit->valid_from = g_strdup ("2020-05-01");
  unit->valid_until = g_strdup ("2020-04-30");
  ok = xyb_unit_store_save (self->store, unit, TODAY, &error);
  office_assert_refused (self, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, "周市镇",
                         NULL);
  ok = xyb_unit_store_remove (self->store, ZHOUSHI, &error);
  office_assert_refused (self, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_IN_USE, "指标分解",
                         NULL);
  ok = xyb_unit_store_check_alias (self->store, ZHOUSHI, "昆山开发区管委会", &error);
  office_assert_refused (self, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS, "昆山开发区",
                         NULL);
  g_assert_true (xyb_unit_store_check_alias (self->store, ZHOUSHI, "周市高新片区", &error));
}

static char *
order (Office *self, XybUnitKind kind)
{
  g_autoptr (GPtrArray) units = xyb_unit_store_list (self->store, kind, NULL);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    g_string_append_printf (names, "%s ", ((XybUnit *) units->pdata[i])->name);
  return g_string_free (names, FALSE);
}

/* ORG-02: a new unit stands last, moves one by one, and undo puts it back. */
static void
test_order (Office *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybUnit) unit = xyb_unit_new ();
  g_autofree char *before = order (self, XYB_UNIT_KIND_SUBDISTRICT);
  g_autofree char *added = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *back = NULL;

  g_assert_cmpstr (before, ==,
                   "柏庐城市管理办事处 亭林城市管理办事处 青阳城市管理办事处 震川城市管理办事处 ");
  unit->kind = XYB_UNIT_KIND_SUBDISTRICT;
  unit->name = g_strdup ("示例城市管理办事处");
  xyb_unit_store_save (self->store, unit, TODAY, &error);
  g_assert_no_error (error);
  added = order (self, XYB_UNIT_KIND_SUBDISTRICT);
  g_assert_true (g_str_has_prefix (added, before));
  xyb_unit_store_move (self->store, unit->id, -3, &error);
  g_assert_no_error (error);
  moved = order (self, XYB_UNIT_KIND_SUBDISTRICT);
  g_assert_cmpstr (moved, ==,
                   "柏庐城市管理办事处 示例城市管理办事处 亭林城市管理办事处 青阳城市管理办事处 "
                   "震川城市管理办事处 ");
  /* Beyond the end it stays at the end. */
  xyb_unit_store_move (self->store, unit->id, 100, &error);
  g_assert_no_error (error);
  xyb_unit_store_remove (self->store, unit->id, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 4; i++)
    xyb_store_undo (self->store, NULL, &error);
  g_assert_no_error (error);
  back = order (self, XYB_UNIT_KIND_SUBDISTRICT);
  g_assert_cmpstr (back, ==, before);
}

static void
test_former (Office *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybUnit) unit = NULL;
  g_autoptr (XybUnit) again = NULL;
  XybUnitAlias *alias;

  xyb_unit_store_add_alias (self->store, ZHOUSHI, "周市片区", FALSE, NULL, &error);
  g_assert_no_error (error);
  unit = get (self, ZHOUSHI);
  alias = unit->aliases->pdata[unit->aliases->len - 1];
  xyb_unit_store_set_alias_former (self->store, alias->id, TRUE, &error);
  g_assert_no_error (error);
  again = get (self, ZHOUSHI);
  alias = again->aliases->pdata[again->aliases->len - 1];
  g_assert_true (alias->former);
  office_assert_label (self, "单位名录：「周市片区」记为曾用名");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  office_test ("/unit/rename-keeps-the-old-name", test_rename_keeps_the_old_name);
  office_test ("/unit/refusals-name-the-other", test_refusals);
  office_test ("/unit/order-is-the-clerks", test_order);
  office_test ("/unit/alias-becomes-a-former-name", test_former);
  return g_test_run ();
}
