/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-core-error.h"
#include "xyb-i18n.h"
#include "xyb-text.h"
#include "xyb-track.h"

/* What the stages of a track may be beside each other. */

static gboolean
refuse_stages (XybTrack track, const char *why, GError **error)
{
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_INVALID_STAGE, _ ("%s的阶段不能这样设：%s"),
               xyb_track_name (track), why);
  return FALSE;
}

/* Only 贯标 has a row in 附件2, and its dates follow each other. */
static gboolean
check_basis (const XybPlanStage *stage, XybCompletionBasis *last, GError **error)
{
  if (stage->basis == 0)
    return TRUE;
  if (stage->track != XYB_TRACK_ACCREDITATION)
    return refuse_stages (stage->track, _ ("只有贯标的阶段与附件2的日期对应。"), error);
  if (stage->basis <= *last)
    return refuse_stages (stage->track, _ ("推荐、确定、签约、验收通过要按先后排列，各只有一个。"),
                          error);
  if ((stage->basis == XYB_BASIS_ACCEPTED) != (stage->kind == XYB_STAGE_KIND_PASSED))
    return refuse_stages (stage->track, _ ("验收通过日期只属于“通过”这个阶段。"), error);
  *last = stage->basis;
  return TRUE;
}

/**
 * xyb_plan_check_track_stages:
 * @plan: a plan whose stages were edited
 * @track: one of its tracks
 * @error: return location for %XYB_CORE_ERROR_INVALID_STAGE
 *
 * The track ends with one result; only what follows from a result stands behind it.
 */
gboolean
xyb_plan_check_track_stages (const XybPlan *plan, XybTrack track, GError **error)
{
  g_autoptr (GPtrArray) stages = xyb_plan_list_stages (plan, track);
  XybCompletionBasis last = 0;
  guint passed = 0;

  for (guint i = 0; i < stages->len; i++)
    passed += ((XybPlanStage *) stages->pdata[i])->kind == XYB_STAGE_KIND_PASSED ? 1 : 0;
  if (passed != 1)
    return refuse_stages (track, _ ("要有一个、也只能有一个算作通过的阶段。"), error);
  passed = 0;
  for (guint i = 0; i < stages->len; i++)
    {
      const XybPlanStage *stage = stages->pdata[i];

      if (xyb_text_is_blank (stage->name))
        return refuse_stages (track, _ ("有一个阶段没有名称，请填写。"), error);
      if (xyb_plan_find_stage (plan, track, stage->name) != stage)
        return refuse_stages (track, _ ("有两个阶段同名，请改其中一个。"), error);
      if (stage->kind == XYB_STAGE_KIND_STEP ? passed > 0
                                             : stage->kind != XYB_STAGE_KIND_PASSED && passed == 0)
        return refuse_stages (track,
                              _ ("结果之前只有办理阶段，不通过、整改、取消资格和公告在结果之后。"),
                              error);
      passed += stage->kind == XYB_STAGE_KIND_PASSED ? 1 : 0;
      if (!check_basis (stage, &last, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xyb_plan_check_stages:
 * @plan: a plan whose stages were edited
 * @error: return location for %XYB_CORE_ERROR_INVALID_STAGE
 *
 * xyb_plan_check_track_stages() of every track.
 */
gboolean
xyb_plan_check_stages (const XybPlan *plan, GError **error)
{
  g_return_val_if_fail (plan != NULL, FALSE);

  for (int track = 1; track <= XYB_N_TRACKS; track++)
    if (!xyb_plan_check_track_stages (plan, (XybTrack) track, error))
      return FALSE;
  return TRUE;
}
