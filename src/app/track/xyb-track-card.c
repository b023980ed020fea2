/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-card.h"

G_DEFINE_INTERFACE (XybTrackCard, xyb_track_card, GTK_TYPE_WIDGET)

static void
xyb_track_card_default_init (XybTrackCardInterface *iface)
{
}

/**
 * xyb_track_card_show:
 * @self: a card
 * @office: the office
 * @track_case: the enterprise on the track; borrowed for the call
 * @other: it is not the one shown before
 */
void
xyb_track_card_show (XybTrackCard *self,
                     XybOffice *office,
                     const XybTrackCase *track_case,
                     gboolean other)
{
  g_return_if_fail (XYB_IS_TRACK_CARD (self) && track_case != NULL);

  XYB_TRACK_CARD_GET_IFACE (self)->show (self, office, track_case, other);
}

/**
 * xyb_track_card_act:
 * @self: a card that shows an enterprise
 * @kind: of XybNextAction
 * @id: of XybNextAction
 *
 * Returns: whether it was its to do, and it has opened its form
 */
gboolean
xyb_track_card_act (XybTrackCard *self, XybActKind kind, gint64 id)
{
  g_return_val_if_fail (XYB_IS_TRACK_CARD (self), FALSE);

  return XYB_TRACK_CARD_GET_IFACE (self)->act != NULL
         && XYB_TRACK_CARD_GET_IFACE (self)->act (self, kind, id);
}
