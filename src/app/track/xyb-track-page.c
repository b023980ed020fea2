/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-track-page-private.h"

#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-settings.h"

#define LOOK_KEY "track-look"

G_DEFINE_FINAL_TYPE (XybTrackPage, xyb_track_page, XYB_TYPE_PAGE)

static XybOffice *
get_office (XybTrackPage *self)
{
  return xyb_page_get_office (XYB_PAGE (self));
}

/* ---- what is shown ---- */

static gboolean
is_table (XybTrackPage *self)
{
  return gtk_toggle_button_get_active (self->table_button);
}

/* “12 家，已通过 4，逾期 1（共 69 家）”. */
static void
show_counts (XybTrackPage *self)
{
  XybTrackTally tally = xyb_track_lines_count (self->shown);
  g_autofree char *words = xyb_track_tally_words (&tally);
  g_autofree char *whole = self->shown->len < self->book->lines->len
                             ? g_strdup_printf (_ ("%s（共 %u 家）"), words, self->book->lines->len)
                             : g_steal_pointer (&words);

  gtk_label_set_label (self->counts, whole);
}

static void
show_selected (XybTrackPage *self)
{
  guint n = xyb_track_selection_get_n (self->selection);
  g_autofree char *words = g_strdup_printf (_ ("已选 %u 家"), n);

  gtk_label_set_label (self->selected, words);
  gtk_widget_set_visible (self->selection_box, n > 0);
  xyb_track_page_update_actions (self);
}

/* The board does not hide behind an order: within a stage the official one. */
static GPtrArray *
pick_lines (XybTrackPage *self)
{
  GPtrArray *lines = g_ptr_array_sized_new (self->book->lines->len);
  XybTrackFilter filter;

  xyb_track_filters_get (self->filters, &filter);
  for (guint i = 0; i < self->book->lines->len; i++)
    if (xyb_track_filter_matches (&filter, self->book->lines->pdata[i]))
      g_ptr_array_add (lines, self->book->lines->pdata[i]);
  if (is_table (self))
    {
      gboolean down;
      XybTrackOrder order = xyb_track_table_view_get_order (self->table, &down);

      xyb_track_lines_sort (lines, self->book->plan, order, down);
    }
  return lines;
}

static void
show_lines (XybTrackPage *self)
{
  if (self->book == NULL)
    return;
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = pick_lines (self);
  show_counts (self);
  if (is_table (self))
    xyb_track_table_view_show (self->table, self->book, self->shown);
  else
    xyb_track_board_show (self->board, self->book, self->shown);
  gtk_widget_set_visible (self->filter_box, self->book->lines->len > 0);
  gtk_widget_set_visible (self->count_box, self->book->lines->len > 0);
  gtk_widget_set_visible (self->look_switch, self->book->lines->len > 0);
  if (self->book->lines->len == 0)
    xyb_track_page_show_empty (self);
  else
    gtk_stack_set_visible_child_name (self->stack, self->shown->len == 0 ? "nothing"
                                                   : is_table (self)     ? "table"
                                                                         : "board");
}

static void
show_track_counts (XybTrackPage *self)
{
  const XybPlan *plan = xyb_office_get_plan (get_office (self));
  g_autoptr (GError) error = NULL;
  guint counts[XYB_N_TRACKS] = { 0 };

  if (plan != NULL
      && !xyb_progress_store_count (xyb_office_get_store (get_office (self)), plan, counts, &error))
    xyb_office_report (get_office (self), error);
  for (int i = 0; i < XYB_N_TRACKS; i++)
    {
      g_autofree char *label
        = g_strdup_printf ("%s %u", xyb_track_name ((XybTrack) (i + 1)), counts[i]);

      gtk_button_set_label (GTK_BUTTON (self->track_buttons[i]), label);
    }
}

/* Everyone on the track is read at once, and filtered in memory. */
static void
read_book (XybTrackPage *self)
{
  XybOffice *office = get_office (self);
  g_autofree char *today = xyb_date_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (XybTrackBook) book = NULL;

  if (xyb_office_get_plan (office) != NULL)
    book = xyb_track_book_read (xyb_office_get_store (office), xyb_office_get_year (office),
                                self->track, today, &error);
  if (error != NULL)
    xyb_office_report (office, error);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->book, xyb_track_book_unref);
  self->book = g_steal_pointer (&book);
}

