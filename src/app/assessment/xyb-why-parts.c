/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-why-parts.h"

#include "xyb-date.h"
#include "xyb-i18n.h"

/**
 * xyb_why_clear:
 * @box: a box
 *
 * Takes everything out. What goes must not keep the cursor.
 */
void
xyb_why_clear (GtkBox *box)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (box));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (box)))
    gtk_root_set_focus (root, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
label_new (const char *text, const char *css_class, gboolean wraps)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wraps);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
xyb_why_sentence_new (const char *sentence)
{
  return label_new (sentence, "why-sentence", TRUE);
}

/* 缺报  1 条 × 0.05 分           −0.05 */
GtkWidget *
xyb_why_line_new (const XybScoreLine *line, gboolean last)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = label_new (line->label, last ? NULL : "secondary", FALSE);
  GtkWidget *detail = label_new (line->detail, "secondary", TRUE);
  GtkWidget *value = label_new (line->value, "numeric", FALSE);

  gtk_widget_set_hexpand (detail, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_valign (value, GTK_ALIGN_START);
  if (line->loss)
    {
      gtk_widget_add_css_class (value, "loss");
      gtk_widget_add_css_class (value, "strong");
    }
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_box_append (GTK_BOX (box), value);
  gtk_widget_add_css_class (box, last ? "why-outcome" : "why-line");
  return box;
}

static GtkWidget *
card_new (const char *text)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "why-card");
  gtk_box_append (GTK_BOX (card), label_new (text, NULL, TRUE));
  return card;
}

static GtkWidget *
buttons_new (GtkWidget *card)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (card), buttons);
  return buttons;
}

/* ---- proposals ---- */

#define PROPOSAL_KEY "xyb-proposal"

static void
accept_cb (GtkButton *button, GtkWidget *panel)
{
  g_signal_emit_by_name (panel, "accept", g_object_get_data (G_OBJECT (button), PROPOSAL_KEY));
}

static void
ignore_cb (GtkButton *button, GtkWidget *panel)
{
  g_signal_emit_by_name (panel, "ignore", g_object_get_data (G_OBJECT (button), PROPOSAL_KEY));
}

static GtkWidget *
proposal_button_new (GtkWidget *panel, XybProposal *proposal, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), PROPOSAL_KEY, proposal);
  g_signal_connect_object (button, "clicked", callback, panel, 0);
  gtk_widget_add_css_class (button, "small-button");
  return button;
}

/* KH-29: the records propose, the clerk decides; her own mark is never replaced by the way. */
GtkWidget *
xyb_why_proposal_new (GtkWidget *panel,
                      const XybAssessmentState *state,
                      XybProposal *proposal,
                      const XybMark *mark)
{
  XybProposalState proposed = xyb_proposal_state (proposal, mark);
  g_autofree char *sentence = xyb_proposal_sentence (proposal, state->scheme, mark);
  GtkWidget *card = card_new (sentence);
  GtkWidget *buttons;

  if (proposal->mark->evidence != NULL)
    gtk_box_append (GTK_BOX (card), label_new (proposal->mark->evidence, "caption", TRUE));
  if (proposed == XYB_PROPOSAL_AGREES || state->locked != NULL)
    return card;
  buttons = buttons_new (card);
  gtk_box_append (GTK_BOX (buttons),
                  proposal_button_new (panel, proposal,
                                       proposed == XYB_PROPOSAL_OPEN ? _ ("采用") : _ ("改用"),
                                       G_CALLBACK (accept_cb)));
  gtk_box_append (GTK_BOX (buttons),
                  proposal_button_new (panel, proposal, _ ("不采用"), G_CALLBACK (ignore_cb)));
  return card;
}

/* ---- 情况说明 ---- */

#define ID_KEY "xyb-explanation-id"

static gint64
id_of (GtkButton *button)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (button), ID_KEY);
}

static void
change_cb (GtkButton *button, GtkWidget *panel)
{
  g_signal_emit_by_name (panel, "explain", id_of (button));
}

static void
open_cb (GtkButton *button, GtkWidget *panel)
{
  g_signal_emit_by_name (panel, "open-file", id_of (button));
}

static GtkWidget *
explanation_button_new (GtkWidget *panel, gint64 id, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_MIDDLE);
  g_object_set_data_full (G_OBJECT (button), ID_KEY, g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", callback, panel, 0);
  gtk_widget_add_css_class (button, "small-button");
  return button;
}

GtkWidget *
xyb_why_explanation_new (GtkWidget *panel, const XybExplanation *explanation, gboolean editable)
{
  GtkWidget *card = card_new (explanation->text);
  GtkWidget *buttons;
  g_autofree char *day
    = explanation->given_on != NULL ? xyb_date_format (explanation->given_on) : NULL;
  g_autofree char *of
    = g_strdup_printf (explanation->indicator_id == 0 ? _ ("整个单位%s%s") : _ ("本项%s%s"),
                       day != NULL ? " · " : "", day != NULL ? day : "");

  gtk_box_append (GTK_BOX (card), label_new (of, "caption", TRUE));
  buttons = buttons_new (card);
  if (explanation->file_name != NULL)
    gtk_box_append (GTK_BOX (buttons),
                    explanation_button_new (panel, explanation->id, explanation->file_name,
                                            G_CALLBACK (open_cb)));
  if (editable)
    gtk_box_append (GTK_BOX (buttons), explanation_button_new (panel, explanation->id, _ ("修改…"),
                                                               G_CALLBACK (change_cb)));
  return card;
}

/* ---- for tests ---- */

void
xyb_why_append_words (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_label (GTK_LABEL (widget)) != '\0')
    g_string_append_printf (text, "%s\n", gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    xyb_why_append_words (child, text);
}
