/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-track-list.h"

G_BEGIN_DECLS

/* Shared by the files of the list. */

struct _XybTrackList
{
  GtkWidget parent_instance;

  XybTrackListLook look;
  guint cursor;
  guint anchor;  /* where Shift began */
  guint pressed; /* a selected line under the button: alone only if it is not dragged */
  int em;        /* width of a Chinese character; 0: not measured yet */
  int line_height;
  int small_height;
  int drawn_width; /* what the layouts are for */
  gboolean tagged;   /* something may be wrong with one of them */
  gboolean allocating;
  gboolean scroll_wanted;

  /* owned */
  char *name;
  XybTrackSelection *selection;
  XybTrackBook *book;
  GPtrArray *lines;              /* of XybTrackLine, borrowed of @book */
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GHashTable *drawn;             /* XybTrackLine * to its layouts */
};

/* xyb-track-list-draw.c */
void xyb_track_list_measure_font (XybTrackList *self);
int xyb_track_list_row_height (XybTrackList *self, int width);
void xyb_track_list_forget_drawing (XybTrackList *self);
void xyb_track_list_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
GHashTable *xyb_track_list_drawing_new (void);

/* xyb-track-list-input.c */
void xyb_track_list_add_controllers (XybTrackList *self);

/* xyb-track-list.c */
int xyb_track_list_get_height (XybTrackList *self); /* of a row, as allocated */
double xyb_track_list_get_offset (XybTrackList *self);
gboolean xyb_track_list_line_at (XybTrackList *self, double y, guint *out_index);
void xyb_track_list_say (XybTrackList *self);

G_END_DECLS
