/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "xyb-fonts.h"

G_BEGIN_DECLS

/* Sets pieces of text: measures, shrinks, breaks and draws them. All lengths are points. It has its
 * own font map, so that breaks are the same on screen, in a PDF and on paper (PROVEN, Pages). Not
 * for several threads at once. */

#define XYB_MM(mm) ((mm) *72.0 / 25.4)

typedef enum
{
  XYB_ALIGN_LEFT,
  XYB_ALIGN_CENTER,
  XYB_ALIGN_RIGHT
} XybAlign;

/**
 * XybTextStyle:
 * @role: font role
 * @size: body size, e.g. 16 for 3号
 * @min_size: text too wide for one line is set smaller, down to this, before it is broken; 0: never
 * @pitch: from one line to the next at @size; becomes smaller with the size
 * @indent: of the first line
 */
typedef struct
{
  XybFontRole role;
  double size;
  double min_size;
  double pitch;
  double indent;
} XybTextStyle;

/* How a text fits a width. */
typedef struct
{
  double size;
  double pitch;
  guint n_lines;
} XybTextFit;

typedef struct _XybTypesetter XybTypesetter;

XybTypesetter *xyb_typesetter_new (void);
void xyb_typesetter_free (XybTypesetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybTypesetter, xyb_typesetter_free)

double xyb_typesetter_get_advance (XybTypesetter *self, XybFontRole role, gunichar ch);
double
xyb_typesetter_measure (XybTypesetter *self, XybFontRole role, double size, const char *text);

void xyb_typesetter_fit (XybTypesetter *self,
                         const XybTextStyle *style,
                         const char *text,
                         double width,
                         XybTextFit *out_fit);
double xyb_typesetter_balance (XybTypesetter *self,
                               const XybTextStyle *style,
                               const char *text,
                               double width);
double xyb_text_fit_get_height (const XybTextFit *fit, guint n_lines);
void xyb_typesetter_draw (XybTypesetter *self,
                          cairo_t *cr,
                          const XybTextStyle *style,
                          const XybTextFit *fit,
                          const char *text,
                          XybAlign align,
                          double x,
                          double y,
                          double width,
                          guint first_line,
                          guint n_lines);

/* Titles: 「排列应当使用梯形或菱形」. */
char *xyb_title_balance (XybTypesetter *self,
                         XybFontRole role,
                         double size,
                         double width,
                         const char *title);

char *xyb_text_make_printable (const char *text);

G_END_DECLS
