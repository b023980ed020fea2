/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-file.h"

#include <string.h>

#include "xyb-return-answer.h"
#include "xyb-return-letter.h"
#include "xyb-return-reader.h"

/* The 附件2 recogniser on a workbook of any format, the letter that asks for corrections, and the
 * usual answer to every question. */

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

/* Every answer that a question offers has its words. */
static void
look_at_answers (const XybReturn *one, const XybReturnRow *row)
{
  for (guint i = 0; i < row->notes->len; i++)
    {
      const XybReturnNote *note = g_ptr_array_index (row->notes, i);
      XybAnswer answers[XYB_MAX_ANSWERS];
      guint n = xyb_return_list_answers (one, row, note, answers);

      g_assert_true (g_utf8_validate (note->sentence, -1, NULL));
      for (guint j = 0; j < n; j++)
        {
          g_autofree char *label = xyb_return_answer_label (one, row, note, answers[j]);

          g_assert_nonnull (label);
        }
    }
}

static void
look_at_rows (const XybReturn *one, gboolean answered)
{
  for (guint i = 0; i < one->rows->len; i++)
    {
      const XybReturnRow *row = g_ptr_array_index (one->rows, i);
      XybFate fate = xyb_return_row_fate (row);

      g_assert_cmpuint (row->sheet, <, one->sheets->len);
      g_assert_true (g_utf8_validate (row->name, -1, NULL));
      g_assert_true (fate != XYB_FATE_TAKEN || *row->name != '\0');
      g_assert_true (!answered || fate != XYB_FATE_OPEN);
      look_at_answers (one, row);
    }
}

static void
look_at_letter (const XybReturn *one)
{
  g_autofree char *letter = xyb_return_letter (one);
  g_autoptr (GPtrArray) items = xyb_return_letter_items (one);

  g_assert_true (letter == NULL || g_utf8_validate (letter, -1, NULL));
  for (guint i = 0; i < items->len; i++)
    {
      const XybReturnLetterItem *item = g_ptr_array_index (items, i);

      g_assert_cmpint (item->sheet, <, (int) one->sheets->len);
      g_assert_null (strchr (item->sentence, '\n'));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GPtrArray *districts = NULL;
  XybReturnOptions options = { .usual = XYB_MONEY_UNIT_WAN };
  g_autoptr (GError) error = NULL;
  g_autoptr (XybReturn) one = NULL;

  if (districts == NULL)
    districts = make_districts ();
  options.districts = districts;
  options.hidden_sheets = size % 2 == 0;
  one = xyb_return_read (fuzz_put (data, size, NULL), &options, NULL, &error);
  if (one == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }
  look_at_rows (one, FALSE);
  look_at_letter (one);
  xyb_return_answer_all (one);
  look_at_rows (one, TRUE);
  look_at_letter (one);
  return 0;
}
