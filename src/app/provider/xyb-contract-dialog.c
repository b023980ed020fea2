/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-contract-dialog.h"

#include "xyb-date.h"
#include "xyb-enterprise-store.h"
#include "xyb-field-row.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-provider-store.h"
#include "xyb-text.h"

struct _XybContractDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *window_title;
  GtkButton *accept_button;
  GtkWidget *remove_button;
  GtkWidget *problem_box;
  GtkLabel *problem;
  GtkDropDown *kind;
  GtkDropDown *provider;
  XybFieldRow *name_row;
  XybFieldRow *signed_row;
  XybFieldRow *starts_row;
  XybFieldRow *ends_row;
  XybFieldRow *note_row;
  GtkSwitch *filed;
  GtkSwitch *stamped;
  GtkWidget *warning_box;
  GtkLabel *warnings;

  /* owned */
  XybOffice *office;
  XybContract *contract; /* as stored; id 0: a new one */
  GPtrArray *providers;  /* of XybProvider, as the drop-down offers them */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybContractDialog, xyb_contract_dialog, ADW_TYPE_WINDOW)

/* ---- what stands in the form ---- */

/* The first choice is none, the last a new one. */
static gboolean
is_new_provider (XybContractDialog *self)
{
  return gtk_drop_down_get_selected (self->provider) == self->providers->len + 1;
}

static gint64
chosen_provider (XybContractDialog *self)
{
  guint chosen = gtk_drop_down_get_selected (self->provider);

  if (chosen == 0 || chosen > self->providers->len)
    return 0;
  return ((XybProvider *) self->providers->pdata[chosen - 1])->id;
}

typedef struct
{
  XybFieldRow *row;
  const char *name;
  char **iso;
} DateField;

static gboolean
read_date (const DateField *field, GError **error)
{
  if (xyb_form_read_date (field->name, xyb_field_row_get_text (field->row), field->iso, error))
    return TRUE;
  if (error != NULL)
    xyb_field_row_refuse (field->row, (*error)->message);
  return FALSE;
}

/* @error NULL: as far as it can be read, for the warnings. */
static gboolean
read_form (XybContractDialog *self, XybContract *contract, GError **error)
{
  const DateField dates[] = {
    { self->signed_row, N_ ("合同签订日期"), &contract->signed_on },
    { self->starts_row, N_ ("合同服务开始"), &contract->starts_on },
    { self->ends_row, N_ ("合同服务截止"), &contract->ends_on },
  };

  contract->kind = (XybContractKind) (gtk_drop_down_get_selected (self->kind) + 1);
  contract->provider_id = chosen_provider (self);
  contract->filed = gtk_switch_get_active (self->filed);
  contract->stamped = gtk_switch_get_active (self->stamped);
  xyb_form_set_string (&contract->note, xyb_field_row_get_text (self->note_row));
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    if (!read_date (&dates[i], error) && error != NULL)
      return FALSE;
  return TRUE;
}

/* ---- what is doubtful ---- */

static void
update_warnings (XybContractDialog *self)
{
  g_autoptr (XybContract) contract = xyb_contract_copy (self->contract);
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (self->filling)
    return;
  read_form (self, contract, NULL);
  warnings = xyb_contract_warnings (contract);
  for (guint i = 0; i < warnings->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", (char *) warnings->pdata[i]);
  gtk_label_set_label (self->warnings, words->str);
  gtk_widget_set_visible (self->warning_box, words->len > 0);
}

static void
show_problem (XybContractDialog *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem_box, sentence != NULL);
}

static void
choice_changed_cb (GObject *object, GParamSpec *pspec, XybContractDialog *self)
{
  if (self->filling)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), is_new_provider (self));
  if (object == G_OBJECT (self->provider) && is_new_provider (self))
    gtk_widget_grab_focus (GTK_WIDGET (xyb_field_row_get_text_widget (self->name_row)));
  show_problem (self, NULL);
  update_warnings (self);
}

