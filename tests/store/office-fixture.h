/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "xyb-enterprise-store.h"
#include "xyb-nomination-store.h"
#include "xyb-office-store.h"
#include "xyb-plan-store.h"
#include "xyb-store-error.h"
#include "xyb-unit-store.h"

/* A new office with the presets, in a folder of its own that goes with it. */

#define ZHOUSHI 106     /* 周市镇, in the presets */
#define ZHANGPU 105     /* 张浦镇 */
#define HUAQIAO 103     /* 花桥经济开发区 */
#define RESORT 104      /* 旅游度假区: no row in 附件1 */
#define DEVELOPMENT 101 /* 昆山开发区 */

typedef struct
{
  char *folder;
  char *path;
  XybStore *store;
} Office;

static inline void
office_set_up (Office *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("xyb-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "office.xyb", NULL);
  self->store = xyb_office_store_create (self->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->store);
}

static inline void
office_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        office_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static inline void
office_tear_down (Office *self, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (self->store);
  office_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

#define office_test(path, func)                                                                    \
  g_test_add (path, Office, NULL, office_set_up, func, office_tear_down)

/* The label of the last edit: what 撤销 would take back; NULL before the first. */
static inline void
office_assert_label (Office *self, const char *label)
{
  g_autofree char *last = xyb_store_peek_undo (self->store);

  g_assert_cmpstr (last, ==, label);
}

static inline gint64
office_add_enterprise (Office *self, const char *name, gint64 unit_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();

  enterprise->name = g_strdup (name);
  enterprise->unit_id = unit_id;
  xyb_enterprise_store_save (self->store, enterprise, "2020-04-01", &error);
  g_assert_no_error (error);
  g_assert_cmpint (enterprise->id, >, 0);
  return enterprise->id;
}

static inline gint64
office_plan_id (Office *self, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (self->store, year, &error);

  g_assert_no_error (error);
  return plan->id;
}

static inline XybEnterprise *
office_get_enterprise (Office *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  XybEnterprise *enterprise = xyb_enterprise_store_get (self->store, id, &error);

  g_assert_no_error (error);
  return enterprise;
}

/* What @unit_id has put forward in 2020. */
static inline GPtrArray *
office_list_nominations (Office *self, gint64 unit_id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = xyb_nomination_store_list (self->store, 2020, unit_id, &error);

  g_assert_no_error (error);
  return rows;
}

/* A refusal is one sentence that names @about, if given, and leaves nothing behind. */
static inline void
office_assert_refused (Office *self,
                       gboolean ok,
                       GError **error,
                       GQuark domain,
                       int code,
                       const char *about,
                       const char *last_label)
{
  g_assert_false (ok);
  g_assert_error (*error, domain, code);
  g_assert_true (g_utf8_validate ((*error)->message, -1, NULL));
  g_assert_null (strchr ((*error)->message, '\n'));
  if (about != NULL && strstr ((*error)->message, about) == NULL)
    g_error ("no “%s” in “%s”", about, (*error)->message);
  office_assert_label (self, last_label);
  g_clear_error (error);
}
