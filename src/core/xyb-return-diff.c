/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return-diff.h"

#include <string.h>

#include "xyb-i18n.h"
#include "xyb-return-answer.h"
#include "xyb-text.h"

void
xyb_return_change_free (XybReturnChange *self)
{
  if (self == NULL)
    return;
  xyb_nomination_free (self->before);
  g_free (self);
}

/**
 * xyb_diff_kind_name:
 *
 * Returns: (nullable): 新增, 修改, 删除; %NULL for what stayed the same
 */
const char *
xyb_diff_kind_name (XybDiffKind kind)
{
  switch (kind)
    {
    case XYB_DIFF_ADDED:
      return _ ("新增");
    case XYB_DIFF_CHANGED:
      return _ ("修改");
    case XYB_DIFF_REMOVED:
      return _ ("删除");
    case XYB_DIFF_SAME:
    default:
      return NULL;
    }
}

/**
 * xyb_return_change_has_progress:
 *
 * Returns: whether the office has gone on with the enterprise since, so that it does not vanish
 * because a file does not name it
 */
gboolean
xyb_return_change_has_progress (const XybReturnChange *self)
{
  const XybNomination *before = self->before;

  return before != NULL
         && (before->confirmed_on != NULL || before->signed_on != NULL
             || before->accepted_on != NULL);
}

/* ---- which row is which nomination ---- */

typedef struct
{
  GHashTable *by_enterprise; /* gint64 → XybNomination */
  GHashTable *by_name;       /* key of the name → XybNomination */
  GHashTable *seen;          /* of XybNomination: some row of the file means it */
} Before;

static Before
index_before (GPtrArray *nominations)
{
  Before self = { g_hash_table_new (g_int64_hash, g_int64_equal),
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                  g_hash_table_new (NULL, NULL) };

  for (guint i = 0; i < nominations->len; i++)
    {
      XybNomination *one = g_ptr_array_index (nominations, i);

      g_hash_table_insert (self.by_enterprise, &one->enterprise_id, one);
      g_hash_table_insert (self.by_name, xyb_company_name_key (one->enterprise_name), one);
    }
  return self;
}

static void
clear_before (Before *self)
{
  g_hash_table_unref (self->by_enterprise);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->seen);
}

/* However alike the name: the clerk knows better. */
static gboolean
is_another (const XybReturnRow *row)
{
  for (guint i = 0; i < row->notes->len; i++)
    {
      const XybReturnNote *note = g_ptr_array_index (row->notes, i);

      if (note->kind == XYB_NOTE_ALIKE && note->decision.answer == XYB_ANSWER_DIFFERENT)
        return TRUE;
    }
  return FALSE;
}

/* By the enterprise where it is known; the name also finds one whose row is not decided yet. */
static XybNomination *
find_before (const Before *self, XybReturnRow *row)
{
  gint64 id = xyb_return_row_enterprise (row);
  XybNomination *one;

  if (id != 0)
    return g_hash_table_lookup (self->by_enterprise, &id);
  if (is_another (row))
    return NULL;
  one = g_hash_table_lookup (self->by_name, xyb_return_row_key (row));
  if (one != NULL)
    return one;
  if (xyb_return_row_fate (row) == XYB_FATE_OPEN && row->match != NULL)
    return g_hash_table_lookup (self->by_enterprise, &row->match->enterprise_id);
  return NULL;
}

/* ---- what changed ---- */

/* A blank says nothing and takes nothing away: the register may have filled it. */
static gboolean
is_other_text (const char *now, const char *before)
{
  g_autofree char *now_key = xyb_text_key (now);
  g_autofree char *before_key = xyb_text_key (before);

  return *now_key != '\0' && strcmp (now_key, before_key) != 0;
}

static gboolean
is_other_number (gint64 now, gint64 before)
{
  return now != XYB_UNSAID && now != before;
}

static guint
list_fields (const XybReturnRow *row, const XybNomination *before)
{
  guint fields = 0;

  if (is_other_text (row->products, before->products))
    fields |= 1 << XYB_RETURN_PRODUCTS;
  if (is_other_number (row->revenue_fen, before->revenue_fen))
    fields |= 1 << XYB_RETURN_REVENUE;
  if (is_other_number (row->headcount, before->headcount))
    fields |= 1 << XYB_RETURN_HEADCOUNT;
  if (is_other_text (row->contact, before->contact))
    fields |= 1 << XYB_RETURN_CONTACT;
  if (is_other_text (row->phone, before->phone))
    fields |= 1 << XYB_RETURN_PHONE;
  return fields;
}

