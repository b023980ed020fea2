/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-year.h"

#include <inttypes.h>

#include "xyb-date.h"
#include "xyb-field-row.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-nomination-store.h"
#include "xyb-stage-track.h"
#include "xyb-track-sheet-page.h"

struct _XybTrackYear
{
  AdwBin parent_instance;

  /* template widgets */
  AdwActionRow *row;
  GtkToggleButton *toggle;
  XybStageTrack *stages;
  XybFieldRow *confirmed_row;
  XybFieldRow *signed_row;
  XybFieldRow *accepted_row;

  /* owned */
  XybOffice *office;
  XybNomination *nomination; /* as stored; NULL of 示范 */

  int year;
  XybTrack track;
  gint64 enterprise_id;
};

G_DEFINE_FINAL_TYPE (XybTrackYear, xyb_track_year, ADW_TYPE_BIN)

static const struct
{
  gsize row;  /* offset of the XybFieldRow */
  gsize date; /* offset in XybNomination */
} dates[] = {
  { G_STRUCT_OFFSET (XybTrackYear, confirmed_row), G_STRUCT_OFFSET (XybNomination, confirmed_on) },
  { G_STRUCT_OFFSET (XybTrackYear, signed_row), G_STRUCT_OFFSET (XybNomination, signed_on) },
  { G_STRUCT_OFFSET (XybTrackYear, accepted_row), G_STRUCT_OFFSET (XybNomination, accepted_on) },
};

static XybFieldRow *
row_of (XybTrackYear *self, gsize index)
{
  return G_STRUCT_MEMBER (XybFieldRow *, self, dates[index].row);
}

static gboolean
save (XybTrackYear *self, XybFieldRow *row, const char *text, GError **error)
{
  g_autoptr (XybNomination) changed = xyb_nomination_copy (self->nomination);

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    if (row_of (self, i) == row
        && !xyb_form_read_date (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), text,
                                G_STRUCT_MEMBER_P (changed, dates[i].date), error))
      return FALSE;
  return xyb_nomination_store_save (xyb_office_get_store (self->office), changed, error);
}

/* The office tells the form of what was kept, and the form shows it again. */
static void
commit_cb (XybFieldRow *row, const char *text, XybTrackYear *self)
{
  g_autoptr (GError) error = NULL;

  if (self->nomination != NULL && !save (self, row, text, &error))
    xyb_field_row_refuse (row, error->message);
}

/* The sheet is of the year in view. */
static void
open_sheet_cb (GtkButton *button, XybTrackYear *self)
{
  g_autoptr (XybOffice) office = g_object_ref (self->office);
  XybTrack track = self->track;
  gint64 enterprise_id = self->enterprise_id;

  if (xyb_office_get_year (office) != self->year)
    xyb_office_set_year (office, self->year);
  xyb_track_sheet_open (GTK_WIDGET (self), track, enterprise_id, NULL);
}

static void
xyb_track_year_dispose (GObject *object)
{
  XybTrackYear *self = XYB_TRACK_YEAR (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->nomination, xyb_nomination_free);
  G_OBJECT_CLASS (xyb_track_year_parent_class)->dispose (object);
}

static void
xyb_track_year_class_init (XybTrackYearClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_track_year_dispose;
  g_type_ensure (XYB_TYPE_FIELD_ROW);
  g_type_ensure (XYB_TYPE_STAGE_TRACK);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-track-year.ui");
  gtk_widget_class_bind_template_child (widget_class, XybTrackYear, row);
  gtk_widget_class_bind_template_child (widget_class, XybTrackYear, toggle);
  gtk_widget_class_bind_template_child (widget_class, XybTrackYear, stages);
  gtk_widget_class_bind_template_child (widget_class, XybTrackYear, confirmed_row);
  gtk_widget_class_bind_template_child (widget_class, XybTrackYear, signed_row);
  gtk_widget_class_bind_template_child (widget_class, XybTrackYear, accepted_row);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_sheet_cb);
}

static void
xyb_track_year_init (XybTrackYear *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_track_year_new:
 *
 * Returns: (transfer floating): a year that shows nothing yet
 */
GtkWidget *
xyb_track_year_new (void)
{
  return g_object_new (XYB_TYPE_TRACK_YEAR, NULL);
}

static void
fill_dates (XybTrackYear *self, gboolean other)
{
  gboolean editable = !xyb_office_is_read_only (self->office);

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text
        = xyb_date_format (G_STRUCT_MEMBER (char *, self->nomination, dates[i].date));

      if (other)
        xyb_field_row_reset (row_of (self, i), text);
      else
        xyb_field_row_set_value (row_of (self, i), text);
      xyb_field_row_set_editable (row_of (self, i), editable);
    }
}

/* 周市镇 · 实施 */
static void
show_head (XybTrackYear *self, const XybPlan *plan, const XybTrackRecord *record)
{
  const XybPlanStage *current = xyb_track_current (plan, record);
  g_autofree char *title
    = g_strdup_printf (_ ("%d 年%s"), plan->year, xyb_track_name (record->track));
  g_autofree char *subtitle
    = g_strjoin (" · ", record->unit_name != NULL ? record->unit_name : _ ("未填区镇"),
                 current != NULL ? current->name : NULL, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_action_row_set_subtitle (self->row, subtitle);
}

/* Another one's dates are to be opened anew; those of the same stay as they are. */
static gboolean
take_place (XybTrackYear *self, const XybPlan *plan, const XybTrackRecord *record)
{
  gboolean other = self->year != plan->year || self->track != record->track
                   || self->enterprise_id != record->enterprise_id;

  self->year = plan->year;
  self->track = record->track;
  self->enterprise_id = record->enterprise_id;
  return other;
}

/**
 * xyb_track_year_set:
 * @self: a year
 * @office: the office
 * @plan: the plan of that year
 * @record: the enterprise on one of its tracks
 * @nomination: (nullable): of 贯标, its row of 附件2
 * @open: whether another row's dates are to be seen at once; the same row's stay as they are
 *
 * Shows it; what is just being typed about the same row stays.
 */
void
xyb_track_year_set (XybTrackYear *self,
                    XybOffice *office,
                    const XybPlan *plan,
                    const XybTrackRecord *record,
                    const XybNomination *nomination,
                    gboolean open)
{
  g_autofree char *today = xyb_date_today ();
  XybNomination *kept = nomination != NULL ? xyb_nomination_copy (nomination) : NULL;
  gboolean other;

  g_return_if_fail (XYB_IS_TRACK_YEAR (self));

  other = take_place (self, plan, record);
  g_set_object (&self->office, office);
  g_clear_pointer (&self->nomination, xyb_nomination_free);
  self->nomination = kept;
  show_head (self, plan, record);
  xyb_stage_track_show (self->stages, plan, record, today);
  gtk_widget_set_visible (GTK_WIDGET (self->toggle), kept != NULL);
  if (other || kept == NULL)
    gtk_toggle_button_set_active (self->toggle, open && kept != NULL);
  if (kept != NULL)
    fill_dates (self, other);
}

/**
 * xyb_track_year_commit:
 * @self: a year
 *
 * Keeps what has been typed, as on leaving the field.
 */
void
xyb_track_year_commit (XybTrackYear *self)
{
  g_return_if_fail (XYB_IS_TRACK_YEAR (self));

  for (gsize i = 0; self->nomination != NULL && i < G_N_ELEMENTS (dates); i++)
    xyb_field_row_commit (row_of (self, i));
}
