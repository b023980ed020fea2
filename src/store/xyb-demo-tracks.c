/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-store.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-office-store.h"
#include "xyb-plan-store.h"
#include "xyb-progress-private.h"
#include "xyb-provider-store.h"
#include "xyb-store-error.h"

/* What made-up enterprises (xyb-demo.c) have behind them on 贯标 and the two 示范 tracks by the end
 * of July of a working year: earlier titles, contracts, conditions, steps, materials. All of it in
 * one revision, with every state a clerk may meet: what has expired, what is near, what was sent
 * back. */

static const char *const providers[]
  = { "示例信用服务有限公司", "苏州示例信用管理咨询有限公司", "昆山示例征信服务有限公司" };

/* PLAN-09: 590, 43 and 4 to the end of 2018. */
#define N_ACCREDITED 590
#define N_CITY 43
#define N_PROVINCE 4
#define FIRST_YEAR 2011

#define N_APPLICANTS 6 /* of 市级示范 this year … */
#define N_READY 4      /* … of whom so many have handed in their papers */

typedef struct
{
  XybPlan *plan;
  gint64 providers[G_N_ELEMENTS (providers)];
  GArray *others; /* of gint64: the register besides the list of the year */
} Fill;

static char *
day (const Fill *self, int month, int date)
{
  return g_strdup_printf ("%04d-%02d-%02d", self->plan->year, month, date);
}

/* Binds ?1, ?2 …: i a gint64, o one that may be XYB_UNSAID, t a text or NULL. */
static gboolean
put (XybStore *store, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, sql, error);
  va_list values;

  if (stmt == NULL)
    return FALSE;
  va_start (values, types);
  for (int i = 0; types[i] != '\0'; i++)
    if (types[i] == 't')
      {
        const char *text = va_arg (values, const char *);

        if (text != NULL)
          sqlite3_bind_text (stmt, i + 1, text, -1, SQLITE_TRANSIENT);
        else
          sqlite3_bind_null (stmt, i + 1);
      }
    else
      {
        gint64 number = va_arg (values, gint64);

        if (number != XYB_UNSAID)
          sqlite3_bind_int64 (stmt, i + 1, number);
        else
          sqlite3_bind_null (stmt, i + 1);
      }
  va_end (values);
  return xyb_store_run (store, stmt, error);
}

/* ---- contracts ---- */

