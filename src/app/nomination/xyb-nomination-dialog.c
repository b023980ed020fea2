/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-nomination-dialog.h"

#include "xyb-date.h"
#include "xyb-field-row.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-nomination-cells.h"
#include "xyb-nomination-store.h"
#include "xyb-office-store.h"

struct _XybNominationDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *heading;
  GtkWidget *save_button;
  GtkWidget *remove_button;
  GtkWidget *problem_box;
  GtkLabel *problem;
  GtkDropDown *unit;
  XybFieldRow *products_row;
  XybFieldRow *revenue_row;
  XybFieldRow *headcount_row;
  XybFieldRow *contact_row;
  XybFieldRow *phone_row;
  XybFieldRow *confirmed_row;
  XybFieldRow *signed_row;
  XybFieldRow *accepted_row;
  XybFieldRow *note_row;

  /* owned */
  XybOffice *office;
  XybNomination *nomination;
};

G_DEFINE_FINAL_TYPE (XybNominationDialog, xyb_nomination_dialog, ADW_TYPE_WINDOW)

/* ---- fields and their texts ---- */

typedef char *(*ReadFunc) (const XybNomination *nomination);
typedef gboolean (*WriteFunc) (XybNominationDialog *self, const char *text, GError **error);

typedef struct
{
  gsize row;
  gsize string;
  ReadFunc read;
  WriteFunc write;
} Field;

static char *
read_revenue (const XybNomination *nomination)
{
  return nomination->revenue_fen == XYB_UNSAID
           ? g_strdup ("")
           : xyb_amount_format (nomination->revenue_fen, nomination->revenue_unit);
}

static gboolean
write_revenue (XybNominationDialog *self, const char *text, GError **error)
{
  XybMoneyUnit unit = xyb_office_store_get_revenue_unit (xyb_office_get_store (self->office));

  return xyb_nomination_set_cell (self->nomination, XYB_NOMINATION_CELL_REVENUE, text, unit, error);
}

static char *
read_headcount (const XybNomination *nomination)
{
  return xyb_form_count_text (nomination->headcount);
}

static gboolean
write_headcount (XybNominationDialog *self, const char *text, GError **error)
{
  return xyb_form_read_count (_ ("职工人数"), text, &self->nomination->headcount, error);
}

static char *
read_confirmed (const XybNomination *nomination)
{
  return xyb_date_format (nomination->confirmed_on);
}

static gboolean
write_confirmed (XybNominationDialog *self, const char *text, GError **error)
{
  return xyb_form_read_date (_ ("确定名单"), text, &self->nomination->confirmed_on, error);
}

static char *
read_signed (const XybNomination *nomination)
{
  return xyb_date_format (nomination->signed_on);
}

static gboolean
write_signed (XybNominationDialog *self, const char *text, GError **error)
{
  return xyb_form_read_date (_ ("签约日期"), text, &self->nomination->signed_on, error);
}

static char *
read_accepted (const XybNomination *nomination)
{
  return xyb_date_format (nomination->accepted_on);
}

static gboolean
write_accepted (XybNominationDialog *self, const char *text, GError **error)
{
  return xyb_form_read_date (_ ("验收通过"), text, &self->nomination->accepted_on, error);
}

#define ROW(name) G_STRUCT_OFFSET (XybNominationDialog, name##_row)
#define STRING(name) G_STRUCT_OFFSET (XybNomination, name)

static const Field fields[] = {
  { ROW (products), STRING (products), NULL, NULL },
  { ROW (revenue), 0, read_revenue, write_revenue },
  { ROW (headcount), 0, read_headcount, write_headcount },
  { ROW (contact), STRING (contact), NULL, NULL },
  { ROW (phone), STRING (phone), NULL, NULL },
  { ROW (confirmed), 0, read_confirmed, write_confirmed },
  { ROW (signed), 0, read_signed, write_signed },
  { ROW (accepted), 0, read_accepted, write_accepted },
  { ROW (note), STRING (note), NULL, NULL },
};

static XybFieldRow *
row_of (XybNominationDialog *self, const Field *field)
{
  return G_STRUCT_MEMBER (XybFieldRow *, self, field->row);
}

static gboolean
write_field (XybNominationDialog *self, const Field *field, const char *text, GError **error)
{
  if (field->write != NULL)
    return field->write (self, text, error);
  xyb_form_set_string (G_STRUCT_MEMBER_P (self->nomination, field->string), text);
  return TRUE;
}

static void
show_problem (XybNominationDialog *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem_box, sentence != NULL);
}

/* On leaving a field what stands there is read at once: 1.2亿 becomes 12000 万元 before the eye. */
static void
field_commit_cb (XybFieldRow *row, const char *text, XybNominationDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *clean = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (row_of (self, &fields[i]) != row)
        continue;
      if (!write_field (self, &fields[i], text, &error))
        xyb_field_row_refuse (row, error->message);
      else
        {
          clean = fields[i].read != NULL ? fields[i].read (self->nomination) : g_strdup (text);
          xyb_field_row_set_value (row, clean);
        }
    }
}

/* ---- buttons ---- */

static gint64
chosen_unit (XybNominationDialog *self)
{
  const GPtrArray *districts = xyb_office_get_districts (self->office);
  guint chosen = gtk_drop_down_get_selected (self->unit);

  return chosen < districts->len ? ((XybUnit *) districts->pdata[chosen])->id : 0;
}

