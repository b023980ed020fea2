/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-filters.h"

#include "xyb-filter-choice.h"
#include "xyb-i18n.h"
#include "xyb-text.h"

struct _XybTrackFilters
{
  GtkBox parent_instance;

  /* template widgets */
  GtkSearchEntry *search;
  GtkDropDown *district;
  GtkDropDown *stage;
  GtkDropDown *material;
  GtkToggleButton *late;
  GtkToggleButton *open;
  GtkWidget *clear_button;

  /* owned */
  GArray *district_ids; /* of gint64: as in the drop-down, behind “all” */
  GArray *stage_ids;
  GArray *material_masks; /* of guint64 */
  char *key;              /* of the search */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (XybTrackFilters, xyb_track_filters, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed (XybTrackFilters *self)
{
  if (self->filling)
    return;
  gtk_widget_set_visible (self->clear_button, xyb_track_filters_is_active (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
choice_changed_cb (GtkDropDown *choice, GParamSpec *pspec, XybTrackFilters *self)
{
  changed (self);
}

static void
toggled_cb (GtkToggleButton *button, XybTrackFilters *self)
{
  changed (self);
}

static void
search_changed_cb (GtkSearchEntry *entry, XybTrackFilters *self)
{
  g_autofree char *key = xyb_text_key (gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (g_strcmp0 (key, self->key) == 0)
    return;
  g_free (self->key);
  self->key = g_steal_pointer (&key);
  changed (self);
}

static void
entered_cb (GtkSearchEntry *entry, XybTrackFilters *self)
{
  search_changed_cb (entry, self);
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
}

static void
stop_search_cb (GtkSearchEntry *entry, XybTrackFilters *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  entered_cb (entry, self);
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               XybTrackFilters *self)
{
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
      || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  entered_cb (self->search, self);
  return TRUE;
}

static void
clear_clicked_cb (GtkButton *button, XybTrackFilters *self)
{
  xyb_track_filters_clear (self);
}

/* ---- choices ---- */

static void
fill_districts (XybTrackFilters *self, XybOffice *office)
{
  const GPtrArray *districts = xyb_office_get_districts (office);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (self->district_ids, 0);
  gtk_string_list_append (names, _ ("全部区镇"));
  for (guint i = 0; i < districts->len; i++)
    {
      const XybUnit *unit = districts->pdata[i];

      gtk_string_list_append (names, unit->name);
      g_array_append_val (self->district_ids, unit->id);
    }
  xyb_filter_choice_set_strings (self->district, names);
}

static void
fill_stages (XybTrackFilters *self, const XybTrackBook *book)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (self->stage_ids, 0);
  gtk_string_list_append (names, _ ("全部阶段"));
  for (guint i = 0; i < book->stages->len; i++)
    {
      const XybPlanStage *stage = book->stages->pdata[i];

      gtk_string_list_append (names, stage->name);
      g_array_append_val (self->stage_ids, stage->id);
    }
  xyb_filter_choice_set_strings (self->stage, names);
}

/* Bits as in XybTrackLine; what is not required is never missing. */
static void
fill_materials (XybTrackFilters *self, const XybTrackBook *book)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint64 any = G_MAXUINT64;

  g_array_set_size (self->material_masks, 0);
  gtk_string_list_append (names, _ ("不论材料"));
  gtk_string_list_append (names, _ ("缺任何一项"));
  g_array_append_val (self->material_masks, any);
  for (guint i = 0; i < book->materials->len && i < 64; i++)
    {
      const XybPlanMaterial *item = book->materials->pdata[i];
      guint64 mask = G_GUINT64_CONSTANT (1) << i;
      g_autofree char *name = item->required ? xyb_plan_material_short_name (item) : NULL;
      g_autofree char *words = name != NULL ? g_strdup_printf (_ ("缺 %s"), name) : NULL;

      if (words == NULL)
        continue;
      gtk_string_list_append (names, words);
      g_array_append_val (self->material_masks, mask);
    }
  xyb_filter_choice_set_strings (self->material, names);
}

/**
 * xyb_track_filters_reload:
 * @self: the filters
 * @office: whose 区镇 to offer
 * @book: whose stages and materials to offer
 *
 * What is chosen stays, where there is such a place in the list.
 */
void
xyb_track_filters_reload (XybTrackFilters *self, XybOffice *office, const XybTrackBook *book)
{
  g_return_if_fail (XYB_IS_TRACK_FILTERS (self) && book != NULL);

  self->filling = TRUE;
  fill_districts (self, office);
  fill_stages (self, book);
  fill_materials (self, book);
  self->filling = FALSE;
}

/**
 * xyb_track_filters_set_stages_shown:
 * @self: the filters
 * @shown: whether a stage can be chosen; the board shows them all
 */
void
xyb_track_filters_set_stages_shown (XybTrackFilters *self, gboolean shown)
{
  g_return_if_fail (XYB_IS_TRACK_FILTERS (self));

  if (!shown)
    gtk_drop_down_set_selected (self->stage, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->stage), shown);
}

/* ---- what is wanted ---- */

static guint
chosen (GtkDropDown *choice, const GArray *values)
{
  guint selected = gtk_drop_down_get_selected (choice);

  return selected <= values->len ? selected : 0;
}

/**
 * xyb_track_filters_get:
 * @self: the filters
 * @out_filter: (out caller-allocates): whom to show; its key stays the filters' own
 */
void
xyb_track_filters_get (XybTrackFilters *self, XybTrackFilter *out_filter)
{
  guint district = chosen (self->district, self->district_ids);
  guint stage = chosen (self->stage, self->stage_ids);
  guint material = chosen (self->material, self->material_masks);

  *out_filter = (XybTrackFilter){
    .unit_id = district > 0 ? g_array_index (self->district_ids, gint64, district - 1) : 0,
    .stage_id = stage > 0 ? g_array_index (self->stage_ids, gint64, stage - 1) : 0,
    .missing = material > 0 ? g_array_index (self->material_masks, guint64, material - 1) : 0,
    .overdue = gtk_toggle_button_get_active (self->late),
    .open = gtk_toggle_button_get_active (self->open),
    .key = self->key,
  };
}

/**
 * xyb_track_filters_is_active:
 * @self: the filters
 *
 * Returns: whether anybody may be left out
 */
gboolean
xyb_track_filters_is_active (XybTrackFilters *self)
{
  XybTrackFilter filter;

  xyb_track_filters_get (self, &filter);
  return filter.unit_id != 0 || filter.stage_id != 0 || filter.missing != 0 || filter.overdue
         || filter.open || (filter.key != NULL && *filter.key != '\0');
}

static void
append_choice (GString *words, GtkDropDown *choice)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (choice);

  if (gtk_drop_down_get_selected (choice) > 0 && item != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "，" : "",
                            gtk_string_object_get_string (item));
}

/**
 * xyb_track_filters_dup_words:
 * @self: the filters
 *
 * Returns: (transfer full) (nullable): what is chosen, in words
 */
char *
xyb_track_filters_dup_words (XybTrackFilters *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  append_choice (words, self->district);
  append_choice (words, self->stage);
  append_choice (words, self->material);
  if (gtk_toggle_button_get_active (self->late))
    g_string_append_printf (words, "%s%s", words->len > 0 ? "，" : "", _ ("逾期"));
  if (gtk_toggle_button_get_active (self->open))
    g_string_append_printf (words, "%s%s", words->len > 0 ? "，" : "", _ ("在办"));
  if (!xyb_text_is_blank (text))
    g_string_append_printf (words, _ ("%s含“%s”"), words->len > 0 ? "，" : "", text);
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/**
 * xyb_track_filters_clear:
 * @self: the filters
 *
 * Everybody is shown.
 */
void
xyb_track_filters_clear (XybTrackFilters *self)
{
  g_return_if_fail (XYB_IS_TRACK_FILTERS (self));

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_clear_pointer (&self->key, g_free);
  gtk_drop_down_set_selected (self->district, 0);
  gtk_drop_down_set_selected (self->stage, 0);
  gtk_drop_down_set_selected (self->material, 0);
  gtk_toggle_button_set_active (self->late, FALSE);
  gtk_toggle_button_set_active (self->open, FALSE);
  self->filling = FALSE;
  changed (self);
}

/**
 * xyb_track_filters_grab_search:
 * @self: the filters
 *
 * Puts the cursor into the search field.
 */
void
xyb_track_filters_grab_search (XybTrackFilters *self)
{
  g_return_if_fail (XYB_IS_TRACK_FILTERS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* ---- the widget ---- */

static void
xyb_track_filters_dispose (GObject *object)
{
  XYB_TRACK_FILTERS (object)->filling = TRUE;
  G_OBJECT_CLASS (xyb_track_filters_parent_class)->dispose (object);
}

static void
xyb_track_filters_finalize (GObject *object)
{
  XybTrackFilters *self = XYB_TRACK_FILTERS (object);

  g_array_unref (self->district_ids);
  g_array_unref (self->stage_ids);
  g_array_unref (self->material_masks);
  g_free (self->key);
  G_OBJECT_CLASS (xyb_track_filters_parent_class)->finalize (object);
}

static void
xyb_track_filters_class_init (XybTrackFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_track_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = xyb_track_filters_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", XYB_TYPE_TRACK_FILTERS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ENTERED] = g_signal_new ("entered", XYB_TYPE_TRACK_FILTERS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/track/xyb-track-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, XybTrackFilters, search);
  gtk_widget_class_bind_template_child (widget_class, XybTrackFilters, district);
  gtk_widget_class_bind_template_child (widget_class, XybTrackFilters, stage);
  gtk_widget_class_bind_template_child (widget_class, XybTrackFilters, material);
  gtk_widget_class_bind_template_child (widget_class, XybTrackFilters, late);
  gtk_widget_class_bind_template_child (widget_class, XybTrackFilters, open);
  gtk_widget_class_bind_template_child (widget_class, XybTrackFilters, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
xyb_track_filters_init (XybTrackFilters *self)
{
  self->district_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->stage_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->material_masks = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  xyb_filter_choice_init (self->district, _ ("区镇"));
  xyb_filter_choice_init (self->stage, _ ("阶段"));
  xyb_filter_choice_init (self->material, _ ("缺材料"));
  self->filling = FALSE;
}
