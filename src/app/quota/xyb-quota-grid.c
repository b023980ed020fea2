/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-quota-grid.h"

#include "xyb-i18n.h"

/* Far beyond any 区镇, small enough that eleven of them sum without overflow. */
#define MAX_QUOTA 99999

enum
{
  COLUMN_NAME,
  COLUMN_ACCREDITATION,
  COLUMN_CITY_MODEL,
  COLUMN_NOMINATED,
  COLUMN_SIGNED,
  COLUMN_ACCEPTED,
  COLUMN_RATE,
  COLUMN_MISSING,
  COLUMN_DEDUCTION,
  COLUMN_ADVICE,
  N_COLUMNS
};

#define FIRST_COMPUTED COLUMN_NOMINATED
#define HEAD_ROWS 2

static const char *const heads[N_COLUMNS]
  = { N_ ("区镇名称"), N_ ("贯标企业数"), N_ ("示范企业数"), N_ ("已推荐"),   N_ ("已签约"),
      N_ ("已验收"),   N_ ("完成率"),     N_ ("差额"),       N_ ("预计扣分"), N_ ("怎样少扣") };

typedef struct
{
  gint64 unit_id; /* 0: 合计 */
  GtkWidget *cells[N_COLUMNS];
} GridRow;

struct _XybQuotaGrid
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkGrid *grid;
  GtkLabel *computed_head;

  /* owned */
  GPtrArray *rows; /* of GridRow; the last is 合计 */
  gint64 selected;
};

G_DEFINE_FINAL_TYPE (XybQuotaGrid, xyb_quota_grid, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_COMMIT,
  SIGNAL_DRAFT_CHANGED,
  SIGNAL_REFUSED,
  SIGNAL_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static XybTrack
track_of_column (int column)
{
  return column == COLUMN_ACCREDITATION ? XYB_TRACK_ACCREDITATION : XYB_TRACK_CITY_MODEL;
}

static GridRow *
find_row (XybQuotaGrid *self, gint64 unit_id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GridRow *row = self->rows->pdata[i];

      if (row->unit_id == unit_id)
        return row;
    }
  return NULL;
}

/* ---- the cursor ---- */

static gboolean
find_cell (XybQuotaGrid *self, GtkWidget *cell, guint *out_row, int *out_column)
{
  for (guint i = 0; i + 1 < self->rows->len; i++)
    for (int column = COLUMN_ACCREDITATION; column <= COLUMN_CITY_MODEL; column++)
      if (((GridRow *) self->rows->pdata[i])->cells[column] == cell)
        {
          *out_row = i;
          *out_column = column;
          return TRUE;
        }
  return FALSE;
}

/* Tab goes on in reading order and leaves the table at its ends; arrows stop at the edge. */
static void
cell_move_cb (XybNumberCell *cell, int columns, int rows, XybQuotaGrid *self)
{
  guint row;
  int column;
  int target;
  int cells = ((int) self->rows->len - 1) * 2;

  if (!find_cell (self, GTK_WIDGET (cell), &row, &column))
    return;
  target = (int) row * 2 + (column - COLUMN_ACCREDITATION) + columns + rows * 2;
  if (target < 0 || target >= cells)
    {
      if (columns != 0)
        gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                                columns > 0 ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
      return;
    }
  gtk_widget_grab_focus (
    ((GridRow *) self->rows->pdata[target / 2])->cells[COLUMN_ACCREDITATION + target % 2]);
}

static void
set_row_class (GridRow *row, gboolean selected)
{
  for (int column = 0; row != NULL && column < N_COLUMNS; column++)
    if (selected)
      gtk_widget_add_css_class (row->cells[column], "selected");
    else
      gtk_widget_remove_css_class (row->cells[column], "selected");
}

static void
cell_entered_cb (XybNumberCell *cell, XybQuotaGrid *self)
{
  guint row;
  int column;

  if (find_cell (self, GTK_WIDGET (cell), &row, &column))
    xyb_quota_grid_select (self, ((GridRow *) self->rows->pdata[row])->unit_id);
}

