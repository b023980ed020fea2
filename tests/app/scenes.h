/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"

G_BEGIN_DECLS

/* Everything the window shows: each page, each main dialog, the empty and the refusing states. One
 * list for those who draw it (screenshots) and those who walk through it (test-accessible). */

typedef enum
{
  SCENE_SAMPLE, /* the 2020 plan and made-up enterprises */
  SCENE_TRACKS, /* the same, with what they have behind them on the tracks */
  SCENE_BARE,   /* a new file without plans */
  SCENE_NONE,   /* no file is open */
} SceneOffice;

/**
 * Scene:
 * @name: of the picture
 * @office: what is open
 * @page: (nullable): the page in view
 * @act: (nullable): what the clerk does there
 */
typedef struct
{
  const char *name;
  SceneOffice office;
  const char *page;
  void (*act) (AppFixture *fixture);
} Scene;

extern const Scene scenes[];
extern const guint n_scenes;

void scene_enter (const Scene *scene, AppFixture *fixture);
void scene_leave (AppFixture *fixture);

G_END_DECLS
