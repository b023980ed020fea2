/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "xyb-office.h"
#include "xyb-track-case.h"

G_BEGIN_DECLS

/* A card of the sheet of an enterprise on a track: its conditions, steps, materials, contract … The
 * sheet loops over its cards and knows none of them. A card writes through the stores; the sheet
 * reads again when the office has changed, and shows its cards anew. */

#define XYB_TYPE_TRACK_CARD (xyb_track_card_get_type ())
G_DECLARE_INTERFACE (XybTrackCard, xyb_track_card, XYB, TRACK_CARD, GtkWidget)

/**
 * XybTrackCardInterface:
 * @show: shows @track_case, which is borrowed and gone after the call; @other says that it is not
 * the enterprise, or not the track, that was shown before. A card that has nothing to say on the
 * track hides itself.
 * @act: (nullable): does what the button of 下一步 does, where it is this card's: opens its form.
 *   Returns whether it was
 */
struct _XybTrackCardInterface
{
  GTypeInterface parent_interface;

  void (*show) (XybTrackCard *self,
                XybOffice *office,
                const XybTrackCase *track_case,
                gboolean other);
  gboolean (*act) (XybTrackCard *self, XybActKind kind, gint64 id);
};

void xyb_track_card_show (XybTrackCard *self,
                          XybOffice *office,
                          const XybTrackCase *track_case,
                          gboolean other);
gboolean xyb_track_card_act (XybTrackCard *self, XybActKind kind, gint64 id);

G_END_DECLS
