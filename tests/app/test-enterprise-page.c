/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-enterprise-dialog.h"
#include "xyb-enterprise-history-section.h"
#include "xyb-enterprise-model.h"
#include "xyb-enterprise-names-section.h"
#include "xyb-enterprise-page.h"
#include "xyb-field-row.h"
#include "xyb-merge-dialog.h"
#include "xyb-nomination-dialog.h"
#include "xyb-nomination-store.h"

#define ZHOUSHI 106
/* requirements §19.1: a good code, and the same with another last place. */
#define GOOD_CODE "91350100M000100Y43"
#define BAD_CODE "91350100M000100Y44"

static XybEnterpriseList *
open_list (AppFixture *fixture)
{
  xyb_window_show_page (fixture->window, "enterprise");
  app_settle ();
  return xyb_enterprise_page_get_list (XYB_ENTERPRISE_PAGE (xyb_window_get_page (fixture->window)));
}

static XybEnterprise *
read_selected (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 id = xyb_enterprise_list_get_selected (open_list (fixture));
  XybEnterprise *enterprise = xyb_enterprise_store_get (fixture->store, id, &error);

  g_assert_no_error (error);
  return enterprise;
}

static XybFieldRow *
field (AppFixture *fixture, const char *title)
{
  return XYB_FIELD_ROW (app_find_field (GTK_WIDGET (xyb_window_get_page (fixture->window)), title));
}

static void
type (XybFieldRow *row, const char *text)
{
  gtk_widget_grab_focus (GTK_WIDGET (xyb_field_row_get_text_widget (row)));
  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (row)), text);
  app_settle ();
}

static void
type_and_leave (AppFixture *fixture, const char *title, const char *text)
{
  type (field (fixture, title), text);
  xyb_window_leave_field (fixture->window);
  app_settle ();
}

/* F2 leads into the fields, past the buttons above them; what it marked is not left marked. */
static void
test_edit_by_keyboard (AppFixture *fixture, gconstpointer data)
{
  GtkEditable *text;

  open_list (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit", NULL);
  app_settle ();
  text = GTK_EDITABLE (xyb_field_row_get_text_widget (field (fixture, "企业名称")));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (text));
  g_assert_true (gtk_editable_get_selection_bounds (text, NULL, NULL));
  xyb_window_leave_field (fixture->window);
  app_settle ();
  g_assert_false (gtk_editable_get_selection_bounds (text, NULL, NULL));
}

/* ---- the list ---- */

static guint
count_by_hand (XybStore *store, const char *part)
{
  XybEnterpriseQuery all = { 0 };
  g_autoptr (GArray) ids = xyb_enterprise_store_query (store, &all, NULL);
  guint count = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (XybEnterprise) enterprise
        = xyb_enterprise_store_get (store, g_array_index (ids, gint64, i), NULL);

      if (strstr (enterprise->name, part) != NULL)
        count++;
    }
  return count;
}

static void
test_search (AppFixture *fixture, gconstpointer data)
{
  XybEnterpriseList *list = open_list (fixture);
  GListModel *model = xyb_enterprise_list_get_model (list);
  guint expected = count_by_hand (fixture->store, "电子");
  g_autofree char *sentence = g_strdup_printf ("%u 家，共 %d 家", expected, DEMO_ENTERPRISES);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, DEMO_ENTERPRISES);
  g_assert_cmpuint (expected, >, 0);
  g_assert_cmpuint (expected, <, DEMO_ENTERPRISES);
  xyb_enterprise_list_search (list, "电子");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, expected);
  g_assert_cmpstr (xyb_enterprise_list_get_count_sentence (list), ==, sentence);
  xyb_enterprise_list_search (list, "没有这样的名字");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  app_settle ();
  g_signal_emit_by_name (app_find_button (GTK_WIDGET (list), "看全部企业"), "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, DEMO_ENTERPRISES);
}

static void
test_district (AppFixture *fixture, gconstpointer data)
{
  XybEnterpriseList *list = open_list (fixture);
  GListModel *model = xyb_enterprise_list_get_model (list);
  guint shown;

  xyb_enterprise_list_set_district (list, ZHOUSHI);
  shown = g_list_model_get_n_items (model);
  g_assert_cmpuint (shown, >, 0);
  g_assert_cmpuint (shown, <, DEMO_ENTERPRISES);
  for (guint i = 0; i < shown; i++)
    {
      g_autoptr (XybEnterpriseItem) item = g_list_model_get_item (model, i);

      g_assert_true (g_str_has_prefix (xyb_enterprise_item_get_caption (item), "周市镇"));
    }
}

