/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-store.h"

#include "xyb-lookup.h"
#include "xyb-plan-store.h"
#include "xyb-scheme-store.h"
#include "xyb-store-private.h"

/* Reading 考核. Marks are written in xyb-assessment-edit.c, 情况说明 in xyb-explanation-store.c,
 * settlement and snapshots in xyb-assessment-freeze.c. */

/**
 * xyb_explanation_new:
 *
 * Returns: (transfer full): an explanation of nobody
 */
XybExplanation *
xyb_explanation_new (void)
{
  return g_new0 (XybExplanation, 1);
}

/**
 * xyb_explanation_free:
 * @self: (nullable): an explanation
 */
void
xyb_explanation_free (XybExplanation *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->given_on);
  g_free (self->file_name);
  g_free (self->sha256);
  g_free (self);
}

static void
settlement_free (XybSettlement *self)
{
  if (self == NULL)
    return;
  g_free (self->signed_on);
  g_free (self->signed_by);
  g_free (self);
}

/**
 * xyb_assessment_free:
 * @self: (nullable): an assessment
 */
void
xyb_assessment_free (XybAssessment *self)
{
  if (self == NULL)
    return;
  xyb_scheme_free (self->scheme);
  g_hash_table_unref (self->marks);
  g_hash_table_unref (self->remarks);
  g_hash_table_unref (self->facts);
  g_ptr_array_unref (self->explanations);
  settlement_free (self->settlement);
  g_free (self);
}

static XybAssessment *
assessment_new (void)
{
  XybAssessment *self = g_new0 (XybAssessment, 1);

  self->marks = xyb_marks_new ();
  self->remarks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->facts = xyb_facts_new ();
  self->explanations = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_explanation_free);
  return self;
}

/* ---- rows ---- */

static void
read_mark (sqlite3_stmt *stmt, XybAssessment *self)
{
  XybMark *mark = xyb_mark_new ((XybMarkKind) sqlite3_column_int (stmt, 2));

  mark->count = xyb_stmt_int_or_unsaid (stmt, 3);
  mark->amount = xyb_stmt_int_or_unsaid (stmt, 4);
  mark->remark = xyb_stmt_dup_text (stmt, 5);
  mark->approver = xyb_stmt_dup_text (stmt, 6);
  mark->evidence = xyb_stmt_dup_text (stmt, 7);
  xyb_marks_set (self->marks, sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1), mark);
}

static void
read_remark (sqlite3_stmt *stmt, XybAssessment *self)
{
  gint64 unit_id = sqlite3_column_int64 (stmt, 0);

  g_hash_table_insert (self->remarks, g_memdup2 (&unit_id, sizeof unit_id),
                       xyb_stmt_dup_text (stmt, 1));
}

static void
read_explanation (sqlite3_stmt *stmt, XybAssessment *self)
{
  XybExplanation *explanation = xyb_explanation_new ();

  explanation->id = sqlite3_column_int64 (stmt, 0);
  explanation->unit_id = sqlite3_column_int64 (stmt, 1);
  explanation->indicator_id = sqlite3_column_int64 (stmt, 2);
  explanation->text = xyb_stmt_dup_text (stmt, 3);
  explanation->given_on = xyb_stmt_dup_text (stmt, 4);
  explanation->file_name = xyb_stmt_dup_text (stmt, 5);
  explanation->sha256 = xyb_stmt_dup_text (stmt, 6);
  g_ptr_array_add (self->explanations, explanation);
}

/* What was known when it was signed takes the place of what the register says. */
static void
take_frozen_facts (XybAssessment *self, const char *cells)
{
  GHashTable *facts = cells != NULL ? xyb_facts_thaw (cells) : NULL;

  if (facts == NULL)
    return;
  g_hash_table_unref (self->facts);
  self->facts = facts;
}

static void
read_settlement (sqlite3_stmt *stmt, XybAssessment *self)
{
  settlement_free (self->settlement);
  self->settlement = g_new0 (XybSettlement, 1);
  self->settlement->id = sqlite3_column_int64 (stmt, 0);
  self->settlement->signed_on = xyb_stmt_dup_text (stmt, 1);
  self->settlement->signed_by = xyb_stmt_dup_text (stmt, 2);
  take_frozen_facts (self, (const char *) sqlite3_column_text (stmt, 3));
}

static const struct
{
  const char *sql;
  void (*read) (sqlite3_stmt *stmt, XybAssessment *self);
} assessment_lists[] = {
  { "SELECT unit_id, indicator_id, kind, count, amount, remark, approver, evidence"
    "  FROM assessment_mark WHERE scheme_id = :scheme ORDER BY id",
    read_mark },
  { "SELECT unit_id, remark FROM scheme_unit WHERE scheme_id = :scheme AND remark IS NOT NULL",
    read_remark },
  { "SELECT e.id, e.unit_id, e.indicator_id, e.text, e.given_on, e.file_name, e.sha256"
    "  FROM explanation AS e LEFT JOIN scheme_unit AS r"
    "    ON r.scheme_id = e.scheme_id AND r.unit_id = e.unit_id"
    "  LEFT JOIN scheme_indicator AS i ON i.id = e.indicator_id"
    " WHERE e.scheme_id = :scheme ORDER BY r.position, i.position, e.id",
    read_explanation },
  { "SELECT id, signed_on, signed_by, cells FROM assessment_settlement"
    " WHERE scheme_id = :scheme AND voided_on IS NULL ORDER BY id",
    read_settlement },
};

