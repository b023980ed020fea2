/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-data-page.h"

#include "xyb-backup-view.h"
#include "xyb-i18n.h"
#include "xyb-job-bar.h"
#include "xyb-log-export.h"
#include "xyb-log-view.h"
#include "xyb-office-view.h"
#include "xyb-print-preview.h"
#include "xyb-undo-back.h"
#include "xyb-unit-view.h"

enum
{
  TAB_LOG,
  TAB_BACKUP,
  TAB_UNIT,
  TAB_OFFICE,
  N_TABS
};

static const char *const tab_names[N_TABS] = { "log", "backup", "unit", "office" };

struct _XybDataPage
{
  XybPage parent_instance;

  /* template widgets */
  GtkStack *stack;
  GtkToggleButton *tabs[N_TABS];
  GtkStack *main_stack; /* the main button of each tab */
  XybLogView *log;
  AdwBin *backup_place;
  AdwBin *unit_place;
  AdwBin *office_view_place;
  XybJobBar *bar;

  /* borrowed: NULL until they are looked at, so that the page itself is there at once */
  XybBackupView *backup;
  XybUnitView *unit;
  XybOfficeView *office_view;

  /* owned */
  XybUndoBack *undo;
  gboolean stale[N_TABS]; /* what that tab shows is old */
};

G_DEFINE_FINAL_TYPE (XybDataPage, xyb_data_page, XYB_TYPE_PAGE)

/* ---- tabs ---- */

static XybBackupView *
get_backup (XybDataPage *self)
{
  if (self->backup == NULL)
    {
      self->backup = g_object_new (XYB_TYPE_BACKUP_VIEW, NULL);
      adw_bin_set_child (self->backup_place, GTK_WIDGET (self->backup));
      xyb_backup_view_set_office (self->backup, xyb_page_get_office (XYB_PAGE (self)), self->bar);
    }
  return self->backup;
}

static XybUnitView *
get_unit (XybDataPage *self)
{
  if (self->unit == NULL)
    {
      self->unit = g_object_new (XYB_TYPE_UNIT_VIEW, NULL);
      adw_bin_set_child (self->unit_place, GTK_WIDGET (self->unit));
      xyb_unit_view_set_office (self->unit, xyb_page_get_office (XYB_PAGE (self)));
    }
  return self->unit;
}

static XybOfficeView *
get_office_view (XybDataPage *self)
{
  if (self->office_view == NULL)
    {
      self->office_view = g_object_new (XYB_TYPE_OFFICE_VIEW, NULL);
      adw_bin_set_child (self->office_view_place, GTK_WIDGET (self->office_view));
      xyb_office_view_set_office (self->office_view, xyb_page_get_office (XYB_PAGE (self)));
    }
  return self->office_view;
}

static int
visible_tab (XybDataPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  for (int i = 0; i < N_TABS; i++)
    if (g_strcmp0 (name, tab_names[i]) == 0)
      return i;
  return TAB_LOG;
}

/* A tab reads only while it is on screen. */
static void
refresh_tab (XybDataPage *self)
{
  int tab = visible_tab (self);

  if (!self->stale[tab])
    return;
  self->stale[tab] = FALSE;
  switch (tab)
    {
    case TAB_LOG:
      xyb_log_view_reload (self->log);
      break;
    case TAB_BACKUP:
      xyb_backup_view_reload (get_backup (self));
      break;
    case TAB_UNIT:
      xyb_unit_view_reload (get_unit (self));
      break;
    case TAB_OFFICE:
    default:
      xyb_office_view_reload (get_office_view (self));
    }
}

static void
tab_toggled_cb (GtkToggleButton *button, XybDataPage *self)
{
  for (int i = 0; i < N_TABS; i++)
    if (gtk_toggle_button_get_active (button) && button == self->tabs[i])
      xyb_data_page_show_tab (self, tab_names[i]);
}

static void
show_tab_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  xyb_data_page_show_tab (XYB_DATA_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
back_up_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  xyb_backup_view_back_up (get_backup (XYB_DATA_PAGE (widget)));
}

