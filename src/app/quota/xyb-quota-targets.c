/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-quota-targets.h"

#include <inttypes.h>

#include "xyb-field-row.h"
#include "xyb-i18n.h"
#include "xyb-plan-store.h"
#include "xyb-text.h"

#define MAX_TARGET 99999

struct _XybQuotaTargets
{
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel *title;
  XybFieldRow *accreditation;
  XybFieldRow *city_model;
  XybFieldRow *province_model;

  /* borrowed */
  XybOffice *office;
};

G_DEFINE_FINAL_TYPE (XybQuotaTargets, xyb_quota_targets, ADW_TYPE_BIN)

static XybTrack
track_of (XybQuotaTargets *self, XybFieldRow *row)
{
  if (row == self->accreditation)
    return XYB_TRACK_ACCREDITATION;
  return row == self->city_model ? XYB_TRACK_CITY_MODEL : XYB_TRACK_PROVINCE_MODEL;
}

static void
field_commit_cb (XybFieldRow *row, const char *text, XybQuotaTargets *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  g_autoptr (GError) error = NULL;
  gint64 number = XYB_UNSAID;

  if ((!xyb_text_is_blank (text) && !xyb_count_parse (title, text, MAX_TARGET, &number, &error))
      || !xyb_plan_store_set_target (xyb_office_get_store (self->office),
                                     xyb_office_get_year (self->office), track_of (self, row),
                                     number, &error))
    xyb_field_row_refuse (row, error->message);
  else
    xyb_quota_targets_fill (self, self->office);
}

static void
xyb_quota_targets_class_init (XybQuotaTargetsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (XYB_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/quota/xyb-quota-targets.ui");
  gtk_widget_class_bind_template_child (widget_class, XybQuotaTargets, title);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaTargets, accreditation);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaTargets, city_model);
  gtk_widget_class_bind_template_child (widget_class, XybQuotaTargets, province_model);
  gtk_widget_class_bind_template_callback (widget_class, field_commit_cb);
}

static void
xyb_quota_targets_init (XybQuotaTargets *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_quota_targets_fill:
 * @self: the three fields
 * @office: an office with a plan in view; outlives the fields
 *
 * Shows what the plan says; what is just being typed stays.
 */
void
xyb_quota_targets_fill (XybQuotaTargets *self, XybOffice *office)
{
  const XybPlan *plan = xyb_office_get_plan (office);
  g_autofree char *title = NULL;

  g_return_if_fail (XYB_IS_QUOTA_TARGETS (self));

  self->office = office;
  if (plan == NULL)
    return;
  title = g_strdup_printf (_ ("%d 年方案目标"), plan->year);
  gtk_label_set_label (self->title, title);
  for (XybTrack track = XYB_TRACK_ACCREDITATION; track <= XYB_TRACK_PROVINCE_MODEL; track++)
    {
      XybFieldRow *rows[] = { self->accreditation, self->city_model, self->province_model };
      gint64 target = plan->targets[track - 1];
      g_autofree char *text
        = target != XYB_UNSAID ? g_strdup_printf ("%" PRId64, target) : g_strdup ("");

      xyb_field_row_set_value (rows[track - 1], text);
      xyb_field_row_set_editable (rows[track - 1], !xyb_office_is_read_only (office));
    }
}
