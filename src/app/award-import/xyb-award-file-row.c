/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-award-file-row.h"

#include <stdlib.h>

#include "xyb-award-check.h"
#include "xyb-i18n.h"

struct _XybAwardFileRow
{
  GtkListBoxRow parent_instance;

  /* template widgets */
  GtkImage *sign;
  GtkLabel *name;
  GtkLabel *words;
  GtkDropDown *year;
  GtkDropDown *track;
  GtkWidget *remove;

  /* borrowed */
  XybAwardRoll *list;
  XybAwardFile *file;
};

G_DEFINE_FINAL_TYPE (XybAwardFileRow, xyb_award_file_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- what is chosen ---- */

static int
last_year (XybAwardFileRow *self)
{
  return atoi (self->list->today);
}

static void
year_cb (GtkDropDown *drop_down, GParamSpec *pspec, XybAwardFileRow *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);
  int year = selected == 0 ? 0 : last_year (self) - (int) selected + 1;

  if (selected == GTK_INVALID_LIST_POSITION || year == self->file->year)
    return;
  self->file->year = year;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
track_cb (GtkDropDown *drop_down, GParamSpec *pspec, XybAwardFileRow *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (selected == GTK_INVALID_LIST_POSITION || selected == self->file->track)
    return;
  self->file->track = (XybTrack) selected;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
remove_cb (GtkButton *button, XybAwardFileRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
fill_years (XybAwardFileRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("选年度"));
  for (int year = last_year (self); year >= XYB_AWARD_FIRST_YEAR; year--)
    {
      g_autofree char *name = g_strdup_printf (_ ("%d 年"), year);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->year, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->year, self->file->year != 0
                                            ? (guint) (last_year (self) - self->file->year + 1)
                                            : 0);
}

static void
fill_tracks (XybAwardFileRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("选类别"));
  for (XybTrack track = 1; track <= XYB_N_TRACKS; track++)
    gtk_string_list_append (names, xyb_track_name (track));
  gtk_drop_down_set_model (self->track, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->track, self->file->track);
}

/* ---- showing ---- */

static void
set_sign (XybAwardFileRow *self)
{
  guint open = xyb_award_file_count (self->list, self->file, XYB_AWARD_OPEN);
  const char *classes[] = { "sign", "success", NULL };
  const char *icon = "object-select-symbolic";

  if (self->file->error != NULL)
    {
      classes[1] = "error";
      icon = "action-unavailable-symbolic";
    }
  else if (open > 0)
    {
      classes[1] = "warning";
      icon = "xyb-question-symbolic";
    }
  gtk_image_set_from_icon_name (self->sign, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->sign), classes);
}

/* 320 行没写年度 comes before the rest: the choice stands beside it. */
static char *
dup_words (XybAwardFileRow *self)
{
  guint years = xyb_award_file_count_ask (self->list, self->file, XYB_AWARD_ASK_YEAR);
  guint tracks = xyb_award_file_count_ask (self->list, self->file, XYB_AWARD_ASK_TRACK);
  g_autofree char *rest = xyb_award_file_words (self->list, self->file);
  g_autoptr (GString) words = g_string_new (NULL);

  if (years > 0)
    g_string_append_printf (words, _ ("%u 行没写年度，请选 · "), years);
  if (tracks > 0)
    g_string_append_printf (words, _ ("%u 行没写类别，请选 · "), tracks);
  g_string_append (words, rest);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
set_asking (GtkDropDown *drop_down, gboolean asks)
{
  if (asks)
    gtk_widget_add_css_class (GTK_WIDGET (drop_down), "asks");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (drop_down), "asks");
}

/**
 * xyb_award_file_row_update:
 *
 * The list has been worked out anew.
 */
void
xyb_award_file_row_update (XybAwardFileRow *self)
{
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (XYB_IS_AWARD_FILE_ROW (self));

  words = dup_words (self);
  label = g_strdup_printf ("%s，%s", self->file->shown, words);
  set_sign (self);
  gtk_label_set_label (self->words, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->words), words);
  gtk_widget_set_visible (GTK_WIDGET (self->year),
                          xyb_award_file_lacks (self->list, self->file, XYB_AWARD_COLUMN_YEAR));
  gtk_widget_set_visible (GTK_WIDGET (self->track),
                          xyb_award_file_lacks (self->list, self->file, XYB_AWARD_COLUMN_TRACK));
  set_asking (self->year, self->file->year == 0);
  set_asking (self->track, self->file->track == 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* ---- the widget ---- */

static void
xyb_award_file_row_class_init (XybAwardFileRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", XYB_TYPE_AWARD_FILE_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", XYB_TYPE_AWARD_FILE_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/award-import/xyb-award-file-row.ui");
  gtk_widget_class_bind_template_child (widget_class, XybAwardFileRow, sign);
  gtk_widget_class_bind_template_child (widget_class, XybAwardFileRow, name);
  gtk_widget_class_bind_template_child (widget_class, XybAwardFileRow, words);
  gtk_widget_class_bind_template_child (widget_class, XybAwardFileRow, year);
  gtk_widget_class_bind_template_child (widget_class, XybAwardFileRow, track);
  gtk_widget_class_bind_template_child (widget_class, XybAwardFileRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
xyb_award_file_row_init (XybAwardFileRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_award_file_row_new:
 * @list: the lists in hand; must outlive the row
 * @file: of it
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
xyb_award_file_row_new (XybAwardRoll *list, XybAwardFile *file)
{
  XybAwardFileRow *self = g_object_new (XYB_TYPE_AWARD_FILE_ROW, NULL);
  g_autofree char *remove = g_strdup_printf (_ ("从列表去掉%s"), file->shown);

  self->list = list;
  self->file = file;
  gtk_label_set_label (self->name, file->shown);
  gtk_widget_set_tooltip_text (self->remove, _ ("从列表去掉"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remove, -1);
  fill_years (self);
  fill_tracks (self);
  g_signal_connect (self->year, "notify::selected", G_CALLBACK (year_cb), self);
  g_signal_connect (self->track, "notify::selected", G_CALLBACK (track_cb), self);
  xyb_award_file_row_update (self);
  return GTK_WIDGET (self);
}

XybAwardFile *
xyb_award_file_row_get_file (XybAwardFileRow *self)
{
  return self->file;
}

GtkDropDown *
xyb_award_file_row_get_year (XybAwardFileRow *self)
{
  return self->year;
}

GtkDropDown *
xyb_award_file_row_get_track (XybAwardFileRow *self)
{
  return self->track;
}
