/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* A page of the window: its words for the header bar, its main button, and when it reads the office
 * anew. A page that is not on screen reads only when it comes there. */

#define XYB_TYPE_PAGE (xyb_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (XybPage, xyb_page, XYB, PAGE, AdwBin)

/**
 * XybPageClass:
 * @reload: reads the office anew; @tables as in #XybOffice::changed, %NULL for everything
 * @dup_subtitle: the line under the title, or %NULL for none
 * @get_main_button: (nullable): the button of the header bar
 * @dup_badge: the small count in the sidebar, or %NULL
 * @dup_badge_tooltip: what the count means
 * @start_search: puts the cursor where a search is typed; %FALSE where the page has no search
 * @start_new: begins a new record; %FALSE where the page has none
 * @start_edit: begins editing what is selected (F2); %FALSE where nothing can be edited
 * @start_export: does what Ctrl+E means here; %FALSE where the page puts out no file
 * @start_print: shows the preview of what the page prints; %FALSE where it prints nothing
 * @show_record: brings a record into view; what @id is of, the page says
 */
struct _XybPageClass
{
  AdwBinClass parent_class;

  void (*reload) (XybPage *self, const char *const *tables);
  char *(*dup_subtitle) (XybPage *self);
  GtkWidget *(*get_main_button) (XybPage *self);
  char *(*dup_badge) (XybPage *self);
  char *(*dup_badge_tooltip) (XybPage *self);
  gboolean (*start_search) (XybPage *self);
  gboolean (*start_new) (XybPage *self);
  gboolean (*start_edit) (XybPage *self);
  gboolean (*start_export) (XybPage *self);
  gboolean (*start_print) (XybPage *self);
  void (*show_record) (XybPage *self, gint64 id);
};

XybOffice *xyb_page_get_office (XybPage *self);
const char *xyb_page_get_name (XybPage *self);
const char *xyb_page_get_title (XybPage *self);
const char *xyb_page_get_icon_name (XybPage *self);

char *xyb_page_dup_subtitle (XybPage *self);
GtkWidget *xyb_page_get_main_button (XybPage *self);
char *xyb_page_dup_badge (XybPage *self, char **out_tooltip);
gboolean xyb_page_can_search (XybPage *self);
gboolean xyb_page_start_search (XybPage *self);
gboolean xyb_page_start_new (XybPage *self);
gboolean xyb_page_start_edit (XybPage *self);
gboolean xyb_page_can_export (XybPage *self);
gboolean xyb_page_start_export (XybPage *self);
gboolean xyb_page_can_print (XybPage *self);
gboolean xyb_page_start_print (XybPage *self);
void xyb_page_show_record (XybPage *self, gint64 id);
void xyb_page_refresh (XybPage *self);

gboolean xyb_page_touches (const char *const *tables, const char *const *wanted);

G_END_DECLS
