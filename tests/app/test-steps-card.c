/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "track-fixture.h"
#include "xyb-plan-store.h"
#include "xyb-field-row.h"
#include "xyb-step-dialog.h"
#include "xyb-step-row.h"
#include "xyb-steps-card.h"
#include "xyb-training-row.h"

#define HEADING_APPLY 120501
#define STEP_APPLY 120503

static void
open_card (TrackFixture *fixture)
{
  track_show_card (fixture, xyb_steps_card_new ());
}

static XybStepRow *
row_of (TrackFixture *fixture, gint64 id)
{
  GtkWidget *row;

  for (guint i = 0; (row = app_find (GTK_WIDGET (fixture->card), XYB_TYPE_STEP_ROW, i)) != NULL;
       i++)
    if (xyb_step_row_get_id (XYB_STEP_ROW (row)) == id)
      return XYB_STEP_ROW (row);
  return NULL;
}

static void
assert_row (TrackFixture *fixture, gint64 id, XybStepState state, const char *caption)
{
  XybStepRow *row = row_of (fixture, id);

  g_assert_nonnull (row);
  g_assert_cmpint (xyb_step_row_get_state (row), ==, state);
  g_assert_cmpstr (xyb_step_row_get_caption (row), ==, caption);
}

static void
activate (TrackFixture *fixture, gint64 id)
{
  g_signal_emit_by_name (row_of (fixture, id), "activate");
  app_settle ();
}

static XybStepDialog *
dialog (void)
{
  app_settle ();
  return XYB_STEP_DIALOG (app_find_window (XYB_TYPE_STEP_DIALOG));
}

static void
type_into (XybStepDialog *form, const char *title, const char *text)
{
  XybFieldRow *row = XYB_FIELD_ROW (app_find_field (GTK_WIDGET (form), title));

  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (row)), text);
}

static XybTrainingRow *
training_of (XybStepDialog *form, guint index)
{
  return XYB_TRAINING_ROW (app_find (GTK_WIDGET (form), XYB_TYPE_TRAINING_ROW, index));
}

static void
accept (XybStepDialog *form)
{
  xyb_step_dialog_accept (form);
  app_settle ();
}

/* Mockup 06. */
static void
test_rows (TrackFixture *fixture, gconstpointer data)
{
  XybStepRow *first;

  open_card (fixture);
  assert_row (fixture, STEP_GROUP, XYB_STEP_DONE, "专职人员 1 名，5月15日完成");
  assert_row (fixture, 120510, XYB_STEP_DONE, "5月30日完成");
  assert_row (fixture, STEP_TRAINING, XYB_STEP_BEGUN, "1/2 次，6月18日");
  assert_row (fixture, STEP_ASSESSMENT, XYB_STEP_OPEN, "企业信用管理内部评估报告未交");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row_of (fixture, STEP_TRAINING))));
  /* 企业申请 is told by the stages; one heading alone is none (mockup 06). */
  first = XYB_STEP_ROW (app_find (GTK_WIDGET (fixture->card), XYB_TYPE_STEP_ROW, 0));
  g_assert_cmpint (xyb_step_row_get_id (first), ==, STEP_GROUP);
}

/* The plan of the year wants one more step to be registered. */
static void
tick_application (TrackFixture *fixture)
{
  guint n_fields = 0;
  const XybPlanField *fields = xyb_plan_part_fields (XYB_PLAN_STEPS, &n_fields);
  XybPlanEdit edit = { XYB_PLAN_SET, STEP_APPLY, 0, 0, xyb_step_count_name (XYB_STEP_PLAIN), 0 };
  g_autoptr (GError) error = NULL;

  while (!g_str_equal (fields[edit.field].key, "counted"))
    edit.field++;
  xyb_plan_store_edit_rows (fixture->app.store, 2020, XYB_PLAN_STEPS, &edit, 1, NULL, &error);
  g_assert_no_error (error);
}

static void
test_a_heading_folds (TrackFixture *fixture, gconstpointer data)
{
  tick_application (fixture);
  open_card (fixture);
  /* Nothing was written down of it: the heading is enough. */
  g_assert_true (xyb_step_row_is_heading (row_of (fixture, HEADING_APPLY)));
  assert_row (fixture, HEADING_APPLY, XYB_STEP_OPEN, "0/1");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (row_of (fixture, STEP_APPLY))));
  activate (fixture, HEADING_APPLY);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (row_of (fixture, STEP_APPLY))));
  activate (fixture, HEADING_APPLY);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (row_of (fixture, STEP_APPLY))));
}

