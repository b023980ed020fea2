/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-move-dialog.h"

#include "xyb-date.h"
#include "xyb-field-row.h"
#include "xyb-form-values.h"
#include "xyb-i18n.h"
#include "xyb-objection-item.h"
#include "xyb-progress-store.h"
#include "xyb-text.h"

/* Looking at thousands must not hold up the window: so long at a time, in microseconds. */
#define SLICE 30000

struct _XybMoveDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *heading;
  GtkWidget *accept_button;
  GtkWidget *problem_box;
  GtkLabel *problem;
  GtkDropDown *stage;
  XybFieldRow *date_row;
  XybFieldRow *number_row;
  XybFieldRow *until_row;
  XybFieldRow *reason_row;
  GtkLabel *sentence;
  GtkWidget *refused_box;
  GtkLabel *refused_label;
  GtkWidget *leave_out_button;
  GtkWidget *warned_box;
  GtkLabel *warned_label;
  GtkWidget *objections_scrolled;
  GtkListView *objections;

  /* owned */
  XybOffice *office;
  GArray *ids;       /* of gint64: who is to be moved */
  GArray *stages;    /* of gint64: as in the drop-down; the plan may be read anew */
  GPtrArray *trials; /* of XybMoveTrial: of the first of @ids so far */
  char *on;          /* ISO, or NULL */
  char *until;
  XybTrack track;
  guint idle;
  gboolean filling;
  gboolean moving; /* the change of the office is its own */
};

G_DEFINE_FINAL_TYPE (XybMoveDialog, xyb_move_dialog, ADW_TYPE_WINDOW)

static void
show_problem (XybMoveDialog *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem_box, sentence != NULL);
}

static const XybPlanStage *
find_stage (XybMoveDialog *self, gint64 id)
{
  const XybPlan *plan = xyb_office_get_plan (self->office);

  for (guint i = 0; plan != NULL && i < plan->stages->len; i++)
    if (((XybPlanStage *) plan->stages->pdata[i])->id == id)
      return plan->stages->pdata[i];
  return NULL;
}

static const XybPlanStage *
get_stage (XybMoveDialog *self)
{
  guint chosen = gtk_drop_down_get_selected (self->stage);

  return chosen < self->stages->len
           ? find_stage (self, g_array_index (self->stages, gint64, chosen))
           : NULL;
}

/* ---- what would come of it ---- */

typedef struct
{
  guint refused;
  guint warned;
  guint back;
} Tally;

static Tally
count (XybMoveDialog *self)
{
  Tally tally = { 0 };

  for (guint i = 0; i < self->trials->len; i++)
    {
      const XybMoveTrial *trial = self->trials->pdata[i];

      tally.refused += trial->refusal != NULL ? 1 : 0;
      tally.warned += trial->warning != NULL ? 1 : 0;
      tally.back += trial->refusal == NULL && trial->back ? 1 : 0;
    }
  return tally;
}

/* “名单确定 → 签约 3 家；实施 → 签约 1 家”: from each stage, in the order first met. */
static char *
words_of_moves (XybMoveDialog *self, const XybPlanStage *to)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->trials->len; i++)
    {
      const XybMoveTrial *trial = self->trials->pdata[i];
      gpointer from = (gpointer) trial->from;

      if (trial->refusal != NULL)
        continue;
      if (!g_hash_table_contains (counts, from))
        g_ptr_array_add (order, from);
      g_hash_table_insert (counts, from,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, from))
                                             + 1));
    }
  for (guint i = 0; i < order->len; i++)
    {
      const XybPlanStage *from = order->pdata[i];

      g_string_append_printf (words, _ ("%s%s → %s %u 家"), i > 0 ? "；" : "",
                              from != NULL ? from->name : _ ("未开始"), to->name,
                              GPOINTER_TO_UINT (g_hash_table_lookup (counts, from)));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_sentence (XybMoveDialog *self, const XybPlanStage *to)
{
  g_autofree char *moves = NULL;

  if (self->trials->len < self->ids->len)
    moves = g_strdup_printf (_ ("正在核对 %u/%u 家…"), self->trials->len, self->ids->len);
  else if (to != NULL)
    moves = words_of_moves (self, to);
  gtk_label_set_label (self->sentence, moves != NULL ? moves : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), moves != NULL && *moves != '\0');
}

