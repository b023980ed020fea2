/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "award-fixture.h"
#include "xyb-ask-dialog.h"
#include "xyb-contract-card.h"
#include "xyb-contract-dialog.h"
#include "xyb-field-row.h"
#include "xyb-print-preview.h"
#include "xyb-provider-store.h"
#include "xyb-provider-view.h"
#include "xyb-sheet.h"
#include "xyb-tag.h"

#define PROVIDER "示例信用服务有限公司"

static XybOffice *
office_of (AppFixture *fixture)
{
  return xyb_window_get_office (fixture->window);
}

static void
type_into (gpointer root, const char *title, const char *text)
{
  XybFieldRow *row = XYB_FIELD_ROW (app_find_field (root, title));

  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (row)), text);
}

static void
click (gpointer root, const char *label)
{
  GtkWidget *button = app_find_button (root, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  app_settle ();
}

static GtkWidget *
show_card (AppFixture *fixture, XybTrack track, gint64 enterprise_id)
{
  GtkWidget *card = xyb_contract_card_new ();
  g_autoptr (GPtrArray) contracts = award_fixture_contracts (fixture->store, enterprise_id);

  xyb_contract_card_show (XYB_CONTRACT_CARD (card), office_of (fixture), track, enterprise_id,
                          contracts);
  award_fixture_show (fixture, card, 400, 400);
  return card;
}

static void
close_card (GtkWidget *card)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (card)));
  app_settle ();
}

/* ---- the contract's form ---- */

static void
test_first_contract (AppFixture *fixture, gconstpointer data)
{
  gint64 id = award_fixture_enterprise (fixture->store, 5);
  GtkWidget *card = show_card (fixture, XYB_TRACK_CITY_MODEL, id);
  g_autoptr (GPtrArray) contracts = NULL;
  const XybContract *contract;
  XybContractDialog *dialog;

  click (card, "新增…");
  dialog = XYB_CONTRACT_DIALOG (app_find_window (XYB_TYPE_CONTRACT_DIALOG));
  click (dialog, "登记");
  g_assert_cmpstr (xyb_contract_dialog_get_problem (dialog), ==, "服务机构名称不能为空，请填写。");
  type_into (dialog, "新机构名称", PROVIDER);
  type_into (dialog, "签订日期", "2020年5月1日");
  type_into (dialog, "服务截止", "2020-10-30");
  click (dialog, "登记");
  g_assert_null (app_find_window (XYB_TYPE_CONTRACT_DIALOG));
  contracts = award_fixture_contracts (fixture->store, id);
  g_assert_cmpuint (contracts->len, ==, 1);
  contract = contracts->pdata[0];
  g_assert_cmpstr (contract->provider_name, ==, PROVIDER);
  g_assert_cmpint (contract->kind, ==, XYB_CONTRACT_MODEL);
  g_assert_cmpstr (contract->signed_on, ==, "2020-05-01");
  g_assert_cmpstr (contract->ends_on, ==, "2020-10-30");
  close_card (card);
}

/* The contract and the provider written down with it are one step back. */
static void
test_undo_takes_both (AppFixture *fixture, gconstpointer data)
{
  gint64 id = award_fixture_enterprise (fixture->store, 5);
  g_autoptr (GPtrArray) contracts = NULL;
  g_autoptr (GPtrArray) providers = NULL;
  GtkWidget *card = show_card (fixture, XYB_TRACK_ACCREDITATION, id);
  XybContractDialog *dialog;

  click (card, "新增…");
  dialog = XYB_CONTRACT_DIALOG (app_find_window (XYB_TYPE_CONTRACT_DIALOG));
  type_into (dialog, "新机构名称", PROVIDER);
  type_into (dialog, "签订日期", "2020-05-12");
  click (dialog, "登记");
  close_card (card);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  app_settle ();
  contracts = award_fixture_contracts (fixture->store, id);
  providers = xyb_provider_store_list (fixture->store, NULL);
  g_assert_cmpuint (contracts->len, ==, 0);
  g_assert_cmpuint (providers->len, ==, 0);
}

