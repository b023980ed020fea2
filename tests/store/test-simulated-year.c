/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "office-fixture.h"

#include "xyb-award-store.h"
#include "xyb-overview-store.h"
#include "xyb-progress-store.h"
#include "xyb-provider-store.h"

/* The whole year 2020 with the 66 enterprises of its plan, from 推荐 to 发证.
 *
 * The office's acts stand below by their day; what the office has to say on a day was
 * worked out by hand and stands in the tables below. Of each 区镇, in the order of 附件1:
 *
 *   区镇           指标  7月22日通过  8月14日通过  其余
 *   昆山开发区       10       7            2        第 10 家 8月14日不通过
 *   昆山高新区       10       6            4
 *   花桥经济开发区    6       6            –
 *   张浦镇            8       5            3
 *   周市镇            8       3            3        第 7 家缺第 3 项材料，第 8 家未签约
 *   陆家镇            5       4            1
 *   巴城镇            6       3            3
 *   千灯镇            5       2            3
 *   淀山湖镇          3       3            –
 *   周庄镇            2       1            1
 *   锦溪镇            3       1            1        第 3 家未签约
 *   合计             66      41           21
 */

#define N_DISTRICTS 11
#define N_ENTERPRISES 66

typedef struct
{
  const char *name;
  guint quota;
  guint first;  /* accepted on 7月22日 */
  guint second; /* … and on 8月14日 */
} District;

static const District districts[N_DISTRICTS] = {
  { "昆山开发区", 10, 7, 2 }, { "昆山高新区", 10, 6, 4 }, { "花桥经济开发区", 6, 6, 0 },
  { "张浦镇", 8, 5, 3 },      { "周市镇", 8, 3, 3 },      { "陆家镇", 5, 4, 1 },
  { "巴城镇", 6, 3, 3 },      { "千灯镇", 5, 2, 3 },      { "淀山湖镇", 3, 3, 0 },
  { "周庄镇", 2, 1, 1 },      { "锦溪镇", 3, 1, 1 },
};

/* Places of the ones the story names, counted from 0 within their 区镇. */
#define DEVELOPMENT_AREA 0
#define ZHOUSHI_TOWN 4
#define JINXI_TOWN 10

typedef struct
{
  Office office;
  XybPlan *plan;
  gint64 ids[N_DISTRICTS][10];
  /* Of earlier years. */
  gint64 old_2018;      /* 贯标 in 2018, the day not known */
  gint64 year_ago;      /* 贯标 on 2019-04-30: on 2020-04-30 a year, to the day */
  gint64 day_short;     /* 贯标 on 2019-05-01 */
  gint64 leap;          /* 贯标 on 2020-02-29 */
  gint64 models[4];     /* 市级 in 2016, 2017, 2018, 2019 */
  gint64 applicants[6]; /* of 市级 in 2020 */
} Year;

/* ---- acts ---- */

static void
save_nomination (Year *self, gint64 enterprise_id, gint64 unit_id)
{
  g_autoptr (XybNomination) row = xyb_nomination_new ();
  g_autoptr (GError) error = NULL;

  row->plan_id = self->plan->id;
  row->unit_id = unit_id;
  row->enterprise_id = enterprise_id;
  xyb_nomination_store_save (self->office.store, row, &error);
  g_assert_no_error (error);
}

static void
nominate_all (Year *self)
{
  for (guint d = 0; d < N_DISTRICTS; d++)
    {
      const XybQuota *quota = self->plan->quotas->pdata[d];

      g_assert_cmpstr (quota->unit_name, ==, districts[d].name);
      for (guint i = 0; i < districts[d].quota; i++)
        {
          g_autofree char *name
            = g_strdup_printf ("昆山示例%s第%u企业有限公司", districts[d].name, i + 1);

          self->ids[d][i] = office_add_enterprise (&self->office, name, quota->unit_id);
          save_nomination (self, self->ids[d][i], quota->unit_id);
        }
    }
}

