/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scheme-fixture.h"
#include "xyb-score-lines.h"

/* 如现在结算, as the panel shows it: label | detail | value, worked by hand from §7.3 and §7.6. */

typedef struct
{
  FixtureName scheme;
  guint column;
  XybMark mark;
  int quarters;
  gint64 quota; /* of the register, or 0 */
  gint64 accepted;
  const char *lines; /* "label|detail|value" with / between lines */
  const char *state;
} Case;

#define MARK(kind, count, amount)                                                                  \
  {                                                                                                \
    kind, count, amount, NULL, NULL, NULL                                                          \
  }
#define NONE XYB_UNSAID

static const Case cases[] = {
  /* One case of two quarters is missing: the picture of the design. */
  { SCHEME_2020_DEPARTMENT, 7, MARK (XYB_MARK_COUNT, 1, NONE), 2, 0, 0,
    "应报|每季 1 条 × 2 个季度|2 条;已报||1 条;缺报|1 条 × 0.05 分|−0.05;扣分上限||0.3;"
    "本项得分||0.25 / 0.3",
    "已收到 1 条" },
  /* 30 times 0.01 is the cap (C-07); the 31st costs nothing more. */
  { SCHEME_2020_DEPARTMENT, 6, MARK (XYB_MARK_DEDUCTED, 31, NONE), 2, 0, 0,
    "未完成||31 次;扣分|31 次 × 0.01 分|−0.31;扣分上限||0.3;本项得分||0 / 0.3", "未完成 31 次" },
  { SCHEME_2020_DEPARTMENT, 0, MARK (XYB_MARK_OPEN, NONE, NONE), 2, 0, 0,
    "年终仍未完成||−0.2;本项得分||0 / 0.2", "未完成" },
  { SCHEME_2020_DEPARTMENT, 0, MARK (XYB_MARK_DONE, NONE, NONE), 2, 0, 0,
    "已完成||0;本项得分||0.2 / 0.2", "已完成" },
  { SCHEME_2020_DEPARTMENT, 0, MARK (XYB_MARK_EXPLAINED, NONE, NONE), 2, 0, 0,
    "已说明，视同完成||0;本项得分||0.2 / 0.2", "已说明" },
  { SCHEME_2020_DEPARTMENT, 9, MARK (XYB_MARK_NO_EVENT, NONE, NONE), 2, 0, 0,
    "未监测到事件||0;本项扣分||0", "无事件" },
  { SCHEME_2020_DISTRICT, 5, MARK (XYB_MARK_EVENT, NONE, 500), 2, 0, 0,
    "监测到事件||−5;扣分上限||20;本项扣分||−5", "有事件，扣 5 分" },
  { SCHEME_2019_DISTRICT, 0, MARK (XYB_MARK_OPEN, NONE, NONE), 2, 8, 6,
    "指标||8 家;验收通过||6 家;完成率|6 ÷ 8|75.0%;扣分|低于 80%|−2;本项得分||3 / 5", "未完成" },
  { SCHEME_2020_DISTRICT, 0, MARK (XYB_MARK_OPEN, NONE, NONE), 2, 0, 0,
    "年终仍未完成||−0.6;本项得分||0 / 0.6", "未完成" },
};

static char *
join (GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const XybScoreLine *line = lines->pdata[i];

      g_string_append_printf (text, "%s%s|%s|%s", i > 0 ? ";" : "", line->label,
                              line->detail != NULL ? line->detail : "", line->value);
    }
  return g_strdup (text->str);
}

static void
test_lines (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (XybScheme) scheme = fixture_scheme (c->scheme);
  const XybIndicator *indicator = scheme->indicators->pdata[c->column];
  const XybSchemeUnit *unit = scheme->units->pdata[0];
  g_autoptr (GHashTable) marks = xyb_marks_new ();
  g_autoptr (GHashTable) facts = xyb_facts_new ();
  const XybProgress progress = { .unit_id = unit->unit_id, .accepted = c->accepted };
  const XybScoreInput input = { scheme, marks, facts, XYB_PHASE_INTERIM, c->quarters };
  g_autoptr (XybUnitScore) score = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *text = NULL;
  g_autofree char *state = NULL;
  const XybItemScore *item;

  scheme->open_becomes = XYB_SETTLE_LOST;
  scheme->explained_becomes = XYB_SETTLE_DONE;
  xyb_marks_set (marks, unit->unit_id, indicator->id, xyb_mark_copy (&c->mark));
  if (c->quota > 0)
    xyb_facts_set (facts, unit->unit_id, c->quota, &progress);
  score = xyb_unit_score_new (&input, unit);
  item = &g_array_index (score->items, XybItemScore, c->column);
  lines = xyb_item_score_lines (scheme, item);
  text = join (lines);
  state = xyb_item_score_state (item);
  g_assert_cmpstr (text, ==, c->lines);
  g_assert_cmpstr (state, ==, c->state);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path
        = g_strdup_printf ("/score-lines/%s/%" G_GSIZE_FORMAT, cases[i].state, i);

      g_test_add_data_func (path, &cases[i], test_lines);
    }
  return g_test_run ();
}
