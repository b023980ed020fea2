/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-nomination-template.h"

#include "xyb-submission-words.h"
#include "xyb-timeline.h"

/* Rows kept free below what stands there already; the form is numbered by fives. */
#define SPARE_ROWS 5
#define ROWS_STEP 5

/* The words of the document are not translated: a 区镇 reads them. */

static void say (GPtrArray *sentences, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
say (GPtrArray *sentences, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (sentences, g_strdup_vprintf (format, args));
  va_end (args);
}

/* DL-03 in the plan's own words. */
static void
say_deadline (GPtrArray *sentences, const XybPlan *plan)
{
  const XybMilestone *due = xyb_plan_find_role (plan, XYB_ROLE_RETURN);
  g_autofree char *words = due != NULL ? xyb_milestone_date_words (due) : NULL;

  if (words != NULL && *words != '\0')
    say (sentences, "报送：%s，%s。", words, due->text);
}

static char **
instructions_new (const XybPlan *plan, const XybNominationTable *table)
{
  GPtrArray *sentences = g_ptr_array_new ();

  say (sentences, "请在工作表“%s”里填写，一行一家企业；标题、表头和列的顺序不要改动。",
       table->sheet_name);
  say (sentences, "区镇已经填好，不对的请从下拉列表里选；业务负责人、联系方式填区镇负责这项工作的"
                  "人员，不是企业的联系人。");
  if (table->rows->len > 0)
    say (sentences,
         "表里已列出本区镇上一次推荐过、还没有通过贯标验收的企业，请逐家核对；不再推荐的，把这一行"
         "的内容清空，其他企业不必上移。销售收入、职工人数请按现在的情况重新填写。");
  say (sentences, "“新增”只计首次贯标：往年已经通过贯标验收的企业请不要再报。");
  say (sentences, "企业名称：填营业执照上的全称，不要加“（新增）”之类的备注。");
  say (sentences, "去年销售收入：%d 年全年的数，单位是万元，只填数字，例如 1.2 亿元填 12000。",
       plan->year - 1);
  say (sentences, "职工人数：填整数，不写“人”“约”。");
  say (sentences, "电话：座机写区号；有分机的写成 0512-55550101转8012；有两个号码的用“；”隔开。");
  say (sentences, "行数不够时，在最后一行下面接着填，序号接着写；多出来的空行留着，不用删。");
  say (sentences, "不知道的内容空着，不要写“无”“/”。");
  say (sentences, "工作表只能改动要填的格子，没有密码；确需调整版式时，请先撤销工作表保护。");
  say_deadline (sentences, plan);
  g_ptr_array_add (sentences, NULL);
  return (char **) g_ptr_array_free (sentences, FALSE);
}

/* AMB-10: fifteen at least, more where the 区镇 has more to fill in. */
static guint
count_rows (const XybPlan *plan, const XybSubmission *submission, const XybNominationTable *table)
{
  gint64 quota = submission != NULL ? xyb_plan_quota_of (plan, submission->unit_id) : XYB_UNSAID;
  guint wanted = table->rows->len > 0 ? table->rows->len + SPARE_ROWS : 0;

  if (quota != XYB_UNSAID)
    wanted = MAX (wanted, CLAMP (quota, 0, G_MAXINT16));
  wanted = (wanted + ROWS_STEP - 1) / ROWS_STEP * ROWS_STEP;
  return MAX (table->min_rows, wanted);
}

/**
 * xyb_nomination_template_new:
 * @plan: a plan
 * @district: the 区镇
 * @submission: (nullable): what is known of its return; officer and telephone go into the form
 * @nominations: (element-type XybNomination): enterprises that stand in it already, or none; the
 *   template keeps a reference
 * @districts: (array zero-terminated=1): all 区镇, in official order
 *
 * The form of one 区镇 with at least fifteen numbered rows (ENT-01).
 *
 * Returns: (transfer full): the template
 */
XybNominationTemplate *
xyb_nomination_template_new (const XybPlan *plan,
                             const char *district,
                             const XybSubmission *submission,
                             GPtrArray *nominations,
                             const char *const *districts)
{
  XybNominationTemplate *self;

  g_return_val_if_fail (plan != NULL && districts != NULL, NULL);

  self = g_new0 (XybNominationTemplate, 1);
  self->table = xyb_nomination_table_new_district (plan, district, submission, nominations);
  self->table->min_rows = count_rows (plan, submission, self->table);
  self->districts = g_strdupv ((char **) districts);
  self->instructions = instructions_new (plan, self->table);
  return self;
}

/**
 * xyb_nomination_template_free:
 * @self: (nullable): a template
 */
void
xyb_nomination_template_free (XybNominationTemplate *self)
{
  if (self == NULL)
    return;
  xyb_nomination_table_free (self->table);
  g_strfreev (self->districts);
  g_strfreev (self->instructions);
  g_free (self);
}
