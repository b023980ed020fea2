/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-return-answer.h"
#include "xyb-return-choices.h"
#include "xyb-return-diff.h"

G_BEGIN_DECLS

/* A batch of returned 附件2 on its way into the office: the window's preview and `xyb submission
 * import` work on the same one. It holds no files and no store. */

typedef enum
{
  XYB_INTAKE_READING,
  XYB_INTAKE_FAILED,
  XYB_INTAKE_NO_DISTRICT, /* B-20 */
  XYB_INTAKE_QUESTIONS,
  XYB_INTAKE_READY,
  XYB_INTAKE_IMPORTED
} XybIntakeState;

typedef struct
{
  char *path;
  char *shown;               /* its name for people */
  XybReturnChoices *choices; /* what was decided about the file as a whole */
  XybReturn *taken;          /* NULL while it is read, or where it failed */
  char *error;               /* why it failed, or NULL */
  GPtrArray *before;         /* of XybNomination: what the 区镇 has this year, or NULL */
  GPtrArray *changes;        /* of XybReturnChange, or NULL: its first version */
  gboolean imported;
  gboolean left;    /* the clerk does not want it */
  gboolean skipped; /* left, or another file of the batch stands for it */
} XybIntakeFile;

typedef struct
{
  int year;
  GPtrArray *files; /* of XybIntakeFile, in the order they were added */
} XybIntake;

XybIntake *xyb_intake_new (int year);
void xyb_intake_free (XybIntake *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybIntake, xyb_intake_free)

XybIntakeFile *xyb_intake_add_path (XybIntake *self, const char *path);
XybIntakeFile *xyb_intake_find (const XybIntake *self, const char *path);
void xyb_intake_remove (XybIntake *self, XybIntakeFile *file);
void xyb_intake_set_read (XybIntakeFile *file, XybReturn *taken);
void xyb_intake_fail (XybIntakeFile *file, const char *message);
void xyb_intake_set_before (XybIntakeFile *file, GPtrArray *nominations);

void xyb_intake_check (XybIntake *self);
gboolean xyb_intake_answer (XybIntake *self,
                            XybIntakeFile *file,
                            XybReturnRow *row,
                            XybReturnNote *note,
                            XybAnswer answer,
                            const char *text,
                            gint64 enterprise_id,
                            GError **error);
void xyb_intake_answer_all (XybIntake *self);

XybIntakeState xyb_intake_file_state (const XybIntakeFile *file);
guint xyb_intake_file_count (const XybIntakeFile *file, XybFate fate);
char *xyb_intake_file_words (const XybIntakeFile *file);
gboolean xyb_intake_file_is_waiting (const XybIntakeFile *file);
gboolean xyb_intake_is_complete (const XybIntake *self);
GPtrArray *xyb_intake_list_missing (const XybIntake *self, GPtrArray *submissions);

G_END_DECLS
