/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-view.h"

#include "xyb-i18n.h"
#include "xyb-intake-head.h"
#include "xyb-intake-question-row.h"
#include "xyb-intake-table-model.h"

struct _XybIntakeView
{
  AdwBin parent_instance;

  /* template widgets */
  GtkStack *stack;
  XybSheet *table;
  AdwStatusPage *failed_page;
  XybIntakeHead *head;
  GtkLabel *remark;
  XybQuestionList *questions;
  XybIntakeAccepted *accepted;
  XybIntakeLetter *letter;

  /* owned */
  XybIntakeTableModel *model;

  /* borrowed */
  XybIntakeFile *file;
};

G_DEFINE_FINAL_TYPE (XybIntakeView, xyb_intake_view, ADW_TYPE_BIN)

/* What is said of the file as a whole and asks nothing: macros, the same bytes again. */
static void
fill_remark (XybIntakeView *self, const XybReturn *taken)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < taken->notes->len; i++)
    {
      const XybReturnNote *note = taken->notes->pdata[i];

      if (!xyb_intake_question_can_answer (taken, NULL, note))
        g_string_append_printf (words, "%s%s", words->len > 0 ? "；" : "", note->sentence);
    }
  gtk_label_set_label (self->remark, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->remark), words->len > 0);
}

/* Without a file in view all of them are. */
static const char *
page_of (const XybIntakeFile *file, const XybIntake *intake)
{
  if (file == NULL)
    return intake != NULL && intake->files->len > 0 ? "table" : "empty";
  if (file->error != NULL)
    return "failed";
  return file->taken != NULL ? "file" : "reading";
}

/**
 * xyb_intake_view_show:
 * @self: the preview
 * @batch: the import
 * @file: (nullable): of it; %NULL shows a table of all; show again when it has changed
 */
void
xyb_intake_view_show (XybIntakeView *self, XybIntakeBatch *batch, XybIntakeFile *file)
{
  const XybIntake *intake = xyb_intake_batch_get_intake (batch);
  const char *page = page_of (file, intake);
  XybIntakeFile *read = g_str_equal (page, "file") ? file : NULL;

  g_return_if_fail (XYB_IS_INTAKE_VIEW (self));

  self->file = file;
  /* Nothing of a file that is gone stays behind, seen or not. */
  xyb_intake_head_show (self->head, batch, read);
  xyb_question_list_show (self->questions, batch, read);
  xyb_intake_accepted_show (self->accepted, batch, read);
  xyb_intake_letter_show (self->letter, batch, read);
  xyb_intake_table_model_show (self->model, g_str_equal (page, "table") ? intake : NULL);
  if (read != NULL)
    fill_remark (self, read->taken);
  else if (file != NULL && file->error != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (file->error, -1);

      adw_status_page_set_description (self->failed_page, markup);
    }
  gtk_stack_set_visible_child_name (self->stack, page);
}

/**
 * xyb_intake_view_get_file:
 * @self: the preview
 *
 * Returns: (transfer none) (nullable): the file it shows
 */
XybIntakeFile *
xyb_intake_view_get_file (XybIntakeView *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_VIEW (self), NULL);

  return self->file;
}

/**
 * xyb_intake_view_get_questions:
 * @self: the preview
 *
 * Returns: (transfer none): what has to be decided
 */
XybQuestionList *
xyb_intake_view_get_questions (XybIntakeView *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_VIEW (self), NULL);

  return self->questions;
}

/**
 * xyb_intake_view_get_accepted:
 * @self: the preview
 *
 * Returns: (transfer none): what will be taken over
 */
XybIntakeAccepted *
xyb_intake_view_get_accepted (XybIntakeView *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_VIEW (self), NULL);

  return self->accepted;
}

/**
 * xyb_intake_view_get_letter:
 * @self: the preview
 *
 * Returns: (transfer none): what is sent back
 */
XybIntakeLetter *
xyb_intake_view_get_letter (XybIntakeView *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_VIEW (self), NULL);

  return self->letter;
}

/**
 * xyb_intake_view_get_table:
 * @self: the preview
 *
 * Returns: (transfer none): all files at a glance
 */
XybSheet *
xyb_intake_view_get_table (XybIntakeView *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_VIEW (self), NULL);

  return self->table;
}

static void
table_activated_cb (XybSheet *sheet, guint row, guint column, XybIntakeView *self)
{
  const XybIntakeFile *file = xyb_intake_table_model_get_file (self->model, row);

  if (file != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "intake.show-file", "s", file->path);
}

/* ---- the widget ---- */

static void
xyb_intake_view_dispose (GObject *object)
{
  g_clear_object (&XYB_INTAKE_VIEW (object)->model);
  G_OBJECT_CLASS (xyb_intake_view_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, XybIntakeView, name)

static void
xyb_intake_view_class_init (XybIntakeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_intake_view_dispose;
  g_type_ensure (XYB_TYPE_SHEET);
  g_type_ensure (XYB_TYPE_INTAKE_HEAD);
  g_type_ensure (XYB_TYPE_QUESTION_LIST);
  g_type_ensure (XYB_TYPE_INTAKE_ACCEPTED);
  g_type_ensure (XYB_TYPE_INTAKE_LETTER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/intake/xyb-intake-view.ui");
  BIND (stack);
  BIND (table);
  BIND (failed_page);
  BIND (head);
  BIND (remark);
  BIND (questions);
  BIND (accepted);
  BIND (letter);
  gtk_widget_class_bind_template_callback (widget_class, table_activated_cb);
}

static void
xyb_intake_view_init (XybIntakeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = xyb_intake_table_model_new ();
  xyb_sheet_set_model (self->table, XYB_SHEET_MODEL (self->model));
}
