/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-assessment-groups.h"
#include "xyb-assessment-page.h"
#include "xyb-assessment-sheet-model.h"

G_BEGIN_DECLS

/* Shared by the files of the page. */

#define XYB_ASSESSMENT_N_KINDS 3

struct _XybAssessmentPage
{
  XybPage parent_instance;

  /* template widgets */
  GtkStack *stack;
  GtkWidget *table_tools;
  GtkToggleButton *tabs[XYB_ASSESSMENT_N_KINDS];
  GtkDropDown *group_choice;
  GtkToggleButton *only_open_button;
  GtkDropDown *compare_choice;
  GtkSearchEntry *search;
  GtkRevealer *search_revealer;
  GtkToggleButton *interim_button;
  GtkToggleButton *settlement_button;
  GtkRevealer *banner;
  GtkLabel *banner_text;
  GtkButton *banner_button;
  XybSheet *sheet;
  GtkWidget *panel_box;
  XybWhyPanel *panel;
  GtkLabel *changed_label;
  GtkLabel *done_count;
  GtkLabel *counts;
  AdwStatusPage *empty;
  GtkButton *copy_button;
  GtkWidget *presets_button;
  GtkWidget *main_button;

  /* owned */
  XybAssessmentSheetModel *model;
  XybAssessmentState *state; /* NULL: no scheme */
  GPtrArray *groups;         /* of XybUnitGroup */
  GPtrArray *snapshots;      /* of XybSnapshot, those that count, latest first */
  GPtrArray *proposals;      /* of XybProposal */
  XybPinyin *pinyin;         /* made when a name is searched */

  XybUnitKind kind;
  XybPhase phase;
  int compared;   /* the issue it is compared with; 0: none; -1: the latest */
  guint why_idle; /* 「为什么」 follows the cursor */
  int copy_from;  /* the year an empty one may be copied from; 0: none */
  gboolean filling;

  /* what a mark does not change is not read again after each */
  guint n_units[XYB_ASSESSMENT_N_KINDS];
  gboolean schemes_stale;
  gboolean snapshots_stale;
};

/* xyb-assessment-page.c */
XybOffice *xyb_assessment_page_get_office (XybAssessmentPage *self);
XybStore *xyb_assessment_page_get_store (XybAssessmentPage *self);
int xyb_assessment_page_get_year (XybAssessmentPage *self);

/* xyb-assessment-page-filter.c */
void xyb_assessment_page_fill_groups (XybAssessmentPage *self);
void xyb_assessment_page_fill_sheet (XybAssessmentPage *self);
void xyb_assessment_page_refill_sheet (XybAssessmentPage *self);
gboolean xyb_assessment_page_start_search (XybPage *page);
void xyb_assessment_page_bind_filter (GtkWidgetClass *widget_class);

/* xyb-assessment-page-compare.c */
int xyb_assessment_page_next_issue (XybAssessmentPage *self);
void xyb_assessment_page_read_snapshots (XybAssessmentPage *self);
void xyb_assessment_page_bind_compare (GtkWidgetClass *widget_class);
void xyb_assessment_page_show_empty (XybAssessmentPage *self);

/* xyb-assessment-page-import.c */
gboolean xyb_assessment_page_is_table (const XybTextTable *table, gpointer user_data);
gboolean
xyb_assessment_page_paste_table (const XybTextTable *table, gpointer user_data, GError **error);
void xyb_assessment_page_add_import_action (GtkWidgetClass *klass);

/* xyb-assessment-page-output.c */
gboolean xyb_assessment_page_start_export (XybPage *page);
gboolean xyb_assessment_page_start_print (XybPage *page);
void xyb_assessment_page_add_output_actions (GtkWidgetClass *klass);

/* xyb-assessment-page-edit.c */
gboolean
xyb_assessment_page_write (GPtrArray *edits, const char *what, gpointer user_data, GError **error);
void xyb_assessment_page_connect_panel (XybAssessmentPage *self);
void xyb_assessment_page_fill_panel (XybAssessmentPage *self);

/* xyb-assessment-page-actions.c */
void xyb_assessment_page_add_actions (GtkWidgetClass *klass);
void xyb_assessment_page_update_actions (XybAssessmentPage *self);

/* xyb-assessment-page-foot.c */
void xyb_assessment_page_fill_foot (XybAssessmentPage *self);
void xyb_assessment_page_fill_banner (XybAssessmentPage *self);

G_END_DECLS
