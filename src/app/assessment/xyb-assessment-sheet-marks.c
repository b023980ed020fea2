/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-assessment-sheet-private.h"

#include "xyb-core-error.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

/* What the clerk may write into a cell, and what becomes of it. */

#define REMARK_MAX 200 /* characters: the printed cell is small */

static guint
unit_at (XybAssessmentSheetModel *self, guint row)
{
  return g_array_index (self->units, guint, row);
}

static gboolean
is_excluded (XybAssessmentSheetModel *self, guint unit, guint indicator)
{
  return xyb_assessment_state_get_item (self->state, unit, indicator)->now.why
         == XYB_WHY_NOT_APPLICABLE;
}

/* ---- texts ---- */

/* What is written, which tells more than what is printed. */
static char *
xyb_assessment_sheet_model_dup_text (XybSheetModel *model, guint row, guint column)
{
  XybAssessmentSheetModel *self = XYB_ASSESSMENT_SHEET_MODEL (model);
  g_auto (XybSheetCell) cell = { 0 };
  g_autoptr (XybMark) mark = NULL;
  guint unit = unit_at (self, row);
  guint indicator;
  XybAssessmentColumn kind = xyb_assessment_sheet_column (self, column, &indicator);
  const char *remark;

  if (kind == XYB_ASSESSMENT_MARK)
    {
      mark = xyb_assessment_state_dup_mark (self->state, unit, indicator);
      return xyb_mark_entry (mark, xyb_assessment_state_get_indicator (self->state, indicator));
    }
  if (kind == XYB_ASSESSMENT_REMARK)
    {
      remark = g_hash_table_lookup (self->state->assessment->remarks,
                                    &xyb_assessment_state_get_unit (self->state, unit)->unit_id);
      return g_strdup (remark);
    }
  xyb_sheet_model_fill_cell (model, row, column, &cell);
  return g_steal_pointer (&cell.text);
}

/* As printed (KH-07); a minus that Excel takes for a number's. */
static char *
xyb_assessment_sheet_model_dup_copy (XybSheetModel *model, guint row, guint column)
{
  XybAssessmentSheetModel *self = XYB_ASSESSMENT_SHEET_MODEL (model);
  guint indicator;
  XybAssessmentColumn kind = xyb_assessment_sheet_column (self, column, &indicator);
  g_autofree char *text = NULL;

  if (kind == XYB_ASSESSMENT_MARK || kind == XYB_ASSESSMENT_REMARK)
    return g_strdup (
      xyb_assessment_state_get_printed (self->state, unit_at (self, row), indicator));
  text = xyb_assessment_sheet_model_dup_text (model, row, column);
  if (kind > XYB_ASSESSMENT_REMARK && text != NULL && g_str_has_prefix (text, "−"))
    return g_strconcat ("-", text + strlen ("−"), NULL);
  return g_steal_pointer (&text);
}

/* ---- keys (KH-09) ---- */

static char *
xyb_assessment_sheet_model_text_of_key (XybSheetModel *model, guint row, guint column, guint keyval)
{
  XybAssessmentSheetModel *self = XYB_ASSESSMENT_SHEET_MODEL (model);
  guint indicator;

  if (xyb_assessment_sheet_column (self, column, &indicator) != XYB_ASSESSMENT_MARK)
    return NULL;
  switch (keyval)
    {
    case GDK_KEY_v:
    case GDK_KEY_V:
      return g_strdup ("√");
    case GDK_KEY_asterisk:
    case GDK_KEY_KP_Multiply:
      return g_strdup ("*");
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return g_strdup ("非考核项");
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      /* In a column of marks 0 begins a number: 0.05. */
      return xyb_assessment_state_get_indicator (self->state, indicator)->event ? g_strdup ("无")
                                                                                : NULL;
    default:
      return NULL;
    }
}

/* ---- may it stand there ---- */

static gboolean
xyb_assessment_sheet_model_is_editable (XybSheetModel *model, guint row, guint column)
{
  XybAssessmentSheetModel *self = XYB_ASSESSMENT_SHEET_MODEL (model);
  guint indicator;
  XybAssessmentColumn kind = xyb_assessment_sheet_column (self, column, &indicator);

  return self->state->locked == NULL
         && (kind == XYB_ASSESSMENT_MARK || kind == XYB_ASSESSMENT_REMARK);
}

