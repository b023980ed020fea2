/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-check.h"

#include <string.h>

#include "xyb-i18n.h"
#include "xyb-text.h"

/* Whom the rows mean, and what they say together. */

#define EXCERPT_CHARS 20

/* ---- the enterprise of the register ---- */

static gboolean
is_certain (const XybAwardCandidate *candidate)
{
  return candidate->same_code || candidate->how == XYB_COMPANY_MATCH_EXACT;
}

static gboolean
codes_differ (const char *a, const char *b)
{
  return a != NULL && b != NULL && strcmp (a, b) != 0;
}

static void
ask_which (XybAwardRow *row, guint n_certain)
{
  const XybAwardCandidate *best = row->candidates->pdata[0];

  if (n_certain > 1)
    xyb_award_row_note (row, XYB_AWARD_NOTE_QUESTION, XYB_AWARD_ASK_ENTERPRISE,
                        _ ("名称和代码在企业库里对应 %u 家，请决定是哪一家"), n_certain);
  else if (n_certain == 1)
    xyb_award_row_note (row, XYB_AWARD_NOTE_QUESTION, XYB_AWARD_ASK_ENTERPRISE,
                        _ ("企业库里有同名的“%s”，但代码不同"), best->name);
  else if (best->how == XYB_COMPANY_MATCH_LIKELY)
    xyb_award_row_note (row, XYB_AWARD_NOTE_QUESTION, XYB_AWARD_ASK_ENTERPRISE,
                        _ ("很可能是企业库里的“%s”"), best->name);
  else
    xyb_award_row_note (row, XYB_AWARD_NOTE_QUESTION, XYB_AWARD_ASK_ENTERPRISE,
                        _ ("企业库里有名称相近的“%s”，请决定是不是同一家"), best->name);
}

/* Found by a name it no longer has. */
static void
note_present_name (XybAwardRow *row, const XybAwardCandidate *candidate)
{
  g_autofree char *key = xyb_text_key (candidate->name);

  if (strcmp (key, row->keys.text) != 0)
    xyb_award_row_note (row, XYB_AWARD_NOTE_REMARK, XYB_AWARD_ASK_NOTHING, _ ("现名“%s”"),
                        candidate->name);
}

/* What is said of the one that is meant. */
static void
take_enterprise (XybAwardRow *row, const XybAwardCandidate *candidate)
{
  row->enterprise_id = candidate->enterprise_id;
  if (candidate->how == XYB_COMPANY_MATCH_EXACT)
    note_present_name (row, candidate);
  else
    xyb_award_row_note (row, XYB_AWARD_NOTE_REMARK, XYB_AWARD_ASK_NOTHING,
                        candidate->same_code ? _ ("代码与企业库里的“%s”相同，算同一家")
                                             : _ ("就是企业库里的“%s”"),
                        candidate->name);
  if (candidate->closed)
    xyb_award_row_note (row, XYB_AWARD_NOTE_WARNING, XYB_AWARD_ASK_NOTHING, _ ("企业库里已注销"));
  if (row->unit_name != NULL && candidate->district != NULL
      && strcmp (row->unit_name, candidate->district) != 0)
    xyb_award_row_note (row, XYB_AWARD_NOTE_REMARK, XYB_AWARD_ASK_NOTHING,
                        _ ("企业库里属地是%s，没有改"), candidate->district);
}

/* Same code or same name is the same enterprise; where the two speak of different ones, and where
 * the name is only nearly the same, the clerk decides. */
static void
find_enterprise (XybAwardRow *row)
{
  guint n_certain = 0;

  if (row->candidates == NULL || row->candidates->len == 0 || row->who == XYB_AWARD_WHO_NEW)
    return;
  if (row->who == XYB_AWARD_WHO_SAME)
    {
      const XybAwardCandidate *chosen = xyb_award_row_find_candidate (row, row->who_id);

      if (chosen != NULL)
        {
          take_enterprise (row, chosen);
          return;
        }
    }
  for (guint i = 0; i < row->candidates->len; i++)
    n_certain += is_certain (row->candidates->pdata[i]);
  if (n_certain == 1)
    {
      const XybAwardCandidate *candidate = row->candidates->pdata[0];

      if (candidate->same_code || !codes_differ (candidate->code, row->code))
        {
          take_enterprise (row, candidate);
          return;
        }
    }
  ask_which (row, n_certain);
}

