/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A field of a form: name at the left, text (or another widget) at the right, and a sentence below
 * where something is wrong. Kept on leaving, never while typing; Esc restores. */

#define XYB_TYPE_FIELD_ROW (xyb_field_row_get_type ())
G_DECLARE_FINAL_TYPE (XybFieldRow, xyb_field_row, XYB, FIELD_ROW, AdwPreferencesRow)

typedef enum
{
  XYB_FIELD_PLAIN,
  XYB_FIELD_GOOD,
  XYB_FIELD_WARNING,
  XYB_FIELD_ERROR
} XybFieldState;

void xyb_field_row_set_value (XybFieldRow *self, const char *value);
void xyb_field_row_reset (XybFieldRow *self, const char *value);
const char *xyb_field_row_get_text (XybFieldRow *self);
gboolean xyb_field_row_is_dirty (XybFieldRow *self);
gboolean xyb_field_row_is_refused (XybFieldRow *self);
void xyb_field_row_refuse (XybFieldRow *self, const char *sentence);
void xyb_field_row_hold (XybFieldRow *self);
void xyb_field_row_set_message (XybFieldRow *self,
                                XybFieldState state,
                                const char *sentence,
                                const char *detail);
void xyb_field_row_set_hint (XybFieldRow *self, const char *hint);
void xyb_field_row_set_editable (XybFieldRow *self, gboolean editable);
void xyb_field_row_commit (XybFieldRow *self);
GtkText *xyb_field_row_get_text_widget (XybFieldRow *self);

G_END_DECLS