static gboolean
check_remark (XybAssessmentSheetModel *self, guint unit, const char *text, GError **error)
{
  if (g_utf8_strlen (text, -1) <= REMARK_MAX)
    return TRUE;
  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNFIT_MARK,
               _ ("“%s，%s”最多 %d 个字，请写短一些。"),
               xyb_assessment_state_get_unit (self->state, unit)->unit_name,
               self->state->scheme->remark_head, REMARK_MAX);
  return FALSE;
}

/* An amount that somebody decides wants its reason, and a cell has no room for one (AMB-08). */
static gboolean
check_mark (XybMark *mark, const XybIndicator *indicator, GError **error)
{
  gboolean decided = indicator->rule == XYB_RULE_MANUAL
                     && (mark->kind == XYB_MARK_EVENT || mark->kind == XYB_MARK_DEDUCTED);
  g_autofree char *name = xyb_indicator_name (indicator);

  if (!decided)
    return xyb_mark_check (mark, indicator, error);
  g_set_error (
    error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNFIT_MARK,
    _ ("考核指标“%s”视情扣分，要写明原因和决定人：按 Esc，再按 Enter，在“为什么”里填写。"), name);
  return FALSE;
}

/* The sentence of core knows the column; which row it is stands before it. */
static XybMark *
parse (XybAssessmentSheetModel *self, guint unit, guint indicator, const char *text, GError **error)
{
  const XybIndicator *info = xyb_assessment_state_get_indicator (self->state, indicator);
  g_autoptr (XybMark) mark = xyb_mark_parse (text, info, error);

  if (mark == NULL || !check_mark (mark, info, error))
    {
      g_prefix_error (error, _ ("%s："),
                      xyb_assessment_state_get_unit (self->state, unit)->unit_name);
      return NULL;
    }
  return g_steal_pointer (&mark);
}

static gboolean
xyb_assessment_sheet_model_check (XybSheetModel *model,
                                  guint row,
                                  guint column,
                                  const char *text,
                                  GError **error)
{
  XybAssessmentSheetModel *self = XYB_ASSESSMENT_SHEET_MODEL (model);
  guint indicator;
  g_autoptr (XybMark) mark = NULL;

  if (xyb_assessment_sheet_column (self, column, &indicator) == XYB_ASSESSMENT_REMARK)
    return check_remark (self, unit_at (self, row), text, error);
  mark = parse (self, unit_at (self, row), indicator, text, error);
  return mark != NULL;
}

/* ---- storing ---- */

static void
edit_free (XybAssessmentEdit *edit)
{
  xyb_mark_free (edit->mark);
  g_free (edit->remark);
  g_free (edit);
}

/* What was written about the cell stays with another mark of the same kind. */
static void
keep_words (XybMark *mark, const XybMark *before)
{
  if (before == NULL)
    return;
  mark->evidence = g_strdup (before->evidence);
  if (before->kind != mark->kind)
    return;
  mark->remark = g_strdup (before->remark);
  mark->approver = g_strdup (before->approver);
}

static gboolean
refuse_paste (XybAssessmentSheetModel *self,
              guint unit,
              guint indicator,
              const char *text,
              GError **error)
{
  g_autofree char *name
    = xyb_indicator_name (xyb_assessment_state_get_indicator (self->state, indicator));

  g_set_error (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNFIT_MARK,
               _ ("“%s，%s”是非考核项，要粘贴的是“%s”，什么也没有粘贴。请先在这一格键入标记，改成"
                  "考核项。"),
               xyb_assessment_state_get_unit (self->state, unit)->unit_name, name, text);
  return FALSE;
}

static void
say_kept (XybAssessmentSheetModel *self, guint n_kept)
{
  g_autofree char *sentence = NULL;

  if (n_kept == 0)
    return;
  sentence = g_strdup_printf (_ ("非考核项 %u 格没有改。要改成考核项，请选中那一格单独键入标记。"),
                              n_kept);
  g_signal_emit (self, xyb_assessment_sheet_kept_signal, 0, sentence);
}

