/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-list-private.h"

#include "xyb-i18n.h"
#include "xyb-track-columns.h"

#define MIN_CARD_EM 9
#define USUAL_ROWS 6

static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XybTrackList,
                               xyb_track_list,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

static void
scrollable_init (GtkScrollableInterface *iface)
{
}

/* ---- places ---- */

int
xyb_track_list_get_height (XybTrackList *self)
{
  return xyb_track_list_row_height (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

double
xyb_track_list_get_offset (XybTrackList *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

gboolean
xyb_track_list_line_at (XybTrackList *self, double y, guint *out_index)
{
  double place = (xyb_track_list_get_offset (self) + y) / xyb_track_list_get_height (self);

  *out_index = (guint) MAX (place, 0);
  return place >= 0 && *out_index < xyb_track_list_get_n (self);
}

static void
scroll_to_cursor (XybTrackList *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int height = xyb_track_list_get_height (self);

  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, (double) self->cursor * height,
                               (double) (self->cursor + 1) * height);
}

/* ---- what is said ---- */

/* “签约，第 3 张，共 12 张：昆山示例精密机械有限公司，周市镇，缺 2 项，已选” */
void
xyb_track_list_say (XybTrackList *self)
{
  const XybTrackLine *line = xyb_track_list_get_line (self, self->cursor);
  g_autoptr (GString) words = g_string_new (self->name);
  XybUrgency urgency;
  g_autofree char *trouble = line != NULL ? xyb_track_line_trouble (line, &urgency) : NULL;

  if (line == NULL)
    g_string_append (words, _ ("，没有企业"));
  else
    g_string_append_printf (words, _ ("，第 %u 家，共 %u 家：%s，%s，%s"), self->cursor + 1,
                            self->lines->len, line->enterprise_name,
                            line->unit_name != NULL ? line->unit_name : _ ("没有区镇"),
                            line->stage != NULL ? line->stage->name : _ ("未开始"));
  if (trouble != NULL)
    g_string_append_printf (words, _ ("，%s"), trouble);
  if (line != NULL && xyb_track_selection_contains (self->selection, line->enterprise_id))
    g_string_append (words, _ ("，已选"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
}

/* ---- the widget ---- */

static void
xyb_track_list_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  XybTrackList *self = XYB_TRACK_LIST (widget);
  int em = xyb_track_list_get_em (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum
      = self->look == XYB_TRACK_LIST_CARDS ? MIN_CARD_EM * em : xyb_track_columns_min_width (em);
  else
    *minimum = xyb_track_list_row_height (self, for_size > 0 ? for_size : MIN_CARD_EM * em);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? *minimum : *minimum * USUAL_ROWS;
}

static void
xyb_track_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  XybTrackList *self = XYB_TRACK_LIST (widget);
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int row = xyb_track_list_row_height (self, width);
  double whole = MAX ((double) xyb_track_list_get_n (self) * row, height);

  if (adjustment == NULL)
    return;
  self->allocating = TRUE;
  gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment), 0, whole, row,
                            MAX (row, height - row), height);
  if (self->scroll_wanted)
    scroll_to_cursor (self);
  self->scroll_wanted = FALSE;
  self->allocating = FALSE;
  gtk_widget_queue_draw (widget);
}

static void
measure_anew (XybTrackList *self)
{
  self->em = 0;
  xyb_track_list_forget_drawing (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
xyb_track_list_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (xyb_track_list_parent_class)->css_changed (widget, change);
  measure_anew (XYB_TRACK_LIST (widget));
}

static void
xyb_track_list_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (xyb_track_list_parent_class)->system_setting_changed (widget, setting);
  measure_anew (XYB_TRACK_LIST (widget));
}

static void
scrolled_cb (GtkAdjustment *adjustment, XybTrackList *self)
{
  if (!self->allocating)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (XybTrackList *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    return;
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
xyb_track_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XybTrackList *self = XYB_TRACK_LIST (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break; /* as wide as it is given, as high as its lines */
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xyb_track_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  XybTrackList *self = XYB_TRACK_LIST (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xyb_track_list_dispose (GObject *object)
{
  XybTrackList *self = XYB_TRACK_LIST (object);

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (xyb_track_list_parent_class)->dispose (object);
}

static void
xyb_track_list_finalize (GObject *object)
{
  XybTrackList *self = XYB_TRACK_LIST (object);

  g_hash_table_unref (self->drawn);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->book, xyb_track_book_unref);
  g_free (self->name);
  G_OBJECT_CLASS (xyb_track_list_parent_class)->finalize (object);
}

static void
xyb_track_list_class_init (XybTrackListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = xyb_track_list_set_property;
  object_class->get_property = xyb_track_list_get_property;
  object_class->dispose = xyb_track_list_dispose;
  object_class->finalize = xyb_track_list_finalize;
  widget_class->measure = xyb_track_list_measure;
  widget_class->size_allocate = xyb_track_list_size_allocate;
  widget_class->snapshot = xyb_track_list_snapshot;
  widget_class->css_changed = xyb_track_list_css_changed;
  widget_class->system_setting_changed = xyb_track_list_system_setting_changed;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  g_signal_new ("opened", XYB_TYPE_TRACK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                1, G_TYPE_INT64);
  g_signal_new ("beside", XYB_TYPE_TRACK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                1, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "track-list");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
xyb_track_list_init (XybTrackList *self)
{
  self->drawn = xyb_track_list_drawing_new ();
  self->pressed = G_MAXUINT;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  xyb_track_list_add_controllers (self);
}

static void
selection_changed_cb (XybTrackSelection *selection, XybTrackList *self)
{
  xyb_track_list_say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * xyb_track_list_new:
 * @look: cards or rows
 * @selection: who is selected, shared with other lists
 * @name: (nullable): what a screen reader calls it
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
xyb_track_list_new (XybTrackListLook look, XybTrackSelection *selection, const char *name)
{
  XybTrackList *self = g_object_new (XYB_TYPE_TRACK_LIST, NULL);

  self->look = look;
  self->selection = g_object_ref (selection);
  self->name = g_strdup (name);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self, 0);
  return GTK_WIDGET (self);
}

/**
 * xyb_track_list_set_name:
 * @self: a list
 * @name: what a screen reader calls it
 */
void
xyb_track_list_set_name (XybTrackList *self, const char *name)
{
  g_return_if_fail (XYB_IS_TRACK_LIST (self));

  g_free (self->name);
  self->name = g_strdup (name);
  xyb_track_list_say (self);
}

/**
 * xyb_track_list_show:
 * @self: a list
 * @book: whose lines they are
 * @lines: (element-type XybTrackLine): which of them, in order; the list keeps a reference
 *
 * The cursor stays at the enterprise it was at, where that is still there.
 */
void
xyb_track_list_show (XybTrackList *self, XybTrackBook *book, GPtrArray *lines)
{
  const XybTrackLine *line;
  gint64 id;

  g_return_if_fail (XYB_IS_TRACK_LIST (self) && book != NULL && lines != NULL);

  line = xyb_track_list_get_line (self, self->cursor);
  id = line != NULL ? line->enterprise_id : 0;
  xyb_track_list_forget_drawing (self);
  g_ptr_array_ref (lines);
  xyb_track_book_ref (book);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->book, xyb_track_book_unref);
  self->lines = lines;
  self->book = book;
  self->pressed = G_MAXUINT;
  self->tagged = FALSE;
  for (guint i = 0; i < lines->len && !self->tagged; i++)
    self->tagged = ((XybTrackLine *) lines->pdata[i])->result == XYB_RESULT_OPEN;
  if (id == 0 || !xyb_track_list_go_to (self, id))
    self->cursor = MIN (self->cursor, MAX (lines->len, 1) - 1);
  self->anchor = self->cursor;
  xyb_track_list_say (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * xyb_track_list_get_n:
 * @self: a list
 *
 * Returns: how many it shows
 */
guint
xyb_track_list_get_n (XybTrackList *self)
{
  g_return_val_if_fail (XYB_IS_TRACK_LIST (self), 0);

  return self->lines != NULL ? self->lines->len : 0;
}

/**
 * xyb_track_list_get_line:
 * @self: a list
 * @index: a place in it
 *
 * Returns: (transfer none) (nullable): who stands there
 */
const XybTrackLine *
xyb_track_list_get_line (XybTrackList *self, guint index)
{
  return index < xyb_track_list_get_n (self) ? self->lines->pdata[index] : NULL;
}

/**
 * xyb_track_list_get_cursor:
 * @self: a list
 *
 * Returns: where the cursor is
 */
guint
xyb_track_list_get_cursor (XybTrackList *self)
{
  g_return_val_if_fail (XYB_IS_TRACK_LIST (self), 0);

  return self->cursor;
}

/**
 * xyb_track_list_set_cursor:
 * @self: a list
 * @index: a place; the last one where there are not so many
 *
 * Puts the cursor there, in view.
 */
void
xyb_track_list_set_cursor (XybTrackList *self, guint index)
{
  g_return_if_fail (XYB_IS_TRACK_LIST (self));

  self->cursor = MIN (index, MAX (xyb_track_list_get_n (self), 1) - 1);
  self->scroll_wanted = TRUE;
  xyb_track_list_say (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * xyb_track_list_go_to:
 * @self: a list
 * @enterprise_id: an enterprise
 *
 * Returns: whether it is in the list; the cursor is there then
 */
gboolean
xyb_track_list_go_to (XybTrackList *self, gint64 enterprise_id)
{
  for (guint i = 0; i < xyb_track_list_get_n (self); i++)
    if (xyb_track_list_get_line (self, i)->enterprise_id == enterprise_id)
      {
        xyb_track_list_set_cursor (self, i);
        self->anchor = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * xyb_track_list_get_em:
 * @self: a list
 *
 * Returns: the width of a Chinese character in its font, in pixels
 */
int
xyb_track_list_get_em (XybTrackList *self)
{
  g_return_val_if_fail (XYB_IS_TRACK_LIST (self), 0);

  if (self->em == 0)
    xyb_track_list_measure_font (self);
  return self->em;
}
