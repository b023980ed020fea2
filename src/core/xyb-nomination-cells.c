/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-nomination-cells.h"

#include <inttypes.h>

#include "xyb-i18n.h"
#include "xyb-nomination-table.h"
#include "xyb-phone.h"
#include "xyb-text.h"

/* A form has fewer rows than this; a longer number in its first column is something else. */
#define MAX_NUMBER_DIGITS 4

static char *
or_null (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * xyb_nomination_dup_cell:
 * @self: a row of 附件2
 * @cell: a column of the form
 *
 * Returns: (transfer full) (nullable): what stands there; %NULL for a blank
 */
char *
xyb_nomination_dup_cell (const XybNomination *self, XybNominationCell cell)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (cell)
    {
    case XYB_NOMINATION_CELL_NUMBER:
      return self->position > 0 ? g_strdup_printf ("%" PRId64, self->position) : NULL;
    case XYB_NOMINATION_CELL_NAME:
      return or_null (self->enterprise_name);
    case XYB_NOMINATION_CELL_PRODUCTS:
      return or_null (self->products);
    case XYB_NOMINATION_CELL_REVENUE:
      return self->revenue_fen != XYB_UNSAID
               ? xyb_amount_format (self->revenue_fen, self->revenue_unit)
               : NULL;
    case XYB_NOMINATION_CELL_HEADCOUNT:
      return self->headcount != XYB_UNSAID ? g_strdup_printf ("%" PRId64, self->headcount) : NULL;
    case XYB_NOMINATION_CELL_CONTACT:
      return or_null (self->contact);
    case XYB_NOMINATION_CELL_PHONE:
    default:
      return or_null (self->phone);
    }
}

/* ENT-03: number and unit are kept as they were given. */
static gboolean
set_revenue (XybNomination *self, const char *text, XybMoneyUnit default_unit, GError **error)
{
  XybAmount amount = { XYB_UNSAID, default_unit, FALSE, FALSE };

  if (!xyb_text_is_blank (text)
      && !xyb_amount_parse (_ ("去年销售收入"), text, default_unit, &amount, error))
    return FALSE;
  self->revenue_fen = amount.fen;
  self->revenue_unit = amount.unit;
  return TRUE;
}

static gboolean
set_headcount (XybNomination *self, const char *text, GError **error)
{
  self->headcount = XYB_UNSAID;
  return xyb_text_is_blank (text)
         || xyb_count_parse (_ ("职工人数"), text, XYB_MAX_HEADCOUNT, &self->headcount, error);
}

static void
set_text (char **field, const char *text)
{
  g_autofree char *clean = xyb_text_clean (text);

  g_free (*field);
  *field = or_null (clean);
}

/**
 * xyb_nomination_set_cell:
 * @self: a row of 附件2
 * @cell: a column of the form
 * @text: (nullable): what the clerk wrote: 1.2亿, 530人, 0512-57310600
 * @default_unit: of a sum without a unit (ENT-03)
 * @error: return location for %XYB_CORE_ERROR naming the column
 *
 * Reads @text into the row. 序号 follows from the place in the list and is not taken.
 * xyb_nomination_validate() says the rest.
 *
 * Returns: whether it can stand there; else the row is to be thrown away
 */
gboolean
xyb_nomination_set_cell (XybNomination *self,
                         XybNominationCell cell,
                         const char *text,
                         XybMoneyUnit default_unit,
                         GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  switch (cell)
    {
    case XYB_NOMINATION_CELL_NUMBER:
      return TRUE;
    case XYB_NOMINATION_CELL_NAME:
      set_text (&self->enterprise_name, text);
      return TRUE;
    case XYB_NOMINATION_CELL_PRODUCTS:
      set_text (&self->products, text);
      return TRUE;
    case XYB_NOMINATION_CELL_REVENUE:
      return set_revenue (self, text, default_unit, error);
    case XYB_NOMINATION_CELL_HEADCOUNT:
      return set_headcount (self, text, error);
    case XYB_NOMINATION_CELL_CONTACT:
      set_text (&self->contact, text);
      return TRUE;
    case XYB_NOMINATION_CELL_PHONE:
    default:
      set_text (&self->phone, text);
      return TRUE;
    }
}