/* On leaving the field: a date is written out, what is none is explained. */
static void
date_commit_cb (XybFieldRow *row, const char *text, XybContractDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *shown = NULL;

  if (!xyb_form_read_date (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), text, &iso,
                           &error))
    {
      xyb_field_row_refuse (row, error->message);
      return;
    }
  shown = xyb_date_format (iso);
  xyb_field_row_set_message (row, XYB_FIELD_PLAIN, NULL, NULL);
  xyb_field_row_set_value (row, shown);
  update_warnings (self);
}

static void
edited_cb (XybFieldRow *row, XybContractDialog *self)
{
  show_problem (self, NULL);
}

/* ---- storing ---- */

static gboolean
store (XybContractDialog *self, XybContract *contract, GError **error)
{
  XybStore *store = xyb_office_get_store (self->office);
  g_autofree char *today = xyb_date_today ();

  if (is_new_provider (self))
    return xyb_contract_store_add (store, contract, xyb_field_row_get_text (self->name_row), today,
                                   error);
  return xyb_contract_store_save (store, contract, today, error);
}

/**
 * xyb_contract_dialog_accept:
 * @self: the dialog
 *
 * What its button does.
 *
 * Returns: whether the contract is stored, and the dialog closed
 */
gboolean
xyb_contract_dialog_accept (XybContractDialog *self)
{
  g_autoptr (XybContract) contract = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (XYB_IS_CONTRACT_DIALOG (self), FALSE);

  contract = xyb_contract_copy (self->contract);
  show_problem (self, NULL);
  if (chosen_provider (self) == 0 && !is_new_provider (self))
    {
      show_problem (self, _ ("请选择服务机构；没有登记过的，选“新的服务机构…”。"));
      return FALSE;
    }
  if (!read_form (self, contract, &error) || !store (self, contract, &error))
    {
      show_problem (self, error->message);
      return FALSE;
    }
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static void
accept_clicked_cb (GtkButton *button, XybContractDialog *self)
{
  xyb_contract_dialog_accept (self);
}

static void
remove_clicked_cb (GtkButton *button, XybContractDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (xyb_contract_store_remove (xyb_office_get_store (self->office), self->contract->id, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    show_problem (self, error->message);
}

/* ---- filling ---- */

/* Who serves no more is offered only where the contract is his. */
static void
load_providers (XybContractDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = xyb_provider_store_list (xyb_office_get_store (self->office), &error);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (all == NULL)
    xyb_office_report (self->office, error);
  gtk_string_list_append (names, _ ("请选择"));
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      XybProvider *provider = all->pdata[i];

      if (provider->closed && provider->id != self->contract->provider_id)
        continue;
      gtk_string_list_append (names, provider->name);
      g_ptr_array_add (self->providers, xyb_provider_copy (provider));
    }
  gtk_string_list_append (names, _ ("新的服务机构…"));
  gtk_drop_down_set_model (self->provider, G_LIST_MODEL (names));
}

static void
fill_date (XybFieldRow *row, const char *iso)
{
  g_autofree char *text = xyb_date_format (iso);

  xyb_field_row_reset (row, text);
}

static void
fill (XybContractDialog *self)
{
  const XybContract *contract = self->contract;

  self->filling = TRUE;
  load_providers (self);
  gtk_drop_down_set_selected (self->kind, contract->kind - 1);
  fill_date (self->signed_row, contract->signed_on);
  fill_date (self->starts_row, contract->starts_on);
  fill_date (self->ends_row, contract->ends_on);
  gtk_switch_set_active (self->filed, contract->filed);
  gtk_switch_set_active (self->stamped, contract->stamped);
  xyb_field_row_reset (self->note_row, contract->note);
  self->filling = FALSE;
  xyb_contract_dialog_set_provider (self, contract->provider_id);
}

static void
fill_titles (XybContractDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise
    = xyb_enterprise_store_get (xyb_office_get_store (self->office), self->contract->enterprise_id,
                                &error);
  gboolean fresh = self->contract->id == 0;
  const char *title = fresh ? _ ("登记服务合同") : _ ("服务合同");

  if (enterprise == NULL)
    xyb_office_report (self->office, error);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, enterprise != NULL ? enterprise->name : "");
  gtk_button_set_label (self->accept_button, fresh ? _ ("登记") : _ ("修改"));
  gtk_widget_set_visible (self->remove_button, !fresh);
  gtk_widget_set_sensitive (self->remove_button, !xyb_office_is_read_only (self->office));
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept_button),
                            !xyb_office_is_read_only (self->office));
}

