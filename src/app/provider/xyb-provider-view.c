/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-provider-view.h"

#include "xyb-ask-dialog.h"
#include "xyb-contract-dialog.h"
#include "xyb-contract-sheet-model.h"
#include "xyb-enterprise-picker.h"
#include "xyb-field-row.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-list-output.h"
#include "xyb-list-tab.h"
#include "xyb-page.h"
#include "xyb-provider-store.h"
#include "xyb-sheet.h"
#include "xyb-two-line-row.h"

struct _XybProviderView
{
  AdwBin parent_instance;

  /* template widgets */
  GtkListBox *list;
  GtkStack *stack;
  GtkStack *contract_stack;
  GtkLabel *title;
  GtkLabel *subtitle;
  XybFieldRow *name_row;
  XybFieldRow *code_row;
  XybFieldRow *contact_row;
  XybFieldRow *phone_row;
  XybFieldRow *note_row;
  GtkSwitch *closed;
  XybSheet *sheet;

  /* owned */
  XybOffice *office;
  GSimpleActionGroup *actions;
  XybContractSheetModel *model;
  GPtrArray *providers; /* of XybProvider */
  GPtrArray *contracts; /* of XybContract: all of them */
  GPtrArray *own;       /* of XybContract of @contracts: those of the selected one */
  XybProvider *provider;
  gint64 selected;
  gboolean stale;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybProviderView, xyb_provider_view, ADW_TYPE_BIN)

static guint open_signal;

/* ---- the fields ---- */

static const struct
{
  gsize row;
  gsize string;
} fields[] = {
#define FIELD(name, member)                                                                        \
  {                                                                                                \
    G_STRUCT_OFFSET (XybProviderView, name##_row), G_STRUCT_OFFSET (XybProvider, member)           \
  }
  FIELD (name, name),   FIELD (code, credit_code), FIELD (contact, contact),
  FIELD (phone, phone), FIELD (note, note),
#undef FIELD
};

static XybFieldRow *
row_of (XybProviderView *self, gsize i)
{
  return G_STRUCT_MEMBER (XybFieldRow *, self, fields[i].row);
}

static char **
string_of (XybProvider *provider, gsize i)
{
  return G_STRUCT_MEMBER_P (provider, fields[i].string);
}

static void
fill_fields (XybProviderView *self, gboolean other)
{
  gboolean writable = !xyb_office_is_read_only (self->office);

  self->filling = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = *string_of (self->provider, i);

      if (other)
        xyb_field_row_reset (row_of (self, i), value);
      else
        xyb_field_row_set_value (row_of (self, i), value);
      xyb_field_row_set_editable (row_of (self, i), writable);
    }
  gtk_switch_set_active (self->closed, self->provider->closed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->closed), writable);
  self->filling = FALSE;
}

static gboolean
save (XybProviderView *self, XybProvider *changed, GError **error)
{
  return xyb_provider_store_save (xyb_office_get_store (self->office), changed, error);
}

static void
field_commit_cb (XybFieldRow *row, const char *text, XybProviderView *self)
{
  g_autoptr (XybProvider) changed = NULL;
  g_autoptr (GError) error = NULL;

  if (self->provider == NULL)
    return;
  changed = xyb_provider_copy (self->provider);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (row_of (self, i) == row)
      xyb_form_set_string (string_of (changed, i), text);
  if (!save (self, changed, &error))
    xyb_field_row_refuse (row, error->message);
}

static void
closed_changed_cb (GObject *object, GParamSpec *pspec, XybProviderView *self)
{
  g_autoptr (XybProvider) changed = NULL;
  g_autoptr (GError) error = NULL;

  if (self->filling || self->provider == NULL
      || gtk_switch_get_active (self->closed) == self->provider->closed)
    return;
  changed = xyb_provider_copy (self->provider);
  changed->closed = gtk_switch_get_active (self->closed);
  if (!save (self, changed, &error))
    xyb_office_report (self->office, error);
}

/* ---- the selected one ---- */

