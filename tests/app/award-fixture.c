/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "award-fixture.h"

#include "xyb-award-store.h"
#include "xyb-enterprise-store.h"
#include "xyb-provider-store.h"

#define TODAY "2020-07-24"
#define N_AWARDS 40
#define PROVIDER "示例信用服务有限公司"
#define OTHER_PROVIDER "江苏示例征信有限公司"

/* Those of the register that nobody has put forward this year. */
static GArray *
list_free (XybStore *store)
{
  XybEnterpriseQuery query = { .state = XYB_REGISTER_STATE_UNNOMINATED, .state_year = DEMO_YEAR };
  g_autoptr (GError) error = NULL;
  GArray *ids = xyb_enterprise_store_query (store, &query, &error);

  g_assert_no_error (error);
  return ids;
}

/**
 * award_fixture_enterprise:
 * @store: an office with made-up enterprises
 * @place: which of those not in this year's 附件2, in official order from 0
 *
 * Returns: its id
 */
gint64
award_fixture_enterprise (XybStore *store, guint place)
{
  g_autoptr (GArray) ids = list_free (store);

  g_assert_cmpuint (place, <, ids->len);
  return g_array_index (ids, gint64, place);
}

gint64
award_fixture_add_contract (XybStore *store,
                            gint64 enterprise_id,
                            XybContractKind kind,
                            const char *provider,
                            const char *signed_on,
                            const char *ends_on,
                            gboolean complete)
{
  g_autoptr (XybContract) contract = xyb_contract_new ();
  g_autoptr (GError) error = NULL;

  contract->enterprise_id = enterprise_id;
  contract->kind = kind;
  contract->signed_on = g_strdup (signed_on);
  contract->ends_on = g_strdup (ends_on);
  contract->filed = complete;
  contract->stamped = complete;
  xyb_contract_store_add (store, contract, provider, TODAY, &error);
  g_assert_no_error (error);
  return contract->id;
}

GPtrArray *
award_fixture_contracts (XybStore *store, gint64 enterprise_id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *contracts = xyb_contract_store_list (store, enterprise_id, 0, &error);

  g_assert_no_error (error);
  return contracts;
}

static void
add_award (XybStore *store, gint64 enterprise_id, XybTrack track, int year, const char *on)
{
  g_autoptr (XybAward) award = xyb_award_new ();
  g_autoptr (GError) error = NULL;
  XybAward *const list[] = { award };

  award->enterprise_id = enterprise_id;
  award->track = track;
  award->year = year;
  award->awarded_on = g_strdup (on);
  award->number = g_strdup_printf (track == XYB_TRACK_ACCREDITATION ? "昆信用办〔%d〕9号"
                                                                    : "苏信用办〔%d〕12号",
                                   year);
  xyb_award_store_add (store, list, 1, TODAY, &error);
  g_assert_no_error (error);
}

/* Spread over the 区镇. */
static guint
place_of (GArray *ids, guint i)
{
  return i * (ids->len / N_AWARDS) + 1;
}

/**
 * award_fixture_place:
 * @store: an office of award_fixture_fill()
 * @i: which of the 40 that passed
 *
 * Returns: its place, for award_fixture_enterprise()
 */
guint
award_fixture_place (XybStore *store, guint i)
{
  g_autoptr (GArray) ids = list_free (store);

  return place_of (ids, i);
}

static void
add_awards (XybStore *store, GArray *ids)
{
  static const char *const days[] = { "2017-08-11", "2018-08-13", "2019-03-29", "2019-08-15" };

  for (guint i = 0; i < N_AWARDS; i++)
    {
      gint64 id = g_array_index (ids, gint64, place_of (ids, i));
      const char *day = days[i % 4];

      add_award (store, id, XYB_TRACK_ACCREDITATION, atoi (day), i % 9 == 8 ? NULL : day);
      if (i % 8 == 0)
        add_award (store, id, XYB_TRACK_CITY_MODEL, i % 16 == 0 ? 2018 : 2019, NULL);
    }
}

/**
 * award_fixture_fill:
 * @store: an office with made-up enterprises
 *
 * Gives it its past: 40 贯标 of 2017 to 2019, five 市级示范, two providers with their contracts.
 */
void
award_fixture_fill (XybStore *store)
{
  g_autoptr (GArray) ids = list_free (store);

  add_awards (store, ids);
  for (guint i = 0; i < 12; i++)
    award_fixture_add_contract (store, g_array_index (ids, gint64, place_of (ids, i)),
                                i % 3 == 0 ? XYB_CONTRACT_MODEL : XYB_CONTRACT_ACCREDITATION,
                                i % 4 == 3 ? OTHER_PROVIDER : PROVIDER, "2020-05-12",
                                i % 2 == 0 ? "2020-10-30" : "2020-12-31", i % 2 == 1);
}

/**
 * award_fixture_show:
 * @fixture: the program
 * @view: a widget for a page that somebody else makes
 *
 * Returns: (transfer none): a window around it
 */
GtkWindow *
award_fixture_show (AppFixture *fixture, GtkWidget *view, int width, int height)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();

  gtk_window_set_title (GTK_WINDOW (window), "贯标与示范");
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (fixture->window));
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), view);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  app_settle ();
  return GTK_WINDOW (window);
}
