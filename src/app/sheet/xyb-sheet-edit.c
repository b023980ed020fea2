/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sheet-private.h"

#include "xyb-i18n.h"

/* One text widget stands over the cursor's cell and has the focus all the time, so that an input
 * method always has somewhere to write; it is drawn only while something is being typed. */

/* ---- words ---- */

static void
append_one_line (GString *out, const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p++)
    g_string_append_c (out, *p == '\n' || *p == '\r' ? ' ' : *p);
}

/* 「周市镇，贯标企业数」 */
char *
xyb_sheet_dup_cell_name (XybSheet *self, guint row, guint column)
{
  g_autofree char *name = xyb_sheet_model_dup_row_name (self->model, row);
  g_autoptr (GString) out = g_string_new (NULL);

  append_one_line (out, name);
  if (out->len == 0)
    g_string_append_printf (out, _ ("第 %u 行"), row + 1);
  g_string_append (out, _ ("，"));
  append_one_line (out, self->columns[column].title);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
has_editable_cell (XybSheet *self)
{
  guint n_rows = xyb_sheet_model_get_n_rows (self->model);

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++)
      if (xyb_sheet_model_is_editable (self->model, row, column))
        return TRUE;
  return FALSE;
}

/* Where nothing can be filled in there is no white cell to go to. */
char *
xyb_sheet_dup_locked_sentence (XybSheet *self, guint row, guint column)
{
  g_autofree char *name = NULL;

  if (!has_editable_cell (self))
    return g_strdup (_ ("这张表现在只能看，不能改。"));
  name = xyb_sheet_dup_cell_name (self, row, column);
  return g_strdup_printf (_ ("“%s”这一格不能在这里填写，请改选白色的格子。"), name);
}

static char *
dup_text (XybSheet *self)
{
  char *text = xyb_sheet_model_dup_text (self->model, self->cursor.row, self->cursor.column);

  return text != NULL ? text : g_strdup ("");
}

