/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XYB_STORE_ERROR:
 *
 * Errors of the office file. The message is one Chinese sentence that names the file (or the
 * record) and says what to do; the old state is intact.
 */
#define XYB_STORE_ERROR (xyb_store_error_quark ())

typedef enum
{
  XYB_STORE_ERROR_FAILED,       /* SQLite said no for a reason none of the others names */
  XYB_STORE_ERROR_NOT_FOUND,    /* no such file, plan, unit, enterprise */
  XYB_STORE_ERROR_NOT_OFFICE,   /* foreign or empty file */
  XYB_STORE_ERROR_NEWER,        /* written by a newer program */
  XYB_STORE_ERROR_DAMAGED,      /* integrity check failed, or a revision's checksum */
  XYB_STORE_ERROR_LOCKED,       /* another program has it */
  XYB_STORE_ERROR_READ_ONLY,    /* opened read-only, or not writable */
  XYB_STORE_ERROR_NO_SPACE,     /* disk full */
  XYB_STORE_ERROR_EXISTS,       /* would overwrite, or a duplicate record */
  XYB_STORE_ERROR_CONFLICT,     /* undo/redo meets what changed since */
  XYB_STORE_ERROR_NOTHING,      /* nothing to undo or redo */
  XYB_STORE_ERROR_BARRIER,      /* undo stops at a migration or a restore */
  XYB_STORE_ERROR_IN_USE,       /* a record other records point at */
  XYB_STORE_ERROR_INVALID       /* a value the file does not take; core's errors pass through */
} XybStoreError;

GQuark xyb_store_error_quark (void);

G_END_DECLS
