/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-return.h"

G_BEGIN_DECLS

/* What the clerk decided about a returned file as a whole (B-03, B-11, B-12, B-20). The file is
 * read again with them: what a sheet, a column or a head means changes every row. */

typedef struct
{
  gint64 district_id;  /* the 区镇 it comes from; 0: as the file says */
  GHashTable *sheets;  /* name of a sheet → XybAnswer: TAKE or LEAVE */
  GHashTable *columns; /* of hidden columns, "C!Sheet1" → XybAnswer */
  GHashTable
    *heads; /* head by xyb_text_key() → XybReturnField + 1; XYB_RETURN_NO_FIELD + 1: none */
} XybReturnChoices;

XybReturnChoices *xyb_return_choices_new (void);
XybReturnChoices *xyb_return_choices_copy (const XybReturnChoices *self);
void xyb_return_choices_free (XybReturnChoices *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybReturnChoices, xyb_return_choices_free)

void xyb_return_choices_set (XybReturnChoices *self,
                             const XybReturn *one,
                             const XybReturnNote *note,
                             XybAnswer answer,
                             gint64 meaning);
XybAnswer xyb_return_choices_get_sheet (const XybReturnChoices *self, const char *sheet);
XybAnswer
xyb_return_choices_get_column (const XybReturnChoices *self, const char *sheet, guint column);
gboolean xyb_return_choices_get_head (const XybReturnChoices *self,
                                      const char *head,
                                      XybReturnField *out_field);

void xyb_return_carry_answers (XybReturn *self, const XybReturn *before);

G_END_DECLS