/* Known before the button is pressed (§2.2). */
static void
show_reason (XybMoveDialog *self, const Tally *tally)
{
  gboolean blank = xyb_text_is_blank (xyb_field_row_get_text (self->reason_row));

  if (tally->back > 0 && blank)
    xyb_field_row_set_message (self->reason_row, XYB_FIELD_WARNING,
                               _ ("是改回前面的阶段，或者改变结果：要写明理由。"), NULL);
  else if (tally->warned > 0 && blank)
    xyb_field_row_set_message (self->reason_row, XYB_FIELD_WARNING,
                               _ ("有企业的条件不符合：要继续，请写明理由。"), NULL);
  else
    xyb_field_row_set_message (self->reason_row, XYB_FIELD_PLAIN, NULL, NULL);
}

static void
show_objections (XybMoveDialog *self, const Tally *tally)
{
  g_autoptr (GListStore) items = g_list_store_new (XYB_TYPE_OBJECTION_ITEM);
  g_autoptr (GtkNoSelection) selection = NULL;

  for (int refused = 1; refused >= 0; refused--)
    for (guint i = 0; i < self->trials->len; i++)
      {
        const XybMoveTrial *trial = self->trials->pdata[i];
        const char *sentence = refused ? trial->refusal : trial->warning;
        g_autoptr (XybObjectionItem) item
          = sentence != NULL ? xyb_objection_item_new (trial->enterprise_name, sentence, refused)
                             : NULL;

        if (item != NULL)
          g_list_store_append (items, item);
      }
  gtk_widget_set_visible (self->objections_scrolled, tally->refused + tally->warned > 0);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&items)));
  gtk_list_view_set_model (self->objections, GTK_SELECTION_MODEL (selection));
}

static void
show_counts (XybMoveDialog *self, const Tally *tally)
{
  g_autofree char *refused = g_strdup_printf (_ ("%u 家不能登记"), tally->refused);
  g_autofree char *leave_out = g_strdup_printf (_ ("移出这 %u 家"), tally->refused);
  g_autofree char *warned
    = g_strdup_printf (_ ("%u 家有条件不符合，写明理由可以继续"), tally->warned);

  gtk_label_set_label (self->refused_label, refused);
  gtk_button_set_label (GTK_BUTTON (self->leave_out_button), leave_out);
  gtk_widget_set_visible (self->leave_out_button, tally->refused < self->ids->len);
  gtk_widget_set_visible (self->refused_box, tally->refused > 0);
  gtk_label_set_label (self->warned_label, warned);
  gtk_widget_set_visible (self->warned_box, tally->warned > 0);
}

static void
show_button (XybMoveDialog *self, const Tally *tally)
{
  g_autofree char *label = self->ids->len == 1 ? g_strdup (_ ("登记"))
                                               : g_strdup_printf (_ ("登记 %u 家"), self->ids->len);
  g_autofree char *title = g_strdup_printf (_ ("登记%s进度"), xyb_track_name (self->track));
  const XybMoveTrial *first = self->trials->len > 0 ? self->trials->pdata[0] : NULL;
  g_autofree char *whom = self->ids->len == 1 && first != NULL
                            ? g_strdup (first->enterprise_name)
                            : g_strdup_printf (_ ("%u 家企业"), self->ids->len);

  gtk_button_set_label (GTK_BUTTON (self->accept_button), label);
  adw_window_title_set_title (self->heading, title);
  adw_window_title_set_subtitle (self->heading, whom);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_set_sensitive (self->accept_button, self->trials->len == self->ids->len
                                                   && tally->refused == 0
                                                   && !xyb_office_is_read_only (self->office));
}

