/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-register-table.h"

#include "xyb-date.h"
#include "xyb-file-name.h"

#define TITLE "企业名录"

/* The words of the document are not translated. */
const char *const xyb_register_heads[XYB_REGISTER_COLUMNS] = {
  "序号", "企业名称", "统一社会信用代码", "区镇", "主要产品", "职工人数", "联系人", "电话",
};

static gboolean
is_said (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * xyb_register_table_caption:
 * @n: how many enterprises
 * @condition: (nullable): what was searched or filtered for, in the clerk's words
 * @today: ISO
 *
 * Returns: (transfer full): the line below the title
 */
char *
xyb_register_table_caption (guint n, const char *condition, const char *today)
{
  g_autofree char *date = xyb_date_format (today);
  g_autofree char *bracket
    = is_said (condition) ? g_strdup_printf ("（%s）", condition) : g_strdup ("");

  return g_strdup_printf ("截至%s，共 %u 家%s", date, n, bracket);
}

/**
 * xyb_register_table_new:
 * @enterprises: (element-type XybEnterprise): in the order to print; the table keeps a reference
 * @condition: (nullable): what was searched or filtered for, in the clerk's words
 * @today: ISO
 *
 * Returns: (transfer full): the table
 */
XybRegisterTable *
xyb_register_table_new (GPtrArray *enterprises, const char *condition, const char *today)
{
  XybRegisterTable *self;

  g_return_val_if_fail (enterprises != NULL && today != NULL, NULL);

  self = g_new0 (XybRegisterTable, 1);
  self->title = g_strdup (TITLE);
  self->caption = xyb_register_table_caption (enterprises->len, condition, today);
  self->rows = g_ptr_array_ref (enterprises);
  return self;
}

/**
 * xyb_register_table_free:
 * @self: (nullable): a table; its rows go when nobody else holds them
 */
void
xyb_register_table_free (XybRegisterTable *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->caption);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * xyb_register_table_file_name:
 * @condition: (nullable): what was searched or filtered for
 * @today: ISO
 *
 * Returns: (transfer full): a name for the file, without extension
 */
char *
xyb_register_table_file_name (const char *condition, const char *today)
{
  g_autofree char *name = is_said (condition) ? g_strdup_printf (TITLE "（%s）%s", condition, today)
                                              : g_strdup_printf (TITLE " %s", today);

  return xyb_file_name_clean (name);
}