static void
test_end_before_beginning (AppFixture *fixture, gconstpointer data)
{
  gint64 id = award_fixture_enterprise (fixture->store, 5);
  g_autoptr (GPtrArray) contracts = NULL;
  XybContractDialog *dialog = xyb_contract_dialog_new (office_of (fixture), NULL, id);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (dialog));
  type_into (dialog, "新机构名称", PROVIDER);
  type_into (dialog, "签订日期", "2020-05-01");
  type_into (dialog, "服务开始", "2020-06-01");
  type_into (dialog, "服务截止", "2020-05-31");
  click (dialog, "登记");
  g_assert_cmpstr (xyb_contract_dialog_get_problem (dialog), ==,
                   "合同服务截止 2020-05-31 不晚于服务开始 2020-06-01，请核对起止日期。");
  type_into (dialog, "服务截止", "五月底");
  click (dialog, "登记");
  g_assert_true (g_str_has_prefix (xyb_contract_dialog_get_problem (dialog), "合同服务截止"));
  contracts = award_fixture_contracts (fixture->store, id);
  g_assert_cmpuint (contracts->len, ==, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* [S1:104]: not under half a year, and filed; [S1:88]: stamped. */
static void
test_doubts_are_said_while_writing (AppFixture *fixture, gconstpointer data)
{
  gint64 id = award_fixture_enterprise (fixture->store, 5);
  XybContractDialog *dialog = xyb_contract_dialog_new (office_of (fixture), NULL, id);
  GtkLabel *doubts;

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (dialog));
  doubts = GTK_LABEL (
    gtk_widget_get_template_child (GTK_WIDGET (dialog), XYB_TYPE_CONTRACT_DIALOG, "warnings"));
  g_assert_cmpstr (gtk_label_get_label (doubts), ==, "");
  xyb_contract_dialog_set_kind (dialog, XYB_CONTRACT_MODEL);
  g_assert_nonnull (strstr (gtk_label_get_label (doubts), "看不出跟踪辅导是否满半年"));
  type_into (dialog, "签订日期", "2020-05-01");
  type_into (dialog, "服务截止", "2020-10-30");
  xyb_field_row_commit (XYB_FIELD_ROW (app_find_field (GTK_WIDGET (dialog), "服务截止")));
  g_assert_nonnull (strstr (gtk_label_get_label (doubts), "跟踪辅导只有 5 个整月"));
  type_into (dialog, "服务截止", "2020-10-31");
  xyb_field_row_commit (XYB_FIELD_ROW (app_find_field (GTK_WIDGET (dialog), "服务截止")));
  g_assert_cmpstr (gtk_label_get_label (doubts), ==,
                   "协议还没有报市信用办备案。\n合同还没有经市信用办盖章鉴定。");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* ---- the card ---- */

static void
test_card_shows_its_kind_latest_first (AppFixture *fixture, gconstpointer data)
{
  gint64 id = award_fixture_enterprise (fixture->store, 5);
  GtkWidget *card;

  award_fixture_add_contract (fixture->store, id, XYB_CONTRACT_ACCREDITATION,
                              "江苏示例征信有限公司", "2018-05-06", NULL, FALSE);
  award_fixture_add_contract (fixture->store, id, XYB_CONTRACT_MODEL, "江苏示例征信有限公司",
                              "2019-05-06", "2020-05-05", TRUE);
  award_fixture_add_contract (fixture->store, id, XYB_CONTRACT_MODEL, PROVIDER, "2020-05-12",
                              "2020-10-30", TRUE);
  card = show_card (fixture, XYB_TRACK_CITY_MODEL, id);
  g_assert_cmpstr (adw_preferences_row_get_title (
                     ADW_PREFERENCES_ROW (app_find (card, ADW_TYPE_ACTION_ROW, 0))),
                   ==, PROVIDER);
  g_assert_cmpstr (adw_preferences_row_get_title (
                     ADW_PREFERENCES_ROW (app_find (card, ADW_TYPE_ACTION_ROW, 1))),
                   ==, "江苏示例征信有限公司");
  g_assert_cmpstr (xyb_tag_get_text (XYB_TAG (app_find (card, XYB_TYPE_TAG, 0))), ==, "1 处待补");
  g_assert_nonnull (app_find_button (card, "更换…"));
  close_card (card);
}

static void
test_card_corrects_and_removes (AppFixture *fixture, gconstpointer data)
{
  gint64 id = award_fixture_enterprise (fixture->store, 5);
  g_autoptr (GPtrArray) contracts = NULL;
  g_autoptr (GPtrArray) left = NULL;
  XybContractDialog *dialog;
  GtkWidget *card;

  award_fixture_add_contract (fixture->store, id, XYB_CONTRACT_ACCREDITATION, PROVIDER,
                              "2020-05-12", NULL, FALSE);
  card = show_card (fixture, XYB_TRACK_ACCREDITATION, id);
  gtk_widget_activate (app_find (card, ADW_TYPE_ACTION_ROW, 0));
  app_settle ();
  dialog = XYB_CONTRACT_DIALOG (app_find_window (XYB_TYPE_CONTRACT_DIALOG));
  type_into (dialog, "签订日期", "2020-05-13");
  click (dialog, "修改");
  contracts = award_fixture_contracts (fixture->store, id);
  g_assert_cmpuint (contracts->len, ==, 1);
  g_assert_cmpstr (((XybContract *) contracts->pdata[0])->signed_on, ==, "2020-05-13");
  xyb_contract_card_show (XYB_CONTRACT_CARD (card), office_of (fixture), XYB_TRACK_ACCREDITATION,
                          id, contracts);
  gtk_widget_activate (app_find (card, ADW_TYPE_ACTION_ROW, 0));
  app_settle ();
  dialog = XYB_CONTRACT_DIALOG (app_find_window (XYB_TYPE_CONTRACT_DIALOG));
  click (dialog, "删除这份合同");
  left = award_fixture_contracts (fixture->store, id);
  g_assert_cmpuint (left->len, ==, 0);
  close_card (card);
}

/* ---- the register of providers ---- */

static GtkWidget *
show_view (AppFixture *fixture)
{
  GtkWidget *view;

  award_fixture_fill (fixture->store);
  view = xyb_provider_view_new (office_of (fixture));
  award_fixture_show (fixture, view, 1150, 700);
  return view;
}

static void
test_a_provider_and_whom_it_serves (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_view (fixture);
  XybProviderView *self = XYB_PROVIDER_VIEW (view);
  g_autoptr (GPtrArray) providers = xyb_provider_store_list (fixture->store, NULL);
  guint n_contracts = 0;

  g_assert_cmpuint (providers->len, ==, 2);
  for (guint i = 0; i < providers->len; i++)
    {
      xyb_provider_view_select (self, ((XybProvider *) providers->pdata[i])->id);
      n_contracts += xyb_provider_view_get_n_contracts (self);
    }
  g_assert_cmpuint (n_contracts, ==, 12);
  g_assert_true (gtk_widget_activate_action (view, "provider.print", NULL));
  app_settle ();
  gtk_window_destroy (app_find_window (XYB_TYPE_PRINT_PREVIEW));
  close_card (view);
}

/* Kept on leaving the field; what cannot be is refused there, and undone where the clerk looks. */
static void
test_fields_are_kept (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_view (fixture);
  XybProviderView *self = XYB_PROVIDER_VIEW (view);
  XybFieldRow *code = XYB_FIELD_ROW (app_find_field (view, "统一社会信用代码"));

  type_into (view, "联系人", "张示例");
  xyb_field_row_commit (XYB_FIELD_ROW (app_find_field (view, "联系人")));
  g_assert_cmpstr (xyb_provider_view_get_selected (self)->contact, ==, "张示例");
  type_into (view, "统一社会信用代码", "12345");
  xyb_field_row_commit (code);
  g_assert_true (xyb_field_row_is_refused (code));
  g_assert_null (xyb_provider_view_get_selected (self)->credit_code);
  xyb_field_row_reset (code, NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  app_settle ();
  g_assert_null (xyb_provider_view_get_selected (self)->contact);
  close_card (view);
}

static void
test_a_new_provider (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_view (fixture);
  XybAskDialog *dialog;

  g_assert_true (gtk_widget_activate_action (view, "provider.add", NULL));
  app_settle ();
  dialog = XYB_ASK_DIALOG (app_find_window (XYB_TYPE_ASK_DIALOG));
  gtk_editable_set_text (GTK_EDITABLE (app_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, 0)),
                         PROVIDER);
  xyb_ask_dialog_accept (dialog);
  g_assert_nonnull (strstr (xyb_ask_dialog_get_problem (dialog), "已经有服务机构"));
  gtk_editable_set_text (GTK_EDITABLE (app_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, 0)),
                         "昆山示例信用咨询有限公司");
  xyb_ask_dialog_accept (dialog);
  app_settle ();
  g_assert_cmpstr (xyb_provider_view_get_selected (XYB_PROVIDER_VIEW (view))->name, ==,
                   "昆山示例信用咨询有限公司");
  g_assert_cmpuint (xyb_provider_view_get_n_contracts (XYB_PROVIDER_VIEW (view)), ==, 0);
  close_card (view);
}