static void
read_and_show (XybTrackPage *self)
{
  read_book (self);
  show_track_counts (self);
  if (self->book == NULL)
    {
      gtk_widget_set_visible (self->filter_box, FALSE);
      gtk_widget_set_visible (self->count_box, FALSE);
      gtk_widget_set_visible (self->look_switch, FALSE);
      xyb_track_selection_clear (self->selection);
      xyb_track_page_show_empty (self);
    }
  else
    {
      xyb_track_filters_reload (self->filters, get_office (self), self->book);
      show_lines (self);
      xyb_track_selection_retain (self->selection, self->book->lines);
    }
  show_selected (self);
  g_signal_emit_by_name (self, "words-changed");
}

static void
xyb_track_page_reload (XybPage *page, const char *const *tables)
{
  static const char *const wanted[]
    = { "plan",          "plan_stage",        "plan_material", "milestone",  "nomination",
        "progress",      "progress_stage",    "contract",      "enterprise", "unit",
        "progress_move", "progress_material", "award",         NULL };

  if (xyb_page_touches (tables, wanted))
    read_and_show (XYB_TRACK_PAGE (page));
}

/* ---- switches ---- */

static void
track_toggled_cb (GtkToggleButton *button, XybTrackPage *self)
{
  if (self->filling || !gtk_toggle_button_get_active (button))
    return;
  for (int i = 0; i < XYB_N_TRACKS; i++)
    if (self->track_buttons[i] == button)
      self->track = (XybTrack) (i + 1);
  gtk_stack_set_visible_child_name (self->views, "track");
  xyb_track_selection_clear (self->selection);
  read_and_show (self);
}

static void
add_tracks (XybTrackPage *self)
{
  for (int i = 0; i < XYB_N_TRACKS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      self->track_buttons[i] = GTK_TOGGLE_BUTTON (button);
      if (i > 0)
        gtk_toggle_button_set_group (self->track_buttons[i], self->track_buttons[0]);
      gtk_box_append (self->track_switch, button);
    }
  gtk_toggle_button_set_active (self->track_buttons[0], TRUE);
  for (int i = 0; i < XYB_N_TRACKS; i++)
    g_signal_connect (self->track_buttons[i], "toggled", G_CALLBACK (track_toggled_cb), self);
}

static void
look_toggled_cb (GtkToggleButton *button, XybTrackPage *self)
{
  xyb_track_filters_set_stages_shown (self->filters, is_table (self));
  if (self->filling)
    return;
  xyb_settings_set_string (self->settings, LOOK_KEY, is_table (self) ? "table" : "board");
  show_lines (self);
}

static void
filters_changed_cb (XybTrackFilters *filters, XybTrackPage *self)
{
  show_lines (self);
}

static void
grab (XybTrackPage *self)
{
  if (is_table (self))
    gtk_widget_grab_focus (GTK_WIDGET (xyb_track_table_view_get_list (self->table)));
  else
    xyb_track_board_grab (self->board);
}

static void
filters_entered_cb (XybTrackFilters *filters, XybTrackPage *self)
{
  if (self->shown != NULL && self->shown->len > 0)
    grab (self);
}

static void
opened_cb (GtkWidget *view, gint64 id, XybTrackPage *self)
{
  xyb_track_page_open_enterprise (self, id);
}

static void
dropped_cb (XybTrackBoard *board, gint64 stage_id, XybTrackPage *self)
{
  xyb_track_page_move_to (self, stage_id);
}

static void
ordered_cb (XybTrackTableView *table, XybTrackPage *self)
{
  show_lines (self);
}

static void
selection_changed_cb (XybTrackSelection *selection, XybTrackPage *self)
{
  show_selected (self);
}

/* It stands in the header bar, where the actions of the page do not reach. */
static void
main_clicked_cb (GtkButton *button, XybTrackPage *self)
{
  xyb_track_page_apply (self);
}

/* ---- for other pages and tests ---- */

/**
 * xyb_track_page_show_track:
 * @self: the page
 * @track: which one
 */
void
xyb_track_page_show_track (XybTrackPage *self, XybTrack track)
{
  g_return_if_fail (XYB_IS_TRACK_PAGE (self) && track >= 1 && track <= XYB_N_TRACKS);

  gtk_toggle_button_set_active (self->track_buttons[track - 1], TRUE);
}

