/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return-answer.h"

#include <string.h>

#include "xyb-core-error.h"
#include "xyb-i18n.h"
#include "xyb-phone.h"
#include "xyb-return-typed.h"
#include "xyb-text.h"

/* ---- what becomes of a row ---- */

static const XybReturnNote *
find_note (const XybReturnRow *row, XybNoteKind kind)
{
  for (guint i = 0; i < row->notes->len; i++)
    if (((XybReturnNote *) g_ptr_array_index (row->notes, i))->kind == kind)
      return g_ptr_array_index (row->notes, i);
  return NULL;
}

/**
 * xyb_return_row_enterprise:
 *
 * Returns: the enterprise of the register that @row means after the answers; 0: a new one, or not
 * decided
 */
gint64
xyb_return_row_enterprise (const XybReturnRow *row)
{
  const XybReturnNote *alike = find_note (row, XYB_NOTE_ALIKE);

  if (alike == NULL)
    return row->match != NULL ? row->match->enterprise_id : 0;
  if (alike->decision.answer != XYB_ANSWER_SAME)
    return 0;
  return alike->decision.enterprise_id;
}

/**
 * xyb_return_note_is_moot:
 *
 * Returns: whether @note speaks of an enterprise that @row was decided not to mean
 */
gboolean
xyb_return_note_is_moot (const XybReturnRow *row, const XybReturnNote *note)
{
  const XybReturnNote *alike;

  if (note->enterprise_id == 0)
    return FALSE;
  alike = find_note (row, XYB_NOTE_ALIKE);
  if (alike == NULL || alike->decision.answer == XYB_ANSWER_OPEN)
    return FALSE;
  return xyb_return_row_enterprise (row) != note->enterprise_id;
}

static gboolean
asks (const XybReturnRow *row, const XybReturnNote *note)
{
  return note->question && !xyb_return_note_is_moot (row, note);
}

/**
 * xyb_return_row_fate:
 *
 * Returns: what happens to @row when the file is taken over
 */
XybFate
xyb_return_row_fate (const XybReturnRow *row)
{
  gboolean open = FALSE;

  if (row->replaced || row->moved)
    return XYB_FATE_LEFT;
  for (guint i = 0; i < row->notes->len; i++)
    {
      const XybReturnNote *note = g_ptr_array_index (row->notes, i);

      if (!asks (row, note))
        continue;
      if (note->decision.answer == XYB_ANSWER_LEAVE)
        return XYB_FATE_LEFT;
      open = open || note->decision.answer == XYB_ANSWER_OPEN;
    }
  if (open)
    return XYB_FATE_OPEN;
  return row->status == XYB_RETURN_IGNORED ? XYB_FATE_IGNORED : XYB_FATE_TAKEN;
}

static void
keep_read (XybReturnRow *row)
{
  if (row->read != NULL)
    return;
  row->read = g_new0 (XybReturnRead, 1);
  row->read->name = g_strdup (row->name);
  row->read->products = g_strdup (row->products);
  row->read->revenue_fen = row->revenue_fen;
  row->read->revenue_unit = row->revenue_unit;
  row->read->headcount = row->headcount;
  row->read->contact = g_strdup (row->contact);
  row->read->phone = g_strdup (row->phone);
}

/**
 * xyb_return_row_update:
 *
 * The status follows from the answers, after notes were added or taken off. A row that an answer
 * leaves out is not imported; xyb_return_row_fate() tells it from one that is no enterprise.
 */
void
xyb_return_row_update (XybReturnRow *row)
{
  XybFate fate;

  if (row->status == XYB_RETURN_IGNORED && row->read == NULL)
    return; /* no enterprise */
  row->status = XYB_RETURN_OK;
  fate = xyb_return_row_fate (row);
  if (fate == XYB_FATE_OPEN)
    row->status = XYB_RETURN_QUESTION;
  if (fate != XYB_FATE_LEFT)
    return;
  keep_read (row);
  row->status = XYB_RETURN_IGNORED;
}

/* ---- answering ---- */

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNCONFIRMED, sentence);
  return FALSE;
}

static gboolean
is_offered (const XybReturn *self,
            const XybReturnRow *row,
            const XybReturnNote *note,
            XybAnswer answer)
{
  XybAnswer answers[XYB_MAX_ANSWERS];
  guint n = xyb_return_list_answers (self, row, note, answers);

  for (guint i = 0; i < n; i++)
    if (answers[i] == answer)
      return TRUE;
  return answer == XYB_ANSWER_OPEN;
}

/* Nobody is put forward twice: neither under a typed name nor by two rows that mean one enterprise.
 */
