/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-window-private.h"

#include "xyb-award-import-page.h"

/* Lists of earlier awards come in: chosen, dropped or pasted on a page of their own. */

/**
 * xyb_window_import_awards:
 * @self: the window
 *
 * Shows where lists of earlier awards are chosen, dropped and pasted.
 */
void
xyb_window_import_awards (XybWindow *self)
{
  xyb_window_leave_field (self);
  xyb_window_show_sub_page (self, XYB_TYPE_AWARD_IMPORT_PAGE);
}

/**
 * xyb_window_takes_awards:
 * @self: the window
 *
 * Returns: whether a workbook that is dropped now is such a list, and no return of a 区镇
 */
gboolean
xyb_window_takes_awards (XybWindow *self)
{
  return self->page != NULL && XYB_IS_AWARD_IMPORT_PAGE (self->page);
}

/**
 * xyb_window_take_awards:
 * @self: the window, with the page in view
 * @paths: (array zero-terminated=1): workbooks
 */
void
xyb_window_take_awards (XybWindow *self, const char *const *paths)
{
  g_return_if_fail (xyb_window_takes_awards (self));

  xyb_award_import_page_add (XYB_AWARD_IMPORT_PAGE (self->page), paths);
}
