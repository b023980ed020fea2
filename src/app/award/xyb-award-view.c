/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-view.h"

#include <inttypes.h>

#include "xyb-award-dialogs.h"
#include "xyb-award-sheet-model.h"
#include "xyb-award-store.h"
#include "xyb-award-table.h"
#include "xyb-date.h"
#include "xyb-filter-choice.h"
#include "xyb-i18n.h"
#include "xyb-list-output.h"
#include "xyb-page.h"
#include "xyb-plan-store.h"
#include "xyb-sheet.h"

struct _XybAwardView
{
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel *total_1;
  GtkLabel *total_2;
  GtkLabel *total_3;
  GtkLabel *made_of_1;
  GtkLabel *made_of_2;
  GtkLabel *made_of_3;
  GtkSearchEntry *search;
  GtkDropDown *track;
  GtkDropDown *year;
  GtkDropDown *unit;
  GtkDropDown *state;
  GtkLabel *count;
  GtkStack *stack;
  XybSheet *sheet;
  GtkLabel *detail;
  GtkLabel *detail_note;

  /* owned */
  XybOffice *office;
  GSimpleActionGroup *actions;
  XybAwardSheetModel *model;
  GPtrArray *awards; /* of XybAward: all of them, in order */
  GPtrArray *plans;  /* of XybPlan */
  GArray *years;     /* of int: those of the awards, latest first */
  XybAward *selected;
  gboolean stale;   /* the office has changed since it was read */
  gboolean filling; /* we change the widgets, not the clerk */
};

G_DEFINE_FINAL_TYPE (XybAwardView, xyb_award_view, ADW_TYPE_BIN)

static guint open_signal;

/* ---- filters ---- */

static int
chosen_year (XybAwardView *self)
{
  guint chosen = gtk_drop_down_get_selected (self->year);

  return chosen > 0 && chosen <= self->years->len ? g_array_index (self->years, int, chosen - 1)
                                                  : 0;
}

static gint64
chosen_unit (XybAwardView *self)
{
  const GPtrArray *districts = xyb_office_get_districts (self->office);
  guint chosen = gtk_drop_down_get_selected (self->unit);

  return chosen > 0 && chosen <= districts->len ? ((XybUnit *) districts->pdata[chosen - 1])->id
                                                : 0;
}

static XybAwardFilter
get_filter (XybAwardView *self)
{
  return (XybAwardFilter){
    .track = (XybTrack) gtk_drop_down_get_selected (self->track),
    .year = chosen_year (self),
    .unit_id = chosen_unit (self),
    .state = (XybAwardState) gtk_drop_down_get_selected (self->state),
    .text = gtk_editable_get_text (GTK_EDITABLE (self->search)),
  };
}

/* What stands in the title of the paper is not said again: level and year. */
static char *
dup_condition (XybAwardView *self)
{
  GtkDropDown *const filters[] = { self->unit, self->state };
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

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

static void
collect_years (XybAwardView *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_array_set_size (self->years, 0);
  for (guint i = 0; i < self->awards->len; i++)
    {
      int year = ((XybAward *) self->awards->pdata[i])->year;

      if (g_hash_table_add (seen, GINT_TO_POINTER (year)))
        g_array_append_val (self->years, year);
    }
  g_array_sort (self->years, compare_years);
}

static void
fill_filters (XybAwardView *self)
{
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) units = gtk_string_list_new (NULL);
  const GPtrArray *districts = xyb_office_get_districts (self->office);
  int kept = chosen_year (self);
  guint place = 0;

  collect_years (self);
  gtk_string_list_append (years, _ ("全部年度"));
  for (guint i = 0; i < self->years->len; i++)
    {
      int year = g_array_index (self->years, int, i);
      g_autofree char *name = g_strdup_printf (_ ("%d年"), year);

      gtk_string_list_append (years, name);
      place = year == kept ? i + 1 : place;
    }
  gtk_string_list_append (units, _ ("全部区镇"));
  for (guint i = 0; i < districts->len; i++)
    gtk_string_list_append (units, ((XybUnit *) districts->pdata[i])->name);
  xyb_filter_choice_set_strings (self->year, years);
  gtk_drop_down_set_selected (self->year, place);
  xyb_filter_choice_set_strings (self->unit, units);
}

static gboolean
is_filtered (XybAwardView *self)
{
  XybAwardFilter filter = get_filter (self);

  return filter.track != 0 || filter.year != 0 || filter.unit_id != 0
         || filter.state != XYB_AWARD_STATE_ANY || *filter.text != '\0';
}

/* ---- the row under the cursor ---- */

