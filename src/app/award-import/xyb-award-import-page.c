/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-import-page.h"

#include "xyb-award-answer.h"
#include "xyb-award-check.h"
#include "xyb-award-file-row.h"
#include "xyb-award-rows-model.h"
#include "xyb-compat.h"
#include "xyb-i18n.h"

struct _XybAwardImportPage
{
  XybPage parent_instance;

  /* template widgets */
  GtkWidget *main_button;
  GtkWidget *paste_button;
  GtkWidget *import_button;
  GtkStack *stack;
  GtkWidget *content;
  GtkListBox *files;
  GtkWidget *hidden_row;
  GtkLabel *hidden_label;
  GtkSwitch *hidden_switch;
  XybAwardQuestions *questions;
  GtkToggleButton *taken_button;
  GtkToggleButton *left_button;
  GtkLabel *summary;
  XybSheet *sheet;
  GtkLabel *place;
  GtkLabel *explanation;
  GtkWidget *row_button;
  XybJobBar *bar;

  /* owned */
  XybAwardBatch *batch;
  XybAwardRowsModel *model;
};

G_DEFINE_FINAL_TYPE (XybAwardImportPage, xyb_award_import_page, XYB_TYPE_PAGE)

static XybAwardRoll *
get_list (XybAwardImportPage *self)
{
  return xyb_award_batch_get_list (self->batch);
}

static gboolean
is_writable (XybAwardImportPage *self)
{
  return !xyb_office_is_read_only (xyb_page_get_office (XYB_PAGE (self)));
}

/* ---- files ---- */

static void
file_chosen_cb (XybAwardFileRow *row, XybAwardImportPage *self)
{
  xyb_award_roll_update (get_list (self));
  xyb_award_batch_answered (self->batch);
}

static void
file_removed_cb (XybAwardFileRow *row, XybAwardImportPage *self)
{
  g_autoptr (XybAwardFileRow) kept = g_object_ref (row);

  xyb_award_batch_remove (self->batch, xyb_award_file_row_get_file (row));
}

static gboolean
shows_files (XybAwardImportPage *self)
{
  const GPtrArray *files = get_list (self)->files;

  for (guint i = 0; i < files->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->files, (int) i);

      if (row == NULL || xyb_award_file_row_get_file (XYB_AWARD_FILE_ROW (row)) != files->pdata[i])
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->files, (int) files->len) == NULL;
}

static void
make_file_rows (XybAwardImportPage *self)
{
  XybAwardRoll *list = get_list (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->files))) != NULL)
    gtk_list_box_remove (self->files, child);
  for (guint i = 0; i < list->files->len; i++)
    {
      GtkWidget *row = xyb_award_file_row_new (list, list->files->pdata[i]);

      g_signal_connect_object (row, "chosen", G_CALLBACK (file_chosen_cb), self, 0);
      g_signal_connect_object (row, "removed", G_CALLBACK (file_removed_cb), self, 0);
      gtk_list_box_append (self->files, row);
    }
}

/* The same files keep their rows: a drop-down that is being used stays. */
static void
show_files (XybAwardImportPage *self)
{
  GtkListBoxRow *row;

  if (!shows_files (self))
    {
      make_file_rows (self);
      return;
    }
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->files, i)) != NULL; i++)
    xyb_award_file_row_update (XYB_AWARD_FILE_ROW (row));
}

/* B-11 */
static void
show_hidden (XybAwardImportPage *self)
{
  guint n = xyb_award_roll_count_hidden (get_list (self));
  g_autofree char *words = g_strdup_printf (_ ("有 %u 行在隐藏的工作表或隐藏的行里，也导入"), n);

  gtk_widget_set_visible (self->hidden_row, n > 0);
  gtk_label_set_label (self->hidden_label, words);
}

static void
hidden_cb (GtkSwitch *widget, GParamSpec *pspec, XybAwardImportPage *self)
{
  XybAwardRoll *list = get_list (self);

  if (list->with_hidden == gtk_switch_get_active (widget))
    return;
  list->with_hidden = gtk_switch_get_active (widget);
  xyb_award_roll_update (list);
  xyb_award_batch_answered (self->batch);
}

/* ---- the table ---- */

static XybAwardRow *
get_cursor_row (XybAwardImportPage *self)
{
  guint row;
  guint column;

  xyb_sheet_get_cursor (self->sheet, &row, &column);
  return xyb_award_rows_model_get_row (self->model, row);
}

