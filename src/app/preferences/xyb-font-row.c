/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-font-row.h"

#include "xyb-i18n.h"

struct _XybFontRow
{
  AdwComboRow parent_instance;

  XybFontRole role;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybFontRow, xyb_font_row, ADW_TYPE_COMBO_ROW)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
use_of (XybFontRole role)
{
  switch (role)
    {
    case XYB_FONT_TITLE:
      return _ ("标题");
    case XYB_FONT_BODY:
      return _ ("正文、表格");
    case XYB_FONT_HEAD:
      return _ ("附件号、表头");
    case XYB_FONT_KAI:
      return _ ("二级标题、署名");
    case XYB_FONT_NUMBER:
    default:
      return _ ("页码");
    }
}

static void
describe (XybFontRow *self)
{
  gboolean substituted;
  const char *family = xyb_font_role_family (self->role, &substituted);
  g_autofree char *text = substituted
                            ? g_strdup_printf (_ ("%s · 以 %s 代替"), use_of (self->role), family)
                            : g_strdup_printf (_ ("%s · %s"), use_of (self->role), family);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
}

static void
selected_cb (XybFontRow *self, GParamSpec *pspec, gpointer user_data)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  GtkStringObject *item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  if (self->filling || item == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                 selected > 0 ? gtk_string_object_get_string (item) : NULL);
  describe (self);
}

static void
xyb_font_row_class_init (XybFontRowClass *klass)
{
  /**
   * XybFontRow::chosen:
   * @family: (nullable): the family, %NULL for the first of the chain that is installed
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", XYB_TYPE_FONT_ROW, G_SIGNAL_RUN_FIRST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
xyb_font_row_init (XybFontRow *self)
{
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

/**
 * xyb_font_row_new:
 * @role: a font role
 * @families: (array zero-terminated=1): what is installed
 * @chosen: (nullable): the family chosen on this workstation
 *
 * Returns: (transfer floating): its row
 */
XybFontRow *
xyb_font_row_new (XybFontRole role, const char *const *families, const char *chosen)
{
  XybFontRow *self = g_object_new (XYB_TYPE_FONT_ROW, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->role = role;
  self->filling = TRUE;
  gtk_string_list_append (names, _ ("自动"));
  for (guint i = 0; families[i] != NULL; i++)
    {
      gtk_string_list_append (names, families[i]);
      if (g_strcmp0 (families[i], chosen) == 0)
        selected = i + 1;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), xyb_font_role_name (role));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  self->filling = FALSE;
  describe (self);
  return self;
}

/**
 * xyb_font_row_get_role:
 * @self: a row
 *
 * Returns: its role
 */
XybFontRole
xyb_font_row_get_role (XybFontRow *self)
{
  return self->role;
}
