/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "track-fixture.h"

#include "xyb-enterprise-store.h"
#include "xyb-nomination-store.h"
#include "xyb-plan-store.h"

#define ZHOUSHI 106

/* In 附件2 of 周市镇. */
gint64
track_add_enterprise (XybStore *store, const char *name)
{
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
  g_autoptr (XybNomination) row = xyb_nomination_new ();
  g_autoptr (GError) error = NULL;

  enterprise->name = g_strdup (name);
  enterprise->unit_id = ZHOUSHI;
  xyb_enterprise_store_save (store, enterprise, NULL, &error);
  g_assert_no_error (error);
  row->plan_id = 2020;
  row->unit_id = ZHOUSHI;
  row->enterprise_id = enterprise->id;
  xyb_nomination_store_save (store, row, &error);
  g_assert_no_error (error);
  return enterprise->id;
}

/* ---- what is kept of it, as in the picture ---- */

typedef struct
{
  gint64 id;
  XybMaterialState state;
  const char *received_on;
  const char *issued_on;
  const char *valid_until;
  const char *note;
} Kept;

static const Kept kept[] = {
  { MATERIAL_REPORT, XYB_MATERIAL_RECEIVED, "2020-04-20", "2020-04-20", "2020-07-20", NULL },
  { MATERIAL_SUMMARY, XYB_MATERIAL_RECEIVED, "2020-07-10", NULL, NULL, NULL },
  { 120404, XYB_MATERIAL_RECEIVED, "2020-04-10", NULL, NULL, NULL },
  { MATERIAL_EVIDENCE, XYB_MATERIAL_RETURNED, "2020-07-18", NULL, NULL, "缺应收账款台账" },
  { 120406, XYB_MATERIAL_COMPLETE, "2020-04-10", NULL, NULL, NULL },
};

static void
fill_materials (XybStore *store, const XybPlan *plan, XybTrackRecord *record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (XybMaterial) material = xyb_material_new (kept[i].id);
      g_autoptr (GError) error = NULL;

      material->state = kept[i].state;
      material->received_on = g_strdup (kept[i].received_on);
      material->issued_on = g_strdup (kept[i].issued_on);
      material->valid_until = g_strdup (kept[i].valid_until);
      material->note = g_strdup (kept[i].note);
      xyb_progress_store_set_material (store, plan, record, material, NULL, TRACK_TODAY, &error);
      g_assert_no_error (error);
    }
}

static void
fill_step (XybStore *store,
           const XybPlan *plan,
           XybTrackRecord *record,
           gint64 id,
           const char *done_on,
           gint64 staff)
{
  g_autoptr (XybStepRecord) step = xyb_step_record_new (id);
  g_autoptr (GError) error = NULL;

  step->done_on = g_strdup (done_on);
  step->staff = staff;
  xyb_progress_store_set_step (store, plan, record, step, TRACK_TODAY, &error);
  g_assert_no_error (error);
}

static void
fill_steps (XybStore *store, const XybPlan *plan, XybTrackRecord *record)
{
  g_autoptr (XybTraining) training = xyb_training_new ("2020-06-18", "信用管理基础");
  g_autoptr (GError) error = NULL;

  fill_step (store, plan, record, 120508, "2020-05-12", XYB_UNSAID);
  fill_step (store, plan, record, STEP_GROUP, "2020-05-15", 1);
  fill_step (store, plan, record, 120510, "2020-05-30", XYB_UNSAID);
  xyb_progress_store_add_training (store, plan, record, STEP_TRAINING, training, TRACK_TODAY,
                                   &error);
  g_assert_no_error (error);
}

void
track_fill (XybStore *store, gint64 enterprise_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, DEMO_YEAR, &error);
  g_autoptr (XybTrackRecord) record
    = xyb_progress_store_get (store, plan, XYB_TRACK_ACCREDITATION, enterprise_id, &error);

  g_assert_no_error (error);
  fill_materials (store, plan, record);
  fill_steps (store, plan, record);
}

/* In the folder of the office. */
char *
track_write_file (AppFixture *fixture, const char *name, const char *contents)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* ---- the card ---- */

XybTrackCase *
track_read (TrackFixture *fixture, XybPlan **out_plan)
{
  g_autoptr (GError) error = NULL;
  XybTrackCase *track_case;

  *out_plan = xyb_plan_store_get (fixture->app.store, DEMO_YEAR, &error);
  g_assert_no_error (error);
  track_case = xyb_progress_store_read_case (fixture->app.store, *out_plan, XYB_TRACK_ACCREDITATION,
                                             fixture->enterprise_id, TRACK_TODAY, &error);
  g_assert_no_error (error);
  return track_case;
}

static void
refresh (TrackFixture *fixture, gboolean other)
{
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybTrackCase) track_case = track_read (fixture, &plan);

  xyb_track_card_show (fixture->card, xyb_window_get_office (fixture->app.window), track_case,
                       other);
}

static void
changed_cb (XybOffice *office, const char *const *tables, TrackFixture *fixture)
{
  refresh (fixture, FALSE);
}

void
track_show_card (TrackFixture *fixture, XybTrackCard *card)
{
  XybOffice *office = xyb_window_get_office (fixture->app.window);

  fixture->card = card;
  fixture->host = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_transient_for (fixture->host, GTK_WINDOW (fixture->app.window));
  gtk_window_set_default_size (fixture->host, 356, 500);
  gtk_window_set_child (fixture->host, GTK_WIDGET (card));
  refresh (fixture, TRUE);
  g_signal_connect (office, "changed", G_CALLBACK (changed_cb), fixture);
  gtk_window_present (fixture->host);
  app_settle ();
}

void
track_fixture_set_up (TrackFixture *fixture, gconstpointer data)
{
  app_fixture_set_up (&fixture->app, data);
  fixture->enterprise_id = track_add_enterprise (fixture->app.store, TRACK_ENTERPRISE);
  track_fill (fixture->app.store, fixture->enterprise_id);
  app_settle ();
}

void
track_fixture_tear_down (TrackFixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (xyb_window_get_office (fixture->app.window), fixture);
  if (fixture->host != NULL)
    gtk_window_destroy (fixture->host);
  app_settle ();
  app_fixture_tear_down (&fixture->app, data);
}
