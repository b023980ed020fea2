/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app-fixture.h"
#include "xyb-field-row.h"
#include "xyb-move-dialog.h"
#include "xyb-progress-store.h"

#define TRACK XYB_TRACK_ACCREDITATION

static XybOffice *
office_of (AppFixture *fixture)
{
  return xyb_window_get_office (fixture->window);
}

static const XybPlan *
plan_of (AppFixture *fixture)
{
  return xyb_office_get_plan (office_of (fixture));
}

/* Those who stand at the stage, in the order of the list. */
static GArray *
list_at (AppFixture *fixture, const char *stage)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
    = xyb_progress_store_list (fixture->store, plan_of (fixture), TRACK, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      const XybTrackRecord *record = records->pdata[i];

      if (g_strcmp0 (xyb_track_current (plan_of (fixture), record)->name, stage) == 0)
        g_array_append_val (ids, record->enterprise_id);
    }
  return ids;
}

static guint
count_at (AppFixture *fixture, const char *stage)
{
  g_autoptr (GArray) ids = list_at (fixture, stage);

  return ids->len;
}

static void
hand_in_all (AppFixture *fixture, gint64 id)
{
  g_autoptr (GPtrArray) materials = xyb_plan_list_materials (plan_of (fixture), TRACK);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gint64));

  /* The plan is read anew after each. */
  for (guint i = 0; i < materials->len; i++)
    g_array_append_val (wanted, ((XybPlanMaterial *) materials->pdata[i])->id);
  for (guint i = 0; i < wanted->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (XybTrackRecord) record
        = xyb_progress_store_get (fixture->store, plan_of (fixture), TRACK, id, &error);
      g_autoptr (XybMaterial) material = xyb_material_new (g_array_index (wanted, gint64, i));

      g_assert_no_error (error);
      material->state = XYB_MATERIAL_COMPLETE;
      material->received_on = g_strdup ("2020-07-10");
      xyb_progress_store_set_material (fixture->store, plan_of (fixture), record, material, NULL,
                                       "2020-08-20", &error);
      g_assert_no_error (error);
    }
}

/* ---- the dialog ---- */

static GtkWidget *
open_dialog (AppFixture *fixture, XybMoveDialog *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (dialog));
  app_settle ();
  return GTK_WIDGET (dialog);
}

static void
click (GtkWidget *root, const char *label)
{
  g_signal_emit_by_name (app_find_button (root, label), "clicked");
  app_settle ();
}

static void
fill (GtkWidget *dialog, const char *field, const char *text)
{
  XybFieldRow *row = XYB_FIELD_ROW (app_find_field (dialog, field));

  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (row)), text);
  xyb_field_row_commit (row);
  app_settle ();
}

static void
choose (GtkWidget *dialog, guint index)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_find (dialog, GTK_TYPE_DROP_DOWN, 0)), index);
  app_settle ();
}

static gboolean
is_open (void)
{
  return app_find_window (XYB_TYPE_MOVE_DIALOG) != NULL;
}

/* Of three who are to be accepted one has handed in everything: the others are left out with one
 * click, it passes on the day and with the number that were typed, and undo takes it back. */
static void
test_acceptance (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = list_at (fixture, "签约");
  guint accepted = count_at (fixture, "通过");
  g_autoptr (XybTrackRecord) record = NULL;
  const XybPlanStage *passed;
  GtkWidget *dialog;

  g_assert_cmpuint (ids->len, >=, 3);
  hand_in_all (fixture, g_array_index (ids, gint64, 1));
  dialog = open_dialog (fixture, xyb_move_dialog_new_result (office_of (fixture), TRACK,
                                                             (gint64 *) ids->data, 3));
  g_assert_false (gtk_widget_is_sensitive (app_find_button (dialog, "登记 3 家")));
  click (dialog, "移出这 2 家");
  fill (dialog, "日期", "2020年8月14日");
  fill (dialog, "文号", "昆信用办〔2020〕9号");
  click (dialog, "登记");
  g_assert_false (is_open ());
  g_assert_cmpuint (count_at (fixture, "通过"), ==, accepted + 1);
  record = xyb_progress_store_get (fixture->store, plan_of (fixture), TRACK,
                                   g_array_index (ids, gint64, 1), NULL);
  passed = xyb_track_current (plan_of (fixture), record);
  g_assert_cmpstr (passed->name, ==, "通过");
  g_assert_cmpstr (xyb_track_record_find (record, passed->id)->reached_on, ==, "2020-08-14");
  g_assert_cmpstr (xyb_track_record_find (record, passed->id)->number, ==, "昆信用办〔2020〕9号");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_settle ();
  g_assert_cmpuint (count_at (fixture, "通过"), ==, accepted);
}

/* The next stage is proposed; a day that is not over is not taken. */
static void
test_next_stage (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = list_at (fixture, "名单确定");
  guint before = count_at (fixture, "签约");
  GtkWidget *dialog;

  g_assert_cmpuint (ids->len, >, 0);
  dialog = open_dialog (fixture, xyb_move_dialog_new (office_of (fixture), TRACK,
                                                      (gint64 *) ids->data, 1, NULL));
  fill (dialog, "日期", "2020-09-01");
  g_assert_false (gtk_widget_is_sensitive (app_find_button (dialog, "登记")));
  fill (dialog, "日期", "2020-05-12");
  click (dialog, "登记");
  g_assert_false (is_open ());
  g_assert_cmpuint (count_at (fixture, "签约"), ==, before + 1);
}

/* Going back is not done without a reason. */
static void
test_back (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = list_at (fixture, "签约");
  guint before = count_at (fixture, "名单确定");
  GtkWidget *dialog;

  dialog = open_dialog (fixture, xyb_move_dialog_new (office_of (fixture), TRACK,
                                                      (gint64 *) ids->data, 2, NULL));
  choose (dialog, 1);
  click (dialog, "登记 2 家");
  g_assert_true (is_open ());
  g_assert_cmpuint (count_at (fixture, "名单确定"), ==, before);
  fill (dialog, "理由", "合同解除");
  click (dialog, "登记 2 家");
  g_assert_false (is_open ());
  g_assert_cmpuint (count_at (fixture, "名单确定"), ==, before + 2);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("XYB_TODAY", "2020-08-20", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/move-dialog/batch-acceptance-leaves-out-who-lacks-material", test_acceptance);
  ADD ("/move-dialog/the-next-stage-is-proposed", test_next_stage);
  ADD ("/move-dialog/going-back-needs-a-reason", test_back);
  return g_test_run ();
}