static void
update_label (XybSheet *self)
{
  g_autofree char *name = xyb_sheet_dup_cell_name (self, self->cursor.row, self->cursor.column);
  g_autofree char *text = dup_text (self);
  g_autofree char *label = g_strdup_printf (_ ("%s：%s"), name, *text != '\0' ? text : _ ("空白"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static gboolean
is_editable (XybSheet *self)
{
  return xyb_sheet_has_cells (self)
         && xyb_sheet_model_is_editable (self->model, self->cursor.row, self->cursor.column);
}

/**
 * xyb_sheet_update_text:
 * @self: the sheet
 *
 * Tells the text widget, and with it the screen reader, which cell it stands for now.
 */
void
xyb_sheet_update_text (XybSheet *self)
{
  if (self->text == NULL)
    return;
  gtk_editable_set_editable (GTK_EDITABLE (self->text), is_editable (self));
  if (!xyb_sheet_has_cells (self))
    return;
  if (self->mode == XYB_SHEET_IDLE)
    {
      static const float aligns[] = { 0, 0.5, 1 };

      gtk_editable_set_alignment (GTK_EDITABLE (self->text),
                                  aligns[self->columns[self->cursor.column].align]);
    }
  update_label (self);
}

/* ---- refusals ---- */

void
xyb_sheet_say_refused (XybSheet *self, const char *sentence)
{
  g_signal_emit (self, xyb_sheet_signals[XYB_SHEET_REFUSED], 0, sentence);
}

static void
set_refusal (XybSheet *self, const char *sentence)
{
  if (sentence == NULL && self->refusal == NULL)
    return;
  g_free (self->refusal);
  self->refusal = g_strdup (sentence);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                                : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, xyb_sheet_signals[XYB_SHEET_DRAFT_CHANGED], 0);
  if (sentence != NULL)
    xyb_sheet_say_refused (self, self->refusal);
}

/* ---- editing ---- */

static void
set_text (XybSheet *self, const char *text)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  self->setting = FALSE;
  /* Ctrl+Z is of what is typed from here on. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), TRUE);
}

static void
set_mode (XybSheet *self, XybSheetMode mode)
{
  self->mode = mode;
  self->typed = FALSE;
  gtk_widget_set_can_target (GTK_WIDGET (self->text), mode != XYB_SHEET_IDLE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * xyb_sheet_begin_edit:
 * @self: the sheet
 * @mode: how it began
 * @text: (nullable): what stands there to begin with; %NULL: what is stored
 *
 * Opens the cursor's cell, if the clerk may fill it.
 */
void
xyb_sheet_begin_edit (XybSheet *self, XybSheetMode mode, const char *text)
{
  g_autofree char *stored = NULL;

  if (!is_editable (self))
    return;
  xyb_sheet_scroll_to (self, self->cursor);
  stored = dup_text (self);
  set_text (self, text != NULL ? text : stored);
  set_mode (self, mode);
  self->typed = text != NULL;
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
  g_signal_emit (self, xyb_sheet_signals[XYB_SHEET_DRAFT_CHANGED], 0);
}

/**
 * xyb_sheet_cancel_edit:
 * @self: the sheet
 *
 * Drops what is being typed: what is stored stands there again.
 */
void
xyb_sheet_cancel_edit (XybSheet *self)
{
  if (self->mode == XYB_SHEET_IDLE || self->text == NULL)
    return;
  set_mode (self, XYB_SHEET_IDLE);
  set_text (self, "");
  set_refusal (self, NULL);
  xyb_sheet_update_text (self);
  g_signal_emit (self, xyb_sheet_signals[XYB_SHEET_DRAFT_CHANGED], 0);
}

static gboolean
apply (XybSheet *self, const XybSheetChange *changes, guint n, const char *what, GError **error)
{
  gboolean applied;

  self->applying = TRUE;
  applied = xyb_sheet_model_apply (self->model, changes, n, what, error);
  self->applying = FALSE;
  return applied;
}

/**
 * xyb_sheet_commit:
 * @self: the sheet
 *
 * Stores what is being typed, as on leaving the cell.
 *
 * Returns: %FALSE where it was refused: the cell stays open and #XybSheet::refused says why
 */
gboolean
xyb_sheet_commit (XybSheet *self)
{
  g_autofree char *draft = NULL;
  g_autoptr (GError) error = NULL;
  XybSheetChange change;

  g_return_val_if_fail (XYB_IS_SHEET (self), FALSE);

  if (self->mode == XYB_SHEET_IDLE || self->applying)
    return TRUE;
  if (!xyb_sheet_is_dirty (self))
    {
      xyb_sheet_cancel_edit (self);
      return TRUE;
    }
  draft = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  change = (XybSheetChange){ self->cursor.row, self->cursor.column, *draft != '\0' ? draft : NULL };
  if (!xyb_sheet_model_check (self->model, change.row, change.column, draft, &error)
      || !apply (self, &change, 1, NULL, &error))
    {
      set_refusal (self, error != NULL ? error->message : "");
      return FALSE;
    }
  xyb_sheet_cancel_edit (self);
  return TRUE;
}

/**
 * xyb_sheet_forget:
 * @self: the sheet
 *
 * Drops what is being typed, as Esc does: it was meant for another year.
 */
void
xyb_sheet_forget (XybSheet *self)
{
  g_return_if_fail (XYB_IS_SHEET (self));

  xyb_sheet_cancel_edit (self);
}

/**
 * xyb_sheet_start_edit:
 * @self: the sheet
 *
 * Opens the cursor's cell with its text kept, as F2 does.
 *
 * Returns: %FALSE where the clerk may not fill it
 */
gboolean
xyb_sheet_start_edit (XybSheet *self)
{
  g_return_val_if_fail (XYB_IS_SHEET (self), FALSE);

  if (!is_editable (self))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->mode != XYB_SHEET_IDLE)
    self->mode = XYB_SHEET_EDITING;
  else
    xyb_sheet_begin_edit (self, XYB_SHEET_EDITING, NULL);
  return TRUE;
}

/**
 * xyb_sheet_is_open:
 * @self: the sheet
 *
 * Returns: whether a cell is open, changed or not: then keys belong to its text
 */
gboolean
xyb_sheet_is_open (XybSheet *self)
{
  g_return_val_if_fail (XYB_IS_SHEET (self), FALSE);

  return self->mode != XYB_SHEET_IDLE;
}

/**
 * xyb_sheet_is_dirty:
 * @self: the sheet
 *
 * Returns: whether something is being typed that is not what is stored: then Ctrl+Z is of the
 * typing
 */
gboolean
xyb_sheet_is_dirty (XybSheet *self)
{
  g_autofree char *stored = NULL;

  g_return_val_if_fail (XYB_IS_SHEET (self), FALSE);

  if (self->mode == XYB_SHEET_IDLE || !self->typed || !xyb_sheet_has_cells (self))
    return FALSE;
  stored = dup_text (self);
  return g_strcmp0 (stored, gtk_editable_get_text (GTK_EDITABLE (self->text))) != 0;
}

/**
 * xyb_sheet_get_draft:
 * @self: the sheet
 * @out_row: (out) (optional): of the cell
 * @out_column: (out) (optional): of the cell
 *
 * Returns: (transfer none) (nullable): what is being typed; %NULL where nothing is
 */
const char *
xyb_sheet_get_draft (XybSheet *self, guint *out_row, guint *out_column)
{
  g_return_val_if_fail (XYB_IS_SHEET (self), NULL);

  if (out_row != NULL)
    *out_row = self->cursor.row;
  if (out_column != NULL)
    *out_column = self->cursor.column;
  return self->mode != XYB_SHEET_IDLE && self->typed
           ? gtk_editable_get_text (GTK_EDITABLE (self->text))
           : NULL;
}

/**
 * xyb_sheet_get_refusal:
 * @self: the sheet
 *
 * Returns: (transfer none) (nullable): why what stands in the open cell is not taken
 */
const char *
xyb_sheet_get_refusal (XybSheet *self)
{
  g_return_val_if_fail (XYB_IS_SHEET (self), NULL);

  return self->refusal;
}

/* ---- many cells at once ---- */

/**
 * xyb_sheet_apply_checked:
 * @self: the sheet
 * @changes: of XybSheetChange
 * @what: 粘贴, 清除 …
 * @out_why: (out): why nothing was done
 *
 * Checks every change before any is applied.
 *
 * Returns: whether all were applied, as one revision
 */
gboolean
xyb_sheet_apply_checked (XybSheet *self, GArray *changes, const char *what, char **out_why)
{
  g_autoptr (GError) error = NULL;

  *out_why = NULL;
  for (guint i = 0; i < changes->len; i++)
    {
      const XybSheetChange *change = &g_array_index (changes, XybSheetChange, i);
      const char *text = change->text != NULL ? change->text : "";

      if (!xyb_sheet_model_check (self->model, change->row, change->column, text, &error))
        {
          *out_why = g_strdup (error->message);
          return FALSE;
        }
    }
  if (changes->len == 0
      || apply (self, (XybSheetChange *) (gpointer) changes->data, changes->len, what, &error))
    return TRUE;
  *out_why = g_strdup (error->message);
  return FALSE;
}

/**
 * xyb_sheet_fill_range:
 * @self: the sheet
 * @text: (nullable): what shall stand in every cell of the range the clerk may fill
 * @what: 清除, 填充
 *
 * Returns: %FALSE where nothing was done; #XybSheet::refused says why
 */
gboolean
xyb_sheet_fill_range (XybSheet *self, const char *text, const char *what)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (XybSheetChange));
  g_autofree char *why = NULL;
  XybSheetRange range;
  gboolean any = FALSE;

  xyb_sheet_get_range (self, &range);
  for (guint row = range.row; row < range.row + range.n_rows; row++)
    for (guint column = range.column; column < range.column + range.n_columns; column++)
      {
        XybSheetChange change = { row, column, text };
        g_autofree char *stored = NULL;

        if (!xyb_sheet_model_is_editable (self->model, row, column))
          continue;
        any = TRUE;
        stored = xyb_sheet_model_dup_text (self->model, row, column);
        if (g_strcmp0 (stored != NULL ? stored : "", text != NULL ? text : "") != 0)
          g_array_append_val (changes, change);
      }
  if (!any)
    why = xyb_sheet_dup_locked_sentence (self, self->cursor.row, self->cursor.column);
  else if (xyb_sheet_apply_checked (self, changes, what, &why))
    return TRUE;
  xyb_sheet_say_refused (self, why);
  return FALSE;
}