/* Every row of the list, in the order of the ids, though only pages of it are held. */
static void
test_pages (AppFixture *fixture, gconstpointer data)
{
  GListModel *model = xyb_enterprise_list_get_model (open_list (fixture));

  for (guint step = 1; step <= DEMO_ENTERPRISES; step *= 7)
    for (guint i = 0; i < DEMO_ENTERPRISES; i++)
      {
        guint position = (i * step) % DEMO_ENTERPRISES;
        g_autoptr (XybEnterpriseItem) item = g_list_model_get_item (model, position);
        gint64 id = xyb_paged_model_get_id (XYB_PAGED_MODEL (model), position);
        g_autoptr (XybEnterprise) stored = xyb_enterprise_store_get (fixture->store, id, NULL);

        g_assert_cmpstr (xyb_enterprise_item_get_name (item), ==, stored->name);
      }
  g_assert_null (g_list_model_get_item (model, DEMO_ENTERPRISES));
}

static void
test_row_follows (AppFixture *fixture, gconstpointer data)
{
  GListModel *model = xyb_enterprise_list_get_model (open_list (fixture));
  g_autoptr (XybEnterpriseItem) item = g_list_model_get_item (model, 0);

  type_and_leave (fixture, "企业名称", "昆山示例改名有限公司");
  g_assert_cmpstr (xyb_enterprise_item_get_name (item), ==, "昆山示例改名有限公司");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  g_assert_cmpstr (xyb_enterprise_item_get_name (item), !=, "昆山示例改名有限公司");
}

/* ---- the form ---- */

static gboolean
has_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_button (child, label))
      return TRUE;
  return FALSE;
}

static void
test_field (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (XybEnterprise) after = NULL;

  open_list (fixture);
  type_and_leave (fixture, "联系人", "  王小明 ");
  after = read_selected (fixture);
  g_assert_cmpstr (after->contact, ==, "王小明");
  g_assert_cmpstr (xyb_field_row_get_text (field (fixture, "联系人")), ==, "王小明");
}

static void
test_field_refused (AppFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *title;
    const char *text;
  } cases[] = {
    { "职工人数", "很多" }, { "职工人数", "-5" }, { "成立日期", "2008-13-45" },
    { "成立日期", "去年" }, { "企业名称", "" },   { "统一社会信用代码", "91350100" },
  };
  g_autoptr (XybEnterprise) before = NULL;
  g_autoptr (XybEnterprise) after = NULL;

  open_list (fixture);
  before = read_selected (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XybFieldRow *row = field (fixture, cases[i].title);

      type_and_leave (fixture, cases[i].title, cases[i].text);
      g_assert_true (xyb_field_row_is_refused (row));
      g_assert_cmpstr (xyb_field_row_get_text (row), ==, cases[i].text);
      /* Esc: as it was. */
      gtk_widget_grab_focus (GTK_WIDGET (xyb_field_row_get_text_widget (row)));
      app_press (GTK_WIDGET (xyb_field_row_get_text_widget (row)), GDK_KEY_Escape, 0);
      g_assert_false (xyb_field_row_is_dirty (row));
    }
  after = read_selected (fixture);
  g_assert_cmpstr (after->name, ==, before->name);
  g_assert_cmpint (after->headcount, ==, before->headcount);
  g_assert_cmpstr (after->founded_on, ==, before->founded_on);
  g_assert_cmpstr (after->credit_code, ==, before->credit_code);
}

static void
test_code (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (XybEnterprise) held = NULL;
  g_autoptr (XybEnterprise) confirmed = NULL;
  g_autoptr (XybEnterprise) good = NULL;

  open_list (fixture);
  type_and_leave (fixture, "统一社会信用代码", BAD_CODE);
  g_assert_nonnull (
    gtk_text_get_attributes (xyb_field_row_get_text_widget (field (fixture, "统一社会信用代码"))));
  held = read_selected (fixture);
  g_assert_cmpstr (held->credit_code, !=, BAD_CODE);
  g_signal_emit_by_name (app_find_button (GTK_WIDGET (fixture->window), "已核对证照"), "clicked");
  app_settle ();
  confirmed = read_selected (fixture);
  g_assert_cmpstr (confirmed->credit_code, ==, BAD_CODE);
  g_assert_true (confirmed->code_confirmed);
  type_and_leave (fixture, "统一社会信用代码", "91 350100 m000100y4 3");
  good = read_selected (fixture);
  g_assert_null (
    gtk_text_get_attributes (xyb_field_row_get_text_widget (field (fixture, "统一社会信用代码"))));
  g_assert_cmpstr (good->credit_code, ==, GOOD_CODE);
  g_assert_false (good->code_confirmed);
}

