/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-answer.h"

#include <stdlib.h>

#include "xyb-award-check.h"
#include "xyb-core-error.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/**
 * xyb_award_answer_enterprise:
 * @enterprise_id: one of the row's candidates; 0: a new enterprise
 */
void
xyb_award_answer_enterprise (XybAwardRoll *self, XybAwardRow *row, gint64 enterprise_id)
{
  row->who = enterprise_id != 0 ? XYB_AWARD_WHO_SAME : XYB_AWARD_WHO_NEW;
  row->who_id = enterprise_id;
  xyb_award_roll_update (self);
}

/**
 * xyb_award_answer_twin:
 * @same: the enterprise of the earlier row; else another one
 */
void
xyb_award_answer_twin (XybAwardRoll *self, XybAwardRow *row, gboolean same)
{
  row->twin = same ? XYB_AWARD_WHO_SAME : XYB_AWARD_WHO_NEW;
  xyb_award_roll_update (self);
}

/**
 * xyb_award_answer_year:
 * @year: in place of what the row says; one that cannot be asks again
 */
void
xyb_award_answer_year (XybAwardRoll *self, XybAwardRow *row, int year)
{
  row->chosen_year = year;
  xyb_award_roll_update (self);
}

void
xyb_award_answer_track (XybAwardRoll *self, XybAwardRow *row, XybTrack track)
{
  row->chosen_track = track;
  xyb_award_roll_update (self);
}

/**
 * xyb_award_answer_district:
 * @unit_id: the 区镇 that is meant; 0: none
 *
 * Holds for every row that writes it in the same way.
 */
void
xyb_award_answer_district (XybAwardRoll *self, XybAwardRow *row, gint64 unit_id)
{
  g_hash_table_replace (self->district_answers, xyb_text_key (row->raw[XYB_AWARD_COLUMN_DISTRICT]),
                        g_memdup2 (&unit_id, sizeof unit_id));
  xyb_award_roll_update (self);
}

void
xyb_award_answer_leave (XybAwardRoll *self, XybAwardRow *row, gboolean leave)
{
  row->left_out = leave;
  xyb_award_roll_update (self);
}

/* ---- as usual ---- */

/**
 * xyb_award_has_usual:
 *
 * Returns: whether there is a usual answer to what @row asks: a year and a level can only be told
 */
gboolean
xyb_award_has_usual (const XybAwardRow *row)
{
  const XybAwardNote *question = xyb_award_row_question (row);
  const XybAwardCandidate *best;

  if (question == NULL)
    return FALSE;
  switch (question->ask)
    {
    case XYB_AWARD_ASK_ENTERPRISE:
      /* The same name under two codes: nobody but her knows. */
      best = row->candidates->pdata[0];
      return !best->same_code && best->how != XYB_COMPANY_MATCH_EXACT;
    case XYB_AWARD_ASK_TWIN:
    case XYB_AWARD_ASK_DISTRICT:
      return TRUE;
    case XYB_AWARD_ASK_NOTHING:
    case XYB_AWARD_ASK_YEAR:
    case XYB_AWARD_ASK_GOOD_YEAR:
    case XYB_AWARD_ASK_TRACK:
    case XYB_AWARD_ASK_GOOD_TRACK:
    default:
      return FALSE;
    }
}

static void
answer_usual (XybAwardRoll *self, XybAwardRow *row)
{
  const XybAwardCandidate *best;
  gint64 none = 0;

  switch (xyb_award_row_question (row)->ask)
    {
    case XYB_AWARD_ASK_ENTERPRISE:
      best = row->candidates->pdata[0];
      row->who = best->how == XYB_COMPANY_MATCH_LIKELY ? XYB_AWARD_WHO_SAME : XYB_AWARD_WHO_NEW;
      row->who_id = row->who == XYB_AWARD_WHO_SAME ? best->enterprise_id : 0;
      break;
    case XYB_AWARD_ASK_TWIN:
      row->twin = XYB_AWARD_WHO_SAME;
      break;
    case XYB_AWARD_ASK_DISTRICT:
      g_hash_table_replace (self->district_answers,
                            xyb_text_key (row->raw[XYB_AWARD_COLUMN_DISTRICT]),
                            g_memdup2 (&none, sizeof none));
      break;
    case XYB_AWARD_ASK_NOTHING:
    case XYB_AWARD_ASK_YEAR:
    case XYB_AWARD_ASK_GOOD_YEAR:
    case XYB_AWARD_ASK_TRACK:
    case XYB_AWARD_ASK_GOOD_TRACK:
    default:
      break;
    }
}

