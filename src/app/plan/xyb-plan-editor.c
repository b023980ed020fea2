/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-editor-private.h"

#include "xyb-i18n.h"
#include "xyb-plan-store.h"

G_DEFINE_FINAL_TYPE (XybPlanEditor, xyb_plan_editor, ADW_TYPE_WINDOW)

static void
cursor_moved_cb (XybSheet *sheet, XybPlanEditor *self)
{
  xyb_plan_editor_update_foot (self);
}

/* ---- which list ---- */

static int
active_of (GtkToggleButton *const *buttons, int n_buttons)
{
  for (int i = 0; i < n_buttons; i++)
    if (gtk_toggle_button_get_active (buttons[i]))
      return i;
  return 0;
}

static void
show_list (XybPlanEditor *self)
{
  XybPlanPart part = (XybPlanPart) active_of (self->parts, XYB_N_PLAN_PARTS);
  XybTrack track = (XybTrack) (active_of (self->tracks, XYB_N_TRACKS) + 1);
  gboolean tracks = xyb_plan_part_has_tracks (part);

  if (self->model == NULL)
    return;
  xyb_sheet_forget (self->sheet);
  xyb_plan_editor_refuse (self, NULL);
  gtk_widget_set_visible (self->track_box, tracks);
  gtk_widget_set_visible (GTK_WIDGET (self->before), !tracks);
  xyb_plan_sheet_model_show (self->model, part, tracks ? track : (XybTrack) 0);
  xyb_sheet_set_cursor (self->sheet, 0, XYB_PLAN_NAME_COLUMN);
  xyb_plan_editor_update_foot (self);
}

static void
press_buttons (XybPlanEditor *self, XybPlanPart part, XybTrack track)
{
  self->filling = TRUE;
  gtk_toggle_button_set_active (self->parts[part], TRUE);
  if (track != 0)
    gtk_toggle_button_set_active (self->tracks[track - 1], TRUE);
  self->filling = FALSE;
}

/* Of a group one goes out and one comes in: the one that comes in counts. What is being typed is
 * kept first; where it is refused the list stays. */
static void
list_toggled_cb (GtkToggleButton *button, XybPlanEditor *self)
{
  if (!gtk_toggle_button_get_active (button) || self->filling || self->model == NULL)
    return;
  if (xyb_sheet_commit (self->sheet))
    show_list (self);
  else
    press_buttons (self, xyb_plan_sheet_model_get_part (self->model),
                   xyb_plan_sheet_model_get_track (self->model));
}

/* ---- changes ---- */

static void
say_done (XybPlanEditor *self)
{
  XybStore *store = xyb_office_get_store (self->office);
  g_autofree char *label = self->made > 0 ? xyb_store_peek_undo (store) : NULL;

  gtk_label_set_label (self->done, label != NULL ? label : _ ("改动随时保存，可以撤销。"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->done), label);
  gtk_widget_set_visible (self->done_icon, label != NULL);
  gtk_widget_set_visible (self->undo_button, label != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.undo", self->made > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.redo", self->undone > 0);
}

static void
fill_before (XybPlanEditor *self)
{
  self->filling = TRUE;
  gtk_check_button_set_active (self->before,
                               xyb_plan_sheet_model_get_plan (self->model)->deadline_inclusive);
  self->filling = FALSE;
}

static void
office_changed_cb (XybOffice *office, const char *const *tables, XybPlanEditor *self)
{
  if (!xyb_plan_sheet_model_reload (self->model, NULL))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  xyb_plan_editor_refuse (self, NULL);
  fill_before (self);
  xyb_plan_editor_update_foot (self);
}

static void
office_failed_cb (XybOffice *office, const char *sentence, XybPlanEditor *self)
{
  xyb_plan_editor_refuse (self, sentence);
}

static void
store_changed_cb (XybStore *store, const char *const *tables, XybPlanEditor *self)
{
  if (tables == NULL || tables[0] == NULL || self->turning)
    return;
  self->made++;
  self->undone = 0;
  say_done (self);
}

/* The window behind does it, so that it says the same. */
static void
turn (XybPlanEditor *self, const char *action, int by)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  XybStore *store = xyb_office_get_store (self->office);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  xyb_sheet_forget (self->sheet);
  before = xyb_store_peek_undo (store);
  self->turning = TRUE;
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  self->turning = FALSE;
  after = xyb_store_peek_undo (store);
  if (g_strcmp0 (before, after) != 0)
    {
      self->made -= (guint) by;
      self->undone += (guint) by;
    }
  say_done (self);
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (XYB_PLAN_EDITOR (widget)->made > 0)
    turn (XYB_PLAN_EDITOR (widget), "win.undo", 1);
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (XYB_PLAN_EDITOR (widget)->undone > 0)
    turn (XYB_PLAN_EDITOR (widget), "win.redo", -1);
}

