/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-year.h"

#include <inttypes.h>

#include "xyb-date.h"
#include "xyb-field-row.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-nomination-store.h"
#include "xyb-stage-bar.h"

struct _XybTrackYear
{
  AdwBin parent_instance;

  /* template widgets */
  AdwActionRow *row;
  GtkToggleButton *toggle;
  XybStageBar *bar;
  XybFieldRow *confirmed_row;
  XybFieldRow *signed_row;
  XybFieldRow *accepted_row;

  /* owned */
  XybOffice *office;
  XybNomination *nomination; /* as stored */
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
  g_type_ensure (XYB_TYPE_STAGE_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/enterprise/xyb-track-year.ui");
  gtk_widget_class_bind_template_child (widget_class, XybTrackYear, row);
  gtk_widget_class_bind_template_child (widget_class, XybTrackYear, toggle);
  gtk_widget_class_bind_template_child (widget_class, XybTrackYear, bar);
  gtk_widget_class_bind_template_child (widget_class, XybTrackYear, confirmed_row);
  gtk_widget_class_bind_template_child (widget_class, XybTrackYear, signed_row);
  gtk_widget_class_bind_template_child (widget_class, XybTrackYear, accepted_row);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
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

/**
 * xyb_track_year_set:
 * @self: a year
 * @office: the office
 * @nomination: the enterprise's row of 附件2 in that year
 * @year: that year
 * @open: whether another row's dates are to be seen at once; the same row's stay as they are
 *
 * Shows it; what is just being typed about the same row stays.
 */
void
xyb_track_year_set (XybTrackYear *self,
                    XybOffice *office,
                    const XybNomination *nomination,
                    int year,
                    gboolean open)
{
  gboolean other;
  g_autofree char *title = g_strdup_printf (_ ("%d 年贯标"), year);
  XybNomination *kept;

  g_return_if_fail (XYB_IS_TRACK_YEAR (self));

  other = self->nomination == NULL || self->nomination->id != nomination->id;
  kept = xyb_nomination_copy (nomination);
  g_set_object (&self->office, office);
  xyb_nomination_free (self->nomination);
  self->nomination = kept;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_action_row_set_subtitle (self->row, kept->unit_name != NULL ? kept->unit_name : "");
  xyb_stage_bar_set (self->bar, kept);
  if (other)
    gtk_toggle_button_set_active (self->toggle, open);
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

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    xyb_field_row_commit (row_of (self, i));
}
