/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-score.h"
#include "xyb-text-table.h"

/* The four published schemes as the printed tables give them: heads, units and 非考核项 from the
 * tables themselves (tests/data/grid_*.tsv), rules from requirements §7.3–7.6. Ids count from 1:
 * indicators by column, units by row. */

typedef struct
{
  XybRuleKind rule;
  gint64 points;
  int note;
  gboolean event;
  gint64 step;
  gint64 cap;
  gint64 per_quarter;
  const char *counter;
} FixtureRule;

#define BINARY(points, note)                                                                       \
  {                                                                                                \
    XYB_RULE_BINARY, points, note, FALSE, 0, 0, XYB_UNSAID, NULL                                   \
  }
#define TIER(points, note)                                                                         \
  {                                                                                                \
    XYB_RULE_TIER, points, note, FALSE, 0, 0, XYB_UNSAID, NULL                                     \
  }
#define COUNTED(points, note, step, counter)                                                       \
  {                                                                                                \
    XYB_RULE_PER_COUNT, points, note, FALSE, step, points, XYB_UNSAID, counter                     \
  }
#define REPORTED(points, note, step, counter)                                                      \
  {                                                                                                \
    XYB_RULE_PER_COUNT, points, note, FALSE, step, points, 1, counter                              \
  }
#define SEVERE(rule, points, note)                                                                 \
  {                                                                                                \
    rule, points, note, TRUE, 0, 0, XYB_UNSAID, NULL                                               \
  }

typedef struct
{
  const char *file;
  int year;
  XybUnitKind kind;
  XybSchemeMode mode;
  FixtureRule rules[10];
} FixtureScheme;

typedef enum
{
  SCHEME_2019_DISTRICT,
  SCHEME_2020_DISTRICT,
  SCHEME_2020_SUBDISTRICT,
  SCHEME_2020_DEPARTMENT,
  N_FIXTURE_SCHEMES
} FixtureName;

static const FixtureScheme fixture_schemes[N_FIXTURE_SCHEMES] = {
  { "grid_2019_quzhen.tsv",
    2019,
    XYB_UNIT_KIND_DISTRICT,
    XYB_SCHEME_DEDUCT,
    { TIER (500, 1), BINARY (100, 2), BINARY (100, 3) } },
  { "grid_2020_quzhen.tsv",
    2020,
    XYB_UNIT_KIND_DISTRICT,
    XYB_SCHEME_EARN,
    { BINARY (60, 1), BINARY (40, 2), BINARY (20, 3), TIER (40, 4), BINARY (40, 5),
      SEVERE (XYB_RULE_MANUAL, 2000, 6) } },
  { "grid_2020_banshichu.tsv",
    2020,
    XYB_UNIT_KIND_SUBDISTRICT,
    XYB_SCHEME_DEDUCT,
    { BINARY (300, 1), BINARY (200, 2), BINARY (100, 3), BINARY (200, 4),
      COUNTED (200, 5, 50, "次"), SEVERE (XYB_RULE_MANUAL, 2000, 6) } },
  { "grid_2020_bumen.tsv",
    2020,
    XYB_UNIT_KIND_DEPARTMENT,
    XYB_SCHEME_DEDUCT,
    { BINARY (20, 1), BINARY (10, 1), BINARY (10, 2), BINARY (10, 3), BINARY (10, 3),
      BINARY (10, 4), COUNTED (30, 5, 1, "次"), REPORTED (30, 6, 5, "条"), COUNTED (20, 7, 5, "次"),
      SEVERE (XYB_RULE_BINARY, 30, 8) } },
};

static inline XybTextTable *
fixture_table (const char *file)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", file, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return xyb_text_table_parse (text);
}

static inline void
fixture_add_tiers (XybIndicator *indicator, int year)
{
  static const int tiers[][2] = { { 60, 500 }, { 70, 300 }, { 80, 200 }, { 90, 100 } };

  if (year == 2020)
    g_ptr_array_add (indicator->tiers, xyb_tier_new (100, indicator->points));
  for (gsize i = 0; year == 2019 && i < G_N_ELEMENTS (tiers); i++)
    g_ptr_array_add (indicator->tiers, xyb_tier_new (tiers[i][0], tiers[i][1]));
}

