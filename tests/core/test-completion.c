/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-completion.h"

/* §7.3, the tiers of 2019, in rising order. */
static GPtrArray *
tiers_2019 (void)
{
  GPtrArray *tiers = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_tier_free);

  g_ptr_array_add (tiers, xyb_tier_new (60, 500));
  g_ptr_array_add (tiers, xyb_tier_new (70, 300));
  g_ptr_array_add (tiers, xyb_tier_new (80, 200));
  g_ptr_array_add (tiers, xyb_tier_new (90, 100));
  return tiers;
}

/* §7.4: 完成…得0.4分. */
static GPtrArray *
tiers_2020 (void)
{
  GPtrArray *tiers = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_tier_free);

  g_ptr_array_add (tiers, xyb_tier_new (100, 40));
  return tiers;
}

typedef struct
{
  gint64 quota;
  gint64 done;
  gint64 points; /* whole points */
} TierCase;

static void
check_tiers (const TierCase *cases, gsize n)
{
  g_autoptr (GPtrArray) tiers = tiers_2019 ();

  for (gsize i = 0; i < n; i++)
    {
      g_test_message ("%d of %d", (int) cases[i].done, (int) cases[i].quota);
      g_assert_cmpint (xyb_tiers_deduction (tiers, cases[i].done, cases[i].quota), ==,
                       cases[i].points * 100);
    }
}

static void
test_rates (void)
{
  static const TierCase cases[] = {
    { 1000, 1500, 0 }, { 1000, 1000, 0 }, { 1000, 900, 0 }, { 1000, 899, 1 },
    { 1000, 800, 1 },  { 1000, 799, 2 },  { 1000, 700, 2 }, { 1000, 699, 3 },
    { 1000, 600, 3 },  { 1000, 599, 5 },  { 1000, 0, 5 },
  };

  check_tiers (cases, G_N_ELEMENTS (cases));
}

static void
test_quotas (void)
{
  static const TierCase cases[] = {
    { 10, 11, 0 }, { 10, 10, 0 }, { 10, 9, 0 }, { 10, 8, 1 }, { 10, 7, 2 }, { 10, 6, 3 },
    { 10, 5, 5 },  { 10, 0, 5 },  { 8, 8, 0 },  { 8, 7, 1 },  { 8, 6, 2 },  { 8, 5, 3 },
    { 8, 4, 5 },   { 6, 6, 0 },   { 6, 5, 1 },  { 6, 4, 3 },  { 6, 3, 5 },  { 5, 5, 0 },
    { 5, 4, 1 },   { 5, 3, 3 },   { 5, 2, 5 },  { 3, 3, 0 },  { 3, 2, 3 },  { 3, 1, 5 },
    { 2, 2, 0 },   { 2, 1, 5 },   { 2, 0, 5 },
  };

  check_tiers (cases, G_N_ELEMENTS (cases));
}

static void
test_eight_of_ten (void)
{
  g_autoptr (GPtrArray) tiers = tiers_2019 ();

  g_assert_cmpint (xyb_tiers_deduction (tiers, 8, 10), ==, 100);
  g_assert_cmpint (xyb_tiers_deduction (tiers, 9, 10), ==, 0);
}

static void
test_tiers_in_any_order (void)
{
  g_autoptr (GPtrArray) tiers = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_tier_free);

  g_ptr_array_add (tiers, xyb_tier_new (90, 100));
  g_ptr_array_add (tiers, xyb_tier_new (60, 500));
  g_assert_cmpint (xyb_tiers_deduction (tiers, 5, 10), ==, 500);
  g_assert_cmpint (xyb_tiers_deduction (tiers, 6, 10), ==, 100);
}

static void
test_all_or_nothing (void)
{
  g_autoptr (GPtrArray) tiers = tiers_2020 ();

  g_assert_cmpint (xyb_tiers_deduction (tiers, 10, 10), ==, 0);
  g_assert_cmpint (xyb_tiers_deduction (tiers, 9, 10), ==, 40);
  g_assert_cmpint (xyb_tiers_deduction (tiers, 0, 10), ==, 40);
}

