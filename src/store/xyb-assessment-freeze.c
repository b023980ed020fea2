/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-private.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-store-error.h"
#include "xyb-text.h"

/* KH-27: what was signed off and what was printed stands as it was. Neither is ever changed or
 * deleted: it is voided with a reason. */

#define NAME_MAX_CHARS 100
#define REASON_MAX_CHARS 500
#define ISSUE_MAX 999
#define NAMED_UNITS 3

static gboolean
need_text (const char *field, const char *text, guint max_chars, char **out_text, GError **error)
{
  if (!xyb_check_text (field, text, max_chars, out_text, error))
    return FALSE;
  if (*out_text != NULL)
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, _ ("没有填写%s，请填写。"), field);
  return FALSE;
}

static gboolean
need_date (const char *field, const char *iso, GError **error)
{
  if (!xyb_check_date (field, iso, error))
    return FALSE;
  if (iso != NULL && *iso != '\0')
    return TRUE;
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID, _ ("没有填写%s，请填写。"), field);
  return FALSE;
}

/* ---- what is still open ---- */

/**
 * xyb_open_cells_clear:
 * @self: what is still open
 */
void
xyb_open_cells_clear (XybOpenCells *self)
{
  g_clear_pointer (&self->units, g_free);
}

static guint
count_uncounted (const XybUnitScore *unit)
{
  guint n = 0;

  for (guint i = 0; i < unit->items->len; i++)
    {
      const XybItemScore *item = &g_array_index (unit->items, XybItemScore, i);

      n += item->now.why == XYB_WHY_LOST && item->indicator->rule == XYB_RULE_PER_COUNT;
    }
  return n;
}

/**
 * xyb_assessment_count_open:
 * @out: (out caller-allocates): free with xyb_open_cells_clear()
 *
 * What a settlement today would decide by the scheme's default rather than by a mark.
 */
void
xyb_assessment_count_open (const XybAssessment *self, XybOpenCells *out)
{
  g_autofree char *year_end = NULL;
  g_autoptr (XybScoreSheet) sheet = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_units = 0;

  g_return_if_fail (self != NULL && out != NULL);

  *out = (XybOpenCells){ 0 };
  year_end = g_strdup_printf ("%d-12-31", self->scheme->year);
  sheet = xyb_assessment_score (self, XYB_PHASE_SETTLEMENT, year_end);
  for (guint i = 0; i < sheet->units->len; i++)
    {
      const XybUnitScore *unit = sheet->units->pdata[i];

      out->open += unit->open;
      out->unsaid += unit->unsaid;
      out->uncounted += count_uncounted (unit);
      if (unit->open + unit->unsaid == 0)
        continue;
      if (n_units++ < NAMED_UNITS)
        g_string_append_printf (names, "%s%s", names->len > 0 ? _ ("、") : "",
                                unit->unit->unit_name);
    }
  if (n_units > NAMED_UNITS)
    g_string_append (names, _ ("等"));
  out->units = n_units > 0 ? g_strdup (names->str) : NULL;
}

static gboolean
check_nothing_open (const XybAssessment *self, gboolean accept_open, GError **error)
{
  g_auto (XybOpenCells) open = { 0 };

  xyb_assessment_count_open (self, &open);
  if (open.unsaid > 0)
    {
      /* AMB-36: blank is not 无. */
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                   _ ("还有 %u 格没有填写有没有严重失信事件（%s），不能结算；没有的请填“无”。"),
                   open.unsaid, open.units);
      return FALSE;
    }
  if (open.open == 0 || accept_open)
    return TRUE;
  if (open.uncounted > 0)
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                 _ ("还有 %u 格是“*”（%s），结算后按%s计，其中 %u 格按次扣分却没有填次数，"
                    "会扣满；请先核对，确认后再结算。"),
                 open.open, open.units, xyb_settling_name (self->scheme->open_becomes),
                 open.uncounted);
  else
    g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                 _ ("还有 %u 格是“*”（%s），结算后按%s计；请先核对，确认后再结算。"), open.open,
                 open.units, xyb_settling_name (self->scheme->open_becomes));
  return FALSE;
}

/* ---- settlement ---- */

static const char settled_sql[] = "SELECT signed_on FROM assessment_settlement"
                                  " WHERE scheme_id = :a AND voided_on IS NULL";

/**
 * xyb_assessment_store_check_open:
 * @error: %XYB_STORE_ERROR_READ_ONLY where the year is settled
 *
 * Returns: whether marks may still be changed
 */
