/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-merge-field.h"

#include <inttypes.h>

#include "xyb-credit-code.h"
#include "xyb-date.h"
#include "xyb-i18n.h"

static const struct
{
  const char *key;
  const char *name;
  gsize string; /* offset of a plain text; 0 where the field is none */
} fields[XYB_N_MERGE_FIELDS] = {
  [XYB_MERGE_NAME] = { "name", N_ ("企业名称"), G_STRUCT_OFFSET (XybEnterprise, name) },
  [XYB_MERGE_CODE] = { "code", N_ ("统一社会信用代码"), 0 },
  [XYB_MERGE_DISTRICT] = { "district", N_ ("区镇"), 0 },
  [XYB_MERGE_INDUSTRY] = { "industry", N_ ("行业"), 0 },
  [XYB_MERGE_ABOVE_SCALE] = { "above-scale", N_ ("规模以上"), 0 },
  [XYB_MERGE_FOUNDED] = { "founded", N_ ("成立日期"), 0 },
  [XYB_MERGE_LEGAL_PERSON]
  = { "legal-person", N_ ("法定代表人"), G_STRUCT_OFFSET (XybEnterprise, legal_person) },
  [XYB_MERGE_PRODUCTS] = { "products", N_ ("主要产品"), G_STRUCT_OFFSET (XybEnterprise, products) },
  [XYB_MERGE_HEADCOUNT] = { "headcount", N_ ("职工人数"), 0 },
  [XYB_MERGE_CONTACT] = { "contact", N_ ("联系人"), G_STRUCT_OFFSET (XybEnterprise, contact) },
  [XYB_MERGE_PHONE] = { "phone", N_ ("电话"), G_STRUCT_OFFSET (XybEnterprise, phone) },
  [XYB_MERGE_CLOSED] = { "closed", N_ ("已注销"), 0 },
  [XYB_MERGE_NOTE] = { "note", N_ ("备注"), G_STRUCT_OFFSET (XybEnterprise, note) },
};

/**
 * xyb_merge_field_name:
 * @field: a field
 *
 * Returns: its name in the clerk's words
 */
const char *
xyb_merge_field_name (XybMergeField field)
{
  g_return_val_if_fail ((guint) field < XYB_N_MERGE_FIELDS, NULL);

  return _ (fields[field].name);
}

/**
 * xyb_merge_field_key:
 * @field: a field
 *
 * Returns: its name on the command line
 */
const char *
xyb_merge_field_key (XybMergeField field)
{
  g_return_val_if_fail ((guint) field < XYB_N_MERGE_FIELDS, NULL);

  return fields[field].key;
}

/**
 * xyb_merge_field_from_key:
 * @key: (nullable): a name on the command line, or the clerk's word
 * @out_field: (out): the field
 *
 * Returns: whether there is such a field
 */
gboolean
xyb_merge_field_from_key (const char *key, XybMergeField *out_field)
{
  for (XybMergeField field = 0; field < XYB_N_MERGE_FIELDS; field++)
    if (g_strcmp0 (key, fields[field].key) == 0 || g_strcmp0 (key, _ (fields[field].name)) == 0)
      {
        *out_field = field;
        return TRUE;
      }
  return FALSE;
}

static char *
tri_text (XybTri value)
{
  if (value == XYB_TRI_UNSAID)
    return NULL;
  return g_strdup (value == XYB_TRI_YES ? _ ("是") : _ ("否"));
}

/**
 * xyb_merge_field_text:
 * @enterprise: an enterprise
 * @field: one of its fields
 *
 * Returns: (transfer full) (nullable): what it says, readable; %NULL where it says nothing
 */
