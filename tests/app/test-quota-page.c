/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-field-row.h"
#include "xyb-plan-store.h"
#include "xyb-quota-page.h"
#include "xyb-quota-targets.h"
#include "xyb-trial-card.h"

#define ZHOUSHI 106
#define LUJIA 107

static XybQuotaPage *
open_page (AppFixture *fixture)
{
  xyb_window_show_page (fixture->window, "quota");
  app_settle ();
  return XYB_QUOTA_PAGE (xyb_window_get_page (fixture->window));
}

static XybSheet *
get_sheet (AppFixture *fixture)
{
  return xyb_quota_page_get_sheet (open_page (fixture));
}

static guint
column_of (XybTrack track)
{
  return track == XYB_TRACK_ACCREDITATION ? 1 : 2;
}

/* The rows are in official order; tests name them by 区镇. */
static guint
row_of (AppFixture *fixture, gint64 unit_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan
    = xyb_plan_store_get (fixture->store,
                          xyb_office_get_year (xyb_window_get_office (fixture->window)), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < plan->quotas->len; i++)
    if (((XybQuota *) plan->quotas->pdata[i])->unit_id == unit_id)
      return i;
  g_assert_not_reached ();
}

static void
go (AppFixture *fixture, gint64 unit_id, XybTrack track)
{
  XybSheet *sheet = get_sheet (fixture);

  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  g_assert_true (xyb_sheet_set_cursor (sheet, row_of (fixture, unit_id), column_of (track)));
  app_settle ();
}

static gboolean
is_at (AppFixture *fixture, gint64 unit_id, XybTrack track)
{
  guint row;
  guint column;

  xyb_sheet_get_cursor (get_sheet (fixture), &row, &column);
  return row == row_of (fixture, unit_id) && column == column_of (track);
}

static const char *
text_of (AppFixture *fixture)
{
  return gtk_editable_get_text (GTK_EDITABLE (xyb_sheet_get_text (get_sheet (fixture))));
}

/* Types over what stands in the cell. */
static void
type (AppFixture *fixture, gint64 unit_id, XybTrack track, const char *text)
{
  XybSheet *sheet = get_sheet (fixture);

  go (fixture, unit_id, track);
  if (*text == '\0')
    app_press (GTK_WIDGET (sheet), GDK_KEY_BackSpace, 0);
  else
    gtk_editable_set_text (GTK_EDITABLE (xyb_sheet_get_text (sheet)), text);
  app_settle ();
}

static void
press (AppFixture *fixture, guint keyval, GdkModifierType state)
{
  app_press (GTK_WIDGET (get_sheet (fixture)), keyval, state);
}

/* What the sheet shows there, computed columns included. */
static char *
shown (AppFixture *fixture, guint row, guint column)
{
  return xyb_sheet_model_dup_text (xyb_sheet_get_model (get_sheet (fixture)), row, column);
}

static void
assert_shown (AppFixture *fixture, guint row, guint column, const char *text)
{
  g_autofree char *stands = shown (fixture, row, column);

  g_assert_cmpstr (stands, ==, text);
}

static gint64
stored_in (XybStore *store, gint64 unit_id, XybTrack track)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, DEMO_YEAR, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < plan->quotas->len; i++)
    {
      const XybQuota *quota = plan->quotas->pdata[i];

      if (quota->unit_id == unit_id)
        return track == XYB_TRACK_ACCREDITATION ? quota->accreditation : quota->city_model;
    }
  g_assert_not_reached ();
}

static gint64
stored (AppFixture *fixture, gint64 unit_id, XybTrack track)
{
  return stored_in (fixture->store, unit_id, track);
}

#define TOTAL_ROW 11

static void
test_edit (AppFixture *fixture, gconstpointer data)
{
  XybQuotaPage *page = open_page (fixture);

  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 8);
  g_assert_cmpstr (xyb_quota_page_get_total_sentence (page), ==, "合计 66 = 方案目标 66");
  assert_shown (fixture, TOTAL_ROW, 1, "66");
  type (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION, "7");
  /* While typing: the sentence and 合计 have changed, the store has not. */
  g_assert_cmpstr (xyb_quota_page_get_total_sentence (page), ==, "合计 65，方案目标 66，少 1");
  assert_shown (fixture, TOTAL_ROW, 1, "65");
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 8);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 7);
  g_assert_cmpstr (xyb_quota_page_get_total_sentence (page), ==, "合计 65，方案目标 66，少 1");
  assert_shown (fixture, TOTAL_ROW, 1, "65");
}

