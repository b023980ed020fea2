/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "xyb-i18n.h"
#include "xyb-return-answer.h"

/* Which answers a question has, and the words on their buttons. */

typedef struct
{
  XybNoteKind kind;
  XybAnswer answers[XYB_MAX_ANSWERS]; /* the usual one first; XYB_ANSWER_OPEN ends the list */
} Choice;

static const Choice choices[] = {
  { XYB_NOTE_REVENUE_UNIT, { XYB_ANSWER_OTHER_UNIT, XYB_ANSWER_AS_READ, XYB_ANSWER_TYPED } },
  { XYB_NOTE_BAD_REVENUE, { XYB_ANSWER_TYPED, XYB_ANSWER_BLANK } },
  { XYB_NOTE_BAD_HEADCOUNT, { XYB_ANSWER_TYPED, XYB_ANSWER_BLANK } },
  { XYB_NOTE_ERROR_CELL, { XYB_ANSWER_TYPED, XYB_ANSWER_BLANK } },
  { XYB_NOTE_BAD_TEXT, { XYB_ANSWER_TYPED, XYB_ANSWER_BLANK } },
  { XYB_NOTE_BAD_PHONE, { XYB_ANSWER_AS_READ, XYB_ANSWER_TYPED, XYB_ANSWER_BLANK } },
  { XYB_NOTE_HIDDEN_ROW, { XYB_ANSWER_TAKE, XYB_ANSWER_LEAVE } },
  { XYB_NOTE_NO_NAME, { XYB_ANSWER_LEAVE, XYB_ANSWER_TYPED } },
  { XYB_NOTE_DUPLICATE, { XYB_ANSWER_LEAVE, XYB_ANSWER_HERE, XYB_ANSWER_DIFFERENT } },
  { XYB_NOTE_ALIKE, { XYB_ANSWER_SAME, XYB_ANSWER_DIFFERENT, XYB_ANSWER_LEAVE } },
  { XYB_NOTE_ELSEWHERE, { XYB_ANSWER_HERE, XYB_ANSWER_LEAVE } },
  { XYB_NOTE_EARLIER, { XYB_ANSWER_LEAVE, XYB_ANSWER_TAKE } },
  { XYB_NOTE_CLOSED, { XYB_ANSWER_LEAVE } },
  { XYB_NOTE_HIDDEN_SHEET, { XYB_ANSWER_LEAVE, XYB_ANSWER_TAKE } },
  { XYB_NOTE_HIDDEN_COLUMN, { XYB_ANSWER_LEAVE, XYB_ANSWER_TAKE } },
  { XYB_NOTE_SEVERAL_SHEETS, { XYB_ANSWER_TAKE, XYB_ANSWER_LEAVE } },
  { XYB_NOTE_UNKNOWN_HEAD, { XYB_ANSWER_DIFFERENT, XYB_ANSWER_SAME } },
  { XYB_NOTE_OTHER_DISTRICT, { XYB_ANSWER_AS_READ, XYB_ANSWER_HERE } },
};

/* Without a name there is no enterprise: the row is given one or left. */
static const Choice name_choice = { XYB_NOTE_NO_NAME, { XYB_ANSWER_LEAVE, XYB_ANSWER_TYPED } };

static const Choice *
choice_of (const XybReturnNote *note)
{
  if (note->field == XYB_RETURN_NAME
      && (note->kind == XYB_NOTE_ERROR_CELL || note->kind == XYB_NOTE_BAD_TEXT))
    return &name_choice;
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].kind == note->kind)
      return &choices[i];
  return NULL;
}

static const XybReturnRow *
first_of (const XybReturn *self, const XybReturnNote *note)
{
  return g_ptr_array_index (self->rows, note->other);
}

/* Letter for letter the same, or the same of the register. */
static gboolean
is_certainly_same (const XybReturnRow *row, const XybReturnRow *other)
{
  if (xyb_company_name_compare (row->name, other->name) == XYB_COMPANY_MATCH_EXACT)
    return TRUE;
  return row->match != NULL && other->match != NULL && row->match->how == XYB_COMPANY_MATCH_EXACT
         && other->match->how == XYB_COMPANY_MATCH_EXACT
         && row->match->enterprise_id == other->match->enterprise_id;
}

/* Whether @answer makes sense in this very case. */
static gboolean
makes_sense (const XybReturn *self,
             const XybReturnRow *row,
             const XybReturnNote *note,
             XybAnswer answer)
{
  if (note->kind == XYB_NOTE_DUPLICATE && answer == XYB_ANSWER_DIFFERENT)
    return !is_certainly_same (row, first_of (self, note));
  if (note->kind == XYB_NOTE_OTHER_DISTRICT && answer == XYB_ANSWER_AS_READ)
    return self->said_district_id != 0; /* what stands there is no 区镇 */
  /* A telephone without a digit is none (ENT-04). */
  if (note->kind == XYB_NOTE_BAD_PHONE && answer == XYB_ANSWER_AS_READ)
    return strpbrk (row->read != NULL ? row->read->phone : row->phone, "0123456789") != NULL;
  return TRUE;
}

