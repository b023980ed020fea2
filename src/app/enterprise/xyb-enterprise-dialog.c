/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-dialog.h"

#include "xyb-code-marks.h"
#include "xyb-company-name.h"
#include "xyb-credit-code.h"
#include "xyb-date.h"
#include "xyb-enterprise-store.h"
#include "xyb-field-row.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-merge-dialog.h"
#include "xyb-store-error.h"
#include "xyb-text.h"

/* One character finds half the register. */
#define MIN_CHARS 3
#define SEARCH_AFTER_MS 150

struct _XybEnterpriseDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkButton *add_button;
  GtkWidget *problem_box;
  GtkLabel *problem;
  XybFieldRow *name_row;
  XybFieldRow *code_row;
  GtkToggleButton *confirm_button;
  GtkDropDown *unit;
  GtkWidget *same_box;
  GtkListBox *same_list;
  GtkWidget *merge_button;

  /* owned */
  XybOffice *office;
  gint64 same_ids[2]; /* the first two of the same name */
  guint search_id;
};

G_DEFINE_FINAL_TYPE (XybEnterpriseDialog, xyb_enterprise_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
choose (XybEnterpriseDialog *self, gint64 id)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* ---- what is already there (ENT-08) ---- */

static void
same_clicked_cb (GtkButton *button, XybEnterpriseDialog *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  choose (self, *id);
}

static GtkWidget *
same_row_new (XybEnterpriseDialog *self, const XybEnterprise *enterprise, const char *why)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("打开这一家"));
  gint64 *id = g_new (gint64, 1);
  g_autofree char *subtitle
    = g_strdup_printf ("%s · %s", why,
                       enterprise->unit_name != NULL ? enterprise->unit_name : _ ("未填区镇"));

  *id = enterprise->id;
  g_object_set_data_full (G_OBJECT (button), "id", id, g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (same_clicked_cb), self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), enterprise->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static const char *
why_same (const XybEnterprise *enterprise, const char *name)
{
  return xyb_company_name_compare (enterprise->name, name) == XYB_COMPANY_MATCH_EXACT
           ? _ ("名称相同")
           : _ ("名称相近");
}

/* Two in the register that are the same as the one typed are the same as each other. */
static void
merge_same_clicked_cb (GtkButton *button, XybEnterpriseDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  gint64 keep = self->same_ids[0];
  gint64 gone = self->same_ids[1];
  g_autoptr (XybOffice) office = g_object_ref (self->office);

  gtk_window_destroy (GTK_WINDOW (self));
  xyb_merge_open (parent, office, keep, gone);
}

static void
note_exact (XybEnterpriseDialog *self, GPtrArray *same, const char *name)
{
  guint n = 0;

  for (guint i = 0; same != NULL && i < same->len && n < G_N_ELEMENTS (self->same_ids); i++)
    {
      const XybEnterprise *one = same->pdata[i];

      if (xyb_company_name_compare (one->name, name) == XYB_COMPANY_MATCH_EXACT)
        self->same_ids[n++] = one->id;
    }
  gtk_widget_set_visible (self->merge_button, n == G_N_ELEMENTS (self->same_ids)
                                                && !xyb_office_is_read_only (self->office));
}

static void
show_same (XybEnterpriseDialog *self)
{
  const char *name = xyb_field_row_get_text (self->name_row);
  g_autoptr (GPtrArray) same = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->same_list))) != NULL)
    gtk_list_box_remove (self->same_list, child);
  if (g_utf8_strlen (name, -1) >= MIN_CHARS)
    same = xyb_enterprise_store_find_same (xyb_office_get_store (self->office), name, NULL);
  for (guint i = 0; same != NULL && i < same->len; i++)
    gtk_list_box_append (self->same_list,
                         same_row_new (self, same->pdata[i], why_same (same->pdata[i], name)));
  note_exact (self, same, name);
  gtk_widget_set_visible (self->same_box, same != NULL && same->len > 0);
  gtk_button_set_label (self->add_button,
                        same != NULL && same->len > 0 ? _ ("仍然新建") : _ ("新建"));
}

static gboolean
search_cb (gpointer user_data)
{
  XybEnterpriseDialog *self = user_data;

  self->search_id = 0;
  show_same (self);
  return G_SOURCE_REMOVE;
}

static void
name_edited_cb (XybFieldRow *row, XybEnterpriseDialog *self)
{
  g_clear_handle_id (&self->search_id, g_source_remove);
  self->search_id = g_timeout_add (SEARCH_AFTER_MS, search_cb, self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button),
                            !xyb_text_is_blank (xyb_field_row_get_text (row)));
  gtk_widget_set_visible (self->problem_box, FALSE);
}

/* A code that fails its check is taken when the clerk has seen the licence (§19.1); another code
 * has to be seen again. */
static void
update_code (XybEnterpriseDialog *self)
{
  XybFieldRow *row = self->code_row;
  g_autoptr (XybCreditCode) code = xyb_credit_code_new (xyb_field_row_get_text (row));
  g_autofree char *sentence = xyb_credit_code_describe (code);
  g_autofree char *origin = xyb_credit_code_describe_origin (code);
  gboolean confirmed = gtk_toggle_button_get_active (self->confirm_button);

  xyb_code_marks_show (xyb_field_row_get_text_widget (row), code);
  gtk_widget_set_visible (GTK_WIDGET (self->confirm_button),
                          code->status == XYB_CREDIT_CODE_WRONG_CHECK);
  xyb_field_row_set_hint (row, code->status == XYB_CREDIT_CODE_EMPTY ? _ ("可以以后再填") : NULL);
  if (code->status == XYB_CREDIT_CODE_EMPTY)
    xyb_field_row_set_message (row, XYB_FIELD_PLAIN, NULL, NULL);
  else if (code->status == XYB_CREDIT_CODE_OK)
    xyb_field_row_set_message (row, XYB_FIELD_GOOD, sentence, origin);
  else if (code->status == XYB_CREDIT_CODE_WRONG_CHECK && confirmed)
    xyb_field_row_set_message (row, XYB_FIELD_PLAIN, _ ("校验位不符，已核对证照，按证照登记。"),
                               origin);
  else
    xyb_field_row_set_message (row, XYB_FIELD_WARNING, sentence, origin);
}