static void
back_up_clicked_cb (GtkButton *button, XybDataPage *self)
{
  xyb_backup_view_back_up (get_backup (self));
}

static void
new_unit_clicked_cb (GtkButton *button, XybDataPage *self)
{
  xyb_unit_view_ask_new (get_unit (self));
}

static void
export_clicked_cb (GtkButton *button, XybDataPage *self)
{
  xyb_page_start_export (XYB_PAGE (self));
}

/* ---- words for the window ---- */

static void
xyb_data_page_reload (XybPage *page, const char *const *tables)
{
  XybDataPage *self = XYB_DATA_PAGE (page);

  for (int i = 0; i < N_TABS; i++)
    self->stale[i] = TRUE;
  refresh_tab (self);
}

static gboolean
xyb_data_page_start_search (XybPage *page)
{
  XybDataPage *self = XYB_DATA_PAGE (page);

  xyb_data_page_show_tab (self, "log");
  xyb_log_view_grab_search (self->log);
  return TRUE;
}

/* The log as it is filtered. */
static gboolean
xyb_data_page_start_print (XybPage *page)
{
  GArray *ids = xyb_log_view_get_ids (XYB_DATA_PAGE (page)->log);
  XybPrintChoice choice = { _ ("操作日志"), { XYB_EXPORT_LOG, .ids = ids } };

  xyb_print_preview_open (GTK_WIDGET (page), xyb_page_get_office (page), &choice, 1);
  return TRUE;
}

/* Ctrl+N: only where there is something to begin. */
static gboolean
xyb_data_page_start_new (XybPage *page)
{
  XybDataPage *self = XYB_DATA_PAGE (page);

  if (visible_tab (self) != TAB_UNIT)
    return FALSE;
  xyb_unit_view_ask_new (get_unit (self));
  return TRUE;
}

static gboolean
xyb_data_page_start_export (XybPage *page)
{
  XybDataPage *self = XYB_DATA_PAGE (page);

  xyb_data_page_show_tab (self, "log");
  xyb_log_export_ask (GTK_WIDGET (self), xyb_page_get_office (page), self->bar,
                      xyb_log_view_get_ids (self->log));
  return TRUE;
}

/* @id is of a unit. */
static void
xyb_data_page_show_record (XybPage *page, gint64 id)
{
  XybDataPage *self = XYB_DATA_PAGE (page);

  xyb_data_page_show_tab (self, "unit");
  xyb_unit_view_select (get_unit (self), id);
}

/* F2: the name of the unit in view. */
static gboolean
xyb_data_page_start_edit (XybPage *page)
{
  XybDataPage *self = XYB_DATA_PAGE (page);

  return visible_tab (self) == TAB_UNIT && xyb_unit_view_start_edit (get_unit (self));
}

static GtkWidget *
xyb_data_page_get_main_button (XybPage *page)
{
  return GTK_WIDGET (XYB_DATA_PAGE (page)->main_stack);
}

static char *
xyb_data_page_dup_badge (XybOffice *office, char **out_tooltip)
{
  const XybHealth *health = xyb_office_get_health (office);
  const char *problem = health->problem != NULL ? health->problem : health->backup_problem;

  if (problem == NULL)
    return NULL;
  *out_tooltip = g_strdup (problem);
  return g_strdup ("!");
}

/* ---- the widget ---- */

static void
checked_cb (XybOffice *office, XybDataPage *self)
{
  g_signal_emit_by_name (self, "words-changed");
}

static void
xyb_data_page_constructed (GObject *object)
{
  XybDataPage *self = XYB_DATA_PAGE (object);
  XybOffice *office = xyb_page_get_office (XYB_PAGE (self));

  G_OBJECT_CLASS (xyb_data_page_parent_class)->constructed (object);
  g_signal_connect_object (office, "checked", G_CALLBACK (checked_cb), self, 0);
  self->undo = xyb_undo_back_new (office, self->bar);
  xyb_log_view_set_office (self->log, office, self->undo);
}

