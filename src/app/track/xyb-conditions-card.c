/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-conditions-card.h"

#include "xyb-condition-dialog.h"
#include "xyb-i18n.h"

struct _XybConditionsCard
{
  AdwBin parent_instance;

  XybCardList *list;

  /* owned */
  XybOffice *office;
  XybTrack track;
  gint64 enterprise_id;
};

static void card_init (XybTrackCardInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybConditionsCard,
                               xyb_conditions_card,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_TRACK_CARD, card_init))

/* ---- rows ---- */

static void
add_tag (AdwActionRow *row, XybVerdict verdict)
{
  static const struct
  {
    const char *css_class;
    const char *icon_name;
  } looks[] = {
    [XYB_VERDICT_MET] = { "success", "object-select-symbolic" },
    [XYB_VERDICT_UNMET] = { "error", "dialog-error-symbolic" },
    [XYB_VERDICT_OPEN] = { "warning", "xyb-question-symbolic" },
  };

  xyb_card_row_add_tag (row, looks[verdict].css_class, looks[verdict].icon_name,
                        xyb_verdict_name (verdict));
}

/* What she decided stands above what was found. */
static char *
dup_caption (const XybConditionCheck *check)
{
  return check->said != 0 ? g_strdup_printf (_ ("已核定：%s"), check->reason)
                          : g_strdup (check->evidence);
}

static void
add_row (XybConditionsCard *self, const XybConditionCheck *check)
{
  g_autofree char *caption = dup_caption (check);
  AdwActionRow *row
    = xyb_card_list_add (self->list, check->condition->text, caption, check->condition->id);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  add_tag (row, xyb_condition_check_verdict (check));
}

/* 符合 5 · 待核 1 */
static char *
dup_note (const XybTrackCase *track_case)
{
  static const XybVerdict order[] = { XYB_VERDICT_MET, XYB_VERDICT_UNMET, XYB_VERDICT_OPEN };
  g_autoptr (GString) note = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint count = xyb_track_case_count_verdict (track_case, order[i]);

      if (count > 0)
        g_string_append_printf (note, "%s%s %u", note->len > 0 ? " · " : "",
                                xyb_verdict_name (order[i]), count);
    }
  return g_string_free (g_steal_pointer (&note), FALSE);
}

static void
show (XybTrackCard *card, XybOffice *office, const XybTrackCase *track_case, gboolean other)
{
  XybConditionsCard *self = XYB_CONDITIONS_CARD (card);
  g_autofree char *note = dup_note (track_case);

  g_set_object (&self->office, office);
  self->track = track_case->record->track;
  self->enterprise_id = track_case->record->enterprise_id;
  gtk_widget_set_visible (GTK_WIDGET (self), track_case->checks->len > 0);
  xyb_card_list_set_note (self->list, note);
  xyb_card_list_begin (self->list);
  for (guint i = 0; i < track_case->checks->len; i++)
    add_row (self, track_case->checks->pdata[i]);
  xyb_card_list_end (self->list);
}

/* ---- deciding ---- */

static void
decide (XybConditionsCard *self, gint64 condition_id)
{
  xyb_condition_dialog_open (GTK_WIDGET (self), self->office, self->track, self->enterprise_id,
                             condition_id);
}

static gboolean
act (XybTrackCard *card, XybActKind kind, gint64 id)
{
  XybConditionsCard *self = XYB_CONDITIONS_CARD (card);

  if (kind != XYB_ACT_CONDITION || self->office == NULL)
    return FALSE;
  decide (self, id);
  return TRUE;
}

static void
row_activated_cb (XybCardList *list, GtkListBoxRow *row, XybConditionsCard *self)
{
  decide (self, xyb_card_row_get_id (row));
}

/* ---- the widget ---- */

static void
card_init (XybTrackCardInterface *iface)
{
  iface->show = show;
  iface->act = act;
}

static void
xyb_conditions_card_dispose (GObject *object)
{
  g_clear_object (&XYB_CONDITIONS_CARD (object)->office);
  G_OBJECT_CLASS (xyb_conditions_card_parent_class)->dispose (object);
}

static void
xyb_conditions_card_class_init (XybConditionsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_conditions_card_dispose;
}

static void
xyb_conditions_card_init (XybConditionsCard *self)
{
  self->list = XYB_CARD_LIST (xyb_card_list_new (_ ("条件")));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

XybCardList *
xyb_conditions_card_get_list (XybConditionsCard *self)
{
  g_return_val_if_fail (XYB_IS_CONDITIONS_CARD (self), NULL);

  return self->list;
}
