/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-score.h"

G_BEGIN_DECLS

/* What the office's other records say about a cell (KH-29): they propose, the clerk decides. A module
 * that keeps such records brings a provider; an indicator names the one it listens to. */

typedef struct
{
  gint64 unit_id;
  gint64 indicator_id;
  const char *provider; /* its name: 贯标 */
  XybMark *mark;        /* its evidence: one piece a line */
} XybProposal;

typedef struct
{
  const char *key;  /* of XybIndicator.evidence */
  const char *name; /* what the clerk calls the source; translatable */
  /* Adds a XybProposal for each unit it knows something about. */
  void (*propose) (const XybScheme *scheme,
                   const XybIndicator *indicator,
                   gconstpointer data,
                   GPtrArray *proposals);
  gconstpointer data;
} XybEvidenceProvider;

#define XYB_EVIDENCE_ACCREDITATION "accreditation"

XybEvidenceProvider xyb_evidence_accreditation (GHashTable *facts); /* borrowed */

GPtrArray *xyb_evidence_collect (const XybScheme *scheme,
                                 const XybEvidenceProvider *providers,
                                 gsize n_providers);
void xyb_evidence_add (GPtrArray *proposals,
                       gint64 unit_id,
                       gint64 indicator_id,
                       XybMark *mark,
                       const char *evidence);
void xyb_proposal_free (XybProposal *self);

/* Where a proposal stands beside what the clerk has said. */
typedef enum
{
  XYB_PROPOSAL_OPEN,   /* nobody has said: it may be taken over */
  XYB_PROPOSAL_AGREES, /* the clerk says the same */
  XYB_PROPOSAL_DIFFERS /* the clerk says otherwise: shown, never taken over by itself */
} XybProposalState;

XybProposalState xyb_proposal_state (const XybProposal *self, const XybMark *mark);
char *xyb_proposal_sentence (const XybProposal *self,
                             const XybScheme *scheme,
                             const XybMark *mark);

G_END_DECLS
