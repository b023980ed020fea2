/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "xyb-i18n.h"
#include "xyb-intake-private.h"
#include "xyb-text.h"

/* What only shows when the files of a batch are laid beside each other. */

/* ---- files ---- */

static void
drop_notes (XybReturn *one)
{
  for (guint i = one->notes->len; i > 0; i--)
    {
      const XybReturnNote *note = g_ptr_array_index (one->notes, i - 1);

      if (note->kind == XYB_NOTE_SAME_FILE || note->kind == XYB_NOTE_SAME_DISTRICT)
        g_ptr_array_remove_index (one->notes, i - 1);
    }
}

static gboolean
is_in_hand (const XybIntakeFile *file)
{
  return file->taken != NULL && !file->imported && !file->skipped;
}

/* The same bytes count once; of two files of one 区镇 the later is its correction. */
static void
compare_files (XybIntakeFile *earlier, XybIntakeFile *later)
{
  if (!is_in_hand (earlier) || !is_in_hand (later))
    return;
  if (g_strcmp0 (earlier->taken->sha256, later->taken->sha256) == 0
      && earlier->taken->sha256 != NULL)
    {
      xyb_return_note (later->taken, XYB_NOTE_SAME_FILE, FALSE,
                       _ ("与「%s」内容完全相同，不重复导入"), earlier->shown);
      later->skipped = TRUE;
    }
  else if (earlier->taken->district_id != 0
           && earlier->taken->district_id == later->taken->district_id)
    {
      xyb_return_note (earlier->taken, XYB_NOTE_SAME_DISTRICT, FALSE,
                       _ ("同是%s的表，以后面的「%s」为准"), later->taken->district, later->shown);
      earlier->skipped = TRUE;
    }
}

static void
check_files (XybIntake *self)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      XybIntakeFile *file = g_ptr_array_index (self->files, i);

      file->skipped = file->left;
      if (file->taken != NULL)
        drop_notes (file->taken);
    }
  for (guint i = 0; i < self->files->len; i++)
    for (guint j = 0; j < i; j++)
      compare_files (g_ptr_array_index (self->files, j), g_ptr_array_index (self->files, i));
}

/* ---- enterprises ---- */

/* Who has put an enterprise forward. */
typedef struct
{
  XybIntakeFile *file;
  XybReturnRow *row;
} Holder;

typedef struct
{
  GHashTable *by_enterprise; /* gint64 → Holder */
  GHashTable *by_name;       /* key → Holder */
} Index;

static Holder *
find_holder (const Index *self, XybReturnRow *row)
{
  gint64 id = xyb_return_row_enterprise (row);
  Holder *holder = id != 0 ? g_hash_table_lookup (self->by_enterprise, &id) : NULL;

  return holder != NULL ? holder : g_hash_table_lookup (self->by_name, xyb_return_row_key (row));
}

static void
add_holder (Index *self, XybIntakeFile *file, XybReturnRow *row)
{
  gint64 id = xyb_return_row_enterprise (row);
  Holder holder = { file, row };

  if (id != 0)
    g_hash_table_replace (self->by_enterprise, g_memdup2 (&id, sizeof id),
                          g_memdup2 (&holder, sizeof holder));
  g_hash_table_replace (self->by_name, g_strdup (xyb_return_row_key (row)),
                        g_memdup2 (&holder, sizeof holder));
}

/* Notes of the register speak of an enterprise of it; those of the batch do not. */
static gboolean
is_of_batch (const XybReturnNote *note)
{
  return note->kind == XYB_NOTE_ELSEWHERE && note->enterprise_id == 0;
}

/* Keeps what was answered about @unit_id; 0 drops all that the batch has asked. */
static const XybReturnNote *
keep_note (XybReturnRow *row, gint64 unit_id)
{
  const XybReturnNote *kept = NULL;

  for (guint i = row->notes->len; i > 0; i--)
    {
      const XybReturnNote *note = g_ptr_array_index (row->notes, i - 1);

      if (note->kind != XYB_NOTE_ELSEWHERE || xyb_return_note_is_moot (row, note))
        continue;
      if (unit_id != 0 && note->other == unit_id)
        kept = note;
      else if (is_of_batch (note))
        g_ptr_array_remove_index (row->notes, i - 1);
    }
  return kept;
}