static void
move (Year *self, XybTrack track, const gint64 *ids, guint n_ids, const char *stage, const char *on)
{
  const XybProgressMove to = { track, stage, on, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;

  xyb_progress_store_move (self->office.store, self->plan, ids, n_ids, &to, on, &error);
  g_assert_no_error (error);
}

typedef gboolean (*Chosen) (guint district, guint index);

static gboolean
everybody (guint district, guint index)
{
  return TRUE;
}

static gboolean
signs (guint district, guint index)
{
  return !(district == ZHOUSHI_TOWN && index == 7) && !(district == JINXI_TOWN && index == 2);
}

static gboolean
is_first (guint district, guint index)
{
  return index < districts[district].first;
}

static gboolean
is_second (guint district, guint index)
{
  return !is_first (district, index)
         && index < districts[district].first + districts[district].second;
}

static gboolean
fails (guint district, guint index)
{
  return district == DEVELOPMENT_AREA && index == 9;
}

static gboolean
hands_in_late (guint district, guint index)
{
  return is_second (district, index) || fails (district, index)
         || (district == ZHOUSHI_TOWN && index == 6);
}

static GArray *
choose (Year *self, Chosen chosen)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint d = 0; d < N_DISTRICTS; d++)
    for (guint i = 0; i < districts[d].quota; i++)
      if (chosen (d, i))
        g_array_append_val (ids, self->ids[d][i]);
  return ids;
}

static void
move_chosen (Year *self, Chosen chosen, const char *stage, const char *on)
{
  g_autoptr (GArray) ids = choose (self, chosen);

  move (self, XYB_TRACK_ACCREDITATION, (const gint64 *) ids->data, ids->len, stage, on);
}

/* @but: number of one that does not come, or 0. */
static void
hand_in (Year *self, XybTrack track, gint64 id, guint but, const char *on, const char *valid_until)
{
  g_autoptr (GPtrArray) items = xyb_plan_list_materials (self->plan, track);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybTrackRecord) record
    = xyb_progress_store_get (self->office.store, self->plan, track, id, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      const XybPlanMaterial *item = items->pdata[i];
      g_autoptr (XybMaterial) material = xyb_material_new (item->id);

      if (i + 1 == but)
        continue;
      material->state = XYB_MATERIAL_COMPLETE;
      material->received_on = g_strdup (on);
      material->valid_until = item->has_validity ? g_strdup (valid_until) : NULL;
      xyb_progress_store_set_material (self->office.store, self->plan, record, material, NULL, on,
                                       &error);
      g_assert_no_error (error);
    }
}

static void
hand_in_chosen (Year *self, Chosen chosen, const char *on, const char *valid_until)
{
  for (guint d = 0; d < N_DISTRICTS; d++)
    for (guint i = 0; i < districts[d].quota; i++)
      if (chosen (d, i))
        hand_in (self, XYB_TRACK_ACCREDITATION, self->ids[d][i],
                 d == ZHOUSHI_TOWN && i == 6 ? 3 : 0, on, valid_until);
}

static gint64
earlier (Year *self, const char *name, XybTrack track, int year, const char *on)
{
  gint64 id = office_add_enterprise (&self->office, name, ZHOUSHI);
  g_autoptr (GError) error = NULL;

  for (XybTrack level = XYB_TRACK_ACCREDITATION; level <= track; level++)
    {
      XybAward *award = xyb_award_new ();

      award->enterprise_id = id;
      award->track = level;
      award->year = year - (int) (track - level);
      award->awarded_on = g_strdup (on);
      xyb_award_store_add (self->office.store, &award, 1, "2020-12-31", &error);
      g_assert_no_error (error);
      xyb_award_free (award);
    }
  return id;
}

static void
register_earlier_years (Year *self)
{
  self->old_2018 = earlier (self, "昆山示例甲有限公司", XYB_TRACK_ACCREDITATION, 2018, NULL);
  self->year_ago
    = earlier (self, "昆山示例乙有限公司", XYB_TRACK_ACCREDITATION, 2019, "2019-04-30");
  self->day_short
    = earlier (self, "昆山示例丙有限公司", XYB_TRACK_ACCREDITATION, 2019, "2019-05-01");
  self->leap = earlier (self, "昆山示例丁有限公司", XYB_TRACK_ACCREDITATION, 2020, "2020-02-29");
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("昆山示例示范%d有限公司", 2016 + i);

      self->models[i] = earlier (self, name, XYB_TRACK_CITY_MODEL, 2016 + i, NULL);
    }
  self->applicants[0] = self->old_2018;
  self->applicants[1] = self->year_ago;
  for (int i = 2; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("昆山示例申报%d有限公司", i + 1);

      self->applicants[i] = earlier (self, name, XYB_TRACK_ACCREDITATION, 2017, NULL);
    }
}

