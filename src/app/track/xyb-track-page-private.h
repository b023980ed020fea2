/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-job-bar.h"
#include "xyb-track-page.h"

G_BEGIN_DECLS

/* Shared by the files of the page. */

struct _XybTrackPage
{
  XybPage parent_instance;

  /* template widgets */
  GtkWidget *main_button;
  GtkBox *track_switch;
  GtkBox *view_switch;
  GtkWidget *look_switch;
  GtkToggleButton *board_button;
  GtkToggleButton *table_button;
  GtkStack *views;
  GtkWidget *filter_box;
  XybTrackFilters *filters;
  GtkWidget *count_box;
  GtkLabel *counts;
  GtkWidget *selection_box;
  GtkLabel *selected;
  GtkButton *result_button;
  GtkStack *stack;
  AdwBin *board_slot;
  AdwBin *table_slot;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;
  XybJobBar *job_bar;

  /* borrowed */
  XybTrackBoard *board;
  XybTrackTableView *table;
  GtkToggleButton *track_buttons[XYB_N_TRACKS]; /* by track - 1 */
  GtkToggleButton *register_buttons[3];

  /* owned */
  GSettings *settings;
  XybTrackSelection *selection;
  XybTrackBook *book; /* NULL: no plan, or not read yet */
  GPtrArray *shown; /* of XybTrackLine, borrowed of @book: what the filters let through, ordered */
  XybTrack track;
  gboolean filling;
};

/* xyb-track-page-actions.c */
void xyb_track_page_install_actions (GtkWidgetClass *widget_class);
void xyb_track_page_update_actions (XybTrackPage *self);
void xyb_track_page_move_to (XybTrackPage *self, gint64 stage_id);
void xyb_track_page_open_enterprise (XybTrackPage *self, gint64 enterprise_id);
void xyb_track_page_apply (XybTrackPage *self);

/* xyb-track-page-output.c */
GArray *xyb_track_page_list_shown (XybTrackPage *self); /* of gint64, in the order shown */
gboolean xyb_track_page_export (XybPage *page);
gboolean xyb_track_page_print (XybPage *page);
void xyb_track_page_remind (XybTrackPage *self);

/* xyb-track-page-registers.c */
void xyb_track_page_add_registers (XybTrackPage *self);
gboolean xyb_track_page_act_on_register (XybTrackPage *self, const char *action);
gboolean xyb_track_page_search_register (XybTrackPage *self);

/* xyb-track-page-empty.c */
void xyb_track_page_show_empty (XybTrackPage *self);

G_END_DECLS