char *
xyb_merge_field_text (const XybEnterprise *enterprise, XybMergeField field)
{
  g_return_val_if_fail (enterprise != NULL && (guint) field < XYB_N_MERGE_FIELDS, NULL);

  switch (field)
    {
    case XYB_MERGE_CODE:
      return enterprise->credit_code != NULL ? xyb_credit_code_format (enterprise->credit_code)
                                             : NULL;
    case XYB_MERGE_DISTRICT:
      return enterprise->unit_id != 0 ? g_strdup (enterprise->unit_name) : NULL;
    case XYB_MERGE_INDUSTRY:
      return g_strdup (xyb_industry_name (enterprise->industry));
    case XYB_MERGE_ABOVE_SCALE:
      return tri_text (enterprise->above_scale);
    case XYB_MERGE_FOUNDED:
      return enterprise->founded_on != NULL ? xyb_date_format (enterprise->founded_on) : NULL;
    case XYB_MERGE_HEADCOUNT:
      return enterprise->headcount != XYB_UNSAID
               ? g_strdup_printf ("%" PRId64, enterprise->headcount)
               : NULL;
    case XYB_MERGE_CLOSED:
      return tri_text (enterprise->closed ? XYB_TRI_YES : XYB_TRI_NO);
    case XYB_MERGE_NAME:
    case XYB_MERGE_LEGAL_PERSON:
    case XYB_MERGE_PRODUCTS:
    case XYB_MERGE_CONTACT:
    case XYB_MERGE_PHONE:
    case XYB_MERGE_NOTE:
    case XYB_N_MERGE_FIELDS:
    default:
      return g_strdup (G_STRUCT_MEMBER (char *, enterprise, fields[field].string));
    }
}

/**
 * xyb_merge_field_differs:
 * @a: an enterprise
 * @b: another
 * @field: a field
 *
 * Returns: whether both say something, and not the same: somebody has to choose
 */
gboolean
xyb_merge_field_differs (const XybEnterprise *a, const XybEnterprise *b, XybMergeField field)
{
  g_autofree char *of_a = xyb_merge_field_text (a, field);
  g_autofree char *of_b = xyb_merge_field_text (b, field);

  return of_a != NULL && of_b != NULL && !g_str_equal (of_a, of_b);
}

static void
take_string (char **string, const char *other)
{
  g_free (*string);
  *string = g_strdup (other);
}

static void
take_field (XybEnterprise *keep, const XybEnterprise *gone, XybMergeField field)
{
  switch (field)
    {
    case XYB_MERGE_CODE:
      take_string (&keep->credit_code, gone->credit_code);
      keep->code_confirmed = gone->code_confirmed;
      break;
    case XYB_MERGE_DISTRICT:
      take_string (&keep->unit_name, gone->unit_name);
      keep->unit_id = gone->unit_id;
      break;
    case XYB_MERGE_INDUSTRY:
      keep->industry = gone->industry;
      break;
    case XYB_MERGE_ABOVE_SCALE:
      keep->above_scale = gone->above_scale;
      break;
    case XYB_MERGE_FOUNDED:
      take_string (&keep->founded_on, gone->founded_on);
      break;
    case XYB_MERGE_HEADCOUNT:
      keep->headcount = gone->headcount;
      break;
    case XYB_MERGE_CLOSED:
      keep->closed = gone->closed;
      break;
    case XYB_MERGE_NAME:
    case XYB_MERGE_LEGAL_PERSON:
    case XYB_MERGE_PRODUCTS:
    case XYB_MERGE_CONTACT:
    case XYB_MERGE_PHONE:
    case XYB_MERGE_NOTE:
    case XYB_N_MERGE_FIELDS:
    default:
      take_string (G_STRUCT_MEMBER_P (keep, fields[field].string),
                   G_STRUCT_MEMBER (char *, gone, fields[field].string));
    }
}

/**
 * xyb_enterprise_merge:
 * @keep: the entry that stays; gets what comes out
 * @gone: the entry that goes into it
 * @take: XYB_MERGE_BIT() of the fields where @gone is right
 *
 * What only one of them says stays said; where both say something @keep is right unless @take says
 * otherwise. Former names are not looked at.
 */
void
xyb_enterprise_merge (XybEnterprise *keep, const XybEnterprise *gone, guint take)
{
  g_return_if_fail (keep != NULL && gone != NULL);

  for (XybMergeField field = 0; field < XYB_N_MERGE_FIELDS; field++)
    {
      g_autofree char *of_keep = xyb_merge_field_text (keep, field);
      g_autofree char *of_gone = xyb_merge_field_text (gone, field);

      if (of_gone != NULL && (of_keep == NULL || (take & XYB_MERGE_BIT (field)) != 0))
        take_field (keep, gone, field);
    }
}
