/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-office.h"

#include "xyb-date.h"
#include "xyb-office-store.h"
#include "xyb-plan-store.h"
#include "xyb-unit-store.h"

struct _XybOffice
{
  GObject parent_instance;

  /* owned */
  XybStore *store;
  XybPlan *plan; /* NULL: not read yet, or the year has none */
  GPtrArray *districts;
  int year;
  XybHealth health;
};

G_DEFINE_FINAL_TYPE (XybOffice, xyb_office, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SAID,
  SIGNAL_OFFERED,
  SIGNAL_FAILED,
  SIGNAL_CHECKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
forget (XybOffice *self)
{
  g_clear_pointer (&self->plan, xyb_plan_free);
  g_clear_pointer (&self->districts, g_ptr_array_unref);
}

static int
choose_year (XybOffice *self, int preferred)
{
  g_autoptr (GArray) years = xyb_office_list_years (self);

  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == preferred)
      return preferred;
  return years->len > 0 ? g_array_index (years, int, years->len - 1) : 0;
}

static void
store_changed_cb (XybStore *store, const char *const *tables, XybOffice *self)
{
  forget (self);
  /* An undo may take the year in view away, or bring the first one. */
  self->year = choose_year (self, self->year);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, tables);
}

static void
xyb_office_dispose (GObject *object)
{
  XybOffice *self = XYB_OFFICE (object);

  forget (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (xyb_office_parent_class)->dispose (object);
}

static void
xyb_office_finalize (GObject *object)
{
  XybHealth *health = &XYB_OFFICE (object)->health;

  g_free (health->checked_time);
  g_free (health->problem);
  g_free (health->backup_problem);
  G_OBJECT_CLASS (xyb_office_parent_class)->finalize (object);
}

static void
xyb_office_class_init (XybOfficeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xyb_office_dispose;
  G_OBJECT_CLASS (klass)->finalize = xyb_office_finalize;

  /**
   * XybOffice::changed:
   * @tables: (nullable) (array zero-terminated=1): tables touched by a commit, an undo or a redo;
   *   %NULL when another year came into view
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", XYB_TYPE_OFFICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
  /**
   * XybOffice::said:
   * @sentence: what the clerk shall read in passing
   */
  signals[SIGNAL_SAID] = g_signal_new ("said", XYB_TYPE_OFFICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * XybOffice::offered:
   * @sentence: what the clerk shall read in passing
   * @button: what she can do about it
   * @action: name of that action
   */
  signals[SIGNAL_OFFERED]
    = g_signal_new ("offered", XYB_TYPE_OFFICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  /* Its health is another now: xyb_office_get_health(). */
  signals[SIGNAL_CHECKED] = g_signal_new ("checked", XYB_TYPE_OFFICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  /**
   * XybOffice::failed:
   * @sentence: why something asked for was not done
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", XYB_TYPE_OFFICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
xyb_office_init (XybOffice *self)
{
}

/**
 * xyb_office_new:
 * @store: an open office file
 * @preferred_year: the year to show if it has a plan, or 0
 *
 * Returns: (transfer full): the office; without @preferred_year the latest year is in view
 */
XybOffice *
xyb_office_new (XybStore *store, int preferred_year)
{
  XybOffice *self;

  g_return_val_if_fail (XYB_IS_STORE (store), NULL);

  self = g_object_new (XYB_TYPE_OFFICE, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  self->year = choose_year (self, preferred_year);
  return self;
}

/**
 * xyb_office_get_store:
 * @self: an office
 *
 * Returns: (transfer none): its store; for the main thread only
 */
XybStore *
xyb_office_get_store (XybOffice *self)
{
  g_return_val_if_fail (XYB_IS_OFFICE (self), NULL);

  return self->store;
}

/**
 * xyb_office_is_read_only:
 * @self: an office
 *
 * Returns: whether nothing can be changed in it
 */
gboolean
xyb_office_is_read_only (XybOffice *self)
{
  g_return_val_if_fail (XYB_IS_OFFICE (self), TRUE);

  return xyb_store_is_read_only (self->store);
}

/**
 * xyb_office_list_years:
 * @self: an office
 *
 * Returns: (transfer full) (element-type int): the years that have a plan, rising; empty when they
 *   cannot be read, which is reported
 */
GArray *
xyb_office_list_years (XybOffice *self)
{
  g_autoptr (GError) error = NULL;
  GArray *years;

  g_return_val_if_fail (XYB_IS_OFFICE (self), NULL);

  years = xyb_plan_store_list_years (self->store, &error);
  if (years == NULL)
    {
      xyb_office_report (self, error);
      years = g_array_new (FALSE, FALSE, sizeof (int));
    }
  return years;
}

/**
 * xyb_office_get_year:
 * @self: an office
 *
 * Returns: the year in view, 0 when there is no plan at all
 */
int
xyb_office_get_year (XybOffice *self)
{
  g_return_val_if_fail (XYB_IS_OFFICE (self), 0);

  return self->year;
}

/**
 * xyb_office_set_year:
 * @self: an office
 * @year: a year that has a plan
 *
 * Every list is scoped by the year.
 */
void
xyb_office_set_year (XybOffice *self, int year)
{
  g_return_if_fail (XYB_IS_OFFICE (self));

  if (self->year == year)
    return;
  self->year = year;
  forget (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, NULL);
}

/**
 * xyb_office_get_plan:
 * @self: an office
 *
 * Returns: (transfer none) (nullable): the plan of the year in view, valid until
 * #XybOffice::changed
 */
const XybPlan *
xyb_office_get_plan (XybOffice *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (XYB_IS_OFFICE (self), NULL);

  if (self->plan == NULL && self->year != 0)
    {
      self->plan = xyb_plan_store_get (self->store, self->year, &error);
      if (self->plan == NULL)
        xyb_office_report (self, error);
    }
  return self->plan;
}

/**
 * xyb_office_load_presets:
 * @self: an office without a plan
 *
 * Brings the units and plans the program knows, and the latest of these into view.
 */
void
xyb_office_load_presets (XybOffice *self)
{
  g_autoptr (GArray) years = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (XYB_IS_OFFICE (self));

  if (!xyb_office_store_load_presets (self->store, &error))
    {
      xyb_office_report (self, error);
      return;
    }
  years = xyb_office_list_years (self);
  if (years->len > 0)
    xyb_office_set_year (self, g_array_index (years, int, years->len - 1));
}

/**
 * xyb_office_get_districts:
 * @self: an office
 *
 * Returns: (transfer none) (element-type XybUnit): the 区镇 in official order (ORG-02), valid until
 *   #XybOffice::changed
 */
const GPtrArray *
xyb_office_get_districts (XybOffice *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (XYB_IS_OFFICE (self), NULL);

  if (self->districts == NULL)
    self->districts = xyb_unit_store_list (self->store, XYB_UNIT_KIND_DISTRICT, &error);
  if (self->districts == NULL)
    {
      xyb_office_report (self, error);
      self->districts = g_ptr_array_new ();
    }
  return self->districts;
}

/**
 * xyb_office_find_district:
 * @self: an office
 * @unit_id: id of a 区镇
 *
 * Returns: (transfer none) (nullable): the 区镇, valid until #XybOffice::changed
 */
const XybUnit *
xyb_office_find_district (XybOffice *self, gint64 unit_id)
{
  const GPtrArray *districts = xyb_office_get_districts (self);

  for (guint i = 0; i < districts->len; i++)
    {
      const XybUnit *unit = districts->pdata[i];

      if (unit->id == unit_id)
        return unit;
    }
  return NULL;
}

/**
 * xyb_office_say:
 * @self: an office
 * @sentence: one sentence
 *
 * Shows a sentence in passing (a toast).
 */
void
xyb_office_say (XybOffice *self, const char *sentence)
{
  g_return_if_fail (XYB_IS_OFFICE (self));
  g_return_if_fail (sentence != NULL);

  g_signal_emit (self, signals[SIGNAL_SAID], 0, sentence);
}

/**
 * xyb_office_offer:
 * @self: an office
 * @sentence: one sentence
 * @button: 重做
 * @action: the name of a window's action
 *
 * Shows a sentence in passing with something to do about it.
 */
void
xyb_office_offer (XybOffice *self, const char *sentence, const char *button, const char *action)
{
  g_return_if_fail (XYB_IS_OFFICE (self));
  g_return_if_fail (sentence != NULL);

  g_signal_emit (self, signals[SIGNAL_OFFERED], 0, sentence, button, action);
}

/**
 * xyb_office_report:
 * @self: an office
 * @error: why something was not done
 *
 * Shows the sentence of @error until the clerk has read it.
 */
void
xyb_office_report (XybOffice *self, const GError *error)
{
  g_return_if_fail (XYB_IS_OFFICE (self));
  g_return_if_fail (error != NULL);

  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

/**
 * xyb_office_set_checked:
 * @self: an office
 * @problem: (nullable): what is wrong with its file; %NULL: it is whole
 *
 * The file has just been looked over.
 */
void
xyb_office_set_checked (XybOffice *self, const char *problem)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_return_if_fail (XYB_IS_OFFICE (self));

  g_free (self->health.checked_time);
  self->health.checked_time = g_date_time_format (now, "%Y-%m-%d %H:%M:%S");
  g_free (self->health.problem);
  self->health.problem = g_strdup (problem);
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
}

/**
 * xyb_office_set_backed_up:
 * @self: an office
 * @problem: (nullable): why the daily backup was not made; %NULL: it is there
 */
void
xyb_office_set_backed_up (XybOffice *self, const char *problem)
{
  g_return_if_fail (XYB_IS_OFFICE (self));

  g_free (self->health.backup_problem);
  self->health.backup_problem = g_strdup (problem);
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
}

/**
 * xyb_office_get_health:
 * @self: an office
 *
 * Returns: (transfer none): what the last look over its file found
 */
const XybHealth *
xyb_office_get_health (XybOffice *self)
{
  g_return_val_if_fail (XYB_IS_OFFICE (self), NULL);

  return &self->health;
}

/**
 * xyb_office_day_turned:
 * @self: an office
 *
 * Another day has begun: what is late, and by how much, has to be reckoned anew.
 */
void
xyb_office_day_turned (XybOffice *self)
{
  g_return_if_fail (XYB_IS_OFFICE (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, NULL);
}