static void
code_edited_cb (XybFieldRow *row, XybEnterpriseDialog *self)
{
  gtk_toggle_button_set_active (self->confirm_button, FALSE);
  gtk_widget_set_visible (self->problem_box, FALSE);
  update_code (self);
}

static void
confirm_toggled_cb (GtkToggleButton *button, XybEnterpriseDialog *self)
{
  gtk_widget_set_visible (self->problem_box, FALSE);
  update_code (self);
}

/* ---- adding ---- */

static gint64
chosen_unit (XybEnterpriseDialog *self)
{
  const GPtrArray *districts = xyb_office_get_districts (self->office);
  guint chosen = gtk_drop_down_get_selected (self->unit);

  if (chosen == 0 || chosen > districts->len)
    return 0;
  return ((XybUnit *) districts->pdata[chosen - 1])->id;
}

/* Whoever has the code already is most likely the same firm. */
static void
show_owner (XybEnterpriseDialog *self, const char *code)
{
  XybStore *store = xyb_office_get_store (self->office);
  gint64 id = xyb_enterprise_store_find_code (store, code, NULL);
  g_autoptr (XybEnterprise) owner = id != 0 ? xyb_enterprise_store_get (store, id, NULL) : NULL;

  if (owner == NULL)
    return;
  gtk_list_box_prepend (self->same_list, same_row_new (self, owner, _ ("代码相同")));
  gtk_widget_set_visible (self->same_box, TRUE);
}

static void
add (XybEnterpriseDialog *self)
{
  g_autoptr (XybEnterprise) enterprise = xyb_enterprise_new ();
  g_autofree char *code = xyb_credit_code_normalise (xyb_field_row_get_text (self->code_row));
  g_autofree char *today = xyb_date_today ();
  g_autoptr (GError) error = NULL;

  xyb_form_set_string (&enterprise->name, xyb_field_row_get_text (self->name_row));
  xyb_form_set_string (&enterprise->credit_code, *code != '\0' ? code : NULL);
  enterprise->code_confirmed = gtk_widget_get_visible (GTK_WIDGET (self->confirm_button))
                               && gtk_toggle_button_get_active (self->confirm_button);
  enterprise->unit_id = chosen_unit (self);
  if (xyb_enterprise_store_save (xyb_office_get_store (self->office), enterprise, today, &error))
    {
      choose (self, enterprise->id);
      return;
    }
  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (self->problem_box, TRUE);
  if (g_error_matches (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS))
    show_owner (self, enterprise->credit_code);
}

static void
add_clicked_cb (GtkButton *button, XybEnterpriseDialog *self)
{
  add (self);
}

static void
fill_units (XybEnterpriseDialog *self, gint64 unit_id)
{
  const GPtrArray *districts = xyb_office_get_districts (self->office);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  gtk_string_list_append (names, _ ("未填"));
  for (guint i = 0; i < districts->len; i++)
    {
      const XybUnit *unit = districts->pdata[i];

      gtk_string_list_append (names, unit->name);
      if (unit->id == unit_id)
        chosen = i + 1;
    }
  gtk_drop_down_set_model (self->unit, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->unit, chosen);
}

static void
xyb_enterprise_dialog_dispose (GObject *object)
{
  XybEnterpriseDialog *self = XYB_ENTERPRISE_DIALOG (object);

  g_clear_handle_id (&self->search_id, g_source_remove);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_enterprise_dialog_parent_class)->dispose (object);
}

static void
xyb_enterprise_dialog_class_init (XybEnterpriseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_enterprise_dialog_dispose;
  /* id of the enterprise that was added, or found to be there already */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", XYB_TYPE_ENTERPRISE_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (XYB_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseDialog, problem_box);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseDialog, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseDialog, same_box);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseDialog, same_list);
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseDialog, merge_button);
  gtk_widget_class_bind_template_callback (widget_class, name_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_same_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xyb_enterprise_dialog_init (XybEnterpriseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_enterprise_dialog_new:
 * @parent: the window
 * @office: the office
 * @unit_id: 区镇 to propose, or 0
 *
 * Returns: (transfer none): the dialog, not yet shown
 */
XybEnterpriseDialog *
xyb_enterprise_dialog_new (GtkWindow *parent, XybOffice *office, gint64 unit_id)
{
  XybEnterpriseDialog *self
    = g_object_new (XYB_TYPE_ENTERPRISE_DIALOG, "transient-for", parent, NULL);

  self->office = g_object_ref (office);
  fill_units (self, unit_id);
  gtk_window_set_focus (GTK_WINDOW (self),
                        GTK_WIDGET (xyb_field_row_get_text_widget (self->name_row)));
  return self;
}

/**
 * xyb_enterprise_dialog_set_name:
 * @self: the dialog
 * @name: what was looked for in vain
 *
 * Begins with this name.
 */
void
xyb_enterprise_dialog_set_name (XybEnterpriseDialog *self, const char *name)
{
  g_return_if_fail (XYB_IS_ENTERPRISE_DIALOG (self));

  gtk_editable_set_text (GTK_EDITABLE (xyb_field_row_get_text_widget (self->name_row)), name);
  gtk_editable_set_position (GTK_EDITABLE (xyb_field_row_get_text_widget (self->name_row)), -1);
}
