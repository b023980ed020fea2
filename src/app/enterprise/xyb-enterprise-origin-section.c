/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-origin-section.h"

#include <adwaita.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "xyb-attachment-store.h"
#include "xyb-compat.h"
#include "xyb-i18n.h"
#include "xyb-origin-store.h"
#include "xyb-safe-file.h"
#include "xyb-store-reading.h"

/* As 历史: who runs through the list with the arrow keys reads none. */
#define READ_AFTER_MS 200

struct _XybEnterpriseOriginSection
{
  GtkBox parent_instance;

  /* template widgets */
  GtkListBox *list;

  /* owned */
  XybOffice *office;
  gint64 id;
  guint timer;
  GCancellable *cancellable; /* of the reading in hand */
};

static void section_init (XybEnterpriseSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybEnterpriseOriginSection,
                               xyb_enterprise_origin_section,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_ENTERPRISE_SECTION, section_init))

/* ---- the returned file ---- */

/* A kept file a button is for. */
typedef struct
{
  XybEnterpriseOriginSection *section; /* borrowed: the button is inside it */
  char *sha256;
  char *name;
} Kept;

static void
kept_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  Kept *kept = data;

  g_free (kept->sha256);
  g_free (kept->name);
  g_free (kept);
}

static GtkWindow *
window_of (XybEnterpriseOriginSection *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* Gone when the clerk logs out; under the file's own name, so that its program knows it. */
static char *
make_place (const Kept *kept, GError **error)
{
  g_autofree char *folder
    = g_build_filename (g_get_user_runtime_dir (), "xinyongban", kept->sha256, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      xyb_file_set_error (error, errno, _ ("建立文件夹"), folder);
      return NULL;
    }
  return g_build_filename (folder, kept->name, NULL);
}

/* Never the kept file itself: what is saved into a copy is nothing to it. */
static void
open_cb (GtkButton *button G_GNUC_UNUSED, Kept *kept)
{
  XybEnterpriseOriginSection *self = kept->section;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_place (kept, &error);

  if (path != NULL
      && (xyb_attachment_store_save_as (xyb_office_get_store (self->office), kept->sha256,
                                        kept->name, path, TRUE, &error)
          || g_error_matches (error, XYB_FILE_ERROR, XYB_FILE_ERROR_BUSY)))
    {
      xyb_compat_open_file (window_of (self), path);
      return;
    }
  xyb_office_report (self->office, error);
}

typedef struct
{
  XybOffice *office;
  char *sha256;
  char *name;
} Saving;

static void
save_cb (const char *path, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = path != NULL ? g_filename_display_basename (path) : NULL;

  if (path != NULL
      && xyb_attachment_store_save_as (xyb_office_get_store (saving->office), saving->sha256,
                                       saving->name, path, TRUE, &error))
    {
      g_autofree char *sentence = g_strdup_printf (_ ("原表已另存为“%s”"), shown);

      xyb_office_say (saving->office, sentence);
    }
  else if (error != NULL)
    xyb_office_report (saving->office, error);
  g_object_unref (saving->office);
  g_free (saving->sha256);
  g_free (saving->name);
  g_free (saving);
}

static void
save_as_cb (GtkButton *button G_GNUC_UNUSED, Kept *kept)
{
  const char *ending = strrchr (kept->name, '.');
  g_autofree char *pattern = g_strconcat ("*", ending, NULL);
  const XybFileKind kind = { _ ("原表"), pattern };
  Saving *saving = g_new0 (Saving, 1);

  saving->office = g_object_ref (kept->section->office);
  saving->sha256 = g_strdup (kept->sha256);
  saving->name = g_strdup (kept->name);
  xyb_compat_choose_save (window_of (kept->section), _ ("另存原表"), NULL, kept->name, &kind,
                          save_cb, saving);
}

static void
add_button (XybEnterpriseOriginSection *self,
            GtkWidget *row,
            const XybOrigin *origin,
            const char *label,
            GCallback func)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Kept *kept = g_new0 (Kept, 1);

  kept->section = self;
  kept->sha256 = g_strdup (origin->sha256);
  kept->name = g_strdup (origin->file);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", func, kept, kept_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (row, "history");
  return row;
}

