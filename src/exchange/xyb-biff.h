/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The records of an Excel 5 to 2003 stream ([MS-XLS]), from a stranger: every length is checked
 * against what there is. A record is a type, a length and a body; a long one goes on in CONTINUE
 * records. */

#define XYB_BIFF_FORMULA 0x0006
#define XYB_BIFF_EOF 0x000a
#define XYB_BIFF_DATEMODE 0x0022
#define XYB_BIFF_FILEPASS 0x002f
#define XYB_BIFF_CONTINUE 0x003c
#define XYB_BIFF_CODEPAGE 0x0042
#define XYB_BIFF_COLINFO 0x007d
#define XYB_BIFF_BOUNDSHEET 0x0085
#define XYB_BIFF_MULRK 0x00bd
#define XYB_BIFF_RSTRING 0x00d6
#define XYB_BIFF_XF 0x00e0
#define XYB_BIFF_MERGEDCELLS 0x00e5
#define XYB_BIFF_SST 0x00fc
#define XYB_BIFF_LABELSST 0x00fd
#define XYB_BIFF_NUMBER 0x0203
#define XYB_BIFF_LABEL 0x0204
#define XYB_BIFF_BOOLERR 0x0205
#define XYB_BIFF_STRING 0x0207
#define XYB_BIFF_ROW 0x0208
#define XYB_BIFF_ARRAY 0x0221
#define XYB_BIFF_TABLE 0x0236
#define XYB_BIFF_RK 0x027e
#define XYB_BIFF_FORMAT 0x041e
#define XYB_BIFF_SHRFMLA 0x04bc
#define XYB_BIFF_BOF 0x0809

/**
 * XybBiff:
 * @data: the stream
 * @length: its bytes
 * @at: where the next record begins
 * @start: where this record begins
 * @type: of this record
 * @body: of this record, without those of its CONTINUE records
 * @size: of @body
 * @damaged: a record reaches beyond the end of the stream
 *
 * A place in a stream; copied by value to look ahead.
 */
typedef struct
{
  const guint8 *data;
  gsize length;
  gsize at;
  gsize start;
  guint type;
  const guint8 *body;
  guint size;
  gboolean damaged;
} XybBiff;

gboolean xyb_biff_next (XybBiff *self);
gboolean xyb_biff_seek (XybBiff *self, gsize offset);

guint xyb_biff_u16 (const XybBiff *self, guint offset);
guint32 xyb_biff_u32 (const XybBiff *self, guint offset);
double xyb_biff_double (const XybBiff *self, guint offset);

/* How texts of a stream are written. */
typedef struct
{
  gboolean unicode;     /* BIFF8 */
  const char *encoding; /* of BIFF5: GB18030, WINDOWS-1252 … */
} XybBiffText;

const char *xyb_biff_encoding (guint codepage);

/* Reads on through CONTINUE records. */
typedef struct
{
  XybBiff biff;
  const guint8 *p;
  const guint8 *end;
  gboolean failed;
} XybBiffChain;

void xyb_biff_chain_init (XybBiffChain *self, const XybBiff *biff, guint offset);
gboolean xyb_biff_chain_text (XybBiffChain *self,
                              const XybBiffText *how,
                              guint length_bytes,
                              GString *out_text);

G_END_DECLS
