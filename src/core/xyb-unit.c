/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-unit.h"

#include <string.h>

#include "xyb-i18n.h"

typedef struct
{
  XybUnitKind kind;
  const char *key;
  const char *name;
} KindName;

static const KindName kind_names[] = {
  { XYB_UNIT_KIND_DISTRICT, "district", N_ ("区镇") },
  { XYB_UNIT_KIND_SUBDISTRICT, "subdistrict", N_ ("城市管理办事处") },
  { XYB_UNIT_KIND_DEPARTMENT, "department", N_ ("部门") },
  { XYB_UNIT_KIND_UPPER, "upper", N_ ("上级单位") },
  { XYB_UNIT_KIND_ASSOCIATION, "association", N_ ("协会") },
  { XYB_UNIT_KIND_PROVIDER, "provider", N_ ("第三方信用服务机构") },
  { XYB_UNIT_KIND_BANK, "bank", N_ ("银行") },
  { XYB_UNIT_KIND_OTHER, "other", N_ ("其他") },
};

static const KindName *
find_kind (XybUnitKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (kind_names[i].kind == kind)
      return &kind_names[i];
  return NULL;
}

/**
 * xyb_unit_kind_name:
 * @kind: a kind of unit (ORG-01)
 *
 * Returns: (nullable): what the clerk calls it, such as 区镇; %NULL for an unknown number
 */
const char *
xyb_unit_kind_name (XybUnitKind kind)
{
  const KindName *found = find_kind (kind);

  return found != NULL ? _ (found->name) : NULL;
}

/**
 * xyb_unit_kind_key:
 * @kind: a kind of unit
 *
 * Returns: (nullable): its name in presets and on the command line, such as `district`; %NULL for
 *   an unknown number
 */
const char *
xyb_unit_kind_key (XybUnitKind kind)
{
  const KindName *found = find_kind (kind);

  return found != NULL ? found->key : NULL;
}

/**
 * xyb_unit_kind_from_key:
 * @key: (nullable): `district`, or the Chinese name
 *
 * Returns: the kind, or 0 where @key is none
 */
XybUnitKind
xyb_unit_kind_from_key (const char *key)
{
  for (gsize i = 0; key != NULL && i < G_N_ELEMENTS (kind_names); i++)
    if (strcmp (key, kind_names[i].key) == 0 || strcmp (key, kind_names[i].name) == 0)
      return kind_names[i].kind;
  return (XybUnitKind) 0;
}

/**
 * xyb_unit_alias_new:
 *
 * Returns: (transfer full): an alias that says nothing yet
 */
XybUnitAlias *
xyb_unit_alias_new (void)
{
  return g_new0 (XybUnitAlias, 1);
}

/**
 * xyb_unit_alias_free:
 * @self: (nullable): an alias
 */
void
xyb_unit_alias_free (XybUnitAlias *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->valid_until);
  g_free (self->note);
  g_free (self->source);
  g_free (self);
}

static XybUnitAlias *
alias_copy (const XybUnitAlias *self)
{
  XybUnitAlias *copy = xyb_unit_alias_new ();

  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->valid_until = g_strdup (self->valid_until);
  copy->note = g_strdup (self->note);
  copy->source = g_strdup (self->source);
  return copy;
}

/**
 * xyb_unit_new:
 *
 * Returns: (transfer full): a unit without name and aliases; its kind is 0 until it is set
 */
XybUnit *
xyb_unit_new (void)
{
  XybUnit *self = g_new0 (XybUnit, 1);

  self->aliases = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_alias_free);
  return self;
}

/**
 * xyb_unit_copy:
 * @self: a unit
 *
 * Returns: (transfer full): @self again with aliases of its own
 */
XybUnit *
xyb_unit_copy (const XybUnit *self)
{
  XybUnit *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (XybUnit, 1);
  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->full_name = g_strdup (self->full_name);
  copy->valid_from = g_strdup (self->valid_from);
  copy->valid_until = g_strdup (self->valid_until);
  copy->note = g_strdup (self->note);
  copy->aliases = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_unit_alias_free);
  for (guint i = 0; i < self->aliases->len; i++)
    g_ptr_array_add (copy->aliases, alias_copy (self->aliases->pdata[i]));
  return copy;
}

/**
 * xyb_unit_free:
 * @self: (nullable): a unit; its aliases go with it
 */
void
xyb_unit_free (XybUnit *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->full_name);
  g_free (self->valid_from);
  g_free (self->valid_until);
  g_free (self->note);
  g_clear_pointer (&self->aliases, g_ptr_array_unref);
  g_free (self);
}

/**
 * xyb_unit_is_of_year:
 * @self: a unit
 * @year: a year
 *
 * ORG-03: units come and go.
 *
 * Returns: whether there is such a unit on any day of @year
 */
gboolean
xyb_unit_is_of_year (const XybUnit *self, int year)
{
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);

  g_return_val_if_fail (self != NULL, FALSE);

  return (self->valid_from == NULL || g_strcmp0 (self->valid_from, last) <= 0)
         && (self->valid_until == NULL || g_strcmp0 (self->valid_until, first) > 0);
}
