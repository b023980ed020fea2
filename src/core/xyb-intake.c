/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake.h"

#include <string.h>

#include "xyb-i18n.h"
#include "xyb-intake-private.h"
#include "xyb-submission-words.h"

/* ---- the batch ---- */

static void
file_free (gpointer data)
{
  XybIntakeFile *file = data;

  g_free (file->path);
  g_free (file->shown);
  g_free (file->error);
  g_clear_pointer (&file->changes, g_ptr_array_unref);
  g_clear_pointer (&file->before, g_ptr_array_unref);
  xyb_return_free (file->taken);
  xyb_return_choices_free (file->choices);
  g_free (file);
}

/**
 * xyb_intake_new:
 * @year: the year the files are for
 *
 * Returns: (transfer full): a batch without files
 */
XybIntake *
xyb_intake_new (int year)
{
  XybIntake *self = g_new0 (XybIntake, 1);

  self->year = year;
  self->files = g_ptr_array_new_with_free_func (file_free);
  return self;
}

void
xyb_intake_free (XybIntake *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->files);
  g_free (self);
}

/**
 * xyb_intake_find:
 *
 * Returns: (transfer none) (nullable): the file of the batch that lies at @path
 */
XybIntakeFile *
xyb_intake_find (const XybIntake *self, const char *path)
{
  for (guint i = 0; i < self->files->len; i++)
    if (strcmp (((XybIntakeFile *) g_ptr_array_index (self->files, i))->path, path) == 0)
      return g_ptr_array_index (self->files, i);
  return NULL;
}

/**
 * xyb_intake_add_path:
 * @path: a returned file
 *
 * Returns: (transfer none): the file, to be read now; the present one where the batch has it
 * already
 */
XybIntakeFile *
xyb_intake_add_path (XybIntake *self, const char *path)
{
  XybIntakeFile *file = xyb_intake_find (self, path);
  g_autofree char *base = NULL;

  if (file != NULL)
    return file;
  base = g_path_get_basename (path);
  file = g_new0 (XybIntakeFile, 1);
  file->path = g_strdup (path);
  file->shown = g_filename_display_name (base);
  file->choices = xyb_return_choices_new ();
  g_ptr_array_add (self->files, file);
  return file;
}

void
xyb_intake_remove (XybIntake *self, XybIntakeFile *file)
{
  g_ptr_array_remove (self->files, file);
  xyb_intake_check (self);
}

/**
 * xyb_intake_set_read:
 * @taken: (transfer full): what the file says, matched with the register
 *
 * Read again with other choices, the answers given before stay with the rows that did not change.
 * Ask xyb_intake_check() when all files have been read.
 */
void
xyb_intake_set_read (XybIntakeFile *file, XybReturn *taken)
{
  XybReturn *before = file->taken;

  g_clear_pointer (&file->error, g_free);
  g_clear_pointer (&file->changes, g_ptr_array_unref);
  g_clear_pointer (&file->before, g_ptr_array_unref);
  file->taken = taken;
  if (before != NULL)
    xyb_return_carry_answers (taken, before);
  xyb_return_free (before);
}

/**
 * xyb_intake_fail:
 * @message: the sentence that says why it cannot be read
 */
void
xyb_intake_fail (XybIntakeFile *file, const char *message)
{
  g_clear_pointer (&file->changes, g_ptr_array_unref);
  g_clear_pointer (&file->before, g_ptr_array_unref);
  g_clear_pointer (&file->taken, xyb_return_free);
  g_free (file->error);
  file->error = g_strdup (message);
}

/* B-21: after every answer. */
void
xyb_intake_file_compare (XybIntakeFile *file)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&file->changes);

  if (file->taken == NULL || file->before == NULL)
    return;
  file->changes = xyb_return_diff (file->taken, file->before);
  xyb_return_diff_carry (file->changes, old);
}

/**
 * xyb_intake_set_before:
 * @nominations: (element-type XybNomination): what the 区镇 of the file has put forward this year
 *
 * Makes the file a difference from it (B-21); with none it is the first version.
 */
void
xyb_intake_set_before (XybIntakeFile *file, GPtrArray *nominations)
{
  g_clear_pointer (&file->changes, g_ptr_array_unref);
  g_clear_pointer (&file->before, g_ptr_array_unref);
  if (nominations->len > 0)
    file->before = g_ptr_array_ref (nominations);
  xyb_intake_file_compare (file);
}