static void
grid_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, XybQuotaGrid *self)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->grid), x, y, GTK_PICK_DEFAULT);

  while (picked != NULL && gtk_widget_get_parent (picked) != GTK_WIDGET (self->grid))
    picked = gtk_widget_get_parent (picked);
  for (guint i = 0; picked != NULL && i + 1 < self->rows->len; i++)
    {
      GridRow *row = self->rows->pdata[i];

      for (int column = 0; column < N_COLUMNS; column++)
        if (row->cells[column] == picked)
          xyb_quota_grid_select (self, row->unit_id);
    }
}

/* ---- cells ---- */

static void
cell_commit_cb (XybNumberCell *cell, gint64 value, XybQuotaGrid *self)
{
  guint row;
  int column;

  if (find_cell (self, GTK_WIDGET (cell), &row, &column))
    g_signal_emit (self, signals[SIGNAL_COMMIT], 0, ((GridRow *) self->rows->pdata[row])->unit_id,
                   (int) track_of_column (column), value);
}

/* 合计 follows the keystrokes; where all is blank the plan's own total stays (QUO-02). */
static void
update_totals (XybQuotaGrid *self)
{
  GridRow *total = self->rows->pdata[self->rows->len - 1];

  for (int column = COLUMN_ACCREDITATION; column <= COLUMN_CITY_MODEL; column++)
    {
      gint64 sum = xyb_quota_grid_get_draft_total (self, track_of_column (column));
      g_autofree char *text = xyb_quota_rows_number_label (sum);

      if (sum != XYB_UNSAID)
        gtk_label_set_label (GTK_LABEL (total->cells[column]), text);
    }
}

static void
cell_draft_cb (XybNumberCell *cell, XybQuotaGrid *self)
{
  if (self->rows->len > 0 && find_row (self, 0) != NULL)
    update_totals (self);
  g_signal_emit (self, signals[SIGNAL_DRAFT_CHANGED], 0);
}

static void
cell_refused_cb (XybNumberCell *cell, const char *sentence, XybQuotaGrid *self)
{
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, sentence);
}

static GtkWidget *
number_cell_new (XybQuotaGrid *self, const XybQuotaRow *row, int column)
{
  g_autofree char *label = g_strdup_printf (_ ("%s，%s"), row->name, _ (heads[column]));
  GtkWidget *cell = xyb_number_cell_new (_ (heads[column]), label, MAX_QUOTA);

  g_signal_connect (cell, "commit", G_CALLBACK (cell_commit_cb), self);
  g_signal_connect (cell, "draft-changed", G_CALLBACK (cell_draft_cb), self);
  g_signal_connect (cell, "move", G_CALLBACK (cell_move_cb), self);
  g_signal_connect (cell, "refused", G_CALLBACK (cell_refused_cb), self);
  g_signal_connect (cell, "entered", G_CALLBACK (cell_entered_cb), self);
  return cell;
}

static GtkWidget *
label_cell_new (int column)
{
  gboolean text = column == COLUMN_NAME || column == COLUMN_ADVICE;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), text ? 0 : 1);
  gtk_label_set_use_markup (GTK_LABEL (label), TRUE);
  if (column == COLUMN_ADVICE)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "cell");
  return label;
}

static void
attach (XybQuotaGrid *self, GtkWidget *cell, int column, int line)
{
  if (column >= FIRST_COMPUTED)
    gtk_widget_add_css_class (cell, "computed");
  if (column == N_COLUMNS - 1)
    {
      gtk_widget_add_css_class (cell, "last");
      gtk_widget_set_hexpand (cell, TRUE);
    }
  gtk_grid_attach (self->grid, cell, column, line, 1, 1);
}

