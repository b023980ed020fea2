/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-intake-head.h"

#include <inttypes.h>

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-moment.h"
#include "xyb-submission-words.h"

struct _XybIntakeHead
{
  AdwBin parent_instance;

  /* template widgets */
  GtkDropDown *district;
  GtkLabel *officer;
  GtkLabel *phone;
  GtkLabel *received;
  GtkLabel *counts;

  /* owned */
  XybIntakeBatch *batch;

  /* borrowed */
  XybIntakeFile *file;
  const GPtrArray *districts; /* in the drop-down */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybIntakeHead, xyb_intake_head, ADW_TYPE_BIN)

/* ---- which 区镇 ---- */

/* The first line says that nobody knows. */
static void
list_districts (XybIntakeHead *self)
{
  const GPtrArray *districts = xyb_office_get_districts (xyb_intake_batch_get_office (self->batch));
  g_autoptr (GtkStringList) names = NULL;

  if (self->districts == districts)
    return;
  self->districts = districts;
  names = gtk_string_list_new (NULL);
  gtk_string_list_append (names, _ ("选区镇"));
  for (guint i = 0; i < districts->len; i++)
    gtk_string_list_append (names, ((XybUnit *) districts->pdata[i])->name);
  gtk_drop_down_set_model (self->district, G_LIST_MODEL (names));
}

static void
fill_district (XybIntakeHead *self)
{
  guint selected = 0;

  list_districts (self);
  for (guint i = 0; i < self->districts->len; i++)
    if (((XybUnit *) self->districts->pdata[i])->id == self->file->taken->district_id)
      selected = i + 1;
  gtk_drop_down_set_selected (self->district, selected);
  if (selected == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->district), "unknown");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->district), "unknown");
}

static void
district_chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, XybIntakeHead *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (self->filling || self->file == NULL || selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;
  xyb_intake_batch_set_district (self->batch, self->file,
                                 ((XybUnit *) self->districts->pdata[selected - 1])->id);
}

/* ---- the other words ---- */

static void
fill_pair (GtkLabel *label, const char *name, const char *value)
{
  g_autofree char *markup = g_markup_printf_escaped ("<span alpha='70%%'>%s</span> %s", name,
                                                     value != NULL ? value : "—");

  gtk_label_set_markup (label, markup);
}

/* The file's own time: when it was taken from OA. */
static char *
received_words (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info
    = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) changed
    = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;
  g_autoptr (GDateTime) local = changed != NULL ? g_date_time_to_local (changed) : NULL;
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M:%S") : NULL;
  g_autofree char *today = xyb_date_today ();

  return time != NULL ? xyb_moment_words (time, today) : g_strdup ("");
}

static char *
sheet_words (const XybReturn *taken)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < taken->sheets->len; i++)
    {
      const XybReturnSheet *sheet = taken->sheets->pdata[i];

      if (sheet->header_row != 0 && n++ < 2)
        g_string_append_printf (words, "%s%s", n > 1 ? "、" : "", sheet->name);
    }
  if (n > 2)
    g_string_append_printf (words, _ ("等 %u 张"), n);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
fill_received (XybIntakeHead *self)
{
  g_autofree char *time = received_words (self->file->path);
  g_autofree char *sheets = sheet_words (self->file->taken);
  g_autofree char *words = g_strdup_printf (_ ("%s 收到 · 工作表 %s"), time, sheets);

  gtk_label_set_label (self->received, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->received), self->file->path);
}

static void
fill_counts (XybIntakeHead *self)
{
  const XybPlan *plan = xyb_office_get_plan (xyb_intake_batch_get_office (self->batch));
  gint64 quota
    = plan != NULL ? xyb_plan_quota_of (plan, self->file->taken->district_id) : XYB_UNSAID;
  guint rows = self->file->taken->rows->len - xyb_intake_file_count (self->file, XYB_FATE_IGNORED);
  g_autofree char *markup
    = quota != XYB_UNSAID
        ? g_markup_printf_escaped (_ ("<b>表内 %u 家</b> · 指标 %" PRId64 " 家"), rows, quota)
        : g_markup_printf_escaped (_ ("<b>表内 %u 家</b>"), rows);

  gtk_label_set_markup (self->counts, markup);
}

/**
 * xyb_intake_head_show:
 * @self: the line
 * @batch: the import
 * @file: (nullable): of it; has been read; show again when it has changed
 */
void
xyb_intake_head_show (XybIntakeHead *self, XybIntakeBatch *batch, XybIntakeFile *file)
{
  g_return_if_fail (XYB_IS_INTAKE_HEAD (self));

  g_set_object (&self->batch, batch);
  self->file = file;
  if (file == NULL)
    return;
  self->filling = TRUE;
  fill_district (self);
  self->filling = FALSE;
  fill_pair (self->officer, _ ("业务负责人"), file->taken->officer);
  fill_pair (self->phone, _ ("联系方式"), file->taken->officer_phone);
  fill_received (self);
  fill_counts (self);
}

/* ---- the widget ---- */

static void
xyb_intake_head_dispose (GObject *object)
{
  g_clear_object (&XYB_INTAKE_HEAD (object)->batch);
  G_OBJECT_CLASS (xyb_intake_head_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, XybIntakeHead, name)

static void
xyb_intake_head_class_init (XybIntakeHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_intake_head_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/intake/xyb-intake-head.ui");
  BIND (district);
  BIND (officer);
  BIND (phone);
  BIND (received);
  BIND (counts);
  gtk_widget_class_bind_template_callback (widget_class, district_chosen_cb);
}

static void
xyb_intake_head_init (XybIntakeHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