static void
show_all (XybMoveDialog *self)
{
  Tally tally = count (self);

  show_sentence (self, get_stage (self));
  show_counts (self, &tally);
  show_button (self, &tally);
  show_reason (self, &tally);
  if (self->trials->len == self->ids->len)
    show_objections (self, &tally);
}

/* FALSE: it cannot be told. */
static gboolean
try_next (XybMoveDialog *self, const XybPlanStage *to, const char *today)
{
  XybProgressMove move = { self->track, to->name, self->on, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  XybMoveTrial *trial
    = xyb_progress_store_try_move (xyb_office_get_store (self->office),
                                   xyb_office_get_plan (self->office),
                                   g_array_index (self->ids, gint64, self->trials->len), &move,
                                   today, &error);

  if (trial == NULL)
    {
      show_problem (self, error->message);
      return FALSE;
    }
  g_ptr_array_add (self->trials, trial);
  return TRUE;
}

/* Returns whether there is more to look at. */
static gboolean
try_some (XybMoveDialog *self)
{
  const XybPlanStage *to = get_stage (self);
  g_autofree char *today = xyb_date_today ();
  gint64 end = g_get_monotonic_time () + SLICE;
  gboolean more = to != NULL;

  while (more && self->trials->len < self->ids->len && g_get_monotonic_time () < end)
    more = try_next (self, to, today);
  show_all (self);
  return more && self->trials->len < self->ids->len;
}

static gboolean
try_cb (gpointer user_data)
{
  XybMoveDialog *self = user_data;

  if (try_some (self))
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
try_all (XybMoveDialog *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_ptr_array_set_size (self->trials, 0);
  show_problem (self, NULL);
  if (self->on != NULL && try_some (self))
    self->idle = g_idle_add (try_cb, self);
}

/* ---- fields ---- */

static void
stage_selected_cb (GtkDropDown *stage, GParamSpec *pspec, XybMoveDialog *self)
{
  const XybPlanStage *to = get_stage (self);

  if (self->filling || to == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->number_row),
                          (to->fields & XYB_STAGE_FIELD_NUMBER) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->until_row), (to->fields & XYB_STAGE_FIELD_UNTIL) != 0);
  try_all (self);
}

static void
date_commit_cb (XybFieldRow *row, const char *text, XybMoveDialog *self)
{
  char **iso = row == self->date_row ? &self->on : &self->until;
  const char *field = row == self->date_row ? _ ("日期") : _ ("期限");
  g_autoptr (GError) error = NULL;
  g_autofree char *clean = NULL;

  if (row == self->date_row && xyb_text_is_blank (text))
    {
      xyb_field_row_refuse (row, _ ("请填写日期，例如 2020-07-24 或 7月24日。"));
      return;
    }
  if (!xyb_form_read_date (field, text, iso, &error))
    {
      xyb_field_row_refuse (row, error->message);
      return;
    }
  clean = xyb_date_format (*iso);
  xyb_field_row_set_value (row, clean);
  if (row == self->date_row)
    try_all (self);
}

static void
text_commit_cb (XybFieldRow *row, const char *text, XybMoveDialog *self)
{
  Tally tally = count (self);

  xyb_field_row_set_value (row, text);
  if (row == self->reason_row)
    show_reason (self, &tally);
}

static gboolean
any_refused (XybMoveDialog *self)
{
  XybFieldRow *rows[] = { self->date_row, self->number_row, self->until_row, self->reason_row };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (!gtk_widget_get_visible (GTK_WIDGET (rows[i])))
        continue;
      xyb_field_row_commit (rows[i]);
      if (!xyb_field_row_is_dirty (rows[i]))
        continue;
      gtk_widget_grab_focus (GTK_WIDGET (xyb_field_row_get_text_widget (rows[i])));
      return TRUE;
    }
  return FALSE;
}

/* ---- buttons ---- */

static const char *
text_of (XybFieldRow *row)
{
  const char *text = xyb_field_row_get_text (row);

  return gtk_widget_get_visible (GTK_WIDGET (row)) && !xyb_text_is_blank (text) ? text : NULL;
}

