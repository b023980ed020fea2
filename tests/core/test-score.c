/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score-fixture.h"

/* §7.3, with the quotas of 附件1. */
static void
test_tiers (void)
{
  static const int cases[][3] = {
    { 10, 10, 0 },    { 10, 9, 0 },     { 10, 8, 1 },     { 10, 7, 2 },     { 10, 6, 3 },
    { 10, 5, 5 },     { 10, 0, 5 },     { 8, 8, 0 },      { 8, 7, 1 },      { 8, 6, 2 },
    { 8, 5, 3 },      { 8, 4, 5 },      { 6, 6, 0 },      { 6, 5, 1 },      { 6, 4, 3 },
    { 6, 3, 5 },      { 5, 5, 0 },      { 5, 4, 1 },      { 5, 3, 3 },      { 5, 2, 5 },
    { 3, 3, 0 },      { 3, 2, 3 },      { 3, 1, 5 },      { 2, 2, 0 },      { 2, 1, 5 },
    { 2, 3, 0 },      { 1000, 900, 0 }, { 1000, 899, 1 }, { 1000, 800, 1 }, { 1000, 799, 2 },
    { 1000, 700, 2 }, { 1000, 699, 3 }, { 1000, 600, 3 }, { 1000, 599, 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Table) table = { 0 };
      g_autoptr (XybUnitScore) unit = NULL;

      table_init (&table, SCHEME_2019_DISTRICT, XYB_PHASE_SETTLEMENT);
      accept (&table, 6, cases[i][0], cases[i][1]);
      unit = score (&table, 6);
      g_assert_cmpint (item (unit, 1)->now.why, ==, XYB_WHY_TIER);
      g_assert_cmpint (item (unit, 1)->now.deduction, ==, cases[i][2] * 100);
    }
}

