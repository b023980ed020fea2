/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-window-private.h"

#include "xyb-data-page.h"
#include "xyb-field-row.h"
#include "xyb-i18n.h"
#include "xyb-plan-editor.h"
#include "xyb-sheet.h"

/* ---- undo and redo ---- */

typedef gboolean (*TurnFunc) (XybStore *store, char **out_label, GError **error);

static char *
turn (XybWindow *self, TurnFunc func)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  gboolean done;

  self->turning = TRUE;
  done = func (xyb_office_get_store (self->office), &label, &error);
  self->turning = FALSE;
  xyb_window_update_actions (self);
  if (done)
    return g_steal_pointer (&label);
  xyb_office_report (self->office, error);
  return NULL;
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;
  g_autofree char *label = turn (self, xyb_store_undo);
  g_autofree char *sentence = NULL;

  if (label == NULL)
    return;
  sentence = g_strdup_printf (_ ("已撤销：%s"), label);
  xyb_toaster_say (self->toaster, sentence, _ ("重做"), "win.redo", XYB_TOAST_SECONDS);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;
  g_autofree char *label = turn (self, xyb_store_redo);
  g_autofree char *sentence = NULL;

  if (label == NULL)
    return;
  sentence = g_strdup_printf (_ ("已重做：%s"), label);
  xyb_toaster_say (self->toaster, sentence, _ ("撤销"), "win.undo", XYB_TOAST_SECONDS);
}

/* The way back of 从这里撤销: its page does it, and shows how far it is. */
static void
redo_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;

  xyb_window_show_page (self, "data");
  if (XYB_IS_DATA_PAGE (self->page))
    xyb_data_page_redo_back (XYB_DATA_PAGE (self->page));
}

/* ---- pages ---- */

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;

  if (self->page == NULL)
    return;
  if (!xyb_page_can_search (self->page))
    xyb_window_show_page (self, "enterprise");
  xyb_page_start_search (self->page);
}

static void
new_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;

  if (self->page == NULL)
    return;
  xyb_window_leave_field (self);
  if (xyb_page_start_new (self->page))
    return;
  xyb_window_show_page (self, "enterprise");
  xyb_page_start_new (self->page);
}

static void
page_number_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;
  GtkListBoxRow *row
    = gtk_list_box_get_row_at_index (self->page_list, g_variant_get_int32 (parameter) - 1);
  GtkWidget *focus;

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->page_list, row);
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->page)))
    gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
}

static void
go_to_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;
  const char *name;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &name, &id);
  xyb_window_leave_field (self);
  xyb_window_show_page (self, name);
  if (self->page != NULL && id != 0)
    xyb_page_show_record (self->page, id);
}

static void
refresh_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;

  if (self->page == NULL)
    return;
  xyb_window_leave_field (self);
  xyb_page_refresh (self->page);
}

static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;

  if (self->page != NULL)
    xyb_page_start_edit (self->page);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;

  if (self->page == NULL)
    return;
  xyb_window_leave_field (self);
  xyb_page_start_print (self->page);
}

static void
year_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;

  xyb_window_leave_field (self);
  if (self->office != NULL)
    xyb_office_set_year (self->office, g_variant_get_int32 (parameter));
}

static void
step_year_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_window_step_year (user_data, g_variant_get_int32 (parameter));
}

static void
new_year_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_window_new_year (user_data);
}

static void
edit_plan_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;

  xyb_window_leave_field (self);
  if (self->office != NULL)
    xyb_plan_editor_open (GTK_WIDGET (self), self->office);
}

static void
open_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_window_leave_field (user_data);
  xyb_window_open_chosen (user_data, g_variant_get_string (parameter, NULL));
}

static void
clear_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_window_clear_recent (user_data);
}

/* F6: from the list of pages into the page, and back. */
static void
other_side_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, self->content);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->page_list);

  if (self->page == NULL || row == NULL)
    return;
  adw_leaflet_set_visible_child (self->leaflet, inside ? self->sidebar : self->content);
  if (inside)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
}

static void
leave_sub_page (XybWindow *self, const char *path)
{
  xyb_window_remove_sub_page (self);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;

  if (self->page != NULL && self->page == self->sub_page)
    xyb_window_leave_then (self, leave_sub_page, NULL);
  else
    adw_leaflet_set_visible_child (self->leaflet, self->sidebar);
}

