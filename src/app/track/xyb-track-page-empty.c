/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-page-private.h"

#include "xyb-i18n.h"

/* What the page says when there is nobody: what to do next, and the button that does it. */

static void
set_button (XybTrackPage *self, const char *label, const char *action, GVariant *target)
{
  gtk_button_set_label (self->empty_button, label);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->empty_button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), action);
}

static void
say (XybTrackPage *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, description);
}

/**
 * xyb_track_page_show_empty:
 * @self: the page
 *
 * Says it.
 */
void
xyb_track_page_show_empty (XybTrackPage *self)
{
  g_autofree char *title = g_strdup_printf (_ ("还没有企业申报%s"), xyb_track_name (self->track));

  gtk_stack_set_visible_child_name (self->stack, "empty");
  if (self->book == NULL)
    {
      say (self, _ ("这一年还没有工作方案"), _ ("有了方案才有阶段、条件和材料。"));
      set_button (self, _ ("新建年度…"), "win.new-year", NULL);
    }
  else if (self->track == XYB_TRACK_ACCREDITATION)
    {
      say (self, _ ("附件2里还没有企业"),
           _ ("区镇报来的附件2导入以后，企业从“推荐”开始出现在这里。"));
      set_button (self, _ ("导入回收表…"), "win.import-returns", g_variant_new_string ("files"));
    }
  else
    {
      say (self, title, _ ("贯标验收通过的企业符合条件后可以申报，从名录里选。"));
      set_button (self, _ ("登记申报…"), "track.apply", NULL);
    }
}
