/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "xyb-i18n.h"
#include "xyb-todo.h"

/* What kinds of todos there are, and which of them a clerk wants to see. */

static const struct
{
  const char *key;
  const char *name;
} kinds[XYB_N_TODO_KINDS] = {
  [XYB_TODO_NO_PLAN] = { "no-plan", N_ ("今年还没有年度方案") },
  [XYB_TODO_NEXT_PLAN] = { "next-plan", N_ ("明年还没有年度方案") },
  [XYB_TODO_NUMBER] = { "document-number", N_ ("方案没有文号") },
  [XYB_TODO_QUOTA_TOTAL] = { "quota-total", N_ ("附件1合计与目标不一致") },
  [XYB_TODO_QUOTA_BLANK] = { "quota-blank", N_ ("区镇没有贯标指标") },
  [XYB_TODO_RETURN] = { "not-returned", N_ ("区镇没有报附件2") },
  [XYB_TODO_QUESTIONS] = { "questions", N_ ("附件2有疑问") },
  [XYB_TODO_TOO_FEW] = { "too-few", N_ ("推荐的企业少于指标") },
  [XYB_TODO_CONFIRM] = { "unconfirmed", N_ ("贯标名单没有确定") },
  [XYB_TODO_UNSIGNED] = { "unsigned", N_ ("贯标企业没有签合同") },
  [XYB_TODO_ACCEPT] = { "unaccepted", N_ ("贯标没有完成") },
  [XYB_TODO_EXPIRED] = { "material-expired", N_ ("材料已过有效期") },
  [XYB_TODO_EXPIRING] = { "material-expiring", N_ ("材料快到期") },
  [XYB_TODO_MATERIALS] = { "materials-missing", N_ ("材料未齐") },
  [XYB_TODO_RECTIFY] = { "rectification", N_ ("限期整改到期") },
  [XYB_TODO_PUBLICITY] = { "publicity-over", N_ ("公示期满") },
  [XYB_TODO_MODEL_SIGN] = { "model-unsigned", N_ ("示范企业没有签合同") },
  [XYB_TODO_CONTRACT] = { "contract", N_ ("示范合同没有备案或不足半年") },
  [XYB_TODO_TRACK] = { "model-deadline", N_ ("示范推荐、申报、认定的时限") },
  [XYB_TODO_DUE] = { "milestone", N_ ("其他时限") },
  [XYB_TODO_WRONG_CODE] = { "wrong-code", N_ ("信用代码校验不符") },
  [XYB_TODO_WITHOUT_CODE] = { "without-code", N_ ("推荐企业没有信用代码") },
  [XYB_TODO_WITHOUT_PHONE] = { "without-phone", N_ ("推荐企业没有电话") },
  [XYB_TODO_BACKUP] = { "backup", N_ ("修改还没有备份") },
};

/**
 * xyb_todo_kind_key:
 * @kind: a kind
 *
 * Returns: its name in JSON and in the settings
 */
const char *
xyb_todo_kind_key (XybTodoKind kind)
{
  return kinds[kind].key;
}

/**
 * xyb_todo_kind_name:
 * @kind: a kind
 *
 * Returns: what the clerk calls it
 */
const char *
xyb_todo_kind_name (XybTodoKind kind)
{
  return _ (kinds[kind].name);
}

/**
 * xyb_todo_kind_exists:
 * @key: (nullable): a name of the settings
 *
 * Returns: whether a kind is called so
 */
gboolean
xyb_todo_kind_exists (const char *key)
{
  for (guint i = 0; key != NULL && i < XYB_N_TODO_KINDS; i++)
    if (strcmp (kinds[i].key, key) == 0)
      return TRUE;
  return FALSE;
}

/**
 * xyb_todo_list_hide:
 * @todos: (element-type XybTodo): a list
 * @kinds_hidden: (nullable) (array zero-terminated=1): names of the kinds a clerk does not want to
 * see
 *
 * Takes them out.
 *
 * Returns: how many there were
 */
guint
xyb_todo_list_hide (GPtrArray *todos, const char *const *kinds_hidden)
{
  guint hidden = 0;

  g_return_val_if_fail (todos != NULL, 0);

  for (guint i = todos->len; kinds_hidden != NULL && i > 0; i--)
    {
      const XybTodo *todo = todos->pdata[i - 1];

      if (!g_strv_contains (kinds_hidden, xyb_todo_kind_key (todo->kind)))
        continue;
      g_ptr_array_remove_index (todos, i - 1);
      hidden++;
    }
  return hidden;
}