static void
set_enabled (XybAwardView *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (XybAwardView *self)
{
  const XybAward *award = self->selected;
  gboolean writable = !xyb_office_is_read_only (self->office);
  gboolean own = award != NULL && award->id != 0;
  guint shown = xyb_award_view_get_n_shown (self);

  set_enabled (self, "add", writable);
  set_enabled (self, "correct", writable && own);
  set_enabled (self, "remove", writable && own);
  set_enabled (self, "revoke", writable && award != NULL && award->revoked_on == NULL);
  set_enabled (self, "open", award != NULL);
  set_enabled (self, "export", shown > 0);
  set_enabled (self, "print", shown > 0);
}

static void
fill_detail (XybAwardView *self)
{
  const XybAward *award = self->selected;
  g_autofree char *words = NULL;
  g_autofree char *note = NULL;
  g_autofree char *state = NULL;

  if (award != NULL)
    {
      state = xyb_award_dup_state (award);
      words = g_strdup_printf (_ ("%s · %d 年%s"), award->enterprise_name, award->year,
                               xyb_track_name (award->track));
      note = g_strdup_printf ("%s%s%s", state, award->note != NULL ? "；" : "",
                              award->note != NULL ? award->note : "");
    }
  gtk_label_set_label (self->detail, words != NULL ? words : "");
  gtk_label_set_label (self->detail_note, note != NULL ? note : "");
}

static void
take_cursor (XybAwardView *self)
{
  const XybAward *award;
  guint row;
  guint column;

  xyb_sheet_get_cursor (self->sheet, &row, &column);
  award = xyb_award_sheet_model_get (self->model, row);
  g_clear_pointer (&self->selected, xyb_award_free);
  self->selected = award != NULL ? xyb_award_copy (award) : NULL;
  fill_detail (self);
  update_actions (self);
}

static void
cursor_moved_cb (XybSheet *sheet, XybAwardView *self)
{
  if (!self->filling)
    take_cursor (self);
}

static void
open_selected (XybAwardView *self)
{
  const XybAward *award = self->selected;

  if (award != NULL)
    g_signal_emit (self, open_signal, 0, award->enterprise_id, (int) award->track, award->year);
}

static void
activated_cb (XybSheet *sheet, guint row, guint column, XybAwardView *self)
{
  take_cursor (self);
  open_selected (self);
}

/* ---- showing ---- */

static void
update_count (XybAwardView *self, guint shown)
{
  g_autofree char *text = is_filtered (self)
                            ? g_strdup_printf (_ ("找到 %u 条，共 %u 条"), shown, self->awards->len)
                            : g_strdup_printf (_ ("共 %u 条"), shown);

  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, shown > 0               ? "list"
                                                 : self->awards->len > 0 ? "nothing"
                                                                         : "empty");
}