static void
test_a_second_training (TrackFixture *fixture, gconstpointer data)
{
  XybStepDialog *form;

  open_card (fixture);
  g_assert_true (xyb_track_card_act (fixture->card, XYB_ACT_STEP, STEP_TRAINING));
  form = dialog ();
  xyb_training_row_type (training_of (form, 1), "2020-07-32", "应收账款管理");
  accept (form);
  g_assert_cmpstr (xyb_step_dialog_get_problem (form), !=, "");
  assert_row (fixture, STEP_TRAINING, XYB_STEP_BEGUN, "1/2 次，6月18日");
  xyb_training_row_type (training_of (form, 1), "2020-07-25", "应收账款管理");
  accept (form);
  g_assert_cmpstr (xyb_step_dialog_get_problem (form), ==,
                   "培训日期 2020-07-25 还没有到，请在办完以后再登记。");
  xyb_training_row_type (training_of (form, 1), "2020-07-02", "");
  accept (form);
  g_assert_nonnull (strstr (xyb_step_dialog_get_problem (form), "培训主题"));
  xyb_training_row_type (training_of (form, 1), "2020-07-02", "应收账款管理");
  accept (form);
  assert_row (fixture, STEP_TRAINING, XYB_STEP_DONE, "2/2 次，7月2日");
}

/* One is corrected and another taken out: one revision. */
static void
test_trainings_are_corrected (TrackFixture *fixture, gconstpointer data)
{
  XybStepDialog *form;

  open_card (fixture);
  activate (fixture, STEP_TRAINING);
  form = dialog ();
  xyb_training_row_type (training_of (form, 0), "2020-06-19", "信用管理基础");
  xyb_training_row_type (training_of (form, 1), "2020-07-02", "应收账款管理");
  accept (form);
  assert_row (fixture, STEP_TRAINING, XYB_STEP_DONE, "2/2 次，7月2日");
  activate (fixture, STEP_TRAINING);
  form = dialog ();
  g_signal_emit_by_name (training_of (form, 1), "removed");
  accept (form);
  assert_row (fixture, STEP_TRAINING, XYB_STEP_BEGUN, "1/2 次，6月19日");
  gtk_widget_activate_action (GTK_WIDGET (fixture->app.window), "win.undo", NULL);
  app_settle ();
  assert_row (fixture, STEP_TRAINING, XYB_STEP_DONE, "2/2 次，7月2日");
}

static void
test_a_plain_step (TrackFixture *fixture, gconstpointer data)
{
  XybStepDialog *form;

  open_card (fixture);
  activate (fixture, STEP_ASSESSMENT);
  form = dialog ();
  type_into (form, "完成日期", "2020-07-25");
  accept (form);
  g_assert_cmpstr (xyb_step_dialog_get_problem (form), !=, "");
  type_into (form, "完成日期", "2020-07-23");
  accept (form);
  assert_row (fixture, STEP_ASSESSMENT, XYB_STEP_DONE,
              "7月23日完成 · 企业信用管理内部评估报告未交");
}

static void
test_staff (TrackFixture *fixture, gconstpointer data)
{
  XybStepDialog *form;

  open_card (fixture);
  activate (fixture, STEP_GROUP);
  form = dialog ();
  type_into (form, "专职人员", "两名");
  accept (form);
  g_assert_cmpstr (xyb_step_dialog_get_problem (form), !=, "");
  type_into (form, "专职人员", "");
  accept (form);
  assert_row (fixture, STEP_GROUP, XYB_STEP_BEGUN, "没有登记专职人员，5月15日完成");
}

int
main (int argc, char **argv)
{
  g_setenv ("XYB_TODAY", TRACK_TODAY, TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func)                                                                            \
  g_test_add ("/steps-card/" path, TrackFixture, NULL, track_fixture_set_up, func,                 \
              track_fixture_tear_down)
  ADD ("rows", test_rows);
  ADD ("a-heading-folds", test_a_heading_folds);
  ADD ("a-second-training", test_a_second_training);
  ADD ("trainings-are-corrected", test_trainings_are_corrected);
  ADD ("a-plain-step", test_a_plain_step);
  ADD ("staff", test_staff);
  return g_test_run ();
}
