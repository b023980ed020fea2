/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-page-private.h"

#include "xyb-compat.h"
#include "xyb-core-error.h"
#include "xyb-i18n.h"
#include "xyb-table-reader.h"
#include "xyb-unit-store.h"

/* A whole 考核表 that comes back, as a file or pasted with its heads: found by its words, taken
 * whole or not at all; what cannot be placed is listed with what it might be, never a new unit. */

#define PROBLEM_HEIGHT 220

/* ---- what is wrong ---- */

static GtkWidget *
problems_new (const GPtrArray *problems)
{
  g_autoptr (GString) words = g_string_new (NULL);
  GtkWidget *label;
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", (const char *) problems->pdata[i]);
  label = gtk_label_new (words->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "open-list");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), PROBLEM_HEIGHT);
  gtk_widget_add_css_class (scrolled, "text-field");
  return scrolled;
}

static void
tell_problems (XybAssessmentPage *self, const GPtrArray *problems, const char *name)
{
  static const XybDialogAnswer answers[] = { { "close", N_ ("知道了"), ADW_RESPONSE_DEFAULT } };
  g_autofree char *body
    = g_strdup_printf (_ ("「%s」有 %u 处对不上，什么也没有导入。请在表里改正后再来一次。"), name,
                       problems->len);

  xyb_compat_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("考核表没有导入"), body,
                  answers, G_N_ELEMENTS (answers), problems_new (problems), NULL, NULL);
}

/* ---- taking it ---- */

static gboolean
take (XybAssessmentPage *self, const XybGrid *grid, const char *name, GError **error)
{
  g_autofree char *sentence = NULL;
  guint changed = 0;

  if (!xyb_assessment_store_import (xyb_assessment_page_get_store (self), self->state->assessment,
                                    grid, name, &changed, error))
    return FALSE;
  if (changed == 0)
    sentence = g_strdup_printf (_ ("「%s」和现在的考核表一样，没有改动。"), name);
  else
    sentence = g_strdup_printf (_ ("从「%s」填了 %u 格"), name, changed);
  if (changed == 0)
    xyb_office_say (xyb_assessment_page_get_office (self), sentence);
  else
    xyb_office_offer (xyb_assessment_page_get_office (self), sentence, _ ("撤销"), "win.undo");
  return TRUE;
}

/* ---- pasted ---- */

/* Marks alone go where the cursor is; with a head among them the block is a whole table. */
gboolean
xyb_assessment_page_is_table (const XybTextTable *table, gpointer user_data)
{
  XybAssessmentPage *self = user_data;

  for (guint row = 0; row < table->rows->len; row++)
    for (guint column = 0; column < table->n_columns; column++)
      if (xyb_grid_find_indicator (self->state->scheme, xyb_text_table_get (table, row, column))
          >= 0)
        return TRUE;
  return FALSE;
}

gboolean
xyb_assessment_page_paste_table (const XybTextTable *table, gpointer user_data, GError **error)
{
  XybAssessmentPage *self = user_data;
  g_autoptr (GPtrArray) units
    = xyb_unit_store_list (xyb_assessment_page_get_store (self), 0, error);
  g_autoptr (XybUnitMatcher) matcher = NULL;
  g_autoptr (XybGrid) grid = NULL;

  if (units == NULL)
    return FALSE;
  if (self->state->locked != NULL)
    {
      g_set_error_literal (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNFIT_MARK, self->state->locked);
      return FALSE;
    }
  matcher = xyb_unit_matcher_new (units);
  grid = xyb_grid_read (table, self->state->scheme, matcher);
  if (grid->problems->len == 0)
    return take (self, grid, _ ("剪贴板"), error);
  tell_problems (self, grid->problems, _ ("剪贴板"));
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNFIT_MARK,
               _ ("粘贴的考核表有 %u 处对不上，什么也没有粘贴。"), grid->problems->len);
  return FALSE;
}

/* ---- from a file ---- */

/* The first sheet that can be seen and has the head; where none has, what is wrong with the first.
 */
static XybGrid *
read_sheets (GPtrArray *sheets, const XybScheme *scheme, XybUnitMatcher *matcher)
{
  g_autoptr (XybGrid) first = NULL;

  for (guint i = 0; i < sheets->len; i++)
    {
      const XybTableSheet *sheet = sheets->pdata[i];
      g_autoptr (XybGrid) grid = NULL;

      if (sheet->hidden)
        continue;
      grid = xyb_grid_read (sheet->table, scheme, matcher);
      if (grid->head_row != 0)
        return g_steal_pointer (&grid);
      if (first == NULL)
        first = g_steal_pointer (&grid);
    }
  return g_steal_pointer (&first);
}

/**
 * xyb_assessment_page_import:
 * @self: the page
 * @path: a workbook or a text table
 *
 * Fills the table in view from a file: all of it, as one revision, or nothing with a list of what
 * cannot be placed.
 *
 * Returns: whether it was taken
 */
gboolean
xyb_assessment_page_import (XybAssessmentPage *self, const char *path)
{
  XybOffice *office = xyb_assessment_page_get_office (self);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units
    = xyb_unit_store_list (xyb_assessment_page_get_store (self), 0, &error);
  g_autoptr (GPtrArray) sheets = units != NULL ? xyb_table_reader_read (path, NULL, &error) : NULL;
  g_autoptr (XybUnitMatcher) matcher = NULL;
  g_autoptr (XybGrid) grid = NULL;

  g_return_val_if_fail (XYB_IS_ASSESSMENT_PAGE (self), FALSE);

  if (sheets == NULL || self->state == NULL)
    {
      if (error != NULL)
        xyb_office_report (office, error);
      return FALSE;
    }
  matcher = xyb_unit_matcher_new (units);
  grid = read_sheets (sheets, self->state->scheme, matcher);
  if (grid == NULL)
    {
      g_autofree char *sentence
        = g_strdup_printf (_ ("「%s」里没有可见的工作表，没有可以导入的内容。"), name);

      xyb_office_say (office, sentence);
      return FALSE;
    }
  if (grid->problems->len > 0)
    {
      tell_problems (self, grid->problems, name);
      return FALSE;
    }
  if (take (self, grid, name, &error))
    return TRUE;
  xyb_office_report (office, error);
  return FALSE;
}

static void
file_chosen_cb (const char *path, gpointer user_data)
{
  g_autoptr (XybAssessmentPage) self = user_data;

  if (path != NULL && self->sheet != NULL)
    xyb_assessment_page_import (self, path);
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const XybFileKind kind = { _ ("考核表"), "*.xlsx;*.xls;*.et;*.ods;*.csv;*.tsv" };
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (widget);

  if (self->state != NULL && xyb_sheet_commit (self->sheet))
    xyb_compat_choose_open (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("导入考核表"), NULL,
                            &kind, file_chosen_cb, g_object_ref (self));
}

/**
 * xyb_assessment_page_add_import_action:
 * @klass: class of the page
 */
void
xyb_assessment_page_add_import_action (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "assessment.import", NULL, import_cb);
}
