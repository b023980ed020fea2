/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-overview-page.h"

#include "xyb-date.h"
#include "xyb-district-table.h"
#include "xyb-figure-card.h"
#include "xyb-i18n.h"
#include "xyb-overview-store.h"
#include "xyb-print-preview.h"
#include "xyb-settings.h"
#include "xyb-timeline-view.h"
#include "xyb-todo-pane.h"
#include "xyb-year-warnings.h"
#include "xyb-todo.h"

/* Below the two lists: the note under the table, and the edge. */
#define FOOT 36

struct _XybOverviewPage
{
  XybPage parent_instance;

  /* template widgets */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkWidget *content;
  GtkWidget *strip;
  GtkLabel *strip_label;
  GtkButton *strip_button;
  XybFigureCard *accreditation;
  XybFigureCard *city_model;
  XybFigureCard *province_model;
  XybTimelineView *timeline;
  XybTodoPane *todos;
  XybDistrictTable *districts;
  GtkWidget *main_button;

  /* owned */
  XybOverview *overview; /* NULL: not read yet */
  guint fill_idle;
  guint room_idle;
};

G_DEFINE_FINAL_TYPE (XybOverviewPage, xyb_overview_page, XYB_TYPE_PAGE)

static XybOffice *
get_office (XybOverviewPage *self)
{
  return xyb_page_get_office (XYB_PAGE (self));
}

/* ---- what is shown ---- */

/* The year in view is over and nobody has begun the next: say it where it cannot be missed. */
static void
show_strip (XybOverviewPage *self)
{
  int year = xyb_overview_calendar_year (self->overview);
  gboolean needed
    = self->overview->plan->year < year && !xyb_overview_has_year (self->overview, year);
  g_autofree char *sentence = NULL;
  g_autofree char *button = NULL;

  gtk_widget_set_visible (self->strip, needed);
  if (!needed)
    return;
  sentence
    = g_strdup_printf (_ ("%d 年还没有方案，现在看的是 %d 年。"), year, self->overview->plan->year);
  button = g_strdup_printf (_ ("新建 %d 年度…"), year);
  gtk_label_set_label (self->strip_label, sentence);
  gtk_button_set_label (self->strip_button, button);
}

static void
show_figures (XybOverviewPage *self)
{
  XybFigureCard *const cards[] = { self->accreditation, self->city_model, self->province_model };

  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autoptr (XybFigure) figure = xyb_figure_new (self->overview, (XybTrack) (i + 1));

      xyb_figure_card_fill (cards[i], figure);
    }
}

static void
show_overview (XybOverviewPage *self)
{
  if (self->overview->plan == NULL)
    {
      xyb_todo_pane_forget (self->todos);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  show_strip (self);
  show_figures (self);
  xyb_timeline_view_take (self->timeline, xyb_timeline_new (self->overview));
  xyb_todo_pane_fill (self->todos, self->overview);
  xyb_district_table_fill (self->districts, self->overview);
  gtk_stack_set_visible_child_name (self->stack, "overview");
}

static XybOverview *
read_overview (XybOffice *office, GError **error)
{
  g_autofree char *today = xyb_date_today ();

  return xyb_overview_store_read (xyb_office_get_store (office), xyb_office_get_year (office),
                                  today, error);
}

static void
fill (XybOverviewPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybOverview) old = NULL;
  XybOverview *overview = read_overview (get_office (self), &error);

  if (overview == NULL)
    {
      xyb_office_report (get_office (self), error);
      return;
    }
  old = g_steal_pointer (&self->overview);
  self->overview = overview;
  show_overview (self);
  g_signal_emit_by_name (self, "words-changed");
}

static gboolean
fill_cb (gpointer user_data)
{
  XybOverviewPage *self = user_data;

  self->fill_idle = 0;
  if (self->overview == NULL)
    fill (self);
  return G_SOURCE_REMOVE;
}

/* The frame that has just begun is painted before anything idle runs. */
static gboolean
frame_begins_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  XybOverviewPage *self = XYB_OVERVIEW_PAGE (widget);

  if (self->fill_idle == 0)
    self->fill_idle = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
xyb_overview_page_reload (XybPage *page, const char *const *tables)
{
  XybOverviewPage *self = XYB_OVERVIEW_PAGE (page);

  /* The window shows its first frame before the figures are read. */
  if (self->overview == NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_begins_cb, NULL, NULL);
  else
    fill (self);
}

/* A window that stays open over night shows the new day when the page comes back. */
static void
xyb_overview_page_map (GtkWidget *widget)
{
  XybOverviewPage *self = XYB_OVERVIEW_PAGE (widget);
  g_autofree char *today = xyb_date_today ();

  GTK_WIDGET_CLASS (xyb_overview_page_parent_class)->map (widget);
  if (self->overview != NULL && g_strcmp0 (today, self->overview->today) != 0)
    fill (self);
}

/* ---- room ---- */

static gboolean
room_cb (gpointer user_data)
{
  XybOverviewPage *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_point_t top;
  int room;

  self->room_idle = 0;
  if (!gtk_widget_compute_point (GTK_WIDGET (self->todos), self->content,
                                 &GRAPHENE_POINT_INIT (0, 0), &top))
    return G_SOURCE_REMOVE;
  room = (int) (gtk_adjustment_get_page_size (adjustment) - top.y) - FOOT;
  xyb_todo_pane_set_room (self->todos, room);
  xyb_district_table_set_room (self->districts, room);
  return G_SOURCE_REMOVE;
}

