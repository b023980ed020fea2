/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-submission-foot.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-submission-row.h"
#include "xyb-submission-words.h"

struct _XybSubmissionFoot
{
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel *returned;
  GtkLabel *deadline;
  GtkLabel *missing;
};

G_DEFINE_FINAL_TYPE (XybSubmissionFoot, xyb_submission_foot, ADW_TYPE_BIN)

static void
xyb_submission_foot_class_init (XybSubmissionFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/nomination/xyb-submission-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionFoot, returned);
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionFoot, deadline);
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionFoot, missing);
}

static void
xyb_submission_foot_init (XybSubmissionFoot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is still owed decides how the day looks. */
static void
fill_deadline (XybSubmissionFoot *self, XybOffice *office, const XybSubmission *missing)
{
  const XybPlan *plan = xyb_office_get_plan (office);
  const XybMilestone *due = plan != NULL ? xyb_plan_find_role (plan, XYB_ROLE_RETURN) : NULL;
  g_autofree char *today = xyb_date_today ();
  g_autofree char *words = NULL;
  XybUrgency urgency = XYB_URGENCY_PLAIN;

  if (missing != NULL)
    words = xyb_submission_due_words (missing, plan, today, &urgency);
  else
    words = due != NULL ? xyb_milestone_date_words (due) : g_strdup ("");
  gtk_widget_set_css_classes (GTK_WIDGET (self->deadline),
                              (const char *[]){ "caption-heading", xyb_urgency_css_class (urgency),
                                                NULL });
  gtk_label_set_label (self->deadline, words);
  gtk_widget_set_visible (GTK_WIDGET (self->deadline), *words != '\0');
}

static const XybSubmission *
find_of (const GPtrArray *submissions, const char *district)
{
  for (guint i = 0; i < submissions->len; i++)
    if (g_str_equal (((XybSubmission *) submissions->pdata[i])->unit_name, district))
      return submissions->pdata[i];
  return NULL;
}

/**
 * xyb_submission_foot_show:
 * @self: the foot
 * @office: the office; the year in view counts
 * @submissions: (element-type XybSubmission): of all 区镇
 * @missing: (element-type utf8): those that have not returned theirs
 *
 * Says how far it is.
 */
void
xyb_submission_foot_show (XybSubmissionFoot *self,
                          XybOffice *office,
                          const GPtrArray *submissions,
                          const GPtrArray *missing)
{
  g_autofree char *returned
    = g_strdup_printf (_ ("已报 %u/%u 个区镇"), submissions->len - missing->len, submissions->len);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *words = NULL;

  g_return_if_fail (XYB_IS_SUBMISSION_FOOT (self));

  for (guint i = 0; i < missing->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "", (const char *) missing->pdata[i]);
  words = missing->len > 0 ? g_strdup_printf (_ ("还没报：%s"), names->str)
                           : g_strdup (_ ("全部报齐 ✓"));
  gtk_label_set_label (self->returned, returned);
  gtk_label_set_label (self->missing, words);
  fill_deadline (self, office, missing->len > 0 ? find_of (submissions, missing->pdata[0]) : NULL);
}
