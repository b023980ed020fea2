/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-sheet-page.h"

#include "xyb-apply-pane.h"
#include "xyb-card-columns.h"
#include "xyb-conditions-card.h"
#include "xyb-date.h"
#include "xyb-enterprise-store.h"
#include "xyb-i18n.h"
#include "xyb-materials-card.h"
#include "xyb-move-dialog.h"
#include "xyb-moves-card.h"
#include "xyb-next-strip.h"
#include "xyb-print-preview.h"
#include "xyb-progress-store.h"
#include "xyb-result-card.h"
#include "xyb-stage-dialog.h"
#include "xyb-stage-menu.h"
#include "xyb-stage-track.h"
#include "xyb-steps-card.h"
#include "xyb-store-error.h"
#include "xyb-track-contract-card.h"
#include "xyb-window-private.h"

struct _XybTrackSheetPage
{
  XybPage parent_instance;

  /* template widgets */
  GtkWidget *main_button;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkLabel *name;
  GtkLabel *caption;
  GtkWidget *steps;
  GtkBox *tracks;
  XybApplyPane *apply_pane;
  GtkWidget *stage_card;
  XybStageTrack *stages;
  XybNextStrip *strip;
  XybCardColumns *columns;

  /* owned */
  GArray *ids;    /* of gint64: the list the clerk came from */
  char *reminder; /* 催办说明, or NULL where nothing is owed */

  XybTrack track;
  XybTrack list_track; /* of the list */
  gint64 enterprise_id;
  XybActKind act_kind; /* of 下一步 */
  gint64 act_id;
  gboolean other; /* it has not been shown since it was chosen */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybTrackSheetPage, xyb_track_sheet_page, XYB_TYPE_PAGE)

static XybOffice *
get_office (XybTrackSheetPage *self)
{
  return xyb_page_get_office (XYB_PAGE (self));
}

/* ---- the cards ---- */

/* Each card is one line: which column, and below which others. */
static void
add_cards (XybTrackSheetPage *self)
{
  static const struct
  {
    guint column;
    GType (*get_type) (void);
  } cards[] = {
    { 0, xyb_conditions_card_get_type }, { 0, xyb_moves_card_get_type },
    { 1, xyb_steps_card_get_type },      { 1, xyb_track_contract_card_get_type },
    { 1, xyb_result_card_get_type },     { 2, xyb_materials_card_get_type },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    xyb_card_columns_add (self->columns, cards[i].column,
                          g_object_new (cards[i].get_type (), NULL));
}

typedef struct
{
  XybTrackSheetPage *page;
  const XybTrackCase *track_case;
  gboolean done;
} Visit;

static void
show_card (GtkWidget *card, gpointer user_data)
{
  const Visit *visit = user_data;

  xyb_track_card_show (XYB_TRACK_CARD (card), get_office (visit->page), visit->track_case,
                       visit->page->other);
}

static void
act_on_card (GtkWidget *card, gpointer user_data)
{
  Visit *visit = user_data;

  visit->done
    = visit->done
      || xyb_track_card_act (XYB_TRACK_CARD (card), visit->page->act_kind, visit->page->act_id);
}

/* ---- what can be done ---- */

static const XybPlanStage *
find_stage (XybTrackSheetPage *self, gint64 stage_id)
{
  const XybPlan *plan = xyb_office_get_plan (get_office (self));

  for (guint i = 0; plan != NULL && i < plan->stages->len; i++)
    if (((XybPlanStage *) plan->stages->pdata[i])->id == stage_id)
      return plan->stages->pdata[i];
  return NULL;
}

static void
move_to (XybTrackSheetPage *self, gint64 stage_id)
{
  const XybPlanStage *stage = find_stage (self, stage_id);
  XybMoveDialog *dialog;

  if (stage == NULL)
    return;
  dialog = xyb_move_dialog_new (get_office (self), self->track, &self->enterprise_id, 1, stage);
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_to (XYB_TRACK_SHEET_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
edit_stage_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybTrackSheetPage *self = XYB_TRACK_SHEET_PAGE (widget);

  xyb_stage_dialog_open (widget, get_office (self), self->track, self->enterprise_id,
                         g_variant_get_int64 (parameter));
}

static void
act_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybTrackSheetPage *self = XYB_TRACK_SHEET_PAGE (widget);
  Visit visit = { self, NULL, FALSE };

  xyb_card_columns_foreach (self->columns, act_on_card, &visit);
  if (!visit.done && self->act_kind == XYB_ACT_MOVE)
    move_to (self, self->act_id);
}

static void
copy_reminder_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybTrackSheetPage *self = XYB_TRACK_SHEET_PAGE (widget);

  if (self->reminder == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->reminder);
  xyb_office_say (get_office (self), _ ("已复制催办说明，可粘贴到 OA 或短信里"));
}

