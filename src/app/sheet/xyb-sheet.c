/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-sheet-private.h"

/* The object: settings, the model's signals, size and scrolling. */

#define MIN_ROWS 3          /* that stay in view in the lowest window */
#define MIN_MIDDLE_WIDTH 96 /* that scrolls in the narrowest */

enum
{
  PROP_0,
  PROP_MODEL,
  PROP_N_FROZEN_COLUMNS,
  PROP_N_FROZEN_LAST_COLUMNS,
  PROP_ROW_TINT,
  PROP_ACTIVATES,
  PROP_HEAD_POINTS,
  PROP_ROW_LINES,
  N_PROPERTIES,
  PROP_HADJUSTMENT = N_PROPERTIES,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

static GParamSpec *properties[N_PROPERTIES];
guint xyb_sheet_signals[XYB_SHEET_N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (XybSheet,
                               xyb_sheet,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ---- the model ---- */

static void
read_columns (XybSheet *self)
{
  self->n_rows = self->model != NULL ? xyb_sheet_model_get_n_rows (self->model) : 0;
  self->n_foot = self->model != NULL ? xyb_sheet_model_get_n_foot_rows (self->model) : 0;
  self->n_columns = self->model != NULL ? xyb_sheet_model_get_n_columns (self->model) : 0;
  self->n_foot = MIN (self->n_foot, self->n_rows);
  self->columns = g_renew (XybSheetColumn, self->columns, self->n_columns + 1);
  self->has_groups = FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      xyb_sheet_model_get_column (self->model, i, &self->columns[i]);
      self->has_groups |= self->columns[i].group != NULL;
    }
}

static void
measure_anew (XybSheet *self)
{
  xyb_sheet_forget_drawing (self, TRUE);
  xyb_sheet_measure_content (self);
  self->resized = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
model_reset_cb (XybSheetModel *model, XybSheet *self)
{
  read_columns (self);
  measure_anew (self);
  xyb_sheet_clamp_cursor (self);
  /* What is being typed may have been meant for another row. */
  if (!self->applying)
    xyb_sheet_cancel_edit (self);
  xyb_sheet_update_text (self);
}

static void
model_cells_changed_cb (XybSheetModel *model, XybSheet *self)
{
  xyb_sheet_forget_drawing (self, FALSE);
  xyb_sheet_update_text (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * xyb_sheet_set_model:
 * @self: the sheet
 * @model: (nullable): what to show
 *
 * Shows @model with the cursor in its first cell that can be edited.
 */
void
xyb_sheet_set_model (XybSheet *self, XybSheetModel *model)
{
  g_return_if_fail (XYB_IS_SHEET (self));
  g_return_if_fail (model == NULL || XYB_IS_SHEET_MODEL (model));

  if (self->model == model)
    return;
  xyb_sheet_cancel_edit (self);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      g_signal_connect (model, "reset", G_CALLBACK (model_reset_cb), self);
      g_signal_connect (model, "cells-changed", G_CALLBACK (model_cells_changed_cb), self);
    }
  self->placed = FALSE;
  self->cursor = self->anchor = self->extent = (XybSheetPlace){ 0, 0 };
  model_reset_cb (model, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

/**
 * xyb_sheet_get_model:
 * @self: the sheet
 *
 * Returns: (transfer none) (nullable): what it shows
 */
XybSheetModel *
xyb_sheet_get_model (XybSheet *self)
{
  g_return_val_if_fail (XYB_IS_SHEET (self), NULL);

  return self->model;
}

/* ---- size ---- */

static int
frozen_width (XybSheet *self)
{
  int width = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (xyb_sheet_part_of (self, i) != XYB_SHEET_MIDDLE)
      width += self->base_widths[i];
  return width;
}

static void
xyb_sheet_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  XybSheet *self = XYB_SHEET (widget);
  int total = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (guint i = 0; i < self->n_columns; i++)
        total += self->base_widths[i];
      *minimum = MIN (frozen_width (self) + MIN_MIDDLE_WIDTH, total);
    }
  else
    {
      total = xyb_sheet_content_height (self);
      *minimum = MIN (xyb_sheet_top_height (self) + xyb_sheet_foot_height (self)
                        + MIN_ROWS * self->row_height,
                      total);
    }
  if (self->policies[orientation] == GTK_SCROLL_NATURAL)
    *minimum = total;
  *natural = total;
  /* The text is as large as its cell; asking it keeps GTK content. */
  gtk_widget_measure (GTK_WIDGET (self->text), orientation, -1, NULL, NULL, NULL, NULL);
}

static void
configure (XybSheet *self, GtkOrientation orientation, int room, int frozen, int content, int step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  int upper = MAX (content, room);
  double value = CLAMP (gtk_adjustment_get_value (adjustment), 0, upper - room);

  gtk_adjustment_configure (adjustment, value, 0, upper, step, MAX (room - frozen - step, step),
                            room);
}

static void
allocate_text (XybSheet *self)
{
  GtkAllocation area = { 0, 0, 1, 1 };
  int width;
  int height;

  if (xyb_sheet_has_cells (self))
    {
      int padding;

      area = xyb_sheet_cell_area (self, self->cursor.row, self->cursor.column);
      padding = xyb_sheet_padding (area.width, self->columns[self->cursor.column].align);
      area.x += padding;
      area.width -= 2 * padding;
      area.height -= 1; /* the line below the row */
    }
  gtk_widget_measure (GTK_WIDGET (self->text), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);
  gtk_widget_measure (GTK_WIDGET (self->text), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL,
                      NULL);
  area.width = MAX (area.width, width);
  area.height = MAX (area.height, height);
  gtk_widget_size_allocate (GTK_WIDGET (self->text), &area, -1);
}

static gboolean
is_cursor_in_view (XybSheet *self)
{
  int top;
  int bottom;
  int y;

  if (!self->placed || !xyb_sheet_has_cells (self))
    return FALSE;
  xyb_sheet_body_edges (self, &top, &bottom);
  y = xyb_sheet_view_y (self, self->cursor.row);
  return y >= top && y + self->row_height <= bottom;
}

static void
xyb_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  XybSheet *self = XYB_SHEET (widget);
  int before = xyb_sheet_content_width (self);

  self->allocating = TRUE;
  xyb_sheet_lay_out (self, width);
  if (before != xyb_sheet_content_width (self) || self->resized)
    {
      xyb_sheet_forget_drawing (self, FALSE);
      /* Wider columns have lower heads; a sheet that shows all its rows has said how high it is. */
      if (self->policies[GTK_ORIENTATION_VERTICAL] != GTK_SCROLL_NATURAL)
        xyb_sheet_measure_heads (self);
    }
  /* Higher heads or a lower window must not push the cursor out of view. */
  if (self->cursor_seen
      && (before != xyb_sheet_content_width (self) || self->resized || height != self->last_height))
    self->scroll_wanted = TRUE;
  self->resized = FALSE;
  self->last_height = height;
  configure (self, GTK_ORIENTATION_HORIZONTAL, width, frozen_width (self),
             xyb_sheet_content_width (self), 2 * self->row_height);
  configure (self, GTK_ORIENTATION_VERTICAL, height,
             xyb_sheet_top_height (self) + xyb_sheet_foot_height (self),
             xyb_sheet_content_height (self), self->row_height);
  if (self->scroll_wanted && height > 0 && xyb_sheet_has_cells (self))
    {
      self->scroll_wanted = FALSE;
      xyb_sheet_scroll_to (self, self->cursor);
    }
  self->allocating = FALSE;
  self->cursor_seen = is_cursor_in_view (self);
  allocate_text (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
xyb_sheet_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  XybSheet *self = XYB_SHEET (widget);

  GTK_WIDGET_CLASS (xyb_sheet_parent_class)->css_changed (widget, change);
  measure_anew (self);
}

static void
xyb_sheet_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (xyb_sheet_parent_class)->system_setting_changed (widget, setting);
  measure_anew (XYB_SHEET (widget));
}

/* ---- scrolling ---- */

static void
scrolled_cb (GtkAdjustment *adjustment, XybSheet *self)
{
  if (!self->allocating)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (XybSheet *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && self->adjustments[orientation] == adjustment)
    return;
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_policy (XybSheet *self, GtkOrientation orientation, GtkScrollablePolicy policy)
{
  if (self->policies[orientation] == policy)
    return;
  self->policies[orientation] = policy;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* ---- focus: the text has it whenever the sheet has ---- */

static gboolean
xyb_sheet_grab_focus (GtkWidget *widget)
{
  return gtk_text_grab_focus_without_selecting (XYB_SHEET (widget)->text);
}

static gboolean
xyb_sheet_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return xyb_sheet_has_cells (XYB_SHEET (widget)) && gtk_widget_grab_focus (widget);
}

/* ---- the object ---- */

static void
xyb_sheet_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  XybSheet *self = XYB_SHEET (object);

  switch (id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_N_FROZEN_COLUMNS:
      g_value_set_uint (value, self->n_frozen);
      break;
    case PROP_N_FROZEN_LAST_COLUMNS:
      g_value_set_uint (value, self->n_frozen_last);
      break;
    case PROP_ROW_TINT:
      g_value_set_boolean (value, self->row_tint);
      break;
    case PROP_ACTIVATES:
      g_value_set_boolean (value, self->activates);
      break;
    case PROP_HEAD_POINTS:
      g_value_set_int (value, self->head_points);
      break;
    case PROP_ROW_LINES:
      g_value_set_uint (value, self->row_lines);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value,
                          self->adjustments[id == PROP_HADJUSTMENT ? GTK_ORIENTATION_HORIZONTAL
                                                                   : GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value,
                        self->policies[id == PROP_HSCROLL_POLICY ? GTK_ORIENTATION_HORIZONTAL
                                                                 : GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xyb_sheet_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XybSheet *self = XYB_SHEET (object);

  switch (id)
    {
    case PROP_MODEL:
      xyb_sheet_set_model (self, g_value_get_object (value));
      break;
    case PROP_N_FROZEN_COLUMNS:
      self->n_frozen = g_value_get_uint (value);
      measure_anew (self);
      break;
    case PROP_N_FROZEN_LAST_COLUMNS:
      self->n_frozen_last = g_value_get_uint (value);
      measure_anew (self);
      break;
    case PROP_ROW_TINT:
      self->row_tint = g_value_get_boolean (value);
      measure_anew (self);
      break;
    case PROP_ACTIVATES:
      self->activates = g_value_get_boolean (value);
      break;
    case PROP_HEAD_POINTS:
      self->head_points = g_value_get_int (value);
      measure_anew (self);
      break;
    case PROP_ROW_LINES:
      self->row_lines = g_value_get_uint (value);
      measure_anew (self);
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      set_policy (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_enum (value));
      break;
    case PROP_VSCROLL_POLICY:
      set_policy (self, GTK_ORIENTATION_VERTICAL, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xyb_sheet_unrealize (GtkWidget *widget)
{
  xyb_sheet_stop_drag (XYB_SHEET (widget));
  xyb_sheet_stop_preparing (XYB_SHEET (widget));
  xyb_sheet_forget_drawing (XYB_SHEET (widget), TRUE);
  GTK_WIDGET_CLASS (xyb_sheet_parent_class)->unrealize (widget);
}

static void
xyb_sheet_dispose (GObject *object)
{
  XybSheet *self = XYB_SHEET (object);
  GtkWidget *child;

  xyb_sheet_stop_drag (self);
  xyb_sheet_stop_preparing (self);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  for (int i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }
  if (self->text != NULL)
    g_signal_handlers_disconnect_by_data (self->text, self);
  if (self->menu != NULL)
    g_signal_handlers_disconnect_by_data (self->menu, self);
  self->text = NULL;
  self->menu = NULL;
  /* A menu that was just closed may still be here. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->extra_menu);
  G_OBJECT_CLASS (xyb_sheet_parent_class)->dispose (object);
}

static void
xyb_sheet_finalize (GObject *object)
{
  XybSheet *self = XYB_SHEET (object);

  g_free (self->columns);
  g_free (self->base_widths);
  g_free (self->x);
  g_free (self->refusal);
  xyb_sheet_free_drawing (self);
  G_OBJECT_CLASS (xyb_sheet_parent_class)->finalize (object);
}

static void
add_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, XYB_TYPE_SHEET_MODEL, flags);
  properties[PROP_N_FROZEN_COLUMNS]
    = g_param_spec_uint ("n-frozen-columns", NULL, NULL, 0, G_MAXUINT, 1, flags);
  properties[PROP_N_FROZEN_LAST_COLUMNS]
    = g_param_spec_uint ("n-frozen-last-columns", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ROW_TINT] = g_param_spec_boolean ("row-tint", NULL, NULL, TRUE, flags);
  properties[PROP_ACTIVATES] = g_param_spec_boolean ("activates", NULL, NULL, FALSE, flags);
  properties[PROP_HEAD_POINTS] = g_param_spec_int ("head-points", NULL, NULL, 6, 24, 9, flags);
  properties[PROP_ROW_LINES] = g_param_spec_uint ("row-lines", NULL, NULL, 1, 2, 1, flags);
  g_object_class_install_properties (klass, N_PROPERTIES, properties);
  g_object_class_override_property (klass, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (klass, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (klass, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (klass, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
add_signals (void)
{
  static const char *const plain[] = { "cursor-moved", "selection-changed", "draft-changed" };
  static const int ids[]
    = { XYB_SHEET_CURSOR_MOVED, XYB_SHEET_SELECTION_CHANGED, XYB_SHEET_DRAFT_CHANGED };

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    xyb_sheet_signals[ids[i]] = g_signal_new (plain[i], XYB_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 0);
  xyb_sheet_signals[XYB_SHEET_ACTIVATED]
    = g_signal_new ("activated", XYB_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  xyb_sheet_signals[XYB_SHEET_REFUSED]
    = g_signal_new ("refused", XYB_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    1, G_TYPE_STRING);
}

static void
xyb_sheet_class_init (XybSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = xyb_sheet_get_property;
  object_class->set_property = xyb_sheet_set_property;
  object_class->dispose = xyb_sheet_dispose;
  object_class->finalize = xyb_sheet_finalize;
  widget_class->measure = xyb_sheet_measure;
  widget_class->size_allocate = xyb_sheet_size_allocate;
  widget_class->snapshot = xyb_sheet_snapshot;
  widget_class->css_changed = xyb_sheet_css_changed;
  widget_class->system_setting_changed = xyb_sheet_system_setting_changed;
  widget_class->grab_focus = xyb_sheet_grab_focus;
  widget_class->focus = xyb_sheet_focus;
  widget_class->unrealize = xyb_sheet_unrealize;
  add_properties (object_class);
  add_signals ();
  xyb_sheet_add_menu_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
xyb_sheet_init (XybSheet *self)
{
  self->n_frozen = 1;
  self->row_tint = TRUE;
  self->head_points = 9;
  self->row_lines = 1;
  xyb_sheet_init_drawing (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  xyb_sheet_add_text (self);
  xyb_sheet_add_keys (self);
  xyb_sheet_add_mouse (self);
  read_columns (self);
  xyb_sheet_measure_content (self);
}

/**
 * xyb_sheet_new:
 *
 * Returns: (transfer floating): a sheet without a model
 */
GtkWidget *
xyb_sheet_new (void)
{
  return g_object_new (XYB_TYPE_SHEET, NULL);
}
