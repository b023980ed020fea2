/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-preferences.h"

#include "xyb-amount.h"
#include "xyb-compat.h"
#include "xyb-font-row.h"
#include "xyb-fonts.h"
#include "xyb-i18n.h"
#include "xyb-office-store.h"
#include "xyb-settings.h"

struct _XybPreferences
{
  AdwPreferencesWindow parent_instance;

  /* template widgets */
  AdwPreferencesGroup *operator_group;
  GtkEditable *operator_row;
  AdwPreferencesGroup *office_group;
  GtkEditable *office_row;
  AdwComboRow *unit_row;
  AdwComboRow *colour_row;
  AdwPreferencesGroup *font_group;

  /* owned */
  GSettings *settings; /* NULL: nothing is remembered */
  XybOffice *office;   /* NULL: none is open */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybPreferences, xyb_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows of the .ui file. */
static const XybMoneyUnit units[] = { XYB_MONEY_UNIT_YUAN, XYB_MONEY_UNIT_WAN, XYB_MONEY_UNIT_YI };
static const char *const colours[] = { "default", "light", "dark" };

/* ---- the operator ---- */

static void
operator_apply_cb (AdwEntryRow *row, XybPreferences *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->operator_row)));

  xyb_settings_set_string (self->settings, "operator", name);
  if (self->office == NULL)
    return;
  if (*name != '\0')
    xyb_store_set_operator (xyb_office_get_store (self->office), name);
  else
    xyb_store_set_operator (xyb_office_get_store (self->office), xyb_store_account_name ());
}

static void
fill_operator (XybPreferences *self)
{
  g_autofree char *name = xyb_settings_dup_string (self->settings, "operator");
  g_autofree char *description
    = g_strdup_printf (_ ("记在操作日志里：谁在什么时候改了什么。空着就用系统账户名“%s”。"),
                       xyb_store_account_name ());

  adw_preferences_group_set_description (self->operator_group, description);
  gtk_editable_set_text (self->operator_row, name != NULL ? name : "");
}

/* ---- the office ---- */

static void
set_office_setting (XybPreferences *self, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (!xyb_office_store_set_setting (xyb_office_get_store (self->office), key, value, &error))
    xyb_compat_tell (GTK_WINDOW (self), _ ("没有保存"), error->message);
}

static void
office_apply_cb (AdwEntryRow *row, XybPreferences *self)
{
  set_office_setting (self, XYB_SETTING_OFFICE_NAME, gtk_editable_get_text (self->office_row));
}

static void
unit_selected_cb (AdwComboRow *row, GParamSpec *pspec, XybPreferences *self)
{
  guint chosen = adw_combo_row_get_selected (row);

  if (!self->filling && self->office != NULL && chosen < G_N_ELEMENTS (units))
    set_office_setting (self, XYB_SETTING_REVENUE_UNIT, xyb_money_unit_name (units[chosen]));
}

static void
fill_office (XybPreferences *self)
{
  XybStore *store = self->office != NULL ? xyb_office_get_store (self->office) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *unit = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->office_group), store != NULL);
  if (store == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->office_group),
                            !xyb_office_is_read_only (self->office));
  name = xyb_office_store_get_setting (store, XYB_SETTING_OFFICE_NAME, NULL);
  unit = xyb_office_store_get_setting (store, XYB_SETTING_REVENUE_UNIT, NULL);
  gtk_editable_set_text (self->office_row, name != NULL ? name : "");
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_strcmp0 (unit, xyb_money_unit_name (units[i])) == 0)
      adw_combo_row_set_selected (self->unit_row, i);
}

/* ---- colours ---- */

static guint
index_of_colour (GSettings *settings)
{
  g_autofree char *name = xyb_settings_dup_string (settings, "color-scheme");

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    if (g_strcmp0 (name, colours[i]) == 0)
      return i;
  return 0;
}

/**
 * xyb_preferences_apply_colours:
 * @settings: (nullable): the settings
 *
 * Light, dark, or as the desktop has it.
 */
void
xyb_preferences_apply_colours (GSettings *settings)
{
  static const AdwColorScheme schemes[]
    = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[index_of_colour (settings)]);
}

static void
colour_selected_cb (AdwComboRow *row, GParamSpec *pspec, XybPreferences *self)
{
  guint chosen = adw_combo_row_get_selected (row);

  if (self->filling || chosen >= G_N_ELEMENTS (colours))
    return;
  xyb_settings_set_string (self->settings, "color-scheme", colours[chosen]);
  xyb_preferences_apply_colours (self->settings);
}