static gboolean
lacks_reason (XybMoveDialog *self)
{
  Tally tally = count (self);

  if (tally.back + tally.warned == 0 || text_of (self->reason_row) != NULL)
    return FALSE;
  show_reason (self, &tally);
  gtk_widget_grab_focus (GTK_WIDGET (xyb_field_row_get_text_widget (self->reason_row)));
  return TRUE;
}

static void
accept_clicked_cb (GtkButton *button, XybMoveDialog *self)
{
  const XybPlanStage *to = get_stage (self);
  g_autofree char *today = xyb_date_today ();
  g_autoptr (GError) error = NULL;
  XybProgressMove move;

  if (to == NULL || any_refused (self) || !gtk_widget_is_sensitive (self->accept_button)
      || lacks_reason (self))
    return;
  move = (XybProgressMove){
    .track = self->track,
    .stage = to->name,
    .on = self->on,
    .reason = text_of (self->reason_row),
    .number = text_of (self->number_row),
    .until = gtk_widget_get_visible (GTK_WIDGET (self->until_row)) ? self->until : NULL,
  };
  self->moving = TRUE;
  if (xyb_progress_store_move (xyb_office_get_store (self->office),
                               xyb_office_get_plan (self->office), (gint64 *) self->ids->data,
                               self->ids->len, &move, today, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  self->moving = FALSE;
  show_problem (self, error->message);
}

static void
leave_out_clicked_cb (GtkButton *button, XybMoveDialog *self)
{
  for (guint i = self->trials->len; i > 0; i--)
    if (((XybMoveTrial *) self->trials->pdata[i - 1])->refusal != NULL)
      {
        g_array_remove_index (self->ids, i - 1);
        g_ptr_array_remove_index (self->trials, i - 1);
      }
  show_all (self);
  gtk_widget_grab_focus (self->accept_button);
}

/* ---- the window ---- */

static void
office_changed_cb (XybOffice *office, const char *const *tables, XybMoveDialog *self)
{
  /* The trials point into a plan that is gone. */
  if (!self->moving)
    try_all (self);
}

static gboolean
is_result (const XybPlanStage *stage)
{
  return stage->kind == XYB_STAGE_KIND_PASSED || stage->kind == XYB_STAGE_KIND_FAILED;
}

static void
fill_stages (XybMoveDialog *self, gboolean only_results)
{
  g_autoptr (GPtrArray) stages
    = xyb_plan_list_stages (xyb_office_get_plan (self->office), self->track);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < stages->len; i++)
    {
      const XybPlanStage *stage = stages->pdata[i];

      if (only_results && !is_result (stage))
        continue;
      gtk_string_list_append (names, stage->name);
      g_array_append_val (self->stages, stage->id);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->stage, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->stage, GTK_INVALID_LIST_POSITION);
  self->filling = FALSE;
}

/* The next one of the first enterprise; the last where it has a result. */
static gint64
propose_stage (XybMoveDialog *self)
{
  const XybPlan *plan = xyb_office_get_plan (self->office);
  g_autoptr (XybTrackRecord) record
    = xyb_progress_store_get (xyb_office_get_store (self->office), plan, self->track,
                              g_array_index (self->ids, gint64, 0), NULL);
  const XybPlanStage *next = record != NULL ? xyb_track_next (plan, record) : NULL;

  return next != NULL ? next->id : g_array_index (self->stages, gint64, self->stages->len - 1);
}

static void
choose_stage (XybMoveDialog *self, gint64 id)
{
  guint chosen = 0;

  for (guint i = 0; i < self->stages->len; i++)
    if (g_array_index (self->stages, gint64, i) == id)
      chosen = i;
  gtk_drop_down_set_selected (self->stage, chosen);
}

static void
xyb_move_dialog_dispose (GObject *object)
{
  XybMoveDialog *self = XYB_MOVE_DIALOG (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xyb_move_dialog_parent_class)->dispose (object);
}

static void
xyb_move_dialog_finalize (GObject *object)
{
  XybMoveDialog *self = XYB_MOVE_DIALOG (object);

  g_array_unref (self->ids);
  g_array_unref (self->stages);
  g_ptr_array_unref (self->trials);
  g_free (self->on);
  g_free (self->until);
  G_OBJECT_CLASS (xyb_move_dialog_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, XybMoveDialog, name)

static void
xyb_move_dialog_class_init (XybMoveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_move_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = xyb_move_dialog_finalize;
  g_type_ensure (XYB_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/track/xyb-move-dialog.ui");
  BIND (heading);
  BIND (accept_button);
  BIND (problem_box);
  BIND (problem);
  BIND (stage);
  BIND (date_row);
  BIND (number_row);
  BIND (until_row);
  BIND (reason_row);
  BIND (sentence);
  BIND (refused_box);
  BIND (refused_label);
  BIND (leave_out_button);
  BIND (warned_box);
  BIND (warned_label);
  BIND (objections_scrolled);
  BIND (objections);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_out_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_commit_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xyb_move_dialog_init (XybMoveDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = xyb_objection_factory_new ();

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->stages = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->trials = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_move_trial_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->objections, factory);
}

static XybMoveDialog *
dialog_new (XybOffice *office,
            XybTrack track,
            const gint64 *enterprise_ids,
            guint n_enterprises,
            gboolean only_results)
{
  XybMoveDialog *self = g_object_new (XYB_TYPE_MOVE_DIALOG, NULL);
  g_autofree char *day = NULL;

  self->office = g_object_ref (office);
  self->track = track;
  g_array_append_vals (self->ids, enterprise_ids, n_enterprises);
  self->on = xyb_date_today ();
  day = xyb_date_format (self->on);
  xyb_field_row_reset (self->date_row, day);
  g_signal_connect_object (office, "changed", G_CALLBACK (office_changed_cb), self, 0);
  fill_stages (self, only_results);
  gtk_window_set_focus (GTK_WINDOW (self),
                        GTK_WIDGET (xyb_field_row_get_text_widget (self->date_row)));
  return self;
}

/**
 * xyb_move_dialog_new:
 * @office: the office, with a plan that has stages of @track
 * @track: a track
 * @enterprise_ids: (array length=n_enterprises): who is on it in the year in view, at least one
 * @to: (nullable): where to; %NULL: the next stage of the first of them
 *
 * The move is one revision. The caller sets what it is transient for and presents it.
 *
 * Returns: (transfer none): the dialog, not yet shown
 */
XybMoveDialog *
xyb_move_dialog_new (XybOffice *office,
                     XybTrack track,
                     const gint64 *enterprise_ids,
                     guint n_enterprises,
                     const XybPlanStage *to)
{
  gint64 id = to != NULL ? to->id : 0;
  XybMoveDialog *self;

  g_return_val_if_fail (XYB_IS_OFFICE (office) && n_enterprises > 0, NULL);

  self = dialog_new (office, track, enterprise_ids, n_enterprises, FALSE);
  choose_stage (self, id != 0 ? id : propose_stage (self));
  return self;
}

/**
 * xyb_move_dialog_new_result:
 * @office: the office, with a plan that has stages of @track
 * @track: a track
 * @enterprise_ids: (array length=n_enterprises): who is on it in the year in view, at least one
 *
 * Batch acceptance: the same with the results alone to choose from, 通过 or 不通过.
 *
 * Returns: (transfer none): the dialog, not yet shown
 */
XybMoveDialog *
xyb_move_dialog_new_result (XybOffice *office,
                            XybTrack track,
                            const gint64 *enterprise_ids,
                            guint n_enterprises)
{
  XybMoveDialog *self;

  g_return_val_if_fail (XYB_IS_OFFICE (office) && n_enterprises > 0, NULL);

  self = dialog_new (office, track, enterprise_ids, n_enterprises, TRUE);
  choose_stage (self, 0);
  return self;
}