static gboolean
load_list (XybStore *store, XybAssessment *self, gsize list, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, assessment_lists[list].sql, error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":scheme", self->scheme->id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return TRUE;
      assessment_lists[list].read (stmt, self);
    }
  return FALSE;
}

/* ---- what the register knows ---- */

static gint64
quota_of (const XybPlan *plan, gint64 unit_id)
{
  for (guint i = 0; i < plan->quotas->len; i++)
    {
      const XybQuota *quota = plan->quotas->pdata[i];

      if (quota->unit_id == unit_id)
        return quota->accreditation;
    }
  return XYB_UNSAID;
}

/* A year may be assessed before its plan is there: then nothing is known. */
static gboolean
load_facts (XybStore *store, XybAssessment *self, GError **error)
{
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (GPtrArray) list = NULL;
  gint64 planned = 0;

  if (!xyb_lookup_int (store, "SELECT count(*) FROM plan WHERE year = :a", self->scheme->year, 0,
                       &planned, error))
    return FALSE;
  if (planned == 0 || self->scheme->kind != XYB_UNIT_KIND_DISTRICT)
    return TRUE;
  plan = xyb_plan_store_get (store, self->scheme->year, error);
  list = plan != NULL ? xyb_plan_store_list_progress (store, plan->year, error) : NULL;
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const XybProgress *progress = list->pdata[i];

      xyb_facts_set (self->facts, progress->unit_id, quota_of (plan, progress->unit_id), progress);
    }
  return list != NULL;
}

/**
 * xyb_assessment_store_load:
 * @error: %XYB_STORE_ERROR_NOT_FOUND where @year has no scheme for @kind
 *
 * Returns: (transfer full): the scheme of @year and @kind with everything that stands in its table;
 *   %NULL on error
 */
XybAssessment *
xyb_assessment_store_load (XybStore *store, int year, XybUnitKind kind, GError **error)
{
  g_autoptr (XybAssessment) self = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  self = assessment_new ();
  self->scheme = xyb_scheme_store_get (store, year, kind, error);
  if (self->scheme == NULL)
    return NULL;
  if (!load_facts (store, self, error))
    return NULL;
  for (gsize list = 0; list < G_N_ELEMENTS (assessment_lists); list++)
    if (!load_list (store, self, list, error))
      return NULL;
  return g_steal_pointer (&self);
}

/* ---- what follows from it ---- */

/**
 * xyb_assessment_score:
 * @today: ISO date: how many quarters have gone by
 *
 * Returns: (transfer full): the points of every unit; @self must outlive them
 */
XybScoreSheet *
xyb_assessment_score (const XybAssessment *self, XybPhase phase, const char *today)
{
  XybScoreInput input;

  g_return_val_if_fail (self != NULL, NULL);

  input = (XybScoreInput){ .scheme = self->scheme,
                           .marks = self->marks,
                           .facts = self->facts,
                           .phase = phase,
                           .quarters = xyb_quarters_gone (self->scheme->year, today) };
  return xyb_score_sheet_new (&input);
}

/**
 * xyb_assessment_print:
 * @today: ISO date
 *
 * Returns: (transfer full): the table as it would be printed now
 */
XybAssessmentTable *
xyb_assessment_print (const XybAssessment *self, XybPhase phase, const char *today)
{
  g_autoptr (XybScoreSheet) sheet = xyb_assessment_score (self, phase, today);

  return xyb_assessment_table_new (sheet, self->remarks);
}

/**
 * xyb_assessment_proposals:
 *
 * Returns: (transfer full) (element-type XybProposal): what the office's other records say about
 * the cells (KH-29); nothing is taken over
 */
GPtrArray *
xyb_assessment_proposals (const XybAssessment *self)
{
  XybEvidenceProvider provider;

  g_return_val_if_fail (self != NULL, NULL);

  provider = xyb_evidence_accreditation (self->facts);
  return xyb_evidence_collect (self->scheme, &provider, 1);
}

/**
 * xyb_assessment_find_explanation:
 * @indicator_id: a column, or 0 for the whole unit
 *
 * Returns: (nullable): what the unit explained; %NULL where it did not
 */
const XybExplanation *
xyb_assessment_find_explanation (const XybAssessment *self, gint64 unit_id, gint64 indicator_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->explanations->len; i++)
    {
      const XybExplanation *explanation = self->explanations->pdata[i];

      if (explanation->unit_id == unit_id && explanation->indicator_id == indicator_id)
        return explanation;
    }
  return NULL;
}
