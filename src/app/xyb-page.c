/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-page.h"

#include "xyb-i18n.h"

typedef struct
{
  /* owned */
  XybOffice *office;
  gboolean stale;
} XybPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (XybPage, xyb_page, ADW_TYPE_BIN)

#define GET_PRIVATE(self) ((XybPagePrivate *) xyb_page_get_instance_private (self))

enum
{
  PROP_0,
  PROP_OFFICE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
reload (XybPage *self, const char *const *tables)
{
  GET_PRIVATE (self)->stale = FALSE;
  if (XYB_PAGE_GET_CLASS (self)->reload != NULL)
    XYB_PAGE_GET_CLASS (self)->reload (self, tables);
}

static void
office_changed_cb (XybOffice *office, const char *const *tables, XybPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self, tables);
  else
    GET_PRIVATE (self)->stale = TRUE;
}

static void
xyb_page_map (GtkWidget *widget)
{
  XybPage *self = XYB_PAGE (widget);

  GTK_WIDGET_CLASS (xyb_page_parent_class)->map (widget);
  if (GET_PRIVATE (self)->stale)
    reload (self, NULL);
}

static void
xyb_page_constructed (GObject *object)
{
  XybPagePrivate *priv = GET_PRIVATE (XYB_PAGE (object));

  G_OBJECT_CLASS (xyb_page_parent_class)->constructed (object);
  priv->stale = TRUE;
  g_signal_connect_object (priv->office, "changed", G_CALLBACK (office_changed_cb), object, 0);
}

static void
xyb_page_dispose (GObject *object)
{
  XybPagePrivate *priv = GET_PRIVATE (XYB_PAGE (object));

  g_clear_object (&priv->office);
  G_OBJECT_CLASS (xyb_page_parent_class)->dispose (object);
}

