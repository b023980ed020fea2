/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-material.h"

#include <string.h>

#include "xyb-likeness.h"
#include "xyb-text.h"

/* What changes with the state of a material, and which material a scan is of. */

/* Of a hundred: below it the name of a file says nothing. */
#define MIN_LIKENESS 60

static void
clear (XybMaterial *self)
{
  g_clear_pointer (&self->received_on, g_free);
  g_clear_pointer (&self->issued_on, g_free);
  g_clear_pointer (&self->valid_until, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->file_name, g_free);
}

/**
 * xyb_material_turn:
 * @self: a material
 * @state: what it is now
 * @today: ISO date
 *
 * Another state, and what goes with it: nothing is known of what is 缺; what comes in came @today,
 * without the reason it was sent back for; what is sent back, or looked over, keeps its dates.
 */
void
xyb_material_turn (XybMaterial *self, XybMaterialState state, const char *today)
{
  gboolean was_in = xyb_material_is_in (self);

  g_return_if_fail (self != NULL);

  self->state = state;
  if (state == XYB_MATERIAL_MISSING)
    clear (self);
  if (!xyb_material_is_in (self) || was_in)
    return;
  g_free (self->received_on);
  self->received_on = g_strdup (today);
  g_clear_pointer (&self->note, g_free);
}

/**
 * xyb_material_renew:
 * @self: a material that does not hold any more
 * @today: ISO date
 *
 * A new paper in its place came @today: it has dates and a scan of its own.
 */
void
xyb_material_renew (XybMaterial *self, const char *today)
{
  g_return_if_fail (self != NULL);

  clear (self);
  xyb_material_turn (self, XYB_MATERIAL_MISSING, today);
  xyb_material_turn (self, XYB_MATERIAL_RECEIVED, today);
}

/* ---- scans ---- */

/* The name of a file without its folder and ending, as it is compared. */
static char *
file_key (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return xyb_text_key (name);
}

static char *
item_key (const XybPlanMaterial *item)
{
  g_autofree char *name = xyb_plan_material_short_name (item);
  g_autoptr (GString) bare = g_string_new (name);

  g_string_replace (bare, "《", "", 0);
  g_string_replace (bare, "》", "", 0);
  return xyb_text_key (bare->str);
}

/* “3 内部评估报告”, “03-…”: a number of the list before the words. A date is none. */
static guint
leading_number (const char *key)
{
  guint64 number = 0;
  gsize digits = strspn (key, "0123456789");

  if (digits == 0 || digits > 2)
    return 0;
  number = g_ascii_strtoull (key, NULL, 10);
  return (guint) number;
}

static guint
likeness_of (const char *a, const char *b)
{
  glong n_a = 0;
  glong n_b = 0;
  g_autofree gunichar *in_a = g_utf8_to_ucs4_fast (a, -1, &n_a);
  g_autofree gunichar *in_b = g_utf8_to_ucs4_fast (b, -1, &n_b);

  return xyb_likeness (in_a, n_a, in_b, n_b);
}

/* Two that are called the same are told apart by the clerk (AMB-09). */
static const XybMaterialLine *
most_alike (const XybMaterialList *list, const char *key)
{
  const XybMaterialLine *best = NULL;
  guint highest = 0;
  gboolean tied = FALSE;

  for (guint i = 0; i < list->lines->len; i++)
    {
      const XybMaterialLine *line = list->lines->pdata[i];
      g_autofree char *name = item_key (line->item);
      guint alike = likeness_of (key, name);

      if (alike == highest)
        tied = TRUE;
      if (alike <= highest)
        continue;
      highest = alike;
      best = line;
      tied = FALSE;
    }
  return highest >= MIN_LIKENESS && !tied ? best : NULL;
}

/**
 * xyb_material_list_guess:
 * @self: a list
 * @path: a file
 *
 * A proposal, from the number or the words the file is called by.
 *
 * Returns: (transfer none) (nullable): the material it looks to be a scan of
 */
const XybMaterialLine *
xyb_material_list_guess (const XybMaterialList *self, const char *path)
{
  g_autofree char *key = NULL;
  guint number;

  g_return_val_if_fail (self != NULL && path != NULL, NULL);

  key = file_key (path);
  number = leading_number (key);
  if (number >= 1 && number <= self->lines->len)
    return self->lines->pdata[number - 1];
  return most_alike (self, key);
}

/* ---- steps ---- */

/* 企业信用管理内部评估报告 is what an enterprise does that a step calls 信用管理内部评估报告. */
static char *
report_key (const XybPlanMaterial *item)
{
  g_autofree char *key = item_key (item);
  const char *of_whom = "企业";

  return g_strdup (g_str_has_prefix (key, of_whom) ? key + strlen (of_whom) : key);
}

/**
 * xyb_material_list_find_of_step:
 * @self: a list
 * @step: a step of the plan
 *
 * 内部评估 is there for its report (§2.2): a step that names a paper of the list in its words.
 *
 * Returns: (transfer none) (nullable): the material that comes of the step
 */
const XybMaterialLine *
xyb_material_list_find_of_step (const XybMaterialList *self, const XybPlanStep *step)
{
  g_autofree char *text = NULL;
  const XybMaterialLine *found = NULL;
  gsize longest = 0;

  g_return_val_if_fail (self != NULL && step != NULL, NULL);

  text = xyb_text_key (step->text);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const XybMaterialLine *line = self->lines->pdata[i];
      g_autofree char *name = report_key (line->item);

      if (strlen (name) <= longest || strstr (text, name) == NULL)
        continue;
      longest = strlen (name);
      found = line;
    }
  return found;
}
