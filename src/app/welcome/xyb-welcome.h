/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The first thing a new clerk sees: where to begin, and who she is. What does not work out is said
 * above the choices, which stay. */

#define XYB_TYPE_WELCOME (xyb_welcome_get_type ())
G_DECLARE_FINAL_TYPE (XybWelcome, xyb_welcome, XYB, WELCOME, AdwBin)

typedef enum
{
  XYB_WELCOME_PRESETS, /* 用昆山 2019–2020 资料开始 */
  XYB_WELCOME_BLANK,   /* 空白办公数据 */
  XYB_WELCOME_OPEN,    /* 打开已有文件 */
  XYB_WELCOME_RESTORE, /* 恢复备份 */
  XYB_N_WELCOME_CHOICES
} XybWelcomeChoice;

/* XybWelcome::chosen (XybWelcomeChoice as int) */

void xyb_welcome_set_operator (XybWelcome *self, const char *name);
const char *xyb_welcome_get_operator (XybWelcome *self);
void xyb_welcome_set_problem (XybWelcome *self, const char *sentence);
const char *xyb_welcome_get_problem (XybWelcome *self);
void xyb_welcome_choose (XybWelcome *self, XybWelcomeChoice choice);

G_END_DECLS