static void
test_former_name (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (XybEnterprise) before = NULL;
  g_autoptr (XybEnterprise) after = NULL;

  open_list (fixture);
  before = read_selected (fixture);
  type_and_leave (fixture, "企业名称", "昆山示例新名称有限公司");
  after = read_selected (fixture);
  g_assert_cmpuint (after->former_names->len, ==, 1);
  g_assert_cmpstr (((XybFormerName *) after->former_names->pdata[0])->name, ==, before->name);
}

/* A mended slip of the pen is no former name: it goes, and comes back by 撤销. */
static void
test_no_former_name (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (XybEnterprise) without = NULL;
  g_autoptr (XybEnterprise) with = NULL;
  GtkWidget *section;

  open_list (fixture);
  type_and_leave (fixture, "企业名称", "昆山示例新名称有限公司");
  section = app_find (GTK_WIDGET (fixture->window), XYB_TYPE_ENTERPRISE_NAMES_SECTION, 0);
  g_signal_emit_by_name (app_find (section, GTK_TYPE_BUTTON, 0), "clicked");
  app_settle ();
  without = read_selected (fixture);
  g_assert_cmpuint (without->former_names->len, ==, 0);
  g_assert_false (gtk_widget_get_visible (section));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  with = read_selected (fixture);
  g_assert_cmpuint (with->former_names->len, ==, 1);
  g_assert_true (gtk_widget_get_visible (section));
}

static void
test_typing_survives_a_change_elsewhere (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (XybEnterprise) other = NULL;
  g_autoptr (GError) error = NULL;

  open_list (fixture);
  type (field (fixture, "备注"), "打了一半");
  other = read_selected (fixture);
  g_free (other->products);
  other->products = g_strdup ("别处改的");
  xyb_enterprise_store_save (fixture->store, other, "2020-07-24", &error);
  g_assert_no_error (error);
  app_settle ();
  g_assert_cmpstr (xyb_field_row_get_text (field (fixture, "备注")), ==, "打了一半");
  g_assert_cmpstr (xyb_field_row_get_text (field (fixture, "主要产品")), ==, "别处改的");
}

static void
test_next_enterprise (AppFixture *fixture, gconstpointer data)
{
  XybEnterpriseList *list = open_list (fixture);
  XybPagedModel *model = XYB_PAGED_MODEL (xyb_enterprise_list_get_model (list));
  gint64 first = xyb_paged_model_get_id (model, 0);
  g_autoptr (XybEnterprise) stored = NULL;

  type (field (fixture, "联系人"), "李先走");
  xyb_enterprise_list_select (list, xyb_paged_model_get_id (model, 1));
  app_settle ();
  stored = xyb_enterprise_store_get (fixture->store, first, NULL);
  g_assert_cmpstr (stored->contact, ==, "李先走");
  g_assert_cmpstr (xyb_field_row_get_text (field (fixture, "联系人")), !=, "李先走");
}

