/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-plan-editor.h"

#include "xyb-i18n.h"
#include "xyb-plan-sheet-model.h"
#include "xyb-plan-store.h"

struct _XybPlanEditor
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *window_title;
  GtkToggleButton *parts[XYB_N_PLAN_PARTS];
  GtkToggleButton *tracks[XYB_N_TRACKS];
  GtkWidget *track_box;
  GtkCheckButton *before;
  XybSheet *sheet;
  GtkLabel *whole;
  GtkLabel *words;
  GtkWidget *choice_box;
  GtkLabel *choice_label;
  GtkDropDown *choice;
  GtkWidget *add_button;
  GtkWidget *remove_button;
  GtkWidget *up_button;
  GtkWidget *down_button;
  GtkWidget *done_icon;
  GtkLabel *done;
  GtkWidget *undo_button;
  GtkWidget *problem_box;
  GtkLabel *problem;

  /* owned */
  XybOffice *office;
  XybPlanSheetModel *model;
  GPtrArray *choices; /* of char*: what the cell of the cursor may hold; "" is the blank */

  guint chosen_idle;
  guint made;       /* own changes that can be undone here */
  guint undone;     /* and those that can be done again */
  gboolean filling; /* widgets, not by the clerk */
  gboolean turning; /* undoing or redoing */
};

G_DEFINE_FINAL_TYPE (XybPlanEditor, xyb_plan_editor, ADW_TYPE_WINDOW)

static void
refuse (XybPlanEditor *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem_box, sentence != NULL);
}

static gboolean
is_read_only (XybPlanEditor *self)
{
  return xyb_office_is_read_only (self->office);
}

static gpointer
current_row (XybPlanEditor *self)
{
  guint row;
  guint column;

  xyb_sheet_get_cursor (self->sheet, &row, &column);
  return xyb_plan_sheet_model_get_row (self->model, row);
}

/* ---- what the row and the cell of the cursor are ---- */

/* A cell shows one line; of what is longer the rest has to be read somewhere. */
static void
fill_words (XybPlanEditor *self)
{
  const XybPlan *plan = xyb_plan_sheet_model_get_plan (self->model);
  XybPlanPart part = xyb_plan_sheet_model_get_part (self->model);
  gpointer row = current_row (self);
  const XybPlanField *field;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  guint at;
  guint column;

  xyb_sheet_get_cursor (self->sheet, &at, &column);
  field = xyb_plan_sheet_model_get_field (self->model, column);
  if (row == NULL)
    words = g_strdup_printf (_ ("在最后一行写上%s就增加一行，别的栏随后再填。"),
                             xyb_plan_part_name (part));
  else
    words = xyb_plan_row_words (plan, part, row);
  if (row != NULL && (field == NULL || field->kind == XYB_PLAN_FIELD_TEXT))
    text = field != NULL ? field->get (plan, row) : NULL;
  if (text == NULL && row != NULL)
    text = g_strdup (xyb_plan_row_name (part, row));
  gtk_label_set_label (self->whole, text != NULL ? text : "");
  gtk_label_set_label (self->words, words);
}

static GPtrArray *
choices_of (XybPlanEditor *self, const XybPlanField *field, gpointer row)
{
  const XybPlan *plan = xyb_plan_sheet_model_get_plan (self->model);
  GPtrArray *choices;

  if (field == NULL || row == NULL || is_read_only (self)
      || !xyb_plan_field_applies (field, plan, row))
    return NULL;
  if (field->kind == XYB_PLAN_FIELD_YES)
    {
      choices = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (choices, g_strdup (_ ("是")));
    }
  else
    choices = field->list_choices != NULL ? field->list_choices (plan, row) : NULL;
  if (choices != NULL && field->kind != XYB_PLAN_FIELD_ONE_OF)
    g_ptr_array_insert (choices, 0, g_strdup (""));
  return choices;
}

/* What may stand in the cell is there to be chosen, not to be remembered. */
static void
fill_choice (XybPlanEditor *self)
{
  const XybPlan *plan = xyb_plan_sheet_model_get_plan (self->model);
  gpointer row = current_row (self);
  guint at;
  guint column;
  const XybPlanField *field;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *now = NULL;
  guint selected = GTK_INVALID_LIST_POSITION;

  xyb_sheet_get_cursor (self->sheet, &at, &column);
  field = xyb_plan_sheet_model_get_field (self->model, column);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = choices_of (self, field, row);
  gtk_widget_set_visible (self->choice_box, self->choices != NULL);
  if (self->choices == NULL)
    return;
  now = field->get (plan, row);
  for (guint i = 0; i < self->choices->len; i++)
    {
      const char *name = self->choices->pdata[i];

      gtk_string_list_append (names, *name != '\0' ? name : _ ("（空着）"));
      if (g_strcmp0 (name, now != NULL ? now : "") == 0)
        selected = i;
    }
  self->filling = TRUE;
  gtk_label_set_label (self->choice_label, _ (field->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->title), -1);
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->choice, selected);
  self->filling = FALSE;
}

