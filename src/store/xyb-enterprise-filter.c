/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-filter.h"

#include <string.h>

#include "xyb-i18n.h"

/* A filter is a set of ids that SQLite gives in rising order, as the rows in memory are: the two
 * are walked together, so that a filter costs a search of 100,000 rows next to nothing. */

static const char *const own_names[] = {
  [XYB_REGISTER_STATE_UNNOMINATED] = N_ ("未申报"),
  [XYB_REGISTER_STATE_ABOVE_SCALE] = N_ ("规模以上"),
  [XYB_REGISTER_STATE_NO_CODE] = N_ ("未填代码"),
  [XYB_REGISTER_STATE_CLOSED] = N_ ("已注销"),
};

/**
 * xyb_register_state_name:
 * @state: a state to filter by
 *
 * Returns: (nullable): its word; %NULL for any state
 */
const char *
xyb_register_state_name (XybRegisterState state)
{
  g_return_val_if_fail ((guint) state < XYB_N_REGISTER_STATES, NULL);

  if (state == XYB_REGISTER_STATE_ANY)
    return NULL;
  return state <= XYB_REGISTER_STATE_ACCEPTED ? xyb_stage_name ((XybStage) state)
                                              : _ (own_names[state]);
}

/**
 * xyb_register_state_from_name:
 * @name: (nullable): the word of a state
 *
 * Returns: the state; %XYB_REGISTER_STATE_ANY where @name is none
 */
XybRegisterState
xyb_register_state_from_name (const char *name)
{
  for (XybRegisterState state = XYB_REGISTER_STATE_ANY + 1; state < XYB_N_REGISTER_STATES; state++)
    if (g_strcmp0 (name, xyb_register_state_name (state)) == 0)
      return state;
  return XYB_REGISTER_STATE_ANY;
}

/**
 * xyb_store_collect_ids:
 * @stmt: gives an id a row
 *
 * Returns: (transfer full) (element-type gint64): all of them; %NULL on error
 */
GArray *
xyb_store_collect_ids (XybStore *store, sqlite3_stmt *stmt, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row = FALSE;

  while (xyb_store_step (store, stmt, &row, error))
    {
      gint64 id = row ? sqlite3_column_int64 (stmt, 0) : 0;

      if (!row)
        return g_steal_pointer (&ids);
      g_array_append_val (ids, id);
    }
  return NULL;
}

/* ---- the sets ---- */

/* The furthest date that is filled in, as xyb_stage_of() says it. */
#define STAGE                                                                                      \
  "CASE WHEN accepted_on IS NOT NULL THEN 4 WHEN signed_on IS NOT NULL THEN 3"                     \
  " WHEN confirmed_on IS NOT NULL THEN 2 ELSE 1 END"

static const char nominated_in_plan[]
  = "SELECT enterprise_id FROM nomination"
    " WHERE plan_id = :plan AND (:stage = 0 OR " STAGE " = :stage) ORDER BY enterprise_id";
static const char nominated_ever[]
  = "SELECT DISTINCT enterprise_id FROM nomination"
    " WHERE :stage = 0 OR " STAGE " = :stage ORDER BY enterprise_id";
static const char above_scale[] = "SELECT id FROM enterprise WHERE above_scale = 1 ORDER BY id";
static const char no_code[] = "SELECT id FROM enterprise WHERE credit_code IS NULL ORDER BY id";

/* @year 0: any year. */
static GArray *
load_nominated (XybStore *store, int year, int stage, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gint64 plan_id = 0;

  if (year != 0 && !xyb_lookup_plan (store, year, &plan_id, error))
    return NULL;
  stmt = xyb_store_prepare (store, year != 0 ? nominated_in_plan : nominated_ever, error);
  if (stmt == NULL)
    return NULL;
  if (year != 0)
    xyb_stmt_bind_int (stmt, ":plan", plan_id);
  xyb_stmt_bind_int (stmt, ":stage", stage);
  return xyb_store_collect_ids (store, stmt, error);
}

static GArray *
load_plain (XybStore *store, const char *sql, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = xyb_store_prepare (store, sql, error);

  return stmt != NULL ? xyb_store_collect_ids (store, stmt, error) : NULL;
}

/* ---- rows and sets ---- */

typedef struct
{
  XybStore *store;
  const XybSearchRows *rows;
  guint8 *passed; /* one a row; NULL: all */
} Filter;

/* @ids is NULL where reading them failed. */
static gboolean
narrow (Filter *self, GArray *ids, gboolean those_in)
{
  guint n = self->rows->n;
  guint next = 0;

  if (ids == NULL)
    return FALSE;
  if (self->passed == NULL)
    {
      self->passed = g_malloc ((gsize) n + 1);
      memset (self->passed, 1, (gsize) n + 1);
    }
  for (guint row = 0; row < n; row++)
    {
      gboolean in;

      while (next < ids->len && g_array_index (ids, gint64, next) < self->rows->ids[row])
        next++;
      in = next < ids->len && g_array_index (ids, gint64, next) == self->rows->ids[row];
      if (in != those_in)
        self->passed[row] = 0;
    }
  g_array_unref (ids);
  return TRUE;
}

static gboolean
narrow_by_state (Filter *self, const XybEnterpriseQuery *query, GError **error)
{
  switch (query->state)
    {
    case XYB_REGISTER_STATE_NOMINATED:
    case XYB_REGISTER_STATE_CONFIRMED:
    case XYB_REGISTER_STATE_SIGNED:
    case XYB_REGISTER_STATE_ACCEPTED:
      return narrow (self,
                     load_nominated (self->store, query->state_year, (int) query->state, error),
                     TRUE);
    case XYB_REGISTER_STATE_UNNOMINATED:
      return narrow (self, load_nominated (self->store, query->state_year, 0, error), FALSE);
    case XYB_REGISTER_STATE_ABOVE_SCALE:
      return narrow (self, load_plain (self->store, above_scale, error), TRUE);
    case XYB_REGISTER_STATE_NO_CODE:
      return narrow (self, load_plain (self->store, no_code, error), TRUE);
    case XYB_REGISTER_STATE_CLOSED: /* stands in the rows themselves */
    case XYB_REGISTER_STATE_ANY:
    case XYB_N_REGISTER_STATES:
    default:
      return TRUE;
    }
}

/**
 * xyb_enterprise_filter_rows:
 * @rows: the rows in memory
 * @query: its years and its state are looked at
 * @out_passed: (out) (nullable) (array): 1 for each row that passes; %NULL where all do
 *
 * Returns: %FALSE on error, also where a year has no plan
 */
gboolean
xyb_enterprise_filter_rows (XybStore *store,
                            const XybSearchRows *rows,
                            const XybEnterpriseQuery *query,
                            guint8 **out_passed,
                            GError **error)
{
  Filter self = { store, rows, NULL };
  gboolean done = TRUE;

  if (query->nominated_year != 0)
    done = narrow (&self, load_nominated (store, query->nominated_year, 0, error), TRUE);
  if (done && query->nominated_ever)
    done = narrow (&self, load_nominated (store, 0, 0, error), TRUE);
  if (done)
    done = narrow_by_state (&self, query, error);
  *out_passed = done ? self.passed : NULL;
  if (!done)
    g_free (self.passed);
  return done;
}
