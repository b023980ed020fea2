/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-sheet.h"

G_BEGIN_DECLS

/* Shared by the files of the sheet. */

typedef enum
{
  XYB_SHEET_IDLE,
  XYB_SHEET_TYPING, /* began with a key: arrows leave the cell */
  XYB_SHEET_EDITING /* began with F2 or a double click: arrows stay in the text */
} XybSheetMode;

typedef struct
{
  guint row;
  guint column;
} XybSheetPlace;

/* The parts that scroll differently. */
typedef enum
{
  XYB_SHEET_FIRST,
  XYB_SHEET_MIDDLE,
  XYB_SHEET_LAST,
  XYB_SHEET_N_PARTS
} XybSheetPart;

struct _XybSheet
{
  GtkWidget parent_instance;

  /* owned: settings */
  XybSheetModel *model;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  guint n_frozen;
  guint n_frozen_last;
  gboolean row_tint;
  gboolean activates;
  int head_points;
  guint row_lines;
  GMenuModel *extra_menu;

  /* what the model has, as of its last "reset" */
  guint n_rows;
  guint n_foot;
  guint n_columns;
  XybSheetColumn *columns;
  gboolean has_groups;

  /* geometry in pixels; offsets are of the whole content */
  int *base_widths;
  int *x; /* n_columns + 1 left edges */
  int group_height;
  int head_height;
  int row_height;
  int foot_height;

  /* cursor and range; the range goes from the anchor to the extent */
  XybSheetPlace cursor;
  XybSheetPlace anchor;
  XybSheetPlace extent;
  gboolean placed; /* by the clerk or the page */

  /* the one text widget */
  GtkText *text;
  XybSheetMode mode;
  gboolean typed;     /* the text has changed since editing began */
  gboolean setting;   /* the sheet itself writes into the text */
  gboolean composing; /* an input method has text of its own there */
  gboolean applying;
  gboolean allocating;
  gboolean scroll_wanted; /* the cursor was moved before the sheet had a size */
  gboolean cursor_seen;   /* it was in view at the last allocation */
  int last_height;        /* of the last allocation */
  gboolean resized;       /* rows or columns are others since the last allocation */
  char *refusal;

  /* drawing */
  GHashTable *layouts;     /* what is drawn → Text */
  GHashTable *old_layouts; /* the generation before */
  PangoAttrList *plain_attributes;
  GHashTable *row_nodes; /* row × part → GskRenderNode */
  guint prepare_idle;    /* lays out the pages around what is in view */
  guint drawn_first;     /* columns of the middle part in the nodes */
  guint drawn_last;

  /* mouse */
  GtkGesture *drag;
  GtkWidget *menu;
  guint drag_tick;
  double drag_x;
  double drag_y;
  gboolean dragging;
};

enum
{
  XYB_SHEET_CURSOR_MOVED,
  XYB_SHEET_SELECTION_CHANGED,
  XYB_SHEET_ACTIVATED,
  XYB_SHEET_DRAFT_CHANGED,
  XYB_SHEET_REFUSED,
  XYB_SHEET_N_SIGNALS
};

extern guint xyb_sheet_signals[XYB_SHEET_N_SIGNALS];