static void
test_no_rate (void)
{
  static const gint64 quotas[] = { XYB_UNSAID, 0, -3 };
  g_autoptr (GPtrArray) tiers = tiers_2019 ();

  for (gsize i = 0; i < G_N_ELEMENTS (quotas); i++)
    {
      g_autofree char *rate = xyb_completion_format (4, quotas[i]);
      XybWhatIf step = xyb_tiers_next_step (tiers, 0, quotas[i]);

      g_assert_cmpstr (rate, ==, "—");
      g_assert_false (xyb_completion_below (0, quotas[i], 60));
      g_assert_cmpint (xyb_completion_permille (4, quotas[i]), ==, XYB_UNSAID);
      g_assert_cmpint (xyb_tiers_deduction (tiers, 0, quotas[i]), ==, XYB_UNSAID);
      g_assert_cmpint (step.more, ==, 0);
    }
}

static void
test_no_tiers (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_assert_cmpint (xyb_tiers_deduction (none, 0, 10), ==, XYB_UNSAID);
  g_assert_cmpint (xyb_tiers_deduction (NULL, 0, 10), ==, XYB_UNSAID);
  g_assert_cmpint (xyb_tiers_next_step (NULL, 0, 10).more, ==, 0);
}

static void
test_far_end (void)
{
  g_autoptr (GPtrArray) tiers = tiers_2019 ();

  g_assert_true (xyb_completion_below (G_MAXINT64 - 1, G_MAXINT64, 100));
  g_assert_false (xyb_completion_below (G_MAXINT64, G_MAXINT64, 100));
  g_assert_false (xyb_completion_below (G_MAXINT64, 1, G_MAXINT64 / 100));
  g_assert_cmpint (xyb_completion_permille (G_MAXINT64, G_MAXINT64), ==, 1000);
  g_assert_cmpint (xyb_completion_permille (G_MAXINT64, 1), ==, G_MAXINT64);
  g_assert_cmpint (xyb_tiers_deduction (tiers, G_MAXINT64 / 2, G_MAXINT64), ==, 500);
  g_assert_cmpint (xyb_tiers_next_step (tiers, 0, G_MAXINT64).more, >, 0);
}

