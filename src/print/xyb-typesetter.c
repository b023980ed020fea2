/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-typesetter.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "xyb-fonts-private.h"

/* Advances are measured at this size and scaled: without hinting and rounding they are linear. */
#define MEASURE_SIZE 100.0
#define N_BMP 0x10000

#define BALANCE_STEP 0.5 /* points */

/* Where the baseline lies in the em box of a Chinese face. Fixed, so that a substituted face moves
 * nothing but its own strokes. */
#define EM_ASCENT 0.88

/* The sizes Chinese office programs offer, 一号 to 六号. */
static const double sizes[] = { 26, 24, 22, 18, 16, 15, 14, 12, 10.5, 9, 7.5 };

struct _XybTypesetter
{
  PangoContext *context;
  PangoLayout *layout;
  PangoFontDescription *fonts[XYB_N_FONT_ROLES];
  float *advances[XYB_N_FONT_ROLES]; /* of the basic plane, in ems; 0 where not measured yet */
};

static PangoContext *
create_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  PangoContext *context;
  cairo_font_options_t *options;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  if (xyb_fonts_get_config () != NULL)
    pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), xyb_fonts_get_config ());
  context = pango_font_map_create_context (map);
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* Mainland forms of the characters, whatever the clerk's locale. */
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  return context;
}

/**
 * xyb_typesetter_new:
 *
 * Returns: (transfer full): a typesetter with its own font map: resolution 72, hinting off,
 * positions not rounded
 */
XybTypesetter *
xyb_typesetter_new (void)
{
  XybTypesetter *self = g_new0 (XybTypesetter, 1);

  self->context = create_context ();
  self->layout = pango_layout_new (self->context);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (self->layout, FALSE);
  for (guint i = 0; i < XYB_N_FONT_ROLES; i++)
    self->fonts[i] = xyb_font_role_describe (i, MEASURE_SIZE);
  return self;
}

void
xyb_typesetter_free (XybTypesetter *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->layout);
  g_object_unref (self->context);
  for (guint i = 0; i < XYB_N_FONT_ROLES; i++)
    {
      pango_font_description_free (self->fonts[i]);
      g_free (self->advances[i]);
    }
  g_free (self);
}

/**
 * xyb_text_make_printable:
 * @text: (nullable): any bytes
 *
 * Returns: (transfer full): @text as valid UTF-8 in which control characters are spaces; line
 * breaks stay
 */
char *
xyb_text_make_printable (const char *text)
{
  char *valid = text == NULL ? g_strdup ("") : g_utf8_make_valid (text, -1);

  for (char *c = valid; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c) && *c != '\n')
      *c = ' ';
  return valid;
}

static PangoLayout *
set_layout (XybTypesetter *self, XybFontRole role, double size, const char *text)
{
  pango_font_description_set_size (self->fonts[role], (int) lround (size * PANGO_SCALE));
  pango_layout_set_font_description (self->layout, self->fonts[role]);
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_indent (self->layout, 0);
  pango_layout_set_text (self->layout, text, -1);
  return self->layout;
}

/**
 * xyb_typesetter_measure:
 * @role: font role
 * @size: in points
 * @text: one line
 *
 * Returns: the width of @text in points, set on one line
 */
double
xyb_typesetter_measure (XybTypesetter *self, XybFontRole role, double size, const char *text)
{
  int width;

  pango_layout_get_size (set_layout (self, role, size, text), &width, NULL);
  return (double) width / PANGO_SCALE;
}

static double
measure_char (XybTypesetter *self, XybFontRole role, gunichar ch)
{
  char utf8[7] = "";

  g_unichar_to_utf8 (ch, utf8);
  return xyb_typesetter_measure (self, role, MEASURE_SIZE, utf8) / MEASURE_SIZE;
}

/**
 * xyb_typesetter_get_advance:
 * @role: font role
 * @ch: a character
 *
 * Returns: the width of @ch alone, in ems; remembered
 */
double
xyb_typesetter_get_advance (XybTypesetter *self, XybFontRole role, gunichar ch)
{
  float *advances = self->advances[role];

  if (ch >= N_BMP)
    return measure_char (self, role, ch);
  if (advances == NULL)
    advances = self->advances[role] = g_new0 (float, N_BMP);
  if (advances[ch] <= 0)
    advances[ch] = (float) measure_char (self, role, ch);
  return (double) advances[ch];
}

/* Characters that neither join, combine nor turn direction: their widths simply add up. */
static gboolean
is_plain (gunichar ch)
{
  return (ch >= 0x20 && ch < 0x7f) || (ch >= 0x4e00 && ch <= 0x9fff)
         || (ch >= 0x3000 && ch <= 0x301f) || (ch >= 0xff01 && ch <= 0xff5e);
}

/* Width of @text in ems, or -1 when it has to be laid out to be known. A hundred thousand rows are
 * measured this way in less than a second; Pango would need a minute. */
static double
sum_advances (XybTypesetter *self, XybFontRole role, const char *text)
{
  double sum = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar ch = g_utf8_get_char (c);

      if (!is_plain (ch))
        return -1;
      sum += xyb_typesetter_get_advance (self, role, ch);
    }
  return sum;
}

