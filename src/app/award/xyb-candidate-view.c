/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-candidate-view.h"

#include "xyb-award-list.h"
#include "xyb-award-store.h"
#include "xyb-candidate-dialog.h"
#include "xyb-candidate-sheet-model.h"
#include "xyb-date.h"
#include "xyb-filter-choice.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-list-output.h"
#include "xyb-page.h"
#include "xyb-sheet.h"

struct _XybCandidateView
{
  AdwBin parent_instance;

  /* template widgets */
  GtkToggleButton *city;
  GtkToggleButton *province;
  GtkEntry *day;
  GtkLabel *day_problem;
  GtkLabel *counts;
  GtkSearchEntry *search;
  GtkDropDown *verdict;
  GtkDropDown *unit;
  GtkLabel *count;
  GtkStack *stack;
  AdwStatusPage *empty;
  XybSheet *sheet;
  GtkLabel *detail;
  GtkLabel *detail_note;

  /* owned */
  XybOffice *office;
  GSimpleActionGroup *actions;
  XybCandidateSheetModel *model;
  GPtrArray *candidates; /* of XybCandidate: all of them */
  char *on;              /* the day the clerk named; NULL: the plan's */
  int year;              /* the day is of this year's plan */
  gint64 selected;
  gboolean stale;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybCandidateView, xyb_candidate_view, ADW_TYPE_BIN)

static guint open_signal;

static XybTrack
get_track (XybCandidateView *self)
{
  return gtk_toggle_button_get_active (self->province) ? XYB_TRACK_PROVINCE_MODEL
                                                       : XYB_TRACK_CITY_MODEL;
}

/* AMB-34: the plan's last day to apply, unless the clerk names another one. */
static char *
dup_day (XybCandidateView *self)
{
  const XybPlan *plan = xyb_office_get_plan (self->office);
  g_autofree char *today = xyb_date_today ();

  if (self->on != NULL && self->year == xyb_office_get_year (self->office))
    return g_strdup (self->on);
  return plan != NULL ? xyb_candidate_day (plan, get_track (self), today) : g_strdup (today);
}

/* ---- filters ---- */

static gint64
chosen_unit (XybCandidateView *self)
{
  const GPtrArray *districts = xyb_office_get_districts (self->office);
  guint chosen = gtk_drop_down_get_selected (self->unit);

  return chosen > 0 && chosen <= districts->len ? ((XybUnit *) districts->pdata[chosen - 1])->id
                                                : 0;
}

static XybCandidateFilter
get_filter (XybCandidateView *self)
{
  static const XybVerdict verdicts[] = { 0, XYB_VERDICT_MET, XYB_VERDICT_OPEN, XYB_VERDICT_UNMET };
  guint chosen = gtk_drop_down_get_selected (self->verdict);

  return (XybCandidateFilter){
    .verdict = chosen < G_N_ELEMENTS (verdicts) ? verdicts[chosen] : 0,
    .unit_id = chosen_unit (self),
    .text = gtk_editable_get_text (GTK_EDITABLE (self->search)),
  };
}

static char *
dup_condition (XybCandidateView *self)
{
  GtkDropDown *const filters[] = { self->unit, self->verdict };
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      GtkStringObject *chosen = gtk_drop_down_get_selected_item (filters[i]);

      if (gtk_drop_down_get_selected (filters[i]) > 0 && chosen != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "、" : "",
                                gtk_string_object_get_string (chosen));
    }
  if (*text != '\0')
    g_string_append_printf (words, _ ("%s含“%s”"), words->len > 0 ? "，" : "", text);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
is_filtered (XybCandidateView *self)
{
  XybCandidateFilter filter = get_filter (self);

  return filter.verdict != 0 || filter.unit_id != 0 || *filter.text != '\0';
}

static void
fill_units (XybCandidateView *self)
{
  g_autoptr (GtkStringList) units = gtk_string_list_new (NULL);
  const GPtrArray *districts = xyb_office_get_districts (self->office);

  gtk_string_list_append (units, _ ("全部区镇"));
  for (guint i = 0; i < districts->len; i++)
    gtk_string_list_append (units, ((XybUnit *) districts->pdata[i])->name);
  xyb_filter_choice_set_strings (self->unit, units);
}