/* What can be done with the row: leave it out, or decide anew. */
static const char *
row_button_words (XybAwardImportPage *self, const XybAwardRow *row)
{
  if (row == NULL)
    return NULL;
  if (xyb_award_row_is_answered (get_list (self), row))
    return _ ("重新决定");
  return row->fate == XYB_AWARD_TAKEN ? _ ("不导入这一行") : NULL;
}

static void
show_cursor (XybAwardImportPage *self)
{
  const XybAwardRow *row = get_cursor_row (self);
  g_autofree char *place = row != NULL ? xyb_award_row_place (row) : NULL;
  g_autofree char *reasons = row != NULL ? xyb_award_row_reasons (row) : NULL;
  const char *words = row_button_words (self, row);

  gtk_label_set_label (self->place, place != NULL ? place : "");
  gtk_label_set_label (self->explanation, reasons != NULL ? reasons : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->explanation), reasons);
  gtk_widget_set_visible (self->row_button, words != NULL);
  if (words != NULL)
    gtk_button_set_label (GTK_BUTTON (self->row_button), words);
}

static void
cursor_moved_cb (XybSheet *sheet, XybAwardImportPage *self)
{
  /* The sheet lets go of its rows when the page goes. */
  if (self->batch != NULL)
    show_cursor (self);
}

static void
row_clicked_cb (GtkButton *button, XybAwardImportPage *self)
{
  XybAwardRow *row = get_cursor_row (self);

  if (row == NULL)
    return;
  if (xyb_award_row_is_answered (get_list (self), row))
    xyb_award_row_forget (get_list (self), row);
  else
    xyb_award_answer_leave (get_list (self), row, TRUE);
  xyb_award_batch_answered (self->batch);
}

static XybAwardFate
shown_fate (XybAwardImportPage *self)
{
  return gtk_toggle_button_get_active (self->taken_button) ? XYB_AWARD_TAKEN : XYB_AWARD_LEFT;
}

/* The cursor stays where it was, so that she works down the rows. */
static void
show_rows (XybAwardImportPage *self, const XybAwardRoll *list)
{
  guint row;
  guint column;
  guint n;

  xyb_sheet_get_cursor (self->sheet, &row, &column);
  xyb_award_rows_model_show (self->model, list, shown_fate (self));
  n = xyb_sheet_model_get_n_rows (XYB_SHEET_MODEL (self->model));
  if (n > 0)
    xyb_sheet_set_cursor (self->sheet, MIN (row, n - 1), column);
}

static void
show_table (XybAwardImportPage *self)
{
  const XybAwardRoll *list = get_list (self);
  guint taken = xyb_award_roll_count (list, XYB_AWARD_TAKEN);
  guint left = xyb_award_roll_count (list, XYB_AWARD_LEFT);
  g_autofree char *taken_words = g_strdup_printf (_ ("可以导入 %u"), taken);
  g_autofree char *left_words = g_strdup_printf (_ ("不导入 %u"), left);
  g_autofree char *summary
    = g_strdup_printf (_ ("贯标 %u · 市级示范 %u · 省级示范 %u，其中新企业 %u 家"),
                       xyb_award_roll_count_track (list, XYB_TRACK_ACCREDITATION),
                       xyb_award_roll_count_track (list, XYB_TRACK_CITY_MODEL),
                       xyb_award_roll_count_track (list, XYB_TRACK_PROVINCE_MODEL),
                       xyb_award_roll_count_new (list));

  gtk_button_set_label (GTK_BUTTON (self->taken_button), taken_words);
  gtk_button_set_label (GTK_BUTTON (self->left_button), left_words);
  gtk_label_set_label (self->summary, summary);
  show_rows (self, list);
  show_cursor (self);
}

static void
toggled_cb (GtkToggleButton *button, XybAwardImportPage *self)
{
  if (self->batch != NULL)
    show_table (self);
}

/* ---- all of it ---- */

