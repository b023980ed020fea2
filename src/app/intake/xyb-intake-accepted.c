/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-accepted.h"

#include "xyb-i18n.h"
#include "xyb-intake-ignored.h"
#include "xyb-intake-rows-model.h"
#include "xyb-tag.h"

struct _XybIntakeAccepted
{
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel *title;
  XybTag *count;
  GtkLabel *legend;
  GtkButton *refuse_button;
  GtkButton *import_button;
  XybSheet *sheet;
  GtkLabel *place;
  GtkLabel *explanation;
  GtkMenuButton *ignored_button;
  GtkLabel *ignored;

  /* owned */
  XybIntakeBatch *batch;
  XybIntakeRowsModel *model;

  /* borrowed */
  XybIntakeFile *file;
};

G_DEFINE_FINAL_TYPE (XybIntakeAccepted, xyb_intake_accepted, ADW_TYPE_BIN)

/* ---- the cell under the cursor ---- */

static XybReturnChange *
get_change (XybIntakeAccepted *self)
{
  guint row;
  guint column;

  xyb_sheet_get_cursor (self->sheet, &row, &column);
  return xyb_intake_rows_model_get_change (self->model, row);
}

static void
fill_refuse (XybIntakeAccepted *self)
{
  const XybReturnChange *change = get_change (self);
  gboolean can = change != NULL && change->kind != XYB_DIFF_SAME;

  gtk_widget_set_visible (GTK_WIDGET (self->refuse_button), can);
  if (!can)
    return;
  gtk_button_set_label (self->refuse_button,
                        change->refused ? _ ("这一行照新表改") : _ ("这一行不改"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->refuse_button),
                               _ ("光标所在行；在表里按 Enter 也行"));
}

static void
explain (XybIntakeAccepted *self)
{
  g_autofree char *place = NULL;
  g_autofree char *words = NULL;
  guint row;
  guint column;

  xyb_sheet_get_cursor (self->sheet, &row, &column);
  words = xyb_intake_rows_model_explain (self->model, row, column, &place);
  gtk_label_set_label (self->place, place != NULL ? place : "");
  gtk_label_set_label (self->explanation, words != NULL   ? words
                                          : place != NULL ? _ ("照原样，没有更正")
                                                          : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->explanation), words);
  fill_refuse (self);
}

static void
cursor_moved_cb (XybSheet *sheet, XybIntakeAccepted *self)
{
  explain (self);
}

static void
turn_change (XybIntakeAccepted *self)
{
  XybReturnChange *change = get_change (self);

  if (change != NULL && change->kind != XYB_DIFF_SAME)
    xyb_intake_batch_refuse (self->batch, change, !change->refused);
}

static void
refuse_cb (GtkButton *button, XybIntakeAccepted *self)
{
  turn_change (self);
}

static void
activated_cb (XybSheet *sheet, guint row, guint column, XybIntakeAccepted *self)
{
  turn_change (self);
}

/* ---- showing ---- */

static char *
count_words (XybIntakeAccepted *self, guint n)
{
  GPtrArray *changes = self->file->changes;

  if (changes == NULL)
    return g_strdup_printf (_ ("%u 行"), n);
  return g_strdup_printf (_ ("新增 %u，修改 %u，删除 %u，相同 %u"),
                          xyb_return_diff_count (changes, XYB_DIFF_ADDED),
                          xyb_return_diff_count (changes, XYB_DIFF_CHANGED),
                          xyb_return_diff_count (changes, XYB_DIFF_REMOVED),
                          xyb_return_diff_count (changes, XYB_DIFF_SAME));
}

static void
fill_heading (XybIntakeAccepted *self)
{
  guint taken = xyb_intake_file_count (self->file, XYB_FATE_TAKEN);
  gboolean second = self->file->changes != NULL;
  g_autofree char *words = count_words (self, taken);
  g_autofree char *label = g_strdup_printf (_ ("先接受这 %u 行"), taken);
  gboolean open = xyb_intake_file_state (self->file) == XYB_INTAKE_QUESTIONS;

  gtk_label_set_label (self->title, second ? _ ("与现有的不同") : _ ("可以接受"));
  xyb_tag_set (self->count, taken > 0 || second ? "success" : "neutral",
               taken > 0 || second ? "object-select-symbolic" : "action-unavailable-symbolic",
               words);
  gtk_label_set_label (self->legend, second ? _ ("有不同，现有的在下") : _ ("有更正，原文在下"));
  gtk_button_set_label (self->import_button, open && !second ? label : _ ("接受这个文件"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->import_button),
                               open ? _ ("待定的行先不导入") : _ ("只导入这个文件"));
}

static void
fill_ignored (XybIntakeAccepted *self)
{
  g_autofree char *summary = xyb_intake_dup_ignored_summary (self->file->taken);
  g_autofree char *list = xyb_intake_dup_ignored_list (self->file->taken);

  gtk_widget_set_visible (GTK_WIDGET (self->ignored_button), summary != NULL);
  if (summary == NULL)
    return;
  gtk_menu_button_set_label (self->ignored_button, summary);
  gtk_label_set_label (self->ignored, list);
}

/**
 * xyb_intake_accepted_show:
 * @self: the table
 * @batch: the import
 * @file: (nullable): of it; has been read; show again when it has changed
 */
void
xyb_intake_accepted_show (XybIntakeAccepted *self, XybIntakeBatch *batch, XybIntakeFile *file)
{
  gboolean other = self->file != file;

  g_return_if_fail (XYB_IS_INTAKE_ACCEPTED (self));

  g_set_object (&self->batch, batch);
  self->file = file;
  xyb_intake_rows_model_show (self->model, file);
  if (file == NULL || file->taken == NULL)
    return;
  /* What was corrected most often is what she looks at first. */
  if (other && xyb_sheet_model_get_n_rows (XYB_SHEET_MODEL (self->model)) > 0)
    xyb_sheet_set_cursor (self->sheet, 0, 2);
  fill_heading (self);
  fill_ignored (self);
  explain (self);
}

/**
 * xyb_intake_accepted_get_sheet:
 * @self: the table
 *
 * Returns: (transfer none): its sheet
 */
XybSheet *
xyb_intake_accepted_get_sheet (XybIntakeAccepted *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_ACCEPTED (self), NULL);

  return self->sheet;
}

/**
 * xyb_intake_accepted_get_explanation:
 * @self: the table
 *
 * Returns: what it says of the cell under the cursor
 */
const char *
xyb_intake_accepted_get_explanation (XybIntakeAccepted *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_ACCEPTED (self), NULL);

  return gtk_label_get_label (self->explanation);
}

/* ---- the widget ---- */

static void
xyb_intake_accepted_dispose (GObject *object)
{
  XybIntakeAccepted *self = XYB_INTAKE_ACCEPTED (object);

  g_clear_object (&self->batch);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (xyb_intake_accepted_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, XybIntakeAccepted, name)

static void
xyb_intake_accepted_class_init (XybIntakeAcceptedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_intake_accepted_dispose;
  g_type_ensure (XYB_TYPE_SHEET);
  g_type_ensure (XYB_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/intake/xyb-intake-accepted.ui");
  BIND (title);
  BIND (count);
  BIND (legend);
  BIND (refuse_button);
  BIND (import_button);
  BIND (sheet);
  BIND (place);
  BIND (explanation);
  BIND (ignored_button);
  BIND (ignored);
  gtk_widget_class_bind_template_callback (widget_class, refuse_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
xyb_intake_accepted_init (XybIntakeAccepted *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = xyb_intake_rows_model_new ();
  xyb_sheet_set_model (self->sheet, XYB_SHEET_MODEL (self->model));
}
