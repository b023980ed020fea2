/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-page-private.h"

#include "xyb-date.h"
#include "xyb-filter-choice.h"
#include "xyb-i18n.h"
#include "xyb-scheme-store.h"

G_DEFINE_FINAL_TYPE (XybAssessmentPage, xyb_assessment_page, XYB_TYPE_PAGE)

static const XybUnitKind kinds[XYB_ASSESSMENT_N_KINDS]
  = { XYB_UNIT_KIND_DISTRICT, XYB_UNIT_KIND_SUBDISTRICT, XYB_UNIT_KIND_DEPARTMENT };

XybOffice *
xyb_assessment_page_get_office (XybAssessmentPage *self)
{
  return xyb_page_get_office (XYB_PAGE (self));
}

XybStore *
xyb_assessment_page_get_store (XybAssessmentPage *self)
{
  return xyb_office_get_store (xyb_assessment_page_get_office (self));
}

int
xyb_assessment_page_get_year (XybAssessmentPage *self)
{
  return xyb_office_get_year (xyb_assessment_page_get_office (self));
}

/* ---- reading ---- */

static const char *
locked_sentence (XybAssessmentPage *self, const XybAssessment *assessment)
{
  if (xyb_office_is_read_only (xyb_assessment_page_get_office (self)))
    return _ ("这份办公数据现在只能看，不能改。");
  if (assessment->settlement != NULL)
    return _ ("这张表已经年终结算，要改请先撤回结算。");
  return NULL;
}

static XybAssessmentState *
read_state (XybAssessmentPage *self, GError **error)
{
  gboolean exists = FALSE;
  XybAssessment *assessment;
  XybAssessmentState *state;
  g_autofree char *today = xyb_date_today ();

  if (!xyb_scheme_store_exists (xyb_assessment_page_get_store (self),
                                xyb_assessment_page_get_year (self), self->kind, &exists, error)
      || !exists)
    return NULL;
  assessment = xyb_assessment_store_load (xyb_assessment_page_get_store (self),
                                          xyb_assessment_page_get_year (self), self->kind, error);
  if (assessment == NULL)
    return NULL;
  state = xyb_assessment_state_new (assessment);
  state->locked = locked_sentence (self, assessment);
  xyb_assessment_state_count (state, self->phase,
                              xyb_quarters_gone (xyb_assessment_page_get_year (self), today));
  return state;
}

static guint
count_units (XybAssessmentPage *self, XybUnitKind kind)
{
  gboolean exists = FALSE;
  g_autoptr (XybScheme) scheme = NULL;

  if (!xyb_scheme_store_exists (xyb_assessment_page_get_store (self),
                                xyb_assessment_page_get_year (self), kind, &exists, NULL)
      || !exists)
    return 0;
  scheme = xyb_scheme_store_get (xyb_assessment_page_get_store (self),
                                 xyb_assessment_page_get_year (self), kind, NULL);
  return scheme != NULL ? scheme->units->len : 0;
}

static void
count_all_units (XybAssessmentPage *self)
{
  for (guint i = 0; self->schemes_stale && i < XYB_ASSESSMENT_N_KINDS; i++)
    self->n_units[i] = kinds[i] == self->kind && self->state != NULL
                         ? self->state->scheme->units->len
                         : count_units (self, kinds[i]);
  self->schemes_stale = FALSE;
}

static void
fill_tabs (XybAssessmentPage *self)
{
  count_all_units (self);
  for (guint i = 0; i < XYB_ASSESSMENT_N_KINDS; i++)
    {
      guint n = self->n_units[i];
      GtkWidget *label = gtk_button_get_child (GTK_BUTTON (self->tabs[i]));
      g_autofree char *words = n > 0 ? g_strdup_printf ("%s  %u", xyb_unit_kind_name (kinds[i]), n)
                                     : g_strdup (xyb_unit_kind_name (kinds[i]));

      if (GTK_IS_LABEL (label))
        gtk_label_set_label (GTK_LABEL (label), words);
      else
        gtk_button_set_label (GTK_BUTTON (self->tabs[i]), words);
      if (kinds[i] == self->kind)
        gtk_toggle_button_set_active (self->tabs[i], TRUE);
    }
}

static void
show_state (XybAssessmentPage *self, gboolean anew, XybAssessmentState *before)
{
  if (anew || self->snapshots_stale)
    xyb_assessment_page_read_snapshots (self);
  else
    xyb_assessment_state_compare (self->state, g_steal_pointer (&before->compared));
  self->snapshots_stale = FALSE;
  xyb_assessment_page_fill_groups (self);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  self->proposals = xyb_assessment_proposals (self->state->assessment);
  if (anew)
    xyb_assessment_page_fill_sheet (self);
  else
    xyb_assessment_page_refill_sheet (self);
  gtk_stack_set_visible_child_name (self->stack, "table");
  xyb_assessment_page_fill_foot (self);
}

