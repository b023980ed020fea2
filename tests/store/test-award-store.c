/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "office-fixture.h"

#include "xyb-award-store.h"
#include "xyb-core-error.h"
#include "xyb-document-store.h"
#include "xyb-progress-store.h"
#include "xyb-provider-store.h"
#include "xyb-store-private.h"

#define TODAY "2020-12-31"

static XybPlan *
plan_2020 (Office *office)
{
  g_autoptr (GError) error = NULL;
  XybPlan *plan = xyb_plan_store_get (office->store, 2020, &error);

  g_assert_no_error (error);
  return plan;
}

static void
add_award (Office *office, gint64 enterprise_id, XybTrack track, int year, const char *on)
{
  g_autoptr (XybAward) award = xyb_award_new ();
  g_autoptr (GError) error = NULL;
  XybAward *const list[] = { award };

  award->enterprise_id = enterprise_id;
  award->track = track;
  award->year = year;
  award->awarded_on = g_strdup (on);
  xyb_award_store_add (office->store, list, 1, TODAY, &error);
  g_assert_no_error (error);
}

/* The only one of @enterprise_id. */
static XybAward *
award_of (Office *office, gint64 enterprise_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) awards = xyb_award_store_list (office->store, 0, enterprise_id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (awards->len, ==, 1);
  return g_ptr_array_steal_index (awards, 0);
}

static GPtrArray *
candidates (Office *office, XybTrack track, const char *on)
{
  g_autoptr (XybPlan) plan = plan_2020 (office);
  g_autoptr (GError) error = NULL;
  GPtrArray *list = xyb_award_store_list_candidates (office->store, plan, track, on, &error);

  g_assert_no_error (error);
  return list;
}

static gint64
count_rows (Office *office, const char *sql)
{
  gint64 n = 0;

  g_assert_true (xyb_store_query_int (office->store, sql, &n, NULL));
  return n;
}

/* ---- the register ---- */

static void
test_correction (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = office_add_enterprise (office, "昆山甲公司", ZHOUSHI);
  g_autoptr (XybAward) award = NULL;
  g_autoptr (XybAward) now = NULL;
  g_autoptr (GError) error = NULL;

  add_award (office, id, XYB_TRACK_ACCREDITATION, 2017, NULL);
  award = award_of (office, id);
  g_assert_cmpstr (award->unit_name, ==, "周市镇");
  award->year = 0;
  award->awarded_on = g_strdup ("2018年8月13日");
  award->number = g_strdup (" 昆信用办〔2018〕9号 ");
  g_assert_true (xyb_award_store_correct (office->store, award, TODAY, &error));
  g_assert_no_error (error);
  now = award_of (office, id);
  g_assert_cmpint (now->year, ==, 2018);
  g_assert_cmpstr (now->awarded_on, ==, "2018-08-13");
  g_assert_cmpstr (now->number, ==, "昆信用办〔2018〕9号");
  office_assert_label (office, "更正 2018 年贯标：昆山甲公司");
  now->awarded_on[0] = '3';
  office_assert_refused (office, xyb_award_store_correct (office->store, now, TODAY, &error),
                         &error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_DATE, NULL,
                         "更正 2018 年贯标：昆山甲公司");
}

/* A title is not given after it was taken away. */
static void
test_correction_of_a_revoked_one (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = office_add_enterprise (office, "昆山甲公司", ZHOUSHI);
  g_autoptr (XybAward) award = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (XybAward) revoked = NULL;

  add_award (office, id, XYB_TRACK_CITY_MODEL, 2017, NULL);
  award = award_of (office, id);
  g_assert_true (xyb_award_store_revoke (office->store, award, "2019-03-01", "重大失信",
                                         "苏信用办〔2019〕3号", TODAY, &error));
  revoked = award_of (office, id);
  g_assert_cmpstr (revoked->revoked_on, ==, "2019-03-01");
  g_assert_cmpstr (revoked->revoked_reason, ==, "重大失信（苏信用办〔2019〕3号）");
  revoked->year = 2020;
  office_assert_refused (office, xyb_award_store_correct (office->store, revoked, TODAY, &error),
                         &error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, "2019-03-01",
                         "取消苏州市级示范资格：昆山甲公司");
  office_assert_refused (office,
                         xyb_award_store_revoke (office->store, revoked, "2020-03-01", "又一次",
                                                 NULL, TODAY, &error),
                         &error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_STAGE, "已经取消过了",
                         "取消苏州市级示范资格：昆山甲公司");
}