static void
xyb_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XybPagePrivate *priv = GET_PRIVATE (XYB_PAGE (object));

  switch (id)
    {
    case PROP_OFFICE:
      priv->office = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xyb_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  XybPagePrivate *priv = GET_PRIVATE (XYB_PAGE (object));

  switch (id)
    {
    case PROP_OFFICE:
      g_value_set_object (value, priv->office);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xyb_page_class_init (XybPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = xyb_page_constructed;
  object_class->dispose = xyb_page_dispose;
  object_class->set_property = xyb_page_set_property;
  object_class->get_property = xyb_page_get_property;
  GTK_WIDGET_CLASS (klass)->map = xyb_page_map;

  properties[PROP_OFFICE] = g_param_spec_object ("office", NULL, NULL, XYB_TYPE_OFFICE, once);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Subtitle or badge have other words now. */
  g_signal_new ("words-changed", XYB_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
}

static void
xyb_page_init (XybPage *self)
{
}

/**
 * xyb_page_get_office:
 * @self: a page
 *
 * Returns: (transfer none): the office it shows
 */
XybOffice *
xyb_page_get_office (XybPage *self)
{
  g_return_val_if_fail (XYB_IS_PAGE (self), NULL);

  return GET_PRIVATE (self)->office;
}

/**
 * xyb_page_get_name:
 * @self: a page
 *
 * Returns: the name the settings remember it by
 */
const char *
xyb_page_get_name (XybPage *self)
{
  return XYB_PAGE_GET_CLASS (self)->name;
}

/**
 * xyb_page_get_title:
 * @self: a page
 *
 * Returns: its title in sidebar and header bar
 */
const char *
xyb_page_get_title (XybPage *self)
{
  return _ (XYB_PAGE_GET_CLASS (self)->title);
}

/**
 * xyb_page_dup_subtitle:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): the line under the title
 */
char *
xyb_page_dup_subtitle (XybPage *self)
{
  XybPageClass *klass = XYB_PAGE_GET_CLASS (self);

  return klass->dup_subtitle != NULL ? klass->dup_subtitle (self) : NULL;
}

/**
 * xyb_page_get_main_button:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the button of the page's main action
 */
GtkWidget *
xyb_page_get_main_button (XybPage *self)
{
  XybPageClass *klass = XYB_PAGE_GET_CLASS (self);

  return klass->get_main_button != NULL ? klass->get_main_button (self) : NULL;
}

/**
 * xyb_page_can_search:
 * @self: a page
 *
 * Returns: whether the page has something to search
 */
gboolean
xyb_page_can_search (XybPage *self)
{
  return XYB_PAGE_GET_CLASS (self)->start_search != NULL;
}

/**
 * xyb_page_start_search:
 * @self: a page
 *
 * Returns: whether the cursor stands in a search field now
 */
gboolean
xyb_page_start_search (XybPage *self)
{
  return xyb_page_can_search (self) && XYB_PAGE_GET_CLASS (self)->start_search (self);
}

/**
 * xyb_page_start_new:
 * @self: a page
 *
 * Returns: whether a new record has been begun
 */
gboolean
xyb_page_start_new (XybPage *self)
{
  XybPageClass *klass = XYB_PAGE_GET_CLASS (self);

  return klass->start_new != NULL && klass->start_new (self);
}

/**
 * xyb_page_start_edit:
 * @self: a page
 *
 * Returns: whether what is selected is being edited now
 */
gboolean
xyb_page_start_edit (XybPage *self)
{
  XybPageClass *klass = XYB_PAGE_GET_CLASS (self);

  return klass->start_edit != NULL && klass->start_edit (self);
}

/**
 * xyb_page_can_export:
 * @self: a page
 *
 * Returns: whether the page puts out a file
 */
gboolean
xyb_page_can_export (XybPage *self)
{
  return XYB_PAGE_GET_CLASS (self)->start_export != NULL;
}

/**
 * xyb_page_start_export:
 * @self: a page
 *
 * Returns: whether an export has been begun
 */
gboolean
xyb_page_start_export (XybPage *self)
{
  return xyb_page_can_export (self) && XYB_PAGE_GET_CLASS (self)->start_export (self);
}

/**
 * xyb_page_can_print:
 * @self: a page
 *
 * Returns: whether the page has something to print
 */
gboolean
xyb_page_can_print (XybPage *self)
{
  return XYB_PAGE_GET_CLASS (self)->start_print != NULL;
}

/**
 * xyb_page_start_print:
 * @self: a page
 *
 * Returns: whether a preview has been opened
 */
gboolean
xyb_page_start_print (XybPage *self)
{
  return xyb_page_can_print (self) && XYB_PAGE_GET_CLASS (self)->start_print (self);
}

/**
 * xyb_page_show_record:
 * @self: a page
 * @id: of a record of the kind the page shows; an unknown one changes nothing
 *
 * Brings the record into view.
 */
void
xyb_page_show_record (XybPage *self, gint64 id)
{
  XybPageClass *klass = XYB_PAGE_GET_CLASS (self);

  if (klass->show_record != NULL)
    klass->show_record (self, id);
}

/**
 * xyb_page_refresh:
 * @self: a page
 *
 * Reads the office anew (F5): a second program, or the day, may have changed what is shown.
 */
void
xyb_page_refresh (XybPage *self)
{
  static const char *const unknown[] = { NULL };

  g_return_if_fail (XYB_IS_PAGE (self));

  reload (self, unknown);
}

/**
 * xyb_page_get_parent_name:
 * @self: a page
 *
 * Returns: (nullable): name of the page a sub page stands in the place of
 */
const char *
xyb_page_get_parent_name (XybPage *self)
{
  return XYB_PAGE_GET_CLASS (self)->parent_name;
}

/**
 * xyb_page_dup_loss:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): what would be lost if the page went now, as a sentence
 */
char *
xyb_page_dup_loss (XybPage *self)
{
  XybPageClass *klass = XYB_PAGE_GET_CLASS (self);

  return klass->dup_loss != NULL ? klass->dup_loss (self) : NULL;
}

/**
 * xyb_page_touches:
 * @tables: (nullable): as in #XybOffice::changed
 * @wanted: (array zero-terminated=1): tables a page draws from
 *
 * Returns: whether the page has to read anew; unknown (%NULL or empty) counts as yes
 */
gboolean
xyb_page_touches (const char *const *tables, const char *const *wanted)
{
  if (tables == NULL || tables[0] == NULL)
    return TRUE;
  for (; *tables != NULL; tables++)
    if (g_strv_contains (wanted, *tables))
      return TRUE;
  return FALSE;
}
