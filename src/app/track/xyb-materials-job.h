/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-job-bar.h"
#include "xyb-material.h"
#include "xyb-track-place.h"

G_BEGIN_DECLS

/* What a clerk says of materials, with the scans she gives: written in a thread, because files are
 * copied on the way. One revision: all of it, or nothing. */

typedef struct _XybMaterialsJob XybMaterialsJob;

XybMaterialsJob *xyb_materials_job_new (const XybTrackPlace *place);
void xyb_materials_job_free (XybMaterialsJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybMaterialsJob, xyb_materials_job_free)

void xyb_materials_job_add (XybMaterialsJob *self, XybMaterial *material, const char *path);
void xyb_materials_job_run (XybMaterialsJob *self,
                            XybJobBar *bar,
                            XybOffice *office,
                            gpointer owner,
                            XybJobDoneFunc done);
void xyb_materials_job_say (XybOffice *office);

G_END_DECLS
