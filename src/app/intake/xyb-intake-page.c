/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-page.h"

#include "xyb-i18n.h"
#include "xyb-intake-rows-model.h"
#include "xyb-original-dialog.h"
#include "xyb-window.h"

struct _XybIntakePage
{
  XybPage parent_instance;

  /* template widgets */
  GtkWidget *main_button;
  GtkWidget *letter_button;
  GtkWidget *accept_button;
  XybIntakeFiles *files;
  XybIntakeView *view;
  XybJobBar *bar;

  /* owned */
  XybIntakeBatch *batch;
};

G_DEFINE_FINAL_TYPE (XybIntakePage, xyb_intake_page, XYB_TYPE_PAGE)

/* ---- showing ---- */

static gboolean
is_writable (XybIntakePage *self)
{
  return !xyb_office_is_read_only (xyb_page_get_office (XYB_PAGE (self)));
}

static gboolean
has_rows (const XybIntakeFile *file)
{
  return file->changes != NULL || xyb_intake_file_count (file, XYB_FATE_TAKEN) > 0;
}

static void
set_enabled (XybIntakePage *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

static void
update_accept (XybIntakePage *self, const XybIntakeFile *file, gboolean idle)
{
  const XybIntake *intake = xyb_intake_batch_get_intake (self->batch);
  gboolean complete = xyb_intake_is_complete (intake);
  const char *words = _ ("把列表里的文件一次导入，可以撤销（Ctrl+Enter）");

  if (!is_writable (self))
    words = _ ("办公数据只能看，不能导入");
  else if (!complete && intake->files->len > 0)
    words = _ ("还有待定的行或没认出的区镇，决定完才能全部接受");
  gtk_widget_set_tooltip_text (self->accept_button, words);
  gtk_widget_set_sensitive (self->accept_button, complete && idle && is_writable (self));
  set_enabled (self, "intake.accept-all", complete && idle && is_writable (self));
  set_enabled (self, "intake.accept",
               idle && is_writable (self) && file != NULL && xyb_intake_file_is_waiting (file)
                 && has_rows (file));
}

static void
update_actions (XybIntakePage *self)
{
  const XybIntakeFile *file = xyb_intake_view_get_file (self->view);
  gboolean idle = !xyb_intake_batch_is_busy (self->batch);
  gboolean has_letter
    = file != NULL && file->taken != NULL
      && gtk_widget_get_visible (GTK_WIDGET (xyb_intake_view_get_letter (self->view)));

  update_accept (self, file, idle);
  gtk_widget_set_sensitive (self->letter_button, has_letter);
  set_enabled (self, "intake.copy-letter", has_letter);
  set_enabled (self, "intake.save-letter", has_letter);
  set_enabled (self, "intake.save-marked", has_letter && idle);
  set_enabled (self, "intake.show-original", file != NULL && file->taken != NULL);
  set_enabled (self, "intake.read-again", file != NULL);
  set_enabled (self, "intake.remove-shown", file != NULL);
}

static void
show_selected (XybIntakePage *self)
{
  xyb_intake_view_show (self->view, self->batch, xyb_intake_files_get_selected (self->files));
  update_actions (self);
}

static void
changed_cb (XybIntakeBatch *batch, XybIntakePage *self)
{
  xyb_intake_files_show (self->files, batch);
  show_selected (self);
  g_signal_emit_by_name (self, "words-changed");
}

static void
selected_cb (XybIntakeFiles *files, XybIntakePage *self)
{
  /* The list lets go of its rows when the page goes. */
  if (self->batch != NULL)
    show_selected (self);
}

/* ---- what the clerk does ---- */

static void
letter_clicked_cb (GtkButton *button, XybIntakePage *self)
{
  xyb_intake_letter_grab (xyb_intake_view_get_letter (self->view));
}

static void
accept_clicked_cb (GtkButton *button, XybIntakePage *self)
{
  xyb_intake_batch_import (self->batch, NULL);
}

static void
accept_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xyb_intake_batch_import (XYB_INTAKE_PAGE (widget)->batch, NULL);
}

static void
accept_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybIntakePage *self = XYB_INTAKE_PAGE (widget);

  xyb_intake_batch_import (self->batch, xyb_intake_view_get_file (self->view));
}

static void
show_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybIntakePage *self = XYB_INTAKE_PAGE (widget);

  xyb_intake_files_select (self->files, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (xyb_intake_view_get_table (self->view)));
}

static void
show_file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybIntakePage *self = XYB_INTAKE_PAGE (widget);

  xyb_intake_files_select (self->files, xyb_intake_find (xyb_intake_batch_get_intake (self->batch),
                                                         g_variant_get_string (parameter, NULL)));
  xyb_intake_files_grab (self->files);
}