/* @anew: another table, or others may have changed it: filter again. */
static void
load (XybAssessmentPage *self, gboolean anew)
{
  XybAssessmentState *before
    = g_steal_pointer (&self->state); /* the sheet's until it has another */
  g_autoptr (GError) error = NULL;

  self->state = read_state (self, &error);
  if (error != NULL)
    xyb_office_report (xyb_assessment_page_get_office (self), error);
  anew = anew || before == NULL || self->state == NULL
         || before->scheme->units->len != self->state->scheme->units->len
         || before->scheme->id != self->state->scheme->id;
  self->filling = TRUE;
  fill_tabs (self);
  if (self->state != NULL)
    show_state (self, anew, before);
  else
    {
      xyb_assessment_sheet_model_fill (self->model, NULL, NULL);
      xyb_assessment_page_show_empty (self);
    }
  self->filling = FALSE;
  xyb_assessment_state_free (before);
  xyb_assessment_page_fill_banner (self);
  xyb_assessment_page_fill_panel (self);
  xyb_assessment_page_update_actions (self);
  g_signal_emit_by_name (self, "words-changed");
}

static void
xyb_assessment_page_reload (XybPage *page, const char *const *tables)
{
  static const char *const wanted[] = { "scheme",
                                        "scheme_indicator",
                                        "scheme_tier",
                                        "scheme_note",
                                        "scheme_unit",
                                        "scheme_exclusion",
                                        "assessment_mark",
                                        "explanation",
                                        "unit",
                                        "quota",
                                        "assessment_settlement",
                                        "assessment_snapshot",
                                        "nomination",
                                        "plan",
                                        NULL };
  static const char *const scheme_tables[] = { "scheme", "scheme_unit", NULL };
  static const char *const snapshot_tables[] = { "assessment_snapshot", NULL };
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (page);

  if (!xyb_page_touches (tables, wanted))
    return;
  self->schemes_stale = self->schemes_stale || xyb_page_touches (tables, scheme_tables);
  self->snapshots_stale = self->snapshots_stale || xyb_page_touches (tables, snapshot_tables);
  if (tables == NULL)
    xyb_sheet_forget (self->sheet);
  load (self, tables == NULL || tables[0] == NULL);
}

/* ---- one table in view ---- */

/**
 * xyb_assessment_page_show_kind:
 * @self: the page
 * @kind: 区镇, 城市管理办事处 or 部门
 *
 * Shows the table of another kind of unit.
 */
void
xyb_assessment_page_show_kind (XybAssessmentPage *self, XybUnitKind kind)
{
  g_return_if_fail (XYB_IS_ASSESSMENT_PAGE (self));

  if (self->kind == kind)
    return;
  if (!xyb_sheet_commit (self->sheet))
    xyb_sheet_forget (self->sheet);
  self->kind = kind;
  self->compared = -1;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->group_choice, 0);
  self->filling = FALSE;
  load (self, TRUE);
}

static void
tab_toggled_cb (GtkToggleButton *button, XybAssessmentPage *self)
{
  if (self->filling || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < XYB_ASSESSMENT_N_KINDS; i++)
    if (button == self->tabs[i])
      xyb_assessment_page_show_kind (self, kinds[i]);
}

/**
 * xyb_assessment_page_get_kind:
 * @self: the page
 *
 * Returns: the kind of unit in view
 */
XybUnitKind
xyb_assessment_page_get_kind (XybAssessmentPage *self)
{
  g_return_val_if_fail (XYB_IS_ASSESSMENT_PAGE (self), XYB_UNIT_KIND_DISTRICT);

  return self->kind;
}

/**
 * xyb_assessment_page_set_phase:
 * @self: the page
 * @phase: 平时 or 年终结算
 *
 * Counts the points the other way. Nothing is stored.
 */
void
xyb_assessment_page_set_phase (XybAssessmentPage *self, XybPhase phase)
{
  g_return_if_fail (XYB_IS_ASSESSMENT_PAGE (self));

  if (self->phase == phase)
    return;
  self->phase = phase;
  gtk_toggle_button_set_active (phase == XYB_PHASE_SETTLEMENT ? self->settlement_button
                                                              : self->interim_button,
                                TRUE);
  if (self->state != NULL && !self->filling)
    load (self, FALSE);
}