static void
update_import (XybAwardImportPage *self, gboolean idle)
{
  guint taken = xyb_award_roll_count (get_list (self), XYB_AWARD_TAKEN);
  guint open = xyb_award_roll_count (get_list (self), XYB_AWARD_OPEN);
  gboolean can = idle && taken > 0 && is_writable (self);
  g_autofree char *words
    = taken > 0 ? g_strdup_printf (_ ("导入 %u 条"), taken) : g_strdup (_ ("导入"));

  gtk_button_set_label (GTK_BUTTON (self->import_button), words);
  gtk_widget_set_tooltip_text (self->import_button,
                               !is_writable (self) ? _ ("办公数据只能看，不能导入")
                               : open > 0 ? _ ("待定的行先不导入；可以撤销（Ctrl+Enter）")
                                          : _ ("一次登记，可以撤销（Ctrl+Enter）"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "award-import.import", can);
  gtk_widget_set_sensitive (self->import_button, can);
}

static void
show_all (XybAwardImportPage *self)
{
  gboolean idle = !xyb_award_batch_is_busy (self->batch);

  show_files (self);
  show_hidden (self);
  xyb_award_questions_show (self->questions, self->batch);
  show_table (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    get_list (self)->files->len > 0 ? "list" : "empty");
  gtk_widget_set_sensitive (self->content, idle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "award-import.paste", idle);
  gtk_widget_set_sensitive (self->paste_button, idle);
  update_import (self, idle);
}

static void
changed_cb (XybAwardBatch *batch, XybAwardImportPage *self)
{
  show_all (self);
  g_signal_emit_by_name (self, "words-changed");
}

static gboolean
is_waiting (XybAwardImportPage *self)
{
  const XybAwardRoll *list = get_list (self);

  for (guint i = 0; i < list->files->len; i++)
    if (((XybAwardFile *) list->files->pdata[i])->error != NULL)
      return TRUE;
  return xyb_award_roll_count (list, XYB_AWARD_OPEN) > 0;
}

/* Where nothing waits, she has done what she came for. */
static void
imported_cb (XybAwardBatch *batch, XybAwardImportPage *self)
{
  XybAwardRoll *list = get_list (self);

  if (is_waiting (self))
    return;
  while (list->files->len > 0)
    xyb_award_roll_remove_file (list, list->files->pdata[0]);
  show_all (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/* ---- what the clerk does ---- */

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xyb_award_batch_import (XYB_AWARD_IMPORT_PAGE (widget)->batch);
}

static void
import_clicked_cb (GtkButton *button, XybAwardImportPage *self)
{
  xyb_award_batch_import (self->batch);
}

static void
files_chosen_cb (GListModel *files, gpointer user_data)
{
  g_autoptr (XybAwardImportPage) self = user_data;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);
  if (self->batch != NULL)
    xyb_award_batch_add (self->batch, (const char *const *) paths->pdata);
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const XybFileKind kind = { _ ("电子表格"), "*.xlsx;*.xlsm;*.xls;*.et;*.ods;*.csv;*.txt" };

  xyb_compat_choose_several (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("导入历年名单"), NULL,
                             &kind, files_chosen_cb, g_object_ref (widget));
}

static void
clipboard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (XybAwardImportPage) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->batch != NULL)
    xyb_award_batch_paste (self->batch, text != NULL ? text : "");
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, clipboard_cb,
                                 g_object_ref (widget));
}

static void
paste_clicked_cb (GtkButton *button, XybAwardImportPage *self)
{
  paste_cb (GTK_WIDGET (self), NULL, NULL);
}

/**
 * xyb_award_import_page_add:
 * @paths: (array zero-terminated=1): workbooks
 *
 * Reads them, in a thread.
 */
void
xyb_award_import_page_add (XybAwardImportPage *self, const char *const *paths)
{
  g_return_if_fail (XYB_IS_AWARD_IMPORT_PAGE (self));

  xyb_award_batch_add (self->batch, paths);
}

/**
 * xyb_award_import_page_paste:
 * @text: what is on the clipboard
 */
void
xyb_award_import_page_paste (XybAwardImportPage *self, const char *text)
{
  g_return_if_fail (XYB_IS_AWARD_IMPORT_PAGE (self));

  xyb_award_batch_paste (self->batch, text);
}

XybAwardBatch *
xyb_award_import_page_get_batch (XybAwardImportPage *self)
{
  g_return_val_if_fail (XYB_IS_AWARD_IMPORT_PAGE (self), NULL);

  return self->batch;
}

GtkListBox *
xyb_award_import_page_get_files (XybAwardImportPage *self)
{
  g_return_val_if_fail (XYB_IS_AWARD_IMPORT_PAGE (self), NULL);

  return self->files;
}

XybAwardQuestions *
xyb_award_import_page_get_questions (XybAwardImportPage *self)
{
  g_return_val_if_fail (XYB_IS_AWARD_IMPORT_PAGE (self), NULL);

  return self->questions;
}

