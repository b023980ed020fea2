/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-materials-assign.h"

#include "xyb-i18n.h"
#include "xyb-materials-job.h"

#define MAX_FILES 30

typedef struct
{
  XybAskDialog *dialog; /* borrowed: this goes with it */
  XybTrackPlace *place;
  XybJobBar *bar;
  GStrv paths;
  GPtrArray *choices; /* of GtkDropDown, borrowed, beside @paths */
  GtkCheckButton *complete;
} Assigning;

static void
assigning_free (gpointer data)
{
  Assigning *self = data;

  xyb_track_place_free (self->place);
  g_object_unref (self->bar);
  g_strfreev (self->paths);
  g_ptr_array_unref (self->choices);
  g_free (self);
}

/* ---- what was chosen ---- */

/* The first choice is “none”. */
static const XybMaterialLine *
line_of (const Assigning *self, guint index, const XybMaterialList *list)
{
  guint chosen = gtk_drop_down_get_selected (self->choices->pdata[index]);

  return chosen >= 1 && chosen <= list->lines->len ? list->lines->pdata[chosen - 1] : NULL;
}

static gboolean
check_once (const Assigning *self, const XybMaterialList *list)
{
  for (guint i = 0; i < self->choices->len; i++)
    for (guint k = i + 1; k < self->choices->len; k++)
      {
        const XybMaterialLine *line = line_of (self, i, list);
        g_autofree char *sentence = NULL;

        if (line == NULL || line != line_of (self, k, list))
          continue;
        sentence = g_strdup_printf (_ ("第 %u 项选了两个文件；一项材料只留一个附件，请先合成一个，"
                                       "或改选另一项。"),
                                    line->number);
        xyb_ask_dialog_refuse (self->dialog, sentence);
        return FALSE;
      }
  return TRUE;
}

static XybMaterial *
material_of (const XybMaterialLine *line, gboolean complete, const char *today)
{
  XybMaterial *material = line->material != NULL ? xyb_material_copy (line->material)
                                                 : xyb_material_new (line->item->id);

  if (line->validity == XYB_VALIDITY_EXPIRED)
    xyb_material_renew (material, today);
  if (complete)
    xyb_material_turn (material, XYB_MATERIAL_COMPLETE, today);
  else if (!xyb_material_is_in (material))
    xyb_material_turn (material, XYB_MATERIAL_RECEIVED, today);
  return material;
}

static guint
add_all (const Assigning *self, const XybTrackCase *now, XybMaterialsJob *job)
{
  gboolean complete = gtk_check_button_get_active (self->complete);
  guint added = 0;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const XybMaterialLine *line = line_of (self, i, now->list);

      if (line == NULL)
        continue;
      xyb_materials_job_add (job, material_of (line, complete, now->today), self->paths[i]);
      added++;
    }
  return added;
}

static void
saved_cb (GObject *owner, gpointer data, const GError *error)
{
  Assigning *self = g_object_get_data (owner, "xyb-assigning");

  if (self == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (owner), TRUE);
  if (error == NULL)
    {
      xyb_materials_job_say (self->place->office);
      gtk_window_destroy (GTK_WINDOW (owner));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xyb_ask_dialog_refuse (self->dialog, _ ("已停止，什么都没有改。"));
  else
    xyb_ask_dialog_refuse (self->dialog, error->message);
}

static void
accept_cb (XybAskDialog *dialog, Assigning *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybTrackCase) now = xyb_track_place_read (self->place, &plan, &error);
  g_autoptr (XybMaterialsJob) job = xyb_materials_job_new (self->place);

  if (now == NULL)
    {
      xyb_ask_dialog_refuse (dialog, error->message);
      return;
    }
  if (!check_once (self, now->list))
    return;
  if (add_all (self, now, job) == 0)
    {
      xyb_ask_dialog_refuse (dialog, _ ("还没有选是哪一项材料，请给要留的文件选上。"));
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), FALSE);
  xyb_materials_job_run (g_steal_pointer (&job), self->bar, self->place->office, dialog, saved_cb);
}

/* ---- the question ---- */

static GtkStringList *
list_choices (const XybMaterialList *list)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("不收"));
  for (guint i = 0; i < list->lines->len; i++)
    {
      const XybMaterialLine *line = list->lines->pdata[i];
      g_autofree char *name = xyb_plan_material_short_name (line->item);
      g_autofree char *words
        = line->item->linked_id != 0 && line->item->requirement != NULL
            ? g_strdup_printf ("%u %s（%s）", line->number, name, line->item->requirement)
            : g_strdup_printf ("%u %s", line->number, name);

      gtk_string_list_append (names, words);
    }
  return names;
}

static void
add_file (Assigning *self, const XybMaterialList *list, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (list_choices (list)), NULL);
  const XybMaterialLine *guess = xyb_material_list_guess (list, path);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), guess != NULL ? guess->number : 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), choice);
  xyb_ask_dialog_add_widget (self->dialog, NULL, box);
  g_ptr_array_add (self->choices, choice);
}

/**
 * xyb_materials_assign:
 * @parent: a widget of the window
 * @place: whose materials
 * @paths: (array zero-terminated=1): at least one file
 * @bar: shows that copying takes long
 *
 * Asks which file is of which material, with a proposal from their names, and whether all of them
 * are 齐; then takes them in as one revision.
 *
 * Returns: (transfer none) (nullable): the question; %NULL, said to the clerk, where nothing can be
 *   asked
 */
XybAskDialog *
xyb_materials_assign (GtkWidget *parent,
                      const XybTrackPlace *place,
                      const char *const *paths,
                      XybJobBar *bar)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XybPlan) plan = NULL;
  g_autoptr (XybTrackCase) now = xyb_track_place_read (place, &plan, &error);
  Assigning *self;

  if (now == NULL || g_strv_length ((GStrv) paths) > MAX_FILES)
    {
      if (now == NULL)
        xyb_office_report (place->office, error);
      else
        xyb_office_say (place->office, _ ("一次最多收 30 个文件，请分几次拖。"));
      return NULL;
    }
  self = g_new0 (Assigning, 1);
  self->dialog = xyb_ask_dialog_new (parent, _ ("收下扫描件"), _ ("收下"));
  self->place = xyb_track_place_copy (place);
  self->bar = g_object_ref (bar);
  self->paths = g_strdupv ((GStrv) paths);
  self->choices = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (self->dialog), "xyb-assigning", self, assigning_free);
  xyb_ask_dialog_set_sentence (self->dialog,
                               _ ("请核对每个文件是哪一项材料；收下后状态为“收”，附件换成新的。"));
  for (guint i = 0; paths[i] != NULL; i++)
    add_file (self, now->list, paths[i]);
  self->complete = xyb_ask_dialog_add_check (self->dialog, _ ("都核过了，标为“齐”"));
  g_signal_connect (self->dialog, "accept", G_CALLBACK (accept_cb), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  return self->dialog;
}
