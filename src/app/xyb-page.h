/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xyb-office.h"

G_BEGIN_DECLS

/* A page of the window: its words for the header bar, its main button, and when it reads the office
 * anew. A page is made when it is shown first, and reads only while it is on screen; what the
 * sidebar says of it stands in its class. To add one, fill the class and give its type a line in
 * xyb-window-pages.c. */

#define XYB_TYPE_PAGE (xyb_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (XybPage, xyb_page, XYB, PAGE, AdwBin)

/**
 * XybPageClass:
 * @name: settings and 「win.go-to」 know the page by it
 * @title: in sidebar and header bar, marked for translation
 * @icon_name: its symbolic icon
 * @dup_badge: (nullable): the small count in the sidebar and what it means, or %NULL; asked without
 *   the page having been made, so it must be light
 * @reload: reads the office anew; @tables as in #XybOffice::changed, %NULL for everything
 * @dup_subtitle: the line under the title, or %NULL for none
 * @get_main_button: (nullable): the button of the header bar
 * @start_search: puts the cursor where a search is typed; %FALSE where the page has no search
 * @start_new: begins a new record; %FALSE where the page has none
 * @start_edit: begins editing what is selected (F2); %FALSE where nothing can be edited
 * @start_export: does what Ctrl+E means here; %FALSE where the page puts out no file
 * @start_print: shows the preview of what the page prints; %FALSE where it prints nothing
 * @show_record: brings a record into view; what @id is of, the page says
 * @parent_name: (nullable): of a sub page, the page it stands in the place of; its line of the
 *   sidebar stays selected, and the window has a way back
 * @dup_loss: (nullable): of a sub page, what would be lost by leaving it now, as a sentence, or
 *   %NULL when nothing would
 */
struct _XybPageClass
{
  AdwBinClass parent_class;

  const char *name;
  const char *title;
  const char *icon_name;
  char *(*dup_badge) (XybOffice *office, char **out_tooltip);

  void (*reload) (XybPage *self, const char *const *tables);
  char *(*dup_subtitle) (XybPage *self);
  GtkWidget *(*get_main_button) (XybPage *self);
  gboolean (*start_search) (XybPage *self);
  gboolean (*start_new) (XybPage *self);
  gboolean (*start_edit) (XybPage *self);
  gboolean (*start_export) (XybPage *self);
  gboolean (*start_print) (XybPage *self);
  void (*show_record) (XybPage *self, gint64 id);

  const char *parent_name;
  char *(*dup_loss) (XybPage *self);
};

XybOffice *xyb_page_get_office (XybPage *self);
const char *xyb_page_get_name (XybPage *self);
const char *xyb_page_get_title (XybPage *self);

char *xyb_page_dup_subtitle (XybPage *self);
GtkWidget *xyb_page_get_main_button (XybPage *self);
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
const char *xyb_page_get_parent_name (XybPage *self);
char *xyb_page_dup_loss (XybPage *self);

gboolean xyb_page_touches (const char *const *tables, const char *const *wanted);

G_END_DECLS
