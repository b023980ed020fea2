/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-nomination-sheet-model.h"

G_BEGIN_DECLS

/* Shared by the files of the model. */

struct _XybNominationSheetModel
{
  GObject parent_instance;

  /* owned */
  XybOffice *office;
  GPtrArray *rows;     /* of XybNomination */
  GHashTable *earlier; /* id of the enterprise → year */
  gint64 unit_id;      /* 0: the whole city */
  int year;

  /* what waits for an answer */
  XybNominationDraft *draft;
  const XybNominationQuestion *question;
  char *what;
  guint first_row; /* of what was typed or pasted */
  guint ask_source;
};

/* xyb-nomination-sheet-model.c */
void xyb_nomination_sheet_model_forget_draft (XybNominationSheetModel *self);

G_END_DECLS