/* ---- exports ---- */

static void
export_quota_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;
  XybExportSpec spec = { .kind = XYB_EXPORT_QUOTA };

  xyb_window_leave_field (self);
  spec.year = xyb_office_get_year (self->office);
  spec.pdf = g_str_equal (g_variant_get_string (parameter, NULL), "pdf");
  xyb_window_ask_export (self, &spec);
}

static XybExportKind
kind_from_name (const char *name)
{
  static const char *const names[] = { "district", "all", "merged", "blank", "each" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return XYB_EXPORT_DISTRICT + i;
  return XYB_EXPORT_ALL;
}

static void
export_nominations_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;
  XybExportSpec spec = { 0 };
  const char *kind;
  const char *format;

  xyb_window_leave_field (self);
  g_variant_get (parameter, "(&s&sx)", &kind, &format, &spec.unit_id);
  spec.kind = kind_from_name (kind);
  spec.year = xyb_office_get_year (self->office);
  spec.pdf = g_str_equal (format, "pdf");
  xyb_window_ask_export (self, &spec);
}

/* 附件2 to be filled in: of one 区镇, or with 0 of each. */
static void
export_template_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;
  XybExportSpec spec = { .year = xyb_office_get_year (self->office) };

  xyb_window_leave_field (self);
  g_variant_get (parameter, "(bx)", &spec.prefill, &spec.unit_id);
  spec.kind = spec.unit_id != 0 ? XYB_EXPORT_TEMPLATE : XYB_EXPORT_TEMPLATES;
  xyb_window_ask_export (self, &spec);
}

/* Ctrl+E does what the page's main button does. */
static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;

  if (self->page == NULL)
    return;
  xyb_window_leave_field (self);
  xyb_page_start_export (self->page);
}

static void
cancel_job_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybWindow *self = user_data;

  if (self->job != NULL)
    xyb_export_job_cancel (self->job);
}

static void
open_exported_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_window_open_exported (user_data, FALSE);
}

static void
open_exported_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_window_open_exported (user_data, TRUE);
}

/* ---- files ---- */

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_window_choose_file (user_data);
}

static void
import_returns_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_window_choose_returns (user_data,
                             g_str_equal (g_variant_get_string (parameter, NULL), "folder"));
}

static void
import_awards_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_window_import_awards (user_data);
}

static void
new_office_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_window_choose_new (user_data);
}

static void
restore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_window_choose_backup (user_data);
}

static void
restore_from_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_window_ask_restore (user_data, g_variant_get_string (parameter, NULL));
}

/* ---- what can be done now ---- */

static void
set_enabled (XybWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_turn (XybWindow *self,
             const char *name,
             GtkWidget *button,
             char *label,
             const char *verb,
             const char *key)
{
  g_autofree char *what = label;
  g_autofree char *tooltip = what != NULL ? g_strdup_printf (_ ("%s：%s（%s）"), verb, what, key)
                                          : g_strdup_printf (_ ("%s（%s）"), verb, key);

  set_enabled (self, name, what != NULL);
  gtk_widget_set_visible (button, self->office != NULL);
  gtk_widget_set_tooltip_text (button, tooltip);
}

/**
 * xyb_window_update_actions:
 * @self: the window
 *
 * Enables what can be done now; the buttons of undo and redo name what they would turn round.
 */
void
xyb_window_update_actions (XybWindow *self)
{
  XybStore *store = self->office != NULL ? xyb_office_get_store (self->office) : NULL;
  gboolean writable = store != NULL && !xyb_store_is_read_only (store);
  gboolean planned = store != NULL && xyb_office_get_year (self->office) != 0;

  update_turn (self, "undo", self->undo_button, writable ? xyb_store_peek_undo (store) : NULL,
               _ ("撤销"), "Ctrl+Z");
  update_turn (self, "redo", self->redo_button, writable ? xyb_store_peek_redo (store) : NULL,
               _ ("重做"), "Ctrl+Shift+Z");
  set_enabled (self, "new-record", writable);
  set_enabled (self, "new-year", writable);
  set_enabled (self, "edit-plan", planned);
  set_enabled (self, "search", store != NULL);
  set_enabled (self, "edit", writable);
  set_enabled (self, "refresh", store != NULL);
  set_enabled (self, "print", self->page != NULL && xyb_page_can_print (self->page));
  set_enabled (self, "export",
               self->page != NULL && xyb_page_can_export (self->page) && self->job == NULL);
  set_enabled (self, "export-quota", planned && self->job == NULL);
  set_enabled (self, "export-nominations", planned && self->job == NULL);
  set_enabled (self, "export-template", planned && self->job == NULL);
  set_enabled (self, "import-returns", planned && writable);
  set_enabled (self, "import-awards", writable);
}

/**
 * xyb_window_has_draft:
 * @self: the window
 *
 * Returns: whether a cell or a field holds something that is not kept yet
 */
gboolean
xyb_window_has_draft (XybWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *owner;

  if (focus == NULL)
    return FALSE;
  owner = gtk_widget_get_ancestor (focus, XYB_TYPE_SHEET);
  if (owner != NULL)
    return xyb_sheet_is_dirty (XYB_SHEET (owner));
  owner = gtk_widget_get_ancestor (focus, XYB_TYPE_FIELD_ROW);
  return owner != NULL && xyb_field_row_is_dirty (XYB_FIELD_ROW (owner));
}

/**
 * xyb_window_is_typing:
 * @self: the window
 *
 * While something is being typed Ctrl+Z belongs to the typing; otherwise to the records. A text
 * widget takes the keys even when it has nothing to undo, so they are looked at before it.
 *
 * Returns: whether something is being typed
 */
gboolean
xyb_window_is_typing (XybWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL)
    return FALSE;
  if (gtk_widget_get_ancestor (focus, XYB_TYPE_SHEET) != NULL
      || gtk_widget_get_ancestor (focus, XYB_TYPE_FIELD_ROW) != NULL)
    return xyb_window_has_draft (self);
  return GTK_IS_EDITABLE (focus) && *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0';
}

