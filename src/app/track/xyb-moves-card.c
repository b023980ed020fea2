/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-moves-card.h"

#include "xyb-date.h"
#include "xyb-i18n.h"

/* Until all are asked for. */
#define USUAL_ROWS 3

struct _XybMovesCard
{
  AdwBin parent_instance;

  XybCardList *list;
  GtkButton *all;

  guint n;
  gboolean expanded;
};

static void card_init (XybTrackCardInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybMovesCard,
                               xyb_moves_card,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_TRACK_CARD, card_init))

/* ---- rows ---- */

static char *
dup_title (const XybStageMove *move)
{
  if (move->from == NULL)
    return g_strdup_printf (_ ("登记到“%s”"), move->to);
  return move->back ? g_strdup_printf (_ ("退回：%s → %s"), move->from, move->to)
                    : g_strdup_printf (_ ("%s → %s"), move->from, move->to);
}

/* 5月12日 · 示例科员 · 解除合同 */
static char *
dup_caption (const XybStageMove *move)
{
  g_autofree char *day = xyb_date_format (move->moved_on);
  g_autoptr (GString) words = g_string_new (day);

  if (move->operator_name != NULL && *move->operator_name != '\0')
    g_string_append_printf (words, " · %s", move->operator_name);
  if (move->reason != NULL)
    g_string_append_printf (words, _ ("\n理由：%s"), move->reason);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_undo (AdwActionRow *row, const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("撤销"));
  g_autofree char *words = g_strdup_printf (_ ("撤销：%s"), title);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.undo");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "small-button");
  adw_action_row_add_suffix (row, button);
}

/* 撤销 takes back what was done last, whatever that was: only a move that is it has the button. */
static gboolean
is_last_act (XybOffice *office, const XybStageMove *move)
{
  g_autoptr (GPtrArray) last = NULL;

  if (move->revision_id == 0 || xyb_office_is_read_only (office))
    return FALSE;
  last = xyb_store_list_revisions (xyb_office_get_store (office), 1, 0, FALSE, NULL);
  return last != NULL && last->len == 1
         && ((const XybRevision *) last->pdata[0])->id == move->revision_id;
}

static void
add_row (XybMovesCard *self, XybOffice *office, const XybStageMove *move, gboolean latest)
{
  g_autofree char *title = dup_title (move);
  g_autofree char *caption = dup_caption (move);
  AdwActionRow *row = xyb_card_list_add (self->list, title, caption, move->id);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  if (move->back)
    xyb_card_row_add_tag (row, "warning", "edit-undo-symbolic", _ ("退回"));
  if (latest && is_last_act (office, move))
    add_undo (row, title);
}

static void
show_limit (XybMovesCard *self)
{
  g_autofree char *label
    = self->expanded ? g_strdup (_ ("收起")) : g_strdup_printf (_ ("全部 %u 条"), self->n);
  GtkListBoxRow *row;

  for (int i = 0;
       (row = gtk_list_box_get_row_at_index (xyb_card_list_get_list (self->list), i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), self->expanded || i < USUAL_ROWS);
  gtk_button_set_label (self->all, label);
  gtk_widget_set_visible (GTK_WIDGET (self->all), self->n > USUAL_ROWS);
}

static void
all_clicked_cb (GtkButton *button, XybMovesCard *self)
{
  self->expanded = !self->expanded;
  show_limit (self);
}

static void
show (XybTrackCard *card, XybOffice *office, const XybTrackCase *track_case, gboolean other)
{
  XybMovesCard *self = XYB_MOVES_CARD (card);

  if (other)
    self->expanded = FALSE;
  self->n = track_case->moves->len;
  xyb_card_list_begin (self->list);
  for (guint i = self->n; i > 0; i--)
    add_row (self, office, track_case->moves->pdata[i - 1], i == self->n);
  if (self->n == 0)
    {
      AdwActionRow *row = xyb_card_list_add (self->list, _ ("还没有登记过阶段"),
                                             _ ("每登记一步，日期和操作员记在这里。"), 0);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
    }
  show_limit (self);
  xyb_card_list_end (self->list);
}

/* ---- the widget ---- */

static void
card_init (XybTrackCardInterface *iface)
{
  iface->show = show;
}

static void
xyb_moves_card_class_init (XybMovesCardClass *klass)
{
}

static void
xyb_moves_card_init (XybMovesCard *self)
{
  self->list = XYB_CARD_LIST (xyb_card_list_new (_ ("经过")));
  self->all = GTK_BUTTON (gtk_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->all), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->all), "link-like");
  g_signal_connect (self->all, "clicked", G_CALLBACK (all_clicked_cb), self);
  xyb_card_list_set_end (self->list, GTK_WIDGET (self->all));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

XybCardList *
xyb_moves_card_get_list (XybMovesCard *self)
{
  g_return_val_if_fail (XYB_IS_MOVES_CARD (self), NULL);

  return self->list;
}