/* While something is being typed the keys belong to the typing. */
static gboolean
key_cb (GtkWidget *widget, GVariant *args, gpointer action)
{
  if (xyb_sheet_is_dirty (XYB_PLAN_EDITOR (widget)->sheet))
    return FALSE;
  gtk_widget_activate_action (widget, action, NULL);
  return TRUE;
}

static void
add_keys (XybPlanEditor *self)
{
  static const char *const keys[][2] = {
    { "<Control>z", "plan.undo" }, { "<Control><Shift>z", "plan.redo" },
    { "<Control>y", "plan.redo" }, { "<Alt>Up", "plan.up" },
    { "<Alt>Down", "plan.down" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i][0]),
                        gtk_callback_action_new (key_cb, (gpointer) keys[i][1], NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* ---- what is done to rows ---- */

static void
refused_cb (XybSheet *sheet, const char *sentence, XybPlanEditor *self)
{
  xyb_plan_editor_refuse (self, sentence);
}

static void
draft_changed_cb (XybSheet *sheet, XybPlanEditor *self)
{
  if (xyb_sheet_get_refusal (sheet) == NULL)
    xyb_plan_editor_refuse (self, NULL);
}

static void
add_clicked_cb (GtkButton *button, XybPlanEditor *self)
{
  if (!xyb_sheet_commit (self->sheet))
    return;
  xyb_sheet_set_cursor (self->sheet, xyb_plan_sheet_model_get_blank_row (self->model),
                        XYB_PLAN_NAME_COLUMN);
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  xyb_sheet_start_edit (self->sheet);
}

static void
act (XybPlanEditor *self, XybPlanAct what, int by)
{
  gpointer row = xyb_plan_editor_current_row (self);
  gint64 id;
  guint at;
  guint column;
  g_autoptr (GError) error = NULL;

  if (row == NULL)
    return;
  id = xyb_plan_row_id (row);
  xyb_sheet_get_cursor (self->sheet, &at, &column);
  if (!xyb_plan_sheet_model_act (self->model, what, at, by, &error))
    xyb_plan_editor_refuse (self, error->message);
  else if (xyb_plan_sheet_model_find (self->model, id, &at))
    xyb_sheet_set_cursor (self->sheet, at, column);
}

static void
remove_clicked_cb (GtkButton *button, XybPlanEditor *self)
{
  xyb_sheet_forget (self->sheet);
  act (self, XYB_PLAN_REMOVE, 0);
}

static void
up_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XybPlanEditor *self = XYB_PLAN_EDITOR (widget);

  if (xyb_sheet_commit (self->sheet))
    act (self, XYB_PLAN_MOVE, -1);
}

static void
down_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XybPlanEditor *self = XYB_PLAN_EDITOR (widget);

  if (xyb_sheet_commit (self->sheet))
    act (self, XYB_PLAN_MOVE, 1);
}

/* AMB-14 */
static void
before_toggled_cb (GtkCheckButton *button, XybPlanEditor *self)
{
  XybStore *store = xyb_office_get_store (self->office);
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (self->filling || self->model == NULL)
    return;
  plan = xyb_plan_store_get (store, xyb_plan_sheet_model_get_plan (self->model)->year, &error);
  if (plan != NULL)
    plan->deadline_inclusive = gtk_check_button_get_active (button);
  if (plan != NULL && xyb_plan_store_update (store, plan, &error))
    return;
  fill_before (self);
  xyb_plan_editor_refuse (self, error->message);
}

/* What is being typed is kept as by leaving the cell; where it is refused the window stays. */
static gboolean
xyb_plan_editor_close_request (GtkWindow *window)
{
  XybPlanEditor *self = XYB_PLAN_EDITOR (window);

  if (self->sheet != NULL && !xyb_sheet_commit (self->sheet))
    return TRUE;
  return GTK_WINDOW_CLASS (xyb_plan_editor_parent_class)->close_request (window);
}

/* ---- the widget ---- */

static void
xyb_plan_editor_dispose (GObject *object)
{
  XybPlanEditor *self = XYB_PLAN_EDITOR (object);

  if (self->sheet != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->sheet, self);
      xyb_sheet_set_model (self->sheet, NULL);
    }
  self->sheet = NULL;
  g_clear_handle_id (&self->chosen_idle, g_source_remove);
  g_clear_object (&self->model);
  g_clear_object (&self->office);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  G_OBJECT_CLASS (xyb_plan_editor_parent_class)->dispose (object);
}

