/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-enterprise-basic-section.h"

#include "xyb-code-marks.h"
#include "xyb-core-error.h"
#include "xyb-credit-code.h"
#include "xyb-date.h"
#include "xyb-enterprise-store.h"
#include "xyb-field-row.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-merge-dialog.h"
#include "xyb-store-error.h"

struct _XybEnterpriseBasicSection
{
  GtkBox parent_instance;

  /* template widgets */
  XybFieldRow *name_row;
  XybFieldRow *code_row;
  XybFieldRow *unit_row;
  XybFieldRow *industry_row;
  XybFieldRow *scale_row;
  XybFieldRow *founded_row;
  XybFieldRow *products_row;
  XybFieldRow *headcount_row;
  XybFieldRow *contact_row;
  XybFieldRow *phone_row;
  XybFieldRow *legal_row;
  XybFieldRow *note_row;
  XybFieldRow *closed_row;
  GtkWidget *confirm_button;
  GtkWidget *merge_button;
  GtkDropDown *unit;
  GtkDropDown *industry;
  GtkDropDown *scale;
  GtkSwitch *closed;

  /* owned */
  XybOffice *office;
  XybEnterprise *enterprise; /* as stored */
  gboolean filling;
};

static void section_init (XybEnterpriseSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybEnterpriseBasicSection,
                               xyb_enterprise_basic_section,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (XYB_TYPE_ENTERPRISE_SECTION, section_init))

/* ---- fields and their texts ---- */

typedef char *(*ReadFunc) (const XybEnterprise *enterprise);
typedef gboolean (*WriteFunc) (XybEnterprise *enterprise, const char *text, GError **error);

typedef struct
{
  gsize row;    /* offset of the XybFieldRow */
  gsize string; /* offset of a plain text, where there is no @read */
  ReadFunc read;
  WriteFunc write;
} Field;

static char *
read_code (const XybEnterprise *enterprise)
{
  return xyb_credit_code_format (enterprise->credit_code);
}

static gboolean
write_code (XybEnterprise *enterprise, const char *text, GError **error)
{
  g_autofree char *code = xyb_credit_code_normalise (text);

  g_free (enterprise->credit_code);
  enterprise->credit_code = *code != '\0' ? g_steal_pointer (&code) : NULL;
  enterprise->code_confirmed = FALSE;
  return TRUE;
}

static char *
read_founded (const XybEnterprise *enterprise)
{
  return xyb_date_format (enterprise->founded_on);
}

static gboolean
write_founded (XybEnterprise *enterprise, const char *text, GError **error)
{
  return xyb_form_read_date (_ ("成立日期"), text, &enterprise->founded_on, error);
}

static char *
read_headcount (const XybEnterprise *enterprise)
{
  return xyb_form_count_text (enterprise->headcount);
}

static gboolean
write_headcount (XybEnterprise *enterprise, const char *text, GError **error)
{
  return xyb_form_read_count (_ ("职工人数"), text, &enterprise->headcount, error);
}

#define ROW(name) G_STRUCT_OFFSET (XybEnterpriseBasicSection, name##_row)
#define STRING(name) G_STRUCT_OFFSET (XybEnterprise, name)

static const Field fields[] = {
  { ROW (name), STRING (name), NULL, NULL },
  { ROW (code), 0, read_code, write_code },
  { ROW (founded), 0, read_founded, write_founded },
  { ROW (products), STRING (products), NULL, NULL },
  { ROW (headcount), 0, read_headcount, write_headcount },
  { ROW (contact), STRING (contact), NULL, NULL },
  { ROW (phone), STRING (phone), NULL, NULL },
  { ROW (legal), STRING (legal_person), NULL, NULL },
  { ROW (note), STRING (note), NULL, NULL },
};

static XybFieldRow *
row_of (XybEnterpriseBasicSection *self, const Field *field)
{
  return G_STRUCT_MEMBER (XybFieldRow *, self, field->row);
}

static char *
read_field (const Field *field, const XybEnterprise *enterprise)
{
  return field->read != NULL ? field->read (enterprise)
                             : g_strdup (G_STRUCT_MEMBER (char *, enterprise, field->string));
}

static gboolean
write_field (const Field *field, XybEnterprise *enterprise, const char *text, GError **error)
{
  char **string;

  if (field->write != NULL)
    return field->write (enterprise, text, error);
  string = G_STRUCT_MEMBER_P (enterprise, field->string);
  g_free (*string);
  *string = g_strdup (text);
  return TRUE;
}