gboolean
xyb_assessment_store_check_open (XybStore *store, const XybScheme *scheme, GError **error)
{
  g_autofree char *signed_on = NULL;
  g_autofree char *day = NULL;
  g_autofree char *table = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);

  if (!xyb_lookup_text (store, settled_sql, scheme->id, 0, &signed_on, error))
    return FALSE;
  if (signed_on == NULL)
    return TRUE;
  day = xyb_date_format (signed_on);
  table = xyb_scheme_store_label (scheme);
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_READ_ONLY,
               _ ("%s已于%s结算签字，不能再改；确需修改，请先撤回结算并说明原因。"), table, day);
  return FALSE;
}

/* A table that is written once: settlement or snapshot. */
typedef struct
{
  const XybScheme *scheme;
  const char *signed_by; /* settlement */
  int issue;             /* snapshot */
  XybPhase phase;        /* snapshot */
  const char *date;
  char *cells;
} Freezing;

static gboolean
settle_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Freezing *freezing = user_data;
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (!xyb_assessment_store_check_open (store, freezing->scheme, error))
    return FALSE;
  stmt = xyb_store_prepare (store,
                            "INSERT INTO assessment_settlement"
                            "  (id, scheme_id, signed_on, signed_by, cells)"
                            " VALUES (:id, :scheme, :signed_on, :signed_by, :cells)",
                            error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", xyb_store_new_id (store));
  xyb_stmt_bind_int (stmt, ":scheme", freezing->scheme->id);
  xyb_stmt_bind_text (stmt, ":signed_on", freezing->date);
  xyb_stmt_bind_text (stmt, ":signed_by", freezing->signed_by);
  xyb_stmt_bind_text (stmt, ":cells", freezing->cells);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_assessment_store_settle:
 * @self: as it stands in the file now
 * @signed_on: ISO date
 * @signed_by: who signs
 * @accept_open: the clerk knows what becomes of the cells that are still *
 * @error: %XYB_STORE_ERROR_INVALID with what is still open; READ_ONLY where it is settled already
 *
 * 年终结算 (KH-27): the marks stand from now on, and the table is kept as it was signed.
 */
gboolean
xyb_assessment_store_settle (XybStore *store,
                             const XybAssessment *self,
                             const char *signed_on,
                             const char *signed_by,
                             gboolean accept_open,
                             GError **error)
{
  g_autoptr (XybAssessmentTable) table = NULL;
  g_autofree char *signer = NULL;
  g_autofree char *frozen = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *cells = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  Freezing freezing;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (self != NULL, FALSE);

  if (!xyb_assessment_store_check_open (store, self->scheme, error)
      || !need_date (_ ("结算日期"), signed_on, error)
      || !need_text (_ ("签字人"), signed_by, NAME_MAX_CHARS, &signer, error)
      || !check_nothing_open (self, accept_open, error))
    return FALSE;
  table = xyb_assessment_print (self, XYB_PHASE_SETTLEMENT, signed_on);
  frozen = xyb_assessment_table_freeze (table);
  facts = xyb_facts_freeze (self->facts);
  cells = g_strconcat (frozen, facts, NULL);
  freezing
    = (Freezing){ .scheme = self->scheme, .signed_by = signer, .date = signed_on, .cells = cells };
  name = xyb_scheme_store_label (self->scheme);
  label = g_strdup_printf (_ ("%s：年终结算，%s签字"), name, signer);
  return xyb_store_edit (store, label, settle_edit, &freezing, error);
}

/**
 * xyb_assessment_store_get_settled:
 * @self: a table that is settled
 * @error: %XYB_CORE_ERROR_INVALID_TEXT where what was kept is damaged
 *
 * Returns: (transfer full): the table as it was signed, whatever its units are called by now; %NULL
 * on error
 */
XybAssessmentTable *
xyb_assessment_store_get_settled (XybStore *store, const XybAssessment *self, GError **error)
{
  g_autofree char *cells = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);
  g_return_val_if_fail (self != NULL && self->settlement != NULL, NULL);

  if (!xyb_lookup_text (store, "SELECT cells FROM assessment_settlement WHERE id = :a",
                        self->settlement->id, 0, &cells, error))
    return NULL;
  return xyb_assessment_table_thaw (cells != NULL ? cells : "", error);
}

/* ---- voiding ---- */

typedef struct
{
  const char *sql;
  gint64 id;
  const char *today;
  const char *reason;
} Voiding;

static gboolean
void_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Voiding *voiding = user_data;
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, voiding->sql, error);

  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", voiding->id);
  xyb_stmt_bind_text (stmt, ":today", voiding->today);
  xyb_stmt_bind_text (stmt, ":reason", voiding->reason);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_assessment_store_reopen:
 * @reason: why
 * @today: ISO date
 * @error: %XYB_STORE_ERROR_NOT_FOUND where it is not settled; INVALID without a reason
 *
 * Takes the settlement back. What was signed is kept, with the reason.
 */
