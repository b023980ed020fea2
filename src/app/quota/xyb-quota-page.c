/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-quota-page.h"

#include <inttypes.h>

#include "xyb-i18n.h"
#include "xyb-plan-store.h"
#include "xyb-print-preview.h"
#include "xyb-quota-chart.h"
#include "xyb-quota-sheet-model.h"
#include "xyb-quota-targets.h"
#include "xyb-tag.h"
#include "xyb-trial-card.h"

struct _XybQuotaPage
{
  XybPage parent_instance;

  /* template widgets */
  GtkStack *stack;
  XybSheet *sheet;
  XybTag *total_tag;
  GtkLabel *note;
  GtkLabel *unlisted;
  GtkMenuButton *targets_button;
  XybQuotaTargets *targets;
  GtkMenuButton *rows_button;
  XybQuotaChart *chart;
  XybTrialCard *trial;
  GtkWidget *main_button;
  GtkWidget *presets_button;

  /* owned */
  XybQuotaSheetModel *model;
  XybQuotaRows *rows;
  XybPlan *reference; /* another year's plan that has tiers, or NULL */
  gint64 selected;    /* the 区镇 in chart and trial */
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
  gint64 total = xyb_quota_sheet_model_get_draft_total (self->model, XYB_TRACK_ACCREDITATION);
  const char *refusal = xyb_sheet_get_refusal (self->sheet);
  gboolean match;
  g_autofree char *sentence = NULL;

  if (refusal != NULL)
    {
      xyb_tag_set (self->total_tag, "error", "dialog-error-symbolic", refusal);
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

/* A file made without presets: one click brings the two plans the program knows. */
static void
load_presets_cb (GtkButton *button, XybQuotaPage *self)
{
  xyb_office_load_presets (get_office (self));
}

static void
sheet_draft_changed_cb (XybSheet *sheet, XybQuotaPage *self)
{
  guint row;
  guint column;
  const char *draft = xyb_sheet_get_draft (sheet, &row, &column);

  if (self->rows == NULL)
    return;
  xyb_quota_sheet_model_set_draft (self->model, row, column, draft);
  update_total (self);
}

/* Of a cell that is open the tag speaks; of a paste nothing is left to see but this. */
static void
sheet_refused_cb (XybSheet *sheet, const char *sentence, XybQuotaPage *self)
{
  if (xyb_sheet_get_refusal (sheet) == NULL)
    xyb_office_say (get_office (self), sentence);
}

static void
fill_trial (XybQuotaPage *self)
{
  const XybPlan *plan = xyb_office_get_plan (get_office (self));
  const XybQuotaRow *row
    = self->rows != NULL ? xyb_quota_rows_find (self->rows, self->selected) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->trial), row != NULL);
  if (row != NULL && plan != NULL)
    xyb_trial_card_fill (self->trial, row, plan, self->reference);
}

/* ---- rows of 附件1 (AMB-05) ---- */

static void
append_row_item (GMenu *menu, char *text, const char *action, gint64 id)
{
  g_autofree char *label = text;
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static void
update_menu (XybQuotaPage *self)
{
  XybOffice *office = get_office (self);
  const GPtrArray *districts = xyb_office_get_districts (office);
  const XybQuotaRow *row = xyb_quota_rows_find (self->rows, self->selected);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < districts->len; i++)
    {
      const XybUnit *unit = districts->pdata[i];

      if (xyb_quota_rows_find (self->rows, unit->id) == NULL)
        append_row_item (menu, g_strdup_printf (_ ("增加%s"), unit->name), "quota.add-row",
                         unit->id);
    }
  if (row != NULL)
    append_row_item (menu, g_strdup_printf (_ ("移除%s"), row->name), "quota.remove-row",
                     row->unit_id);
  xyb_sheet_set_extra_menu (self->sheet,
                            xyb_office_is_read_only (office) ? NULL : G_MENU_MODEL (menu));
  gtk_menu_button_set_menu_model (self->rows_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->rows_button), !xyb_office_is_read_only (office));
}