/* ---- fonts ---- */

static char *
dup_font (GSettings *settings, XybFontRole role)
{
  g_autoptr (GVariant) fonts = settings != NULL ? g_settings_get_value (settings, "fonts") : NULL;
  char *family = NULL;

  if (fonts != NULL)
    g_variant_lookup (fonts, xyb_font_role_key (role), "s", &family);
  return family;
}

/**
 * xyb_preferences_apply_fonts:
 * @settings: (nullable): the settings
 *
 * The families chosen on this workstation; one that is not installed any more is left to the chain.
 */
void
xyb_preferences_apply_fonts (GSettings *settings)
{
  for (XybFontRole role = 0; role < XYB_N_FONT_ROLES; role++)
    {
      g_autofree char *family = dup_font (settings, role);

      if (family != NULL)
        xyb_font_role_choose (role, family);
    }
}

static void
set_font (XybPreferences *self, XybFontRole role, const char *family)
{
  g_auto (GVariantBuilder) fonts = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));

  xyb_font_role_choose (role, family);
  if (self->settings == NULL)
    return;
  for (XybFontRole other = 0; other < XYB_N_FONT_ROLES; other++)
    {
      g_autofree char *kept = other == role ? g_strdup (family) : dup_font (self->settings, other);

      if (kept != NULL)
        g_variant_builder_add (&fonts, "{ss}", xyb_font_role_key (other), kept);
    }
  g_settings_set_value (self->settings, "fonts", g_variant_builder_end (&fonts));
}

static void
font_chosen_cb (XybFontRow *row, const char *family, XybPreferences *self)
{
  set_font (self, xyb_font_row_get_role (row), family);
}

static void
open_folder_cb (GtkButton *button, XybPreferences *self)
{
  g_autofree char *folder = xyb_fonts_dup_folder ();

  if (g_mkdir_with_parents (folder, 0700) == 0)
    xyb_compat_open_file (GTK_WINDOW (self), folder);
  else
    xyb_compat_tell (GTK_WINDOW (self), _ ("没有打开"), _ ("不能建立字体文件夹，请检查磁盘。"));
}

static void
fill_fonts (XybPreferences *self)
{
  g_auto (GStrv) families = xyb_fonts_list_families ();

  for (XybFontRole role = 0; role < XYB_N_FONT_ROLES; role++)
    {
      g_autofree char *chosen = dup_font (self->settings, role);
      XybFontRow *row = xyb_font_row_new (role, (const char *const *) families, chosen);

      g_signal_connect (row, "chosen", G_CALLBACK (font_chosen_cb), self);
      adw_preferences_group_add (self->font_group, GTK_WIDGET (row));
    }
}

/* ---- the window ---- */

static void
xyb_preferences_dispose (GObject *object)
{
  XybPreferences *self = XYB_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_preferences_parent_class)->dispose (object);
}

static void
xyb_preferences_class_init (XybPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_preferences_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/preferences/xyb-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, XybPreferences, operator_group);
  gtk_widget_class_bind_template_child (widget_class, XybPreferences, operator_row);
  gtk_widget_class_bind_template_child (widget_class, XybPreferences, office_group);
  gtk_widget_class_bind_template_child (widget_class, XybPreferences, office_row);
  gtk_widget_class_bind_template_child (widget_class, XybPreferences, unit_row);
  gtk_widget_class_bind_template_child (widget_class, XybPreferences, colour_row);
  gtk_widget_class_bind_template_child (widget_class, XybPreferences, font_group);
  gtk_widget_class_bind_template_callback (widget_class, operator_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, office_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, colour_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_cb);
}

static void
xyb_preferences_init (XybPreferences *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_preferences_new:
 * @parent: the window
 * @settings: (nullable): the settings of this workstation
 * @office: (nullable): the open office
 *
 * Returns: (transfer none): the window, not yet shown
 */
XybPreferences *
xyb_preferences_new (GtkWindow *parent, GSettings *settings, XybOffice *office)
{
  XybPreferences *self = g_object_new (XYB_TYPE_PREFERENCES, "transient-for", parent, NULL);

  g_set_object (&self->settings, settings);
  g_set_object (&self->office, office);
  fill_operator (self);
  fill_office (self);
  adw_combo_row_set_selected (self->colour_row, index_of_colour (settings));
  fill_fonts (self);
  self->filling = FALSE;
  return self;
}
