/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-window-private.h"

#include "xyb-compat.h"
#include "xyb-i18n.h"
#include "xyb-list-tab.h"
#include "xyb-preferences.h"
#include "xyb-settings.h"

#define TOAST_CHARS 36

G_DEFINE_FINAL_TYPE (XybWindow, xyb_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- words of the frame ---- */

/**
 * xyb_window_update_title:
 * @self: the window
 *
 * The header bar says which page is in view.
 */
void
xyb_window_update_title (XybWindow *self)
{
  g_autofree char *subtitle = NULL;

  if (self->page == NULL)
    {
      adw_window_title_set_title (self->title, _ ("信用办工作台"));
      adw_window_title_set_subtitle (self->title, "");
      return;
    }
  subtitle = xyb_page_dup_subtitle (self->page);
  adw_window_title_set_title (self->title, xyb_page_get_title (self->page));
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
}

/**
 * xyb_window_update_saved:
 * @self: the window
 *
 * The foot of the sidebar says whether all that was typed is kept.
 */
void
xyb_window_update_saved (XybWindow *self)
{
  const char *icon_name = "object-select-symbolic";
  const char *words = _ ("全部修改已保存");

  if (self->office != NULL && xyb_office_is_read_only (self->office))
    {
      icon_name = "changes-prevent-symbolic";
      words = _ ("只能看，不能改");
    }
  else if (xyb_window_has_draft (self))
    {
      icon_name = "document-edit-symbolic";
      words = _ ("正在填写，离开即保存");
    }
  gtk_image_set_from_icon_name (self->saved_icon, icon_name);
  gtk_label_set_label (self->saved_label, words);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->saved_label)),
                          self->office != NULL);
}

static void
typed_cb (GtkEventControllerKey *controller,
          guint keyval,
          guint keycode,
          GdkModifierType state,
          XybWindow *self)
{
  xyb_window_update_saved (self);
}

/* Looked at after each key, and when the cursor goes elsewhere. */
static void
watch_typing (XybWindow *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-released", G_CALLBACK (typed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (xyb_window_update_saved), NULL);
}

static void
update_frame (XybWindow *self)
{
  xyb_window_update_title (self);
  xyb_window_update_saved (self);
  xyb_window_queue_badges (self);
  xyb_window_update_years (self);
  xyb_window_update_actions (self);
}

/* ---- toasts ---- */

/* House rule: every edit is kept at once, and says so with 「撤销」. */
static void
toast_edit (XybWindow *self)
{
  g_autofree char *label = xyb_store_peek_undo (xyb_office_get_store (self->office));

  if (label != NULL)
    xyb_toaster_say (self->toaster, label, _ ("撤销"), "win.undo", XYB_TOAST_SECONDS);
}

static void
office_changed_cb (XybOffice *office, const char *const *tables, XybWindow *self)
{
  if (tables != NULL && tables[0] != NULL && !self->turning)
    toast_edit (self);
  if (tables == NULL)
    xyb_window_keep_place (self);
  update_frame (self);
}

static void
office_said_cb (XybOffice *office, const char *sentence, XybWindow *self)
{
  xyb_toaster_say (self->toaster, sentence, NULL, NULL, XYB_TOAST_SECONDS);
}

static void
office_offered_cb (XybOffice *office,
                   const char *sentence,
                   const char *button,
                   const char *action,
                   XybWindow *self)
{
  xyb_toaster_say (self->toaster, sentence, button, action, 2 * XYB_TOAST_SECONDS);
}

static void
office_failed_cb (XybOffice *office, const char *sentence, XybWindow *self)
{
  /* A toast has one line; what does not fit there has to be read all the same. */
  if (g_utf8_strlen (sentence, -1) > TOAST_CHARS)
    xyb_compat_tell (GTK_WINDOW (self), _ ("没有完成"), sentence);
  else
    xyb_toaster_say (self->toaster, sentence, NULL, NULL, 0);
}

/* ---- the office ---- */