typedef gboolean (*RowFunc) (XybStore *store, int year, gint64 unit_id, GError **error);

static void
change_rows (XybQuotaPage *self, RowFunc func, gint64 unit_id)
{
  XybOffice *office = get_office (self);
  g_autoptr (GError) error = NULL;

  if (!xyb_sheet_commit (self->sheet))
    return;
  if (!func (xyb_office_get_store (office), xyb_office_get_year (office), unit_id, &error))
    xyb_office_report (office, error);
}

static void
add_row_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 unit_id = g_variant_get_int64 (parameter);

  change_rows (XYB_QUOTA_PAGE (widget), xyb_plan_store_add_quota_row, unit_id);
  xyb_page_show_record (XYB_PAGE (widget), unit_id);
}

static void
remove_row_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  change_rows (XYB_QUOTA_PAGE (widget), xyb_plan_store_remove_quota_row,
               g_variant_get_int64 (parameter));
}

/* ---- the selected 区镇 ---- */

/* In 合计 the last 区镇 stays the one that is told about. */
static void
select_row (XybQuotaPage *self)
{
  guint row;
  guint column;
  gint64 unit_id;

  xyb_sheet_get_cursor (self->sheet, &row, &column);
  unit_id = xyb_quota_sheet_model_get_unit (self->model, row);
  if (unit_id != 0)
    self->selected = unit_id;
  xyb_quota_chart_select (self->chart, self->selected);
  fill_trial (self);
  update_menu (self);
}

