/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-district-line.h"

#include <inttypes.h>

#include "xyb-i18n.h"
#include "xyb-layer-bar.h"

struct _XybDistrictLine
{
  GtkBox parent_instance;

  /* template widgets */
  GtkLabel *name;
  XybLayerBar *bar;
  GtkLabel *figures;
  GtkWidget *missing_cell;
  GtkLabel *missing;
  GtkWidget *check;
  GtkLabel *deduction;

  /* owned */
  gint64 unit_id;
  char *words;
};

G_DEFINE_FINAL_TYPE (XybDistrictLine, xyb_district_line, GTK_TYPE_BOX)

static void
xyb_district_line_finalize (GObject *object)
{
  g_free (XYB_DISTRICT_LINE (object)->words);
  G_OBJECT_CLASS (xyb_district_line_parent_class)->finalize (object);
}

static void
xyb_district_line_class_init (XybDistrictLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xyb_district_line_finalize;
  g_type_ensure (XYB_TYPE_LAYER_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/overview/xyb-district-line.ui");
  gtk_widget_class_bind_template_child (widget_class, XybDistrictLine, name);
  gtk_widget_class_bind_template_child (widget_class, XybDistrictLine, bar);
  gtk_widget_class_bind_template_child (widget_class, XybDistrictLine, figures);
  gtk_widget_class_bind_template_child (widget_class, XybDistrictLine, missing_cell);
  gtk_widget_class_bind_template_child (widget_class, XybDistrictLine, missing);
  gtk_widget_class_bind_template_child (widget_class, XybDistrictLine, check);
  gtk_widget_class_bind_template_child (widget_class, XybDistrictLine, deduction);
}

static void
xyb_district_line_init (XybDistrictLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_district_line_new:
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
xyb_district_line_new (void)
{
  return g_object_new (XYB_TYPE_DISTRICT_LINE, NULL);
}

/**
 * xyb_district_line_join:
 * @self: a line
 * @columns: %XYB_DISTRICT_COLUMNS groups: 区镇, 验收/指标, 还差, 预计扣分
 *
 * Gives its columns the width they have in the other lines.
 */
void
xyb_district_line_join (XybDistrictLine *self, GtkSizeGroup *const *columns)
{
  g_return_if_fail (XYB_IS_DISTRICT_LINE (self));

  gtk_size_group_add_widget (columns[0], GTK_WIDGET (self->name));
  gtk_size_group_add_widget (columns[1], GTK_WIDGET (self->figures));
  gtk_size_group_add_widget (columns[2], self->missing_cell);
  gtk_size_group_add_widget (columns[3], GTK_WIDGET (self->deduction));
}

static char *
dash_or_number (gint64 number)
{
  return number == XYB_UNSAID ? g_strdup ("—") : g_strdup_printf ("%" PRId64, number);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
fill_words (XybDistrictLine *self, const XybQuotaRow *row, const char *deduction)
{
  g_autofree char *quota = dash_or_number (row->accreditation);
  g_autofree char *missing = dash_or_number (row->missing);

  g_free (self->words);
  self->words = g_strdup_printf (_ ("%s：指标 %s，已推荐 %" PRId64 "，已签约 %" PRId64
                                    "，已验收 %" PRId64 "，还差 %s，预计扣分 %s"),
                                 row->name, quota, row->progress.nominated, row->progress.signed_up,
                                 row->progress.accepted, missing, deduction);
}

static void
fill_figures (XybDistrictLine *self, const XybQuotaRow *row, const char *deduction, gboolean loses)
{
  gboolean complete = row->missing == 0;
  g_autofree char *quota = dash_or_number (row->accreditation);
  g_autofree char *figures = g_strdup_printf ("%" PRId64 "/%s", row->done, quota);
  g_autofree char *missing = dash_or_number (row->missing);

  self->unit_id = row->unit_id;
  gtk_label_set_label (self->name, row->name);
  gtk_label_set_label (self->figures, figures);
  gtk_label_set_label (self->missing, missing);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), !complete);
  gtk_widget_set_visible (self->check, complete);
  gtk_label_set_label (self->deduction, deduction);
  set_class (GTK_WIDGET (self->deduction), "loss", loses);
  set_class (GTK_WIDGET (self->deduction), "secondary", !loses);
  fill_words (self, row, deduction);
}

/**
 * xyb_district_line_fill:
 * @self: a line
 * @row: a 区镇
 * @scale: enterprises at the right edge of the bar, the same in every line
 *
 * Shows @row.
 */
void
xyb_district_line_fill (XybDistrictLine *self, const XybQuotaRow *row, gint64 scale)
{
  g_autofree char *deduction = xyb_quota_rows_points_label (row->deduction);
  XybLayers layers = { .target = row->accreditation, .scale = scale };

  g_return_if_fail (XYB_IS_DISTRICT_LINE (self));

  layers.values[0] = row->progress.accepted;
  layers.values[1] = row->progress.signed_up;
  layers.values[2] = row->progress.nominated;
  layers.complete = row->missing == 0;
  fill_figures (self, row, deduction, row->deduction != XYB_UNSAID && row->deduction > 0);
  xyb_layer_bar_set (self->bar, &layers, self->words);
}

/**
 * xyb_district_line_fill_total:
 * @self: a line
 * @rows: all 区镇
 *
 * Shows 合计, which has no bar.
 */
void
xyb_district_line_fill_total (XybDistrictLine *self, const XybQuotaRows *rows)
{
  g_autofree char *deducted = xyb_quota_rows_deducted_label (rows);

  g_return_if_fail (XYB_IS_DISTRICT_LINE (self));

  fill_figures (self, rows->total, deducted, rows->deducted > 0);
  gtk_widget_set_opacity (GTK_WIDGET (self->bar), 0);
  xyb_layer_bar_set (self->bar, &(XybLayers){ .target = XYB_UNSAID }, self->words);
}

/**
 * xyb_district_line_get_unit_id:
 * @self: a line
 *
 * Returns: id of its 区镇, 0 for 合计
 */
gint64
xyb_district_line_get_unit_id (XybDistrictLine *self)
{
  g_return_val_if_fail (XYB_IS_DISTRICT_LINE (self), 0);

  return self->unit_id;
}

/**
 * xyb_district_line_get_words:
 * @self: a line
 *
 * Returns: (nullable): its figures as text, as a screen reader says them
 */
const char *
xyb_district_line_get_words (XybDistrictLine *self)
{
  g_return_val_if_fail (XYB_IS_DISTRICT_LINE (self), NULL);

  return self->words;
}