static void
apply (Year *self, XybTrack track, gint64 id, const char *on)
{
  g_autoptr (GError) error = NULL;

  xyb_progress_store_apply (self->office.store, self->plan, track, id, on, on, &error);
  g_assert_no_error (error);
}

static void
run_city (Year *self, const char *stage, const char *on)
{
  move (self, XYB_TRACK_CITY_MODEL, self->applicants, 6, stage, on);
}

static void
revoke_one (Year *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) awards
    = xyb_award_store_list (self->office.store, XYB_TRACK_CITY_MODEL, self->applicants[5], &error);

  g_assert_no_error (error);
  g_assert_cmpuint (awards->len, ==, 1);
  xyb_award_store_revoke (self->office.store, awards->pdata[0], "2020-12-01", "重大失信",
                          "苏信用办〔2020〕30号", "2020-12-01", &error);
  g_assert_no_error (error);
}

/* ---- the calendar ---- */

static void
in_april (Year *self)
{
  for (guint i = 0; i < 6; i++)
    apply (self, XYB_TRACK_CITY_MODEL, self->applicants[i], "2020-04-16");
  move_chosen (self, everybody, "名单确定", "2020-04-20");
  run_city (self, "推荐", "2020-04-28");
  run_city (self, "名单", "2020-04-30");
}

static void
until_july (Year *self)
{
  move_chosen (self, signs, "签约", "2020-05-12");
  move_chosen (self, signs, "实施", "2020-05-20");
  run_city (self, "签约备案", "2020-05-25");
  /* The report of the 7th of 周市镇 holds until 7月20日. */
  hand_in_chosen (self, is_first, "2020-07-10", "2021-01-09");
  hand_in (self, XYB_TRACK_ACCREDITATION, self->ids[ZHOUSHI_TOWN][6], 3, "2020-07-10",
           "2020-07-20");
  move_chosen (self, is_first, "材料提交", "2020-07-15");
  move_chosen (self, is_first, "验收", "2020-07-22");
  move_chosen (self, is_first, "通过", "2020-07-22");
}

static void
from_august (Year *self)
{
  apply (self, XYB_TRACK_PROVINCE_MODEL, self->models[0], "2020-07-30");
  hand_in_chosen (self, hands_in_late, "2020-08-03", "2021-02-02");
  move_chosen (self, is_second, "材料提交", "2020-08-05");
  move_chosen (self, fails, "材料提交", "2020-08-05");
  move_chosen (self, fails, "验收", "2020-08-14");
  move_chosen (self, fails, "不通过", "2020-08-14");
  move_chosen (self, is_second, "验收", "2020-08-14");
  move_chosen (self, is_second, "通过", "2020-08-14");
}

static void
in_autumn (Year *self)
{
  run_city (self, "评价报告", "2020-08-20");
  run_city (self, "初审盖章", "2020-08-25");
  for (guint i = 0; i < 6; i++)
    hand_in (self, XYB_TRACK_CITY_MODEL, self->applicants[i], 0, "2020-08-26", "2021-02-25");
  run_city (self, "报送", "2020-08-28");
  run_city (self, "现场评价", "2020-09-15");
  run_city (self, "公示", "2020-09-22");
  run_city (self, "发文", "2020-10-30");
  move (self, XYB_TRACK_PROVINCE_MODEL, self->models, 1, "审定汇总", "2020-09-10");
  move (self, XYB_TRACK_PROVINCE_MODEL, self->models, 1, "评审", "2020-11-10");
  move (self, XYB_TRACK_PROVINCE_MODEL, self->models, 1, "公示", "2020-11-20");
  revoke_one (self);
  move (self, XYB_TRACK_PROVINCE_MODEL, self->models, 1, "发证", "2020-12-20");
}

/* ---- what is said ---- */

typedef struct
{
  gint64 nominated, confirmed, signed_up, accepted;
  const char *rate;
  guint deducted; /* 区镇 */
} Total;

static XybOverview *
read_overview (Year *self, const char *day)
{
  g_autoptr (GError) error = NULL;
  XybOverview *overview = xyb_overview_store_read (self->office.store, 2020, day, &error);

  g_assert_no_error (error);
  return overview;
}