static void
test_rate_words (void)
{
  static const struct
  {
    gint64 done;
    gint64 quota;
    gint64 permille;
    const char *words;
  } cases[] = {
    { 7, 8, 875, "87.5%" },
    { 2, 3, 667, "66.7%" },
    { 5, 6, 833, "83.3%" },
    { 7, 10, 700, "70.0%" },
    { 0, 10, 0, "0.0%" },
    { 10, 10, 1000, "100%" },
    { 11, 10, 1100, "110.0%" },
    { 1, 2000, 1, "0.1%" },
    { 41, 66, 621, "62.1%" },
    { 1999, 2000, 1000, "99.9%" },
    { 899999, 1000000, 900, "89.9%" },
    { 2001, 2000, 1001, "100.1%" },
    { 20001, 20000, 1000, "100.0%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = xyb_completion_format (cases[i].done, cases[i].quota);

      g_assert_cmpint (xyb_completion_permille (cases[i].done, cases[i].quota), ==,
                       cases[i].permille);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_next_step (void)
{
  static const struct
  {
    gint64 quota;
    gint64 done;
    gint64 more;
    gint64 saved;
  } cases[] = {
    { 10, 0, 6, 200 }, { 10, 5, 1, 200 }, { 10, 6, 1, 100 }, { 10, 7, 1, 100 }, { 10, 8, 1, 100 },
    { 10, 9, 0, 0 },   { 10, 10, 0, 0 },  { 8, 4, 1, 200 },  { 8, 6, 1, 100 },  { 8, 7, 1, 100 },
    { 3, 1, 1, 200 },  { 3, 2, 1, 300 },  { 2, 0, 2, 500 },  { 2, 1, 1, 500 },  { 2, 2, 0, 0 },
  };
  g_autoptr (GPtrArray) tiers = tiers_2019 ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XybWhatIf step = xyb_tiers_next_step (tiers, cases[i].done, cases[i].quota);

      g_test_message ("%d of %d", (int) cases[i].done, (int) cases[i].quota);
      g_assert_cmpint (step.more, ==, cases[i].more);
      g_assert_cmpint (step.saved, ==, cases[i].saved);
    }
}

/* What is said is what would happen, and nothing smaller would do. */
static void
test_next_step_holds (void)
{
  g_autoptr (GPtrArray) tiers = tiers_2019 ();

  for (gint64 quota = 1; quota <= 40; quota++)
    for (gint64 done = 0; done <= quota; done++)
      {
        gint64 now = xyb_tiers_deduction (tiers, done, quota);
        XybWhatIf step = xyb_tiers_next_step (tiers, done, quota);

        g_assert_true ((step.more == 0) == (now == 0));
        g_assert_cmpint (xyb_tiers_deduction (tiers, done + step.more, quota), ==,
                         now - step.saved);
        if (step.more > 0)
          g_assert_cmpint (xyb_tiers_deduction (tiers, done + step.more - 1, quota), ==, now);
      }
}

static void
test_basis (void)
{
  const XybProgress progress = { 106, 8, 7, 6, 3 };

  g_assert_cmpint (xyb_progress_done (&progress, XYB_BASIS_NOMINATED), ==, 8);
  g_assert_cmpint (xyb_progress_done (&progress, XYB_BASIS_CONFIRMED), ==, 7);
  g_assert_cmpint (xyb_progress_done (&progress, XYB_BASIS_SIGNED), ==, 6);
  g_assert_cmpint (xyb_progress_done (&progress, XYB_BASIS_ACCEPTED), ==, 3);
}

static void
test_points (void)
{
  static const struct
  {
    gint64 hundredths;
    const char *words;
    const char *fixed;
  } cases[] = {
    { 0, "0", "0.00" },
    { 5, "0.05", "0.05" },
    { 40, "0.4", "0.40" },
    { 100, "1", "1.00" },
    { 150, "1.5", "1.50" },
    { 500, "5", "5.00" },
    { 1000, "10", "10.00" },
    { 2000, "20", "20.00" },
    { 101, "1.01", "1.01" },
    { -5, "-0.05", "-0.05" },
    { -1800, "-18", "-18.00" },
    { -40, "-0.4", "-0.40" },
    { XYB_UNSAID, "—", "—" },
    { G_MAXINT64, "92233720368547758.07", "92233720368547758.07" },
    { -G_MAXINT64, "-92233720368547758.07", "-92233720368547758.07" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = xyb_points_format (cases[i].hundredths);
      g_autofree char *fixed = xyb_points_format_fixed (cases[i].hundredths);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (fixed, ==, cases[i].fixed);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiers/strictly-below-first-match", test_rates);
  g_test_add_func ("/tiers/quotas-of-annex-1", test_quotas);
  g_test_add_func ("/tiers/eight-of-ten-loses-one-nine-none", test_eight_of_ten);
  g_test_add_func ("/tiers/order-does-not-matter", test_tiers_in_any_order);
  g_test_add_func ("/tiers/2020-is-all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/completion/no-quota-no-rate", test_no_rate);
  g_test_add_func ("/tiers/no-tiers-nothing-is-said", test_no_tiers);
  g_test_add_func ("/completion/no-overflow", test_far_end);
  g_test_add_func ("/completion/rounding-never-reaches-a-border", test_rate_words);
  g_test_add_func ("/tiers/next-step", test_next_step);
  g_test_add_func ("/tiers/next-step-is-the-smallest-that-helps", test_next_step_holds);
  g_test_add_func ("/completion/basis-chooses-the-stage", test_basis);
  g_test_add_func ("/points/as-the-office-writes-them", test_points);
  return g_test_run ();
}
