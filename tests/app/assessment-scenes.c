/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assessment-scenes.h"

#include "xyb-assessment-store.h"
#include "xyb-scheme-editor.h"
#include "xyb-snapshot-window.h"

#define YEAR 2020

/* ---- filling in ---- */

typedef struct
{
  const char *unit;
  guint indicator; /* from 1, as columns are counted */
  const char *text;
} Entry;

/* What stood in the table of the first issue. */
static const Entry first_entries[] = {
  { "应急管理局", 8, "1" },
  { "税务局", 8, "1" },
};

/* And what came after it: 39 times √, three deductions, two explanations. */
static const Entry later_entries[] = {
  { "资源规划局", 4, "√" },     { "住建局", 3, "√" },          { "住建局", 4, "√" },
  { "住建局", 5, "√" },         { "城管局", 4, "√" },          { "城管局", 9, "√" },
  { "交通运输局", 3, "√" },     { "交通运输局", 4, "√" },      { "交通运输局", 5, "√" },
  { "交通运输局", 9, "缺1次" }, { "水务局", 4, "√" },          { "水务局", 5, "√" },
  { "商务局", 4, "√" },         { "商务局", 5, "√" },          { "文体广旅局", 9, "√" },
  { "卫健委", 4, "√" },         { "卫健委", 9, "√" },          { "应急管理局", 3, "√" },
  { "应急管理局", 9, "√" },     { "审计局", 9, "缺1次" },      { "行政审批局", 4, "√" },
  { "行政审批局", 5, "√" },     { "行政审批局", 7, "已说明" }, { "市场监管局", 3, "√" },
  { "市场监管局", 4, "√" },     { "市场监管局", 5, "√" },      { "市场监管局", 6, "√" },
  { "统计局", 7, "缺2次" },     { "信访局", 3, "已说明" },     { "生态环境局", 3, "√" },
  { "生态环境局", 4, "√" },     { "组织部", 1, "√" },          { "组织部", 9, "√" },
};

static const struct
{
  const char *unit;
  const char *text;
} remarks[] = {
  { "交通运输局", "宣传缺1次" },
  { "审计局", "宣传缺1次" },
  { "统计局", "反馈缺2次" },
};

static XybAssessment *
load (AppFixture *fixture, XybUnitKind kind)
{
  g_autoptr (GError) error = NULL;
  XybAssessment *assessment = xyb_assessment_store_load (fixture->store, YEAR, kind, &error);

  g_assert_no_error (error);
  return assessment;
}

static gint64
unit_id_of (const XybScheme *scheme, const char *name)
{
  for (guint i = 0; i < scheme->units->len; i++)
    {
      const XybSchemeUnit *unit = scheme->units->pdata[i];

      if (g_str_equal (unit->unit_name, name))
        return unit->unit_id;
    }
  g_error ("no unit %s", name);
}

static void
add (GArray *edits,
     GPtrArray *marks,
     const XybScheme *scheme,
     gint64 unit_id,
     guint indicator,
     const char *text)
{
  const XybIndicator *info = scheme->indicators->pdata[indicator - 1];
  g_autoptr (GError) error = NULL;
  XybMark *mark = xyb_mark_parse (text, info, &error);
  XybCellEdit edit = { unit_id, info->id, mark, FALSE };

  g_assert_no_error (error);
  g_ptr_array_add (marks, mark);
  g_array_append_val (edits, edit);
}

static void
enter (AppFixture *fixture, const XybScheme *scheme, const Entry *entries, gsize n, gboolean events)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (XybCellEdit));
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_mark_free);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < n; i++)
    add (edits, marks, scheme, unit_id_of (scheme, entries[i].unit), entries[i].indicator,
         entries[i].text);
  for (guint k = 0; events && k < scheme->indicators->len; k++)
    for (guint i = 0;
         ((XybIndicator *) scheme->indicators->pdata[k])->event && i < scheme->units->len; i++)
      add (edits, marks, scheme, ((XybSchemeUnit *) scheme->units->pdata[i])->unit_id, k + 1, "无");
  xyb_assessment_store_set_cells (fixture->store, scheme, (XybCellEdit *) (gpointer) edits->data,
                                  edits->len, &error);
  g_assert_no_error (error);
}

