/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-materials-job.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-plan-store.h"
#include "xyb-progress-store.h"

struct _XybMaterialsJob
{
  int year;
  XybTrack track;
  gint64 enterprise_id;
  char *today;
  GArray *edits; /* of XybMaterialEdit */
};

static void
edit_clear (gpointer data)
{
  XybMaterialEdit *edit = data;

  xyb_material_free (edit->material);
  g_free ((char *) edit->attachment);
}

/**
 * xyb_materials_job_new:
 * @place: whose materials
 *
 * Returns: (transfer full): a job that says nothing yet
 */
XybMaterialsJob *
xyb_materials_job_new (const XybTrackPlace *place)
{
  XybMaterialsJob *self = g_new0 (XybMaterialsJob, 1);

  self->year = place->year;
  self->track = place->track;
  self->enterprise_id = place->enterprise_id;
  self->today = xyb_date_today ();
  self->edits = g_array_new (FALSE, FALSE, sizeof (XybMaterialEdit));
  g_array_set_clear_func (self->edits, edit_clear);
  return self;
}

/**
 * xyb_materials_job_free:
 * @self: (nullable): a job
 */
void
xyb_materials_job_free (XybMaterialsJob *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->edits);
  g_free (self->today);
  g_free (self);
}

/**
 * xyb_materials_job_add:
 * @self: a job
 * @material: (transfer full): what it is to be
 * @path: (nullable): a scan of it
 */
void
xyb_materials_job_add (XybMaterialsJob *self, XybMaterial *material, const char *path)
{
  XybMaterialEdit edit = { material, g_strdup (path) };

  g_array_append_val (self->edits, edit);
}

static gboolean
run_in_thread (XybStore *store,
               XybStoreProgressFunc progress,
               gpointer progress_data,
               GCancellable *cancellable,
               gpointer data,
               GError **error)
{
  XybMaterialsJob *self = data;
  g_autoptr (XybPlan) plan = xyb_plan_store_get (store, self->year, error);
  g_autoptr (XybTrackRecord) record
    = plan != NULL ? xyb_progress_store_get (store, plan, self->track, self->enterprise_id, error)
                   : NULL;

  return record != NULL
         && xyb_progress_store_set_materials (store, plan, record,
                                              (const XybMaterialEdit *) self->edits->data,
                                              self->edits->len, self->today, progress,
                                              progress_data, cancellable, error);
}

/**
 * xyb_materials_job_run:
 * @self: (transfer full): something to say
 * @bar: shows that it takes long, and stops it
 * @office: the office
 * @owner: a #GObject, kept until it is over
 * @done: called in the window
 *
 * Nothing is done while another job of @bar is at work.
 */
void
xyb_materials_job_run (XybMaterialsJob *self,
                       XybJobBar *bar,
                       XybOffice *office,
                       gpointer owner,
                       XybJobDoneFunc done)
{
  xyb_job_bar_run (bar, office, _ ("正在保存附件…"), run_in_thread, self,
                   (GDestroyNotify) xyb_materials_job_free, owner, done);
}

/**
 * xyb_materials_job_say:
 * @office: the office
 *
 * What a thread has written is said here, with 「撤销」.
 */
void
xyb_materials_job_say (XybOffice *office)
{
  g_autofree char *label = xyb_store_peek_undo (xyb_office_get_store (office));

  if (label != NULL)
    xyb_office_offer (office, label, _ ("撤销"), "win.undo");
}
