/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-unit-row.h"

#include "xyb-i18n.h"
#include "xyb-tag.h"

/**
 * xyb_unit_row_dup_aliases:
 * @unit: a unit
 *
 * Returns: (transfer full): its other spellings in one line; "" where it has none
 */
char *
xyb_unit_row_dup_aliases (const XybUnit *unit)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < unit->aliases->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "",
                            ((XybUnitAlias *) unit->aliases->pdata[i])->name);
  return g_string_free (text, FALSE);
}

static GtkWidget *
line_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * xyb_unit_row_new:
 * @unit: a unit
 *
 * Returns: (transfer floating): its name, its other spellings, and whether it is 停用
 */
GtkWidget *
xyb_unit_row_new (const XybUnit *unit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *aliases = xyb_unit_row_dup_aliases (unit);
  GtkWidget *caption = line_new (*aliases != '\0' ? aliases : _ ("没有别名"), "caption");
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (caption, "secondary");
  gtk_widget_add_css_class (box, "two-line-row");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), line_new (unit->name, "row-name"));
  gtk_box_append (GTK_BOX (lines), caption);
  gtk_box_append (GTK_BOX (box), lines);
  if (unit->valid_until != NULL)
    {
      GtkWidget *tag = xyb_tag_new ();

      xyb_tag_set (XYB_TAG (tag), "neutral", "action-unavailable-symbolic", _ ("已停用"));
      gtk_box_append (GTK_BOX (box), tag);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, unit->name,
                                  -1);
  return row;
}
