/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-quota-page.h"

#include <inttypes.h>

#include "xyb-i18n.h"
#include "xyb-office-store.h"
#include "xyb-plan-store.h"
#include "xyb-print-preview.h"
#include "xyb-quota-chart.h"
#include "xyb-tag.h"
#include "xyb-trial-card.h"

struct _XybQuotaPage
{
  XybPage parent_instance;

  /* template widgets */
  GtkStack *stack;
  XybQuotaGrid *grid;
  XybTag *total_tag;
  GtkLabel *note;
  GtkLabel *unlisted;
  XybQuotaChart *chart;
  XybTrialCard *trial;
  GtkWidget *main_button;

  /* owned */
  XybQuotaRows *rows;
  XybPlan *reference; /* another year's plan that has tiers, or NULL */
  char *refusal;      /* why a cell is not taken, or NULL */
};

G_DEFINE_FINAL_TYPE (XybQuotaPage, xyb_quota_page, XYB_TYPE_PAGE)

static XybOffice *
get_office (XybQuotaPage *self)
{
  return xyb_page_get_office (XYB_PAGE (self));
}

/* ---- the check under the column ---- */

static void
update_total (XybQuotaPage *self)
{
  gint64 total = xyb_quota_grid_get_draft_total (self->grid, XYB_TRACK_ACCREDITATION);
  gboolean match;
  g_autofree char *sentence = NULL;

  if (self->refusal != NULL)
    {
      xyb_tag_set (self->total_tag, "error", "dialog-error-symbolic", self->refusal);
      return;
    }
  sentence = xyb_quota_rows_total_sentence (total, self->rows->target, &match);
  if (total == XYB_UNSAID || self->rows->target == XYB_UNSAID)
    xyb_tag_set (self->total_tag, "warning", "dialog-warning-symbolic", sentence);
  else if (match)
    xyb_tag_set (self->total_tag, "success", "object-select-symbolic", sentence);
  else
    xyb_tag_set (self->total_tag, "error", "dialog-error-symbolic", sentence);
}

static gboolean
all_blank (const XybQuotaRows *rows)
{
  for (guint i = 0; i < rows->rows->len; i++)
    if (((XybQuotaRow *) rows->rows->pdata[i])->city_model != XYB_UNSAID)
      return FALSE;
  return TRUE;
}

/* QUO-02: blank is not 0; the total is the plan's while nothing is broken down. */
static char *
city_model_note (const XybQuotaRows *rows, gint64 target)
{
  if (target == XYB_UNSAID)
    return g_strdup ("");
  if (all_blank (rows))
    return g_strdup_printf (_ ("示范企业数：方案只给合计 %" PRId64
                               " 家，未分解到区镇，空格按空白导出。"),
                            target);
  if (rows->total->city_model > target)
    return g_strdup_printf (_ ("示范企业数：已填 %" PRId64 " 家，比方案目标 %" PRId64
                               " 家多，请核对。"),
                            rows->total->city_model, target);
  return g_strdup_printf (_ ("示范企业数：已填 %" PRId64 " 家，方案目标 %" PRId64 " 家。"),
                          rows->total->city_model, target);
}

static void
update_notes (XybQuotaPage *self, const XybPlan *plan)
{
  g_autofree char *note = city_model_note (self->rows, plan->targets[XYB_TRACK_CITY_MODEL - 1]);
  g_autofree char *unlisted = NULL;

  if (self->rows->unlisted != NULL)
    unlisted = g_strdup_printf (_ ("%s无指标，不列入附件1"), self->rows->unlisted);
  gtk_label_set_label (self->note, note);
  gtk_label_set_label (self->unlisted, unlisted != NULL ? unlisted : "");
}

/* ---- the table ---- */

static void
grid_commit_cb (XybQuotaGrid *grid, gint64 unit_id, int track, gint64 number, XybQuotaPage *self)
{
  XybOffice *office = get_office (self);
  g_autoptr (GError) error = NULL;

  if (!xyb_plan_store_set_quota (xyb_office_get_store (office), xyb_office_get_year (office),
                                 unit_id, (XybTrack) track, number, &error))
    xyb_office_report (office, error);
}

