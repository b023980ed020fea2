/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-stage-menu.h"

#include "xyb-i18n.h"
#include "xyb-stage-point.h"

static void
append (GMenu *menu, const char *label, const XybPlanStage *stage, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", stage->id);
  g_menu_append_item (menu, item);
}

static void
append_move (GMenu *menu, char *label, const XybPlanStage *stage)
{
  append (menu, label, stage, "track.move");
  g_free (label);
}

static void
append_edit (GMenu *menu, const XybPlanStage *stage, const XybStageRecord *reached)
{
  gboolean number
    = (stage->fields & XYB_STAGE_FIELD_NUMBER) != 0 || (reached != NULL && reached->number != NULL);
  gboolean until
    = (stage->fields & XYB_STAGE_FIELD_UNTIL) != 0 || (reached != NULL && reached->until != NULL);

  append (menu,
          number && until ? _ ("改日期、文号、期限…")
          : number        ? _ ("改日期、文号…")
          : until         ? _ ("改日期、期限…")
                          : _ ("改日期…"),
          stage, "track.edit-stage");
}

/* 通过 may turn out to be 不通过, and the other way round: the one is offered at the other. */
static const XybPlanStage *
find_other_result (const XybPlan *plan, const XybPlanStage *stage)
{
  XybStageKind other_kind = stage->kind == XYB_STAGE_KIND_PASSED   ? XYB_STAGE_KIND_FAILED
                            : stage->kind == XYB_STAGE_KIND_FAILED ? XYB_STAGE_KIND_PASSED
                                                                   : 0;

  return other_kind != 0 ? xyb_plan_find_stage_of_kind (plan, stage->track, other_kind) : NULL;
}

static void
fill (GMenu *menu, const XybPlan *plan, const XybTrackRecord *record, const XybStagePoint *point)
{
  const XybPlanStage *stage = point->stage;
  const XybPlanStage *other = find_other_result (plan, stage);

  if (point->state == XYB_POINT_OPEN || point->state == XYB_POINT_LATE)
    {
      append_move (menu, g_strdup_printf (_ ("登记到“%s”…"), stage->name), stage);
      if (other != NULL)
        append_move (menu, g_strdup_printf (_ ("登记到“%s”…"), other->name), other);
      return;
    }
  if (point->state == XYB_POINT_SKIPPED)
    append (menu, _ ("补登日期…"), stage, "track.edit-stage");
  else
    append_edit (menu, stage, xyb_track_record_find (record, stage->id));
  if (point->here && other != NULL)
    append_move (menu, g_strdup_printf (_ ("改为“%s”…"), other->name), other);
  if (!point->here)
    append_move (menu, g_strdup_printf (_ ("退回到“%s”…"), stage->name), stage);
}

/**
 * xyb_stage_menu_new:
 * @plan: the plan of the year
 * @record: an enterprise on one of its tracks
 * @stage_id: one of its stages that the bar shows
 * @today: ISO date
 *
 * Returns: (transfer full): the menu; empty where the stage is not shown
 */
GMenuModel *
xyb_stage_menu_new (const XybPlan *plan,
                    const XybTrackRecord *record,
                    gint64 stage_id,
                    const char *today)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GPtrArray) points = xyb_track_list_points (plan, record, today);

  for (guint i = 0; i < points->len; i++)
    {
      const XybStagePoint *point = points->pdata[i];
      g_autoptr (GMenu) section = NULL;

      if (point->stage->id != stage_id)
        continue;
      section = g_menu_new ();
      fill (section, plan, record, point);
      g_menu_append_section (menu, point->words, G_MENU_MODEL (section));
    }
  return G_MENU_MODEL (menu);
}
