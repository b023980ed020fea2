/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-nomination-table.h"

#include "xyb-file-name.h"

#define LABEL "附件2"

/* The words of the form (S1:194-200) are the document's own and are not translated. */
const char *const xyb_nomination_heads[XYB_NOMINATION_COLUMNS] = {
  "序号", "企业名称", "主要产品", "去年销售收入", "职工人数", "联系人", "电话",
};

static char *
or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static XybNominationTable *
table_new (const XybPlan *plan, const char *sheet, GPtrArray *nominations)
{
  XybNominationTable *self = g_new0 (XybNominationTable, 1);

  self->label = g_strdup (LABEL);
  self->title = or_empty (plan->nomination_title);
  self->sheet_name = xyb_sheet_name_clean (sheet);
  self->district = g_strdup ("");
  self->officer = g_strdup ("");
  self->officer_phone = g_strdup ("");
  self->min_rows = XYB_NOMINATION_MIN_ROWS;
  self->rows = nominations != NULL
                 ? g_ptr_array_ref (nominations)
                 : g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_free);
  return self;
}

/**
 * xyb_nomination_table_new_blank:
 * @plan: a plan
 *
 * Returns: (transfer full): the empty form a 区镇 fills in: numbered rows, three blanks above them
 */
XybNominationTable *
xyb_nomination_table_new_blank (const XybPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return table_new (plan, LABEL, NULL);
}

/**
 * xyb_nomination_table_new_district:
 * @plan: a plan
 * @district: the 区镇
 * @submission: (nullable): what the 区镇 has returned; its officer and telephone belong to the
 * 区镇, not to an enterprise (ENT-05)
 * @nominations: (element-type XybNomination): its enterprises in order; the table keeps a reference
 *
 * 附件2 of one 区镇 (ENT-01). With fewer enterprises than the form has rows the rest stay blank but
 * numbered (AMB-10).
 *
 * Returns: (transfer full): the table
 */
XybNominationTable *
xyb_nomination_table_new_district (const XybPlan *plan,
                                   const char *district,
                                   const XybSubmission *submission,
                                   GPtrArray *nominations)
{
  XybNominationTable *self;

  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (district != NULL, NULL);
  g_return_val_if_fail (nominations != NULL, NULL);

  self = table_new (plan, district, nominations);
  g_free (self->district);
  self->district = g_strdup (district);
  if (submission == NULL)
    return self;
  g_free (self->officer);
  self->officer = or_empty (submission->officer);
  g_free (self->officer_phone);
  self->officer_phone = or_empty (submission->officer_phone);
  return self;
}

/**
 * xyb_nomination_table_new_merged:
 * @plan: a plan
 * @nominations: (element-type XybNomination): all enterprises of the year in official order of
 * 区镇, then in the order of the 区镇; the table keeps a reference
 *
 * 附件2 of the whole city (ENT-02): the 区镇 stands in a column of its own in front, so there is no
 * line to fill in above the table.
 *
 * Returns: (transfer full): the table
 */
XybNominationTable *
xyb_nomination_table_new_merged (const XybPlan *plan, GPtrArray *nominations)
{
  XybNominationTable *self;

  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (nominations != NULL, NULL);

  self = table_new (plan, "全市", nominations);
  self->merged = TRUE;
  return self;
}

/**
 * xyb_nomination_table_free:
 * @self: (nullable): a table; its rows go when nobody else holds them
 */
void
xyb_nomination_table_free (XybNominationTable *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self->title);
  g_free (self->sheet_name);
  g_free (self->district);
  g_free (self->officer);
  g_free (self->officer_phone);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * xyb_nomination_table_file_name:
 * @plan: a plan
 * @which: (nullable): the 区镇, 全市, 空白表 or 各区镇
 *
 * Returns: (transfer full): the office's own name for a file of 附件2, without extension
 */
char *
xyb_nomination_table_file_name (const XybPlan *plan, const char *which)
{
  const char *title;
  g_autofree char *name = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  title = plan->nomination_title != NULL ? plan->nomination_title : "";
  name = which != NULL && *which != '\0' ? g_strdup_printf (LABEL " %s（%s）", title, which)
                                         : g_strdup_printf (LABEL " %s", title);
  return xyb_file_name_clean (name);
}