/* The register goes on where the clerk was. */
static void
run_filter (XybAwardView *self)
{
  XybAwardFilter filter = get_filter (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shown
    = xyb_award_store_select (xyb_office_get_store (self->office), self->awards, &filter, &error);
  guint row;
  guint column;

  if (shown == NULL)
    {
      xyb_office_report (self->office, error);
      return;
    }
  self->filling = TRUE;
  xyb_sheet_get_cursor (self->sheet, &row, &column);
  xyb_award_sheet_model_show (self->model, self->awards, shown);
  row = xyb_award_sheet_model_find (self->model, self->selected);
  if (shown->len > 0)
    xyb_sheet_set_cursor (self->sheet, row != G_MAXUINT ? row : 0, column);
  self->filling = FALSE;
  update_count (self, shown->len);
  take_cursor (self);
}

/* 年初存量 + 本办登记 = 累计 (PLAN-12). */
static void
fill_totals (XybAwardView *self)
{
  GtkLabel *const totals[] = { self->total_1, self->total_2, self->total_3 };
  GtkLabel *const made_of[] = { self->made_of_1, self->made_of_2, self->made_of_3 };
  g_autofree char *today = xyb_date_today ();

  for (XybTrack track = 1; track <= XYB_N_TRACKS; track++)
    {
      XybAwardTotals sum = xyb_award_count (self->awards, self->plans, track, today);
      guint revoked = xyb_award_list_count_revoked (self->awards, track, today);
      gboolean known = sum.total != XYB_UNSAID;
      g_autofree char *figure = g_strdup_printf ("%" PRId64, known ? sum.total : sum.since);
      g_autofree char *words
        = known ? g_strdup_printf (_ ("存量 %" PRId64 " + 本办登记 %" PRId64 "，已取消 %u"),
                                   sum.opening, sum.since, revoked)
                : g_strdup_printf (_ ("方案没有写存量，只计本办登记；已取消 %u"), revoked);

      gtk_label_set_label (totals[track - 1], figure);
      gtk_label_set_label (made_of[track - 1], words);
    }
}

static gboolean
load (XybAwardView *self, GError **error)
{
  XybStore *store = xyb_office_get_store (self->office);
  g_autoptr (GPtrArray) awards = xyb_award_store_list (store, 0, 0, error);
  g_autoptr (GPtrArray) plans = awards != NULL ? xyb_plan_store_list (store, error) : NULL;

  if (plans == NULL)
    return FALSE;
  xyb_award_list_sort (awards);
  g_clear_pointer (&self->awards, g_ptr_array_unref);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  self->awards = g_steal_pointer (&awards);
  self->plans = g_steal_pointer (&plans);
  return TRUE;
}

static void
reload (XybAwardView *self)
{
  g_autoptr (GError) error = NULL;

  self->stale = FALSE;
  if (!load (self, &error))
    {
      xyb_office_report (self->office, error);
      return;
    }
  self->filling = TRUE;
  fill_filters (self);
  self->filling = FALSE;
  fill_totals (self);
  run_filter (self);
}

static void
office_changed_cb (XybOffice *office, const char *const *tables, XybAwardView *self)
{
  static const char *const wanted[]
    = { "award",      "nomination", "progress", "progress_stage", "progress_move",
        "enterprise", "unit",       "plan",     "plan_stage",     NULL };

  if (!xyb_page_touches (tables, wanted))
    return;
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
}

static void
xyb_award_view_map (GtkWidget *widget)
{
  XybAwardView *self = XYB_AWARD_VIEW (widget);

  GTK_WIDGET_CLASS (xyb_award_view_parent_class)->map (widget);
  if (self->stale && self->office != NULL)
    reload (self);
}

/* ---- what is typed and chosen ---- */

static void
filter_changed_cb (GObject *object, GParamSpec *pspec, XybAwardView *self)
{
  if (self->office != NULL && !self->filling && self->awards != NULL)
    run_filter (self);
}

static void
search_changed_cb (GtkSearchEntry *entry, XybAwardView *self)
{
  filter_changed_cb (NULL, NULL, self);
}

static void
stop_search_cb (GtkSearchEntry *entry, XybAwardView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

static void
clear_filters (XybAwardView *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->track, 0);
  gtk_drop_down_set_selected (self->year, 0);
  gtk_drop_down_set_selected (self->unit, 0);
  gtk_drop_down_set_selected (self->state, 0);
  self->filling = FALSE;
}

static void
clear_filters_cb (GtkButton *button, XybAwardView *self)
{
  clear_filters (self);
  run_filter (self);
}

/* ---- actions ---- */

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybAwardView *self = user_data;

  xyb_award_ask_add (GTK_WIDGET (self), self->office,
                     (XybTrack) gtk_drop_down_get_selected (self->track));
}

static void
correct_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybAwardView *self = user_data;

  xyb_award_ask_correction (GTK_WIDGET (self), self->office, self->selected);
}

static void
revoke_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybAwardView *self = user_data;

  xyb_award_ask_revocation (GTK_WIDGET (self), self->office, self->selected);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybAwardView *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!xyb_award_store_remove (xyb_office_get_store (self->office), self->selected->id, &error))
    xyb_office_report (self->office, error);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_selected (user_data);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybAwardView *self = user_data;
  g_autofree char *condition = dup_condition (self);
  XybExportSpec spec = { .kind = XYB_EXPORT_AWARDS, .condition = condition };

  spec.awards = get_filter (self);
  xyb_list_output_export (GTK_WIDGET (self), &spec);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybAwardView *self = user_data;
  g_autofree char *condition = dup_condition (self);
  XybExportSpec spec = { .kind = XYB_EXPORT_AWARDS, .condition = condition };

  spec.awards = get_filter (self);
  xyb_list_output_print (GTK_WIDGET (self), self->office, _ ("认定名册"), &spec);
}

static void
add_actions (XybAwardView *self)
{
  static const GActionEntry entries[] = {
    { .name = "add", .activate = add_cb },       { .name = "correct", .activate = correct_cb },
    { .name = "revoke", .activate = revoke_cb }, { .name = "remove", .activate = remove_cb },
    { .name = "open", .activate = open_cb },     { .name = "export", .activate = export_cb },
    { .name = "print", .activate = print_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "award", G_ACTION_GROUP (self->actions));
}

static void
add_menu (XybAwardView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("打开这家企业"), "award.open");
  g_menu_append (menu, _ ("更正…"), "award.correct");
  g_menu_append (menu, _ ("取消资格…"), "award.revoke");
  g_menu_append (menu, _ ("删除"), "award.remove");
  xyb_sheet_set_extra_menu (self->sheet, G_MENU_MODEL (menu));
}