/**
 * xyb_nomination_dup_doubt:
 * @self: a stored row of 附件2
 * @cell: a column of the form
 *
 * What is kept as it was written although it hardly can be right (ORG-07).
 *
 * Returns: (transfer full) (nullable): two or three words, or %NULL where nothing is doubtful
 */
char *
xyb_nomination_dup_doubt (const XybNomination *self, XybNominationCell cell)
{
  XybPhoneFlags flags = XYB_PHONE_FLAG_NONE;
  g_autofree char *normal = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (cell != XYB_NOMINATION_CELL_PHONE || xyb_text_is_blank (self->phone))
    return NULL;
  normal = xyb_phone_normalise (self->phone, &flags);
  if ((flags & (XYB_PHONE_FLAG_DOUBTFUL | XYB_PHONE_FLAG_SCIENTIFIC)) == 0)
    return NULL;
  return g_strdup (_ ("请核对"));
}

/* ---- a block ---- */

static gboolean
says (const XybTextTable *table, guint row, guint column, const char *word)
{
  g_autofree char *key = xyb_text_key (xyb_text_table_get (table, row, column));

  return g_str_equal (key, word);
}

/* Head words are copied along more often than not. */
static gboolean
is_head_row (const XybTextTable *table, guint row)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (says (table, row, i, xyb_nomination_heads[XYB_NOMINATION_CELL_NAME]))
      return TRUE;
  return FALSE;
}

static gboolean
is_number (const char *text)
{
  g_autofree char *key = xyb_text_key (text);
  gsize length = 0;

  for (const char *p = key; *p != '\0'; p++, length++)
    if (!g_ascii_isdigit (*p))
      return FALSE;
  return length > 0 && length <= MAX_NUMBER_DIGITS;
}

/* No company is called 1, 2, 3: a block that begins so was copied with its 序号. */
static gboolean
starts_with_numbers (const XybNominationBlock *self)
{
  guint numbers = 0;

  for (guint i = self->first_row; i < self->end_row; i++)
    {
      const char *text = xyb_text_table_get (self->table, i, 0);

      if (xyb_text_is_blank (text))
        continue;
      if (!is_number (text))
        return FALSE;
      numbers++;
    }
  return numbers > 0;
}

/**
 * xyb_nomination_block_is_blank:
 * @self: a block
 * @row: of the block
 *
 * Returns: whether nothing stands there but a number
 */
gboolean
xyb_nomination_block_is_blank (const XybNominationBlock *self, guint row)
{
  guint first = self->first_cell == XYB_NOMINATION_CELL_NUMBER ? 1 : 0;

  for (guint i = first; i < self->n_columns; i++)
    if (!xyb_text_is_blank (xyb_text_table_get (self->table, row, i)))
      return FALSE;
  return TRUE;
}

/* Copied from this very sheet, 进度 stands behind 电话. */
static guint
count_columns (const XybNominationBlock *self)
{
  guint n_columns = self->table->n_columns;

  return self->first_cell + n_columns == XYB_NOMINATION_COLUMNS + 1 ? n_columns - 1 : n_columns;
}

/**
 * xyb_nomination_block_read:
 * @self: (out): a block
 * @table: cells from the clipboard; must outlive @self
 * @cell: the column of the form they were pasted at
 *
 * Finds out what of @table belongs on the form, and where: with or without 序号, from the cell 序号
 * or from 企业名称, with head words, with the blank numbered rows of the form.
 */
void
xyb_nomination_block_read (XybNominationBlock *self,
                           const XybTextTable *table,
                           XybNominationCell cell)
{
  g_return_if_fail (self != NULL && table != NULL);

  *self = (XybNominationBlock){ table, 0, table->rows->len, cell, table->n_columns };
  while (self->first_row < self->end_row && is_head_row (table, self->first_row))
    self->first_row++;
  if (cell <= XYB_NOMINATION_CELL_NAME)
    self->first_cell = table->n_columns > 1 && starts_with_numbers (self)
                         ? XYB_NOMINATION_CELL_NUMBER
                         : XYB_NOMINATION_CELL_NAME;
  self->n_columns = count_columns (self);
  while (self->end_row > self->first_row && xyb_nomination_block_is_blank (self, self->end_row - 1))
    self->end_row--;
}