static gboolean
add_providers (Fill *self, XybStore *store, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (providers); i++)
    {
      self->providers[i] = xyb_store_new_id (store);
      if (!put (store, error,
                "INSERT INTO service_provider (id, name, contact, phone, closed)"
                " VALUES (?1, ?2, '陈示例', ?3, 0)",
                "itt", self->providers[i], providers[i], i == 0 ? "0512-55550201" : NULL))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_contract (Fill *self,
              XybStore *store,
              gint64 enterprise_id,
              guint number,
              XybContractKind kind,
              const char *signed_on,
              GError **error)
{
  g_autofree char *ends_on = xyb_date_shift_month (signed_on, XYB_MODEL_CONTRACT_MONTHS);

  return put (store, error,
              "INSERT INTO contract (id, provider_id, enterprise_id, kind, signed_on, starts_on,"
              "                      ends_on, filed, stamped)"
              " VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?7, ?7)",
              "iiiitti", xyb_store_new_id (store),
              self->providers[number % G_N_ELEMENTS (providers)], enterprise_id, (gint64) kind,
              signed_on, ends_on,
              (gint64) (kind == XYB_CONTRACT_ACCREDITATION || number % 3 != 0 ? 1 : 0));
}

/* ---- one enterprise ---- */

static gboolean
reach (XybStore *store,
       const XybTrackRecord *record,
       const XybPlanStage *from,
       const XybPlanStage *stage,
       const char *on,
       GError **error)
{
  if (!xyb_stage_has_date_in_annex (stage)
      && !put (store, error,
               "INSERT INTO progress_stage (id, progress_id, stage_id, reached_on)"
               " VALUES (?1, ?2, ?3, ?4)",
               "iiit", xyb_store_new_id (store), record->id, stage->id, on))
    return FALSE;
  return put (store, error,
              "INSERT INTO progress_move (id, progress_id, from_id, to_id, moved_on, back)"
              " VALUES (?1, ?2, ?3, ?4, ?5, 0)",
              "iioit", xyb_store_new_id (store), record->id, from != NULL ? from->id : XYB_UNSAID,
              stage->id, on);
}

static gboolean
decide (XybStore *store,
        const Fill *self,
        const XybTrackRecord *record,
        gboolean whole,
        const char *on,
        GError **error)
{
  gboolean left_open = FALSE;

  for (guint i = 0; i < self->plan->conditions->len; i++)
    {
      const XybPlanCondition *condition = self->plan->conditions->pdata[i];

      if (condition->track != record->track)
        continue;
      if (!whole && !left_open && condition->number != XYB_UNSAID && i % 2 == 0)
        {
          left_open = TRUE;
          continue;
        }
      if (!put (store, error,
                "INSERT INTO progress_condition"
                " (id, progress_id, condition_id, verdict, reason, decided_on)"
                " VALUES (?1, ?2, ?3, 1, '已核对营业执照和信用查询报告', ?4)",
                "iiit", xyb_store_new_id (store), record->id, condition->id, on))
        return FALSE;
    }
  return TRUE;
}

static gboolean
train (XybStore *store,
       const Fill *self,
       const XybTrackRecord *record,
       const XybPlanStep *step,
       gint64 times,
       GError **error)
{
  static const char *const subjects[] = { "信用管理制度宣贯", "应收账款管理" };

  for (gint64 i = 0; i < times; i++)
    {
      g_autofree char *on = day (self, 6 + (int) i, 18);

      if (!put (store, error,
                "INSERT INTO progress_training (id, progress_id, step_id, held_on, subject)"
                " VALUES (?1, ?2, ?3, ?4, ?5)",
                "iiitt", xyb_store_new_id (store), record->id, step->id, on,
                subjects[i % G_N_ELEMENTS (subjects)]))
        return FALSE;
    }
  return TRUE;
}

/* All of them, or all but one training and the last. */
static gboolean
take_steps (XybStore *store,
            const Fill *self,
            const XybTrackRecord *record,
            gboolean whole,
            GError **error)
{
  g_autofree char *on = day (self, 5, 30);
  const XybPlanStep *last = NULL;

  for (guint i = 0; i < self->plan->steps->len; i++)
    {
      const XybPlanStep *step = self->plan->steps->pdata[i];

      if (step->track == record->track && xyb_plan_step_is_ticked (self->plan, step))
        last = step;
    }
  for (guint i = 0; i < self->plan->steps->len; i++)
    {
      const XybPlanStep *step = self->plan->steps->pdata[i];
      gint64 minimum = step->minimum != XYB_UNSAID ? step->minimum : 1;

      if (step->track != record->track || !xyb_plan_step_is_ticked (self->plan, step)
          || (!whole && step == last))
        continue;
      if (step->counted == XYB_STEP_TRAININGS)
        {
          if (!train (store, self, record, step, whole ? minimum : minimum - 1, error))
            return FALSE;
          continue;
        }
      if (!put (store, error,
                "INSERT INTO progress_step (id, progress_id, step_id, done_on, staff)"
                " VALUES (?1, ?2, ?3, ?4, ?5)",
                "iiito", xyb_store_new_id (store), record->id, step->id, on,
                step->counted == XYB_STEP_STAFF ? minimum : XYB_UNSAID))
        return FALSE;
    }
  return TRUE;
}

static gboolean
hand_in (XybStore *store,
         const XybTrackRecord *record,
         const XybPlanMaterial *item,
         XybMaterialState state,
         const char *on,
         const char *valid_until,
         GError **error)
{
  const char *note = state == XYB_MATERIAL_RETURNED ? "缺应收账款台账" : NULL;

  return put (store, error,
              "INSERT INTO progress_material"
              " (id, progress_id, material_id, state, received_on, valid_until, note)"
              " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
              "iiiittt", xyb_store_new_id (store), record->id, item->id, (gint64) state, on,
              item->has_validity ? valid_until : NULL, note);
}

/* @number: which of the states an enterprise on the way is in. */
static gboolean
hand_in_all (XybStore *store,
             const Fill *self,
             const XybTrackRecord *record,
             gboolean whole,
             guint number,
             GError **error)
{
  g_autoptr (GPtrArray) items = xyb_plan_list_materials (self->plan, record->track);
  g_autofree char *on = day (self, 7, 10);
  g_autofree char *expired = day (self, 7, 20);
  g_autofree char *near = day (self, 7, 30);
  g_autofree char *long_after = day (self, 12, 31);

  for (guint i = 0; i < items->len; i++)
    {
      const XybPlanMaterial *item = items->pdata[i];
      XybMaterialState state = XYB_MATERIAL_COMPLETE;
      const char *until = long_after;

      if (!item->required)
        continue;
      if (!whole)
        {
          if (i % 3 == 2 || (number % 4 == 0 && i > 1))
            continue;
          state = i == 4 ? XYB_MATERIAL_RETURNED : XYB_MATERIAL_RECEIVED;
          until = number % 9 == 3 ? expired : number % 4 == 1 ? near : long_after;
        }
      if (!hand_in (store, record, item, state, on, until, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- 贯标 ---- */

static const char *
date_of (const Fill *self, const XybTrackRecord *record, XybCompletionBasis basis)
{
  for (guint i = 0; i < self->plan->stages->len; i++)
    {
      const XybPlanStage *stage = self->plan->stages->pdata[i];
      const XybStageRecord *reached
        = stage->basis == basis ? xyb_track_record_find (record, stage->id) : NULL;

      if (reached != NULL)
        return reached->reached_on;
    }
  return NULL;
}

/* The stages between 签约 and the result, two days apart from @on. */
static gboolean
go_between (XybStore *store,
            const Fill *self,
            const XybTrackRecord *record,
            gboolean whole,
            const char *signed_on,
            GError **error)
{
  g_autoptr (GPtrArray) stages = xyb_plan_list_stages (self->plan, record->track);
  g_autofree char *on = g_strdup (signed_on);
  const XybPlanStage *from = NULL;

  for (guint i = 0; i < stages->len; i++)
    {
      const XybPlanStage *stage = stages->pdata[i];
      char *next;

      if (stage->kind != XYB_STAGE_KIND_STEP)
        break;
      if (stage->basis == 0 && from != NULL)
        {
          if (!reach (store, record, from, stage, on, error))
            return FALSE;
          if (!whole)
            break;
        }
      if (stage->basis == XYB_BASIS_SIGNED || stage->basis == 0)
        {
          next = xyb_date_shift_day (on, 2);
          g_free (on);
          on = next;
          from = stage;
        }
    }
  return TRUE;
}

static gboolean
fill_accreditation (XybStore *store,
                    Fill *self,
                    XybTrackRecord *record,
                    guint number,
                    GError **error)
{
  const char *confirmed_on = date_of (self, record, XYB_BASIS_CONFIRMED);
  const char *signed_on = date_of (self, record, XYB_BASIS_SIGNED);
  gboolean whole = date_of (self, record, XYB_BASIS_ACCEPTED) != NULL;

  if (confirmed_on == NULL)
    return TRUE;
  if (!xyb_progress_ensure (store, record, error)
      || !decide (store, self, record, whole || number % 4 != 0, confirmed_on, error))
    return FALSE;
  if (signed_on == NULL)
    return TRUE;
  return add_contract (self, store, record->enterprise_id, number, XYB_CONTRACT_ACCREDITATION,
                       signed_on, error)
         && take_steps (store, self, record, whole || number % 3 == 0, error)
         && hand_in_all (store, self, record, whole, number, error)
         && go_between (store, self, record, whole, signed_on, error);
}

/* ---- earlier years ---- */

static gboolean
award (XybStore *store, gint64 enterprise_id, XybTrack track, int year, GError **error)
{
  return put (store, error,
              "INSERT INTO award (id, enterprise_id, track, year) VALUES (?1, ?2, ?3, ?4)", "iiii",
              xyb_store_new_id (store), enterprise_id, (gint64) track, (gint64) year);
}

/* As many years as there are from FIRST_YEAR to the year before the last. */
static int
earlier_year (const Fill *self, guint place, guint n, int later)
{
  int span = MAX (self->plan->year - 1 - FIRST_YEAR - later, 1);

  return FIRST_YEAR + later + (int) (place * (guint) span / MAX (n, 1));
}

static gboolean
add_awards (XybStore *store, Fill *self, GError **error)
{
  guint n = MIN (self->others->len, N_ACCREDITED);
  guint n_city = MIN (n, N_CITY);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = g_array_index (self->others, gint64, i);

      if (!award (store, id, XYB_TRACK_ACCREDITATION, earlier_year (self, i, n, 0), error)
          || (i < n_city
              && !award (store, id, XYB_TRACK_CITY_MODEL, earlier_year (self, i, n_city, 2), error))
          || (i < MIN (n_city, N_PROVINCE)
              && !award (store, id, XYB_TRACK_PROVINCE_MODEL, self->plan->year - 2, error)))
        return FALSE;
    }
  return TRUE;
}

/* ---- 市级示范 ---- */

static gboolean
fill_model (XybStore *store, Fill *self, gint64 enterprise_id, guint number, GError **error)
{
  g_autoptr (XybTrackRecord) record = xyb_track_record_new ();
  g_autoptr (GPtrArray) stages = xyb_plan_list_stages (self->plan, XYB_TRACK_CITY_MODEL);
  g_autofree char *signed_on = day (self, 5, 12);
  gboolean ready = number < N_READY;
  const XybPlanStage *from = NULL;

  record->plan_id = self->plan->id;
  record->year = self->plan->year;
  record->track = XYB_TRACK_CITY_MODEL;
  record->enterprise_id = enterprise_id;
  if (!xyb_progress_ensure (store, record, error)
      || !decide (store, self, record, ready, signed_on, error)
      || !hand_in_all (store, self, record, ready, number, error)
      || !add_contract (self, store, enterprise_id, number, XYB_CONTRACT_MODEL, signed_on, error))
    return FALSE;
  for (guint i = 0; i < stages->len; i++)
    {
      const XybPlanStage *stage = stages->pdata[i];
      g_autofree char *on
        = i < 3 ? day (self, 4, 16 + (int) i * 6) : day (self, 5, 9 + (int) i * 3);

      if (stage->kind != XYB_STAGE_KIND_STEP || (!ready && i > 3)
          || (stage->milestone != NULL && i > 3))
        break;
      if (!reach (store, record, from, stage, on, error))
        return FALSE;
      from = stage;
    }
  return TRUE;
}

/* ---- the whole ---- */

static gboolean
list_others (XybStore *store, Fill *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (
    store,
    "SELECT id FROM enterprise WHERE id NOT IN"
    " (SELECT enterprise_id FROM nomination WHERE plan_id = :plan) ORDER BY id",
    error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":plan", self->plan->id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      gint64 id = row ? sqlite3_column_int64 (stmt, 0) : 0;

      if (!row)
        return TRUE;
      g_array_append_val (self->others, id);
    }
  return FALSE;
}

static gboolean
fill_edit (XybStore *store, gpointer user_data, GError **error)
{
  Fill *self = user_data;
  g_autoptr (GPtrArray) records
    = xyb_progress_store_list (store, self->plan, XYB_TRACK_ACCREDITATION, error);

  if (records == NULL || !add_providers (self, store, error) || !list_others (store, self, error)
      || !add_awards (store, self, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!fill_accreditation (store, self, records->pdata[i], i, error))
      return FALSE;
  /* Those with 贯标 behind them who are no 市级示范 yet. */
  for (guint i = 0; i < N_APPLICANTS && N_CITY + i < self->others->len; i++)
    if (!fill_model (store, self, g_array_index (self->others, gint64, N_CITY + i), i, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_untouched (XybStore *store, GError **error)
{
  gint64 kept = 0;

  if (!xyb_lookup_int (store,
                       "SELECT (SELECT count(*) FROM progress) + (SELECT count(*) FROM award)"
                       " + (SELECT count(*) FROM service_provider)",
                       0, 0, &kept, error))
    return FALSE;
  if (kept == 0)
    return TRUE;
  g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
                       _ ("这个办公文件里已有办理情况，示例的办理情况请填入另外新建的办公文件。"));
  return FALSE;
}

/**
 * xyb_office_store_fill_demo_tracks:
 * @year: a year that xyb_office_store_fill_demo() has filled
 *
 * Adds what its enterprises have behind them on the tracks, as one revision.
 *
 * Returns: %FALSE with %XYB_STORE_ERROR_EXISTS where the office keeps such records already
 */
gboolean
xyb_office_store_fill_demo_tracks (XybStore *store, int year, GError **error)
{
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));
  Fill self = { .others = others };

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  plan = xyb_plan_store_get (store, year, error);
  if (plan == NULL || !is_untouched (store, error))
    return FALSE;
  self.plan = plan;
  return xyb_store_edit (store, _ ("填入示例办理情况"), fill_edit, &self, error);
}