static XybReturnChange *
change_new (XybDiffKind kind, XybReturnRow *row, const XybNomination *before)
{
  XybReturnChange *self = g_new0 (XybReturnChange, 1);

  self->kind = kind;
  self->row = row;
  self->before = before != NULL ? xyb_nomination_copy (before) : NULL;
  return self;
}

static void
add_row (GPtrArray *changes, XybReturnRow *row, const XybNomination *before)
{
  XybReturnChange *change;

  if (before == NULL)
    {
      g_ptr_array_add (changes, change_new (XYB_DIFF_ADDED, row, NULL));
      return;
    }
  change = change_new (XYB_DIFF_SAME, row, before);
  change->fields = list_fields (row, before);
  if (change->fields != 0)
    change->kind = XYB_DIFF_CHANGED;
  g_ptr_array_add (changes, change);
}

static void
add_removed (GPtrArray *changes, const XybNomination *before)
{
  XybReturnChange *change = change_new (XYB_DIFF_REMOVED, NULL, before);

  change->refused = xyb_return_change_has_progress (change);
  g_ptr_array_add (changes, change);
}

/**
 * xyb_return_diff:
 * @self: the new file, matched with the register
 * @nominations: (element-type XybNomination): what the 区镇 has put forward this year so far
 *
 * Rows that wait for an answer are in no change yet, and what they may mean is not removed; neither
 * is what an answer leaves out. An enterprise the office has gone on with stays unless the clerk
 * says so.
 *
 * Returns: (transfer full) (element-type XybReturnChange): in the order of the file; what is
 * removed comes last
 */
GPtrArray *
xyb_return_diff (const XybReturn *self, GPtrArray *nominations)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_return_change_free);
  Before before = index_before (nominations);

  for (guint i = 0; i < self->rows->len; i++)
    {
      XybReturnRow *row = g_ptr_array_index (self->rows, i);
      XybFate fate = xyb_return_row_fate (row);
      XybNomination *one;

      if (fate == XYB_FATE_IGNORED || *row->name == '\0')
        continue;
      one = find_before (&before, row);
      if (fate == XYB_FATE_TAKEN)
        add_row (changes, row, one);
      if (one != NULL)
        g_hash_table_add (before.seen, one);
    }
  for (guint i = 0; i < nominations->len; i++)
    if (!g_hash_table_contains (before.seen, g_ptr_array_index (nominations, i)))
      add_removed (changes, g_ptr_array_index (nominations, i));
  clear_before (&before);
  return changes;
}

/**
 * xyb_return_diff_carry:
 * @changes: (element-type XybReturnChange): made anew after an answer
 * @before: (nullable) (element-type XybReturnChange): the ones until now
 *
 * What the clerk refused, or took all the same, stays so.
 */
void
xyb_return_diff_carry (GPtrArray *changes, const GPtrArray *before)
{
  g_autoptr (GHashTable) rows = NULL;
  g_autoptr (GHashTable) removed = NULL;

  if (before == NULL)
    return;
  rows = g_hash_table_new (NULL, NULL);
  removed = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < before->len; i++)
    {
      XybReturnChange *old = g_ptr_array_index (before, i);

      if (old->row != NULL)
        g_hash_table_insert (rows, old->row, old);
      else
        g_hash_table_insert (removed, &old->before->enterprise_id, old);
    }
  for (guint i = 0; i < changes->len; i++)
    {
      XybReturnChange *change = g_ptr_array_index (changes, i);
      const XybReturnChange *old
        = change->row != NULL ? g_hash_table_lookup (rows, change->row)
                              : g_hash_table_lookup (removed, &change->before->enterprise_id);

      if (old != NULL && old->kind == change->kind)
        change->refused = old->refused;
    }
}

/**
 * xyb_return_diff_count:
 *
 * Returns: how many changes of @kind there are, refused or not
 */
guint
xyb_return_diff_count (const GPtrArray *changes, XybDiffKind kind)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    n += ((XybReturnChange *) g_ptr_array_index (changes, i))->kind == kind;
  return n;
}