static void
xyb_data_page_dispose (GObject *object)
{
  g_clear_object (&XYB_DATA_PAGE (object)->undo);
  G_OBJECT_CLASS (xyb_data_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/data/xyb-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XybDataPage, stack);
  gtk_widget_class_bind_template_child (widget_class, XybDataPage, main_stack);
  gtk_widget_class_bind_template_child (widget_class, XybDataPage, log);
  gtk_widget_class_bind_template_child (widget_class, XybDataPage, backup_place);
  gtk_widget_class_bind_template_child (widget_class, XybDataPage, unit_place);
  gtk_widget_class_bind_template_child (widget_class, XybDataPage, office_view_place);
  gtk_widget_class_bind_template_child (widget_class, XybDataPage, bar);
  for (int i = 0; i < N_TABS; i++)
    {
      g_autofree char *id = g_strconcat (tab_names[i], "_tab", NULL);

      gtk_widget_class_bind_template_child_full (widget_class, g_intern_string (id), FALSE,
                                                 G_STRUCT_OFFSET (XybDataPage, tabs)
                                                   + i * (gssize) sizeof (GtkToggleButton *));
    }
  gtk_widget_class_bind_template_callback (widget_class, tab_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_up_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_unit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
}

static void
xyb_data_page_class_init (XybDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XybPageClass *page_class = XYB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = xyb_data_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = xyb_data_page_dispose;
  page_class->name = "data";
  page_class->title = N_ ("数据");
  page_class->icon_name = "xyb-data-symbolic";
  page_class->dup_badge = xyb_data_page_dup_badge;
  page_class->reload = xyb_data_page_reload;
  page_class->get_main_button = xyb_data_page_get_main_button;
  page_class->start_search = xyb_data_page_start_search;
  page_class->start_print = xyb_data_page_start_print;
  page_class->start_new = xyb_data_page_start_new;
  page_class->start_edit = xyb_data_page_start_edit;
  page_class->start_export = xyb_data_page_start_export;
  page_class->show_record = xyb_data_page_show_record;

  g_type_ensure (XYB_TYPE_LOG_VIEW);
  g_type_ensure (XYB_TYPE_JOB_BAR);
  gtk_widget_class_install_action (widget_class, "data.show-tab", "s", show_tab_action);
  gtk_widget_class_install_action (widget_class, "data.back-up", NULL, back_up_action);
  bind_template (widget_class);
}

static void
xyb_data_page_init (XybDataPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_data_page_show_tab:
 * @self: the page
 * @name: log, backup, unit or office
 *
 * Brings a part of the page into view.
 */
void
xyb_data_page_show_tab (XybDataPage *self, const char *name)
{
  g_return_if_fail (XYB_IS_DATA_PAGE (self));

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_stack_set_visible_child_name (self->main_stack, name);
  gtk_toggle_button_set_active (self->tabs[visible_tab (self)], TRUE);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh_tab (self);
}

/**
 * xyb_data_page_redo_back:
 * @self: the page
 *
 * Brings back what 从这里撤销 took last.
 */
void
xyb_data_page_redo_back (XybDataPage *self)
{
  g_return_if_fail (XYB_IS_DATA_PAGE (self));

  xyb_undo_back_redo (self->undo);
}

/**
 * xyb_data_page_get_tab:
 * @self: the page
 * @name: as in xyb_data_page_show_tab()
 *
 * Returns: (transfer none): that part
 */
GtkWidget *
xyb_data_page_get_tab (XybDataPage *self, const char *name)
{
  g_return_val_if_fail (XYB_IS_DATA_PAGE (self), NULL);

  if (g_strcmp0 (name, tab_names[TAB_LOG]) == 0)
    return GTK_WIDGET (self->log);
  if (g_strcmp0 (name, tab_names[TAB_BACKUP]) == 0)
    return GTK_WIDGET (get_backup (self));
  if (g_strcmp0 (name, tab_names[TAB_UNIT]) == 0)
    return GTK_WIDGET (get_unit (self));
  return GTK_WIDGET (get_office_view (self));
}