static void
take_snapshot (AppFixture *fixture, XybUnitKind kind)
{
  g_autoptr (XybAssessment) assessment = load (fixture, kind);
  g_autoptr (GError) error = NULL;

  xyb_assessment_store_take_snapshot (fixture->store, assessment, 1, "2020-01-21", &error);
  g_assert_no_error (error);
}

static void
enter_departments (AppFixture *fixture)
{
  g_autoptr (XybAssessment) assessment = load (fixture, XYB_UNIT_KIND_DEPARTMENT);
  const XybScheme *scheme = assessment->scheme;
  g_autoptr (GError) error = NULL;

  enter (fixture, scheme, first_entries, G_N_ELEMENTS (first_entries), TRUE);
  take_snapshot (fixture, XYB_UNIT_KIND_DEPARTMENT);
  enter (fixture, scheme, later_entries, G_N_ELEMENTS (later_entries), FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (remarks); i++)
    {
      xyb_assessment_store_set_remark (fixture->store, scheme, unit_id_of (scheme, remarks[i].unit),
                                       remarks[i].text, &error);
      g_assert_no_error (error);
    }
}

static void
enter_others (AppFixture *fixture, XybUnitKind kind)
{
  static const Entry entries[] = { { "张浦镇", 1, "√" }, { "周市镇", 5, "√" } };
  g_autoptr (XybAssessment) assessment = load (fixture, kind);

  enter (fixture, assessment->scheme, entries,
         kind == XYB_UNIT_KIND_DISTRICT ? G_N_ELEMENTS (entries) : 0, TRUE);
}

static gboolean
is_close_button (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic")
              == 0;
}