static void
set_enabled (XybProviderView *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (XybProviderView *self)
{
  gboolean writable = !xyb_office_is_read_only (self->office);
  gboolean serves = self->own->len > 0;

  set_enabled (self, "add", writable);
  set_enabled (self, "add-contract", writable && self->provider != NULL);
  set_enabled (self, "open", serves);
  set_enabled (self, "export", serves);
  set_enabled (self, "print", serves);
}

static guint
count_enterprises (const GPtrArray *contracts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < contracts->len; i++)
    g_hash_table_add (seen, &((XybContract *) contracts->pdata[i])->enterprise_id);
  return g_hash_table_size (seen);
}

/* Latest first, as they are looked for. */
static void
collect_own (XybProviderView *self)
{
  g_clear_pointer (&self->own, g_ptr_array_unref);
  self->own = g_ptr_array_new ();
  for (guint i = self->contracts->len; i > 0; i--)
    if (((XybContract *) self->contracts->pdata[i - 1])->provider_id == self->selected)
      g_ptr_array_add (self->own, self->contracts->pdata[i - 1]);
}

static XybProvider *
find_provider (XybProviderView *self, gint64 id)
{
  for (guint i = 0; i < self->providers->len; i++)
    if (((XybProvider *) self->providers->pdata[i])->id == id)
      return self->providers->pdata[i];
  return NULL;
}

static void
show_selected (XybProviderView *self)
{
  XybProvider *provider = find_provider (self, self->selected);
  gboolean other = provider == NULL || self->provider == NULL || self->provider->id != provider->id;
  g_autofree char *words = NULL;

  g_clear_pointer (&self->provider, xyb_provider_free);
  collect_own (self);
  xyb_contract_sheet_model_show (self->model, self->own);
  gtk_stack_set_visible_child_name (self->stack, provider != NULL ? "provider" : "empty");
  gtk_stack_set_visible_child_name (self->contract_stack, self->own->len > 0 ? "list" : "nothing");
  if (provider != NULL)
    {
      self->provider = xyb_provider_copy (provider);
      words = g_strdup_printf (_ ("服务 %u 家企业，%u 份合同"), count_enterprises (self->own),
                               self->own->len);
      gtk_label_set_label (self->title, provider->name);
      gtk_label_set_label (self->subtitle, words);
      fill_fields (self, other);
    }
  update_actions (self);
}

/* ---- the list ---- */

static guint
count_contracts (XybProviderView *self, gint64 provider_id)
{
  guint n = 0;

  for (guint i = 0; i < self->contracts->len; i++)
    n += ((XybContract *) self->contracts->pdata[i])->provider_id == provider_id ? 1 : 0;
  return n;
}

static GtkWidget *
list_row_new (XybProviderView *self, const XybProvider *provider)
{
  GtkWidget *row = g_object_new (XYB_TYPE_TWO_LINE_ROW, NULL);
  g_autofree char *caption
    = g_strdup_printf (_ ("%u 份合同%s%s"), count_contracts (self, provider->id),
                       provider->contact != NULL ? " · " : "",
                       provider->contact != NULL ? provider->contact : "");

  xyb_two_line_row_set_lines (XYB_TWO_LINE_ROW (row), provider->name, caption);
  if (provider->closed)
    xyb_two_line_row_set_tag (XYB_TWO_LINE_ROW (row), "neutral", "action-unavailable-symbolic",
                              _ ("不再服务"));
  return row;
}

static void
fill_list (XybProviderView *self)
{
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  if (find_provider (self, self->selected) == NULL)
    self->selected = self->providers->len > 0 ? ((XybProvider *) self->providers->pdata[0])->id : 0;
  for (guint i = 0; i < self->providers->len; i++)
    {
      const XybProvider *provider = self->providers->pdata[i];
      GtkListBoxRow *row;

      gtk_list_box_append (self->list, list_row_new (self, provider));
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      provider->name, -1);
      if (provider->id == self->selected)
        gtk_list_box_select_row (self->list, row);
    }
  self->filling = FALSE;
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, XybProviderView *self)
{
  int place = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (self->filling || place < 0 || (guint) place >= self->providers->len)
    return;
  self->selected = ((XybProvider *) self->providers->pdata[place])->id;
  show_selected (self);
}