static void
show_enterprise_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.go-to", "(sx)", "enterprise",
                              XYB_TRACK_SHEET_PAGE (widget)->enterprise_id);
}

/* ---- the menu on a stage ---- */

static void
stage_activated_cb (XybStageTrack *stages, gint64 stage_id, XybTrackSheetPage *self)
{
  XybOffice *office = get_office (self);
  const XybPlan *plan = xyb_office_get_plan (office);
  g_autofree char *today = xyb_date_today ();
  g_autoptr (XybTrackRecord) record = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  if (plan == NULL || xyb_office_is_read_only (office))
    return;
  record = xyb_progress_store_get (xyb_office_get_store (office), plan, self->track,
                                   self->enterprise_id, NULL);
  if (record == NULL)
    return;
  menu = xyb_stage_menu_new (plan, record, stage_id, today);
  xyb_stage_track_open_menu (stages, stage_id, menu);
}

/* ---- head ---- */

static void
append (GString *words, const char *part)
{
  if (part != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
}

/* 周市镇 · 制造业 · 规模以上 */
static char *
dup_caption (const XybEnterprise *enterprise, const char *unit_name)
{
  g_autoptr (GString) words = g_string_new (NULL);

  append (words, unit_name != NULL ? unit_name : enterprise->unit_name);
  append (words, xyb_industry_name (enterprise->industry));
  if (enterprise->above_scale == XYB_TRI_YES)
    append (words, _ ("规模以上"));
  if (enterprise->closed)
    append (words, _ ("已注销"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_head (XybTrackSheetPage *self, const XybEnterprise *enterprise, const char *unit_name)
{
  g_autofree char *caption = dup_caption (enterprise, unit_name);
  GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (self->tracks));

  gtk_label_set_label (self->name, enterprise->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), enterprise->name);
  gtk_label_set_label (self->caption, caption);
  self->filling = TRUE;
  for (int track = 1; tab != NULL; track++, tab = gtk_widget_get_next_sibling (tab))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), track == (int) self->track);
  self->filling = FALSE;
}

static void
track_toggled_cb (GtkToggleButton *tab, XybTrackSheetPage *self)
{
  int track = 1;

  if (self->filling || !gtk_toggle_button_get_active (tab))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tracks));
       child != GTK_WIDGET (tab); child = gtk_widget_get_next_sibling (child))
    track++;
  self->track = (XybTrack) track;
  self->other = TRUE;
  xyb_page_refresh (XYB_PAGE (self));
}

static void
add_tracks (XybTrackSheetPage *self)
{
  static const char *const words[] = { N_ ("贯标"), N_ ("市级示范"), N_ ("省级示范") };
  GtkToggleButton *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GtkWidget *tab = gtk_toggle_button_new_with_label (_ (words[i]));

      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (tab);
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tab), first);
      g_signal_connect (tab, "toggled", G_CALLBACK (track_toggled_cb), self);
      gtk_box_append (self->tracks, tab);
    }
}

/* ---- from one to the next ---- */

static int
find_place (XybTrackSheetPage *self)
{
  for (guint i = 0; self->ids != NULL && i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == self->enterprise_id)
      return (int) i;
  return -1;
}

static void
update_steps (XybTrackSheetPage *self)
{
  int place = find_place (self);
  guint n = self->ids != NULL ? self->ids->len : 0;

  gtk_widget_set_visible (self->steps, place >= 0 && n > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "track.previous", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "track.next",
                                 place >= 0 && (guint) place + 1 < n);
}

