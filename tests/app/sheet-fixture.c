/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sheet-fixture.h"

static void memory_model_iface_init (XybSheetModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MemoryModel,
                               memory_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_SHEET_MODEL,
                                                      memory_model_iface_init))

static char **
cell_of (MemoryModel *self, guint row, guint column)
{
  g_assert_cmpuint (row, <, self->n_rows);
  g_assert_cmpuint (column, <, self->n_columns);
  return &self->cells[row * self->n_columns + column];
}

static guint
get_n_rows (XybSheetModel *model)
{
  return MEMORY_MODEL (model)->n_rows;
}

static guint
get_n_foot_rows (XybSheetModel *model)
{
  return MEMORY_MODEL (model)->n_foot;
}

static guint
get_n_columns (XybSheetModel *model)
{
  return MEMORY_MODEL (model)->n_columns;
}

static void
get_column (XybSheetModel *model, guint column, XybSheetColumn *out_column)
{
  out_column->title = column == 0 ? "名称" : "栏目";
  out_column->width = column == 0 ? 140 : 80;
  out_column->align = column == 0 ? XYB_SHEET_ALIGN_START : XYB_SHEET_ALIGN_END;
}

static void
fill_cell (XybSheetModel *model, guint row, guint column, XybSheetCell *out_cell)
{
  MemoryModel *self = MEMORY_MODEL (model);

  self->n_filled++;
  out_cell->text = g_strdup (*cell_of (self, row, column));
}

static char *
dup_text (XybSheetModel *model, guint row, guint column)
{
  return g_strdup (*cell_of (MEMORY_MODEL (model), row, column));
}

static gboolean
is_editable (XybSheetModel *model, guint row, guint column)
{
  MemoryModel *self = MEMORY_MODEL (model);

  return column != self->locked_column && row < self->n_rows - self->n_foot;
}

/* 「坏」 may not stand in any cell. */
static gboolean
check (XybSheetModel *model, guint row, guint column, const char *text, GError **error)
{
  if (strstr (text, "坏") == NULL)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "第 %u 行不能是坏", row + 1);
  return FALSE;
}

static gboolean
apply (XybSheetModel *model,
       const XybSheetChange *changes,
       guint n_changes,
       const char *what,
       GError **error)
{
  MemoryModel *self = MEMORY_MODEL (model);

  for (guint i = 0; i < n_changes; i++)
    {
      g_assert_true (is_editable (model, changes[i].row, changes[i].column));
      memory_model_set (self, changes[i].row, changes[i].column, changes[i].text);
    }
  self->n_revisions++;
  self->n_changes = n_changes;
  g_free (self->what);
  self->what = g_strdup (what);
  xyb_sheet_model_cells_changed (model);
  return TRUE;
}

/* v puts √ without typing. */
static char *
text_of_key (XybSheetModel *model, guint row, guint column, guint keyval)
{
  return keyval == GDK_KEY_v ? g_strdup ("√") : NULL;
}

static void
memory_model_finalize (GObject *object)
{
  MemoryModel *self = MEMORY_MODEL (object);

  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    g_free (self->cells[i]);
  g_free (self->cells);
  g_free (self->what);
  G_OBJECT_CLASS (memory_model_parent_class)->finalize (object);
}

static void
memory_model_class_init (MemoryModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = memory_model_finalize;
}

static void
memory_model_init (MemoryModel *self)
{
  self->locked_column = G_MAXUINT;
}

static void
memory_model_iface_init (XybSheetModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_foot_rows = get_n_foot_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->fill_cell = fill_cell;
  iface->dup_text = dup_text;
  iface->is_editable = is_editable;
  iface->check = check;
  iface->apply = apply;
  iface->text_of_key = text_of_key;
}

/* Every cell says where it is: 「3.2」, rows and columns from 1. */
MemoryModel *
memory_model_new (guint n_rows, guint n_columns)
{
  MemoryModel *self = g_object_new (MEMORY_MODEL_TYPE, NULL);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->cells = g_new0 (char *, n_rows *n_columns);
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      *cell_of (self, row, column) = g_strdup_printf ("%u.%u", row + 1, column + 1);
  return self;
}

const char *
memory_model_get (MemoryModel *self, guint row, guint column)
{
  const char *text = *cell_of (self, row, column);

  return text != NULL ? text : "";
}

void
memory_model_set (MemoryModel *self, guint row, guint column, const char *text)
{
  char **cell = cell_of (self, row, column);
  char *copy = g_strdup (text);

  g_free (*cell);
  *cell = copy;
}

void
sheet_fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A window with a button, the sheet with the cursor in its first cell, and a button. */
void
sheet_fixture_open (SheetFixture *fixture, guint n_rows, guint n_columns)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->model = memory_model_new (n_rows, n_columns);
  fixture->sheet = XYB_SHEET (xyb_sheet_new ());
  xyb_sheet_set_model (fixture->sheet, XYB_SHEET_MODEL (fixture->model));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->sheet));
  gtk_widget_set_vexpand (scrolled, TRUE);
  fixture->before = gtk_button_new_with_label ("前");
  fixture->after = gtk_button_new_with_label ("后");
  gtk_box_append (GTK_BOX (box), fixture->before);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), fixture->after);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->sheet));
  sheet_fixture_settle ();
}

/* Nothing of it is left afterwards. */
void
sheet_fixture_close (SheetFixture *fixture)
{
  gpointer sheet = fixture->sheet;
  gpointer model = fixture->model;

  g_object_add_weak_pointer (G_OBJECT (sheet), &sheet);
  g_object_add_weak_pointer (G_OBJECT (model), &model);
  g_object_unref (fixture->model);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  sheet_fixture_settle ();
  g_assert_null (sheet);
  g_assert_null (model);
}