/* A date typed at the stage bar is one step, and undone as one. */
static void
test_stage_date (AppFixture *fixture, gconstpointer data)
{
  XybEnterpriseList *list = open_list (fixture);
  g_autoptr (GPtrArray) rows = xyb_nomination_store_list (fixture->store, DEMO_YEAR, 0, NULL);
  const XybNomination *open = NULL;
  g_autoptr (XybNomination) accepted = NULL;
  g_autoptr (XybNomination) undone = NULL;

  for (guint i = 0; i < rows->len && open == NULL; i++)
    if (((XybNomination *) rows->pdata[i])->accepted_on == NULL)
      open = rows->pdata[i];
  g_assert_nonnull (open);
  xyb_enterprise_list_select (list, open->enterprise_id);
  app_settle ();
  type_and_leave (fixture, "验收日期", "2020.8.9");
  accepted = xyb_nomination_store_get (fixture->store, open->id, NULL);
  g_assert_cmpstr (accepted->accepted_on, ==, "2020-08-09");
  type_and_leave (fixture, "验收日期", "2020.13.9");
  g_assert_true (xyb_field_row_is_refused (field (fixture, "验收日期")));
  gtk_widget_grab_focus (GTK_WIDGET (xyb_field_row_get_text_widget (field (fixture, "验收日期"))));
  app_press (GTK_WIDGET (xyb_field_row_get_text_widget (field (fixture, "验收日期"))),
             GDK_KEY_Escape, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  undone = xyb_nomination_store_get (fixture->store, open->id, NULL);
  g_assert_null (undone->accepted_on);
}

/* The code of another one: the two are offered to be merged. */
static void
test_same_code (AppFixture *fixture, gconstpointer data)
{
  XybEnterpriseList *list = open_list (fixture);
  XybPagedModel *model = XYB_PAGED_MODEL (xyb_enterprise_list_get_model (list));
  g_autoptr (XybEnterprise) other
    = xyb_enterprise_store_get (fixture->store, xyb_paged_model_get_id (model, 5), NULL);

  type_and_leave (fixture, "统一社会信用代码", other->credit_code);
  g_assert_true (xyb_field_row_is_refused (field (fixture, "统一社会信用代码")));
  g_signal_emit_by_name (app_find_button (GTK_WIDGET (fixture->window), "与它合并…"), "clicked");
  app_settle ();
  g_assert_nonnull (app_find_window (XYB_TYPE_MERGE_DIALOG));
  gtk_window_destroy (app_find_window (XYB_TYPE_MERGE_DIALOG));
  app_settle ();
}

/* The latest step can be taken back where it is read. */
static void
test_history_undo (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (XybEnterprise) before = NULL;
  g_autoptr (XybEnterprise) after = NULL;
  GtkWidget *section;

  open_list (fixture);
  before = read_selected (fixture);
  type_and_leave (fixture, "联系人", "王小明");
  section = app_find (GTK_WIDGET (fixture->window), XYB_TYPE_ENTERPRISE_HISTORY_SECTION, 0);
  for (int i = 0; i < 2000 && !has_button (section, "撤销这一步"); i++)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (app_find_button (section, "撤销这一步"), "win.undo", NULL);
  app_settle ();
  after = read_selected (fixture);
  g_assert_cmpstr (after->contact, ==, before->contact);
}

/* ---- new ---- */

static GtkWidget *
open_new (AppFixture *fixture, const char *name)
{
  GtkWindow *dialog;

  open_list (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-record", NULL);
  app_settle ();
  dialog = app_find_window (XYB_TYPE_ENTERPRISE_DIALOG);
  g_assert_nonnull (dialog);
  type (XYB_FIELD_ROW (app_find_field (GTK_WIDGET (dialog), "企业名称")), name);
  return GTK_WIDGET (dialog);
}

static void
test_new (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_new (fixture, "昆山示例从未有过的有限公司");
  g_autoptr (XybEnterprise) added = NULL;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_find (dialog, GTK_TYPE_DROP_DOWN, 0)), 6);
  g_signal_emit_by_name (app_find_button (dialog, "新建"), "clicked");
  app_settle ();
  g_assert_null (app_find_window (XYB_TYPE_ENTERPRISE_DIALOG));
  g_assert_cmpint (xyb_enterprise_store_count (fixture->store, NULL), ==, DEMO_ENTERPRISES + 1);
  added = read_selected (fixture);
  g_assert_cmpstr (added->name, ==, "昆山示例从未有过的有限公司");
  g_assert_cmpstr (added->unit_name, ==, "周市镇");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  g_assert_cmpint (xyb_enterprise_store_count (fixture->store, NULL), ==, DEMO_ENTERPRISES);
}

static void
test_new_confirmed (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_new (fixture, "昆山示例证照特殊有限公司");
  XybFieldRow *code = XYB_FIELD_ROW (app_find_field (dialog, "统一社会信用代码"));
  g_autoptr (XybEnterprise) added = NULL;

  type (code, BAD_CODE);
  g_signal_emit_by_name (app_find_button (dialog, "新建"), "clicked");
  app_settle ();
  g_assert_cmpint (xyb_enterprise_store_count (fixture->store, NULL), ==, DEMO_ENTERPRISES);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_find_button (dialog, "已核对证照")), TRUE);
  /* Seen was this code, not the next one. */
  type (code, "91350100M000100Y45");
  g_assert_false (
    gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (app_find_button (dialog, "已核对证照"))));
  type (code, BAD_CODE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_find_button (dialog, "已核对证照")), TRUE);
  g_signal_emit_by_name (app_find_button (dialog, "新建"), "clicked");
  app_settle ();
  added = read_selected (fixture);
  g_assert_cmpstr (added->name, ==, "昆山示例证照特殊有限公司");
  g_assert_cmpstr (added->credit_code, ==, BAD_CODE);
  g_assert_true (added->code_confirmed);
}