/* A file made without presets: one click brings the two plans the program knows. */
static void
load_presets_cb (GtkButton *button, XybQuotaPage *self)
{
  XybOffice *office = get_office (self);
  g_autoptr (GArray) years = NULL;
  g_autoptr (GError) error = NULL;

  if (!xyb_office_store_load_presets (xyb_office_get_store (office), &error))
    {
      xyb_office_report (office, error);
      return;
    }
  years = xyb_office_list_years (office);
  if (years->len > 0)
    xyb_office_set_year (office, g_array_index (years, int, years->len - 1));
}

static void
grid_draft_changed_cb (XybQuotaGrid *grid, XybQuotaPage *self)
{
  if (self->rows != NULL)
    update_total (self);
}

static void
grid_refused_cb (XybQuotaGrid *grid, const char *sentence, XybQuotaPage *self)
{
  g_free (self->refusal);
  self->refusal = g_strdup (sentence);
  if (self->rows != NULL)
    update_total (self);
}

static void
fill_trial (XybQuotaPage *self)
{
  const XybPlan *plan = xyb_office_get_plan (get_office (self));
  const XybQuotaRow *row
    = self->rows != NULL
        ? xyb_quota_rows_find (self->rows, xyb_quota_grid_get_selected (self->grid))
        : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->trial), row != NULL);
  if (row != NULL && plan != NULL)
    xyb_trial_card_fill (self->trial, row, plan, self->reference);
}

static void
grid_selected_cb (XybQuotaGrid *grid, gint64 unit_id, XybQuotaPage *self)
{
  xyb_quota_chart_select (self->chart, unit_id);
  fill_trial (self);
}

/* The latest other year with real tiers: how a point was lost then (AMB-02: reference only). */
static XybPlan *
find_reference (XybOffice *office)
{
  g_autoptr (GArray) years = xyb_office_list_years (office);

  for (guint i = years->len; i > 0; i--)
    {
      int year = g_array_index (years, int, i - 1);
      g_autoptr (XybPlan) plan = NULL;

      if (year == xyb_office_get_year (office))
        continue;
      plan = xyb_plan_store_get (xyb_office_get_store (office), year, NULL);
      if (plan != NULL && plan->tiers->len > 1)
        return g_steal_pointer (&plan);
    }
  return NULL;
}

static void
show_plan (XybQuotaPage *self, const XybPlan *plan)
{
  gboolean editable = !xyb_office_is_read_only (get_office (self));

  gtk_stack_set_visible_child_name (self->stack, "table");
  xyb_quota_chart_fill (self->chart, self->rows);
  xyb_quota_grid_fill (self->grid, self->rows, editable);
  xyb_quota_chart_select (self->chart, xyb_quota_grid_get_selected (self->grid));
  update_total (self);
  update_notes (self, plan);
  fill_trial (self);
}

static XybQuotaRows *
read_rows (XybOffice *office, const XybPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) progress
    = xyb_plan_store_list_progress (xyb_office_get_store (office), plan->year, error);

  if (progress == NULL)
    return NULL;
  return xyb_quota_rows_new (plan, progress, xyb_office_get_districts (office));
}