static gboolean
load (XybProviderView *self, GError **error)
{
  XybStore *store = xyb_office_get_store (self->office);
  g_autoptr (GPtrArray) providers = xyb_provider_store_list (store, error);
  g_autoptr (GPtrArray) contracts
    = providers != NULL ? xyb_contract_store_list (store, 0, 0, error) : NULL;

  if (contracts == NULL)
    return FALSE;
  xyb_contract_sheet_model_show (self->model, NULL);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->providers, g_ptr_array_unref);
  g_clear_pointer (&self->contracts, g_ptr_array_unref);
  self->providers = g_steal_pointer (&providers);
  self->contracts = g_steal_pointer (&contracts);
  return TRUE;
}

static void
reload (XybProviderView *self)
{
  g_autoptr (GError) error = NULL;

  self->stale = FALSE;
  if (!load (self, &error))
    {
      xyb_office_report (self->office, error);
      return;
    }
  fill_list (self);
  show_selected (self);
}

static void
office_changed_cb (XybOffice *office, const char *const *tables, XybProviderView *self)
{
  static const char *const wanted[]
    = { "service_provider", "contract", "enterprise", "unit", NULL };

  if (!xyb_page_touches (tables, wanted))
    return;
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
}

static void
xyb_provider_view_map (GtkWidget *widget)
{
  XybProviderView *self = XYB_PROVIDER_VIEW (widget);

  GTK_WIDGET_CLASS (xyb_provider_view_parent_class)->map (widget);
  if (self->stale && self->office != NULL)
    reload (self);
}

/* ---- actions ---- */

static void
name_accepted_cb (XybAskDialog *dialog, XybProviderView *self)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (dialog), "name");
  g_autoptr (XybProvider) provider = xyb_provider_new ();
  g_autoptr (GError) error = NULL;

  provider->name = g_strdup (gtk_editable_get_text (entry));
  if (!save (self, provider, &error))
    {
      xyb_ask_dialog_refuse (dialog, error->message);
      return;
    }
  gtk_window_close (GTK_WINDOW (dialog));
  xyb_provider_view_select (self, provider->id);
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybProviderView *self = user_data;
  XybAskDialog *dialog = xyb_ask_dialog_new (GTK_WIDGET (self), _ ("新增服务机构"), _ ("新增"));

  g_object_set_data (G_OBJECT (dialog), "name",
                     xyb_ask_dialog_add_entry (dialog, _ ("机构名称"), NULL));
  g_signal_connect_object (dialog, "accept", G_CALLBACK (name_accepted_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
present_contract (XybProviderView *self, XybContract *contract, gint64 enterprise_id)
{
  XybContractDialog *dialog = xyb_contract_dialog_new (self->office, contract, enterprise_id);

  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  if (contract == NULL)
    xyb_contract_dialog_set_provider (dialog, self->selected);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
enterprise_chosen_cb (XybEnterprisePicker *picker, gint64 id, XybProviderView *self)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    present_contract (self, NULL, id);
}

static void
add_contract_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybProviderView *self = user_data;
  XybEnterprisePicker *picker
    = xyb_enterprise_picker_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->office,
                                 0);

  xyb_enterprise_picker_set_title (picker, _ ("与哪一家签订的合同"), _ ("下一步"));
  g_signal_connect_object (picker, "chosen", G_CALLBACK (enterprise_chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (picker));
}

static XybContract *
contract_at_cursor (XybProviderView *self)
{
  guint row;
  guint column;

  xyb_sheet_get_cursor (self->sheet, &row, &column);
  return xyb_contract_sheet_model_get (self->model, row);
}

static void
activated_cb (XybSheet *sheet, guint row, guint column, XybProviderView *self)
{
  XybContract *contract = xyb_contract_sheet_model_get (self->model, row);

  if (contract != NULL)
    present_contract (self, contract, contract->enterprise_id);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybProviderView *self = user_data;
  const XybContract *contract = contract_at_cursor (self);

  if (contract != NULL)
    g_signal_emit (self, open_signal, 0, contract->enterprise_id,
                   contract->kind == XYB_CONTRACT_ACCREDITATION ? (int) XYB_TRACK_ACCREDITATION
                                                                : (int) XYB_TRACK_CITY_MODEL,
                   xyb_office_get_year (self->office));
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybProviderView *self = user_data;
  const XybExportSpec spec = { .kind = XYB_EXPORT_PROVIDER, .provider_id = self->selected };

  xyb_list_output_export (GTK_WIDGET (self), &spec);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  XybProviderView *self = user_data;
  const XybExportSpec spec = { .kind = XYB_EXPORT_PROVIDER, .provider_id = self->selected };

  xyb_list_output_print (GTK_WIDGET (self), self->office, _ ("服务企业名单"), &spec);
}

static void
add_actions (XybProviderView *self)
{
  static const GActionEntry entries[] = {
    { .name = "add", .activate = add_cb },
    { .name = "add-contract", .activate = add_contract_cb },
    { .name = "open", .activate = open_cb },
    { .name = "export", .activate = export_cb },
    { .name = "print", .activate = print_cb },
  };
  g_autoptr (GMenu) menu = g_menu_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "provider", G_ACTION_GROUP (self->actions));
  g_menu_append (menu, _ ("打开这家企业"), "provider.open");
  xyb_sheet_set_extra_menu (self->sheet, G_MENU_MODEL (menu));
}

