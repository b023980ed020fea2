/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "track-sheet-fixture.h"

#include "xyb-enterprise-store.h"
#include "xyb-plan-store.h"
#include "xyb-progress-store.h"
#include "xyb-provider-store.h"

static XybPlan *
get_plan (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  XybPlan *plan = xyb_plan_store_get (fixture->store, DEMO_YEAR, &error);

  g_assert_no_error (error);
  return plan;
}

/* What the register says of it in the picture. */
static gint64
add_enterprise (AppFixture *fixture)
{
  gint64 id = track_add_enterprise (fixture->store, TRACK_ENTERPRISE);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_store_get (fixture->store, id, &error);

  g_assert_no_error (error);
  enterprise->industry = XYB_INDUSTRY_MANUFACTURING;
  enterprise->above_scale = XYB_TRI_YES;
  enterprise->founded_on = g_strdup ("2008-03-18");
  enterprise->legal_person = g_strdup ("张示例");
  xyb_enterprise_store_save (fixture->store, enterprise, TRACK_TODAY, &error);
  g_assert_no_error (error);
  return id;
}

static void
move (AppFixture *fixture, const XybPlan *plan, gint64 id, const char *stage, const char *on)
{
  const XybProgressMove to = { XYB_TRACK_ACCREDITATION, stage, on, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;

  xyb_progress_store_move (fixture->store, plan, &id, 1, &to, TRACK_TODAY, &error);
  g_assert_no_error (error);
}

static void
sign_contract (AppFixture *fixture, gint64 id)
{
  g_autoptr (XybContract) contract = xyb_contract_new ();
  g_autoptr (GError) error = NULL;

  contract->enterprise_id = id;
  contract->kind = XYB_CONTRACT_ACCREDITATION;
  contract->signed_on = g_strdup ("2020-05-12");
  contract->starts_on = g_strdup ("2020-05-12");
  contract->ends_on = g_strdup ("2020-11-11");
  xyb_contract_store_add (fixture->store, contract, "示例信用服务有限公司", TRACK_TODAY, &error);
  g_assert_no_error (error);
}

/* What the clerk has decided of C1–C6 but the fifth. */
static void
decide (AppFixture *fixture, const XybPlan *plan, gint64 id)
{
  g_autoptr (XybTrackRecord) record = sheet_read (fixture, id);
  guint n = 0;

  for (guint i = 0; i < plan->conditions->len; i++)
    {
      const XybPlanCondition *condition = plan->conditions->pdata[i];
      g_autoptr (GError) error = NULL;

      if (condition->track != XYB_TRACK_ACCREDITATION || ++n == 5)
        continue;
      xyb_progress_store_set_verdict (fixture->store, plan, record, condition->id, XYB_VERDICT_MET,
                                      "已看营业执照", TRACK_TODAY, &error);
      g_assert_no_error (error);
    }
}

gint64
sheet_add_enterprise (AppFixture *fixture)
{
  g_autoptr (XybPlan) plan = get_plan (fixture);
  gint64 id = add_enterprise (fixture);

  decide (fixture, plan, id);
  move (fixture, plan, id, "名单确定", "2020-04-20");
  sign_contract (fixture, id);
  move (fixture, plan, id, "签约", "2020-05-12");
  track_fill (fixture->store, id);
  move (fixture, plan, id, "实施", "2020-05-20");
  return id;
}

GArray *
sheet_list_ids (AppFixture *fixture)
{
  g_autoptr (XybPlan) plan = get_plan (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
    = xyb_progress_store_list (fixture->store, plan, XYB_TRACK_ACCREDITATION, &error);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_array_append_val (ids, ((XybTrackRecord *) records->pdata[i])->enterprise_id);
  return ids;
}

XybTrackSheetPage *
sheet_open (AppFixture *fixture, gint64 enterprise_id)
{
  g_autoptr (GArray) ids = sheet_list_ids (fixture);

  xyb_track_sheet_open (GTK_WIDGET (xyb_window_get_page (fixture->window)), XYB_TRACK_ACCREDITATION,
                        enterprise_id, ids);
  app_settle ();
  g_assert_true (XYB_IS_TRACK_SHEET_PAGE (xyb_window_get_page (fixture->window)));
  return XYB_TRACK_SHEET_PAGE (xyb_window_get_page (fixture->window));
}

XybTrackRecord *
sheet_read (AppFixture *fixture, gint64 enterprise_id)
{
  g_autoptr (XybPlan) plan = get_plan (fixture);
  g_autoptr (GError) error = NULL;
  XybTrackRecord *record
    = xyb_progress_store_get (fixture->store, plan, XYB_TRACK_ACCREDITATION, enterprise_id, &error);

  g_assert_no_error (error);
  return record;
}