/* ---- the credit code explains itself ---- */

static gboolean
needs_confirmation (XybEnterpriseBasicSection *self, const XybCreditCode *code)
{
  return code->status == XYB_CREDIT_CODE_WRONG_CHECK
         && !(self->enterprise->code_confirmed
              && g_strcmp0 (self->enterprise->credit_code, code->code) == 0);
}

static void
update_code (XybEnterpriseBasicSection *self)
{
  g_autoptr (XybCreditCode) code = xyb_credit_code_new (xyb_field_row_get_text (self->code_row));
  g_autofree char *sentence = xyb_credit_code_describe (code);
  g_autofree char *origin = xyb_credit_code_describe_origin (code);
  gboolean confirm = self->enterprise != NULL && needs_confirmation (self, code);

  xyb_code_marks_show (xyb_field_row_get_text_widget (self->code_row), code);
  gtk_widget_set_visible (self->confirm_button, confirm);
  gtk_widget_set_visible (self->merge_button, FALSE);
  if (code->status == XYB_CREDIT_CODE_EMPTY)
    xyb_field_row_set_message (self->code_row, XYB_FIELD_PLAIN, NULL, NULL);
  else if (code->status == XYB_CREDIT_CODE_OK)
    xyb_field_row_set_message (self->code_row, XYB_FIELD_GOOD, sentence, origin);
  else if (code->status == XYB_CREDIT_CODE_WRONG_CHECK && !confirm)
    xyb_field_row_set_message (self->code_row, XYB_FIELD_PLAIN,
                               _ ("校验位不符，已核对证照，按证照登记。"), origin);
  else
    xyb_field_row_set_message (self->code_row, XYB_FIELD_WARNING, sentence, origin);
}

static void
code_edited_cb (XybFieldRow *row, XybEnterpriseBasicSection *self)
{
  update_code (self);
}

/* ---- saving ---- */

static void forget_sources (XybEnterpriseBasicSection *self);

static void fill (XybEnterpriseBasicSection *self, const XybEnterprise *enterprise, gboolean other);

static gboolean
save (XybEnterpriseBasicSection *self, XybEnterprise *changed, GError **error)
{
  g_autofree char *today = xyb_date_today ();

  if (!xyb_enterprise_store_save (xyb_office_get_store (self->office), changed, today, error))
    return FALSE;
  fill (self, changed, FALSE);
  return TRUE;
}

static const Field *
find_field (XybEnterpriseBasicSection *self, XybFieldRow *row)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (row_of (self, &fields[i]) == row)
      return &fields[i];
  g_return_val_if_reached (NULL);
}

static void
field_commit_cb (XybFieldRow *row, const char *text, XybEnterpriseBasicSection *self)
{
  g_autoptr (XybEnterprise) changed = xyb_enterprise_copy (self->enterprise);
  g_autoptr (GError) error = NULL;

  if (write_field (find_field (self, row), changed, text, &error) && save (self, changed, &error))
    return;
  /* A wrong check is the clerk's decision: the warning and its button stay, nothing is refused. */
  if (g_error_matches (error, XYB_CORE_ERROR, XYB_CORE_ERROR_UNCONFIRMED))
    xyb_field_row_hold (row);
  else
    xyb_field_row_refuse (row, error->message);
  /* Another has the code: the two may be one and the same (ENT-08). */
  gtk_widget_set_visible (self->merge_button,
                          g_error_matches (error, XYB_STORE_ERROR, XYB_STORE_ERROR_EXISTS));
}

static void
merge_clicked_cb (GtkButton *button, XybEnterpriseBasicSection *self)
{
  g_autofree char *code = xyb_credit_code_normalise (xyb_field_row_get_text (self->code_row));
  g_autofree char *stored = read_code (self->enterprise);
  g_autoptr (GError) error = NULL;
  gint64 other = xyb_enterprise_store_find_code (xyb_office_get_store (self->office), code, &error);

  if (other == 0)
    {
      xyb_office_report (self->office, error);
      return;
    }
  xyb_field_row_reset (self->code_row, stored);
  update_code (self);
  xyb_merge_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->office,
                  self->enterprise->id, other);
}

static void
confirm_clicked_cb (GtkButton *button, XybEnterpriseBasicSection *self)
{
  g_autoptr (XybEnterprise) changed = xyb_enterprise_copy (self->enterprise);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  write_code (changed, xyb_field_row_get_text (self->code_row), NULL);
  changed->code_confirmed = TRUE;
  if (!save (self, changed, &error))
    {
      xyb_field_row_refuse (self->code_row, error->message);
      return;
    }
  text = read_code (self->enterprise);
  xyb_field_row_reset (self->code_row, text);
  update_code (self);
}