/* A larger window shows more of the list and gives the table air. Not now: this is told in the
 * middle of a layout. */
static void
page_size_cb (XybOverviewPage *self)
{
  if (self->room_idle == 0)
    self->room_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, room_cb, self, NULL);
}

/* ---- buttons ---- */

static void
load_presets_cb (GtkButton *button, XybOverviewPage *self)
{
  xyb_office_load_presets (get_office (self));
}

/* ---- the page ---- */

static void
warnings_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  xyb_year_warnings_open (widget, get_office (XYB_OVERVIEW_PAGE (widget)));
}

static void
calendar_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GSettings) settings = xyb_settings_new ();

  xyb_year_calendar_ask (widget, get_office (XYB_OVERVIEW_PAGE (widget)), settings);
}

static char *
xyb_overview_page_dup_subtitle (XybPage *page)
{
  const XybPlan *plan = xyb_office_get_plan (xyb_page_get_office (page));

  if (plan == NULL)
    return NULL;
  return plan->document_number != NULL
           ? g_strdup_printf ("%s · %s", plan->document_number, plan->title)
           : g_strdup (plan->title);
}

static GtkWidget *
xyb_overview_page_get_main_button (XybPage *page)
{
  return XYB_OVERVIEW_PAGE (page)->main_button;
}

static char *
xyb_overview_page_dup_badge (XybOffice *office, char **out_tooltip)
{
  g_autoptr (XybOverview) overview = read_overview (office, NULL);
  g_autoptr (GSettings) settings = xyb_settings_new ();
  guint overdue;

  if (overview == NULL)
    return NULL;
  overdue = xyb_todo_pane_count (overview, settings, XYB_URGENCY_OVERDUE);
  if (overdue == 0)
    return NULL;
  *out_tooltip = g_strdup_printf (_ ("%u 项待办已逾期"), overdue);
  return g_strdup_printf ("%u", overdue);
}

static gboolean
xyb_overview_page_start_print (XybPage *page)
{
  XybOffice *office = xyb_page_get_office (page);
  const XybPrintChoice choices[]
    = { { _ ("年度进度"), { XYB_EXPORT_PROGRESS, xyb_office_get_year (office) } } };

  if (xyb_office_get_plan (office) == NULL)
    return FALSE;
  xyb_print_preview_open (GTK_WIDGET (page), office, choices, G_N_ELEMENTS (choices));
  return TRUE;
}

static void
xyb_overview_page_dispose (GObject *object)
{
  XybOverviewPage *self = XYB_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->fill_idle, g_source_remove);
  g_clear_handle_id (&self->room_idle, g_source_remove);
  if (self->todos != NULL)
    xyb_todo_pane_forget (self->todos);
  g_clear_pointer (&self->overview, xyb_overview_free);
  G_OBJECT_CLASS (xyb_overview_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, XybOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, XybOverviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, XybOverviewPage, content);
  gtk_widget_class_bind_template_child (widget_class, XybOverviewPage, strip);
  gtk_widget_class_bind_template_child (widget_class, XybOverviewPage, strip_label);
  gtk_widget_class_bind_template_child (widget_class, XybOverviewPage, strip_button);
  gtk_widget_class_bind_template_child (widget_class, XybOverviewPage, accreditation);
  gtk_widget_class_bind_template_child (widget_class, XybOverviewPage, city_model);
  gtk_widget_class_bind_template_child (widget_class, XybOverviewPage, province_model);
  gtk_widget_class_bind_template_child (widget_class, XybOverviewPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, XybOverviewPage, todos);
  gtk_widget_class_bind_template_child (widget_class, XybOverviewPage, districts);
  gtk_widget_class_bind_template_child (widget_class, XybOverviewPage, main_button);
  gtk_widget_class_bind_template_callback (widget_class, load_presets_cb);
}

static void
xyb_overview_page_class_init (XybOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XybPageClass *page_class = XYB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_overview_page_dispose;
  widget_class->map = xyb_overview_page_map;
  page_class->name = "overview";
  page_class->title = N_ ("总览");
  page_class->icon_name = "xyb-overview-symbolic";
  page_class->reload = xyb_overview_page_reload;
  page_class->dup_subtitle = xyb_overview_page_dup_subtitle;
  page_class->dup_badge = xyb_overview_page_dup_badge;
  page_class->get_main_button = xyb_overview_page_get_main_button;
  page_class->start_print = xyb_overview_page_start_print;

  g_type_ensure (XYB_TYPE_FIGURE_CARD);
  g_type_ensure (XYB_TYPE_TIMELINE_VIEW);
  g_type_ensure (XYB_TYPE_TODO_PANE);
  g_type_ensure (XYB_TYPE_DISTRICT_TABLE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/overview/xyb-overview-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "overview.warning-days", NULL, warnings_cb);
  gtk_widget_class_install_action (widget_class, "overview.export-calendar", NULL, calendar_cb);
}

static void
xyb_overview_page_init (XybOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (page_size_cb), self, G_CONNECT_SWAPPED);
}

/**
 * xyb_overview_page_is_filled:
 * @self: the page
 *
 * Returns: whether the office has been read, which happens behind the first frame
 */
gboolean
xyb_overview_page_is_filled (XybOverviewPage *self)
{
  g_return_val_if_fail (XYB_IS_OVERVIEW_PAGE (self), FALSE);

  return self->overview != NULL;
}
