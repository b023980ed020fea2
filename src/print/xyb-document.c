/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-document-private.h"

/* GB/T 9704: lines of a title in 2号 are a little closer than one character apart. */
#define TITLE_PITCH XYB_MM (12.95)

struct _XybDocument
{
  gatomicrefcount refs;
  XybFlow *flow;
  char *title;
};

/* Takes @flow. A title broken by the clerk is one line wherever it names the document. */
XybDocument *
xyb_document_new (XybFlow *flow, const char *title)
{
  XybDocument *self = g_new0 (XybDocument, 1);
  g_autofree char *printable = xyb_text_make_printable (title);
  g_auto (GStrv) lines = g_strsplit (printable, "\n", -1);

  g_atomic_ref_count_init (&self->refs);
  self->flow = flow;
  self->title = g_strjoinv ("", lines);
  return self;
}

/**
 * xyb_document_ref:
 * @self: a document
 *
 * A preview and a printer may hold the same document; a document is used by one thread at a time.
 *
 * Returns: (transfer full): @self
 */
XybDocument *
xyb_document_ref (XybDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * xyb_document_unref:
 * @self: (nullable): a document
 */
void
xyb_document_unref (XybDocument *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  xyb_flow_free (self->flow);
  g_free (self->title);
  g_free (self);
}

/* DOC-05: 「附件1」 in 3号黑体 at the left of the first line. */
void
xyb_document_add_label (XybFlow *flow, const char *label, double space_after)
{
  XybParagraphStyle style = {
    .text = { XYB_FONT_HEAD, XYB_SIZE_3, 0, XYB_LINE_PITCH },
    .align = XYB_ALIGN_LEFT,
    .space_after = space_after,
  };

  xyb_flow_add_paragraph (flow, &style, label);
}

/* 2号小标宋, centred. */
void
xyb_document_add_title (XybFlow *flow, const char *title, double space_after)
{
  XybParagraphStyle style = {
    .text = { XYB_FONT_TITLE, XYB_SIZE_2, 0, TITLE_PITCH },
    .align = XYB_ALIGN_CENTER,
    .balanced = TRUE,
    .space_after = space_after,
  };

  xyb_flow_add_paragraph (flow, &style, title);
}

/* 小4号楷体 under the title: as of when, how many. */
void
xyb_document_add_caption (XybFlow *flow, const char *caption, double space_after)
{
  XybParagraphStyle style = {
    .text = { XYB_FONT_KAI, XYB_SIZE_S4, 0, XYB_SIZE_S4 * 1.4 },
    .align = XYB_ALIGN_CENTER,
    .space_after = space_after,
  };

  xyb_flow_add_paragraph (flow, &style, caption);
}

/* 小2号小标宋, centred: of a 考核表, in proportion to what it heads. */
void
xyb_document_add_table_title (XybFlow *flow, const char *title, double space_after)
{
  XybParagraphStyle style = {
    .text = { XYB_FONT_TITLE, XYB_SIZE_S2, 0, XYB_SIZE_S2 * 1.3 },
    .align = XYB_ALIGN_CENTER,
    .balanced = TRUE,
    .space_after = space_after,
  };

  xyb_flow_add_paragraph (flow, &style, title);
}

/* 小4号 at both ends of the line above a table: which issue and as of when, whose and in which
 * phase. */
void
xyb_document_add_pair (XybFlow *flow, const char *left, const char *right, double space_after)
{
  XybParagraphStyle style = {
    .text = { XYB_FONT_BODY, XYB_SIZE_S4, XYB_SIZE_S5, XYB_SIZE_S4 * 1.2 },
    .align = XYB_ALIGN_LEFT,
    .space_after = space_after,
  };

  xyb_flow_add_pair (flow, &style, left, right);
}

/**
 * xyb_document_get_n_pages:
 *
 * Returns: number of pages; the first call lays the document out
 */
guint
xyb_document_get_n_pages (XybDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return xyb_flow_get_n_pages (self->flow);
}

/**
 * xyb_document_get_page_size:
 * @page: from 0
 * @width: (out): in points
 * @height: (out): in points
 */
void
xyb_document_get_page_size (XybDocument *self, guint page, double *width, double *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  xyb_flow_get_page_size (self->flow, page, width, height);
}

/**
 * xyb_document_draw_page:
 * @page: from 0
 * @cr: a window, a printer's page, a PDF, a picture: scaled so that a unit is a point, with the
 * origin at the sheet's top left corner
 *
 * Draws the page in black on whatever is there; lines and pages break alike everywhere.
 */
void
xyb_document_draw_page (XybDocument *self, guint page, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  xyb_flow_draw_page (self->flow, page, cr);
}

/**
 * xyb_document_get_title:
 *
 * Returns: (transfer none): the title of the first table, on one line
 */
const char *
xyb_document_get_title (XybDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}
