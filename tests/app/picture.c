/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "picture.h"

#include <adwaita.h>

/* A window that has nothing more to draw says so within a few frames. */
#define QUIET_FRAMES 3
#define DEADLINE_SECONDS 60

#define TRIES 10

#define DIALOG_RADIUS 12

static gboolean
too_late_cb (gpointer user_data)
{
  g_error ("%s: no frame", gtk_window_get_title (user_data));
  return G_SOURCE_REMOVE;
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gboolean painted = FALSE;
  guint deadline = g_timeout_add_seconds (DEADLINE_SECONDS, too_late_cb, window);
  gulong handler
    = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (GTK_WIDGET (window));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  g_source_remove (deadline);
}

/**
 * picture_settle:
 * @window: a window on screen
 *
 * Waits until everything due has been done and drawn.
 */
void
picture_settle (GtkWindow *window)
{
  for (int i = 0; i < QUIET_FRAMES; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      wait_for_frame (window);
    }
}

static gboolean
has_size (GtkWindow *window, int width, int height)
{
  return gtk_widget_get_width (GTK_WIDGET (window)) == width
         && gtk_widget_get_height (GTK_WIDGET (window)) == height;
}

/* The border of a desktop without a compositor, which no clerk has. */
static void
remove_border (GtkWindow *window)
{
  gtk_window_set_decorated (window, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (window), "solid-csd");
}

/**
 * picture_resize:
 * @window: a window on screen
 * @width: in pixels
 * @height: in pixels
 *
 * Gives it the size of a screen, as when it is maximized: no border, no round corners.
 */
void
picture_resize (GtkWindow *window, int width, int height)
{
  int ask[] = { width, height };

  remove_border (window);
  /* GTK goes on taking a border off that is no longer drawn. */
  for (int i = 0; i < TRIES && !has_size (window, width, height); i++)
    {
      gtk_window_set_default_size (window, ask[0], ask[1]);
      picture_settle (window);
      ask[0] += width - gtk_widget_get_width (GTK_WIDGET (window));
      ask[1] += height - gtk_widget_get_height (GTK_WIDGET (window));
    }
  if (!has_size (window, width, height))
    g_error ("%s: %d × %d instead of %d × %d", gtk_window_get_title (window),
             gtk_widget_get_width (GTK_WIDGET (window)),
             gtk_widget_get_height (GTK_WIDGET (window)), width, height);
  picture_settle (window);
}

/* ---- drawing ---- */

static void
draw_widget (GtkSnapshot *snapshot, GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
}

static void
draw_popover (GtkSnapshot *snapshot, GtkWidget *popover)
{
  GtkNative *parent = gtk_widget_get_native (gtk_widget_get_parent (popover));
  GdkPopup *popup = GDK_POPUP (gtk_native_get_surface (GTK_NATIVE (popover)));
  double x;
  double y;
  double parent_x;
  double parent_y;

  gtk_native_get_surface_transform (GTK_NATIVE (popover), &x, &y);
  gtk_native_get_surface_transform (parent, &parent_x, &parent_y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) (gdk_popup_get_position_x (popup) + x - parent_x),
                                    (float) (gdk_popup_get_position_y (popup) + y - parent_y)));
  draw_widget (snapshot, popover);
  gtk_snapshot_restore (snapshot);
}

static void
draw_popovers (GtkSnapshot *snapshot, GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget))
    draw_popover (snapshot, widget);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      draw_popovers (snapshot, child);
}

/* Where a desktop puts it: in the middle, with round corners and a shadow. */
static void
draw_dialog (GtkSnapshot *snapshot, GtkWidget *window, GtkWidget *dialog)
{
  static const GdkRGBA shade = { 0, 0, 0, 0.25F };
  static const GdkRGBA shadow = { 0, 0, 0, 0.45F };
  float width = (float) gtk_widget_get_width (dialog);
  float height = (float) gtk_widget_get_height (dialog);
  int x = (gtk_widget_get_width (window) - (int) width) / 2;
  int y = (gtk_widget_get_height (window) - (int) height) / 2;
  GskRoundedRect frame;

  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT (0, 0, width, height),
                                   DIALOG_RADIUS);
  gtk_snapshot_append_color (snapshot, &shade,
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (window),
                                                  (float) gtk_widget_get_height (window)));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_outset_shadow (snapshot, &frame, &shadow, 0, 4, 2, 18);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  draw_widget (snapshot, dialog);
  gtk_snapshot_pop (snapshot);
  draw_popovers (snapshot, dialog);
  gtk_snapshot_restore (snapshot);
}

/* The first toplevel is the latest. */
static void
draw_dialogs (GtkSnapshot *snapshot, GtkWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i - 1);

      if (other == GTK_WIDGET (window) || !gtk_widget_get_mapped (other))
        continue;
      remove_border (GTK_WINDOW (other));
      picture_settle (GTK_WINDOW (other));
      draw_dialog (snapshot, GTK_WIDGET (window), other);
    }
}

/**
 * picture_save:
 * @window: a window on screen
 * @path: a PNG file
 * @error: what went wrong
 *
 * Draws the window, its menus, and the dialogs over it.
 *
 * Returns: whether the file is there
 */
gboolean
picture_save (GtkWindow *window, const char *path, GError **error)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  picture_settle (window);
  draw_widget (snapshot, GTK_WIDGET (window));
  draw_popovers (snapshot, GTK_WIDGET (window));
  draw_dialogs (snapshot, window);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: nothing was drawn", path);
      return FALSE;
    }
  texture = gsk_renderer_render_texture (
    renderer, node,
    &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (window)),
                         (float) gtk_widget_get_height (GTK_WIDGET (window))));
  if (gdk_texture_save_to_png (texture, path))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: cannot be written", path);
  return FALSE;
}