/**
 * xyb_award_answer_usual:
 *
 * Answers what has a usual answer: what is spelt otherwise is the same enterprise, what is only
 * alike another one, a 区镇 nobody knows is left blank. One answer may bring up the next question
 * of the row.
 */
void
xyb_award_answer_usual (XybAwardRoll *self)
{
  guint n = 1;

  for (guint rounds = 0; n > 0 && rounds < 4; rounds++)
    {
      n = 0;
      for (guint i = 0; i < self->rows->len; i++)
        {
          XybAwardRow *row = self->rows->pdata[i];

          if (!xyb_award_has_usual (row))
            continue;
          answer_usual (self, row);
          n++;
        }
      if (n > 0)
        xyb_award_roll_update (self);
    }
}

/* ---- back ---- */

/* What its 区镇 means, told for all rows that write it so. */
static gboolean
has_district_answer (const XybAwardRoll *self, const XybAwardRow *row)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->district_answers) == 0
      || row->raw[XYB_AWARD_COLUMN_DISTRICT] == NULL)
    return FALSE;
  key = xyb_text_key (row->raw[XYB_AWARD_COLUMN_DISTRICT]);
  return g_hash_table_contains (self->district_answers, key);
}

gboolean
xyb_award_row_is_answered (const XybAwardRoll *self, const XybAwardRow *row)
{
  return row->who != XYB_AWARD_WHO_OPEN || row->twin != XYB_AWARD_WHO_OPEN || row->chosen_year != 0
         || row->chosen_track != 0 || row->left_out || has_district_answer (self, row);
}

/**
 * xyb_award_row_forget:
 *
 * Takes back what was decided about the row, and what its 区镇 means.
 */
void
xyb_award_row_forget (XybAwardRoll *self, XybAwardRow *row)
{
  g_autofree char *key = xyb_text_key (row->raw[XYB_AWARD_COLUMN_DISTRICT]);

  g_hash_table_remove (self->district_answers, key);
  row->who = row->twin = XYB_AWARD_WHO_OPEN;
  row->who_id = 0;
  row->chosen_year = 0;
  row->chosen_track = 0;
  row->left_out = FALSE;
  xyb_award_roll_update (self);
}

/* ---- in a word ---- */

static gboolean
refuse (const XybAwardRow *row, const char *word, GError **error)
{
  g_autofree char *place = xyb_award_row_place (row);

  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_TEXT,
               _ ("%s“%s”不能答“%s”：可以答 same（同一家）、new（新的一家）、leave（不导入）、"
                  "年份、accreditation/city/province 或区镇名。"),
               place, row->name, word);
  return FALSE;
}

static gboolean
answer_same (XybAwardRoll *self, XybAwardRow *row, gboolean same, GError **error)
{
  const XybAwardNote *question = xyb_award_row_question (row);

  if (question != NULL && question->ask == XYB_AWARD_ASK_TWIN)
    xyb_award_answer_twin (self, row, same);
  else if (row->candidates != NULL && row->candidates->len > 0)
    xyb_award_answer_enterprise (
      self, row, same ? ((XybAwardCandidate *) row->candidates->pdata[0])->enterprise_id : 0);
  else
    return refuse (row, same ? "same" : "new", error);
  return TRUE;
}

/**
 * xyb_award_answer_word:
 * @word: same, new, leave; a year; a track; the name of a 区镇
 * @error: %XYB_CORE_ERROR_INVALID_TEXT where the row does not ask for such an answer
 *
 * Returns: whether it was taken
 */
gboolean
xyb_award_answer_word (XybAwardRoll *self, XybAwardRow *row, const char *word, GError **error)
{
  XybTrack track = xyb_track_from_key (word);
  XybUnitMatchKind kind;
  const XybUnit *unit;
  int year;

  if (g_str_equal (word, "same") || g_str_equal (word, "new"))
    return answer_same (self, row, g_str_equal (word, "same"), error);
  if (g_str_equal (word, "leave"))
    xyb_award_answer_leave (self, row, TRUE);
  else if (track != 0)
    xyb_award_answer_track (self, row, track);
  else if (xyb_year_parse (word, &year, NULL) && year >= XYB_AWARD_FIRST_YEAR
           && year <= atoi (self->today))
    xyb_award_answer_year (self, row, year);
  else if ((unit = xyb_unit_matcher_match_kind (self->matcher, word, XYB_UNIT_KIND_DISTRICT, &kind))
             != NULL
           && row->raw[XYB_AWARD_COLUMN_DISTRICT] != NULL)
    xyb_award_answer_district (self, row, unit->id);
  else
    return refuse (row, word, error);
  return TRUE;
}
