/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-compat.h"

#include <string.h>

#include "xyb-i18n.h"

typedef struct
{
  XybPathFunc func;
  gpointer user_data;
  char *ending; /* .xlsx, or NULL when a file is to be opened */
  char *path;   /* chosen, while we ask whether to replace it */
  GtkWindow *parent;
} Choice;

static void
finish_choice (Choice *choice, const char *path)
{
  choice->func (path, choice->user_data);
  g_object_unref (choice->parent);
  g_free (choice->ending);
  g_free (choice->path);
  g_free (choice);
}

static char *
with_ending (const char *path, const char *ending)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  if (ending == NULL || g_str_has_suffix (folded, ending))
    return g_strdup (path);
  return g_strconcat (path, ending, NULL);
}

static void
replace_answer_cb (const char *answer, gpointer user_data)
{
  Choice *choice = user_data;

  finish_choice (choice, g_strcmp0 (answer, "replace") == 0 ? choice->path : NULL);
}

/* The dialog asked about the name the clerk typed; the name with its ending is another file. */
static void
ask_replace (Choice *choice, char *path)
{
  static const XybDialogAnswer answers[] = {
    { "cancel", N_ ("取消"), ADW_RESPONSE_DEFAULT },
    { "replace", N_ ("替换"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *body
    = g_strdup_printf (_ ("文件夹里已有“%s”，替换后原来的内容就没有了。"), name);

  choice->path = path;
  xyb_compat_ask (choice->parent, _ ("替换已有文件？"), body, answers, G_N_ELEMENTS (answers), NULL,
                  replace_answer_cb, choice);
}

static void
chooser_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    chosen = g_file_get_path (file);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  if (chosen != NULL)
    path = with_ending (chosen, choice->ending);
  if (path != NULL && g_strcmp0 (path, chosen) != 0 && g_file_test (path, G_FILE_TEST_EXISTS))
    ask_replace (choice, g_steal_pointer (&path));
  else
    finish_choice (choice, path);
}

static const char *
accept_label (GtkFileChooserAction action)
{
  switch (action)
    {
    case GTK_FILE_CHOOSER_ACTION_SAVE:
      return _ ("保存");
    case GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER:
      return _ ("选这个文件夹");
    case GTK_FILE_CHOOSER_ACTION_OPEN:
    default:
      return _ ("打开");
    }
}

/* Without a kind all files are shown. */
static GtkFileChooserNative *
chooser_new (GtkWindow *parent,
             const char *title,
             const char *folder,
             GtkFileChooserAction action,
             const XybFileKind *kind)
{
  GtkFileChooserNative *dialog
    = gtk_file_chooser_native_new (title, parent, action, accept_label (action), _ ("取消"));
  g_autoptr (GFile) start = folder != NULL ? g_file_new_for_path (folder) : NULL;

  if (kind != NULL)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      g_auto (GStrv) patterns = g_strsplit (kind->pattern, ";", -1);

      gtk_file_filter_set_name (filter, kind->name);
      for (guint i = 0; patterns[i] != NULL; i++)
        gtk_file_filter_add_suffix (filter, patterns[i] + strlen ("*."));
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
      /* What came by OA may have lost its ending. */
      if (action == GTK_FILE_CHOOSER_ACTION_OPEN)
        {
          g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

          gtk_file_filter_set_name (all, _ ("所有文件"));
          gtk_file_filter_add_pattern (all, "*");
          gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
        }
    }
  if (start != NULL && g_file_query_exists (start, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), start, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  return dialog;
}

static void
run_chooser (GtkFileChooserNative *dialog,
             GtkWindow *parent,
             const char *ending,
             XybPathFunc func,
             gpointer user_data)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->func = func;
  choice->user_data = user_data;
  choice->ending = g_strdup (ending);
  choice->parent = g_object_ref (parent);
  g_signal_connect (dialog, "response", G_CALLBACK (chooser_response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * xyb_compat_choose_save:
 * @parent: the window
 * @title: of the dialog
 * @folder: (nullable): where to start
 * @file_name: what to propose, with its ending
 * @kind: (nullable): what kind of file; its ending is added to a name without one. %NULL: any
 * @func: gets the path, or %NULL
 * @user_data: for @func
 *
 * Asks where to save; an existing file is only chosen after the clerk agreed to replace it.
 */
void
xyb_compat_choose_save (GtkWindow *parent,
                        const char *title,
                        const char *folder,
                        const char *file_name,
                        const XybFileKind *kind,
                        XybPathFunc func,
                        gpointer user_data)
{
  GtkFileChooserNative *dialog
    = chooser_new (parent, title, folder, GTK_FILE_CHOOSER_ACTION_SAVE, kind);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file_name);
  run_chooser (dialog, parent, kind != NULL ? kind->pattern + 1 : NULL, func, user_data);
}

/**
 * xyb_compat_choose_open:
 * @parent: the window
 * @title: of the dialog
 * @folder: (nullable): where to start
 * @kind: (nullable): what kind of file; %NULL: any
 * @func: gets the path, or %NULL
 * @user_data: for @func
 *
 * Asks which file to open.
 */
void
xyb_compat_choose_open (GtkWindow *parent,
                        const char *title,
                        const char *folder,
                        const XybFileKind *kind,
                        XybPathFunc func,
                        gpointer user_data)
{
  run_chooser (chooser_new (parent, title, folder, GTK_FILE_CHOOSER_ACTION_OPEN, kind), parent,
               NULL, func, user_data);
}

typedef struct
{
  XybPathsFunc func;
  gpointer user_data;
} Several;

static void
several_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autofree Several *several = user_data;
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  several->func (files, several->user_data);
}

/**
 * xyb_compat_choose_several:
 * @parent: the window
 * @title: of the dialog
 * @folder: (nullable): where to start
 * @kind: (nullable): what kind of files; %NULL: any
 * @func: gets the files, or %NULL
 * @user_data: for @func
 *
 * Asks which files to open.
 */
void
xyb_compat_choose_several (GtkWindow *parent,
                           const char *title,
                           const char *folder,
                           const XybFileKind *kind,
                           XybPathsFunc func,
                           gpointer user_data)
{
  GtkFileChooserNative *dialog
    = chooser_new (parent, title, folder, GTK_FILE_CHOOSER_ACTION_OPEN, kind);
  Several *several = g_new0 (Several, 1);

  several->func = func;
  several->user_data = user_data;
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (several_response_cb), several);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * xyb_compat_choose_folder:
 * @parent: the window
 * @title: of the dialog
 * @folder: (nullable): where to start
 * @func: gets the path, or %NULL
 * @user_data: for @func
 *
 * Asks for a folder that is there.
 */
void
xyb_compat_choose_folder (GtkWindow *parent,
                          const char *title,
                          const char *folder,
                          XybPathFunc func,
                          gpointer user_data)
{
  run_chooser (chooser_new (parent, title, folder, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL),
               parent, NULL, func, user_data);
}

/* ---- questions ---- */

typedef struct
{
  XybAnswerFunc func;
  gpointer user_data;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *answer, gpointer user_data)
{
  const Question *question = user_data;

  if (question->func != NULL)
    question->func (answer, question->user_data);
}

/**
 * xyb_compat_ask:
 * @parent: the window
 * @heading: the question
 * @body: one sentence
 * @answers: (array length=n_answers): the buttons; the first is also given by Esc
 * @n_answers: how many
 * @extra: (nullable): a widget under the sentence
 * @func: (nullable): gets the id of the answer
 * @user_data: for @func
 *
 * Asks and returns at once.
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
xyb_compat_ask (GtkWindow *parent,
                const char *heading,
                const char *body,
                const XybDialogAnswer *answers,
                guint n_answers,
                GtkWidget *extra,
                XybAnswerFunc func,
                gpointer user_data)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);
  Question *question = g_new0 (Question, 1);

  g_return_val_if_fail (n_answers > 0, NULL);

  for (guint i = 0; i < n_answers; i++)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), answers[i].id,
                                       _ (answers[i].label));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), answers[i].id,
                                                  answers[i].appearance);
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), answers[0].id);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), answers[0].id);
  if (extra != NULL)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), extra);
  question->func = func;
  question->user_data = user_data;
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

/**
 * xyb_compat_answer:
 * @dialog: of xyb_compat_ask()
 * @answer: an id
 *
 * Answers it from a widget under its sentence, and closes it.
 */
void
xyb_compat_answer (GtkWindow *dialog, const char *answer)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), answer);
  gtk_window_destroy (dialog);
}