/* What became of each. */
static void
imported_cb (XybIntakeBatch *batch, const char *path, XybIntakePage *self)
{
  if (path == NULL)
    xyb_intake_files_select (self->files, NULL);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybIntakePage *self = XYB_INTAKE_PAGE (widget);
  XybIntakeFile *file = xyb_intake_find (xyb_intake_batch_get_intake (self->batch),
                                         g_variant_get_string (parameter, NULL));

  if (file != NULL)
    xyb_intake_batch_remove (self->batch, file);
}

static void
remove_shown_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybIntakePage *self = XYB_INTAKE_PAGE (widget);

  xyb_intake_batch_remove (self->batch, xyb_intake_view_get_file (self->view));
  xyb_intake_files_grab (self->files);
}

static void
read_again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybIntakePage *self = XYB_INTAKE_PAGE (widget);

  xyb_intake_batch_read_again (self->batch, xyb_intake_view_get_file (self->view));
}

static void
copy_letter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xyb_intake_letter_copy (xyb_intake_view_get_letter (XYB_INTAKE_PAGE (widget)->view));
}

static void
save_letter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xyb_intake_letter_save (xyb_intake_view_get_letter (XYB_INTAKE_PAGE (widget)->view), FALSE);
}

static void
save_marked_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xyb_intake_letter_save (xyb_intake_view_get_letter (XYB_INTAKE_PAGE (widget)->view), TRUE);
}

/* 「打开」 and 「打开所在文件夹」, as after an export. */
static void
saved_cb (XybIntakeBatch *batch, const char *path, XybIntakePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (XYB_IS_WINDOW (root))
    xyb_window_say_exported (XYB_WINDOW (root), path);
}

/* Where the cursor of the table is, so that she sees the same cell. */
static void
show_original_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XybIntakePage *self = XYB_INTAKE_PAGE (widget);
  XybSheet *sheet = xyb_intake_accepted_get_sheet (xyb_intake_view_get_accepted (self->view));
  XybIntakeRowsModel *model = XYB_INTAKE_ROWS_MODEL (xyb_sheet_get_model (sheet));
  const XybReturnRow *one;
  XybReturnField field;
  int at = -1;
  guint row;
  guint column;

  xyb_sheet_get_cursor (sheet, &row, &column);
  one = xyb_intake_rows_model_get_row (model, row);
  if (one != NULL && xyb_intake_rows_model_get_field (model, column, &field)
      && one->raw[field].text != NULL)
    at = (int) one->raw[field].column;
  gtk_window_present (
    GTK_WINDOW (xyb_original_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                         xyb_intake_view_get_file (self->view), one, at)));
}

/**
 * xyb_intake_page_add:
 * @self: the page
 * @paths: (array zero-terminated=1): files and folders
 *
 * Reads them, in a thread; the first of them comes into view where nothing is yet.
 */
void
xyb_intake_page_add (XybIntakePage *self, const char *const *paths)
{
  g_return_if_fail (XYB_IS_INTAKE_PAGE (self));

  xyb_intake_batch_add (self->batch, paths);
}

/**
 * xyb_intake_page_get_batch:
 * @self: the page
 *
 * Returns: (transfer none): the import in hand
 */
XybIntakeBatch *
xyb_intake_page_get_batch (XybIntakePage *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_PAGE (self), NULL);

  return self->batch;
}

/**
 * xyb_intake_page_get_files:
 * @self: the page
 *
 * Returns: (transfer none): the list of files
 */
XybIntakeFiles *
xyb_intake_page_get_files (XybIntakePage *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_PAGE (self), NULL);

  return self->files;
}

/**
 * xyb_intake_page_get_view:
 * @self: the page
 *
 * Returns: (transfer none): the preview of the file in view
 */
XybIntakeView *
xyb_intake_page_get_view (XybIntakePage *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_PAGE (self), NULL);

  return self->view;
}

/* ---- as a page ---- */

static void
xyb_intake_page_reload (XybPage *page, const char *const *tables)
{
  static const char *const wanted[]
    = { "submission", "nomination", "enterprise",    "quota", "plan",
        "milestone",  "unit",       "returned_file", NULL };

  if (xyb_page_touches (tables, wanted))
    xyb_intake_batch_refresh (XYB_INTAKE_PAGE (page)->batch);
}

static char *
xyb_intake_page_dup_subtitle (XybPage *page)
{
  guint n = xyb_intake_batch_get_intake (XYB_INTAKE_PAGE (page)->batch)->files->len;

  if (n == 0)
    return g_strdup (_ ("企业汇总（附件2）"));
  return g_strdup_printf (_ ("企业汇总（附件2）· %u 个文件"), n);
}

