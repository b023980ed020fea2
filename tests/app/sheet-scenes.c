/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sheet-scenes.h"

#include "picture.h"
#include "track-sheet-fixture.h"
#include "xyb-conditions-card.h"
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