static gint64
chosen_unit (XybEnterpriseBasicSection *self)
{
  const GPtrArray *districts = xyb_office_get_districts (self->office);
  guint chosen = gtk_drop_down_get_selected (self->unit);

  if (chosen == 0 || chosen > districts->len)
    return 0;
  return ((XybUnit *) districts->pdata[chosen - 1])->id;
}

static void
choice_changed_cb (GObject *object, GParamSpec *pspec, XybEnterpriseBasicSection *self)
{
  g_autoptr (XybEnterprise) changed = NULL;
  g_autoptr (GError) error = NULL;

  if (self->filling || self->enterprise == NULL)
    return;
  changed = xyb_enterprise_copy (self->enterprise);
  changed->unit_id = chosen_unit (self);
  changed->industry = (XybIndustry) gtk_drop_down_get_selected (self->industry);
  changed->above_scale = (XybTri) ((int) gtk_drop_down_get_selected (self->scale) - 1);
  changed->closed = gtk_switch_get_active (self->closed);
  if (save (self, changed, &error))
    return;
  xyb_office_report (self->office, error);
  fill (self, self->enterprise, FALSE);
}

/* ---- showing ---- */

static void
fill_units (XybEnterpriseBasicSection *self)
{
  const GPtrArray *districts = xyb_office_get_districts (self->office);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  gtk_string_list_append (names, _ ("未填"));
  for (guint i = 0; i < districts->len; i++)
    {
      const XybUnit *unit = districts->pdata[i];

      gtk_string_list_append (names, unit->name);
      if (unit->id == self->enterprise->unit_id)
        chosen = i + 1;
    }
  gtk_drop_down_set_model (self->unit, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->unit, chosen);
}

/* PLAN-C2 asks for two years of normal operation; the date alone says how long. */
static void
update_founded_hint (XybEnterpriseBasicSection *self)
{
  g_autofree char *today = xyb_date_today ();
  g_autofree char *after_two = NULL;
  gboolean two_years;

  if (self->enterprise->founded_on == NULL)
    {
      xyb_field_row_set_hint (self->founded_row, NULL);
      return;
    }
  after_two = xyb_date_shift_year (self->enterprise->founded_on, 2);
  two_years = after_two != NULL && g_strcmp0 (after_two, today) <= 0;
  xyb_field_row_set_hint (self->founded_row, two_years ? _ ("已满 2 年 ✓") : _ ("不满 2 年"));
}

static void
fill_fields (XybEnterpriseBasicSection *self, gboolean other)
{
  gboolean editable = !xyb_office_is_read_only (self->office);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = read_field (&fields[i], self->enterprise);

      if (other)
        xyb_field_row_reset (row_of (self, &fields[i]), text);
      else
        xyb_field_row_set_value (row_of (self, &fields[i]), text);
      xyb_field_row_set_editable (row_of (self, &fields[i]), editable);
    }
  xyb_field_row_set_editable (self->unit_row, editable);
  xyb_field_row_set_editable (self->industry_row, editable);
  xyb_field_row_set_editable (self->scale_row, editable);
  xyb_field_row_set_editable (self->closed_row, editable);
}

static void
fill (XybEnterpriseBasicSection *self, const XybEnterprise *enterprise, gboolean other)
{
  XybEnterprise *kept = xyb_enterprise_copy (enterprise);

  xyb_enterprise_free (self->enterprise);
  self->enterprise = kept;
  self->filling = TRUE;
  fill_fields (self, other);
  fill_units (self);
  gtk_drop_down_set_selected (self->industry, kept->industry);
  gtk_drop_down_set_selected (self->scale, (guint) (kept->above_scale + 1));
  gtk_switch_set_active (self->closed, kept->closed);
  self->filling = FALSE;
  update_founded_hint (self);
  if (other)
    forget_sources (self);
  if (!xyb_field_row_is_refused (self->code_row))
    update_code (self);
}

static const char *
get_title (XybEnterpriseSection *section)
{
  return _ ("基本信息");
}

/* ---- who said it ---- */

