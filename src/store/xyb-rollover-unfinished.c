/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-rollover-private.h"

#include <stdlib.h>

#include "xyb-award-store.h"
#include "xyb-enterprise-store.h"
#include "xyb-i18n.h"
#include "xyb-nomination-store.h"
#include "xyb-progress-store.h"
#include "xyb-provider-store.h"
#include "xyb-unit-store.h"

/* Who did not get through in the old year, and whether it may be asked again. */

typedef struct
{
  const XybPlan *old;
  const XybPlan *now;
  const char *today;
  GPtrArray *units;       /* of XybUnit: the 区镇 */
  GPtrArray *awards;      /* of XybAward: the whole register */
  GPtrArray *contracts;   /* of XybContract: all of them */
  GHashTable *companies;  /* id → XybEnterprise */
  GHashTable *accredited; /* id of the enterprise → its XybAward of 贯标 */
} Asking;

static void
asking_clear (Asking *self)
{
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->awards, g_ptr_array_unref);
  g_clear_pointer (&self->contracts, g_ptr_array_unref);
  g_clear_pointer (&self->companies, g_hash_table_unref);
  g_clear_pointer (&self->accredited, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asking, asking_clear)

static gboolean
load_facts (XybStore *store, Asking *asking, GError **error)
{
  asking->units = xyb_unit_store_list (store, XYB_UNIT_KIND_DISTRICT, error);
  asking->awards = asking->units != NULL ? xyb_award_store_list (store, 0, 0, error) : NULL;
  asking->contracts = asking->awards != NULL ? xyb_contract_store_list (store, 0, 0, error) : NULL;
  asking->accredited = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; asking->awards != NULL && i < asking->awards->len; i++)
    {
      XybAward *award = asking->awards->pdata[i];

      if (award->track == XYB_TRACK_ACCREDITATION)
        g_hash_table_replace (asking->accredited, &award->enterprise_id, award);
    }
  return asking->contracts != NULL;
}

static gboolean
load_companies (XybStore *store, Asking *asking, const GPtrArray *records, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) companies = NULL;

  g_clear_pointer (&asking->companies, g_hash_table_unref);
  for (guint i = 0; i < records->len; i++)
    g_array_append_val (ids, ((XybTrackRecord *) records->pdata[i])->enterprise_id);
  companies = xyb_enterprise_store_get_many (store, (const gint64 *) ids->data, ids->len, error);
  if (companies == NULL)
    return FALSE;
  asking->companies = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                             (GDestroyNotify) xyb_enterprise_free);
  g_ptr_array_set_free_func (companies, NULL);
  for (guint i = 0; i < companies->len; i++)
    {
      XybEnterprise *company = companies->pdata[i];

      if (company != NULL)
        g_hash_table_replace (asking->companies, &company->id, company);
    }
  return TRUE;
}

static const XybUnit *
find_unit (const Asking *asking, gint64 id)
{
  for (guint i = 0; i < asking->units->len; i++)
    if (((XybUnit *) asking->units->pdata[i])->id == id)
      return asking->units->pdata[i];
  return NULL;
}

/* ---- one enterprise ---- */

static XybUnfinished *
unfinished_new (const Asking *asking, const XybTrackRecord *record)
{
  XybUnfinished *self = g_new0 (XybUnfinished, 1);
  const XybPlanStage *stage = xyb_track_current (asking->old, record);

  self->track = record->track;
  self->enterprise_id = record->enterprise_id;
  self->enterprise_name = g_strdup (record->enterprise_name);
  self->unit_id = record->unit_id;
  self->unit_name = g_strdup (record->unit_name);
  self->stage = g_strdup (stage != NULL ? stage->name : "");
  return self;
}

static void
bar (XybUnfinished *self, char *why)
{
  if (self->barrier == NULL)
    self->barrier = g_steal_pointer (&why);
  g_free (why);
}

