/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-credit-code.h"
#include "xyb-demo-trades.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-nomination-store.h"
#include "xyb-office-store.h"
#include "xyb-plan-store.h"
#include "xyb-store-error.h"

/* Made-up enterprises for trials, screenshots and benchmarks. Every name says 示例, every code has
 * the body MA0…, every number begins with 0512-5555: nobody can take them for real ones. */

#define SEED 20200402
#define NAME_PREFIX "昆山示例"
#define OFFICER "李示例"
#define OFFICER_PHONE "0512-55550100"
#define PROGRESS_EVERY 1000

/* How far the 区镇 of 附件1 are in a working year, in its order: how many more than the quota were
 * put forward, how many of those have not signed yet, how many of the signed are not accepted. */
static const struct
{
  int extra;
  int unsigned_yet;
  int unaccepted;
  XybSubmissionState state;
} working_year[] = {
  { 1, 1, 3, XYB_SUBMISSION_CONFIRMED }, { 0, 0, 4, XYB_SUBMISSION_CONFIRMED },
  { 0, 0, 0, XYB_SUBMISSION_CONFIRMED }, { 1, 1, 3, XYB_SUBMISSION_CONFIRMED },
  { 0, 1, 4, XYB_SUBMISSION_QUESTIONS }, { 0, 0, 1, XYB_SUBMISSION_CONFIRMED },
  { 1, 1, 3, XYB_SUBMISSION_RECEIVED },  { 0, 0, 3, XYB_SUBMISSION_CONFIRMED },
  { 0, 0, 0, XYB_SUBMISSION_CONFIRMED }, { 0, 0, 1, XYB_SUBMISSION_CONFIRMED },
  { 0, 1, 1, XYB_SUBMISSION_CONFIRMED },
};

/* A plan without numbers (2019) gets this many a 区镇. */
#define QUOTA_WHERE_UNSAID 3

typedef struct
{
  gint64 unit_id;
  gint64 quota;
  gint64 nominated;
  gint64 signed_up;
  gint64 accepted;
  gint64 got; /* enterprises so far */
  XybSubmissionState state;
} Town;

typedef struct
{
  int year;
  gint64 plan_id;
  guint n;
  guint start; /* made-up enterprises already in the file */
  gboolean nominate;
  XybStoreProgressFunc progress;
  gpointer user_data;

  GArray *towns; /* of Town */
  gint64 weight; /* sum of their quotas */
  guint turn;
  GRand *random;
  sqlite3_stmt *insert_enterprise;
  sqlite3_stmt *insert_nomination;
} Demo;

static void
demo_clear (Demo *self)
{
  g_clear_pointer (&self->towns, g_array_unref);
  g_clear_pointer (&self->random, g_rand_free);
  g_clear_pointer (&self->insert_enterprise, xyb_stmt_release);
  g_clear_pointer (&self->insert_nomination, xyb_stmt_release);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Demo, demo_clear)

/* ---- where ---- */

static void
add_town (Demo *self, const XybQuota *quota)
{
  guint row = self->towns->len % G_N_ELEMENTS (working_year);
  Town town = { .unit_id = quota->unit_id, .state = working_year[row].state };

  town.quota = quota->accreditation != XYB_UNSAID ? quota->accreditation : QUOTA_WHERE_UNSAID;
  town.nominated = town.quota + working_year[row].extra;
  town.signed_up = MAX (town.nominated - working_year[row].unsigned_yet, 0);
  town.accepted = MAX (town.signed_up - working_year[row].unaccepted, 0);
  self->weight += town.quota;
  g_array_append_val (self->towns, town);
}

/* First everyone in turn until the list of the year is full, so that a small sample has every 区镇;
 * then by chance, more where the quota is higher. */
static Town *
pick_town (Demo *self)
{
  gint64 chance;

  for (guint i = 0; i < self->towns->len; i++)
    {
      Town *town = &g_array_index (self->towns, Town, (self->turn + i) % self->towns->len);

      if (town->got >= town->nominated)
        continue;
      self->turn = (self->turn + i + 1) % self->towns->len;
      return town;
    }
  chance = g_rand_int_range (self->random, 0, (gint32) MAX (self->weight, 1));
  for (guint i = 0; i < self->towns->len; i++)
    {
      Town *town = &g_array_index (self->towns, Town, i);

      chance -= town->quota;
      if (chance < 0)
        return town;
    }
  return &g_array_index (self->towns, Town, 0);
}

/* ---- who ---- */

