/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-print-preview-private.h"

#include <stdlib.h>

#include "xyb-fonts.h"
#include "xyb-i18n.h"
#include "xyb-mismatch-question.h"
#include "xyb-page.h"
#include "xyb-settings.h"

G_DEFINE_FINAL_TYPE (XybPrintPreview, xyb_print_preview, ADW_TYPE_WINDOW)

/* Whatever of these changes, the pages are made anew. */
static const char *const tables_of_documents[] = {
  "plan",       "quota",      "milestone",  "plan_tier",       "unit",
  "submission", "nomination", "enterprise", "enterprise_name", NULL,
};

/**
 * xyb_print_preview_get_spec:
 * @self: a preview
 *
 * Returns: (transfer none): which document it shows
 */
const XybExportSpec *
xyb_print_preview_get_spec (XybPrintPreview *self)
{
  return self->specs->pdata[self->chosen];
}

/**
 * xyb_print_preview_get_document:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the pages it shows; %NULL while they are being made
 */
XybDocument *
xyb_print_preview_get_document (XybPrintPreview *self)
{
  g_return_val_if_fail (XYB_IS_PRINT_PREVIEW (self), NULL);

  return self->document;
}

/* ---- what can be done now ---- */

static void
set_enabled (XybPrintPreview *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * xyb_print_preview_update_actions:
 * @self: a preview
 */
void
xyb_print_preview_update_actions (XybPrintPreview *self)
{
  gboolean ready = self->document != NULL && !xyb_print_preview_is_busy (self);
  guint n_pages = xyb_print_view_get_n_pages (self->view);
  guint page = xyb_print_view_get_page (self->view);

  set_enabled (self, "print", ready);
  set_enabled (self, "save", ready);
  set_enabled (self, "previous", n_pages > 0 && page > 0);
  set_enabled (self, "next", page + 1 < n_pages);
}

/* ---- page and zoom ---- */

static void
show_page_number (XybPrintPreview *self)
{
  guint n_pages = xyb_print_view_get_n_pages (self->view);
  g_autofree char *number
    = n_pages > 0 ? g_strdup_printf ("%u", xyb_print_view_get_page (self->view) + 1) : NULL;
  g_autofree char *total = g_strdup_printf (_ ("/ %u 页"), n_pages);

  gtk_editable_set_text (GTK_EDITABLE (self->page_entry), number != NULL ? number : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->page_entry), n_pages > 1);
  gtk_label_set_label (self->page_total, total);
}

static void
show_zoom (XybPrintPreview *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "zoom");
  XybPrintFit fit = xyb_print_view_get_fit (self->view);
  int percent = xyb_print_view_get_percent (self->view);
  g_autofree char *number = g_strdup_printf ("%d", percent);
  g_autofree char *label = g_strdup_printf ("%d%%", percent);

  if (fit == XYB_PRINT_PERCENT)
    gtk_menu_button_set_label (self->zoom_button, label);
  else
    gtk_menu_button_set_label (self->zoom_button,
                               fit == XYB_PRINT_FIT_WIDTH ? _ ("适合宽度") : _ ("整页"));
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (fit == XYB_PRINT_FIT_WIDTH  ? "width"
                                                   : fit == XYB_PRINT_FIT_PAGE ? "page"
                                                                               : number));
}

static void
view_changed_cb (XybPrintView *view, XybPrintPreview *self)
{
  show_page_number (self);
  show_zoom (self);
  xyb_print_preview_update_actions (self);
}

