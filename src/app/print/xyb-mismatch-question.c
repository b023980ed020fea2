/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-mismatch-question.h"

#include "xyb-compat.h"
#include "xyb-i18n.h"
#include "xyb-quota-table.h"

typedef struct
{
  GtkWindow *parent;
  XybOffice *office;
  XybExportSpec *spec;
  XybSpecFunc func;
} Question;

static void
answered_cb (const char *answer, gpointer user_data)
{
  Question *question = user_data;

  if (g_strcmp0 (answer, "export") == 0)
    {
      question->spec->mismatch = TRUE;
      question->func (question->parent, question->office, question->spec);
    }
  g_object_unref (question->parent);
  g_object_unref (question->office);
  xyb_export_spec_free (question->spec);
  g_free (question);
}

/**
 * xyb_mismatch_question_ask:
 * @parent: the window
 * @office: the office
 * @spec: what is to go out
 * @print: onto paper, else into a file
 * @func: called with the spec to go by, at once where there is nothing to ask; not called when the
 * clerk goes back
 *
 * The sum of 附件1 that is not the plan's target is pointed out; the clerk may still put it out,
 * with the mismatch noted beside the table.
 */
void
xyb_mismatch_question_ask (GtkWindow *parent,
                           XybOffice *office,
                           const XybExportSpec *spec,
                           gboolean print,
                           XybSpecFunc func)
{
  const XybDialogAnswer answers[] = {
    { "cancel", N_ ("回去核对"), ADW_RESPONSE_DEFAULT },
    { "export", print ? N_ ("仍然打印并注明") : N_ ("仍然导出并注明"), ADW_RESPONSE_DESTRUCTIVE },
  };
  const XybPlan *plan = xyb_office_get_plan (office);
  g_autoptr (GError) error = NULL;
  Question *question;

  if (plan == NULL || spec->kind != XYB_EXPORT_QUOTA || spec->mismatch
      || xyb_quota_table_check (plan, &error))
    {
      func (parent, office, spec);
      return;
    }
  question = g_new0 (Question, 1);
  question->parent = g_object_ref (parent);
  question->office = g_object_ref (office);
  question->spec = xyb_export_spec_copy (spec);
  question->func = func;
  xyb_compat_ask (parent, _ ("合计与方案目标不一致"), error->message, answers,
                  G_N_ELEMENTS (answers), NULL, answered_cb, question);
}
