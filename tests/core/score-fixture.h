/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scheme-fixture.h"

/* A table, its marks and what the register knows. */
typedef struct
{
  XybScheme *scheme;
  GHashTable *marks;
  GHashTable *facts;
  XybScoreInput input;
} Table;

static inline void
table_init (Table *self, FixtureName name, XybPhase phase)
{
  self->scheme = fixture_scheme (name);
  self->marks = fixture_marks (name, self->scheme);
  self->facts = xyb_facts_new ();
  self->input = (XybScoreInput){ .scheme = self->scheme,
                                 .marks = self->marks,
                                 .facts = self->facts,
                                 .phase = phase,
                                 .quarters = 2 };
}

static inline void
table_clear (Table *self)
{
  xyb_scheme_free (self->scheme);
  g_hash_table_unref (self->marks);
  g_hash_table_unref (self->facts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static inline void
put (Table *self, gint64 unit, gint64 indicator, XybMark *mark)
{
  xyb_marks_set (self->marks, unit, indicator, mark);
}

static inline void
put_text (Table *self, gint64 unit, gint64 indicator, const char *text)
{
  XybMark *mark = xyb_mark_parse (text, self->scheme->indicators->pdata[indicator - 1], NULL);

  g_assert_nonnull (mark);
  put (self, unit, indicator, mark);
}

static inline void
accept (Table *self, gint64 unit, gint64 quota, gint64 done)
{
  XybProgress progress = { unit, done, done, done, done };

  xyb_facts_set (self->facts, unit, quota, &progress);
}

static inline XybUnitScore *
score (const Table *self, gint64 unit)
{
  return xyb_unit_score_new (&self->input, self->scheme->units->pdata[unit - 1]);
}

static inline const XybItemScore *
item (const XybUnitScore *self, gint64 indicator)
{
  return &g_array_index (self->items, XybItemScore, indicator - 1);
}