/**
 * xyb_track_page_get_track:
 * @self: the page
 *
 * Returns: which track is shown
 */
XybTrack
xyb_track_page_get_track (XybTrackPage *self)
{
  g_return_val_if_fail (XYB_IS_TRACK_PAGE (self), 0);

  return self->track;
}

/**
 * xyb_track_page_show_table:
 * @self: the page
 * @table: as a table; else as a board
 */
void
xyb_track_page_show_table (XybTrackPage *self, gboolean table)
{
  g_return_if_fail (XYB_IS_TRACK_PAGE (self));

  gtk_toggle_button_set_active (table ? self->table_button : self->board_button, TRUE);
}

/* The furthest track it is on this year, or 0. */
static XybTrack
find_track (XybTrackPage *self, gint64 enterprise_id)
{
  const XybPlan *plan = xyb_office_get_plan (get_office (self));
  XybTrack track = plan != NULL ? XYB_N_TRACKS : 0;

  for (; track > 0; track--)
    {
      g_autoptr (XybTrackRecord) record
        = xyb_progress_store_get (xyb_office_get_store (get_office (self)), plan, track,
                                  enterprise_id, NULL);

      if (record != NULL)
        break;
    }
  return track;
}

/* @id is of an enterprise. */
static void
xyb_track_page_show_record (XybPage *page, gint64 id)
{
  XybTrackPage *self = XYB_TRACK_PAGE (page);
  XybTrack track = find_track (self, id);

  if (track == 0)
    return;
  xyb_track_page_show_track (self, track);
  gtk_stack_set_visible_child_name (self->views, "track");
  if (self->book == NULL)
    read_and_show (self);
  if (xyb_track_filters_is_active (self->filters))
    xyb_track_filters_clear (self->filters);
  if (is_table (self))
    xyb_track_list_go_to (xyb_track_table_view_get_list (self->table), id);
  else
    xyb_track_board_go_to (self->board, id);
  xyb_track_page_open_enterprise (self, id);
}

/**
 * xyb_track_page_get_board:
 * @self: the page
 *
 * Returns: (transfer none): the board, whether it is in view or not
 */
XybTrackBoard *
xyb_track_page_get_board (XybTrackPage *self)
{
  return self->board;
}

/**
 * xyb_track_page_get_table:
 * @self: the page
 *
 * Returns: (transfer none): the table, whether it is in view or not
 */
XybTrackTableView *
xyb_track_page_get_table (XybTrackPage *self)
{
  return self->table;
}

/**
 * xyb_track_page_get_filters:
 * @self: the page
 *
 * Returns: (transfer none): the row of filters
 */
XybTrackFilters *
xyb_track_page_get_filters (XybTrackPage *self)
{
  return self->filters;
}

/**
 * xyb_track_page_get_selection:
 * @self: the page
 *
 * Returns: (transfer none): who is selected
 */
XybTrackSelection *
xyb_track_page_get_selection (XybTrackPage *self)
{
  return self->selection;
}

/**
 * xyb_track_page_get_counts:
 * @self: the page
 *
 * Returns: (transfer none): the sentence of counts
 */
const char *
xyb_track_page_get_counts (XybTrackPage *self)
{
  return gtk_label_get_label (self->counts);
}

/* ---- words for the window ---- */

/* As the page counts them: on any track, by a milestone or a material that has expired. */
static guint
count_late (XybOffice *office)
{
  const XybPlan *plan = xyb_office_get_plan (office);
  g_autofree char *today = xyb_date_today ();
  guint late = 0;

  for (XybTrack track = 1; plan != NULL && track <= XYB_N_TRACKS; track++)
    {
      g_autoptr (GPtrArray) lines
        = xyb_progress_store_list_plain_lines (xyb_office_get_store (office), plan, track, today,
                                               NULL);

      late += lines != NULL ? xyb_track_lines_count (lines).late : 0;
    }
  return late;
}

static char *
xyb_track_page_dup_badge (XybOffice *office, char **out_tooltip)
{
  guint late = count_late (office);

  if (late == 0)
    return NULL;
  *out_tooltip = g_strdup_printf (_ ("%u 家逾期"), late);
  return g_strdup_printf ("%u", late);
}