/* Who has moved is put forward by the 区镇 the register has now. */
static void
look_at_unit (XybUnfinished *self, const Asking *asking, const XybEnterprise *company)
{
  const XybUnit *unit;

  if (company != NULL && company->unit_id != 0 && company->unit_id != self->unit_id)
    {
      self->note = g_strdup_printf (_ ("现在属%s，上年由%s推荐"), company->unit_name,
                                    self->unit_name != NULL ? self->unit_name : _ ("别处"));
      self->unit_id = company->unit_id;
      g_free (self->unit_name);
      self->unit_name = g_strdup (company->unit_name);
    }
  unit = find_unit (asking, self->unit_id);
  if (unit == NULL || !xyb_unit_is_of_year (unit, asking->now->year))
    bar (self,
         g_strdup_printf (_ ("%d 年没有这个区镇，请先在“企业”里改它的区镇"), asking->now->year));
}

static void
look_at_company (XybUnfinished *self, const XybEnterprise *company)
{
  if (company == NULL || company->closed)
    bar (self, g_strdup (_ ("企业已注销")));
}

/* ENT-08, AMB-33: 新增 counts once. */
static void
look_at_accreditation (XybUnfinished *self, const Asking *asking)
{
  const XybAward *award = g_hash_table_lookup (asking->accredited, &self->enterprise_id);

  if (award != NULL)
    bar (self, g_strdup_printf (_ ("%d 年已通过贯标，不算新增"), award->year));
}

static const char *
reason_of (const Asking *asking, const XybTrackRecord *record, const XybNomination *row)
{
  if (xyb_track_result (asking->old, record) == XYB_RESULT_FAILED)
    return _ ("未通过");
  if (row == NULL)
    return _ ("没有结果");
  if (row->signed_on != NULL)
    return _ ("未验收");
  return row->confirmed_on != NULL ? _ ("未签约") : _ ("未列入名单");
}

/* As the form handed out to the 区镇 has it (xyb-template-store): what does not change goes along,
 * two years on the sums and the heads are asked for anew. */
static XybNomination *
next_row (const XybUnfinished *self, const XybNomination *old, const XybEnterprise *company)
{
  XybNomination *row = xyb_nomination_new ();

  row->enterprise_id = self->enterprise_id;
  row->enterprise_name = g_strdup (self->enterprise_name);
  row->unit_id = self->unit_id;
  row->unit_name = g_strdup (self->unit_name);
  row->products = g_strdup (old->products);
  row->contact = g_strdup (old->contact);
  row->phone = g_strdup (old->phone);
  if (company != NULL)
    xyb_nomination_prefill (row, company);
  row->revenue_fen = XYB_UNSAID;
  row->headcount = XYB_UNSAID;
  return row;
}

static const XybNomination *
find_row (const GPtrArray *rows, gint64 enterprise_id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((XybNomination *) rows->pdata[i])->enterprise_id == enterprise_id)
      return rows->pdata[i];
  return NULL;
}

/* ---- 贯标 ---- */

static gboolean
list_accreditation (XybStore *store, Asking *asking, GPtrArray *list, GError **error)
{
  g_autoptr (GPtrArray) rows = xyb_nomination_store_list (store, asking->old->year, 0, error);
  g_autoptr (GPtrArray) records
    = rows != NULL ? xyb_progress_store_list (store, asking->old, XYB_TRACK_ACCREDITATION, error)
                   : NULL;

  if (records == NULL || !load_companies (store, asking, records, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const XybTrackRecord *record = records->pdata[i];
      XybTrackResult result = xyb_track_result (asking->old, record);
      /* Both lists are in order of 附件2. */
      const XybNomination *row
        = i < rows->len
              && ((XybNomination *) rows->pdata[i])->enterprise_id == record->enterprise_id
            ? rows->pdata[i]
            : find_row (rows, record->enterprise_id);
      const XybEnterprise *company
        = g_hash_table_lookup (asking->companies, &record->enterprise_id);
      XybUnfinished *one;

      if (row == NULL || row->accepted_on != NULL
          || (result != XYB_RESULT_OPEN && result != XYB_RESULT_FAILED))
        continue;
      one = unfinished_new (asking, record);
      one->reason = g_strdup (reason_of (asking, record, row));
      look_at_company (one, company);
      look_at_accreditation (one, asking);
      look_at_unit (one, asking, company);
      one->row = next_row (one, row, company);
      g_ptr_array_add (list, one);
    }
  return TRUE;
}

/* ---- 示范 ---- */

static GPtrArray *
own_awards (const Asking *asking, gint64 enterprise_id)
{
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; i < asking->awards->len; i++)
    if (((XybAward *) asking->awards->pdata[i])->enterprise_id == enterprise_id)
      g_ptr_array_add (own, asking->awards->pdata[i]);
  return own;
}