gboolean
xyb_assessment_store_reopen (XybStore *store,
                             const XybAssessment *self,
                             const char *reason,
                             const char *today,
                             GError **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  Voiding voiding = { "UPDATE assessment_settlement SET voided_on = :today, void_reason = :reason"
                      " WHERE id = :id",
                      0, today, NULL };

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (self != NULL, FALSE);

  name = xyb_scheme_store_label (self->scheme);
  if (self->settlement == NULL)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
                   _ ("%s还没有结算，不用撤回。"), name);
      return FALSE;
    }
  if (!need_text (_ ("撤回结算的原因"), reason, REASON_MAX_CHARS, &clean, error)
      || !need_date (_ ("撤回日期"), today, error))
    return FALSE;
  voiding.id = self->settlement->id;
  voiding.reason = clean;
  label = g_strdup_printf (_ ("%s：撤回年终结算（%s）"), name, clean);
  return xyb_store_edit (store, label, void_edit, &voiding, error);
}

/* ---- snapshots ---- */

/**
 * xyb_snapshot_free:
 * @self: (nullable): a snapshot
 */
void
xyb_snapshot_free (XybSnapshot *self)
{
  if (self == NULL)
    return;
  g_free (self->taken_on);
  g_free (self->voided_on);
  g_free (self->void_reason);
  g_free (self);
}

static XybSnapshot *
read_snapshot (sqlite3_stmt *stmt)
{
  XybSnapshot *snapshot = g_new0 (XybSnapshot, 1);

  snapshot->id = sqlite3_column_int64 (stmt, 0);
  snapshot->issue = sqlite3_column_int (stmt, 1);
  snapshot->taken_on = xyb_stmt_dup_text (stmt, 2);
  snapshot->phase = (XybPhase) sqlite3_column_int (stmt, 3);
  snapshot->voided_on = xyb_stmt_dup_text (stmt, 4);
  snapshot->void_reason = xyb_stmt_dup_text (stmt, 5);
  return snapshot;
}

/**
 * xyb_assessment_store_list_snapshots:
 *
 * Returns: (transfer full) (element-type XybSnapshot): by issue, the voided ones too; %NULL on
 * error
 */
GPtrArray *
xyb_assessment_store_list_snapshots (XybStore *store, const XybScheme *scheme, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_snapshot_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);
  g_return_val_if_fail (scheme != NULL, NULL);

  stmt = xyb_store_prepare (store,
                            "SELECT id, issue, taken_on, phase, voided_on, void_reason"
                            "  FROM assessment_snapshot WHERE scheme_id = :scheme"
                            " ORDER BY issue, id",
                            error);
  if (stmt == NULL)
    return NULL;
  xyb_stmt_bind_int (stmt, ":scheme", scheme->id);
  while (xyb_store_step (store, stmt, &row, error))
    {
      if (!row)
        return g_steal_pointer (&list);
      g_ptr_array_add (list, read_snapshot (stmt));
    }
  return NULL;
}

static gboolean
find_snapshot (XybStore *store, const XybScheme *scheme, int issue, gint64 *out_id, GError **error)
{
  return xyb_lookup_int (store,
                         "SELECT id FROM assessment_snapshot"
                         " WHERE scheme_id = :a AND issue = :b AND voided_on IS NULL",
                         scheme->id, issue, out_id, error);
}

static gboolean
need_snapshot (XybStore *store, const XybScheme *scheme, int issue, gint64 *out_id, GError **error)
{
  g_autofree char *name = NULL;

  if (!find_snapshot (store, scheme, issue, out_id, error))
    return FALSE;
  if (*out_id != 0)
    return TRUE;
  name = xyb_scheme_store_label (scheme);
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
               _ ("%s没有第 %d 期的快照，请先存快照，或换一期。"), name, issue);
  return FALSE;
}

/**
 * xyb_assessment_store_get_snapshot:
 * @error: %XYB_STORE_ERROR_NOT_FOUND; %XYB_CORE_ERROR_INVALID_TEXT where it is damaged
 *
 * Returns: (transfer full): the table as it was printed in the issue; %NULL on error
 */
XybAssessmentTable *
xyb_assessment_store_get_snapshot (XybStore *store,
                                   const XybScheme *scheme,
                                   int issue,
                                   GError **error)
{
  g_autofree char *cells = NULL;
  gint64 id = 0;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);
  g_return_val_if_fail (scheme != NULL, NULL);

  if (!need_snapshot (store, scheme, issue, &id, error)
      || !xyb_lookup_text (store, "SELECT cells FROM assessment_snapshot WHERE id = :a", id, 0,
                           &cells, error))
    return NULL;
  return xyb_assessment_table_thaw (cells != NULL ? cells : "", error);
}