/**
 * xyb_compat_tell:
 * @parent: the window
 * @heading: what was not done
 * @body: the sentence
 *
 * Shows a sentence that has to be read.
 */
void
xyb_compat_tell (GtkWindow *parent, const char *heading, const char *body)
{
  static const XybDialogAnswer answers[] = { { "ok", N_ ("知道了"), ADW_RESPONSE_DEFAULT } };

  xyb_compat_ask (parent, heading, body, answers, G_N_ELEMENTS (answers), NULL, NULL, NULL);
}

/* ---- what has been written ---- */

static void
show (GtkWindow *parent, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

/**
 * xyb_compat_can_open_file:
 * @path: a file
 *
 * A machine without a program for the file gets the folder instead of a button that does nothing.
 *
 * Returns: whether the desktop has a program for it
 */
gboolean
xyb_compat_can_open_file (const char *path)
{
  g_autofree char *type = g_content_type_guess (path, NULL, 0, NULL);
  g_autoptr (GAppInfo) program = g_app_info_get_default_for_type (type, FALSE);

  return program != NULL;
}

/**
 * xyb_compat_open_file:
 * @parent: the window
 * @path: a file
 *
 * Opens @path in the program the desktop has for it.
 */
void
xyb_compat_open_file (GtkWindow *parent, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  show (parent, file);
}

/**
 * xyb_compat_open_folder_of:
 * @parent: the window
 * @path: a file
 *
 * Opens the folder @path is in.
 */
void
xyb_compat_open_folder_of (GtkWindow *parent, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  show (parent, file);
}
