/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-document.h"

#include "xyb-file-name.h"
#include "xyb-i18n.h"
#include "xyb-store-error.h"

/* Words of the documents are not translated. */
#define SETTLED_WORDS "年终结算"

/* ---- which state ---- */

/* What was printed in an issue, as it was printed (KH-27). */
static gboolean
read_snapshot (XybStore *store, XybAssessmentDocument *self, int issue, GError **error)
{
  const XybScheme *scheme = self->assessment->scheme;
  g_autoptr (GPtrArray) snapshots = NULL;

  self->table = xyb_assessment_store_get_snapshot (store, scheme, issue, error);
  if (self->table == NULL)
    return FALSE;
  snapshots = xyb_assessment_store_list_snapshots (store, scheme, error);
  if (snapshots == NULL)
    return FALSE;
  for (guint i = 0; i < snapshots->len; i++)
    {
      const XybSnapshot *snapshot = snapshots->pdata[i];

      if (snapshot->issue != issue || snapshot->voided_on != NULL)
        continue;
      self->phase = snapshot->phase;
      self->day = g_strdup (snapshot->taken_on);
    }
  self->number = issue;
  self->issue = xyb_assessment_issue_words (scheme->year, issue);
  return TRUE;
}

/* As it stands: settled, as it was signed; else today. */
static gboolean
print_now (XybStore *store, XybAssessmentDocument *self, const char *today, GError **error)
{
  const XybSettlement *settlement = self->assessment->settlement;

  self->phase = settlement != NULL ? XYB_PHASE_SETTLEMENT : XYB_PHASE_INTERIM;
  self->day = g_strdup (settlement != NULL ? settlement->signed_on : today);
  self->issue = settlement != NULL ? g_strdup (SETTLED_WORDS) : NULL;
  self->table = settlement != NULL
                  ? xyb_assessment_store_get_settled (store, self->assessment, error)
                  : xyb_assessment_print (self->assessment, self->phase, self->day);
  return self->table != NULL;
}

/**
 * xyb_assessment_document_read:
 * @store: a connection
 * @year: of the scheme
 * @kind: of its units
 * @issue: 第 N 期, whose snapshot is meant; 0: as it stands now
 * @today: ISO
 * @error: of the store; NOT_FOUND where there is no scheme, or no snapshot
 *
 * Returns: (transfer full) (nullable): what is to be printed
 */
XybAssessmentDocument *
xyb_assessment_document_read (XybStore *store,
                              int year,
                              XybUnitKind kind,
                              int issue,
                              const char *today,
                              GError **error)
{
  g_autoptr (XybAssessmentDocument) self = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store) && today != NULL, NULL);

  self = g_new0 (XybAssessmentDocument, 1);
  self->assessment = xyb_assessment_store_load (store, year, kind, error);
  if (self->assessment == NULL)
    return NULL;
  if (!(issue == 0 ? print_now (store, self, today, error)
                   : read_snapshot (store, self, issue, error)))
    return NULL;
  self->as_of = xyb_assessment_as_of_words (self->day != NULL ? self->day : today);
  return g_steal_pointer (&self);
}

/**
 * xyb_assessment_document_free:
 * @self: (nullable): a document
 */
void
xyb_assessment_document_free (XybAssessmentDocument *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->assessment, xyb_assessment_free);
  xyb_assessment_table_free (self->table);
  g_free (self->day);
  g_free (self->issue);
  g_free (self->as_of);
  g_free (self);
}

/* ---- its papers ---- */

/**
 * xyb_assessment_document_paper:
 * @self: a document; must outlive the paper
 *
 * Returns: the 考核表
 */
XybAssessmentPaper
xyb_assessment_document_paper (const XybAssessmentDocument *self)
{
  return (XybAssessmentPaper){ self->table, self->issue, self->as_of };
}

/**
 * xyb_assessment_document_ranking:
 * @self: a document
 *
 * Returns: (transfer full): 考核排名 of its units
 */
XybRankingTable *
xyb_assessment_document_ranking (const XybAssessmentDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return xyb_ranking_table_new (self->table, self->issue, self->as_of);
}

/* ---- 单位考核表 ---- */

/* 政务诚信建设：…（附件：说明.pdf） */
static void
append_explanation (GString *words, const XybScheme *scheme, const XybExplanation *explanation)
{
  const XybIndicator *indicator = xyb_scheme_find_indicator (scheme, explanation->indicator_id);
  g_autofree char *name = indicator != NULL ? xyb_indicator_name (indicator) : NULL;

  if (words->len > 0)
    g_string_append_c (words, '\n');
  if (name != NULL)
    g_string_append_printf (words, "%s：", name);
  g_string_append (words, explanation->text != NULL ? explanation->text : "");
  if (explanation->file_name != NULL)
    g_string_append_printf (words, "（附件：%s）", explanation->file_name);
}

