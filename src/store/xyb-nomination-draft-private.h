/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-nomination-draft.h"
#include "xyb-nomination-table.h"

G_BEGIN_DECLS

/* Shared by the files of the draft. */

typedef enum
{
  LINE_UNDECIDED,
  LINE_EMPTY,  /* nothing was written into a blank row */
  LINE_KEEP,   /* the company stays, its cells may change */
  LINE_REMOVE, /* every cell was blanked */
  LINE_RENAME, /* the company stays under another name */
  LINE_KNOWN,  /* a company of the register comes in */
  LINE_NEW     /* a company the register does not know comes in */
} LineFate;

/* One row of the sheet in which something was written. */
typedef struct
{
  guint row;
  LineFate fate;
  gboolean other; /* the clerk has said that it is another company */
  gint64 enterprise_id;
  gboolean is_set[XYB_NOMINATION_COLUMNS];
  char *texts[XYB_NOMINATION_COLUMNS];
} DraftLine;

struct _XybNominationDraft
{
  int year;
  gint64 plan_id;
  gint64 unit_id;
  char *district;
  XybMoneyUnit default_unit;
  GPtrArray *before; /* of XybNomination */
  GPtrArray *lines;  /* of DraftLine, rising rows */
  GPtrArray *known;  /* of XybEnterprise: those of LINE_KNOWN */
  XybNominationQuestion question;
  DraftLine *asked; /* borrowed */
  gboolean agreed;
};

/* xyb-nomination-draft.c */
const XybNomination *xyb_nomination_draft_row_before (XybNominationDraft *self, guint row);
DraftLine *xyb_nomination_draft_line (XybNominationDraft *self, guint row);
const char *xyb_nomination_draft_written_name (const DraftLine *line);

/* xyb-nomination-draft-list.c */
GPtrArray *xyb_nomination_draft_build (XybNominationDraft *self, GError **error);
GPtrArray *xyb_nomination_draft_list_displaced (XybNominationDraft *self, GPtrArray *rows);

G_END_DECLS