static GtkWidget *
find_close_button (GtkWidget *widget)
{
  if (is_close_button (widget) || XYB_IS_PAGE (widget))
    return is_close_button (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_close_button (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What was filled in is announced; the picture is of what comes afterwards. */
static void
close_toast (AppFixture *fixture)
{
  GtkWidget *button = find_close_button (GTK_WIDGET (fixture->window->toasts));

  if (button != NULL)
    g_signal_emit_by_name (button, "clicked");
  app_settle ();
}

/* Fills in a table of the year as a clerk would have by the spring. */
void
assessment_fill (AppFixture *fixture, XybUnitKind kind)
{
  if (kind == XYB_UNIT_KIND_DEPARTMENT)
    enter_departments (fixture);
  else
    enter_others (fixture, kind);
  app_settle ();
  close_toast (fixture);
}

/* ---- looking ---- */

XybAssessmentPage *
assessment_show (AppFixture *fixture, XybUnitKind kind)
{
  XybAssessmentPage *page;

  xyb_window_show_page (fixture->window, "assessment");
  app_settle ();
  page = XYB_ASSESSMENT_PAGE (xyb_window_get_page (fixture->window));
  xyb_assessment_page_show_kind (page, kind);
  app_settle ();
  return page;
}

/* The cursor to a cell, by unit and indicator (from 1; 0: the unit itself). */
void
assessment_go (AppFixture *fixture, const char *unit, guint indicator)
{
  XybAssessmentPage *page = XYB_ASSESSMENT_PAGE (xyb_window_get_page (fixture->window));
  XybSheet *sheet = xyb_assessment_page_get_sheet (page);
  XybSheetModel *model = xyb_sheet_get_model (sheet);

  gtk_widget_grab_focus (GTK_WIDGET (sheet));
  for (guint row = 0; row < xyb_sheet_model_get_n_rows (model); row++)
    {
      g_autofree char *name = xyb_sheet_model_dup_text (model, row, 0);

      if (!g_str_equal (name, unit))
        continue;
      g_assert_true (xyb_sheet_set_cursor (sheet, row, indicator));
      app_settle ();
      return;
    }
  g_error ("%s is not in view", unit);
}

static XybAssessmentPage *
fill_and_show (AppFixture *fixture, XybUnitKind kind)
{
  assessment_fill (fixture, kind);
  return assessment_show (fixture, kind);
}

void
assessment_district (AppFixture *fixture)
{
  fill_and_show (fixture, XYB_UNIT_KIND_DISTRICT);
}

void
assessment_department (AppFixture *fixture)
{
  fill_and_show (fixture, XYB_UNIT_KIND_DEPARTMENT);
  assessment_go (fixture, "应急管理局", 8);
}

static void
ask_why (AppFixture *fixture)
{
  XybAssessmentPage *page = XYB_ASSESSMENT_PAGE (xyb_window_get_page (fixture->window));

  app_press (GTK_WIDGET (xyb_assessment_page_get_sheet (page)), GDK_KEY_Return, 0);
}

void
assessment_why (AppFixture *fixture)
{
  assessment_department (fixture);
  ask_why (fixture);
}

void
assessment_why_tier (AppFixture *fixture)
{
  assessment_district (fixture);
  assessment_go (fixture, "周市镇", 4);
  ask_why (fixture);
}

void
assessment_why_unit (AppFixture *fixture)
{
  assessment_department (fixture);
  assessment_go (fixture, "交通运输局", 0);
  ask_why (fixture);
}

void
assessment_settlement (AppFixture *fixture)
{
  XybAssessmentPage *page = fill_and_show (fixture, XYB_UNIT_KIND_DISTRICT);

  xyb_assessment_page_set_phase (page, XYB_PHASE_SETTLEMENT);
}

void
assessment_settle (AppFixture *fixture)
{
  assessment_department (fixture);
  gtk_widget_activate_action (GTK_WIDGET (xyb_window_get_page (fixture->window)),
                              "assessment.settle", NULL);
}

void
assessment_settled (AppFixture *fixture)
{
  XybAssessmentPage *page = fill_and_show (fixture, XYB_UNIT_KIND_SUBDISTRICT);
  g_autoptr (XybAssessment) assessment = load (fixture, XYB_UNIT_KIND_SUBDISTRICT);
  g_autoptr (GError) error = NULL;

  xyb_assessment_store_settle (fixture->store, assessment, "2020-12-28", "示例科员", TRUE, &error);
  g_assert_no_error (error);
  xyb_assessment_page_set_phase (page, XYB_PHASE_SETTLEMENT);
}

void
assessment_snapshot (AppFixture *fixture)
{
  assessment_department (fixture);
  gtk_widget_activate_action (GTK_WIDGET (xyb_window_get_page (fixture->window)),
                              "assessment.snapshot", NULL);
}

void
assessment_snapshots (AppFixture *fixture)
{
  assessment_department (fixture);
  gtk_widget_activate_action (GTK_WIDGET (xyb_window_get_page (fixture->window)),
                              "assessment.snapshots", NULL);
}

void
assessment_snapshots_compared (AppFixture *fixture)
{
  assessment_snapshots (fixture);
  xyb_snapshot_window_compare_with (XYB_SNAPSHOT_WINDOW (
                                      app_find_window (XYB_TYPE_SNAPSHOT_WINDOW)),
                                    1);
}

static void
open_scheme (AppFixture *fixture, const char *part)
{
  assessment_show (fixture, XYB_UNIT_KIND_DEPARTMENT);
  gtk_widget_activate_action (GTK_WIDGET (xyb_window_get_page (fixture->window)),
                              "assessment.edit-scheme", NULL);
  xyb_scheme_editor_show_part (XYB_SCHEME_EDITOR (app_find_window (XYB_TYPE_SCHEME_EDITOR)), part);
}

void
assessment_scheme (AppFixture *fixture)
{
  open_scheme (fixture, "indicators");
}

void
assessment_scheme_units (AppFixture *fixture)
{
  open_scheme (fixture, "units");
}

void
assessment_scheme_check (AppFixture *fixture)
{
  open_scheme (fixture, "check");
}

void
assessment_copy (AppFixture *fixture)
{
  assessment_empty (fixture);
  gtk_widget_activate_action (GTK_WIDGET (xyb_window_get_page (fixture->window)),
                              "assessment.copy-scheme", NULL);
}

void
assessment_explain (AppFixture *fixture)
{
  XybAssessmentPage *page;

  assessment_why (fixture);
  page = XYB_ASSESSMENT_PAGE (xyb_window_get_page (fixture->window));
  g_signal_emit_by_name (xyb_assessment_page_get_panel (page), "explain", (gint64) 0);
}

void
assessment_empty (AppFixture *fixture)
{
  xyb_office_set_year (xyb_window_get_office (fixture->window), 2019);
  assessment_show (fixture, XYB_UNIT_KIND_DEPARTMENT);
}