/* Reasons are counted from today's register. Where that no longer gives what was signed, the sheet
 * says so: nobody signs a figure that is not the settled one. */
static void
append_difference (GString *words, const XybAssessmentDocument *self, const XybUnitScore *unit)
{
  for (guint i = 0; i < self->table->rows->len; i++)
    {
      const XybAssessmentRow *row = self->table->rows->pdata[i];
      g_autofree char *signed_score = NULL;

      if (g_strcmp0 (row->unit, unit->unit->unit_name) != 0 || row->score == unit->score)
        continue;
      signed_score = xyb_points_format_fixed (ABS (row->score));
      g_string_append_printf (
        words, "%s注：结算签字时得分%s%s分，之后登记的情况有变动，本表按现在的情况计算，仅供核对。",
        words->len > 0 ? "\n" : "", row->score < 0 ? "−" : "", signed_score);
      return;
    }
}

static char *
explanation_words (const XybAssessmentDocument *self, const XybUnitScore *unit)
{
  const XybAssessment *assessment = self->assessment;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < assessment->explanations->len; i++)
    {
      const XybExplanation *explanation = assessment->explanations->pdata[i];

      if (explanation->unit_id == unit->unit->unit_id)
        append_explanation (words, assessment->scheme, explanation);
    }
  if (assessment->settlement != NULL)
    append_difference (words, self, unit);
  return g_strdup (words->str);
}

/**
 * xyb_assessment_document_unit_sheets:
 * @self: a document of the table as it stands
 * @unit_id: a unit, or 0 for all
 * @error: NOT_FOUND where the unit is not in the table; INVALID for a snapshot, which keeps marks
 *   and not their reasons
 *
 * Returns: (transfer full) (element-type XybUnitSheet) (nullable): in official order, never empty
 */
GPtrArray *
xyb_assessment_document_unit_sheets (const XybAssessmentDocument *self,
                                     gint64 unit_id,
                                     GError **error)
{
  g_autoptr (GPtrArray) sheets
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_sheet_free);
  g_autoptr (XybScoreSheet) score = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->number != 0)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                   _ ("第 %d 期的快照只存了考核表，没有扣分理由；单位考核表请按现在的情况打印。"),
                   self->number);
      return NULL;
    }
  score = xyb_assessment_score (self->assessment, self->phase, self->day);
  for (guint i = 0; i < score->units->len; i++)
    {
      const XybUnitScore *unit = score->units->pdata[i];
      g_autofree char *words = NULL;

      if (unit_id != 0 && unit->unit->unit_id != unit_id)
        continue;
      words = explanation_words (self, unit);
      g_ptr_array_add (sheets, xyb_unit_sheet_new (score, unit, words, self->as_of));
    }
  if (sheets->len > 0)
    return g_steal_pointer (&sheets);
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
               unit_id != 0 ? _ ("这个单位不在 %d 年的考核表里，请先在考核方案中列入。")
                            : _ ("%d 年的考核表里还没有单位，请先在考核方案中列入。"),
               self->assessment->scheme->year);
  return NULL;
}

/* ---- names of files ---- */

static char *
issue_suffix (const XybAssessmentDocument *self)
{
  return self->number != 0 ? g_strdup_printf ("第%d期", self->number) : NULL;
}

char *
xyb_assessment_document_file_name (const XybAssessmentDocument *self)
{
  g_autofree char *suffix = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  suffix = issue_suffix (self);
  return xyb_assessment_file_name (self->table, suffix);
}

char *
xyb_assessment_document_ranking_file_name (const XybAssessmentDocument *self)
{
  g_autoptr (XybRankingTable) ranking = xyb_assessment_document_ranking (self);
  g_autofree char *name = xyb_ranking_file_name (ranking);
  g_autofree char *suffix = issue_suffix (self);

  return g_strconcat (name, suffix, NULL);
}

char *
xyb_assessment_document_unit_file_name (const XybAssessmentDocument *self, gint64 unit_id)
{
  const XybScheme *scheme = self->assessment->scheme;
  const XybSchemeUnit *unit = unit_id != 0 ? xyb_scheme_find_unit (scheme, unit_id) : NULL;

  return xyb_unit_sheet_file_name (scheme, unit != NULL ? unit->unit_name : NULL);
}
