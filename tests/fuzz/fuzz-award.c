/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-file.h"

#include "xyb-award-answer.h"
#include "xyb-award-check.h"
#include "xyb-award-reader.h"

/* The recogniser of lists of earlier awards on a workbook of any format, and the usual answer to
 * every question. */

static GPtrArray *
make_districts (void)
{
  static const char *const names[]
    = { "昆山开发区", "昆山高新区", "花桥经济开发区", "张浦镇", "周市镇", "周庄镇" };
  GPtrArray *districts = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_free);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      XybUnit *unit = xyb_unit_new ();

      unit->id = i + 1;
      unit->kind = XYB_UNIT_KIND_DISTRICT;
      unit->name = g_strdup (names[i]);
      g_ptr_array_add (districts, unit);
    }
  return districts;
}

static void
look_at_rows (const XybAwardRoll *list)
{
  for (guint i = 0; i < list->rows->len; i++)
    {
      const XybAwardRow *row = list->rows->pdata[i];
      g_autofree char *place = xyb_award_row_place (row);
      g_autofree char *reasons = xyb_award_row_reasons (row);

      g_assert_true (g_utf8_validate (place, -1, NULL) && g_utf8_validate (reasons, -1, NULL));
      g_assert_true (row->first->first == row->first);
      g_assert_true (row->fate == XYB_AWARD_TAKEN || *reasons != '\0');
      if (row->fate != XYB_AWARD_TAKEN)
        continue;
      g_assert_true (*row->name != '\0' && row->track != 0);
      g_assert_cmpint (row->year, >=, XYB_AWARD_FIRST_YEAR);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GPtrArray *districts = NULL;
  g_autoptr (XybAwardRoll) list = NULL;
  XybAwardFile *file;

  if (districts == NULL)
    districts = make_districts ();
  list = xyb_award_roll_new (districts, "2020-07-24");
  list->with_hidden = size % 2 == 0;
  xyb_award_reader_read (list, fuzz_put (data, size, NULL), NULL);
  xyb_award_roll_update (list);
  look_at_rows (list);
  file = list->files->pdata[0];
  file->year = 2015;
  file->track = XYB_TRACK_ACCREDITATION;
  xyb_award_roll_update (list);
  xyb_award_answer_usual (list);
  look_at_rows (list);
  xyb_award_roll_remove_file (list, file);
  g_assert_cmpuint (list->rows->len, ==, 0);
  return 0;
}