/* A row opens its contract. */
static void
test_a_contract_of_the_list (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_view (fixture);
  GtkWidget *sheet = app_find (view, XYB_TYPE_SHEET, 0);

  xyb_sheet_set_cursor (XYB_SHEET (sheet), 0, 0);
  g_signal_emit_by_name (sheet, "activated", 0, 0);
  app_settle ();
  g_assert_nonnull (app_find_window (XYB_TYPE_CONTRACT_DIALOG));
  gtk_window_destroy (app_find_window (XYB_TYPE_CONTRACT_DIALOG));
  close_card (view);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/provider/" path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("XYB_TODAY", "2020-07-24", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("first-contract-brings-its-provider", test_first_contract);
  ADD ("undo-takes-contract-and-provider", test_undo_takes_both);
  ADD ("end-before-beginning-is-refused", test_end_before_beginning);
  ADD ("doubts-are-said-while-writing", test_doubts_are_said_while_writing);
  ADD ("card-shows-its-kind-latest-first", test_card_shows_its_kind_latest_first);
  ADD ("card-corrects-and-removes", test_card_corrects_and_removes);
  ADD ("a-provider-and-whom-it-serves", test_a_provider_and_whom_it_serves);
  ADD ("fields-are-kept-on-leaving", test_fields_are_kept);
  ADD ("a-new-provider-has-a-name-of-its-own", test_a_new_provider);
  ADD ("a-row-opens-its-contract", test_a_contract_of_the_list);
  return g_test_run ();
}