static void
phase_toggled_cb (GtkToggleButton *button, XybAssessmentPage *self)
{
  if (gtk_toggle_button_get_active (button))
    xyb_assessment_page_set_phase (self, button == self->settlement_button ? XYB_PHASE_SETTLEMENT
                                                                           : XYB_PHASE_INTERIM);
}

/* ---- 「为什么」 ---- */

static gboolean
fill_panel_cb (gpointer user_data)
{
  XybAssessmentPage *self = user_data;

  self->why_idle = 0;
  xyb_assessment_page_fill_panel (self);
  return G_SOURCE_REMOVE;
}

/* The cursor goes first; what explains its cell follows when there is time. */
static void
cursor_moved_cb (XybSheet *sheet, XybAssessmentPage *self)
{
  if (self->why_idle == 0 && gtk_widget_get_visible (self->panel_box))
    self->why_idle = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, fill_panel_cb, self, NULL);
}

/**
 * xyb_assessment_page_show_why:
 * @self: the page
 * @show: whether 「为什么」 stands beside the table
 */
void
xyb_assessment_page_show_why (XybAssessmentPage *self, gboolean show)
{
  g_return_if_fail (XYB_IS_ASSESSMENT_PAGE (self));

  if (show)
    {
      gtk_widget_set_visible (self->panel_box, TRUE);
      xyb_assessment_page_fill_panel (self);
      return;
    }
  /* What goes out of view must not keep the cursor. */
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  gtk_widget_set_visible (self->panel_box, FALSE);
}

static void
activated_cb (XybSheet *sheet, guint row, guint column, XybAssessmentPage *self)
{
  xyb_assessment_page_show_why (self, TRUE);
}

static void
refused_cb (XybSheet *sheet, const char *sentence, XybAssessmentPage *self)
{
  xyb_office_say (xyb_assessment_page_get_office (self), sentence);
}

static void
kept_cb (XybAssessmentSheetModel *model, const char *sentence, XybAssessmentPage *self)
{
  xyb_office_say (xyb_assessment_page_get_office (self), sentence);
}

static void
load_presets_cb (GtkButton *button, XybAssessmentPage *self)
{
  xyb_office_load_presets (xyb_assessment_page_get_office (self));
}

static void
snapshot_clicked_cb (AdwSplitButton *button, XybAssessmentPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "assessment.snapshot", NULL);
}

/* ---- for the window ---- */

static char *
xyb_assessment_page_dup_subtitle (XybPage *page)
{
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (page);

  if (self->state == NULL)
    return NULL;
  return g_strdup_printf (_ ("%d 年 · %s · %s"), self->state->scheme->year,
                          xyb_unit_kind_name (self->kind),
                          xyb_scheme_mode_name (self->state->scheme->mode));
}

static GtkWidget *
xyb_assessment_page_get_main_button (XybPage *page)
{
  return XYB_ASSESSMENT_PAGE (page)->main_button;
}

static gboolean
xyb_assessment_page_start_edit (XybPage *page)
{
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (page);

  return self->state != NULL && xyb_sheet_start_edit (self->sheet);
}

static gboolean
is_assessed (XybAssessmentPage *self, XybUnitKind kind, gint64 unit_id)
{
  gboolean exists = FALSE;
  g_autoptr (XybScheme) scheme = NULL;

  if (!xyb_scheme_store_exists (xyb_assessment_page_get_store (self),
                                xyb_assessment_page_get_year (self), kind, &exists, NULL)
      || !exists)
    return FALSE;
  scheme = xyb_scheme_store_get (xyb_assessment_page_get_store (self),
                                 xyb_assessment_page_get_year (self), kind, NULL);
  return scheme != NULL && xyb_scheme_find_unit (scheme, unit_id) != NULL;
}

