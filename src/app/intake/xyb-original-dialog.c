/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-original-dialog.h"

#include "xyb-i18n.h"
#include "xyb-raw-sheet-model.h"
#include "xyb-return-letter.h"

struct _XybOriginalDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *title;
  GtkDropDown *sheets;
  GtkStack *stack;
  AdwStatusPage *failed_page;
  XybSheet *sheet;
  GtkLabel *words;

  /* owned */
  char *path;
  GPtrArray *items; /* of XybReturnLetterItem */
  GCancellable *cancellable;
  XybRawSheetModel *model;
  guint row; /* where to begin, from 1; 0: at the top */
  int column;
  guint first_sheet;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybOriginalDialog, xyb_original_dialog, ADW_TYPE_WINDOW)

/* ---- what is said of the cell under the cursor ---- */

static void
explain (XybOriginalDialog *self)
{
  g_autofree char *mark = NULL;
  guint row;
  guint column;

  xyb_sheet_get_cursor (self->sheet, &row, &column);
  if (self->model != NULL)
    mark = xyb_raw_sheet_model_dup_mark (self->model, row, column);
  if (mark != NULL)
    gtk_label_set_label (self->words, mark);
  else if (self->model != NULL && xyb_raw_sheet_model_is_cut (self->model))
    gtk_label_set_label (self->words, _ ("文件很大，这里只列出前面的行和列。"));
  else
    gtk_label_set_label (self->words, _ ("黄色的格子有疑问；光标移上去看说明。"));
}

static void
cursor_moved_cb (XybSheet *sheet, XybOriginalDialog *self)
{
  explain (self);
}

/* ---- reading ---- */

typedef struct
{
  char *path;
  char *sheet;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request->sheet);
  g_free (request);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Request *request = task_data;
  GError *error = NULL;
  XybRawTable *table = xyb_raw_table_read (request->path, request->sheet, cancellable, &error);

  if (table != NULL)
    g_task_return_pointer (task, table, (GDestroyNotify) xyb_raw_table_free);
  else
    g_task_return_error (task, error);
}

static void
mark_doubts (XybOriginalDialog *self)
{
  guint sheet = gtk_drop_down_get_selected (self->sheets);

  for (guint i = 0; i < self->items->len; i++)
    {
      const XybReturnLetterItem *item = self->items->pdata[i];

      if (item->sheet == (int) sheet && item->row > 0)
        xyb_raw_sheet_model_mark (self->model, item->row, item->column, item->sentence);
    }
}

static void
go_to_row (XybOriginalDialog *self)
{
  guint index;

  if (self->row != 0 && gtk_drop_down_get_selected (self->sheets) == self->first_sheet
      && xyb_raw_sheet_model_find_row (self->model, self->row, &index))
    xyb_sheet_set_cursor (self->sheet, index, (guint) (self->column + 1));
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

static void
read_over_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (XybOriginalDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  XybRawTable *table = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (table == NULL)
    {
      g_autofree char *markup = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed_page, markup);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  g_clear_object (&self->model);
  self->model = xyb_raw_sheet_model_new (table);
  mark_doubts (self);
  xyb_sheet_set_model (self->sheet, XYB_SHEET_MODEL (self->model));
  gtk_stack_set_visible_child_name (self->stack, "sheet");
  go_to_row (self);
  explain (self);
}

static void
read_sheet (XybOriginalDialog *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->sheets);
  g_autoptr (GTask) task = NULL;
  Request *request;

  if (chosen == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  request = g_new0 (Request, 1);
  request->path = g_strdup (self->path);
  request->sheet = g_strdup (gtk_string_object_get_string (chosen));
  /* The dialog is no source: the thread may be the last to let go of the task. */
  task = g_task_new (NULL, self->cancellable, read_over_cb, g_object_ref (self));
  g_task_set_source_tag (task, read_sheet);
  g_task_set_task_data (task, request, request_free);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  g_task_run_in_thread (task, read_in_thread);
}

static void
sheet_chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, XybOriginalDialog *self)
{
  if (!self->filling)
    read_sheet (self);
}