static void
add_heads (XybQuotaGrid *self)
{
  for (int column = 0; column < N_COLUMNS; column++)
    {
      GtkWidget *label = label_cell_new (column);
      g_autofree char *width_class = g_strdup_printf ("column-%d", column);

      gtk_label_set_label (GTK_LABEL (label), _ (heads[column]));
      gtk_widget_add_css_class (label, "head");
      gtk_widget_add_css_class (label, width_class);
      attach (self, label, column, 1);
    }
}

static GridRow *
add_row (XybQuotaGrid *self, const XybQuotaRow *row)
{
  GridRow *grid_row = g_new0 (GridRow, 1);
  gboolean total = row->unit_id == 0;

  grid_row->unit_id = row->unit_id;
  for (int column = 0; column < N_COLUMNS; column++)
    {
      gboolean number = column == COLUMN_ACCREDITATION || column == COLUMN_CITY_MODEL;
      GtkWidget *cell
        = number && !total ? number_cell_new (self, row, column) : label_cell_new (column);

      if (total)
        gtk_widget_add_css_class (cell, "total");
      attach (self, cell, column, HEAD_ROWS + (int) self->rows->len);
      grid_row->cells[column] = cell;
    }
  g_ptr_array_add (self->rows, grid_row);
  return grid_row;
}

static void
clear (XybQuotaGrid *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (int column = 0; column < N_COLUMNS; column++)
      gtk_grid_remove (self->grid, ((GridRow *) self->rows->pdata[i])->cells[column]);
  g_ptr_array_set_size (self->rows, 0);
}

static gboolean
same_rows (XybQuotaGrid *self, const XybQuotaRows *rows)
{
  if (self->rows->len != rows->rows->len + 1)
    return FALSE;
  for (guint i = 0; i < rows->rows->len; i++)
    if (((GridRow *) self->rows->pdata[i])->unit_id
        != ((XybQuotaRow *) rows->rows->pdata[i])->unit_id)
      return FALSE;
  return TRUE;
}

static void
rebuild (XybQuotaGrid *self, const XybQuotaRows *rows)
{
  clear (self);
  for (guint i = 0; i < rows->rows->len; i++)
    add_row (self, rows->rows->pdata[i]);
  add_row (self, rows->total);
}

/* ---- words of the cells ---- */

static char *
rate_markup (const XybQuotaRow *row)
{
  g_autofree char *rate = xyb_completion_format (row->done, row->accreditation);

  if (row->missing == 0)
    return g_strdup_printf ("<span size=\"small\">✓</span> %s", rate);
  return g_steal_pointer (&rate);
}

static char *
deduction_text (const XybQuotaRow *row, const XybQuotaRows *all)
{
  if (row == all->total)
    return all->deducted > 0 ? g_strdup_printf (_ ("%u 个区镇"), all->deducted) : g_strdup ("0");
  return xyb_quota_rows_points_label (row->deduction);
}

static char *
cell_markup (const XybQuotaRow *row, int column, const XybQuotaRows *all)
{
  switch (column)
    {
    case COLUMN_NAME:
      return g_markup_escape_text (row->name, -1);
    case COLUMN_ACCREDITATION:
      return xyb_quota_rows_number_label (row->accreditation);
    case COLUMN_CITY_MODEL:
      return xyb_quota_rows_number_label (row->city_model);
    case COLUMN_NOMINATED:
      return xyb_quota_rows_number_label (row->progress.nominated);
    case COLUMN_SIGNED:
      return xyb_quota_rows_number_label (row->progress.signed_up);
    case COLUMN_ACCEPTED:
      return xyb_quota_rows_number_label (row->progress.accepted);
    case COLUMN_RATE:
      return rate_markup (row);
    case COLUMN_MISSING:
      return row->missing == XYB_UNSAID || row->missing == 0
               ? g_strdup ("—")
               : xyb_quota_rows_number_label (row->missing);
    case COLUMN_DEDUCTION:
      return deduction_text (row, all);
    case COLUMN_ADVICE:
    default:
      return row == all->total ? g_strdup ("") : xyb_quota_row_advice (row, all->basis);
    }
}