static double
measure_ems (XybTypesetter *self, XybFontRole role, const char *text)
{
  double ems = sum_advances (self, role, text);

  if (ems < 0)
    ems = xyb_typesetter_measure (self, role, MEASURE_SIZE, text) / MEASURE_SIZE;
  return ems;
}

static guint
count_lines (XybTypesetter *self,
             const XybTextStyle *style,
             double size,
             const char *text,
             double width)
{
  PangoLayout *layout = set_layout (self, style->role, size, text);

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_indent (layout, (int) (style->indent * PANGO_SCALE));
  return (guint) pango_layout_get_line_count (layout);
}

/* The largest usual size, from the style's own downwards, at which @ems fit on one line; 0 if none.
 */
static double
find_size (const XybTextStyle *style, double ems, double width)
{
  /* A little grace: advances are sums of rounded numbers. */
  double room = width - style->indent + 0.05;

  if (ems * style->size <= room)
    return style->size;
  for (guint i = 0; style->min_size > 0 && i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i] < style->size && sizes[i] >= style->min_size && ems * sizes[i] <= room)
      return sizes[i];
  return 0;
}

/**
 * xyb_typesetter_fit:
 * @style: how it is set
 * @text: valid UTF-8; may hold line breaks
 * @width: of the column
 * @out_fit: (out caller-allocates): size, pitch and number of lines
 *
 * One line at the style's size if it fits; else one line at a smaller size, not below
 * @style.min_size; else as many lines as it takes at the smallest size allowed.
 */
void
xyb_typesetter_fit (XybTypesetter *self,
                    const XybTextStyle *style,
                    const char *text,
                    double width,
                    XybTextFit *out_fit)
{
  gboolean several = strchr (text, '\n') != NULL;
  double size = several ? 0 : find_size (style, measure_ems (self, style->role, text), width);

  out_fit->n_lines = 1;
  if (size <= 0)
    {
      size = style->min_size > 0 && !several ? style->min_size : style->size;
      out_fit->n_lines = count_lines (self, style, size, text, width);
    }
  out_fit->size = size;
  out_fit->pitch = style->pitch * size / style->size;
}

/**
 * xyb_typesetter_balance:
 * @style: how it is set
 * @text: valid UTF-8; may hold line breaks
 * @width: of the column
 *
 * Returns: the least width, not above @width, in which @text takes no more lines and is no smaller
 *   than in @width: its lines are then as even as can be
 */
double
xyb_typesetter_balance (XybTypesetter *self,
                        const XybTextStyle *style,
                        const char *text,
                        double width)
{
  double enough = width;
  double least = 0;
  XybTextFit whole;

  xyb_typesetter_fit (self, style, text, width, &whole);
  if (whole.n_lines < 2)
    return width;
  while (enough - least > BALANCE_STEP)
    {
      double tried = (enough + least) / 2;
      XybTextFit fit;

      xyb_typesetter_fit (self, style, text, tried, &fit);
      if (fit.n_lines <= whole.n_lines && fit.size >= whole.size)
        enough = tried;
      else
        least = tried;
    }
  return enough;
}

/**
 * xyb_text_fit_get_height:
 * @fit: how the text fits
 * @n_lines: number of its lines
 *
 * Returns: from the top of the first glyph box to the bottom of the last one
 */
double
xyb_text_fit_get_height (const XybTextFit *fit, guint n_lines)
{
  return n_lines == 0 ? 0 : (n_lines - 1) * fit->pitch + fit->size;
}

static void
draw_line (cairo_t *cr,
           PangoLayoutLine *line,
           XybAlign align,
           double x,
           double baseline,
           double width)
{
  PangoRectangle logical;
  double spare;

  pango_layout_line_get_extents (line, NULL, &logical);
  spare = width - (double) logical.width / PANGO_SCALE;
  if (align == XYB_ALIGN_CENTER)
    x += spare / 2;
  else if (align == XYB_ALIGN_RIGHT)
    x += spare;
  cairo_move_to (cr, x, baseline);
  pango_cairo_show_layout_line (cr, line);
}

/**
 * xyb_typesetter_draw:
 * @cr: where to
 * @style: how it is set
 * @fit: what xyb_typesetter_fit() said of @text and @width
 * @text: valid UTF-8
 * @align: of every line
 * @x: left edge of the column
 * @y: top of the first drawn line's glyph box
 * @width: of the column
 * @first_line: first line to draw
 * @n_lines: number of lines to draw
 */
void
xyb_typesetter_draw (XybTypesetter *self,
                     cairo_t *cr,
                     const XybTextStyle *style,
                     const XybTextFit *fit,
                     const char *text,
                     XybAlign align,
                     double x,
                     double y,
                     double width,
                     guint first_line,
                     guint n_lines)
{
  PangoLayout *layout;

  if (text[0] == '\0')
    return;
  layout = set_layout (self, style->role, fit->size, text);
  if (fit->n_lines > 1)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_indent (layout, (int) (style->indent * PANGO_SCALE));
  for (guint i = 0; i < n_lines && first_line + i < fit->n_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) (first_line + i));
      double indent = first_line + i == 0 && align == XYB_ALIGN_LEFT ? style->indent : 0;

      if (line != NULL)
        draw_line (cr, line, align, x + indent, y + i * fit->pitch + EM_ASCENT * fit->size, width);
    }
}
