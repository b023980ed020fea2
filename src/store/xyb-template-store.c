/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-template-store.h"

#include "xyb-document-store.h"
#include "xyb-unit-store.h"

static char **
list_districts (XybStore *store, int year, gint64 unit_id, GError **error)
{
  g_autoptr (GPtrArray) units = xyb_unit_store_list (store, XYB_UNIT_KIND_DISTRICT, error);
  GPtrArray *names;

  if (units == NULL)
    return NULL;
  names = g_ptr_array_new ();
  for (guint i = 0; i < units->len; i++)
    {
      const XybUnit *unit = units->pdata[i];

      if (unit->id == unit_id || xyb_unit_is_of_year (unit, year))
        g_ptr_array_add (names, g_strdup (unit->name));
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/* Two years on the sums and the heads are others: they are asked for anew. */
static GPtrArray *
list_rows (XybStore *store, int year, gint64 unit_id, gboolean prefill, GError **error)
{
  GPtrArray *rows;

  if (!prefill)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);
  rows = xyb_nomination_store_list_unfinished (store, year, unit_id, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      XybNomination *row = rows->pdata[i];

      row->revenue_fen = XYB_UNSAID;
      row->headcount = XYB_UNSAID;
    }
  return rows;
}

static gboolean
add_template (XybStore *store,
              const XybPlan *plan,
              const XybSubmission *submission,
              gboolean prefill,
              GPtrArray *templates,
              GError **error)
{
  g_autoptr (GPtrArray) rows = list_rows (store, plan->year, submission->unit_id, prefill, error);
  g_auto (GStrv) districts
    = rows != NULL ? list_districts (store, plan->year, submission->unit_id, error) : NULL;

  if (districts == NULL)
    return FALSE;
  g_ptr_array_add (templates, xyb_nomination_template_new (plan, submission->unit_name, submission,
                                                           rows, (const char *const *) districts));
  return TRUE;
}

static GPtrArray *
list_submissions (XybStore *store, const XybPlan *plan, gint64 unit_id, GError **error)
{
  g_autoptr (XybSubmission) submission = NULL;
  GPtrArray *list;

  if (unit_id == 0)
    return xyb_document_store_list_submissions (store, plan, error);
  submission = xyb_submission_store_get (store, plan->year, unit_id, error);
  if (submission == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_submission_free);
  g_ptr_array_add (list, g_steal_pointer (&submission));
  return list;
}

/**
 * xyb_template_store_read:
 * @store: a connection
 * @plan: of which year
 * @unit_id: a 区镇, or 0 for every one that is asked for an 附件2
 * @prefill: whether those that may be put forward again stand in it, as
 *   xyb_nomination_store_list_unfinished() has them
 * @error: of the store; NOT_FOUND where there is no such 区镇, or none is asked
 *
 * Returns: (transfer full) (element-type XybNominationTemplate) (nullable): in office order
 */
GPtrArray *
xyb_template_store_read (XybStore *store,
                         const XybPlan *plan,
                         gint64 unit_id,
                         gboolean prefill,
                         GError **error)
{
  g_autoptr (GPtrArray) templates
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_template_free);
  g_autoptr (GPtrArray) submissions = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL, NULL);

  submissions = list_submissions (store, plan, unit_id, error);
  if (submissions == NULL)
    return NULL;
  for (guint i = 0; i < submissions->len; i++)
    if (!add_template (store, plan, submissions->pdata[i], prefill, templates, error))
      return NULL;
  return g_steal_pointer (&templates);
}