/* ---- the widget ---- */

static void
xyb_award_view_dispose (GObject *object)
{
  XybAwardView *self = XYB_AWARD_VIEW (object);

  self->filling = TRUE;
  g_clear_object (&self->office);
  g_clear_object (&self->actions);
  g_clear_object (&self->model);
  g_clear_pointer (&self->awards, g_ptr_array_unref);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->years, g_array_unref);
  g_clear_pointer (&self->selected, xyb_award_free);
  G_OBJECT_CLASS (xyb_award_view_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, XybAwardView, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/award/xyb-award-view.ui");
  BIND (total_1);
  BIND (total_2);
  BIND (total_3);
  BIND (made_of_1);
  BIND (made_of_2);
  BIND (made_of_3);
  BIND (search);
  BIND (track);
  BIND (year);
  BIND (unit);
  BIND (state);
  BIND (count);
  BIND (stack);
  BIND (sheet);
  BIND (detail);
  BIND (detail_note);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filters_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
xyb_award_view_class_init (XybAwardViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_award_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = xyb_award_view_map;
  open_signal = g_signal_new ("open-enterprise", XYB_TYPE_AWARD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                              NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT, G_TYPE_INT);
  g_type_ensure (XYB_TYPE_SHEET);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
xyb_award_view_init (XybAwardView *self)
{
  self->stale = TRUE;
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->model = xyb_award_sheet_model_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_actions (self);
  add_menu (self);
  xyb_sheet_set_model (self->sheet, XYB_SHEET_MODEL (self->model));
  xyb_filter_choice_init (self->track, _ ("级别"));
  xyb_filter_choice_init (self->year, _ ("年度"));
  xyb_filter_choice_init (self->unit, _ ("区镇"));
  xyb_filter_choice_init (self->state, _ ("状态"));
}

/**
 * xyb_award_view_new:
 * @office: the office
 *
 * Returns: (transfer floating): its register of awards
 */
GtkWidget *
xyb_award_view_new (XybOffice *office)
{
  XybAwardView *self = g_object_new (XYB_TYPE_AWARD_VIEW, NULL);

  self->office = g_object_ref (office);
  g_signal_connect_object (office, "changed", G_CALLBACK (office_changed_cb), self, 0);
  return GTK_WIDGET (self);
}

/**
 * xyb_award_view_grab_search:
 * @self: the view
 *
 * Puts the cursor into the search field.
 */
void
xyb_award_view_grab_search (XybAwardView *self)
{
  g_return_if_fail (XYB_IS_AWARD_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * xyb_award_view_search:
 * @self: the view
 * @text: part of a name
 *
 * Searches at once.
 */
void
xyb_award_view_search (XybAwardView *self, const char *text)
{
  g_return_if_fail (XYB_IS_AWARD_VIEW (self));

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  self->filling = FALSE;
  if (self->awards == NULL)
    reload (self);
  else
    run_filter (self);
}

/**
 * xyb_award_view_select:
 * @self: the view
 * @enterprise_id: whose
 * @track: the level
 * @year: of the award
 *
 * Brings the award into view, also where the filters hide it.
 */
void
xyb_award_view_select (XybAwardView *self, gint64 enterprise_id, XybTrack track, int year)
{
  g_return_if_fail (XYB_IS_AWARD_VIEW (self));

  if (self->awards == NULL)
    reload (self);
  for (guint i = 0; self->awards != NULL && i < self->awards->len; i++)
    {
      const XybAward *award = self->awards->pdata[i];

      if (award->enterprise_id != enterprise_id || award->track != track || award->year != year)
        continue;
      g_clear_pointer (&self->selected, xyb_award_free);
      self->selected = xyb_award_copy (award);
      clear_filters (self);
      run_filter (self);
      return;
    }
}

/**
 * xyb_award_view_get_selected:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the award under the cursor
 */
const XybAward *
xyb_award_view_get_selected (XybAwardView *self)
{
  g_return_val_if_fail (XYB_IS_AWARD_VIEW (self), NULL);

  return self->selected;
}

/**
 * xyb_award_view_get_n_shown:
 * @self: the view
 *
 * Returns: how many awards the filters leave
 */
guint
xyb_award_view_get_n_shown (XybAwardView *self)
{
  g_return_val_if_fail (XYB_IS_AWARD_VIEW (self), 0);

  return xyb_sheet_model_get_n_rows (XYB_SHEET_MODEL (self->model));
}
