/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-evidence.h"

#include "xyb-i18n.h"

/**
 * xyb_proposal_free:
 * @self: (nullable): a proposal
 */
void
xyb_proposal_free (XybProposal *self)
{
  if (self == NULL)
    return;
  xyb_mark_free (self->mark);
  g_free (self);
}

/**
 * xyb_evidence_add:
 * @proposals: (element-type XybProposal): where to
 * @unit_id: a row
 * @indicator_id: a column
 * @mark: (transfer full): what is proposed
 * @evidence: (nullable): why, one piece a line
 *
 * For providers. The name of the provider is put in by xyb_evidence_collect().
 */
void
xyb_evidence_add (GPtrArray *proposals,
                  gint64 unit_id,
                  gint64 indicator_id,
                  XybMark *mark,
                  const char *evidence)
{
  XybProposal *proposal;

  g_return_if_fail (proposals != NULL && mark != NULL);

  proposal = g_new0 (XybProposal, 1);
  proposal->unit_id = unit_id;
  proposal->indicator_id = indicator_id;
  proposal->mark = mark;
  g_free (mark->evidence);
  mark->evidence = g_strdup (evidence);
  g_ptr_array_add (proposals, proposal);
}

/* 贯标创建 from the enterprises of the register: done when the quota is met. */
static void
propose_accreditation (const XybScheme *scheme,
                       const XybIndicator *indicator,
                       gconstpointer data,
                       GPtrArray *proposals)
{
  GHashTable *facts = (GHashTable *) data;

  for (guint i = 0; i < scheme->units->len; i++)
    {
      const XybSchemeUnit *unit = scheme->units->pdata[i];
      const XybScoreFacts *fact = g_hash_table_lookup (facts, &unit->unit_id);
      g_autofree char *evidence = NULL;
      gint64 done;

      if (fact == NULL || fact->quota <= 0)
        continue;
      done = xyb_progress_done (&fact->progress, indicator->basis);
      evidence = g_strdup_printf (_ ("企业名录：指标 %lld 家，%s %lld 家"), (long long) fact->quota,
                                  xyb_basis_name (indicator->basis), (long long) done);
      xyb_evidence_add (proposals, unit->unit_id, indicator->id,
                        xyb_mark_new (done >= fact->quota ? XYB_MARK_DONE : XYB_MARK_OPEN),
                        evidence);
    }
}

/**
 * xyb_evidence_accreditation:
 * @facts: what the register knows of the units, as xyb_facts_new() makes it; borrowed
 *
 * Returns: the provider for 贯标创建: √ where the quota is met by what the indicator counts as done
 *   (AMB-13), else *
 */
XybEvidenceProvider
xyb_evidence_accreditation (GHashTable *facts)
{
  return (XybEvidenceProvider){ .key = XYB_EVIDENCE_ACCREDITATION,
                                .name = N_ ("贯标"),
                                .propose = propose_accreditation,
                                .data = facts };
}

/* A proposal for a cell that is not there, or that its column would refuse, is the provider's
 * mistake; the clerk is not asked about it. */
static gboolean
can_stand (const XybScheme *scheme, const XybProposal *proposal)
{
  const XybSchemeUnit *unit = xyb_scheme_find_unit (scheme, proposal->unit_id);
  const XybIndicator *indicator = xyb_scheme_find_indicator (scheme, proposal->indicator_id);

  return unit != NULL && indicator != NULL && xyb_scheme_unit_applies (unit, indicator->id)
         && xyb_mark_check (proposal->mark, indicator, NULL);
}

static void
ask (const XybScheme *scheme,
     const XybIndicator *indicator,
     const XybEvidenceProvider *provider,
     GPtrArray *proposals)
{
  guint first = proposals->len;

  provider->propose (scheme, indicator, provider->data, proposals);
  for (guint i = proposals->len; i > first; i--)
    {
      XybProposal *proposal = proposals->pdata[i - 1];

      proposal->provider = provider->name;
      if (!can_stand (scheme, proposal))
        g_ptr_array_remove_index (proposals, i - 1);
    }
}

/**
 * xyb_evidence_collect:
 * @scheme: a scheme
 * @providers: (array length=n_providers): whoever keeps records
 * @n_providers: how many
 *
 * Returns: (transfer full) (element-type XybProposal): what the records propose, by column; nothing
 *   for 非考核项
 */
GPtrArray *
xyb_evidence_collect (const XybScheme *scheme,
                      const XybEvidenceProvider *providers,
                      gsize n_providers)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_proposal_free);

  g_return_val_if_fail (scheme != NULL, proposals);

  for (guint i = 0; i < scheme->indicators->len; i++)
    for (gsize k = 0; k < n_providers; k++)
      {
        const XybIndicator *indicator = scheme->indicators->pdata[i];

        if (g_strcmp0 (indicator->evidence, providers[k].key) == 0)
          ask (scheme, indicator, &providers[k], proposals);
      }
  return proposals;
}

/**
 * xyb_proposal_state:
 * @self: a proposal
 * @mark: (nullable): what the clerk has said; %NULL for nothing
 *
 * A cell that nobody has filled is not the same as one the clerk marked *, even though both print
 * alike: the clerk's * stands.
 *
 * Returns: whether the proposal may be taken over, agrees, or differs
 */
XybProposalState
xyb_proposal_state (const XybProposal *self, const XybMark *mark)
{
  g_return_val_if_fail (self != NULL, XYB_PROPOSAL_DIFFERS);

  if (mark == NULL || mark->kind == XYB_MARK_UNSAID)
    return XYB_PROPOSAL_OPEN;
  if (mark->kind == self->mark->kind && mark->count == self->mark->count
      && mark->amount == self->mark->amount)
    return XYB_PROPOSAL_AGREES;
  return XYB_PROPOSAL_DIFFERS;
}

/**
 * xyb_proposal_sentence:
 * @self: a proposal
 * @scheme: the scheme
 * @mark: (nullable): what the clerk has said
 *
 * Returns: (transfer full): 周市镇　贯标创建：建议填 √（企业名录：指标 8 家，已验收通过 8 家）
 */
char *
xyb_proposal_sentence (const XybProposal *self, const XybScheme *scheme, const XybMark *mark)
{
  const XybSchemeUnit *unit;
  const XybIndicator *indicator;
  g_autofree char *name = NULL;
  g_autofree char *proposed = NULL;
  g_autofree char *present = NULL;

  g_return_val_if_fail (self != NULL && scheme != NULL, NULL);

  unit = xyb_scheme_find_unit (scheme, self->unit_id);
  indicator = xyb_scheme_find_indicator (scheme, self->indicator_id);
  g_return_val_if_fail (unit != NULL && indicator != NULL, NULL);

  name = xyb_indicator_name (indicator);
  proposed = xyb_mark_print (self->mark, indicator);
  if (xyb_proposal_state (self, mark) != XYB_PROPOSAL_DIFFERS)
    return g_strdup_printf (_ ("%s　%s：建议填 %s（%s）"), unit->unit_name, name, proposed,
                            self->mark->evidence);
  present = xyb_mark_print (mark, indicator);
  return g_strdup_printf (_ ("%s　%s：填的是 %s，记录是 %s（%s），请核对"), unit->unit_name, name,
                          present, proposed, self->mark->evidence);
}
