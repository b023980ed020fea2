/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-todo-pane.h"

#include "xyb-i18n.h"
#include "xyb-settings.h"
#include "xyb-todo-choice.h"
#include "xyb-todo-row.h"

/* However low the window is; and until it is known. */
#define MIN_ROWS 4
#define USUAL_ROWS 7

struct _XybTodoPane
{
  GtkBox parent_instance;

  /* template widgets */
  GtkLabel *overdue;
  GtkLabel *urgent;
  GtkLabel *near;
  GtkButton *all;
  GtkButton *choose;
  GtkWidget *heading;
  GtkListBox *list;
  GtkLabel *nothing;

  /* owned */
  GSettings *settings; /* NULL: nothing is remembered */

  /* borrowed of the page */
  const XybOverview *overview;

  guint n;
  guint limit;
  int room;
  gboolean expanded;
};

G_DEFINE_FINAL_TYPE (XybTodoPane, xyb_todo_pane, GTK_TYPE_BOX)

static void
show_limit (XybTodoPane *self)
{
  gboolean cut = self->n > self->limit;
  g_autofree char *label
    = self->expanded ? g_strdup (_ ("收起")) : g_strdup_printf (_ ("全部 %u 项"), self->n);
  GtkListBoxRow *row;

  for (guint i = 0; (row = gtk_list_box_get_row_at_index (self->list, (int) i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), self->expanded || i < self->limit);
  gtk_button_set_label (self->all, label);
  gtk_widget_set_visible (GTK_WIDGET (self->all), cut);
}

static void
all_clicked_cb (GtkButton *button, XybTodoPane *self)
{
  self->expanded = !self->expanded;
  show_limit (self);
}

static void
choose_clicked_cb (GtkButton *button, XybTodoPane *self)
{
  xyb_todo_choice_open (GTK_WIDGET (self), self->settings);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, XybTodoPane *self)
{
  xyb_todo_row_follow (XYB_TODO_ROW (row));
}

static void
show_count (GtkLabel *label, const char *format, guint count)
{
  g_autofree char *text = g_strdup_printf ("%s %u", format, count);

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), count > 0);
}

static void
update_limit (XybTodoPane *self)
{
  GtkWidget *first = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0));
  int height = first != NULL ? gtk_widget_get_height (first) : 0;
  int room
    = self->room - gtk_widget_get_height (self->heading) - gtk_box_get_spacing (GTK_BOX (self));

  self->limit = USUAL_ROWS;
  if (height > 0 && self->room > 0)
    self->limit = (guint) MAX (room / height, MIN_ROWS);
  show_limit (self);
}

static void
settings_changed_cb (GSettings *settings, const char *key, XybTodoPane *self)
{
  if (self->overview != NULL)
    xyb_todo_pane_fill (self, self->overview);
}

static void
xyb_todo_pane_dispose (GObject *object)
{
  XybTodoPane *self = XYB_TODO_PANE (object);

  self->overview = NULL;
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (xyb_todo_pane_parent_class)->dispose (object);
}

static void
xyb_todo_pane_class_init (XybTodoPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_todo_pane_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/overview/xyb-todo-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, XybTodoPane, overdue);
  gtk_widget_class_bind_template_child (widget_class, XybTodoPane, urgent);
  gtk_widget_class_bind_template_child (widget_class, XybTodoPane, near);
  gtk_widget_class_bind_template_child (widget_class, XybTodoPane, all);
  gtk_widget_class_bind_template_child (widget_class, XybTodoPane, choose);
  gtk_widget_class_bind_template_child (widget_class, XybTodoPane, heading);
  gtk_widget_class_bind_template_child (widget_class, XybTodoPane, list);
  gtk_widget_class_bind_template_child (widget_class, XybTodoPane, nothing);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
xyb_todo_pane_init (XybTodoPane *self)
{
  self->limit = USUAL_ROWS;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = xyb_settings_new ();
  if (self->settings != NULL)
    g_signal_connect (self->settings, "changed::hidden-todos", G_CALLBACK (settings_changed_cb),
                      self);
}

