/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-letter.h"

#include "xyb-compat.h"
#include "xyb-i18n.h"
#include "xyb-return-letter.h"
#include "xyb-safe-file.h"

/* More than she reads here; copied and saved is all of it. */
#define MAX_SHOWN 1500

struct _XybIntakeLetter
{
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel *caption;
  GtkTextView *view;

  /* owned */
  XybIntakeBatch *batch;
  char *text; /* all of it */

  /* borrowed */
  XybIntakeFile *file;
};

G_DEFINE_FINAL_TYPE (XybIntakeLetter, xyb_intake_letter, ADW_TYPE_BIN)

/**
 * xyb_intake_letter_dup_text:
 * @self: the box
 *
 * Returns: (transfer full): what it says
 */
char *
xyb_intake_letter_dup_text (XybIntakeLetter *self)
{
  g_return_val_if_fail (XYB_IS_INTAKE_LETTER (self), NULL);

  return g_strdup (self->text);
}

/* ---- what is done with it ---- */

static XybOffice *
get_office (XybIntakeLetter *self)
{
  return xyb_intake_batch_get_office (self->batch);
}

/**
 * xyb_intake_letter_copy:
 * @self: the box
 *
 * Puts it on the clipboard.
 */
void
xyb_intake_letter_copy (XybIntakeLetter *self)
{
  g_autofree char *text = xyb_intake_letter_dup_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  xyb_office_say (get_office (self), _ ("退回说明已复制，可以粘贴到 OA"));
}

/**
 * xyb_intake_letter_save_to:
 * @self: the box
 * @path: where to; an old file is replaced
 *
 * Writes the text.
 */
void
xyb_intake_letter_save_to (XybIntakeLetter *self, const char *path)
{
  g_autofree char *text = xyb_intake_letter_dup_text (self);
  g_autofree char *lines = g_strconcat (text, "\n", NULL);
  g_autoptr (GError) error = NULL;

  if (xyb_safe_file_write_text (path, lines, &error))
    g_signal_emit_by_name (self->batch, "saved", path);
  else
    xyb_office_report (get_office (self), error);
}

static void
text_chosen_cb (const char *path, gpointer user_data)
{
  g_autoptr (XybIntakeLetter) self = user_data;

  if (path != NULL && self->batch != NULL)
    xyb_intake_letter_save_to (self, path);
}

static void
marked_chosen_cb (const char *path, gpointer user_data)
{
  g_autoptr (XybIntakeLetter) self = user_data;

  if (path != NULL && self->file != NULL)
    xyb_intake_batch_save_marked (self->batch, self->file, path);
}

/**
 * xyb_intake_letter_save:
 * @self: the box
 * @marked: a copy of the workbook with the doubtful cells marked, instead of the text
 *
 * Asks where to.
 */
void
xyb_intake_letter_save (XybIntakeLetter *self, gboolean marked)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  const XybFileKind text = { _ ("文本文件"), "*.txt" };
  const XybFileKind workbook = { _ ("Excel 工作簿"), "*.xlsx" };
  const char *district;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;

  if (self->file == NULL)
    return;
  district = self->file->taken->district != NULL ? self->file->taken->district : _ ("未知区镇");
  folder = g_path_get_dirname (self->file->path);
  name = g_strdup_printf (marked ? _ ("附件2退回（%s）.xlsx") : _ ("附件2退回说明（%s）.txt"),
                          district);
  xyb_compat_choose_save (window, marked ? _ ("另存标好的副本") : _ ("另存退回说明"), folder, name,
                          marked ? &workbook : &text, marked ? marked_chosen_cb : text_chosen_cb,
                          g_object_ref (self));
}

/* ---- showing ---- */

static void
show_text (XybIntakeLetter *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *beginning = NULL;
  g_autofree char *shown = NULL;

  if (g_utf8_strlen (self->text, -1) <= MAX_SHOWN)
    {
      gtk_text_buffer_set_text (buffer, self->text, -1);
      return;
    }
  beginning = g_utf8_substring (self->text, 0, MAX_SHOWN);
  shown = g_strconcat (beginning, _ ("……（很长，复制或另存为可得到全文）"), NULL);
  gtk_text_buffer_set_text (buffer, shown, -1);
}

/**
 * xyb_intake_letter_show:
 * @self: the box
 * @batch: the import
 * @file: (nullable): of it; has been read; show again when it has changed
 *
 * Writes it anew; where there is nothing to send back it is hidden.
 */
void
xyb_intake_letter_show (XybIntakeLetter *self, XybIntakeBatch *batch, XybIntakeFile *file)
{
  g_autofree char *text = file != NULL ? xyb_return_letter (file->taken) : NULL;

  g_return_if_fail (XYB_IS_INTAKE_LETTER (self));

  g_set_object (&self->batch, batch);
  self->file = file;
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL && *text != '\0');
  /* What she has selected to copy stays selected. */
  if (g_strcmp0 (self->text, text != NULL ? text : "") == 0)
    return;
  g_free (self->text);
  self->text = text != NULL ? g_steal_pointer (&text) : g_strdup ("");
  show_text (self);
}

/**
 * xyb_intake_letter_grab:
 * @self: the box
 *
 * Puts the keyboard into the text, selected: Ctrl+C takes it.
 */
void
xyb_intake_letter_grab (XybIntakeLetter *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* ---- the widget ---- */

static void
xyb_intake_letter_dispose (GObject *object)
{
  g_clear_object (&XYB_INTAKE_LETTER (object)->batch);
  G_OBJECT_CLASS (xyb_intake_letter_parent_class)->dispose (object);
}

static void
xyb_intake_letter_finalize (GObject *object)
{
  g_free (XYB_INTAKE_LETTER (object)->text);
  G_OBJECT_CLASS (xyb_intake_letter_parent_class)->finalize (object);
}

static void
xyb_intake_letter_class_init (XybIntakeLetterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_intake_letter_dispose;
  G_OBJECT_CLASS (klass)->finalize = xyb_intake_letter_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/intake/xyb-intake-letter.ui");
  gtk_widget_class_bind_template_child (widget_class, XybIntakeLetter, caption);
  gtk_widget_class_bind_template_child (widget_class, XybIntakeLetter, view);
}

static void
xyb_intake_letter_init (XybIntakeLetter *self)
{
  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}
