/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-submission-page.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-list-tab.h"
#include "xyb-nomination-search.h"
#include "xyb-nomination-store.h"
#include "xyb-print-preview.h"
#include "xyb-submission-foot.h"
#include "xyb-submission-form.h"
#include "xyb-submission-row.h"
#include "xyb-submission-words.h"

#define WHOLE_CITY 0
#define NOTHING (-1)

struct _XybSubmissionPage
{
  XybPage parent_instance;

  /* template widgets */
  GtkStack *stack;
  XybNominationSearch *search;
  GtkListBox *list;
  XybSubmissionFoot *foot;
  XybSubmissionForm *form;
  GtkWidget *main_button;

  gint64 selected; /* a 区镇, WHOLE_CITY, or NOTHING */
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

static void
fill_foot (XybSubmissionPage *self, GPtrArray *submissions)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  for (guint i = 0; i < submissions->len; i++)
    if (!xyb_submission_is_returned (submissions->pdata[i]))
      g_ptr_array_add (missing, ((XybSubmission *) submissions->pdata[i])->unit_name);
  xyb_submission_foot_show (self->foot, get_office (self), submissions, missing);
}

/* ---- the list ---- */

static XybSubmissionRow *
get_row (XybSubmissionPage *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) index);

  return row != NULL ? XYB_SUBMISSION_ROW (row) : NULL;
}

static XybSubmissionRow *
find_row (XybSubmissionPage *self, gint64 unit_id)
{
  XybSubmissionRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    if (xyb_submission_row_get_unit_id (row) == unit_id)
      return row;
  return NULL;
}

/* The lines are the same as long as the 区镇 are: the keyboard stays where it is. */
static gboolean
has_lines_of (XybSubmissionPage *self, GPtrArray *submissions)
{
  for (guint i = 0; i < submissions->len; i++)
    {
      XybSubmissionRow *row = get_row (self, i + 1);

      if (row == NULL
          || xyb_submission_row_get_unit_id (row)
               != ((XybSubmission *) submissions->pdata[i])->unit_id)
        return FALSE;
    }
  return get_row (self, submissions->len + 1) == NULL;
}

static void
make_lines (XybSubmissionPage *self, GPtrArray *submissions)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  gtk_list_box_append (self->list, xyb_submission_row_new (WHOLE_CITY));
  for (guint i = 0; i < submissions->len; i++)
    gtk_list_box_append (self->list, xyb_submission_row_new (
                                       ((XybSubmission *) submissions->pdata[i])->unit_id));
}

static void
fill_list (XybSubmissionPage *self, GPtrArray *submissions)
{
  const XybPlan *plan = xyb_office_get_plan (get_office (self));
  g_autofree char *today = xyb_date_today ();
  gint64 rows = 0;

  if (!has_lines_of (self, submissions))
    make_lines (self, submissions);
  for (guint i = 0; i < submissions->len; i++)
    {
      const XybSubmission *submission = submissions->pdata[i];
      XybUrgency urgency;
      /* The day is the same for all and stands under the list. */
      g_autofree char *due = xyb_submission_due_brief (submission, plan, today, &urgency);

      xyb_submission_row_show (get_row (self, i + 1), submission,
                               xyb_plan_quota_of (plan, submission->unit_id), due, urgency);
      rows += submission->rows;
    }
  if (plan != NULL)
    xyb_submission_row_show_city (get_row (self, 0), rows,
                                  plan->targets[XYB_TRACK_ACCREDITATION - 1], submissions->len);
}