static void
test_undo (AppFixture *fixture, gconstpointer data)
{
  XybQuotaPage *page = open_page (fixture);
  guint row = row_of (fixture, ZHOUSHI);

  type (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION, "9");
  g_assert_true (xyb_sheet_commit (get_sheet (fixture)));
  app_settle ();
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (fixture->window->undo_button), "周市镇"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 8);
  assert_shown (fixture, row, 1, "8");
  g_assert_cmpstr (xyb_quota_page_get_total_sentence (page), ==, "合计 66 = 方案目标 66");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  app_settle ();
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 9);
}

static void
test_leaving (AppFixture *fixture, gconstpointer data)
{
  type (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION, "12");
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  app_settle ();
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 12);
}

static void
test_closing (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = NULL;

  type (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION, "11");
  app_close_window (fixture);
  store = xyb_store_open (fixture->path, XYB_STORE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stored_in (store, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 11);
}

static void
test_refusal (AppFixture *fixture, gconstpointer data)
{
  static const char *const impossible[]
    = { "八家", "-1", "1.5", "100000", "9999999999999999999", "=1+1" };
  XybQuotaPage *page = open_page (fixture);
  XybSheet *sheet = get_sheet (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (impossible); i++)
    {
      type (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION, impossible[i]);
      press (fixture, GDK_KEY_Return, 0);
      /* The sentence names row and column, the cursor stays, the text stays to be mended. */
      g_assert_nonnull (strstr (xyb_quota_page_get_total_sentence (page), "周市镇贯标企业数"));
      g_assert_true (gtk_widget_has_focus (GTK_WIDGET (xyb_sheet_get_text (sheet))));
      g_assert_true (is_at (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION));
      g_assert_cmpstr (text_of (fixture), ==, impossible[i]);
      g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 8);
      press (fixture, GDK_KEY_Escape, 0);
      g_assert_false (xyb_sheet_is_dirty (sheet));
      g_assert_cmpstr (xyb_quota_page_get_total_sentence (page), ==, "合计 66 = 方案目标 66");
    }
}

static void
test_blank (AppFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_CITY_MODEL), ==, XYB_UNSAID);
  type (fixture, ZHOUSHI, XYB_TRACK_CITY_MODEL, "0");
  g_assert_true (xyb_sheet_commit (get_sheet (fixture)));
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_CITY_MODEL), ==, 0);
  type (fixture, ZHOUSHI, XYB_TRACK_CITY_MODEL, "");
  g_assert_true (xyb_sheet_commit (get_sheet (fixture)));
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_CITY_MODEL), ==, XYB_UNSAID);
}

static void
test_full_width (AppFixture *fixture, gconstpointer data)
{
  type (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION, "１０");
  /* Never rewritten under the clerk's fingers, tidy once stored. */
  g_assert_cmpstr (text_of (fixture), ==, "１０");
  g_assert_true (xyb_sheet_commit (get_sheet (fixture)));
  app_settle ();
  assert_shown (fixture, row_of (fixture, ZHOUSHI), 1, "10");
}

static void
test_keys (AppFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint keyval;
    GdkModifierType state;
    gint64 unit_id;
    XybTrack track;
  } moves[] = {
    { GDK_KEY_Return, 0, LUJIA, XYB_TRACK_ACCREDITATION },
    { GDK_KEY_Tab, 0, LUJIA, XYB_TRACK_CITY_MODEL },
    { GDK_KEY_Up, 0, ZHOUSHI, XYB_TRACK_CITY_MODEL },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, ZHOUSHI, XYB_TRACK_ACCREDITATION },
    { GDK_KEY_Right, 0, ZHOUSHI, XYB_TRACK_CITY_MODEL },
    { GDK_KEY_Tab, 0, LUJIA, XYB_TRACK_ACCREDITATION }, /* the grey columns are not hers */
    { GDK_KEY_Return, GDK_SHIFT_MASK, ZHOUSHI, XYB_TRACK_ACCREDITATION },
  };

  go (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION);
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      press (fixture, moves[i].keyval, moves[i].state);
      g_assert_true (is_at (fixture, moves[i].unit_id, moves[i].track));
    }
}

