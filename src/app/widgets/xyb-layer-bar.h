/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A bar in three layers, 已验收 over 已签约 over 已推荐, with a tick where the quota is. Bars that
 * share a scale can be compared by eye. */

#define XYB_TYPE_LAYER_BAR (xyb_layer_bar_get_type ())
G_DECLARE_FINAL_TYPE (XybLayerBar, xyb_layer_bar, XYB, LAYER_BAR, GtkWidget)

#define XYB_LAYERS 3

/**
 * XybLayers:
 * @values: the strongest first; each holds those before it
 * @target: where the tick stands, or %XYB_UNSAID
 * @scale: the value at the right edge
 * @complete: nothing is missing: all of it green
 * @trough: show where the scale ends
 */
typedef struct
{
  gint64 values[XYB_LAYERS];
  gint64 target;
  gint64 scale;
  gboolean complete;
  gboolean trough;
} XybLayers;

void xyb_layer_bar_set (XybLayerBar *self, const XybLayers *layers, const char *words);

G_END_DECLS
