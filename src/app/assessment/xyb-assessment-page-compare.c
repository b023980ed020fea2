/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-page-private.h"

#include "xyb-filter-choice.h"
#include "xyb-i18n.h"
#include "xyb-scheme-store.h"

/* What the table is compared with, and what stands where there is none. */

static gint
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const XybSnapshot *left = *(XybSnapshot *const *) a;
  const XybSnapshot *right = *(XybSnapshot *const *) b;

  return right->issue - left->issue;
}

/* Those that were taken back are in the list of snapshots only. */
static void
read_snapshots (XybAssessmentPage *self, GError **error)
{
  GPtrArray *snapshots = xyb_assessment_store_list_snapshots (xyb_assessment_page_get_store (self),
                                                              self->state->scheme, error);

  if (snapshots == NULL)
    snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_snapshot_free);
  for (guint i = snapshots->len; i > 0; i--)
    if (((XybSnapshot *) snapshots->pdata[i - 1])->voided_on != NULL)
      g_ptr_array_remove_index (snapshots, i - 1);
  g_ptr_array_sort (snapshots, compare_latest_first);
  g_clear_pointer (&self->snapshots, g_ptr_array_unref);
  self->snapshots = snapshots;
}

/**
 * xyb_assessment_page_next_issue:
 * @self: the page
 *
 * Returns: the number to propose for the next snapshot (NL-02)
 */
int
xyb_assessment_page_next_issue (XybAssessmentPage *self)
{
  return self->snapshots != NULL && self->snapshots->len > 0
           ? ((XybSnapshot *) self->snapshots->pdata[0])->issue + 1
           : 1;
}

/* 0: with none. */
static guint
place_of_issue (XybAssessmentPage *self, int issue)
{
  if (issue < 0)
    return self->snapshots->len > 0 ? 1 : 0;
  for (guint i = 0; i < self->snapshots->len; i++)
    if (((XybSnapshot *) self->snapshots->pdata[i])->issue == issue)
      return i + 1;
  return 0;
}

static void
fill_compare_choice (XybAssessmentPage *self)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  guint place = place_of_issue (self, self->compared);

  gtk_string_list_append (strings, _ ("不比较"));
  for (guint i = 0; i < self->snapshots->len; i++)
    {
      g_autofree char *label = g_strdup_printf (_ ("与第 %d 期比较"),
                                                ((XybSnapshot *) self->snapshots->pdata[i])->issue);

      gtk_string_list_append (strings, label);
    }
  xyb_filter_choice_set_strings (self->compare_choice, strings);
  gtk_drop_down_set_selected (self->compare_choice, place);
  gtk_widget_set_sensitive (GTK_WIDGET (self->compare_choice), self->snapshots->len > 0);
}

static void
compare (XybAssessmentPage *self)
{
  guint place = place_of_issue (self, self->compared);
  const XybSnapshot *snapshot = place > 0 ? self->snapshots->pdata[place - 1] : NULL;
  g_autoptr (GError) error = NULL;
  XybAssessmentTable *table = NULL;

  if (snapshot != NULL)
    table = xyb_assessment_store_get_snapshot (xyb_assessment_page_get_store (self),
                                               self->state->scheme, snapshot->issue, &error);
  if (error != NULL)
    xyb_office_report (xyb_assessment_page_get_office (self), error);
  xyb_assessment_state_compare (self->state, table);
}

static void
compare_changed_cb (GtkDropDown *choice, GParamSpec *pspec, XybAssessmentPage *self)
{
  guint place = gtk_drop_down_get_selected (choice);

  if (self->filling || self->state == NULL || place == GTK_INVALID_LIST_POSITION)
    return;
  self->compared = place > 0 && place <= self->snapshots->len
                     ? ((XybSnapshot *) self->snapshots->pdata[place - 1])->issue
                     : 0;
  compare (self);
  xyb_assessment_page_refill_sheet (self);
  xyb_assessment_page_fill_foot (self);
}

/**
 * xyb_assessment_page_read_snapshots:
 * @self: the page, with a table
 *
 * Reads the snapshots of the table and compares it with the one chosen.
 */
void
xyb_assessment_page_read_snapshots (XybAssessmentPage *self)
{
  g_autoptr (GError) error = NULL;

  read_snapshots (self, &error);
  if (error != NULL)
    xyb_office_report (xyb_assessment_page_get_office (self), error);
  fill_compare_choice (self);
  compare (self);
}

/**
 * xyb_assessment_page_bind_compare:
 * @widget_class: class of the page
 */
void
xyb_assessment_page_bind_compare (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, compare_changed_cb);
}

/* ---- no table ---- */

/**
 * xyb_assessment_page_show_empty:
 * @self: the page, without a table
 *
 * UI.md: an empty page offers what to do next.
 */
void
xyb_assessment_page_show_empty (XybAssessmentPage *self)
{
  int year = xyb_assessment_page_get_year (self);
  const char *kind = xyb_unit_kind_name (self->kind);
  g_autoptr (GArray) years
    = xyb_scheme_store_list_years (xyb_assessment_page_get_store (self), self->kind, NULL);
  gboolean bare = xyb_office_get_districts (xyb_assessment_page_get_office (self))->len == 0;
  g_autofree char *title = g_strdup_printf (_ ("%d年还没有%s考核方案"), year, kind);
  g_autofree char *label = NULL;

  self->copy_from = 0;
  for (guint i = 0; years != NULL && i < years->len; i++)
    if (g_array_index (years, int, i) != year
        && (g_array_index (years, int, i) < year || self->copy_from == 0))
      self->copy_from = g_array_index (years, int, i);
  label = self->copy_from == year - 1 ? g_strdup (_ ("从上一年复制方案…"))
                                      : g_strdup_printf (_ ("从%d年复制方案…"), self->copy_from);
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (
    self->empty, self->copy_from != 0
                   ? _ ("复制后可以修改指标、分值、规则和考核对象，标记都是空的。")
                   : _ ("还没有哪一年有方案可以复制：请换一类单位或换一年，或者载入自带资料。"));
  gtk_button_set_label (self->copy_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->copy_button),
                          self->copy_from != 0
                            && !xyb_office_is_read_only (xyb_assessment_page_get_office (self)));
  gtk_widget_set_visible (self->presets_button, bare);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}
