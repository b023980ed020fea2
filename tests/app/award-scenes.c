/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "award-scenes.h"

#include "award-fixture.h"
#include "picture.h"
#include "xyb-award-dialogs.h"
#include "xyb-award-store.h"
#include "xyb-award-view.h"
#include "xyb-candidate-dialog.h"
#include "xyb-contract-card.h"
#include "xyb-contract-dialog.h"
#include "xyb-track-page.h"

#define ENTERPRISE 1 /* of award_fixture_fill(): it has a contract that lacks something */

static XybOffice *
office_of (AppFixture *fixture)
{
  return xyb_window_get_office (fixture->window);
}

void
award_scene_contract_card (AppFixture *fixture)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gint64 id;

  award_fixture_fill (fixture->store);
  id = award_fixture_enterprise (fixture->store, ENTERPRISE);
  award_fixture_add_contract (fixture->store, id, XYB_CONTRACT_MODEL, "江苏示例征信有限公司",
                              "2019-05-06", "2020-05-05", TRUE);
  for (XybTrack track = XYB_TRACK_ACCREDITATION; track <= XYB_TRACK_CITY_MODEL; track++)
    {
      GtkWidget *card = xyb_contract_card_new ();
      g_autoptr (GPtrArray) contracts = award_fixture_contracts (fixture->store, id);

      xyb_contract_card_show (XYB_CONTRACT_CARD (card), office_of (fixture), track, id, contracts);
      gtk_box_append (GTK_BOX (box), card);
    }
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 18);
  award_fixture_show (fixture, box, 393, 480);
}

static void
open_dialog (AppFixture *fixture, XybContract *contract, gint64 enterprise_id)
{
  XybContractDialog *dialog
    = xyb_contract_dialog_new (office_of (fixture), contract, enterprise_id);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (dialog));
  picture_settle (GTK_WINDOW (fixture->window));
}

void
award_scene_contract_dialog (AppFixture *fixture)
{
  g_autoptr (GPtrArray) contracts = NULL;
  gint64 id;

  award_fixture_fill (fixture->store);
  id = award_fixture_enterprise (fixture->store, ENTERPRISE);
  contracts = award_fixture_contracts (fixture->store, id);
  open_dialog (fixture, contracts->pdata[0], id);
}

/* Nobody is registered yet: she writes the first provider down with the contract. */
void
award_scene_contract_new (AppFixture *fixture)
{
  open_dialog (fixture, NULL, award_fixture_enterprise (fixture->store, ENTERPRISE));
  xyb_contract_dialog_accept (XYB_CONTRACT_DIALOG (app_find_window (XYB_TYPE_CONTRACT_DIALOG)));
}

/* ---- the registers of the page 贯标与示范 ---- */

static GtkWidget *
show_register (AppFixture *fixture, const char *name)
{
  XybTrackPage *page = XYB_TRACK_PAGE (xyb_window_get_page (fixture->window));
  GtkWidget *view = xyb_track_page_show_register (page, name);

  picture_settle (GTK_WINDOW (fixture->window));
  return view;
}

static GtkWidget *
show_awards (AppFixture *fixture)
{
  award_fixture_fill (fixture->store);
  return show_register (fixture, "award");
}

void
award_scene_awards (AppFixture *fixture)
{
  show_awards (fixture);
}

void
award_scene_award_filtered (AppFixture *fixture)
{
  GtkWidget *view = show_awards (fixture);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (
                                gtk_widget_get_template_child (view, XYB_TYPE_AWARD_VIEW, "track")),
                              XYB_TRACK_CITY_MODEL);
  xyb_award_view_search (XYB_AWARD_VIEW (view), "没有这一家");
}

/* The one a clerk has just looked up, over the program's own window. */
void
award_scene_award_revoke (AppFixture *fixture)
{
  gint64 id;
  g_autoptr (GPtrArray) awards = NULL;

  award_fixture_fill (fixture->store);
  id = award_fixture_enterprise (fixture->store, award_fixture_place (fixture->store, 0));
  awards = xyb_award_store_list (fixture->store, XYB_TRACK_CITY_MODEL, id, NULL);
  xyb_award_ask_revocation (GTK_WIDGET (fixture->window), office_of (fixture), awards->pdata[0]);
}

static GtkWidget *
show_candidates (AppFixture *fixture)
{
  award_fixture_fill (fixture->store);
  return show_register (fixture, "candidate");
}

void
award_scene_candidates (AppFixture *fixture)
{
  show_candidates (fixture);
}

/* Some of them the records speak against. */
void
award_scene_candidate_apply (AppFixture *fixture)
{
  const XybPlan *plan;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) some = g_ptr_array_new ();

  award_fixture_fill (fixture->store);
  plan = xyb_office_get_plan (office_of (fixture));
  all = xyb_award_store_list_candidates (fixture->store, plan, XYB_TRACK_CITY_MODEL, "2020-04-30",
                                         NULL);
  for (guint i = 7; i < 12; i++)
    g_ptr_array_add (some, all->pdata[i]);
  xyb_candidate_ask_apply (GTK_WIDGET (fixture->window), office_of (fixture), XYB_TRACK_CITY_MODEL,
                           some);
}

void
award_scene_providers (AppFixture *fixture)
{
  award_fixture_fill (fixture->store);
  show_register (fixture, "provider");
}
