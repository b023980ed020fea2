/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-document-store.h"

#include "xyb-i18n.h"
#include "xyb-log-query.h"
#include "xyb-store-error.h"

/* Rows fetched at a time. */
#define PORTION 1000

/* Without a list of revisions: so many of the latest. */
#define LATEST 200
/* Lines of one revision on paper; an import of a thousand rows is not spelled out. */
#define MAX_LINES 12

static gboolean
add_portion (XybStore *store,
             const gint64 *ids,
             guint n_ids,
             GPtrArray *enterprises,
             GError **error)
{
  g_autoptr (GPtrArray) some = xyb_enterprise_store_get_many (store, ids, n_ids, error);

  if (some == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (enterprises, g_steal_pointer (&some));
  return TRUE;
}

/**
 * xyb_document_store_read_register:
 * @store: a connection
 * @ids: (nullable) (element-type gint64): which enterprises, in the order to print; %NULL: the
 * whole register, in official order
 * @condition: (nullable): what was searched or filtered for, in the clerk's words
 * @today: ISO
 * @error: return location
 *
 * Returns: (transfer full) (nullable): 企业名录
 */
XybRegisterTable *
xyb_document_store_read_register (XybStore *store,
                                  GArray *ids,
                                  const char *condition,
                                  const char *today,
                                  GError **error)
{
  XybEnterpriseQuery everyone = { .order = XYB_ENTERPRISE_ORDER_OFFICIAL };
  g_autoptr (GArray) wanted
    = ids != NULL ? g_array_ref (ids) : xyb_enterprise_store_query (store, &everyone, error);
  g_autoptr (GPtrArray) enterprises
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_enterprise_free);

  if (wanted == NULL)
    return NULL;
  for (guint i = 0; i < wanted->len; i += PORTION)
    if (!add_portion (store, &g_array_index (wanted, gint64, i), MIN (PORTION, wanted->len - i),
                      enterprises, error))
      return NULL;
  return xyb_register_table_new (enterprises, condition, today);
}

static void
add_word (GString *words, const char *word)
{
  if (word != NULL && *word != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? "，" : "", word);
}

/**
 * xyb_enterprise_query_describe:
 * @self: a query
 * @district: (nullable): the 区镇 it asks for
 *
 * Returns: (transfer full) (nullable): what it asks for, in the clerk's words
 */
char *
xyb_enterprise_query_describe (const XybEnterpriseQuery *self, const char *district)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *year
    = self->nominated_year != 0 ? g_strdup_printf ("%d年申报", self->nominated_year) : NULL;
  g_autofree char *text
    = self->text != NULL && *self->text != '\0' ? g_strdup_printf ("“%s”", self->text) : NULL;

  add_word (words, district);
  add_word (words, year);
  add_word (words, self->nominated_ever ? "申报过" : NULL);
  if (self->state != XYB_REGISTER_STATE_ANY)
    add_word (words, xyb_register_state_name (self->state));
  add_word (words, text);
  return words->len > 0 ? g_strdup (words->str) : NULL;
}

/* Latest year first. */
static GArray *
read_years (XybStore *store, GPtrArray *nominations, GError **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < nominations->len; i++)
    {
      const XybNomination *nomination = nominations->pdata[i];
      int year = xyb_nomination_store_year_of (store, nomination->plan_id, error);

      if (year == 0)
        return NULL;
      g_array_append_val (years, year);
    }
  return g_steal_pointer (&years);
}

/**
 * xyb_document_store_read_enterprise:
 * @store: a connection
 * @enterprise_id: which
 * @today: ISO
 * @error: return location
 *
 * Returns: (transfer full) (nullable): 企业登记表
 */
XybEnterpriseSheet *
xyb_document_store_read_enterprise (XybStore *store,
                                    gint64 enterprise_id,
                                    const char *today,
                                    GError **error)
{
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_store_get (store, enterprise_id, error);
  g_autoptr (GPtrArray) nominations = NULL;
  g_autoptr (GArray) years = NULL;

  if (enterprise == NULL)
    return NULL;
  nominations = xyb_nomination_store_list_of_enterprise (store, enterprise_id, error);
  if (nominations == NULL)
    return NULL;
  years = read_years (store, nominations, error);
  if (years == NULL)
    return NULL;
  return xyb_enterprise_sheet_new (g_steal_pointer (&enterprise), nominations, years, today);
}

/* ---- 操作日志 ---- */

static void
append_line (GString *lines, const XybChange *change)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  if (change->operation == '+')
    g_string_append_printf (lines, "新增%s：%s", change->table, change->record);
  else if (change->operation == '-')
    g_string_append_printf (lines, "删除%s：%s", change->table, change->record);
  else
    g_string_append_printf (lines, "%s %s：%s → %s", change->record,
                            change->field != NULL ? change->field : "",
                            change->old_value != NULL ? change->old_value : "空",
                            change->new_value != NULL ? change->new_value : "空");
}

/* A record that is new or gone is one line, however many fields it has. */
static gboolean
is_same_record (const XybChange *change, const XybChange *before)
{
  return before != NULL && change->operation != '~' && change->operation == before->operation
         && g_strcmp0 (change->record, before->record) == 0
         && g_strcmp0 (change->table, before->table) == 0;
}