static gboolean
check_once (XybReturn *self,
            const XybReturnRow *row,
            const char *name,
            gint64 enterprise_id,
            GError **error)
{
  g_autofree char *key = name != NULL ? xyb_company_name_key (name) : NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      XybReturnRow *other = g_ptr_array_index (self->rows, i);
      XybFate fate;

      if (other == row
          || (enterprise_id != 0 && xyb_return_row_enterprise (other) != enterprise_id))
        continue;
      fate = xyb_return_row_fate (other);
      if (fate == XYB_FATE_IGNORED || fate == XYB_FATE_LEFT)
        continue;
      if (key != NULL && strcmp (key, xyb_return_row_key (other)) != 0)
        continue;
      return refuse (error, _ ("第 %u 行“%s”已经是这家企业，请先决定那一行，或者这一行不计入。"),
                     other->row, other->name);
    }
  return TRUE;
}

static const XybReturnMatch *
candidate (const XybReturnRow *row, gint64 enterprise_id)
{
  if (row->match != NULL && row->match->enterprise_id == enterprise_id)
    return row->match;
  for (guint i = 0; row->candidates != NULL && i < row->candidates->len; i++)
    {
      const XybReturnMatch *match = g_ptr_array_index (row->candidates, i);

      if (match->enterprise_id == enterprise_id)
        return match;
    }
  return NULL;
}

static gboolean
check_answer (XybReturn *self,
              XybReturnRow *row,
              const XybReturnNote *note,
              XybAnswer answer,
              const char *text,
              gint64 enterprise_id,
              GError **error)
{
  if (!is_offered (self, row, note, answer))
    return refuse (error, _ ("第 %u 行的这个问题不能这样决定。"), row->row);
  if (xyb_return_answer_needs_text (answer, note) && answer == XYB_ANSWER_TAKE
      && xyb_text_is_blank (text))
    return refuse (error, _ ("“%s”以前已经计过，请写明仍计入的理由。"), row->name);
  if (answer == XYB_ANSWER_TYPED)
    {
      g_autofree char *name = NULL;

      if (!xyb_return_check_typed (self, row, note, text, &name, error))
        return FALSE;
      return name == NULL || check_once (self, row, name, 0, error);
    }
  return answer != XYB_ANSWER_SAME || check_once (self, row, NULL, enterprise_id, error);
}

static void
set_text (char **place, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

static void
restore_read (XybReturnRow *row)
{
  const XybReturnRead *read = row->read;

  xyb_company_keys_clear (&row->keys);
  set_text (&row->name, read->name);
  set_text (&row->products, read->products);
  set_text (&row->contact, read->contact);
  set_text (&row->phone, read->phone);
  row->revenue_fen = read->revenue_fen;
  row->revenue_unit = read->revenue_unit;
  row->headcount = read->headcount;
}

static guint
count_digits (const char *text, const char *end)
{
  guint n = 0;

  for (const char *p = text; *p != '\0' && p != end; p++)
    n += g_ascii_isdigit (*p);
  return n;
}

/* 1.38E+10: the lost digits would come back as zeros that nobody doubts. 1.3800000403E10 has lost
 * none. */
static void
keep_as_written (XybReturnRow *row, const XybReturnNote *note)
{
  XybPhoneFlags flags;
  g_autofree char *text = xyb_text_normalise (row->raw[XYB_RETURN_PHONE].text);
  g_autofree char *phone = NULL;

  if (note->kind != XYB_NOTE_BAD_PHONE)
    return;
  phone = xyb_phone_normalise (text, &flags);
  if ((flags & XYB_PHONE_FLAG_SCIENTIFIC) == 0
      || count_digits (text, strpbrk (text, "eE")) >= count_digits (phone, NULL))
    return;
  g_free (row->phone);
  row->phone = g_steal_pointer (&text);
}

/* The values follow from what was read and all answers, in whatever order they were given. */
static void
apply_answers (XybReturn *self, XybReturnRow *row)
{
  restore_read (row);
  for (guint i = 0; i < row->notes->len; i++)
    {
      const XybReturnNote *note = g_ptr_array_index (row->notes, i);

      if (note->decision.answer == XYB_ANSWER_OTHER_UNIT)
        {
          row->revenue_fen = note->other;
          row->revenue_unit = XYB_MONEY_UNIT_WAN;
        }
      else if (note->decision.answer == XYB_ANSWER_AS_READ)
        keep_as_written (row, note);
      else if (note->decision.answer == XYB_ANSWER_BLANK)
        xyb_return_clear_field (row, note->field);
      else if (note->decision.answer == XYB_ANSWER_TYPED)
        xyb_return_set_typed (self, row, note, note->decision.text);
    }
  xyb_return_row_update (row);
}

/* The row chosen last stands for its enterprise; the first and the others step back. */
static void
update_replaced (XybReturn *self, const XybReturnNote *chosen)
{
  XybReturnRow *first = g_ptr_array_index (self->rows, chosen->other);

  first->replaced = FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      XybReturnRow *row = g_ptr_array_index (self->rows, i);
      XybReturnNote *note = (XybReturnNote *) find_note (row, XYB_NOTE_DUPLICATE);

      if (note == NULL || note->other != chosen->other || note->decision.answer != XYB_ANSWER_HERE)
        continue;
      if (note != chosen && chosen->decision.answer == XYB_ANSWER_HERE)
        {
          note->decision.answer = XYB_ANSWER_LEAVE;
          xyb_return_row_update (row);
        }
      else
        first->replaced = TRUE;
    }
  xyb_return_row_update (first);
}