static inline XybIndicator *
fixture_indicator (const FixtureScheme *fixture, guint place, const char *head)
{
  const FixtureRule *rule = &fixture->rules[place];
  XybIndicator *indicator = xyb_indicator_new ();
  const char *wide = g_strrstr (head, "（");
  const char *narrow = g_strrstr (head, "(");

  indicator->id = place + 1;
  indicator->head = g_strdup (head);
  indicator->points_text = g_strdup (wide != NULL && wide > narrow ? wide : narrow);
  indicator->points = rule->points;
  indicator->rule = rule->rule;
  indicator->event = rule->event;
  indicator->counts_in_base = !rule->event;
  indicator->note = rule->note;
  indicator->step = rule->step;
  indicator->cap = rule->cap;
  indicator->per_quarter = rule->per_quarter;
  indicator->counter = g_strdup (rule->counter);
  if (rule->rule == XYB_RULE_TIER)
    fixture_add_tiers (indicator, fixture->year);
  return indicator;
}

static inline void
fixture_add_notes (XybScheme *scheme)
{
  g_autoptr (XybTextTable) notes = fixture_table ("assessment-notes.tsv");
  g_autofree char *key = g_strdup_printf ("%d-%s", scheme->year, xyb_unit_kind_key (scheme->kind));

  for (guint i = 0; i < notes->rows->len; i++)
    if (g_str_equal (xyb_text_table_get (notes, i, 0), key))
      g_ptr_array_add (scheme->notes, xyb_scheme_note_new (xyb_text_table_get (notes, i, 2)));
}

static inline XybScheme *
fixture_scheme (FixtureName name)
{
  const FixtureScheme *fixture = &fixture_schemes[name];
  g_autoptr (XybTextTable) table = fixture_table (fixture->file);
  XybScheme *scheme = xyb_scheme_new ();
  guint n = table->n_columns - 2;

  scheme->year = fixture->year;
  scheme->kind = fixture->kind;
  scheme->mode = fixture->mode;
  scheme->title = g_strdup ("考核表");
  scheme->unit_head = g_strdup (xyb_text_table_get (table, 0, 0));
  scheme->remark_head = g_strdup (xyb_text_table_get (table, 0, n + 1));
  scheme->notes_head = g_strdup ("说明:");
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (scheme->indicators,
                     fixture_indicator (fixture, i, xyb_text_table_get (table, 0, i + 1)));
  for (guint row = 1; row < table->rows->len; row++)
    {
      XybSchemeUnit *unit = xyb_scheme_unit_new ();

      unit->id = unit->unit_id = row;
      unit->unit_name = g_strdup (xyb_text_table_get (table, row, 0));
      for (guint i = 0; i < n; i++)
        if (g_str_equal (xyb_text_table_get (table, row, i + 1), "非考核项"))
          xyb_scheme_unit_set_applies (unit, i + 1, FALSE);
      g_ptr_array_add (scheme->units, unit);
    }
  fixture_add_notes (scheme);
  return scheme;
}

/* What the printed table shows, cell by cell. */
static inline GHashTable *
fixture_marks (FixtureName name, const XybScheme *scheme)
{
  g_autoptr (XybTextTable) table = fixture_table (fixture_schemes[name].file);
  GHashTable *marks = xyb_marks_new ();

  for (guint row = 1; row < table->rows->len; row++)
    for (guint i = 0; i < scheme->indicators->len; i++)
      {
        XybMark *mark = xyb_mark_parse (xyb_text_table_get (table, row, i + 1),
                                        scheme->indicators->pdata[i], NULL);

        g_assert_nonnull (mark);
        xyb_marks_set (marks, row, i + 1, mark);
      }
  return marks;
}
