/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-unit-view.h"

#include "xyb-compat.h"
#include "xyb-i18n.h"

typedef struct
{
  XybUnitView *view;
  GtkDropDown *kind;
  GtkEditable *name;
} NewUnit;

static void
new_answer_cb (const char *answer, gpointer user_data)
{
  g_autofree NewUnit *new_unit = user_data;
  g_autoptr (XybUnitView) self = new_unit->view;
  g_autoptr (GtkDropDown) kind = new_unit->kind;
  g_autoptr (GtkEditable) name = new_unit->name;

  if (g_strcmp0 (answer, "add") == 0)
    xyb_unit_view_add (self, (XybUnitKind) (gtk_drop_down_get_selected (kind) + 1),
                       gtk_editable_get_text (name));
}

static GtkWidget *
kind_drop_down_new (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (XybUnitKind kind = XYB_UNIT_KIND_DISTRICT; kind <= XYB_UNIT_KIND_OTHER; kind++)
    gtk_string_list_append (names, xyb_unit_kind_name (kind));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), XYB_UNIT_KIND_DEPARTMENT - 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("单位类别"), -1);
  return drop_down;
}

/**
 * xyb_unit_view_ask_new:
 * @self: the view
 *
 * Asks for a new unit's kind and name, and adds it.
 */
void
xyb_unit_view_ask_new (XybUnitView *self)
{
  static const XybDialogAnswer answers[] = {
    { "cancel", N_ ("取消"), ADW_RESPONSE_DEFAULT },
    { "add", N_ ("新增"), ADW_RESPONSE_SUGGESTED },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *kind = kind_drop_down_new ();
  GtkWidget *name = gtk_entry_new ();
  NewUnit *new_unit = g_new0 (NewUnit, 1);

  g_return_if_fail (XYB_IS_UNIT_VIEW (self));

  gtk_entry_set_placeholder_text (GTK_ENTRY (name), _ ("单位名称"));
  gtk_entry_set_activates_default (GTK_ENTRY (name), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("单位名称"), -1);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_box_append (GTK_BOX (box), name);
  new_unit->view = g_object_ref (self);
  new_unit->kind = g_object_ref (GTK_DROP_DOWN (kind));
  new_unit->name = g_object_ref (GTK_EDITABLE (name));
  xyb_compat_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("新增单位"),
                  _ ("排在同类单位的最后，可以再上移。"), answers, G_N_ELEMENTS (answers), box,
                  new_answer_cb, new_unit);
  gtk_widget_grab_focus (name);
}
