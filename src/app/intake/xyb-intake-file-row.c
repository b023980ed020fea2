/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-file-row.h"

#include "xyb-i18n.h"

struct _XybIntakeFileRow
{
  GtkListBoxRow parent_instance;

  /* template widgets */
  GtkImage *sign;
  GtkLabel *name;
  GtkLabel *words;
  GtkWidget *remove_button;

  /* borrowed */
  XybIntakeFile *file;
};

G_DEFINE_FINAL_TYPE (XybIntakeFileRow, xyb_intake_file_row, GTK_TYPE_LIST_BOX_ROW)

static void
remove_cb (GtkButton *button, XybIntakeFileRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "intake.remove", "s", self->file->path);
}

static void
xyb_intake_file_row_class_init (XybIntakeFileRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/intake/xyb-intake-file-row.ui");
  gtk_widget_class_bind_template_child (widget_class, XybIntakeFileRow, sign);
  gtk_widget_class_bind_template_child (widget_class, XybIntakeFileRow, name);
  gtk_widget_class_bind_template_child (widget_class, XybIntakeFileRow, words);
  gtk_widget_class_bind_template_child (widget_class, XybIntakeFileRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
xyb_intake_file_row_init (XybIntakeFileRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_intake_file_row_new:
 * @file: a file of the import; outlives the row
 *
 * Returns: (transfer floating): its row, still without words
 */
GtkWidget *
xyb_intake_file_row_new (XybIntakeFile *file)
{
  XybIntakeFileRow *self = g_object_new (XYB_TYPE_INTAKE_FILE_ROW, NULL);
  g_autofree char *label = g_strdup_printf (_ ("从列表去掉“%s”"), file->shown);

  self->file = file;
  gtk_label_set_label (self->name, file->shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), file->shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/**
 * xyb_intake_file_row_get_file:
 * @self: a row
 *
 * Returns: (transfer none): its file
 */
XybIntakeFile *
xyb_intake_file_row_get_file (XybIntakeFileRow *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_FILE_ROW (self), NULL);

  return self->file;
}

/* Colour only with a sign of its own. */
static const struct
{
  const char *icon_name;
  const char *css_class;
} looks[] = {
  [XYB_INTAKE_READING] = { "content-loading-symbolic", "neutral" },
  [XYB_INTAKE_FAILED] = { "action-unavailable-symbolic", "error" },
  [XYB_INTAKE_NO_DISTRICT] = { "xyb-question-symbolic", "warning" },
  [XYB_INTAKE_QUESTIONS] = { "xyb-question-symbolic", "warning" },
  [XYB_INTAKE_READY] = { "object-select-symbolic", "success" },
  [XYB_INTAKE_IMPORTED] = { "folder-download-symbolic", "success" },
};

/**
 * xyb_intake_file_row_update:
 * @self: a row
 *
 * Says how the file stands now.
 */
void
xyb_intake_file_row_update (XybIntakeFileRow *self)
{
  XybIntakeState state = xyb_intake_file_state (self->file);
  g_autofree char *words = xyb_intake_file_words (self->file);
  g_autofree char *label = g_strdup_printf (_ ("%s，%s"), self->file->shown, words);
  gboolean skipped = self->file->skipped && !self->file->imported && self->file->taken != NULL;
  const char *classes[] = { "sign", skipped ? "neutral" : looks[state].css_class, NULL };

  g_return_if_fail (XYB_IS_INTAKE_FILE_ROW (self));

  gtk_image_set_from_icon_name (self->sign,
                                skipped ? "list-remove-symbolic" : looks[state].icon_name);
  gtk_widget_set_css_classes (GTK_WIDGET (self->sign), classes);
  gtk_label_set_label (self->words, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->words), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