static void
update_tools (XybPlanEditor *self)
{
  gboolean writable = !is_read_only (self);
  gpointer row = current_row (self);
  g_autoptr (GPtrArray) siblings = NULL;
  guint place = 0;

  if (row != NULL)
    siblings = xyb_plan_list_siblings (xyb_plan_sheet_model_get_plan (self->model),
                                       xyb_plan_sheet_model_get_part (self->model), row);
  if (siblings != NULL)
    g_ptr_array_find (siblings, row, &place);
  gtk_widget_set_sensitive (self->add_button, writable);
  gtk_widget_set_sensitive (self->remove_button, writable && row != NULL);
  gtk_widget_set_sensitive (self->up_button, writable && siblings != NULL && place > 0);
  gtk_widget_set_sensitive (self->down_button,
                            writable && siblings != NULL && place + 1 < siblings->len);
}

static void
update_foot (XybPlanEditor *self)
{
  if (xyb_plan_sheet_model_get_plan (self->model) == NULL)
    return;
  fill_words (self);
  if (self->chosen_idle == 0)
    fill_choice (self);
  update_tools (self);
}

static void
cursor_moved_cb (XybSheet *sheet, XybPlanEditor *self)
{
  update_foot (self);
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
  refuse (self, NULL);
  gtk_widget_set_visible (self->track_box, tracks);
  gtk_widget_set_visible (GTK_WIDGET (self->before), !tracks);
  xyb_plan_sheet_model_show (self->model, part, tracks ? track : (XybTrack) 0);
  xyb_sheet_set_cursor (self->sheet, 0, XYB_PLAN_NAME_COLUMN);
  update_foot (self);
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
  refuse (self, NULL);
  fill_before (self);
  update_foot (self);
}

static void
office_failed_cb (XybOffice *office, const char *sentence, XybPlanEditor *self)
{
  refuse (self, sentence);
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

/* While something is being typed Ctrl+Z belongs to the typing. */
static gboolean
turn_key_cb (GtkWidget *widget, GVariant *args, gpointer action)
{
  if (xyb_sheet_is_dirty (XYB_PLAN_EDITOR (widget)->sheet))
    return FALSE;
  gtk_widget_activate_action (widget, action, NULL);
  return TRUE;
}

static void
add_turn_keys (XybPlanEditor *self)
{
  static const char *const keys[][2] = {
    { "<Control>z", "plan.undo" },
    { "<Control><Shift>z", "plan.redo" },
    { "<Control>y", "plan.redo" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i][0]),
                        gtk_callback_action_new (turn_key_cb, (gpointer) keys[i][1], NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* ---- what is done to rows ---- */

static void
refused_cb (XybSheet *sheet, const char *sentence, XybPlanEditor *self)
{
  refuse (self, sentence);
}

static void
draft_changed_cb (XybSheet *sheet, XybPlanEditor *self)
{
  if (xyb_sheet_get_refusal (sheet) == NULL)
    refuse (self, NULL);
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
  gpointer row = current_row (self);
  gint64 id;
  guint at;
  guint column;
  g_autoptr (GError) error = NULL;

  if (row == NULL)
    return;
  id = xyb_plan_row_id (row);
  xyb_sheet_get_cursor (self->sheet, &at, &column);
  if (!xyb_plan_sheet_model_act (self->model, what, at, by, &error))
    refuse (self, error->message);
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
up_clicked_cb (GtkButton *button, XybPlanEditor *self)
{
  if (xyb_sheet_commit (self->sheet))
    act (self, XYB_PLAN_MOVE, -1);
}

static void
down_clicked_cb (GtkButton *button, XybPlanEditor *self)
{
  if (xyb_sheet_commit (self->sheet))
    act (self, XYB_PLAN_MOVE, 1);
}

static gboolean
chosen_cb (gpointer user_data)
{
  XybPlanEditor *self = user_data;

  self->chosen_idle = 0;
  fill_choice (self);
  return G_SOURCE_REMOVE;
}

/* The list must not change under the hand of who chooses from it. */
static void
choice_selected_cb (GtkDropDown *choice, GParamSpec *pspec, XybPlanEditor *self)
{
  guint selected = gtk_drop_down_get_selected (choice);
  g_autofree char *text = NULL;
  guint row;
  guint column;
  g_autoptr (GError) error = NULL;

  if (self->filling || self->choices == NULL || selected >= self->choices->len)
    return;
  text = g_strdup (self->choices->pdata[selected]);
  if (self->chosen_idle == 0)
    self->chosen_idle = g_idle_add (chosen_cb, self);
  xyb_sheet_forget (self->sheet);
  xyb_sheet_get_cursor (self->sheet, &row, &column);
  if (!xyb_plan_sheet_model_set (self->model, row, column, text, &error))
    refuse (self, error->message);
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
  refuse (self, error->message);
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
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, up_button);
  gtk_widget_class_bind_template_child (widget_class, XybPlanEditor, down_button);
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
  gtk_widget_class_bind_template_callback (widget_class, up_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_selected_cb);
  gtk_widget_class_install_action (widget_class, "plan.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "plan.redo", NULL, redo_cb);
}

static void
xyb_plan_editor_init (XybPlanEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_turn_keys (self);
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
  gtk_widget_set_sensitive (GTK_WIDGET (self->before), !is_read_only (self));
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
