/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-submission-page.h"

#include "xyb-i18n.h"
#include "xyb-nomination-store.h"
#include "xyb-print-preview.h"
#include "xyb-submission-form.h"
#include "xyb-submission-row.h"

/* The milestone of returning 附件2 (§6). */
#define RETURN_MILESTONE "DL-03"

struct _XybSubmissionPage
{
  XybPage parent_instance;

  /* template widgets */
  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *returned;
  GtkLabel *deadline;
  GtkLabel *missing;
  XybSubmissionForm *form;
  GtkWidget *main_button;

  gint64 selected;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybSubmissionPage, xyb_submission_page, XYB_TYPE_PAGE)

static XybOffice *
get_office (XybSubmissionPage *self)
{
  return xyb_page_get_office (XYB_PAGE (self));
}

static GPtrArray *
list_submissions (XybOffice *office, GError **error)
{
  if (xyb_office_get_plan (office) == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_submission_free);
  return xyb_submission_store_list (xyb_office_get_store (office), xyb_office_get_year (office),
                                    error);
}

static gboolean
is_returned (const XybSubmission *submission)
{
  return submission->state != XYB_SUBMISSION_MISSING
         && submission->state != XYB_SUBMISSION_RETURNED;
}

static gint64
quota_of (const XybPlan *plan, gint64 unit_id)
{
  for (guint i = 0; plan != NULL && i < plan->quotas->len; i++)
    {
      const XybQuota *quota = plan->quotas->pdata[i];

      if (quota->unit_id == unit_id)
        return quota->accreditation;
    }
  return XYB_UNSAID;
}

/* ---- the foot of the list ---- */

static const char *
deadline_text (const XybPlan *plan)
{
  for (guint i = 0; plan != NULL && i < plan->milestones->len; i++)
    {
      const XybMilestone *milestone = plan->milestones->pdata[i];

      if (g_strcmp0 (milestone->key, RETURN_MILESTONE) == 0)
        return milestone->date_text;
    }
  return NULL;
}

static void
fill_foot (XybSubmissionPage *self, GPtrArray *submissions)
{
  const char *deadline = deadline_text (xyb_office_get_plan (get_office (self)));
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autofree char *returned = NULL;
  g_autofree char *words = NULL;
  guint count = 0;

  for (guint i = 0; i < submissions->len; i++)
    {
      const XybSubmission *submission = submissions->pdata[i];

      if (is_returned (submission))
        count++;
      else
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? "、" : "",
                                submission->unit_name);
    }
  returned = g_strdup_printf (_ ("已报 %u/%u 个区镇"), count, submissions->len);
  words = missing->len > 0 ? g_strdup_printf (_ ("还没报：%s"), missing->str)
                           : g_strdup (_ ("全部报齐 ✓"));
  gtk_label_set_label (self->returned, returned);
  gtk_label_set_label (self->deadline, deadline != NULL ? deadline : "");
  gtk_label_set_label (self->missing, words);
}

/* ---- the list ---- */

static void
fill_list (XybSubmissionPage *self, GPtrArray *submissions)
{
  const XybPlan *plan = xyb_office_get_plan (get_office (self));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < submissions->len; i++)
    {
      const XybSubmission *submission = submissions->pdata[i];

      gtk_list_box_append (self->list,
                           xyb_submission_row_new (submission,
                                                   quota_of (plan, submission->unit_id)));
    }
}

static void
show_selected (XybSubmissionPage *self)
{
  if (self->selected != 0)
    xyb_submission_form_show (self->form, get_office (self), self->selected);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, XybSubmissionPage *self)
{
  if (row == NULL || self->filling)
    return;
  self->selected = xyb_submission_row_get_unit_id (XYB_SUBMISSION_ROW (row));
  show_selected (self);
}

/**
 * xyb_submission_page_select:
 * @self: the page
 * @unit_id: a 区镇; one without a line selects the first
 *
 * Shows its return.
 */
void
xyb_submission_page_select (XybSubmissionPage *self, gint64 unit_id)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (XYB_IS_SUBMISSION_PAGE (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (xyb_submission_row_get_unit_id (XYB_SUBMISSION_ROW (row)) == unit_id)
      break;
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row == NULL)
    return;
  self->filling = TRUE;
  gtk_list_box_select_row (self->list, row);
  self->filling = FALSE;
  self->selected = xyb_submission_row_get_unit_id (XYB_SUBMISSION_ROW (row));
  show_selected (self);
}