static void
step_by (XybTrackSheetPage *self, int by)
{
  int place = find_place (self);

  if (place < 0 || place + by < 0 || (guint) (place + by) >= self->ids->len)
    return;
  self->enterprise_id = g_array_index (self->ids, gint64, place + by);
  self->other = TRUE;
  xyb_page_refresh (XYB_PAGE (self));
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_by (XYB_TRACK_SHEET_PAGE (widget), -1);
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_by (XYB_TRACK_SHEET_PAGE (widget), 1);
}

/* ---- showing ---- */

static void
show_nothing (XybTrackSheetPage *self)
{
  gtk_widget_set_visible (self->main_button, FALSE);
  gtk_label_set_label (self->name, "");
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
show_parts (XybTrackSheetPage *self, gboolean on_track)
{
  gtk_widget_set_visible (GTK_WIDGET (self->apply_pane), !on_track);
  gtk_widget_set_visible (self->stage_card, on_track);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), on_track);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), on_track);
  gtk_stack_set_visible_child_name (self->stack, "sheet");
}

static void
show_next (XybTrackSheetPage *self, const XybTrackCase *track_case)
{
  g_autoptr (XybNextAction) action = xyb_next_action_new (track_case);

  g_free (self->reminder);
  self->reminder = xyb_track_case_reminder (track_case);
  self->act_kind = action->kind;
  self->act_id = action->id;
  xyb_next_strip_show (self->strip, action, xyb_track_result (track_case->plan, track_case->record),
                       self->reminder != NULL, !xyb_office_is_read_only (get_office (self)));
}

static void
show_case (XybTrackSheetPage *self, const XybTrackCase *track_case)
{
  Visit visit = { self, track_case, FALSE };

  gtk_widget_set_visible (self->main_button, track_case->list->lines->len > 0);
  show_head (self, track_case->enterprise, track_case->record->unit_name);
  xyb_stage_track_show (self->stages, track_case->plan, track_case->record, track_case->today);
  show_next (self, track_case);
  xyb_card_columns_foreach (self->columns, show_card, &visit);
  show_parts (self, TRUE);
}

/* It is in the register, and not on the track in that year. */
static void
show_apply (XybTrackSheetPage *self)
{
  XybOffice *office = get_office (self);
  g_autoptr (XybEnterprise) enterprise
    = xyb_enterprise_store_get (xyb_office_get_store (office), self->enterprise_id, NULL);

  if (enterprise == NULL)
    {
      show_nothing (self);
      return;
    }
  gtk_widget_set_visible (self->main_button, FALSE);
  show_head (self, enterprise, NULL);
  xyb_apply_pane_show (self->apply_pane, office, self->track, enterprise);
  show_parts (self, FALSE);
}

static void
read_sheet (XybTrackSheetPage *self)
{
  XybOffice *office = get_office (self);
  const XybPlan *plan = xyb_office_get_plan (office);
  g_autofree char *today = xyb_date_today ();
  g_autoptr (XybTrackCase) track_case = NULL;
  g_autoptr (GError) error = NULL;

  if (plan == NULL || self->enterprise_id == 0)
    {
      show_nothing (self);
      return;
    }
  track_case = xyb_progress_store_read_case (xyb_office_get_store (office), plan, self->track,
                                             self->enterprise_id, today, &error);
  if (track_case != NULL)
    show_case (self, track_case);
  else if (g_error_matches (error, XYB_STORE_ERROR, XYB_STORE_ERROR_NOT_FOUND))
    show_apply (self);
  else
    {
      xyb_office_report (office, error);
      show_nothing (self);
    }
}

