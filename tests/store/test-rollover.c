/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "office-fixture.h"
#include "plan-dump.h"

#include "xyb-award-store.h"
#include "xyb-progress-store.h"
#include "xyb-rollover.h"

/* 2020 becomes 2021, with enterprises in every state. The day is in January: the year has begun. */

#define TODAY "2021-01-05"

/* ---- the office ---- */

static gint64
add_row (Office *office, const char *name, gint64 unit_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybNomination) row = xyb_nomination_new ();

  row->plan_id = office_plan_id (office, 2020);
  row->unit_id = unit_id;
  row->enterprise_id = office_add_enterprise (office, name, unit_id);
  row->products = g_strdup_printf ("%s的产品", name);
  row->revenue_fen = G_GINT64_CONSTANT (12000000000);
  row->headcount = 180;
  row->contact = g_strdup ("张示例");
  row->phone = g_strdup ("0512-55550101");
  row->note = g_strdup ("2020年的备注");
  xyb_nomination_store_save (office->store, row, &error);
  g_assert_no_error (error);
  return row->enterprise_id;
}

static void
move_on (Office *office, XybTrack track, gint64 id, const char *stage, const char *on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (office->store, 2020, &error);
  const XybProgressMove to = { track, stage, on, NULL, NULL, NULL };

  xyb_progress_store_move (office->store, plan, &id, 1, &to, TODAY, &error);
  g_assert_no_error (error);
}

/* 验收 in the register of 附件2: what the clerk types there. */
static void
accept_on (Office *office, gint64 id, const char *on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = xyb_nomination_store_list_of_enterprise (office->store, id, &error);
  XybNomination *row = rows->pdata[0];

  row->accepted_on = g_strdup (on);
  xyb_nomination_store_save (office->store, row, &error);
  g_assert_no_error (error);
}

static void
change (Office *office, gint64 id, gint64 unit_id, gboolean closed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise = office_get_enterprise (office, id);

  enterprise->unit_id = unit_id;
  enterprise->closed = closed;
  xyb_enterprise_store_save (office->store, enterprise, TODAY, &error);
  g_assert_no_error (error);
}

static void
award (Office *office, gint64 id, XybTrack track, const char *on)
{
  g_autoptr (GError) error = NULL;
  XybAward *one = xyb_award_new ();

  one->enterprise_id = id;
  one->track = track;
  one->awarded_on = g_strdup (on);
  xyb_award_store_add (office->store, &one, 1, TODAY, &error);
  g_assert_no_error (error);
  xyb_award_free (one);
}

static void
apply (Office *office, XybTrack track, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (office->store, 2020, &error);

  xyb_progress_store_apply (office->store, plan, track, id, "2020-09-01", TODAY, &error);
  g_assert_no_error (error);
}

static void
add_accreditations (Office *office)
{
  gint64 accepted = add_row (office, "周市甲公司", ZHOUSHI);
  gint64 signed_one = add_row (office, "周市乙公司", ZHOUSHI);
  gint64 confirmed = add_row (office, "周市丙公司", ZHOUSHI);
  gint64 failed;
  gint64 closed;
  gint64 moved;
  gint64 repeat;

  add_row (office, "周市丁公司", ZHOUSHI);
  failed = add_row (office, "周市戊公司", ZHOUSHI);
  closed = add_row (office, "周市己公司", ZHOUSHI);
  moved = add_row (office, "张浦庚公司", ZHANGPU);
  repeat = add_row (office, "张浦辛公司", ZHANGPU);
  accept_on (office, accepted, "2020-08-14");
  move_on (office, XYB_TRACK_ACCREDITATION, signed_one, "签约", "2020-05-12");
  move_on (office, XYB_TRACK_ACCREDITATION, signed_one, "材料提交", "2020-07-30");
  move_on (office, XYB_TRACK_ACCREDITATION, confirmed, "名单确定", "2020-04-20");
  move_on (office, XYB_TRACK_ACCREDITATION, failed, "签约", "2020-05-12");
  move_on (office, XYB_TRACK_ACCREDITATION, failed, "不通过", "2020-08-14");
  change (office, closed, ZHOUSHI, TRUE);
  change (office, moved, HUAQIAO, FALSE);
  award (office, repeat, XYB_TRACK_ACCREDITATION, "2018-08-15");
}

