/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-stage.h"

#include "xyb-i18n.h"

/**
 * xyb_stage_of:
 * @nomination: (nullable): the year's row of 附件2
 *
 * Returns: how far the enterprise is: the furthest date that is filled in
 */
XybStage
xyb_stage_of (const XybNomination *nomination)
{
  if (nomination == NULL)
    return XYB_STAGE_NONE;
  if (nomination->accepted_on != NULL)
    return XYB_STAGE_ACCEPTED;
  if (nomination->signed_on != NULL)
    return XYB_STAGE_SIGNED;
  return nomination->confirmed_on != NULL ? XYB_STAGE_CONFIRMED : XYB_STAGE_NOMINATED;
}

/**
 * xyb_stage_name:
 * @stage: a stage
 *
 * Returns: its word
 */
const char *
xyb_stage_name (XybStage stage)
{
  switch (stage)
    {
    case XYB_STAGE_NOMINATED:
      return _ ("已推荐");
    case XYB_STAGE_CONFIRMED:
      return _ ("未签约");
    case XYB_STAGE_SIGNED:
      return _ ("实施中");
    case XYB_STAGE_ACCEPTED:
      return _ ("已验收");
    case XYB_STAGE_NONE:
    default:
      return _ ("未申报");
    }
}