static void
xyb_track_sheet_page_reload (XybPage *page, const char *const *tables)
{
  static const char *const wanted[] = { "plan",
                                        "plan_stage",
                                        "plan_condition",
                                        "plan_material",
                                        "plan_step",
                                        "milestone",
                                        "nomination",
                                        "enterprise",
                                        "unit",
                                        "progress",
                                        "progress_stage",
                                        "progress_move",
                                        "progress_step",
                                        "progress_training",
                                        "progress_material",
                                        "progress_condition",
                                        "contract",
                                        "service_provider",
                                        "award",
                                        NULL };
  XybTrackSheetPage *self = XYB_TRACK_SHEET_PAGE (page);

  if (!xyb_page_touches (tables, wanted))
    return;
  xyb_stage_track_close_menu (self->stages);
  read_sheet (self);
  update_steps (self);
  if (self->other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  self->other = FALSE;
  g_signal_emit_by_name (self, "words-changed");
}

/* ---- 材料清单 ---- */

static GtkWidget *
xyb_track_sheet_page_get_main_button (XybPage *page)
{
  return XYB_TRACK_SHEET_PAGE (page)->main_button;
}

/* Of this one, and of all on the list it was chosen from. */
static gboolean
xyb_track_sheet_page_start_print (XybPage *page)
{
  XybTrackSheetPage *self = XYB_TRACK_SHEET_PAGE (page);
  int year = xyb_office_get_year (get_office (self));
  guint n = self->track == self->list_track ? self->ids->len : 0;
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *all = g_strdup_printf (_ ("名单里的 %u 家"), n);

  if (!gtk_widget_get_visible (self->main_button))
    return FALSE;
  g_array_append_val (one, self->enterprise_id);
  {
    const XybPrintChoice choices[] = {
      { _ ("这一家"), { XYB_EXPORT_MATERIALS, year, .track = self->track, .ids = one } },
      { all, { XYB_EXPORT_MATERIALS, year, .track = self->track, .ids = self->ids } },
    };

    xyb_print_preview_open (GTK_WIDGET (page), get_office (self), choices, n > 1 ? 2 : 1);
  }
  return TRUE;
}

/* The same of this one as a workbook. */
static gboolean
xyb_track_sheet_page_start_export (XybPage *page)
{
  XybTrackSheetPage *self = XYB_TRACK_SHEET_PAGE (page);
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));
  XybExportSpec spec = { .kind = XYB_EXPORT_MATERIALS, .track = self->track, .ids = one };

  if (!gtk_widget_get_visible (self->main_button))
    return FALSE;
  g_array_append_val (one, self->enterprise_id);
  spec.year = xyb_office_get_year (get_office (self));
  xyb_window_ask_export (XYB_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), &spec);
  return TRUE;
}

/* 2020 年贯标名单 · 第 37 家，共 69 家 */
static char *
xyb_track_sheet_page_dup_subtitle (XybPage *page)
{
  XybTrackSheetPage *self = XYB_TRACK_SHEET_PAGE (page);
  int place = find_place (self);
  int year = xyb_office_get_year (get_office (self));

  if (self->track == 0)
    return NULL;
  if (place < 0 || self->track != self->list_track)
    return g_strdup_printf (_ ("%d 年%s"), year, xyb_track_name (self->track));
  return g_strdup_printf (_ ("%d 年%s名单 · 第 %d 家，共 %u 家"), year,
                          xyb_track_name (self->track), place + 1, self->ids->len);
}

/**
 * xyb_track_sheet_page_show:
 * @self: the page
 * @track: a track
 * @enterprise_id: an enterprise; where it is not on the track, whether it may apply
 * @ids: (nullable) (element-type gint64): the list it was chosen from, in its order: for 上一家 and
 *   下一家
 */
void
xyb_track_sheet_page_show (XybTrackSheetPage *self,
                           XybTrack track,
                           gint64 enterprise_id,
                           const GArray *ids)
{
  g_return_if_fail (XYB_IS_TRACK_SHEET_PAGE (self) && xyb_track_name (track) != NULL);

  g_array_set_size (self->ids, 0);
  if (ids != NULL)
    g_array_append_vals (self->ids, ids->data, ids->len);
  self->track = track;
  self->list_track = track;
  self->enterprise_id = enterprise_id;
  self->other = TRUE;
  xyb_page_refresh (XYB_PAGE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->stages));
}

/**
 * xyb_track_sheet_open:
 * @from: a widget of the window
 * @track: a track
 * @enterprise_id: an enterprise
 * @ids: (nullable): as of xyb_track_sheet_page_show()
 *
 * Brings its sheet into view.
 */