static GtkWidget *
xyb_intake_page_get_main_button (XybPage *page)
{
  return XYB_INTAKE_PAGE (page)->main_button;
}

static char *
xyb_intake_page_dup_loss (XybPage *page)
{
  guint n = xyb_intake_batch_count_answers (XYB_INTAKE_PAGE (page)->batch);

  return n > 0 ? g_strdup_printf (
           _ ("已经作的 %u 个决定还没有导入，离开后要重新决定。区镇交回的文件不受影响。"), n)
               : NULL;
}

/* The keyboard comes to the list of files first. */
static gboolean
xyb_intake_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  XybIntakePage *self = XYB_INTAKE_PAGE (widget);

  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL
      && xyb_intake_files_get_selected (self->files) != NULL)
    {
      xyb_intake_files_grab (self->files);
      return TRUE;
    }
  return GTK_WIDGET_CLASS (xyb_intake_page_parent_class)->focus (widget, direction);
}

static void
xyb_intake_page_constructed (GObject *object)
{
  XybIntakePage *self = XYB_INTAKE_PAGE (object);

  G_OBJECT_CLASS (xyb_intake_page_parent_class)->constructed (object);
  self->batch = xyb_intake_batch_new (xyb_page_get_office (XYB_PAGE (self)), self->bar);
  g_signal_connect_object (self->batch, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->batch, "busy-changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->batch, "saved", G_CALLBACK (saved_cb), self, 0);
  g_signal_connect_object (self->batch, "imported", G_CALLBACK (imported_cb), self, 0);
  changed_cb (self->batch, self);
}

static void
xyb_intake_page_dispose (GObject *object)
{
  XybIntakePage *self = XYB_INTAKE_PAGE (object);

  /* The widgets below look at its files. */
  if (self->batch != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->batch, self);
      if (self->view != NULL)
        xyb_intake_view_show (self->view, self->batch, NULL);
    }
  g_clear_object (&self->batch);
  G_OBJECT_CLASS (xyb_intake_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "intake.accept-all", NULL, accept_all_cb);
  gtk_widget_class_install_action (widget_class, "intake.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "intake.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "intake.show-file", "s", show_file_cb);
  gtk_widget_class_install_action (widget_class, "intake.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "intake.remove-shown", NULL, remove_shown_cb);
  gtk_widget_class_install_action (widget_class, "intake.read-again", NULL, read_again_cb);
  gtk_widget_class_install_action (widget_class, "intake.copy-letter", NULL, copy_letter_cb);
  gtk_widget_class_install_action (widget_class, "intake.save-letter", NULL, save_letter_cb);
  gtk_widget_class_install_action (widget_class, "intake.save-marked", NULL, save_marked_cb);
  gtk_widget_class_install_action (widget_class, "intake.show-original", NULL, show_original_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "intake.accept-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "intake.accept-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "intake.copy-letter", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK,
                                       "intake.show-original", NULL);
}

static void
xyb_intake_page_class_init (XybIntakePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XybPageClass *page_class = XYB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = xyb_intake_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = xyb_intake_page_dispose;
  widget_class->focus = xyb_intake_page_focus;
  page_class->name = "intake";
  page_class->parent_name = "nomination";
  page_class->title = N_ ("导入回收表");
  page_class->icon_name = "xyb-nomination-symbolic";
  page_class->reload = xyb_intake_page_reload;
  page_class->dup_subtitle = xyb_intake_page_dup_subtitle;
  page_class->get_main_button = xyb_intake_page_get_main_button;
  page_class->dup_loss = xyb_intake_page_dup_loss;

  g_type_ensure (XYB_TYPE_INTAKE_FILES);
  g_type_ensure (XYB_TYPE_INTAKE_VIEW);
  g_type_ensure (XYB_TYPE_JOB_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/intake/xyb-intake-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XybIntakePage, main_button);
  gtk_widget_class_bind_template_child (widget_class, XybIntakePage, letter_button);
  gtk_widget_class_bind_template_child (widget_class, XybIntakePage, accept_button);
  gtk_widget_class_bind_template_child (widget_class, XybIntakePage, files);
  gtk_widget_class_bind_template_child (widget_class, XybIntakePage, view);
  gtk_widget_class_bind_template_child (widget_class, XybIntakePage, bar);
  gtk_widget_class_bind_template_callback (widget_class, letter_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  install_actions (widget_class);
}

static void
xyb_intake_page_init (XybIntakePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
