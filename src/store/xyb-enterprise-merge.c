/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-merge.h"

#include "xyb-enterprise-store.h"
#include "xyb-i18n.h"
#include "xyb-lookup.h"
#include "xyb-nomination-store.h"
#include "xyb-store-error.h"

/* Which of two entries says what, which rows of 附件2 move, and what is still to be decided. The
 * writing is in xyb-enterprise-merge-edit.c. */

static void
year_free (gpointer data)
{
  XybMergeYear *year = data;

  xyb_nomination_free (year->keep);
  xyb_nomination_free (year->gone);
  g_free (year);
}

/**
 * xyb_merge_free:
 * @self: (nullable): a merge
 */
void
xyb_merge_free (XybMerge *self)
{
  if (self == NULL)
    return;
  xyb_enterprise_free (self->keep);
  xyb_enterprise_free (self->gone);
  g_ptr_array_unref (self->years);
  g_array_unref (self->moved);
  g_free (self);
}

/* What has been accepted is not thrown away for a row that has not. */
static XybMergeSide
propose (const XybNomination *keep, const XybNomination *gone)
{
  if ((keep->accepted_on != NULL) == (gone->accepted_on != NULL))
    return XYB_MERGE_SIDE_OPEN;
  return keep->accepted_on != NULL ? XYB_MERGE_SIDE_KEEP : XYB_MERGE_SIDE_GONE;
}

static const XybNomination *
find_plan (GPtrArray *rows, gint64 plan_id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((XybNomination *) rows->pdata[i])->plan_id == plan_id)
      return rows->pdata[i];
  return NULL;
}

static gboolean
load_years (XybMerge *self, XybStore *store, GError **error)
{
  g_autoptr (GPtrArray) of_keep
    = xyb_nomination_store_list_of_enterprise (store, self->keep->id, error);
  g_autoptr (GPtrArray) of_gone
    = of_keep != NULL ? xyb_nomination_store_list_of_enterprise (store, self->gone->id, error)
                      : NULL;

  if (of_gone == NULL)
    return FALSE;
  for (guint i = 0; i < of_gone->len; i++)
    {
      const XybNomination *gone = of_gone->pdata[i];
      const XybNomination *keep = find_plan (of_keep, gone->plan_id);
      int year = xyb_nomination_store_year_of (store, gone->plan_id, error);
      XybMergeYear *both;

      if (year == 0)
        return FALSE;
      if (keep == NULL)
        {
          g_array_append_val (self->moved, year);
          continue;
        }
      both = g_new0 (XybMergeYear, 1);
      both->year = year;
      both->keep = xyb_nomination_copy (keep);
      both->gone = xyb_nomination_copy (gone);
      both->stays = propose (keep, gone);
      g_ptr_array_add (self->years, both);
    }
  return TRUE;
}

/**
 * xyb_merge_load:
 * @keep_id: the entry that stays
 * @gone_id: the entry that goes into it
 * @error: %XYB_STORE_ERROR_NOT_FOUND, %XYB_STORE_ERROR_INVALID for one and the same
 *
 * Returns: (transfer full): the two as they are stored, with what is proposed; %NULL on error
 */