XybSheet *
xyb_award_import_page_get_sheet (XybAwardImportPage *self)
{
  g_return_val_if_fail (XYB_IS_AWARD_IMPORT_PAGE (self), NULL);

  return self->sheet;
}

/* ---- as a page ---- */

static void
xyb_award_import_page_reload (XybPage *page, const char *const *tables)
{
  static const char *const wanted[] = { "enterprise", "enterprise_name", "award", "nomination",
                                        "progress",   "progress_stage",  "plan",  NULL };

  if (xyb_page_touches (tables, wanted))
    xyb_award_batch_refresh (XYB_AWARD_IMPORT_PAGE (page)->batch);
}

static char *
xyb_award_import_page_dup_subtitle (XybPage *page)
{
  const XybAwardRoll *list = get_list (XYB_AWARD_IMPORT_PAGE (page));

  if (list->files->len == 0)
    return g_strdup (_ ("贯标和示范企业"));
  return g_strdup_printf (_ ("贯标和示范企业 · %u 份名单，%u 行"), list->files->len,
                          list->rows->len);
}

static GtkWidget *
xyb_award_import_page_get_main_button (XybPage *page)
{
  return XYB_AWARD_IMPORT_PAGE (page)->main_button;
}

static char *
xyb_award_import_page_dup_loss (XybPage *page)
{
  guint n = xyb_award_batch_count_answers (XYB_AWARD_IMPORT_PAGE (page)->batch);

  return n > 0 ? g_strdup_printf (_ ("已经作的 %u 个决定还没有导入，离开后要重新决定。"), n) : NULL;
}

static void
xyb_award_import_page_constructed (GObject *object)
{
  XybAwardImportPage *self = XYB_AWARD_IMPORT_PAGE (object);

  G_OBJECT_CLASS (xyb_award_import_page_parent_class)->constructed (object);
  self->batch = xyb_award_batch_new (xyb_page_get_office (XYB_PAGE (self)), self->bar);
  g_signal_connect_object (self->batch, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->batch, "imported", G_CALLBACK (imported_cb), self, 0);
  show_all (self);
}

static void
xyb_award_import_page_dispose (GObject *object)
{
  XybAwardImportPage *self = XYB_AWARD_IMPORT_PAGE (object);

  /* The widgets below look at its rows. */
  if (self->batch != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->batch, self);
      if (self->questions != NULL)
        xyb_award_questions_show (self->questions, NULL);
    }
  g_clear_object (&self->batch);
  if (self->model != NULL)
    xyb_award_rows_model_show (self->model, NULL, XYB_AWARD_TAKEN);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (xyb_award_import_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, XybAwardImportPage, name)
  BIND (main_button);
  BIND (paste_button);
  BIND (import_button);
  BIND (stack);
  BIND (content);
  BIND (files);
  BIND (hidden_row);
  BIND (hidden_label);
  BIND (hidden_switch);
  BIND (questions);
  BIND (taken_button);
  BIND (left_button);
  BIND (summary);
  BIND (sheet);
  BIND (place);
  BIND (explanation);
  BIND (row_button);
  BIND (bar);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, paste_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, hidden_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_clicked_cb);
}

static void
xyb_award_import_page_class_init (XybAwardImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XybPageClass *page_class = XYB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = xyb_award_import_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = xyb_award_import_page_dispose;
  page_class->name = "award-import";
  page_class->parent_name = "track";
  page_class->title = N_ ("导入历年名单");
  page_class->icon_name = "starred-symbolic";
  page_class->reload = xyb_award_import_page_reload;
  page_class->dup_subtitle = xyb_award_import_page_dup_subtitle;
  page_class->get_main_button = xyb_award_import_page_get_main_button;
  page_class->dup_loss = xyb_award_import_page_dup_loss;

  g_type_ensure (XYB_TYPE_AWARD_QUESTIONS);
  g_type_ensure (XYB_TYPE_SHEET);
  g_type_ensure (XYB_TYPE_JOB_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/award-import/xyb-award-import-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "award-import.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "award-import.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "award-import.paste", NULL, paste_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "award-import.import", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "award-import.import", NULL);
}

/* Nothing on the page is pasted into: Ctrl+V is a list, wherever the keyboard is. */
static void
add_paste_shortcut (XybAwardImportPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>v"),
                      gtk_named_action_new ("award-import.paste")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
xyb_award_import_page_init (XybAwardImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = xyb_award_rows_model_new ();
  xyb_sheet_set_model (self->sheet, XYB_SHEET_MODEL (self->model));
  add_paste_shortcut (self);
}
