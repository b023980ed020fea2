/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-compare-dialog.h"

#include <inttypes.h>

#include "xyb-enterprise-store.h"
#include "xyb-i18n.h"
#include "xyb-marked-text.h"
#include "xyb-nomination-store.h"
#include "xyb-return-explain.h"

/* What both sides may say. */
enum
{
  LINE_NAME,
  LINE_DISTRICT,
  LINE_PRODUCTS,
  LINE_REVENUE,
  LINE_HEADCOUNT,
  LINE_CONTACT,
  LINE_PHONE,
  LINE_MORE, /* code, former names: only the register has them */
  N_LINES
};

typedef struct
{
  char *head;
  char *texts[N_LINES];
} Side;

struct _XybCompareDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkLabel *sentence;
  GtkDropDown *candidates;
  GtkListBox *list;
  GtkBox *answers;

  /* owned */
  XybOffice *office;
  Side left;
  GArray *ids; /* of gint64: what may be compared with; empty: another row of the file */
};

G_DEFINE_FINAL_TYPE (XybCompareDialog, xyb_compare_dialog, ADW_TYPE_WINDOW)

static guint decided_signal;

static void
side_clear (Side *side)
{
  g_clear_pointer (&side->head, g_free);
  for (guint i = 0; i < N_LINES; i++)
    g_clear_pointer (&side->texts[i], g_free);
}

/* ---- what the sides say ---- */

static void
fill_row (Side *side, const XybReturn *taken, const XybReturnRow *row)
{
  side->head = g_strdup_printf (_ ("%s表内第 %u 行"),
                                taken->district != NULL ? taken->district : "", row->row);
  side->texts[LINE_NAME] = g_strdup (row->name);
  side->texts[LINE_DISTRICT] = g_strdup (taken->district);
  side->texts[LINE_PRODUCTS] = g_strdup (row->products);
  side->texts[LINE_REVENUE] = xyb_return_dup_value (row, XYB_RETURN_REVENUE);
  side->texts[LINE_HEADCOUNT] = xyb_return_dup_value (row, XYB_RETURN_HEADCOUNT);
  side->texts[LINE_CONTACT] = g_strdup (row->contact);
  side->texts[LINE_PHONE] = g_strdup (row->phone);
}

/* Its last sales are those of its last row of 附件2. */
static char *
last_revenue (XybStore *store, gint64 id)
{
  g_autoptr (GPtrArray) rows = xyb_nomination_store_list_of_enterprise (store, id, NULL);
  const XybNomination *last = rows != NULL && rows->len > 0 ? rows->pdata[rows->len - 1] : NULL;

  return xyb_return_sum_text (last != NULL ? last->revenue_fen : XYB_UNSAID);
}