static gboolean
any_refused (XybNominationDialog *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      XybFieldRow *row = row_of (self, &fields[i]);

      xyb_field_row_commit (row);
      if (!xyb_field_row_is_dirty (row))
        continue;
      gtk_widget_grab_focus (GTK_WIDGET (xyb_field_row_get_text_widget (row)));
      return TRUE;
    }
  return FALSE;
}

static void
save_clicked_cb (GtkButton *button, XybNominationDialog *self)
{
  g_autoptr (XybNomination) changed = NULL;
  g_autoptr (GError) error = NULL;

  if (any_refused (self))
    return;
  changed = xyb_nomination_copy (self->nomination);
  changed->unit_id = chosen_unit (self);
  /* In another 区镇 it stands at the end of that list. */
  if (changed->unit_id != self->nomination->unit_id)
    changed->position = 0;
  if (xyb_nomination_store_save (xyb_office_get_store (self->office), changed, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_problem (self, error->message);
}

static void
remove_clicked_cb (GtkButton *button, XybNominationDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (xyb_nomination_store_remove (xyb_office_get_store (self->office), self->nomination->id,
                                   &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_problem (self, error->message);
}

/* ---- the window ---- */

static void
fill_units (XybNominationDialog *self)
{
  const GPtrArray *districts = xyb_office_get_districts (self->office);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < districts->len; i++)
    {
      const XybUnit *unit = districts->pdata[i];

      gtk_string_list_append (names, unit->name);
      if (unit->id == self->nomination->unit_id)
        chosen = i;
    }
  gtk_drop_down_set_model (self->unit, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->unit, chosen);
}

static void
fill (XybNominationDialog *self, int year)
{
  gboolean editable = !xyb_office_is_read_only (self->office);
  gboolean stored = self->nomination->id != 0;
  g_autofree char *title = g_strdup_printf (stored ? _ ("%d 年申报") : _ ("申报 %d 年贯标"), year);

  adw_window_title_set_title (self->heading, title);
  adw_window_title_set_subtitle (self->heading, self->nomination->enterprise_name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_set_visible (self->remove_button, stored && editable);
  gtk_widget_set_sensitive (self->save_button, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->unit), editable);
  fill_units (self);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text
        = fields[i].read != NULL
            ? fields[i].read (self->nomination)
            : g_strdup (G_STRUCT_MEMBER (char *, self->nomination, fields[i].string));

      xyb_field_row_reset (row_of (self, &fields[i]), text);
      xyb_field_row_set_editable (row_of (self, &fields[i]), editable);
    }
}

static void
xyb_nomination_dialog_dispose (GObject *object)
{
  XybNominationDialog *self = XYB_NOMINATION_DIALOG (object);

  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_nomination_dialog_parent_class)->dispose (object);
}

static void
xyb_nomination_dialog_finalize (GObject *object)
{
  xyb_nomination_free (XYB_NOMINATION_DIALOG (object)->nomination);
  G_OBJECT_CLASS (xyb_nomination_dialog_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, XybNominationDialog, name)

static void
xyb_nomination_dialog_class_init (XybNominationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_nomination_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = xyb_nomination_dialog_finalize;
  g_type_ensure (XYB_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/nomination/xyb-nomination-dialog.ui");
  BIND (heading);
  BIND (save_button);
  BIND (remove_button);
  BIND (problem_box);
  BIND (problem);
  BIND (unit);
  BIND (products_row);
  BIND (revenue_row);
  BIND (headcount_row);
  BIND (contact_row);
  BIND (phone_row);
  BIND (confirmed_row);
  BIND (signed_row);
  BIND (accepted_row);
  BIND (note_row);
  gtk_widget_class_bind_template_callback (widget_class, field_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xyb_nomination_dialog_init (XybNominationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_nomination_dialog_new:
 * @parent: the window
 * @office: the office
 * @nomination: the row; id 0 for a new one
 * @year: its year
 *
 * Returns: (transfer none): the dialog, not yet shown
 */
XybNominationDialog *
xyb_nomination_dialog_new (GtkWindow *parent,
                           XybOffice *office,
                           const XybNomination *nomination,
                           int year)
{
  XybNominationDialog *self
    = g_object_new (XYB_TYPE_NOMINATION_DIALOG, "transient-for", parent, NULL);

  self->office = g_object_ref (office);
  self->nomination = xyb_nomination_copy (nomination);
  fill (self, year);
  /* Not on 「取消」, which the next Enter would press. */
  gtk_window_set_focus (GTK_WINDOW (self),
                        GTK_WIDGET (xyb_field_row_get_text_widget (self->products_row)));
  return self;
}

/**
 * xyb_nomination_for_enterprise:
 * @plan: the year's plan
 * @enterprise: an enterprise of the register
 *
 * Returns: (transfer full): a new row of 附件2 with what the register knows
 */
XybNomination *
xyb_nomination_for_enterprise (const XybPlan *plan, const XybEnterprise *enterprise)
{
  XybNomination *self = xyb_nomination_new ();

  self->plan_id = plan->id;
  self->unit_id = enterprise->unit_id;
  self->enterprise_id = enterprise->id;
  self->headcount = enterprise->headcount;
  xyb_form_set_string (&self->enterprise_name, enterprise->name);
  xyb_form_set_string (&self->products, enterprise->products);
  xyb_form_set_string (&self->contact, enterprise->contact);
  xyb_form_set_string (&self->phone, enterprise->phone);
  return self;
}
