/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "xyb-contract-card.h"

#include "xyb-contract-dialog.h"
#include "xyb-date.h"
#include "xyb-i18n.h"
#include "xyb-tag.h"

struct _XybContractCard
{
  GtkBox parent_instance;

  /* template widgets */
  GtkButton *add_button;
  GtkListBox *list;
  AdwActionRow *nothing;

  /* owned */
  XybOffice *office;
  GPtrArray *contracts; /* of XybContract: as the rows show them */
  XybTrack track;
  gint64 enterprise_id;
};

G_DEFINE_FINAL_TYPE (XybContractCard, xyb_contract_card, GTK_TYPE_BOX)

/* ---- the dialog ---- */

static void
open_dialog (XybContractCard *self, XybContract *contract)
{
  XybContractDialog *dialog;

  dialog = xyb_contract_dialog_new (self->office, contract, self->enterprise_id);
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  if (contract == NULL)
    xyb_contract_dialog_set_kind (dialog, self->track == XYB_TRACK_ACCREDITATION
                                            ? XYB_CONTRACT_ACCREDITATION
                                            : XYB_CONTRACT_MODEL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_clicked_cb (GtkButton *button, XybContractCard *self)
{
  open_dialog (self, NULL);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, XybContractCard *self)
{
  int place = gtk_list_box_row_get_index (row);

  if (place >= 0 && (guint) place < self->contracts->len)
    open_dialog (self, self->contracts->pdata[place]);
}

/* ---- rows ---- */

/* 贯标咨询服务合同 · 2020年5月12日签订, and 服务到2020年11月11日 below */
static char *
dup_caption (const XybContract *contract, gboolean current)
{
  g_autofree char *signed_on = xyb_date_format (contract->signed_on);
  g_autofree char *ends_on = xyb_date_format (contract->ends_on);
  g_autoptr (GString) words = g_string_new (xyb_contract_kind_name (contract->kind));

  g_string_append_printf (words, _ (" · %s签订"), signed_on);
  if (contract->ends_on != NULL)
    g_string_append_printf (words, _ ("\n服务到%s"), ends_on);
  if (!current)
    g_string_append_printf (words, "%s%s", contract->ends_on != NULL ? " · " : "\n",
                            _ ("以前的合同"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* One word in the tag, the sentences behind it. */
static GtkWidget *
tag_new (const GPtrArray *warnings)
{
  GtkWidget *tag = xyb_tag_new ();
  g_autoptr (GString) sentences = g_string_new (NULL);
  g_autofree char *words
    = warnings->len == 0 ? NULL : g_strdup_printf (_ ("%u 处待补"), warnings->len);

  for (guint i = 0; i < warnings->len; i++)
    g_string_append_printf (sentences, "%s%s", i > 0 ? "\n" : "", (char *) warnings->pdata[i]);
  if (words != NULL)
    xyb_tag_set (XYB_TAG (tag), "warning", "dialog-warning-symbolic", words);
  else
    xyb_tag_set (XYB_TAG (tag), "success", "object-select-symbolic", _ ("已签约"));
  if (warnings->len > 0)
    gtk_widget_set_tooltip_text (tag, sentences->str);
  xyb_tag_keep_whole (XYB_TAG (tag));
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  return tag;
}

static GtkWidget *
row_new (const XybContract *contract, gboolean current)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GPtrArray) warnings = xyb_contract_warnings (contract);
  g_autofree char *caption = dup_caption (contract, current);
  g_autoptr (GString) subtitle = g_string_new (caption);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  for (guint i = 0; current && i < warnings->len; i++)
    g_string_append_printf (subtitle, "\n%s", (char *) warnings->pdata[i]);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), contract->provider_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (current)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag_new (warnings));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  return row;
}

/* ---- showing ---- */

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const XybContract *one = *(const XybContract *const *) a;
  const XybContract *other = *(const XybContract *const *) b;
  int order = g_strcmp0 (other->signed_on, one->signed_on);

  return order != 0 ? order : (one->id < other->id) - (one->id > other->id);
}

static void
take_contracts (XybContractCard *self, const GPtrArray *contracts)
{
  g_ptr_array_set_size (self->contracts, 0);
  for (guint i = 0; contracts != NULL && i < contracts->len; i++)
    if (xyb_contract_serves (contracts->pdata[i], self->track))
      g_ptr_array_add (self->contracts, xyb_contract_copy (contracts->pdata[i]));
  g_ptr_array_sort (self->contracts, compare_latest_first);
}

static void
fill_list (XybContractCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL
         && child != GTK_WIDGET (self->nothing))
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->contracts->len; i++)
    gtk_list_box_insert (self->list, row_new (self->contracts->pdata[i], i == 0), (int) i);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), self->contracts->len == 0);
}

/**
 * xyb_contract_card_show:
 * @self: the card
 * @office: the office
 * @track: whose kind of contract to show
 * @enterprise_id: whose
 * @contracts: (nullable) (element-type XybContract): its own, of any kind
 */
void
xyb_contract_card_show (XybContractCard *self,
                        XybOffice *office,
                        XybTrack track,
                        gint64 enterprise_id,
                        const GPtrArray *contracts)
{
  g_return_if_fail (XYB_IS_CONTRACT_CARD (self) && XYB_IS_OFFICE (office));

  g_set_object (&self->office, office);
  self->track = track;
  self->enterprise_id = enterprise_id;
  take_contracts (self, contracts);
  fill_list (self);
  gtk_button_set_label (self->add_button, self->contracts->len > 0 ? _ ("更换…") : _ ("新增…"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button),
                               self->contracts->len > 0
                                 ? _ ("登记换签的新合同，以前的合同仍留在下面")
                                 : _ ("登记与第三方信用服务机构签订的合同"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), !xyb_office_is_read_only (office));
  adw_action_row_set_subtitle (self->nothing,
                               track == XYB_TRACK_ACCREDITATION
                                 ? _ ("签订贯标咨询服务合同后在这里登记")
                                 : _ ("签订示范咨询服务合同（跟踪辅导不少于半年）后在这里登记"));
}

/* ---- the widget ---- */

static void
xyb_contract_card_dispose (GObject *object)
{
  XybContractCard *self = XYB_CONTRACT_CARD (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->contracts, g_ptr_array_unref);
  G_OBJECT_CLASS (xyb_contract_card_parent_class)->dispose (object);
}

static void
xyb_contract_card_class_init (XybContractCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xyb_contract_card_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/xinyongban/Desk/ui/provider/xyb-contract-card.ui");
  gtk_widget_class_bind_template_child (widget_class, XybContractCard, add_button);
  gtk_widget_class_bind_template_child (widget_class, XybContractCard, list);
  gtk_widget_class_bind_template_child (widget_class, XybContractCard, nothing);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
xyb_contract_card_init (XybContractCard *self)
{
  self->contracts = g_ptr_array_new_with_free_func ((GDestroyNotify) xyb_contract_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xyb_contract_card_new:
 *
 * Returns: (transfer floating): a card without an enterprise
 */
GtkWidget *
xyb_contract_card_new (void)
{
  return g_object_new (XYB_TYPE_CONTRACT_CARD, NULL);
}
