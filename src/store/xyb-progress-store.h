/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xyb-eligibility.h"
#include "xyb-material.h"
#include "xyb-step.h"
#include "xyb-store.h"
#include "xyb-track-case.h"
#include "xyb-track-line.h"

G_BEGIN_DECLS

/* Enterprises on the tracks of a year, from 申请 to 发证. Of 贯标 the rows of 附件2 are its
 * applications, and their dates those of the stages that point at them (xyb-track.h): a move writes
 * them there. Every act is one revision. */

GPtrArray *xyb_progress_store_list (XybStore *store,
                                    const XybPlan *plan,
                                    XybTrack track,
                                    GError **error); /* of XybTrackRecord */
XybTrackRecord *xyb_progress_store_get (XybStore *store,
                                        const XybPlan *plan,
                                        XybTrack track,
                                        gint64 enterprise_id,
                                        GError **error);

/* The same for a list of thousands; of XybTrackLine. */
GPtrArray *xyb_progress_store_list_lines (XybStore *store,
                                          const XybPlan *plan,
                                          XybTrack track,
                                          const char *today,
                                          GError **error);
gboolean xyb_progress_store_count (XybStore *store,
                                   const XybPlan *plan,
                                   guint out_counts[XYB_N_TRACKS],
                                   GError **error);
/* As above, to be counted only: without search keys. */
GPtrArray *xyb_progress_store_list_plain_lines (XybStore *store,
                                                const XybPlan *plan,
                                                XybTrack track,
                                                const char *today,
                                                GError **error);
/* One enterprise with everything that is kept of it on the track. */
XybTrackCase *xyb_progress_store_read_case (XybStore *store,
                                            const XybPlan *plan,
                                            XybTrack track,
                                            gint64 enterprise_id,
                                            const char *today,
                                            GError **error);

/* An enterprise was on a track in that year. */
typedef struct
{
  int year;
  XybTrack track;
} XybProgressYear;

/* All years of one enterprise, latest first; of XybProgressYear. */
GArray *xyb_progress_store_list_years (XybStore *store, gint64 enterprise_id, GError **error);

/* 申报: on a 示范 track; 贯标 is applied for in 附件2. */
gboolean xyb_progress_store_apply (XybStore *store,
                                   const XybPlan *plan,
                                   XybTrack track,
                                   gint64 enterprise_id,
                                   const char *on,
                                   const char *today,
                                   GError **error);

/**
 * XybTrackApplication:
 * @overruled: (nullable) (element-type gint64): conditions the records speak against, which the
 *   clerk takes for met
 */
typedef struct
{
  gint64 enterprise_id;
  const GArray *overruled;
} XybTrackApplication;

/* All of them or none. */
gboolean xyb_progress_store_apply_many (XybStore *store,
                                        const XybPlan *plan,
                                        XybTrack track,
                                        const XybTrackApplication *applications,
                                        guint n_applications,
                                        const char *on,
                                        const char *reason,
                                        const char *today,
                                        GError **error);

/**
 * XybProgressMove:
 * @number: (nullable): 文号
 * @until: (nullable): 期限, ISO
 */
typedef struct
{
  XybTrack track;
  const char *stage;
  const char *on;
  const char *reason;
  const char *number;
  const char *until;
} XybProgressMove;

const XybPlanStage *
xyb_progress_require_stage (const XybPlan *plan, XybTrack track, const char *name, GError **error);

/* All of them or none. */
gboolean xyb_progress_store_move (XybStore *store,
                                  const XybPlan *plan,
                                  const gint64 *enterprise_ids,
                                  guint n_enterprises,
                                  const XybProgressMove *move,
                                  const char *today,
                                  GError **error);

/* The day, 文号 and 期限 of a stage it stands on or has passed by, written down or corrected. */
gboolean xyb_progress_store_set_stage (XybStore *store,
                                       const XybPlan *plan,
                                       XybTrack track,
                                       gint64 enterprise_id,
                                       const XybStageRecord *values,
                                       const char *today,
                                       GError **error);

/**
 * XybMoveTrial:
 * @from: (nullable): borrowed of the plan: where it stands
 * @back: it goes back, or its result is turned round: the reason has to be said
 * @refusal: (nullable): why it cannot be moved
 * @warning: (nullable): which conditions it does not meet; the clerk may go on and says why
 *
 * What would come of a move.
 */
typedef struct
{
  gint64 enterprise_id;
  char *enterprise_name;
  const XybPlanStage *from;
  gboolean back;
  char *refusal;
  char *warning;
} XybMoveTrial;

XybMoveTrial *xyb_progress_store_try_move (XybStore *store,
                                           const XybPlan *plan,
                                           gint64 enterprise_id,
                                           const XybProgressMove *move,
                                           const char *today,
                                           GError **error);
void xyb_move_trial_free (XybMoveTrial *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XybMoveTrial, xyb_move_trial_free)

/* What is kept of a record besides its stages; all empty where record->id is 0. */
GPtrArray *xyb_progress_store_list_moves (XybStore *store, gint64 record_id, GError **error);
GPtrArray *xyb_progress_store_list_materials (XybStore *store, gint64 record_id, GError **error);
GPtrArray *xyb_progress_store_list_steps (XybStore *store, gint64 record_id, GError **error);
/* Puts what the clerk decided into @checks, of xyb_eligibility_check(). */
gboolean xyb_progress_store_load_verdicts (XybStore *store,
                                           gint64 record_id,
                                           GPtrArray *checks,
                                           GError **error);

/* Each takes @record as it was read, and gives it its id where it had none. */
gboolean xyb_progress_store_set_verdict (XybStore *store,
                                         const XybPlan *plan,
                                         XybTrackRecord *record,
                                         gint64 condition_id,
                                         XybVerdict verdict,
                                         const char *reason,
                                         const char *today,
                                         GError **error);
gboolean xyb_progress_store_set_material (XybStore *store,
                                          const XybPlan *plan,
                                          XybTrackRecord *record,
                                          XybMaterial *material,
                                          const char *attachment,
                                          const char *today,
                                          GError **error);
/**
 * XybMaterialEdit:
 * @material: what it is to be
 * @attachment: (nullable): path of a file to be kept with it
 */
typedef struct
{
  XybMaterial *material;
  const char *attachment;
} XybMaterialEdit;

/* All of them or none. */
gboolean xyb_progress_store_set_materials (XybStore *store,
                                           const XybPlan *plan,
                                           XybTrackRecord *record,
                                           const XybMaterialEdit *edits,
                                           guint n_edits,
                                           const char *today,
                                           XybStoreProgressFunc progress,
                                           gpointer progress_data,
                                           GCancellable *cancellable,
                                           GError **error);
gboolean xyb_progress_store_set_step (XybStore *store,
                                      const XybPlan *plan,
                                      XybTrackRecord *record,
                                      XybStepRecord *step,
                                      const char *today,
                                      GError **error);
/* With its trainings: all there are afterwards. */
gboolean xyb_progress_store_save_step (XybStore *store,
                                       const XybPlan *plan,
                                       XybTrackRecord *record,
                                       XybStepRecord *step,
                                       const char *today,
                                       GError **error);
gboolean xyb_progress_store_add_training (XybStore *store,
                                          const XybPlan *plan,
                                          XybTrackRecord *record,
                                          gint64 step_id,
                                          XybTraining *training,
                                          const char *today,
                                          GError **error);
gboolean xyb_progress_store_remove_training (XybStore *store,
                                             const XybTrackRecord *record,
                                             gint64 training_id,
                                             GError **error);

G_END_DECLS