/* ---- answers ---- */

/**
 * xyb_intake_answer:
 *
 * As xyb_return_answer(), with what follows for the other files and for the difference from the
 * version before.
 */
gboolean
xyb_intake_answer (XybIntake *self,
                   XybIntakeFile *file,
                   XybReturnRow *row,
                   XybReturnNote *note,
                   XybAnswer answer,
                   const char *text,
                   gint64 enterprise_id,
                   GError **error)
{
  if (!xyb_return_answer (file->taken, row, note, answer, text, enterprise_id, error))
    return FALSE;
  xyb_intake_check (self);
  return TRUE;
}

/**
 * xyb_intake_answer_all:
 *
 * xyb_return_answer_all() for every file; an enterprise that has been put forward before stays
 * where it is.
 */
void
xyb_intake_answer_all (XybIntake *self)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      XybIntakeFile *file = g_ptr_array_index (self->files, i);

      if (file->taken == NULL || file->imported || file->skipped)
        continue;
      xyb_return_answer_all (file->taken);
      for (guint j = 0; file->changes != NULL && j < file->changes->len; j++)
        ((XybReturnChange *) g_ptr_array_index (file->changes, j))->refused = FALSE;
    }
  xyb_intake_check (self);
}

/* ---- how it stands ---- */

/**
 * xyb_intake_file_count:
 *
 * Returns: how many rows of @file have @fate
 */
guint
xyb_intake_file_count (const XybIntakeFile *file, XybFate fate)
{
  guint n = 0;

  for (guint i = 0; file->taken != NULL && i < file->taken->rows->len; i++)
    n += xyb_return_row_fate (g_ptr_array_index (file->taken->rows, i)) == fate;
  return n;
}

static guint
count_open_notes (const XybReturn *one)
{
  guint n = 0;

  for (guint i = 0; i < one->notes->len; i++)
    {
      const XybReturnNote *note = g_ptr_array_index (one->notes, i);

      n += note->question && note->decision.answer == XYB_ANSWER_OPEN;
    }
  return n;
}

/**
 * xyb_intake_file_state:
 *
 * Returns: how @file stands
 */
XybIntakeState
xyb_intake_file_state (const XybIntakeFile *file)
{
  if (file->imported)
    return XYB_INTAKE_IMPORTED;
  if (file->error != NULL)
    return XYB_INTAKE_FAILED;
  if (file->taken == NULL)
    return XYB_INTAKE_READING;
  if (file->skipped)
    return XYB_INTAKE_READY;
  if (file->taken->district_id == 0)
    return XYB_INTAKE_NO_DISTRICT;
  if (count_open_notes (file->taken) > 0 || xyb_intake_file_count (file, XYB_FATE_OPEN) > 0)
    return XYB_INTAKE_QUESTIONS;
  return XYB_INTAKE_READY;
}

/**
 * xyb_intake_file_is_waiting:
 *
 * Returns: whether an import of the batch takes @file
 */
gboolean
xyb_intake_file_is_waiting (const XybIntakeFile *file)
{
  return !file->imported && !file->skipped && file->taken != NULL && file->taken->district_id != 0;
}

/**
 * xyb_intake_is_complete:
 *
 * Returns: whether 「全部接受」 may be pressed: everything is read and decided, and something is to
 * be taken. A file that cannot be read keeps nobody waiting.
 */
gboolean
xyb_intake_is_complete (const XybIntake *self)
{
  guint n = 0;

  for (guint i = 0; i < self->files->len; i++)
    {
      const XybIntakeFile *file = g_ptr_array_index (self->files, i);
      XybIntakeState state = xyb_intake_file_state (file);

      if (state == XYB_INTAKE_READING || state == XYB_INTAKE_NO_DISTRICT
          || state == XYB_INTAKE_QUESTIONS)
        return FALSE;
      n += state == XYB_INTAKE_READY && !file->skipped;
    }
  return n > 0;
}

/**
 * xyb_intake_list_missing:
 * @submissions: (element-type XybSubmission): of the year
 *
 * Returns: (transfer container) (element-type utf8): the 区镇 that have neither returned 附件2 nor
 * a file in the batch, in official order; the names belong to @submissions
 */
