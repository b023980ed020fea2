/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-return-recall.h"

#include "xyb-choice-store.h"
#include "xyb-decision-store.h"
#include "xyb-return-match.h"

/**
 * xyb_return_recall:
 * @taken: a file as it was read with @choices, and with xyb_head_store_list()
 * @year: the year it is for
 * @choices: what was chosen about the file; sheets and columns chosen before are added
 * @out_again: (out): whether they were: @taken says less than was chosen, read it again and ask
 * again
 * @error: %XYB_STORE_ERROR
 *
 * Matches the rows with the register and answers what was decided in an earlier import.
 */
gboolean
xyb_return_recall (XybStore *store,
                   XybReturn *taken,
                   int year,
                   XybReturnChoices *choices,
                   gboolean *out_again,
                   GError **error)
{
  g_return_val_if_fail (XYB_IS_STORE (store), FALSE);
  g_return_val_if_fail (taken != NULL && choices != NULL, FALSE);

  *out_again = FALSE;
  if (taken->district_id != 0
      && !xyb_choice_store_recall (store, year, taken->district_id, choices, out_again, error))
    return FALSE;
  if (*out_again)
    return TRUE;
  return xyb_return_match (store, taken, year, error)
         && xyb_decision_store_recall (store, taken, year, error)
         && xyb_return_match_typed (store, taken, year, error);
}