/* 91 320583 MA0xxxxx with both check characters right (GB 32100, GB 11714). */
static char *
make_code (guint number)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  char code[19] = "91320583MA0000000";
  g_autoptr (XybCreditCode) inner = NULL;
  g_autoptr (XybCreditCode) outer = NULL;

  for (int i = 15; i > 10; i--, number /= 31)
    code[i] = alphabet[number % 31];
  code[17] = '0';
  inner = xyb_credit_code_new (code);
  code[16] = inner->expected_inner_check;
  outer = xyb_credit_code_new (code);
  code[17] = outer->expected_check;
  return g_strdup (code);
}

static char *
make_name (const char *trade, guint number)
{
  guint round = number / xyb_demo_get_n_trades ();

  if (round == 0)
    return g_strdup_printf (NAME_PREFIX "%s有限公司", trade);
  return g_strdup_printf (NAME_PREFIX "%s%05u有限公司", trade, round);
}

static char *
make_person (Demo *self)
{
  static const char *const surnames[] = { "张", "王", "李", "赵", "陈", "杨", "吴", "刘",
                                          "周", "徐", "孙", "朱", "马", "胡", "郭", "何" };
  gint32 i = g_rand_int_range (self->random, 0, G_N_ELEMENTS (surnames));

  return g_strconcat (surnames[i], "示例", NULL);
}

static char *
make_date (Demo *self, int year, int month, int days)
{
  return g_strdup_printf ("%04d-%02d-%02d", year, month,
                          g_rand_int_range (self->random, 1, days + 1));
}

static XybEnterprise *
make_enterprise (Demo *self, const Town *town, guint number)
{
  XybEnterprise *enterprise = xyb_enterprise_new ();
  const XybDemoTrade *trade = xyb_demo_get_trade (number);
  int founded = self->year - g_rand_int_range (self->random, 4, 25);

  enterprise->name = make_name (trade->name, number);
  enterprise->credit_code = make_code (number);
  enterprise->unit_id = town->unit_id;
  enterprise->industry = trade->industry;
  enterprise->above_scale = XYB_TRI_YES;
  enterprise->founded_on = make_date (self, founded, g_rand_int_range (self->random, 1, 13), 28);
  enterprise->legal_person = make_person (self);
  enterprise->products = g_strdup (trade->products);
  enterprise->headcount = g_rand_int_range (self->random, 20, 1200);
  enterprise->contact = make_person (self);
  enterprise->phone = g_strdup_printf ("0512-5555%04u", (number + 101) % 10000);
  return enterprise;
}

static gboolean
add_enterprise (Demo *self, XybStore *store, XybEnterprise *enterprise, GError **error)
{
  enterprise->id = xyb_store_new_id (store);
  xyb_enterprise_bind (self->insert_enterprise, enterprise);
  return xyb_store_run (store, self->insert_enterprise, error);
}

/* Dates keep to the milestones of the year: list in April, contracts until June, acceptance before
 * 15 August (DL-02, DL-06). */
static gboolean
add_nomination (Demo *self,
                XybStore *store,
                const Town *town,
                const XybEnterprise *enterprise,
                GError **error)
{
  g_autoptr (XybNomination) nomination = xyb_nomination_new ();

  xyb_nomination_prefill (nomination, enterprise);
  nomination->id = xyb_store_new_id (store);
  nomination->plan_id = self->plan_id;
  nomination->unit_id = town->unit_id;
  nomination->position = town->got + 1;
  nomination->revenue_fen = (gint64) g_rand_int_range (self->random, 20, 800) * 100 * 10000 * 100;
  nomination->revenue_unit = XYB_MONEY_UNIT_WAN;
  if (town->got < MAX (town->quota, town->signed_up))
    nomination->confirmed_on = g_strdup_printf ("%04d-04-10", self->year);
  if (town->got < town->signed_up)
    nomination->signed_on = make_date (self, self->year, g_rand_int_range (self->random, 5, 7), 30);
  if (town->got < town->accepted)
    nomination->accepted_on = make_date (self, self->year, 7, 22);
  xyb_nomination_bind (self->insert_nomination, nomination);
  return xyb_store_run (store, self->insert_nomination, error);
}

static gboolean
add_one (Demo *self, XybStore *store, guint number, GError **error)
{
  Town *town = pick_town (self);
  g_autoptr (XybEnterprise) enterprise = make_enterprise (self, town, number);

  if (!add_enterprise (self, store, enterprise, error))
    return FALSE;
  if (self->nominate && town->got < town->nominated
      && !add_nomination (self, store, town, enterprise, error))
    return FALSE;
  town->got++;
  return TRUE;
}

