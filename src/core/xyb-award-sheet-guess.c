/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-sheet-private.h"

#include <string.h>

#include "xyb-award-words.h"
#include "xyb-credit-code.h"
#include "xyb-text.h"

/* How many cells of a column look like each kind of value. */
typedef struct
{
  guint said;
  guint companies;
  guint codes;
  guint years;
  guint days;
  guint tracks;
  guint districts;
} Looks;

static void
look_at (XybAwardSheetReader *self, Looks *looks, const char *text)
{
  g_autoptr (XybCreditCode) code = xyb_credit_code_new (text);
  g_autofree char *day = NULL;
  XybUnitMatchKind kind;
  int year;

  looks->said++;
  looks->companies += xyb_award_is_company (text);
  looks->codes += code->length == 18 && code->status != XYB_CREDIT_CODE_WRONG_CHARACTER;
  looks->tracks += xyb_award_track_in (text, NULL) != 0 && !xyb_award_is_company (text);
  looks->districts
    += xyb_unit_matcher_match_kind (self->list->matcher, text, XYB_UNIT_KIND_DISTRICT, &kind)
       != NULL;
  if (!xyb_award_read_year (text, &year, &day) || year < XYB_AWARD_FIRST_YEAR)
    return;
  looks->days += day != NULL;
  looks->years += day == NULL;
}

static XybAwardColumn
column_by_looks (const Looks *looks)
{
  const struct
  {
    guint n;
    XybAwardColumn column;
  } kinds[] = {
    { looks->companies, XYB_AWARD_COLUMN_NAME }, { looks->codes, XYB_AWARD_COLUMN_CODE },
    { looks->days, XYB_AWARD_COLUMN_DAY },       { looks->years, XYB_AWARD_COLUMN_YEAR },
    { looks->tracks, XYB_AWARD_COLUMN_TRACK },   { looks->districts, XYB_AWARD_COLUMN_DISTRICT },
  };

  /* Three of five: a list has its slips, and a column of something else has a few lookalikes. */
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].n > 0 && kinds[i].n * 5 >= looks->said * 3)
      return kinds[i].column;
  return XYB_AWARD_NO_COLUMN;
}

/* What is copied out of the middle of a list has no head: the columns are told by what stands in
 * them, and that is said. */
gboolean
xyb_award_sheet_guess_columns (XybAwardSheetReader *self)
{
  Looks looks[XYB_AWARD_MAX_COLUMNS] = { 0 };

  for (guint i = 0; i < self->above->len; i++)
    {
      const XybAwardKept *kept = self->above->pdata[i];

      for (guint j = 0; j < kept->n_cells; j++)
        if (kept->columns[j] < XYB_AWARD_MAX_COLUMNS && !xyb_text_is_blank (kept->texts[j])
            && strlen (kept->texts[j]) < XYB_AWARD_MAX_TEXT)
          look_at (self, &looks[kept->columns[j]], kept->texts[j]);
    }
  for (guint i = 0; i < XYB_AWARD_MAX_COLUMNS; i++)
    {
      XybAwardColumn column = column_by_looks (&looks[i]);

      if (column != XYB_AWARD_NO_COLUMN && self->sheet->columns[column] < 0)
        self->sheet->columns[column] = (int) i;
    }
  return self->sheet->columns[XYB_AWARD_COLUMN_NAME] >= 0;
}