static char *
more_words (const XybEnterprise *enterprise)
{
  g_autoptr (GString) words = g_string_new (enterprise->credit_code);

  for (guint i = 0; i < enterprise->former_names->len; i++)
    g_string_append_printf (words, _ ("%s曾用名 %s"), words->len > 0 ? "；" : "",
                            ((XybFormerName *) enterprise->former_names->pdata[i])->name);
  if (enterprise->closed)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "；" : "", _ ("已注销"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
fill_enterprise (Side *side, XybStore *store, const XybEnterprise *enterprise)
{
  side->head = g_strdup (_ ("企业库"));
  side->texts[LINE_NAME] = g_strdup (enterprise->name);
  side->texts[LINE_DISTRICT] = g_strdup (enterprise->unit_name);
  side->texts[LINE_PRODUCTS] = g_strdup (enterprise->products);
  side->texts[LINE_REVENUE] = last_revenue (store, enterprise->id);
  side->texts[LINE_HEADCOUNT] = enterprise->headcount != XYB_UNSAID
                                  ? g_strdup_printf ("%" PRId64, enterprise->headcount)
                                  : NULL;
  side->texts[LINE_CONTACT] = g_strdup (enterprise->contact);
  side->texts[LINE_PHONE] = g_strdup (enterprise->phone);
  side->texts[LINE_MORE] = more_words (enterprise);
}

/* ---- showing ---- */

static const char *
line_name (guint line)
{
  switch (line)
    {
    case LINE_NAME:
      return xyb_return_field_name (XYB_RETURN_NAME);
    case LINE_DISTRICT:
      return _ ("区镇");
    case LINE_PRODUCTS:
      return xyb_return_field_name (XYB_RETURN_PRODUCTS);
    case LINE_REVENUE:
      return xyb_return_field_name (XYB_RETURN_REVENUE);
    case LINE_HEADCOUNT:
      return xyb_return_field_name (XYB_RETURN_HEADCOUNT);
    case LINE_CONTACT:
      return xyb_return_field_name (XYB_RETURN_CONTACT);
    case LINE_PHONE:
      return xyb_return_field_name (XYB_RETURN_PHONE);
    case LINE_MORE:
    default:
      return _ ("其他");
    }
}

static GtkWidget *
label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static void
add_line (XybCompareDialog *self, const char *name, const char *a, const char *b, gboolean head)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *labels[] = { label_new (), label_new (), label_new () };
  const char *dash = "—";

  gtk_label_set_label (GTK_LABEL (labels[0]), name);
  gtk_label_set_width_chars (GTK_LABEL (labels[0]), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (labels[0]), 14);
  gtk_widget_add_css_class (labels[0], "field-name");
  a = a != NULL && *a != '\0' ? a : dash;
  b = b != NULL && *b != '\0' ? b : dash;
  /* Where one side says nothing there is nothing to compare. */
  if (head || a == dash || b == dash)
    {
      gtk_label_set_label (GTK_LABEL (labels[1]), a);
      gtk_label_set_label (GTK_LABEL (labels[2]), b);
    }
  else
    xyb_marked_text_show (GTK_LABEL (labels[1]), GTK_LABEL (labels[2]), a, b);
  for (guint i = 1; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_widget_add_css_class (labels[i], head ? "caption-heading" : "numeric");
      gtk_box_append (GTK_BOX (sides), labels[i]);
    }
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_widget_set_hexpand (sides, TRUE);
  gtk_box_append (GTK_BOX (box), labels[0]);
  gtk_box_append (GTK_BOX (box), sides);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "merge-row");
  gtk_list_box_append (self->list, row);
}

static void
show_beside (XybCompareDialog *self, const Side *right)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  add_line (self, "", self->left.head, right->head, TRUE);
  for (guint line = 0; line < N_LINES; line++)
    {
      const char *a = self->left.texts[line];
      const char *b = right->texts[line];

      if ((a != NULL && *a != '\0') || (b != NULL && *b != '\0'))
        add_line (self, line_name (line), a, b, FALSE);
    }
}

static void
show_candidate (XybCompareDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->candidates);
  XybStore *store = xyb_office_get_store (self->office);
  g_autoptr (GError) error = NULL;
  g_autoptr (XybEnterprise) enterprise = NULL;
  Side right = { 0 };

  if (selected >= self->ids->len)
    return;
  enterprise
    = xyb_enterprise_store_get (store, g_array_index (self->ids, gint64, selected), &error);
  if (enterprise == NULL)
    {
      xyb_office_report (self->office, error);
      return;
    }
  fill_enterprise (&right, store, enterprise);
  show_beside (self, &right);
  side_clear (&right);
}

static void
candidate_chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, XybCompareDialog *self)
{
  if (self->office != NULL)
    show_candidate (self);
}

/* ---- with what ---- */

static void
add_candidate (XybCompareDialog *self, GtkStringList *names, gint64 id, const char *name)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return;
  g_array_append_val (self->ids, id);
  gtk_string_list_append (names, name);
}

/* The enterprise a question speaks of first, then all that resemble the row. */
static void
list_candidates (XybCompareDialog *self, const XybReturnRow *row, const XybReturnNote *note)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; row->candidates != NULL && i < row->candidates->len; i++)
      {
        const XybReturnMatch *match = row->candidates->pdata[i];

        if (pass == 1 || (note->enterprise_id != 0 && match->enterprise_id == note->enterprise_id))
          add_candidate (self, names, match->enterprise_id, match->name);
      }
  if (row->match != NULL)
    add_candidate (self, names, row->match->enterprise_id, row->match->name);
  gtk_drop_down_set_model (self->candidates, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->candidates), self->ids->len > 1);
}

