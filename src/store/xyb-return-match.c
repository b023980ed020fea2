/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return-match.h"

#include "xyb-enterprise-store.h"
#include "xyb-i18n.h"
#include "xyb-nomination-store.h"

/* Same once width and spaces are folded: nobody has to be asked. */
static gboolean
is_sure (XybCompanyMatch how)
{
  return how == XYB_COMPANY_MATCH_EXACT;
}

static void
note_likeness (XybReturnRow *row)
{
  const XybReturnMatch *match = row->match;

  if (is_sure (match->how))
    return;
  xyb_return_row_note (row, XYB_NOTE_ALIKE, XYB_RETURN_NAME, TRUE,
                       match->how == XYB_COMPANY_MATCH_LIKELY
                         ? _ ("很可能是企业库里的“%s”")
                         : _ ("企业库里有名称相近的“%s”，请决定是不是同一家"),
                       match->name);
}

/* ENT-08: “新增” counts an enterprise once. */
static gboolean
find_earlier (XybStore *store, XybReturnMatch *match, int year, GError **error)
{
  g_autoptr (GError) failure = NULL;

  match->accepted_year
    = xyb_nomination_store_earlier_year (store, match->enterprise_id, year, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
find_elsewhere (XybStore *store,
                const XybReturn *self,
                XybReturnMatch *match,
                int year,
                GError **error)
{
  g_autoptr (GPtrArray) nominations
    = xyb_nomination_store_list_of_enterprise (store, match->enterprise_id, error);

  if (nominations == NULL)
    return FALSE;
  for (guint i = 0; i < nominations->len; i++)
    {
      const XybNomination *one = g_ptr_array_index (nominations, i);

      if (one->unit_id == self->district_id || match->elsewhere_id != 0
          || xyb_nomination_store_year_of (store, one->plan_id, NULL) != year)
        continue;
      match->elsewhere_id = one->unit_id;
      match->elsewhere = g_strdup (one->unit_name);
    }
  return TRUE;
}

static gboolean
match_row (XybStore *store, const XybReturn *self, XybReturnRow *row, int year, GError **error)
{
  g_autoptr (GPtrArray) same = xyb_enterprise_store_find_same (store, row->name, error);
  const XybEnterprise *best;

  if (same == NULL)
    return FALSE;
  if (same->len == 0)
    return TRUE;
  best = g_ptr_array_index (same, 0);
  row->match = xyb_return_match_new ();
  row->match->enterprise_id = best->id;
  row->match->name = g_strdup (best->name);
  row->match->district = g_strdup (best->unit_name);
  row->match->how = xyb_enterprise_match_name (best, row->name);
  note_likeness (row);
  if (!find_earlier (store, row->match, year, error)
      || !find_elsewhere (store, self, row->match, year, error))
    return FALSE;
  xyb_return_row_note_match (row, row->match);
  return TRUE;
}

/**
 * xyb_return_match:
 * @self: a return whose rows are interpreted
 * @year: the year it is for
 * @error: %XYB_STORE_ERROR
 *
 * Looks every enterprise up; what is not certain becomes a question of its row.
 */
gboolean
xyb_return_match (XybStore *store, XybReturn *self, int year, GError **error)
{
  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      XybReturnRow *row = g_ptr_array_index (self->rows, i);

      if (row->status != XYB_RETURN_IGNORED && *row->name != '\0'
          && !match_row (store, self, row, year, error))
        return FALSE;
    }
  return TRUE;
}
