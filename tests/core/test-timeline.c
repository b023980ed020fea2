/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "overview-fixture.h"

/* One line a stop: state, date, what, status. */
static char *
lines_of (const XybTimeline *timeline)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < timeline->stops->len; i++)
    {
      const XybStop *stop = timeline->stops->pdata[i];

      g_string_append_printf (text, "%s %s%s：%s\n", xyb_stop_state_key (stop->state), stop->when,
                              stop->what, stop->status);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_working (void)
{
  g_autoptr (XybOverview) overview = overview_working ("2020-07-24");
  g_autoptr (XybTimeline) timeline = xyb_timeline_new (overview);
  g_autofree char *lines = lines_of (timeline);

  g_assert_cmpstr (lines, ==,
                   "done 4月2日印发方案：已完成\n"
                   "done 4月上旬确定贯标名单：已完成 · 66/66 家\n"
                   "done 4月15日前各区镇报送附件2：已完成 · 11/11 区镇\n"
                   "done 4月30日前推荐市级示范名单：已完成 · 6 家\n"
                   "near 7月31日前申报省级示范：还有 7 天 · 尚未推荐\n"
                   "open 8月15日前组织贯标验收：还有 22 天 · 41/66 家\n"
                   "open 9月30日前市级示范认定公示：还有 68 天\n");
  g_assert_cmpstr (timeline->today_words, ==, "今天 7月24日 星期五");
}

/* AMB-15: while returns may still come nobody is late with the list made from them. */
static void
test_late (void)
{
  g_autoptr (XybOverview) early = overview_issued ("2020-04-14");
  g_autoptr (XybOverview) late = overview_issued ("2020-04-16");
  g_autoptr (XybTimeline) before = xyb_timeline_new (early);
  g_autoptr (XybTimeline) after = xyb_timeline_new (late);
  const XybStop *stop = before->stops->pdata[1];

  g_assert_cmpint (stop->state, ==, XYB_STOP_PASSED);
  g_assert_cmpstr (stop->status, ==, "已过 4 天 · 0/66 家");
  stop = before->stops->pdata[2];
  g_assert_cmpint (stop->state, ==, XYB_STOP_NEAR);
  g_assert_cmpstr (stop->status, ==, "还有 1 天 · 0/11 区镇");
  stop = after->stops->pdata[1];
  g_assert_cmpint (stop->state, ==, XYB_STOP_LATE);
  g_assert_cmpstr (stop->status, ==, "逾期 6 天 · 0/66 家");
  stop = after->stops->pdata[2];
  g_assert_cmpstr (stop->status, ==, "逾期 1 天 · 0/11 区镇");
}

typedef struct
{
  const char *today;
  double place;
} PlaceCase;

/* 30 April is the fourth stop, 31 July the fifth, 92 days later; 15 June is the 46th of them. */
static void
test_place (void)
{
  static const PlaceCase cases[] = {
    { "2020-03-01", -0.5 }, { "2020-04-02", 0 }, { "2020-04-30", 3 },   { "2020-06-15", 3.5 },
    { "2020-07-31", 4 },    { "2020-09-30", 6 }, { "2020-12-01", 6.5 }, { "2026-11-25", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybOverview) overview = overview_working (cases[i].today);
      g_autoptr (XybTimeline) timeline = xyb_timeline_new (overview);

      g_test_message ("%s", cases[i].today);
      g_assert_cmpfloat (timeline->today, ==, cases[i].place);
    }
}

/* What the clerk adds last stands at its day; without a day it stands last and is never late. */
static void
test_order (void)
{
  g_autoptr (XybOverview) overview = overview_working ("2020-12-01");
  g_autoptr (XybTimeline) timeline = NULL;
  const XybStop *stop;

  plan_add_milestone (overview->plan, NULL, "总结", NULL, NULL);
  plan_add_milestone (overview->plan, NULL, "召开推进会", NULL, "2020-06-20");
  timeline = xyb_timeline_new (overview);
  stop = timeline->stops->pdata[4];
  g_assert_cmpstr (stop->what, ==, "召开推进会");
  g_assert_cmpstr (stop->when, ==, "6月20日");
  g_assert_cmpstr (stop->status, ==, "已过 164 天");
  stop = timeline->stops->pdata[8];
  g_assert_cmpstr (stop->what, ==, "总结");
  g_assert_cmpint (stop->state, ==, XYB_STOP_UNDATED);
}

static void
assert_layers (const XybFigure *figure, const char *expected)
{
  g_autofree char *words = xyb_figure_layer_words (figure);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_figures (void)
{
  g_autoptr (XybOverview) overview = overview_working ("2020-07-24");
  g_autoptr (XybFigure) first = xyb_figure_new (overview, XYB_TRACK_ACCREDITATION);
  g_autoptr (XybFigure) second = xyb_figure_new (overview, XYB_TRACK_CITY_MODEL);
  g_autoptr (XybFigure) third = xyb_figure_new (overview, XYB_TRACK_PROVINCE_MODEL);

  g_assert_cmpint (first->done, ==, 41);
  assert_layers (first, "已验收 41 家，已签约 64 家，已推荐 69 家");
  g_assert_cmpint (first->target, ==, 66);
  g_assert_cmpstr (first->rate, ==, "62.1%");
  g_assert_cmpstr (first->deadline, ==, "8月15日前验收，还有 22 天");
  g_assert_cmpint (first->urgency, ==, XYB_URGENCY_PLAIN);
  /* In the words of the plan's stages. */
  g_assert_cmpint (second->done, ==, 0);
  assert_layers (second, "发文 0 家，报送 4 家，名单 6 家");
  g_assert_cmpint (second->target, ==, 6);
  g_assert_cmpstr (second->rate, ==, "0%");
  g_assert_cmpstr (second->deadline, ==, "9月30日前认定，还有 68 天");
  g_assert_cmpstr (third->deadline, ==, "7月31日前申报，还有 7 天");
  g_assert_cmpint (third->urgency, ==, XYB_URGENCY_NEAR);
  assert_layers (third, "发证 0 家，推荐 0 家，符合条件可推荐 3 家");
}

/* PLAN-09, PLAN-12: 43 city models at the end of 2018, and what the year brings. */
static void
test_opening (void)
{
  g_autoptr (XybOverview) overview = overview_working ("2020-10-24");
  g_autoptr (XybFigure) before = NULL;
  g_autoptr (XybFigure) after = NULL;

  overview->plan->opening[XYB_TRACK_CITY_MODEL - 1] = 43;
  before = xyb_figure_new (overview, XYB_TRACK_CITY_MODEL);
  g_assert_cmpint (before->cumulative, ==, 43);
  overview_add_line (overview, XYB_TRACK_CITY_MODEL, 1, "昆山示例阀门有限公司", "发文", NULL);
  after = xyb_figure_new (overview, XYB_TRACK_CITY_MODEL);
  g_assert_cmpint (after->done, ==, 1);
  g_assert_cmpint (after->cumulative, ==, 44);
  g_assert_cmpstr (after->rate, ==, "16.7%");
}

/* Of a year that is over nothing written down is no proof that nothing was done. */
static void
test_unknown_year (void)
{
  g_autoptr (XybOverview) overview = overview_issued ("2021-02-01");
  g_autoptr (XybFigure) figure = NULL;
  g_autoptr (XybTimeline) timeline = NULL;

  overview->plan->opening[XYB_TRACK_CITY_MODEL - 1] = 43;
  overview->plan->opening_as_of = g_strdup ("2018-12-31");
  figure = xyb_figure_new (overview, XYB_TRACK_CITY_MODEL);
  g_assert_cmpint (figure->done, ==, XYB_UNSAID);
  g_assert_cmpint (figure->cumulative, ==, XYB_UNSAID);
  g_assert_cmpstr (figure->note, ==, "本年没有登记 · 截至 2018年12月31日累计 43 家");
  timeline = xyb_timeline_new (overview);
  g_assert_cmpint (((XybStop *) timeline->stops->pdata[3])->state, ==, XYB_STOP_PASSED);
}

/* §6: blue at a month, yellow at a week, red once it is over; what is done warns of nothing, and a
 * plan may say other days. */
static void
test_levels (void)
{
  static const XybWarningLevel usual[]
    = { XYB_WARNING_NONE,   XYB_WARNING_NONE, XYB_WARNING_NONE, XYB_WARNING_NONE,
        XYB_WARNING_YELLOW, XYB_WARNING_BLUE, XYB_WARNING_NONE };
  static const XybWarningLevel own[]
    = { XYB_WARNING_NONE, XYB_WARNING_NONE,   XYB_WARNING_NONE, XYB_WARNING_NONE,
        XYB_WARNING_RED,  XYB_WARNING_YELLOW, XYB_WARNING_BLUE };
  g_autoptr (XybOverview) overview = overview_working ("2020-07-24");
  g_autoptr (XybTimeline) before = xyb_timeline_new (overview);
  g_autoptr (XybTimeline) after = NULL;

  overview->plan->warn_blue = 90;
  overview->plan->warn_yellow = 30;
  overview->plan->warn_red = 8;
  after = xyb_timeline_new (overview);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      g_assert_cmpint (((XybStop *) before->stops->pdata[i])->level, ==, usual[i]);
      g_assert_cmpint (((XybStop *) after->stops->pdata[i])->level, ==, own[i]);
    }
}

/* A number nobody has typed is no proof that the plan was not issued. */
static void
test_without_number (void)
{
  g_autoptr (XybOverview) overview = overview_working ("2020-04-16");
  g_autoptr (XybTimeline) timeline = NULL;
  const XybStop *stop;

  g_clear_pointer (&overview->plan->document_number, g_free);
  timeline = xyb_timeline_new (overview);
  stop = timeline->stops->pdata[0];
  g_assert_cmpint (stop->state, ==, XYB_STOP_PASSED);
  g_assert_cmpstr (stop->status, ==, "已过 14 天 · 没有文号");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/a-working-year-on-24-july", test_working);
  g_test_add_func ("/timeline/late-only-where-a-record-says-so", test_late);
  g_test_add_func ("/timeline/today-stands-in-proportion-inside-its-gap", test_place);
  g_test_add_func ("/timeline/by-date-undated-last", test_order);
  g_test_add_func ("/timeline/a-plan-without-number", test_without_number);
  g_test_add_func ("/figures/what-is-known-and-what-is-not", test_figures);
  g_test_add_func ("/figures/totals-before-the-year-and-with-it", test_opening);
  g_test_add_func ("/figures/a-year-that-is-over-without-records", test_unknown_year);
  g_test_add_func ("/timeline/blue-yellow-red", test_levels);
  return g_test_run ();
}