/* ---- what is selected ---- */

static void
set_enabled (XybCandidateView *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Of one every reason, of several how they stand. */
static void
fill_detail (XybCandidateView *self, const GPtrArray *selected)
{
  const XybCandidate *first = selected->len > 0 ? selected->pdata[0] : NULL;
  g_autofree char *words = NULL;
  g_autofree char *note = NULL;

  if (selected->len > 1)
    {
      words = g_strdup_printf (_ ("选中 %u 家"), selected->len);
      note = g_strdup_printf (_ ("符合 %u，待核 %u，不符合 %u"),
                              xyb_candidate_list_count (selected, XYB_VERDICT_MET),
                              xyb_candidate_list_count (selected, XYB_VERDICT_OPEN),
                              xyb_candidate_list_count (selected, XYB_VERDICT_UNMET));
    }
  else if (first != NULL)
    {
      words = g_strdup (first->enterprise_name);
      note = xyb_candidate_dup_reasons (first);
    }
  gtk_label_set_label (self->detail, words != NULL ? words : "");
  gtk_label_set_label (self->detail_note, note != NULL ? note : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->detail_note), note);
}

static void
take_selection (XybCandidateView *self)
{
  g_autoptr (GPtrArray) selected = xyb_candidate_view_list_selected (self);
  guint shown = xyb_candidate_view_get_n_shown (self);
  guint row;
  guint column;
  const XybCandidate *candidate;

  xyb_sheet_get_cursor (self->sheet, &row, &column);
  candidate = xyb_candidate_sheet_model_get (self->model, row);
  self->selected = candidate != NULL ? candidate->enterprise_id : 0;
  fill_detail (self, selected);
  set_enabled (self, "apply", selected->len > 0 && !xyb_office_is_read_only (self->office));
  set_enabled (self, "open", candidate != NULL);
  set_enabled (self, "export", shown > 0);
  set_enabled (self, "print", shown > 0);
}

static void
selection_changed_cb (XybSheet *sheet, XybCandidateView *self)
{
  if (!self->filling && self->candidates != NULL)
    take_selection (self);
}

static void
open_selected (XybCandidateView *self)
{
  if (self->selected != 0)
    g_signal_emit (self, open_signal, 0, self->selected, (int) get_track (self),
                   xyb_office_get_year (self->office));
}

static void
activated_cb (XybSheet *sheet, guint row, guint column, XybCandidateView *self)
{
  take_selection (self);
  open_selected (self);
}

/* ---- showing ---- */

static void
fill_counts (XybCandidateView *self, guint shown)
{
  const GPtrArray *all = self->candidates;
  g_autofree char *counts = g_strdup_printf (_ ("符合 %u · 待核 %u · 不符合 %u"),
                                             xyb_candidate_list_count (all, XYB_VERDICT_MET),
                                             xyb_candidate_list_count (all, XYB_VERDICT_OPEN),
                                             xyb_candidate_list_count (all, XYB_VERDICT_UNMET));
  g_autofree char *count = is_filtered (self)
                             ? g_strdup_printf (_ ("找到 %u 家，共 %u 家"), shown, all->len)
                             : g_strdup_printf (_ ("共 %u 家"), shown);

  gtk_label_set_label (self->counts, all->len > 0 ? counts : "");
  gtk_label_set_label (self->count, count);
}

static void
show_stack (XybCandidateView *self, guint shown)
{
  gboolean city = get_track (self) == XYB_TRACK_CITY_MODEL;

  adw_status_page_set_title (self->empty, city ? _ ("还没有通过贯标验收的企业")
                                               : _ ("还没有获评苏州市级示范的企业"));
  adw_status_page_set_description (
    self->empty, city ? _ ("验收通过的、认定名册里登记过贯标的企业会列在这里。")
                      : _ ("发文认定的、认定名册里登记过市级示范的企业会列在这里。"));
  gtk_stack_set_visible_child_name (self->stack, shown > 0                   ? "list"
                                                 : self->candidates->len > 0 ? "nothing"
                                                                             : "empty");
}

