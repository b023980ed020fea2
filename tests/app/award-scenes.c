/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "award-scenes.h"

#include "award-fixture.h"
#include "picture.h"
#include "xyb-contract-card.h"
#include "xyb-contract-dialog.h"

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