static guint
count_selected (Office *office, const GPtrArray *awards, const XybAwardFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) some = xyb_award_store_select (office->store, awards, filter, &error);

  g_assert_no_error (error);
  return some->len;
}

/* The name is looked for as the register does it: initials find, too. */
static void
test_filters (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 a = office_add_enterprise (office, "昆山模具公司", ZHOUSHI);
  gint64 b = office_add_enterprise (office, "昆山电子公司", ZHANGPU);
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (XybAward) award = NULL;

  add_award (office, a, XYB_TRACK_ACCREDITATION, 2017, NULL);
  add_award (office, b, XYB_TRACK_ACCREDITATION, 2018, NULL);
  award = award_of (office, b);
  add_award (office, a, XYB_TRACK_CITY_MODEL, 2018, NULL);
  g_assert_true (
    xyb_award_store_revoke (office->store, award, "2019-03-01", "失信", NULL, TODAY, NULL));
  awards = xyb_award_store_list (office->store, 0, 0, NULL);
  g_assert_cmpuint (awards->len, ==, 3);
  {
    const struct
    {
      XybAwardFilter filter;
      guint n;
    } cases[] = {
      { { 0 }, 3 },
      { { .track = XYB_TRACK_ACCREDITATION }, 2 },
      { { .year = 2018 }, 2 },
      { { .unit_id = ZHANGPU }, 1 },
      { { .state = XYB_AWARD_STATE_REVOKED }, 1 },
      { { .state = XYB_AWARD_STATE_VALID, .year = 2018 }, 1 },
      { { .text = "模具" }, 2 },
      { { .text = "ksdz" }, 1 },
      { { .text = "没有" }, 0 },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
      g_assert_cmpuint (count_selected (office, awards, &cases[i].filter), ==, cases[i].n);
  }
}

/* ---- who may apply ---- */

/* Office order, and what each stands on. */
static void
test_candidates_in_office_order (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 a = office_add_enterprise (office, "昆山甲公司", ZHOUSHI);
  gint64 b = office_add_enterprise (office, "昆山乙公司", DEVELOPMENT);
  gint64 c = office_add_enterprise (office, "昆山丙公司", ZHOUSHI);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *held = NULL;
  const XybCandidate *second;

  add_award (office, a, XYB_TRACK_ACCREDITATION, 2017, NULL);
  add_award (office, b, XYB_TRACK_ACCREDITATION, 2019, "2019-05-01");
  add_award (office, c, XYB_TRACK_CITY_MODEL, 2018, NULL);
  list = candidates (office, XYB_TRACK_CITY_MODEL, "2020-04-30");
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (((XybCandidate *) list->pdata[0])->enterprise_id, ==, b);
  g_assert_cmpstr (((XybCandidate *) list->pdata[0])->held_on, ==, "2019-05-01");
  g_assert_cmpint (((XybCandidate *) list->pdata[0])->verdict, ==, XYB_VERDICT_UNMET);
  g_assert_cmpuint (((XybCandidate *) list->pdata[0])->unmet->len, ==, 1);
  second = list->pdata[1];
  g_assert_cmpint (second->enterprise_id, ==, a);
  held = xyb_candidate_dup_held (second);
  g_assert_cmpstr (held, ==, "2017年");
  g_assert_cmpint (second->verdict, ==, XYB_VERDICT_OPEN);
  g_assert_cmpuint (second->unmet->len, ==, 0);
}

/* ---- applying, several at once ---- */

static gboolean
apply (Office *office, const XybTrackApplication *list, guint n, const char *reason, GError **error)
{
  g_autoptr (XybPlan) plan = plan_2020 (office);

  return xyb_progress_store_apply_many (office->store, plan, XYB_TRACK_CITY_MODEL, list, n,
                                        "2020-04-20", reason, TODAY, error);
}

static void
test_several_apply_in_one_act (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  const XybTrackApplication list[] = {
    { office_add_enterprise (office, "昆山甲公司", ZHOUSHI), NULL },
    { office_add_enterprise (office, "昆山乙公司", ZHOUSHI), NULL },
  };
  const XybTrackApplication mixed[] = {
    { office_add_enterprise (office, "昆山丙公司", ZHOUSHI), NULL },
    list[1],
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (apply (office, list, 2, NULL, &error));
  office_assert_label (office, "2020年苏州市级示范申报：2 家");
  g_assert_cmpint (count_rows (office, "SELECT count(*) FROM progress WHERE track = 2"), ==, 2);
  /* One who has applied holds up all of them, and the sentence says who. */
  office_assert_refused (office, apply (office, mixed, 2, NULL, &error), &error, XYB_STORE_ERROR,
                         XYB_STORE_ERROR_EXISTS, "昆山乙公司", "2020年苏州市级示范申报：2 家");
  g_assert_cmpint (count_rows (office, "SELECT count(*) FROM progress WHERE track = 2"), ==, 2);
  g_assert_true (xyb_store_undo (office->store, NULL, &error));
  g_assert_cmpint (count_rows (office, "SELECT count(*) FROM progress"), ==, 0);
}

/* §2.3: the check warns, the clerk decides and says why; both are kept, and undone together. */
static void
test_the_clerk_overrules (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = office_add_enterprise (office, "昆山甲公司", ZHOUSHI);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (XybPlan) plan = plan_2020 (office);
  g_autoptr (XybTrackRecord) record = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GError) error = NULL;
  XybTrackApplication application;

  add_award (office, id, XYB_TRACK_ACCREDITATION, 2019, "2019-05-01");
  list = candidates (office, XYB_TRACK_CITY_MODEL, "2020-04-20");
  application = (XybTrackApplication){ id, ((XybCandidate *) list->pdata[0])->unmet };
  office_assert_refused (office, apply (office, &application, 1, " ", &error), &error,
                         XYB_CORE_ERROR, XYB_CORE_ERROR_EMPTY, "昆山甲公司",
                         "登记 2019 年贯标：昆山甲公司");
  g_assert_true (apply (office, &application, 1, "差 11 天，苏州市信用办同意", &error));
  g_assert_no_error (error);
  record = xyb_progress_store_get (office->store, plan, XYB_TRACK_CITY_MODEL, id, &error);
  moves = xyb_progress_store_list_moves (office->store, record->id, &error);
  g_assert_cmpstr (((XybStageMove *) moves->pdata[0])->reason, ==, "差 11 天，苏州市信用办同意");
  g_assert_cmpint (count_rows (office, "SELECT count(*) FROM progress_condition WHERE verdict = 1"
                                       "   AND reason = '差 11 天，苏州市信用办同意'"),
                   ==, 1);
  g_assert_true (xyb_store_undo (office->store, NULL, &error));
  g_assert_cmpint (count_rows (office, "SELECT count(*) FROM progress_condition"), ==, 0);
  g_assert_cmpint (count_rows (office, "SELECT count(*) FROM progress"), ==, 0);
}

static void
test_nobody_applies_for_accreditation_here (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = office_add_enterprise (office, "昆山甲公司", ZHOUSHI);
  g_autoptr (XybPlan) plan = plan_2020 (office);
  g_autofree char *label = xyb_store_peek_undo (office->store);
  g_autoptr (GError) error = NULL;

  office_assert_refused (office,
                         xyb_progress_store_apply (office->store, plan, XYB_TRACK_ACCREDITATION, id,
                                                   "2020-04-20", TODAY, &error),
                         &error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, "附件2", label);
}

/* ---- lists for paper ---- */

static void
test_lists (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  gint64 a = office_add_enterprise (office, "昆山甲公司", ZHOUSHI);
  gint64 b = office_add_enterprise (office, "昆山乙公司", DEVELOPMENT);
  const XybAwardFilter filter = { .track = XYB_TRACK_ACCREDITATION };
  const XybCandidateQuery query
    = { 2020, XYB_TRACK_CITY_MODEL, NULL, TODAY, { .verdict = XYB_VERDICT_UNMET } };
  g_autoptr (XybContract) contract = xyb_contract_new ();
  g_autoptr (XybListTable) awards = NULL;
  g_autoptr (XybListTable) may = NULL;
  g_autoptr (XybListTable) serves = NULL;
  g_autoptr (GError) error = NULL;

  add_award (office, a, XYB_TRACK_ACCREDITATION, 2017, NULL);
  add_award (office, b, XYB_TRACK_ACCREDITATION, 2019, "2019-05-01");
  awards = xyb_document_store_read_awards (office->store, &filter, NULL, TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (awards->title, ==, "昆山市信用管理贯标企业名册");
  g_assert_cmpstr (awards->caption, ==, "截至2020年12月31日，共 2 条");
  g_assert_cmpstr (((char **) awards->rows->pdata[0])[1], ==, "昆山乙公司");
  g_assert_cmpstr (((char **) awards->rows->pdata[1])[0], ==, "2");
  may = xyb_document_store_read_candidates (office->store, &query, "不符合", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (may->title, ==, "2020年昆山市苏州市级示范可申报企业名单");
  g_assert_cmpstr (may->caption, ==,
                   "条件算到2020年4月30日，共 1 家：符合 0，待核 0，不符合 1（不符合）");
  contract->enterprise_id = a;
  contract->signed_on = g_strdup ("2020-05-12");
  contract->ends_on = g_strdup ("2020-11-11");
  xyb_contract_store_add (office->store, contract, "示例信用服务有限公司", TODAY, &error);
  g_assert_no_error (error);
  serves = xyb_document_store_read_provider (office->store, contract->provider_id, TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (serves->title, ==, "示例信用服务有限公司服务企业名单");
  g_assert_cmpstr (serves->caption, ==, "截至2020年12月31日，共 1 家企业，1 份合同");
  g_assert_cmpstr (((char **) serves->rows->pdata[0])[2], ==, "周市镇");
  g_assert_cmpstr (((char **) serves->rows->pdata[0])[5], ==, "2020-05-12 至 2020-11-11");
  g_assert_nonnull (strstr (serves->note, "不得另行收费"));
}

static void
test_providers_by_name (Office *office, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (XybProvider) provider = xyb_provider_new ();
  g_autoptr (XybProvider) found = NULL;
  g_autoptr (GError) error = NULL;

  provider->name = g_strdup ("示例信用服务有限公司");
  g_assert_true (xyb_provider_store_save (office->store, provider, &error));
  found = xyb_provider_store_find (office->store, " 示例信用服务有限公司", &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->id, ==, provider->id);
  office_assert_refused (office,
                         xyb_provider_store_find (office->store, "别的机构", &error) != NULL,
                         &error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND, "别的机构",
                         "新增服务机构：示例信用服务有限公司");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  office_test ("/award-store/a-row-of-an-earlier-year-is-corrected", test_correction);
  office_test ("/award-store/not-given-after-it-was-taken-away", test_correction_of_a_revoked_one);
  office_test ("/award-store/filters", test_filters);
  office_test ("/award-store/candidates-in-office-order", test_candidates_in_office_order);
  office_test ("/award-store/several-apply-in-one-act", test_several_apply_in_one_act);
  office_test ("/award-store/the-clerk-overrules-and-says-why", test_the_clerk_overrules);
  office_test ("/award-store/accreditation-is-applied-for-in-annex-2",
               test_nobody_applies_for_accreditation_here);
  office_test ("/award-store/lists-for-paper", test_lists);
  office_test ("/award-store/providers-by-name", test_providers_by_name);
  return g_test_run ();
}