/* ---- the dialog ---- */

static void
xyb_original_dialog_dispose (GObject *object)
{
  XybOriginalDialog *self = XYB_ORIGINAL_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (xyb_original_dialog_parent_class)->dispose (object);
}

static void
xyb_original_dialog_finalize (GObject *object)
{
  XybOriginalDialog *self = XYB_ORIGINAL_DIALOG (object);

  g_free (self->path);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  G_OBJECT_CLASS (xyb_original_dialog_parent_class)->finalize (object);
}

static void
xyb_original_dialog_class_init (XybOriginalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_original_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = xyb_original_dialog_finalize;
  g_type_ensure (XYB_TYPE_SHEET);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/intake/xyb-original-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XybOriginalDialog, title);
  gtk_widget_class_bind_template_child (widget_class, XybOriginalDialog, sheets);
  gtk_widget_class_bind_template_child (widget_class, XybOriginalDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, XybOriginalDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, XybOriginalDialog, sheet);
  gtk_widget_class_bind_template_child (widget_class, XybOriginalDialog, words);
  gtk_widget_class_bind_template_callback (widget_class, sheet_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xyb_original_dialog_init (XybOriginalDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The sheet of @row, else the first with a table. */
static void
list_sheets (XybOriginalDialog *self, const XybReturn *taken, const XybReturnRow *row)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < taken->sheets->len; i++)
    {
      const XybReturnSheet *sheet = taken->sheets->pdata[i];

      gtk_string_list_append (names, sheet->name);
      if (selected == GTK_INVALID_LIST_POSITION && sheet->header_row != 0)
        selected = i;
    }
  if (row != NULL)
    selected = row->sheet;
  self->first_sheet = selected != GTK_INVALID_LIST_POSITION ? selected : 0;
  self->filling = TRUE;
  gtk_drop_down_set_model (self->sheets, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->sheets, self->first_sheet);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->sheets), taken->sheets->len > 1);
}

/**
 * xyb_original_dialog_new:
 * @parent: the window
 * @file: has been read
 * @row: (nullable): where to begin
 * @column: from 0, or -1
 *
 * Returns: (transfer none): the dialog, not shown yet; it reads the file in a thread
 */
XybOriginalDialog *
xyb_original_dialog_new (GtkWindow *parent,
                         const XybIntakeFile *file,
                         const XybReturnRow *row,
                         int column)
{
  XybOriginalDialog *self = g_object_new (XYB_TYPE_ORIGINAL_DIALOG, "transient-for", parent, NULL);

  self->path = g_strdup (file->path);
  self->items = xyb_return_letter_items (file->taken);
  self->row = row != NULL ? row->row : 0;
  self->column = column;
  adw_window_title_set_subtitle (self->title, file->shown);
  list_sheets (self, file->taken, row);
  read_sheet (self);
  return self;
}

/**
 * xyb_original_dialog_is_read:
 * @self: the dialog
 *
 * Returns: whether the cells are there
 */
gboolean
xyb_original_dialog_is_read (XybOriginalDialog *self)
{
  g_return_val_if_fail (XYB_IS_ORIGINAL_DIALOG (self), FALSE);

  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "sheet");
}

/**
 * xyb_original_dialog_get_sheet:
 * @self: the dialog
 *
 * Returns: (transfer none): the cells
 */
XybSheet *
xyb_original_dialog_get_sheet (XybOriginalDialog *self)
{
  g_return_val_if_fail (XYB_IS_ORIGINAL_DIALOG (self), NULL);

  return self->sheet;
}

/**
 * xyb_original_dialog_get_words:
 * @self: the dialog
 *
 * Returns: what it says of the cell under the cursor
 */
const char *
xyb_original_dialog_get_words (XybOriginalDialog *self)
{
  g_return_val_if_fail (XYB_IS_ORIGINAL_DIALOG (self), NULL);

  return gtk_label_get_label (self->words);
}
