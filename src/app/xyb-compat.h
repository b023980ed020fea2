/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Dialogs whose interface differs between GTK 4.8 and today's (DESIGN §3): the only file that calls
 * them. */

/* @path is NULL when the clerk closed the dialog. */
typedef void (*XybPathFunc) (const char *path, gpointer user_data);
typedef void (*XybPathsFunc) (GListModel *files, gpointer user_data); /* of GFile */
typedef void (*XybAnswerFunc) (const char *answer, gpointer user_data);

typedef struct
{
  const char *name;    /* Excel 工作簿 */
  const char *pattern; /* *.xlsx; to open also several: *.xlsx;*.xls */
} XybFileKind;

void xyb_compat_choose_save (GtkWindow *parent,
                             const char *title,
                             const char *folder,
                             const char *file_name,
                             const XybFileKind *kind,
                             XybPathFunc func,
                             gpointer user_data);
void xyb_compat_choose_open (GtkWindow *parent,
                             const char *title,
                             const char *folder,
                             const XybFileKind *kind,
                             XybPathFunc func,
                             gpointer user_data);
void xyb_compat_choose_several (GtkWindow *parent,
                                const char *title,
                                const char *folder,
                                const XybFileKind *kind,
                                XybPathsFunc func,
                                gpointer user_data);
void xyb_compat_choose_folder (GtkWindow *parent,
                               const char *title,
                               const char *folder,
                               XybPathFunc func,
                               gpointer user_data);

typedef struct
{
  const char *id;
  const char *label;
  AdwResponseAppearance appearance;
} XybDialogAnswer;

GtkWindow *xyb_compat_ask (GtkWindow *parent,
                           const char *heading,
                           const char *body,
                           const XybDialogAnswer *answers,
                           guint n_answers,
                           GtkWidget *extra,
                           XybAnswerFunc func,
                           gpointer user_data);
void xyb_compat_answer (GtkWindow *dialog, const char *answer);
void xyb_compat_tell (GtkWindow *parent, const char *heading, const char *body);

gboolean xyb_compat_can_open_file (const char *path);
void xyb_compat_open_file (GtkWindow *parent, const char *path);
void xyb_compat_open_folder_of (GtkWindow *parent, const char *path);

G_END_DECLS
