/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-toaster.h"

/* How long a toast takes to fade, with time to spare. */
#define FADE_MS 400

struct _XybToaster
{
  GObject parent_instance;

  /* borrowed */
  AdwToastOverlay *overlay; /* weak */
  AdwToast *toast;          /* on screen and not fading; weak */

  /* owned: what is shown, or waits until the toast before has faded */
  char *sentence;
  char *button_label;
  char *action_name;
  guint seconds;
  guint timer;      /* dismisses the toast */
  guint fade_timer; /* ends the fading */
  gint64 faded_at;  /* monotonic */
  gboolean waiting;
};

G_DEFINE_FINAL_TYPE (XybToaster, xyb_toaster, G_TYPE_OBJECT)

static gboolean
time_over_cb (gpointer user_data)
{
  XybToaster *self = user_data;

  self->timer = 0;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  return G_SOURCE_REMOVE;
}

static void
start_timer (XybToaster *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->seconds > 0)
    self->timer = g_timeout_add_seconds (self->seconds, time_over_cb, self);
}

static void
write_toast (XybToaster *self)
{
  g_autofree char *markup = g_markup_escape_text (self->sentence, -1);

  adw_toast_set_title (self->toast, markup);
  adw_toast_set_button_label (self->toast, self->button_label);
  adw_toast_set_action_name (self->toast, self->action_name);
}

static void show (XybToaster *self);

static gboolean
faded_cb (gpointer user_data)
{
  XybToaster *self = user_data;

  self->fade_timer = 0;
  if (self->waiting)
    show (self);
  return G_SOURCE_REMOVE;
}

static void
dismissed_cb (AdwToast *toast, XybToaster *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  self->faded_at = g_get_monotonic_time () + FADE_MS * 1000;
  g_clear_handle_id (&self->fade_timer, g_source_remove);
  self->fade_timer = g_timeout_add (FADE_MS, faded_cb, self);
}

static void
show (XybToaster *self)
{
  AdwToast *toast;

  self->waiting = FALSE;
  if (self->overlay == NULL)
    return;
  if (self->toast == NULL)
    {
      toast = adw_toast_new ("");
      adw_toast_set_timeout (toast, 0);
      g_set_weak_pointer (&self->toast, toast);
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
      write_toast (self);
      adw_toast_overlay_add_toast (self->overlay, toast);
    }
  else
    write_toast (self);
  start_timer (self);
}

static void
xyb_toaster_dispose (GObject *object)
{
  XybToaster *self = XYB_TOASTER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->fade_timer, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->overlay);
  G_OBJECT_CLASS (xyb_toaster_parent_class)->dispose (object);
}

static void
xyb_toaster_finalize (GObject *object)
{
  XybToaster *self = XYB_TOASTER (object);

  g_free (self->sentence);
  g_free (self->button_label);
  g_free (self->action_name);
  G_OBJECT_CLASS (xyb_toaster_parent_class)->finalize (object);
}

static void
xyb_toaster_class_init (XybToasterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_toaster_dispose;
  G_OBJECT_CLASS (klass)->finalize = xyb_toaster_finalize;
}

static void
xyb_toaster_init (XybToaster *self)
{
}

/**
 * xyb_toaster_new:
 * @overlay: where toasts appear
 *
 * Returns: (transfer full): the only one that adds toasts to @overlay
 */
XybToaster *
xyb_toaster_new (AdwToastOverlay *overlay)
{
  XybToaster *self = g_object_new (XYB_TYPE_TOASTER, NULL);

  g_set_weak_pointer (&self->overlay, overlay);
  return self;
}

/**
 * xyb_toaster_say:
 * @self: a toaster
 * @sentence: plain text
 * @button_label: (nullable): what can be done about it
 * @action_name: (nullable): the action of the button
 * @seconds: how long it stays; 0 until the clerk closes it
 *
 * Shows @sentence in place of the one before.
 */
void
xyb_toaster_say (XybToaster *self,
                 const char *sentence,
                 const char *button_label,
                 const char *action_name,
                 guint seconds)
{
  g_return_if_fail (XYB_IS_TOASTER (self));

  g_free (self->sentence);
  self->sentence = g_strdup (sentence);
  g_free (self->button_label);
  self->button_label = g_strdup (button_label);
  g_free (self->action_name);
  self->action_name = g_strdup (action_name);
  self->seconds = seconds;
  if (self->fade_timer != 0)
    self->waiting = TRUE;
  else
    show (self);
}

/**
 * xyb_toaster_get_fading:
 * @self: a toaster
 *
 * Returns: milliseconds until the last toast has faded; the window must not go before
 */
guint
xyb_toaster_get_fading (XybToaster *self)
{
  gint64 left;

  g_return_val_if_fail (XYB_IS_TOASTER (self), 0);

  left = self->faded_at - g_get_monotonic_time ();
  return left > 0 ? (guint) (left / 1000 + 1) : 0;
}

/**
 * xyb_toaster_get_sentence:
 * @self: a toaster
 *
 * Returns: (nullable): the last sentence
 */
const char *
xyb_toaster_get_sentence (XybToaster *self)
{
  g_return_val_if_fail (XYB_IS_TOASTER (self), NULL);

  return self->sentence;
}