static void
test_same (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (XybEnterprise) present = NULL;
  g_autofree char *alike = NULL;
  GtkWidget *dialog;

  open_list (fixture);
  present = read_selected (fixture);
  /* Brackets and the prefix differ: the same firm all the same (B-13). */
  alike = g_strdup_printf ("江苏省%s", present->name);
  dialog = open_new (fixture, alike);
  for (int i = 0; i < 400 && gtk_widget_get_mapped (dialog); i++)
    {
      g_main_context_iteration (NULL, TRUE);
      if (g_str_equal (gtk_button_get_label (
                         GTK_BUTTON (gtk_window_get_default_widget (GTK_WINDOW (dialog)))),
                       "仍然新建"))
        break;
    }
  app_settle ();
  g_signal_emit_by_name (app_find_button (dialog, "打开这一家"), "clicked");
  app_settle ();
  g_assert_cmpint (xyb_enterprise_store_count (fixture->store, NULL), ==, DEMO_ENTERPRISES);
  g_assert_cmpint (xyb_enterprise_list_get_selected (open_list (fixture)), ==, present->id);
}

/* ---- nominating ---- */

static gint64
find_free (AppFixture *fixture)
{
  XybEnterpriseQuery query = { .unit_id = ZHOUSHI };
  g_autoptr (GArray) ids = xyb_enterprise_store_query (fixture->store, &query, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (GPtrArray) list
        = xyb_nomination_store_list_of_enterprise (fixture->store, id, NULL);

      if (list->len == 0)
        return id;
    }
  g_assert_not_reached ();
}

static void
test_nominate (AppFixture *fixture, gconstpointer data)
{
  gint64 id = find_free (fixture);
  g_autoptr (GPtrArray) list = NULL;
  const XybNomination *nomination;
  GtkWidget *dialog;

  xyb_enterprise_list_select (open_list (fixture), id);
  app_settle ();
  g_signal_emit_by_name (app_find_button (GTK_WIDGET (fixture->window), "申报…"), "clicked");
  app_settle ();
  dialog = GTK_WIDGET (app_find_window (XYB_TYPE_NOMINATION_DIALOG));
  g_assert_nonnull (dialog);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)),
                                         app_find_field (dialog, "主要产品")));
  type (XYB_FIELD_ROW (app_find_field (dialog, "去年销售收入")), "1.2亿");
  type (XYB_FIELD_ROW (app_find_field (dialog, "签约日期")), "2020.6.1");
  g_signal_emit_by_name (app_find_button (dialog, "保存"), "clicked");
  app_settle ();
  g_assert_null (app_find_window (XYB_TYPE_NOMINATION_DIALOG));
  list = xyb_nomination_store_list_of_enterprise (fixture->store, id, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  nomination = list->pdata[0];
  g_assert_cmpint (nomination->revenue_fen, ==, G_GINT64_CONSTANT (12000000000));
  g_assert_cmpstr (nomination->signed_on, ==, "2020-06-01");
  g_assert_cmpint (nomination->unit_id, ==, ZHOUSHI);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/enterprise-list/search-shows-what-holds-the-text", test_search);
  ADD ("/enterprise-form/f2-leads-into-the-fields", test_edit_by_keyboard);
  ADD ("/enterprise-list/a-district-shows-only-its-own", test_district);
  ADD ("/enterprise-list/every-row-is-its-own-in-any-order", test_pages);
  ADD ("/enterprise-list/a-row-follows-edit-and-undo", test_row_follows);
  ADD ("/enterprise-form/a-field-is-kept-on-leaving", test_field);
  ADD ("/enterprise-form/what-cannot-be-is-refused-and-esc-restores", test_field_refused);
  ADD ("/enterprise-form/a-wrong-check-waits-for-the-clerk", test_code);
  ADD ("/enterprise-form/a-new-name-keeps-the-old-one", test_former_name);
  ADD ("/enterprise-form/a-slip-of-the-pen-is-no-former-name", test_no_former_name);
  ADD ("/enterprise-form/typing-survives-a-change-elsewhere",
       test_typing_survives_a_change_elsewhere);
  ADD ("/enterprise-form/the-next-enterprise-does-not-swallow-typing", test_next_enterprise);
  ADD ("/enterprise-form/a-stage-date-is-kept-and-undone", test_stage_date);
  ADD ("/enterprise-form/the-code-of-another-leads-to-merging", test_same_code);
  ADD ("/enterprise-form/the-latest-step-is-undone-from-the-history", test_history_undo);
  ADD ("/enterprise-dialog/a-new-one-is-stored-and-selected", test_new);
  ADD ("/enterprise-dialog/a-code-that-fails-is-taken-once-the-licence-was-seen",
       test_new_confirmed);
  ADD ("/enterprise-dialog/a-like-name-is-shown-before-adding", test_same);
  ADD ("/nomination-dialog/an-enterprise-is-put-forward", test_nominate);
  return g_test_run ();
}