/**
 * xyb_return_answer:
 * @row: a row
 * @note: one of its questions
 * @answer: of xyb_return_list_answers(); %XYB_ANSWER_OPEN takes the answer back
 * @text: (nullable): what was typed, or the reason; else ignored
 * @enterprise_id: of %XYB_ANSWER_SAME: which one; 0 is the best match
 * @error: %XYB_CORE_ERROR with a sentence where it cannot be answered so
 *
 * Values and status of the row follow. Typed text goes through the parsers of the form. A question
 * of the file is answered by reading it again with other choices.
 *
 * Returns: whether it was answered; else nothing changed
 */
gboolean
xyb_return_answer (XybReturn *self,
                   XybReturnRow *row,
                   XybReturnNote *note,
                   XybAnswer answer,
                   const char *text,
                   gint64 enterprise_id,
                   GError **error)
{
  gboolean chose = note->kind == XYB_NOTE_DUPLICATE
                   && (note->decision.answer == XYB_ANSWER_HERE || answer == XYB_ANSWER_HERE);

  g_return_val_if_fail (self != NULL && row != NULL && note != NULL, FALSE);

  if (answer != XYB_ANSWER_SAME)
    enterprise_id = 0;
  else if (enterprise_id == 0 && row->match != NULL)
    enterprise_id = row->match->enterprise_id;
  if (!check_answer (self, row, note, answer, text, enterprise_id, error))
    return FALSE;
  keep_read (row);
  note->decision.answer = answer;
  note->decision.enterprise_id = enterprise_id;
  note->decision.recalled = FALSE;
  set_text (&note->decision.text, xyb_return_answer_needs_text (answer, note) ? text : NULL);
  if (candidate (row, enterprise_id) != NULL)
    xyb_return_row_note_match (row, candidate (row, enterprise_id));
  apply_answers (self, row);
  if (chose)
    update_replaced (self, note);
  return TRUE;
}

/* ---- all at once ---- */

static XybAnswer
answer_for_all (const XybReturn *self, const XybReturnRow *row, const XybReturnNote *note)
{
  XybAnswer answers[XYB_MAX_ANSWERS];
  guint n = xyb_return_list_answers (self, row, note, answers);

  if (n == 0)
    return XYB_ANSWER_OPEN;
  switch (note->kind)
    {
    case XYB_NOTE_REVENUE_UNIT:
      return XYB_ANSWER_AS_READ;
    case XYB_NOTE_EARLIER:
      return XYB_ANSWER_TAKE;
    case XYB_NOTE_ELSEWHERE:
      return XYB_ANSWER_LEAVE;
    default:
      return answers[0] == XYB_ANSWER_TYPED ? XYB_ANSWER_BLANK : answers[0];
    }
}

static void
answer_open (XybReturn *self, XybReturnRow *row, XybReturnNote *note)
{
  XybAnswer answer = answer_for_all (self, row, note);

  if (answer != XYB_ANSWER_OPEN
      && !xyb_return_answer (self, row, note, answer, _ ("全部接受"), 0, NULL))
    xyb_return_answer (self, row, note, XYB_ANSWER_LEAVE, NULL, 0, NULL);
}

/**
 * xyb_return_answer_all:
 *
 * Gives every open question the answer that loses nothing and counts nobody twice: what stands
 * there is taken as it was read, what cannot be read stays blank, a second row of one enterprise is
 * left.
 */
void
xyb_return_answer_all (XybReturn *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      XybReturnRow *row = g_ptr_array_index (self->rows, i);

      /* Answering may add a question. */
      for (guint j = 0; j < row->notes->len && xyb_return_row_fate (row) == XYB_FATE_OPEN; j++)
        {
          XybReturnNote *note = g_ptr_array_index (row->notes, j);

          if (asks (row, note) && note->decision.answer == XYB_ANSWER_OPEN)
            answer_open (self, row, note);
        }
    }
}