GPtrArray *
xyb_intake_list_missing (const XybIntake *self, GPtrArray *submissions)
{
  GPtrArray *missing = g_ptr_array_new ();

  for (guint i = 0; i < submissions->len; i++)
    {
      const XybSubmission *one = g_ptr_array_index (submissions, i);
      gboolean here = xyb_submission_is_returned (one);

      for (guint j = 0; j < self->files->len && !here; j++)
        {
          const XybIntakeFile *file = g_ptr_array_index (self->files, j);

          here = file->taken != NULL && file->taken->district_id == one->unit_id;
        }
      if (!here)
        g_ptr_array_add (missing, one->unit_name);
    }
  return missing;
}

/* ---- in words ---- */

/* Where most of its enterprises are registered. */
static const char *
likely_district (const XybReturn *one)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < one->rows->len; i++)
    {
      const XybReturnRow *row = g_ptr_array_index (one->rows, i);
      guint n;

      if (row->match == NULL || row->match->district == NULL)
        continue;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, row->match->district)) + 1;
      g_hash_table_insert (counts, row->match->district, GUINT_TO_POINTER (n));
      if (n > most)
        {
          most = n;
          best = row->match->district;
        }
    }
  return best;
}

static const XybReturnNote *
find_note (const XybReturn *one, XybNoteKind kind)
{
  for (guint i = 0; i < one->notes->len; i++)
    if (((XybReturnNote *) g_ptr_array_index (one->notes, i))->kind == kind)
      return g_ptr_array_index (one->notes, i);
  return NULL;
}

static char *
no_district_words (const XybReturn *one)
{
  const char *likely = likely_district (one);

  if (likely != NULL)
    return g_strdup_printf (_ ("没写区镇，像是%s，请确认"), likely);
  return g_strdup (_ ("没写区镇，请选择"));
}

static char *
skipped_words (const XybIntakeFile *file)
{
  const XybReturnNote *note = find_note (file->taken, XYB_NOTE_SAME_FILE);

  if (note == NULL)
    note = find_note (file->taken, XYB_NOTE_SAME_DISTRICT);
  return g_strdup (note != NULL ? note->sentence : _ ("不导入"));
}

static void
add_changes (GString *words, const GPtrArray *changes)
{
  static const XybDiffKind kinds[] = { XYB_DIFF_ADDED, XYB_DIFF_CHANGED, XYB_DIFF_REMOVED };
  const char *comma = "";

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n = xyb_return_diff_count (changes, kinds[i]);

      if (n == 0)
        continue;
      g_string_append_printf (words, "%s%s %u", comma, xyb_diff_kind_name (kinds[i]), n);
      comma = "，";
    }
  if (*comma == '\0')
    g_string_append (words, _ ("与上次相同"));
}

static void
add_rows (GString *words, guint taken, guint left)
{
  if (left == 0)
    g_string_append_printf (words, _ ("%u 行全部可接受"), taken);
  else
    g_string_append_printf (words, _ ("可接受 %u 行，不计入 %u 行"), taken, left);
}

static char *
ready_words (const XybIntakeFile *file)
{
  g_autoptr (GString) words = g_string_new (file->taken->district);
  guint open = xyb_intake_file_count (file, XYB_FATE_OPEN);
  guint taken = xyb_intake_file_count (file, XYB_FATE_TAKEN);

  g_string_append (words, " · ");
  if (file->imported)
    g_string_append_printf (words, _ ("已导入 %u 家"), taken);
  else if (open > 0)
    g_string_append_printf (words, _ ("待定 %u 行，可接受 %u 行"), open, taken);
  else if (count_open_notes (file->taken) > 0)
    g_string_append_printf (words, _ ("表格待定，可接受 %u 行"), taken);
  else if (file->changes != NULL)
    add_changes (words, file->changes);
  else
    add_rows (words, taken, xyb_intake_file_count (file, XYB_FATE_LEFT));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * xyb_intake_file_words:
 *
 * Returns: (transfer full): the line below the file's name: 周市镇 · 待定 3 行，可接受 5 行
 */
char *
xyb_intake_file_words (const XybIntakeFile *file)
{
  if (file->error != NULL)
    return g_strdup (file->error);
  if (file->taken == NULL)
    return g_strdup (_ ("正在读取…"));
  if (file->skipped && !file->imported)
    return skipped_words (file);
  if (file->taken->district_id == 0)
    return no_district_words (file->taken);
  return ready_words (file);
}