/* A block must not turn the scheme's 非考核项 into marks by the way: filled, they stay; pasted, the
 * block does not fit. A key on one cell means it. */
static gboolean
add_mark (XybAssessmentSheetModel *self,
          const XybSheetChange *change,
          guint indicator,
          const char *what,
          GPtrArray *edits,
          guint *n_kept,
          GError **error)
{
  guint unit = unit_at (self, change->row);
  g_autoptr (XybMark) mark = parse (self, unit, indicator, change->text, error);
  XybAssessmentEdit *edit;

  if (mark == NULL)
    return FALSE;
  if (what != NULL && mark->kind != XYB_MARK_NOT_APPLICABLE && is_excluded (self, unit, indicator))
    {
      if (g_str_equal (what, _ ("粘贴")))
        return refuse_paste (self, unit, indicator, change->text != NULL ? change->text : "",
                             error);
      (*n_kept)++;
      return TRUE;
    }
  keep_words (mark, xyb_assessment_state_get_item (self->state, unit, indicator)->mark);
  edit = g_new0 (XybAssessmentEdit, 1);
  edit->unit_id = xyb_assessment_state_get_unit (self->state, unit)->unit_id;
  edit->indicator_id = xyb_assessment_state_get_indicator (self->state, indicator)->id;
  edit->mark = g_steal_pointer (&mark);
  g_ptr_array_add (edits, edit);
  return TRUE;
}

static void
add_remark (XybAssessmentSheetModel *self, const XybSheetChange *change, GPtrArray *edits)
{
  XybAssessmentEdit *edit = g_new0 (XybAssessmentEdit, 1);

  edit->unit_id = xyb_assessment_state_get_unit (self->state, unit_at (self, change->row))->unit_id;
  edit->remark = xyb_text_is_blank (change->text) ? NULL : xyb_text_clean (change->text);
  g_ptr_array_add (edits, edit);
}

static gboolean
xyb_assessment_sheet_model_apply (XybSheetModel *model,
                                  const XybSheetChange *changes,
                                  guint n_changes,
                                  const char *what,
                                  GError **error)
{
  XybAssessmentSheetModel *self = XYB_ASSESSMENT_SHEET_MODEL (model);
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) edit_free);
  guint n_kept = 0;

  for (guint i = 0; i < n_changes; i++)
    {
      guint indicator;

      if (xyb_assessment_sheet_column (self, changes[i].column, &indicator)
          == XYB_ASSESSMENT_REMARK)
        add_remark (self, &changes[i], edits);
      else if (!add_mark (self, &changes[i], indicator, what, edits, &n_kept, error))
        return FALSE;
    }
  if (edits->len > 0 && !self->write (edits, what, self->user_data, error))
    return FALSE;
  say_kept (self, n_kept);
  return TRUE;
}

/* ---- a whole table ---- */

static gboolean
xyb_assessment_sheet_model_takes_block (XybSheetModel *model, const XybTextTable *table)
{
  XybAssessmentSheetModel *self = XYB_ASSESSMENT_SHEET_MODEL (model);

  return self->is_table != NULL && self->is_table (table, self->user_data);
}

static gboolean
xyb_assessment_sheet_model_paste (XybSheetModel *model,
                                  guint row,
                                  guint column,
                                  const XybTextTable *table,
                                  GError **error)
{
  XybAssessmentSheetModel *self = XYB_ASSESSMENT_SHEET_MODEL (model);

  return self->take_table (table, self->user_data, error);
}

/**
 * xyb_assessment_sheet_add_marks:
 * @iface: interface of the model
 *
 * Adds what the clerk may write.
 */
void
xyb_assessment_sheet_add_marks (XybSheetModelInterface *iface)
{
  iface->dup_text = xyb_assessment_sheet_model_dup_text;
  iface->dup_copy = xyb_assessment_sheet_model_dup_copy;
  iface->text_of_key = xyb_assessment_sheet_model_text_of_key;
  iface->is_editable = xyb_assessment_sheet_model_is_editable;
  iface->check = xyb_assessment_sheet_model_check;
  iface->apply = xyb_assessment_sheet_model_apply;
  iface->takes_block = xyb_assessment_sheet_model_takes_block;
  iface->paste = xyb_assessment_sheet_model_paste;
}
