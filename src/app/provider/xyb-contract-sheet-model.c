/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-contract-sheet-model.h"

#include "xyb-award-table.h"
#include "xyb-i18n.h"

enum
{
  COLUMN_NAME,
  COLUMN_DISTRICT,
  COLUMN_KIND,
  COLUMN_SIGNED,
  COLUMN_TERM,
  COLUMN_FILED,
  COLUMN_STAMPED,
  COLUMN_DOUBTS,
  N_COLUMNS
};

struct _XybContractSheetModel
{
  GObject parent_instance;

  GPtrArray *contracts; /* of XybContract */
};

static void sheet_model_init (XybSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybContractSheetModel,
                               xyb_contract_sheet_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_SHEET_MODEL, sheet_model_init))

static guint
get_n_rows (XybSheetModel *model)
{
  GPtrArray *contracts = XYB_CONTRACT_SHEET_MODEL (model)->contracts;

  return contracts != NULL ? contracts->len : 0;
}

static guint
get_n_columns (XybSheetModel *model)
{
  return N_COLUMNS;
}

static void
get_column (XybSheetModel *model, guint column, XybSheetColumn *out_column)
{
  static const XybSheetColumn columns[N_COLUMNS] = {
    { .title = N_ ("企业名称"), .width = 200, .align = XYB_SHEET_ALIGN_START, .expand = TRUE },
    { .title = N_ ("区镇"), .width = 132, .align = XYB_SHEET_ALIGN_START },
    { .title = N_ ("合同"), .width = 60, .align = XYB_SHEET_ALIGN_CENTER },
    { .title = N_ ("签订日期"), .width = 90, .align = XYB_SHEET_ALIGN_CENTER },
    { .title = N_ ("服务起止"), .width = 190, .align = XYB_SHEET_ALIGN_CENTER },
    { .title = N_ ("备案"), .width = 46, .align = XYB_SHEET_ALIGN_CENTER },
    { .title = N_ ("盖章"), .width = 46, .align = XYB_SHEET_ALIGN_CENTER },
    { .title = N_ ("待补"), .width = 140, .align = XYB_SHEET_ALIGN_START, .expand = TRUE },
  };

  *out_column = columns[column];
  out_column->title = _ (out_column->title);
}

static void
fill_doubts (const XybContract *contract, XybSheetCell *out_cell)
{
  g_autoptr (GPtrArray) warnings = xyb_contract_warnings (contract);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    g_string_append (words, warnings->pdata[i]);
  out_cell->text = g_strdup (words->str);
  out_cell->look = XYB_SHEET_LOOK_NEAR;
}

static void
fill_flag (gboolean set, XybSheetCell *out_cell)
{
  out_cell->text = g_strdup (set ? "√" : "—");
  out_cell->look = set ? XYB_SHEET_LOOK_DONE : XYB_SHEET_LOOK_FAINT;
}

static void
fill_cell (XybSheetModel *model, guint row, guint column, XybSheetCell *out_cell)
{
  const XybContract *contract
    = xyb_contract_sheet_model_get (XYB_CONTRACT_SHEET_MODEL (model), row);

  switch (column)
    {
    case COLUMN_NAME:
      out_cell->text = g_strdup (contract->enterprise_name);
      break;
    case COLUMN_DISTRICT:
      out_cell->text = g_strdup (contract->unit_name);
      break;
    case COLUMN_KIND:
      out_cell->text
        = g_strdup (contract->kind == XYB_CONTRACT_ACCREDITATION ? _ ("贯标") : _ ("示范"));
      break;
    case COLUMN_SIGNED:
      out_cell->text = g_strdup (contract->signed_on);
      break;
    case COLUMN_TERM:
      out_cell->text = xyb_contract_dup_term (contract);
      break;
    case COLUMN_FILED:
      fill_flag (contract->filed, out_cell);
      break;
    case COLUMN_STAMPED:
      fill_flag (contract->stamped, out_cell);
      break;
    case COLUMN_DOUBTS:
    default:
      fill_doubts (contract, out_cell);
      break;
    }
}

static void
sheet_model_init (XybSheetModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->fill_cell = fill_cell;
}

static void
xyb_contract_sheet_model_finalize (GObject *object)
{
  g_clear_pointer (&XYB_CONTRACT_SHEET_MODEL (object)->contracts, g_ptr_array_unref);
  G_OBJECT_CLASS (xyb_contract_sheet_model_parent_class)->finalize (object);
}

static void
xyb_contract_sheet_model_class_init (XybContractSheetModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xyb_contract_sheet_model_finalize;
}

static void
xyb_contract_sheet_model_init (XybContractSheetModel *self)
{
}

/**
 * xyb_contract_sheet_model_new:
 *
 * Returns: (transfer full): a model of no contracts
 */
XybContractSheetModel *
xyb_contract_sheet_model_new (void)
{
  return g_object_new (XYB_TYPE_CONTRACT_SHEET_MODEL, NULL);
}

/**
 * xyb_contract_sheet_model_show:
 * @self: the model
 * @contracts: (nullable) (element-type XybContract): what to show; kept
 */
void
xyb_contract_sheet_model_show (XybContractSheetModel *self, GPtrArray *contracts)
{
  GPtrArray *before;

  g_return_if_fail (XYB_IS_CONTRACT_SHEET_MODEL (self));

  before = self->contracts;
  self->contracts = contracts != NULL ? g_ptr_array_ref (contracts) : NULL;
  g_clear_pointer (&before, g_ptr_array_unref);
  xyb_sheet_model_reset (XYB_SHEET_MODEL (self));
}

/**
 * xyb_contract_sheet_model_get:
 * @self: the model
 * @row: a row of the sheet
 *
 * Returns: (transfer none) (nullable): its contract
 */
XybContract *
xyb_contract_sheet_model_get (XybContractSheetModel *self, guint row)
{
  g_return_val_if_fail (XYB_IS_CONTRACT_SHEET_MODEL (self), NULL);

  return self->contracts != NULL && row < self->contracts->len ? self->contracts->pdata[row] : NULL;
}