static void
xyb_quota_page_reload (XybPage *page, const char *const *tables)
{
  static const char *const wanted[] = { "plan", "quota", "nomination", "plan_tier", "unit", NULL };
  XybQuotaPage *self = XYB_QUOTA_PAGE (page);
  XybOffice *office = get_office (self);
  const XybPlan *plan = xyb_office_get_plan (office);
  g_autoptr (GError) error = NULL;

  if (!xyb_page_touches (tables, wanted) && self->rows != NULL)
    return;
  if (tables == NULL)
    xyb_quota_grid_forget (self->grid);
  g_clear_pointer (&self->rows, xyb_quota_rows_free);
  g_clear_pointer (&self->reference, xyb_plan_free);
  if (plan != NULL)
    self->rows = read_rows (office, plan, &error);
  if (error != NULL)
    xyb_office_report (office, error);
  if (self->rows == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  self->reference = find_reference (office);
  show_plan (self, plan);
}

static char *
xyb_quota_page_dup_subtitle (XybPage *page)
{
  const XybPlan *plan = xyb_office_get_plan (xyb_page_get_office (page));

  return plan != NULL ? g_strdup (plan->quota_title) : NULL;
}

static GtkWidget *
xyb_quota_page_get_main_button (XybPage *page)
{
  return XYB_QUOTA_PAGE (page)->main_button;
}

static gboolean
xyb_quota_page_start_export (XybPage *page)
{
  return gtk_widget_activate_action (GTK_WIDGET (page), "win.export-quota", "s", "xlsx");
}

static gboolean
xyb_quota_page_start_print (XybPage *page)
{
  XybOffice *office = xyb_page_get_office (page);
  XybPrintChoice choice = { _ ("附件1"), { .kind = XYB_EXPORT_QUOTA } };

  if (xyb_office_get_plan (office) == NULL)
    return FALSE;
  choice.spec.year = xyb_office_get_year (office);
  xyb_print_preview_open (GTK_WIDGET (page), office, &choice, 1);
  return TRUE;
}

/* @id is of a 区镇. */
static void
xyb_quota_page_show_record (XybPage *page, gint64 id)
{
  XybQuotaPage *self = XYB_QUOTA_PAGE (page);
  XybNumberCell *cell = xyb_quota_grid_get_cell (self->grid, id, XYB_TRACK_ACCREDITATION);

  if (cell == NULL)
    return;
  xyb_quota_grid_select (self->grid, id);
  gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static void
xyb_quota_page_dispose (GObject *object)
{
  XybQuotaPage *self = XYB_QUOTA_PAGE (object);

  g_clear_pointer (&self->rows, xyb_quota_rows_free);
  g_clear_pointer (&self->reference, xyb_plan_free);
  g_clear_pointer (&self->refusal, g_free);
  G_OBJECT_CLASS (xyb_quota_page_parent_class)->dispose (object);
}

static void
xyb_quota_page_class_init (XybQuotaPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XybPageClass *page_class = XYB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_quota_page_dispose;
  page_class->name = "quota";
  page_class->title = N_ ("指标分解（附件1）");
  page_class->icon_name = "xyb-quota-symbolic";
  page_class->reload = xyb_quota_page_reload;
  page_class->dup_subtitle = xyb_quota_page_dup_subtitle;
  page_class->get_main_button = xyb_quota_page_get_main_button;
  page_class->start_export = xyb_quota_page_start_export;
  page_class->start_print = xyb_quota_page_start_print;
  page_class->show_record = xyb_quota_page_show_record;

  g_type_ensure (XYB_TYPE_TAG);
  g_type_ensure (XYB_TYPE_QUOTA_GRID);
  g_type_ensure (XYB_TYPE_QUOTA_CHART);
  g_type_ensure (XYB_TYPE_TRIAL_CARD);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/quota/xyb-quota-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, stack);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, grid);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, total_tag);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, note);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, unlisted);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, chart);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, trial);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, main_button);
  gtk_widget_class_bind_template_callback (widget_class, load_presets_cb);
  gtk_widget_class_bind_template_callback (widget_class, grid_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, grid_draft_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, grid_refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, grid_selected_cb);
}

static void
xyb_quota_page_init (XybQuotaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_quota_page_get_grid:
 * @self: the page
 *
 * Returns: (transfer none): its table
 */
XybQuotaGrid *
xyb_quota_page_get_grid (XybQuotaPage *self)
{
  g_return_val_if_fail (XYB_IS_QUOTA_PAGE (self), NULL);

  return self->grid;
}

/**
 * xyb_quota_page_get_total_sentence:
 * @self: the page
 *
 * Returns: what the tag under the column says (QUO-01)
 */
const char *
xyb_quota_page_get_total_sentence (XybQuotaPage *self)
{
  g_return_val_if_fail (XYB_IS_QUOTA_PAGE (self), NULL);

  return xyb_tag_get_text (self->total_tag);
}