static void
show_selected (XybSubmissionPage *self)
{
  if (self->selected != NOTHING)
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
 * @unit_id: a 区镇, or 0 for the whole city; one without a line selects the first 区镇
 *
 * Shows its return.
 */
void
xyb_submission_page_select (XybSubmissionPage *self, gint64 unit_id)
{
  XybSubmissionRow *row;

  g_return_if_fail (XYB_IS_SUBMISSION_PAGE (self));

  row = find_row (self, unit_id);
  if (row == NULL)
    row = get_row (self, 1);
  if (row == NULL)
    {
      self->selected = NOTHING;
      return;
    }
  self->filling = TRUE;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  self->filling = FALSE;
  self->selected = xyb_submission_row_get_unit_id (row);
  show_selected (self);
}

/* ---- a company of any 区镇 ---- */

static XybNominationPane *
get_pane (XybSubmissionPage *self)
{
  return xyb_submission_form_get_pane (self->form);
}

/* Enter leads from a 区镇 into its sheet. */
static void
row_entered_cb (GtkListBox *list, XybSubmissionPage *self)
{
  xyb_nomination_pane_grab_sheet (get_pane (self));
}

static void
go_to_company (XybSubmissionPage *self, gint64 unit_id, gint64 enterprise_id)
{
  xyb_submission_page_select (self, unit_id);
  xyb_nomination_pane_go_to_company (get_pane (self), enterprise_id);
}

static void
found_cb (XybNominationSearch *search,
          gint64 unit_id,
          gint64 enterprise_id,
          XybSubmissionPage *self)
{
  go_to_company (self, unit_id, enterprise_id);
}

static void
company_opened_cb (XybNominationPane *pane,
                   gint64 unit_id,
                   gint64 enterprise_id,
                   XybSubmissionPage *self)
{
  go_to_company (self, unit_id, enterprise_id);
}

static void
search_closed_cb (XybNominationSearch *search, XybSubmissionPage *self)
{
  xyb_nomination_pane_grab_sheet (get_pane (self));
}

/* ---- the office ---- */

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
  xyb_nomination_search_set_office (self->search, get_office (self));
  self->filling = TRUE;
  fill_list (self, submissions);
  self->filling = FALSE;
  fill_foot (self, submissions);
  gtk_stack_set_visible_child_name (self->stack, submissions->len > 0 ? "returns" : "empty");
  if (submissions->len > 0)
    xyb_submission_page_select (self, self->selected);
  else
    self->selected = NOTHING;
  xyb_nomination_search_reload (self->search);
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
    if (!xyb_submission_is_returned (submissions->pdata[i])
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
  XybPrintChoice one
    = { district != NULL ? district->name : "", { XYB_EXPORT_DISTRICT, year, selected } };
  XybPrintChoice merged = { _ ("全市合并"), { XYB_EXPORT_MERGED, year } };
  /* What is looked at is shown first. */
  XybPrintChoice choices[] = {
    district != NULL ? one : merged,
    { _ ("各区镇（每个区镇一张）"), { XYB_EXPORT_ALL, year } },
    merged,
    { _ ("空白表"), { XYB_EXPORT_BLANK, year } },
  };
  guint n = G_N_ELEMENTS (choices);

  if (xyb_office_get_plan (office) == NULL)
    return FALSE;
  if (district == NULL)
    choices[2] = choices[--n];
  xyb_print_preview_open (GTK_WIDGET (page), office, choices, n);
  return TRUE;
}

static gboolean
has_list (XybSubmissionPage *self)
{
  return self->selected != NOTHING;
}

static gboolean
xyb_submission_page_start_search (XybPage *page)
{
  XybSubmissionPage *self = XYB_SUBMISSION_PAGE (page);

  if (has_list (self))
    xyb_nomination_search_grab (self->search);
  return has_list (self);
}

/* Ctrl+N: where the next company is typed. */
static gboolean
xyb_submission_page_start_new (XybPage *page)
{
  XybSubmissionPage *self = XYB_SUBMISSION_PAGE (page);

  return has_list (self) && xyb_nomination_pane_go_to_blank (get_pane (self));
}

static gboolean
xyb_submission_page_start_edit (XybPage *page)
{
  XybSubmissionPage *self = XYB_SUBMISSION_PAGE (page);

  return has_list (self) && xyb_sheet_start_edit (xyb_nomination_pane_get_sheet (get_pane (self)));
}

/* @id is of a 区镇. */
static void
xyb_submission_page_show_record (XybPage *page, gint64 id)
{
  xyb_submission_page_select (XYB_SUBMISSION_PAGE (page), id);
}

/* The keyboard comes to the list of 区镇 first, not into the search field. */
static gboolean
xyb_submission_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  XybSubmissionPage *self = XYB_SUBMISSION_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL && row != NULL
      && gtk_widget_get_mapped (GTK_WIDGET (row)))
    return gtk_widget_grab_focus (GTK_WIDGET (row));
  return GTK_WIDGET_CLASS (xyb_submission_page_parent_class)->focus (widget, direction);
}

static void
xyb_submission_page_class_init (XybSubmissionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XybPageClass *page_class = XYB_PAGE_CLASS (klass);

  widget_class->focus = xyb_submission_page_focus;
  page_class->name = "nomination";
  page_class->title = N_ ("企业汇总（附件2）");
  page_class->icon_name = "xyb-nomination-symbolic";
  page_class->reload = xyb_submission_page_reload;
  page_class->dup_subtitle = xyb_submission_page_dup_subtitle;
  page_class->dup_badge = xyb_submission_page_dup_badge;
  page_class->get_main_button = xyb_submission_page_get_main_button;
  page_class->start_search = xyb_submission_page_start_search;
  page_class->start_new = xyb_submission_page_start_new;
  page_class->start_edit = xyb_submission_page_start_edit;
  page_class->start_export = xyb_submission_page_start_export;
  page_class->start_print = xyb_submission_page_start_print;
  page_class->show_record = xyb_submission_page_show_record;

  g_type_ensure (XYB_TYPE_NOMINATION_SEARCH);
  g_type_ensure (XYB_TYPE_SUBMISSION_FOOT);
  g_type_ensure (XYB_TYPE_SUBMISSION_FORM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/nomination/xyb-submission-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionPage, search);
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionPage, list);
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionPage, foot);
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionPage, form);
  gtk_widget_class_bind_template_child (widget_class, XybSubmissionPage, main_button);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_closed_cb);
}

static void
xyb_submission_page_init (XybSubmissionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xyb_list_tab_leaves (self->list);
  g_signal_connect_after (self->list, "activate-cursor-row", G_CALLBACK (row_entered_cb), self);
  self->selected = NOTHING;
  g_signal_connect (get_pane (self), "company-opened", G_CALLBACK (company_opened_cb), self);
}