/* ---- enterprises of the list itself ---- */

typedef struct
{
  GHashTable *by_id; /* gint64 → the first row */
  GHashTable *by_code;
  GHashTable *by_text;
  GHashTable *by_key;
} Known;

static void
known_init (Known *self)
{
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_text = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
known_clear (Known *self)
{
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_code);
  g_hash_table_unref (self->by_text);
  g_hash_table_unref (self->by_key);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, known_clear)

static void
know (GHashTable *table, gpointer key, XybAwardRow *row)
{
  if (key != NULL && !g_hash_table_contains (table, key))
    g_hash_table_insert (table, key, row);
}

static void
know_row (Known *self, XybAwardRow *row)
{
  if (row->enterprise_id != 0)
    {
      know (self->by_id, &row->enterprise_id, row);
      return;
    }
  know (self->by_code, row->code, row);
  know (self->by_text, row->keys.text, row);
  know (self->by_key, row->keys.key, row);
}

/* Another row of the same name that has another code, or of a name that is spelt otherwise. */
static XybAwardRow *
find_twin (const Known *self, const XybAwardRow *row, gboolean *out_certain)
{
  XybAwardRow *twin = row->code != NULL ? g_hash_table_lookup (self->by_code, row->code) : NULL;

  *out_certain = twin != NULL;
  if (twin != NULL)
    return twin;
  twin = g_hash_table_lookup (self->by_text, row->keys.text);
  if (twin != NULL)
    {
      *out_certain = !codes_differ (twin->code, row->code);
      return twin;
    }
  return g_hash_table_lookup (self->by_key, row->keys.key);
}

static void
ask_twin (XybAwardRow *row, const XybAwardRow *twin)
{
  g_autofree char *place = xyb_award_row_place (twin);

  if (strcmp (row->keys.text, twin->keys.text) == 0)
    xyb_award_row_note (row, XYB_AWARD_NOTE_QUESTION, XYB_AWARD_ASK_TWIN,
                        _ ("与%s同名，但代码不同"), place);
  else
    xyb_award_row_note (row, XYB_AWARD_NOTE_QUESTION, XYB_AWARD_ASK_TWIN,
                        _ ("很可能与%s的“%s”是同一家"), place, twin->name);
}

static void
find_first (Known *self, XybAwardRow *row)
{
  gboolean certain;
  XybAwardRow *twin;

  if (row->enterprise_id != 0)
    {
      twin = g_hash_table_lookup (self->by_id, &row->enterprise_id);
      row->first = twin != NULL ? twin->first : row;
      return;
    }
  twin = find_twin (self, row, &certain);
  if (twin == NULL || row->twin == XYB_AWARD_WHO_NEW)
    return;
  if (certain || row->twin == XYB_AWARD_WHO_SAME)
    row->first = twin->first;
  else
    ask_twin (row, twin);
}

/* ---- 区镇 ---- */

/* ORG: a unit is never made up; an enterprise of the register has its own. */
static void
ask_district (XybAwardRoll *self, XybAwardRow *row)
{
  const char *text = row->raw[XYB_AWARD_COLUMN_DISTRICT];
  g_autofree char *key = NULL;
  g_autofree char *excerpt = NULL;

  if (row->enterprise_id != 0 || row->unit_id != 0 || xyb_text_is_placeholder (text))
    return;
  key = xyb_text_key (text);
  if (g_hash_table_contains (self->district_answers, key))
    return;
  excerpt = xyb_text_excerpt (text, EXCERPT_CHARS);
  xyb_award_row_note (row, XYB_AWARD_NOTE_QUESTION, XYB_AWARD_ASK_DISTRICT, _ ("没有叫“%s”的区镇"),
                      excerpt);
}

/* ---- titles ---- */

static int
held_year (const XybAwardRow *row, XybTrack track)
{
  const XybAwardCandidate *candidate
    = row->enterprise_id != 0 ? xyb_award_row_find_candidate (row, row->enterprise_id) : NULL;

  return candidate != NULL ? candidate->held[track - 1] : 0;
}