static void
add_models (Office *office)
{
  gint64 open = office_add_enterprise (office, "花桥壬公司", HUAQIAO);
  gint64 done = office_add_enterprise (office, "花桥癸公司", HUAQIAO);
  gint64 young = office_add_enterprise (office, "花桥子公司", HUAQIAO);
  gint64 province = office_add_enterprise (office, "花桥丑公司", HUAQIAO);

  award (office, open, XYB_TRACK_ACCREDITATION, "2019-08-15");
  award (office, done, XYB_TRACK_ACCREDITATION, "2019-08-15");
  award (office, young, XYB_TRACK_ACCREDITATION, "2020-08-15");
  award (office, province, XYB_TRACK_ACCREDITATION, "2016-08-15");
  award (office, province, XYB_TRACK_CITY_MODEL, "2019-12-15");
  apply (office, XYB_TRACK_CITY_MODEL, open);
  move_on (office, XYB_TRACK_CITY_MODEL, open, "公示", "2020-12-20");
  apply (office, XYB_TRACK_CITY_MODEL, done);
  move_on (office, XYB_TRACK_CITY_MODEL, done, "发文", "2020-12-25");
  apply (office, XYB_TRACK_CITY_MODEL, young);
  apply (office, XYB_TRACK_PROVINCE_MODEL, province);
}

static XybRollover *
propose (Office *office, const char *today)
{
  g_autoptr (GError) error = NULL;
  XybRollover *self = xyb_rollover_propose (office->store, 0, 2021, today, &error);

  g_assert_no_error (error);
  return self;
}

static XybUnfinished *
find (const XybRollover *self, const char *name)
{
  for (guint i = 0; i < self->unfinished->len; i++)
    if (g_str_equal (((XybUnfinished *) self->unfinished->pdata[i])->enterprise_name, name))
      return self->unfinished->pdata[i];
  g_error ("nobody is called %s", name);
}

static void
store_rollover (Office *office, XybRollover *self)
{
  g_autoptr (GError) error = NULL;

  xyb_rollover_store (office->store, self, &error);
  g_assert_no_error (error);
}

/* ---- who is offered ---- */

static void
assert_offered (Office *office, const char *today, const char *const *expected)
{
  g_autoptr (XybRollover) self = propose (office, today);
  guint n = 0;

  for (; expected[n] != NULL; n++)
    {
      const XybUnfinished *one = n < self->unfinished->len ? self->unfinished->pdata[n] : NULL;
      g_autofree char *words
        = one != NULL
            ? g_strdup_printf ("%s %s %s：%s，%s%s%s%s%s", xyb_track_name (one->track),
                               one->unit_name, one->enterprise_name, one->stage, one->reason,
                               one->note != NULL ? "｜" : "", one->note != NULL ? one->note : "",
                               one->barrier != NULL ? "｜不能：" : "",
                               one->barrier != NULL ? one->barrier : "")
            : NULL;

      g_assert_cmpstr (words, ==, expected[n]);
      g_assert_false (one->chosen);
    }
  g_assert_cmpuint (self->unfinished->len, ==, n);
}

static void
test_offered (Office *office, gconstpointer data)
{
  static const char *const expected[] = {
    "贯标 花桥经济开发区 张浦庚公司：推荐，未列入名单｜现在属花桥经济开发区，上年由张浦镇推荐",
    "贯标 张浦镇 张浦辛公司：推荐，未列入名单｜不能：2018 年已通过贯标，不算新增",
    "贯标 周市镇 周市乙公司：材料提交，未验收",
    "贯标 周市镇 周市丙公司：名单确定，未签约",
    "贯标 周市镇 周市丁公司：推荐，未列入名单",
    "贯标 周市镇 周市戊公司：不通过，未通过",
    "贯标 周市镇 周市己公司：推荐，未列入名单｜不能：企业已注销",
    NULL,
  };

  add_accreditations (office);
  assert_offered (office, TODAY, expected);
}