static GPtrArray *
own_contracts (const Asking *asking, gint64 enterprise_id)
{
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; i < asking->contracts->len; i++)
    if (((XybContract *) asking->contracts->pdata[i])->enterprise_id == enterprise_id)
      g_ptr_array_add (own, asking->contracts->pdata[i]);
  return own;
}

/* An application is a new one, under the conditions of the new year, and it is made on a day. */
static void
look_at_application (XybUnfinished *self, const Asking *asking, const XybEnterprise *company)
{
  g_autofree char *day = xyb_candidate_day (asking->now, self->track, asking->today);
  g_autoptr (GPtrArray) awards = own_awards (asking, self->enterprise_id);
  g_autoptr (GPtrArray) contracts = own_contracts (asking, self->enterprise_id);
  XybEligibilityFacts facts = { company, day, asking->now->year, awards, contracts, NULL };
  g_autoptr (XybCandidate) candidate = xyb_candidate_new (asking->now, self->track, &facts, FALSE);

  if (candidate->verdict == XYB_VERDICT_UNMET)
    bar (self, xyb_candidate_dup_reasons (candidate));
  if (atoi (asking->today) != asking->now->year)
    bar (self,
         g_strdup_printf (_ ("今天不在 %d 年，到时在“贯标与示范”里登记申报"), asking->now->year));
  if (self->barrier != NULL)
    return;
  g_free (self->note);
  if (candidate->verdict == XYB_VERDICT_OPEN)
    {
      g_autofree char *open = xyb_candidate_dup_reasons (candidate);

      self->note = g_strdup_printf (_ ("只等上年结果的，不用重新申报；待核：%s"), open);
    }
  else
    self->note = g_strdup (_ ("只等上年结果的，不用重新申报"));
}

static gboolean
list_model (XybStore *store, Asking *asking, XybTrack track, GPtrArray *list, GError **error)
{
  g_autoptr (GPtrArray) records = xyb_progress_store_list (store, asking->old, track, error);

  if (records == NULL || !load_companies (store, asking, records, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const XybTrackRecord *record = records->pdata[i];
      const XybEnterprise *company
        = g_hash_table_lookup (asking->companies, &record->enterprise_id);
      XybUnfinished *one;

      if (xyb_track_result (asking->old, record) != XYB_RESULT_OPEN)
        continue;
      one = unfinished_new (asking, record);
      one->reason = g_strdup (reason_of (asking, record, NULL));
      look_at_company (one, company);
      if (company != NULL)
        look_at_application (one, asking, company);
      g_ptr_array_add (list, one);
    }
  return TRUE;
}

GPtrArray *
xyb_rollover_list_unfinished (XybStore *store,
                              const XybPlan *old,
                              const XybPlan *now,
                              const char *today,
                              GError **error)
{
  g_autoptr (GPtrArray) list
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unfinished_free);
  g_auto (Asking) asking = { .old = old, .now = now, .today = today };

  if (!load_facts (store, &asking, error) || !list_accreditation (store, &asking, list, error)
      || !list_model (store, &asking, XYB_TRACK_CITY_MODEL, list, error)
      || !list_model (store, &asking, XYB_TRACK_PROVINCE_MODEL, list, error))
    return NULL;
  return g_steal_pointer (&list);
}