/* AMB-33: a title once held is not given again. */
static void
leave_held (XybAwardRow *row)
{
  int held = row->track != 0 ? held_year (row, row->track) : 0;

  if (held == 0)
    return;
  if (row->year != 0 && row->year != held)
    xyb_award_row_note (row, XYB_AWARD_NOTE_LEFT, XYB_AWARD_ASK_NOTHING,
                        _ ("已登记为 %d 年%s（名单写 %d 年），不重复登记"), held,
                        xyb_track_name (row->track), row->year);
  else
    xyb_award_row_note (row, XYB_AWARD_NOTE_LEFT, XYB_AWARD_ASK_NOTHING,
                        _ ("已登记为 %d 年%s，不重复登记"), held, xyb_track_name (row->track));
}

static gboolean
is_earlier (const XybAwardRow *a, const XybAwardRow *b)
{
  if (a->year != b->year)
    return a->year < b->year;
  return a->awarded_on != NULL && b->awarded_on != NULL
         && strcmp (a->awarded_on, b->awarded_on) < 0;
}

static void
leave_repeated (XybAwardRow *row, const XybAwardRow *kept)
{
  g_autofree char *place = xyb_award_row_place (kept);

  xyb_award_row_note (row, XYB_AWARD_NOTE_LEFT, XYB_AWARD_ASK_NOTHING,
                      _ ("与%s（%d 年）是同一家，只计首次"), place, kept->year);
}

typedef struct
{
  GHashTable *rows[XYB_N_TRACKS]; /* the first row of an enterprise → the row that counts */
} Titles;

/* The earliest row counts. */
static void
take_titles (XybAwardRoll *self, Titles *titles)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      XybAwardRow *row = self->rows->pdata[i];
      GHashTable *rows;
      XybAwardRow *other;

      if (row->fate != XYB_AWARD_TAKEN)
        continue;
      rows = titles->rows[row->track - 1];
      other = g_hash_table_lookup (rows, row->first);
      if (other != NULL && !is_earlier (row, other))
        {
          leave_repeated (row, other);
          continue;
        }
      if (other != NULL)
        leave_repeated (other, row);
      g_hash_table_insert (rows, row->first, row);
    }
}

/* PLAN-C7, C10: 市级 rests on 贯标, 省级 on 市级. */
static void
check_level_below (Titles *titles, XybAwardRow *row)
{
  XybTrack below = (XybTrack) (row->track - 1);
  const XybAwardRow *other;
  int year;

  if (row->fate != XYB_AWARD_TAKEN || row->track == XYB_TRACK_ACCREDITATION)
    return;
  other = g_hash_table_lookup (titles->rows[below - 1], row->first);
  year = other != NULL ? other->year : held_year (row, below);
  if (year == 0)
    xyb_award_row_note (row, XYB_AWARD_NOTE_WARNING, XYB_AWARD_ASK_NOTHING,
                        _ ("没有%s的记录，请核对"), xyb_track_name (below));
  else if (year > row->year)
    xyb_award_row_note (row, XYB_AWARD_NOTE_WARNING, XYB_AWARD_ASK_NOTHING,
                        _ ("早于%s（%d 年），请核对"), xyb_track_name (below), year);
}

static void
check_titles (XybAwardRoll *self)
{
  Titles titles;

  for (guint i = 0; i < XYB_N_TRACKS; i++)
    titles.rows[i] = g_hash_table_new (NULL, NULL);
  take_titles (self, &titles);
  for (guint i = 0; i < self->rows->len; i++)
    check_level_below (&titles, self->rows->pdata[i]);
  for (guint i = 0; i < XYB_N_TRACKS; i++)
    g_hash_table_unref (titles.rows[i]);
}

/**
 * xyb_award_roll_update:
 * @self: a list; its rows have been read and, where an office is there, matched
 *
 * Works out every row anew: after reading, after each answer, after the office has changed.
 */
void
xyb_award_roll_update (XybAwardRoll *self)
{
  g_auto (Known) known = { 0 };

  known_init (&known);
  for (guint i = 0; i < self->rows->len; i++)
    {
      XybAwardRow *row = self->rows->pdata[i];

      xyb_award_row_interpret (self, row);
      if (row->fate == XYB_AWARD_LEFT)
        continue;
      find_enterprise (row);
      leave_held (row);
      if (row->fate == XYB_AWARD_LEFT)
        continue;
      find_first (&known, row);
      know_row (&known, row);
      ask_district (self, row);
    }
  check_titles (self);
}