static void
assert_total (Year *self, const char *day, const Total *wanted)
{
  g_autoptr (XybOverview) overview = read_overview (self, day);
  const XybQuotaRow *total = overview->rows->total;
  g_autoptr (XybFigure) figure = xyb_figure_new (overview, XYB_TRACK_ACCREDITATION);

  g_assert_cmpint (total->accreditation, ==, N_ENTERPRISES);
  g_assert_cmpint (total->progress.nominated, ==, wanted->nominated);
  g_assert_cmpint (total->progress.confirmed, ==, wanted->confirmed);
  g_assert_cmpint (total->progress.signed_up, ==, wanted->signed_up);
  g_assert_cmpint (total->progress.accepted, ==, wanted->accepted);
  g_assert_cmpstr (figure->rate, ==, wanted->rate);
  g_assert_cmpuint (overview->rows->deducted, ==, wanted->deducted);
}

/* How many have missed a milestone, hold an expired report, lack a required material and are still
 * on the way. */
static void
assert_warnings (Year *self,
                 XybTrack track,
                 const char *day,
                 guint overdue,
                 guint expired,
                 guint lacking)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines
    = xyb_progress_store_list_lines (self->office.store, self->plan, track, day, &error);
  guint found[3] = { 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const XybTrackLine *line = lines->pdata[i];

      found[0] += line->overdue != NULL ? 1 : 0;
      found[1] += line->n_expired > 0 ? 1 : 0;
      found[2] += line->result == XYB_RESULT_OPEN && line->n_missing > 0 ? 1 : 0;
    }
  g_assert_cmpuint (found[0], ==, overdue);
  g_assert_cmpuint (found[1], ==, expired);
  g_assert_cmpuint (found[2], ==, lacking);
}

/* 2020: who reaches the quota keeps 0.4, who does not loses it (KH, §7.3). */
static void
assert_districts (Year *self, const char *day, const guint *accepted)
{
  g_autoptr (XybOverview) overview = read_overview (self, day);

  for (guint d = 0; d < N_DISTRICTS; d++)
    {
      const XybQuotaRow *row = overview->rows->rows->pdata[d];
      gboolean reached = accepted[d] >= districts[d].quota;

      g_assert_cmpstr (row->name, ==, districts[d].name);
      g_assert_cmpint (row->done, ==, accepted[d]);
      g_assert_cmpint (row->missing, ==, districts[d].quota - accepted[d]);
      g_assert_cmpint (row->deduction, ==, reached ? 0 : 40);
      g_assert_cmpint (row->next.more, ==, districts[d].quota - accepted[d]);
    }
}

static void
year_set_up (Year *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  office_set_up (&self->office, NULL);
  self->plan = xyb_plan_store_get (self->office.store, 2020, &error);
  g_assert_no_error (error);
}

static void
year_tear_down (Year *self, gconstpointer data)
{
  xyb_plan_free (self->plan);
  office_tear_down (&self->office, NULL);
}

/* ---- chosen days ---- */

/* 4月15日前 includes the 15th (AMB-14); the list was due 4月上旬, before 附件2 was (AMB-15). */
static void
check_mid_april (Year *self)
{
  static const Total total = { 66, 0, 0, 0, "0%", 11 };

  assert_total (self, "2020-04-15", &total);
  assert_warnings (self, XYB_TRACK_ACCREDITATION, "2020-04-10", 0, 0, 66);
  assert_warnings (self, XYB_TRACK_ACCREDITATION, "2020-04-15", 66, 0, 66);
}

static void
check_end_of_april (Year *self)
{
  static const Total total = { 66, 66, 0, 0, "0%", 11 };

  assert_total (self, "2020-04-30", &total);
  assert_warnings (self, XYB_TRACK_ACCREDITATION, "2020-04-30", 0, 0, 66);
  /* On the list in time; 现场评价 and 公示 are due 9月30日. */
  assert_warnings (self, XYB_TRACK_CITY_MODEL, "2020-05-01", 0, 0, 6);
}