static void
xyb_submission_page_reload (XybPage *page, const char *const *tables)
{
  static const char *const wanted[]
    = { "submission", "nomination", "enterprise", "quota", "plan", "milestone", "unit", NULL };
  XybSubmissionPage *self = XYB_SUBMISSION_PAGE (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) submissions = NULL;

  if (!xyb_page_touches (tables, wanted))
    return;
  submissions = list_submissions (get_office (self), &error);
  if (submissions == NULL)
    {
      xyb_office_report (get_office (self), error);
      return;
    }
  self->filling = TRUE;
  fill_list (self, submissions);
  self->filling = FALSE;
  fill_foot (self, submissions);
  gtk_stack_set_visible_child_name (self->stack, submissions->len > 0 ? "returns" : "empty");
  xyb_submission_page_select (self, self->selected);
}

/* ---- words for the window ---- */

static char *
xyb_submission_page_dup_subtitle (XybPage *page)
{
  const XybPlan *plan = xyb_office_get_plan (xyb_page_get_office (page));

  return plan != NULL ? g_strdup (plan->nomination_title) : NULL;
}

static char *
xyb_submission_page_dup_badge (XybOffice *office, char **out_tooltip)
{
  g_autoptr (GPtrArray) submissions = list_submissions (office, NULL);
  guint count = 0;

  for (guint i = 0; submissions != NULL && i < submissions->len; i++)
    if (!is_returned (submissions->pdata[i])
        || ((XybSubmission *) submissions->pdata[i])->state == XYB_SUBMISSION_QUESTIONS)
      count++;
  if (count == 0)
    return NULL;
  *out_tooltip = g_strdup_printf (_ ("%u 个区镇没有报或有疑问"), count);
  return g_strdup_printf ("%u", count);
}

static GtkWidget *
xyb_submission_page_get_main_button (XybPage *page)
{
  return XYB_SUBMISSION_PAGE (page)->main_button;
}

static gboolean
xyb_submission_page_start_export (XybPage *page)
{
  return gtk_widget_activate_action (GTK_WIDGET (page), "win.export-nominations", "(ssx)", "all",
                                     "xlsx", (gint64) 0);
}

static gboolean
xyb_submission_page_start_print (XybPage *page)
{
  XybOffice *office = xyb_page_get_office (page);
  int year = xyb_office_get_year (office);
  gint64 selected = XYB_SUBMISSION_PAGE (page)->selected;
  const XybUnit *district = xyb_office_find_district (office, selected);
  const XybPrintChoice choices[] = {
    { district != NULL ? district->name : "", { XYB_EXPORT_DISTRICT, year, selected } },
    { _ ("各区镇（每个区镇一张）"), { XYB_EXPORT_ALL, year } },
    { _ ("全市合并"), { XYB_EXPORT_MERGED, year } },
    { _ ("空白表"), { XYB_EXPORT_BLANK, year } },
  };
  guint first = district != NULL ? 0 : 1;

  if (xyb_office_get_plan (office) == NULL)
    return FALSE;
  xyb_print_preview_open (GTK_WIDGET (page), office, choices + first,
                          G_N_ELEMENTS (choices) - first);
  return TRUE;
}

/* @id is of a 区镇. */
static void
xyb_submission_page_show_record (XybPage *page, gint64 id)
{
  xyb_submission_page_select (XYB_SUBMISSION_PAGE (page), id);
}

static void
xyb_submission_page_class_init (XybSubmissionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XybPageClass *page_class = XYB_PAGE_CLASS (klass);

  page_class->name = "nomination";
  page_class->title = N_ ("企业汇总（附件2）");
  page_class->icon_name = "xyb-nomination-symbolic";
  page_class->reload = xyb_submission_page_reload;
  page_class->dup_subtitle = xyb_submission_page_dup_subtitle;
  page_class->dup_badge = xyb_submission_page_dup_badge;
  page_class->get_main_button = xyb_submission_page_get_main_button;
  page_class->start_export = xyb_submission_page_start_export;
  page_class->start_print = xyb_submission_page_start_print;
  page_class->show_record = xyb_submission_page_show_record;

  g_type_ensure (XYB_TYPE_SUBMISSION_FORM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/nomination/xyb-submission-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionPage, list);
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionPage, returned);
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionPage, deadline);
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionPage, missing);
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionPage, form);
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionPage, main_button);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
xyb_submission_page_init (XybSubmissionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