/**
 * xyb_return_list_answers:
 * @row: (nullable): the row @note belongs to; %NULL for a note of the file
 * @note: a note
 * @answers: (out): filled with what may be answered, the usual answer first
 *
 * What resembles an enterprise only from afar is usually another one.
 *
 * Returns: how many; 0 where @note asks nothing
 */
guint
xyb_return_list_answers (const XybReturn *self,
                         const XybReturnRow *row,
                         const XybReturnNote *note,
                         XybAnswer answers[XYB_MAX_ANSWERS])
{
  const Choice *choice = choice_of (note);
  guint n = 0;

  g_return_val_if_fail (self != NULL && note != NULL, 0);

  if (choice == NULL || (row != NULL && !note->question))
    return 0;
  for (guint i = 0; i < XYB_MAX_ANSWERS && choice->answers[i] != XYB_ANSWER_OPEN; i++)
    if (makes_sense (self, row, note, choice->answers[i]))
      answers[n++] = choice->answers[i];
  if (note->kind == XYB_NOTE_ALIKE && row != NULL && row->match != NULL
      && row->match->how == XYB_COMPANY_MATCH_POSSIBLE)
    {
      answers[0] = XYB_ANSWER_DIFFERENT;
      answers[1] = XYB_ANSWER_SAME;
    }
  return n;
}

static char *
sum_label (gint64 fen, XybMoneyUnit unit)
{
  g_autofree char *number = xyb_amount_format_number (fen, unit);

  /* The button that takes the likelier sum: 按 12000 万元. */
  return g_strdup_printf (_ ("按 %s %s"), number, xyb_money_unit_name (unit));
}

static char *
leave_label (const XybReturn *self, const XybReturnNote *note)
{
  if (note->kind == XYB_NOTE_ELSEWHERE)
    return g_strdup_printf (_ ("归%s"), note->other_name);
  if (note->kind == XYB_NOTE_DUPLICATE)
    return g_strdup_printf (_ ("用第 %u 行"), first_of (self, note)->row);
  return g_strdup (_ ("不计入"));
}

static char *
here_label (const XybReturn *self, const XybReturnRow *row, const XybReturnNote *note)
{
  if (note->kind == XYB_NOTE_OTHER_DISTRICT)
    return g_strdup_printf (_ ("归%s"), note->other_name);
  if (note->kind == XYB_NOTE_ELSEWHERE)
    return self->district != NULL ? g_strdup_printf (_ ("归%s"), self->district)
                                  : g_strdup (_ ("归本区镇"));
  return g_strdup_printf (_ ("用第 %u 行"), row->row);
}

static char *
as_read_label (const XybReturn *self, const XybReturnRow *row, const XybReturnNote *note)
{
  if (note->kind == XYB_NOTE_REVENUE_UNIT)
    return g_strdup_printf (_ ("按原数（%s）"),
                            xyb_money_unit_name (row->read != NULL ? row->read->revenue_unit
                                                                   : row->revenue_unit));
  if (note->kind == XYB_NOTE_OTHER_DISTRICT)
    return g_strdup_printf (_ ("归%s"), self->said_district);
  return g_strdup (_ ("照原样"));
}

/**
 * xyb_return_answer_label:
 * @row: (nullable): the row @note belongs to
 * @note: a question
 * @answer: of xyb_return_list_answers()
 *
 * Returns: (transfer full): the words on its button; … at the end where it asks on
 */
char *
xyb_return_answer_label (const XybReturn *self,
                         const XybReturnRow *row,
                         const XybReturnNote *note,
                         XybAnswer answer)
{
  switch (answer)
    {
    case XYB_ANSWER_AS_READ:
      return as_read_label (self, row, note);
    case XYB_ANSWER_OTHER_UNIT:
      return sum_label (note->other, XYB_MONEY_UNIT_WAN);
    case XYB_ANSWER_BLANK:
      return g_strdup (_ ("留空"));
    case XYB_ANSWER_TYPED:
      return g_strdup (_ ("改填…"));
    case XYB_ANSWER_TAKE:
      return g_strdup (note->kind == XYB_NOTE_EARLIER ? _ ("仍计入…") : _ ("计入"));
    case XYB_ANSWER_LEAVE:
      return leave_label (self, note);
    case XYB_ANSWER_SAME:
      return g_strdup (note->kind == XYB_NOTE_UNKNOWN_HEAD ? _ ("当作…") : _ ("是同一家"));
    case XYB_ANSWER_DIFFERENT:
      return g_strdup (note->kind == XYB_NOTE_UNKNOWN_HEAD ? _ ("不用这一列") : _ ("不是同一家"));
    case XYB_ANSWER_HERE:
      return here_label (self, row, note);
    case XYB_ANSWER_OPEN:
    default:
      return g_strdup (_ ("还没决定"));
    }
}

/**
 * xyb_return_answer_needs_text:
 *
 * Returns: whether @answer wants a value, or a reason (an enterprise that counted before, ENT-08)
 */
gboolean
xyb_return_answer_needs_text (XybAnswer answer, const XybReturnNote *note)
{
  return answer == XYB_ANSWER_TYPED
         || (answer == XYB_ANSWER_TAKE && note->kind == XYB_NOTE_EARLIER);
}