static void
check_late_july (Year *self)
{
  static const Total total = { 66, 66, 64, 41, "62.1%", 9 };
  static const guint accepted[N_DISTRICTS] = { 7, 6, 6, 5, 3, 4, 3, 2, 3, 1, 1 };

  assert_total (self, "2020-07-24", &total);
  assert_districts (self, "2020-07-24", accepted);
  /* Its last good day is 7月20日. 25 are on the way: 24 have handed in nothing, one lacks the
   * third. */
  assert_warnings (self, XYB_TRACK_ACCREDITATION, "2020-07-20", 0, 0, 25);
  assert_warnings (self, XYB_TRACK_ACCREDITATION, "2020-07-24", 0, 1, 25);
}

static void
check_mid_august (Year *self)
{
  static const Total total = { 66, 66, 64, 62, "93.9%", 3 };
  static const guint accepted[N_DISTRICTS] = { 9, 10, 6, 8, 6, 5, 6, 5, 3, 2, 2 };

  assert_total (self, "2020-08-15", &total);
  assert_districts (self, "2020-08-15", accepted);
  /* 8月15日 is still in time; the day after three are late: one lacks a material, two never signed.
   */
  assert_warnings (self, XYB_TRACK_ACCREDITATION, "2020-08-15", 0, 0, 3);
  assert_warnings (self, XYB_TRACK_ACCREDITATION, "2020-08-16", 3, 0, 3);
}

static const XybCandidate *
find_candidate (const GPtrArray *candidates, gint64 id)
{
  for (guint i = 0; i < candidates->len; i++)
    if (((XybCandidate *) candidates->pdata[i])->enterprise_id == id)
      return candidates->pdata[i];
  return NULL;
}

static XybVerdict
verdict_of (Year *self, XybTrack track, gint64 id, const char *on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) candidates
    = xyb_award_store_list_candidates (self->office.store, self->plan, track, on, &error);
  const XybCandidate *candidate;

  g_assert_no_error (error);
  candidate = find_candidate (candidates, id);
  return candidate != NULL ? candidate->verdict : 0;
}

/* “一年及以上” (C7): a year to the day is a year; a 2月29日 has its year full on 2月28日 of the
 * next; of who passed in a year whose day nobody knows it is certain once that whole year lies
 * back. C8 and C9 are for the clerk to look up, so 待核 is the best there is. */
static void
check_candidates_of_april (Year *self)
{
  const XybTrack city = XYB_TRACK_CITY_MODEL;

  g_assert_cmpint (verdict_of (self, city, self->old_2018, "2020-04-30"), ==, XYB_VERDICT_OPEN);
  g_assert_cmpint (verdict_of (self, city, self->year_ago, "2020-04-29"), ==, XYB_VERDICT_UNMET);
  g_assert_cmpint (verdict_of (self, city, self->year_ago, "2020-04-30"), ==, XYB_VERDICT_OPEN);
  g_assert_cmpint (verdict_of (self, city, self->day_short, "2020-04-30"), ==, XYB_VERDICT_UNMET);
  g_assert_cmpint (verdict_of (self, city, self->leap, "2021-02-27"), ==, XYB_VERDICT_UNMET);
  g_assert_cmpint (verdict_of (self, city, self->leap, "2021-02-28"), ==, XYB_VERDICT_OPEN);
  g_assert_cmpint (verdict_of (self, city, self->models[3], "2020-04-30"), ==, XYB_VERDICT_UNMET);

  /* 2018年度（含）之前 (C10). */
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (verdict_of (self, XYB_TRACK_PROVINCE_MODEL, self->models[i], "2020-07-31"), ==,
                     XYB_VERDICT_OPEN);
  g_assert_cmpint (verdict_of (self, XYB_TRACK_PROVINCE_MODEL, self->models[3], "2020-07-31"), ==,
                   XYB_VERDICT_UNMET);
  g_assert_cmpint (verdict_of (self, XYB_TRACK_PROVINCE_MODEL, self->old_2018, "2020-07-31"), ==,
                   0);
}

/* Who was accepted this summer cannot be put forward before the next; who has applied, not again.
 */
