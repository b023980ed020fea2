/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sheet-scenes.h"

#include "picture.h"
#include "track-sheet-fixture.h"
#include "xyb-conditions-card.h"
#include "xyb-plan-store.h"
#include "xyb-stage-track.h"

static XybTrackSheetPage *
open_sheet (AppFixture *fixture)
{
  return sheet_open (fixture, sheet_add_enterprise (fixture));
}

void
track_sheet (AppFixture *fixture)
{
  open_sheet (fixture);
}

/* It is on 贯标 alone: whether it may apply for the next. */
void
track_sheet_apply (AppFixture *fixture)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                  app_find_button (GTK_WIDGET (open_sheet (fixture)), "市级示范")),
                                TRUE);
}

void
track_sheet_condition (AppFixture *fixture)
{
  XybTrackSheetPage *page = open_sheet (fixture);
  GtkWidget *card = app_find (GTK_WIDGET (page), XYB_TYPE_CONDITIONS_CARD, 0);
  GtkListBox *list
    = xyb_card_list_get_list (xyb_conditions_card_get_list (XYB_CONDITIONS_CARD (card)));

  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 4));
}

void
track_sheet_stage (AppFixture *fixture)
{
  XybTrackSheetPage *page = open_sheet (fixture);
  GtkWidget *stages = app_find (GTK_WIDGET (page), XYB_TYPE_STAGE_TRACK, 0);

  picture_resize (GTK_WINDOW (fixture->window), 1366, 768);
  app_press (stages, GDK_KEY_Left, 0);
  app_press (stages, GDK_KEY_Return, 0);
}

/* The tracks of one enterprise over the years, in the register. */
void
enterprise_tracks (AppFixture *fixture)
{
  gint64 id = sheet_add_enterprise (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (fixture->store, DEMO_YEAR, &error);
  GtkWidget *page;

  g_assert_no_error (error);
  xyb_progress_store_apply (fixture->store, plan, XYB_TRACK_CITY_MODEL, id, "2020-04-20",
                            TRACK_TODAY, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go-to", "(sx)", "enterprise", id);
  picture_resize (GTK_WINDOW (fixture->window), 1366, 768);
  page = GTK_WIDGET (xyb_window_get_page (fixture->window));
  g_signal_emit_by_name (app_find_button (page, "贯标与示范"), "clicked");
}

/* 市级示范 with a title that was given and taken away again. */
void
track_sheet_revoked (AppFixture *fixture)
{
  static const XybProgressMove moves[] = {
    { XYB_TRACK_CITY_MODEL, "公示", "2020-06-20", NULL, NULL, "2020-06-30" },
    { XYB_TRACK_CITY_MODEL, "发文", "2020-07-01", NULL, "苏信用办〔2020〕10号", NULL },
    { XYB_TRACK_CITY_MODEL, "限期整改", "2020-07-10", NULL, NULL, "2020-08-10" },
    { XYB_TRACK_CITY_MODEL, "取消资格", "2020-07-20", "重大失信", "苏信用办〔2020〕11号", NULL },
  };
  XybTrackSheetPage *page = open_sheet (fixture);
  gint64 id = xyb_track_sheet_page_get_enterprise (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (fixture->store, DEMO_YEAR, &error);

  g_assert_no_error (error);
  xyb_progress_store_apply (fixture->store, plan, XYB_TRACK_CITY_MODEL, id, "2020-04-20",
                            TRACK_TODAY, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      xyb_progress_store_move (fixture->store, plan, &id, 1, &moves[i], TRACK_TODAY, &error);
      g_assert_no_error (error);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_find_button (GTK_WIDGET (page), "市级示范")),
                                TRUE);
}
