/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-contract-card.h"

#include "xyb-contract-card.h"
#include "xyb-contract-dialog.h"

struct _XybTrackContractCard
{
  AdwBin parent_instance;

  XybContractCard *card;

  /* owned */
  XybOffice *office;
  XybTrack track;
  gint64 enterprise_id;
};

static void card_init (XybTrackCardInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybTrackContractCard,
                               xyb_track_contract_card,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_TRACK_CARD, card_init))

static void
show (XybTrackCard *card, XybOffice *office, const XybTrackCase *track_case, gboolean other)
{
  XybTrackContractCard *self = XYB_TRACK_CONTRACT_CARD (card);

  g_set_object (&self->office, office);
  self->track = track_case->record->track;
  self->enterprise_id = track_case->record->enterprise_id;
  xyb_contract_card_show (self->card, office, self->track, self->enterprise_id,
                          track_case->contracts);
}

static gboolean
act (XybTrackCard *card, XybActKind kind, gint64 id)
{
  XybTrackContractCard *self = XYB_TRACK_CONTRACT_CARD (card);
  XybContractDialog *dialog;

  if (kind != XYB_ACT_CONTRACT || self->office == NULL)
    return FALSE;
  dialog = xyb_contract_dialog_new (self->office, NULL, self->enterprise_id);
  xyb_contract_dialog_set_kind (dialog, self->track == XYB_TRACK_ACCREDITATION
                                          ? XYB_CONTRACT_ACCREDITATION
                                          : XYB_CONTRACT_MODEL);
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static void
card_init (XybTrackCardInterface *iface)
{
  iface->show = show;
  iface->act = act;
}

static void
xyb_track_contract_card_dispose (GObject *object)
{
  g_clear_object (&XYB_TRACK_CONTRACT_CARD (object)->office);
  G_OBJECT_CLASS (xyb_track_contract_card_parent_class)->dispose (object);
}

static void
xyb_track_contract_card_class_init (XybTrackContractCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_track_contract_card_dispose;
}

static void
xyb_track_contract_card_init (XybTrackContractCard *self)
{
  self->card = XYB_CONTRACT_CARD (xyb_contract_card_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->card));
}
