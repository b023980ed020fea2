/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-scheme-editor.h"

#include "xyb-i18n.h"
#include "xyb-scheme-store.h"

/* 从其他年度复制方案. */

typedef struct
{
  XybOffice *office;
  XybUnitKind kind;
  GArray *years; /* of int, as the choice lists them */
  GtkDropDown *from;
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  g_object_unref (copying->office);
  g_array_unref (copying->years);
  g_free (copying);
}

static void
accept_cb (XybAskDialog *dialog, Copying *copying)
{
  guint selected = gtk_drop_down_get_selected (copying->from);
  int year = xyb_office_get_year (copying->office);
  g_autoptr (GError) error = NULL;

  if (selected >= copying->years->len)
    return;
  if (!xyb_scheme_store_copy (xyb_office_get_store (copying->office),
                              g_array_index (copying->years, int, selected), year, copying->kind,
                              &error))
    {
      xyb_ask_dialog_refuse (dialog, error->message);
      return;
    }
  gtk_window_close (GTK_WINDOW (dialog));
}

static GArray *
list_years (XybOffice *office, XybUnitKind kind)
{
  g_autoptr (GArray) all = xyb_scheme_store_list_years (xyb_office_get_store (office), kind, NULL);
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = all != NULL ? all->len : 0; i > 0; i--)
    if (g_array_index (all, int, i - 1) != xyb_office_get_year (office))
      g_array_append_val (years, g_array_index (all, int, i - 1));
  return years;
}

/**
 * xyb_scheme_copy_dialog_open:
 * @parent: a widget of the window
 * @office: the office
 * @kind: whose scheme
 * @from: the year to propose; 0 for the latest
 *
 * Asks from which year, and copies.
 *
 * Returns: (transfer none): the dialog, on screen
 */
XybAskDialog *
xyb_scheme_copy_dialog_open (GtkWidget *parent, XybOffice *office, XybUnitKind kind, int from)
{
  XybAskDialog *dialog = xyb_ask_dialog_new (parent, _ ("复制考核方案"), _ ("复制"));
  Copying *copying = g_new0 (Copying, 1);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *sentence = g_strdup_printf (
    _ (
      "把其他年度的%s考核方案复制到%d年：指标、分值、规则、考核对象和说明都一样，标题里的年份改成新"
      "的，标记是空的。复制后在“修改考核方案”的“检查”里能看到与那一年的不同。"),
    xyb_unit_kind_name (kind), xyb_office_get_year (office));

  copying->office = g_object_ref (office);
  copying->kind = kind;
  copying->years = list_years (office, kind);
  g_object_set_data_full (G_OBJECT (dialog), "xyb-copying", copying, copying_free);
  copying->from = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  for (guint i = 0; i < copying->years->len; i++)
    {
      g_autofree char *name = g_strdup_printf (_ ("%d年"), g_array_index (copying->years, int, i));

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (copying->from, G_LIST_MODEL (names));
  for (guint i = 0; i < copying->years->len; i++)
    if (g_array_index (copying->years, int, i) == from)
      gtk_drop_down_set_selected (copying->from, i);
  xyb_ask_dialog_set_sentence (dialog, sentence);
  xyb_ask_dialog_add_widget (dialog, _ ("从哪一年"), GTK_WIDGET (copying->from));
  g_signal_connect (dialog, "accept", G_CALLBACK (accept_cb), copying);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