static void
sheet_cursor_moved_cb (XybSheet *sheet, XybQuotaPage *self)
{
  if (self->rows != NULL)
    select_row (self);
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

/* Where a row came or went the cursor stays with its 区镇. */
static void
follow_selected (XybQuotaPage *self)
{
  guint row;
  guint column;
  guint wanted;

  xyb_sheet_get_cursor (self->sheet, &row, &column);
  if (xyb_quota_sheet_model_get_unit (self->model, row) != self->selected
      && xyb_quota_sheet_model_get_unit (self->model, row) != 0
      && xyb_quota_sheet_model_find_unit (self->model, self->selected, &wanted))
    xyb_sheet_set_cursor (self->sheet, wanted, column);
}

static void
show_plan (XybQuotaPage *self, const XybPlan *plan)
{
  gint64 selected = self->selected;

  gtk_stack_set_visible_child_name (self->stack, "table");
  xyb_quota_chart_fill (self->chart, self->rows);
  xyb_quota_sheet_model_fill (self->model, self->rows);
  self->selected = selected;
  follow_selected (self);
  select_row (self);
  update_total (self);
  update_notes (self, plan);
  xyb_quota_targets_fill (self->targets, get_office (self));
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
  g_autoptr (XybQuotaRows) before = NULL; /* the sheet's until it gets others */
  g_autoptr (GError) error = NULL;

  if (!xyb_page_touches (tables, wanted) && self->rows != NULL)
    return;
  if (tables == NULL)
    xyb_sheet_forget (self->sheet);
  before = g_steal_pointer (&self->rows);
  g_clear_pointer (&self->reference, xyb_plan_free);
  if (plan != NULL)
    self->rows = read_rows (office, plan, &error);
  if (error != NULL)
    xyb_office_report (office, error);
  if (self->rows == NULL)
    {
      xyb_quota_sheet_model_fill (self->model, NULL);
      /* What the program brings goes into an office that has no units yet. */
      gtk_widget_set_visible (self->presets_button, xyb_office_get_districts (office)->len == 0);
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

/* Only the two white columns can be edited; F2 anywhere else goes to the first of them. */
static gboolean
xyb_quota_page_start_edit (XybPage *page)
{
  XybQuotaPage *self = XYB_QUOTA_PAGE (page);
  guint row;
  guint column;

  if (self->rows == NULL)
    return FALSE;
  if (xyb_sheet_start_edit (self->sheet))
    return TRUE;
  xyb_sheet_get_cursor (self->sheet, &row, &column);
  return xyb_sheet_set_cursor (self->sheet, row,
                               xyb_quota_sheet_model_get_column_of (XYB_TRACK_ACCREDITATION))
         && xyb_sheet_start_edit (self->sheet);
}

/* @id is of a 区镇. */
static void
xyb_quota_page_show_record (XybPage *page, gint64 id)
{
  XybQuotaPage *self = XYB_QUOTA_PAGE (page);
  guint row;

  if (self->rows != NULL && xyb_quota_sheet_model_find_unit (self->model, id, &row)
      && xyb_sheet_set_cursor (self->sheet, row,
                               xyb_quota_sheet_model_get_column_of (XYB_TRACK_ACCREDITATION)))
    gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

static void
xyb_quota_page_constructed (GObject *object)
{
  XybQuotaPage *self = XYB_QUOTA_PAGE (object);

  G_OBJECT_CLASS (xyb_quota_page_parent_class)->constructed (object);
  self->model = xyb_quota_sheet_model_new (get_office (self));
  xyb_sheet_set_model (self->sheet, XYB_SHEET_MODEL (self->model));
}

static void
xyb_quota_page_dispose (GObject *object)
{
  XybQuotaPage *self = XYB_QUOTA_PAGE (object);

  if (self->sheet != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->sheet, self);
      xyb_sheet_set_model (self->sheet, NULL);
      self->sheet = NULL;
    }
  g_clear_object (&self->model);
  g_clear_pointer (&self->rows, xyb_quota_rows_free);
  g_clear_pointer (&self->reference, xyb_plan_free);
  G_OBJECT_CLASS (xyb_quota_page_parent_class)->dispose (object);
}

static void
xyb_quota_page_class_init (XybQuotaPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XybPageClass *page_class = XYB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = xyb_quota_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = xyb_quota_page_dispose;
  page_class->name = "quota";
  page_class->title = N_ ("指标分解（附件1）");
  page_class->icon_name = "xyb-quota-symbolic";
  page_class->reload = xyb_quota_page_reload;
  page_class->dup_subtitle = xyb_quota_page_dup_subtitle;
  page_class->get_main_button = xyb_quota_page_get_main_button;
  page_class->start_edit = xyb_quota_page_start_edit;
  page_class->start_export = xyb_quota_page_start_export;
  page_class->start_print = xyb_quota_page_start_print;
  page_class->show_record = xyb_quota_page_show_record;

  g_type_ensure (XYB_TYPE_TAG);
  g_type_ensure (XYB_TYPE_SHEET);
  g_type_ensure (XYB_TYPE_QUOTA_CHART);
  g_type_ensure (XYB_TYPE_QUOTA_TARGETS);
  g_type_ensure (XYB_TYPE_TRIAL_CARD);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/quota/xyb-quota-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, stack);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, total_tag);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, note);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, unlisted);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, targets_button);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, targets);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, rows_button);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, chart);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, trial);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, main_button);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaPage, presets_button);
  gtk_widget_class_bind_template_callback (widget_class, load_presets_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_draft_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_cursor_moved_cb);
  gtk_widget_class_install_action (widget_class, "quota.add-row", "x", add_row_cb);
  gtk_widget_class_install_action (widget_class, "quota.remove-row", "x", remove_row_cb);
}

static void
xyb_quota_page_init (XybQuotaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_quota_page_get_sheet:
 * @self: the page
 *
 * Returns: (transfer none): its table
 */
XybSheet *
xyb_quota_page_get_sheet (XybQuotaPage *self)
{
  g_return_val_if_fail (XYB_IS_QUOTA_PAGE (self), NULL);

  return self->sheet;
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