static char *
describe_changes (const XybRevision *revision)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  const XybChange *before = NULL;
  guint n_lines = 0;

  for (guint i = 0; revision->changes != NULL && i < revision->changes->len; i++)
    {
      const XybChange *change = revision->changes->pdata[i];

      if (is_same_record (change, before))
        continue;
      before = change;
      if (n_lines++ == MAX_LINES)
        {
          g_string_append_printf (lines, "\n……等 %" G_GINT64_FORMAT " 条记录", revision->records);
          break;
        }
      append_line (lines, change);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
add_revisions (XybLogTable *table, GPtrArray *revisions)
{
  for (guint i = 0; i < revisions->len; i++)
    {
      const XybRevision *revision = revisions->pdata[i];
      g_autofree char *changes = describe_changes (revision);
      g_autofree char *label
        = revision->undone ? g_strdup_printf ("%s（已撤销）", revision->label) : NULL;

      xyb_log_table_add (table, revision->time, revision->operator_name,
                         label != NULL ? label : revision->label, changes);
    }
}

/**
 * xyb_document_store_read_log:
 * @store: a connection
 * @ids: (nullable) (element-type gint64): revisions, latest first; %NULL: the latest ones
 * @condition: (nullable): what was searched or filtered for, in the clerk's words
 * @today: ISO
 * @error: return location
 *
 * Returns: (transfer full) (nullable): 操作日志
 */
XybLogTable *
xyb_document_store_read_log (XybStore *store,
                             GArray *ids,
                             const char *condition,
                             const char *today,
                             GError **error)
{
  XybRevisionQuery all = { 0 };
  g_autoptr (GArray) wanted
    = ids != NULL ? g_array_ref (ids) : xyb_store_query_revisions (store, &all, error);
  g_autoptr (XybLogTable) table = xyb_log_table_new ();
  guint n_wanted;

  if (wanted == NULL)
    return NULL;
  n_wanted = ids != NULL ? wanted->len : MIN (wanted->len, LATEST);
  for (guint i = 0; i < n_wanted; i += PORTION)
    {
      g_autoptr (GPtrArray) some
        = xyb_store_get_revisions (store, &g_array_index (wanted, gint64, i),
                                   MIN (PORTION, n_wanted - i), TRUE, error);

      if (some == NULL)
        return NULL;
      add_revisions (table, some);
    }
  if (n_wanted < wanted->len && condition == NULL)
    condition = "最近的";
  xyb_log_table_set_caption (table, condition, today);
  return g_steal_pointer (&table);
}

/* ---- 附件2 ---- */

/**
 * xyb_document_store_list_submissions:
 * @store: a connection
 * @plan: of which year
 * @error: of the store; NOT_FOUND where no 区镇 is asked for one
 *
 * Returns: (transfer full) (element-type XybSubmission) (nullable): in office order
 */
GPtrArray *
xyb_document_store_list_submissions (XybStore *store, const XybPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) submissions = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL, NULL);

  submissions = xyb_submission_store_list (store, plan->year, error);
  if (submissions == NULL || submissions->len > 0)
    return g_steal_pointer (&submissions);
  g_set_error (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND,
               _ ("%d 年没有要报附件2的区镇，请先在“指标分解”里填指标。"), plan->year);
  return NULL;
}

static gboolean
add_district (XybStore *store,
              const XybPlan *plan,
              const XybSubmission *submission,
              GPtrArray *tables,
              GError **error)
{
  g_autoptr (GPtrArray) rows
    = xyb_nomination_store_list (store, plan->year, submission->unit_id, error);

  if (rows == NULL)
    return FALSE;
  g_ptr_array_add (tables, xyb_nomination_table_new_district (plan, submission->unit_name,
                                                              submission, rows));
  return TRUE;
}

static GPtrArray *
list_of_one (XybStore *store, const XybPlan *plan, gint64 unit_id, GError **error)
{
  XybSubmission *submission = xyb_submission_store_get (store, plan->year, unit_id, error);
  GPtrArray *list;

  if (submission == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_submission_free);
  g_ptr_array_add (list, submission);
  return list;
}

/**
 * xyb_document_store_read_nominations:
 * @store: a connection
 * @plan: of which year
 * @unit_id: a 区镇, or 0 for every one that is asked for an 附件2
 * @error: of the store; NOT_FOUND where there is no such 区镇, or none is asked
 *
 * Returns: (transfer full) (element-type XybNominationTable) (nullable): a table each, in office
 *   order
 */
GPtrArray *
xyb_document_store_read_nominations (XybStore *store,
                                     const XybPlan *plan,
                                     gint64 unit_id,
                                     GError **error)
{
  g_autoptr (GPtrArray) tables
    = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_nomination_table_free);
  g_autoptr (GPtrArray) submissions = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL, NULL);

  submissions = unit_id != 0 ? list_of_one (store, plan, unit_id, error)
                             : xyb_document_store_list_submissions (store, plan, error);
  if (submissions == NULL)
    return NULL;
  for (guint i = 0; i < submissions->len; i++)
    if (!add_district (store, plan, submissions->pdata[i], tables, error))
      return NULL;
  return g_steal_pointer (&tables);
}

/**
 * xyb_document_store_read_merged:
 * @store: a connection
 * @plan: of which year
 * @error: of the store
 *
 * Returns: (transfer full) (nullable): 附件2 of the whole city in one table
 */
XybNominationTable *
xyb_document_store_read_merged (XybStore *store, const XybPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (XYB_IS_STORE (store) && plan != NULL, NULL);

  rows = xyb_nomination_store_list (store, plan->year, 0, error);
  return rows != NULL ? xyb_nomination_table_new_merged (plan, rows) : NULL;
}
