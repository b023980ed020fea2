/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-export-job.h"
#include "xyb-toaster.h"
#include "xyb-welcome.h"
#include "xyb-window.h"

G_BEGIN_DECLS

/* Shared by the files of the window, and by the tests in place of a file dialog. */

#define XYB_TOAST_SECONDS 5

struct _XybWindow
{
  AdwApplicationWindow parent_instance;

  /* template widgets */
  AdwLeaflet *leaflet;
  GtkWidget *sidebar;
  GtkWidget *content;
  GtkMenuButton *year_button;
  GtkListBox *page_list;
  GtkImage *saved_icon;
  GtkLabel *saved_label;
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkWidget *search_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *print_button;
  GMenu *recent_menu;
  AdwBin *main_slot;
  GtkInfoBar *notice_bar;
  GtkLabel *notice_label;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkStack *pages;
  AdwStatusPage *closed_page;
  GtkRevealer *job_bar;
  GtkLabel *job_label;
  GtkProgressBar *job_progress;

  /* borrowed */
  XybPage *page;
  XybPage *sub_page;   /* in the place of its parent until the clerk goes back */
  XybWelcome *welcome; /* made when it is needed */

  /* owned */
  GSettings *settings;
  XybToaster *toaster;
  XybOffice *office;
  char *path;     /* of the open office, or of the one that did not open */
  char *exported; /* the file 「打开」 opens */
  XybExportJob *job;
  guint job_tick;
  guint badge_idle;
  guint frame_idle;
  guint day_timer;
  char *today;      /* the day the pages show */
  gboolean framed;  /* the first frame is on screen */
  gboolean turning; /* an undo or a redo is at work */
  gboolean closing;
};

/* xyb-window.c */
void xyb_window_set_office (XybWindow *self, XybOffice *office);
void xyb_window_show_closed (XybWindow *self, const char *path, const char *sentence);
void xyb_window_show_notice (XybWindow *self, const char *sentence);
void xyb_window_leave_field (XybWindow *self);
void xyb_window_update_title (XybWindow *self);
void xyb_window_update_saved (XybWindow *self);

/* xyb-window-pages.c */
void xyb_window_bind_page_callbacks (GtkWidgetClass *widget_class);
void xyb_window_prepare_pages (XybWindow *self);
void xyb_window_add_pages (XybWindow *self);
void xyb_window_remove_pages (XybWindow *self);
void xyb_window_queue_badges (XybWindow *self);

typedef void (*XybWindowFunc) (XybWindow *self, const char *path);

XybPage *xyb_window_show_sub_page (XybWindow *self, GType type);
void xyb_window_remove_sub_page (XybWindow *self);
void xyb_window_leave_then (XybWindow *self, XybWindowFunc func, const char *path);

/* xyb-window-actions.c */
void xyb_window_add_actions (XybWindow *self);
void xyb_window_update_actions (XybWindow *self);
gboolean xyb_window_has_draft (XybWindow *self);
gboolean xyb_window_is_typing (XybWindow *self);

/* xyb-window-years.c */
void xyb_window_update_years (XybWindow *self);
void xyb_window_step_year (XybWindow *self, int step);
int xyb_window_next_year (XybWindow *self);
void xyb_window_new_year (XybWindow *self);

/* xyb-window-files.c */
void xyb_window_choose_file (XybWindow *self);
void xyb_window_choose_new (XybWindow *self);
void xyb_window_choose_backup (XybWindow *self);
void xyb_window_start_check (XybWindow *self);
void xyb_window_ask_restore (XybWindow *self, const char *backup_path);
void xyb_window_restore (XybWindow *self, const char *backup_path);

void xyb_window_open_chosen (XybWindow *self, const char *path);
void xyb_window_create_office (XybWindow *self, const char *path, const int *years);

/* xyb-window-recent.c */
void xyb_window_update_recent (XybWindow *self);
void xyb_window_clear_recent (XybWindow *self);
void xyb_window_keep_place (XybWindow *self);

/* xyb-window-drop.c */
void xyb_window_add_drop_target (XybWindow *self);
void xyb_window_take_files (XybWindow *self, const char *const *paths);
void xyb_window_take_file (XybWindow *self, const char *path);

/* xyb-window-awards.c */
void xyb_window_import_awards (XybWindow *self);
gboolean xyb_window_takes_awards (XybWindow *self);
void xyb_window_take_awards (XybWindow *self, const char *const *paths);

/* xyb-window-intake.c */
void xyb_window_choose_returns (XybWindow *self, gboolean folder);

/* xyb-window-day.c */
void xyb_window_watch_day (XybWindow *self);
void xyb_window_check_day (XybWindow *self);

/* xyb-window-welcome.c */
void xyb_window_show_welcome (XybWindow *self, const char *path);

/* xyb-window-exports.c */
void xyb_window_ask_export (XybWindow *self, const XybExportSpec *spec);
void xyb_window_export_to (XybWindow *self, const XybExportSpec *spec, const char *path);
void xyb_window_export_each_to (XybWindow *self, const XybExportSpec *spec, const char *folder);
void xyb_window_open_exported (XybWindow *self, gboolean folder);

G_END_DECLS