static void
clear (XybTodoPane *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* Where the cursor is in the list, or -1. */
static int
focused_index (XybTodoPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, XYB_TYPE_TODO_ROW) : NULL;

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/* An undo while the cursor is here must not throw it out. */
static void
focus_index (XybTodoPane *self, int index)
{
  int last = (int) (self->expanded ? self->n : MIN (self->n, self->limit)) - 1;

  if (index >= 0 && last >= 0)
    gtk_widget_grab_focus (
      GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, MIN (index, last))));
}

/* What is not listed is counted: nothing goes unnoticed. */
static void
show_hidden (XybTodoPane *self, guint hidden)
{
  g_autofree char *words
    = hidden > 0 ? g_strdup_printf (_ ("另有 %u 项未显示"), hidden) : g_strdup (_ ("选择…"));

  gtk_button_set_label (self->choose, words);
}

static GPtrArray *
list_shown (const XybOverview *overview, GSettings *settings, guint *out_hidden)
{
  g_auto (GStrv) kinds = xyb_settings_dup_hidden_todos (settings);
  GPtrArray *todos = xyb_todo_list_new (overview);

  *out_hidden = xyb_todo_list_hide (todos, (const char *const *) kinds);
  return todos;
}

/**
 * xyb_todo_pane_count:
 * @overview: what the office knows
 * @settings: (nullable): of this workstation
 * @urgency: an urgency
 *
 * Returns: how many todos of @urgency the clerk wants to see
 */
guint
xyb_todo_pane_count (const XybOverview *overview, GSettings *settings, XybUrgency urgency)
{
  guint hidden;
  g_autoptr (GPtrArray) todos = list_shown (overview, settings, &hidden);

  return xyb_todo_list_count (todos, urgency);
}

/**
 * xyb_todo_pane_fill:
 * @self: the pane
 * @overview: what the office knows; has to live until the next one, or as long as the pane
 *
 * Shows what is to be done.
 */
void
xyb_todo_pane_fill (XybTodoPane *self, const XybOverview *overview)
{
  g_autoptr (GPtrArray) todos = NULL;
  guint hidden = 0;
  int focused;

  g_return_if_fail (XYB_IS_TODO_PANE (self));

  self->overview = overview;
  todos = list_shown (overview, self->settings, &hidden);
  focused = focused_index (self);
  clear (self);
  for (guint i = 0; i < todos->len; i++)
    gtk_list_box_append (self->list, xyb_todo_row_new (todos->pdata[i]));
  self->n = todos->len;
  show_count (self->overdue, _ ("逾期"), xyb_todo_list_count (todos, XYB_URGENCY_OVERDUE));
  show_count (self->urgent, _ ("紧急"), xyb_todo_list_count (todos, XYB_URGENCY_URGENT));
  show_count (self->near, _ ("临近"), xyb_todo_list_count (todos, XYB_URGENCY_NEAR));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), self->n == 0);
  gtk_label_set_label (self->nothing, xyb_overview_is_closed (overview)
                                        ? _ ("这一年已经过去，不再列出当年的待办。")
                                        : _ ("没有要办的事。"));
  show_hidden (self, hidden);
  show_limit (self);
  focus_index (self, focused);
}

/**
 * xyb_todo_pane_forget:
 * @self: the pane
 *
 * What it shows is about to go.
 */
void
xyb_todo_pane_forget (XybTodoPane *self)
{
  g_return_if_fail (XYB_IS_TODO_PANE (self));

  self->overview = NULL;
}

/**
 * xyb_todo_pane_set_room:
 * @self: the pane
 * @height: pixels it has without the page scrolling
 *
 * Shows as many as fit.
 */
void
xyb_todo_pane_set_room (XybTodoPane *self, int height)
{
  g_return_if_fail (XYB_IS_TODO_PANE (self));

  self->room = height;
  update_limit (self);
}