static void
drop_office (XybWindow *self)
{
  if (self->office == NULL)
    return;
  xyb_window_leave_field (self);
  xyb_window_remove_pages (self);
  g_signal_handlers_disconnect_by_data (self->office, self);
  g_clear_object (&self->office);
}

/**
 * xyb_window_set_office:
 * @self: the window
 * @office: (transfer none) (nullable): the office to show; %NULL closes the one that is open
 *
 * Builds the pages for @office.
 */
void
xyb_window_set_office (XybWindow *self, XybOffice *office)
{
  g_autofree char *last_page = NULL;
  int last_year;

  drop_office (self);
  xyb_window_show_notice (self, NULL);
  if (office == NULL)
    {
      update_frame (self);
      return;
    }
  self->office = g_object_ref (office);
  g_free (self->path);
  self->path = g_strdup (xyb_store_get_path (xyb_office_get_store (office)));
  g_signal_connect (office, "changed", G_CALLBACK (office_changed_cb), self);
  g_signal_connect (office, "said", G_CALLBACK (office_said_cb), self);
  g_signal_connect (office, "offered", G_CALLBACK (office_offered_cb), self);
  g_signal_connect (office, "failed", G_CALLBACK (office_failed_cb), self);
  xyb_settings_get_place (self->settings, self->path, &last_page, &last_year);
  xyb_settings_add_recent (self->settings, self->path);
  xyb_window_update_recent (self);
  xyb_window_add_pages (self);
  gtk_widget_set_visible (self->sidebar, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "office");
  xyb_window_show_page (self, last_page);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->page_list)));
  xyb_window_show_notice (self, xyb_store_get_notice (xyb_office_get_store (office)));
  update_frame (self);
}

/**
 * xyb_window_show_closed:
 * @self: the window
 * @path: the file that did not open
 * @sentence: why
 *
 * Says what happened and offers what can be done.
 */
void
xyb_window_show_closed (XybWindow *self, const char *path, const char *sentence)
{
  g_autofree char *kept = g_strdup (path);
  g_autofree char *markup = g_markup_escape_text (sentence, -1); /* a path may have & and < */

  xyb_window_set_office (self, NULL);
  g_free (self->path);
  self->path = g_steal_pointer (&kept);
  adw_status_page_set_description (self->closed_page, markup);
  gtk_widget_set_visible (self->sidebar, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "closed");
}

/**
 * xyb_window_show_notice:
 * @self: the window
 * @sentence: (nullable): what the clerk has to know all the time, such as that the file is
 * read-only
 *
 * Shows or hides the bar above the page.
 */
void
xyb_window_show_notice (XybWindow *self, const char *sentence)
{
  gtk_label_set_label (self->notice_label, sentence != NULL ? sentence : "");
  gtk_info_bar_set_revealed (self->notice_bar, sentence != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->notice_bar), sentence != NULL);
}

static void
notice_response_cb (GtkInfoBar *bar, int response, XybWindow *self)
{
  xyb_window_show_notice (self, NULL);
}

/**
 * xyb_window_leave_field:
 * @self: the window
 *
 * Takes the cursor out of a field, so that what is typed there is saved.
 */
void
xyb_window_leave_field (XybWindow *self)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

/**
 * xyb_window_has_office:
 * @self: the window
 *
 * Returns: whether an office is open
 */
gboolean
xyb_window_has_office (XybWindow *self)
{
  g_return_val_if_fail (XYB_IS_WINDOW (self), FALSE);

  return self->office != NULL;
}

/**
 * xyb_window_get_office:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the open office
 */
XybOffice *
xyb_window_get_office (XybWindow *self)
{
  g_return_val_if_fail (XYB_IS_WINDOW (self), NULL);

  return self->office;
}

/* ---- the window itself ---- */