/* ---- the widget ---- */

static void
xyb_contract_dialog_dispose (GObject *object)
{
  XybContractDialog *self = XYB_CONTRACT_DIALOG (object);

  self->filling = TRUE;
  g_clear_object (&self->office);
  g_clear_pointer (&self->contract, xyb_contract_free);
  g_clear_pointer (&self->providers, g_ptr_array_unref);
  G_OBJECT_CLASS (xyb_contract_dialog_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, XybContractDialog, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/provider/xyb-contract-dialog.ui");
  BIND (window_title);
  BIND (accept_button);
  BIND (remove_button);
  BIND (problem_box);
  BIND (problem);
  BIND (kind);
  BIND (provider);
  BIND (name_row);
  BIND (signed_row);
  BIND (starts_row);
  BIND (ends_row);
  BIND (note_row);
  BIND (filed);
  BIND (stamped);
  BIND (warning_box);
  BIND (warnings);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xyb_contract_dialog_class_init (XybContractDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_contract_dialog_dispose;
  g_type_ensure (XYB_TYPE_FIELD_ROW);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
xyb_contract_dialog_init (XybContractDialog *self)
{
  self->filling = TRUE;
  self->providers = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_provider_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_contract_dialog_new:
 * @office: the office
 * @contract: (nullable): the one to be corrected; copied. %NULL: a new one
 * @enterprise_id: whose contract it is
 *
 * Returns: (transfer none): the dialog, not yet shown
 */
XybContractDialog *
xyb_contract_dialog_new (XybOffice *office, XybContract *contract, gint64 enterprise_id)
{
  XybContractDialog *self = g_object_new (XYB_TYPE_CONTRACT_DIALOG, NULL);

  self->office = g_object_ref (office);
  self->contract = contract != NULL ? xyb_contract_copy (contract) : xyb_contract_new ();
  self->contract->enterprise_id = enterprise_id;
  fill (self);
  fill_titles (self);
  return self;
}

/**
 * xyb_contract_dialog_set_kind:
 * @self: the dialog of a new contract
 * @kind: what to propose
 */
void
xyb_contract_dialog_set_kind (XybContractDialog *self, XybContractKind kind)
{
  g_return_if_fail (XYB_IS_CONTRACT_DIALOG (self));

  gtk_drop_down_set_selected (self->kind, kind - 1);
  update_warnings (self);
}

/**
 * xyb_contract_dialog_set_provider:
 * @self: the dialog
 * @provider_id: whom to propose; 0: the only one there is, or nobody
 */
void
xyb_contract_dialog_set_provider (XybContractDialog *self, gint64 provider_id)
{
  guint chosen = 0;

  g_return_if_fail (XYB_IS_CONTRACT_DIALOG (self));

  if (provider_id == 0 && self->providers->len <= 1)
    chosen = 1; /* the only one, or a new one */
  for (guint i = 0; i < self->providers->len; i++)
    if (((XybProvider *) self->providers->pdata[i])->id == provider_id)
      chosen = i + 1;
  gtk_drop_down_set_selected (self->provider, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), is_new_provider (self));
  update_warnings (self);
}

/**
 * xyb_contract_dialog_get_problem:
 * @self: the dialog
 *
 * Returns: (transfer none): the sentence that refuses what is written, or ""
 */
const char *
xyb_contract_dialog_get_problem (XybContractDialog *self)
{
  g_return_val_if_fail (XYB_IS_CONTRACT_DIALOG (self), NULL);

  return gtk_label_get_label (self->problem);
}