static gboolean
check_issue_is_free (XybStore *store, const XybScheme *scheme, int issue, GError **error)
{
  gint64 id = 0;
  g_autofree char *name = NULL;

  if (!find_snapshot (store, scheme, issue, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  name = xyb_scheme_store_label (scheme);
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS,
               _ ("%s第 %d 期的快照已经冻结，不能改；印错的请先作废并说明原因，再重新存。"), name,
               issue);
  return FALSE;
}

static gboolean
snapshot_edit (XybStore *store, gpointer user_data, GError **error)
{
  const Freezing *freezing = user_data;
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (!check_issue_is_free (store, freezing->scheme, freezing->issue, error))
    return FALSE;
  stmt = xyb_store_prepare (store,
                            "INSERT INTO assessment_snapshot"
                            "  (id, scheme_id, issue, taken_on, phase, cells)"
                            " VALUES (:id, :scheme, :issue, :taken_on, :phase, :cells)",
                            error);
  if (stmt == NULL)
    return FALSE;
  xyb_stmt_bind_int (stmt, ":id", xyb_store_new_id (store));
  xyb_stmt_bind_int (stmt, ":scheme", freezing->scheme->id);
  xyb_stmt_bind_int (stmt, ":issue", freezing->issue);
  xyb_stmt_bind_text (stmt, ":taken_on", freezing->date);
  xyb_stmt_bind_int (stmt, ":phase", freezing->phase);
  xyb_stmt_bind_text (stmt, ":cells", freezing->cells);
  return xyb_store_run (store, stmt, error);
}

/**
 * xyb_assessment_store_take_snapshot:
 * @self: as it stands in the file now; settled, it is kept as settled
 * @issue: 第 N 期
 * @taken_on: ISO date
 * @error: %XYB_STORE_ERROR_EXISTS where the issue has one; INVALID
 *
 * Keeps the table as it is printed in an issue, whatever happens afterwards (KH-27).
 */
gboolean
xyb_assessment_store_take_snapshot (XybStore *store,
                                    const XybAssessment *self,
                                    int issue,
                                    const char *taken_on,
                                    GError **error)
{
  g_autoptr (XybAssessmentTable) table = NULL;
  g_autofree char *cells = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  Freezing freezing;

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (self != NULL, FALSE);

  if (issue < 1 || issue > ISSUE_MAX)
    {
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                   _ ("期号要在 1 到 %d 之间，请改正。"), ISSUE_MAX);
      return FALSE;
    }
  if (!need_date (_ ("快照日期"), taken_on, error)
      || !check_issue_is_free (store, self->scheme, issue, error))
    return FALSE;
  freezing
    = (Freezing){ .scheme = self->scheme,
                  .issue = issue,
                  .phase = self->settlement != NULL ? XYB_PHASE_SETTLEMENT : XYB_PHASE_INTERIM,
                  .date = taken_on };
  table = xyb_assessment_print (self, freezing.phase, taken_on);
  cells = xyb_assessment_table_freeze (table);
  freezing.cells = cells;
  name = xyb_scheme_store_label (self->scheme);
  label = g_strdup_printf (_ ("%s：存为第 %d 期快照"), name, issue);
  return xyb_store_edit (store, label, snapshot_edit, &freezing, error);
}

/**
 * xyb_assessment_store_void_snapshot:
 * @reason: why
 * @today: ISO date
 * @error: %XYB_STORE_ERROR_NOT_FOUND; INVALID without a reason
 *
 * The snapshot of an issue that was printed wrong: kept with the reason, and the issue is free
 * again.
 */
gboolean
xyb_assessment_store_void_snapshot (XybStore *store,
                                    const XybScheme *scheme,
                                    int issue,
                                    const char *reason,
                                    const char *today,
                                    GError **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  Voiding voiding = { "UPDATE assessment_snapshot SET voided_on = :today, void_reason = :reason"
                      " WHERE id = :id",
                      0, today, NULL };

  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (scheme != NULL, FALSE);

  if (!need_snapshot (store, scheme, issue, &voiding.id, error)
      || !need_text (_ ("作废的原因"), reason, REASON_MAX_CHARS, &clean, error)
      || !need_date (_ ("作废日期"), today, error))
    return FALSE;
  voiding.reason = clean;
  name = xyb_scheme_store_label (scheme);
  label = g_strdup_printf (_ ("%s：第 %d 期快照作废（%s）"), name, issue, clean);
  return xyb_store_edit (store, label, void_edit, &voiding, error);
}