static void
run_filter (XybCandidateView *self)
{
  XybCandidateFilter filter = get_filter (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shown
    = xyb_award_store_select_candidates (xyb_office_get_store (self->office), self->candidates,
                                         &filter, &error);
  guint row;
  guint column;

  if (shown == NULL)
    {
      xyb_office_report (self->office, error);
      return;
    }
  self->filling = TRUE;
  xyb_sheet_get_cursor (self->sheet, &row, &column);
  xyb_candidate_sheet_model_show (self->model, get_track (self), self->candidates, shown);
  row = xyb_candidate_sheet_model_find (self->model, self->selected);
  if (shown->len > 0)
    xyb_sheet_set_cursor (self->sheet, row != G_MAXUINT ? row : 0, column);
  self->filling = FALSE;
  fill_counts (self, shown->len);
  show_stack (self, shown->len);
  take_selection (self);
}

static void
fill_day (XybCandidateView *self)
{
  g_autofree char *day = dup_day (self);
  g_autofree char *shown = xyb_date_format (day);

  gtk_editable_set_text (GTK_EDITABLE (self->day), shown);
  gtk_label_set_label (self->day_problem, "");
}

static GPtrArray *
load (XybCandidateView *self, GError **error)
{
  const XybPlan *plan = xyb_office_get_plan (self->office);
  g_autofree char *day = dup_day (self);

  if (plan == NULL)
    return g_ptr_array_new ();
  return xyb_award_store_list_candidates (xyb_office_get_store (self->office), plan,
                                          get_track (self), day, error);
}

static void
reload (XybCandidateView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) candidates = load (self, &error);

  self->stale = FALSE;
  if (candidates == NULL)
    {
      xyb_office_report (self->office, error);
      return;
    }
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  self->candidates = g_steal_pointer (&candidates);
  self->filling = TRUE;
  fill_units (self);
  fill_day (self);
  self->filling = FALSE;
  run_filter (self);
}

static void
office_changed_cb (XybOffice *office, const char *const *tables, XybCandidateView *self)
{
  static const char *const wanted[]
    = { "award",     "nomination",     "progress", "progress_stage", "progress_move",
        "contract",  "enterprise",     "unit",     "plan",           "plan_stage",
        "milestone", "plan_condition", NULL };

  if (!xyb_page_touches (tables, wanted))
    return;
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
}

static void
xyb_candidate_view_map (GtkWidget *widget)
{
  XybCandidateView *self = XYB_CANDIDATE_VIEW (widget);

  GTK_WIDGET_CLASS (xyb_candidate_view_parent_class)->map (widget);
  if (self->stale && self->office != NULL)
    reload (self);
}

/* ---- what is typed and chosen ---- */

/* Another day of the same list; what is no day is explained and changes nothing. */
static void
take_day (XybCandidateView *self)
{
  g_autofree char *before = dup_day (self);
  g_autofree char *iso = NULL;
  g_autoptr (GError) error = NULL;

  if (!xyb_form_read_date (_ ("条件算到"), gtk_editable_get_text (GTK_EDITABLE (self->day)), &iso,
                           &error))
    {
      gtk_label_set_label (self->day_problem, error->message);
      return;
    }
  if (g_strcmp0 (iso, before) == 0)
    fill_day (self);
  else
    xyb_candidate_view_set_day (self, iso);
}

static void
day_activate_cb (GtkEntry *entry, XybCandidateView *self)
{
  take_day (self);
}

static void
day_leave_cb (GtkEventControllerFocus *focus, XybCandidateView *self)
{
  if (self->office != NULL && !self->filling)
    take_day (self);
}

static void
track_toggled_cb (GtkToggleButton *button, XybCandidateView *self)
{
  if (self->office == NULL || self->filling || !gtk_toggle_button_get_active (button))
    return;
  g_clear_pointer (&self->on, g_free);
  reload (self);
}

