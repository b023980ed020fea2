/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-actions.h"

#include "xyb-date.h"
#include "xyb-enterprise-store.h"
#include "xyb-i18n.h"
#include "xyb-merge-dialog.h"

struct _XybEnterpriseActions
{
  GObject parent_instance;

  /* borrowed */
  GtkWidget *owner;

  /* owned */
  GSimpleActionGroup *group;
  XybOffice *office;
  XybEnterprise *enterprise;
  GtkWidget *popover; /* a child of @owner; NULL until asked for */
};

G_DEFINE_FINAL_TYPE (XybEnterpriseActions, xyb_enterprise_actions, G_TYPE_OBJECT)

/* ---- the actions ---- */

static void
copy (XybEnterpriseActions *self, const char *text)
{
  g_autofree char *sentence = g_strdup_printf (_ ("已复制：%s"), text);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->owner), text);
  xyb_office_say (self->office, sentence);
}

static void
copy_name_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybEnterpriseActions *self = user_data;

  if (self->enterprise != NULL)
    copy (self, self->enterprise->name);
}

static void
copy_code_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybEnterpriseActions *self = user_data;

  if (self->enterprise != NULL && self->enterprise->credit_code != NULL)
    copy (self, self->enterprise->credit_code);
}

static void
merge_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybEnterpriseActions *self = user_data;

  if (self->enterprise != NULL)
    xyb_merge_ask (GTK_WINDOW (gtk_widget_get_root (self->owner)), self->office,
                   self->enterprise->id);
}

/* As it is stored now: the form may have written since the menu was made. */
static void
set_closed (XybEnterpriseActions *self, gboolean closed)
{
  XybStore *store = xyb_office_get_store (self->office);
  g_autoptr (GError) error = NULL;
  g_autofree char *today = xyb_date_today ();
  g_autoptr (XybEnterprise) now = xyb_enterprise_store_get (store, self->enterprise->id, &error);

  if (now != NULL)
    now->closed = closed;
  if (now == NULL || !xyb_enterprise_store_save (store, now, today, &error))
    xyb_office_report (self->office, error);
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybEnterpriseActions *self = user_data;

  if (self->enterprise != NULL)
    set_closed (self, TRUE);
}

static void
reopen_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybEnterpriseActions *self = user_data;

  if (self->enterprise != NULL)
    set_closed (self, FALSE);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybEnterpriseActions *self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->enterprise != NULL
      && !xyb_enterprise_store_remove (xyb_office_get_store (self->office), self->enterprise->id,
                                       &error))
    xyb_office_report (self->office, error);
}

/* ---- the object ---- */

static void
xyb_enterprise_actions_dispose (GObject *object)
{
  XybEnterpriseActions *self = XYB_ENTERPRISE_ACTIONS (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->group);
  g_clear_object (&self->office);
  g_clear_pointer (&self->enterprise, xyb_enterprise_free);
  G_OBJECT_CLASS (xyb_enterprise_actions_parent_class)->dispose (object);
}

static void
xyb_enterprise_actions_class_init (XybEnterpriseActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_enterprise_actions_dispose;
}

static void
xyb_enterprise_actions_init (XybEnterpriseActions *self)
{
  static const GActionEntry entries[] = {
    { .name = "merge", .activate = merge_cb },
    { .name = "copy-name", .activate = copy_name_cb },
    { .name = "copy-code", .activate = copy_code_cb },
    { .name = "close", .activate = close_cb },
    { .name = "reopen", .activate = reopen_cb },
    { .name = "remove", .activate = remove_cb },
  };

  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries),
                                   self);
}

/**
 * xyb_enterprise_actions_new:
 * @owner: the widget that gets the actions `enterprise.…`; it drops them in its dispose
 *
 * Returns: (transfer full): actions of no enterprise yet
 */
XybEnterpriseActions *
xyb_enterprise_actions_new (GtkWidget *owner)
{
  XybEnterpriseActions *self = g_object_new (XYB_TYPE_ENTERPRISE_ACTIONS, NULL);

  self->owner = owner;
  gtk_widget_insert_action_group (owner, "enterprise", G_ACTION_GROUP (self->group));
  return self;
}

static void
set_enabled (XybEnterpriseActions *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * xyb_enterprise_actions_set:
 * @self: the actions
 * @office: the office
 * @enterprise: (nullable): what they are about from now on
 *
 * Enables what can be done with it.
 */
void
xyb_enterprise_actions_set (XybEnterpriseActions *self,
                            XybOffice *office,
                            const XybEnterprise *enterprise)
{
  gboolean writable = enterprise != NULL && !xyb_office_is_read_only (office);
  XybEnterprise *kept = enterprise != NULL ? xyb_enterprise_copy (enterprise) : NULL;

  g_return_if_fail (XYB_IS_ENTERPRISE_ACTIONS (self));

  g_set_object (&self->office, office);
  g_clear_pointer (&self->enterprise, xyb_enterprise_free);
  self->enterprise = kept;
  set_enabled (self, "merge", writable);
  set_enabled (self, "copy-name", kept != NULL);
  set_enabled (self, "copy-code", kept != NULL && kept->credit_code != NULL);
  set_enabled (self, "close", writable && !kept->closed);
  set_enabled (self, "reopen", writable && kept->closed);
  set_enabled (self, "remove", writable);
}

/**
 * xyb_enterprise_actions_build_menu:
 * @self: the actions
 *
 * Returns: (transfer full): the menu of the enterprise they are about
 */
GMenuModel *
xyb_enterprise_actions_build_menu (XybEnterpriseActions *self)
{
  g_autoptr (GMenu) merges = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();
  g_autoptr (GMenu) ends = g_menu_new ();
  GMenu *menu = g_menu_new ();
  gboolean closed = self->enterprise != NULL && self->enterprise->closed;

  g_menu_append (merges, _ ("合并…"), "enterprise.merge");
  g_menu_append (copies, _ ("复制名称"), "enterprise.copy-name");
  g_menu_append (copies, _ ("复制代码"), "enterprise.copy-code");
  if (closed)
    g_menu_append (ends, _ ("取消注销"), "enterprise.reopen");
  else
    g_menu_append (ends, _ ("标为已注销"), "enterprise.close");
  g_menu_append (ends, _ ("从册里移出"), "enterprise.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (merges));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ends));
  return G_MENU_MODEL (menu);
}

/* Asked for at a right click: not every list pays for one. */
static void
ensure_popover (XybEnterpriseActions *self)
{
  if (self->popover != NULL)
    return;
  self->popover = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, self->owner);
}

/**
 * xyb_enterprise_actions_popup:
 * @self: the actions
 * @office: the office
 * @id: an enterprise
 * @at: a widget inside the owner
 * @x: a point in @at
 * @y: a point in @at
 *
 * Opens the menu of that enterprise there.
 */
void
xyb_enterprise_actions_popup (XybEnterpriseActions *self,
                              XybOffice *office,
                              gint64 id,
                              GtkWidget *at,
                              double x,
                              double y)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise
    = xyb_enterprise_store_get (xyb_office_get_store (office), id, &error);
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (XYB_IS_ENTERPRISE_ACTIONS (self));

  if (enterprise == NULL)
    {
      xyb_office_report (office, error);
      return;
    }
  xyb_enterprise_actions_set (self, office, enterprise);
  ensure_popover (self);
  menu = xyb_enterprise_actions_build_menu (self);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), menu);
  gtk_widget_translate_coordinates (at, self->owner, x, y, &x, &y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}
