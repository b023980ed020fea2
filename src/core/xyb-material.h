/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-plan.h"
#include "xyb-timeline.h"

G_BEGIN_DECLS

/* What an enterprise has handed in of a plan's list (§2.4). */

/* The numbers are stored. */
typedef enum
{
  XYB_MATERIAL_MISSING = 1,  /* 缺 */
  XYB_MATERIAL_RECEIVED = 2, /* 收: not looked over yet */
  XYB_MATERIAL_RETURNED = 3, /* 退: to be handed in again */
  XYB_MATERIAL_COMPLETE = 4  /* 齐: looked over, as it has to be */
} XybMaterialState;

typedef struct
{
  gint64 id;          /* 0: nothing known: 缺 */
  gint64 material_id; /* XybPlanMaterial */
  XybMaterialState state;
  char *received_on; /* ISO, or NULL */
  char *issued_on;   /* 出具日期 (MAT-04) */
  char *valid_until; /* 有效期至: the last day it holds */
  char *note;        /* why it was returned */
  char *sha256;      /* of the kept file, or NULL */
  char *file_name;   /* what it was called */
} XybMaterial;

XybMaterial *xyb_material_new (gint64 material_id);
XybMaterial *xyb_material_copy (const XybMaterial *self);
void xyb_material_free (XybMaterial *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybMaterial, xyb_material_free)

gboolean xyb_material_validate (XybMaterial *self,
                                const XybPlanMaterial *plan_material,
                                const char *today,
                                GError **error);

void xyb_material_turn (XybMaterial *self, XybMaterialState state, const char *today);
void xyb_material_renew (XybMaterial *self, const char *today);

/* How long it still holds. */
typedef enum
{
  XYB_VALIDITY_NONE,   /* has none, or is not here */
  XYB_VALIDITY_UNSAID, /* has one, nobody has said which */
  XYB_VALIDITY_VALID,
  XYB_VALIDITY_NEAR,
  XYB_VALIDITY_EXPIRED
} XybValidity;

XybValidity xyb_material_validity (const XybPlan *plan,
                                   const XybMaterial *self,
                                   const XybPlanMaterial *plan_material,
                                   const char *on,
                                   int *out_days_left);
gboolean xyb_material_is_in (const XybMaterial *self);
char *xyb_plan_material_short_name (const XybPlanMaterial *self);

/**
 * XybMaterialLine:
 * @item: borrowed
 * @number: its place in the list, from 1
 * @material: (nullable): borrowed; %NULL: nothing known of it
 * @words: 7月10日收到; 有效期至 7月20日，已过 4 天
 * @warning: (nullable): what has to be done about it
 */
typedef struct
{
  const XybPlanMaterial *item;
  guint number;
  const XybMaterial *material;
  XybMaterialState state;
  XybValidity validity;
  char *words;
  char *warning;
} XybMaterialLine;

/**
 * XybMaterialList:
 * @lines: (element-type XybMaterialLine): the whole list in its order
 * @usable: how many are in and not expired
 * @wanted: how many there have to be: the required ones, and others that were handed in
 * @lacking: how many required ones are not in
 */
typedef struct
{
  GPtrArray *lines;
  guint usable;
  guint wanted;
  guint lacking;
} XybMaterialList;

XybMaterialList *xyb_material_list_new (const XybPlan *plan,
                                        XybTrack track,
                                        const GPtrArray *materials,
                                        const char *on);
void xyb_material_list_free (XybMaterialList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybMaterialList, xyb_material_list_free)

gboolean xyb_material_list_check (const XybMaterialList *self, const char *stage, GError **error);

const XybMaterialLine *xyb_material_list_guess (const XybMaterialList *self, const char *path);
const XybMaterialLine *xyb_material_list_find_of_step (const XybMaterialList *self,
                                                       const XybPlanStep *step);

const char *xyb_material_state_name (XybMaterialState state); /* 缺 */
const char *xyb_material_state_key (XybMaterialState state);  /* missing */
XybMaterialState xyb_material_state_from_key (const char *key);
const char *xyb_validity_key (XybValidity validity); /* near */

G_END_DECLS