static void
restore_size (XybWindow *self)
{
  if (self->settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
remember_size (XybWindow *self)
{
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width;
  int height;

  if (self->settings == NULL)
    return;
  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (maximized)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
}

static gboolean
framed_cb (gpointer user_data)
{
  XybWindow *self = user_data;

  self->frame_idle = 0;
  self->framed = TRUE;
  xyb_preferences_apply_fonts (self->settings); /* looks through the faces of the machine */
  xyb_window_queue_badges (self);
  xyb_window_start_check (self);
  return G_SOURCE_REMOVE;
}

/* The frame that has just begun is painted before anything idle runs. */
static gboolean
frame_begins_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  XYB_WINDOW (widget)->frame_idle = g_idle_add_full (G_PRIORITY_LOW, framed_cb, widget, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
close_later_cb (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

/* The window must not go while a toast fades. */
static gboolean
wait_for_toast (XybWindow *self)
{
  guint left = xyb_toaster_get_fading (self->toaster);

  if (left > 0)
    g_timeout_add_full (G_PRIORITY_DEFAULT, left, close_later_cb, g_object_ref (self),
                        g_object_unref);
  return left > 0;
}

static void
close_now (XybWindow *self, const char *path)
{
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
xyb_window_close_request (GtkWindow *window)
{
  XybWindow *self = XYB_WINDOW (window);
  g_autofree char *loss = self->sub_page != NULL ? xyb_page_dup_loss (self->sub_page) : NULL;

  xyb_window_leave_field (self);
  if (loss != NULL)
    {
      xyb_window_leave_then (self, close_now, NULL);
      return TRUE;
    }
  remember_size (self);
  if (self->job == NULL)
    return wait_for_toast (self)
           || GTK_WINDOW_CLASS (xyb_window_parent_class)->close_request (window);
  /* The thread has the file in hand: stop it, and close when it has let go. */
  self->closing = TRUE;
  xyb_export_job_cancel (self->job);
  return TRUE;
}

static void
xyb_window_dispose (GObject *object)
{
  XybWindow *self = XYB_WINDOW (object);

  if (self->office != NULL)
    g_signal_handlers_disconnect_by_data (self->office, self);
  g_clear_object (&self->office);
  g_clear_handle_id (&self->day_timer, g_source_remove);
  g_clear_handle_id (&self->frame_idle, g_source_remove);
  g_clear_handle_id (&self->badge_idle, g_source_remove);
  g_clear_handle_id (&self->job_tick, g_source_remove);
  g_clear_object (&self->job);
  g_clear_object (&self->toaster);
  g_clear_object (&self->settings);
  self->page = NULL;
  self->sub_page = NULL;
  G_OBJECT_CLASS (xyb_window_parent_class)->dispose (object);
}

static void
xyb_window_finalize (GObject *object)
{
  XybWindow *self = XYB_WINDOW (object);

  g_free (self->path);
  g_free (self->today);
  g_free (self->exported);
  G_OBJECT_CLASS (xyb_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, XybWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, content);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, year_button);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, page_list);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, saved_icon);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, saved_label);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, title);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, main_slot);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, closed_page);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, job_bar);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, job_label);
  gtk_widget_class_bind_template_child (widget_class, XybWindow, job_progress);
  xyb_window_bind_page_callbacks (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, notice_response_cb);
}

static void
xyb_window_class_init (XybWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = xyb_window_dispose;
  object_class->finalize = xyb_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = xyb_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xinyongban/Desk/ui/xyb-window.ui");
  bind_children (widget_class);
}

static void
xyb_window_init (XybWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xyb_list_tab_leaves (self->page_list);
  self->settings = xyb_settings_new ();
  self->toaster = xyb_toaster_new (self->toasts);
  xyb_window_prepare_pages (self);
  xyb_window_add_actions (self);
  xyb_window_add_drop_target (self);
  xyb_window_update_recent (self);
  xyb_window_watch_day (self);
  watch_typing (self);
  restore_size (self);
  update_frame (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_begins_cb, NULL, NULL);
}

/**
 * xyb_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window without an office
 */
XybWindow *
xyb_window_new (GtkApplication *application)
{
  return g_object_new (XYB_TYPE_WINDOW, "application", application, NULL);
}