static void
bind_toggles (GtkWidgetClass *widget_class)
{
  static const char *const parts[XYB_N_PLAN_PARTS]
    = { "stages_button", "conditions_button", "materials_button", "steps_button",
        "milestones_button" };
  static const char *const tracks[XYB_N_TRACKS]
    = { "accreditation_button", "city_button", "province_button" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_widget_class_bind_template_child_full (widget_class, parts[i], FALSE,
                                               (gssize) (G_STRUCT_OFFSET (XybPlanEditor, parts)
                                                         + i * sizeof (GtkToggleButton *)));
  for (gsize i = 0; i < G_N_ELEMENTS (tracks); i++)
    gtk_widget_class_bind_template_child_full (widget_class, tracks[i], FALSE,
                                               (gssize) (G_STRUCT_OFFSET (XybPlanEditor, tracks)
                                                         + i * sizeof (GtkToggleButton *)));
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, window_title);
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, track_box);
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, before);
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, sheet);
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, whole);
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, words);
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, choice_box);
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, choice_label);
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, choice);
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, remove_button);
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, done_icon);
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, done);
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, undo_button);
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, problem_box);
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, problem);
}

static void
xyb_plan_editor_class_init (XybPlanEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_plan_editor_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = xyb_plan_editor_close_request;
  g_type_ensure (XYB_TYPE_SHEET);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/plan/xyb-plan-editor.ui");
  bind_toggles (widget_class);
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, list_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, before_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "choice_selected_cb",
                                                G_CALLBACK (xyb_plan_editor_choice_selected_cb));
  gtk_widget_class_install_action (widget_class, "plan.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "plan.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "plan.up", NULL, up_cb);
  gtk_widget_class_install_action (widget_class, "plan.down", NULL, down_cb);
}

static void
xyb_plan_editor_init (XybPlanEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
}

/* The model is read before the sheet has it: its columns are those of a list. */
static gboolean
load (XybPlanEditor *self, XybOffice *office, GError **error)
{
  self->office = g_object_ref (office);
  self->model = xyb_plan_sheet_model_new (office);
  if (!xyb_plan_sheet_model_reload (self->model, error))
    return FALSE;
  xyb_sheet_set_model (self->sheet, XYB_SHEET_MODEL (self->model));
  g_signal_connect_object (xyb_office_get_store (office), "changed", G_CALLBACK (store_changed_cb),
                           self, 0);
  g_signal_connect_object (office, "changed", G_CALLBACK (office_changed_cb), self, 0);
  g_signal_connect_object (office, "failed", G_CALLBACK (office_failed_cb), self, 0);
  return TRUE;
}

/**
 * xyb_plan_editor_open:
 * @parent: a widget of the window
 * @office: the office; its year in view is edited
 *
 * Returns: (transfer none) (nullable): the editor, on screen; %NULL where the year has no plan
 */
XybPlanEditor *
xyb_plan_editor_open (GtkWidget *parent, XybOffice *office)
{
  XybPlanEditor *self = g_object_new (XYB_TYPE_PLAN_EDITOR, "transient-for",
                                      GTK_WINDOW (gtk_widget_get_root (parent)), NULL);
  g_autofree char *subtitle = NULL;
  g_autoptr (GError) error = NULL;

  if (!load (self, office, &error))
    {
      xyb_office_report (office, error);
      gtk_window_destroy (GTK_WINDOW (self));
      return NULL;
    }
  subtitle = g_strdup_printf (_ ("%d 年"), xyb_office_get_year (office));
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_widget_set_sensitive (GTK_WIDGET (self->before), !xyb_plan_editor_is_read_only (self));
  fill_before (self);
  say_done (self);
  show_list (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  return self;
}

/**
 * xyb_plan_editor_show:
 * @self: the editor
 * @part: a list of the plan
 * @track: of which track; no matter of 时限
 *
 * Brings a list into view.
 */
void
xyb_plan_editor_show (XybPlanEditor *self, XybPlanPart part, XybTrack track)
{
  g_return_if_fail (XYB_IS_PLAN_EDITOR (self) && part < XYB_N_PLAN_PARTS);

  if (!xyb_sheet_commit (self->sheet))
    return;
  press_buttons (self, part, track <= XYB_N_TRACKS ? track : (XybTrack) 0);
  show_list (self);
}

/* The sheet of the list in view. */
XybSheet *
xyb_plan_editor_get_sheet (XybPlanEditor *self)
{
  g_return_val_if_fail (XYB_IS_PLAN_EDITOR (self), NULL);

  return self->sheet;
}

/* What the row of the cursor does. */
const char *
xyb_plan_editor_get_words (XybPlanEditor *self)
{
  g_return_val_if_fail (XYB_IS_PLAN_EDITOR (self), NULL);

  return gtk_label_get_label (self->words);
}

/* Why something was not taken; "" where nothing is wrong. */
const char *
xyb_plan_editor_get_problem (XybPlanEditor *self)
{
  g_return_val_if_fail (XYB_IS_PLAN_EDITOR (self), NULL);

  return gtk_label_get_label (self->problem);
}

/* What was done last, beside 「撤销」. */
const char *
xyb_plan_editor_get_done (XybPlanEditor *self)
{
  g_return_val_if_fail (XYB_IS_PLAN_EDITOR (self), NULL);

  return gtk_label_get_label (self->done);
}