/* A number as it is typed, full-width digits of an input method too. */
static void
page_entered_cb (GtkEntry *entry, XybPrintPreview *self)
{
  g_autofree char *text
    = g_utf8_normalize (gtk_editable_get_text (GTK_EDITABLE (entry)), -1, G_NORMALIZE_NFKC);
  long page = text != NULL ? strtol (text, NULL, 10) : 0;

  if (page > 0)
    xyb_print_view_show_page (self->view, (guint) MIN (page, (long) G_MAXINT) - 1);
  show_page_number (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
page_left_cb (GtkEventControllerFocus *controller, XybPrintPreview *self)
{
  show_page_number (self);
}

/* ---- the document ---- */

static void
show_document (XybPrintPreview *self)
{
  guint n_pages = xyb_document_get_n_pages (self->document);
  double width;
  double height;
  g_autofree char *subtitle = NULL;

  xyb_document_get_page_size (self->document, 0, &width, &height);
  subtitle
    = g_strdup_printf (_ ("共 %u 页 · A4 %s"), n_pages, width > height ? _ ("横向") : _ ("纵向"));
  adw_window_title_set_title (self->heading, xyb_document_get_title (self->document));
  adw_window_title_set_subtitle (self->heading, subtitle);
  xyb_print_view_set_document (self->view, self->document);
  gtk_stack_set_visible_child_name (self->stack, "pages");
}

static void
show_failure (XybPrintPreview *self, const char *sentence)
{
  adw_window_title_set_subtitle (self->heading, "");
  xyb_print_view_set_document (self->view, NULL);
  adw_status_page_set_description (self->failed, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* A preview that was closed meanwhile has gone: held until the document comes, it would outlive the
 * window behind it, which GTK still asks as it lets go. */
static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *waiting = user_data;
  g_autoptr (XybPrintPreview) self = g_weak_ref_get (waiting);
  g_autoptr (GError) error = NULL;
  XybDocument *document = xyb_office_document_load_finish (XYB_OFFICE (source), result, &error);

  g_weak_ref_clear (waiting);
  g_free (waiting);
  if (self == NULL || self->closed || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&document, xyb_document_unref);
      return;
    }
  g_clear_object (&self->loading);
  self->document = document;
  if (document != NULL && xyb_document_get_n_pages (document) > 0)
    show_document (self);
  else
    show_failure (self, error != NULL ? error->message : _ ("没有可以打印的内容。"));
  xyb_print_preview_update_actions (self);
}

static void
forget_document (XybPrintPreview *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->document, xyb_document_unref);
}

static void
load (XybPrintPreview *self)
{
  GWeakRef *waiting = g_new0 (GWeakRef, 1);

  g_weak_ref_init (waiting, self);
  forget_document (self);
  self->loading = g_cancellable_new ();
  if (xyb_print_view_get_n_pages (self->view) == 0)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  xyb_print_preview_update_actions (self);
  xyb_office_document_load_async (self->office, xyb_print_preview_get_spec (self), self->loading,
                                  loaded_cb, waiting);
}

/* What is shown is what the office has now: so is what is saved. */
static void
office_changed_cb (XybOffice *office, const char *const *tables, XybPrintPreview *self)
{
  if (!self->closed && xyb_page_touches (tables, tables_of_documents))
    load (self);
}

static void
chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, XybPrintPreview *self)
{
  guint index = gtk_drop_down_get_selected (drop_down);

  if (self->specs == NULL || index >= self->specs->len || index == self->chosen)
    return;
  self->chosen = index;
  load (self);
}

/**
 * xyb_print_preview_choose:
 * @self: a preview
 * @index: of a choice it offers
 *
 * Shows another of its documents.
 */
void
xyb_print_preview_choose (XybPrintPreview *self, guint index)
{
  g_return_if_fail (XYB_IS_PRINT_PREVIEW (self) && index < self->specs->len);

  gtk_drop_down_set_selected (self->choice, index);
}

/* ---- actions ---- */

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_print_preview_print (user_data);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_print_preview_choose_pdf (user_data);
}

static void
stop_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_print_preview_stop (user_data);
}

static void
open_saved_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_print_preview_open_saved (user_data, FALSE);
}

static void
open_saved_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_print_preview_open_saved (user_data, TRUE);
}

static void
previous_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybPrintPreview *self = user_data;

  xyb_print_view_show_page (self->view, xyb_print_view_get_page (self->view) - 1);
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybPrintPreview *self = user_data;

  xyb_print_view_show_page (self->view, xyb_print_view_get_page (self->view) + 1);
}

static void
turn_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybPrintPreview *self = user_data;

  xyb_print_view_turn (self->view, g_variant_get_int32 (parameter));
}

static void
zoom_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybPrintPreview *self = user_data;
  const char *zoom = g_variant_get_string (parameter, NULL);

  if (g_str_equal (zoom, "width"))
    xyb_print_view_fit (self->view, XYB_PRINT_FIT_WIDTH, 0);
  else if (g_str_equal (zoom, "page"))
    xyb_print_view_fit (self->view, XYB_PRINT_FIT_PAGE, 0);
  else
    xyb_print_view_fit (self->view, XYB_PRINT_PERCENT, atoi (zoom));
}

static void
zoom_in_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_print_view_zoom (((XybPrintPreview *) user_data)->view, 1);
}

static void
zoom_out_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  xyb_print_view_zoom (((XybPrintPreview *) user_data)->view, -1);
}

static void
add_actions (XybPrintPreview *self)
{
  static const GActionEntry entries[] = {
    { .name = "print", .activate = print_cb },
    { .name = "save", .activate = save_cb },
    { .name = "stop", .activate = stop_cb },
    { .name = "open-saved", .activate = open_saved_cb },
    { .name = "open-saved-folder", .activate = open_saved_folder_cb },
    { .name = "previous", .activate = previous_cb },
    { .name = "next", .activate = next_cb },
    { .name = "turn", .activate = turn_cb, .parameter_type = "i" },
    { .name = "zoom", .activate = zoom_cb, .parameter_type = "s", .state = "'page'" },
    { .name = "zoom-in", .activate = zoom_in_cb },
    { .name = "zoom-out", .activate = zoom_out_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "preview", G_ACTION_GROUP (self->actions));
}

/* ---- the window ---- */

/* Saving stops, the old file stays; what is on its way to the printer goes on. */
static gboolean
xyb_print_preview_close_request (GtkWindow *window)
{
  XybPrintPreview *self = XYB_PRINT_PREVIEW (window);

  self->closed = TRUE;
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->save_job != NULL)
    xyb_export_job_cancel (self->save_job);
  forget_document (self);
  return GTK_WINDOW_CLASS (xyb_print_preview_parent_class)->close_request (window);
}

