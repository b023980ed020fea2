/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-print-view-private.h"

#include <math.h>

#include "xyb-i18n.h"

/* A document is measured in points, the screen at 96 dots an inch. */
#define PIXELS_PER_POINT (96.0 / 72.0)

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE_WITH_CODE (XybPrintView,
                               xyb_print_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static double
get_value (XybPrintView *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static graphene_rect_t
get_window (XybPrintView *self)
{
  return GRAPHENE_RECT_INIT ((float) get_value (self, GTK_ORIENTATION_HORIZONTAL),
                             (float) get_value (self, GTK_ORIENTATION_VERTICAL),
                             (float) gtk_widget_get_width (GTK_WIDGET (self)),
                             (float) gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
xyb_print_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  XybPrintView *self = XYB_PRINT_VIEW (widget);
  graphene_rect_t window = get_window (self);

  if (self->sheets != NULL)
    xyb_print_sheets_draw (self->sheets, snapshot, &window, gtk_widget_get_scale_factor (widget));
}

/* ---- which page, how big ---- */

static void
tell_changed (XybPrintView *self)
{
  g_autofree char *label = NULL;

  if (self->sheets != NULL)
    label = g_strdup_printf (_ ("%s，第 %u 页，共 %u 页"), xyb_document_get_title (self->document),
                             self->page + 1, xyb_print_view_get_n_pages (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", -1);
  g_signal_emit (self, changed_signal, 0);
}

/* Not while the window is being laid out: whoever listens may change a label. */
static gboolean
tell_changed_cb (gpointer user_data)
{
  XybPrintView *self = user_data;

  self->idle = 0;
  tell_changed (self);
  return G_SOURCE_REMOVE;
}

static void
update_page (XybPrintView *self)
{
  double top = get_value (self, GTK_ORIENTATION_VERTICAL);
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  guint page = 0;

  if (self->sheets == NULL)
    return;
  if (top + height + 1 >= xyb_print_sheets_get_height (self->sheets) && top > 0)
    page = xyb_print_view_get_n_pages (self) - 1;
  else if (top > 0)
    page = xyb_print_sheets_find (self->sheets, top + height / 2);
  if (page == self->page)
    return;
  self->page = page;
  tell_changed (self);
}

static void
value_changed_cb (GtkAdjustment *adjustment, XybPrintView *self)
{
  update_page (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static double
get_wanted_scale (XybPrintView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->fit == XYB_PRINT_PERCENT || width <= 0)
    return PIXELS_PER_POINT * self->percent / 100;
  return CLAMP (xyb_print_sheets_fit (self->sheets, width,
                                      self->fit == XYB_PRINT_FIT_PAGE ? height : 0),
                PIXELS_PER_POINT * 0.1, PIXELS_PER_POINT * XYB_PRINT_MAX_PERCENT / 100);
}

static void
configure (XybPrintView *self, GtkOrientation orientation, double value, double size, double upper)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (upper - size, 0)), 0,
                              MAX (upper, size), XYB_PRINT_LINE_STEP, size * XYB_PRINT_PAGE_STEP,
                              size);
}

/* Where the view stands at the new scale: the place that is in its middle stays there. */
static void
move_to_scale (XybPrintView *self, double scale, double *x, double *y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double before = xyb_print_sheets_get_scale (self->sheets);
  double middle = *y + height / 2;
  guint there = xyb_print_sheets_find (self->sheets, middle);
  double points = (middle - xyb_print_sheets_get_top (self->sheets, there)) / before;
  gboolean at_top = *y <= 0;

  xyb_print_sheets_set_scale (self->sheets, scale);
  *x = (*x + width / 2) * scale / before - width / 2;
  /* In steps of whole sheets a sheet stays whole. */
  if (at_top)
    *y = 0;
  else if (self->fit == XYB_PRINT_FIT_PAGE)
    *y = xyb_print_sheets_get_top (self->sheets, self->page) - XYB_PRINT_MARGIN;
  else
    *y = xyb_print_sheets_get_top (self->sheets, there) + points * scale - height / 2;
}

static gboolean
rescale (XybPrintView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double y = get_value (self, GTK_ORIENTATION_VERTICAL);
  double x = get_value (self, GTK_ORIENTATION_HORIZONTAL);
  double scale;
  gboolean other;

  if (self->sheets == NULL)
    {
      configure (self, GTK_ORIENTATION_VERTICAL, 0, height, 0);
      configure (self, GTK_ORIENTATION_HORIZONTAL, 0, width, 0);
      return FALSE;
    }
  scale = get_wanted_scale (self);
  other = fabs (scale - xyb_print_sheets_get_scale (self->sheets)) > 1e-9;
  if (other)
    move_to_scale (self, scale, &x, &y);
  configure (self, GTK_ORIENTATION_VERTICAL, y, height, xyb_print_sheets_get_height (self->sheets));
  configure (self, GTK_ORIENTATION_HORIZONTAL, x, width, xyb_print_sheets_get_width (self->sheets));
  return other;
}

static void
xyb_print_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  XybPrintView *self = XYB_PRINT_VIEW (widget);

  if (rescale (self) && self->idle == 0)
    self->idle = g_idle_add (tell_changed_cb, self);
}

/* ---- the type ---- */

static void
set_adjustment (XybPrintView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **slot = &self->adjustments[orientation];

  if (*slot != NULL)
    g_signal_handlers_disconnect_by_func (*slot, value_changed_cb, self);
  g_clear_object (slot);
  if (adjustment == NULL)
    return;
  *slot = g_object_ref_sink (adjustment);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
xyb_print_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XybPrintView *self = XYB_PRINT_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->scroll_policies[GTK_ORIENTATION_HORIZONTAL] = (guint) g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->scroll_policies[GTK_ORIENTATION_VERTICAL] = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xyb_print_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  XybPrintView *self = XYB_PRINT_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->scroll_policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->scroll_policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xyb_print_view_dispose (GObject *object)
{
  XybPrintView *self = XYB_PRINT_VIEW (object);

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->sheets, xyb_print_sheets_free);
  g_clear_pointer (&self->document, xyb_document_unref);
  G_OBJECT_CLASS (xyb_print_view_parent_class)->dispose (object);
}

static void
xyb_print_view_class_init (XybPrintViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = xyb_print_view_dispose;
  object_class->set_property = xyb_print_view_set_property;
  object_class->get_property = xyb_print_view_get_property;
  widget_class->snapshot = xyb_print_view_snapshot;
  widget_class->size_allocate = xyb_print_view_size_allocate;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  changed_signal = g_signal_new ("changed", XYB_TYPE_PRINT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  xyb_print_view_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "print-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
xyb_print_view_init (XybPrintView *self)
{
  self->fit = XYB_PRINT_FIT_PAGE;
  self->percent = 100;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  xyb_print_view_add_controllers (self);
}

/**
 * xyb_print_view_set_document:
 * @self: a view
 * @document: (nullable): what to show
 *
 * Shows its first sheet.
 */
void
xyb_print_view_set_document (XybPrintView *self, XybDocument *document)
{
  g_return_if_fail (XYB_IS_PRINT_VIEW (self));

  g_clear_pointer (&self->sheets, xyb_print_sheets_free);
  g_clear_pointer (&self->document, xyb_document_unref);
  self->page = 0;
  if (document != NULL && xyb_document_get_n_pages (document) > 0)
    {
      self->document = xyb_document_ref (document);
      self->sheets = xyb_print_sheets_new (document);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      gtk_adjustment_set_value (self->adjustments[i], 0);
  rescale (self);
  tell_changed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * xyb_print_view_get_n_pages:
 * @self: a view
 *
 * Returns: how many sheets it shows
 */
guint
xyb_print_view_get_n_pages (XybPrintView *self)
{
  g_return_val_if_fail (XYB_IS_PRINT_VIEW (self), 0);

  return self->document != NULL ? xyb_document_get_n_pages (self->document) : 0;
}

/**
 * xyb_print_view_get_page:
 * @self: a view
 *
 * Returns: the sheet in view, from 0
 */
guint
xyb_print_view_get_page (XybPrintView *self)
{
  g_return_val_if_fail (XYB_IS_PRINT_VIEW (self), 0);

  return self->page;
}

/**
 * xyb_print_view_show_page:
 * @self: a view
 * @page: from 0; beyond the last one means the last one
 *
 * Brings the top of a sheet into view.
 */
void
xyb_print_view_show_page (XybPrintView *self, guint page)
{
  g_return_if_fail (XYB_IS_PRINT_VIEW (self));

  if (self->sheets == NULL)
    return;
  page = MIN (page, xyb_print_view_get_n_pages (self) - 1);
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL],
                              xyb_print_sheets_get_top (self->sheets, page) - XYB_PRINT_MARGIN);
  /* Short sheets may all be in view together: the one asked for is the current one all the same. */
  if (self->page == page)
    return;
  self->page = page;
  tell_changed (self);
}

/**
 * xyb_print_view_fit:
 * @self: a view
 * @fit: how sheets are sized
 * @percent: of %XYB_PRINT_PERCENT
 */
void
xyb_print_view_fit (XybPrintView *self, XybPrintFit fit, int percent)
{
  g_return_if_fail (XYB_IS_PRINT_VIEW (self));

  self->fit = fit;
  if (fit == XYB_PRINT_PERCENT)
    self->percent = CLAMP (percent, XYB_PRINT_MIN_PERCENT, XYB_PRINT_MAX_PERCENT);
  rescale (self);
  tell_changed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * xyb_print_view_get_fit:
 * @self: a view
 *
 * Returns: how sheets are sized
 */
XybPrintFit
xyb_print_view_get_fit (XybPrintView *self)
{
  g_return_val_if_fail (XYB_IS_PRINT_VIEW (self), XYB_PRINT_FIT_PAGE);

  return self->fit;
}

/**
 * xyb_print_view_get_percent:
 * @self: a view
 *
 * Returns: how big sheets are at the moment, in per cent of their size on paper
 */
int
xyb_print_view_get_percent (XybPrintView *self)
{
  g_return_val_if_fail (XYB_IS_PRINT_VIEW (self), 100);

  if (self->sheets == NULL)
    return self->percent;
  return (int) lround (xyb_print_sheets_get_scale (self->sheets) * 100 / PIXELS_PER_POINT);
}

/**
 * xyb_print_view_zoom:
 * @self: a view
 * @steps: 1 for the next bigger usual size, -1 for the next smaller one
 */
void
xyb_print_view_zoom (XybPrintView *self, int steps)
{
  static const int sizes[]
    = { 25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400 };
  int now = xyb_print_view_get_percent (self);
  int wanted = now;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (steps > 0 ? sizes[i] > now : sizes[G_N_ELEMENTS (sizes) - 1 - i] < now)
      {
        wanted = steps > 0 ? sizes[i] : sizes[G_N_ELEMENTS (sizes) - 1 - i];
        break;
      }
  xyb_print_view_fit (self, XYB_PRINT_PERCENT, wanted);
}
