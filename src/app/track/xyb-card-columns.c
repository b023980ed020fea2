/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-card-columns.h"

#define N_COLUMNS 3
#define SPACING 18
#define MIN_CHARS 20 /* of Chinese, that a column has to have */

struct _XybCardColumns
{
  GtkWidget parent_instance;

  GtkWidget *columns[N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (XybCardColumns, xyb_card_columns, GTK_TYPE_WIDGET)

/* ---- where each column goes ---- */

typedef struct
{
  int x;
  int y;
  int width;
  int height;
} Place;

static int
min_width (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "国国国国");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width * MIN_CHARS / 4;
}

static guint
count_fitting (GtkWidget *widget, int width)
{
  int one = min_width (widget);

  return (guint) CLAMP ((width + SPACING) / (one + SPACING), 1, N_COLUMNS);
}

/* Each where there is least above it. Returns the height of it all. */
static int
lay_out (XybCardColumns *self, int width, Place *places)
{
  int n = (int) count_fitting (GTK_WIDGET (self), width);
  int one = MAX ((width - SPACING * (n - 1)) / n, 1);
  int heights[N_COLUMNS] = { 0 };
  int total = 0;

  for (int i = 0; i < N_COLUMNS; i++)
    {
      int lowest = 0;

      for (int k = 1; k < n; k++)
        if (heights[k] < heights[lowest])
          lowest = k;
      places[i].width = one;
      gtk_widget_measure (self->columns[i], GTK_ORIENTATION_VERTICAL, one, NULL, &places[i].height,
                          NULL, NULL);
      places[i].x = lowest * (one + SPACING);
      places[i].y = heights[lowest] > 0 ? heights[lowest] + SPACING : 0;
      heights[lowest] = places[i].y + places[i].height;
      total = MAX (total, heights[lowest]);
    }
  return total;
}

static void
xyb_card_columns_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  XybCardColumns *self = XYB_CARD_COLUMNS (widget);
  Place places[N_COLUMNS];

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int widest = 0;

      for (guint i = 0; i < N_COLUMNS; i++)
        {
          int one;

          gtk_widget_measure (self->columns[i], GTK_ORIENTATION_HORIZONTAL, -1, &one, NULL, NULL,
                              NULL);
          widest = MAX (widest, one);
        }
      *minimum = widest;
      *natural = MAX (widest, N_COLUMNS * min_width (widget));
    }
  else
    *minimum = *natural = lay_out (self, for_size < 0 ? 2 * min_width (widget) : for_size, places);
}

static void
xyb_card_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  XybCardColumns *self = XYB_CARD_COLUMNS (widget);
  Place places[N_COLUMNS];

  lay_out (self, width, places);
  for (guint i = 0; i < N_COLUMNS; i++)
    gtk_widget_size_allocate (self->columns[i],
                              &(GtkAllocation){ places[i].x, places[i].y, places[i].width,
                                                places[i].height },
                              -1);
}

static GtkSizeRequestMode
xyb_card_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
xyb_card_columns_dispose (GObject *object)
{
  XybCardColumns *self = XYB_CARD_COLUMNS (object);

  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_pointer (&self->columns[i], gtk_widget_unparent);
  G_OBJECT_CLASS (xyb_card_columns_parent_class)->dispose (object);
}

static void
xyb_card_columns_class_init (XybCardColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_card_columns_dispose;
  widget_class->measure = xyb_card_columns_measure;
  widget_class->size_allocate = xyb_card_columns_size_allocate;
  widget_class->get_request_mode = xyb_card_columns_get_request_mode;
}

static void
xyb_card_columns_init (XybCardColumns *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      self->columns[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
      gtk_widget_set_parent (self->columns[i], GTK_WIDGET (self));
    }
}

/**
 * xyb_card_columns_add:
 * @self: the columns
 * @column: 0, 1 or 2
 * @card: put below what is there
 */
void
xyb_card_columns_add (XybCardColumns *self, guint column, GtkWidget *card)
{
  g_return_if_fail (XYB_IS_CARD_COLUMNS (self) && column < N_COLUMNS);

  gtk_box_append (GTK_BOX (self->columns[column]), card);
}

/**
 * xyb_card_columns_foreach:
 * @self: the columns
 * @func: called with each card
 * @user_data: for @func
 */
void
xyb_card_columns_foreach (XybCardColumns *self, XybCardFunc func, gpointer user_data)
{
  g_return_if_fail (XYB_IS_CARD_COLUMNS (self));

  for (guint i = 0; i < N_COLUMNS; i++)
    for (GtkWidget *card = gtk_widget_get_first_child (self->columns[i]); card != NULL;
         card = gtk_widget_get_next_sibling (card))
      func (card, user_data);
}
