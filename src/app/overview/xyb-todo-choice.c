/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-todo-choice.h"

#include "xyb-i18n.h"
#include "xyb-settings.h"
#include "xyb-todo.h"

#define LIST_HEIGHT 400

typedef struct
{
  GSettings *settings;
  GtkWidget *checks[XYB_N_TODO_KINDS];
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_clear_object (&choice->settings);
  g_free (choice);
}

static void
accept_cb (XybAskDialog *dialog, Choice *choice)
{
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();

  for (guint i = 0; i < XYB_N_TODO_KINDS; i++)
    if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (choice->checks[i])))
      g_ptr_array_add (hidden, (gpointer) xyb_todo_kind_key ((XybTodoKind) i));
  g_ptr_array_add (hidden, NULL);
  xyb_settings_set_hidden_todos (choice->settings, (const char *const *) hidden->pdata);
  gtk_window_close (GTK_WINDOW (dialog));
}

static GtkWidget *
list_of_kinds (Choice *choice)
{
  g_auto (GStrv) hidden = xyb_settings_dup_hidden_todos (choice->settings);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < XYB_N_TODO_KINDS; i++)
    {
      const char *key = xyb_todo_kind_key ((XybTodoKind) i);

      choice->checks[i] = gtk_check_button_new_with_label (xyb_todo_kind_name ((XybTodoKind) i));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (choice->checks[i]),
                                   !g_strv_contains ((const char *const *) hidden, key));
      gtk_box_append (GTK_BOX (box), choice->checks[i]);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

/**
 * xyb_todo_choice_open:
 * @parent: a widget of the window
 * @settings: (nullable): of this workstation
 *
 * Asks which kinds of todos are to be seen; what is chosen is in the settings when it closes.
 *
 * Returns: (transfer none): the dialog, shown
 */
XybAskDialog *
xyb_todo_choice_open (GtkWidget *parent, GSettings *settings)
{
  XybAskDialog *dialog = xyb_ask_dialog_new (parent, _ ("选择待办事项"), _ ("确定"));
  Choice *choice = g_new0 (Choice, 1);

  choice->settings = settings != NULL ? g_object_ref (settings) : NULL;
  g_object_set_data_full (G_OBJECT (dialog), "choice", choice, choice_free);
  xyb_ask_dialog_set_sentence (
    dialog, _ ("不勾的事项在这台电脑上不列出，只算数；打印、导出和别的电脑不受影响。"));
  xyb_ask_dialog_add_widget (dialog, NULL, list_of_kinds (choice));
  g_signal_connect (dialog, "accept", G_CALLBACK (accept_cb), choice);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
