/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-district-table.h"

#include "xyb-district-line.h"
#include "xyb-i18n.h"

/* A line of the table, from close to airy. */
#define MIN_LINE 28
#define MAX_LINE 46

struct _XybDistrictTable
{
  GtkBox parent_instance;

  /* template widgets */
  GtkWidget *heading;
  GtkWidget *head;
  GtkLabel *head_figures;
  GtkListBox *list;
  XybDistrictLine *total;
  GtkLabel *note;
  GtkSizeGroup *columns[XYB_DISTRICT_COLUMNS];

  int line_height;
};

G_DEFINE_FINAL_TYPE (XybDistrictTable, xyb_district_table, GTK_TYPE_BOX)

static XybDistrictLine *
line_of (GtkListBoxRow *row)
{
  return XYB_DISTRICT_LINE (gtk_list_box_row_get_child (row));
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, XybDistrictTable *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "(sx)", "quota",
                              xyb_district_line_get_unit_id (line_of (row)));
}

static void
xyb_district_table_class_init (XybDistrictTableClass *klass)
{
  static const char *const columns[XYB_DISTRICT_COLUMNS]
    = { "name_column", "figures_column", "missing_column", "deduction_column" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (XYB_TYPE_DISTRICT_LINE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/overview/xyb-district-table.ui");
  gtk_widget_class_bind_template_child (widget_class, XybDistrictTable, heading);
  gtk_widget_class_bind_template_child (widget_class, XybDistrictTable, head);
  gtk_widget_class_bind_template_child (widget_class, XybDistrictTable, head_figures);
  gtk_widget_class_bind_template_child (widget_class, XybDistrictTable, list);
  gtk_widget_class_bind_template_child (widget_class, XybDistrictTable, total);
  gtk_widget_class_bind_template_child (widget_class, XybDistrictTable, note);
  for (int i = 0; i < XYB_DISTRICT_COLUMNS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, columns[i], FALSE,
                                               G_STRUCT_OFFSET (XybDistrictTable, columns)
                                                 + i * (gssize) sizeof (GtkSizeGroup *));
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
xyb_district_table_init (XybDistrictTable *self)
{
  self->line_height = MIN_LINE;
  gtk_widget_init_template (GTK_WIDGET (self));
  xyb_district_line_join (self->total, self->columns);
}

/* ---- rows ---- */

/* One scale for all: 10 looks bigger than 2. */
static gint64
scale_of (const XybQuotaRows *rows)
{
  gint64 scale = 1;

  for (guint i = 0; i < rows->rows->len; i++)
    {
      const XybQuotaRow *row = rows->rows->pdata[i];

      scale = MAX (scale, MAX (row->accreditation, row->progress.nominated));
    }
  return scale;
}

static void
add_row (XybDistrictTable *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = xyb_district_line_new ();

  xyb_district_line_join (XYB_DISTRICT_LINE (line), self->columns);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_widget_set_tooltip_text (row, _ ("看这个区镇的指标分解"));
  gtk_list_box_append (self->list, row);
}

/* Rows are kept from one reading to the next, and with them the cursor. */
static void
set_count (XybDistrictTable *self, guint n)
{
  GtkListBoxRow *extra;

  while (gtk_list_box_get_row_at_index (self->list, (int) n - 1) == NULL && n > 0)
    add_row (self);
  while ((extra = gtk_list_box_get_row_at_index (self->list, (int) n)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (extra));
}

static void
set_heights (XybDistrictTable *self)
{
  GtkListBoxRow *row;

  gtk_widget_set_size_request (self->head, -1, self->line_height);
  gtk_widget_set_size_request (GTK_WIDGET (self->total), -1, self->line_height);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    gtk_widget_set_size_request (GTK_WIDGET (line_of (row)), -1, self->line_height);
}

static void
fill_rows (XybDistrictTable *self, const XybQuotaRows *rows)
{
  gint64 scale = scale_of (rows);

  set_count (self, rows->rows->len);
  for (guint i = 0; i < rows->rows->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      XybDistrictLine *line = line_of (row);

      xyb_district_line_fill (line, rows->rows->pdata[i], scale);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      xyb_district_line_get_words (line), -1);
    }
}

/**
 * xyb_district_table_fill:
 * @self: the table
 * @overview: an overview with a plan
 *
 * Shows every 区镇 of the year.
 */
void
xyb_district_table_fill (XybDistrictTable *self, const XybOverview *overview)
{
  g_autofree char *figures = NULL;
  g_autofree char *note = NULL;

  g_return_if_fail (XYB_IS_DISTRICT_TABLE (self));

  figures = g_strdup_printf (_ ("%s/指标"), xyb_quota_rows_verb (overview->rows->basis));
  note = xyb_quota_rows_scheme_note (overview->plan);
  gtk_label_set_label (self->head_figures, figures);
  fill_rows (self, overview->rows);
  xyb_district_line_fill_total (self->total, overview->rows);
  gtk_label_set_label (self->note, note);
  set_heights (self);
}

static int
count_lines (XybDistrictTable *self)
{
  int n = 0;

  while (gtk_list_box_get_row_at_index (self->list, n) != NULL)
    n++;
  return n + 2; /* head and 合计 */
}

/**
 * xyb_district_table_set_room:
 * @self: the table
 * @height: pixels it has without the page scrolling
 *
 * Gives the lines air where there is room.
 */
void
xyb_district_table_set_room (XybDistrictTable *self, int height)
{
  int room;

  g_return_if_fail (XYB_IS_DISTRICT_TABLE (self));

  room = height - gtk_widget_get_height (self->heading) - gtk_box_get_spacing (GTK_BOX (self));
  self->line_height = CLAMP (room / count_lines (self) - 1, MIN_LINE, MAX_LINE);
  set_heights (self);
}
