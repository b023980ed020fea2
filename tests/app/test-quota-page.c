/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-plan-store.h"
#include "xyb-quota-page.h"
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

static XybNumberCell *
find_cell (AppFixture *fixture, gint64 unit_id, XybTrack track)
{
  XybNumberCell *cell
    = xyb_quota_grid_get_cell (xyb_quota_page_get_grid (open_page (fixture)), unit_id, track);

  g_assert_nonnull (cell);
  return cell;
}

static void
type (XybNumberCell *cell, const char *text)
{
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  gtk_editable_set_text (GTK_EDITABLE (xyb_number_cell_get_text (cell)), text);
  app_settle ();
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

static void
test_edit (AppFixture *fixture, gconstpointer data)
{
  XybQuotaPage *page = open_page (fixture);
  XybNumberCell *cell = find_cell (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION);

  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 8);
  g_assert_cmpstr (xyb_quota_page_get_total_sentence (page), ==, "合计 66 = 方案目标 66");
  type (cell, "7");
  /* While typing: the sentence has changed, the store has not. */
  g_assert_cmpstr (xyb_quota_page_get_total_sentence (page), ==, "合计 65，方案目标 66，少 1");
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 8);
  app_press (GTK_WIDGET (xyb_number_cell_get_text (cell)), GDK_KEY_Return, 0);
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 7);
  g_assert_cmpstr (xyb_quota_page_get_total_sentence (page), ==, "合计 65，方案目标 66，少 1");
}

static void
test_undo (AppFixture *fixture, gconstpointer data)
{
  XybQuotaPage *page = open_page (fixture);
  XybNumberCell *cell = find_cell (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION);

  type (cell, "9");
  g_assert_true (xyb_number_cell_commit (cell));
  app_settle ();
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (fixture->window->undo_button), "周市镇"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 8);
  g_assert_cmpint (xyb_number_cell_get_value (cell), ==, 8);
  g_assert_cmpstr (xyb_quota_page_get_total_sentence (page), ==, "合计 66 = 方案目标 66");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  app_settle ();
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 9);
}

static void
test_leaving (AppFixture *fixture, gconstpointer data)
{
  type (find_cell (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), "12");
  gtk_widget_grab_focus (GTK_WIDGET (find_cell (fixture, LUJIA, XYB_TRACK_CITY_MODEL)));
  app_settle ();
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 12);
}

static void
test_closing (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybStore) store = NULL;

  type (find_cell (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), "11");
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
  XybNumberCell *cell = find_cell (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION);

  for (gsize i = 0; i < G_N_ELEMENTS (impossible); i++)
    {
      type (cell, impossible[i]);
      app_press (GTK_WIDGET (xyb_number_cell_get_text (cell)), GDK_KEY_Return, 0);
      /* The sentence names the field, the cursor stays, the text stays to be mended. */
      g_assert_nonnull (strstr (xyb_quota_page_get_total_sentence (page), "贯标企业数"));
      g_assert_true (gtk_widget_has_focus (GTK_WIDGET (xyb_number_cell_get_text (cell))));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (xyb_number_cell_get_text (cell))), ==,
                       impossible[i]);
      g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION), ==, 8);
    }
  app_press (GTK_WIDGET (xyb_number_cell_get_text (cell)), GDK_KEY_Escape, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (xyb_number_cell_get_text (cell))), ==, "8");
  g_assert_cmpstr (xyb_quota_page_get_total_sentence (page), ==, "合计 66 = 方案目标 66");
}

static void
test_blank (AppFixture *fixture, gconstpointer data)
{
  XybNumberCell *cell = find_cell (fixture, ZHOUSHI, XYB_TRACK_CITY_MODEL);

  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_CITY_MODEL), ==, XYB_UNSAID);
  type (cell, "0");
  g_assert_true (xyb_number_cell_commit (cell));
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_CITY_MODEL), ==, 0);
  type (cell, "");
  g_assert_true (xyb_number_cell_commit (cell));
  g_assert_cmpint (stored (fixture, ZHOUSHI, XYB_TRACK_CITY_MODEL), ==, XYB_UNSAID);
}

static void
test_full_width (AppFixture *fixture, gconstpointer data)
{
  XybNumberCell *cell = find_cell (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION);

  type (cell, "１０");
  /* Never rewritten under the clerk's fingers, tidy once stored. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (xyb_number_cell_get_text (cell))), ==,
                   "１０");
  g_assert_true (xyb_number_cell_commit (cell));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (xyb_number_cell_get_text (cell))), ==,
                   "10");
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
    { GDK_KEY_Left, 0, ZHOUSHI, XYB_TRACK_ACCREDITATION },
    { GDK_KEY_Down, 0, LUJIA, XYB_TRACK_ACCREDITATION },
    { GDK_KEY_Return, GDK_SHIFT_MASK, ZHOUSHI, XYB_TRACK_ACCREDITATION },
  };
  XybNumberCell *cell = find_cell (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION);

  gtk_widget_grab_focus (GTK_WIDGET (cell));
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      app_press (GTK_WIDGET (xyb_number_cell_get_text (cell)), moves[i].keyval, moves[i].state);
      cell = find_cell (fixture, moves[i].unit_id, moves[i].track);
      g_assert_true (gtk_widget_has_focus (GTK_WIDGET (xyb_number_cell_get_text (cell))));
    }
}

static void
test_other_year (AppFixture *fixture, gconstpointer data)
{
  XybQuotaPage *page = open_page (fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.year", "i", 2019);
  app_settle ();
  g_assert_cmpstr (xyb_quota_page_get_total_sentence (page), ==, "还没有填指标，方案目标 50");
  g_assert_cmpint (xyb_number_cell_get_value (
                     find_cell (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION)),
                   ==, XYB_UNSAID);
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
  XybNumberCell *cell = find_cell (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION);
  XybQuotaPage *page = open_page (fixture);

  type (cell, "八家");
  app_press (GTK_WIDGET (xyb_number_cell_get_text (cell)), GDK_KEY_Return, 0);
  g_assert_nonnull (strstr (xyb_quota_page_get_total_sentence (page), "八家"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.year", "i", 2019);
  app_settle ();
  cell = find_cell (fixture, ZHOUSHI, XYB_TRACK_ACCREDITATION);
  g_assert_false (xyb_number_cell_is_dirty (cell));
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
  g_test_add_func ("/quota-rows/advice-names-the-step-that-blocks", test_advice);
  g_test_add_func ("/trial-card/the-rule-is-a-sentence", test_rule);
  return g_test_run ();
}