/* The latest that was said about a field, by whom and on which day. */
static char *
describe_source (const XybRevision *revision)
{
  gboolean named = revision->operator_name != NULL && *revision->operator_name != '\0';

  return named ? g_strdup_printf (_ ("%.10s 由 %s 填写（%s）"), revision->time,
                                  revision->operator_name, revision->label)
               : g_strdup_printf (_ ("%.10s 填写（%s）"), revision->time, revision->label);
}

static const XybRevision *
find_source (XybEnterpriseBasicSection *self, GPtrArray *revisions, const char *field)
{
  for (guint i = 0; i < revisions->len; i++)
    {
      const XybRevision *revision = revisions->pdata[i];

      for (guint k = 0; revision->changes != NULL && k < revision->changes->len; k++)
        {
          const XybChange *change = revision->changes->pdata[k];

          if (change->record_id == self->enterprise->id && change->new_value != NULL
              && g_strcmp0 (change->field, field) == 0)
            return revision;
        }
    }
  return NULL;
}

static void
forget_sources (XybEnterpriseBasicSection *self)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  xyb_enterprise_basic_section_set_history (self, nothing);
}

/**
 * xyb_enterprise_basic_section_set_history:
 * @self: the section
 * @revisions: (element-type XybRevision): of the enterprise shown, latest first
 *
 * Each field can be asked who filled it in, and when.
 */
void
xyb_enterprise_basic_section_set_history (XybEnterpriseBasicSection *self, GPtrArray *revisions)
{
  XybFieldRow *const rows[]
    = { self->name_row,    self->code_row,    self->unit_row,     self->industry_row,
        self->scale_row,   self->founded_row, self->products_row, self->headcount_row,
        self->contact_row, self->phone_row,   self->legal_row,    self->note_row };

  for (gsize i = 0; self->enterprise != NULL && i < G_N_ELEMENTS (rows); i++)
    {
      const char *field = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (rows[i]));
      const XybRevision *revision = find_source (self, revisions, field);
      g_autofree char *sentence = revision != NULL ? describe_source (revision) : NULL;

      gtk_widget_set_tooltip_text (GTK_WIDGET (rows[i]), sentence);
    }
}

static void
show (XybEnterpriseSection *section,
      XybOffice *office,
      const XybEnterprise *enterprise,
      gboolean other)
{
  XybEnterpriseBasicSection *self = XYB_ENTERPRISE_BASIC_SECTION (section);

  g_set_object (&self->office, office);
  fill (self, enterprise, other);
}

/* What was refused goes with the enterprise: the clerk hears of it now, not next month. */
static void
leave (XybEnterpriseSection *section)
{
  XybEnterpriseBasicSection *self = XYB_ENTERPRISE_BASIC_SECTION (section);

  for (gsize i = 0; self->enterprise != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      XybFieldRow *row = row_of (self, &fields[i]);
      g_autofree char *sentence = NULL;

      xyb_field_row_commit (row);
      if (!xyb_field_row_is_dirty (row))
        continue;
      sentence = g_strdup_printf (_ ("%s的%s“%s”没有保存，请回去核对。"), self->enterprise->name,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                  xyb_field_row_get_text (row));
      xyb_office_say (self->office, sentence);
    }
}

static void
section_init (XybEnterpriseSectionInterface *iface)
{
  iface->get_title = get_title;
  iface->show = show;
  iface->leave = leave;
}

static void
xyb_enterprise_basic_section_dispose (GObject *object)
{
  XybEnterpriseBasicSection *self = XYB_ENTERPRISE_BASIC_SECTION (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->enterprise, xyb_enterprise_free);
  G_OBJECT_CLASS (xyb_enterprise_basic_section_parent_class)->dispose (object);
}

#define BIND(name)                                                                                 \
  gtk_widget_class_bind_template_child (widget_class, XybEnterpriseBasicSection, name)

static void
xyb_enterprise_basic_section_class_init (XybEnterpriseBasicSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_enterprise_basic_section_dispose;
  g_type_ensure (XYB_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-enterprise-basic-section.ui");
  BIND (name_row);
  BIND (code_row);
  BIND (unit_row);
  BIND (industry_row);
  BIND (scale_row);
  BIND (founded_row);
  BIND (products_row);
  BIND (headcount_row);
  BIND (contact_row);
  BIND (phone_row);
  BIND (legal_row);
  BIND (note_row);
  BIND (closed_row);
  BIND (confirm_button);
  BIND (merge_button);
  BIND (unit);
  BIND (industry);
  BIND (scale);
  BIND (closed);
  gtk_widget_class_bind_template_callback (widget_class, field_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
xyb_enterprise_basic_section_init (XybEnterpriseBasicSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