static void
test_other_year (AppFixture *fixture, gconstpointer data)
{
  XybQuotaPage *page = open_page (fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.year", "i", 2019);
  app_settle ();
  g_assert_cmpstr (xyb_quota_page_get_total_sentence (page), ==, "还没有填指标，方案目标 50");
  assert_shown (fixture, row_of (fixture, ZHOUSHI), 1, "");
}

/* Eleven numbers copied from the column of a workbook. */
static void
test_paste_column (AppFixture *fixture, gconstpointer data)
{
  static const char column[] = "10\r\n10\r\n6\r\n8\r\n9\r\n5\r\n6\r\n5\r\n3\r\n2\r\n2\r\n";
  XybQuotaPage *page = open_page (fixture);
  XybSheet *sheet = get_sheet (fixture);

  g_assert_true (xyb_sheet_set_cursor (sheet, 0, 1));
  g_assert_true (xyb_sheet_paste_text (sheet, column));
  app_settle ();
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 9);
  g_assert_cmpstr (xyb_quota_page_get_total_sentence (page), ==, "合计 66 = 方案目标 66");
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (fixture->window->undo_button), "粘贴"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 8);
}

/* One wrong number in a block: nothing is stored. */
static void
test_paste_refused (AppFixture *fixture, gconstpointer data)
{
  XybSheet *sheet = get_sheet (fixture);

  g_assert_true (xyb_sheet_set_cursor (sheet, 0, 1));
  g_assert_false (xyb_sheet_paste_text (sheet, "1\n2\n三家"));
  g_assert_false (xyb_sheet_paste_text (sheet, "1\t2\t3"));
  go (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION);
  g_assert_false (xyb_sheet_paste_text (sheet, "1\n1\n1\n1\n1\n1\n1\n1\n1"));
  assert_shown (fixture, 0, 1, "10");
  assert_shown (fixture, TOTAL_ROW, 1, "66");
}

#define RESORT_ROWS 12

/* AMB-05: 旅游度假区 gets a row when the clerk says so, and loses it again. */
static void
test_rows (AppFixture *fixture, gconstpointer data)
{
  XybQuotaPage *page = open_page (fixture);
  XybSheetModel *model = xyb_sheet_get_model (get_sheet (fixture));
  const GPtrArray *districts = xyb_office_get_districts (xyb_window_get_office (fixture->window));
  gint64 resort = 0;

  for (guint i = 0; i < districts->len; i++)
    if (g_str_equal (((XybUnit *) districts->pdata[i])->name, "旅游度假区"))
      resort = ((XybUnit *) districts->pdata[i])->id;
  g_assert_cmpint (resort, !=, 0);
  gtk_widget_activate_action (GTK_WIDGET (page), "quota.add-row", "x", resort);
  app_settle ();
  g_assert_cmpuint (xyb_sheet_model_get_n_rows (model), ==, RESORT_ROWS + 1);
  g_assert_true (is_at (fixture, resort, XYB_TRACK_ACCREDITATION)); /* ready to be filled in */
  gtk_widget_activate_action (GTK_WIDGET (page), "quota.remove-row", "x", resort);
  app_settle ();
  g_assert_cmpuint (xyb_sheet_model_get_n_rows (model), ==, RESORT_ROWS);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  g_assert_cmpuint (xyb_sheet_model_get_n_rows (model), ==, RESORT_ROWS + 1);
}

/* QUO-01: the target under the column is the clerk's to change. */
static void
test_targets (AppFixture *fixture, gconstpointer data)
{
  XybQuotaPage *page = open_page (fixture);
  GtkWidget *targets = app_find (GTK_WIDGET (page), XYB_TYPE_QUOTA_TARGETS, 0);
  XybFieldRow *row = XYB_FIELD_ROW (app_find_field (targets, "贯标企业数"));

  g_assert_cmpstr (xyb_field_row_get_text (row), ==, "66");
  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (row)), "七十");
  xyb_field_row_commit (row);
  g_assert_true (xyb_field_row_is_refused (row));
  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (row)), "70");
  xyb_field_row_commit (row);
  app_settle ();
  g_assert_cmpstr (xyb_quota_page_get_total_sentence (page), ==, "合计 66，方案目标 70，少 4");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  g_assert_cmpstr (xyb_quota_page_get_total_sentence (page), ==, "合计 66 = 方案目标 66");
  g_assert_cmpstr (xyb_field_row_get_text (row), ==, "66");
}

/* F2 goes where something can be typed, and another page's link brings the 区镇 into view. */
static void
test_f2_and_links (AppFixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go-to", "(sx)", "quota",
                              (gint64) LUJIA);
  app_settle ();
  g_assert_true (is_at (fixture, LUJIA, XYB_TRACK_ACCREDITATION));
  g_assert_true (xyb_sheet_set_cursor (get_sheet (fixture), row_of (fixture, ZHOUSHI), 5));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit", NULL);
  app_settle ();
  g_assert_true (is_at (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION));
  g_assert_cmpstr (text_of (fixture), ==, "8");
}

