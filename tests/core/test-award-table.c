/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "xyb-award-table.h"

static XybAward *
award (gint64 enterprise_id, XybTrack track, int year, gint64 unit_id, int position)
{
  XybAward *self = xyb_award_new ();

  self->enterprise_id = enterprise_id;
  self->enterprise_name = g_strdup_printf ("昆山示例%d公司", (int) enterprise_id);
  self->track = track;
  self->year = year;
  self->unit_id = unit_id;
  self->unit_position = position;
  return self;
}

static GPtrArray *
some_awards (void)
{
  GPtrArray *awards = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_award_free);

  g_ptr_array_add (awards, award (1, XYB_TRACK_CITY_MODEL, 2018, 106, 6));
  g_ptr_array_add (awards, award (2, XYB_TRACK_ACCREDITATION, 2017, 0, 0));
  g_ptr_array_add (awards, award (3, XYB_TRACK_ACCREDITATION, 2017, 106, 6));
  g_ptr_array_add (awards, award (4, XYB_TRACK_ACCREDITATION, 2019, 106, 6));
  g_ptr_array_add (awards, award (5, XYB_TRACK_ACCREDITATION, 2017, 101, 1));
  return awards;
}

/* Level, latest year first, 区镇 in office order, who has none behind them. */
static void
test_order (void)
{
  static const gint64 expected[] = { 4, 5, 3, 2, 1 };
  g_autoptr (GPtrArray) awards = some_awards ();

  xyb_award_list_sort (awards);
  for (guint i = 0; i < awards->len; i++)
    g_assert_cmpint (((XybAward *) awards->pdata[i])->enterprise_id, ==, expected[i]);
}

static void
test_revoked_count_from_their_day (void)
{
  g_autoptr (GPtrArray) awards = some_awards ();
  XybAward *lost = awards->pdata[2];

  lost->revoked_on = g_strdup ("2020-03-01");
  g_assert_cmpuint (xyb_award_list_count_revoked (awards, XYB_TRACK_ACCREDITATION, "2020-02-29"),
                    ==, 0);
  g_assert_cmpuint (xyb_award_list_count_revoked (awards, XYB_TRACK_ACCREDITATION, "2020-03-01"),
                    ==, 1);
  g_assert_cmpuint (xyb_award_list_count_revoked (awards, XYB_TRACK_CITY_MODEL, "2020-03-01"), ==,
                    0);
}

static void
test_titles_and_file_names (void)
{
  static const struct
  {
    XybAwardFilter filter;
    const char *name;
  } cases[] = {
    { { 0 }, "昆山市信用管理贯标和示范企业认定名册 2020-07-24" },
    { { .track = XYB_TRACK_ACCREDITATION }, "昆山市信用管理贯标企业名册 2020-07-24" },
    { { .track = XYB_TRACK_CITY_MODEL, .year = 2019 },
      "2019年昆山市苏州市级信用管理示范企业名册 2020-07-24" },
    { { .track = XYB_TRACK_PROVINCE_MODEL }, "昆山市省级信用管理示范企业名册 2020-07-24" },
  };
  g_autofree char *city = xyb_candidate_table_file_name (2020, XYB_TRACK_CITY_MODEL);
  g_autofree char *province = xyb_candidate_table_file_name (2021, XYB_TRACK_PROVINCE_MODEL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = xyb_award_table_file_name (&cases[i].filter, "2020-07-24");

      g_assert_cmpstr (name, ==, cases[i].name);
    }
  g_assert_cmpstr (city, ==, "2020年昆山市苏州市级示范可申报企业名单");
  g_assert_cmpstr (province, ==, "2021年昆山市省级示范可申报企业名单");
}

/* Whatever is listed fills the frame of A4 lying. */
static void
test_columns_fill_the_sheet (void)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (XybProvider) provider = xyb_provider_new ();
  const XybAwardFilter all = { 0 };
  XybListTable *tables[4];

  provider->name = g_strdup ("示例信用服务有限公司");
  tables[0] = xyb_award_table_new (nobody, &all, NULL, "2020-07-24");
  tables[1] = xyb_candidate_table_new (nobody, 2020, XYB_TRACK_CITY_MODEL, "2020-04-30", NULL);
  tables[2] = xyb_candidate_table_new (nobody, 2020, XYB_TRACK_PROVINCE_MODEL, "2020-07-31", NULL);
  tables[3] = xyb_provider_table_new (provider, nobody, "2020-07-24");
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      double width = 0;

      for (guint k = 0; k < tables[i]->n_columns; k++)
        width += tables[i]->columns[k].width;
      g_assert_cmpfloat (width, ==, 225);
      g_assert_cmpstr (tables[i]->columns[0].head, ==, "序号");
      xyb_list_table_free (tables[i]);
    }
}

static void
test_term_of_a_contract (void)
{
  static const struct
  {
    const char *signed_on;
    const char *starts_on;
    const char *ends_on;
    const char *words;
  } cases[] = {
    { "2020-05-12", NULL, NULL, "" },
    { "2020-05-12", "2020-06-01", NULL, "2020-06-01 起" },
    { "2020-05-12", NULL, "2020-11-11", "2020-05-12 至 2020-11-11" },
    { "2020-05-12", "2020-06-01", "2020-12-31", "2020-06-01 至 2020-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XybContract) contract = xyb_contract_new ();
      g_autofree char *words = NULL;

      contract->signed_on = g_strdup (cases[i].signed_on);
      contract->starts_on = g_strdup (cases[i].starts_on);
      contract->ends_on = g_strdup (cases[i].ends_on);
      words = xyb_contract_dup_term (contract);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/award-table/order-of-the-register", test_order);
  g_test_add_func ("/award-table/revoked-count-from-their-day", test_revoked_count_from_their_day);
  g_test_add_func ("/award-table/titles-and-file-names", test_titles_and_file_names);
  g_test_add_func ("/award-table/columns-fill-the-sheet", test_columns_fill_the_sheet);
  g_test_add_func ("/award-table/term-of-a-contract", test_term_of_a_contract);
  return g_test_run ();
}