/* Another row of the file, or of the file of another 区镇 that is not in the office yet. */
static const XybReturnRow *
find_row (const XybIntake *intake,
          const XybReturn *taken,
          const XybReturnRow *row,
          const XybReturnNote *note,
          const XybReturn **out_of)
{
  *out_of = taken;
  if (note->kind == XYB_NOTE_DUPLICATE)
    return taken->rows->pdata[note->other];
  if (note->kind != XYB_NOTE_ELSEWHERE || note->enterprise_id != 0)
    return NULL;
  for (guint i = 0; i < intake->files->len; i++)
    {
      const XybReturn *one = ((XybIntakeFile *) intake->files->pdata[i])->taken;

      if (one == NULL || one == taken || one->district_id != note->other)
        continue;
      *out_of = one;
      for (guint j = 0; j < one->rows->len; j++)
        if (xyb_company_name_compare (((XybReturnRow *) one->rows->pdata[j])->name, row->name)
            == XYB_COMPANY_MATCH_EXACT)
          return one->rows->pdata[j];
    }
  return NULL;
}

/* ---- answers ---- */

static void
answer_cb (GtkButton *button, XybCompareDialog *self)
{
  int answer = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "answer"));
  guint selected = gtk_drop_down_get_selected (self->candidates);
  gint64 id = answer == XYB_ANSWER_SAME && selected < self->ids->len
                ? g_array_index (self->ids, gint64, selected)
                : 0;

  g_signal_emit (self, decided_signal, 0, answer, id);
  gtk_window_close (GTK_WINDOW (self));
}

/* What wants words of her is answered in the list. */
static void
add_answers (XybCompareDialog *self,
             const XybReturn *taken,
             const XybReturnRow *row,
             const XybReturnNote *note)
{
  XybAnswer list[XYB_MAX_ANSWERS];
  guint n = xyb_return_list_answers (taken, row, note, list);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = NULL;
      GtkWidget *button;

      if (xyb_return_answer_needs_text (list[i], note))
        continue;
      label = xyb_return_answer_label (taken, row, note, list[i]);
      button = gtk_button_new_with_label (label);
      g_object_set_data (G_OBJECT (button), "answer", GINT_TO_POINTER (list[i]));
      g_signal_connect (button, "clicked", G_CALLBACK (answer_cb), self);
      gtk_box_append (self->answers, button);
    }
}

/* ---- the dialog ---- */

static void
xyb_compare_dialog_dispose (GObject *object)
{
  g_clear_object (&XYB_COMPARE_DIALOG (object)->office);
  G_OBJECT_CLASS (xyb_compare_dialog_parent_class)->dispose (object);
}

static void
xyb_compare_dialog_finalize (GObject *object)
{
  XybCompareDialog *self = XYB_COMPARE_DIALOG (object);

  side_clear (&self->left);
  g_array_unref (self->ids);
  G_OBJECT_CLASS (xyb_compare_dialog_parent_class)->finalize (object);
}

static void
xyb_compare_dialog_class_init (XybCompareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_compare_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = xyb_compare_dialog_finalize;
  decided_signal = g_signal_new ("decided", XYB_TYPE_COMPARE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/intake/xyb-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XybCompareDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, XybCompareDialog, candidates);
  gtk_widget_class_bind_template_child (widget_class, XybCompareDialog, list);
  gtk_widget_class_bind_template_child (widget_class, XybCompareDialog, answers);
  gtk_widget_class_bind_template_callback (widget_class, candidate_chosen_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xyb_compare_dialog_init (XybCompareDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * xyb_compare_dialog_new:
 * @parent: the window
 * @office: the office
 * @intake: the import
 * @taken: a file of it
 * @row: of @taken
 * @note: a question of @row; the dialog is modal, so that it stays as it is
 *
 * Returns: (transfer none): the dialog, not shown yet
 */
XybCompareDialog *
xyb_compare_dialog_new (GtkWindow *parent,
                        XybOffice *office,
                        const XybIntake *intake,
                        const XybReturn *taken,
                        const XybReturnRow *row,
                        const XybReturnNote *note)
{
  XybCompareDialog *self = g_object_new (XYB_TYPE_COMPARE_DIALOG, "transient-for", parent, NULL);

  const XybReturnRow *other;
  const XybReturn *of;

  self->office = g_object_ref (office);
  gtk_label_set_label (self->sentence, note->sentence);
  fill_row (&self->left, taken, row);
  other = find_row (intake, taken, row, note, &of);
  if (other != NULL)
    {
      Side right = { 0 };

      fill_row (&right, of, other);
      show_beside (self, &right);
      side_clear (&right);
      gtk_widget_set_visible (GTK_WIDGET (self->candidates), FALSE);
    }
  else
    {
      list_candidates (self, row, note);
      show_candidate (self);
    }
  add_answers (self, taken, row, note);
  return self;
}