static GtkWidget *
file_row_new (XybEnterpriseOriginSection *self, const XybOrigin *origin)
{
  g_autofree char *title = g_strdup_printf (_ ("%d 年 · %s"), origin->year, origin->file);
  g_autofree char *subtitle
    = g_strdup_printf (origin->replaced ? _ ("%s · %s 导入 · 已由后来的表更正")
                                        : _ ("%s · %s 导入"),
                       origin->district, origin->imported_on);
  GtkWidget *row = row_new (title, subtitle);

  add_button (self, row, origin, _ ("打开原表"), G_CALLBACK (open_cb));
  add_button (self, row, origin, _ ("另存原表…"), G_CALLBACK (save_as_cb));
  return row;
}

/* ---- a value ---- */

static const char *
or_blank (const char *value)
{
  return value != NULL && *value != '\0' ? value : _ ("空");
}

static char *
describe_cell (const XybOrigin *origin, const XybOriginValue *value)
{
  if (value->cell == NULL)
    return g_strdup (_ ("表里没有这一列"));
  if (value->raw == NULL)
    return g_strdup_printf (_ ("%s · %s 是空的"), origin->sheet, value->cell);
  return g_strdup_printf (_ ("%s · %s “%s”"), origin->sheet, value->cell, value->raw);
}

/* 去年销售收入 1.2亿元 ← Sheet1 · D5 “1.2亿” */
static GtkWidget *
value_row_new (const XybOrigin *origin, const XybOriginValue *value)
{
  g_autofree char *title = origin->replaced
                             ? g_strdup (value->field)
                             : g_strdup_printf ("%s　%s", value->field, or_blank (value->now));
  g_autofree char *cell = describe_cell (origin, value);
  g_autofree char *subtitle = value->changed ? g_strdup_printf (_ ("← %s，导入时是 %s，后来改过"),
                                                                cell, or_blank (value->then))
                                             : g_strdup_printf ("← %s", cell);

  return row_new (title, subtitle);
}

static void
clear (XybEnterpriseOriginSection *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

static void
show_origins (XybEnterpriseOriginSection *self, const GPtrArray *origins)
{
  for (guint i = 0; i < origins->len; i++)
    {
      const XybOrigin *origin = origins->pdata[i];

      gtk_list_box_append (self->list, file_row_new (self, origin));
      for (guint j = 0; j < origin->values->len; j++)
        gtk_list_box_append (self->list, value_row_new (origin, origin->values->pdata[j]));
    }
}

/* ---- reading ---- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  XybEnterpriseOriginSection *self = XYB_ENTERPRISE_ORIGIN_SECTION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) origins = xyb_store_reading_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear (self);
  if (origins == NULL)
    gtk_list_box_append (self->list, row_new (error->message, NULL));
  else if (origins->len == 0)
    gtk_list_box_append (self->list,
                         row_new (_ ("没有导入的原表"),
                                  _ ("这家企业的数据是手工填写的，修改经过见“历史”。")));
  else
    show_origins (self, origins);
}

static gboolean
start_reading (gpointer user_data)
{
  XybEnterpriseOriginSection *self = user_data;

  self->timer = 0;
  self->cancellable = g_cancellable_new ();
  xyb_store_reading_start (self, xyb_office_get_store (self->office), self->id,
                           xyb_origin_store_list, self->cancellable, read_cb);
  return G_SOURCE_REMOVE;
}

static void
stop_reading (XybEnterpriseOriginSection *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* ---- the section ---- */

static const char *
get_title (XybEnterpriseSection *section)
{
  return _ ("来源");
}

static void
show (XybEnterpriseSection *section,
      XybOffice *office,
      const XybEnterprise *enterprise,
      gboolean other)
{
  XybEnterpriseOriginSection *self = XYB_ENTERPRISE_ORIGIN_SECTION (section);

  stop_reading (self);
  g_set_object (&self->office, office);
  self->id = enterprise->id;
  if (other)
    {
      clear (self);
      gtk_list_box_append (self->list, row_new (_ ("正在读取…"), NULL));
    }
  self->timer = g_timeout_add (READ_AFTER_MS, start_reading, self);
}

static void
section_init (XybEnterpriseSectionInterface *iface)
{
  iface->get_title = get_title;
  iface->show = show;
}

static void
xyb_enterprise_origin_section_dispose (GObject *object)
{
  XybEnterpriseOriginSection *self = XYB_ENTERPRISE_ORIGIN_SECTION (object);

  stop_reading (self);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_enterprise_origin_section_parent_class)->dispose (object);
}

static void
xyb_enterprise_origin_section_class_init (XybEnterpriseOriginSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_enterprise_origin_section_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-origin-section.ui");
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseOriginSection, list);
}

static void
xyb_enterprise_origin_section_init (XybEnterpriseOriginSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