void
xyb_track_sheet_open (GtkWidget *from, XybTrack track, gint64 enterprise_id, const GArray *ids)
{
  GtkRoot *root = gtk_widget_get_root (from);

  if (XYB_IS_WINDOW (root))
    xyb_track_sheet_page_show (XYB_TRACK_SHEET_PAGE (
                                 xyb_window_show_sub_page (XYB_WINDOW (root),
                                                           XYB_TYPE_TRACK_SHEET_PAGE)),
                               track, enterprise_id, ids);
}

XybTrack
xyb_track_sheet_page_get_track (XybTrackSheetPage *self)
{
  g_return_val_if_fail (XYB_IS_TRACK_SHEET_PAGE (self), 0);

  return self->track;
}

gint64
xyb_track_sheet_page_get_enterprise (XybTrackSheetPage *self)
{
  g_return_val_if_fail (XYB_IS_TRACK_SHEET_PAGE (self), 0);

  return self->enterprise_id;
}

/* ---- the widget ---- */

static void
xyb_track_sheet_page_dispose (GObject *object)
{
  XybTrackSheetPage *self = XYB_TRACK_SHEET_PAGE (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->reminder, g_free);
  G_OBJECT_CLASS (xyb_track_sheet_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "track.act", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "track.move", "x", move_cb);
  gtk_widget_class_install_action (widget_class, "track.edit-stage", "x", edit_stage_cb);
  gtk_widget_class_install_action (widget_class, "track.copy-reminder", NULL, copy_reminder_cb);
  gtk_widget_class_install_action (widget_class, "track.show-enterprise", NULL, show_enterprise_cb);
  gtk_widget_class_install_action (widget_class, "track.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "track.next", NULL, next_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "track.previous",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "track.next",
                                       NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/track/xyb-track-sheet-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XybTrackSheetPage, main_button);
  gtk_widget_class_bind_template_child (widget_class, XybTrackSheetPage, stack);
  gtk_widget_class_bind_template_child (widget_class, XybTrackSheetPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, XybTrackSheetPage, name);
  gtk_widget_class_bind_template_child (widget_class, XybTrackSheetPage, caption);
  gtk_widget_class_bind_template_child (widget_class, XybTrackSheetPage, steps);
  gtk_widget_class_bind_template_child (widget_class, XybTrackSheetPage, tracks);
  gtk_widget_class_bind_template_child (widget_class, XybTrackSheetPage, apply_pane);
  gtk_widget_class_bind_template_child (widget_class, XybTrackSheetPage, stage_card);
  gtk_widget_class_bind_template_child (widget_class, XybTrackSheetPage, stages);
  gtk_widget_class_bind_template_child (widget_class, XybTrackSheetPage, strip);
  gtk_widget_class_bind_template_child (widget_class, XybTrackSheetPage, columns);
}

static void
xyb_track_sheet_page_class_init (XybTrackSheetPageClass *klass)
{
  XybPageClass *page_class = XYB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_track_sheet_page_dispose;
  page_class->name = "track-sheet";
  page_class->parent_name = "track";
  page_class->title = N_ ("贯标与示范");
  page_class->icon_name = "starred-symbolic";
  page_class->reload = xyb_track_sheet_page_reload;
  page_class->dup_subtitle = xyb_track_sheet_page_dup_subtitle;
  page_class->get_main_button = xyb_track_sheet_page_get_main_button;
  page_class->start_export = xyb_track_sheet_page_start_export;
  page_class->start_print = xyb_track_sheet_page_start_print;

  g_type_ensure (XYB_TYPE_APPLY_PANE);
  g_type_ensure (XYB_TYPE_CARD_COLUMNS);
  g_type_ensure (XYB_TYPE_NEXT_STRIP);
  g_type_ensure (XYB_TYPE_STAGE_TRACK);
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
xyb_track_sheet_page_init (XybTrackSheetPage *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  add_tracks (self);
  add_cards (self);
  xyb_stage_track_set_active (self->stages, TRUE);
  g_signal_connect (self->stages, "stage-activated", G_CALLBACK (stage_activated_cb), self);
}
