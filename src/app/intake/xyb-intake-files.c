/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-files.h"

#include "xyb-i18n.h"
#include "xyb-intake-file-row.h"
#include "xyb-list-tab.h"
#include "xyb-nomination-store.h"
#include "xyb-submission-foot.h"

struct _XybIntakeFiles
{
  AdwBin parent_instance;

  /* template widgets */
  GtkButton *count;
  GtkListBox *list;
  XybSubmissionFoot *foot;

  gboolean all; /* at a glance: no file is in view */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybIntakeFiles, xyb_intake_files, ADW_TYPE_BIN)

static guint selected_signal;

static XybIntakeFileRow *
get_row (XybIntakeFiles *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) index);

  return row != NULL ? XYB_INTAKE_FILE_ROW (row) : NULL;
}

/* ---- the list ---- */

static gboolean
has_rows_of (XybIntakeFiles *self, const XybIntake *intake)
{
  for (guint i = 0; i < intake->files->len; i++)
    {
      XybIntakeFileRow *row = get_row (self, i);

      if (row == NULL || xyb_intake_file_row_get_file (row) != intake->files->pdata[i])
        return FALSE;
    }
  return get_row (self, intake->files->len) == NULL;
}

/* Where a file was taken off, the one that follows it comes into view. */
static void
make_rows (XybIntakeFiles *self, const XybIntake *intake)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int place = selected != NULL ? gtk_list_box_row_get_index (selected) : 0;
  XybIntakeFile *file
    = selected != NULL ? xyb_intake_file_row_get_file (XYB_INTAKE_FILE_ROW (selected)) : NULL;
  guint index;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < intake->files->len; i++)
    gtk_list_box_append (self->list, xyb_intake_file_row_new (intake->files->pdata[i]));
  if (intake->files->len == 0 || self->all)
    return;
  if (file == NULL || !g_ptr_array_find (intake->files, file, &index))
    index = MIN ((guint) place, intake->files->len - 1);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (get_row (self, index)));
}

static void
fill_foot (XybIntakeFiles *self, XybIntakeBatch *batch)
{
  XybOffice *office = xyb_intake_batch_get_office (batch);
  g_autoptr (GPtrArray) submissions = NULL;
  g_autoptr (GPtrArray) missing = NULL;

  if (xyb_office_get_plan (office) != NULL)
    submissions = xyb_submission_store_list (xyb_office_get_store (office),
                                             xyb_office_get_year (office), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->foot), submissions != NULL);
  if (submissions == NULL)
    return;
  missing = xyb_intake_list_missing (xyb_intake_batch_get_intake (batch), submissions);
  xyb_submission_foot_show (self->foot, office, submissions, missing);
}

/**
 * xyb_intake_files_show:
 * @self: the list
 * @batch: the import; show again when it has changed
 */
void
xyb_intake_files_show (XybIntakeFiles *self, XybIntakeBatch *batch)
{
  const XybIntake *intake = xyb_intake_batch_get_intake (batch);
  g_autofree char *count = g_strdup_printf (_ ("全部 %u 个"), intake->files->len);

  g_return_if_fail (XYB_IS_INTAKE_FILES (self));

  self->filling = TRUE;
  if (!has_rows_of (self, intake))
    make_rows (self, intake);
  self->filling = FALSE;
  for (guint i = 0; i < intake->files->len; i++)
    xyb_intake_file_row_update (get_row (self, i));
  gtk_button_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), intake->files->len > 0);
  fill_foot (self, batch);
}

/**
 * xyb_intake_files_get_selected:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): the file in view
 */
XybIntakeFile *
xyb_intake_files_get_selected (XybIntakeFiles *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (XYB_IS_INTAKE_FILES (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);
  return row != NULL ? xyb_intake_file_row_get_file (XYB_INTAKE_FILE_ROW (row)) : NULL;
}

/**
 * xyb_intake_files_select:
 * @self: the list
 * @file: (nullable): of the import; %NULL for all of them at a glance
 *
 * Brings it into view.
 */
void
xyb_intake_files_select (XybIntakeFiles *self, const XybIntakeFile *file)
{
  XybIntakeFileRow *row;

  g_return_if_fail (XYB_IS_INTAKE_FILES (self));

  if (file == NULL)
    {
      gtk_list_box_select_row (self->list, NULL);
      self->all = TRUE;
      g_signal_emit (self, selected_signal, 0);
      return;
    }
  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    if (xyb_intake_file_row_get_file (row) == file)
      gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

/**
 * xyb_intake_files_grab:
 * @self: the list
 *
 * Puts the keyboard on the file in view.
 */
void
xyb_intake_files_grab (XybIntakeFiles *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (XYB_IS_INTAKE_FILES (self));

  row = gtk_list_box_get_selected_row (self->list);
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * xyb_intake_files_get_list:
 * @self: the list
 *
 * Returns: (transfer none): its rows, for tests
 */
GtkListBox *
xyb_intake_files_get_list (XybIntakeFiles *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_FILES (self), NULL);

  return self->list;
}

/* ---- what the clerk does ---- */

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, XybIntakeFiles *self)
{
  if (self->filling || row == NULL)
    return;
  self->all = FALSE;
  g_signal_emit (self, selected_signal, 0);
}

static gboolean
delete_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return gtk_widget_activate_action (widget, "intake.remove-shown", NULL);
}

static void
add_delete_key (XybIntakeFiles *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                      gtk_callback_action_new (delete_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

/* ---- the widget ---- */

static void
xyb_intake_files_class_init (XybIntakeFilesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  selected_signal = g_signal_new ("selected", XYB_TYPE_INTAKE_FILES, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (XYB_TYPE_SUBMISSION_FOOT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/intake/xyb-intake-files.ui");
  gtk_widget_class_bind_template_child (widget_class, XybIntakeFiles, count);
  gtk_widget_class_bind_template_child (widget_class, XybIntakeFiles, list);
  gtk_widget_class_bind_template_child (widget_class, XybIntakeFiles, foot);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
xyb_intake_files_init (XybIntakeFiles *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xyb_list_tab_leaves (self->list);
  add_delete_key (self);
}