static void
test_advice (void)
{
  static const struct
  {
    gint64 quota;
    gint64 accepted;
    gint64 signed_up;
    const char *advice;
  } cases[] = {
    { 8, 3, 7, "再验收 <b>5</b> 家，少扣 <b>0.4</b> 分（先签约 1 家）" },
    { 10, 7, 10, "再验收 <b>3</b> 家，少扣 <b>0.4</b> 分" },
    { 6, 6, 6, "已完成" },
    { 6, 8, 8, "已完成" },
    { XYB_UNSAID, 2, 2, "—" },
  };
  g_autoptr (GPtrArray) tiers = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_tier_free);

  g_ptr_array_add (tiers, xyb_tier_new (100, 40));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XybQuotaRow row = { .accreditation = cases[i].quota, .done = cases[i].accepted };
      g_autofree char *advice = NULL;

      row.progress.accepted = cases[i].accepted;
      row.progress.signed_up = cases[i].signed_up;
      row.missing
        = cases[i].quota == XYB_UNSAID ? XYB_UNSAID : MAX (cases[i].quota - cases[i].accepted, 0);
      row.next = xyb_tiers_next_step (tiers, row.done, row.accreditation);
      row.unsigned_of_next = MAX (row.done + row.next.more - row.progress.signed_up, 0);
      advice = xyb_quota_row_advice (&row, XYB_BASIS_ACCEPTED);
      g_assert_cmpstr (advice, ==, cases[i].advice);
    }
}

static void
test_rule (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_tier_free);
  g_autoptr (GPtrArray) tiers = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_tier_free);
  g_autofree char *all_or_nothing = NULL;
  g_autofree char *in_tiers = NULL;

  g_ptr_array_add (all, xyb_tier_new (100, 40));
  all_or_nothing = xyb_trial_card_describe_tiers (all, 40, 8);
  g_assert_cmpstr (all_or_nothing, ==, "完成 8 家得 0.4 分，不足不得分。");
  g_ptr_array_add (tiers, xyb_tier_new (60, 500));
  g_ptr_array_add (tiers, xyb_tier_new (90, 100));
  in_tiers = xyb_trial_card_describe_tiers (tiers, 500, 8);
  g_assert_cmpstr (in_tiers, ==, "完成率低于60%扣5分，低于90%扣1分。");
}

/* What was refused in one year must not stand ready to be mended into another. */
static void
test_refused_in_another_year (AppFixture *fixture, gconstpointer data)
{
  XybQuotaPage *page = open_page (fixture);

  type (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION, "八家");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_nonnull (strstr (xyb_quota_page_get_total_sentence (page), "八家"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.year", "i", 2019);
  app_settle ();
  g_assert_false (xyb_sheet_is_dirty (get_sheet (fixture)));
  g_assert_null (strstr (xyb_quota_page_get_total_sentence (page), "八家"));
}

#define ADD(path, func)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/quota-page/the-total-follows-typing-and-enter-stores", test_edit);
  ADD ("/quota-page/undo-gives-the-number-back", test_undo);
  ADD ("/quota-page/leaving-the-cell-stores", test_leaving);
  ADD ("/quota-page/what-is-typed-when-the-window-closes-is-stored", test_closing);
  ADD ("/quota-page/what-is-no-number-is-refused", test_refusal);
  ADD ("/quota-page/blank-is-not-zero", test_blank);
  ADD ("/quota-page/full-width-digits-become-tidy-once-stored", test_full_width);
  ADD ("/quota-page/keys-move-as-in-a-spreadsheet", test_keys);
  ADD ("/quota-page/another-year-has-its-own-target", test_other_year);
  ADD ("/quota-page/what-was-refused-stays-out-of-another-year", test_refused_in_another_year);
  ADD ("/quota-page/a-pasted-column-is-one-revision", test_paste_column);
  ADD ("/quota-page/a-refused-block-stores-nothing", test_paste_refused);
  ADD ("/quota-page/a-district-comes-and-goes", test_rows);
  ADD ("/quota-page/the-targets-are-the-clerks", test_targets);
  ADD ("/quota-page/f2-and-links-find-the-cell", test_f2_and_links);
  g_test_add_func ("/quota-rows/advice-names-the-step-that-blocks", test_advice);
  g_test_add_func ("/trial-card/the-rule-is-a-sentence", test_rule);
  return g_test_run ();
}