static void
check_candidates_of_december (Year *self)
{
  const XybTrack city = XYB_TRACK_CITY_MODEL;

  g_assert_cmpint (verdict_of (self, city, self->ids[0][0], "2020-12-31"), ==, XYB_VERDICT_UNMET);
  g_assert_cmpint (verdict_of (self, city, self->ids[0][0], "2021-07-21"), ==, XYB_VERDICT_UNMET);
  g_assert_cmpint (verdict_of (self, city, self->ids[0][0], "2021-07-22"), ==, XYB_VERDICT_OPEN);
  g_assert_cmpint (verdict_of (self, city, self->applicants[0], "2020-12-31"), ==,
                   XYB_VERDICT_UNMET);
  /* Not accepted: not in the list at all. */
  g_assert_cmpint (verdict_of (self, city, self->ids[ZHOUSHI_TOWN][7], "2020-12-31"), ==, 0);
}

static void
assert_count (Year *self, XybTrack track, gint64 opening, gint64 since)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) awards = xyb_award_store_list (self->office.store, track, 0, &error);
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_plan_free);
  XybAwardTotals totals;

  g_assert_no_error (error);
  g_ptr_array_add (plans, xyb_plan_store_get (self->office.store, 2019, &error));
  g_ptr_array_add (plans, xyb_plan_store_get (self->office.store, 2020, &error));
  g_assert_no_error (error);
  totals = xyb_award_count (awards, plans, track, "2020-12-31");
  g_assert_cmpint (totals.opening, ==, opening);
  g_assert_cmpint (totals.since, ==, since);
  g_assert_cmpint (totals.total, ==, opening + since);
}

/* S0:21: 590, 43 and 4 to the end of 2018. Since then:
 * 贯标 62 of this year, 乙 and 丙 of 2019, 丁 of February: 65 (the one who became 市级 in 2019 had
 * its 贯标 in 2018, within the 590); 市级 one of 2019, six of this year, of whom one was revoked:
 * 6; 省级 1. */
static void
check_end_of_year (Year *self)
{
  static const Total total = { 66, 66, 64, 62, "93.9%", 3 };

  assert_total (self, "2020-12-31", &total);
  assert_warnings (self, XYB_TRACK_CITY_MODEL, "2020-12-31", 0, 0, 0);
  assert_warnings (self, XYB_TRACK_PROVINCE_MODEL, "2020-12-31", 0, 0, 0);
  assert_count (self, XYB_TRACK_ACCREDITATION, 590, 65);
  assert_count (self, XYB_TRACK_CITY_MODEL, 43, 6);
  assert_count (self, XYB_TRACK_PROVINCE_MODEL, 4, 1);
}

static gboolean
has_undo (XybStore *store)
{
  g_autofree char *label = xyb_store_peek_undo (store);

  return label != NULL;
}

/* Everything can be taken back, act by act, and be done again. */
static void
check_year_undone (Year *self)
{
  static const Total nothing = { 0, 0, 0, 0, "0%", 11 };
  static const Total all = { 66, 66, 64, 62, "93.9%", 3 };
  g_autoptr (GError) error = NULL;
  guint undone = 0;

  while (has_undo (self->office.store))
    {
      xyb_store_undo (self->office.store, NULL, &error);
      g_assert_no_error (error);
      undone++;
    }
  assert_total (self, "2020-12-31", &nothing);
  for (; undone > 0; undone--)
    {
      xyb_store_redo (self->office.store, NULL, &error);
      g_assert_no_error (error);
    }
  assert_total (self, "2020-12-31", &all);
  assert_count (self, XYB_TRACK_CITY_MODEL, 43, 6);
}

static void
test_whole_year (Year *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    void (*run) (Year *self);
  } days[] = {
    { "4月2日，登记历年", register_earlier_years },
    { "4月14日，各区镇报送", nominate_all },
    { "4月15日", check_mid_april },
    { "4月15日，可申报", check_candidates_of_april },
    { "4月30日", in_april },
    { "4月30日，已定名单", check_end_of_april },
    { "7月22日，第一批验收", until_july },
    { "7月24日", check_late_july },
    { "8月14日，第二批验收", from_august },
    { "8月15日", check_mid_august },
    { "12月20日，发文、发证", in_autumn },
    { "12月31日", check_end_of_year },
    { "12月31日，可申报", check_candidates_of_december },
    { "全部撤销、重做", check_year_undone },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_test_message ("%s", days[i].name);
      days[i].run (self);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/simulated-year/from-recommendation-to-certificate", Year, NULL, year_set_up,
              test_whole_year, year_tear_down);
  return g_test_run ();
}