static char *
xyb_track_page_dup_subtitle (XybPage *page)
{
  const XybPlan *plan = xyb_office_get_plan (xyb_page_get_office (page));

  return plan != NULL ? g_strdup (plan->title) : NULL;
}

static GtkWidget *
xyb_track_page_get_main_button (XybPage *page)
{
  return XYB_TRACK_PAGE (page)->main_button;
}

static gboolean
xyb_track_page_start_search (XybPage *page)
{
  XybTrackPage *self = XYB_TRACK_PAGE (page);

  if (xyb_track_page_search_register (self))
    return TRUE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->filters)))
    return FALSE;
  xyb_track_filters_grab_search (self->filters);
  return TRUE;
}

/* Ctrl+N: who applies; of 贯标 that is a row of 附件2. */
static gboolean
xyb_track_page_start_new (XybPage *page)
{
  XybTrackPage *self = XYB_TRACK_PAGE (page);

  if (xyb_track_page_act_on_register (self, "add"))
    return TRUE;
  if (self->track == XYB_TRACK_ACCREDITATION || self->book == NULL)
    return FALSE;
  xyb_track_page_apply (self);
  return TRUE;
}

/* ---- the object ---- */

static void
xyb_track_page_dispose (GObject *object)
{
  XybTrackPage *self = XYB_TRACK_PAGE (object);

  self->filling = TRUE;
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->book, xyb_track_book_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (xyb_track_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, XybTrackPage, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/track/xyb-track-page.ui");
  BIND (main_button);
  BIND (track_switch);
  BIND (view_switch);
  BIND (look_switch);
  BIND (board_button);
  BIND (table_button);
  BIND (views);
  BIND (filter_box);
  BIND (filters);
  BIND (count_box);
  BIND (counts);
  BIND (selection_box);
  BIND (selected);
  BIND (result_button);
  BIND (stack);
  BIND (board_slot);
  BIND (table_slot);
  BIND (empty_page);
  BIND (empty_button);
  BIND (job_bar);
  gtk_widget_class_bind_template_callback (widget_class, look_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, main_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_entered_cb);
}

static void
xyb_track_page_class_init (XybTrackPageClass *klass)
{
  XybPageClass *page_class = XYB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_track_page_dispose;
  page_class->name = "track";
  page_class->title = N_ ("贯标与示范");
  page_class->icon_name = "starred-symbolic";
  page_class->reload = xyb_track_page_reload;
  page_class->dup_subtitle = xyb_track_page_dup_subtitle;
  page_class->dup_badge = xyb_track_page_dup_badge;
  page_class->get_main_button = xyb_track_page_get_main_button;
  page_class->start_search = xyb_track_page_start_search;
  page_class->start_new = xyb_track_page_start_new;
  page_class->start_export = xyb_track_page_export;
  page_class->start_print = xyb_track_page_print;
  page_class->show_record = xyb_track_page_show_record;
  g_type_ensure (XYB_TYPE_TRACK_FILTERS);
  g_type_ensure (XYB_TYPE_JOB_BAR);
  bind_template (GTK_WIDGET_CLASS (klass));
  xyb_track_page_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
add_views (XybTrackPage *self)
{
  self->board = XYB_TRACK_BOARD (xyb_track_board_new (self->selection));
  self->table = XYB_TRACK_TABLE_VIEW (xyb_track_table_view_new (self->selection));
  adw_bin_set_child (self->board_slot, GTK_WIDGET (self->board));
  adw_bin_set_child (self->table_slot, GTK_WIDGET (self->table));
  g_signal_connect (self->board, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect (self->board, "dropped", G_CALLBACK (dropped_cb), self);
  g_signal_connect (self->table, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect (self->table, "ordered", G_CALLBACK (ordered_cb), self);
}

static void
xyb_track_page_init (XybTrackPage *self)
{
  g_autofree char *look = NULL;

  self->filling = TRUE;
  self->track = XYB_TRACK_ACCREDITATION;
  self->settings = xyb_settings_new ();
  self->selection = xyb_track_selection_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed_cb), self, 0);
  add_tracks (self);
  xyb_track_page_add_registers (self);
  add_views (self);
  look = xyb_settings_dup_string (self->settings, LOOK_KEY);
  xyb_track_page_show_table (self, g_strcmp0 (look, "table") == 0);
  xyb_track_filters_set_stages_shown (self->filters, is_table (self));
  self->filling = FALSE;
}