static void
filter_changed_cb (GObject *object, GParamSpec *pspec, XybCandidateView *self)
{
  if (self->office != NULL && !self->filling && self->candidates != NULL)
    run_filter (self);
}

static void
search_changed_cb (GtkSearchEntry *entry, XybCandidateView *self)
{
  filter_changed_cb (NULL, NULL, self);
}

static void
stop_search_cb (GtkSearchEntry *entry, XybCandidateView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

static void
clear_filters (XybCandidateView *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->verdict, 0);
  gtk_drop_down_set_selected (self->unit, 0);
  self->filling = FALSE;
}

static void
clear_filters_cb (GtkButton *button, XybCandidateView *self)
{
  clear_filters (self);
  run_filter (self);
}

/* ---- actions ---- */

static void
apply_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybCandidateView *self = user_data;
  g_autoptr (GPtrArray) selected = xyb_candidate_view_list_selected (self);

  if (selected->len > 0)
    xyb_candidate_ask_apply (GTK_WIDGET (self), self->office, get_track (self), selected);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_selected (user_data);
}

typedef void (*PutOut) (XybCandidateView *self, const XybExportSpec *spec);

static void
put_out (XybCandidateView *self, PutOut func)
{
  g_autofree char *condition = dup_condition (self);
  g_autofree char *day = dup_day (self);
  XybExportSpec spec = { .kind = XYB_EXPORT_CANDIDATES, .condition = condition };

  spec.year = xyb_office_get_year (self->office);
  spec.track = get_track (self);
  spec.on = day;
  spec.candidates = get_filter (self);
  func (self, &spec);
}

static void
export_spec (XybCandidateView *self, const XybExportSpec *spec)
{
  xyb_list_output_export (GTK_WIDGET (self), spec);
}

static void
print_spec (XybCandidateView *self, const XybExportSpec *spec)
{
  xyb_list_output_print (GTK_WIDGET (self), self->office, _ ("可申报企业名单"), spec);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  put_out (user_data, export_spec);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  put_out (user_data, print_spec);
}

static void
add_actions (XybCandidateView *self)
{
  static const GActionEntry entries[] = {
    { .name = "apply", .activate = apply_cb },
    { .name = "open", .activate = open_cb },
    { .name = "export", .activate = export_cb },
    { .name = "print", .activate = print_cb },
  };
  g_autoptr (GMenu) menu = g_menu_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "candidate", G_ACTION_GROUP (self->actions));
  g_menu_append (menu, _ ("登记申报…"), "candidate.apply");
  g_menu_append (menu, _ ("打开这家企业"), "candidate.open");
  xyb_sheet_set_extra_menu (self->sheet, G_MENU_MODEL (menu));
}

/* ---- the widget ---- */