/* ---- 示范 ---- */

/* A new application is one under the rules of the new year, and only once that has begun. */
static void
test_models (Office *office, gconstpointer data)
{
  static const char *const in_january[] = {
    "苏州市级示范 花桥经济开发区 花桥壬公司：公示，没有结果｜只等上年结果的，不用重新申报；待核："
    "近3年内无严重失信行为记录：2018-04-30 起，未查到记录；请核对信用查询报告",
    "苏州市级示范 花桥经济开发区 花桥子公司：申报，没有结果｜不能：通过信用管理贯标验收一年及以上"
    "的企业：2020-08-15 通过验收，2021-08-15 才满 1 年；近3年内无严重失信行为记录：2018-04-30 起，"
    "未查到记录；请核对信用查询报告",
    "省级示范 花桥经济开发区 花桥丑公司：推荐，没有结果｜不能：在2018年度（含）之前获评苏州市级信用"
    "管理示范的企业：2019 年度获评苏州市级示范，晚于 2018 "
    "年度；经过第三方信用服务机构辅导：没有登记"
    "服务合同，请核对",
    NULL,
  };
  g_autoptr (XybRollover) in_december = NULL;

  add_models (office);
  assert_offered (office, TODAY, in_january);
  in_december = propose (office, "2020-12-31");
  g_assert_cmpstr (find (in_december, "花桥壬公司")->barrier, ==,
                   "今天不在 2021 年，到时在“贯标与示范”里登记申报");
}

/* ---- what is written ---- */