/* C-07: 0.5×4, 0.01×30, 0.05×6, 0.05×4. */
static void
test_caps (void)
{
  static const struct
  {
    FixtureName scheme;
    gint64 indicator;
    gint64 times;
    gint64 deduction;
  } cases[] = {
    { SCHEME_2020_SUBDISTRICT, 5, 1, 50 },  { SCHEME_2020_SUBDISTRICT, 5, 3, 150 },
    { SCHEME_2020_SUBDISTRICT, 5, 4, 200 }, { SCHEME_2020_SUBDISTRICT, 5, 5, 200 },
    { SCHEME_2020_DEPARTMENT, 7, 1, 1 },    { SCHEME_2020_DEPARTMENT, 7, 29, 29 },
    { SCHEME_2020_DEPARTMENT, 7, 30, 30 },  { SCHEME_2020_DEPARTMENT, 7, 31, 30 },
    { SCHEME_2020_DEPARTMENT, 8, 5, 25 },   { SCHEME_2020_DEPARTMENT, 8, 6, 30 },
    { SCHEME_2020_DEPARTMENT, 8, 7, 30 },   { SCHEME_2020_DEPARTMENT, 9, 3, 15 },
    { SCHEME_2020_DEPARTMENT, 9, 4, 20 },   { SCHEME_2020_DEPARTMENT, 9, 9999, 20 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (XybPhase phase = XYB_PHASE_INTERIM; phase <= XYB_PHASE_SETTLEMENT; phase++)
      {
        g_auto (Table) table = { 0 };
        g_autoptr (XybUnitScore) unit = NULL;
        XybMark *mark = xyb_mark_new (XYB_MARK_DEDUCTED);

        table_init (&table, cases[i].scheme, phase);
        mark->count = cases[i].times;
        put (&table, 2, cases[i].indicator, mark);
        unit = score (&table, 2);
        g_assert_cmpint (item (unit, cases[i].indicator)->now.deduction, ==, cases[i].deduction);
      }
}

/* KH-24: whatever is still * costs nothing before the year is settled. */
static void
test_interim_star_costs_nothing (void)
{
  static const gint64 scores[N_FIXTURE_SCHEMES] = { 700, 0, 1000, 120 };

  for (guint i = 0; i < N_FIXTURE_SCHEMES; i++)
    {
      g_auto (Table) table = { 0 };
      g_autoptr (XybScoreSheet) sheet = NULL;

      table_init (&table, i, XYB_PHASE_INTERIM);
      sheet = xyb_score_sheet_new (&table.input);
      for (guint k = 0; k < sheet->units->len; k++)
        g_assert_cmpint (((XybUnitScore *) sheet->units->pdata[k])->deduction, ==, 0);
      g_assert_cmpint (((XybUnitScore *) sheet->units->pdata[0])->score, ==, scores[i]);
    }
}

static void
test_settled_star_is_lost (void)
{
  g_auto (Table) table = { 0 };
  g_autoptr (XybUnitScore) unit = NULL;

  /* 组织部: 0.2 + 0.1 + 0.1 lost, 0.3 and 0.2 by their caps, four cases due at 0.05. */
  table_init (&table, SCHEME_2020_DEPARTMENT, XYB_PHASE_SETTLEMENT);
  unit = score (&table, 1);
  g_assert_cmpint (unit->full, ==, 120);
  g_assert_cmpint (unit->deduction, ==, 20 + 10 + 10 + 30 + 20 + 20);
  g_assert_cmpint (unit->score, ==, 10);
}

/* AMB-28: one case a quarter. */
static void
test_cases_due (void)
{
  static const struct
  {
    XybPhase phase;
    int quarters;
    gint64 received;
    gint64 now;
    gint64 settled;
  } cases[] = {
    { XYB_PHASE_INTERIM, 2, 1, 0, 5 },      { XYB_PHASE_INTERIM, 0, 0, 0, 0 },
    { XYB_PHASE_INTERIM, 4, 0, 0, 20 },     { XYB_PHASE_SETTLEMENT, 2, 1, 15, 15 },
    { XYB_PHASE_SETTLEMENT, 4, 4, 0, 0 },   { XYB_PHASE_SETTLEMENT, 4, 9, 0, 0 },
    { XYB_PHASE_SETTLEMENT, 0, 0, 20, 20 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Table) table = { 0 };
      g_autoptr (XybUnitScore) unit = NULL;

      table_init (&table, SCHEME_2020_DEPARTMENT, cases[i].phase);
      table.input.quarters = cases[i].quarters;
      if (cases[i].received > 0)
        {
          XybMark *mark = xyb_mark_new (XYB_MARK_COUNT);

          mark->count = cases[i].received;
          put (&table, 28, 8, mark);
        }
      else
        put (&table, 28, 8, NULL);
      unit = score (&table, 28);
      g_assert_cmpint (item (unit, 8)->now.deduction, ==, cases[i].now);
      g_assert_cmpint (item (unit, 8)->settled.deduction, ==, cases[i].settled);
    }
}

static void
test_earning (void)
{
  g_auto (Table) table = { 0 };
  g_autoptr (XybUnitScore) early = NULL;
  g_autoptr (XybUnitScore) late = NULL;
  g_autoptr (XybUnitScore) severe = NULL;

  table_init (&table, SCHEME_2020_DISTRICT, XYB_PHASE_INTERIM);
  put_text (&table, 6, 1, "√");
  put_text (&table, 6, 5, "√");
  early = score (&table, 6);
  g_assert_cmpint (early->score, ==, 100);
  g_assert_cmpint (early->deduction, ==, 0);
  accept (&table, 6, 8, 8);
  table.input.phase = XYB_PHASE_SETTLEMENT;
  late = score (&table, 6);
  g_assert_cmpint (late->score, ==, 140);
  /* AMB-08: 20 on a base of 2.0. */
  put_text (&table, 6, 6, "扣20分");
  severe = score (&table, 6);
  g_assert_cmpint (severe->full, ==, 200);
  g_assert_cmpint (severe->deduction, ==, 2000);
  g_assert_cmpint (severe->score, ==, 140 - 2000);
}

static void
test_floor (void)
{
  g_auto (Table) table = { 0 };
  g_autoptr (XybUnitScore) unit = NULL;

  table_init (&table, SCHEME_2020_DISTRICT, XYB_PHASE_SETTLEMENT);
  table.scheme->floor = 0;
  put_text (&table, 1, 6, "扣5分");
  unit = score (&table, 1);
  g_assert_true (unit->floored);
  g_assert_cmpint (unit->score, ==, 0);
  g_assert_cmpint (unit->deduction, ==, 500);
}

/* AMB-17. */
static void
test_what_explained_becomes (void)
{
  static const struct
  {
    FixtureName scheme;
    XybSettling becomes;
    gint64 full;
    gint64 score;
  } cases[] = {
    /* 周市镇 2020: everything done but 信用审查 (0.4), which was explained. */
    { SCHEME_2020_DISTRICT, XYB_SETTLE_DONE, 200, 200 },
    { SCHEME_2020_DISTRICT, XYB_SETTLE_REMOVED, 160, 160 },
    { SCHEME_2020_DISTRICT, XYB_SETTLE_LOST, 200, 160 },
    { SCHEME_2020_SUBDISTRICT, XYB_SETTLE_DONE, 1000, 1000 },
    { SCHEME_2020_SUBDISTRICT, XYB_SETTLE_REMOVED, 800, 800 },
    { SCHEME_2020_SUBDISTRICT, XYB_SETTLE_LOST, 1000, 800 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Table) table = { 0 };
      g_autoptr (XybUnitScore) unit = NULL;

      table_init (&table, cases[i].scheme, XYB_PHASE_SETTLEMENT);
      table.scheme->explained_becomes = cases[i].becomes;
      for (gint64 k = 1; k <= 5; k++)
        put_text (&table, 3, k, "√");
      put_text (&table, 3, cases[i].scheme == SCHEME_2020_DISTRICT ? 5 : 4, "已说明");
      unit = score (&table, 3);
      g_assert_cmpint (unit->full, ==, cases[i].full);
      g_assert_cmpint (unit->score, ==, cases[i].score);
    }
}

static void
test_what_open_becomes (void)
{
  static const struct
  {
    XybSettling becomes;
    gint64 full;
    gint64 score;
  } cases[] = {
    { XYB_SETTLE_DONE, 1000, 1000 },
    { XYB_SETTLE_REMOVED, 700, 700 },
    { XYB_SETTLE_LOST, 1000, 700 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Table) table = { 0 };
      g_autoptr (XybUnitScore) unit = NULL;

      table_init (&table, SCHEME_2020_SUBDISTRICT, XYB_PHASE_SETTLEMENT);
      table.scheme->open_becomes = cases[i].becomes;
      for (gint64 k = 2; k <= 5; k++)
        put_text (&table, 1, k, "√");
      unit = score (&table, 1);
      g_assert_cmpint (unit->full, ==, cases[i].full);
      g_assert_cmpint (unit->score, ==, cases[i].score);
    }
}

static void
test_severe_of_departments (void)
{
  g_auto (Table) table = { 0 };
  g_autoptr (XybUnitScore) outside = NULL;
  g_autoptr (XybUnitScore) inside = NULL;

  /* AMB-18: 1.5, or 1.8 with the column that only takes away. */
  table_init (&table, SCHEME_2020_DEPARTMENT, XYB_PHASE_INTERIM);
  put_text (&table, 11, 10, "有");
  outside = score (&table, 11);
  g_assert_cmpint (outside->full, ==, 150);
  g_assert_cmpint (outside->full_with_events, ==, 180);
  g_assert_cmpint (outside->score, ==, 120);
  ((XybIndicator *) table.scheme->indicators->pdata[9])->counts_in_base = TRUE;
  inside = score (&table, 11);
  g_assert_cmpint (inside->full, ==, 180);
  g_assert_cmpint (inside->score, ==, 150);
}

static void
test_open_and_unsaid_are_counted (void)
{
  g_auto (Table) table = { 0 };
  g_autoptr (XybUnitScore) printed = NULL;
  g_autoptr (XybUnitScore) blank = NULL;

  table_init (&table, SCHEME_2020_DEPARTMENT, XYB_PHASE_INTERIM);
  printed = score (&table, 28); /* 应急管理局: two 非考核项, one 1 */
  g_assert_cmpuint (printed->open, ==, 6);
  g_assert_cmpuint (printed->unsaid, ==, 0);
  put (&table, 28, 10, NULL);
  put (&table, 28, 1, NULL);
  blank = score (&table, 28);
  g_assert_cmpuint (blank->open, ==, 6);
  g_assert_cmpuint (blank->unsaid, ==, 1);
}

static void
test_quarters (void)
{
  static const struct
  {
    const char *today;
    int gone;
  } cases[] = {
    { "2019-12-31", 0 }, { "2020-01-01", 0 }, { "2020-03-31", 0 },
    { "2020-04-01", 1 }, { "2020-07-24", 2 }, { "2020-09-30", 2 },
    { "2020-10-01", 3 }, { "2020-12-31", 3 }, { "2021-01-01", 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (xyb_quarters_gone (2020, cases[i].today), ==, cases[i].gone);
}

/* KH-27: what the register knew when the year was signed. */
static void
test_facts_frozen (void)
{
  g_autoptr (GHashTable) facts = xyb_facts_new ();
  g_autoptr (GHashTable) thawed = NULL;
  g_autoptr (GHashTable) nothing = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  XybProgress first = { 106, 9, 8, 7, 6 };
  XybProgress second = { 104, 0, 0, 0, 0 };
  const XybScoreFacts *fact;
  gint64 unit = 106;

  xyb_facts_set (facts, 106, 8, &first);
  xyb_facts_set (facts, 104, XYB_UNSAID, &second);
  text = xyb_facts_freeze (facts);
  g_assert_cmpstr (text, ==, "f\nf\t104\t-\t0\t0\t0\t0\nf\t106\t8\t9\t8\t7\t6\n");
  thawed = xyb_facts_thaw (text);
  again = xyb_facts_freeze (thawed);
  g_assert_cmpstr (again, ==, text);
  fact = g_hash_table_lookup (thawed, &unit);
  g_assert_cmpint (fact->quota, ==, 8);
  g_assert_cmpint (fact->progress.accepted, ==, 6);
  nothing = xyb_facts_thaw ("f\n");
  g_assert_cmpuint (g_hash_table_size (nothing), ==, 0);
  g_assert_null (xyb_facts_thaw ("1\t3\t\t\nh\ta\tb\tc\n"));
}

/* ---- properties, over random marks with fixed seeds ---- */

static XybMark *
random_mark (GRand *rand, const XybIndicator *indicator)
{
  XybMark *mark = xyb_mark_new (g_rand_int_range (rand, 0, XYB_N_MARK_KINDS));

  if (mark->kind == XYB_MARK_NOT_APPLICABLE)
    mark->kind = XYB_MARK_OPEN;
  if (mark->kind == XYB_MARK_COUNT
      || (mark->kind == XYB_MARK_DEDUCTED && indicator->rule == XYB_RULE_PER_COUNT))
    mark->count = g_rand_int_range (rand, 0, 60);
  else if (mark->kind == XYB_MARK_EVENT || mark->kind == XYB_MARK_DEDUCTED)
    mark->amount = g_rand_int_range (rand, 0, (int) indicator->points + 1);
  if (indicator->rule == XYB_RULE_MANUAL && mark->amount != XYB_UNSAID)
    mark->remark = g_strdup ("原因");
  if (xyb_mark_check (mark, indicator, NULL))
    return mark;
  xyb_mark_free (mark);
  return random_mark (rand, indicator);
}

static void
randomise (Table *table, GRand *rand)
{
  for (guint row = 1; row <= table->scheme->units->len; row++)
    {
      for (guint place = 0; place < table->scheme->indicators->len; place++)
        put (table, row, place + 1, random_mark (rand, table->scheme->indicators->pdata[place]));
      accept (table, row, g_rand_int_range (rand, 0, 12), g_rand_int_range (rand, 0, 14));
    }
  table->scheme->open_becomes = g_rand_int_range (rand, XYB_SETTLE_DONE, XYB_SETTLE_LOST + 1);
  table->scheme->explained_becomes = g_rand_int_range (rand, XYB_SETTLE_DONE, XYB_SETTLE_LOST + 1);
}

static void
check_unit (const XybScheme *scheme, const XybUnitScore *unit)
{
  gint64 deduction = 0;
  gint64 full = 0;

  for (guint i = 0; i < unit->items->len; i++)
    {
      const XybItemScore *cell = item (unit, i + 1);
      gint64 cap = cell->indicator->rule == XYB_RULE_PER_COUNT ? cell->indicator->cap
                                                               : cell->indicator->points;

      g_assert_cmpint (cell->now.deduction, >=, 0);
      g_assert_cmpint (cell->now.deduction, <=, cap);
      g_assert_cmpint (cell->now.earned, >=, 0);
      g_assert_cmpint (cell->now.earned, <=, cell->now.full);
      g_assert_cmpint (cell->settled.deduction, <=, cap);
      deduction += cell->now.deduction;
      full += cell->now.full;
    }
  g_assert_cmpint (deduction, ==, unit->deduction);
  g_assert_cmpint (full, ==, unit->full);
  if (scheme->mode == XYB_SCHEME_DEDUCT)
    g_assert_cmpint (unit->score + unit->deduction, ==, unit->full);
}

static void
test_properties (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    for (guint i = 0; i < N_FIXTURE_SCHEMES; i++)
      for (XybPhase phase = XYB_PHASE_INTERIM; phase <= XYB_PHASE_SETTLEMENT; phase++)
        {
          g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
          g_auto (Table) table = { 0 };
          g_autoptr (XybScoreSheet) sheet = NULL;
          g_autoptr (XybScoreSheet) again = NULL;

          table_init (&table, i, phase);
          randomise (&table, rand);
          sheet = xyb_score_sheet_new (&table.input);
          again = xyb_score_sheet_new (&table.input);
          for (guint k = 0; k < sheet->units->len; k++)
            {
              const XybUnitScore *unit = sheet->units->pdata[k];
              const XybUnitScore *twin = again->units->pdata[k];
              g_autoptr (GPtrArray) lines = xyb_unit_score_explain (table.scheme, unit);

              check_unit (table.scheme, unit);
              g_assert_cmpint (unit->score, ==, twin->score);
              g_assert_cmpuint (lines->len, ==, unit->items->len + 2);
              if (phase == XYB_PHASE_SETTLEMENT)
                g_assert_cmpint (unit->score, ==, unit->settled_score);
            }
        }
}

/* What is shown depends on the marks alone, not on the way they came about. */
static void
test_order_of_edits (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_auto (Table) first = { 0 };
      g_auto (Table) second = { 0 };
      g_autoptr (XybScoreSheet) a = NULL;
      g_autoptr (XybScoreSheet) b = NULL;

      table_init (&first, SCHEME_2020_DEPARTMENT, XYB_PHASE_SETTLEMENT);
      table_init (&second, SCHEME_2020_DEPARTMENT, XYB_PHASE_SETTLEMENT);
      for (guint row = 1; row <= 54; row++)
        for (guint place = 0; place < 10; place++)
          {
            const XybIndicator *indicator = first.scheme->indicators->pdata[place];

            put (&first, row, place + 1, random_mark (rand, indicator));
            put (&second, row, place + 1, random_mark (rand, indicator));
          }
      for (guint n = 540; n > 0; n--)
        {
          const XybMark *mark = xyb_marks_get (first.marks, (n - 1) / 10 + 1, (n - 1) % 10 + 1);

          put (&second, (n - 1) / 10 + 1, (n - 1) % 10 + 1, xyb_mark_copy (mark));
        }
      a = xyb_score_sheet_new (&first.input);
      b = xyb_score_sheet_new (&second.input);
      for (guint k = 0; k < 54; k++)
        g_assert_cmpint (((XybUnitScore *) a->units->pdata[k])->score, ==,
                         ((XybUnitScore *) b->units->pdata[k])->score);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/tiers-of-2019", test_tiers);
  g_test_add_func ("/score/caps", test_caps);
  g_test_add_func ("/score/interim-star-costs-nothing", test_interim_star_costs_nothing);
  g_test_add_func ("/score/settled-star-is-lost", test_settled_star_is_lost);
  g_test_add_func ("/score/cases-due", test_cases_due);
  g_test_add_func ("/score/earning", test_earning);
  g_test_add_func ("/score/floor", test_floor);
  g_test_add_func ("/score/what-explained-becomes", test_what_explained_becomes);
  g_test_add_func ("/score/what-open-becomes", test_what_open_becomes);
  g_test_add_func ("/score/severe-of-departments", test_severe_of_departments);
  g_test_add_func ("/score/open-and-unsaid-are-counted", test_open_and_unsaid_are_counted);
  g_test_add_func ("/score/quarters", test_quarters);
  g_test_add_func ("/score/facts-frozen", test_facts_frozen);
  g_test_add_func ("/score/properties", test_properties);
  g_test_add_func ("/score/order-of-edits", test_order_of_edits);
  return g_test_run ();
}
