/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-page-private.h"

#include "xyb-i18n.h"
#include "xyb-print-preview.h"
#include "xyb-window-private.h"

/* Files and paper: the office's documents of the table in view. */

static XybExportSpec
spec_of (XybAssessmentPage *self, XybExportKind kind)
{
  return (XybExportSpec){ .kind = kind,
                          .year = xyb_assessment_page_get_year (self),
                          .unit_kind = self->kind };
}

static void export(XybAssessmentPage *self, XybExportKind kind, gboolean pdf)
{
  XybExportSpec spec = spec_of (self, kind);

  if (self->state == NULL || !xyb_sheet_commit (self->sheet))
    return;
  spec.pdf = pdf;
  xyb_window_ask_export (XYB_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &spec);
}

gboolean
xyb_assessment_page_start_export (XybPage *page)
{
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (page);

  export(self, XYB_EXPORT_ASSESSMENT, FALSE);
  return self->state != NULL;
}

/* The unit of the cursor stands third: its sheet alone, then those of all. */
gboolean
xyb_assessment_page_start_print (XybPage *page)
{
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (page);
  XybPrintChoice choices[] = {
    { _ ("考核表"), spec_of (self, XYB_EXPORT_ASSESSMENT) },
    { _ ("排名"), spec_of (self, XYB_EXPORT_RANKING) },
    { _ ("全部单位考核表"), spec_of (self, XYB_EXPORT_UNIT_SHEETS) },
    { NULL, spec_of (self, XYB_EXPORT_UNIT_SHEET) },
  };
  guint n = G_N_ELEMENTS (choices);
  guint row;
  guint column;

  if (self->state == NULL || !xyb_sheet_commit (self->sheet))
    return FALSE;
  xyb_sheet_get_cursor (self->sheet, &row, &column);
  if (row < xyb_sheet_model_get_n_rows (XYB_SHEET_MODEL (self->model)))
    {
      const XybSchemeUnit *unit
        = xyb_assessment_state_get_unit (self->state,
                                         xyb_assessment_sheet_model_get_unit (self->model, row));

      choices[n - 1].label = unit->unit_name;
      choices[n - 1].spec.unit_id = unit->unit_id;
    }
  else
    n--;
  xyb_print_preview_open (GTK_WIDGET (page), xyb_assessment_page_get_office (self), choices, n);
  return TRUE;
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *target;
    XybExportKind kind;
    gboolean pdf;
  } targets[] = {
    { "xlsx", XYB_EXPORT_ASSESSMENT, FALSE },
    { "pdf", XYB_EXPORT_ASSESSMENT, TRUE },
    { "ranking", XYB_EXPORT_RANKING, FALSE },
    { "units", XYB_EXPORT_UNIT_SHEETS, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_str_equal (g_variant_get_string (parameter, NULL), targets[i].target))
      export(XYB_ASSESSMENT_PAGE (widget), targets[i].kind, targets[i].pdf);
}

/**
 * xyb_assessment_page_add_output_actions:
 * @klass: class of the page
 */
void
xyb_assessment_page_add_output_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "assessment.export", "s", export_cb);
}
