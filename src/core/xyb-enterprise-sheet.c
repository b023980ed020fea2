/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-sheet.h"

#include "xyb-date.h"
#include "xyb-file-name.h"

#define TITLE "企业登记表"

/* The words of the document are not translated. */
const char *const xyb_sheet_nomination_heads[XYB_SHEET_NOMINATION_COLUMNS] = {
  "年度", "推荐区镇", "去年销售收入", "职工人数", "确定名单", "签约", "验收通过",
};

/**
 * xyb_enterprise_sheet_new:
 * @enterprise: (transfer full): the enterprise
 * @nominations: (element-type XybNomination): its years, latest first; the sheet keeps a reference
 * @years: (element-type int): the year of each; the sheet keeps a reference
 * @today: ISO
 *
 * Returns: (transfer full): the sheet
 */
XybEnterpriseSheet *
xyb_enterprise_sheet_new (XybEnterprise *enterprise,
                          GPtrArray *nominations,
                          GArray *years,
                          const char *today)
{
  XybEnterpriseSheet *self;
  g_autofree char *date = NULL;

  g_return_val_if_fail (enterprise != NULL && nominations != NULL && years != NULL, NULL);
  g_return_val_if_fail (nominations->len == years->len && today != NULL, NULL);

  self = g_new0 (XybEnterpriseSheet, 1);
  date = xyb_date_format (today);
  self->title = g_strdup (TITLE);
  self->caption = g_strdup_printf ("截至%s", date);
  self->enterprise = enterprise;
  self->nominations = g_ptr_array_ref (nominations);
  self->years = g_array_ref (years);
  return self;
}

/**
 * xyb_enterprise_sheet_free:
 * @self: (nullable): a sheet
 */
void
xyb_enterprise_sheet_free (XybEnterpriseSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->caption);
  xyb_enterprise_free (self->enterprise);
  g_ptr_array_unref (self->nominations);
  g_array_unref (self->years);
  g_free (self);
}

/**
 * xyb_enterprise_sheet_file_name:
 * @enterprise: an enterprise
 *
 * Returns: (transfer full): a name for the file, without extension
 */
char *
xyb_enterprise_sheet_file_name (const XybEnterprise *enterprise)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (enterprise != NULL, NULL);

  name = g_strdup_printf (TITLE "（%s）", enterprise->name != NULL ? enterprise->name : "");
  return xyb_file_name_clean (name);
}