/* ---- returns ---- */

static gboolean
add_submissions (Demo *self, XybStore *store, GError **error)
{
  for (guint i = 0; i < self->towns->len; i++)
    {
      const Town *town = &g_array_index (self->towns, Town, i);
      g_autoptr (XybSubmission) submission = xyb_submission_new ();

      if (town->got == 0)
        continue;
      submission->plan_id = self->plan_id;
      submission->unit_id = town->unit_id;
      submission->state = town->state;
      submission->received_on = g_strdup_printf ("%04d-04-%02u", self->year, 8 + i % 8);
      submission->officer = g_strdup (OFFICER);
      submission->officer_phone = g_strdup (OFFICER_PHONE);
      if (!xyb_submission_store_save (store, submission, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- the whole ---- */

static gboolean
fill_edit (XybStore *store, gpointer user_data, GError **error)
{
  Demo *self = user_data;

  self->insert_enterprise = xyb_store_prepare (store, xyb_enterprise_insert_sql, error);
  if (self->insert_enterprise == NULL)
    return FALSE;
  self->insert_nomination = xyb_store_prepare (store, xyb_nomination_insert_sql, error);
  if (self->insert_nomination == NULL)
    return FALSE;
  for (guint i = 0; i < self->n; i++)
    {
      if (!add_one (self, store, self->start + i, error))
        return FALSE;
      if (self->progress != NULL && (i + 1) % PROGRESS_EVERY == 0)
        self->progress (i + 1, self->n, self->user_data);
    }
  if (self->progress != NULL && self->n % PROGRESS_EVERY != 0)
    self->progress (self->n, self->n, self->user_data);
  return !self->nominate || add_submissions (self, store, error);
}

/* Made-up rows never go among real ones. */
static gboolean
holds_no_real_enterprise (XybStore *store, GError **error)
{
  gint64 real = 0;

  if (!xyb_lookup_int (store,
                       "SELECT count(*) FROM enterprise WHERE name NOT LIKE '" NAME_PREFIX "%'", 0,
                       0, &real, error))
    return FALSE;
  if (real == 0)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
               _ ("这个办公文件里已有 %lld 家真实企业，示例企业请填入另外新建的办公文件。"),
               (long long) real);
  return FALSE;
}

static gboolean
prepare (Demo *self, XybStore *store, GError **error)
{
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, self->year, error);
  gint64 start = 0;
  gint64 nominations = 0;

  if (plan == NULL || !holds_no_real_enterprise (store, error)
      || !xyb_lookup_int (store, "SELECT count(*) FROM enterprise", 0, 0, &start, error)
      || !xyb_lookup_int (store, "SELECT count(*) FROM nomination WHERE plan_id = :a", plan->id, 0,
                          &nominations, error))
    return FALSE;
  if (plan->quotas->len == 0)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                   _ ("%d年附件1没有区镇，示例企业无处可填，请先增加区镇。"), self->year);
      return FALSE;
    }
  self->plan_id = plan->id;
  self->start = (guint) start;
  self->nominate = self->nominate && nominations == 0;
  self->towns = g_array_new (FALSE, FALSE, sizeof (Town));
  self->random = g_rand_new_with_seed (SEED + self->start);
  for (guint i = 0; i < plan->quotas->len; i++)
    add_town (self, g_ptr_array_index (plan->quotas, i));
  return TRUE;
}

/**
 * xyb_office_store_fill_demo:
 * @n: how many enterprises to add
 * @nominate: also a working year of 附件2, as far as @n reaches, unless the year has one
 * @progress: (nullable) (scope call): called about every 1,000 enterprises
 *
 * Adds made-up enterprises in every 区镇 of 附件1 of @year, as one revision. The same file gets the
 * same data; a second call goes on where the first ended.
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_EXISTS where the register holds real enterprises
 */
gboolean
xyb_office_store_fill_demo (XybStore *store,
                            int year,
                            guint n,
                            gboolean nominate,
                            XybStoreProgressFunc progress,
                            gpointer user_data,
                            GError **error)
{
  g_auto (Demo) demo
    = { .year = year, .n = n, .nominate = nominate, .progress = progress, .user_data = user_data };
  g_autofree char *label = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  if (!prepare (&demo, store, error))
    return FALSE;
  label = g_strdup_printf (_ ("填入示例企业 %u 家"), n);
  return xyb_store_edit (store, label, fill_edit, &demo, error);
}