static void
xyb_print_preview_dispose (GObject *object)
{
  XybPrintPreview *self = XYB_PRINT_PREVIEW (object);

  self->closed = TRUE;
  g_clear_handle_id (&self->tick, g_source_remove);
  forget_document (self);
  g_clear_object (&self->print_job);
  g_clear_object (&self->save_job);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  g_clear_object (&self->toaster);
  G_OBJECT_CLASS (xyb_print_preview_parent_class)->dispose (object);
}

static void
xyb_print_preview_finalize (GObject *object)
{
  XybPrintPreview *self = XYB_PRINT_PREVIEW (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->specs, g_ptr_array_unref);
  g_clear_pointer (&self->saved, g_free);
  G_OBJECT_CLASS (xyb_print_preview_parent_class)->finalize (object);
}

static void
xyb_print_preview_class_init (XybPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_print_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = xyb_print_preview_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = xyb_print_preview_close_request;

  g_type_ensure (XYB_TYPE_PRINT_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/print/xyb-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, XybPrintPreview, heading);
  gtk_widget_class_bind_template_child (widget_class, XybPrintPreview, choice);
  gtk_widget_class_bind_template_child (widget_class, XybPrintPreview, toasts);
  gtk_widget_class_bind_template_child (widget_class, XybPrintPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, XybPrintPreview, failed);
  gtk_widget_class_bind_template_child (widget_class, XybPrintPreview, view);
  gtk_widget_class_bind_template_child (widget_class, XybPrintPreview, note_box);
  gtk_widget_class_bind_template_child (widget_class, XybPrintPreview, note);
  gtk_widget_class_bind_template_child (widget_class, XybPrintPreview, page_entry);
  gtk_widget_class_bind_template_child (widget_class, XybPrintPreview, page_total);
  gtk_widget_class_bind_template_child (widget_class, XybPrintPreview, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, XybPrintPreview, job_bar);
  gtk_widget_class_bind_template_child (widget_class, XybPrintPreview, job_label);
  gtk_widget_class_bind_template_child (widget_class, XybPrintPreview, job_progress);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_left_cb);
}

static void
xyb_print_preview_init (XybPrintPreview *self)
{
  g_autofree char *note = xyb_fonts_substitution_note ();

  add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = xyb_settings_new ();
  self->toaster = xyb_toaster_new (self->toasts);
  gtk_widget_set_visible (self->note_box, note != NULL);
  if (note != NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("字体：%s。"), note);

      gtk_label_set_label (self->note, sentence);
    }
}

static void
fill_choices (XybPrintPreview *self, const XybPrintChoice *choices, guint n_choices)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->specs = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_export_spec_free);
  for (guint i = 0; i < n_choices; i++)
    {
      g_ptr_array_add (self->specs, xyb_export_spec_copy (&choices[i].spec));
      gtk_string_list_append (labels, choices[i].label);
    }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (labels));
  gtk_widget_set_visible (GTK_WIDGET (self->choice), n_choices > 1);
}

static void
present (GtkWindow *parent, XybOffice *office, const XybPrintChoice *choices, guint n_choices)
{
  XybPrintPreview *self = g_object_new (XYB_TYPE_PRINT_PREVIEW, "transient-for", parent, NULL);

  self->office = g_object_ref (office);
  fill_choices (self, choices, n_choices);
  g_signal_connect_object (office, "changed", G_CALLBACK (office_changed_cb), self, 0);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  load (self);
}

static void
spec_settled_cb (GtkWindow *parent, XybOffice *office, const XybExportSpec *spec)
{
  XybPrintChoice choice = { "", *spec };

  present (parent, office, &choice, 1);
}

/**
 * xyb_print_preview_open:
 * @from: a widget of the window it belongs to
 * @office: the office
 * @choices: (array length=n_choices): what may be printed; the first is shown
 * @n_choices: at least one
 *
 * Opens the preview over the window. 附件1, offered alone, is asked about first where its sum is
 * not the plan's target (QUO-01).
 */
void
xyb_print_preview_open (GtkWidget *from,
                        XybOffice *office,
                        const XybPrintChoice *choices,
                        guint n_choices)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (from));

  g_return_if_fail (parent != NULL && XYB_IS_OFFICE (office) && n_choices > 0);

  if (n_choices == 1)
    xyb_mismatch_question_ask (parent, office, &choices[0].spec, TRUE, spec_settled_cb);
  else
    present (parent, office, choices, n_choices);
}