XybMerge *
xyb_merge_load (XybStore *store, gint64 keep_id, gint64 gone_id, GError **error)
{
  g_autoptr (XybMerge) self = g_new0 (XybMerge, 1);

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  self->years = g_ptr_array_new_with_free_func (year_free);
  self->moved = g_array_new (FALSE, FALSE, sizeof (int));
  if (keep_id == gone_id)
    {
      g_set_error_literal (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                           _ ("合并要选两家不同的企业，请另选一家。"));
      return NULL;
    }
  self->keep = xyb_enterprise_store_get (store, keep_id, error);
  if (self->keep == NULL)
    return NULL;
  self->gone = xyb_enterprise_store_get (store, gone_id, error);
  if (self->gone == NULL || !load_years (self, store, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * xyb_merge_choose_year:
 * @self: a merge
 * @year: a year both stand in 附件2
 * @stays: whose row stays
 *
 * Returns: whether @year is such a year
 */
gboolean
xyb_merge_choose_year (XybMerge *self, int year, XybMergeSide stays)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->years->len; i++)
    if (((XybMergeYear *) self->years->pdata[i])->year == year)
      {
        ((XybMergeYear *) self->years->pdata[i])->stays = stays;
        return TRUE;
      }
  return FALSE;
}

/**
 * xyb_merge_is_decided:
 * @self: a merge
 * @error: %XYB_STORE_ERROR_INVALID with the year that has to be decided
 *
 * Returns: whether it can be done
 */
gboolean
xyb_merge_is_decided (const XybMerge *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->years->len; i++)
    {
      const XybMergeYear *year = self->years->pdata[i];

      if (year->stays != XYB_MERGE_SIDE_OPEN)
        continue;
      g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_INVALID,
                   _ ("%d年附件2里两家都有（%s第%d行，%s第%d行），请先选留哪一行。"), year->year,
                   year->keep->unit_name, (int) year->keep->position, year->gone->unit_name,
                   (int) year->gone->position);
      return FALSE;
    }
  return TRUE;
}

/* ---- in words ---- */

static void
append_part (GString *text, const char *part)
{
  if (text->len > 0)
    g_string_append (text, "；");
  g_string_append (text, part);
}

static void
append_taken (GString *text, const XybMerge *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *part = NULL;

  for (XybMergeField field = 0; field < XYB_N_MERGE_FIELDS; field++)
    {
      g_autofree char *of_keep = xyb_merge_field_text (self->keep, field);
      g_autofree char *of_gone = xyb_merge_field_text (self->gone, field);
      gboolean chosen
        = (self->take & XYB_MERGE_BIT (field)) != 0 && g_strcmp0 (of_keep, of_gone) != 0;

      if (of_gone == NULL || (of_keep != NULL && !chosen))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "",
                              xyb_merge_field_name (field));
    }
  if (names->len == 0)
    return;
  part = g_strdup_printf (_ ("%s取自它"), names->str);
  append_part (text, part);
}

static void
append_years (GString *text, const XybMerge *self)
{
  for (guint i = 0; i < self->moved->len; i++)
    {
      g_autofree char *part
        = g_strdup_printf (_ ("%d年申报转过来"), g_array_index (self->moved, int, i));

      append_part (text, part);
    }
  for (guint i = 0; i < self->years->len; i++)
    {
      const XybMergeYear *year = self->years->pdata[i];
      g_autofree char *part = NULL;

      if (year->stays == XYB_MERGE_SIDE_OPEN)
        part = g_strdup_printf (_ ("%d年申报还要选留哪一行"), year->year);
      else
        part = g_strdup_printf (_ ("%d年申报留%s第%d行"), year->year,
                                year->stays == XYB_MERGE_SIDE_KEEP ? year->keep->unit_name
                                                                   : year->gone->unit_name,
                                (int) (year->stays == XYB_MERGE_SIDE_KEEP ? year->keep->position
                                                                          : year->gone->position));
      append_part (text, part);
    }
}

/**
 * xyb_merge_describe:
 * @self: a merge
 *
 * Returns: (transfer full): what will happen, in a sentence
 */
char *
xyb_merge_describe (const XybMerge *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean takes_name;

  g_return_val_if_fail (self != NULL, NULL);

  takes_name = (self->take & XYB_MERGE_BIT (XYB_MERGE_NAME)) != 0;
  append_taken (text, self);
  append_years (text, self);
  if (g_strcmp0 (self->keep->name, self->gone->name) != 0)
    {
      g_autofree char *part
        = g_strdup_printf (_ ("“%s”成为曾用名"), takes_name ? self->keep->name : self->gone->name);

      append_part (text, part);
    }
  g_string_prepend (text, text->len > 0 ? "：" : "");
  {
    g_autofree char *head
      = g_strdup_printf (_ ("“%s”并入“%s”"), self->gone->name, self->keep->name);

    g_string_prepend (text, head);
  }
  g_string_append (text, _ ("。可以撤销。"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