/* Ctrl+Enter. */
gboolean
xyb_sheet_fill_with_draft (XybSheet *self)
{
  g_autofree char *draft = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  g_autoptr (GError) error = NULL;

  if (!xyb_sheet_model_check (self->model, self->cursor.row, self->cursor.column, draft, &error))
    {
      set_refusal (self, error->message);
      return FALSE;
    }
  if (xyb_sheet_is_one_cell (self))
    return xyb_sheet_commit (self);
  if (!xyb_sheet_fill_range (self, *draft != '\0' ? draft : NULL, _ ("填充")))
    return FALSE;
  xyb_sheet_cancel_edit (self);
  return TRUE;
}

/* ---- the text widget ---- */

static void
text_changed_cb (GtkEditable *editable, XybSheet *self)
{
  if (self->setting)
    return;
  if (self->mode == XYB_SHEET_IDLE)
    set_mode (self, XYB_SHEET_TYPING);
  self->typed = TRUE;
  if (self->refusal != NULL)
    set_refusal (self, NULL);
  else
    g_signal_emit (self, xyb_sheet_signals[XYB_SHEET_DRAFT_CHANGED], 0);
}

/* The first syllable opens the cell, so that what is being composed can be seen. */
static void
preedit_changed_cb (GtkText *text, const char *preedit, XybSheet *self)
{
  self->composing = preedit != NULL && *preedit != '\0';
  if (self->composing && self->mode == XYB_SHEET_IDLE && is_editable (self))
    set_mode (self, XYB_SHEET_TYPING);
}

static void
focus_changed_cb (GtkEventControllerFocus *controller, XybSheet *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_leave_cb (GtkEventControllerFocus *controller, XybSheet *self)
{
  self->composing = FALSE;
  if (self->refusal == NULL)
    xyb_sheet_commit (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * xyb_sheet_add_text:
 * @self: a new sheet
 *
 * A plain text widget is absent from the accessibility bus; as a text box it is there.
 */
void
xyb_sheet_add_text (XybSheet *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX,
                             "editable", FALSE, "can-target", FALSE, "width-chars", 0, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
  g_signal_connect (self->text, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect (self->text, "preedit-changed", G_CALLBACK (preedit_changed_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_changed_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * xyb_sheet_get_text:
 * @self: the sheet
 *
 * Returns: (transfer none): the text widget of the cursor's cell, for tests
 */
GtkText *
xyb_sheet_get_text (XybSheet *self)
{
  g_return_val_if_fail (XYB_IS_SHEET (self), NULL);

  return self->text;
}