/* ---- the widget ---- */

static void
xyb_provider_view_dispose (GObject *object)
{
  XybProviderView *self = XYB_PROVIDER_VIEW (object);

  self->filling = TRUE;
  g_clear_object (&self->office);
  g_clear_object (&self->actions);
  g_clear_object (&self->model);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->contracts, g_ptr_array_unref);
  g_clear_pointer (&self->providers, g_ptr_array_unref);
  g_clear_pointer (&self->provider, xyb_provider_free);
  G_OBJECT_CLASS (xyb_provider_view_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, XybProviderView, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/provider/xyb-provider-view.ui");
  BIND (list);
  BIND (stack);
  BIND (contract_stack);
  BIND (title);
  BIND (subtitle);
  BIND (name_row);
  BIND (code_row);
  BIND (contact_row);
  BIND (phone_row);
  BIND (note_row);
  BIND (closed);
  BIND (sheet);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
xyb_provider_view_class_init (XybProviderViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_provider_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = xyb_provider_view_map;
  open_signal = g_signal_new ("open-enterprise", XYB_TYPE_PROVIDER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                              NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT, G_TYPE_INT);
  g_type_ensure (XYB_TYPE_FIELD_ROW);
  g_type_ensure (XYB_TYPE_SHEET);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
xyb_provider_view_init (XybProviderView *self)
{
  self->stale = TRUE;
  self->model = xyb_contract_sheet_model_new ();
  self->own = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_actions (self);
  xyb_list_tab_leaves (self->list);
  xyb_sheet_set_model (self->sheet, XYB_SHEET_MODEL (self->model));
}

/**
 * xyb_provider_view_new:
 * @office: the office
 *
 * Returns: (transfer floating): its 服务机构
 */
GtkWidget *
xyb_provider_view_new (XybOffice *office)
{
  XybProviderView *self = g_object_new (XYB_TYPE_PROVIDER_VIEW, NULL);

  self->office = g_object_ref (office);
  g_signal_connect_object (office, "changed", G_CALLBACK (office_changed_cb), self, 0);
  return GTK_WIDGET (self);
}

/**
 * xyb_provider_view_select:
 * @self: the view
 * @provider_id: which is to be seen
 *
 * Brings it into view.
 */
void
xyb_provider_view_select (XybProviderView *self, gint64 provider_id)
{
  g_return_if_fail (XYB_IS_PROVIDER_VIEW (self));

  self->selected = provider_id;
  reload (self);
}

/**
 * xyb_provider_view_get_selected:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the one in view
 */
const XybProvider *
xyb_provider_view_get_selected (XybProviderView *self)
{
  g_return_val_if_fail (XYB_IS_PROVIDER_VIEW (self), NULL);

  return self->provider;
}

/**
 * xyb_provider_view_get_n_contracts:
 * @self: the view
 *
 * Returns: how many contracts the one in view has
 */
guint
xyb_provider_view_get_n_contracts (XybProviderView *self)
{
  g_return_val_if_fail (XYB_IS_PROVIDER_VIEW (self), 0);

  return self->own->len;
}
