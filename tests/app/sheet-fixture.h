/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-sheet.h"

G_BEGIN_DECLS

/* A plain table in memory, as a page would have it, that counts what it is asked. */

#define MEMORY_MODEL_TYPE (memory_model_get_type ())
G_DECLARE_FINAL_TYPE (MemoryModel, memory_model, MEMORY, MODEL, GObject)

struct _MemoryModel
{
  GObject parent_instance;

  guint n_rows;
  guint n_columns;
  guint n_foot;
  guint locked_column; /* not the clerk's to fill; G_MAXUINT: none */
  char **cells;
  guint n_filled;    /* calls of fill_cell */
  guint n_revisions; /* calls of apply */
  guint n_changes;   /* cells of the last one */
  char *what;        /* of the last one */
};

MemoryModel *memory_model_new (guint n_rows, guint n_columns);
const char *memory_model_get (MemoryModel *self, guint row, guint column);
void memory_model_set (MemoryModel *self, guint row, guint column, const char *text);

typedef struct
{
  GtkWidget *window;
  GtkWidget *before; /* a button before the sheet */
  GtkWidget *after;  /* one behind it */
  XybSheet *sheet;
  MemoryModel *model;
} SheetFixture;

void sheet_fixture_open (SheetFixture *fixture, guint n_rows, guint n_columns);
void sheet_fixture_close (SheetFixture *fixture);
void sheet_fixture_settle (void);

G_END_DECLS