/* xyb-sheet-geometry.c */
void xyb_sheet_measure_heads (XybSheet *self);
void xyb_sheet_measure_content (XybSheet *self);
void xyb_sheet_lay_out (XybSheet *self, int width);
int xyb_sheet_content_width (XybSheet *self);
int xyb_sheet_content_height (XybSheet *self);
int xyb_sheet_top_height (XybSheet *self);
int xyb_sheet_foot_height (XybSheet *self);
guint xyb_sheet_n_body_rows (XybSheet *self);
int xyb_sheet_padding (int width, XybSheetAlign align);
XybSheetPart xyb_sheet_part_of (XybSheet *self, guint column);
void xyb_sheet_part_columns (XybSheet *self, XybSheetPart part, guint *out_begin, guint *out_end);
void xyb_sheet_part_edges (XybSheet *self, XybSheetPart part, int *out_left, int *out_right);
int xyb_sheet_view_x (XybSheet *self, guint column);
int xyb_sheet_view_y (XybSheet *self, guint row);
int xyb_sheet_height_of (XybSheet *self, guint row);
void xyb_sheet_body_edges (XybSheet *self, int *out_top, int *out_bottom);
void xyb_sheet_visible_rows (XybSheet *self, guint *out_begin, guint *out_end);
void
xyb_sheet_visible_columns (XybSheet *self, XybSheetPart part, guint *out_begin, guint *out_end);
GdkRectangle xyb_sheet_cell_area (XybSheet *self, guint row, guint column);
GdkRectangle xyb_sheet_clip_area (XybSheet *self, guint row, guint column);
guint xyb_sheet_column_at (XybSheet *self, double x);
guint xyb_sheet_row_at (XybSheet *self, double y);
GtkWidget *xyb_sheet_outer_scroller (XybSheet *self);
void xyb_sheet_scroll_to (XybSheet *self, XybSheetPlace place);

/* xyb-sheet-draw.c */
void xyb_sheet_init_drawing (XybSheet *self);
void xyb_sheet_free_drawing (XybSheet *self);
void xyb_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void xyb_sheet_forget_drawing (XybSheet *self, gboolean layouts);
void xyb_sheet_forget_row (XybSheet *self, guint row);
void xyb_sheet_stop_preparing (XybSheet *self);

/* xyb-sheet-heads.c */
int xyb_sheet_measure_head (XybSheet *self, const XybSheetColumn *column, int width);

/* xyb-sheet-texts.c */
gboolean xyb_sheet_is_cut_off (XybSheet *self, guint row, guint column, char **out_text);

/* xyb-sheet-range.c */
gboolean xyb_sheet_has_cells (XybSheet *self);
gboolean xyb_sheet_is_one_cell (XybSheet *self);
void xyb_sheet_place_first (XybSheet *self);
void xyb_sheet_clamp_cursor (XybSheet *self);
gboolean xyb_sheet_go (XybSheet *self, XybSheetPlace place, gboolean extend);
gboolean xyb_sheet_step (XybSheet *self, int columns, int rows, gboolean extend);
gboolean xyb_sheet_select_all (XybSheet *self);
gboolean xyb_sheet_select_column (XybSheet *self, guint column, gboolean extend);
gboolean xyb_sheet_select_row (XybSheet *self, guint row, guint column, gboolean extend);
gboolean xyb_sheet_go_on (XybSheet *self, gboolean back);

/* xyb-sheet-keys.c */
void xyb_sheet_add_keys (XybSheet *self);

/* xyb-sheet-mouse.c */
void xyb_sheet_add_menu_actions (GtkWidgetClass *klass);
void xyb_sheet_add_mouse (XybSheet *self);
void xyb_sheet_pop_up (XybSheet *self, const GdkRectangle *at);
void xyb_sheet_stop_drag (XybSheet *self);

/* xyb-sheet-edit.c */
void xyb_sheet_add_text (XybSheet *self);
void xyb_sheet_begin_edit (XybSheet *self, XybSheetMode mode, const char *text);
void xyb_sheet_cancel_edit (XybSheet *self);
void xyb_sheet_update_text (XybSheet *self);
gboolean xyb_sheet_fill_with_draft (XybSheet *self);
gboolean xyb_sheet_fill_range (XybSheet *self, const char *text, const char *what);
gboolean
xyb_sheet_apply_checked (XybSheet *self, GArray *changes, const char *what, char **out_why);
void xyb_sheet_say_refused (XybSheet *self, const char *sentence);
char *xyb_sheet_dup_cell_name (XybSheet *self, guint row, guint column);
char *xyb_sheet_dup_locked_sentence (XybSheet *self, guint row, guint column);

G_END_DECLS