static void
set_state_class (GtkWidget *cell, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (cell, name);
  else
    gtk_widget_remove_css_class (cell, name);
}

static void
fill_label (GtkWidget *cell, const XybQuotaRow *row, int column, const XybQuotaRows *all)
{
  g_autofree char *markup = cell_markup (row, column, all);
  g_autofree char *name = NULL;
  gboolean done = row->missing == 0;
  gboolean loses = row == all->total ? all->deducted > 0 : row->deduction > 0;

  gtk_label_set_label (GTK_LABEL (cell), markup);
  set_state_class (cell, "done", done && (column == COLUMN_RATE || column == COLUMN_ADVICE));
  set_state_class (cell, "loss",
                   loses && row->deduction != XYB_UNSAID && column == COLUMN_DEDUCTION);
  if (row == all->total)
    set_state_class (cell, "loss", loses && column == COLUMN_DEDUCTION);
  name = g_strdup_printf (_ ("%s，%s：%s"), row->name, _ (heads[column]),
                          gtk_label_get_text (GTK_LABEL (cell)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (column == COLUMN_ADVICE)
    gtk_widget_set_tooltip_text (cell, gtk_label_get_text (GTK_LABEL (cell)));
}

static void
fill_row (GridRow *grid_row, const XybQuotaRow *row, const XybQuotaRows *all, gboolean editable)
{
  for (int column = 0; column < N_COLUMNS; column++)
    {
      GtkWidget *cell = grid_row->cells[column];

      if (!XYB_IS_NUMBER_CELL (cell))
        {
          fill_label (cell, row, column, all);
          continue;
        }
      xyb_number_cell_set_value (XYB_NUMBER_CELL (cell), column == COLUMN_ACCREDITATION
                                                           ? row->accreditation
                                                           : row->city_model);
      xyb_number_cell_set_editable (XYB_NUMBER_CELL (cell), editable);
    }
}

static void
xyb_quota_grid_dispose (GObject *object)
{
  XybQuotaGrid *self = XYB_QUOTA_GRID (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (xyb_quota_grid_parent_class)->dispose (object);
}

static void
xyb_quota_grid_class_init (XybQuotaGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_quota_grid_dispose;

  /* unit id, XybTrack, number or XYB_UNSAID */
  signals[SIGNAL_COMMIT]
    = g_signal_new ("commit", XYB_TYPE_QUOTA_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT, G_TYPE_INT64);
  signals[SIGNAL_DRAFT_CHANGED]
    = g_signal_new ("draft-changed", XYB_TYPE_QUOTA_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", XYB_TYPE_QUOTA_GRID, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", XYB_TYPE_QUOTA_GRID, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/quota/xyb-quota-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, XybQuotaGrid, grid);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaGrid, computed_head);
  gtk_widget_class_bind_template_callback (widget_class, grid_pressed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
xyb_quota_grid_init (XybQuotaGrid *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_heads (self);
}

/**
 * xyb_quota_grid_fill:
 * @self: the table
 * @rows: what to show
 * @editable: whether the white cells take typing
 *
 * Shows @rows; a cell that is being typed into keeps what is typed.
 */
void
xyb_quota_grid_fill (XybQuotaGrid *self, const XybQuotaRows *rows, gboolean editable)
{
  g_autofree char *computed = NULL;

  g_return_if_fail (XYB_IS_QUOTA_GRID (self));

  if (!same_rows (self, rows))
    rebuild (self, rows);
  for (guint i = 0; i < rows->rows->len; i++)
    fill_row (self->rows->pdata[i], rows->rows->pdata[i], rows, editable);
  fill_row (self->rows->pdata[self->rows->len - 1], rows->total, rows, FALSE);
  computed = g_strdup_printf (_ ("<b>进度</b> <span alpha=\"75%%\">自动计算，按“%s”计</span>"),
                              xyb_basis_name (rows->basis));
  gtk_label_set_markup (self->computed_head, computed);
  if (find_row (self, self->selected) == NULL || self->selected == 0)
    xyb_quota_grid_select (self, rows->rows->len > 0
                                   ? ((XybQuotaRow *) rows->rows->pdata[0])->unit_id
                                   : 0);
  else
    set_row_class (find_row (self, self->selected), TRUE);
}

/**
 * xyb_quota_grid_forget:
 * @self: the table
 *
 * Drops what is typed in the cells and was not taken: it was meant for another year.
 */
void
xyb_quota_grid_forget (XybQuotaGrid *self)
{
  g_return_if_fail (XYB_IS_QUOTA_GRID (self));

  for (guint i = 0; i < self->rows->len; i++)
    for (int column = COLUMN_ACCREDITATION; column <= COLUMN_CITY_MODEL; column++)
      {
        GtkWidget *cell = ((GridRow *) self->rows->pdata[i])->cells[column];

        if (XYB_IS_NUMBER_CELL (cell))
          xyb_number_cell_forget (XYB_NUMBER_CELL (cell));
      }
}

/**
 * xyb_quota_grid_get_selected:
 * @self: the table
 *
 * Returns: the 区镇 whose row is selected, or 0
 */
gint64
xyb_quota_grid_get_selected (XybQuotaGrid *self)
{
  g_return_val_if_fail (XYB_IS_QUOTA_GRID (self), 0);

  return self->selected;
}

/**
 * xyb_quota_grid_select:
 * @self: the table
 * @unit_id: a 区镇, or 0
 *
 * Selects its row, without moving the cursor.
 */
void
xyb_quota_grid_select (XybQuotaGrid *self, gint64 unit_id)
{
  g_return_if_fail (XYB_IS_QUOTA_GRID (self));

  if (self->selected != 0)
    set_row_class (find_row (self, self->selected), FALSE);
  self->selected = unit_id;
  if (unit_id != 0)
    set_row_class (find_row (self, unit_id), TRUE);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, unit_id);
}

/**
 * xyb_quota_grid_get_draft_total:
 * @self: the table
 * @track: 贯标 or 市级示范
 *
 * Returns: the sum of what stands in the column now, stored or not; %XYB_UNSAID when all is blank
 */
gint64
xyb_quota_grid_get_draft_total (XybQuotaGrid *self, XybTrack track)
{
  int column = track == XYB_TRACK_ACCREDITATION ? COLUMN_ACCREDITATION : COLUMN_CITY_MODEL;
  gint64 total = XYB_UNSAID;

  g_return_val_if_fail (XYB_IS_QUOTA_GRID (self), XYB_UNSAID);

  for (guint i = 0; i + 1 < self->rows->len; i++)
    {
      gint64 draft;

      xyb_number_cell_get_draft (XYB_NUMBER_CELL (
                                   ((GridRow *) self->rows->pdata[i])->cells[column]),
                                 &draft);
      if (draft != XYB_UNSAID)
        total = total == XYB_UNSAID ? draft : total + draft;
    }
  return total;
}

/**
 * xyb_quota_grid_get_cell:
 * @self: the table
 * @unit_id: a 区镇 of the table
 * @track: 贯标 or 市级示范
 *
 * Returns: (transfer none) (nullable): its cell
 */
XybNumberCell *
xyb_quota_grid_get_cell (XybQuotaGrid *self, gint64 unit_id, XybTrack track)
{
  GridRow *row;
  int column = track == XYB_TRACK_ACCREDITATION ? COLUMN_ACCREDITATION : COLUMN_CITY_MODEL;

  g_return_val_if_fail (XYB_IS_QUOTA_GRID (self), NULL);

  row = unit_id != 0 ? find_row (self, unit_id) : NULL;
  return row != NULL ? XYB_NUMBER_CELL (row->cells[column]) : NULL;
}
