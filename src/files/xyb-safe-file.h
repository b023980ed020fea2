/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Every file the program puts out goes through here (rule 5 of the house): written under a
 * temporary name in the same folder, fsynced, renamed. Until the rename the old file is untouched,
 * whatever happens; after a failure nothing of the temporary file stays.
 *
 * A layer of its own, because store, exchange and print all write files and none of them may use
 * another; core does no I/O. */

#define XYB_FILE_ERROR (xyb_file_error_quark ())

typedef enum
{
  XYB_FILE_ERROR_FAILED,
  XYB_FILE_ERROR_NOT_FOUND,    /* the folder, or a file to be read, does not exist */
  XYB_FILE_ERROR_EXISTS,       /* would overwrite and may not */
  XYB_FILE_ERROR_NO_SPACE,     /* disk or quota full */
  XYB_FILE_ERROR_NOT_WRITABLE, /* permissions, read-only medium */
  XYB_FILE_ERROR_BUSY,         /* open in WPS, Excel or LibreOffice */
  XYB_FILE_ERROR_BAD_NAME      /* a folder, or a name the system does not take */
} XybFileError;

GQuark xyb_file_error_quark (void);

/* Sets @error from @saved_errno: one sentence with the file's name and what to do. @doing is
 * 「保存」, 「读取」 … */
void xyb_file_set_error (GError **error, int saved_errno, const char *doing, const char *path);

typedef struct _XybSafeFile XybSafeFile;

XybSafeFile *xyb_safe_file_new (const char *target, gboolean overwrite, GError **error);
void xyb_safe_file_free (XybSafeFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybSafeFile, xyb_safe_file_free)

const char *xyb_safe_file_get_temp_path (XybSafeFile *self);
const char *xyb_safe_file_get_temp_dir (XybSafeFile *self);
gboolean xyb_safe_file_commit (XybSafeFile *self, GError **error);

gboolean xyb_safe_file_write_text (const char *target, const char *text, GError **error);

gboolean xyb_safe_file_fsync_folder (const char *path);

void xyb_safe_file_clear_leftovers (const char *folder, const char *must_hold);

G_END_DECLS