static void
xyb_candidate_view_dispose (GObject *object)
{
  XybCandidateView *self = XYB_CANDIDATE_VIEW (object);

  self->filling = TRUE;
  g_clear_object (&self->office);
  g_clear_object (&self->actions);
  g_clear_object (&self->model);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->on, g_free);
  G_OBJECT_CLASS (xyb_candidate_view_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, XybCandidateView, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/award/xyb-candidate-view.ui");
  BIND (city);
  BIND (province);
  BIND (day);
  BIND (day_problem);
  BIND (counts);
  BIND (search);
  BIND (verdict);
  BIND (unit);
  BIND (count);
  BIND (stack);
  BIND (empty);
  BIND (sheet);
  BIND (detail);
  BIND (detail_note);
  gtk_widget_class_bind_template_callback (widget_class, track_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filters_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
xyb_candidate_view_class_init (XybCandidateViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_candidate_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = xyb_candidate_view_map;
  open_signal
    = g_signal_new ("open-enterprise", XYB_TYPE_CANDIDATE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT, G_TYPE_INT);
  g_type_ensure (XYB_TYPE_SHEET);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
xyb_candidate_view_init (XybCandidateView *self)
{
  self->stale = TRUE;
  self->model = xyb_candidate_sheet_model_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_actions (self);
  xyb_sheet_set_model (self->sheet, XYB_SHEET_MODEL (self->model));
  xyb_filter_choice_init (self->verdict, _ ("结论"));
  xyb_filter_choice_init (self->unit, _ ("区镇"));
}

/**
 * xyb_candidate_view_new:
 * @office: the office
 *
 * Returns: (transfer floating): who may apply in its year in view
 */
GtkWidget *
xyb_candidate_view_new (XybOffice *office)
{
  XybCandidateView *self = g_object_new (XYB_TYPE_CANDIDATE_VIEW, NULL);

  self->office = g_object_ref (office);
  g_signal_connect_object (office, "changed", G_CALLBACK (office_changed_cb), self, 0);
  return GTK_WIDGET (self);
}

/**
 * xyb_candidate_view_show_track:
 * @self: the view
 * @track: 苏州市级示范 or 省级示范
 *
 * Shows who may apply for it, counted to the plan's day.
 */
void
xyb_candidate_view_show_track (XybCandidateView *self, XybTrack track)
{
  g_return_if_fail (XYB_IS_CANDIDATE_VIEW (self));

  gtk_toggle_button_set_active (track == XYB_TRACK_PROVINCE_MODEL ? self->province : self->city,
                                TRUE);
}

/**
 * xyb_candidate_view_set_day:
 * @self: the view
 * @iso: (nullable): the day the conditions are counted to; %NULL: the plan's (AMB-34)
 */
void
xyb_candidate_view_set_day (XybCandidateView *self, const char *iso)
{
  g_return_if_fail (XYB_IS_CANDIDATE_VIEW (self));

  g_free (self->on);
  self->on = g_strdup (iso);
  self->year = xyb_office_get_year (self->office);
  reload (self);
}

/**
 * xyb_candidate_view_grab_search:
 * @self: the view
 *
 * Puts the cursor into the search field.
 */
void
xyb_candidate_view_grab_search (XybCandidateView *self)
{
  g_return_if_fail (XYB_IS_CANDIDATE_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * xyb_candidate_view_search:
 * @self: the view
 * @text: part of a name
 *
 * Searches at once.
 */
void
xyb_candidate_view_search (XybCandidateView *self, const char *text)
{
  g_return_if_fail (XYB_IS_CANDIDATE_VIEW (self));

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  self->filling = FALSE;
  if (self->candidates == NULL)
    reload (self);
  else
    run_filter (self);
}

/**
 * xyb_candidate_view_select:
 * @self: the view
 * @enterprise_id: who is to be seen
 *
 * Brings it into view, also where the filters hide it.
 */
void
xyb_candidate_view_select (XybCandidateView *self, gint64 enterprise_id)
{
  g_return_if_fail (XYB_IS_CANDIDATE_VIEW (self));

  self->selected = enterprise_id;
  clear_filters (self);
  if (self->candidates == NULL)
    reload (self);
  else
    run_filter (self);
}

/**
 * xyb_candidate_view_list_selected:
 * @self: the view
 *
 * Returns: (transfer container) (element-type XybCandidate): whose rows are selected, until the
 * view reads the office anew
 */
GPtrArray *
xyb_candidate_view_list_selected (XybCandidateView *self)
{
  GPtrArray *selected = g_ptr_array_new ();
  XybSheetRange range;

  g_return_val_if_fail (XYB_IS_CANDIDATE_VIEW (self), selected);

  xyb_sheet_get_range (self->sheet, &range);
  for (guint i = 0; i < range.n_rows; i++)
    {
      const XybCandidate *candidate = xyb_candidate_sheet_model_get (self->model, range.row + i);

      if (candidate != NULL)
        g_ptr_array_add (selected, (gpointer) candidate);
    }
  return selected;
}

/**
 * xyb_candidate_view_get_n_shown:
 * @self: the view
 *
 * Returns: how many enterprises the filters leave
 */
guint
xyb_candidate_view_get_n_shown (XybCandidateView *self)
{
  g_return_val_if_fail (XYB_IS_CANDIDATE_VIEW (self), 0);

  return xyb_sheet_model_get_n_rows (XYB_SHEET_MODEL (self->model));
}