static const XybReturnNote *
ask_elsewhere (XybReturnRow *row, const Holder *holder)
{
  const XybReturn *one = holder->file->taken;
  gboolean same_phone = *row->phone != '\0' && strcmp (row->phone, holder->row->phone) == 0;
  gboolean same_name
    = xyb_company_name_compare (row->name, holder->row->name) == XYB_COMPANY_MATCH_EXACT;
  const char *how = same_name ? (same_phone ? _ ("同名、同电话") : _ ("同名"))
                              : (same_phone ? _ ("名称相近、同电话") : _ ("名称相近"));
  XybReturnNote *note
    = xyb_return_row_note (row, XYB_NOTE_ELSEWHERE, XYB_RETURN_NAME, TRUE,
                           _ ("与%s第 %u 行%s，疑为同一家"), one->district, holder->row->row, how);

  note->other = one->district_id;
  note->other_name = g_strdup (one->district);
  return note;
}

static gboolean
is_candidate (XybFate fate)
{
  return fate == XYB_FATE_TAKEN || fate == XYB_FATE_OPEN;
}

static void
check_row (Index *index, XybIntakeFile *file, XybReturnRow *row)
{
  Holder *holder = find_holder (index, row);
  const XybReturnNote *note;

  if (holder == NULL || holder->file == file)
    {
      keep_note (row, 0);
      xyb_return_row_update (row);
      if (holder == NULL && is_candidate (xyb_return_row_fate (row)))
        add_holder (index, file, row);
      return;
    }
  note = keep_note (row, holder->file->taken->district_id);
  xyb_return_row_update (row);
  if (note == NULL && is_candidate (xyb_return_row_fate (row)))
    note = ask_elsewhere (row, holder);
  if (note == NULL || note->decision.answer != XYB_ANSWER_HERE
      || !is_candidate (xyb_return_row_fate (row)))
    return;
  holder->row->moved = TRUE;
  xyb_return_row_update (holder->row);
  add_holder (index, file, row);
}

static void
forget_moves (XybReturn *one)
{
  for (guint i = 0; i < one->rows->len; i++)
    {
      XybReturnRow *row = g_ptr_array_index (one->rows, i);

      if (!row->moved)
        continue;
      row->moved = FALSE;
      xyb_return_row_update (row);
    }
}

/* ENT-08: one enterprise, two 区镇 of the batch. */
static void
check_enterprises (XybIntake *self)
{
  Index index = { g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free),
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };

  for (guint i = 0; i < self->files->len; i++)
    if (((XybIntakeFile *) g_ptr_array_index (self->files, i))->taken != NULL)
      forget_moves (((XybIntakeFile *) g_ptr_array_index (self->files, i))->taken);
  for (guint i = 0; i < self->files->len; i++)
    {
      XybIntakeFile *file = g_ptr_array_index (self->files, i);

      if (!is_in_hand (file) || file->taken->district_id == 0)
        continue;
      for (guint j = 0; j < file->taken->rows->len; j++)
        {
          XybReturnRow *row = g_ptr_array_index (file->taken->rows, j);

          if (*row->name != '\0' && xyb_return_row_fate (row) != XYB_FATE_IGNORED)
            check_row (&index, file, row);
        }
    }
  g_hash_table_unref (index.by_enterprise);
  g_hash_table_unref (index.by_name);
}

/**
 * xyb_intake_check:
 *
 * Looks at the files beside each other, whenever one was read, answered or taken off: the same
 * bytes twice, two files of one 区镇, one enterprise put forward by two 区镇. The later file is
 * asked. Answers stay; notes about what is no more are taken off, so do not hold on to one.
 */
void
xyb_intake_check (XybIntake *self)
{
  g_return_if_fail (self != NULL);

  check_files (self);
  check_enterprises (self);
  for (guint i = 0; i < self->files->len; i++)
    xyb_intake_file_compare (g_ptr_array_index (self->files, i));
}
