/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-overview.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One of the three figures of a year: how far, by when. */

#define XYB_TYPE_FIGURE_CARD (xyb_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (XybFigureCard, xyb_figure_card, XYB, FIGURE_CARD, GtkBox)

void xyb_figure_card_fill (XybFigureCard *self, const XybFigure *figure);
const char *xyb_figure_card_get_words (XybFigureCard *self);

G_END_DECLS