static char *
dump_year (Office *office, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (office->store, year, &error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *text = NULL;
  GString *out;

  g_assert_no_error (error);
  text = dump_plan (plan);
  out = g_string_new (text);
  rows = xyb_nomination_store_list (office->store, year, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const XybNomination *row = rows->pdata[i];
      g_autofree char *headcount = dump_number (row->headcount);
      g_autofree char *revenue = dump_number (row->revenue_fen);

      g_string_append_printf (out,
                              "附件2 %s %" G_GINT64_FORMAT "：%s｜%s｜销售收入 %s｜职工 %s｜%s｜%s"
                              "｜确定 %s｜签约 %s｜验收 %s｜备注 %s\n",
                              row->unit_name, row->position, row->enterprise_name, row->products,
                              revenue, headcount, row->contact, row->phone,
                              row->confirmed_on != NULL ? row->confirmed_on : "—",
                              row->signed_on != NULL ? row->signed_on : "—",
                              row->accepted_on != NULL ? row->accepted_on : "—",
                              row->note != NULL ? row->note : "—");
    }
  for (int track = XYB_TRACK_CITY_MODEL; track <= XYB_TRACK_PROVINCE_MODEL; track++)
    {
      g_autoptr (GPtrArray) records
        = xyb_progress_store_list (office->store, plan, (XybTrack) track, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < records->len; i++)
        {
          const XybTrackRecord *record = records->pdata[i];
          const XybPlanStage *stage = xyb_track_current (plan, record);

          g_string_append_printf (out, "%s：%s，%s %s\n", xyb_track_name ((XybTrack) track),
                                  record->enterprise_name, stage->name,
                                  xyb_track_record_find (record, stage->id)->reached_on);
        }
    }
  return g_string_free (out, FALSE);
}

static void
assert_golden (const char *text, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *golden = NULL;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) expected = NULL;

  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  expected = g_strsplit (golden, "\n", -1);
  for (guint i = 0; lines[i] != NULL && expected[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (expected));
}

/* An office whose plan of 2020 has two days more, that are hard to move: a leap day and the last
 * one of the year. */
static void
add_hard_days (XybPlan *plan)
{
  static const char *const days[][4] = {
    { "X-1", "报送上半年安排", "2月29日前", "2020-02-29" },
    { "X-2", "全年工作总结", "12月31日前", "2020-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      XybMilestone *milestone = xyb_milestone_new ();

      milestone->key = g_strdup (days[i][0]);
      milestone->text = g_strdup (days[i][1]);
      milestone->date_text = g_strdup (days[i][2]);
      milestone->due_on = g_strdup (days[i][3]);
      milestone->actor = g_strdup ("各区镇");
      g_ptr_array_add (plan->milestones, milestone);
    }
}

static void
hard_office_set_up (Office *office, gconstpointer data)
{
  static const int only_2019[] = { 2019, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = NULL;

  office_set_up (office, data);
  plan = xyb_plan_store_get (office->store, 2020, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (office->store);
  g_free (office->path);
  office->path = g_build_filename (office->folder, "hard.xyb", NULL);
  office->store = xyb_office_store_create (office->path, only_2019, &error);
  g_assert_no_error (error);
  add_hard_days (plan);
  xyb_plan_store_add (office->store, plan, &error);
  g_assert_no_error (error);
}

/* What the clerk does: one day another, three of 贯标 and one of 市级示范 go on. */
static XybRollover *
prepare (Office *office)
{
  XybRollover *self = propose (office, TODAY);

  xyb_milestone_move (self->proposal->plan->milestones->pdata[2], "2021-04-20");
  self->proposal->plan->targets[0] = 70;
  find (self, "周市乙公司")->chosen = TRUE;
  find (self, "周市戊公司")->chosen = TRUE;
  find (self, "张浦庚公司")->chosen = TRUE;
  find (self, "花桥壬公司")->chosen = TRUE;
  return self;
}

static void
test_golden (Office *office, gconstpointer data)
{
  g_autoptr (XybRollover) self = NULL;
  g_autofree char *text = NULL;

  add_accreditations (office);
  add_models (office);
  self = prepare (office);
  store_rollover (office, self);
  office_assert_label (office, "新建2021年度方案，2020年未完成的转入 4 家");
  text = dump_year (office, 2021);
  assert_golden (text, "rollover-2021.txt");
}

/* One revision: the plan, the rows and the application go together, and come back together; 2020
 * is untouched all the while. */
static void
test_undo (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybRollover) self = NULL;
  g_autofree char *old_before = NULL;
  g_autofree char *old_after = NULL;
  g_autofree char *made = NULL;
  g_autofree char *again = NULL;

  add_accreditations (office);
  add_models (office);
  old_before = dump_year (office, 2020);
  self = prepare (office);
  store_rollover (office, self);
  made = dump_year (office, 2021);
  g_assert_true (xyb_store_undo (office->store, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (xyb_plan_store_get (office->store, 2021, NULL));
  old_after = dump_year (office, 2020);
  g_assert_cmpstr (old_after, ==, old_before);
  g_assert_true (xyb_store_redo (office->store, NULL, &error));
  g_assert_no_error (error);
  again = dump_year (office, 2021);
  g_assert_cmpstr (again, ==, made);
}

/* Who cannot go on is refused by name, and nothing of the year is there; the same proposal can be
 * put right and written. */
static void
test_refused (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybRollover) self = NULL;
  g_autofree char *label = NULL;
  gboolean ok;

  add_accreditations (office);
  label = xyb_store_peek_undo (office->store);
  self = propose (office, TODAY);
  xyb_rollover_choose_all (self, XYB_TRACK_ACCREDITATION, TRUE);
  g_assert_cmpuint (xyb_rollover_count_chosen (self, 0), ==, 5);
  find (self, "周市己公司")->chosen = TRUE;
  ok = xyb_rollover_store (office->store, self, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, "周市己公司",
                         label);
  g_assert_null (xyb_plan_store_get (office->store, 2021, NULL));
  find (self, "周市己公司")->chosen = FALSE;
  store_rollover (office, self);
  /* Somebody else has made the year meanwhile. */
  ok = xyb_rollover_store (office->store, self, &error);
  office_assert_refused (office, ok, &error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS, "2021年",
                         "新建2021年度方案，2020年未完成的转入 5 家");
}

/* PLAN-09, PLAN-12: 590 at the beginning of 2019, one that passed in 2020; with 市级示范 43 and one
 * of 2019. The award of 2018 is one of the 590. */
static void
test_openings (Office *office, gconstpointer data)
{
  g_autoptr (XybRollover) self = NULL;
  g_autofree char *words = NULL;

  add_accreditations (office);
  add_models (office);
  self = propose (office, TODAY);
  /* 甲 of 2020; 壬 and 癸 of 2019, 子 of 2020. */
  g_assert_cmpint (self->proposal->plan->opening[0], ==, 594);
  /* 丑 of 2019, 癸 of 2020. */
  g_assert_cmpint (self->proposal->plan->opening[1], ==, 45);
  g_assert_cmpint (self->proposal->plan->opening[2], ==, 4);
  words = xyb_opening_words (self->proposal->openings[2]);
  g_assert_cmpstr (words, ==,
                   "按登记：2019年年初 4，以后本办登记 0；2019、2020年没有登记；各年目标都"
                   "完成应为 6");
}

/* The first year of an office has nobody from before. */
static void
test_first_year (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybRollover) self
    = xyb_rollover_propose (office->store, 0, 2018, "2021-01-05", &error);

  g_assert_no_error (error);
  g_assert_cmpint (self->old_year, ==, 0);
  g_assert_cmpuint (self->unfinished->len, ==, 0);
  g_assert_null (self->proposal->plan->opening_as_of);
  self->proposal->plan->opening[0] = 540;
  store_rollover (office, self);
  g_clear_pointer (&self, xyb_rollover_free);
  self = xyb_rollover_propose (office->store, 0, 2021, "2021-01-05", &error);
  g_assert_no_error (error);
  /* The plan of 2019 says 590, later than that of 2018. */
  g_assert_cmpint (self->proposal->openings[0]->base, ==, 590);
  g_assert_cmpstr (self->proposal->plan->opening_as_of, ==, "2020-12-31");
}

/* 2021 as 2019 was: the unfinished are those of 2020 all the same. */
static void
test_other_pattern (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybRollover) self = NULL;

  add_row (office, "周市丁公司", ZHOUSHI);
  self = xyb_rollover_propose (office->store, 2019, 2021, TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (self->proposal->plan->targets[0], ==, 50);
  g_assert_cmpuint (self->proposal->plan->tiers->len, ==, 4);
  g_assert_cmpint (self->old_year, ==, 2020);
  g_assert_cmpuint (self->unfinished->len, ==, 1);
  g_assert_null (xyb_rollover_propose (office->store, 2017, 2021, TODAY, &error));
  g_assert_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND);
}

#define hard_office_test(path, func)                                                               \
  g_test_add (path, Office, NULL, hard_office_set_up, func, office_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  office_test ("/rollover/who-did-not-finish-is-offered", test_offered);
  office_test ("/rollover/a-model-applies-anew-only-in-the-new-year", test_models);
  hard_office_test ("/rollover/2020-to-2021-is-the-golden-dump", test_golden);
  office_test ("/rollover/undo-takes-all-of-it-back", test_undo);
  office_test ("/rollover/all-or-nothing", test_refused);
  office_test ("/rollover/openings-are-what-is-recorded", test_openings);
  office_test ("/rollover/the-first-year-has-nobody-from-before", test_first_year);
  office_test ("/rollover/another-year-can-be-the-pattern", test_other_pattern);
  return g_test_run ();
}
