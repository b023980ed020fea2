/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-todo-row.h"

#include "xyb-i18n.h"

struct _XybTodoRow
{
  GtkListBoxRow parent_instance;

  /* template widgets */
  GtkImage *icon;
  GtkLabel *sentence;
  GtkLabel *detail;
  GtkLabel *due;

  /* borrowed: a literal; NULL where a new plan is needed */
  const char *page;
  gint64 record_id;

  /* owned */
  char *words;
};

G_DEFINE_FINAL_TYPE (XybTodoRow, xyb_todo_row, GTK_TYPE_LIST_BOX_ROW)

static void
xyb_todo_row_finalize (GObject *object)
{
  g_free (XYB_TODO_ROW (object)->words);
  G_OBJECT_CLASS (xyb_todo_row_parent_class)->finalize (object);
}

static void
xyb_todo_row_class_init (XybTodoRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xyb_todo_row_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/overview/xyb-todo-row.ui");
  gtk_widget_class_bind_template_child (widget_class, XybTodoRow, icon);
  gtk_widget_class_bind_template_child (widget_class, XybTodoRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, XybTodoRow, detail);
  gtk_widget_class_bind_template_child (widget_class, XybTodoRow, due);
}

static void
xyb_todo_row_init (XybTodoRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What it is about; what is late has one sign for all. */
static const char *
icon_of (const XybTodo *todo)
{
  if (todo->urgency == XYB_URGENCY_OVERDUE)
    return "xyb-overdue-symbolic";
  switch (todo->kind)
    {
    case XYB_TODO_QUESTIONS:
    case XYB_TODO_WRONG_CODE:
      return "xyb-question-symbolic";
    case XYB_TODO_UNSIGNED:
    case XYB_TODO_MODEL_SIGN:
    case XYB_TODO_CONTRACT:
    case XYB_TODO_NUMBER:
      return "document-edit-symbolic";
    case XYB_TODO_QUOTA_TOTAL:
    case XYB_TODO_QUOTA_BLANK:
      return "xyb-quota-symbolic";
    case XYB_TODO_RETURN:
    case XYB_TODO_TOO_FEW:
    case XYB_TODO_CONFIRM:
      return "xyb-nomination-symbolic";
    case XYB_TODO_WITHOUT_CODE:
    case XYB_TODO_WITHOUT_PHONE:
      return "xyb-enterprise-symbolic";
    case XYB_TODO_NO_PLAN:
    case XYB_TODO_NEXT_PLAN:
    case XYB_TODO_BACKUP:
      return "dialog-warning-symbolic";
    case XYB_TODO_MATERIALS:
      return "text-x-generic-symbolic";
    case XYB_TODO_EXPIRED:
    case XYB_TODO_EXPIRING:
    case XYB_TODO_RECTIFY:
    case XYB_TODO_PUBLICITY:
    case XYB_TODO_ACCEPT:
    case XYB_TODO_TRACK:
    case XYB_TODO_DUE:
    default:
      return "alarm-symbolic";
    }
}

static void
set_classes (XybTodoRow *self, XybUrgency urgency)
{
  static const char *const tints[] = { "", "error", "error", "warning", "neutral" };
  const char *sign[] = { "todo-sign", tints[urgency], NULL };
  const char *tag[] = { "tag", "numeric", tints[urgency], NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), sign);
  gtk_widget_set_css_classes (GTK_WIDGET (self->due), tag);
}

/**
 * xyb_todo_row_new:
 * @todo: what it shows
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
xyb_todo_row_new (const XybTodo *todo)
{
  XybTodoRow *self = g_object_new (XYB_TYPE_TODO_ROW, NULL);

  gtk_image_set_from_icon_name (self->icon, icon_of (todo));
  gtk_label_set_label (self->sentence, todo->sentence);
  gtk_label_set_label (self->detail, todo->detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), todo->detail != NULL);
  gtk_label_set_label (self->due, todo->due);
  set_classes (self, todo->urgency);
  self->page = todo->page;
  self->record_id = todo->record_id;
  self->words = todo->detail != NULL
                  ? g_strdup_printf (_ ("%s：%s，%s"), todo->due, todo->sentence, todo->detail)
                  : g_strdup_printf (_ ("%s：%s"), todo->due, todo->sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->detail), todo->detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->words,
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * xyb_todo_row_follow:
 * @self: a row
 *
 * Goes where the thing is mended.
 */
void
xyb_todo_row_follow (XybTodoRow *self)
{
  g_return_if_fail (XYB_IS_TODO_ROW (self));

  if (self->page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "(sx)", self->page,
                                self->record_id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-year", NULL);
}

/**
 * xyb_todo_row_get_words:
 * @self: a row
 *
 * Returns: all it says, as a screen reader says it
 */
const char *
xyb_todo_row_get_words (XybTodoRow *self)
{
  g_return_val_if_fail (XYB_IS_TODO_ROW (self), NULL);

  return self->words;
}