static gboolean
turn_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return !xyb_window_is_typing (XYB_WINDOW (widget))
         && gtk_widget_activate_action (widget, user_data, NULL);
}

static void
add_turn_shortcuts (XybWindow *self)
{
  static const char *const keys[][2] = {
    { "<Control>z", "win.undo" },
    { "<Control><Shift>z", "win.redo" },
    { "<Control>y", "win.redo" },
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

/**
 * xyb_window_add_actions:
 * @self: the window
 *
 * Everything the window can be asked to do, by button, menu and keyboard.
 */
void
xyb_window_add_actions (XybWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "undo", .activate = undo_cb },
    { .name = "redo", .activate = redo_cb },
    { .name = "redo-back", .activate = redo_back_cb },
    { .name = "search", .activate = search_cb },
    { .name = "new-record", .activate = new_record_cb },
    { .name = "page-number", .activate = page_number_cb, .parameter_type = "i" },
    { .name = "go-to", .activate = go_to_cb, .parameter_type = "(sx)" },
    { .name = "refresh", .activate = refresh_cb },
    { .name = "edit", .activate = edit_cb },
    { .name = "print", .activate = print_cb },
    { .name = "year", .activate = year_cb, .parameter_type = "i", .state = "0" },
    { .name = "step-year", .activate = step_year_cb, .parameter_type = "i" },
    { .name = "new-year", .activate = new_year_cb },
    { .name = "edit-plan", .activate = edit_plan_cb },
    { .name = "open-recent", .activate = open_recent_cb, .parameter_type = "s" },
    { .name = "clear-recent", .activate = clear_recent_cb },
    { .name = "other-side", .activate = other_side_cb },
    { .name = "back", .activate = back_cb },
    { .name = "export", .activate = export_cb },
    { .name = "export-quota", .activate = export_quota_cb, .parameter_type = "s" },
    { .name = "export-nominations", .activate = export_nominations_cb, .parameter_type = "(ssx)" },
    { .name = "export-template", .activate = export_template_cb, .parameter_type = "(bx)" },
    { .name = "cancel-job", .activate = cancel_job_cb },
    { .name = "open-exported", .activate = open_exported_cb },
    { .name = "open-exported-folder", .activate = open_exported_folder_cb },
    { .name = "open", .activate = open_cb },
    { .name = "import-returns", .activate = import_returns_cb, .parameter_type = "s" },
    { .name = "import-awards", .activate = import_awards_cb },
    { .name = "new-office", .activate = new_office_cb },
    { .name = "restore", .activate = restore_cb },
    { .name = "restore-from", .activate = restore_from_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_turn_shortcuts (self);
}