/* @id is of a unit: 区镇, 办事处 or 部门. */
static void
xyb_assessment_page_show_record (XybPage *page, gint64 id)
{
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (page);
  guint row;

  for (guint i = 0; i < XYB_ASSESSMENT_N_KINDS; i++)
    if (is_assessed (self, kinds[i], id))
      xyb_assessment_page_show_kind (self, kinds[i]);
  if (self->state != NULL && xyb_assessment_sheet_model_find_unit (self->model, id, &row)
      && xyb_sheet_set_cursor (self->sheet, row, 1))
    gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

/**
 * xyb_assessment_page_get_sheet:
 * @self: the page
 *
 * Returns: (transfer none): the table
 */
XybSheet *
xyb_assessment_page_get_sheet (XybAssessmentPage *self)
{
  g_return_val_if_fail (XYB_IS_ASSESSMENT_PAGE (self), NULL);

  return self->sheet;
}

/**
 * xyb_assessment_page_get_panel:
 * @self: the page
 *
 * Returns: (transfer none): 「为什么」
 */
XybWhyPanel *
xyb_assessment_page_get_panel (XybAssessmentPage *self)
{
  g_return_val_if_fail (XYB_IS_ASSESSMENT_PAGE (self), NULL);

  return self->panel;
}

/**
 * xyb_assessment_page_get_state:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the table in view; %NULL where the year has no scheme
 */
const XybAssessmentState *
xyb_assessment_page_get_state (XybAssessmentPage *self)
{
  g_return_val_if_fail (XYB_IS_ASSESSMENT_PAGE (self), NULL);

  return self->state;
}

/* ---- the widget ---- */

static void
xyb_assessment_page_constructed (GObject *object)
{
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (object);

  G_OBJECT_CLASS (xyb_assessment_page_parent_class)->constructed (object);
  self->model = xyb_assessment_sheet_model_new (xyb_assessment_page_write, self);
  xyb_assessment_sheet_model_take_tables (self->model, xyb_assessment_page_is_table,
                                          xyb_assessment_page_paste_table);
  g_signal_connect (self->model, "kept", G_CALLBACK (kept_cb), self);
  xyb_sheet_set_model (self->sheet, XYB_SHEET_MODEL (self->model));
}

static void
xyb_assessment_page_dispose (GObject *object)
{
  XybAssessmentPage *self = XYB_ASSESSMENT_PAGE (object);

  if (self->why_idle != 0)
    g_source_remove (self->why_idle);
  self->why_idle = 0;
  if (self->sheet != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->sheet, self);
      xyb_sheet_set_model (self->sheet, NULL);
      self->sheet = NULL;
    }
  g_clear_object (&self->model);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->snapshots, g_ptr_array_unref);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_pointer (&self->state, xyb_assessment_state_free);
  g_clear_pointer (&self->pinyin, xyb_pinyin_free);
  G_OBJECT_CLASS (xyb_assessment_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const char *const tabs[] = { "district_tab", "subdistrict_tab", "department_tab" };

  for (guint i = 0; i < XYB_ASSESSMENT_N_KINDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, tabs[i], FALSE,
                                               (gssize) (G_STRUCT_OFFSET (XybAssessmentPage, tabs)
                                                         + i * sizeof (GtkToggleButton *)));
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, table_tools);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, group_choice);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, only_open_button);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, compare_choice);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, search);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, search_revealer);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, interim_button);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, settlement_button);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, banner);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, banner_text);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, banner_button);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, panel_box);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, panel);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, changed_label);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, done_count);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, counts);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, empty);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, presets_button);
  gtk_widget_class_bind_template_child (widget_class, XybAssessmentPage, main_button);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, tab_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, phase_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, load_presets_cb);
  gtk_widget_class_bind_template_callback (widget_class, snapshot_clicked_cb);
}

static void
xyb_assessment_page_class_init (XybAssessmentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XybPageClass *page_class = XYB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = xyb_assessment_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = xyb_assessment_page_dispose;
  page_class->name = "assessment";
  page_class->title = N_ ("考核");
  page_class->icon_name = "xyb-assessment-symbolic";
  page_class->reload = xyb_assessment_page_reload;
  page_class->dup_subtitle = xyb_assessment_page_dup_subtitle;
  page_class->get_main_button = xyb_assessment_page_get_main_button;
  page_class->start_search = xyb_assessment_page_start_search;
  page_class->start_edit = xyb_assessment_page_start_edit;
  page_class->start_export = xyb_assessment_page_start_export;
  page_class->start_print = xyb_assessment_page_start_print;
  page_class->show_record = xyb_assessment_page_show_record;

  g_type_ensure (XYB_TYPE_SHEET);
  g_type_ensure (XYB_TYPE_WHY_PANEL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/assessment/xyb-assessment-page.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
  xyb_assessment_page_bind_compare (widget_class);
  xyb_assessment_page_bind_filter (widget_class);
  xyb_assessment_page_add_actions (widget_class);
}

static void
xyb_assessment_page_init (XybAssessmentPage *self)
{
  self->kind = XYB_UNIT_KIND_DISTRICT;
  self->phase = XYB_PHASE_INTERIM;
  self->compared = -1;
  self->schemes_stale = TRUE;
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  xyb_filter_choice_init (self->group_choice, NULL);
  xyb_filter_choice_init (self->compare_choice, NULL);
  self->filling = FALSE;
  xyb_assessment_page_connect_panel (self);
}
